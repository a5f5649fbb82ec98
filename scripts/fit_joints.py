"""Fits the weights of the evidence for joins: `fit_joints.py [--labels DIR]… [--articles DIR]… [--real DIR]…`.

Pages are scrambled from clean articles (labelled pages put in order, by default those of tests/eval/pages; or folders
with a .txt an article), the evidence of every pair is gathered as reading gathers it, and the weights are those under
which the true order of the pages is likeliest. Never fit on what you report: bench_reading scrambles
tests/reading/articles, so those stay out of the fit.

Labelled pages can also be learnt from as they stand (`--real`), since the press cuts its columns elsewhere than the
generators do. They are few: the weights that generated pages ask for are found first, and those that real pages ask for
beside them, each counting for several, may not be far from those. With `--beside` the first weights are those in use,
so that new real pages move them a little without all being fitted anew.

The likelihood of an order among all orders (each block at most one successor and one predecessor) has no closed
form; the Bethe approximation of its normaliser is a fixed point of two short updates, and its gradient is the evidence
of the true pairs less that of all pairs, each by its approximate probability.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from scipy.optimize import minimize

from reporter.lexicon.joints import joint_weights
from reporter.reading import articles as assembling
from reporter.reading import order
from reporter.reading.blocks import mark
from reporter.reading.chances import chances
from reporter.reading.evidence import COLUMNS, Evidence
from reporter.reading.inputs import Input
from reporter.reading.lines import of_fit_length, plain_lines
from reporter.reading.marked import Head, Marked
from reporter.reading.pages import extract
from tests.reading.scramble import Scrambled, harsh, head_length, interleaved, press, scramble

ROOT = Path(__file__).resolve().parents[1]
MANNERS = ("head", "subhead", "closed", "comma", "open")
BY_HAND = {
    ("head", "headline_words"): 0.45,  # generated pages never part a headline from its first paragraph
    ("closed", "series"): 1.80,
    ("closed", "entry_next"): 2.00,
    ("closed", "turns_off"): -3.00,
    ("comma", "time_again"): -1.50,
    ("open", "time_again"): -1.50,
    ("open", "called"): 2.50,
    ("open", "call_waits"): -3.16,
    **{(manner, "same_speaker"): 0.80 for manner in ("head", "closed", "comma", "open")},
    **{(manner, "other_speaker"): -4.00 for manner in ("head", "closed", "comma", "open")},
}
"""Weights that generated pages cannot tell."""
_MAKERS = (scramble, harsh, press, interleaved)
"""The generators; the last, rarer in newspapers, makes half as many pages."""
REAL_COUNTS = 7.0
_EASE = 0.0002
_EASE_BESIDE = 0.006
"""How dear it is that a weight is far from nothing; and from that of generated pages."""
_SHORTEST_ARTICLE = 250
_AT_ONCE = 25


@dataclass
class Sample:
    """A page: the evidence of each pair that is possible at all, and which of them are true."""

    size: int
    rows: Any
    columns: Any
    true: Any
    values: list[tuple[int, Any, Any]]  # manner, the numbers of its pairs, their evidence
    counts: float = 1.0  # for so many pages


def clean_articles(folder: Path) -> list[list[str]]:
    """The articles of a folder, a .txt each."""
    texts = [path.read_text(encoding="utf-8").split("\n") for path in sorted(folder.glob("*.txt"))]
    return [[line for line in lines if line.strip()] for lines in texts]


def labelled_articles(folder: Path) -> list[list[str]]:
    """The articles of labelled pages in order."""
    return [lines for path in sorted(folder.glob("*.articles.json")) for lines in _in_order(path)]


def _page_of(labels: Path, name: str) -> Path | None:
    """The page that some labels are of: it stands beside them, in DIR for DIR-gold, or in seeds/."""
    folders = (labels.parent, labels.parent.with_name(labels.parent.name.removesuffix("-gold")), ROOT / "seeds")
    found = (page for place in folders for page in place.glob(f"{name}*") if page.suffix in {".txt", ".md"})
    return next(found, None)


def _in_order(path: Path) -> Iterator[list[str]]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    found = _page_of(path, gold["seed"])
    if found is None:
        return
    text = found.read_text(encoding="utf-8").replace("</p><p>", "</p>\n<p>")
    page = [re.sub("<[^>]+>", "", line).strip(" #\r") for line in text.split("\n")]
    for article in gold["articles"]:
        lines: list[str] = []
        for number, goes_on in article["blocks"]:
            if goes_on and lines:
                lines[-1] += page[number - 1]
            elif page[number - 1]:
                lines.append(page[number - 1])
        if article["kind"] == "article" and len(lines) > 2 and sum(map(len, lines)) >= _SHORTEST_ARTICLE:
            yield lines


def sample(made: Scrambled) -> Sample | None:
    """The evidence of a page, with the subjects as reading would know them."""
    marked, heads = mark(plain_lines(made.text))
    return evidence_of(marked, heads, made.pairs) if [item.text for item in marked] == made.lines else None


def real(path: Path) -> Sample | None:
    """The evidence of a labelled page as it stands."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    page = _page_of(path, gold["seed"])
    if page is None:
        return None
    found = extract(Input(page.name, page.name), page.read_bytes())
    marked, heads = mark(list(of_fit_length(found.lines)), titled=bool(found.meta.title))
    starts = [item.line.located.segments[0][1] for item in marked]
    breaks = [found.text.count("\n", 0, at) + found.text.count("</p><p>", 0, at) for at in starts]
    block_of = {number: k for k, number in enumerate(breaks)}
    orders = [[block_of[n - 1] for n, _ in article["blocks"] if n - 1 in block_of] for article in gold["articles"]]
    return evidence_of(marked, heads, {pair for order in orders for pair in itertools.pairwise(order)})


