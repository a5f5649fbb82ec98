"""Known names of industries that stand in a row.

In: a text. Out: the hits of each row: |集成电路|、|光电子信息|和|人工智能|; a name that stands alone is a row of one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.extraction.kinds.industry_names import Hit, hits


@lru_cache(maxsize=64)  # two finders ask for the rows of every paragraph
def rows(text: str) -> tuple[list[Hit], ...]:
    """Known names that stand in a row, with 、 and 和 between them."""
    found: list[list[Hit]] = []
    for hit in hits(text):
        if found and _BETWEEN.fullmatch(text, found[-1][-1].end, hit.start):
            found[-1].append(hit)
        else:
            found.append([hit])
    return tuple(found)


_BETWEEN = re.compile("(?:技术|产业|制造|装备)?[、和及与](?:[百千万]亿级|现代|高端|先进|特色|新型)*")
