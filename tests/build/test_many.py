"""Very many sources: facts dealt out by zone and merged file by file are the same as merged at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter import config
from reporter.build import collect as collecting
from reporter.build import run as running
from reporter.build.collect import survey
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
    data = pack(collection)
    again = unpack(data)
    assert again.zones == collection.zones
    assert again.articles == collection.articles
    assert sorted(fact.id for fact in again.facts) == sorted(fact.id for fact in collection.facts)
    assert pack(again) == data


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


def test_a_build_of_very_many_sources_writes_a_data_set(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.dataset

    monkeypatch.setattr(collecting, "MANY", 2)
    monkeypatch.setattr(running, "MANY", 2)
    request = Request((str(seeds),), tmp_path, config.Settings(), audiences=("leader",), formats=("html",), jobs=1)
    report = run(request, Listener())
    assert not report.failures
    assert len(report.made) > 30
    data = pyarrow.dataset.dataset(tmp_path / "data" / "facts", format="parquet")
    zone = data.to_table(filter=pyarrow.dataset.field("zone") == "廊坊经开区")
    assert "1.13亿美元" in zone.column("text").to_pylist()
    assert (tmp_path / "data" / "zones.csv").is_file()
    monkeypatch.setattr(running, "collect", lambda *_, **__: pytest.fail("nothing changed, but facts were found again"))
    assert run(request, Listener()).made == []
