"""The user's own words: the `[lexicon]` part of reporter.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UserZone:
    """A zone that the user adds, or whose entry the user overrides by name."""

    name: str
    official: str = ""
    type: str = "其他"
    level: str = ""
    province: str = ""
    city: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserUnit:
    """A unit that the user adds: as printed, the base unit and how many of it one is."""

    printed: str
    base: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class UserWords:
    """All that a user teaches the grammar; empty by default."""

    zones: tuple[UserZone, ...] = ()
    units: tuple[UserUnit, ...] = ()
    indicators: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
