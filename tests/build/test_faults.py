"""What happens when a build is killed, interrupted, or two start at once: never a partial file, never lost work."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from benchmarks.pages import write_pages
from reporter.build.files import TEMPORARY, digest_file
from reporter.build.manifest import load
from reporter.cli import stop
from tests.conftest import Reporter

MOMENTS = int(os.environ.get("REPORTER_KILLS", "1"))
"""How many random moments a build is killed at; more of them when somebody asks."""


def build_of(pages: Path, out: Path, jobs: int = 2) -> list[str]:
    return ["build", str(pages), "--out", str(out), "-a", "leader", "-q", "-j", str(jobs)]


def start(pages: Path, out: Path, errors: int = subprocess.DEVNULL, jobs: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reporter", *build_of(pages, out, jobs)]
    return subprocess.Popen(command, stderr=errors, start_new_session=True)


@pytest.fixture(autouse=True, scope="module")
def heeded() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl-C, and so would every process that is started here."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def state(out: Path) -> dict[str, str]:
    """Every file that a reader sees, by content."""
    return {
        path.relative_to(out).as_posix(): digest_file(path)
        for path in out.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(out).parts)
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on six zones."""
    folder = tmp_path_factory.mktemp("pages")
    write_pages(folder, 6, per_page=6)
    return folder


@pytest.fixture(scope="module")
def clean(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], float]:
    """What a build that nobody disturbs gives, and how long it takes."""
    out = tmp_path_factory.mktemp("clean")
    began = time.monotonic()
    assert start(pages, out).wait(100) == 0
    return state(out), time.monotonic() - began


def test_a_killed_build_leaves_whole_files_and_the_next_goes_on(
    pages: Path, clean: tuple[dict[str, str], float], tmp_path: Path, here: Reporter
) -> None:
    whole, seconds = clean
    dice = random.Random(7)
    for number in range(MOMENTS):
        out = tmp_path / str(number)
        build = start(pages, out)
        time.sleep(dice.uniform(0.3, seconds * 0.95))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait(20)
        left = state(out) if out.exists() else {}
        for path, content in left.items():
            if path != "manifest.json":
                assert content == whole[path], f"{path} is not whole"
        for made in load(out).outputs:
            assert made.whole(out), made.path
        assert here(*build_of(pages, out)).returncode == 0
        assert state(out) == whole
        assert not list(out.rglob(f"{TEMPORARY}*"))


def test_who_presses_ctrl_c_again_is_heard_only_when_tidying_up_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = stop.Stop()
    for _ in range(2):  # a library has swallowed the first
        with pytest.raises(KeyboardInterrupt):
            heard(signal.SIGINT, None)
    with pytest.raises(KeyboardInterrupt):
        try:
            heard(signal.SIGINT, None)
        finally:
            heard(signal.SIGINT, None)
            with contextlib.suppress(OSError):
                try:
                    raise OSError
                finally:
                    heard(signal.SIGTERM, None)
    with pytest.raises(KeyboardInterrupt, match="too long"):
        try:
            heard(signal.SIGINT, None)
        finally:
            monkeypatch.setattr(stop, "PATIENCE", -1)
            try:
                heard(signal.SIGINT, None)
            except KeyboardInterrupt as again:
                raise KeyboardInterrupt("too long") from again


def test_an_interruption_that_falls_into_an_objects_last_moments_still_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    heard = stop.Stop()
    monkeypatch.setattr("sys.unraisablehook", heard.lost)
    before = signal.signal(signal.SIGINT, heard)
    try:
        with pytest.raises(KeyboardInterrupt):
            Dying()
            time.sleep(10)
        Dying()  # the second disturbs nobody
        time.sleep(0.1)
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("share", [0.45, 0.7])  # while workers are being started, and when they are at work
def test_an_interrupted_build_stops_soon_and_tells_the_truth(
    pages: Path, clean: tuple[dict[str, str], float], tmp_path: Path, here: Reporter, share: float
) -> None:
    whole, seconds = clean
    build = start(pages, tmp_path / "out", subprocess.PIPE)
    time.sleep(seconds * share)
    began = time.monotonic()
    for pause in (0.003, 0.01, 0):  # impatient fingers press again
        with contextlib.suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGINT)
        time.sleep(pause)
    _, said = build.communicate(timeout=20)
    taken = time.monotonic() - began
    if build.returncode == 0:
        pytest.skip("the build was done before it was interrupted")
    assert (build.returncode, said.decode()) == (130, "reporter: interrupted; what was finished is kept\n")
    assert load(tmp_path / "out").outputs or not list((tmp_path / "out").glob("*/*.html"))
    assert taken < 5  # two seconds on a machine with nothing else to do
    for made in load(tmp_path / "out").outputs:
        assert made.whole(tmp_path / "out"), made.path
    assert here(*build_of(pages, tmp_path / "out")).returncode == 0
    assert state(tmp_path / "out") == whole


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_ended_leaves_nothing_unfinished(tmp_path: Path, sign: signal.Signals) -> None:
    target = tmp_path / "facts.csv"
    target.write_text("old")
    command = [sys.executable, "-m", "reporter", "facts", "-", "-o", str(target)]
    waiting = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(tmp_path.glob(f"{TEMPORARY}*")):
        time.sleep(0.05)
    waiting.send_signal(sign)
    _, said = waiting.communicate(timeout=20)
    assert (waiting.returncode, said.decode()) == (130, "reporter: interrupted; what was finished is kept\n")
    assert [path.name for path in tmp_path.iterdir()] == ["facts.csv"]
    assert target.read_text() == "old"


def test_of_two_builds_into_one_folder_the_second_says_so_and_no_worker_outlives_the_first(
    pages: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    first = start(pages, out)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out / ".lock").exists():
        time.sleep(0.02)
    second = start(pages, out, subprocess.PIPE)
    known: dict[int, psutil.Process] = {}
    while time.monotonic() < deadline and not list(out.glob("*/*.html")):
        known |= {one.pid: one for one in psutil.Process(first.pid).children(recursive=True)}
        time.sleep(0.05)
    _, said = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "another build is writing here" in said.decode()
    first.kill()
    first.wait(20)
    _, alive = psutil.wait_procs(list(known.values()), timeout=10)
    assert len(known) >= 3
    assert not alive


def test_a_build_with_one_worker_outlives_it_and_gives_the_same_bytes(
    pages: Path, clean: tuple[dict[str, str], float], tmp_path: Path
) -> None:
    build = start(pages, tmp_path / "out", jobs=1)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list((tmp_path / "out").glob("*/*.html")):
        time.sleep(0.02)
    workers = [one for one in psutil.Process(build.pid).children(recursive=True) if one.parent().pid != build.pid]
    for worker in workers:
        worker.kill()
    assert build.wait(100) == 0
    assert len(workers) == 1
    assert state(tmp_path / "out") == clean[0]
