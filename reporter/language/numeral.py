"""Numerals: the value of a number as the Chinese press writes it, without its unit.

In: `1,300` `8千万` `2537` `三十五` `二〇二三` `七八十`. Out: its value, or both ends where two neighbouring
digits say a span (七八十 → 70 to 80). GB/T 15835-2011 names the forms: Arabic digits, Chinese numerals, and digits
with 万 or 亿 behind them.
"""

from __future__ import annotations

from functools import lru_cache

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
MULTIPLIERS = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "个亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "十万亿": 10**13,
    "百万亿": 10**14,
}
"""What stands behind Arabic digits: 8千万, 1.2万亿."""


_LONGEST = 30  # characters; longer runs are no numeral


def arabic(digits: str, multiplier: str = "") -> float:
    """`1,300` with 万 behind it is 13000000.0. Decimal digits are kept exactly as far as binary numbers can."""
    plain = digits.replace(",", "").replace(" ", "")
    factor = MULTIPLIERS[multiplier]
    if factor == 1:
        return float(plain)
    whole, _, part = plain.partition(".")
    return float(int(whole + part) * factor / 10 ** len(part))


@lru_cache(maxsize=1024)
def chinese(numeral: str) -> tuple[float, float] | None:
    """Both ends of a Chinese numeral (the same where it says one number), None where it is none (百千, 五一六).

    三十五 → (35, 35) · 两万五 → (25000, 25000) · 七八十 → (70, 80) · 二〇二三 → (2023, 2023) · 千 → (1000, 1000)
    """
    if len(numeral) > _LONGEST:
        return None
    if len(numeral) > 2 and all(c in DIGITS for c in numeral):
        value = float("".join(str(DIGITS[c]) for c in numeral))
        return (value, value)
    span = _neighbours(numeral)
    if span is not None:
        low, high = _plain(span[0]), _plain(span[1])
        return (low, high) if low is not None and high is not None and low < high else None
    value_or_none = _plain(numeral)
    return None if value_or_none is None else (value_or_none, value_or_none)


def _neighbours(numeral: str) -> tuple[str, str] | None:
    """The two numerals that 七八十 or 十五六 or 两三 stands for, None where no two digits stand side by side."""
    for i in range(len(numeral) - 1):
        a, b = DIGITS.get(numeral[i], 0), DIGITS.get(numeral[i + 1], 0)
        if a and b:
            if b != a + 1:
                return (numeral, "")
            return (numeral[:i] + numeral[i] + numeral[i + 2 :], numeral[:i] + numeral[i + 1 :])
    return None


def _plain(numeral: str) -> float | None:
    """A numeral without neighbouring digits; units must fall within each 万 (千 before 百 before 十)."""
    total, section, digit, last = 0, 0, 0, 10**9
    seen_large = 10**17
    after_unit = 0
    for c in numeral:
        if c in DIGITS:
            if digit:
                return None
            digit = DIGITS[c]
            after_unit = 0 if digit == 0 else after_unit
        elif c in SMALL:
            unit = SMALL[c]
            if unit >= last:
                return None
            section += (digit or 1) * unit
            digit, last, after_unit = 0, unit, unit
        else:
            unit = LARGE[c]
            if c == "亿" and total and not section and not digit:
                total *= unit  # 万亿
            elif unit >= seen_large:
                return None
            elif c == "亿":
                total = (total + section + digit or 1) * unit
            else:
                total += (section + digit or 1) * unit
            section, digit, last, seen_large, after_unit = 0, 0, 10**9, unit, unit
    if digit and after_unit >= 100:
        digit *= after_unit // 10  # 两万五, 一百三
    return float(total + section + digit) if numeral else None
