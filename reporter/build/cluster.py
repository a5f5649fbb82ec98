"""The workers of a running Dask cluster, behind the same seam as this machine's own."""

from __future__ import annotations

import contextlib
import importlib
import logging
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from reporter.build.workers import Item, Pooled, Result
from reporter.errors import MachineError, UsageError

ANSWER = 10.0
"""Seconds in which a scheduler must answer."""
PATIENCE = 5.0
"""Seconds that a cluster may be without a worker before that is told."""
_EVERY = 2.0
"""Seconds between two looks at how many workers there are."""
_turn = threading.Lock()


def one_at_a_time(function: Callable[[Item], Result], item: Item) -> Result:
    """Run a task while no other runs in this process: a worker may have many threads, the PDF engine knows of one.

    Threads would gain nothing anyway, since the engine is written in Python.
    """
    with _turn:
        return function(item)


class ClusterWorkers(Pooled):
    """The workers of a running Dask cluster; a lost worker's tasks run elsewhere by Dask's own doing."""

    remote = True
    breaks = False

    def __init__(self, address: str) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")  # an optional extra
        except ImportError as error:
            raise MachineError(
                "a cluster needs the package `distributed`", hint="pip install 'reporter[cluster]'"
            ) from error
        for name in ("distributed", "distributed.client"):  # they print tracebacks of what is told here
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.address = address
        try:
            if "://" not in address and ":" not in address:
                raise ValueError(address)  # the library would look the name up, and complain when it is thrown away
            self.client = distributed.Client(address, timeout=ANSWER, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError("no scheduler answers", where=address, hint="check --scheduler") from error
        self._looked = self._manned = time.monotonic()
        self._count_workers()
        self.executor = self.client.get_executor(pure=False)

    def _count_workers(self) -> None:
        """Workers may come and go while a build goes on; where there is none, tasks wait for the first."""
        workers = len(self.client.nthreads(callback_timeout=_EVERY))
        self.count = max(1, workers)
        now = time.monotonic()
        if workers:
            self._manned = now
        elif now - self._manned > PATIENCE and self.waits:
            self._manned = math.inf  # told once, until there was one again
            self.waits(f"the cluster at {self.address} has no worker; waiting for one")

    def _glance(self, under_way: list[str]) -> None:
        super()._glance(under_way)
        if time.monotonic() - self._looked > _EVERY and self.client.status == "running":
            with contextlib.suppress(OSError):  # a scheduler that goes away is found out by the tasks
                self._count_workers()
            self._looked = time.monotonic()

    def _submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        return self.executor.submit(one_at_a_time, function, item)

    def deliver(self, plugin: object) -> None:
        """Set up every worker, present and to come, with what `plugin.setup` does there."""
        base: Any = importlib.import_module("distributed").WorkerPlugin
        kind = type("Delivery", (type(plugin), base), {"idempotent": True})  # the cluster insists on its own base class
        plugin.__class__ = kind
        self.client.register_plugin(plugin)

    def _deaths(self, future: Future[Any]) -> int:
        try:
            killed = future.exception()
        except CancelledError as error:
            hint = "start it and build again; what was finished is kept"
            raise UsageError("the scheduler went away", where=self.address, hint=hint) from error
        # Dask tries again by itself, as often as its distributed.scheduler.allowed-failures says.
        return getattr(killed, "allowed_failures", 0) + 1 if type(killed).__name__ == "KilledWorker" else 0

    def close(self, *, now: bool = False) -> None:
        """Leave the cluster; it goes on without us."""
        with contextlib.suppress(Exception):
            self.executor.shutdown(wait=not now)
        self.client.close()
