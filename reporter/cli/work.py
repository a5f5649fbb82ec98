"""What every command does first: settings, sources, progress, and one sentence for every source that failed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reporter import config
from reporter.cli.output import complain, console, counted, escape, say
from reporter.errors import ExitStatus, ReporterError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.build.collect import Listed
    from reporter.build.workers import Outcome
    from reporter.model import Collection, Doubt, Page
    from reporter.reading import Input


class Work:
    """One run of a command: its settings, and what went wrong on the way."""

    def __init__(
        self, path: Path | None, *, quiet: bool = False, verbose: bool = False, output: Path | None = None
    ) -> None:
        self.settings = config.load(path)
        self.quiet = quiet
        self.verbose = verbose and not quiet
        self.output = output
        self.failures: list[ReporterError] = []
        self._told: Counter[tuple[str, str]] = Counter()

    @property
    def status(self) -> int:
        """The exit status so far."""
        return ExitStatus.PARTLY if self.failures else ExitStatus.DONE

    def sources(self, given: Sequence[str] | None) -> list[str]:
        """The sources of the command line, else those of the settings, which count from the settings' folder."""
        if given:
            return list(given)
        return [str(self.settings.root / source) for source in self.settings.build.sources]

    def out(self, given: Path | None) -> Path:
        """The output folder of the command line, else that of the settings."""
        return given or self.settings.root / self.settings.build.out

    def collections(self, given: Sequence[str] | None, jobs: int | None) -> Iterator[Collection]:
        """Everything the sources say: one collection, or several one after the other when there are very many."""
        yield from self._collections(self._found(given), jobs)

    def _collections(self, found: list[tuple[Input, Listed]], jobs: int | None) -> Iterator[Collection]:
        from reporter.build.collect import collect  # noqa: PLC0415

        words = self.settings.lexicon
        count = self.settings.jobs(jobs)
        began, totals = time.monotonic(), Counter[str]()
        with progress(len(found), "reading", quiet=self.quiet) as advance:
            limit = self.settings.build.timeout
            for collection in collect(found, words, jobs=count, timeout=limit, advance=advance, fail=self.fail):
                self.remark(collection.doubts)
                totals.update(article=len(collection.articles), zone=len(collection.zones), fact=len(collection.facts))
                yield collection
        if self.verbose:
            what = ", ".join(counted(totals[thing], thing) for thing in ("article", "zone", "fact"))
            say(f"{counted(len(found), 'source')} read in {time.monotonic() - began:.1f} s: {what}")

    def _found(self, given: Sequence[str] | None) -> list[tuple[Input, Listed]]:
        """What there is to read. Raises UsageError when the output would be written over a part of it."""
        from reporter.build.collect import survey  # noqa: PLC0415

        found, failures = survey(self.sources(given), self.settings.lexicon)
        for failure in failures:
            self.fail(failure)
        output = self.output.resolve() if self.output else None
        if output and any(Path(item.path).resolve() == output for item, _ in found):
            raise UsageError("is one of the sources", where=str(self.output), hint="give another file with -o")
        return found

    def wanted(
        self, collections: Iterable[Collection], given: Sequence[str] | None
    ) -> Iterator[tuple[Collection, Container[str]]]:
        """Each collection with the canonical names asked for by any name: none when none was, which means all.

        Raises UsageError with the nearest names, at the end, for a name that no collection knows.
        """
        from reporter.build.names import ZoneNames  # noqa: PLC0415

        names = ZoneNames()
        for collection in collections:
            names.add(collection)
            yield collection, {name for one in given or () if (name := names.find(one))}
        for one in given or ():
            if names.find(one) is None:
                raise names.unknown(one)
            if said := names.guessed(one):
                self.tell(said)

    def side_by_side(
        self, given: Sequence[str] | None, zones: Sequence[str] | None = None, jobs: int | None = None
    ) -> bytes:
        """One HTML page that shows every source and its articles side by side, only those on `zones` where given.

        Raises UsageError for a zone that no source speaks of.
        """
        from reporter import reading  # noqa: PLC0415
        from reporter.build.collect import pages_of  # noqa: PLC0415
        from reporter.rendering.site import render_site  # noqa: PLC0415

        found = self._found(given)
        about = self._articles_on(found, zones, jobs) if zones else None
        pages = []
        for outcome in pages_of([item for item, _ in found], self.settings.build.timeout):
            page, name = outcome.result, outcome.item.name
            if about is None:
                self._note(outcome)
            elif page:
                page = replace(page, articles=tuple(one for one in page.articles if one.id in about))
            if page and (page.articles or about is None):
                pages.append((name, reading.side_by_side(page)))
        return pages[0][1].encode() if len(pages) == 1 else render_site("articles.html.j2", pages=pages).encode()

    def _articles_on(self, found: list[tuple[Input, Listed]], zones: Sequence[str], jobs: int | None) -> set[str]:
        """The ids of the articles that are about one of the zones."""
        return {
            article
            for collection, wanted in self.wanted(self._collections(found, jobs), zones)
            for article, names in collection.article_zones.items()
            if any(name in wanted for name in names)
        }

    def _note(self, outcome: Outcome[Input, Page]) -> None:
        """Tell what a page that was read leaves open, or why it was not."""
        from reporter.build.collect import of_source  # noqa: PLC0415

        if outcome.result is None:
            self.fail(of_source(outcome.error, outcome.item.name))
        else:
            self.remark(outcome.result.doubts)

    def tell(self, text: str) -> None:
        """Say something that is no failure, unless nothing shall be said."""
        if not self.quiet:
            say(f"reporter: {text}")

    def remark(self, doubts: Iterable[Doubt]) -> None:
        """Say which sources have lines that could not be read whole: their words are missing from what is found."""
        sources = dict.fromkeys(doubt.source for doubt in doubts if doubt.kind == "source")
        for source in sources:
            self.tell(f"{source}: some characters cannot be read (`reporter check` names the lines)")

    def fail(self, error: ReporterError) -> None:
        """Tell of a failure that does not stop the rest; the same fault of many documents is told once."""
        self.failures.append(error)
        fault = (error.what, error.where)
        self._told[fault] += 1
        if self._told[fault] == 1:
            complain(error)

    def repeated(self) -> None:
        """Say of every fault that was told once how many more times it came."""
        for (what, where), times in self._told.items():
            if times > 1:
                say(f"reporter: {where}: {what} ({times - 1} more times)")


class progress:  # noqa: N801 - reads as a statement where it is used
    """A progress display on stderr: a bar on a terminal, nothing in a pipe or with --quiet."""

    def __init__(self, total: int, what: str, *, quiet: bool = False) -> None:
        self.total, self.what, self.quiet = total, what, quiet

    def __enter__(self) -> Callable[[str], None]:
        screen = console(stderr=True)
        self.bar = None
        if self.quiet or not screen.is_terminal or self.total == 0:
            return lambda _: None
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.bar = Progress(*columns, console=screen, transient=True)
        self.bar.start()
        task = self.bar.add_task(self.what, total=self.total)
        bar = self.bar

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=f"{self.what} {escape(name)}")

        return advance

    def __exit__(self, *_: object) -> None:
        if self.bar:
            self.bar.stop()


__all__ = ["Work", "complain", "progress", "say"]
