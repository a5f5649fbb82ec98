"""What a number with a unit means: whether 度 is 千瓦时, whether 两家 counts something, whether 一 ends a word.

In: a text and a number in it. Out: the unit that is meant, and the kind of what a Chinese numeral counts. The reading
that reports no figure wins where the words leave it open.
"""

from __future__ import annotations

import re

from reporter.language.number import Number
from reporter.language.spans import QuantityKind
from reporter.lexicon.senses import Senses
from reporter.lexicon.units import Unit

_NO_UNIT = ("", 1.0, "")
_COUNTS = {"count", "people", "place", "big", "score", "level", "speed"}
_ONE_WORDS = "统唯同专单其划均初期之不合归惟周星"
_WEEK = ("周", "星期", "礼拜", "初", "老", "农历")
_NEGATED = re.compile(r"[\u4e00-\u9fff]{0,4}(?:都|也)(?:不|没|未)")
_ROUND_TURNS = re.compile(r"轮(?:电动|摩托|车|驱动)")
_SESSION = re.compile("次(?:会议|全会|全体|大会|代表|党代会|理事会)")  # 五届人大七次会议
_POINT_WORDS = set("之别布支公钟校局中")
_STAGE_COUNTED = {"期": ("分", "共", "等"), "届": ("办", "办了", "共", "连续", "进行了")}


def is_word_end(text: str, at: int) -> bool:
    """Whether the Chinese numeral at `at` ends a word: 统一, 唯一, 周三, 初五."""
    if not at:
        return False
    if text[at] == "一" and text[at - 1] in _ONE_WORDS:
        return True
    return text.endswith(_WEEK, 0, at) and not text.startswith(("家", "个"), at + 1)


class Sense:
    """Decides units and counts with the lexicon's cues."""

    def __init__(self, senses: Senses) -> None:
        self._electric = re.compile("|".join(senses.unit.electric))
        self._water = re.compile("|".join(senses.unit.water))
        self._screen = re.compile(rf"\s?(?:{'|'.join(senses.unit.screen)})")
        self._great = re.compile(rf"大[\u4e00-\u9fff“]{{0,8}}?(?:{'|'.join(senses.count.great)})")
        self._abstract = re.compile("|".join(senses.count.abstract))
        self._named_already = senses.count.named_already

    def is_screen(self, text: str, end: int) -> bool:
        """Whether the letter that ends at `end` belongs to a standard of pictures (4K超高清), not to a thousand."""
        return self._screen.match(text, end) is not None

    def unit(self, text: str, read: Number, unit: Unit) -> tuple[str, float, str]:
        """The unit that a number means here: base, factor and kind; the kind is empty where it is no unit after all.

        方 is 立方米 with 万, or with water and earth before it (蓄水量680万方); 度 is 千瓦时 with electricity.
        """
        if unit.printed in _STAGE_COUNTED:
            counted = text.endswith(_STAGE_COUNTED[unit.printed], 0, read.start)
            return unit.base, unit.factor, "count" if counted else "stage"
        end = read.end + len(unit.printed)
        if unit.printed == "度":
            return self._degree(text, read, end)
        if (not unit.chinese or unit.kind == "big") and not self._is_meant(text, read, unit.printed, end):
            return _NO_UNIT
        return unit.base, unit.factor, unit.kind

    def _is_meant(self, text: str, read: Number, printed: str, end: int) -> bool:
        """Whether 方, 平, 大, 点 and 分 are units here, not parties or the head of another word."""
        if printed == "方":
            return bool(read.scale) or self._water.search(text, max(0, read.start - 12), read.start) is not None
        if printed == "大":
            return read.high < 100
        if printed == "平":
            return bool(read.scale) or read.low >= 50
        return printed not in {"点", "分"} or text[end : end + 1] not in _POINT_WORDS

    def _degree(self, text: str, read: Number, end: int) -> tuple[str, float, str]:
        if text[end : end + 1] in {"假", "重"}:
            return _NO_UNIT
        electric = self._electric.search(text, max(0, read.start - 40), read.start)
        return ("千瓦时", 1.0, "energy") if electric else ("度", 1.0, "degree")

    def counted(self, text: str, read: Number, unit: tuple[str, str], quoted: bool) -> QuantityKind:
        """What a Chinese numeral with a unit (base and kind) is.

        两家企业 and 四大主导产业 are figures, 一家 an article, 二期 an ordinal, 这两家 and 两个方面 count nothing new,
        “五大机制” is a name.
        """
        base, kind = unit
        if kind == "stage" or (base == "次" and _SESSION.match(text, read.end)):
            return QuantityKind.ORDINAL
        if kind in _COUNTS:
            return self._count(text, read, quoted)
        one_to_nine = read.high < 10
        if kind == "money" and one_to_nine and base == "元":
            return QuantityKind.IDIOM
        if read.low == 1 and kind in {"mass", "length", "area", "volume"} and _NEGATED.match(text, read.end):
            return QuantityKind.IDIOM
        return QuantityKind.FIGURE

    def _count(self, text: str, read: Number, quoted: bool) -> QuantityKind:
        end = read.end
        if quoted and not read.hedge:
            return QuantityKind.NAME
        article = read.low == read.high == 1 and not read.hedge
        if article or (read.start and text[read.start - 1] in self._named_already):
            return QuantityKind.IDIOM
        if text[end] == "大" and (read.low >= 10 or not self._great.match(text, end)):
            return QuantityKind.NAME
        if read.high < 10 and (self._abstract.match(text, end + 1) or _ROUND_TURNS.match(text, end)):
            return QuantityKind.IDIOM
        return QuantityKind.FIGURE
