"""The same build on a Dask cluster, with a worker killed in the middle: all documents, to the same bytes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.build.test_faults import state

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster():
    """A scheduler and two worker processes on loopback."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as local:
        yield local


def build(pages: Path, out: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reporter", "build", str(pages), "--out", str(out), "-a", "leader", "-q", *more]
    return subprocess.run(command, capture_output=True, timeout=110, check=False)


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_documents(cluster, seeds: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    page = next(seeds.glob("004*"))
    shutil.copy(page, pages / page.name)
    assert build(pages, tmp_path / "local").returncode == 0

    victim = next(iter(cluster.workers.values())).pid

    def kill() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list((tmp_path / "out").glob("*/*.html")):
            time.sleep(0.02)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    done = build(pages, tmp_path / "out", "--scheduler", cluster.scheduler_address)
    killer.join()
    assert done.returncode == 0, done.stderr.decode()
    assert state(tmp_path / "out") == state(tmp_path / "local")


def test_a_scheduler_that_is_not_there(seeds: Path, tmp_path: Path) -> None:
    done = build(seeds, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert b"no scheduler answers" in done.stderr
    assert b"Traceback" not in done.stderr
