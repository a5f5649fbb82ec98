from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reporter.briefing import audience_names, load_audience
from reporter.errors import UsageError

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"


def folder(root: Path, name: str, text: str = "") -> Path:
    place = root / name
    place.mkdir(parents=True)
    if text:
        (place / "audience.toml").write_text(text, encoding="utf-8")
    return place


def test_the_built_in_audiences_load() -> None:
    names = audience_names([BUILT_IN])
    assert names == ("analyst", "investor", "leader", "overview", "public")
    titles = [load_audience(name, [BUILT_IN]).title for name in names]
    assert titles == ["研究底稿", "招商推介", "领导参阅", "总览", "一图读懂"]


def test_an_own_audience_inherits_what_it_does_not_say(tmp_path: Path) -> None:
    folder(tmp_path, "招商局", 'extends = "investor"\ntitle = "招商局月报"\n[sections.figures]\nlimit = 2\n')
    made = load_audience("招商局", [tmp_path, BUILT_IN])
    assert made.title == "招商局月报"
    assert made.chain == ("招商局", "investor", "_base")
    figures = made.section("figures")
    assert figures is not None
    assert (figures.limit, figures.title) == (2, "一组数字")
    assert made.colours["accent"] == load_audience("investor", [BUILT_IN]).colours["accent"]
    assert made.places["sections.figures.limit"].endswith("招商局/audience.toml")


def test_a_folder_of_a_built_in_name_lies_over_it(tmp_path: Path) -> None:
    folder(tmp_path, "leader", '[colours]\nred = "#aa0000"\n')
    made = load_audience("leader", [tmp_path, BUILT_IN])
    assert made.colours["red"] == "#aa0000"
    assert made.title == "领导参阅"
    assert made.folders[0] == str(tmp_path / "leader")


def test_a_folder_with_a_style_only_needs_no_settings(tmp_path: Path) -> None:
    (folder(tmp_path, "leader") / "style.css").write_text("h1{color:red}", encoding="utf-8")
    assert load_audience("leader", [tmp_path, BUILT_IN]).chain == ("leader", "_base")


def test_settings_of_reporter_toml_go_on_top() -> None:
    made = load_audience("leader", [BUILT_IN], {"title": "内参", "sections": {"figures": {"limit": 3}}})
    figures = made.section("figures")
    assert figures is not None
    assert (made.title, figures.limit) == ("内参", 3)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('extends = "investr"\n', 1, "did you mean `investor`?"),
        ('titel = "x"\n', 1, "did you mean `title`?"),
        ('title = "x"\n[sections.figuers]\nlimit = 3\n', 2, "did you mean `figures`?"),
        ('order = ["figures", "sumary"]\n', 1, "did you mean `summary`?"),
        ("[sections.figures]\nlimt = 3\n", 2, "did you mean `limit`?"),
        ('[sections.figures]\n\nlimit = "three"\n', 3, "int"),
        ('[sections.figures]\nkinds = ["indicators"]\n', 2, "did you mean `indicator`?"),
        ('formats = ["htm"]\n', 1, "did you mean `html`?"),
        ('[paper]\nmargin = "1cm"\n', 2, "unknown setting `margin` in [paper]"),
        ("[selection.weights]\n外资 = high\n", 2, "not valid TOML"),
        ('[pdf]\nattachments = ["xls"]\n', 2, "`xls` is no attachment"),
        ('[pdf]\nvariant = "pdf/a-3"\n', 2, "did you mean `pdf/a-3"),
        ('extends = "../elsewhere"\n', 1, "there is no audience `../elsewhere`"),
        ('title = ""\n', 1, "`title` must be one line of text"),
        ('title = "a\\nb"\n', 1, "`title` must be one line of text"),
        ('subtitle = "a\\u0000b"\n', 1, "the character U+0000"),
        ("formats = []\n", 1, "`formats` is empty"),
        ('order = ["summary", "summary"]\n', 1, "`order` names something twice"),
        ("[sections.figures]\nlimit = 3\n[sections.people]\nlimit = -3\n", 4, "`sections.people.limit` must be from 0"),
        ("[sections.figures]\nheight = nan\n", 2, "`sections.figures.height` must be from 0"),
        (
            '[sections.figures]\nlimit = 3\n[sections.people]\nlimit = "a"\n',
            4,
            "`sections.people.limit`: expected `int",
        ),
        ("[paper]\npages = 1000000000\n", 2, "must be from 0 to 10000"),
        ('[paper]\ntop = "2cm} body{display:none"\n', 2, "is no length"),
        ('[paper]\nsize = "A44"\n', 2, "is no size of paper"),
        ('[colours]\nred = "#aa0000"\naccent = "red}body{display:none"\n', 3, "is no CSS colour"),
        ('[dark]\nink = "#12"\n', 2, "is no CSS colour"),
        ("[colours]\n'a}b' = \"red\"\n", 2, "`a}b` cannot be a name in CSS"),
        ('[fonts]\ntext = "var(--song); color: red"\n', 2, "is no list of typefaces"),
        ("[fonts]\ntext = '\"</style>\"'\n", 2, "is no list of typefaces"),
        ('[labels]\nmore = "另有{}项{}"\n', 2, "must hold {} once"),
        ('[selection.weights]\n"外资" = nan\n', 2, "`selection.weights.外资` must be a finite number"),
        ('[selection.weights]\n"外资" = "many"\n', 2, "`selection.weights.外资`: expected `float`"),
        ("[selection.relations]\ngrowht = 1\n", 2, "did you mean `growth`?"),
        ('[themes]\n"外资" = [""]\n', 2, "has an empty entry"),
        ("title = {a = 1}\n", 1, "`title`: expected `str"),
        ("[sections]\nfigures = 3\n", 2, "`sections.figures`: expected `object`"),
        ("paper = [1]\n", 1, "`paper`: expected `object"),
        ("[wording]\nexpcted = []\n", 2, "did you mean `expected`?"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, line: int, told: str) -> None:
    place = folder(tmp_path, "mine", text) / "audience.toml"
    with pytest.raises(UsageError) as error:
        load_audience("mine", [tmp_path, BUILT_IN])
    assert told in str(error.value)
    assert error.value.where == (f"{place}:{line}" if line else str(place))


