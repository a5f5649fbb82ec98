"""The product against sentences of our own, by construction: `python tests/eval/score_sentences.py [--wrong]`.

Every case of sentences/*.toml becomes an article; all figures that its text holds are labelled, so that whatever
else comes out is wrong. See sentences/README.md.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import match
from tally import DECIDING, Tally, table

from reporter.model import Article, Block, BlockKind, Figure, Located, Page, Paragraph, Scope, Source

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wanted:
    """One labelled figure; `at` is where its first numeral stands in the source."""

    text: str
    at: int
    end: int
    value: float
    alternative: float | None
    high: float | None
    unit: str
    metric: str
    subject: str
    zone: str
    period: str
    qualifier: str
    relation: str
    status: str
    scope: str
    optional: bool
    also: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A small article and its figures; `silent` is where nothing is asked (a headline without labels)."""

    group: str
    name: str
    title: str
    paragraphs: tuple[str, ...]
    year: int | None
    date: str
    wanted: tuple[Wanted, ...]
    silent: int

    @property
    def source(self) -> str:
        """The article as a file: its paragraphs, one a line."""
        return "\n".join([self.title, *(line.removeprefix("# ") for line in self.paragraphs)])


def cases(folder: Path = HERE / "sentences") -> Iterator[Case]:
    """All cases of a folder, in the order of the files."""
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            rows = tomllib.load(file)["case"]
        for number, row in enumerate(rows, 1):
            yield _case(f"{path.stem}-{number}", row)


def _case(name: str, row: dict) -> Case:
    paragraphs = tuple(row["text"].split("\n"))
    body = "\n".join(line.removeprefix("# ") for line in paragraphs)
    head, labels = len(row["title"]) + 1, row.get("headline", [])
    wanted = [_wanted(label, row, row["title"], 0, name) for label in labels]
    wanted += [_wanted(label, row, body, head, name) for label in row["figures"]]
    year = row["year"] or None
    return Case(
        row["group"], name, row["title"], paragraphs, year, row.get("date", ""), tuple(wanted), 0 if labels else head
    )


def _wanted(label: dict, row: dict, text: str, shift: int, name: str) -> Wanted:
    start = -1
    for _ in range(label.get("nth", 1)):
        start = text.find(label["text"], start + 1)
    if start < 0 or ("nth" not in label and text.count(label["text"]) > 1):
        raise ValueError(f"{name}: {label['text']} is not in the text, or more than once without nth")
    external, subject = label.get("external", False), label.get("subject", "")
    scope = label.get("scope", "external" if external else "entity" if subject else "zone")
    at = shift + start + match.numeral_at(label["text"])
    return Wanted(
        label["text"], at, shift + start + len(label["text"]), label["value"], label.get("alternative"),
        label.get("high"), label["unit"], label["metric"], subject,
        "" if external else label.get("zone", row["zone"]), label.get("period", row.get("period", "")),
        label.get("qualifier", "exact"), label.get("relation", "level"), label.get("status", "actual"), scope,
        label.get("optional", False), tuple((number, unit) for number, unit in label.get("also", [])),
    )  # fmt: skip


def page(case: Case) -> Page:
    """The case as reading would hand it on."""
    text = case.source
    blocks, paragraphs, at = [], [], 0
    for index, line in enumerate(text.split("\n")):
        marked = index and case.paragraphs[index - 1].startswith("# ")
        kind = BlockKind.HEADLINE if not index else BlockKind.SUBHEAD if marked else BlockKind.BODY
        located = Located.of(text, at, at + len(line))
        blocks.append(Block(index, kind, located))
        paragraphs.append(Paragraph(kind, located, (index,)))
        at += len(line) + 1
    source = Source(f"{case.name}.txt", f"{case.name}.txt", "txt", "utf-8", text, blocks=tuple(blocks))
    article = Article(
        f"{case.name}#1", source.name, "article", case.title, "", (), case.date, case.year, "", True, tuple(paragraphs)
    )
    return Page(source, (article,))


@cache
def extractor() -> object:
    """The product, once."""
    from reporter import lexicon
    from reporter.extraction import Extractor

    return Extractor(lexicon.load())


def figures_of(made: Page) -> list[Figure]:
    """The figures that the product finds on a page."""
    return [fact for fact in extractor().page(made).facts if isinstance(fact, Figure)]


@dataclass(frozen=True, slots=True)
class Given:
    """A product's figure at one of its places."""

    figure: Figure
    text: str
    at: int
    end: int


