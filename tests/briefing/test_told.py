"""Statements that once told a reader something false, or nothing: sentences, and what a brief makes of them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from reporter.briefing import compose, load_audience
from reporter.briefing.anchor import anchored
from reporter.briefing.excerpts import excerpt, half_compared, opened, stands_alone
from reporter.briefing.lines import doubtful, lines_of
from reporter.briefing.measures import told_of
from reporter.briefing.numbers import printed
from reporter.briefing.parts import is_part
from reporter.briefing.select import weight, worthy
from reporter.briefing.words import change, in_list, run_on, sentence, speakable
from reporter.model import Evidence, Figure, Policy, Project, Qualifier, Ranking, Relation, Scope, Selection, Status
from tests.briefing.sample import ZONE, sample
from tests.briefing.test_sound import line

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
SIGNED = "云岭高新区集中签约32个项目，总投资227亿元。其中智能产业项目16个，总投资184亿元；服务业项目8个，总投资38亿元。"


def figures(text: str, *read: tuple[str, str, str]) -> list[Figure]:
    """Figures of the zone in one paragraph: each as printed, its metric and its unit."""
    made = []
    for index, (shown, metric, unit) in enumerate(read):
        at = text.index(shown)
        first = text.rfind("。", 0, at) + 1
        last = text.index("。", at) + 1
        place = Evidence(shown, text[first:last], at - first, at - first + len(shown), "p.txt", "a", at, at, 1, at)
        made.append(
            Figure(
                id=f"f{index}", zone=ZONE.name, mentions=(place,), subject=ZONE.name, metric=metric,
                value=float(shown.rstrip("个亿元")), value_high=None, unit=unit, qualifier=Qualifier.EXACT,
                relation=Relation.LEVEL, status=Status.ACTUAL, period="", scope=Scope.ZONE,
            )
        )  # fmt: skip
    return made


def test_what_only_a_place_has_is_no_part_of_what_is_counted_before() -> None:
    text = "上半年，全区新增市场主体4300户，其中外资企业29户；实际利用外资1.4亿元。"
    read = (("4300户", "市场主体", "户"), ("29户", "外资企业", "户"), ("1.4亿元", "实际利用外资", "元"))
    found = figures(text.replace("户", "个"), *((a.replace("户", "个"), b, c.replace("户", "个")) for a, b, c in read))
    assert [is_part(figure) for figure in found] == [False, True, False]


def test_what_it_grew_by_may_stand_before_a_level() -> None:
    (found,) = figures("2022年，全区地区生产总值增长8.9%，达到2450.6亿元。", ("2450.6亿元", "地区生产总值", "元"))
    assert anchored(lines_of([found], ZONE)["f0"], told=True)


def test_a_part_names_its_whole_and_leads_nothing() -> None:
    found = figures(
        SIGNED,
        ("32个", "集中签约项目", "个"),
        ("227亿元", "集中签约项目总投资", "元"),
        ("184亿元", "智能产业项目总投资", "元"),
        ("38亿元", "服务业项目总投资", "元"),
    )
    lines = lines_of(found, ZONE)
    assert [is_part(figure) for figure in found] == [False, False, True, True]
    assert sentence(lines["f3"], ZONE, {}).text == "云岭高新区集中签约项目中，服务业项目总投资38亿元。"
    wanted = Selection(weights={"总投资": 8.0})
    assert [worthy(lines[name], wanted) for name in ("f1", "f2", "f3")] == [True, False, False]


def test_what_sentences_share_is_said_once() -> None:
    found = figures(SIGNED, ("32个", "集中签约项目", "个"), ("227亿元", "集中签约项目总投资", "元"))
    dated = [structs.replace(figure, period="2022") for figure in found]
    told = [sentence(line, ZONE, {}) for line in lines_of(dated, ZONE).values()]
    assert run_on(told, ZONE).text == "2022年，云岭高新区集中签约项目32个，总投资227亿元。"
    undated = [sentence(line, ZONE, {}) for line in lines_of(found, ZONE).values()]
    assert (
        run_on([told[0], undated[1]], ZONE).text
        == "2022年，云岭高新区集中签约项目32个。云岭高新区集中签约项目总投资227亿元。"
    )
    assert run_on(undated, ZONE).text == "云岭高新区集中签约项目32个，总投资227亿元。"


def test_a_list_about_a_zone_need_not_name_it() -> None:
    found = figures(SIGNED, ("32个", "集中签约项目", "个"))
    (dated,) = lines_of([structs.replace(found[0], period="2022")], ZONE).values()
    assert in_list(sentence(dated, ZONE, {}), ZONE).text == "2022年，集中签约项目32个。"
    firm = structs.replace(found[0], scope=Scope.ENTITY, subject="云岭高新区星河公司")
    (of_a_firm,) = lines_of([firm], ZONE).values()
    assert in_list(sentence(of_a_firm, ZONE, {}), ZONE).text == "云岭高新区星河公司集中签约项目32个。"


def test_what_a_company_did_is_not_run_on_as_the_zones() -> None:
    zone, other = (
        structs.replace(figure, period="2022")
        for figure in figures(SIGNED, ("32个", "集中签约项目", "个"), ("227亿元", "总投资", "元"))
    )
    company = structs.replace(other, scope=Scope.ENTITY, subject="云岭高新区星河公司")
    told = [sentence(line, ZONE, {}) for line in lines_of([company, zone], ZONE).values()]
    assert "；" not in run_on(told, ZONE).text
    assert "；" not in run_on(reversed(told), ZONE).text


def test_a_part_without_a_whole_makes_no_sentence() -> None:
    alone = figures("其中服务业项目8个，总投资38亿元。", ("38亿元", "服务业项目总投资", "元"))
    assert not speakable(lines_of(alone, ZONE)["f0"])


@pytest.mark.parametrize(
    ("told", "text", "metric"),
    [
        ("此次集中签约32个项目，总投资227亿元。", "227亿元", "集中签约项目总投资"),
        ("打造产值超120亿元的装备制造产业集群。", "超120亿元", "装备制造产业集群产值"),
        ("一季度完成647亩产业用地的整理提升。", "647亩", "完成产业用地整理提升"),
        ("仪式上9个成果转化项目签约。", "9个", "签约成果转化项目"),
        ("35个集中开工的重点项目总投资281亿元。", "35个", "集中开工的重点项目"),
        ("目前已遴选出107家“星火”企业。", "107家", "遴选出“星火”企业"),
        ("规上工业产值首次突破2200亿元。", "2200亿元", "规上工业产值"),
        ("获批省级小巨人企业1家、省级中小企业4家。", "4家", "获批省级中小企业"),
        ("共集聚4名海外专家、66名院士、400余名领军人才。", "400余名", "集聚领军人才"),
    ],
)
def test_words_around_a_number_make_its_name(told: str, text: str, metric: str) -> None:
    assert anchored(line(told, text, metric), told=True)


def test_a_list_ends_where_another_clause_begins() -> None:
    assert not anchored(line("获批省级小巨人企业1家，另有中小企业4家。", "4家", "获批中小企业"), told=True)


@pytest.mark.parametrize(
    ("printed_words", "quoted"),
    [
        ("本报讯（记者 何安） 5月27日，青禾公司摘牌290亩土地。", "5月27日，青禾公司摘牌290亩土地。"),
        ("据了解，作为对外开放的窗口，全区有40家外企。", "作为对外开放的窗口，全区有40家外企。"),
        ("同时，生物产业正在崛起。", "生物产业正在崛起。"),
        ("一季度新建项目开 工率将达46%。", "一季度新建项目开工率将达46%。"),
    ],
)
def test_what_ties_a_sentence_to_its_page_is_not_quoted(printed_words: str, quoted: str) -> None:
    assert opened(printed_words) == quoted


def test_a_quotation_goes_on_to_its_main_clause() -> None:
    told = (
        "随着东岭焦化一期、庆安焦化改造等39个项目的节能审查手续获批，和庆安焦炉、中岭电石、金石矿热炉等项目的节能技改，"
        "云岭高新区淘汰落后产能和节能技术改造持续推进，绿色低碳发展的格局已经逐步构建起来。"
    )
    assert excerpt(line(told, "39个", "项目", unit="个").fact).text == told


def test_a_plan_is_quoted_with_those_who_have_it() -> None:
    told = "今年1月，三方共同成立青禾药械公司，通过该平台引进新药，计划5年完成5个大品种落地，实现新增50亿元产值的目标。"
    found = excerpt(line(told, "50亿元", "新增产值目标").fact)
    assert "三方共同成立青禾药械公司" in found.text
    assert stands_alone(found)


def test_a_quotation_bears_the_name_that_it_lacks() -> None:
    told = "董事长表示，从去年5月开始建设新炉子，建成后非常有利于节能，新的产能是3.2万吨。"
    assert excerpt(line(told, "3.2万吨", "新产能").fact, "金石冶炼有限公司").heading == "金石冶炼有限公司"
    named = "金石冶炼新的产能是3.2万吨，明年投产。"
    assert excerpt(line(named, "3.2万吨", "新产能").fact, "金石冶炼有限公司").heading == ""


@pytest.mark.parametrize(
    ("told", "name", "words"),
    [
        ("云岭高新区将出台《工业发展规划》，制定完善扶持奖励政策。", "《工业发展规划》", "将出台《工业发展规划》"),
        ("云岭高新区将出台《工业发展规划》，制定完善扶持奖励政策。", "扶持奖励政策", "将制定完善扶持奖励政策"),
        ("云岭高新区已出台《工业发展规划》，制定完善扶持奖励政策。", "扶持奖励政策", "制定完善扶持奖励政策"),
        ("同时，云岭高新区持续深化保姆制、管家制等“五大机制”。", "“五大机制”", "持续深化保姆制、管家制等“五大机制”"),
        ("云岭高新区转变方式，向“一企一策”式招商迈进。", "“一企一策”", "转变方式，向“一企一策”式招商迈进"),
        ("4月17日，《云岭高新区行动方案》出台。", "《云岭高新区行动方案》", "《云岭高新区行动方案》出台"),
        ("云岭高新区招商局落实28条新政。", "28条新政", "云岭高新区招商局落实28条新政"),
        ("《十条措施》出台：对取得证书的企业，最高奖励1500万元。", "《十条措施》", "《十条措施》出台"),
        ("获批“全链保税”改革试点后，企业成本降低。", "“全链保税”改革试点", ""),
        ("开发区今年出台《稳链十条》，奖励企业。", "《稳链十条》", "出台《稳链十条》"),
        ("与之配套的《信用办法》今年1月1日起施行。", "《信用办法》", ""),
        ("今年先把“算力六条”落到位。", "“算力六条”", ""),
        ("云岭高新区问，“园区研发+基地制造”能带来什么?", "“园区研发+基地制造”", ""),
        ("经理周明说，依托“分送集报”，企业报关单大为减少。", "“分送集报”", "依托“分送集报”，企业报关单大为减少"),
    ],
)
def test_a_policy_is_told_by_what_is_done_about_it(told: str, name: str, words: str) -> None:
    at = told.index(name)
    place = Evidence(name, told, at, at + len(name), "p.txt", "a", at, at)
    shown = told_of(Policy(id="y", zone=ZONE.name, mentions=(place,), name=name), ZONE)
    assert (shown.name if shown else "") == words


@pytest.mark.parametrize(
    ("told", "text", "words"),
    [
        ("这款药品的引进至少需要3年时间。", "3年", "至少3年"),
        ("全区聚集企业超过300家。", "300家", "超过300家"),
    ],
)
def test_a_hedge_is_the_sources_own(told: str, text: str, words: str) -> None:
    made = line(told, text, "数", unit=text[-1], qualifier=Qualifier.OVER, value=float(text[:-1]))
    assert str(printed(made.fact)) == words


@pytest.mark.parametrize(
    ("told", "text", "metric", "words"),
    [
        ("近期将有11家企业完成注册。", "11家", "完成注册的企业", "云岭高新区完成注册的企业将有11家。"),
        ("今年新建项目开工率将达46%。", "46%", "新建项目开工率", "云岭高新区新建项目开工率将达46%。"),
        ("未来将打造产值超120亿元的装备集群。", "超120亿元", "装备集群产值", "云岭高新区装备集群产值目标超120亿元。"),
        ("项目投产后，预计第一年可生产饮料10万吨。", "10万吨", "生产饮料", "云岭高新区预计第一年生产饮料10万吨。"),
        ("到2027年，将集聚企业、建成起降场30个。", "30个", "建成起降场", "云岭高新区将建成起降场30个。"),
    ],
)
def test_what_is_to_come_is_never_put_as_done(told: str, text: str, metric: str, words: str) -> None:
    value = {"46%": 46.0, "超120亿元": 1.2e10, "10万吨": 1e5, "30个": 30.0, "11家": 11.0}[text]
    more = {"qualifier": Qualifier.OVER} if text.startswith("超") else {}
    made = line(told, text, metric, unit=text[-1], status=Status.TARGET, value=value, **more)
    assert sentence(made, ZONE, {}).text == words


@pytest.mark.parametrize(
    ("told", "time", "period"),
    [
        ("今年一季度全区产值达120亿元。", "今年一季度", "“今年一季度”"),
        ("截至6月末，全区产值达120亿元。", "截至6月末", "“截至6月末”"),
        ("未来全区产值达120亿元。", "未来", ""),
        ("每年全区产值达120亿元。", "每年", ""),
    ],
)
def test_a_time_of_an_unknown_year_is_shown_as_printed_and_no_doubt_about_its_figure(
    told: str, time: str, period: str
) -> None:
    made = line(told, "120亿元", "全区产值", value=1.2e10, doubts=(f"未能确定“{time}”是哪一年",))
    assert (doubtful(made.fact), made.period) == (False, period)
    other = line(told, "120亿元", "全区产值", value=1.2e10, doubts=("未能确定指标名称",))
    assert doubtful(other.fact)


@pytest.mark.parametrize(
    ("told", "period", "words"),
    [
        ("目前，全区聚集企业300家。", "/2020", "据2020年报道"),
        ("截至2020年，全区聚集企业300家。", "/2020", "截至2020年"),
        ("今年以来，全区聚集企业300家。", "2020/", "2020年以来"),
    ],
)
def test_the_year_of_a_report_is_not_taken_for_the_end_of_that_year(told: str, period: str, words: str) -> None:
    assert line(told, "300家", "聚集企业", unit="家", period=period).period == words


@pytest.mark.parametrize(
    ("told", "text", "words"),
    [
        ("占比为47.5%，比2005年提高12个百分点。", "12个百分点", "比2005年提高"),
        ("营业收入1368亿元，比2019年净增521亿元。", "521亿元", "比2019年净增"),
        ("营业收入1368亿元，三年年均增长17.3%。", "17.3%", "三年年均增长"),
        ("安排项目76个，较去年增加13个。", "13个", "较上年增加"),
        ("进出口312亿元，较去年同期（下同）增长41.5%。", "41.5%", "较上年同期增长"),
        ("产值12亿元，同比增长8%。", "8%", "同比增长"),
    ],
)
def test_a_change_says_against_what_it_is_measured(told: str, text: str, words: str) -> None:
    assert change(line(told, text, "某项增长", unit="%", relation=Relation.GROWTH)) == words


def test_what_a_growth_of_a_growth_is_called_does_not_repeat_what_grows() -> None:
    told = "工业增加值增长10.6%，增速比全市高2.3个百分点。"
    base = line(told, "10.6%", "工业增加值增长", unit="%", relation=Relation.GROWTH)
    more = line(told, "2.3个百分点", "工业增加值增速比全市高", unit="百分点", relation=Relation.DELTA)
    assert change(more, base) == "增速比全市高"


def test_two_growths_of_one_figure_deny_each_other_whatever_their_units() -> None:
    told = "加工贸易进出口187.9亿元，保税物流进出口96.5亿元，分别增长33.1%和1.2倍。"
    level = line(told, "96.5亿元", "保税物流进出口", value=9.65e9).fact
    first = line(told, "33.1%", "保税物流进出口增长", unit="%", relation=Relation.GROWTH).fact
    second = line(told, "1.2倍", "保税物流进出口增长", unit="倍", relation=Relation.GROWTH).fact
    three = [structs.replace(f, id=f"f{i}", base="f0" if i else "") for i, f in enumerate((level, first, second))]
    assert lines_of(three, ZONE)["f0"].comparisons == ()


def test_the_noun_decides_what_a_figure_is_worth() -> None:
    wanted = {"企业": 4.0, "产值": 7.0}
    assert weight("安排深入企业一线的干部", wanted) == 0
    assert weight("产值恢复同期水平的外资企业", wanted) == 4
    assert weight("占全区产值的比重", wanted) == 7


def test_a_quotation_keeps_what_is_shared_out_and_what_is_promised() -> None:
    shared = (
        "上半年，全区一手抓招商、一手抓建设，交出一份不错的成绩单，各项指标都好于预期，干部群众信心倍增，干劲十足："
        "截至6月末，完成工业总产值44亿元，实现销售收入43亿元，上缴税金9900万元，同比分别增长22.6%、20.8%和20.3%。"
    )
    quoted = excerpt(line(shared, "9900万元", "上缴税金").fact).text
    assert "总产值44亿元" in quoted
    assert "20.3%" in quoted
    promised = (
        "云岭高新区将出台工业规划，制定完善工业企业扶持奖励政策，落实用于支持工业企业发展和技术改造的资金2000万元以上，"
        "通过支持专精特新、单项冠军、瞪羚等企业发展，提升三大主导产业创新能力，把产业链条做长、把产业集群做大做强，为全市多作贡献。"
    )
    found = excerpt(line(promised, "2000万元以上", "资金", status=Status.TARGET).fact)
    assert "将出台" in found.text


def test_what_a_project_costs_is_the_projects_whoever_speaks_of_it() -> None:
    words = "星河集团董事长介绍，这条面板产线投资40亿元。"
    cost = structs.replace(line(words, "40亿元", "投资", subject="星河集团", value=4e9).fact, id="c")
    made = Project(id="p", zone=ZONE.name, mentions=cost.mentions, name="星河面板产线", investment=4e9, figures=("c",))
    brief = compose(replace(sample(), facts=(cost, made)), ZONE.name, load_audience("analyst", [BUILT_IN]))
    assert (brief.lines["c"].subject, brief.lines["c"].metric) == ("星河面板产线", "投资")


def test_what_one_may_get_is_told_among_the_policies_with_its_conditions() -> None:
    words = "对出口额增长10%以上的企业给予奖励，最高奖励20万元。"
    most = line(words, "20万元", "最高奖励", value=2e5, qualifier=Qualifier.UPTO).fact
    made = compose(replace(sample(), facts=(most,)), ZONE.name, load_audience("investor", [BUILT_IN]))
    section = made.section("policies")
    assert section is not None
    assert [statement.text for statement in section.statements] == [words]
    assert made.section("figures") is None


def test_what_was_expected_of_a_year_that_is_over_is_no_plan() -> None:
    words = "去年，云岭高新区预计实现税收2亿元。"
    last = line(words, "2亿元", "税收", value=2e8, period="2019", status=Status.TARGET).fact
    made = compose(replace(sample(), facts=(article_of(last),)), ZONE.name, load_audience("leader", [BUILT_IN]))
    assert made.section("targets") is None
    assert made.section("summary").statements[0].text == "2019年，云岭高新区税收预计为2亿元。"  # type: ignore[union-attr]


def article_of(fact: Figure) -> Figure:
    """The figure as one of the sample's first article."""
    place = structs.replace(fact.evidence, article=sample().articles[0].id)
    return structs.replace(fact, mentions=(place,))


