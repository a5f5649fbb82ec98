"""Addresses that a document would fetch from the network: it has to stand by itself, so each is a mistake.

A link that a reader may follow (`<a href>`) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_FAR = r"(?:(?:https?|ftp):)?//[^\s\"'<>)]+"
_COMMENT = re.compile(r"{#.*?#}|<!--.*?-->", re.S)
_LOADED = re.compile(
    rf"""
      (?<![\w-]) (?: src | srcset | poster | background ) \s*=\s* ["']? \s* ({_FAR})  # <img src="https://…">
    | <(?: link | image | use | object | feImage )\b [^>]*?
      (?<![\w-]) (?: (?:xlink:)? href | data ) \s*=\s* ["']? \s* ({_FAR})             # <link href="https://…">
    | \burl\( \s* ["']? \s* ({_FAR})                                                  # style="background: url(https://…)"
    | @import \s+ ["'] \s* ({_FAR})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = re.compile(rf"\s*({_FAR})", re.IGNORECASE)
_OF_LINKS = frozenset(("link", "image", "use", "feimage"))
_ATTRIBUTES = ("src", "srcset", "poster", "background")


def in_template(text: str) -> Iterator[tuple[int, str]]:
    """Remote addresses that a template writes out, each with its line."""
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _LOADED.finditer(bare):
        number = found.lastindex or 0
        yield bare.count("\n", 0, found.start(number)) + 1, found[number]


def in_sheet(text: str) -> Iterator[tuple[int, str]]:
    """Remote addresses in a style sheet, each with its line."""
    import tinycss2  # noqa: PLC0415

    yield from _in_tokens(tinycss2.parse_component_value_list(text, skip_comments=True))


def _in_tokens(tokens: list[Any]) -> Iterator[tuple[int, str]]:
    """`url(…)` in both its shapes, and the text behind `@import`."""
    importing = False
    for token in tokens:
        inner = getattr(token, "arguments", None) or getattr(token, "content", None) or []
        if token.type == "url" or (token.type == "string" and importing):
            if far := _STARTS.match(token.value):
                yield token.source_line, far[1]
        elif token.type == "function" and token.lower_name == "url":
            for one in inner:
                if one.type == "string" and (far := _STARTS.match(one.value)):
                    yield token.source_line, far[1]
        else:
            yield from _in_tokens(inner)
        importing = (token.type == "at-keyword" and token.lower_value == "import") or (
            importing and token.type == "whitespace"
        )


def in_page(html: str) -> Iterator[str]:
    """Remote addresses in a finished page, however its templates came by them."""
    import lxml.html  # noqa: PLC0415

    for element in lxml.html.document_fromstring(html).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        names = [
            *_ATTRIBUTES,
            *(("href", "xlink:href") if tag in _OF_LINKS else ()),
            *(("data",) if tag == "object" else ()),
        ]
        for name in names:
            if far := _STARTS.match(element.get(name) or ""):
                yield far[1]
        sheet = (element.text or "") if tag == "style" else (element.get("style") or "")
        yield from (address for _, address in in_sheet(sheet) if sheet)
