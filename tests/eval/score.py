"""The product against labelled pages: `python tests/eval/score.py [--labels DIR] [--sources DIR] [--wrong]`.

A label and a figure of the product are the same mention when their first numeral is the same character of the
source. Of the labelled figures that belong in a brief (core) a figure is right when value and unit, zone, metric,
period and status are; precision counts each figure of the product that meets a label: it must be a figure at all,
with the right value, unit and zone. Joins are neighbours in a labelled article that are neighbours in the product's.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import assembled
import match
from score_sentences import Given, extractor, given
from tally import DECIDING, Tally, table

from reporter.model import Article, Figure, Page

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or HTML paragraph of a source: its words, and where each of them stands."""

    text: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled figure; `at` is where its first numeral stands in the source."""

    row: dict
    at: int
    end: int


@dataclass(slots=True)
class Labels:
    """The labels of one page."""

    name: str
    path: Path
    lines: list[Line]
    articles: list[dict]
    zones: list[dict]
    figures: list[Labelled]


@dataclass(slots=True)
class Joins:
    """Neighbours: `hard` are those that stand apart on the page or are cut inside a sentence."""

    wanted: int = 0
    joined: int = 0
    hard: int = 0
    hard_joined: int = 0
    wrong: int = 0
    heads: int = 0
    heads_right: int = 0
    misses: list[str] = field(default_factory=list)


def labels_in(folder: Path, sources: Iterable[Path]) -> Iterator[Labels]:
    """The labelled pages of a folder whose source is at hand."""
    for path in sorted(folder.glob("*.articles.json")):
        name = path.name.split(".")[0]
        found = [
            file for place in sources for file in sorted(place.glob(f"{name}*.*")) if file.suffix in {".txt", ".html"}
        ]
        if found:
            yield _labels(name, found[0], folder)


def _labels(name: str, source: Path, folder: Path) -> Labels:
    lines = lines_of(source.read_bytes().decode("utf-8"))
    articles = json.loads((folder / f"{name}.articles.json").read_text("utf-8"))["articles"]
    zones = json.loads((folder / f"{name}.zones.json").read_text("utf-8"))
    texts = {article["id"]: _text(lines, article) for article in articles}
    figures = []
    for line in (folder / f"{name}.numbers.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text, places = texts[row["id"].rsplit("-", 1)[0]]
        start = text.find(row["before"] + row["text"] + row["after"])
        if start < 0:
            raise ValueError(f"{name}: {row['id']} is not in its article")
        start += len(row["before"])
        shown = row.get("text_fixed") or row["text"]
        low = text.rfind(shown, max(0, start - len(shown)), start + len(shown) + 2)
        if low >= 0 and row["kind"] in {"zone", "entity", "external"}:
            start, size = low, len(shown)
        else:
            size = len(row["text"])
        figures.append(
            Labelled(row, places[start + match.numeral_at(text[start : start + size])], places[start + size - 1] + 1)
        )
    return Labels(name, source, lines, articles, zones, figures)


def lines_of(raw: str) -> list[Line]:
    """The numbered lines of a source; an HTML paragraph is a line of its own, its markup left out."""
    marks = {m.end() - 3 for m in re.finditer("</p><p>", raw)} if "<p>" in raw else set()
    lines, start = [], 0
    for at in range(len(raw) + 1):
        if at == len(raw) or raw[at] == "\n" or at in marks:
            lines.append(_line(raw, start, at))
            start = at if at in marks else at + 1
    return lines


def _line(raw: str, start: int, end: int) -> Line:
    hidden = {i for m in _TAG.finditer(raw, start, end) for i in range(m.start(), m.end())}
    kept = [i for i in range(start, end) if i not in hidden]
    while kept and raw[kept[0]].isspace():
        kept.pop(0)
    while kept and raw[kept[-1]].isspace():
        kept.pop()
    return Line("".join(raw[i] for i in kept), tuple(kept))


def _text(lines: list[Line], article: dict) -> tuple[str, list[int]]:
    """An article's words in reading order and where each stands."""
    text, places = "", []
    for number, join in article["blocks"]:
        line = lines[number - 1]
        if text and not join:
            text += "\n"
            places.append(-1)
        text += line.text
        places += line.at
    return text, places


