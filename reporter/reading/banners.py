"""Banners: lines over or between articles that belong to none, a column's name, a slogan, the head of a page.

营造良好营商环境 · 稳外贸稳投资          slogans: nothing but the words of such slogans
园区动态 · 高新视野 · 县域新观察          what a column of the paper is called
稳外贸·促开放 · 转型进行时              a campaign's and a series' names
●数读 · 洛川日报·要闻                  a box of data, a paper's own name
2024-08-22 第06版 区域经济             the head of a printed page
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.press import press_words
from reporter.reading import words
from reporter.reading.stamps import page_head

_BOX = re.compile(r"[●■◆▲★◎▎▍][\u4e00-\u9fff]{2,6}")
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|导报|商报|都市报)(?:[·・][\u4e00-\u9fff]{2,8})?")
_MARKS = re.compile(r"[\s\u3000·・|｜【】\[\]“”—-]")
_HALVES = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,6})(?P<mark>[·・ \u3000])(?P<other>[\u4e00-\u9fff]{2,6})")
_SERIES = re.compile(
    "[\u4e00-\u9fff]{2,8}进行时"
    "|[^，。；：—][^，。；：]{1,22}(?:特别报道|系列报道|专题报道)(?:之[一二三四五六七八九十]+)?"
    "|(?:全力以赴|全力|奋力)?(?:奋战|决战|冲刺|大干|实干|力夺|夺取|拼|抢)(?:开门红|双过半|[一二三四]季度|[上下]半年|全年红|红五月)"
    f"|数[读说](?:开放|{A_ZONE}|发展|外贸|经济|产业)"
    f"|(?:对话|专访|走近)(?:{A_ZONE}|企业)(?:主任|书记|掌门人|当家人|一把手|负责人)"
)
"""皖江进行时, 庆祝某区建区20年特别报道, 奋战开门红, 对话园区主任: a series of reports, whatever it is about."""
_OF_THE_PAPER = re.compile(f"^(?:聚焦|走进|关注)|看(?=开放|发展|变化|经济|新|{A_ZONE})")
_LOOKING = re.compile(
    f"(?!从)[\u4e00-\u9fff]{{2,6}}[·・“”]{{0,2}}看(?:{A_ZONE}|开放|发展|变化|产业|转型|创新|一线|中国|活力|信心)"
)
"""年中看园区, 行进中国·看园区: what a series of reports is called; 从账单看变化 is a headline."""
_TELLS = re.compile("(?:持续|不断|稳步|显著|加速|更加|全面|再)[\u4e00-\u9fff]{2}$")
"""营商环境持续优化 tells how things are, and so heads a section; a slogan calls on to do it."""
_SHORTEST, _LONGEST = 4, 12
_SLOGAN = 6
_NOTICES = frozenset(["广告", "导读"])


@cache
def _column() -> re.Pattern[str]:
    """What a column is called: what it is about, and what kind of reports it has."""
    press = press_words()
    field, kind = one_of(press.column_fields), one_of(press.column_kinds)
    about = one_of({*press.column_fields, *press.banner_words})
    return re.compile(f"(?:{field}[·・])?{field}{kind}|(?:{about}){{1,4}}{one_of(press.series_kinds)}")


@cache
def _slogans() -> re.Pattern[str]:
    """Nothing but words of slogans, however the dictionary would cut them: 推进改革 | 开放."""
    press = press_words()
    return re.compile(f"(?:{one_of({*press.banner_names, *press.banner_words, *press.column_fields})})+")


def is_banner(text: str) -> bool:
    """Whether a short line is a column's name, a slogan, a box's or a paper's name, or the head of a page."""
    if page_head(text) or any(pattern.fullmatch(text) for pattern in (_PAPER, _BOX, _LOOKING, _SERIES, _column())):
        return True
    press = press_words()
    bare = _MARKS.sub("", text)
    return bare in press.banner_names | press.banner_words or _of_slogans(bare) or _is_campaign(text)


def _of_slogans(bare: str) -> bool:
    known = press_words().banner_names | press_words().banner_words
    fits = _SHORTEST <= len(bare) <= _LONGEST
    return fits and (known.issuperset(words.cut(bare)) or _slogans().fullmatch(bare) is not None)


def _is_campaign(text: str) -> bool:
    """Whether a dot stands between two names, one of them of slogans: 出彩江南·开放前沿."""
    halves = _HALVES.fullmatch(text)
    if halves is None or halves["mark"] not in "·・":
        return False
    return any(_slogans().fullmatch(half) for half in halves.group("one", "other"))


def is_banner_inside(text: str) -> bool:
    """The same below the text of an article, where a few such words may be a subhead: 产业升级 is, 园区动态 is not.

    The name of a column, of a page or a campaign is none, nor a slogan of some length: 稳外贸稳投资, 聚焦园区转型.
    """
    if not is_banner(text) or _TELLS.search(text):
        return False
    return _is_name(text) or is_slogan(text)


def is_slogan(text: str) -> bool:
    """Whether nothing but the words of slogans makes a line a banner below a text; two of them may head sections."""
    if _is_name(text) or not is_banner(text):
        return False
    bare = _MARKS.sub("", text)
    calls = words.part_of_speech(bare[:2]).startswith("v") or _OF_THE_PAPER.search(text)
    paired = bare[:1] == bare[len(bare) // 2 :][:1]  # 稳外贸稳投资
    return len(bare) > _SLOGAN or (len(bare) == _SLOGAN and bool(calls or paired or len(text) > len(bare)))


def _is_name(text: str) -> bool:
    """Whether a line is what a column, a page, a series or a campaign is called."""
    press = press_words()
    if text in press.banner_names - press.banner_words and (len(text) >= _SHORTEST or text in _NOTICES):
        return True
    return _is_campaign(text) or any(pattern.fullmatch(text) for pattern in (_LOOKING, _SERIES, _column()))
