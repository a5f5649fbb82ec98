"""Ways through WeasyPrint's layout that give the same numbers sooner.

Documents of a batch share their style, and what the engine works out from it: the computed values of each kind of
element, the widths of its margins and borders. Here both are remembered. What is remembered are values that depend on
the style alone; whatever the engine writes into a style while it lays out a document stays in that document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from weasyprint import css, layout
from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, block, column, flex, float, grid, inline, page, percent, table

_MOST_STYLES = 4000  # then memory starts anew: styles written into elements are different in every document
_IN_FLOW = ("static", "relative")
_OWN = frozenset(("anchor",))  # differs from element to element of one style


@dataclass(slots=True)
class _Memory:
    """Computed values of one kind of element, and of the anonymous boxes inside it."""

    held: tuple[Any, ...]  # keeps the declarations alive whose identity is the key
    values: dict[str, Any] = field(default_factory=dict)
    specified: dict[str, Any] = field(default_factory=dict)
    anonymous: dict[str, Any] = field(default_factory=dict)


def install() -> None:
    """Put the shortcuts in place, for this process."""
    styles = _Styles()
    css.StyleFor.set_computed_styles = styles.set_computed_styles()
    css.ComputedStyle.__missing__ = styles.computed()
    css.AnonymousStyle.__missing__ = styles.anonymous()
    css.AnonymousStyle.__init__ = styles.anonymous_init()
    layout.make_all_pages = _pages()
    boxes.Box.is_in_normal_flow = _is_in_normal_flow
    resolve = _Lengths(percent.resolve_percentages).resolve
    for module in (absolute, block, column, flex, float, grid, inline, page, table):
        if hasattr(module, "resolve_percentages"):
            module.resolve_percentages = resolve


class _Styles:
    """Remembers computed styles by their parent's and their declarations."""

    def __init__(self) -> None:
        self._memories: dict[tuple[Any, ...], _Memory] = {}

    def set_computed_styles(self) -> Any:
        original = css.StyleFor.set_computed_styles

        def set_computed_styles(
            style_for: Any, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None,
            base_url: Any = None, target_collector: Any = None,
        ) -> None:  # fmt: skip
            original(style_for, element, parent, root, pseudo_type, base_url, target_collector)
            style = style_for.get_computed_styles()[element, pseudo_type]
            memory = style.memory = self._memory(style, pseudo_type, base_url)
            if memory:
                own = dict(style)
                style.update(memory.values)
                style.update(own)
                style.specified.update(memory.specified)

        return set_computed_styles

    def _memory(self, style: Any, pseudo_type: Any, base_url: Any) -> _Memory | None:
        parent = style.parent_style
        above = None if parent is None else getattr(parent, "memory", None)
        if parent is not None and above is None:
            return None
        # A weight is (precedence, layer, specificity); in page rules the last is a list.
        declared = [
            (name, _identity(value), weight[:2], *weight[2])
            for name, (value, weight) in style.cascaded.items()
            if name not in _OWN
        ]
        key = (id(above), base_url, id(style.font_config), pseudo_type, tuple(declared))
        found = self._memories.get(key)
        if found is None:
            if len(self._memories) > _MOST_STYLES:
                self._memories.clear()
            held = (above, style.font_config, *(value for value, _ in style.cascaded.values()))
            found = self._memories[key] = _Memory(held)
        return found

    @staticmethod
    def computed() -> Any:
        original = css.ComputedStyle.__missing__

        def missing(style: Any, key: str) -> Any:
            value = original(style, key)
            memory = style.__dict__.get("memory")
            if memory and key not in _OWN:
                memory.values[key] = value
                if key in style.specified:
                    memory.specified[key] = style.specified[key]
            return value

        return missing

    @staticmethod
    def anonymous() -> Any:
        original = css.AnonymousStyle.__missing__

        def missing(style: Any, key: str) -> Any:
            value = original(style, key)
            memory = style.parent_style.__dict__.get("memory")
            if memory and key not in _OWN:
                memory.anonymous[key] = value
            return value

        return missing

    @staticmethod
    def anonymous_init() -> Any:
        original = css.AnonymousStyle.__init__

        def init(style: Any, parent_style: Any) -> None:
            original(style, parent_style)
            memory = parent_style.__dict__.get("memory")
            if memory:
                style.update(memory.anonymous)

        return init


def _identity(value: Any) -> Any:
    """A declared value as part of a key: itself where it can be, else the object that a parsed sheet holds."""
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value


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


class _Lengths:
    """Margins, padding, borders and sizes that no percentage makes depend on the box around."""

    def __init__(self, resolve: Any) -> None:
        self._resolve = resolve

    def resolve(self, box: Any, containing_block: Any) -> None:
        style = box.style
        try:
            fixed = style.reporter_lengths
        except AttributeError:
            fixed = style.reporter_lengths = _fixed(style)
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
