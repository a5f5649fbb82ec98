"""The commands as people and scripts meet them: data on stdout, sentences on stderr, the right exit status."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from pathlib import Path

import pytest
from typer.main import get_command

from reporter.cli import app, look
from reporter.model import Collection, Doubt, Industry
from tests.conftest import Reporter

COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def test_help_names_every_command(reporter: Reporter) -> None:
    lines = reporter("--help").stdout.splitlines()
    for command, one in COMMANDS.items():
        first = (one.help or "").split()[0]  # what it does stands beside its name
        assert any(re.search(rf"^\W*{command}\s+{re.escape(first)}", line) for line in lines), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(here: Reporter, command: str) -> None:
    shown = here(command, "--help")
    assert shown.returncode == 0
    assert f"reporter {command}" in shown.stdout
    for inner in getattr(COMMANDS[command], "commands", ()):
        assert re.search(rf"^\W*{inner}\s", shown.stdout, re.M), inner


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        ("facts", r"\[SOURCE\](\.\.\.)?"),
        ("brief", r"\{?ZONE\}?"),
        ("explain", r"\{?FACT_ID\}?"),
        ("init", r"\[FOLDER\]"),
    ],
)
def test_the_usage_line_names_the_arguments(here: Reporter, command: str, usage: str) -> None:
    shown = " ".join(here(command, "--help").stdout.split())
    assert re.search(rf"reporter {command} \[OPTIONS\] {usage} ", shown)


def test_articles_say_that_they_come_as_html(here: Reporter) -> None:
    assert "html" in here("articles", "--help").stdout
    assert "html" not in here("facts", "--help").stdout


@pytest.mark.parametrize("command", ["articles", "zones", "facts", "check"])
def test_verbose_says_what_was_read_and_how_long_it_took(here: Reporter, tmp_path: Path, command: str) -> None:
    (tmp_path / "page.txt").write_text("廊坊经开区引资\n廊坊经开区今年新签约项目26个。\n", "utf-8")
    run = here(command, "-v", tmp_path)
    assert re.search(r"1 source read in \d+\.\d s: 1 article, 1 zone, \d+ facts?\n", run.stderr)
    assert " read in " not in here(command, tmp_path).stderr + here(command, "-v", "-q", tmp_path).stderr


def test_a_verbose_build_says_how_much_was_known(here: Reporter, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("廊坊经开区引资\n廊坊经开区今年新签约项目26个。\n", "utf-8")
    build = ("build", page, "--out", tmp_path / "out", "-a", "public", "-f", "html", "-v", "-j", "1")
    first, again = here(*build), here(*build, "--force")
    assert re.search(r"reading: 1 of 1 in [\d.]+ s, 0 from the cache\n", first.stderr)
    assert re.search(
        r"reading: 1 of 1 in [\d.]+ s, 1 from the cache\nbriefs: 1 of 1 in [\d.]+ s\n1 zone: ", again.stderr
    )


def test_help_loads_nothing_heavy(reporter: Reporter) -> None:
    import subprocess
    import sys

    code = (
        "import sys, reporter.cli; print([m for m in ('jieba', 'pandas', 'weasyprint', 'scipy') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stdout.strip() == "[]"
    )


def test_facts_are_one_json_object_a_line_and_lead_into_the_source(here: Reporter, seeds: Path) -> None:
    run = here("facts", "--kind", "indicator", "--format", "jsonl", seeds)
    assert run.returncode == 0
    facts = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(facts) > 100
    for fact in facts:
        assert fact["evidence"][fact["start"] : fact["end"]] == fact["text"]
        if "<" not in fact["evidence"] and fact["source"].startswith(("000", "002", "003", "004")):
            source = (seeds / fact["source"]).read_text("utf-8")
            part = source[
                fact["source_start"] : fact["source_end"]
            ]  # of a figure cut by the page, what precedes the cut
            assert part and fact["text"].startswith(part)


def test_a_figure_as_a_table_row_and_as_csv(here: Reporter, seeds: Path) -> None:
    run = here("facts", "-k", "indicator", "-z", "廊坊经济技术开发区", "-f", "csv", next(seeds.glob("000*")))
    rows = list(csv.DictReader(io.StringIO(run.stdout.removeprefix("\ufeff"))))
    assert {row["zone"] for row in rows} == {"廊坊经开区"}
    row = next(row for row in rows if row["text"] == "1.13亿美元")
    assert (row["metric"], row["value"], row["unit"], row["period"]) == ("实际利用外资", "113000000", "美元", "2020-Q1")
    assert (
        "实际利用外资"
        in here("facts", "-k", "indicator", "-z", "廊坊经开区", "-f", "table", next(seeds.glob("000*"))).stdout
    )


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "xlsx", "parquet"])
def test_every_format_goes_to_a_file(here: Reporter, seeds: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"zones.{form}"
    assert here("zones", next(seeds.glob("000*")), "-o", target).returncode == 0
    assert target.stat().st_size > 500


@pytest.mark.parametrize("what", ["articles", "zones", "facts"])
def test_a_table_has_its_columns_even_where_it_has_no_rows(here: Reporter, tmp_path: Path, what: str) -> None:
    for name, text in (("page.txt", "廊坊经开区引资\n廊坊经开区今年新签约项目26个。\n"), ("none.txt", " \n")):
        (tmp_path / name).write_text(text, "utf-8")
    full, empty = (here(what, tmp_path / name, "-f", "csv").stdout.splitlines() for name in ("page.txt", "none.txt"))
    assert len(full) > len(empty) == 1
    assert empty == full[:1]


def test_articles_show_their_joins(here: Reporter, seeds: Path) -> None:
    shown = here("articles", "--format", "table", seeds).stdout
    assert "稳住外资外贸基本盘" in shown
    assert " word " in shown or "sentence" in shown


def test_articles_side_by_side_are_those_of_the_zone(here: Reporter, seeds: Path) -> None:
    pages = [next(seeds.glob(f"{number}*")) for number in ("000", "004")]
    about = here("articles", "-z", "肇庆高新区", "-f", "jsonl", *pages).stdout.splitlines()
    shown = here("articles", "-z", "肇庆高新区", "-f", "html", *pages).stdout
    assert 0 < len(about) == shown.count("<article ")
    assert pages[0].name not in shown
    assert pages[1].name in shown


def test_explain_says_how_each_field_was_decided(here: Reporter, seeds: Path) -> None:
    run = here("facts", "-k", "indicator", "-z", "廊坊经开区", "-f", "jsonl", next(seeds.glob("000*")))
    fact = next(json.loads(line) for line in run.stdout.splitlines() if "1.13亿美元" in line)
    shown = here("explain", fact["id"], "--source", next(seeds.glob("000*")))
    assert shown.returncode == 0
    for word in ("实际利用外资", "2020-Q1", "廊坊经开区", "zone", "period"):
        assert word in shown.stdout


def test_explain_tells_of_conflicts_and_prints_no_python(here: Reporter, tmp_path: Path) -> None:
    for name, value in (("a", "1.2"), ("b", "1.5")):
        text = f"廊坊经开区引资\n廊坊经开区2019年实际利用外资{value}亿美元。\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    facts = [json.loads(line) for line in here("facts", "-f", "jsonl", tmp_path).stdout.splitlines()]
    first, other = (next(one for one in facts if one["text"] == text) for text in ("1.2亿美元", "1.5亿美元"))
    shown = here("explain", first["id"], "--source", tmp_path).stdout
    assert f"{other['id']} says 1.5亿美元 (b.txt)" in shown
    assert re.search(r"value +120000000\n", shown)
    assert "None" not in shown
    rows = here("explain", first["id"], "--source", tmp_path, "-f", "jsonl").stdout.splitlines()
    fields = {row["field"]: row for row in map(json.loads, rows)}
    assert (fields["value"]["value"], fields["conflicts"]["value"]) == (120000000, [other["id"]])
    assert fields["period"]["decided"]


def test_doubts_of_a_zone_are_found_without_looking_through_all_facts_for_each() -> None:
    facts = tuple(Industry(id=f"f{number}", zone=f"z{number % 2}", mentions=(), name="") for number in range(5000))
    doubts = tuple(Doubt("unsure", "", "", "a", fact.id) for fact in facts)
    more = (Doubt("year", "", "", "a"), Doubt("year", "", "", "b"))
    about = {"a": ("z0",), "b": ("z1",)}
    began = time.perf_counter()
    found = list(look._about(Collection((), (), facts, about, (*doubts, *more)), {"z0"}))
    assert time.perf_counter() - began < 0.5
    assert found == [*doubts[::2], more[0]]


def test_an_unknown_zone_is_answered_with_the_nearest(here: Reporter, seeds: Path, tmp_path: Path) -> None:
    run = here("brief", "廊坊经济区", "--source", next(seeds.glob("000*")), "--out", tmp_path)
    assert run.returncode == 2
    assert "廊坊经开区" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("given", "found"),
    [("廊坊", "廊坊经开区"), ("廊坊经济技术", "廊坊经开区"), ("廊", ""), ("经济技术", ""), ("综保", ""), ("湖北", "")],
)
def test_a_part_of_a_name_is_taken_for_a_zone_only_where_it_says_which(
    here: Reporter, seeds: Path, given: str, found: str
) -> None:
    page = next(seeds.glob("000*"))
    run = here("zones", "-z", given, "-f", "jsonl", page)
    assert [json.loads(line)["zone"] for line in run.stdout.splitlines()] == [found][: bool(found)]
    assert run.returncode == (0 if found else 2)
    assert (f"`{given}` is taken for {found}" if found else f"no article speaks of a zone `{given}`") in run.stderr
    assert f"taken for {found}" not in here("zones", "-q", "-z", given, "-f", "jsonl", page).stderr


def test_a_brief_by_a_part_of_a_name_says_which_zone_it_is(here: Reporter, seeds: Path, tmp_path: Path) -> None:
    page = next(seeds.glob("000*"))
    run = here("brief", "廊坊", "-s", page, "--out", tmp_path, "-a", "public", "-f", "html")
    assert run.returncode == 0
    assert "`廊坊` is taken for 廊坊经开区" in run.stderr


BAD = [
    (["zones", "nowhere"], 2, "nowhere"),
    (["zones", "--format", "docx", "seeds"], 2, "unknown format `docx`"),
    (["facts", "--kind", "number", "seeds"], 2, "unknown kind `number`"),
    (["facts", "--config", "nowhere.toml"], 2, "nowhere.toml"),
    (["build", "--audience", "leder", "--out", "{tmp}/o", "seeds"], 2, "leader"),
    (["facts", "seeds", "-o", "{tmp}/x.docx"], 2, "end it in .jsonl, .json, .csv, .xlsx, .parquet, or give --format"),
    (["articles", "--format", "html", "--zone", "廊坊经济区", "seeds"], 2, "did you mean 廊坊经开区"),
    (["explain", "zzzz", "--source", "seeds"], 2, "no fact has the id"),
    (["build", "--frobnicate"], 2, "No such option"),
    (["build", "--out", "{tmp}/file/below", "seeds"], 2, "a file of that name is in the way"),
]


@pytest.mark.parametrize(("arguments", "status", "words"), BAD, ids=lambda value: str(value)[:40])
def test_bad_usage_gets_one_clear_sentence(
    here: Reporter, tmp_path: Path, arguments: list[str], status: int, words: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    run = here(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert run.returncode == status, run.stderr
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_bad_sources_are_named_and_the_rest_is_read(here: Reporter, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "good.txt").write_bytes(next(seeds.glob("000*")).read_bytes())
    run = here("zones", "--format", "jsonl", tmp_path)
    assert run.returncode == 1
    assert "empty.txt" in run.stderr
    assert "picture.txt" in run.stderr
    assert "湖北自贸区" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("form", ["html", "jsonl"])
def test_a_page_that_fails_unexpectedly_does_not_take_the_others_along(
    here: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    from reporter import reading
    from reporter.cli.work import Work

    (tmp_path / "a.txt").write_text("海滨高新区今年一季度实现工业总产值12.5亿元。\n")
    (tmp_path / "b.txt").write_text("云山高新区今年一季度实现工业总产值22.5亿元。\n")
    read = reading.read

    def failing(item: reading.Input) -> object:
        if item.name == "a.txt":
            raise RecursionError("maximum recursion depth exceeded")
        return read(item)

    monkeypatch.setattr(reading, "read", failing)
    work = Work(None)
    if form == "html":
        found = work.side_by_side([str(tmp_path)]).decode()
    else:
        found = "".join(zone.name for one in work.collections([str(tmp_path)], 1) for zone in one.zones)
    assert "云山高新区" in found and "海滨高新区" not in found
    assert [error.where for error in work.failures] == ["a.txt"]
    assert (work.status, "RecursionError" in str(work.failures[0])) == (1, True)


def test_what_could_not_be_read_is_said_and_check_names_the_line(here: Reporter, tmp_path: Path) -> None:
    line = "海滨高新区今年一季度实现工业总产值12.5亿元，同比增长8.3%，企业达到326家，其中新增26家。\n"
    (tmp_path / "page.txt").write_bytes(line.encode() * 3 + line.encode().replace("产".encode(), b"\xff"))
    run = here("check", tmp_path, "-f", "jsonl")
    assert (run.returncode, run.stderr.count("page.txt: some characters cannot be read")) == (0, 1)
    doubt = next(doubt for doubt in map(json.loads, run.stdout.splitlines()) if doubt["kind"] == "source")
    assert "第4行有文字无法辨认" in doubt["what"] and doubt["source"] == "page.txt"
    built = here("build", tmp_path, "--out", tmp_path / "out", "-a", "leader", "-f", "html")
    assert (built.returncode, built.stderr.count("page.txt: some characters cannot be read")) == (0, 1)


def test_standard_input(reporter: Reporter) -> None:
    run = reporter("zones", "--format", "jsonl", "-", stdin="肇庆高新区今年新签约项目26个。".encode())
    assert run.returncode == 0
    assert "肇庆高新区" in run.stdout


def test_a_project_folder(here: Reporter, seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    made = here("init", folder)
    assert made.returncode == 0
    assert "reporter build" in made.stderr
    assert {path.name for path in folder.iterdir()} == {"reporter.toml", "articles", "templates", ".gitignore"}
    assert here("init", folder).returncode == 2
    (folder / "articles" / "page.txt").write_bytes(next(seeds.glob("004*")).read_bytes())
    assert "肇庆高新区" in here("zones", "--format", "jsonl", cwd=folder).stdout
    shown = here("config", "show", cwd=folder).stdout
    assert "reporter.toml" in shown
    assert "default" in shown


@pytest.mark.parametrize(("date", "status"), [("abc", 2), ("1.5", 2), ("9" * 20, 2), ("", 0), ("1600000000", 0)])
def test_a_date_that_is_none_is_told_before_anything_is_read(
    here: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, date: str, status: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    run = here("init", tmp_path / "new")
    assert run.returncode == status
    said = (
        f"reporter: SOURCE_DATE_EPOCH: `{date}` is no number of seconds since 1970 (give a whole number, or unset it)\n"
    )
    assert run.stderr == said if status else "SOURCE_DATE_EPOCH" not in run.stderr
