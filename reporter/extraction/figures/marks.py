"""What a figure carries beside its metric: what it sorts, the words that decided, its hedge and its name."""

from __future__ import annotations

from hashlib import blake2b

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.lexicon.figures import FigureWords
from reporter.model import Evidence, Figure, Qualifier, Status

_HEDGES = {
    "约占": Qualifier.ABOUT,
    "大约": Qualifier.ABOUT,
    "约": Qualifier.ABOUT,
    "近": Qualifier.UNDER,
    "超": Qualifier.OVER,
}


def sorted_by(frame: Frame, earlier: list[Figure], words: FigureWords) -> Figure | None:
    """22个 of 22个项目启动，计划投资52亿元，其中装备项目|9个|: what a part sorts, over a promise of something else."""
    if frame.quantity.unit not in words.classifiers or len(earlier) < 2:
        return None
    among = frame.sentence.text.rfind("其中", frame.sentence.start, frame.quantity.start)
    before = [figure for figure in earlier if figure.mentions[0].offset < among]
    if among < 0 or not before or before[-1].status is not Status.TARGET:
        return None
    counted = [figure for figure in before if figure.unit == frame.quantity.unit]
    # 企业从312家增加到600家，其中外企|不少于10家| sorts what is promised
    return counted[0] if counted and counted[-1].status is Status.ACTUAL else None


def deciding(frame: Frame, measure: Measure) -> tuple[str, int, int]:
    """The words that decided a metric, and where they stand in the sentence."""
    first, last = measure.cue
    if first < 0:
        return "", -1, -1
    start, end = frame.tokens[first].start, frame.tokens[last - 1].end
    return frame.sentence.text[start:end], start - frame.sentence.start, end - frame.sentence.start


def hedge(frame: Frame, words: FigureWords) -> Qualifier:
    """The quantity's own hedge, or one that a word before it gives: 最高奖励20万元, 最快6小时."""
    if frame.quantity.qualifier is not Qualifier.EXACT:
        return frame.quantity.qualifier
    hedged = not (
        words.upto.isdisjoint(frame.led) and words.atleast.isdisjoint(frame.led) and frame.led.isdisjoint(_HEDGES)
    )
    for index in range(max(frame.first, frame.at - 6), frame.at) if hedged else ():
        text = frame.tokens[index].text
        if index >= frame.at - 3 and text in words.upto:
            return Qualifier.UPTO
        if index >= frame.at - 3 and text in words.atleast:
            return Qualifier.OVER
        if text in _HEDGES and (
            text == "约占" or (index + 1 < frame.at and frame.tokens[index + 1].text.startswith("占"))
        ):
            return _HEDGES[text]
    if frame.link >= 0 and frame.tokens[frame.link].text in ("突破", "超过", "超", "逾", "跨越"):
        return Qualifier.OVER
    return Qualifier.EXACT


def stable_id(evidence: Evidence) -> str:
    """A stable name: the same place of the same source always has it."""
    key = f"indicator|{evidence.source}|{evidence.source_start}|{evidence.source_end}|{evidence.text}"
    return blake2b(key.encode(), digest_size=5).hexdigest()
