"""Half-width marks for a cut font.

A full-width comma is half ink, half blank. Where two marks meet and at a line's end the blank goes. Few fonts have
glyphs for that, and a full-width glyph squeezed by spacing overlaps its neighbour's box, so that readers and
converters of PDF take it for another line. A cut gets glyphs of its own: the same outline on half the width, the
opening marks' moved to the left, at private code points.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reporter.rendering.lines import CLOSING, OPENING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_MARKS = OPENING + CLOSING
# Where the marks' half-width twins stand, in the order of the marks; U+F8A0… is at the end of the private area.
HALF = {mark: chr(0xF8A0 + i) for i, mark in enumerate(_MARKS)}
_MARGIN = 0.04  # em of ink that may reach over the middle (！ and ？ are drawn generously)


def add_halves(data: bytes) -> bytes:
    """A font file with half-width twins of its full-width marks; the same bytes where none can be made."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only when a font is cut

    with TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False) as font:
        made = {mark: shift for mark in _MARKS if (shift := _shift(font, mark)) is not None}
        if not made:
            return data
        (_add_outlines_cff if "CFF " in font else _add_outlines_glyf)(font, made)
        out = io.BytesIO()
        font.save(out, reorderTables=None)
    return out.getvalue()


def _shift(font: TTFont, mark: str) -> float | None:
    """How far a mark's outline moves to fill the left half of its square; None where its ink needs more."""
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415

    em = font["head"].unitsPerEm
    name = font.getBestCmap().get(ord(mark))
    if name is None or font["hmtx"][name][0] < 0.95 * em:
        return None
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    if pen.bounds is None:
        return None
    left, _, right, _ = pen.bounds
    shift = -em / 2 if mark in OPENING else 0.0
    fits = left + shift >= -_MARGIN * em and right + shift <= (0.5 + _MARGIN) * em
    return shift if fits else None


def _add_outlines_cff(font: TTFont, made: dict[str, float]) -> None:
    from fontTools.pens.t2CharStringPen import T2CharStringPen  # noqa: PLC0415
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415

    top = font["CFF "].cff.topDictIndex[0]
    glyphs, strings = font.getGlyphSet(), top.CharStrings
    half = font["head"].unitsPerEm // 2
    keyed = hasattr(top, "ROS")
    taken = max((int(name[3:]) for name in top.charset if name.startswith("cid")), default=0)
    for count, (mark, shift) in enumerate(made.items(), 1):
        name = font.getBestCmap()[ord(mark)]
        own = f"cid{taken + count:05d}" if keyed else f"half{ord(mark):04X}"
        number = font.getGlyphID(name)
        group = top.FDSelect[number] if keyed else 0
        private = top.FDArray[group].Private if keyed else top.Private
        pen = T2CharStringPen(half, glyphs)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
        strings.charStringsIndex.append(pen.getCharString(private, top.GlobalSubrs))
        strings.charStrings[own] = len(strings.charStringsIndex) - 1
        top.charset.append(own)
        if keyed:
            top.FDSelect.gidArray.append(group)
        _enter(font, own, mark, half, font["hmtx"][name][1] + round(shift))
    font.setGlyphOrder(top.charset)


def _add_outlines_glyf(font: TTFont, made: dict[str, float]) -> None:
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    glyphs, half = font.getGlyphSet(), font["head"].unitsPerEm // 2
    drawn = {}
    for mark, shift in made.items():
        name = font.getBestCmap()[ord(mark)]
        pen = TTGlyphPen(None)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
        drawn[f"half{ord(mark):04X}"] = (mark, pen.glyph(), font["hmtx"][name][1] + round(shift))
    for own, (mark, glyph, bearing) in drawn.items():
        font["glyf"][own] = glyph
        glyph.recalcBounds(font["glyf"])
        _enter(font, own, mark, half, bearing)


def _enter(font: TTFont, own: str, mark: str, width: int, bearing: int) -> None:
    """Give a new glyph its width and its private code point."""
    font["hmtx"][own] = (width, bearing)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in {4, 12}:
            table.cmap[ord(HALF[mark])] = own