def test_terms_and_encouragements_lead_no_page() -> None:
    wanted = Selection(weights={"出口额": 7.0, "面积": 5.0})
    assert not worthy(line("对出口额50万美元以上的企业给予奖励。", "50万美元", "出口额门槛"), wanted)
    assert not worthy(
        line("对新上目录的车型，每款奖励50万元。", "50万元", "每款奖励"), Selection(weights={"奖励": 8.0})
    )
    assert not worthy(line("鼓励引进外省产业，共建200亩以上园区。", "200亩", "共建园区面积", unit="亩"), wanted)


def ranking(name: str, sentence_: str, text: str) -> Ranking:
    at = sentence_.index(text)
    place = Evidence(text, sentence_, at, at + len(text), "page.txt", "page-1", at, at + len(text))
    return Ranking(id=name, zone=ZONE.name, mentions=(place,), text=text)


def test_a_place_keeps_those_among_whom_it_is_and_is_none_while_it_is_aimed_at() -> None:
    facts = (
        ranking("r1", "前四批试验区中，云岭专利名列第一。", "云岭专利名列第一"),
        ranking("r2", "全区力争进出口达到千亿元，云岭跻身西部前五位。", "云岭跻身西部前五位"),
        ranking("r3", "星河公司是全国最大的面板企业之一。", "星河公司是全国最大的面板企业之一"),
    )
    made = compose(replace(sample(), facts=facts), ZONE.name, load_audience("leader", [BUILT_IN]))
    section = made.section("rankings")
    assert section is not None
    assert [fact.text for fact in section.facts] == ["前四批试验区中，云岭专利名列第一"]


