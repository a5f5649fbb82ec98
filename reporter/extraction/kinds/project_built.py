"""Whether what ends in a facility's head is a project: who builds it, what it costs, what happens to it.

In: a paragraph and a candidate for a name. Out: the rule that shows a project and the words that say so, or None.

    投资9亿元建设的|公共技术平台|已经启用            a verb and a price before it
    |砺风压缩机智能工厂|建成投产                    a verb after it
    最大的是|云德未来城|。项目占地900亩             what the next sentence calls a project
    投入3200万元建成|废水回用系统|                  what is as often no building, but was built
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.extraction.kinds.edges import clause_start
from reporter.extraction.kinds.project_lists import ZONE
from reporter.extraction.kinds.project_names import fund_of_its_own, patterns
from reporter.extraction.kinds.project_shown import shown, told_again

_BEGUN = re.compile("(?:启动|开工|投资|建设|引进|签约)的$")
PRICED = re.compile("(?:，占地[^，。；]{2,10})?，?(?:计划|估算|概算)?(?:总投资|投资(?=[约超近逾]?[0-9]))")
"""What a project costs, right behind its name."""

_PRICED_BEFORE = re.compile(r"投资(?:超过|近|超|约|逾)?\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元的\Z")
MEASURED = re.compile(
    r"\d[万亿]*(?:元|美元|平方公里|平方米|亩|公顷|张|个床位|个车位)[^，。；]{0,6}的$|\d万?(?:平方米|亩)$|投资[^，。；]{0,6}\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元(?:建设|新建|兴建|打造|建)$"
)
"""A size or a price right before a name."""


class Candidate(Struct, frozen=True, gc=False):
    """A span that ends in a head; `proper` when it holds something of its own, `generic` when only common words."""

    start: int
    head: int
    end: int
    kind: str
    proper: bool
    generic: bool


def told(text: str, found: Candidate) -> tuple[str, str] | None:
    """A short name before 项目 is believed when somebody starts it or the page says what it costs."""
    before = text[clause_start(text, found.start, 60) : found.start]
    if match := _BEGUN.search(before):
        return "verb before the name", match.group()
    if match := _PRICED_BEFORE.search(before):
        return "what it costs before the name", match.group()
    if match := PRICED.match(text, found.end):
        return "verb after the name", match.group()
    after = patterns()["after"].match(text, found.end) if found.head - found.start >= 4 else None
    if after and _EVENT.search(after["verb"]) and not text.startswith("项目", found.head):
        return "verb after the name", after["verb"]
    return None


def built(text: str, found: Candidate, stem: str) -> tuple[str, str] | None:
    """The rule and verb by which something with a facility's head is a project, or None."""
    before = _led(text, found.start)
    if _no_facility(text, found, stem):
        return None
    if (
        not found.generic
        and (found.proper or len(stem) >= 4)
        and (cue := told_again(text, found.start, found.head, found.end))
    ):
        return "told of in the next sentence", cue
    if _elsewhere(text, found, before):
        return None
    named = stem[0] not in "最首" and (found.proper or len(stem) >= 6)
    if named and (calls := _IS_ONE.match(text, found.end)):
        return "called a project", calls["cue"]
    if named and (topic := _TOPIC.match(text, found.end)):
        return "project in the next sentence", topic["cue"]
    return (
        _measured(text, found, before)
        or _by_verb(text, found, stem, before)
        or (None if found.generic else shown(text, found.start, found.end, before, found.proper))
    )


_TOPIC = re.compile(
    "。(?:该|这个|这一)?项目(?P<cue>由|总?投资|计划|估算|规划|占地|用地|放在|选址|位于|建在|坐落|分[两二三四]期|建成)"
)
"""最大的是|云德未来城|。项目放在河东组团: what a sentence ends in and the next one calls a project."""


_IS_ONE = re.compile(
    "(?:就|也)?是[^，。；]{2,24}?(?P<cue>(?:投资|重点|重大|产业|示范|民生|实事|标志性|招商|建设)项目)(?:之一)?(?=[，。；])"
)
"""|砺湖高效泵制造基地|是公司成立以来最大的投资项目."""


