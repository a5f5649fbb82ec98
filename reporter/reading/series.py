"""Paragraphs that stand in a series: by the form of their first words a reader sees that one goes on with another.

在龙头带动上，……  在平台支撑上，……     the same form
招商方面，……      外贸方面，……         the same
一是……           二是……             the next number
首先，……          其次，……           the next word
"""

from __future__ import annotations

import re

_FORMS = (
    ("在上", re.compile(r"在[^，,。\d]{2,8}(?:上|中|方面|端)[，,]")),
    ("方面", re.compile(r"[^，,。\d]{2,8}方面[，,]")),
    ("看", re.compile(r"[分从按][^，,。\d]{1,8}看[，,]")),
)
_NUMBERED = re.compile(r"(?:第)?(?P<number>[一二三四五六七八九])(?:是|[，、])")
_ORDERED = (("首先", "第一步"), ("其次", "第二步"), ("再次", "第三步"), ("最后", "此外"))
_NUMERALS = "一二三四五六七八九"


def form(text: str) -> tuple[str, int] | None:
    """The form of a paragraph's first words, and its place in the series (0 where the form has none)."""
    if found := _NUMBERED.match(text):
        return "是", _NUMERALS.index(found["number"]) + 1
    for place, words in enumerate(_ORDERED, 1):
        if text.startswith(words):
            return "首先", place
    return next(((name, 0) for name, pattern in _FORMS if pattern.match(text)), None)


def goes_on(before: tuple[str, int] | None, after: tuple[str, int] | None) -> bool:
    """Whether one form goes on with another: the same, or the next in order."""
    if before is None or after is None or before[0] != after[0]:
        return False
    return after[1] == before[1] == 0 or after[1] == before[1] + 1
