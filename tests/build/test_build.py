"""A build from the real pages to real documents: what is made, what is left alone, what is removed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import Reporter


@pytest.fixture(scope="module")
def built(here: Reporter, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two pages of seeds/, built for one audience."""
    work = tmp_path_factory.mktemp("work")
    pages = work / "pages"
    pages.mkdir()
    for number in ("000", "004"):
        page = next(seeds.glob(f"{number}*"))
        shutil.copy(page, pages / page.name)
    run = here("build", pages, "--out", work / "out", "-a", "analyst", "-a", "overview")
    assert run.returncode == 0, run.stderr
    return pages, work / "out"


def test_every_zone_with_a_fact_has_its_documents(built: tuple[Path, Path]) -> None:
    _, out = built
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    names = {zone["name"] for zone in manifest["zones"]}
    assert {"湖北自贸区", "湖北自贸区武汉片区", "廊坊经开区", "肇庆高新区", "赣州经开区"} <= names
    for name in names:
        assert (out / name / f"{name}-研究底稿.html").is_file()
        assert (out / name / f"{name}-研究底稿.pdf").is_file()
    for name in ("facts.parquet", "facts.csv", "facts.xlsx", "articles.jsonl", "zones.csv"):
        assert (out / "data" / name).is_file()
    index = (out / "index.html").read_text("utf-8")
    assert "廊坊经开区" in index


def test_a_pdf_says_what_the_page_says_and_links_to_it(built: tuple[Path, Path]) -> None:
    _, out = built
    pdf = PdfReader(out / "廊坊经开区" / "廊坊经开区-研究底稿.pdf")
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))
    for words in ("廊坊经开区", "1.13亿美元", "50.3%", "3900多万美元", "占廊坊全市实际利用外资总额的"):
        assert words in text, words
    targets = set(pdf.named_destinations)
    links = [
        str(annotation.get_object().get("/Dest") or annotation.get_object()["/A"]["/D"])
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object().get("/Subtype") == "/Link"
        and ("/Dest" in annotation.get_object() or "/D" in annotation.get_object().get("/A", {}))
    ]
    assert links
    assert set(links) <= targets
    assert "廊坊经开区" in pdf.metadata.title
    assert pdf.outline
    fonts = {font.get_object()["/BaseFont"] for page in pdf.pages for font in page["/Resources"]["/Font"].values()}
    assert all(re.match(r"/[A-Z]{6}\+", font) for font in fonts), fonts


def test_html_asks_for_nothing_from_elsewhere(built: tuple[Path, Path]) -> None:
    _, out = built
    page = (out / "肇庆高新区" / "肇庆高新区-研究底稿.html").read_text("utf-8")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert "url(http" not in page
    assert 'lang="zh-CN"' in page


def test_nothing_is_made_twice_and_a_change_only_where_it_matters(
    built: tuple[Path, Path], here: Reporter, tmp_path: Path
) -> None:
    pages, out = built
    again = here("build", pages, "--out", out, "-a", "analyst", "-a", "overview", "--explain")
    assert " 0 made" in again.stderr, again.stderr
    page = next(pages.glob("004*"))
    before = page.read_text("utf-8")
    page.write_text(before.replace("全年计划提供产业用地4030亩", "全年计划提供产业用地4040亩"), "utf-8")
    try:
        changed = here("build", pages, "--out", out, "-a", "analyst", "-a", "overview", "--dry-run").stdout
    finally:
        page.write_text(before, "utf-8")
    assert "肇庆高新区/肇庆高新区-研究底稿.pdf: its facts changed" in changed
    zones = {line.split("/")[0] for line in changed.splitlines() if "/" in line}
    page = {"肇庆高新区", "赣州经开区", "济宁高新区"}  # joins on one page are weighed against each other
    assert {zone for zone in zones if "香河" not in zone and "北京" not in zone and zone != "data"} <= page
    assert "data/facts.csv: its facts changed" in changed
    assert "总览.pdf: its facts changed" in changed


def test_a_touched_file_is_made_again(built: tuple[Path, Path], here: Reporter) -> None:
    pages, out = built
    target = out / "廊坊经开区" / "廊坊经开区-研究底稿.html"
    whole = target.read_bytes()
    target.write_bytes(whole[:100])
    run = here("build", pages, "--out", out, "-a", "analyst", "-a", "overview", "--explain")
    assert "廊坊经开区-研究底稿.html: its file is missing or was changed" in run.stdout
    assert target.read_bytes() == whole
