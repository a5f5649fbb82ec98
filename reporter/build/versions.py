"""The versions, by content, of what facts, documents and data files are made with."""

from __future__ import annotations

import functools
import importlib.metadata
import platform
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

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
_TEXTS = (".j2", ".html", ".css", ".svg")
"""Files that may name others."""
_ANY_TEMPLATE = re.compile(
    r"""{%[-+]?\s*(?:include|import|extends|from)\s+
        (?! ["'][^"'/]*/ | ["'][^"'/]*["']\s*(?:[-+]?%}|ignore\b|with|import\b|as\b) )""",
    re.VERBOSE,
)
"""A template that is named by what only filling it tells: `{% include kind ~ "/part.html.j2" %}`."""
_encoder = msgspec.json.Encoder(order="deterministic")


def templates_version(audience: Audience, roots: Sequence[Path], base: Path) -> str:
    """All files that an audience's documents may be made from.

    That is: those in its own folder, in the folders it extends, in the shared one, beside them and in any folder that
    a template, style or drawing among these speaks of (in all where a template's name is only known as it is filled);
    and where they name a picture, the pictures that stand beside reporter.toml, in `base`.
    """
    folders = {folder.name for root in roots for folder in root.iterdir() if folder.is_dir() and _seen(folder)}
    parts, wanted, pictured = [], [".", *audience.chain], False
    for name in wanted:  # which grows as files name further folders
        for place, path in _files(name, roots):
            parts.append(f"{place} {digest_file(path)}")
            text = path.read_text("utf-8", "replace") if path.suffix in _TEXTS else ""
            everywhere = bool(_ANY_TEMPLATE.search(text))
            plain = unquote(text)
            named = (other for other in sorted(folders - set(wanted)) if everywhere or f"{other}/" in plain)
            wanted += list(named)
            pictured = pictured or bool(NAMES_PICTURE.search(text))
    if pictured:
        parts += [f"{name} {digest_file(path)}" for name, path in pictures(base).items()]
    return digest("\n".join(parts).encode())


def _files(folder: str, roots: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """The files in a folder of templates and below, or, for `.`, those that stand beside all folders."""
    for root in roots:
        for path in sorted((root / folder).glob("*" if folder == "." else "**/*")):
            if path.is_file() and _seen(path):
                yield path.relative_to(root).as_posix(), path


def _seen(path: Path) -> bool:
    return not path.name.startswith(".")


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
