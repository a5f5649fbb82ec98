"""The tables: what a domain person knows, apart from the grammar that uses it.

A `Lexicon` is made once per run from the shipped tables and the user's own words. Each subject has a module of
its own that turns its table into a typed object; the properties below load it at first use, so that a command
which needs no zones reads no zones.
"""

from __future__ import annotations

from functools import cached_property

from reporter.config.words import UserWords
from reporter.lexicon import hedges, nonfigures, places, senses, times, units, words, zone_cues, zones


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

    @cached_property
    def places(self) -> places.Places:
        """Provinces, prefectures and counties."""
        return places.load()

    @cached_property
    def zones(self) -> zones.Gazetteer:
        """The gazetteer of zones, the user's own among them."""
        return zones.load(self.user.zones, self.places)

    @cached_property
    def zone_cues(self) -> zone_cues.ZoneCues:
        """Words around a zone's name that decide what the name does in its sentence."""
        return zone_cues.load()

    @cached_property
    def units(self) -> units.Units:
        """Units as printed and what they are told in, the user's own among them."""
        return units.load(self.user)

    @cached_property
    def hedges(self) -> hedges.Hedges:
        """Words that say how exactly a number is meant: 近, 逾, 约, 以上."""
        return hedges.load()

    @cached_property
    def nonfigures(self) -> nonfigures.NonFigures:
        """Idioms, schemes and names that have a numeral in them: 千家万户, 五位一体."""
        return nonfigures.load()

    @cached_property
    def senses(self) -> senses.Senses:
        """Words around a number that decide what it is."""
        return senses.load()

    @cached_property
    def times(self) -> times.Times:
        """Time words without a number: 今年, 截至目前, 去年同期."""
        return times.load()


def load(user: UserWords | None = None) -> Lexicon:
    """The lexicon with the user's own words on top of the shipped tables."""
    return Lexicon(user)
