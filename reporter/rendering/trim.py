"""A sheet as tall as what is on it.

A poster with three figures on a whole A4 sheet is an empty box with a headline. The engine lays it out on the whole
sheet; then the sheet is cut off below the last words. Only the page's box changes: links, tags and text stay.
"""

from __future__ import annotations

from typing import Any

_BLANK = 24.0  # points below the last words
_LEAST = 0.72  # the sheet's least height, as a part of its width
_PX = 0.75  # points a CSS pixel


def trimmed(document: Any, pdf: Any) -> None:
    """Cut a document's only page (the engine's `finisher`); one of several pages stays as it is."""
    if len(document.pages) != 1:
        return
    page = document.pages[0]
    lowest = max(
        (box.position_y + box.margin_height() for box in page._page_box.descendants() if _shows(box)),
        default=page.height,
    )
    width, height = page.width * _PX, page.height * _PX
    wanted = min(height, max(lowest * _PX + _BLANK, width * _LEAST))
    (sheet,) = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]
    bottom = round(height - wanted, 2)
    for name in ("MediaBox", "TrimBox", "BleedBox", "CropBox"):
        if name in sheet:
            box = list(sheet[name])
            box[1] = bottom
            sheet[name] = type(sheet[name])(box)


def _shows(box: Any) -> bool:
    """Whether a box has words or a drawing of its own."""
    return type(box).__name__ in {"TextBox", "LineBox", "InlineReplacedBox", "BlockReplacedBox"}
