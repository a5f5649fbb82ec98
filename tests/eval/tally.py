"""Counting what is right: recall of whole figures, precision of what came out, and F1 of both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

FIELDS = ("value", "zone", "metric", "period", "status", "qualifier", "relation", "scope", "subject")
DECIDING = ("value", "zone", "metric", "period", "status")
"""The fields that must all be right for a figure to be right."""


@dataclass(slots=True)
class Tally:
    """Counts of one group of figures; `misses` are lines for a person."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    given: int = 0
    true: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take another group's counts in."""
        self.wanted += other.wanted
        self.found += other.found
        self.right += other.right
        self.given += other.given
        self.true += other.true
        self.fields += other.fields
        self.asked += other.asked
        self.misses += other.misses

    @property
    def recall(self) -> float:
        """Wanted figures that came out right in every deciding field."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Figures that came out and are figures, with the right value and zone."""
        return self.true / self.given if self.given else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def share(self, name: str) -> str:
        """How often a field was right among the figures that were found and labelled with it."""
        return f"{self.fields[name] / self.asked[name]:.2f}" if self.asked[name] else "  - "


def table(title: str, rows: dict[str, Tally]) -> str:
    """The groups as a table with a line for all of them."""
    whole = Tally()
    for row in rows.values():
        whole.add(row)
    head = f"{'n':>5} {'found':>6} {'right':>6} {'prec':>6} {'F1':>6}  " + " ".join(f"{name[:6]:>6}" for name in FIELDS)
    lines = [f"{title:28}{head}"]
    for name, row in [*rows.items(), ("all", whole)]:
        found = row.found / row.wanted if row.wanted else 1.0
        figures = f"{row.wanted:5d} {found:6.3f} {row.recall:6.3f} {row.precision:6.3f} {row.f1:6.3f}"
        pad = 28 - sum(1 for character in name if ord(character) > 0x2E7F)
        lines.append(f"{name:{pad}}{figures}  " + " ".join(f"{row.share(field_):>6}" for field_ in FIELDS))
    return "\n".join(lines)


def total(rows: dict[str, Tally]) -> Tally:
    """All groups together."""
    whole = Tally()
    for row in rows.values():
        whole.add(row)
    return whole
