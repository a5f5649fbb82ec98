"""What the lines around a line say of it.

局长列了一张清单： | ——研发平台。……          over a list: part of the text
跨过一座桥，他把公司开到岛上 | 本报记者 ……    over a byline: a headline, though told like a sentence
工人在检查产品。 | (资料图片)               over a credit: a caption without a cue word
一季度产值增长8% | 某区“开门红” | 本报记者 ……   over a headline and its byline: a kicker, though told like a sentence
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reporter.language.alternation import one_of
from reporter.lexicon.press import press_words
from reporter.model import BlockKind
from reporter.reading.bylines import dateline
from reporter.reading.callings import speaks_over
from reporter.reading.grammar import first_kinds, goes_on, last_kinds
from reporter.reading.headlines import headline_score
from reporter.reading.joint import begins_inside, straddling
from reporter.reading.marked import Marked, neighbours
from reporter.reading.marks import ends_open, unmatched

_OVER_BYLINE = -2.5
"""What a line must have of a headline's looks when a byline stands right below it."""
_KICKER = -1.5
"""The same of the first line of a page, above a headline."""
_UNDER_KICKER = -4.0
_OVER_DATELINE = -1.0
"""The same above 本报讯, over which the end of a cut column may stand: 上半年某区进出口突破1200亿元."""
_OVER_HEADLINE = -3.5
"""The same above a headline with its byline: 一季度产值突破80亿元，同比增长一成."""
_KICKS = 30
_TIMED = re.compile(r"\d{4}年|[今去]年|[一二三四]季度|前[一二三\d]|[上下]半年|\d{1,2}月|“十")
_BELOW = 4
"""Lines below a picture's words in which a sentence goes on that the picture cuts."""
_WORDS = 10
_SURE = 3.0
_FAIR = 2.0
"""How well the rest of a sentence reads that stands elsewhere on the page."""
_CLEARLY = 1.0
"""By how much it must read better than the line that stands there."""
_SEEN = 45
_SHOWN = 100
_TOLD = re.compile(r"[\d“”：；！？]|说|表示|介绍|[两三四五六七八九十]年")
_SHORTEST_ANNOUNCED = 8
_TWO = 2
_UNDER_TOP = frozenset([BlockKind.BODY, BlockKind.HEADLINE])
_FEW = 16
"""Characters of a line that is no beginning of a paragraph cut through: columns are wider."""
_WHOLE = 40
"""Characters of a paragraph that no headline has."""


@cache
def _people_at_work() -> re.Pattern[str]:
    """7月8日，在云岭高新区一家企业的车间里，工人正在组装灯具。: where, who, doing what, as pictures are told."""
    people = one_of(press_words().caption_people)
    return re.compile(
        rf"(?:(?:近日|日前|(?:\d{{1,2}}月)?\d{{1,2}}日)[，,])?[^，,。；：“”]{{4,40}}[，,][^，,。；：“”]{{0,8}}{people}们?"
        r"(?:正在|在|正)[^，,。；：“”]{2,30}。"
    )


def over_items(marked: list[Marked]) -> None:
    """A line that announces a list belongs to the text: 局长列了一张清单： | ——研发平台。……."""
    for line, below in pairwise(marked):
        announces = line.kind is BlockKind.HEADLINE and line.text.endswith(("：", ":"))
        listed = below.kind is BlockKind.BODY and below.text.startswith("——")
        if announces and listed and len(line.text) > _SHORTEST_ANNOUNCED:
            line.kind = BlockKind.BODY


def at_top(marked: list[Marked]) -> None:
    """A short line at a page's top, over a whole paragraph, is a headline, even one that begins with a time."""
    if len(marked) < _TWO or marked[0].kind is not BlockKind.BODY or marked[1].kind not in _UNDER_TOP:
        return
    line, below = marked[:_TWO]
    kicks = below.kind is BlockKind.HEADLINE and not begins_inside(line.text)
    if kicks and headline_score(line.text) >= _KICKER:
        line.kind = BlockKind.HEADLINE  # 上半年工业增加值增速全市第一 | 高新区交出“过半”答卷
    if headline_score(line.text) >= 0 and len(below.text) >= _WHOLE and not begins_inside(below.text):
        line.kind = BlockKind.HEADLINE


def between_paragraphs(marked: list[Marked]) -> None:
    """A line of a few words between two whole paragraphs heads the second: 在217家里找坐标 | 在商务部…."""
    for above, line, below in zip(marked, marked[1:], marked[2:], strict=False):
        if not all(item.kind is BlockKind.BODY for item in (above, line, below)) or len(line.text) > _FEW:
            continue
        whole = not ends_open(above.text) and len(below.text) >= _WHOLE and not begins_inside(below.text)
        if whole and headline_score(line.text) >= 0 and not begins_inside(line.text):
            line.kind = BlockKind.HEADLINE


