"""What a block's start shows of what stands before it, beyond the cut itself.

    利润却涨了三成。              a lone short sentence is the end of somebody's
    产量少了一半， | 利润却涨了三成。   却 behind the first noun: the other side of what was said
    受理315件， | 受理量居全市第二。    a word of the clause before comes again
    区里还 | 建起资金池……          a verb and what came of it, and nobody who did it

The pieces stand at the ends of blocks; `evidence` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.reading import words
from reporter.reading.obligations import first_clause

_LONE, _PARAGRAPH = 28, 56
"""One sentence of so few characters is no paragraph; of so many it may be one."""
_NOT_LONE = re.compile(r"[：:“”？！]|。.")
_TERM = re.compile("“[^“”，。！？：]{1,8}”(?!，)")
"""“机器换人”补助: a word in marks, which nobody speaks."""
_TURN = re.compile("[\u4e00-\u9fff]{1,6}?(?:却|反而|反倒|倒是|倒(?!闭|卖|塌|逼)|则(?!是))")
_AFTER_DONE = "了过出起成到"
_START = 10
_SETS_OUT = re.compile("走[进过出]|来到|去到|说[起到]|谈[起到]|提[起到]|除[了去]|为了|看[到过]|临近|想[到起]|有[了过]")
"""走进车间，……; 说起变化，……: so a paragraph begins."""
_BESIDE = re.compile("[一-鿿]?边[一-鿿]{1,2}边")
_CLAUSES = re.compile("[，,、。；;：:！？!?“”（）]")
_BEFORE = 40
_CONTENT = ("n", "v", "a", "j", "l", "i")


def lone(text: str) -> float:
    """How surely a block is too short for a paragraph, from 0 to 1: one sentence, and nobody who speaks."""
    if not text.endswith("。") or _NOT_LONE.search(_TERM.sub("", text)):
        return 0.0
    return min(1.0, max(0.0, (_PARAGRAPH - len(text)) / (_PARAGRAPH - _LONE)))


def turned(text: str) -> bool:
    """Whether a text begins with the other side of something: 利润却…, 出口反而…."""
    return _TURN.match(first_clause(text)) is not None


def done(text: str) -> bool:
    """Whether a text begins with a verb and what came of it, whose subject stands elsewhere: 建起……, 打了个比方."""
    if _SETS_OUT.match(text):
        return False
    if _BESIDE.match(text):
        return True
    (first, tag), *rest = words.tagged(text[:_START])
    if not tag.startswith("v"):
        return False
    behind = rest[0][0] if rest else ""
    return (len(first) > 1 and first[-1] in "起出成到") or (behind in _AFTER_DONE and len(behind) == 1)


def last_words(text: str) -> frozenset[str]:
    """The words with a meaning in the last clauses of a text."""
    return _with_meaning(_CLAUSES.sub(" ", text[-_BEFORE:]))


def first_words(text: str) -> frozenset[str]:
    """The words with a meaning in the first clause of a text."""
    return _with_meaning(first_clause(text))


Table = list[list[float]]


def echoes(
    texts: Sequence[str], starts: Sequence[frozenset[str]], ends: Sequence[frozenset[str]]
) -> tuple[Table, Table]:
    """How rare on the page the rarest word of a text's start is that another has at its end, and anywhere.

    1 for a word of those two texts alone, 0 for none.
    """
    at_end, anywhere = ([[0.0] * len(texts) for _ in texts] for _ in range(2))
    starting: dict[str, list[int]] = {}
    for j, words_here in enumerate(starts):
        for word in words_here:
            starting.setdefault(word, []).append(j)
    for word, begun in starting.items():
        places = [i for i, text in enumerate(texts) if word in text]
        rare = 1.0 / max(1, len(places) - 1)
        for i in places:
            for table in (anywhere, at_end) if word in ends[i] else (anywhere,):
                for j in begun:
                    table[i][j] = max(table[i][j], rare)
    return at_end, anywhere


def _with_meaning(text: str) -> frozenset[str]:
    found = words.tagged(text)
    return frozenset(word for word, tag in found if len(word) > 1 and tag[:1] in _CONTENT and word[0] >= "\u4e00")
