"""A page filled to its foot: what is left over goes to where an editor would put it.

Lines that end halfway down a sheet, with notes hanging under them, look like a draft. Templates say in millimetres
what may grow, and what belongs to the foot:

    <header data-grow="60">    becomes taller: what stands first in it keeps its place, the rest goes down with its foot
    <section data-air="6">     half of it above what is in it, half below
    <section data-foot>        goes down as far as the page reaches, with what follows it

Growth is shared in proportion to these numbers and never more than they say, so that a page with little on it keeps
its shape. It is done after the layout, by moving what is laid out: no line breaks anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint import layout
from weasyprint.formatting_structure.boxes import BlockContainerBox, BlockLevelBox

_MM = 96 / 25.4  # CSS pixels
_GROW, _AIR, _FOOT = _ALL = ("data-grow", "data-air", "data-foot")
_LEAST = 2.0  # pixels that are not worth moving anything for


def install() -> None:
    """Put the hook in place, once a process: pages are spread before their backgrounds are laid out."""
    if not hasattr(layout.layout_backgrounds, "before"):
        layout.layout_backgrounds = _spread_first(layout.layout_backgrounds)


def _spread_first(original: Callable[..., None]) -> Callable[..., None]:
    def layout_backgrounds(page: Any, *rest: Any) -> None:
        page.spread_by = spread(page)
        original(page, *rest)

    layout_backgrounds.before = original  # type: ignore[attr-defined]
    return layout_backgrounds


def spread(page: Any) -> float:
    """Spread what is on a page; how much farther down its last words stand."""
    holding: list[Any] = []
    marked = list(_marked(page.children[0], holding))
    if not marked:
        return 0.0
    inside = {*holding}
    end = max(_bottom(child) for box in holding for child in box.children if child not in inside)
    left = page.content_box_y() + page.height - end
    if left < _LEAST:
        return 0.0
    wanted = {box: _wanted(box) for box in marked}
    whole = sum(wanted.values())
    part = min(1.0, left / whole) if whole else 0.0
    grown = {box: part * most for box, most in wanted.items()}
    foot = next((box for box in marked if _says(box, _FOOT)), None)
    if foot is not None:
        grown[foot] = left - part * whole
    _push(page.children[0], 0.0, grown, inside)
    return sum(grown.values())


def _marked(box: Any, holding: list[Any]) -> Iterator[Any]:
    """The boxes under `box` that something is asked of; `holding` gathers those that they stand in."""
    found = False
    for child in box.children:
        if not (isinstance(child, BlockLevelBox) and child.is_in_normal_flow()):
            continue
        if any(_says(child, name) for name in _ALL):
            found = True
            yield child
        elif isinstance(child, BlockContainerBox):
            before = len(holding)
            yield from _marked(child, holding)
            found = found or len(holding) > before
    if found:
        holding.append(box)


def _push(box: Any, down: float, grown: dict[Any, float], holding: set[Any]) -> float:
    """Move a box down and let what is in it grow; how much farther down all that follows has to stand."""
    own = grown.get(box, 0.0)
    if _says(box, _FOOT) or (not own and box not in holding):
        box.translate(0, down + own)
        return own
    box.position_y += down
    if own:
        air = _says(box, _AIR)
        for place, child in enumerate(box.children):
            child.translate(0, down + (own / 2 if air else own if place else 0.0))
    else:
        for child in box.children:
            own += _push(child, down + own, grown, holding)
    box.height += own
    return own


def _says(box: Any, name: str) -> bool:
    return box.element is not None and name in box.element.attrib


def _wanted(box: Any) -> float:
    """How many pixels a box may grow by."""
    asked = "" if _says(box, _FOOT) else box.element.get(_GROW) or box.element.get(_AIR)
    try:
        return max(0.0, float(asked)) * _MM
    except ValueError:
        return 0.0


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())
