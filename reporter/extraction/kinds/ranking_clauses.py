"""The clause around a rank, and where it opens and stops.

In: a normalised text and offsets in it. Out: offsets.

    销量大增，|行业排名第一|，       a clause between marks
    “|产品销量居全国首位|。”         what stands in quotation marks ends with them
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

Rank = tuple[int, int, int, str, str]
"""A clause: span, where its rank stands, the rule and the words that say it."""

MAX = 60
"""A clause more than twice as long begins with the item of its list that holds the rank; none is cut in a word."""

MARKS = "，。；：！？"
_MARK = re.compile(f"[{MARKS}]")

PLACE = re.compile("[第前]([0-9]+|[一二三四五六七八九十]+)")
AIMED = re.compile("力争|争取|争创|奋力|努力|目标|将成为|致力|瞄准|冲刺")
WON = re.compile(f"{AIMED.pattern}|打造|加快建设|(?<!已)(?<!已经)把[^，。；]{{2,12}}(?:做|建设?|打造|培育)成")
JOINS = re.compile(
    "其中|(?:[也并又]|该(?:公司|企业|集团|项目|基地))(?=是|成为|入选|跻身|发布|获评|荣获|位居|位列|名列|连续|被评为)"
)


def clause(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """The clause around a rank, with the quoted name that follows it, without the words that only point or join.

    A clause that only adds the rank (行业排名第一) takes the one before it along, unless that ends before `floor`: it
    was told already.
    """
    first = opening(text, start)
    last = stop(text, end)
    if last - end <= 3 and start - first <= 8 and first > 0 and text[first - 1] == "，":
        earlier = opening(text, first - 1)
        if first - earlier <= 36 and first - 1 > floor:
            first = earlier
    if last - first > 2 * MAX:
        cut = text.rfind("、", first, start)
        first = cut + 1 if cut > 0 else first
    while first < last and text[first] in " 　”、":
        first += 1
    if joined := JOINS.match(text, first, start):
        first = joined.end()
    return first, last


def opening(text: str, at: int) -> int:
    """The place after the last mark before an offset, or after a quotation mark that is still open there."""
    marks = _places_of_marks(text)
    before = bisect_left(marks, at)
    start = marks[before - 1] + 1 if before else 0
    return max(start, text.rfind("“", start, at) + 1) if is_open(text, start, at) else start


@lru_cache(maxsize=16)
def _places_of_marks(text: str) -> list[int]:
    """Where the marks of a paragraph stand, which is asked many times."""
    return [match.start() for match in _MARK.finditer(text)]


def stop(text: str, end: int) -> int:
    """Where the clause ends: at the next mark or at the end of the quotation that it stands in."""
    marks = _places_of_marks(text)
    after = bisect_left(marks, end)
    last = marks[after] if after < len(marks) else len(text)
    closed = text.find("”", end, last)
    return closed if closed >= 0 and text.find("“", end, closed) < 0 else last


def is_open(text: str, start: int, at: int) -> bool:
    """Whether a quotation mark opens between two places and does not close."""
    return text.rfind("“", start, at) > text.rfind("”", start, at)
