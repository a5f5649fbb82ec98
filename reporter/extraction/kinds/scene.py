"""An article as the finders see it: normalised passages with sentences, zones, evidence and identifiers.

In: an article and what tells the zone of a place in it. Out: `Scene`, whose `evidence` and `identity` every finder
uses, so that all kinds of facts cite and count alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Protocol, TypeVar

from msgspec import Struct

from reporter.language.text import normalise, sentences
from reporter.model import Article, BlockKind, Evidence, Figure, Located, Zone

SILENT = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.EDITOR, BlockKind.BANNER, BlockKind.DATELINE})
"""Paragraphs that state nothing about a zone."""

HEADS = frozenset({BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUBHEAD})
"""Paragraphs that repeat in short what the body states."""


class Answer(Protocol):
    """The zone of a span and the rule that decided."""

    @property
    def zone(self) -> str:
        """A canonical name, empty where none is safe."""
        ...

    @property
    def rule(self) -> str:
        """The rule's name."""
        ...

    @property
    def cue(self) -> str:
        """The word that decided."""
        ...


class Zones(Protocol):
    """What tells which zone a place in the article speaks of."""

    def zone_at(self, paragraph: int, start: int, end: int, /) -> Answer:
        """The zone at a span of a paragraph."""
        ...

    @property
    def zones(self) -> Sequence[Zone]:
        """The zones that the article names."""
        ...


class Passage(Struct, gc=False):
    """One paragraph: its words in the one spelling, as long as printed, and the spans of its sentences."""

    index: int
    kind: BlockKind
    located: Located
    text: str
    sentences: list[tuple[int, int]]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence around an offset (the one before it where none is)."""
        at = bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))


class Spanned(Protocol):
    """Anything that stands at a passage."""

    @property
    def passage(self) -> Passage:
        """The paragraph that it stands in."""
        ...


S = TypeVar("S", bound=Spanned)


def by_passage(mentions: Iterable[S]) -> dict[int, list[S]]:
    """Mentions by the index of their paragraph, in their order."""
    groups: dict[int, list[S]] = {}
    for mention in mentions:
        groups.setdefault(mention.passage.index, []).append(mention)
    return groups


_SIGNED = re.compile(r"[（(][^（）()。]{2,40}[）)]\s*\Z")


def _unsigned(text: str, names: Sequence[str]) -> str:
    """A paragraph without the names of its authors behind it: …达到5%以上。|（杨唯一）| states nothing."""
    signed = _SIGNED.search(text) if names else None
    return text[: signed.start()] if signed and any(name in signed[0] for name in names) else text


@dataclass(frozen=True)
class Scene:
    """An article ready to be searched."""

    article: Article
    zones: Zones
    figures: Sequence[Figure] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All paragraphs that can state something, headlines among them."""
        made = []
        for index, paragraph in enumerate(self.article.paragraphs):
            if paragraph.kind in SILENT:
                continue
            text = _unsigned(normalise(paragraph.text), self.article.byline)
            made.append(Passage(index, paragraph.kind, paragraph.located, text, sentences(text)))
        return tuple(made)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs without headlines."""
        return tuple(passage for passage in self.passages if passage.kind not in HEADS)

    def zone(self, passage: Passage, start: int, end: int) -> str:
        """The zone of a span."""
        return self.zones.zone_at(passage.index, start, end).zone

    def evidence(self, passage: Passage, start: int, end: int) -> Evidence:
        """The place of a span: its sentence verbatim (or sentences, where it runs over an end)."""
        first = last = passage.sentence_at(start)
        if end > first[1]:
            last = passage.sentence_at(max(start, end - 1))
        left, right = min(first[0], start), max(last[1], end)
        printed = passage.located.text
        source_start, source_end = passage.located.to_source(start, end)
        return Evidence(
            text=printed[start:end],
            sentence=printed[left:right],
            start=start - left,
            end=end - left,
            source=self.article.source,
            article=self.article.id,
            source_start=source_start,
            source_end=source_end,
            paragraph=passage.index,
            offset=start,
        )

    def identity(self, kind: str, passage: Passage, start: int, name: str) -> str:
        """Ten hexadecimal digits that are the same whenever the same thing is read at the same place."""
        source_start, _ = passage.located.to_source(start, start + 1)
        key = f"{kind}\0{self.article.source}\0{source_start}\0{name}"
        return blake2b(key.encode(), digest_size=5).hexdigest()
