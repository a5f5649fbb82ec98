"""Times up to which a figure counts: 到去年底, 截至3月底，年内.

In: a time with its paragraph's text. Out: whether it closes a count, and the month or day that it closes it at.

    到去年底，注册企业达到3200余家            as of December of that year
    到今年3月底，年内新发放贷款58笔           from the year's start to that month
    计划年内完成改造项目120个                 the year, which is still going on
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.language.spans import Period

_UP_TO = re.compile("(?<![截直达])[到至]\\Z")
_STANDS = re.compile("(?:已|共|累计)?有(?!望)|达到?|拥有")
_YEAR = re.compile(r"\d{4}")
_ENDS = ("底", "末")
_INTENT = "(?:计划|将|力争|拟|预计|要|争取|确保|可|有望|目标)"
_MEANT = re.compile(rf"[^，。；\d]{{0,6}}{_INTENT}")
_MEANS = re.compile(rf"{_INTENT}[^，。；\d]{{0,4}}\Z")


def closes(period: Period, text: str, at: int) -> bool:
    """Whether the figure at `at` is told up to the end of a time that is over: 到|去年底|，注册企业达到3200余家.

    Where 3月底 may still be to come (no day of the article is known) its verb tells: 到3月底，企业|有|127家.
    """
    if not names_an_end(period) or (period.future and not _STANDS.search(text, period.end, at)):
        return False
    if text.find("全年", period.end, at) >= 0 or text.find("当年", period.end, at) >= 0:
        return False  # 到年底算总账，全年产值86亿元; 到2007年底，企业428家；当年税收7亿元
    return _stands_behind(period, text)


def names_an_end(period: Period) -> bool:
    """Whether a time is the end of one: 去年底, 3月末."""
    return period.text.endswith(_ENDS)


def as_printed(period: Period, text: str) -> Period:
    """A time that closes a count and whose year nothing tells, with the word that says so: 至|今年8月底."""
    return period if period.value else replace(period, start=period.start - 1, text=text[period.start - 1 : period.end])


def last_month(period: Period) -> Period:
    """去年底 as December; a month as it is."""
    return replace(period, value=f"{period.value}-12") if _YEAR.fullmatch(period.value) else period


def last_day(text: str, period: Period, over: bool) -> str:
    """The month or day up to which a time counts: 截至3月底, 到3月底; nothing where it names none or may be to come.

    `over` is whether the words behind tell that it is over.
    """
    if period.value.startswith("/"):
        return period.value[1:]
    ends = names_an_end(period) and _stands_behind(period, text)
    return period.value if ends and (over or not period.future) else ""


def meant(text: str, period: Period) -> bool:
    """Whether words of intent stand by a time: 计划|年内|完成, |年内|将开工."""
    return bool(_MEANT.match(text, period.end) or _MEANS.search(text, 0, period.start))


def _stands_behind(period: Period, text: str) -> bool:
    return _UP_TO.search(text, max(0, period.start - 2), period.start) is not None
