"""Which development zones a block names, as far as its surface shows: enough to see that two blocks speak of two zones.

在东泽高新区的创新大道上…           东泽高新区
铁山经济技术开发区的循环经济产业园…    铁山经开区
目前，高新区已集聚…                 nothing: it may be any
"""

from __future__ import annotations

import re

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
    "空港新区": "新区",
    "新区": "新区",
}
_NAMED = re.compile("([\u4e00-\u9fff]{2})(" + "|".join(sorted(_TYPES, key=len, reverse=True)) + ")")
_NO_NAME = re.compile("[级省市个家的各该本在为和与及是由从到将使让向对年月日区县国有新]")


def zones_named(text: str) -> frozenset[str]:
    """The zones of a text by two characters of their name and their type."""
    return frozenset(match[1] + _TYPES[match[2]] for match in _NAMED.finditer(text) if _could_be_a_place(match[1]))


def _could_be_a_place(name: str) -> bool:
    if _NO_NAME.search(name):
        return False
    return not words.is_word(name) or words.part_of_speech(name).startswith("ns")
