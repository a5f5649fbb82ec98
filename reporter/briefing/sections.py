"""Every section that a brief may have, made from what lies on the desk. One function a section; empty ones vanish."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from reporter.briefing.anchor import anchored
from reporter.briefing.charts import charts_of
from reporter.briefing.desk import Desk, label, place, unlike
from reporter.briefing.happenings import happening
from reporter.briefing.lines import newest_first
from reporter.briefing.offers import MARKS, SAID_IN_FULL, policies, to_be_taken
from reporter.briefing.own import a_firms, courted, elsewhere, firm
from reporter.briefing.problems import problems
from reporter.briefing.projects import is_phase, project_rows
from reporter.briefing.rankings import alone_ranked, holds
from reporter.briefing.readings import readings_of
from reporter.briefing.remarks import doubts, gaps
from reporter.briefing.select import asked_for, few, ordered, pick, said_beside, worthy
from reporter.briefing.sound import (
    alone,
    conditional,
    granted,
    in_slogan,
    of_classes,
    of_one_deal,
    part_of_name,
)
from reporter.briefing.summary import aims, plans, position, telling, voices
from reporter.briefing.themes import theme_of
from reporter.briefing.times import period_key, period_words
from reporter.briefing.words import in_list, state_all
from reporter.model import (
    Company,
    Event,
    Fact,
    Figure,
    Group,
    Industry,
    Line,
    Moment,
    Person,
    Project,
    ProjectRow,
    Ranking,
    Scope,
    Section,
    SectionChoice,
    Statement,
    Status,
)

_PAIR = 2
_ENOUGH = 3  # so many cards do without what a chart shows
_Named = TypeVar("_Named", bound=Fact)
_OWN_INDUSTRY = re.compile(r"主导|支柱|优势|特色|重点发展|重点打造|集群|聚集|集聚|为主|龙头产业|产业链|产业体系|聚焦")
_NO_INDUSTRY = (
    "人力资源",
    "高新技术",
    "高新技术产业",
    "战略性新兴产业",
    "新兴产业",
    "现代服务业",
    "战略性新兴",
    "未来产业",
)
_HOPED_FOR = "企业与项目预期"  # what firms hope for is no step of the zone
_BRIEF = 80  # characters of what somebody says, where room is short
_TERMS_OF_POLICY = "政策条款（门槛与标准）"  # what one may get is nothing that the zone has
_FEW_TOLD = 3  # what is said already leaves that much less to be quoted
_OF_SIGNED = re.compile("(?:签约|引进|落户|开工)[^，。；]*计划总投资\\Z")
"""新签约项目|计划总投资175亿元: what was signed is no next step."""
_AS_PLANNED = re.compile(r"(?:比|按|较|超|原)(?:原)?(?:计划|预期|目标)")
Maker = Callable[[Desk, SectionChoice], Section]


def make(desk: Desk, choice: SectionChoice) -> Section | None:
    """The section, or None when the sources give it less than `choice.least` entries."""
    if choice.custom:
        return Section(choice.name, choice.title)
    section = MAKERS[choice.name](desk, choice)
    whole = choice.name == "profile" and desk.audience.selection.doubtful  # its table is known of every zone
    return None if section.empty and not whole else section


def _profile(desk: Desk, choice: SectionChoice) -> Section:
    stated = position(desk)
    if stated is not None:
        desk.quoted += [(p.fact.evidence.sentence, stated.text) for p in stated.phrases if p.fact]
    return Section(choice.name, choice.title, statements=(stated,) if stated else ())


def _summary(desk: Desk, choice: SectionChoice) -> Section:
    """The deciding figures in sentences, then one sentence of the source that says what they mean."""
    selection, wording = desk.audience.selection, desk.audience.wording
    best = [line for line in pick(desk.zone_first(choice), selection) if worthy(line, selection)]
    best = _without_phases(desk, [line for line in best if not desk.to_come(line.fact)])
    room = choice.limit or 3
    chosen = best[: max(1, room - 1)]
    desk.tell(chosen)
    statements = state_all(chosen, desk.zone, wording, desk.quoted)
    judged = position(desk, [line.fact.evidence.sentence for line in chosen])
    if judged and len(statements) < room:
        statements.append(judged)
        desk.quoted += [(phrase.fact.evidence.sentence, judged.text) for phrase in judged.phrases if phrase.fact]
    if not statements:
        statements = telling(desk, 1, of_zone=True)
        desk.quoted += [(p.fact.evidence.sentence, s.text) for s in statements for p in s.phrases if p.fact]
    return Section(choice.name, choice.title, statements=tuple(statements))


def _figures(desk: Desk, choice: SectionChoice) -> Section:
    stated = [line for line in desk.lines.values() if line.fact.id in desk.said]
    actual = [line for line in desk.among(choice) if not (desk.to_come(line.fact) or said_beside(line, stated))]
    actual = _of_no_project(desk, choice, actual)
    if not desk.audience.selection.doubtful:
        actual = [line for line in actual if asked_for(line, desk.audience.selection)]
        actual = [line for line in actual if not (in_slogan(line) or granted(line) or conditional(line))]
        actual = [line for line in actual if not of_one_deal(line)]
        actual = [line for line in actual if not (few(line.fact) and of_classes(line))]
    if choice.plain:
        actual = [line for line in actual if anchored(line) and alone(line)]
        actual = [line for line in actual if not part_of_name(line)]
    if choice.plain:
        drawn = _drawn(desk)
        rest = [line for line in actual if line.fact.id not in drawn]
        actual = rest if len(pick(rest, desk.audience.selection)) >= _ENOUGH else actual
    lines = pick(actual, desk.audience.selection, choice.limit)
    if not choice.plain:
        lines = _whole_sums(lines, pick(actual, desk.audience.selection))
    told = desk.told()
    if len(lines) < choice.least:
        lines = []
    desk.tell(lines)
    statements = [
        in_list(one, desk.zone) for one in state_all(lines, desk.zone, desk.audience.wording, desk.quoted, told)
    ]
    if not (statements or choice.plain):
        lines = []  # nothing of them can be said
    return Section(choice.name, choice.title, statements=tuple(statements), lines=tuple(lines))


def _whole_sums(shown: list[Line], known: list[Line]) -> list[Line]:
    """The shown lines with the rest of a list of which they tell two: 20亿元, 8亿元 and 2亿元 add up to 30亿元."""
    made = list(shown)
    for line in shown:
        evidence, unit = line.fact.evidence, line.fact.unit
        fellows = [li for li in known if li.fact.evidence.sentence == evidence.sentence and li.fact.unit == unit]
        fellows = [li for li in fellows if li.fact.scope is line.fact.scope and li.metric[-2:] == line.metric[-2:]]
        missing = [li for li in fellows if li not in made]
        if len(fellows) - len(missing) >= _PAIR and 0 < len(missing) <= _PAIR:
            last = max(at for at, li in enumerate(made) if li in fellows)
            made[last + 1 : last + 1] = missing
    return made


def _of_no_project(desk: Desk, choice: SectionChoice, lines: list[Line]) -> list[Line]:
    """Lines without those of a project's phases, and without any project's where a section leaves them to its own."""
    lines = _without_phases(desk, lines)
    if not (choice.fresh and desk.audience.section("projects")):
        return lines
    rows = project_rows(desk)
    told = {name for row in rows for name in row.fact.figures} | _of_projects(rows)
    return [line for line in lines if line.fact.id not in told]


def _without_phases(desk: Desk, lines: list[Line]) -> list[Line]:
    """Lines without those of a phase that a page calls a project beside the whole."""
    phases = tuple(project.name for project in desk.of_kind(Project) if is_phase(desk, project.name))
    return [line for line in lines if not (phases and f"{line.subject}{line.metric}".startswith(phases))]


def _drawn(desk: Desk) -> set[str]:
    """The ids of the figures that the charts show."""
    choice = desk.audience.section("charts")
    charts = _charts(desk, choice).charts if choice is not None else ()
    return {point.line.fact.id for chart in charts for point in chart.points}


def _actuals(desk: Desk, choice: SectionChoice) -> Section:
    lines = [li for li in desk.among(choice) if li.fact.scope is Scope.ZONE and li.fact.status is Status.ACTUAL]
    themes = desk.audience.themes
    groups: dict[str, list[Line]] = {title: [] for title in themes}
    for line in lines:
        terms = conditional(line) or granted(line)
        groups.setdefault(_TERMS_OF_POLICY if terms else theme_of(line.metric, themes), []).append(line)
    made = tuple(Group(title, tuple(newest_first(rows))) for title, rows in groups.items() if rows)
    return Section(choice.name, choice.title, groups=made)


def _entities(desk: Desk, choice: SectionChoice) -> Section:
    lines = [li for li in desk.among(choice) if li.fact.scope is Scope.ENTITY and li.fact.status is Status.ACTUAL]
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.subject, []).append(line)
    return Section(
        choice.name,
        choice.title,
        groups=tuple(Group(subject or desk.zone.name, tuple(rows)) for subject, rows in groups.items()),
    )


def _targets(desk: Desk, choice: SectionChoice) -> Section:
    """Targets as lines in groups, and what those who are responsible say of the next steps."""
    selection = desk.audience.selection
    targets = [line for line in desk.among(choice) if line.fact.status is Status.TARGET]
    ahead = [*plans(desk), *aims(desk)]
    if not selection.doubtful:
        targets = [line for line in _of_no_project(desk, choice, targets) if desk.to_come(line.fact)]
        targets = [line for line in targets if not _AS_PLANNED.search(line.fact.evidence.sentence)]
        targets = [line for line in targets if not _OF_SIGNED.search(line.metric)]
        if ahead or any(line.fact.scope is Scope.ZONE for line in targets):
            targets = [line for line in targets if not a_firms(line)]
        shown = _whole_sums(pick(targets, selection, choice.limit), pick(targets, selection))
    else:
        shown = ordered(targets, selection)
    told = desk.told()
    desk.tell(shown)
    own = tuple(line for line in shown if line.fact.scope is Scope.ZONE)
    others = tuple(line for line in shown if line.fact.scope is not Scope.ZONE)
    groups = [Group(title, rows) for title, rows in ((desk.zone.name, own), ("企业与项目", others)) if rows]
    stated = [] if selection.doubtful else shown  # their table has them all
    statements = [
        in_list(one, desk.zone) for one in state_all(stated, desk.zone, desk.audience.wording, desk.quoted, told)
    ]
    room = (choice.limit - len(statements)) if choice.limit else 1
    planned = _unsaid(ahead, desk)[: max(0, min(room, 2))]
    statements += planned
    desk.quoted += [(p.fact.evidence.sentence, s.text) for s in planned for p in s.phrases if p.fact]
    if not selection.doubtful:
        taken = _unsaid(to_be_taken(desk), desk)
        statements += taken[: max(_PAIR, choice.limit - len(statements))] if choice.limit else taken
    if not (statements or selection.doubtful):
        return Section(choice.name, choice.title)
    title = choice.title if own or len(statements) > len(shown) or selection.doubtful else _HOPED_FOR
    return Section(choice.name, title, statements=tuple(statements), lines=tuple(shown), groups=tuple(groups))


def _unsaid(statements: list[Statement], desk: Desk) -> list[Statement]:
    """Quotations without those of which something has been quoted already, or a figure told."""
    bare = [MARKS.sub("", sentence) for sentence in _sentences_told(desk)]

    def known(statement: Statement) -> bool:
        given = "".join(p.fact.evidence.sentence for p in statement.phrases if p.fact) + statement.text
        return any(sentence in MARKS.sub("", given) for sentence in bare)

    return [statement for statement in statements if not known(statement)]


def _sentences_told(desk: Desk) -> set[str]:
    """The sentences of the source of which the brief has stated a figure or quoted words."""
    stated = {fact.evidence.sentence for fact in desk.facts if fact.id in desk.said and isinstance(fact, Figure)}
    return stated | {sentence for sentence, _ in desk.quoted}


def _charts(desk: Desk, choice: SectionChoice) -> Section:
    projects = project_rows(desk) if not choice.kinds or "project" in choice.kinds else []
    charts = charts_of(desk.lines.values(), desk.audience.selection.weights, projects, choice.limit)
    return Section(choice.name, choice.title, charts=charts)


def _projects(desk: Desk, choice: SectionChoice) -> Section:
    rows = project_rows(desk)
    shown = rows[: choice.limit] if choice.limit else rows
    desk.said |= _of_projects(shown) | {row.fact.id for row in shown}
    return Section(choice.name, choice.title, projects=tuple(shown), more=len(rows) - len(shown))


def _of_projects(rows: list[ProjectRow]) -> set[str]:
    """The ids of all figures that the rows state."""
    lines = [line for row in rows for line in (row.investment, *row.lines) if line]
    return {line.fact.id for line in lines} | {p.fact.id for row in rows for p in row.details if p.fact}


def _facts(kind: type[Fact]) -> Maker:
    def maker(desk: Desk, choice: SectionChoice) -> Section:
        found = [fact for fact in desk.of_kind(kind) if desk.audience.selection.doubtful or not fact.doubts]
        if not desk.audience.selection.doubtful:
            found = [f for f in unlike(found) if kind is not Company or not elsewhere(label(f), f.evidence.sentence)]
        if choice.fresh:
            projects = "".join(f.name + f.investor for f in desk.of_kind(Project) if f.id in desk.said)
            found = [f for f in found if label(f) not in projects and not courted(f.evidence.sentence)]
        shown = found[: choice.limit] if choice.limit else found
        if len(found) < choice.least:
            return Section(choice.name, choice.title)
        return Section(choice.name, choice.title, facts=tuple(map(_introduced, shown)), more=len(found) - len(shown))

    return maker


def _introduced(fact: _Named) -> _Named:
    """A company with the sentence first that says what it is: a note must state what it stands behind."""
    if not isinstance(fact, Company) or not fact.role:
        return fact
    telling_it = [mention for mention in fact.mentions if fact.role in mention.sentence]
    mentions = dict.fromkeys((*telling_it[:1], *fact.mentions))
    return structs.replace(fact, mentions=tuple(mentions))


def _heard(desk: Desk, words: str) -> bool:
    """Whether what somebody says has been quoted already, with the marks that a quotation in a quotation has."""
    bare = MARKS.sub("", words)[:SAID_IN_FULL]
    return any(bare in MARKS.sub("", text) for _, text in desk.quoted)


def _people(desk: Desk, choice: SectionChoice) -> Section:
    """People with their posts, and what they said."""
    statements = voices(desk)
    if not desk.audience.selection.doubtful:
        statements = [statement for statement in statements if not _heard(desk, statement.text)]
    if choice.spare:
        statements = [statement for statement in statements if len(statement.text) <= _BRIEF]
    shown = statements[: choice.limit] if choice.limit else statements
    if not (statements or desk.audience.selection.doubtful):
        return Section(choice.name, choice.title)  # a list of names is for those who want everything
    desk.quoted += [(p.fact.evidence.sentence, s.text) for s in shown for p in s.phrases if p.fact]
    heard = " ".join(statement.heading for statement in shown)
    facts = tuple(fact for fact in desk.of_kind(Person) if fact.name not in heard)
    return Section(choice.name, choice.title, statements=tuple(shown), facts=facts)


def _timeline(desk: Desk, choice: SectionChoice) -> Section:
    moments = [
        Moment(_moment(event), period_key(event.date), what, event)
        for event in desk.of_kind(Event)
        if (what := event.what if desk.audience.selection.doubtful else happening(event.what, desk.zone)) and event.date
    ]
    if choice.fresh:
        told = [MARKS.sub("", sentence) for sentence in _sentences_told(desk)]
        latest = max((article.year or 0 for article in desk.articles), default=0)
        moments = [m for m in moments if m.key >= f"{latest - 1}"]
        moments = [m for m in moments if not any(MARKS.sub("", m.what) in sentence for sentence in told)]
    moments.sort(key=lambda moment: moment.key)
    if len(moments) < choice.least:
        moments = []
    shown = moments[-choice.limit :] if choice.limit else moments
    desk.quoted += [(moment.fact.evidence.sentence, moment.what) for moment in shown]
    return Section(choice.name, choice.title, moments=tuple(shown))


def _moment(event: Event) -> str:
    """When it happened; the year alone where the words themselves name the day."""
    day = period_words(event.date, year=False)
    said = day and day in event.what.replace(" ", "")
    return f"{event.date[:4]}年" if said else period_words(event.date)


def _industries(desk: Desk, choice: SectionChoice) -> Section:
    """Industries that the source calls the zone's own; an audience that wants everything gets every one named."""
    section = _facts(Industry)(desk, replace(choice, limit=0))
    section = replace(section, facts=tuple(sorted(section.facts, key=place)))  # as the source tells them
    names = [label(fact) for fact in section.facts]
    fullest = [f for f in section.facts if not any(name != label(f) and name.endswith(label(f)) for name in names)]
    if desk.audience.selection.doubtful:
        return replace(section, facts=tuple(fullest))
    found = [f for f in fullest if _OWN_INDUSTRY.search(f.evidence.sentence) and label(f) not in _NO_INDUSTRY]
    shown = found[: choice.limit or None]
    return replace(section, facts=tuple(shown), more=len(found) - len(shown))


