"""The times that figures of a series take from those before them in their sentence.

In: a figure's measure, the time that its own words give, the figures before it. Out: the time and why, or None.

    截至11月9日，全年已突破90万人次，增长30.3%               a growth is of the time of what grew
    从2019年的148亿元增长到2023年的684亿元，年均增长46.6%     of all the years that were told
    由2004年的1.6亿元增长到2013年的153亿元；投资由2亿元增长到77亿元   the second change has the times of the first
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reporter.extraction.figures import when
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.language.spans import Period
from reporter.model import Decision, Figure, Relation

_ROW = 3
"""So many numbers of one thing in a row are of as many years."""
_TIED = re.compile("(?:的(?:增长|下降|负增长)?)?")
_OVER_YEARS = re.compile(r"(?<!连续)(?<![\d十])(?:[二两三四五六七八九十]|[2-9]|10)年(?!平均|均)")
_TWO_YEARS, _YEAR = re.compile(r"(\d{4})/(\d{4})"), re.compile(r"\d{4}")
_MOVED = re.compile("(?:提高|提升|上升|增加|增长|下降|降低|回落|减少|上涨)了?\\Z")
_ENDS = ("first end", "second end")
Answer = tuple[Period | None, Decision]


def of_growth(  # noqa: PLR0911  a list of rules, the first that fits
    measure: Measure, why: Decision, earlier: Sequence[Figure], periods: Sequence[Period]
) -> Answer | None:
    """The time of a growth, or of an end of a change without a time; None where its own words tell it."""
    if not why.value and measure.rule.startswith(_ENDS):
        return _of_change_before(measure, earlier, periods)
    if (
        measure.relation is Relation.DELTA
        and _MOVED.search(measure.metric)
        and why.start <= (earlier[-1].evidence.offset if earlier else -1)
    ):
        span = averaged(periods, _ends_told(earlier))
        return (span, Decision("period", span.value, "from end to end of the change", span.text)) if span else None
    if measure.relation is not Relation.GROWTH:
        return None
    if "年均" in measure.metric or _OVER_YEARS.search(measure.metric):
        span = averaged(periods, [f.period for f in earlier if f.metric.removeprefix("原") == measure.core])
        if span:
            return span, Decision("period", span.value, "the years that were told", span.text)
        if 0 <= measure.base < len(earlier) and _is_end(earlier[measure.base]):
            return None, Decision("period", "", "over years that are not told")  # 由31亿元扩到96亿元，|三年增长两倍
        if "年均" in measure.metric:
            return None
    if why.rule != when.HELD or not 0 <= measure.base < len(earlier):
        return None
    if why.start > earlier[measure.base].evidence.offset:
        return None  # 2015年仅有3.1亿美元；2016年止跌回升，|增长9.5%|
    return _like(earlier[measure.base], "that of what grew", periods)


def _ends_told(earlier: Sequence[Figure]) -> list[str]:
    """The times of the change right before: 由2003年的11.2%提高到2007年的23.7%，|提高12.5个百分点."""
    pair = earlier[-2:]
    told = len(pair) == len(_ENDS) and all(
        figure.decided and figure.decided[0].rule.startswith(end) for figure, end in zip(pair, _ENDS, strict=True)
    )
    return [figure.period for figure in pair] if told else []


def _is_end(figure: Figure) -> bool:
    return bool(figure.decided) and figure.decided[0].rule.startswith(_ENDS)


def _of_change_before(measure: Measure, earlier: Sequence[Figure], periods: Sequence[Period]) -> Answer | None:
    """企业从2018年的12家增到29家，产值由|31亿元|扩到96亿元: the same end of the change before has its time."""
    end = next(end for end in _ENDS if measure.rule.startswith(end))
    ends = [f for f in earlier if f.decided and f.decided[0].rule.startswith(end)]
    return _like(ends[-1], "the time of the change before", periods) if ends else None


def of_first_end(frame: Frame, measure: Measure, period: Period) -> bool:
    """Whether a time is tied to the first number of a change alone: 由1—5月的下降2.1%转为增长|0.4%|."""
    if frame.before < 0 or not measure.rule.startswith("second end"):
        return False
    return _TIED.fullmatch(frame.sentence.text, period.end, frame.tokens[frame.before].start) is not None


def of_ends(
    measure: Measure, period: Period, why: Decision, earlier: Sequence[Figure], periods: Sequence[Period], tied: bool
) -> Answer:
    """The time of one end of a change, or of any other figure with a time; `tied`: its time stands right before it."""
    own = of_span(period, measure.rule, measure.turn)
    if measure.rule.startswith("first end") and own is period and not tied:
        began = next((f for f in reversed(earlier) if f.metric.startswith("原") and f.period), None)
        series = _like(began, "the first time of the series", periods) if began else None
        return series or (None, Decision("period", "", "the time is that of the second end", period.text))
    second = measure.rule.startswith("second end") and measure.relation is Relation.LEVEL
    if second and why.rule == when.HELD and earlier and earlier[-1].period != period.value:
        ends = [f for f in earlier if f.decided and f.decided[0].rule.startswith("second end")]
        # 权重由20%提到55%；上半年……投资从4.8亿元升到9.1亿元
        anew = bool(ends) and ends[-1].evidence.offset < period.start
        series = _like(ends[-1], "the second time of the series", periods) if ends and not anew else None
        if series is not None:
            return series
    return own, why if why.value == own.value else replace(why, value=own.value)


def of_span(period: Period, rule: str, turn: tuple[int, int] | None) -> Period:
    """The year of a span that one number is of: 2016年到2018年，产值由506亿元升至785亿元; 依次为A、B和C.

    `rule` is the construction that its metric was read by, `turn` which of how many it is in its list.
    """
    if period.value.endswith("/") and rule.startswith("first end"):
        return replace(period, value=period.value[:-1])  # 自2020年7月封关以来，企业由37家发展到412家
    years = _TWO_YEARS.fullmatch(period.value)
    if years is None or not (years[1] in period.text and years[2] in period.text):
        return period
    first, last = int(years[1]), int(years[2])
    if rule.startswith("first end"):
        return replace(period, value=years[1])
    if rule.startswith("second end"):
        return replace(period, value=years[2])
    if turn is not None and turn[1] == last - first + 1:
        return replace(period, value=str(first + turn[0]))
    return period


def of_row(turn: tuple[int, int] | None, periods: Sequence[Period], start: int, at: int) -> Answer | None:
    """Five growths of the five years that a sentence before told: 2016年至2020年，……。五年增速分别为|A、B、C、D、E|."""
    if turn is None or turn[1] < _ROW or any(start <= p.start < at for p in periods):
        return None
    spans = [p for p in periods if p.end <= start and _TWO_YEARS.fullmatch(p.value)]
    own = of_span(spans[-1], "", turn) if spans else None
    if own is None or own is spans[-1]:
        return None
    return own, Decision("period", own.value, "its turn among the years told before", own.text)


def averaged(periods: Sequence[Period], years: Sequence[str]) -> Period | None:
    """年均增长46.6% behind 从2019年的148亿元增长到2023年的684亿元: over the years that were told."""
    whole = (year.removeprefix("/").removesuffix("-12") for year in years)  # 到2023年底: as of its December
    told = sorted(year for year in whole if _YEAR.fullmatch(year))
    last = next((p for p in periods if told and p.value == told[-1] != told[0]), None)
    return replace(last, value=f"{told[0]}/{told[-1]}") if last else None


def _like(figure: Figure, rule: str, periods: Sequence[Period]) -> Answer | None:
    """The time of another figure, None where it has none."""
    told = when.as_told(figure.period, periods)
    return (told, Decision("period", told.value, rule, figure.mentions[0].text)) if told else None
