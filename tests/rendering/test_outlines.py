"""What a PDF holds of its fonts: outlines that every reader finds by the codes of the text."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from reporter.rendering import outlines
from reporter.rendering.engine import PdfEngine
from reporter.rendering.fonts import Fonts

TEXT = "德阳高新区一季度实际利用外资1.13亿美元，占全市“半壁江山”，GDP增长12.5%。"


@pytest.fixture(scope="module")
def embedded() -> list[pypdf.generic.DictionaryObject]:
    """The fonts of a document in two cuts and, for 昇, in the whole font behind them."""
    html = (
        "<html><head><style>html{font-family:var(--song)}b{font-family:var(--hei)}</style></head>"
        f"<body><p>{TEXT}</p><p><b>{TEXT}</b></p><p>周昇</p></body></html>"
    )
    data = PdfEngine(Fonts.find()).pdf(html, base=Path())
    fonts = pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"]
    return [font.get_object() for font in fonts.values()]


def test_glyphs_are_named_by_the_codes_that_the_text_is_written_in(
    embedded: list[pypdf.generic.DictionaryObject],
) -> None:
    assert len(embedded) == 3
    for font in embedded:
        below = font["/DescendantFonts"][0].get_object()
        assert below["/Subtype"] == "/CIDFontType0"
        assert "/CIDToGIDMap" not in below
        file = below["/FontDescriptor"]["/FontFile3"].get_object()
        assert file["/Subtype"] == "/CIDFontType0C"
        codes = {int(code, 16) for code in re.findall(r"<(\w{4})> <\w+>\n", font["/ToUnicode"].get_data().decode())}
        found = CFFFontSet()
        found.decompile(io.BytesIO(file.get_data()), None)
        top = found.topDictIndex[0]
        assert {f"cid{code:05d}" for code in codes - {0}} <= set(top.charset)
        assert len(top.charset) < len(codes) + 5  # HarfBuzz takes some marks' siblings along
        assert all(top.CharStrings[name].bytecode for name in top.charset)


def test_a_font_is_small(embedded: list[pypdf.generic.DictionaryObject]) -> None:
    for font in embedded:
        file = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile3"]
        assert len(file.get_data()) < 12_000


def test_cuts_name_their_glyphs_by_their_places() -> None:
    for _, _, file in Fonts.find().files:
        data = Path(file).read_bytes()
        assert outlines.in_order(outlines.table(data, b"CFF ") or b"")
        assert outlines.number_in_order(data) == data


def test_other_fonts_are_left_as_they_are() -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    glyph = T2CharStringPen(500, None).getCharString()
    builder.setupCFF("Named", {}, {".notdef": glyph, "A": glyph}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    assert outlines.number_in_order(out.getvalue()) == out.getvalue()
    assert not outlines.in_order(outlines.table(out.getvalue(), b"CFF ") or b"")
    assert not outlines.in_order(b"")


def test_glyphs_with_other_names_get_those_of_their_places() -> None:
    file = Fonts.find().files[0][2]
    few = Subsetter(Options(layout_features=[], drop_tables=["vmtx", "vhea", "VORG", "BASE", "GDEF", "GPOS", "GSUB"]))
    few.populate(text="高新区")
    with TTFont(file) as font:
        few.subset(font)
        top = font["CFF "].cff.topDictIndex[0]
        names = {old: f"cid{65000 + place}" for place, old in enumerate(top.charset) if place}
        charstrings, widths = top.CharStrings.charStrings, font["hmtx"].metrics
        for old, new in names.items():
            charstrings[new], widths[new] = charstrings.pop(old), widths.pop(old)
        for cmap in font["cmap"].tables:
            cmap.cmap = {code: names[old] for code, old in getattr(cmap, "cmap", {}).items()}
        top.charset[1:] = names.values()
        font.setGlyphOrder(top.charset)
        out = io.BytesIO()
        font.save(out)
    renamed = out.getvalue()
    assert not outlines.in_order(outlines.table(renamed, b"CFF ") or b"")
    assert outlines.in_order(outlines.table(outlines.number_in_order(renamed), b"CFF ") or b"")
