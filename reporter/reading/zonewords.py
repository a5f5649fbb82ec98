"""Which development zones a block names, as far as its surface shows: enough to see that two blocks speak of two zones.

在东泽高新区的创新大道上…           东泽高新区
铁山经济技术开发区的循环经济产业园…    铁山经开区
目前，高新区已集聚…                 nothing: it may be any
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.places import load as places
from reporter.lexicon.zones import closing_words, short_names
from reporter.reading import words

# The types of zone, each under the short name that the press uses.
_TYPES = {
    "自由贸易试验区": "自贸区",
    "自贸试验区": "自贸区",
    "自贸区": "自贸区",
    "自贸港": "自贸港",
    "自贸片区": "自贸片区",
    "高新技术产业开发区": "高新区",
    "高新区": "高新区",
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "经开区": "经开区",
    "综合保税区": "综保区",
    "综保区": "综保区",
    "保税港区": "保税港区",
    "工业园区": "园区",
    "医药园区": "园区",
    "开发区": "开发区",
    "产业园区": "园区",
    "科技园区": "园区",
    "产业园": "园区",
    "科技园": "园区",
    "工业园": "园区",
    "示范区": "示范区",
    "合作区": "合作区",
    "片区": "片区",
    "经济综合实验区": "实验区",
    "综合实验区": "实验区",
    "实验区": "实验区",
    "空港新区": "新区",
    "新区": "新区",
}
_ANY_TYPE = "|".join(sorted(_TYPES, key=len, reverse=True))
_NAMED = re.compile("([\u4e00-\u9fff]{2})(?<!高)(" + _ANY_TYPE + ")")
_KIND = re.compile(_ANY_TYPE)
_CALLS = re.compile("(?:^|[，。；：“])(?:该|本|整个|放眼)?(" + _ANY_TYPE + ")(?!域)")
_PASSING = re.compile(
    "(?:从|与|同|跟|来自|赴|比|像|除了?|包括|相距|距离?|毗邻|邻近|紧邻|学习|对标|借鉴|复制到|推广到|向)[^，。；：！？“”的]{0,16}$"
)
"""从|某工业园区、某高新区|采购, 与|某新区|相比: zones named in passing are not what a text is about."""
_TWO = 2
_KINDS = frozenset({"自贸区", "自贸港", "高新区", "经开区", "综保区", "保税港区", "新区", "片区"})
"""The kinds by which an article calls its zone; a park or a base may be any."""
_LABEL = re.compile("([\u4e00-\u9fff]{2,6}?)(" + _ANY_TYPE + ")[：:](?=.)")
_CALLED_SHORT = frozenset({"高新区", "经开区"})
"""哈经开区: a zone by the first character of its place, as who knows it calls it."""
_FIRST_WORDS = 90
_NEAR_PLACE = 8
"""So many characters before the type of a zone its place may begin."""
_USUAL = 500
"""A district's name that the dictionary has this often is a word of its own: 和平, 新城."""
_NO_NAME = re.compile("[级省市个家的各该本在为和与及是由从到将使让向对年月日区县国有新]")


def introduces(text: str) -> bool:
    """Whether a text begins by naming a zone with its province, as first paragraphs do: 走进陕西宝鸡高新区…."""
    return bool(_introduction().search(text[:_FIRST_WORDS]))


@cache
def _introduction() -> re.Pattern[str]:
    provinces = "|".join(place.name for place in places() if place.level == "province")
    return re.compile(f"(?:{provinces})(?:省|市|自治区|壮族自治区)?[\u4e00-\u9fff]{{2,8}}?(?:{'|'.join(_TYPES)})")


_IN_FULL = re.compile("(?<!国家级)(?<!省级)(?:经济技术开发区|高新技术产业开发区|综合保税区|自由贸易试验区|自由贸易港)")


def named_in_full(text: str) -> bool:
    """Whether a text begins by naming a zone with all its words, as what opens an article does: later it is 经开区."""
    return _IN_FULL.search(text, 0, _FIRST_WORDS) is not None


def zone_label(text: str) -> tuple[str, str] | None:
    """The zone with which a headline or subhead is labelled, by name and kind: 甲新区：……; None where by none."""
    match = _LABEL.match(text)
    return (match[1], _TYPES[match[2]]) if match else None


def kinds_called(text: str) -> frozenset[str]:
    """The kinds of zone that a text speaks of; an article calls its zone by its kind: 综保区 goes with 综合保税区."""
    kinds = (_TYPES[match[0]] for match in _KIND.finditer(text) if not _PASSING.search(text, 0, match.start()))
    return frozenset(kinds) & _KINDS


def zones_named(text: str) -> frozenset[str]:
    """The zones of a text by two characters of their name and their type."""
    return frozenset(
        match[1] + _TYPES[match[2]]
        for match in _NAMED.finditer(text)
        if _could_be_a_place(match[1]) and not _PASSING.search(text, 0, match.start())
    )


