"""All scores: labelled pages, sentences by construction, and items; `make score`.

usage: run.py [--labels DIR] [--wrong]; further labels also from REPORTER_LABELS.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import score
import score_sentences
from tally import table


def main() -> None:
    """Print one table after another; with --wrong the misses after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, action="append", default=[], help="another folder of labels")
    parser.add_argument("--sources", type=Path, default=score.SEEDS, help="where the labelled pages are")
    parser.add_argument("--wrong", action="store_true", help="print every miss")
    options = parser.parse_args()
    further = [Path(entry) for entry in os.environ.get("REPORTER_LABELS", "").split(os.pathsep) if entry]
    folders = [score.HERE / "pages", *options.labels, *further]

    tallies, joins = score.run(folders, [options.sources])
    print(score.joins_table(joins), table("figures of pages", tallies), sep="\n\n")
    if options.wrong:
        for name in tallies:
            print(*joins[name].misses, *tallies[name].misses, sep="\n")

    groups = score_sentences.run()
    print("\n" + table("figures of sentences", groups))
    if options.wrong:
        for tally in groups.values():
            print(*tally.misses, sep="\n")

    if find_spec("score_items"):
        items = import_module("score_items")
        if hasattr(items, "report"):
            print("\n" + items.report(folders, [options.sources]))


if __name__ == "__main__":
    main()
