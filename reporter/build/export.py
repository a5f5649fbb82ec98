"""Articles, zones and facts as rows for people's scripts: table, jsonl, json, csv, xlsx, parquet.

The columns are those of the exported data's description in docs/data.md; every format gives the same rows in the
same order, and the same rows give the same bytes.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from reporter.errors import UsageError
from reporter.model import KIND_NAMES, KINDS, Article, BlockKind, Collection, Evidence, Fact, Paragraph, Zone

Row = dict[str, Any]

ARTICLE_COLUMNS = (
    "source",
    "article",
    "title",
    "kicker",
    "byline",
    "kind",
    "date",
    "year",
    "year_evidence",
    "zones",
    "complete",
    "blocks",
    "doubts",
)
ZONE_COLUMNS = (
    "zone",
    "official",
    "type",
    "level",
    "province",
    "city",
    "parent",
    "aliases",
    "articles",
    "facts",
)

FIELD_COLUMNS = ("field", "value", "decided")

FORMATS = ("table", "jsonl", "json", "csv", "xlsx", "parquet")
BINARY = ("xlsx", "parquet")
_MOST_ROWS = 1_048_575
_FIRST = ("id", "kind", "zone", "source", "article", "evidence", "start", "end", "source_start", "source_end", "text")
_TYPES: dict[str, type] = {
    **dict.fromkeys(("start", "end", "source_start", "source_end", "mentions", "articles", "facts", "year"), int),
    **dict.fromkeys(("value", "value_high", "investment", "land"), float),
    **dict.fromkeys(("settled", "direct", "complete"), bool),
}
"""What columns hold that hold no text."""
_GROUP = 10_000
"""Rows that a Parquet file keeps together: a reader who wants one zone skips the others."""
_NOT_COLUMNS = {"id", "zone", "mentions", "decided"}


def article_row(article: Article, zones: Sequence[str]) -> Row:
    """One article: its fields, the zones it is about, and its paragraphs in reading order."""
    return {
        "source": article.source,
        "article": article.id,
        "title": article.title,
        "kicker": article.kicker,
        "byline": list(article.byline),
        "kind": article.kind,
        "date": article.date,
        "year": article.year,
        "year_evidence": article.year_evidence,
        "zones": list(zones),
        "complete": article.complete,
        "blocks": [paragraph.text for paragraph in article.paragraphs],
        "doubts": list(article.doubts),
    }


@dataclass(frozen=True, slots=True)
class ZoneCount:
    """One zone with the number of articles about it and of facts on it."""

    zone: Zone
    articles: int
    facts: int


def zone_row(counted: ZoneCount) -> Row:
    """One zone with its counts."""
    zone = counted.zone
    return {
        "zone": zone.name,
        "official": zone.official,
        "type": zone.type.value,
        "level": zone.level,
        "province": zone.province,
        "city": zone.city,
        "parent": zone.parent,
        "aliases": list(zone.aliases),
        "articles": counted.articles,
        "facts": counted.facts,
    }


def zone_counts(collection: Collection) -> list[ZoneCount]:
    """Every zone of the collection, in its order."""
    articles = Counter(name for names in collection.article_zones.values() for name in set(names))
    facts = Counter(fact.zone for fact in collection.facts)
    return [ZoneCount(zone, articles[zone.name], facts[zone.name]) for zone in collection.zones]


def zone_rows(collection: Collection) -> list[Row]:
    """Every zone of the collection as a row, in its order."""
    return [zone_row(counted) for counted in zone_counts(collection)]


def fact_row(fact: Fact) -> Row:
    """One fact; the first mention's place is repeated at the top, all of them are under `mentions`."""
    first = fact.evidence
    row: Row = {"id": fact.id, "kind": fact.kind, "zone": fact.zone}
    row |= _place(first)
    for name in _field_names(type(fact)):
        row["statement" if name == "text" else name] = _plain(getattr(fact, name))
    row["mentions"] = [_place(mention) for mention in fact.mentions]
    return row


def field_rows(fact: Fact) -> list[Row]:
    """One fact field by field, each with the rules that decided it and their cues: what FIELD_COLUMNS name."""
    decided: dict[str, list[str]] = {}
    for one in fact.decided:
        decided.setdefault(one.field, []).append(one.rule + (f" — “{one.cue}”" if one.cue else ""))
    names = ["zone", *_field_names(type(fact))]
    return [
        {"field": name, "value": _plain(getattr(fact, name)), "decided": "; ".join(decided.get(name, ()))}
        for name in names
    ]


