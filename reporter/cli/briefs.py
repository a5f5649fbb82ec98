"""`reporter build` and `brief`: documents in `out/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli import options
from reporter.cli.output import console, counted, say
from reporter.cli.work import Work
from reporter.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from reporter.build.run import Report, Request

Formats = Annotated[
    list[str] | None, typer.Option("--format", "-f", help="html or pdf; may be given again.", show_default="both")
]
Scheduler = Annotated[
    str, typer.Option("--scheduler", help="Run on the Dask cluster at this address, such as tcp://host:8786.")
]


def build(
    source: options.Sources = None,
    out: options.Out = None,
    zone: options.Zones = None,
    audience: options.Audiences = None,
    format: Formats = None,
    jobs: options.Jobs = None,
    scheduler: Scheduler = "",
    force: Annotated[bool, typer.Option("--force", help="Make every document again.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each document is made or left.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be made.")] = False,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Everything: facts, every zone × audience × format, an index page; only what changed is made again."""
    from reporter.build.run import Request  # noqa: PLC0415

    work = Work(config, quiet=quiet, verbose=verbose)
    request = Request(
        sources=tuple(work.sources(source)),
        out=work.out(out),
        settings=work.settings,
        zones=tuple(zone or ()),
        audiences=tuple(audience or ()),
        formats=_formats(format),
        jobs=jobs,
        scheduler=scheduler,
        apart=True,
        force=force,
        dry_run=dry_run,
    )
    report = _run(request, work)
    if explain or dry_run:
        _explain(report, every=explain)
    elif verbose:
        for path in report.made:
            print(path)  # noqa: T201
    if not quiet:
        _sum_up(report, request)
    return ExitStatus.PARTLY if report.failures else ExitStatus.DONE


def brief(
    zone: Annotated[str, typer.Argument(metavar="ZONE", help="The zone, by any of its names.")],
    source: options.Source = None,
    out: options.Out = None,
    audience: options.Audiences = None,
    format: Formats = None,
    jobs: options.Jobs = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """One zone's briefs; a near miss of its name is answered with suggestions."""
    from reporter.build.run import Request  # noqa: PLC0415

    work = Work(config, quiet=quiet, verbose=verbose)
    request = Request(
        sources=tuple(work.sources(source)),
        out=work.out(out),
        settings=work.settings,
        zones=(zone,),
        audiences=tuple(audience or ()),
        formats=_formats(format),
        jobs=1 if jobs is None else jobs,  # one zone is done before workers have started
    )
    report = _run(request, work)
    for document in report.plan:
        if document.path in report.made or document.path in report.left:
            print(request.out / document.path)  # noqa: T201
    return ExitStatus.PARTLY if report.failures else ExitStatus.DONE


def _explain(report: Report, *, every: bool) -> None:
    """What is made, removed and, where `every` file counts, left, each with the reason."""
    reasons = [(document.path, document.reason) for document in report.plan]
    empty = set(report.empty)
    for path, reason in [*reasons, *report.data.items()]:
        if path in empty and every:
            print(f"{path}: left out: it would say nothing")  # noqa: T201
        elif reason or every:
            print(f"{path}: {reason or 'left: nothing it is made from changed'}")  # noqa: T201
    for path in report.removed:
        print(f"{path}: removed: nothing is told there any more")  # noqa: T201


def _formats(given: list[str] | None) -> tuple[str, ...]:
    from reporter.model import FORMATS  # noqa: PLC0415

    for name in given or ():
        if name not in FORMATS:
            raise UsageError(f"unknown format `{name}`", hint=f"known: {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(given or ()))


def _run(request: Request, work: Work) -> Report:
    from reporter.build.run import run  # noqa: PLC0415
    from reporter.cli.live import Live  # noqa: PLC0415

    with Live(None if work.quiet else console(stderr=True), work.fail, work.remark, verbose=work.verbose) as live:
        report = run(request, live)
    work.repeated()
    return report


def _sum_up(report: Report, request: Request) -> None:
    """One line on stderr: what was made, left and removed, and where to look."""
    dry, made = request.dry_run, len(report.made)
    if dry:
        made = sum(bool(document.reason) for document in report.plan)
    parts = [f"{made} {'to make' if dry else 'made'}", f"{len(report.left)} unchanged"]
    if report.empty:
        parts.append(f"{len(report.empty)} with nothing to say")
    if report.removed:
        parts.append(f"{len(report.removed)} {'to remove' if dry else 'removed'}")
    if report.kept:
        parts.append(f"{len(report.kept)} kept from before")
    if report.failures:
        parts.append(f"{len(report.failures)} failed")
    index = Path(request.out) / "index.html"
    say(f"{counted(len(report.zones), 'zone')}: {', '.join(parts)}" + ("" if dry else f" → {index}"))
