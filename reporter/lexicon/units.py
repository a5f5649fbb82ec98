"""Units: what stands behind a number, the base unit it is told in, and what it measures.

In: `tables/units.csv` and the user's units. Out: `Units`, which finds the longest unit at a place of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporter.config.words import UserWords
from reporter.lexicon import table

MONEY = frozenset(["元", "美元", "欧元", "港元", "日元", "英镑"])
"""Base units in which projects, contracts and rewards are told."""
AREAS = frozenset(["亩", "平方米", "平方公里", "公顷"])
"""Base units of land and floor space."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: `base` is what it is told in, `factor` how many of `base` one is.

    `kind` says what it measures (money, percent, time, area, count, people …); `chinese` is False where a Chinese
    numeral before it makes another word more often than a figure (四处, 三门峡).
    """

    printed: str
    base: str
    factor: float
    kind: str
    chinese: bool = True


class Units:
    """All units, longest first at each first character."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_first: dict[str, list[tuple[str, bool, Unit]]] = {}
        for unit in sorted(units, key=lambda u: (-len(u.printed), u.printed)):
            last = unit.printed[-1]
            latin = last.isascii() and last.isalnum()
            self._by_first.setdefault(unit.printed[0], []).append((unit.printed, latin, unit))

    def at(self, text: str, start: int) -> Unit | None:
        """The longest unit that begins at `start`; Latin units end where their letters end."""
        for printed, latin, unit in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(printed, start):
                following = text[start + len(printed) : start + len(printed) + 1] if latin else ""
                if following.isascii() and following.isalnum():
                    continue
                return unit
        return None


def load(user: UserWords) -> Units:
    """The shipped units and the user's; a user's unit replaces the shipped one of the same spelling."""
    units = {
        row["printed"]: Unit(row["printed"], row["base"], float(row["factor"]), row["kind"], row["chinese"] != "no")
        for row in table.rows("units")
    }
    for own in user.units:
        units[own.printed] = Unit(own.printed, own.base, own.factor, "count")
    return Units(units.values())
