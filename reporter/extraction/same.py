"""When two facts are the same, and when they contradict each other.

In: facts. Out: `identity`, the key under which facts that may be one are gathered; `combine`, which makes one fact of
those that are; `conflicts`, the identifiers of facts that give another value for the same thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import singledispatch
from typing import TypeVar

from msgspec.structs import replace

from reporter.extraction.kinds.company_names import brand_of, fuller, same_company
from reporter.language.sharing import AN_ENTRY, OF_THESE
from reporter.model import (
    Company,
    Event,
    Evidence,
    Fact,
    Figure,
    Industry,
    Person,
    Policy,
    Project,
    Qualifier,
    Quote,
    Ranking,
    Scope,
)

Identity = tuple[object, ...]
"""What facts that may be the same have in common."""

F = TypeVar("F", bound=Fact)

_DROP = re.compile(r"[\s“”‘’《》「」（）()、，,·]|产业$")
_INVESTED = ("总投资", "投资额", "投资总额", "计划投资", "协议投资", "项目投资")
_EMPTY: tuple[object, ...] = ("", None, ())


def plain(name: str) -> str:
    """A name without marks and brackets: “一站式”服务 and 一站式服务 are one."""
    return _DROP.sub("", name).lower()


def place(fact: Fact) -> tuple[str, int, int]:
    """Where a fact is stated first: source and offsets."""
    first = fact.mentions[0]
    return (first.source, first.source_start, first.source_end)


@singledispatch
def identity(fact: Fact) -> Identity:
    """The key of a fact: facts with different keys are never one."""
    return (fact.kind, fact.id)


@identity.register
def _(fact: Figure) -> Identity:
    subject = "" if fact.scope is Scope.ZONE else plain(fact.subject)
    return (*_topic(fact), subject, fact.value, fact.value_high, fact.qualifier)


@identity.register
def _(fact: Company) -> Identity:
    return (fact.kind, fact.zone, brand_of(fact.name) if "银行" not in fact.name else fact.name)


@identity.register
def _(fact: Person) -> Identity:
    return (fact.kind, fact.zone, fact.name)


@identity.register
def _(fact: Project) -> Identity:
    return (fact.kind, fact.zone, plain(fact.name))


@identity.register
def _(fact: Policy) -> Identity:
    return (fact.kind, fact.zone, plain(fact.name))


@identity.register
def _(fact: Industry) -> Identity:
    return (fact.kind, fact.zone, plain(fact.name))


@identity.register
def _(fact: Ranking) -> Identity:
    return (fact.kind, fact.zone, plain(fact.text))


@identity.register
def _(fact: Event) -> Identity:
    return (fact.kind, fact.zone, fact.date, plain(fact.what))


@identity.register
def _(fact: Quote) -> Identity:
    return (fact.kind, fact.zone, fact.speaker, plain(fact.words))


def _topic(figure: Figure) -> Identity:
    """What a figure is about, its value left out."""
    return (
        figure.kind,
        figure.zone,
        figure.scope,
        plain(figure.metric),
        figure.relation,
        figure.status,
        figure.period,
        figure.unit,
    )


def combine(group: Sequence[Fact]) -> list[list[Fact]]:
    """Facts of one identity as lists: each begins with the merged fact; the others are what it was made from."""
    if len(group) == 1:
        return [[group[0]]]
    ordered = sorted(group, key=place)
    parts: list[list[Fact]] = []
    for fact in ordered:
        part = next((part for part in parts if _one(part[0], fact)), None)
        if part is None:
            parts.append([fact])
        else:
            part.append(fact)
    return [[_united(part), *part] if len(part) > 1 else part for part in parts]


def _one(first: Fact, other: Fact) -> bool:
    """Whether two facts of one identity are one after all."""
    if isinstance(first, Company) and isinstance(other, Company):
        return same_company(first.name, other.name)
    if isinstance(first, Person) and isinstance(other, Person):
        return _same_office(first, other)
    return True


def _same_office(one: Person, other: Person) -> bool:
    """Namesakes are two people when their organisations have nothing in common."""
    left, right = one.organisation, other.organisation
    if not left or not right:
        return True
    pairs = {left[at : at + 2] for at in range(len(left) - 1)}
    return any(right[at : at + 2] in pairs for at in range(len(right) - 1))


def _united(part: Sequence[Fact]) -> Fact:
    """One fact of several: the first one's words, all mentions, empty fields filled from the others."""
    first = part[0]
    mentions: dict[tuple[str, int, int], Evidence] = {}
    for fact in part:
        for mention in fact.mentions:
            mentions.setdefault((mention.source, mention.source_start, mention.source_end), mention)
    changes: dict[str, object] = {
        "mentions": tuple(mentions.values()),
        "doubts": tuple(dict.fromkeys(doubt for fact in part for doubt in fact.doubts)),
    }
    for name in (name for name in first.__struct_fields__ if name not in _SHARED):
        if getattr(first, name) in _EMPTY:
            changes[name] = next((v for f in part[1:] if (v := getattr(f, name)) not in _EMPTY), getattr(first, name))
    if isinstance(first, Company):
        names = dict.fromkeys(
            name for fact in part if isinstance(fact, Company) for name in (fact.name, *fact.short_names)
        )
        best = max(names, key=fuller)
        changes |= {"name": best, "short_names": tuple(name for name in names if name != best)}
    if isinstance(first, Project):
        changes["figures"] = tuple(
            dict.fromkeys(id_ for fact in part if isinstance(fact, Project) for id_ in fact.figures)
        )
    return replace(first, **changes)


