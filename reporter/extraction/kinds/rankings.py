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
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.ranking_clauses import AIMED, MARKS, PLACE, WON, Rank, clause, is_open, opening
from reporter.extraction.kinds.ranking_told import records, scopes, told
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import after_first, any_char, one_of
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import place_names, ranking_words
from reporter.model import Decision, Ranking, Relation, Scope, Status

REACH = 16
"""So many characters before a first its scope or verb may stand (在全国108个生物产业园区中位列第三)."""

_TIMES = re.compile(
    "[一二三四五六七八九十百零0-9季月天批书次产线步年轮期届阶条节章时间代]|方(?!阵)|个(?:月|季|百|五年|工作日)"
)
_SHARE = re.compile(
    r"，占[^，。；]{2,10}?(?:\d+/\d+|[\d.]+%|[一二三四五六七八九](?:分之[一二三四五六七八九]|成))(?=[，。；])"
)
_SINCE = re.compile("(?:以来|有史以来|迄今)(?:[^，。；]{0,4})$")
_INNER = re.compile("(?:该|本|我)(?:区|园区|片区|公司|企业|市|县)|(?:公司|企业|集团|旗下|自己|我们|其)(?:的)?$")
_TURNED = re.compile("(?:面向|辐射|走向|销往|覆盖|通达|服务|遍及|发往|[面朝]?向)$")
"""面向全国发布首批榜单: the country is no scope, but where it goes."""

_OF_ITS_OWN = re.compile(
    f"公司|集团|[工药]厂|学院|大学|医院|研究院|有限|项目|基地|(?<![各个类级有和])(?:{A_ZONE}|工业园|产业园)"
)
"""What makes a place part of a name (江苏砺风电池公司首条产线, 云岭高新区……打下第一桩)."""

