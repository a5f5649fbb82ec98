"""Time words without a number: 今年, 截至目前, 去年同期, 近年来.

In: `tables/times.csv`. Out: `Times`, which finds the longest time word at a place of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporter.lexicon import table


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time word: `value` as in the table's heading; `part` where a month or a quarter may follow (去年7月)."""

    text: str
    value: str
    cumulative: bool
    future: bool
    part: bool


class Times:
    """All time words, longest first at each first two characters."""

    def __init__(self, words: Iterable[TimeWord]) -> None:
        self._by: dict[str, list[TimeWord]] = {}
        for word in sorted(words, key=lambda w: (-len(w.text), w.text)):
            self._by.setdefault(word.text[:2], []).append(word)

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The first two characters of every word, sorted: what a scan looks for."""
        return tuple(sorted(self._by))

    def at(self, text: str, start: int) -> TimeWord | None:
        """The longest time word that begins at `start`."""
        for word in self._by.get(text[start : start + 2], ()):
            if text.startswith(word.text, start):
                return word
        return None


def load() -> Times:
    """The shipped time words."""
    return Times(
        TimeWord(
            row["word"], row["value"], "cumulative" in row["flags"], "future" in row["flags"], row["part"] == "yes"
        )
        for row in table.rows("times")
    )
