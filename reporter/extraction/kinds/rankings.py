"""Ranks and firsts, as the page words them.

In: a scene. Out: `Ranking` facts: the clause that says the rank, and what it is said of.

    武汉光谷生物城综合实力在全国108个生物产业园区中|位列第三|      a verb that places, and a number
    这是|全球首款|128层QLC闪存                                    a scope and a first
    湖北自贸区是|唯一|被国家定位为……的自贸区                        唯一 needs no scope
    公司是国内泵阀行业的|龙头企业|                                 a leader, and of what
    园区企业拿下省科学技术|二等奖|                                 a verb of winning, and who gives it
    项目|填补西南地区空白|， 业务量|创历史新高|                       a gap that is filled, a record that is set
    年度考核连续三年|获评A类|                                      the best class of an assessment
    出口增速|领跑全省|                                            a verb that leads, and within what
    是全球|重要的|轴承生产|基地|                                   what a zone is known for in the country

第一季度, 第一批, 首次 and 最新 rank nothing; neither does a place that is still to be reached, nor a first within a
company's own life or a zone's own doings (公司首条产线, 园区首批科研楼): the scope must hold others of the kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import after_first, any_char, begun, one_of
from reporter.lexicon.kinds import place_names, ranking_words
from reporter.model import Decision, Ranking, Relation, Scope, Status

MAX = 60
"""A clause more than twice as long begins with the item of its list that holds the rank; none is cut in a word."""

REACH = 16
"""So many characters before a first its scope or verb may stand (在全国108个生物产业园区中位列第三)."""

_MARKS = "，。；：！？"
_MARK = re.compile(f"[{_MARKS}]")
_TIMES = re.compile(
    "[一二三四五六七八九十百零0-9季天批书次产线步年轮期届阶条节章时间代]|方(?!阵)|个(?:月|季|百|五年|工作日)"
)
_AIMED = re.compile("力争|争取|争创|奋力|努力|目标|将成为|致力|瞄准|冲刺")
_SHARE = re.compile(
    r"，占[^，。；]{2,10}?(?:\d+/\d+|[\d.]+%|[一二三四五六七八九](?:分之[一二三四五六七八九]|成))(?=[，。；])"
)
_SINCE = re.compile("(?:以来|有史以来|迄今)(?:[^，。；]{0,4})$")
_INNER = re.compile("(?:该|本|我)(?:区|园区|片区|公司|企业|市|县)|(?:公司|企业|集团|旗下|自己|我们|其)(?:的)?$")
_TURNED = re.compile("(?:面向|辐射|走向|销往|覆盖|通达|服务|遍及|发往|[面朝]?向)$")
"""面向全国发布首批榜单: the country is no scope, but where it goes."""

_OF_ITS_OWN = re.compile(
    "公司|集团|[工药]厂|学院|大学|医院|研究院|有限|项目|基地"
    "|(?<![各个类级有])(?:高新区|经开区|开发区|综保区|综合保税区|园区|工业园|产业园|新区|片区|自贸区|自贸试验区)"
)
"""What makes a place part of a name (江苏砺风电池公司首条产线, 云岭高新区……打下第一桩)."""

_ZONE_KIND = re.compile("(?:高新|经开|综保|开发|综合保税|片|自贸|自贸试验)区|自贸港")
_ALL_ZONES = re.compile("(?:全国|国家级?|全[省市疆区]|[各类级个家有的在和]|省内|国内|中国|海关特殊监管)$")
_AFTER_FIRST = re.compile("[的位名大方梯阵县城强股以且并和至，。；：、！？”）]|$")
_COPULA = re.compile("是|成为")
_SO_FAR = re.compile("(?:是|成为)(?:目前|迄今|至今|截至目前)[^，。；]*的$")
_WON = re.compile(f"{_AIMED.pattern}|打造|加快建设|(?<!已)(?<!已经)把[^，。；]{{2,12}}(?:做|建设?|打造|培育)成")
_ONCE_DONE = re.compile("(?:之后|以后|后|之前|前|时)$")
"""在全省率先改革后: a clause that only says when."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = ranking_words()
    places = sorted(place_names(), key=lambda name: (-len(name), name))
    return {
        "first": re.compile(
            any_char(["第", "前", *(word[0] for word in words.firsts)])
            + r"(?:(?<=第)(?:\d+|[一二三四五六七八九十]+)[位名](?!置|员工|客)"
            + rf"|(?<=前)(?:\d+|[一二三四五六七八九十百]+)[强位名]|{after_first(words.firsts)})"
        ),
        "counted": re.compile(
            rf"(?:第[0-9一二三四五六七八九十百]+[位名](?=[“一-龥])(?![的、])|第.{{1,2}}(?={one_of(words.counted)}))"
        ),
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
        ),
        "known": re.compile(
            rf"(?:是|成为|系)(?:目前|当前)?{one_of(words.widest)}(?:最为?|十分)?(?:重要|主要|知名|著名|领先)的[^，。；]{{2,20}}?"
            rf"{one_of(words.known_for)}(?:之一)?(?=[，。；、])"
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
    for passage, ranks in _by_passage(scene):
        for start, end, at, rule, cue in ranks:
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


Rank = tuple[int, int, int, str, str]
"""A clause: span, where its rank stands, the rule and the words that say it."""


def _by_passage(scene: Scene) -> Iterator[tuple[Passage, list[Rank]]]:
    """The ranks of every paragraph; a headline's only where they tell a place that the body leaves out."""
    body = {passage.index: _ranks(passage) for passage in scene.body}
    told = {place for ranks in body.values() for *_, cue in ranks for place in _places(cue)}
    for passage in scene.passages:
        if passage.index in body:
            yield passage, body[passage.index]
        else:
            ranks = [rank for rank in _clauses(passage) if _places(passage.text[rank[0] : rank[1]]) - told]
            yield passage, ranks


def _places(words: str) -> set[str]:
    """The numbers of the places that words tell (首位 and 榜首 are 一)."""
    found = {match[1] for match in _PLACE.finditer(words)}
    return found | {"一"} if _TOP.search(words) else found


_PLACE = re.compile("[第前]([0-9]+|[一二三四五六七八九十]+)")
_TOP = re.compile("首|榜首|冠|唯一|最")


def _aimed(scene: Scene) -> set[tuple[int, int]]:
    """Where the ranks end that are still to be reached or a city's own, as the figures tell it: paragraph, offset."""
    places = [
        figure.evidence
        for figure in scene.figures
        if figure.relation is Relation.RANK and (figure.status is Status.TARGET or figure.scope is Scope.EXTERNAL)
    ]
    return {(place.paragraph, place.offset + len(place.text)) for place in places}


def _ranks(passage: Passage) -> list[Rank]:
    """The clauses with a rank, a first or a title: span, where its word stands, the rule and the words that say it."""
    found = list(_clauses(passage))
    for finder in (_titles, _records, _told):
        if more := list(finder(passage)):
            spans = [rank[:2] for rank in found]
            found += [one for one in more if not any(one[0] < end and start < one[1] for start, end in spans)]
    return sorted(found)


def _clauses(passage: Passage) -> Iterator[Rank]:
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
            or _in_title(text, at)
            or not (rule := _rule(text, at, match))
        ):
            continue
        start, end = _clause(text, at, match.end(), last)
        last = end
        if match.group() != "率先" or not _ONCE_DONE.search(text, start, end):
            yield start, end, at, rule, match.group()