def test_a_project_that_only_its_owner_could_know_is_shown_beside_its_owner_or_not_at_all() -> None:
    def project(name: str, owner: str) -> Project:
        return Project(id=name, zone=ZONE.name, name=name, investor=owner, stage="开工", mentions=(place(name),))

    def place(name: str) -> Evidence:
        return Evidence(name, f"{name}开工。", 0, len(name), "page.txt", "page-1", 0, len(name))

    facts = (
        project("华东总部二期项目", "远禾科技"),
        project("亚太总部", ""),
        project("k3产线", ""),
        project("面板项目", ""),
    )
    made = compose(replace(sample(), facts=facts), ZONE.name, load_audience("leader", [BUILT_IN]))
    section = made.section("projects")
    assert section is not None
    assert [row.fact.name for row in section.projects] == ["华东总部二期项目", "面板项目"]


def test_what_a_project_has_told_is_not_told_again() -> None:
    made = compose(sample(), ZONE.name, load_audience("leader", [BUILT_IN]))
    row = made.section("projects").projects[0]  # type: ignore[union-attr]
    assert [f"{line.metric}{line.printed}" for line in row.lines] == ["达产后年产值预计达30亿元"]
    targets = made.section("targets")
    assert targets is not None
    assert not any("30亿元" in statement.text for statement in targets.statements)


