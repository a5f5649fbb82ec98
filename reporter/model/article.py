"""An article (文章): a headline and the blocks that belong to it, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model.doubt import Doubt
from reporter.model.source import BlockKind, Source
from reporter.model.text import Located


@dataclass(frozen=True, slots=True)
class Join:
    """Why one block was taken to go on in another.

    `kind` is `word` (cut inside a word), `sentence` (cut inside a sentence) or `next` (the next paragraph);
    `confidence` runs from 0 to 1; `reason` is one readable sentence.
    """

    before: int
    after: int
    kind: str
    confidence: float
    reason: str

    @property
    def places(self) -> str:
        """The two blocks as a person counts them, from one: `段4→段10`."""
        return f"段{self.before + 1}→段{self.after + 1}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as its author wrote it: a cut sentence joined again.

    `blocks` are the indexes of the source's blocks that it was made from.
    """

    kind: BlockKind
    located: Located
    blocks: tuple[int, ...]

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return self.located.text


@dataclass(frozen=True, slots=True)
class Article:
    """An article or a caption that stands alone.

    `kind` is `article` or `caption`; `date` is ISO (`2020-05-28`) or empty; `year` is None where the page does
    not let one infer it, and `year_evidence` quotes what it was inferred from. `complete` is False where head
    or tail is missing from the page; `doubts` says in words what a person should look at. `part_of` is the id of the
    article on the page that a text without a headline most likely belongs to.
    """

    id: str
    source: str
    kind: str
    title: str
    kicker: str
    byline: tuple[str, ...]
    date: str
    year: int | None
    year_evidence: str
    complete: bool
    paragraphs: tuple[Paragraph, ...]
    joins: tuple[Join, ...] = ()
    doubts: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def headline(self) -> str:
        """Kicker and title as one: 云岭高新区：外资稳中有进; a kicker without a mark is set off by a space.

        A line that a dash begins is told after what it belongs to, wherever the page has it: 把…变成… ——访某片区主任.
        """
        kicker, title = " ".join(self.kicker.split()), " ".join(self.title.split())
        if kicker.startswith(("—", "―")) and title:
            return f"{title}{'' if kicker.startswith(('——', '――')) else '—'}{kicker}"
        return f"{kicker}{' ' if kicker and kicker[-1] not in '：:，—' else ''}{title}".strip()


@dataclass(frozen=True, slots=True)
class Page:
    """A source with its articles.

    `unassigned` are the indexes of the blocks that belong to no article: banners, credits, the editors' line.
    `doubts` are about the file itself: lines that could not be read.
    """

    source: Source
    articles: tuple[Article, ...]
    unassigned: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()
