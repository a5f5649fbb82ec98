"""The year of an article from its own words: what it tells as past, as going on and as still to come."""

from __future__ import annotations

import pytest

from reporter import reading
from reporter.reading.stamps import stamp

HEAD = "云岭高新区交出成绩单\n\n本报记者 石小鱼\n\n"


def year_of(text: str) -> int | None:
    page = reading.read(reading.Input("page.txt", "page.txt", content=(HEAD + text).encode()))
    return page.articles[0].year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # a part of a year is told while the year goes on
        ("2023年上半年，园区规上工业产值达到706亿元，同比增长9%。按照计划，园区今年固定资产投资将达到600亿元。", 2023),
        ("2024年一季度，园区新开工项目16个，完成投资8.3亿元。", 2024),
        # as of a month
        ("截至2022年3月底，片区累计入驻企业3.28万户。去年，片区规上工业总产值完成682亿元。", 2022),
        ("“十四五”开局之年，2021年前8个月，园区总产值完成142亿元。其中，总投资5亿元的项目，2020年4月开工。", 2021),
        # a whole year told, and this one spoken of
        ("2022年，园区规上工业营业收入达368亿元，同比增长8.8%。今年，园区计划新建厂房60万平方米。", 2023),
        ("继2020年全年进出口总值首次突破300亿元、达到309.7亿元之后，今年前三季度，园区实现进出口总值312.6亿元。", 2021),
        ("到2010年，业务总收入已达420亿元，年均递增38%。2010年，全年到位外资5.1亿美元。到2015年要突破1200亿元。", 2011),
        (
            "2023年，园区进出口额242亿元，同比增长18%；今年上半年为135亿元。运河2026年底主体建成后，航程将缩短560公里。",
            2024,
        ),
        (
            "2014年起，园区推行亩均论英雄。\n\n一把尺子量到底\n\n2016年，全区亩均税收达到27.6万元。今年前三季度增长9%。",
            2017,
        ),
        ("片区2017年4月1日挂牌，规划面积20平方公里。六年多来，累计形成制度创新成果386项。", 2023),
        # its last month, when plans are made for the next
        ("2022年12月，这家企业一个月的产值就有4066万元。今年，园区计划新开工项目12个。", 2023),
        (
            "2020年，公司营业收入3.2亿元，比上年增长64%。今年上半年，园区销售收入48亿元。到2025年，营收要冲刺20亿元。",
            2021,
        ),
        ("挂牌以来，加注量由2016年的106万吨增至2020年的472万吨。今年1至4月，加注量再增21%。", 2021),
        ("4月26日上午，2018年云岭高新区春季招商项目集中签约仪式举行。一期计划今年9月开工，2020年建成投用。", 2018),
        ("2022年，全区新增市场主体2.1万户。今年，20条措施自4月起施行，有效期至2025年底。", 2023),
        ("2024年6月的一个上午，车间里机器轰鸣。今年头5个月，产值已有3.9亿元。", 2024),
        ("4月1日，四川自贸试验区挂牌满3年。", 2020),  # it began in 2017, as all know
        ("今年是改革开放40年。园区回头看走过的路，又定下新的目标。", 2018),
        ("2019年，全区企业研发经费支出12亿元。今年预算是2.4亿元，前6个月已经拨出去1.5亿元。", 2020),
        ("2020年，园区地区生产总值138亿元。今年一季度增长9%。公司打算再建一条线，2022年底通线。", 2021),
        ("还差三天就是2019年了。去年吞吐量75万箱，前11个月进出口21亿美元。2019年想把航线加到24条。", 2018),
        ("某厂去年9月动工，2026年三季度通线。2022年，全区GDP为280亿元，增长6%，今年要稳住。", 2023),
        (
            "2020年，全区规上工业产值640亿元，今年增长7%。产业园今年4月已破土，一期2022年投产，满产后年产值35亿元。",
            2021,
        ),
        # a beginning and the years since
        ("2012年8月20日，新区获批。四年过去，塔吊连片。常住人口达到19万人，而规划是2030年100万人。", 2016),
        ("2012年8月，新区获国务院批复。6年过去，建成区面积扩展到108平方公里。", 2018),
        ("2018年5月，园区挂牌成立。今年是园区成立五周年，企业已超过2000家。", 2023),
        # … which is counted from a founding, not from what is set beside it, and no further than press can be
        ("1992年获批国家高新区，去年迎来30周年。一季度，产值完成268亿元。2022年，成交额58.6亿元，增长84%。", 2023),
        ("三十周年之际，2021年产值1043亿元，是建区之初的190多倍。今年上半年增长12.4%。", 2022),
        ("2015年12月，国务院批复园区建设方案。五年多来，累计引进企业310家。今年7月，又有16个项目开工。", 2021),
        # a number then and the years since
        ("今年一季度，进出口586亿元。2019年一季度，进出口只有183亿元，5年间扩大到3.2倍。", 2024),
        # an evaluation of a year that is over; a plan says little by when it begins
        (
            "海关总署公布2023年度全国综合保税区发展绩效评估结果。《高质量发展三年行动方案（2024—2026年）》已经印发。",
            2024,
        ),
        # a whole year told, and aims for the next
        (
            "2016年，全区完成工业总产值320亿元，同比增长8%。2017年，地区生产总值预期增长9%，今年的第一个项目已经开工。",
            2017,
        ),
        ("回望2022年，园区实现产值200亿元；展望2023年，将新建厂房20万平方米。", 2023),
        ("刚刚过去的2022年，园区实现产值200亿元。", 2023),
        # a row of years ends with the last, and aims are no reports
        ("2020年至2022年，产业规模依次为812亿元、968亿元、1247亿元，今年上半年又做了703亿元。", 2023),
        ("2013年到2015年，区内进出口额分别为6.6亿美元、8.2亿美元、4.4亿美元，去年骤降四成多。", 2016),
        ("由2010年的162亿元增至2015年的318亿元。2016年生产总值增速定在6.5%左右，今年元旦起新办法实施。", 2016),
        ("2018年，园区税收8.2亿元，同比增长8%。2019年的税收盘子定到9亿元，今年一季度开了好头。", 2019),
        ("到2021年9月末，盘活厂房6.8万平方米。2019年底，闲置厂房一度有9.4万平方米，今年要全部盘活。", 2021),
        ("今年前5个月，产值增长9%。“三年见形象”的目标很清楚，园区要“三年见形象”：2023年产值过300亿元。", None),
        # what is celebrated
        ("2018年，云岭高新区迎来建区25周年，新增企业1200家。", 2018),
        ("今年是新中国成立70周年，也是建区30周年。", 2019),
        # this year by its place in a five-year plan
        ("今年是“十三五”开局之年，全区一季度完成投资50亿元。", 2016),
        ("今年是“十四五”规划收官之年，园区项目建设提速。", 2025),
        # its first days
        ("2023年伊始，园区里机器轰鸣。去年，园区实现产值200亿元。", 2023),
        ("2019年8月30日，园区挂牌，实施范围58平方公里。两年后的今天，货轮进出不息。", 2021),
        ("2011年11月，园区封关运行，今年整整10年。", 2021),
        ("园区1984年11月获批。今年是它的第40个年头。2027年三大产业规模要到3000亿元。", 2024),
        (
            "2019年10月24日揭牌的片区，面积只有19.9平方公里。\n\n三年来，片区承接任务82项。今年8月，新设企业438家。",
            2022,
        ),
        # this year in a plan, said by the way; last year with its number beside it
        ("记者：“十四五”开局之年，有什么目标？主任：今年计划完成投资95亿元。", 2021),
        ("去年（2013年）11月6日，园区获批调整。今年，园区计划投入3.7亿元。", 2014),
        # plans for a year that has begun, and what is told of the year to come
        ("今年一季度，园区新签约项目33个。会议提出，园区2024年力争新增规上企业45家。", 2024),
        ("项目今年7月开工，2020年下半年投产。2019年前三季度，园区产值同比增长14%。", 2019),
        ("按照协议，新建的三条产线2024年三季度投产，年产能将提高到900万件。截至2022年10月底，员工800人。", 2022),
        ("项目10月8日开工，分两期建设，一期2025年底投产。去年，园区出口增长9%。", None),
        ("2018年，园区产值320亿元，同比增长8%。2019年产值奔着400亿元去。", 2019),
        ("这是公司2008年落户以来的第五次增资，总投资3亿元。", None),
        ("从2014年5月挂牌算起，累计落地项目420个。企业越来越多。5年多来，片区推出创新举措90项。", 2019),
        ("工业用水较2017年同期少用800万吨，今年又关停3家企业。", 2018),
        # plans for the next year, made in December; what only one year's reports have
        ("今年前11个月，园区引进人才643名。2022年，园区将新建工作站4个。", 2021),
        ("RCEP生效首季，园区对日本出口6200万元。", 2022),
        ("今年上半年，园区产值同比增长31%，两年平均增长9.3%。", 2021),
        # what a plan would not yet know; a year that is about to end; what years on was told
        ("2020年，亩均税收只有14.2万元；到2023年底，这一数字升到19.7万元，三年提高38.7%。去年8月，项目投产。", 2024),
        ("2022年共签约产业项目163个，到位资金542亿元，同比增长35.2%。今年前两个月，又签约项目29个。", 2023),
        ("2021年已经过半。上半年，园区工业增加值同比增长13.7%。", 2021),
        ("进入岁末，2023年的“成绩单”如何，明年又有什么打算？", 2023),
        ("2021年进出口做到27.4亿元，2022年到了71.8亿元；今年前10个月完成103.6亿元。", 2023),
        # this year against the end of the last; a half of a year whose whole is told beside it
        ("截至9月底，园区市场主体为36581户，较2023年末净增11152户。", 2024),
        ("2024年上半年，新区生产总值完成182亿元；全年实现412亿元，增长8%。今年，新区预期增长9%。", 2025),
        ("2016年，园区产业完成产值214亿元，同比下降2%。园区提出，2017年产业产值实现235亿元以上。", 2017),
        ("近日，园区兑付2016年度第二批“双创券”，全年兑付2300万元。2017年，额度将增加到3000万元。", 2017),
        # what year it is for all; a year behind 到2025年 is still to come
        ("2024年是推动全面振兴的重要一年，园区怎么走？6月初，十条措施出台。", 2024),
        (
            "2022年，园区产值1426亿元，比上年增长10%。全年力争更高。到2025年，产值力争达到2000亿元，2027年迈上3000亿元台阶。",
            2023,
        ),
        # the meeting names its year
        ("2月18日，园区举行2019年一季度重点项目集中开工仪式，42个项目开工。", 2019),
    ],
)
def test_an_article_tells_its_year(text, year):
    assert year_of(text) == year


