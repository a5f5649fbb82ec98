"""The data files of a build: facts, articles and zones for people's scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.build.export import article_row, encode, fact_row, zone_rows
from reporter.model import Collection

DATA_FILES = (
    "data/facts.parquet",
    "data/facts.csv",
    "data/facts.xlsx",
    "data/articles.jsonl",
    "data/zones.csv",
)


def data_files(collection: Collection, wanted: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The content of the data files that are wanted, by path."""
    facts = [fact_row(fact) for fact in collection.facts]
    for path in wanted:
        form = path.rpartition(".")[2]
        if "articles" in path:
            rows = [article_row(one, collection.article_zones.get(one.id, ())) for one in collection.articles]
        else:
            rows = zone_rows(collection) if "zones" in path else facts
        yield path, encode(rows, form)
