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
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reporter.reading import words

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[Any]]

_CONTENT = re.compile("[\u3400-\u9fffA-Za-z]{2,}")
_COMMON = 3_000
"""A word this many times per corpus word count stops telling anything."""
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_FEW_BLOCKS = 0.35
"""A character that more of the blocks have than this share tells nothing."""
_STEPS = 2.0**20
"""Bags are rounded to this fraction, so that their products have the same sum in any order, on every machine."""
_SMALL = 300_000
"""Products of so many pairs of numbers are taken one by one."""
_SPREAD = 0.25
_MOST = 3.0
_EASE = 25.0
_LOWEST, _HIGHEST = -2.5, 5.0


class Topics:
    """The words of a page's blocks, and how alike two places of it are.

    Words that one block alone has cannot be shared: they only lengthen its bag, and need no column.
    """

    def __init__(self, bags: Sequence[Sequence[str]], weight: Mapping[str, float]) -> None:
        import numpy as np  # noqa: PLC0415

        on_page = Counter(word for bag in bags for word in bag)
        vocabulary = {word: at for at, word in enumerate(word for word, count in on_page.items() if count > 1)}
        columns = [[vocabulary[word] for word in bag if word in vocabulary] for bag in bags]
        self._blocks = np.zeros((len(bags), max(1, len(vocabulary))), dtype=np.uint16)
        self._blocks[np.repeat(np.arange(len(bags)), [*map(len, columns)]), [at for row in columns for at in row]] = 1
        self._lone = np.array([sum(weight[word] ** 2 for word in bag if word not in vocabulary) for bag in bags])
        self._weights = np.array([weight[word] for word in vocabulary] or [0.0])
        self._rows: dict[tuple[int, ...], Matrix] = {}

    @classmethod
    def of_words(cls, texts: Sequence[str]) -> Topics:
        """By the words of the texts, each weighted by its rarity in the language and on the page."""
        bags = [content(text) for text in texts]
        on_page = Counter(word for bag in bags for word in bag)
        size = len(texts) + 1
        on_page_rare = {n: math.log(size / n) ** _SPREAD for n in set(on_page.values())}
        return cls(bags, {word: _rarity(word) * on_page_rare[n] for word, n in on_page.items()})

    @classmethod
    def of_characters(cls, texts: Sequence[str]) -> Topics:
        """By the characters that few blocks have: 新药 and 药品, 茶企 and 茶园 share one where they share no word."""
        bags = [[char for char in dict.fromkeys(text) if _FIRST_HAN <= char <= _LAST_HAN] for text in texts]
        on_page = Counter(char for bag in bags for char in bag)
        most = max(3.0, _FEW_BLOCKS * len(texts))
        kept = [[char for char in bag if on_page[char] <= most] for bag in bags]
        return cls(kept, {char: math.log((len(texts) + 1) / n) for char, n in on_page.items()})

    def gathered(self, groups: Sequence[Sequence[int]]) -> Matrix:
        """One row of length 1 for each group of blocks, none of them empty.

        A row is kept as long as the page: most groups are asked for again when the order is looked at once more.
        """
        import numpy as np  # noqa: PLC0415

        keys = [tuple(group) for group in groups]
        new = [key for key in dict.fromkeys(keys) if key not in self._rows]
        if new:
            self._rows.update(zip(new, self._gather(new), strict=True))
        return np.array([self._rows[key] for key in keys])

    def _gather(self, groups: Sequence[Sequence[int]]) -> Matrix:
        """The same, worked out."""
        import numpy as np  # noqa: PLC0415

        starts = np.cumsum([0, *map(len, groups)])[:-1]
        flat = np.array([block for group in groups for block in group], dtype=np.int32)
        counts = np.add.reduceat(self._blocks[flat], starts, axis=0, dtype=np.uint16)
        bags: Matrix = np.minimum(counts, _MOST)  # from here on in place: the table is large, and asked for often
        np.sqrt(bags, out=bags)
        bags *= self._weights
        lengths = np.sqrt((bags**2).sum(axis=1) + np.add.reduceat(self._lone[flat], starts) + _EASE)
        bags /= lengths[:, None]
        bags *= _STEPS
        np.rint(bags, out=bags)
        bags /= _STEPS
        return bags

    def alone(self) -> Matrix:
        """How alike each block is to each other, by themselves; 0 is usual on this page."""
        bags = self.gathered([[row] for row in range(len(self._lone))])
        return within(set_against(alike(bags, bags)))


def alike(some: Matrix, others: Matrix) -> Matrix:
    """How alike each of some gathered bags is to each of others, from 0 to 1.

    Never by the linear algebra library, whose threads would fight with the workers of a build. Bags of many blocks
    hold few of the page's words each, and are quicker multiplied as sparse ones; the sums are the same.
    """
    import numpy as np  # noqa: PLC0415

    if some.shape[0] * others.size <= _SMALL:
        small: Matrix = np.einsum("ik,jk->ij", some, others)
        return small
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    large: Matrix = csr_matrix(some) @ others.T
    return large


def set_against(table: Matrix) -> Matrix:
    """A table of likenesses in deviations from what is usual in it."""
    found: Matrix = table - float(table.mean())
    found /= max(0.02, math.sqrt(float((found * found).mean())))
    return found


def within(table: Matrix) -> Matrix:
    """Deviations, none of them so large that it outweighs everything else."""
    import numpy as np  # noqa: PLC0415

    found: Matrix = np.clip(table, _LOWEST, _HIGHEST)
    return found


@lru_cache(maxsize=50_000)
def _rarity(word: str) -> float:
    """How rare a word is in the language, in log odds; a name that no dictionary has is rarest."""
    return math.log1p(words.CORPUS / (_COMMON * (words.frequency(word) + 30.0)))


def content(text: str) -> list[str]:
    """The words of a text that can carry a subject, each once, in order."""
    return [word for word in dict.fromkeys(words.cut(text)) if _CONTENT.fullmatch(word)]
