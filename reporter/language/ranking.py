"""第, 前 and 强 beside a number: ranks, ordinals, dates and names.

In: a text and a number beside one of them. Out: `Place`, the span of the whole expression and its kind.

    名列第一 · 居全国第3位 · 全球第二大飞机租赁聚集地   ranks
    第二次签约 · 第20次会议 · 前4批                     ordinals
    前3个月                                             a date
    世界500强                                           a name; 争创国家高新区50强 is a rank to be within
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.language.number import Number
from reporter.language.spans import QuantityKind
from reporter.lexicon.senses import RankCues

_CHINESE = "\u4e00-\u9fff"
_RANK_AFTER = re.compile(r"[，。；、！：”’）\s]|的(?!批|次|一)|$|且|并|和|与|至|到第?")
_MOVES = re.compile(r"[，。；、）升跃提进退降至到且并和与徘]|上升|$")
_RANK_UNIT = re.compile(r"[位名](?!院士|志愿|嘉宾|客人|员工)|大(?!道|会|街)|把交椅")
_COUNTERS = (
    "个|批次|批|次|届|期|代|轮|条|款|台|家|项|季度|产业|阶段|步|天|年|日|人|方|类|章|版|时间|线|手|书记|站|场|座|只|支|艘|架|"
    "颗|枚|辆|位|名|号|把|课|梯队|层|栋|医院|中学|小学|税务所|分公司"
)
_ORDINAL_UNIT = re.compile(f"(?:{_COUNTERS})?")
_FRONT = (
    (re.compile("个?月|个?季度|年|天|日|周"), QuantityKind.DATE),
    (re.compile("批次|批|次|期|届|轮|家|个|项|条|款|台"), QuantityKind.ORDINAL),
    (re.compile(r"强|位|名(?!义)|(?=[，。；、！”）的行之])|$"), QuantityKind.RANK),
)
_FRONT_IN_WORDS = "目此日年会提以之当眼跟生事空直从先午史月天战赛行产岁"
_YEARS = "0123456789今去上明当本同"
_PLACES_JOINED = ("位和", "位、", "位与")  # 分别列22位和29位
_WELL_KNOWN = 500


class Place(Struct, frozen=True, gc=False):
    """An expression around a number: its span and kind."""

    start: int
    end: int
    kind: QuantityKind


def is_front(text: str, start: int) -> bool:
    """Whether a 前 that counts stands before `start` (前4批, 2021年前10个月; not 目前4家, 3年前2家)."""
    if start < 1 or text[start - 1] != "前":
        return False
    before = text[start - 2 : start - 1] if start > 1 else ""
    if not before or before not in _FRONT_IN_WORDS:
        return True
    return before == "年" and start > 2 and text[start - 3] in _YEARS


def front(text: str, read: Number) -> Place | None:
    """What 前 and a number make: a date (前3个月), an ordinal (前4批), a rank (前十强: within the first ten)."""
    for pattern, kind in _FRONT:
        match = pattern.match(text, read.end)
        if match:
            return Place(read.start - 1, match.end(), kind)
    return None


class Ranking:
    """Decides ranks with the lexicon's cues."""

    def __init__(self, cues: RankCues) -> None:
        near, far = "|".join(cues.before), "|".join(cues.strong_before)
        self._before = re.compile(
            rf"(?:(?:{near})[{_CHINESE}\d]{{0,4}}(?:第[一二三四五六七八九十\d]+位?[、和])*|(?:{far})[{_CHINESE}]{{0,16}})$"
        )
        self._place_before = cues.place_before
        self._listed = re.compile(rf"(?:{'|'.join(cues.listed_before)})[{_CHINESE}]{{0,14}}$")

    def ordinal(self, text: str, read: Number) -> Place:
        """What 第 and a number make: a rank (名列第一, 第二大港) or an ordinal (第二次, 第20次会议)."""
        start, end = read.start - 1, read.end
        unit = _RANK_UNIT.match(text, end)
        if unit is not None and unit.group() in ("大", "把交椅"):
            return Place(start, unit.end(), QuantityKind.RANK)
        if unit is not None and _MOVES.match(text, unit.end()):
            return Place(start, unit.end(), QuantityKind.RANK)
        if (unit or _RANK_AFTER.match(text, end)) and self._before.search(text, max(0, start - 20), start):
            return Place(start, unit.end() if unit else end, QuantityKind.RANK)
        counter = _ORDINAL_UNIT.match(text, end)
        return Place(start, counter.end() if counter else end, QuantityKind.ORDINAL)

    def placed(self, text: str, read: Number) -> Place | None:
        """What 位 behind a bare number makes after 列 or 居: a rank (分别列22位和29位)."""
        if text.startswith("位", read.end) and text.endswith(self._place_before + _PLACES_JOINED, 0, read.start):
            return Place(read.start, read.end + 1, QuantityKind.RANK)
        return None

    def listed(self, text: str, read: Number) -> Place:
        """What a number and 强 make: a name (世界500强), or a rank to be within (争创国家高新区50强)."""
        ranked = read.low != _WELL_KNOWN and self._listed.search(text, max(0, read.start - 18), read.start)
        return Place(read.start, read.end + 1, QuantityKind.RANK if ranked else QuantityKind.NAME)