_ZONE_KIND = re.compile(A_ZONE)
_ALL_ZONES = re.compile("(?:全国|国家级?|全[省市疆区]|[各类级个家有的在和]|省内|国内|中国|海关特殊监管)$")
_AFTER_FIRST = re.compile("[的位名大方梯阵县城强股以且并和至，。；：、！？”）]|$")
_COPULA = re.compile("是|成为")
_SO_FAR = re.compile("(?:是|成为)(?:目前|迄今|至今|截至目前)[^，。；]*的$")
_ONCE_DONE = re.compile("(?:之后|以后|后|之前|前|时)$")
"""在全省率先改革后: a clause that only says when."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = ranking_words()
    return {
        "first": re.compile(
            any_char(["第", "前", *(word[0] for word in words.firsts)])
            + r"(?:(?<=第)(?:\d+|[一二三四五六七八九十]+)[位名](?!置|员工|客)"
            + r"|(?<=前)(?:\d+|[一二两三四五六七八九十百]+)[强位名]"
            + r"|(?<=第)(?:\d{2,}|[一二三四五六七八九十]{2,3})[个家座]"
            + rf"|{after_first(words.firsts)})"
        ),
        "counted": re.compile(
            rf"(?:第[0-9一二三四五六七八九十百]+[位名](?=[“一-龥])(?![的、])|第.{{1,2}}(?={one_of(words.counted)}))"
        ),
        "title": re.compile(f"{one_of((*words.leaders, *words.prizes, '之一'))}(?=[，。；、])"),
        "won": re.compile(rf"{one_of(words.won)}(?P<what>[^，。；]*)$"),
        "few": re.compile(rf"(?:是|成为|为)(?P<of>[^，。；]*){one_of(words.few)}[^，。；]*$"),
        "leads": re.compile(r"(?:是|成为|作为)(?P<of>[^，。；]*)$"),
        "not": re.compile(one_of(words.not_ranks)),
        "placed": re.compile(one_of(words.placed)),
        "ceiling": re.compile(r"最[高多](?:可|不超过|给予|奖励|补[助贴])?[^，。；]{0,6}?\d"),
        "alone": re.compile(one_of(words.alone)),
        "authority": re.compile(rf"(?:通过|获得?|经|由|被|入选|纳入)[^，。；]{{0,4}}?{one_of(words.authorities)}"),
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
    found = {match[1] for match in PLACE.finditer(words)}
    return found | {"一"} if _TOP.search(words) else found


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
    for finder in (_titles, records, told):
        if more := list(finder(passage)):
            spans = [rank[:2] for rank in found]
            found += [one for one in more if not any(one[0] < end and start < one[1] for start, end in spans)]
    return _joined(passage.text, [_moved(passage.text, rank) for rank in sorted(found)])


def _moved(text: str, rank: Rank) -> Rank:
    """A clause that tells a place, with the one after it that tells how many places were won or lost since."""
    start, end, at, rule, cue = rank
    moved = _PLACES_WON.match(text, end) if _numbered(rank, text) else None
    return (start, moved.end(), at, rule, cue) if moved else rank


_PLACES_WON = re.compile(
    "，(?:(?:比|较)[^，。；]{0,8})?(?:上升|前移|提升|跃升|前进|攀升|晋升|进位|下降|后移|下滑)了?"
    "(?:\\d+|[一二两三四五六七八九十]+)个?(?:位次?|名次?)(?=[，。；])"
)
"""位列全国第19名，|较上年前移5位|."""


def _joined(text: str, ranks: list[Rank]) -> list[Rank]:
    """The clauses, one that is but a second place of the same as part of the one before it (排第31位，居全省第4位)."""
    made: list[Rank] = []
    for rank in ranks:
        start, end, *_ = rank
        if made and text[made[-1][1] : start] == "，" and _SECOND.match(text, start, end) and _numbered(made[-1], text):
            first, _, at, rule, cue = made[-1]
            made[-1] = first, end, at, rule, cue
        else:
            made.append(rank)
    return made


def _numbered(rank: Rank, text: str) -> bool:
    return PLACE.search(text, rank[0], rank[1]) is not None


_SECOND = re.compile(
    "(?:并|也|且|分?列|获评|位[居列]|名列|居|排|[比较][^，。；]{0,8}(?:上升|前移|提升|跃升|前进))(?!.*[是为])"
)


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
            or _LONG_AGO.match(text, passage.sentence_at(at)[0])
            or not (rule := _rule(text, at, match))
        ):
            continue
        start, end = clause(text, at, match.end(), last)
        last = end
        if match.group() != "率先" or not _ONCE_DONE.search(text, start, end):
            yield start, end, at, rule, match.group()


_LONG_AGO = re.compile("(?:19[0-9]{2}年(?:[0-9]{1,2}月)?|早在[^，。；]{2,8})，")
"""1985年，全国首个……在此诞生: history, whoever holds the place now."""


def _in_title(text: str, at: int) -> bool:
    """Whether a first stands inside the name of a list or prize (“最具投资价值园区”榜单)."""
    closed = text.find("”", at, at + 24)
    return closed >= 0 and is_open(text, max(0, at - 24), at) and _TITLED.match(text, closed + 1) is not None


_WON_OVER = re.compile("(?:引进|引入|引来|招引|招来|签约|落户|迎来)了?[^，。；]{0,6}\\Z")
"""成功引进|唯一|以医药为主业的某企业: the firm's place, not the zone's."""
_TITLED = re.compile("榜|奖|称号|荣誉|评选|名单|企业|城市|园区|行动|工程|大赛|论坛")


def _rule(text: str, at: int, match: re.Match[str]) -> str:
    """Why a first is a rank: a scope or a placing verb before it in its clause; empty where it is none."""
    patterns = _patterns()
    word = match.group()
    before = text[max(opening(text, at), at - 40) : at]
    near = before[-REACH:]
    told = near if "在" in near else _COPULA.split(near)[-1]
    if (
        before.startswith(_ON_TERMS)
        or (word == "唯一" and _WON_OVER.search(near))
        or _counts_on(text, match, near)
        or _QUEUES.search(near)
        or _NO_PRAISE.match(text, match.end())
        or _SINCE_ITS_OWN.search(before)
        or _OF_A_CITY.match(text, match.end())
        or (word[0] == "前" and _AND_OTHERS.search(before))
        or (text.startswith("）", match.end()) and _BYLINE.search(before))
        or (AIMED if word[0] == "首" else WON).search(before)
    ):
        return ""
    if patterns["alone"].match(word):
        bare = _INNER.search(near[-4:]) or text[at - 1 : at] + text[match.end() : match.end() + 1] == "“”"
        return "" if bare or text.startswith("性", match.end()) else "a first that needs no scope"
    near_or_far = before if word.endswith("位") else near
    if (word == "首批" or word[0] in "第前榜") and patterns["placed"].search(near_or_far):
        return "verb of placing"
    if word == "首批" and patterns["authority"].match(text, match.end()):
        return "a first by who says it"
    scoped = _scoped(told, word) and not (word[0] == "最" and _DEFINED.search(before))
    if word == "率先":
        around = near[-10:] + text[match.end() : match.end() + 4]
        scoped = "在" in around and scopes().search(around) is not None
    elif word == "标杆":
        scoped = scoped and "成为" in before
    elif word.startswith("最") and (_SO_FAR.search(before) or _SINCE.search(near)):
        return "the most so far"
    return "scope before a first" if scoped else ""


_DEFINED = re.compile(
    "(?:保税区|保税港区|试验区|自贸港)是(?:目前)?(?:我国|中国|全国)[^，。；]{0,4}(?:开放|优惠|功能|政策)"
)
"""综合保税区是我国开放层次最高的……: what such zones are in general."""

_QUEUES = re.compile("(?:[挂货卡]车|船|司机|车队)[^，。；]{0,4}排(?:在|到)?\\Z")
"""过境货车排在|第8位|: in a queue, not in a ranking."""
_BYLINE = re.compile("（[一-龥]{1,2}\\Z")
"""（云|唯一|）: who wrote the article."""
_SINCE_ITS_OWN = re.compile("(?:公司|企业|集团|工厂|院|校)(?:成立|创立|创办|建厂|投产)?以来(?:规模)?\\Z")
"""公司成立以来|最大|的投资项目: a first within its own life."""
_OF_A_CITY = re.compile("[^，。；]{0,30}(?:城市|地级市|设区市|县级市|省份)(?=[，。；])")
"""建成全国|首个|…试点城市: said of the city around a zone."""
_AND_OTHERS = re.compile(
    "、[^，。；]{2,16}等(?:园区|开发区|地区|地)?(?:都|均|则|仍|也)?(?:[排位居名]列?|稳居)[在于]?\\Z"
)
"""云杉岭高新区、霁湖高新区等排在|前列|: others that stand ahead, and no place of theirs."""
_NO_PRAISE = re.compile(r"(?:和领先)\d+[项个]|的?[^，。；]{0,6}(?:不过|只有|仅有?|还没有|寥寥)\d?")
"""全国首创|的加起来不过7项: too few to boast of."""


def _scoped(near: str, word: str) -> bool:
    """Whether the words before a first tell within what it is one: others of its kind, and no owner's name."""
    return any(_holds(near, scope, word) for scope in scopes().finditer(near))


