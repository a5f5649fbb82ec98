"""The domain dictionary: words of the press on development zones that the general dictionary does not have.

In: `tables/words.csv` (word, tag) and the user's own words. Out: `DomainWord`s for `reporter.language.words`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.config.words import UserWords
from reporter.lexicon import table

FREQUENCY = 20_000
"""How often a domain word is taken to occur in the 60 million words of the dictionary: enough to hold together."""


@dataclass(frozen=True, slots=True)
class DomainWord:
    """A word with its part of speech in jieba's tags (n, nt, nz, v, l)."""

    text: str
    tag: str = "n"
    frequency: int = FREQUENCY


def load(user: UserWords) -> tuple[DomainWord, ...]:
    """The shipped words and the user's, each once, in the order of the table."""
    words = {row["word"]: DomainWord(row["word"], row["tag"] or "n") for row in table.rows("words")}
    for word in user.words:
        words.setdefault(word, DomainWord(word))
    return tuple(words.values())
