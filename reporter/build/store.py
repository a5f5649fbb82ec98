"""What is kept between builds: facts of sources that have not changed, by content and by the rules that found them.

Everything is named by content (never by file times) and written as MessagePack with a fixed schema: nothing in it can
do more than state facts, and an entry that cannot be read any more is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path

import msgspec

from reporter.build.files import digest, write
from reporter.config import UserWords
from reporter.model import (
    KINDS,
    Article,
    Collection,
    Company,
    Doubt,
    Event,
    Fact,
    Figure,
    Industry,
    Page,
    PageFacts,
    Person,
    Policy,
    Project,
    Quote,
    Ranking,
    Source,
    Zone,
)


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """Facts by kind in the order of KINDS, since a schema needs to know what to expect."""

    figures: tuple[Figure, ...] = ()
    projects: tuple[Project, ...] = ()
    companies: tuple[Company, ...] = ()
    policies: tuple[Policy, ...] = ()
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    industries: tuple[Industry, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    events: tuple[Event, ...] = ()

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> StoredFacts:
        """Sort facts by kind, each kind in the order given."""
        by_kind: dict[type[Fact], list[Fact]] = {}
        for fact in facts:
            by_kind.setdefault(type(fact), []).append(fact)
        return cls(*(tuple(by_kind.get(kind, ())) for kind in KINDS))  # type: ignore[arg-type]

    def all(self) -> tuple[Fact, ...]:
        """All facts, kind after kind."""
        return tuple(fact for kind in fields(self) for fact in getattr(self, kind.name))


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One source after extraction, without the source's own text."""

    source: Source
    articles: tuple[Article, ...]
    unassigned: tuple[int, ...]
    zones: tuple[Zone, ...]
    facts: StoredFacts
    article_zones: dict[str, tuple[str, ...]]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredCollection:
    """A collection, or the part of one that a document is made from."""

    articles: tuple[Article, ...]
    zones: tuple[Zone, ...]
    facts: StoredFacts
    article_zones: dict[str, tuple[str, ...]]
    doubts: tuple[Doubt, ...]


_ORDER = {kind: number for number, kind in enumerate(KINDS)}
_encoder = msgspec.msgpack.Encoder(order="deterministic")


def pack_page(found: PageFacts) -> bytes:
    """A page's facts as bytes; the same facts give the same bytes."""
    page = found.page
    light = replace(page.source, text="", blocks=())
    stored = StoredPage(
        light,
        page.articles,
        page.unassigned,
        found.zones,
        StoredFacts.of(found.facts),
        found.article_zones,
        page.doubts,
    )
    return _encoder.encode(stored)


def unpack_page(data: bytes) -> PageFacts:
    """The facts that `pack_page` packed; the source's text and blocks are left out."""
    stored = msgspec.msgpack.decode(data, type=StoredPage)
    page = Page(stored.source, stored.articles, stored.unassigned, stored.doubts)
    return PageFacts(page, stored.zones, stored.facts.all(), stored.article_zones)


def pack(collection: Collection) -> bytes:
    """A collection as bytes; the same collection gives the same bytes."""
    return _encoder.encode(
        StoredCollection(
            collection.articles,
            collection.zones,
            StoredFacts.of(collection.facts),
            collection.article_zones,
            collection.doubts,
        )
    )


def unpack(data: bytes) -> Collection:
    """The collection that `pack` packed, its facts by zone and kind as merging left them."""
    stored = msgspec.msgpack.decode(data, type=StoredCollection)
    facts = sorted(stored.facts.all(), key=lambda fact: (fact.zone, _ORDER[type(fact)]))
    return Collection(stored.articles, stored.zones, tuple(facts), stored.article_zones, stored.doubts)


class Store:
    """Packed pages by key in a hidden folder of the output."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / ".cache"

    def get(self, key: str) -> bytes | None:
        """What was stored under `key`, or None."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def has(self, key: str) -> bool:
        """Whether something is stored under `key`."""
        return self._path(key).is_file()

    def put(self, key: str, data: bytes) -> None:
        """Store `data` under `key`."""
        write(self._path(key), data)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop what no source of this build refers to any more."""
        kept = {self._path(key).name for key in keys}
        for path in self.folder.glob("*.facts") if self.folder.is_dir() else ():
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.facts"


def words_key(words: UserWords) -> str:
    """The user's own words, by content."""
    return digest(_encoder.encode(words))
