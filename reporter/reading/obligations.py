"""Words that oblige a sentence to go on with others: 由 … 到, 不仅 … 还, 与 … 合作, 包括 … 等.

    查验时间由40 | 分钟压缩到5分钟以内     由 is met by 压缩到
    与意大利设计学院 | 合作开设研发中心     与 is met by 合作
    当天，一家院士工作站在北 | 会上共签约   在 waits still

The pairs stand in `lexicon/tables/press.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


_WHEN = re.compile(
    "(?:20\\d\\d年)?(?:\\d{1,2}月(?:份|初|中旬|底|末)?)?(?:\\d{1,2}日)?(?:[上下]半年|前?[一二三四]个?季度|[前后]\\d个月)?(?:以来|起|底|末|初)?[，,]"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What kind of clause a text begins with."""

    bare: bool = False  # nouns alone, that nothing opens: 合同文本，明确…
    timed: bool = False  # a time of its own: 4月8日，…  目前，…
    whole: bool = False  # a name or noun and its verb: 吴镇是…
    modifies: bool = False  # a verb with 的: 完成的进出口业务…


def opening(text: str) -> Opening:
    """The kind of clause that a text begins with."""
    from reporter.reading import words

    head = text[:_LONGEST]
    match = _CLAUSE.search(head)
    clause = head[: match.start()] if match else head
    tags = words.tagged(clause) if clause else []
    classes = [tag[:1] for _, tag in tags]
    timed = bool(_WHEN.match(head)) or bool(match and match.group() in "，," and clause in press_words().start_words) or (bool(match) and len(tags) == 1 and classes[0] == "t")
    first_verb = classes.index("v") if "v" in classes else -1
    return Opening(
        bare=bool(match) and match.group() not in "：:“" and bool(tags) and all(c in "nbjlxquc" for c in classes),
        timed=timed,
        whole=first_verb > 0 and all(c in "nbjlxdfszm" for c in classes[:first_verb]) and classes[0] in "njls" ,
        modifies=len(tags) > 1 and classes[0] == "v" and tags[1][0] == "的",
    )
