"""Where a text names zones, and under which name."""

from __future__ import annotations

import pytest

from reporter import lexicon
from reporter.config.words import UserWords, UserZone
from reporter.extraction.zones import MentionKind, ZoneFinder
from reporter.extraction.zones.naming import describe
from reporter.model import ZoneType
from tests.extraction.zones_help import finder

NAMED = [
    # known zones in any spelling
    ("德阳高新技术产业开发区今年签约", ["德阳高新区"]),
    ("四川省德阳市国家高新区", ["德阳高新区"]),
    ("昆山开发区与昆山高新区", ["昆山经开区", "昆山高新区"]),
    ("北京市经济技术开发区正式开园", ["北京经开区"]),
    ("放行进入云南红河综合保税区", ["红河综合保税区"]),
    ("武汉东湖新技术开发区管委会", ["武汉东湖高新区"]),
    ("中国光谷的企业", ["武汉东湖高新区"]),
    # free trade zones and their areas
    ("支持中国（浙江）自由贸易试验区油气全产业链", ["浙江自贸区"]),
    ("中国(上海)自由贸易试验区临港新片区", ["上海自贸区临港新片区"]),
    ("落户在武汉自贸片区设立总部", ["湖北自贸区武汉片区"]),
    ("天津自贸试验区东疆片区成为", ["天津自贸区东疆片区"]),
    ("湖南自贸试验区长沙片区长沙经开区区块采取", ["长沙经开区"]),
    ("广州南沙新区片区", ["广东自贸区南沙片区"]),
    # zones that no table has
    ("云杉岭高新区今年完成产值", ["云杉岭高新区"]),
    ("位于云杉岭经济技术开发区的企业", ["云杉岭经开区"]),
    ("湖南省新田县工业园区湖南德力重工", ["新田县工业园区"]),
    ("连云港市海州区天马电商产业园内，工人", ["连云港市海州区天马电商产业园"]),
    ("浙江省宁波市北仑区灵峰现代产业园", ["宁波市北仑区灵峰现代产业园"]),
    ("粤澳合作产业园揭牌", ["粤澳合作产业园"]),
    ("于都工业园区数改见成效", ["于都工业园区"]),  # the dictionary cuts the county in two
    ("对于都要求的园区", []),
    ("——岑川县先进制造业开发区工作综述", ["岑川县先进制造业开发区"]),  # a county that no table has
    ("走进位于岑川县工业园区的箱包厂", ["岑川县工业园区"]),
    ("各县开发区加快整合", []),
    ("——访宛川综合保税区管委会主任", ["宛川综合保税区"]),  # the dictionary takes 访 for the name's first sign
    ("访谈录里的经开区", []),
    ("中韩（惠州）产业园", ["中韩（惠州）产业园"]),
    # parks inside zones
    ("北京经开区信创园已落地", ["北京经开区信创园"]),
    ("走进位于河北香河经济技术开发区的机器人小镇，", ["香河经开区机器人小镇"]),
    ("海口高新区药谷工业园经过多年发展", ["海口高新区药谷工业园"]),
    ("襄阳高新区深圳工业园打下第一桩", ["襄阳高新区深圳工业园"]),  # a city of another province is a partner's
    ("广东自贸试验区珠海横琴新区粤澳合作中医药科技产业园", ["粤澳合作中医药科技产业园"]),
    # no zones
    ("建设银行广州经济技术开发区支行", []),
    ("我们先后部署设立21个自由贸易试验区", []),
    ("各类开发区和国家级高新区", []),
    ("全省高新区平均增速为5.1%", []),
    ("投资百亿元的天和防务5G通信产业园", []),
    ("合作开发园区", []),
    ("武汉东湖高新集团在重庆有布局", []),
    # 开发区 for a 高新区 only in full: another city has a coast as well
    ("今年以来，滨海开发区引进项目64个", ["滨海开发区"]),
    ("江阴开发区引进项目64个", ["江阴高新区"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[text for text, _ in NAMED])
def test_names_in_a_text(text: str, names: list[str]) -> None:
    found = [m.zone.name for m in finder().mentions(text) if m.kind is MentionKind.NAME and m.zone]
    assert found == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("目前，园区已聚集近2000家企业", ["园区"]),
        ("这些成绩离不开经开区的大力支持", ["经开区"]),
        ("该区3次集中签约，全区对接项目110多个", ["该区", "全区"]),
        ("对全国108个生物产业园区", []),
    ],
)
def test_short_forms_wait_for_their_context(text: str, words: list[str]) -> None:
    assert [m.text for m in finder().mentions(text) if m.kind is MentionKind.SHORT] == words


