"""The year of an article by how old something is whose beginning it tells.

宁州自贸区挂牌五周年……2019年8月，……挂牌       2024
2012年8月……获批复。6年过去                      2018
2017年4月挂牌……挂牌一年半                        2018: a half counts from the month
2015年12月批复……五年多来, told of in July           2021
去年迎来30周年                                    a year later
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.language.numeral import chinese
from reporter.language.zone_kinds import A_ZONE

COUNT = "(?P<count>[一二两三四五六七八九十百]{1,3}|\\d{1,3})"
_FOUNDED = re.compile(
    r"(?P<year>(?:19|20)\d\d)年[^。；]{0,40}?(?:呱呱坠地|诞生|起步|奠基|动工|挂牌|揭牌|成立|设立|获批|批复|批准|封关|开园|建区|试点|试行|启用)"
    r"(?!之初|之时|之前|时|前|初期|当初|当年|当时)"
    r"|(?P<first>(?:19|20)\d\d)年(?:[^，。；\d]{0,4})(?:成立|设立|起步|挂牌|建[区园]|开[区园])之?[初时]"
)
"""2010年建区之初, but not 2021年产值1043亿元，是建区之初的190多倍."""
_ANNIVERSARY = re.compile(rf"{COUNT}周[年岁]")
_HALF = re.compile(rf"(?:挂牌|揭牌|成立|设立|获批|封关|开园|运[行营])(?:运[行营])?(?:以来)?的?{COUNT}年半")
_SINCE = re.compile(
    rf"^[^。\n]{{0,60}}(?:[。，]|。\n+)(?:今年|如今)?(?:正好|整整|已|已经|是它的|是|转眼|一晃|转眼间|走过了?|历经)?第?{COUNT}"
    "(?:年过去|年多?来|年间|年光阴|年时间|年后的今天|个年头|年(?=[，。]))"
)
_AGE = re.compile(
    rf"(?:挂牌|揭牌|成立|设立|获批|批复|批准|封关|开园|建区)(?:运[行营])?(?:以来)?的?{COUNT}年(?:[多余]?来|间)"
)
"""挂牌两年来, behind or before the day of it."""
_ZONE_AGE = re.compile(rf"(?:^|[。！？\n]){COUNT}年多?来，(?:全区|该区|这里|[^，。；]{{0,8}}{A_ZONE})")
"""6年多来，片区先后推出…, somewhere behind the day on which it began."""
_WHEN_KEPT = re.compile(r"(?:去年|明年)[^，。；\d]{0,6}\Z")
_OVER = re.compile("年[多余]|[多余]年")
_MONTHS = re.compile(r"(?<!\d年)(?<!\d)(?P<month>1[0-2]|[1-9])月")
_FOUNDED_IN = re.compile(r"年(?P<month>1[0-2]|[1-9])月")
_HALF_A_YEAR, _DECEMBER = 6, 12


@dataclass(frozen=True, slots=True)
class Age:
    """The year that an age comes to, where the beginning stands in the text, and the words that tell the age."""

    year: int
    founded: re.Match[str]
    words: str


def age(text: str) -> Age | None:
    """The year of an article that tells a beginning and how long ago it was; None where it tells not both."""
    told = list(_FOUNDED.finditer(text))
    if not told:
        return None
    founded, half = told[0], _HALF.search(text)
    if not half and (later := next((f for f in reversed(told[1:]) if _then_behind(text, f)), None)):
        founded = later  # 2020年12月封关……2017年4月挂牌。四年多来，片区……: the last one before it
    first = int(founded["year"] or founded["first"])
    month = _FOUNDED_IN.search(founded.group())
    if half and month:
        year = first + counted(half["count"]) + (int(month["month"]) + _HALF_A_YEAR > _DECEMBER)
        return Age(year, founded, half.group()[-8:])
    anniversary = _ANNIVERSARY.search(text)
    rest = text[founded.end() :]
    years = anniversary or _AGE.search(text) or _SINCE.search(rest) or _ZONE_AGE.search(rest)
    count = counted(years["count"]) if years else 0
    if years is None or not count:
        return None
    if anniversary and (when := _WHEN_KEPT.search(text, 0, anniversary.start())):
        count += 1 if when.group().startswith("去") else -1
    elif not anniversary and _OVER.search(years.group()) and _before_its_month(text, founded.group()):
        count += 1
    return Age(first + count, founded, years.group()[-8:])


def _then_behind(text: str, founded: re.Match[str]) -> bool:
    """Whether the years since follow in the next sentence or two: …挂牌，面积20平方公里。四年多来，片区……."""
    since = _ZONE_AGE.search(text, founded.end())
    return since is not None and text.count("。", founded.end(), since.start()) <= 1


def _before_its_month(text: str, founded: str) -> bool:
    """Whether the months of which an article tells lie before that of a founding: a year has still to be filled."""
    month = _FOUNDED_IN.search(founded)
    told = [int(match["month"]) for match in _MONTHS.finditer(text)] + [6] * ("上半年" in text)
    return month is not None and bool(told) and max(told) < int(month["month"])


def counted(numeral: str) -> int:
    """六 is 6, 二十五 is 25, 12 is 12; 0 for what is no number of years."""
    if numeral.isdigit():
        return int(numeral)
    value = chinese(numeral)
    return int(value[0]) if value and value[0] == value[1] else 0
