"""The tables of zones and places: whole, and true to one another."""

from __future__ import annotations

from collections import Counter

import pytest

from reporter import lexicon
from reporter.lexicon import table
from reporter.model import ZoneType

LEXICON = lexicon.load()
TABLES = ("zones_hightech", "zones_economic", "zones_freetrade", "zones_bonded", "zones_other")


def test_a_zone_stands_in_one_row() -> None:
    names = Counter(row["name"] for name in TABLES for row in table.rows(name))
    assert [name for name, count in names.items() if count > 1] == []


def test_parents_are_zones_of_the_tables() -> None:
    known = {zone.name for zone in LEXICON.zones.zones}
    assert {zone.parent for zone in LEXICON.zones.zones} - known == {""}


def test_provinces_and_cities_are_places() -> None:
    for zone in LEXICON.zones.zones:
        for name in (*zone.province.split("、"), *zone.city.split("、")):
            assert not name or LEXICON.places.named(name) or name in ("雄安", "红河", "德宏"), (zone.name, name)


def test_no_alias_means_two_zones() -> None:
    owners: dict[str, str] = {}
    for zone in LEXICON.zones.zones:
        for name in (zone.name, zone.official, *zone.aliases):
            assert owners.setdefault(name, zone.name) == zone.name, name


def test_every_name_of_a_zone_finds_it() -> None:
    for zone in LEXICON.zones.zones:
        for name in filter(None, (zone.name, zone.official, *zone.aliases)):
            found = LEXICON.zones.find(name)
            assert found is not None, name
            assert found.name == zone.name, name


@pytest.mark.parametrize(
    ("kind", "level", "least"),
    [
        (ZoneType.HIGH_TECH, "国家级", 175),
        (ZoneType.ECONOMIC, "国家级", 225),
        (ZoneType.BONDED, "国家级", 165),
        (ZoneType.FREE_TRADE, "国家级", 22),
        (ZoneType.FREE_TRADE_AREA, "国家级", 66),
        (ZoneType.NEW_AREA, "国家级", 19),
    ],
)
def test_classes_are_complete(kind: ZoneType, level: str, least: int) -> None:
    assert sum(zone.type is kind and zone.level == level for zone in LEXICON.zones.zones) >= least


@pytest.mark.parametrize(
    ("name", "full", "level", "province", "city"),
    [
        ("广西", "广西壮族自治区", "province", "广西", ""),
        ("红河哈尼族彝族自治州", "红河哈尼族彝族自治州", "city", "云南", ""),
        ("七星区", "七星区", "county", "广西", "桂林"),
        ("香河", "香河县", "county", "河北", "廊坊"),
        ("赵县", "赵县", "county", "河北", "石家庄"),
        ("大厂", "大厂回族自治县", "county", "河北", "廊坊"),
        ("石河子", "石河子市", "county", "新疆", ""),
    ],
)
def test_places(name: str, full: str, level: str, province: str, city: str) -> None:
    place = LEXICON.places.one(name, province)
    assert place is not None
    assert (place.full, place.level, place.province, place.city) == (full, level, province, city)


def test_there_are_all_prefectures_and_counties() -> None:
    levels = Counter(place.level for place in LEXICON.places)
    assert levels["province"] == 34
    assert levels["city"] == 333  # 293 cities, 30 autonomous prefectures, 7 regions, 3 leagues
    assert levels["county"] > 2800
