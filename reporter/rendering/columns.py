"""Columns of even height, found without laying out the same lines again and again.

WeasyPrint finds the height at which columns are even by trial: it lays all columns out at one height, then at a
greater one, and so on, up to a hundred times for two notes that may not be parted. Nothing of these trials is kept
but heights and where a column ends. So in a trial a child that was laid out before, and fits as a whole again, is the
one from before in another place; and one that fits nowhere is not laid out to learn it once more. Of a child that is
parted anew, the lines are those from before. The last time, when columns are kept, everything is laid out by the engine
itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.leader import leader_index

_NEAR = 1.0  # pixels: what fits or fails by less is laid out, so that the engine's own rounding decides
_AVOIDED = ("avoid", "avoid-page", "avoid-column")


@dataclass(frozen=True, slots=True)
class _Known:
    """How a child came out: the engine's answer, where it stood then, how far down it reaches, and how far it must."""

    answer: tuple[Any, ...]
    x: float
    y: float
    bottom: float
    needed: float | None


@dataclass(slots=True)
class _Trials:
    """What the trials for one box of columns have shown so far."""

    on: bool = False
    known: dict[Any, _Known] = field(default_factory=dict)
    firsts: dict[str, tuple[Any, ...]] = field(default_factory=dict)


def install() -> None:
    """Put the quicker trials in place, for this process."""
    own = _Columns(
        block.columns_layout, block.block_box_layout, block.block_level_layout, inline.get_next_linebox
    )  # fmt: skip
    block.columns_layout = own.columns_layout
    block.block_box_layout = own.block_box_layout
    block.block_level_layout = own.block_level_layout
    inline.get_next_linebox = own.get_next_linebox


class _Columns:
    """The engine's functions by their own names and signatures; each asks the one it replaces."""

    def __init__(
        self, columns_layout: Any, block_box_layout: Any, block_level_layout: Any, get_next_linebox: Any
    ) -> None:
        self._columns_layout = columns_layout
        self._block_box_layout = block_box_layout
        self._block_level_layout = block_level_layout
        self._get_next_linebox = get_next_linebox
        self._trials: list[_Trials] = []  # the innermost box of columns comes last
        self._trying = 0  # trials under way, one inside the other
        self._lines: dict[Any, tuple[Any, Any, Any]] = {}  # those of the outermost box of columns, and what they are of

    def columns_layout(self, context: Any, *rest: Any) -> Any:
        self._trials.append(_Trials())
        try:
            return self._columns_layout(context, *rest)
        finally:
            self._trials.pop()
            if not self._trials:
                self._lines.clear()

    def block_box_layout(
        self, context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any, page_is_empty: bool,
        absolute_boxes: Any, fixed_boxes: Any, adjoining_margins: Any, *rest: Any, **more: Any,
    ) -> Any:  # fmt: skip
        def lay_out() -> Any:
            return self._block_box_layout(
                context, box, bottom_space, skip_stack, containing_block, page_is_empty,
                absolute_boxes, fixed_boxes, adjoining_margins, *rest, **more,
            )  # fmt: skip

        if not (box.is_column and self._trials):
            return lay_out()
        trials = self._trials[-1]
        # Columns that are kept are laid out without a list of margins.
        trials.on = adjoining_margins is not None and not context.footnotes
        trying = int(trials.on)
        self._trying += trying
        try:
            if not trials.on or bottom_space != inf:
                return lay_out()
            # Without any room: how high is what comes next, at least? It is the same whenever it is asked.
            place = repr(skip_stack)
            if place not in trials.firsts:
                trials.firsts[place] = lay_out()
            return trials.firsts[place]
        finally:
            trials.on = False
            self._trying -= trying

    def block_level_layout(
        self, context: Any, box: Any, bottom_space: float, skip_stack: Any, containing_block: Any,
        page_is_empty: bool = True, absolute_boxes: Any = None, fixed_boxes: Any = None, adjoining_margins: Any = None,
        first_letter_style: Any = None, first_line_style: Any = None, discard: bool = False, max_lines: Any = None,
    ) -> Any:  # fmt: skip
        def lay_out() -> Any:
            return self._block_level_layout(
                context, box, bottom_space, skip_stack, containing_block, page_is_empty, absolute_boxes, fixed_boxes,
                adjoining_margins, first_letter_style, first_line_style, discard, max_lines,
            )  # fmt: skip

        if not (self._trials and self._trials[-1].on and containing_block.is_column):
            return lay_out()
        if skip_stack or first_letter_style or first_line_style or discard or max_lines or context.excluded_shapes:
            return lay_out()
        trials = self._trials[-1]
        # Margins count as the engine collapses them; at the top of a later page they may go altogether.
        margins = (max(0, *adjoining_margins, 0), min(0, *adjoining_margins, 0))
        key = (id(box), page_is_empty and context.current_page > 1, margins)
        known = trials.known.get(key)
        x, y = box.position_x, box.position_y
        if known:
            room = context.page_bottom - bottom_space - y
            if known.bottom + _NEAR < room:
                return _moved(known, x, y)
            if known.needed is not None and known.needed > room + _NEAR and not page_is_empty:
                return None, None, {"break": "any", "page": None}, [], False, None
        trials.on = False  # what is inside has trials of its own
        try:
            answer = lay_out()
        finally:
            trials.on = True
        placed, resume_at, _, _, collapsing_through, _ = answer
        if placed is not None and resume_at is None and not collapsing_through and not context.excluded_shapes:
            trials.known[key] = _Known(_kept(answer), x, y, _bottom(placed) - y, _needed(placed, y))
        return answer

    def get_next_linebox(
        self, context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any,
        containing_block: Any, absolute_boxes: Any, fixed_boxes: Any, first_letter_style: Any, first_line_style: Any,
    ) -> Any:  # fmt: skip
        def lay_out() -> Any:
            return self._get_next_linebox(
                context, linebox, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
                first_letter_style, first_line_style,
            )  # fmt: skip

        if not self._trying or first_letter_style or first_line_style or context.excluded_shapes:
            return lay_out()
        # How high a line is and where it ends depends on nothing else; where it stands is only looked at from outside.
        key = (id(linebox), repr(skip_stack), containing_block.width, linebox.text_indent)
        known = self._lines.get(key)
        if known:
            _, line, resume_at = known
            line = line.copy()
            linebox.position_y = line.position_y = position_y
            return line, resume_at
        beside = (len(absolute_boxes), len(fixed_boxes), len(context.broken_out_of_flow))
        line, resume_at = lay_out()
        plain = (len(absolute_boxes), len(fixed_boxes), len(context.broken_out_of_flow)) == beside
        titled = getattr(linebox, "even_measure", None) is not None  # those hold what their next line needs
        if line is not None and plain and not titled and not context.excluded_shapes and leader_index(line)[0] is None:
            self._lines[key] = linebox, line.copy(), resume_at
        return line, resume_at


