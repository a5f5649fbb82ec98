"""What is counted in which units (`tables/counted.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reporter.lexicon.table import rows


@dataclass(frozen=True, slots=True)
class Counted:
    """Groups of units by their numbers: `groups` tells those of a unit, `words` those of a word for what is counted."""

    groups: dict[str, frozenset[int]]
    words: dict[str, frozenset[int]]


@cache
def counted() -> Counted:
    """The table, read once."""
    groups: dict[str, set[int]] = {}
    words: dict[str, set[int]] = {}
    for number, row in enumerate(rows("counted")):
        for unit in row["units"].split():
            groups.setdefault(unit, set()).add(number)
        for word in row["words"].split():
            words.setdefault(word, set()).add(number)
    return Counted(
        {unit: frozenset(numbers) for unit, numbers in groups.items()},
        {word: frozenset(numbers) for word, numbers in words.items()},
    )
