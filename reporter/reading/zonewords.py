"""Which development zones a block names, as far as its surface shows: enough to see that two blocks speak of two zones.

在东泽高新区的创新大道上…           东泽高新区
铁山经济技术开发区的循环经济产业园…    铁山经开区
目前，高新区已集聚…                 nothing: it may be any
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

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
    "空港新区": "新区",
    "新区": "新区",
}
_NAMED = re.compile("([\u4e00-\u9fff]{2})(?<!高)(" + "|".join(sorted(_TYPES, key=len, reverse=True)) + ")")
_NO_NAME = re.compile("[级省市个家的各该本在为和与及是由从到将使让向对年月日区县国有新]")


def zones_named(text: str) -> frozenset[str]:
    """The zones of a text by two characters of their name and their type."""
    return frozenset(match[1] + _TYPES[match[2]] for match in _NAMED.finditer(text) if _could_be_a_place(match[1]))


def zones_claimed(heads: Sequence[str], texts: Sequence[str]) -> list[frozenset[str]]:
    """For each text the zones that it names, of those that a headline of the page claims for its article.

    江苏云锦高新区： makes 云锦高新区 a zone though 云锦 is a word; and 在云锦，… then names it too, where no other
    headline's zone shares the name.
    """
    claimed = {match[1] + _TYPES[match[2]]: match[1] for text in heads for match in _NAMED.finditer(text)}
    claimed = {zone: name for zone, name in claimed.items() if not _NO_NAME.search(name)}
    names = Counter(claimed.values())
    alone = {name: zone for zone, name in claimed.items() if names[name] == 1 and not words.is_word(name)}
    found = []
    for text in texts:
        zones = {match[1] + _TYPES[match[2]] for match in _NAMED.finditer(text)} & claimed.keys()
        found.append(frozenset(zones | {zone for name, zone in alone.items() if name in text}))
    return found


def _could_be_a_place(name: str) -> bool:
    if _NO_NAME.search(name):
        return False
    return not words.is_word(name) or words.part_of_speech(name).startswith("ns")
