"""Styles of elements, worked out once for all documents of a batch.

Documents of one audience are made of the same kinds of elements in the same places: `section.part > ul.plain > li`.
WeasyPrint asks every selector of every sheet about every element, and computes values anew for each document. Here
the answer is kept by the way that leads to an element (names, classes, and attributes that selectors ask for); only
selectors that ask for its neighbours (`:last-child`, `+`) are put again. Elements of one kind share one computed style,
over documents too, as the engine shares it inside a document; those with an attribute of their own that is a style
(`id`, `style`, `lang`) get a copy.

What is kept are values that depend on the style sheets alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import wraps
from itertools import zip_longest
from math import inf
from typing import Any

from cssselect2 import compiler, parser
from tinycss2 import parse_one_declaration
from weasyprint import css
from weasyprint.css import declaration_precedence, find_style_attributes, preprocess_declarations

_MOST_PLACES = 20_000  # then memory starts anew
_MOST_STYLES = 4000  # those of pages and margin boxes
_OWN = frozenset(("anchor",))  # differs from element to element of one style
_PLAIN_ID = re.compile(r"[A-Za-z0-9_\-]+")
_DRAWING = "{http://www.w3.org/2000/svg}svg"
_WRITTEN = frozenset(("html", "body"))  # the engine writes into their styles


def install() -> None:
    """Put the quicker cascade in place, for this process, before a style sheet is parsed."""
    compiler.CompiledSelector.__init__ = _remembering(compiler.CompiledSelector.__init__)
    styles = _Pages()
    cascade = _Cascade(css.StyleFor.__init__)

    original = css.StyleFor.__init__

    @wraps(original)
    def init(style_for: Any, *rest: Any) -> None:
        cascade.fill(style_for, *rest)

    css.StyleFor.__init__ = init
    css.StyleFor.set_computed_styles = styles.set_computed_styles()
    css.ComputedStyle.__missing__ = _computed()
    css.AnonymousStyle.__missing__ = _anonymous()
    css.AnonymousStyle.__init__ = _anonymous_init()


@dataclass(slots=True)
class Pages:
    """What is known of the document that is being laid out: whether any of its elements names a page (`page: …`)."""

    named: bool = True


pages = Pages()


@dataclass(slots=True)
class Memory:
    """Computed values of one kind of element, and of the anonymous boxes inside it.

    `kept` and `kept_anonymous` are for whoever derives something else from these values.
    """

    held: tuple[Any, ...]  # keeps what the key names alive
    values: dict[str, Any] = field(default_factory=dict)
    specified: dict[str, Any] = field(default_factory=dict)
    anonymous: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    kept_anonymous: dict[str, Any] = field(default_factory=dict)


def keep(style: Any, name: str, make: Any) -> Any:
    """What `make(style)` gives, remembered with the style and with all styles of the same values."""
    anonymous = type(style) is css.AnonymousStyle
    memory = (style.parent_style if anonymous else style).__dict__.get("memory")
    if anonymous and style.parent_style.anonymous_style is not style:
        memory = None  # a copy, with values of its own
    if memory is None:
        found = make(style)
    else:
        kept = memory.kept_anonymous if anonymous else memory.kept
        if name not in kept:
            kept[name] = make(style)
        found = kept[name]
    setattr(style, name, found)
    return found


# -- elements ---------------------------------------------------------------------------------------------------


class _Place:
    """A way from the root to an element: what matches there, and what has been made of it."""

    __slots__ = ("asked", "asks", "fixed", "made", "places")

    def __init__(self) -> None:
        self.places: dict[Any, _Place] = {}
        self.fixed: list[list[Any]] | None = None  # for each sheet, the entries that match every element here
        self.asked: list[list[Any]] = []  # … and those that ask for an element's neighbours
        self.asks = False
        self.made: dict[Any, _Made] = {}


@dataclass(slots=True)
class _Made:
    """The declarations of a kind of element, what is remembered of its values, and the styles that documents share."""

    cascaded: dict[str, Any]
    pseudo: dict[str, dict[str, Any]]
    memory: Memory
    pseudo_memories: dict[str, Memory]
    style: Any = None
    pseudo_styles: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Root:
    """All places of documents with the same sheets, and the attributes that their selectors ask for."""

    sheets: tuple[Any, ...]
    config: Any
    base: str
    attributes: tuple[str, ...]
    named_pages: bool
    place: _Place = field(default_factory=_Place)
    memories: dict[Any, Memory] = field(default_factory=dict)

    def memory(self, above: Memory | None, pseudo: str | None, cascaded: dict[str, Any]) -> Memory:
        """What is remembered of all elements, in whatever places, with the same declarations below the same."""
        key = (id(above), pseudo, *_declared_key(cascaded))
        found = self.memories.get(key)
        if found is None:
            found = self.memories[key] = Memory((above, *cascaded.values()))
        return found


class _Cascade:
    """Fills the engine's table of computed styles."""

    def __init__(self, original: Any) -> None:
        self._original = original
        self._roots: dict[Any, _Root] = {}
        self._count = 0

    def fill(
        self, style_for: Any, html: Any, sheets: Any, presentational_hints: bool, font_config: Any, collector: Any
    ) -> None:
        """`StyleFor.__init__`: every element's computed style, in the order of the tree."""
        pages.named = True
        if presentational_hints:
            self._original(style_for, html, sheets, presentational_hints, font_config, collector)
            return
        style_for._cascaded_styles = {}
        computed: dict[tuple[Any, str | None], Any] = {}
        style_for._computed_styles = computed
        style_for.initial_page_sizes = {"box": None, "area": None}
        style_for._sheets = sheets
        style_for.font_config = font_config
        base = html.base_url
        root = self._root(sheets, font_config, base)
        places: dict[Any, _Place] = {}
        for element in html.wrapper_element.iter_subtree():
            node, parent = element.etree_element, element.parent
            above, parent_style = root.place, None
            if parent:
                above, parent_style = places[parent.etree_element], computed[parent.etree_element, None]
            place = places[node] = self._place(root, above, node)
            anchor, given = _own_attributes(node)
            made = self._made(root, place, element, parent_style, given)
            if made.style is not None and not anchor:
                computed[node, None] = made.style
                for pseudo, style in made.pseudo_styles.items():
                    computed[node, pseudo] = style
                continue

            def styled(cascaded: Any, memory: Memory, above: Any, pseudo: str | None = None) -> Any:
                top = css.InitialStyle(font_config) if above is None else computed[html.etree_element, None]
                style = css.ComputedStyle(above, cascaded, pseudo, top, base, font_config, style_for.initial_page_sizes)
                style.update(memory.values)
                style.specified.update(memory.specified)
                style.memory = memory
                computed[node, pseudo] = style  # noqa: B023 - called at once
                return style

            cascaded = _anchored(anchor, made.cascaded) if anchor else made.cascaded
            style = styled(cascaded, made.memory, parent_style)
            if collector and style["anchor"]:
                collector.collect_anchor(style["anchor"])
            pseudo_styles = {
                pseudo: styled(values, made.pseudo_memories[pseudo], style, pseudo)
                for pseudo, values in made.pseudo.items()
            }
            if not (style["anchor"] or node.tag in _WRITTEN or _is_note(style)):
                made.style, made.pseudo_styles = style, pseudo_styles
        pages.named = root.named_pages

    def _root(self, sheets: Any, font_config: Any, base: str) -> _Root:
        if self._count > _MOST_PLACES:
            self._roots.clear()
            self._count = 0
        key = (*((id(sheet), origin, weight) for sheet, origin, weight in sheets), id(font_config), base)
        found = self._roots.get(key)
        if found is None:
            held = tuple(sheet for sheet, _, _ in sheets)
            entries = [entry for sheet in held for entry in _entries(sheet.matcher)]
            asked = sorted({name for entry in entries for name in _attributes(entry)})
            named = any(name == "page" for entry in entries for name, _, _ in entry[4][0])
            found = self._roots[key] = _Root(tuple(sheets), font_config, base, tuple(asked), named)
        return found

    def _place(self, root: _Root, above: _Place, node: Any) -> _Place:
        key, attributes = node.tag, node.attrib
        if attributes:
            key = (key, attributes.get("class"), *map(attributes.get, root.attributes))
        found = above.places.get(key)
        if found is None:
            found = above.places[key] = _Place()
            self._count += 1
        return found

    def _made(self, root: _Root, place: _Place, element: Any, parent_style: Any, given: tuple[Any, ...]) -> _Made:
        if place.fixed is None:
            place.fixed = []
            for sheet, _, _ in root.sheets:
                near = _candidates(sheet.matcher, element)
                place.fixed.append([entry for entry in near if not _asks(entry) and entry[0](element)])
                place.asked.append([entry for entry in near if _asks(entry)])
            place.asks = any(place.asked)
        matching = [[entry for entry in asked if entry[0](element)] for asked in place.asked] if place.asks else ()
        above = parent_style.memory if parent_style is not None else None
        key = (id(above), given, *(tuple(entry[2] for entry in asked) for asked in matching))
        found = place.made.get(key)
        if found is None:
            entries = [
                sorted((entry[1], entry[2], entry[3], entry[4]) for entry in (*fixed, *asked))
                for fixed, asked in zip_longest(place.fixed, matching, fillvalue=())
            ]
            declared = _declarations(root, entries)
            own = declared.pop(None, {})
            if given:
                own = _merged(self._declared(element.etree_element, root.base), own)
                root.named_pages = root.named_pages or "page" in own
            pseudo = {str(name): values for name, values in declared.items()}
            memory = root.memory(above, None, own)
            found = _Made(own, pseudo, memory, {name: root.memory(memory, name, pseudo[name]) for name in pseudo})
            place.made[key] = found
        return found

    def _declared(self, node: Any, base: str) -> dict[str, Any]:
        """The declarations in an element's own attributes, with their weight."""
        own: dict[str, Any] = {}
        for specificity, _, declarations, address in find_style_attributes(_Alone(node), base_url=base):
            for name, values, importance in preprocess_declarations(address, declarations):
                weight = (declaration_precedence("author", importance), inf, specificity)
                if name != "anchor" and (name not in own or own[name][1] <= weight):
                    own[name] = values, weight
        return own


