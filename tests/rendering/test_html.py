from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import lxml.html
import pytest
from msgspec import structs

from reporter.briefing import compose, compose_overview, load_audience
from reporter.errors import DocumentError
from reporter.model import Brand, Brief, Figure, Overview, Phrase, Printed, Statement
from reporter.rendering.citations import CURRENT, Citations, Note
from reporter.rendering.filters import beneath, in_lines, reported, say, tail
from reporter.rendering.html import HtmlRenderer, _line_of
from tests.briefing.sample import ZONE, article, evidence, figure, sample

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
RENDERER = HtmlRenderer([BUILT_IN])
AUDIENCES = ("leader", "investor", "analyst", "public")
BRAND = Brand(
    organisation="某省商务厅", department="开发区处", masthead="开发区参阅", issue="第12期", date="2020年10月30日",
    contact=("电话：见官网",), footer="内部资料",
)  # fmt: skip


def brief(audience: str, roots: list[Path] | None = None) -> Brief:
    return compose(sample(), ZONE.name, load_audience(audience, roots or [BUILT_IN]), BRAND)


def every(audience: str) -> Brief | Overview:
    if audience == "overview":
        return compose_overview(sample(), load_audience(audience, [BUILT_IN]), BRAND)
    return brief(audience)


def tree(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


@pytest.mark.parametrize("audience", [*AUDIENCES, "overview"])
def test_html_is_one_file_without_script_or_request(audience: str) -> None:
    page = RENDERER.html(every(audience))
    assert not re.search(r"(?:src|href)=[\"'](?!#|data:)", page)
    assert not re.search(r"url\((?![\"']?data:)|@import|<script|<link", page)
    assert '<html lang="zh-CN">' in page


@pytest.mark.parametrize("audience", [*AUDIENCES, "overview"])
def test_every_mark_opens_its_evidence_with_its_number_highlighted(audience: str) -> None:
    made = every(audience)
    page = tree(RENDERER.html(made))
    buttons = page.xpath("//sup[@class='cite']/button")
    assert buttons
    facts = {fact.id: fact for fact in made.facts}
    for button in buttons:
        (popover,) = page.xpath("//*[@popover][@id=$name]", name=button.get("popovertarget"))
        fact = facts[button.get("popovertarget").removeprefix("e-")]
        assert popover.xpath("string(.//mark)") == fact.evidence.text
        assert popover.xpath("string(p[1])") == fact.evidence.sentence
        assert page.xpath("//li[@id=$name]", name=f"n{button.text}"), "a note without number"


@pytest.mark.parametrize("audience", [*AUDIENCES, "overview"])
def test_on_paper_every_mark_leads_to_a_note_and_back(audience: str) -> None:
    page = tree(RENDERER.print_html(every(audience)))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    targets = page.xpath("//a/@href")
    assert targets
    assert {target.removeprefix("#") for target in targets} <= set(names)
    notes = page.xpath("//*[@id='notes']/ol/li")
    assert [note.get("value") for note in notes] == [str(n) for n in range(1, len(notes) + 1)]
    assert not page.xpath("//button | //*[@popover]")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_number_is_shown_that_the_sources_do_not_have(audience: str) -> None:
    made = brief(audience)
    page = tree(RENDERER.print_html(made))
    for part in page.xpath("//style | //nav | //sup | //ol/li/@value | //*[@class='count'] | //*[@class='sources']"):
        if hasattr(part, "drop_tree"):
            part.drop_tree()
    known = " ".join([*(p.text for a in made.articles for p in a.paragraphs), *BRAND.contact, BRAND.issue, BRAND.date])
    dates = {"2020", "2019", "1", "9", "5", "8", "10", "20"}  # periods in words, the date of the article
    for number in re.findall(r"\d+(?:\.\d+)?", page.xpath("string(//body)")):
        assert number in known or number in dates, number


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_figure_shown_is_followed_by_its_mark(audience: str) -> None:
    page = tree(RENDERER.print_html(brief(audience)))
    for number in page.xpath("//span[@class='num']"):
        following = number.getnext()
        assert following is not None, number.text_content()
        assert following.get("class") == "cite", number.text_content()


def test_number_and_unit_stand_in_one_unbroken_run() -> None:
    page = tree(RENDERER.print_html(brief("leader")))
    runs = [run.text_content() for run in page.xpath("//span[@class='nb']")]
    assert "1.13亿美元1" in runs
    assert ".nb,.num{white-space:nowrap}" in RENDERER.print_html(brief("leader"))


def test_a_hedge_may_end_a_line_in_a_sentence() -> None:
    words = Phrase("超过1200家", figure("x", "1200家", "新登记企业", 1200, "家"), Printed("超过", "1200", "家"))
    citations = Citations(sample().facts, sample().articles, {}, screen=False)
    token = CURRENT.set(citations)
    try:
        made = str(say(Statement((Phrase("新登记企业"), words))))
    finally:
        CURRENT.reset(token)
    assert made.startswith('新登记企业超过<span class="nb"><span class="num"><b>1200</b>')


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("云岭高新区：三个项目开工", "三个项目开工"),
        ("云岭高新区 三个项目开工", "三个项目开工"),
        ("云岭高新区东片区三个项目开工", "云岭高新区东片区三个项目开工"),  # another place
        ("三个项目落户云岭高新区", "三个项目落户云岭高新区"),
        ("云岭高新区：报道要点", ""),  # nothing of the sources makes a title
    ],
)
def test_beneath_the_zones_name_a_title_does_not_say_it_again(headline: str, shown: str) -> None:
    assert beneath(Statement((Phrase(headline),)), ZONE.name) == shown


