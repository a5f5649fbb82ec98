"""Merging: what is said twice is one fact, what differs by period a series, what contradicts is told."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from msgspec import structs
from prose import ZONE, article

from reporter.extraction.merge import merge
from reporter.model import (
    Company,
    Evidence,
    Fact,
    Figure,
    Page,
    PageFacts,
    Person,
    Project,
    Qualifier,
    Relation,
    Scope,
    Source,
    Status,
    Zone,
    ZoneType,
)


def place(text: str, source: str = "a.txt", at: int = 0, sentence: str = "") -> Evidence:
    """A mention at an offset of a source."""
    return Evidence(text, sentence or f"{text}@{at}", 0, len(text), source, source, at, at + len(text), 0, at)


def figure(
    value: float, *, period: str = "2020-Q1", source: str = "a.txt", at: int = 0, zone: str = ZONE, **changes: object
) -> Figure:
    """实际利用外资 of a value in a period."""
    made = Figure(
        id=f"{source}{at}", zone=zone, mentions=(place(f"{value}亿美元", source, at),), subject=zone,
        metric="实际利用外资", value=value, value_high=None, unit="美元", qualifier=Qualifier.EXACT,
        relation=Relation.LEVEL, status=Status.ACTUAL, period=period, scope=Scope.ZONE,
    )  # fmt: skip
    return structs.replace(made, **changes)


def page(*facts: Fact, source: str = "a.txt", zones: tuple[Zone, ...] = ()) -> PageFacts:
    """A page with these facts and one article."""
    made = article("正文。", source=source)
    made = replace(made, id=source)
    return PageFacts(Page(Source(source, source, "txt", "utf-8", ""), (made,)), zones, facts, {source: (ZONE,)})


def test_the_same_figure_twice_is_one_fact_with_two_mentions() -> None:
    merged = merge([page(figure(1.13)), page(figure(1.13, source="b.txt", at=5), source="b.txt")])
    (fact,) = merged.facts
    assert fact.id == "a.txt0"
    assert [mention.source for mention in fact.mentions] == ["a.txt", "b.txt"]
    assert fact.conflicts == ()


def test_other_periods_are_a_series() -> None:
    merged = merge([page(figure(1.13), figure(1.4, period="2020-Q2", at=9))])
    assert [(fact.period, fact.conflicts) for fact in merged.facts] == [("2020-Q1", ()), ("2020-Q2", ())]


def test_another_value_for_the_same_period_is_a_conflict_on_both() -> None:
    merged = merge([page(figure(1.13)), page(figure(1.31, source="b.txt"), source="b.txt")])
    assert {fact.id: fact.conflicts for fact in merged.facts} == {"a.txt0": ("b.txt0",), "b.txt0": ("a.txt0",)}
    assert [doubt.kind for doubt in merged.doubts] == ["conflict"]


def test_a_hedge_reconciles_two_values() -> None:
    over = figure(2000, qualifier=Qualifier.OVER)
    merged = merge([page(over), page(figure(2012, source="b.txt"), source="b.txt")])
    assert [fact.conflicts for fact in merged.facts] == [(), ()]


def test_figures_of_other_zones_statuses_and_unknown_periods_do_not_contradict() -> None:
    facts = [
        figure(1.0),
        figure(2.0, at=1, zone="另一区"),
        figure(3.0, at=2, status=Status.TARGET),
        figure(4.0, at=3, period=""),
        figure(5.0, at=4, period=""),
    ]
    assert all(not fact.conflicts for fact in merge([page(*facts)]).facts)


def test_growth_said_twice_is_one_fact_though_each_page_has_its_own_base() -> None:
    one = figure(6.9, metric="出口额同比增长", unit="%", relation=Relation.GROWTH, base="x")
    other = structs.replace(one, id="b", base="y", mentions=(place("6.9%", "b.txt"),))
    assert [len(fact.mentions) for fact in merge([page(one), page(other, source="b.txt")]).facts] == [2]


def test_shares_of_different_things_do_not_contradict() -> None:
    one = figure(9.4, metric="占全省比重", unit="%", relation=Relation.SHARE, base="x")
    other = structs.replace(one, id="b", value=15.7, base="y", mentions=(place("15.7%", at=60),))
    assert all(not fact.conflicts for fact in merge([page(one, other)]).facts)


def test_a_company_is_folded_under_its_fullest_name() -> None:
    short = Company(id="s", zone=ZONE, mentions=(place("北玻集团"),), name="北玻集团", origin="央企")
    full = Company(id="f", zone=ZONE, mentions=(place("中国北玻集团", "b.txt", 3),), name="中国北玻集团")
    (company,) = merge([page(full, source="b.txt"), page(short)]).facts
    assert (company.id, company.name, company.short_names, company.origin) == (
        "s",
        "中国北玻集团",
        ("北玻集团",),
        "央企",
    )


def test_namesakes_in_other_organisations_are_two_people() -> None:
    one = Person(id="1", zone=ZONE, mentions=(place("李文"),), name="李文", organisation="商务局", post="局长")
    other = Person(
        id="2", zone=ZONE, mentions=(place("李文", at=50),), name="李文", organisation="云峦精工", post="总经理"
    )
    assert len(merge([page(one, other)]).facts) == 2


def test_later_pages_fill_empty_fields_and_links_follow() -> None:
    twice = figure(3.0, source="b.txt", at=7)
    one = Project(id="p", zone=ZONE, mentions=(place("霁川项目"),), name="霁川项目")
    other = Project(
        id="q", zone=ZONE, mentions=(place("霁川项目", "b.txt"),), name="霁川项目", investment=3e8, figures=(twice.id,)
    )
    merged = merge([page(one, figure(3.0, at=90)), page(other, twice, source="b.txt")])
    (project,) = [fact for fact in merged.facts if isinstance(fact, Project)]
    assert (project.id, project.investment, project.figures) == ("p", 3e8, ("a.txt90",))


def test_zones_are_united_with_all_aliases() -> None:
    found = Zone(ZONE, "", ZoneType.HIGH_TECH, "", "", "", "", ("云杉岭",), known=False)
    known = Zone(ZONE, "云杉岭高新技术产业开发区", ZoneType.HIGH_TECH, "国家级", "江西", "宁州", "", (ZONE,))
    (zone,) = merge([page(zones=(found,)), page(source="b.txt", zones=(known,))]).zones
    assert (zone.official, zone.known, zone.aliases) == ("云杉岭高新技术产业开发区", True, ("云杉岭", ZONE))


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [
        page(*(figure(v, source=f"{n}.txt", at=int(v)) for v in (1.0, 2.0, 3.0)), source=f"{n}.txt") for n in range(9)
    ]
    first = merge(pages)
    random.Random(4).shuffle(pages)
    assert merge(pages) == first


def test_articles_can_be_dropped() -> None:
    merged = merge([page(figure(1.0))], keep_articles=False)
    assert (merged.articles, merged.article_zones) == ((), {"a.txt": (ZONE,)})


def test_time_grows_with_the_number_of_facts() -> None:
    def seconds(pages: int) -> float:
        made = [
            page(
                figure(float(n), source=f"{n}.txt"),
                Company(id=f"c{n}", zone=ZONE, mentions=(place(f"砺{n}风", f"{n}.txt", 9),), name=f"砺{n}风有限公司"),
                source=f"{n}.txt",
            )
            for n in range(pages)
        ]
        begun = time.process_time()
        merge(made, keep_articles=False)
        return time.process_time() - begun

    seconds(200)
    least = {pages: min(seconds(pages) for _ in range(3)) for pages in (800, 4000)}
    assert least[4000] < 20 * max(least[800], 0.01)


def test_projects_and_entries_of_one_article_do_not_contradict() -> None:
    first = place("62亿元", at=0, sentence="1.星河智算中心二期，总投资62亿元")
    second = place("45亿元", at=40, sentence="2.星河电池工厂四期，总投资45亿元")
    entries = [figure(62, mentions=(first,), metric="投入"), figure(45, at=40, mentions=(second,), metric="投入")]
    costs = [figure(62, metric="总投资"), figure(45, at=40, metric="总投资")]
    assert [fact.conflicts for fact in merge([page(*entries)]).facts] == [(), ()]
    assert [fact.conflicts for fact in merge([page(*costs)]).facts] == [(), ()]
    apart = merge(
        [page(figure(62, metric="总投资")), page(figure(45, metric="总投资", source="b.txt"), source="b.txt")]
    )
    assert all(fact.conflicts for fact in apart.facts)  # but two articles do
