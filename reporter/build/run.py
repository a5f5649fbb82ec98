"""A build from end to end: survey, decide, render what must be made, write, tell.

report = run(Request(sources=("seeds",), out=Path("out"), settings=config.load()), Listener())
"""

from __future__ import annotations

import contextlib
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reporter import __version__
from reporter.build import manifest as manifests
from reporter.build.cluster import ClusterWorkers
from reporter.build.collect import FEW, MANY, Listed, collect, collection_key, survey
from reporter.build.data import DataTask, data_paths, data_tasks, make_data
from reporter.build.documents import PRELOAD, Rendered, Task, make, shares
from reporter.build.files import TEMPORARY, claim, digest, reserve, sweep, write
from reporter.build.kit import Delivery, Kit, Parcel
from reporter.build.manifest import Journal, Made, Manifest, SourceEntry, ZoneEntry
from reporter.build.plan import OVERVIEW, Document, Facts, decide, documents, reason
from reporter.build.prepare import others, prepare, reader
from reporter.build.store import Store, words_key
from reporter.build.versions import tables_version
from reporter.build.workers import LocalWorkers, Workers, cores
from reporter.config import Settings
from reporter.errors import ReporterError, SourceError, UsageError
from reporter.model import Audience, Collection
from reporter.reading import Input

SAVE_EVERY = 100
"""After how many documents the manifest is written, for others who read it while a build goes on, or was killed."""

_ENTRY = 1024
"""Bytes that a document takes in the manifest, at most; so many are kept free for it on a disk that fills up."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built.

    Empty `zones`, `audiences` or `formats` mean all that the settings name. `scheduler` is the address of a Dask
    cluster, or empty for the cores of this machine (`jobs`, 0: all, None: as the settings say). Where `apart`, not even
    a single worker is this process itself: one that crashes takes nothing along, while a document or two are made
    sooner without it.
    """

    sources: tuple[str, ...]
    out: Path
    settings: Settings
    zones: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    jobs: int | None = None
    scheduler: str = ""
    apart: bool = False
    force: bool = False
    dry_run: bool = False


@dataclass(slots=True)
class Report:
    """What a build did: documents made, left alone and removed, what failed, and the plan with its reasons.

    `empty` are those that would say nothing, of which there is no file.
    `data` are the data files that had to be made, each with the reason. `kept` are documents of earlier builds that
    would have been removed, had all sources been read. Of a dry run, `removed` and `kept` say what would be.
    """

    made: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failures: list[ReporterError] = field(default_factory=list)
    plan: list[Document] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)
    zones: list[ZoneEntry] = field(default_factory=list)


class Listener:
    """Told what goes on; the command line draws it. Every method may be left as it is."""

    def phase(self, name: str, total: int) -> None:
        """A part of the work begins, with so many steps."""

    def step(self, name: str) -> None:
        """One step of the phase is done."""

    def at(self, names: list[str]) -> None:
        """What each worker is at now."""

    def waits(self, text: str) -> None:
        """Something keeps the work from going on."""

    def failed(self, error: ReporterError) -> None:
        """Something failed; the rest goes on."""

    def known(self, number: int) -> None:
        """The facts of so many sources are taken as an earlier build found them."""

    def taken(self, text: str) -> None:
        """A zone was asked for by a part of its name."""

    def found(self, collection: Collection) -> None:
        """Facts were found, all or some of them, and what is doubtful about them."""


def run(request: Request, listener: Listener) -> Report:
    """Build what must be built and leave the rest alone.

    Raises UsageError for wrong names, an output folder that cannot be written or is being built already, and
    MachineError where PDFs are wanted and cannot be made here.
    """
    for source in request.sources:
        if source != "-" and Path(source).resolve() == request.out.resolve() and Path(source).is_dir():
            what = "this is a folder of sources; documents in it would be read as sources"
            raise UsageError(what, where=str(request.out), hint="give another folder with --out")
    if request.dry_run:
        return _Build(request, listener).go()
    with claim(request.out):
        sweep(request.out)
        return _Build(request, listener).go()


