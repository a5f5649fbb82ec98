"""What the preview knows of the disk: which changes matter, and that none of them takes it down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.build import watch
from reporter.build.watch import Desk, Watched
from reporter.errors import ReporterError

PAGE = "廊坊经济技术开发区今年一季度实现工业总产值12.5亿元，同比增长8.3%。\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with one page, in a folder without settings."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "page.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")
    made = Desk(None, ["page.txt"], (), ["leader"])
    yield made
    made.close()


def test_a_file_is_watched_through_its_folder(desk: Desk, tmp_path: Path) -> None:
    """So that it is seen again after an editor has put another file in its place."""
    watched = desk.watched
    assert watched.concerns(tmp_path / "work" / "page.txt")
    assert tmp_path / "work" in watched.parents
    assert not watched.concerns(tmp_path / "work" / "other.txt")


def test_settings_and_templates_still_to_be_made_are_watched_for(desk: Desk, tmp_path: Path) -> None:
    assert desk.watched.concerns(tmp_path / "work" / "reporter.toml")
    assert desk.watched.concerns(tmp_path / "reporter.toml")
    assert desk.watched.concerns(tmp_path / "work" / "templates")
    (tmp_path / "work" / "reporter.toml").write_text('[brand]\nlogo = "logo.svg"')
    (tmp_path / "work" / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    desk.changed([tmp_path / "work" / "reporter.toml"])
    assert desk.watched.concerns(tmp_path / "work" / "logo.svg")
    assert not desk.watched.concerns(tmp_path / "reporter.toml")  # the nearer one counts


def test_what_editors_drop_again_is_no_change(tmp_path: Path) -> None:
    watched = Watched(frozenset([tmp_path]), frozenset([tmp_path / "a" / ".page"]))
    assert watched.concerns(tmp_path / "a" / "style.css")
    assert watched.concerns(tmp_path / "a" / ".page")
    for name in (".style.css.swp", "style.css~", "#style.css#", "style.tmp"):
        assert not watched.concerns(tmp_path / "a" / name)


def test_a_fault_of_ours_is_told_and_the_next_change_taken_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("nobody thought of this")

    page = [Path("page.txt").resolve()]
    with monkeypatch.context() as patched:
        patched.setattr(watch, "survey", stumble)
        desk.changed(page)
    with pytest.raises(ReporterError, match="RuntimeError: nobody thought of this"):
        desk.html("廊坊经开区", "leader")
    desk.changed(page)
    assert "12.5" in desk.html("廊坊经开区", "leader")


def test_settings_that_go_wrong_leave_the_last_good_ones(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "work" / "reporter.toml").write_text("[build")
    desk.changed([tmp_path / "work" / "reporter.toml"])
    with pytest.raises(ReporterError, match=r"reporter\.toml: is not valid TOML"):
        desk.html("廊坊经开区", "leader")
    assert desk.choice().zones == ("廊坊经开区",)
