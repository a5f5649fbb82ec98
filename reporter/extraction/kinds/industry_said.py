"""Industries that a text calls so: with a rank, in apposition, or with pride.

In: a passage. Out: a find an industry.

    以|机器人|产业为主导                     what a zone is based on
    依托|汽车及零部件|这一支柱产业             apposition
    |智能网联汽车|是新区的一号产业             what is called one
    |轨道交通|是高新区的“金名片”              what a zone is proud of
    |家纺|唱主角                              what carries it
    |家纺|、|船用绳缆|，是该区的两张老牌    several of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.edges import clause_start, list_items, name_start
from reporter.extraction.kinds.industry_lists import Span
from reporter.extraction.kinds.industry_names import Found, core, hits, known, may_be, rank, whole
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words

CALLED = "called one"

_BASED = (
    r"(?P<names>[^，。；：“”以为]{2,40}?)(?:等)?(?:[两二三四五六七八九十\d]+[大个])?(?:产业|方向|领域|成)?为"
    r"(?P<rank>主导|支柱|首位|主攻方向|主攻|特色|支撑|核心|重点|市场引领|引领|补充|两翼|配套|基础|主体|龙头|优势|主(?=[，。；、的])|辅(?=[，。；、的]))"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    return {
        "apposition": re.compile(r"这一(?P<rank>主导|支柱|优势|特色|新兴|战略性新兴|首位)?产业"),
        "based": re.compile(rf"以{_BASED}"),
        "based_too": re.compile(rf"[，、]{_BASED}"),
        "called": re.compile(
            r"(?:是|成为|作为)(?P<of>[^，。；：]{0,16}?)“?"
            r"(?P<rank>主导|支柱|首位|龙头|当家|一号|第一|拳头|特色|优势|核心|重点|先导|主打|传统)”?(?:产业(?!链|园|集|工|项|基)|产品)"
        ),
        "pride": re.compile(
            rf"(?:是|成了|成为|当作|作为)(?P<of>[^，。；：“]{{0,16}}?)“?(?P<rank>{one_of(words.pride)})”?(?=[，。；、：]|之一|$)"
            rf"|(?P<carries>{one_of(words.carries)})(?=[，。；、：]|$)"
        ),
        # without one of their words neither of the two needs to be tried
        "proud": re.compile(rf"{one_of((*words.pride, *words.carries, *words.together))}”?(?=[，。；、：]|之一|$)"),
        "several": re.compile(
            rf"，(?:都|同)?(?:是|成为|构成|组成|撑起)(?:了)?(?P<of>[^，。；：“]{{0,12}}?)[两二三四五六七八九][大张块根条个]“?(?:{one_of(words.pride)})”?(?=[，。；、])"
            rf"|，?“?{one_of(words.together)}”?(?=[，。；、])"
        ),
    }


def based(passage: Passage) -> Iterator[Found]:
    """以机器人产业为主导; unknown names only where the sentence speaks of industry."""
    text = passage.text
    for match in _clauses_based(text):
        first, last = passage.sentence_at(match.start())
        framed = (_FRAMEWORK.search(text, first, last) or _WHAT_WORKS.search(text, first, match.start())) is not None
        for begin, stop in _parts(text, *match.span("names")):
            start, end, sure = core(text, max(begin, name_start(text, stop)), stop)
            name = text[start:end]
            if (sure and (framed or match["rank"] not in _MAINLY)) or (framed and may_be(name)):
                yield Found(passage, start, end, name, rank(match["rank"]), "以…为主导", match["rank"])


def _clauses_based(text: str) -> Iterator[re.Match[str]]:
    """Every 以…为主导 and what goes on after it without 以 (，…为补充)."""
    for match in _patterns()["based"].finditer(text):
        following: re.Match[str] | None = match
        while following:
            yield following
            following = _patterns()["based_too"].match(text, following.end())


def _parts(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between 、, 和 and 与; a known name that holds one of them stays whole."""
    inside = [hit for hit in hits(text) if begin <= hit.start and hit.end <= end]
    start = begin
    for at in range(begin, end):
        if text[at] in "、和与" and not any(hit.start < at < hit.end for hit in inside):
            yield start, at
            start = at + 1
    yield start, end


_FRAMEWORK = re.compile("产业(?:构架|架构|体系|格局|布局|结构)")
_WHAT_WORKS = re.compile("(?:工业|产业|行业|业态)(?:主要|大多|多|一直|历来)?$")
_MAINLY = ("主", "辅")
"""以轴承为主 may be said of anything: only a framework of industries makes it theirs."""


