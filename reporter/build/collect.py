"""From sources to one collection of facts: read, extract, merge; what has not changed is taken from the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter import lexicon, reading
from reporter.build.files import digest
from reporter.build.spool import merged
from reporter.build.store import Store, pack_page, rules_version, unpack_page, words_key
from reporter.build.workers import LocalWorkers, Workers, at_work, cores
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


MANY = 2000
"""From so many sources on, facts are never held whole."""


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
    fail: Callable[[SourceError], None] = lambda _: None,
) -> Iterator[Collection]:
    """Facts of all sources that were found, merged: one collection, or with MANY sources one after the other.

    Each of several collections holds zones of its own, with all that is known of them. `advance` is told the name of
    each source as it is done, `fail` of each that gave nothing; one bad source does not stop the rest.
    """
    pages = _pages(found, words, workers, store, jobs, advance, fail)
    yield from merged(pages, many=len(found) >= MANY)


def _pages(
    found: Sequence[tuple[Input, Listed]],
    words: UserWords,
    workers: Workers | None,
    store: Store | None,
    jobs: int,
    advance: Callable[[str], None],
    fail: Callable[[SourceError], None],
) -> Iterator[PageFacts]:
    """Every source's facts in the order of the sources, from the store where it has them."""
    keys = {item.name: listed.key for item, listed in found}
    order = {item.name: index for index, (item, _) in enumerate(found)}
    stored = {item.name for item, listed in found if store and store.has(listed.key)}
    missing = [item for item, _ in found if item.name not in stored]
    waiting: dict[int, bytes | None] = {order[name]: None for name in stored}
    for name in stored:
        advance(name)
    own = workers is None
    crew = workers or _crew(len(missing), jobs)
    at = 0
    try:
        tasks = (_Task(_sent(item) if crew.remote else item, words) for item in missing)
        for outcome in crew.run(extract, tasks, lambda task: task.input.name):
            name = outcome.item.input.name
            advance(name)
            if outcome.result is None:
                what = outcome.error.what if outcome.error else "gave nothing"
                fail(outcome.error if isinstance(outcome.error, SourceError) else SourceError(what, where=name))
                waiting[order[name]] = b""
            else:
                if store:
                    store.put(keys[name], outcome.result)
                waiting[order[name]] = outcome.result
            while at in waiting:  # hand on in the order of the sources, and hold no more than is out of order
                yield from _unpacked(found[at], waiting.pop(at), store, words)
                at += 1
    finally:
        if own:
            crew.close()
    for index in range(at, len(found)):
        yield from _unpacked(found[index], waiting.pop(index, b""), store, words)


def _sent(item: Input) -> Input:
    """The input with its bytes, for a worker that does not see the file; one that is gone by now fails there."""
    try:
        return replace(item, content=item.data())
    except SourceError:
        return item


def _unpacked(
    one: tuple[Input, Listed], data: bytes | None, store: Store | None, words: UserWords
) -> Iterator[PageFacts]:
    """A page from its packed bytes, or from the store; one that somebody has touched there is made anew."""
    if data is None and store:
        data = store.get(one[1].key) or b""
        try:
            yield unpack_page(data)
        except Exception:
            yield unpack_page(extract(_Task(one[0], words)))
    elif data:
        yield unpack_page(data)


def _crew(tasks: int, jobs: int) -> Workers:
    if tasks <= FEW or (jobs or cores()) == 1:
        return Workers()
    return LocalWorkers(jobs, PRELOAD)


def extract(task: _Task) -> bytes:
    """Read one source and extract its facts; runs in a worker."""
    at_work(task.input.name)
    page = reading.read(task.input)
    return pack_page(_extractor(task.words).page(page))


@lru_cache(maxsize=4)
def _extractor(words: UserWords) -> Extractor:
    from reporter.extraction import Extractor  # noqa: PLC0415 - loads dictionaries

    return Extractor(lexicon.load(words))
