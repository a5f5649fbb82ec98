"""Times still to come beside times that are over: which of them a figure has, and whether it is an aim."""

from __future__ import annotations

from tests.extraction.figures_help import one


def told(text: str, shown: str, **choices: object) -> tuple[str, str]:
    """Period and status of the figure printed as `shown`."""
    figure = one(text, shown, **choices)
    return figure.period, figure.status.value


PLAN = "到2030年，园区能耗要比2018年再降15%。眼下，已有5家企业评上绿色工厂；1至9月，产值占规上工业的38.6%。"


def test_months_behind_a_plan_are_of_the_articles_year():
    assert told(PLAN, "38.6%") == ("2021-01/2021-09", "actual")
    assert told(PLAN, "38.6%", year=None) == ("", "actual")
    assert told(PLAN, "15%") == ("2030", "target")


def test_months_of_a_year_named_before_stay_in_it():
    assert told("2020年，高新区产值达到120亿元；1至9月，进出口80亿元。", "80亿元") == ("2020-01/2020-09", "actual")
    text = "高新区2023年计划投产3条线，一季度将投产1条，投资3亿元。"
    assert told(text, "3亿元") == ("2023-Q1", "target")


def test_since_when_there_is_a_zone_dates_no_figure_of_it():
    text = "去年11月封关的云渡综合保税区进出口52.6亿元。"
    assert told(text, "52.6亿元", title="云渡综合保税区新闻")[0] == ""
    text = "去年，新封关的云渡综合保税区进出口52.6亿元。"
    assert told(text, "52.6亿元", title="云渡综合保税区新闻")[0] == "2020"
    text = "今年5月封关运行的云渡综合保税区首月进出口0.9亿美元。"
    assert told(text, "0.9亿美元", title="云渡综合保税区新闻")[0] == "2021-05"


def test_a_base_that_is_grown_from_is_no_time():
    text = "今年一季度，剔除去年疫情造成的低基数，两年平均增长10.4%；工业增加值在去年高基数上仍增长22.3%。"
    assert told(text, "10.4%") == ("2021-Q1", "actual")
    assert told(text, "22.3%") == ("2021-Q1", "actual")
    assert told("2020年在高基数上增长8%。", "8%") == ("2020", "actual")


PLANNED = (
    "今年被高新区定为“服务企业年”。一季度，年度计划投资96亿元，已完成30.2亿元，占年度计划的31.5%，"
    "比上年同期快4.1个百分点。固定资产投资同比增长27%。"
)


def test_the_year_of_a_plan_ends_with_what_is_done_of_it():
    assert told(PLANNED, "96亿元") == ("2021", "target")
    assert told(PLANNED, "4.1个百分点") == ("2021-Q1", "actual")


def test_a_quarter_of_the_running_year_is_what_the_next_sentence_goes_on_with():
    assert told(PLANNED, "27%") == ("2021-Q1", "actual")
    text = "2021年，高新区完成投资60亿元。一季度，投资12亿元。固定资产投资同比增长27%。"
    assert told(text, "27%") == ("2021", "actual")


def test_how_things_stand_behind_a_time_still_to_come():
    assert told("标准厂房明年5月交付，已有6家企业排队。", "6家") == ("", "actual")
    assert told("到2027年，园区产值过百亿元，再建平台12个。", "12个") == ("2027", "target")
    assert told("到7月底，通过协议收回，已盘活620亩。", "620亩")[0] == "2021-07"


def test_a_time_of_one_thing_alone_does_not_hold_behind_the_semicolon():
    text = "120项任务已落地113项，剩下的7项任务年内见分晓；形成制度成果46项，其中2项被全国推开。"
    assert {told(text, shown) for shown in ("46项", "2项")} == {("", "actual")}
    assert told(text, "113项")[1] == "actual"
    assert told("全区年内开工项目50个；完成投资30亿元。", "30亿元") == ("2021", "target")
    assert told("到2027年，园区面貌一新；建成平台12个。", "12个") == ("2027", "target")


APRIL = {"date": "2021-04-20"}


def test_when_it_is_done_stands_behind_what_is_counted():
    text = "今年订单排到了11月，三期9栋仓库7月份交付。"
    assert told(text, "9栋", **APRIL) == ("2021-07", "target")
    assert told(f"{text}一季度，产值增长3%。", "9栋") == ("2021-07", "target")
    assert told(text, "9栋", year=None)[0] == ""
    assert told("52个项目已完工41个，剩下的11个明年一季度收尾。", "11个", **APRIL) == ("2022-Q1", "target")
    assert told("剩下的11个车间明年一季度收尾。", "11个", year=None) == ("", "target")
    assert told("首批260名学生今年6月到岗。", "260名", **APRIL) == ("2021-06", "target")


def test_a_time_behind_dates_no_object_and_no_money():
    assert told("园区引进12家企业，7月份入驻二期。", "12家", **APRIL)[0] == ""
    assert told("引进12家企业7月份入驻。", "12家", **APRIL)[0] == ""
    assert told("首批1260套公寓2月交付。", "1260套", **APRIL) == ("2021-02", "actual")


def test_what_comes_of_a_stage_in_a_month_that_has_not_come():
    text = "云杉光电公司扩建二车间，6月投用后月产能增加2400万只。"
    assert told(text, "2400万只", **APRIL) == ("2021-06/", "target")
    assert told(f"一季度，产值增长3%。{text}", "2400万只") == ("2021-06/", "target")
    assert told("新线11月投产后，已生产3万件，销售额增长5%。", "5%", date="2021-01-20") == ("2020-11", "actual")


