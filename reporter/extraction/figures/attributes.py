"""Times inside an attribute: since when there is a zone, and of when a base is; they date no figure.

去年11月封关的某综合保税区进出口52.6亿元        in November it was closed; when it traded is not said
今年5月封关运行的某综保区首月进出口0.9亿美元     the first month begins then
9月公布的名单中，某高新区新认定31家            no attribute of the zone
销售收入在去年高基数上仍增7.4%                what is grown from
企业在目前84家的基础上翻一番                  the same
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.language.spans import Period

_FOUNDED = (
    "(?:正式|全面|才|刚|新|获国务院|经国务院)?(?:封关|获批|批复|批准|获准|设立|成立|组建|挂牌|揭牌|升格|升级|晋升|晋级|扩区|认定|启用|投用|开园|开关|通过验收|启动建设|开工建设|规划建设|开发建设)"
    "(?:设立|成立|运行|运作|运营|扩区|升级|为?国家级?)?"
)
_ATTRIBUTE = re.compile(rf"(?:起)?{_FOUNDED}(?:、[^，。；：的]{{2,12}}?{_FOUNDED})?的")
_A_ZONE = re.compile("[^，。；：\\d]{0,6}(?:园区|片区|新区|开发区|园中园|产业园|合作区|功能区)[，。；]")
"""2015年启动建设的|专业园区，|落户企业30家."""
_HAPPENED = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FROM_THEN = re.compile("[首当]个?[年月日天季]")
_BASE = re.compile(
    "[^，。；\\d在于从仍受因由剔扣排]{0,8}(?:[高低大小]基数|基数[^，。；\\d]{0,4}[高低大小]|基数(?:影响|因素|效应))"
)
_BASE_COUNT = re.compile("[^，。；]{1,14}基础之?上")
_LONGEST = 25
_NEAR = 4
"""Characters between 的 and the name: 的|国家级|某高新区."""


def of_zone(text: str, period: Period, zones: Iterable[int], end: int) -> bool:
    """Whether a time says since when there is the zone that is named behind it, and no more of what stands at `end`.

    `zones` are where names of zones begin.
    """
    attribute = _ATTRIBUTE.match(text, period.end) if _HAPPENED.fullmatch(period.value) else None
    if attribute is None or _FROM_THEN.search(text, attribute.end(), max(attribute.end(), end)):
        return False
    return any(0 <= at - attribute.end() <= _NEAR for at in zones) or _A_ZONE.match(text, attribute.end()) is not None


_TURNED = re.compile("[；;]")
_UP_TO = re.compile("[到至]")
_SINCE = re.compile("起|开始|以来|以后|[到至]")


def starts(text: str, period: Period) -> bool:
    """Whether a time is where a long way began: 从|1993年|首家企业落户，到今年第500家签约."""
    end = text.find("。", period.end)
    stop = end if end >= 0 else len(text)
    here = text.endswith("从", 0, period.start) and not _SINCE.match(text, period.end)
    return here and _UP_TO.search(text, period.end, stop) is not None


def _left_behind(text: str, period: Period, at: int) -> bool:
    """Whether a time is told only to be left: 价格从|2022年11月|的6万元跌到……，31家企业|; 而|去年底|只有43家；."""
    comma = text.find("，", period.end, at)
    if comma >= 0 and text.endswith("从", 0, period.start) and _UP_TO.search(text, period.end, comma):
        return True
    return text.endswith("而", 0, period.start) and _TURNED.search(text, period.end, at) is not None


def names_base(text: str, period: Period, at: int) -> bool:
    """Whether a time is that of what the number at `at` is grown from: 剔除|去年|疫情造成的低基数，……."""
    if _left_behind(text, period, at):
        return True
    if text.find("基", period.end, period.end + _LONGEST) < 0:
        return False
    if _BASE.match(text, period.end):
        return True
    base = _BASE_COUNT.match(text, period.end) if text.endswith("在", 0, period.start) else None
    return base is not None and base.end() <= at
