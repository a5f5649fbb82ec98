"""Which blocks speak of the same thing: the words of one under the words of another, against the whole page.

    “莱尼是一家德国独资企业…”  under  “山东济宁高新区莱尼电气系统…”   far likelier than on the page at large
    “莱尼是一家德国独资企业…”  under  “肇庆高新区王哲表示…”           less likely

The measure is a smoothed unigram model: the log of how much likelier each word of the right text is after the
left one than on the page. Only words that both share need a look, so a page costs one sparse product.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reporter.reading import words

_CONTENT = re.compile("[\u3400-\u9fffA-Za-z]{2,}")
_SMOOTHING = 60.0
_BACKGROUND = 40.0
_WEIGHT = 1.6
_LIMIT = 4.0


class Topics:
    """The words of a page's blocks, and how well what stands after one place fits what stands before another."""

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
        self.blocks = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        spread = np.asarray(self.blocks.sum(axis=0)).ravel()
        language = np.array([(words.frequency(word) + 1.0) / words.CORPUS for word in vocabulary] or [1.0])
        self._share = (spread + _BACKGROUND * language) / (max(1.0, spread.sum()) + _BACKGROUND)

    def fits(self, left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> Any:
        """A matrix of how well the blocks `right[j]` go on from the blocks `left[i]`, before limits and weight."""
        import numpy as np  # noqa: PLC0415

        before, after = self._gather(left), self._gather(right)
        after.data[:] = 1.0
        before.data = np.log1p(before.data / (_SMOOTHING * self._share[before.indices]))
        for matrix in (before, after):
            sizes = np.sqrt(np.maximum(1.0, np.diff(matrix.indptr)))
            matrix.data /= np.repeat(sizes, np.diff(matrix.indptr))
        return Fits((before @ after.T).tocsr())

    def _gather(self, groups: Sequence[Sequence[int]]) -> Any:
        import numpy as np  # noqa: PLC0415
        from scipy.sparse import csr_matrix  # noqa: PLC0415

        rows = [row for row, group in enumerate(groups) for _ in group]
        columns = [block for group in groups for block in group]
        picker = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(groups), self.blocks.shape[0]))
        return (picker @ self.blocks).tocsr()


class Fits:
    """The result of `Topics.fits`: shared words, less what the two places share with everything else."""

    def __init__(self, shared: Any) -> None:
        import numpy as np  # noqa: PLC0415

        self._shared = shared
        size = shared.shape[0]
        self._row_mean = np.asarray(shared.sum(axis=1)).ravel() / size
        self._column_mean = np.asarray(shared.sum(axis=0)).ravel() / size
        self._mean = float(self._row_mean.mean())
        square = float(shared.multiply(shared).sum()) / size**2
        self._deviation = max(1e-9, math.sqrt(max(0.0, square - self._mean**2)))
        self._rows: dict[int, dict[int, float]] = {}

    def score(self, i: int, j: int) -> float:
        """From -4 (another subject) over 0 (no telling) to 4 (the same)."""
        if i not in self._rows:
            first, last = self._shared.indptr[i], self._shared.indptr[i + 1]
            self._rows[i] = dict(
                zip(self._shared.indices[first:last].tolist(), self._shared.data[first:last].tolist(), strict=True)
            )
        value = self._rows[i].get(j, 0.0) - self._row_mean[i] - self._column_mean[j] + self._mean
        return float(max(-_LIMIT, min(_LIMIT, _WEIGHT * value / self._deviation)))


def content(text: str) -> Counter[str]:
    """The words of a text that can carry a subject."""
    return Counter(word for word in words.cut(text) if _CONTENT.fullmatch(word))
