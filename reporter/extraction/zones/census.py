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
from reporter.extraction.zones.folding import fold
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
        self._settle_areas(head_texts)
        self._fold()
        self._aliases = dict(self._page_names(head_texts))
        if self._aliases:
            self._add_aliases(head_texts)
        self.zones = self._unique()
        self.main, self.focus = self._main()

    def _groups(self) -> Iterator[list[ZoneMention]]:
        yield from self.heads
        yield from self.paragraphs

    def _settle_areas(self, head_texts: list[str]) -> None:
        """片区 is an area of a free trade zone only where the page speaks of one (not 老城片区, 高铁片区)."""
        spoken = any("自贸" in text or "自由贸易" in text for text in (*head_texts, *self.texts))
        trade = {
            m.zone.name: m.zone for g in self._groups() for m in g if m.zone and m.zone.type is ZoneType.FREE_TRADE
        }
        for group in self._groups():
            for i in range(len(group) - 1, -1, -1):
                m = group[i]
                if m.zone is None or m.kind is not MentionKind.NAME or m.zone.type is not ZoneType.FREE_TRADE_AREA:
                    continue
                if not spoken or (not m.zone.known and not m.zone.parent and len(trade) != 1):
                    del group[i]
                elif not m.zone.known and not m.zone.parent:
                    outer = next(iter(trade.values()))
                    area = replace(m.zone, name=outer.name + m.zone.name, parent=outer.name, province=outer.province)
                    group[i] = replace(m, zone=area)

    def _fold(self) -> None:
        same = fold(self._unique().values(), self._finder.gazetteer)
        if not same:
            return
        for group in self._groups():
            for i, m in enumerate(group):
                if m.zone is not None and m.zone.name in same:
                    group[i] = replace(m, zone=same[m.zone.name])

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

    def described(self) -> tuple[Zone, ...]:
        """The zones of the page with the names it calls them by; a park without a parent lies in the main zone."""
        names: dict[str, dict[str, None]] = {name: {} for name in self.zones}
        for group in self._groups():
            for m in group:
                if m.zone is not None and m.kind is MentionKind.NAME and m.text != m.zone.name:
                    names[m.zone.name][m.text] = None
        return tuple(
            replace(zone, parent=self._parent(zone), aliases=tuple(dict.fromkeys((*zone.aliases, *names[zone.name]))))
            for zone in self.zones.values()
        )

    def _parent(self, zone: Zone) -> str:
        """A park in the main zone's city, or in its province where no city is known, lies in the main zone."""
        main = self.main
        if zone.parent or zone.known or zone.type is not ZoneType.PARK or main is None or main.name == zone.name:
            return zone.parent
        near = zone.province == main.province and zone.city in ("", *main.city.split(" "))
        return main.name if near and main.province else ""
