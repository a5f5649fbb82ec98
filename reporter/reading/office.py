"""Word documents: paragraphs, headings and table rows by python-docx.

The extracted text, one paragraph a line, is the decoded source that offsets point into.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from reporter.errors import SourceError
from reporter.model import BlockKind, Located, Meta
from reporter.reading.archives import content, oversized
from reporter.reading.lines import Extract, Line, clean

MAX_UNPACKED = 256 * 1024 * 1024
MAX_XML = 32 * 1024 * 1024
"""Bytes of a part that a parser takes apart, which needs many times the memory; pictures stay as they are."""
MAX_LINES = 50_000
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.I)


def docx(data: bytes, where: str) -> Extract:
    """The lines of a .docx file and its title, author and date as far as it gives them.

    Raises:
        SourceError: the file is no Word document, is damaged, unpacks to far too much, or has too many paragraphs.

    """
    try:
        import docx as library  # noqa: PLC0415  (brings lxml along)

        document = library.Document(_within_limits(data, where))
        paragraphs = list(islice(_paragraphs(document), MAX_LINES + 1))
        if len(paragraphs) > MAX_LINES:
            raise SourceError(f"the document has more than {MAX_LINES} paragraphs", where=where, hint="split it")
        meta = _meta(document.core_properties)
    except SourceError:
        raise
    except Exception as error:
        # A damaged package raises whatever its first broken part runs into, from KeyError to lxml's own.
        raise SourceError("this is not a readable Word document", where=where, hint="open and save it again") from error
    text = "\n".join(words for words, _, _ in paragraphs)
    lines, at, gap = [], 0, 0
    for words, level, kind in paragraphs:
        located = clean(Located.of(text, at, at + len(words)))
        at += len(words) + 1
        if located.text:
            lines.append(Line(located, gap, level, kind=kind))
            gap = 0
        else:
            gap += 1
    return Extract(text, tuple(lines), meta, "docx", "utf-8")


def _within_limits(data: bytes, where: str) -> io.BytesIO:
    """The package again, its parts unpacked within limits and not packed any more: the library knows none."""
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(plain, "w") as copy:
        parts = {part.filename: part for part in archive.infolist()}
        if sum(part.file_size for part in parts.values()) > MAX_UNPACKED or any(map(_refused, parts.values())):
            hint = "it is no document, or save it as text"
            raise SourceError("the document unpacks to far more than any text would", where=where, hint=hint)
        for name, part in parts.items():
            copy.writestr(name, content(archive, part))
    return plain


def _refused(part: zipfile.ZipInfo) -> bool:
    parsed = part.filename.endswith((".xml", ".rels"))
    return bool(parsed and (part.file_size > MAX_XML or oversized(part)))


def _paragraphs(document: Any) -> Iterator[tuple[str, int, BlockKind | None]]:
    """The paragraphs and table rows in the order of the document, with their heading levels."""
    levels: dict[str | None, int] = {}  # the library looks a style up among all, each time
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for cells in _rows(item):
                yield " ".join(dict.fromkeys(cells)), 0, BlockKind.TABLE
            continue
        style = item._p.style
        if style not in levels:
            levels[style] = _level(item)
        for part in item.text.split("\n"):
            yield part, levels[style], None


def _level(paragraph: Any) -> int:
    """The heading level of a paragraph's style; 0 for none."""
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    match = _HEADING.search(style)
    return int(match[1]) if match else int(style.lower() == "title")


def _rows(table: Any) -> Iterator[list[str]]:
    """The texts of each row's cells; one that goes on from the row above says the same again.

    The library's own cells come once for each column they span, and there may be any number of those.
    """
    from docx.table import _Cell  # noqa: PLC0415

    above: dict[int, str] = {}
    for row in table.rows:
        here: dict[int, str] = {}
        column = 0
        for cell in row._tr.tc_lst:
            if cell.vMerge == "continue":
                here[column] = above.get(column, "")
            else:
                here[column] = _Cell(cell, table).text.strip().replace("\n", " ")
            column += cell.grid_span
        above = here
        yield list(here.values())


def _meta(properties: Any) -> Meta:
    """Title and author of the document; its dates are those of the file, not of the article."""
    generic = {"python-docx", "Word Document", "", None}
    title = properties.title if properties.title not in generic else ""
    author = properties.author if properties.author not in generic else ""
    given = properties.content_status
    date = given if isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given) else ""
    return Meta(title or "", author or "", date if not isinstance(given, datetime) else "")
