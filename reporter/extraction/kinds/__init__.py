"""The kinds of fact beside figures: people, quotes, companies, projects, policies, industries, rankings, events.

One module a kind; `find_kinds` is the door. Every fact carries its zone, its evidence with offsets and how it was
decided; nothing is stated that the page does not say.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reporter.extraction.kinds.companies import company_facts, find_mentions
from reporter.extraction.kinds.events import find_events
from reporter.extraction.kinds.industries import find_industries
from reporter.extraction.kinds.owners import anchors_of
from reporter.extraction.kinds.people import find_people, people_facts
from reporter.extraction.kinds.policies import Periods, find_policies
from reporter.extraction.kinds.project_facts import project_facts
from reporter.extraction.kinds.projects import find_projects
from reporter.extraction.kinds.quotes import find_quotes
from reporter.extraction.kinds.rankings import find_rankings
from reporter.extraction.kinds.scene import Scene, Zones
from reporter.language.words import Words
from reporter.model import Article, Decision, Evidence, Fact, Figure

__all__ = ["find_kinds"]


def find_kinds(
    article: Article, context: Zones, figures: Sequence[Figure], words: Words, periods: Periods
) -> list[Fact]:
    """All facts of the article that are not figures, kind by kind, each in reading order.

    `context` tells the zone at a place; `figures` are those already found in the article (projects take their
    investment, land and dates from them); `words` knows which strings are ordinary words;
    `periods` finds the time expressions of a normalised text, resolved with the article's date.
    """
    scene = Scene(article, context, figures)
    companies = find_mentions(scene, words)
    projects = find_projects(scene, companies, words)
    people = find_people(scene, anchors_of(companies, projects), words)
    facts: list[Fact] = [
        *company_facts(scene, companies),
        *project_facts(scene, projects, companies),
        *people_facts(scene, people),
        *find_quotes(scene, people),
        *find_policies(scene, periods),
        *find_industries(scene, [*companies, *projects]),
        *find_rankings(scene, sorted([*companies, *projects], key=lambda m: (m.passage.index, m.start))),
        *find_events(scene, periods),
    ]
    return [_pointed(fact) for fact in facts]


def _pointed(fact: Fact) -> Fact:
    """The fact with the places of its cue words in its sentence, where they stand there."""
    place = fact.evidence
    decided = tuple([_at(decision, place) for decision in fact.decided])
    return fact if decided == fact.decided else replace(fact, decided=decided)


def _at(decision: Decision, place: Evidence) -> Decision:
    """The decision with the offsets of its cue: the first after the expression's beginning, or else the last before."""
    cue = decision.cue
    if not cue or decision.start >= 0:
        return decision
    at = place.sentence.find(cue, place.start)
    if at < 0:
        at = place.sentence.rfind(cue, 0, place.start)
    return Decision(decision.field, decision.value, decision.rule, cue, at, at + len(cue)) if at >= 0 else decision