def given(figures: Iterable[Figure], made: Page) -> list[Given]:
    """Each mention of each figure, in page order."""
    articles = {article.id: article for article in made.articles}
    out = []
    for figure in figures:
        for mention in figure.mentions:
            first = mention.offset + match.numeral_at(mention.text)
            at, _ = articles[mention.article].paragraphs[mention.paragraph].located.to_source(first, first + 1)
            out.append(Given(figure, mention.text, at, max(mention.source_end, at + 1)))
    return sorted(out, key=lambda item: item.at)


def score(case: Case, figures: Iterable[Figure], made: Page) -> Tally:
    """Right, wrong and missing in one case."""
    tally = Tally()
    left = [item for item in given(figures, made) if item.at >= case.silent]
    for label in case.wanted:
        hits = [item for item in left if item.at == label.at] or [
            item for item in left if item.at < label.end and label.at < item.end
        ]
        best = max(hits, key=lambda item: sum(judge(item.figure, label).values()), default=None)
        if best is not None:
            left.remove(best)
        _count(tally, case, label, best)
    for item in left:
        tally.given += 1
        tally.misses.append(f"{case.group} | {case.name} | no figure | {item.text} | {item.figure.metric}")
    return tally


def _count(tally: Tally, case: Case, label: Wanted, best: Given | None) -> None:
    if not label.optional:
        tally.wanted += 1
    if best is None:
        if not label.optional:
            tally.misses.append(f"{case.group} | {case.name} | not found | {label.text} | {label.metric}")
        return
    right = judge(best.figure, label)
    true = right["value"] and (right["zone"] or label.scope == Scope.EXTERNAL)
    tally.given += 1
    tally.true += true
    if label.optional:
        if not true:
            tally.misses.append(
                f"{case.group} | {case.name} | wrong | {label.text} | {_wrong(best.figure, label, right)}"
            )
        return
    tally.found += 1
    tally.right += all(right[name] for name in DECIDING)
    for name, ok in right.items():
        tally.asked[name] += 1
        tally.fields[name] += ok
    if not all(right.values()):
        tally.misses.append(f"{case.group} | {case.name} | wrong | {label.text} | {_wrong(best.figure, label, right)}")


def judge(figure: Figure, label: Wanted) -> dict[str, bool]:
    """Field by field; fields that the label leaves open are not asked."""
    ways = [(label.value, label.unit), *label.also]
    if label.alternative is not None:
        ways.append((label.alternative, label.unit))
    value = any(
        match.same_number(figure.value, figure.value_high, number, label.high, unit)
        and match.same_unit(figure.unit, unit)
        for number, unit in ways
    )
    right = {
        "value": value,
        "zone": match.same_zone(figure.zone, label.zone),
        "metric": match.same_metric(figure.subject, figure.metric, label.metric),
        "period": match.same_period(figure.period, label.period),
        "status": label.status in (match.ANY, figure.status),
        "qualifier": label.qualifier in (match.ANY, figure.qualifier),
        "relation": label.relation in (match.ANY, figure.relation),
        "scope": label.scope in (match.ANY, figure.scope),
    }
    if label.subject:
        right["subject"] = match.alike(figure.subject, label.subject) >= 0.5
    return right


def _wrong(figure: Figure, label: Wanted, right: dict[str, bool]) -> str:
    said = {
        "value": f"{figure.value:g}{'' if figure.value_high is None else f'~{figure.value_high:g}'}{figure.unit}",
        "zone": figure.zone, "metric": f"{figure.subject}·{figure.metric}", "period": figure.period,
        "status": figure.status, "qualifier": figure.qualifier, "relation": figure.relation, "scope": figure.scope,
        "subject": figure.subject,
    }  # fmt: skip
    meant = {
        "value": f"{label.value:g}{'' if label.high is None else f'~{label.high:g}'}{label.unit}", "zone": label.zone,
        "metric": label.metric, "period": label.period, "status": label.status, "qualifier": label.qualifier,
        "relation": label.relation, "scope": label.scope, "subject": label.subject,
    }  # fmt: skip
    return "; ".join(f"{name}: {said[name]!s} ≠ {meant[name]}" for name, ok in right.items() if not ok)


def run() -> dict[str, Tally]:
    """The tally of each construction."""
    groups: dict[str, Tally] = {}
    for case in cases():
        made = page(case)
        groups.setdefault(case.group, Tally()).add(score(case, figures_of(made), made))
    return groups


def main() -> None:
    """Print the table; with --wrong also every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="print every miss")
    parser.add_argument("--group", default="", help="only this construction")
    options = parser.parse_args()
    groups = {name: tally for name, tally in run().items() if not options.group or name == options.group}
    print(table("sentences", groups))
    if options.wrong:
        for tally in groups.values():
            print(*tally.misses, sep="\n")


if __name__ == "__main__":
    main()
