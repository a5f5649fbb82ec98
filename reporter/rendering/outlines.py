"""Fonts inside a PDF: the used outlines and nothing else.

WeasyPrint embeds a cut of an OpenType font in which every glyph keeps its place: thousands of empty ones, and widths
for each of them, which the PDF holds itself. Where a font names its glyphs by their places (CID = glyph index, as
Noto CJK and our cuts of it do) the outlines alone will do (`CFF`, in PDF's terms `CIDFontType0C`): a third of the
bytes, and half the time to cut and compress them. Other fonts are embedded as the engine does it.

The names matter: a reader that keeps to ISO 32000-2, 9.7.4.2, looks a character's code up among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

_CHARSET, _CHAR_STRINGS, _CID_KEYED = 15, 17, (12, 30)  # operators of CFF (Adobe's Technical Note 5176)
_ESCAPE, _REAL = 12, 30


def install(fonts: Any, pdf: Any) -> None:
    """Have the engine write bare outlines for the fonts that are found fit (`in_order`)."""
    pdf.build_fonts_dictionary = _bare(fonts.build_fonts_dictionary)
    whole = fonts.get_hb_object_data
    fonts.get_hb_object_data = lambda *_: None
    fonts.Font.file_content = property(_content(whole), _set_content)


def number_in_order(data: bytes) -> bytes:
    """A font file whose glyphs are named by their place in it, so that the outlines will do in a PDF."""
    import io  # noqa: PLC0415

    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only when a font is cut

    with TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False) as font:
        top = font["CFF "].cff.topDictIndex[0] if "CFF " in font else None
        if top is None or not hasattr(top, "ROS"):
            return data
        names = [".notdef", *(f"cid{number:05d}" for number in range(1, len(top.charset)))]
        places = top.CharStrings.charStrings
        top.CharStrings.charStrings = {
            new: places[old] for new, old in zip(names, top.charset, strict=True)
        }  # the other tables know glyphs by their places already
        top.charset = names
        font.setGlyphOrder(names)
        out = io.BytesIO()
        font.save(out, reorderTables=None)
    return out.getvalue()


def in_order(cff: bytes) -> bool:
    """Whether outlines name their glyphs by their places, so that they mean the same without a font file around."""
    try:
        names = _names(cff)
    except IndexError:  # it is no such table at all
        return False
    return names is not None and names == list(range(len(names)))


def table(font: bytes, name: bytes) -> bytes | None:
    """A table of an OpenType font."""
    for at in range(12, 12 + 16 * _number(font, 4, 2), 16):
        if font[at : at + 4] == name:
            start, length = _number(font, at + 8, 4), _number(font, at + 12, 4)
            return font[start : start + length]
    return None


def _bare(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def build_fonts_dictionary(pdf: Any, fonts: dict[Any, Any], *rest: Any) -> Any:
        first = len(pdf.objects)
        made = original(pdf, fonts, *rest)
        outlines = {id(font.file_content): bare for font in fonts.values() if (bare := _outlines_of(font))}
        new: list[Any] = pdf.objects[first:]
        files, described = set(), set()
        for one in new:
            content: list[Any] = getattr(one, "stream", [])
            if len(content) == 1 and id(content[0]) in outlines:
                one.stream = [outlines[id(content[0])]]
                one.extra["Subtype"] = "/CIDFontType0C"
                files.add(one.reference)
        tables = [one for one in new if isinstance(one, dict)]
        for one in tables:
            if one.get("FontFile3") in files:
                described.add(one.reference)  # type: ignore[attr-defined]
        for one in tables:
            if one.get("FontDescriptor") in described:
                del one["CIDToGIDMap"]  # PDF has it for TrueType only: the names tell
        return made

    return build_fonts_dictionary


def _content(whole: Callable[..., Any]) -> Callable[[Any], Any]:
    """A font's file, copied when somebody asks for it: megabytes that the engine copies for every document."""

    def file_content(font: Any) -> Any:
        content = font.__dict__.get("reporter_content")
        if content is None:
            content = font.reporter_content = whole(font.hb_face)
        return content

    return file_content


def _set_content(font: Any, content: bytes | None) -> None:
    font.reporter_content = content


def _outlines_of(font: Any) -> bytes | None:
    return table(font.file_content, b"CFF ") if getattr(font, "reporter_bare", False) else None


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _names(cff: bytes) -> list[int] | None:
    """The names of a font's glyphs where they are numbers (CIDs)."""
    _, end = _index(cff, cff[2])
    tops, _ = _index(cff, end)
    top = dict(_operators(cff[tops[0] : tops[1]]))
    if _CID_KEYED not in top or _CHARSET not in top:
        return None
    count = _number(cff, top[_CHAR_STRINGS], 2)
    at = top[_CHARSET]
    kind, at = cff[at], at + 1
    names = [0]
    if kind == 0:
        names += [_number(cff, at + 2 * i, 2) for i in range(count - 1)]
    size = kind  # of the field that says how many follow the first of a range
    while len(names) < count:
        start, more = _number(cff, at, 2), _number(cff, at + 2, size)
        names += range(start, start + more + 1)
        at += 2 + size
    return names


def _index(cff: bytes, at: int) -> tuple[list[int], int]:
    """Where the items of an INDEX begin, with the end of the last, and where what follows it begins."""
    count = _number(cff, at, 2)
    if not count:
        return [], at + 2
    size = cff[at + 2]
    base = at + 2 + (count + 1) * size
    starts = [base + _number(cff, at + 3 + i * size, size) for i in range(count + 1)]
    return starts, starts[-1]


def _operators(data: bytes) -> Iterator[tuple[Any, int]]:
    """The operators of a DICT, each with the last of its operands."""
    at, last = 0, 0
    while at < len(data):
        first = data[at]
        at += 1
        if first == _ESCAPE:
            yield (_ESCAPE, data[at]), last
            at += 1
        elif first < 22:
            yield first, last
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            last = int.from_bytes(data[at : at + size], "big", signed=True)
            at += size
        elif first == _REAL:
            while data[at] & 15 != 15 and data[at] >> 4 != 15:
                at += 1
            at += 1
        elif first < 247:
            last = first - 139
        else:
            last = (first - 247) * 256 + data[at] + 108 if first < 251 else -(first - 251) * 256 - data[at] - 108
            at += 1
