"""The few questions that reading asks of the dictionary: words, their frequency, whether a word stands on its own.

This is the seam to the segmenter; nothing else in the room knows which one it is.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from reporter.lexicon import table
from reporter.lexicon.counted import counted

_INDICATOR = 300
CORPUS = 60_000_000
"""Tokens that the dictionary's frequencies were counted in."""


@cache
def _jieba() -> Any:
    import rjieba  # noqa: PLC0415  (a dictionary is loaded with it)

    return rjieba.Jieba()


def cut(text: str) -> list[str]:
    """The words of a text, unknown names guessed."""
    return _jieba().cut(text)  # type: ignore[no-any-return]


@lru_cache(maxsize=50_000)
def is_word(text: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(_jieba().has_word(text))


@lru_cache(maxsize=50_000)
def frequency(word: str) -> int:
    """How often the dictionary's corpus has the word; 0 for one that it lacks.

    Names of indicators (货值) are commoner in the press about zones than in that corpus.
    """
    known = int(_jieba().suggest_freq(word)) if is_word(word) else 0
    return max(known, _INDICATOR) if is_indicator(word) else known


def is_indicator(word: str) -> bool:
    """Whether a word names what numbers measure, what they count, or a unit: 货值, 班列, 标箱."""
    return word in _indicators()


@cache
def _indicators() -> frozenset[str]:
    counts = counted()
    told = (row["word"] for row in table.rows("indicators"))
    return frozenset(word for word in (*told, *counts.words, *counts.groups) if len(word) > 1)


@lru_cache(maxsize=50_000)
def part_of_speech(word: str) -> str:
    """The dictionary's tag for a single word (`n`, `nr`, `v` …)."""
    tagged = _jieba().tag(word)
    return str(tagged[0][1]) if len(tagged) == 1 else "x"


@lru_cache(maxsize=4_096)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with their classes."""
    return tuple((word, tag) for word, tag in _jieba().tag(text))