@pytest.mark.parametrize(
    "text",
    [
        "截至6月末，园区完成工业总产值44亿元。明年3月，二期投产。",
        "到2025年，园区规上工业总产值将达到1000亿元。7月初，又有15家企业落户。",
        "今年一季度，园区进出口312亿元。主任表示，2024年，云渡两路综合保税区进出口总值目标为1350亿元。",  # or next year
        "2022年，园区营收达368亿元。2025年，园区将力争营收突破1000亿元。",  # a plan for a far year
        "2015年12月，园区封关运营。上半年，园区完成进出口21.7亿元。",  # some year after it
        # a count that grew from the end of a year is no report on that year
        "去年，园区产值增长9%，用工人数由2019年底的4100人增加到6300人。今年上半年，又新增800人。",
    ],
)
def test_a_year_that_nothing_tells_stays_unknown(text):
    assert year_of(text) is None


def test_a_page_has_one_day() -> None:
    """What one article tells weakly gives way to what the others tell surely; together they tell what none tells."""
    sure = "云岭高新区召开2025年工作会议\n\n本报讯（记者 石小鱼） 2月6日，云岭高新区2025年工作会议召开，部署全年任务。"
    weak = "雾江经开区算力再提速\n\n本报讯（记者 何安） 2025年，雾江经开区工业产值增长15%。今年的账很清楚。"
    assert years_of(sure, weak) == [2025, 2025]
    past = "云岭高新区开放见成效\n\n本报讯（记者 石小鱼） 2015年，云岭高新区完成进出口总额58亿元，增长12%。"
    now = "雾江经开区签约忙\n\n本报讯（记者 何安） 今年一季度，雾江经开区签约项目28个，总投资174亿元。"
    assert years_of(past, now) == [2016, 2016]


