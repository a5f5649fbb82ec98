"""A user's own pictures as part of the document: `{{ "photo.jpg"|picture }}`."""

from __future__ import annotations

import base64
import difflib
import mimetypes
import re
from contextvars import ContextVar
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context

FOLDERS: ContextVar[tuple[Path, ...]] = ContextVar("folders", default=())
"""Where pictures of the document at hand are looked for, the first that has one wins."""

_KINDS = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"}
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
            return data_address(path)
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
    """A file as a `data:` address. Raises OSError when it cannot be read."""
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
