"""The data files: tables that say what the rows say, made by workers."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import typing
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from reporter.build import export
from reporter.build.data import DataTask, make_data
from reporter.build.export import ZONE_COLUMNS, encode
from reporter.build.store import StoredFacts, pack, unpack
from reporter.errors import UsageError
from reporter.model import KINDS, Collection

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(data: bytes) -> dict[str, Any]:
    """What stands in the cells of a workbook's first sheet, by their addresses."""
    tree = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml"))
    found: dict[str, Any] = {}
    for cell in tree.iter(f"{SHEET}c"):
        text = "".join(cell.itertext())
        found[cell.get("r", "")] = {"inlineStr": text, "b": text == "1"}.get(cell.get("t", ""), text)
    return found


def test_a_sheet_says_what_the_rows_say() -> None:
    rows = [
        {"zone": "云杉高新区", "value": 113000000, "complete": True, "aliases": ["云杉园区", "云杉片区"], "period": ""},
        {"zone": "=1+1", "value": 0.5, "complete": False, "aliases": [], "period": None},
    ]
    data = b"".join(encode(rows, "xlsx", list(rows[0])))
    assert cells(data) == {
        **{"A1": "zone", "B1": "value", "C1": "complete", "D1": "aliases", "E1": "period"},
        **{"A2": "云杉高新区", "B2": "113000000", "C2": True, "D2": "云杉园区；云杉片区"},
        **{"A3": "=1+1", "B3": "0.5", "C3": False},
    }
    assert b"".join(encode(rows, "xlsx", list(rows[0]))) == data


def test_rows_that_no_sheet_holds_are_not_lost_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_MOST_ROWS", 2)
    with pytest.raises(UsageError, match="more rows than a sheet can hold"):
        b"".join(encode(({"zone": str(number)} for number in range(3)), "xlsx", ["zone"]))


def test_a_collection_comes_out_of_its_packing_as_it_went_in(collection: Collection) -> None:
    assert unpack(pack(collection)) == collection


def test_every_kind_of_fact_is_stored() -> None:
    assert tuple(typing.get_args(kind)[0] for kind in typing.get_type_hints(StoredFacts).values()) == KINDS


def test_a_worker_makes_the_files_of_a_collection(collection: Collection) -> None:
    paths = ("data/facts.csv", "data/articles.jsonl", "data/zones.csv")
    made = make_data(DataTask(paths, (pack(collection),)))
    assert tuple(made) == paths
    assert made["data/zones.csv"].decode("utf-8-sig").splitlines()[0] == ",".join(ZONE_COLUMNS)
    table = made["data/facts.csv"].decode("utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in table[1:]] == [fact.id for fact in collection.facts]


def test_the_builds_own_process_loads_no_library_of_tables(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("肇庆高新区今年新签约项目26个。", "utf-8")
    command = f"""
import sys
from reporter.__main__ import main
sys.argv = ["reporter", "build", {str(page)!r}, "--out", {str(tmp_path)!r}, "-a", "leader", "-f", "html", "-j", "2", "-q"]
try:
    main()
except SystemExit:
    pass
print(sorted({{"pandas", "pyarrow", "xlsxwriter", "weasyprint"}} & set(sys.modules)))
"""
    script = tmp_path / "script.py"
    script.write_text(f"if __name__ == '__main__':\n{re.sub('^', '    ', command, flags=re.MULTILINE)}", "utf-8")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=110, check=False)
    assert run.stdout.strip() == "[]", run.stderr
    assert (tmp_path / "data" / "facts.xlsx").is_file()