_WEIGHT = (declaration_precedence("author", False), inf, (0, 0, 0))


def _own_attributes(node: Any) -> tuple[str, tuple[Any, ...]]:
    """An element's own address, which is no other's, and those of its attributes that are styles."""
    attributes = node.attrib
    if not attributes:
        return "", ()
    get, tag = attributes.get, node.tag
    anchor = (tag == "a" and get("name")) or get("id") or ""
    given = [("style", get("style")), ("lang", get("lang"))]
    if tag == _DRAWING:
        given += [("width", get("width")), ("height", get("height"))]
    return anchor, tuple(pair for pair in given if pair[1])


class _Alone:
    """An element without those inside it, for the engine's reader of attributes."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def iter(self) -> tuple[Any]:
        return (self._node,)


def _anchored(anchor: str, cascaded: dict[str, Any]) -> dict[str, Any]:
    """The declarations with an element's address, as the engine reads it from the attribute."""
    if _PLAIN_ID.fullmatch(anchor):
        return _merged({"anchor": (anchor, _WEIGHT)}, cascaded)
    read = preprocess_declarations("", (parse_one_declaration(f'-weasy-anchor:"{anchor}"'),))
    return _merged({name: (value, _WEIGHT) for name, value, _ in read}, cascaded)


def _merged(own: dict[str, Any], sheets: dict[str, Any]) -> dict[str, Any]:
    """Own declarations and those of sheets; at equal weight those of sheets, as they come later."""
    merged = dict(sheets)
    for name, declared in own.items():
        if name not in merged or not declared[1] <= merged[name][1]:
            merged[name] = declared
    return merged


