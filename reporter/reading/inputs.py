"""Where pages come from: files, folders, archives, standard input.

    find(["seeds", "june.zip", "-"])  →  Input("000_90f3.txt") … Input("june.zip/a.html") … Input("stdin.txt")

The order is that of the arguments, and inside a folder or an archive that of the names.
"""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from reporter.errors import SourceError, UsageError

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"})
MAX_BYTES = 64 * 1024 * 1024
"""No newspaper page is larger than this, packed or unpacked."""
MAX_MEMBERS = 5_000
MAX_ARCHIVE_BYTES = 512 * 1024 * 1024
MAX_RATIO = 200
"""Text packs about five times smaller; an archive that claims more than this is a bomb."""
_KINDS = "txt, md, html, docx, pdf, or a zip of these"


@dataclass(frozen=True, slots=True)
class Input:
    """One page to read: its unique `name`, the `path` it lies under, and a `member` when that is an archive."""

    name: str
    path: str
    member: str = ""
    content: bytes | None = None

    @property
    def suffix(self) -> str:
        """The lower-case suffix that tells the format: `.txt`."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix; article ids begin with it."""
        return str(PurePosixPath(self.name).with_suffix("")) if self.suffix in SUFFIXES else self.name

    def data(self) -> bytes:
        """The bytes of the page.

        Raises:
            SourceError: the file is gone, may not be read, is too large, or its archive is damaged.

        """
        if self.content is not None:
            return self.content
        try:
            if self.member:
                with zipfile.ZipFile(self.path) as archive:
                    return archive.read(self.member)
            path = Path(self.path)
            if path.stat().st_size > MAX_BYTES:
                raise SourceError(
                    f"the file is larger than {MAX_BYTES >> 20} MB", where=self.name, hint="split it into pages"
                )
            return path.read_bytes()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror or error}", where=self.name) from error
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, zlib.error) as error:
            raise SourceError("the archive is damaged or encrypted", where=self.name) from error


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that cannot be read, and why; the rest goes on."""

    name: str
    error: SourceError


def find(paths: Sequence[str | Path]) -> Iterator[Input | Failure]:
    """Every page under the given files, folders and archives; `-` is standard input.

    Raises:
        UsageError: a path does not exist (at once, before anything is read).

    """
    for path in paths:
        if str(path) != "-" and not Path(path).exists():
            raise UsageError(
                "no such file or folder", where=str(path), hint="name a file, a folder, a zip, or - for standard input"
            )
    return _unique(paths)


def _unique(paths: Sequence[str | Path]) -> Iterator[Input | Failure]:
    """The pages with names that no two of them share; the same file named twice comes once."""
    names: set[str] = set()
    places: set[tuple[str, str]] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Failure):
                yield found
                continue
            place = (str(Path(found.path).resolve()), found.member)
            if place in places:
                continue
            places.add(place)
            page = replace(found, name=_legible(found.name))
            if page.name in names:
                page = replace(page, name=f"{Path(page.path).resolve().parent.name}/{page.name}")
            count = 2
            base = page.name
            while page.name in names:
                page = replace(page, name=f"{PurePosixPath(base).with_suffix('')}-{count}{PurePosixPath(base).suffix}")
                count += 1
            names.add(page.name)
            yield page


def _legible(name: str) -> str:
    """The name with what is no text in it (bytes of another encoding) replaced, so that it can be told and written."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _built(folder: Path) -> bool:
    """Whether a build wrote this folder: what it holds are briefs, which must never be taken for sources."""
    return (folder / ".lock").is_file() and (folder / "manifest.json").is_file()


def _under(path: str | Path) -> Iterator[Input | Failure]:
    if str(path) == "-":
        yield Input("stdin.txt", "-", content=sys.stdin.buffer.read(MAX_BYTES + 1))
        return
    path = Path(path)
    if path.is_dir():
        built = cache(_built)
        for file in sorted(path.rglob("*"), key=lambda p: p.relative_to(path).as_posix()):
            relative = file.relative_to(path)
            if any(parent.name and built(path / parent) for parent in relative.parents):
                continue
            if file.is_file() and not any(_hidden(part) for part in relative.parts):
                yield from _file(file, relative.as_posix())
    else:
        yield from _file(path, path.name)


def _hidden(part: str) -> bool:
    return part.startswith((".", "~$")) or part in {"__MACOSX", "Thumbs.db"}


def _file(path: Path, name: str) -> Iterator[Input | Failure]:
    suffix = path.suffix.lower()
    if not path.is_file():
        yield Failure(name, SourceError("this is no regular file", where=name, hint="pipe it in, and name it -"))
    elif suffix == ".zip":
        yield from _archive(path, name)
    elif suffix in SUFFIXES or not suffix:
        yield Input(name, str(path))
    else:
        yield Failure(name, SourceError(f"{suffix} files are not read", where=name, hint=f"readable are {_KINDS}"))


def _archive(path: Path, name: str) -> Iterator[Input | Failure]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        yield Failure(name, SourceError("the archive is damaged", where=name, hint=str(error)))
        return
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_ARCHIVE_BYTES:
        what = f"the archive holds more than {MAX_MEMBERS} files or {MAX_ARCHIVE_BYTES >> 20} MB"
        yield Failure(name, SourceError(what, where=name, hint="unpack it and name the folder"))
        return
    for member in members:
        inner = f"{name}/{member.filename.lstrip('/')}"
        parts = PurePosixPath(member.filename).parts
        if any(_hidden(part) for part in parts if part not in {".", ".."}):
            continue
        if reason := _refused(member):
            yield Failure(inner, SourceError(reason, where=inner))
        else:
            yield Input(inner, str(path), member=member.filename)


def _refused(member: zipfile.ZipInfo) -> str:
    """Why a member of an archive is not opened, or nothing."""
    suffix = PurePosixPath(member.filename).suffix.lower()
    if suffix and suffix not in SUFFIXES:
        return f"{suffix} files are not read"
    if member.flag_bits & 1:
        return "the file is encrypted"
    if member.file_size > MAX_BYTES:
        return f"the file is larger than {MAX_BYTES >> 20} MB"
    if member.file_size > MAX_RATIO * max(1, member.compress_size) and member.file_size > 1 << 20:
        return "the file unpacks to far more than any text would"
    return ""
