"""What came behind a stage is done, though most stages promise: in a month that is over, as a feat, in use.

去年6月投用后，利用率达到92%           the month is over
投产后首个季度就实现产值1.4亿元          a feat
平台上线后，服务企业1200家            what is in use has served
投产后，饰品出口从无到有，做到8亿元       how it began is told, too
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame

_WILL = re.compile("将(?!近)|预计|可(?!比)|有望|计划|力争|达到?$|年产|年处理|年销售|年纳税")
_ABLE = re.compile("年产|年处理")
_FEAT = re.compile(
    r"(?:首个?|第一个?|当)(?:季度?|月|年|周|天|日)[^，。；]{0,4}[就便即](?:已|实现|达|突破|完成|卖|接|拿|做|创)"
)
_GREW = re.compile("从无到有|从零|[，、](?:已|现已|目前)|做到了?\\Z|变成了?\\Z")
_IN_USE = re.compile("(?:投用|投运|投入使用|投入运营|上线|启用|开通|运营|运行|通车|落地)(?:之|以)?后\\Z")
_SERVED = re.compile(
    "[，,]?(?:今年|去年|[上下]半年|前[^，。；]{1,4}月|[一二三四]季度)*(?:共|先后|陆续|平均|日均|月均|年均)?(?:处理|服务|办理|接待|受理|发放|接卸|吞吐|开行|发送|验放|保障|促成|帮助|吸引|引来|招来|签下|完成|累计|收到|解决|惠及|覆盖了)"
)
"""一期投用后，|处理|订单600万单: what such a place does, told without a promise."""


def dated(frame: Frame, i: int) -> bool:
    """Whether a stage was reached in a month that is told as past, and nothing promises what came of it."""
    tokens = frame.tokens
    if not tokens[i].text.endswith("后"):
        return False
    start = frame.sentence.kinds.rfind("B", 0, i) + 1
    months = [t for t in tokens[start:i] if t.kind == "T" and "月" in t.text and "明年" not in t.text]
    told = frame.words(start, frame.at)
    if any(t.role == "past" for t in months):
        told = _ABLE.sub("", told).removesuffix("达到")  # 去年6月投用后，利用率达到92%, 年产能80万吨
    return bool(months) and not _WILL.search(told)


def told_as_done(frame: Frame, i: int) -> bool:
    """Whether what came behind a stage is told as a feat that is done: 首月|就|实现, 当年|便|达到."""
    if not frame.tokens[i].text.endswith("后"):
        return False
    text = frame.words(i + 1, frame.at)
    if _WILL.search(text):
        return False
    begins = frame.sentence.text[frame.sentence.start : frame.tokens[i].end]
    served = _IN_USE.search(begins) is not None and _SERVED.match(text) is not None
    return served or _FEAT.search(text) is not None or _GREW.search(text) is not None
