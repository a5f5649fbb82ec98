"""Setting Chinese lines in place of the engine: from a text box and a width to one line, ready to draw.

WeasyPrint hands each line to Pango. For plain Chinese text (see `glyphs`) this module answers instead: a
paragraph's widths and permitted breaks are computed once, a line is then two binary searches. It is faster and
follows Chinese rules that Pango does not know: numbers stay with their units, adjacent marks close up, a mark at
a line's end gives up its white half.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from reporter.rendering import lines
from reporter.rendering.cascade import keep
from reporter.rendering.glyphs import PLAIN, Book, Font, Glyph

_ROUNDING = 1e-9
_LONELY = 2.1  # em: one character and a mark
# The properties that change a glyph or its width, besides size; they name a book.
_TYPEFACE = (
    "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures", "font_variant_position",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
    "font_variation_settings", "font_language_override", "lang",
)  # fmt: skip


@dataclass(slots=True)
class Paragraph:
    """A text with its glyphs: where each character begins (em), where lines may end, and how wide they are then.

    `x` and `bytes` have one entry more than the text has characters; the engine counts in UTF-8 bytes.
    """

    text: str
    glyphs: list[Glyph]
    x: list[float]
    bytes: list[int]
    breaks: tuple[int, ...]
    ends: list[float]  # where a line's ink ends that breaks at the same place of `breaks`
    nudges: dict[int, float]  # kerning and marks set close: what is added after a character
    fonts: tuple[Font, ...]
    stretch: list[bool] = field(default_factory=list)

    def end_of_line(self, start: int, room: float) -> int:
        """The last place from `start` on at which a line of `room` em may break; the first if none fits."""
        low = bisect_right(self.breaks, start)
        found = bisect_right(self.ends, self.x[start] + room + _ROUNDING, low)
        if found > low:
            return self.breaks[found - 1]
        return self.breaks[low] if low < len(self.breaks) else len(self.text)

    def gaps(self) -> list[bool]:
        """For each character, whether a justified line may open a gap after it."""
        if not self.stretch:
            text = self.text
            self.stretch = [lines.stretches(text[i], text[i + 1]) for i in range(len(text) - 1)] + [True]
        return self.stretch


@dataclass(slots=True)
class Setting:
    """What of a computed style matters for lines; made once for each style."""

    book: Book
    size: float
    letter: float  # letter spacing, in em
    wraps: bool
    anywhere: bool  # a word too long for a line of its own may be cut
    anywhere_minimum: bool  # … and counts as cuttable when a table asks for its least width
    strut: tuple[float, float]
    last: Paragraph | None = None

    def paragraph(self, text: str) -> Paragraph | None:
        """The text laid out; None where it holds characters that only Pango can set."""
        last = self.last
        if last is not None and last.text == text:
            return last
        key = (text, self.letter)
        cache = self.book.paragraphs
        found = cache.get(key)
        if found is None and key not in cache:
            if len(cache) > 2000:
                cache.clear()
            found = cache[key] = _lay_out(text, self.book, self.letter)
        self.last = found
        return found


@dataclass(slots=True)
class Line:
    """A part of a paragraph as one line. It stands where the engine expects one of its own Pango layouts."""

    paragraph: Paragraph
    start: int
    end: int
    setting: Setting
    broken: bool = False  # the paragraph goes on: a mark at the end gives up its white half
    gap: float = 0.0  # what justification adds after each stretching character, in pixels
    first_line_direction: int = 0
    max_width: float | None = None
    _metrics: Any = None

    def last_glyph(self) -> Glyph:
        """The glyph that ends the line."""
        last = self.end - 1
        twin = self.setting.book.half(self.paragraph.text[last]) if self.broken else None
        return twin if twin and self.paragraph.text[last] in lines.CLOSING else self.paragraph.glyphs[last]

    @property
    def text(self) -> str:
        """The line's characters."""
        return self.paragraph.text[self.start : self.end]

    def reactivate(self, style: Any) -> None:
        """Nothing to do: a line needs no Pango objects to be drawn."""

    def deactivate(self) -> None:
        """Nothing to let go of."""

    def __getattr__(self, name: str) -> Any:
        # Underlines are rare: the engine's own layout tells their place when it is asked for.
        if name in _DECORATION:
            if self._metrics is None:
                from weasyprint.text.line_break import Layout  # noqa: PLC0415

                style = self.setting.book.style.copy()
                style["font_size"] = self.setting.size
                style["text_decoration_line"] = {"underline"}
                self._metrics = Layout(style)
            return getattr(self._metrics, name)
        raise AttributeError(name)


_DECORATION = frozenset(
    ("ascent", "underline_position", "underline_thickness", "strikethrough_position", "strikethrough_thickness")
)


