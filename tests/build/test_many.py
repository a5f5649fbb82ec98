"""Very many sources: facts dealt out by zone and merged file by file are the same as merged at once."""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pyarrow.dataset
import pyarrow.parquet
import pytest

from reporter import config
from reporter.build import collect as collecting
from reporter.build import data, export, spool
from reporter.build import run as running
from reporter.build.collect import survey
from reporter.build.data import DataTask, make_data
from reporter.build.manifest import load
from reporter.build.plan import slices
from reporter.build.run import Listener, Request, run
from reporter.build.spool import Spool, bucket_of
from reporter.build.store import pack, unpack, unpack_page
from reporter.config import UserWords
from reporter.model import Collection, PageFacts


@pytest.fixture(scope="module")
def pages(seeds: Path) -> list[PageFacts]:
    found, _ = survey([str(seeds)], UserWords())
    return [unpack_page(collecting.extract(collecting._Task(item, UserWords()))) for item, _ in found]


def test_a_collection_survives_packing(collection: Collection) -> None:
    packed = pack(collection)
    again = unpack(packed)
    assert again.zones == collection.zones
    assert again.articles == collection.articles
    assert sorted(fact.id for fact in again.facts) == sorted(fact.id for fact in collection.facts)
    assert pack(again) == packed


def test_dealt_out_and_merged_by_file_is_merged_at_once(
    pages: list[PageFacts], collection: Collection, tmp_path: Path
) -> None:
    with Spool(tmp_path) as spool:
        for page in pages:
            spool.add(page)
        parts: dict[str, Collection] = {}
        for part in spool.collections():
            for zone, one in slices(part).items():
                assert zone not in parts
                parts[zone] = one
    assert not list(tmp_path.iterdir())
    whole = slices(collection)
    assert set(parts) == set(whole)
    for zone, one in whole.items():
        assert {fact.id for fact in parts[zone].facts} == {fact.id for fact in one.facts}, zone
        assert {article.id for article in parts[zone].articles} == {article.id for article in one.articles}


def test_zones_are_dealt_out_the_same_everywhere() -> None:
    assert [bucket_of(name) for name in ("德阳高新区", "湖北自贸区", "")] == [
        bucket_of(name) for name in ("德阳高新区", "湖北自贸区", "")
    ]
    assert all(0 <= bucket_of(str(number)) < 64 for number in range(200))


@pytest.fixture
def request_of_many(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A build of five pages as if they were too many to hold, with a data set of a few zones a file."""
    monkeypatch.setattr(collecting, "MANY", 2)
    monkeypatch.setattr(running, "MANY", 2)
    monkeypatch.setattr(data, "_PART", 20)
    return Request((str(seeds),), tmp_path, config.Settings(), audiences=("leader",), formats=("html",), jobs=1)


def test_a_build_of_very_many_sources_writes_a_data_set(
    request_of_many: Request, collection: Collection, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = run(request_of_many, Listener())
    assert not report.failures
    assert len(report.made) > 30
    folder = tmp_path / "data" / "facts"
    facts = pyarrow.dataset.dataset(folder, format="parquet")
    one = facts.to_table(filter=pyarrow.dataset.field("zone") == "廊坊经开区")
    assert "1.13亿美元" in one.column("text").to_pylist()
    every = facts.to_table()
    assert sorted(every.column("id").to_pylist()) == sorted(fact.id for fact in collection.facts)
    assert every.schema.field("value").type == pyarrow.float64()
    files = [pyarrow.parquet.ParquetFile(path) for path in sorted(folder.glob("part-*"))]
    reach = [file.metadata.row_group(0).column(2).statistics for file in files]
    assert len(files) > 2
    assert all(before.max < after.min for before, after in pairwise(reach))  # so one zone is in one file
    whole = make_data(DataTask(("data/zones.csv",), (pack(collection),)))["data/zones.csv"]
    assert (tmp_path / "data" / "zones.csv").read_bytes() == whole
    with monkeypatch.context() as patched:
        patched.setattr(running, "collect", lambda *_, **__: pytest.fail("nothing changed, but facts were found again"))
        assert run(request_of_many, Listener()).made == []
    page = next(seeds.glob("004*"))
    few = replace(request_of_many, sources=(str(page),))
    run(few, Listener())
    assert not folder.exists()
    assert (tmp_path / "data" / "facts.csv").is_file()


def test_data_of_fewer_sources_leaves_nothing_of_more_behind(
    request_of_many: Request, seeds: Path, tmp_path: Path
) -> None:
    pages = [str(next(seeds.glob(f"00{number}*"))) for number in (2, 4)]
    run(replace(request_of_many, sources=(pages[0],)), Listener())
    run(replace(request_of_many, sources=tuple(pages)), Listener())
    known = {path for path in load(tmp_path).by_path() if path.startswith("data/")}
    assert "data/facts/part-0000.parquet" in known
    assert known == {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    assert "data/facts.csv" not in known


@pytest.mark.parametrize("dry", [False, True])
def test_what_is_too_much_to_hold_lies_beside_the_documents(
    request_of_many: Request, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dry: bool
) -> None:
    """And outside of them only where nothing may be written there."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path.parent / f"{tmp_path.name}-temp"))
    Path(tempfile.gettempdir()).mkdir()
    used: list[Path] = []

    class Watched(Spool):
        def __init__(self, parent: Path | None = None) -> None:
            super().__init__(parent)
            used.append(self.folder)

    monkeypatch.setattr(spool, "Spool", Watched)
    pages = tuple(str(next(seeds.glob(f"00{number}*"))) for number in (2, 4))
    report = run(replace(request_of_many, sources=pages, dry_run=dry), Listener())
    assert report.plan
    assert [folder.is_relative_to(tmp_path) for folder in used] == [not dry]
    assert not list(Path(tempfile.gettempdir()).iterdir())


def test_a_table_has_the_same_columns_of_the_same_types_whatever_stands_in_it(collection: Collection) -> None:
    columns = export.fact_columns(())
    rows = [export.fact_row(fact) for fact in collection.facts]
    schemas = [
        pyarrow.parquet.read_schema(io.BytesIO(b"".join(export.encode(some, "parquet", columns))))
        for some in (rows, rows[:1], [row for row in rows if row["kind"] == "quote"], [])
    ]
    assert all(schema == schemas[0] for schema in schemas)
    table = pyarrow.parquet.read_table(io.BytesIO(b"".join(export.encode(rows, "parquet", columns)))).to_pylist()
    for row, cells in zip(rows, table, strict=True):
        assert cells == {name: export.flat(row.get(name)) for name in columns}
