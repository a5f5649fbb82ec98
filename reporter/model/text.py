"""Text that knows where each of its characters stands in the decoded source.

A page's words are cut, cleaned and joined before anyone reads them; evidence must still lead back to the
very characters of the file. `Located` carries a string and the runs of the source it was made from:

    source   就像是立⏎⏎(资料图片)⏎⏎体停车场
    located  就像是立体停车场      segments (0, 0, 4) (4, 14, 4)
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Segment(NamedTuple):
    """A run of characters that stand next to each other in the text and in the source alike."""

    local: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Located:
    """A string and, for every character, its offset in the decoded source.

    `segments` are sorted by `local`, do not overlap and cover the text without gaps.
    """

    text: str
    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Located:
        """The characters `start` to `end` of a source as they stand."""
        return cls(source[start:end], (Segment(0, start, end - start),) if end > start else ())

    @classmethod
    def join(cls, parts: Iterable[Located]) -> Located:
        """Texts set one after the other without anything between them."""
        text: list[str] = []
        segments: list[Segment] = []
        at = 0
        for part in parts:
            text.append(part.text)
            for local, source, length in part.segments:
                last = segments[-1] if segments else None
                if last and last.local + last.length == at + local and last.source + last.length == source:
                    segments[-1] = Segment(last.local, last.source, last.length + length)
                else:
                    segments.append(Segment(at + local, source, length))
            at += len(part.text)
        return cls("".join(text), tuple(segments))

    def cut(self, start: int, end: int) -> Located:
        """The part between two local offsets."""
        kept = []
        for index in range(self._run_at(start), len(self.segments)):
            local, source, length = self.segments[index]
            if local >= end:
                break
            first, last = max(start, local), min(end, local + length)
            if first < last:
                kept.append(Segment(first - start, source + first - local, last - first))
        return Located(self.text[start:end], tuple(kept))

    def strip(self) -> Located:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the decoded source of the local span `start` to `end`.

        A span over a join has its first character in one place of the page and its last in another: the
        answer is then the smallest source span from its first run's start to the end of that same run.
        """
        if not self.segments:
            return (0, 0)
        local, source, length = self.segments[self._run_at(start) if len(self.segments) > 1 else 0]
        first, last = start - local, end - local
        if 0 <= first <= last <= length:  # nearly always
            return (source + first, source + last)
        first = source + min(first, length)
        last = source + min(max(last, 0), length)
        return (first, max(first, last))

    def _run_at(self, offset: int) -> int:
        """The index of the segment that an offset lies in, found without looking at those before it."""
        return max(0, bisect_right(self.segments, (offset, math.inf)) - 1) if len(self.segments) > 1 else 0

    def runs(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Every source span that the local span `start` to `end` was made from, in reading order."""
        return tuple((s.source, s.source + s.length) for s in self.cut(start, end).segments)
