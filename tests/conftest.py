"""What several tests share: the real pages, read once, and the real command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporter.build.collect import collect, survey
from reporter.config import UserWords
from reporter.model import Collection

ROOT = Path(__file__).resolve().parent.parent
Reporter = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def collection(seeds: Path) -> Collection:
    """Everything that the five pages in seeds/ say."""
    words = UserWords()
    found, failures = survey([str(seeds)], words)
    assert not failures
    return next(collect(found, words))


@pytest.fixture(scope="session")
def reporter() -> Reporter:
    """Runs the command as a user does: in a process of its own."""

    def run(*arguments: str | Path, cwd: Path = ROOT, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "reporter", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            timeout=110,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
