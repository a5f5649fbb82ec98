"""Which words follow which in press prose (`tables/following.csv`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reporter.lexicon import table


@dataclass(frozen=True, slots=True)
class Following:
    """How often each word or class was seen, and how much likelier than chance two or three in a row are."""

    seen: Mapping[str, int]
    pairs: Mapping[tuple[str, str], float]
    two_before: Mapping[tuple[str, str, str], float]  # the cut is behind the second
    two_behind: Mapping[tuple[str, str, str], float]  # the cut is behind the first
    total: int


@cache
def following() -> Following:
    """The table."""
    seen: dict[str, int] = {}
    pairs: dict[tuple[str, str], float] = {}
    two_before: dict[tuple[str, str, str], float] = {}
    two_behind: dict[tuple[str, str, str], float] = {}
    for before, after, weight in table.plain_rows("following"):
        if not after:
            seen[before] = int(weight)
        elif " " in before:
            first, second = before.split(" ")
            two_before[first, second, after] = float(weight)
        elif " " in after:
            first, second = after.split(" ")
            two_behind[before, first, second] = float(weight)
        else:
            pairs[before, after] = float(weight)
    return Following(seen, pairs, two_before, two_behind, sum(seen.values()))
