"""The last touch on a document before the PDF engine reads it: what templates need not think of.

The rules for lines themselves are in `lines`; here is what they cannot see from inside a line.
"""

from __future__ import annotations

import re

from reporter.rendering.lines import JOINER

_CHINESE = "\u2014-\u2026\u2018-\u201f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_LINE_END = re.compile(rf"(?<=[{_CHINESE}])[ \t]*\n\s*(?=[{_CHINESE}])")
# The first letter of a raised mark, past the links and spans around it.
_RAISED = re.compile(r"<sup\b[^>]*>\s*(?:<[a-z][^>]*>\s*)*(?=[^<\s])")
_DRAWING = re.compile(r"<svg\b(?![^>]*\bfont-family)")
_KEEPS_SPACE = re.compile(r"<(?:pre|textarea|listing)\b")


def finish(html: str, drawing_font: str = "") -> str:
    """The document as the engine should read it.

    - A line end between Chinese characters goes: it would show as a space.
    - A raised mark (`<sup>`) is bound to what it marks, so that it never begins a line.
    - A drawing without a typeface gets `drawing_font` (CSS): text in SVG does not inherit the page's.
    """
    if not _KEEPS_SPACE.search(html):
        html = _LINE_END.sub("", html)
    html = _RAISED.sub(rf"\g<0>{JOINER}", html)
    if drawing_font:
        html = _DRAWING.sub(f'<svg font-family="{drawing_font}"', html)
    return html
