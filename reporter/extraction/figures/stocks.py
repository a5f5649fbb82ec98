"""Counts that tell how many there are by a day, whatever span their sentence reports on.

In: a figure in its clause and its measure. Out: whether it is such a count, and its time as of the end of a span.

    今年4月新认定瞪羚企业46家，总数增至138家      138家: as of April
    一季度……；上市企业累计44家                  44家: as of the end of March
    在谈项目63个，专利拥有量                     what is in stock by its name, see `when.stands`
"""

from __future__ import annotations

from msgspec.structs import replace

from reporter.extraction.figures import when
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.language.period import by_month
from reporter.language.spans import Period
from reporter.lexicon.figures import FigureWords
from reporter.model import Decision

_LED_TO = "what a change led to"
_SO_FAR = "累计"
_WITH_NAME = 2


def is_stock(frame: Frame, measure: Measure, words: FigureWords) -> bool:
    """Whether a count is what a change led to, all that there are (市场主体总量), or stands right behind 累计."""
    if frame.quantity.unit not in words.classifiers:
        return False
    return measure.rule == _LED_TO or measure.metric.endswith("总量") or _counted_up(frame)


def as_of(period: Period, why: Decision) -> tuple[Period, Decision]:
    """A time as the day up to which is counted: `2021-Q1` as `/2021-03`, `2021-04` as `/2021-04`."""
    value = period.value
    if not value or "/" in value:
        return period, why
    value = f"/{by_month(value)}"
    return replace(period, value=value), replace(why, value=value)


def _counted_up(frame: Frame) -> bool:
    """上市企业|累计|44家: a name without a verb before 累计."""
    text = frame.sentence.text
    if not text.endswith(_SO_FAR, 0, frame.quantity.start) or frame.at - frame.first < _WITH_NAME:
        return False
    told = [t for t in frame.tokens[frame.first : frame.at] if t.text != _SO_FAR]
    return all(t.kind in "NAT" or t.role == "state" for t in told)


def counted(frame: Frame, measure: Measure, words: FigureWords) -> bool:
    """Whether a number is a running total: one without a noun behind 累计, a stock by its name, or such a count."""
    bare = measure.rule == "number without a noun" and _SO_FAR in frame.words(frame.first, frame.at)
    return bare or when.stands(measure.metric) or is_stock(frame, measure, words)
