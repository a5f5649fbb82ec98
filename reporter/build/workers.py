"""Running many tasks on whatever there is: this process, all cores, or a cluster. One seam, one loop.

A task is a plain function of one picklable argument that returns something picklable. `Workers.run` hands out tasks
a few ahead of the workers, so that memory stays flat however many there are, and gives back an `Outcome` for every
one as it ends. A task that fails does not stop the others. A worker that dies takes its task with it: the task is
tried again, alone, and given up by name at the third death.
"""

from __future__ import annotations

import contextlib
import itertools
import math
import multiprocessing
import os
import secrets
import shutil
import signal
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any, Generic, TypeVar

from reporter.build.interruption import interrupted
from reporter.errors import DocumentError, MachineError, ReporterError, unexpected

TRIES = 3
"""How many workers one task may take down with it."""
GLANCE = 0.5
"""Seconds between two looks at what the workers do."""
_MOMENT = 0.1
"""Seconds after which a killed process is seen to be dead."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """How one task ended: with a result, or with an expected failure."""

    item: Item
    result: Result | None = None
    error: ReporterError | None = None


@dataclass(slots=True)
class Attempt(Generic[Item]):
    """A task under way, and how many workers it has taken down with it."""

    item: Item
    deaths: int = 0


class Workers:
    """Runs tasks in this process, one after the other; the other kinds of workers build on its loop."""

    count = 1
    remote = False
    """Whether the workers may be on machines that do not see this one's files."""
    watch: Callable[[list[str]], None] | None = None
    """Told now and then what each worker is at, or what is under way where that cannot be known."""
    waits: Callable[[str], None] | None = None
    """Told what keeps the work from going on."""

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], name: Callable[[Item], str] = str
    ) -> Iterator[Outcome[Item, Result]]:
        """Every item's outcome, in the order in which they end."""
        for item in items:
            if self.watch:
                self.watch([name(item)])
            yield _settle(item, lambda item=item: function(item), name)  # type: ignore[misc]

    def prepare(self) -> None:
        """Have what workers need loaded meanwhile, where that goes on beside this process."""

    def close(self, *, now: bool = False) -> None:
        """Let the workers go; `now` does not wait for tasks that are under way."""

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(now=kind is not None)


class Pooled(Workers):
    """The loop that every executor of `concurrent.futures` shares: this machine's processes, a cluster's."""

    ahead = 2
    breaks = True
    """Whether a worker's death breaks the executor with all that is under way."""
    executor: Executor

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], name: Callable[[Item], str] = str
    ) -> Iterator[Outcome[Item, Result]]:
        """Every item's outcome, in the order in which they end."""
        source = iter(items)
        suspects: deque[Attempt[Item]] = deque()
        flying: dict[Future[Result], Attempt[Item]] = {}
        while True:
            self._launch(function, source, suspects, flying)
            if not flying:
                return
            done, _ = wait(flying, timeout=GLANCE, return_when=FIRST_COMPLETED)
            self._glance([name(attempt.item) for attempt in itertools.islice(flying.values(), self.count)])
            broken = False
            for future in done:
                attempt = flying.pop(future)
                if deaths := self._deaths(future):
                    broken = self.breaks
                    attempt.deaths += deaths
                    yield from self._again(attempt, suspects, name)
                else:
                    yield _settle(attempt.item, future.result, name)
            if broken:
                for future, attempt in list(flying.items()):
                    if future.done() and not future.cancelled() and future.exception() is None:
                        yield _settle(attempt.item, future.result, name)
                    else:
                        suspects.append(attempt)
                flying.clear()
                self._restart()

    def _launch(
        self,
        function: Callable[[Item], Result],
        source: Iterator[Item],
        suspects: deque[Attempt[Item]],
        flying: dict[Future[Result], Attempt[Item]],
    ) -> None:
        """Keep the workers busy; a task that was near a death flies alone, so that only the guilty is counted."""
        if suspects:
            if not flying:
                attempt = suspects.popleft()
                flying[self._submit(function, attempt.item)] = attempt
            return
        while len(flying) < self.count * self.ahead:
            try:
                attempt = Attempt(next(source))
            except StopIteration:
                return
            flying[self._submit(function, attempt.item)] = attempt

    def _glance(self, under_way: list[str]) -> None:
        """Tell the watcher what the workers are at; the tasks that were sent first are under way."""
        if self.watch:
            self.watch(under_way)

    def _submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        try:
            return self.executor.submit(function, item)
        except BrokenProcessPool:  # a worker died while it had nothing to do
            self._restart()
            return self.executor.submit(function, item)

    def _deaths(self, future: Future[Any]) -> int:
        """How many workers the task has taken down with it, this time."""
        return int(isinstance(future.exception(), BrokenProcessPool))

    def _again(
        self, attempt: Attempt[Item], suspects: deque[Attempt[Item]], name: Callable[[Item], str]
    ) -> Iterator[Outcome[Item, Any]]:
        if attempt.deaths >= TRIES:
            what = f"given up: its worker died {attempt.deaths} times"
            yield Outcome(attempt.item, error=DocumentError(what, where=name(attempt.item), hint="is memory short?"))
        else:
            suspects.append(attempt)

    def _restart(self) -> None:
        """Replace a broken executor."""


