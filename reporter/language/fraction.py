"""Shares and multiples that are no plain number: 三分之二, 2/3, 三成, 一半, 翻一番.

In: a text and the number that was read there. Out: a `Number` whose value is the share in %, or None.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.language import numeral
from reporter.language.number import Number
from reporter.model import Qualifier

_POINT = "点([〇零一二三四五六七八九]+)"
_CHINESE = re.compile(
    rf"分之(?:(?P<arabic>\d+(?:\.\d+)?)|(?P<all>百)|(?P<top>[〇零一二两三四五六七八九十百]+)(?:{_POINT})?)"
)
_SLASH = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/.月日])")
_NOT_TENTH = re.compile(r"成[立为效果功员长品套熟就都型交份形绩人因渝像片语色分化千百]|成本(?!地)")
_HALF = re.compile(r"半(?=年|个月|个?小时|天|个多?小时|个多月)|半数")
_TURNED = re.compile(r"翻(?P<hedge>(?:了|将|近|约|超|逾|过)*)$")
_TURN_HEDGES = {"近": Qualifier.UNDER, "约": Qualifier.ABOUT, "超": Qualifier.OVER, "逾": Qualifier.OVER}


def chinese(text: str, read: Number) -> Number | None:
    """三分之二 as 66.6667, 百分之十二点五 as 12.5, 百分百 as 100: the share in % that a Chinese fraction says."""
    if not text.startswith("分", read.end) or not read.low:
        return None
    if text.startswith("百分百", read.start):
        return Number(read.start, read.end + 2, 100.0, 100.0, None, True)
    match = _CHINESE.match(text, read.end)
    if match is None:
        return None
    if match["arabic"]:
        top = float(match["arabic"])
    elif match["all"]:
        top = 100.0
    else:
        span = numeral.chinese(match["top"])
        if span is None:
            return None
        decimals = match[4] or ""
        top = span[0] + (float("0." + "".join(str(numeral.DIGITS[c]) for c in decimals)) if decimals else 0.0)
    share = round(top * 100 / read.low, 4)
    return Number(read.start, match.end(), share, share, None, True)


def slash(text: str, read: Number, digits_end: int) -> Number | None:
    """2/3 as 66.6667: a share in % where the first number is the smaller one."""
    if text[digits_end : digits_end + 1] != "/":
        return None
    match = _SLASH.match(text, read.start)
    if match is None or not 0 < int(match[1]) < int(match[2]) <= 100:
        return None
    share = round(int(match[1]) * 100 / int(match[2]), 4)
    return Number(read.start, match.end(), share, share, None, False)


def is_tenth(text: str, read: Number) -> bool:
    """Whether 成 behind a numeral is a tenth (三成), not the head of another word (三成立)."""
    return text.startswith("成", read.end) and read.high <= 10 and not _NOT_TENTH.match(text, read.end)


def is_one_half(text: str, read: Number) -> bool:
    """Whether 半 behind 一 makes 一半."""
    return read.low == read.high == 1 and text.startswith("半", read.end) and not text.startswith("半导", read.end)


def half(text: str, at: int) -> Number | None:
    """半 as a number (半年: 0.5), as half of all (过半, 半数以上: 50); None where it is part of a word (半导体)."""
    match = _HALF.match(text, at)
    before = text[at - 1 : at] if at else ""
    if match is not None and match.group() == "半":
        return None if before and before in "上下前后大一两" else Number(at, at + 1, 0.5, 0.5, None, True)
    if match is not None:
        return Number(at, match.end(), 50.0, 50.0, None, True)
    if before == "过" and text[at - 2 : at - 1] != "双" and text[at + 1 : at + 2] not in {"百", "圆", "截"}:
        return Number(at, at + 1, 50.0, 50.0, None, True)
    return None


def turned(text: str, read: Number) -> Number | None:
    """翻一番, 翻了近两番, 翻番, 翻倍 from 翻 on, in turns; None where no 翻 stands before the number."""
    match = _TURNED.search(text, max(0, read.start - 6), read.start)
    if match is None:
        return None
    hedge = next((_TURN_HEDGES[c] for c in match["hedge"] if c in _TURN_HEDGES), None)
    return replace(read, start=match.start(), hedge=hedge)


def growth(turns: float) -> float:
    """What turns say as growth in %: 翻一番 is 100, 翻两番 300."""
    return float((2**turns - 1) * 100)