def test_a_composed_title_is_shortened_too() -> None:
    page = tree(RENDERER.print_html(brief("public")))
    assert page.xpath("string(//h1)") == "云岭高新区"
    assert page.xpath("string(//p[@class='what'])").startswith("2020年")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            ("云岭高新区：三个重点项目同日签约落户园区总投资超百亿",),
            "云岭高新区：<br>三个重点项目同日签约落户园区总投资超百亿",
        ),
        (("云岭高新区：三个项目开工",), "云岭高新区：三个项目开工"),
        (
            ("云岭高新区2022年", "规模以上工业总产值预计为一百亿元"),
            "云岭高新区2022年<br>规模以上工业总产值预计为一百亿元",
        ),
        (("云岭高新区", "一个长得无论如何也放不进一行里去的题目只好由排版自己断开"), ""),
    ],
)
def test_a_long_title_breaks_where_its_sense_does(words: tuple[str, ...], shown: str) -> None:
    made = str(in_lines(Statement(tuple(Phrase(part) for part in words)), 20))
    assert re.sub(r"</?span[^>]*>", "", made) == (shown or "".join(words))


def test_a_quotation_with_a_time_of_its_own_year_says_of_which_year_it_is() -> None:
    made = brief("leader")
    fact = made.facts[0]
    told = [Statement((Phrase(words, fact),), quoted=True) for words in ("今年开工。", "2020年开工。", "企业聚集。")]
    assert [reported(one, made) for one in told] == ["据2020年报道", "据报道", "据报道"]


def test_the_last_notes_stay_together_until_they_fill_a_dozen_lines() -> None:
    long, short = (Note(1, evidence("20万元"), None, (), ()) for _ in range(2))
    long = replace(long, evidence=structs.replace(long.evidence, sentence="长" * 800))
    assert tail([short] * 30) == 14
    assert tail([short] * 30, detail=True) == 7  # each with the line of its source
    assert tail([*[short] * 30, long]) == 1
    assert tail([short] * 3) == 3


def test_the_body_keeps_the_classes_of_its_audience() -> None:
    for audience in AUDIENCES:
        assert f'<body class="{audience} _base">' in RENDERER.html(every(audience))