def _in_title(text: str, at: int) -> bool:
    """Whether a first stands inside the name of a list or prize (“最具投资价值园区”榜单)."""
    closed = text.find("”", at, at + 24)
    return closed >= 0 and _open(text, max(0, at - 24), at) and _TITLED.match(text, closed + 1) is not None


_TITLED = re.compile("榜|奖|称号|荣誉|评选|名单|企业|城市|园区|行动|工程|大赛|论坛")


def _rule(text: str, at: int, match: re.Match[str]) -> str:
    """Why a first is a rank: a scope or a placing verb before it in its clause; empty where it is none."""
    patterns = _patterns()
    word = match.group()
    before = text[max(_opening(text, at), at - 40) : at]
    near = before[-REACH:]
    told = near if "在" in near else _COPULA.split(near)[-1]
    if (
        before.startswith(_ON_TERMS)
        or _counts_on(text, match, near)
        or _QUEUES.search(near)
        or _NO_PRAISE.match(text, match.end())
        or (_AIMED if word[0] == "首" else _WON).search(before)
    ):
        return ""
    if patterns["alone"].match(word):
        bare = _INNER.search(near[-4:]) or text[at - 1 : at] + text[match.end() : match.end() + 1] == "“”"
        return "" if bare or text.startswith("性", match.end()) else "a first that needs no scope"
    near_or_far = before if word.endswith("位") else near
    if (word == "首批" or word[0] in "第前榜") and patterns["placed"].search(near_or_far):
        return "verb of placing"
    scoped = _scoped(told, word)
    if word == "率先":
        around = near[-10:] + text[match.end() : match.end() + 4]
        scoped = "在" in around and patterns["scope"].search(around) is not None
    elif word == "标杆":
        scoped = scoped and "成为" in before
    elif word.startswith("最") and (_SO_FAR.search(before) or _SINCE.search(near)):
        return "the most so far"
    return "scope before a first" if scoped else ""


