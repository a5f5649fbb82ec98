"""What kind of time is told, and what an article remembers of the times told before.

2021 2020-Q1 2020-01/2020-04     what reports are made for: a year, a half, a quarter, a span of months
2021-05-18 2021-05               a day or a month in which something happened
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from reporter.language.spans import Period

_EVENT = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_REPORTED = re.compile(r"/?\d{4}(?:-Q\d|-H\d|-\d\d|-\d\d/\d{4}-\d\d)?")
_WHOLE = frozenset(["全年", "当年", "全年度"])


def is_year(period: Period | None) -> bool:
    """Whether a time is a whole year."""
    return period is not None and len(period.value) == len("2020") and period.value.isdecimal()


def is_event(value: str) -> bool:
    """Whether a time of this value is a day or a month: what is told of it may have happened but then."""
    return _EVENT.fullmatch(value) is not None


def happens(period: Period) -> bool:
    """The same, but no month that a report is about (5月份)."""
    return is_event(period.value) and not period.text.endswith("份")


def may_open(period: Period) -> bool:
    """Whether a paragraph can open with a time: a year, a half, a quarter, months; no day."""
    return _REPORTED.fullmatch(period.value) is not None


def is_report(period: Period) -> bool:
    """Whether a time is one that reports are made for: a year, a half, a quarter, a span of months."""
    return not (period.future or period.value.startswith("/")) and may_open(period)


def is_span(period: Period) -> bool:
    """The same, but no month in which something happened (2021年9月启动)."""
    return is_report(period) and not happens(period)


@dataclass(slots=True)
class Memory:
    """The time of the figure before, the time that opened the paragraph, and the day of the last gathering.

    `there` is where the last sentence begins that tells of that day (此次集中签约21个项目，……；食品项目6个), `holds`
    where the last begins that goes on with the time of the one before, and `held` that time.
    `reported` counts the times of the paragraph's figures of the zone: most of them say what the report is about.
    """

    last: Period | None = None
    opened: Period | None = None
    gathering: Period | None = None
    reported: list[Period] = field(default_factory=list)
    there: int = -1
    held: Period | None = None
    holds: int = -1

    def move_on(self, told: Period | None) -> None:
        """2021年，……。今年1至8月，……: what follows a sentence on a later year goes on with that.

        今年被定为服务企业年。|一季度|，……: so it does with a part of the running year.
        """
        if told is None or self.opened is None or told.text in _WHOLE:
            return
        part = self.opened.text == "今年" and is_report(told) and told.value[4:] and told.value[:4] == self.opened.value
        if told.value[:4] > self.opened.value[:4] or part:
            self.opened = told

    def report(self) -> Period | None:
        """The time that a paragraph reports on, which the next one may go on with."""
        if self.opened is not None or not self.reported:
            return self.opened
        count = Counter(p.value for p in self.reported)
        best = max(count, key=lambda value: count[value])
        return next(p for p in self.reported if p.value == best)
