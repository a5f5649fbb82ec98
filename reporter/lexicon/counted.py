"""What is counted in which units (`tables/counted.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reporter.lexicon.table import word_rows


@dataclass(frozen=True, slots=True)
class Counted:
    """Groups of units by their numbers: `groups` tells those of a unit, `words` those of a word for what is counted."""

    groups: dict[str, frozenset[int]]
    words: dict[str, frozenset[int]]


@cache
def counted() -> Counted:
    """The table, read once."""
    return Counted(word_rows("counted", "units"), word_rows("counted", "words"))
