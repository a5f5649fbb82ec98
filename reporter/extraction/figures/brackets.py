"""Numbers in a bracket that part the number before it: 1086亿元（甲区532亿元、乙区554亿元），同比增长7.4%."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.extraction.figures.metric import Measure

_LONGEST_NAME = 6
_MEASURED = frozenset("元家个项户人件吨亩%里米次台辆套标")


def stands_in(text: str, start: int, at: int) -> bool:
    """Whether a number at `at` of the sentence from `start` stands in such a bracket."""
    opened = text.rfind("（", start, at)
    return opened > start and text.rfind("）", opened, at) < 0 and text[opened - 1] in _MEASURED


def outside(measures: list[Measure]) -> list[Measure]:
    """The measures before a number without those of the bracket behind which it stands: 同比增长7.4% is of 1086亿元."""
    end = len(measures)
    while end and measures[end - 1].aside:
        end -= 1
    return measures[:end] if end < len(measures) else measures


def share(measure: Measure, earlier: Sequence[Measure], unit: str) -> None:
    """A zone's part of a number has that number's metric: 占比41.6%（甲区38.2%、乙区45.7%）."""
    whole = next((m for m in reversed(earlier) if not m.aside), None)
    if whole is not None and whole.unit == unit:
        measure.metric, measure.core, measure.head = whole.metric, whole.core, whole.head
        measure.relation = whole.relation


def part(measure: Measure, earlier: Sequence[Measure], unit: str) -> None:
    """A part that has but a name takes the number's metric: 生产总值63.4亿元（直管区|47.1亿元|）."""
    whole = next((m for m in reversed(earlier) if not m.aside), None)
    named = measure.rule == "noun, number" and 1 < len(measure.metric) <= _LONGEST_NAME
    if whole is not None and whole.unit == unit and named and whole.core:
        measure.metric = f"{measure.metric}{whole.metric}"
        measure.core, measure.head, measure.relation = whole.core, whole.head, whole.relation
