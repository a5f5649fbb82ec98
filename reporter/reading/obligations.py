"""Words that oblige a sentence to go on with others: 由 … 到, 不仅 … 还, 与 … 合作, 包括 … 等.

    查验时间由40 | 分钟压缩到5分钟以内     由 is met by 压缩到
    与意大利设计学院 | 合作开设研发中心     与 is met by 合作
    当天，一家院士工作站在北 | 会上共签约   在 waits still

The pairs stand in `lexicon/tables/press.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from reporter.lexicon.press import press_words

_CLAUSE = re.compile("[，,。；;：:！？!?“”]")
_LONGEST = 24


@cache
def _pairs() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (re.compile("|".join(openers)), re.compile("|".join(closers))) for openers, closers in press_words().obligations
    ]


def wanted(tail: str) -> tuple[int, ...]:
    """Which obligations the last clause of a text leaves unmet, by their number in the table."""
    clause = _CLAUSE.split(tail)[-1]
    found = []
    for number, (opener, closer) in enumerate(_pairs()):
        last = None
        for last in opener.finditer(clause):
            pass
        if last and not closer.search(clause, last.end()):
            found.append(number)
    return tuple(found)


def met(head: str) -> frozenset[int]:
    """Which obligations the first clause of a text meets."""
    clause = _CLAUSE.split(head[:_LONGEST], maxsplit=1)[0]
    return frozenset(number for number, (_, closer) in enumerate(_pairs()) if closer.search(clause))


def bare(head: str) -> bool:
    """Whether a text begins with a clause of nouns alone, that nothing opens: 合同文本，明确…, 产业。当年…."""
    from reporter.reading import words

    match = _CLAUSE.search(head[:_LONGEST])
    if not match or head[match.start()] in "：:“":
        return False
    clause = head[: match.start()]
    if not clause:
        return False
    return all(tag[:1] in "nbjlxq" or tag in ("u","uj","c") for _, tag in words.tagged(clause))
