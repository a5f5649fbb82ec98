"""Finding a zone by any of its names."""

from __future__ import annotations

import difflib
from collections.abc import Callable

from reporter.errors import UsageError
from reporter.lexicon.zones import closing_words
from reporter.model import Collection

_LEAST = 2
"""Characters that a part of a name must have."""


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
        """The canonical name, when `given` is a name of a zone, or begins or is part of the names of just one."""
        if given in self._known:
            return self._known[given]
        if not _says_which(given):
            return None
        for group in (self._where(lambda name: name.startswith(given)), self._where(lambda name: given in name)):
            if len(group) == 1:
                return group.pop()
        return None

    def guessed(self, given: str) -> str:
        """What to say where `given` is only part of the name of the zone that is found; empty where it is a name."""
        found = self.find(given)
        return f"`{given}` is taken for {found}" if found and given not in self._known else ""

    def _where(self, fits: Callable[[str], bool]) -> set[str]:
        return {zone for name, zone in self._known.items() if fits(name)}

    def unknown(self, given: str) -> UsageError:
        """What to say when there is none: the nearest names."""
        within = sorted(self._where(lambda name: bool(given) and given in name))
        near = [self._known[name] for name in difflib.get_close_matches(given, self._known, 5, 0.4)]
        suggestions = list(dict.fromkeys([*within, *near]))[:5]
        hint = f"did you mean {'、'.join(suggestions)}?" if suggestions else "`reporter zones` lists them"
        return UsageError(f"no article speaks of a zone `{given}`", hint=hint)


def _says_which(given: str) -> bool:
    """Whether a part of a name may tell one zone from others: 廊坊 does, neither 廊 nor 技术开发区 does."""
    return len(given) >= _LEAST and not any(given in word for word in closing_words())


def zone_name(collection: Collection, given: str, tell: Callable[[str], None] = lambda _: None) -> str:
    """The canonical name of a zone of the collection by any of its names; `tell` hears of one found by a part of it.

    Raises UsageError with the nearest names when there is none.
    """
    names = ZoneNames()
    names.add(collection)
    found = names.find(given)
    if found is None:
        raise names.unknown(given)
    if said := names.guessed(given):
        tell(said)
    return found
