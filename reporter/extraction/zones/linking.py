"""Which zone a number expression speaks of.

In: an article and a finder. Out: a `ZoneContext`: the zones of the article, which of them it is about, and for any
number expression the zone it belongs to, with the rule and the words that decided.

    武汉片区：…… 目前已聚集生物企业|2000余家|          → 湖北自贸区武汉片区, section
    |宜昌共有|规模以上生物医药企业|80家|                → "", external
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from reporter.extraction.zones.census import Census
from reporter.extraction.zones.finder import ZoneFinder
from reporter.extraction.zones.flow import Flow
from reporter.extraction.zones.mention import ZoneMention
from reporter.extraction.zones.roles import Role
from reporter.extraction.zones.several import turn
from reporter.extraction.zones.topic import Placed, Stretch, Topic
from reporter.model import Article, BlockKind, Zone


class ZoneAnswer(Struct, frozen=True, gc=False):
    """The zone of a span and how it was decided.

    `zone` is a canonical name, empty where nothing names one safely; `external` says that the figure is somebody
    else's; `confidence` runs from 0 to 1; `cue` is the word that decided, `cue_start` and `cue_end` its offsets in the
    paragraph (-1 where it stands in another one).
    """

    zone: str
    confidence: float
    rule: str
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    external: bool = False


_DIGIT = re.compile(r"\d(?![\d年月日.])")
_UNSURE = 0.3
_TOGETHER = re.compile("这?[两二三四五](?:个|区|地|家)[^，。；]{0,12}[共合总]|[共合总]计|一共|共同")
"""甲区和乙区|这两个特殊监管区域共|实现92.7亿美元: of neither."""


class ZoneContext:
    """What an article says of zones."""

    def __init__(
        self,
        article: Article,
        finder: ZoneFinder,
        whole: Article | None = None,
        captions: Sequence[Article] = (),
        home: Zone | None = None,
    ) -> None:
        self._finder = finder
        self._census = Census(article, finder, whole, captions, home)

    @cached_property
    def _flow(self) -> Flow:
        return Flow(self._census, self._finder)

    @cached_property
    def _starts(self) -> list[list[int]]:
        """Where the clauses of each paragraph begin."""
        return [[stretch.start for stretch in stretches] for stretches in self._flow.paragraphs]

    @property
    def main(self) -> Zone | None:
        """The zone that the article is about, if it is about one."""
        return self._census.main

    @property
    def nameless(self) -> str:
        """The closing word by which the article calls its zone throughout without naming it; empty where it does."""
        return self._census.first_word() if self._census.unnamed else ""

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """The zones that the article names, in the order of their first mention."""
        return self._census.described()

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The canonical names of the zones that the article is about, most important first."""
        on_page = self._census.zones
        heads = [m.zone.name for group in self._census.heads for m in group if m.zone and m.zone.name in on_page]
        kinds = (p.kind for p in self._census.article.paragraphs)
        sections = [
            m.zone.name
            for kind, group in zip(kinds, self._census.paragraphs, strict=True)
            if kind is BlockKind.SUBHEAD
            for m in group[:1]
            if m.zone is not None and m.zone.name in on_page
        ]
        names = [*heads, *sections]
        if self._census.main is not None:
            names.append(self._census.main.name)
        if not sections:
            names += self._told_of()
        return tuple(dict.fromkeys(names))

    def _told_of(self) -> list[str]:
        """The zones that clauses speak of; where the article has a main zone, those with figures."""
        names: dict[str, None] = {}
        for text, stretches in zip(self._census.texts, self._flow.paragraphs, strict=True):
            for s in stretches:
                topic = s.topic
                if topic.start < 0 or topic.zone is None or s.outsider is not None:
                    continue
                if not s.placed and topic.zone.name in names:
                    continue  # nothing new, as in most clauses
                if self._census.main is None or _DIGIT.search(text, s.start, s.end):
                    names[topic.zone.name] = None
                    names.update((p.zone.name, None) for p in s.placed if p.role is Role.SUBJECT)
        return list(names)

    def mentions(self, paragraph: int) -> list[ZoneMention]:
        """The mentions in a paragraph."""
        return self._census.paragraphs[paragraph]

    def zone_at(self, paragraph: int, start: int, end: int) -> ZoneAnswer:
        """The zone that the expression `start` to `end` of a paragraph speaks of."""
        if not self._starts[paragraph]:
            return ZoneAnswer("", 0.0, "no text")
        index = max(bisect_right(self._starts[paragraph], start) - 1, 0)  # a mark may stand before the first clause
        stretch = self._flow.paragraphs[paragraph][index]  # the clause that it stands in, or the last one before it
        text = self._census.texts[paragraph]
        bracketed = self._bracketed(paragraph, stretch, start)
        if bracketed is not None:
            m = bracketed.mention
            return ZoneAnswer(bracketed.zone.name, 0.9, "in its bracket", m.text, m.start, m.end)
        near = self._nearest(stretch, start) if stretch.placed else None
        outsider = stretch.outsider or self._finder.outside.beside(
            text, start, end, (stretch.start, stretch.end), near is not None and near.role is Role.SUBJECT
        )
        if outsider is not None:
            cue = text[outsider.start : outsider.end]
            return ZoneAnswer("", 0.75, outsider.rule, cue, outsider.start, outsider.end, external=True)
        listed = len(self._census.paragraphs[paragraph]) > 1  # no list of zones without two of them
        shared = self._shared(paragraph, stretch, start) if listed else None
        topic = shared or (self._topic(stretch, near) if near is not None else stretch.topic)
        zone = topic.zone.name if topic.zone is not None and topic.confidence >= _UNSURE else ""
        return ZoneAnswer(zone, topic.confidence, topic.rule, topic.cue, topic.start, topic.end)

    def _bracketed(self, paragraph: int, stretch: Stretch, start: int) -> Placed | None:
        """The mention right behind which the figure stands in brackets: |甲区|（860亿元）、|乙区|（740亿元）."""
        text = self._census.texts[paragraph]
        begin = stretch.sentence[0]
        opened = max(text.rfind("（", begin, start), text.rfind("(", begin, start))
        if opened < 0 or any(mark in text[opened:start] for mark in "）)"):
            return None
        at = bisect_right(self._starts[paragraph], max(opened - 1, 0)) - 1
        placed = self._flow.paragraphs[paragraph][at].placed if at >= 0 else ()
        return next((p for p in placed if p.mention.end == opened), None)

    def _nearest(self, stretch: Stretch, start: int) -> Placed | None:
        """The mention of the clause that the figure follows: of several subjects the last before it."""
        before = [p for p in stretch.placed if p.mention.end <= start and p.role > Role.PARTNER]
        strong = [p for p in before if p.role >= Role.PLACE]
        return strong[-1] if strong else before[-1] if before else None

    def _shared(self, paragraph: int, stretch: Stretch, start: int) -> Topic | None:
        """The topic where a list of zones governs the figure."""
        starts, (first_of, end_of) = self._starts[paragraph], stretch.sentence
        if sum(m.start >= first_of for m in self._census.paragraphs[paragraph]) < 2:
            return None
        sentence = self._flow.paragraphs[paragraph][bisect_left(starts, first_of) : bisect_left(starts, end_of)]
        placed = [p for s in sentence for p in s.placed]
        listed = turn(self._census.texts[paragraph], placed, start) if len(placed) > 1 else None
        if listed is None:
            return None
        mine, first = listed.mine, listed.listed[0].mention
        if mine is not None:
            m = mine.mention
            return Topic(mine.zone, "its turn in a list", 0.85, m.text, m.start, m.end)
        main = self._census.main
        if _TOGETHER.search(self._census.texts[paragraph], listed.listed[-1].mention.end, start):
            main = None
        if main is not None and any(p.zone.name == main.name for p in listed.listed):
            return Topic(main, "a list with the article's zone", 0.5, main.name)
        return Topic(None, "of several zones", 0.2, first.text, first.start, listed.listed[-1].mention.end)

    def _topic(self, stretch: Stretch, near: Placed) -> Topic:
        topic = stretch.topic
        if near.role is Role.SUBJECT and topic.zone is not None and near.zone.name != topic.zone.name:
            m = near.mention
            return Topic(near.zone, "subject", 0.9, m.text, m.start, m.end)
        return topic


def link(
    article: Article,
    finder: ZoneFinder,
    whole: Article | None = None,
    captions: Sequence[Article] = (),
    home: Zone | None = None,
) -> ZoneContext:
    """The zones of an article and what it says of each.

    `whole` is the article that a text without a headline belongs to, `captions` are those of an article that stands
    alone on its page; `home` is the zone that its page calls 我区.
    """
    return ZoneContext(article, finder, whole, captions, home)
