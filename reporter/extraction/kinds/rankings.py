"""Ranks and firsts, as the page words them.

In: a scene. Out: `Ranking` facts: the clause that says the rank, and what it is said of.

    武汉光谷生物城综合实力在全国108个生物产业园区中|位列第三|      a verb that places, and a number
    这是|全球首款|128层QLC闪存                                    a scope and a first
    湖北自贸区是|唯一|被国家定位为……的自贸区                        唯一 needs no scope
    公司是国内泵阀行业的|龙头企业|                                 a leader, and of what
    园区企业拿下省科学技术|二等奖|                                 a verb of winning, and who gives it
    项目|填补西南地区空白|， 业务量|创历史新高|                       a gap that is filled, a record that is set

第一季度, 第一批, 首次 and 最新 rank nothing; neither does a place that is still to be reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import place_names, ranking_words
from reporter.model import Decision, Ranking, Relation, Status

MAX = 60
"""A clause more than twice as long begins with the item of its list that holds the rank; none is cut in a word."""

REACH = 16
"""So many characters before a first its scope or verb may stand (在全国108个生物产业园区中位列第三)."""

_MARKS = "，。；：！？"
_TIMES = re.compile("[一二三四五六七八九十百零0-9季天批书次产线步年轮期届方阶条节章时间代]|个(?:月|季|百|五年|工作日)")
_AIMED = re.compile("力争|争取|争创|奋力|努力|目标|将成为|致力|瞄准|冲刺")
_SHARE = re.compile(
    r"，占[^，。；]{2,10}?(?:\d+/\d+|[\d.]+%|[一二三四五六七八九](?:分之[一二三四五六七八九]|成))(?=[，。；])"
)
_SINCE = re.compile("(?:以来|有史以来|迄今)(?:[^，。；]{0,4})$")
_SO_FAR = re.compile("(?:是|成为)(?:目前|迄今|至今|截至目前)[^，。；]*的$")
_WON = re.compile(f"{_AIMED.pattern}|打造|加快建设")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = ranking_words()
    places = sorted(place_names(), key=lambda name: (-len(name), name))
    return {
        "first": re.compile(
            rf"第(?:\d+|[一二三四五六七八九十]+)[位名](?!置|员工|客)|前(?:\d+|[一二三四五六七八九十百]+)[强位名]"
            rf"|{one_of(words.firsts)}"
        ),
        "counted": re.compile(
            rf"(?:第[0-9一二三四五六七八九十百]+[位名](?=[“一-龥])(?![的、])|第.{{1,2}}(?={one_of(words.counted)}))"
        ),
        "record": re.compile(
            rf"(?:创|刷新|打破)[^，。；“”]{{0,10}}?{one_of(words.records)}(?=[，。；、])|填补(?:了)?[^，。；“”]{{1,14}}?空白(?=[，。；、])"
        ),
        "title": re.compile(f"{one_of((*words.leaders, *words.prizes, '之一'))}(?=[，。；、])"),
        "won": re.compile(rf"{one_of(words.won)}(?P<what>[^，。；]*)$"),
        "few": re.compile(rf"(?:是|成为|为)(?P<of>[^，。；]*){one_of(words.few)}[^，。；]*$"),
        "leads": re.compile(r"(?:是|成为|作为)(?P<of>[^，。；]*)$"),
        "not": re.compile(one_of(words.not_ranks)),
        "scope": re.compile(one_of((*words.scopes, *places))),
        "placed": re.compile(one_of(words.placed)),
        "ceiling": re.compile(r"最[高多](?:可|不超过|给予|奖励|补[助贴])?[^，。；]{0,6}?\d"),
        "alone": re.compile(one_of(words.alone)),
    }


def find_rankings(scene: Scene, names: Sequence[Mention] = ()) -> list[Ranking]:
    """All ranks and firsts of the article in reading order, one a clause; what is repeated counts once.

    `names` are the mentions of companies and projects: a clause without a subject is said of the one before it.
    """
    facts: list[Ranking] = []
    named = by_passage(names)
    seen: set[str] = set()
    aimed = _aimed(scene)
    for passage in scene.body:
        for start, end, at, rule, cue in _ranks(passage):
            key = passage.text[at : at + 6]
            if (key in seen and len(key) == 6) or (
                aimed and any((passage.index, stop) in aimed for stop in range(at, end + 1))
            ):
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


def _aimed(scene: Scene) -> set[tuple[int, int]]:
    """Where the ranks end that are still to be reached, as the figures tell it: paragraph and offset."""
    places = [
        figure.evidence
        for figure in scene.figures
        if figure.relation is Relation.RANK and figure.status is Status.TARGET
    ]
    return {(place.paragraph, place.offset + len(place.text)) for place in places}


def _ranks(passage: Passage) -> list[tuple[int, int, int, str, str]]:
    """The clauses with a rank, a first or a title: span, where its word stands, the rule and the words that say it."""
    found = list(_clauses(passage))
    for more in (_titles, _records):
        spans = [rank[:2] for rank in found]
        found += [one for one in more(passage) if not any(one[0] < end and start < one[1] for start, end in spans)]
    return sorted(found)


def _clauses(passage: Passage) -> Iterator[tuple[int, int, int, str, str]]:
    """The clauses with a rank: span, where the rank stands, the rule and the words that say it."""
    text = passage.text
    patterns = _patterns()
    last = -1
    for match in patterns["first"].finditer(text):
        at = match.start()
        if (
            at < last
            or patterns["not"].match(text, at)
            or patterns["ceiling"].match(text, at)
            or not (rule := _rule(text, at, match))
        ):
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
    told = near.rpartition("是")[2] if word.startswith("最") and "在" not in near else near
    scoped = patterns["scope"].search(told) is not None
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
    elif word.startswith("最") and (_SO_FAR.search(before) or _SINCE.search(near)):
        return "the most so far"
    return "scope before a first" if scoped else ""


def _counts_on(text: str, match: re.Match[str], near: str) -> bool:
    """Whether 第… only counts (times, articles, things) and 前… months; 国内第一条…产线 and 全省第二家 are ranks."""
    word, end = match.group(), match.end()
    timed = _TIMES.match(text, end) is not None
    if word[0] == "前":
        return timed
    if word[0] != "第" or word.endswith("大"):
        return False
    patterns = _patterns()
    close = patterns["scope"].search(near[-4:]) is not None
    if timed:
        return not (word == "第一" and text[end] in "条批" and close)
    return patterns["counted"].match(text, match.start()) is not None and not word.startswith("第一") and not close


def _records(passage: Passage) -> Iterator[tuple[int, int, int, str, str]]:
    """The clauses that tell of a record that was set or a gap that was filled."""
    text = passage.text
    if "创" not in text and "填补" not in text and "纪录" not in text:
        return
    for match in _patterns()["record"].finditer(text):
        if not _WON.search(text, _opening(text, match.start()), match.start()):
            start, end = _clause(text, match.start(), match.end())
            yield start, end, match.start(), "record or gap", match.group()


def _titles(passage: Passage) -> Iterator[tuple[int, int, int, str, str]]:
    """The clauses that call something a leader or one of a few, or tell a prize that was won, each with its scope."""
    text = passage.text
    patterns = _patterns()
    for match in patterns["title"].finditer(text):
        before = text[_opening(text, match.start()) : match.start()]
        if _AIMED.search(before) or "将" in before:
            continue
        if match.group() == "之一":
            few = patterns["few"].search(before)
            rule, said = "one of a few", few["of"] if few else ""
        elif match.group() in ranking_words().prizes:
            won = patterns["won"].search(before)
            rule, said = "prize after a verb of winning", won["what"] if won else ""
        else:
            leads = patterns["leads"].search(before)
            rule, said = "called a leader", leads["of"] if leads else ""
        if patterns["scope"].search(said):
            start, end = _clause(text, match.start(), match.end())
            if share := _SHARE.match(text, end):
                end = share.end()
            yield start, end, match.start(), rule, match.group()


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a rank, with the quoted name that follows it, without the words that only point or join.

    A clause that only adds the rank (行业排名第一) takes the one before it along.
    """
    first = _opening(text, start)
    last = _stop(text, end)
    if last - end <= 3 and start - first <= 8 and first > 0 and text[first - 1] == "，":
        earlier = _opening(text, first - 1)
        if first - earlier <= 36:
            first = earlier
    if last - first > 2 * MAX:
        cut = text.rfind("、", first, start)
        first = cut + 1 if cut > 0 else first
    while first < last and text[first] in " 　”、":
        first += 1
    if joined := _JOINS.match(text, first, start):
        first = joined.end()
    return first, last


