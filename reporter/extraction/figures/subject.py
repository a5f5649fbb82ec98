"""Who or what a figure is about, when its clause says it by a pronoun or not at all.

该公司新能源物流车市场占有率16%                      the company named last
“我们公司服务外贸企业86家。”某公司总经理说            the organisation of the speaker
储能电站并网，每年可消纳电量6000万千瓦时              the subject of an earlier clause
该项目总投资42亿元。全部达产后，年销售收入50亿元       held on into the next sentence
实际利用外资1.13亿美元                              nobody named: the zone
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from reporter.extraction.figures import thing
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.names import DESCRIBING, Names, organisation, speaker
from reporter.extraction.figures.owner import find
from reporter.extraction.figures.tokens import Owner, OwnerKind
from reporter.language.spans import Period
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.figures import FigureWords
from reporter.model import Decision, Scope

_OFFICE = re.compile(r"管委会|党工委|局|区长|市长|县长|书记|主任|政府")
_AREA = re.compile(A_ZONE)
_COMPANY_POST = re.compile(
    r"公司|企业(?!服务|发展|家)|集团|厂长?|董事长|总经理|经理|主管|工程师|副总|总裁|首席|创始人|创业者|车间|项目(?:经理|负责人|总监)|老板|工人|员工|店主|商户"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_OWN_FIRM = re.compile(
    r"区(?:内|里|的|一家|入驻|落户|初创|科技|龙头|骨干|重点|外资|民营)*企业(?P<name>[\w·（）]{2,12}?)(?:公司)?(?:联合)?(?:(?:副|常务副)?总(?:经理|裁|监)|董事长|创始人|负责人|首席|厂长)"
)
"""某高新区企业|砺锋精密|总经理说."""
_CLAUSE = re.compile(r"[，。；：！？“”\n]")
_SEVERAL = re.compile(
    r"(?:[两三四五六七八九十\d]+个|这些|上述|以上|所有|几个)项目(?=[^，。；]*(?:全部|全面|均|都|合计))"
)
_NAMELESS = (OwnerKind.NONE, OwnerKind.OTHER)
_WITH = frozenset(["与", "和", "同", "跟", "联合", "携手"])
_BARE = frozenset(["公司", "企业", "该公司", "该企业"])
_HAPPENING = re.compile(r"项目(?:集中|正式|现场)?(?:签约|开工|落户|竣工|投产|奠基)\Z")
_INDUSTRY = re.compile("产业|制造业|服务业")
POINTED_OUT = "pointed out in the clause before"
_ANY_PROJECT = frozenset(["项目", "工程"])
_NEARBY = 30
_ONE_FIRM = re.compile("(?:企业|公司)(?P<name>[\u4e00-\u9fff]{3,8})一家就?[^，。；\\d]{0,4}\\Z")
"""区内最大的电商企业海淘优选一家就|备货260万件|."""
_IN_SHOP = re.compile(
    "(?:\\A|[，。；])(?:(?:走进|走入|步入|在|来到)(?P<name>[\u4e00-\u9fff（）]{3,14}?)的?"
    "(?:[“‘][^，。；]{1,8}[”’])?(?:智能|生产|总装|无尘|加工|数字化|展示)*(?:车间|厂区|工厂|厂房)[里内]?"
    "|(?:走进|走入|步入|来到)(?:[^，。；]{2,14}的)?(?P<firm>(?:(?!的)[\u4e00-\u9fff（）]){2,24}(?:公司|集团)))，"
)
"""在远航精工车间，|63台|机械臂; 走进远航精工公司，|8条|产线."""
_STANDING_OUT = frozenset(["同样", "也", "更", "格外", "尤为", "十分"])
_HELPED_FIRM = re.compile(
    "(?:支持|助力|帮助|扶持|服务|引进)(?P<name>[\u4e00-\u9fff]{3,8}?)(?=建成|建设|完成|实现|开展|拓展|获得|研发|上市|扩|落户)"
)
_REACH = 60
_SHORTEST_THING = 4
_INTRODUCED = 14
"""How far before a name its post may begin."""
_SPOT = re.compile(
    r"有一?[条座栋幢片排](?:叫|名为|名叫)?(?P<name>[^，。；：的]{2,10}(?:路|街|道|巷|楼|大厦|厂房|街区|仓库|小楼))[，,]$"
)
_REPORTED = re.compile("(?P<who>[^，。；：“”]{4,30}?)(?:说|介绍|表示|透露|告诉记者|介绍说)，")
_EXAMPLE = re.compile("(?:就)?[拿以](?P<name>[^，。；：]{2,14}?)(?:来说|为例|来看|来讲)，")
_AT_SPOT = re.compile("(?:道路|街道|马路|路|街)(?:的)?两(?:侧|旁|边)|沿线|沿街|沿路|楼里|楼内|楼上|里面|这里")
_SCENE = re.compile(r"\A(?:活动|会议|仪式|签约|发布会)?现场(?=.)")
_ZONE_VERBS = re.compile(r"聚集|集聚|引进|入驻|签约|落户|新增企业|注册企业|全区|园区|片区|累计新增")


class Subject(Struct, frozen=True, gc=False):
    """A subject, whose figure that makes it, and how it was found."""

    name: str
    scope: Scope
    why: Decision


def _entity(name: str, rule: str, cue: str = "") -> Subject:
    """A company, project or the like as the subject."""
    return Subject(name, Scope.ENTITY, Decision("subject", name, rule, cue))


def _sums_up(frame: Frame, before: Subject) -> bool:
    """Whether the number counts those of whom the subject before is one: 投资1亿元的青禾云等|11个|项目."""
    listed = frame.at > frame.first and frame.tokens[frame.at - 1].kind == "E"
    return listed and before.name in frame.words(frame.first, frame.at)


@dataclass(slots=True)
class Subjects:
    """Resolves the subjects of an article's figures, in reading order."""

    words: FigureWords
    names: Names
    held: str = ""  # the entity that the sentence before was about
    held_paragraph: int = -1
    gathering: Period | None = None  # the day of the last meeting or ceremony that the article told of
    gathering_paragraph: int = -1
    report: Period | None = None  # the time that the paragraph before reported on
    as_of: Period | None = None  # the day up to which figures of the zone were told
    led: bool = False  # whether that paragraph was opened by it, or by the one before
    year: Period | None = None  # the last whole year that a paragraph reported on
    reviewed: Period | None = None  # the year of the review that ranks were told of

    def resolve(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
        self, frame: Frame, owner: Owner, before: Subject | None, zone: str, place: tuple[int, int]
    ) -> Subject:
        """The subject of a figure.

        `owner` is what its clause names, `before` the subject of the figure before it in the sentence, `place` the
        paragraph's index and its offset in the article.
        """
        paragraph, offset = place
        at = frame.quantity.start
        text = frame.sentence.text
        if owner.kind is OwnerKind.COMPANY and owner.text in _BARE and before and before.scope is Scope.ENTITY:
            return _entity(before.name, "the company named before", owner.text)
        if name := thing.sized(frame):
            return _entity(name, "the project that the clause opens with", name)
        if "一家" in text and (alone := _ONE_FIRM.search(text, frame.sentence.start, at)):
            return _entity(alone["name"], "one firm told of alone", alone["name"])
        found = self._called(frame, owner, zone, offset) or self._owned(owner, text, at, offset, zone)
        if found is not None:
            return found
        if name := thing.on_site(frame):
            return _entity(name, "the project on whose site it is counted", name)
        if name := thing.put_in_hand(frame, zone) or thing.one_of_many(frame):
            return _entity(name, "introduced by a clause before", name)
        if firm := self._visited(frame):
            return _entity(firm, "the firm whose workshop is shown", firm)
        if (example := _example(frame)) and not _is_public(example):
            return _entity(example, "taken as an example", example)
        if _happens(frame) or (before and before.scope is Scope.ENTITY and _left_behind(frame, before.name)):
            return self._zone(zone, owner)
        several = _SEVERAL.match(text, frame.tokens[frame.first].start, at) if "项目" in text else None
        if several is not None:
            return _entity(several.group(), "several told of together", several.group())
        if before is not None and (_sums_up(frame, before) or frame.turns_away() or self._of_area(frame, before)):
            return self._zone(zone, owner)
        if (named := self._pointed_out(frame)) is not None:
            return _entity(named.text, POINTED_OUT, named.text)
        if before is not None:
            held = before.scope is Scope.ENTITY
            return _entity(before.name, "held on from the figure before") if held else self._zone(zone, owner)
        said = speaker(text, at) or _reported(frame)
        name = self._of_speaker(said, offset + at)
        for clause in self._clauses_before(frame):
            if name and clause.kind is OwnerKind.ZONE:
                continue  # “园区给我们免了租金，省了40多万元。”某公司负责人说
            found = self._owned(clause, text, at, offset, zone)
            if found is not None:
                return found
        if name:
            return _entity(name, "the speaker's organisation", said)
        if not said and self._holds(frame, paragraph):
            return _entity(self.held, "held on from the sentence before")
        return self._zone(zone, owner)

    def hear(self, day: Period | None, paragraph: int) -> None:
        """Keep the day of a meeting or ceremony that a sentence told of: later ones say 会上, 此次."""
        if day is not None:
            self.gathering, self.gathering_paragraph = day, paragraph

    def end_sentence(self, last: Subject | None, paragraph: int) -> None:
        """Keep what a sentence was about for the next one."""
        self.held = last.name if last is not None and last.scope is Scope.ENTITY else ""
        self.held_paragraph = paragraph

    def _called(self, frame: Frame, owner: Owner, zone: str, offset: int) -> Subject | None:
        """The thing or firm that is called by its kind, or by the first word of its name; None where none is."""
        if again := thing.named_again(frame, self.names, zone):
            return _entity(again, "called by its kind after the sentence that named it", again)
        if owner.kind is OwnerKind.PROJECT and (firm := thing.brought_in(frame, self.words)):
            return _entity(firm, "the firm that the sentence before brought in", firm)
        if owner.kind in _NAMELESS and (firm := thing.firm_by_first_word(frame, self.names, offset)):
            return _entity(firm, "a firm called by the first word of its name", firm)
        return None

    def _owned(  # noqa: PLR0911  a list of rules, the first that fits
        self, owner: Owner, text: str, at: int, offset: int, zone: str
    ) -> Subject | None:
        """The subject that an owner names; None where it names nothing by itself."""
        if owner.kind in _NAMELESS:
            return None
        if owner.kind is OwnerKind.COMPANY:
            if firm := self._helped(owner, text, at):
                return _entity(firm, "the firm that is helped in its sentence", firm)
            said = speaker(text, at)
            name = self._of_speaker(said, offset + at)
            if not name and owner.text.startswith("我们") and _is_public(said):
                return self._zone(zone, owner)  # “我们协助企业……”园区服务中心主任说
            name = name or self.names.company(offset + at)
            if name:
                return _entity(name, "the company named before", owner.text)
            common = owner.text in ("我们", "他们", "企业")
            return None if common else _entity(owner.text, "named in its clause", owner.text)
        if owner.kind is OwnerKind.PROJECT:
            if owner.text in _ANY_PROJECT and text.find("平均", max(0, at - _NEARBY), at) >= 0:
                return self._zone(zone, owner)  # 项目从签约到开工，平均用68天: any project of the zone
            return _entity(
                self.names.project(offset + at, owner.text) or owner.text, "the project named before", owner.text
            )
        if owner.kind is OwnerKind.PLACE and owner.text not in zone:
            return _entity(owner.text, "a place named in its clause", owner.text)
        if owner.kind in (OwnerKind.THING, OwnerKind.ORGANISATION) and owner.text.startswith(DESCRIBING):
            return None  # 全球高端装备基地建设迈出步伐
        if owner.kind in (OwnerKind.ORGANISATION, OwnerKind.THING) and not _is_zone(owner.text, zone):
            return _entity(thing.built(_SCENE.sub("", owner.text)), "named in its clause", owner.text)
        return None if owner.kind is OwnerKind.PLACE else self._zone(zone, owner)

    def _helped(self, owner: Owner, text: str, at: int) -> str:
        """支持|永冠科技|建成全产业链，推动|该企业|年营收突破35亿元: who it is; empty where nobody is named so."""
        told = list(_HELPED_FIRM.finditer(text, max(0, at - _REACH), at)) if owner.text in ("该企业", "该公司") else ()
        names = [match["name"] for match in told if "。" not in text[match.end() : at]]
        return names[-1] if names and self.words.short_name_re.search(names[-1]) else ""

    def _of_speaker(self, said: str, at: int) -> str:
        """The company that a speaker speaks for, empty for public bodies and when nobody is quoted."""
        if not said:
            return ""
        name = organisation(self.names, said)
        if _NAME.fullmatch(said):
            said = self._introduced(said, at) or said
        if name or _is_public(said) or not _COMPANY_POST.search(said):
            return name
        if own := _OWN_FIRM.search(said):
            return own["name"]
        return self.names.company(at) or self.held or "公司"  # somebody's, but never the zone's own

    def _visited(self, frame: Frame) -> str:
        """The firm in whose workshop the sentence is; empty where there is none."""
        told = list(_IN_SHOP.finditer(frame.sentence.text, frame.sentence.start, frame.tokens[frame.first].start))
        name = (told[-1]["name"] or told[-1]["firm"]) if told else ""
        return name if self.words.short_name_re.search(name) or self.words.organisation_re.search(name) else ""

    def _introduced(self, name: str, at: int) -> str:
        """The words before a speaker's name where the article first gives it: 博士创业者|王明."""
        first = self.names.text.find(name, 0, at)
        told = self.names.text[max(0, first - _INTRODUCED) : max(0, first)]
        return _CLAUSE.split(told)[-1]

    def _of_area(self, frame: Frame, before: Subject) -> bool:
        """“千亿”工程产值达64.4亿元；|固定资产投资|12.67亿元: what only a place has is no project's."""
        anew = frame.first > 0 and frame.tokens[frame.first - 1].text in ("；", ";")
        held = anew and before.scope is Scope.ENTITY
        thing = held and (self.words.thing_re.search(before.name) or self.words.organisation_re.search(before.name))
        if not thing:
            return False
        told = frame.words(frame.left, frame.left_end)
        of_industry = _INDUSTRY.search(told) and self.words.indicator_end_re.search(told)
        return bool(of_industry or self.words.areas_re.search(told))

    def _pointed_out(self, frame: Frame) -> Owner | None:
        """投资最大的是海星车桥项目，|总投资18亿元; 某某材料项目同样抢眼：|5项专利: a clause that turns to one thing."""
        tokens, end, kinds = frame.tokens, frame.first - 1, frame.sentence.kinds
        if spot := _spot(frame):
            return Owner(spot, OwnerKind.THING, end)
        start = kinds.rfind("B", 0, max(end, 0)) + 1
        if start >= end or kinds.find("Q", start, end) >= 0:
            return None
        shown = next((i for i in range(start + 1, end) if tokens[i].text in _STANDING_OUT), -1)
        if shown > 0 and tokens[end].text == "：":
            de = max(start - 1, kinds.rfind("U", start + 1, shown))
            text = frame.words(de + 1, shown)
            return Owner(text, OwnerKind.THING, end) if self.words.thing_re.search(text) else None
        turn = next((i for i in range(start + 1, end - 1) if tokens[i].text == "是" and tokens[i - 1].kind == "U"), -1)
        text = frame.words(turn + 1, end) if turn > 0 else ""
        named = self.words.thing_re.search(text) or self.words.organisation_re.search(text)
        return Owner(text, OwnerKind.THING, end) if named and len(text) >= _SHORTEST_THING else None

    @staticmethod
    def _zone(zone: str, owner: Owner) -> Subject:
        name = zone or owner.text
        return Subject(name, Scope.ZONE, Decision("subject", name, "the zone", owner.text))

    def _clauses_before(self, frame: Frame) -> Iterator[Owner]:
        """The subjects of the clauses before the figure's, the nearest first."""
        tokens = frame.tokens
        end = frame.first - 1
        while end > 0:
            start = frame.sentence.kinds.rfind("B", 0, end) + 1
            if tokens[start].text in _WITH:  # 与某大学建立……，|年可实现销售5亿元
                end = start - 1
                continue
            owner = find(frame.sentence, start, end, self.words, whole=True)
            if owner.kind in _NAMELESS:
                owner = self._topic(frame, start, end) or owner
            if owner.kind not in _NAMELESS:
                yield owner
            end = start - 1

    def _topic(self, frame: Frame, start: int, end: int) -> Owner | None:
        """某某资源综合开发项目，|总投资5.6亿元: a clause that is only the name of a thing."""
        tokens = frame.tokens
        start = max(start, frame.sentence.kinds.rfind("U", start + 1, end) + 1)  # 此次观摩的|某项目
        text = frame.words(start, end)
        verbs = [i for i in range(start, end) if tokens[i].kind not in "NMFLR"]
        undertaken = text.endswith(("项目", "工程")) and end - start > 1  # 某科创产业园|项目: not the park itself
        inner = all(i == end - 2 and i > start + 1 and tokens[i].kind == "V" for i in verbs)
        if (
            (end - start < 3 and not undertaken)
            or not inner
            or not self.words.thing_re.search(text)
            or (tokens[start].role == "zone" and not undertaken)
        ):
            return None
        return Owner(text, OwnerKind.THING, end)

    def _holds(self, frame: Frame, paragraph: int) -> bool:
        """Whether a sentence without a subject goes on about the entity of the sentence before."""
        if not self.held or self.held_paragraph != paragraph:
            return False
        sentence = frame.sentence
        first = frame.opens()
        if first is not None and first.role == "place":
            return False  # 某公司……。2023年，青云港吞吐量……
        if "等" in frame.led and "、" in frame.words(frame.first, frame.at):
            return False  # 某项目……。|甲公司、乙公司等|5个项目将落户: others
        return not _ZONE_VERBS.search(sentence.text, sentence.start, frame.quantity.start)


