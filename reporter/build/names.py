"""Finding a zone by any of its names."""

from __future__ import annotations

import difflib

from reporter.errors import UsageError
from reporter.model import Collection


def zone_name(collection: Collection, given: str) -> str:
    """The canonical name of a zone by any of its names; a near miss is answered with suggestions."""
    known: dict[str, str] = {}
    for zone in collection.zones:
        for name in (zone.name, zone.official, *zone.aliases):
            if name:
                known.setdefault(name, zone.name)
    if given in known:
        return known[given]
    within = sorted({zone for name, zone in known.items() if given and given in name})
    if len(within) == 1:
        return within[0]
    near = [known[name] for name in difflib.get_close_matches(given, known, 5, 0.4)]
    suggestions = list(dict.fromkeys([*within, *near]))[:5]
    hint = f"did you mean {'、'.join(suggestions)}?" if suggestions else "`reporter zones` lists them"
    raise UsageError(f"no article speaks of a zone `{given}`", hint=hint)
