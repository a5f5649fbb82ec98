"""What lies on the desk while one brief is put together: the zone's facts by kind, its lines, and what was said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TypeVar

from reporter.briefing.lines import lines_of
from reporter.briefing.prominent import prominent
from reporter.briefing.times import period_year
from reporter.briefing.words import ahead_cue
from reporter.model import (
    Article,
    Audience,
    BlockKind,
    Collection,
    Company,
    Doubt,
    Evidence,
    Fact,
    Figure,
    Line,
    Person,
    Project,
    Quote,
    Scope,
    SectionChoice,
    Status,
    Zone,
)
from reporter.reading.interviews import puts_question

_ALIKE = 0.85
_Kind = TypeVar("_Kind", bound=Fact)


@dataclass(slots=True)
class Desk:
    """The material of one brief. Unlike all else here it changes: `said` and `quoted` grow from section to section."""

    zone: Zone
    audience: Audience
    facts: tuple[Fact, ...]
    articles: tuple[Article, ...]
    lead: Article | None
    doubts: tuple[Doubt, ...]
    lines: dict[str, Line]
    people: tuple[Person, ...] = ()
    others: tuple[Zone, ...] = ()  # its parents, the parks in it, and whoever else the collection knows
    said: set[str] = field(default_factory=set)
    quoted: list[tuple[str, str]] = field(default_factory=list)
    titled: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, collection: Collection, zone: Zone, audience: Audience) -> Desk:
        """Everything that the collection knows of one zone."""
        own = (f for f in collection.facts if f.zone == zone.name and not puts_question(f.evidence.sentence))
        facts = tuple(sorted(own, key=place))
        used = {mention.article for fact in facts for mention in fact.mentions}
        about = [a for a in collection.articles if zone.name in collection.article_zones.get(a.id, ())]
        articles = tuple(a for a in collection.articles if a.id in used or a in about)
        headed = [a for a in about if collection.article_zones[a.id][0] == zone.name and a.title]
        lead = max(headed, key=lambda a: (a.complete, a.date or str(a.year or "")), default=None)
        ids, names = {fact.id for fact in facts}, {article.id for article in articles}
        doubts = tuple(d for d in collection.doubts if d.fact in ids or (d.article in names and not d.fact))
        figures = [fact for fact in facts if isinstance(fact, Figure)]
        projects = [fact for fact in facts if isinstance(fact, Project)]
        people = [f for f in collection.facts if isinstance(f, Person) and f.evidence.article in names]
        people.sort(key=lambda person: person.zone == zone.name)  # of two posts of one name, the one in this zone holds
        called = [label(fact) for fact in facts if isinstance(fact, Project | Company)]
        lines = prominent(_owned(_in_full(lines_of(figures, zone), called), projects), articles, zone)
        others = tuple(other for other in collection.zones if other.name != zone.name)
        return cls(zone, audience, facts, articles, lead, doubts, lines, tuple(people), others)

    def title_of(self, quote: Quote) -> str:
        """What the speaker is: by the article of the quotation, or else by another that introduces the speaker."""
        known = (person.title for person in reversed(self.people) if person.name == quote.speaker)
        return quote.title or next(known, "")

    def of_kind(self, kind: type[_Kind]) -> list[_Kind]:
        """The facts of one kind in the order of the page, the first of each name only."""
        found: dict[str, _Kind] = {}
        for fact in self.facts:
            if isinstance(fact, kind):
                found.setdefault(label(fact), fact)
        return list(found.values())

    def among(self, choice: SectionChoice) -> list[Line]:
        """The lines that a section may take."""
        scopes = choice.scopes or (Scope.ZONE, Scope.ENTITY)
        return [
            line
            for line in self.lines.values()
            if line.fact.scope in scopes and not (choice.fresh and line.fact.id in self.said)
        ]

    def zone_first(self, choice: SectionChoice) -> list[Line]:
        """The lines of the zone itself that a section may take; all where there are none."""
        lines = self.among(choice)
        return [line for line in lines if line.fact.scope is Scope.ZONE] or lines

    def heads(self) -> list[tuple[str, int, str]]:
        """The headings of parts that are about this zone, in a report on several: article, paragraph, words."""
        return [
            (article.id, index, paragraph.text)
            for article in self.articles
            for index, paragraph in enumerate(article.paragraphs)
            if paragraph.kind is BlockKind.SUBHEAD and paragraph.text.startswith(self.zone.names)
        ]

    def to_come(self, figure: Figure) -> bool:
        """Whether a figure had still to come true when its report was written.

        去年预计实现税收2亿元 is an estimate of what has been, no aim.
        """
        if figure.status is not Status.TARGET:
            return False
        ends = period_year(figure.period)
        report = next((a.year for a in self.articles if a.id == figure.evidence.article), None)
        return ends is None or report is None or ends >= report

    def told(self) -> list[Evidence]:
        """Where the facts stand that have been stated."""
        return [fact.evidence for fact in self.facts if fact.id in self.said]

    def tell(self, lines: Iterable[Line]) -> None:
        """Note that these lines, and what they are compared with, have been stated."""
        for line in lines:
            self.said.add(line.fact.id)
            self.said.update(other.fact.id for other in line.comparisons)


def _in_full(lines: dict[str, Line], names: Sequence[str]) -> dict[str, Line]:
    """Lines with the whole of a firm's name where its bracket cut it: 星河|（云岭）有限公司|."""

    def whole(subject: str) -> str:
        found = {name for name in names if name.endswith(subject)} if "（" in subject else set()
        return found.pop() if len(found) == 1 else subject

    return {name: replace(line, subject=whole(line.subject)) for name, line in lines.items()}


