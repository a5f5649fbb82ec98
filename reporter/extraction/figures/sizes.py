"""Sizes that a project is called by: they tell of the project, and only what will be made is a figure.

年产30GWh动力电池|项目投产          what will be made, and the project it is of
5万吨|节水项目现场                  part of a name
园区配套的|120万千瓦|光伏项目        the size of a project without a name of its own
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.thing import is_size
from reporter.extraction.figures.tokens import Owner, OwnerKind

_NAMED = re.compile(r"(?:项目|工程|焦炉|电石|技改|装置|生产线|产线)(?:建设|施工)?(?:现场)?\Z")
_PHYSICAL = re.compile(r"吨|Wh|kVA|千瓦|兆瓦|立方|[Ww]\Z|VA\Z")
_MADE = re.compile(r"[年月日]产\Z")
"""A size that a name gives as what will be made is a figure all the same: 年产30GWh动力电池项目."""
_PRODUCT = re.compile(".{2,}?(?=项目|工程|技改|装置|生产线|产线)")
_UNNAMED = re.compile("的|(?P<phase>[一二三四五六首]期)")
"""Behind these a size tells of a project without a name of its own: 园区配套的|120万千瓦|光伏项目, 二期|4万吨|项目."""
_DOUBT = "数字或为名称的一部分"


def note(frame: Frame, measure: Measure) -> None:
    """Mark a number that is part of a name, and say what it measures if it measures something all the same."""
    if is_size(frame):
        measure.named = True
    elif thing := _named_by(frame):
        of_unnamed = frame.at > frame.first and _UNNAMED.fullmatch(frame.tokens[frame.at - 1].text)
        made = _MADE.search(frame.words(frame.first, frame.at))
        measure.named = not (of_unnamed or made)
        if of_unnamed:
            measure.metric = f"{of_unnamed['phase'] or ''}{thing}规模"
        elif made and (product := _PRODUCT.match(thing)):
            measure.metric = measure.core = f"{made[0]}{product[0]}"
            measure.owner = _plant(frame, product[0]) or measure.owner
        measure.doubts.append(_DOUBT)


def _plant(frame: Frame, product: str) -> Owner | None:
    """What a project is called by who makes what: |海星年产30GWh动力电池项目|投产; None where nobody is named."""
    first = frame.at - 1
    while first > frame.first and frame.tokens[first - 1].kind in "NM" and not frame.tokens[first - 1].role:
        first -= 1
    if first == frame.at - 1:
        return None
    text, end = frame.sentence.text, frame.quantity.end + len(product)
    undertaking = "生产线" if text.startswith("生产线", end) else text[end : end + 2]
    return Owner(f"{text[frame.tokens[first].start : end]}{undertaking}", OwnerKind.THING, frame.at)


def _named_by(frame: Frame) -> str:
    """年产30GWh动力电池项目, 5万吨节水项目现场: what is called by a size; empty where a number is no part of a name."""
    made = frame.at > frame.first and _MADE.fullmatch(frame.tokens[frame.at - 1].text)
    if frame.attributive or not (made or _PHYSICAL.search(frame.quantity.text)):
        return ""
    first = frame.at + 1
    last = first
    while last < frame.last and frame.tokens[last].kind in "NMVFLQ" and frame.tokens[last].text not in ("看到", "是"):
        last += 1
    while last > first:
        if _NAMED.search(frame.words(first, last)):
            return frame.words(first, last)
        last -= 1
    return ""
