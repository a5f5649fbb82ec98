"""What a figure is held against: an aim, the average of a wider area, last year; and zones of a kind in general."""

from __future__ import annotations

import pytest

from reporter.model import Relation, Scope, Status
from tests.extraction.figures_help import ZONE, figures, one


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("去年工业增加值增长11.6%，高于全省7.4%的增速。", "7.4%", "全省工业增加值增速"),
        ("研发投入强度达5.6%，远高于全国2.4%的平均水平。", "2.4%", "全国平均研发投入强度"),
    ],
)
def test_what_a_zone_is_compared_with_is_not_its_own(text: str, number: str, metric: str) -> None:
    found = one(ZONE + text, number)
    assert (found.zone, found.scope, found.metric) == ("", Scope.EXTERNAL, metric)


def test_an_aim_and_how_much_of_it_is_done() -> None:
    text = "一季度，到位资金累计完成12.6亿元，完成全年36亿元目标任务的35%。其中省外到位资金累计完成3.2亿元。"
    done, aim, share, part = figures(ZONE + text)
    assert (done.status, done.period[4:]) == (Status.ACTUAL, "-Q1")
    assert (aim.metric, aim.status, len(aim.period)) == ("到位资金全年目标", Status.TARGET, 4)
    assert (share.relation, share.status, share.period) == (Relation.SHARE, Status.ACTUAL, done.period)
    assert (part.status, part.period) == (Status.ACTUAL, done.period)


def test_how_much_of_an_aim_without_a_number_is_done() -> None:
    found = one(f"{ZONE}合同利用外资完成全年任务的一半以上。", "一半以上")
    assert (found.metric, found.status) == ("合同利用外资完成全年任务比例", Status.ACTUAL)


def test_ahead_of_an_aim() -> None:
    assert one(f"{ZONE}工业增加值增速11%，超目标任务1.5个百分点。", "1.5个百分点").metric == "工业增加值增速超目标任务"


def test_since_a_law_is_not_of_the_years_report() -> None:
    text = f"2021年，{ZONE}固定资产投资完成41.2亿元，同比增长18.5%。\n\n《促进条例》发布以来，{ZONE}新签约项目37个。"
    assert one(text, "37个").period == ""


def test_an_article_on_zones_of_a_kind_gives_their_sums_to_none() -> None:
    text = (
        f"某公司去年在{ZONE}投资2亿元建设新工厂。\n\n此外，高新区对企业给予支持。去年，全国178家高新区实现生产总值18万亿元。"
        "\n\n去年，各高新区以千分之一的国土面积，贡献了13.4%的生产总值。"
    )
    found = figures(text, title="高新区三十年")
    assert {f.unit: f.zone for f in found if f.value == 18e12} == {"元": ""}
    assert [f.zone for f in found if f.value == 13.4] == [""]
    assert [f.zone for f in found if f.value == 2e8] == [ZONE]


@pytest.mark.parametrize("sum_", ["投资总额", "投资金额"])
def test_the_investment_of_what_was_signed(sum_: str) -> None:
    assert one(f"{ZONE}新签约项目37个，{sum_}96亿元。", "96亿元").metric == f"新签约项目{sum_}"


def test_since_one_zone_began_all_of_its_kind_are_counted() -> None:
    text = (
        "在云杉岭高新区，新增企业6320家。\n\n自1991年云杉岭高新区成立以来，经过几次扩容，高新区总数达到178个。"
        "\n\n除去云杉岭高新区，去年前100个高新区新增企业39.3万家。"
    )
    found = {f.evidence.text: f.zone for f in figures(text, title="高新区建设提速")}
    assert (found["6320家"], found["178个"], found["39.3万家"]) == (ZONE, "", "")


def test_the_second_end_of_a_change_names_what_it_counts() -> None:
    assert one(f"{ZONE}的某公司从6人小组发展到拥有210名员工的企业。", "210名").metric == "员工"


def test_what_is_to_come_has_no_time_of_today() -> None:
    found = one(f"鉴于当前的订单，{ZONE}计划将人员扩充至300人。", "300人")
    assert (found.status, found.period) == (Status.TARGET, "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("签约项目中，60亿元项目1个、4000万美元日资项目2个。", ["60亿元项目", "4000万美元日资项目"]),
        ("签约项目20个，其中30亿元或3亿美元以上工业项目2个。", ["签约项目", "签约3亿美元以上工业项目"]),
    ],
)
def test_a_sum_that_tells_which_projects_are_counted_is_no_figure(text: str, kinds: list[str]) -> None:
    assert [(f.metric, f.unit) for f in figures(ZONE + text)] == [(kind, "个") for kind in kinds]


def test_industries_listed_before_their_output() -> None:
    text = f"{ZONE}光伏、储能两大产业势头强劲，去年分别实现产值410亿元、330亿元，增长21%、26%。"
    assert [f.metric for f in figures(text)] == ["光伏产业产值", "储能产业产值", "光伏产业产值增长", "储能产业产值增长"]
