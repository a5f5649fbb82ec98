"""Headlines that stand away from their news item, found by the words that they share with its first paragraph.

松塔新区算力规模跃升 … 本报讯 记者从松塔新区获悉，全区算力规模跃升至…
"""

from __future__ import annotations

from collections.abc import Sequence

from reporter.model import BlockKind
from reporter.reading.bylines import dateline
from reporter.reading.headgroups import put_head
from reporter.reading.headlines import LEAD, shared
from reporter.reading.marked import KICKER_END, PAGE, Head, Marked, neighbours
from reporter.reading.zonewords import zones_named

_OWN = 0.3


def strayed(marked: list[Marked], heads: list[Head]) -> None:
    """Headlines that stand away from their news item: short lines that share their words with its first paragraph.

    松塔新区算力规模跃升 … 本报讯 记者从松塔新区获悉，全区算力规模跃升至…
    """
    leads = [(i, m.text[:LEAD]) for i, m in enumerate(marked) if m.kind is BlockKind.BODY and dateline(m.text)[0]]
    titles = [(head.first, "".join(marked[i].text for i in head.titles)) for head in heads]
    for i, item in enumerate(marked if leads else ()):
        around = (other for other in neighbours(marked, i) if other is not None)
        if item.kind is not BlockKind.SUBHEAD or item.line.level or any(o.kind is BlockKind.SUBHEAD for o in around):
            continue
        near = [text for at, text in leads if abs(at - i) < PAGE]
        lead = max(near, key=lambda text: shared(item.text, text), default="")
        share = shared(item.text, lead)
        if share >= _OWN and all(shared(title, lead) < share for at, title in titles if abs(at - i) < PAGE):
            put_head(marked, i, i, [], heads)
    for head in list(heads) if leads else ():
        for i in [i for i in head.kickers if _of_another(marked, head, i, [text for at, text in leads if at - i > 1])]:
            head.kickers.remove(i)
            marked[i].head = -1
            put_head(marked, i, i, [], heads)


def _of_another(marked: list[Marked], head: Head, i: int, leads: Sequence[str]) -> bool:
    """Whether a line above a headline is that of another item: it names a zone that only a lead farther down does.

    云渡综保区前九月进出口超百亿元 | 云港经开区锻造铜箔产业链 | 从一块铜到一张箔 … 本报讯 据海关统计，云渡综合保税区……
    """
    if marked[i].text.endswith(KICKER_END):
        return False
    named = zones_named(marked[i].text)
    others = frozenset().union(*(zones_named(marked[k].text) for k in (*head.kickers, *head.titles) if k != i))
    last = max(head.kickers + head.titles + head.bylines)
    below = next((m.text for m in marked[last + 1 :] if m.kind is BlockKind.BODY), "")
    own = zones_named(below)
    return bool(named) and named.isdisjoint(others | own) and any(named & zones_named(lead) for lead in leads)