def _holds(near: str, scope: re.Match[str], word: str) -> bool:
    before, between = near[: scope.start()], near[scope.end() :]
    if _TURNED.search(before) or (word == "首批" and len(between) > 4):
        return False
    if _ZONE_KIND.fullmatch(scope.group()):
        return _ALL_ZONES.search(before) is not None or (between in ("", "内", "的") and word != "首批")
    owned = word[0] in "首唯第" or (word[0] == "最" and (len(scope.group()) == 1 or scope.group() in place_names()))
    return not owned or not _OF_ITS_OWN.search(between)


def _counts_on(text: str, match: re.Match[str], near: str) -> bool:
    """Whether 第… only counts (times, articles, things) and 前… months; 国内第一条…产线 and 全省第二家 are ranks."""
    word, end = match.group(), match.end()
    timed = _TIMES.match(text, end) is not None
    if word[0] == "前":
        return timed
    if word[0] != "第" or word.endswith("大"):
        return False
    patterns = _patterns()
    close = scopes().search(near[-4:]) is not None
    if word == "第一" and not close and not _AFTER_FIRST.match(text, end):
        return True
    if timed:
        return not (word == "第一" and text[end] in "条批" and close)
    return patterns["counted"].match(text, match.start()) is not None and not word.startswith("第一") and not close


_ON_TERMS = ("对", "凡")
"""对首次认定的|单项冠军企业|，最高奖励200万元."""


def _titles(passage: Passage) -> Iterator[Rank]:
    """The clauses that call something a leader or one of a few, or tell a prize that was won, each with its scope."""
    text = passage.text
    patterns = _patterns()
    for match in patterns["title"].finditer(text):
        before = text[opening(text, match.start()) : match.start()]
        if AIMED.search(before) or "将" in before or before.startswith(_ON_TERMS):
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
        if scopes().search(said):
            start, end = clause(text, match.start(), match.end())
            if share := _SHARE.match(text, end):
                end = share.end()
            yield start, end, match.start(), rule, match.group()


_SAID_OF = re.compile(r"(?P<who>[^，是]{2,24}?)(?:是|成为|已成为|系|为|综合实力|位列|名列|位居|排名|居|获评)")


_GOES_ON = re.compile("是|成为|入选|跻身|发布|获评|荣获|位居|位列|名列|连续|被评为")
_WORKS = re.compile("[一-龥]{0,8}?(?:基地|工厂|产业园|中心|项目|产线|分公司)")
_POINTS = re.compile("(?:去年|今年|目前|如今|当前)?[，]?(?:该|这家|这一|此)(?:公司|企业|集团|项目|基地)")


def _said_of(passage: Passage, start: int, end: int, names: Sequence[Mention]) -> str:
    """What the rank is said of; where its clause has no subject, the name that opens an earlier clause.

    A bare predicate looks back in its own sentence, 该公司 in the whole paragraph.
    """
    clause = passage.text[start:end]
    pointing = _POINTS.match(clause) or _POINTS.match(passage.text, opening(passage.text, start), end)
    own = _subject(clause)
    if not pointing and (own or not _GOES_ON.match(clause)):
        return own
    floor = 0 if pointing else passage.sentence_at(start)[0]
    wanted = pointing is not None and pointing.group().endswith(("公司", "企业", "集团"))
    for mention in reversed([name for name in names if floor <= name.start and name.end <= start]):
        opens = mention.start in (floor, 0) or passage.text[mention.start - 1] in MARKS
        if opens and (not wanted or not mention.name.endswith(("项目", "基地"))):
            longer = _WORKS.match(passage.text, mention.end, start)
            return passage.text[mention.start : longer.end()] if longer else mention.name
    return ""


def _subject(clause: str) -> str:
    """What the rank is said of: the words before 是, 成为, 位列, 居 …, when the clause has them."""
    match = _SAID_OF.match(clause)
    return match["who"] if match else ""
