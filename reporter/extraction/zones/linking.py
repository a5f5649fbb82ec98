"""Which zone a number expression speaks of.

In: an article and a finder. Out: a `ZoneContext`, whose `zone_at` answers for a span of a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.extraction.zones.finder import MentionKind, ZoneFinder, ZoneMention
from reporter.model import Article, BlockKind, Scope, Zone


@dataclass(frozen=True, slots=True)
class ZoneAnswer:
    """The zone of a span and how it was decided.

    `zone` is a canonical name, empty where nothing names one safely; `scope_hint` says whether the figure is the
    zone's, an entity's in it or somebody else's; `confidence` runs from 0 to 1; `cue` is the word that decided,
    `cue_start` and `cue_end` its offsets in the paragraph (-1 where it stands in another one).
    """

    zone: str
    scope_hint: Scope
    confidence: float
    rule: str
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1


class ZoneContext:
    """What an article says of zones."""

    def __init__(self, article: Article, finder: ZoneFinder) -> None:
        self._article = article
        self._heads = [finder.mentions(text, head=True) for text in (article.kicker, article.title)]
        self._mentions = [
            finder.mentions(p.text, head=p.kind in (BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUBHEAD))
            for p in article.paragraphs
        ]
        names = [m for group in (*self._heads, *self._mentions) for m in group if m.kind is MentionKind.NAME]
        self.zones: tuple[Zone, ...] = tuple({m.zone.name: m.zone for m in names if m.zone}.values())
        heads = [m.zone.name for group in self._heads for m in group if m.zone and m.kind is MentionKind.NAME]
        self.about: tuple[str, ...] = tuple(dict.fromkeys(heads or [z.name for z in self.zones][:1]))

    def mentions(self, paragraph: int) -> list[ZoneMention]:
        """The mentions in a paragraph."""
        return self._mentions[paragraph]

    def zone_at(self, paragraph: int, start: int, end: int) -> ZoneAnswer:  # noqa: ARG002
        """The zone that the expression `start` to `end` of a paragraph speaks of."""
        for index in range(paragraph, -1, -1):
            for m in reversed(self._mentions[index]):
                if m.zone and m.kind is MentionKind.NAME and (index < paragraph or m.end <= start):
                    near = index == paragraph
                    at = (m.start, m.end) if near else (-1, -1)
                    return ZoneAnswer(m.zone.name, Scope.ZONE, 0.8 if near else 0.5, "nearest name", m.text, *at)
        if self.about:
            return ZoneAnswer(self.about[0], Scope.ZONE, 0.6, "the article's zone")
        return ZoneAnswer("", Scope.ZONE, 0.0, "no zone")


def link(article: Article, finder: ZoneFinder) -> ZoneContext:
    """The zones of an article."""
    return ZoneContext(article, finder)
