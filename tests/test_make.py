"""The Makefile's commands that no other test runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_clean_leaves_nothing_of_a_build(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in (".gitignore", ".lock", ".cache/1.facts", "data/facts.csv", "甲区/甲区-领导参阅.pdf"):
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".gitignore"]
