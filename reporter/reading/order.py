"""Which block goes on in which: the page solved as a whole.

Every block may have one successor and one predecessor. Each possible pair gets a score (log odds that it is right;
0 is as good as leaving the block alone); the set of pairs with the highest sum is an assignment, which scipy solves.
Chains, not circles: the weakest pair of a circle is forbidden and the page solved again. A pair that was taken
over a distance must also clearly beat what the page would be without it (its regret), else it is not joined.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from reporter.reading.joint import Edge, PageWords, join_score, quote_score, width_score
from reporter.reading.topic import Topics

REACH = 90
"""How many blocks apart two blocks may stand and still be joined: more than a page of a large newspaper has."""
MARGIN = 0.7
NEAR = 3.0
WINDOW = 500
"""Characters on either side that say what a place of the page is about."""
ROUNDS = 3


class Role(Enum):
    """What a node of the flow is."""

    HEAD = "head"
    SUBHEAD = "subhead"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that stands in the flow of text: a headline group, a subhead or a body block."""

    role: Role
    text: str
    edge: Edge
    apart: bool = False  # a picture, caption or banner stands before it


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


@dataclass(frozen=True, slots=True)
class _Choice:
    score: float
    kind: str
    reason: str


def solve(nodes: Sequence[Node]) -> Order:
    """The best order of a page's nodes."""
    if len(nodes) < 2:
        return Order((), ())
    page = PageWords(node.text for node in nodes)
    topics = Topics([node.text for node in nodes])
    after = {i: i + 1 for i in range(len(nodes) - 1) if _flows(nodes, i)}
    choices: dict[tuple[int, int], _Choice] = {}
    fixed = {
        (i, j): found
        for i in range(len(nodes))
        for j in range(max(0, i - REACH), min(len(nodes), i + REACH + 1))
        if i != j and (found := _surface(nodes, i, j, page)) is not None
    }
    pairs: dict[int, int] = {}
    for _ in range(ROUNDS):
        choices = _with_topics(nodes, fixed, topics, after)
        pairs = _assign(choices, len(nodes))
        if pairs == after:
            break
        after = pairs
    return _judge(nodes, choices, pairs)


def _flows(nodes: Sequence[Node], i: int) -> bool:
    """Whether the text plausibly runs from a node to the next one on the page; the first guess."""
    a, b = nodes[i], nodes[i + 1]
    if b.role is Role.HEAD:
        return False
    if a.edge.open and a.role is Role.BODY:
        return b.role is Role.BODY and b.edge.fresh < 1
    return b.edge.cut_start < 2


def _surface(nodes: Sequence[Node], i: int, j: int, page: PageWords) -> _Choice | None:
    """The score of a pair by everything but its subject; None where it cannot be."""
    a, b = nodes[i], nodes[j]
    if b.role is Role.HEAD:
        return None
    if a.role is Role.BODY and a.edge.open:
        found = _open(nodes, i, j, page)
        if a.edge.soft:
            other = _closed(nodes, i, j)
            if found is None or (other.score - 0.5 > found.score):
                return _Choice(other.score - 0.5, other.kind, other.reason)
        return found
    return _closed(nodes, i, j)


def _open(nodes: Sequence[Node], i: int, j: int, page: PageWords) -> _Choice | None:
    """A sentence that must go on."""
    a, b = nodes[i], nodes[j]
    if b.role is not Role.BODY:
        return None
    score, kind, reason = join_score(a.edge, b.edge, page)
    score += width_score(a.edge, b.edge) + _distance(nodes, i, j, 2.5, -0.5)
    return _Choice(score - 0.5 + min(2.0, 0.4 * b.edge.cut_start), kind, reason)


def _closed(nodes: Sequence[Node], i: int, j: int) -> _Choice:
    """A finished paragraph, a headline or a subhead, and what may follow it."""
    a, b = nodes[i], nodes[j]
    score = (
        quote_score(a.edge, b.edge) + width_score(a.edge, b.edge) - (b.edge.cut_start if b.role is Role.BODY else 0.0)
    )
    if b.edge.speaker:
        score -= 0.8
    near, far = NEAR, -1.5
    if a.role is Role.HEAD:
        near, far = 6.0, -2.0
    elif a.role is Role.SUBHEAD:
        near, far = 5.0, -1.5
        if b.role is Role.SUBHEAD:
            near = 1.0
    score += _distance(nodes, i, j, near, far)
    return _Choice(score, "next", "the next paragraph" if j == i + 1 else "the same subject goes on")


