"""A number that is printed in any of the styles of the press reads back as the same number."""

import math
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import lexicon
from reporter.language import numeral
from reporter.language.period import PeriodGrammar
from reporter.language.quantity import QuantityGrammar
from reporter.language.spans import Anchor, QuantityKind
from reporter.language.text import normalise

GRAMMAR = QuantityGrammar(lexicon.load())
DIGITS = "零一二三四五六七八九"
UNITS = ["元", "美元", "家", "个", "亩", "平方米", "吨", "人", "台", "千瓦时", "户", "件"]
LEFT = {
    "近": "under",
    "超": "over",
    "逾": "over",
    "约": "about",
    "突破": "over",
    "不足": "under",
    "不少于": "over",
    "": "exact",
}
RIGHT = {"以上": "over", "左右": "about", "以内": "under", "": "exact"}


def in_chinese(n):
    """A whole number below 10^12 in Chinese numerals: 10305 is 一万零三百零五."""
    if n >= 10**8:
        return in_chinese(n // 10**8) + "亿" + rest(n % 10**8, 10**7)
    if n >= 10**4:
        return in_chinese(n // 10**4) + "万" + rest(n % 10**4, 10**3)
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        if n >= unit:
            head = "" if n < 20 and unit == 10 else DIGITS[n // unit]
            return head + name + rest(n % unit, unit // 10)
    return DIGITS[n]


def rest(n, next_unit):
    if not n:
        return ""
    said = in_chinese(n)
    said = "一" + said if said.startswith("十") else said
    return said if n >= next_unit else "零" + said


def only(sentence):
    found = [q for q in GRAMMAR.find(normalise(sentence)) if q.kind is QuantityKind.FIGURE]
    assert len(found) == 1, (sentence, found)
    return found[0]


@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals(n):
    assert numeral.chinese(in_chinese(n)) == (n, n)


WHOLE = st.integers(2, 10**9)


@given(WHOLE, st.sampled_from(UNITS), st.sampled_from(sorted(LEFT)), st.sampled_from(["", " "]))
def test_digits_with_a_hedge_and_a_unit(n, unit, hedge, space):
    for digits in (str(n), f"{n:,}", "".join(chr(ord(c) + 0xFEE0) for c in str(n))):
        q = only(f"项目规模{hedge}{digits}{space}{unit}。")
        assert (q.value, q.unit, q.qualifier.value) == (n, unit, LEFT[hedge])


@given(
    st.integers(1, 99_999),
    st.integers(0, 2),
    st.sampled_from(["万", "亿", "万亿", "千万"]),
    st.sampled_from(sorted(RIGHT)),
)
def test_digits_with_a_multiplier(digits, places, scale, hedge):
    number = f"{digits / 10**places:.{places}f}"
    q = only(f"总投资{number}{scale}元{hedge}，年内开工。")
    assert math.isclose(q.value, digits / 10**places * numeral.MULTIPLIERS[scale], rel_tol=1e-12)
    assert (q.text, q.qualifier.value) == (f"{number}{scale}元{hedge}", RIGHT[hedge])


@given(st.integers(2, 9999), st.sampled_from(["余", "多"]), st.sampled_from(["", "万", "亿"]))
def test_a_hedge_inside(n, hedge, scale):
    q = only(f"出口额达{n}{hedge}{scale}美元。")
    assert (q.value, q.qualifier.value) == (n * numeral.MULTIPLIERS[scale], "over")


@given(st.integers(2, 10**8), st.sampled_from(["家", "名", "亩", "吨"]))
def test_a_chinese_number_of_things(n, unit):
    q = only(f"共有{in_chinese(n)}{unit}。")
    assert (q.value, q.unit) == (n, unit)


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(["-", "—", "~", "至", "到", "～", "–"]), st.booleans())
def test_a_range(low, width, link, repeat):
    high = low + width
    first = f"{low}亿" if repeat else f"{low}"
    q = only(f"计划投资{first}{link}{high}亿元。")
    assert (q.value, q.value_high, q.unit) == (low * 1e8, high * 1e8, "元")


@given(st.decimals(0, 999, places=2), st.sampled_from(["%", "％", "个百分点", "‰"]))
def test_shares(value, unit):
    q = only(f"同比增长{value}{unit}。")
    assert math.isclose(q.value, float(value) / (10 if unit == "‰" else 1), abs_tol=1e-9)


@given(st.integers(1, 99), st.integers(2, 100))
def test_fractions(top, bottom):
    if top >= bottom:
        return
    for printed in (f"{top}/{bottom}", f"{in_chinese(bottom)}分之{in_chinese(top)}"):
        assert math.isclose(only(f"占全市的{printed}。").value, top / bottom * 100, abs_tol=1e-4)


@given(st.lists(st.integers(2, 9999), min_size=2, max_size=5))
def test_numbers_across_commas_never_merge(numbers):
    sentence = "共有" + ",".join(f"{n}家" for n in numbers) + "。"
    found = [q.value for q in GRAMMAR.find(normalise(sentence)) if q.kind is QuantityKind.FIGURE]
    assert found == numbers


@given(
    st.text(
        alphabet="0123456789一二三十百千万亿余多近约超元家个%年月日第前半番倍,.，-~/到至“”《》 个成分之点", max_size=40
    )
)
def test_any_mixture_gives_ordered_spans(text):
    spans = GRAMMAR.find(normalise(text))
    assert all(0 <= q.start < q.end <= len(text) for q in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))  # noqa: RUF007  reads better
    assert all(math.isfinite(q.value) for q in spans)


@pytest.mark.parametrize("n", [10, 11, 20, 105, 1_010, 10_305, 100_000_001, 230_000_000])
def test_the_printer_of_these_tests(n):
    assert numeral.chinese(in_chinese(n)) == (n, n)


# --- periods

PERIODS = PeriodGrammar(lexicon.load())
WRITTEN = re.compile(
    r"|/?\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?/?|\d{4}(-\d\d){0,2}/\d{4}(-\d\d){0,2}"  # 2020, /2020-04, 2023/, 2020-01/2020-04
)


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(["日", "号"]))
def test_dates_in_full(day, sign):
    sentence = f"项目于{day.year}年{day.month}月{day.day}{sign}开工。"
    (found,) = PERIODS.find(sentence, Anchor())
    assert found.value == day.isoformat()


@given(st.integers(2000, 2030), st.integers(1, 11), st.integers(1, 11), st.sampled_from(["—", "-", "至", "到", "~"]))
def test_months_of_a_year(year, first, width, link):
    last = min(12, first + width)
    (found,) = PERIODS.find(f"{year}年{first}{link}{last}月出口增长。", Anchor())
    assert found.value == f"{year}-{first:02d}/{year}-{last:02d}"


@given(
    st.text(
        alphabet="0123456789一二三十年月日季度前后上下半今去明近来底至到—截自“十四五”末以期间目当同全，。 ", max_size=40
    ),
    st.sampled_from([Anchor(), Anchor(2020), Anchor(2022, "2022-01-08"), Anchor(2023, "2023-12-31")]),
)
def test_any_mixture_gives_periods_as_the_data_writes_them(text, anchor):
    found = PERIODS.find(text, anchor)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))  # noqa: RUF007  reads better
    assert all(WRITTEN.fullmatch(p.value) for p in found), [(p.text, p.value) for p in found]
