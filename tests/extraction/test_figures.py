"""What a number measures: sentences of the press and the metric that must come out of each number."""

from __future__ import annotations

import pytest

from tests.extraction.figures_help import ZONE, figures, one

METRICS = [
    # noun before the number
    ("今年一季度，云杉岭高新区实际利用外资3.6亿美元。", "3.6亿美元", "实际利用外资"),
    ("全区完成工业投资86.4亿元。", "86.4亿元", "工业投资"),
    ("云杉岭高新区地区生产总值完成186亿元。", "186亿元", "地区生产总值"),
    ("项目履约率达86%，资金到位率72%。", "86%", "项目履约率"),
    # verb, noun, number
    ("去年新增高新技术企业26家。", "26家", "新增高新技术企业"),
    ("累计完成固定资产投资1200亿元。", "1200亿元", "固定资产投资"),
    ("园区拥有国家级企业技术中心7个。", "7个", "国家级企业技术中心"),
    # verb, number, noun
    ("目前已聚集近2000家生物医药企业。", "近2000家", "聚集生物医药企业"),
    ("该区设立10亿元科技成果转化基金。", "10亿元", "设立科技成果转化基金规模"),
    ("云杉岭高新区与三家银行签订了30亿元的战略授信合作协议。", "30亿元", "签订战略授信合作协议金额"),
    ("全区建成近5000平方米的检测中心。", "近5000平方米", "建成检测中心面积"),
    # number, noun, predicate
    ("有31个品种转报国内。", "31个", "转报国内的品种"),
    ("共有213家企业受益。", "213家", "受益企业"),
    ("尚未落地的19个项目将在6月底前全部开工。", "19个", "尚未落地的项目"),
    ("9个项目与云杉岭高新区签约。", "9个", "与云杉岭高新区签约的项目"),
    ("30家中国500强企业直接投资。", "30家", "直接投资的中国500强企业"),
    ("20家外资企业产值恢复去年水平。", "20家", "产值恢复去年水平的外资企业"),
    ("签约41家企业业务规模增长超40%。", "41家", "签约企业"),
    ("分布在不同县的6家供应商没有及时复工。", "6家", "分布在不同县的供应商"),
    ("总共举办4场线下培训、6场线上直播。", "4场", "举办线下培训"),
    ("一季度完成647亩产业用地的整理提升。", "647亩", "完成产业用地整理提升"),
    ("云杉岭高新区：总投资412亿元项目签约开工", "412亿元", "签约开工项目总投资"),
    ("打造产值超120亿元的现代装备制造产业集群。", "超120亿元", "现代装备制造产业集群产值"),
    ("还有5个总投资超10亿元或1亿美元的重大产业项目。", "5个", "总投资超10亿元或1亿美元的重大产业项目"),
    ("用地供应优先，7家企业关键技术达到国内领先水平。", "7家", "关键技术达到国内领先水平的企业"),
    # names before 等 are no metric
    ("已组织锦江、欧岭、嘉田等39家外贸企业参展。", "39家", "组织参展的外贸企业"),
    # a list under one verb
    ("获批国家级孵化器3家、众创空间12家。", "12家", "获批众创空间"),
    ("集聚4名诺贝尔奖得主、66名中外院士。", "66名", "集聚中外院士"),
    ("新引进博士3人、硕士9人。", "9人", "新引进硕士"),
    # borrowed from what stands before
    ("新增高新技术企业26家，总量达到80家。", "80家", "高新技术企业总量"),
    ("聚集生物企业2000余家，总收入突破1200亿元。", "突破1200亿元", "生物企业总收入"),
    ("绿色工厂达到6家，其中国家级2家。", "2家", "国家级绿色工厂"),
    ("此次集中签约41个项目，总投资312亿元。", "312亿元", "集中签约项目总投资"),
    ("三年来，累计签约前沿产业项目152个，涉及投资额1316亿元。", "1316亿元", "签约前沿产业项目投资额"),
    ("签约项目中，医药项目9个，总投资42亿元；人才项目8个，总投资5亿元。", "5亿元", "人才项目总投资"),
    ("梳理问题27个，已解决21个。", "21个", "解决问题"),
    ("累计毕业企业480家，其中23家在新三板挂牌。", "23家", "在新三板挂牌的毕业企业"),
    ("新增市场主体4300户，日均新增16户。", "16户", "日均新增市场主体"),
    ("工业总产值再创新高，达到227亿元。", "227亿元", "工业总产值"),
    ("去年工业增加值完成56亿元；今年一季度，完成15亿元。", "15亿元", "工业增加值"),
    ("标准厂房一期8万平方米已出租，二期12万平方米在建。", "12万平方米", "标准厂房二期"),
    ("新引进亿元以上项目35个，其中5亿元以上12个、10亿元以上6个。", "6个", "10亿元以上项目"),
    ("此次共签约17个项目。其中，全产业链项目1个。", "1个", "全产业链项目"),
    # rates before the metric
    ("公司口罩产能达到每天700万只。", "700万只", "每天口罩产能"),
    ("工业机器人密度达到每万人320台。", "320台", "每万人工业机器人密度"),
    # a verb alone, told as a noun
    ("瀚海集团斥资8千万元，建成检测中心。", "8千万元", "投资"),
    ("财政拿出8千万元，设立人才专项资金。", "8千万元", "设立人才专项资金投入"),
    # policies
    ("对年研发投入超过500万元的企业，按实际投入给予补助。", "超过500万元", "年研发投入门槛"),
    ("对首次入选独角兽的企业最高奖励500万元。", "500万元", "首次入选独角兽的企业最高奖励"),
    ("对高层次人才给予每月3000元的租房补贴。", "3000元", "高层次人才每月租房补贴"),
    ("给予企业补助，单个企业最高不超过300万元。", "不超过300万元", "单个企业最高补助"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_metric(text, shown, metric):
    assert one(text, shown).metric == metric


RELATIONS = [
    ("出口额达3900多万美元，同比增长30%。", "30%", "出口额同比增长", "growth", "3900多万美元"),
    ("进出口总额增速较2月份增长5.8个百分点。", "5.8个百分点", "进出口总额增速较2月份增长", "delta", ""),
    (
        "工业用电量同比增长14.3%，比一季度提高2.1个百分点。",
        "2.1个百分点",
        "工业用电量增速比一季度提高",
        "delta",
        "14.3%",
    ),
    (
        "工业投资同比增长12.8%，高于全市平均水平3.6个百分点。",
        "3.6个百分点",
        "工业投资同比增长高于全市平均水平",
        "delta",
        "12.8%",
    ),
    ("高新技术企业1038家，较2015年底增加612家。", "612家", "高新技术企业较2015年底增加", "delta", "1038家"),
    (
        "实际利用外资3.6亿美元，占全市实际利用外资总额的50.3%。",
        "50.3%",
        "占全市实际利用外资总额比重",
        "share",
        "3.6亿美元",
    ),
    ("出口额92.3亿元，占全市的41%。", "41%", "出口额占全市比重", "share", "92.3亿元"),
    ("技改投资31.5亿元，占比36.1%。", "36.1%", "技改投资占比", "share", "31.5亿元"),
    ("产品85%用于出口。", "85%", "产品用于出口比例", "share", ""),
    ("目前全区80%以上的规上企业实现数字化改造。", "80%以上", "规上企业实现数字化改造占比", "share", ""),
    ("园区以全县不足1%的土地贡献了全县31%的税收。", "31%", "税收占全县比重", "share", ""),
    ("完成率全国第一。", "第一", "完成率全国排名", "rank", ""),
    ("GDP同比增长8.2%，增速位居全省高新区第一。", "第一", "GDP增速全省高新区排名", "rank", ""),
    ("云杉岭高新区已成为全国第二大光纤生产基地。", "第二大", "光纤生产基地全国排名", "rank", ""),
    ("培育瞪羚企业68家、独角兽3家，数量均居全市第一。", "第一", "培育瞪羚企业、独角兽数量全市排名", "rank", ""),
    ("云杉岭高新区在217家国家级高新区中排名第26位。", "第26位", "在217家国家级高新区中排名", "rank", ""),
    ("到账外资1.6亿美元，完成年度目标的64%。", "64%", "到账外资完成年度目标比例", "share", "1.6亿美元"),
    ("贷款余额986亿元，比年初增加132亿元，增幅15.5%。", "15.5%", "贷款余额增幅", "growth", "986亿元"),
    ("产值45.8亿元，同比增长62.3%，两年平均增长10.2%。", "10.2%", "产值两年平均增长", "growth", "45.8亿元"),
    ("技术合同成交额比上年翻一番。", "翻一番", "技术合同成交额比上年增长", "growth", ""),
    ("企业产值仅为去年同期的35%。", "35%", "企业产值相当于去年同期比例", "level", ""),
    ("专利拥有量达42.5件，是全市平均水平的2.3倍。", "2.3倍", "专利拥有量相当于全市平均水平的倍数", "level", "42.5件"),
]


@pytest.mark.parametrize(("text", "shown", "metric", "relation", "base"), RELATIONS)
def test_relation_and_what_it_speaks_of(text, shown, metric, relation, base):
    found = figures(text)
    figure = next(f for f in found if f.evidence.text == shown)
    assert (figure.metric, figure.relation) == (metric, relation)
    speaks_of = next((f.evidence.text for f in found if f.id == figure.base), "")
    assert speaks_of == base


PAIRS = [
    ("固定资产投资增速由5.1%提高到8.3%。", [("5.1%", "原固定资产投资增速"), ("8.3%", "固定资产投资增速")]),
    ("企业将350亿元投资增至390亿元。", [("350亿元", "原投资"), ("390亿元", "投资")]),
    (
        "规上工业增加值、固定资产投资分别增长8.1%和12.3%。",
        [("8.1%", "规上工业增加值增长"), ("12.3%", "固定资产投资增长")],
    ),
    ("光伏、储能装机分别达到85兆瓦、30兆瓦。", [("85兆瓦", "光伏装机"), ("30兆瓦", "储能装机")]),
    ("出口28亿美元、进口17亿美元，分别增长5.1%、9.4%。", [("5.1%", "出口增长"), ("9.4%", "进口增长")]),
    (
        "签约项目33个，总投资276亿元，同比分别增长17%和34%。",
        [("17%", "签约项目同比增长"), ("34%", "签约项目总投资同比增长")],
    ),
    (
        "2021年力争地区生产总值增长8%以上，固定资产投资突破300亿元；而2020年，这两项数据分别为6.5%和263亿元。",
        [("6.5%", "地区生产总值增长"), ("263亿元", "固定资产投资")],
    ),
]


@pytest.mark.parametrize(("text", "pairs"), PAIRS)
def test_numbers_told_apart_by_order(text, pairs):
    found = {figure.evidence.text: figure.metric for figure in figures(text)}
    assert [(shown, found.get(shown)) for shown, _ in pairs] == pairs


NONE = [
    "云杉岭高新区推行“一站式”服务，一系列改革举措落地。",
    "近三年来，云杉岭高新区持续优化营商环境。",
    "云杉岭高新区推出24小时预约通关服务。",
    "这两家企业落户云杉岭高新区。",
    "云杉岭高新区打造十分钟生活圈。",
    "《云杉岭高新区2020-2025年产业规划》出台。",
    "云杉岭高新区布局5G产业，引进世界500强企业。",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_stays_out(text):
    assert [figure.evidence.text for figure in figures(text)] == []


def test_a_threshold_defines_what_is_counted_and_is_no_figure():
    found = figures("新引进计划投资5000万元以上工业项目17个。")
    assert [(f.evidence.text, f.metric, f.status) for f in found] == [
        ("17个", "新引进计划投资5000万元以上工业项目", "actual")
    ]


def test_the_field_of_a_rank_and_every_so_many_are_no_figures():
    assert [f.evidence.text for f in figures("云杉岭高新区在217家国家级高新区中排名第26位。")] == ["第26位"]
    assert figures("每10个就业人员中有3个是科技人才。") == []


def test_things_counted_behind_their_measure():
    found = figures("目前，总投资达86亿元的12个重大项目正在加快建设。")
    assert [(f.evidence.text, f.metric) for f in found] == [("86亿元", "重大项目总投资"), ("12个", "建设重大项目")]


def test_what_nothing_names_leaves_a_doubt():
    (figure,) = figures("增长12%。")
    assert "未能确定增长的是哪项指标" in figure.doubts


def test_evidence_is_verbatim_and_every_field_says_how_it_was_decided():
    text = "今年一季度，云杉岭高新区实际利用外资３.６亿美元，同比增长１２％。"
    first, second = figures(text)
    for figure in (first, second):
        evidence = figure.evidence
        assert evidence.sentence == text
        assert text[evidence.start : evidence.end] == evidence.text
        assert {"metric", "subject", "period", "status", "zone"} <= {d.field for d in figure.decided}
        assert len(figure.id) == 10
    assert first.evidence.text == "３.６亿美元"
    assert first.id != second.id
    assert figures(text)[0].id == first.id


def test_the_zone_is_the_subject_unless_somebody_else_is_named():
    figure = one("今年一季度，云杉岭高新区实际利用外资3.6亿美元。", "3.6亿美元")
    assert (figure.zone, figure.subject, figure.scope) == (ZONE, ZONE, "zone")


def test_a_text_that_breaks_off_anywhere_still_shows_its_figures_where_they_stand():
    text = "总投资达86亿元的12个项目，其中5亿元以上6个，同比分别增长5.1%和9.4%，占全市的三分之一，由8家增至9家的"
    for end in range(6, len(text) + 1):
        for figure in figures(text[:end]):
            evidence = figure.evidence
            assert evidence.sentence[evidence.start : evidence.end] == evidence.text