_QUEUES = re.compile("(?:[挂货卡]车|船|司机|车队)[^，。；]{0,4}排(?:在|到)?\\Z")
"""过境货车排在|第8位|: in a queue, not in a ranking."""
_NO_PRAISE = re.compile(r"的?[^，。；]{0,6}(?:不过|只有|仅有?|还没有|寥寥)\d?")
"""全国首创|的加起来不过7项: too few to boast of."""


def _scoped(near: str, word: str) -> bool:
    """Whether the words before a first tell within what it is one: others of its kind, and no owner's name."""
    return any(_holds(near, scope, word) for scope in _patterns()["scope"].finditer(near))


def _holds(near: str, scope: re.Match[str], word: str) -> bool:
    before, between = near[: scope.start()], near[scope.end() :]
    if _TURNED.search(before) or (word == "首批" and len(between) > 4):
        return False
    if _ZONE_KIND.fullmatch(scope.group()):
        return _ALL_ZONES.search(before) is not None or (between in ("", "内", "的") and word != "首批")
    return word[0] not in "首唯第" or not _OF_ITS_OWN.search(between)


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
    if word == "第一" and not close and not _AFTER_FIRST.match(text, end):
        return True
    if timed:
        return not (word == "第一" and text[end] in "条批" and close)
    return patterns["counted"].match(text, match.start()) is not None and not word.startswith("第一") and not close


def _records(passage: Passage) -> Iterator[Rank]:
    """The clauses that tell of a record that was set or a gap that was filled."""
    text = passage.text
    if "创" not in text and "填补" not in text and "纪录" not in text and "首次" not in text:
        return
    for match in _patterns()["record"].finditer(text):
        if not _WON.search(text, _opening(text, match.start()), match.start()):
            start, end = _clause(text, match.start(), match.end())
            yield start, end, match.start(), "record or gap", match.group()


def _told(passage: Passage) -> Iterator[Rank]:
    """The clauses that tell a rank without a number: a class, a lead, places won, what a zone is known for."""
    text = passage.text
    last = 0
    for start, name, match in sorted(
        (match.start(), sort, match)
        for sort in (_TOLD if "领" in text or "走在" in text else _TOLD_BUT_LEADS)
        for match in _patterns()[sort].finditer(text)
    ):
        opening = _opening(text, start)
        if start < last or _WON.search(text, opening, match.end()) or not _told_well(passage, name, match):
            continue
        more = _LEADS_ON.match(text, _stop(text, match.end()))
        last = more.end() if more else _stop(text, match.end())
        joined = _JOINS.match(text, opening, start)
        yield joined.end() if joined else opening, last, start, _TOLD[name], match.group()


