"""A source (来源) and its blocks (段): what reading finds in one input file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reporter.model.text import Located


class BlockKind(StrEnum):
    """What a line or paragraph of a page is for."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    BANNER = "banner"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of a source; `index` counts from 0 in the order of the file."""

    index: int
    kind: BlockKind
    located: Located
    page: int = 1

    @property
    def text(self) -> str:
        """The words, cleaned of control characters, markup and surrounding space."""
        return self.located.text


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says of itself in front matter or document properties; empty where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One input file, decoded.

    `name` is unique in a run and the same on every machine: the path below the folder that was named on the
    command line (`000_90f3.txt`, `june/page3.html`, `pages.zip/a.txt`). All offsets count characters of `text`.
    """

    name: str
    path: str
    format: str
    encoding: str
    text: str
    meta: Meta = field(default_factory=Meta)
    blocks: tuple[Block, ...] = ()