def over_headlines(marked: list[Marked]) -> None:
    """A line over a headline that has its byline is a kicker, even one that begins with a time and tells of a sum."""
    for i, (line, below, under) in enumerate(zip(marked, marked[1:], marked[2:], strict=False)):
        above = marked[i - 1].text if i else ""
        signed = under.kind is BlockKind.BYLINE or (under.kind is BlockKind.BODY and dateline(under.text)[0])
        if line.kind is not BlockKind.BODY or below.kind is not BlockKind.HEADLINE or not signed:
            continue
        if (
            len(line.text) > _KICKS
            or not _TIMED.match(line.text)
            or any(unmatched(line.text))
            or begins_inside(line.text)
            or (above and straddling(above, line.text)[0] > 0)
        ):
            continue
        if headline_score(line.text) >= (_OVER_HEADLINE if above else _UNDER_KICKER):
            line.kind = BlockKind.HEADLINE


def over_bylines(marked: list[Marked]) -> None:
    """A short line right over a byline is a headline, even one told like a sentence: 跨过一座桥，他把公司开到岛上."""
    for i in range(1, len(marked)):
        line = marked[i - 1]
        below = marked[i].kind is BlockKind.HEADLINE and marked[i].text.startswith("——")  # its second line
        dated = marked[i].kind is BlockKind.BODY and dateline(marked[i].text)[0]
        if not (below or dated or marked[i].kind is BlockKind.BYLINE) or line.kind is not BlockKind.BODY:
            continue
        above = marked[i - 2].text if i > 1 and marked[i - 2].kind is BlockKind.BODY else ""
        goes_on = bool(above) and ends_open(above) and straddling(above, line.text)[0] > 0
        second = i > 1 and marked[i - 2].kind is BlockKind.HEADLINE and not begins_inside(line.text)
        over = _OVER_BYLINE if second or not dated else _OVER_DATELINE
        if second and marked[i - 2].text.endswith(("：", ":", "——")):
            over = _UNDER_KICKER  # 云岭综保区： | 上半年进出口翻番，凭什么 | 本报记者 ……
        least = 0.0 if begins_inside(line.text) and not below else over
        if headline_score(line.text) >= least and not goes_on:
            line.kind = BlockKind.HEADLINE


def pictures(marked: list[Marked]) -> None:
    """Captions without a cue word: a short paragraph at a picture's place, or right above a credit."""
    shown = [item.kind is BlockKind.BODY and _shows_work(marked, i) for i, item in enumerate(marked)]
    for i, item in enumerate(marked):
        if shown[i]:
            item.kind = BlockKind.CAPTION
        if item.kind not in {BlockKind.BODY, BlockKind.HEADLINE} or item.line.level or any(shown[i + 2 : i + 3]):
            continue  # the credit between them is the other's
        follows = marked[i + 1].kind if i + 1 < len(marked) else None
        before = marked[i - 1].kind if i else None
        placed = item.line.gap >= 2 and i > 0
        closed = not ends_open(item.text) and not begins_inside(item.text)
        short = len(item.text) <= 90 and item.text.count("。") <= 2
        if (
            (
                closed
                and short
                and (
                    (placed and follows is BlockKind.CREDIT)
                    or (placed and before is BlockKind.CREDIT and len(item.text) <= 60)
                )
            )
            or (closed and short and follows is BlockKind.CREDIT and _titled_picture(marked, i))
            or (closed and follows is BlockKind.CREDIT and _seen(item.text, marked[i + 1].text))
            or (closed and len(item.text) <= 60 and follows is BlockKind.CREDIT and _within_a_sentence(marked, i))
        ):
            item.kind = BlockKind.CAPTION


def _shows_work(marked: list[Marked], i: int) -> bool:
    """Whether a short paragraph beside a credit tells of people at their work."""
    beside = any(other is not None and other.kind is BlockKind.CREDIT for other in neighbours(marked, i))
    return beside and len(marked[i].text) <= _SHOWN and _people_at_work().match(marked[i].text) is not None


def _seen(words: str, credit: str) -> bool:
    """Whether one short sentence without numbers or speech stands over a photographer's name: what a picture shows."""
    taken = credit.rstrip("）) ").endswith(("摄", "图", "照片", "图片"))
    return taken and len(words) <= _SEEN and words.count("。") <= 1 and not _TOLD.search(words)


def _within_a_sentence(marked: list[Marked], i: int) -> bool:
    """Whether a line stands inside a sentence that was cut: the text above goes on in what stands below, not in it."""
    if not i or not ends_open(marked[i - 1].text):
        return False
    above = marked[i - 1].text
    below = next((item.text for item in marked[i + 1 : i + _BELOW] if item.kind is BlockKind.BODY), "")
    return (_fit(above, below) if below else _FAIR) > _fit(above, marked[i].text) + _CLEARLY


def _fit(above: str, below: str) -> float:
    """How well one text reads with another over a cut."""
    fit = straddling(above, below)[0] + sum(goes_on(last_kinds(above[-_WORDS:]), first_kinds(below[:_WORDS])))
    return fit + (_SURE if speaks_over(above, below) else 0.0)


def _titled_picture(marked: list[Marked], i: int) -> bool:
    """Whether a lone short line stands over a paragraph, below a text that is finished: the title of a picture."""
    return (
        i >= 2
        and marked[i - 1].kind is BlockKind.HEADLINE
        and not marked[i - 1].line.level
        and len(marked[i - 1].text) <= 14
        and marked[i - 2].kind is BlockKind.BODY
    )
