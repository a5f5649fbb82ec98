"""Reading one text for names of zones, from each closing word leftwards.

In: a normalised text and the closing words found in it, in order. Out: mentions. The core before a closing word is
looked up among the page's own names and in the gazetteer; where neither has it, the zone named right before, places
and parts of speech say where the name begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from reporter.extraction.zones.boundary import Boundary, Window
from reporter.extraction.zones.mention import NAME, SHORT, SOFT, WEAK, ZoneMention
from reporter.extraction.zones.naming import derive
from reporter.extraction.zones.patterns import is_region
from reporter.lexicon.zones import Gazetteer, ZoneWord
from reporter.model import Zone, ZoneType

SELF = frozenset(
    (
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
    )
)
"""Words that mean the zone spoken of, whatever its kind."""

_MARKS = r"（），。；：！？、“”‘’《》\s…,;!?\n"
_BREAK = re.compile(rf"[{_MARKS}—](?:(?<!—)|—)")  # a dash has two strokes
_LEVEL = re.compile(r"国家级?$")
_COUNTED = re.compile(r"[一二三四五六七八九十两多各\d]|大$")
_PLURAL = re.compile(r"[一二三四五六七八九十两几数多各\d][大个家]$")
"""Before a closing word this speaks of several zones: 三大|开发区."""
_AMONG = re.compile("之一|中|里|内|的")
"""喀什片区是三个|片区之一: one of them, not all."""
_CHINA = re.compile(r"中国（(\w{2,4})）$")
_OF_COUNTRIES = re.compile(r"中[\u4e00-\u9fff]{1,2}（(?P<place>[\u4e00-\u9fff]{2,4})）[\u4e00-\u9fff]{2,10}$")
"""中韩（长春）国际|合作示范区|."""
_BRACKET = re.compile(r"[\u4e00-\u9fff]{1,4}（[\u4e00-\u9fff]{1,4}）$")
_DISTRICT = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,6})（(?P<in>[\u4e00-\u9fff]{2,4})）(?P<rest>[\u4e00-\u9fff]{0,10})$"
)
_SHARED_BY = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4})·\Z")
"""北京·|沧州生物医药产业园|: a park that one place has in another."""
_TOWN = re.compile(r"(?:^|(?<![\u4e00-\u9fff])|(?<=[于在到向从入和与及过]))(?P<name>[\u4e00-\u9fff]{2}[镇乡])$")
"""|庙湾镇|工业园: a town's park, known or not."""
_BEFORE_PARK = frozenset("在到于从的该本对入进驻向为让是与和及把将由给这此全个座")
_OF = re.compile(r"(?:下辖|旗下|辖区内|境内)?的?")
_LONGEST_PLACE = 8
_REACH = 24
_BETWEEN = 14
_QUARTERS = frozenset(
    [
        "沿海",
        "沿江",
        "临港",
        "临空",
        "空港",
        "滨海",
        "滨江",
        "东部",
        "西部",
        "南部",
        "北部",
        "城东",
        "城西",
        "城南",
        "城北",
    ]
)
"""Common words that are a park's own name behind its zone's: 云岭经开区|沿海|工业园."""
_PLAIN = frozenset(
    (
        "园区",
        "产业园区",
        "片区",
        "新片区",
        "区块",
        "集聚区",
        "工业区",
        "产业基地",
        "工业园区",
        "产业园",
        "工业园",
        "小镇",
    )
)
"""Closing words that add nothing to the zone named right before them: 德阳高新区|园区."""


_SUMMED = re.compile("合计|总计|共|累计|平均")
_ONE_OF_MANY = frozenset((ZoneType.BONDED, ZoneType.HIGH_TECH, ZoneType.ECONOMIC))
"""Types of which a province has several, so that its bare name names none."""


