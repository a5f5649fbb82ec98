"""The day of a gathering that the sentences behind it go on with.

In: a figure whose sentence tells no time, and the day of the meeting or ceremony told before. Out: whether the figure
is of that day.

    会上，|46家|企业受到表彰                         somebody says so
    5月6日，招商大会举行。200多位客商到会，|38个|项目集中签约    what happens there, in the next sentence
    2月4日，立春。某区举行签约活动，|13个|项目签约          a sentence that gives but the day
    当天，两市移交共建资金|2亿元|                      in another paragraph
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reporter.extraction.figures import reports
from reporter.language.spans import Period

if TYPE_CHECKING:
    from reporter.extraction.figures.frame import Frame

_THERE = re.compile(
    r"(?:\d+个(?:重点|重大)?项目(?:同时|集中|现场)?(?:启动|开工|签约|落户)|\d+个(?:集中|现场)(?:启动|开工|签约)的|(?:集中|现场)(?:启动|开工|签约)的\d+|会上|会议上|大会上|现场|活动现场|活动中|仪式上|签约仪式上|[^，。；\d]{0,3}当[天日]|(?:[^，。；\d]{2,14})?(?:此次|本次|这次))"
)
_SORTED = re.compile("项目|投资额|签约额|合同外资")
"""18个项目现场签约。项目涵盖……，|其中外资项目4个|: what is sorted was told of that day."""
_HAPPENS = re.compile(
    "(?:集中|现场|当场|正式|同时|同步)(?:签约|签订|签署|开工|启动|揭牌|授牌|发布|投产|奠基|颁奖|颁发|发放|上线|亮相)"
    "|(?:项目|企业|协议|合同|订单)(?:签约|签署|开工|揭牌)|到会|与会|参会|出席|赴会|到场"
)
"""What happens at a gathering."""
_ELSEWHERE = re.compile("累计|目前|已|近年|此前|截至|截止|现有|共有|以来|往年|每年|将(?!近)|预计|力争|计划|拟")
_SAME_DAY = frozenset(["当天", "当日", "当晚", "同日"])
_TO_COME = re.compile("将(?!近)|预计|力争|计划|拟")


def same_day(frame: Frame, told: Sequence[Period], memory: reports.Memory, end: int) -> bool:
    """Whether 当天 before a figure means the day of a gathering in another paragraph.

    `told` are the sentence's times before it, the nearest first, `end` is where its clause ends.
    """
    if memory.gathering is None or not told or told[0].value or told[0].text not in _SAME_DAY:
        return False
    return _TO_COME.search(frame.sentence.text, told[0].end, end) is None


def part_of_undated(text: str, event: Period, start: int) -> bool:
    """Whether the clause at `start` tells a part of numbers behind an event, if they bear no time, nor does it.

    去年3月落户，总投资50亿元，|其中|一期投资20亿元.
    """
    numbers = any(c.isdecimal() for c in text[event.end : start])
    return numbers and text.startswith("其中", start) and reports.is_event(event.value)


def is_there(
    frame: Frame,
    periods: Sequence[Period],
    memory: reports.Memory,
    clause: tuple[int, int],
    *,
    now: bool,
    zone_wide: bool,
) -> bool:
    """Whether a figure whose sentence tells no time is of the day of the gathering told before it.

    `clause` is the figure's, `now` whether its part of the sentence begins with 此次.
    """
    day = memory.gathering
    if day is None:
        return False
    text, begins = frame.sentence.text, frame.sentence.start
    told = (memory.last is not None and memory.last.value == day.value) or (memory.there == begins and zone_wide)
    there = now or _THERE.match(text[begins : begins + 16]) or (told and _SORTED.search(text, *clause))
    return bool(there) or _goes_on(frame, periods, day, clause)


def _goes_on(frame: Frame, periods: Sequence[Period], day: Period, clause: tuple[int, int]) -> bool:
    """Whether the sentence right behind the day's tells what happened there."""
    text, begins = frame.sentence.text, frame.sentence.start
    near = any(
        (p.value == day.value or p.text in _SAME_DAY) and p.end <= begins and text.count("。", p.end, begins) == 1
        for p in periods
    )
    if not near or _HAPPENS.search(text, begins, clause[1]) is None:
        return False
    return _ELSEWHERE.search(text, begins, clause[1]) is None
