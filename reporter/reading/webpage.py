"""Whole saved web pages: which of their lines are the article, by trafilatura; what the page says of itself, by lxml.

navigation, advertisements, "related stories", footer   left out
<meta property="article:published_time" content="2022-01-08T10:52:00">   Meta(date="2022-01-08")
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.model import BlockKind, Meta
from reporter.reading.bylines import byline
from reporter.reading.headlines import is_short
from reporter.reading.lines import Line

_WHOLE = re.compile(r"<(?:html|body|nav|footer|header|aside)\b", re.I)
_ENOUGH = 0.25
_SPACE = re.compile(r"\s+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SENTENCE = re.compile("[。；;！？]")
_FOOTER = re.compile(
    "版权所有|许可证|举报电话|备案|[Cc]opyright|责任编辑|责编|上一篇|下一篇|相关阅读|推荐阅读|延伸阅读|分享到|扫一扫|打印|关闭窗口"
)
_SOURCE = re.compile(r"来源[:：]|作者[:：]|发布时间|发布日期|^(?:19|20)\d\d[-年/.]")
_AUTHOR = re.compile(r"(?:作者|记者)[:：]\s*[\u4e00-\u9fff]{2,4}(?:[ \u3000、，]{1,2}[\u4e00-\u9fff]{2,4})*")
_HEAD_LINES = 4
_SHORT_LINE = 90
_DATES = ("article:published_time", "og:published_time", "publishdate", "pubdate", "date", "dc.date", "publish_time")
_TITLES = ("og:title", "dc.title", "articletitle")
_AUTHORS = ("author", "article:author", "dc.creator")


def is_whole(text: str) -> bool:
    """Whether an HTML text is a page with its surroundings and not only an article's markup."""
    return bool(_WHOLE.search(text))


def without_surroundings(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a web page that are its article; all of them where that cannot be told."""
    import trafilatura  # noqa: PLC0415  (slow to load)

    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True) or ""
    except Exception:
        # Malformed markup may break any of the parsers underneath; the page is then read whole.
        found = ""
    kept_text = _SPACE.sub("", found)
    kept = tuple(line for line in lines if line.level == 1 or _SPACE.sub("", line.text) in kept_text)
    whole = sum(len(line.text) for line in lines)
    enough = sum(len(line.text) for line in kept) >= _ENOUGH * whole
    return _one_article(kept if enough else tuple(lines))


def _one_article(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A page with one main heading holds one article: from that heading on, its short lines subheads.

    2022-07-21 08:15　来源：宁州经济网　作者：梁溪 徐来     a credit, and the byline 作者：梁溪 徐来
    宁州经济网版权所有 举报电话：…                        left out
    """
    tops = [k for k, line in enumerate(lines) if line.level == 1]
    if len(tops) != 1:
        return lines
    found: list[Line] = []
    for k, line in enumerate(lines[tops[0] :]):
        if k and not _SENTENCE.search(line.text) and _FOOTER.search(line.text):
            continue
        if k and k <= _HEAD_LINES and len(line.text) < _SHORT_LINE and _SOURCE.search(line.text):
            found += _source_line(line)
        elif k > 1 and line.level == 0 and line.kind is None and is_short(line.text) and not byline(line.text):
            found.append(replace(line, kind=BlockKind.SUBHEAD))
        else:
            found.append(line)
    return tuple(found)


def _source_line(line: Line) -> list[Line]:
    """The line below a web page's headline: date and source are a credit, the author's names a byline."""
    author = _AUTHOR.search(line.text)
    if not author:
        return [replace(line, kind=BlockKind.CREDIT)]
    before = line.located.cut(0, author.start()).strip()
    credit = [replace(line, located=before, kind=BlockKind.CREDIT)] if before.text else []
    return [replace(line, located=line.located.cut(author.start(), author.end()).strip()), *credit]


def page_meta(text: str) -> Meta:
    """Title, author and date from the page's meta tags; empty where it has none."""
    from lxml import etree, html  # noqa: PLC0415

    try:
        tree = html.fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return Meta()
    told: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        told.setdefault(name, (tag.get("content") or "").strip())
    match = next((m for key in _DATES if (m := _ISO.match(told.get(key, "")))), None)
    title = next((told[key] for key in _TITLES if told.get(key)), "")
    author = next((told[key] for key in _AUTHORS if told.get(key)), "")
    return Meta(title, author, match.group() if match else "")
