"""Figures about somebody else: the country, the province, the city, an agency above the zone.

In: a clause and the figure in it. Out: the words that show it, or nothing.

    |宜昌共有|规模以上生物医药企业80家           the city
    在|全国|108个生物产业园区中                    the country
    |昆明海关|223条措施                            an agency
    部署设立21个|自由贸易试验区|                   zones counted
    占|全国|20%以上                                 still the zone's
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.extraction.zones.patterns import is_region
from reporter.extraction.zones.roles import alternatives
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.places import Places
from reporter.lexicon.zone_cues import ZoneCues

_OFFICE = "an office above"
_SEVERAL_ZONES = "about several zones"
_OPENERS = (
    "",
    _OFFICE,
    "what a place has",
    "about a wider area",
    "about a wider area",
    "about a town",
    _SEVERAL_ZONES,
    _SEVERAL_ZONES,
    _SEVERAL_ZONES,
    _SEVERAL_ZONES,
)  # by group of the opener
_SEATS = frozenset("县市省州盟旗镇乡街")
"""A county's name ends with one of these, a town's too, or goes on with it."""
_TOWN = r"([\u4e00-\u9fff]{2,3}(?:镇|乡|街道))(?=是|共?有|拥有|现有|地处|位于|已)"
"""A town or a street, which is no zone: |青溪镇|拥有企业12家."""
_ZONES = (
    rf"((?:这些|那些|各个|各地|各)(?:国家级|省级)?(?!园区|片区|新片区){A_ZONE})"
    "(?![^，。；]{0,12}(?:和|与|及)[^，。；]{0,6}园)"
)
"""2022年，|这些自贸试验区|进出口合计7.5万亿元."""
_KIND = f"(?:国家级?|省级)?{A_ZONE}"
_COUNTED = (
    rf"(前?\d{{2,}}[余多]?[家个](?:参评的?)?{_KIND})"
    "(?=的|实现|完成|合计|共|平均|地区生产总值|进出口|规上|研发|实际使用|实际利用|占|贡献|创造|新增|累计|总)"
)
"""|217家国家级经开区|实现地区生产总值11.6万亿元: so many together."""
_OF_AREA = rf"((?:全[国省市]|我[省市])(?:[两三四五六七八九十]|\d+)[个家大]{_KIND})(?![^，。；]{{0,3}}[中里])"
"""|全市三大开发区|去年产值合计2100亿元: of all of them."""
_SUCH_ZONES = re.compile(rf"的{_KIND}(?<!园区)(?:共?有|达到?|已有|增至|增加到)?\Z")
"""增速超过10%|的开发区有|3家: so many of several."""
_SUMMED = f"(?:省|市|自治区)?(?:国家级)?(?!园区|片区|新片区|新区){A_ZONE}(?:合计|总计|共|累计|平均)"
"""|广东|省综保区合计进出口3120亿元."""
_ANOTHER = re.compile(r"(?:[\u4e00-\u9fff]{1,5}[省市区州县])?另(?:外)?一(?:个|家|大|处)[^，。；：]{2,24}?" + A_ZONE)
"""|本市另一个海关特殊监管区域江湾保税港区|同期进出口857亿元."""
_ALL_TOGETHER = re.compile(rf"(?:全国|各)?(?:国家级)?(?!园区|片区|新片区){A_ZONE}(?:合计|总计)")
"""|综合保税区合计|进出口1.44万亿元: of all there are."""
_COUNTRYWIDE = re.compile(rf"[在从]?全国(?:范围)?(?:之?内|来看|看)，(?:国家级)?(?!园区|片区|新片区|新区){A_ZONE}")
"""|全国范围内，自贸区|从1个增加到21个: the kind, not the one told of."""
_NO_SHARE = "[\u4e00-\u535f\u5361-\u6bd3\u6bd5-\u8f82\u8f84-\u9fff]"
"""Any character of a name but 占, 比 and 较: 占全县|生产总值 is a share."""
_BY_POINTS = re.compile(r"(?:平均水平|平均)?约?\d[\d.]*个?百分点")
"""高于全省2.5个百分点、全市|1.3个百分点|: one more yardstick, for nobody has points."""
_SHARES = ("%", "分之", "成", "半", "百分点")
_ALL_OF = ("全市", "全省", "全域", "地区", "全县", "全区", "两地", "三地", "全境")


class Outsider(Struct, frozen=True, gc=False):
    """Who a figure is about instead: a span of the text and the rule's name."""

    start: int
    end: int
    rule: str


