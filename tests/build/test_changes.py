"""After a change only what it touches is made again; what is gone is removed, if a build made it."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.pages import write_pages
from reporter import config
from reporter.build import collect as collecting
from reporter.build import data
from reporter.build import documents as making
from reporter.build import run as running
from reporter.build.files import digest, write
from reporter.build.manifest import Journal, Made, load, save
from reporter.build.plan import OVERVIEW, Facts, safe
from reporter.build.run import Listener, Report, Request, run
from reporter.build.workers import LocalWorkers
from reporter.config import BuildSettings, Settings, UserWords, UserZone
from reporter.errors import UsageError
from reporter.model import Collection

BUILD = BuildSettings(audiences=("leader", "public"), formats=("html",), jobs=1)


class Project:
    """Six invented zones on a page each, and their briefs for two audiences."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.out = folder / "pages", folder / "out"
        write_pages(self.pages, 6, per_page=1)
        self.settings = Settings(build=BUILD)

    def page(self, number: int) -> tuple[Path, str]:
        """A page and the zone that it is about."""
        path = sorted(self.pages.iterdir())[number]
        return path, path.read_text("utf-8").partition("：")[0]

    def build(self, **more: object) -> Report:
        wish = Request((str(self.pages),), self.out, self.settings)
        return run(replace(wish, **more), Listener())  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    assert len(made.build().made) == 12
    return made


def test_one_changed_article_makes_its_zones_documents_again_and_no_other(project: Project) -> None:
    path, zone = project.page(2)
    path.write_text(path.read_text("utf-8").replace("今年一季度", "今年上半年"), "utf-8")
    kept = {one: one.stat().st_mtime_ns for one in project.out.rglob("*.html") if zone not in str(one)}
    planned = project.build(dry_run=True)
    report = project.build()
    assert sorted(report.made) == sorted(f"{zone}/{zone}-{title}.html" for title in ("领导参阅", "一图读懂"))
    assert len(report.left) == 10
    assert {one.path: one.reason for one in planned.plan if one.reason} == dict.fromkeys(
        report.made, "its facts changed"
    )
    for one, time in kept.items():
        assert one.name == "index.html" or one.stat().st_mtime_ns == time
    assert project.build().made == []


def test_an_article_of_no_zone_changes_the_overview_and_no_brief(collection: Collection) -> None:
    more = replace(collection.articles[0], id="other-1")
    before, after = (Facts(lambda one=one: iter([one])) for one in (
        collection, replace(collection, articles=(*collection.articles, more))
    ))  # fmt: skip
    assert before.digest(OVERVIEW) != after.digest(OVERVIEW)
    assert [before.digest(zone.name) for zone in before.zones] == [after.digest(zone.name) for zone in after.zones]


def test_all_is_made_again_by_force(project: Project) -> None:
    assert len(project.build(force=True).made) == 12


def test_what_is_damaged_in_the_cache_is_found_anew_and_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {one: one.read_bytes() for one in (project.out / ".cache").glob("*.facts")}
    for one in kept:
        one.write_bytes(b"garbage")
    limits = []
    monkeypatch.setattr(collecting, "time_limit", lambda limit, _: limits.append(limit) or contextlib.nullcontext())
    assert not project.build(force=True).failures
    assert kept == {one: one.read_bytes() for one in kept}
    assert limits == [project.settings.build.timeout] * len(kept)
    project.build(force=True)
    assert len(limits) == len(kept)


@pytest.mark.parametrize(("asked", "count"), [(None, 1), (0, 3), (2, 2)])
def test_workers_are_as_many_as_asked_for_before_the_settings_count(
    project: Project, monkeypatch: pytest.MonkeyPatch, asked: int | None, count: int
) -> None:
    monkeypatch.setattr(running, "cores", lambda: 3)
    wish = Request((str(project.pages),), project.out, project.settings, jobs=asked, apart=True)
    crew = running._Build(wish, Listener()).workers()
    assert isinstance(crew, LocalWorkers)
    assert crew.count == count


def test_the_overview_is_made_first_as_it_takes_longest(project: Project) -> None:
    made = project.build(force=True, audiences=("leader", "overview"), jobs=1).made
    assert len(made) == 7
    assert made[0] == "总览.html"


