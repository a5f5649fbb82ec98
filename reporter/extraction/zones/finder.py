"""Where a text names zones.

In: a text. Out: `ZoneMention`s in order, each with the zone it names, or none for the short forms that only their
context resolves (园区, 该区). A mention is found from its closing word leftwards: the core before it is looked up in
the gazetteer, and where no table has it, places and the words' parts of speech say where the name begins.

    落户在|武汉自贸片区|            → 湖北自贸区武汉片区
    |湖南省新田县工业园区|湖南德力…   → 新田县工业园区, which no table has
    位于|河北香河经济技术开发区的机器人小镇|  → a park inside a zone
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reporter.extraction.zones.boundary import Boundary, Window
from reporter.extraction.zones.mention import MentionKind, ZoneMention
from reporter.extraction.zones.naming import derive
from reporter.extraction.zones.outside import Outside
from reporter.extraction.zones.roles import Roles
from reporter.extraction.zones.subjects import Subjects
from reporter.language.text import normalise
from reporter.language.words import Words
from reporter.lexicon import Lexicon
from reporter.lexicon.zones import Gazetteer, ZoneWord
from reporter.model import Zone, ZoneType

_SELF = frozenset(
    {
        "该区",
        "我区",
        "本区",
        "全区",
        "区内",
        "园内",
        "两区",
        "三区",
        "该园",
        "该园区",
        "辖区内",
        "该片区",
        "本园区",
        "我园区",
        "全园",
    }
)
_BREAK = re.compile(r"[（），。；：！？、“”‘’《》\s…,;!?\n]|——")
_LEVEL = re.compile(r"国家级?$")
_COUNTED = re.compile("[一二三四五六七八九十两多各\\d]|大$")
_CHINA = re.compile(r"中国（(\w{2,3})）$")
_BRACKET = re.compile(r"[\u4e00-\u9fff]{1,4}（[\u4e00-\u9fff]{1,4}）$")
_REACH = 24
_PLAIN = ("园区", "产业园区", "片区", "新片区", "区块", "集聚区", "工业区", "产业基地", "工业园区", "产业园", "工业园")


def _trie(words: Iterable[str]) -> str:
    """An alternation that shares first characters, the longest word first: quick to search with."""
    tree: dict[str, list[str]] = {}
    for word in words:
        tree.setdefault(word[0], []).append(word[1:])
    parts = []
    for first, rests in sorted(tree.items()):
        inner = "" if rests == [""] else _trie_tail(rests)
        parts.append(re.escape(first) + inner)
    return "(?:" + "|".join(parts) + ")"


def _trie_tail(rests: list[str]) -> str:
    some = [rest for rest in rests if rest]
    tail = _trie(some) if some else ""
    return tail + "?" if "" in rests else tail


class ZoneFinder:
    """Finds mentions of zones; made once, used for every page."""

    def __init__(self, lexicon: Lexicon, words: Words | None = None) -> None:
        self.gazetteer: Gazetteer = lexicon.zones
        self.cues = lexicon.zone_cues
        self.boundary = Boundary(lexicon, words or Words(lexicon))
        self.roles = Roles(self.cues)
        self.outside = Outside(self.cues, lexicon.places, self.roles)
        self.subjects = Subjects(self.cues, self.roles)
        soft = [word for word in self.gazetteer.soft if word not in self.gazetteer.words]
        names = {*self.gazetteer.words, *self.gazetteer.bare, *soft, *_SELF}
        self._search = re.compile(_trie(names))

    def mentions(self, text: str, *, head: bool = False) -> list[ZoneMention]:
        """The mentions in a text, in order and without overlaps.

        In a headline (`head`) a park's name may stand without a place before it (天马电商产业园：…).
        """
        text = normalise(text)
        found: list[ZoneMention] = []
        for match in self._search.finditer(text):
            mention = self._mention(text, match.start(), match.end(), found, head)
            if mention is None:
                continue
            while found and found[-1].start >= mention.start:
                found.pop()
            found.append(mention)
        return [m for m in found if not self.boundary.is_organisation(text, m.end)]

    def _mention(self, text: str, start: int, end: int, found: list[ZoneMention], head: bool) -> ZoneMention | None:
        piece = text[start:end]
        if piece in _SELF:
            return ZoneMention(start, end, piece, None, MentionKind.SHORT, piece)
        if piece in self.gazetteer.bare:
            begin = self.boundary.absorb(text, start)
            return self._named(text, begin, end, self.gazetteer.bare[piece].zone, piece)
        if piece in self.gazetteer.soft and piece not in self.gazetteer.words:
            options = tuple(entry.zone for entry in self.gazetteer.soft[piece])
            return ZoneMention(start, end, piece, options[0], MentionKind.SOFT, piece, options)
        return self._closing(text, start, end, self.gazetteer.words[piece], found, head)

    def _closing(
        self, text: str, start: int, end: int, word: ZoneWord, found: list[ZoneMention], head: bool
    ) -> ZoneMention | None:
        """The mention that a closing word ends."""
        core_end = (
            start - 3 if text.endswith("国家级", 0, start) else start - 2 if text.endswith("国家", 0, start) else start
        )
        if start and text[start - 1] == "）" and (inner := self._bracketed(text, start, end, word)):
            return inner
        window = self._window(text, core_end, found)
        known = self._known(text, window, core_end, word)
        if known is not None:
            begin, zone = known
            begin = self._join(text, begin, found)
            return self._named(text, self.boundary.absorb(text, begin), end, zone, word.word)
        outer = self._outer(text, core_end, found)
        if outer is not None:
            return self._inside(text, outer, core_end, end, word)
        return None if word.tier == "C" else self._unknown(text, Window(window.start, core_end), start, end, word, head)

    def _unknown(
        self, text: str, window: Window, start: int, end: int, word: ZoneWord, head: bool
    ) -> ZoneMention | None:
        """A zone that no table has (云杉岭高新区), or a closing word that stands alone (园区)."""
        if window.end == window.start or self.boundary.stands_alone(text, window, window.end):
            general = window.end != start or self.boundary.is_general(text, window, start)
            return None if general else ZoneMention(start, end, text[start:end], None, MentionKind.SHORT, word.word)
        first = self.boundary.name_start(text, window, window.end, word, head)
        if first is None:
            short = word.type is ZoneType.FREE_TRADE
            return ZoneMention(start, end, text[start:end], None, MentionKind.SHORT, word.word) if short else None
        zone = derive(text[first : window.end], word, self.gazetteer)
        return self._named(text, first, end, zone, word.word)

    def _named(self, text: str, start: int, end: int, zone: Zone, word: str, inside: str = "") -> ZoneMention:
        return ZoneMention(start, end, text[start:end], zone, MentionKind.NAME, word, (), inside)

    def _bracketed(self, text: str, start: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """中国（湖北）自由贸易试验区, 中韩（惠州）产业园."""
        before = text[max(0, start - _REACH) : start]
        china = _CHINA.search(before)
        if china:
            entry = self.gazetteer.core(china.group(1), word)
            zone = entry.zone if entry else derive(china.group(1), word, self.gazetteer)
            return self._named(text, start - len(china.group()), end, zone, word.word)
        other = _BRACKET.search(before)
        if other:
            for cut in range(other.start(), other.end() - 4):
                zone_name = before[cut:] + word.word
                known = self.gazetteer.find(zone_name) or self.gazetteer.find(re.sub("[（）]", "", zone_name))
                if known is not None:
                    return self._named(text, start - len(before) + cut, end, known, word.word)
        return None

    def _window(self, text: str, core_end: int, found: list[ZoneMention]) -> Window:
        """How far left a name may reach: to the last mark, or to the mention before."""
        low = max(0, core_end - _REACH)
        for match in _BREAK.finditer(text, low, core_end):
            low = match.end()
        if found and found[-1].end > low and found[-1].kind is MentionKind.SHORT:
            low = max(low, min(found[-1].end, core_end))
        return Window(low, core_end)

    def _known(self, text: str, window: Window, core_end: int, word: ZoneWord) -> tuple[int, Zone] | None:
        """The zone of the tables whose core ends here, the longest core first."""
        tables = self.gazetteer.cores(word)
        for begin in range(window.start, core_end - 1):
            core = text[begin:core_end]
            for cores in tables:
                if core in cores:
                    return begin, cores[core].zone
        return None

    def _join(self, text: str, begin: int, found: list[ZoneMention]) -> int:
        """A name right behind another's is part of it: 湖北自贸区|武汉片区, 湖南自贸区长沙片区|长沙经开区."""
        last = next((m for m in reversed(found) if m.start < begin), None)
        if last is None or last.kind is MentionKind.SHORT:
            return begin
        beside = last.end >= begin or (last.end == begin - 1 and text[last.end] == "的")
        return last.start if beside else begin

    def _outer(self, text: str, core_end: int, found: list[ZoneMention]) -> ZoneMention | None:
        """The zone that a park's name begins with: 北京经开区|信创园, 香河经济技术开发区|的机器人小镇."""
        if not found or found[-1].kind is MentionKind.SHORT or found[-1].end > core_end:
            return None
        between = text[found[-1].end : core_end]
        if len(between) > 12 or _BREAK.search(between):
            return None
        return found[-1] if self.boundary.is_name(between.removeprefix("的")) else None

    def _outer_itself(self, text: str, outer: ZoneMention, end: int, word: ZoneWord) -> ZoneMention:
        """长沙经开区|区块 is the zone, 海口高新区药谷|工业园 the park by its full name."""
        zone, inside = outer.zone, outer.inside
        if inside and zone is not None:
            inside += word.word
            zone = replace(zone, name=zone.name + word.word)
        return ZoneMention(outer.start, end, text[outer.start : end], zone, outer.kind, word.word, (), inside)

    def _inside(self, text: str, outer: ZoneMention, core_end: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """A park within the zone named before it."""
        at = outer.end + (1 if text[outer.end] == "的" else 0)
        if outer.zone is None or word.type is ZoneType.FREE_TRADE:
            return None
        if word.type is ZoneType.FREE_TRADE_AREA and at < core_end and _COUNTED.search(text, at, core_end):
            return None
        if at >= core_end and (word.type is not ZoneType.PARK or word.word in _PLAIN):
            return self._outer_itself(text, outer, end, word)
        inside = text[at:end]
        if outer.kind is MentionKind.SOFT or not self.gazetteer.split(outer.text)[1]:
            inside = text[outer.start : outer.end] + inside  # 横琴|澳门青年创业谷, 武汉光谷|生物城
        zone = derive(text[at:core_end], word, self.gazetteer, outer.zone, inside)
        return self._named(text, outer.start, end, zone, word.word, inside)