def years_of(*articles: str) -> list[int | None]:
    text = "\n\n".join(articles)
    page = reading.read(reading.Input("page.txt", "page.txt", content=text.encode()))
    return [article.year for article in page.articles]


def test_a_month_of_an_earlier_year_is_no_whole_year():
    assert year_of("2022年3月，园区累计签约项目40个。今年，园区计划签约项目50个。") != 2023


def test_a_year_in_which_a_company_came_dates_nothing():
    assert year_of("2018年落户的青原电机有限公司去年实现产值7.2亿元。今年，园区计划新开工项目12个。") is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("晨报2022-11-05.txt", "2022-11-05"),
        ("2022-12-31-A3.txt", "2022-12-31"),
        ("20200528_01.txt", "2020-05-28"),
        ("2021_8_3.txt", "2021-08-03"),
        ("2022110.txt", ""),  # no day, no month
        ("12022-11-05.txt", ""),
    ],
)
def test_the_date_in_a_file_name(name, day):
    page = reading.read(reading.Input(name, name, content=(HEAD + "园区新开工项目16个。").encode()))
    assert page.articles[0].date == day


@pytest.mark.parametrize(
    ("line", "day", "names"),
    [
        ("2022年05月31日 07:18 来源：青原日报", "2022-05-31", ()),
        ("来源：青原网　作者：柳洁　发布时间：2021-8-3　浏览次数：120", "2021-08-03", ("柳洁",)),
        ("2021-08-10 14:27:42", "2021-08-10", ()),
        ("2020年09月24日 本报记者", "2020-09-24", ()),
        ("2022-08-25  青原日报  记者 邵可心 孙钦楠", "2022-08-25", ("邵可心", "孙钦楠")),
        ("www.example.cn 2014-05-08 09:46 来源：青原晚报", "2014-05-08", ()),
        ("19.01.2017 16:20", "2017-01-19", ()),
    ],
)
def test_a_web_pages_stamp_dates_its_article(line, day, names):
    text = f"云岭高新区交出成绩单\n\n{line}\n\n今年上半年，园区新开工亿元以上工业项目16个，总投资52亿元。"
    (article,) = reading.read(reading.Input("page.txt", "page.txt", content=text.encode())).articles
    assert (article.title, article.date, article.byline) == ("云岭高新区交出成绩单", day, names)
    assert article.complete and line in article.year_evidence


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("《青原经济报》（2023年9月20日 06版）", "2023-09-20"),
        ("（2025年4月11日《青原新闻》）", "2025-04-11"),
        ("原载《青原日报》2021年3月5日第A2版", "2021-03-05"),
    ],
)
def test_a_source_below_the_text_dates_its_article(line, day):
    text = f"云岭高新区交出成绩单\n\n今年上半年，园区新开工亿元以上工业项目16个，总投资52亿元。\n\n{line}"
    (article,) = reading.read(reading.Input("page.txt", "page.txt", content=text.encode())).articles
    assert (article.date, article.complete) == (day, True)


