"""`reporter doctor`: whether this machine can render."""

from __future__ import annotations

from reporter.cli.output import console, escape
from reporter.errors import ExitStatus, MachineError


def doctor() -> int:
    """Whether Pango, HarfBuzz-subset and a Chinese font are there, and the one line that installs them."""
    from reporter.rendering import machine  # noqa: PLC0415

    screen = console()
    for one in machine.report():
        mark = "[green]ok     [/green]" if one.good else "[red]missing[/red]" if one.needed else "[dim]–      [/dim]"
        screen.print(f"{mark} {escape(one.name)}  [dim]{escape(one.found)}[/dim]")
    try:
        machine.require()
    except MachineError as error:
        screen.print(f"\n{escape(str(error))}")
        return ExitStatus.MACHINE
    return ExitStatus.DONE
