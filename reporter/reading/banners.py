"""Banners: lines over or between articles that belong to none, a column's name, a slogan, the head of a page.

营造良好营商环境 · 稳外贸稳投资          slogans: nothing but the words of such slogans
园区动态 · 高新视野                    what a column of the paper is called
●数读 · 洛川日报·要闻                  a box of data, a paper's own name
2024-08-22 第06版 区域经济             the head of a printed page
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.press import press_words
from reporter.reading import words
from reporter.reading.stamps import page_head

_BOX = re.compile(r"[●■◆▲★◎▎▍][\u4e00-\u9fff]{2,6}")
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|导报|商报|都市报)(?:[·・][\u4e00-\u9fff]{2,8})?")
_MARKS = re.compile(r"[\s\u3000·・|｜【】\[\]“”—-]")
_OF_THE_PAPER = re.compile("^(?:聚焦|走进|关注)|看(?=园区|开放|发展|变化|开发区|经济|新)")
_LOOKING = re.compile("[\u4e00-\u9fff]{2,6}[·・“”]{0,2}看(?:园区|开发区|高新区|经开区|新区|开放|发展|变化)")
"""年中看园区, 行进中国·看园区: what a series of reports is called."""
_SHORTEST, _LONGEST = 4, 12
_SLOGAN = 8
_SLOGAN_PAIRED = 6


@cache
def _column() -> re.Pattern[str]:
    press = press_words()
    field = one_of(press.column_fields)
    return re.compile(f"(?:{field}[·・])?{field}{one_of(press.column_kinds)}")


def is_banner(text: str) -> bool:
    """Whether a short line is a column's name, a slogan, a box's or a paper's name, or the head of a page."""
    if page_head(text) or any(pattern.fullmatch(text) for pattern in (_PAPER, _BOX, _LOOKING, _column())):
        return True
    press = press_words()
    known = press.banner_names | press.banner_words
    bare = _MARKS.sub("", text)
    return bare in known or (_SHORTEST <= len(bare) <= _LONGEST and known.issuperset(words.cut(bare)))


def is_banner_inside(text: str) -> bool:
    """The same below the text of an article, where a few such words may be a subhead: 产业升级 is, 园区动态 is not.

    A column's name and a slogan of some length, of two halves that begin alike (稳外贸稳投资), or with a verb of what
    the paper itself does (聚焦园区转型, 沿边开放看园区), are none.
    """
    paired = text[0] == text[len(text) // 2] or _OF_THE_PAPER.search(text)
    long = len(text) >= _SLOGAN or (len(text) >= _SLOGAN_PAIRED and paired)
    return is_banner(text) and bool(long or _column().fullmatch(text))
