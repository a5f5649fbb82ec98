"""What kind of clause a text begins with; a paragraph and the rest of a cut sentence begin in different ways.

4月8日，高新区举行……        timed: a paragraph, or a sentence after a finished one
高新区是全国重要的……        whole: a noun and its verb, which need nothing before them
合同文本，明确工伤……        bare: nouns alone, the end of somebody's clause
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.lexicon.press import press_words
from reporter.reading import words
from reporter.reading.obligations import first_clause

_WHEN = re.compile(
    r"(?:截至|截止|截止到|到|自|从)?(?:20\d\d年)?(?:\d{1,2}月(?:份|初|中旬|底|末)?)?(?:\d{1,2}日)?"
    r"(?:[上下]半年|前?[一二三四]个?季度|[前后]\d个月)?(?:以来|起|底|末|初)?"
)
_SEEN = re.compile(r"[分从按][^\d]{1,8}看")
# The dictionary's tags (ICTCLAS) by their first letter: nouns and what may link them; what may stand before a verb.
_NOMINAL = frozenset("nbjlxquc")
_BEFORE_VERB = frozenset("nbjlxdfszm")


@dataclass(frozen=True, slots=True)
class Opening:
    """What kind of clause a text begins with; all false where nothing tells."""

    bare: bool = False
    timed: bool = False
    whole: bool = False


def opening(text: str) -> Opening:
    """The kind of clause that a text begins with."""
    clause = first_clause(text)
    if not clause:
        return Opening()
    mark = text[len(clause) : len(clause) + 1]
    classes = [tag[0] for _, tag in words.tagged(clause)]
    verb = classes.index("v") if "v" in classes else 0
    seen = bool(_SEEN.fullmatch(clause))  # 分产业看，……: as a time opens a paragraph
    lone_time = seen or classes == ["t"] or clause in press_words().start_words or bool(_WHEN.fullmatch(clause))
    return Opening(
        bare=mark in set("，,。；;！？!?”") and _NOMINAL.issuperset(classes),
        timed=mark in set("，,") and lone_time,
        whole=verb > 0 and classes[0] in "njls" and _BEFORE_VERB.issuperset(classes[:verb]),
    )
