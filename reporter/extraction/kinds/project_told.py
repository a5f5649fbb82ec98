"""Projects that are told by what they cost or by their phase, whatever their names end in.

In: a passage and its companies. Out: mentions.

    总投资32亿元的|霁江光学玻璃二期|建成投产                what it costs before the name
    砺风麦业投资6亿元建设|年加工30万吨小麦的专用粉生产线|      what is built for so much
    还打算再投资1亿元，建一个|全温区冷链仓|
    在|砺风机器人二期|工地，26台机械同时作业                a phase and its site
    设立总规模50亿元的|科技创新投资基金|                    a fund of so much with a name of its own
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.project_names import coined, fund_of_its_own, patterns, proper
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import alternatives
from reporter.language.text import CJK
from reporter.language.words import Words
from reporter.lexicon.kinds import project_words

SUM = r"(?:超过|达到|超|达|近|约|逾|共)*\d[\d.]*[余多]?[万亿]+(?:美|港|欧|日)?元"
"""An amount of money with its hedge: 超15亿元."""

_PHASE = "[一二三四五六]期"
_SITES = "建设工地|施工工地|工地|施工现场|建设现场|项目现场"
_THEN = "(?:(?:去年|今年|明年|本月|下月|上月|月|年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|底|初|中旬|下旬|内)?前?)"
_ONE = "(?:[一1][个座条家处栋])?"


@cache
def _told() -> dict[str, re.Pattern[str]]:
    words = project_words()
    after = alternatives(word for word in words.done_after if not re.fullmatch(_PHASE, word))
    size = rf"(?:\d[\d.]*[余多]?万?平方米(?:的[{CJK}]{{2,6}}?)?)?"
    body = "(?:主体(?:结构|工程|厂房|建筑)?|土建|桩基)?"
    reached = rf"{size}{body}{_THEN}(?:{alternatives(words.between)})*(?:{after})"
    staged = rf"(?:[也都均]?在[{CJK}]{{2,10}}?)?(?:{reached}|(?:计划|预计|估算)?投资(?=[约超近逾]?\d)|之列)"
    found = "设立|组建|成立|发起设立|发起"
    return {
        "priced": re.compile(
            rf"投资{SUM}的(?P<name>(?:(?![今去明]年)[{CJK}A-Za-z0-9.·（）—-]){{3,26}}?)(?=[、，。；]|等|(?P<verb>{reached}))"
        ),
        "later": re.compile(rf"投资{SUM}的(?P<name>{_PHASE}(?:项目|工程))(?=[^，。；]{{0,12}}?(?P<verb>{after}))"),
        "paid": re.compile(
            rf"(?:(?P<built>投资{SUM}，?(?:的|建设|新建|启动))|(?<=[，。；它其]))(?P<name>{_PHASE}(?:项目|工程)?)"
            rf"(?(built)(?P<end>)|(?=(?:计划|预计|又|已)?(?:总?投资了?|投了|投入了?){SUM}))(?P<cue>)"
        ),
        "treated": re.compile(
            rf"(?:{alternatives(words.treatments)})(?=(?:已|已经|累计|今年|去年|全年|全面)*"
            rf"(?P<verb>完成投资|总投资|开工|完工|竣工)(?![\d率面项的])|(?P<sum>完成投资|总投资)\d)"
        ),
        "built": re.compile(
            rf"(?=[投斥出拿花砸])(?P<verb>投资了?|斥资|出资|投入了?|投了|拿出|花了?|砸下){SUM}(?:资金)?，?"
            rf"(?:在[^，。；]{{2,24}}?)?(?:{alternatives(words.builds)})(?![立有筑])了?{_ONE}"
            rf"(?:\d[\d.]*[余多]?万?(?:平方米|亩)的)?(?P<name>[^，。；、：“”]{{2,30}}?)(?=[，。；、]|$)"
        ),
        "phase": re.compile(rf"{_PHASE}(?<=[{CJK}A-Za-z]..)(?:工程|项目)?(?=(?P<verb>{_SITES}|{staged})|[，。；、])"),
        "fund": re.compile(
            rf"(?=[出设组成发总规])(?P<verb>出资{SUM}，?(?:{found})了?|(?:{found})了?(?:首期|总)?(?:规模|额度)?{SUM}(?:规模)?的?|总?规模{SUM}的)"
            rf"(?P<name>[{CJK}A-Za-z]{{2,16}}?基金)(?![会业]|小镇|管理|公司|项目)"
        ),
        "end": re.compile(
            rf"(?:{alternatives((*words.strong, *words.heads, *words.soft_heads))}"
            rf"|[仓楼厂园站塔馆库港城院校所室房线场桥路])(?:{_PHASE})?$"
        ),
    }


_YEARS = ("今年", "去年", "明年")


def priced(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """What stands after its price, what is built for a price, and funds of a size."""
    text = passage.text
    if not _MONEY.search(text):
        return
    for match in _told()["priced"].finditer(text):
        start, end = match.span("name")
        if text.startswith(_YEARS, end - 1):
            end -= 1  # 总投资24亿元的|跨江大桥|今年5月合龙
        if phase := _PHASED.match(text, end):
            end = phase.end()
        if led := _GOES_ON.match(text, start, end):
            end = led.end("name")
        known = (match["verb"] or led) and end - start >= 4
        plain = known and (_told()["end"].search if led else _told()["end"].fullmatch)(text[start:end])
        firms = match["verb"] and end - start >= 4 and _by_firm(match.start(), companies) and _built(text, start, end)
        if plain or (firms and end - start >= 6) or _owned(passage, start, end, companies, words):
            yield Mention(passage, start, end, text[start:end], "what it costs before the name", "投资")
        elif firms:
            name = _last_firm(match.start() + 1, companies) + match["name"]
            yield Mention(passage, start, end, name, "what it costs before the name", match["verb"])
    yield from _later(passage, companies)
    for match in _told()["built"].finditer(text):
        if mention := _building(passage, match, companies):
            yield mention
    for match in _told()["fund"].finditer(text) if "基金" in text else ():
        start, end = match.span("name")
        if fund_of_its_own(match["name"]) and proper(passage, start, end, companies, words):
            yield Mention(passage, start, end, match["name"], "fund of a size", match["verb"])


def _later(passage: Passage, companies: Sequence[Mention]) -> Iterator[Mention]:
    """A firm's bare phase with its price: 投资8亿元的|二期工程|."""
    text = passage.text
    for match in _told()["later"].finditer(text):
        start, end = match.span("name")
        name = _last_firm(start, companies) + match["name"]
        yield Mention(passage, start, end, name, "what it costs before the name", match["verb"])
    for match in _told()["paid"].finditer(text) if "期" in text else ():
        start, end = match.span("name")
        named = "项目" in text[: match.start()]  # 项目从签约到……，|一期|投资3.5亿元: the project named before
        if (owner := _last_firm(start, companies)) and (match["built"] or not named):
            yield Mention(passage, start, end, owner + match["name"], "phase of a firm, with its money", match["cue"])


