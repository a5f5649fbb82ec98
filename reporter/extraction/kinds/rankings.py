"""Ranks and firsts, as the page words them.

In: a scene. Out: `Ranking` facts: the clause that says the rank, and what it is said of.

    武汉光谷生物城综合实力在全国108个生物产业园区中|位列第三|      a verb that places, and a number
    这是|全球首款|128层QLC闪存                                    a scope and a first
    湖北自贸区是|唯一|被国家定位为……的自贸区                        唯一 needs no scope

第一季度, 第一批, 首次 and 最新 rank nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.edges import alternatives
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.text import CJK
from reporter.lexicon.kinds import place_names, ranking_words
from reporter.model import Decision, Ranking

MAX = 60
"""A longer clause is cut to what stands around the rank."""


@cache
def _rank() -> re.Pattern[str]:
    words = ranking_words()
    scope = f"(?:{alternatives(words.scopes)}|{alternatives(sorted(place_names(), key=len, reverse=True))})"
    first = alternatives(words.firsts)
    inner = f"[^，。；：！？、“”]{{0,12}}?"
    placed = alternatives(words.placed)
    number = r"第[一二三四五六七八九十\d]+(?:[位名大]|(?![季天批书次产线步年轮期届方阶个条节章]))"
    return re.compile(
        rf"(?P<not>{alternatives(words.not_ranks)})"
        rf"|(?P<placed>(?:{placed}){inner}(?:{number}|前列|前茅|前[一二三五十百\d]+[强位名]?|榜首|首位|首批[{CJK}]{{2,12}}))"
        rf"|(?P<only>唯一(?!性))"
        rf"|(?P<scoped>{scope}(?:范围内|省际|领域)?{inner}(?:{first}|率先))"
        rf"|(?P<own>(?:成为|是|系|建成|打造)(?:{scope})?(?:{first})[^，。；]{{2,20}})"
        rf"|(?P<made>首创的?|首款|世界纪录)"
        rf"|(?P<leads>率先在(?:{scope}))"
    )


def find_rankings(scene: Scene) -> list[Ranking]:
    """All ranks and firsts of the article in reading order, one a clause."""
    facts: list[Ranking] = []
    seen: set[str] = set()
    for passage in scene.body:
        for start, end, cue, rule in _clauses(passage):
            text = passage.located.text[start:end]
            if text in seen:
                continue
            seen.add(text)
            facts.append(
                Ranking(
                    id=scene.identity("ranking", passage, start, text),
                    zone=scene.zone(passage, start, end),
                    mentions=(scene.evidence(passage, start, end),),
                    decided=(Decision("text", text, rule, cue),),
                    text=text,
                    subject=_subject(passage.text[start:end]),
                )
            )
    return facts


def _clauses(passage: Passage) -> Iterator[tuple[int, int, str, str]]:
    """The clauses with a rank: their spans, the words that say it, and the rule."""
    text = passage.text
    last = -1
    for match in _rank().finditer(text):
        if match["not"] or match.start() < last or _future(text, match.start()):
            continue
        start, end = _clause(text, match.start(), match.end())
        last = end
        yield start, end, match.group(), str(match.lastgroup)


def _future(text: str, at: int) -> bool:
    """Whether the rank is still to be won: 力争, 打造, 目标."""
    before = re.split("[，。；！？]", text[:at])[-1]
    return re.search("力争|争取|打造|争创|奋力|努力|目标|加快建设|将成为|致力|瞄准|冲刺", before) is not None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a rank; a clause that only adds the rank (排名第一) takes the one before it along."""
    first = max((text.rfind(mark, 0, start) for mark in "，。；：！？“”"), default=-1) + 1
    stops = [at for mark in "，。；！？”" if (at := text.find(mark, end)) >= 0]
    last = min(stops, default=len(text))
    if start - first < 6 and first > 0 and text[first - 1] == "，":
        earlier = max((text.rfind(mark, 0, first - 1) for mark in "，。；：！？“”"), default=-1) + 1
        if first - earlier <= 36:
            first = earlier
    if last - first > MAX:
        first = max(first, start - 24)
        last = min(last, end + 36)
    while first < last and text[first] in " 　”":
        first += 1
    return first, last


def _subject(clause: str) -> str:
    """What the rank is said of: the words before 是, 成为, 位列, 居 …, when the clause has them."""
    match = re.match(r"(?P<who>[^，是]{2,24}?)(?:是|成为|已成为|系|为|综合实力|位列|名列|位居|排名|居|获评)", clause)
    return match["who"] if match else ""
