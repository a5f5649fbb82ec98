"""Whether a metric's words stand beside their number in the source: only then may a sentence be made of them.

A metric that extraction put together from farther apart can be true and still make a false sentence; then the source
is quoted instead. Three ways of standing beside: 实际利用外资**1.13亿美元**; 累计新增高新技术企业**2537家** also as
新增**2537家**高新技术企业; 累计签约项目272个，涉及投资额**3316亿元**, where the head stands before, and so does
集中签约项目 of 集中签约32个项目，总投资**227亿元**, with the count between its words; or behind:
产值**120亿元**的装备产业集群. In a list the head stands before its first entry: 获批A1家、B**4家** tells of 获批B.
的 and spaces between words make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.model import Line, Relation

_GLUE = re.compile(
    r"(?:达到|达|为|是|将|(?<!签)约|近|超过|超|逾|突破|接近|至|到|共计|总共|共|有|已|了|出|仅|只有|高达|实现|合计|总计|均|最高|首次|历史性地?|成功|再次|已经|[：:“\s])$"
)
_CHANGED = re.compile(
    r"也?[从由][^，。；]{1,16}?(?:[猛激跃攀快净]?[增升提扩涨降减缩跌]|发展|上升|下降|增长|增加|提高|提升|扩大|减少|下滑)[到至为]?\Z"
)
"""工业总产值|从68.23亿元猛增到|146.75亿元: the second end is what it has come to."""
_GROWN = re.compile(r"(?:同比|比上年|较上年)?(?:增长|上升|提高|下降)[\d.]+%[，,]$")
"""地区生产总值|增长8.9%，|达到2450.6亿元: what it grew by may stand between."""
_IDLE = re.compile(r"的|\s")
_CHANGE = re.compile(r"(?:同比|环比)?(?:增长|下降|增加|减少|上升|提高|回落|上涨|提升)")
_COUNT = re.compile(r"(?:近|超|(?<!签)约|逾)?\d[\d,.]*[余多万亿]*(?:个|家|项|名|条|件|所|款)")
_ENTRY = re.compile(r"[^，。；：,;:、]*\d[\d,.]*[余多万亿]*[^，。；：,;:、]*、")  # 66名中外院士、 or 瞪羚企业1家、
_HEAD, _TAIL = 3, 2


def anchored(line: Line, *, told: bool = False) -> bool:
    """Whether the figure's metric can be read off the words around its number.

    `told` asks for more: something must stand before the number that a sentence can begin with, or
    nothing at all; 其中包含**2个**重大项目
    is enough for the label of a card, but no sentence.
    """
    evidence = line.fact.evidence
    befores = [_IDLE.sub("", words) for words in _unglued(evidence.sentence[: evidence.start])]
    after = _IDLE.sub("", evidence.sentence[evidence.end :])
    named = (line.metric, line.fact.metric, *_shorter(line))
    return any(_beside(_IDLE.sub("", words), before, after, told) for words in named for before in befores)


def _unglued(before: str) -> Iterator[str]:
    """The words before a number, as they are and with less and less of their glue: 推出了, 推出, 推."""
    yield before
    while (less := _GLUE.sub("", before)) != before:
        before = less
        yield before
    for told in (_GROWN, _CHANGED):
        if (less := told.sub("", before)) != before:
            yield less


def _beside(metric: str, before: str, after: str, told: bool) -> bool:
    if before.endswith(metric) or (after.startswith(metric) and not (told and before)):
        return True
    return any(_around(metric[:cut], metric[cut:], before, after) for cut in range(1, len(metric)))


def _around(head: str, tail: str, before: str, after: str) -> bool:
    """Whether head and tail of a metric stand on the two sides of its number, or apart on one of them."""
    if before.endswith(head) and after.startswith(tail):
        return True
    if len(tail) < _TAIL:
        return False
    if len(head) >= _HEAD and before.endswith(tail) and head in _COUNT.sub("", before):
        return True
    if len(head) < _TAIL:
        return False
    turned = (before.endswith(tail) and after.startswith(head)) or after.startswith(tail + head)  # 9个成果转化项目签约
    return turned or _in_list(head, tail, before, after)


def _in_list(head: str, tail: str, before: str, after: str) -> bool:
    """Whether head stands at the front of a list, and tail beside a later number of it."""
    if before.endswith(tail):
        before = before.removesuffix(tail)
    elif not (after.startswith(tail) and before.endswith("、")):
        return False
    at = before.rfind(head)
    entries = before[at + len(head) :]
    return at >= 0 and bool(entries) and not _ENTRY.sub("", entries)


def _shorter(line: Line) -> list[str]:
    """The metric without the noun that only a table needs: 占全市总额比重 is printed 占全市总额的."""
    metric = line.metric
    if line.fact.relation is Relation.SHARE:
        core = re.sub(r"的?(?:比重|比例|占比)$", "", metric)
        return [core] if core != metric else []
    if line.fact.relation is Relation.GROWTH:
        return [found[0] for found in [_CHANGE.search(metric)] if found]
    return []
