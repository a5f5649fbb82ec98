"""What the grammar says of a number's metric, before it becomes a `Figure`."""

from __future__ import annotations

from msgspec import Struct, field

from reporter.extraction.figures.owner import Owner, OwnerKind
from reporter.model import Relation

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
