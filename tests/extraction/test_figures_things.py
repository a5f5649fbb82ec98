"""The fund, base, park or firm that a clause without a subject goes on about; growth over years; what is of a list."""

from __future__ import annotations

import pytest

from reporter.model import Scope
from tests.extraction.figures_help import figures, one

THINGS = [
    ("区里设立总规模20亿元的健康产业母基金，已投项目27个，撬动社会资本近30亿元。", "27个", "健康产业母基金"),
    ("区里设立总规模20亿元的健康产业母基金，已投项目27个，撬动社会资本近30亿元。", "近30亿元", "健康产业母基金"),
    ("高新区投入1.8亿元建成工业互联网服务平台，接入设备2万台，服务企业340家。", "340家", "工业互联网服务平台"),
    ("海星自主创新园是高新区最大的载体。园区总建筑面积29万平方米，已入驻企业246家。", "246家", "海星自主创新园"),
    ("高新区建成的钛材中试基地启用。基地面积2.6万平方米。运行不到半年，已承接中试项目33项。", "33项", "钛材中试基地"),
    ("原先的一家纺织厂如今改建成标准厂房，去年入驻企业纳税超8000万元。", "超8000万元", "纺织厂"),
    ("2022年，管委会收回土地，引来做传感器的澄屿科技。项目一期投资5.5亿元。", "5.5亿元", "澄屿科技"),
    ("江苏澄屿医疗科技股份有限公司在此落户。靠300万元启动资金，澄屿起步。", "300万元", "江苏澄屿医疗科技股份有限公司"),
    ("江苏澄屿医疗科技股份有限公司在此落户。澄屿的导管国内市场占有率约22%。", "约22%", "江苏澄屿医疗科技股份有限公司"),
]


@pytest.mark.parametrize(("text", "shown", "subject"), THINGS)
def test_the_number_is_of_the_thing_told_of_before(text: str, shown: str, subject: str) -> None:
    figure = one(text, shown)
    assert (figure.subject, figure.scope) == (subject, Scope.ENTITY)


OF_THE_ZONE = [
    ("园区累计引进企业300家，园区总建筑面积29万平方米。", "29万平方米"),
    ("区里设立母基金，新增高新技术企业27家。", "27家"),
    ("江苏澄屿医疗科技股份有限公司在此落户。目前，高新区拥有科技型中小企业389家。", "389家"),
]


@pytest.mark.parametrize(("text", "shown"), OF_THE_ZONE)
def test_the_number_stays_the_zones(text: str, shown: str) -> None:
    assert one(text, shown).scope is Scope.ZONE


YEARS = [
    ("全区地区生产总值198.7亿元，同比增长13.2%，两年平均增长6.9%。", "6.9%", "地区生产总值两年平均增长", None),
    ("2020年，亩均税收14.2万元，到2023年底，这一数字升到19.7万元，三年提高38.7%。", "38.7%", "亩均税收三年提高", "2020/2023"),
    ("全区税收连续三年增长20%以上。", "20%以上", "税收连续三年增长", None),
    ("2021年力争生产总值增长8%，2020年，这一数字为6.5%。", "8%", "生产总值增长", "2021"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown", "metric", "period"), YEARS)
def test_growth_over_years_says_so(text: str, shown: str, metric: str, period: str | None) -> None:
    figure = one(text, shown)
    assert figure.metric == metric
    assert period is None or figure.period == period


def test_what_is_owned_is_of_today() -> None:
    found = {f.evidence.text: f.period for f in figures("去年研发投入1.53亿元；拥有授权专利168件。")}
    assert found["1.53亿元"]
    assert not found["168件"]


def test_what_is_still_added_says_so() -> None:
    assert one("今年将再盘活低效用地1500亩。", "1500亩").metric == "再盘活低效用地"


def test_the_level_at_the_head_of_a_list_is_of_all_that_it_sums_up() -> None:
    text = "新认定绵阳市级研究中心、重点实验室、企业技术中心等创新平台18家。"
    assert one(text, "18家").metric == "新认定绵阳市级创新平台"