def test_line_ends_of_templates_leave_no_space_between_characters() -> None:
    text = tree(RENDERER.print_html(brief("leader"))).xpath("string(//main)")
    assert not re.search(r"[一-鿿，。] +[一-鿿，。]", text)


def test_audiences_say_different_things() -> None:
    texts = {a: tree(RENDERER.html(brief(a))).xpath("string(//main)") for a in AUDIENCES}
    assert "读作" in texts["analyst"]
    assert "读作" not in texts["leader"]
    assert "需要关注" in texts["leader"]
    assert "报道提到的企业" in texts["investor"]
    assert "联系方式" in texts["investor"]
    assert len(texts["public"]) < len(texts["leader"]) + 200 < len(texts["analyst"])


def test_words_of_sources_cannot_bring_markup() -> None:
    nasty = figure("f01", "1.13亿美元", "<b>实际利用外资</b>", 113000000.0, "美元", period="2020-Q1")
    collection = replace(sample(), facts=(nasty,))
    made = compose(collection, ZONE.name, load_audience("analyst", [BUILT_IN]))
    page = RENDERER.html(made)
    assert "&lt;b&gt;实际利用外资&lt;/b&gt;" in page
    assert "<b>实际利用外资" not in page


def own(root: Path, template: str = "", settings: str = 'extends = "leader"\n', style: str = "") -> list[Path]:
    folder = root / "mine"
    folder.mkdir()
    (folder / "audience.toml").write_text(settings, encoding="utf-8")
    if template:
        (folder / "brief.html.j2").write_text(template, encoding="utf-8")
    if style:
        (folder / "style.css").write_text(style, encoding="utf-8")
    return [root, BUILT_IN]


def test_one_block_can_be_written_anew(tmp_path: Path) -> None:
    template = '{% extends "leader/brief.html.j2" %}{% block summary %}<p>自家的话</p>{% endblock %}'
    roots = own(tmp_path, template)
    text = tree(HtmlRenderer(roots).html(brief("mine", roots))).xpath("string(//main)")
    assert "自家的话" in text
    assert "关键数据" in text


def test_a_section_of_ones_own_is_a_block_and_two_lines_of_settings(tmp_path: Path) -> None:
    template = '{% extends "leader/brief.html.j2" %}{% block note %}<p>{{ brief.zone.name }}一页通</p>{% endblock %}'
    settings = 'extends = "leader"\norder = ["note", "summary"]\n[sections.note]\ntitle = "编者按"\ncustom = true\n'
    roots = own(tmp_path, template, settings)
    text = tree(HtmlRenderer(roots).html(brief("mine", roots))).xpath("string(//main)")
    assert "编者按云岭高新区一页通" in text
    assert "关键数据" not in text


def test_a_style_alone_is_enough(tmp_path: Path) -> None:
    roots = own(tmp_path, style="h1{letter-spacing:.2em}")
    page = HtmlRenderer(roots).html(brief("mine", roots))
    assert page.index("h1{letter-spacing:.2em}") > page.index("领导参阅 after GB/T 9704-2012")


def test_a_template_over_a_built_in_one_may_extend_it(tmp_path: Path) -> None:
    folder = tmp_path / "leader"
    folder.mkdir()
    template = '{% extends "builtin/leader/brief.html.j2" %}{% block gaps %}<p>（略）</p>{% endblock %}'
    (folder / "brief.html.j2").write_text(template, encoding="utf-8")
    roots = [tmp_path, BUILT_IN]
    assert "（略）" in HtmlRenderer(roots).html(brief("leader", roots))


