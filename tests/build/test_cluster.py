"""The same build on a Dask cluster, with a worker killed in the middle: all documents, to the same bytes."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.pages import write_pages
from reporter.build import cluster
from reporter.build.cluster import one_at_a_time
from reporter.build.manifest import load
from tests.build.test_faults import state
from tests.conftest import Reporter

distributed = pytest.importorskip("distributed")


@pytest.fixture
def dask():
    """A scheduler and two worker processes on loopback, with more threads than an engine can bear."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=2,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as local:
        yield local


def build(pages: Path, out: Path, *more: str) -> list[str]:
    config = str(pages.parent / "reporter.toml")
    return ["build", str(pages), "--out", str(out), "-a", "mine", "-q", "--config", config, *more]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A page, and a house with a logo and an audience that has pictures of its own: beside its style, and in it."""
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='{0}' height='9'/></svg>"
    files = {
        "reporter.toml": '[brand]\nlogo = "logo.svg"\n',
        "logo.svg": drawing.format(1),
        "port.svg": drawing.format(2),
        "templates/mine/paper.svg": drawing.format(3),
        "templates/mine/style.css": "body { background: url(paper.svg) }",
        "templates/mine/audience.toml": 'extends = "leader"\ntitle = "我的"\n',
        "templates/mine/brief.html.j2": '{% extends "leader/brief.html.j2" %}{% block summary %}<img src="{{ logo }}" alt="标志">'
        '<img src="{{ "port.svg"|picture }}" alt="港口">{{ super() }}{% endblock %}',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    folder = tmp_path / "pages"
    write_pages(folder, 6, per_page=6)
    return folder


def test_a_worker_with_many_threads_does_one_task_at_a_time() -> None:
    at_it: list[int] = []

    def most_at_once(task: int) -> int:
        at_it.append(task)
        time.sleep(0.005)
        seen = len(at_it)
        at_it.remove(task)
        return seen

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(partial(one_at_a_time, most_at_once), range(8))) == {1}


class Deadly(cluster.ClusterWorkers):
    """A cluster on which the task 3 kills every worker; Dask gives it up after so many that died."""

    def __init__(self, allowed: int) -> None:
        self.allowed, self.sent, self.count, self._looked = allowed, [], 2, math.inf

    def _submit(self, function, item):
        self.sent.append(item)
        future = Future()
        if item == 3:
            future.set_exception(distributed.scheduler.KilledWorker("task", None, self.allowed))
        else:
            future.set_result(function(item))
        return future

    def close(self, *, now: bool = False) -> None:
        pass


@pytest.mark.parametrize(("allowed", "tries", "deaths"), [(3, 1, 4), (2, 1, 3), (0, 3, 3)])
def test_a_task_that_kills_workers_of_a_cluster_is_given_up_alone(allowed: int, tries: int, deaths: int) -> None:
    with Deadly(allowed) as workers:
        outcomes = {one.item: one for one in workers.run(abs, range(8))}
    assert workers.sent.count(3) == tries
    assert len(workers.sent) == 7 + tries  # nothing else was sent twice
    assert str(outcomes[3].error).startswith(f"3: given up: its worker died {deaths} times")
    assert [one.item for one in outcomes.values() if one.error] == [3]


class Manned(cluster.ClusterWorkers):
    """A cluster that has so many workers at one look after the other."""

    def __init__(self, *seen: int) -> None:
        looks = iter(seen)
        self.address, self._looked, self._manned = "tcp://here", -math.inf, time.monotonic()
        self.client = SimpleNamespace(status="running", nthreads=lambda **_: range(next(looks)))
        self._count_workers()

    def look(self) -> int:
        self._looked = -math.inf
        self._glance([])
        return self.count


def test_workers_that_join_later_are_used_too() -> None:
    workers = Manned(0, 2, 5, 1)
    assert [workers.count, workers.look(), workers.look(), workers.look()] == [1, 2, 5, 1]


def test_a_cluster_without_workers_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(cluster, "PATIENCE", -1)
    workers = Manned(1, 0, 0, 2, 0)
    workers.waits = said.append
    for told in (1, 1, 1, 2):
        workers.look()
        assert len(said) == told
    assert said[0] == "the cluster at tcp://here has no worker; waiting for one"


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_documents(
    dask, pages: Path, tmp_path: Path, here: Reporter
) -> None:
    assert here(*build(pages, tmp_path / "local")).returncode == 0

    victim = next(iter(dask.workers.values())).pid

    def kill() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list((tmp_path / "out").glob("*/*.html")):
            time.sleep(0.02)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    done = here(*build(pages, tmp_path / "out", "--scheduler", dask.scheduler_address))
    killer.join()
    assert done.returncode == 0, done.stderr
    assert state(tmp_path / "out") == state(tmp_path / "local")
    assert not [made for made in load(tmp_path / "out").outputs if made.warnings]


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_goes_away_is_told_in_a_sentence(pages: Path, tmp_path: Path) -> None:
    """Whatever the library thinks of it: what was finished is kept."""
    tool = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--no-dashboard", "--port"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    scheduler = subprocess.Popen([*tool, port], stderr=subprocess.DEVNULL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        scheduler.wait(1)
    hasty = "from reporter.build import cluster; cluster.PATIENCE = 0.1; from reporter.__main__ import main; main()"
    command = [sys.executable, "-c", hasty, "build", str(pages), "--out", str(tmp_path / "out")]
    build = subprocess.Popen([*command, "--scheduler", f"tcp://127.0.0.1:{port}"], stderr=subprocess.PIPE)
    waits = build.stderr.readline().decode()
    scheduler.kill()
    scheduler.wait(20)
    _, said = build.communicate(timeout=60)
    assert waits == f"reporter: the cluster at tcp://127.0.0.1:{port} has no worker; waiting for one\n"
    assert build.returncode == 2
    assert said.decode().startswith(f"reporter: tcp://127.0.0.1:{port}: the scheduler went away"), said.decode()
    assert said.count(b"\n") == 1


def test_a_scheduler_that_is_not_there(
    pages: Path, tmp_path: Path, here: Reporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 0.5)
    done = here(*build(pages, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1"))
    assert done.returncode == 2
    assert "no scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr
