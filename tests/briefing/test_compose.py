from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from reporter.briefing import compose, compose_overview, load_audience
from reporter.errors import UsageError
from reporter.model import (
    BORROWED_ZONE,
    BlockKind,
    Brand,
    Brief,
    Collection,
    Evidence,
    Figure,
    Located,
    Paragraph,
    Ranking,
    Relation,
    Section,
    Status,
)
from tests.briefing.sample import OTHER, ZONE, article, facts, figure, sample

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"


def brief(audience: str, collection: Collection | None = None, **overrides: object) -> Brief:
    return compose(collection or sample(), ZONE.name, load_audience(audience, [BUILT_IN], overrides))


def section(made: Brief, name: str) -> Section:
    found = made.section(name)
    assert found is not None, f"no section {name}"
    return found


def only(*wanted: Figure) -> Collection:
    return replace(sample(), facts=wanted)


def test_the_title_is_a_statement_with_its_comparison() -> None:
    title = brief("leader").title.text
    assert title == "云岭高新区2020年一季度实际利用外资1.13亿美元"
    growth = (
        figure("f05", "86.4亿元", "进出口总额", 8640000000.0, "元", period="2020"),
        figure("f06", "12.5%", "进出口总额同比增长", 12.5, "%", relation=Relation.GROWTH, period="2020", base="f05"),
    )
    assert brief("leader", only(*growth)).title.text == "云岭高新区2020年进出口总额86.4亿元 同比增长12.5%"


def test_a_zone_without_figures_is_titled_by_its_part_of_the_report_or_its_rank() -> None:
    report = article()
    head = Paragraph(BlockKind.SUBHEAD, Located.of("云岭高新区：外资成“链”", 0, 12), (0,))
    told = replace(report, paragraphs=(report.paragraphs[0], head, *report.paragraphs[1:]))
    words = "云岭高新区成为全国第二大租赁聚集地"
    place = Evidence(words, f"{words}。", 0, len(words), "page.txt", "page-1", 0, len(words))
    ranked = Ranking(id="r", zone=ZONE.name, text=words, mentions=(place,))
    of_several = replace(only(), article_zones={"page-1": (OTHER.name, ZONE.name)}, facts=(ranked,))
    assert brief("leader", of_several).title.text == words
    assert brief("leader", replace(of_several, articles=(told,))).title.text == "云岭高新区：外资成“链”"


def test_conclusions_come_first_in_whole_sentences() -> None:
    said = [s.text for s in section(brief("leader", paper={"pages": 0}), "summary").statements]
    assert said[0] == "2020年一季度，云岭高新区实际利用外资1.13亿美元，占云岭全市实际利用外资总额的50.3%。"
    assert "2020年前三季度，云岭高新区进出口总额86.4亿元，同比增长12.5%。" in said


def test_a_sentence_of_the_source_is_marked_as_quotation() -> None:
    quoted = [s for s in section(brief("leader"), "summary").statements if s.quoted]
    assert [s.text for s in quoted] == ["云岭高新区是以光电子和生物医药为主导产业的国家级高新区。"]


def test_figures_in_doubt_stay_out_of_the_leaders_figures_and_are_told_apart() -> None:
    made = brief("leader")
    shown = {line.fact.id for part in made.sections for line in part.lines}
    assert not {"f13", "f14"} & shown
    doubts = section(made, "doubts").remarks
    assert "1200家" in doubts[0].text
    assert "另有说法为1260家" in doubts[0].text


def test_of_who_spoke_in_a_text_of_unsure_zone_a_leader_need_not_know() -> None:
    unsure = (f"{BORROWED_ZONE}，按其可能所属的《某稿》归入{ZONE.name}",)
    for kind, told in (("quote", 0), ("indicator", 1)):
        fact = next(fact for fact in facts() if fact.kind == kind)
        made = brief("leader", replace(sample(), facts=(*facts()[:2], structs.replace(fact, id="u", doubts=unsure))))
        remarks = [r for part in made.sections if part.name == "doubts" for r in part.remarks if "某稿" in r.text]
        assert len(remarks) == told


