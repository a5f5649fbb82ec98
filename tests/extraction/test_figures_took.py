"""How long something took, and how much time was saved: what such a length of time measures, and when it only dates."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import figures, one

TOOK = [
    ("从签地到打桩，前后只用了45天。", "45天", "从签地到打桩用时"),
    ("从拿到图纸到首件下线，一共花了80天。", "80天", "从拿到图纸到首件下线用时"),
    ("从递交材料到领到执照，企业前后仅用3个工作日。", "3个工作日", "从递交材料到领到执照用时"),
    ("从中试到量产只花了5个月。", "5个月", "从中试到量产用时"),
    ("企业在“一件事”窗口一次办完，前后花了6个工作日。", "6个工作日", "企业在“一件事”窗口一次办完用时"),
    ("不到90天，环评和施工许可全部办妥；15个月，主厂房封顶。", "不到90天", "环评和施工许可全部办妥用时"),
    ("不到90天，环评和施工许可全部办妥；15个月，主厂房封顶。", "15个月", "主厂房封顶用时"),
    ("仅仅两个月，设备就全部安装到位。", "两个月", "设备全部安装到位用时"),
    ("企业注册1天办结，施工许可28天拿证。", "28天", "施工许可拿证用时"),
    ("通关查验一般平均只需3至5小时。", "3至5小时", "通关查验一般平均用时"),
    (
        "过去一批货从申报到放行要跑5个窗口，海关推出新模式后，最快2个小时办结。",
        "最快2个小时",
        "货从申报到放行用时",
    ),
    ("“拿地即开工”平均为每个项目抢回1至2个月。", "1至2个月", "“拿地即开工”每个项目平均节省时间"),
    ("联合验收让每个项目省下40多天。", "40多天", "联合验收每个项目节省时间"),
    ("平均受理时间由2019年的8.5天压到2022年的2.1天。", "2.1天", "平均受理时间"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), TOOK)
def test_what_took_the_time(text, shown, metric):
    found = one(text, shown)
    assert found.metric == metric
    assert not any("指标名称" in doubt for doubt in found.doubts)


DATES = [
    "公司当年不到三个月就出口了5吨。",
    "不到两年，园区新设企业1863家。",
    "短短三年，这里引进了80家企业。",
]


@pytest.mark.parametrize("text", DATES)
def test_a_time_in_which_so_much_was_reached_measures_nothing(text):
    assert len(figures(text)) == 1


def test_what_is_still_to_be_guessed_stays_in_doubt():
    assert any("指标名称" in doubt for doubt in one("前后用了6天。", "6天").doubts)
