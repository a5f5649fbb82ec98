"""Small pages read from end to end: what a brief may say of them, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.briefing import compose, load_audience
from reporter.build.collect import collect, survey
from reporter.config import UserWords
from reporter.model import Brief

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
HEAD = "云岭高新区：产业加快集聚\n\n本报记者 王小云\n\n"


@pytest.fixture
def brief(tmp_path: Path):
    def made(body: str, audience: str = "leader", zone: str = "云岭高新区", year: int = 2022) -> Brief:
        page = tmp_path / f"{year}-05-20-page.txt"
        page.write_text(HEAD + body, encoding="utf-8")
        (collection,) = collect(survey([str(page)], UserWords())[0], UserWords(), jobs=1)
        return compose(collection, zone, load_audience(audience, [BUILT_IN]))

    return made


def told(brief: Brief, name: str) -> str:
    section = brief.section(name)
    if section is None:
        return ""
    words = [s.text for s in (*section.statements, *section.remarks)]
    words += [row.fact.name for row in section.projects]
    return "\n".join([*words, *(getattr(fact, "name", "") or getattr(fact, "text", "") for fact in section.facts)])


def test_a_zone_does_not_sign_with_itself(brief) -> None:
    body = "日前，智能装备等9个项目与云岭高新区签约。截至目前，该区3次集中签约项目共计30个，累计签约资金178.9亿元。"
    made = brief(body)
    said = told(made, "summary") + told(made, "figures")
    assert "签约的项目9个" in said
    assert "与云岭高新区签约" not in said
    assert "日前" not in said
    assert "集中签约项目30个" in said


def test_next_steps_are_the_zones_own(brief) -> None:
    body = (
        "“我们要抢抓数字经济新风口，加快布局新基建项目，力争5年内让数字经济成为新的增长点。”云岭高新区管委会主任杜青松说。\n\n"
        "云岭高新区企业海星航通科技有限公司发展势头良好。海星航通科技有限公司2022年有望实现产值5000万元。"
    )
    said = told(brief(body), "targets")
    assert "抢抓数字经济新风口" in said
    assert "5000万元" not in said


def test_a_buyer_or_builder_is_no_company_of_the_zone(brief) -> None:
    body = (
        "云岭高新区引入海星精密制造有限公司、远山新材料有限公司等龙头企业。海星精密制造有限公司一举中标江南电网公司研发项目。"
        "承担项目建设的大河城建集团表示，将确保项目如期完工。"
    )
    said = told(brief(body), "companies")
    assert "海星精密制造有限公司" in said
    assert "江南电网" not in said
    assert "大河城建" not in said


def test_a_phase_told_by_its_size_is_no_project_beside_its_whole(brief) -> None:
    body = (
        "在云岭高新区，海星年产30GWh动力电池项目加快建设。该项目计划总投资120亿元，分两期建设，一期建成年产10GWh动力电池生产规模。"
        "10GWh动力电池生产项目投资42亿元，利用现有厂房资源进行建设。"
    )
    made = brief(body)
    assert "10GWh动力电池生产项目" not in told(made, "projects")
    assert "42亿元" not in told(made, "figures") + told(made, "summary")


def test_what_is_not_certain_is_not_said_of_the_source(brief) -> None:
    body = "2月18日，云岭高新区举行项目集中签约仪式，32个项目集中签约，总投资227亿元。区内生物药产能等指标均占全国20%以上。"
    said = told(brief(body), "gaps")
    assert "没有给出可作同比" not in said
    assert "32个" not in said
    assert "集中签约" not in said


def test_an_incomplete_count_says_so(brief) -> None:
    said = told(brief("据不完全统计，今年2月和3月，云岭高新区新签约项目110多个。"), "summary")
    assert "据不完全统计" in said


def test_the_profile_is_there_for_every_zone_with_names_as_printed(brief) -> None:
    made = brief("近日，德阳高新区企业海星公司获批改革试点。德阳高新区积极推进改革。", "analyst", "德阳高新区")
    assert made.section("profile") is not None
    assert made.zone.aliases == ()


def test_of_a_list_that_adds_up_none_is_left_out(brief) -> None:
    body = (
        "今年，云岭高新区计划提供产业用地4030亩，其中盘活用地2830亩，新增用地600亩，奖励用地600亩。\n\n"
        "未来三年，云岭高新区将打造产值超120亿元的装备制造产业集群、产值超80亿元的生物医药产业集群、产值超70亿元的电子信息产业集群、"
        "产值超60亿元的新材料产业集群、产值超50亿元的食品产业集群。"
    )
    said = told(brief(body), "targets")
    shown = [number for number in ("120亿元", "80亿元", "70亿元", "60亿元", "50亿元") if number in said]
    assert len(shown) in (0, 1, 5)


def test_parts_of_two_wholes_do_not_contradict(brief) -> None:
    body = (
        "2月18日，云岭高新区举行重大项目集中开工签约仪式。\n\n此次集中签约32个项目，总投资227亿元。其中服务业项目8个，总投资38亿元。\n\n"
        "35个集中开工的重点项目总投资281亿元。35个项目中，32个为工业项目，3个服务业项目。"
    )
    assert "两说并存" not in told(brief(body), "doubts")


def test_what_is_told_of_another_zone_or_of_the_country_is_not_told_of_this_one(brief) -> None:
    body = (
        "2021年3月3日，国务院办公厅印发《关于构建现代环境治理体系的指导意见》。\n\n"
        "江南自贸试验区正奋力打造具有国际竞争力的现代产业体系。2021年5月6日，云岭高新区获批建设国家先进计算集群。"
        "云岭高新区获批3个项目。2021年6月1日，云岭高新区与海星集团签约。"
    )
    made = brief(body)
    happened = [moment.what for moment in made.section("timeline").moments] if made.section("timeline") else []
    assert not any("国务院办公厅" in what for what in happened)
    assert "江南自贸试验区" not in told(made, "summary") + told(made, "words")


def test_words_that_hang_on_others_are_not_quoted(brief) -> None:
    body = (
        "“方便、快速。”云岭高新区招商局局长李大鑫说。\n\n“我们希望将这种新材料落户到园区进行生产，带动上下游一起发展。”海星公司董事长曾青松说。\n\n"
        "云岭高新区产业加快发展，签约项目12个，总投资30亿元。"
    )
    said = told(brief(body, "investor"), "people")
    assert "方便、快速" not in said
    assert "这种新材料" not in said


def test_those_of_the_first_round_are_not_all(brief) -> None:
    made = brief("云岭高新区启动营运商计划，首批签约41家企业。")
    assert any(line.metric == "首批签约企业" for line in made.lines.values())
