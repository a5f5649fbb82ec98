"""Templates for a reader of one's own, made as the documentation says, and twenty ways to get them wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reporter.build.inspect import contrast
from tests.conftest import Reporter


@pytest.fixture(scope="module")
def project(here: Reporter, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one page and an audience that extends `investor`."""
    folder = tmp_path_factory.mktemp("project")
    assert here("init", folder).returncode == 0
    page = next(seeds.glob("004*"))
    first = page.read_text("utf-8").partition("招大引强")[0]  # one article is enough
    (folder / "articles" / page.name).write_text(first, encoding="utf-8")
    made = here("audience", "new", "招商局", "--from", "investor", cwd=folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_a_new_audience_is_right_from_the_start(project: Path, here: Reporter) -> None:
    run = here("audience", "check", "招商局", cwd=project)
    assert run.returncode == 0, run.stdout
    assert "招商局" in here("audience", "list", cwd=project).stdout
    assert here("audience", "new", "招商局", cwd=project).returncode == 2
    assert here("audience", "new", "../x", cwd=project).returncode == 2
    assert "leader" in here("audience", "new", "新", "--from", "leeder", cwd=project).stderr


def test_show_says_where_each_part_comes_from(project: Path, here: Reporter) -> None:
    shown = here("audience", "show", "招商局", cwd=project).stdout
    assert re.search(r"^title = .*招商局.*templates/招商局/audience\.toml", shown, re.M)
    assert re.search(r"^colours\.accent = .*investor/audience\.toml", shown, re.M)
    assert re.search(r"^block +companies .*investor/brief\.html\.j2", shown, re.M)
    assert re.search(r"^style +style\.css .*招商局/style\.css", shown, re.M)


def test_show_prints_what_a_template_gets(project: Path, here: Reporter) -> None:
    shown = here("audience", "show", "招商局", "--context", "广东肇庆高新区", cwd=project).stdout
    assert '"name": "肇庆高新区"' in shown
    assert '"sections"' in shown


TOML = "templates/招商局/audience.toml"
PAGE = "templates/招商局/brief.html.j2"
STYLE = "templates/招商局/style.css"
BASE = '{% extends "investor/brief.html.j2" %}\n'
BROKEN = [
    (TOML, 'titel = "x"', 1, "unknown setting `titel`", "did you mean `title`?"),
    (TOML, 'extends = "investr"', 0, "there is no audience `investr`", "did you mean `investor`?"),
    (TOML, 'extends = "investor\ntitle = "x"', 1, "is not valid TOML", "mend that line"),
    (TOML, 'extends = "investor"\nformats = ["docx"]', 2, "`docx` is no format", "known: html, pdf"),
    (TOML, 'extends = "investor"\norder = ["projcts"]', 2, "`projcts` is no section", "did you mean `projects`?"),
    (TOML, 'extends = "investor"\n[sections.projects]\nlimit = "four"', 3, "limit", ""),
    (TOML, 'extends = "investor"\n[sections.projects]\nlimt = 4', 3, "unknown setting `limt`", "did you mean `limit`?"),
    (TOML, 'extends = "investor"\n[sections.charts]\nkinds = ["number"]', 3, "`number` is no fact kind", "known: "),
    (
        TOML,
        'extends = "investor"\n[sections.figures]\nscopes = ["zones"]',
        3,
        "`zones` is no scope",
        "did you mean `zone`?",
    ),
    (TOML, 'extends = "investor"\n[selection]\nrecent = 2', 3, "unknown setting `recent`", "did you mean `recency`?"),
    (TOML, 'extends = "investor"\n[pdf]\nattachments = ["xls"]', 3, "`xls` is no attachment", "known: csv, json"),
    (TOML, 'extends = "investor"\n[colours]\naccent = "#dddddd"', 3, "colours.accent #dddddd", "text needs 4.5"),
    (
        "reporter.toml",
        '[build]\nsources = ["articles"]\n[brand]\naccent = "lightgray"',
        4,
        "brand.accent lightgray on",
        "4.5",
    ),
    (TOML, 'extends = "investor"\n[fonts]\ntext = "var(--sogn)"', 3, "there is no var(--sogn)", "roles are song"),
    (TOML, 'extends = "investor"\n[wording]\nx = "y"', 0, "wording", ""),
    (
        PAGE,
        BASE + "{% block projects %}{{ breif.zone.name }}{% endblock %}",
        2,
        "'breif' is undefined",
        "did you mean `brief`?",
    ),
    (PAGE, BASE + "{% block projects %}{{ brief.zone.nmae }}{% endblock %}", 2, "nmae", "did you mean `name`?"),
    (PAGE, BASE + "{% block projects %}{{ brief.title|zhh }}{% endblock %}", 2, "zhh", ""),
    (PAGE, BASE + "{% block projects %}{% if %}{% endblock %}", 2, "the template is wrong", ""),
    (PAGE, BASE + "{% block projects %}", 2, "the template is wrong", ""),
    (PAGE, '{% extends "investor/breif.html.j2" %}', 0, "investor/breif.html.j2", ""),
    (PAGE, BASE + '{% block projects %}<img src="logo.png" alt="">{% endblock %}', 0, "logo.png", "mend its name"),
    (PAGE, BASE + "{% block projects %}<p>\U00013000</p>{% endblock %}", 0, "no font here has a glyph for", ""),
    (
        PAGE,
        BASE + "{% block projects %}\n{% include 'gone.html.j2' %}{% endblock %}",
        3,
        "no template gone.html.j2",
        "",
    ),
    (
        PAGE,
        BASE + '{% block projects %}\n<img src="https://x.example/a.png" alt="">{% endblock %}',
        3,
        "fetch nothing from the network: https://x.example/a.png",
        "put a picture beside the template",
    ),
    (STYLE, "h1 { color: red }\nh2 { color: red", 2, "the rule that begins here is not closed", "all styles behind it"),
    (STYLE, "p { font-size: 1e308px }", 0, "style.css: the PDF engine failed", "without this file it works"),
    (
        PAGE,
        BASE
        + '{% block projects %}<p style="width:2000px;white-space:nowrap">{{ "很长的一行" * 60 }}</p>{% endblock %}',
        0,
        "text runs over the edge of page",
        "",
    ),
    (
        "reporter.toml",
        '[build]\nsources = ["articles"]\n[audience."招商局"]\nlimit = 3',
        0,
        "unknown setting `limit`",
        "",
    ),
]


@pytest.mark.parametrize(("file", "text", "line", "what", "hint"), BROKEN, ids=[case[3][:28] for case in BROKEN])
def test_what_is_broken_is_told_with_its_place(
    project: Path, tmp_path: Path, here: Reporter, file: str, text: str, line: int, what: str, hint: str
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    (folder / file).write_text(text, "utf-8")
    run = here("audience", "check", "招商局", cwd=folder)
    told = run.stdout + run.stderr
    assert run.returncode in (1, 2), told
    assert what in told
    assert hint in told
    assert "Traceback" not in told
    assert "unexpected" not in told
    if line:
        assert f"{Path(file).name}:{line}" in told


def test_a_template_without_an_end_is_given_up(project: Path, tmp_path: Path, here: Reporter) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    # long enough for a busy machine to read the page and to come to the template; one format waits but once
    (folder / "reporter.toml").write_text('[build]\nsources = ["articles"]\ntimeout = 6', "utf-8")
    (folder / TOML).write_text('extends = "investor"\nformats = ["html"]\n', "utf-8")
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    (folder / PAGE).write_text(f"{BASE}{{% block projects %}}{endless}{{% endblock %}}", "utf-8")
    run = here("audience", "check", "招商局", cwd=folder)
    assert run.returncode == 1
    assert (
        "brief.html.j2:2: took longer than 6 s (raise build.timeout, or make it simpler or smaller; while making"
        in run.stdout
    )


def test_a_section_that_nothing_fills_is_only_noted(project: Path, tmp_path: Path, here: Reporter) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    (folder / TOML).write_text(
        'extends = "investor"\norder = ["projects", "charts"]\n[sections.charts]\nleast = 99', "utf-8"
    )
    run = here("audience", "check", "招商局", cwd=folder)
    assert run.returncode == 0
    assert "note: " in run.stdout
    assert "no zone fills the section `charts`" in run.stdout


@pytest.mark.parametrize(("first", "second", "ratio"), [("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48)])
def test_contrast(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
