"""Days of gatherings that later sentences go on with, spans that end where a report does, and counts of what was done."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import one

HELD = "6月20日，第三届招商大会在云杉岭高新区举行。"

PERIODS = [
    # what happens at a gathering, in the sentence behind it
    (f"{HELD}12个国家的200多位客商到会，38个项目集中签约，总投资197亿元。", "38个", "2021-06-20"),
    (f"{HELD}12个国家的200多位客商到会，38个项目集中签约，总投资197亿元。", "197亿元", "2021-06-20"),
    (f"{HELD}会后，高新区累计已有38个项目签约。", "38个", ""),
    (f"{HELD}高新区将再推动38个项目签约。", "38个", ""),
    (f"{HELD}高新区产业基础厚实。今年招商忙。企业到会66家。", "66家", ""),
    # a sentence that gives but the day
    ("2月4日，立春。云杉岭高新区举行集中签约活动，13个项目签约。", "13个", "2021-02-04"),
    ("3月18日上午，春雨初歇。云杉岭高新区举办开工仪式，10个项目同时开工。", "10个", "2021-03-18"),
    ("2月4日，立春。云杉岭高新区的厂房占地86亩。", "86亩", ""),
    # 当天 in another paragraph
    (f"{HELD}\n当天，两市移交共建资金2亿元，另有3亿元将陆续拨付。", "2亿元", "2021-06-20"),
    # what was counted before its time
    ("305个重点项目去年完成投资550亿元。", "305个", "2020"),
    ("全区孵化器达到49家，14家是今年新引进的。", "14家", "2021"),
    ("园区引进12家企业7月份入驻。", "12家", ""),
    ("305个去年的重点项目已经交付。", "305个", ""),
    # the year up to the day of the report
    ("361家企业今年在高新区扎根。截至11月底，签约项目255个。\n新登记市场主体3.5万户。", "3.5万户", "2021-01/2021-11"),
    # rows of years
    ("时间从2014年跨到2017年。四年下来，高新区受理投诉773件。", "773件", "2014/2017"),
    ("2016年，企业在高新区起步。5年间，累计纳税3亿元。", "3亿元", "2016/2021"),
    ("从2010年首单业务算起，高新区交付飞机2000架。", "2000架", "2010/"),
    # another time than the sentence's
    ("到3月底，落户高新区的企业有127家，高新区成立之初只有54家。", "54家", ""),
    ("去年底，高新区月产量4.9万吨，今年全年有望做到60万吨。", "60万吨", "2021"),
    ("霁泽材料2017年12月落户高新区，项目用地800亩、总投资50亿元，其中一期投资20亿元。", "20亿元", ""),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_when_it_was(text, shown, period):
    assert one(text, shown).period == period


def test_how_many_there_are_by_a_month_that_may_be_to_come():
    assert one("到3月底，落户高新区的企业有127家。", "127家").period == "/2021-03"


def test_a_foreign_trade_without_a_time_is_of_the_year_reported_on():
    text = "去年，云杉岭高新区生产总值622亿元，增长13%。\n开放的口子越开越大。全区进出口2784亿元，占全省65%。"
    assert one(text, "2784亿元").period == "2020"
    assert one(text.replace("全区", "目前，全区"), "2784亿元").period != "2020"