def test_a_share_of_another_figure_and_a_time_for_a_name_make_no_sentence() -> None:
    share = line(
        "占全区规模工业总产值的54.2%。", "54.2%", "占全区规模工业总产值比重", unit="%", relation=Relation.SHARE
    )
    assert not speakable(share)
    assert not speakable(line("“十四五”末达到1000亿元。", "1000亿元", "“十四五”末"))


HALVES = [
    ("以前主板坏了要运到国外去修，来回一趟45天，单件成本18美元。", True),
    ("以前主板坏了要运到国外去修，来回一趟45天，现在家门口10天就能修好。", False),
    ("每柜平均运费3.4万元。——原来要从另一个口岸走。", True),
    ("从捕捞到出口装箱不到3天，这在以前想都不敢想。", False),
    ("按照传统的上市流程，新药的引进至少需要3年时间。", True),
    ("我们将支持先进技术设备进口，促进传统产业转型升级。", False),
]


@pytest.mark.parametrize(("words", "half"), HALVES)
def test_how_it_was_is_told_only_with_how_it_is(words: str, half: bool) -> None:
    assert half_compared(words) is half


def test_a_credit_line_agreed_upon_is_no_money_provided() -> None:
    told = "两家银行与该中心签订战略授信合作协议，共计提供融资支持200亿元。"
    assert not speakable(line(told, "200亿元", "提供融资支持", unit="元"))
    assert speakable(line("7家银行与26家企业现场签约，授信总额3亿元。", "3亿元", "授信总额", unit="元"))