def _by_firm(at: int, companies: Sequence[Mention]) -> bool:
    """Whether a firm stands right before what it invests: 砺风生物公司|投资11亿元的新型疫苗基地."""
    return any(company.end == at for company in companies)


def _built(text: str, start: int, end: int) -> bool:
    """Whether a name ends like something that is built."""
    return _told()["end"].search(text[start:end]) is not None


def _last_firm(at: int, companies: Sequence[Mention]) -> str:
    """The firm that a passage named last before a place: of whom a bare 二期项目 is; empty where it named none."""
    return next((company.name for company in reversed(companies) if company.end <= at), "")


_PHASED = re.compile(_PHASE)
_GOES_ON = re.compile("(?P<name>.{3,}[城园谷港区厂地心线院楼])[又也已正将还]")
"""总投资45亿元的|砺湖智汇城|又亮了相."""

_MONEY = re.compile("[万亿](?:美|港|欧|日)?元")
_NONE = re.compile(
    "企业|公司|项目|集团|产业链?$|订单|合同|协议|^[0-9一二两三四五六七八九十]+[个家条项]|^一批|^多|背后|资金|设备$"
)


def _owned(passage: Passage, start: int, end: int, companies: Sequence[Mention], words: Words) -> bool:
    """Whether a span holds something of its own and is neither a firm nor a count."""
    name = passage.text[start:end]
    if _NONE.search(name) or "的" in name or patterns()["generic"].fullmatch(name):
        return False
    return proper(passage, start, end, companies, words) or (name.endswith("工程") and len(name) >= 7)


