"""Real PDFs, read back: what a typographer, a security officer and an archivist would look for."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from reporter.errors import DocumentError
from reporter.rendering.engine import Attachment, PdfEngine, PdfOptions
from reporter.rendering.faces import faces
from reporter.rendering.fonts import Fonts

PROSE = (
    "德阳高新区一季度实际利用外资1.13亿美元，占全市“半壁江山”，同比增长12.5%；新签约项目28个，总投资350亿元。"
    "园区负责人表示：“将出台《若干措施》”，“力争年内引进近2000家企业”（含3900多万美元项目）。"
)
STYLE = (
    "@page{size:A4;margin:30mm 25mm}html{font:11pt/1.7 var(--song);text-align:justify}body{margin:0}"
    "p{margin:0 0 6pt;text-indent:2em}h1,h2{text-indent:0;text-align:left}sup{font-size:.6em;line-height:0}"
)
LEFT, RIGHT = 25 / 25.4 * 72, (210 - 25) / 25.4 * 72
CLOSING, OPENING = "，。；：、！？）》”’%％", "（《“‘"
HERE = Path(__file__).resolve().parent


@cache
def engine() -> PdfEngine:
    return PdfEngine(Fonts.find(), roots=(HERE / "pictures",))


def page(body: str, head: str = "") -> str:
    head = f"<title>简报</title>{head}<style>{STYLE}</style>"
    return f'<!doctype html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>'


def pdf(body: str, head: str = "", **options: object) -> bytes:
    return engine().pdf(page(body, head), base=HERE, options=PdfOptions(**options))  # type: ignore[arg-type]


def lines(data: bytes) -> list[list[dict[str, object]]]:
    """The characters of each line of text but raised marks, from left to right, over all pages."""
    found: list[list[dict[str, object]]] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            rows: dict[int, list[dict[str, object]]] = {}
            for char in page.chars:
                if char["size"] < 8:
                    continue
                rows.setdefault(round(float(char["doctop"])), []).append(char)
            found += [sorted(rows[top], key=lambda char: char["x0"]) for top in sorted(rows)]
    return found


def words(line: list[dict[str, object]]) -> str:
    return "".join(str(char["text"]) for char in line)


@pytest.fixture(scope="module")
def prose() -> list[list[dict[str, object]]]:
    """Lines of a long paragraph, at ten widths so that every character comes to stand at a line's end."""
    boxes = "".join(f'<p style="width:{width}pt">{PROSE * 3}</p>' for width in range(280, 440, 16))
    return lines(pdf(boxes))


def test_both_edges_of_chinese_lines_are_straight() -> None:
    *full, _ = lines(pdf(f"<p>{PROSE * 4}</p>"))
    for line in full:
        assert abs(float(line[-1]["x1"]) - RIGHT) < 0.5, words(line)
    for line in full[1:]:
        assert abs(float(line[0]["x0"]) - LEFT) < 0.5, words(line)


def test_no_character_s_box_overlaps_the_next(prose: list[list[dict[str, object]]]) -> None:
    for line in prose:
        for first, second in pairwise(line):
            assert float(second["x0"]) > float(first["x1"]) - 0.6, words(line)


def test_no_mark_stands_at_the_wrong_end_of_a_line(prose: list[list[dict[str, object]]]) -> None:
    assert len(prose) > 100
    for line in prose:
        assert words(line)[0] not in CLOSING
        assert words(line)[-1] not in OPENING


def test_no_number_is_parted_from_its_unit(prose: list[list[dict[str, object]]]) -> None:
    for line in prose:
        text = words(line)
        assert not text[-1].isdigit(), text
        assert text[0] not in "亿美元万多个家%.", text


def test_a_number_in_an_element_of_its_own_stays_with_its_unit_and_its_mark() -> None:
    sentence = "实际利用外资<b>1.13</b><span>亿美元</span><sup><a href='#n'>12</a></sup>，"
    boxes = "".join(f'<p style="width:{width}pt">{sentence * 9}</p>' for width in range(200, 330, 13))
    data = pdf(boxes + "<p id=n>依据</p>")
    for line in lines(data):
        assert words(line)[0] not in "亿美元，", words(line)
    with pdfplumber.open(io.BytesIO(data)) as document:
        raised = [char for page in document.pages for char in page.chars if char["size"] < 8]
    assert len(raised) == 180
    assert min(float(char["x0"]) for char in raised) > LEFT + 11