@pytest.mark.parametrize(
    ("block", "line", "told"),
    [
        ("{% block summary %}\n{{ breif.title }}{% endblock %}", 3, "'breif' is undefined"),
        ("{% block summary %}\n\n{{ brief.titel }}{% endblock %}", 4, "titel"),
        ("{% block summary %}{{ brief.title|cyte }}{% endblock %}", 2, "did you mean `cite`?"),
        ("{% block summary %}\n{% for x in brief.sections %}{% endblock %}", 3, "endblock"),
        ("{% block summary %}{{ brief.facts[0].evidence.text|cite }}{{ 1|cite }}{% endblock %}", 2, "`cite` takes"),
        ("{% block summary %}\n{{ 'phota.png'|picture }}{% endblock %}", 3, "did you mean `photo.png`?"),
        ("{% block summary %}{{ '../../secret.png'|picture }}{% endblock %}", 2, "there is no picture"),
        ("{% block summary %}{{ ''.__class__.__mro__ }}{% endblock %}", 2, "unsafe"),
        ("{% block summary %}\n{{ 1 / 0 }}{% endblock %}", 3, "division by zero"),
        ("{% block summary %}\n{% for i in range(10**12) %}{% endfor %}{% endblock %}", 3, "Range too big"),
        ("{% block summary %}\n{{ 10 ** (10 ** 9) }}{% endblock %}", 3, "the result of `**` is too large"),
        ("{% block summary %}\n{{ 'x' * 10 ** 11 }}{% endblock %}", 3, "the result of `*` is too large"),
        (
            "{% block summary %}{% macro a() %}\n{{ a() }}{% endmacro %}{{ a() }}{% endblock %}",
            3,
            "calls itself without end",
        ),
        ("{% block summary %}\n{% include 'leader/breif.html.j2' %}{% endblock %}", 3, "did you mean `leader/brief"),
    ],
)
def test_a_faulty_template_is_told_with_file_and_line(tmp_path: Path, block: str, line: int, told: str) -> None:
    roots = own(tmp_path, '{% extends "leader/brief.html.j2" %}\n' + block)
    (tmp_path / "mine" / "photo.png").write_bytes(b"")
    with pytest.raises(DocumentError) as error:
        HtmlRenderer(roots).html(brief("mine", roots))
    assert told in str(error.value)
    assert error.value.where == f"{tmp_path / 'mine' / 'brief.html.j2'}:{line}"


@pytest.mark.parametrize(
    "summary",
    ["{% for i in [1] %}" * 25 + "{% endfor %}" * 25, "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"],
    ids=["loops", "brackets"],
)
def test_a_template_that_is_nested_too_deeply_is_named(tmp_path: Path, summary: str) -> None:
    roots = own(tmp_path, f'{{% extends "leader/brief.html.j2" %}}{{% block summary %}}{summary}{{% endblock %}}')
    with pytest.raises(DocumentError, match="nested too deeply") as error:
        HtmlRenderer(roots).html(brief("mine", roots))
    assert error.value.where == str(tmp_path / "mine" / "brief.html.j2")


def test_products_of_a_usual_size_are_no_harm(tmp_path: Path) -> None:
    made = "{{ 2 ** 10 }} {{ 'ab' * 3 }} {{ 1.5 * 2 }}"
    roots = own(tmp_path, f'{{% extends "leader/brief.html.j2" %}}{{% block summary %}}{made}{{% endblock %}}')
    assert "1024 ababab 3.0" in HtmlRenderer(roots).html(brief("mine", roots))


def test_a_template_that_is_stopped_leaves_word_of_its_line(tmp_path: Path) -> None:
    """Whoever stops it, as a build does when its time is up, can say where it was."""

    class Stop(BaseException):
        pass

    def stop(_: object) -> str:
        raise Stop

    roots = own(tmp_path, '{% extends "leader/brief.html.j2" %}{% block summary %}\n\n{{ brief|stop }}{% endblock %}')
    renderer = HtmlRenderer(roots)
    renderer.environment.filters["stop"] = stop
    with pytest.raises(Stop) as stopped:
        renderer.html(brief("mine", roots))
    assert stopped.value.__notes__ == [f"{tmp_path / 'mine' / 'brief.html.j2'}:3"]


