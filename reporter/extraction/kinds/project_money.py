"""What a project costs and how much land it takes: which of the figures told with it are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.scene import Passage
from reporter.lexicon.units import MONEY
from reporter.model import Decision, Figure, Relation, Scope

_INVESTED = re.compile("投资|斥资|出资|注资|投入|规模|造价|耗资")
_NOT_WHOLE = re.compile(
    "追加|新增|完成|年度|已|当年|每|增至|增加|签约|融资|贷款|累计|全区|全年|合计|固定资产|技改|协议|意向"
)
_LAND = re.compile("用地|占地|土地|地块")


@dataclass(slots=True)
class File:
    """All that is gathered on one project."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    spans: list[tuple[Passage, int, int]] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def invested(file: File, decided: list[Decision]) -> tuple[float | None, str]:
    """What is invested in the whole, and in which currency: 总投资 before 投资; additions and other works are none."""
    money = [
        figure
        for figure in file.figures
        if figure.unit in MONEY
        and figure.relation is Relation.LEVEL
        and (_pays_for(file, figure) or _whole(file, figure))
    ]
    if not money:
        return None, "元"
    raised = [figure for figure in money if _RAISED.search(_before(file, figure))]
    attached = [figure for figure in money if _attached(file, figure)]
    best = (attached or raised or [f for f in money if "总投资" in f.metric] or money)[0]
    decided.append(Decision("investment", best.evidence.text, "figure beside the name", best.metric))
    value = best.value_high if best.value_high is not None else best.value
    return value, best.unit


def _whole(file: File, figure: Figure) -> bool:
    """Whether a sum is told as what is invested in the whole project."""
    if _INVESTED.search(figure.metric) is None or _of_another(file, figure) or _BONDS.search(_before(file, figure)):
        return False
    if _LATER_PHASE.search(file.name):
        return not _NOT_WHOLE.search(figure.metric.replace("追加", ""))
    return not (_NOT_WHOLE.search(figure.metric) or _added(file, figure))


_LATER_PHASE = re.compile("[二三四五六]期(?:项目|工程|厂房|车间)?$")
"""What is added to a firm's money is the whole of its next phase: 追加投资9亿元上马|二期|."""
_BONDS = re.compile("(?:发行|募集)[^。]*$")
"""债券发行，规模9亿元: what was borrowed, not what is invested."""


def _pays_for(file: File, figure: Figure) -> bool:
    """Whether a sum stands before the verb that builds the project: 追加投资9亿元|建设|氮化硅基地."""
    end = figure.evidence.offset + len(figure.evidence.text)
    return any(
        m.passage.index == figure.evidence.paragraph and _BUILDS.fullmatch(m.passage.text, end, m.start) is not None
        for m in file.mentions
        if end < m.start
    )


_BUILDS = re.compile("(?:资金)?，?(?:[新投兴]?建[设造成起]?|上马|启动)了?(?:[一1][个座条])?")


def of_it(file: File, figure: Figure) -> bool:
    """Whether a figure near a project's name is the project's: no money of another work, no count of the zone's."""
    if figure.scope is Scope.ZONE and figure.unit in ("个", "家", "项"):
        return False
    return not (_is_money(figure) and (_added(file, figure) or _of_another(file, figure)))


def _is_money(figure: Figure) -> bool:
    return figure.unit in MONEY and _INVESTED.search(figure.metric) is not None


_MORE = re.compile("(?:增加|追加|新增|再投|增投)(?:投资)?了?(?:约|近|超|逾)?$")


def _added(file: File, figure: Figure) -> bool:
    """Whether the money only adds to what was invested: 增加了超10亿元的投资."""
    return _MORE.search(_before(file, figure)) is not None


def _of_another(file: File, figure: Figure) -> bool:
    """Whether the page says the sum of another work, which the project holds: 其中，河道连通工程总投资23亿元."""
    if (phase := _BARE_PHASE.fullmatch(figure.subject)) and file.name.endswith((phase["name"], phase.group())):
        return False
    return _WORKS.match(figure.subject) is not None and not _alike(figure.subject + figure.metric, file.name)


_BARE_PHASE = re.compile("(?P<name>[一二三四五六]期)(?:项目|工程)")


_WORKS = re.compile(
    "(?!项目$|工程$)[^，]*(?<!该)(?<!此)(?<!本)(?<!这项)(?<!此项)(?<!这个)(?:工程|项目|基地|中心|产业园)$"
)


def _alike(one: str, other: str) -> bool:
    """Whether two names share three of their characters in a row."""
    return any(one[at : at + 3] in other for at in range(max(1, len(one) - 2)))


_RAISED = re.compile("(?:增至|增加到|增加至|提高到|提高至|扩大到|扩大至|追加到|追加至)[约近超]?$")


def _before(file: File, figure: Figure) -> str:
    """A few characters before a figure."""
    place = figure.evidence
    return next(
        (p.text[max(0, place.offset - 8) : place.offset] for p, _, _ in file.spans if p.index == place.paragraph), ""
    )


def _attached(file: File, figure: Figure) -> bool:
    """Whether a figure stands right before the name: 总投资60亿元的高倍率锂离子电池研发制造项目."""
    end = figure.evidence.offset + len(figure.evidence.text)
    return any(
        m.passage.index == figure.evidence.paragraph and m.passage.text[end : m.start] == "的" for m in file.mentions
    )


def land_of(file: File, decided: list[Decision]) -> float | None:
    """How many 亩 a project takes, None where nothing says it."""
    land = next((figure for figure in file.figures if figure.unit == "亩" and _LAND.search(figure.metric)), None)
    if land is None:
        return None
    decided.append(Decision("land", land.evidence.text, "figure beside the name", land.metric))
    return land.value
