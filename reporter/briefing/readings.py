"""The articles as they were put together, with everything marked that was read from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reporter.model import Article, BlockKind, Fact, Passage, Reading

_TEXT = (BlockKind.BODY, BlockKind.CAPTION, BlockKind.TABLE)


def readings_of(articles: Iterable[Article], facts: Sequence[Fact]) -> tuple[Reading, ...]:
    """The paragraphs that state the facts, article by article; what lies between is counted as skipped."""
    return tuple(reading for article in articles if (reading := _reading(article, facts)).passages)


def _reading(article: Article, facts: Sequence[Fact]) -> Reading:
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for fact in facts:
        for mention in fact.mentions:
            if mention.article == article.id:
                spans.setdefault(mention.paragraph, []).append(
                    (mention.offset, mention.offset + len(mention.text), fact.id)
                )
    passages, skipped = [], 0
    for index, paragraph in enumerate(article.paragraphs):
        if index not in spans:
            skipped += paragraph.kind in _TEXT  # of bylines and headings nothing is left out
            continue
        passages.append(
            Passage(
                kind=paragraph.kind.value,
                text=paragraph.text,
                spans=_disjoint(spans[index], paragraph.text),
                joined=_seams(article, index),
                skipped=skipped,
            )
        )
        skipped = 0
    return Reading(article, tuple(passages), skipped)


def _disjoint(spans: list[tuple[int, int, str]], text: str) -> tuple[tuple[int, int, str], ...]:
    """Spans in order; of two that overlap, the shorter stays, because it says more exactly where."""
    kept: list[tuple[int, int, str]] = []
    for start, end, name in sorted(set(spans), key=lambda span: (span[1] - span[0], span)):
        if 0 <= start < end <= len(text) and all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, name))
    return tuple(sorted(kept))


def _seams(article: Article, index: int) -> tuple[int, ...]:
    """Offsets in a paragraph where another block of the page begins."""
    joined = {(join.before, join.after) for join in article.joins}
    paragraph = article.paragraphs[index]
    if len(paragraph.blocks) < 2 or not joined:
        return ()
    segments = paragraph.located.segments
    gaps = [b.local for a, b in pairwise(segments) if b.source - (a.source + a.length) > 1]
    return tuple(gaps[: len(paragraph.blocks) - 1]) if len(gaps) >= len(paragraph.blocks) - 1 else ()
