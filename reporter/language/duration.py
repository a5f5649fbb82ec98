"""Durations: most say when (近三年, 挂牌3年来); some measure something (耗时15分钟, 缩短了一年半).

In: a number with a unit of time and its hedges. Out: its kind, decided by the words on both sides.
"""

from __future__ import annotations

import re

from reporter.language import elapsed
from reporter.language.number import Number
from reporter.language.spans import QuantityKind
from reporter.lexicon.senses import DurationCues

_SHORT = {"小时", "分钟", "秒", "毫秒", "微秒", "工作日"}
_SPAN_AFTER = re.compile(
    r"(?:多|余)?(?:以来|之?来(?!自|到)|前(?!移|进|列|十|\d)|之前|后|之后|间(?!隔)|期间|内|之内|里|中|初|末|底|代|度)"
)
_SO_FAR = re.compile(r"(?:今年|去年|开年)(?:还)?(?:不到|短短|仅仅|才)[\d一二两三四五六七八九十]+个?月\Z")
_CHAIN = re.compile(r"\d[\d.]*(?:天|个月|年|周)[、和与及]\Z")
"""A duration right before another one: both measure, or neither."""


class Durations:
    """Decides durations with the lexicon's cues."""

    def __init__(self, cues: DurationCues) -> None:
        self._measured_before = cues.measured_before
        self._span_before = cues.span_before
        self._often_before = cues.often_before
        self._measured_after = re.compile(f"的?(?:{'|'.join(cues.measured_after)})")
        self._done_after = re.compile(f"(?:之?内|就|即|便)?(?:即?可)?(?:{'|'.join(cues.done_after)})")
        self._round_the_clock = re.compile("|".join(cues.round_the_clock))
        self._circle = re.compile(rf"[“‘]?[\u4e00-\u9fff]{{0,4}}(?:{'|'.join(cues.circles)})")

    def kind(self, text: str, start: int, end: int, read: Number, unit: str) -> QuantityKind:
        """What `text[start:end]` is: a figure where it measures, a date where it says when, a name or a manner.

        耗时15分钟 · 仅用了15天时间 · 最快6小时 · 缩短了一年半 measure; 近三年 · 前3个月 · 挂牌3年来 say when;
        半小时经济圈 is a name, 24小时预约 a manner.
        """
        if self._circle.match(text, end):
            return QuantityKind.NAME
        if self._is_manner(text, start, end, read, unit):
            return QuantityKind.IDIOM
        if elapsed.reached_by(text, start, end):
            return QuantityKind.DATE
        if self._measured_after.match(text, end) or elapsed.measures(text, start, end):
            return QuantityKind.FIGURE
        if unit in _SHORT:
            return QuantityKind.DATE if text.endswith(self._often_before, 0, start) else QuantityKind.FIGURE
        return QuantityKind.FIGURE if self._measures(text, start, end, read, unit) else QuantityKind.DATE

    def _is_manner(self, text: str, start: int, end: int, read: Number, unit: str) -> bool:
        if unit != "小时" or read.low != 24:
            return False
        return bool(self._round_the_clock.match(text, end)) or text[start - 1 : start] in {"×", "x", "X", "*"}

    def _measures(self, text: str, start: int, end: int, read: Number, unit: str) -> bool:
        """Whether the words around days, months or years say that they are measured."""
        if _SO_FAR.search(text, max(0, start - 6), end):
            return False  # 今年|不到4个月|已经22船
        if chained := _CHAIN.search(text, max(0, start - 10), start):
            return self._measures(text, chained.start(), end, read, unit)  # 分别只用了29天和|33天
        by_verb = text.endswith(self._measured_before, 0, start)
        if text[read.start - 1 : read.start] == "近" and not by_verb:
            return False
        measured = by_verb or text.endswith(self._measured_before, 0, read.start)
        if _SPAN_AFTER.match(text, end):
            return measured and unit == "月"
        if not by_verb and text.endswith(self._span_before, 0, start):
            return measured and unit == "月"
        return measured or (unit in {"天", "月", "周"} and self._done_after.match(text, end) is not None)