_LINES = re.compile(r"(?:[2-9]|[两三四五六七八九])条(?=.{2,}(?:生产线|产线)$)")
_SEVERAL = re.compile(r"(?:[2-9]|\d\d+|[两三四五六七八九十数多几])[余多]?(?:大型)?[个座条处栋家]|第")


_COUNT = re.compile(r"\d[余多]?(?:[个座条处栋家所]|亩)$")
"""新建|学校9所."""

_THIS = re.compile("[该此这本各]|.*项目.")


def _building(passage: Passage, match: re.Match[str], companies: Sequence[Mention]) -> Mention | None:
    """What is built for so much; a plain name (厂房) goes with its builder's."""
    name, begin = match["name"], match.start("name")
    if lines := _LINES.match(name):
        name, begin = name[lines.end() :], begin + lines.end()  # 投入4300万元上了两条|集成材生产线
    if _SEVERAL.match(name) or _COUNT.search(name) or _THIS.match(name) or not _told()["end"].search(name):
        return None
    mention = Mention(passage, begin, match.end("name"), name, "built for so much", match["verb"])
    if len(name) >= 5 or (len(name) == 4 and not patterns()["generic"].match(name)):
        return mention
    first, _ = passage.sentence_at(match.start())
    owners = [company for company in companies if first <= company.start and company.end <= match.start()]
    return replace(mention, name=owners[-1].name + name) if owners else None


