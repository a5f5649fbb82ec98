"""A mistake in reporter.toml is told with its line and the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter import config
from reporter.errors import UsageError

MISTAKES = [
    ("[build]\njobs = 'two'", ":2", "`build.jobs` is a text", "a whole number"),
    ("[build]\n\nsorces = ['a']", ":3", "unknown key `sorces`", "did you mean `sources`?"),
    ("[bild]\njobs = 1", ":1", "unknown section `bild`", "did you mean `build`?"),
    ("[build]\njobs = -1", ":2", "must not be negative", "one per core"),
    ("[build]\nformats = ['docx']", ":2", "`docx` is no format", "html and pdf"),
    ("[build]\ntimeout = 0", ":2", "more than 0 seconds", "120"),
    ("[brand]\norganisation = 7", ":2", "`brand.organisation` is a number", "text in quotation marks"),
    ("[brand]\ncontact = 'tel'", ":2", "`brand.contact` is a text", "a list of texts"),
    ("[brand]\norganization = 'x'", ":2", "unknown key `organization`", "did you mean `organisation`?"),
    ("brand = 3", ":1", "`brand` must be a section", "write [brand]"),
    ("[[lexicon.zones]]\nalias = ['x']", ":1", "lacks `name`", "add name"),
    ("[[lexicon.zones]]\nname = 'x'\nalias = ['y']", ":3", "unknown key `alias`", "did you mean `aliases`?"),
    ("[lexicon]\nzones = 'x'", ":2", "must be a list of tables", "[[lexicon.zones]]"),
    (
        "[[lexicon.units]]\nprinted = '标准箱'\nbase = '标箱'\nfactor = 'two'",
        ":4",
        "`lexicon.units.factor`",
        "a number",
    ),
    (
        "[[lexicon.units]]\nprinted = '箱'\nbase = '个'\nfactor = nan",
        ":4",
        "`factor` must be a number above 0",
        "say how many",
    ),
    ("[build]\njobs = 100000", ":2", "must be at most 1000", "one per core"),
    ("[build]\ntimeout = 1e300", ":2", "more than 0 seconds, and at most 86400", "120"),
    ("[build]\nsources = []", ":2", "`build.sources` is empty", "name files or folders"),
    ('[build]\nout = "a\\u0000b"', ":2", "`build.out` holds the character U+0000", "take it out"),
    ("[build]\nout = 2020-01-01", ":2", "`build.out` is a date or time", "text in quotation marks"),
    ("[brand]\naccent = 'red}body{display:none'", ":2", "is no CSS colour", "#1f5f8b"),
    ('[brand]\nink = "a\\nb"', ":2", "`brand.ink`: `a b` is no CSS colour", "#1f5f8b"),
    ("[brand]\norganisation = 'x'\nink = 'blck'", ":3", "`brand.ink`: `blck` is no CSS colour", "#1f5f8b"),
    ('[brand]\ncontact = ["a", "b\\u001b[31m"]', ":2", "`brand.contact` holds the character U+001B", "take it out"),
    (
        "[[lexicon.zones]]\nname = 'x'\n[[lexicon.zones]]\nname = 'y'\ntype = '高新'",
        ":5",
        "is no type of a zone",
        "高新区",
    ),
    ("[[lexicon.zones]]\nname = 'x'\nlevel = '市级'", ":3", "`市级` is no level of a zone", "国家级"),
    (
        f"[[lexicon.units]]\nprinted = '箱'\nbase = '个'\nfactor = 1{'0' * 400}",
        ":4",
        "`factor` must be a number above 0, and at most 1e+15",
        "say how many",
    ),
    (f"[build]\njobs = {'9' * 5000}", ":2", "a number with too many digits", "mend it"),
    ("[" * 100_000, ":1", "is not valid TOML", "mend"),
    ("[build]\njobs = " + "[" * 100_000, "", "nested too deeply", "mend it"),
    ("[build\njobs = 1", ":1", "is not valid TOML", "mend that line"),
    ("[audience.招商局]\ntitle = 'x'", ":1", "is not valid TOML", '[audience."招商局"]'),
]


@pytest.mark.parametrize(("text", "line", "what", "hint"), MISTAKES, ids=[case[0][-40:] for case in MISTAKES])
def test_mistakes(tmp_path: Path, text: str, line: str, what: str, hint: str) -> None:
    path = tmp_path / "reporter.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        config.load(path)
    told = str(caught.value)
    assert f"reporter.toml{line}: " in told
    assert what in told
    assert hint in told


def test_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text(
        '[build]\njobs = 2\n[brand]\norganisation = "某市招商局"\n[audience.leader]\ntitle = "每日参阅"\n'
        '[[lexicon.zones]]\nname = "云杉岭高新区"\naliases = ["云杉岭园区"]\n',
        "utf-8",
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    settings = config.load(config.find(below))
    assert settings.build.jobs == 2
    assert settings.build.formats == ("html", "pdf")
    assert settings.brand.organisation == "某市招商局"
    assert settings.lexicon.zones[0].aliases == ("云杉岭园区",)
    assert settings.audiences["leader"] == {"title": "每日参阅"}
    assert "build.jobs" in settings.given
    assert "build.formats" not in settings.given


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there is no such configuration file"):
        config.load(Path("nowhere/reporter.toml"))
