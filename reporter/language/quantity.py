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
from typing import TYPE_CHECKING, NamedTuple

from reporter.language import number, sense
from reporter.language.number import Number
from reporter.language.spans import Quantity, QuantityKind
from reporter.model import Qualifier

if TYPE_CHECKING:
    from reporter.lexicon import Lexicon
    from reporter.lexicon.hedges import Hedge

_HIT = re.compile(r"[0-9一二两三四五六七八九十百千万亿半番]")
_TITLE = re.compile(r"《[^《》\n]{1,60}》|〔\d{2,4}〕\d*号?")
_QUOTED = re.compile(r"“[^“”，。；、\n]{1,14}”|‘[^‘’，。；、\n]{1,14}’")
_LATIN = re.compile(r"[A-Za-z]+")
_MODEL_LEFT = re.compile(r"[A-Za-z][A-Za-z0-9.&/+-]*$")
_MODEL_RIGHT = re.compile(r"[A-Za-z0-9-]*")
_TIMES_SIGN = re.compile(r"\d\s?[xX]$")
_CONNECT = re.compile(r"\s?(?:[-–~至到]|—{1,2}|-{2})\s?(?=[0-9一二两三四五六七八九十百千])")
_SET = re.compile(r"[（(][套件次只个组]+[）)]")
_CHANGE = ("从", "由", "自")
_TIMES_BEFORE = re.compile(r"翻(?:了|将|近|约|超|逾|上|过)*$")
_HARD = {
    "money",
    "percent",
    "point",
    "times",
    "area",
    "mass",
    "volume",
    "energy",
    "power",
    "electric",
    "data",
    "temperature",
}
_COUNTS = {"count", "people", "big", "place"}
_FAR = re.compile(
    r"(最[高多快低]|至[多少]|不超过|上限)(?:可以?|将|能|给予|予以|一次性|享受|获得?|资助|奖励|补[贴助]|支持|奖补|扶持|达到?|为|至|按|每[家户项人年个]|[不按的]|\d+%){0,4}$"
)
_VALUE_CUE = (
    "达,达到,超过,超,突破,逾,增至,增加到,增长到,升至,上升到,上升至,提升至,提升到,提高到,提高至,降至,下降到,降到,为,是,约,近,居,有,"
    "扩大到,扩大至,发展到,仅,仅为,至,到,率,数,量,额,值,分,强度,指数,占,占比,高达,多达,接近,不足,逾,合计,总计,共,共计"
)
_VALUE_BEFORE = tuple(_VALUE_CUE.split(","))
_MONEY_BEFORE = re.compile(
    r"(?:投资|产值|收入|营收|资金|税收|贷款|融资|授信|利润|金额|总额|外资|基金|补贴|奖励|[进出]口额?|交易额|成交额|GDP|总值|增加值|净值)[\u4e00-\u9fff]{0,3}$"
)
_ANAPHOR = re.compile(r"(?:这|那|该|另|此|每|任何|哪|某|同|下|上|唯|头|首|前|后|后面|另外|其他|其余|剩下的?|其中的?)$")


class _Unit(NamedTuple):
    """A unit at a place of the text, its brackets and denominators included; `half` is the 半 that follows it."""

    start: int
    end: int
    base: str
    factor: float
    kind: str
    chinese: bool
    half: float = 0.0
    over: bool = False


