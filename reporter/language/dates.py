"""Dates inside a text, as far as a number must know them: these digits are no figure.

In: the place of a numeral. Out: where the date ends that begins there. What a date means is `period`'s to say.
"""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d{2}"
_TO = r"\s?(?:[-–~至到]|—{1,2}|-{2})\s?"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_NOT_MOON = r"(?!球|饼|台|均|租|薪)"  # 月球, 月台, 月租: another word begins with 月
_MONTH_PART = "(?:份|底|初|末|中旬|上旬|下旬)?"
_DATE = re.compile(
    rf"""
    {_YEAR}\s?年?{_TO}{_YEAR}\s?(?:年(?:度|底|初|末)?|(?![\d.%万亿家个项元吨亩]))   # 2023-2028年
    |{_YEAR}\s?年{_TO}{_MONTH}\s?月(?:{_DAY}\s?[日号])?                            # 2021年至5月
    |{_YEAR}\s?年(?:度|底|初|末|代)?                                               # 2020年4月20日, 2019年底
        (?:\s?{_MONTH}(?:{_TO}{_MONTH})?\s?月{_NOT_MOON}{_MONTH_PART}(?:\s?{_DAY}\s?[日号])?)?
    |{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}(?!\d)                                          # 2020-04-20
    |\d{{1,2}}\s?世纪(?:\d0年代)?|\d0年代                                           # 20世纪90年代
    |{_MONTH}{_TO}{_MONTH}\s?月(?:份|底)?                                           # 1-4月
    |{_MONTH}\s?月{_NOT_MOON}{_MONTH_PART}(?:\s?{_DAY}(?:{_TO}{_DAY})?\s?[日号](?!线|楼))?   # 4月20日
    |{_DAY}{_TO}{_DAY}\s?日                                                         # 5-10日
    |{_DAY}\s?日(?!产|均|益|元|处理)                                                # 20日
    |\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)                                           # 12:30
    |(?:[01]?\d|2[0-4])\s?[时点](?:[0-5]?\d分|半|整|许|钟)?(?!间|数|位|对|段|评|击)  # 9时30分
    |[1-4]\s?季度
    """,
    re.VERBOSE,
)
_MARKS = "年月日号时点季世/.-:—–~至到 0123456789"
_CN = "一二三四五六七八九十"
_CHINESE_DATE = re.compile(
    rf"""
    [一二][〇零一二三四五六七八九]{{3}}年(?:十?[{_CN}]月)?(?:[一二三]?十?[{_CN}][日号])?   # 二〇二三年三月
    |十?[{_CN}]月(?!球|饼|均){_MONTH_PART}(?:[二三]?十?[{_CN}][日号])?                     # 三月底
    |[一二三四两]个?季度                                                                  # 一季度
    |[一二三]?十?[{_CN}]?日(?=，|上午|下午|晚|在|起)
    |[一二]?十[{_CN}]?世纪
    """,
    re.VERBOSE,
)


def arabic(text: str, start: int, end: int) -> int:
    """Where the date ends that begins with the digits `start` to `end`; 0 where they begin none."""
    if text[end : end + 1] not in _MARKS:
        return 0
    match = _DATE.match(text, start)
    return match.end() if match and match.end() > end else 0


def chinese(text: str, start: int) -> int:
    """Where the date ends that begins with the Chinese numeral at `start` (三月, 二〇二三年); 0 for none."""
    match = _CHINESE_DATE.match(text, start)
    return match.end() if match else 0
