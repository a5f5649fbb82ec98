"""Whatever comes in: one clear sentence, the right exit status, never a traceback, never a hang."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer import Typer
from typer.main import get_command

from reporter import config, lexicon, reading
from reporter.briefing import choices, compose, load_audience
from reporter.build.audiences import begin
from reporter.build.files import write, writing
from reporter.build.prepare import prepare
from reporter.build.run import Listener, Request, run
from reporter.build.spool import merged
from reporter.cli.output import emit
from reporter.config import BuildSettings
from reporter.errors import ReporterError, SourceError, UsageError
from reporter.extraction import Extractor
from reporter.model import Audience
from reporter.reading import Failure, Input
from reporter.reading.inputs import find
from reporter.rendering.html import HtmlRenderer
from reporter.rendering.pictures import LARGEST, data_address
from reporter.rendering.roots import builtin_root, template_roots
from tests.conftest import Reporter

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)
PAGE = "廊坊经济技术开发区今年一季度实现工业总产值12.5亿元，同比增长8.3%。\n"


def command(line: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which `reporter` is the command; a pipe's own status is that of its first part."""
    root = str(Path(__file__).resolve().parents[2])
    line = line.replace("reporter", f"{sys.executable} -m reporter")
    variables = {**os.environ, "PYTHONPATH": root, **environment}
    done = subprocess.run(["bash", "-c", line], cwd=cwd, env=variables, capture_output=True, timeout=60, check=False)
    return subprocess.CompletedProcess(line, done.returncode, done.stdout.decode(), done.stderr.decode())


# -- sources -----------------------------------------------------------------------------------------------------


def test_documents_of_an_earlier_build_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    made = tmp_path / "out" / "廊坊经开区"
    made.mkdir(parents=True)
    for name in ("manifest.json", ".lock"):
        (tmp_path / "out" / name).write_text("{}")
    (made / "brief.html").write_text(PAGE)
    assert [item.name for item in find([tmp_path])] == ["page.txt"]


def test_a_build_does_not_write_into_its_sources(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    request = Request(sources=(str(tmp_path),), out=tmp_path / "." / "", settings=config.Settings())
    with pytest.raises(UsageError, match="folder of sources"):
        run(request, Listener())
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def test_a_pipe_in_the_file_system_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.txt")
    (found,) = find([tmp_path / "page.txt"])
    assert isinstance(found, Failure)
    assert "no regular file" in str(found.error)
    (found,) = find([tmp_path])
    assert "nothing to read" in str(found.error)


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    (tmp_path / name).write_text(PAGE)
    (found,) = find([tmp_path])
    assert isinstance(found, Input)
    assert found.name.encode()
    assert found.data().decode() == PAGE


def test_odd_names_are_names(tmp_path: Path) -> None:
    names = ["a\nb.txt", "'\"`$<b>&.txt", "😀.txt", "长" * 80 + ".txt"]
    for name in names:
        (tmp_path / name).write_text(PAGE)
    assert {item.name for item in find([tmp_path])} == set(names)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "self").symlink_to(".")
    (tmp_path / "up").symlink_to("..")
    assert [item.name for item in find([tmp_path])] == ["page.txt"]


def test_links_to_folders_are_followed_and_each_folder_is_read_once(tmp_path: Path) -> None:
    for place in ("elsewhere/2020", "pages/june"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "page.txt").write_text(PAGE)
    (tmp_path / "pages" / "again").symlink_to("june")
    (tmp_path / "pages" / "archive").symlink_to(tmp_path / "elsewhere")
    assert [item.name for item in find([tmp_path / "pages"])] == ["archive/2020/page.txt", "june/page.txt"]


def test_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    gone, loop, page = find([tmp_path])
    assert "leads nowhere" in str(gone.error)
    assert "loop.txt" in str(loop.error)
    assert page.name == "page.txt"


def test_a_folder_that_may_not_be_read_is_told_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "closed").mkdir(parents=True)
    (tmp_path / "a" / "page.txt").write_text(PAGE)
    scan = os.scandir

    def closed(place: Path) -> object:
        if place.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(place)

    monkeypatch.setattr(os, "scandir", closed)
    failure, page = find([tmp_path / "a"])
    assert "closed: cannot be read: permission denied" in str(failure.error)
    assert page.name == "page.txt"
    (failure,) = find([tmp_path / "a" / "closed"])
    assert "permission denied" in str(failure.error)


