"""What each character looks like to the engine, asked of Pango once and remembered.

Pango shapes every line anew, three times over: to draft it, to measure it, to draw it. Chinese characters, digits
and marks have no context: one character is one glyph of one width wherever it stands. A `Book` asks Pango for
each character once in a process (which font serves it, which glyph, how wide) and answers from memory from then
on. Characters that do have a context (combining marks, other scripts, emoji) are not in the book; their text goes
the engine's own way.

Lengths are in em (1.0 is the font size) unless said otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key
from weasyprint.text.line_break import Layout

from reporter.rendering.halves import HALF
from reporter.rendering.lines import CLOSING, JOINER, OPENING

# One character, one glyph: Latin without combining marks, Greek, Cyrillic; punctuation, symbols; Chinese, kana.
PLAIN = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u2060\u2070-\u20bf\u2100-\u27bf\u2e80-\u2fff"
    "\u3000-\u3029\u3030-\u3098\u309b-\u318f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6"
    "\U00020000-\U000323af]*"
)
_MEASURED = 1000  # the size at which Pango is asked, so that its units are thousandths of an em


class Glyph(NamedTuple):
    """One character's glyph: the font's number in its book, glyph index (`gid`), width, and what it can give up.

    `blank` is the white half of a full-width mark, right of a closing one and left of an opening one.
    """

    font: int
    gid: int
    code: str  # the glyph index as four hexadecimal digits, as PDF writes it
    width: float
    blank: float


class Font(NamedTuple):
    """One of the fonts that serve a book: Pango's object, the engine's key for it, and its height."""

    pango: Any
    key: int
    ascent: float
    descent: float
    keeper: Any  # the layout that keeps Pango's object alive


@dataclass(slots=True)
class Book:
    """Glyphs of one typeface as a style asks for it: family list, weight, slant, language."""

    style: Any  # a computed style of the engine, set to the measuring size
    fonts: list[Font] = field(default_factory=list)
    glyphs: dict[str, Glyph | None] = field(default_factory=dict)
    pairs: dict[str, float] = field(default_factory=dict)
    paragraphs: dict[Any, Any] = field(default_factory=dict)  # what `setting` laid out last

    @classmethod
    def of(cls, style: Any) -> Book:
        """A book for the typeface of a computed style."""
        style = style.copy()
        style["font_size"] = _MEASURED
        style["letter_spacing"] = "normal"
        style["word_spacing"] = 0
        style["text_decoration_line"] = "none"
        return cls(style)

    def glyph(self, character: str) -> Glyph | None:
        """The glyph of a character; None where it has none here, or needs its neighbours to be shaped."""
        try:
            return self.glyphs[character]
        except KeyError:
            found = self.glyphs[character] = self._ask(character)
            return found

    def half(self, mark: str) -> Glyph | None:
        """The half-width twin of a full-width mark, where the font that sets the mark has one (see `halves`)."""
        twin = HALF.get(mark)
        full, found = self.glyph(mark), self.glyph(twin) if twin else None
        return found if full and found and full.font == found.font and found.width < full.width else None

    def kern(self, before: str, after: str) -> float:
        """How much closer (negative) or farther two Latin letters stand than their widths say."""
        pair = before + after
        if pair not in self.pairs:
            first, second = self.glyph(before), self.glyph(after)
            width = self._width(pair)
            self.pairs[pair] = width - first.width - second.width if first and second and width else 0.0
        return self.pairs[pair]

    def _ask(self, character: str) -> Glyph | None:
        if character == JOINER:
            return Glyph(0, -1, "", 0.0, 0.0)
        layout, line = self._shaped(character)
        run = line.runs[0]
        if run == ffi.NULL or run.next != ffi.NULL or run.data.glyphs.num_glyphs != 1:
            return None
        info = run.data.glyphs.glyphs[0]
        if info.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG or info.glyph == pango.PANGO_GLYPH_EMPTY:
            return None
        if info.geometry.x_offset or info.geometry.y_offset:
            return None
        font = self._font(run.data.item.analysis.font, layout, line)
        width = info.geometry.width * FROM_UNITS / _MEASURED
        return Glyph(font, info.glyph, f"{info.glyph:04x}", width, self._blank(character, font, info.glyph, width))

    def _shaped(self, text: str) -> tuple[Any, Any]:
        layout = Layout(self.style)
        layout.set_text(text)
        line, _ = layout.get_first_line()
        return layout, line

    def _width(self, text: str) -> float:
        """The width of a shaped text; 0 where Pango made a ligature of it or took several fonts."""
        _, line = self._shaped(text)
        run = line.runs[0]
        if run == ffi.NULL or run.next != ffi.NULL or run.data.glyphs.num_glyphs != len(text):
            return 0.0
        infos = run.data.glyphs.glyphs
        total: float = sum(infos[i].geometry.width for i in range(len(text))) * FROM_UNITS
        return float(total / _MEASURED)

    def _font(self, pango_font: Any, layout: Any, line: Any) -> int:
        key, _, _ = get_pango_font_key(pango_font)
        for number, font in enumerate(self.fonts):
            if font.key == key:
                return number
        logical = ffi.new("PangoRectangle *")
        pango.pango_layout_line_get_extents(line, ffi.NULL, logical)
        height = logical.height * FROM_UNITS / _MEASURED
        ascent = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS / _MEASURED
        self.fonts.append(Font(pango_font, key, ascent, height - ascent, layout.layout))
        return len(self.fonts) - 1

    def _blank(self, character: str, font: int, index: int, width: float) -> float:
        """The white half of a full-width mark, as far as its ink leaves one."""
        if width < 0.9 or character not in CLOSING + OPENING:
            return 0.0
        ink = ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.fonts[font].pango, index, ink, ffi.NULL)
        left = ink.x * FROM_UNITS / _MEASURED
        right = width - left - ink.width * FROM_UNITS / _MEASURED
        white = left if character in OPENING else right
        return float(min(0.5, max(0.0, white - 0.02)))
