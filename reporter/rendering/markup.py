"""Documents of templates read into a tree at once, where they are as plain as templates write them.

WeasyPrint's HTML parser mends whatever is wrong with a page, character by character in Python. What templates give is
well-formed: every element closed, in an order that needs no mending, and then one pattern reads it in a fifth of the
time. Whatever is not plain in this sense (a comment, an unknown element, a paragraph around a list) is left to the
parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from html import unescape
from io import StringIO
from typing import Any
from xml.etree.ElementTree import Element, SubElement

_PIECE = re.compile(
    r"<(?P<close>/)?(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s+[a-zA-Z][\w-]*(?:=\"[^\"]*\")?)*)\s*(?P<empty>/)?>"
    r"|(?P<text>[^<]+)"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w-]*)(?:=\"([^\"]*)\")?")
_START = re.compile(r"<!DOCTYPE html>\s*(?=<html\b)", re.IGNORECASE)
_STRANGE = re.compile(r"[\r\0]|&(?!(?:amp|lt|gt|quot|#3[49]);)")
_SPACE = " \t\n\f"

_VOID = frozenset(("br", "hr", "img", "link", "meta", "wbr"))
# What may begin in nothing, in html (by itself) and in head; a title holds text alone.
_OUTER = {"": ("html",), "html": (), "head": ("link", "meta", "title"), "title": ()}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# These end a paragraph that is open around them.
_BLOCKS = _HEADINGS | frozenset(
    ("article", "aside", "blockquote", "div", "dl", "figcaption", "figure", "footer", "header", "hr", "main", "nav",
     "ol", "p", "section", "table", "ul", "li", "dt", "dd")
)  # fmt: skip
# The parser keeps a list of these when they are open, which matters where they nest.
_FORMATTING = frozenset(("a", "b", "code", "em", "i", "s", "small", "strong", "u"))
_PLAIN = frozenset(("abbr", "bdi", "cite", "data", "dfn", "mark", "q", "span", "sub", "sup", "time", "var"))
_PARENTS = {
    "li": frozenset(("ol", "ul")), "dt": frozenset(("dl",)), "dd": frozenset(("dl",)),
    "caption": frozenset(("table",)), "thead": frozenset(("table",)), "tbody": frozenset(("table",)),
    "tfoot": frozenset(("table",)), "tr": frozenset(("thead", "tbody", "tfoot")),
    "td": frozenset(("tr",)), "th": frozenset(("tr",)),
}  # fmt: skip
_ROWS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))  # nothing but their own parts stands in these
_CELLS = frozenset(("td", "th", "caption"))  # what is open around a cell does not matter in it
_KNOWN = _BLOCKS | _FORMATTING | _PLAIN | frozenset(("br", "img", "wbr")) | frozenset(_PARENTS)
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "text", "tspan"))
_DRAWN_NAMES = re.compile(r"[a-z-]+|viewBox")


def install(parser: Any) -> None:
    """Have the engine's parser asked only for what is not plain."""
    parser.parse = _reading(parser.parse)


def _reading(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def parse(document: Any, *rest: Any, **options: Any) -> Any:
        if isinstance(document, StringIO) and not rest and options == {"namespace_html_elements": False}:
            tree = read(document.getvalue())
            if tree is not None:
                return tree
        return original(document, *rest, **options)

    return parse


def read(html: str) -> Element | None:
    """The tree of a plain document, as the engine's parser makes it; None where it is not plain."""
    start = _START.match(html)
    if start is None or _STRANGE.search(html):
        return None
    try:
        return _read(html, start.end())
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """Something that the parser must look at."""


def _read(html: str, at: int) -> Element:
    matched, end = _PIECE.match, len(html)
    opened = _Open()
    while at < end:
        piece = matched(html, at)
        if piece is None:
            raise _NotPlainError
        at = piece.end()
        text, name = piece["text"], piece["name"]
        if text is not None:
            opened.write(text)
        elif piece["close"]:
            if piece["attributes"] or piece["empty"]:
                raise _NotPlainError
            opened.close(name)
        else:
            opened.open(name, piece["attributes"], empty=bool(piece["empty"]))
    if opened.root is None or not opened.done:
        raise _NotPlainError
    return opened.root


class _Open:
    """The elements that are open, from the outermost on."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.elements: list[Element] = []
        self.names: list[str] = []
        self.done: list[str] = []
        """Of body and html, which have been closed. The parser leaves both open: white space behind is the body's."""

    def open(self, name: str, attributes: str, *, empty: bool) -> None:
        """Begin an element, or put in one without an end."""
        names = self.names
        drawn = name == "svg" or "svg" in names
        void = not drawn and name in _VOID
        fits = _may_draw(name, names) if drawn else self._may_open(name) and void >= empty
        if self.done or not fits:
            raise _NotPlainError
        values = _attributes(attributes, drawn=drawn)
        tag = _SVG + name if drawn else name
        if self.root is None:
            element = self.root = Element(tag, values)
        else:
            element = SubElement(self.elements[-1], tag, values)
        if not (empty or void):
            self.elements.append(element)
            names.append(name)

    def close(self, name: str) -> None:
        """End the innermost element, which must have this name."""
        if name in ("body", "html"):
            if self.names != ["html", "body"] or self.done != ([] if name == "body" else ["body"]):
                raise _NotPlainError
            self.done.append(name)
            return
        if self.done or not self.names or self.names.pop() != name:
            raise _NotPlainError
        self.elements.pop()

    def write(self, text: str) -> None:
        """Add text where the parser would."""
        inside, element = self.names[-1], self.elements[-1]
        if inside in _ROWS:
            raise _NotPlainError
        if inside in ("html", "head") or self.done:
            if text.strip(_SPACE):
                raise _NotPlainError
            if inside == "html" and not len(element):
                return  # before the head: nowhere
        text = unescape(text) if "&" in text else text
        if len(element):
            last = element[-1]
            last.tail = (last.tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _may_open(self, name: str) -> bool:
        """Whether the parser would just open this element inside those that are open."""
        names = self.names
        inside = names[-1] if names else ""
        if inside == "html":
            return name == ("body" if len(self.elements[0]) else "head")
        if inside in _OUTER:
            return name in _OUTER[inside]
        if name not in _KNOWN:
            return False
        wanted = _PARENTS.get(name)
        if inside in _ROWS if wanted is None else inside not in wanted:
            return False
        if name in _BLOCKS:
            return "p" not in _near(names) and not (name in _HEADINGS and inside in _HEADINGS)
        return name not in _FORMATTING or name not in names


def _may_draw(name: str, names: list[str]) -> bool:
    """Whether an element belongs to a drawing, or begins one where it may stand."""
    if name != "svg":
        return name in _DRAWN
    inside = names[-1] if names else ""
    return "svg" not in names and inside not in _ROWS and inside not in _OUTER


def _near(names: list[str]) -> list[str]:
    """The names of open elements, from the innermost cell on."""
    for at in range(len(names) - 1, -1, -1):
        if names[at] in _CELLS:
            return names[at + 1 :]
    return names


def _attributes(text: str, *, drawn: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    if text:
        for name, value in _ATTRIBUTE.findall(text):
            if name in found or (name != name.lower() if not drawn else not _DRAWN_NAMES.fullmatch(name)):
                raise _NotPlainError
            found[name] = unescape(value) if "&" in value else value
    return found