_TOLD = {
    "graded": "class of an assessment",
    "ahead": "verb of leading",
    "moved": "places won",
    "known": "known for",
}
_TOLD_BUT_LEADS = tuple(sort for sort in _TOLD if sort != "ahead")
_LEADS_ON = re.compile("，(?:继续|并|且|仍|持续)+(?:领跑|领先|保持|位居|稳居)[^，。；！]+")


def _told_well(passage: Passage, name: str, match: re.Match[str]) -> bool:
    """A class needs an assessment or a row of years beside it; places won need a scope, and no place told before."""
    first, last = passage.sentence_at(match.start())
    if name == "graded":
        assessed = _ASSESSED.search(passage.text, first, last) is not None
        return assessed and not _GRANTED.search(passage.text, first, last)
    if name != "moved":
        return True
    if match.group()[0] in "由从":
        return True  # 由上年的第40位上升9位 says both
    told = _PLACE.search(passage.text, first, match.end()) is not None
    return not told and _patterns()["scope"].search(passage.text, first, match.end()) is not None


_GRANTED = re.compile("给予|奖励|补助|补贴|资助|享受|凡|对[^，。；]{0,20}的，")
"""考核优秀的，奖励10万元: what a policy asks for, no class that was given."""

_ON_TERMS = ("对", "凡")
"""对首次认定的|单项冠军企业|，最高奖励200万元."""
_ASSESSED = re.compile("考核|考评|评估|评价|评定|测评|绩效|排名|连续[两二三四五六七八九十0-9]+[年次]")


def _titles(passage: Passage) -> Iterator[Rank]:
    """The clauses that call something a leader or one of a few, or tell a prize that was won, each with its scope."""
    text = passage.text
    patterns = _patterns()
    for match in patterns["title"].finditer(text):
        before = text[_opening(text, match.start()) : match.start()]
        if _AIMED.search(before) or "将" in before or before.startswith(_ON_TERMS):
            continue
        if match.group() == "之一":
            few = patterns["few"].search(before)
            rule, said = "one of a few", few["of"] if few else ""
        elif match.group() in ranking_words().prizes:
            won = patterns["won"].search(before)
            among = before if won and "在" in before else ""  # 在全省考核中荣获一等奖
            rule, said = "prize after a verb of winning", among or (won["what"] if won else "")
        else:
            leads = patterns["leads"].search(before)
            rule, said = "called a leader", leads["of"] if leads else ""
        if patterns["scope"].search(said):
            start, end = _clause(text, match.start(), match.end())
            if share := _SHARE.match(text, end):
                end = share.end()
            yield start, end, match.start(), rule, match.group()


def _clause(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """The clause around a rank, with the quoted name that follows it, without the words that only point or join.

    A clause that only adds the rank (行业排名第一) takes the one before it along, unless that ends before `floor`: it
    was told already.
    """
    first = _opening(text, start)
    last = _stop(text, end)
    if last - end <= 3 and start - first <= 8 and first > 0 and text[first - 1] == "，":
        earlier = _opening(text, first - 1)
        if first - earlier <= 36 and first - 1 > floor:
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
    marks = _places_of_marks(text)
    before = bisect_left(marks, at)
    start = marks[before - 1] + 1 if before else 0
    return max(start, text.rfind("“", start, at) + 1) if _open(text, start, at) else start


@lru_cache(maxsize=16)
def _places_of_marks(text: str) -> list[int]:
    """Where the marks of a paragraph stand, which is asked many times."""
    return [match.start() for match in _MARK.finditer(text)]


def _stop(text: str, end: int) -> int:
    """Where the clause ends: at the next mark or at the end of the quotation that it stands in."""
    marks = _places_of_marks(text)
    after = bisect_left(marks, end)
    last = marks[after] if after < len(marks) else len(text)
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
