"""Statements that once told a reader something false, or nothing: sentences, and what a brief makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from reporter.briefing import compose, load_audience
from reporter.briefing.anchor import anchored
from reporter.briefing.excerpts import excerpt, opened, stands_alone
from reporter.briefing.lines import doubtful, lines_of
from reporter.briefing.measures import clause_of
from reporter.briefing.numbers import printed
from reporter.briefing.parts import is_part
from reporter.briefing.select import worthy
from reporter.briefing.words import run_on, sentence, speakable
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
    assert run_on(told, ZONE).text == "2022年，云岭高新区集中签约项目32个；集中签约项目总投资227亿元。"
    undated = [sentence(line, ZONE, {}) for line in lines_of(found, ZONE).values()]
    assert (
        run_on([told[0], undated[1]], ZONE).text
        == "2022年，云岭高新区集中签约项目32个。云岭高新区集中签约项目总投资227亿元。"
    )


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
    ],
)
def test_words_around_a_number_make_its_name(told: str, text: str, metric: str) -> None:
    assert anchored(line(told, text, metric), told=True)


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
        ("获批“全链保税”改革试点后，企业成本降低。", "“全链保税”改革试点", "“全链保税”改革试点"),
    ],
)
def test_a_policy_is_told_by_what_is_done_about_it(told: str, name: str, words: str) -> None:
    at = told.index(name)
    place = Evidence(name, told, at, at + len(name), "p.txt", "a", at, at)
    assert clause_of(Policy(id="y", zone=ZONE.name, mentions=(place,), name=name), ZONE).name == words


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
        ("今年新建项目开工率将达46%。", "46%", "新建项目开工率", "云岭高新区新建项目开工率将达46%。"),
        ("未来将打造产值超120亿元的装备集群。", "超120亿元", "装备集群产值", "云岭高新区装备集群产值目标超120亿元。"),
        ("项目投产后，预计第一年可生产饮料10万吨。", "10万吨", "生产饮料", "云岭高新区预计第一年生产饮料10万吨。"),
    ],
)
def test_what_is_to_come_is_never_put_as_done(told: str, text: str, metric: str, words: str) -> None:
    value = {"46%": 46.0, "超120亿元": 1.2e10, "10万吨": 1e5}[text]
    more = {"qualifier": Qualifier.OVER} if text.startswith("超") else {}
    made = line(told, text, metric, unit=text[-1], status=Status.TARGET, value=value, **more)
    assert sentence(made, ZONE, {}).text == words


def test_an_aim_for_some_day_is_no_doubt_but_a_figure_of_some_year_is() -> None:
    doubts = ("未能确定“未来”是哪一年",)
    aim = line("未来产值超120亿元。", "超120亿元", "产值", status=Status.TARGET, value=1.2e10, doubts=doubts)
    done = line("近年来产值达120亿元。", "120亿元", "产值", value=1.2e10, doubts=("未能确定“近年来”是哪一年",))
    assert (doubtful(aim.fact), doubtful(done.fact)) == (False, True)


def test_terms_and_encouragements_lead_no_page() -> None:
    wanted = Selection(weights={"出口额": 7.0, "面积": 5.0})
    assert not worthy(line("对出口额50万美元以上的企业给予奖励。", "50万美元", "出口额门槛"), wanted)
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
