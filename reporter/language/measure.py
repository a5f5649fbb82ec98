"""A number with what stands beside it: its unit, the other end of a range, its hedges.

In: a text and a `Number` in it. Out: a `Quantity`.

    近 5000 平方米   50亿-100亿元   4万吨/日   10万台（套）   一年半以上   -40℃   最高奖励 20万元
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.language import fraction, number
from reporter.language.duration import Durations
from reporter.language.number import Number
from reporter.language.sense import Sense
from reporter.language.spans import Quantity, QuantityKind
from reporter.lexicon.hedges import Hedge, Hedges
from reporter.lexicon.senses import Senses
from reporter.lexicon.units import Units
from reporter.model import Qualifier

_CONNECT = re.compile(r"\s?(?:[-–~至到]|—{1,2}|-{2})\s?(?=[0-9一二两三四五六七八九十百千])")
_SET = re.compile(r"[（(][套件次只个组]+[）)]")  # 台（套）
_WIDEST = 8
"""How many times its lower end the upper end of a range may be, where each has a unit of its own and 到 between."""
_CHANGE = ("从", "由", "自")  # 从64%到72% is a change, not a range
_ABOUT_SHARE = re.compile(r"约占[\u4e00-\u9fff]{1,12}$")  # 约占全国的12%
_MANY = 100
_STRONG = re.compile("[强弱](?=[，。；、）])")
_STRONG_HEDGES = {"强": Hedge("强", "right", Qualifier.OVER), "弱": Hedge("弱", "right", Qualifier.UNDER)}
"""占三分之一|强|: a fraction and a little more."""
_POINTS = re.compile(
    r"(?:[提升增抬]高|上升|提升|增加|下降|降低|回落|收窄|加快|放缓|[高低快慢多少])(?:出|于|了|近|约|将近)*[\d.]+个点"
    r"(?=左右|以上|[^\u4e00-\u9fff]|\Z)"
)
"""比全省高|8.2个点|: as people speak of 百分点."""
_LOOSE = {"time", "times", "length"}  # units that 多 may follow: 三年多, 两倍多, 5公里多


_SCALES = "万亿"


class Measured(Struct, frozen=True, gc=False):
    """A unit at a place of the text with brackets and denominator, told in `base`.

    `half` is the 半 that belongs to it (一年半), `over` whether a 多 stands inside it (3个多月).
    """

    start: int
    end: int
    base: str
    factor: float
    kind: str
    chinese: bool = True
    half: float = 0.0
    over: bool = False


def share(end: int) -> Measured:
    """The % of a fraction whose expression ends at `end`: 三分之二 has no printed unit."""
    return Measured(end, end, "%", 1, "percent")


class Measure:
    """Puts numbers together with their units and hedges."""

    def __init__(self, units: Units, hedges: Hedges, senses: Senses) -> None:
        self._units = units
        self._hedges = hedges
        self._durations = Durations(senses.duration)
        self.sense = Sense(senses)
        between = "|".join(sorted(senses.value.far_between, key=len, reverse=True))
        self._far = re.compile(rf"(最[高多快低]|至[多少]|不超过|上限)(?:{between}|\d+%){{0,4}}$")

    def unit(self, text: str, read: Number) -> Measured | None:
        """The unit behind a number: 台（套）, 吨/日, 年 with 半 behind it, 个多月; a space before it is skipped."""
        start = read.end
        if text.startswith(("个多", "个半", "个余"), start):
            later = self._units.at(text, start + 2)
            if later is not None and later.kind in ("time", "point"):  # 3个多月, 4个多百分点
                half = text[start + 1] == "半"
                end = start + 2 + len(later.printed)
                return Measured(start, end, later.base, later.factor, later.kind, True, 0.5 * half, not half)
        if text.startswith("个点", start) and _POINTS.search(text[max(0, read.start - 8) : start + 4]):
            return Measured(start, start + 2, "百分点", 1, "point")
        found = self._units.at(text, start)
        if found is None and text[start : start + 1] == " ":
            start += 1
            found = self._units.at(text, start)
        if found is None:
            return None
        base, factor, kind = self.sense.unit(text, read, found)
        if not kind:
            return None
        end = start + len(found.printed)
        bracket = _SET.match(text, end) if text[end : end + 1] in "（(" else None
        if bracket:
            end = bracket.end()
        per = text[end : end + 1] == "/" or (kind == "money" and text[end : end + 1] == "每")  # 元/亩, 元每亩
        scale = text[end + 1 : end + 2] if per and text[end + 1 : end + 2] in _SCALES else ""  # 吨/万元
        lower = self._units.at(text, end + 1 + len(scale)) if per else None
        if lower is not None:
            base, end = f"{base}/{scale}{lower.base}", end + 1 + len(scale) + len(lower.printed)
        halved = (
            kind in {"time", "times"} and text[end : end + 1] == "半" and text[end + 1 : end + 2] not in {"导", "数"}
        )
        return Measured(start, end + halved, base, factor, kind, found.chinese, 0.5 * halved)

    def range(self, text: str, read: Number, first: Measured | None) -> tuple[Number, Measured] | None:
        """Both ends of 3到5分钟, 50亿-100亿元, 5%~8%, 20—30家 as one number, with the unit they share.

        `first` is the unit behind the first of them, if one stands there.
        """
        end = first.end if first else read.end
        following = text[end : end + 1]
        connect = _CONNECT.match(text, end) if following in "-–~至到—" or following.isspace() else None
        if connect is None or text.endswith(_CHANGE, 0, read.start):
            return None
        second = self._second(text, connect.end(), read.chinese)
        unit = self.unit(text, second) if second else None
        if second is None or unit is None or (first and first.base != unit.base):
            return None
        low = read.low
        if second.scale and not read.scale and not first:  # 50-100亿元: both are 亿
            scaled = low * number.scale_of(second)
            low = scaled if scaled < second.high else low
        if low >= second.high:
            return None
        if first and text[end] in "到至" and second.high > _WIDEST * low:
            return None  # 3.8平方公里到61平方公里: what it was and what it became
        hedge, scale = read.hedge or second.hedge, second.scale or read.scale
        return Number(read.start, second.end, low, second.high, hedge, read.chinese, scale), unit

    def _second(self, text: str, at: int, in_chinese: bool) -> Number | None:
        """The other end of a range, in the same kind of numerals."""
        if text[at].isdigit():
            return None if in_chinese else number.arabic(text, at)
        return number.chinese(text, at) if in_chinese else None

    def hedged(self, text: str, start: int, end: int) -> bool:
        """Whether a hedge stands right before `start` or right behind `end`."""
        return self._hedges.before(text, start) is not None or self._hedges.after(text, end) is not None

    def figure(self, text: str, read: Number, unit: Measured, floor: int) -> tuple[Quantity, int]:
        """The quantity with its hedges on both sides, and where to go on; nothing before `floor` belongs to it."""
        low, high, base = _valued(read, unit)
        start = read.start
        sign = _sign(text, start, unit.kind, floor)
        if sign:
            start, low, high = start - sign, -low, high if high != low else -low  # -20℃至60℃
        left, start = self._left(text, start, floor)
        if (
            left is not None
            and left.printed == "过"
            and unit.kind != "percent"
            and not (read.scale or read.high >= _MANY)
        ):
            left, start = None, start + 1  # 过百家 is a hedge, 办过3次 is none
        end = unit.end
        right = self._hedges.after(text, end)
        if right is not None and right.printed in {"多", "余"} and unit.kind not in _LOOSE:
            right = None
        end += len(right.printed) if right else 0
        if unit.kind == "percent" and read.chinese and _STRONG.match(text, end):
            right, end = _STRONG_HEDGES[text[end]], end + 1
        qualifier = self._qualifier(text, (left, right), read, start, floor)
        if unit.over and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.OVER
        kind = QuantityKind.FIGURE
        if unit.kind == "time":
            kind = self._durations.kind(text, start, end, read, base)
            within = kind is QuantityKind.FIGURE and right is None and text.startswith("内", end)
            if within and qualifier is Qualifier.EXACT:
                qualifier = Qualifier.UNDER  # 3小时内办结
        elif unit.kind == "money" and text.startswith("级", end):
            kind = QuantityKind.NAME  # 10亿元级企业
        upper = high if high != low else None
        span = text[start:end]
        found = Quantity(start, end, span, kind, low, upper, base, qualifier, read.start, unit.start, unit.end)
        return found, max(end, read.end)

    def _left(self, text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
        """The hedge before a number, and where the expression begins with it."""
        gap = start - 1 if text[start - 1 : start] == " " and start else start
        hedge = self._hedges.before(text, gap)
        if hedge is None or gap - len(hedge.printed) < floor:
            return None, start
        return hedge, gap - len(hedge.printed)

    def _qualifier(
        self, text: str, hedges: tuple[Hedge | None, Hedge | None], read: Number, start: int, floor: int
    ) -> Qualifier:
        """The hedge that counts: the one before the number, then behind it, inside it, and before the verb."""
        for hedge in hedges:
            if hedge is not None and hedge.qualifier is not Qualifier.EXACT:
                return hedge.qualifier
        if read.hedge is not None:
            return read.hedge
        far = self._far.search(text, max(floor, start - 16), start)
        found = self._hedges.far(far[1]) if far else None
        near = max(floor, start - 16)
        if found is None and text.find("约占", near, start) >= 0 and _ABOUT_SHARE.search(text, near, start):
            return Qualifier.ABOUT
        return found.qualifier if found else Qualifier.EXACT


def _valued(read: Number, unit: Measured) -> tuple[float, float, str]:
    """Both ends in the base unit: halves added, factors applied, 番 told as growth in %."""
    low, high = read.low + unit.half, read.high + unit.half
    if unit.base == "番":
        return fraction.growth(low), fraction.growth(high), "%"
    if unit.factor == 1:
        return low, high, unit.base
    return round(low * unit.factor, 10), round(high * unit.factor, 10), unit.base


def _sign(text: str, start: int, kind: str, floor: int) -> int:
    """How many characters before a number make it negative: -40℃, 零下40℃, 增长-5.2%."""
    if kind == "temperature" and text.endswith("零下", floor, start):
        return 2
    if kind not in {"temperature", "percent", "degree"} or start <= floor or text[start - 1] not in "-－—":
        return 0
    before = text[start - 2 : start - 1] if start > 1 else ""
    part_of_range = before.isdigit() or before in {"%", "℃", "—"} or (before.isascii() and before.isalpha())
    return 0 if part_of_range else 1
