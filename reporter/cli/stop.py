"""Being told to stop, maybe several times: the first time counts, the rest must not disturb the tidying up."""

from __future__ import annotations

import signal
import sys
import threading
import time
from types import FrameType
from typing import TYPE_CHECKING

from reporter.build.interruption import interrupted

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

PATIENCE = 5.0
"""Seconds that tidying up may take before being told once more counts again."""
_MOMENT = 0.01
"""Seconds until an object that could not be interrupted is gone."""


class Stop:
    """A signal's handler that interrupts once; impatient fingers press Ctrl-C twice."""

    def __init__(self) -> None:
        self._since = 0.0
        self._times = 0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Interrupt, unless what runs now does so because of an interruption: a library may have swallowed that."""
        now = time.monotonic()
        if not interrupted(sys.exc_info()[1]) or now - self._since > PATIENCE:
            self._since = now
            self._times += 1
            signal.default_int_handler(number, frame)

    def lost(self, what: UnraisableHookArgs) -> None:
        """In an object's last moments Python can raise nothing: interrupt once more, if that was the first time."""
        if what.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(what)
        elif self._times == 1:
            threading.Timer(_MOMENT, _again).start()


def _again() -> None:
    """Ctrl-C once more, to the main thread itself where that can be: only so is it woken from whatever it waits for."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)


def listen() -> None:
    """Heed Ctrl-C, and what else ends this process, once; what is ignored or has a handler of its own stays so."""
    if threading.current_thread() is not threading.main_thread():
        return
    stop = Stop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.default_int_handler:
            signal.signal(number, stop)
            sys.unraisablehook = stop.lost
