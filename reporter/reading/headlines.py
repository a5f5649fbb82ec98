"""How far a paragraph has the words of a headline: by that a reader finds the item that a headline belongs to.

松塔新区算力规模跃升 | 本报讯 记者从松塔新区获悉，全区算力规模跃升至……     1.0
松塔新区算力规模跃升 | 服务器保税维修基地将于年底投用……                   0.0
"""

from __future__ import annotations

LEAD = 240
"""Characters of a first paragraph in which its headline's words are looked for."""


def shared(title: str, text: str) -> float:
    """Which share of a headline's strings of three characters a text has."""
    strings = [title[k : k + 3] for k in range(len(title) - 2)]
    return sum(string in text for string in strings) / len(strings) if strings else 0.0
