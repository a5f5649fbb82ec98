"""The `[brand]` part of reporter.toml: the noun itself lives with the other nouns, because briefs carry it."""

from __future__ import annotations

from reporter.model.brand import Brand

__all__ = ["Brand"]
