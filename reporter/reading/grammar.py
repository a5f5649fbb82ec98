"""Which words may follow which over a cut.

Two tables tell: the transitions between classes of words that jieba's tagger learnt from a newspaper (a plain Python
file of log probabilities; jieba itself is not loaded), and which words follow which in a million words of press prose
(`lexicon/tables/following.csv`).

    …新产品 | 下线后当天……         a noun, then a verb: usual
    …产业园还办 | 起了研学基地……     还 办 and 起, 办 and 起 了: as the press goes on
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import math
import re
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reporter.lexicon.following import following
from reporter.reading import words

Class = tuple[str, str]
"""A state of the tagger: where in a word (B begins, E ends, S is one alone), and the word's class."""
Kinds = tuple[str, str]
"""Two words that follow one another: each by itself if it is common, else by its class."""
START = "¶"
"""Stands before the first word of a paragraph."""
EASE = 5.0
"""What was seen so often less than expected begins to tell."""
_MEASURED = frozenset("率额量值")
_WORST = -8.0
_MIDDLE = -4.0
_HAN = re.compile("[\u3400-\u9fff]")
_FORMS = (
    ("1998", re.compile(r"(?:19|20)\d\d")),
    ("8.8", re.compile(r"\d+\.\d+")),
    ("8", re.compile(r"\d+")),
    ("8%", re.compile(r"[\d.]+[%％]")),
    ("A", re.compile(r"[A-Za-z0-9.\-]+")),
)
"""How the table writes words that are no Chinese."""


@cache
def _table() -> dict[Class, dict[Class, float]]:
    spec = importlib.util.find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        return {}
    path = Path(next(iter(spec.submodule_search_locations))) / "posseg" / "prob_trans.py"
    if not path.is_file():
        return {}
    loader = importlib.machinery.SourceFileLoader("_jieba_transitions", str(path))
    found = importlib.util.spec_from_loader(loader.name, loader)
    if found is None:
        return {}
    module: Any = importlib.util.module_from_spec(found)
    loader.exec_module(module)
    table: dict[Class, dict[Class, float]] = module.P
    return table


def last_class(tail: str) -> Class:
    """The state after a text's last word."""
    word, tag = words.tagged(tail)[-1]
    return ("E" if len(word) > 1 else "S", tag)


def first_class(head: str) -> Class:
    """The state of a text's first word."""
    word, tag = _opened(head)[0]
    return ("B" if len(word) > 1 else "S", tag)


def _opened(head: str) -> tuple[tuple[str, str], ...]:
    """The words of a text's start; what is measured of a doing is one word, and no verb: 办结率, 采购额."""
    found = words.tagged(head)
    if len(found) > 1 and found[0][1].startswith("v") and found[1][0] in _MEASURED:
        return ((found[0][0] + found[1][0], "n"), *found[2:])
    return found


@lru_cache(maxsize=10_000)
def grammar(before: Class, after: Class) -> float:
    """How usual it is that one class follows another, from -2 to 2; 0 where the table does not know."""
    row = _table().get(before)
    if not row:
        return 0.0
    return (max(_WORST, row.get(after, _WORST)) - _MIDDLE) / 2.0


def kind_of(word: str, tag: str, common: Collection[str]) -> str:
    """A word as the table of followers has it: itself if it is common, else its class."""
    if not _HAN.match(word) and (form := next((kind for kind, form in _FORMS if form.fullmatch(word)), "")):
        return form
    if word in common:
        return word
    if tag == "nr" and not words.is_word(word):
        return "某某"
    return tag


def last_kinds(tail: str) -> Kinds:
    """The last two words of a text as the table of followers has them."""
    known = following().seen
    kinds = [kind_of(word, tag, known) for word, tag in words.tagged(tail) if word.strip()]
    return (kinds[-2], kinds[-1]) if len(kinds) > 1 else ("", kinds[-1] if kinds else "")


def first_kinds(head: str) -> Kinds:
    """The first two words of a text as the table of followers has them."""
    known = following().seen
    kinds = [kind_of(word, tag, known) for word, tag in _opened(head) if word.strip()]
    return (kinds[0], kinds[1]) if len(kinds) > 1 else (kinds[0] if kinds else "", "，")


@lru_cache(maxsize=50_000)
def goes_on(before: Kinds, after: Kinds) -> tuple[float, float]:
    """How much likelier than chance a text goes on so: by two words before the cut and one behind, by one and two."""
    table = following()
    pair = table.pairs.get((before[1], after[0]))
    if pair is None:
        expected = table.seen.get(before[1], 0) * table.seen.get(after[0], 0) / table.total
        pair = math.log(EASE / (expected + EASE))
    return table.two_before.get((*before, after[0]), pair), table.two_behind.get((before[1], *after), pair)


@lru_cache(maxsize=10_000)
def opens(after: Kinds) -> float:
    """How much likelier than chance a paragraph begins so, by its first two words."""
    return goes_on(("", START), after)[1]
