"""Times that a figure takes from the words before it: sentences, paragraphs, questions; and times that date nothing."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import one

REPORT = "云杉岭高新区干劲足，2020年完成工业总产值214亿元，同比增长12%。"

PERIODS = [
    # the sentence before reports on a time
    (f"{REPORT}实际利用外资1850万美元，完成目标的105.4%；税收6.04亿元，同比增长6.3%。", "1850万美元", "2020"),
    (f"{REPORT}实际利用外资1850万美元，完成目标的105.4%；税收6.04亿元，同比增长6.3%。", "105.4%", "2020"),
    (f"{REPORT}新登记企业4100户。", "4100户", "2020"),
    (f"{REPORT}首批1260套人才公寓交付。", "1260套", ""),
    (f"{REPORT}目前高新技术企业增长到300家。", "300家", "/2021"),
    (f"{REPORT}\n工业投资同比增长21.3%，技改活跃。", "21.3%", "2020"),
    (f"{REPORT}\n亩均税收由上年的18.3万元提高到21.7万元。", "18.3万元", "2019"),
    ("云杉岭高新区2020年9月启动大企业计划。首批企业业务规模增长超40%。", "超40%", ""),
    # what was heard, and by which reckoning, stands before the time of the paragraph
    (
        "记者从统计局获悉，根据统一核算结果，2020年前三季度，高新区生产总值281亿元。分产业看，第一产业增加值6.7亿元。",
        "6.7亿元",
        "2020-01/2020-09",
    ),
    # times named before
    ("2014年9月，云杉岭高新区获批。彼时，辖区生产总值只有213亿元。", "213亿元", "2014"),
    ("今年1至6月，高新区进出口82亿元。\n云渡口岸同期完成进出口31亿元。", "31亿元", "2021-01/2021-06"),
    ("2004年落户以来，这家企业累计投资2.6亿美元。", "2.6亿美元", "2004/"),
    # a question's time is the answer's
    ("记者：明年有哪些“硬指标”？\n主任：进出口力争150亿元，新建厂房8万平方米。", "8万平方米", "2022"),
    # as of a month, and of this year
    ("截至7月底，高新区今年已签约项目42个；完成投资68亿元。", "68亿元", "2021-01/2021-07"),
    ("到今年3月底，年内新发放贷款58笔。", "58笔", "2021-Q1"),
    ("截至今年3月底，园区计划年内完成改造项目58个。", "58个", "2021"),
    ("到去年底，高新区注册企业达到3200余家。", "3200余家", "/2020-12"),
    ("到位外资1870万美元，受上年基数较高影响，同比下降6.2%。", "6.2%", ""),
    ("到今年3月底，年内新发放贷款58笔，金额2.1亿元。", "2.1亿元", "2021-Q1"),
    ("2018年，亩均税收只有14.2万元；到2020年底，亩均税收升到19.7万元，三年提高38.7%。", "38.7%", "2018/2020"),
    ("2019年5月启用的云岭研究院总投资35亿元。", "35亿元", ""),
    ("在建的冷链仓库年底投用后，冷库总容量将达到5.2万吨。", "5.2万吨", "2021-12/"),
    # a part is of the time of its whole
    ("云渡产业园于2013年开园，现有企业87家，其中规上企业34家。", "34家", ""),
    # times that date nothing else
    ("2018年封关的云渡综保区，去年进出口400亿元。高新区的“朋友圈”扩大到162个国家和地区。", "162个", ""),
    ("今年4月开园的云渡产业园已入驻企业68家。", "68家", ""),
    (
        "前三季度，固定资产投资增长12%。136个在建项目中，48个为年内新开工，累计完成投资239亿元。",
        "239亿元",
        "2021-01/2021-09",
    ),
    ("去年拿到注册证，价格只有进口的一半，产品已经装进110家医院。", "110家", ""),
    # a rank that was made public is of no time told before it, nor of that of the one before
    ("前三季度，产值增长12%。在最新公布的国家高新区综合评价中，云杉岭高新区列第58位。", "第58位", ""),
    ("在刚公布的评价中，云杉岭高新区由上年的第43位升至第38位，在中部地区居第9位。", "第9位", ""),
    # what is invested is not of the day on which it is built
    ("公司投资8.6亿元建设的制剂基地明年3月投产。", "8.6亿元", ""),
    # from end to end of a change; before the end that is told; in the year whose end was told
    ("占比由2003年的11.2%提高到2007年的23.7%，提高12.5个百分点。", "12.5个百分点", "2003/2007"),
    ("到2020年末，绿电消费占比由两年前的21%升至57.8%。", "21%", "2018"),
    ("到2020年底，入区企业428家；当年实现财政收入7.03亿元。", "7.03亿元", "2020"),
    # aims are of their year, statistics of theirs
    ("在2月2日的大会上，云杉岭高新区提出今年的奋斗目标：工业总产值1050亿元。", "1050亿元", "2021"),
    ("2020年度火炬统计显示，云杉岭高新区营业收入3126亿元。", "3126亿元", "2020"),
    # behind the number
    ("首批1260套人才公寓今年3月交付。", "1260套", "2021-03"),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_when_it_was(text, shown, period):
    assert one(text, shown).period == period


def test_a_total_up_to_a_month_of_some_year_is_told_as_one() -> None:
    figure = one("自首列班列发车以来，至今年8月底，云杉岭高新区共发运班列187列。", "187列", year=None)
    assert figure.doubts == ("未能确定“至今年8月底”是哪一年",)


def test_a_year_back_from_january_is_the_year_that_is_over():
    text = "1月6日，云杉岭高新区召开总结会。一年来，全区工业增加值增长8.9%。"
    assert one(text, "8.9%", date="2021-01-09").period == "2020"
    assert one(text, "8.9%", date="2021-06-09").period != "2020"


def test_what_is_new_within_the_year_does_not_make_the_rest_a_plan():
    text = "136个在建项目中，48个为年内新开工，累计完成投资239亿元。"
    assert one(text, "239亿元").status.value == "actual"


def test_a_half_year_told_in_april_is_still_to_come():
    text = "“全区上半年收入超过145亿元，全年税收突破8亿元。”主任说。"
    assert {one(text, shown, date="2021-04-11").status.value for shown in ("超过145亿元", "突破8亿元")} == {"target"}
    assert one(text, "超过145亿元", date="2021-07-11").status.value == "actual"