def _rankings(desk: Desk, choice: SectionChoice) -> Section:
    """Places and firsts that have been reached, each with whose it is."""
    section = _facts(Ranking)(desk, replace(choice, limit=0))
    if desk.audience.selection.doubtful:
        return section
    quoted = {sentence for sentence, _ in desk.quoted}
    told = desk.told()
    fresh = [
        fact
        for fact in section.facts
        if fact.evidence.sentence not in quoted and not any(holds(fact.evidence, other) for other in told)
    ]
    if choice.scopes and Scope.ENTITY not in choice.scopes:
        fresh = [fact for fact in fresh if not (isinstance(fact, Ranking) and _of_a_firm(desk, fact))]
    found = [fact for fact in map(alone_ranked, fresh) if fact is not None and not _SOME_FIRMS.match(label(fact))]
    shown = found[: choice.limit or None]
    desk.quoted += [(fact.evidence.sentence, label(fact)) for fact in shown]
    return replace(section, facts=tuple(shown), more=len(found) - len(shown))


_SOME_FIRMS = re.compile("(?:该|这家)?(?:公司|企业)(?!数|总|家|户)")  # 公司月产量创历史新高: which one, nobody knows


def _of_a_firm(desk: Desk, fact: Ranking) -> bool:
    """Whether a company's or project's place is told, and not the zone's."""
    names = [label(f) for kind in (Company, Project) for f in desk.of_kind(kind)]
    return any(name in fact.subject or (fact.subject and fact.subject in name) for name in names) or firm(fact.subject)


