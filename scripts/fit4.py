"""Fits the weights of the evidence for joins: `fit_joints.py [--articles DIR]… [--out FILE]`.

Pages are scrambled from clean articles (a .txt each; by default tests/reading/articles), the evidence of every pair
is gathered as reading gathers it, and the weights are those under which the true order of the pages is likeliest.
The likelihood of an order among all orders (each block at most one successor and one predecessor) has no closed
form; the Bethe approximation of its normaliser is a fixed point of two short updates, and its gradient is the evidence
of the true pairs less that of all pairs, each by its approximate probability. Never fit on what you report.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
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
from reporter.reading.lines import plain_lines
from tests.reading.scramble import FOLDER, Scrambled, harsh, head_length, press, scramble

MANNERS = ("head", "subhead", "closed", "comma", "open")
_EASE = 0.0005


@dataclass
class Sample:
    """A page: the evidence of each pair that is possible at all, and which of them are true."""

    size: int
    manner: Any
    rows: Any
    columns: Any
    values: Any
    true: Any


def clean_articles(folders: list[Path]) -> list[list[str]]:
    """The articles of some folders, each a list of lines."""
    return [
        [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
    ]


def sample(made: Scrambled) -> Sample | None:
    """The evidence of a page, with the subjects as reading would know them."""
    marked, heads = mark(plain_lines(made.text))
    if [item.text for item in marked] != made.lines:
        return None
    nodes, places = assembling._nodes(marked, heads)
    if len(nodes) < 3:
        return None
    node_of = {place: k for k, place in enumerate(places) if place >= 0}
    for k, place in enumerate(places):
        if place < 0:
            head = heads[-1 - place]
            node_of |= dict.fromkeys(head.kickers + head.titles + head.bylines, k)
    pairs = {(node_of[a], node_of[b]) for a, b in made.pairs if a in node_of and b in node_of}
    pairs = {(a, b) for a, b in pairs if a != b}
    if len({a for a, _ in pairs}) < len(pairs) or len({b for _, b in pairs}) < len(pairs):
        return None
    evidence = Evidence(nodes)
    scores, found = order.settled(evidence)
    known = {i: j for i, j in found.items() if scores[i, j] >= order.SURE}
    subjects = evidence.subjects(known)
    rows, columns, values = [], [], []
    for i in range(len(nodes)):
        table, span = evidence.table(i, subjects), evidence.span(i)
        for k in np.flatnonzero(table[:, 0]):
            rows.append(i)
            columns.append(span[k])
            values.append(table[k])
    if not rows:
        return None
    true = np.array([(i, j) in pairs for i, j in zip(rows, columns, strict=True)], dtype=float)
    manner = np.array([MANNERS.index(nodes[i].manner) for i in rows])
    return Sample(len(nodes), manner, np.array(rows), np.array(columns), np.array(values, dtype=np.float32), true)


def loss(weights: Any, samples: list[Sample], prior: Any) -> tuple[float, Any]:
    """Minus the approximate log likelihood of the true orders, and its gradient."""
    table = weights.reshape(len(MANNERS), len(COLUMNS))
    total, gradient = 0.0, np.zeros_like(table)
    for page in samples:
        scores = np.einsum("ij,ij->i", page.values, table[page.manner])
        total, share = total - float(page.true @ scores), chances(page.size, page.rows, page.columns, scores)
        total += share[0]
        wrong = (share[1] - page.true)[:, None] * page.values
        np.add.at(gradient, page.manner, wrong)
    off = table - prior
    total = total / len(samples) + _EASE * float((off**2).sum())
    return total, (gradient / len(samples) + 2 * _EASE * off).ravel()


def start() -> Any:
    """The weights as they are now."""
    rows = joint_weights()
    return np.array([[rows[manner].get(name, 0.0) for name in COLUMNS] for manner in MANNERS])


def fit(samples: list[Sample]) -> Any:
    """The weights under which the true orders are likeliest."""
    first = start()
    prior = np.zeros_like(first)
    found = minimize(loss, first.ravel(), args=(samples, prior), jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return found.x.reshape(first.shape)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, action="append", help="a folder of clean articles")
    parser.add_argument("--pages", type=int, default=300, help="pages of each generator")
    parser.add_argument("--first", type=int, default=100_000, help="seed of the first page")
    parser.add_argument("--out", type=Path, help="write the weights here instead of to standard output")
    options = parser.parse_args()
    samples = []
    for folder in options.articles or [FOLDER]:
        articles = [lines for lines in clean_articles([folder]) if head_length(lines)]
        for seed in range(options.first, options.first + options.pages):
            samples.append(sample(scramble(articles, seed + 50_000)))
            samples += [sample(make(articles, seed)) for make in (scramble, harsh, press)]
    table = fit([one for one in samples if one is not None])
    lines = []
    for manner, row in zip(MANNERS, table, strict=True):
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