def test_what_css_allows_is_allowed(tmp_path: Path) -> None:
    text = """
[colours]
accent = "teal"
own-red = "oklch(60% .1 240 / 50%)"
[fonts]
text = 'var(--song), "Source Han Serif SC", serif'
[paper]
size = "A4 landscape"
top = "0"
bottom = "1.5cm"
"""
    folder(tmp_path, "mine", text)
    made = load_audience("mine", [tmp_path, BUILT_IN])
    assert (made.colours["accent"], made.paper.size) == ("teal", "A4 landscape")


def test_a_mistake_in_reporter_toml_is_told_with_its_line(tmp_path: Path) -> None:
    settings = tmp_path / "reporter.toml"
    for text, line, told in (
        ("[audience.investor]\ntitle = 'x'\n[audience.leader.sections.figures]\nlimit = -3", 4, "must be from 0"),
        ("[audience.leader]\nextends = 'investor'", 2, "stands in an audience.toml only"),
        ("[audience.leader]\norder = ['sumary']", 2, "did you mean `summary`?"),
    ):
        settings.write_text(text, encoding="utf-8")
        overrides = tomllib.loads(text)["audience"]["leader"]
        with pytest.raises(UsageError) as error:
            load_audience("leader", [BUILT_IN], overrides, settings=settings)
        assert told in str(error.value)
        assert error.value.where == f"{settings}:{line}"


def test_the_variants_of_pdf_are_those_of_the_engine() -> None:
    from weasyprint.pdf import VARIANTS

    from reporter.briefing.choices import _VARIANTS

    assert set(_VARIANTS) == {str(name) for name in VARIANTS} - {"debug"}


def test_an_unknown_audience_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean `leader`"):
        load_audience("leeder", [BUILT_IN])


def test_audiences_in_a_circle_are_refused(tmp_path: Path) -> None:
    folder(tmp_path, "one", 'extends = "two"\n')
    folder(tmp_path, "two", 'extends = "one"\n')
    with pytest.raises(UsageError, match="one → two → one"):
        load_audience("one", [tmp_path, BUILT_IN])
