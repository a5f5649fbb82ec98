"""The plan of a build: which documents there should be, what each is made from, and which must be made again.

A document is made from parts, each known by its content: the facts of its zone, the templates of its audience, the
settings, the fonts and the engine. It is left alone when all parts are those of the last build and its file stands in
the output as it was made. `reporter build --explain` prints the `reason` of every document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reporter.build.export import ZoneCount, zone_counts
from reporter.build.files import digest, writing
from reporter.build.manifest import Made, Manifest, ZoneEntry
from reporter.build.names import ZoneNames
from reporter.build.store import pack
from reporter.model import Collection, Fact

OVERVIEW = ""
"""The `zone` of a document over the whole collection."""

_REASONS = {
    "facts": "its facts changed",
    "templates": "a template or style changed",
    "settings": "a setting changed",
    "fonts": "the fonts or the libraries that set type changed",
    "engine": "reporter or its engine changed",
}
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]')
_TAKEN = re.compile(r"data|index|con|prn|aux|nul|(?:com|lpt)\d|.*\.(?:html|pdf|json)", re.I)
"""What stands in the output already, or means a device on Windows."""
_LONGEST = 120
"""Bytes of a name in UTF-8: a zone's, an audience's title and an ending must fit into the 255 of a file's name."""

_LOOSE = 10_000
"""How many facts of no zone are packed together."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: a zone (or OVERVIEW) for an audience in a format.

    `reason` says why it is made; an empty one means that it is left alone. `title` is the audience's.
    """

    zone: str
    audience: str
    format: str
    path: str
    parts: Mapping[str, str]
    reason: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """How a person names it."""
        return Path(self.path).name


def slices(collection: Collection) -> dict[str, Collection]:
    """For every zone that has facts, the part of the collection that its documents are made from.

    That is: its facts, the articles that state them or are about it, the zone with its parents and the parks in it,
    and the doubts about any of these. Linear in the size of the collection.
    """
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in collection.facts:
        if fact.zone:
            facts[fact.zone].append(fact)
    about: dict[str, set[str]] = defaultdict(set)
    for article, names in collection.article_zones.items():
        for name in names:
            about[name].add(article)
    zones = {zone.name: zone for zone in collection.zones}
    inside: dict[str, list[str]] = defaultdict(list)
    for zone in collection.zones:
        if zone.parent:
            inside[zone.parent].append(zone.name)
    articles = {article.id: article for article in collection.articles}
    order = {article.id: index for index, article in enumerate(collection.articles)}
    doubts = defaultdict(list)
    for doubt in collection.doubts:
        doubts[doubt.fact or doubt.article].append(doubt)

    made = {}
    for name in (zone.name for zone in collection.zones if zone.name in facts):
        own = facts[name]
        ids = about[name] | {mention.article for fact in own for mention in fact.mentions}
        ids = {one for one in ids if one in articles}
        family = [name, *_ancestors(name, zones), *inside[name]]
        made[name] = Collection(
            articles=tuple(articles[one] for one in sorted(ids, key=order.__getitem__)),
            zones=tuple(zones[one] for one in family if one in zones),
            facts=tuple(own),
            article_zones={one: collection.article_zones.get(one, ()) for one in sorted(ids)},
            doubts=tuple(doubt for key in [*sorted(ids), *(fact.id for fact in own)] for doubt in doubts.get(key, ())),
        )
    return made


def _ancestors(name: str, zones: Mapping[str, object]) -> list[str]:
    found: list[str] = []
    parent = getattr(zones.get(name), "parent", "")
    while parent and parent not in found:
        found.append(parent)
        parent = getattr(zones.get(parent), "parent", "")
    return found


def safe(name: str) -> str:
    """A zone's or audience's name as a file's name on any system; another name for every name.

    One that will not do as it stands, such as `index.html` or a hundred characters, gets a mark of its own:
    `index.html~3f0c21`.
    """
    fit = _UNFIT.sub("·", name).strip(". ").encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    if fit == name and not _TAKEN.fullmatch(fit):
        return fit
    return f"{fit or '_'}~{digest(name.encode('utf-8', 'replace'))[:6]}"


def path_of(zone: str, title: str, form: str) -> str:
    """Where a document goes: `德阳高新区/德阳高新区-领导参阅.pdf`; an overview stands at the top."""
    if zone == OVERVIEW:
        return f"{safe(title)}.{form}"
    return f"{safe(zone)}/{safe(zone)}-{safe(title)}.{form}"


@dataclass(frozen=True, slots=True)
class Reader:
    """What the plan needs to know of an audience."""

    name: str
    title: str
    formats: tuple[str, ...]
    overview: bool
    templates: str  # digests of its folders and of its settings
    settings: str


