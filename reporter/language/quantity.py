"""Quantities: every number expression of a text, with its hedges, its value and unit, and whether it is a figure.

In: a normalised text. Out: `Quantity` spans in order, none over another.

    廊坊经开区实际利用外资1.13亿美元，占50.3%  →  1.13亿美元 (113000000 美元, exact), 50.3% (50.3 %)
    出口额达3900多万美元  →  3900多万美元 (39000000 美元, over)
    总投资120亿元，分两期建设  →  120亿元 (12000000000 元); 两期 is an ordinal

Choices that readers of figures should know:
- 三分之二, 三成, 一半 are told in % (66.6667, 30, 50); 千分之三 and 3‰ as 0.3 %.
- 翻一番 is growth by 100 %, 翻两番 by 300 %: 翻番 means twice as much, 翻两番 four times (the statisticians' use).
- 数十家 is `over` 10, 十几家 `over` 10, 千余台 `over` 1000: the least that the words can mean.
- a rank has the unit 位; 50强 and 前十 are `under`: within the first so many.
- 一家, 一批, 一个 are articles, not figures; 一天, 一亿元, 一倍 are figures where something is measured.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reporter.language import dates, fraction, number, numeral
from reporter.language.measure import Measure, Measured, share
from reporter.language.number import Number
from reporter.language.ranking import Place, Ranking, front, is_front
from reporter.language.sense import is_word_end
from reporter.language.sharing import share_units
from reporter.language.spans import Quantity, QuantityKind
from reporter.model import Qualifier

if TYPE_CHECKING:
    from reporter.lexicon import Lexicon

_HIT = re.compile(r"[0-9一二两三四五六七八九十百千万亿半番倍]")
_TITLE = re.compile(r"《[^《》\n]{1,60}》|〔\d{2,4}〕\d*号?")
_QUOTED = re.compile(r"“[^“”，。；、\n]{1,14}”|‘[^‘’，。；、\n]{1,14}’")
_LATIN = re.compile(r"[A-Za-z]+")
_MODEL_LEFT = re.compile(r"[A-Za-z][A-Za-z0-9.&/+-]*$")
_MODEL_RIGHT = re.compile(r"[A-Za-z0-9-]*(?:\.\d+)?")
_NUMBER_RIGHT = re.compile(r"[0-9-]*(?::\d+(?:\.\d+)?)*")
_TIMES_SIGN = re.compile(r"\d\s?[xX]$")  # 4x12500kVA: four of them
_LETTER_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6, "W": 1e4, "w": 1e4}
_PLAIN = {"percent", "money", "point"}  # units that no model number has
_HARD = _PLAIN | {"times", "area", "mass", "volume", "energy", "power", "electric", "data", "temperature"}
_AFTER_COUNT = set("家个项大类种名位条款件")
_REACHING = ("冲刺", "冲击", "站上", "迈上", "跨上", "迈过", "跨过", "迈入", "跨入", "做到", "达到", "挺进", "稳超")
"""Verbs before a round sum that is a figure: 冲刺|百亿元."""
_CLAUSE_ENDS = {"", "，", "。", "；", "、", "）", "\n"}
_PLACE_BEFORE, _PLACE_AFTER = frozenset("第前"), frozenset("强位")
_LARGE = 10**8  # from here on a Chinese number needs no unit: 突破万亿
_YEARS = range(1900, 2100)

_Step = tuple[Quantity | None, int]
"""What was read, and where to go on."""


class QuantityGrammar:
    """Finds the quantities of a text with the lexicon's units, hedges and non-figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        senses = lexicon.senses
        self._hedges = lexicon.hedges
        self._nonfigures = lexicon.nonfigures
        self._measure = Measure(lexicon.units, lexicon.hedges, senses)
        self._ranking = Ranking(senses.rank)
        self._value_before = senses.value.before
        self._weak_before = senses.value.weak_before
        self._code = re.compile("|".join(senses.value.code_before))
        self._name_after = tuple(senses.value.name_after)
        self._money = re.compile(rf"(?:{'|'.join(senses.value.money_before)})[\u4e00-\u9fff]{{0,6}}$")

    def find(self, text: str) -> list[Quantity]:
        """All number expressions of a normalised text in order, of every kind; spans do not overlap."""
        hit = _HIT.search(text)
        if hit is None:
            return []
        found: list[Quantity] = []
        closed = deque(m.span() for m in _TITLE.finditer(text)) if "《" in text or "〔" in text else deque()
        quoted = deque(m.span() for m in _QUOTED.finditer(text)) if "“" in text or "‘" in text else deque()
        place = 0
        while hit is not None:
            at = hit.start()
            title = _inside(closed, at) if closed else 0
            if title:
                found.append(_other(text, at, title - (text[title - 1] == "》"), QuantityKind.NAME))
                place = title
            else:
                quantity, place = self._read(text, at, _inside(quoted, at) if quoted else 0, place)
                if quantity is not None and (not found or quantity.start >= found[-1].end):
                    found.append(quantity)
            hit = _HIT.search(text, place)
        return share_units(text, found)

    def _read(self, text: str, at: int, quote: int, floor: int) -> _Step:
        """What begins at the numeral at `at`; `quote` is the end of the short quotation that it stands in, or 0."""
        phrase = self._nonfigures.around(text, at)
        if phrase is not None and at - phrase.at >= floor:
            end = at - phrase.at + len(phrase.text)
            return _other(text, at - phrase.at, end, QuantityKind(phrase.kind)), end
        first = text[at]
        if first.isdigit():
            end = number.run_end(text, at)
            if end - at > number.LONGEST:
                return _other(text, at, end, QuantityKind.NAME), end
            return self._arabic(text, at, end, quote, floor)
        if first in "番倍":
            return self._turn(text, at, floor)
        if first == "半":
            return self._half(text, at, floor)
        return self._chinese(text, at, quote, floor)

    # --- digits

    def _arabic(self, text: str, at: int, digits_end: int, quote: int, floor: int) -> _Step:
        before = text[at - 1] if at else ""
        if before in {"/", ":"} and at > 1 and text[at - 2].isdigit():
            return None, digits_end
        date_end = dates.arabic(text, at, digits_end)
        if date_end:
            return _other(text, at - is_front(text, at), date_end, QuantityKind.DATE), date_end
        read = number.arabic(text, at)
        if before.isascii() and before.isalpha() and not _TIMES_SIGN.search(text, max(0, at - 3), at):
            model = self._model(text, read)
            if model is not None:
                return model
        ratio = fraction.slash(text, read, digits_end)
        if ratio is not None:
            return self._measure.figure(text, ratio, share(ratio.end), floor)
        latin = _LATIN.match(text, read.end) if read.end == digits_end else None
        if latin:
            return self._latin(text, read, latin.end(), floor)
        return self._placed(text, read) or self._measured(text, read, quote, floor)

    def _model(self, text: str, read: Number) -> _Step | None:
        """A model number that ends in digits (K12, RTX4090); None where letters stand before a figure (GDP5000亿元)."""
        left = _MODEL_LEFT.search(text, max(0, read.start - 12), read.start)
        start = left.start() if left else read.start - 1
        letters = text[start : read.start]
        unit = self._measure.unit(text, read)
        if unit is not None and not letters[-1].islower():
            counted = len(letters) >= 3 and letters.isalpha() and letters.isupper()
            if counted or unit.kind in _PLAIN or (unit.kind in _HARD and read.scale):
                return None
        right = _MODEL_RIGHT.match(text, read.start)
        end = right.end() if right else read.end
        return _other(text, start, end, QuantityKind.NAME), end

    def _latin(self, text: str, read: Number, end: int, floor: int) -> _Step:
        """A number with letters behind it: a unit (30GWh), a thousand (45k), or a name (5G, 3D)."""
        unit = self._measure.unit(text, read)
        if unit is not None:
            return self._measure.figure(text, read, unit, floor)
        letters = text[read.end : end]
        scale = _LETTER_SCALES.get(letters)
        if scale and not self._measure.sense.is_screen(text, end):
            scaled = replace(read, low=read.low * scale, high=read.high * scale, end=end)
            unit = self._measure.unit(text, scaled) or Measured(end, end, "", 1, "")
            return self._measure.figure(text, scaled, unit, floor)
        if letters[0] in "xX" and text[end : end + 1].isdigit():
            return None, end
        stop = _MODEL_RIGHT.match(text, read.start)
        stop_end = max(end, stop.end() if stop else end)
        return _other(text, read.start, stop_end, QuantityKind.NAME), stop_end

    def _placed(self, text: str, read: Number) -> _Step | None:
        """What 第, 前 and 强 make of a number, None where none of them stands beside it."""
        place = None
        before, after = text[read.start - 1] if read.start else "", text[read.end : read.end + 1]
        if before not in _PLACE_BEFORE and after not in _PLACE_AFTER:
            return None  # as most numbers
        if before == "第":
            place = self._ranking.ordinal(text, read)
        elif is_front(text, read.start):
            place = front(text, read)
        elif text.startswith("强", read.end) and not read.scale and not read.chinese:
            place = self._ranking.listed(text, read)
        else:
            place = self._ranking.placed(text, read)
        return _placed(text, place, read) if place else None

    def _measured(self, text: str, read: Number, quote: int, floor: int) -> _Step:
        """Digits with a Chinese unit, or without one."""
        unit = self._measure.unit(text, read)
        ranged = self._measure.range(text, read, unit)
        if ranged is not None:
            return self._measure.figure(text, *ranged, floor)
        if unit is None:
            return self._bare(text, read, quote, floor)
        twice = unit.kind == "percent" and text.endswith("双", floor, read.start)  # 双15%
        if twice or (quote and unit.end == quote - 1 and unit.base == "条"):  # “外贸20条”
            return _other(text, read.start, unit.end, QuantityKind.NAME), unit.end
        return self._measure.figure(text, read, unit, floor)

    def _bare(self, text: str, read: Number, quote: int, floor: int) -> _Step:
        """Digits without a unit: a figure behind words that announce a value (指数为50.2, 突破1000亿), else a name."""
        end = read.end
        numbered = text[end : end + 1] in {"-", ":"} and text[end + 1 : end + 2].isdigit()  # 2022-350, 3:7
        year = not read.scale and read.low in _YEARS and end - read.start == 4
        if quote or year or numbered or text.startswith("级" if read.scale else self._name_after, end):
            match = _NUMBER_RIGHT.match(text, end)
            stop = match.end() if match else end
            return _other(text, read.start, stop, QuantityKind.NAME), stop
        unit = Measured(end, end, "", 1, "")
        spoken = read.scale == "个亿" and not text.startswith(("人", "级"), end)
        if spoken or (read.scale and self._money.search(text, max(0, read.start - 14), read.start)):
            unit = replace(unit, base="元", kind="money")
        if read.scale or self._states_value(text, read, floor):
            return self._measure.figure(text, read, unit, floor)
        return _other(text, read.start, end, QuantityKind.NAME), end

    def _states_value(self, text: str, read: Number, floor: int) -> bool:
        """Whether the words before digits without unit or multiplier announce a value: 指数为50.2, 超过800."""
        digits = text[read.start : read.end]
        zero_first = digits[0] == "0" and len(digits) > 1 and digits[1] != "."
        if zero_first or self._code.search(text, max(floor, read.start - 12), read.start):
            return False
        if read.hedge is not None or self._hedges.before(text, read.start) is not None:
            return True
        if text.endswith(self._value_before, floor, read.start):
            return True
        alone = "." in digits or text[read.end : read.end + 1] in _CLAUSE_ENDS
        return alone and text.endswith(self._weak_before, floor, read.start)

    # --- Chinese numerals

    def _chinese(self, text: str, at: int, quote: int, floor: int) -> _Step:
        before = text[at - 1] if at else ""
        date_end = dates.chinese(text, at)
        if date_end and (before != "第" or text.startswith("季度", at + 1)):
            start = at - (before == "第" or is_front(text, at))
            return _other(text, start, date_end, QuantityKind.DATE), date_end
        run_end = number.chinese_end(text, at)
        read = number.chinese(text, at)
        if read is None:
            return None, run_end
        ratio = fraction.chinese(text, read)
        if ratio is not None:
            return self._measure.figure(text, ratio, share(ratio.end), floor)
        placed = self._placed(text, read)
        if placed is not None:
            return placed
        if is_word_end(text, at):
            return None, run_end
        step = self._chinese_measured(text, read, quote, floor)
        return step or self._chinese_amount(text, read, floor) or (None, max(run_end, read.end))

    def _chinese_amount(self, text: str, read: Number, floor: int) -> _Step | None:
        """突破万亿, 超百亿: a hedged amount of money without its unit; None where it is anything else."""
        hedge = self._hedges.before(text, read.start)
        if read.low < _LARGE or not (hedge or read.scale) or text[read.end : read.end + 1] not in _CLAUSE_ENDS | {"大"}:
            return None
        start = read.start - len(hedge.printed if hedge else "")
        if not self._money.search(text, max(0, start - 14), start):
            return None
        return self._measure.figure(text, read, Measured(read.end, read.end, "元", 1, "money"), floor)

    def _chinese_measured(self, text: str, read: Number, quote: int, floor: int) -> _Step | None:
        """A Chinese numeral with a unit; without one it states nothing that can be told."""
        plain = self._measure.unit(text, read)
        ranged = self._measure.range(text, read, plain)
        if ranged is not None:
            return self._measure.figure(text, *ranged, floor)
        unit = self._chinese_unit(text, read, plain)
        if unit is None or (not unit.chinese and read.high < 100 and unit.kind not in {"time", "stage"}):
            return None
        if unit.base == "番":
            turned = fraction.turned(text, read)
            return self._measure.figure(text, turned, unit, floor) if turned else None
        kind = QuantityKind.FIGURE
        if read.bare and unit.kind != "percent":
            told = self._measure.hedged(text, read.start, unit.end) or _is_reached(text, floor, read.start, unit)
            kind = QuantityKind.FIGURE if told else QuantityKind.IDIOM
        elif unit.kind not in {"time", "percent"}:
            kind = self._measure.sense.counted(text, read, (unit.base, unit.kind), bool(quote))
        if kind is not QuantityKind.FIGURE:
            return _other(text, read.start, unit.end, kind), unit.end
        if fraction.is_one_half(text, read):
            read = replace(read, low=50.0, high=50.0)
        return self._measure.figure(text, read, unit, floor)

    def _chinese_unit(self, text: str, read: Number, plain: Measured | None) -> Measured | None:
        """The unit behind a Chinese numeral: 成, 半 (一半), 番, or the `plain` one that any number can have."""
        end = read.end + 1
        if fraction.is_tenth(text, read):
            fifth = text[end : end + 1]  # 七成五, 三成半, 五成多
            half = 0.5 if fifth == "半" else numeral.DIGITS.get(fifth, 0) / 10
            half = half if text[end + 1 : end + 2] not in _AFTER_COUNT else 0.0
            over = fifth in ("多", "余")
            return Measured(read.end, end + bool(half or over), "%", 10, "percent", half=half, over=over)
        if fraction.is_one_half(text, read):
            return Measured(end, end, "%", 1, "percent")
        if text.startswith("番", read.end):
            return Measured(read.end, end, "番", 1, "times")
        return plain

    def _half(self, text: str, at: int, floor: int) -> _Step:
        """半 as a number: 半年, 半小时, 过半, 半数以上 (一半 is read at 一)."""
        read = fraction.half(text, at)
        if read is None:
            return None, at + 1
        unit = share(read.end) if read.high == 50 else self._measure.unit(text, read)
        if unit is None or unit.kind not in {"time", "percent"}:
            return None, at + 1
        return self._measure.figure(text, read, unit, floor)

    def _turn(self, text: str, at: int, floor: int) -> _Step:
        """翻番 and 翻倍 without a numeral: one turn."""
        read = fraction.turned(text, Number(at, at, 1, 1, None, True))
        if read is None:
            return None, at + 1
        return self._measure.figure(text, read, Measured(at, at + 1, "番", 1, "times"), floor)


