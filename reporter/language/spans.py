"""What the grammar of this room finds: spans of a text with their meaning.

All offsets count characters of the text that was given; texts are normalised to the same length first
(`reporter.language.text.normalise`), so they hold for the original as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Protocol, TypeVar

from msgspec import Struct

from reporter.model import Qualifier


class QuantityKind(StrEnum):
    """Whether a number expression is a figure at all."""

    FIGURE = "figure"  # 1.13亿美元, 近2000家, 三分之二, 翻一番
    RANK = "rank"  # 第一 (名列, 位列, 居…), 第二大, 居全国第3位: value is the rank, unit 位
    DATE = "date"  # 2020年, 4月20日, 前3个月, 近三年, 24小时 as opening hours is a figure
    ORDINAL = "ordinal"  # 第二次, 第一批, 二期, 前4批
    NAME = "name"  # 5G, K12, QLC3D, 世界500强, “十四五”, t4产线
    IDIOM = "idiom"  # 一系列, 千家万户, 五湖四海, 一步步, 十分


class Quantity(Struct, frozen=True, gc=False):
    """A number expression with hedge and unit: `近2000家`, `3900多万美元`, `50亿-100亿元`, `5000万元以上`.

    `start`/`end` span the whole expression as printed, hedges on both sides included; `number_start` is where
    the first numeral stands, `unit_start`/`unit_end` span the printed unit (empty span when there is none).
    `value` is in base units of `unit` (1.13亿美元 → 113000000.0, 美元; 50.3% → 50.3, %; 三成 → 30.0, %).
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: float
    value_high: float | None
    unit: str
    qualifier: Qualifier
    number_start: int
    unit_start: int
    unit_end: int


class Period(Struct, frozen=True, gc=False):
    """A time expression resolved with the article's date: `今年一季度` → `2020-Q1`, `截至4月20日` → `/2020-04-20`.

    `value` is written as in the contract (`2020`, `2020-Q1`, `2020-01/2020-04`, `/2020-04`, `2023/`), empty where
    it cannot be resolved; `cumulative` marks a running total (截至, 目前, 累计); `rule` names the rule that read it.
    """

    start: int
    end: int
    text: str
    value: str
    cumulative: bool = False
    future: bool = False
    rule: str = ""


class Anchor(Struct, frozen=True, gc=False):
    """What relative words are resolved against: the article's date (ISO, may be empty) and year (None: unknown)."""

    year: int | None = None
    date: str = ""


_QUARTERS = {"01/03": "Q1", "04/06": "Q2", "07/09": "Q3", "10/12": "Q4"}


def quarter(value: str) -> str:
    """`2020-01/2020-03` as `2020-Q1`; anything else as it is."""
    first, _, last = value.partition("/")
    if len(first) == 7 and len(last) == 7 and first[:4] == last[:4] and "Q" not in value:
        name = _QUARTERS.get(f"{first[5:]}/{last[5:]}")
        return f"{first[:4]}-{name}" if name else value
    return value


class _Starting(Protocol):
    @property
    def start(self) -> int: ...


S = TypeVar("S", bound=_Starting)
_start = attrgetter("start")


def within(found: Sequence[S], span: tuple[int, int]) -> Sequence[S]:
    """Those of some spans in order that begin in a stretch of the text: the figures of one sentence."""
    if not found or (found[0].start >= span[0] and found[-1].start < span[1]):
        return found
    return found[bisect_left(found, span[0], key=_start) : bisect_left(found, span[1], key=_start)]
