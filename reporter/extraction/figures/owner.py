"""Whose number it is, as far as the clause itself says: the words at its front that name an owner.

廊坊经开区|实际利用外资   骆驼集团|投资   比亚迪零部件产业园项目|总投资   我们公司|服务外贸企业   武汉华星光电的|研发投入
"""

from __future__ import annotations

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.tokens import Token
from reporter.lexicon.figures import FigureWords

_RUN = frozenset("NMRFL")


def split(frame: Frame, words: FigureWords) -> tuple[str, int]:
    """The owner named at the front of a figure's left side (empty if none), and where the rest begins."""
    tokens, start, end = frame.tokens, frame.left, frame.left_end
    if frame.listed or frame.nested:
        return "", start
    run = start
    while run < end and tokens[run].kind in _RUN and not _verbal(frame, tokens, start, run, end, words):
        run += 1
    if run == start:
        return "", start
    stop = _owner_end(frame, tokens, start, run, end, words)
    if stop <= start:
        return "", start
    owner = frame.words(start, stop)
    while stop < end and tokens[stop].kind in "UXC":
        stop += 1
    return owner, stop


def _owner_end(frame: Frame, tokens: list[Token], start: int, run: int, end: int, words: FigureWords) -> int:
    """Where the owner at the front ends; `run` is the end of the nouns there."""
    pivot = run < end and tokens[run].kind != "U"
    if pivot and run > start:
        return run
    for i in range(run, start, -1):
        text = tokens[i - 1].text
        rest = frame.words(i, end)
        if i == end or not rest:
            continue
        front = frame.words(start, i)
        if text in words.zone or text.endswith(("区", "园")) and len(front) > 2 and i > start and _zoney(text, words):
            return i
        if front in words.company or front in words.project:
            if rest.lstrip("的") not in words.counts and front not in ("企业",):
                return i
        if words.organisation_re.search(front) and len(front) >= 3:
            return i
        if words.thing_re.search(front) and words.indicator_end_re.search(rest):
            return i
    if (
        run < end
        and tokens[run].kind == "U"
        and run - start <= 3
        and words.indicator_end_re.search(frame.words(run + 1, end))
    ):
        if frame.words(run + 1, end) not in words.counts:
            return run
    return start


def _zoney(text: str, words: FigureWords) -> bool:
    """Whether a word is a kind of zone."""
    return any(text.endswith(zone) for zone in words.zone if len(zone) > 2 and zone.endswith(("区", "片区")))


def _verbal(frame: Frame, tokens: list[Token], start: int, at: int, end: int, words: FigureWords) -> bool:
    """Whether a noun that may be a verb is one here: 骆驼集团|投资, 今年|服务外贸企业, but 工业技改投入."""
    if tokens[at].role not in ("act", "have"):
        return False
    front = frame.words(start, at)
    if at == start:
        return at + 1 < end
    if owns(front, tokens[at - 1].text, words):
        return True
    if words.indicator_end_re.search(frame.words(start, at + 1)):
        return False
    return at + 1 < end and not words.indicator_end_re.search(frame.words(at, end))


def owns(front: str, last: str, words: FigureWords) -> bool:
    """Whether words name an owner: a zone, an organisation, a project, or a word that stands for one."""
    return (
        front in words.company
        or front in words.project
        or last in words.zone
        or _zoney(last, words)
        or (len(front) >= 3 and bool(words.organisation_re.search(front)))
        or (len(front) >= 3 and bool(words.thing_re.search(front)))
    )
