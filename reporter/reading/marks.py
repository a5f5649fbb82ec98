"""What punctuation tells: whether a block's last sentence is finished, which marks wait for their other half."""

from __future__ import annotations

import re
from functools import cache

from reporter.lexicon.press import press_words

_LONGEST_FIELD = 90
STOPS = "。！？…!?；;"
_CLOSERS = "”’」』》）)】〉\"'"
_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}
_OPENERS = frozenset(_PAIRS.values())
_ASCII_STOP = re.compile(r"[A-Za-z\u4e00-\u9fff]\.$")


def ends_open(text: str) -> bool:
    """Whether the last sentence is cut: 就像是立 is, 量产出货”。 is not."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return True
    if bare[-1] in STOPS:
        return False
    return not _ASCII_STOP.search(text)


def ends_softly(text: str) -> bool:
    """Whether the end may be either: a closing mark or a colon without a full stop before it, or a form's line."""
    return ends_open(text) and (text[-1] in _CLOSERS or text[-1] in "：:" or is_field(text))


def is_field(text: str) -> bool:
    """Whether a line is one of a form or a list of projects: 总投资：7.2亿元，其中固定资产投资5.6亿元."""
    return len(text) <= _LONGEST_FIELD and _field().match(text) is not None


@cache
def _field() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, press_words().field_ends))
    return re.compile(rf"(?:\d{{1,2}}[.．、])?[^，。：:；]{{0,6}}(?:{ends})[：:]")


def unmatched(text: str) -> tuple[str, str]:
    """Closing marks that nothing in the text opens, and opening marks that nothing closes, in order."""
    opened: list[str] = []
    closing: list[str] = []
    for ch in text:
        if ch in _OPENERS:
            opened.append(ch)
        elif ch in _PAIRS:
            if _PAIRS[ch] in opened:
                while opened and opened.pop() != _PAIRS[ch]:
                    pass
            elif not opened or ch not in "）)":
                closing.append(ch)
    return "".join(closing), "".join(opened)


def half_width(text: str) -> float | None:
    """The share of half-width commas, colons and brackets among all; None where there are too few to tell."""
    half = sum(text.count(mark) for mark in ",;:()?!")
    full = sum(text.count(mark) for mark in "，；：（）？！")
    return half / (half + full) if half + full >= 2 else None
