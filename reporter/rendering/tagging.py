"""What readers by ear are told of a PDF: nothing of decoration, and which cells a table's heading is for.

WeasyPrint tags every drawing as a figure, also one that stands for nothing (`aria-hidden`), which without a
description is a fault (ISO 14289-1, 7.3); and it leaves it to a table's cells to name their headings, where many
readers look for the headings' scope (7.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

_ROWS = frozenset(("row", "rowgroup"))


def install() -> None:
    """Put the better tags in place, once a process."""
    tags._build_box_tree = _tree(tags._build_box_tree)
    Stream.marked = _marked(Stream.marked)


def _is_decoration(box: Any) -> bool:
    """Whether a drawing or picture tells nothing: hidden from readers by ear, or with an empty description."""
    element = box.element
    if element is None or tags._get_pdf_tag(element.tag) != "Figure":
        return False
    return bool(element.get("aria-hidden") == "true" or element.get("alt") == "")


def _tree(original: Any) -> Any:
    def build(box: Any, *rest: Any) -> Iterator[Any]:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if _is_decoration(box):
            return
        for element in original(box, *rest):
            if element["S"] == "/TH":
                scope = box.element.get("scope", "")
                element["A"]["Scope"] = "/Row" if scope in _ROWS else "/Column"
            yield element

    return build


def _marked(original: Any) -> Any:
    def marked(stream: Any, box: Any, tag: str) -> Any:
        return stream.artifact() if tag == "Figure" and _is_decoration(box) else original(stream, box, tag)

    return marked
