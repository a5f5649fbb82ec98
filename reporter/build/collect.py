"""From sources to one collection of facts: read, extract, merge; what has not changed is taken from the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter import lexicon, reading
from reporter.build.files import digest
from reporter.build.store import Store, pack_page, rules_version, unpack_page, words_key
from reporter.build.workers import LocalWorkers, Workers, cores
from reporter.config import UserWords
from reporter.errors import SourceError
from reporter.model import Collection, PageFacts
from reporter.reading import Failure, Input

if TYPE_CHECKING:
    from reporter.extraction import Extractor

FEW = 8
"""So few sources are read faster here than by processes that must start first."""

PRELOAD = ("reporter.build.collect", "reporter.extraction", "reporter.reading")


@dataclass(frozen=True, slots=True)
class Listed:
    """A source that was found: its name, the digest of its bytes, and the key of its facts in the store."""

    name: str
    digest: str
    key: str


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything the sources gave; `failures` names those that gave nothing, and why."""

    collection: Collection
    failures: tuple[SourceError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    input: Input
    words: UserWords


def survey(paths: Sequence[str], words: UserWords) -> tuple[list[tuple[Input, Listed]], list[SourceError]]:
    """What is there to read, in order of name, without reading it for meaning."""
    prefix = f"{rules_version()} {words_key(words)}"
    found, failures = [], []
    for item in reading.find(paths):
        if isinstance(item, Failure):
            failures.append(item.error)
            continue
        try:
            content = digest(item.data())
        except SourceError as error:
            failures.append(error)
            continue
        key = digest(f"{prefix} {item.name} {content}".encode())
        found.append((item, Listed(item.name, content, key)))
    return found, failures


def collection_key(listed: Iterable[Listed]) -> str:
    """The version of the whole collection, by the content of its sources and the rules."""
    return digest("\n".join(sorted(one.key for one in listed)).encode())


def collect(
    found: Sequence[tuple[Input, Listed]],
    words: UserWords,
    *,
    workers: Workers | None = None,
    store: Store | None = None,
    jobs: int = 0,
    advance: Callable[[str], None] = lambda _: None,
) -> Collected:
    """Facts of all sources that were found, merged.

    `advance` is told the name of each source as it is done. One bad source does not stop the rest.
    """
    from reporter.extraction import merge  # noqa: PLC0415

    failures: list[SourceError] = []
    pages = _pages(found, words, workers, store, jobs, advance, failures)
    return Collected(merge(pages), tuple(failures))


def pages(
    paths: Sequence[str], words: UserWords, *, jobs: int = 0, advance: Callable[[str], None] = lambda _: None
) -> tuple[Collected, list[SourceError]]:
    """Read, extract and merge without a store: what the commands that only list things need."""
    found, failures = survey(paths, words)
    collected = collect(found, words, jobs=jobs, advance=advance)
    return collected, [*failures, *collected.failures]


def _pages(
    found: Sequence[tuple[Input, Listed]],
    words: UserWords,
    workers: Workers | None,
    store: Store | None,
    jobs: int,
    advance: Callable[[str], None],
    failures: list[SourceError],
) -> Iterator[PageFacts]:
    """Every source's facts in the order of the sources, from the store where it has them."""
    packed: dict[str, bytes] = {}
    missing = []
    for item, listed in found:
        data = store.get(listed.key) if store else None
        if data is not None and _readable(data):
            packed[item.name] = data
            advance(item.name)
        else:
            missing.append(_Task(item, words))
    keys = {item.name: listed.key for item, listed in found}
    own = workers is None
    crew = workers or _crew(len(missing), jobs)
    try:
        for outcome in crew.run(extract, missing, lambda task: task.input.name):
            name = outcome.item.input.name
            advance(name)
            if outcome.result is None:
                error = outcome.error
                failures.append(
                    error if isinstance(error, SourceError) else SourceError(error.what if error else "", where=name)
                )
                continue
            packed[name] = outcome.result
            if store:
                store.put(keys[name], outcome.result)
    finally:
        if own:
            crew.close()
    for item, _ in found:
        if item.name in packed:
            yield unpack_page(packed.pop(item.name))


def _readable(data: bytes) -> bool:
    try:
        unpack_page(data)
    except Exception:  # a store that somebody has touched: make it anew
        return False
    return True


def _crew(tasks: int, jobs: int) -> Workers:
    if tasks <= FEW or (jobs or cores()) == 1:
        return Workers()
    return LocalWorkers(jobs, PRELOAD)


def extract(task: _Task) -> bytes:
    """Read one source and extract its facts; runs in a worker."""
    page = reading.read(task.input)
    return pack_page(_extractor(task.words).page(page))


@lru_cache(maxsize=4)
def _extractor(words: UserWords) -> Extractor:
    from reporter.extraction import Extractor  # noqa: PLC0415 - loads dictionaries

    return Extractor(lexicon.load(words))
