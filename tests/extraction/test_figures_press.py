"""Sentences as papers of any place write them, and the figures that must come out."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import ZONE, figures, one

TIMES = [
    # where a change began is not the time it led to
    ("到2025年，经济总产值由310亿元增至600亿元以上。", "310亿元", ""),
    ("2020年，常住人口由36万人增加到48万人。", "48万人", "2020"),
    ("自2018年5月封关运行以来，注册企业由29家发展到312家。", "29家", "2018-05"),
    # each number of a span has its own year
    ("2018年到2020年，生产总值依次为236亿元、314亿元和365亿元。", "314亿元", "2019"),
    ("从2018年到2020年，工业开票销售由506亿元升至785亿元。", "506亿元", "2018"),
    ("从2018年到2020年，工业开票销售由506亿元升至785亿元。", "785亿元", "2020"),
    # the day of what was done dates no size
    ("今年3月，投资15亿元的智能终端项目开工，一期占地260亩。", "260亩", ""),
    ("2012年9月，园区获批设立，规划面积4平方公里。", "4平方公里", ""),
    ("2月18日，园区签约项目32个，总投资227亿元。", "227亿元", "2021-02-18"),
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


METRICS = [
    # a bare rate is that of the figure before it
    ("完成进出口总额92亿元，其中6月单月增速达47%。", "47%", "进出口总额单月增速"),
    ("经济总产值增至600亿元，年均增速不低于25%。", "不低于25%", "经济总产值年均增速"),
    # lists that speak of the figures before
    ("到位外资5亿美元、省外资金69亿元，分别完成年度任务的106%和112%。", "112%", "省外资金完成年度任务比例"),
    ("进出口总额14亿美元，出口8亿美元，增速分别为6.5%和4.4%。", "4.4%", "出口增速"),
    ("税收收入18亿元，工业增加值56亿元，占全县的比重分别为62%和80%。", "80%", "工业增加值占全县的比重"),
    # a clause without a number names what grows in the next
    ("应税销售21亿元，同比下降4.8%；工业用电量由负转正，增长2.3%。", "2.3%", "工业用电量增长"),
    # the rank of what only grew is that of its growth
    ("工业增加值增长10.7%，列全省第二。", "第二", "工业增加值增速全省排名"),
    ("全区员工已从3月的400人恢复到1100多人。", "1100多人", "员工"),
    # how long a thing takes
    ("诉求办结率99.1%，平均办结时间4.6天。", "4.6天", "平均办结时间"),
    ("从签约到拿到许可证，分别只用了29天和33天。", "33天", "从签约到拿到许可证用时"),
    ("从备案到取得许可证最快13天。", "最快13天", "从备案到取得许可证用时"),
    ("进料从落地到上线，由原来的6小时缩短到2.5小时。", "2.5小时", "进料从落地到上线用时"),
    # short verbs of change
    ("出口订单毛利率从8%提到11.5%。", "11.5%", "出口订单毛利率"),
    ("出口一台车的单证由5份变成1份。", "1份", "出口一台车的单证"),
    ("终端产品占比做到三成。", "三成", "终端产品占比"),
    # what a zone pays
    ("企业技术改造按投资额的15%补助，单户封顶1500万元。", "1500万元", "单户补助上限"),
    ("首台装备按售价的10%奖励，最高300万元。", "最高300万元", "奖励上限"),
    ("综保区给予最高300万元的开办补贴。", "最高300万元", "给予开办补贴"),
    ("对全职引进的博士给予50万元安家费。", "50万元", "给予安家费"),
    ("新区召开“周五见”活动61期，收到诉求742件。", "61期", "召开“周五见”活动"),
    # those of a kind that there are
    ("52家投产企业中，进出口额过亿元的有11家。", "11家", "进出口额过亿元的投产企业"),
    ("形成创新案例112个，在全国推广的有3个。", "3个", "在全国推广的形成创新案例"),
    ("投资过百亿元的项目有9个。", "9个", "投资过百亿元的项目"),
    ("合计贡献了全区进出口总额的85.7%。", "85.7%", "贡献全区进出口总额比重"),
    # an output belongs to the industry that its sentence began with
    ("机械产业止跌回升，实现产值421亿元。", "421亿元", "机械产业产值"),
    ("其中，轨道交通产业集聚企业76家，配套产品1200多种，去年实现产值92亿元。", "92亿元", "轨道交通产业产值"),
    ("工业总产值突破1000亿元，其中汽车产业500亿元。", "500亿元", "汽车产业工业总产值"),
    # and an area to what was counted
    ("全区孵化器、众创空间达14家，总面积31万平方米。", "31万平方米", "孵化器、众创空间总面积"),
    # what was counted, and what was done with it
    ("87个省、市重点项目一季度完成投资76.9亿元。", "87个", "省、市重点项目"),
    ("87个省、市重点项目一季度完成投资76.9亿元。", "76.9亿元", "省、市重点项目完成投资"),
    ("三年间落下了130多个在建或投产项目。", "130多个", "落下在建或投产项目"),
    ("公司62名研发人员中有一半住在城里。", "一半", "研发人员住在城里比例"),
    ("三大产业合计占比达87.5%。", "87.5%", "三大产业合计占比"),
    # a rate before the verb
    ("这条产线每分钟能封装120颗光芯片。", "120颗", "每分钟封装光芯片"),
    ("全区年均培育上市企业12家。", "12家", "年均培育上市企业"),
    ("一台岸桥每小时可作业35个自然箱。", "35个", "每小时可作业自然箱"),
    ("出口手机超过5000万部，平均一天16万部。", "16万部", "平均一天出口手机"),
    ("完成进出口总额92亿元，扭转了2月份下滑31.6%的局面。", "31.6%", "进出口总额下滑"),
    ("计划经营收入增长12%，突破440亿元。", "12%", "经营收入增长"),
    # what ties a metric to its clause is no part of it
    ("全年进出口总额可望达到220亿元。", "220亿元", "进出口总额"),
    ("全年主要目标是GDP增长8%以上。", "8%以上", "GDP增长"),
    ("全货运航线新增6条，累计达45条。", "45条", "累计全货运航线"),
    ("新增市场主体2143户，其中企业占42.6%。", "42.6%", "企业占新增市场主体比重"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_metric(text, shown, metric):
    assert one(text, shown).metric == metric


BOUNDS = [
    ("进出口额过亿元的有11家。", "过亿元"),
    ("连续三年引进投资30亿元以上、50亿元以上乃至百亿元的龙头项目。", "30亿元以上"),
    ("连续三年引进投资30亿元以上、50亿元以上乃至百亿元的龙头项目。", "50亿元以上"),
]


@pytest.mark.parametrize(("text", "shown"), BOUNDS)
def test_a_bound_of_things_is_not_what_the_zone_has(text, shown):
    assert shown not in [figure.evidence.text for figure in figures(text)]


def test_others_have_no_part_in_the_promise_before():
    text = "投资最大的项目2024年投产后可年产车桥60万根；其余3个项目投资额均在5亿元以上。"
    figure = one(text, "5亿元以上")
    assert (figure.metric, figure.status.value, figure.period) == ("项目投资额", "actual", "")


STATUS = [
    ("数字会说话：前8个月，园区总产值完成142亿元。", "142亿元", "actual"),
    ("高支纱的比重由2016年的9%提高到今年上半年的33%。", "33%", "actual"),
    ("规划建设了占地1500亩的产业园，聚集企业46家。", "46家", "actual"),
    ("规划建设占地1500亩的产业园。", "1500亩", "target"),
]


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_status(text, shown, status):
    assert one(text, shown).status.value == status


SUBJECTS = [
    # a clause that points out one of several
    ("签约的4个项目中，投资最大的是海星车桥项目，总投资18亿元，占地350亩。", "350亩", "海星车桥项目"),
    ("投资最大的是海星车桥项目，总投资18亿元；其余3个项目投资额均在5亿元以上。", "5亿元以上", ZONE),
    ("隔壁的海星轻量化材料项目同样抢眼：5项发明专利，12月试产。", "5项", "海星轻量化材料项目"),
    # what is told of a thing is no part of its name
    ("去年，投资66亿元的海星整车项目落户。", "66亿元", "海星整车项目"),
    ("总投资50亿元的青云科创城二期开工建设。", "50亿元", "青云科创城二期"),
    ("总投资32亿元的海星显示项目主体封顶。", "32亿元", "海星显示项目"),
    # several together
    ("总投资32亿元的海星显示项目封顶，两个项目全部建成后预计年产值合计120亿元。", "120亿元", "两个项目"),
    # a company's pronoun behind words of promise
    ("海星电池有限公司去年投产。预计今年公司销售收入可达18亿元。", "18亿元", "海星电池有限公司"),
    # who is quoted and is no official does not speak of the zone
    ("博士创业者王明带着团队创业。“我们拿到了30万元的种子资金。”王明说。", "30万元", "公司"),
    # the text goes on about somebody else
    ("海星码头公司新添岸桥12台。2020年武汉港吞吐量完成620万标箱。", "620万标箱", ZONE),
]


@pytest.mark.parametrize(("text", "shown", "subject"), SUBJECTS)
def test_subject(text, shown, subject):
    assert one(text, shown).subject == subject


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("前三季度，全镇一般公共预算收入4758万元。", "4758万元"),
        ("青溪镇是高新区“一区三园”之一，拥有规上工业企业12家。", "12家"),
    ],
)
def test_a_town_is_not_the_zone_around_it(text, shown):
    figure = one(text, shown)
    assert (figure.zone, figure.scope.value) == ("", "external")


def test_whom_a_person_leads_is_no_figure():
    assert figures("王明正带着7人团队调试设备。") == []
