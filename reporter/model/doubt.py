"""A doubt (存疑): what a person should look at before it is used."""

from __future__ import annotations

from dataclasses import dataclass

BORROWED_ZONE = "本段未点明功能区"
"""How the doubt of a fact begins that has its zone from the article that its text may belong to."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something for a person to look at: what is doubtful, and where."""

    kind: str  # incomplete, zoneless, conflict, sum, join, year, value, unsure, source
    what: str
    source: str = ""
    article: str = ""
    fact: str = ""
