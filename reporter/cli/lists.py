"""`reporter articles`, `zones` and `facts`: what was found, for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.cli import options
from reporter.cli.output import choose, console, emit, escape, table
from reporter.cli.work import Work
from reporter.errors import UsageError
from reporter.model import KIND_NAMES

if TYPE_CHECKING:
    from reporter.model import Article

_ZONE_COLUMNS = ("zone", "type", "level", "province", "city", "parent", "articles", "facts")
_FACT_COLUMNS = ("id", "zone", "subject", "metric", "text", "period", "status")
_OTHER_COLUMNS = ("id", "kind", "zone", "text", "evidence")


def articles(
    source: options.Sources = None,
    zone: options.Zones = None,
    format: options.ArticleFormat = None,
    output: options.Output = None,
    jobs: options.Jobs = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """The articles as put together again, with their joins visible.

    `--format html` writes one page that shows source and articles side by side.
    """
    from reporter.build import export  # noqa: PLC0415

    form = choose(format, output, (*export.FORMATS, "html"))
    work = Work(config, quiet=quiet, verbose=verbose, output=output)
    if form == "html":
        emit([work.side_by_side(source, zone, jobs)], output)
        return work.status
    chosen = (
        (article, collection.article_zones.get(article.id, ()))
        for collection, wanted in work.wanted(work.collections(source, jobs), zone)
        for article in collection.articles
        if not zone or any(name in wanted for name in collection.article_zones.get(article.id, ()))
    )
    if form == "table":
        _show_articles(chosen)
    else:
        rows = (export.article_row(article, names) for article, names in chosen)
        emit(export.encode(rows, form, export.ARTICLE_COLUMNS), output, binary=form in export.BINARY)
    return work.status


def zones(
    source: options.Sources = None,
    zone: options.Zones = None,
    format: options.Format = None,
    output: options.Output = None,
    jobs: options.Jobs = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """The zones that the articles speak of, with their official names, parents and counts."""
    from reporter.build import export  # noqa: PLC0415

    form = choose(format, output, export.FORMATS)
    work = Work(config, quiet=quiet, verbose=verbose, output=output)
    rows = (
        row
        for collection, wanted in work.wanted(work.collections(source, jobs), zone)
        for row in export.zone_rows(collection)
        if not zone or row["zone"] in wanted
    )
    _give(rows, form, output, _ZONE_COLUMNS, export.ZONE_COLUMNS)
    return work.status


def facts(
    source: options.Sources = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help=f"{', '.join(KIND_NAMES)}; may be given again.")
    ] = None,
    zone: options.Zones = None,
    format: options.Format = None,
    output: options.Output = None,
    jobs: options.Jobs = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """The facts, each with its evidence: figures, projects, companies, people, policies and more."""
    from reporter.build import export  # noqa: PLC0415

    form = choose(format, output, export.FORMATS)
    for name in kind or ():
        if name not in KIND_NAMES:
            raise UsageError(f"unknown kind `{name}`", hint=f"known: {', '.join(KIND_NAMES)}")
    work = Work(config, quiet=quiet, verbose=verbose, output=output)
    rows = (
        export.fact_row(fact)
        for collection, wanted in work.wanted(work.collections(source, jobs), zone)
        for fact in collection.facts
        if (not kind or fact.kind in kind) and (not zone or fact.zone in wanted)
    )
    columns = _FACT_COLUMNS if kind == ["indicator"] else _OTHER_COLUMNS
    _give(rows, form, output, columns, export.fact_columns(kind or ()))
    return work.status


def _give(
    rows: Iterable[dict[str, Any]], form: str, output: Path | None, shown: Sequence[str], columns: Sequence[str]
) -> None:
    from reporter.build import export  # noqa: PLC0415

    if form == "table":
        table(shown, rows, export.flat)
    else:
        emit(export.encode(rows, form, columns), output, binary=form in export.BINARY)


def _show_articles(chosen: Iterable[tuple[Article, Sequence[str]]]) -> None:
    from reporter.build.export import with_joins  # noqa: PLC0415

    screen = console()
    for article, about in chosen:
        names = "、".join(about)
        title = article.headline or "（无题）"
        screen.print(f"\n[bold]{escape(title)}[/bold]  [dim]{escape(article.id)}[/dim]")
        whole = "" if article.complete else "  [red]incomplete[/red]"
        year = article.date or article.year or "year unknown"
        screen.print(f"[dim]{escape('、'.join(article.byline))}  {year}  {escape(names)}[/dim]{whole}")
        for paragraph, note in with_joins(article):
            if note:
                screen.print(f"  [cyan]{escape(note)}[/cyan]")
            screen.print(f"  {escape(paragraph.text)}")
        for doubt in article.doubts:
            screen.print(f"  [red]{escape(doubt)}[/red]")
