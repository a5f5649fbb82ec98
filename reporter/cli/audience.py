"""`reporter audience`: the kinds of readers, and templates for a reader of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.cli import options
from reporter.cli.output import console, escape, say
from reporter.cli.work import Work
from reporter.errors import ExitStatus, UsageError, visible

if TYPE_CHECKING:
    from reporter.model import Audience

app = typer.Typer(no_args_is_help=True, help="Kinds of readers: list, show, new, check.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The audience's name.")]


@app.command(name="list")
def list_(config: options.Config = None) -> int:
    """Every audience, and where it comes from."""
    from reporter.briefing import audience_names, load_audience  # noqa: PLC0415
    from reporter.rendering.roots import builtin_root, template_roots  # noqa: PLC0415

    settings = Work(config).settings
    roots = template_roots(settings.root)
    screen = console()
    for name in audience_names(roots):
        audience = load_audience(name, roots, settings.audiences.get(name), settings=settings.path)
        own = [root for root in roots if (root / name).is_dir() and root != builtin_root()]
        where = f"yours: {own[0] / name}" if own else "built in"
        if own and (builtin_root() / name).is_dir():
            where += ", over the built-in one"
        screen.print(f"{escape(name):<12} {escape(audience.title)}  [dim]{escape(where)}[/dim]")
    return 0


@app.command()
def new(
    name: Name,
    base: Annotated[str, typer.Option("--from", help="The audience to start from.")] = "leader",
    config: options.Config = None,
) -> int:
    """A small commented folder in ./templates/, for an audience of your own."""
    from reporter.build.audiences import begin  # noqa: PLC0415
    from reporter.rendering.roots import template_roots  # noqa: PLC0415

    settings = Work(config).settings
    folder = begin(name, base, settings.root, template_roots(settings.root))
    say(f"Made {folder}: audience.toml (what is said), style.css (how it looks), brief.html.j2 (blocks of your own).")
    say(f"Next: `reporter preview --audience {name}`, and `reporter build --audience {name}`.")
    if settings.build.audiences:
        say(f"For a plain `reporter build` to make it too, add it to {settings.place('build', 'audiences')}.")
    return 0


@app.command()
def show(
    name: Name,
    context: Annotated[
        str, typer.Option("--context", metavar="ZONE", help="Print the data that a template gets for this zone.")
    ] = "",
    source: options.Source = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Its settings and which file each comes from, or the exact data that its templates get."""
    from reporter.briefing import load_audience  # noqa: PLC0415
    from reporter.rendering.roots import template_roots  # noqa: PLC0415

    work = Work(config, quiet=quiet)
    settings = work.settings
    roots = template_roots(settings.root)
    audience = load_audience(name, roots, settings.audiences.get(name), settings=settings.path)
    if context:
        _show_context(work, context, name, source)
    else:
        _show_settings(audience, roots)
    return work.status


def _show_settings(audience: Audience, roots: Sequence[Path]) -> None:
    import json  # noqa: PLC0415

    from reporter.build.audiences import parts  # noqa: PLC0415

    screen = console()
    screen.print(f"[bold]{escape(audience.name)}[/bold]  {escape(audience.title)}")
    screen.print(f"[dim]extends {escape(' → '.join(audience.chain[1:]) or 'nothing')}[/dim]\n")
    for key, place in audience.places.items():
        value = _setting(audience, key)
        screen.print(f"{escape(key)} = {escape(json.dumps(value, ensure_ascii=False))}  [dim]# {escape(place)}[/dim]")
    screen.print()
    for part in parts(audience, roots):
        screen.print(f"{part.kind:<9} {escape(part.name):<16} [dim]{escape(str(part.path))}[/dim]")


def _setting(audience: Audience, key: str) -> object:
    """The value of a setting by its dotted key."""
    import msgspec  # noqa: PLC0415

    plain: Any = msgspec.to_builtins(audience)
    sections = {section["name"]: section for section in plain["sections"]}
    plain |= {"sections": sections, "order": list(sections), "extends": "".join(audience.chain[1:2])}
    for name in key.split(".", 1) if not key.startswith("sections.") else key.split(".", 2):
        plain = plain.get(name, "") if isinstance(plain, dict) else ""
    return plain


def _show_context(work: Work, zone: str, name: str, source: list[str] | None) -> None:
    import json  # noqa: PLC0415

    import msgspec  # noqa: PLC0415

    from reporter.build.documents import Task, compose  # noqa: PLC0415
    from reporter.build.names import zone_name  # noqa: PLC0415
    from reporter.build.plan import OVERVIEW, slices  # noqa: PLC0415
    from reporter.build.prepare import prepare  # noqa: PLC0415
    from reporter.build.store import pack  # noqa: PLC0415

    (audience,), kit = prepare(work.settings, (name,), ("html",))
    collection = next(work.collections(source, None))
    if audience.overview:
        task = Task(OVERVIEW, audience, (), pack(collection), kit)
    else:
        found = zone_name(collection, zone, work.tell)
        parts = slices(collection)
        if found not in parts:
            raise UsageError(f"the sources state no fact about {found}", hint="`reporter zones` lists counts")
        task = Task(found, audience, (), pack(parts[found]), kit)
    print(json.dumps(msgspec.to_builtins(compose(task)), ensure_ascii=False, indent=1))  # noqa: T201


@app.command()
def check(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Audiences to check.", show_default="your own")
    ] = None,
    source: options.Source = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """What is wrong with an audience, with file, line and what to do; exit status 1 when something is."""
    from reporter.briefing import audience_names, load_audience  # noqa: PLC0415
    from reporter.build.inspect import inspect, names  # noqa: PLC0415
    from reporter.build.prepare import prepare  # noqa: PLC0415
    from reporter.model import FORMATS  # noqa: PLC0415
    from reporter.rendering.roots import template_roots  # noqa: PLC0415

    work = Work(config, quiet=quiet)
    settings = work.settings
    roots = template_roots(settings.root)
    for one in name or ():
        if one not in audience_names(roots):
            load_audience(one, roots)  # says so, with the nearest name, before any source is read
    _, kit = prepare(settings, ("leader",), FORMATS)
    collection = next(work.collections(source, None))
    wrong = 0
    for one in name or names(settings, roots):
        found = list(inspect(one, collection, settings, kit))
        wrong += sum(finding.grave for finding in found)
        for finding in found:
            print(visible(f"{one}: {'' if finding.grave else 'note: '}{finding}"))  # noqa: T201
        if not any(finding.grave for finding in found):
            say(f"{one}: nothing wrong")
    return ExitStatus.PARTLY if wrong or work.failures else ExitStatus.DONE
