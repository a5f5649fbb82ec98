"""When, whose and whether it is true yet: what a figure takes from its clause, its sentence and those before."""

from __future__ import annotations

import time

import pytest

from tests.extraction.figures_help import ZONE, figures, one

PERIODS = [
    # the sentence holds its time
    ("今年一季度，云杉岭高新区实际利用外资3.6亿美元，占全市的50.3%。", "50.3%", "2021-Q1"),
    ("今年前3个月，出口额达3900万美元。", "3900万美元", "2021-Q1"),
    # what is compared with is no time of its own
    ("3月份以来，进出口总额增速较2月份增长5.8个百分点。", "5.8个百分点", "2021-03/"),
    ("去年软件业务收入50亿元，是2018年全年的2.6倍；从业人员1.15万人。", "1.15万人", "2020"),
    # a time tied to its number
    ("规上企业由2017年的58家增加到2020年的131家。", "58家", "2017"),
    ("规上企业由2017年的58家增加到2020年的131家。", "131家", "2020"),
    # times in a list
    ("2020年9月和10月，新登记户数分别占当月总数的68.7%和69.1%。", "68.7%", "2020-09"),
    ("2020年9月和10月，新登记户数分别占当月总数的68.7%和69.1%。", "69.1%", "2020-10"),
    ("据统计，今年2月和3月，全区对接项目110多个。", "110多个", "2021-02/2021-03"),
    # a total as of the end
    ("2020年前10个月新增总部25家，累计达到384家。", "384家", "/2020-10"),
    # today, not the day of the event
    ("2020年5月，云杉岭高新区获批开展试点，目前6家药企已经入驻。", "6家", "/2021"),
    # a time inside a name
    ("3月2日，云杉岭高新区对2020年度优秀企业进行表彰，共发放奖金2600万元。", "2600万元", "2021-03-02"),
    # 会上 is the day of the meeting
    ("3月2日，云杉岭高新区召开创新大会。会上，46家企业受到表彰。", "46家", "2021-03-02"),
    # a paragraph opened by a year
    ("2020年，云杉岭高新区工业取得新成效。该区完成工业投资86亿元。", "86亿元", "2020"),
    # since an event that an earlier sentence dates
    (
        "2020年12月16日，云杉岭高新区启动全球营运商计划。全球营运商计划实施以来，累计解决问题约130个。",
        "约130个",
        "2020-12-16/",
    ),
    # a time that only says how long orders last
    ("订单已排到2023年，合同金额128亿元。", "128亿元", ""),
    # nothing said, nothing guessed
    ("云杉岭高新区拥有院士工作站16个。", "16个", ""),
    ("去年5月开工建设，建成后产能3.2万吨。", "3.2万吨", ""),
]


@pytest.mark.parametrize(("text", "shown", "period"), PERIODS)
def test_period(text, shown, period):
    assert one(text, shown).period == period


def test_a_relative_year_that_nothing_dates_stays_open_and_is_told():
    figure = one("去年，云杉岭高新区新增专利560件。", "560件", year=None)
    assert figure.period == ""
    assert any("哪一年" in doubt for doubt in figure.doubts)


STATUS = [
    ("全年计划提供产业用地4030亩。", "4030亩", "target"),
    ("力争到2025年，工业总产值突破1000亿元，培育百亿级企业3家。", "3家", "target"),
    ("项目总投资100亿元，达产后年产值达38亿元。", "100亿元", "actual"),
    ("项目总投资100亿元，达产后年产值达38亿元。", "38亿元", "target"),
    ("企业将350亿元投资增至390亿元。", "390亿元", "actual"),
    ("月产能将由12万件提升至20万件。", "12万件", "actual"),
    ("月产能将由12万件提升至20万件。", "20万件", "target"),
    ("全年计划引进项目30个，今年一季度已引进8个。", "8个", "actual"),
    ("完成投资76亿元，占年度目标任务的81%。", "81%", "actual"),
    ("规划建设的量子产业园首期面积12万平方米。", "12万平方米", "actual"),
    ("新引进计划投资5000万元以上工业项目17个。", "17个", "actual"),
    ("项目计划总投资168亿元；完成外资到账3亿美元。", "3亿美元", "actual"),
    ("“高新之星”集合信贷计划为135户企业提供贷款。", "135户", "actual"),
    ("将审批时限从120天压减至45天，目标到位资金60亿元。", "60亿元", "target"),
]


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_planned_or_done(text, shown, status):
    assert one(text, shown).status == status