def _owned(lines: dict[str, Line], projects: list[Project]) -> dict[str, Line]:
    """Lines in which a project's figures are the project's, whoever built it or spoke of it.

    星河集团董事长说，这条产线投资40亿元: the line of the product line, not of the group.
    """
    claims = Counter(name for project in projects for name in project.figures)
    for project in projects:
        for name in project.figures:
            line = lines.get(name)
            if line is None or claims[name] > 1 or line.fact.scope is not Scope.ENTITY:
                continue
            metric = line.metric.removeprefix(project.name).removeprefix("项目") or line.metric
            unsaid = line.fact.status is Status.ACTUAL or not ahead_cue(line)
            ahead = unsaid and _MADE.search(metric) and _unbuilt(project, line)
            lines[name] = replace(line, subject=project.name, metric=f"预计{metric}" if ahead else metric)
    return lines


_MADE = re.compile("^(?:容纳|承载|年?产能|年产|日产|年?产值|营收|年?销售收入|年?税收|就业|带动就业|年?利税)")
_DONE = frozenset(["建成", "投用", "投产", "达产"])
_ONCE_BUILT = re.compile("(?:建成|达产|投产|投用|交付|竣工|满产)(?:投产|投用|达产|运营|使用)?后")


def _unbuilt(project: Project, line: Line) -> bool:
    """Whether what a project holds or makes is still to come: 总投资9亿元，容纳服务器3万台，|达产后|年产值3亿元."""
    return project.stage not in _DONE and _ONCE_BUILT.search(line.fact.evidence.sentence) is not None


def place(fact: Fact) -> tuple[str, int, str]:
    """Where a fact stands in the sources: what everything is sorted by that has no better order."""
    return (fact.evidence.source, fact.evidence.source_start, fact.id)


def label(fact: Fact) -> str:
    """What a fact is called, so that one name is listed once."""
    for name in ("name", "text", "what", "words"):
        value = getattr(fact, name, "")
        if value:
            return str(value)
    return fact.id


def unlike(facts: list[_Kind]) -> list[_Kind]:
    """Facts without those that say nearly the same in nearly the same words as one before."""
    kept: list[_Kind] = []
    for fact in facts:
        words = label(fact)
        short = next((index for index, o in enumerate(kept) if label(o) in words and label(o) != words), None)
        if short is not None:
            kept[short] = fact  # what says more of the same
        elif not any(words in label(o) or SequenceMatcher(None, words, label(o)).ratio() > _ALIKE for o in kept):
            kept.append(fact)
    return kept