def test_an_archive_without_pages_is_told(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
    (found,) = find([tmp_path / "empty.zip"])
    assert "nothing to read" in str(found.error)


# -- settings ----------------------------------------------------------------------------------------------------

BROKEN = [
    ("[build]\ntimeout = inf", "more than 0 seconds"),
    ("[build]\ntimeout = nan", "more than 0 seconds"),
    ('[build]\nout = ""', "`build.out` is empty"),
    ("[build]\nsources = []", "`build.sources` is empty"),
    ("[build]\naudiences = []", "`build.audiences` is empty"),
    ("[build]\nformats = []", "`build.formats` is empty"),
    ('[[lexicon.units]]\nprinted = "亩"', "lacks `base`"),
    ('[lexicon]\nindicators = [""]', "has an empty entry"),
    ("\0", "is not valid TOML"),
    ("[", "is not valid TOML"),
]


@pytest.mark.parametrize(("text", "what"), BROKEN, ids=[case[1] + case[0][-5:] for case in BROKEN])
def test_broken_settings_are_told_with_their_file(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "reporter.toml").write_text(text)
    with pytest.raises(UsageError, match=what) as caught:
        config.load(tmp_path / "reporter.toml")
    assert "reporter.toml" in caught.value.where


VALUES = (
    "-1",
    "nan",
    "1e308",
    "9" * 40,
    "true",
    '"x"',
    '"a\\nb"',
    '"\\u0000"',
    "[]",
    '["a"]',
    "[[]]",
    "{a = 1}",
    "{a = {limit = -1}}",
)
PARTS = {
    "build": BuildSettings.__slots__,
    "brand": config.Brand.__slots__,
    "lexicon": config.UserWords.__slots__,
    "audience.leader": choices._File.__struct_fields__,
    "audience.leader.paper": choices._Paper.__struct_fields__,
    "audience.leader.pdf": choices._Pdf.__struct_fields__,
    "audience.leader.selection": choices._Selection.__struct_fields__,
    "audience.leader.sections.figures": choices._Section.__struct_fields__,
}


@pytest.mark.parametrize("part", PARTS)
def test_any_value_of_any_setting_is_taken_or_told(tmp_path: Path, part: str) -> None:
    path = tmp_path / "reporter.toml"
    for key in PARTS[part]:
        for value in VALUES:
            path.write_text(f"[{part}]\n{key} = {value}\n", encoding="utf-8")
            try:
                overrides = config.load(path).audiences.get("leader")
                load_audience("leader", [builtin_root()], overrides, settings=path)
            except UsageError as error:
                assert re.match(r".*reporter\.toml:[12]: .", str(error)), (key, value)
                assert "\n" not in str(error)


def test_settings_of_an_audience_that_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text("[audience.leder]\nlimit = 1")
    with pytest.raises(UsageError, match=r"audience\.leder"):
        prepare(config.load(tmp_path / "reporter.toml"), ("leader",), ("html",))


def test_two_audiences_of_one_title_would_write_one_file(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text('[audience.leader]\ntitle = "招商推介"')
    with pytest.raises(UsageError, match="have the same title, 招商推介"):
        prepare(config.load(tmp_path / "reporter.toml"), ("leader", "investor"), ("html",))


def test_an_unknown_audience_of_the_settings_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text('[build]\naudiences = ["leedr"]')
    with pytest.raises(UsageError, match=r"reporter\.toml:2: there is no audience `leedr` \(did you mean `leader`"):
        prepare(config.load(tmp_path / "reporter.toml"), (), ("html",))


def test_a_logo_that_cannot_be_drawn_is_told_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "half.png").write_bytes(PNG[:40])
    (tmp_path / "text.svg").write_text("logo")
    (tmp_path / "page.svg").write_text("<html/>")
    (tmp_path / "broken.svg").write_text("<svg>")
    with (tmp_path / "large.png").open("wb") as large:
        large.truncate(LARGEST + 1)
    os.mkfifo(tmp_path / "pipe.png")
    for name, what in (
        ("empty.png", "no picture"),
        ("half.png", "no picture"),
        ("text.svg", "no picture"),
        ("page.svg", "no picture"),
        ("broken.svg", "no picture"),
        ("/etc/passwd", "no picture"),
        ("large.png", "is larger than 10 MB"),
        ("pipe.png", "is no regular file"),
        ("/dev/zero", "is no regular file"),
        (".", "is no regular file"),
        ("gone.png", "cannot be read: no such file"),
    ):
        (tmp_path / "reporter.toml").write_text(f'[brand]\n\nlogo = "{name}"')
        with pytest.raises(UsageError, match=what) as caught:
            prepare(config.load(tmp_path / "reporter.toml"), ("leader",), ("html",))
        assert caught.value.where.endswith("reporter.toml:3")
        assert "`brand.logo`" in caught.value.what


def test_a_logo_may_be_of_any_usual_kind(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "logo.txt").write_bytes(PNG)  # its content counts
    (tmp_path / "logo.svg").write_text("<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg'/>")
    for name, kind in (("logo.png", "image/png"), ("logo.txt", "image/png"), ("logo.svg", "image/svg+xml")):
        (tmp_path / "reporter.toml").write_text(f'[brand]\nlogo = "{name}"')
        prepare(config.load(tmp_path / "reporter.toml"), ("leader",), ("html",))
        assert data_address(tmp_path / name).startswith(f"data:{kind};base64,")


@pytest.mark.parametrize("name", ["", "..", "a/b", "x" * 300, "a\nb", " "])
def test_names_that_no_folder_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be an audience's name"):
        begin(name, "leader", tmp_path, template_roots(tmp_path))
    assert not (tmp_path / "templates").exists()


# -- writing -----------------------------------------------------------------------------------------------------


def test_a_file_given_with_o_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="another file with -o"):
        emit([b"x"], tmp_path)