def _is_public(said: str) -> bool:
    """Whether an office speaks, or a zone without a firm behind its name: 某高新区企业砺锋精密总经理 is a firm's."""
    if _OFFICE.search(said):
        return True
    areas = [area.end() for area in _AREA.finditer(said)]
    return bool(areas) and not _COMPANY_POST.search(said, areas[-1])


def _spot(frame: Frame) -> str:
    """云飞路 of 片区内有一条云飞路，|道路两侧分布着20多家企业|: a street or house, of which alone this is told."""
    text, first = frame.sentence.text, frame.tokens[frame.first].start
    if not _AT_SPOT.match(text, first, frame.quantity.start):
        return ""
    shown = _SPOT.search(text, frame.sentence.start, first)
    return shown["name"] if shown else ""


def _example(frame: Frame) -> str:
    """拿某生物来说，|10年投入研发20多亿元|: what is taken as an example, whose alone the rest of the sentence is."""
    taken = _EXAMPLE.match(frame.sentence.text, frame.sentence.start, frame.tokens[frame.first].start)
    return taken["name"] if taken else ""


def _reported(frame: Frame) -> str:
    """某公司经理陈某某 of 某公司经理陈某某说，设备入区零等待，|一年节省成本600万元|: who says it without marks."""
    told = _REPORTED.match(frame.sentence.text, frame.sentence.start, frame.quantity.start)
    return told["who"] if told and _COMPANY_POST.search(told["who"]) else ""