def _inside(spans: deque[tuple[int, int]], at: int) -> int:
    """The end of the span that `at` lies in, 0 for none; spans before it are dropped."""
    while spans and spans[0][1] <= at:
        spans.popleft()
    return spans[0][1] if spans and spans[0][0] <= at else 0


def _is_reached(text: str, floor: int, start: int, unit: Measured) -> bool:
    """Whether a round sum is what was or will be reached (产值站上百亿元台阶), and no name of a class (百亿元产业)."""
    return unit.kind == "money" and text.endswith(_REACHING, floor, start) and not text.startswith("级", unit.end)


def _other(text: str, start: int, end: int, kind: QuantityKind) -> Quantity:
    """A number expression that is no figure."""
    return Quantity(start, end, text[start:end], kind, 0.0, None, "", Qualifier.EXACT, start, end, end)


def _placed(text: str, place: Place, read: Number) -> _Step:
    """An ordinal, a rank or a name around a number; 50强 and 前十 are ranks to be within."""
    start, end = place.start, place.end
    found = _other(text, start, end, place.kind)
    if place.kind is QuantityKind.RANK:
        within = text[end - 1] == "强" or text[start] == "前"
        qualifier = Qualifier.UNDER if within else Qualifier.EXACT
        found = replace(found, value=read.low, unit="位", qualifier=qualifier, number_start=read.start)
    return found, end