class Scan:
    """One pass over a text; `found` grows as closing words are handed in."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, boundary: Boundary, extra: Mapping[str, Zone], *, head: bool
    ) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._boundary = boundary
        self._extra = extra
        self._head = head
        self.found: list[ZoneMention] = []

    def take(self, start: int, end: int) -> None:
        """Read the name that the words `start` to `end` close, and keep it in place of what it contains."""
        mention = self._mention(start, end)
        if mention is None:
            return
        while self.found and self.found[-1].start >= mention.start:
            self.found.pop()
        if self.found and self.found[-1].end > mention.start:
            return  # 浦东的产业园|高新区: what was read stands
        self.found.append(self._branch(self._shared_by(mention)))

    def _shared_by(self, mention: ZoneMention) -> ZoneMention:
        """A park with the place whose it is before it: 北京·|沧州生物医药产业园."""
        zone, start = mention.zone, mention.start
        if zone is None or zone.known or zone.type is not ZoneType.PARK or self._text[start - 1 : start] != "·":
            return mention
        before = _SHARED_BY.search(self._text[max(0, start - _REACH) : start])
        name = self._boundary.places.ending(self._text, start - 1, start - 1 - len(before["place"])) if before else ""
        if not name:
            return mention
        begin = start - 1 - len(name)
        whole = self._text[begin : mention.end]
        return replace(mention, start=begin, text=whole, zone=replace(zone, name=whole))

    def _branch(self, mention: ZoneMention) -> ZoneMention:
        """A zone's branch in a district is a park of its own: 张江高新区|闵行园."""
        if mention.zone is None or mention.kind is not NAME:
            return mention
        place = self._boundary.places.starting(self._text, mention.end, len(self._text))
        end = mention.end + len(place)
        if not place or self._text[end : end + 1] != "园" or self._text[end + 1 : end + 2] in ("区", "林"):
            return mention
        inside = place + "园"
        zone = mention.zone
        park = Zone(zone.name + inside, "", ZoneType.PARK, "", zone.province, zone.city, zone.name, (), known=False)
        return self._named(mention.start, end + 1, park, "园", inside)

    def _mention(self, start: int, end: int) -> ZoneMention | None:
        piece = self._text[start:end]
        if piece in SELF:
            if piece == "全区" and (self._boundary.places.ending(self._text, start) or is_region(self._text, start)):
                return None  # 宁夏|全区| is the whole region
            return ZoneMention(start, end, piece, None, SHORT, piece)
        if piece in self._gazetteer.bare:
            return self._named(self._boundary.absorb(self._text, start), end, self._gazetteer.bare[piece].zone, piece)
        word = self._gazetteer.words.get(piece)
        if word is None:
            options = tuple(entry.zone for entry in self._gazetteer.soft[piece])
            return ZoneMention(start, end, piece, options[0], SOFT, piece, options)
        return self._bracketed(start, end, word) or self._closed(start, end, word)

    def _closed(self, start: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """The mention that a closing word ends."""
        level = _LEVEL.search(self._text, max(0, start - 3), start) if self._text[start - 1 : start] in "家级" else None
        core_end = level.start() if level else start
        window = self._window(core_end)
        known = self._known(window, core_end, end, word)
        if known is not None:
            begin = self._boundary.absorb(self._text, self._join(known[0]))
            return self._named(begin, end, known[1], word.word)
        outer = self._outer(core_end, word)
        if outer is not None:
            return self._inside(outer, core_end, end, word)
        if word.tier == "C":
            return None
        if plural := _PLURAL.search(self._text, window.start, core_end):
            areas = word.word == "片区" and plural.group()[-1] in "大个" and not _AMONG.match(self._text, end)
            return self._short(plural.start(), end, word) if areas else None
        if core_end == window.start or self._boundary.stands_alone(self._text, window):
            general = core_end != start or self._boundary.is_general(self._text, window)
            return None if general or self._is_other_park(start, word) else self._short(start, end, word)
        return self._unknown(window, start, end, word)

    def _unknown(self, window: Window, start: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """A zone that no table has: 云杉岭高新区."""
        town = _TOWN.search(self._text, window.start, window.end) if word.type is ZoneType.PARK else None
        if town is not None:
            zone = derive(self._text[town.start("name") : window.end], word, self._gazetteer)
            return self._named(town.start("name"), end, zone, word.word)
        first = self._boundary.name_start(self._text, window, word, head=self._head)
        if first is None or any(m.end > first.at for m in self.found if m.kind is NAME):
            return self._short(start, end, word) if word.type is ZoneType.FREE_TRADE else None
        core = self._text[first.at : window.end]
        if word.type in _ONE_OF_MANY and _SUMMED.match(self._text, end) and self._is_province(core):
            return None  # 广东省|综保区|合计: all that lie in it
        zone = derive(core, word, self._gazetteer)
        kind = NAME if first.sure else WEAK
        return replace(self._named(first.at, end, zone, word.word), kind=kind)

    def _is_province(self, core: str) -> bool:
        named = self._gazetteer.places.named(core)
        return any(place.level == "province" and core in (place.name, place.full) for place in named)

    def _is_other_park(self, start: int, word: ZoneWord) -> bool:
        """Whether a park's closing word ends the name of some other park: 智能烘焙|产业园, but 在|产业园."""
        before = self._text[start - 1 : start]
        named = before > "\u4e00" and before not in _BEFORE_PARK
        return word.type is ZoneType.PARK and word.word != "园区" and named

    def _short(self, start: int, end: int, word: ZoneWord) -> ZoneMention:
        return ZoneMention(start, end, self._text[start:end], None, SHORT, word.word)

    def _named(self, start: int, end: int, zone: Zone, word: str, inside: str = "") -> ZoneMention:
        return ZoneMention(start, end, self._text[start:end], zone, NAME, word, (), inside)

    def _bracketed(self, start: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """中国（湖北）自由贸易试验区, 中韩（惠州）产业园, 合肥（蜀山）国际电子商务产业园."""
        if not start or self._text[start - 1] != "）":
            return self._of_district(start, end, word)
        before = self._text[max(0, start - _REACH) : start]
        china = _CHINA.search(before)
        if china:
            entry = self._gazetteer.core(china.group(1), word)
            zone = entry.zone if entry else derive(china.group(1), word, self._gazetteer)
            return self._named(start - len(china.group()), end, zone, word.word)
        other = _BRACKET.search(before)
        for cut in range(other.start(), other.end() - 4) if other else ():
            name = before[cut:] + word.word
            known = self._gazetteer.find(name) or self._gazetteer.find(re.sub("[（）]", "", name))
            if known is not None:
                return self._named(start - len(before) + cut, end, known, word.word)
        return self._of_district(start, end, word)

    def _of_district(self, start: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """合肥（蜀山）国际电子商务|产业园|: a city's park with its district in brackets; what countries share."""
        together = _OF_COUNTRIES.search(self._text, max(0, start - _REACH), start)
        if together is not None and self._gazetteer.places.named(together["place"]):
            name = self._text[together.start() : end]
            zone = self._gazetteer.find(name) or replace(derive(name, word, self._gazetteer), name=name)
            return self._named(together.start(), end, zone, word.word)
        found = _DISTRICT.search(self._text, max(0, start - _REACH), start) if word.type is ZoneType.PARK else None
        if found is None or not self._boundary.is_name(found["rest"] or found["in"]):
            return None
        if not found["rest"] and not self._gazetteer.places.named(found["in"]):
            return None
        place = self._boundary.places.ending(self._text, found.end("place"), found.start("place"))
        if not place:
            return None
        at = found.end("place") - len(place)
        zone = derive(self._text[at:start], word, self._gazetteer)
        return self._named(at, end, replace(zone, name=self._text[at:end]), word.word)

    def _window(self, core_end: int) -> Window:
        """How far left a name may reach: to the last mark, or to the short form before."""
        low = max(0, core_end - _REACH)
        for mark in _BREAK.finditer(self._text, low, core_end):
            low = mark.end()
        if self.found and self.found[-1].end > low and self.found[-1].kind is SHORT:
            low = max(low, min(self.found[-1].end, core_end))
        return Window(low, core_end)

    def _known(self, window: Window, core_end: int, end: int, word: ZoneWord) -> tuple[int, Zone] | None:
        """The zone of the page or of the tables whose core ends here, the longest core first."""
        tables = self._gazetteer.cores_before(word, self._text[max(window.start, core_end - 2) : core_end])
        if not tables and not self._extra:
            return None
        for begin in range(window.start, core_end):
            if self._extra and (own := self._extra.get(self._text[begin:end])) is not None:
                return begin, own
            core = self._text[begin:core_end]
            for cores in tables:
                if core in cores and not self._lies_elsewhere(begin, cores[core].zone):
                    return begin, cores[core].zone
        return None

    def _lies_elsewhere(self, begin: int, zone: Zone) -> bool:
        """Whether the place right before a name is of another province: |遂昌|临港新城 is none of Shanghai's."""
        places = self._gazetteer.places
        name = places.ending(self._text, begin, max(0, begin - _LONGEST_PLACE))
        of = places.named(name) if len(name) > 1 else ()
        return bool(of) and bool(zone.province) and all(p.province not in zone.province for p in of)

    def _join(self, begin: int) -> int:
        """A name right behind another's is part of it: 湖北自贸区|武汉片区, 湖南自贸区长沙片区|长沙经开区."""
        last = next((m for m in reversed(self.found) if m.start < begin), None)
        if last is None or last.kind is SHORT:
            return begin
        beside = last.end >= begin or _OF.fullmatch(self._text, last.end, begin)
        return last.start if beside else begin

    def _outer(self, core_end: int, word: ZoneWord) -> ZoneMention | None:
        """The zone that a park's name begins with: 北京经开区|信创园, 香河经开区|的机器人小镇."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind is SHORT or last.end > core_end:
            return None
        if core_end - last.end > _BETWEEN or _BREAK.search(self._text, last.end, core_end):
            return None
        if last.kind is not NAME and (word.type is not ZoneType.PARK or last.end == core_end):
            return None  # 临港|经济技术开发区 is a name of its own
        own = self._text[self._after(last, core_end) : core_end]
        return last if own in _QUARTERS or self._boundary.is_name(own) else None

    def _after(self, outer: ZoneMention, core_end: int) -> int:
        """Where a park's own name begins behind its zone's: behind 的, 下辖的."""
        match = _OF.match(self._text, outer.end, core_end)
        return match.end() if match else outer.end

    def _inside(self, outer: ZoneMention, core_end: int, end: int, word: ZoneWord) -> ZoneMention | None:
        """A park within the zone named before it."""
        at = self._after(outer, core_end)
        if outer.zone is None or word.type is ZoneType.FREE_TRADE:
            return None
        if word.type is ZoneType.FREE_TRADE_AREA and at < core_end and _COUNTED.search(self._text, at, core_end):
            return None
        if at >= core_end and (word.type is not ZoneType.PARK or word.word in _PLAIN):
            return self._outer_itself(outer, end, word)
        inside = self._text[at:end]
        if outer.kind is SOFT or not self._gazetteer.split(outer.text)[1]:
            inside = self._text[outer.start : outer.end] + inside  # 横琴|澳门青年创业谷, 武汉光谷|生物城
            zone = replace(derive(inside, word, self._gazetteer, outer.zone, inside), name=inside)
        else:
            zone = derive(self._text[at:core_end], word, self._gazetteer, outer.zone, inside)
        return self._named(outer.start, end, zone, word.word, inside)

    def _outer_itself(self, outer: ZoneMention, end: int, word: ZoneWord) -> ZoneMention:
        """长沙经开区|区块 is the zone, 海口高新区药谷|工业园 the park by its full name."""
        zone, inside = outer.zone, outer.inside
        if inside and zone is not None:
            inside += word.word
            zone = replace(zone, name=zone.name + word.word)
        return ZoneMention(outer.start, end, self._text[outer.start : end], zone, outer.kind, word.word, (), inside)
