"""Whose subject a place of the page has, as far as the order is known: chains of blocks, gathered around headlines.

A chain is what is known to hang together. Chains with a headline are the articles so far; each other chain leans to
the article that it is most like. A pair of blocks is then as alike as one's chain is to the other's article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reporter.reading.speakers import Speakers
from reporter.reading.topic import Topics, alike, set_against

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float64]]

_TURNS = 3
_NEAR = 10
"""How many blocks of a chain tell what one of its places is about."""
_ZONE_BONUS = 1.0
_LEANS = 1.15
"""How many times more alike the best article must be than the second for a chain to lean to it."""


class Subjects:
    """How alike the blocks of a page are, given the links that are known."""

    def __init__(
        self,
        topics: Topics,
        characters: Topics,
        size: int,
        after: Mapping[int, int],
        heads: Sequence[bool],
        zones: Sequence[frozenset[str]],
        kinds: Sequence[frozenset[str]],
        claims: Sequence[frozenset[int]],
        speakers: Sequence[Speakers],
    ) -> None:
        self._topics = topics
        self._compared: dict[Topics, Vector] = {}
        self._characters = characters
        self._size = size
        self._after = dict(after)
        self.chains = _chains(size, after)
        self.chain_of = [0] * size
        for number, chain in enumerate(self.chains):
            for node in chain:
                self.chain_of[node] = number
        self._headed = [any(heads[node] for node in chain) for chain in self.chains]
        self._zones = zones
        self._chain_zones = [self._zones_in(chain) for chain in self.chains]
        self._claims = claims
        self._speakers = speakers
        self._heads = heads
        self._from: dict[int, frozenset[int]] = {}
        places = [(self.chains[self.chain_of[node]], node) for node in range(size)]
        self._befores = [_up_to(chain, node) for chain, node in places]
        self._behinds = [chain[chain.index(node) :][:_NEAR] for chain, node in places]
        self._zones_behind = [self._zones_in(nodes) for nodes in self._behinds]
        self._kinds = kinds
        self._kinds_behind = [self._kinds_in(nodes) for nodes in self._behinds]

    def row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: how alike what goes before is to what follows, for each as next.

        Before: node `i` and what is known to lead to it; behind: the other node and what is known to follow it, so
        that a pair that is known already is asked no harder than one that is not. 0 is usual on this page.
        """
        import numpy as np  # noqa: PLC0415

        values: Vector = np.clip(self._compare_nodes(self._topics)[i, first:last], -2.5, 5.0)
        return values

    def character_row(self, i: int, first: int, last: int) -> Vector:
        """The same by the characters that few blocks have."""
        import numpy as np  # noqa: PLC0415

        values: Vector = np.clip(self._compare_nodes(self._characters)[i, first:last], -2.5, 5.0)
        return values

    def before(self, i: int) -> Sequence[int]:
        """Node `i` and what is known to lead to it, in order."""
        return self._befores[i]

    def zone_row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: 1 where what follows names a zone of what goes before, -1 only others."""
        import numpy as np  # noqa: PLC0415

        here = self._zones_in(self._befores[i])
        values: Vector = np.zeros(last - first)
        if here:
            for k in range(first, last):
                there = self._zones_behind[k]
                if there:
                    values[k - first] = 1.0 if here & there else -1.0
        return values

    def kind_row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: 1 where what follows has a kind of zone that goes before, -1 only others."""
        import numpy as np  # noqa: PLC0415

        here = self._kinds_in(self._befores[i])
        values: Vector = np.zeros(last - first)
        if here:
            for k in range(first, last):
                there = self._kinds_behind[k]
                if there:
                    values[k - first] = 1.0 if here & there else -1.0
        return values

    def claim_rows(self, i: int, first: int, last: int) -> tuple[Vector, Vector]:
        """For the nodes `first` to `last`: 1 where one names the zone of node `i` or before it, -1 another's only.

        The second row says the same of nodes that name none themselves, by what hangs together with them.
        """
        import numpy as np  # noqa: PLC0415

        chain = self.chains[self.chain_of[i]]
        before = chain[: chain.index(i) + 1]
        own = self._own_claim(before) | self._own_claim(before[::-1])
        here: Vector = np.zeros(last - first)
        behind: Vector = np.zeros(last - first)
        if not own:
            return here, behind
        for k in range(first, last):
            if self._claims[k]:
                here[k - first] = 1.0 if own & self._claims[k] else -1.0
            elif there := self._claim_from(k):
                behind[k - first] = 1.0 if own & there else -1.0
        return here, behind

    def speaker_row(self, i: int, first: int, last: int) -> Vector:
        """For the nodes `first` to `last`: 1 where one calls somebody whom the chain up to node `i` names.

        -1 where one calls somebody by the bare name, whom only other places introduce, though the chain has its
        headline.
        """
        import numpy as np  # noqa: PLC0415

        chain = self.chains[self.chain_of[i]]
        known = frozenset().union(*(self._speakers[node].named for node in chain[: chain.index(i) + 1]))
        whole = self._heads[chain[0]]
        values: Vector = np.zeros(last - first)
        for k in range(first, last):
            if known & self._speakers[k].named:
                values[k - first] = 1.0
            elif whole and self._speakers[k].bare:
                values[k - first] = -1.0
        return values

    def _own_claim(self, chain: Sequence[int]) -> frozenset[int]:
        """The zones of the first of some blocks that names one."""
        return next((self._claims[node] for node in chain if self._claims[node]), frozenset())

    def _claim_from(self, node: int) -> frozenset[int]:
        """The zones that a node names, or the first behind it in its chain that names one."""
        if node not in self._from:
            chain = self.chains[self.chain_of[node]]
            at = chain.index(node)
            self._from[node] = self._own_claim(chain[at : at + 4])
        return self._from[node]

    def _zones_in(self, nodes: Sequence[int]) -> frozenset[str]:
        return frozenset().union(*(self._zones[node] for node in nodes))

    def _kinds_in(self, nodes: Sequence[int]) -> frozenset[str]:
        return frozenset().union(*(self._kinds[node] for node in nodes))

    def leaning(self) -> list[tuple[int, int, float]]:
        """Chains without a headline that lean to an article, both by their number, and how alike they are.

        A chain that names a zone which this article alone has is that much more alike.
        """
        self._bags = self._topics.gathered(self.chains)
        article_of = self._lean(self._headed)
        fits = self._compare(article_of)
        roots = set(article_of)
        found = []
        for number, root in enumerate(article_of):
            if root == number:
                continue
            zones = self._chain_zones[number]
            others = [zones & self._chain_zones[other] for other in roots - {root, number}]
            alone = bool(zones & self._chain_zones[root]) and not any(others)
            found.append((number, root, float(fits[root][number]) + _ZONE_BONUS * alone))
        return found

    def _compare_nodes(self, topics: Topics) -> Vector:
        """What goes before each node, itself included, against what follows each node; 0 is usual on this page."""
        if topics not in self._compared:
            before, behind = topics.gathered(self._befores), topics.gathered(self._behinds)
            self._compared[topics] = set_against(alike(before, behind))
        return self._compared[topics]

    def _lean(self, headed: Sequence[bool]) -> list[int]:
        """For each chain the chain whose headline it leans to; itself where none is clearly best."""
        import numpy as np  # noqa: PLC0415

        article = list(range(len(self.chains)))
        roots = [number for number, has in enumerate(headed) if has]
        if not roots:
            return article
        for _ in range(_TURNS):
            groups = [[n for k, c in enumerate(self.chains) if article[k] == root for n in c] for root in roots]
            fits = alike(self._bags, self._topics.gathered(groups))
            changed = False
            for number, has in enumerate(headed):
                if has:
                    continue
                order = np.argsort(-fits[number], kind="stable")
                second = fits[number, order[1]] if len(order) > 1 else 0.0
                best = roots[int(order[0])] if fits[number, order[0]] > _LEANS * second + 0.01 else number
                changed |= best != article[number]
                article[number] = best
            if not changed:
                break
        return article

    def _compare(self, article_of: Sequence[int]) -> Vector:
        """Chains against chains, each with the article it leans to (but without the other chain)."""
        import numpy as np  # noqa: PLC0415

        members: dict[int, list[int]] = {}
        for number, root in enumerate(article_of):
            members.setdefault(root, []).append(number)
        roots = sorted(members)
        groups = [[node for number in members[root] for node in self.chains[number]] for root in roots]
        fits = alike(self._topics.gathered(groups), self._bags)
        place = {root: k for k, root in enumerate(roots)}
        for root, numbers in members.items():
            if len(numbers) < 2:
                continue
            rests = [[n for other in numbers if other != number for n in self.chains[other]] for number in numbers]
            own = (self._topics.gathered(rests) * self._bags[numbers]).sum(axis=1)
            fits[place[root], numbers] = own
        whole = fits[[place[root] for root in article_of], :]
        both = (whole + whole.T) / 2
        np.fill_diagonal(both, both.mean())
        return set_against(both)


def _up_to(chain: Sequence[int], node: int) -> Sequence[int]:
    """A node and what leads to it: the headline's end of the chain and the last few blocks."""
    before = chain[: chain.index(node) + 1]
    return before if len(before) <= _NEAR else [before[0], *before[1 - _NEAR :]]


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
