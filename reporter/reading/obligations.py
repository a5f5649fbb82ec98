"""Words that oblige a clause to go on with others, and lists that must end.

    查验时间由40 | 分钟压缩到5分钟以内     由 is met by 到
    与一家设计学院 | 合作开设研发中心       与 is met by 合作
    引进精密铸造、热处理、 | 检测等企业     a list goes on
    今年上半年，受 | 市场影响，整车产量…    受 asks for 影响, 解决 for 难题

The pairs of words stand in `lexicon/tables/press.toml`, verbs and their objects in `lexicon/tables/collocations.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.collocations import collocations
from reporter.lexicon.press import press_words

_CLAUSE = re.compile("[，,。；;：:！？!?“”]")
_AS_OF = re.compile("截[至止][^，。；]{1,9}，\\Z")
_LONGEST = 24
_TAIL = 60


@cache
def _pairs() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [(re.compile("|".join(first)), re.compile("|".join(then))) for first, then in press_words().obligations]


def wanted(text: str) -> frozenset[int]:
    """Which obligations the last clause of a text leaves unmet, by their number in the table."""
    clause = last_clause(text) or _as_of(text)
    found = set()
    for number, (first, then) in enumerate(_pairs()):
        ends = [match.end() for match in first.finditer(clause)]
        if ends and not then.search(clause, ends[-1]):
            found.add(number)
    return frozenset(found)


def _as_of(text: str) -> str:
    """截至8月底， at the end of a text: a time that waits for its number; nothing else with a mark behind it waits."""
    found = _AS_OF.search(text[-_TAIL:])
    return found[0] if found else ""


def met(text: str) -> frozenset[int]:
    """Which obligations the first clause of a text can meet."""
    clause = first_clause(text)
    return frozenset(number for number, (_, then) in enumerate(_pairs()) if then.search(clause))


def asked(text: str) -> frozenset[int]:
    """Which rows of the collocations the last verb of a text still asks an object of."""
    clause = last_clause(text)
    verbs = list(_verbs().finditer(clause))
    if not verbs:
        return frozenset()
    rows = collocations().before[verbs[-1][0]]
    return rows - _answers(clause[verbs[-1].end() :])


def answered(text: str) -> frozenset[int]:
    """Which rows of the collocations the first clause of a text has an object of."""
    return _answers(first_clause(text))


def _answers(clause: str) -> frozenset[int]:
    found = (collocations().behind[word] for word in _objects().findall(clause))
    return frozenset().union(*found)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(one_of(collocations().before))


@cache
def _objects() -> re.Pattern[str]:
    return re.compile(one_of(collocations().behind))


def last_clause(text: str) -> str:
    """What stands behind the last mark of a text; a list's 、 is none."""
    return _CLAUSE.split(text[-_TAIL:])[-1]


def first_clause(text: str) -> str:
    """What stands before the first mark of a text; a list's 、 is none."""
    return _CLAUSE.split(text[:_LONGEST], maxsplit=1)[0]
