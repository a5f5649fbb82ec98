"""Whether this machine can set a page, and the one line that mends it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reporter.errors import ExitStatus, MachineError
from reporter.rendering import machine
from reporter.rendering.faces import Face
from reporter.rendering.machine import library


def test_a_machine_that_can_set_a_page_passes() -> None:
    assert machine.missing() == ()
    machine.require()
    names = [check.name for check in machine.report()]
    assert names[:3] == ["Pango", "HarfBuzz subset library", "Simplified-Chinese font"]


@pytest.mark.parametrize(
    ("absent", "named"),
    [("pango", "Pango"), ("harfbuzz-subset", "HarfBuzz subset library"), ("fontconfig", "Pango")],
)
def test_a_missing_library_is_named_with_the_line_that_installs_it(
    absent: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "library", lambda name: None if name == absent else library(name))
    with pytest.raises(MachineError, match=named) as raised:
        machine.require()
    assert raised.value.status == ExitStatus.MACHINE
    assert "install" in raised.value.hint


def test_fonts_for_other_regions_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "chinese", lambda: (Face("Noto Sans CJK JP", "/x.ttc", 0, 400),))
    assert machine.missing() == ("Simplified-Chinese font",)


def test_an_old_harfbuzz_will_do_but_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "version", lambda name: "2.7.4")
    assert machine.missing() == ()
    assert "several times longer" in machine.report()[1].found


@pytest.mark.parametrize(
    ("platform", "tools", "line"),
    [
        ("linux", {"apt-get"}, "sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0"),
        ("linux", {"dnf"}, "sudo dnf install"),
        ("darwin", set(), "brew install pango"),
    ],
)
def test_the_line_fits_the_system(platform: str, tools: set[str], line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: name if name in tools else None)
    assert machine.install_line().startswith(line)


def test_asking_loads_neither_the_engine_nor_fonttools() -> None:
    code = "import sys; from reporter.rendering import machine; machine.report(); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "'weasyprint'" not in loaded
    assert "'fontTools'" not in loaded
