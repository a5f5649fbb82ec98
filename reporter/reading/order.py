"""Which block goes on in which: the page solved as a whole.

Every block may have one successor and one predecessor. Each possible pair gets a score (log odds that it is right;
0 is as good as leaving the block alone); the set of pairs with the highest sum is an assignment, which scipy solves.
Chains, not circles: the weakest pair of a circle is forbidden and the page solved again. A pair that was taken
over a distance must also clearly beat what the page would be without it (its regret), else it is not joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reporter.lexicon.joints import joint_weights
from reporter.reading.evidence import COLUMNS, Evidence, Node, Role

MARGIN = 0.7
"""How clearly a distant pair must beat the page without it, in log odds."""
ROUNDS = 4
_NEVER = -1e3

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Node `before` goes on in node `after`."""

    before: int
    after: int
    kind: str
    score: float
    regret: float
    reason: str


@dataclass(frozen=True, slots=True)
class Order:
    """The chosen links, and those that were possible but did not clearly beat the next best."""

    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]


def solve(nodes: Sequence[Node]) -> Order:
    """The best order of a page's nodes."""
    if len(nodes) < 2:
        return Order((), ())
    evidence = Evidence(nodes)
    after = evidence.first_guess()
    scores: dict[Pair, float] = {}
    seen: list[dict[int, int]] = []
    for _ in range(ROUNDS):
        scores = weigh(evidence, after)
        found = assign(scores)
        if found in seen:
            after = found
            break
        seen.append(found)
        after = found
    return _judge(evidence, scores, after)


def weigh(evidence: Evidence, after: dict[int, int]) -> dict[Pair, float]:
    """The score of every pair that is better than none, with the subject of the order so far."""
    import numpy as np  # noqa: PLC0415

    weights = {manner: np.array([row.get(name, 0.0) for name in COLUMNS]) for manner, row in joint_weights().items()}
    left, right, fits = evidence.windows(after)
    scores: dict[Pair, float] = {}
    for i, node in enumerate(evidence.nodes):
        table = evidence.table(i, fits, left, right)
        row = table @ weights[node.manner]
        if node.manner == "open" and node.edge.soft:
            row = np.maximum(row, table @ weights["closed"] - 0.5)
        span = evidence.span(i)
        scores |= {(i, span[k]): float(row[k]) for k in np.flatnonzero((row > 0) & (table[:, 0] > 0)).tolist()}
    return scores


def assign(scores: dict[Pair, float]) -> dict[int, int]:
    """The pairs with the highest sum, without circles."""
    allowed = dict(scores)
    while True:
        pairs = _best(allowed)
        circle = _circle(pairs)
        if not circle:
            return pairs
        del allowed[min(circle, key=lambda pair: scores[pair])]


def _best(scores: dict[Pair, float]) -> dict[int, int]:
    """Each node's successor in the best assignment; parts of the page that no pair connects are solved apart."""
    pairs: dict[int, int] = {}
    for part in _parts(scores):
        pairs |= _solve(part)
    return pairs


def _solve(scores: dict[Pair, float]) -> dict[int, int]:
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  (a fifth of a second)

    if len(scores) == 1:
        return dict(scores.keys())
    rows = {row: k for k, row in enumerate(sorted({i for i, _ in scores}))}
    columns = {column: k for k, column in enumerate(sorted({j for _, j in scores}))}
    table: Any = np.zeros((len(rows), len(columns) + len(rows)))
    table[:, : len(columns)] = _NEVER
    for (i, j), score in scores.items():
        table[rows[i], columns[j]] = score
    row_names, column_names = list(rows), list(columns)
    return {
        row_names[r]: column_names[c]
        for r, c in zip(*linear_sum_assignment(table, maximize=True), strict=True)
        if c < len(columns) and table[r, c] > 0
    }


def _parts(scores: dict[Pair, float]) -> list[dict[Pair, float]]:
    """The pairs in groups that share no row and no column."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(x: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for i, j in scores:
        parent[find(("row", i))] = find(("column", j))
    parts: dict[tuple[str, int], dict[Pair, float]] = {}
    for pair, score in scores.items():
        parts.setdefault(find(("row", pair[0])), {})[pair] = score
    return list(parts.values())


def _circle(pairs: dict[int, int]) -> list[Pair]:
    """The pairs of a circle, or nothing."""
    done: set[int] = set()
    for start in pairs:
        path: dict[int, None] = {}
        at = start
        while at in pairs and at not in done:
            done.add(at)
            path[at] = None
            at = pairs[at]
        if at in path:
            ring = list(path)
            return [(x, pairs[x]) for x in ring[ring.index(at) :]]
    return []


def _judge(evidence: Evidence, scores: dict[Pair, float], pairs: dict[int, int]) -> Order:
    """Keeps the pairs that clearly beat the page without them."""
    part_of: dict[Pair, dict[Pair, float]] = {pair: part for part in _parts(scores) for pair in part}
    links: list[Link] = []
    doubtful: list[Link] = []
    for pair in sorted(pairs.items()):
        i, j = pair
        regret = _regret(part_of[pair], pairs, pair)
        kind, reason = _told(evidence, i, j)
        link = Link(i, j, kind, scores[pair], regret, reason)
        (links if regret >= MARGIN else doubtful).append(link)
    return Order(tuple(links), tuple(doubtful))


def _told(evidence: Evidence, i: int, j: int) -> tuple[str, str]:
    """The kind of a link, and why it was taken, in words."""
    if evidence.nodes[i].manner == "open" and evidence.nodes[j].role is Role.BODY:
        joint = evidence.joint(i, j)
        return joint.kind, joint.reason
    return "next", "the next paragraph" if j == i + 1 else "the same subject goes on"


def _regret(scores: dict[Pair, float], pairs: dict[int, int], pair: Pair) -> float:
    """How much worse the page reads when a pair is forbidden."""
    if len(scores) == 1:
        return scores[pair]
    mine = {other: score for other, score in scores.items() if pairs.get(other[0]) == other[1]}
    rest = {other: score for other, score in scores.items() if other != pair}
    without = sum(rest[other] for other in _best(rest).items())
    return max(0.0, sum(mine.values()) - without)
