"""Setting the benchmark's documents once more in this process, warm and on one core: ours and typst's, and our profile.

What is compared is the same brief: its headings, paragraphs, lists and tables, in the same typefaces. The words go to
typst without links, marks of evidence in place, and design; so typst does less.
"""

from __future__ import annotations

import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WARMING = 4  # documents, one for each audience
_HEADINGS = {"h1": "= ", "h2": "== ", "h3": "=== "}
_SET = """#set page("a4", margin: 25mm, numbering: "1 / 1")
#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh")
#set par(justify: true)
#show heading: set text(font: "Noto Sans CJK SC")
#show table: set text(font: "Noto Sans CJK SC", size: 8.5pt)
"""

# Where a moment of ours belongs: the first of these that is among the functions under way, from the innermost on.
_PARTS = (
    ("gc", ("rendering/tuning.py:tidy",)),
    ("composing", ("reporter/briefing/",)),
    ("templates", ("jinja2/", ".j2", "rendering/html.py", "rendering/filters.py", "rendering/citations.py")),
    ("last touches", ("rendering/typeset.py", "reporter/language/")),
    ("HTML parser", ("tinyhtml5/",)),
    ("style sheets", ("rendering/cascade.py", "weasyprint/css/", "cssselect2/", "tinycss2/")),
    (
        "fonts",
        ("weasyprint/pdf/fonts.py", "weasyprint/text/fonts.py", "rendering/tuning.py:_cut", "rendering/outlines.py"),
    ),
    ("shaping, line ends", ("rendering/glyphs.py", "rendering/setting.py", "rendering/lines.py", "weasyprint/text/")),
    ("PDF writing", ("pydyf/", "weasyprint/pdf/")),
    ("drawing", ("weasyprint/draw/", "weasyprint/stacking.py", "rendering/justify.py:_draw", "weasyprint/svg/")),
    ("box tree", ("weasyprint/formatting_structure/build.py",)),
    ("layout", ("weasyprint/layout/",)),
)  # fmt: skip


class Shares:
    """Where the time of this process goes, by looking a few hundred times a second at what is under way."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> Shares:
        self._before = signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, 0.002, 0.002)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, self._before)

    def _look(self, _: int, frame: Any) -> None:
        while frame is not None:
            place = f"{frame.f_code.co_filename}:{frame.f_code.co_name}"
            for part, marks in _PARTS:
                if any(mark in place for mark in marks):
                    self.counts[part] += 1
                    return
            frame = frame.f_back
        self.counts["other"] += 1

    def __str__(self) -> str:
        total = sum(self.counts.values()) or 1
        return ", ".join(f"{part} {count / total:.0%}" for part, count in self.counts.most_common())


def ours(renderer: Any, tasks: list[Any]) -> tuple[float, Shares]:
    """Processor seconds a document for composing and setting PDFs, and where they go; the first tasks only warm up."""
    from reporter.build.documents import attachments, compose

    def make(some: list[Any]) -> None:
        for task in some:
            brief = compose(task)
            renderer.pdf(brief, attachments(brief))

    make(tasks[:WARMING])
    start = time.process_time()
    with Shares() as shares:
        make(tasks[WARMING:])
    return (time.process_time() - start) / len(tasks[WARMING:]), shares


def typst(files: list[Path]) -> float | None:
    """Processor seconds a document for the same documents with typst, after the same warming; None without it."""
    try:
        from typst import Compiler
    except ImportError:
        return None
    sources = [markup(file) for file in files]
    compiler = Compiler()  # looks for the fonts once
    for source in sources[:WARMING]:
        compiler.compile(source)
    start = time.process_time()
    for source in sources[WARMING:]:
        compiler.compile(source)
    return (time.process_time() - start) / len(sources[WARMING:])


def markup(file: Path) -> bytes:
    """A document of ours as one of typst's."""
    from lxml import html

    tree = html.fromstring(file.read_text("utf-8"))
    return (_SET + "\n\n".join(_blocks(tree.find("body")))).encode()


def _blocks(node: Any) -> Iterator[str]:
    for child in node:
        if not isinstance(child.tag, str) or child.tag in {"style", "script", "svg"}:
            continue
        if child.tag == "table":
            rows = [list(row.iter("th", "td")) for row in child.iter("tr")]
            columns = max(map(len, rows), default=1)
            cells = [f"[{_plain(cell)}]" for row in rows for cell in row + [None] * (columns - len(row))]
            yield f"#table(columns: {columns}, stroke: none, {', '.join(cells)})"
        elif child.tag in _HEADINGS:
            yield _HEADINGS[child.tag] + _plain(child)
        elif child.tag in {"p", "li"} or not len(child):
            if words := _plain(child):
                yield f"- {words}" if child.tag == "li" else words
        else:
            yield from _blocks(child)


def _plain(node: Any) -> str:
    words = "" if node is None else re.sub(r"\s+", " ", node.text_content()).strip()
    return re.sub(r"([\\#$*_`<>@\[\]~=+/-])", r"\\\1", words)
