"""How likely each pair of a page is, all orders of the page considered.

An order gives each block at most one successor and one predecessor; its weight is the product of its pairs' odds. How
much of the weight of all orders the orders with a given pair have cannot be summed one by one; the Bethe
approximation of the sum (Chertkov, Vontobel: the permanent of a matrix by belief propagation) finds it by a few rounds
of two short updates.

    odds 9 for a → b, and nothing else possible      0.9
    odds 9 for a → b and 9 for c → b                 0.47 each: b goes on from one of them alone
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[Any]]

ROUNDS = 12
_HIGHEST = 30.0


def chances(
    size: int, rows: Sequence[int] | Vector, columns: Sequence[int] | Vector, scores: Vector
) -> tuple[float, Vector]:
    """The log of the weight of all orders, and the probability of each pair; `scores` are log odds.

    Pair k says that block `rows[k]` of `size` goes on in block `columns[k]`.
    """
    import numpy as np  # noqa: PLC0415

    weight = np.zeros((size, size))
    weight[rows, columns] = np.exp(np.clip(scores, -_HIGHEST, _HIGHEST))
    to_left = to_right = np.ones((size, size))
    for _ in range(ROUNDS):
        row = weight * to_left
        to_right = 1.0 / (1.0 + row.sum(1, keepdims=True) - row)
        column = weight * to_right
        to_left = 0.5 * to_left + 0.5 / (1.0 + column.sum(0, keepdims=True) - column)
    row, column = weight * to_left, weight * to_right
    both = row * to_right
    total = np.log1p(row.sum(1)).sum() + np.log1p(column.sum(0)).sum() - np.log1p(both).sum()
    share: Vector = (both / (1.0 + both))[rows, columns]
    return float(total), share
