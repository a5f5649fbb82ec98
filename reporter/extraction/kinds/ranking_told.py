"""Ranks that are told without a number.

In: a passage. Out: clauses.

    当天业务量|创历史新高|            a record that is set, or a gap that is filled
    绩效评估连续三年|获评A类|          the best class of an assessment
    出口增速|领跑全省|               a verb that leads, and within what
    是全球|重要的|轴承生产|基地|        what a place is known for in the country
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.ranking_clauses import JOINS, PLACE, WON, Rank, clause, opening, stop
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import begun, one_of
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import place_names, ranking_words


@cache
def scopes() -> re.Pattern[str]:
    """Within what something is first: the words for it, and places."""
    places = sorted(place_names(), key=lambda name: (-len(name), name))
    return re.compile(one_of((*ranking_words().scopes, *places)))


_PEERS = f"(?:{A_ZONE}|产业园|口岸|港口|机场)"
"""Of what kind a zone or something in it is one among others."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = ranking_words()
    return {
        "graded": re.compile(
            rf"{one_of(words.graded)}[^，。；：“”]{{0,12}}?“?{one_of(words.grades)}”?(?:等次|等级|档次|档)?(?=[，。；、])"
        ),
        "ahead": re.compile(
            rf"(?:领跑|领先)(?:于)?{one_of(words.scopes)}(?!平均|均值|水平)[^，。；、“”]{{0,8}}(?=[，。；])|走在(?:了)?{one_of(words.scopes)}[^，。；]{{0,8}}前[列面]"
        ),
        "moved": re.compile(
            begun(
                ("排名", "位次", "名次", "排位", "位列", "位居"),
                r"[^，。；]{0,14}?(?:前移|前进|上升|提升|跃升|攀升|晋升|提高)了?(?:\d+|[一二两三四五六七八九十]+)[位名个]",
            )
            + "|"
            + begun(("由", "从"), r"[^，。；]{0,8}第\d+[位名](?:前移|前进|上升|提升|跃升|攀升)了?\d+[位名个]")
            + "|"
            + begun(
                ("评估", "评价", "考核", "测评"),
                r"[中里]?[^，。；]{0,12}?(?:前移|前进|上升|提升|跃升|攀升|晋升)了?\d+[位名]",
            )
        ),
        "known": re.compile(
            rf"(?:是|成为|系)(?:目前|当前)?{one_of(words.widest)}(?:最为?|十分)?(?:重要|主要|知名|著名|领先)的[^，。；]{{2,20}}?"
            rf"{one_of(words.known_for)}(?:之一)?(?=[，。；、])"
        ),
        "entered": re.compile(
            begun(("跻身", "进入", "入围", "挺进", "晋级", "闯进"), r"[^，。；：“”0-9]{0,10}(?!前)\d+强(?=[，。；、])")
        ),
        "honoured": re.compile(
            rf"(?:入选|入围|评为|列为|列入|获评)[^，。；“”]{{0,8}}“?{one_of(words.honours)}”?(?=[，。；、])"
        ),
        "among": re.compile(
            r"(?:\d+|[两三四五六七八九十]+)[个家座]"
            rf"(?:[^，。；：的]{{0,10}}?{_PEERS}(?:中|里|之中|当中)|[^，。；：的]{{0,6}}{_PEERS}(?=[，。；]))"
            rf"[^，。；：]{{0,10}}?(?:最[一-龥]{{1,4}}|唯一[^，。；：]{{0,12}}?)的(?:[一那](?:个|家|座|片)|{_PEERS})(?=[，。；、])"
        ),
        "record": re.compile(
            begun(
                ("创", "刷新", "打破"),
                rf"(?!近\d+个月|年内)[^，。；“”]{{0,10}}?{one_of(words.records)}(?=[，。；、])",
            )
            + r"|填补(?:了)?[^，。；“”]{1,14}?空白(?=[，。；、])|年(?<!今年)以?来的?首次(?=[^，。；]*[，。；])|"
            + begun(
                ("建区", "挂牌", "封关", "开园", "设立", "获批", "有统计", "有记录"),
                "以?来的?首次(?=[^，。；]*[，。；])",
            )
        ),
    }


