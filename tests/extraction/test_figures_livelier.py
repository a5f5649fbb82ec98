"""Livelier prose: verbs that dare, climb and slide, what things once were, places in a row, years counted on."""

from __future__ import annotations

import pytest

from reporter import reading
from tests.extraction.figures_help import figures, one

METRICS = [
    ("全区生产总值定格在412.6亿元。", "412.6亿元", "生产总值"),
    ("亩均税收从上年的9.3万元抬到13.6万元。", "13.6万元", "亩均税收"),
    ("对美贸易占比则滑落至8.1%，2021年这一数字还是14%。", "14%", "对美贸易占比"),
    ("单日处理能力上探到500万单。", "500万单", "单日处理能力"),
    ("留置时间从过去的7天延长到28天。", "28天", "留置时间"),
    ("新材料成本只有原来的三分之一。", "三分之一", "新材料成本相当于原来比例"),
    ("企业拿到了利率只有3.2%的贷款。", "3.2%", "贷款利率"),
    ("区里新打成34口地热井。", "34口", "打成地热井"),
    ("生产总值162亿元，同比增长12.8%，比全省快了8.6个百分点。", "8.6个百分点", "生产总值同比增长快于全省"),
    ("它的座次已从第9位升至第5位。", "第5位", "座次"),
    ("园区预备了4800名临时工和2条备用分拣线。", "4800名", "预备临时工"),
    ("月薪多在4500元至7000元之间。", "4500元至7000元", "月薪"),
    ("全区新签项目38个，单体投资十亿元以上的占去11个。", "11个", "单体投资十亿元以上的新签项目"),
    ("去年产值74亿元，今年目标直指130亿元。", "130亿元", "产值"),
    ("全县安排重点项目162个、投资208亿元，高新区一家就分别扛下71个、96.5亿元。", "71个", "安排重点项目"),
    ("全区拥有32家科创板上市企业。", "32家", "科创板上市企业"),
    ("园区培育32家上市企业。", "32家", "培育上市企业"),
    ("项目新增120个就业岗位。", "120个", "新增就业岗位"),
    ("全区已遴选出107家‘深科技’企业。", "107家", "遴选出‘深科技’企业"),
    ("医院新增100张床位。", "100张", "新增床位"),
    ("出区包裹312万单，差不多是2018年同日的3.2倍。", "3.2倍", "出区包裹相当于2018年同日的倍数"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_what_is_measured(text, shown, metric):
    assert one(text, shown).metric == metric


STATUS = [
    ("去年产值5.3亿元，今年奔着8亿元去。", "8亿元", "target"),
    ("今年产值保1.2亿元、明年冲3亿元。", "1.2亿元", "target"),
    ("7个项目总投资18亿元，当年可完成投资9亿元以上。", "9亿元以上", "target"),
    ("高新区今年还要交付标准厂房25万平方米。", "25万平方米", "target"),
    ("新厂投产后首个季度就实现产值1.4亿元。", "1.4亿元", "actual"),
    ("实际使用外资3.4亿美元，完成全年目标的57%，慢于时间进度1.3个百分点。", "1.3个百分点", "actual"),
    ("灭菌中心每天可处理产品600立方米。", "600立方米", "actual"),
]


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_come_true_or_not(text, shown, status):
    assert one(text, shown).status.value == status


PERIODS = [
    ("上半年，预算收入12.5亿元，为年初预算的53.8%。", "53.8%", "2021-01/2021-06"),
    ("综保区2015年封关，当年进出口16亿元；六年后，这个数字变成了59亿元。", "59亿元", "2021"),
    ("2018年才动工的绿色化工园区，四年里落下170个项目。", "170个", ""),
    ("去年，出区包裹312万单，是2018年同日的3.2倍，峰值时每秒有83单过闸。", "3.2倍", "2020"),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_when(text, shown, period):
    assert one(text, shown).period == period


def test_a_year_of_the_cycle_and_the_head_of_the_printed_page():
    cycle = reading.read(
        reading.Input("a.txt", "a.txt", content="云岭高新区见闻\n\n甲辰龙年的谷雨，雨脚细密。".encode())
    )
    assert cycle.articles[0].year == 2024
    text = "一个片区的“结构账”\n\n2024-08-22 第06版 区域经济\n\n本报记者 陆知行 烟台报道\n\n云岭片区进出口86亿元。"
    article = reading.read(reading.Input("b.txt", "b.txt", content=text.encode())).articles[0]
    assert (article.title, article.date, article.byline) == ("一个片区的“结构账”", "2024-08-22", ("陆知行",))


def test_square_metres_called_fang_are_left_out_rather_than_told_as_cubic():
    built = figures("标准厂房25万平方米，其中10万方主体已经封顶。")
    assert [f.mentions[0].text for f in built] == ["25万平方米"]
    assert one("完成土石方120万方。", "120万方").unit == "立方米"


def test_a_project_is_no_fund():
    assert one("园区设立100亿元产业基金。项目达产后，预计实现营收50亿元。", "50亿元").subject == "项目"
