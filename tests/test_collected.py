"""The tests themselves: none lies where the test runner does not look."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_every_folder_of_tests_is_looked_into(pytestconfig: pytest.Config) -> None:
    """By pytest's own list a folder named build would hold no tests."""
    folders = {path.parent.name for path in Path(__file__).parent.rglob("test_*.py")}
    assert {"build", "cli"} <= folders
    assert not folders & set(pytestconfig.getini("norecursedirs"))
