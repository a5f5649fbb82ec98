"""What all documents of a batch share: folders of templates, brand, fonts.

On this machine a kit is paths. To a cluster it travels as a parcel: workers elsewhere have this program but neither
the user's files nor, maybe, the same fonts; and what a document is made from must be the same everywhere, or its
bytes would not be. Each worker unpacks a parcel once.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reporter.build.files import digest
from reporter.errors import DocumentError
from reporter.model import Brand
from reporter.rendering.fonts import Fonts
from reporter.rendering.pictures import NAMES_PICTURE, pictures

_LARGEST = 64 * 1024 * 1024
"""Bytes of one file that a parcel takes along; anything larger among templates is no template."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What all documents of a batch share.

    `roots` are folders of audiences, the user's before the built-in ones; `base` is the folder that a brand's
    pictures count from; `fonts` is None where no PDF is wanted; `timeout` is in seconds per document (0: none).
    `dated` is what data inside a PDF bears.
    `parcel` is the digest of the parcel that holds the files, where they are not to be found at these paths.
    """

    roots: tuple[Path, ...]
    base: Path
    brand: Brand
    fonts: Fonts | None
    timeout: float = 0.0
    dated: datetime | None = None
    parcel: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A kit with the content of every file that it names; `files` are (place in the parcel, bytes)."""

    kit: Kit
    files: tuple[tuple[str, bytes], ...]
    digest: str

    @classmethod
    def of(cls, kit: Kit) -> Parcel:
        """Pack a kit: all folders of templates, the brand's pictures, the cut fonts."""
        files = tuple(_files(kit))
        content = f"{kit.dated}\n" + "".join(f"{name} {digest(data)}\n" for name, data in files)
        if any(name == f"base/{_logo(kit.brand)}" for name, _ in files):
            kit = replace(kit, brand=replace(kit.brand, logo=_logo(kit.brand)))
        return cls(kit, files, digest(content.encode()))

    @property
    def label(self) -> Kit:
        """The kit as a task carries it: the parcel's digest instead of paths and fonts."""
        return replace(self.kit, roots=(), base=Path(), fonts=None, parcel=self.digest)

    def unpack(self, folder: Path) -> Kit:
        """Write the files below `folder` and name them there."""
        for name, data in self.files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        fonts = self.kit.fonts
        if fonts:
            cuts = tuple(
                (family, weight, str(folder / "fonts" / Path(file).name)) for family, weight, file in fonts.files
            )
            fonts = replace(fonts, files=cuts)
        roots = tuple(folder / f"root{index}" for index in range(len(self.kit.roots)))
        return replace(self.kit, roots=roots, base=folder / "base", fonts=fonts)


def _files(kit: Kit) -> Iterator[tuple[str, bytes]]:
    for index, root in enumerate(kit.roots):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.stat().st_size <= _LARGEST:
                yield f"root{index}/{path.relative_to(root).as_posix()}", path.read_bytes()
    yield "base/.keep", b""
    for name, picture in pictures(kit.base).items() if _pictured(kit.roots) else ():
        if picture.stat().st_size <= _LARGEST:
            yield f"base/{name}", picture.read_bytes()
    logo = kit.base / kit.brand.logo
    if kit.brand.logo and logo.is_file():
        yield f"base/{_logo(kit.brand)}", logo.read_bytes()
    for _, _, file in kit.fonts.files if kit.fonts else ():
        yield f"fonts/{Path(file).name}", Path(file).read_bytes()


def _pictured(roots: tuple[Path, ...]) -> bool:
    """Whether any template names a picture; without one, what stands beside reporter.toml is nobody's business."""
    templates = (path for root in roots for path in root.rglob("*.j2"))
    return any(NAMES_PICTURE.search(path.read_text("utf-8", "replace")) for path in templates)


def _logo(brand: Brand) -> str:
    """The logo's place in a parcel, which nothing else has, wherever it stands here."""
    return f".logo{Path(brand.logo).suffix}" if brand.logo else ""


_unpacked: dict[str, Kit] = {}


class Delivery:
    """Brings a parcel to every worker of a Dask cluster, present and to come (its worker-plugin protocol)."""

    idempotent = True

    def __init__(self, parcel: Parcel) -> None:
        self.name = f"reporter-{parcel.digest}"
        self.parcel = parcel

    def setup(self, worker: Any = None) -> None:  # noqa: ARG002 - the protocol's signature
        """Unpack the parcel in this worker."""
        if self.parcel.digest not in _unpacked:
            folder = Path(tempfile.mkdtemp(prefix="reporter-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            _unpacked[self.parcel.digest] = self.parcel.unpack(folder)


def resolve(kit: Kit) -> Kit:
    """The kit with paths that hold on this machine."""
    if not kit.parcel:
        return kit
    if kit.parcel not in _unpacked:
        raise DocumentError("the worker has not got the templates and fonts", where=kit.parcel)
    return _unpacked[kit.parcel]
