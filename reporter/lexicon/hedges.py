"""Hedges: 近, 逾, 约 before a number, 以上, 左右 behind it.

In: `tables/hedges.csv`. Out: `Hedges`, which finds the hedge that ends or begins at a place of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporter.lexicon import table
from reporter.model import Qualifier


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that says how exactly a number is meant.

    `side` is left, right or far (a verb stands between it and the number); `not_after` are the characters beside
    it with which it is part of another word: 约 after 签 is none.
    """

    printed: str
    side: str
    qualifier: Qualifier
    not_after: str = ""


class Hedges:
    """All hedges by side."""

    def __init__(self, hedges: Iterable[Hedge]) -> None:
        self._by: dict[str, dict[str, Hedge]] = {"left": {}, "right": {}, "far": {}}
        for hedge in hedges:
            self._by[hedge.side][hedge.printed] = hedge
        self._longest = {side: max((len(p) for p in by), default=0) for side, by in self._by.items()}
        self._right_first = {printed[0] for printed in self._by["right"]}
        self._left_last = {printed[-1] for printed in self._by["left"]}

    def before(self, text: str, end: int) -> Hedge | None:
        """The longest left hedge that ends at `end`."""
        if end < 1 or text[end - 1] not in self._left_last:
            return None
        for length in range(min(self._longest["left"], end), 0, -1):
            hedge = self._by["left"].get(text[end - length : end])
            if hedge is not None:
                before = text[end - length - 1 : end - length] if end > length else ""
                return None if before and before in hedge.not_after else hedge
        return None

    def after(self, text: str, start: int) -> Hedge | None:
        """The longest right hedge that begins at `start`."""
        if text[start : start + 1] not in self._right_first:
            return None
        for length in range(self._longest["right"], 0, -1):
            hedge = self._by["right"].get(text[start : start + length])
            if hedge is not None:
                behind = text[start + length : start + length + 1]
                return None if behind and behind in hedge.not_after else hedge
        return None

    def far(self, before: str) -> Hedge | None:
        """The hedge in `before`, the few words before a number, that stands nearest to it (最高奖励 → 最高)."""
        found = [(before.rfind(printed), hedge) for printed, hedge in self._by["far"].items()]
        at, hedge = max(found, key=lambda pair: pair[0], default=(-1, None))
        return hedge if at >= 0 else None


def load() -> Hedges:
    """The shipped hedges."""
    return Hedges(
        Hedge(row["printed"], row["side"], Qualifier(row["qualifier"]), row["not_after"])
        for row in table.rows("hedges")
    )
