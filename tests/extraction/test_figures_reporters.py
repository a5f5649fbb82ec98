"""How hurried reporters print numbers: colloquial verbs, what is told before, aims in passing, two ends, two bases."""

from __future__ import annotations

import pytest

from reporter import reading
from reporter.model import Figure
from tests.extraction.figures_help import ZONE, extractor, one


@pytest.mark.parametrize(
    ("text", "shown", "metric"),
    [
        # what a verb without a noun measures, the figure before says
        ("集成电路产业规模1547亿元，去年又做了803亿元，占全省的九成多、全国的一成三。", "803亿元", "集成电路产业规模"),
        ("集成电路产业规模1547亿元，占全省的九成多、全国的一成三。", "一成三", "集成电路产业规模占全国比重"),
        (f"全市17户挂牌新三板的企业，{ZONE}独占14户。", "14户", "挂牌新三板的企业"),
        (f"全市新能源汽车产量22.8万辆，{ZONE}占了16.5万辆。", "16.5万辆", "新能源汽车产量"),
        ("全县工业总产值81亿元，园区一家就占了77%。", "77%", "工业总产值占比"),
        ("去年获批时，规上工业企业只有11家。一年半过去，变成39家。", "39家", "规上工业企业"),
        ("像这样“吃配”石油的企业，该区有41户。", "41户", "吃配石油的企业"),
        # both ends of a change
        ("办照由22个工作日压到3个，最快47分钟出证。", "22个工作日", "原办照"),
        ("进口整体通关时间由21.4小时减到4.9小时，出口由3.3小时减到0.6小时。", "3.3小时", "原出口整体通关时间"),
        ("战略性新兴产业产值占比，今年要从去年的21%提到28%。", "28%", "战略性新兴产业产值占比"),
        ("园区的上市公司由16家增到20家。", "20家", "上市公司"),
        # two bases, and times of a base
        ("货值18.6亿元，是上年的2.3倍、2020年的近9倍。", "近9倍", "货值相当于2020年的倍数"),
        (
            "新增注册企业9126户、注册资本1874亿元，分别是挂牌前的7.4倍和11倍。",
            "7.4倍",
            "新增注册企业相当于挂牌前的倍数",
        ),
        (
            "固定资产投资860亿元，年均增长13.5%，是“十二五”时期的2.1倍。",
            "2.1倍",
            "固定资产投资相当于“十二五”时期的倍数",
        ),
        # which of two, and both together
        ("半导体、软件业营收分别为136亿元和301亿元，其中后者增长8%。", "8%", "软件业营收增长"),
        ("汽车产值1012亿元，电子信息663.5亿元，二者合计占全区的84.4%。", "84.4%", "汽车产值、电子信息合计占全区比重"),
        ("合同外资9.3亿美元，实际到账6.8亿美元，两项分别增长2.4%、11.5%。", "11.5%", "实际到账增长"),
        # parts, and the whole again behind ；
        ("新签约医药项目33个，其中外资项目5个；开工18个。", "18个", "开工医药项目"),
        ("改革创新案例六批187项，省里推广的41项。", "41项", "省里推广的改革创新案例"),
        ("出口手机1340万台、387亿元。", "387亿元", "出口手机金额"),
        # what stands around it
        ("进出口总值478.3亿元，因笔电出货放缓下降12.7%。", "12.7%", "进出口总值下降"),
        (f"本报讯（记者 丛小丽）一季度下降2.3%，{ZONE}规上工业增加值在年中拐了个弯。", "2.3%", "规上工业增加值下降"),
        ("硅基新材料、生物基新材料、传感器三大主导产业实现产值218亿元。", "218亿元", "三大主导产业产值"),
        ("注册资本折合人民币188亿元。", "188亿元", "注册资本"),
        ("可年产木构件4万立方米、轻钢构件8000吨。", "8000吨", "年产轻钢构件"),
        ("入库税收8000万元，可带动2500余人就业。", "2500余人", "带动就业"),
    ],
)
def test_what_is_measured(text: str, shown: str, metric: str) -> None:
    assert one(text if ZONE in text else f"{ZONE}，{text}", shown).metric == metric


@pytest.mark.parametrize(
    ("text", "shown", "status"),
    [
        ("今年的目标已经写进文件：进出口过200亿元，引进500强企业2家。", "2家", "target"),
        ("今年全年，生产总值增速不低于15%。", "不低于15%", "target"),
        ("今年单位能耗须下降3.5%以上，用能总量控制在1650万吨标准煤以内。", "1650万吨标准煤以内", "target"),
        ("生产总值2800亿元、增长8%的盘子不动。", "8%", "target"),
        ("今年片区要新签亿元以上项目30个。", "30个", "target"),
        ("2018年本地配套率是52%，今年定的是62%。", "62%", "target"),
        ("今年以来，新签约项目不少于40个。", "不少于40个", "actual"),
        ("今年出台的办法规定，单户最高不超过2000万元。", "不超过2000万元", "actual"),
    ],
)
def test_aims_that_no_word_of_promise_opens(text: str, shown: str, status: str) -> None:
    assert one(f"{ZONE}，{text}", shown, year=2023).status == status


@pytest.mark.parametrize(
    ("text", "shown", "period"),
    [
        ("企业从2018年的12家增到29家，产值由31亿元扩到96亿元。", "31亿元", "2018"),
        ("前7个月销售额做到1.9亿元，是去年全年的1.6倍，预计年底可突破3.5亿元。", "突破3.5亿元", "2023"),
        ("去年净增3家；头两个月工业用电量同比下降1.7%。", "1.7%", "2023-01/2023-02"),
        ("去年卖了37台，今年的单子已到52台。", "52台", "2023"),
        ("今年7月投产的叶片厂正抢工；年产值约28亿元。", "约28亿元", ""),
        ("2010年获批、2011年封关，注册企业187家，用工2600多人。", "2600多人", ""),
    ],
)
def test_of_when_it_is(text: str, shown: str, period: str) -> None:
    assert one(f"{ZONE}，{text}", shown, year=2023).period == period


def test_a_kind_of_zone_in_the_papers_own_line_is_not_the_articles() -> None:
    text = (
        "自贸试验区·综保区观察\n\n吉林宁川综合保税区\n\n远洋海鲜在边城落脚\n\n本报记者 石小鱼\n\n"
        "2022年，综保区外贸进出口64.3亿元，增长51.2%，占全州的近四成。\n\n凌晨两点，满载帝王蟹的冷链车驶进宁川综合保税区。"
    )
    page = reading.read(reading.Input("page.txt", "page.txt", content=text.encode()))
    found = [fact for fact in extractor().page(page).facts if isinstance(fact, Figure)]
    assert {figure.zone for figure in found} == {"宁川综合保税区"}
