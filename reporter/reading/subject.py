"""Whose subject a place of the page has, as far as the order is known: chains of blocks, gathered around headlines.

A chain is what is known to hang together. Chains with a headline are the articles so far; each other chain leans to
the article that it is most like. A pair of blocks is then as alike as one's chain is to the other's article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reporter.reading.speakers import Speakers
from reporter.reading.topic import Topics, alike, set_against, within

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float64]]

_TURNS = 3
_BITS = 62
"""Names that a number has room for, one bit each."""
_NEAR = 10
"""How many blocks of a chain tell what one of its places is about."""
_APART = 3.0
"""Deviations from which on it makes no difference how much more alike one article is than another."""
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
        self._kinds = kinds

    def alike(self) -> Vector:
        """How alike what goes before is to what follows, for each node (a row) and each as its next (a column).

        Before: the node and what is known to lead to it; behind: the other node and what is known to follow it, so
        that a pair that is known already is asked no harder than one that is not. 0 is usual on this page.
        """
        return self._compare_nodes(self._topics)

    def characters_alike(self) -> Vector:
        """The same by the characters that few blocks have."""
        return self._compare_nodes(self._characters)

    def own_article(self) -> Vector:
        """How much more alike what follows is to the article of what goes before than to any other, by words.

        For each node and each as its next, in deviations. A text without a headline counts as part of the article that
        it is most alike to; 0 where the page has no two articles.
        """
        return self._own_article(self.alike())

    def own_article_alone(self) -> Vector:
        """The same, asked of a block by itself: a block between two of one article is no likelier its own for that."""
        before, alone = self._topics.gathered(self._befores), self._topics.gathered([[k] for k in range(self._size)])
        return self._own_article(within(set_against(alike(before, alone))))

    def _own_article(self, fits: Vector) -> Vector:
        import numpy as np  # noqa: PLC0415

        found = np.zeros((self._size, self._size))
        articles = [chain for chain, headed in zip(self.chains, self._headed, strict=True) if headed]
        if len(articles) < 2:
            return found
        table = fits[[chain[-1] for chain in articles]]
        for row, chain in zip(table, articles, strict=True):
            row[chain[1:]] = fits[chain[:-1], chain[1:]]  # an article without what is asked for and what follows it
        best = table.argmax(axis=0)
        first, second = np.sort(table, axis=0)[:-3:-1]
        number_of = {chain[0]: number for number, chain in enumerate(articles)}
        for chain in self.chains:
            number = number_of.get(chain[0], int(best[chain[0]]))
            own = table[number]
            if chain[0] not in number_of:
                own = np.maximum(own, fits[chain[-1]])
            found[chain] = np.clip(own - np.where(best == number, second, first), -_APART, _APART)
        return found

    def before(self, i: int) -> Sequence[int]:
        """Node `i` and what is known to lead to it, in order."""
        return self._befores[i]

    def zones_shared(self) -> Vector:
        """For each node and each as its next: 1 where what follows names a zone of what goes before, -1 only others."""
        return shared_sets(*([self._zones_in(nodes) for nodes in side] for side in (self._befores, self._behinds)))

    def kinds_shared(self) -> Vector:
        """The same by the kinds of zone that are spoken of."""
        return shared_sets(*([self._kinds_in(nodes) for nodes in side] for side in (self._befores, self._behinds)))

    def claims_shared(self) -> tuple[Vector, Vector]:
        """For each node and each as its next: 1 where that names the zone of the node or before it, -1 another's only.

        The second table says the same of nodes that name none themselves, by what hangs together with them.
        """
        own = []
        for i in range(self._size):
            chain = self.chains[self.chain_of[i]]
            before = chain[: chain.index(i) + 1]
            own.append(self._own_claim(before) | self._own_claim(before[::-1]))
        nobody: frozenset[int] = frozenset()
        behind = [nobody if self._claims[k] else self._claim_from(k) for k in range(self._size)]
        return shared_sets(own, self._claims), shared_sets(own, behind)

    def speakers_shared(self) -> Vector:
        """For each node and each as its next: 1 where that calls somebody whom the chain up to the node names.

        -1 where it calls somebody by the bare name, whom only other places introduce, though the chain has its
        headline.
        """
        import numpy as np  # noqa: PLC0415

        chains = [self.chains[self.chain_of[i]] for i in range(self._size)]
        known = [
            frozenset().union(*(self._speakers[node].named for node in chain[: chain.index(i) + 1]))
            for i, chain in enumerate(chains)
        ]
        whole = np.array([self._heads[chain[0]] for chain in chains])
        bare = np.array([bool(speaker.bare) for speaker in self._speakers])
        found: Vector = shared_sets(known, [speaker.named for speaker in self._speakers])
        return np.where(found > 0, 1.0, -1.0 * np.outer(whole, bare))

    def calm(self, cut: Sequence[int]) -> float:
        """The share of sentences cut at some nodes that go on in the next block of the page: how well it is in order.

        A page without cuts is taken to be half in order.
        """
        return (sum(self._after.get(i) == i + 1 for i in cut) + 1) / (len(cut) + 2)

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
            self._compared[topics] = within(set_against(alike(before, behind)))
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


def shared_sets(here: Sequence[frozenset[Any]], there: Sequence[frozenset[Any]]) -> Vector:
    """For each of some sets and each of others: 1 where they share something, -1 where both have only their own."""
    import numpy as np  # noqa: PLC0415

    names = list(dict.fromkeys(name for some in here for name in some))
    if not names:
        return np.zeros((len(here), len(there)))
    share = np.zeros((len(here), len(there)), dtype=bool)
    for first in range(0, len(names), _BITS):
        bit = {name: 1 << at for at, name in enumerate(names[first : first + _BITS])}
        rows, columns = (
            np.array([sum(bit.get(name, 0) for name in some) if some else 0 for some in sets], dtype=np.int64)
            for sets in (here, there)
        )
        share |= (rows[:, None] & columns) != 0
    both = np.array([bool(some) for some in here])[:, None] & np.array([bool(some) for some in there])
    found: Vector = share * 2.0 - (both | share)
    return found


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
