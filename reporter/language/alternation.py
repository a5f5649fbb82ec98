"""Lists of words as parts of regular expressions that are fast to look for.

In: words. Out: the text of a pattern that matches the longest of them at a place.

A search runs along the characters with which a pattern may begin, if it begins with a set of them. So the first
characters of the words stand in front as one set; behind it the words are sorted by their second character, and of
those few are tried:

    产业 产业链 新材料   →   [产新](?=[业材])(?:业(?<=产业)(?:链|)|材(?<=新材)(?:料))
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """The words as an alternation, in their order."""
    return "|".join(re.escape(word) for word in words)


def begun(words: Iterable[str], following: str) -> str:
    """Each of the words with what follows it: an alternation that a search, as it begins with characters, runs along.

    (?:今年|明年)的目标 is tried at every character, 今年的目标|明年的目标 at 今 and 明 only.
    """
    return "|".join(re.escape(word) + following for word in words)


def any_char(chars: Iterable[str]) -> str:
    """One of some characters: a set, each character once."""
    return f"[{''.join(re.escape(char) for char in dict.fromkeys(chars))}]"


def behind(words: Iterable[str]) -> str:
    """A look behind for one of the words, which end before the last character passed: 推行|“ with 推行 among them."""
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    return f"(?:{'|'.join(f'(?<=(?:{alternatives(alike)}).)' for alike in by_length.values())})"


def one_of(words: Iterable[str]) -> str:
    """The words as a group, the longest first."""
    words = sorted(words, key=len, reverse=True)
    return f"(?:{any_char(word[0] for word in words)}{after_first(words)})"


def after_first(words: Iterable[str]) -> str:
    """What follows the first character of one of the words, once that is passed: for a set that stands before more."""
    ordered = sorted(words, key=len, reverse=True)
    longer = [word for word in ordered if len(word) > 1]
    single = [word for word in ordered if len(word) == 1]
    behind = [*_by_second(longer), *([f"(?<={any_char(single)})"] if single else ())]
    return f"(?:{'|'.join(behind)})"


def _by_second(words: list[str]) -> list[str]:
    """What stands behind the first characters of words of two and more: one group, or nothing."""
    groups: dict[str, dict[str, list[str]]] = {}
    for word in words:
        groups.setdefault(word[1], {}).setdefault(word[0], []).append(word[2:])
    if not groups:
        return []
    each = "|".join(re.escape(second) + _by_first(second, rests) for second, rests in groups.items())
    return [f"(?={any_char(groups)})(?:{each})"]


def _by_first(second: str, rests: dict[str, list[str]]) -> str:
    """What follows a second character, by the characters that may stand before it."""
    alike: dict[tuple[str, ...], list[str]] = {}  # 经理, 总理: with the same rest they go together
    for first, tails in rests.items():
        alike.setdefault(tuple(tails), []).append(first)
    each = [
        f"(?<={any_char(firsts)}{re.escape(second)})" + (f"(?:{alternatives(tails)})" if tails != ("",) else "")
        for tails, firsts in alike.items()
    ]
    return each[0] if len(each) == 1 else f"(?:{'|'.join(each)})"