def _happens(frame: Frame) -> bool:
    """某中心揭牌，|9个项目签约: what happens to projects that are only counted happens in the zone."""
    return frame.opens() is None and _HAPPENING.search(frame.words(frame.noun, frame.said_end)) is not None


def _left_behind(frame: Frame, name: str) -> bool:
    """包含……的某项目以及其他6个；现代服务业项目8个: a thing named on the way ends with its part of the sentence."""
    sentence = frame.sentence
    told = sentence.text[sentence.start : frame.quantity.start]
    at = told.rfind(name)
    return at > 0 and told[at - 1] in "的、和及" and any(mark in told[at:] for mark in ("；", "以及", "其他"))


_SHORT_KIND = {
    "自由贸易试验区": "自贸区",
    "自贸试验区": "自贸区",
    "高新技术产业开发区": "高新区",
    "经济技术开发区": "经开区",
}
_LONG_KIND = re.compile(f"(?:{'|'.join(_SHORT_KIND)})\\Z")


def _is_zone(name: str, zone: str) -> bool:
    """Whether an owner is the zone itself, in full or without its place: 松塔湖科技园."""
    short = _LONG_KIND.sub(lambda kind: _SHORT_KIND[kind[0]], name)
    return short == zone or (len(short) > 3 and zone.endswith(short))