def test_targets_never_stand_among_what_has_come_true() -> None:
    for audience in ("leader", "investor", "analyst", "public"):
        made = brief(audience)
        for name in ("figures", "actuals", "entities"):
            part = made.section(name)
            lines = [*part.lines, *(line for group in part.groups for line in group.lines)] if part else []
            assert all(line.fact.status is Status.ACTUAL for line in lines)
    targets = section(brief("leader"), "targets")
    assert next(s.text for s in targets.statements if not s.quoted) == "2020年，实际利用外资目标为4亿美元。"


def test_what_is_planned_is_quoted_from_those_who_say_it() -> None:
    quoted = [s for s in section(brief("leader", paper={"pages": 0}), "targets").statements if s.heading]
    assert [(s.heading, s.text) for s in quoted] == [
        ("云岭高新区管委会主任林远表示", "我们将持续优化营商环境，支持先进技术设备进口。")
    ]


def test_projects_carry_their_investment_the_largest_first() -> None:
    rows = section(brief("investor"), "projects").projects
    assert [(row.fact.name, str(row.investment.printed) if row.investment else "") for row in rows] == [
        ("星河电子显示面板项目", "40亿元"),
        ("青禾生物制剂项目", "超11亿元"),
    ]
    assert [round(row.share, 3) for row in rows] == [1.0, 0.275]


def test_only_values_that_compare_are_drawn() -> None:
    charts = section(brief("analyst"), "charts").charts
    assert [(chart.kind, chart.title) for chart in charts] == [
        ("series", "进出口总额"),
        ("versus", "实际利用外资：已实现与目标"),
        ("bars", "项目投资"),
    ]
    assert [point.label for point in charts[0].points] == ["2019年前三季度", "2020年前三季度"]
    alone = only(figure("f05", "86.4亿元", "进出口总额", 8640000000.0, "元", period="2020"))
    assert brief("analyst", alone).section("charts") is None


def test_actual_against_target_of_the_very_same_thing() -> None:
    pair = only(
        figure("a", "1.13亿美元", "实际利用外资", 113000000.0, "美元", period="2020-Q1"),
        figure("b", "4亿美元", "实际利用外资", 400000000.0, "美元", period="2020", status=Status.TARGET),
    )
    (chart,) = section(brief("analyst", pair), "charts").charts
    assert (chart.kind, [point.label for point in chart.points]) == (
        "versus",
        ["已实现（2020年一季度）", "目标（2020年）"],
    )
    assert chart.points[0].share == pytest.approx(0.2825)


def test_a_name_that_says_too_little_is_not_measured_against_a_target() -> None:
    pair = only(
        figure("a", "1.13亿美元", "企业", 113000000.0, "美元", period="2020-Q1"),
        figure("b", "4亿美元", "企业", 400000000.0, "美元", period="2020", status=Status.TARGET),
    )
    assert brief("analyst", pair).section("charts") is None


@pytest.mark.parametrize(("ahead", "charts"), [("2020", 1), ("2021", 0)])
def test_a_part_of_a_year_is_measured_against_its_own_year_only(ahead: str, charts: int) -> None:
    pair = only(
        figure("a", "1.13亿美元", "实际利用外资", 113000000.0, "美元", period="2020-Q1"),
        figure("b", "4亿美元", "实际利用外资", 400000000.0, "美元", period=ahead, status=Status.TARGET),
    )
    found = brief("analyst", pair).section("charts")
    assert len(found.charts if found else ()) == charts


def test_entries_of_a_list_are_not_measured_against_each_other() -> None:
    pair = only(
        figure("a", "1.13亿美元", "实际利用外资", 113000000.0, "美元", period="2020-Q1"),
        figure("b", "4亿美元", "实际利用外资", 400000000.0, "美元", period="2020", status=Status.TARGET),
    )
    listed = [
        structs.replace(fact, mentions=(structs.replace(fact.evidence, sentence=f"{at}.{fact.evidence.sentence}"),))
        for at, fact in enumerate(pair.facts, 1)
    ]
    assert section(brief("analyst", pair), "charts").charts
    assert brief("analyst", replace(pair, facts=tuple(listed))).section("charts") is None


