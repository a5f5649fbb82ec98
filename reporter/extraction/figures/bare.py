"""Metrics that are but a verb, or nothing: what is meant stands in the clause or the figure before.

企业每招一名学徒，|补|800元                 for whom the money is
有近洋航线9条，新开了4条，|停|了2条             of the things counted before
产汽车36.5万辆，某公司|一家就贡献|了8.7万辆       of the same as before
全区的常住人口，2013年底不足3万，2016年底5.8万   the clause at the front names it
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.lexicon.figures import FigureWords

_GIVEN = frozenset(["补", "奖", "给", "发", "再补", "再奖", "补助", "奖励", "补贴"])
_FOR = re.compile(
    r"(?:\A|[。；，：])(?P<who>(?:对|给)?[^，。；：\d]{0,16}(?:每[^，。；：\d]{2,12}|[^，。；：\d]{3,16}的))，\Z"
)
_ON_THINGS = frozenset(["停", "停了", "撤", "撤了", "关", "关了", "拆", "新开", "新开了", "停开", "加开", "裁"])
_OF_THE_SAME = frozenset(
    [
        "缴",
        "缴了",
        "上缴",
        "缴纳",
        "交了",
        "一家贡献",
        "贡献",
        "干",
        "干出",
        "做",
        "做出",
        "创下",
        "卖",
        "卖出",
        "拿出",
        "一家产",
        "定",
        "年初定",
        "独揽",
        "拿走其中",
        "拿走",
    ]
)
_NOTHING = frozenset(["", "到", "数到", "是", "达到", "有"])
_TOPIC = re.compile(r"(?:[^，。；：\d]*，)*?(?P<what>[^，。；：\d]{2,20})，(?=[^，]*\d)")
"""The last clause before the first number."""


def named(frame: Frame, measure: Measure, before: Sequence[Measure], words: FigureWords) -> str:
    """The metric with what its bare verb leaves out; as it is where it is none. `before` were told before it."""
    metric = measure.metric
    text, first = frame.sentence.text, frame.tokens[frame.first].start
    if metric in _GIVEN and (receiver := _FOR.search(text[frame.sentence.start : first])):
        return f"{receiver['who'].removesuffix('的').lstrip('对给')}{metric}"
    things = (m for m in reversed(before) if m.unit and m.unit == measure.unit)
    same = next((m for m in things if (m.head or m.core) and m.core not in _ON_THINGS), None)
    if metric in _ON_THINGS and same is not None:
        return f"{metric.removesuffix('了')}{same.head or same.core}"
    if metric in _OF_THE_SAME and same is not None:
        return same.core or same.metric
    if metric in _NOTHING and (topic := _TOPIC.match(text, frame.sentence.start, first)):
        what = topic["what"].rpartition("的")[2] or topic["what"]
        return what if words.indicator_end_re.search(what) or what.endswith("人口") else metric
    return metric
