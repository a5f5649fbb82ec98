"""Constructions of the press around zones' names, told with invented and with known zones."""

from __future__ import annotations

import pytest

from reporter import lexicon
from reporter.extraction.zones.naming import describe
from tests.extraction.zones_help import answers, zones

NONE = ""

LEFT_EDGES = [
    ("落户临江岭高新区的企业【30家】。", "临江岭高新区"),
    ("签约落户松风岭经开区的项目【12个】。", "松风岭经开区"),
    ("入驻云栖谷经开区企业【30家】。", "云栖谷经开区"),
    ("雁回岭新区绿电进园区，每年节约标煤【3万吨】。", "雁回岭新区"),
]


@pytest.mark.parametrize(("text", "zone"), LEFT_EDGES)
def test_verbs_are_no_part_of_a_name(text: str, zone: str) -> None:
    assert zones(text) == [zone]


def test_a_bay_is_part_of_its_places_name() -> None:
    assert zones("位于台州湾产业集聚区的企业有【720家】。") == ["台州湾产业集聚区"]


def test_a_border_zone_in_short() -> None:
    assert zones("黑龙江绥芬河边合区去年进出口【92亿元】。") == ["绥芬河边境经济合作区"]


def test_a_place_may_end_as_a_verb_does() -> None:
    assert zones("武进高新区产值【720亿元】。") == ["武进高新区"]


def test_areas_of_the_pages_free_trade_zone() -> None:
    texts = ("云州自贸区新设企业【5万家】。其中，竹溪片区【2万家】，片区税收【60亿元】；松湖片区航线【12条】。",)
    area = "云州自贸区竹溪片区"
    assert zones(*texts) == ["云州自贸区", area, area, "云州自贸区松湖片区"]


def test_an_area_of_a_city_is_none_of_a_free_trade_zone() -> None:
    assert zones("云州自贸区新设企业【5万家】。城南片区新建道路【3条】。") == ["云州自贸区"] * 2