def test_quarters_months_and_years_told_together_are_one_span():
    assert told("三、四季度，园区还将开工17个项目。", "17个") == ("2021-07/2021-12", "target")
    assert told("三、四季度，园区还将开工17个项目。", "17个", **APRIL) == ("2021-07/2021-12", "target")
    assert told("三、四季度，园区产值15亿元。", "15亿元", **APRIL) == ("2020-07/2020-12", "actual")
    assert told("一、二季度，园区产值分别为3亿元和5亿元。", "3亿元")[0] == "2021-Q1"
    assert told("新线8月试产，9、10两个月已缴税360万元。", "360万元") == ("2021-09/2021-10", "actual")
    assert told("7、8、9三个月，园区产值15亿元。", "15亿元")[0] == "2021-Q3"
    assert told("明后两年，区里要引进12家企业。", "12家") == ("2022/2023", "target")
    assert told("未来三年，区里要引进12家企业。", "12家") == ("2021/2024", "target")
    assert told("园区推进三、四期建设，投资30亿元。", "30亿元")[0] == ""


def test_three_years_in_a_job_say_who_somebody_is():
    text = "园区腾出1500套公寓，专门给入职3年内的员工，月租每平方米12元。"
    assert told(text, "12元") == ("", "actual")
    assert told("3年内投资5亿元。", "5亿元") == ("2021/2024", "target")


def test_what_is_kept_at_least_is_an_aim():
    text = "总经理说，今年产值保底45亿元，比去年多两成。"
    assert told(text, "45亿元") == ("2021", "target")
    assert told(text, "两成") == ("2021", "target")
    assert told("员工每月保底3000元。", "3000元")[1] == "actual"


def test_an_aim_of_which_a_share_is_done_is_one():
    text = "年度投资260亿元的目标完成了48.7%。"
    assert told(text, "260亿元") == ("2021", "target")
    assert told(text, "48.7%")[1] == "actual"
    assert told("全年投资260亿元的任务已完成六成。", "260亿元")[1] == "target"
    assert told("年度投资260亿元的目标已如期完成。", "260亿元")[1] == "actual"


def test_a_plan_begins_from_what_there_is():
    text = "到2027年，园区产值达300亿元，高新技术企业在84家的基础上翻一番。"
    assert {told(text, "84家", year=year) for year in (2021, None)} == {("", "actual")}
    assert one(text, "84家").metric == "高新技术企业"
    assert told(text, "翻一番") == ("2027", "target")
    assert told("到2027年，企业在目前84家的基础上翻一番。", "翻一番") == ("2027", "target")


def test_lines_by_contract_or_in_phases_are_still_to_be_built():
    text = "按合同，项目用地96亩，分两期建14条生产线，一期6条线投资5.2亿元，今年11月投产。"
    assert {told(text, shown)[1] for shown in ("14条", "6条线")} == {"target"}
    assert {told(text, shown)[1] for shown in ("96亩", "5.2亿元")} == {"actual"}
    assert told("云杉公司分两期建成14条生产线，投资3亿元。", "14条")[1] == "actual"


def test_what_a_signing_promises_is_still_to_come():
    text = "园区与3所院校签了“云杉班”，两年定向输送900人，首批260名学生今年6月到岗。"
    assert told(text, "900人")[1] == "target"
    assert told(text, "260名") == ("2021-06", "target")
    assert told(text, "3所")[1] == "actual"
    assert told("园区与院校签订协议，两年来引进人才300人。", "300人")[1] == "actual"


def test_aims_that_somebody_vows_sets_or_leaves_as_they_were():
    assert told("高新区给自己定的数是：签约项目45个，工业投资增长12%。", "12%")[1] == "target"
    assert told("区里表态，上半年处置闲置土地350亩。", "350亩")[1] == "target"
    assert told("产值175亿元；今年的目标没有调，仍是190亿元。", "190亿元")[1] == "target"
    assert told("特别是新能源汽车，要冲20万辆。", "20万辆")[1] == "target"
    assert told("“全部卖出去，年销售收入能到12亿元。”", "12亿元")[1] == "target"


def test_of_a_task_only_the_share_is_done():
    text = "今年一季度，高新区到位资金16.2亿元，完成全年任务60亿元的27%。"
    assert told(text, "60亿元") == ("2021", "target")
    assert told(text, "27%") == ("2021-Q1", "actual")


def test_what_something_has_come_to_by_now_is_no_aim():
    assert told("预计全年出货5万台，工人倒比年初少了700名。", "700名")[1] == "actual"
    assert told("产值也从1.8亿元蹿到今年的4.1亿元，两年内还要翻番。", "4.1亿元")[1] == "actual"


def test_what_follows_a_plan_is_an_aim():
    text = "按照年初确定的目标，新区今年地区生产总值增长9%左右。"
    assert told(text, "9%左右")[1] == "target"
    assert told("《云岭工业区试点实施方案》提出，实施重点项目56个。", "56个")[1] == "target"
    assert told("根据规划，园区占地3.2平方公里，目前已入驻企业86家。", "3.2平方公里")[1] == "actual"
    assert told("《云岭工业区试点实施方案》提出了26项措施。", "26项")[1] == "actual"


def test_a_sum_that_is_to_be_done_is_no_share_of_an_aim():
    assert told("今年综保区进出口计划完成30亿美元。", "30亿美元")[1] == "target"
    assert told("今年力争上半年完成全年投资任务的55%。", "55%")[1] == "target"
    assert told("上半年，技改投资任务完成了45.6%。", "45.6%")[1] == "actual"


def test_what_an_aim_begins_from_is_done():
    text = "到2025年，高新技术企业由现在的142家增加到300家。"
    assert told(text, "142家")[1] == "actual"
    assert told(text, "300家")[1] == "target"
    text = "今年，全年进出口力争突破180亿元，较去年的131亿元增长37%以上。"
    assert told(text, "131亿元")[1] == "actual"
    assert told(text, "37%以上")[1] == "target"
