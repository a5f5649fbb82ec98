"""The preview: a saved change shows, an error shows with its place and goes, another port is taken when one is busy."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import Reporter

STYLE = "templates/招商局/style.css"
PAGE = "templates/招商局/brief.html.j2"


@contextlib.contextmanager
def preview(folder: Path, port: int, *options: str) -> Iterator[str]:
    """The address of a running preview of the folder."""
    options = options or ("-a", "招商局")
    command = [sys.executable, "-m", "reporter", "preview", "--no-open", "--port", str(port), *options]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert found, line
            yield found[0]
        finally:
            process.terminate()


def get(address: str, host: str = "") -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    for _ in range(50):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")
        except urllib.error.URLError:
            time.sleep(0.1)  # the server is still starting
    raise AssertionError("no answer")


def wait_for(address: str, words: str, seconds: float = 10.0, *, without: str = "\0") -> float:
    """Seconds until the page at the address holds the words, and not others."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        page = get(address)[1]
        if words in page and without not in page:
            return time.monotonic() - began
        time.sleep(0.05)
    raise AssertionError(f"{words!r} did not appear")


@pytest.fixture(scope="module")
def project(here: Reporter, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "work"
    assert here("init", folder).returncode == 0
    page = next(seeds.glob("004*"))
    first = page.read_text("utf-8").partition("招大引强")[0]  # one article is enough
    (folder / "articles" / page.name).write_text(first, encoding="utf-8")
    assert here("audience", "new", "招商局", "--from", "investor", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def running(project: Path) -> Iterator[str]:
    """The address of a preview of the project, which was to have a port that is taken."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with preview(project, port) as address:
            assert f":{port}/" not in address
            yield address


def test_a_saved_change_shows_and_an_error_comes_and_goes(project: Path, running: str) -> None:
    status, shell = get(running)
    assert status == 200
    assert "肇庆高新区" in shell
    zone = urllib.parse.quote("肇庆高新区")
    brief = f"{running}brief/{urllib.parse.quote('招商局')}/{zone}.html"
    status, before = get(brief)
    assert status == 200
    assert "rebeccapurple" not in before
    (project / STYLE).write_text("h1 { color: rebeccapurple; }", "utf-8")
    wait_for(brief, "rebeccapurple")
    good = (project / PAGE).read_text("utf-8")
    (project / PAGE).write_text(f"{good}\n{{% block projects %}}{{{{ breif }}}}{{% endblock %}}", "utf-8")
    wait_for(brief, "breif&#39; is undefined")
    assert get(brief)[0] == 500
    assert "brief.html.j2:" in get(brief)[1]
    (project / PAGE).write_text(good, "utf-8")
    wait_for(brief, "肇庆高新区</h1>")
    with urllib.request.urlopen(f"{brief.removesuffix('html')}pdf", timeout=30) as answer:
        assert answer.read(5) == b"%PDF-"
    assert get(running, host="evil.example")[0] == 400
    audience = urllib.parse.quote("招商局")
    for path in (
        f"leeder/{zone}.html",
        f"{audience}/{urllib.parse.quote('无此高新区')}.html",
        f"{audience}/{zone}.doc",
    ):
        assert get(f"{running}brief/{path}")[0] == 404, path


def test_a_browser_shows_the_change_by_itself(project: Path, running: str) -> None:
    """Needs Playwright and a Chromium; measured: the change shows within a second or so."""
    sync_api = pytest.importorskip("playwright.sync_api")
    browser = shutil.which("chromium")
    if not browser:
        pytest.skip("no Chromium here")
    with sync_api.sync_playwright() as play:
        chrome = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chrome.new_page()
        page.goto(running)
        frame = page.frame_locator("#page")
        frame.locator("h1").wait_for(timeout=20_000)
        began = time.monotonic()
        (project / STYLE).write_text("h1::after { content: 'seen'; }", "utf-8")
        page.wait_for_function(
            """() => {
                const title = document.querySelector("#page").contentDocument?.querySelector("h1");
                return title && getComputedStyle(title, "::after").content.includes("seen");
            }""",
            timeout=10_000,
        )
        assert time.monotonic() - began < 5  # 1 s on a machine with nothing else to do
        good = (project / PAGE).read_text("utf-8")
        (project / PAGE).write_text(f"{good}\n{{% block projects %}}{{% if %}}{{% endblock %}}", "utf-8")
        frame.locator("[role=alert]").wait_for(timeout=10_000)
        (project / PAGE).write_text(good, "utf-8")
        frame.locator("[role=alert]").wait_for(state="detached", timeout=10_000)
        frame.locator("h1").wait_for(timeout=10_000)
        chrome.close()


ENDLESS = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"


def test_a_template_without_an_end_locks_nothing(project: Path) -> None:
    """Its page comes as soon as it is mended, and Ctrl-C ends the preview while it runs."""
    good = (project / PAGE).read_text("utf-8")
    endless = f"{good}\n{{% block projects %}}{ENDLESS}{{% endblock %}}"
    command = [sys.executable, "-m", "reporter", "preview", "--no-open", "--port", "8750", "-a", "招商局"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            assert process.stderr
            address = process.stderr.readline().split()[2]
            brief = f"{address}brief/{urllib.parse.quote('招商局')}/{urllib.parse.quote('肇庆高新区')}.html"
            assert get(brief)[0] == 200
            with ThreadPoolExecutor(2) as browser:
                for mended in (True, False):
                    (project / PAGE).write_text(endless, "utf-8")
                    time.sleep(0.6)
                    waiting = browser.submit(get, brief)
                    time.sleep(0.6)
                    assert not waiting.done()
                    if mended:
                        (project / PAGE).write_text(good, "utf-8")
                        assert "肇庆高新区</h1>" in waiting.result(20)[1]
                events = urllib.request.urlopen(f"{address}events", timeout=20)  # answers though a page is being made
                os.killpg(process.pid, signal.SIGINT)
                assert process.wait(10) == 130
                assert process.stderr.read() == "reporter: interrupted; what was finished is kept\n"
                events.close()
        finally:
            process.kill()
            (project / PAGE).write_text(good, "utf-8")


def test_what_is_put_in_a_files_place_shows(tmp_path: Path) -> None:
    """A page that is watched alone, the settings, the templates: all made or made anew while the preview runs."""

    def save(name: str, text: str) -> None:
        (tmp_path / "new").write_text(text, "utf-8")
        (tmp_path / "new").rename(tmp_path / name)

    page = "廊坊经济技术开发区今年一季度实现工业总产值{}亿元。\n"
    save("page.txt", page.format("12.5"))
    with preview(tmp_path, 8800, "--source", "page.txt", "-a", "leader") as address:
        brief = f"{address}brief/leader/{urllib.parse.quote('廊坊经开区')}.html"
        wait_for(brief, "12.5")
        for number in ("13.5", "14.5"):
            save("page.txt", page.format(number))
            wait_for(brief, number)
        save("reporter.toml", '[brand]\norganisation = "某市招商局"')
        wait_for(brief, "某市招商局")
        (tmp_path / "templates" / "leader").mkdir(parents=True)
        (tmp_path / "templates" / "leader" / "style.css").write_text("h1 { color: rebeccapurple; }", "utf-8")
        wait_for(brief, "rebeccapurple")
        shutil.rmtree(tmp_path / "templates")
        wait_for(brief, "14.5", without="rebeccapurple")
