"""Reports, plans and forms: what headings, announcements and lines before a figure say of it."""

from __future__ import annotations

import pytest

from reporter import reading
from reporter.model import Figure
from tests.extraction.figures_help import extractor, figures, one


def read(text: str, name: str = "page.txt") -> dict[str, Figure]:
    """The figures of a file, by how they are printed."""
    page = reading.read(reading.Input(name, name, content="\n\n".join(text.split("\n")).encode()))
    facts = extractor().page(page).facts
    return {fact.evidence.text: fact for fact in facts if isinstance(fact, Figure)}


REPORT = """云杉岭高新区前三季度经济运行稳中有进
本报讯（记者 石朗）记者从云杉岭高新区获悉，2022年前三季度，全区实现地区生产总值256.4亿元，按可比价格计算，同比增长9.1%，增速居19个国家级高新区第一位。
工业经济支撑有力。规模以上工业增加值增长12.8%，其中项目投资增长18.9%。
财政收入完成16.7亿元，同比增长4.5%；有效发明专利拥有量1160件。
区内现有外资企业230余家。云杉岭高新区规划面积58平方公里。"""


@pytest.mark.parametrize(
    ("shown", "period"),
    [
        ("9.1%", "2022-01/2022-09"),
        ("12.8%", "2022-01/2022-09"),  # a slogan names another side of the same report
        ("18.9%", "2022-01/2022-09"),
        ("16.7亿元", "2022-01/2022-09"),  # an indicator at once
        ("1160件", "/2022-09"),  # a stock is as of the end
        ("230余家", ""),  # what there is now is not of those months
        ("58平方公里", ""),  # nor is a size
    ],
)
def test_a_report_goes_on_over_paragraphs(shown, period):
    assert read(REPORT)[shown].period == period


def test_how_a_growth_was_calculated_is_not_what_grew():
    assert read(REPORT)["9.1%"].metric == "地区生产总值同比增长"


def test_how_many_are_ranked_is_no_figure():
    found = read(REPORT)
    assert "19个" not in found
    assert found["第一位"].metric == "地区生产总值增速19个国家级高新区排名"
    assert found["第一位"].zone == "云杉岭高新区"


PLAN = """在云杉岭高新区2023年工作会议上的报告（摘要）
（2023年2月20日）
一、2022年工作回顾
全年完成工业总产值521亿元，增长13.6%。新认定高新技术企业41家。
二、2023年主要目标
工业总产值增长13%，实际利用外资达到2.2亿美元。目前，全区已有净地900亩。
围绕上述目标，重点抓好三件事。新建学校6所，新增公交线路9条。"""


@pytest.mark.parametrize(
    ("shown", "status", "period"),
    [
        ("521亿元", "actual", "2022"),  # 全年 of a section on a year
        ("41家", "actual", "2022"),
        ("13%", "target", "2023"),
        ("2.2亿美元", "target", "2023"),
        ("900亩", "actual", "2023-02"),  # told as a fact among aims
        ("6所", "target", "2023"),
        ("9条", "target", "2023"),
    ],
)
def test_sections_of_a_work_report(shown, status, period):
    figure = read(PLAN)[shown]
    assert (figure.status, figure.period.strip("/") if status == "actual" else figure.period) == (status, period)


FORM = """云杉岭工业园区2025年第二批集中开工项目一览
来源：园区融媒体中心　2025-05-09　阅读 873
5月8日上午，云杉岭工业园区举行第二批重大项目集中开工活动。
1.青屏鞋服智造园项目
建设单位：青屏步履鞋业有限公司
建设内容：建设标准厂房6栋，建成后年产运动鞋1200万双。
总投资：7.2亿元，其中固定资产投资5.6亿元
用地：138亩（地块编号SC2025-G07）
预期效益：年产值15亿元，提供就业岗位2300个"""


def test_a_form_is_read_as_it_stands():
    (page,) = (reading.read(reading.Input("p.txt", "p.txt", content="\n\n".join(FORM.split("\n")).encode())),)
    assert len(page.articles) == 1 and page.articles[0].complete, [a.doubts for a in page.articles]


