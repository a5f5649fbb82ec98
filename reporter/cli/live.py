"""The progress of a build on stderr: a live bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reporter.build.run import Listener
from reporter.cli.output import escape, say
from reporter.errors import ReporterError
from reporter.model import Collection, Doubt

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

EVERY = 5.0
"""Seconds between plain lines where there is no terminal."""


class Live(Listener):
    """Draws what a build tells. Without a console it only passes on what must be said anyway."""

    def __init__(
        self,
        screen: Console | None,
        fail: Callable[[ReporterError], None],
        remark: Callable[[Iterable[Doubt]], None] = lambda _: None,
        *,
        verbose: bool = False,
    ) -> None:
        self.screen = screen
        self.verbose = verbose
        self.fail = fail
        self.remark = remark
        self.bar: Progress | None = None
        self.task: TaskID | None = None
        self.name, self.total, self.done, self.told, self.note = "", 0, 0, 0.0, ""

    def __enter__(self) -> Live:
        if self.screen and self.screen.is_terminal:
            from rich.progress import (  # noqa: PLC0415
                BarColumn,
                MofNCompleteColumn,
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )

            self.bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.fields[phase]}"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeElapsedColumn(),
                TimeRemainingColumn(),
                TextColumn("[dim]{task.description}[/dim]"),
                console=self.screen,
                transient=True,
            )
            self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended()
        if self.bar:
            self.bar.stop()

    def phase(self, name: str, total: int) -> None:
        """Begin a bar for this part of the work."""
        self._ended()
        self.name, self.total, self.done, self.told = name, total, 0, time.monotonic()
        self.began = time.monotonic()
        if self.bar:
            if self.task is not None:
                self.bar.remove_task(self.task)
            self.task = self.bar.add_task("", total=total, phase=name, rate="")

    def _ended(self) -> None:
        """Say how long the part of the work took that has just ended."""
        if self.verbose and self.total:
            say(f"{self.name}: {self.done} of {self.total} in {time.monotonic() - self.began:.1f} s{self.note}")
        self.note = ""

    def known(self, number: int) -> None:
        """Remember it for what is said of the reading."""
        self.note = f", {number} from the cache"

    def step(self, name: str) -> None:  # noqa: ARG002 - the listener's signature
        """Move the bar; without a terminal, say so every few seconds."""
        self.done += 1
        now = time.monotonic()
        rate = f"{self.done / max(now - self.began, 1e-6):.1f}/s"
        if self.bar and self.task is not None:
            self.bar.update(self.task, advance=1, rate=rate)
        elif self.screen and now - self.told > EVERY:
            self.told = now
            say(f"{self.name}: {self.done} of {self.total} ({rate})")

    def at(self, names: list[str]) -> None:
        """Show what each worker is at, beside the bar."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, description=escape("  ".join(names)))

    def waits(self, text: str) -> None:
        """Say it above the bar."""
        if self.screen:
            say(f"reporter: {text}")

    def taken(self, text: str) -> None:
        """Say it above the bar."""
        self.waits(text)

    def failed(self, error: ReporterError) -> None:
        """Tell of it above the bar."""
        self.fail(error)

    def found(self, collection: Collection) -> None:
        """Say above the bar which sources could not be read whole."""
        self.remark(collection.doubts)
