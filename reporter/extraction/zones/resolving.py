"""Which zone a short form means: 园区, 高新区, 该区, 浦东.

In: a mention without a certain zone, and the zones in reach at its place. Out: the zone, or None.

A closing word means a zone whose name it can close: 高新区 a high-tech zone, 片区 an area of a free trade zone,
合作区 what is called so. Of several, the one that the text speaks of wins, then the section's, then the article's,
then the one named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reporter.extraction.zones.mention import MentionKind, ZoneMention
from reporter.lexicon.zones import closing_words
from reporter.model import Zone, ZoneType

_ANY = frozenset("园区 该区 我区 本区 全区 区内 园内 该园 该园区 辖区内 本园区 我园区 全园".split())  # noqa: SIM905
_SEVERAL = frozenset({"两区", "三区"})
_TYPES = {
    "片区": (ZoneType.FREE_TRADE_AREA,),
    "该片区": (ZoneType.FREE_TRADE_AREA,),
    "自贸片区": (ZoneType.FREE_TRADE_AREA,),
    "自贸区": (ZoneType.FREE_TRADE, ZoneType.FREE_TRADE_AREA),
    "自贸试验区": (ZoneType.FREE_TRADE, ZoneType.FREE_TRADE_AREA),
    "自由贸易试验区": (ZoneType.FREE_TRADE, ZoneType.FREE_TRADE_AREA),
    "高新区": (ZoneType.HIGH_TECH,),
    "高新技术产业开发区": (ZoneType.HIGH_TECH,),
    "经开区": (ZoneType.ECONOMIC,),
    "经济技术开发区": (ZoneType.ECONOMIC,),
    "经济开发区": (ZoneType.ECONOMIC,),
    "开发区": (ZoneType.ECONOMIC, ZoneType.HIGH_TECH),
    "综保区": (ZoneType.BONDED,),
    "综合保税区": (ZoneType.BONDED,),
    "保税区": (ZoneType.BONDED,),
    "保税港区": (ZoneType.BONDED,),
    "新区": (ZoneType.NEW_AREA,),
}
_LOOSE = frozenset(["片区", "该片区", "开发区", "保税区", "自贸区"])
"""Kinds that a report calls parts of a zone, or zones of other kinds, by."""
_ORGANISATION = re.compile(
    r"[^\W与和的及]{0,8}?(?:公司|集团|银行|中心|机场|大道|大厦|医院|大学|学院|广场|码头|股份|基金|海关|保险|人寿|证券|路\d|站)"
)


def fits(zone: Zone, word: str) -> bool:
    """Whether a closing word can mean a zone."""
    if word in _ANY:
        return True
    types = _TYPES.get(word)
    if types and zone.type in types:
        return True
    named = any(name.endswith(word) for name in (zone.name, zone.official, *zone.aliases))
    return named and not (word == "新区" and zone.type is ZoneType.HIGH_TECH)  # 高|新区


def is_kind(word: str) -> bool:
    """Whether a closing word tells what kind of zone is meant: 高新区, but not 园区."""
    return word in _TYPES


def is_foreign(mention: ZoneMention, start: int, on_page: dict[str, Zone]) -> bool:
    """Whether a sentence opens with a kind that no zone of its text is of: |新区|生产总值, where a 片区 is named."""
    strange = mention.kind is MentionKind.SHORT and mention.start == start
    strange = strange and mention.word in _TYPES and mention.word not in _LOOSE
    return strange and bool(on_page) and not any(fits(zone, mention.word) for zone in on_page.values())


def is_several(mention: ZoneMention) -> bool:
    """Whether a mention speaks of several zones at once: 两区, 三个片区."""
    areas = mention.word == "片区" and mention.kind is MentionKind.SHORT and mention.text != mention.word
    return mention.word in _SEVERAL or areas


def resolve(mention: ZoneMention, near: Iterable[Zone | None]) -> Zone | None:
    """The first of the zones in reach, nearest first, that a short form can mean."""
    for zone in near:
        if zone is not None and fits(zone, mention.word):
            return zone
    return None


def soft(mention: ZoneMention, text: str, on_page: dict[str, Zone], named: Sequence[Zone] = ()) -> Zone | None:
    """The zone of a bare word, where the page names it in full and no organisation's name begins here.

    `named` are the zones named so far. One that is known by the word is meant once it has been named; until then one
    that is called so with its kind: after 天津东疆综合保税区 it is that which 东疆 means.
    """
    if mention.kind is not MentionKind.SOFT or _ORGANISATION.match(text, mention.end):
        return None
    if not any(option.name in on_page for option in mention.options):
        return None
    options = {option.name for option in mention.options}
    before = (zone for zone in reversed(named) if zone.name in options)
    called = (zone for zone in (*reversed(named), *on_page.values()) if _is_called(zone, mention.text))
    return next(before, None) or next(called, None) or next(o for o in mention.options if o.name in on_page)


def _is_called(zone: Zone, word: str) -> bool:
    """Whether a word and the kind of zone make all that a zone's name ends with: 东疆|综合保税区."""
    return zone.name.partition(word)[2] in closing_words()
