"""Periods in words and in order: `2020-Q1` is 2020年一季度, `/2020-04-20` is 截至2020年4月20日."""

from __future__ import annotations

import re

_QUARTERS = {"1": "一季度", "2": "二季度", "3": "三季度", "4": "四季度"}
_HALVES = {"H1": "上半年", "H2": "下半年"}
_SPANS = {("01", "03"): "一季度", ("01", "06"): "上半年", ("01", "09"): "前三季度", ("07", "12"): "下半年"}
_POINT = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>\d)|(?P<half>H\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")


def period_words(period: str, *, year: bool = True) -> str:
    """A period as the press words it; `year=False` leaves the year away where the page has said it.

    `2020` → 2020年; `2020-01/2020-04` → 2020年1—4月; `/2020-04` → 截至2020年4月; `2023/` → 2023年起; `` → ``.
    """
    first, slash, last = period.partition("/")
    if not slash:
        return _point(first, year)
    if not first:
        return f"截至{_point(last, year)}" if last else ""
    if not last:
        return f"{_point(first, year)}起"
    return _span(first, last, year)


def period_key(period: str) -> str:
    """What periods are sorted by: the time at which they end, and where that is open, at which they begin.

    A quarter sorts with its last month, a year with its end; unknown periods come first.
    """
    first, slash, last = period.partition("/")
    found = _POINT.fullmatch(last or first)
    if found is None:
        return ""
    month = found["month"] or {"1": "03", "2": "06", "3": "09", "4": "12"}.get(found["quarter"] or "")
    month = month or {"H1": "06", "H2": "12"}.get(found["half"] or "") or ("12" if not slash or last else "01")
    return f"{found['year']}-{month}-{found['day'] or '99'}"


def period_year(period: str) -> int | None:
    """The year that a period ends in (or begins in, where it is open)."""
    found = re.findall(r"(\d{4})(?:-|/|$)", period)
    return int(found[-1]) if found else None


def _point(text: str, year: bool) -> str:
    found = _POINT.fullmatch(text)
    if found is None:
        return text
    words = f"{found['year']}年" if year or not (found["quarter"] or found["half"] or found["month"]) else ""
    if found["quarter"]:
        words += _QUARTERS.get(found["quarter"], "")
    elif found["half"]:
        words += _HALVES.get(found["half"], "")
    elif found["month"]:
        words += f"{int(found['month'])}月" + (f"{int(found['day'])}日" if found["day"] else "")
    return words


def _span(first: str, last: str, year: bool) -> str:
    one, two = _POINT.fullmatch(first), _POINT.fullmatch(last)
    if one is None or two is None:
        return f"{first}至{last}"
    if one["year"] != two["year"] or one["day"] or two["day"] or not (one["month"] and two["month"]):
        if not (one["month"] or two["month"] or one["quarter"] or two["quarter"]):
            return f"{one['year']}—{two['year']}年"
        same = one["year"] == two["year"]
        return f"{_point(first, year)}至{_point(last, not same)}"
    head = f"{one['year']}年" if year else ""
    named = _SPANS.get((one["month"], two["month"]))
    return head + (named or f"{int(one['month'])}—{int(two['month'])}月")
