"""Facts of very many sources, never held whole: dealt out to files by zone, merged one file at a time.

Merging a zone's facts needs that zone's facts and no others. So every page's facts are dealt out to a few dozen files
by the name of their zone; each file is then small enough to be merged in memory. The result is the same as that of
merging everything at once, zone by zone.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reporter.build.files import writing
from reporter.build.store import pack_page, unpack_page
from reporter.model import Collection, Doubt, Fact, PageFacts

BUCKETS = 64
_LENGTH = struct.Struct("<I")


def bucket_of(zone: str) -> int:
    """The file that a zone's facts are dealt to; the same on every machine."""
    return hashlib.blake2b(zone.encode(), digest_size=2).digest()[0] % BUCKETS


class Spool:
    """Pages dealt out to files in a folder of their own, which goes when the spool is closed."""

    def __init__(self, parent: Path | None = None) -> None:
        if parent:
            parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=".reporter-spool-", dir=parent))
        self._files: dict[int, BinaryIO] = {}

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop the files."""
        for file in self._files.values():
            file.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, found: PageFacts) -> None:
        """Deal one page's facts, zones and articles out."""
        for number, part in _dealt(found):
            data = pack_page(part)
            with writing(self.folder):
                file = self._files.get(number)
                if file is None:
                    file = self._files[number] = (self.folder / f"{number:02d}").open("w+b")
                file.write(_LENGTH.pack(len(data)) + data)

    def collections(self) -> Iterator[Collection]:
        """One merged collection for each file that has anything, with the zones of that file only."""
        from reporter.extraction.merge import merge  # noqa: PLC0415

        for number in sorted(self._files):
            collection = merge(self._read(number))
            yield replace(collection, zones=tuple(zone for zone in collection.zones if bucket_of(zone.name) == number))

    def _read(self, number: int) -> Iterator[PageFacts]:
        file = self._files[number]
        file.seek(0)
        while head := file.read(_LENGTH.size):
            yield unpack_page(file.read(_LENGTH.unpack(head)[0]))


def _dealt(found: PageFacts) -> Iterator[tuple[int, PageFacts]]:
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in found.facts:
        facts[bucket_of(fact.zone)].append(fact)
    for zone in found.zones:
        facts[bucket_of(zone.name)] += ()
    for number, own in facts.items():
        used = {mention.article for fact in own for mention in fact.mentions}
        used |= {
            article for article, names in found.article_zones.items() if any(bucket_of(one) == number for one in names)
        }
        articles = tuple(article for article in found.page.articles if article.id in used)
        about = {article.id: found.article_zones.get(article.id, ()) for article in articles}
        page = replace(found.page, articles=articles)
        yield number, PageFacts(page, found.zones, tuple(own), about)


def merged(pages: Iterable[PageFacts], *, many: bool, parent: Path | None = None) -> Iterator[Collection]:
    """The collections of all pages: one when there are few pages, one for each file of a spool when `many`.

    What is doubtful about the files themselves stands in the first of them.
    """
    from reporter.extraction.merge import merge  # noqa: PLC0415

    doubts: list[Doubt] = []

    def noted() -> Iterator[PageFacts]:
        for page in pages:
            doubts.extend(page.page.doubts)
            yield page

    if not many:
        yield _with(merge(noted()), doubts)
        return
    with Spool(parent) as spool:
        for page in noted():
            spool.add(page)
        for number, collection in enumerate(spool.collections()):
            yield collection if number else _with(collection, doubts)


def _with(collection: Collection, doubts: Iterable[Doubt]) -> Collection:
    """The collection with the doubts about the files themselves before all others."""
    return replace(collection, doubts=(*doubts, *collection.doubts))
