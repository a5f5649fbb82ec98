"""Tasks run the same in this process and on all cores; what fails is named and the rest goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path

import pytest

from reporter.build.limits import time_limit
from reporter.build.workers import LocalWorkers, LoneWorker, Workers, at_work
from reporter.errors import DocumentError, SourceError


def square(number: int) -> int:
    if number == 3:
        raise SourceError("is damaged", where="3.txt", hint="send it again")
    if number == 4:
        raise ValueError("nobody thought of this")
    return number * number


def die(task: tuple[str, str]) -> str:
    """Kill the worker: always, or only at the first try (a file remembers)."""
    what, memory = task
    if what == "always":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "once" and not Path(memory).exists():
        Path(memory).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return what


def litter(_: int) -> str:
    """What a library does that cleans up only at a good end."""
    return tempfile.mkdtemp()


@pytest.fixture(scope="module")
def crew():
    with LocalWorkers(2) as workers:
        yield workers


@pytest.mark.parametrize("local", [False, True])
def test_failures_are_named_and_the_rest_is_done(local: bool, crew: LocalWorkers) -> None:
    workers = crew if local else Workers()
    outcomes = {one.item: one for one in workers.run(square, range(6), lambda n: f"{n}.txt")}
    assert [outcomes[n].result for n in (0, 1, 2, 5)] == [0, 1, 4, 25]
    assert str(outcomes[3].error) == "3.txt: is damaged (send it again)"
    assert "ValueError: nobody thought of this" in str(outcomes[4].error)


@pytest.mark.parametrize("now", [False, True])
def test_what_libraries_leave_in_the_workers_goes_with_them(now: bool) -> None:
    workers = LocalWorkers(1)
    (left,) = (outcome.result for outcome in workers.run(litter, [1]))
    assert Path(left).is_dir()
    workers.close(now=now)
    assert not Path(left).parent.exists()
    assert Path(left).parent != Path(tempfile.gettempdir())


def test_an_interruption_that_a_library_makes_an_error_of_is_one() -> None:
    def load(_: int) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stop:
            raise ImportError("initialization failed") from stop

    with pytest.raises(KeyboardInterrupt):
        list(Workers().run(load, [1]))


def slow(number: int) -> int:
    at_work(f"{number}.txt")
    time.sleep(0.05)
    return number


@pytest.mark.parametrize("local", [False, True])
def test_it_is_told_what_is_under_way(local: bool, crew: LocalWorkers) -> None:
    told: list[str] = []
    workers = crew if local else Workers()
    workers.watch = told.extend
    assert len(list(workers.run(slow, range(20, 23), lambda n: f"{n}.txt"))) == 3
    workers.watch = None
    assert "22.txt" in told
    assert set(told) <= {"20.txt", "21.txt", "22.txt"}


def test_a_task_that_kills_its_workers_is_given_up_by_name(tmp_path: Path) -> None:
    tasks = [(what, str(tmp_path / "memory")) for what in ("fine", "always", "once", "also fine")]
    with LocalWorkers(2) as workers:
        outcomes = {one.item[0]: one for one in workers.run(die, tasks, lambda task: task[0])}
    assert outcomes["always"].error is not None
    assert str(outcomes["always"].error).startswith("always: given up: its worker died 3 times")
    assert {name for name, one in outcomes.items() if one.result == name} == {"fine", "once", "also fine"}


def test_the_process_that_workers_come_from_may_be_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalWorkers(2) as workers:
        assert {one.result for one in workers.run(square, range(3))} == {0, 1, 4}
        os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)
        assert {one.result for one in workers.run(square, range(3))} == {0, 1, 4}
        faults = iter((EOFError(), ConnectionRefusedError()))
        submit = ProcessPoolExecutor.submit

        def disturbed(*given: object) -> object:
            for fault in faults:
                raise fault
            return submit(*given)

        monkeypatch.setattr(ProcessPoolExecutor, "submit", disturbed)
        assert {one.result for one in workers.run(square, range(3))} == {0, 1, 4}


def test_a_stream_of_tasks_is_not_read_ahead(crew: LocalWorkers) -> None:
    taken = []

    def stream():
        for number in range(10, 60):
            taken.append(number)
            yield number

    first = next(crew.run(square, stream()))
    assert first.result is not None
    assert len(taken) <= 2 * crew.ahead + 1


def dawdle() -> str:
    """Never end, and take whatever comes for a fault of one's own, as an engine does."""
    try:
        with time_limit(0.05, "长春高新区, leader"):
            while True:
                with contextlib.suppress(Exception):
                    time.sleep(0.01)
    except DocumentError as error:
        return str(error)


@pytest.mark.parametrize("thread", [False, True])
def test_a_task_that_takes_too_long_is_given_up(thread: bool) -> None:
    """In a process of one's own, and in a thread, as on a cluster."""
    said = ThreadPoolExecutor(1).submit(dawdle).result(20) if thread else dawdle()
    assert said.startswith("长春高新区, leader: took longer than 0.05 s")


@pytest.mark.parametrize("thread", [False, True])
def test_a_task_that_is_done_in_time_is_left_alone(thread: bool) -> None:
    def work() -> str:
        with time_limit(0.05, "长春高新区, leader"):
            done = "done"
        time.sleep(0.1)
        return done

    assert (ThreadPoolExecutor(1).submit(work).result(20) if thread else work()) == "done"


def endless(ready: str) -> str:
    if ready:
        Path(ready).touch()
        time.sleep(100)
    return "done"


def test_what_nobody_waits_for_any_more_is_given_up(tmp_path: Path) -> None:
    ready, worker = tmp_path / "ready", LoneWorker()
    try:
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(worker.do, endless, str(ready))
            while not ready.exists():
                time.sleep(0.01)
            worker.renew()
            assert "given up" in str(waiting.result(20).error)
        assert worker.do(endless, "").result == "done"  # a new process goes on
    finally:
        worker.close()


def half_an_answer(memory: str) -> str:
    """Die, the first time, with the answer half written."""
    if not Path(memory).exists():
        Path(memory).touch()
        frame = sys._getframe()
        while "result_queue" not in frame.f_locals:
            frame = frame.f_back
        os.write(frame.f_locals["result_queue"]._writer.fileno(), struct.pack("!i", 1000) + b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    return "whole"


@pytest.mark.parametrize("kind", [LoneWorker, lambda: LocalWorkers(2)])
def test_nobody_waits_for_the_rest_of_an_answer(kind, tmp_path: Path) -> None:
    with kind() as workers:
        (outcome,) = workers.run(half_an_answer, [str(tmp_path / "memory")])
    assert outcome.result == "whole"


def test_workers_get_ready_before_there_is_a_task() -> None:
    Workers().prepare()
    forkserver._forkserver._stop()  # type: ignore[attr-defined] - one that an earlier build killed may be dying still
    with LocalWorkers(1) as workers:
        workers.prepare()
        server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
        assert server is not None
        assert [one.result for one in workers.run(square, (2,))] == [4]
        assert forkserver._forkserver._forkserver_pid == server  # type: ignore[attr-defined]
