"""Moments: points and spans of the calendar, written as the data has them.

A moment is an ISO prefix: `2020`, `2020-04`, `2020-04-20`, or a quarter `2020-Q1`. A span is two of them.
"""

from __future__ import annotations

from typing import NamedTuple


class Moment(NamedTuple):
    """A span of the calendar from `first` to `last`, which are the same for one year, quarter, month or day."""

    first: str
    last: str

    def written(self) -> str:
        """`2020`, `2020-Q1` or `2020-01/2020-04`."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    def whole(self) -> str:
        """From the month that it begins with to the month that it ends with: `2020-07/2020-12`."""
        return f"{_begin(self.first)}/{_end(self.last)}"

    def since(self) -> str:
        """From its beginning on: `2023/`, `2020-03/`, for a year and a quarter by the month it begins with."""
        return f"{_begin(self.first)}/"

    def until(self) -> str:
        """A running total as of its end: `/2020-04`; a quarter by its last month."""
        return f"/{_end(self.last)}"

    def during(self, years: int) -> str:
        """So many years from its beginning: `2017-04/2019-04`."""
        return f"{_begin(self.first)}/{_shift(_begin(self.first), years)}"

    def shifted(self, years: int) -> Moment:
        """The same span some years later: 去年同期 is -1."""
        return Moment(_shift(self.first, years), _shift(self.last, years))

    @property
    def year(self) -> int:
        """The year that it ends in."""
        return int(self.last[:4])


def year(y: int) -> Moment:
    """A whole year."""
    return Moment(f"{y:04d}", f"{y:04d}")


def years(first: int, last: int) -> Moment:
    """Whole years, both included."""
    return Moment(f"{first:04d}", f"{last:04d}")


def quarter(y: int, q: int) -> Moment:
    """A quarter: `2020-Q1`."""
    return Moment(f"{y:04d}-Q{q}", f"{y:04d}-Q{q}")


def months(y: int, first: int, last: int) -> Moment:
    """Months of one year, both included; one month where they are the same, Q1 … as months."""
    return Moment(f"{y:04d}-{first:02d}", f"{y:04d}-{last:02d}")


def day(y: int, m: int, d: int) -> Moment:
    """One day."""
    return Moment(f"{y:04d}-{m:02d}-{d:02d}", f"{y:04d}-{m:02d}-{d:02d}")


def months_before(y: int, m: int, n: int) -> tuple[int, int]:
    """Year and month `n` months before (or, negative, after) a month."""
    index = y * 12 + m - 1 - n
    return index // 12, index % 12 + 1


def _shift(part: str, by: int) -> str:
    return f"{int(part[:4]) + by:04d}{part[4:]}"


def _begin(part: str) -> str:
    if part[5:6] == "Q":
        return f"{part[:4]}-{int(part[6]) * 3 - 2:02d}"
    return part


def _end(part: str) -> str:
    if part[5:6] == "Q":
        return f"{part[:4]}-{int(part[6]) * 3:02d}"
    return part