def test_marks_that_meet_leave_no_hole() -> None:
    (line,) = lines(pdf("<p>《措施》”，“力争</p>"))
    closing = next(char for char in line if char["text"] == "”")
    comma = next(char for char in line if char["text"] == "，")
    opening = next(char for char in line if char["text"] == "“")
    assert float(comma["x0"]) - float(closing["x0"]) < 6.5  # half a square of 11 pt, not a whole one
    assert float(opening["x0"]) - float(comma["x0"]) < 6.5


def test_marks_that_meet_across_elements_leave_no_hole() -> None:
    with pdfplumber.open(
        io.BytesIO(pdf("<p>报道：<span>“很好”</span><sup><a href='#n'>7</a></sup></p><p id=n>依据</p>"))
    ) as document:
        chars = {char["text"]: char for char in document.pages[0].chars}
    assert float(chars["7"]["x0"]) - float(chars["”"]["x0"]) < 7.5
    assert float(chars["“"]["x0"]) - float(chars["："]["x0"]) < 6.5


def test_a_line_end_in_the_template_is_no_space() -> None:
    (line,) = lines(pdf("<p>实际利用外资\n        同比增长</p>"))
    assert words(line) == "实际利用外资同比增长"
    gaps = [float(b["x0"]) - float(a["x1"]) for a, b in pairwise(line)]
    assert max(gaps) < 0.5


def test_the_last_line_is_not_one_character() -> None:
    for length in range(30, 80):
        assert len(lines(pdf(f'<p style="text-indent:0">{"区" * length}。</p>'))[-1]) > 2


def test_text_reads_back_as_it_was_written() -> None:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(f"<p>{PROSE}</p>"))).pages)
    assert text.replace("\n", "") == PROSE


def test_latin_words_latin_spacing_and_letter_spacing_survive() -> None:
    data = pdf('<p style="letter-spacing:2pt">Bosch GmbH 与 Infineon Technologies AG 合资</p><p>AVATAR To Yo</p>')
    assert [words(line) for line in lines(data)] == ["Bosch GmbH 与 Infineon Technologies AG 合资", "AVATAR To Yo"]


def test_fonts_are_embedded_as_subsets() -> None:
    reader = pypdf.PdfReader(
        io.BytesIO(pdf('<p>德阳<b>高新区</b><span style="font-family:var(--hei)">外资</span></p>'))
    )
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert len(fonts) == 3
    for font in fonts:
        assert "+" in font["/BaseFont"]
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_marks_link_to_notes_and_back() -> None:
    data = pdf(
        '<p id="r1">2000家<sup><a href="#n1">1</a></sup></p>'
        '<p id="n1" style="break-before:page">依据<a href="#r1">↑</a></p>'
    )
    reader = pypdf.PdfReader(io.BytesIO(data))
    targets = [[annotation.get_object()["/Dest"] for annotation in page.get("/Annots", [])] for page in reader.pages]
    assert targets == [["n1"], ["r1"]]
    assert set(reader.named_destinations) >= {"n1", "r1"}


def test_headings_become_bookmarks_and_the_head_metadata() -> None:
    head = '<meta name="author" content="招商局"><meta name="description" content="一季度">'
    reader = pypdf.PdfReader(io.BytesIO(pdf("<h1>德阳高新区</h1><h2>一、总体判断</h2><p>好。</p>", head=head)))
    assert reader.outline[0].title == "德阳高新区"
    assert reader.outline[1][0].title == "一、总体判断"
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == ("简报", "招商局", "一季度")
    assert reader.metadata.get("/CreationDate") is None
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_raised_marks_stay_out_of_bookmarks_and_running_heads() -> None:
    style = "<style>@page{@top-left{content:string(t)}}h1{string-set:t attr(data-plain)}</style>"
    title = '<h1>总投资<b>281亿元</b><sup><a href="#n">1</a></sup></h1><p id="n">依据</p>'
    reader = pypdf.PdfReader(io.BytesIO(pdf(title, head=style)))
    assert reader.outline[0].title == "总投资281亿元"
    assert "总投资281亿元\n" in reader.pages[0].extract_text() + "\n"


