"""The last touch on a document before the PDF engine reads it: what templates need not think of.

The rules for lines themselves are in `lines`; here is what they cannot see from inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reporter.rendering.lines import CLOSING, JOINER, OPENING

_CHINESE = "\u2014-\u2026\u2018-\u201f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_LINE_END = re.compile(rf"(?<=[{_CHINESE}])[ \t]*\n\s*(?=[{_CHINESE}])")
# The first letter of a raised mark, past the links and spans around it.
_RAISED = re.compile(r"<sup\b[^>]*>\s*(?:<[a-z][^>]*>\s*)*(?=[^<\s])")
# Behind a closing mark: tags, and then another mark or a raised one.
_MEETING = re.compile(
    rf"(?<=[{CLOSING}])(?=(?:</?(?:a|b|mark|q|span)\b[^>]*>)+[{OPENING}{CLOSING}]|(?:</(?:a|b|mark|q|span)>)*<sup\b)"
)
_RAISED_WHOLE = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
_DRAWING = re.compile(r"<svg\b(?![^>]*\bfont-family)")
_KEEPS_SPACE = re.compile(r"<(?:pre|textarea|listing)\b")
_HEADING = re.compile(r"<(h[1-6])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
_LEANING = frozenset("的了等地得着过们")  # these lean on the word before them and never begin a title's line

STYLE = ",".join(f"h{level}" for level in range(1, 7)) + "{bookmark-label:attr(data-plain)}"
"""What the engine's style must hold for `finish`: headings stand in bookmarks without their raised marks."""


def finish(html: str, drawing_font: str = "", split: Callable[[str], Sequence[str]] | None = None) -> str:
    """The document as the engine should read it.

    - A line end between Chinese characters goes: it would show as a space.
    - A heading carries its words without raised marks in `data-plain`, for bookmarks and running heads:
      总投资281亿元¹ would read 总投资281亿元1 there.
    - A title (`h1`) breaks only between words, where `split` cuts text into words (GB/T 9704-2012, 7.3.1: 词意完整).
    - A closing mark is bound to a mark that follows in another element, and closes up to it: “…”¹, not “…” ¹.
    - A raised mark (`<sup>`) is bound to what it marks, so that it never begins a line.
    - A drawing without a typeface gets `drawing_font` (CSS): text in SVG does not inherit the page's.
    """
    if not _KEEPS_SPACE.search(html):
        html = _LINE_END.sub("", html)
    html = _HEADING.sub(lambda found: _heading(found, split), html)
    html = _MEETING.sub(JOINER, html)
    html = _RAISED.sub(rf"\g<0>{JOINER}", html)
    if drawing_font:
        html = _DRAWING.sub(f'<svg font-family="{drawing_font}"', html)
    return html


def _heading(found: re.Match[str], split: Callable[[str], Sequence[str]] | None) -> str:
    name, attributes, inner = found.groups()
    plain = " ".join(_TAG.sub("", _RAISED_WHOLE.sub("", inner)).split()).replace('"', "&quot;")
    if name == "h1" and split:
        inner = "".join(part if part.startswith("<") else _whole_words(part, split) for part in _TAG.split(inner))
    return f'<{name}{attributes} data-plain="{plain}">{inner}</{name}>'


def _whole_words(text: str, split: Callable[[str], Sequence[str]]) -> str:
    """A text whose words cannot be cut: joiners between the characters of each."""
    if not _WORD.search(text):
        return text
    made: list[str] = []
    for word in split(text):
        if word in _LEANING and made and _WORD.match(f"{made[-1][-1:]}{word}"):
            made.append(JOINER)
        made.append(JOINER.join(word) if _WORD.fullmatch(word) else word)
    return "".join(made)
