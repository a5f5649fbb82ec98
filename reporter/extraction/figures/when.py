"""Which time a figure belongs to: its own clause's, or one that it continues.

今年一季度，实际利用外资1.13亿美元，占…的50.3%      both 2020-Q1: a sentence holds its time until another comes
…增速较2月份增长5.8个百分点                     the month compared with is not the figure's own
2021年5月，河南省获批…，6家药企已经入驻            no 2021-05: 已经 tells of today
17个项目。其中，全产业链项目1个                   其中 continues the sentence before
2022年，某区产业振兴取得新成效。该区完成……          a paragraph opened by a year keeps it
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.extraction.figures.frame import Frame
from reporter.language.spans import Period
from reporter.model import Decision

_COMPARED = re.compile(r"(?:较|比|与|和|同|由|从|恢复到?)\s*\Z")
_COMPARED_AFTER = re.compile(r"\s*(?:的?水平|持平|的\d)")
_EVENT_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_REPORTED = re.compile(r"\d{4}(?:-Q\d|-\d\d/\d{4}-\d\d|-H\d)?")
_NOW = re.compile(r"已经|已(?!完成)")
_CONTINUES = re.compile(r"\s*(?:其中|这些|上述)")


@dataclass(slots=True)
class Memory:
    """The time of the figure before, and the time that opened the paragraph."""

    last: Period | None = None
    opened: Period | None = None


def decide(frame: Frame, periods: Sequence[Period], memory: Memory, zone_wide: bool) -> tuple[Period | None, Decision]:
    """The period of a figure (None: no time is said) and how it was found; `periods` are the paragraph's."""
    sentence = frame.sentence
    text = sentence.text
    own = [p for p in periods if sentence.start <= p.start < sentence.end]
    clause_start, clause_end = frame.tokens[frame.first].start, frame.tokens[frame.last - 1].end
    before = [p for p in own if clause_start <= p.start < frame.quantity.start]
    if len(before) > 1 and text[before[-1].end : before[-1].end + 1] == "的":  # 3月13日，该区举行了2020年的第二次签约
        before.pop()
    for p in reversed(before):
        if not _compared(text, p):
            return p, _told(p, "the time in its clause")
    earlier = [
        p
        for i, p in enumerate(own)
        if p.start < clause_start and not _compared(text, p) and not (i and text[p.end : p.end + 1] == "的")
    ]
    if earlier:
        nearest = earlier[-1]
        between = text[clause_start:clause_end]
        if _EVENT_DAY.fullmatch(nearest.value) and _NOW.search(between):
            return None, Decision("period", "", "已: it tells of today, not of the day named before", nearest.text)
        return nearest, _told(nearest, "the time that the sentence holds")
    later = [p for p in own if frame.quantity.end <= p.start < clause_end and text[p.start - 1] in "于在自"]
    if later:
        return later[0], _told(later[0], "the time behind it in its clause")
    if memory.last is not None and _CONTINUES.match(text[sentence.start : sentence.start + 6]):
        return memory.last, _told(memory.last, "continues the sentence before")
    if memory.opened is not None and zone_wide:
        return memory.opened, _told(memory.opened, "the time that opened the paragraph")
    return None, Decision("period", "", "no time said")


def _compared(text: str, period: Period) -> bool:
    """Whether a time is only what is compared with: 较2月份, 恢复去年同期水平."""
    if _COMPARED.search(text[max(0, period.start - 3) : period.start]):
        return True
    return bool(_COMPARED_AFTER.match(text[period.end : period.end + 4])) or "同期" in period.text


def opens(text: str, sentence_start: int, periods: Sequence[Period]) -> Period | None:
    """The time at the front of a paragraph, when it is one that reports are made for (a year, a quarter, months)."""
    for p in periods:
        if p.start - sentence_start <= 1 and _REPORTED.fullmatch(p.value) and not p.future:
            return p if text[p.end : p.end + 1] in "，、" or len(p.text) >= 3 else None
    return None


def _told(period: Period, rule: str) -> Decision:
    return Decision("period", period.value, rule, period.text, period.start, period.end)