@pytest.mark.parametrize(
    ("shown", "metric", "status"),
    [("7.2亿元", "总投资", "actual"), ("138亩", "用地", "actual"), ("2300个", "提供就业岗位", "target")],
)
def test_a_forms_label_is_the_metric(shown, metric, status):
    figure = read(FORM)[shown]
    assert (figure.metric, figure.status) == (metric, status)


@pytest.mark.parametrize(
    ("text", "shown", "period"),
    [
        # the day of a ceremony holds for what is sorted there
        (
            "3月15日，云杉岭高新区举行集中签约仪式，18个项目现场签约。项目涵盖三大领域，其中外资项目4个。",
            "4个",
            "2021-03-15",
        ),
        ("3月15日，云杉岭高新区2021年第一批重点项目集中开工。22个项目同时启动，总投资86亿元。", "86亿元", "2021-03-15"),
        # 2021年 in a ceremony's name does not date what the day before it dates
        ("3月15日上午，2021年云杉岭高新区春季集中签约仪式举行，19个项目落户。", "19个", "2021-03-15"),
        # another stage than the one that is dated
        ("一期计划2022年6月试产，达产后年产值8亿元。", "8亿元", ""),
        ("预计2022年6月投产，投产后年产值8亿元。", "8亿元", "2022-06/"),
        # the day of an event is not that of the investment told with it
        ("4月6日，总投资12.8亿元的减速器基地打下第一桩。", "12.8亿元", ""),
        # last year seen from last year
        ("2013年试点第一年，这里全年业务量只有6.8万包；到2019年，已达127万包。", "6.8万包", "2013"),
    ],
)
def test_days_and_stages(text, shown, period):
    assert one(text, shown).period == period


@pytest.mark.parametrize(
    ("text", "shown", "status"),
    [
        ("设立规模20亿元的产业基金，首期5亿元已到位。", "5亿元", "actual"),
        ("到2024年，人才公寓将达到1万套；对新引进的博士，最高给予30万元购房补贴。", "30万元", "actual"),
        ("全区能耗下降2.1%，距年度目标还差1.6个百分点。", "1.6个百分点", "actual"),
        ("今年的硬任务是新增市场主体3000户。", "3000户", "target"),
        ("青麦食品投资6.8亿元建设年加工30万吨小麦的专用粉生产线。", "30万吨", "target"),
        ("年内计划完成投资52亿元，今年以来签约外资项目19个。", "19个", "actual"),
        (
            "去年6月，全区推行一枚印章管审批，将分散在9个部门的146项审批事项划转到行政审批局，环节压减58%。",
            "58%",
            "actual",
        ),
    ],
)
def test_what_has_come_true(text, shown, status):
    assert one(text, shown).status == status


def test_parts_of_what_was_counted_before_a_plan():
    text = "3月15日，云杉岭高新区一批项目集中开工。22个项目同时启动，年内计划完成投资52亿元，其中装备项目9个、医药项目4个。"
    for shown in ("9个", "4个"):
        figure = one(text, shown)
        assert (figure.status, figure.period) == ("actual", "2021-03-15")
    assert one(text, "52亿元").status == "target"


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        ("像青屏机械这样的老厂，全区有200多家。", "200多家", "老厂"),
        ("40项指标里，有31项是控制性指标。", "31项", "控制性指标"),
        ("创办企业412家，其中年销售过千万元的96家。", "96家", "年销售过千万元的"),
        ("到2022年，维修产值力争突破200亿元，较2018年的138亿元增加近一半。", "138亿元", "维修产值"),
        ("全区本地配套率为42%，目标是2025年提高到65%以上。", "65%以上", "本地配套率"),
        ("生产总值同比增长10.2%，高于全国7.2个百分点、全省6.1个百分点。", "6.1个百分点", "生产总值同比增长高于全省"),
        ("规上工业总产值突破千亿元大关，达1065.3亿元。", "1065.3亿元", "规上工业总产值"),
        ("2020年规上工业总产值突破40亿元。2021年，突破60亿元已成定局！", "突破60亿元", "规上工业总产值"),
        ("抓好76个亿元以上在建项目。", "76个", "抓好亿元以上在建项目"),
        ("签约项目66个，总投资523亿元，较去年同期分别增加9个、87.4亿元。", "9个", "签约项目较去年同期增加"),
        ("对实缴资本5亿元以上的融资租赁公司，奖励不超过500万元。", "不超过500万元", "融资租赁公司奖励"),
        ("出报告时间从7天缩到2天。", "2天", "出报告时间"),
    ],
)
def test_metrics(text, shown, metric):
    assert metric in one(text, shown).metric