class LocalWorkers(Pooled):
    """Processes on this machine that stay warm: what they need is imported once, before they fork.

    `preload` are modules that the workers' parent imports; `jobs` 0 means one worker per core.
    """

    def __init__(self, jobs: int, preload: Iterable[str] = ()) -> None:
        self.count = jobs or cores()
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self.context = multiprocessing.get_context(method)
        if method == "forkserver":
            self.context.set_forkserver_preload(list(preload))
        self._forks = method == "forkserver"
        self.board = self.context.SimpleQueue()
        self._leavings = str(Path(tempfile.gettempdir()) / f"reporter-{secrets.token_hex(8)}")
        """Where libraries in the workers put temporary files: one that is killed could not remove its own."""
        self._at: dict[int, str] = {}
        self._restart()

    def _restart(self) -> None:
        self._at.clear()
        self._dead = math.inf
        """Since when a worker is dead, and the executor has not noticed."""
        self._serves = self._forks
        """Whether the server may have to be started first."""
        self.executor = ProcessPoolExecutor(
            self.count, mp_context=self.context, initializer=_begin, initargs=(self.board, self._leavings)
        )

    def prepare(self) -> None:
        """Have the process that workers fork from started and loading, for it takes a while."""
        if self._serves:
            _start_server()
            self._serves = False

    def _submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        for _ in range(TRIES):
            self.prepare()
            try:
                return super()._submit(function, item)
            except (EOFError, OSError):  # the server was killed as it was asked for a worker, or all workers were
                time.sleep(_MOMENT)
                self._restart()
        raise MachineError("worker processes cannot be started", hint="is memory short? --jobs 1 needs none")

    def _glance(self, under_way: list[str]) -> None:  # noqa: ARG002 - these workers tell themselves
        while not self.board.empty():
            worker, name = self.board.get()
            self._at[worker] = name
        if self.watch:
            self.watch([self._at[worker] for worker in sorted(self._at)])
        now = time.monotonic()
        self._dead = min(self._dead, now) if self._someone_is_dead() else math.inf
        if now - self._dead > GLANCE:
            self._kill()

    def _someone_is_dead(self) -> bool:
        return bool(wait_for([process.sentinel for process in self._processes()], timeout=0))

    def _processes(self) -> list[Any]:
        return list((getattr(self.executor, "_processes", None) or {}).values())

    def close(self, *, now: bool = False) -> None:
        """Let the workers go; `now` kills those that are under way."""
        executor = self.executor
        if now and isinstance(executor, ProcessPoolExecutor):
            _stop_server()
            self._kill()
        else:
            executor.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(self._leavings, ignore_errors=True)

    def _kill(self) -> None:
        """Kill all workers, and let the executor notice by itself: closing its queues under it prints tracebacks.

        Only the end that workers write to is closed: of an answer in whose middle its worker died, the executor would
        wait for the rest for ever.
        """
        for process in self._processes():
            with contextlib.suppress(Exception):
                process.kill()
        with contextlib.suppress(Exception):  # private, and gone once the executor is
            self.executor._result_queue._writer.close()  # type: ignore[attr-defined]