def test_a_mention_spans_the_name_as_printed() -> None:
    (mention,) = finder().mentions("图为江苏省连云港市海州区天马电商产业园内")
    assert mention.text == "江苏省连云港市海州区天马电商产业园"
    assert mention.zone is not None
    assert (mention.zone.province, mention.zone.city) == ("江苏", "连云港")


@pytest.mark.parametrize(
    ("name", "kind", "province", "city", "parent"),
    [
        ("肇庆高新区", ZoneType.HIGH_TECH, "广东", "肇庆", ""),
        ("湖北自贸区武汉片区", ZoneType.FREE_TRADE_AREA, "湖北", "武汉", "湖北自贸区"),
        ("香河经开区", ZoneType.ECONOMIC, "河北", "廊坊", ""),
        ("香河经开区机器人小镇", ZoneType.PARK, "河北", "廊坊", "香河经开区"),
        ("新田县工业园区", ZoneType.PARK, "湖南", "永州", ""),
        ("云南综合保税区", ZoneType.BONDED, "云南", "", ""),
        ("云杉岭高新区", ZoneType.HIGH_TECH, "", "", ""),
        ("不是功能区的名字", ZoneType.OTHER, "", "", ""),
    ],
)
def test_describing_a_zone_by_its_name(name: str, kind: ZoneType, province: str, city: str, parent: str) -> None:
    zone = describe(name, finder().gazetteer)
    assert (zone.name, zone.type, zone.province, zone.city, zone.parent) == (name, kind, province, city, parent)


def test_users_zones_are_known_and_replace_rows() -> None:
    own = (
        UserZone("数谷新城", type="园区", province="贵州", city="贵阳", aliases=("数谷",)),
        UserZone("德阳高新区", official="德阳高新技术产业开发区", type="高新区", province="四川", city="广汉"),
    )
    finder = ZoneFinder(lexicon.load(UserWords(zones=own)))
    assert [m.zone.name for m in finder.mentions("走进数谷，看德阳高新区") if m.zone] == ["数谷新城", "德阳高新区"]
    assert describe("德阳高新技术产业开发区", finder.gazetteer).city == "广汉"


def test_an_unknown_kind_of_a_users_zone_is_other() -> None:
    gazetteer = lexicon.load(UserWords(zones=(UserZone("某地", type="什么"),))).zones
    zone = gazetteer.find("某地")
    assert zone is not None
    assert zone.type is ZoneType.OTHER


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("长沙、合肥、贵阳三家高新区都有新打法。", ["长沙高新区", "合肥高新区", "贵阳高新区"]),
        ("长沙和合肥两高新区结对。", ["长沙高新区", "合肥高新区"]),
        ("长沙、合肥、贵阳两家高新区", []),  # another count than the list
    ],
)
def test_a_count_sums_up_the_zones_of_the_cities_before_it(text: str, names: list[str]) -> None:
    assert [m.zone.name for m in finder().mentions(text) if m.zone] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("深圳（潮州）产业转移工业园招商推介会举行。", "深圳（潮州）产业转移工业园"),
        ("去年，东莞（韶关）产业转移工业园投产12家企业。", "东莞（韶关）产业转移工业园"),
        ("杭州（青川）产业园引进企业20家。", "杭州（青川）产业园"),
        ("走进晋江（安溪）工业园，", "晋江（安溪）工业园"),
        ("东兴边民互市商品落地加工园区入驻企业18家。", "东兴边民互市商品落地加工园区"),
        ("北京·沧州生物医药产业园由两地共管。", "北京·沧州生物医药产业园"),
        ("天津·甘南产业园签约12家企业。", "天津·甘南产业园"),
        ("大连（化学品）产业园开工。", None),  # no place in the brackets
        ("把产业转移园区当作第一步。", None),
    ],
)
def test_a_park_that_two_places_share_bears_both_names(text: str, name: str | None) -> None:
    assert next((m.zone.name for m in finder().mentions(text) if m.zone), None) == name
