"""How the subject runs through an article: for each clause, the zone that its figures belong to.

In: the census of an article. Out: for each paragraph its `Stretch`es, the clauses with their `Topic`. The topic runs
on from clause to clause and sentence to sentence until another zone takes it over; a headline over a section and
the article's main zone are what a paragraph starts from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.extraction.zones.byplace import opening_place, trade_zones
from reporter.extraction.zones.census import HEADS, Census
from reporter.extraction.zones.finder import ZoneFinder
from reporter.extraction.zones.mention import NAME, SHORT, SOFT, ZoneMention
from reporter.extraction.zones.outside import Outsider
from reporter.extraction.zones.resolving import is_foreign, is_several, resolve, soft
from reporter.extraction.zones.roles import Role
from reporter.extraction.zones.topic import NOBODY, PASSING, Placed, Stretch, Topic, entry
from reporter.language.text import clauses, sentences
from reporter.model import BlockKind, Zone, ZoneType

_SEVERAL = 2
_BRAND = 2
AMONG = "one among them"
"""税收455亿元，其中|片区|贡献六成；实际使用外资……: the clause after the mark is again about the whole."""
_PASSING = frozenset((PASSING, AMONG))
"""Topics that end with their sentence."""
_GENERAL = Topic(None, "zones of a kind in general", 0.2)
_UNNAMED = Topic(None, "a zone that the article does not name", 0.2)
_QUOTE = re.compile(r"“([^“”]{8,})”")
_NAMED_TITLE = 4
_THIS_ONE = ("这个", "这座", "这片", "这一")
_PARKS = frozenset(("园区", "产业园", "工业园", "科技园", "园内", "全园"))
_ANOTHERS = "behind another zone's story"
_OF_TWO = ("前者", "后者")
_TURNING = (*_OF_TWO, "我们", "咱们", "我区", "本区")
_SUBJECTS = 0.9
_WITHIN = ("区内的", "园内的", "园区内的")
_SAME_FIRM = re.compile("(?:该|这家)?(?:公司|企业|工厂|集团)(?![们家主])|该项目|其")
"""How a sentence goes on about the firm of the one before, and so about the zone in which it lies."""
_SINCE_ITS = re.compile("(?:正式)?(?:成立|挂牌|设立|揭牌|获批|启动)(?:运行)?以来")
"""自2013年|上海自贸试验区|成立以来，自贸试验区总数达到21个: since when all of them count."""
_OFFICE = 8
"""How far into an office's name that of its zone may reach."""
_INNER = re.compile("(?:[之以]?[内里中]的?|的)[“‘]?\\Z")
_LYING_IN = re.compile("[之以]?[内里]的[“‘]?")
_LABEL = re.compile("([\u4e00-\u9fff]{2,6})[：:].")
_LIES = re.compile("(?:主要|就|便)?(?:地处|位于|坐落|处于|紧邻|毗邻|背靠|紧靠|隶属|脱胎|是)")
_MOVED_TO = re.compile("(?:转移|外溢|搬|搬迁|迁|移|延伸)[到至入]$")
"""Before a bare word for a place this tells of a company's move: 把采购总部从日本转移到|浦东|."""
_UNDERTAKING_END = re.compile("计划|工程|行动|平台|基金|公司|集团|机制")
_UNDERTAKING = re.compile(rf"[\w（）]{{2,20}}?(?:{_UNDERTAKING_END.pattern})")


