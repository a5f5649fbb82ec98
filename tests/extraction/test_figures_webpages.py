"""Constructions of the dry reports that zones and their towns print on their own pages."""

from __future__ import annotations

import pytest

from reporter import reading
from reporter.model import Figure
from tests.extraction.figures_help import extractor, one


def read(text: str, name: str = "2021-12-09.txt") -> dict[str, Figure]:
    """The figures of a page, by how they are printed."""
    page = reading.read(reading.Input(name, name, content="\n\n".join(text.split("\n")).encode()))
    return {f.evidence.text: f for f in extractor().page(page).facts if isinstance(f, Figure)}


METRICS = [
    ("该区辖区总面积6.4平方公里：东片4.1平方公里，西片2.3平方公里。", "2.3平方公里", "西片面积"),
    ("口岸进口整体通关时间为9.6小时；出口只要0.4小时。", "0.4小时", "口岸出口整体通关时间"),
    ("集中开工的8个重点项目总投资92亿元。", "8个", "集中开工的重点项目"),
    ("集中开工的8个重点项目总投资92亿元。", "92亿元", "重点项目总投资"),
    ("在41.5平方公里的土地上，企业一家接一家。", "41.5平方公里", "面积"),
    ("实有企业806户，完成增加值21亿元，占生产总值的48.1%，将近一半。", "将近一半", "增加值占生产总值比重"),
    ("日均通关量近5万人次，其中单牌车约占六成。", "约占六成", "单牌车占比"),
    ("过关的人里约四分之一是留学生。", "约四分之一", "留学生占过关的人比重"),
    ("又同资阳、广元的6家单位签了合作协议。", "6家", "签了合作协议的单位"),
    ("全区生产总值从2003年的3.1亿元左右，增加到2011年的56.4亿元。", "56.4亿元", "生产总值"),
    ("该园区单位增加值能耗为0.41吨标准煤/万元。", "0.41吨标准煤/万元", "单位增加值能耗"),
    ("实际使用外资2.2亿美元，占全省的17%；外贸进出口96亿元，占到18%。", "18%", "外贸进出口占全省比重"),
    ("全区创新能力升至西部第三。", "第三", "创新能力西部排名"),
    ("5亿元的绿谷智造项目从开工到投产只用了9个月。", "5亿元", "投资"),
    ("综合评价中，该区以91.7分居第2位。", "91.7分", "得分"),
    ("该区综合排名前进到第27位。", "第27位", "综合排名"),
    ("园区每年进出货物190万吨，七成走公路。", "七成", "走公路的进出货物占比"),
    ("进出口12亿元，占比由11.7%提高到19.4%。", "19.4%", "进出口占比"),
    ("全省进出口总值3982亿元，该区占比超过一半。", "超过一半", "进出口总值占比"),
    ("芯片收入占比有望从8%升到30%。", "30%", "芯片收入占比"),
    ("螺母国内市场占有率34%，连续5年第一。", "第一", "螺母国内市场占有率排名"),
    ("项目审批时限压缩到45个工作日内。", "45个工作日", "审批时限"),
    ("此次集中开工的重大项目共58个。", "58个", "集中开工的重大项目"),
    ("全区产值达1100亿元，特别是轴承产业产值实现450亿元。", "450亿元", "轴承产业产值"),
    ("稀土原材料就地转化率达到80%。", "80%", "稀土原材料就地转化率"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_what_is_measured(text, shown, metric):
    assert one(text, shown).metric == metric


STATUS = [
    ("今年前三季度，多项指标好于预期：生产总值98.4亿元。", "98.4亿元", "actual"),
    ("全年产值有望达到92亿元；某某光电一季度产值41亿元。", "41亿元", "actual"),
    ("去年，增加值预计为20.5亿元，营业收入超过86亿元。", "超过86亿元", "actual"),
    ("今年，该区将加快建设，3万平方米的二期厂房已交付使用。", "3万平方米", "actual"),
    ("全区争取上级扶持资金6200万元。", "6200万元", "actual"),
    ("全年安排重点项目56个，其中38个新开工项目将全部进场施工。", "38个", "target"),
    ("到2025年，全区营业收入将达到600亿元。", "600亿元", "target"),
    ("签约项目28个、合同额96亿元，分别完成全年目标的56%和58%。", "58%", "actual"),
    ("明年投运后，每年可减排二氧化碳29万吨。", "29万吨", "target"),
]


def test_a_month_of_an_undated_article_without_a_promise_has_come():
    figure = one("到7月底，园区入驻企业18家。", "18家", year=2023)
    assert (figure.status, figure.period) == ("actual", "2023-07")


def test_more_in_the_next_half_is_still_to_come():
    assert one("下半年再建45万平方米厂房。", "45万平方米", year=2022, date="2022-05-20").status == "target"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1至7月进出口42亿元；某公司首批50辆重卡下线，全部达产后年产能1.2万辆。", "1.2万辆"),
        ("新车间预计明年三季度上市，首年销售可达6亿元。", "6亿元"),
    ],
)
def test_what_is_to_come_takes_no_time_that_is_over_or_of_another_step(text, shown):
    assert one(text, shown, year=2021, date="2021-08-20").period == ""


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_whether_it_has_come_true(text, shown, status):
    assert one(text, shown, year=2021, date="2021-12-09").status == status


