"""Sources that would take all memory or all time: told in one sentence, and soon."""

import io
import struct
import time
import zipfile
import zlib

import docx
import pytest

from reporter import reading
from reporter.build.collect import collect, survey
from reporter.config import UserWords
from reporter.errors import SourceError
from reporter.model import Located, Segment
from reporter.reading import office, pdflimits
from reporter.reading.lines import LONGEST
from tests.reading.test_formats import LEAD, NEXT, TEXT, TITLE, body, page


def test_front_matter_with_aliases_is_no_front_matter():
    bomb = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))
    found = page(f"---\na0: &a0 x\n{bomb}\ntitle: *a29\n---\n{TEXT}", "page.md")
    assert found.source.meta.title == ""
    assert any(LEAD in paragraph.text for article in found.articles for paragraph in article.paragraphs)


def test_front_matter_may_be_nested_and_long():
    assert (
        page(f"---\ntitle: {'[' * 150}{']' * 150}\nauthor: [甲, 乙]\n---\n{TEXT}", "page.md").source.meta.author
        == "甲 乙"
    )
    assert page("---\n" + "key: value\n" * 5_000 + f"---\n{TEXT}", "page.md").source.meta.title == ""


# -- Word --------------------------------------------------------------------------------------------------------


def document(change=lambda body: body, level=6):
    """A Word document with a table, its body changed."""
    made = docx.Document()
    made.add_heading(TITLE, 1)
    for text in (LEAD, NEXT):
        made.add_paragraph(text)
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["存储项目", "5亿元", "", "6亿元"], strict=True
    ):
        cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    out, changed = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return changed.getvalue()


def test_a_cell_that_spans_two_milliard_columns_is_one_cell():
    found = page(
        document(lambda body: body.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="2000000000"/>', 1)), "page.docx"
    )
    assert "存储项目 5亿元" in [block.text for block in found.source.blocks]


def test_a_cell_that_goes_on_from_the_row_above_says_the_same():
    found = page(document(), "page.docx")
    assert [block.text for block in found.source.blocks][-2:] == ["存储项目 5亿元", "存储项目 6亿元"]


def test_more_paragraphs_than_any_document_has(monkeypatch):
    monkeypatch.setattr(office, "MAX_LINES", 100)
    data = document(lambda body: body.replace(b"<w:tbl>", b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 200 + b"<w:tbl>", 1))
    with pytest.raises(SourceError, match="more than 100 paragraphs"):
        page(data, "page.docx")


def test_a_document_that_unpacks_to_far_too_much():
    data = document(lambda body: body.replace(b"<w:tbl>", b"<w:p/>" * 2_000_000 + b"<w:tbl>", 1), level=9)
    with pytest.raises(SourceError, match=r"page\.docx: the document unpacks to far more"):
        page(data, "page.docx")


def test_an_archive_that_lies_about_a_members_size(tmp_path):
    with zipfile.ZipFile(tmp_path / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT * 1_000)
    data = (tmp_path / "pages.zip").read_bytes()
    size = struct.pack("<I", len(TEXT.encode()) * 1_000)
    assert data.count(size) == 2
    (tmp_path / "pages.zip").write_bytes(data.replace(size, struct.pack("<I", 100)))
    (found,) = reading.find([tmp_path / "pages.zip"])
    with pytest.raises(SourceError, match="damaged"):
        found.data()


# -- PDF ---------------------------------------------------------------------------------------------------------


def drawing(content):
    """A PDF of one page that draws the content of a packed stream."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    numbered = b"".join(b"%d 0 obj%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


WORDS = b"BT /F1 12 Tf 40 780 Td (Twelve zones signed up.) Tj ET"


@pytest.mark.parametrize("content", [WORDS + b" " * 50_000_000, WORDS * 50], ids=["unpacked", "drawn"])
def test_a_pdf_that_draws_far_too_much(content, monkeypatch):
    monkeypatch.setattr(pdflimits, "MAX_UNPACKED", 10_000_000)
    monkeypatch.setattr(pdflimits, "MAX_DRAWN", 1_000)
    with pytest.raises(SourceError, match=r"page\.pdf: the PDF draws far more"):
        page(drawing(content), "page.pdf")
    assert "Twelve" in page(drawing(WORDS), "page.pdf").source.text


# -- lines and time ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [NEXT * 400, "开发区" * 10_000], ids=["sentences", "one word"])
def test_a_page_in_one_line_comes_in_paragraphs_and_loses_nothing(line):
    found = page(f"{TITLE}\n\n{LEAD}\n\n{line}\n")
    texts = [paragraph.text for article in found.articles for paragraph in article.paragraphs]
    assert max(map(len, texts)) <= LONGEST
    assert line in "".join(block.text for block in found.source.blocks)
    if line.endswith("。"):
        assert all(text.endswith("。") for text in texts[1:])


def test_cutting_looks_only_at_the_runs_it_keeps():
    class Counted(tuple):
        looks = 0

        def __getitem__(self, index):
            Counted.looks += 1
            return super().__getitem__(index)

    runs = Counted(Segment(n, 2 * n, 1) for n in range(100_000))
    located = Located("区" * 100_000, runs)
    assert located.cut(50_000, 50_003).segments == ((0, 100_000, 1), (1, 100_002, 1), (2, 100_004, 1))
    assert Counted.looks < 50


@pytest.mark.parametrize("mark", ["[a](", "![", "<!--", "\\["])
def test_a_line_of_open_brackets_is_read_at_once(mark):
    page(f"{TEXT}\n{mark * 20_000}\n", "page.md")


def test_pictures_and_links_with_brackets_leave_their_text_only():
    found = page(f'# {TITLE}\n\n![图](a_(1).png "x"){LEAD}见[公告](http://x.cn/a_(b))\n', "page.md")
    assert body(found) == [f"{LEAD}见公告"]


def test_a_source_that_takes_too_long_is_given_up_and_the_rest_goes_on(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    words, failures = UserWords(), []
    found, _ = survey([str(tmp_path)], words)
    next(collect(found, words))  # what is loaded once does not count
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda item: time.sleep(60) if item.name == "a.txt" else read(item))
    collection = next(collect(found, words, timeout=1, fail=failures.append))
    assert [article.source for article in collection.articles] == ["b.txt"]
    (failure,) = failures
    assert str(failure).startswith("a.txt: took longer than 1 s (raise build.timeout")
    assert isinstance(failure, SourceError)
