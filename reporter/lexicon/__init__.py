"""The tables: what a domain person knows, apart from the grammar that uses it.

A `Lexicon` is made once per run from the shipped tables and the user's own words. Each subject has a module of
its own that turns its table into a typed object; the properties below load it at first use, so that a command
which needs no zones reads no zones.
"""

from __future__ import annotations

from functools import cached_property

from reporter.config.words import UserWords
from reporter.lexicon import words


class Lexicon:
    """All tables, each loaded at first use.

    `user` holds the words that the user added in reporter.toml.
    """

    def __init__(self, user: UserWords | None = None) -> None:
        self.user = user or UserWords()

    @cached_property
    def words(self) -> tuple[words.DomainWord, ...]:
        """Words of the subject that the general dictionary lacks, the user's own among them."""
        return words.load(self.user)


def load(user: UserWords | None = None) -> Lexicon:
    """The lexicon with the user's own words on top of the shipped tables."""
    return Lexicon(user)