class QuantityGrammar:
    """Finds the quantities of a text with the lexicon's units, hedges and non-figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = lexicon.units
        self._hedges = lexicon.hedges
        self._nonfigures = lexicon.nonfigures

    def find(self, text: str) -> list[Quantity]:
        """All number expressions of a normalised text in order, of every kind; spans do not overlap."""
        found: list[Quantity] = []
        closed = [m.span() for m in _TITLE.finditer(text)]
        quoted = [m.span() for m in _QUOTED.finditer(text)]
        place = 0
        while True:
            hit = _HIT.search(text, place)
            if hit is None:
                break
            at = hit.start()
            title = _inside(closed, at)
            if title:
                found.append(_other(text, at, title - 1 if text[title - 1] == "》" else title, QuantityKind.NAME))
                place = title
                continue
            quantity, place = self._read(text, at, _inside(quoted, at), place)
            if quantity is not None and (not found or quantity.start >= found[-1].end):
                found.append(quantity)
        return _shared(text, found)

    def _read(self, text: str, at: int, quote: int, floor: int) -> tuple[Quantity | None, int]:
        """What begins at the numeral at `at` (inside a short quotation that ends at `quote`, if not 0), and where to go on."""
        phrase = self._nonfigures.around(text, at)
        if phrase is not None and at - phrase.at >= floor:
            end = at - phrase.at + len(phrase.text)
            return _other(text, at - phrase.at, end, QuantityKind(phrase.kind)), end
        first = text[at]
        if first.isdigit():
            return self._arabic(text, at, quote, floor)
        if first == "半":
            return self._half(text, at, floor)
        if first == "番":
            if text[at - 1 : at] == "翻" and at:
                return self._figure(
                    text, Number(at - 1, at, 1, 1, None, True), _Unit(at, at + 1, "番", 1, "times", True), floor
                )
            return None, at + 1
        return self._chinese(text, at, quote, floor)

    # --- digits

    def _arabic(self, text: str, at: int, quote: int, floor: int) -> tuple[Quantity | None, int]:
        if text[at - 1 : at] in {"/", ":"} and at > 1 and text[at - 2].isdigit():
            return None, _run(text, at)
        read = number.arabic(text, at)
        digits_end = _run(text, at)
        date_end = sense.date(text, at, digits_end)
        if date_end:
            start = at - 1 if sense.is_front(text, at) else at
            return _other(text, start, date_end, QuantityKind.DATE), date_end
        if (
            at
            and text[at - 1].isascii()
            and text[at - 1].isalpha()
            and not _TIMES_SIGN.search(text, max(0, at - 3), at)
        ):
            named = self._model(text, at, read)
            if named:
                return _other(text, named[0], named[1], QuantityKind.NAME), named[1]
        ratio = _fraction(text, read, digits_end)
        if ratio is not None:
            return self._figure(text, ratio, _Unit(ratio.end, ratio.end, "%", 1, "percent", True), floor)
        if read.end == digits_end:
            latin = _LATIN.match(text, read.end)
            if latin:
                return self._latin(text, read, latin.end(), floor)
        return self._measured(text, read, quote, floor)

    def _model(self, text: str, at: int, read: Number) -> tuple[int, int] | None:
        """The span of a model number that ends in digits (K12, RTX4090, t4); None where letters end before a figure."""
        left = _MODEL_LEFT.search(text, max(0, at - 12), at)
        start = left.start() if left else at - 1
        unit = self._unit(text, read)
        letters = text[start:at]
        if unit is not None and not letters[-1:].islower():
            if unit.kind in _HARD and (read.scale or unit.kind in {"percent", "money", "point"}):
                return None
            if len(letters) >= 3 and letters.isalpha() and letters.isupper():
                return None
        right = _MODEL_RIGHT.match(text, at)
        return start, right.end() if right else at + 1

    def _latin(self, text: str, read: Number, end: int, floor: int) -> tuple[Quantity | None, int]:
        """A number with letters behind it: a unit (30GWh), a thousand (45k), or a name (5G, 3D)."""
        unit = self._unit(text, read)
        if unit is not None and unit.end > read.end:
            return self._figure(text, read, unit, floor)
        letters = text[read.end : end]
        if letters in {"k", "K", "M", "W", "w"} and not sense.is_screen(text, end):
            scale = {"k": 1e3, "K": 1e3, "M": 1e6, "W": 1e4, "w": 1e4}[letters]
            scaled = read._replace(low=read.low * scale, high=read.high * scale, end=end)
            unit = self._unit(text, scaled) or _Unit(end, end, "", 1, "", True)
            return self._figure(text, scaled, unit, floor)
        if letters[0] in "xX" and text[end : end + 1].isdigit():
            return None, end
        stop = _MODEL_RIGHT.match(text, read.start)
        name_end = stop.end() if stop else end
        return _other(text, read.start, name_end, QuantityKind.NAME), name_end

    def _measured(self, text: str, read: Number, quote: int, floor: int) -> tuple[Quantity | None, int]:
        """Digits with a Chinese unit or none behind them."""
        if text[read.start - 1 : read.start] == "第" and read.start:
            return _placed(text, sense.ordinal(text, read), read)
        if sense.is_front(text, read.start):
            place = sense.front(text, read)
            if place is not None:
                return _placed(text, place, read)
        if text[read.end : read.end + 1] == "强" and not read.scale:
            return _placed(text, sense.listed(text, read), read)
        ranged = self._range(text, read)
        if ranged is not None:
            return self._figure(text, ranged[0], ranged[1], floor)
        unit = self._unit(text, read)
        if unit is None:
            return self._bare(text, read, quote, floor)
        return self._figure(text, read, unit, floor)

    def _bare(self, text: str, read: Number, quote: int, floor: int) -> tuple[Quantity | None, int]:
        """Digits without a unit: a figure behind words that announce a value (指数为50.2, 突破1000亿), else a name."""
        unit = _Unit(read.end, read.end, "", 1, "", True)
        year_like = not read.scale and read.low < 2100 and read.end - read.start == 4 and read.low > 1900
        named = text[read.end : read.end + 1] in {
            "号",
            "级",
            "线",
            "代",
            "型",
            "版",
            "路",
            "后",
            "维",
            "轴",
            "股",
            "楼",
            "弄",
            "码",
            "星",
            "计",
        }
        if (
            quote
            or year_like
            or named
            or (text[read.end : read.end + 1] == "-" and text[read.end + 1 : read.end + 2].isdigit())
        ):
            end = read.end
            while text[end : end + 1] == "-" or text[end : end + 1].isdigit():
                end += 1
            return _other(text, read.start, end, QuantityKind.NAME), end
        if read.scale and _MONEY_BEFORE.search(text, max(0, read.start - 10), read.start):
            return self._figure(text, read, unit._replace(base="元", kind="money"), floor)
        hedge = self._hedges.before(text, read.start)
        if read.scale or hedge is not None or text.endswith(_VALUE_BEFORE, floor, read.start):
            return self._figure(text, read, unit, floor)
        return _other(text, read.start, read.end, QuantityKind.NAME), read.end

    # --- Chinese numerals

    def _chinese(self, text: str, at: int, quote: int, floor: int) -> tuple[Quantity | None, int]:
        after_run = _chinese_run(text, at)
        date_end = sense.chinese_date(text, at)
        if date_end and text[at - 1 : at] not in {"第"}:
            start = at - 1 if sense.is_front(text, at) else at
            return _other(text, start, date_end, QuantityKind.DATE), date_end
        read = number.chinese(text, at)
        if read is None:
            return None, after_run
        ratio = _chinese_fraction(text, read)
        if ratio is not None:
            return self._figure(text, ratio, _Unit(ratio.end, ratio.end, "%", 1, "percent", True), floor)
        before = text[at - 1 : at] if at else ""
        if before == "第":
            return _placed(text, sense.ordinal(text, read), read)
        if before and sense.is_word_end(text, at):
            return None, after_run
        if sense.is_front(text, at):
            place = sense.front(text, read)
            if place is not None:
                return _placed(text, place, read)
        if text[read.end : read.end + 1] == "番":
            turn = _TIMES_BEFORE.search(text, max(0, at - 6), at)
            if turn:
                moved = read._replace(start=turn.start())
                return self._figure(text, moved, _Unit(read.end, read.end + 1, "番", 1, "times", True), floor)
        return self._chinese_measured(text, read, quote, floor, after_run)

    def _chinese_measured(
        self, text: str, read: Number, quote: int, floor: int, after_run: int
    ) -> tuple[Quantity | None, int]:
        """A Chinese numeral with a unit; without one it states nothing that can be told."""
        ranged = self._range(text, read)
        if ranged is not None:
            return self._figure(text, ranged[0], ranged[1], floor)
        unit = self._unit(text, read)
        if (
            read.low == read.high == 1
            and text[read.end : read.end + 1] == "半"
            and text[read.end + 1 : read.end + 2] != "导"
        ):
            share = Number(read.start, read.end + 1, 50.0, 50.0, None, True)
            return self._figure(text, share, _Unit(share.end, share.end, "%", 1, "percent", True), floor)
        if text[read.end : read.end + 1] == "成" and sense.is_tenth(text, read):
            unit = _Unit(read.end, read.end + 1, "%", 10, "percent", True)
        if unit is None:
            return None, max(after_run, read.end)
        kind = (
            sense.counted(text, read, unit.kind, unit.base, bool(quote))
            if unit.kind not in {"time", "percent"}
            else None
        )
        if not unit.chinese and read.high < 100 and unit.kind != "time":
            return None, max(after_run, read.end)
        hedged = self._hedges.before(text, read.start) is not None or self._hedges.after(text, unit.end) is not None
        if read.bare and not hedged and unit.base != "%":
            kind = QuantityKind.IDIOM
        elif read.bare:
            kind = None
        if kind is not None and kind is not QuantityKind.FIGURE:
            return _other(text, read.start, unit.end, kind), unit.end
        return self._figure(text, read, unit, floor)

    def _half(self, text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
        """半 as a number: 半年, 半小时, 一半 is read at 一, 过半, 半数以上."""
        read = sense.half(text, at)
        if read is None:
            return None, at + 1
        if read.high == 50:
            return self._figure(text, read, _Unit(read.end, read.end, "%", 1, "percent", True), floor)
        unit = self._unit(text, read)
        if unit is None or unit.kind not in {"time"}:
            return None, at + 1
        return self._figure(text, read, unit, floor)

    # --- units, ranges, hedges

    def _unit(self, text: str, read: Number) -> _Unit | None:
        """The unit behind a number with its brackets (台（套）), denominator (吨/日), and 半 or 多 behind it."""
        start = read.end
        if text[start : start + 1] == "个" and text[start + 1 : start + 2] in {"多", "半", "余"}:
            later = self._units.at(text, start + 2)
            if later is not None and later.kind == "time":
                half = 0.5 if text[start + 1] == "半" else 0.0
                end = start + 2 + len(later.printed)
                base = "月" if later.base == "月份" else later.base
                return _Unit(start, end, base, later.factor, later.kind, True, half, not half)
        unit = self._units.at(text, start)
        if unit is None and text[start : start + 1] == " ":
            start += 1
            unit = self._units.at(text, start)
        if unit is None:
            return None
        base, factor, kind = sense.unit(text, read, unit)
        if not kind:
            return None
        end = start + len(unit.printed)
        bracket = _SET.match(text, end)
        if bracket:
            end = bracket.end()
        if text[end : end + 1] == "/":
            lower = self._units.at(text, end + 1)
            if lower is not None:
                base, end = f"{base}/{lower.base}", end + 1 + len(lower.printed)
        half = (
            0.5
            if text[end : end + 1] == "半" and kind in {"time", "times"} and text[end + 1 : end + 2] not in {"导", "数"}
            else 0.0
        )
        return _Unit(start, end + bool(half), base, factor, kind, unit.chinese, half)

    def _range(self, text: str, read: Number) -> tuple[Number, _Unit] | None:
        """Both ends of 3到5分钟, 50亿-100亿元, 5%~8%, 20—30家 as one number, with the unit they share."""
        first = self._unit(text, read)
        after = first.end if first else read.end
        connect = _CONNECT.match(text, after)
        if connect is None or (text.endswith(_CHANGE, 0, read.start)):
            return None
        second = number.chinese(text, connect.end()) if read.chinese else None
        if not read.chinese and text[connect.end()].isdigit():
            second = number.arabic(text, connect.end())
        if second is None or second.chinese != read.chinese:
            return None
        unit = self._unit(text, second)
        if unit is None or (first and first.base != unit.base):
            return None
        low = read.low
        if second.scale and not read.scale and not first:
            factor = second.high / float(text[second.start : _run(text, second.start)].replace(",", "") or 1)
            low = low * factor if low * factor < second.high else low
        if low >= second.high:
            return None
        hedge = read.hedge or second.hedge
        return Number(read.start, second.end, low, second.high, hedge, read.chinese, second.scale or read.scale), unit

    def _figure(self, text: str, read: Number, unit: _Unit, floor: int) -> tuple[Quantity, int]:
        """The quantity with its hedges on both sides; durations are judged by the words around them."""
        start, low, high = read.start, read.low + unit.half, read.high + unit.half
        low, high, base = _valued(low, high, unit)
        sign = _sign(text, start, unit.kind, floor)
        if sign:
            start, low, high = start - sign, -low, -high
        left = None
        gap = start - 1 if text[start - 1 : start] == " " and start else start
        hedge = self._hedges.before(text, gap)
        if hedge is not None and gap - len(hedge.printed) >= floor:
            left = hedge
            start = gap - len(hedge.printed)
        end = unit.end
        right = self._hedges.after(text, end)
        if right is not None and not (right.printed in {"多", "余"} and unit.kind not in {"time", "times", "length"}):
            end += len(right.printed)
        else:
            right = None
        qualifier = self._qualifier(text, left, read, right, start, floor, over=unit.over)
        kind = QuantityKind.FIGURE
        if unit.kind == "time":
            kind = sense.duration(text, start, end, read, base)
            right_in = kind is QuantityKind.FIGURE and text[end : end + 1] == "内" and right is None
            if right_in and qualifier is Qualifier.EXACT:
                qualifier = Qualifier.UNDER
        upper = high if high != low else None
        return (
            Quantity(start, end, text[start:end], kind, low, upper, base, qualifier, read.start, unit.start, unit.end),
            max(end, read.end),
        )

    def _qualifier(
        self, text: str, left: Hedge | None, read: Number, right: Hedge | None, start: int, floor: int, *, over: bool
    ) -> Qualifier:
        """The hedge that counts: the one before the number, then the one inside it, behind it, and before the verb."""
        for hedge in (left, right):
            if hedge is not None and hedge.qualifier is not Qualifier.EXACT:
                return hedge.qualifier
        if read.hedge is not None or over:
            return Qualifier.OVER
        far = _FAR.search(text, max(floor, start - 16), start)
        if far is not None:
            found = self._hedges.far(far[1])
            if found is not None:
                return found.qualifier
        return Qualifier.EXACT


def _inside(spans: list[tuple[int, int]], at: int) -> int:
    """The end of the span that `at` lies in, 0 for none; spans before it are dropped."""
    while spans and spans[0][1] <= at:
        spans.pop(0)
    return spans[0][1] if spans and spans[0][0] <= at else 0


def _run(text: str, at: int) -> int:
    """Where the digits that begin at `at` end."""
    end = at
    while end < len(text) and text[end] in "0123456789":
        end += 1
    return end


_CHINESE_RUN = re.compile(f"[〇零{number.NUMERALS}]+")


def _chinese_run(text: str, at: int) -> int:
    match = _CHINESE_RUN.match(text, at)
    return match.end() if match else at + 1


def _other(text: str, start: int, end: int, kind: QuantityKind) -> Quantity:
    """A number expression that is no figure."""
    return Quantity(start, end, text[start:end], kind, 0.0, None, "", Qualifier.EXACT, start, end, end)


def _placed(text: str, place: sense.Place, read: Number) -> tuple[Quantity, int]:
    """An ordinal, a rank or a name around a number."""
    rank = place.kind is QuantityKind.RANK
    within = rank and not text.startswith("第", place.start)
    qualifier = Qualifier.UNDER if within else Qualifier.EXACT
    unit = "位" if rank else ""
    value = read.low if rank else 0.0
    span = text[place.start : place.end]
    return (
        Quantity(
            place.start, place.end, span, place.kind, value, None, unit, qualifier, read.start, place.end, place.end
        ),
        place.end,
    )


_CN_PART = re.compile(
    r"分之(?:(\d+(?:\.\d+)?)|(百)|([〇零一二两三四五六七八九十百]+)(?:点([〇零一二三四五六七八九]+))?)"
)


def _chinese_fraction(text: str, read: Number) -> Number | None:
    """三分之二 as 66.6667, 百分之十二 as 12: the share in % that a Chinese fraction says."""
    if not text.startswith("分", read.end):
        return None
    if text.startswith("百分百", read.start):
        return Number(read.start, read.end + 2, 100.0, 100.0, None, True)
    match = _CN_PART.match(text, read.end)
    if match is None or not read.low:
        return None
    if match[1]:
        top = float(match[1])
    elif match[2]:
        top = 100.0
    else:
        span = number.numeral.chinese(match[3])
        if span is None:
            return None
        top = span[0]
        if match[4]:
            top += float("0." + "".join(str(number.numeral.DIGITS[c]) for c in match[4]))
    share = top * 100 / read.low
    share = round(share, 4)
    return Number(read.start, match.end(), share, share, None, True)


_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/.月日])")


def _fraction(text: str, read: Number, digits_end: int) -> Number | None:
    """2/3 as 66.6667: a share in % where the first number is the smaller one."""
    if text[digits_end : digits_end + 1] != "/":
        return None
    match = _FRACTION.match(text, read.start)
    if match is None or int(match[1]) >= int(match[2]) or int(match[2]) > 100:
        return None
    share = round(int(match[1]) * 100 / int(match[2]), 4)
    return Number(read.start, match.end(), share, share, None, False)


def _valued(low: float, high: float, unit: _Unit) -> tuple[float, float, str]:
    """Both ends in the base unit: factors applied, 番 told as growth in %."""
    if unit.base == "番":
        return (2**low - 1) * 100, (2**high - 1) * 100, "%"
    if unit.factor == 1:
        return low, high, unit.base
    return round(low * unit.factor, 10), round(high * unit.factor, 10), unit.base


def _sign(text: str, start: int, kind: str, floor: int) -> int:
    """How many characters before a number make it negative: -40℃, 零下40℃, 增长-5.2%."""
    if kind == "temperature" and text.endswith("零下", floor, start):
        return 2
    if kind in {"temperature", "percent", "degree"} and text[start - 1 : start] in {"-", "－", "—"} and start > floor:
        before = text[start - 2 : start - 1] if start > 1 else ""
        if not (before.isdigit() or before in {"%", "℃", "—"} or (before.isascii() and before.isalpha())):
            return 1
    return 0


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers without a unit that stand in a list with one that has it take it over: 10、20和30亿元."""
    for i in range(len(found) - 2, -1, -1):
        here, there = found[i], found[i + 1]
        if here.kind is not QuantityKind.NAME and not (here.kind is QuantityKind.FIGURE and not here.unit):
            continue
        if (
            there.kind is not QuantityKind.FIGURE
            or text[here.end : there.start] not in {"、", "和", "与", "及", "，"}
            or not there.unit
        ):
            continue
        if not re.fullmatch(r"\d[\d,.]*(?:万|亿)?", here.text) or text[here.end] == "，":
            continue
        read = number.arabic(text, here.number_start)
        other = number.arabic(text, there.number_start) if text[there.number_start].isdigit() else None
        if other is None:
            continue
        factor = other.low and there.value / float(
            re.match(r"[\d.]+", text[there.number_start :].replace(",", "")).group()
        )  # type: ignore[union-attr]
        value = read.low * factor if not read.scale else read.low
        found[i] = Quantity(
            here.start,
            here.end,
            here.text,
            QuantityKind.FIGURE,
            value,
            None,
            there.unit,
            here.qualifier,
            here.number_start,
            here.end,
            here.end,
        )
    return found
