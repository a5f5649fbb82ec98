"""A sentence as an article of a zone of our own making, and the figures that come out of it."""

from __future__ import annotations

from functools import cache

from reporter import lexicon
from reporter.extraction import Extractor
from reporter.model import Article, BlockKind, Figure, Located, Page, Paragraph, Source

ZONE = "云杉岭高新区"


@cache
def extractor() -> Extractor:
    """One extractor for all tests: it holds dictionaries."""
    return Extractor(lexicon.load())


def figures(text: str, year: int | None = 2021, date: str = "", title: str = f"{ZONE}新闻") -> list[Figure]:
    """The figures of a text whose paragraphs are parted by newlines, under a headline that names the zone."""
    page = f"{title}\n{text}"
    paragraphs, at = [], 0
    for index, line in enumerate(page.split("\n")):
        kind = BlockKind.BODY if index else BlockKind.HEADLINE
        paragraphs.append(Paragraph(kind, Located.of(page, at, at + len(line)), (index,)))
        at += len(line) + 1
    article = Article("a1", "page.txt", "article", title, "", (), date, year, "", True, tuple(paragraphs))
    facts = extractor().page(Page(Source("page.txt", "page.txt", "txt", "utf-8", page), (article,))).facts
    return [fact for fact in facts if isinstance(fact, Figure)]


def one(text: str, shown: str, **choices: object) -> Figure:
    """The figure printed as `shown`."""
    found = [figure for figure in figures(text, **choices) if figure.evidence.text == shown]
    assert len(found) == 1, [figure.evidence.text for figure in figures(text, **choices)]
    return found[0]
