"""Figures told of several zones at once.

In: the clauses of a sentence and a figure in it. Out: the zone whose turn it is, or that the figure is of all.

    合肥经开区、芜湖经开区|分别|集聚企业4500家和|2800家|   → 芜湖经开区
    合肥经开区、芜湖经开区共集聚企业|7300家|              → of both: none of them
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reporter.extraction.zones.roles import Role
from reporter.extraction.zones.topic import Placed

_BETWEEN = re.compile(r"(?:、|和|与|及|以及|，)")
_NUMBER = re.compile(r"\d[\d.,]*|第[一二三四五六七八九十]+")
_APART = re.compile("分别|分列|分居|分获|依次|则(?:为|是|有)")
_STOP = re.compile("[；。！？]")


class Turn(NamedTuple):
    """A list of zones that a figure is told of: the one whose turn it is, or None where it is of all of them."""

    listed: tuple[Placed, ...]
    mine: Placed | None


def turn(text: str, placed: Sequence[Placed], start: int) -> Turn | None:
    """The list of zones before a figure and whose figure it is; None where no list precedes it."""
    before = [p for p in placed if p.mention.end <= start]
    run: list[Placed] = []
    for p in reversed(before):
        if run and not _BETWEEN.fullmatch(text, p.mention.end, run[0].mention.start):
            break
        if run and p.role is Role.PLACE and text[p.mention.end] == "，":
            break  # 同在甲自贸港，|乙综保区|上半年……
        run.insert(0, p)
    if len({p.zone.name for p in run}) < 2 or run[0].role < Role.PLACE or any(p.role < Role.OBJECT for p in run):
        return None
    word = _APART.search(text, run[-1].mention.end, start)
    apart = word.start() if word else -1
    if apart < 0:
        return Turn(tuple(run), None)
    stop = _STOP.search(text, apart)
    numbers = list(_NUMBER.finditer(text, apart, stop.start() if stop else len(text)))
    if len(numbers) != len(run):
        numbers = [m for m in numbers if "，" not in text[apart : m.start()]]
    index = next((i for i, m in enumerate(numbers) if m.start() >= start or m.end() > start), -1)
    mine = run[index] if len(numbers) == len(run) and index >= 0 else None
    return Turn(tuple(run), mine)
