"""Which block goes on in which: the page solved as a whole.

Every block may have one successor and one predecessor. Each possible pair gets a score (log odds that it is right;
0 is as good as leaving the block alone); the set of pairs with the highest sum is an assignment, which scipy solves.
Chains, not circles: of a circle a weak pair is forbidden whose loss costs the page little. A pair
must also be likely among all orders of the page (`chances`), else it is not taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporter.lexicon.joints import joint_weights
from reporter.reading.chances import chances
from reporter.reading.evidence import AT, COLUMNS, Evidence
from reporter.reading.nodes import Node, Role
from reporter.reading.series import bullet

LIKELY = 0.55
"""How likely a pair must be, all orders of the page considered: nothing but its words makes a far pair likely."""
NEXT_LIKELY = 0.7
"""The same for a sentence that goes on in the next block: they stand together as it is."""
HEAD_LIKELY = 0.6
"""The same for a headline and the paragraph below it: no other article's headline is near."""
WHOLE_LIKELY = 0.8
"""The same for a whole paragraph and the next: neighbours of two articles look the same."""
FAR_WHOLE = 0.83
"""The same where they stand apart."""
POSSIBLE = -1.0
"""The score from which on one text may be the next of another."""
HALF_LIKELY = 0.4
"""How likely a pair must be to be joined for its subject or the zone it names."""
EITHER = 0.5
"""How much less likely an end that may be either is a closed one."""
SURE = 1.0
"""From this score on a pair counts as known when the subject of a place is asked for."""
PARAGRAPH_SURE = 3.0
"""The same for a whole paragraph and the next."""
ROUNDS = 3
LARGEST = 160
"""Nodes that are solved together: more than the fullest newspaper page has."""
PART = 36
"""Nodes of a part of a file that is larger than that: such a file holds many pages, one behind the other."""
LIKE = 1.0
"""How much more alike than usual a column must be to the article that it is given to, in deviations."""
LEAN = 1.4
"""The same for a text without a headline that names no zone: whose it is, a reader must see at once."""
COLUMN = 250
"""Characters from which on a column's subject can be told."""
_HALF = 0.5
_NEVER = -1e3
_LEAST = -4.0
_MANY = 250
_FEW = 9
"""So many pairs are tried out; scipy solves more."""
_CHOICES = 10
_BREAKS = 12
"""So many pairs of a circle, the weakest first, are tried as the one to part it at."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Node `before` goes on in node `after`."""

    before: int
    after: int
    kind: str
    score: float
    chance: float
    reason: str


@dataclass(frozen=True, slots=True)
class Order:
    """The chosen links, those that did not clearly beat the next best, and what the rest belongs to."""

    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]
    leans: tuple[Pair, ...] = ()
    """First node of a text without a headline, and the headline of the article that it most likely belongs to."""


def solve(nodes: Sequence[Node]) -> Order:
    """The best order of a page's nodes."""
    if len(nodes) < 2:
        return Order((), ())
    if len(nodes) > LARGEST:
        return _in_parts(nodes)
    if _orderly(nodes):
        return Order(tuple(_as_it_stands(nodes)), ())
    evidence = Evidence(nodes)
    scores, after = settled(evidence)
    chance = likely(evidence, scores)
    order = _judge(evidence, scores, chance, after)
    return _leaning(evidence, scores, chance, _gathered(evidence, chance, order))


def settled(evidence: Evidence) -> tuple[dict[Pair, float], dict[int, int]]:
    """The scores of a page's pairs and its best order, when what each tells of the other has settled."""
    after = so_far = evidence.first_guess()
    ways = _ways(evidence)
    scores: dict[Pair, float] = {}
    seen: list[dict[int, int]] = []
    for _ in range(ROUNDS):
        before = so_far
        scores = weigh(evidence, ways, before)
        after = assign(scores)
        so_far = known(evidence, scores, after)
        if so_far == before or so_far in seen:
            break
        seen.append(so_far)
    return scores, after