def records(passage: Passage) -> Iterator[Rank]:
    """The clauses that tell of a record that was set or a gap that was filled."""
    text = passage.text
    if "创" not in text and "填补" not in text and "纪录" not in text and "首次" not in text:
        return
    for match in _patterns()["record"].finditer(text):
        begin = opening(text, match.start())
        if not WON.search(text, begin, match.start()) and _is_record(text, begin, match):
            start, end = clause(text, match.start(), match.end())
            yield start, end, match.start(), "record or gap", match.group()


def _is_record(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a high is one of history and not of the year, a gap filled by now,."""
    said = match.group()
    if said.startswith("填补"):
        return _NOT_YET.search(text, begin, match.start()) is None
    if said.endswith("首次"):
        return True
    return _OF_HISTORY.search(text, begin, match.end()) is not None


_NOT_YET = re.compile("将|可(?!以说)|\\d+[项个]")
_OF_HISTORY = re.compile("历史|以来|史上|世界|全国|国内|行业|吉尼斯|最高纪录|最好水平|最高水平")


def told(passage: Passage) -> Iterator[Rank]:
    """The clauses that tell a rank without a number: a class, a lead, places won, what a zone is known for."""
    text = passage.text
    last = 0
    for start, name, match in sorted(
        (match.start(), sort, match)
        for sort in (_TOLD if "领" in text or "走在" in text else _TOLD_BUT_LEADS)
        for match in _patterns()[sort].finditer(text)
    ):
        begin = opening(text, start)
        if start < last or WON.search(text, begin, match.end()) or not _told_well(passage, name, match):
            continue
        more = _LEADS_ON.match(text, stop(text, match.end()))
        last = more.end() if more else stop(text, match.end())
        joined = JOINS.match(text, begin, start)
        yield joined.end() if joined else begin, last, start, _TOLD[name], match.group()


_TOLD = {
    "among": "the most among so many",
    "graded": "class of an assessment",
    "ahead": "verb of leading",
    "moved": "places won",
    "known": "known for",
    "entered": "among the strongest",
    "honoured": "on a list of the best",
}
_TOLD_BUT_LEADS = tuple(sort for sort in _TOLD if sort != "ahead")
_LEADS_ON = re.compile("，(?:继续|并|且|仍|持续)+(?:领跑|领先|保持|位居|稳居)[^，。；！]+")


def _told_well(passage: Passage, name: str, match: re.Match[str]) -> bool:
    """A class needs an assessment or a row of years beside it; places won need a scope, and no place told before."""
    first, last = passage.sentence_at(match.start())
    if name == "graded":
        assessed = _ASSESSED.search(passage.text, first, last) is not None
        return assessed and not _GRANTED.search(passage.text, first, last)
    if name == "honoured":
        begin = opening(passage.text, match.start())
        return (
            scopes().search(passage.text, begin, match.end()) is not None
            or _BY_STATE.search(passage.text, begin, match.end()) is not None
        )
    if name != "moved":
        return True
    if match.group()[0] in "由从":
        return True  # 由上年的第40位上升9位 says both
    told = PLACE.search(passage.text, first, match.end()) is not None
    return not told and scopes().search(passage.text, first, match.end()) is not None


_BY_STATE = re.compile("国务院|国家|中央|[一-龥]{2}部|总署|总局")
_GRANTED = re.compile("给予|奖励|补助|补贴|资助|享受|凡|对[^，。；]{0,20}的，")
"""考核优秀的，奖励10万元: what a policy asks for, no class that was given."""

_ASSESSED = re.compile("考核|考评|评估|评价|评定|测评|绩效|排名|连续[两二三四五六七八九十0-9]+[年次]")