def famed(passage: Passage) -> Iterator[Found]:
    """因航空而兴, 以酒兴园, 靠陶瓷起家, 另一条链是元宇宙: what a zone lives by."""
    for match in _FAMED.finditer(passage.text):
        group = "name" if match["name"] else "chain"
        name = match[group]
        if known().fullmatch(name) or name.endswith("产业"):
            yield Found(passage, *match.span(group), name, "", CALLED, match.group())


_FAMED = re.compile(
    "(?:链|主角|主业|老本行)(?:就|便|则)?是(?P<chain>[^，。；、是的]{2,10})(?=[，。；])|[因以靠凭](?:着)?(?P<name>[^，。；、因以靠凭]{2,8}?)"
    "(?:而兴|而生|而立|而名|而强|而起|闻名|出名|见长|著称|立区|兴区|强区|立园|兴园|强园|起家|发家|起步)(?=[，。；、的]|于)"
)


def appositions(passage: Passage) -> Iterator[Found]:
    """依托汽车及零部件这一支柱产业."""
    text = passage.text
    for match in _patterns()["apposition"].finditer(text):
        start, end, sure = core(text, whole(text, name_start(text, match.start())), match.start())
        name = text[start:end]
        if sure or may_be(name):
            yield Found(passage, start, end, name, rank(match["rank"] or ""), "apposition", match.group())


def called(passage: Passage) -> Iterator[Found]:
    """服装是全区的首位产业, 氢能是新区的“金名片”; 汽车 is not, when it is the whole country's."""
    text = passage.text
    for match in _patterns()["called"].finditer(text) if "产业" in text or "产品" in text else ():
        start, end, sure = _called_so(text, match.start())
        if (sure or (match.group().endswith("产业") and may_be(text[start:end]))) and not _WIDER.search(match["of"]):
            yield Found(passage, start, end, text[start:end], rank(match["rank"] + "产业"), CALLED, match["rank"])
    if not _patterns()["proud"].search(text):
        return
    for match in _patterns()["pride"].finditer(text):
        start, end, sure = _called_so(text, match.start())
        name = text[start:end]
        if _WIDER.search(match["of"] or ""):
            continue
        if text[start - 1 : start] in ("、", "和", "与") and (row := _row(text, start, end)):
            for first, last in row:
                yield Found(passage, first, last, text[first:last], "", CALLED, match["rank"] or match["carries"])
        elif sure and name not in industry_words().welfare:
            yield Found(passage, start, end, name, "", CALLED, match["rank"] or match["carries"])
    for match in _patterns()["several"].finditer(text) if "、" in text else ():
        yield from _several(passage, match)


def _row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the clause that ends with one, where half of them are known (服装鞋帽、箱包和|玩具|是主力)."""
    spans = list(_parts(text, clause_start(text, start, 60), end))
    sure = sum(core(text, *span)[2] for span in spans)
    if len(spans) < 2 or 2 * sure < len(spans) or not all(may_be(text[first:last]) for first, last in spans):
        return []
    return spans


def _several(passage: Passage, match: re.Match[str]) -> Iterator[Found]:
    """家纺、船用绳缆，是该区的两张老牌: all items, where one of them is known."""
    text = passage.text
    spans = list_items(text, clause_start(text, match.start(), 60), match.start())
    names = [core(text, max(first, name_start(text, last)), last) for first, last in spans]
    if len(names) < 2 or _WIDER.search(match["of"] or "") or not any(sure for *_, sure in names):
        return
    for start, end, sure in names:
        if sure or may_be(text[start:end]):
            yield Found(passage, start, end, text[start:end], "", CALLED, match.group())


def _called_so(text: str, end: int) -> Span:
    """The name before 是 and the adverbs before it, and whether a table knows it."""
    before = _STILL.search(text, max(0, end - 20), end)
    end = before.start() if before else end
    start = whole(text, name_start(text, end))
    for match in known().finditer(text, max(0, end - _LONGEST), end):
        if match.end() == end:
            start = min(start, match.start())  # |服务器制造|是突破口: no verb 服务
    return core(text, start, end)


_LONGEST = 10


_STILL = re.compile(
    "(?:产业|产品|板块)?(?:曾经|曾|向来|始终|仍然|仍|依然|依旧|一直|历来|已经|已|里|上|更|正|只|还|则|也|就|又|才|却)*$"
)
_WIDER = re.compile("国民经济|我国|全国|国家|中国|世界|全球|现代化|经济体系")
