"""What speaks for one block going on in another, as numbers.

In: the nodes of a page in page order, and the order as far as it is known. Out: for each node a table, one row for
every other node within reach, one column for each kind of evidence. `order` weighs them; the weights
(`lexicon/tables/joints.toml`) were fitted so that a score is the log odds of the pair being right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from reporter.reading.joint import Edge, Joint, PageWords, joint, quote_score, width_score
from reporter.reading.topic import Fits, Topics

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float64]]

REACH = 90
"""How many nodes apart two nodes may stand and still be joined: more than a page of a large newspaper has."""
WINDOW = 1_200
"""Characters on either side that say what a place of the page is about."""

COLUMNS = (
    "bias", "next", "over_picture", "over_stray", "taken", "distance", "backwards", "word", "name", "broken", "string", "grammar",
    "quotes_meet", "quotes_wait", "quotes_clash", "width", "subject", "subject_here", "cut_start", "fresh", "speaker", "subhead", "number",
)  # fmt: skip
"""The kinds of evidence, in the order of the table's columns."""


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
    opens: bool = False  # 本报讯: only a headline can stand before it
    closes: bool = False  # a byline at the end: nothing comes after it

    @property
    def manner(self) -> str:
        """Which weights hold for what follows it: head, subhead, closed or open."""
        if self.role is not Role.BODY:
            return self.role.value
        return "open" if self.edge.open else "closed"


class Evidence:
    """The evidence of a page; `subjects` is worked out anew as the order becomes known."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self._page = PageWords(node.text for node in nodes)
        self._topics = Topics([node.text for node in nodes])
        alone = [[i] for i in range(len(nodes))]
        self._here = self._topics.fits(alone, alone)
        self._fixed = [self._surface(i) for i in range(len(nodes))]
        self.joints: dict[tuple[int, int], Joint]

    def span(self, i: int) -> range:
        """The nodes within reach of node `i`."""
        return range(max(0, i - REACH), min(len(self.nodes), i + REACH + 1))

    def allowed(self, i: int, j: int) -> bool:
        """Whether `j` may follow `i` at all."""
        a, b = self.nodes[i], self.nodes[j]
        if i == j or b.role is Role.HEAD or a.closes:
            return False
        if b.opens and a.role is not Role.HEAD:
            return False
        return not (a.manner == "open" and not a.edge.soft and b.role is not Role.BODY)

    def table(self, i: int, fits: Fits, left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> Vector:
        """The evidence for every node in `span(i)` to follow node `i`, one row each."""
        span = self.span(i)
        table = self._fixed[i].copy()
        subject = fits.row(i, span.start, span.stop)
        for j in {*left[i], *(j for j in span if i in right[j])}:
            if j in span:
                subject[j - span.start] = 0.0
        table[:, COLUMNS.index("subject")] = subject * (table[:, 0] > 0)
        return table

    def windows(self, after: Mapping[int, int]) -> tuple[list[list[int]], list[list[int]], Fits]:
        """What stands before and after each node, as far as the order is known, and how well they fit."""
        before = {j: i for i, j in after.items()}
        left = [self._walk(i, before) for i in range(len(self.nodes))]
        right = [self._walk(j, after) for j in range(len(self.nodes))]
        return left, right, self._topics.fits(left, right)

    def _walk(self, start: int, step: Mapping[int, int]) -> list[int]:
        walked, length, at = [start], len(self.nodes[start].text), start
        while length < WINDOW and at in step and len(walked) < 12:
            at = step[at]
            if at in walked:
                break
            walked.append(at)
            length += len(self.nodes[at].text)
        return walked

    def first_guess(self) -> dict[int, int]:
        """The order of the page as it stands, broken where it cannot go on."""
        return {i: i + 1 for i in range(len(self.nodes) - 1) if self._flows(i)}

    def _flows(self, i: int) -> bool:
        a, b = self.nodes[i], self.nodes[i + 1]
        if not self.allowed(i, i + 1):
            return False
        if a.manner == "open":
            joint = self.joint(i, i + 1)
            return joint.word > 1.5 or joint.string > 1.2 or quote_score(a.edge, b.edge) > 0
        return b.edge.cut_start < 2

    def joint(self, i: int, j: int) -> Joint:
        """How the text reads over the cut between two nodes."""
        return joint(self.nodes[i].edge, self.nodes[j].edge, self._page)

    def _surface(self, i: int) -> Vector:
        """All evidence for what follows node `i` but its subject."""
        import numpy as np  # noqa: PLC0415

        span = self.span(i)
        table = np.zeros((len(span), len(COLUMNS)))
        for row, j in enumerate(span):
            if self.allowed(i, j):
                table[row] = self._pair(i, j)
        table[:, COLUMNS.index("subject_here")] = self._here.row(i, span.start, span.stop) * (table[:, 0] > 0)
        return table

    def _pair(self, i: int, j: int) -> list[float]:
        a, b = self.nodes[i], self.nodes[j]
        is_open = a.manner == "open"
        cut = self.joint(i, j) if is_open else None
        quotes = quote_score(a.edge, b.edge)
        over = i < j <= i + 3 and j > i + 1 and all(node.role is Role.SUBHEAD for node in self.nodes[i + 1 : j])
        body = b.role is Role.BODY
        values = {
            "bias": 1.0,
            "next": float(j == i + 1),
            "over_picture": float(j == i + 1 and b.apart),
            "over_stray": float(over),
            "taken": float(j > 0 and j - 1 != i and self._continues(j - 1)),
            "distance": math.log2(abs(j - i)) if j != i + 1 else 0.0,
            "backwards": float(j < i),
            "quotes_meet": float(quotes > 0),
            "quotes_wait": float(-2.6 < quotes < 0) * -quotes / 2.5,
            "quotes_clash": float(quotes <= -2.6),
            "width": width_score(a.edge, b.edge) / 4.0,
            "cut_start": b.edge.cut_start / 3.0 if body else 0.0,
            "fresh": 0.0 if is_open and a.edge.tail[-1] in "，,；;：:" else b.edge.fresh,
            "speaker": float(b.edge.speaker),
            "subhead": float(not body),
        }
        if cut is not None:
            values |= {
                "word": cut.word,
                "name": cut.name,
                "broken": cut.broken,
                "string": cut.string,
                "grammar": cut.grammar,
                "number": cut.number,
            }
        return [values.get(name, 0.0) for name in COLUMNS]

    def _continues(self, i: int) -> bool:
        """Whether what stands after node `i` on the page is most likely its own next paragraph."""
        b = self.nodes[i + 1]
        if not self.allowed(i, i + 1) or b.apart:
            return False
        return self.nodes[i].manner != "open" and b.edge.cut_start < 2