def _declarations(root: _Root, entries: list[list[Any]]) -> dict[str | None, dict[str, Any]]:
    """What matching entries declare, by pseudo-element: the heaviest declaration of each property wins."""
    declared: dict[str | None, dict[str, Any]] = {}
    for (sheet, origin, sheet_specificity), matching in zip(root.sheets, entries, strict=True):
        for specificity, _, pseudo, (declarations, layer) in matching:
            order = inf if layer is None else sheet.layers.index(layer)
            style = declared.setdefault(pseudo, {})
            for name, values, importance in declarations:
                weight = (declaration_precedence(origin, importance), order, sheet_specificity or specificity)
                if name not in style or style[name][1] <= weight:
                    style[name] = values, weight
    return declared


def _is_note(style: Any) -> bool:
    """Whether the engine will write into an element's style: notes get an address and another display."""
    return bool(style["float"] == "footnote" or style["position"][0] == "note()")


# -- selectors --------------------------------------------------------------------------------------------------


def _remembering(original: Any) -> Any:
    """Have a compiled selector's test say what it asks for."""

    def init(selector: Any, parsed: Any) -> None:
        original(selector, parsed)
        names: set[str] = set()
        selector.test.asks = _asks_neighbours(parsed.parsed_tree, names)
        selector.test.attributes = frozenset(names)

    return init


