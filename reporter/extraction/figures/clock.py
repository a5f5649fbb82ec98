"""Where a figure's time lies from the day on which its article was written: over, ahead, or neither for sure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from msgspec.structs import replace

from reporter.extraction.figures import behind
from reporter.extraction.figures.frame import Frame
from reporter.extraction.reached import is_later, month_reached
from reporter.language.spans import Period
from reporter.model import Article

_PROMISED = re.compile(
    "将(?!近)|力争|计划|预计|目标|有望|可望|拟|争取|确保|要|可(?!比)|达产|投产后|建成后|届时|突破|达到"
)
_OF_AIM = re.compile("的?(?:目标|任务|计划)")
_PARTS = re.compile("全年|[上下]半年|[一二三四]季度")
_DONE = re.compile("[^，。；]{0,8}?(?:完成|实现|新增|达到|累计)")
_OF_NOW = re.compile("今年|力争|计划|目标|预计|将(?!近)|确保|争取|任务|预期|有望|要")
_OPENS = re.compile(
    r"(?<![\d年前至到—-])(?P<month>\d{1,2})月(?:底|初|中旬|下旬|份)?(?:起|将|正式|全面|部分|即可|可){0,2}"
    r"(?:试产|投产|投用|启用|开园|交付|建成|竣工|通车|开业|投运|量产|完工|封顶)(?!了|的|以来|后[^，。；]{0,8}[已了])"
)
_AHEAD = 2
"""Months before the end of a part of a year from which on nobody can have its result."""
_UNTIL, _FROM = re.compile(r"(?<![截直达])[到至]$"), re.compile(r"[从由自][^，。；]*$")


@dataclass(frozen=True, slots=True)
class Clock:
    """When an article was written: its year (None if unknown) and its date (ISO, empty if unknown).

    `reached` is the last month of its year that it reports on, 0 if its words do not tell.
    """

    year: int | None
    date: str
    reached: int = 0

    @classmethod
    def of(cls, article: Article) -> Clock:
        """The time of an article; of one without a date, its words are asked how far its year has come."""
        return cls(article.year, article.date, month_reached(article))

    def lies_ahead(self, frame: Frame, period: Period | None, *, sized: bool) -> bool:
        """Whether a figure is of what is still to come by its time, or by that at which its thing opens.

        `sized`: it is what a project is told to have; 预计明年3月投产；|投资4.5亿元|的……: of another project.
        """
        text, at = frame.sentence.text, frame.quantity.start
        parted = sized and period is not None and "；" in text[period.end : at]
        if (not parted and self.ahead(frame, period)) or self.completes_later(frame, period):
            return True
        return not sized and self.opens_later(frame)

    def opens_later(self, frame: Frame) -> bool:
        """Whether a month behind all that the article reports on opens what a figure is of: 10月投产，年产|6000套|."""
        text, at = frame.sentence.text, frame.quantity.start
        if not self.reached or text.find("月", frame.sentence.start, at) < 0:
            return False
        start = max(frame.sentence.start, text.rfind("；", frame.sentence.start, at) + 1)
        opened = _OPENS.search(text, start, at)
        return opened is not None and is_later(int(opened["month"]), self.reached)

    def completes_later(self, frame: Frame, period: Period | None) -> bool:
        """The same, of a time behind the number: 9栋仓库|7月份|交付, |明年一季度|收尾."""
        if period is None or not behind.says_when(frame, period):
            return False
        return period.future or (self.same_year(period) and self._is_later(period))

    def _is_later(self, period: Period) -> bool:
        return is_later(int(period.value.rpartition("/")[2][5:7]), self.reached)

    def is_over(self, period: Period | None) -> bool:
        """Whether a time has passed when the article is written: an earlier year, or months before its date."""
        if period is None or not period.value or self.year is None:
            return False
        end = period.value.rpartition("/")[2]
        if not end[:4].isdigit():
            return False
        end = f"{end[:5]}{int(end[6]) * 3:02d}" if end[5:6] == "Q" else end
        months = len(end) >= 7 and len(self.date) >= 7
        return int(end[:4]) < self.year or (months and end[:7] < self.date[:7])

    def same_year(self, period: Period) -> bool:
        """Whether a time is a month or day of the article's year, of which the article bears no date."""
        if self.date or self.year is None:
            return False
        end = period.value.rpartition("/")[2]
        return len(end) >= 7 and "Q" not in end and end[:4] == str(self.year)

    def unfinished(self, period: Period | None) -> bool:
        """Whether a whole part of a year is told of months before it ends: 上半年收入超过145亿元, said in April."""
        if period is None or len(self.date) < len("2025-04"):
            return False
        end = period.value.rpartition("/")[2]
        if end[:4] != self.date[:4] or not _PARTS.search(period.text):
            return False
        last = int(end[6]) * 3 if end[5:6] == "Q" else int(end[5:7]) if len(end) >= len("2025-04") else 12
        return last - int(self.date[5:7]) >= _AHEAD

    def closed(self, frame: Frame, period: Period | None, whole: Collection[str], *, aims: bool) -> Period | None:
        """全年完成…, told as done months before the year ends, is of the year before; any other time as it is."""
        if aims or period is None or period.text not in whole or not self.unfinished(period):
            return period
        text, start = frame.sentence.text, frame.sentence.start
        if _OF_AIM.match(text, frame.quantity.end):
            return period  # 完成全年|2.4亿美元|目标的31%
        done = _DONE.match(text, period.end, frame.quantity.start) if period.start >= start else None
        if done is None or _OF_NOW.search(text, start, frame.quantity.start):
            return period
        return replace(period, value=str(int(period.value[:4]) - 1))

    def ahead(self, frame: Frame, period: Period | None) -> bool:
        """Whether a figure's time lies ahead; one of an earlier clause does not count when 了 or 已 tells of fact.

        Where nobody knows when the article was written, 到2025年 is what is still to be reached.
        """
        if period is None or not period.value:
            return False
        if not period.future and self.year is not None:
            return False  # as most times
        text = frame.sentence.text
        before = text[max(0, period.start - 12) : period.start]
        sentence = text[frame.sentence.start : frame.sentence.end]
        if self.same_year(period) and not _PROMISED.search(sentence):
            return False  # 到7月底，入驻企业18家: told when it was reached
        if self.same_year(period) and int(period.value.rpartition("/")[2][5:7]) <= self.reached:
            return False  # 到11月底，企业达到84家: the article tells of 前11个月
        until = self.year is None and _UNTIL.search(before) and not _FROM.search(before)
        if not (period.future or until):
            return False
        own = period.end > frame.tokens[frame.first].start
        told = any(t.text in ("了", "已", "已经") for t in frame.tokens[frame.first : frame.at])
        since = text[period.end : frame.quantity.start]  # 到今年2月底，这一模式已惠及企业118户，|验放水果5.7万车次
        done = any(mark in since for mark in ("已", "了")) and "将" not in since
        over = not own and done
        return not (told or over) or (own and period.future and not done)  # 到9月底|已|完成921亿元
