"""From a page to its facts: `Extractor(lexicon).page(page)`.

In: a `Page` of articles. Out: `PageFacts`: the zones named on it and the facts stated, each with its evidence. The
grammars are made once per `Extractor` and shared by all pages.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reporter.language.spans import Anchor, Period
from reporter.model import BORROWED_ZONE, Article, Fact, Page, PageFacts, Zone, ZoneType

if TYPE_CHECKING:
    from reporter.extraction.zones import ZoneContext
    from reporter.lexicon import Lexicon


_COLLECTED = 50_000
"""New objects after which the collector looks for circles: facts form none, and each look costs time."""


class Extractor:
    """Reads facts from pages with one lexicon; make it once per process, it holds dictionaries."""

    def __init__(self, lexicon: Lexicon) -> None:
        from reporter.extraction.figures import FigureFinder  # noqa: PLC0415  the grammars load tables and dictionaries
        from reporter.extraction.zones import ZoneFinder  # noqa: PLC0415
        from reporter.language.period import PeriodGrammar  # noqa: PLC0415
        from reporter.language.quantity import QuantityGrammar  # noqa: PLC0415
        from reporter.language.words import Words  # noqa: PLC0415
        from reporter.lexicon.figures import figure_words  # noqa: PLC0415

        words = figure_words(lexicon.user.indicators)
        self._words = Words(lexicon, words.vocabulary)
        self._zones = ZoneFinder(lexicon, self._words)
        self._periods = PeriodGrammar(lexicon)
        self._figures = FigureFinder(words, self._words, QuantityGrammar(lexicon).find)
        gc.freeze()  # the tables live as long as the process: the collector need not walk them again and again
        gc.set_threshold(_COLLECTED)

    def page(self, page: Page) -> PageFacts:
        """The zones and facts of a page, in reading order."""
        from reporter.extraction.zones import link  # noqa: PLC0415

        zones: dict[str, Zone] = {}
        facts: list[Fact] = []
        about: dict[str, tuple[str, ...]] = {}
        articles = {article.id: article for article in page.articles}
        captions = tuple(article for article in page.articles if article.kind == "caption")
        alone = len(page.articles) - len(captions) == 1
        home = self._home(page)
        contexts: list[ZoneContext] = []
        for article in page.articles:
            beside = captions if alone and article.kind == "article" else ()
            own = home if _says_ours(article) else None
            contexts.append(link(article, self._zones, articles.get(article.part_of), beside, own))
        for article, named in zip(page.articles, contexts, strict=True):
            whole = articles.get(article.part_of)
            only = None if article.title else _only(named, contexts)
            context = link(article, self._zones, whole, home=only) if only else named
            told = self._article(article, whole, context)
            facts.extend([_of_only(fact, only) for fact in told] if only else told)
            zones.update((zone.name, zone) for zone in context.zones if zone.name not in zones)
            about[article.id] = context.about
        return PageFacts(page, tuple(zones.values()), tuple(facts), about)

    def _home(self, page: Page) -> Zone | None:
        """The zone whose own paper the page is: the one that its articles which say 我区 name, if they name but one."""
        from reporter.extraction.zones import link  # noqa: PLC0415

        ours = [article for article in page.articles if _says_ours(article)]
        if len(ours) == 1:
            return None  # nobody to learn it from
        mains = [main for article in ours if (main := link(article, self._zones).main) is not None]
        formal = [zone for zone in mains if zone.type is not ZoneType.PARK] or mains  # 信息园是我区的园中园
        named = {zone.name: zone for zone in formal}
        return next(iter(named.values())) if len(named) == 1 else None

    def _article(self, article: Article, whole: Article | None, context: ZoneContext) -> list[Fact]:
        from reporter.extraction.kinds import find_kinds  # noqa: PLC0415

        anchor = Anchor(article.year, article.date)

        @cache  # figures, policies and events ask for the same paragraphs
        def periods(text: str) -> list[Period]:
            return self._periods.find(text, anchor)

        figures = list(
            self._figures.article(
                article,
                context.zone_at,
                lambda index: [(m.start, m.end, m.zone.name if m.zone else "") for m in context.mentions(index)],
                periods,
            )
        )
        facts: list[Fact] = [*figures, *find_kinds(article, context, figures, self._words, periods)]
        if whole is not None:
            named = {m.zone.name for k in range(len(article.paragraphs)) for m in context.mentions(k) if m.zone}
            facts = [_in_doubt(fact, whole) if fact.zone and fact.zone not in named else fact for fact in facts]
        return facts


def _says_ours(article: Article) -> bool:
    return any("我区" in paragraph.text for paragraph in article.paragraphs)


def _only(context: ZoneContext, page: Sequence[ZoneContext]) -> Zone | None:
    """The zone that a text without a headline calls 高新区 throughout: the page's only one of that kind."""
    from reporter.extraction.zones import fits  # noqa: PLC0415

    kind = context.nameless
    found = {zone.name: zone for other in page if kind for zone in other.zones if fits(zone, kind)}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_only(fact: Fact, only: Zone) -> Fact:
    """A fact whose zone is the page's only one of the kind that its text speaks of."""
    if fact.zone != only.name or any(doubt.startswith(BORROWED_ZONE) for doubt in fact.doubts):
        return fact
    return replace(fact, doubts=(*fact.doubts, f"{BORROWED_ZONE}，按本版仅有的同类功能区归入{fact.zone}"))


def _in_doubt(fact: Fact, whole: Article) -> Fact:
    """A fact whose zone only the headline of the article tells that its text most likely belongs to."""
    doubt = f"{BORROWED_ZONE}，按其可能所属的《{whole.title or whole.kicker}》归入{fact.zone}"
    return replace(fact, doubts=(*fact.doubts, doubt))
