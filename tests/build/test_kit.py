"""What documents are made from: it travels to a cluster whole, and a change of any of it is noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reporter import config
from reporter.build import documents, versions
from reporter.build.kit import Kit, Parcel
from reporter.build.plan import Reader
from reporter.build.plan import documents as planned
from reporter.build.prepare import prepare, reader
from reporter.model import Brief, Collection
from reporter.rendering.renderer import Renderer

DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{0}'/>"
TEMPLATE = """{% extends "leader/brief.html.j2" %}
{% block summary %}<img src="{{ logo }}"><img src="{{ "port.svg"|picture }}"><img src="{{ ("photos/" ~ "gate.svg")|picture }}">
{% include "parts/foot.html.j2" %}{% endblock %}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A house of its own: a logo, pictures, an audience whose templates include those of another folder."""
    folder = tmp_path / "project"
    files = {
        "reporter.toml": '[brand]\norganisation = "云杉市商务局"\nlogo = "../logo.svg"\n[build]\naudiences = ["mine"]\n',
        "../logo.svg": DRAWING.format(1),
        "port.svg": DRAWING.format(2),
        "photos/gate.svg": DRAWING.format(3),
        "templates/mine/audience.toml": 'extends = "leader"\ntitle = "我的"\n',
        "templates/mine/brief.html.j2": TEMPLATE,
        "templates/mine/style.css": ".mine { background: url(../drawings/%E7%BA%B9.svg) }",
        "templates/drawings/纹.svg": "<svg xmlns='http://www.w3.org/2000/svg'><image href='../photos/a.png'/></svg>",
        "templates/photos/a.png": "",
        "templates/beside.html.j2": "",
        "templates/parts/foot.html.j2": '{% set kind = "short" %}{% include "ends/" ~ kind ~ ".html.j2" %}',
        "templates/ends/short.html.j2": "<p>完</p>",
        "templates/other/audience.toml": 'extends = "investor"\n',
        "out/zone/private.svg": DRAWING.format(4),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def made(project: Path) -> tuple[Kit, str, str]:
    """The batch's kit, and the versions of the audience's templates and settings."""
    settings = config.load(project / "reporter.toml")
    audiences, kit = prepare(settings, (), ("html",))
    seen = reader(audiences[0], kit, settings)
    return kit, seen.templates, seen.settings


def html(kit: Kit, project: Path, collection: Collection) -> str:
    from reporter import briefing

    audiences, _ = prepare(config.load(project / "reporter.toml"), (), ("html",))
    brief = briefing.compose(collection, "廊坊经开区", audiences[0], kit.brand)
    assert isinstance(brief, Brief)
    return Renderer(kit.roots, kit.base, None).html(brief)


def test_a_parcel_gives_the_same_document_elsewhere(project: Path, collection: Collection, tmp_path: Path) -> None:
    kit, _, _ = made(project)
    here = html(kit, project, collection)
    parcel = Parcel.of(kit)
    names = [name for name, _ in parcel.files]
    assert {"base/port.svg", "base/photos/gate.svg", "base/.logo.svg"} <= set(names)
    assert not any("private" in name or ".." in name for name in names)
    there = parcel.unpack(tmp_path / "there")
    (project / "port.svg").unlink()
    assert html(there, project, collection) == here
    assert here.count("data:image/svg+xml") == 3


def test_the_date_travels_along(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    kit, _, _ = made(project)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    there = Parcel.of(kit)
    assert documents._renderer(there.unpack(tmp_path / "there")).dated.year == 2020
    assert there.digest != Parcel.of(made(project)[0]).digest


def test_without_a_picture_in_a_template_nothing_beside_the_settings_travels(project: Path) -> None:
    kit, _, _ = made(project)
    names = [name for name, _ in Parcel.of(replace(kit, roots=kit.roots[1:])).files]
    assert [name for name in names if name.startswith("base/")] == ["base/.keep", "base/.logo.svg"]


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("templates/mine/brief.html.j2", (True, False)),
        ("templates/mine/style.css", (True, False)),
        ("templates/parts/foot.html.j2", (True, False)),  # which the audience includes
        ("templates/ends/short.html.j2", (True, False)),  # which that one includes, by a name put together
        ("templates/beside.html.j2", (True, False)),
        ("templates/drawings/纹.svg", (True, False)),  # which its style names
        ("templates/photos/a.png", (True, False)),  # which that drawing names
        ("port.svg", (True, False)),
        ("photos/gate.svg", (True, False)),
        ("../logo.svg", (False, True)),
        ("templates/other/audience.toml", (False, False)),
        ("out/zone/private.svg", (False, False)),
    ],
)
def test_a_change_of_anything_a_document_is_made_from_is_noticed(
    project: Path, file: str, changes: tuple[bool, bool]
) -> None:
    before = made(project)
    path = project / file
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    after = made(project)
    assert (before[1] != after[1], before[2] != after[2]) == changes


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("{% include kind ~ '/foot.html.j2' %}", False),
        ("{%- from chosen import foot %}", False),
        ("{% include ['a/b.html.j2', kind] %}", False),
        ('{% include "beside.html.j2" ignore missing %}', True),
        ('{%- import "_base/macros.html.j2" as ui -%}', True),
    ],
)
def test_a_template_whose_name_nobody_knows_may_be_any(project: Path, line: str, known: bool) -> None:
    (project / "templates" / "mine" / "brief.html.j2").write_text(line, "utf-8")
    before = made(project)[1]
    (project / "templates" / "other" / "part.html.j2").write_text("", "utf-8")
    assert (made(project)[1] == before) == known


def test_a_house_that_moves_keeps_its_documents(project: Path, tmp_path: Path) -> None:
    before = made(project)
    project.rename(tmp_path / "elsewhere")
    assert made(tmp_path / "elsewhere")[1:] == before[1:]


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("__version__", {"rules", "writing", "tables"}),
        ("language/text.py", {"rules", "writing"}),
        ("lexicon/tables/units.csv", {"rules", "writing"}),
        ("extraction/merge.py", {"rules"}),
        ("rendering/filters.py", {"writing"}),
        ("build/export.py", {"writing", "tables"}),
        ("build/workers.py", set()),
        ("cli/work.py", set()),
        ("pillow", {"writing"}),
        ("cssselect2", {"writing"}),
        ("pyarrow", {"writing", "tables"}),
        ("python", {"rules", "writing", "tables"}),
        ("harfbuzz", {"setting"}),
        ("pango", {"setting"}),
    ],
)
def test_a_change_of_anything_it_is_made_with_is_noticed(
    what: str, changed: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The product, its modules and tables, the engine and the libraries below it."""
    read, installed, library = Path.read_bytes, versions._installed, versions.version

    def all_of_them() -> dict[str, str]:
        versions._content.cache_clear()
        parts = {"rules": versions.rules_version, "writing": versions.writing_version}
        cached = {**parts, "tables": versions.tables_version}
        return {name: getattr(f, "__wrapped__", f)() for name, f in cached.items()} | {
            "setting": versions.setting_version()
        }

    before = all_of_them()
    with monkeypatch.context() as patch:
        if what == "__version__":
            patch.setattr(versions, what, "9.9")
        patch.setattr(Path, "read_bytes", lambda path: read(path) + b" " * path.as_posix().endswith(f"reporter/{what}"))
        patch.setattr(versions, "_installed", lambda name: installed(name) + "+" * (name == what))
        patch.setattr(versions, "version", lambda name: library(name) + "+" * (name == what))
        if what == "python":
            patch.setattr(versions.platform, "python_version", lambda: "9.9")
        after = all_of_them()
    versions._content.cache_clear()
    assert {name for name in before if before[name] != after[name]} == changed


def test_only_a_pdf_is_made_again_for_a_font() -> None:
    seen = Reader("mine", "我的", ("html", "pdf"), False, "t", "s")
    made = planned(["德阳高新区"], [seen], ["html", "pdf"], {"collection": "c", "fonts": "f", "engine": "e"})
    assert {one.format: "fonts" in one.parts for one in made} == {"html": False, "pdf": True}