_SHARED = frozenset({"id", "zone", "mentions", "doubts", "conflicts", "decided"})


def conflicts(facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """For each figure that another one contradicts, the others' identifiers.

    Figures contradict when they speak of one metric, subject and period in different sentences with values that
    their hedges do not reconcile (2000余家 and 2012家 agree). Without a period nothing can be said.
    """
    topics: dict[Identity, list[Figure]] = defaultdict(list)
    for fact in facts:
        if (
            isinstance(fact, Figure)
            and fact.period
            and len(plain(fact.metric)) >= 2
            and fact.scope is not Scope.EXTERNAL
        ):
            topics[(*_topic(fact), plain(fact.subject) if fact.scope is Scope.ENTITY else "")].append(fact)
    found: dict[str, list[str]] = defaultdict(list)
    for group in topics.values():
        if len(group) == 1 or len(group) > _TOO_MANY:
            continue
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if _contradict(one, other):
                    found[one.id].append(other.id)
                    found[other.id].append(one.id)
    return {id_: tuple(ids) for id_, ids in found.items()}


_TOO_MANY = 12
"""More values than this under one metric are a list whose items the metric does not tell apart, not contradictions."""


def _contradict(one: Figure, other: Figure) -> bool:
    if one.evidence.sentence == other.evidence.sentence or (_of_something(one) and one.base != other.base):
        return False
    if one.evidence.article == other.evidence.article and any(map(_is_one_of_several, (one, other))):
        return False
    return not (_allows(one, other) or _allows(other, one))


def _is_part(figure: Figure) -> bool:
    """签约项目……，其中服务业项目8个；开工的35个项目中，|3个服务业项目|: parts of two wholes deny nothing."""
    return OF_THESE.search(figure.evidence.sentence, 0, figure.evidence.start) is not None


def _is_one_of_several(figure: Figure) -> bool:
    """Whether an article that gives another value of this metric speaks of something else.

    Parts have their wholes, entries of a list (1.…总投资62亿元) their own projects, and of how much is to be invested
    there are as many values as there are projects.
    """
    return _is_part(figure) or bool(AN_ENTRY.match(figure.evidence.sentence)) or figure.metric.endswith(_INVESTED)


def _of_something(figure: Figure) -> bool:
    """Whether a share names only its whole (占营业收入比重): what it is the share of stands in another figure."""
    return figure.metric.startswith(("占", "比重"))


def _allows(hedged: Figure, figure: Figure) -> bool:
    """Whether a hedged value can mean the other: 近2000 allows 1980, 2000余 allows 2012, 约 allows 5% either way."""
    low, high = hedged.value, hedged.value_high if hedged.value_high is not None else hedged.value
    slack = abs(high) * 0.2
    match hedged.qualifier:
        case Qualifier.OVER:
            high += slack
        case Qualifier.UNDER:
            low -= slack
        case Qualifier.ABOUT:
            low, high = low - slack / 4, high + slack / 4
        case Qualifier.UPTO:
            low = float("-inf")
        case _:
            pass
    return low <= figure.value <= high
