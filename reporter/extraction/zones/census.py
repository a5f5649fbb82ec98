"""All mentions of an article, with the names that the page itself makes.

In: an article and a finder. Out: a `Census`: the mentions of headline and paragraphs, the zones they name, and the
article's main zone, if it has one. Here a park's short name (机器人小镇), an abbreviation that the page defines
（以下简称“数谷”） and an urban district as the subject of an article (桂林七星区) become mentions as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reporter.extraction.zones.finder import ZoneFinder
from reporter.extraction.zones.mention import MentionKind, ZoneMention
from reporter.extraction.zones.naming import district, leading_places
from reporter.language.text import normalise
from reporter.model import Article, BlockKind, Zone, ZoneType

HEADS = (BlockKind.HEADLINE, BlockKind.KICKER)
_SILENT = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BANNER, BlockKind.EDITOR)
_DEFINED = re.compile(r"（(?:以下|下|统)?(?:简)?称(?:为)?[“‘]?([^“”‘’（）]{2,12})[”’]?）")
_MAJORITY = 3
"""How many times more often than any other a zone must be named to be the main one without a headline."""


class Census:
    """The mentions of an article: `heads` those of kicker and title, `paragraphs` those of each paragraph."""

    def __init__(self, article: Article, finder: ZoneFinder) -> None:
        self._finder = finder
        self.article = article
        self.texts = tuple(normalise(p.text) for p in article.paragraphs)
        head_texts = [normalise(t) for t in (article.kicker, article.title) if t]
        self.heads = [finder.mentions(text, head=True) for text in head_texts]
        self.paragraphs = [
            [] if p.kind in _SILENT else finder.mentions(text, head=p.kind in (*HEADS, BlockKind.SUBHEAD))
            for p, text in zip(article.paragraphs, self.texts, strict=True)
        ]
        self._aliases = dict(self._page_names(head_texts))
        if self._aliases:
            self._add_aliases(head_texts)
        self.zones = self._unique()
        self.main, self.focus = self._main()

    def _groups(self) -> Iterator[list[ZoneMention]]:
        yield from self.heads
        yield from self.paragraphs

    def _unique(self) -> dict[str, Zone]:
        found: dict[str, Zone] = {}
        for group in self._groups():
            for m in group:
                if m.zone is not None and m.kind is MentionKind.NAME:
                    found.setdefault(m.zone.name, m.zone)
        return found

    def _page_names(self, head_texts: list[str]) -> Iterator[tuple[str, Zone]]:
        """Names that only this page gives: the inner name of a park, a defined abbreviation, a district."""
        words = self._finder.gazetteer.words
        texts = [*head_texts, *self.texts]
        for text, group in zip(texts, self._groups(), strict=True):
            for m in group:
                if m.zone is None or m.kind is not MentionKind.NAME:
                    continue
                if m.inside and m.inside not in words:
                    yield m.inside, m.zone
                if defined := _DEFINED.match(text, m.end):
                    yield defined.group(1), m.zone
        if not any(m.zone for group in self.heads for m in group):
            yield from self._district(head_texts)

    def _district(self, head_texts: list[str]) -> Iterator[tuple[str, Zone]]:
        """The district or county that a headline begins with, where the article goes on to speak of it."""
        for head in head_texts:
            places, end = leading_places(head, self._finder.gazetteer)
            if not places or places[-1].level != "county" or not head[:end].endswith(("区", "县", "市", "旗")):
                continue
            county = places[-1]
            if sum(text.count(county.full) for text in self.texts) > len(head_texts):
                zone = district(places)
                yield zone.name, zone
                yield county.full, zone
                yield (county.city + county.full), zone

    def _add_aliases(self, head_texts: list[str]) -> None:
        pattern = re.compile("|".join(map(re.escape, sorted(self._aliases, key=len, reverse=True))))
        self.heads = [self._with_aliases(pattern, t, g) for t, g in zip(head_texts, self.heads, strict=True)]
        kinds = [p.kind for p in self.article.paragraphs]
        self.paragraphs = [
            group if kind in _SILENT else self._with_aliases(pattern, text, group)
            for text, group, kind in zip(self.texts, self.paragraphs, kinds, strict=True)
        ]

    def _with_aliases(self, pattern: re.Pattern[str], text: str, group: list[ZoneMention]) -> list[ZoneMention]:
        added = []
        for match in pattern.finditer(text):
            zone = self._aliases[match.group()]
            if any(m.start <= match.start() < m.end and self._stands(m, match.group()) for m in group):
                continue
            added.append(ZoneMention(match.start(), match.end(), match.group(), zone, MentionKind.NAME))
        if not added:
            return group
        kept = [m for m in group if not any(a.start < m.end and m.start < a.end for a in added)]
        return sorted((*kept, *added), key=lambda m: m.start)

    @staticmethod
    def _stands(mention: ZoneMention, alias: str) -> bool:
        """Whether a mention keeps its place against a name that the page gives."""
        if mention.kind is MentionKind.SHORT or mention.zone is None:
            return False
        return mention.zone.known or bool(mention.inside) or mention.text != alias

    def _main(self) -> tuple[Zone | None, Zone | None]:
        """The zone that the article is about, and the park in it that the title speaks of."""
        named = [m.zone for group in self.heads for m in group if m.zone and m.kind is MentionKind.NAME]
        if named:
            child = next((z for z in named[1:] if z.parent == named[0].name), None)
            return named[0], child
        counts: Counter[str] = Counter()
        for group in self.paragraphs:
            counts.update(m.zone.name for m in group if m.zone and m.kind is MentionKind.NAME)
        if not counts:
            return None, None
        ranked = counts.most_common(2)
        if len(ranked) > 1 and ranked[0][1] < _MAJORITY * ranked[1][1]:
            first = next(iter(self.zones.values()))
            inside = all(first.name in (z.parent, z.name) for z in self.zones.values())
            return (first, None) if inside else (None, None)
        return self.zones[ranked[0][0]], None

    def with_parents(self) -> tuple[Zone, ...]:
        """The zones of the page; a park without a known parent lies in the main zone of the same city."""
        result = []
        for zone in self.zones.values():
            main = self.main
            known = zone
            if (
                main is not None
                and not zone.known
                and not zone.parent
                and zone.type is ZoneType.PARK
                and zone.name != main.name
                and zone.city
                and zone.city == main.city.split(" ")[0]
            ):
                known = replace(zone, parent=main.name)
            result.append(known)
        return tuple(result)