SUBJECTS = [
    ("今年，云杉岭高新区税收收入12亿元。", "12亿元", ZONE, "zone"),
    ("瀚海智能装备有限公司研发投入高达12.7亿元。", "12.7亿元", "瀚海智能装备有限公司", "entity"),
    ("落户云杉岭高新区的瀚海集团，现有员工860人，拥有专利114件。", "114件", "瀚海集团", "entity"),
    ("云杉岭高新区企业瀚海智能装备有限公司拟募集资金8亿元。", "8亿元", "瀚海智能装备有限公司", "entity"),
    ("瀚海动力电池项目落户云杉岭高新区，总投资56亿元，年产值超80亿元。", "超80亿元", "瀚海动力电池项目", "entity"),
    ("投资3亿元的线束系统二期项目正加紧建设。", "3亿元", "线束系统二期项目", "entity"),
    (
        "瀚海智能装备有限公司发布新品。去年，该公司新能源车市场占有率16%。",
        "16%",
        "瀚海智能装备有限公司",
        "entity",
    ),
    (
        "“我们公司服务外贸企业86家。”瀚海供应链管理（云杉岭）有限公司总经理周明说。",
        "86家",
        "瀚海供应链管理（云杉岭）有限公司",
        "entity",
    ),
    ("“截至目前，我们引进项目32个。”云杉岭高新区管委会主任周明说。", "32个", ZONE, "zone"),
    ("瀚海光电去年营收8.6亿元，净利润1.1亿元。", "1.1亿元", "瀚海光电", "entity"),
    ("“园区给我们免了租金，省了40多万元。”瀚海软件有限公司负责人说。", "40多万元", "瀚海软件有限公司", "entity"),
    ("瀚海光电的车间一片繁忙。“我们接到订单2.3亿元。”公司副总经理赵敏说。", "2.3亿元", "公司", "entity"),
    ("2022年，瀚海新能源、远帆重工的研发投入分别达到3亿元和2亿元。", "2亿元", "远帆重工", "entity"),
]


@pytest.mark.parametrize(("text", "shown", "subject", "scope"), SUBJECTS)
def test_subject(text, shown, subject, scope):
    figure = one(text, shown, year=2022)
    assert (figure.subject, figure.scope) == (subject, scope)


QUALIFIERS = [
    ("总收入突破1200亿元。", "突破1200亿元", "over"),
    ("最高奖励20万元。", "20万元", "upto"),
    ("协调解决问题约130个。", "约130个", "about"),
    ("全市最高用电负荷达到66万千瓦。", "66万千瓦", "exact"),
]


@pytest.mark.parametrize(("text", "shown", "qualifier"), QUALIFIERS)
def test_qualifier(text, shown, qualifier):
    assert one(text, shown).qualifier == qualifier


def test_a_share_belongs_to_the_zone_of_the_figure_that_it_speaks_of():
    growth = one("云杉岭高新区专利拥有量达42.5件，是全市平均水平的2.3倍。", "2.3倍")
    assert (growth.zone, growth.scope) == (ZONE, "zone")


def test_owners_in_a_list_keep_their_zones():
    text = "2020年，云杉岭高新区、青屏河经开区规上工业总产值分别为720亿元和1080亿元。"
    found = {figure.evidence.text: (figure.zone, figure.metric) for figure in figures(text)}
    assert found["720亿元"] == ("云杉岭高新区", "规上工业总产值")
    assert found["1080亿元"] == ("青屏河经开区", "规上工业总产值")


def test_an_article_about_no_zone_leaves_a_doubt_and_no_guess():
    (figure,) = figures("签约项目32个。", title="签约忙")
    assert figure.zone == ""
    assert "未能确定所属功能区" in figure.doubts or figure.scope == "external"


