"""Lists that name their unit once: 分别奖励10万、20万和50万元, 引进5、8和12家.

In: the quantities of a text in order. Out: the same, numbers without a unit given that of the list they stand in.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.language import number
from reporter.language.spans import Quantity, QuantityKind

AN_ENTRY = re.compile(r"\s*(?:[（(]?\d{1,2}[.．、）)](?!\d)|[①-⑳]|——|[●■▲◆•])")  # the entry of a list
OF_THESE = re.compile(r"其中|\d+[个家项名条件][^，。；、,;]{0,12}中[，,]")
"""What makes the numbers behind it parts: 其中, or the whole taken up again (35个项目中，)."""
_JOINED = {"、", "和", "与", "及", "以及", "或"}
_BARE = re.compile(r"\d[\d,.]*(?:万|亿)?")
_CLASSED = re.compile(r"\d[\d.]*个")


def share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers without a unit that 、 or 和 joins to a figure with one take over its unit, and its 万 or 亿.

    高于全国、全省7.5个和5.8个百分点: a bare 个 before 个百分点 is the same unit.
    """
    for i in range(len(found) - 2, -1, -1):
        here, there = found[i], found[i + 1]
        if text[here.end : there.start] not in _JOINED:
            continue  # as most
        if there.kind is not QuantityKind.FIGURE or not there.unit or there.value_high is not None:
            continue
        classed = _CLASSED.fullmatch(here.text) and text[there.unit_start : there.unit_end].startswith("个")
        if classed and there.unit != "个":
            found[i] = replace(here, unit=there.unit)
            continue
        unitless = here.kind is QuantityKind.NAME or (
            here.kind is QuantityKind.FIGURE and here.unit_start == here.unit_end
        )
        if not unitless or not _BARE.fullmatch(here.text):
            continue
        if not text[there.number_start].isdigit():
            continue
        mine, theirs = number.arabic(text, here.number_start), number.arabic(text, there.number_start)
        if not theirs.low:
            continue
        told = there.value / theirs.low  # what the unit makes of one
        value = mine.low * told * (1 if mine.scale else number.scale_of(theirs))
        found[i] = replace(here, kind=QuantityKind.FIGURE, value=value, unit=there.unit)
    return found
