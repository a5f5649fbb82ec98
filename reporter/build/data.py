"""The data files of a build: facts, articles and zones for people's scripts.

A collection that is held whole gives one file of each kind. One that is too large for that gives a data set of
Parquet files with one schema, and the table of zones. Zones are dealt to the set's files in the order of their names
(`data/facts/part-0000.parquet`), so that whoever asks for one zone reads a part of one file: every file says from
which name to which it goes. Facts of no zone have a file to themselves. Workers make them all, like documents: the
libraries of tables are large, and the build's own process stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.build.export import (
    ARTICLE_COLUMNS,
    ZONE_COLUMNS,
    ZoneCount,
    article_row,
    encode,
    fact_columns,
    fact_row,
    zone_row,
    zone_rows,
)
from reporter.build.plan import OVERVIEW, Facts
from reporter.build.store import unpack
from reporter.build.workers import at_work

_WHOLE = ("data/facts.parquet", "data/facts.csv", "data/facts.xlsx", "data/articles.jsonl", "data/zones.csv")
_ZONES = "data/zones.csv"
_ZONELESS = "data/facts/zoneless.parquet"
_PART = 250
"""Zones in one file of a data set."""


@dataclass(frozen=True, slots=True)
class DataTask:
    """Data files to be made from packed facts: of the whole collection, or of the zones of one file."""

    paths: tuple[str, ...]
    facts: tuple[bytes, ...]
    zones: tuple[ZoneCount, ...] = ()

    @property
    def name(self) -> str:
        """How a person names it."""
        return self.paths[0]


def data_paths(zones: int, *, many: bool) -> list[str]:
    """The data files that there should be: those of a collection held whole, or the data set of so many zones."""
    if not many:
        return list(_WHOLE)
    return [_ZONES, _ZONELESS, *(_part(index) for index in range(-(-zones // _PART)))]


def data_tasks(facts: Facts, wanted: Iterable[str]) -> Iterator[DataTask]:
    """The tasks that make the data files that are wanted, taken up one after the other."""
    paths = tuple(wanted)
    if not paths:
        return
    if whole := facts.part(OVERVIEW):
        yield DataTask(paths, (whole,))
        return
    if _ZONES in paths:
        yield DataTask((_ZONES,), (), facts.counts())
    if _ZONELESS in paths:
        yield DataTask((_ZONELESS,), tuple(facts.loose()))
    names = sorted(zone.name for zone in facts.zones)
    for index in range(-(-len(names) // _PART)):
        if _part(index) in paths:
            group = names[index * _PART : (index + 1) * _PART]
            yield DataTask((_part(index),), tuple(map(facts.part, group)))


def make_data(task: DataTask) -> dict[str, bytes]:
    """The content of a task's files, by path; runs in a worker."""
    at_work(task.name)
    if task.facts and task.paths[0] in _WHOLE:
        return _whole(task)
    if task.name == _ZONES:
        return {task.name: b"".join(encode(map(zone_row, task.zones), "csv", ZONE_COLUMNS))}
    rows = (fact_row(fact) for part in task.facts for fact in unpack(part).facts)
    return {task.name: b"".join(encode(rows, "parquet", fact_columns(())))}


def _whole(task: DataTask) -> dict[str, bytes]:
    collection = unpack(task.facts[0])
    made = {}
    for path in task.paths:
        form = path.rpartition(".")[2]
        if "articles" in path:
            rows = (article_row(one, collection.article_zones.get(one.id, ())) for one in collection.articles)
            pieces = encode(rows, form, ARTICLE_COLUMNS)
        elif path == _ZONES:
            pieces = encode(zone_rows(collection), form, ZONE_COLUMNS)
        else:
            pieces = encode(map(fact_row, collection.facts), form, fact_columns(()))
        made[path] = b"".join(pieces)
    return made


def _part(index: int) -> str:
    return f"data/facts/part-{index:04d}.parquet"
