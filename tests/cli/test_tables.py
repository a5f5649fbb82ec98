"""Tables for people: on a narrow terminal words are folded, and no figure and no id ever loses a character."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from reporter.cli import output

ROWS = [
    {"id": "2bda56c998", "zone": "上海自贸区临港新片区", "metric": "规模以上工业企业研发投入占比", "text": "3900多万美元",
     "period": "2020-01/2020-04", "facts": 11},
    {"id": "419129a311", "zone": "", "metric": "[括号]里的话", "text": "近2000家", "period": "/2020", "facts": None},
]  # fmt: skip
NAMES = ("id", "zone", "metric", "text", "period", "facts")


def drawn(width: int, monkeypatch: pytest.MonkeyPatch, rows: list[dict[str, object]] | None = None) -> str:
    page = io.StringIO()
    monkeypatch.setattr(output, "console", lambda: Console(file=page, width=width))
    output.table(NAMES, ROWS if rows is None else rows, lambda value: value)
    return page.getvalue()


@pytest.mark.parametrize("width", [10, 40, 60, 80, 200])
def test_figures_and_ids_are_whole_at_any_width(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(width, monkeypatch)
    for row in ROWS:
        for name in ("id", "text", "period"):
            assert str(row[name]) in page
    for name in NAMES:
        assert name in page
    for words in ("上海自贸区临港新片区", "规模以上工业企业研发投入占比", "[括号]里的话"):
        assert set(words) <= set(page)


def test_words_are_folded_before_a_table_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(74, monkeypatch).splitlines()
    assert max(len(line.rstrip()) for line in lines) <= 74
    assert "上海自贸区" in lines[1]
    assert "临港新片区" in lines[2]


def test_with_room_enough_nothing_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(drawn(120, monkeypatch).splitlines()) == 1 + len(ROWS) + 1


def test_one_row_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(120, monkeypatch, ROWS[:1]).rstrip().endswith("\n1 row")


def test_no_rows_are_a_table_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "0 rows" in drawn(40, monkeypatch, [])
