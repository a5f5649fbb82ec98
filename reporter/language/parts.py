"""Parts of a year as the press writes them: 前三季度, 上半年, 一季度, 1—4月, 4月20日至25日, 底.

In: a text, a place in it and the year. Out: the span of the calendar and where the expression ends.
"""

from __future__ import annotations

import re

from reporter.language import moment, numeral
from reporter.language.moment import Moment

CN = "一二两三四五六七八九十"
TO = r"\s?(?:[-–~至到]|—{1,2})\s?"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{CN}])"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{CN}]?|[{CN}])"
_FEW = r"(?:1[0-2]|[1-9])"
_EDGE = "(?P<edge>底|初|末|中旬|上旬|下旬|中(?!旬|国|央|共|小|心|外|期))?"
_PARTS = re.compile(
    rf"""\s?的?\s?(?:
    (?P<front>[前头](?P<n>\d{{1,2}}|[{CN}]{{1,3}})个?(?P<unit>季度|季|个?月)(?!以上))          # 前三季度, 前10个月
    |(?P<half>[上下])半年
    |(?<![{CN}\d])(?P<q0>[一二三四1-4])(?=[、和][一二三四1-4]季度)                         # |三|、四季度
    |第?(?P<q>[一二三四1-4])(?:{TO}第?(?P<q2>[一二三四1-4]))?季度(?:末|底|初)?            # 一季度, 二至三季度
    |(?P<q1>首季)度?
    |(?P<m>{_MONTH})月?份?{TO}(?P<m2>{_MONTH})月(?:份|底|末)?(?!\d)                      # 1—4月
    |(?P<month>{_MONTH})月(?!球|饼|台|均|租|薪|嫂|季)(?:份(?!额))?{_EDGE}\s?             # 4月, 3月份, 5月底
      (?:(?P<d>{_DAY})[日号](?!线|楼)(?:{TO}(?:(?P<m3>{_MONTH})月)?(?P<d2>{_DAY})[日号])?  # 4月20日, 4月20日至5月3日
      |(?P<d3>{_DAY}){TO}(?P<d4>{_DAY})[日号])?                                          # 4月20—25日
    |(?P<listed>{_FEW})(?=(?:、{_FEW})*[、和]{_FEW}(?:月(?!球|饼)|[两三四]个月))           # 7、8、9月
    |(?<=[、和])(?P<ends>{_FEW})[两三四]个月                                             # 7、8、|9三个月|
    |(?P<first>第一天)
    |(?P<edge2>年?[底末初](?![级步期心小始创])|年?中(?![心小央国旬间期外部共]))            # 去年底, 今年年初
    )""",
    re.VERBOSE,
)


OF_MONTHS = re.compile("[、和][1-9]|[两三四]个月")
"""What stands behind a month of a list: 7|、8|、9|三个月."""
_REST_OF_LIST = re.compile(r"(?:[、和](?:1[0-2]|[1-9]|[一二三四]))+(?:季度|月份?|[两三四]个月)")
_BEGINS = frozenset(f"0123456789{CN}的前头上下第首年底末初中")


def match(text: str, at: int) -> re.Match[str] | None:
    """The part of a year that begins at `at`."""
    first = text[at : at + 1]
    return _PARTS.match(text, at) if first in _BEGINS or first.isspace() or first.isdecimal() else None


def stands_alone(found: re.Match[str]) -> bool:
    """Whether a part says a time without its year: 4月20日 does, 底 and 第一天 do not."""
    return not (found["edge2"] or found["first"] or found.group()[0] in " 的")


def reported(found: re.Match[str]) -> bool:
    """Whether a part is one that reports are made for: a span of months, a quarter, a half; no month and no day."""
    return any(found[name] for name in ("front", "half", "q0", "q", "q1", "m"))


def told_to(text: str, found: re.Match[str]) -> int:
    """Where a part ends with the list that it begins: |三|、四季度. What stands behind speaks of all of it."""
    rest = _REST_OF_LIST.match(text, found.end()) if found["q0"] or found["listed"] else None
    return rest.end() if rest else found.end()


def resolve(found: re.Match[str], y: int) -> Moment | None:
    """The span of a matched part within the year `y`; None where there is no such month or quarter."""
    if found["front"]:
        return _front(found, y)
    if found["half"]:
        return moment.months(y, 1, 6) if found["half"] == "上" else moment.months(y, 7, 12)
    if found["q0"] or found["q"] or found["q1"]:
        q, q2 = number(found["q0"] or found["q"] or "1"), number(found["q2"] or "")
        return moment.months(y, 3 * q - 2, 3 * q2) if q2 > q else moment.quarter(y, q)
    if found["m"]:
        m, m2 = number(found["m"]), number(found["m2"])
        return moment.months(y, m, m2) if m < m2 else None
    if found["month"] or found["listed"] or found["ends"]:
        return _days(found, y)
    return moment.day(y, 1, 1) if found["first"] else moment.year(y)


def _front(found: re.Match[str], y: int) -> Moment | None:
    n = number(found["n"]) * (3 if found["unit"].startswith("季") else 1)
    return moment.months(y, 1, n) if 1 <= n <= 12 else None


def _days(found: re.Match[str], y: int) -> Moment:
    """A month, a day or some days of it, the last perhaps in a later month."""
    m = number(found["month"] or found["listed"] or found["ends"])
    first, last = found["d"] or found["d3"], found["d2"] or found["d4"]
    if not first:
        return moment.months(y, m, m)
    begin = moment.day(y, m, number(first))
    if not last:
        return begin
    m2 = number(found["m3"]) if found["m3"] else m
    return Moment(begin.first, moment.day(y + (m2 < m), m2, number(last)).last)


def number(numeral_text: str) -> int:
    """A small number in digits or Chinese numerals; 0 where it is none."""
    if numeral_text.isdigit():
        return int(numeral_text)
    span = numeral.chinese(numeral_text) if numeral_text else None
    return int(span[0]) if span else 0
