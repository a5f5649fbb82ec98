"""The last page of a real PDF holds enough to be worth turning to."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from reporter.rendering.engine import PdfEngine
from reporter.rendering.fonts import Fonts

STYLE = (
    "@page{size:A4;margin:25mm} body{font:11pt/1.7 var(--song);margin:0} h1,h2,p{margin:0 0 8pt} h2{break-after:avoid}"
)
LINE = "<p>今年一季度，廊坊经开区实际利用外资1.13亿美元。</p>"


@pytest.fixture(scope="module")
def engine() -> PdfEngine:
    return PdfEngine(Fonts.find())


def pages(engine: PdfEngine, *sections: int, closer: str = "") -> list[Any]:
    """The pages of a document whose sections have so many lines; `closer`: its style knows a closer setting."""
    parts = "".join(f"<section><h2>第{i}部分</h2>{LINE * count}</section>" for i, count in enumerate(sections, 1))
    html = f'<html lang="zh-CN"><head><style>{STYLE}{closer}</style></head><body>{parts}</body></html>'
    return pdfplumber.open(io.BytesIO(engine.pdf(html, base=Path("/")))).pages


def headings(page: Any) -> list[str]:
    return [text[:4] for text in page.extract_text().splitlines() if text.startswith("第")]


def test_a_few_lines_are_not_alone_on_the_last_page(engine: PdfEngine) -> None:
    first, last = pages(engine, 8, 9, 5, 1)
    assert headings(first) == ["第1部分", "第2部分"]
    assert headings(last) == ["第3部分", "第4部分"]


def test_a_page_is_not_emptied_for_the_next(engine: PdfEngine) -> None:
    first, last = pages(engine, 4, 19, 1)
    assert headings(first) == ["第1部分", "第2部分"]
    assert len(last.extract_text()) < 90


def test_a_last_page_with_enough_on_it_stays_as_it_is(engine: PdfEngine) -> None:
    first, last = pages(engine, 8, 9, 5, 9)
    assert headings(first) == ["第1部分", "第2部分", "第3部分"]
    assert headings(last) == ["第4部分"]


def test_one_page_is_one_page(engine: PdfEngine) -> None:
    assert len(pages(engine, 3)) == 1


def test_a_page_that_would_be_mostly_empty_is_saved_by_a_closer_setting(engine: PdfEngine) -> None:
    assert len(pages(engine, 8, 9, 5, 6)) == 2
    (only,) = pages(engine, 8, 9, 5, 6, closer=".closer p{margin:0}")
    assert headings(only) == ["第1部分", "第2部分", "第3部分", "第4部分"]


def test_a_closer_setting_that_saves_no_page_is_not_used(engine: PdfEngine) -> None:
    plain = pages(engine, 8, 9, 5, 9)
    tried = pages(engine, 8, 9, 5, 9, closer=".closer{font-size:10.9pt}")
    assert [page.extract_text() for page in tried] == [page.extract_text() for page in plain]
