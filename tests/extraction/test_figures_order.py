"""Numbers told by their order, and what is over or still to come by the months that an article reports on."""

from __future__ import annotations

import pytest

from reporter.extraction.reached import month_reached
from reporter.model import Article, BlockKind, Located, Paragraph
from tests.extraction.figures_help import ZONE, one


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        # as many names as numbers, without 分别
        ("规上工业总产值、工业投资增幅为10.6%、16.4%。", "16.4%", "工业投资增幅"),
        ("规上工业总产值、增加值两年平均增长14.3%和9.8%。", "9.8%", "规上工业增加值两年平均增长"),
        ("营业收入、税收收入为37亿元和2.9亿元。", "2.9亿元", "税收收入"),
        # so many points beyond each of the wholes
        ("产值同比增长15.6%，增速分别高于全省、全市6.3个和4.7个百分点。", "4.7个百分点", "产值增速高于全市"),
        ("固定资产投资增长9%，分别比全国、全省快7.4个和5.9个百分点。", "7.4个", "固定资产投资增速快于全国"),
        # what a bare verb changes or takes; adverbs are no part of a name
        ("预算收入4.82亿元，减少1.6亿元，降幅24.9%。", "1.6亿元", "预算收入减少"),
        ("预算收入4.82亿元，减少1.6亿元，降幅24.9%。", "24.9%", "预算收入降幅"),
        ("合同利用外资5.3亿美元，去年一年就占了3亿美元。", "3亿美元", "合同利用外资"),
        ("产业规模增长13.7%，唯有生物医药微降0.6%。", "0.6%", "生物医药微降"),
        ("产值由12亿元做到了31亿元。", "31亿元", "产值"),
        ("疫苗产量可望摸到4500万支。", "4500万支", "疫苗产量"),
        ("进出口同比下降11.4%，比上半年收窄6.9个百分点。", "6.9个百分点", "进出口降幅比上半年收窄"),
        ("增加值同比增长6.2%，比上年同期回落1.8个百分点。", "1.8个百分点", "增加值增速比上年同期回落"),
        # of the one thing that is named
        ("单是集成电路一项，进出口就达41.6亿元。", "41.6亿元", "集成电路进出口"),
        ("仅光伏产业一项，去年产值就达120亿元。", "120亿元", "光伏产业产值"),
        ("投产的17家企业用工4000多人。", "17家", "投产的企业"),
        ("零部件块头最大，完成产值126.8亿元；光伏跑得最快，增长27.6%。", "27.6%", "光伏产值增长"),
    ],
)
def test_what_is_measured(text: str, shown: str, metric: str) -> None:
    assert one(f"{ZONE}，{text}", shown).metric == metric


@pytest.mark.parametrize(
    ("text", "shown", "status"),
    [
        ("今年三个片区要合力推出20项以上案例，实际利用外资增长15%以上。", "15%以上", "target"),
        ("今年进出口要过20亿美元。", "过20亿美元", "target"),
        ("三年后，产值要翻一番，企业总数过百户。", "翻一番", "target"),
        ("园区的算盘是，全年产值稳在180亿元，研发投入强度达到4%。", "4%", "target"),
        ("按平均数算，这里每个工作日要新添企业27家。", "27家", "actual"),
        ("去年，生产总值有望做到382亿元。", "382亿元", "actual"),
        ("眼下月产能3000片，年底要爬到1万片。", "3000片", "actual"),
        ("年度计划投资29亿元，到6月底开工16个项目，完成投资15.4亿元，为年度计划的53.1%。", "15.4亿元", "actual"),
        ("年度计划投资29亿元，一季度已完成投资8亿元，占年度计划的27.6%。", "29亿元", "target"),
        ("签约项目41个，计划投资87.2亿元，来自大湾区的18个。", "18个", "actual"),
        ("项目计划投资38亿元，三期去年10月投产后，饲料年产能达到26万吨。", "26万吨", "actual"),
        # 10月 lies behind the months that are reported on, 5月 does not
        ("前5个月，出口增长9%。机柜项目10月投产，年产6000套。", "6000套", "target"),
        ("前7个月，出口增长9%。机柜项目5月投产，年产6000套。", "6000套", "actual"),
        ("前11个月，出口增长9%。到11月底，园区企业达到84家，今年有望过百家。", "84家", "actual"),
    ],
)
def test_whether_it_has_come_true(text: str, shown: str, status: str) -> None:
    assert one(f"{ZONE}，{text}", shown).status == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年4月至今年3月，新注册企业80家。", "2020-04/2021-03"),
        ("2015年升格为国家级开发区以来，引进企业80家。", "2015/"),
        ("“十二五”这五年，引进企业80家。", "2011/2015"),
        ("3月下旬，园区公布前两个月经济运行情况：产值增长9%，企业80家，比上年同期增长4%。", "2021-01/2021-02"),
    ],
)
def test_of_when_it_is(text: str, period: str) -> None:
    assert one(f"{ZONE}，{text}", "80家").period == period


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("前11个月，公司出货28万平方米。", 11),
        ("12月3日一早，车间里机器轰鸣。", 12),
        ("今年上半年，产值增长9%；1月份，产值增长4%。", 6),
        ("去年前11个月，产值增长9%。", 0),
        ("预计前三季度，产值增长9%。厂房6月底前建成。", 0),
        ("2016年一季度，产值增长9%。", 0),
    ],
)
def test_how_far_the_year_has_come(text: str, month: int) -> None:
    body = Paragraph(BlockKind.BODY, Located.of(text, 0, len(text)), (0,))
    undated = Article("a", "p.txt", "article", "", "", (), "", 2021, "", True, (body,))
    assert month_reached(undated) == month


@pytest.mark.parametrize(
    ("text", "shown", "subject"),
    [
        ("港资企业岚川电子6月把4条产线搬进标准厂房，雇工260人。", "260人", "岚川电子"),
        ("园区里的东原电池检测院有博士28人，去年收入1900万元。", "1900万元", "东原电池检测院"),
    ],
)
def test_whose_it_is(text: str, shown: str, subject: str) -> None:
    assert one(text, shown).subject == subject


def test_what_was_counted_before_is_not_the_zones() -> None:
    found = one(f"{ZONE}有医药企业126户。去年，这126户企业纳税18.6亿元。", "18.6亿元")
    assert found.doubts
