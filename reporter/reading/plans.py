"""Years by their place in a five-year plan.

“十三五”开局之年          2016
“十四五”第四年            2024
“十四五”以来             not before 2021
“十四五”成就巡礼          2025: what a plan has brought is told in its last year
“十五五”开局之年，计划开工…   a year that may still be to come
"""

from __future__ import annotations

import re

from reporter.language.period import PLANS
from reporter.reading.ages import counted

_PLAN = f"(?P<plan>{'|'.join(PLANS)})"
PLACE = re.compile(
    rf"{_PLAN}[”\"]?(?:规划|时期|计划)?的?(?:实施的?)?"
    r"(?:(?P<first>开局|起步|启动|开启|第一|首)|(?P<last>收官|决胜|最后一|第五)|第(?P<nth>[二三四]))之?年"
)
OVER = re.compile(
    rf"{_PLAN}[”\"]?(?:规划|时期)?的?[^，。；规]{{0,6}}"
    r"(?:成就|答卷|成绩单|收官|圆满|高质量发展)[^，。；]{0,8}(?:发布会|巡礼|系列|报道)"
)
_SINCE = re.compile(rf"{_PLAN}[”\"]?(?:规划)?(?:实施)?以来")
_INTENDED = re.compile(r"[^。；\d]{0,16}(?:计划|将(?!近)|力争|安排|预计|拟)")
_LASTS = 4
"""Years from the first of a plan to its last."""
LATEST = max(PLANS.values()) + _LASTS
"""The end of the last plan that is known: nothing was written later."""


def year_of(place: re.Match[str]) -> int:
    """The year that a match of PLACE tells."""
    nth = 0 if place["first"] else _LASTS if place["last"] else counted(place["nth"]) - 1
    return PLANS[place["plan"]] + nth


def last_of(told: re.Match[str]) -> int:
    """The last year of the plan that a match of OVER names."""
    return PLANS[told["plan"]] + _LASTS


def begun(text: str) -> list[int]:
    """The first years of the plans since whose beginning a text tells: it is of no earlier year."""
    return [PLANS[match["plan"]] for match in _SINCE.finditer(text)]


def planned_for(text: str, place: re.Match[str]) -> bool:
    """Whether a sentence with a match of PLACE says what is intended for that year and does not call it 今年."""
    start, end = text.rfind("。", 0, place.start()) + 1, text.find("。", place.end())
    end = end if end >= 0 else len(text)
    return "今年" not in text[start:end] and _INTENDED.match(text, place.end(), end) is not None