TWO = [
    ("常州高新区产值【500亿元】，而一河之隔的武进高新区达到【720亿元】。", ["常州高新区", "武进高新区"]),
    ("昆山开发区进出口【900亿美元】，地处皖东的滁州经开区出口【50亿元】。", ["昆山经开区", "滁州经开区"]),
    ("从上海张江高新区转移到滁州高新区的企业【15家】，为滁州高新区新增产值【8亿元】。", ["滁州高新区"] * 2),
    ("昆山高新区亩均税收【50万元】；凤凰岭工业园区亩均税收【19万元】。", ["昆山高新区", "凤凰岭工业园区"]),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_of_two_zones_the_one_that_is_spoken_of(text: str, expected: list[str]) -> None:
    assert zones(text, title="各地开发区观察") == expected


BESIDE = [
    ("昆山综保区进出口【90亿元】；综保区所在的昆山开发区出口【200亿元】。", ["昆山综合保税区", "昆山经开区"]),
    ("昆山高新区产值【80亿元】。某公司在高新区相邻的昆山开发区投资【5亿元】。", ["昆山高新区", "昆山经开区"]),
    ("昆山高新区产值【80亿元】。苏州市另一个国家级园区武进高新区产值【70亿元】。", ["昆山高新区", "武进高新区"]),
    ("昆山综合保税区出口【20亿元】。", ["昆山综合保税区"]),
    ("综合保税区合计进出口【1.4万亿元】。", [""]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_a_zone_told_by_another_is_the_one_spoken_of(text: str, expected: list[str]) -> None:
    assert zones(text, title="昆山高新区加快发展" if "综" not in text else "昆山综保区加快发展") == expected


def test_a_park_that_the_reader_is_led_into_is_spoken_of() -> None:
    texts = (
        "竹溪片区新设企业【180家】。",
        "走进片区内的竹溪跨境电商产业园，货品码放整齐。园区已入驻企业【95家】。",
    )
    made = zones(*texts, title="云州自贸区竹溪片区：口岸更忙")
    assert made == ["云州自贸区竹溪片区", "竹溪跨境电商产业园"]


EXTERNAL = [
    "省财政厅下达专项资金【3亿元】，支持企业【200家】。",
    "市发改委安排资金【5000万元】。",
    "去年，青溪县地区生产总值【186亿元】，增长【7.8%】。",
    "徐州市工程机械产业产值【2000亿元】。",
    "全市最高用电负荷达到【980万千瓦】。",
]


@pytest.mark.parametrize("text", EXTERNAL)
def test_offices_counties_and_cities_are_no_zones(text: str) -> None:
    for answer in answers(text, kicker="徐州经开区：", title="开局"):
        assert (answer.zone, answer.external) == (NONE, True)


OURS = [
    "高新区研发投入占比【4.2%】，高出全市【0.5个】百分点。",
    "在全国高新区评价中上升【23位】。",
    "区内企业制定国际标准【9项】、国家标准【163项】，有效专利【7200件】。",
    "榜单吸引了全国【46支】团队。",
    "光缆产量占全国的【九分之一】、全省的【一半】。",
    "作为全市工业主阵地的高新区完成投资【300亿元】。",
    "省科技厅近日公布名单，高新区【12家】企业入选。",
    "在全市率先推出改革举措【30项】。",
]


@pytest.mark.parametrize("text", OURS)
def test_what_only_looks_like_somebody_elses(text: str) -> None:
    assert set(zones(text, kicker="合肥高新区：", title="开局")) == {"合肥高新区"}


def test_a_companys_move_to_a_place_does_not_change_whose_figures_follow() -> None:
    texts = (
        "浦东新区加快开放。",
        "上海自贸区推动升级，一家企业把结算功能从国外转移到浦东。目前，第二批名单已有【70家】。",
    )
    assert zones(*texts, title="各地加快创新") == ["上海自贸区"]


def test_a_counted_zone_is_no_name() -> None:
    assert zones("去年实现产值【300亿元】。", title="十年看徐州三大国家级开发区") == [NONE]


def test_a_bare_small_town_behind_a_zone_is_the_zone() -> None:
    text = "青溪经济开发区今年新签约项目【34个】。"
    assert zones(text, title="青溪经开区小镇长出产业园") == ["青溪经开区"]


def test_a_wider_zone_that_holds_a_meeting_reports_its_own_figures() -> None:
    text = "4月22日，赣江新区召开一季度经济运行分析会。数据显示，一季度新区生产总值增长【7.2%】。"
    assert zones(text, title="赣江新区云溪新城一季度“开门红”") == ["赣江新区"]


def test_an_office_for_the_zone_within_a_wider_one_speaks_for_the_zone() -> None:
    text = "陕西自贸试验区云港管理办公室副主任王明介绍，功能区累计形成创新案例【96个】。"
    assert zones(text, title="秦岭新区云港新城：链上有光") == ["秦岭新区云港新城"]


def test_zones_of_a_kind_are_called_by_their_places() -> None:
    texts = (
        "烟台高新区、威海高新区、泰安高新区各有看点。",
        "在最近一次评价中，烟台排在【第40位】，威海、泰安则分列【第22位】和【第53位】。",
        "威海产值增长【5%】。",  # the town's, for all that is said
    )
    assert zones(*texts, title="三家高新区的三季报")[:3] == ["烟台高新区", "威海高新区", "泰安高新区"]


def test_the_latter_of_two_things_is_no_zone() -> None:
    texts = ("甲川经开区的块头不及合肥经开区。", "经开区完成两类箱量【57万箱】，后者增长【三成】。")
    assert len(set(zones(*texts, title="甲川经开区交卷"))) == 1


def test_an_entry_is_of_the_zone_that_heads_it() -> None:
    texts = (
        "▲白溪高新区 国内首个医疗产业园日前通过验收。园区建成热室【36间】，全区设立专项贷款【1.9亿元】。",
        "▲遂昌县麦冬现代农业园区 这个省级园区连片种植麦冬【6.1万亩】。",
    )
    answers = ["白溪高新区", "白溪高新区", "遂昌县麦冬现代农业园区"]
    assert zones(*texts, title="园区短波") == answers


def test_names_that_the_dictionary_glues_to_the_words_before_them() -> None:
    assert zones("记者从栖云坪经开区获悉，到位资金【24亿元】。", title="分解全年任务") == ["栖云坪经开区"]
    assert zones("2023年玉岭经开区出口额超过【20亿元】。", title="外贸添彩") == ["玉岭经开区"]
    assert zones("紫云台高新区有效专利达【3126件】。", title="家底更厚") == ["紫云台高新区"]
    assert zones("在柳河口经开区，产值达【3亿元】。", title="小关节撬动大市场") == ["柳河口经开区"]  # 河口 is a county


@pytest.mark.parametrize("zone", ["梧桐渡高新区", "芦花荡农高区", "石门关高新区", "浣溪综保区", "松溪口工业园"])
def test_a_sign_that_is_a_verb_elsewhere_belongs_to_a_landform(zone: str) -> None:
    assert zones(f"2022年，{zone}产值达【26.8亿元】。", title="开门见喜") == [zone]


def test_a_county_within_a_landforms_name_is_not_where_the_zone_lies() -> None:
    zone = describe("清水塘循环经济工业区", lexicon.load().zones)
    assert (zone.name, zone.province, zone.city) == ("清水塘循环经济工业区", "", "")
    assert describe("清水工业区", lexicon.load().zones).province == "甘肃"


def test_a_verb_before_a_landform_is_no_name() -> None:
    assert zones("考察团访溪口工业园，看了【3家】企业。", title="考察见闻") == [NONE]


def test_a_park_is_called_by_what_is_done_in_it() -> None:
    assert zones("云岭经开区水产加工园有企业【54家】。", title="云岭经开区") == ["云岭经开区水产加工园"]


def test_a_landform_before_a_plain_word_names_a_zone() -> None:
    assert zones("在石鼓岭工业园区，新建幼儿园【3所】。", title="留人更留心") == ["石鼓岭工业园区"]
    assert zones("云栖河新城总面积【18.6平方公里】。", title="控规获批") == ["云栖河新城"]
    assert zones("凉水井产业园办结【1873件】。", title="一窗通办") == ["凉水井产业园"]
    assert zones("这里的特色工业园区新建幼儿园【3所】。", title="留人更留心") == [NONE]
