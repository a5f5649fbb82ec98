"""Titles in lines of even length (GB/T 9704-2012, 7.3.1: 排列对称, 长短适宜).

    常州高新区集中开工的重点项目总投资      →      常州高新区集中开工的
    281亿元                                        重点项目总投资281亿元

The engine fills lines one after the other. For a heading or a centred text of a few lines this module looks for the
narrowest measure that takes no more lines, over all the elements in it, and has the engine fill that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

from reporter.rendering import lines
from reporter.rendering.setting import Paragraph, Setting

_HEADINGS = frozenset(("h1", "h2", "h3"))
_MOST_LINES = 4  # what takes more is no title
_STEP = 2.0  # pixels: near enough
_LaidOut = Callable[[Any], tuple[Setting, Paragraph] | None]


def even(get_next_linebox: Any, laid_out: _LaidOut) -> Any:
    """The engine's function that makes the next line, with titles in even lines."""

    def get_next_even_linebox(
        context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any, containing_block: Any,
        *rest: Any,
    ) -> Any:  # fmt: skip
        centred = linebox.style["text_align_all"] == "center"
        if not (centred or linebox.element_tag in _HEADINGS) or context.excluded_shapes:
            return get_next_linebox(context, linebox, position_y, bottom_space, skip_stack, containing_block, *rest)
        full = containing_block.width
        if skip_stack is None:
            linebox.even_measure = _measure(linebox, full - linebox.text_indent, laid_out)
        measure = getattr(linebox, "even_measure", None) or full
        containing_block.width = min(full, measure)
        try:
            line, resume_at = get_next_linebox(
                context, linebox, position_y, bottom_space, skip_stack, containing_block, *rest
            )
        finally:
            containing_block.width = full
        if line is not None and centred and measure < full:
            line.translate((full - measure) / 2)
        return line, resume_at

    return get_next_even_linebox


def _measure(linebox: Any, room: float, laid_out: _LaidOut) -> float | None:
    """The narrowest measure, in pixels, that takes no more lines than `room`; None where `room` will do."""
    x, breaks = [0.0], []
    last = ""
    for box in _texts(linebox):
        found = laid_out(box) if box is not None else None
        if found is None:
            return None
        own, paragraph = found
        offset, count = x[-1], len(x) - 1
        if last and own.wraps and lines.may_part(last, paragraph.text[0]):
            breaks.append(count)
        if own.wraps:
            breaks += [count + at for at in paragraph.breaks]
        x += [offset + at * own.size for at in paragraph.x[1:]]
        last = paragraph.text[-1]
    wanted = _count(x, breaks, room)
    if not 1 < wanted <= _MOST_LINES:
        return None
    low, high = room / wanted / 2, room
    while high - low > _STEP:
        middle = (low + high) / 2
        if _count(x, breaks, middle) <= wanted:
            high = middle
        else:
            low = middle
    # Margins of the elements inside are not known yet: a character's room for them.
    return float(min(room, high + linebox.style["font_size"]))


def _texts(box: Any) -> Iterator[Any]:
    """The text boxes inside a line; None stands for anything else in it."""
    for child in box.children:
        if isinstance(child, TextBox):
            yield child
        elif isinstance(child, InlineBox | LineBox) and child.is_in_normal_flow():
            yield from _texts(child)
        else:
            yield None


def _count(x: list[float], breaks: list[int], room: float) -> int:
    """How many lines a text takes; one more than any title where a word is wider than a line."""
    count, start = 1, 0
    while x[-1] - x[start] > room:
        low = bisect_right(breaks, start)
        fitting = [at for at in breaks[low:] if x[at] - x[start] <= room]
        if not fitting or count > _MOST_LINES:
            return _MOST_LINES + 1
        start = fitting[-1]
        count += 1
    return count
