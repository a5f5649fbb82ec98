"""Grants that a policy pairs with whom they go to, in order.

对国家级、省级领军人才创办的企业，分别给予300万元、100万元启动资金     国家级领军人才创办的企业启动资金, 省级…
新引进的博士、硕士，在区内购房的，分别补贴12万元、8万元              新引进的博士补贴, 硕士补贴
对年销售额首次超过5000万元、1亿元的电商，分别奖励10万元、20万元       年销售额首次超过5000万元的电商奖励, …
对高层次人才，A、B类分别发放安家费100万元、50万元                  A类高层次人才安家费, B类…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.terms import GIVING
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

RULE = "分别: grants paired with whom they go to"
_AND = re.compile("、|以及|和|及|与")
_OPENER = re.compile("^(?:对于?|凡|给)(?=.)")
_NUMBER = re.compile(r"\d[\d.]*[余多]?[万亿]*(?:美)?[元亩人家个名吨]")
_CLASS = re.compile("^[A-Z一二三四五甲乙丙]?[类级档等]")
_MEASURED = "类级档等型"
_PARALLEL = 4
"""Characters in which the class of the last entry must stand: 省级|领军人才创办的企业."""
_RECEIVER = re.compile("(?:^|[，。；：])(?:对于?|凡|给)(?P<who>[^，。；：]{2,30})，$")
_LONGEST = 14


def pair(frame: Frame, cue: int, run: Sequence[Frame], measures: Sequence[Measure], words: FigureWords) -> bool:
    """Name each of several grants behind 分别 (token `cue`); `measures` are changed in place. False where none are."""
    tokens = frame.tokens
    paid = cue + 1
    if paid >= frame.at or not (tokens[paid].text in GIVING or words.rewards.match(tokens[paid].text)):
        return False
    reward = frame.words(paid + 1, frame.left_end) or run[-1].words(run[-1].noun, run[-1].noun_end)
    if not reward and tokens[paid].text in GIVING:
        return False
    names = _names(frame, cue, len(run))
    if not names:
        return False
    for name, measure in zip(names, measures, strict=True):
        measure.metric = measure.core = f"{name}{reward or tokens[paid].text}"
        measure.head, measure.owner, measure.relation = reward, NOBODY, Relation.LEVEL
        measure.rule, measure.cue, measure.base = RULE, (cue, paid + 1), -1
        measure.doubts.clear()
    return True


def _names(frame: Frame, cue: int, count: int) -> list[str]:
    """Whom so many grants go to: told right before 分别, or in a clause before; empty where nothing pairs."""
    sentence, tokens = frame.sentence, frame.tokens
    start = max(sentence.start, sentence.text.rfind("；", sentence.start, tokens[cue].start) + 1)
    own = frame.words(frame.first, cue).strip()
    before = sentence.text[start : tokens[frame.first].start]
    if own:
        names = _parted(own, count)
        receiver = _RECEIVER.search(before) if names else None
        who = receiver["who"].rpartition("的")[2] if receiver else ""
        return [f"{name}{who if len(who) <= _LONGEST else ''}" for name in names]
    for clause in reversed(re.split("，", before.rstrip("，"))):
        if names := _parted(_OPENER.sub("", clause), count):
            return names
    return []


def _parted(words: str, count: int) -> list[str]:
    """The entries of a list of so many, each with what the last or the first tells for all."""
    parts = [part.strip() for part in _AND.split(words)]
    if len(parts) != count or not all(parts):
        return []
    first, last = parts[0], parts[-1]
    bounds = [_NUMBER.search(part) for part in parts]
    if bounds[0] and bounds[-1] and all(b and (n == 0 or b.start() == 0) for n, b in enumerate(bounds)):
        head, tail = first[: bounds[0].start()], last[bounds[-1].end() :]
        return [f"{head}{bound.group()}{tail}" for bound in bounds if bound]
    if (letter := _CLASS.match(last)) and all(len(part) == 1 for part in parts[:-1]):
        return [*(f"{part}{letter.group()[-1]}{last[letter.end() :]}" for part in parts[:-1]), last]
    at = last.find(first[-1], 0, _PARALLEL)
    if first[-1] in _MEASURED and at > 0 and len(first) <= _PARALLEL:
        return [*(f"{part}{last[at + 1 :]}" for part in parts[:-1]), last]
    return parts