def _opening(text: str, at: int) -> int:
    """The place after the last mark before an offset, or after a quotation mark that is still open there."""
    start = max(text.rfind(mark, 0, at) for mark in _MARKS) + 1
    return max(start, text.rfind("“", start, at) + 1) if _open(text, start, at) else start


def _stop(text: str, end: int) -> int:
    """Where the clause ends: at the next mark or at the end of the quotation that it stands in."""
    last = min((at for mark in _MARKS if (at := text.find(mark, end)) >= 0), default=len(text))
    closed = text.find("”", end, last)
    return closed if closed >= 0 and text.find("“", end, closed) < 0 else last


def _open(text: str, start: int, at: int) -> bool:
    """Whether a quotation mark opens between two places and does not close."""
    return text.rfind("“", start, at) > text.rfind("”", start, at)


_SAID_OF = re.compile(r"(?P<who>[^，是]{2,24}?)(?:是|成为|已成为|系|为|综合实力|位列|名列|位居|排名|居|获评)")


_GOES_ON = re.compile("是|成为|入选|跻身|发布|获评|荣获|位居|位列|名列|连续|被评为")
_WORKS = re.compile("[一-龥]{0,8}?(?:基地|工厂|产业园|中心|项目|产线|分公司)")
_POINTS = re.compile("(?:去年|今年|目前|如今|当前)?[，]?(?:该|这家|这一|此)(?:公司|企业|集团|项目|基地)")
_JOINS = re.compile(
    "其中|(?:[也并又]|该(?:公司|企业|集团|项目|基地))(?=是|成为|入选|跻身|发布|获评|荣获|位居|位列|名列|连续|被评为)"
)


def _said_of(passage: Passage, start: int, end: int, names: Sequence[Mention]) -> str:
    """What the rank is said of; where its clause has no subject, the name that opens an earlier clause.

    A bare predicate looks back in its own sentence, 该公司 in the whole paragraph.
    """
    clause = passage.text[start:end]
    pointing = _POINTS.match(clause) or _POINTS.match(passage.text, _opening(passage.text, start), end)
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
