"""What a clause is about: its topic, the mentions in it with what they do, and how topics are called.

In: nothing. Out: the nouns that `flow` works with and `linking` reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.extraction.zones.mention import NAME, ZoneMention
from reporter.extraction.zones.outside import Outsider
from reporter.extraction.zones.roles import Role
from reporter.model import Zone

_CARRIED = 0.55
_FADING = 0.1
PASSING = "place in passing"
"""A zone named on the way; it ends with its sentence."""


class Topic(Struct, frozen=True, gc=False):
    """A zone that the text speaks of, and why; `start` and `end` are those of the cue, -1 in another paragraph."""

    zone: Zone | None
    rule: str
    confidence: float
    cue: str = ""
    start: int = -1
    end: int = -1

    def carried(self) -> Topic:
        """The topic as the next paragraph inherits it, each time less sure."""
        confidence = min(_CARRIED, self.confidence - _FADING)
        return replace(self, rule="carried on", confidence=confidence, start=-1, end=-1)


class Placed(Struct, frozen=True, gc=False):
    """A mention resolved in its clause."""

    mention: ZoneMention
    zone: Zone
    role: Role
    speaks: bool = False


class Stretch(Struct, frozen=True, gc=False):
    """A clause: its span, its sentence's span, its topic, its mentions, and who else it is about, if anybody."""

    start: int
    end: int
    sentence: tuple[int, int]
    topic: Topic
    placed: tuple[Placed, ...]
    outsider: Outsider | None


NOBODY = Topic(None, "no zone", 0.0)


def entry(text: str, mentions: Sequence[ZoneMention]) -> Topic | None:
    """The zone that an entry of a list is headed with: ▲|游仙高新区| 国内首个产业园日前通过省级验收."""
    first = mentions[0] if mentions else None
    if first is None or first.kind is not NAME or first.zone is None or not text.startswith((" ", "\u3000"), first.end):
        return None
    headed = not any(map(str.isalnum, text[: first.start]))
    return Topic(first.zone, "entry", 0.9, first.text, first.start, first.end) if headed else None
