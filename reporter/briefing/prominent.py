"""What an article itself puts first: what its headline speaks of, and what its first paragraph tells.

某片区跨境快件破千万      跨境快件 1240万件 is headed: the metric and the headline share its words
记者从某区获悉，去年……    what stands in the first paragraph leads
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reporter.briefing.own import ITSELF
from reporter.model import Article, BlockKind, Line, Zone

_SHARED = 3
"""So many characters together are no accident."""
_COMMON = re.compile(f"{ITSELF.pattern}|产业园|工业园|高质量|今年|去年")
_HEADS = (BlockKind.HEADLINE, BlockKind.KICKER)


def prominent(lines: Mapping[str, Line], articles: Iterable[Article], zone: Zone) -> dict[str, Line]:
    """The lines, marked where their article puts them first."""
    by_id = {article.id: article for article in articles}
    titles = {name: _words(article.headline, zone) for name, article in by_id.items()}
    first = {name: _first(article) for name, article in by_id.items()}
    marked = {}
    for name, line in lines.items():
        article = line.fact.evidence.article
        known = by_id.get(article)
        if known is None:
            marked[name] = line
            continue
        said = any(known.paragraphs[m.paragraph].kind in _HEADS for m in line.fact.mentions if m.article == article)
        headed = said or _share(_words(line.fact.metric, zone), titles[article])
        marked[name] = replace(line, headed=headed, leads=line.fact.evidence.paragraph == first[article])
    return marked


def _words(text: str, zone: Zone) -> str:
    """Words without what names zones or times, which any metric may share."""
    for name in sorted(zone.names, key=len, reverse=True):
        text = text.replace(name, "，")
    return _COMMON.sub("，", text)


def _first(article: Article) -> int:
    """The index of the first paragraph of the body."""
    return next((i for i, p in enumerate(article.paragraphs) if p.kind is BlockKind.BODY), -1)


def _share(metric: str, title: str) -> bool:
    """Whether they have three characters in a row together."""
    parts = (metric[i : i + _SHARED] for i in range(len(metric) - _SHARED + 1))
    return any("，" not in part and part in title for part in parts)