def _office(cues: ZoneCues) -> str:
    """A government's office that hands something out: |省科技厅|日前下达…; not the zone's own (区科技局)."""
    levels, ends = "国家|省|市|州|县|自治区|盟", "厅|局|委|部|办|政府|中心"
    hands_out = f"[^，。；]{{0,12}}?(?:{alternatives(cues.handing_out)})"
    return rf"((?:{levels})[\u4e00-\u9fff]{{1,8}}?(?:{ends}))(?={hands_out})"


def _county(cues: ZoneCues) -> str:
    """A county, known or not, before what only a place has: |青溪县|地区生产总值…."""
    county = f"({_NO_SHARE}{{1,5}}?(?<![城乡集])[县市省州盟旗镇乡])"
    return rf"{county}(?=的?(?:{alternatives(cues.place_has)}))"


def _ranks(cues: ZoneCues) -> str:
    """What makes an area a rank, part of a name, or a counted standard: 全国|首个, 全国|500强, 国家标准|12项."""
    return rf"{alternatives(cues.ranked)}|占比|比重|最(?![高低大多][^，。；]{{1,8}}[达为])|\d+[强大佳]|(?<=标准)\d"


class Outside:
    """Finds subjects that are no zone."""

    def __init__(self, cues: ZoneCues, places: Places) -> None:
        self._places = places
        self._place_begins = places.beginnings
        stating = alternatives(cues.stating)
        areas = alternatives((*cues.area, *cues.whole))
        self._stating = re.compile(stating)
        self._honour = re.compile(alternatives(cues.honour))
        self._organised = re.compile("[局委厅办]|政府|法院|公司|集团|银行|大学|学院|医院|海关|商会|协会|项目|园区")
        self._goes_on = re.compile(f"(?:{stating}|{alternatives(cues.continuing)})")
        self._compared = re.compile(f"(?:{alternatives(cues.compared)})了?(?:(?:{areas})[、和与及])*(?:{areas})?$")
        area = f"({alternatives(cues.area)})(?!{_ranks(cues)})"
        whole = f"({alternatives(cues.whole)})(?={stating}|的|平均)(?!的)"
        summed = f"({alternatives(place.name for place in places if place.level == 'province')}){_SUMMED}"
        self._opener = re.compile(
            "|".join((_office(cues), _county(cues), area, whole, _TOWN, _ZONES, summed, _COUNTED, _OF_AREA))
        )
        self._opener_begins = frozenset("国省市州县自盟这那各前0123456789") | {
            word[0] for word in (*cues.area, *cues.whole)
        }
        self._opener_begins |= {place.name[0] for place in places if place.level == "province"}
        self._office_goes_on = re.compile(alternatives(cues.office_goes_on))
        wider = alternatives(word for word in (*cues.area, *cues.whole) if not word.endswith("标准"))
        self._right_before = re.compile(f"(?:{wider})(?:的|共有?|范围内的?|各地)?$")
        self._area_ends = frozenset("的共有内地\n") | {word[-1] for word in (*cues.area, *cues.whole)}
        self._agency = re.compile(
            f"(?:{alternatives(cues.agency)})(?:(?:的)?$|[^，。；]{{0,40}}(?:{alternatives(cues.issuing)})的?$)"
        )
        self._agency_ends = frozenset("的\n") | {word[-1] for word in (*cues.agency, *cues.issuing)}
        self._measures = re.compile(r"[^，。；\d]{0,8}(?:措施|举措|政策|意见|办法|规定|条款|条例|文件)")
        self._counted = re.compile(
            f"[个家片大批]?(?:新设立?的?|新获批的?|新增的?|国家级?|省级|不同类型的?|重点|各类)?(?:{alternatives(cues.counted)})"
        )
        self._counted_begins = frozenset("个家片大批国省不重各新") | {word[0] for word in cues.counted}

    def subject(self, text: str, start: int, at: int, end: int, *, first: bool) -> Outsider | None:
        """The place or the whole that a clause with its first word at `at` is about.

        The caller rules out the zone's own seat.

        At the `first` clause of a sentence a full name is enough (武汉市汽车产业链企业超1200家), elsewhere it must
        go on with a statement (宜昌共有…): in a list it may be an honour (河南省专精特新企业4家).
        """
        if at > start and text[at - 1] == "在":
            return None  # 在全国综保区评估中排名上升23位
        if text.startswith("全区", at) and is_region(text, at):
            return Outsider(at, at + 2, "about a whole place")  # 占宁夏全区的8%。同期，|全区|进出口…
        opens = text[at : at + 1] in self._opener_begins or not _SEATS.isdisjoint(text[at + 1 : at + 6])
        opener = self._opener.match(text, at, end) if opens else None  # |省科技厅|下达…, |全省|高新区…
        if opener is not None and opener.lastindex:
            if _BY_POINTS.match(text, opener.end(opener.lastindex)):
                return None
            return Outsider(at, opener.end(opener.lastindex), _OPENERS[opener.lastindex])
        name = self._places.starting(text, at, end) if text[at : at + 2] in self._place_begins else ""
        return self._place(text, at, end, name, first=first) if name else None

    def others(self, text: str, at: int, end: int) -> Outsider | None:
        """Another zone that is called no more than that, or all of a kind together, at the front of a clause."""
        if found := _ANOTHER.match(text, at, end):
            return Outsider(at, found.end(), "another zone")
        if found := _ALL_TOGETHER.match(text, at, end) or _COUNTRYWIDE.match(text, at):
            return Outsider(at, found.end(), _SEVERAL_ZONES)
        return None

    def _place(self, text: str, at: int, end: int, name: str, *, first: bool) -> Outsider | None:
        """The place `name` that opens a clause at `at`: |宜昌|共有…."""
        tail = at + len(name)
        while more := self._places.starting(text, tail, end):
            tail += len(more)
        if text.startswith(_ALL_OF, tail):
            return Outsider(at, tail + 2, "about a whole place")
        if tail == at + len(name) and not self._is_plain(name):
            return None
        if self._stating.match(text, tail, end):
            return Outsider(at, tail, "about a place")
        if first and self._is_full(name):
            whose = not self._honour.match(text, tail) and not self._organised.search(text, tail, end)
            return Outsider(at, tail, "about a place by its full name") if whose else None
        return None

    def _is_full(self, name: str) -> bool:
        """Whether a name is a place's in full: 武汉市, 镇海区, not 武汉."""
        named = self._places.named(name)
        return len(name) > 2 and any(name in (place.full, f"{place.name}州") for place in named)

    def _is_plain(self, name: str) -> bool:
        """Whether a name is surely a place: a county's bare name is often another word."""
        return self._places.named(name)[0].level != "county" or name.endswith(("区", "县", "市", "旗"))

    def continues(self, text: str, start: int, at: int, end: int, before: Outsider) -> bool:
        """Whether a clause has no subject of its own and goes on about the one before: 拥有…, 其中…."""
        if before.rule == _SEVERAL_ZONES or text.endswith(("其中，", "其中：", "其中,"), 0, start):
            return True
        if before.rule == _OFFICE:
            return bool(self._office_goes_on.match(text, at, end))
        return bool(self._goes_on.match(text, start, end) or self._goes_on.match(text, at, end))

    def beside(self, text: str, start: int, end: int, clause: tuple[int, int], has_subject: bool) -> Outsider | None:
        """What right beside the figure `start` to `end` shows that it is somebody else's."""
        before = text[clause[0] : start]
        figure = text[start:end]
        match = self._right_before.search(before) if before[-1:] in self._area_ends else None
        plain = match and not figure.startswith("第") and not any(share in figure for share in _SHARES)
        if match and plain and not self._compared.search(before[: match.start()]):
            return Outsider(clause[0] + match.start(), clause[0] + match.end(), "counted over a wider area")
        match = self._agency.search(before) if before[-1:] in self._agency_ends else None
        if match and self._measures.match(text, end):
            return Outsider(clause[0] + match.start(), clause[0] + match.end(), "issued by an agency above")
        if figure.endswith(("家", "个")) and (such := _SUCH_ZONES.search(before)):
            return Outsider(clause[0] + such.start() + 1, clause[0] + such.end(), "zones counted")
        may_count = not has_subject and text[end : end + 1] in self._counted_begins
        if may_count and (counted := self._counted.match(text, end)):
            return Outsider(counted.start(), counted.end(), "zones counted")
        return None
