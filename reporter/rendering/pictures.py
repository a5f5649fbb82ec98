"""A user's own pictures as part of the document: `{{ "photo.jpg"|picture }}`."""

from __future__ import annotations

import base64
import difflib
import io
import re
import stat
import warnings
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context

FOLDERS: ContextVar[tuple[Path, ...]] = ContextVar("folders", default=())
"""Where pictures of the document at hand are looked for, the first that has one wins."""

_KINDS = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"}
_DRAWN = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n"
LARGEST = 10 * 2**20
"""Bytes of one picture; it stands in every document."""
NAMES_PICTURE = re.compile(r"\|\s*picture\b")
"""How a template shows that it does."""


@pass_context  # not for its context: Jinja would work out a constant's picture once for all audiences
def picture(_: Context, name: str) -> str:
    """A picture as an address that holds it: `<img src="{{ "photo.jpg"|picture }}" alt="园区">` → data:image/jpeg;….

    It is looked for in the audience's folder, in those that it extends, and beside reporter.toml; in each also one
    folder below (`{{ "photos/port.jpg"|picture }}`). The document stays one file; an unknown picture is an error that
    names the template's line.
    """
    folders = FOLDERS.get()
    for folder in folders:
        path = pictures(folder).get(name)
        if path:
            try:
                return data_address(path)
            except ValueError as error:
                raise ValueError(f"the picture {path} {error}") from error
    near = difflib.get_close_matches(name, [known for folder in folders for known in pictures(folder)], 1, 0.5)
    hint = f"did you mean `{near[0]}`?" if near else f"looked in {', '.join(map(str, folders)) or 'no folder'}"
    raise LookupError(f"there is no picture `{name}`; {hint}")


def pictures(folder: Path) -> dict[str, Path]:
    """The pictures that templates may name in `folder`, by that name: those in it, and in the folders in it."""
    inside = folder.resolve()
    found = [*folder.glob("[!.]*"), *folder.glob("[!.]*/[!.]*")]
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(found)
        if path.suffix.lower() in _KINDS and path.is_file() and path.resolve().is_relative_to(inside)
    }


def data_address(path: Path) -> str:
    """A picture as a `data:` address; what it is, its content says and not its name.

    Raises OSError when it cannot be read, ValueError when it is nothing that can be drawn.
    """
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise ValueError("is no regular file")
    return _address(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)  # a logo stands in every document
def _address(path: Path, _changed: int, size: int) -> str:
    if size > LARGEST:
        raise ValueError(f"is larger than {LARGEST // 2**20} MB")
    data = path.read_bytes()
    return f"data:{_kind(data)};base64,{base64.b64encode(data).decode('ascii')}"


def _kind(data: bytes) -> str:
    """The media type of a picture; it is decoded once, so that half a file is found out as well."""
    kind = _drawing(data) if data.lstrip(_BEFORE_XML).startswith(b"<") else _photo(data)
    if not kind:
        raise ValueError("is no picture that can be drawn")
    return kind


def _drawing(data: bytes) -> str:
    from lxml import etree  # noqa: PLC0415

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return ""
    return "image/svg+xml" if etree.QName(root).localname == "svg" else ""


def _photo(data: bytes) -> str:
    from PIL import Image  # noqa: PLC0415 - not for documents without pictures

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(data), formats=_DRAWN) as image,
        ):
            image.load()
            return str(Image.MIME[image.format or ""])
    except Exception:  # whatever a decoder makes of it
        return ""
