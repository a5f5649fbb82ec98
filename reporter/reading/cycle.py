"""Years by their place in the cycle of sixty.

In: a text. Out: each such year in which its scene is laid, with its words: 甲辰龙年的谷雨 is of 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYCLE = re.compile(
    r"(?<!上一个)(?P<stem>[甲乙丙丁戊己庚辛壬癸])(?P<branch>[子丑寅卯辰巳午未申酉戌亥])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年(?!前|代|间|战争|变法|条约)"
)
_BEGAN = 1984
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def cycle_years(text: str, about_past: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The years of the present cycle that a text names, but for those before which `about_past` stands."""
    for match in _CYCLE.finditer(text):
        stem, branch = _STEMS.index(match["stem"]), _BRANCHES.index(match["branch"])
        if (stem - branch) % 2 == 0 and not about_past.search(text[max(0, match.start() - 6) : match.start()]):
            yield _BEGAN + next(n for n in range(60) if n % 10 == stem and n % 12 == branch), match.group()