def known(evidence: Evidence, scores: dict[Pair, float], after: dict[int, int]) -> dict[int, int]:
    """The pairs of an order that count as known when the subject of a place is asked for.

    That a paragraph stands below another whole one says little of itself, so such a pair must be surer.
    """
    least = [PARAGRAPH_SURE if node.manner == "closed" else SURE for node in evidence.nodes]
    return {i: j for i, j in after.items() if scores[i, j] >= least[i]}


def likely(evidence: Evidence, scores: dict[Pair, float]) -> dict[Pair, float]:
    """The probability of each pair, all orders of the page considered."""
    import numpy as np  # noqa: PLC0415

    rows, columns = [i for i, _ in scores], [j for _, j in scores]
    _, share = chances(len(evidence.nodes), rows, columns, np.array(list(scores.values())))
    return dict(zip(scores, share.tolist(), strict=True))


def _in_parts(nodes: Sequence[Node]) -> Order:
    """A file larger than any page holds many pages: it is cut at headlines, and each part solved for itself."""
    links: list[Link] = []
    doubtful: list[Link] = []
    leans: list[Pair] = []
    start = 0
    while start < len(nodes):
        end = min(len(nodes), start + PART)
        if end < len(nodes):
            heads = [i for i in range(start + PART // 2, end) if nodes[i].role is Role.HEAD]
            end = heads[-1] if heads else end
        part = solve(nodes[start:end])
        for found, kept in ((part.links, links), (part.doubtful, doubtful)):
            kept += [replace(link, before=link.before + start, after=link.after + start) for link in found]
        leans += [(first + start, head + start) for first, head in part.leans]
        start = end
    return Order(tuple(links), tuple(doubtful), tuple(leans))


def _orderly(nodes: Sequence[Node]) -> bool:
    """Whether a page is one article with nothing cut: a clean file needs no putting together."""
    heads = sum(node.role is Role.HEAD for node in nodes)
    cut = any(node.goes_on and not node.edge.soft for node in nodes[:-1])
    return not cut and (heads == 0 or (heads == 1 and nodes[0].role is Role.HEAD))


def _as_it_stands(nodes: Sequence[Node]) -> list[Link]:
    return [Link(i, i + 1, "next", 6.0, 0.99, "the next paragraph") for i in range(len(nodes) - 1)]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of reading some nodes: their weights by kind of evidence, and the scores of what no order changes."""

    nodes: Any
    weights: Any
    still: Any
    less: float = 0.0


def _ways(evidence: Evidence) -> list[_Way]:
    """Each node read in its manner, and ends that may be either read as closed too, which is a little less likely."""
    import numpy as np  # noqa: PLC0415

    rows = {manner: np.array([row.get(name, 0.0) for name in COLUMNS]) for manner, row in joint_weights().items()}
    either = [i for i, node in enumerate(evidence.nodes) if node.goes_on and node.edge.soft]
    ways = []
    for nodes, manners, less in (
        (list(range(len(evidence.nodes))), [node.manner for node in evidence.nodes], 0.0),
        (either, ["closed"] * len(either), EITHER),
    ):
        still = [evidence.fixed[i] @ rows[manner] for i, manner in zip(nodes, manners, strict=True)]
        if nodes:
            ways.append(_Way(np.array(nodes), np.array([rows[manner] for manner in manners]), np.array(still), less))
    return ways


def weigh(evidence: Evidence, ways: Sequence[_Way], after: dict[int, int]) -> dict[Pair, float]:
    """The score of every pair that is better than none, with the subject of the order so far."""
    import numpy as np  # noqa: PLC0415

    moving = evidence.moving(evidence.subjects(after))
    table = np.full(evidence.possible.shape, _NEVER)
    for way in ways:
        found = way.still - way.less
        for name, values in moving.items():
            found += way.weights[:, AT[name], None] * values[way.nodes]
        table[way.nodes] = np.maximum(table[way.nodes], found)
    table[~evidence.possible] = _NEVER
    best = np.sort(np.argsort(-table, axis=1, kind="stable")[:, :_CHOICES], axis=1)
    return {
        (i, j): score
        for i, (row, columns) in enumerate(zip(table, best.tolist(), strict=True))
        for j, score in zip(columns, row[columns].tolist(), strict=True)
        if score > _LEAST
    }


def assign(scores: dict[Pair, float]) -> dict[int, int]:
    """The pairs with the highest sum, without circles; parts of the page that no pair connects are solved apart."""
    pairs: dict[int, int] = {}
    open_parts = _parts({pair: score for pair, score in scores.items() if score > 0})
    for part in open_parts:
        pairs |= _solve(part)
    while circle := _circle(pairs):
        # the pair goes that is weak and whose loss costs the page little
        choices = []
        for pair in sorted(circle, key=lambda pair: scores[pair])[:_BREAKS]:
            part = next(part for part in open_parts if pair in part)
            without = _best({other: score for other, score in part.items() if other != pair})
            cost = sum(scores[p] for p in pairs.items() if p in part) - sum(scores[p] for p in without.items())
            choices.append((cost + scores[pair], pair, part, without))
        _, pair, part, without = min(choices, key=lambda choice: choice[0])
        pairs = {i: j for i, j in pairs.items() if (i, j) not in part} | without
        del part[pair]
    return pairs


def _best(scores: dict[Pair, float]) -> dict[int, int]:
    """Each node's successor in the best assignment."""
    pairs: dict[int, int] = {}
    for part in _parts(scores):
        pairs |= _solve(part)
    return pairs


def _solve(scores: dict[Pair, float]) -> dict[int, int]:
    if len(scores) <= _FEW:
        return _by_trying(list(scores.items()))[1]
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  (a fifth of a second)

    rows = {row: k for k, row in enumerate(sorted({i for i, _ in scores}))}
    columns = {column: k for k, column in enumerate(sorted({j for _, j in scores}))}
    if len(rows) > _MANY:
        return _solve_sparse(scores, rows, columns)
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


def _by_trying(pairs: list[tuple[Pair, float]]) -> tuple[float, dict[int, int]]:
    """The best of a few pairs, with their sum: the first of them taken, or left."""
    if not pairs:
        return 0.0, {}
    ((i, j), score), *others = pairs
    free = [other for other in others if other[0][0] != i and other[0][1] != j]
    taken, left = _by_trying(free), _by_trying(others) if len(free) < len(others) else (0.0, {})
    return max((taken[0] + score, {i: j} | taken[1]), left, key=lambda found: found[0])


def _solve_sparse(scores: dict[Pair, float], rows: dict[int, int], columns: dict[int, int]) -> dict[int, int]:
    """The same for very large pages; every row also has a column of its own that stands for having no successor."""
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import coo_matrix  # noqa: PLC0415
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415

    pairs = list(scores)
    r = np.array([rows[i] for i, _ in pairs] + list(range(len(rows))))
    c = np.array([columns[j] for _, j in pairs] + [len(columns) + k for k in range(len(rows))])
    weights = np.array([scores[pair] + 1.0 for pair in pairs] + [1.0] * len(rows))
    graph = coo_matrix((weights, (r, c)), shape=(len(rows), len(columns) + len(rows))).tocsr()
    row_names, column_names = list(rows), list(columns)
    found = zip(*min_weight_full_bipartite_matching(graph, maximize=True), strict=True)
    return {row_names[a]: column_names[b] for a, b in found if b < len(columns)}


def _parts(scores: dict[Pair, float]) -> list[dict[Pair, float]]:
    """The pairs in groups that share no row and no column."""
    part_of: dict[int, dict[Pair, float]] = {}  # rows by their number, columns by -1 less theirs
    for pair, score in scores.items():
        row, column = part_of.get(pair[0]), part_of.get(-1 - pair[1])
        if row is None or column is None or row is column:
            whole = row if row is not None else column if column is not None else {}
        else:
            whole, other = (row, column) if len(row) >= len(column) else (column, row)
            whole |= other
            for i, j in other:
                part_of[i] = part_of[-1 - j] = whole
        part_of[pair[0]] = part_of[-1 - pair[1]] = whole
        whole[pair] = score
    return list({id(part): part for part in part_of.values()}.values())


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


def _judge(evidence: Evidence, scores: dict[Pair, float], chance: dict[Pair, float], pairs: dict[int, int]) -> Order:
    """The pairs that are likely enough among all orders of the page; in doubt are those of the best order else."""
    after = _likeliest({pair: share for pair, share in chance.items() if share >= _least(evidence, *pair)})
    before = {j: i for i, j in after.items()}
    links = [_link(evidence, scores, chance, pair) for pair in sorted(after.items())]
    left = [(i, j) for i, j in sorted(pairs.items()) if i not in after and j not in before]
    return Order(tuple(links), tuple(_link(evidence, scores, chance, pair) for pair in left))


def _likeliest(chance: dict[Pair, float]) -> dict[int, int]:
    """The pairs, the likeliest first, that leave every node one successor and one predecessor and make no circle."""
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    for i, j in sorted(chance, key=lambda pair: -chance[pair]):
        end = j
        while end in after:
            end = after[end]
        if i not in after and j not in before and end != i:
            after[i], before[j] = j, i
    return after


def _link(evidence: Evidence, scores: dict[Pair, float], chance: dict[Pair, float], pair: Pair) -> Link:
    kind, reason = _told(evidence, *pair)
    return Link(*pair, kind, scores[pair], chance[pair], reason)


def _least(evidence: Evidence, i: int, j: int) -> float:
    """How likely a pair must be to be taken."""
    if j != i + 1:
        whole = evidence.nodes[i].manner == "closed" and not evidence.asks(i)
        return FAR_WHOLE if whole else LIKELY
    if evidence.nodes[i].role is Role.HEAD:
        return HEAD_LIKELY
    if evidence.alone or bullet(evidence.nodes[j].text):
        return LIKELY  # an entry begins no article
    return NEXT_LIKELY if evidence.nodes[i].goes_on else WHOLE_LIKELY


def _told(evidence: Evidence, i: int, j: int) -> tuple[str, str]:
    """The kind of a link, and why it was taken, in words."""
    if evidence.nodes[i].goes_on and evidence.nodes[j].role is Role.BODY:
        return evidence.told(i, j)
    return "next", "the next paragraph" if j == i + 1 else "the same subject goes on"


def _gathered(evidence: Evidence, chance: dict[Pair, float], order: Order) -> Order:
    """Columns that begin with a fresh paragraph and clearly lean to an article further up are its next paragraphs."""
    links = list(order.links)
    subjects = evidence.subjects({link.before: link.after for link in links})
    ends = {number: chain[-1] for number, chain in enumerate(subjects.chains)}
    undecided = _undecided(order)
    for number, root, alike in sorted(subjects.leaning(), key=lambda found: subjects.chains[found[0]][0]):
        start, end = subjects.chains[number][0], ends[root]
        if sum(len(evidence.nodes[node].text) for node in subjects.chains[number]) < COLUMN:
            continue
        fresh = _fresh(evidence.nodes[start]) and start not in undecided
        if alike < LIKE or start < subjects.chains[root][0] or not fresh:
            continue
        named, own = (evidence.claimed(subjects.chains[k]) for k in (number, root))
        if named and not named & own:
            continue
        last = evidence.nodes[end]
        possible = chance.get((end, start), 0.0) >= HALF_LIKELY and start != end + 1  # not neighbours, left apart above
        if last.goes_on or last.closes or not possible:
            continue
        links.append(Link(end, start, "next", alike, 0.7, "the subject of the article goes on"))
        ends[root] = ends[number]
    taken = {link.before for link in links} | {link.after + len(evidence.nodes) for link in links}
    doubtful = tuple(
        link for link in order.doubtful if link.before not in taken and link.after + len(evidence.nodes) not in taken
    )
    return Order(tuple(sorted(links, key=lambda link: link.before)), doubtful)


def _undecided(order: Order) -> frozenset[int]:
    """Rests of sentences that more likely than not go on from what they could not be joined to: nobody else's."""
    return frozenset(link.after for link in order.doubtful if link.chance >= _HALF and link.kind != "next")


def _leaning(evidence: Evidence, scores: dict[Pair, float], chance: dict[Pair, float], order: Order) -> Order:
    """The articles that texts without a headline most likely belong to: by the zone that they name, or the subject."""
    subjects = evidence.subjects({link.before: link.after for link in order.links})
    chains = subjects.chains
    alike = {number: (root, fit) for number, root, fit in subjects.leaning()}
    likely_after = {link.after: link.before for link in order.doubtful if link.kind == "next" and link.chance >= LIKELY}
    leans = []
    for number, chain in enumerate(chains):
        if any(evidence.nodes[node].role is Role.HEAD for node in chain):
            continue
        named = evidence.claimed(chain)
        root, fit = alike.get(number, (number, 0.0))
        by_name = any(evidence.zones_of(chain) & evidence.zones_of([evidence.heads[k]]) for k in named)
        placed = -1 if by_name else evidence.told_with(chain, chains)
        placed = placed if by_name or placed >= 0 else _of_its_places(evidence, chain, chains)
        placed = placed if by_name or placed >= 0 or named else _of_its_kind(evidence, chain, chains)
        if placed >= 0:
            leans.append((chain[0], placed))
        elif len(named) == 1:
            leans.append((chain[0], evidence.heads[next(iter(named))]))
        elif not named and root != number and fit >= LEAN:
            leans.append((chain[0], chains[root][0]))
        elif chain[0] in likely_after:
            first = chains[subjects.chain_of[likely_after[chain[0]]]][0]
            leans += [(chain[0], first)] if evidence.nodes[first].is_head else []
    return _come_home(evidence, scores, chance, replace(order, leans=tuple(leans)))


def _of_its_places(evidence: Evidence, chain: Sequence[int], chains: Sequence[Sequence[int]]) -> int:
    """The headline of the one article that names a place which a text without a headline names; -1 where none is."""
    here = frozenset().union(*(evidence.places[node] for node in chain))
    headed = [other for other in chains if evidence.nodes[other[0]].is_head]
    sharing = [other[0] for other in headed if any(here & evidence.places[node] for node in other)]
    return sharing[0] if len(sharing) == 1 else -1


def _of_its_kind(evidence: Evidence, chain: Sequence[int], chains: Sequence[Sequence[int]]) -> int:
    """The headline of the one article that calls its zone by the kind by which the text does: 片区, 综保区; else -1."""
    headed = [other for other in chains if evidence.nodes[other[0]].is_head]
    kinds = evidence.kinds_of(chain)
    sharing = [other[0] for other in headed if kinds & evidence.kinds_of(other)]
    return sharing[0] if len(sharing) == 1 and len(headed) > 1 else -1


def _come_home(evidence: Evidence, scores: dict[Pair, float], chance: dict[Pair, float], order: Order) -> Order:
    """The one text that names an article's zone, or has its subject, and that can go on from its end, is its next."""
    texts: dict[int, list[int]] = {}
    for first, head in order.leans:
        texts.setdefault(head, []).append(first)
    after = {link.before: link.after for link in order.links}
    undecided = _undecided(order)
    links = list(order.links)
    for head, own in texts.items():
        end = head
        while end in after:
            end = after[end]
        nodes = evidence.nodes
        leads = [k for k in own if nodes[k].opens] or [k for k in own if evidence.introduces(k)]
        going = leads if end == head else [k for k in own if scores.get((end, k), _NEVER) >= POSSIBLE]
        going = [k for k in going if k not in undecided and (end == head or k != end + 1)]  # as in `_gathered`
        going = [k for k in going if end == head or len(going) > 1 or chance.get((end, k), 0.0) >= HALF_LIKELY]
        done = nodes[end].goes_on or nodes[end].closes or nodes[end].edge.ending
        if len(going) == 1 and not done and evidence.allowed(end, going[0]) and _fresh(nodes[going[0]]):
            links.append(Link(end, going[0], "next", LIKE, 0.7, "the text names the article's zone"))
    home = {link.after for link in links}
    leans = tuple(pair for pair in order.leans if pair[0] not in home)
    return Order(tuple(sorted(links, key=lambda link: link.before)), order.doubtful, leans)


def _fresh(node: Node) -> bool:
    """Whether a node can open a column with a paragraph or subhead of its own."""
    edge = node.edge
    return node.role is Role.SUBHEAD or not (edge.cut_start >= 2 or edge.closing or edge.speaker)
