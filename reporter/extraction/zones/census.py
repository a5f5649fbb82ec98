"""All mentions of an article, with the names that the page itself makes.

In: an article and a finder. Out: a `Census`: the mentions of headline and paragraphs, the zones they name, and the
article's main zone, if it has one. Here a park's short name (机器人小镇), an abbreviation that the page defines
（以下简称“数谷”） and an urban district as the subject of an article (桂林七星区) become mentions as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from reporter.extraction.zones.byplace import bare_places, called_by_place
from reporter.extraction.zones.finder import ZoneFinder
from reporter.extraction.zones.folding import fold
from reporter.extraction.zones.mention import NAME, SHORT, SOFT, WEAK, ZoneMention
from reporter.extraction.zones.naming import district, leading_places
from reporter.extraction.zones.resolving import fits, is_kind
from reporter.language.text import apart, normalise, standing
from reporter.lexicon.zones import ZoneWord
from reporter.model import Article, BlockKind, Zone, ZoneType

HEADS = frozenset((BlockKind.HEADLINE, BlockKind.KICKER))
_SILENT = frozenset((BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BANNER, BlockKind.EDITOR))
_DEFINED = re.compile(r"（(?:以下|下|统)?(?:简)?称(?:为)?[“‘]?([^“”‘’（）]{2,12})[”’]?）")
_TOWN_PARK = re.compile(r"([\u4e00-\u9fff]{2})[镇乡]((?:工业|产业|科技|创业)园区?)")
_MAJORITY = 3
"""How many times more often than any other a zone must be named to be the main one without a headline."""


_CALLED = {ZoneType.HIGH_TECH: "高新区", ZoneType.ECONOMIC: "经开区"}


def _shortest(zone: Zone) -> str:
    """The first character of a zone's place and its kind, as who knows it calls it: 哈经开区, 合高新区; else empty."""
    kind = _CALLED.get(zone.type, "")
    return zone.name[0] + kind if kind and len(zone.name) > len(kind) + 1 and zone.name.endswith(kind) else ""


_OF_ALL = r"我国|全国|中国|各个?|\d{2,}[余多]?[家个]|[一二两三四五六七八九十]*十[一二三四五六七八九]?[余多]?[家个]"
"""Before a kind of zone: it is spoken of in general."""


_COMPARES = re.compile("(?:占|约占|占到|占了|相当于|高于|低于|[比较])\\Z")
"""占|某经开区|的四成: a zone that something is compared with is not what is told of."""


_HEAD_LABEL = re.compile("([\u4e00-\u9fff]{3,8})[：:]")
_LISTED_PROJECT = re.compile("(?:[一二三四]期)?等?(?:[\\d一二三四五六七八九十]+个)?(?:重[大点])?项目")
_IN_PROJECTS = re.compile("[^，。；！？]*项目")
"""A park named only so is one of the things that are built, not what is told of."""


