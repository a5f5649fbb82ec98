"""What offices' own bulletins tell: rows of indicators, shares of a plan, some of so many, bounds of what is counted."""

from __future__ import annotations

import pytest

from reporter.model import Scope, Status
from tests.extraction.figures_help import ZONE, figures, one

METRICS = [
    # bounds belong to the name of what is counted
    ("全区投资2000万美元以上的项目310个。", "310个", "投资2000万美元以上的项目"),
    ("产值20亿元以上的企业4家、亿元以上的企业29家。", "4家", "产值20亿元以上的企业"),
    ("产值超亿元的企业有37家，税收过千万元的企业15家。", "15家", "税收过千万元的企业"),
    # some of so many
    ("136个重点项目开工121个。", "136个", "重点项目"),
    ("136个重点项目开工121个。", "121个", "开工重点项目"),
    # what a narrower number is of a wider one
    ("第三产业完成投资98亿元，占投资总量的71%。", "71%", "第三产业完成投资占投资总量比重"),
    ("实际利用外资2.4亿美元，占全市实际利用外资总额的38%。", "38%", "占全市实际利用外资总额比重"),
    # what a verb or a bracket leaves behind
    ("生产总值（GDP）实现906.4亿元，同比增长9%。", "906.4亿元", "生产总值（GDP）"),
    ("进出口总额继续保持全省第一。", "第一", "进出口总额全省排名"),
    ("软件业增加值增速全市排名第三。", "第三", "软件业增加值增速全市排名"),
    ("轨道交通产业实现产值77亿元，同比增长6%。", "6%", "轨道交通产业产值同比增长"),
    ("海星年产12万套底盘及零部件项目建设现场机器轰鸣。", "12万套", "年产底盘及零部件"),
    ("全区现有企业412家。", "412家", "企业"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_what_is_measured(text: str, shown: str, metric: str) -> None:
    found = one(text, shown)
    assert (found.metric, found.doubts) == (metric, found.doubts if "年产" in metric else ())


def test_each_list_of_a_row_of_lists_says_what_it_is_of_and_has_the_years_of_the_first() -> None:
    text = "2018年至2020年，分别完成开票销售410亿元、480亿元、560亿元；分别完成工业投入51亿元、63亿元、79亿元。"
    found = {f.evidence.text: (f.metric.removeprefix("完成"), f.period) for f in figures(text)}
    assert found["480亿元"] == ("开票销售", "2019")
    assert found["51亿元"] == ("工业投入", "2018")
    assert found["79亿元"] == ("工业投入", "2020")


def test_a_second_yardstick_is_nobody_s_number() -> None:
    text = f"{ZONE}产值增长8%，增速高于全省2.4个百分点、全市1.6个百分点；完成固定资产投资85亿元，增长5%。"
    assert {figure.zone for figure in figures(text)} == {ZONE}


def test_a_kind_of_zone_over_the_country_is_not_the_one_told_of() -> None:
    text = "运行九年，全国范围内，高新区从1个增加到160个，复制推广214项制度创新成果。"
    assert {figure.scope for figure in figures(text)} == {Scope.EXTERNAL}


def test_a_share_of_a_plan_is_done_and_of_the_time_told() -> None:
    text = "1至6月，重点项目完成投资76亿元，占年度投资计划的58.3%，其中市级项目完成41亿元，占年计划62%。"
    assert one(text, "58.3%").period == "2021-01/2021-06"
    assert {figure.status for figure in figures(text)} == {Status.ACTUAL}


@pytest.mark.parametrize("text", ["生产线全部投产可年产构件9万吨。", "项目达产可实现年产值9万元。"])
def test_what_a_plant_could_make_is_still_to_come(text: str) -> None:
    (found,) = figures(text)
    assert found.status is Status.TARGET


def test_sums_that_tell_what_sort_of_projects_came_are_no_figures() -> None:
    text = "3年来连续实现20亿元以上、60亿元以上以及百亿元龙头型项目的引进，签约项目41个。"
    assert [figure.evidence.text for figure in figures(text)] == ["41个"]


def test_firms_of_a_list_grow_each_by_its_own() -> None:
    found = figures("其中，海芯、岚川科技、三屏集成分别增长12%、74%、258%。")
    assert [figure.subject for figure in found] == ["海芯", "岚川科技", "三屏集成"]


def test_an_industry_is_no_firm() -> None:
    found = one("上半年增势明显。电力电器产业实现产值66亿元。", "66亿元")
    assert (found.scope, found.metric) == (Scope.ZONE, "电力电器产业产值")


def test_a_sort_of_projects_names_none() -> None:
    text = "海星年产3万吨零部件项目是园区的市级重大项目。该项目主要生产齿轮箱，达产后年开票销售3亿元。"
    assert one(text, "3亿元").subject == "海星年产3万吨零部件项目"
    text = "海星光电子器件项目建设现场人头攒动。该项目占地369亩。项目购置全自动流水生产线16台。"
    assert one(text, "16台").subject == "海星光电子器件项目"


def test_zones_of_a_list_in_another_clause_have_each_its_own_place() -> None:
    text = "镇江、淮安两家经济技术开发区进步明显，双双跻身全国30强，分别列22位和29位。"
    places = {f.evidence.text: (f.zone, f.metric) for f in figures(text, title="考核揭晓")}
    assert places["22位"] == ("镇江经开区", "排名")
    assert places["29位"] == ("淮安经开区", "排名")
    assert "两家" not in places
    text = "滁州经开区列第22位；龙岩经开区和长治高新区综合排名分别为67位和89位。"
    found = {f.evidence.text: (f.zone, f.relation) for f in figures(text, title="考核揭晓")}
    assert found["89位"] == ("长治高新区", "rank")


def test_last_year_s_place_is_that_of_the_first_end_alone() -> None:
    text = f"2020年，{ZONE}排名由上年第61位上升至第41位，首次进入全国前五十位。"
    found = figures(text, year=2023)
    assert [figure.period for figure in found] == ["2019", "2020", "2020"]
    assert found[-1].metric == "全国排名"


def test_a_number_that_sums_up_a_list_is_not_of_its_last() -> None:
    text = "投资2亿元的海星数据中心、投资1亿元的青禾云等11个项目近期将落户。"
    assert one(text, "11个").scope is Scope.ZONE
    assert one("九成的研发机构设立在企业。", "九成").metric == "设立在企业的研发机构占比"


def test_an_aim_before_its_share_is_an_aim_and_the_share_is_how_much_is_done() -> None:
    found = figures("一季度，完成工业总产值18亿元，完成年任务75亿元的24%，超序时进度1.5个百分点。")
    assert [(f.metric, f.status) for f in found[1:3]] == [
        ("工业总产值年任务", Status.TARGET),
        ("工业总产值完成年任务比例", Status.ACTUAL),
    ]
    assert found[3].metric.endswith("超序时进度")


def test_things_behind_their_numbers_own_them() -> None:
    found = figures("总投资分别为11亿元、6亿元的青禾养老项目和岚川文化村项目等已落户。")
    assert [figure.subject for figure in found] == ["青禾养老项目", "岚川文化村项目"]


def test_a_yardstick_told_behind_its_number_is_nobody_s() -> None:
    found = one("工业总产值增长12.2%，也远高于5.6%的全县工业增加值增速。", "高于5.6%")
    assert (found.scope, found.metric) == (Scope.EXTERNAL, "全县工业增加值增速")


def test_those_among_a_county_s_are_the_county_s() -> None:
    text = f"{ZONE}产值12亿元。全县累计引进项目97个，其中，履约项目95个，总投资201亿元。"
    found = {figure.evidence.text: figure.scope for figure in figures(text)}
    assert found == {"12亿元": Scope.ZONE, "97个": Scope.EXTERNAL, "95个": Scope.EXTERNAL, "201亿元": Scope.EXTERNAL}


def test_a_total_that_is_hoped_for_is_no_result() -> None:
    found = figures("该项目投产后，预计五年内累计销售额不低于5亿元，累计缴税不低于2000万元。")
    assert {figure.status for figure in found} == {Status.TARGET}


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        ("三年总产值增速分别为：21.9%、30.8%、14.9%。", "30.8%", "总产值增速"),
        ("承担的海星科技等9个市、县重点项目总投资26亿元。", "26亿元", "市、县重点项目总投资"),
        ("此次签约的39个签约项目有33个实体项目。", "33个", "实体项目"),
        ("共有5个高新产业项目现场签约。", "5个", "签约高新产业项目"),
    ],
)
def test_names_without_what_stands_around_them(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_the_output_of_an_item_on_an_industry_is_the_industry_s() -> None:
    text = "1、光电子产业进一步加快，重点企业态势良好。上半年完成产值113亿元，占规上企业总产值的59.5%。"
    found = [figure.metric for figure in figures(text)]
    assert found == ["光电子产业产值", "光电子产业产值占规上企业总产值比重"]
    assert one("三是建筑类投资比重加大。一季度共完成投资115亿元。", "115亿元").metric == "建筑类投资"


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        ("实际投资457亿元（人民币，下同），增长3%。", "457亿元", "实际投资"),
        ("实际利用外资8426万美元，其中直接利用外资5000万美元。", "5000万美元", "直接利用外资"),
        ("规上工业产值334亿元，12.1%的增速背后是58家高新技术企业。", "12.1%", "规上工业产值增速"),
    ],
)
def test_what_else_bulletins_measure(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_a_firm_that_is_helped_and_new_zones_counted() -> None:
    found = one("园区支持永冠科技建成胶带全产业链，推动该企业年营收突破35亿元。", "突破35亿元")
    assert (found.subject, found.metric) == ("永冠科技", "年营收")
    assert one("3个新设自贸区吸收外资226亿元。", "3个").scope is Scope.EXTERNAL


def test_what_is_turned_into_something_is_done() -> None:
    found = figures("高新区将入园标准提升至投资强度160万元/亩，并清理低效用地700亩。")
    assert {figure.status for figure in found} == {Status.ACTUAL}


def test_when_a_zone_was_founded_is_no_time_of_its_size() -> None:
    found = one(f"总面积118.04平方公里的{ZONE}于2015年4月21日揭牌，由三个片区组成。", "118.04平方公里")
    assert (found.period, found.scope, found.metric) == ("", Scope.ZONE, "总面积")


def test_what_firms_have_built_is_no_kind_of_firms() -> None:
    found = one("产值背后是永冠科技等58家高新技术企业构建的产业链优势。", "58家")
    assert found.metric == "高新技术企业"


def test_a_second_share_is_of_the_same_whole_too() -> None:
    text = "区内备案企业170家，吸收合同外资77亿元，占广东全省企业数及合同外资的比重分别达28%和45%。"
    assert one(text, "28%").metric.startswith("占广东全省企业数")
    assert one(text, "45%").metric.startswith("占广东全省合同外资")
