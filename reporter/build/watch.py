"""The state behind `reporter preview`: facts and templates as they are on the disk now.

A `Desk` finds the facts once and again whenever a source or the settings change; templates and styles it takes anew
at every change of theirs. It renders one brief on demand, so that a saved change shows at once however many zones
there are. Nothing here knows of HTTP.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter import config
from reporter.build.collect import collect, survey
from reporter.build.documents import PRELOAD, Task, make
from reporter.build.names import zone_name
from reporter.build.plan import OVERVIEW, slices
from reporter.build.prepare import prepare
from reporter.build.store import Store, pack
from reporter.build.workers import LoneWorker
from reporter.config import Settings
from reporter.config.settings import FILE_NAME
from reporter.errors import DocumentError, ReporterError, UsageError, unexpected
from reporter.model import FORMATS, Audience


class NoSuchBriefError(UsageError):
    """A brief was asked for that there is not: of an unknown zone, audience or format, or one without a word."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be previewed: zones, and audiences by name with their titles."""

    zones: tuple[str, ...]
    audiences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """What a change may befall: `folders` with all in them, and `names`, which may be of files still to be made.

    Names are watched through the folders that they stand in: many editors save by putting another file in the
    place of the old one, and whoever watches the file itself sees that one no more.
    """

    folders: frozenset[Path]
    names: frozenset[Path]

    @property
    def parents(self) -> frozenset[Path]:
        """The folders that the names stand in."""
        return frozenset(path.parent for path in self.names if path.parent.is_dir())

    def concerns(self, path: Path) -> bool:
        """Whether a change of this path matters; files that editors make and drop while they save do not."""
        return path in self.names or (any(path.is_relative_to(one) for one in self.folders) and not _passing(path.name))


@dataclass(frozen=True, slots=True)
class _State:
    """What was on the disk at one moment."""

    settings: Settings
    sources: tuple[str, ...]
    failures: tuple[ReporterError, ...]
    whole: bytes  # the collection, packed
    parts: Mapping[str, bytes]  # what each zone's documents are made from
    wanted: tuple[str, ...]


class Desk:
    """Renders briefs from what is on the disk now; made in the main thread, then safe to call from several.

    `settings_path` is the file of --config, or None for the nearest reporter.toml; `sources`, `zones` and
    `audiences` are those of the command line, empty for those of the settings. A process of its own renders, so that
    a template without an end is given up after `build.timeout`, or as soon as it is mended.
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
        self._version = 0
        self.error: ReporterError | None = None
        self._state = self._load()
        self._dress()
        self._worker = LoneWorker(PRELOAD)

    def _load(self) -> _State:
        """Settings and facts."""
        settings = config.load(self._path)
        sources = self._given[0] or tuple(str(settings.root / source) for source in settings.build.sources)
        found, failures = survey(sources, settings.lexicon)
        store = Store(settings.root / settings.build.out)
        limit = settings.build.timeout
        facts = collect(found, settings.lexicon, store=store, timeout=limit, fail=failures.append)
        collection = next(facts)  # of very many sources, one part is enough to look at
        parts = {zone: pack(part) for zone, part in slices(collection).items()}
        wanted = tuple(zone_name(collection, name) for name in self._given[1])
        return _State(settings, sources, tuple(failures), pack(collection), parts, wanted)

    def _dress(self) -> None:
        """Audiences and what their documents share."""
        self.audiences, self.kit = prepare(self._state.settings, self._given[2], FORMATS)

    @property
    def failures(self) -> tuple[ReporterError, ...]:
        """The sources that could not be read."""
        return self._state.failures

    @property
    def watched(self) -> Watched:
        """Every folder and file whose change matters."""
        settings = self._state.settings
        sources = [Path(source).resolve() for source in self._state.sources if source != "-"]
        folders = [*sources, *(root.resolve() for root in self.kit.roots), (settings.root / "templates").resolve()]
        names = [*folders, *self._settings_files()]
        if settings.brand.logo:
            names.append((settings.root / settings.brand.logo).resolve())
        return Watched(frozenset(path for path in folders if path.is_dir()), frozenset(names))

    def _settings_files(self) -> list[Path]:
        """The file of --config; else every place where a nearer reporter.toml than the present one may turn up."""
        if self._path:
            return [self._path.resolve()]
        here = Path.cwd()
        places = [folder / FILE_NAME for folder in (here, *here.parents)]
        found = self._state.settings.path
        return places[: places.index(found) + 1] if found in places else places

    def changed(self, paths: Collection[Path]) -> None:
        """Take up what changed on the disk. An error is kept for the page; the last good state stays."""
        templates = [root.resolve() for root in (*self.kit.roots, self._state.settings.root / "templates")]
        dress = all(any(path.is_relative_to(root) for root in templates) for path in paths)
        self._version += 1
        self._worker.renew()
        with self._lock:
            try:
                self._state = self._state if dress else self._load()
                self._dress()
                self.error = None
            except ReporterError as error:
                self.error = error
            except Exception as error:  # whatever it is, the next change is taken up again
                self.error = unexpected(error, "preview")

    def choice(self) -> Choice:
        """What can be previewed now."""
        with self._lock:
            zones = self._state.wanted or tuple(self._state.parts)
            return Choice(zones, tuple((one.name, one.title) for one in self.audiences))

    def html(self, zone: str, audience: str) -> str:
        """One brief as HTML. Raises ReporterError with file and line when a template or setting is wrong."""
        return self._document(zone, audience, "html").decode()

    def pdf(self, zone: str, audience: str) -> bytes:
        """One brief as PDF. Raises ReporterError with file and line when a template or setting is wrong."""
        return self._document(zone, audience, "pdf")

    def close(self) -> None:
        """Give up what is under way, for good."""
        self._worker.close()

    def _document(self, zone: str, audience: str, form: str) -> bytes:
        """The brief as of now: one that a change overtook is made again."""
        while True:
            with self._lock:
                task, version = self._task(zone, audience, form), self._version
            outcome = self._worker.do(make, task, lambda one: one.name)
            if version == self._version:
                break
        if outcome.result is None:
            raise outcome.error or DocumentError("cannot be made", where=task.name)
        if outcome.result.empty:
            raise NoSuchBriefError(f"the sources say too little of {zone} for a brief", hint="choose another zone")
        if form in outcome.result.errors:
            raise outcome.result.errors[form]
        return outcome.result.files[form]

    def _task(self, zone: str, audience: str, form: str) -> Task:
        if self.error:
            raise self.error
        chosen: Audience | None = next((one for one in self.audiences if one.name == audience), None)
        if chosen is None:
            raise NoSuchBriefError(f"there is no audience `{audience}`", hint="`reporter audience list` names them")
        if chosen.overview:
            return Task(OVERVIEW, chosen, (form,), self._state.whole, self.kit)
        if zone not in self._state.parts:
            raise NoSuchBriefError(f"the sources state no fact about {zone}", hint="choose another zone")
        return Task(zone, chosen, (form,), self._state.parts[zone], self.kit)


def _passing(name: str) -> bool:
    return name.startswith((".", "#", "~")) or name.endswith(("~", ".swp", ".tmp", ".swx"))
