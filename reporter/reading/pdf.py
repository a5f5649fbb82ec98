"""PDF pages with a text layer: lines by their coordinates, columns one after the other, by pdfplumber.

The extracted text, one paragraph a line, is the decoded source that offsets point into. A page of pictures without
text is told as such: reading it would need character recognition, which this program does not do.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from typing import Any

from reporter.errors import SourceError
from reporter.model import Located
from reporter.reading.lines import Extract, Line, clean
from reporter.reading.pdflimits import limited

MAX_PAGES = 200
_STOPS = "。！？…”：;；"


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed line: its words and where it stands, in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int


def pdf(data: bytes, where: str) -> Extract:
    """The lines of a PDF.

    Raises:
        SourceError: the file is damaged, locked, has too many pages, draws far too much, or has no text layer.

    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with limited() as limits:
        try:
            rows = _all_rows(data, where)
        except SourceError:
            raise
        except Exception as error:
            # pdfminer raises many kinds of errors on damaged files, down to KeyError and RecursionError.
            if not limits.reached:
                hint = "it may be damaged or locked"
                raise SourceError("this is not a readable PDF", where=where, hint=hint) from error
    if limits.reached:
        raise SourceError("the PDF draws far more than any page would hold", where=where, hint="print it to PDF again")
    if not rows:
        raise SourceError("the PDF has no text layer", where=where, hint="only pictures of pages; recognise them first")
    return _extract(_paragraphs(rows))


def _all_rows(data: bytes, where: str) -> list[_Row]:
    """The printed lines of all pages."""
    import pdfplumber  # noqa: PLC0415  (slow to load)

    rows = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MAX_PAGES:
            raise SourceError(f"the PDF has more than {MAX_PAGES} pages", where=where, hint="split it")
        for number, page in enumerate(document.pages, 1):
            rows += _rows(page, number)
            page.close()  # what is drawn takes a thousand times the room of its words
    return rows


def _rows(page: Any, number: int) -> list[_Row]:
    """The printed lines of a page, column by column."""
    words = page.extract_words(
        use_text_flow=False, keep_blank_chars=False, x_tolerance=2, y_tolerance=3, extra_attrs=["size"]
    )
    rows: list[_Row] = []
    for word in sorted(words, key=lambda w: (round(w["top"] / 3), w["x0"])):
        last = rows[-1] if rows else None
        near = last and abs(last.top - word["top"]) <= 3 and -2 <= word["x0"] - last.right <= 1.2 * word["size"]
        if last and near:
            gap = " " if word["x0"] - last.right > 0.35 * word["size"] else ""
            rows[-1] = _Row(last.text + gap + word["text"], last.left, word["x1"], last.top, last.size, number)
        else:
            rows.append(_Row(word["text"], word["x0"], word["x1"], word["top"], word["size"], number))
    return _columns(rows)


def _columns(rows: list[_Row]) -> list[_Row]:
    """Lines in reading order: a line that spans the page ends the columns above it, columns go from left to right."""
    if not rows:
        return []
    rows = sorted(rows, key=lambda row: (row.top, row.left))
    width = max(row.right for row in rows) - min(row.left for row in rows)
    ordered: list[_Row] = []
    band: list[_Row] = []
    for row in rows:
        if row.right - row.left > 0.6 * width:
            ordered += _across(band)
            band = []
            ordered.append(row)
        else:
            band.append(row)
    return ordered + _across(band)


def _across(band: list[_Row]) -> list[_Row]:
    """The lines of a band by columns: lines that overlap from side to side stand in one column."""
    columns: list[list[_Row]] = []
    for row in sorted(band, key=lambda r: (r.left, r.top)):
        for column in columns:
            left, right = min(r.left for r in column), max(r.right for r in column)
            if row.left < right - 2 and row.right > left + 2:
                column.append(row)
                break
        else:
            columns.append([row])
    columns.sort(key=lambda column: min(r.left for r in column))
    return [row for column in columns for row in sorted(column, key=lambda r: (r.top, r.left))]


def _paragraphs(rows: list[_Row]) -> list[tuple[str, int, int]]:
    """Text, empty lines before it, and page of each paragraph: lines that fill their column go on in the next."""
    found: list[tuple[str, int, int]] = []
    last: _Row | None = None
    for row in rows:
        if last is not None and _goes_on(last, row):
            text, gap, page = found[-1]
            join = " " if text[-1:].isascii() and text[-1:].isalnum() and row.text[:1].isascii() else ""
            found[-1] = (text + join + row.text, gap, page)
        else:
            apart = last is not None and last.page == row.page and row.top - last.top > 4 * row.size
            found.append((row.text, 3 if apart else int(last is not None), row.page))
        last = row
    return found


def _goes_on(last: _Row, row: _Row) -> bool:
    """Whether a printed line is the next one of the same paragraph."""
    if last.page != row.page or abs(last.size - row.size) > 0.8 or not 0 < row.top - last.top < 2.6 * row.size:
        return False
    if abs(row.left - last.left) > 2.6 * row.size:
        return False
    indented = row.left - last.left > 1.2 * row.size
    short = last.right < row.right - 1.5 * row.size
    return not indented and not (short and (last.text[-1] in _STOPS or len(last.text) < 12))


def _extract(paragraphs: list[tuple[str, int, int]]) -> Extract:
    text = "\n".join(words for words, _, _ in paragraphs)
    lines, at = [], 0
    for words, gap, page in paragraphs:
        located = clean(Located.of(text, at, at + len(words)))
        at += len(words) + 1
        if located.text:
            lines.append(Line(located, gap, page=page))
    return Extract(text, tuple(lines), format="pdf", encoding="utf-8")
