"""Ways through WeasyPrint's layout that give the same numbers sooner.

Documents of a batch share their style, and what the engine works out from it: the widths of margins and borders of each
kind of element. They are remembered; the values themselves are in `cascade`.
"""

from __future__ import annotations

from typing import Any

from weasyprint import layout
from weasyprint.css.functions import check_math
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, background, block, column, flex, float, grid, inline, page, percent, table

from reporter.rendering.cascade import keep, pages

_IN_FLOW = ("static", "relative")


def install() -> None:
    """Put the shortcuts in place, for this process."""
    layout.make_all_pages = _pages()
    boxes.Box.is_in_normal_flow = _is_in_normal_flow
    boxes.ParentBox.page_values = _page_values(boxes.ParentBox.page_values)
    background.layout_box_backgrounds = _backgrounds(background.layout_box_backgrounds)
    resolve = _Lengths(percent.resolve_percentages).resolve
    for module in (absolute, block, column, flex, float, grid, inline, page, table):
        if hasattr(module, "resolve_percentages"):
            module.resolve_percentages = resolve


def _pages() -> Any:
    """Fill page numbers (contents) in as soon as all pages are laid out, and lay out anew once where one has changed.

    The engine lays out twice: once to notice that the total of pages is known by now, once to show the numbers.
    """
    original = layout.make_all_pages

    def make_all_pages(context: Any, *rest: Any) -> list[Any]:
        pages = list(original(context, *rest))
        collector = context.target_collector
        lookups = collector.counter_lookup_items.values()
        wanted = (names for one in lookups for names in (one.missing_counters, *one.missing_target_counters.values()))
        if not any("pages" in names for names in wanted):
            for item in (*collector.target_lookup_items.values(), *lookups):
                if item.cached_page_counter_values:
                    item.cached_page_counter_values["pages"] = [len(pages)]
            for (_, token), lookup in collector.counter_lookup_items.items():
                at = lookup.page_maker_index
                if token == "content" and at is not None and context.page_maker[at][-1]["content_changed"]:
                    lookup.parse_again(lookup.cached_page_counter_values)
        return pages

    return make_all_pages


def _is_in_normal_flow(box: Any) -> bool:
    style = box.style
    return bool(style["float"] == "none" and style["position"] in _IN_FLOW)


def _page_values(original: Any) -> Any:
    """The names of the pages that a box begins and ends on.

    The engine asks its first and last descendants, down to the lines, for every two boxes that follow each other.
    """

    def page_values(box: Any) -> tuple[str, str]:
        return original(box) if pages.named else ("", "")

    return page_values


def _backgrounds(original: Any) -> Any:
    """Backgrounds, pictures for borders and rounded corners: most boxes have none of these."""

    def layout_box_backgrounds(
        page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        own = box.style
        try:
            plain = own.reporter_plain
        except AttributeError:
            plain = keep(own, "reporter_plain", _is_plain)
        if not plain or style is not None or box is page:
            original(page, box, get_image_from_uri, layout_children, style)
            return
        if type(box) is absolute.AbsolutePlaceholder:
            box = box._box
        box.__dict__.update(_PLAIN)
        if layout_children:
            for child in box.all_children():
                layout_box_backgrounds(page, child, get_image_from_uri)

    return layout_box_backgrounds


_CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
_PLAIN = {"background": None, **dict.fromkeys(_CORNERS, (0, 0))}


def _is_plain(style: Any) -> bool:
    """Whether nothing is drawn under a box of this style, and its corners are sharp."""
    return (
        all((0, "px") in style[corner] for corner in _CORNERS)
        and style["border_image_source"][0] == "none"
        and style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and all(kind == "none" for kind, _ in style["background_image"])
        and get_color(style, "background_color").alpha == 0
        and not style["box_shadow"]
    )


class _Lengths:
    """Margins, padding, borders and sizes that no percentage makes depend on the box around."""

    def __init__(self, resolve: Any) -> None:
        self._resolve = resolve

    def resolve(self, box: Any, containing_block: Any) -> None:
        style = box.style
        try:
            fixed = style.reporter_lengths
        except AttributeError:
            fixed = keep(style, "reporter_lengths", _fixed)
        if fixed is None:
            self._resolve(box, containing_block)
        else:
            box.__dict__.update(fixed)


_SIDES = ("left", "right", "top", "bottom")
_SIZES = ("width", "min_width", "max_width", "height", "min_height", "max_height")


def _fixed(style: Any) -> dict[str, Any] | None:
    """The used values of a style without percentages, box-sizing applied; None where the box around matters."""
    if style["border_collapse"] == "collapse" or style["box_sizing"] == "padding-box":
        return None
    names = [*(f"margin_{side}" for side in _SIDES), *(f"padding_{side}" for side in _SIDES), *_SIZES]
    used: dict[str, Any] = {}
    for name in names:
        value = style[name]
        if value is None or value == "auto":
            used[name] = 0 if name in {"min_width", "min_height"} and value == "auto" else value
        elif check_math(value) or value.unit != "px":
            return None
        else:
            used[name] = value.value
    for side in _SIDES:
        used[f"border_{side}_width"] = style[f"border_{side}_width"]
    if style["box_sizing"] == "border-box":
        for axis, sides in (("width", ("left", "right")), ("height", ("top", "bottom"))):
            delta = sum(used[f"padding_{side}"] + used[f"border_{side}_width"] for side in sides)
            if delta > 0:
                for name in (axis, f"max_{axis}", f"min_{axis}"):
                    if used[name] != "auto":
                        used[name] = max(0, used[name] - delta)
    return used
