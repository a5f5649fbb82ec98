from __future__ import annotations

import pytest

from reporter.briefing.times import period_key, period_words, period_year


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2020", "2020年"),
        ("2020-Q1", "2020年一季度"),
        ("2020-H1", "2020年上半年"),
        ("2020-04", "2020年4月"),
        ("2020-04-20", "2020年4月20日"),
        ("2020-01/2020-04", "2020年1—4月"),
        ("2020-01/2020-06", "2020年上半年"),
        ("2020-01/2020-09", "2020年前三季度"),
        ("2019/2021", "2019—2021年"),
        ("2019-01/2022-01", "2019年1月至2022年1月"),
        ("/2020-04-20", "截至2020年4月20日"),
        ("/2020", "截至2020年"),
        ("2023/", "2023年起"),
        ("2021-01/", "2021年1月起"),
        ("", ""),
    ],
)
def test_periods_in_words(period: str, words: str) -> None:
    assert period_words(period) == words


def test_the_year_can_be_left_away_where_something_else_is_left() -> None:
    assert period_words("2020-Q1", year=False) == "一季度"
    assert period_words("2020", year=False) == "2020年"


def test_periods_sort_by_their_end() -> None:
    given = ["2020", "2020-Q1", "", "/2020-04-20", "2019", "2020-01/2020-09", "2021/"]
    assert sorted(given, key=period_key) == ["", "2019", "2020-Q1", "/2020-04-20", "2020-01/2020-09", "2020", "2021/"]


@pytest.mark.parametrize(("period", "year"), [("2019/2021", 2021), ("/2020-04", 2020), ("2023/", 2023), ("", None)])
def test_the_year_of_a_period(period: str, year: int | None) -> None:
    assert period_year(period) == year
