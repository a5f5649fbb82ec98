"""Which words ask for which others behind them in a clause (`tables/collocations.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reporter.lexicon.table import rows


@dataclass(frozen=True, slots=True)
class Collocations:
    """By the numbers of their rows: `before` tells those of a word that asks, `behind` those of a word that answers."""

    before: dict[str, frozenset[int]]
    behind: dict[str, frozenset[int]]


@cache
def collocations() -> Collocations:
    """The table, read once."""
    sides: dict[str, dict[str, set[int]]] = {"before": {}, "behind": {}}
    for number, row in enumerate(rows("collocations")):
        for side, words in sides.items():
            for word in row[side].split():
                words.setdefault(word, set()).add(number)
    before, behind = ({word: frozenset(found) for word, found in words.items()} for words in sides.values())
    return Collocations(before, behind)
