"""From a page to its facts: `Extractor(lexicon).page(page)`.

In: a `Page` of articles. Out: `PageFacts`: the zones named on it and the facts stated, each with its evidence. The
grammars are made once per `Extractor` and shared by all pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.language.spans import Anchor
from reporter.model import Article, Fact, Page, PageFacts, Zone

if TYPE_CHECKING:
    from reporter.lexicon import Lexicon


class Extractor:
    """Reads facts from pages with one lexicon; make it once per process, it holds dictionaries."""

    def __init__(self, lexicon: Lexicon) -> None:
        from reporter.extraction.figures import FigureFinder  # noqa: PLC0415  the grammars load tables and dictionaries
        from reporter.extraction.zones import ZoneFinder  # noqa: PLC0415
        from reporter.language.period import PeriodGrammar  # noqa: PLC0415
        from reporter.language.quantity import QuantityGrammar  # noqa: PLC0415
        from reporter.language.words import Words  # noqa: PLC0415
        from reporter.lexicon.figures import figure_words  # noqa: PLC0415

        self._zones = ZoneFinder(lexicon)
        self._periods = PeriodGrammar(lexicon)
        words = figure_words(lexicon.user.indicators)
        self._figures = FigureFinder(words, Words(lexicon, words.vocabulary), QuantityGrammar(lexicon).find)

    def page(self, page: Page) -> PageFacts:
        """The zones and facts of a page, in reading order."""
        zones: dict[str, Zone] = {}
        facts: list[Fact] = []
        about: dict[str, tuple[str, ...]] = {}
        for article in page.articles:
            found, names, article_facts = self._article(article)
            zones.update((zone.name, zone) for zone in found if zone.name not in zones)
            about[article.id] = names
            facts.extend(article_facts)
        return PageFacts(page, tuple(zones.values()), tuple(facts), about)

    def _article(self, article: Article) -> tuple[tuple[Zone, ...], tuple[str, ...], list[Fact]]:
        from reporter.extraction.zones import link  # noqa: PLC0415

        context = link(article, self._zones)
        anchor = Anchor(article.year, article.date)
        facts: list[Fact] = list(
            self._figures.article(
                article,
                context.zone_at,
                lambda index: [(m.start, m.end) for m in context.mentions(index)],
                lambda text: self._periods.find(text, anchor),
            )
        )
        return context.zones, context.about, facts