class Flow:
    """Follows the topic through the paragraphs of one article."""

    def __init__(self, census: Census, finder: ZoneFinder) -> None:
        self.census = census
        self._places = finder.gazetteer.places
        self._find = finder.gazetteer.find
        self._roles = finder.roles
        self._visitors = finder.cues.visitors
        self._outside = finder.outside
        self._patterns = finder.patterns
        self._city = census.main.city if census.main and "、" not in census.main.city else ""
        self._section: Zone | None = None
        self._recent: list[Zone] = []
        self._things: dict[str, Zone] = {}
        self._passed: Zone | None = None
        self._other: Zone | None = None  # of another province, whose story may go on
        self._last = NOBODY
        self._before = ""
        self._boundary = finder.boundary
        self._several: list[ZoneMention] = []
        self.paragraphs: list[list[Stretch]] = [self._paragraph(i) for i in range(len(census.texts))]

    # a paragraph ----------------------------------------------------------------------------------------------

    def _paragraph(self, index: int) -> list[Stretch]:
        kind = self.census.article.paragraphs[index].kind
        text, mentions = self.census.texts[index], self.census.paragraphs[index]
        if kind in HEADS or kind is BlockKind.SUBHEAD:
            self._open_section(kind, text, mentions)
        base = topic = entry(text, mentions) or self._base(text)
        self._several = [m for m in mentions if is_several(m)]
        quoted = self._quotes(text, mentions, base)
        home = bool(self._city) and self._section is None and self._city in text
        general = self.census.general
        unnamed, many = self.census.unnamed, self.census.main is None
        turns, astray = home or bool(self._several), not self.census.article.title
        stretches: list[Stretch] = []
        spans = clauses(text)
        at = named = 0
        for sentence in sentences(text):
            outsider: Outsider | None = None
            first, kept = True, topic
            topic = self._opening(text, sentence, topic, quoted, base)
            while at < len(spans) and spans[at][0] < sentence[1]:
                start, end = spans[at]
                at += 1
                here = named
                while named < len(mentions) and mentions[named].start < end:
                    named += 1
                placed = self._placed(text, mentions[here:named], (start, end), topic) if here < named else ()
                if text[start - 1] in "；;" and not first:
                    topic = kept if topic.rule == AMONG else topic
                    topic = self._moved(text, (start, end), topic) if many and self._section is None else topic
                strange = astray and here < named and is_foreign(mentions[here], sentence[0], self.census.zones)
                if strange or (unnamed and any(m.start >= start and m.kind is SHORT for m in mentions[here:named])):
                    topic = _UNNAMED
                elif general and topic.start < sentence[0] and any(m.word == general for m in mentions[here:named]):
                    topic = _GENERAL
                lasting = True
                if text.startswith(_TURNING, start):
                    topic = self._turned(text, start, topic, base, [x for x in stretches if x.sentence == sentence])
                if placed or turns:  # in most clauses the topic runs on
                    topic, lasting = self._next(text, (start, end), topic, placed)
                if lasting and topic.rule not in _PASSING:
                    kept = topic
                outsider = self._outsider(text, start, end, placed, outsider, first)
                if outsider is not None and self._is_itself(text, outsider, topic.zone):
                    outsider = None
                first = False
                stretches.append(Stretch(start, end, sentence, topic, placed, outsider))
                if many:
                    self._remember(text, start, end, topic)
            self._passed = topic.zone if topic.rule in _PASSING else None
            topic = self._behind(text, sentence[1], topic, kept)
        self._last, self._before = topic, text
        return stretches

    def _open_section(self, kind: BlockKind, text: str, mentions: list[ZoneMention]) -> None:
        """A subhead that names a zone, or is labelled with the city of one of the article's: 银川：小园区舍得大投入."""
        if kind is not BlockKind.SUBHEAD:
            return
        zones = [m.zone for m in mentions if m.zone is not None and m.kind is NAME]
        label = _LABEL.match(text) if not zones else None
        if label is not None:
            zones = [zone for zone in self.census.zones.values() if zone.name.startswith(label[1])]
            zones = zones if len(zones) == 1 else []
        if zones:
            self._section = zones[0]

    def _base(self, text: str) -> Topic:
        """What a paragraph starts from."""
        census = self.census
        if self._section is not None:
            return Topic(self._section, "section", 0.9, self._section.name)
        if census.focus is not None:
            return Topic(census.focus, "headline", 0.85, census.focus.name)
        if census.main is not None:
            return self._of_article(text, census.main)
        if self._last.zone is None:
            return self._last
        if self._patterns.continues.match(text) or self._same_entity(text):
            return self._last.carried()
        return Topic(None, "another paragraph", 0.2)

    def _of_article(self, text: str, main: Zone) -> Topic:
        """The article's zone, or none where another's story may go on."""
        if self._strayed(text):
            self._other = self._last.zone or self._other
            return Topic(None, _ANOTHERS, 0.2)
        self._other = None
        return Topic(main, "article", 0.85, main.name)

    def _strayed(self, text: str) -> bool:
        """Whether the paragraph before ended with a zone of another province: its story may go on, of whichever."""
        last, main = self._last.zone, self.census.main
        if last is None and main is not None and self._last.rule == _ANOTHERS:
            return main.name not in text
        if (
            last is None
            or main is None
            or not (last.known and main.known)
            or self._is_main(last)
            or self._is_part(last)
        ):
            return False
        return bool(last.province and main.province) and last.province != main.province and main.name not in text

    def _same_entity(self, text: str) -> bool:
        """Whether a paragraph begins with the name of a firm that the one before told of: |诺辰|2014年起步……."""
        name = text[:_BRAND]
        return name in self._before and self._boundary.is_unknown(name)

    def _is_main(self, zone: Zone) -> bool:
        meant = (self.census.main, self._section, self.census.focus)
        return zone.name in [z.name for z in meant if z is not None]

    # a sentence -----------------------------------------------------------------------------------------------

    def _opening(
        self, text: str, sentence: tuple[int, int], topic: Topic, quoted: list[tuple[int, int, Topic]], base: Topic
    ) -> Topic:
        """The topic at the start of a sentence: a thing spoken of before, the speaker of a quotation, a place."""
        if self.census.main is None and self._section is None:
            thing = self._patterns.thing.match(text, sentence[0], sentence[1])
            if thing and thing.group(1) in self._things:
                return Topic(
                    self._things[thing.group(1)], "named before", 0.7, thing.group(1), thing.start(1), thing.end(1)
                )
            topic = self._moved(text, sentence, topic)
        for start, end, speaker in quoted:
            if start <= sentence[0] < end and topic.rule != "named before":
                return speaker
        return topic if topic.zone is not None else base

    def _moved(self, text: str, sentence: tuple[int, int], topic: Topic) -> Topic:
        """Another province at the start of a sentence ends the topic of an article that goes round the country.

        Where the article names but one free trade zone there, that is spoken of: |在河南省郑州市|，甲公司…….
        """
        at = self._roles.lead(text, *sentence)
        name, place = opening_place(self._places, text, at, sentence[1])
        if place is None or place.level == "county" or (topic.zone and place.province in topic.zone.province):
            return topic
        here = trade_zones(self.census.zones.values(), place)
        if len(here) == 1:
            return Topic(here[0], "the place's zone", 0.5, name, at, at + len(name))
        return Topic(None, "another place", 0.2, name, at, at + len(name)) if topic.zone else topic

    def _quotes(self, text: str, mentions: list[ZoneMention], base: Topic) -> list[tuple[int, int, Topic]]:
        """The quotations whose speaker stands behind them: “……。”|合肥高新区|办公室副主任王邦春说."""
        found: list[tuple[int, int, Topic]] = []
        for match in _QUOTE.finditer(text) if mentions else ():
            end = match.end()
            stop = next(
                (i for i in range(end, min(len(text), end + 60)) if text[i] in "。！？“"), min(len(text), end + 60)
            )
            speech = self._patterns.speech.search(text, end, stop)
            if not speech:
                continue
            near = self._reach(base)
            for m in mentions:
                if end <= m.start < speech.start():
                    zone = m.zone if m.kind is NAME else resolve(m, near) if m.kind is SHORT else None
                    if zone is not None:
                        found.append((match.start(), end, Topic(zone, "speaker", 0.8, m.text, m.start, m.end)))
                        break
        return found

    def _behind(self, text: str, end: int, topic: Topic, kept: Topic) -> Topic:
        """The topic behind a sentence: one in passing goes on with its firm, 走进|某综保区|的甲公司……。|公司|今年……."""
        if topic.rule not in _PASSING:
            return topic
        place = topic.zone is not None and topic.confidence < _SUBJECTS
        return topic if place and topic.rule == PASSING and _SAME_FIRM.match(text, end) else kept

    def _turned(self, text: str, start: int, topic: Topic, base: Topic, before: Sequence[Stretch]) -> Topic:
        """The topic of a clause that begins with 前者, 后者 or, behind another zone's figure, 我们.

        甲新区超过3700亿元，|我们|才127亿元: the article's own zone; not where one of 甲新区 speaks.
        """
        if text.startswith(_OF_TWO, start):
            return self._of_two(text, start, topic)
        if topic.confidence < _SUBJECTS or topic.zone is None or self._is_main(topic.zone) or not before:
            return topic
        told = topic.start >= before[0].start and any(c.isdigit() for c in text[topic.start : start])
        return topic if not told or any(p.speaks for stretch in before for p in stretch.placed) else base

    def _of_two(self, text: str, start: int, topic: Topic) -> Topic:
        """前者 and 后者: the first and the second of the two zones that the paragraph named last, if it named two."""
        names = list(dict.fromkeys(zone.name for zone in reversed(self._recent)))[:_SEVERAL]
        if len(names) < _SEVERAL or not all(self.census.zones[name].named_in(text[:start]) for name in names):
            return topic  # 甲类箱和乙类箱分别为……，后者增长三成
        word = text[start : start + len(_OF_TWO[0])]
        zone = self.census.zones[names[1 if word == _OF_TWO[0] else 0]]
        return Topic(zone, "one of the two before", 0.8, word, start, start + len(word))

    def _remember(self, text: str, start: int, end: int, topic: Topic) -> None:
        """Names of plans, platforms and companies, with the zone that they were told of: without a main zone only."""
        if topic.zone is None:
            return
        clause = text[start:end]
        for match in _UNDERTAKING.finditer(clause) if _UNDERTAKING_END.search(clause, 2) else ():
            name = match.group()
            for cut in range(max(0, len(name) - 12), len(name) - _NAMED_TITLE):
                self._things.setdefault(name[cut:], topic.zone)

    # a clause -------------------------------------------------------------------------------------------------

    def _reach(self, topic: Topic) -> list[Zone | None]:
        """The zones that a short form may mean, the nearest first."""
        census = self.census
        return [
            topic.zone if topic.confidence >= 0.5 else self._other,
            self._section,
            census.focus,
            census.main,
            *reversed(self._recent[-12:]),
            *census.zones.values(),
        ]

    def _placed(
        self, text: str, mentions: Sequence[ZoneMention], clause: tuple[int, int], topic: Topic
    ) -> tuple[Placed, ...]:
        """The mentions of a clause with their zones and roles."""
        start, end = clause
        placed: list[Placed] = []
        for mention in mentions:
            if mention.start < start:
                continue  # within the marks before the clause
            m = mention
            if m.kind is NAME:
                zone = m.zone
            elif m.kind is SOFT:
                zone = soft(m, text, self.census.zones, self._recent)
            else:
                reach = [*self._pointed_out(text, m), *self._reach(topic)]
                of_kind = m.word == self.census.general and topic.start < 0
                nobody = self.census.unnamed or is_several(m) or of_kind
                zone = None if nobody else resolve(m, reach)
                if placed and placed[-1].mention.end == m.start and (own := self._bonded(placed[-1].zone, m)):
                    m, zone = replace(m, start=placed.pop().mention.start), own
            if zone is None:
                continue
            if m.kind is NAME:
                self._recent.append(zone)
            speaks = self._roles.speaks(text, m.end, end)
            role = self._roles.of(text, m.start, m.end, (start, end), speaks=speaks)
            if m.text in ("区内", "园内") and m.kind is SHORT:
                role = Role.PLACE
            undertaking = not text.endswith("在", 0, m.start) and self._is_undertaking(text, m, zone)
            if undertaking or (m.kind is SOFT and self._modifies(text, m, start, role)):
                role = Role.ASIDE
            main = self.census.main
            visits = main is not None and not self._is_main(zone) and text.startswith(self._visitors, m.end)
            if visits or (self.census.general and _SINCE_ITS.match(text, m.end)):
                role = Role.ASIDE
            if main is not None and not self._is_main(zone) and self._roles.is_venue(text, m.end):
                hosts = role is Role.SUBJECT and main.name.startswith(zone.name)
                role = role if hosts else Role.ASIDE  # 某新区|召开分析会 in an article on its 新城 is about the 新区
            placed.append(Placed(m, zone, role, speaks))
        return tuple(placed)

    def _bonded(self, zone: Zone, mention: ZoneMention) -> Zone | None:
        """The bonded zone of a zone, named by two short forms: 新区|综合保税区| is 兰州新区综合保税区."""
        if not mention.word.endswith(("综合保税区", "综保区")):
            return None
        core = zone.name if zone.type is ZoneType.NEW_AREA else zone.name.removesuffix("区")
        return self._find(f"{core}综合保税区")

    def _pointed_out(self, text: str, mention: ZoneMention) -> Iterator[Zone | None]:
        """What a short form may mean before all else: 该区 and 园区 behind a sentence on another, 这个园区."""
        if text.endswith(_THIS_ONE, 0, mention.start) and self._recent and self._recent[-1].type is ZoneType.PARK:
            yield self._recent[-1]
        park = self._passed is not None and self._passed.type is ZoneType.PARK
        if mention.word.startswith("该") or (park and mention.word in _PARKS):
            yield self._passed

    def _modifies(self, text: str, mention: ZoneMention, start: int, role: Role) -> bool:
        """Whether a bare word for a place only tells where something is or comes from."""
        if role < Role.PLACE or (role is Role.PLACE and text[mention.end : mention.end + 1] == "的"):
            return True
        return _MOVED_TO.search(text, max(start, mention.start - 4), mention.start) is not None

    def _is_undertaking(self, text: str, mention: ZoneMention, zone: Zone) -> bool:
        """Whether a park is spoken of as a project of the zone around it: 零部件产业园|项目总投资100亿元."""
        named = mention.kind is not SHORT and not mention.inside
        if zone.known or zone.type is not ZoneType.PARK or not named or self._is_main(zone):
            return False
        return bool(self._patterns.undertaking.match(text, mention.end))

    def _shared(self, span: tuple[int, int]) -> Topic | None:
        """What several zones have together: of none alone (|两区|规模突破1000亿元), of theirs for 三个|片区|."""
        word = next((m for m in self._several if span[0] <= m.start < span[1]), None)
        if word is None:
            return None
        heads = {m.zone.name for group in self.census.heads for m in group if m.zone and m.kind is NAME}
        parent = self.census.main.parent if self.census.main is not None else ""
        if word.word == "片区" and parent:
            whole = self.census.zones.get(parent) or self._find(parent)
            return Topic(whole, PASSING, 0.8, word.text, word.start, word.end)
        if len(heads) < _SEVERAL:
            return None
        return Topic(None, PASSING, 0.2, word.text, word.start, word.end)

    def _home(self, text: str, span: tuple[int, int]) -> Topic | None:
        """The article's zone again, where something comes to its city: 计划5年完成5个品种|落地海口|."""
        main = self.census.main
        if not self._city or main is None or self._section is not None:
            return None
        arrival = self._roles.arrival(text, span, self._city, main.name)
        return Topic(main, "its city", 0.7, text[slice(*arrival)], *arrival) if arrival else None

    def _next(  # noqa: PLR0911  a list of rules, the first that fits
        self, text: str, span: tuple[int, int], topic: Topic, placed: tuple[Placed, ...]
    ) -> tuple[Topic, bool]:
        """The topic of a clause, and whether it lasts beyond its sentence."""
        special = self._shared(span) if self._several else None
        if special is None and not placed:
            special = self._home(text, span)
        if special is not None:
            return special, special.zone is not None
        best = self._leading(text, placed) if placed else None
        if best is None or (best.speaks and topic.rule == "named before"):
            return topic, True  # who comments on a thing told of before does not take it over
        m = best.mention
        cue = (m.text, m.start, m.end)
        if best.speaks and self._own_office(text, best):
            return Topic(self.census.main, "speaker", 0.8, *cue), True
        if best.role is Role.SUBJECT and text.endswith("其中", span[0], m.start) and topic.zone is not None:
            return Topic(best.zone, AMONG, 0.9, *cue), False
        if best.role is Role.SUBJECT:
            lasting = best.zone.known or bool(m.inside) or self._is_main(best.zone) or self.census.main is None
            lasting = lasting and not text.endswith(_WITHIN, span[0], m.start)
            return Topic(best.zone, "subject" if lasting else PASSING, _SUBJECTS, *cue), lasting
        if self._is_main(best.zone) or (topic.zone is not None and best.zone.name == topic.zone.name):
            return Topic(best.zone, "named in the sentence", 0.85, *cue), True
        return self._beside_topic(topic, best, cue)

    def _own_office(self, text: str, best: Placed) -> bool:
        """Whether who speaks is of an office for the article's zone within a wider one: 某自贸区|云港办公室副主任."""
        main = self.census.main
        core = main.name.removeprefix(main.parent)[:-2] if main is not None and not self._is_main(best.zone) else ""
        return len(core) > 1 and text.find(core, best.mention.end, best.mention.end + _OFFICE) >= 0

    def _leading(self, text: str, placed: tuple[Placed, ...]) -> Placed | None:
        """The mention that leads a clause: a subject before a place before an object, of places the last."""
        best: Placed | None = None
        for p in placed:
            if any(
                q.role is Role.SUBJECT and _LYING_IN.fullmatch(text, p.mention.end, q.mention.start) for q in placed
            ):
                continue  # 片区内的|某综合保税区|: only where the one behind lies
            if p.role > Role.PARTNER and (best is None or p.role > best.role or (p.role == best.role == Role.PLACE)):
                best = p
        if best is None or best.role is not Role.SUBJECT or self._is_main(best.zone):
            return best
        if not _LIES.match(text, best.mention.end) and not self._is_within(text, best, placed):
            return next((p for p in placed if p.role is Role.PLACE and self._is_main(p.zone)), best)
        return best  # 某会议在|西安高新区|举办 is about the article's zone, |某综保区|位于某高新区东部 about itself

    def _is_within(self, text: str, best: Placed, placed: tuple[Placed, ...]) -> bool:
        """Whether a subject's attribute tells in which zone it lies: 位于高新区内的|某综合保税区|."""
        inner = _INNER.search(text, 0, best.mention.start)
        return inner is not None and any(p.mention.end == inner.start() for p in placed)

    def _beside_topic(self, topic: Topic, best: Placed, cue: tuple[str, int, int]) -> tuple[Topic, bool]:
        """The topic where another zone is named as a place or an object."""
        anchored = self.census.main is not None or self._section is not None
        if best.role is Role.PLACE:
            if anchored and not self._is_part(best.zone):
                return Topic(best.zone, PASSING, 0.6, *cue), False
            return Topic(best.zone, "place", 0.8, *cue), True
        if anchored or (topic.start >= 0 and topic.confidence >= 0.7):
            return topic, True
        return Topic(best.zone, "named in the sentence", 0.6, *cue), True

    def _is_part(self, zone: Zone) -> bool:
        """Whether a zone lies in the one that the article is about: an area of it, a park, a zone of its province."""
        for outer in (self._section, self.census.focus, self.census.main):
            if outer is None:
                continue
            general = not outer.known and outer.province and outer.name.startswith(outer.province)
            if zone.parent == outer.name or (general and zone.type is outer.type and zone.province == outer.province):
                return True
        return False

    def _outsider(
        self,
        text: str,
        start: int,
        end: int,
        placed: tuple[Placed, ...],
        before: Outsider | None,
        first: bool,
    ) -> Outsider | None:
        """Who else a clause is about; the clause after it may go on about them."""
        at = self._roles.lead(text, start, end)
        if (another := self._outside.others(text, at, end)) and all(p.mention.kind is not NAME for p in placed):
            return another
        if before is not None and placed and all(p.mention.end <= before.end for p in placed):
            return before  # 全国范围内，|高新区|已有178家
        if placed and any(p.role >= Role.PLACE for p in placed):
            return None
        found = self._outside.subject(text, start, at, end, first=first)
        if found is not None:
            if any(p.mention.start < found.end and found.start < p.mention.end for p in placed):
                return None
            return found
        return before if before is not None and self._outside.continues(text, start, at, end, before) else None

    def _is_itself(self, text: str, outsider: Outsider, zone: Zone | None) -> bool:
        """Whether a place stands for the zone: 舟山已集聚…, seat of a free trade zone; 全县 for the county itself."""
        if zone is None:
            return False
        name = text[outsider.start : outsider.end]
        if zone.type is ZoneType.OTHER and len(name) > 2 and name[-2] == "全":
            return zone.official == name[:-2] + name[-1]  # 新昌全县, of 新昌县 itself
        if zone.type is ZoneType.OTHER and name[-1] in "县市区旗" and name[0] in "全该我本" and len(name) == 2:
            return zone.official.endswith(name[-1])
        if name[-1] == "区" and zone.city and zone.name.startswith(zone.city + name[:-1]):
            return self._places.one(name, city=zone.city) is None  # 滨湖区 of 青川滨湖经开区, no district
        if zone.type is not ZoneType.FREE_TRADE:
            return False
        return name == zone.province or name in zone.city.split("、")
