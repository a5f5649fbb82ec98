"""`make bench`: the build against what users would do instead, as ratios in one run.

    ours           reporter build, cold: all zones of seeds/ × four audiences, PDF
    no-op          the same again, nothing changed
    one article    after one article changed          one style      after one audience's style changed
    weasyprint     one `weasyprint` process per document, on the HTML that our engine is given
    chromium       one headless Chromium process per document, printing the same HTML
    chromium open  one Chromium kept open, two pages at work          (needs the package playwright)
    one core       ours and typst's once more, warm, in one process: processor time per document; where ours goes
                                                                      (typst needs the package typst)
    scaling        generated zones, 10 to 3,000 documents: time per document and peak memory

Each of the others runs on a sample of documents and is scaled to all; they run on both cores like ours (two processes
at a time). Machines are noisy: read ratios, not seconds. Usage: bench_build.py [--quick]
"""

from __future__ import annotations

import argparse
import concurrent.futures
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import oneself  # noqa: E402
from benchmarks.pages import write_pages  # noqa: E402

if TYPE_CHECKING:
    from reporter.build.documents import Task
    from reporter.rendering.renderer import Renderer

AUDIENCES = ("leader", "investor", "analyst", "public")
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def reporter(*arguments: str | Path) -> tuple[float, float]:
    """Run the command; seconds of wall time, and the parent's peak memory in MB."""
    start = time.perf_counter()
    process = psutil.Popen(
        [sys.executable, "-m", "reporter", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    peak = 0
    while process.poll() is None:
        try:
            peak = max(peak, process.memory_info().rss)
        except psutil.Error:
            break
        time.sleep(0.02)
    _, errors = process.communicate()
    if process.returncode:
        sys.exit(f"reporter failed: {errors.decode()}")
    return time.perf_counter() - start, peak / 1e6


def sample(pages: Path, folder: Path, count: int) -> tuple[Renderer, list[Task], list[Path]]:
    """Documents of all audiences evenly: tasks for us, and files with what our engine is given for the others."""
    from reporter import config
    from reporter.build.collect import collect, survey
    from reporter.build.documents import Task, compose
    from reporter.build.plan import slices
    from reporter.build.run import prepare
    from reporter.build.store import pack
    from reporter.rendering.renderer import Renderer

    settings = config.Settings()
    audiences, kit = prepare(settings, AUDIENCES, ("pdf",))
    found, _ = survey([str(pages)], settings.lexicon)
    parts = slices(next(collect(found, settings.lexicon)))
    renderer = Renderer(kit.roots, kit.base, kit.fonts)
    pairs = [(zone, audience) for zone in parts for audience in audiences]
    step = max(1, len(pairs) // count) | 1  # odd, so that every audience has its turn
    tasks = [Task(zone, audience, (), pack(parts[zone]), kit) for zone, audience in pairs[::step][:count]]
    files: list[Path] = []
    for task in tasks:
        html = renderer.templates.print_html(compose(task))
        if kit.fonts:
            html = html.replace("</head>", f"<style>{kit.fonts.css()}</style></head>", 1)
        path = folder / f"{len(files):03d}.html"
        path.write_text(html, "utf-8")
        files.append(path)
    return renderer, tasks, files


def two_at_a_time(commands: list[list[str]]) -> float:
    """Wall seconds of running the commands, two processes at a time."""
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        done = pool.map(lambda command: subprocess.run(command, capture_output=True, check=False), commands)
        for result in done:
            if result.returncode:
                sys.exit(f"{result.args[0]} failed: {result.stderr.decode()[-400:]}")
    return time.perf_counter() - start


def chromium_open(browser: str, files: list[Path], folder: Path) -> float | None:
    """Wall seconds of printing with one browser, two pages at work; None without playwright."""
    try:
        import asyncio

        from playwright.async_api import async_playwright
    except ImportError:
        return None

    async def work() -> float:
        async with async_playwright() as play:
            chrome = await play.chromium.launch(executable_path=browser, args=CHROMIUM)
            queue = list(files)
            start = time.perf_counter()

            async def page() -> None:
                tab = await chrome.new_page()
                while queue:
                    file = queue.pop()
                    await tab.goto(file.as_uri())
                    await tab.pdf(path=str(folder / f"{file.stem}.pdf"), prefer_css_page_size=True)

            await asyncio.gather(page(), page())
            taken = time.perf_counter() - start
            await chrome.close()
            return taken

    return asyncio.run(work())


def against_others(quick: bool) -> None:
    """The table of ratios."""
    count = 6 if quick else 24
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        pages = work / "pages"
        shutil.copytree(ROOT / "seeds", pages)
        out = work / "out"
        build = ["build", pages, "--out", out, "-f", "pdf", "-q", *(f"--audience={one}" for one in AUDIENCES)]
        reporter(*build)  # warm caches of the system, of fonts and of byte code
        shutil.rmtree(out)
        cold, peak = reporter(*build)
        documents = len(list(out.rglob("*.pdf")))
        each = cold / documents
        rate = documents / cold / 2
        print(f"{documents} documents, {cold:.1f} s cold, {rate:.1f} documents/s/core, parent {peak:.0f} MB")
        row("ours, cold", each, each)
        noop, _ = reporter(*build)
        print(f"{'no-op build':<28}{noop:8.2f} s")
        page = sorted(pages.iterdir())[0]
        page.write_text(page.read_text("utf-8").replace("86家", "87家"), "utf-8")
        print(f"{'one article changed':<28}{reporter(*build)[0]:8.2f} s")
        own = work / "project"
        (own / "templates" / "leader").mkdir(parents=True)
        (own / "reporter.toml").write_text("")
        styled = [*build, "--config", own / "reporter.toml"]
        reporter(*styled)
        (own / "templates" / "leader" / "style.css").write_text(
            (ROOT / "templates" / "leader" / "style.css").read_text("utf-8") + "\n/* a change */\n", "utf-8"
        )
        print(f"{'one style changed':<28}{reporter(*styled)[0]:8.2f} s")

        renderer, tasks, files = sample(pages, work, count + oneself.WARMING)
        tool = [sys.executable, "-m", "weasyprint"]
        taken = two_at_a_time([[*tool, str(file), str(file.with_suffix(".wp.pdf"))] for file in files])
        row("weasyprint, a process each", taken / len(files), each)
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        if browser:
            commands = [
                [
                    browser,
                    *CHROMIUM,
                    f"--user-data-dir={work}/profile{index}",
                    f"--print-to-pdf={file.with_suffix('.cr.pdf')}",
                    file.as_uri(),
                ]
                for index, file in enumerate(files)
            ]
            row("chromium, a process each", two_at_a_time(commands) / len(files), each)
            taken_open = chromium_open(browser, files, work)
            if taken_open:
                row("chromium kept open, 2 pages", taken_open / len(files), each)
        one_core(renderer, tasks, files)


def one_core(renderer: Renderer, tasks: list[Task], files: list[Path]) -> None:
    """Ours against typst, document by document, and where our time goes."""
    mine, shares = oneself.ours(renderer, tasks)
    print(f"{'ours, warm, one core':<28}{mine:8.3f} s a document")
    theirs = oneself.typst(files)
    if theirs is None:
        print("typst: not compared, the package is not here (pip install --group bench)")
    else:
        print(f"{'typst, warm, one core':<28}{theirs:8.3f} s a document   ours is {mine / theirs:.2f} × as slow")
    print(f"where our time goes: {shares}")


def row(name: str, seconds: float, ours: float) -> None:
    """One line: seconds a document, and how many times ours."""
    print(f"{name:<28}{seconds:8.3f} s a document   {seconds / ours:6.2f} × ours")


def scaling(sizes: list[int]) -> None:
    """Time per document and the parent's memory over the number of documents."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            write_pages(work / "pages", size // 2)
            wall, peak = reporter(
                "build", work / "pages", "--out", work / "out", "-q", "-f", "pdf", "-a", "leader", "-a", "public"
            )
            made = len(list((work / "out").rglob("*.pdf")))
            print(f"{made:>6} documents {wall:8.1f} s {wall / made:8.3f} s a document, parent {peak:.0f} MB")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write_pages(work / "pages", 50)
        for jobs in (1, 2):
            arguments = ["build", work / "pages", "--out", work / f"out{jobs}", "-q", "-f", "pdf", "-a", "leader"]
            print(f"{jobs} workers: {reporter(*arguments, '--jobs', str(jobs))[0]:.1f} s for 50 documents")


def main() -> None:
    """Run all parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of half an hour")
    quick = parser.parse_args().quick
    against_others(quick)
    scaling([10, 100] if quick else [10, 100, 1000, 3000])


if __name__ == "__main__":
    main()
