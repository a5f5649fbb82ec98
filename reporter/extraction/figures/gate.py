"""Which number expressions are figures that a brief may use.

Out: dates, ordinals, names and idioms (the language room says so), lengths of time that only date something
(近三年, 24小时预约), one-digit counts in words (两家, 一条生产线), sizes inside a product's name (128层, 4.3米焦炉),
thresholds that only define what is counted (计划投资5000万元以上工业项目17个).
"""

from __future__ import annotations

from reporter.extraction.figures.frame import CLASSIFIERS, Frame
from reporter.language.spans import Quantity, QuantityKind
from reporter.lexicon.figures import FigureWords

_TIMES = frozenset(["年", "月", "个月", "天", "日", "周", "小时", "分钟", "秒", "工作日"])
_SPECS = frozenset(
    [
        "层",
        "代",
        "级",
        "强",
        "纳米",
        "微米",
        "毫米",
        "英寸",
        "℃",
        "度",
        "核",
        "位数",
        "岁",
        "届",
        "期",
        "周年",
        "米",
        "厘米",
        "伏",
        "千伏",
    ]
)
_SMALL = 100
"""A number without a unit is a figure only from here on (45k wafers); 约为1 is none."""
_IN_WORDS = "一二两三四五六七八九十几"
_COUNTED_IN_WORDS = frozenset(["家", "人", "名", "元", "美元", "%", "百分点", "倍", "亩", "平方米", "平方公里"])


def is_candidate(quantity: Quantity) -> bool:
    """Whether the expression can be a figure, before its clause is looked at."""
    if quantity.kind is QuantityKind.RANK:
        return True
    if quantity.kind is not QuantityKind.FIGURE or quantity.unit in _SPECS:
        return False
    first = quantity.text.lstrip("近约超逾上每达共仅")[:1]
    if first and first in _IN_WORDS:
        if quantity.unit in _TIMES:
            return True
        if first == "两" and quantity.unit in ("家", "名") and quantity.text == "两" + quantity.unit:
            return True
        if quantity.value <= 2 and quantity.unit not in ("%", "百分点", "倍", "番"):
            return False
        return quantity.value >= 10 or quantity.unit in _COUNTED_IN_WORDS
    return True


def is_figure(frame: Frame, words: FigureWords) -> bool:
    """Whether the expression is a figure of its clause."""
    quantity, text = frame.quantity, frame.sentence.text
    before, after = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 6]
    if (
        not quantity.unit
        and quantity.value < _SMALL
        and not frame.words(frame.left, frame.left_end).endswith(("指数", "值"))
    ):
        return False
    if first_two(quantity.text) and (
        before.endswith(("这", "那", "该", "其", "前", "每")) or frame.noun_end <= frame.noun
    ):
        return False
    if quantity.unit in _TIMES:
        return _measures_time(before, after, words)
    if frame.nested:
        return False
    return not _threshold(frame)


def first_two(text: str) -> bool:
    """Whether the expression is 两家 or 两名: a figure only where it stands for itself (两家口罩企业日产能…)."""
    return text in ("两家", "两名")


def _measures_time(before: str, after: str, words: FigureWords) -> bool:
    if after.startswith(
        ("内", "来", "以来", "前", "后", "之内", "之后", "间", "期", "预约", "不打烊", "经济圈")
    ) and not after.startswith("内办"):
        return False
    match = None
    for match in words.duration_before.finditer(before):
        pass
    near = match is not None and len(before) - match.end() <= 2
    return near or bool(words.duration_after.match(after))


def _threshold(frame: Frame) -> bool:
    """计划投资5000万元以上|工业项目17个: a bound that only says which ones are counted."""
    if frame.quantity.unit in CLASSIFIERS or frame.after < 0:
        return False
    bound = frame.quantity.text.endswith(("以上", "以下", "以内"))
    if bound and frame.after == frame.at + 1:
        return True
    return (
        bound
        and frame.noun_end > frame.noun
        and frame.noun_end == frame.after
        and frame.tokens[frame.after].text[-1:] in CLASSIFIERS
    )