class LoneWorker(LocalWorkers):
    """One process that does one task at a time, for somebody who waits for it and may change their mind.

    Make it in the main thread; after that any thread may use it.
    """

    def __init__(self, preload: Iterable[str] = ()) -> None:
        super().__init__(1, preload)
        self._turn = threading.Lock()
        self._ended = False
        self.prepare()

    def do(
        self, function: Callable[[Item], Result], item: Item, name: Callable[[Item], str] = str
    ) -> Outcome[Item, Result]:
        """How the task ended; with a failure when `renew` or `close` put an end to it."""
        with self._turn:
            self._ended = False
            (outcome,) = self.run(function, (item,), name)
            return outcome

    def renew(self) -> None:
        """Give up what is under way; the next task finds a process that remembers nothing."""
        self._ended = True
        self._kill()

    def close(self, *, now: bool = True) -> None:
        """Let the worker go, with what is under way."""
        self._ended = True
        super().close(now=now)

    def _again(
        self, attempt: Attempt[Item], suspects: deque[Attempt[Item]], name: Callable[[Item], str]
    ) -> Iterator[Outcome[Item, Any]]:
        if self._ended:
            yield Outcome(attempt.item, error=DocumentError("given up", where=name(attempt.item)))
        else:
            yield from super()._again(attempt, suspects, name)


def cores() -> int:
    """How many cores this process may use."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS
        return os.cpu_count() or 1


def _settle(item: Item, call: Callable[[], Result], name: Callable[[Item], str]) -> Outcome[Item, Result]:
    """The outcome of one task; a fault of ours becomes a named failure too, so that the rest goes on."""
    try:
        return Outcome(item, result=call())
    except Exception as error:  # whatever it is, the other documents are still made
        if interrupted(error):
            raise KeyboardInterrupt from error
        return Outcome(item, error=error if isinstance(error, ReporterError) else unexpected(error, name(item)))


def _start_server() -> None:
    """Start the process that workers fork from, deaf to Ctrl-C from its first moment: it would print a traceback.

    The process that looks after semaphores would remark on every one that an interrupted build leaves to it.
    """
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - there are none on Windows

    if threading.current_thread() is not threading.main_thread():
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore:resource_tracker"
    try:
        resource_tracker.ensure_running()
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)
        if warnings is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = warnings


def _stop_server() -> None:
    """Kill the process that workers fork from, with all of them: one forked a moment later would print a traceback."""
    from multiprocessing import forkserver  # noqa: PLC0415

    import psutil  # noqa: PLC0415

    pid = getattr(forkserver._forkserver, "_forkserver_pid", None)
    if pid is not None:
        with contextlib.suppress(psutil.Error):
            server = psutil.Process(pid)
            server.suspend()  # so that none is added to those that are found
            for process in (*server.children(), server):
                process.kill()


_board: Any = None


def _begin(board: Any, temporary: str) -> None:
    """Set a worker up: Ctrl-C is the parent's affair; the board is where it says what it is at.

    `temporary` is the folder for all workers' temporary files.
    """
    global _board  # noqa: PLW0603 - one board for a process's whole life
    _board = board
    Path(temporary).mkdir(mode=0o700, exist_ok=True)
    tempfile.tempdir = temporary
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End with the build: a worker whose parent was killed would wait for its next task for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)
        os._exit(1)


def at_work(name: str) -> None:
    """Say what this worker is at; does nothing outside a pool of this machine."""
    if _board is not None:
        _board.put((os.getpid(), name))
