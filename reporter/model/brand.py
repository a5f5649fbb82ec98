"""Who hands the briefs over: the house's own marks, used by all audiences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """The house's own marks; everything is empty by default and then leaves no trace on a page.

    `logo` is a path relative to reporter.toml; `accent` and `ink` are CSS colours; `masthead` is the red line
    over a leader's paper; `issue` its number (第12期); `date` the date that the paper bears, as printed.
    """

    organisation: str = ""
    department: str = ""
    logo: str = ""
    accent: str = ""
    ink: str = ""
    masthead: str = ""
    issue: str = ""
    date: str = ""
    confidentiality: str = ""
    contact: tuple[str, ...] = ()
    footer: str = ""
