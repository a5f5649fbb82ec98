"""Chinese justification, and the hooks that hand plain Chinese lines from WeasyPrint to `setting`.

WeasyPrint 70 justifies by widening spaces, of which Chinese has none: its right edge is ragged. Here a line's
slack is spread over the gaps between its characters. The hooks replace module globals of the engine's inline
layout and text drawing, stand aside for what `setting` does not take, and are put in place (`engine`) only in the
version that they were written for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from reporter.rendering import leaders, lines, setting, titles
from reporter.rendering.cascade import keep
from reporter.rendering.glyphs import PLAIN, Font
from reporter.rendering.setting import Line

# A line with few gaps is better left short than torn apart; in em for each gap.
_WIDEST_GAP = 0.3

_NOTHING: Any = None

_installed = False


def install() -> None:
    """Put the hooks in place, once a process."""
    global _installed  # noqa: PLW0603 - hooks are global because what they hook is
    from weasyprint.draw import text as drawing  # noqa: PLC0415
    from weasyprint.layout import inline, leader, preferred  # noqa: PLC0415
    from weasyprint.text import line_break  # noqa: PLC0415

    if _installed:
        return
    own = _Engine(line_break, inline, drawing)
    inline.split_text_box = own.split_text_box
    inline.split_first_line = preferred.split_first_line = own.split_first_line
    inline.can_break_text = preferred.can_break_text = own.can_break_text
    inline.justify_line = own.justify_line
    inline.strut = own.strut
    inline.get_next_linebox = titles.even(inline.get_next_linebox, own.paragraph)
    inline.handle_leader = leaders.joined(inline.handle_leader, leader.leader_index, own.paragraph)
    drawing.draw_first_line = own.draw_first_line
    _installed = True


class _Engine:
    """The engine's functions by their own names and signatures; each falls back on the one it replaces."""

    def __init__(self, line_break: Any, inline: Any, drawing: Any) -> None:
        self._strut = line_break.strut
        self._split_first_line = line_break.split_first_line
        self._can_break_text = line_break.can_break_text
        self._create_layout = line_break.create_layout
        self._split_text_box = inline.split_text_box
        self._justify_line = inline.justify_line
        self._draw_first_line = drawing.draw_first_line

    def strut(self, style: Any) -> tuple[float, float]:
        try:
            return style.reporter_strut  # type: ignore[no-any-return]
        except AttributeError:
            return keep(style, "reporter_strut", self._strut)  # type: ignore[no-any-return]

    def paragraph(self, box: Any) -> tuple[setting.Setting, setting.Paragraph] | None:
        """A text box's setting and layout; None where it goes the engine's own way."""
        own = setting.of(box.style, self.strut)
        found = own.paragraph(box.text) if own and box.text else None
        return (own, found) if own and found else None

    def can_break_text(self, text: str, lang: str | None) -> bool:
        if len(text) < 2:
            return False
        if not PLAIN.fullmatch(text):
            return bool(self._can_break_text(text, lang))
        if len(text) == 2:
            return lines.may_part(text[0], text[1])
        return bool(lines.breaks(text))

    def split_text_box(
        self, context: Any, box: Any, available_width: float | None, skip: int | None, is_line_start: bool = True
    ) -> tuple[Any, int | None, bool]:
        laid_out = self.paragraph(box)
        if laid_out is None:
            return self._split_text_box(context, box, available_width, skip or 0, is_line_start)  # type: ignore[no-any-return]
        own, paragraph = laid_out
        start = paragraph.bytes.index(skip) if skip else 0
        if start == len(paragraph.text):
            return None, None, False
        end, resume, width = setting.fit(own, paragraph, start, available_width, is_line_start, minimum=False)
        ascent = max((font.ascent for font in paragraph.fonts), default=0.0) * own.size
        height = ascent + max((font.descent for font in paragraph.fonts), default=0.0) * own.size
        placed = box.copy_with_text(paragraph.text[start:end])
        placed.width, placed.height = width, height
        placed.pango_layout = Line(paragraph, start, end, own, resume is not None, max_width=available_width)
        # The engine wants margins that make the box as high as the line, and a baseline counted from its margin box.
        placed.margin_top = placed.margin_bottom = (own.strut[0] - height) / 2
        placed.baseline = ascent + placed.margin_top
        return placed, None if resume is None else paragraph.bytes[resume], False

    def split_first_line(
        self, text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float,
        is_line_start: bool = True, minimum: bool = False,
    ) -> tuple[Any, int, int | None, float, float, float]:  # fmt: skip
        own = setting.of(style, self.strut)
        paragraph, start = None, 0
        if own and text:
            # A table asks for the narrowest line of each rest of a text in turn: the rests share one paragraph.
            if own.last is not None and own.last.text.endswith(text):
                paragraph, start = own.last, len(own.last.text) - len(text)
            else:
                paragraph = own.paragraph(text)
        if own is None or paragraph is None:
            return self._split_first_line(  # type: ignore[no-any-return]
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
        end, resume, width = setting.fit(own, paragraph, start, max_width, is_line_start, minimum)
        offset = paragraph.bytes[start]
        ascent = max((font.ascent for font in paragraph.fonts), default=0.0) * own.size
        descent = max((font.descent for font in paragraph.fonts), default=0.0) * own.size
        return (
            Line(paragraph, start, end, own, resume is not None, max_width=max_width),
            paragraph.bytes[end] - offset,
            None if resume is None else paragraph.bytes[resume] - offset,
            width,
            ascent + descent,
            ascent,
        )

    def justify_line(self, context: Any, line: Any, extra_width: float) -> None:
        texts = list(_texts(line))
        if not all(isinstance(box.pango_layout, Line) for box in texts):
            self._justify_line(context, line, extra_width)
            return
        shares = [_shares(box, following) for box, following in zip(texts, [*texts[1:], None], strict=True)]
        total = sum(shares)
        if not total:
            return
        gap = extra_width / total
        if gap > _WIDEST_GAP * line.style["font_size"]:
            return
        for box in texts:
            box.pango_layout.gap = gap
        _widen(line, 0.0, {id(box): gap * share for box, share in zip(texts, shares, strict=True)})

    def draw_first_line(
        self, stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
    ) -> list[Any]:
        line = textbox.pango_layout
        if not isinstance(line, Line):
            return self._draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]
        if text_overflow == "ellipsis" or block_ellipsis != "none":
            textbox.pango_layout = self._create_layout(line.text, textbox.style, None, line.max_width, 0)
            return self._draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]
        if textbox.text.strip(" "):
            stream.set_text_matrix(*matrix.values)
            _draw(stream, line)
        return []


