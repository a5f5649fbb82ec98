"""Charts: sets of values that can be compared. Fewer than two are no chart."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from reporter.briefing.lines import doubtful, time_as_printed
from reporter.briefing.select import weight
from reporter.briefing.times import period_key
from reporter.briefing.words import hoped
from reporter.language.sharing import AN_ENTRY
from reporter.model import Chart, Line, Point, ProjectRow, Qualifier, Relation, Status

_Key = TypeVar("_Key", bound=Hashable)
PART = re.compile(r"期投资|追加")  # what is not all of a project's money
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-")
_WHOLE_YEAR = re.compile(r"\d{4}")
_IN_ALL = re.compile("总投资(?:总?额)?[约近达超过]*\\Z")
_TARGET_WORDS = ("全年", "计划", "目标", "预计", "力争", "将", "完成", "提供")


_ANY = frozenset(["企业", "项目", "产品", "公司", "人才", "目标", "金额", "规模", "数量"])
"""Names that say too little to tell whether a target and an actual number are of the same things."""


def charts_of(
    lines: Iterable[Line], weights: Mapping[str, float], projects: Sequence[ProjectRow] = (), limit: int = 0
) -> tuple[Chart, ...]:
    """Every chart that the lines allow: series over time, actual against target, one metric by subject, shares.

    Only metrics that the audience's `weights` want are drawn.
    """
    sound = [
        line
        for line in lines
        if not (doubtful(line.fact) or time_as_printed(line.fact))
        and line.fact.value_high is None
        and weight(line.fact.metric, weights) > 0
    ]
    actual = [line for line in sound if line.fact.status is Status.ACTUAL]  # only `versus` shows targets, named as such
    found = [*_series(actual), *_versus(sound), *_projects(projects), *_by_subject(actual), *_shares(actual)]
    return tuple(found[:limit] if limit else found)


def bars(title: str, unit: str, lines: Sequence[Line], labels: Sequence[str], kind: str = "bars") -> Chart | None:
    """A chart of bars from 0 to the largest value, sorted downwards; None with fewer than two."""
    values = [line.fact.value for line in lines]
    largest = 100.0 if kind == "share" else max(values, default=0.0)
    if len(set(values)) < 2 or largest <= 0 or min(values) < 0:
        return None
    rows = sorted(zip(lines, labels, strict=True), key=lambda row: -row[0].fact.value)
    points = [
        Point(label, line, line.fact.value / largest, marked=not index) for index, (line, label) in enumerate(rows)
    ]
    return Chart(kind, title, unit, tuple(points))


def _series(lines: Sequence[Line]) -> list[Chart]:
    """One metric of one subject in at least two periods of the same length, in the order of time."""
    charts = []
    for (subject, metric, unit, _), group in _grouped(lines, _course):
        periods = {line.fact.period: line for line in group if line.fact.relation is Relation.LEVEL}
        chosen = [periods[period] for period in sorted(periods, key=period_key) if period]
        largest = max((line.fact.value for line in chosen), default=0.0)
        if len(chosen) < 2 or largest <= 0:
            continue
        points = tuple(
            Point(line.period, line, line.fact.value / largest, line is chosen[-1], index / (len(chosen) - 1))
            for index, line in enumerate(chosen)
        )
        charts.append(Chart("series", f"{subject}{metric}", unit, points))
    return charts


def _versus(lines: Sequence[Line]) -> list[Chart]:
    """A target and what has come true of the very same thing."""
    charts = []
    latest = sorted(
        lines, key=lambda line: (period_key(line.fact.period), line.fact.qualifier is Qualifier.EXACT), reverse=True
    )
    for target in lines:
        if target.fact.status is not Status.TARGET or target.fact.relation is not Relation.LEVEL:
            continue
        if _bare(target.metric) in _ANY:
            continue
        for actual in latest:
            if (
                actual.fact.status is Status.ACTUAL
                and actual.fact.relation is Relation.LEVEL
                and (actual.subject, actual.fact.unit) == (target.subject, target.fact.unit)
                and _bare(actual.metric) == _bare(target.metric)
                and not _costs(actual)
                and not _of_entries(actual, target)
                and not _of_part(actual.fact.period, target.fact.period)
                and target.fact.value > 0
            ):
                largest = max(actual.fact.value, target.fact.value)
                ahead = "预计" if hoped(target) else "目标"
                points = (
                    Point(_when("已实现", actual), actual, actual.fact.value / largest, True),
                    Point(_when(ahead, target), target, target.fact.value / largest),
                )
                charts.append(Chart("versus", f"{actual.label}：已实现与{ahead}", actual.fact.unit, points))
                break
    return charts


def _costs(line: Line) -> bool:
    """Whether a number is what projects will have cost: 在建项目40个，总投资|150亿元| is not yet spent."""
    return _IN_ALL.search(line.fact.evidence.sentence, 0, line.fact.evidence.start) is not None


def _of_entries(one: Line, other: Line) -> bool:
    """Whether two entries of a list say them: 1.某中心，计划投资15亿元 and 3.某园，已完成投资7.2亿元 are two things."""
    sentences = {one.fact.evidence.sentence, other.fact.evidence.sentence}
    return len(sentences) > 1 and any(map(AN_ENTRY.match, sentences))


def _of_part(period: str, ahead: str) -> bool:
    """Whether a part of one year stands against the whole of another: 2024年前三季度 against 2025年 says nothing."""
    part = _PART_OF_YEAR.match(period)
    return part is not None and _WHOLE_YEAR.fullmatch(ahead) is not None and part["year"] != ahead


def _when(name: str, line: Line) -> str:
    return f"{name}（{line.period}）" if line.period else name


def _projects(projects: Sequence[ProjectRow]) -> list[Chart]:
    charts = []
    with_money = [
        (f"{r.fact.name}（计划）" if r.investment.metric.startswith("计划") else r.fact.name, r.investment)
        for r in projects
        if r.investment and not PART.search(r.investment.metric)
    ]
    for unit in dict.fromkeys(line.fact.unit for _, line in with_money):
        rows = [(name, line) for name, line in with_money if line.fact.unit == unit and not doubtful(line.fact)]
        rows = list({line.fact.id: (name, line) for name, line in rows}.values())
        chart = bars("项目投资", unit, [line for _, line in rows], [name for name, _ in rows])
        if chart:
            charts.append(chart)
    return charts


def _by_subject(lines: Sequence[Line]) -> list[Chart]:
    """The same metric of several subjects, for the same time and of the same standing."""
    charts = []
    level = [line for line in lines if line.fact.relation is Relation.LEVEL and line.subject]
    for (metric, unit, _, _), group in _grouped(level, lambda li: (li.metric, li.fact.unit, li.fact.status, li.period)):
        one_each = list({line.subject: line for line in reversed(group)}.values())
        chart = bars(metric, unit, one_each, [line.subject for line in one_each])
        if chart and "投资" not in metric:
            charts.append(chart)
    return charts


def _shares(lines: Sequence[Line]) -> list[Chart]:
    shares = [
        line
        for line in lines
        if line.fact.relation is Relation.SHARE
        and line.fact.unit == "%"
        and 0 <= line.fact.value <= 100
        and not line.subject
        and line.metric.startswith("占")
    ]
    chart = bars("占比", "%", shares, [line.metric for line in shares], "share")
    return [chart] if chart else []


def _course(line: Line) -> tuple[str, str, str, tuple[int, bool, bool]]:
    """What the points of one course over time have in common."""
    return (line.subject, line.metric, line.fact.unit, _width(line))


def _grouped(lines: Iterable[Line], key: Callable[[Line], _Key]) -> list[tuple[_Key, list[Line]]]:
    groups: dict[_Key, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return list(groups.items())


def _width(line: Line) -> tuple[int, bool, bool]:
    """The shape of a period: years compare with years, quarters with quarters, running totals with such."""
    period = line.fact.period
    return (len(period), "/" in period, period.startswith("/"))


def _bare(metric: str) -> str:
    for word in _TARGET_WORDS:
        metric = metric.replace(word, "")
    return metric
