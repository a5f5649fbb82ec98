"""Markdown pages: headings, paragraphs and tables by markdown-it; the marks inside a line are taken out, offsets kept.

## 招大引强交出“硬核”答卷          Line(招大引强交出“硬核”答卷, level 2)
见[公告](http://…)，**共 30 个**项目   Line(见公告，共 30 个项目)
"""

from __future__ import annotations

import re

from reporter.model import BlockKind, Located
from reporter.reading.lines import Line, clean

_HINTS = re.compile(r"^(?:#{1,6} |[-*+] |> |\d+\. |\|)|\*\*|\]\(|^===+$|^---+$", re.M)
# None of these looks further than the next of its own kind: a line of open brackets would take for ever.
_LABEL = r"\[[^\]]{0,500}\]"
_TARGET = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
# What a reader does not see: pictures whole, of links all but their text, emphasis, code and escape marks.
_MARKS = re.compile(
    rf"""!{_LABEL}{_TARGET}              # a picture
    |\[(?P<link>[^\]]{{0,500}})\]{_TARGET}  # a link keeps its text
    |(?P<mark>\*\*|__|~~|`|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|(?<![\d*])\*(?![\d*]))
    |\\(?=[!-/:-@\[-`{{-~])             # an escape
    |<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>  # comments and tags
    """,
    re.VERBOSE | re.DOTALL,
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text has marks that only Markdown has."""
    return len(_HINTS.findall(text[:100_000])) >= 1


def markdown_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """The lines of a Markdown text from an offset on."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    rows = [start] + [start + match.end() for match in re.finditer("\n", text[start:])]
    rows.append(len(text))
    lines: list[Line] = []
    level, last_row = 0, 0
    for token in MarkdownIt("commonmark").enable("table").parse(text[start:]):
        if token.type == "heading_open":
            level = int(token.tag[1])
        if token.type not in {"inline", "code_block", "fence", "html_block"} or not token.map:
            continue
        first, end = token.map
        kind = (
            BlockKind.TABLE
            if token.type == "inline" and token.level >= 4 and "|" in text[rows[first] : rows[end]]
            else None
        )
        for row in range(first, end):
            located = visible(Located.of(text, rows[row], min(rows[row + 1], len(text))))
            if located.text and not (kind and lines and lines[-1].located == located):
                lines.append(Line(located, max(0, row - last_row - 1), level, kind=kind))
                last_row = row
        level = 0
    return tuple(lines)


def visible(located: Located) -> Located:
    """A line as a reader sees it, without the marks of Markdown."""
    text = located.text
    lead = re.match(r"\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\|)*", text)
    parts, at = [], lead.end() if lead else 0
    for match in _MARKS.finditer(text, at):
        parts.append(located.cut(at, match.start()))
        if match["link"] is not None:
            parts.append(located.cut(match.start("link"), match.end("link")))
        at = match.end()
    parts.append(located.cut(at, len(text)))
    shown = clean(Located.join(parts))
    tail = re.search(r"\s+#+$|\s*\|$", shown.text)
    return clean(shown.cut(0, tail.start())) if tail else shown
