"""Blocks: what each line of a page is for.

    湖北自贸区：                      kicker
    改革创新红利吸引高端产业集聚          headline
    本报记者 柳洁 通讯员 何英            byline
    促进高质量发展                     banner
    湖北自贸区是唯一被国家定位为……。      body
    武汉片区：剑指“芯屏端网”            subhead
    图为……生产线。                    caption
    (资料图片)                        credit
    本版编辑 陈郁 周颖一               editor

A line alone says little (营造良好营商环境 may be a banner or a subhead); its neighbours say the rest.

`alone` asks the line, `surroundings` and `fragments` its neighbours, `headgroups` which short lines open an article,
and `strayed` finds those that stand away from theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from reporter.reading.alone import alone
from reporter.reading.fragments import fragments
from reporter.reading.headgroups import opened
from reporter.reading.lines import Line
from reporter.reading.marked import Head, Marked
from reporter.reading.strayed import strayed
from reporter.reading.surroundings import at_top, between_paragraphs, over_bylines, over_headlines, over_items, pictures


def mark(lines: Sequence[Line], *, titled: bool = False) -> tuple[list[Marked], list[Head]]:
    """Every line with its kind, and the headline groups of the page.

    `titled` says that the file itself names the article, so that a first short line need not be its headline.
    """
    marked = [alone(line) for line in lines]
    at_top(marked)
    between_paragraphs(marked)
    over_items(marked)
    over_bylines(marked)
    over_headlines(marked)
    pictures(marked)
    fragments(marked)
    heads = opened(marked, titled=titled)
    strayed(marked, heads)
    return marked, heads
