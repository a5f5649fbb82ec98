"""Where a line may end, read as sentences of the press: | marks every place that the rules allow."""

from itertools import pairwise

import pytest

from reporter.rendering.lines import breaks, closes_up, may_part


def cut(text: str) -> str:
    places = (0, *breaks(text), len(text))
    return "|".join(text[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    "expected",
    [
        "引|资|1.13亿美元，|占|全|市|半|数",  # number, scale and unit are one; the comma stays with it
        "共|有|3900多万美元、|近|2000家|企|业",  # hedges inside the expression
        "投|资|50亿-100亿元|（含）|的|项|目",  # a range
        "2020年|1—4月|引|资",  # months of a year
        "4月20日|开|工",  # a date is not cut at its month
        "增|长|12.5%，|居|第3位",  # per cent and an ordinal
        "五|千|万元|以|上",  # numerals in Chinese keep scale and unit
        "他|说：|“《办|法》|很|好。”",  # marks at neither end of a line
        "合|作——|从|头|再|来……",  # dashes and dots are not cut; dots stay behind
        "2020年|一季度|签|约",  # a quarter is one word
        "Bosch |GmbH|在|华|企|业",  # Latin words at their spaces
        "GDP|（total）|达|到",  # a bracket opens a line but never ends one
    ],
)
def test_a_line_ends_only_where_a_reader_expects_it(expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("3", "亿", False),  # <b>1.13</b>亿美元
        ("亿", "美", False),  # 1.13亿<small>美元</small>
        ("家", "\u2060", False),  # the mark of evidence after 2000家
        ("资", "1", True),
        ("区", "，", False),
        ("（", "区", False),
        ("区", "的", True),
    ],
)
def test_the_same_holds_between_elements(before: str, after: str, allowed: bool) -> None:
    assert may_part(before, after) is allowed


@pytest.mark.parametrize(
    ("pair", "close"),
    [
        ("”，", True),
        ("。”", True),
        ("）（", True),
        ("《“", True),
        ("”的", False),
        ("的“", False),
        ("“（", True),
        ("”\u2060", True),
        ("的\u2060", False),
    ],
)
def test_marks_that_meet_stand_close(pair: str, close: bool) -> None:
    assert closes_up(*pair) is close
