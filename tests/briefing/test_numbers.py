from __future__ import annotations

import pytest

from reporter.briefing.numbers import agrees, composed, printed
from reporter.model import Evidence, Figure, Qualifier, Relation, Scope, Status


def figure(
    text: str,
    value: float,
    unit: str,
    qualifier: Qualifier = Qualifier.EXACT,
    sentence: str = "",
    relation: Relation = Relation.LEVEL,
    high: float | None = None,
) -> Figure:
    words = sentence or text
    start = words.index(text)
    place = Evidence(text, words, start, start + len(text), "page.txt", "a", start, start + len(text))
    return Figure(
        id="f", zone="", mentions=(place,), subject="", metric="", value=value, value_high=high, unit=unit,
        qualifier=qualifier, relation=relation, status=Status.ACTUAL, period="", scope=Scope.ZONE,
    )  # fmt: skip


OVER, UNDER, ABOUT, UPTO = Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT, Qualifier.UPTO


@pytest.mark.parametrize(
    ("given", "before", "number", "unit"),
    [
        (figure("1.13亿美元", 113000000, "美元"), "", "1.13", "亿美元"),
        (figure("3900多万美元", 39000000, "美元", OVER), "", "3900", "多万美元"),
        (figure("近2000家", 2000, "家", UNDER), "近", "2000", "家"),
        (figure("1300余万元", 13000000, "元", OVER), "", "1300", "余万元"),
        (figure("突破1200亿元", 120000000000, "元", OVER), "突破", "1200", "亿元"),
        (figure("50万美元以上", 500000, "美元", OVER), "", "50", "万美元以上"),
        (figure("3到5分钟", 3, "分钟", high=5), "", "3～5", "分钟"),
        (figure("50亿-100亿元", 5e9, "元", high=1e10), "", "50亿～100", "亿元"),
        (figure("12,300元", 12300, "元"), "", "12300", "元"),
        (figure("５０．３％", 50.3, "%"), "", "50.3", "%"),
        (figure("千亿元", 1e11, "元"), "", "千亿", "元"),
        (figure("45k", 45000, ""), "", "45", "k"),
        # a hedge that the expression leaves out is taken from the words beside it
        (figure("2000家", 2000, "家", OVER, "聚集企业超过2000家。"), "超过", "2000", "家"),
        (figure("50万美元", 500000, "美元", OVER, "出口额50万美元以上的企业"), "", "50", "万美元以上"),
        (figure("40%", 40, "%", OVER, "规模增长40%"), "超", "40", "%"),
        (figure("20万元", 200000, "元", UPTO, "给予20万元"), "最高", "20", "万元"),
        (figure("100公里", 100, "公里", ABOUT, "续航100公里"), "约", "100", "公里"),
        (figure("2/3", 66.6667, "%"), "", "2/3", ""),
        (figure("三分之二", 66.6667, "%"), "", "三分之二", ""),
        (figure("一年半", 1.5, "年"), "", "一年半", ""),
        # ranks and counts in words
        (figure("第二大", 2, "位", relation=Relation.RANK), "", "第二", ""),
        (figure("四大", 4, "个", sentence="四大主导产业"), "", "4", "个"),
    ],
)
def test_a_number_is_set_as_the_source_prints_it(given: Figure, before: str, number: str, unit: str) -> None:
    shown = printed(given)
    assert (shown.before, shown.number, shown.unit) == (before, number, unit)


@pytest.mark.parametrize(
    ("value", "high", "unit", "words"),
    [
        (113000000, None, "美元", "1.13亿美元"),
        (2537, None, "家", "2537家"),
        (39000, None, "人", "3.9万人"),
        (10000, None, "人", "10000人"),
        (3e9, 5e9, "元", "30～50亿元"),
        (50.3, None, "%", "50.3%"),
        (-12.5, None, "%", "-12.5%"),
    ],
)
def test_a_number_is_composed_with_wan_and_yi(value: float, high: float | None, unit: str, words: str) -> None:
    assert str(composed(value, high, unit)) == words


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (figure("1.13亿美元", 113000000, "美元"), True),
        (figure("1.13亿美元", 11300000, "美元"), False),
        (figure("3900多万美元", 39000000, "美元", OVER), True),
        (figure("120亿元", 12000000002, "元"), False),
        (figure("10公里", 10000, "米"), True),  # another unit: nothing can be said
        (figure("3到5分钟", 3, "分钟", high=5), True),
    ],
)
def test_digits_that_deny_the_value_are_noticed(given: Figure, right: bool) -> None:
    assert agrees(given) is right
