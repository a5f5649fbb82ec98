"""Reviews and plans: entries of a report, what a meeting sets for a year, since when something is counted."""

from __future__ import annotations

import pytest

from reporter.model import Scope, Status
from tests.extraction.figures_help import figures, one

ENTRIES = (
    "会议回顾2024年工作。2024年，全区生产总值286亿元，增长11%。\n——算力。在建及投运的数据中心达到28个。\n"
    "——投资。固定资产投资增长8.6%，其中工业投资增长14.7%。\n会议提出，2025年，生产总值增长10%以上，一般公共预算收入增长6%，达到33亿元。"
)


def test_an_entry_of_a_report_has_the_time_of_its_lead() -> None:
    found = {f.evidence.text: f for f in figures(ENTRIES, year=2025)}
    assert (found["8.6%"].period, found["14.7%"].period) == ("2024", "2024")


def test_what_a_meeting_sets_for_a_year_is_a_target() -> None:
    found = {f.evidence.text: f for f in figures(ENTRIES, year=2025)}
    assert {found[text].status for text in ("10%以上", "6%", "33亿元")} == {Status.TARGET}
    past = one("会议指出，2024年，生产总值增长10%以上。", "10%以上", year=2025)
    assert past.status is Status.ACTUAL
    paid = one("全区提出，2017年设立总规模30亿元的基金，首期6亿元已到位。", "6亿元", year=2017)
    assert paid.status is Status.ACTUAL


def test_the_level_of_what_grew_is_that_of_its_own_clause() -> None:
    text = "规上工业总产值突破850亿元；一般公共预算收入增长6%，达到33亿元。"
    assert one(text, "33亿元").metric == "一般公共预算收入"


METRICS = [
    ("锂电池产量降幅最大，达33.9%。", "33.9%", "锂电池产量降幅"),
    ("产值过百亿元的2户企业占了全区工业的近六成。", "2户", "产值过百亿元的企业"),
    ("二期再投1.2亿欧元。", "1.2亿欧元", "二期追加投资"),
    ("建成后产值能再添60亿元。", "60亿元", "新增产值"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_metrics_read_as_nouns(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


PERIODS = [
    ("挂牌以来，全区新设立企业4800多家。", "4800多家", "/2021"),
    ("自2019年8月挂牌以来，全区新设立企业4800多家。", "4800多家", "2019-08/"),
    ("2020年，全区进出口33亿元。今年1至8月进出口27亿元。企业里外资有60家。", "60家", "2021-01/2021-08"),
    ("瞪羚企业2020年平均营业收入增速为38.7%。", "38.7%", "2020"),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_times_go_on_as_a_report_does(text: str, shown: str, period: str) -> None:
    assert one(text, shown).period == period


def test_a_park_that_heads_an_article_is_its_zone() -> None:
    title = "云东国际小微企业创业园"
    text = "作为云杉岭经济开发区的园中园，云东国际小微企业创业园已建成标准厂房23栋。"
    (figure,) = figures(text, title=title)
    assert (figure.zone, figure.scope) == (title, Scope.ZONE)


GRANTS = [
    (
        "对国家级、省级领军人才创办的企业，分别给予300万元、100万元启动资金。",
        "300万元",
        "国家级领军人才创办的企业启动资金",
    ),
    ("新引进的博士、硕士，在区内购房的，分别补贴12万元、8万元。", "8万元", "硕士补贴"),
    ("对年销售额首次超过5000万元、1亿元的电商，分别奖励10万元、20万元。", "20万元", "年销售额首次超过1亿元的电商奖励"),
    ("对高层次人才，A、B、C类分别发放安家费90万元、50万元、30万元。", "50万元", "B类高层次人才安家费"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), GRANTS)
def test_grants_are_paired_with_whom_they_go_to(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_terms_of_a_policy_are_no_promise() -> None:
    text = (
        "高新区将新建海外仓6个，对企业建仓的，按投资额的20%补助，最高可达200万元；从机场始发的全货机，每班补贴9万元。"
    )
    found = {f.evidence.text: f.status for f in figures(text)}
    assert found == {
        "6个": Status.TARGET, "20%": Status.ACTUAL, "最高可达200万元": Status.ACTUAL, "9万元": Status.ACTUAL,
    }  # fmt: skip


def test_what_a_plan_puts_in_is_a_target() -> None:
    text = "今年3月，高新区发布人才计划，宣布未来5年投入不少于10亿元，引进人才1000名。"
    assert {f.status for f in figures(text)} == {Status.TARGET}


def test_what_a_stage_brings_counts_from_it() -> None:
    assert one("今年6月投产后，可形成年产1万吨的能力，新增销售收入8亿元。", "8亿元").period == "2021-06/"


def test_a_series_that_stands_before_its_name() -> None:
    text = "从2018年的18亿元，到2019年的24亿元、2020年的40亿元，全区的技改投资三年增长了1.2倍。"
    found = {f.evidence.text: (f.metric, f.period) for f in figures(text)}
    assert found["24亿元"] == ("技改投资", "2019")
    assert found["1.2倍"] == ("技改投资三年增长", "2018/2020")


def test_a_share_of_what_was_told_before() -> None:
    text = "全市生产总值2580亿元，高新区贡献了其中的四分之一。"
    assert one(text, "四分之一").metric == "贡献生产总值比重"


PARKS = [
    ("建设针织产业园，规划面积3000亩，入驻企业138家。", "138家", "针织产业园"),
    ("园区规划建设了电子信息产业园，目前入驻企业138家。", "138家", "电子信息产业园"),
    ("现代中药产业园依托药材优势，发展饮片加工。今年1至5月，园区产值18亿元。", "18亿元", "现代中药产业园"),
]


@pytest.mark.parametrize(("text", "printed", "subject"), PARKS)
def test_what_a_park_within_the_zone_holds_is_the_parks(text: str, printed: str, subject: str) -> None:
    found = one(text, printed)
    assert (found.subject, found.scope) == (subject, Scope.ENTITY)
