"""`reporter explain`, `check` and `preview`: looking closer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli import options
from reporter.cli.output import choose, complain, console, emit, escape, say, table
from reporter.cli.work import Work
from reporter.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Container

    from reporter.model import Article, Collection, Doubt, Fact

_ZONE_FREE = ("id", "zone", "mentions", "decided", "conflicts", "doubts")


def explain(
    fact_id: Annotated[
        str,
        typer.Argument(metavar="FACT_ID", help="A fact's id, as `reporter facts` prints it; its beginning will do."),
    ],
    source: options.Source = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """The fact, its evidence in context, and how each field was decided."""
    from msgspec.structs import fields  # noqa: PLC0415

    work = Work(config, quiet=quiet, verbose=verbose)
    found: list[Fact] = []
    articles: dict[str, Article] = {}
    for collection in work.collections(source, None):
        hits = [fact for fact in collection.facts if fact.id.startswith(fact_id)]
        found += hits
        articles |= {article.id: article for article in collection.articles if hits}
    if not found:
        raise UsageError(f"no fact has the id `{fact_id}`", hint="`reporter facts` lists them")
    if len(found) > 1:
        raise UsageError(f"{len(found)} facts have ids that begin with `{fact_id}`", hint="give more of it")
    fact = found[0]
    screen = console()
    screen.print(f"[bold]{escape(fact.id)}[/bold]  {fact.kind}  {escape(fact.zone or '(no zone)')}")
    decided: dict[str, list[str]] = {}
    for decision in fact.decided:
        cue = f" — “{decision.cue}”" if decision.cue else ""
        decided.setdefault(decision.field, []).append(f"{decision.rule}{cue}")
    rows = [(field.name, getattr(fact, field.name)) for field in fields(fact) if field.name not in _ZONE_FREE]
    for name, value in [("zone", fact.zone), *rows]:
        why = "; ".join(decided.get(name, ()))
        screen.print(f"  {name:<11} {escape(str(value))}" + (f"  [dim]{escape(why)}[/dim]" if why else ""))
    for doubt in fact.doubts:
        screen.print(f"  [red]{escape(doubt)}[/red]")
    for number, mention in enumerate(fact.mentions, 1):
        article = articles.get(mention.article)
        title = article.headline if article else ""
        place = f"{mention.source}:{mention.source_start}–{mention.source_end}"
        screen.print(f"\n[bold]{number}.[/bold] {escape(title)}  [dim]{escape(place)}[/dim]")
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
        screen.print(f"   {sentence}")
    return work.status


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
        for one in collection.doubts
        if not zone or concerns(one, collection, wanted)
    )
    if form == "table":
        table(("kind", "what", "article", "fact"), rows, export.flat)
    else:
        emit(export.encode(rows, form, columns), output, binary=form in export.BINARY)
    return work.status


def concerns(doubt: Doubt, collection: Collection, zones: Container[str]) -> bool:
    """Whether a doubt is about one of the zones: about a fact of theirs, or an article on them."""
    about = collection.article_zones.get(doubt.article, ())
    return any(fact.id == doubt.fact and fact.zone in zones for fact in collection.facts) or (
        not doubt.fact and any(name in zones for name in about)
    )


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
