"""Paragraphs that stand in a series: by the form of their first words a reader sees that one goes on with another.

在龙头带动上，……  在平台支撑上，……     the same form
招商方面，……      外贸方面，……         the same
一是……           二是……             the next number
首先，……          其次，……           the next word
——产业。……      ——开放。……        entries under headings of their own
东泽高新区：……    北川经开区：……      entries on one zone each
1.某项目，……；     2.某项目，……；       the next number, or the same mark (●, ①, （一）)
"""

from __future__ import annotations

import re

from reporter.reading.zonewords import zone_label

_FORMS = (
    ("在上", re.compile(r"在[^，,。\d]{2,8}(?:上|中|方面|端)[，,]")),
    ("方面", re.compile(r"[^，,。\d]{2,8}方面[，,]")),
    ("看", re.compile(r"[分从按][^，,。\d]{1,8}看[，,]")),
)
_NUMBERED = re.compile(r"(?:第)?(?P<number>[一二三四五六七八九])(?:是|[，、])")
_ORDERED = (("首先", "第一步"), ("其次", "第二步"), ("再次", "第三步"), ("最后", "此外"))
_NUMERALS = "一二三四五六七八九十"


_BULLET = re.compile(
    r"——[^，。：；“”]{1,14}[。：:](?=.)|——(?=\S)|(?P<sign>[●○■□◆◇★•※]|▲(?=[^，。；：:]{2,16}[：: \u3000]))\s*|"
    r"(?P<digits>\d{1,2})[.．、](?=[^\d\s])|"
    r"(?P<round>[①-⑳])|[（(](?P<inside>[一二三四五六七八九十]|\d{1,2})[）)]"
)


def bullet(text: str) -> int:
    """Where the words of an entry begin, behind its mark, number or heading (——产业。); 0 where a text is none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def form(text: str) -> tuple[str, int] | None:
    """The form of a paragraph's first words, and its place in the series (0 where the form has none)."""
    if found := _BULLET.match(text):
        return _marked(found)
    if found := _NUMBERED.match(text):
        return "是", _NUMERALS.index(found["number"]) + 1
    for place, words in enumerate(_ORDERED, 1):
        if text.startswith(words):
            return "首先", place
    if zone_label(text) is not None:
        return "区：", 0
    return next(((name, 0) for name, pattern in _FORMS if pattern.match(text)), None)


_LABEL = re.compile("[^，。！？“”]{2,14}[：:](?=.)")
_CHAPTER = re.compile("[（(]?[一二三四五六七八九十]{1,2}[)）]?[、，.． ]")
_SPLIT = re.compile("[，,、 　]")
_CLOSE = 2
"""Characters by which the lengths of two subheads in one manner differ at most."""


def alike(one: str, other: str) -> float:
    """How much two subheads look like the same article's: 1 in form and length, 0.5 in form, 0 in neither.

    项目建设“加速跑” and 政策兑现“不过夜”: 1; one with 一、 and one without: 0.
    """
    if _manner(one) != _manner(other):
        return 0.0
    return 1.0 if abs(len(one) - len(other)) <= _CLOSE else 0.5


def _manner(subhead: str) -> tuple[bool, ...]:
    """How a subhead is built: with a number, a label, in two parts, with a term in marks, as a question or a call."""
    signs = (_CHAPTER.match(subhead), _LABEL.match(subhead), _SPLIT.search(subhead), "“" in subhead)
    return *map(bool, signs), subhead.endswith(("？", "！"))


def _marked(found: re.Match[str]) -> tuple[str, int]:
    if found["digits"]:
        return "1.", int(found["digits"])
    if found["round"]:
        return "①", ord(found["round"]) - ord("①") + 1
    if inside := found["inside"]:
        return "（）", int(inside) if inside.isdigit() else _NUMERALS.index(inside) + 1
    return found["sign"] or "——", 0


def goes_on(before: tuple[str, int] | None, after: tuple[str, int] | None) -> bool:
    """Whether one form goes on with another: the same, or the next in order."""
    if before is None or after is None or before[0] != after[0]:
        return False
    return after[1] == before[1] == 0 or after[1] == before[1] + 1
