"""The command line: declares the commands and hands on. What they do is imported when they run."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from reporter.cli import audience, briefs, config, lists, look, machine, stop
from reporter.errors import UsageError

app = typer.Typer(
    name="reporter",
    help="From newspaper pages to cited briefs on China's development zones.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from reporter import __version__  # noqa: PLC0415

        typer.echo(f"reporter {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[  # noqa: ARG001 - its own callback has seen to it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """From newspaper pages to cited briefs on China's development zones."""
    stop.listen()
    _check_date()


def _check_date() -> None:
    """Look at SOURCE_DATE_EPOCH before any library does: some fall over it as they are imported.

    Raises UsageError where it is no date; an empty one is none.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        return
    try:
        datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = f"`{given}` is no number of seconds since 1970"
        raise UsageError(what, where="SOURCE_DATE_EPOCH", hint="give a whole number, or unset it") from error


app.command()(briefs.build)
app.command()(briefs.brief)
app.command()(lists.articles)
app.command()(lists.zones)
app.command()(lists.facts)
app.command()(look.explain)
app.command()(look.check)
app.command()(look.preview)
app.command()(machine.doctor)
app.command(name="init")(config.init)
app.add_typer(audience.app, name="audience")
app.add_typer(config.app, name="config")
