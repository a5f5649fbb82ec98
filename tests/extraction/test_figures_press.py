"""Sentences as papers of any place write them, and the figures that must come out."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import one

TIMES = [
    # where a change began is not the time it led to
    ("到2025年，经济总产值由310亿元增至600亿元以上。", "310亿元", ""),
    ("2020年，常住人口由36万人增加到48万人。", "48万人", "2020"),
    ("自2018年5月封关运行以来，注册企业由29家发展到312家。", "29家", "2018-05"),
    # each number of a span has its own year
    ("2018年到2020年，生产总值依次为236亿元、314亿元和365亿元。", "314亿元", "2019"),
    ("从2018年到2020年，工业开票销售由506亿元升至785亿元。", "506亿元", "2018"),
    ("从2018年到2020年，工业开票销售由506亿元升至785亿元。", "785亿元", "2020"),
    # an average is over the years told
    ("进出口从2018年的148亿元增长到2020年的684亿元，年均增长46.6%。", "46.6%", "2018/2020"),
    ("2015年生产总值263亿元，2020年为714亿元，五年年均增长13%。", "13%", "2015/2020"),
    # the year of one end dates nothing behind it
    ("工业增幅由2015年的-12.6%转为5.1%；汽车产业产值1024亿元。", "1024亿元", ""),
    # 全年 is the year that the article reports on, not one that somebody looks back at
    ("2019年，全区完成工业总产值1889亿元。\n全年引进项目46个。", "46个", "2019"),
    ("“2010年签约时，这里还是枣林。”王明说。目前，全区企业5家投产，预计全年产量9600万部。", "9600万部", "2021"),
]


@pytest.mark.parametrize(("text", "shown", "period"), TIMES)
def test_period(text, shown, period):
    assert one(text, shown).period == period
