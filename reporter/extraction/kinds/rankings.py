"""Ranks and firsts, as the page words them.

In: a scene. Out: `Ranking` facts: the clause that says the rank, and what it is said of.

    武汉光谷生物城综合实力在全国108个生物产业园区中|位列第三|      a verb that places, and a number
    这是|全球首款|128层QLC闪存                                    a scope and a first
    湖北自贸区是|唯一|被国家定位为……的自贸区                        唯一 needs no scope

第一季度, 第一批, 首次 and 最新 rank nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import one_of
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.lexicon.kinds import place_names, ranking_words
from reporter.model import Decision, Ranking

MAX = 60
"""A clause more than twice as long begins with the item of its list that holds the rank; none is cut in a word."""

REACH = 16
"""So many characters before a first its scope or verb may stand (在全国108个生物产业园区中位列第三)."""

_MARKS = "，。；：！？“”"
_TIMES = re.compile("[一二三四五六七八九十百零0-9季天批书次产线步年轮期届方阶条节章时间]|个(?:月|季|百|五年|工作日)")
_AIMED = re.compile("力争|争取|争创|奋力|努力|目标|将成为|致力|瞄准|冲刺")
_WON = re.compile(f"{_AIMED.pattern}|打造|加快建设")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = ranking_words()
    places = sorted(place_names(), key=lambda name: (-len(name), name))
    return {
        "first": re.compile(one_of(words.firsts)),
        "not": re.compile(one_of(words.not_ranks)),
        "scope": re.compile(one_of((*words.scopes, *places))),
        "placed": re.compile(one_of(words.placed)),
        "alone": re.compile(one_of(words.alone)),
    }


def find_rankings(scene: Scene, names: Sequence[Mention] = ()) -> list[Ranking]:
    """All ranks and firsts of the article in reading order, one a clause; what is repeated counts once.

    `names` are the mentions of companies and projects: a clause without a subject is said of the one before it.
    """
    facts: list[Ranking] = []
    named = by_passage(names)
    seen: set[str] = set()
    for passage in scene.body:
        for start, end, at, rule, cue in _clauses(passage):
            key = passage.text[at : at + 6]
            if key in seen and len(key) == 6:
                continue
            seen.add(key)
            text = passage.located.text[start:end]
            facts.append(
                Ranking(
                    id=scene.identity("ranking", passage, start, text),
                    zone=scene.zone(passage, start, end),
                    mentions=(scene.evidence(passage, start, end),),
                    decided=(Decision("text", text, rule, cue),),
                    text=text,
                    subject=_said_of(passage, start, end, named.get(passage.index, ())),
                )
            )
    return facts


def _clauses(passage: Passage) -> Iterator[tuple[int, int, int, str, str]]:
    """The clauses with a rank: span, where the rank stands, the rule and the words that say it."""
    text = passage.text
    patterns = _patterns()
    last = -1
    for match in patterns["first"].finditer(text):
        at = match.start()
        if at < last or patterns["not"].match(text, at) or not (rule := _rule(text, at, match)):
            continue
        start, end = _clause(text, at, match.end())
        last = end
        yield start, end, at, rule, match.group()


def _rule(text: str, at: int, match: re.Match[str]) -> str:
    """Why a first is a rank: a scope or a placing verb before it in its clause; empty where it is none."""
    patterns = _patterns()
    word = match.group()
    before = text[max(_opening(text, at), at - 40) : at]
    near = before[-REACH:]
    scoped = patterns["scope"].search(near) is not None
    if _counts_on(text, match, near) or (_AIMED if word[0] == "首" else _WON).search(before):
        return ""
    if patterns["alone"].match(word):
        return "" if text.startswith("性", match.end()) else "a first that needs no scope"
    if (word == "首批" or word[0] in "第前榜") and patterns["placed"].search(near):
        return "verb of placing"
    if word == "率先":
        around = near[-10:] + text[match.end() : match.end() + 4]
        scoped = "在" in around and patterns["scope"].search(around) is not None
    elif word == "标杆":
        scoped = scoped and "成为" in before
    return "scope before a first" if scoped else ""


def _counts_on(text: str, match: re.Match[str], near: str) -> bool:
    """Whether 第… counts times, batches or articles; 国内第一条…产线 is a first, 第一条 alone an article of law."""
    word = match.group()
    if not word.startswith("第") or word.endswith("大") or not _TIMES.match(text, match.end()):
        return False
    return not (word == "第一" and text[match.end()] in "条批" and _patterns()["scope"].search(near[-4:]))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a rank, with the quoted name that follows it.

    A clause that only adds the rank (行业排名第一) takes the one before it along.
    """
    first = _opening(text, start)
    last = _stop(text, end)
    if text[last : last + 1] == "“" and last - start < 14:
        closed = text.find("”", last)
        last = closed + 1 if 0 < closed - last < 24 else last
    if last - end <= 3 and start - first <= 8 and first > 0 and text[first - 1] == "，":
        earlier = _opening(text, first - 1)
        if first - earlier <= 36:
            first = earlier
    if last - first > 2 * MAX:
        cut = text.rfind("、", first, start)
        first = cut + 1 if cut > 0 else first
    while first < last and text[first] in " 　”、":
        first += 1
    if text[first] in "也并又" and _GOES_ON.match(text, first + 1):
        first += 1
    return first, last


def _opening(text: str, at: int) -> int:
    """The place after the last mark before an offset."""
    return max(text.rfind(mark, 0, at) for mark in _MARKS) + 1


def _stop(text: str, end: int) -> int:
    """Where the clause ends: at the next mark or opening quotation mark."""
    stops = [at for mark in "，。；！？“”" if (at := text.find(mark, end)) >= 0]
    return min(stops, default=len(text))


_SAID_OF = re.compile(r"(?P<who>[^，是]{2,24}?)(?:是|成为|已成为|系|为|综合实力|位列|名列|位居|排名|居|获评)")


_GOES_ON = re.compile("是|成为|入选|跻身|发布|获评|荣获|位居|位列|名列|连续|被评为")
_WORKS = re.compile("[一-龥]{0,8}?(?:基地|工厂|产业园|中心|项目|产线|分公司)")
_POINTS = re.compile("(?:去年|今年|目前|如今|当前)?[，]?(?:该|这家)(?:公司|企业|集团|项目|基地)")


def _said_of(passage: Passage, start: int, end: int, names: Sequence[Mention]) -> str:
    """What the rank is said of; where its clause has no subject, the name that opens an earlier clause.

    A bare predicate looks back in its own sentence, 该公司 in the whole paragraph.
    """
    clause = passage.text[start:end]
    pointing = _POINTS.match(clause)
    own = _subject(clause)
    if not pointing and (own or not _GOES_ON.match(clause)):
        return own
    floor = 0 if pointing else passage.sentence_at(start)[0]
    wanted = pointing is not None and pointing.group().endswith(("公司", "企业", "集团"))
    for mention in reversed([name for name in names if floor <= name.start and name.end <= start]):
        opens = mention.start in (floor, 0) or passage.text[mention.start - 1] in _MARKS
        if opens and (not wanted or not mention.name.endswith(("项目", "基地"))):
            longer = _WORKS.match(passage.text, mention.end, start)
            return passage.text[mention.start : longer.end()] if longer else mention.name
    return ""


def _subject(clause: str) -> str:
    """What the rank is said of: the words before 是, 成为, 位列, 居 …, when the clause has them."""
    match = _SAID_OF.match(clause)
    return match["who"] if match else ""