def _texts(box: Any) -> Iterator[Any]:
    """The text boxes of a line in reading order; pictures and inline blocks keep their width."""
    if hasattr(box, "pango_layout"):
        yield box
    elif isinstance(box, _flowing()):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _texts(child)


@cache
def _flowing() -> tuple[Any, Any]:
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox  # noqa: PLC0415

    return LineBox, InlineBox


def _shares(box: Any, following: Any) -> int:
    """How many gaps of a line belong to a text box: those inside, and the one before the text that follows.

    A raised mark of evidence stays close to what it marks.
    """
    line = box.pango_layout
    inside: int = sum(line.paragraph.gaps()[line.start : line.end - 1])
    if following is None:
        return inside
    after = following.pango_layout
    raised = after.setting.size < 0.8 * line.setting.size
    return inside + int(not raised and lines.stretches(line.text[-1], after.text[0]))


def _widen(box: Any, advance: float, extra: dict[int, float]) -> float:
    """Move a line's boxes to the right by what was added before them; gives the advance after the box."""
    if id(box) in extra:
        box.position_x += advance
        box.width += extra[id(box)]
        return advance + extra[id(box)]
    if isinstance(box, _flowing()):
        box.position_x += advance
        before = advance
        for child in box.children:
            if child.is_in_normal_flow():
                advance = _widen(child, advance, extra)
        box.width += advance - before
    else:
        box.translate(advance, 0)
    return advance


def _draw(stream: Any, line: Line) -> None:
    """Write a line's glyphs as PDF's operators: Tf for each font, Tc for the gaps, TJ for glyphs and exceptions."""
    paragraph, own = line.paragraph, line.setting
    glyphs, nudges, text = paragraph.glyphs, paragraph.nudges, paragraph.text
    gaps = paragraph.gaps() if line.gap else None
    spacing = own.letter * own.size + line.gap
    # What takes a gap back where a line may not open one; numbers in TJ are thousandths of an em, to the left.
    closed = line.gap / own.size * 1000
    operators = stream.stream
    if spacing:
        operators.append(b"%a Tc" % round(spacing, 4))
    current, font = -1, _NOTHING
    codes: list[str] = []
    last = line.end - 1
    for i in range(line.start, line.end):
        glyph = glyphs[i] if i < last else line.last_glyph()
        if not glyph.code:
            continue
        if glyph.font != current:
            if codes:
                operators.append(f"[<{''.join(codes)}>] TJ".encode())
                codes = []
            current = glyph.font
            font = _embedded(stream, own.book.fonts[current])
            stream.set_font_size(font.hash, own.size)
        codes.append(glyph.code)
        if glyph.gid not in font.widths:
            font.widths[glyph.gid] = round(glyph.width * 1000)
        if glyph.gid not in font.to_unicode:
            font.to_unicode[glyph.gid] = text[i]
        back = closed if gaps and not gaps[i] else 0.0
        if i in nudges:
            back -= nudges[i] * 1000
        if abs(back) >= 0.01:  # PDF knows no exponents: 1e-13 would break the file
            codes.append(f">{round(back, 2):g}<")
    if codes:
        operators.append(f"[<{''.join(codes)}>] TJ".encode())
    if spacing:
        operators.append(b"0 Tc")


def _embedded(stream: Any, font: Font) -> Any:
    """The document's own record of a font: which of its glyphs to embed."""
    found = stream._fonts.get(font.key)
    return found if found is not None else stream.add_font(font.pango)[0]