SERIES = """云杉岭高新区交出十年成绩单
起步十年来，工业总产值由2004年的1.6亿元增长到2013年的153.4亿元；固定资产投资由2.15亿元增长到76.8亿元，年均增长41.3%。
2012年、2013年，单位能耗分别为0.52吨、0.47吨，固废利用率为81.6%、84.3%。
截至11月9日，全年进出人员已突破90万人次，比去年同期增长30.3%。
2019年4月挂牌后的头两年，新增投资34.3亿元。一年前的9月17日，16项合作签下，总投资12.6亿元。"""


@pytest.mark.parametrize(
    ("shown", "period"),
    [
        ("2.15亿元", "2004"),  # the series goes on with the times of its first part
        ("76.8亿元", "2013"),
        ("81.6%", "2012"),  # so does a list without 分别
        ("84.3%", "2013"),
        ("突破90万人次", "2021-01/2021-11"),
        ("30.3%", "2021-01/2021-11"),
        ("34.3亿元", "2019-04/2021-04"),
        ("12.6亿元", "2020-09-17"),
    ],
)
def test_times_of_a_series(shown, period):
    assert read(SERIES)[shown].period == period


PARTS = """沈阳大连高新区双双进位
在参加评价的高新区中，沈阳、大连高新区分别列第37位和第23位，比上年分别提升6位和4位。
2021年，实现生产总值986亿元（沈阳高新区432亿元、大连高新区554亿元），同比增长7.4%。"""


@pytest.mark.parametrize(
    ("shown", "zone", "metric"),
    [
        ("第37位", "沈阳高新区", "排名"),
        ("4位", "大连高新区", "排名比上年提升"),
        ("432亿元", "沈阳高新区", "生产总值"),
        ("554亿元", "大连高新区", "生产总值"),
    ],
)
def test_zones_that_share_a_sentence(shown, zone, metric):
    figure = read(PARTS)[shown]
    assert (figure.zone, figure.metric) == (zone, metric)


def test_a_growth_behind_a_bracket_is_of_the_whole():
    assert read(PARTS)["7.4%"].metric == "生产总值同比增长"


CAPTION = """高新区46个重点项目集中开工
来源：山城新闻网 2017-04-12 16:38:25
图为承德高新区重点项目集中开工现场。 通讯员韩雪 摄
高新区今年共安排重点项目46个，总投资345亿元。"""


def test_a_caption_names_the_zone_of_an_article_that_does_not():
    assert read(CAPTION)["345亿元"].zone == "承德高新区"


HEADLESS = """渭河南岸，创新的引擎昼夜不息。宝鸡高新区28年来由城郊农田起步，成长为工业主战场。
01 从2.3到168.9
区内市场主体由建区时的37户增加到1.16万户。
天工航空锻件、渭水传感器产业园等一批项目接连建成……
2019年工业总产值1124亿元。"""


