"""Times inside an attribute, which say since when there is a zone and date no figure of it.

去年11月封关的某综合保税区进出口52.6亿元        in November it was closed; when it traded is not said
今年5月封关运行的某综保区首月进出口0.9亿美元     the first month begins then
9月公布的名单中，某高新区新认定31家            no attribute of the zone
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.language.spans import Period

_FOUNDED = (
    "(?:正式|全面|才|刚|新|获国务院|经国务院)?(?:封关|获批|批复|批准|获准|设立|成立|组建|挂牌|揭牌|升格|升级|晋升|晋级|扩区|认定|启用|投用|开园|开关|通过验收)"
    "(?:设立|成立|运行|运作|运营|扩区|升级|为?国家级?)?"
)
_ATTRIBUTE = re.compile(rf"(?:起)?{_FOUNDED}(?:、[^，。；：的]{{2,12}}?{_FOUNDED})?的")
_HAPPENED = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FROM_THEN = re.compile("[首当]个?[年月日天季]")
_NEAR = 4
"""Characters between 的 and the name: 的|国家级|某高新区."""


def of_zone(text: str, period: Period, zones: Iterable[int], end: int) -> bool:
    """Whether a time says since when there is the zone that is named behind it, and no more of what stands at `end`.

    `zones` are where names of zones begin.
    """
    attribute = _ATTRIBUTE.match(text, period.end) if _HAPPENED.fullmatch(period.value) else None
    if attribute is None or _FROM_THEN.search(text, attribute.end(), max(attribute.end(), end)):
        return False
    return any(0 <= at - attribute.end() <= _NEAR for at in zones)
