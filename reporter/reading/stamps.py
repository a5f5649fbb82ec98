"""Stamps: the line under a headline by which a web page says when and where a piece appeared.

2022年05月31日 07:18 来源：海南日报             2022-05-31
来源：新华网 作者：柳洁 发布时间：2021-8-3 浏览次数：120      2021-08-03, 柳洁
（2013年2月20日）                           2013-02-20
责任编辑：何英                               an editors' line
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reporter.lexicon.press import press_words
from reporter.reading.bylines import byline

_LONGEST = 90
_SOURCE = 14
"""A source or a name has at most so many characters."""
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>1[0-2]|0?[1-9])\s*[-/.月]\s*(?P<day>3[01]|[12]\d|0?[1-9])日?(?!\d)"
)
_EUROPEAN = re.compile(r"(?<!\d)([0-3]\d)\.([01]\d)\.((?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(r"\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?(?!\d)")
_ADDRESS = re.compile(r"https?://\S+|\b[a-zA-Z][\w-]*(?:\.[\w-]+)+\S*")
_SENTENCE = re.compile("[。！？；，“”]")
_SENT = re.compile(
    r"(?:本[报刊网台]|新华社|中新社|人民网)[^，。：\d]{0,8}(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[讯电][ \u3000]*"
)
"""本报南岭2013年9月3日电 记者 石朗: a dateline with its byline, on a line of its own."""
_SIGNED = re.compile(rf"{_DATE.pattern}[ \u3000]+(?:\d{{1,2}}[:：]\d\d[ \u3000]+)?[^\W\d]{{2,8}}[ \u3000]*")
"""2020年9月24日 本报记者; 2018-11-30 云港讯: a date and one bare word behind it."""
_HEADED = re.compile(
    rf"{_DATE.pattern}[ \u3000]+(?:\d{{1,2}}[:：]\d\d[ \u3000]+)?(?:[\u4e00-\u9fff]{{2,8}}[ \u3000]+)?"
)
"""2022-08-25 洛川日报 记者 邵可心: a day and a paper before the byline."""
_PAGE_HEAD = re.compile(
    rf"{_DATE.pattern}[ \u3000]*(?:星期.|周.)?[ \u3000]*第?[A-Z]?\d{{1,3}}版[：:]?[ \u3000]*[\u4e00-\u9fff]{{0,8}}"
)
_AROUND = " \u3000|｜【】[]()（）-—:：，,"
_PAPER = re.compile("星期|周[一二三四五六日]|第.{1,3}版|版次")
"""The head of a printed page, which belongs to no article."""


_CITED = re.compile(r"《[^《》]{2,14}》|来源|原载|刊于|载于|转自|摘自|第?[A-Z]?\d{1,3}版")
"""《青原日报》（2023年9月20日 06版）, （2025年4月11日《青原新闻》）: where a piece is from, below it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says: the day (ISO, empty if none) and who wrote; `edited` where it names editors alone."""

    day: str
    names: tuple[str, ...] = ()
    edited: bool = False


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{'|'.join(map(re.escape, press_words().stamp_labels))})\s*[:：]")


def page_head(text: str) -> str:
    """The day at the head of a printed page, wherever the archive put it: 2024-08-22 第06版 区域经济; else empty."""
    return _iso(_PAGE_HEAD.fullmatch(text))


def stamp(text: str) -> Stamp | None:  # noqa: PLR0911  a list of forms, the first that fits
    """The stamp that a line is, None where it is something else.

    Nothing but a date, a clock, labels with short values and at most one bare word, the source, may stand in it.
    """
    if "." in text or "://" in text:
        text = _EUROPEAN.sub(r"\3-\2-\1", _ADDRESS.sub(" ", text))
    if (dated := _HEADED.match(text)) and (names := byline(text[dated.end() :])):
        return Stamp(_iso(_DATE.match(text)), names)
    if "《" in text and (cited := _cited(text)):
        return cited
    if len(text) > _LONGEST or _SENTENCE.search(text) or _PAPER.search(text):
        return None
    if (sent := _SENT.match(text)) and (names := byline(text[sent.end() :])):
        return Stamp(_iso(_DATE.search(text)), names)
    found = _DATE.search(text)
    rest = _CLOCK.sub(" ", _DATE.sub(" ", text))
    clocked = bool(found and rest != _DATE.sub(" ", text))
    labels = list(_labels().finditer(rest))
    bare = rest[: labels[0].start()] if labels else rest
    bare = bare.strip(_AROUND)
    ends = [*(label.start() for label in labels[1:]), len(rest)]
    values = [
        (label["label"], rest[label.end() : end].strip(" \u3000|｜【】[]()（）"))
        for label, end in zip(labels, ends, strict=False)
    ]
    if len(bare) > _SOURCE or (bare and not found) or any(len(value) > 2 * _SOURCE for _, value in values):
        return None
    alone = bool(found) and (not bare or _SIGNED.fullmatch(text) is not None)  # （2013年2月20日）
    if not (labels or clocked or alone):
        return None
    press = press_words()
    names = tuple(
        name
        for label, value in values
        if label in press.stamp_writers
        for name in re.split(r"[\s\u3000、/|]+", value)
        if 2 <= len(name) <= 4
    )
    edited = not found and bool(labels) and all(label in press.stamp_editors for label, _ in values)
    return Stamp(_iso(found), names, edited)


def _cited(text: str) -> Stamp | None:
    """The line that names the paper, day and page that a piece is from."""
    found = _DATE.search(text)
    rest = _CITED.sub("", _DATE.sub("", text)).strip(_AROUND)
    return Stamp(_iso(found)) if found and not rest else None


def _iso(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""
