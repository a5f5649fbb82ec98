"""Word documents: paragraphs, headings and table rows by python-docx.

The extracted text, one paragraph a line, is the decoded source that offsets point into.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from reporter.errors import SourceError
from reporter.model import BlockKind, Located, Meta
from reporter.reading.lines import Extract, Line, clean

MAX_UNPACKED = 256 * 1024 * 1024
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.I)


def docx(data: bytes, where: str) -> Extract:
    """The lines of a .docx file and its title, author and date as far as it gives them.

    Raises:
        SourceError: the file is no Word document, is damaged, or unpacks to far too much.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise SourceError("the document unpacks to far more than any text would", where=where)
        import docx as library  # noqa: PLC0415  (brings lxml along)

        document = library.Document(io.BytesIO(data))
        paragraphs = list(_paragraphs(document))
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


def _paragraphs(document: Any) -> Iterator[tuple[str, int, BlockKind | None]]:
    """The paragraphs and table rows in the order of the document, with their heading levels."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = dict.fromkeys(cell.text.strip().replace("\n", " ") for cell in row.cells)
                yield " ".join(cells), 0, BlockKind.TABLE
            continue
        style = (item.style.name or "") if item.style is not None else ""
        match = _HEADING.search(style)
        level = int(match[1]) if match else int(style.lower() == "title")
        for part in item.text.split("\n"):
            yield part, level, None


def _meta(properties: Any) -> Meta:
    """Title and author of the document; its dates are those of the file, not of the article."""
    generic = {"python-docx", "Word Document", "", None}
    title = properties.title if properties.title not in generic else ""
    author = properties.author if properties.author not in generic else ""
    given = properties.content_status
    date = given if isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given) else ""
    return Meta(title or "", author or "", date if not isinstance(given, datetime) else "")