class Facts:
    """The facts that documents are made from, found only when something may have changed.

    `load` reads, extracts and merges; it is called at most once. `spill` is a folder for the zones' facts when there
    are too many to hold; then there is nothing for OVERVIEW. What is held is packed: a tenth of the objects' memory.
    """

    def __init__(self, load: Callable[[], Iterator[Collection]], spill: Path | None = None) -> None:
        self._load = load
        self._spill = spill
        self._whole = b""
        self._parts: dict[str, bytes | Path] = {}
        self._loose: list[bytes | Path] = []
        self._digests: dict[str, str] = {}
        self._entries: dict[str, ZoneEntry] = {}
        self._counts: list[ZoneCount] = []
        self.names = ZoneNames()
        self.loaded = False

    def find(self) -> None:
        """Find them now, if that has not been done."""
        if self.loaded:
            return
        self.loaded = True
        for collection in self._load():
            self.names.add(collection)
            if self._spill is None:
                self._whole = pack(collection)
            else:
                self._keep_loose(collection)
                self._counts += zone_counts(collection)
            for zone, part in slices(collection).items():
                data = pack(part)
                self._digests[zone] = digest(data)
                own = part.zones[0]
                self._entries[zone] = ZoneEntry(
                    zone, own.type.value, own.province, own.parent, len(part.facts), len(part.articles)
                )
                self._parts[zone] = self._kept(zone, data)

    def _kept(self, zone: str, data: bytes) -> bytes | Path:
        if self._spill is None:
            return data
        path = self._spill / digest(zone.encode())
        with writing(self._spill):
            path.write_bytes(data)
        return path

    def _keep_loose(self, collection: Collection) -> None:
        """Facts of no zone, which are in no document but in the data, a few at a time."""
        loose = [fact for fact in collection.facts if not fact.zone]
        for start in range(0, len(loose), _LOOSE):
            some = Collection((), (), tuple(loose[start : start + _LOOSE]), {}, ())
            self._loose.append(self._kept(f"\0{len(self._loose)}", pack(some)))

    @property
    def zones(self) -> list[ZoneEntry]:
        """The zones that have facts, in the collection's order."""
        self.find()
        return list(self._entries.values())

    def part(self, zone: str) -> bytes:
        """What a zone's documents are made from, packed; for OVERVIEW everything, or nothing where that is too much."""
        self.find()
        if zone == OVERVIEW:
            return self._whole
        return _read(self._parts[zone])

    def loose(self) -> Iterator[bytes]:
        """The facts of no zone, packed, where there is nothing for OVERVIEW."""
        self.find()
        return map(_read, self._loose)

    def counts(self) -> tuple[ZoneCount, ...]:
        """All zones by name, where there is nothing for OVERVIEW."""
        self.find()
        return tuple(sorted(self._counts, key=lambda one: one.zone.name))

    def digest(self, zone: str) -> str:
        """The version of what a zone's documents are made from; empty where there is nothing."""
        self.find()
        if zone == OVERVIEW:
            return digest(self._whole)
        return self._digests.get(zone, "")

    def has(self, zone: str) -> bool:
        """Whether there is anything to make a zone's documents from; there always is for OVERVIEW."""
        self.find()
        return zone == OVERVIEW or zone in self._parts


def _read(kept: bytes | Path) -> bytes:
    return kept if isinstance(kept, bytes) else kept.read_bytes()


def documents(
    zones: Sequence[str],
    readers: Iterable[Reader],
    formats: Sequence[str],
    common: Mapping[str, str],
    *,
    overview: bool = True,
) -> list[Document]:
    """Every document that there should be, audience by audience.

    `common` holds the parts that all documents share (collection, engine) or all PDFs (fonts).
    """
    wanted = []
    for reader in readers:
        names: Sequence[str] = zones
        if reader.overview:
            names = [OVERVIEW] if overview else []
        for zone in names:
            for form in formats:
                if form in reader.formats:
                    parts = {**common, "templates": reader.templates, "settings": reader.settings}
                    if form != "pdf":
                        parts.pop("fonts", None)
                    path = path_of(zone, reader.title, form)
                    wanted.append(Document(zone, reader.name, form, path, parts, title=reader.title))
    return wanted


def decide(
    wanted: Sequence[Document], last: Manifest, out: Path, facts: Facts, *, force: bool = False
) -> list[Document]:
    """The same documents, each with the reason why it is made, and with the digest of its facts among its parts."""
    before = last.by_path()
    return [_decide(document, before.get(document.path), out, facts, force) for document in wanted]


def _decide(document: Document, made: Made | None, out: Path, facts: Facts, force: bool) -> Document:
    same_sources = made is not None and made.parts.get("collection") == document.parts["collection"]
    known = made.parts.get("facts", "") if made is not None and same_sources else facts.digest(document.zone)
    parts = {**document.parts, "facts": known}
    return replace(document, parts=parts, reason=reason(parts, made, out, force=force))


def reason(parts: Mapping[str, str], made: Made | None, out: Path, *, force: bool = False) -> str:
    """Why a file must be made from these parts, where `made` is how it was made before; empty where it need not be."""
    if force:
        return "--force"
    if made is None:
        return "new"
    for part, why in _REASONS.items():
        if made.parts.get(part) != parts.get(part):
            return why
    if not made.whole(out):
        return "its file is missing or was changed"
    return ""
