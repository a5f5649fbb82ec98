"""Where a name begins: from its end back to the nearest word that cannot stand inside it.

A Chinese name has no capital letter. What ends it is easy to see (…有限公司, …产业园); its beginning is the place
after the last mark, verb, preposition or quantity of its clause:

    企业已注册全资子公司|霍盛工业科技有限公司      重点建设|国家存储器基地      产品85%用于出口的|廊坊…有限公司
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from reporter.language.alternation import any_char, one_of
from reporter.language.text import CJK
from reporter.lexicon.kinds import company_words, name_words, place_names

_HARD = re.compile(r"[，。；：！？“”‘’…,;!?\n《》—►]|[:：]")
_COUNT_FIRSTS = "0123456789零一二两三四五六七八九十百千万亿.上数多"
_COUNT = r"(?:[0-9零一二两三四五六七八九十百千万亿.]+|上百|数十|数百|一批|多)(?:余|多|来)?(?:万|亿)?"
_COUNTED = rf"{_COUNT}(?:家|户|个|条|座|所|项|份|款|种|名|位|年|月|日|天|时|点|元|美元|亩|平方米|平方公里)(?!代)"
_MEASURED = rf"{_COUNT}(?:台|辆|套|吨|%)"
_BRACKETED = r"（[^（）]{0,20}）"


@cache
def _breaks(zones: bool) -> re.Pattern[str]:
    """The words that end what stands before a name; `zones` adds zones' names and measures.

    What a name may hold and what looks like such a word is the group `kept`.
    """
    words = name_words()
    cut = [one_of(words.breaks), _COUNTED]
    if zones:
        ends = rf"{one_of(company_words().zone_ends)}|企业(?!服务|总部|中心|家|管理|发展)"
        cut += [_MEASURED, rf"(?:{ends})(?:内|里)?"]
    cut.append(any_char(words.marks))
    inside = [word for word in words.inside if word not in words.breaks]
    zone_ends = company_words().zone_ends if zones else ()
    firsts = {word[0] for word in (*words.breaks, *inside, *zone_ends)} | {*words.marks, *_COUNT_FIRSTS, "（", "企"}
    passed = any_char(sorted(firsts))  # every other character is passed at once
    return re.compile(rf"(?={passed})(?:(?P<kept>{_BRACKETED}|{one_of(inside)})|{'|'.join(cut)})")


@cache
def _openers() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """What openers begin with, the openers, and those that a name may keep."""
    words = name_words()
    firsts = frozenset(word[0] for word in words.openers)
    return firsts, re.compile(one_of(words.openers)), re.compile(one_of(words.kept_openers))


def clause_start(text: str, end: int, limit: int = 44) -> int:
    """The place after the last mark before `end` (not 、), or after a bracket that is still open."""
    marks, bracketed = _marks(text)
    start = marks[bisect_right(marks, end) - 1]
    start = max(start, end - limit)
    return _open_bracket(text, start, end) if bracketed else start


@lru_cache(maxsize=64)
def _marks(text: str) -> tuple[list[int], bool]:
    """The beginning of a text and the places after its marks, and whether it has brackets: it is asked many times."""
    return [0, *[match.end() for match in _HARD.finditer(text)]], "（" in text or "）" in text


def name_start(text: str, end: int, *, zones: bool = False, limit: int = 44, trim: bool = True) -> int:
    """Where the name that ends at `end` begins; `end` itself where no name can be.

    `zones`: neither a zone's name (…高新区) nor a measure (5万吨) is part of it. At most `limit` characters back.
    `trim` cuts off words that may begin a name and may as well stand before it (建设, 全球).
    """
    start = _last_comma(text, clause_start(text, end, limit), end)
    begin = _last_break(text, start, end, zones)
    return _trim(text, begin, end) if trim else begin


def _last_comma(text: str, start: int, end: int) -> int:
    """The place after the last 、 that stands outside brackets."""
    last = text.rfind("、", start, end)
    if last < 0:
        return start
    tail = text[last:end]
    return _outside(text, start, end) if "（" in tail or "）" in tail else last + 1


def _outside(text: str, start: int, end: int) -> int:
    """The same where brackets stand in between."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        if text[at] == "）":
            depth += 1
        elif text[at] == "（":
            depth -= 1
        elif text[at] == "、" and depth <= 0:
            return at + 1
    return start


def _open_bracket(text: str, start: int, end: int) -> int:
    """The place after a bracket that opens and does not close before `end`."""
    depth = 0
    at = max(text.rfind("（", start, end), text.rfind("）", start, end))
    while at >= 0:
        if text[at] == "）":
            depth += 1
        elif depth == 0:
            return at + 1
        else:
            depth -= 1
        at = max(text.rfind("（", start, at), text.rfind("）", start, at))
    # A closing bracket whose opening is further left belongs to something before the name.
    return text.rindex("）", start, end) + 1 if depth > 0 else start


def _last_break(text: str, start: int, end: int, zones: bool) -> int:
    """The end of the last word between `start` and `end` that a name cannot hold."""
    begin = start
    for match in _breaks(zones).finditer(text, start, end):
        if match.lastindex is not None:
            continue
        first, last = match.span()
        # A single character with one other before it is more likely the middle of a name (云从, 华为).
        if last - first == 1 and text[first] not in "的了等" and _one_before(text, begin, first):
            before = text[first - 1]
            if _is_cjk(before) and before not in name_words().helpers:
                continue
        begin = last
    return begin


def _one_before(text: str, begin: int, end: int) -> bool:
    """Whether one character stands between the beginning, or the place there, and a mark: 威海|嘉|和."""
    if end - begin == 1:
        return True
    place = text[begin : end - 1]
    return 2 <= len(place) <= 5 and text[end - 1] not in "港城州岛" and place.removesuffix("市") in place_names()


def _trim(text: str, begin: int, end: int) -> int:
    """Past openers (建设, 一批), white space and stray marks at the beginning."""
    firsts, openers, kept = _openers()
    while begin < end:
        if text[begin] in " \u3000、·-的":
            begin += 1
            continue
        match = openers.match(text, begin, end) if text[begin] in firsts else None
        if match is None or kept.match(text, begin) or end - match.end() < 2:
            break
        begin = match.end()
    return begin


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(f"[{CJK}]")


def _is_cjk(char: str) -> bool:
    return bool(_cjk().match(char))


def with_place(text: str, start: int) -> int:
    """`start`, or where the place or country directly before it begins (武汉|华星光电, 德国|尼玛克)."""
    places = place_names()
    for length in (4, 3, 2):
        if start >= length and text[start - length : start] in places:
            return start - length
    return start


def without_place(name: str) -> str:
    """The name without the province, city or country that it begins with (四川汉星航通… → 汉星航通…)."""
    places = place_names()
    while True:
        for length in (4, 3, 2):
            if len(name) >= length + 2 and name[:length] in places:
                name = name[length:]
                if name[0] in "省市州盟" and len(name) > 2:
                    name = name[1:]
                break
        else:
            return name


def list_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between 、 (和, 与, 以及 before the last) of an enumeration; brackets are not cut."""
    spans: list[tuple[int, int]] = []
    depth, begin = 0, start
    for at in range(start, end):
        char = text[at]
        if char in "（《“":
            depth += 1
        elif char in "）》”":
            depth -= 1
        elif char == "、" and depth <= 0:
            spans.append((begin, at))
            begin = at + 1
    spans.append((begin, end))
    return [span for span in spans if span[1] > span[0]]
