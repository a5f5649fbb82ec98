"""All scores: labelled pages, sentences by construction, and items; `make score`.

usage: run.py [--labels DIR] [--wrong]; further labels also from REPORTER_LABELS.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import score
import score_items
import score_sentences
from tally import table

from reporter.build.export import fact_row

COLUMNS = ("labels", "facts", "precision", "recall", "F1", "zone", "title", "quote", "investment")


def items_of(folders: list[Path], sources: list[Path], misses: int) -> dict[str, dict[str, float]]:
    """People, companies, projects, policies, industries and rankings: the measures of each."""
    rows = []
    for labels in (labels for folder in folders for labels in score.labels_in(folder, [*sources, folder])):
        rows += [fact_row(fact) for fact in score_sentences.extractor().page(score.read(labels.path)).facts]
    return score_items.score(rows, folders, set(), misses)


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

    print(f"\n{'items of pages':28}" + " ".join(f"{name:>10}" for name in COLUMNS))
    for kind, row in items_of(folders, [options.sources], misses=99 if options.wrong else 0).items():
        print(f"{kind:28}" + " ".join(f"{row.get(name, ''):>10}" for name in COLUMNS))


if __name__ == "__main__":
    main()
