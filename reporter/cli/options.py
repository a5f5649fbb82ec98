"""Options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Files or folders to read, `-` for standard input.", show_default="seeds/"),
]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", "-s", help="File or folder to read; may be given again.", show_default="seeds/"),
]
Out = Annotated[Path | None, typer.Option("--out", help="Folder that documents go to.", show_default="out/")]
Zones = Annotated[
    list[str] | None, typer.Option("--zone", "-z", help="Only this zone (any of its names); may be given again.")
]
Audiences = Annotated[
    list[str] | None, typer.Option("--audience", "-a", help="Only this audience; may be given again.")
]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=0, max=1000, help="Worker processes; 0: one per core.")]
Config = Annotated[
    Path | None,
    typer.Option("--config", help="Settings file.", show_default="the nearest reporter.toml"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no warnings.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what was read and how long it took.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of stdout.")]
_AS_DATA = "table, jsonl, json, csv, xlsx or parquet"
_EITHER = "table on a terminal, else jsonl"
Format = Annotated[str | None, typer.Option("--format", "-f", help=f"{_AS_DATA}.", show_default=_EITHER)]
FieldFormat = Annotated[str | None, typer.Option("--format", "-f", help=f"{_AS_DATA}.", show_default="table")]
ArticleFormat = Annotated[
    str | None,
    typer.Option("--format", "-f", help=f"{_AS_DATA}; html: beside their source.", show_default=_EITHER),
]