def test_targets_are_no_points_of_a_course() -> None:
    course = only(
        figure("a", "86.4亿元", "进出口总额", 8.64e9, "元", period="2020"),
        figure("b", "76.8亿元", "进出口总额", 7.68e9, "元", period="2023", status=Status.TARGET),
    )
    assert [chart.kind for chart in section(brief("analyst", course), "charts").charts] == ["versus"]


def test_with_few_facts_a_brief_is_short_and_says_what_is_missing() -> None:
    made = compose(sample(), OTHER.name, load_audience("leader", [BUILT_IN]))
    assert made.title.text == "雾江经开区：报道要点"
    assert [part.name for part in made.sections] == ["summary", "gaps"]  # one company by name alone is no list
    assert made.sections[-1].remarks[0].text.startswith("所据报道没有提到地区生产总值")


def test_no_section_is_empty() -> None:
    for audience in ("leader", "investor", "analyst", "public"):
        assert all(not part.empty for part in brief(audience).sections)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="no zone `某区`"):
        compose(sample(), "某区", load_audience("leader", [BUILT_IN]))


def test_a_page_limit_takes_entries_away_until_it_fits() -> None:
    long = [
        figure(f"n{i:02}", "86.4亿元", f"第{'一二三四五六七八九十'[i]}类产业项目实际完成投资额度", 8.64e9 + i, "元")
        for i in range(10)
    ]
    many = replace(sample(), facts=(*sample().facts, *long))
    settings = {"sections": {"figures": {"limit": 10}}, "paper": {"pages": 1}}
    limited = compose(many, ZONE.name, load_audience("leader", [BUILT_IN], settings), Brand(masthead="参阅"))
    free = compose(many, ZONE.name, load_audience("leader", [BUILT_IN], {**settings, "paper": {"pages": 0}}))
    assert sum(len(s.lines) for s in limited.sections) < sum(len(s.lines) for s in free.sections)


def test_a_spare_section_begins_no_sheet() -> None:
    listed = {"sections": {"companies": {"least": 1}}}
    leader = load_audience("leader", [BUILT_IN], listed)
    spare = {choice.name for choice in leader.sections if choice.spare}
    assert spare & {part.name for part in compose(sample(), OTHER.name, leader).sections}
    full = load_audience("leader", [BUILT_IN], {"paper": {"pages": 1, "lines": 7}, **listed})
    assert not spare & {part.name for part in compose(sample(), OTHER.name, full).sections}


def test_every_number_that_is_said_is_one_of_the_facts() -> None:
    for audience in ("leader", "investor", "analyst", "public"):
        made = brief(audience)
        known = " ".join(f.evidence.sentence for f in made.facts)
        for part in made.sections:
            for statement in (*part.statements, *part.remarks):
                for phrase in statement.phrases:
                    if phrase.printed:
                        assert isinstance(phrase.fact, Figure)
                        assert all(number in known for number in re.findall(r"\d[\d.]*", phrase.printed.number))


def test_the_overview_counts_zones_and_compares_only_what_compares() -> None:
    audience = load_audience("overview", [BUILT_IN])
    mate = figure("z1", "4亿美元", "实际利用外资", 4e8, "美元", period="2020-Q1", zone=OTHER.name, subject=OTHER.name)
    year = structs.replace(mate, period="2020")
    assert not compose_overview(replace(sample(), facts=(*sample().facts, year)), audience).comparisons
    by_report = [
        structs.replace(mate, id=f"r{i}", period="/2020", zone=zone.name, subject=zone.name, value=4e8 + i)
        for i, zone in enumerate((ZONE, OTHER))
    ]
    assert not compose_overview(replace(sample(), facts=tuple(by_report)), audience).comparisons
    both = replace(sample(), facts=(*sample().facts, mate))
    made = compose_overview(both, audience)
    assert made.title.text == "报道所及2个功能区，涉及2个省份"
    (comparison,) = made.comparisons
    assert [(zone.name, str(line.printed)) for zone, line in comparison.lines] == [
        ("雾江经开区", "4亿美元"),
        ("云岭高新区", "1.13亿美元"),
    ]
    assert compose_overview(sample(), audience).notes[0].startswith("所收报道中，没有两个功能区")