def _asks_neighbours(node: Any, names: set[str]) -> bool:
    """Whether a selector asks for more than names, classes and attributes on the way; gathers these attributes."""
    if isinstance(node, parser.CombinedSelector):
        sides = [_asks_neighbours(node.left, names), _asks_neighbours(node.right, names)]
        return any(sides) or node.combinator not in (" ", ">")
    if isinstance(node, parser.CompoundSelector):
        parts = [_asks_neighbours(one, names) for one in node.simple_selectors]  # all of them, for their attributes
        return any(parts)
    if isinstance(node, parser.AttributeSelector):
        names |= {node.name, node.lower_name}
        return False
    if isinstance(node, parser.IDSelector):
        names.add("id")
        return False
    return not isinstance(node, parser.LocalNameSelector | parser.NamespaceSelector | parser.ClassSelector)


def _asks(entry: Any) -> bool:
    return bool(getattr(entry[0], "asks", True))


def _attributes(entry: Any) -> frozenset[str]:
    return getattr(entry[0], "attributes", frozenset())


def _entries(matcher: Any) -> list[Any]:
    """All entries of a sheet's matcher."""
    lists = [matcher.lang_attr_selectors, matcher.other_selectors]
    for table in (
        matcher.id_selectors, matcher.class_selectors, matcher.lower_local_name_selectors, matcher.namespace_selectors,
    ):  # fmt: skip
        lists += table.values()
    return [entry for one in lists for entry in one]


def _candidates(matcher: Any, element: Any) -> list[Any]:
    """The entries whose last part may match an element (`Matcher.match`, without asking them)."""
    found: list[Any] = [entry for name in element.classes for entry in matcher.class_selectors.get(name, ())]
    found += matcher.id_selectors.get(element.id, ())
    found += matcher.lower_local_name_selectors.get(element.local_name.lower(), ())
    found += matcher.namespace_selectors.get(element.namespace_url, ())
    if "lang" in element.etree_element.attrib:
        found += matcher.lang_attr_selectors
    found += matcher.other_selectors
    return found


# -- pages, margin boxes, and values ----------------------------------------------------------------------------


class _Pages:
    """Remembers computed styles by their parent's and their declarations: pages and margin boxes have no place."""

    def __init__(self) -> None:
        self._memories: dict[tuple[Any, ...], Memory] = {}

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

    def _memory(self, style: Any, pseudo_type: Any, base_url: Any) -> Memory | None:
        parent = style.parent_style
        above = None if parent is None else getattr(parent, "memory", None)
        if parent is not None and above is None:
            return None
        key = (id(above), base_url, id(style.font_config), pseudo_type, *_declared_key(style.cascaded))
        found = self._memories.get(key)
        if found is None:
            if len(self._memories) > _MOST_STYLES:
                self._memories.clear()
            held = (above, style.font_config, *(value for value, _ in style.cascaded.values()))
            found = self._memories[key] = Memory(held)
        return found


def _declared_key(cascaded: dict[str, Any]) -> tuple[Any, ...]:
    """Declarations as a key. A weight is (precedence, layer, specificity); in page rules the last is a list."""
    return tuple(
        (name, _identity(value), weight[:2], *weight[2])
        for name, (value, weight) in cascaded.items()
        if name not in _OWN
    )


def _identity(value: Any) -> Any:
    """A declared value as part of a key: itself where it can be, else the object that a parsed sheet holds."""
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value


def _computed() -> Any:
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


def _anonymous() -> Any:
    original = css.AnonymousStyle.__missing__

    def missing(style: Any, key: str) -> Any:
        value = original(style, key)
        memory = style.parent_style.__dict__.get("memory")
        if memory and key not in _OWN:
            memory.anonymous[key] = value
        return value

    return missing


def _anonymous_init() -> Any:
    original = css.AnonymousStyle.__init__

    def init(style: Any, parent_style: Any) -> None:
        original(style, parent_style)
        memory = parent_style.__dict__.get("memory")
        if memory:
            style.update(memory.anonymous)

    return init
