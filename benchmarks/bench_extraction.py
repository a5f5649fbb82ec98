"""`make bench-extraction`: characters a second from article to facts on one core, beside `jieba.posseg` alone.

The corpus is at least three million characters: the pages of seeds/ again and again, with their numbers and the
names of months varied, so that no cache of whole sentences helps. Memory must stay flat as it grows. Time is the
processor's, not the clock's: other work on the machine slows it down a little, but does not count.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reporter import lexicon, reading  # noqa: E402
from reporter.extraction import Extractor  # noqa: E402
from reporter.model import Article, Page  # noqa: E402


def corpus(characters: int) -> Iterator[Page]:
    """Pages of articles, varied, until there are so many characters."""
    pages = [reading.read(item) for item in reading.find([str(ROOT / "seeds")])]
    dice = random.Random(1)
    made, number = 0, 0
    while made < characters:
        for page in pages:
            number += 1
            articles = tuple(varied(article, number, dice) for article in page.articles)
            made += sum(size(article) for article in articles)
            yield replace(page, source=replace(page.source, name=f"{number}.txt"), articles=articles)


def varied(article: Article, number: int, dice: random.Random) -> Article:
    """The same article with other digits of the same length."""

    def other(match: re.Match[str]) -> str:
        return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in match[0][1:])

    paragraphs = tuple(
        replace(
            paragraph,
            located=replace(paragraph.located, text=re.sub(r"\d{2,3}(?=[家个项亿万])", other, paragraph.text)),
        )
        for paragraph in article.paragraphs
    )
    return replace(article, id=f"{article.id}-{number}", source=f"{number}.txt", paragraphs=paragraphs)


def size(article: Article) -> int:
    """Characters of an article."""
    return sum(len(paragraph.text) for paragraph in article.paragraphs)


def memory() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=3_000_000)
    parser.add_argument("--reference", type=int, default=300_000, help="characters that jieba.posseg is given")
    given = parser.parse_args()
    extractor = Extractor(lexicon.load())
    for page in corpus(50_000):
        extractor.page(page)
    before = memory()
    taken = done = articles = facts = 0
    for page in corpus(given.characters):
        began = time.process_time()
        found = extractor.page(page)
        taken += time.process_time() - began  # type: ignore[assignment]
        done += sum(size(article) for article in page.articles)
        articles += len(page.articles)
        facts += len(found.facts)
    ours = done / taken
    print(f"{done:,} characters, {articles:,} articles, {facts:,} facts")
    print(f"article to facts        {ours:12,.0f} characters/s")
    print(f"memory                  {before:12.0f} MB before, {memory():.0f} MB after")

    import jieba.posseg

    text = [paragraph.text for page in corpus(given.reference) for one in page.articles for paragraph in one.paragraphs]
    list(jieba.posseg.cut(text[0]))
    began = time.process_time()
    for words in text:
        list(jieba.posseg.cut(words))
    reference = sum(map(len, text)) / (time.process_time() - began)
    print(f"jieba.posseg, tags only {reference:12,.0f} characters/s; ours is {ours / reference:.2f} times as fast")


if __name__ == "__main__":
    main()
