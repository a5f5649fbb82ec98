"""The day of a meeting or ceremony, and of the event since which something counts.

7月6日讯……|7月5日|，集中开工活动举行          the day on which things were told of in the next sentences
4月12日，某区发布|一季度|经济数据：……          the time that a report made public is of, not the day on which it is
某计划|实施以来|，……                          since the day that an earlier sentence gives to it
|2021年|考核评价结果公布，某区居第18位           the year that a review is of
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reporter.extraction.figures import reports
from reporter.language.spans import Period, within
from reporter.language.text import sentences

_SINCE = re.compile(r"(?P<event>[^，。；：“”！？、]{4,24})以来")
SINCE = re.compile(r"[^，。；：！？]{4,40}以来，")
"""《总体方案》发布以来，……: it counts from then on, whatever a report before it was of."""
_HAPPENED = re.compile(r"(?:正式|全面|启动|实施|实行|推行|推出|成立|挂牌|设立|运行|运营|投用|开园|开展|建立)+\Z")
_SHORTEST_EVENT = 4
_GATHERING = re.compile(r"会(?!员|计)|仪式|活动|论坛|签约|开工|发布|表彰|比赛|大赛|揭牌|开园|奠基")
_HELD = re.compile("(?:举行|举办|召开|迎来|启动)[^。；]{0,40}?(?:会|仪式|活动|论坛|签约|开工)")
_BARE = re.compile(r"[，,]?(?:[^。，\d]{0,10}，)?[^。，\d]{0,10}。\s*")
_REVIEW = re.compile(
    "度?[^，。；]{0,30}?(?:考核|评价|评估|考评|排名|排行榜?|榜单|百强榜?)(?:结果|名单|排名)?(?:公布|发布|揭晓|出炉|，|。|中|里)"
)
_YEARLY = re.compile("[，、]?(?:同比|比上年同期|比去年同期|较上年同期|较去年同期)")
_THAT_DAY = re.compile("当[天日]|单日|首日|[一整全]天|日[均客]|假期|签约|开工|迎客|接待")
_NEAR = 14
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REPORT = re.compile(
    "的?(?:[^，。；：\\d]{0,4}?(?:经济|工业|外贸|财政|招商|主要|统计|园区)[^，。；：\\d]{0,6}?"
    "(?:数据|情况|指标|形势|态势|运行|分析|快报|公报|发布会)|[^，。；：\\d]{0,4}?(?:成绩单|答卷|战报|账单|数据))"
)
_PUBLIC = re.compile("公布|发布|通报|披露|晒出|亮出|交出|盘点|出炉")
_PART_OF_YEAR = re.compile(r"\d{4}-(?:Q\d|H\d|\d\d/\d{4}-\d\d|\d\d)\Z")


def since(text: str, told: str, periods: Callable[[str], Sequence[Period]]) -> Period | None:
    """The day from which 某计划实施以来 counts: that of the event that an earlier sentence dates.

    `text` is the sentence, `told` the article before it, `periods` finds the times of a text.
    """
    match = _SINCE.search(text)
    name = _HAPPENED.sub("", match["event"]) if match else ""
    if match is None or len(name) < _SHORTEST_EVENT or name not in told:
        return None
    for start, end in reversed(sentences(told)):
        if name in told[start:end]:
            day = next((p for p in periods(told[start:end]) if reports.is_event(p.value)), None)
            if day is not None:
                return replace(day, value=f"{day.value}/", text=match.group())
    return None


def reviewed(text: str, periods: Sequence[Period], end: int) -> Period | None:
    """The year that a review is of, told before `end`: 商务部公布|2021年|国家级经开区考核评价结果，某区居第18位."""
    years = (p for p in reversed(periods) if p.end <= end and len(p.value) == len("2021") and p.value.isdecimal())
    return next((p for p in years if _REVIEW.match(text, p.end, end)), None)


def before(told: Period, review: Period | None) -> Period | None:
    """上年 in a review: the year before the one that the review is of, not before the article's."""
    if review is None or told.value != review.value:
        return None
    return replace(told, value=str(int(review.value) - 1))


def may_gather(text: str) -> bool:
    """Whether a paragraph may tell of a meeting or ceremony and its day."""
    return "日" in text and _GATHERING.search(text) is not None


def gathering(text: str, start: int, end: int, periods: Sequence[Period]) -> Period | None:
    """The day of a meeting or ceremony that a sentence tells of, or the one before it that gives but the day."""
    days = [p for p in within(periods, (start, end)) if len(p.value) == len("2025-07-06") and _DAY.fullmatch(p.value)]
    if not days and (scene := _scene(text, start, periods)) is not None:
        return scene if _HELD.search(text, start, end) else None  # 2月4日，立春。|某区举行签约活动
    held = _GATHERING.search(text, days[0].end, end) if days else None
    before = [p for p in days if held and p.end <= held.start()]
    return before[-1] if before else None  # 7月6日讯……|7月5日|，集中开工活动举行


def _scene(text: str, start: int, periods: Sequence[Period]) -> Period | None:
    """The day that the sentence before `start` gives, if it gives no more (11月6日上午，寒风凛冽)."""
    begins = max(text.rfind(mark, 0, max(start - 1, 0)) for mark in "。！？\n") + 1
    day = next((p for p in within(periods, (begins, start)) if _DAY.fullmatch(p.value)), None)
    if day is None or day.start > begins + 1 or not _BARE.fullmatch(text, day.end, start):
        return None
    return day


def report_of(text: str, told: Sequence[Period]) -> Period | None:
    """The time that a report is of which a sentence makes public on a day: 4月12日，某区发布|一季度|经济数据.

    `told` are the times before a figure, the nearest first.
    """
    if not any(reports.is_event(p.value) for p in told):
        return None
    report = next((p for p in told if _PART_OF_YEAR.search(p.value) and _REPORT.match(text, p.end)), None)
    if report is None or report.future:
        return None
    public = (p for p in told if p.end <= report.start and reports.is_event(p.value))
    made = any(_DAY.fullmatch(p.value) or _PUBLIC.search(text, p.end, report.start) for p in public)
    return report if made else None


def of_its_day(text: str, start: int, figure: tuple[int, int], period: Period) -> bool:
    """Whether what a sentence tells may be of the day that it names: not what is compared with the same of last year.

    4月12日，记者从某区获悉，产值125亿元，|同比增长12%|: the day on which it was told is not when it was made.
    `start` is where the sentence begins, `figure` where the figure does and where it ends.
    """
    at, end = figure
    if not _DAY.fullmatch(period.value) or period.start > end:
        return True
    stop = min((where for mark in "。；" if (where := text.find(mark, end)) >= 0), default=len(text))
    clause = max(start, text.rfind("，", start, at))
    yearly = _YEARLY.search(text, clause, min(stop, end + _NEAR))
    return yearly is None or _THAT_DAY.search(text, start, end) is not None