def test_a_title_breaks_between_words_into_even_lines() -> None:
    for width in range(150, 330, 12):
        mark = '<sup style="margin-left:.1em"><a href="#n">1</a></sup>'
        number = f'<span style="white-space:nowrap"><b>281</b><span>亿元</span>{mark}</span>'
        title = f'<h1 style="width:{width}pt;font-size:20pt">常州高新区集中开工的重点项目总投资{number}</h1>'
        made = [words(line).rstrip("1") for line in lines(pdf(title + '<p id="n"></p>'))]
        assert "".join(made) == "常州高新区集中开工的重点项目总投资281亿元"
        assert len(made) == (3 if width < 222 else 2), made  # as few as the measure allows
        for word in ("常州", "高新区", "集中", "开工", "重点", "项目", "投资", "281亿元"):
            assert any(word in line for line in made), made
        assert all(line[0] != "的" for line in made)
        if len(made) == 2:
            assert abs(len(made[0]) - len(made[1])) <= 5, made


def test_table_heads_repeat_on_every_page() -> None:
    rows = "".join(f"<tr><td>第{i}行</td><td>{i}家</td></tr>" for i in range(120))
    reader = pypdf.PdfReader(io.BytesIO(pdf(f"<table><thead><tr><th>指标<th>数值</thead>{rows}</table>")))
    assert len(reader.pages) > 2
    assert all("指标" in page.extract_text() for page in reader.pages)


def test_the_same_html_gives_the_same_bytes() -> None:
    files = (Attachment("facts.csv", "指标,数值\n".encode()),)
    body = f"<h1>德阳高新区</h1><p>{PROSE}</p>"
    assert pdf(body, attachments=files) == pdf(body, attachments=files)
    assert pdf(body) == PdfEngine(Fonts.find()).pdf(page(body), base=HERE)


@pytest.mark.parametrize("variant", ["pdf/a-3u", "pdf/a-3a", "pdf/ua-1"])
def test_archival_variants_say_what_they_are_and_carry_the_data(variant: str) -> None:
    data = pdf("<h1>德阳高新区</h1><p>甲</p>", variant=variant, attachments=(Attachment("facts.json", b"[]", "数据"),))
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.attachments["facts.json"] == [b"[]"]
    part = b"pdfuaid" if "ua" in variant else b"pdfaid"
    assert part in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    if "a-3" in variant:
        assert reader.trailer["/Root"]["/AF"][0].get_object()["/AFRelationship"] == "/Data"


def test_a_missing_glyph_is_a_failure_not_a_box() -> None:
    with pytest.raises(DocumentError, match=r"德阳, leader: no font here has a glyph for .* \(U\+13000\)"):
        pdf("<p>区\U00013000</p>", where="德阳, leader")
    assert pdf("<p>区</p>")  # the next document is not harmed


def test_a_rare_character_is_set_in_the_whole_font() -> None:
    (line,) = lines(pdf("<p>刘昇、王堃、𬒈</p>"))
    assert words(line) == "刘昇、王堃、𬒈"


@pytest.mark.parametrize(
    "smuggled",
    [
        '<link rel=attachment href="file:///etc/passwd">',
        '<img src="file:///etc/passwd">',
        '<img src="pictures/../conftest.py">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<object data="//127.0.0.1/x.svg"></object>',
        "<style>@import url(file:///etc/passwd)</style>",
    ],
)
def test_nothing_but_the_audiences_own_files_is_read(smuggled: str) -> None:
    data = pdf("<p>甲</p>" + smuggled, head=smuggled if "link" in smuggled else "")
    assert not pypdf.PdfReader(io.BytesIO(data)).attachments
    assert b"root:" not in data
    assert any("may not read" in warning for warning in engine().warnings), engine().warnings


def test_what_the_roots_hold_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
    )
    own = PdfEngine(Fonts.find(), roots=(tmp_path,))
    own.pdf('<html lang="zh-CN"><title>甲</title><p>甲<img src="logo.svg" alt="标志"></p>', base=tmp_path)
    assert own.warnings == ()


