"""Articles of a few sentences for the tests of the kinds of facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reporter import lexicon
from reporter.extraction.kinds import find_kinds
from reporter.extraction.zones import ZoneFinder, link
from reporter.language.period import PeriodGrammar
from reporter.language.spans import Anchor
from reporter.language.words import Words
from reporter.model import Article, BlockKind, Fact, Figure, Located, Paragraph, Segment

ZONE = "云杉岭高新区"


@cache
def grammars():
    """The grammars that all tests share: they hold dictionaries."""
    words = lexicon.load()
    return Words(words), ZoneFinder(words), PeriodGrammar(words)


def article(*paragraphs: str, title: str = f"{ZONE}：链上发力", source: str = "page.txt", year: int = 2021) -> Article:
    """An article about the zone, every paragraph at its own place in the source."""
    made, at = [], 0
    for kind, text in [(BlockKind.HEADLINE, title), *((BlockKind.BODY, text) for text in paragraphs)]:
        made.append(Paragraph(kind, Located(text, (Segment(0, at, len(text)),)), (len(made),)))
        at += len(text) + 1
    return Article("a", source, "article", title, "", (), "", year, "", True, tuple(made))


def facts(
    *paragraphs: str,
    kind: type[Fact],
    figures: Sequence[Figure] = (),
    source: str = "page.txt",
    title: str = f"{ZONE}：链上发力",
) -> list:
    """The facts of one kind that paragraphs state."""
    words, finder, periods = grammars()
    found = article(*paragraphs, title=title, source=source)
    anchor = Anchor(found.year, found.date)
    all_facts = find_kinds(found, link(found, finder), figures, words, lambda text: periods.find(text, anchor))
    return [fact for fact in all_facts if isinstance(fact, kind)]
