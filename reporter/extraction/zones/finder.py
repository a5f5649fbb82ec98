"""Where a text names zones.

In: a text. Out: `ZoneMention`s in order, each with the zone it names, or none for the short forms that only their
context resolves (园区, 该区).

    落户在|武汉自贸片区|            → 湖北自贸区武汉片区
    |湖南省新田县工业园区|湖南德力…   → 新田县工业园区, which no table has
    位于|河北香河经济技术开发区的机器人小镇|  → a park inside a zone
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter

from reporter.extraction.zones.boundary import Boundary
from reporter.extraction.zones.mention import NAME, ZoneMention
from reporter.extraction.zones.outside import Outside
from reporter.extraction.zones.patterns import FlowPatterns
from reporter.extraction.zones.roles import Roles
from reporter.extraction.zones.scan import SELF, Scan
from reporter.language.alternation import one_of
from reporter.language.parts import number
from reporter.language.words import Words
from reporter.lexicon import Lexicon
from reporter.lexicon.zones import Gazetteer
from reporter.model import Zone

_JOINED = "、和与及"
_LONGEST_CITY = 8
_LONGEST_LIST = 40
_COUNTED = frozenset("家个大级国两二三四五六七八九")
_AND = re.compile("[、和与]")
_LISTED = re.compile(
    "(?P<cities>[\u4e00-\u9fff]{2,8}?(?:[、和与][\u4e00-\u9fff]{2,6}?)+)这?(?P<count>[两二三四五六七八九2-9])(?:家|个|大)?(?:国家级?|省级)?\\Z"
)
_SHARED = 64
"""So many texts are remembered: an article that gives names of its own is read twice."""


class ZoneFinder:
    """Finds mentions of zones; made once, used for every page."""

    def __init__(self, lexicon: Lexicon, words: Words | None = None) -> None:
        self.gazetteer: Gazetteer = lexicon.zones
        self.cues = lexicon.zone_cues
        self.boundary = Boundary(lexicon, words or Words(lexicon))
        self.roles = Roles(self.cues)
        self.patterns = FlowPatterns(self.cues)
        self.outside = Outside(self.cues, lexicon.places)
        closing = {*self.gazetteer.words, *self.gazetteer.bare, *self.gazetteer.soft, *SELF}
        self._search = re.compile(one_of(sorted(closing)))
        self._closing = lru_cache(maxsize=_SHARED)(self._read_closing)

    def mentions(self, text: str, *, head: bool = False, extra: Mapping[str, Zone] | None = None) -> list[ZoneMention]:
        """The mentions in a normalised text, in order and without overlaps.

        In a headline (`head`) a park's name may stand without a place before it (天马电商产业园：…); `extra` are
        names that only this page gives.
        """
        closing = self._closing(text)
        if not closing:
            return []  # as in most paragraphs
        names = extra or {}
        scan = Scan(text, self.gazetteer, self.boundary, names, head=head)
        for start, end in closing:
            scan.take(start, end)
        found = [m for m in scan.found if not self.boundary.is_organisation(text, m.end)]
        joined = [
            other for m in found if text[m.start - 1 : m.start] in _JOINED for other in self._sharing(text, m, names)
        ]
        for start, end in closing:
            if text[start - 1 : start] in _COUNTED:
                joined.extend(self._counted(text, start, text[start:end], names))
        return sorted([*found, *joined], key=attrgetter("start")) if joined else found

    def _sharing(self, text: str, mention: ZoneMention, extra: Mapping[str, Zone]) -> Iterator[ZoneMention]:
        """The zones that share a closing word with the one behind them: |沈阳|、大连高新区."""
        at = mention.start if mention.kind is NAME else 0
        while at > 1 and text[at - 1] in _JOINED:
            city, zone = self._of_city(text, at - 1, mention.word, extra)
            if zone is None:
                return
            at -= 1 + len(city)
            yield ZoneMention(at, at + len(city), city, zone, NAME, mention.word)

    def _counted(self, text: str, at: int, closing: str, extra: Mapping[str, Zone]) -> Iterator[ZoneMention]:
        """The zones that a count sums up: |长沙|、|合肥|、|贵阳|三家高新区 are three, each by its city."""
        listed = _LISTED.search(text, max(0, at - _LONGEST_LIST), at)
        if listed is None:
            return
        at = listed.end("cities")
        cities = _AND.split(listed["cities"])
        found: list[ZoneMention] = []
        for city in reversed(cities):
            name, zone = self._of_city(text, at, closing, extra)
            if zone is None or (name != city and city is not cities[0]):
                return
            found.append(ZoneMention(at - len(name), at, name, zone, NAME, closing))
            at -= len(city) + 1
        if len(found) == number(listed["count"]):
            yield from reversed(found)

    def _of_city(self, text: str, end: int, closing: str, extra: Mapping[str, Zone]) -> tuple[str, Zone | None]:
        """The city whose name ends at `end`, and its zone of a kind: one that is known, or of the page's own."""
        for name, zone in extra.items():
            own = name.removesuffix(closing)
            if own != name and text.endswith(own, 0, end):
                return own, zone
        word = self.gazetteer.words.get(closing)
        city = self.gazetteer.places.ending(text, end, max(0, end - _LONGEST_CITY)) if word is not None else ""
        entry = self.gazetteer.core(city, word) if word is not None and len(city) > 1 else None
        return city, entry.zone if entry is not None else None

    def _read_closing(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places of the words that can close a zone's name. `_closing` remembers them for a second reading."""
        return tuple([match.span() for match in self._search.finditer(text)])