def test_a_link_out_of_a_root_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.svg").write_text("<svg/>")
    (root / "logo.svg").symlink_to(tmp_path / "secret.svg")
    own = PdfEngine(Fonts.find(), roots=(root,))
    own.pdf('<p>甲<img src="logo.svg" alt="标志"></p>', base=root)
    assert any("may not read" in warning for warning in own.warnings)


RICH = (
    "<style>table{border-collapse:collapse;margin:9pt 0;opacity:.99}td{border:.5pt solid;padding:2pt}"
    ".f{display:flex;gap:5pt}.g{display:grid;grid-template-columns:1fr 2fr}li::before{content:counter(n,decimal)}"
    "aside{float:right;width:30%}h2{string-set:h content()}@page{@top-left{content:string(h)}}</style>"
    "<h2>甲</h2><table><tr><td>一<td>1.13亿美元</table><table><tr><td>二<td>28个</table>"
    "<div class=f><p>左</p><p>右边长一些</p></div><div class=g><p>左</p><p>右</p></div><aside>旁注</aside>"
    "<ul><li>其一</li><li style='color:red'>其二</li></ul><p style='text-indent:5%'>" + PROSE + "</p>"
)


def test_documents_leave_no_trace_in_those_made_after_them() -> None:
    first = PdfEngine(Fonts.find()).pdf(page(RICH), base=HERE)
    warm = PdfEngine(Fonts.find())
    for body in (RICH.replace("甲", "乙"), f"<p>{PROSE}</p>", RICH.replace(".f{", ".x{"), RICH):
        last = warm.pdf(page(body), base=HERE)
    assert last == first


CONTENTS = (
    "<style>@page{@bottom-center{content:counter(page) '/' counter(pages)}}nav a{display:block}"
    "nav a::after{content:leader('·') target-counter(attr(href),page)}</style><nav>"
    + "".join(f"<a href='#s{number}'>第{number}节</a>" for number in range(9))
    + "</nav>"
    + "".join(f"<h2 id=s{number}>第{number}节</h2><p>{PROSE * 6}</p>" for number in range(9))
)
TOTALS = CONTENTS.replace("nav a{", "h2::after{content:'，共' counter(pages) '页'}nav a{")


def test_contents_name_the_pages_that_sections_are_on() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(CONTENTS))).pages]
    assert len(pages) > 2
    for number in range(9):
        on = next(index for index, text in enumerate(pages, 1) if f"\n第{number}节\n" in f"\n{text}\n")
        assert re.search(rf"第{number}节·*{on}\n", pages[0].replace(" ", "")), number


def test_the_shortcuts_through_the_engine_change_no_byte() -> None:
    """The same pages in a process of their own, with the engine's own ways instead of `shortcuts`."""
    code = (
        "import sys, hashlib; from pathlib import Path; from reporter.rendering import shortcuts\n"
        "shortcuts.install = lambda: None\n"
        "from tests.rendering.test_engine import CONTENTS, RICH, TOTALS, pdf\n"
        "for body in (RICH, RICH, CONTENTS, TOTALS): print(hashlib.sha256(pdf(body)).hexdigest())"
    )
    plain = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE.parents[1], capture_output=True, text=True, check=True
    )
    ours = [hashlib.sha256(pdf(body)).hexdigest() for body in (RICH, RICH, CONTENTS, TOTALS)]
    assert plain.stdout.split() == ours


def test_another_version_of_the_engine_still_makes_a_page_and_says_what_it_lacks() -> None:
    code = (
        "import weasyprint; weasyprint.VERSION = '71.0'\n"
        "from tests.rendering.test_engine import engine, pdf\n"
        "assert pdf('<h1>甲</h1><p>乙</p>').startswith(b'%PDF')\n"
        "print(engine().warnings)"
    )
    made = subprocess.run([sys.executable, "-c", code], cwd=HERE.parents[1], capture_output=True, text=True, check=True)
    assert "ragged" in made.stdout


def test_a_font_that_fonttools_cuts_for_the_engine_bears_no_date_of_the_day() -> None:
    """As it does variable fonts, and all where HarfBuzz is old."""
    from weasyprint.pdf import fonts

    engine()
    face = faces("Noto Serif CJK SC")[0]
    with fonts.TTFont(face.path, fontNumber=face.index) as font:
        assert not font.recalcTimestamp
