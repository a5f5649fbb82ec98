"""A last page that is worth turning to.

Three lines alone on the last sheet look like a mistake. Then the section before them goes there too, as an editor would
have it, where the page before stays at least half full; the document is laid out once more for that.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox, LineBox

_THIN = 0.2  # a page whose text ends so high up, as a part of its height, is thin
_FULL = 0.5  # … and one that ends lower than that is not too empty


def give_company(pages: list[Any]) -> bool:
    """Have the last of several pages begin with an earlier section, if it is thin; whether anything has changed.

    The section's heading (`h2`) gets a style of its own, which holds when the document is laid out again.
    """
    if len(pages) < 2:
        return False
    *_, before, last = (page._page_box for page in pages)
    end = _lowest(last)
    if end >= _THIN * last.margin_height():
        return False
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


def _lowest(page: Any) -> float:
    """Where the last line of a page's own text ends, without running heads and page numbers."""
    lines = (box for box in page.children[0].descendants() if isinstance(box, LineBox))
    return max((float(line.position_y + line.height) for line in lines), default=0.0)
