"""Lists of who is ahead: the bound or place that they share is no figure, and each one's number stands in brackets.

增速|超过10%的开发区有3家|：甲区（12.1%）、乙区（11.4%）……     12.1% is a growth rate
营收|过千亿元的有|甲区（1860亿元）、乙区（1740亿元）……          千亿元 is a bound of all of them
实际使用外资|排前三位的是|甲区（3.2亿美元）……                  a place of nobody's
产值|最高的是|甲区（860亿元），其次是乙区（740亿元）             860亿元 is output value
在|实际利用外资|单项排名中，甲区以6300万美元居首                6300万美元 is foreign capital
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.owner import RATES
from reporter.model import Relation

AHEAD = "the field in which somebody is ahead"
_SUCH = r"[^，。；：（）]{0,10}?(?:是|有|为|分别|依次|包括)"
_BOUND = re.compile(rf"的{_SUCH}(?=[^，。；：（）\d]{{2,14}}（)|的{_SUCH}[：:]")
_PLACED = re.compile(rf"位?的{_SUCH}")
_SHARED = re.compile(
    r"(?:均|都|已)?(?:超过?|过|突破|高于|逾|达到?|排[名在]?|居|列|位居|位列)[^，。；：（）]{1,10}的"
    rf"{_SUCH}|最[^，。；：（）]{{1,2}}的{_SUCH}"
)
_LEADS = re.compile("[，]?(?:居|列|位居|位列|名列|排|领跑|领先|夺|拔|摘|登|蝉联|荣登)")
_FIELD = re.compile(
    r"(?:在|从)?(?P<core>[^，。；：（）\d]{2,12}?)(?:单项|指标|方面|一项|这项|这一指标)?(?:的?(?:排名|排行|比拼|排行榜|榜单))?"
    r"(?:当?中|上|里|方面|看|来看)，"
)
_ZONES = re.compile("[区园县市省]\\Z")
_SHORTEST = 2
_AMONG = ("全国", "全省", "全市", "全区", "全县", "省内", "市内", "国内", "全自治区")
_UNNAMED = frozenset(["", "有", "是", "为"])


def bounds_all(frame: Frame) -> bool:
    """Whether a number is only the bound or the place that those of a list share."""
    text, end = frame.sentence.text, frame.quantity.end
    if frame.quantity.text.startswith("前") or text.startswith("前", frame.quantity.start - 1):
        return _PLACED.match(text, end) is not None
    return frame.quantity.text.startswith(("超", "过", "逾")) and _BOUND.match(text, end) is not None


def measured(frame: Frame, measure: Measure) -> None:
    """Name what a number is of by which somebody is ahead, behind 以 or in brackets; `measure` is changed in place."""
    tokens, at = frame.tokens, frame.at
    by_value = measure.metric.startswith("以") or (at and tokens[at - 1].text == "以")
    leads = by_value and _LEADS.match(frame.sentence.text, frame.quantity.end) is not None
    if leads and measure.metric.startswith("以") and len(measure.metric) > _SHORTEST:
        measure.metric, measure.core = measure.metric[1:], measure.core.removeprefix("以")
    elif leads and at and tokens[at - 1].text == "以" and frame.quantity.unit != "分":
        _with_value(frame, measure)
    elif measure.core.removesuffix("金额") in _UNNAMED and _behind_zone(frame):
        _in_brackets(frame, measure)


def _behind_zone(frame: Frame) -> bool:
    """Whether a number stands in brackets right behind a zone: 甲区（|1860亿元|）."""
    tokens, opened = frame.tokens, frame.at - 1
    while opened > 0 and tokens[opened].kind in "DB" and not tokens[opened].text.startswith(("（", "(")):
        opened -= 1
    return opened > 0 and tokens[opened].text.startswith(("（", "(")) and tokens[opened - 1].role == "zone"


def _in_brackets(frame: Frame, measure: Measure) -> None:
    """What the list shares to which the bracket belongs: 营收 of 营收过千亿元的有甲区（1860亿元）."""
    tokens, sentence = frame.tokens, frame.sentence
    shared = list(_SHARED.finditer(sentence.text, sentence.start, frame.quantity.start))
    if not shared:
        return
    last = next((i for i, t in enumerate(tokens) if t.end > shared[-1].start()), 0)
    while last and tokens[last - 1].kind == "D":
        last -= 1
    first = last
    while first and tokens[first - 1].kind in "NMA" and tokens[first - 1].role not in ("zone", "place"):
        first -= 1
    while first < last and tokens[first].text in _AMONG:
        first += 1
    if core := frame.words(first, last):
        measure.metric = measure.core = core
        measure.relation = Relation.GROWTH if core.endswith(RATES) else measure.relation
        measure.rule = "what a list shares"


def _with_value(frame: Frame, measure: Measure) -> None:
    """With what somebody is ahead: the field that the sentence names before; a doubt where it names none."""
    sentence = frame.sentence
    fields = [m["core"] for m in _FIELD.finditer(sentence.text, sentence.start, frame.quantity.start)]
    named = next((core for core in reversed(fields) if not _ZONES.search(core)), "")
    if named:
        measure.metric = measure.core = named
        measure.rule = AHEAD
    elif measure.metric.startswith(("在", "以")):
        measure.metric = measure.core = ""