def paid(text: str, found: Candidate) -> tuple[str, str] | None:
    """The rule for what is as often no building: it was built, in some size or with a name of its own."""
    before = _led(text, found.start)
    built = _MADE.search(before)
    if built and (MEASURED.search(before) or found.proper or found.head - found.start >= 6):
        return "verb before the name", built["verb"]
    if found.generic or not found.proper:
        return None
    after = patterns()["after"].match(text, found.end)
    if after and _GOES_LIVE.search(after["verb"]) and (_AT_HAND.search(before) or not before.strip()):
        return "verb after the name", after["verb"]
    return shown(text, found.start, found.end, before, found.proper) if MEASURED.search(before) else None


_GOES_LIVE = re.compile("上线|启用|投用|投入使用|启动|开工|开通|揭牌")
_AT_HAND = re.compile("的\\Z")
_MADE = re.compile("(?P<verb>建成投用|建成|新建|扩建|改建|兴建|建起|投资建设|开通)了?[^，。；：！？“”、]{0,14}?的?$")


def _elsewhere(text: str, found: Candidate, before: str) -> bool:
    """Whether a facility is only where somebody has a seat, only wished for, or one of many that are counted."""
    wished = _TOWARDS.search(before) and (
        _FOR_MANY.search(before) or _WISHED.search(text, max(0, found.start - 60), found.start)
    )
    counted = _SO_MANY.match(text, found.end) is not None and not MEASURED.search(before)
    counted = counted or _COUNTED.search(text, max(0, found.start - 16), found.start) is not None
    served = _SERVED.match(text, found.end) and patterns()["done"].search(before) is None
    after = patterns()["after"].match(text, found.end)
    seat = (_WHERE.search(before) or _SETTLED.search(before)) and not (
        (after and _EVENT.search(after["verb"])) or PRICED.match(text, found.end)
    )
    offered = text.startswith("的，", found.end) or _NEW_LINES.match(text, found.end) is not None
    return bool(wished or counted or served or seat or offered)


_NEW_LINES = re.compile(
    "(?:累计|目前|已|今年|去年|先后|又|还|新)*开通(?:了)?[^，。；]{0,8}(?:航线|线路|班列|班轮|航班|航点)"
)
"""|砺湖机场|已开通货运航线56条: no airport is opened. 设立|地区总部|的，奖励…: what a policy asks for."""
_SO_MANY = re.compile(
    "\\d|(?:累计|目前|现|已|共|就|各)*(?:有|达到?|超过?|近|约)[^，。；]{0,2}\\d+[余多]?[个座家条处](?![^，。；]{0,6}(?:泊位|展厅))"
)
"""建成和在建的|数据中心|有11个."""
_COUNTED = re.compile("\\d[余多]?[个家座条][^，。；\\d的]{1,8}[及和与、]\\Z")
"""拥有3个整车及|发动机工厂|: three of such."""
_SERVED = re.compile("的[^，。；]{0,6}(?:区|地|支点|节点|引擎|极|门户|核心|阵地|样板|标杆|典范|名片)(?=[，。；、])")
"""打造北方航运中心|的核心承载区: the zone is to be part of what is named."""


def _measured(text: str, found: Candidate, before: str) -> tuple[str, str] | None:
    """A name with its size or price, and one more of something: 又上了一条|挂面生产线."""
    known = patterns()
    planned, done = known["planned"].search(before), known["done"].search(before)
    verb = planned or known["after"].match(text, found.end)
    if verb and MEASURED.search(before):
        return "verb and measure before the name", verb["verb"]
    if (verb := planned or done) and PRICED.match(text, found.end):
        return "verb before the name", verb["verb"]
    one = _ONE_MORE.search(before)
    return ("verb before the name", one["verb"]) if one else None


