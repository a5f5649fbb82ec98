"""From files to articles: every page, however scrambled, put together again. See docs/architecture.md."""

from __future__ import annotations

from reporter.model import Page
from reporter.reading.inputs import Failure, Input, find

__all__ = ["Failure", "Input", "find", "read", "side_by_side"]


def read(page: Input) -> Page:
    """The page of one input with its articles.

    Raises:
        SourceError: one clear sentence on why the file cannot be read.

    """
    from reporter.reading.pages import read as _read  # noqa: PLC0415  (dictionaries and solvers are heavy)

    return _read(page)


def side_by_side(page: Page) -> str:
    """An HTML page with the source on the left and its articles on the right, each block in its article's colour."""
    from reporter.reading.compare import side_by_side as _side_by_side  # noqa: PLC0415

    return _side_by_side(page)