def test_the_second_end_takes_the_unit_of_the_first():
    assert one("外籍人才许可办理时间从15个工作日压缩到5个。", "5个").unit == "工作日"


@pytest.mark.parametrize(
    ("text", "shown", "subject"),
    [
        (
            "今年上半年浙江恒拓电子科技有限公司也正式开业，年产30亿只集成电路封装测试项目投产。",
            "30亿只",
            "浙江恒拓电子科技有限公司",
        ),
        ("此次观摩的泰云科创产业园项目，总投资3.6亿元。", "3.6亿元", "泰云科创产业园项目"),
    ],
)
def test_subjects(text, shown, subject):
    assert one(text, shown).subject == subject


def test_what_a_ceremony_sorted_is_of_its_day():
    text = (
        "4月9日，云岭高新区举行重大项目集中开工签约仪式。\n此次集中签约21个项目，总投资130亿元。"
        "其中机械项目15个，包含总投资40亿元的轴承项目；食品项目6个，总投资22亿元。\n19个集中开工的重点项目总投资94亿元。"
    )
    made = {figure.evidence.text: figure.period for figure in figures(text)}
    assert {made[shown] for shown in ("21个", "130亿元", "15个", "6个", "22亿元", "19个", "94亿元")} == {"2021-04-09"}
    assert made["40亿元"] == ""


def test_a_month_later_goes_on_in_the_year_that_was_told():
    text = "今年以来，海星公司加紧研发，一个月后，新款水表就以260万元的价格中标水厂项目。"
    assert one(text, "260万元").period.startswith("2021")


NAMELESS = """开发区一季度开门红
来源：山城报 2019-04-19 11:30 https://www.example.cn/
本报讯 开发区依托园区主战场加大项目调度。1—3月份，开发区完成财政收入2.36亿元，增长12%。
1—3月份，“双百”工程产值达41.2亿元，增长9%；战略性新兴产业产值5.1亿元，增长21%；固定资产投资8.43亿元。
中德产业园厂房加快建设，园区新开工项目14个。明远电子、禾川科技、博凯等智能制造项目11个，占比55%。
十余个装备制造项目即将投产，达产后预计形成年产值90亿元装备制造产业集群。"""


def test_an_article_on_a_zone_without_a_name_gives_its_figures_to_no_park():
    found = read(NAMELESS)
    assert {figure.zone for figure in found.values()} == {""}
    assert found["2.36亿元"].period == "2019-Q1"  # dated by the stamp, an address behind it


def test_what_only_a_place_has_is_no_projects():
    found = read(NAMELESS)
    assert found["41.2亿元"].subject == "“双百”工程"
    assert found["5.1亿元"].subject != "“双百”工程"
    assert found["8.43亿元"].subject != "“双百”工程"


def test_names_of_some_of_what_is_counted_are_left_out():
    found = read(NAMELESS)
    assert found["11个"].metric == "智能制造项目"
    assert found["11个"].subject != "明远电子"


def test_what_is_still_to_come_is_a_target():
    found = read(NAMELESS)
    assert found["十余个"].status == "target"
    assert (found["90亿元"].metric, found["90亿元"].status) == ("装备制造产业集群年产值", "target")