class Census:
    """The mentions of an article: `heads` those of kicker and title, `paragraphs` those of each paragraph.

    `whole` is the article that a text without a headline most likely belongs to: its headline stands for the lost one.
    `home` is the zone whose paper says 我区, where the article names none that it is about.
    """

    def __init__(
        self,
        article: Article,
        finder: ZoneFinder,
        whole: Article | None = None,
        captions: Iterable[Article] = (),
        home: Zone | None = None,
    ) -> None:
        self._finder = finder
        told = (normalise(p.text) for caption in captions for p in caption.paragraphs)
        self._captions = [m.zone for text in told for m in finder.mentions(text) if m.zone and m.kind is NAME]
        self.article = article
        self.texts = tuple(normalise(p.text) for p in article.paragraphs)
        headed = article if article.title or whole is None else whole
        self._head_texts = [normalise(t) for t in (headed.kicker, headed.title) if t]
        self.heads: list[list[ZoneMention]] = [[] for _ in self._head_texts]
        self.paragraphs: list[list[ZoneMention]] = [[] for _ in self.texts]
        self._read({})
        names = dict(self._page_names())
        names = {n: zone for n, zone in names.items() if not any(n != o and n.startswith(o) for o in names)}
        if names:
            self._read(names)
            self._overlay({name: zone for name, zone in names.items() if finder.gazetteer.split(name)[1] is None})
        self.zones = self._unique()
        self._call_by_place()
        self.unnamed = self._is_unnamed()
        if self.unnamed and (pictured := [z for z in self._captions if fits(z, self.first_word())]):
            self.unnamed, self.zones = False, {pictured[0].name: pictured[0], **self.zones}
        self.general = self._general()
        self.main, self.focus = (None, None) if self.unnamed or self.general else self._main()
        if self.main is None and (main := home or self._of_whole(whole)) is not None:
            self.main, self.unnamed, self.zones = main, False, {main.name: main, **self.zones}

    def _of_whole(self, whole: Article | None) -> Zone | None:
        """The zone of the article that a text without a headline most likely belongs to, where its body tells it."""
        if whole is None or self.article.title or self.general:
            return None
        main = Census(whole, self._finder).main
        first = next((m for group in self.paragraphs for m in group if m.kind in (NAME, SHORT)), None)
        strange = main is not None and self.unnamed and first is not None and not fits(main, first.word)
        return None if strange else main

    def _read(self, extra: Mapping[str, Zone]) -> None:
        """Find the mentions, with the page's own names; on a second reading only where such a name stands."""
        find = self._finder.mentions
        read: dict[str, list[ZoneMention]] = {}
        parts = [(name, *self._finder.gazetteer.split(name)) for name in extra]
        for i, text in enumerate(self._head_texts):
            if not extra or any(name in text for name in extra):
                self.heads[i] = read[text] = find(text, head=True, extra=extra)
        for i, (paragraph, text) in enumerate(zip(self.article.paragraphs, self.texts, strict=True)):
            if paragraph.kind not in _SILENT and (not extra or any(_may_name(text, *one) for one in parts)):
                head = paragraph.kind in HEADS or paragraph.kind is BlockKind.SUBHEAD
                known = read.get(text) if head else None  # most headlines are paragraphs as well
                self.paragraphs[i] = list(known) if known is not None else find(text, head=head, extra=extra)
        self._settle_weak()
        self._settle_areas()
        self._fold()

    def _groups(self) -> list[list[ZoneMention]]:
        return [*self.heads, *self.paragraphs]

    def _named(self) -> list[list[ZoneMention]]:
        """The groups with a mention; most paragraphs name no zone."""
        return [group for group in self._groups() if group]

    def _settle_weak(self) -> None:
        """Names without a place are zones only where the page names no other, or says that they are run as one.

        襄原新区 in a headline or before 党工委 is no mere part of a town.
        """
        if not any(m.kind is WEAK for group in self._named() for m in group):
            return
        named = any(m.kind is NAME for group in self._named() for m in group)
        sure = named or next(self._district(), None) is not None
        kept = self._run_as_zones() if sure else None
        for group in self._named():
            group[:] = [
                replace(m, kind=NAME) if m.kind is WEAK else m
                for m in group
                if m.kind is not WEAK or kept is None or m.text in kept or m.word in self._finder.cues.run_by_place
            ]

    def _run_as_zones(self) -> set[str]:
        """The names without a place that the page shows to be zones: by their offices, a 新区 by the headline too."""
        texts = (*self._head_texts, *self.texts)
        offices = self._finder.cues.offices
        shown = set()
        for index, (text, group) in enumerate(zip(texts, self._groups(), strict=True)):
            for m in group:
                headed = index < len(self.heads) and m.zone is not None and m.zone.type is ZoneType.NEW_AREA
                if m.kind is WEAK and (headed or text.startswith(offices, m.end)):
                    shown.add(m.text)
        return shown

    def _settle_areas(self) -> None:
        """片区 is an area of a free trade zone only where the page speaks of one (not 老城片区, 高铁片区).

        A known area needs less: 厦门片区 on a page that speaks of its 管委会, of 保税 or 通关.
        """
        if not any(m.zone and m.zone.type is ZoneType.FREE_TRADE_AREA for group in self._named() for m in group):
            return
        spoken = any("自贸" in text or "自由贸易" in text for text in (*self._head_texts, *self.texts))
        hinted = spoken or any(cue in text for cue in self._finder.cues.trade for text in self.texts)
        trade = [zone for zone in self._unique().values() if zone.type is ZoneType.FREE_TRADE]
        areas: dict[str, Zone] = {}
        for group in self._named():
            kept = []
            for mention in group:
                known = mention.zone is not None and mention.zone.known
                settled = self._area(mention, trade, spoken=hinted if known else spoken)
                if settled is not None:
                    kept.append(settled)
                if settled is not None and settled.zone is not None and mention.zone is not None:
                    areas[mention.zone.name] = settled.zone
            group[:] = [self._in_area(m, areas) for m in kept]

    def _in_area(self, mention: ZoneMention, areas: Mapping[str, Zone]) -> ZoneMention:
        """A park's mention under its area's full name: |北湖片区|基金小镇 → 云州自贸区北湖片区基金小镇."""
        zone = mention.zone
        area = areas.get(zone.parent) if zone is not None else None
        if zone is None or area is None or area.name == zone.parent or not zone.name.startswith(zone.parent):
            return mention
        name = area.name + zone.name.removeprefix(zone.parent)
        return replace(mention, zone=replace(zone, name=name, parent=area.name, province=area.province))

    def _area(self, mention: ZoneMention, trade: list[Zone], *, spoken: bool) -> ZoneMention | None:
        """An area's mention with its free trade zone, None where it is no such area; other mentions as they are."""
        zone = mention.zone if mention.kind is NAME else None
        if zone is None or zone.type is not ZoneType.FREE_TRADE_AREA or self._is_distinct(mention):
            return mention
        if not spoken:
            return None
        if zone.known or zone.parent:
            return mention
        if len(trade) != 1:
            return None
        name = trade[0].name + zone.name
        return replace(mention, zone=replace(zone, name=name, parent=trade[0].name, province=trade[0].province))

    def _is_distinct(self, mention: ZoneMention) -> bool:
        """Whether an area's name can mean nothing else: 钦州港片区, but not 武汉片区 on a page without 自贸."""
        zone = mention.zone
        places = self._finder.gazetteer.places.named(mention.text.removesuffix("片区"))
        return zone is not None and zone.known and all(place.level == "county" for place in places)

    def _fold(self) -> None:
        """One zone for the several names that the page gives one that no table has."""
        same = fold(self._unique().values(), self._finder.gazetteer)
        for group in self._named() if same else ():
            group[:] = [replace(m, zone=same[m.zone.name]) if m.zone and m.zone.name in same else m for m in group]

    def _unique(self) -> dict[str, Zone]:
        found: dict[str, Zone] = {}
        for group in self._named():
            for m in group:
                if m.kind is NAME and m.zone is not None:
                    found.setdefault(m.zone.name, m.zone)
        return found

    def _page_names(self) -> Iterator[tuple[str, Zone]]:
        """Names that only this page gives: parks, areas, defined abbreviations, a district."""
        words = self._finder.gazetteer.words
        for text, group in zip((*self._head_texts, *self.texts), self._groups(), strict=True):
            for m in group:
                if m.zone is None or m.kind is not NAME:
                    continue
                if m.inside and m.inside not in words:
                    yield m.inside, m.zone
                if m.zone.known and (short := _shortest(m.zone)) and any(short in other for other in self.texts):
                    yield short, m.zone
                elif not m.zone.known and not m.inside:
                    yield m.text, m.zone
                    if town := _TOWN_PARK.fullmatch(m.text):
                        yield town[1] + town[2], m.zone  # 庙湾镇工业园, then 庙湾工业园
                if defined := _DEFINED.match(text, m.end):
                    yield defined.group(1), m.zone
        if not any(m.zone for group in self.heads for m in group):
            yield from self._district()

    def _district(self) -> Iterator[tuple[str, Zone]]:
        """The district or county that a headline begins with, where the article goes on to speak of it."""
        for head in self._head_texts:
            places, end = leading_places(head, self._finder.gazetteer)
            named = head[:end].endswith(("区", "县", "市", "旗")) or head[end : end + 1] in ("", "：", "—")
            if not places or places[-1].level != "county" or not named:
                continue
            county = places[-1]
            if sum(text.count(county.full) for text in self.texts) > len(self._head_texts):
                zone = district(places)
                yield zone.name, zone
                yield county.full, zone
                yield (county.city + county.full), zone

    def _overlay(self, names: Mapping[str, Zone]) -> None:
        """Add the mentions under names without a closing word."""
        if not names:
            return
        silent = [False] * len(self.heads) + [p.kind in _SILENT for p in self.article.paragraphs]
        texts = (*self._head_texts, *self.texts)
        for text, group, quiet in zip(texts, self._groups(), silent, strict=True):
            for start, end in apart(standing(text, names)) if not quiet else ():
                over = [m for m in group if m.start < end and start < m.end]
                if all(m.kind is SHORT for m in over):
                    name = text[start:end]
                    added = ZoneMention(start, end, name, names[name], NAME)
                    group[:] = sorted([m for m in group if m not in over] + [added], key=lambda m: m.start)

    def _call_by_place(self) -> None:
        """Add the mentions of zones under their bare places, in a report on several of a kind."""
        places = bare_places(self.zones.values(), self._finder.gazetteer) if len(self.zones) > 1 else {}
        for text, group in zip(self.texts, self.paragraphs, strict=True) if places else ():
            for start, end, zone in called_by_place(text, places):
                if not any(m.start < end and start < m.end for m in group):
                    group.append(ZoneMention(start, end, text[start:end], zone, NAME))
            group.sort(key=lambda m: m.start)

    def first_word(self) -> str:
        """The closing word of the first mention."""
        return next(m.word for group in self._groups() for m in group if m.kind in (NAME, SHORT))

    def _is_unnamed(self) -> bool:
        """Whether the article is about a zone whose name it never gives: |高新区|稳中向好, in the town's own paper.

        No other zone that it names in passing is then meant by 园区 or 全区.
        """
        first = next((m for group in self._groups() for m in group if m.kind in (NAME, SHORT)), None)
        headed = any(m.kind is NAME for group in self.heads for m in group)  # 自贸试验区观察 | 宁川综合保税区
        if first is None or first.kind is NAME or headed or not is_kind(first.word):
            return False
        return not any(fits(zone, first.word) for zone in self.zones.values())

    def _general(self) -> str:
        """The kind of zone that an article is about in general, its words: |自贸试验区|十年; empty as a rule.

        Its headline names no zone, and it tells of all of that kind or so many of them: 21家自贸试验区, 各国家级新区.
        """
        named = any(m.kind is NAME for group in self.heads for m in group)
        words = [m.word for group in self.heads for m in group if m.kind is SHORT and is_kind(m.word)]
        if named or not words:
            return ""
        counted = re.compile(f"(?:{_OF_ALL})(?:国家级?)?{re.escape(words[0])}")
        return words[0] if any(counted.search(text) for text in self.texts) else ""

    def _main(self) -> tuple[Zone | None, Zone | None]:
        """The zone that the article is about, and the park in it that the title speaks of."""
        heads = self.heads[-1:] if self._titled_by_place() else self.heads
        named = [m.zone for group in heads for m in group if m.zone and m.kind is NAME]
        bodies = [g for p, g in zip(self.article.paragraphs, self.paragraphs, strict=True) if p.kind not in HEADS]
        told = {m.zone.name for group in bodies for m in group if m.zone and m.kind is NAME}
        named = [zone for zone in named if zone.name in told] or named  # a headline may stand above another's article
        if named:
            child = next((z for z in named[1:] if z.parent == named[0].name), None)
            return named[0], child
        counts: Counter[str] = Counter()
        listed: Counter[str] = Counter()
        for text, group in zip(self.texts, self.paragraphs, strict=True):
            counts.update(
                m.zone.name for m in group if m.zone and m.kind is NAME and not _COMPARES.search(text[: m.start])
            )
            listed.update(m.zone.name for m in group if m.zone and m.kind is NAME and _is_listed_project(text, m))
        for name, times in listed.items():
            if times == counts[name] and self.zones[name].type is ZoneType.PARK and not self.zones[name].known:
                del counts[name]
        counts.update(z.name for z in self._captions if z.name in self.zones)
        if not counts:
            return None, None
        ranked = counts.most_common(2)
        if (headed := self._by_place_in_head(counts)) is not None:
            return headed, None
        if len(ranked) > 1 and ranked[0][1] < _MAJORITY * ranked[1][1]:
            formal = [z for z in self.zones.values() if z.known or z.type is not ZoneType.PARK]
            if len(formal) == 1:
                return formal[0], None  # the parks that it names in passing have no place of their own
            first = next(iter(self.zones.values()))
            inside = all(first.name in (z.parent, z.name) for z in self.zones.values())
            return (first, None) if inside else (None, None)
        return self.zones[ranked[0][0]], None

    def _titled_by_place(self) -> bool:
        """Whether the title begins with a zone's place, below a column's name with another zone: |云浦|稳开局."""
        title = self.heads[-1] if len(self.heads) > 1 else []
        return bool(title) and title[0].kind is SOFT and not title[0].start

    def _by_place_in_head(self, counts: Counter[str]) -> Zone | None:
        """Of the zones that bear the place's name with which the headline begins the one most spoken of.

        |洋浦|：账怎么算 above an article on 洋浦保税港区, in which 洋浦经济开发区管委会 speaks;
        |青川航空港|：…… above one on 青川航空港经济综合实验区.
        """
        led = next((m.text for group in self.heads for m in group[:1] if m.kind is SOFT and not m.start), "")
        label = next((found[1] for text in self._head_texts if (found := _HEAD_LABEL.match(text))), "")
        if not led and label and not self._finder.gazetteer.places.named(label):
            led = label
        of_place = [name for name, _ in counts.most_common() if led and name.startswith(led)]
        return self.zones.get(of_place[0]) if of_place else None

    def described(self) -> tuple[Zone, ...]:
        """The zones of the page with the names it calls them by; a park without a parent lies in the main zone."""
        names: dict[str, dict[str, None]] = {name: {} for name in self.zones}
        for group in self._named():
            for m in group:
                if m.zone is not None and m.kind is NAME and m.text != m.zone.name:
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
        near = zone.province == main.province and zone.city in ("", *main.city.split("、"))
        return main.name if near and main.province else ""


def _is_listed_project(text: str, mention: ZoneMention) -> bool:
    """Whether a name stands in a list of projects: 包括云岭大道、|清溪康养小镇|等项目."""
    return _LISTED_PROJECT.match(text, mention.end) is not None or (
        text[: mention.start].endswith("、") and _IN_PROJECTS.match(text, mention.end) is not None
    )


def _may_name(text: str, name: str, core: str, word: ZoneWord | None) -> bool:
    """Whether a text has a name of the page's own, whole or as one of a list: 苏州、|云岭|两个|高新区|."""
    return name in text or (word is not None and core in text and word.word in text)
