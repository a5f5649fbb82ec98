"""A figure over a cut: which units suit what was being counted.

    配套企业54家、就业1.7万 | 人。              people work: 人, not 辆
    整车增至24万辆，比去年增加近10万 | 辆。      the sentence has counted in 辆 before
    是全市平均水平的5.9 | 倍。                  的 and a number: 倍
    2026年前冲进前45 | 名。                    前 and a number: a place
    研发投入强度由4.8%提高到 | 6%以上。          由 so many per cent to so many
    面积从18.5平方公里一下 | 扩大到96平方公里。   the same, cut before what it came to

What is counted in which units stands in `lexicon/tables/counted.csv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reporter.lexicon.counted import counted
from reporter.reading.counting import given, waiting

_SENTENCE = re.compile("[。！？；]")
_CLAUSE = re.compile("[，,、：:（）()“”]")
_REACH = 70
_UNIT_WORDS = 12
_TIMES = re.compile("[的达](?:[0-9]+\\.)?[0-9]+$")
_PLACE = re.compile("(?:前|第)[0-9一二三四五六七八九十百]+$")
_DATE = re.compile("[0-9]{4}年|[0-9]{1,2}[月日]")
_COMPOUND = re.compile("(?:[及和与]?[\u4e00-\u9fff]{0,4}(?:产业|行业|零部件|制造|加工|服务))?[\u4e00-\u9fff]{2,4}")
"""What may stand between two words of one compound, the second with it."""
_GRANTED = re.compile("(?:给予|奖励|补助|补贴|资助)(?:每[^，。；]{0,4})?$")
"""对新开通的航线，分别给予每条 | 20万元、50万元补贴."""
_PLACES = frozenset({"名", "位", "强", "家", "个"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which units the end of a text waits for: `told` those it counted in before, `named` those of what it names."""

    told: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    times: bool = False
    place: bool = False

    @property
    def waits(self) -> bool:
        """Whether anything tells."""
        return bool(self.told or self.named or self.times or self.place)


def wanted_units(text: str) -> Wanted:
    """The units that the end of a text waits for; nothing where it waits for no figure."""
    tail = text[-_REACH:]
    if turned := _turned().search(tail):
        return Wanted(_groups(turned[1]))
    if _GRANTED.search(tail):
        return Wanted(_groups("元"))
    end = waiting(tail[-10:])
    if not (end.numeral or end.hedge or end.leads):
        return Wanted()
    sentence = _SENTENCE.split(tail)[-1]
    told: frozenset[int] = frozenset()
    for match in _figures().finditer(sentence):
        told |= _groups(match[1])
    return Wanted(told, _named(sentence), bool(_TIMES.search(tail)), bool(_PLACE.search(tail)))


def _named(sentence: str) -> frozenset[int]:
    """The units of what the last clause names, nearest the end; of the clause before where it names nothing.

    Of a compound the last word tells: 汽车及零部件产业|项目| are counted as projects, 人才|公寓| as flats.
    """
    for clause in reversed(_CLAUSE.split(sentence)[-3:]):
        found = [(match.end(), match[0]) for match in _things().finditer(clause)]
        if found:
            last = max(end for end, _ in found)
            compound = _COMPOUND.fullmatch(clause[found[-2][0] : last]) if len(found) > 1 else None
            near = [word for end, word in found if last - end <= _UNIT_WORDS] if compound is None else [found[-1][1]]
            return frozenset().union(*(counted().words[word] for word in near))
    return frozenset()


def unit_of(text: str) -> str:
    """The unit that the start of a text brings, behind a number or the rest of one; empty where there is none."""
    if came := _came_to().match(text):
        return came[1]
    match = _first_figure().match(text)
    if match is None or _DATE.match(text):
        return ""
    start = given(text[:10])
    return match[1] if start.unit or start.number or start.digits else ""


def suits(end: Wanted, unit: str) -> int:
    """1 where a unit is what the end of a text waits for, -1 where it waits for another, 0 where nothing tells."""
    if not unit or not end.waits:
        return 0
    groups = _groups(unit)
    if end.place:
        return 1 if unit in _PLACES else -1
    if end.times and unit == "倍":
        return 1
    if groups & (end.told | end.named):
        return 1
    return -1 if end.named else 0


def _groups(unit: str) -> frozenset[int]:
    return counted().groups.get(unit, frozenset())


@cache
def _units() -> str:
    more = ["强", *counted().groups]
    return "|".join(sorted(map(re.escape, more), key=lambda unit: -len(unit)))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(rf"[0-9一二三四五六七八九十百千万亿][余多几]?[万亿]*({_units()})")


@cache
def _first_figure() -> re.Pattern[str]:
    return re.compile(rf"(?:[0-9][0-9.,]*|[一二两三四五六七八九十百]+)?[余多几]?[万亿千百]*?[余多]?个?({_units()})")


@cache
def _turned() -> re.Pattern[str]:
    """从18.5平方公里一下: how much there was, and not yet what it became."""
    return re.compile(
        rf"[从由](?:\d{{4}}年的|原来的|最初的|当初的)?[0-9.]+[万亿]*[余多]?({_units()})(?![^，。；]*[到至])[^，。；\d]{{0,6}}$"
    )


@cache
def _came_to() -> re.Pattern[str]:
    """扩大到96平方公里: what it became."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}[到至为][近约超]?[0-9.]+[万亿]*[余多]?({_units()})")


@cache
def _things() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, counted().words), key=lambda word: -len(word))))
