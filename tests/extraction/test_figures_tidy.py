"""What a metric needs to be understood alone, and whose it is: sentences that a brief once told wrongly."""

from __future__ import annotations

import pytest

from reporter.model import Status
from tests.extraction.figures_help import ZONE, figures, one

TOLD = [
    # a negation, or 已 before a one-character verb, belongs to its word
    ("全区通过不见面招商对接项目56个。", "56个", ZONE, "不见面招商对接项目"),
    ("全区已投项目74个。", "74个", ZONE, "已投项目"),
    # a clause that is only a thing's name is the subject of what follows
    ("在医药领域，天衡银杏叶综合开发项目，总投资5.6亿元，占地115亩。", "5.6亿元", "天衡银杏叶综合开发项目", "总投资"),
    ("在医药领域，天衡银杏叶综合开发项目，总投资5.6亿元，占地115亩。", "115亩", "天衡银杏叶综合开发项目", "占地面积"),
    # 该项目 is the project named before, never an object in a clause
    (
        "海星年产30GWh动力电池项目是全市最大电池项目，将保证海星西山基地配套。该项目计划总投资120亿元。",
        "120亿元",
        "海星年产30GWh动力电池项目",
        "计划总投资",
    ),
    (
        "海星网络公司成功摘牌290亩土地，建设全国最大云海数据机房。该项目总投资100亿元。",
        "100亿元",
        "云海数据机房",
        "总投资",
    ),
    # a stage holds until another subject comes
    ("云鹏整车项目一期用地600亩，投资40亿元。", "40亿元", "云鹏整车项目", "一期投资"),
    # the first noun is what is counted
    ("目前，园区有21个国家和地区设立的企业。", "21个", ZONE, "设立企业的国家和地区"),
    ("签约的9个智能成果转化与产业化项目中，6个来自高校。", "9个", ZONE, "签约的智能成果转化与产业化项目"),
    ("35个项目中，32个为智能领域的工业项目。", "35个", ZONE, "项目"),
    ("35个项目中，32个为智能领域的工业项目。", "32个", ZONE, "智能领域的工业项目"),
    # what the figure before lends
    (
        "35个集中开工的重点项目总投资281亿元，2022年计划投资107亿元。",
        "107亿元",
        ZONE,
        "集中开工的重点项目计划投资",
    ),
    ("总体方案170项改革试验任务实施率达到100%。", "100%", ZONE, "总体方案改革试验任务实施率"),
    ("已帮助135户企业获得融资5.68亿元。", "5.68亿元", ZONE, "帮助企业获得融资"),
    (
        "生物医药产业实现产值218.6亿元；今年1月-2月，产值达35.4亿元。",
        "35.4亿元",
        ZONE,
        "生物医药产业产值",
    ),
    ("建成海外仓22个、总面积近9万平方米。", "近9万平方米", ZONE, "海外仓总面积"),
    ("创新平台总数达到200家。", "200家", ZONE, "创新平台总数"),
    ("政务服务事项100%网上可办。", "100%", ZONE, "政务服务事项网上可办"),
]


@pytest.mark.parametrize(("text", "shown", "subject", "metric"), TOLD)
def test_told(text, shown, subject, metric):
    figure = one(text, shown)
    assert (figure.subject, figure.metric) == (subject, metric)


def test_we_of_a_public_officer_is_the_zone():
    text = f"莱芒电气有限公司复工。“我们协助企业减免费用249万元。”{ZONE}园区发展服务中心副主任张允说。"
    assert one(text, "249万元").subject == ZONE


def test_an_own_subject_beats_the_speaker():
    text = (
        "海星科技集团股份有限公司董事长赵勇告诉记者，武汉浦华光电的研发投入高达12.7亿元，公司3000多名研发人员扎根一线。"
    )
    found = {figure.evidence.text: figure for figure in figures(text)}
    assert (found["12.7亿元"].subject, found["12.7亿元"].metric) == ("武汉浦华光电", "研发投入")
    assert found["3000多名"].subject == "武汉浦华光电"
    assert not found["3000多名"].metric.startswith("公司")


@pytest.mark.parametrize(
    ("text", "shown", "status", "cue"),
    [
        ("累计建成污水处理能力4万吨，再生水率可达80%以上。", "80%以上", Status.ACTUAL, ""),
        ("新产品比计划提前20天上市。", "20天", Status.ACTUAL, ""),
        ("海星公司今年有望实现产值5000万元。", "5000万元", Status.TARGET, "有望"),
        ("海星电池项目达产后年产值38亿元。", "38亿元", Status.TARGET, "达产后"),
    ],
)
def test_status_and_its_cue(text, shown, status, cue):
    figure = one(text, shown)
    why = next(decision for decision in figure.decided if decision.field == "status")
    assert (figure.status, why.cue) == (status, cue)


