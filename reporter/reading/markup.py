"""Pages with markup: front matter, HTML fragments and whole saved web pages.

---                                      Meta(title="建设世界领先的产业集群（…）", author="证券时报网",
title: '建设世界领先的产业集群（…）'  →        date="2022-01-08")
date: Sat, 08 Jan 2022 10:52:00 GMT
---
<p><a href="…">新产业</a>、新业态</p>     Line(新产业、新业态), each character at its place in the file
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from reporter.model import BlockKind, Located, Meta
from reporter.reading.lines import Line, clean

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|html|body|table|article|section|span|ul|li)\b[^<>]*>", re.I)
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "option"}
    | {"svg", "head", "iframe", "object"}
)
_BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "table",
        "tbody",
        "thead",
        "section",
        "article",
        "header",
        "main",
        "blockquote",
        "figure",
        "figcaption",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "pre",
        "address",
        "center",
        "body",
        "html",
        "details",
        "summary",
    ]
)
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]
)
_SPACE = re.compile(r"\s+")
_LONGEST_HEAD = 20_000
"""Characters of front matter at most; more is no head, and the parser is slow."""


def looks_like_html(text: str) -> bool:
    """Whether a text carries HTML markup: at least two block tags, or one that opens it."""
    tags = _TAG.findall(text[:200_000])
    return len(tags) >= 2 or (bool(tags) and text.lstrip()[:1] == "<")


def front_matter(text: str) -> tuple[Meta, int]:
    """What the YAML front matter says and where the page begins after it."""
    match = _FRONT.match(text)
    if not match or len(match["yaml"]) > _LONGEST_HEAD:
        return Meta(), 0
    import frontmatter  # noqa: PLC0415  (brings a YAML parser along)
    import yaml  # noqa: PLC0415

    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(match["yaml"], Loader=yaml.SafeLoader)):
            return Meta(), 0  # aliases of aliases unfold to anything; nobody writes a title that way
        told = frontmatter.loads(text[match.start("yaml") - 4 : match.end()].lstrip()).metadata
    except Exception:
        # PyYAML raises its own errors and, on odd dates, plain ValueErrors: such a head is no front matter.
        told = {}
    if not isinstance(told, dict) or not told:
        return Meta(), 0
    keys = {str(key).lower(): value for key, value in told.items()}
    return Meta(_word(keys.get("title")), _word(keys.get("author")), _iso(keys.get("date"))), match.end()


def _word(value: object) -> str:
    """A value as words: one, or several in a list; what is nested deeper is none."""
    values = value if isinstance(value, list | tuple) else (value,)
    return " ".join(str(one).strip() for one in values if not isinstance(one, dict | list | tuple) and one is not None)


def _iso(value: object) -> str:
    """A date of any of the forms that front matter uses, as 2022-01-08; empty when it is none."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = _word(value)
    if match := re.match(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})", text):
        try:
            return date(*map(int, match.groups())).isoformat()
        except ValueError:
            return ""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


def html_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """The paragraphs, headings and table rows of an HTML text from an offset on."""
    parser = _Paragraphs(text, start)
    parser.run()
    return tuple(parser.lines)


class _Paragraphs(HTMLParser):
    """Collects runs of text between block tags, with the offset of each character."""

    def __init__(self, text: str, start: int) -> None:
        super().__init__(convert_charrefs=False)
        self._text, self._start = text, start
        self._rows = [start] + [start + m.end() for m in re.finditer("\n", text[start:])]
        self._parts: list[Located] = []
        self._silent: list[str] = []
        self._level = 0
        self._row = 0
        self._picture = False
        self.lines: list[Line] = []

    def run(self) -> None:
        """Reads the whole text."""
        self.feed(self._text[self._start :])
        self.close()
        self._flush()

    def _at(self) -> int:
        row, column = self.getpos()
        return self._rows[min(row, len(self._rows)) - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Opens a block, or a part of the page that is not for readers."""
        if tag == "img":
            self._picture = True
        if self._silent:
            if tag not in _VOID and tag == self._silent[-1]:
                self._silent.append(tag)
            return
        if tag in _SILENT:
            self._flush()
            self._silent.append(tag)
            return
        if tag in {"td", "th"}:
            self._cell()
        elif tag in _BREAKS:
            self._flush()
            if tag == "tr":
                self._row = 1
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                self._level = int(tag[1])

    def handle_endtag(self, tag: str) -> None:
        """Closes a block."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in _BREAKS:
            self._flush()
            if tag == "tr":
                self._row = 0

    def handle_data(self, data: str) -> None:
        """Keeps a run of characters."""
        if not self._silent:
            at = self._at()
            self._parts.append(Located.of(self._text, at, at + len(data)))

    def handle_entityref(self, name: str) -> None:
        """Keeps a named character: &ldquo;."""
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keeps a numbered character: &#8220;."""
        self._entity(f"&#{name};")

    def _entity(self, written: str) -> None:
        if self._silent:
            return
        shown = html.unescape(written)
        at = self._at()
        if len(shown) == 1:
            one = Located.of(self._text, at, at + 1)
            self._parts.append(Located(shown, one.segments))
        else:
            self._parts.append(Located.of(self._text, at, at + len(written)))

    def _cell(self) -> None:
        """Cells of a row stand apart by a space, which has no place in the source but the tag's."""
        if any(part.text.strip() for part in self._parts):
            at = self._at()
            self._parts.append(Located(" ", Located.of(self._text, at, at + 1).segments))

    def _flush(self) -> None:
        located = clean(_unfolded(Located.join(self._parts)))
        self._parts = []
        level, self._level = self._level, 0
        if located.text:
            kind = BlockKind.TABLE if self._row and " " in located.text else None
            gap = 3 if self._picture else 1
            self._picture = False
            self.lines.append(Line(located, gap, level, kind=kind))


def _unfolded(located: Located) -> Located:
    """White space as a browser shows it: one space, and none between two Chinese characters at a line's end."""
    text = located.text
    parts, at = [], 0
    for match in _SPACE.finditer(text):
        if match.group() in {" ", "\u3000"}:
            continue
        left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        keep = 0 if "\n" in match.group() and (left > "\u2e7f" or right > "\u2e7f") else 1
        parts.append(located.cut(at, match.start()))
        if keep:
            space = located.cut(match.start(), match.start() + 1)
            parts.append(Located(" ", space.segments))
        at = match.end()
    return Located.join([*parts, located.cut(at, len(text))]) if parts else located


def line_of(text: str, offset: int) -> int:
    """The 1-based number of the line that an offset lies in; for messages."""
    return bisect_right([0, *(m.end() for m in re.finditer("\n", text))], offset)
