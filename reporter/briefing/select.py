"""Which figures come first: points from rules that stand in `audience.toml`, and no two that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reporter.briefing.anchor import anchored
from reporter.briefing.lines import doubtful, same
from reporter.briefing.parts import is_part
from reporter.briefing.sound import granted, in_slogan, presentable
from reporter.briefing.times import period_key, period_year
from reporter.model import Figure, Line, Relation, Scope, Selection, Status

_COUNTS = ("个", "家", "项", "名", "人", "条", "件", "台", "次", "所", "款", "")
_FEW = 10
_STALE = 3  # years
_MEASURES = re.compile(r"(?:总)?(?:比重|比例|占比|规模|数量|总量|数额|金额|倍数|份额|水平)$")


def points(figure: Figure, selection: Selection, newest: int | None) -> float:
    """How much a figure is wanted by these rules; `newest` is the latest year that any figure speaks of.

    实际利用外资 1.13亿美元 2020-Q1 of the zone: weight of its words 10, unit 3, zone 6, actual 3, dated 1, recency 2.
    """
    total = weight(figure.metric, selection.weights) + selection.units.get(figure.unit, 0.0)
    total += selection.relations.get(figure.relation.value, 0.0)
    if figure.scope is Scope.ZONE:
        total += selection.zone
    if figure.status is Status.ACTUAL:
        total += selection.actual
    if few(figure):
        total += selection.few
    year = period_year(figure.period)
    if year is not None:
        total += selection.dated
        if newest is not None:
            total += selection.recency * max(0.0, 1 - (newest - year) / 3)
            total += selection.stale * (newest - year > _STALE)
    return total


def newest_year(figures: Iterable[Figure]) -> int | None:
    """The latest year among actual figures, which recency counts from."""
    years = [year for f in figures if f.status is Status.ACTUAL and (year := period_year(f.period)) is not None]
    return max(years, default=None)


def ordered(lines: Iterable[Line], selection: Selection) -> list[Line]:
    """Lines by their points, the newer first among equals, then in the order of the page."""
    given = list(lines)
    newest = newest_year(line.fact for line in given)
    in_page = sorted(given, key=lambda li: (li.fact.evidence.source, li.fact.evidence.source_start, li.fact.id))
    by_time = sorted(in_page, key=lambda line: period_key(line.fact.period), reverse=True)

    def wanted(line: Line) -> float:
        return (
            points(line.fact, selection, newest)
            + selection.compared * bool(line.comparisons)
            + selection.headed * (line.headed and not is_part(line.fact))
            + selection.leads * line.leads
            + selection.verbatim * anchored(line)
            + selection.part * is_part(line.fact)
        )

    return sorted(by_time, key=wanted, reverse=True)


def pick(lines: Iterable[Line], selection: Selection, limit: int = 0, said: Sequence[str] = ()) -> list[Line]:
    """The lines to show, best first.

    Left out: what `said` has stated, figures with doubts or from elsewhere (unless the audience wants them), what
    another line already carries as its comparison, and the second of two that say the same.
    """
    kept: list[Line] = []
    carried: set[str] = set(said)
    for line in ordered(lines, selection):
        figure = line.fact
        if figure.id in carried or (doubtful(figure) and not selection.doubtful):
            continue
        if figure.scope is Scope.EXTERNAL and not selection.external:
            continue
        if any(same(line, other) for other in kept) or said_beside(line, kept):
            continue
        kept.append(line)
        carried.update(other.fact.id for other in line.comparisons)
        if limit and len(kept) == limit:
            break
    return [line for line in kept if not (_carried(line, kept) or said_beside(line, kept))]


def worthy(line: Line, selection: Selection) -> bool:
    """Whether a figure may lead a page: its metric is asked for; it is no time, no mere few and no part of another."""
    if few(line.fact) or is_part(line.fact) or in_slogan(line) or granted(line):
        return False
    return asked_for(line, selection) and presentable(line)


def few(figure: Figure) -> bool:
    """Whether a figure counts but a handful of things."""
    return figure.unit in _COUNTS and figure.value < _FEW


def asked_for(line: Line, selection: Selection) -> bool:
    """Whether the audience wants to know this at all: its metric has a weight, and its unit none against it.

    What the headline of its article speaks of is wanted whatever it is called.
    """
    figure = line.fact
    if any(word in figure.metric for word in selection.unwelcome):
        return False
    wanted = weight(figure.metric, selection.weights)
    return wanted + selection.headed * line.headed > 0 and selection.units.get(figure.unit, 0.0) >= 0


_MEANS_THE_SAME = re.compile("地区生产总值|生产总值|GDP")


def said_beside(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a growth stands beside its level already: GDP增长6.8% and 地区生产总值2815亿元，同比增长6.8%.

    A headline says it shorter: 投资增长36.8% and 全社会固定资产投资179亿元，同比增长36.8%.
    """

    def key(one: Line) -> tuple[object, ...]:
        return one.fact.relation, one.fact.value, one.fact.unit, one.fact.period, one.subject

    def what(one: Line) -> str:
        return _CHANGES.sub("", _MEANS_THE_SAME.sub("GDP", one.metric))

    if line.fact.relation is not Relation.GROWTH:
        return False
    grown = what(line)
    beside = [one for other in lines for one in other.comparisons if key(one) == key(line)]
    return any(what(one) == grown or (grown and what(one).endswith(grown)) for one in beside)


_CHANGES = re.compile("同比|增长|增速|[年月]均")


def _carried(line: Line, lines: Sequence[Line]) -> bool:
    if line.fact.relation is Relation.LEVEL:
        return False
    return any(line.fact.id == other.fact.id for one in lines for other in one.comparisons)


def weight(metric: str, weights: Mapping[str, float]) -> float:
    """The weight of the longest word that the metric's noun holds, less those of all words that speak against it.

    深入企业一线的干部 are 干部, no 企业; the words before the last 的 only describe.
    """
    found = [word for word in weights if word in metric]
    noun = metric.rpartition("的")[2]
    wanted = [word for word in found if weights[word] > 0 and (word in noun or _MEASURES.fullmatch(noun))]
    best = weights[max(wanted, key=lambda word: (len(word), word))] if wanted else 0.0
    return best + sum(weights[word] for word in found if weights[word] < 0)
