"""What the grammar says of a number's metric, before it becomes a `Figure`."""

from __future__ import annotations

from msgspec import Struct, field

from reporter.extraction.figures.tokens import Owner, OwnerKind
from reporter.language.spans import Period
from reporter.model import Relation

_NO_YEAR = ("vague", "ago", "later")
"""Times that are of no year by nature."""
NOBODY = Owner("", OwnerKind.NONE, 0)
"""The owner of a figure whose clause names none."""


class Measure(Struct, gc=False):
    """A number's metric.

    `core` is the metric without growth or share words, `head` the noun counted, `verb` the verb it was counted
    under; `rule` names the construction, `cue` the tokens that decided it (-1: none).
    """

    metric: str
    core: str = ""
    head: str = ""
    verb: str = ""
    owner: Owner = NOBODY
    relation: Relation = Relation.LEVEL
    rule: str = ""
    cue: tuple[int, int] = (-1, -1)
    unit: str = ""
    part: bool = False  # its clause says 其中
    base: int = -1  # index of the measure it speaks of
    time: int | None = None  # the token of its time, when a paired list gives it one
    turn: tuple[int, int] | None = None  # which of how many it is in a list that nothing pairs: 依次为A、B和C
    compared: str = ""  # the verb by which it is compared with another: 高于
    named: bool = False  # its number is part of what something is called
    aside: bool = False  # it stands in a bracket behind another number, which it parts
    doubts: list[str] = field(default_factory=list)

    def doubted(self, period: Period | None, *, lost: bool) -> tuple[str, ...]:
        """Why a reader should look again, in Chinese; `lost` where nobody knows whose the figure is."""
        doubts = list(self.doubts)
        if lost:
            doubts.append("未能确定所属功能区")
        if period is not None and not period.value and period.rule not in _NO_YEAR:
            doubts.append(f"未能确定“{period.text}”是哪一年")
        return tuple(dict.fromkeys(doubts))
