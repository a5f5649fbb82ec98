"""Articles made from paragraphs, and figures pointed at with 【】."""

from __future__ import annotations

from functools import cache

from reporter import lexicon
from reporter.extraction.zones import ZoneAnswer, ZoneContext, ZoneFinder, link
from reporter.model import Article, BlockKind, Located, Paragraph, Segment


@cache
def finder() -> ZoneFinder:
    return ZoneFinder(lexicon.load())


def paragraph(text: str, kind: BlockKind = BlockKind.BODY) -> Paragraph:
    return Paragraph(kind, Located(text, (Segment(0, 0, len(text)),)), ())


def article(*texts: str, title: str = "", kicker: str = "") -> Article:
    """An article; a text that begins with # is a subhead."""
    parts = tuple(
        paragraph(t.removeprefix("#"), BlockKind.SUBHEAD if t.startswith("#") else BlockKind.BODY) for t in texts
    )
    return Article("a", "s", "article", title, kicker, (), "", None, "", True, parts)


def context(*texts: str, title: str = "", kicker: str = "") -> ZoneContext:
    return link(article(*texts, title=title, kicker=kicker), finder())


def answers(*texts: str, title: str = "", kicker: str = "") -> list[ZoneAnswer]:
    """The answers for every 【expression】 of the texts, in order."""
    plain, spans = [], []
    for index, text in enumerate(texts):
        out = ""
        for piece in text.split("【"):
            marked, closed, rest = piece.partition("】")
            if closed:
                spans.append((index, len(out), len(out) + len(marked)))
            out += marked + rest
        plain.append(out)
    ctx = context(*plain, title=title, kicker=kicker)
    return [ctx.zone_at(*span) for span in spans]


def zones(*texts: str, title: str = "", kicker: str = "") -> list[str]:
    return [answer.zone for answer in answers(*texts, title=title, kicker=kicker)]
