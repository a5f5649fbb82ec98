"""A page whose template says what may grow is full to its foot, and stays within what it says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from reporter.rendering.engine import PdfEngine
from reporter.rendering.fonts import Fonts

STYLE = "@page{size:A4;margin:20mm} body{font:11pt/1.7 var(--song);margin:0} h1,h2,p{margin:0 0 8pt}"
LINE = "<p>今年一季度，廊坊经开区实际利用外资1.13亿美元。</p>"
MM = 72 / 25.4
FOOT = (297 - 20) * MM  # where the text's part of the sheet ends


@pytest.fixture(scope="module")
def engine() -> PdfEngine:
    return PdfEngine(Fonts.find())


def pages(engine: PdfEngine, body: str, style: str = "", manner: str = "") -> list[Any]:
    html = f'<html lang="zh-CN"><head><style>{STYLE}{style}</style></head><body class="{manner}">{body}</body></html>'
    return pdfplumber.open(io.BytesIO(engine.pdf(html, base=Path("/")))).pages


def top(page: Any, word: str) -> float:
    """How far below the sheet's upper edge a word stands, in millimetres."""
    return float(page.search(word)[0]["top"]) / MM


def test_notes_go_to_the_foot_of_their_page(engine: PdfEngine) -> None:
    (page,) = pages(engine, f"<h2>数据</h2>{LINE}<section data-foot><p>依据在此</p></section>")
    assert page.search("依据在此")[0]["bottom"] == pytest.approx(FOOT, abs=3)
    assert top(page, "数据") < 30


def test_what_follows_the_notes_goes_down_with_them(engine: PdfEngine) -> None:
    (page,) = pages(engine, f"{LINE}<section data-foot><p>依据在此</p></section><footer><p>联系人</p></footer>")
    assert 4 < top(page, "联系人") - top(page, "依据在此") < 12
    assert page.search("联系人")[0]["bottom"] < FOOT


def test_growth_is_shared_and_never_more_than_asked(engine: PdfEngine) -> None:
    plain = f"<header><p>招商</p><h1>云岭</h1></header><section><h2>产业</h2>{LINE}</section><p>完</p>"
    asked = plain.replace("<header", '<header data-grow="60"').replace("<section", '<section data-air="12"')
    (before,), (after,) = pages(engine, plain), pages(engine, asked)
    moved = {word: top(after, word) - top(before, word) for word in ("招商", "云岭", "产业", "完")}
    assert moved == pytest.approx({"招商": 0, "云岭": 60, "产业": 66, "完": 72}, abs=0.2)


def test_a_full_page_stays_as_it_is(engine: PdfEngine) -> None:
    plain, asked = (f"<section{mark}>{LINE * 27}</section>" for mark in ("", ' data-air="40" data-foot'))
    (before,), (after,) = pages(engine, plain), pages(engine, asked)
    assert top(after, "今年") - top(before, "今年") < 6


def test_backgrounds_and_links_move_along(engine: PdfEngine) -> None:
    body = f'<p><a href="#n">见</a></p>{LINE}<section data-foot id="n" style="background:#ff0000"><p>依据在此</p></section>'
    (page,) = pages(engine, body)
    (box,) = [rect for rect in page.rects if rect["fill"]]
    assert box["bottom"] == pytest.approx(FOOT, abs=1)


def test_what_asked_for_much_room_and_has_none_is_set_as_usual(engine: PdfEngine) -> None:
    style = ".roomy p{font-size:22pt}"
    assert len(pages(engine, LINE * 22, style, "investor roomy")) == 1
    (short,) = pages(engine, LINE * 4, style, "investor roomy")
    assert short.chars[0]["size"] == pytest.approx(22)
