"""Where a sentence turns from a time still to come back to what is so: neither that time nor its promise holds there.

厂房明年5月交付，|已有6家企业排队            how things stand now
剩下的7项任务年内见分晓；|形成制度成果46项      another part, whose verb tells what is done
到2027年，产值过百亿元；|建成平台12个          but the aims of a list go on
"""

from __future__ import annotations

import re

from reporter.language.spans import Period

_STANDS = re.compile(
    "(?:园区|片区|全区|区内|区里)?(?:(?:现|目前|眼下|如今)?已(?:经|有)?(?!的)|(?:目前|现有|眼下|如今)(?!的))"
)
_UP_TO = ("到", "至")
"""到今年7月底，……，|已盘活620亩|: up to that day."""
_PROMISED = re.compile("将(?!近)|力争|计划|预计|预期|目标|有望|可望|争取|确保|[需还]要|拟|可(?!比)|届时")
_TOLD_AS_DONE = re.compile("形成|取得|完成|实现|获批|获得|建成|培育|引进|推出|落地|兑现|办理|解决")
_RUNNING = frozenset(["年内", "今年", "全年"])
_LEADS = "，。；：、到至在于"
"""A time at the front of its clause, or behind 到, is that of the whole list."""


def to_present(text: str, period: Period, start: int, at: int) -> bool:
    """Whether the clause from `start` to the number at `at` tells how things stand, behind a time that is ahead."""
    if not period.future or period.text in _RUNNING or text.endswith(_UP_TO, 0, period.start):
        return False
    if _STANDS.match(text, start, at) is None:
        return False
    return _PROMISED.search(text, start, at) is None


def to_fact(text: str, period: Period, begins: int, at: int) -> bool:
    """Whether what is told behind the last ； is done, while the time before it was that of one thing alone.

    `begins` is where the sentence does.
    """
    part = text.rfind("；", period.end, at)
    if not period.future or part < 0 or period.start == begins or text[period.start - 1] in _LEADS:
        return False
    if any(c.isdecimal() for c in text[period.end : text.find("；", period.end)]) or _PROMISED.search(text, begins, at):
        return False
    return _TOLD_AS_DONE.search(text, part, at) is not None
