"""The thing that a clause without a subject of its own goes on about, because a clause before has introduced it.

区里设立总规模20亿元的健康产业母基金，|已投项目27个              the fund, which alone invests
海星自主创新园是高新区最大的载体。|园区建筑面积29万平方米        a park within the zone, named by its kind
投入1.5亿元建成的钛材中试基地启用。|基地面积2.6万平方米          likewise
原先的一家纺织厂改建成标准厂房，|入驻企业纳税超8000万元          what a sentence opens with as one of many
江苏澄屿医疗科技股份有限公司……|澄屿头三年没有收入               a firm by the first word of its name

In: a frame, the names of the article so far. Out: the name of the thing, empty where none is gone on about.
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import LEANING, Frame
from reporter.extraction.figures.names import LONGEST_CALL, Names
from reporter.lexicon.figures import FigureWords

_SET_UP = re.compile(
    r"(?:设立|建成|建立|组建|成立|搭建|建起|投用|启用|上线|推出)了?"
    r"(?:[^，。；]{0,16}的)?(?P<name>[^，。；的\d]{2,16}?(?:平台|基金|资金池|系统|中心|基地))[，,]"
)
_OF_FUND = re.compile("(?:首期|目标|募集|认缴|总)*(?:规模|募资|出资)")
_SIZED = re.compile(
    r"(?:年产|日产|月产|年处理)?\d[\d.]*[多余]?(?:[千万亿百]*(?:吨|千瓦|平方米|立方米|辆|台|套|片|件)|[GMk]?[Ww]h?|kVA|英寸)"
    r"(?:/[日年天])?(?=[\u4e00-\u9fff])[^，。；：、“”的\d]{2,18}?(?:项目|工程|生产线)(?=(?:计划)?(?:总?投资|占地|用地|概算))"
)
_SITE = re.compile(
    r"(?P<name>[^，。；：、“”的]{2,20}(?:项目|工程))的?(?:施工|建设)?(?:工地|现场|作业面)(?!办公|推进|观摩|会)"
)
_SERVES = re.compile(
    r"(?:已|已经|累计|共|目前|现已)*"
    r"(?:投资?(?:了)?(?:项目|企业)|投了|撬动|带动社会资本|接入|服务|帮助|惠及|覆盖|承接|转化|孵化|受理|办理|发放|放款|上线|对接)"
)
_AGAIN = re.compile(
    r"(?:该|这[个座]?)?(?P<noun>基地|中心|平台|母?基金|产业园|园区|工厂|机房)"
    r"(?!城|镇|村|内?(?:企业|管委会|工作人员|负责人|累计|已经?有))"
)
_OPENED = re.compile(
    r"(?P<name>[^，。；：、“”的]{2,16}园)(?:是|位于|坐落|占地|于?\d{4}年|建于|始建|地处|依托|围绕|聚焦|立足|，)"
)
_A_TIME = re.compile(r"[^，。；]{0,14}[年月日底来末前]，")
_PARK = re.compile(
    r"(?:建设|建成|建起|设立|打造|兴建|新建|创建|开辟)了?(?P<name>[^，。；的、“”\d]{2,14}(?:产业|科技|工业|创业|物流|孵化|加工)园区?)，"
)
_HOLDS = re.compile(
    r"(?:目前|现|已经?|累计|共|总|园区|园内)*"
    r"(?:规划(?!建设)|占地|建筑面积|用地|入驻|进驻|落户|入园|吸纳|年?产值|集聚|聚集|容纳|带动)"
)
_ONE_OF_MANY = re.compile(
    r"(?:原先|原来|曾经|昔日|这里|过去)?的?一(?:家|座|处|栋|块|片|间)(?P<name>[^，。；：、“”的]{2,10}?)"
    r"(?:如今|现在|已经?|被|经|在|通过|变成|改建|改造|摇身)"
)
_BROUGHT = re.compile(
    r"(?:引来|引进|引入|迎来|招引来?|招来|签下)了?(?:[^，。；]{0,20}的)?(?P<name>[^，。；的“”]{3,12})。\Z"
)
_BUILDS = re.compile(
    r"^(?:规划|新|已|正在|加快|开工|重点|统筹|集中)*(?:建设|打造|建成|兴建|新建|筹建|创建|建立)了?(?=[^，的]{2,}(?:园区?|基地|中心|平台)$)"
)
_COMMA = re.compile("[，,]")
_ON_SITES = frozenset(["台", "辆", "人", "名", "台套", "部"])
_LISTED = re.compile("、.*等|等$")
_REACH = 160
"""How far back the sentence before may begin."""


def brought_in(frame: Frame, words: FigureWords) -> str:
    """The firm that the sentence before brought in, whose project this one tells of.

    引来做传感器的澄屿科技。|项目一期投资6亿元
    """
    text, begin = frame.sentence.text, frame.sentence.start
    if not text.startswith("项目", begin):
        return ""
    brought = _BROUGHT.search(text, max(0, begin - _REACH), begin)
    name = brought["name"] if brought else ""
    return name if words.short_name_re.search(name) or words.organisation_re.search(name) else ""


def put_in_hand(frame: Frame, zone: str) -> str:
    """The fund, platform, base or park that an earlier clause set up and that this clause goes on about.

    A fund or platform serves (已投项目27个), a park holds (规划面积3000亩，|入驻企业138家).
    """
    text, first = frame.sentence.text, frame.tokens[frame.first].start
    if _HOLDS.match(text, first, frame.quantity.start + 2):
        parks = [m["name"] for m in _PARK.finditer(text, frame.sentence.start, first)]
        return parks[-1] if parks and not zone.endswith(parks[-1]) else ""
    of_fund = _OF_FUND.match(text, first, frame.quantity.start)
    if not of_fund and not _SERVES.match(text, first, frame.quantity.start + 2):
        return ""
    found = [m["name"] for m in _SET_UP.finditer(text, frame.sentence.start, first)]
    return found[-1] if found and not (of_fund and not found[-1].endswith("基金")) else ""


def sized(frame: Frame) -> str:
    """The project that a clause opens with under a name that begins with its size: |10万吨碳纤维项目|投资42亿元."""
    found = _opens_with_size(frame)
    return found[0] if found and found.end() <= frame.quantity.start else ""


def is_size(frame: Frame) -> bool:
    """Whether the number is that size: |10万吨|碳纤维项目投资42亿元."""
    found = _opens_with_size(frame)
    return found is not None and found.start() == frame.quantity.start


def _opens_with_size(frame: Frame) -> re.Match[str] | None:
    text, at = frame.sentence.text, frame.quantity.start
    return _SIZED.match(
        text, max(text.rfind(mark, frame.sentence.start, at) for mark in "，；：") + 1 or frame.sentence.start
    )


def on_site(frame: Frame) -> str:
    """The project on whose site machines and workers are counted: 某项目施工工地上，|1000余台挖掘机|正…."""
    if frame.quantity.unit not in _ON_SITES:
        return ""
    found = [m["name"] for m in _SITE.finditer(frame.sentence.text, frame.sentence.start, frame.quantity.start)]
    return found[-1].rpartition("位于")[2] if found else ""


def built(name: str) -> str:
    """The name without the verb that tells of its making: 建设|针织产业园."""
    return _BUILDS.sub("", name, count=1)


def one_of_many(frame: Frame) -> str:
    """What the sentence opens with as one of its kind."""
    first = frame.tokens[frame.first].start
    opened = _ONE_OF_MANY.match(frame.sentence.text, frame.sentence.start, first)
    return opened["name"] if opened else ""


def named_again(frame: Frame, names: Names, zone: str) -> str:
    """The park or base of the sentence before that this one calls by its kind."""
    text, begin = frame.sentence.text, frame.sentence.start
    first = frame.tokens[frame.first].start
    if begin == 0 or (first > begin and not _A_TIME.fullmatch(text, begin, first)):
        return ""
    again = _AGAIN.match(text, first, frame.quantity.start)
    if again is None:
        return ""
    told = text[max(0, begin - _REACH) : begin].rstrip("。！？”")
    told = re.split("[。！？]", told)[-1]
    noun = again["noun"]
    if noun == "园区":
        opened = _OPENED.match(told)
        name = opened["name"] if opened else ""
    else:
        end = told.rfind(noun)
        name = names.name_ending(told, end + len(noun), thing=True) if end >= 0 else ""
    itself = name in zone or (zone and name.endswith(zone))
    return name if len(name) > len(noun) + 1 and not itself else ""


def firm_by_first_word(frame: Frame, names: Names, offset: int) -> str:
    """The firm of which the clause, or the one that follows a leaning one, begins with the first word of the name."""
    text, quantity = frame.sentence.text, frame.quantity
    opens = frame.opens() if names.firms else None
    if opens is None or opens.role == "zone" or _LISTED.search(text, opens.start, quantity.start):
        return ""
    start = opens.start
    if opens.text in LEANING:
        comma = _COMMA.search(text, quantity.end, frame.sentence.end)
        start = comma.end() if comma else start
    return names.firm_called(text[start : start + LONGEST_CALL], offset + start)
