"""Whose subject a place of the page has, as far as the order is known: chains of blocks, gathered around headlines.

A chain is what is known to hang together. Chains with a headline are the articles so far; each other chain leans to
the article that it is most like. A pair of blocks is then as alike as one's chain is to the other's article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reporter.reading.topic import Topics

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float64]]

_TURNS = 3
_ZONE_BONUS = 1.0
_LEANS = 1.15
"""How many times more alike the best article must be than the second for a chain to lean to it."""


class Subjects:
    """How alike the blocks of a page are, given the links that are known."""

    def __init__(
        self,
        topics: Topics,
        size: int,
        after: Mapping[int, int],
        heads: Sequence[bool],
        zones: Sequence[frozenset[str]],
        claims: Sequence[frozenset[str]],
    ) -> None:
        self._topics = topics
        self._size = size
        self._after = dict(after)
        self.chains = _chains(size, after)
        self.chain_of = [0] * size
        for number, chain in enumerate(self.chains):
            for node in chain:
                self.chain_of[node] = number
        self._bags = topics.gathered(self.chains)
        self._article_of = self._lean([any(heads[node] for node in chain) for chain in self.chains])
        self._fits = self._compare()
        self._zones = zones
        self._chain_zones = [self._zones_in(chain) for chain in self.chains]
        self._claims = claims
        self._from: dict[int, frozenset[str]] = {}
        self._zone_rows: dict[int, Vector] = {}
        self._splits: dict[int, float] = {}

    def row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: how alike each is to node `i`; 0 is usual on this page."""
        import numpy as np  # noqa: PLC0415

        mine = self.chain_of[i]
        around = np.array(self.chain_of[first:last])
        values = np.where(around == mine, 0.0, self._fits[mine][around])
        after = self._after.get(i)
        if after is not None and first <= after < last:
            values[after - first] = self._split(i)
        return np.clip(values, -2.5, 5.0)

    def zone_row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: 1 where their chain names a zone of node `i`'s, -1 where only others."""
        import numpy as np  # noqa: PLC0415

        mine = self.chain_of[i]
        if mine not in self._zone_rows:
            here = self._chain_zones[mine]
            self._zone_rows[mine] = np.array(
                [0.0 if not here or not there else (1.0 if here & there else -1.0) for there in self._chain_zones]
            )
        around = np.array(self.chain_of[first:last])
        values: Vector = np.where(around == mine, 0.0, self._zone_rows[mine][around])
        after = self._after.get(i)
        if after is not None and first <= after < last:
            chain = self.chains[mine]
            at = chain.index(i) + 1
            before = self._zones_in(chain[max(0, at - 12) : at])
            behind = self._zones_in(chain[at : at + 4])
            values[after - first] = 0.0 if not before or not behind else (1.0 if before & behind else -1.0)
        return values

    def claim_row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: 1 where the text from there on names the zone of node `i`'s headline.

        -1 where it names the zone of another headline only.
        """
        import numpy as np  # noqa: PLC0415

        mine = self.chain_of[i]
        chain = self.chains[mine]
        own = self._own_claim(chain[: chain.index(i) + 1])
        values: Vector = np.zeros(last - first)
        if not own:
            return values
        for k in range(first, last):
            there = self._claim_from(k)
            if there:
                values[k - first] = 1.0 if own & there else -1.0
        return values

    def _own_claim(self, chain: Sequence[int]) -> frozenset[str]:
        """The zones of a chain's headline; where that has none, of the first block that names one."""
        return next((self._claims[node] for node in chain if self._claims[node]), frozenset())

    def _claim_from(self, node: int) -> frozenset[str]:
        """The zones that a node names, or the first behind it in its chain that names one."""
        if node not in self._from:
            chain = self.chains[self.chain_of[node]]
            at = chain.index(node)
            self._from[node] = self._own_claim(chain[at : at + 4])
        return self._from[node]

    def _zones_in(self, nodes: Sequence[int]) -> frozenset[str]:
        return frozenset().union(*(self._zones[node] for node in nodes))

    def leaning(self) -> list[tuple[int, int, float]]:
        """Chains without a headline that lean to an article, both by their number, and how alike they are.

        A chain that names a zone which this article alone has is that much more alike.
        """
        roots = set(self._article_of)
        found = []
        for number, root in enumerate(self._article_of):
            if root == number:
                continue
            zones = self._chain_zones[number]
            others = [zones & self._chain_zones[other] for other in roots - {root, number}]
            alone = bool(zones & self._chain_zones[root]) and not any(others)
            found.append((number, root, float(self._fits[root][number]) + _ZONE_BONUS * alone))
        return found

    def _split(self, i: int) -> float:
        """How alike the two parts of a chain are that a known link holds together."""
        if i not in self._splits:
            chain = self.chains[self.chain_of[i]]
            at = chain.index(i) + 1
            bags = self._topics.gathered([chain[max(0, at - 12) : at], chain[at : at + 12]])
            alike = float(bags[0] @ bags[1])
            self._splits[i] = (alike - self._mean) / self._deviation
        return self._splits[i]

    def _lean(self, headed: Sequence[bool]) -> list[int]:
        """For each chain the chain whose headline it leans to; itself where none is clearly best."""
        import numpy as np  # noqa: PLC0415

        article = list(range(len(self.chains)))
        roots = [number for number, has in enumerate(headed) if has]
        if not roots:
            return article
        for _ in range(_TURNS):
            groups = [[n for k, c in enumerate(self.chains) if article[k] == root for n in c] for root in roots]
            alike = self._bags @ self._topics.gathered(groups).T
            changed = False
            for number, has in enumerate(headed):
                if has:
                    continue
                order = np.argsort(-alike[number], kind="stable")
                second = alike[number, order[1]] if len(order) > 1 else 0.0
                best = roots[int(order[0])] if alike[number, order[0]] > _LEANS * second + 0.01 else number
                changed |= best != article[number]
                article[number] = best
            if not changed:
                break
        return article

    def _compare(self) -> Vector:
        """Chains against chains, each with the article it leans to (but without the other chain)."""
        import numpy as np  # noqa: PLC0415

        members: dict[int, list[int]] = {}
        for number, root in enumerate(self._article_of):
            members.setdefault(root, []).append(number)
        roots = sorted(members)
        groups = [[node for number in members[root] for node in self.chains[number]] for root in roots]
        alike = self._topics.gathered(groups) @ self._bags.T
        place = {root: k for k, root in enumerate(roots)}
        for root, numbers in members.items():
            if len(numbers) < 2:
                continue
            rests = [[n for other in numbers if other != number for n in self.chains[other]] for number in numbers]
            alike[place[root], numbers] = (self._topics.gathered(rests) * self._bags[numbers]).sum(axis=1)
        whole = alike[[place[root] for root in self._article_of], :]
        both = (whole + whole.T) / 2
        np.fill_diagonal(both, both.mean())
        self._mean, self._deviation = float(both.mean()), max(0.02, float(both.std()))
        result: Vector = (both - self._mean) / self._deviation
        return result


def _chains(size: int, after: Mapping[int, int]) -> list[list[int]]:
    """The nodes in chains, singles included; each in its order."""
    followed = set(after.values())
    chains = []
    for start in range(size):
        if start in followed:
            continue
        chain, at = [start], start
        while at in after:
            at = after[at]
            chain.append(at)
        chains.append(chain)
    return chains
