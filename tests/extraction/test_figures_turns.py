"""Where a sentence turns: to a base, a founding, a plan, another zone; and what it then no longer says of a figure."""

from __future__ import annotations

import pytest

from reporter.model import Scope, Status
from tests.extraction.figures_help import ZONE, figures, one

PERIODS = [
    ("到2025年，进出口总额在2020年基础上翻一番、达到60亿元。", "60亿元", "2025"),
    (f"{ZONE}市场主体从2012年获批时的不足千户增至目前的5.3万户，常住人口突破60万人。", "突破60万人", ""),
    (f"去年升格为国家级的{ZONE}，入园企业586家。", "586家", ""),
    ("今年一季度，集中开工项目6个，年度计划投资15亿元，已完成4.26亿元。", "4.26亿元", "2021-Q1"),
    ("7月18日，27个项目集中开工。从产业看，汽车类9个、光电类7个。", "7个", "2021-07-18"),
    ("近日，商务部公布2020年国家级高新区考核评价结果，该区居第18位。", "第18位", "2020"),
    ("今年前8个月，进出口7.8亿元。示范推广面积累计1600万亩，培训农民近万名。", "近万名", ""),
    ("今年6月，园区对2019年至2020年签约的134个项目逐一“回头看”，71个已投产。", "71个", ""),
    ("今年前7个月，新增注册企业389家，在谈项目63个。", "63个", "/2021-07"),
    ("今年起权重由20%提到55%；上半年签约22个，单个投资额从4.8亿元升到9.1亿元。", "9.1亿元", "2021-01/2021-06"),
    ("2017年落户的某公司，从最初的80人，发展到今天的规模，上半年营收9600万元。", "9600万元", "2021-01/2021-06"),
    ("这个2015年获批的园区累计引进德国企业86家。", "86家", ""),
    ("2013年9月封关的园区规划面积4平方公里。", "4平方公里", ""),
    ("2018年出口仅有3.1亿美元；2019年止跌回升，增长9.5%。", "9.5%", "2019"),
    ("本报云杉5月15日讯 记者林某报道：种质资源库日前投用，可保存种质16万份。", "16万份", ""),
    ("今年4月，新认定瞪羚企业46家，总数增至138家。", "138家", "/2021-04"),
    ("今年前10个月，新增市场主体5120户，总量达4.3万户。", "4.3万户", "/2021-10"),
    ("今年前4个月，区内注册企业增加到54家。", "54家", "/2021-04"),
    ("今年一季度，产业增加值73亿元；上市企业累计44家。", "44家", "/2021-03"),
    ("交易额从首年的2600万元跃升至今年前4个月的1.9亿元。", "1.9亿元", "2021-01/2021-04"),
    ("去年12月封关后，日均处理包裹12万单；一季度跨境电商交易额18.6亿元。", "18.6亿元", "2021-Q1"),
    ("从1993年第一家企业落户，到今年第500家签约，园区用了28年。全区总投资60亿美元。", "60亿美元", ""),
    ("原料价格从2019年11月的每吨6万元跌到去年底的1万元，企业也感到寒意：31家企业利润下滑。", "31家", ""),
    ("截至6月底，注册企业187家，而去年底只有43家；在建项目11个。", "11个", "/2021-06"),
    ("2020年，全区新引进项目27个。全区研发经费投入31.5亿元，增长16.8%。", "31.5亿元", "2020"),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_a_time_that_a_sentence_turns_from_dates_no_figure(text: str, shown: str, period: str) -> None:
    assert one(text, shown).period == period


def test_a_headline_has_the_time_that_its_article_tells() -> None:
    text = "6月15日，该区举行签约仪式，10个项目落户。"
    head, body = figures(text, title=f"{ZONE}签下10个项目", date="2021-06-20")
    assert head.period == body.period == "2021-06-15"


def test_a_headline_that_its_article_tells_of_twice_stays_undated() -> None:
    text = "2019年，落户项目10个。2020年，落户项目10个。"
    head = figures(text, title=f"{ZONE}签下10个项目")[0]
    assert head.period == ""


def test_what_a_headline_reports_on_is_the_time_of_another_side_of_it() -> None:
    text = "外贸是最亮的一笔。上半年进出口1480亿元。\n工业这边，喜忧并存。规上工业增加值增长4.4%。"
    found = figures(text, title=f"上半年，{ZONE}多项指标好于全市")
    assert [figure.period for figure in found] == ["2021-01/2021-06"] * 2


STATUS = [
    ("今年，全区计划供应工业用地1200亩；上半年已供地530亩。", "530亩", Status.ACTUAL),
    ("年度计划投资1086亿元，到9月底已完成921亿元。", "921亿元", Status.ACTUAL),
    ("园区今年已实现税收目标12亿元。", "12亿元", Status.ACTUAL),
    ("园区已经确立了税收目标12亿元。", "12亿元", Status.TARGET),
    ("万元产值能耗下降5.6%，超出年度目标2.1个百分点，绿色工厂增加到14家。", "14家", Status.ACTUAL),
    ("去年6月污水厂投用后，园区工业用水重复利用率达到92%。", "92%", Status.ACTUAL),
    ("明年6月污水厂投用后，园区工业用水重复利用率达到92%。", "92%", Status.TARGET),
    ("首期3000个机架计划明年底交付。", "3000个", Status.TARGET),
    ("已有42个项目开工；7个项目近期可开工建设。", "7个", Status.TARGET),
    ("达产后年销售收入45亿元；某电池项目一期投资20亿元。", "20亿元", Status.ACTUAL),
    ("某项目一期投资20亿元，计划明年6月投产。", "20亿元", Status.ACTUAL),
    ("今年将设立规模为5亿元的种业基金。", "5亿元", Status.TARGET),
    ("今年，园区产值要向300亿元冲刺。", "300亿元", Status.TARGET),
    ("建起拟上市企业后备库，在库企业120家。", "120家", Status.ACTUAL),
    ("园区拟上市企业5家。", "5家", Status.TARGET),
    ("开办药店，过去要跑5个窗口，现在只进一个。", "5个", Status.ACTUAL),
    ("公司引进飞机26架，下半年还有4架要来。", "4架", Status.TARGET),
    ("手里有9个在谈项目，二季度能签下5个，全年保持增长的目标不变。", "9个", Status.ACTUAL),
    ("手里有9个在谈项目，二季度能签下5个，全年保持增长的目标不变。", "5个", Status.TARGET),
    ("今年的目标是130亿元，上半年已经完成61.8亿元。", "61.8亿元", Status.ACTUAL),
    ("到今年3月底，年内新发放贷款58笔。", "58笔", Status.ACTUAL),
]


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_what_is_to_come_is_told_behind_the_number_too(text: str, shown: str, status: Status) -> None:
    assert one(text, shown).status is status


METRICS = [
    ("今年4月，新认定瞪羚企业46家，总数增至138家。", "138家", "瞪羚企业总数"),
    ("装备产业本地配套率为56%，计划3年内提高到70%。", "70%", "装备产业本地配套率"),
    ("负面清单则做起了减法，由2013版的190条缩减为2014版的139条。", "139条", "负面清单"),
    ("负面清单则做起了减法，由2013版的190条缩减为2014版的139条。", "190条", "原负面清单"),
    ("园区入驻食品企业31家，其中世界500强投资项目6个，今年全年产值有望达到90亿元。", "90亿元", "产值"),
    ("轨道交通、新能源、电子信息等领域的41家企业入选。", "41家", "入选企业"),
    ("对认定为数字化示范工厂的企业，按项目投入的30%给予补助，最高800万元。", "最高800万元", "数字化示范工厂补助上限"),
    ("万元产值能耗下降5.6%，国家级绿色工厂增加到14家。", "14家", "国家级绿色工厂"),
    ("今年6月，园区对2019年签约的134个项目逐一“回头看”。", "134个", "签约的项目"),
    (
        "企业开办由8个工作日压缩至2个，一般工业项目从立项到取得许可，由126个工作日缩短到45个工作日。",
        "45个工作日",
        "一般工业项目从立项到取得许可用时",
    ),
    (
        "基金首期3亿元已到位；对上云企业按费用的30%给予补助，每户每年最多20万元。",
        "最多20万元",
        "上云企业每户每年补助上限",
    ),
    ("领军人才带项目创业，最高可获1000万元资助。", "1000万元", "领军人才带项目创业最高资助"),
    ("年度计划投资156亿元，截至10月底完成148.7亿元，为年计划的95.3%。", "148.7亿元", "完成投资"),
    ("企业数从2018年的210多家增加到530余家。", "530余家", "企业数"),
    ("集中开工汽车类项目9个、光电类项目7个。", "7个", "集中开工光电类项目"),
    (
        "进出口356亿元，增长22%，工业总产值912亿元，增长18%，两项指标分别占全市约五成和68.9%。",
        "68.9%",
        "工业总产值占全市比重",
    ),
    ("营业总收入目标1800亿元。一季度已完成371亿元。", "371亿元", "营业总收入"),
    ("今年的目标是130亿元，上半年已经完成61.8亿元。", "61.8亿元", "完成"),
    ("今年，园区产值要向300亿元冲刺。", "300亿元", "产值目标"),
    ("起步时，区内企业只有46家，年收入不足4000万元；如今企业达到3200家。", "46家", "起步时企业"),
    ("起步时，区内企业只有46家，年收入不足4000万元；如今企业达到3200家。", "3200家", "企业"),
    ("正在建设的智能网联汽车试验场占地1200亩。", "1200亩", "智能网联汽车试验场占地"),
    ("园区正朝着1000亿元产值目标奋进。", "1000亿元", "产值目标"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_what_is_measured_is_named_whole(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_two_behind_what_they_count_are_a_figure() -> None:
    assert one("新引进项目94个，其中50亿元以上项目两个。", "两个").value == 2
    assert not [f for f in figures("这两个项目都很好。") if f.evidence.text == "两个"]


TWO = "2020年，云杉岭高新区生产总值2020亿元，增长13%；松塔高新区1810亿元，增长10.2%。"


def test_the_former_and_the_latter_are_the_two_named_before() -> None:
    found = {f.evidence.text: f for f in figures(f"{TWO}前者创造了全市12.9%的经济总量；后者占全市经济总量的16.8%。")}
    assert (found["12.9%"].zone, found["16.8%"].zone) == (ZONE, "松塔高新区")


def test_growth_is_of_the_zone_that_its_own_clause_names() -> None:
    found = {f.evidence.text: f for f in figures("固定资产投资988亿元，增长12.6%；松塔高新区增长17.9%。")}
    assert (found["12.6%"].zone, found["17.9%"].zone) == (ZONE, "松塔高新区")


def test_a_park_told_of_just_before_is_meant_by_its_kind() -> None:
    found = {
        f.evidence.text: f
        for f in figures("江阴上海工业园入驻企业35家。园区由客商投资兴建，计划总投资22.8亿元。全区企业2000家。")
    }
    assert (found["35家"].zone, found["22.8亿元"].zone, found["2000家"].zone) == (
        "江阴上海工业园",
        "江阴上海工业园",
        ZONE,
    )


CLEAN = [
    ("省里对新引进的总部企业给予最高5000万元奖励。", "最高5000万元", "新引进的总部企业奖励"),
    ("今年1至4月，园区起重装备企业完成税收5.7亿元。", "5.7亿元", "起重装备企业税收"),
    ("研发费用占营收比重达4.3%，高于全市1个百分点。", "1个百分点", "研发费用占营收比重高于全市"),
    ("平均利率4.35%，比同类贷款低1.2个百分点。", "1.2个百分点", "平均利率低于同类贷款"),
    ("480家企业中有131家高新技术企业。", "131家", "高新技术企业"),
    ("产值627亿元，增长41%；进出口186亿元，增长78%，分别占全市的79%和94%。", "79%", "产值占全市比重"),
    ("年度计划投资15亿元，已完成4.26亿元。", "4.26亿元", "完成投资"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), CLEAN)
def test_a_metric_says_what_its_clause_says(text: str, shown: str, metric: str) -> None:
    assert one(text, shown).metric == metric


def test_a_bound_under_which_nothing_is_taken_measures_nothing() -> None:
    assert [f.evidence.text for f in figures("亩均投资强度低于300万元的不要，否决项目130多个。")] == ["130多个"]


OTHER_TIMES = [
    ("去年签约项目52个；此次19个签约项目总投资163.6亿元。", "163.6亿元"),
    ("今年五一小长假，旅游收入6.4亿元。", "6.4亿元"),
    ("该区始建于2004年，以农产品加工为主，入驻企业21家。", "21家"),
]


@pytest.mark.parametrize(("text", "shown"), OTHER_TIMES)
def test_a_time_of_something_else_is_none(text: str, shown: str) -> None:
    assert one(text, shown).period == ""


NOT_THE_ZONES = [
    ("目前，双峰全县规模工业企业共156家。", "156家"),
    ("今年前7个月，广东省综保区合计进出口3120亿元。", "3120亿元"),
    (f"{ZONE}和松塔高新区这两个园区共实现进出口92.7亿美元。", "92.7亿美元"),
]


@pytest.mark.parametrize(("text", "shown"), NOT_THE_ZONES)
def test_what_is_told_of_more_than_the_zone_is_not_its_own(text: str, shown: str) -> None:
    assert one(text, shown).zone == ""


def test_what_is_taken_as_an_example_has_the_rest_of_the_sentence() -> None:
    figure = one("今年上半年，引进人才41名。拿荣昌生物来说，10年投入研发20多亿元。", "20多亿元")
    assert (figure.subject, figure.scope, figure.period) == ("荣昌生物", Scope.ENTITY, "")


def test_what_a_firms_manager_tells_without_marks_is_the_firms() -> None:
    text = "今年前8个月，进出口1124亿元。某制造城关务经理陈亮说，设备入区“零等待”，一年节省通关成本600多万元。"
    figure = one(text, "600多万元")
    assert (figure.scope, figure.period) == (Scope.ENTITY, "")


def test_counted_lines_are_no_projects_name() -> None:
    text = "工人守着屏幕，就能照看4条生产线。公司总经理孙立军说，项目一期投资6.8亿元。"
    assert one(text, "6.8亿元").subject == "项目"


def test_behind_another_provinces_zone_nothing_is_taken_for_the_articles_own() -> None:
    text = "全区出口12亿元。\n昆山高新区去年入园企业586家。\n今年1至4月，利税22.4亿元。\n苏州工业园区去年入园企业86家。"
    found = {f.evidence.text: f for f in figures(text, title="肇庆高新区新闻")}
    assert (found["12亿元"].zone, found["586家"].zone, found["22.4亿元"].zone) == ("肇庆高新区", "昆山高新区", "")


def test_an_output_is_of_the_industry_that_the_sentence_before_began_with() -> None:
    text = "动力电池产业产能达145GWh。今年一季度，受市场影响，产值同比下滑12.4%，二季度环比回升9.1%。"
    found = {f.evidence.text: f.metric for f in figures(text)}
    assert (found["12.4%"], found["9.1%"]) == ("动力电池产业产值同比下滑", "动力电池产业产值环比回升")
    plain = figures("动力电池产业集聚企业76家。去年，全区产值92亿元。")
    assert next(f.metric for f in plain if f.evidence.text == "92亿元") == "产值"
