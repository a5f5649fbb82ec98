"""`reporter init` and `reporter config`: a project folder and its settings."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from reporter.cli import options
from reporter.cli.output import console, escape, say
from reporter.errors import UsageError

app = typer.Typer(no_args_is_help=True, help="The settings in force.")

_STARTER = """\
# Settings of this folder of work. Every line may be left out; `reporter config show` prints what is in force.

[build]
sources = ["articles"]          # files and folders to read
out = "out"                     # where documents go
# audiences = ["leader", "招商局"]  # kinds of readers; without this line all built-in ones and yours in templates/
formats = ["html", "pdf"]
jobs = 0                        # worker processes; 0: one per core

[brand]                         # used by all audiences; an empty value leaves no trace on a page
organisation = ""               # 某某市招商局
department = ""                 # 投资促进处
logo = ""                       # a picture beside this file: logo.svg
accent = ""                     # a CSS colour: #1f5f8b
masthead = ""                   # the red line over a leader's paper: 招商参阅
issue = ""                      # 第12期
date = ""                       # the date that the paper bears: 2026年3月1日
confidentiality = ""            # 内部资料 注意保存
contact = []                    # ["电话：010-12345678", "邮箱：a@example.org"]
footer = ""

# [audience.leader]             # settings of one audience, over those of its audience.toml
# title = "每日参阅"
# [audience."招商局"]            # a Chinese name needs quotation marks

# [[lexicon.zones]]             # zones that the tables do not know, or other names for those they know
# name = "云杉岭高新区"
# aliases = ["云杉岭园区"]
# type = "高新区"
# province = "四川"

# [[lexicon.units]]
# printed = "标准箱"
# base = "标箱"
"""


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make.")] = Path(),
) -> int:
    """A project folder: reporter.toml with comments, articles/, templates/, .gitignore."""
    from reporter.build.files import write  # noqa: PLC0415
    from reporter.config.settings import FILE_NAME  # noqa: PLC0415

    if (folder / FILE_NAME).exists():
        raise UsageError("there is a project here already", where=str(folder / FILE_NAME), hint="edit that file")
    try:
        for name in ("articles", "templates"):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"cannot be made: {(error.strerror or '').lower()}", where=str(folder), hint="choose another folder"
        ) from error
    if not (folder / ".gitignore").exists():
        write(folder / ".gitignore", b"out/\n")
    write(folder / FILE_NAME, _STARTER.encode())  # the last, since it makes the folder a project
    say(f"Made {folder / FILE_NAME}, articles/, templates/ and .gitignore.")
    say("Next: put pages into articles/ (txt, md, html, docx, pdf), then run `reporter build`.")
    say("For an audience of your own: `reporter audience new 招商局 --from investor`.")
    return 0


@app.command()
def show(config: options.Config = None) -> int:
    """The effective settings, and where each comes from."""
    from reporter import config as configuration  # noqa: PLC0415
    from reporter.build.prepare import default_audiences  # noqa: PLC0415

    settings = configuration.load(config)
    screen = console()
    origin = str(settings.path) if settings.path else "no reporter.toml found"
    screen.print(f"[dim]{escape(origin)}[/dim]")
    for name, part in (("build", settings.build), ("brand", settings.brand), ("lexicon", settings.lexicon)):
        screen.print(f"\\[{name}]")
        for field in fields(part):
            key, value = f"{name}.{field.name}", getattr(part, field.name)
            if key == "build.audiences":
                value = default_audiences(settings)
            where = settings.path.name if settings.path and key in settings.given else "default"
            screen.print(f"  {field.name} = {escape(_shown(value))}  [dim]# {where}[/dim]")
    for audience, choices in settings.audiences.items():
        screen.print(f"\\[audience.{escape(audience)}]")
        for key, value in choices.items():
            screen.print(
                f"  {escape(key)} = {escape(_shown(value))}  [dim]# {settings.path and settings.path.name}[/dim]"
            )
    return 0


def _shown(value: Any) -> str:
    import json  # noqa: PLC0415

    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    if isinstance(value, str | int | float | bool):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
