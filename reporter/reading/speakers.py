"""Who speaks on a page: a person is introduced by a post once and then called by the bare name, in one article.

“……。”公司董事长金某某说，……      introduces somebody
“……。”金某某说。                  calls somebody whom the same article has introduced before
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.kinds import people_words
from reporter.reading.bylines import is_name

_RUN = re.compile("[\u4e00-\u9fff]{2,4}$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_LENGTHS = (3, 2, 4)


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(one_of(people_words().speech))


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers that a block names: all, and those that it calls by the bare name first."""

    named: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()


NOBODY = Speakers()


def speakers(texts: Sequence[str]) -> list[Speakers]:
    """The speakers of each block, of those whom at least two blocks name and one of them introduces."""
    names = sorted({name for text in texts for name in _speaking(text)})
    found: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in texts]
    for name in names:
        at = [(k, text.find(name)) for k, text in enumerate(texts) if name in text]
        if len(at) < 2:
            continue
        introduced = [k for k, start in at if start and _HAN.match(texts[k][start - 1])]
        if not introduced:
            continue
        for k, _ in at:
            found[k][0].add(name)
            if k not in introduced:
                found[k][1].add(name)
    return [Speakers(frozenset(named), frozenset(bare)) if named else NOBODY for named, bare in found]


def _speaking(text: str) -> set[str]:
    """The names in front of a verb of speech."""
    found = set()
    for match in _speech().finditer(text):
        before = _RUN.search(text, max(0, match.start() - 4), match.start())
        run = before[0] if before else ""
        for length in _NAME_LENGTHS:
            if len(run) >= length and is_name(run[-length:]):
                found.add(run[-length:])
                break
    return found