def _lay_out(text: str, book: Book, letter: float) -> Paragraph | None:
    if not PLAIN.fullmatch(text):
        return None
    known = book.glyphs
    glyphs = [glyph for c in text if (glyph := known[c] if c in known else book.glyph(c))]
    if len(glyphs) < len(text):
        return None
    nudges = _close_up(text, book, glyphs)
    widths = [glyph.width + letter if glyph.code else 0.0 for glyph in glyphs]
    for i, nudge in nudges.items():
        widths[i] += nudge
    x = [0.0, *accumulate(widths)]
    breaks = lines.breaks(text)
    ends = []
    for end in breaks:
        last = end - 1
        while text[last] == " " and last:
            last -= 1
        ends.append(x[last + 1] - (_hanging(book, text[last], glyphs[last]) if last not in nudges else 0.0))
    return Paragraph(
        text=text,
        glyphs=glyphs,
        x=x,
        bytes=[0, *accumulate(map(_utf8_length, text))],
        breaks=breaks,
        ends=ends,
        nudges=nudges,
        fonts=tuple(book.fonts[number] for number in sorted({glyph.font for glyph in glyphs if glyph.code})),
    )


def _close_up(text: str, book: Book, glyphs: list[Glyph]) -> dict[int, float]:
    """Set marks that meet and Latin letters close: half-width marks into `glyphs`, the rest as nudges."""
    found: dict[int, float] = {}
    for match in lines.MARK_PAIRS.finditer(text):
        i = match.start()
        if lines.closes_up(text[i], text[i + 1]):
            loose = i if text[i] in lines.CLOSING else i + 1
            twin = book.half(text[loose])
            if twin:
                glyphs[loose] = twin
            elif glyphs[loose].blank:
                found[i] = -glyphs[loose].blank
    for match in lines.LATIN_PAIRS.finditer(text):
        kern = book.kern(text[match.start()], text[match.start() + 1])
        if kern:
            found[match.start()] = kern
    return found


def _hanging(book: Book, mark: str, glyph: Glyph) -> float:
    """What a closing mark gives up at a line's end."""
    if mark not in lines.CLOSING:
        return 0.0
    twin = book.half(mark)
    return max(0.0, glyph.width - twin.width) if twin else glyph.blank


def _utf8_length(character: str) -> int:
    return 1 if character < "\x80" else 2 if character < "\u0800" else 3 if character < "\U00010000" else 4


def of(style: Any, strut: Any) -> Setting | None:
    """The setting of a computed style; None where its text must go the engine's own way."""
    try:
        found = style.reporter_setting
    except AttributeError:
        found = keep(style, "reporter_setting", lambda style: _setting_of(style, strut))
    return found  # type: ignore[no-any-return]


def _setting_of(style: Any, strut: Any) -> Setting | None:
    size = style["font_size"]
    if (
        not size
        or style["direction"] != "ltr"
        or style["white_space"] not in {"normal", "nowrap", "pre"}
        or style["word_spacing"]
        or style["font_variant_caps"] != "normal"
    ):
        return None
    books = style.font_config.__dict__.setdefault("reporter_books", {})
    key = (tuple(style["font_family"]), *(str(style[name]) for name in _TYPEFACE))
    book = books.get(key)
    if book is None:
        book = books[key] = Book.of(style)
    letter = 0.0 if style["letter_spacing"] == "normal" else style["letter_spacing"] / size
    overflow, breaking = style["overflow_wrap"], style["word_break"]
    return Setting(
        book=book,
        size=size,
        letter=letter,
        wraps=style["white_space"] == "normal",
        anywhere=breaking == "break-all" or overflow in {"anywhere", "break-word"},
        anywhere_minimum=breaking == "break-all" or overflow == "anywhere",
        strut=strut(style),
    )


def _company(paragraph: Paragraph, start: int, end: int, space: float) -> int:
    """An earlier end of line, so that the last line is not one character alone (孤字不成行)."""
    x, breaks = paragraph.x, paragraph.breaks
    at = bisect_right(breaks, end) - 2
    if at >= 0 and breaks[at] > start and x[end] - x[breaks[at]] <= 2.5 and x[breaks[at]] - x[start] > 0.7 * space:
        return breaks[at]
    return end


def fit(
    setting: Setting, paragraph: Paragraph, start: int, room: float | None, at_line_start: bool, minimum: bool
) -> tuple[int, int | None, float]:
    """One line from character `start` in `room` pixels: where it ends, where the next begins, its width in pixels.

    Where the rest of the paragraph fits, the next begins nowhere (None).
    """
    text, x = paragraph.text, paragraph.x
    full = len(text)
    bare = len(text.rstrip(" ")) if text.endswith(" ") else full
    if room is None or not setting.wraps or x[max(bare, start)] - x[start] <= room / setting.size + _ROUNDING:
        return full, None, (x[full] - x[start]) * setting.size
    space = max(room, 0.0) / setting.size
    end = paragraph.end_of_line(start, space)
    if space and x[bare] - x[end] < _LONELY:
        end = _company(paragraph, start, end, space)
    at = bisect_right(paragraph.breaks, end) - 1
    inked = paragraph.ends[at] if at >= 0 and paragraph.breaks[at] == end else x[full]
    cuttable = setting.anywhere_minimum or (setting.anywhere and not minimum)
    if cuttable and at_line_start and inked - x[start] > space + _ROUNDING:
        end = max(start + 1, bisect_right(x, x[start] + space + _ROUNDING) - 1)
        inked = x[end]
    if end >= full:
        return full, None, (x[full] - x[start]) * setting.size
    stripped = end
    while stripped > start + 1 and text[stripped - 1] == " ":
        stripped -= 1
    return stripped, end, (inked - x[start]) * setting.size
