"""Lines with what they were found to be, and the headline groups among them: the nouns of `blocks` and its helpers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.model import BlockKind
from reporter.reading.lines import Line

PAGE = 160
"""Lines that are looked at together: more than the fullest newspaper page has."""
OVER_CAPTION = "over a caption"
"""Why a line is a headline: it is the title of a picture."""
KICKER_END = ("：", ":", "——", "—", "--")


@dataclass(slots=True)
class Marked:
    """A line with what it was found to be; `head` numbers the headline group that it belongs to (-1: none)."""

    line: Line
    kind: BlockKind
    names: tuple[str, ...] = ()
    head: int = -1
    reason: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text


@dataclass(slots=True)
class Head:
    """The lines above an article, by their indexes: kicker, headline and byline; and where its flow begins."""

    kickers: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The index of its first line."""
        return min(self.kickers + self.titles + self.bylines)


def neighbours(marked: Sequence[Marked], i: int) -> tuple[Marked | None, Marked | None]:
    """The lines above and below a line."""
    return (marked[i - 1] if i else None), (marked[i + 1] if i + 1 < len(marked) else None)
