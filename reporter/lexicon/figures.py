"""The words of the grammar of figures (`tables/indicators.csv`, `figure_verbs.csv`, `figure_cues.toml`).

Three tables for three questions: which nouns name what is measured, what a verb beside a number does, and which
cue words open a target, a growth, a share, a rank, a reward. The grammar itself is in `reporter.extraction.figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reporter.lexicon.table import rows, section


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All words of the grammar of figures.

    `verbs` gives each verb its role (link, have, reach, act, grow, fall, change, state), `verb_nouns` the noun for
    one that stands alone (斥资8千万元: 投资), `kinds` the part of speech of words that the general dictionary misses;
    `vocabulary` are the words that must not be cut apart. `bare` are indicators that say nothing without an owner
    (总收入), `counts` those that count what was named before (总数);
    `areas_re` matches those that only a place has. The `*_re` expressions match the longest cue at a
    place; `mark_re` opens every word of promise or fact.
    """

    verbs: dict[str, str]
    verb_nouns: dict[str, str]
    kinds: dict[str, str]
    vocabulary: tuple[str, ...]
    indicators: frozenset[str]
    bare: frozenset[str]
    counts: frozenset[str]
    indicator_end_re: re.Pattern[str]
    areas_re: re.Pattern[str]
    target_re: re.Pattern[str]
    daring: frozenset[str]
    capable: frozenset[str]
    target_after_re: re.Pattern[str]
    actual_re: re.Pattern[str]
    mark_re: re.Pattern[str]
    growth_re: re.Pattern[str]
    upto: frozenset[str]
    atleast: frozenset[str]
    rates: frozenset[str]
    classifiers: frozenset[str]
    actors: frozenset[str]
    times: frozenset[str]
    specifications: frozenset[str]
    counted: frozenset[str]
    rewards: re.Pattern[str]
    duration_before: re.Pattern[str]
    duration_after: re.Pattern[str]
    rank_verbs: frozenset[str]
    rank_fields: frozenset[str]
    paired: frozenset[str]
    among: frozenset[str]
    owners: frozenset[str]
    adjectival: tuple[str, ...]
    head_ends: tuple[str, ...]
    attributes: frozenset[str]
    organisation_re: re.Pattern[str]
    public_re: re.Pattern[str]
    short_name_re: re.Pattern[str]
    thing_re: re.Pattern[str]
    company: frozenset[str]
    project: frozenset[str]
    zone: frozenset[str]
    saying: frozenset[str]


def _any(words: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """An expression that matches any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, ordered))}){after}")


def _short(generic: Iterable[str]) -> str:
    """What stands before the end of a company's short name: two or three characters that open no industry's name."""
    barred = "".join(f"(?!{re.escape(word)})" for word in generic)
    return rf"\A(?![该本此我这各其两一]){barred}[\u4e00-\u9fff]{{2,3}}"


@lru_cache(maxsize=8)
def figure_words(extra: tuple[str, ...] = ()) -> FigureWords:
    """The tables with the user's own indicators; read once."""
    indicators = list(rows("indicators"))
    names = {row["word"] for row in indicators} | set(extra)
    cues: dict[str, Any] = section("figure_cues")
    target, noun, subject, listed = cues["target"], cues["noun"], cues["subject"], cues["list"]
    never = "".join(f"(?!{re.escape(word)})" for word in target["never"])
    after = r"(?:后|之后|以后)"
    verbs = list(rows("figure_verbs"))
    kinds = {row["word"]: row["kind"] for row in rows("figure_kinds")}
    vocabulary = {*kinds, *names, *(row["word"] for row in verbs), *noun["heads"]}
    return FigureWords(
        verbs={row["word"]: row["role"] for row in verbs},
        verb_nouns={row["word"]: row["noun"] for row in verbs if row["noun"]},
        kinds=kinds,
        vocabulary=tuple(sorted(word for word in vocabulary if len(word) > 1)),
        indicators=frozenset(names),
        bare=frozenset(row["word"] for row in indicators if row["bare"]),
        counts=frozenset(row["word"] for row in indicators if row["count"]),
        indicator_end_re=_any(names, after=r"\Z"),
        areas_re=_any((row["word"] for row in indicators if row["area"]), after=r"\Z"),
        target_re=_any(target["before"], before=never),
        capable=frozenset(target["capable"]),
        daring=frozenset(target["daring"]),
        target_after_re=_any(target["after"], after=after),
        actual_re=_any(cues["actual"]["cues"]),
        mark_re=_any(
            [
                *target["before"],
                *target["daring"],
                *cues["actual"]["cues"],
                "将",
                "可",
                "能",
                "计划",
                "目标",
                "实际",
                "了",
            ],
            after="|.*后\\Z",
        ),
        growth_re=_any(cues["growth"]["cues"]),
        upto=frozenset(cues["qualifier"]["upto"]),
        atleast=frozenset(cues["qualifier"]["atleast"]),
        rates=frozenset(cues["rate"]["words"]),
        classifiers=frozenset(cues["gate"]["classifiers"]),
        actors=frozenset(cues["gate"]["actors"]),
        times=frozenset(cues["gate"]["times"]),
        specifications=frozenset(cues["gate"]["specifications"]),
        counted=frozenset(cues["gate"]["counted"]),
        rewards=_any(cues["reward"]["verbs"]),
        duration_before=_any(cues["duration"]["before"]),
        duration_after=_any(cues["duration"]["after"]),
        rank_verbs=frozenset(cues["rank"]["cues"]),
        rank_fields=frozenset(cues["rank"]["fields"]),
        paired=frozenset(listed["paired"]),
        among=frozenset(listed["among"]),
        owners=frozenset(noun["owners"]),
        adjectival=tuple(noun["adjectival"]),
        head_ends=tuple(noun["heads"]),
        attributes=frozenset(noun["attributes"]),
        organisation_re=_any(subject["organisations"], after=r"\Z"),
        short_name_re=_any(subject["short_names"], before=_short(subject["generic"]), after=r"\Z"),
        public_re=_any(subject["public"], after=r"\Z"),
        thing_re=_any(subject["things"], after=r"\Z"),
        company=frozenset(subject["company"]),
        project=frozenset(subject["project"]),
        zone=frozenset(subject["zone"]),
        saying=frozenset(subject["saying"]),
    )