def score_figures(labels: Labels, figures: Iterable[Figure], made: Page, all_zones: list[dict]) -> dict[str, Tally]:
    """The tally of each labelled article."""
    names = match.names_of(all_zones)
    rows: dict[str, Tally] = {}
    left = given(figures, made)
    for label in labels.figures:
        tally = rows.setdefault(label.row["id"].rsplit("-", 1)[0], Tally())
        hits = [item for item in left if item.at == label.at]
        best = max(hits, key=lambda item: sum(judge(item, label, names).values()), default=None)
        if best is not None:
            left.remove(best)
        _count(tally, label, best, names)
    stray = rows.setdefault(f"{labels.name} unlabelled", Tally()) if left else Tally()
    stray.misses += [f"{labels.name} | unlabelled | {item.text} | {item.figure.metric}" for item in left]
    return rows


def _count(tally: Tally, label: Labelled, best: Given | None, names: dict[str, frozenset[str]]) -> None:
    row = label.row
    figure = row["kind"] in {"zone", "entity", "external"}
    core = figure and row["kind"] != "external" and row.get("core", False)
    shown = row.get("text_fixed") or row["text"]
    tally.wanted += core
    if best is None:
        if core:
            tally.misses.append(f"{row['id']} | not found | {shown} | {row['metric']}")
        return
    tally.given += 1
    if not figure:
        tally.misses.append(f"{row['id']} | no figure ({row['kind']}) | {best.text} | {best.figure.metric}")
        return
    right = judge(best, label, names)
    tally.true += right["value"] and (right["zone"] or row["kind"] == "external")
    if core:
        tally.found += 1
        tally.right += all(right[name] for name in DECIDING)
        for name, ok in right.items():
            tally.asked[name] += 1
            tally.fields[name] += ok
    wrong = [name for name in (DECIDING if core else ("value", "zone")) if not right[name]]
    if wrong and (core or row["kind"] == "entity" or row["kind"] == "zone" or "value" in wrong):
        said = best.figure
        shows = {
            "value": f"{said.value:g}{said.unit} ≠ {row['value']}{row['unit']}",
            "zone": f"{said.zone} ≠ {row['zone']}",
            "metric": f"{said.subject}·{said.metric} ≠ {row['metric']}",
            "period": f"{said.period} ≠ {row['period']}",
            "status": f"{said.status} ≠ {row['status']}",
        }
        tally.misses.append(f"{row['id']} | {'+'.join(wrong)} | {shown} | " + "; ".join(shows[name] for name in wrong))


def judge(item: Given, label: Labelled, names: dict[str, frozenset[str]]) -> dict[str, bool]:
    """Field by field."""
    figure, row = item.figure, label.row
    if row["kind"] not in {"zone", "entity", "external"}:
        return {}
    low, high = (row["value"], None) if not isinstance(row["value"], list) else (row["value"][0], row["value"][-1])
    ways = [(low, row["unit"]), *((number, unit) for number, unit in row.get("also", []))]
    return {
        "value": any(
            match.same_number(figure.value, figure.value_high, number, high, unit)
            and match.same_unit(figure.unit, unit)
            for number, unit in ways
        ),
        "zone": match.same_zone(figure.zone, row["zone"], names),
        "metric": match.same_metric(figure.subject, figure.metric, row["metric"]),
        "period": match.same_period(figure.period, row["period"]),
        "status": row["status"] in (match.ANY, figure.status),
        "qualifier": figure.qualifier == row["qualifier"],
        "relation": figure.relation == row["relation"],
        "scope": figure.scope == row["kind"],
    }


def score_articles(labels: Labels, page: Page) -> Joins:
    """Joins, headlines, bylines and years."""
    joins = Joins()
    order = [_places(article) for article in page.articles]
    after = {a: b for places in order for a, b in itertools.pairwise(places)}
    follows: dict[int, int] = {}
    for article in labels.articles:
        blocks = article["blocks"]
        for (x, _), (y, join) in itertools.pairwise(blocks):
            left, right = labels.lines[x - 1], labels.lines[y - 1]
            follows[left.at[-1]] = right.at[0]
            if not join and min(len(left.text), len(right.text)) < 20:
                continue
            hit = after.get(left.at[-1]) == right.at[0]
            hard = join or y < x or any(labels.lines[k - 1].text for k in range(x + 1, y))
            joins.wanted += 1
            joins.joined += hit
            joins.hard += hard
            joins.hard_joined += hard and hit
            if not hit:
                joins.misses.append(f"{article['id']} | not joined | …{left.text[-8:]} + {right.text[:8]}…")
        _heads(labels, article, page, joins)
    _wrong_joins(labels, after, follows, joins)
    return joins


