"""The overview over a whole collection: zones by province and type, indicators that compare, and what does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from reporter.briefing.charts import bars
from reporter.briefing.compose import span_of
from reporter.briefing.lines import doubtful, lines_of, of_zone
from reporter.briefing.select import pick, worthy
from reporter.briefing.sound import alone, invested
from reporter.briefing.words import speakable
from reporter.model import (
    Audience,
    Brand,
    Collection,
    Comparison,
    Fact,
    Figure,
    Line,
    Overview,
    Phrase,
    Project,
    Relation,
    Statement,
    Status,
    Zone,
    ZoneGroup,
    ZoneRow,
)

_GENERIC = (
    "项目",
    "企业",
    "公司",
    "平台",
    "机构",
    "产业",
    "人",
    "总投资",
    "投资",
)  # of what, no two zones mean the same
_LARGEST = 10  # projects in a chart
_BY_REPORT = re.compile(r"/\d{4}")
_NEUTRAL = re.compile(
    r"^(?:全年|累计|目前|已|共|全区|区内|园区|实现|完成|达到|拥有|现有|聚集|集聚|新增)+|(?:达|数量|数|总数)$"
)


def compose_overview(collection: Collection, audience: Audience, brand: Brand | None = None) -> Overview:
    """The overview of all zones that have facts."""
    by_zone: dict[str, list[Fact]] = {}
    for fact in collection.facts:
        by_zone.setdefault(fact.zone, []).append(fact)
    zones = [zone for zone in collection.zones if zone.name in by_zone]
    own = {zone.name: lines_of([f for f in by_zone[zone.name] if isinstance(f, Figure)], zone) for zone in zones}
    rows = [_row(zone, by_zone[zone.name], own[zone.name], collection, audience) for zone in zones]
    comparisons, notes = _comparisons(zones, own)
    comparisons += _projects(zones, by_zone, own)
    lines = {name: line for lines in own.values() for name, line in lines.items()}
    figures = sum(isinstance(fact, Figure) for fact in collection.facts)
    return Overview(
        audience=audience,
        brand=brand or Brand(),
        title=Statement((Phrase(_title(rows)),)),
        counts=(
            ("功能区", len(rows)),
            ("报道", sum(bool(article.title) for article in collection.articles)),
            ("事实", len(collection.facts)),
            ("指标", figures),
        ),
        provinces=_groups(rows, lambda row: row.zone.province or "省份未明"),
        types=_groups(rows, lambda row: row.zone.type.value),
        comparisons=comparisons,
        notes=notes,
        articles=collection.articles,
        doubts=collection.doubts,
        facts=collection.facts,
        lines=lines,
        period=span_of(list(lines.values())),
    )


def _row(zone: Zone, facts: list[Fact], lines: dict[str, Line], collection: Collection, audience: Audience) -> ZoneRow:
    own = [line for line in lines.values() if of_zone(line.fact, zone) and line.fact.status is Status.ACTUAL]
    best = pick([line for line in own if speakable(line) and worthy(line, audience.selection)], audience.selection, 1)
    articles = {mention.article for fact in facts for mention in fact.mentions}
    about = {name for name, zones in collection.article_zones.items() if zone.name in zones}
    return ZoneRow(zone, len(lines), len(facts), len(articles | about), best[0] if best else None)


def _groups(rows: Iterable[ZoneRow], key: Callable[[ZoneRow], str]) -> tuple[ZoneGroup, ...]:
    groups: dict[str, list[ZoneRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    made = [
        ZoneGroup(title, tuple(sorted(group, key=lambda row: (-row.figures, -row.facts, row.zone.name))))
        for title, group in groups.items()
    ]
    return tuple(sorted(made, key=lambda group: (group.title == "省份未明", -len(group.rows), group.title)))


def _comparisons(zones: list[Zone], own: dict[str, dict[str, Line]]) -> tuple[tuple[Comparison, ...], tuple[str, ...]]:
    """Indicators that at least two zones state in one unit, for one time; and in words, why others do not compare."""
    groups: dict[tuple[str, str], list[tuple[Zone, Line]]] = {}
    units: dict[str, set[str]] = {}
    for zone in zones:
        for line in own[zone.name].values():
            figure = line.fact
            if figure.status is not Status.ACTUAL or figure.relation is not Relation.LEVEL or doubtful(figure):
                continue
            if of_zone(figure, zone) and figure.value_high is None:
                key = _NEUTRAL.sub("", line.metric)
                if key in _GENERIC or not alone(line):
                    continue
                groups.setdefault((key, figure.unit), []).append((zone, line))
                units.setdefault(key, set()).add(figure.unit)
    made, notes = [], []
    for (key, unit), lines in sorted(groups.items()):
        if len({zone.name for zone, _ in lines}) < 2:
            continue
        period = Counter(_time(line) for _, line in lines).most_common(1)[0][0]
        chosen: dict[str, tuple[Zone, Line]] = {}
        for zone, line in lines:
            if period and _time(line) == period:
                chosen.setdefault(zone.name, (zone, line))
        pairs = sorted(chosen.values(), key=lambda pair: (-pair[1].fact.value, pair[0].name))
        chart = bars(key, unit, [line for _, line in pairs], [zone.name for zone, _ in pairs])
        if chart is None:
            notes.append(f"“{key}”在各区报道中所属时间不同或未写明，不作比较。")
        else:
            made.append(Comparison(key, unit, tuple(pairs), chart))
    notes += [
        f"“{key}”在报道中分别以{'、'.join(sorted(found))}计，不折算，不比较。"
        for key, found in sorted(units.items())
        if len(found) > 1 and len({zone.name for (k, _), pairs in groups.items() if k == key for zone, _ in pairs}) > 1
    ]
    if not made:
        notes.insert(0, "所收报道中，没有两个功能区就同一年份给出同一指标，因此不作排名。")
    return tuple(sorted(made, key=lambda c: (-len(c.lines), c.title))), tuple(notes)


def _projects(
    zones: list[Zone], by_zone: dict[str, list[Fact]], own: dict[str, dict[str, Line]]
) -> tuple[Comparison, ...]:
    """The largest projects of which the sources state all that they cost, in one chart for each currency.

    What is invested in a phase, or planned, does not stand beside a total; two projects of one zone compare no zones.
    """
    found: dict[str, list[tuple[Zone, str, Line]]] = {}
    for zone in zones:
        for project in by_zone[zone.name]:
            if not isinstance(project, Project) or project.doubts:
                continue
            lines = [own[zone.name][name] for name in project.figures if name in own[zone.name]]
            for line in lines:
                whole = line.fact.value == project.investment and invested(line, project) == "总投资"
                if whole and line.fact.unit == project.currency and not doubtful(line.fact):
                    found.setdefault(project.currency, []).append((zone, f"{zone.name} {project.name}", line))
                    break
    made = []
    for unit, projects in sorted(found.items()):
        rows = sorted(projects, key=lambda row: (-row[2].fact.value, row[1]))[:_LARGEST]
        chart = bars("报道写明总投资的项目", unit, [line for _, _, line in rows], [name for _, name, _ in rows])
        if chart is not None and len({zone.name for zone, _, _ in rows}) > 1:
            made.append(Comparison(chart.title, unit, tuple((zone, line) for zone, _, line in rows), chart))
    return tuple(made)


def _time(line: Line) -> str:
    """The period that must be the same for two figures to compare; empty where only the report's year is known."""
    return "" if _BY_REPORT.fullmatch(line.fact.period) else line.fact.period


def _title(rows: list[ZoneRow]) -> str:
    provinces = {row.zone.province for row in rows if row.zone.province}
    where = f"，涉及{len(provinces)}个省份" if len(provinces) > 1 else ""
    return f"报道所及{len(rows)}个功能区{where}"
