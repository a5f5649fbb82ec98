"""Time limits that stop whatever is under way, in a process's main thread and in any other."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading
from collections.abc import Iterator

from reporter.errors import DocumentError


class _TimeUp(BaseException):
    """Raised in a task whose time is up; no `except Exception` on the way takes it for a fault of its own."""


@contextlib.contextmanager
def time_limit(seconds: float, where: str) -> Iterator[None]:
    """Give a task up after so many seconds (0: never): raises DocumentError, which names `where`."""
    if seconds <= 0:
        yield
        return
    main = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    try:
        with _alarm(seconds) if main else _alarm_in_thread(seconds):
            yield
    except _TimeUp as stop:
        line = "".join(getattr(stop, "__notes__", ())[:1])  # left by whoever was filling a template
        hint = "raise build.timeout, or make it simpler or smaller" + (f"; while making {where}" if line else "")
        raise DocumentError(f"took longer than {seconds:g} s", where=line or where, hint=hint) from None


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """The system's alarm clock, which also wakes a thread that waits; for a process's main thread."""

    def ring(*_: object) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _alarm_in_thread(seconds: float) -> Iterator[None]:
    """Another thread that interrupts this one at its next step: a cluster's workers run tasks in threads."""
    lock, over, me = threading.Lock(), threading.Event(), threading.get_ident()

    def ring() -> None:
        with lock:
            if not over.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(me), ctypes.py_object(_TimeUp))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            over.set()
