"""The versions, by content, of what facts, documents and data files are made with."""

from __future__ import annotations

import functools
import importlib.metadata
import platform
import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from reporter import __version__
from reporter.build.files import digest, digest_file
from reporter.config import Settings
from reporter.model import Audience
from reporter.rendering.libraries import version
from reporter.rendering.pictures import NAMES_PICTURE, pictures

_PACKAGE = Path(__file__).resolve().parent.parent
_RULES = ("model", "lexicon", "language", "reading", "extraction")
_TABLES = ("model", "build/export.py", "build/data.py")
_WRITING = (*_TABLES, "config", "lexicon", "language", "reading", "briefing", "rendering", "build/documents.py")
"""Rooms and modules that decide how a document looks: also those that the upper ones draw on."""
_READERS = ("jieba", "rjieba", "trafilatura", "lxml", "python-docx", "pdfplumber", "charset-normalizer", "scipy")
_TABLERS = ("pyarrow", "xlsxwriter")
_ENGINES = ("weasyprint", "jinja2", "markupsafe", "fonttools", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen")
_HELPERS = ("pillow", "jieba", "rjieba", "scipy")
_TEMPLATES = (".j2", ".html")
_NAMED = re.compile(r"""["'](?:builtin/)?([^"'/\s]+)/[^"'\s]+\.(?:j2|html)["']""")
"""A template of another folder, as `include`, `import` and `extends` name it."""
_encoder = msgspec.json.Encoder(order="deterministic")


def templates_version(audience: Audience, roots: Sequence[Path], base: Path) -> str:
    """All files that an audience's documents may be made from.

    That is: those in its own folder, in the folders it extends, in the shared one and in any that its templates name;
    and where they name a picture, the pictures that stand beside reporter.toml, in `base`.
    """
    parts = []
    wanted, pictured = list(audience.chain), False
    for name in wanted:  # which grows as templates name further folders
        for root in roots:
            folder = root / name
            files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
            parts += [f"{name}/{path.relative_to(folder).as_posix()} {digest_file(path)}" for path in files]
            for path in files:
                text = path.read_text("utf-8", "replace") if path.suffix in _TEMPLATES else ""
                wanted += [other for other in dict.fromkeys(_NAMED.findall(text)) if other not in wanted]
                pictured = pictured or bool(NAMES_PICTURE.search(text))
    if pictured:
        parts += [f"{name} {digest_file(path)}" for name, path in pictures(base).items()]
    return digest("\n".join(parts).encode())


def settings_version(audience: Audience, settings: Settings) -> str:
    """Brand, logo and the choices of the audience, wherever they were made."""
    logo = digest_file(settings.root / settings.brand.logo) if settings.brand.logo else ""
    plain = msgspec.to_builtins(audience)
    for paths in ("places", "folders"):  # what they hold counts, not where they stand
        plain.pop(paths, None)
    return digest(_encoder.encode([msgspec.to_builtins(settings.brand), logo, plain]))


@functools.cache
def rules_version() -> str:
    """The version of everything that decides which facts a source gives."""
    return _version(_RULES, _READERS)


@functools.cache
def tables_version() -> str:
    """The version of everything that decides how a data file looks."""
    return _version(_TABLES, _TABLERS)


@functools.cache
def writing_version() -> str:
    """The version of everything that decides how a document looks, except templates, fonts and type-setting."""
    return _version(_WRITING, (*_ENGINES, *_HELPERS, *_TABLERS))


def setting_version() -> str:
    """The versions of the libraries that set type, which only PDFs depend on."""
    return f"pango {version('pango')} harfbuzz {version('harfbuzz')}"


def _version(parts: Iterable[str], libraries: Iterable[str]) -> str:
    ours = [f"{part} {_content(part)}" for part in parts]
    theirs = [f"{name} {_installed(name)}" for name in libraries]
    interpreter = f"python {platform.python_version()} zlib {zlib.ZLIB_RUNTIME_VERSION}"
    return digest("\n".join([f"reporter {__version__}", *ours, *theirs, interpreter]).encode())


@functools.cache
def _content(part: str) -> str:
    """A room's or a module's files by content."""
    place = _PACKAGE / part
    found = []
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.suffix in (".py", ".csv", ".toml", ".txt"):
            found.append(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest(b"\0".join(found))


def _installed(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"