def _distance(nodes: Sequence[Node], i: int, j: int, near: float, far: float) -> float:
    """The next on the page is the likeliest; a little less so over a subhead that strayed, less still backwards."""
    if j == i + 1:
        return near - (1.0 if nodes[j].apart and near == NEAR else 0.0)
    if i < j <= i + 3 and all(node.role is Role.SUBHEAD for node in nodes[i + 1 : j]):
        return near - 1.5
    return far - 0.25 * math.log2(abs(j - i)) - (0.4 if j < i else 0.0)


def _with_topics(
    nodes: Sequence[Node], fixed: dict[tuple[int, int], _Choice], topics: Topics, after: dict[int, int]
) -> dict[tuple[int, int], _Choice]:
    """The scores with the subject of what stands before and after, as far as the order is known."""
    before = {j: i for i, j in after.items()}
    left = [_walk(nodes, i, before) for i in range(len(nodes))]
    right = [_walk(nodes, j, after) for j in range(len(nodes))]
    fits = topics.fits(left, right)
    found: dict[tuple[int, int], _Choice] = {}
    for (i, j), choice in fixed.items():
        weight = 0.5 if nodes[i].edge.open and nodes[i].role is Role.BODY else 1.0
        overlap = j in left[i] or i in right[j]
        score = choice.score + weight * (0.0 if overlap else fits.score(i, j))
        if score > 0:
            found[i, j] = _Choice(score, choice.kind, choice.reason)
    return found


def _walk(nodes: Sequence[Node], start: int, step: dict[int, int]) -> list[int]:
    """A node and its neighbours along the order, up to a window's length."""
    walked, length, at = [start], len(nodes[start].text), start
    while length < WINDOW and at in step and len(walked) < 12:
        at = step[at]
        if at in walked:
            break
        walked.append(at)
        length += len(nodes[at].text)
    return walked


def _assign(choices: dict[tuple[int, int], _Choice], size: int) -> dict[int, int]:
    """The pairs with the highest sum, without circles."""
    banned: set[tuple[int, int]] = set()
    while True:
        pairs = _best({pair: choice.score for pair, choice in choices.items() if pair not in banned}, size)
        circle = _circle(pairs)
        if not circle:
            return pairs
        banned.add(min(circle, key=lambda pair: choices[pair].score))


def _best(scores: dict[tuple[int, int], float], size: int) -> dict[int, int]:
    """Each node's successor in the best assignment; parts of the page that no pair connects are solved apart."""
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  (a fifth of a second)

    pairs: dict[int, int] = {}
    for rows, columns in _parts(scores):
        table = np.zeros((len(rows), len(columns) + len(rows)))
        row_at = {row: k for k, row in enumerate(rows)}
        column_at = {column: k for k, column in enumerate(columns)}
        for row in rows:
            for column in columns:
                table[row_at[row], column_at[column]] = scores.get((row, column), -1e3)
        for r, c in zip(*linear_sum_assignment(table, maximize=True), strict=True):
            if c < len(columns) and table[r, c] > 0:
                pairs[rows[r]] = columns[c]
    return pairs


def _parts(scores: dict[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    """Connected parts of the bipartite graph of pairs."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(x: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for i, j in scores:
        parent[find(("row", i))] = find(("column", j))
    parts: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for x in sorted(parent):
        rows, columns = parts.setdefault(find(x), ([], []))
        (rows if x[0] == "row" else columns).append(x[1])
    return list(parts.values())


def _circle(pairs: dict[int, int]) -> list[tuple[int, int]]:
    """The pairs of a circle, or nothing."""
    done: set[int] = set()
    for start in pairs:
        path: list[int] = []
        at = start
        while at in pairs and at not in done:
            done.add(at)
            path.append(at)
            at = pairs[at]
        if at in path:
            ring = path[path.index(at) :]
            return [(x, pairs[x]) for x in ring]
    return []


def _judge(nodes: Sequence[Node], choices: dict[tuple[int, int], _Choice], pairs: dict[int, int]) -> Order:
    """Keeps the pairs that clearly beat the page without them."""
    scores = {pair: choice.score for pair, choice in choices.items()}
    total = sum(scores[pair] for pair in pairs.items())
    links, doubtful = [], []
    for i, j in sorted(pairs.items()):
        choice = choices[i, j]
        regret = _regret(scores, total, (i, j), len(nodes)) if j != i + 1 else min(choice.score, 9.0)
        link = Link(i, j, choice.kind, choice.score, regret, choice.reason)
        (links if regret >= MARGIN else doubtful).append(link)
    return Order(tuple(links), tuple(doubtful))


def _regret(scores: dict[tuple[int, int], float], total: float, pair: tuple[int, int], size: int) -> float:
    """How much worse the page reads when a pair is forbidden."""
    rest = {other: score for other, score in scores.items() if other != pair}
    without = sum(rest[other] for other in _best(rest, size).items())
    return max(0.0, total - without)


Solver = Callable[[Sequence[Node]], Order]
