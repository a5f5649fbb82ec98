"""Lists whose numbers are told apart only by their order: A和B分别增长3%和5%.

9月和10月，新登记户数分别占…的68.7%和69.1%     times paired with numbers
规上工业增加值、固定资产投资分别增长8.1%和12.3%   metrics paired with numbers
甲区、乙区分别完成产值10亿元、20亿元              owners paired with numbers
"""

from __future__ import annotations

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import Measure
from reporter.extraction.figures.owner import Owner, OwnerKind
from reporter.lexicon.figures import FigureWords


def distribute(frames: list[Frame], measures: list[Measure], words: FigureWords) -> None:
    """Give each number of a 分别 list its own item; `measures` are changed in place."""
    done = -1
    items: list[str] = []
    for index, frame in enumerate(frames):
        if index <= done:
            continue
        cue = next((i for i in range(frame.first, frame.at) if frame.tokens[i].text in words.paired), -1)
        if cue < 0:
            continue
        run = [index]
        while run[-1] + 1 < len(frames) and frames[run[-1] + 1].listed and frames[run[-1] + 1].first == frame.first:
            run.append(run[-1] + 1)
        done = run[-1]
        if len(run) < 2:
            continue
        named = _items(frame, frame.first, cue)
        if len(named) == len(run):
            items = named
        held = items if len(items) == len(run) else []
        if not held and index >= len(run) and not frame.words(frame.first, cue).replace("同比", "").replace("环比", ""):
            held = _cores(measures[index - len(run) : index])
        times = _times(frame, cue, len(run)) if not held else []
        _give(frame, cue, run, measures, held, words)
        for order, token in enumerate(times):
            measures[run[order]].time = token


def _cores(before: list[Measure]) -> list[str]:
    """What the figures before a list without items measured: 签约项目33个、总投资276亿元，同比分别增长17%和34%."""
    return [measure.core or measure.metric for measure in before]


def _times(frame: Frame, cue: int, count: int) -> list[int]:
    """The tokens of the times that a list pairs with its numbers: 9月和10月，……分别占68.7%和69.1%."""
    times = [i for i in range(cue) if frame.tokens[i].kind == "T"]
    for first in range(len(times) - count + 1):
        group = times[first : first + count]
        if all(b - a == 2 and frame.tokens[a + 1].kind == "L" for a, b in zip(group, group[1:], strict=False)):
            return group
    return []


def _owner(item: str, words: FigureWords) -> Owner:
    """An item of a list of owners; what kind it is shows later."""
    last = item[-3:]
    if last[-1:] in ("区", "园") or last in words.zone:
        return Owner(item, OwnerKind.ZONE, 0)
    return Owner(item, OwnerKind.ORGANISATION, 0)


def _items(frame: Frame, first: int, cue: int) -> list[str]:
    """The items of the list before 分别: split at 、 和 及 与; what stands before the first is no part of them."""
    tokens = frame.tokens
    while first < cue and tokens[first].kind in "TCXD":
        first += 1
    parts, start = [], first
    for i in range(first, cue):
        if tokens[i].kind == "L":
            parts.append(frame.words(start, i))
            start = i + 1
    parts.append(frame.words(start, cue))
    return [part for part in parts if part]


def _give(
    frame: Frame, cue: int, run: list[int], measures: list[Measure], items: list[str], words: FigureWords
) -> None:
    tokens = frame.tokens
    tail = frame.words(cue + 1, frame.left_end) if frame.left_end > cue + 1 else ""
    verb = frame.words(cue + 1, frame.at)
    first = measures[run[0]]
    for order, index in enumerate(run):
        measure = measures[index]
        measure.relation, measure.base, measure.rule = first.relation, first.base, "分别: paired in order"
        measure.cue = (cue, cue + 1)
        if not items:
            measure.metric, measure.core, measure.owner = first.metric, first.core, first.owner
            continue
        item = items[order]
        if tail and words.indicator_end_re.search(tail):
            measure.owner, measure.core, measure.metric = _owner(item, words), tail, tail
        elif tokens[cue + 1].role in ("grow", "fall", "act", "reach") or verb.startswith(
            ("同比", "环比", "占", "较", "比")
        ):
            measure.core = item
            measure.metric = item + (
                verb.removesuffix("的") if not verb.startswith("占") else verb.removesuffix("的") + "比重"
            )
        else:
            measure.core = measure.metric = item
