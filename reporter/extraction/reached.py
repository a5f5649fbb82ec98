"""How far its year has come when an article without a date was written, by the months that it reports on.

前11个月公司出货28万平方米        11
12月3日一早，车间里……            12
上半年产值同比增长9%              6
预计前三季度…… · 去年前11个月     nothing
"""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.language.parts import number
from reporter.language.text import normalise
from reporter.model import Article, BlockKind

_OWN = r"(?:(?<=今年)|(?<![\d年度去上明前第底]))"
_REACHED = re.compile(
    rf"(?=[前上一截今\d])(?:{_OWN}"  # every other character is passed at once
    r"(?:前(?P<first>\d{1,2}|[两二三四五六七八九十]{1,2})个?月|1月?[-—–至到]{1,2}(?P<last>\d{1,2})月"
    r"|(?P<day>\d{1,2})月\d{1,2}日(?=[，,一上下清早晚傍讯电])|(?P<half>上半年)|前三(?P<three>季度)|一(?P<one>季度))"
    r"|截[至止](?P<until>\d{1,2})月|今年(?P<told>\d{1,2})月(?:份|\d{1,2}日)?[，,])"
)
"""How far a year has come that is told of: 前11个月, 1—7月, 12月3日一早."""
_TO_COME = re.compile("将(?!近)|预计|力争|计划|确保|有望|争取|拟|去年|上年|20\\d\\d年|较|比|明年|目标")
_PARTS_OF_YEAR = {"half": 6, "three": 9, "one": 3}
_LAST_MONTH = 12


def month_reached(article: Article) -> int:
    """The last month of its year that an article without a date reports on as over, 0 where none is told."""
    if article.date or article.year is None:
        return 0
    return _month("\n".join(normalise(p.text) for p in article.paragraphs if p.kind is BlockKind.BODY))


def is_later(month: int, reached: int) -> bool:
    """Whether a month told without a year lies behind all that the article reports on."""
    return 0 < reached < month <= _LAST_MONTH


@lru_cache(maxsize=2)
def _month(text: str) -> int:
    """The last month told in a text; the clock of the figures and every project of an article ask for it."""
    latest = 0
    for match in _REACHED.finditer(text):
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in "，。；！？\n：“") + 1 : match.start()]
        if _TO_COME.search(clause) or _TO_COME.match(text, match.end()) or text.startswith(("前", "底前"), match.end()):
            continue
        group = match.lastgroup or ""
        month = _PARTS_OF_YEAR.get(group) or number(match[group])
        latest = max(latest, month if month <= _LAST_MONTH else 0)
    return latest
