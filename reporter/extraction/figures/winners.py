"""Lists of who is ahead: the bound or place that they share is no figure, and each one's number stands in brackets.

    增速|超过10%的开发区有3家|：甲区（12.1%）、乙区（11.4%）……     12.1% is a growth rate
    营收|过千亿元的有|甲区（1860亿元）、乙区（1740亿元）……          千亿元 is a bound of all of them
    实际使用外资|排前三位的是|甲区（3.2亿美元）……                  a place of nobody's
    产值|最高的是|甲区（860亿元），其次是乙区（740亿元）             860亿元 is output value
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.ranks import RATES
from reporter.model import Relation

_SUCH = r"[^，。；：（）]{0,10}?(?:是|有|为|分别|依次|包括)"
_BOUND = re.compile(rf"的{_SUCH}(?=[^，。；：（）\d]{{2,14}}（)|的{_SUCH}[：:]")
_PLACED = re.compile(rf"位?的{_SUCH}")
_SHARED = re.compile(
    r"(?:均|都|已)?(?:超过?|过|突破|高于|逾|达到?|排[名在]?|居|列|位居|位列)[^，。；：（）]{1,10}的"
    rf"{_SUCH}|最[^，。；：（）]{{1,2}}的{_SUCH}"
)
_AMONG = ("全国", "全省", "全市", "全区", "全县", "省内", "市内", "国内", "全自治区")
_UNNAMED = frozenset(["", "有", "是", "为"])


def bounds_all(frame: Frame) -> bool:
    """Whether a number is only the bound or the place that those of a list share."""
    text, end = frame.sentence.text, frame.quantity.end
    if "位" in frame.quantity.text or text.startswith("位", end) or frame.quantity.text.startswith("前"):
        return _PLACED.match(text, end) is not None
    return frame.quantity.text.startswith(("超", "过", "逾")) and _BOUND.match(text, end) is not None


def measured(frame: Frame, measure: Measure) -> None:
    """Name what the number right behind a zone in brackets is of; `measure` is changed in place."""
    tokens, at = frame.tokens, frame.at
    opened = at - 1
    while opened > 0 and tokens[opened].kind in "DB" and not tokens[opened].text.startswith(("（", "(")):
        opened -= 1
    if measure.core not in _UNNAMED or opened < 1 or not tokens[opened].text.startswith(("（", "(")):
        return
    if tokens[opened - 1].role != "zone":
        return
    sentence = frame.sentence
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
