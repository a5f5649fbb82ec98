"""A last page that is worth turning to.

A document whose template took it for a short one (`roomy`) and that runs onto a second page is laid out without.
Where a style knows a closer setting (`.closer`), a document whose last page is mostly empty is tried in it, and stays
in it if that saves the page. Three lines alone on the last sheet look like a mistake. Then the section before them goes
there too, as an editor would have it, where the page before stays at least half full. The document is laid out once
more for each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox, LineBox

_THIN = 0.2  # a page whose text ends so high up, as a part of its height, is thin
_FULL = 0.5  # … and one that ends lower than that is not too empty
_SPARSE = 0.6  # a last page that ends so high up is tried to be saved
CLOSER = "closer"  # the class of `body` for the closer setting
ROOMY = "roomy"  # … and for one with much room, which a template asks for where it has little to say


def settled(render: Callable[[], Any], closer: bool) -> Any:
    """What `render` lays out, with a last page that is full enough or saved; `closer`: the style has such a setting."""
    laid_out = render()
    if len(laid_out.pages) > 1 and ROOMY in (manner := _manner(laid_out)):
        _set_manner(laid_out, [name for name in manner if name != ROOMY])
        laid_out = render()
    if closer and len(laid_out.pages) > 1 and _ends(laid_out.pages[-1]) < _SPARSE:
        manner = _manner(laid_out)
        _set_manner(laid_out, [*manner, CLOSER])
        drawn_in = render()
        if len(drawn_in.pages) < len(laid_out.pages):
            laid_out = drawn_in
        else:
            _set_manner(laid_out, manner)
    return render() if give_company(laid_out.pages) else laid_out


def give_company(pages: list[Any]) -> bool:
    """Have the last of several pages begin with an earlier section, if it is thin; whether anything has changed.

    The section's heading (`h2`) gets a style of its own, which holds when the document is laid out again.
    """
    if len(pages) < 2:
        return False
    if _ends(pages[-1]) >= _THIN:
        return False
    *_, before, last = (page._page_box for page in pages)
    end = _lowest(last)
    height, foot = before.margin_height(), _lowest(before)
    for box in reversed(list(_headings(before))):
        if box.position_y < _FULL * height:
            return False
        if end + foot - box.position_y > _THIN * height:
            box.element.set("style", f"{box.element.get('style', '')};break-before:page".lstrip(";"))
            return True
    return False


def _headings(page: Any) -> Any:
    return (
        box
        for box in page.children[0].descendants()
        if isinstance(box, BlockBox) and box.element_tag == "h2" and box.element is not None
    )


def _manner(laid_out: Any) -> list[str]:
    """The classes of `body`."""
    return str(_body(laid_out).get("class", "")).split()


def _set_manner(laid_out: Any, names: list[str]) -> None:
    _body(laid_out).set("class", " ".join(names))


def _body(laid_out: Any) -> Any:
    return next(box.element for box in laid_out.pages[0]._page_box.descendants() if box.element_tag == "body")


def _ends(page: Any) -> float:
    """Where a page's own text ends, as a part of its height; before it was spread, if it was."""
    box = page._page_box
    return (_lowest(box) - getattr(box, "spread_by", 0.0)) / float(box.margin_height())


def _lowest(page: Any) -> float:
    """Where the last line of a page's own text ends, without running heads and page numbers."""
    lines = (box for box in page.children[0].descendants() if isinstance(box, LineBox))
    return max((float(line.position_y + line.height) for line in lines), default=0.0)
