"""A headline's figure has the time that the article below gives to it.

某区一日签下10个项目 | 6月15日，某区举行集中签约仪式，10个项目落户……      10个: 2023-06-15 in the headline too
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reporter.model import Decision, Figure

_TOLD_BELOW = "the article tells of it with its time"


def dated(figures: Sequence[Figure], heads: frozenset[int]) -> list[Figure]:
    """The figures of an article, those of its headlines dated; `heads` are the paragraphs that are headlines."""
    return [_dated(figure, figures, heads) if _undated(figure, heads) else figure for figure in figures]


def _undated(figure: Figure, heads: frozenset[int]) -> bool:
    return not figure.period and figure.evidence.paragraph in heads


def _dated(head: Figure, figures: Sequence[Figure], heads: frozenset[int]) -> Figure:
    """A headline's figure with the time of the one body figure that says the same; as it is where they differ."""
    same = [figure for figure in figures if figure.evidence.paragraph not in heads and _says(head, figure)]
    if len({figure.period for figure in same}) != 1 or not same[0].period:
        return head
    told = same[0]
    why = Decision("period", told.period, _TOLD_BELOW, told.evidence.text)
    decided = tuple(why if decision.field == "period" else decision for decision in head.decided)
    return replace(head, period=told.period, status=told.status, decided=decided)


def _says(head: Figure, figure: Figure) -> bool:
    """Whether a body figure is a headline's: the same number of the same zone."""
    return (head.value, head.unit, head.zone, head.relation) == (
        figure.value,
        figure.unit,
        figure.zone,
        figure.relation,
    )
