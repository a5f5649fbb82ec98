"""The weights of the evidence for one block going on in another (`tables/joints.toml`)."""

from __future__ import annotations

from functools import cache

from reporter.lexicon.table import section


@cache
def joint_weights() -> dict[str, dict[str, float]]:
    """For what stands before (head, subhead, closed, open): each kind of evidence and its weight in log odds."""
    return {manner: {name: float(weight) for name, weight in row.items()} for manner, row in section("joints").items()}
