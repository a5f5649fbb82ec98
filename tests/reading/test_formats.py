"""Every format and encoding gives the same article, and offsets that lead back to the decoded text."""

import io
import zipfile

import pytest

from reporter import reading
from reporter.errors import SourceError, UsageError

TITLE = "海滨高新区：新产业加速集聚"
LEAD = "近日，海滨高新区举行签约仪式，3个项目落户园区，总投资12.5亿元，预计明年建成投产。"
NEXT = "“我们看中的是这里的产业链。”海滨存储公司总经理李明说，公司去年产值达到8亿元，同比增长30%。"
TEXT = f"{TITLE}\n\n本报记者 张三丰\n\n{LEAD}\n\n{NEXT}\n"


def page(data, name="page.txt"):
    return reading.read(reading.Input(name, name, content=data if isinstance(data, bytes) else data.encode()))


def body(found):
    return [p.text for p in found.articles[0].paragraphs if p.kind == "body"]


def check_offsets(found):
    for article in found.articles:
        for paragraph in article.paragraphs:
            place = 0
            for start, end in paragraph.located.runs(0, len(paragraph.text)):
                # Entities and the space between table cells stand for one character of markup each.
                pairs = zip(found.source.text[start:end], paragraph.text[place : place + end - start], strict=True)
                assert all(there == here or there in "&<\n\t" for there, here in pairs)
                place += end - start
            assert place == len(paragraph.text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    found = page(TEXT.encode(encoding))
    assert found.articles[0].title == TITLE
    assert body(found) == [LEAD, NEXT]
    check_offsets(found)


def test_big5():
    text = "海濱高新區：新產業加速集聚\n\n近日，海濱高新區舉行簽約儀式，三個項目落戶園區，總投資十二億元，預計明年建成投產。\n"
    assert page(text.encode("big5")).articles[0].title == "海濱高新區：新產業加速集聚"


@pytest.mark.parametrize(("most", "few"), [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8-sig", "gb18030")])
def test_a_page_put_together_from_two_encodings_loses_no_word(most, few):
    more = "\n\n".join(NEXT.replace("8亿元", f"{n}亿元") for n in range(9, 39))
    last = "海滨高新区去年新增企业126家，增长了9.1%。"
    found = page(f"{TEXT}\n{more}\n\n".encode(most) + f"{last}\n\n德阳投资\n".encode(few))
    assert found.source.text == f"{TEXT}\n{more}\n\n{last}\n\n德阳投资\n"
    assert found.doubts == ()


def test_a_line_that_no_encoding_gives_is_told_with_its_number_and_article():
    more = "\n\n".join(NEXT.replace("8亿元", f"{n}亿元") for n in range(9, 39))
    data = f"{TEXT}\n{more}\n".encode().replace(
        "去年产值达到9亿元".encode(), "去年产值".encode() + b"\xff\xfe" + "9亿元".encode()
    )
    found = page(data)
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.source, doubt.article) == ("source", "page.txt", found.articles[0].id)
    assert doubt.what.startswith("第9行有文字无法辨认：“") and "去年产值" in doubt.what


def test_of_very_many_unreadable_lines_some_are_told_and_the_rest_counted():
    found = page(
        "\n\n".join([TEXT, *(f"第{n}家企业落户园区，总投资\ufffd亿元，预计明年建成投产。" for n in range(50))])
    )
    assert len(found.doubts) == 21
    assert "另有30行" in found.doubts[-1].what


def test_stray_characters_go_but_offsets_stay():
    found = page(
        "\ufeff" + TEXT.replace("高新", "高\u200b新").replace("签约", "签\u00ad约").replace("。\n", "。\x0c\n")
    )
    assert body(found) == [LEAD, NEXT]
    check_offsets(found)


def test_markdown_with_front_matter():
    text = f"---\ntitle: '{TITLE}（走进开发区）'\nauthor: 海滨日报\ndate: 2022-01-08\n---\n\n## 招商\n\n近日，**海滨高新区**举行[签约仪式](http://x.cn)，3个项目落户园区，总投资12.5亿元，预计明年建成投产。\n\n{NEXT}\n"
    found = page(text, "page.md")
    article = found.articles[0]
    assert (article.title, article.kicker, article.byline) == (TITLE, "走进开发区", ("海滨日报",))
    assert (article.date, article.year) == ("2022-01-08", 2022)
    assert body(found) == [LEAD, NEXT]
    check_offsets(found)


def test_html_keeps_the_text_of_links_and_loses_navigation():
    link = LEAD.replace("海滨高新区", '<a class="hot" href="http://x.cn/600648">海滨高新区</a>').replace(
        "，总投资", "&#65292;总投资"
    )
    more = "".join(f"<p>{NEXT.replace('8亿元', f'{n}亿元')}</p>" for n in range(9, 14))
    text = f"""<!doctype html><html><head><title>网站</title><meta property="article:published_time" content="2023-05-06T08:00">
    <script>var a = "脚本";</script></head><body><nav><ul><li><a href="/">首页</a></li><li><a href="/b">新闻</a></li></ul></nav>
    <article><h1>{TITLE}</h1><p>{link}</p><p>{NEXT}</p>{more}<table><tr><td>项目</td><td>投资</td></tr><tr><td>存储</td><td>5亿元</td></tr></table>
    </article><footer>版权所有 联系我们</footer></body></html>"""
    found = page(text, "saved.html")
    assert found.articles[0].title == TITLE
    assert body(found)[:2] == [LEAD, NEXT]
    assert found.articles[0].date == "2023-05-06"
    words = "".join(block.text for block in found.source.blocks)
    assert "脚本" not in words and "首页" not in words and "版权所有" not in words
    check_offsets(found)


def test_docx():
    import docx

    document = docx.Document()
    document.add_heading(TITLE, 1)
    for text in ("本报记者 张三丰", LEAD, NEXT):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "5亿元"
    out = io.BytesIO()
    document.save(out)
    found = page(out.getvalue(), "page.docx")
    assert found.articles[0].title == TITLE
    assert found.articles[0].byline == ("张三丰",)
    assert body(found) == [LEAD, NEXT]
    check_offsets(found)


def pdf_of(columns):
    """A PDF with the paragraphs of each column, set in lines of 18 characters."""
    fonts = (
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
        b"/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
    )
    drawn = []
    for number, paragraphs in enumerate(columns):
        y = 780
        for paragraph in paragraphs:
            text = "\u3000\u3000" + paragraph
            for i in range(0, len(text), 18):
                row = text[i : i + 18]
                shift = len(row) - len(row.lstrip("\u3000"))
                hexed = row.lstrip("\u3000").encode("utf-16-be").hex()
                drawn.append(f"BT /F1 12 Tf {40 + number * 260 + shift * 12} {y} Td <{hexed}> Tj ET")
                y -= 18
    stream = "\n".join(drawn).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        fonts,
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body_ in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body_)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_pdf_in_two_columns():
    found = page(pdf_of([[LEAD, NEXT], [NEXT.replace("8亿元", "9亿元")]]), "page.pdf")
    texts = [p.text for article in found.articles for p in article.paragraphs]
    assert texts == [LEAD, NEXT, NEXT.replace("8亿元", "9亿元")]
    check_offsets(found)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "empty.txt", "empty"),
        (b" \n\t\n", "blank.txt", "empty"),
        (bytes(range(256)) * 40, "noise.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "picture.txt", "binary"),
        (b"PK\x03\x04 nothing more", "broken.docx", "Word document"),
        (b"%PDF-1.7 cut off", "broken.pdf", "readable PDF"),
        (pdf_of([[]]), "scan.pdf", "no text layer"),
        (b"<html><body><script>x</script></body></html>", "empty.html", "no text"),
        (b"---\ntitle: x\n---\n", "head.md", "no text"),
    ],
)
def test_one_clear_sentence(data, name, told):
    with pytest.raises(SourceError, match=told) as caught:
        page(data, name)
    assert name in str(caught.value)