def test_the_time_of_a_condition_is_not_that_of_the_reward():
    text = "对一季度出口额50万美元以上的企业，最高奖励20万元。"
    assert one(text, "20万元").period == ""


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        ("这是今年研发的3款新车型之一。", "3款", "研发的新车型"),
        ("电动渡轮充一次电只需40分钟。", "40分钟", "电动渡轮充一次电用时"),
        ("12台推土机、压路机、300多名工人正冒着大雨进行路基铺筑。", "300多名", "工人"),
        ("公司用不到两年的时间建成了冷链仓库。", "不到两年", "建成冷链仓库用时"),
        ("公司以260万元的价格一举中标水厂改造项目。", "260万元", "中标水厂改造项目价格"),
        ("园区5家企业获评省级绿色示范企业。", "5家", "获评省级绿色示范企业"),
        ("园区9家企业主打产品远销海外。", "9家", "主打产品远销海外的企业"),
    ],
)
def test_a_name_is_more_than_the_sentence_without_its_number(text, shown, metric):
    assert one(text, shown).metric == metric


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("重奖云海创新企业1000万元。", "1000万元"),
        ("海星年产30GWh动力电池项目是全市最大的电池项目。", "30GWh"),
        ("国家标准是每吨8050千瓦时，我们可以降低到7900千瓦时。", "7900千瓦时"),
    ],
)
def test_what_cannot_be_named_leaves_a_doubt(text, shown):
    assert one(text, shown).doubts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("记者来到海星化工5万吨节水改造项目现场。", "5万吨"),
        ("庆安200万吨4.3米焦炉改造项目获批。", "200万吨"),
        ("还有5个总投资超10亿元或1亿美元的重大产业项目。", "1亿美元"),
        ("园区以争创国家高新区50强为目标。", "50强"),
    ],
)
def test_what_is_but_a_name_or_a_bound_is_no_figure(text, shown):
    assert shown not in [figure.evidence.text for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "shown", "subject"),
    [
        ("如今，舟山已集聚5400余家船企。", "5400余家", "舟山"),
        ("活动现场海图信息研究中心获得资金3000万元。", "3000万元", "海图信息研究中心"),
        ("海图信息研究中心正式揭牌，9个成果转化项目签约。", "9个", ZONE),
        ("产品85%用于出口的海星器材有限公司一度停工。", "85%", "海星器材有限公司"),
        ("产品85%用于出口的海星器材有限公司，一度停工。", "85%", "海星器材有限公司"),
        ("“我们会损失约2400万元。”近日，海星电气有限公司总经理李森一扫愁容。", "约2400万元", "海星电气有限公司"),
        (f"{ZONE}的企业特派员主动协调，帮助企业招聘150名工人。", "150名", ZONE),
    ],
)
def test_whose_a_figure_is(text, shown, subject):
    assert one(text, shown).subject == subject


def test_a_stage_ends_where_the_whole_is_told():
    text = "海星电池项目计划总投资120亿元，分两期建设，一期建成年产10GWh电池规模，全部达产后，实现产值330亿元。"
    found = {figure.evidence.text: figure.metric for figure in figures(text)}
    assert (found["10GWh"], found["330亿元"]) == ("一期年产电池规模", "产值")


def test_this_time_is_the_day_of_the_ceremony_told_in_the_paragraph_before():
    text = f"2月18日，{ZONE}举行项目集中签约仪式。\n此次集中签约32个项目，总投资227亿元。"
    assert {figure.period for figure in figures(text, year=2021)} == {"2021-02-18"}


def test_town_and_country_are_no_place():
    figure = one("城镇新增就业1.3万人。", "1.3万人")
    assert (figure.subject, figure.metric) == (ZONE, "城镇新增就业")


@pytest.mark.parametrize(
    ("text", "shown", "status"),
    [
        ("到2025年，园区营业收入突破2000亿元。", "突破2000亿元", Status.TARGET),
        ("截至2025年，园区营业收入突破2000亿元。", "突破2000亿元", Status.ACTUAL),
        ("从2013年到2025年，园区营业收入突破了2000亿元。", "2000亿元", Status.ACTUAL),
    ],
)
def test_a_year_to_be_reached_in_an_undated_article_is_ahead(text, shown, status):
    found = [figure for figure in figures(text, year=None) if shown in figure.evidence.text]
    assert [figure.status for figure in found] == [status]