def _place(mention: Evidence) -> Row:
    return {
        "source": mention.source,
        "article": mention.article,
        "evidence": mention.sentence,
        "start": mention.start,
        "end": mention.end,
        "source_start": mention.source_start,
        "source_end": mention.source_end,
        "text": mention.text,
    }


def _field_names(kind: type[Fact]) -> list[str]:
    return [name for name in kind.__struct_fields__ if name not in _NOT_COLUMNS]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def fact_columns(kinds: Iterable[str]) -> list[str]:
    """The columns of facts of these kinds (none: all), the same whatever facts there are."""
    wanted = set(kinds) or set(KIND_NAMES)
    names = dict.fromkeys(_FIRST)
    for kind in KINDS:
        if kind.kind in wanted:
            names.update(dict.fromkeys("statement" if name == "text" else name for name in _field_names(kind)))
    return [*names, "mentions"]


def encode(rows: Iterable[Row], form: str, columns: Sequence[str]) -> Iterator[bytes]:
    """The rows in one of FORMATS except `table`, in pieces; `columns` are those of the flat formats."""
    if form == "jsonl":
        return _jsonl(rows)
    if form == "json":
        return _json(rows)
    if form == "csv":
        return _csv(rows, columns)
    return iter((_xlsx(rows, columns) if form == "xlsx" else _parquet(rows, columns),))


def _jsonl(rows: Iterable[Row]) -> Iterator[bytes]:
    for row in rows:
        yield (json.dumps(row, ensure_ascii=False) + "\n").encode()


def _json(rows: Iterable[Row]) -> Iterator[bytes]:
    before = "[\n"
    for row in rows:
        yield (before + json.dumps(row, ensure_ascii=False)).encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def flat(value: Any) -> Any:
    """A cell for a table: lists become one text, places of further mentions their count."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            return len(value)
        return "；".join(str(item) for item in value)
    return value


def _csv(rows: Iterable[Row], names: Sequence[str]) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    yield b"\xef\xbb\xbf"  # Excel takes a CSV without the mark for the local code page
    for row in rows:
        writer.writerow(_safe(flat(row.get(name))) for name in names)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    if text.tell():
        yield text.getvalue().encode()


def _safe(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula is marked as text (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "@", "\t", "\r") else cell


def _xlsx(rows: Iterable[Row], names: Sequence[str]) -> bytes:
    """One sheet, written row by row: most cells of a table of facts are empty and cost nothing."""
    import datetime  # noqa: PLC0415

    import xlsxwriter  # noqa: PLC0415

    data = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # the same rows give the same bytes
        sheet = book.add_worksheet("data")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, names, book.add_format({"bold": True}))
        for index, name in enumerate(names):
            sheet.set_column(index, index, 40 if name in ("evidence", "metric", "statement", "words") else 14)
        for number, row in enumerate(rows, 1):
            if number > _MOST_ROWS:
                raise UsageError("more rows than a sheet can hold", hint="take --format csv or parquet")
            for index, name in enumerate(names):
                cell = flat(row.get(name))
                if cell is not None and cell != "":
                    sheet.write(number, index, cell)
    return data.getvalue()


def _parquet(rows: Iterable[Row], names: Sequence[str]) -> bytes:
    """One table with types that do not depend on the rows, so that the files of a data set fit together."""
    import pyarrow  # noqa: PLC0415 - only this format pays for it
    from pyarrow import parquet  # noqa: PLC0415

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    kinds = [_TYPES.get(name, str) for name in names]
    schema = pyarrow.schema([(name, types[kind]) for name, kind in zip(names, kinds, strict=True)])
    data, rows = io.BytesIO(), iter(rows)
    with parquet.ParquetWriter(data, schema) as writer:
        while group := list(itertools.islice(rows, _GROUP)):
            columns = [
                [_typed(flat(row.get(name)), kind) for row in group] for name, kind in zip(names, kinds, strict=True)
            ]
            writer.write_table(pyarrow.table(columns, schema=schema))
    return data.getvalue()


def _typed(cell: Any, kind: type) -> Any:
    return None if cell is None or (cell == "" and kind is not str) else kind(cell)


def with_joins(article: Article) -> list[tuple[Paragraph, str]]:
    """Each paragraph of an article with a note on how it was joined, for a person to judge."""
    by_block = {join.after: join for join in article.joins}
    noted = []
    for paragraph in article.paragraphs:
        notes = []
        for index in paragraph.blocks:
            join = by_block.get(index)
            if join and (join.kind != "next" or join.after != join.before + 1):
                notes.append(f"{join.places} {join.kind} {join.confidence:.2f} {join.reason}")
        label = "" if paragraph.kind is BlockKind.BODY else f"[{paragraph.kind.value}] "
        noted.append((paragraph, label + " | ".join(notes)))
    return noted