@pytest.mark.parametrize(
    "line",
    [
        "2021年3月5日，《青原日报》刊发长篇报道。",
        "2020年5月28日 星期四 第3版",  # the head of a printed page
        "2022年5月31日，云岭高新区举行集中开工仪式，18:00以前全部车辆入场。",
        "到2025年，来源广泛的资金",
    ],
)
def test_what_is_no_stamp(line):
    assert stamp(line) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年头三个月，园区进出口82亿元，延续了2013年四季度以来的回升势头。", 2014),
        ("2020年，云渡口岸过货1021万吨。园区今年上半年进出口7.6亿元。", 2021),
        ("从2010年首单业务算起，12年间，园区交付飞机近2000架。", 2022),
        ("截至2022年底，园区累计纳税916亿元。企业为报建犯愁。2023年4月底，项目奠基。", 2023),
        ("园区亮相“十四五”高质量发展成就发布会。今年前10个月，园区进出口18亿元。", 2025),
        ("园区谋划“十四五”发展思路。今年前10个月，园区进出口18亿元。", None),
        ("2019年四季度以来，企业搬来三家。", None),  # no trend, and nothing of this year
        ("2020年，企业过关排队。", None),
    ],
)
def test_years_of_figures_and_trends(text, year):
    assert year_of(text) == year


def test_what_counts_since_a_plan_began_is_not_older_than_the_plan() -> None:
    dated = "云岭高新区召开2016年工作会议\n\n本报讯（记者 石小鱼） 云岭高新区2016年工作会议召开，部署全年任务。"
    since = "雾江经开区投资过亿\n\n本报讯（记者 何安） “十四五”以来，雾江经开区完成投资118亿元。"
    assert years_of(dated, since) == [2016, None]
    assert years_of(dated, since.replace("十四五", "十三五")) == [2016, 2016]
