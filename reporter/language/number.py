"""Numbers at a place of a text: their value and the hedge inside them, before any unit is looked at.

1300余万元  → 1300余万, 13000000, over      数十家 → 数十, 10, over (the least that the word can mean)
3.5亿       → 350000000                     七八十 → 70 to 80
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.language import numeral
from reporter.model import Qualifier

LONGEST = 30
"""More digits than this are a code, not a number."""

NUMERALS = "一二两三四五六七八九十百千万亿"
"""Characters that begin a Chinese number (〇 and 零 only go on in one: 零部件 is no number)."""


class Number(Struct, frozen=True, gc=False):
    """A number without its unit: `text[start:end]`; `high` equals `low` unless two numerals say a span.

    `hedge` is what stands inside it (余, 多, 数, 几, 上); `scale` the multiplier behind Arabic digits; `bare` a
    Chinese number that begins with 百, 千, 万 or 亿 (千余台), which is a figure only where it is hedged.
    """

    start: int
    end: int
    low: float
    high: float
    hedge: Qualifier | None
    chinese: bool
    scale: str = ""
    bare: bool = False


_DIGITS = r"(?:\d{1,3}(?:(?:,\d{3})+|(?:\ \d{3})+)(?!\d)|\d+)(?:\.\d+)?"  # 1,300 and 1 300
# 多, 余, 来, 几 behind digits; not where they begin another word (2022来自, 5多元化)
_INNER = r"余|多(?!元化|样|功能|层次|媒体|维|晶|云|肽)|来(?!自|源|华|访|看|说|到)|几"
# a multiplier; 千 and 百 not where they begin a unit (千瓦, 百分点)
_SCALE = (
    r"个亿(?![元美欧港级吨千])|百万亿|十万亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万(?!科|达|华|向|家|里|物)|万(?=家|里)"
    r"|千(?![瓦克米伏卡兆赫帕禧])|百(?![分帕年货姓强度])"
)
_ARABIC = re.compile(
    rf"""(?P<digits>{_DIGITS})(?P<plus>\+(?!\d))?
    (?P<inner>\ ?(?:{_INNER}))?(?P<scale>\ ?(?:{_SCALE}))?(?P<outer>余|多|几)?""",
    re.VERBOSE,
)
_SPOKEN = re.compile("个亿(?![元美欧港级吨千])")  # 3个亿 is money; 3个亿元项目 are three projects
_RUN = re.compile("[0-9]*")
_TAIL = re.compile(r"(\d{1,4}(?:\.\d+)?)(万|千)(?!瓦)")
_CHINESE = re.compile(rf"[{NUMERALS}][〇零{NUMERALS}]*")
_CHINESE_INNER = re.compile(
    r"(?P<inner>余|多(?!元化|样|功能|层次|媒体)|来(?!自|源|华)|几)(?P<scale>万亿|亿|万)?(?P<outer>余|多)?"
)
_CHINESE_POINT = re.compile(r"点([〇零一二三四五六七八九]+)(?=万|亿|倍|个百分|个?百分点|%|成|元|米|吨)(万亿|亿|万)?")
_PART_OF_WORD = {
    "数": "总次户件个人台套函参系倍指负少多基岁",
    "上": "线以海网陆路水地早晚马之加迈跃登踏站冲跨",
    "几": "",
}
"""数, 几 and 上 before 十, 百, 千 say `some`, unless they end another word (总数十家, 线上百家)."""


def arabic(text: str, start: int) -> Number:
    """The number whose first digit stands at `start`."""
    match = _ARABIC.match(text, start)
    assert match is not None
    digits, plus, inner, scaled, outer = match.groups()
    if len(digits) > LONGEST:
        return Number(start, match.end("digits"), 0.0, 0.0, None, False)
    scale = (scaled or "").strip()
    low = numeral.arabic(digits, scale)
    end = match.end()
    if not scale and inner and inner[0] == " ":
        end = match.end("plus") if plus else match.end("digits")
        return Number(start, end, low, low, None, False)
    if scale in {"亿", "万"} and not inner and not outer:
        tail = _TAIL.match(text, end)
        if tail and numeral.MULTIPLIERS[tail[2]] < numeral.MULTIPLIERS[scale]:  # 1亿2000万
            low += numeral.arabic(tail[1], tail[2])
            end = tail.end()
    over = plus or inner or outer
    return Number(start, end, low, low, Qualifier.OVER if over else None, False, scale)


def scale_of(read: Number) -> float:
    """How many the multiplier behind Arabic digits stands for: 10000 for 3.5万."""
    return float(numeral.MULTIPLIERS[read.scale])


def run_end(text: str, start: int) -> int:
    """Where the digits that begin at `start` end."""
    match = _RUN.match(text, start)
    return match.end() if match else start


def chinese_end(text: str, start: int) -> int:
    """Where the Chinese numerals that begin at `start` end."""
    match = _CHINESE.match(text, start)
    return match.end() if match else start + 1


def chinese(text: str, start: int) -> Number | None:
    """The number whose first Chinese numeral stands at `start`, with 数, 几, 上 before it; None where it is none."""
    match = _CHINESE.match(text, start)
    if match is None:
        return None
    span = numeral.chinese(match.group())
    if span is None:
        return None
    low, high = span
    end = match.end()
    hedge: Qualifier | None = None
    point = _CHINESE_POINT.match(text, end)
    if point is not None:
        decimals = "".join(str(numeral.DIGITS[c]) for c in point[1])
        low = high = numeral.arabic(f"{int(low)}.{decimals}", point[2] or "")
        end = point.end()
    else:
        inner = _CHINESE_INNER.match(text, end)
        if inner is not None and (match.group()[-1] in "十百千万亿" or inner["inner"] == "几"):
            factor = numeral.MULTIPLIERS[inner["scale"] or ""]
            low, high, end, hedge = low * factor, high * factor, inner.end(), Qualifier.OVER
    scale = ""
    if hedge is None and _SPOKEN.match(text, end):  # 五个亿
        scale, low, high, end = "个亿", low * 10**8, high * 10**8, end + 2
    bare = match.group()[0] in "百千万亿"
    if match.group()[0] in "十百千万亿":
        vague = _vague(text, start)
        if vague:
            start, hedge = start - vague, Qualifier.OVER
    return Number(start, end, low, high, hedge, True, scale, bare and hedge is None)


def _vague(text: str, start: int) -> int:
    """How many characters before `start` say `some`: 数十, 几百, 好几千, 上万."""
    before = text[start - 1 : start] if start else ""
    if before not in _PART_OF_WORD or not before or (before == "上" and text[start] == "十"):
        return 0
    if start > 1 and text[start - 2] in _PART_OF_WORD[before]:
        return 0
    return 2 if text[max(0, start - 2) : start] == "好几" else 1
