"""Which words ask for which others behind them in a clause (`tables/collocations.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reporter.lexicon.table import word_rows


@dataclass(frozen=True, slots=True)
class Collocations:
    """By the numbers of their rows: `before` tells those of a word that asks, `behind` those of a word that answers."""

    before: dict[str, frozenset[int]]
    behind: dict[str, frozenset[int]]


@cache
def collocations() -> Collocations:
    """The table, read once."""
    return Collocations(word_rows("collocations", "before"), word_rows("collocations", "behind"))
