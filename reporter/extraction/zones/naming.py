"""Names for zones that no table lists.

In: what the page calls a zone, and the zone that it stands in, if any. Out: a `Zone` under its canonical name, with
what the places in its name tell.

    湖南省新田县工业园区 → 新田县工业园区 (湖南, 永州)         北京经开区 + 信创园 → 北京经开区信创园
    云杉岭高新区 → 云杉岭高新区 (place unknown)                河北香河经济技术开发区 → 香河经开区 (廊坊)
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.lexicon.places import Place
from reporter.lexicon.zones import OFFICIAL, Gazetteer, ZoneWord
from reporter.model import Zone, ZoneType

SIGNS = re.compile(
    "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台中]"
    "[京津冀晋蒙辽沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁港澳台新德日韩法以意俄](?=[合协产经])"
)
"""Two provinces or countries by their signs open a name of its own: 粤澳合作产业园."""

FORMS = "岭滩河湖湾坪塬洲口岛峰坡泉沟坝堰渡荡关溪井山塘"
"""Signs that end the name of a landform, which is a name of its own."""


def leading_places(core: str, gazetteer: Gazetteer) -> tuple[list[Place], int]:
    """The places that a name begins with, from large to small, and where they end."""
    found: list[Place] = []
    at = 0
    while name := gazetteer.places.starting(core, at, len(core)):
        last = found[-1] if found else None
        province = last.province if last else ""
        city = last.name if last and last.level == "city" else ""
        place = gazetteer.places.one(name, province, city) or gazetteer.places.one(name, province)
        if place is None:
            break
        found.append(place)
        at += len(name)
    return found, at


_QUARTERS = frozenset(
    ["城东", "城西", "城南", "城北", "城中", "城区", "城关", "新城", "老城", "江北", "江南", "河东", "河西"]
)
"""Quarters that many towns have, and one or two towns a district of that name."""


def derive(core: str, word: ZoneWord, gazetteer: Gazetteer, parent: Zone | None = None, inside: str = "") -> Zone:
    """The zone `core` + `word`, which no table lists; `inside` is its name within `parent` (信创园)."""
    places, end = leading_places(core, gazetteer)
    if parent is not None and inside and parent.name.endswith(inside):
        return parent  # 赣江新区中医药科创城|中医药科创城
    if parent is not None:
        near = places and places[0].province in ("", *parent.province.split("、"))
        own = (near and places[0].level != "county") or SIGNS.match(inside)  # but 襄阳高新区|深圳工业园
        name = inside if own else parent.name + inside
        if word.type is ZoneType.FREE_TRADE_AREA:
            name = parent.name + core + word.short
        return Zone(name, "", word.type, "", parent.province, parent.city, parent.name, (), known=False)
    if places and places[0].level == "county" and len({p.province for p in gazetteer.places.named(places[0].name)}) > 1:
        places = []  # 滨海, 朝阳: which one is not said
    if places and places[0].level == "county" and places[0].name in _QUARTERS:
        places = []  # 城北光学产业园 of any town
    if places and places[0].level == "county" and end < len(core) and core[end] in FORMS:
        places = []  # 清水|塘工业区 is not of Qingshui
    name = core
    cut = _province_length(core, places[0]) if places and places[0].level == "province" else len(core)
    if len(core) > cut and core[cut] != "·":  # 北京·某产业园 is one name
        name = core[cut:]
    if word.tier == "A" and end == len(core) and name.endswith("市") and len(name) > 2:
        name = name[:-1]
    province = places[0].province if places else ""
    cities = [place.city or place.name for place in places if place.level != "province"]
    return Zone(name + _closing(word), "", word.type, "", province, cities[0] if cities else "", "", (), known=False)


def _closing(word: ZoneWord) -> str:
    """How the canonical name says what kind of zone it is; in short for a zone that articles also print in full."""
    shortened = word.type in (ZoneType.FREE_TRADE, ZoneType.FREE_TRADE_AREA) or word.word in OFFICIAL.values()
    return word.short if shortened else word.word


def _province_length(core: str, province: Place) -> int:
    return len(province.full) if core.startswith(province.full) else len(province.name)


def district(places: list[Place]) -> Zone:
    """An urban district or a county as a zone of its own: 桂林市七星区, 新昌县."""
    county = places[-1]
    urban = county.full.endswith("区") and county.city and county.city != county.province
    name = f"{county.city}市{county.full}" if urban else county.full
    return Zone(name, county.full, ZoneType.OTHER, "", county.province, county.city, "", (), known=True)


def describe(name: str, gazetteer: Gazetteer) -> Zone:
    """The zone of this name: from the tables, or as far as its name tells.

    A name inside another zone's (`香河经开区机器人小镇`) gets that zone as its parent.
    """
    known = gazetteer.find(name)
    if known is not None:
        return known
    core, word = gazetteer.split(name)
    if word is None:
        return Zone(name, "", ZoneType.OTHER, "", "", "", "", (), known=False)
    for end in range(len(core), 1, -1):
        outer, outer_word = gazetteer.split(core[:end])
        if outer_word is not None and outer_word.tier == "A" and outer:
            parent = describe(core[:end], gazetteer)
            return replace(derive(core, word, gazetteer, parent, name[end:]), name=name)
    return derive(core, word, gazetteer)
