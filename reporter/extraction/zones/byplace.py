"""Zones that a report on several of one kind goes on to call by their places alone.

    烟台高新区排在第40位，|威海|、|泰安|则分列第22位和第53位
    云州自贸区的首创举措里，|南浦|贡献了75项，|东屿|、|北湾|则为38项和22项

In: the zones of an article. Out: each bare place with its zone, and where a text so calls them. A place alone is else
the town's: only a clause that begins with places of such zones, and ranks or counts them, tells of the zones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reporter.lexicon.places import Place, Places
from reporter.lexicon.zones import Gazetteer
from reporter.model import Zone, ZoneType

_KINDS = frozenset(
    (ZoneType.HIGH_TECH, ZoneType.ECONOMIC, ZoneType.BONDED, ZoneType.FREE_TRADE_AREA, ZoneType.NEW_AREA)
)
_TOLD = (
    "则?(?:分列|排在|位列|位居|居第|列第|排第|分别(?:列|居|排)|贡献了?(?=[0-9])|占了?(?=[0-9]+[项个件家]))"
    "|则(?:分别)?(?:为|是|有)(?=[0-9])"
)
_LONGEST = 4


def bare_places(zones: Iterable[Zone], gazetteer: Gazetteer) -> dict[str, Zone]:
    """The places by which zones of one kind can be told apart; empty where no kind has two."""
    named = {
        core.rpartition("自贸区")[2]: zone
        for zone in zones
        if zone.type in _KINDS and (core := gazetteer.split(zone.name)[0])
    }
    named = {name: zone for name, zone in named.items() if 1 < len(name) <= _LONGEST and gazetteer.places.named(name)}
    many = Counter(zone.type for zone in named.values())
    return {name: zone for name, zone in named.items() if many[zone.type] > 1}


def called_by_place(text: str, places: Mapping[str, Zone]) -> Iterator[tuple[int, int, Zone]]:
    """Where a clause begins with such places, and what it tells of them: start, end and zone of each."""
    if not any(name in text for name in places):
        return
    one = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    for row in re.finditer(rf"(?:(?<=[，。；：])|\A)(?:{one})(?:[、和与](?:{one}))*(?=(?:{_TOLD}))", text):
        for name in re.finditer(one, row.group()):
            yield row.start() + name.start(), row.start() + name.end(), places[name.group()]


def opening_place(places: Places, text: str, at: int, end: int) -> tuple[str, Place | None]:
    """The place that stands at `at` of a text, as printed, and the city behind a province: 江苏|苏州."""
    name = places.starting(text, at, end)
    place = places.named(name)[0] if name else None
    if place is not None and place.level == "province":
        city = places.starting(text, at + len(name), end)
        place = next((one for one in places.named(city) if one.province == place.name), place)
    return name, place


def trade_zones(zones: Iterable[Zone], place: Place) -> list[Zone]:
    """Those that are areas of a free trade zone in a city, else the free trade zones of its province."""
    there = [zone for zone in zones if zone.province == place.province]
    areas = [zone for zone in there if zone.type is ZoneType.FREE_TRADE_AREA and zone.city == place.name]
    return areas or [zone for zone in there if zone.type is ZoneType.FREE_TRADE]
