"""What relative time words are resolved with: the article's date, and what the text has said so far.

In: an `Anchor`, the moments read one after the other. Out: the moment that 今年, 上月, 当月, 去年同期 mean.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from reporter.language import moment
from reporter.language.moment import Moment
from reporter.language.spans import Anchor

_RELATIVE = re.compile(r"([YMD])([+-]\d(?!\d))?(-\d\d(?:-\d\d)?)?(?:\.\.Y(?:([+-]\d)|(-\d\d)))?$")
_LINKS = {"和", "、", "与", "及", "至", "到", "—", "-", "以及"}
_OF_WHOM = re.compile(
    "(?:才|刚)?(?:落户|入驻|成立|注册|创办|设立|建成|投产|获批|挂牌|封关|开园|引进|签约|揭牌|组建)[^，。；]{0,8}的"
)
"""2017年|落户的某公司，……上半年: the company came in that year."""
_ANEW = re.compile("”|目前|如今|眼下|现在|今年")
"""Behind a quotation that named a year, or from 目前 on, the text is back in its own time."""
_HOPED = re.compile("(?:预计|力争|有望|可望|争取|确保)\\Z")
_TIMES_OF = re.compile("(?:全年|同期)?的[^，。；]{1,6}倍")
"""前7个月销售额1.9亿元，是去年|全年的1.6倍|，预计年底可突破3.5亿元: last year was only compared with."""
_CLAUSE = 8
"""Characters within which 去年 lends its year to a part of it in the same clause; 去年底 lends 4月 none."""
_REACH = 40  # characters within which a month still belongs to the year that was named


class Said:
    """The article's date and the last moment that the text named, with where its expression ended."""

    def __init__(self, anchor: Anchor) -> None:
        self.year = anchor.year if anchor.year is not None or not anchor.date else int(anchor.date[:4])
        self.date = anchor.date
        self.month = int(anchor.date[5:7]) if len(anchor.date) >= 7 else None
        self.last: Moment | None = None
        self.last_end = -1
        self.last_rule = ""
        self.told = 0  # where the expression of `last` ended
        self.ahead = False  # whether `last` is still to come: a plan's year

    def now(self) -> str:
        """The article's date as a running total: `/2020`, `/2022-01`; empty where no year is known."""
        if self.year is None:
            return ""
        return f"/{self.year:04d}" + (f"-{self.month:02d}" if self.month is not None else "")

    def relative(self, value: str) -> Moment | None:
        """The moment of a table value (Y-1, M, D-1, Y-01..Y-06, Y+1..Y+2, last …); None where nothing tells."""
        if value.startswith(("last", "next")):
            return self._named(value)
        match = _RELATIVE.match(value)
        if match is None or self.year is None:
            return None
        by = int(match[2] or 0)
        if match[1] == "M":
            return self._month(by)
        if match[1] == "D":
            return self._day(by)
        first = f"{self.year + by:04d}{match[3] or ''}"
        if match[4]:
            return moment.years(self.year + by, self.year + int(match[4]))
        return Moment(first, f"{self.year + by:04d}{match[5]}" if match[5] else first)

    def _month(self, by: int) -> Moment | None:
        if self.month is None or self.year is None:
            return None
        y, m = moment.months_before(self.year, self.month, -by)
        return moment.months(y, m, m)

    def _day(self, by: int) -> Moment | None:
        if len(self.date) < 10:
            return None
        when = date.fromisoformat(self.date) + timedelta(days=by)
        return moment.day(when.year, when.month, when.day)

    def _named(self, value: str) -> Moment | None:
        """What was named before: 同期, 当月, 当天, 当年, 次年, 去年同期; for years the article's where nothing was."""
        last = self.last
        if value == "last":
            return last
        if value == "last-month":
            return last if last is not None and re.fullmatch(r"\d{4}-\d\d", last.last) else None
        if value == "last-day":
            return last if last is not None and len(last.last) == 10 and last.first == last.last else None
        if value == "last-1" and last is not None:
            return last.shifted(-1)
        year = last.year if last is not None else self.year
        if year is None:
            return None
        return moment.year(year + {"last-1": -1, "next-year": 1}.get(value, 0))

    def near_year(self, text: str, at: int) -> int | None:
        """The year that 全年, 年底 or 春节 at `at` belong to: one named in the sentence or, whole, in the paragraph."""
        if self.last is None or self.last_end < 0 or "\n" in text[self.last_end : at]:
            return self.year
        if any(way(text, self.told, at) for way in (_ANEW.search, _OF_WHOM.match, _TIMES_OF.match)):
            return self.year
        if self.year is not None and self.last.year == self.year - 1 and _HOPED.search(text[max(0, at - 4) : at]):
            return self.year  # 去年出口1870辆，今年头3个月出了960辆，预计|全年|4000辆
        in_sentence = "。" not in text[self.last_end : at]
        past = self.year is not None and self.last.year == self.year - 1  # 去年最难的是一季度……。|全年|增长6.7%
        return self.last.year if in_sentence or past or len(self.last.last) == 4 else self.year

    def named_year(self, text: str, at: int) -> tuple[int | None, bool]:
        """The year named shortly before `at` in the same sentence, and whether a link joins both (9月和10月)."""
        if self.last is None or self.last_end < 0 or at - self.last_end > _REACH:
            return None, False
        gap = text[self.last_end : at]
        if "。" in gap or "\n" in gap or _OF_WHOM.match(text, self.told, at):
            return None, False
        linked = gap.strip() in _LINKS
        apart = "，" in gap or "；" in gap
        near = self.last_rule.startswith("relative") and len(gap) <= _CLAUSE and not apart  # 去年最难的是|一季度
        near = near and text[self.told - 1 : self.told] not in ("底", "末")  # 由去年底的96家增加到|6月底的131家
        lends = linked or near or self.last_rule.startswith("year") or len(self.last.last) > 4
        return (self.last.year, linked) if lends else (None, False)