def test_a_step_of_a_loop_that_belongs_to_no_line_is_of_the_one_before() -> None:
    code = compile("\n\nwhile True:\n    pass\n", "brief.html.j2", "exec")
    frame = SimpleNamespace(f_code=code, f_globals={})
    trace = SimpleNamespace(tb_lineno=None, tb_lasti=len(code.co_code), tb_frame=frame, tb_next=None)
    assert _line_of(SimpleNamespace(__traceback__=trace)) in ("brief.html.j2:3", "brief.html.j2:4")


def test_a_section_without_its_block_is_named(tmp_path: Path) -> None:
    settings = 'extends = "leader"\norder = ["note"]\n[sections.note]\ncustom = true\n'
    roots = own(tmp_path, "", settings)
    with pytest.raises(DocumentError, match="note"):
        HtmlRenderer(roots).html(brief("mine", roots))


def test_a_picture_of_ones_own_travels_inside_the_file(tmp_path: Path) -> None:
    roots = own(
        tmp_path,
        '{% extends "leader/brief.html.j2" %}{% block summary %}<img src="{{ "a.svg"|picture }}" alt="园区">{% endblock %}',
    )
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    (tmp_path / "a.svg").write_text(drawing, encoding="utf-8")
    beside = HtmlRenderer(roots, base=tmp_path).html(brief("mine", roots))
    assert 'src="data:image/svg+xml;base64,' in beside
    (tmp_path / "mine" / "a.svg").write_text(f"{drawing} ", encoding="utf-8")
    assert HtmlRenderer(roots, base=tmp_path).html(brief("mine", roots)) != beside  # the audience's own goes first


def test_the_logo_travels_inside_the_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    made = replace(brief("analyst"), brand=Brand(logo="logo.svg"))
    assert 'src="data:image/svg+xml;base64,' in HtmlRenderer([BUILT_IN], base=tmp_path).html(made)
    with pytest.raises(DocumentError, match=r"the logo cannot be read"):
        HtmlRenderer([BUILT_IN], base=tmp_path / "elsewhere").html(made)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("audience", [*AUDIENCES, "overview"])
def test_small_text_has_contrast_enough_by_day_and_night(audience: str) -> None:
    chosen = load_audience(audience, [BUILT_IN])
    for colours in (dict(chosen.colours), {**chosen.colours, **chosen.dark}):
        for text in ("ink", "grey", "accent", "doubt"):
            for ground in ("paper", "tint", "wash"):
                ratio = contrast(colours[text], colours[ground])
                assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"
        assert contrast(colours["ink"], colours["highlight"]) >= 4.5


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert RENDERER.html(brief("analyst")) == HtmlRenderer([BUILT_IN]).html(brief("analyst"))


def test_numbers_of_one_sentence_share_a_note() -> None:
    made = brief("analyst")
    page = tree(RENDERER.print_html(made))
    sentence = evidence("1.13亿美元").sentence
    notes = [n for n in page.xpath("//*[@id='notes']/ol/li/p[1]") if n.text_content() == sentence]
    assert len(notes) == 1
    assert [m.text_content() for m in notes[0].xpath(".//mark")] == ["1.13亿美元", "50.3%"]
    assert sum(isinstance(fact, Figure) for fact in made.facts) == 14


def test_a_year_that_only_other_articles_of_the_page_tell_says_so() -> None:
    made = brief("leader")
    inferred = tuple(
        replace(article, date="", year=2020, year_evidence="同版《别处》：“2020年是关键之年”")
        for article in made.articles
    )
    own = tuple(replace(article, date="", year=2020, year_evidence="“2020年是关键之年”") for article in made.articles)
    assert "（据同版推定）" in RENDERER.html(replace(made, articles=inferred))
    assert "据同版推定" not in RENDERER.html(replace(made, articles=own))


def test_a_line_that_a_dash_begins_is_told_after_its_headline() -> None:
    told = replace(article(), kicker="——云岭高新区见闻", title="荒滩“长”出新城")
    assert told.headline == "荒滩“长”出新城——云岭高新区见闻"
    assert replace(told, kicker="云岭高新区").headline == "云岭高新区 荒滩“长”出新城"
