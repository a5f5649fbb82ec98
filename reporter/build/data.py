"""The data files of a build: facts, articles and zones for people's scripts.

A collection that is held whole gives one file of each kind. One that is too large for that gives a data set of
Parquet files, each with the facts of some zones (`data/facts/part-0000.parquet`), and the table of zones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.build.export import ZONE_COLUMNS, article_row, encode, fact_columns, fact_row, zone_rows
from reporter.build.plan import Facts
from reporter.build.store import unpack
from reporter.model import Collection

_WHOLE = ("data/facts.parquet", "data/facts.csv", "data/facts.xlsx", "data/articles.jsonl", "data/zones.csv")
_PART = 250
"""Zones in one file of a data set."""


def data_paths(zones: int) -> list[str]:
    """The data files that there should be; `zones` is 0 when the collection is held whole."""
    if not zones:
        return list(_WHOLE)
    return ["data/zones.csv", *(_part(index) for index in range(-(-zones // _PART)))]


def data_files(facts: Facts, wanted: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The content of the data files that are wanted, by path."""
    wanted = list(wanted)
    if not wanted:
        return
    if facts.collection:
        yield from _whole(facts.collection, wanted)
        return
    zones = facts.zones
    if "data/zones.csv" in wanted:
        names = ("name", "type", "province", "parent", "facts", "articles")
        rows = ({name: getattr(zone, name) for name in names} for zone in zones)
        yield "data/zones.csv", encode(rows, "csv", names)
    for index in range(-(-len(zones) // _PART)):
        if _part(index) in wanted:
            group = zones[index * _PART : (index + 1) * _PART]
            rows = (fact_row(fact) for zone in group for fact in unpack(facts.part(zone.name)).facts)
            yield _part(index), encode(rows, "parquet", fact_columns(()))


def _part(index: int) -> str:
    return f"data/facts/part-{index:04d}.parquet"


def _whole(collection: Collection, wanted: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
    for path in wanted:
        form = path.rpartition(".")[2]
        if "articles" in path:
            rows = (article_row(one, collection.article_zones.get(one.id, ())) for one in collection.articles)
            yield path, encode(rows, form)
        elif "zones" in path:
            yield path, encode(zone_rows(collection), form, ZONE_COLUMNS)
        else:
            yield path, encode(map(fact_row, collection.facts), form, fact_columns(()))
