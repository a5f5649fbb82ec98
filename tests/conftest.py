"""What several tests share: the real pages, read once, and the real command."""

from __future__ import annotations

import contextlib
import io
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

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


@pytest.fixture(scope="session")
def here() -> Reporter:
    """Runs the command in this process, where its libraries are loaded already: for tests that run it often."""
    from reporter.__main__ import main

    def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        argv = ["reporter", *map(str, arguments)]
        status: object = 0
        with (
            contextlib.chdir(cwd),
            mock.patch.object(sys, "argv", argv),
            mock.patch.dict("os.environ"),
            mock.patch.object(sys, "unraisablehook", sys.unraisablehook),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            contextlib.suppress(KeyboardInterrupt),
        ):
            handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
            try:
                main()
            except SystemExit as end:
                status = end.code
            finally:
                for number, handler in handlers.items():
                    signal.signal(number, handler)
        told = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
        return subprocess.CompletedProcess(argv, int(str(status or 0)), *told)

    return run
