"""The words by which people, companies, projects, policies, industries, rankings and events are found in prose.

In: `tables/people.toml`, `names.toml`, `companies.toml`, `projects.toml`, `policies.toml`, `industries.toml`,
`rankings.toml`, `events.toml`; each key holds words
separated by white space. Out: one frozen object per table, whose fields are those keys, words longest first.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from reporter.lexicon.table import rows, section

T = TypeVar("T")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Posts, callings, bodies, family names and what surrounds a name (总经理 李东生 介绍)."""

    posts: Words
    callings: Words
    state_posts: Words
    after_name: Words
    post_prefixes: Words
    bodies: Words
    speech: Words
    after: Words
    not_names: Words
    surnames: Words
    double_surnames: Words
    rare_surnames: Words
    transcribed: Words
    transcribed_later: Words
    anonymous: Words


@dataclass(frozen=True, slots=True)
class NameWords:
    """Where a name begins: the words that end what stands before it."""

    breaks: Words
    marks: Words
    helpers: Words
    countries: Words
    inside: Words
    openers: Words
    kept_openers: Words


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """How companies are named, and the words that only look like it."""

    trades: Words
    strong_trades: Words
    lines: Words
    product_trades: Words
    generic: Words
    not_companies: Words
    list_nouns: Words
    known: Words
    banks: Words
    zone_ends: Words
    corporate_verbs: Words
    corporate_after: Words
    departments: Words
    belongings: Words
    called: Words
    parks: Words
    company_posts: Words
    makes: Words
    regions: Words
    alone: Words
    investors: Words
    institutes: Words
    acts: Words
    not_firms: Words
    stuff: Words


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """How projects are named, what builds them and how far they are; `stages` in their order."""

    strong: Words
    heads: Words
    soft_heads: Words
    lofty: Words
    works: Words
    treatments: Words
    done_before: Words
    plan_before: Words
    builds: Words
    done_after: Words
    between: Words
    wishes: Words
    generic: Words
    list_openers: Words
    fields: Words
    stages: tuple[tuple[str, Words], ...]


@cache
def project_words() -> ProjectWords:
    """The table of projects, read once."""
    return _load(ProjectWords, "projects")


@cache
def company_words() -> CompanyWords:
    """The table of companies, read once."""
    return _load(CompanyWords, "companies", letters={"alone", "stuff"})


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """How documents end, who issues them, and what makes a named mechanism."""

    documents: Words
    document_signs: Words
    cited: Words
    state_issuers: Words
    before_issuing: Words
    issued: Words
    nouns: Words
    products: Words
    vouchers: Words
    office_characters: Words
    posts: Words
    bare_verbs: Words
    founding: Words
    founded: Words
    held: Words
    state_policies: Words
    years: Words
    slogans: Words
    effects: Words
    honours: Words
    doers: Words
    not_measures: Words
    procedures: Words
    known: Words
    tariffs: Words
    hygiene: Words
    summed: Words
    counted: Words
    strengths: Words


@cache
def policy_words() -> PolicyWords:
    """The table of policies, read once."""
    return _load(PolicyWords, "policies")


@dataclass(frozen=True, slots=True)
class IndustryWords:
    """Names of industries by their field, and the words that sort them."""

    information: Words
    equipment: Words
    materials: Words
    biology: Words
    vehicles_and_energy: Words
    consumer_goods: Words
    services: Words
    future: Words
    weak: Words
    prefixes: Words
    suffixes: Words
    generic: Words
    not_after: Words
    verbs: Words
    leading: Words
    pillar: Words
    emerging: Words
    after: Words
    list_nouns: Words
    figures: Words
    amounts: Words
    between: Words
    described: Words
    not_businesses: Words
    uses: Words
    not_lists: Words
    parks: Words
    park_sorts: Words
    not_parks: Words
    listed: Words
    mends: Words
    pride: Words
    fares: Words
    chosen: Words
    welfare: Words
    carries: Words
    together: Words
    own: Words
    pursued: Words
    firm_sorts: Words
    not_kinds: Words
    chances: Words
    works_at: Words
    namely: Words
    choices: Words
    counted_choices: Words


@cache
def industry_words() -> IndustryWords:
    """The table of industries, read once."""
    return _load(IndustryWords, "industries")


@cache
def known_industries() -> Words:
    """The names of industries of all fields, longest first."""
    words = industry_words()
    makers = (words.information, words.equipment, words.materials, words.biology, words.vehicles_and_energy)
    others = (words.consumer_goods, words.services, words.future, words.weak)
    return _longest_first({name for field in (*makers, *others) for name in field})


@dataclass(frozen=True, slots=True)
class RankingWords:
    """Scopes, firsts and verbs of placing."""

    scopes: Words
    firsts: Words
    alone: Words
    placed: Words
    not_ranks: Words
    leaders: Words
    won: Words
    prizes: Words
    few: Words
    counted: Words
    records: Words
    grades: Words
    graded: Words
    authorities: Words
    honours: Words
    widest: Words
    known_for: Words


@cache
def ranking_words() -> RankingWords:
    """The table of rankings, read once."""
    return _load(RankingWords, "rankings")


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs of happenings, and words of intent."""

    verbs: Words
    planned: Words


@cache
def event_words() -> EventWords:
    """The table of events, read once."""
    return _load(EventWords, "events")


@cache
def people_words() -> PeopleWords:
    """The table of people, read once."""
    return _load(PeopleWords, "people", letters={"surnames", "rare_surnames", "transcribed", "transcribed_later"})


@cache
def name_words() -> NameWords:
    """The table of names' beginnings, read once."""
    return _load(NameWords, "names", letters={"marks", "helpers"})


@cache
def place_names() -> frozenset[str]:
    """Provinces, prefectures, county-level cities and countries as names begin with them (四川, 廊坊, 昆山, 德国)."""
    names = {row["short"] for row in rows("provinces")} | set(name_words().countries)
    for row in rows("places"):
        names.update((row["prefecture"], *row["cities"].split()))
    return frozenset(name for name in names if len(name) > 1)


def _load(kind: type[T], table: str, letters: set[str] | None = None) -> T:
    """The table as `kind`; keys in `letters` hold single characters without spaces."""
    values = section(table)
    made: dict[str, Any] = {
        field.name: _words(values[field.name], field.name in (letters or set()))
        for field in fields(kind)  # type: ignore[arg-type]
    }
    return kind(**made)


def _words(text: str | dict[str, str], letters: bool) -> Any:
    """Words of a table's cell, each once, longest first (so that the first to match is the longest)."""
    if isinstance(text, dict):
        return tuple((name, _words(cell, letters)) for name, cell in text.items())
    return _longest_first(set("".join(text.split())) if letters else set(text.split()))


def _longest_first(words: set[str]) -> Words:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
