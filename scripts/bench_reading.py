"""Measures how well and how fast reading puts scrambled pages together again: `make bench-reading`.

Prints one line a measure: joins right and wrong on generated pages (all, and the hard ones: cut or set apart), articles
that came back whole, and the time for one megabyte of text.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import itertools

from reporter import reading
from tests.reading.scramble import Scrambled, clean_articles, interleaved, press, scramble


def pairs_of(page) -> set[tuple[int, int]]:
    """The pairs of lines that stand next to each other in the articles of a page."""
    found: set[tuple[int, int]] = set()
    for article in page.articles:
        if article.kind == "article":
            order = [block for paragraph in article.paragraphs for block in paragraph.blocks]
            found |= set(itertools.pairwise(order))
    return found


def read(made: Scrambled, name: str = "page.txt"):
    """The page as the product reads it."""
    return reading.read(reading.Input(name, name, content=made.text.encode("utf-8")))


def quality(pages: int, first: int, verbose: bool, make=scramble) -> Counter:
    """Counts over generated pages."""
    articles = clean_articles()
    tally: Counter = Counter()
    for seed in range(first, first + pages):
        made = make(articles, seed)
        page = read(made)
        assert [b.text for b in page.source.blocks] == made.lines, seed
        found = pairs_of(page)
        truth, hard = made.pairs, made.hard
        tally["true"] += len(truth)
        tally["right"] += len(truth & found)
        tally["given"] += len(found)
        tally["wrong"] += len(found - truth)
        tally["hard"] += len(hard)
        tally["hard right"] += len(hard & found)
        tally["far given"] += sum(b != a + 1 for a, b in found)
        tally["far wrong"] += sum(b != a + 1 for a, b in found - truth)
        titles = {title for title in made.titles if title}
        tally["titles"] += len(titles)
        tally["titles right"] += len(titles & {article.title for article in page.articles})
        if verbose and (truth - found or found - truth):
            print(f"--- page {seed}", "titles missing:", titles - {a.title for a in page.articles})
            for a, b in sorted(truth - found):
                print(f"   missed {a}→{b} …{made.lines[a][-16:]} ┃ {made.lines[b][:16]}…")
            for a, b in sorted(found - truth):
                print(f"   WRONG  {a}→{b} …{made.lines[a][-16:]} ┃ {made.lines[b][:16]}…")
    return tally


def report(tally: Counter) -> None:
    """The figures in words."""
    print(f"joins right        {tally['right'] / tally['true']:.4f}  ({tally['right']} of {tally['true']})")
    hard, of = tally["hard right"], tally["hard"]
    print(f"hard joins right   {hard / max(1, of):.4f}  ({hard} of {of})")
    for name, wrong, given in (("joins wrong    ", "wrong", "given"), ("far joins wrong", "far wrong", "far given")):
        print(f"{name}    {tally[wrong] / max(1, tally[given]):.4f}  ({tally[wrong]} of {tally[given]} given)")
    print(f"headlines right    {tally['titles right'] / tally['titles']:.4f}")


def speed() -> None:
    """One megabyte of text in pages, and a single page of 2,000 blocks."""
    articles = clean_articles()
    pages, size, seed = [], 0, 0
    while size < 1_000_000:
        pages.append(scramble(articles, seed))
        size += len(pages[-1].text.encode("utf-8"))
        seed += 1
    read(pages[0])
    start = time.perf_counter()
    for made in pages:
        read(made)
    print(f"1 MB in {len(pages)} pages   {time.perf_counter() - start:.2f} s")
    for blocks in (500, 2000):
        lines = [line for k in range(1000) for line in scramble(articles, k).lines][:blocks]
        start = time.perf_counter()
        reading.read(reading.Input("one.txt", "one.txt", content="\n\n".join(lines).encode()))
        print(f"one page of {blocks} blocks   {time.perf_counter() - start:.2f} s")
    whole = "\n\n".join(made.text for made in pages).encode()
    start = time.perf_counter()
    reading.read(reading.Input("whole.txt", "whole.txt", content=whole))
    print(f"1 MB in one page   {time.perf_counter() - start:.2f} s")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="seed of the first page")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    options = parser.parse_args()
    for name, make in (
        ("cut and mixed", scramble),
        ("set in columns, a few of them astray", press),
        ("paragraph by paragraph", interleaved),
    ):
        print(f"{options.pages} pages, {name}")
        report(quality(options.pages, options.first, options.verbose, make))
    if not options.no_speed:
        speed()


if __name__ == "__main__":
    main()
