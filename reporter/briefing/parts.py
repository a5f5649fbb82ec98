"""Parts and their wholes: 集中签约32个项目。其中……现代服务业项目8个 are eight of the thirty-two.

A part that stands alone on a page passes for the whole. So it never leads, stands on no card, and a sentence on it
names the whole first: 集中签约项目中，现代服务业项目8个. Where the source counts no whole, there is no such sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.language.sharing import OF_THESE
from reporter.model import Figure, Relation, Scope

_ANEW = re.compile(r"[，；,;](?:全年|今年|去年|上半年|目前|截至|预计|力争|计划)")  # no longer of these
_OF_PLACE = re.compile(
    r"[；;](?:完成|实现)?(?:地区生产总值|GDP|规模以上|规上|实际(?:利用|使用|到账)外资|合同(?:利用)?外资|引进(?:内资|外资)|"
    r"固定资产投资|外贸进出口|(?:上缴)?税收|财政收入|一般公共预算收入)"
)
"""新增企业86户，其中外资企业9户；|实际利用外资|2亿美元: what only a place has begins anew."""
_COUNTS = ("个", "家", "项", "名", "人", "条", "件", "所", "款", "亩")
_SHORTEST = 4  # of 项目 or 企业 nobody knows which


def is_part(figure: Figure) -> bool:
    """Whether the figure stands behind 其中, or behind 35个项目中: **38亿元** of what was counted before.

    What a company or project named there has of its own (其中星河项目总投资60亿元) is no part of a count.
    """
    return _cue(figure) is not None


def whole_of(part: Figure, figures: Iterable[Figure]) -> Figure | None:
    """What the part belongs to: the count before 其中, in its sentence or the one before; None for what is no part.

    35个重点项目总投资281亿元。其中包含2个省级项目: of the 35. Where 其中 takes up a whole by a bare name (35个项目中),
    the same number of the paragraph tells its name.
    """
    evidence = part.evidence
    cue = _cue(part)
    if cue is None:
        return None
    begin = evidence.offset - evidence.start
    near = [f for f in figures if _same_paragraph(f, part) and _counted(f) and f.scope is part.scope]
    before = [f for f in near if f.evidence.offset < begin + cue.end() and f.evidence.offset >= begin]
    before = before or [f for f in near if begin - 1 <= _end(f) <= begin]
    if not before:
        return None
    named = [f for f in near if f.value == before[0].value and f.unit == before[0].unit and len(f.metric) >= _SHORTEST]
    of_these = named and part.relation is Relation.LEVEL and named[0].metric[-2:] in part.metric
    return named[0] if of_these else None


def _cue(figure: Figure) -> re.Match[str] | None:
    evidence = figure.evidence
    before = evidence.sentence[: evidence.start]
    cue = OF_THESE.search(before)
    if cue and (_ANEW.search(before, cue.end() + 1) or _of_place(before, cue.end(), figure.unit)):
        return None
    own = figure.scope is Scope.ENTITY and cue and figure.subject in evidence.sentence[cue.end() :]
    topic = cue and evidence.sentence[cue.end() : cue.end() + 1] in ("，", ",") and figure.unit not in _COUNTS
    return None if own or topic else cue


def _of_place(before: str, start: int, unit: str) -> bool:
    """Whether a clause behind the parts tells of the place again: of parts that are counted, money is none."""
    anew = _OF_PLACE.search(before, start)
    return anew is not None and unit not in _COUNTS and not before[start : anew.start()].endswith(("元", "%"))


def _same_paragraph(one: Figure, other: Figure) -> bool:
    a, b = one.evidence, other.evidence
    return (a.source, a.article, a.paragraph) == (b.source, b.article, b.paragraph) and a.offset < b.offset


def _counted(figure: Figure) -> bool:
    return figure.unit in _COUNTS and figure.relation is Relation.LEVEL


def _end(figure: Figure) -> int:
    """Where the sentence of a figure ends in its paragraph."""
    evidence = figure.evidence
    return evidence.offset - evidence.start + len(evidence.sentence)