def test_an_article_without_a_headline_is_about_the_zone_it_names():
    found = read(HEADLESS)
    assert (found["1124亿元"].zone, found["1.16万户"].zone) == ("宝鸡高新区", "宝鸡高新区")


ELSEWHERE = """一块试验田的十年收成
2013年9月，上海自贸试验区在浦东落地，累计新设企业6.4万户。
2022年，这些自贸试验区进出口合计7.5万亿元。
青岛中德生态园由两国商定，把园址定在青岛经济技术开发区；2011年12月奠基。园区总用地11.6平方公里。"""


def test_many_zones_together_are_none_of_them():
    assert read(ELSEWHERE)["7.5万亿元"].zone == ""


def test_a_place_named_in_passing_ends_with_its_sentence():
    text = ELSEWHERE.replace("一块试验田的十年收成", "青岛中德生态园项目开工")
    assert read(text)["11.6平方公里"].zone == "青岛中德生态园"


BULLETIN = """云杉岭高新区2020年国民经济和社会发展统计公报
云杉岭高新区统计局
2021年4月6日
2020年是收官之年。全区稳中有进。
一、综 合
全年实现生产总值512.36亿元，比上年增长8.4%。
二、工业
年末规模以上工业企业231户。全年原油加工量86万吨。"""


@pytest.mark.parametrize("shown", ["512.36亿元", "8.4%", "86万吨"])
def test_a_bulletin_tells_of_the_year_in_its_headline(shown):
    assert read(BULLETIN, "page.txt")[shown].period == "2020"


HALF = """云杉岭高新区上半年见实效
本报讯 记者7月18日从云杉岭高新区获悉，今年上半年，全区完成工业总产值58.9亿元，增长8.3%。
三是企业服务提效。依托平台收集企业诉求312件，兑现惠企资金860余万元。
园区里的松谷产业园去年5月投用，5栋厂房，招来9家企业。"""


@pytest.mark.parametrize(
    ("shown", "period"),
    [
        ("312件", "2021-01/2021-06"),  # a numbered side of the report
        ("9家", ""),  # the month in which a park opened dates nothing else
    ],
)
def test_sides_of_a_report(shown, period):
    assert read(HALF)[shown].period == period


SPEECH = """让企业的事再少一点
2021-03-08 09:30 来源：山城网
记者：去年云杉岭高新区的日子过得怎么样？
主任：去年最难的是一季度，产值一度下滑17.4%。到年底算总账，全年产值86亿元，增长6.7%。"""


@pytest.mark.parametrize(("shown", "period"), [("17.4%", "2020-Q1"), ("86亿元", "2020")])
def test_a_speaker_stays_in_the_year_he_named(shown, period):
    assert read(SPEECH, "page.txt")[shown].period == period


TOWN = """皮带生产线开进玉米地
平舆县产业集聚区规划面积15.6平方公里。
庙湾镇工业园招来5家藤编企业，用工340人。庙湾工业园今年预计分红85万元。"""


@pytest.mark.parametrize("shown", ["340人", "85万元"])
def test_a_towns_park_is_a_zone_whether_or_not_the_town_is_known(shown):
    assert read(TOWN)[shown].zone == "庙湾镇工业园"


LISTS = """一季度开发区量质齐升
芜湖经开区、合肥经开区收入分别为426.8亿元和398.5亿元；铜陵经开区、安庆经开区增速较快，分别增长27.4%和22.6%。
其中，合肥高新区利用外资3.1亿美元；池州经开区虽只有4200万美元，同比却增长1.6倍。"""


@pytest.mark.parametrize(
    ("shown", "zone", "metric"),
    [
        ("398.5亿元", "合肥经开区", "收入"),
        ("27.4%", "铜陵经开区", "收入增长"),
        ("22.6%", "安庆经开区", "收入增长"),
        ("4200万美元", "池州经开区", "利用外资"),
        ("1.6倍", "池州经开区", "利用外资同比增长"),
    ],
)
def test_a_second_list_is_of_zones_of_its_own(shown, zone, metric):
    figure = read(LISTS)[shown]
    assert (figure.zone, figure.metric) == (zone, metric)
