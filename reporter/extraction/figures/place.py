"""What the figures of an article ask of others: whose a place is, and what quantities and times a text holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from reporter.language.spans import Period, Quantity


class Place(Protocol):
    """What a zone context says of one place."""

    @property
    def zone(self) -> str:
        """The canonical name, empty where none is safe."""

    @property
    def external(self) -> bool:
        """Whether the place is about somebody else than a zone."""

    @property
    def rule(self) -> str:
        """How it was decided."""

    @property
    def cue(self) -> str:
        """The word that decided."""

    @property
    def cue_start(self) -> int:
        """Where the cue stands in the paragraph, -1 where it stands in another one."""

    @property
    def cue_end(self) -> int:
        """Where the cue ends."""


ZoneAt = Callable[[int, int, int], Place]
ZonesIn = Callable[[int], Sequence[tuple[int, int, str]]]
Quantities = Callable[[str], Sequence[Quantity]]
Periods = Callable[[str], Sequence[Period]]