def phases(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """A name and its phase where something is at work or done: 砺风机器人二期|工地."""
    text = passage.text
    if not _PHASED.search(text):
        return
    for match in _STAGES.finditer(text):
        start = name_start(text, match.start())
        if match.start() - start >= 3 and _phase_of(passage, start, match.start(), companies, words):
            yield Mention(passage, start, match.end(), text[start : match.end()], "phase of a project", match["cue"])
    for match in _told()["phase"].finditer(text):
        start = name_start(text, match.start())
        if match["verb"] and (annual := _ANNUAL.search(text, max(0, start - 24), start)):
            start = annual.start()
            yield Mention(passage, start, match.end(), text[start : match.end()], "phase of a size", match["verb"])
        elif _SIZED.search(text, max(0, start - 12), start) and match.start() - start >= 3:
            yield Mention(passage, start, match.end(), text[start : match.end()], "phase of a size", match.group())
        elif (
            match["verb"] and match.start() - start >= 2 and _phase_of(passage, start, match.start(), companies, words)
        ):
            yield Mention(passage, start, match.end(), text[start : match.end()], "phase of a project", match["verb"])


_STAGES = re.compile(
    rf"(?:项目)?{_PHASE}(?:[一二三四]?(?:、[一二三四])?阶段|[、和与及]{_PHASE})(?:工程|项目)?(?=(?P<cue>(?:计划|预计)?总?投资)\d)"
)
"""砺湖产业基地|一期二、三阶段|投资30亿元: several parts that are priced together."""


def _phase_of(passage: Passage, start: int, end: int, companies: Sequence[Mention], words: Words) -> bool:
    """Whether a phase is one of something with a name: 砺湖|, 新桥冷链|, 砺风集团工厂|; 公司| and 项目| are none."""
    name = passage.text[start:end]
    if _owned(passage, start, end, companies, words):
        return True
    plain = _NO_PLACE.search(name) or "的" in name or patterns()["generic"].fullmatch(name)
    return not plain and len(name) >= 4 and (coined(name, words) or _told()["end"].search(name) is not None)


_NO_PLACE = re.compile("项目|企业|(?:公司|集团|产业链?)$")


def firm_phases(passage: Passage, companies: Sequence[Mention], _: Words) -> Iterator[Mention]:
    """A firm and its phase: 砺风新材料有限公司二期|车间里, 砺风二期."""
    for company in companies:
        if phase := _WORKS_PHASE.match(passage.text, company.end):
            start, end = company.start, phase.end("phase")
            yield Mention(passage, start, end, company.name + phase["phase"], "phase of a firm", phase["phase"])


_WORKS_PHASE = re.compile(
    rf"的?(?P<phase>{_PHASE}(?:工程|项目)?)(?=车间|厂房|工厂|生产线|建设|工地|厂区|现场|[，。；])"
)


def short_phases(passage: Passage, firms: str) -> Iterator[Mention]:
    """A firm's short name and a phase: 砺风二期|只用了11个月, when `firms` (the article's, one a line) has it."""
    for match in _SHORT_PHASE.finditer(passage.text):
        for length in (4, 3, 2):
            start = match.start() - length
            name = passage.text[max(0, start) : match.start()]
            if len(name) == length and name in firms and name_start(passage.text, match.start()) <= start:
                yield Mention(
                    passage, start, match.end(), passage.text[start : match.end()], "phase of a firm", match.group()
                )
                break


_SHORT_PHASE = re.compile(rf"{_PHASE}(?![一-龥]?[、和])")


def treated(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Works on a river or road, told by what they cost or when they are done: 砺江北段治理|完成投资3亿元."""
    text = passage.text
    for match in _told()["treated"].finditer(text) if "投资" in text or "工" in text else ():
        start, end = name_start(text, match.start()), match.start()
        if end - start >= 3 and (_SITE.search(text, start, end) or _owned(passage, start, end, companies, words)):
            cue = match["verb"] or match["sum"]
            yield Mention(passage, start, match.end(), text[start : match.end()], "works on something", cue)


_SITE = re.compile(
    "[一-龥]{2}(?:[河湖江溪渠塘路街桥]|水库|水厂|污水处理厂|码头|港区|航道)[东西南北中上下]?[段岸侧游]?$"
)


_ANNUAL = re.compile(r"年(?:产|加工|处理)\d[^，。；、的]{1,16}的\Z")
_SIZED = re.compile(r"\d[余多]?[万亿]*(?:平方米|亩|元)的$")
"""建成25万平方米的|加速器四期."""

_ENDS_IN_PHASE = re.compile(f"(?P<stem>.+?)(?P<phase>{_PHASE})(?:工程|项目)?$")
_NEXT = re.compile(
    rf"(?<=[。；，])(?P<phase>{_PHASE})(?:工程|项目)?(?=占地|用地|(?:计划|估算)?总投资|(?:计划)?投资|规划用地|(?:总)?建筑面积)"
)


def next_phases(passage: Passage, mentions: Sequence[Mention]) -> list[Mention]:
    """The other phases of what is named with a phase: 砺风小镇一期已建成……；|二期|占地330亩."""
    told = [(mention, phase) for mention in mentions if (phase := _ENDS_IN_PHASE.match(mention.name))]
    if not told:
        return []
    found = []
    for match in _NEXT.finditer(passage.text):
        before = [pair for pair in told if pair[0].end <= match.start()]
        if before and before[-1][1]["phase"] != match["phase"]:
            name = before[-1][1]["stem"] + match["phase"]
            found.append(Mention(passage, match.start(), match.end(), name, "next phase of a project", match.group()))
    return found
