"""What a source owns up to stands in the brief, in its words; what is solved or hangs on other words does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from msgspec import structs

from reporter.briefing import load_audience
from reporter.briefing.desk import Desk
from reporter.briefing.problems import problems
from reporter.model import BORROWED_ZONE, SectionChoice
from tests.briefing.sample import ZONE, sample
from tests.briefing.test_sound import line
from tests.briefing.test_told import BUILT_IN

OWNED_UP = [
    "园区污水处理厂日处理能力只有3000吨，已接近满负荷，职工宿舍缺口在300间以上。",
    "前10个月，全区固定资产投资下降10.9%，降幅比前三季度扩大0.8个百分点。",
    "该区仍存在头部企业偏少等短板，规上工业企业中仍有26%的企业没有研发活动。",
    "产业到位资金236.9亿元，差3.1亿元未达年度目标。",
]
NO_SHORTCOMING = [
    "今年以来，全区帮助企业协调解决用工、用能等困难和问题412个。",
    "园区规模以上工业能耗同比下降4.2%，水耗下降3.1%。",
    "去年，全区实际利用外资1.3亿美元，增长12%。",
    "3个大项目收尾、新项目接不上，是主要原因。",
    "不过她也坦言，区内加工贸易占比仍不足20%，企业偏少。",
]


def told(words: str, *doubts: str) -> list[str]:
    """The problems of a collection that holds one figure of one sentence."""
    number = re.search(r"\d[\d.]*", words)
    assert number
    fact = structs.replace(line(words, number[0], "数").fact, doubts=doubts)
    desk = Desk.of(replace(sample(), facts=(fact,)), ZONE, load_audience("leader", [BUILT_IN]))
    return [statement.text for statement in problems(desk, SectionChoice("problems", "问题与短板")).statements]


@pytest.mark.parametrize("words", OWNED_UP)
def test_what_the_source_owns_up_to_is_quoted_whole(words: str) -> None:
    assert told(words) == [words]


@pytest.mark.parametrize("words", NO_SHORTCOMING)
def test_what_is_solved_saved_or_hangs_on_other_words_is_no_problem(words: str) -> None:
    assert told(words) == []


def test_what_may_be_of_another_article_is_stated_nowhere() -> None:
    assert told(OWNED_UP[1], f"{BORROWED_ZONE}，按其可能所属的《某稿》归入{ZONE.name}") == []
