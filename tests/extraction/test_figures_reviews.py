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
