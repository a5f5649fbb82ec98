"""Where a line of Chinese text may end, and which marks stand close.

Pure rules over a string; the engine's hooks (`setting.py`) ask them for every paragraph. Sources: GB/T 15834-2011
(5.1: which marks stand at neither end of a line), GB/T 15835-2011 (a number stays with its unit), and the W3C's
Requirements for Chinese Text Layout (3.1.6: adjacent marks share their white space).

    引资1.13亿美元，占“半数”。     a line may end before 1 and after ，; never between 1.13, 亿 and 美元
"""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.lexicon.table import rows

OPENING = "（《〈「『【〔〖“‘［｛"
CLOSING = "，。、；：！？）》〉」』】〕〗”’］｝．"
# Marks that never begin a line though their ink fills their square: dashes, dots, per cent, iteration.
_TRAILING = CLOSING + "…—–～·•‧％%‰℃°′″々ー／‐"
_LEADING = OPENING + "￥¥＄$€£№＃／"
_LATIN_OPENING, _LATIN_CLOSING = "([{", ".,;:!?)]}"

JOINER = "\u2060"  # forbids a break where it stands; takes no room, has no glyph
NO_BREAK_SPACE = "\u00a0"

# What follows a number and stays with it: the units of the table, and what counts days, places and issues.
_DATES_AND_COUNTS = {*"年月日号天周期届批次轮位名级岁折成余多强大楼室路线", "季度", "年度", "世纪", "小时", "分钟"}
_UNITS = sorted({row["printed"] for row in rows("units")} | _DATES_AND_COUNTS, key=lambda unit: (-len(unit), unit))
_UNIT_STARTS = frozenset(unit[0] for unit in _UNITS)
_NUMBER = r"[0-9０-９]+(?:[.,．:][0-9０-９]+)*"
_SCALE = r"[多余几]?[十百千万亿]{0,3}[多余几]?"
_UNIT = rf"(?:{'|'.join(map(re.escape, _UNITS))})"
_FIGURE = rf"[第+\-−±]?{_NUMBER}{_SCALE}{_UNIT}?"
_TOGETHER = re.compile(
    rf"""
      {_NUMBER}月{_NUMBER}日                # 4月20日
    | {_FIGURE}(?:[-–—~～至到]{_FIGURE})?   # 第3位, 1.13亿美元, 3900多万美元, 50亿-100亿元, 1—4月
    | [百千万亿]{_UNIT}                     # 五千万元
    | [一二三四]季度
    """,
    re.VERBOSE,
)

_IDEOGRAPH, _OPEN, _CLOSE, _LEAD, _TRAIL, _LATIN, _LOPEN, _LCLOSE, _SPACE, _GLUE = range(10)

# Where `closes_up` and kerning need to be asked at all; the second character is looked at, not consumed.
MARK_PAIRS = re.compile(f"[{re.escape(OPENING + CLOSING)}](?=[{re.escape(OPENING + CLOSING)}{JOINER}])")
LATIN_PAIRS = re.compile(r"[A-Za-zÀ-ɏ](?=[A-Za-zÀ-ɏ])")


def _class_of(character: str) -> int:
    for marks, kind in (
        (OPENING, _OPEN), (CLOSING, _CLOSE), (_LATIN_OPENING, _LOPEN), (_LATIN_CLOSING, _LCLOSE),
        (_TRAILING, _TRAIL), (_LEADING, _LEAD), (" ", _SPACE), (NO_BREAK_SPACE + JOINER, _GLUE),
    ):  # fmt: skip
        if character in marks:
            return kind
    return _LATIN if character < "\u2000" else _IDEOGRAPH


class _Classes(dict[str, int]):
    def __missing__(self, character: str) -> int:
        kind = self[character] = _class_of(character)
        return kind


CLASSES = _Classes()


def _may_part(before: int, after: int) -> bool:
    """Whether a line may end between two characters of these classes."""
    if after in {_SPACE, _CLOSE, _TRAIL, _LCLOSE, _GLUE} or before == _GLUE:
        return False
    if before == _SPACE:
        return True
    if before in {_OPEN, _LEAD, _LOPEN}:
        return False
    latin = {_LATIN, _LOPEN, _LCLOSE}
    return not (before in latin and after in latin)


_PARTS = [[_may_part(before, after) for after in range(10)] for before in range(10)]
# Between these two, justified lines may open a gap: never inside a Latin word or a number, nor beside a joiner.
_STRETCHES = [
    [not ({before, after} <= {_LATIN, _LOPEN, _LCLOSE} or _GLUE in {before, after}) for after in range(10)]
    for before in range(10)
]


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters that stand in different elements."""
    if before.isdigit() and (after in _UNIT_STARTS or after in "十百千万亿多余几"):
        return False
    if before in "百千万亿" and after in _UNIT_STARTS:
        return False
    return _PARTS[CLASSES[before]][CLASSES[after]]


def stretches(before: str, after: str) -> bool:
    """Whether a justified line may open a gap between two neighbours."""
    return _STRETCHES[CLASSES[before]][CLASSES[after]]


@lru_cache(maxsize=4096)
def breaks(text: str) -> tuple[int, ...]:
    """The offsets before which a line may begin.

    `breaks("引资1.13亿美元，占半")` is `(1, 2, 10, 11)`: 引|资|1.13亿美元，|占|半.
    """
    kinds = [CLASSES[character] for character in text]
    parts = _PARTS
    found = [i for i in range(1, len(kinds)) if parts[kinds[i - 1]][kinds[i]]]
    kept = {i for match in _TOGETHER.finditer(text) for i in range(match.start() + 1, match.end())}
    return tuple(i for i in found if i not in kept) if kept else tuple(found)


def closes_up(before: str, after: str) -> bool:
    """Whether the first of two adjacent marks gives up half its width: `”，` `。”` `）（` `《“`, never `“汉`.

    A joiner behind a closing mark stands for what an element hides: another mark, or a raised one.
    """
    first, second = CLASSES[before], CLASSES[after]
    return (first == _CLOSE and (second in {_CLOSE, _OPEN} or after == JOINER)) or (first == second == _OPEN)
