"""Finding a zone by any of its names."""

from __future__ import annotations

import difflib

from reporter.errors import UsageError
from reporter.model import Collection


class ZoneNames:
    """Every name of every zone seen so far, and the canonical name it stands for."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def add(self, collection: Collection) -> None:
        """Learn a collection's zones; a canonical name wins over another zone's alias."""
        for zone in collection.zones:
            self._known[zone.name] = zone.name
        for zone in collection.zones:
            for name in (zone.official, *zone.aliases):
                if name:
                    self._known.setdefault(name, zone.name)

    def find(self, given: str) -> str | None:
        """The canonical name, when `given` is a name of a zone or part of the names of just one."""
        if given in self._known:
            return self._known[given]
        within = {zone for name, zone in self._known.items() if given and given in name}
        return within.pop() if len(within) == 1 else None

    def unknown(self, given: str) -> UsageError:
        """What to say when there is none: the nearest names."""
        within = sorted({zone for name, zone in self._known.items() if given and given in name})
        near = [self._known[name] for name in difflib.get_close_matches(given, self._known, 5, 0.4)]
        suggestions = list(dict.fromkeys([*within, *near]))[:5]
        hint = f"did you mean {'、'.join(suggestions)}?" if suggestions else "`reporter zones` lists them"
        return UsageError(f"no article speaks of a zone `{given}`", hint=hint)


def zone_name(collection: Collection, given: str) -> str:
    """The canonical name of a zone of the collection by any of its names.

    Raises UsageError with the nearest names when there is none.
    """
    names = ZoneNames()
    names.add(collection)
    found = names.find(given)
    if found is None:
        raise names.unknown(given)
    return found
