"""Non-figures: idioms, schemes and names that have a numeral in them.

In: `tables/nonfigures.csv`. Out: `NonFigures`, which finds the one that stands around a numeral of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reporter.lexicon import table

_NUMERAL = re.compile(r"[0-9〇零一二两三四五六七八九十百千万亿]")


@dataclass(frozen=True, slots=True)
class NonFigure:
    """A set phrase: `kind` is idiom or name; `at` is where its first numeral stands (最多跑一次 → 3)."""

    text: str
    kind: str
    at: int


class NonFigures:
    """All of them by first numeral, longest first."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        by: dict[str, list[NonFigure]] = {}
        for text, kind in phrases:
            match = _NUMERAL.search(text)
            at = match.start() if match else 0
            by.setdefault(text[at : at + 2], []).append(NonFigure(text, kind, at))
        self._by = {key: sorted(group, key=lambda n: (-len(n.text), n.text)) for key, group in by.items()}

    def around(self, text: str, numeral: int) -> NonFigure | None:
        """The longest phrase whose first numeral is the one at `numeral`."""
        for phrase in self._by.get(text[numeral : numeral + 2], ()):
            if numeral >= phrase.at and text.startswith(phrase.text, numeral - phrase.at):
                return phrase
        return None


def load() -> NonFigures:
    """The shipped phrases."""
    return NonFigures((row["text"], row["kind"]) for row in table.rows("nonfigures"))
