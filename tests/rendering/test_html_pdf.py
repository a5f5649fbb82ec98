"""The documents as their readers get them: measured in the PDF."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from reporter.briefing import compose, compose_overview, load_audience
from reporter.model import Brand, Collection
from reporter.rendering.engine import PdfEngine, PdfOptions
from reporter.rendering.fonts import Fonts
from reporter.rendering.html import HtmlRenderer
from tests.briefing.sample import ZONE, figure, sample

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
RENDERER = HtmlRenderer([BUILT_IN])
MM = 72 / 25.4
FEET = (20, 33, 50)


def han(char: dict[str, str]) -> bool:
    return "一" <= char["text"] <= "鿿"


@pytest.fixture(scope="module")
def engine() -> PdfEngine:
    return PdfEngine(Fonts.find(), (BUILT_IN,))


def pdf(engine: PdfEngine, audience: str, collection: Collection | None = None, brand: Brand | None = None) -> bytes:
    chosen = load_audience(audience, [BUILT_IN])
    if chosen.overview:
        made = compose_overview(collection or sample(), chosen, brand)
    else:
        made = compose(collection or sample(), ZONE.name, chosen, brand)  # type: ignore[assignment]
    options = PdfOptions(where=audience)
    return engine.pdf(RENDERER.print_html(made), base=BUILT_IN, options=options)


@cache
def with_foot(engine: PdfEngine, audience: str, bottom: int) -> bytes:
    """The sample on a paper whose foot is so many millimetres high: the text ends elsewhere on each."""
    chosen = load_audience(audience, [BUILT_IN])
    made = compose(sample(), ZONE.name, replace(chosen, paper=replace(chosen.paper, bottom=f"{bottom}mm")))
    return engine.pdf(RENDERER.print_html(made), base=BUILT_IN, options=PdfOptions(where=audience))


def long_collection() -> Collection:
    """More than two pages hold: the paper must give something up."""
    many = [
        figure(f"n{i:02}", "86.4亿元", f"第{'一二三四五六七八九十'[i]}类产业项目实际完成投资", 8.64e9 + i, "元")
        for i in range(10)
    ]
    return replace(sample(), facts=(*sample().facts, *many))


def test_the_leaders_paper_keeps_to_the_standard(engine: PdfEngine) -> None:
    """GB/T 9704-2012: A4; 156 mm × 225 mm of text, 37 mm from the top, 28 mm from the binding; 22 lines of 28."""
    with pdfplumber.open(io.BytesIO(pdf(engine, "leader", long_collection()))) as document:
        page = document.pages[0]
        assert (page.width, page.height) == (pytest.approx(210 * MM, abs=0.5), pytest.approx(297 * MM, abs=0.5))
        body = [c for c in page.chars if abs(c["size"] - 16) < 0.1 and c["top"] < page.height - 35 * MM]
        assert len(body) > 200
        assert min(c["x0"] for c in body) >= 28 * MM - 1
        assert max(c["x1"] for c in body) <= (28 + 156) * MM + 1
        tops = sorted({round(c["bottom"], 1) for c in body})
        pitch = Counter(round(b - a, 1) for a, b in pairwise(tops)).most_common(1)[0][0]
        assert pitch == pytest.approx(225 * MM / 22, abs=0.3)
        assert len(tops) <= 22
        beside = [b["x0"] - a["x0"] for a, b in pairwise(body) if han(a) and han(b) and a["bottom"] == b["bottom"]]
        advance = Counter(round(step, 2) for step in beside).most_common(1)[0][0]
        assert 156 * MM / advance == pytest.approx(28, abs=0.1)
        title = [c for c in page.chars if abs(c["size"] - 22) < 0.1]
        assert title
        assert page.chars[0]["top"] >= 37 * MM - 2


def test_the_leaders_paper_fills_two_pages_at_most(engine: PdfEngine) -> None:
    brand = Brand(masthead="开发区参阅", issue="第12期", date="2020年10月30日", organisation="某省商务厅")
    document = pypdf.PdfReader(io.BytesIO(pdf(engine, "leader", long_collection(), brand)))
    assert len(document.pages) == 2
    assert "— 1 —" in document.pages[0].extract_text().replace("\n", " ")


def test_the_poster_is_one_page(engine: PdfEngine) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(pdf(engine, "public", long_collection()))).pages) == 1


@pytest.mark.parametrize("audience", ["leader", "investor", "analyst", "public", "overview"])
def test_every_audience_prints_its_figures_with_links_to_notes(engine: PdfEngine, audience: str) -> None:
    document = pypdf.PdfReader(io.BytesIO(pdf(engine, audience)))
    text = "".join(page.extract_text() for page in document.pages).replace("\n", "").replace(" ", "")
    assert "云岭高新区" in text
    assert "1.13亿美元" in text
    links = [
        note.get_object()
        for page in document.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= 4
    assert document.metadata is not None
    assert document.metadata.title
    assert document.root_object["/Lang"] == "zh-CN"
    assert not engine.warnings or all("notdef" not in warning for warning in engine.warnings)


@pytest.mark.parametrize("audience", ["leader", "investor", "analyst"])
def test_no_page_is_empty_or_nearly_so_wherever_the_text_ends(engine: PdfEngine, audience: str) -> None:
    for bottom in FEET:
        with pdfplumber.open(io.BytesIO(with_foot(engine, audience, bottom))) as document:
            for page in document.pages:
                foot = page.height - bottom * MM
                lines = {round(c["bottom"]) for c in page.chars if c["top"] >= 20 * MM and c["bottom"] <= foot}
                assert len(lines) >= 6, (bottom, page.page_number)


def test_neither_a_note_nor_an_article_is_parted_from_its_source(engine: PdfEngine) -> None:
    for bottom in FEET:
        with pdfplumber.open(io.BytesIO(with_foot(engine, "analyst", bottom))) as document:
            for page in document.pages[1:]:
                first = page.crop((0, 20 * MM, page.width, page.height)).extract_text_lines()[0]
                assert "page.txt" not in first["text"], (bottom, page.page_number)
            for page in document.pages[:-1]:
                last = page.crop((0, 20 * MM, page.width, page.height - bottom * MM)).extract_text_lines()[-1]
                assert "page.txt" not in last["text"] or "《" in last["text"], (bottom, "an article's head alone")


def test_the_contents_name_the_pages(engine: PdfEngine) -> None:
    document = pypdf.PdfReader(io.BytesIO(pdf(engine, "analyst")))
    assert "来源原文" in str(document.outline)
    assert "目录" in document.pages[0].extract_text().replace(" ", "")
