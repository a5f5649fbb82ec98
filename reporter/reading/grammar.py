"""Which class of word may follow which: the transitions that jieba's tagger learnt from a newspaper.

Only jieba's table is read (a plain Python file of log probabilities); jieba itself is not loaded.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from reporter.reading import words

Class = tuple[str, str]
"""A state of the tagger: where in a word (B begins, E ends, S is one alone), and the word's class."""
_WORST = -8.0
_MIDDLE = -4.0


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
    word, tag = words.tagged(head)[0]
    return ("B" if len(word) > 1 else "S", tag)


def grammar(before: Class, after: Class) -> float:
    """How usual it is that one class follows another, from -2 to 2; 0 where the table does not know."""
    row = _table().get(before)
    if not row:
        return 0.0
    return (max(_WORST, row.get(after, _WORST)) - _MIDDLE) / 2.0