def evidence_of(marked: list[Marked], heads: list[Head], order_of_blocks: set[tuple[int, int]]) -> Sample | None:
    """The evidence of a page whose blocks and their true order are known."""
    nodes, places = assembling._nodes(marked, heads)
    if len(nodes) < 3:
        return None
    node_of = {place: k for k, place in enumerate(places) if place >= 0}
    for k, place in enumerate(places):
        if place < 0:
            head = heads[-1 - place]
            node_of |= dict.fromkeys(head.kickers + head.titles + head.bylines, k)
    pairs = {(node_of[a], node_of[b]) for a, b in order_of_blocks if a in node_of and b in node_of}
    pairs = {(a, b) for a, b in pairs if a != b}
    if len({a for a, _ in pairs}) < len(pairs) or len({b for _, b in pairs}) < len(pairs):
        return None
    evidence = Evidence(nodes)
    scores, found = order.settled(evidence)
    subjects = evidence.subjects(order.known(evidence, scores, found))
    rows, columns, values = [], [], []
    for i, table in enumerate(evidence.tables(subjects)):
        for j in np.flatnonzero(table[:, 0]):
            rows.append(i)
            columns.append(j)
            values.append(table[j])
    if not rows:
        return None
    true = np.array([(i, j) in pairs for i, j in zip(rows, columns, strict=True)], dtype=float)
    manner = np.array([MANNERS.index(nodes[i].manner) for i in rows])
    table = np.array(values)
    parts = [(m, np.flatnonzero(manner == m)) for m in range(len(MANNERS))]
    by_manner = [(m, places, table[places]) for m, places in parts if len(places)]
    return Sample(len(nodes), np.array(rows), np.array(columns), true, by_manner)


def samples(task: tuple[list[list[str]], int, int]) -> list[Sample]:
    """The pages that each generator makes of some articles with the seeds from the first up to the last."""
    articles, first, last = task
    makers = ((make, seed) for seed in range(first, last) for make in _MAKERS[: len(_MAKERS) - seed % 2])
    made = (sample(make(articles, seed)) for make, seed in makers)
    return [one for one in made if one is not None]


_SAMPLES: list[Sample] = []