def heads_claimed(heads: Sequence[str], texts: Sequence[str]) -> list[frozenset[int]]:
    """For each text the headlines, by their numbers, whose zone or place it names.

    江苏云锦高新区： makes 云锦高新区 its zone though 云锦 is a word; and 在云锦，… then speaks of it too, where no
    other headline has the name. 山东潍坊高新区 makes 潍坊 its place, and 潍坊市… speaks of it, as do firms of 山东.
    """
    names: dict[str, set[int]] = {}
    provinces: dict[str, set[int]] = {}
    for number, head in enumerate(heads):
        called = [match for match in _NAMED.finditer(head) if not _NO_NAME.search(match[1])]
        for name in {match[1] + _TYPES[match[2]] for match in called}:
            names.setdefault(name, set()).add(number)
        for name in (
            {match[1] for match in called if _could_be_a_place(match[1])} | _places_in(head) | _short_names(head)
        ):
            names.setdefault(name, set()).add(number)
        for match in _KIND.finditer(head):
            kind = _TYPES[match[0]]
            if kind in _CALLED_SHORT and (place := _place_before(head, match.start())):
                names.setdefault(place[0] + kind, set()).add(number)
        for province in _provinces_of(head):
            provinces.setdefault(province, set()).add(number)
    kinds = _kinds_alone(heads)
    alone = {name: owners for name, owners in names.items() if len(owners) == 1}
    alone = {part: owners for name, owners in alone.items() for part in _parts_of(name) if part not in alone} | alone
    found = []
    for text in texts:
        zones_here = {match[1] + _TYPES[match[2]] for match in _NAMED.finditer(text)}
        claimed = [names[zone] for zone in zones_here & names.keys()]
        claimed += [owners for name, owners in alone.items() if name in text]
        firms = {match[1] for match in _firm().finditer(text)} | _provinces_spoken_of(text)
        claimed += [owners for province, owners in provinces.items() if province in firms and len(owners) == 1]
        claimed = claimed or [{kinds[kind]} for kind in _kinds_spoken_of(text) & kinds.keys()]
        found.append(frozenset().union(*claimed))
    return found


def _kinds_alone(heads: Sequence[str]) -> dict[str, int]:
    """The headlines by a kind of zone that they alone name, on a page where each names one."""
    called = [kinds_called(head) for head in heads]
    if len(heads) < _TWO or not all(called):
        return {}
    return {kind: k for k, own in enumerate(called) for kind in own if sum(kind in other for other in called) == 1}


def _kinds_spoken_of(text: str) -> frozenset[str]:
    """The kinds by which clauses of a text call their zone: |综保区|今年给自己定的数是……."""
    return frozenset(_TYPES[match[1]] for match in _CALLS.finditer(text)) & _KINDS


def places_shown(texts: Sequence[str]) -> list[frozenset[str]]:
    """For each text the places it names, of those after which the page's zones are called: 淮安市, 淮安经开区 淮安."""
    known = {
        name
        for text in texts
        for match in _KIND.finditer(text)
        if (name := _place_before(text, match.start())) and not _PASSING.search(text, 0, match.start())
    }
    if not known:
        return [frozenset()] * len(texts)
    any_of = re.compile(one_of(known))
    return [frozenset(any_of.findall(text)) for text in texts]


def _place_before(text: str, end: int) -> str:
    """The city or county nearest before the type of a zone: 淮安 for 淮安涟水新区, if 涟水 were none."""
    for at in range(end - 2, max(-1, end - _NEAR_PLACE), -1):
        if name := _place_at(text[:end], at):
            return name
    return ""


def _places_in(head: str) -> set[str]:
    """The cities and counties that a headline names, by their short names."""
    return {place for at in range(len(head)) if (place := _place_at(head, at))}


def _short_names(head: str) -> set[str]:
    """What a headline calls zones by for short, or parks by their whole name: 光谷, 浦东软件园."""
    return {match[0] for match in _short().finditer(head) if not _NO_NAME.search(match[0])}


@cache
def _short() -> re.Pattern[str]:
    parks = [word for word in closing_words() if len(word) > _TWO and word not in _TYPES]
    return re.compile(f"[\u4e00-\u9fff]{{2}}{one_of(parks)}|{one_of(short_names())}")


def _provinces_of(head: str) -> set[str]:
    """The provinces of the places that a headline names."""
    found = (places().starting(head, at, len(head)) for at in range(len(head)))
    return {place.province for name in found if name for place in places().named(name)[:1]}


def _provinces_spoken_of(text: str) -> set[str]:
    """The provinces whose own offices, cities or ports a text speaks of: 西安海关, 咸阳机场, 山东省科技厅."""
    local, cities = _local()
    return {cities.get(match[1] or "", match[1] or match[2]) for match in local.finditer(text)}


@cache
def _local() -> tuple[re.Pattern[str], dict[str, str]]:
    """What is said of a city or a province that an article is from, and the province of each city."""
    cities = {p.name: p.province for p in places() if p.level == "city" and len(p.name) > 1}
    provinces = [place.name for place in places() if place.level == "province"]
    local = "海关|机场|口岸|港区|市[委政区]|市[\u4e00-\u9fff]{1,4}[局委]|铁路|税务|供电"
    office = "省[\u4e00-\u9fff]{1,5}[厅局委]|省[委政]|省内|省级|省?(?:首[个家座条批]|唯一|最[大早])"
    return re.compile(f"({one_of(cities)})(?:{local})|({one_of(provinces)})(?:{office})"), cities


@cache
def _firm() -> re.Pattern[str]:
    provinces = one_of(place.name for place in places() if place.level == "province")
    return re.compile(f"({provinces})[\u4e00-\u9fff（）]{{2,16}}?(?:有限|股份|公司|集团)")


def _place_at(head: str, at: int) -> str:
    name = places().starting(head, at, len(head))
    found = places().named(name) if name else ()
    return found[0].name if found and found[0].level != "province" and len(found[0].name) > 1 else ""


def _parts_of(city: str) -> tuple[str, ...]:
    """The districts and counties of a city by the names that no other place shares: 凭祥 for 崇左."""
    return _parts().get(city, ())


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for place in places():
        alone = len(place.name) > 1 and len(places().named(place.name)) == 1
        if place.city and alone and words.frequency(place.name) < _USUAL:
            found.setdefault(place.city, []).append(place.name)
    return {city: tuple(names) for city, names in found.items()}


def _could_be_a_place(name: str) -> bool:
    if _NO_NAME.search(name):
        return False
    return not words.is_word(name) or words.part_of_speech(name).startswith("ns")
