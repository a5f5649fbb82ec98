"""What stands in the flow of a page's text: headline groups, subheads and body blocks, in page order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from reporter.reading.joint import Edge

_COMMAS = "，,、；;：:"
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3},$")
"""…一次性资助1,|000万元: no comma between clauses."""
_ANEW = re.compile(
    "(?:此外|另外|与此同时|据悉|据了解|据介绍|据统计|数据显示|截至目前|近年来|近日|日前|连日来|下一步)[，,]"
)


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
    title: str = ""  # a headline without its kicker and byline

    @property
    def manner(self) -> str:
        """Which weights hold for what follows it: head, subhead, closed, comma (cut between two clauses) or open."""
        if self.role is not Role.BODY:
            return str(self.role.value)
        if not self.edge.open:
            return "closed"
        between = self.edge.tail[-1] in _COMMAS and not _THOUSANDS.search(self.edge.tail)
        return "comma" if between else "open"

    @property
    def anew(self) -> bool:
        """Whether it begins with what no sentence has in its middle: 此外，……; 据统计，……."""
        return _ANEW.match(self.text) is not None

    @property
    def is_head(self) -> bool:
        """Whether it is a headline group."""
        return self.role is Role.HEAD

    @property
    def is_subhead(self) -> bool:
        """Whether it is a subhead."""
        return self.role is Role.SUBHEAD

    @property
    def goes_on(self) -> bool:
        """Whether its last sentence is not finished."""
        return self.role is Role.BODY and self.edge.open