def test_folders_archives_and_failures(tmp_path):
    (tmp_path / "june").mkdir()
    (tmp_path / "june" / "b.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "broken.zip").write_bytes(b"PK nothing")
    with zipfile.ZipFile(tmp_path / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("c.txt", TEXT)
        archive.writestr("../d.txt", TEXT)
        archive.writestr("bomb.txt", "0" * 30_000_000)
    found = list(reading.find([tmp_path]))
    assert [f.name for f in found if isinstance(f, reading.Input)] == [
        "a.txt",
        "june/b.txt",
        "pages.zip/../d.txt",
        "pages.zip/c.txt",
    ]
    assert [f.name for f in found if isinstance(f, reading.Failure)] == [
        "broken.zip",
        "pages.zip/bomb.txt",
        "photo.jpg",
    ]
    assert {reading.read(f).articles[0].title for f in found if isinstance(f, reading.Input)} == {TITLE}


def test_two_members_of_one_name_are_two_pages(tmp_path):
    other = TEXT.replace("海滨", "云山")
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("c.txt", TEXT)
        archive.writestr("c.txt", other)
    found = list(reading.find([tmp_path / "pages.zip"]))
    assert [f.name for f in found] == ["pages.zip/c.txt", "pages.zip/c-2.txt"]
    assert [reading.read(f).source.text for f in found] == [TEXT, other]


def test_a_missing_path_is_told_at_once():
    with pytest.raises(UsageError, match="no such file"):
        reading.find(["nowhere"])


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (only,) = reading.find(["-"])
    assert reading.read(only).articles[0].title == TITLE
