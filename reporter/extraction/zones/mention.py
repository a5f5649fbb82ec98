"""A mention of a zone in a text."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from reporter.model import Zone


class MentionKind(StrEnum):
    """How sure a mention is of its zone."""

    NAME = "name"  # a full name or an alias: the zone is certain
    WEAK = "weak"  # a name without a place that no table has: only where the page names no other zone
    SOFT = "soft"  # a bare word (浦东, 临港): the zone, if the page names it in full as well
    SHORT = "short"  # 园区, 高新区, 该区: the context says which


NAME, WEAK, SOFT, SHORT = MentionKind
"""The kinds by themselves: every mention is asked for its kind, and Python 3.11 looks a member up slowly."""


class ZoneMention(Struct, frozen=True, gc=False):
    """A place of a text that names a zone: `text[start:end]`.

    `zone` is None for a short form; `word` is its closing word (园区, 高新区, 该区); `options` are the zones that a
    bare word may mean; `inside` is the part that names a park within another zone (信创园).
    """

    start: int
    end: int
    text: str
    zone: Zone | None
    kind: MentionKind
    word: str = ""
    options: tuple[Zone, ...] = ()
    inside: str = ""
