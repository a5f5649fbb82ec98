"""A time behind the number that says when what is counted is finished, handed over or at work.

三期9栋仓库7月份交付              July, which is still to come where the page is of April
剩下的11个明年一季度收尾               of next year
园区9栋仓库，7月份交付三期         no: the time is of another clause
引进12家企业7月份入驻                  no: what is counted is not the clause's subject
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reporter.extraction.figures.frame import Frame
from reporter.language.spans import Period
from reporter.lexicon.units import MONEY

COMPLETED = "the time behind it at which it is done"
_NOUN = re.compile(r"[^，。；：、\d的了“”（）]{0,12}")
_DONE = re.compile(
    "(?:底|初|[上中下]旬)?前?(?:将|可|就|即可|就能|能|正式|全部|全面|陆续|相继|集中|预计|有望|计划)*"
    "(?:(?P<begun>开工|动工|开建)|交付|交房|收尾|到岗|到位|投产|投用|投运|完工|竣工|启用|通车|通航|建成|开业|开园|封顶|上线|入驻|入住|量产|达产|出货)"
    "(?:使用|运营|投用|投产|通车)?(?=[，。；！？]|\\Z)"
)
_THINGS = frozenset(["个", "家", "项", "栋", "条", "座", "处", "幢", "宗"])
"""What is begun as a thing; how much of a thing is begun (二期|3万吨|年底开工) is not told by that."""
_REST = frozenset(["剩下", "余下", "剩余", "其余", "另外", "另有", "还有", "其他"])
_PLAIN = "NMARLUCDT"
"""Kinds of words that a subject is made of."""
_PAST = "month+past"


def completion(frame: Frame, own: Sequence[Period]) -> Period | None:
    """The time at which what a figure counts is finished; `own` are the times of its sentence."""
    behind = next((p for p in own if p.start >= frame.quantity.end), None)
    return _to_come(behind) if behind is not None and says_when(frame, behind) else None


def says_when(frame: Frame, behind: Period) -> bool:
    """Whether a time behind the number says when what is counted is done, and the clause tells nothing else."""
    quantity, text = frame.quantity, frame.sentence.text
    if behind.start < quantity.end or frame.after >= 0 or quantity.unit in MONEY or quantity.unit == "%":
        return False
    done = _DONE.match(text, behind.end) if _NOUN.fullmatch(text, quantity.end, behind.start) else None
    if done is None or (done["begun"] and quantity.unit not in _THINGS):
        return False
    return _is_subject(frame, behind)


def _is_subject(frame: Frame, behind: Period) -> bool:
    """Whether the number with its noun is what the clause is about: no verb before the time behind it."""
    led = frame.tokens[frame.first : frame.at]
    between = [t for t in frame.tokens[frame.at + 1 : frame.last] if t.end <= behind.start]
    return all(t.kind in _PLAIN or t.text in _REST for t in led) and all(t.kind in "NMA" for t in between)


def _to_come(period: Period) -> Period:
    """A month that has not come is this year's, not last year's, where nothing says that it is over: |7月份|交付."""
    if period.rule != _PAST:
        return period
    value = re.sub(r"\d{4}(?=-)", lambda year: str(int(year.group()) + 1), period.value)
    return replace(period, value=value, future=True, rule="month")
