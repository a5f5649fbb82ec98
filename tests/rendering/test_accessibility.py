"""The HTML of every audience in a real browser: WCAG A and AA by axe-core, phones, keyboards, no script.

Skipped where there is no playwright, no Chromium or no axe-core. The development tools bring the first and the last
where they can be had; `AXE` may name another axe.min.js.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from reporter.briefing import compose, compose_overview, load_audience
from reporter.build.index import index_page
from reporter.build.manifest import Made, ZoneEntry
from reporter.rendering.html import HtmlRenderer
from tests.briefing.sample import ZONE, sample

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
RENDERER = HtmlRenderer([BUILT_IN])


def _axe() -> Path:
    packaged = find_spec("axe_playwright_python")
    folder = Path(packaged.origin).parent if packaged and packaged.origin else Path("node_modules/axe-core")
    return Path(os.environ.get("AXE", folder / "axe.min.js"))


AXE = _axe()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = ("leader", "investor", "analyst", "public", "overview", "index")
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


# Marks of evidence that stand on another line than the character before or a closing mark behind them.
_LINE_STARTS = """() => {
  const middle = (box) => (box.top + box.bottom) / 2;
  const at = (node, i) => {
    const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
    return middle(range.getBoundingClientRect());
  };
  const found = [], texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
  for (const button of document.querySelectorAll("sup.cite button")) {
    const i = texts.indexOf(button.firstChild), own = middle(button.getBoundingClientRect());
    const before = texts[i - 1], after = texts[i + 1], block = button.closest("p,li,td,th,h1,.item,.card") || button.closest("div");
    if (block.contains(before) && Math.abs(at(before, before.data.length - 1) - own) > 14) found.push(before.data);
    if (block.contains(after) && /^[，。；：、！？）》”]/.test(after.data) && Math.abs(at(after, 0) - own) > 14)
      found.push(after.data);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install playwright")
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync.sync_playwright() as machine:
        try:
            opened = machine.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        except sync.Error as error:  # one that is shut up in a box of its own, as Ubuntu's snap is
            pytest.skip(f"Chromium does not start here: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each page, written to a folder."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, str] = {}
    for name in PAGES[:-1]:
        audience = load_audience(name, [BUILT_IN])
        brief = compose_overview(sample(), audience) if audience.overview else compose(sample(), ZONE.name, audience)
        made[name] = RENDERER.html(brief)
    links = [
        Made(f"{ZONE.name}/{ZONE.name}-领导参阅.{form}", {}, "0", ZONE.name, "leader", form, title="领导参阅")
        for form in ("html", "pdf")
    ]
    made["index"] = index_page(links, [ZoneEntry(ZONE.name, ZONE.type.value, ZONE.province, "", 9, 1)])
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def opened(browser: Any, address: str, width: str, **more: Any) -> Any:
    wide, high = WIDTHS[width]
    page = browser.new_context(viewport={"width": wide, "height": high}, bypass_csp=True, **more).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize(("width", "colours"), [("desktop", "light"), ("phone", "dark")])  # each of both once
@pytest.mark.parametrize("name", PAGES)
def test_no_violation_of_wcag(browser: Any, pages: dict[str, str], name: str, width: str, colours: str) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core: pip install axe-playwright-python, or name its axe.min.js in AXE")
    page = opened(browser, pages[name], width, color_scheme=colours)
    page.add_script_tag(content=AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    rules = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    page.context.close()
    assert [(one["id"], one["nodes"][0]["html"][:160], one["nodes"][0]["failureSummary"]) for one in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_one_way_only(browser: Any, pages: dict[str, str], name: str) -> None:
    page = opened(browser, pages[name], "phone")
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.context.close()
    assert over <= 0


@pytest.mark.parametrize("name", PAGES[:4])
def test_no_line_begins_with_a_mark_of_evidence_or_what_follows_it(
    browser: Any, pages: dict[str, str], name: str
) -> None:
    page = opened(browser, pages[name], "phone")
    for width in range(300, 420, 15):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(_LINE_STARTS) == [], width
    page.context.close()


@pytest.mark.parametrize("name", PAGES[:4])
def test_evidence_opens_and_closes_by_keyboard_without_script(browser: Any, pages: dict[str, str], name: str) -> None:
    page = opened(browser, pages[name], "desktop", java_script_enabled=False)
    mark = page.locator("main sup.cite button, header sup.cite button").first
    mark.focus()
    page.keyboard.press("Enter")
    shown = page.locator(f"#{mark.get_attribute('popovertarget')}")
    assert shown.is_visible()
    assert shown.locator("mark").count() >= 1
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_everything_can_be_read_without_script(browser: Any, pages: dict[str, str], name: str) -> None:
    read = []
    for script in (True, False):
        page = opened(browser, pages[name], "desktop", java_script_enabled=script)
        page.evaluate("document.getElementById('search')?.remove()")  # of use only with a script, and hidden without
        read.append(page.locator("body").inner_text())
        page.context.close()
    assert ZONE.name in read[0]
    assert read[0] == read[1]