def _kept(answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """An answer whose lists nobody else goes on writing into."""
    placed, resume_at, next_page, margins, collapsing_through, lines = answer
    return placed, resume_at, dict(next_page), list(margins), collapsing_through, lines


def _moved(known: _Known, x: float, y: float) -> tuple[Any, ...]:
    """What was known of a child, in another place. What is inside it stays where it was: nobody looks at it."""
    placed, *rest = _kept(known.answer)
    placed = placed.copy()
    placed.position_x += x - known.x
    placed.position_y += y - known.y
    return placed, *rest


def _bottom(box: Any) -> float:
    """The lowest edge of a box and of what is in its flow."""
    lowest: float = box.position_y + box.margin_height()
    if isinstance(box, boxes.BlockContainerBox):
        for child in box.children:
            if isinstance(child, boxes.LineBox):
                lowest = max(lowest, child.position_y + child.height)
            elif isinstance(child, boxes.Box) and child.is_in_normal_flow():
                lowest = max(lowest, _bottom(child))
    return lowest


def _needed(box: Any, top: float) -> float | None:
    """How far below `top` a box must reach for any of it to stay here; None where that is not known.

    To the end of its last line if it is unbreakable, else of its first.
    """
    end = -1 if box.style["break_inside"] in _AVOIDED else 0
    while isinstance(box, boxes.BlockBox):
        if box.style["height"] != "auto" or box.is_monolithic() or box.style["continue"] == "discard":
            return None
        flow = [child for child in box.children if not isinstance(child, AbsolutePlaceholder)]
        if not flow:
            return None
        box = flow[end]
    return float(box.position_y + box.height - top) if isinstance(box, boxes.LineBox) else None
