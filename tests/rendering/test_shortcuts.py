"""What is quicker than the engine's own way gives what its own way gives, to the byte."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pdfplumber
import pytest
from weasyprint import css
from weasyprint.layout import block, inline, leader

from reporter.rendering import cascade
from reporter.rendering.engine import PdfEngine
from reporter.rendering.fonts import Fonts

WORDS = "今年一季度，廊坊经开区实际利用外资1.13亿美元，同比增长23.5%。“我们将持续优化营商环境。”管委会主任说。"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> PdfEngine:
    return PdfEngine(Fonts.find(), (tmp_path_factory.getbasetemp(),))


def pdf(engine: PdfEngine, body: str, style: str, attributes: str = "") -> bytes:
    base = "@page{size:A5;margin:15mm} body{font:10pt/1.6 var(--song);orphans:2;widows:2}"
    html = f'<html lang="zh-CN"><head><style>{base}{style}</style></head><body {attributes}>{body}</body></html>'
    return engine.pdf(html, base=Path("/"))


@contextmanager
def the_engines_own_way() -> Iterator[None]:
    columns = block.columns_layout.__self__
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "columns_layout", columns._columns_layout)
        patch.setattr(block, "block_box_layout", columns._block_box_layout)
        patch.setattr(block, "block_level_layout", columns._block_level_layout)
        patch.setattr(css.StyleFor, "__init__", css.StyleFor.__init__.__wrapped__)
        patch.setattr(cascade.pages, "named", True)
        yield


NOTES = "".join(
    f'<li id="n{i}"><p class="sentence">{(WORDS * (1 + i % 3))[: 30 + 37 * i % 190]}</p><p class="meta">据《{WORDS[:9]}》</p></li>'
    for i in range(1, 17)
)
COLUMNS = {
    "free": "",
    "whole": "li{break-inside:avoid}",
    "padded": "li{padding:4pt 0 9pt;break-inside:avoid}",
    "raised": "li{position:relative;padding-left:2em;break-inside:avoid} "
    "li::before{content:attr(id);position:absolute;left:0}",
    "bound": "li{break-inside:avoid} li:nth-child(3n){break-before:avoid}",
    "bound whole": "li{break-before:avoid;break-inside:avoid}",
    "margins": "p{margin:3pt 0 -2pt} li:nth-child(2n){margin:-4pt 0 7pt}",
    "floating": ".meta{float:right;width:4em}",
    "high": "li:nth-child(2){height:40pt} li:nth-child(5){height:30pt;overflow:hidden}",
    "noted": ".meta{float:footnote}",
    "three": "ol{columns:3;column-gap:3mm}",
    "padded below": "ol{padding-bottom:20pt;margin-bottom:8pt}",
    "spanning": "li:nth-child(4){column-span:all}",
}


@pytest.mark.parametrize("count", [1, 2, 5, 16])
@pytest.mark.parametrize("kind", sorted(COLUMNS))
def test_columns_end_where_the_engine_ends_them(engine: PdfEngine, kind: str, count: int) -> None:
    items = "".join(NOTES.partition(f'<li id="n{count + 1}"')[0])
    body = f"<p>{WORDS * 4}</p><ol>{items}</ol><p>{WORDS}</p>"
    style = f"ol{{columns:2;column-gap:6mm;margin:0;padding:0;list-style:none}} p{{margin:0}} {COLUMNS[kind]}"
    quick = pdf(engine, body, style)
    with the_engines_own_way():
        assert pdf(engine, body, style) == quick


STYLE = """
h2,h3{font-size:12pt;margin:1em 0} h2+p{text-indent:2em} h2~p{color:#333} section>p:first-of-type{font-weight:700}
.a{color:#900} .a .b{letter-spacing:1pt} .b:not(.c){text-decoration:underline} p.c:last-child{margin-bottom:3em}
li:nth-child(2n+1)::before{content:"○ "} li::after{content:attr(data-x)} [data-x]{padding-left:1em} [data-x="2"]{color:#060}
#only{border:1pt solid #000;border-radius:3pt} a[href]{color:#00f} :root{--space:7pt} section{margin-top:var(--space)}
.wide{width:50vw;background:#eee} q:lang(en){quotes:"'" "'"} ul:has(.c){border-left:1pt solid red} section:empty{height:9pt}
.page{page:wide} @page wide{size:A4 landscape} @page:first{@top-center{content:"一"}} @media print{.b{font-weight:700}}
"""
BODIES = (
    '<section class="a"><h2>甲</h2><p>一<b class="b">二</b></p><p class="c">三</p></section><section></section>',
    '<section><h2 id="only">乙</h2><p class="b c">一</p><ul><li data-x="1">甲<li data-x="2" class="c">乙<li>丙</ul></section>',
    '<section class="a b"><h2>甲</h2><p style="color:#f00;font-size:14pt">一<a href="#only">二</a></p><p id="only">三</p></section>',
    '<div class="wide" lang="en"><q>one</q></div><div class="page"><p>甲</p></div><p class="b">乙</p>',
    '<section class="a"><h3>甲</h3><p>一<b class="b c">二</b></p><p class="c" style="color:#0f0">三</p></section><p id="x y">四</p>',
    '<table><tr><th class="a">一<td>二<tr><td class="b" colspan="2">三</table><svg width="40" height="9"><rect width="9" height="9"/></svg>',
)


def test_a_style_is_what_the_engine_computes_whichever_document_came_before(engine: PdfEngine) -> None:
    attributes = ("", 'style="color:#00c"', 'class="a"', 'style="font-size:8pt" id="top"')
    with the_engines_own_way():
        own = [[pdf(engine, body, STYLE, one) for one in attributes] for body in BODIES]
    for order in (BODIES, BODIES[::-1], BODIES):
        for body in order:
            assert [pdf(engine, body, STYLE, one) for one in attributes] == own[BODIES.index(body)]


def test_boxes_of_one_style_sheet_do_not_change_those_of_another(engine: PdfEngine) -> None:
    sheets = (
        STYLE,
        STYLE.replace("12pt", "15pt"),
        STYLE.replace("#900", "#090").replace(".wide{width:50vw", ".wide{width:30vw"),
    )
    with the_engines_own_way():
        own = [pdf(engine, "".join(BODIES[:2] + BODIES[3:]), sheet) for sheet in sheets]
    assert [pdf(engine, "".join(BODIES[:2] + BODIES[3:]), sheet) for sheet in (*sheets, *sheets)] == [*own, *own]


def test_the_dots_of_a_list_of_contents_are_one_text_in_the_places_of_the_engines_dots(engine: PdfEngine) -> None:
    body = '<p><a href="#x">目标与计划</a></p><p><a href="#x">企业</a></p><h2 id="x">目标</h2>'
    style = "a::after{content:leader('·') target-counter(attr(href),page)} h2{break-before:page}"
    joined = pdf(engine, body, style)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "handle_leader", leader.handle_leader)
        apart = pdf(engine, body, style)
    assert len(joined) < len(apart)
    places = [
        [(char["text"], round(char["x0"], 1), round(char["top"], 1)) for char in document.pages[0].chars]
        for document in (pdfplumber.open(io.BytesIO(data)) for data in (joined, apart))
    ]
    assert sorted(places[0]) == sorted(places[1])
    assert "".join(text for text, _, _ in places[0]).count("·") > 40