def test_a_figure_of_then_is_none_of_today() -> None:
    assert not speakable(line("当时，全区销售收入只有286亿元。", "286亿元", "销售收入", unit="元"))


def test_years_told_behind_a_figure_are_not_its_time() -> None:
    told = "1至5月，固定资产投资增长12%，近4年累计引进项目86个。"
    dated = structs.replace(line(told, "12%", "固定资产投资增长").fact, period="2021-01/2021-05")
    assert lines_of([dated], ZONE)[dated.id].period == "2021年1—5月"


def test_what_a_project_will_make_is_said_to_be_expected() -> None:
    told = "青禾制剂扩建项目设备安装已过七成，届时年新增产值6亿元。"
    output = line(told, "6亿元", "年新增产值", subject="青禾制剂扩建项目", status=Status.TARGET).fact
    place = structs.replace(output.evidence, text="青禾制剂扩建项目", start=0, end=8)
    project = Project(
        id="p", zone=ZONE.name, mentions=(place,), name="青禾制剂扩建项目", output="年新增产值6亿元",
        stage="在建", figures=(output.id,),
    )  # fmt: skip
    made = compose(replace(sample(), facts=(output, project)), ZONE.name, load_audience("analyst", [BUILT_IN]))
    section = made.section("projects")
    assert section is not None
    (row,) = section.projects
    shown = [phrase.text for phrase in row.details] + [f"{line.metric}{line.printed}" for line in row.lines]
    assert re.search("预计|目标", next(words for words in shown if "6亿元" in words))


def test_what_one_may_get_and_what_an_office_gave_are_not_the_zones_own() -> None:
    told = "对取得型号合格证、生产许可证的，分别奖励2000万元和1000万元。"
    assert not speakable(line(told, "2000万元", "取得型号合格证奖励", value=2e7))
    told = "税务部门为园区企业办理留抵退税6.7亿元。"
    made = line(told, "6.7亿元", "税务部门为园区企业办理留抵退税", value=6.7e8)
    assert sentence(made, ZONE, {}).text == "税务部门为园区企业办理留抵退税6.7亿元。"
