"""Typefaces by role: found on the machine, cut once, written into CSS."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from reporter.rendering import cut, fonts
from reporter.rendering.faces import Face, faces
from reporter.rendering.fonts import Fonts
from reporter.rendering.halves import HALF


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "reporter" / "fonts"


@pytest.fixture
def song() -> Face:
    found = faces("Noto Serif CJK SC")
    if not found:
        pytest.skip("needs fonts-noto-cjk")
    return found[0]


def test_faces_of_a_family_come_with_file_index_and_weight(song: Face) -> None:
    assert (song.weight, Path(song.path).suffix) == (400, ".ttc")
    with TTFont(song.path, fontNumber=song.index) as font:
        assert font["name"].getDebugName(1) == "Noto Serif CJK SC"
    assert faces("No Such Family") == ()


def test_a_cut_holds_the_basic_characters_and_no_more_than_a_tenth_of_the_file(cache: Path, song: Face) -> None:
    path = cut.cut(song)
    assert path.parent == cache
    assert path.stat().st_size < Path(song.path).stat().st_size / 10
    held = set(TTFont(path)["cmap"].getBestCmap())
    for character in "德阳高新区，。“”《》—…％%℃㎡①★0123456789AZaz¥€÷×":
        assert ord(character) in held, character


def test_a_cut_has_half_width_twins_of_its_marks(cache: Path, song: Face) -> None:
    font = TTFont(cut.cut(song))
    names, em = font.getBestCmap(), font["head"].unitsPerEm
    for mark in "，。；：”》）（《“":
        assert font["hmtx"][names[ord(mark)]][0] == em
        assert font["hmtx"][names[ord(HALF[mark])]][0] == em / 2
    glyphs = font.getGlyphSet()
    for mark in "（，":
        pen = BoundsPen(glyphs)
        glyphs[names[ord(HALF[mark])]].draw(pen)
        assert pen.bounds is not None
        assert 0 <= pen.bounds[0] < pen.bounds[2] <= 0.52 * em, mark


def test_a_cut_is_made_once_and_named_after_what_it_holds(
    cache: Path, song: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cut.cut(song)
    made = first.stat().st_mtime_ns
    assert cut.cut(song) == first
    assert first.stat().st_mtime_ns == made
    wider = cut.basic() | {"堃"}
    monkeypatch.setattr(cut, "basic", lambda: wider)
    more = cut.cut(song)
    assert more != first
    assert ord("堃") in TTFont(more)["cmap"].getBestCmap()


def test_workers_that_ask_at_once_find_it_whole(cache: Path, song: Face) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(cut.cut, [song] * 8))
    (path,) = paths
    assert TTFont(path)["maxp"].numGlyphs > 7000
    assert [file.name for file in cache.iterdir()] == [path.name]  # nothing half-made is left behind


def test_a_cache_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, song: Face
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cut.cut(song).is_file()


def test_without_harfbuzz_fonttools_makes_the_cut(cache: Path, song: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "library", lambda name: None)
    monkeypatch.setattr(cut, "basic", lambda: frozenset("德阳，“"))
    with TTFont(cut.cut(song)) as font, TTFont(song.path, fontNumber=song.index) as whole:
        assert {chr(code) for code in font.getBestCmap()} == {*"德阳，“", HALF["，"], HALF["“"]}
        assert font["head"].modified == whole["head"].modified  # the same at any time


def test_a_font_that_cannot_be_cut_serves_whole(cache: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"OTTO" + bytes(64))
    assert cut.cut(Face("Broken", str(broken), 0, 400)) == broken


def test_every_role_has_a_typeface_and_a_variable(cache: Path, song: Face) -> None:
    found = Fonts.find()
    css = found.css()
    for role in ("song", "hei", "fangsong", "kai", "xbs"):
        assert re.search(rf'--{role}:"[^"]+ R",', css), role
    assert set(re.findall(r"font-weight:(\d+)", css)) >= {"400", "700"}
    assert all(path.is_file() for path in found.sources)


def test_a_missing_typeface_is_stood_in_for(song: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    only = {"Noto Serif CJK SC": faces("Noto Serif CJK SC")}
    monkeypatch.setattr(fonts, "faces", lambda family: only.get(family, ()))
    found = {face.role: face for face in Fonts.find().typefaces}
    assert {role: face.family for role, face in found.items()} == dict.fromkeys(found, "Noto Serif CJK SC")
    assert [role for role, face in found.items() if face.stand_in] == ["hei", "fangsong", "kai", "xbs"]


def test_the_role_s_own_typeface_is_used_where_the_machine_has_it(song: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Face("FangSong", song.path, song.index, 400)
    monkeypatch.setattr(fonts, "faces", lambda family: (own,) if family == "FangSong" else faces(family))
    found = {face.role: face for face in Fonts.find().typefaces}
    assert (found["fangsong"].family, found["fangsong"].stand_in) == ("FangSong", False)


def test_documents_for_the_screen_name_what_readers_have() -> None:
    css = fonts.screen_css()
    assert css.startswith(":root{--song:")
    assert '"Songti SC"' in css
    assert "url(" not in css
