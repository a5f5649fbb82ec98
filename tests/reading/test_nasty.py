"""Whatever comes in ends in articles or in one clear sentence."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporter import reading
from reporter.errors import SourceError
from tests.reading.scramble import clean_articles, scramble
from tests.reading.test_formats import TEXT, pdf_of

NASTY = {
    "one mark.txt": "。",
    "only marks.txt": "”””）））\n\n“““（（（\n\n，，，\n",
    "one long line.txt": "开发区" * 20_000,
    "many short lines.txt": "高新区\n\n" * 1_500,
    "the same line.txt": (TEXT.split("\n")[4] + "\n\n") * 300,
    "all open.txt": "\n\n".join(f"第{n}家企业在园区的" for n in range(200)),
    "captions only.txt": "图为车间。\n\n图为码头。\n\n(资料图片)\n",
    "bylines only.txt": "本报记者 张三\n\n本报记者 李四\n\n► 王五\n",
    "heads only.txt": "河北经开区：\n\n稳住基本盘\n\n云南综保区：\n\n支持企业\n",
    "latin.txt": "The quick brown fox jumps.\n\nOver the lazy dog (again).\n",
    "emoji.txt": "园区🎉签约🚀\n\n👍近日，园区签约。\n",
    "controls.txt": "高\u200b新\u00ad区\x0b\x0c签\u2028约\u2029。\ufeff\n" * 20,
    "unclosed tags.html": "<div><p>近日，<b>园区<p>签约<table><tr><td>一<td>二<script>alert(1)",
    "wrong tags.html": "</p></div><<<>>><p <p>近日</b></i>园区签约。&#x110000;&#0;&nosuch;&amp",
    "deep tags.html": "<div>" * 3_000 + "园区签约。" + "</div>" * 3_000,
    "bad front matter.md": "---\ntitle: [unclosed\ndate: 2022-99-99\n---\n近日，园区签约。\n",
    "strange date.md": "---\ntitle: 2022\ndate: 0000-00-00\nauthor: [甲, {a: b}]\n---\n近日，园区签约。\n",
    "markdown.md": "# \n\n|a|\n|-|\n\n```\n\n[x](\n\n![\n\n***\n",
}


def attempt(data, name):
    """Reads a page; a clear sentence is as good as articles."""
    try:
        found = reading.read(reading.Input(name, name, content=data))
    except SourceError as error:
        assert str(error) and "\n" not in str(error)
        return None
    used = [i for article in found.articles for paragraph in article.paragraphs for i in paragraph.blocks]
    assert sorted([*used, *found.unassigned]) == list(range(len(found.source.blocks)))
    reading.side_by_side(found)
    return found


@pytest.mark.parametrize("name", NASTY)
def test_nasty_files(name):
    attempt(NASTY[name].encode("utf-8", "surrogatepass"), name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    st.text(
        st.sampled_from("。，、“”（）()：—\n\n\n 图为本报记者讯通讯员高新区企业2020年今的了a1%<>&#*-|"), max_size=300
    ),
    st.sampled_from(["p.txt", "p.md", "p.html"]),
)
def test_random_texts(text, name):
    attempt(text.encode(), name)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.binary(max_size=400), st.sampled_from(["p.txt", "p.md", "p.html", "p.docx", "p.pdf"]))
def test_random_bytes(data, name):
    attempt(data, name)


def test_mutated_pages():
    articles = clean_articles()
    for seed in range(250):
        rng = random.Random(seed)
        pieces = list(scramble(articles, seed, count=2).text)
        for _ in range(rng.randint(1, 40)):
            at = rng.randrange(len(pieces))
            pieces[at : at + rng.randint(0, 8)] = rng.choice(
                ["", "\n\n", "”", "“", "。", "\x00", "&", "<p>", pieces[rng.randrange(len(pieces))]]
            )
        data = "".join(pieces).encode(rng.choice(["utf-8", "gb18030"]), "replace")
        cut = rng.randrange(len(data)) if rng.random() < 0.3 else len(data)
        attempt(data[:cut], "page.txt")


def test_mutated_pdfs():
    whole = pdf_of([TEXT.split("\n\n")])
    for seed in range(20):
        rng = random.Random(seed)
        data = bytearray(whole)
        for _ in range(rng.randint(1, 20)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        attempt(bytes(data[: rng.randrange(50, len(data))]), "page.pdf")
