"""The words around a number that decide what it is.

In: `tables/senses.toml`. Out: `Senses`, its lists by subject, ready for `str.endswith` and regular expressions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reporter.lexicon import table


@dataclass(frozen=True, slots=True)
class DurationCues:
    """Words that tell a measured duration (耗时15分钟) from a span of time (近三年), a manner or a name."""

    measured_before: tuple[str, ...]
    measured_after: tuple[str, ...]
    done_after: tuple[str, ...]
    span_before: tuple[str, ...]
    often_before: tuple[str, ...]
    round_the_clock: tuple[str, ...]
    circles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankCues:
    """Words that tell a rank (居全国第3位, 跻身50强) from an ordinal or a name."""

    before: tuple[str, ...]
    strong_before: tuple[str, ...]
    listed_before: tuple[str, ...]
    place_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueCues:
    """Words that make digits without a unit a figure, an amount of money or a name, and those behind a far hedge."""

    before: tuple[str, ...]
    weak_before: tuple[str, ...]
    code_before: tuple[str, ...]
    money_before: tuple[str, ...]
    name_after: str
    far_between: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountCues:
    """Words that tell what Chinese numerals count from what they only mention."""

    great: tuple[str, ...]
    abstract: tuple[str, ...]
    named_already: str


@dataclass(frozen=True, slots=True)
class UnitCues:
    """Words that decide between the meanings of a unit: 度, 方, K."""

    electric: tuple[str, ...]
    water: tuple[str, ...]
    screen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeCues:
    """Words that say that a time is still to come."""

    intent_before: tuple[str, ...]
    intent_after: tuple[str, ...]
    stage_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Senses:
    """All cues by subject."""

    duration: DurationCues
    rank: RankCues
    value: ValueCues
    count: CountCues
    unit: UnitCues
    time: TimeCues


def load() -> Senses:
    """The shipped cues."""
    found = {name: _tuples(lists) for name, lists in table.section("senses").items()}
    return Senses(
        DurationCues(**found["duration"]),
        RankCues(**found["rank"]),
        ValueCues(**found["value"]),
        CountCues(**found["count"]),
        UnitCues(**found["unit"]),
        TimeCues(**found["time"]),
    )


def _tuples(lists: dict[str, Any]) -> dict[str, Any]:
    return {key: value if isinstance(value, str) else tuple(value) for key, value in lists.items()}
