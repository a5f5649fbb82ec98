"""The tables: no word stands twice where one would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from reporter.lexicon import table

TABLES = sorted(path.name for path in files("reporter.lexicon").joinpath("tables").iterdir())
SEVERAL = {"following", "hedges", "places"}
"""Tables in which one word rightly begins several rows."""


def lists(value: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    """The words of every entry of a TOML table, with the entry's key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, str):
        yield place, value.split()
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield place, value


def twice(words: Iterator[Any] | list[Any]) -> list[Any]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("name", [name.removesuffix(".toml") for name in TABLES if name.endswith(".toml")])
def test_no_entry_has_a_word_twice(name: str) -> None:
    assert {key: found for key, words in lists(table.section(name)) if (found := twice(words))} == {}


@pytest.mark.parametrize("name", [name.removesuffix(".csv") for name in TABLES if name.endswith(".csv")])
def test_no_table_has_a_row_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in table.rows(name)]
    assert rows
    assert twice(rows if name in SEVERAL else [row[0] for row in rows]) == []