def test_no_source_is_written_over(tmp_path: Path, here: Reporter) -> None:
    page = tmp_path / "seeds" / "page.txt"
    page.parent.mkdir()
    page.write_text("云岭高新区集聚企业26家。", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(page)
    for line in ("facts seeds -o seeds/page.txt", "facts seeds/page.txt -o link.txt", "articles -o seeds/page.txt"):
        done = here(*line.split(), "-f", "csv", cwd=tmp_path)
        assert done.returncode == 2
        assert "is one of the sources" in done.stderr
    assert page.read_text(encoding="utf-8").startswith("云岭")


def test_a_link_is_followed_and_a_device_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    emit([b"new"], link)
    assert link.is_symlink() and target.read_text() == "new"
    emit([b"gone"], Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_a_project_that_could_not_be_made_can_be_made_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reporter.cli.config import init

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"the disk is full \(free some space and run it again"):
        init(tmp_path)
    monkeypatch.undo()
    assert init(tmp_path) == 0


def test_facts_that_find_no_room_beside_the_documents_say_where(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the disk is full") as caught, writing(tmp_path / "spool"):
        raise OSError(28, "No space left on device")
    assert caught.value.where == str(tmp_path / "spool")


def test_a_failure_half_way_leaves_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    target.write_text("old")

    def pieces() -> object:
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="the disk is full"):
        write(target, pieces())  # type: ignore[arg-type]
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["facts.csv"]


# -- the shell ---------------------------------------------------------------------------------------------------

SHELL = [
    ("reporter audience list | true; exit ${PIPESTATUS[0]}", 0, ""),
    ("reporter config show >&-", 0, ""),
    ("reporter config show > /dev/full", 1, "standard output: no space left"),
    ("reporter audience list > /dev/full", 1, "standard output: no space left"),
    ("mkdir d; cd d; rmdir ../d; reporter config show", 1, "the current folder: no such file"),
    ("reporter facts - <&-", 1, "standard input is closed"),
]
USAGE = [
    ("facts nowhere -o x.csv", 2, "name a file, a folder, a zip"),
    ("audience check nope", 2, "there is no audience `nope`"),
    ("build --out here .", 2, "folder of sources"),
    ("audience show nope", 2, "there is no audience"),
    ("build nowhere", 2, "no such file or folder"),
    ("facts ''", 2, "the argument after `facts` is empty"),
    ("build . --out ''", 2, "the argument after `--out` is empty"),
    ("build . --out=", 2, "the argument after `--out=` is empty"),
    ("facts . -o ''", 2, "the argument after `-o` is empty"),
    ("''", 2, "the argument is empty"),
    ("facts --jobs -1 .", 2, "--jobs"),
    ("preview --no-open --host ''", 2, "the argument after `--host` is empty"),
    ("preview --no-open --host a..b", 2, "is no address of this machine"),
]


@pytest.mark.parametrize(("line", "status", "words"), SHELL, ids=[case[0] for case in SHELL])
def test_in_the_shell(tmp_path: Path, line: str, status: int, words: str) -> None:
    (tmp_path / "here").symlink_to(".")
    done = command(line, tmp_path)
    assert done.returncode == status, done.stderr
    assert words in done.stderr.lower()
    for sign in ("Traceback", "unexpected", "Exception"):
        assert sign not in done.stderr


@pytest.mark.parametrize(("line", "status", "words"), USAGE, ids=[case[0] for case in USAGE])
def test_usage_that_is_wrong_is_told(tmp_path: Path, here: Reporter, line: str, status: int, words: str) -> None:
    (tmp_path / "here").symlink_to(".")
    done = here(*shlex.split(line), cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert words in done.stderr.lower()
    for sign in ("Traceback", "unexpected", "Exception"):
        assert sign not in done.stderr


def test_without_fonts_facts_still_come_and_documents_say_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "none.conf").write_text("<fontconfig></fontconfig>")
    fonts = str(tmp_path / "none.conf")
    assert "廊坊" in command("reporter facts page.txt", tmp_path, FONTCONFIG_FILE=fonts).stdout
    done = command("reporter build page.txt --audience leader", tmp_path, FONTCONFIG_FILE=fonts)
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "font" in done.stderr


def test_every_command_and_option_has_help() -> None:
    from reporter.cli import app

    def without(group: Typer | object, path: str) -> list[str]:
        bare = []
        for name, one in getattr(group, "commands", {}).items():
            if not (one.help or "").strip():
                bare.append(f"{path} {name}")
            bare += [
                f"{path} {name} {option.name}"
                for option in one.params
                if not (getattr(option, "help", "") or "").strip()
            ]
            bare += without(one, f"{path} {name}")
        return bare

    assert without(get_command(app), "reporter") == []


# -- anything at all ---------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["廊坊经开区", "高新区", "12.5亿元", "同比增长8.3%", "，", "。", "\n", "\n\n", "2020年", "其中", "（记者 张三）", "\0",
     "<p>", "</p>", "&#xD800;", "\u202e", "\x1b[31m", "“", "”", "、", "1" * 400, "亿", "％", "---\n", "| a |", "😀"]
)  # fmt: skip
SUFFIX = st.sampled_from([".txt", ".html", ".md", ".docx", ".pdf", ""])
DATA = st.one_of(st.binary(max_size=300), st.lists(WORDS, max_size=40).map(lambda parts: "".join(parts).encode()))


