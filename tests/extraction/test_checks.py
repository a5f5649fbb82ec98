"""Doubts: what a person should look at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs
from prose import ZONE, article

from reporter.build.export import with_joins
from reporter.extraction.checks import doubts
from reporter.model import BORROWED_ZONE, Collection, Evidence, Figure, Join, Qualifier, Relation, Scope, Status


def figures(text: str, *printed: tuple[str, float, str, str], **changes: object) -> tuple[Figure, ...]:
    """Figures of a paragraph: expression, value, unit, metric; sentences end with 。."""
    made, at = [], 0
    for number, (words, value, unit, metric) in enumerate(printed):
        at = text.index(words, at)
        first = text.rfind("。", 0, at) + 1
        sentence = text[first : text.index("。", at) + 1]
        place = Evidence(words, sentence, at - first, at - first + len(words), "page.txt", "a", at, at, 0, at)
        made.append(
            Figure(
                id=str(number), zone=ZONE, mentions=(place,), subject=ZONE, metric=metric, value=value, value_high=None,
                unit=unit, qualifier=Qualifier.EXACT, relation=Relation.LEVEL, status=Status.ACTUAL, period="",
                scope=Scope.ZONE,
            )
        )  # fmt: skip
        at += len(words)
    return tuple(structs.replace(fact, **changes) for fact in made)


def told(*facts: Figure, **changes: object) -> list[tuple[str, str]]:
    """Kind and words of the doubts of a collection with one article."""
    one = replace(article("正文。"), **changes)
    return [(doubt.kind, doubt.what) for doubt in doubts(Collection((one,), (), facts, {"a": (ZONE,)}))]


def test_of_how_many_one_has_a_share_opens_no_list_of_parts() -> None:
    text = "方案共有任务123项，某片区承担其中106项，已落地101项，形成案例47项。"
    read = (("123项", 123.0, "项", "任务"), ("106项", 106.0, "项", "任务"), ("47项", 47.0, "项", "案例"))
    assert not [kind for kind, _ in told(*figures(text, *read)) if kind == "sum"]


def test_nothing_to_doubt() -> None:
    assert told(*figures("全区签约项目7个。", ("7个", 7, "个", "签约项目"))) == []


def test_what_a_fact_leaves_open_is_a_doubt_of_its_own() -> None:
    (fact,) = figures("全区签约项目7个。", ("7个", 7, "个", "签约项目"), doubts=("未能确定指标名称",))
    assert told(fact) == [("unsure", "“7个”：未能确定指标名称")]


def test_a_zone_borrowed_for_a_text_is_told_once_for_each_text_and_zone() -> None:
    text, read = "全区签约项目7个，开工5个。", (("7个", 7, "个", "签约项目"), ("5个", 5, "个", "开工项目"))
    borrowed = f"{BORROWED_ZONE}，按其可能所属的《某文》归入{ZONE}"
    facts = figures(text, *read, doubts=(borrowed,))
    assert told(*facts) == [("unsure", borrowed)]
    elsewhere = structs.replace(facts[1], zone="廊坊经开区")
    assert len(told(facts[0], elsewhere)) == 2


PARTS = (
    "此次签约32个项目，总投资227亿元。"
    "其中产业项目16个，总投资{}亿元；服务业项目8个，总投资38亿元；人才项目8个，总投资5亿元。"
)


@pytest.mark.parametrize(("first", "kinds"), [(184, []), (194, ["sum"])])
def test_parts_must_not_exceed_their_total(first: int, kinds: list[str]) -> None:
    facts = figures(
        PARTS.format(first),
        ("32个", 32, "个", "签约项目"), ("227亿元", 227e8, "元", "总投资"),
        ("16个", 16, "个", "产业项目"), (f"{first}亿元", first * 1e8, "元", "总投资"),
        ("8个", 8, "个", "服务业项目"), ("38亿元", 38e8, "元", "总投资"),
        ("8个", 8, "个", "人才项目"), ("5亿元", 5e8, "元", "总投资"),
    )  # fmt: skip
    assert [kind for kind, _ in told(*facts)] == kinds


def test_how_far_some_are_is_no_part_beside_others() -> None:
    facts = figures(
        "签约项目33个，其中数字经济17个、落地19个。",
        ("33个", 33, "个", "签约项目"), ("17个", 17, "个", "数字经济项目"), ("19个", 19, "个", "落地项目"),
    )  # fmt: skip
    assert told(*facts) == []


@pytest.mark.parametrize(("total", "kinds"), [(180, []), (200, ["sum"])])
def test_parts_must_make_the_total_that_is_added_up(total: int, kinds: list[str]) -> None:
    facts = figures(
        f"两家银行分别授信100亿元、80亿元，合计{total}亿元。",
        ("100亿元", 1e10, "元", "授信"), ("80亿元", 8e9, "元", "授信"), (f"{total}亿元", total * 1e8, "元", "授信"),
    )  # fmt: skip
    assert [kind for kind, _ in told(*facts)] == kinds


def test_a_total_of_something_else_has_no_parts() -> None:
    facts = figures(
        "投资50亿元的海星项目开工，投资32亿元的白鹭项目封顶，年产值合计120亿元。",
        ("50亿元", 5e9, "元", "总投资"), ("32亿元", 3.2e9, "元", "总投资"), ("120亿元", 1.2e10, "元", "年产值"),
    )  # fmt: skip
    assert told(*facts) == []


def test_a_figure_without_a_zone() -> None:
    facts = figures("产值9亿元。", ("9亿元", 9e8, "元", "产值"), zone="")
    assert told(*facts) == [("zoneless", "“产值9亿元”未能确定属于哪个功能区")]
    assert told(*(structs.replace(fact, scope=Scope.EXTERNAL) for fact in facts)) == []


def test_values_that_cannot_be() -> None:
    share = figures("出口占比120%。", ("120%", 120, "%", "出口占比"), relation=Relation.SHARE)
    assert told(*share) == [("value", "占比超过100%：出口占比120%")]
    later = figures("产值9亿元。", ("9亿元", 9e8, "元", "产值"), period="2030")
    assert [kind for kind, _ in told(*later)] == ["value"]
    assert told(*(structs.replace(fact, status=Status.TARGET) for fact in later)) == []


def test_what_reading_left_open() -> None:
    joins = (Join(3, 9, "word", 0.3, "“立”与“体”或可相接"),)
    assert told(complete=False, doubts=("结尾缺失",)) == [("incomplete", "结尾缺失")]
    assert [kind for kind, _ in told(year=None)] == ["year"]
    assert told(joins=joins) == [("join", "段4→段10的衔接把握不大：“立”与“体”或可相接")]
    whole = replace(article("正文。"), joins=tuple(replace(join, after=0) for join in joins))
    assert "段4→段1 " in with_joins(whole)[0][1]  # as the list of articles counts


def test_two_measures_are_no_parts_of_one_sum() -> None:
    text = "三基地营业收入451亿元，固定资产投资76亿元，其中，高新区营业收入102亿元；固定资产投资18亿元。"
    printed = (
        ("451亿元", 451e8, "元", "营业收入"),
        ("76亿元", 76e8, "元", "固定资产投资"),
        ("102亿元", 102e8, "元", "营业收入"),
        ("18亿元", 18e8, "元", "固定资产投资"),
    )
    assert told(*figures(text, *printed)) == []
