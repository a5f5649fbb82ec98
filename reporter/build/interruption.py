"""Interruptions that come in disguise."""

from __future__ import annotations


def interrupted(error: BaseException | None) -> bool:
    """Whether a KeyboardInterrupt lies behind an error: a library makes an ImportError of it as it is loaded."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
