"""A zone (功能区): a development zone under its one canonical name."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ZoneType(StrEnum):
    """The kinds of zone that the press speaks of."""

    FREE_TRADE = "自贸试验区"
    FREE_TRADE_AREA = "自贸片区"
    HIGH_TECH = "高新区"
    ECONOMIC = "经开区"
    BONDED = "综保区"
    NEW_AREA = "新区"
    PARK = "园区"
    OTHER = "其他"


class Zone(Struct, frozen=True, gc=False):
    """A development zone.

    `name` is canonical: province or city as the press commonly says it and the short type (德阳高新区,
    上海自贸区临港新片区). `level` is 国家级, 省级 or empty; `parent` is the canonical name of the zone that it
    lies in, or empty; `known` is False for a zone that no table lists and grammar found.
    """

    name: str
    official: str
    type: ZoneType
    level: str
    province: str
    city: str
    parent: str
    aliases: tuple[str, ...]
    known: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, the canonical first."""
        return tuple(name for name in (self.name, self.official, *self.aliases) if name)

    def named_in(self, words: str) -> bool:
        """Whether words call it by one of its names."""
        return any(name in words for name in self.names)
