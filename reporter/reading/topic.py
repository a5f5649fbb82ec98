"""Which places of a page speak of the same thing.

    “莱尼是一家德国独资企业…”  and  “山东济宁高新区莱尼电气系统…”   share rare words: alike
    “莱尼是一家德国独资企业…”  and  “肇庆高新区王哲表示…”           share what every page has: unlike

The measure is the cosine between bags of words, each word weighted by its rarity in the language (a name that no
dictionary has weighs most) and, gently, by its rarity on the page; then set against what is usual on this page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reporter.reading import words

_CONTENT = re.compile("[\u3400-\u9fffA-Za-z]{2,}")
_COMMON = 3_000
"""A word this many times per corpus word count stops telling anything."""
_SPREAD = 0.25
_MOST = 3.0
_EASE = 25.0
_LOWEST, _HIGHEST = -2.5, 5.0


class Topics:
    """The words of a page's blocks, and how alike two places of it are."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415
        from scipy.sparse import csr_matrix  # noqa: PLC0415

        vocabulary: dict[str, int] = {}
        rows, columns = [], []
        for row, text in enumerate(texts):
            for word in content(text):
                rows.append(row)
                columns.append(vocabulary.setdefault(word, len(vocabulary)))
        shape = (len(texts), max(1, len(vocabulary)))
        self._blocks = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        on_page = np.maximum(1.0, np.asarray(self._blocks.sum(axis=0)).ravel())
        known = np.array([words.frequency(word) + 30.0 for word in vocabulary] or [1.0])
        rarity = np.log1p(words.CORPUS / (_COMMON * known))
        self._weights = rarity * np.log((len(texts) + 1.0) / on_page) ** _SPREAD

    def fits(self, left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> Fits:
        """How alike the blocks `left[i]` together are to the blocks `right[j]` together, for all pairs."""
        return Fits((self._gather(left) @ self._gather(right).T).tocsr())

    def _gather(self, groups: Sequence[Sequence[int]]) -> Any:
        import numpy as np  # noqa: PLC0415
        from scipy.sparse import csr_matrix, diags  # noqa: PLC0415

        rows = [row for row, group in enumerate(groups) for _ in group]
        columns = [block for group in groups for block in group]
        picker = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(groups), self._blocks.shape[0]))
        bags = (picker @ self._blocks).tocsr()
        bags.data = np.sqrt(np.minimum(bags.data, _MOST)) * self._weights[bags.indices]
        lengths = np.sqrt(np.asarray(bags.multiply(bags).sum(axis=1)).ravel() + _EASE)
        return (diags(1.0 / lengths) @ bags).tocsr()


class Fits:
    """The result of `Topics.fits`."""

    def __init__(self, shared: Any) -> None:
        self._shared = shared
        cells = max(1, shared.shape[0] * shared.shape[1])
        self._mean = float(shared.sum()) / cells
        square = float(shared.multiply(shared).sum()) / cells
        self._deviation = max(0.02, (square - self._mean**2) ** 0.5 if square > self._mean**2 else 0.0)

    def row(self, i: int, first: int, last: int) -> Any:
        """For the places `first` to `last`: how alike each is to place `i`, 0 being usual on this page."""
        import numpy as np  # noqa: PLC0415

        begin, end = self._shared.indptr[i], self._shared.indptr[i + 1]
        columns, values = self._shared.indices[begin:end], self._shared.data[begin:end]
        row = np.zeros(last - first)
        inside = (columns >= first) & (columns < last)
        row[columns[inside] - first] = values[inside]
        return np.clip((row - self._mean) / self._deviation, _LOWEST, _HIGHEST)


def content(text: str) -> set[str]:
    """The words of a text that can carry a subject."""
    return {word for word in words.cut(text) if _CONTENT.fullmatch(word)}
