"""Whole saved web pages: which of their lines are the article, by trafilatura; what the page says of itself, by lxml.

navigation, advertisements, "related stories", footer   left out
<meta property="article:published_time" content="2022-01-08T10:52:00">   Meta(date="2022-01-08")
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.model import Meta
from reporter.reading.lines import Line

_WHOLE = re.compile(r"<(?:html|body|nav|footer|header|aside)\b", re.I)
_ENOUGH = 0.25
_SPACE = re.compile(r"\s+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
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
    return kept if sum(len(line.text) for line in kept) >= _ENOUGH * whole else tuple(lines)


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