@cache
def press() -> tuple[Extractor, Audience, HtmlRenderer]:
    """What makes a study of a page, set up once for all examples."""
    return Extractor(lexicon.load()), load_audience("analyst", [builtin_root()]), HtmlRenderer([builtin_root()])


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(suffix=SUFFIX, data=DATA)
def test_any_input_gives_facts_or_one_sentence(suffix: str, data: bytes) -> None:
    try:
        page = reading.read(Input(f"page{suffix}", "-", content=data))
    except SourceError as error:
        assert str(error).startswith("page")
        assert "\n" not in str(error)
        return
    extractor, audience, renderer = press()
    facts = extractor.page(page)
    for collection in merged([facts], many=False):
        for zone in collection.zones[:1]:
            assert "<html" in renderer.html(compose(collection, zone.name, audience))


def test_the_name_of_a_file_does_not_command_the_terminal(tmp_path: Path, here: Reporter) -> None:
    for name in ("a\x1b[31m\n.jpg", "b\x1b]0;title\x07[red]\u202e.txt"):
        (tmp_path / name).write_text("云山高新区今年一季度实现工业总产值12.5亿元。")
    shown = ""
    for line in ("check . -f table", "articles . -f table", "facts . -f table", "build . --out o -a leader -f html"):
        done = here(*line.split(), cwd=tmp_path)
        shown += done.stdout
        for sign in ("\x1b", "\x07", "\u202e"):
            assert sign not in done.stdout + done.stderr, line
        assert "a\\x1b[31m\\n.jpg: .jpg files are not read" in done.stderr
    assert "b\\x1b]0;title\\x07[red]\\u202e" in shown


def test_errors_are_one_sentence() -> None:
    assert str(ReporterError("is\nwrong", where="a\x1b.txt")) == "a\\x1b.txt: is wrong"
    assert str(ReporterError("is wrong", where="a.txt", hint="mend it")) == "a.txt: is wrong (mend it)"
