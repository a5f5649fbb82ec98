"""`reporter explain`, `check` and `preview`: looking closer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli import options
from reporter.cli.output import choose, complain, console, emit, escape, say, table
from reporter.cli.work import Work
from reporter.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from reporter.model import Article, Collection, Doubt, Evidence, Fact

_TOLD = ("conflicts", "doubts")
"""Fields of a fact that are told in sentences below the others."""


def explain(
    fact_id: Annotated[
        str,
        typer.Argument(metavar="FACT_ID", help="A fact's id, as `reporter facts` prints it; its beginning will do."),
    ],
    source: options.Source = None,
    format: options.FieldFormat = None,
    output: options.Output = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """The fact, its evidence in context, and how each field was decided."""
    from reporter.build import export  # noqa: PLC0415

    form = choose(format, output, export.FORMATS) if format or output else "table"
    work = Work(config, quiet=quiet, verbose=verbose, output=output)
    fact, collection = _the_one(work.collections(source, None), fact_id)
    if form == "table":
        _show(fact, collection)
    else:
        emit(export.encode(export.field_rows(fact), form, export.FIELD_COLUMNS), output, binary=form in export.BINARY)
    return work.status


def _the_one(collections: Iterable[Collection], beginning: str) -> tuple[Fact, Collection]:
    """The fact whose id begins so, with the collection that it is in. Raises UsageError where it is not just one."""
    found = [(fact, one) for one in collections for fact in one.facts if fact.id.startswith(beginning)]
    if not found:
        raise UsageError(f"no fact has the id `{beginning}`", hint="`reporter facts` lists them")
    if len(found) > 1:
        raise UsageError(f"{len(found)} facts have ids that begin with `{beginning}`", hint="give more of it")
    return found[0]


def _show(fact: Fact, collection: Collection) -> None:
    """The fact for a person: its fields, what speaks against it, and every place that states it."""
    from reporter.build.export import field_rows, flat  # noqa: PLC0415

    screen = console()
    screen.print(f"[bold]{escape(fact.id)}[/bold]  {fact.kind}  {escape(fact.zone or '(no zone)')}")
    for row in field_rows(fact):
        if row["field"] not in _TOLD:
            value = "" if row["value"] is None else escape(str(flat(row["value"])))
            why = f"  [dim]{escape(row['decided'])}[/dim]" if row["decided"] else ""
            screen.print(f"  {row['field']:<11} {value}{why}")
    for doubt in fact.doubts:
        screen.print(f"  [red]{escape(doubt)}[/red]")
    for other in collection.facts if fact.conflicts else ():
        if other.id in fact.conflicts:
            said = f"{other.id} says {other.evidence.text} ({other.evidence.source})"
            screen.print(f"  [red]{escape(said)}[/red]")
    articles = {article.id: article for article in collection.articles}
    for number, mention in enumerate(fact.mentions, 1):
        screen.print(f"\n[bold]{number}.[/bold] {_in_context(mention, articles.get(mention.article))}")


def _in_context(mention: Evidence, article: Article | None) -> str:
    """A place that states a fact, with the paragraph around it, marked up for the screen."""
    place = f"{mention.source}:{mention.source_start}–{mention.source_end}"
    before, words, after = (
        mention.sentence[: mention.start],
        mention.sentence[mention.start : mention.end],
        mention.sentence[mention.end :],
    )
    context = article.paragraphs[mention.paragraph].text if article else mention.sentence
    sentence = f"{escape(before)}[reverse]{escape(words)}[/reverse]{escape(after)}"
    left, middle, right = context.partition(mention.sentence)
    if middle:
        sentence = f"[dim]{escape(left)}[/dim]{sentence}[dim]{escape(right)}[/dim]"
    return f"{escape(article.headline if article else '')}  [dim]{escape(place)}[/dim]\n   {sentence}"


def check(
    source: options.Sources = None,
    zone: options.Zones = None,
    format: options.Format = None,
    output: options.Output = None,
    jobs: options.Jobs = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Doubts: incomplete articles, figures without a zone or not read for sure, conflicts, sums that do not add up."""
    from reporter.build import export  # noqa: PLC0415

    form = choose(format, output, export.FORMATS)
    work = Work(config, quiet=quiet, verbose=verbose, output=output)
    columns = ("kind", "what", "source", "article", "fact")
    rows = (
        {name: getattr(one, name) for name in columns}
        for collection, wanted in work.wanted(work.collections(source, jobs), zone)
        for one in (_about(collection, wanted) if zone else collection.doubts)
    )
    if form == "table":
        table(("kind", "what", "article", "fact"), rows, export.flat)
    else:
        emit(export.encode(rows, form, columns), output, binary=form in export.BINARY)
    return work.status


def _about(collection: Collection, zones: Container[str]) -> Iterator[Doubt]:
    """The doubts about the zones: about a fact of theirs, or an article on them."""
    zone_of = {fact.id: fact.zone for fact in collection.facts}
    for doubt in collection.doubts:
        about = (zone_of.get(doubt.fact, ""),) if doubt.fact else collection.article_zones.get(doubt.article, ())
        if any(name in zones for name in about):
            yield doubt


def preview(
    source: options.Source = None,
    zone: options.Zones = None,
    audience: options.Audiences = None,
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=1, max=65535, help="Port; the next free one is taken.")
    ] = 8000,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """The briefs in a browser, made again as articles, templates or settings change."""
    from reporter.build.watch import Desk  # noqa: PLC0415
    from reporter.cli.server import LOOPBACK, Preview, Server, free_socket  # noqa: PLC0415

    listener = free_socket(host, port)
    desk = Desk(config, source or (), zone or (), audience or ())
    for failure in desk.failures:
        complain(failure)
    address = f"http://{host if ':' not in host else f'[{host}]'}:{listener.getsockname()[1]}/"
    if not quiet:
        say(f"Preview at {address} (Ctrl-C ends it)")
    hosts = LOOPBACK if host in ("127.0.0.1", "::1", "localhost") else ("*",)
    server = Server(Preview(desk), hosts)
    if open_browser:
        import threading  # noqa: PLC0415
        import webbrowser  # noqa: PLC0415

        threading.Timer(0.5, webbrowser.open, (address,)).start()
    server.run(sockets=[listener])
    if server.interrupted:  # the library raises it again by itself, but not where its loop has ended by then
        raise KeyboardInterrupt
    return 0
