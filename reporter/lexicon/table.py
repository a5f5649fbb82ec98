"""Reading the tables of this room: CSV and TOML files with comments, shipped with the package."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `tables/<name>.csv`, each by column name, cells stripped; lines that begin with # are comments."""
    text = files("reporter.lexicon").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    for row in csv.DictReader(lines):
        yield {key: (value or "").strip() for key, value in row.items() if key}


def word_rows(name: str, column: str) -> dict[str, frozenset[int]]:
    """For each word of a column of `tables/<name>.csv`, cells of several with spaces between: its rows' numbers."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows(name)):
        for word in row[column].split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def plain_rows(name: str) -> Iterator[list[str]]:
    """The cells of `tables/<name>.csv` row by row, for a long table without quoted cells; # begins a comment."""
    text = files("reporter.lexicon").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    for line in lines[first + 1 :]:
        yield line.split(",")


def section(name: str) -> dict[str, Any]:
    """The whole of `tables/<name>.toml`."""
    return tomllib.loads(files("reporter.lexicon").joinpath("tables", f"{name}.toml").read_text(encoding="utf-8"))
