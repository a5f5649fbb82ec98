"""Figures (指标): every number that a page states: what it measures, whose it is, when, whether it is true yet.

Read the modules in this order; each has the table of the constructions that it reads:
`tokens` sees a sentence as words · `gate` keeps what is a figure · `frame` cuts out the words that speak of one
number · `owner` finds the subject of a clause · `relation` tells growth, share and rank, with `change` (two ends),
`terms` (policies), `measure` (plain levels) and `borrow` (what stands only before) · `lists` pairs 分别 · `when`,
`status`, `subject` with `names` and `thing` read the rest · `find` puts a `Figure` together.
"""

from reporter.extraction.figures.find import FigureFinder
from reporter.extraction.figures.place import Place, ZoneAt

__all__ = ["FigureFinder", "Place", "ZoneAt"]
