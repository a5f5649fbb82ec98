"""What daily news tells of plans and results, shares and ranks, each by one sentence of its own."""

from __future__ import annotations

import pytest

from reporter.model import Figure, Scope, Status
from tests.extraction.figures_help import figures, one

TARGETS = [
    ("今年计划新引进精细化工项目20个以上，产值力争翻番。", "20个以上"),
    ("规上企业研发投入强度要由2.1%提高到3%。", "3%"),
    ("二期8.6万平方米用房年底交付。", "8.6万平方米"),
    ("“每年储备20家、上市2家，是我们给自己定的硬指标。”局长说。", "20家"),
    ("公司今年产值有望突破40亿元，是去年的2.5倍。", "2.5倍"),
    ("宁州集团有限公司年产45万吨切片项目现场，工人正在安装设备。", "45万吨"),
    ("规划提出，到2025年，入区企业从现在的312家增加到600家，其中外资企业不少于10家。", "不少于10家"),
    ("全区年度计划投资135亿元，比去年增加22亿元。", "22亿元"),
]

ACTUALS = [
    ("今年计划实施攻关项目12项，首批5项已经启动。", "5项"),
    ("当时，宁州市将132项行政权力赋予云杉岭高新区。", "132项"),
    ("全年目标是210亿元，任务完成了45.6%。", "45.6%"),
    ("为争取到第一笔3000万元的贷款，他跑了11趟省城。", "3000万元"),
    ("公司把拟建在东部的项目改到云杉岭高新区，一期投资9亿元，3月已试生产。", "9亿元"),
    ("试点经验里，有128项改革任务已经落地。", "128项"),
]


@pytest.mark.parametrize(("text", "shown"), TARGETS)
def test_what_is_still_to_come(text: str, shown: str) -> None:
    assert one(text, shown).status is Status.TARGET


@pytest.mark.parametrize(("text", "shown"), ACTUALS)
def test_what_is_done_whatever_was_planned(text: str, shown: str) -> None:
    assert one(text, shown).status is Status.ACTUAL


METRICS = [
    ("航空用材占比，已经从2018年的不足15%提高到34%。", "34%", "航空用材占比"),
    ("钛材产值占全区的比重为28.1%，去年这一比重为34.6%。", "34.6%", "钛材产值占全区的比重"),
    ("高新技术企业增至218家，占全市近一半。到2025年，这个数字要达到400家。", "400家", "高新技术企业"),
    ("去年加注量46.3万吨。“到2025年，我们力争突破100万吨。”", "突破100万吨", "加注量"),
    ("世界500强企业中，已有128家在区内设立机构。", "128家", "世界500强企业"),
    ("技术合同成交额12.3亿元，连续三年保持30%以上的增速。", "30%以上", "技术合同成交额增速"),
    ("铝型材项目计划总投资6.5亿元，目前已完成4.1亿元。", "4.1亿元", "完成投资"),
    ("7月份用电量恢复到去年同期的103%。", "103%", "用电量相当于去年同期比例"),
    ("一般公共预算收入19亿元，增长11.3%，为年初预算的53%。", "53%", "一般公共预算收入相当于年初预算比例"),
    ("7家试点企业举荐人才138名。", "138名", "试点企业举荐人才"),
    ("区里的“海创计划”给项目最高1000万元资助。", "最高1000万元", "项目资助"),
    ("园区配套的120万千瓦光伏项目年底并网。", "120万千瓦", "光伏项目规模"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_metrics(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_a_share_has_the_time_of_what_it_is_a_share_of() -> None:
    text = "出口额从2015年的112亿元增加到去年的406亿元，占全市出口额的七成以上。"
    assert one(text, "七成以上").period == "2020"


def test_three_areas_are_the_whole_zone() -> None:
    text = "黑龙江自贸试验区黑河片区：三个片区实际利用外资4.9亿美元，黑河片区贡献了8300万美元。"
    found = {figure.evidence.text: figure.zone for figure in figures(text, title="黑龙江自贸试验区黑河片区交出答卷")}
    assert found["4.9亿美元"] == "黑龙江自贸区"
    assert found["8300万美元"] == "黑龙江自贸区黑河片区"


def test_so_many_zones_together_are_none_of_them() -> None:
    text = "考评显示，217家国家级经开区实现地区生产总值11.6万亿元，增长6.4%；进出口总额6.7万亿元。"
    assert {figure.scope for figure in figures(text)} == {Scope.EXTERNAL}


def test_zones_ranked_in_a_list_have_each_its_own_place() -> None:
    found = figures("贵阳经开区、遵义经开区分列第二、第三，得分分别为91.8分和88.4分。", title="考核出炉")
    places = {figure.zone: figure.value for figure in found if figure.relation == "rank"}
    assert places == {"贵阳经开区": 2, "遵义经开区": 3}


def test_who_is_singled_out_owns_what_follows() -> None:
    text = "增速最快的是青屏河经开区：规上工业产值94.5亿元，增长17.3%。"
    assert {figure.zone for figure in figures(text)} == {"青屏河经开区"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全区从创新、开放等4个方面发力，企业达到120家。", "4个"),
        ("砺风公司1期投资5亿元。", "1期"),
        ("全区新开工亿元以上项目60个以上、竣工35个。", "亿元以上"),
        ("去年业务量5109万单，约占全国13个试点城市的四成。", "13个"),
        ("主任表示，两家将“错位发展”，业务量都突破3000万单。", "两家"),
    ],
)
def test_what_counts_nothing_is_no_figure(text: str, shown: str) -> None:
    found: list[Figure] = figures(text)
    assert shown not in [figure.evidence.text for figure in found] and found


def test_a_third_and_a_little_more() -> None:
    found = one("实际使用外资占全省的三分之一强。", "三分之一强")
    assert (round(found.value, 1), found.qualifier.value) == (33.3, "over")
