"""The state behind `reporter preview`: facts and templates as they are on the disk now.

A `Desk` finds the facts once and again whenever a source or the settings change; templates and styles it takes anew
at every change of theirs. It renders one brief on demand, so that a saved change shows at once however many zones
there are. Nothing here knows of HTTP.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter import config
from reporter.build.collect import collect, survey
from reporter.build.documents import Task, attachments, compose
from reporter.build.names import zone_name
from reporter.build.plan import OVERVIEW, slices
from reporter.build.run import prepare
from reporter.build.store import Store, pack
from reporter.config import Settings
from reporter.errors import ReporterError, UsageError
from reporter.model import Audience, Collection
from reporter.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be previewed: zones, and audiences by name with their titles."""

    zones: tuple[str, ...]
    audiences: tuple[tuple[str, str], ...]


class Desk:
    """Renders briefs from what is on the disk now; safe to call from several threads.

    `settings_path` is the file of --config, or None for the nearest reporter.toml; `sources`, `zones` and
    `audiences` are those of the command line, empty for those of the settings.
    """

    def __init__(
        self,
        settings_path: Path | None,
        sources: Sequence[str],
        zones: Sequence[str] = (),
        audiences: Sequence[str] = (),
    ) -> None:
        self._path = settings_path
        self._given = (tuple(sources), tuple(zones), tuple(audiences))
        self._lock = threading.RLock()
        self.error: ReporterError | None = None
        self._load()

    def _load(self) -> None:
        """Settings, facts, audiences, engine: all of it."""
        self.settings: Settings = config.load(self._path)
        self.sources = self._given[0] or tuple(
            str(self.settings.root / source) for source in self.settings.build.sources
        )
        found, self.failures = survey(self.sources, self.settings.lexicon)
        store = Store(self.settings.root / self.settings.build.out)
        words, limit = self.settings.lexicon, self.settings.build.timeout
        facts = collect(found, words, store=store, timeout=limit, fail=self.failures.append)
        self.collection: Collection = next(facts)  # of very many sources, one part is enough to look at
        self._slices = slices(self.collection)
        self._wanted = [zone_name(self.collection, name) for name in self._given[1]]
        self._dress()

    def _dress(self) -> None:
        """Audiences and templates only."""
        self.audiences, self.kit = prepare(self.settings, self._given[2], ("html", "pdf"))
        self._renderer = Renderer(self.kit.roots, self.kit.base, self.kit.fonts)

    @property
    def watched(self) -> tuple[Path, ...]:
        """Every folder and file whose change matters."""
        paths = [Path(source) for source in self.sources if source != "-"]
        paths += [*self.kit.roots, self.settings.root / "templates"]
        if self.settings.path:
            paths.append(self.settings.path)
        return tuple(dict.fromkeys(path.resolve() for path in paths if path.exists()))

    def changed(self, paths: Sequence[Path]) -> None:
        """Take up what changed on the disk. An error is kept for the page; the last good state stays."""
        templates = [root.resolve() for root in (*self.kit.roots, self.settings.root / "templates")]
        dress = all(any(path.is_relative_to(root) for root in templates) for path in paths)
        with self._lock:
            try:
                self._dress() if dress else self._load()
                self.error = None
            except ReporterError as error:
                self.error = error

    def choice(self) -> Choice:
        """What can be previewed now."""
        with self._lock:
            zones = self._wanted or list(self._slices)
            return Choice(tuple(zones), tuple((one.name, one.title) for one in self.audiences))

    def html(self, zone: str, audience: str) -> str:
        """One brief as HTML. Raises ReporterError with file and line when a template or setting is wrong."""
        with self._lock:
            return self._renderer.html(compose(self._task(zone, audience)))

    def pdf(self, zone: str, audience: str) -> bytes:
        """One brief as PDF. Raises ReporterError with file and line when a template or setting is wrong."""
        with self._lock:
            brief = compose(self._task(zone, audience))
            return self._renderer.pdf(brief, attachments(brief))

    def _task(self, zone: str, audience: str) -> Task:
        if self.error:
            raise self.error
        chosen: Audience | None = next((one for one in self.audiences if one.name == audience), None)
        if chosen is None:
            raise UsageError(f"there is no audience `{audience}`", hint="`reporter audience list` names them")
        if chosen.overview:
            return Task(OVERVIEW, chosen, (), pack(self.collection), self.kit)
        if zone not in self._slices:
            raise UsageError(f"the sources state no fact about {zone}", hint="choose another zone")
        return Task(zone, chosen, (), pack(self._slices[zone]), self.kit)
