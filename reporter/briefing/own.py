"""What is the zone's own, and what the sources only tell beside it.

A page about a zone names its partners, buyers and builders, the province and the country; none of them is the zone.
The rules are about the words that press prose ties such names with: 中标|某公司|的项目, 与|某公司|合资, 国务院印发.
"""

from __future__ import annotations

import re

from reporter.language.zone_kinds import A_ZONE
from reporter.model import Line, Scope, Zone

ITSELF = re.compile(rf"[全该本我][区市]|试验区|先行区|示范区|小镇|全域|{A_ZONE}")
"""Words by which a report means the zone that it is about."""
_A_ZONE = re.compile(f"[\u4e00-\u9fff]{{2}}{A_ZONE}(?<![园片新]区)")
_COURTED = re.compile("对接|洽谈|考察|回访|推介")  # whom a zone talks to is not there yet
_OF_ANOTHER = (
    "中标{}",
    "承担[^，。；]{{0,12}}的{}",
    "[与同和][^，。；]{{0,12}}{}[^，。；]{{0,4}}(?:设立|合资|共同|联合|携手|签订|签署)",
    "收购了?{}",
    "是[^，。；]{{0,20}}{}[^，。；]{{0,24}}(?:的合资|共同出资)",
    "为{}[^，。；]{{0,6}}(?:配套|供货|代工)",
    "{}[^。；]{{0,80}}(?:银行|机构|企业)的?(?:相关)?(?:负责人|代表)[^。；]{{0,60}}(?:进行了?|作了?|做了?)(?:介绍|推介|宣讲|路演|发言)",
)
_FIRM = re.compile(r"(?:公司|集团|企业|厂|总经理|董事长|创始人)$")


def of_another_zone(zone: Zone, words: str) -> bool:
    """Whether a sentence names another zone and not this one: what a whole 自贸试验区 does is not of its 片区."""
    return bool(_A_ZONE.search(words)) and not zone.named_in(words)


def courted(sentence: str) -> bool:
    """Whether a sentence tells whom the zone talks to."""
    return bool(_COURTED.search(sentence))


def elsewhere(name: str, sentence: str) -> bool:
    """Whether a company is told of as the buyer, builder, partner or purchase of another, not as one of the zone."""
    return any(re.search(told.format(re.escape(name)), sentence) for told in _OF_ANOTHER)


def a_firms(line: Line) -> bool:
    """Whether a figure is a company's: what one hopes for is no step of the zone."""
    return line.fact.scope is not Scope.ZONE and firm(line.subject)


def firm(name: str) -> bool:
    """Whether a name is a company's by its last word, or its manager's."""
    return bool(_FIRM.search(name))
