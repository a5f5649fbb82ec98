"""Data to stdout or a file, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporter.errors import ReporterError, UsageError, visible

if TYPE_CHECKING:
    from rich.console import Console

Row = dict[str, Any]


_ELSEWHERE = "give another file with -o"
WIDE = 200
"""Columns of a table where no terminal says how wide it is."""


_BETWEEN = 2
"""Columns of the screen between two of a table."""
_FOLDED = 8
"""How narrow a column of words may become: four Chinese characters."""
_SHORT = 14
"""Characters of a figure as printed; longer texts are sentences."""
_LONG = 40
"""Characters of an id; longer texts are sentences, too."""


def console(*, stderr: bool = False) -> Console:
    """A rich console; plain where it is no terminal."""
    from rich.console import Console  # noqa: PLC0415 - not for --help

    plain = Console(stderr=stderr, highlight=False)
    return plain if plain.is_terminal else Console(stderr=stderr, highlight=False, width=WIDE)


def escape(text: str) -> str:
    """A text for a rich console: nothing in it is markup, and nothing a command to the terminal."""
    from rich.markup import escape as plain  # noqa: PLC0415

    return plain(visible(text))


def say(text: str) -> None:
    """One line for the person at the terminal."""
    print(visible(text), file=sys.stderr)  # noqa: T201 - this is the one place that prints


def counted(number: int, thing: str) -> str:
    """So many of a thing: `1 row`, `2 rows`."""
    return f"{number} {thing}" + ("" if number == 1 else "s")


def complain(error: ReporterError) -> None:
    """An expected failure, in its one sentence."""
    say(f"reporter: {error}")


def choose(form: str | None, output: Path | None, known: Sequence[str]) -> str:
    """The output format: as asked, else by the file's ending, else a table on a terminal and jsonl in a pipe.

    Raises UsageError for a format or an ending that is none of the known.
    """
    if form:
        if form not in known:
            raise UsageError(f"unknown format `{form}`", hint=f"known: {', '.join(known)}")
        return form
    if output:
        ending, endings = output.suffix.lstrip(".").lower(), [one for one in known if one != "table"]
        if ending and ending not in endings:
            hint = f"end it in .{', .'.join(endings)}, or give --format"
            raise UsageError(f"`.{ending}` says nothing of a format", where=str(output), hint=hint)
        return ending or "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


def _pour(pieces: Iterable[bytes], device: Path) -> None:
    """Write into a pipe or device as it stands: a file in its place would take it away from everybody."""
    try:
        with device.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or '').lower()}"
        raise UsageError(what, where=str(device), hint=_ELSEWHERE) from error


def emit(pieces: Iterable[bytes], output: Path | None, *, binary: bool = False) -> None:
    """Write data to the file, whole or not at all, or to stdout; a binary format does not go to a terminal."""
    if output:
        from reporter.build.files import write  # noqa: PLC0415

        output = output.resolve() if output.is_symlink() else output
        if output.exists() and not (output.is_file() or output.is_dir()):
            _pour(pieces, output)
        else:
            write(output, pieces, advice=_ELSEWHERE)
        return
    if binary and sys.stdout.isatty():
        raise UsageError("this format is no text", hint="give a file with -o")
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def table(names: Sequence[str], rows: Iterable[Row], cell: Callable[[Any], Any]) -> None:
    """Rows as a table for a person; columns of numbers stand right.

    Where the terminal is narrow, words are folded; figures, ids and times stay whole, if need be beyond its edge.
    """
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    def shown(value: Any) -> str:
        return "" if value is None else escape(str(cell(value)))

    rows = list(rows)
    cells = [[shown(row.get(name)) for name in names] for row in rows]
    numeric = [
        any(isinstance(row.get(n), int | float) and not isinstance(row.get(n), bool) for row in rows) for n in names
    ]
    columns = [[name, *(line[place] for line in cells)] for place, name in enumerate(names)]
    screen = console()
    widths = _widths(columns, numeric, screen.width)
    screen.width = max(screen.width, sum(widths) + _BETWEEN * (len(widths) - 1))
    drawn = Table(
        header_style="bold", box=None, pad_edge=False, caption=counted(len(rows), "row"), caption_justify="left"
    )
    for name, width, right in zip(names, widths, numeric, strict=True):
        drawn.add_column(name, width=width, justify="right" if right else "left", overflow="fold")
    for line in cells:
        drawn.add_row(*map(Text, line))
    screen.print(drawn)


def _widths(columns: Sequence[Sequence[str]], numeric: Sequence[bool], room: int) -> list[int]:
    """How wide each column is: as its longest cell, or less where that is too much and it holds words."""
    from rich.cells import cell_len  # noqa: PLC0415

    widths = [max(cell_len(line) for text in column for line in text.split("\n")) for column in columns]
    least = [
        width if number or _whole(column) else min(width, _FOLDED)
        for column, number, width in zip(columns, numeric, widths, strict=True)
    ]
    while sum(widths) + _BETWEEN * (len(widths) - 1) > room and widths != least:
        widest = max(range(len(widths)), key=lambda place: (widths[place] > least[place], widths[place]))
        widths[widest] -= 1
    return widths


def _whole(column: Sequence[str]) -> bool:
    """Whether a column holds what nobody could read in two pieces: figures with their units, ids, periods."""
    name, *texts = column
    if name == "text":
        return all(len(text) <= _SHORT for text in texts)
    return all(text.isascii() and len(text) <= _LONG for text in texts)