def test_the_steps_of_each_part_of_the_work_are_as_many_as_was_said(project: Project) -> None:
    class Counting(Listener):
        def __init__(self) -> None:
            self.phases: list[list[int]] = []

        def phase(self, name: str, total: int) -> None:
            self.phases.append([total, 0])

        def step(self, name: str) -> None:
            self.phases[-1][1] += 1

    counting = Counting()
    run(Request((str(project.pages),), project.out, project.settings, force=True), counting)
    assert counting.phases == [[6, 6], [12, 12]]


def test_a_build_that_is_killed_has_written_down_most_of_what_it_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many documents one task makes."""
    monkeypatch.setattr(running, "SAVE_EVERY", 3)
    saved: list[int] = []
    monkeypatch.setattr(running.manifests, "save", lambda _, manifest: saved.append(len(manifest.outputs)))
    settings = replace(project.settings, build=replace(BUILD, formats=("html", "pdf")))
    project.out = project.out.with_name("new")
    project.build(settings=settings, audiences=("public",), zones=[project.page(number)[1] for number in range(4)])
    assert saved == [9, 13, 14]  # with five data files; after four documents, after eight, and with the index


def test_a_build_that_is_killed_before_its_manifest_is_written_loses_and_leaves_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = project.page(0)
    text = path.read_text("utf-8")
    more = path.with_name("zz.txt")
    more.write_text(text.replace(project.page(0)[1], "苏州工业园区"), "utf-8")
    with monkeypatch.context() as killed:
        killed.setattr(running.manifests, "save", lambda *_: None)
        assert len(project.build().made) == 2
    lines = project.out / ".cache" / "made.jsonl"
    lines.write_bytes(lines.read_bytes() + b'\n{"path": "')
    assert project.build(dry_run=True).left == project.build().left
    assert project.build().made == []
    more.write_text(text.replace(project.page(0)[1], "廊坊经开区"), "utf-8")
    with monkeypatch.context() as killed:
        killed.setattr(running.manifests, "save", lambda *_: None)
        killed.setattr(running._Build, "remove", lambda *_: None)
        project.build()
    more.unlink()
    assert len(project.build().removed) == 4
    assert len(list(project.out.glob("*/*.html"))) == 12
    assert not lines.exists()


def test_what_is_written_as_a_build_is_interrupted_is_known(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path, content: bytes) -> str:
        write(path, content)
        raise KeyboardInterrupt

    path, _ = project.page(0)
    path.write_text(path.read_text("utf-8").replace("今年一季度", "今年上半年"), "utf-8")
    monkeypatch.setattr(running, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        project.build(force=True)
    assert (project.out / "manifest.json").is_file()
    assert all(made.whole(project.out) for made in load(project.out).outputs)


def test_a_dry_run_writes_nothing(project: Project) -> None:
    path, _ = project.page(0)
    path.unlink()
    before = {one: one.stat().st_mtime_ns for one in project.out.rglob("*")}
    planned = project.build(dry_run=True)
    assert {one: one.stat().st_mtime_ns for one in project.out.rglob("*")} == before
    done = project.build()
    assert planned.removed == done.removed
    assert len(done.removed) == 2
    assert planned.data == done.data == dict.fromkeys(data._WHOLE, "its facts changed")
    assert project.build().data == {}


def test_a_zone_that_is_gone_takes_its_documents_along_but_nobody_elses(project: Project) -> None:
    (first, gone), (second, edited) = project.page(1), project.page(4)
    note = project.out / gone / "note.txt"
    note.write_text("mine", "utf-8")
    page = project.out / edited / f"{edited}-领导参阅.html"
    page.write_text("edited by hand", "utf-8")
    first.unlink()
    second.unlink()
    report = project.build()
    assert len(report.removed) == 3
    assert [one.name for one in (project.out / gone).iterdir()] == ["note.txt"]
    assert [one.name for one in (project.out / edited).iterdir()] == [page.name]
    assert gone not in (project.out / "index.html").read_text("utf-8")


def test_no_manifest_makes_a_build_remove_what_lies_elsewhere(project: Project) -> None:
    victim = project.out.with_name("victim.txt")
    victim.write_text("mine", "utf-8")
    (project.out / "link").symlink_to(victim.parent)
    paths = (
        "../victim.txt",
        str(victim),
        "a/../../victim.txt",
        "..\\victim.txt",
        "C:victim.txt",
        "link/victim.txt",
        "a\0b",
        "",
    )
    known = load(project.out)
    more = tuple(Made(path, {}, digest(b"mine"), "某区", "leader", "html") for path in paths)
    for journal in (False, True):
        if journal:
            for made in more:
                Journal(project.out).note(made)
        else:
            save(project.out, replace(known, outputs=known.outputs + more))
        assert project.build().removed == []
        assert victim.read_text("utf-8") == "mine"
        assert {made.path for made in load(project.out).outputs} == {made.path for made in known.outputs}


def test_a_build_of_one_zone_removes_nothing(project: Project) -> None:
    path, _ = project.page(1)
    path.unlink()
    report = project.build(zones=(project.page(0)[1],))
    assert (report.removed, report.failures) == ([], [])
    assert len(list(project.out.glob("*/*.html"))) == 12


def test_a_zone_that_is_asked_for_by_two_names_is_made_once(project: Project) -> None:
    _, zone = project.page(0)
    report = project.build(zones=(zone, zone[:-1], zone), force=True)
    assert len(report.zones) == 1
    assert len(report.made) == len(set(report.made)) == 2


def files(project: Project) -> dict[str, int]:
    """Every document in the output, with the time it was made."""
    return {one.name: one.stat().st_mtime_ns for one in project.out.glob("*/*.html")}


def test_a_source_folder_that_is_empty_now_takes_nothing_along(project: Project) -> None:
    before, kept = files(project), project.pages.rename(project.pages.with_name("elsewhere"))
    project.pages.mkdir()
    for _ in range(2):
        report = project.build()
        assert "there is nothing to read in it" in str(report.failures[0])
        assert (report.made, report.removed, len(report.kept)) == ([], [], 12)
        assert files(project) == before
        assert (project.out / "data" / "facts.csv").read_text("utf-8-sig").count("\n") > 6
        assert "本次有来源未读到" in (project.out / "index.html").read_text("utf-8")
    project.pages.rmdir()
    kept.rename(project.pages)
    report = project.build()
    assert (report.made, report.removed, report.kept, report.failures) == ([], [], [], [])
    assert files(project) == before
    assert "本次有来源未读到" not in (project.out / "index.html").read_text("utf-8")


def test_a_page_that_cannot_be_read_any_more_keeps_its_documents(project: Project) -> None:
    path, zone = project.page(1)
    before, whole = files(project), path.read_bytes()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    for _ in range(2):  # the second build must tell of it again
        report = project.build()
        assert "binary file" in str(report.failures[0])
        assert sorted(report.kept) == sorted(f"{zone}/{zone}-{title}.html" for title in ("领导参阅", "一图读懂"))
        assert files(project) == before
        assert zone in (project.out / "index.html").read_text("utf-8")
    path.write_bytes(whole)
    assert project.build().made == []
    path.unlink()
    assert len(project.build().removed) == 2
    assert zone not in (project.out / "index.html").read_text("utf-8")


def test_a_brief_that_would_say_nothing_stays_when_a_source_failed(project: Project) -> None:
    path, zone = project.page(1)
    path.write_text(f"{zone}位于城东。\n", "utf-8")
    (project.pages / "other.txt").write_bytes(b"")
    assert project.build().removed == []
    assert len(files(project)) == 12
    (project.pages / "other.txt").unlink()
    project.build()
    assert len(files(project)) < 12


def test_a_brief_that_would_say_nothing_is_none_of_those_that_are_left(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, zone = project.page(1)
    monkeypatch.setattr(making, "worthwhile", lambda brief: brief.zone.name != zone)
    first = project.build(force=True)
    assert (len(first.made), len(first.empty), len(first.removed)) == (10, 2, 2)
    again = project.build()
    assert (again.empty, again.made, len(again.left)) == (first.empty, [], 10)


def test_the_index_tells_audiences_apart_whatever_their_titles(project: Project, tmp_path: Path) -> None:
    titles = ("招商-东区", "推介-东区", "一/二")
    for number, title in enumerate(titles):
        (tmp_path / "templates" / f"own{number}").mkdir(parents=True)
        text = f'title = "{title}"\nextends = "public"\n'
        (tmp_path / "templates" / f"own{number}" / "audience.toml").write_text(text, "utf-8")
    (tmp_path / "reporter.toml").write_text('[build]\nformats = ["html"]\njobs = 1\n', "utf-8")
    project.settings = config.load(tmp_path / "reporter.toml")
    zone = project.page(0)[1]
    project.build(zones=(zone,), audiences=("own0", "own1", "own2"))
    page = (project.out / "index.html").read_text("utf-8")
    assert [page.count(f">{title}</a>") for title in titles] == [1, 1, 1]


def test_two_audiences_of_one_title_are_told_apart_by_their_folders(project: Project, tmp_path: Path) -> None:
    for name in ("mine", "yours"):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "audience.toml").write_text('extends = "leader"', "utf-8")
    (tmp_path / "reporter.toml").write_text("", "utf-8")
    loaded = config.load(tmp_path / "reporter.toml")
    project.settings = replace(loaded, build=replace(BUILD, audiences=("mine", "public", "yours")))
    with pytest.raises(UsageError, match="领导参阅: their documents would be the same files") as caught:
        project.build()
    assert str(tmp_path / "templates" / "mine") in str(caught.value)
    assert caught.value.where == str(tmp_path / "templates" / "yours")


@pytest.mark.parametrize(
    "name", ["index.html", "manifest.json", "data", "长" * 200 + "高新区", "a/../b", "..", "甲\n乙"]
)
def test_a_zone_of_any_name_has_documents(tmp_path: Path, name: str) -> None:
    zone = UserZone(name, aliases=("海滨园区",), type="园区")
    (tmp_path / "page.txt").write_text(
        "海滨园区：新产业加速集聚\n\n今年，海滨园区集聚企业26家，总投资12.5亿元。\n", "utf-8"
    )
    settings = Settings(build=BUILD, lexicon=UserWords(zones=(zone,)))
    report = run(Request((str(tmp_path / "page.txt"),), tmp_path / "out", settings), Listener())
    assert report.failures == []
    assert [zone.name for zone in report.zones] == [name]
    assert len(list((tmp_path / "out").glob("*/*.html"))) == len(report.made) == 2


def test_other_names_are_other_files() -> None:
    names = ["甲/乙", "甲·乙", "甲:乙", "长" * 90, "长" * 91, "data", "Data.", "", "."]
    assert len({safe(name).casefold() for name in names}) == len(names)
    assert safe("德阳高新区") == "德阳高新区"
    assert all(len(safe(name).encode()) < 128 for name in names)


def test_one_documents_failure_is_named_and_the_rest_is_made(project: Project, tmp_path: Path) -> None:
    _, zone = project.page(3)
    own = tmp_path / "templates" / "leader"
    own.mkdir(parents=True)
    (own / "brief.html.j2").write_text(
        '{% extends "builtin/leader/brief.html.j2" %}\n{% block summary %}\n'
        f'{{% if brief.zone.name == "{zone}" %}}{{{{ brief.nothing }}}}{{% endif %}}{{% endblock %}}',
        "utf-8",
    )
    (tmp_path / "reporter.toml").write_text("", "utf-8")
    project.settings = replace(config.load(tmp_path / "reporter.toml"), build=BUILD)
    report = project.build()
    assert len(report.made) == 5  # the other zones' for this audience; the other audience's are left alone
    assert len(report.failures) == 1
    said = str(report.failures[0])
    assert "leader/brief.html.j2:3" in said
    assert f"{zone}-领导参阅" in said
    assert len(project.build().failures) == 1  # it is tried again, and told again


def test_a_document_that_takes_too_long_is_named(project: Project) -> None:
    project.settings = Settings(build=replace(BUILD, timeout=0.0001))
    report = project.build(force=True)
    assert len(report.failures) == 12
    assert str(report.failures[0]).startswith(f"{report.plan[0].zone}, leader: took longer than 0.0001 s")