def _loss_of(task: tuple[int, int, Any]) -> tuple[float, Any]:
    """Minus the approximate log likelihood of the true orders of every so-and-so-many-th page, and its gradient."""
    first, step, table = task
    total, gradient = 0.0, np.zeros_like(table)
    for page in _SAMPLES[first::step]:
        scores = np.empty(len(page.rows))
        for manner, places, values in page.values:
            scores[places] = values @ table[manner]
        weight, share = chances(page.size, page.rows, page.columns, scores)
        total += page.counts * (weight - float(page.true @ scores))
        wrong = page.counts * (share - page.true)
        for manner, places, values in page.values:
            gradient[manner] += wrong[places] @ values
    return total, gradient


def start() -> Any:
    """The weights as they are now."""
    rows = joint_weights()
    return np.array([[rows[manner].get(name, 0.0) for name in COLUMNS] for manner in MANNERS])


def fit(pages: list[Sample], jobs: int, known: Any = None) -> Any:
    """The weights under which the true orders are likeliest, not far from nothing, or from those that are known."""
    _SAMPLES[:] = pages
    first = start() if known is None else known
    near, ease = (np.zeros(first.shape), _EASE) if known is None else (known, _EASE_BESIDE)
    fixed = np.zeros(first.shape, dtype=bool)
    for (manner, name), weight in BY_HAND.items():
        at = MANNERS.index(manner), COLUMNS.index(name)
        first[at], fixed[at] = weight, True
    whole = sum(page.counts for page in pages)
    with Pool(jobs) as pool:

        def loss(weights: Any) -> tuple[float, Any]:
            table = weights.reshape(first.shape)
            found = pool.map(_loss_of, [(k, jobs, table) for k in range(jobs)])
            total = sum(part for part, _ in found) / whole + ease * float(((table - near) ** 2).sum())
            gradient = sum(part for _, part in found) / whole + 2 * ease * (table - near)
            gradient[fixed] = 0.0
            return total, gradient.ravel()

        found = minimize(loss, first.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200, "ftol": 1e-7})
    sys.stderr.write(f"{len(pages)} pages, {found.nit} steps, {found.fun:.4f} a page\n")
    return found.x.reshape(first.shape)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, action="append", help="a folder of labelled pages")
    parser.add_argument("--articles", type=Path, action="append", help="a folder of clean articles")
    parser.add_argument("--real", type=Path, action="append", help="labelled pages to learn from as they stand")
    parser.add_argument("--counts", type=float, default=REAL_COUNTS, help="pages that each of those counts for")
    parser.add_argument("--pages", type=int, default=300, help="pages of each folder and generator")
    parser.add_argument("--first", type=int, default=100_000, help="seed of the first page")
    parser.add_argument("--beside", action="store_true", help="stay near the weights as they are, do not fit anew")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path, help="write the weights here instead of to standard output")
    options = parser.parse_args()
    labels = options.labels or ([] if options.articles else [ROOT / "tests" / "eval" / "pages"])
    collections = [[lines for folder in labels for lines in labelled_articles(folder)]]
    collections += [clean_articles(folder) for folder in options.articles or []]
    kept = [[lines for lines in articles if 0 < head_length(lines) < len(lines)] for articles in collections]
    ends = range(options.first, options.first + options.pages, _AT_ONCE)
    tasks = [(articles, first, first + _AT_ONCE) for articles in kept if len(articles) > 3 for first in ends]
    with Pool(options.jobs) as pool:
        pages = [one for found in pool.map(samples, tasks, chunksize=1) for one in found]
        labelled = [path for folder in options.real or [] for path in sorted(folder.glob("*.articles.json"))]
        stood = [one for one in pool.map(real, labelled, chunksize=4) if one is not None]
    found = start() if options.beside else fit(pages, options.jobs)
    if stood:
        found = fit([*pages, *(replace(one, counts=options.counts) for one in stood)], options.jobs, found)
    lines = []
    for manner, row in zip(MANNERS, found, strict=True):
        lines += [
            f"\n[{manner}]",
            *(f"{name} = {value:.2f}" for name, value in zip(COLUMNS, row, strict=True) if abs(value) >= 0.005),
        ]
    text = "\n".join(lines) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
