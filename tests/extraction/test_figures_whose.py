"""Whose a figure is when a sentence names another zone, a firm or a review, in an article on a zone of our own making."""

from __future__ import annotations

import pytest

from reporter.model import Scope
from tests.extraction.figures_help import ZONE, figures, one

OTHER = "苏州高新区"

# what may stand before a zone that is the subject all the same
OPENERS = [
    "预计今年",
    "预计到2025年",
    "力争",
    "反观",
    "光是",
    "如今的",
    "排名第一的",
    "地处长三角的",
    "作为国家级高新区的",
    "刚刚获批的",
    "同为国家级的",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_a_zone_behind_what_opens_its_clause_owns_the_figure(opener: str) -> None:
    found = one(f"{opener}{OTHER}规上工业总产值达到860亿元。", "860亿元")
    assert (found.zone, found.scope) == (OTHER, Scope.ZONE)
    assert OTHER not in found.metric


def test_an_example_owns_what_follows() -> None:
    assert one(f"以{OTHER}为例，去年实现规上工业总产值860亿元。", "860亿元").zone == OTHER


def test_who_comes_next_owns_what_follows() -> None:
    assert one(f"紧随其后的是{OTHER}，完成产值860亿元。", "860亿元").zone == OTHER


@pytest.mark.parametrize(
    "text",
    [
        f"对标{OTHER}，{ZONE}去年完成产值320亿元。",
        f"与此前获批的{OTHER}不同，{ZONE}去年完成产值320亿元。",
        f"学习{OTHER}经验，园区去年完成产值320亿元。",
    ],
)
def test_who_is_only_looked_at_owns_nothing(text: str) -> None:
    assert one(text, "320亿元").zone == ZONE


@pytest.mark.parametrize(
    "text",
    [
        f"“我们去年产值达到1.5亿元。”{OTHER}企业科锐特总经理李强说。",
        f"“我们公司去年产值达到1.5亿元。”{OTHER}企业科锐特总经理李强说。",
    ],
)
def test_a_manager_in_a_zone_speaks_for_the_firm(text: str) -> None:
    found = one(text, "1.5亿元")
    assert (found.scope, found.subject) == (Scope.ENTITY, "科锐特")


@pytest.mark.parametrize("post", ["企业服务中心负责人", "管委会主任", "招商局局长"])
def test_an_office_speaks_for_the_zone(post: str) -> None:
    found = one(f"“我们去年引进企业86家。”{OTHER}{post}李强说。", "86家")
    assert (found.zone, found.scope) == (OTHER, Scope.ZONE)


def test_a_review_dates_scores_and_places() -> None:
    text = (
        "发改委日前通报2020年度全区开发区综合评价结果。"
        "宁州经开区以91.6分位列第一，苏州高新区、昆山高新区分别以87.3分和84.9分居第二、第三位。"
    )
    found = {figure.evidence.text: figure for figure in figures(text, title="开发区评价出炉")}
    assert {figure.period for figure in found.values()} == {"2020"}
    assert [found[shown].metric for shown in ("91.6分", "87.3分", "84.9分")] == ["得分"] * 3
    assert found["第二"].metric == "全区开发区综合评价排名"


@pytest.mark.parametrize("way", ["快", "慢", "滞后"])
def test_ahead_of_the_calendar_or_behind_it(way: str) -> None:
    text = f"一季度固定资产投资完成37亿元，占年度计划的22%，比时序进度{way}3个百分点。"
    found = one(text, "3个百分点")
    assert found.metric == f"固定资产投资{way}于时序进度"
    assert found.relation == "delta"


def test_those_among_others_zones_are_theirs() -> None:
    text = "商务厅公布考评结果，全省参评的63家开发区中，8家被评为优秀。"
    found = one(text, "8家")
    assert (found.scope, found.subject) == (Scope.EXTERNAL, "全省")


def test_what_is_expected_for_a_year_keeps_the_year_out_of_its_name() -> None:
    found = one("全区预计今年工业增加值增长8%左右。", "8%左右")
    assert (found.metric, found.period, found.status) == ("工业增加值增长", "2021", "target")


# lists of who is ahead, each with its number in brackets: how they begin, and what the numbers are of
LISTS = [
    ("去年营收过千亿元的有", "营收"),
    ("去年营收最高的是", "营收"),
    ("营收排前三位的是", "营收"),
    ("营收超过百亿元的开发区有3家：", "营收"),
]


@pytest.mark.parametrize(("announced", "metric"), LISTS)
def test_a_number_in_brackets_is_of_the_zone_before_them(announced: str, metric: str) -> None:
    text = f"{announced}{OTHER}（1860亿元）、无锡高新区（1740亿元）和{ZONE}（1020亿元）。"
    found = {f.zone: (f.value, f.metric) for f in figures(text) if f.scope is Scope.ZONE}
    assert found == {OTHER: (1860e8, metric), "无锡高新区": (1740e8, metric), ZONE: (1020e8, metric)}


def test_what_a_list_shares_is_no_zones_figure() -> None:
    found = figures(f"增速超过10%的开发区有3家：{OTHER}（12.1%）、无锡高新区（11.4%）和{ZONE}（10.2%）。")
    assert [f.zone for f in found if f.unit == "家"] == [""]
    assert not [f for f in found if f.value == 10]


def test_a_list_with_one_closing_word_counts_the_pages_own_zone() -> None:
    found = figures(f"苏州、无锡、{ZONE.removesuffix('高新区')}三个高新区产值分别为860亿元、740亿元和320亿元。")
    assert [(f.zone, f.metric) for f in found] == [(OTHER, "产值"), ("无锡高新区", "产值"), (ZONE, "产值")]


def test_the_year_of_a_comparison_is_no_period() -> None:
    assert one(f"与2020年相比，{ZONE}企业数由320家增加到860家。", "860家").period == ""


@pytest.mark.parametrize("source", [f"据{OTHER}统计", f"来自{OTHER}的数据显示"])
def test_who_reports_speaks_of_itself(source: str) -> None:
    assert one(f"{source}，去年引进项目86个。", "86个").zone == OTHER


def test_the_zones_of_an_area_together_are_nobodys() -> None:
    found = figures(f"全市三大开发区去年产值合计2100亿元，{ZONE}占37%。")
    assert [(f.zone, f.value) for f in found] == [("", 2100e8), (ZONE, 37)]


def test_what_visitors_sign_is_the_hosts() -> None:
    assert one(f"{OTHER}考察团到{ZONE}考察，签约项目3个。", "3个").zone == ZONE


def test_by_how_much_another_zone_is_exceeded() -> None:
    assert one(f"{OTHER}去年的外贸额为120亿元，高出{ZONE}19亿元。", "19亿元").zone == OTHER


def test_with_what_a_zone_is_ahead() -> None:
    found = one(f"在实际利用外资单项排名中，{OTHER}以6300万美元居首。", "6300万美元")
    assert (found.zone, found.metric) == (OTHER, "实际利用外资")


def test_who_is_told_of_by_its_place_owns_the_place_and_what_follows() -> None:
    found = figures(f"营收排在第一位的是{OTHER}，达到1860亿元。")
    assert [(f.zone, f.metric) for f in found] == [(OTHER, "营收排名"), (OTHER, "营收")]


@pytest.mark.parametrize(
    ("text", "number", "firm"),
    [
        ("区内最大的电商企业海淘优选一家就备货260万件。", "260万件", "海淘优选"),
        ("在远航精工车间，63台机械臂上岗。", "63台", "远航精工"),
        ("走进城东的恒岳轴承公司，8条产线满负荷运转。", "8条", "恒岳轴承公司"),
        ("“这里很好。”恒泽新材料董事长高屿说。公司年产能120吨。", "120吨", "恒泽新材料"),
    ],
)
def test_a_firm_shown_alone_in_its_workshop_or_by_its_head(text: str, number: str, firm: str) -> None:
    found = one(text, number)
    assert (found.subject, found.scope) == (firm, Scope.ENTITY)


def test_what_the_firms_of_a_zone_did_is_the_zones() -> None:
    assert one(f"近三年来，{ZONE}企业主导或参与制定国际标准14项。", "14项").scope is Scope.ZONE
    assert one("“项目从签约到开工，平均要用68天。”管委会主任说。", "68天").scope is Scope.ZONE


def test_each_item_of_a_list_is_of_the_zone_that_it_names() -> None:
    found = figures("上半年，青岭综保区进出口268亿元、白溪综保区进出口96亿元，分别增长22%和12%。")
    zones = ["青岭综保区", "白溪综保区"]
    assert [(f.zone, f.metric) for f in found[:2]] == [(zone, "进出口") for zone in zones]
    assert [f.zone for f in found[2:]] == zones
    assert [f.base for f in found[2:]] == [f.id for f in found[:2]]


def test_a_zone_within_another_owns_its_size() -> None:
    text = "云杉岭高新区规划面积20平方公里，包括青岭综保区2.4平方公里。8年来，高新区累计推出举措396项。"
    assert [f.zone for f in figures(text)] == ["云杉岭高新区", "青岭综保区", "云杉岭高新区"]


@pytest.mark.parametrize("again", ["这家企业", "这家公司", "这家外资企业", "该企业"])
def test_this_firm_is_the_one_told_of_before(again: str) -> None:
    found = figures(f"恒朔精密有限公司落户两年。{again}有员工300人，拥有发明专利47项。")
    assert {(f.subject, f.scope) for f in found} == {("恒朔精密有限公司", Scope.ENTITY)}


def test_a_quarters_numbers_are_not_the_zones() -> None:
    found = figures("上半年，高铁片区完成投资38亿元，滨江片区完成投资29亿元。")
    assert [(f.subject, f.scope) for f in found] == [("高铁片区", Scope.ENTITY), ("滨江片区", Scope.ENTITY)]
    assert one("上半年，全片区完成投资67亿元。", "67亿元").scope is Scope.ZONE
