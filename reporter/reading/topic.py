"""Which places of a page speak of the same thing.

    “莱尼是一家德国独资企业…”  and  “山东济宁高新区莱尼电气系统…”   share rare words: alike
    “莱尼是一家德国独资企业…”  and  “肇庆高新区王哲表示…”           share what every page has: unlike

The measure is the cosine between bags of words, each word weighted by its rarity in the language (a name that no
dictionary has weighs most) and, gently, by its rarity on the page; then set against what is usual on this page.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reporter.reading import words

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[Any]]

_CONTENT = re.compile("[\u3400-\u9fffA-Za-z]{2,}")
_COMMON = 3_000
"""A word this many times per corpus word count stops telling anything."""
_SPREAD = 0.25
_MOST = 3.0
_EASE = 25.0
_LOWEST, _HIGHEST = -2.5, 5.0


class Topics:
    """The words of a page's blocks, and how alike two places of it are.

    Words that one block alone has cannot be shared: they only lengthen its bag, and need no column.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415

        bags = [content(text) for text in texts]
        on_page = Counter(word for bag in bags for word in bag)
        weight = {
            word: _rarity(word) * math.log((len(texts) + 1) / count) ** _SPREAD for word, count in on_page.items()
        }
        vocabulary = {word: at for at, word in enumerate(word for word, count in on_page.items() if count > 1)}
        self._blocks = np.zeros((len(texts), max(1, len(vocabulary))), dtype=np.float32)
        self._lone = np.zeros(len(texts))
        for row, bag in enumerate(bags):
            self._blocks[row, [vocabulary[word] for word in bag if word in vocabulary]] = 1.0
            self._lone[row] = sum(weight[word] ** 2 for word in bag if word not in vocabulary)
        self._weights = np.array([weight[word] for word in vocabulary] or [0.0], dtype=np.float32)

    def gathered(self, groups: Sequence[Sequence[int]]) -> Matrix:
        """One row of length 1 for each group of blocks."""
        import numpy as np  # noqa: PLC0415

        bags = np.empty((len(groups), self._blocks.shape[1]), dtype=np.float32)
        lone = np.empty(len(groups))
        for row, group in enumerate(groups):
            bags[row] = self._blocks[group[0]] if len(group) == 1 else self._blocks[list(group)].sum(axis=0)
            lone[row] = self._lone[list(group)].sum()
        np.sqrt(np.minimum(bags, _MOST, out=bags), out=bags)
        bags *= self._weights
        lengths = np.sqrt(np.einsum("ij,ij->i", bags, bags) + lone + _EASE)
        bags /= lengths[:, None].astype(np.float32)
        return bags

    def alone(self, reach: int) -> Fits:
        """How alike each block is to each other within reach, by themselves."""
        return Fits(self.gathered([[row] for row in range(len(self._blocks))]), reach)


class Fits:
    """How alike single blocks are; 0 is usual on this page."""

    def __init__(self, bags: Matrix, reach: int) -> None:
        self._bags = bags
        sample = bags[: 2 * reach] @ bags[: 2 * reach].T
        self._mean = float(sample.mean())
        self._deviation = max(0.02, float(sample.std()))

    def row(self, i: int, first: int, last: int) -> Matrix:
        """For the blocks `first` to `last`: how alike each is to block `i`."""
        import numpy as np  # noqa: PLC0415

        alike = self._bags[first:last] @ self._bags[i]
        found: Matrix = np.clip((alike - self._mean) / self._deviation, _LOWEST, _HIGHEST)
        return found


def _rarity(word: str) -> float:
    """How rare a word is in the language, in log odds; a name that no dictionary has is rarest."""
    return math.log1p(words.CORPUS / (_COMMON * (words.frequency(word) + 30.0)))


def content(text: str) -> list[str]:
    """The words of a text that can carry a subject, each once, in order."""
    return list(dict.fromkeys(word for word in words.cut(text) if _CONTENT.fullmatch(word)))
