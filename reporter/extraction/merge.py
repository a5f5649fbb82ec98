"""Many pages' facts as one collection: what is said twice is one fact with two mentions.

In: `PageFacts`, one after the other. Out: a `Collection`, the same for the same pages in whatever order they come.

    实际利用外资1.13亿美元 (2020-Q1), twice            one fact, two mentions
    出口额 2020-Q1 and 2020-Q2                         a series: two facts
    总投资120亿元 and 总投资100亿元 of one thing       two facts that name each other in `conflicts`
    中国南玻集团 and 南玻集团 in one zone              one company, its short name folded in

Time and memory grow with the number of facts, never with its square; texts of pages are not held, and articles
only where `keep_articles` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from msgspec import structs

from reporter.extraction.checks import doubts
from reporter.extraction.same import Identity, combine, conflicts, identity, place
from reporter.model import KINDS, Article, Collection, Fact, Figure, PageFacts, Project, Zone

_ORDER = {kind: number for number, kind in enumerate(KINDS)}


def merge(pages: Iterable[PageFacts], *, keep_articles: bool = True) -> Collection:
    """All pages' facts merged, sorted by zone, kind and place.

    A merged fact keeps the identifier of its first mention (by source and offset); what the others add fills its
    empty fields. Figures that a project or a growth speaks of are named by their surviving identifiers. With
    `keep_articles=False` the collection holds no articles, only which zones each was about. `doubts` says what a
    person should look at.
    """
    groups: dict[Identity, list[Fact]] = {}
    zones: dict[str, Zone] = {}
    articles: dict[str, Article] = {}
    about: dict[str, tuple[str, ...]] = {}
    for page in pages:
        for zone in page.zones:
            zones[zone.name] = _united(zones[zone.name], zone) if zone.name in zones else zone
        for fact in page.facts:
            groups.setdefault(identity(fact), []).append(fact)
        about.update(page.article_zones)
        if keep_articles:
            articles.update((article.id, article) for article in page.page.articles)
    facts: list[Fact] = []
    renamed: dict[str, str] = {}
    for group in groups.values():
        for members in combine(group):
            facts.append(members[0])
            renamed.update((member.id, members[0].id) for member in members[1:] if member.id != members[0].id)
    facts = _with_conflicts([_relinked(fact, renamed) for fact in facts])
    facts.sort(key=lambda fact: (fact.zone, _ORDER[type(fact)], *place(fact), fact.id))
    collection = Collection(
        articles=tuple(sorted(articles.values(), key=lambda article: (article.source, _first(article), article.id))),
        zones=tuple(zones[name] for name in sorted(zones)),
        facts=tuple(facts),
        article_zones=dict(sorted(about.items())),
    )
    return replace(collection, doubts=doubts(collection))


def _united(one: Zone, other: Zone) -> Zone:
    """Two pages' knowledge of a zone: what a table knows before what grammar found, all aliases."""
    first, second = (one, other) if (one.known, one.official) >= (other.known, other.official) else (other, one)
    return structs.replace(
        first,
        official=first.official or second.official,
        level=first.level or second.level,
        province=first.province or second.province,
        city=first.city or second.city,
        parent=first.parent or second.parent,
        aliases=tuple(sorted({*first.aliases, *second.aliases})),
    )


def _relinked(fact: Fact, renamed: dict[str, str]) -> Fact:
    """The fact with identifiers of merged figures replaced by those of the facts that they are now part of."""
    if isinstance(fact, Figure) and fact.base in renamed:
        return structs.replace(fact, base=renamed[fact.base])
    if isinstance(fact, Project) and any(figure in renamed for figure in fact.figures):
        return structs.replace(
            fact, figures=tuple(dict.fromkeys(renamed.get(figure, figure) for figure in fact.figures))
        )
    return fact


def _with_conflicts(facts: list[Fact]) -> list[Fact]:
    """The facts, each with the identifiers of those that state another value for the same thing."""
    against = conflicts(facts)
    if not against:
        return facts
    return [
        structs.replace(fact, conflicts=tuple(dict.fromkeys((*fact.conflicts, *against[fact.id]))))
        if fact.id in against
        else fact
        for fact in facts
    ]


def _first(article: Article) -> int:
    """Where an article begins in its source, so that articles of one page stay in the page's order."""
    return min((paragraph.blocks[0] for paragraph in article.paragraphs if paragraph.blocks), default=0)