def _words(desk: Desk, choice: SectionChoice) -> Section:
    """The source's own sentences, where there are hardly any figures to tell."""
    room = max(0, _FEW_TOLD - len(desk.said) - len(desk.quoted))
    statements = _unsaid(telling(desk, min(room, choice.limit or 2)), desk) if room else []
    statements.sort(key=lambda one: min(place(p.fact) for p in one.phrases if p.fact))  # as the source tells it
    desk.quoted += [(p.fact.evidence.sentence, s.text) for s in statements for p in s.phrases if p.fact]
    return Section(choice.name, choice.title, statements=tuple(statements))


def _context(desk: Desk, choice: SectionChoice) -> Section:
    lines = [line for line in desk.lines.values() if line.fact.scope is Scope.EXTERNAL]
    return Section(choice.name, choice.title, lines=tuple(lines))


def _sources(desk: Desk, choice: SectionChoice) -> Section:
    return Section(choice.name, choice.title, readings=readings_of(desk.articles, desk.facts))


MAKERS: dict[str, Maker] = {
    "profile": _profile,
    "summary": _summary,
    "figures": _figures,
    "actuals": _actuals,
    "entities": _entities,
    "targets": _targets,
    "charts": _charts,
    "projects": _projects,
    "companies": _facts(Company),
    "industries": _industries,
    "policies": policies,
    "people": _people,
    "rankings": _rankings,
    "problems": problems,
    "timeline": _timeline,
    "words": _words,
    "context": _context,
    "doubts": doubts,
    "gaps": gaps,
    "sources": _sources,
}
