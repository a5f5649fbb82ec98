"""Known names of industries that stand in a row.

In: a text. Out: the hits of each row: |集成电路|、|光电子信息|和|人工智能|; a name that stands alone is a row of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.extraction.kinds.industry_names import Hit, hits


def rows(text: str) -> Iterator[list[Hit]]:
    """Known names that stand in a row, with 、 and 和 between them."""
    row: list[Hit] = []
    for hit in hits(text):
        if row and not _BETWEEN.fullmatch(text, row[-1].end, hit.start):
            yield row
            row = []
        row.append(hit)
    if row:
        yield row


_BETWEEN = re.compile("(?:技术|产业|制造|装备)?[、和及与](?:[百千万]亿级|现代|高端|先进|特色|新型)*")