def _by_verb(text: str, found: Candidate, stem: str, before: str) -> tuple[str, str] | None:
    """A name that somebody builds, or that is built, when it is no mere wish."""
    known = patterns()
    wish = known["wish"].search(stem) is not None
    planned, done = known["planned"].search(before), known["done"].search(before)
    after = known["after"].match(text, found.end)
    vain = done is not None and not found.proper and "最大" in done["gap"]
    concrete = len(stem) >= 4 and patterns()["lofty"].match(text, found.head) is None
    if done and not vain and (found.proper or not wish or concrete or len(stem) >= 8):
        return "verb before the name", done["verb"]
    wished = planned is not None and (
        known["wish"].search(planned["gap"] + stem[:4]) is not None
        or (planned["verb"] == "打造" and not found.proper and text.startswith(_TO_BE, found.head))
    )
    if planned and not wished and (found.proper or (not wish and len(stem) >= 4)):
        return "verb before the name", planned["verb"]
    event = after is not None and _EVENT.search(after["verb"]) is not None
    sure = len(stem) >= 6 and (not wish or event)
    sure = sure or (event and not wish and patterns()["lofty"].match(text, found.head) is None and not _ANY.match(stem))
    sure = sure or (len(stem) >= 4 and after is not None and _SIZE.search(after["verb"]) is not None)
    if _at(text, found.start):
        return None
    if (found.proper or (len(stem) >= 6 and not wish)) and (price := _COSTS.match(text, found.end)):
        return "what it costs after the name", price["cue"]
    if after and (found.proper or sure):
        return "verb after the name", after["verb"]
    return None


_TO_BE = ("基地", "枢纽", "集群")
"""打造储能材料|基地|: what a place without a name wants to be."""
_COSTS = re.compile(
    r"，?(?P<cue>(?:计划|估算|概算)?总?投资(?:超过|近|超|约|逾|达)*\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元)(?!的)"
)


def _at(text: str, start: int) -> bool:
    """Whether something else happens there: 在|砺湖产业园|投产, 在“甲板”和|砺湖交易中心|挂牌."""
    return _AT.search(text, max(0, start - 16), start) is not None


_AT = re.compile("(?<![正现])在(?:“[^“”]{2,10}”[和与及])?\\Z")


_EVENT = re.compile(
    "奠基|动工|开工|封顶|竣工|投产|通车|并网|点火|开业|开馆|交付|复产|贯通|合龙|投用|投运|启用|开园|开学|落成"
)
"""What happens to a building, and not to what is only wished for (创新药产业化基地|奠基)."""

_ANY = re.compile("[首第该此这那新老整各全旧]|一[条座个]")
_SIZE = re.compile("建筑面积|占地|总投资")

_ONE_MORE = re.compile("(?P<verb>新上|上马|上|增加|添置?|建起|建成)了?一[条座个]$")
"""又上了一条|挂面生产线."""

_TOWARDS = re.compile("(?:面向|辐射|服务|联通|链接)[^，。；]{2,10}的$")
_FOR_MANY = re.compile("(?:打造|建设|构建|建成|成为)面向")
_WISHED = re.compile(r"力争|目标|努力|争取|规划|到20\d\d年")
"""到2025年，…建成面向东盟的|集散中心: what a zone wants to be."""

_SETTLED = re.compile("(?:公司|集团|项目|企业|他们|工厂)(?:正式|成功|也|相继|先后|已)?(?:落户|落地|签约落户)了?\\Z")
"""砺风公司落户|霁湖产业园|: where somebody settles."""
_WHERE = re.compile("(?:注册|落户|入驻|坐落|位|设)[在于][^，。；]{0,10}的$|仪式[在于][^，。；]{0,8}$")
"""A firm has its seat there, a ceremony is held there: 注册在高新区的|飞云大道."""


def _led(text: str, start: int) -> str:
    """The clause before a name; —— between them explains only (建立企业的‘大脑’——|物联网实验室)."""
    if not text.endswith("——", 0, start):
        return text[clause_start(text, start, 60) : start]
    end = start - 2
    return text[max(text.rfind(mark, 0, end) for mark in "，。；！？“") + 1 : end][-60:]


def _no_facility(text: str, found: Candidate, stem: str) -> bool:
    """Whether a head makes no project here: a company, a zone, a cluster of industry, a fund or station of no name."""
    if (
        stem.endswith(("公司", "集团"))
        or text.startswith("工作站", found.head)
        or ZONE.search(text, found.start, found.end)
    ):
        return True
    if text.startswith("集群", found.head):
        return stem.endswith("产业")
    return text.startswith("基金", found.head) and not (found.proper and fund_of_its_own(stem))
