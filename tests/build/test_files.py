"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reporter.build.files import TEMPORARY, claim, digest, digest_file, reserve, sweep, write
from reporter.errors import UsageError


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path / "德阳高新区" / "brief.html", "一".encode())
    assert (tmp_path / "德阳高新区" / "brief.html").read_text("utf-8") == "一"
    assert digest_file(tmp_path / "德阳高新区" / "brief.html") == digest("一".encode())


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.html"
    write(target, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="the disk is full"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_room_is_kept_while_others_write_and_given_back(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the disk is full"), reserve(tmp_path, 5000):
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 5000
        raise UsageError("cannot be written: the disk is full")
    assert not list(tmp_path.iterdir())


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("I am a file")
    with pytest.raises(UsageError, match="a file of that name is in the way"):
        write(tmp_path / "out" / "brief.html", b"x")


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "zone").mkdir()
    (tmp_path / "zone" / f"{TEMPORARY}abc").write_bytes(b"half")
    (tmp_path / "zone" / "brief.pdf").write_bytes(b"whole")
    sweep(tmp_path)
    assert [path.name for path in (tmp_path / "zone").iterdir()] == ["brief.pdf"]


def test_a_second_build_into_the_same_folder_is_told_so(tmp_path: Path) -> None:
    with (
        claim(tmp_path / "out"),
        pytest.raises(UsageError, match="another build is writing here"),
        claim(tmp_path / "out"),
    ):
        pass
    with claim(tmp_path / "out"):
        pass