def _wrong_joins(labels: Labels, after: dict[int, int], follows: dict[int, int], joins: Joins) -> None:
    first = {line.at[0]: line for line in labels.lines if line.at}
    for line in labels.lines:
        if line.at and len(line.text) >= 20 and after.get(line.at[-1]) in first:
            other = after[line.at[-1]]
            if follows.get(line.at[-1]) != other and len(first[other].text) >= 20:
                joins.wrong += 1
                joins.misses.append(f"{labels.name} | wrong join | …{line.text[-8:]} + {first[other].text[:8]}…")


def _places(article: Article) -> list[int]:
    """Where each visible character of an article stands, in its order."""
    places = []
    for paragraph in article.paragraphs:
        for local, source, length in paragraph.located.segments:
            text = paragraph.located.text[local : local + length]
            places += [source + i for i, character in enumerate(text) if not character.isspace()]
    return places


def _heads(labels: Labels, article: dict, page: Page, joins: Joins) -> None:
    """The product's article that holds most of the labelled one must have its title, bylines and year."""
    places = {place for number, _ in article["blocks"] for place in labels.lines[number - 1].at}
    best = max(page.articles, key=lambda one: len(places.intersection(_places(one))), default=None)
    if best is None:
        return
    title = match.plain(article["title"])
    checks = {
        "title": (
            title in match.plain(best.kicker + best.title + best.kicker) if title else True,
            best.title,
            article["title"],
        ),
        "byline": (list(best.byline) == article["byline"], best.byline, article["byline"]),
        "year": (best.year == article["year"], best.year, article["year"]),
    }
    for name, (ok, said, meant) in checks.items():
        joins.heads += 1
        joins.heads_right += ok
        if not ok:
            joins.misses.append(f"{article['id']} | {name} | {said} ≠ {meant}")


def read(path: Path) -> Page:
    """A page as the product reads it."""
    from reporter import reading

    return reading.read(next(iter(reading.find([path]))))


def _assembled(labels: Labels) -> Page:
    return assembled.page(labels.path.name, labels.path.read_text("utf-8"), labels.lines, labels.articles)


def run(
    folders: Iterable[Path], sources: Iterable[Path], *, as_labelled: bool = False
) -> tuple[dict[str, Tally], dict[str, Joins]]:
    """Each page's tally and joins; `as_labelled` gives extraction the labelled articles instead of those read."""
    pages = [labels for folder in folders for labels in labels_in(folder, [*sources, folder])]
    zones = [zone for labels in pages for zone in labels.zones]
    tallies, joins = {}, {}
    for labels in pages:
        page = _assembled(labels) if as_labelled else read(labels.path)
        joins[labels.name] = score_articles(labels, page)
        figures = [fact for fact in extractor().page(page).facts if isinstance(fact, Figure)]
        whole = tallies.setdefault(labels.name, Tally())
        for tally in score_figures(labels, figures, page, zones).values():
            whole.add(tally)
    return tallies, joins


def joins_table(rows: dict[str, Joins]) -> str:
    """Joins and heads, a line a page."""
    lines = [f"{'pages':28}{'joins':>6} {'right':>6} {'hard':>6} {'right':>6} {'wrong':>6} {'heads':>6} {'right':>6}"]
    for name, row in rows.items():
        lines.append(
            f"{name:28}{row.wanted:6d} {row.joined:6d} {row.hard:6d} {row.hard_joined:6d} {row.wrong:6d}"
            f" {row.heads:6d} {row.heads_right:6d}"
        )
    return "\n".join(lines)


def main() -> None:
    """Print both tables; with --wrong also every miss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, action="append", default=[], help="another folder of labels")
    parser.add_argument("--sources", type=Path, default=SEEDS, help="where the labelled pages are")
    parser.add_argument("--wrong", action="store_true", help="print every miss")
    parser.add_argument("--as-labelled", action="store_true", help="give extraction the labelled articles")
    options = parser.parse_args()
    tallies, joins = run([HERE / "pages", *options.labels], [options.sources], as_labelled=options.as_labelled)
    print(joins_table(joins))
    print(table("pages", tallies))
    if options.wrong:
        for name in tallies:
            print(*joins[name].misses, *tallies[name].misses, sep="\n")


if __name__ == "__main__":
    main()
