"""Figures (指标): every number that a page states, with what it measures, whose it is, when, and whether it has come true.

`tokens` sees a sentence as words, `gate` keeps what is a figure, `frame` cuts out the words that speak of one number,
`owner`, `measure`, `relation` and `lists` read from them what is measured, `when`, `status` and `subject` the rest, `find`
puts a `Figure` together. Each module's docstring holds the table of the constructions that it reads.
"""

from reporter.extraction.figures.find import FigureFinder, Place, ZoneAt

__all__ = ["FigureFinder", "Place", "ZoneAt"]