@pytest.mark.parametrize("clause", ["出口3亿元，", "2020年5月产值3亿元，", "云杉岭高新区新增企业3家，同比增长5%，"])
def test_time_grows_with_a_sentence_not_with_its_square(clause: str) -> None:
    def took(clauses: int) -> float:
        began = time.process_time()
        assert len(figures(clause * clauses + "。")) >= clauses
        return time.process_time() - began

    took(100)
    assert took(1200) < 8 * min(took(300), took(300))


def test_what_has_no_known_year_takes_no_other_years_span():
    text = "“十二五”期间，产值由12亿元增长到136亿元；今年1至8月完成产值118亿元。"
    assert one(text, "118亿元", year=None).period == ""
    assert one(text, "118亿元", year=2017).period == "2017-01/2017-08"


def test_what_stands_along_one_street_is_no_total_of_the_zone() -> None:
    text = "云杉岭高新区有一条云杉路，道路两侧分布着20多家量子科技企业。"
    figure = one(text, "20多家")
    assert (figure.subject, figure.scope.value) == ("云杉路", "entity")


def test_a_fund_that_was_just_set_up_owns_its_first_sum() -> None:
    figure = one("云杉岭高新区为创新赋能：设立颠覆性技术创新基金，首期规模1亿元；开展保险试点。", "1亿元")
    assert (figure.scope, figure.subject) == ("entity", "颠覆性技术创新基金")


def test_machines_and_workers_on_a_site_are_the_projects() -> None:
    text = "云杉岭高新区水系综合整治项目施工工地一片繁忙，1000余台挖掘机、2000多名工人正进行土方开挖。"
    for printed in ("1000余台", "2000多名"):
        assert one(text, printed).subject.endswith("水系综合整治项目")


def test_a_project_may_be_called_by_its_size() -> None:
    found = figures("10GWh动力电池生产项目投资42亿元，利用现有厂房资源进行建设。")
    assert [(one.evidence.text, one.subject, one.metric) for one in found] == [
        ("42亿元", "10GWh动力电池生产项目", "投资")
    ]


def test_a_share_is_of_what_stands_before_the_comma() -> None:
    text = "2021年9月和10月，四大产业新登记企业户数，分别占当月新登记企业总户数的68.7%和69.1%。"
    assert one(text, "69.1%").metric == "四大产业新登记企业户数占当月新登记企业总户数比重"


def test_how_things_were_before_now_says_so() -> None:
    assert one("原来每天排放污水达到4500吨，现在一吨也不向外排放。", "4500吨").metric == "原来每天排放污水"


def test_an_ability_has_both_its_words() -> None:
    text = "累计建成4万吨/日污水处理及再生水处理能力。"
    assert one(text, "4万吨/日").metric == "累计建成污水处理及再生水处理能力"


def test_what_is_only_encouraged_is_in_doubt() -> None:
    assert one("鼓励省内园区引进外省产业，共建200亩以上产业园区。", "200亩以上").doubts


def test_science_is_no_firm() -> None:
    assert one("云杉岭高新区重奖科技创新企业1000万元。", "1000万元").subject == "云杉岭高新区"


def test_what_holds_so_many_is_not_built_where_the_sentence_goes_on_with_when_it_will_be() -> None:
    text = "星河数据中心项目总投资100亿元，容纳30万台服务器，达产后年产值达38亿元。"
    assert one(text, "30万台").status == "target"
    assert one("星河数据中心已投用，容纳30万台服务器，年产值达38亿元。", "30万台").status == "actual"


def test_a_number_of_the_sentence_before_is_held_against_another_time() -> None:
    text = "今年前8个月，云杉岭高新区进出口总值2012亿元，居全国首位。而在封关后的第一年，这一数字是1793亿元，去年已达3022亿元。"
    found = {figure.evidence.text: (figure.metric, figure.period) for figure in figures(text)}
    assert found["1793亿元"] == ("进出口总值", "")  # of a year that is not told
    assert found["3022亿元"] == ("进出口总值", "2020")
