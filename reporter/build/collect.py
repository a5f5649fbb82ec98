"""From sources to one collection of facts: read, extract, merge; what has not changed is taken from the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reporter import lexicon, reading
from reporter.build.files import digest
from reporter.build.limits import time_limit
from reporter.build.spool import merged
from reporter.build.store import Store, pack_page, unpack_page, words_key
from reporter.build.versions import rules_version
from reporter.build.workers import LocalWorkers, Outcome, Workers, at_work, cores
from reporter.config import UserWords
from reporter.errors import ReporterError, SourceError
from reporter.model import Collection, Page, PageFacts
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
    timeout: float = 0.0


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
    folder: Path | None = None,
    jobs: int = 0,
    timeout: float = 0.0,
    advance: Callable[[str], None] = lambda _: None,
    fail: Callable[[SourceError], None] = lambda _: None,
) -> Iterator[Collection]:
    """Facts of all sources that were found, merged: one collection, or with MANY sources one after the other.

    Each of several collections holds zones of its own, with all that is known of them; what is known meanwhile lies in
    `folder` (default: the system's temporary one). `advance` is told the name of
    each source as it is done, `fail` of each that gave nothing; one bad source does not stop the rest, and one that
    takes longer than `timeout` seconds (0: any time) is given up.
    """
    pages = _pages(found, words, workers, store, jobs, timeout, advance, fail)
    yield from merged(pages, many=len(found) >= MANY, parent=folder)


def _pages(
    found: Sequence[tuple[Input, Listed]],
    words: UserWords,
    workers: Workers | None,
    store: Store | None,
    jobs: int,
    timeout: float,
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

    def again(index: int) -> _Task:
        return _Task(found[index][0], words, timeout)

    try:
        tasks = (_Task(_sent(item) if crew.remote else item, words, timeout) for item in missing)
        for outcome in crew.run(extract, tasks, lambda task: task.input.name):
            name = outcome.item.input.name
            advance(name)
            if outcome.result is None:
                fail(of_source(outcome.error, name))
                waiting[order[name]] = b""
            else:
                if store:
                    store.put(keys[name], outcome.result)
                waiting[order[name]] = outcome.result
            while at in waiting:  # hand on in the order of the sources, and hold no more than is out of order
                yield from _unpacked(found[at], waiting.pop(at), store, again(at), fail)
                at += 1
    except BaseException:
        if own:
            crew.close(now=True)
        raise
    if own:
        crew.close()
    for index in range(at, len(found)):
        yield from _unpacked(found[index], waiting.pop(index, b""), store, again(index), fail)


def of_source(error: ReporterError | None, name: str) -> SourceError:
    """What became of a source, whatever stopped it."""
    if isinstance(error, SourceError):
        return error
    return SourceError(error.what if error else "gave nothing", where=name, hint=error.hint if error else "")


def pages_of(inputs: Iterable[Input], timeout: float = 0.0) -> Iterator[Outcome[Input, Page]]:
    """Each input's page without its facts, or what stopped it, one after the other."""

    def read(item: Input) -> Page:
        with time_limit(timeout, item.name):
            return reading.read(item)

    return Workers().run(read, inputs, lambda item: item.name)


def _sent(item: Input) -> Input:
    """The input with its bytes, for a worker that does not see the file; one that is gone by now fails there."""
    try:
        return replace(item, content=item.data())
    except SourceError:
        return item


def _unpacked(
    one: tuple[Input, Listed],
    data: bytes | None,
    store: Store | None,
    task: _Task,
    fail: Callable[[SourceError], None],
) -> Iterator[PageFacts]:
    """A page from its packed bytes, or from the store; one that somebody has touched there is made anew by `task`."""
    item, listed = one
    if data is None and store and (page := _stored(store, listed.key)):
        yield page
        return
    if data is None:
        (outcome,) = Workers().run(extract, [task], lambda _: item.name)
        data = outcome.result
        if data is None:
            fail(of_source(outcome.error, item.name))
        elif store:
            store.put(listed.key, data)
    if data:
        yield unpack_page(data)


def _stored(store: Store, key: str) -> PageFacts | None:
    """What the store has under a key, if it can be read."""
    data = store.get(key)
    try:
        return unpack_page(data) if data else None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _crew(tasks: int, jobs: int) -> Workers:
    if tasks <= FEW or (jobs or cores()) == 1:
        return Workers()
    return LocalWorkers(jobs, PRELOAD)


def extract(task: _Task) -> bytes:
    """Read one source and extract its facts; runs in a worker."""
    at_work(task.input.name)
    extractor = _extractor(task.words)
    with time_limit(task.timeout, task.input.name):
        return pack_page(extractor.page(reading.read(task.input)))


@lru_cache(maxsize=4)
def _extractor(words: UserWords) -> Extractor:
    from reporter.extraction import Extractor  # noqa: PLC0415 - loads dictionaries

    return Extractor(lexicon.load(words))