class _Build:
    """The state of one build."""

    def __init__(self, request: Request, listener: Listener) -> None:
        self.request = request
        self.listener = listener
        self.report = Report()
        self.out = request.out
        self.words = request.settings.lexicon
        self.store = Store(self.out)
        self.last = manifests.load(self.out)
        self.journal = Journal(self.out)
        self.pending: Made | None = None
        """What is just being written: if that is interrupted, it may stand there or not."""
        self.outputs = {made.path: made for made in self.last.outputs}
        self.unread = False
        """Whether a source failed: what an earlier build made of it then stays."""
        self.again = False
        """Whether one failed that was there: the next build must look again, even if nothing changes."""
        self.others: set[str] = set()
        """The audiences that there are and that this build is not for: their documents are none of its business."""
        self.unsaved = 0
        """How many documents were made since the manifest was written."""

    def go(self) -> Report:
        request = self.request
        audiences, kit = prepare(request.settings, request.audiences, request.formats)
        formats = request.formats or request.settings.build.formats
        found, failures = survey(request.sources, self.words)
        for failure in failures:
            self.fail(failure)
        listed = [one for _, one in found]
        version = collection_key(listed)
        many = len(found) >= MANY
        with self.workers() as crew, self.spill(many) as folder:
            facts = Facts(lambda: self.collections(found, crew, folder), folder)
            zones = self.zones(version, facts)
            common = {"collection": version, **shares(kit)}
            readers = [reader(audience, kit, request.settings) for audience in audiences]
            self.others = others(audiences, kit)
            overview = not request.zones and not many and bool(found)
            wanted = documents([zone.name for zone in zones], readers, formats, common, overview=overview)
            self.report.plan = decide(wanted, self.last, self.out, facts, force=request.force)
            self.keep_parts()
            data = self.data_wanted(zones, many=many) if found else None
            self.report.data = self.stale(data or (), version)
            if request.dry_run:
                gone = self.gone(wanted, data, zones)
                self.report.removed = [made.path for made in gone if not self.report.failures and self.ours(made)]
                self.report.kept = [made.path for made in gone if self.report.failures and made.format and made.digest]
                return self.report
            try:
                with reserve(self.out, _ENTRY * len(self.outputs | {one.path: one for one in wanted})):
                    self.make(crew, facts, {one.name: one for one in audiences}, kit, version)
                    self.remove(self.gone(wanted, data, zones))
                    self.index(zones, version)
            finally:
                self.save(version, listed, zones)
        if not request.zones and not self.unread:
            self.store.keep_only(one.key for one in listed)
        return self.report

    # -- what to build ------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def spill(self, many: bool) -> Iterator[Path | None]:
        """Where facts go that are too many to hold: beside the documents, not into the system's small /tmp.

        Only a dry run, which leaves the output alone, has no other place.
        """
        if not many:
            yield None
            return
        with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=None if self.request.dry_run else self.out) as folder:
            yield Path(folder)

    def collections(
        self, found: Sequence[tuple[Input, Listed]], crew: Workers, folder: Path | None
    ) -> Iterator[Collection]:
        """All facts, from the store where the sources have not changed."""
        self.listener.phase("reading", len(found))
        few = len(found) <= FEW and not self.request.scheduler
        store = None if self.request.dry_run else self.store
        known = sum(self.store.has(one.key) for _, one in found)
        self.listener.known(known if store else 0)
        if few and known < len(found):
            crew.prepare()  # what is read anew will be written about: workers get ready on another core meanwhile
        for collection in collect(
            found,
            self.words,
            workers=Workers() if few else crew,
            store=store,
            folder=folder,
            timeout=self.request.settings.build.timeout,
            advance=self.listener.step,
            fail=self.fail_reading,
        ):
            self.listener.found(collection)
            yield collection

    def zones(self, version: str, facts: Facts) -> list[ZoneEntry]:
        """The zones to write about: those asked for by any of their names, else all that have facts."""
        if self.request.zones:
            known = list(dict.fromkeys(self.find_zone(facts, name) for name in self.request.zones))
        elif version == self.last.collection:
            known = [zone for zone in self.last.zones if not zone.kept]
        else:
            known = facts.zones
        self.report.zones = known
        return known

    def find_zone(self, facts: Facts, given: str) -> ZoneEntry:
        """The zone by any of its names. Raises UsageError with the nearest names when there is none."""
        entries = {zone.name: zone for zone in facts.zones}
        name = facts.names.find(given)
        if name is None:
            raise facts.names.unknown(given)
        if said := facts.names.guessed(given):
            self.listener.taken(said)
        if name not in entries:
            raise UsageError(f"the sources state no fact about {name}", hint="`reporter zones` lists counts")
        return entries[name]

    def keep_parts(self) -> None:
        """Note under the present version what was left alone, so that the next build need not look closer."""
        for one in self.report.plan:
            if not one.reason:
                (self.report.left if self.outputs[one.path].digest else self.report.empty).append(one.path)
                self.outputs[one.path] = replace(self.outputs[one.path], parts=dict(one.parts), title=one.title)

    # -- making it ----------------------------------------------------------------------------------------------

    def workers(self) -> Workers:
        """The crew: a cluster, this machine's cores, or this process alone. Processes start only when used."""
        jobs = self.request.settings.jobs(self.request.jobs) or cores()
        crew: Workers
        if self.request.scheduler:
            crew = ClusterWorkers(self.request.scheduler)
        elif (jobs == 1 and not self.request.apart) or self.request.dry_run:
            crew = Workers()
        else:
            crew = LocalWorkers(jobs, PRELOAD)
        crew.watch, crew.waits = self.listener.at, self.listener.waits
        return crew

    def make(self, crew: Workers, facts: Facts, audiences: dict[str, Audience], kit: Kit, version: str) -> None:
        """Everything that workers make: data files, then documents."""
        todo: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for one in self.report.plan:
            if one.reason:
                todo[one.zone, one.audience].append(one)
        if todo or self.report.data:
            facts.find()  # a part of the work of its own, which must not be counted among the briefs
        self.listener.phase("briefs", sum(map(len, todo.values())))
        if isinstance(crew, ClusterWorkers) and todo:
            parcel = Parcel.of(kit)
            crew.deliver(Delivery(parcel))
            kit = parcel.label

        def tasks() -> Iterator[Task | DataTask]:
            # The longest first, so that no core idles at the end.
            yield from data_tasks(facts, self.report.data)
            for (zone, audience), group in sorted(todo.items(), key=lambda one: one[0][0] != OVERVIEW):
                if not facts.has(zone):  # its source failed just now, which has been told
                    continue
                yield Task(zone, audiences[audience], tuple(one.format for one in group), facts.part(zone), kit)

        for outcome in crew.run(perform, tasks(), lambda task: task.name):
            if outcome.error:
                self.fail(outcome.error)
            task, result = outcome.item, outcome.result
            if isinstance(result, dict):
                for path, content in result.items():
                    self.put(Made(path, _data_parts(version), digest(content)), content)
            elif isinstance(task, Task):
                self.written(result or Rendered({}), todo[task.zone, task.audience.name])
            if self.unsaved >= SAVE_EVERY:
                self.unsaved = 0
                manifests.save(self.out, replace(self.last, outputs=self._sorted()))

    def written(self, rendered: Rendered, group: Sequence[Document]) -> None:
        """Write what a task gave, and note what it did not."""
        for one in group:
            self.listener.step(one.name)
            data = rendered.files.get(one.format)
            if rendered.empty:
                self.left_out(one)
                continue
            if data is None:
                if one.format in rendered.errors:
                    self.fail(rendered.errors[one.format])
                continue
            warnings = rendered.warnings if one.format == "pdf" else ()
            self.put(_made(one, digest(data), warnings), data)
            self.unsaved += 1
            self.report.made.append(one.path)

    def put(self, made: Made, content: bytes) -> None:
        """Write a file that a build must remember, whatever happens next."""
        self.pending = made
        self.journal.note(made)
        write(self.out / made.path, content)
        self.outputs[made.path] = made
        self.pending = None

    def left_out(self, one: Document) -> None:
        """Note that a brief would say nothing: no file, and none is tried again until something changes."""
        self.report.empty.append(one.path)
        made = self.outputs.get(one.path)
        if made and made.digest and self.unread:
            self.report.kept.append(one.path)
            return
        if made and made.digest and made.whole(self.out):
            (self.out / one.path).unlink()
            self.report.removed.append(one.path)
        self.outputs[one.path] = _made(one, "")
        self.journal.note(self.outputs[one.path])

    def data_wanted(self, zones: Sequence[ZoneEntry], *, many: bool) -> list[str] | None:
        """The data files that there should be; None where this build says nothing about them.

        Of many sources a few zones' part would be taken for the whole.
        """
        return None if many and self.request.zones else data_paths(len(zones), many=many)

    def stale(self, wanted: Iterable[str], version: str) -> dict[str, str]:
        """The data files that must be made, each with the reason."""
        reasons = {path: reason(_data_parts(version), self.outputs.get(path), self.out) for path in wanted}
        return {path: why for path, why in reasons.items() if why}

    def index(self, zones: Sequence[ZoneEntry], version: str) -> None:
        """The page that leads to all documents."""
        from reporter.build.index import index_page  # noqa: PLC0415

        page = index_page([made for made in self._sorted() if made.format and made.digest], self.known(zones)).encode()
        made = Made("index.html", {"collection": version}, digest(page))
        if self.outputs.get("index.html") != made or not made.whole(self.out):
            write(self.out / "index.html", page)
            self.outputs["index.html"] = made

    def known(self, zones: Sequence[ZoneEntry]) -> tuple[ZoneEntry, ...]:
        """The zones of this build, and those of earlier ones that were not asked for, or that still have documents."""
        before = {zone.name: zone for zone in self.last.zones}
        now = {zone.name: zone for zone in zones}
        if self.request.zones:
            return tuple((before | now).values())
        held = {made.zone for made in self.outputs.values() if made.digest}
        kept = (zone for name, zone in before.items() if name in held and name not in now)
        return (*now.values(), *(replace(zone, kept=True) for zone in kept))

    def gone(self, wanted: Sequence[Document], data: Sequence[str] | None, zones: Sequence[ZoneEntry]) -> list[Made]:
        """What earlier builds made and nobody wants: documents of zones or audiences that are gone, other data."""
        told = {OVERVIEW, *(zone.name for zone in zones)}
        others = (one.path for one in self.outputs.values() if one.audience in self.others and one.zone in told)
        paths = {*(one.path for one in wanted), *others, *(data or ())}
        some = bool(self.request.zones or self.request.audiences or self.request.formats)
        return [
            made
            for path, made in self.outputs.items()
            if path not in paths and ((made.format and not some) or (data is not None and path.startswith("data/")))
        ]

    def remove(self, gone: Sequence[Made]) -> None:
        """Remove what is gone, unless something failed: it may only have been missed."""
        if self.report.failures:
            self.report.kept += [made.path for made in gone if made.format and made.digest]
            return
        for made in gone:
            self.drop(made)

    def ours(self, made: Made) -> bool:
        """Whether the file is there as a build made it; one that a link has taken elsewhere is none of ours."""
        here = (self.out / made.path).resolve().is_relative_to(self.out.resolve())
        return bool(made.digest) and here and made.whole(self.out)

    def drop(self, made: Made) -> None:
        """Remove a file that a build made, unless somebody has changed it since, and its folder if it is empty now."""
        if self.ours(made):
            (self.out / made.path).unlink()
            with contextlib.suppress(OSError):
                (self.out / made.path).parent.rmdir()
            self.report.removed.append(made.path)
        del self.outputs[made.path]

    def save(self, version: str, listed: Sequence[Listed], zones: Sequence[ZoneEntry]) -> None:
        """Write the manifest, also when the build was interrupted: it names only files that are whole."""
        if self.pending and self.pending.whole(self.out):
            self.outputs[self.pending.path] = self.pending
        manifest = Manifest(
            collection=self.last.collection if self.request.zones else "" if self.again else version,
            sources=tuple(SourceEntry(one.name, one.digest) for one in listed),
            zones=self.known(zones),
            outputs=self._sorted(),
            failures=tuple(str(error) for error in self.report.failures),
            versions={"reporter": __version__, "words": words_key(self.words)},
        )
        if manifest != self.last or not self.journal.is_empty():
            manifests.save(self.out, manifest)

    def _sorted(self) -> tuple[Made, ...]:
        return tuple(self.outputs[path] for path in sorted(self.outputs))

    def fail(self, error: ReporterError) -> None:
        """Note a failure that does not stop the rest."""
        self.unread = self.unread or isinstance(error, SourceError)
        self.report.failures.append(error)
        self.listener.failed(error)

    def fail_reading(self, error: SourceError) -> None:
        """Note that a source was there but gave nothing."""
        self.again = True
        self.fail(error)


def _made(one: Document, content: str, warnings: tuple[str, ...] = ()) -> Made:
    """What is noted of a document whose bytes have the digest `content`."""
    return Made(one.path, dict(one.parts), content, one.zone, one.audience, one.format, warnings, one.title)


def _data_parts(version: str) -> dict[str, str]:
    """What every data file is made from."""
    return {"facts": version, "engine": tables_version()}


def perform(task: Task | DataTask) -> Rendered | dict[str, bytes]:
    """What a worker does with a task of either kind."""
    return make_data(task) if isinstance(task, DataTask) else make(task)
