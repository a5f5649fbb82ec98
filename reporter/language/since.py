"""What stands behind a moment and makes a span of it: 以来, 至今, 挂牌以来, 升格为国家级开发区以来, 挂牌后的头两年."""

from __future__ import annotations

import re

from reporter.language import parts
from reporter.language.spans import Period

SINCE = re.compile(r"以来|起(?![来步点草航飞家诉初码到伏色重])|来(?=[，、。；])|至今(?!年)|(?:之后|以后|后(?=[，,]))")
FIRST_YEARS = re.compile(
    rf"(?:正式|获批|挂牌|成立|揭牌|运营|运行|设立|封关|开园|投产|投运|启动|开业|建区){{1,3}}(?:以|之)?后的?(?:头|前|最初|起初)(?P<n>\d|[{parts.CN}])年"
)
"""2017年4月|挂牌后的头两年|: a span of years from that month on."""
_FOUNDED_SINCE = re.compile(
    r"(?:正式|获批|挂牌|成立|揭牌|落户|入驻|进驻|创办|创立|运营|运行|设立|封关|开园|投产|投运|投用|启用|启动|上线|开馆|开业|建区|建成|试点|推行){1,3}以?来(?![自到说看访])"
)
"""2004年|落户以来|: a span that begins with the year."""
FAR_SINCE = re.compile(r"[^，。；、]{0,12}(?:以来|算起|起算)")
_EVENT_SINCE = re.compile(r"[^，。；、“\d创比\n]{2,10}以来(?!的?(?:最|新[高低]|首|同期|历史))")
"""2015年|升格为国家级开发区以来|."""
_TO_TIME = re.compile(parts.TO)
_MONTH = re.compile(r"\d{4}-\d{2}")


def since_event(text: str, at: int, *, told: bool) -> re.Match[str] | None:
    """The event behind a moment at `at` since which something holds; `told`: 自 or 从 says so already."""
    return _FOUNDED_SINCE.match(text, at) or (None if told else _EVENT_SINCE.match(text, at))


def from_to(text: str, first: Period, last: Period) -> Period | None:
    """去年4月|至|今年3月 as one time; None where the second does not end what the first begins."""
    between = _TO_TIME.fullmatch(text, first.end, last.start) if last.start - first.end <= len(" 至 ") else None
    months = _MONTH.fullmatch(first.value) and _MONTH.fullmatch(last.value)
    if between is None or not months or first.value >= last.value:
        return None
    told = text[first.start : last.end]
    value = f"{first.value}/{last.value}"
    return Period(first.start, last.end, told, value, last.cumulative, last.future, f"{first.rule}+to")
