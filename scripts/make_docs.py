"""Write docs/templates.md and docs/commands.md from the code itself: `make docs`. With --check, only compare.

The template reference lists what the nouns, filters and macros say of themselves, so it cannot say anything else.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
import sys
import typing
from collections.abc import Mapping
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
NOTE = "<!-- Written by scripts/make_docs.py from the code; change it there. -->\n"
_MACRO = re.compile(r"{#-?\s*(?P<note>(?:(?!#}).)*?)\s*-?#}\s*{%-?\s*macro (?P<call>.*?)\s*-?%}", re.S)
_BARE_MACRO = re.compile(r"{%-?\s*macro (?P<call>.*?)\s*-?%}")


def templates_page() -> str:
    """The template reference."""
    from reporter import model
    from reporter.rendering.filters import FILTERS

    nouns = [
        model.Brief,
        model.Section,
        model.Line,
        model.Printed,
        model.Statement,
        model.Phrase,
        model.Group,
        model.Chart,
        model.Point,
        model.Moment,
        model.Reading,
        model.Passage,
        model.Zone,
        *model.KINDS,
        model.Evidence,
        model.Decision,
        model.Article,
        model.Audience,
        model.Brand,
        model.Overview,
        model.Comparison,
        model.ZoneRow,
    ]
    parts = [
        NOTE,
        "# Template reference\n",
        "A template is [Jinja2](https://jinja.palletsprojects.com/) in a sandbox: it can show what it is given and "
        "nothing else. An unknown name is an error, never an empty place. `reporter audience show NAME --context ZONE` "
        "prints the exact data for one zone; `reporter audience check NAME` finds what is wrong. Recipes are in the "
        "[cookbook](cookbook.md).\n",
        "## What a template gets\n",
        "| name | what it is |",
        "|---|---|",
        "| `brief` | a [`Brief`](#brief), or an [`Overview`](#overview) for audiences with `overview = true` |",
        "| `audience` | the [`Audience`](#audience) |",
        "| `brand` | the [`Brand`](#brand) of reporter.toml |",
        "| `labels` | the words that the pages bring along, from `[labels]` |",
        "| `colours` | the colours by role, from `[colours]` and `[brand]` |",
        "| `screen` | true for HTML, false for PDF |",
        "| `notes()` | the evidence notes of all marks set so far: call it at the end |",
        "| `css` | all styles, shared ones first |",
        "| `logo` | the brand's logo as a data address, or empty |\n",
        "## Filters\n",
    ]
    for name, function in FILTERS.items():
        arguments = str(inspect.signature(function)).split(" ->")[0]
        parts.append(f"### `{name}`\n\n`{name}{_tidy(arguments)}`\n\n{_doc(function)}\n")
    parts.append("## Macros\n")
    parts.append(
        '`{% import "_base/macros.html.j2" as ui %}` stands in the base template; call them as `ui.name(…)`.\n'
    )
    text = (ROOT / "templates" / "_base" / "macros.html.j2").read_text("utf-8")
    notes = {match["call"]: " ".join(match["note"].split()) for match in _MACRO.finditer(text)}
    for match in _BARE_MACRO.finditer(text):
        call = match["call"]
        parts.append(f"- `ui.{call}`" + (f": {notes[call]}" if call in notes else ""))
    parts.append("\n## Nouns\n")
    for noun in nouns:
        parts.append(_noun(noun))
    return "\n".join(parts).rstrip() + "\n"


def _noun(noun: type) -> str:
    hints = typing.get_type_hints(noun)
    seen = examples().get(noun)
    rows = [f"### {noun.__name__}\n", _doc(noun) + "\n", "| field | type | default | example |", "|---|---|---|---|"]
    for name, parameter in _fields(noun).items():
        example = _example(getattr(seen, name)) if seen else ""
        rows.append(f"| `{name}` | {_type(hints[name])} | {_default(parameter)} | {example} |")
    properties = [(name, value) for name, value in vars(noun).items() if isinstance(value, property)]
    for name, value in properties:
        example = _example(getattr(seen, name)) if seen else ""
        rows.append(f"| `{name}` | {_doc(value.fget)} | | {example} |")
    return "\n".join(rows) + "\n"


def _is_noun(thing: object) -> bool:
    return dataclasses.is_dataclass(type(thing)) or isinstance(thing, msgspec.Struct)


def _fields(noun: type) -> Mapping[str, inspect.Parameter]:
    """The fields of a noun, be it a dataclass or a struct, with their defaults."""
    return inspect.signature(noun).parameters


@functools.cache
def examples() -> dict[type, object]:
    """One instance of every noun, from the briefs of an invented zone: the one with most fields filled."""
    from reporter.briefing import compose, compose_overview, load_audience
    from reporter.rendering.roots import builtin_root
    from tests.briefing import sample

    roots = (builtin_root(),)
    collection = sample.sample()
    found: dict[type, object] = {}

    def filled(noun: object) -> int:
        return sum(bool(getattr(noun, name)) for name in _fields(type(noun)))

    def walk(thing: object) -> None:
        if isinstance(thing, list | tuple):
            for item in thing:
                walk(item)
        elif isinstance(thing, dict):
            walk(list(thing.values()))
        elif _is_noun(thing):
            best = found.get(type(thing))
            if best is None or filled(thing) > filled(best):
                found[type(thing)] = thing
            for name in _fields(type(thing)):
                walk(getattr(thing, name))

    for name in ("analyst", "investor", "public"):
        walk(compose(collection, sample.ZONE.name, load_audience(name, roots)))
    walk(compose_overview(collection, load_audience("overview", roots)))
    return found


def _example(value: object) -> str:
    """A value in a few words."""
    if isinstance(value, tuple) and value:
        more = f" … {len(value)}" if len(value) > 1 else ""
        return f"{_example(value[0])}{more}"
    if _is_noun(value):
        return f"a `{type(value).__name__}`"
    if value is None or value == "" or isinstance(value, tuple | dict):
        return ""
    words = str(value).replace(f"{ROOT}/", "").replace("|", "\\|").replace("\n", " ")
    return f"`{words if len(words) <= 32 else words[:31] + '…'}`"


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        return ""
    value = repr(parameter.default)
    return "empty" if value in ("''", "<factory>") else f"`{value}`"


def _type(hint: object) -> str:
    words = str(hint).replace("typing.", "").replace("collections.abc.", "")
    words = re.sub(r"<(?:class|enum) '([^']+)'>", r"\1", words)
    words = re.sub(r"reporter\.[\w.]+\.(\w+)", r"\1", words)
    return f"`{words}`".replace("|", "\\|")


def _tidy(words: str) -> str:
    return re.sub(r"reporter\.[\w.]+\.(\w+)", r"\1", words).replace("'", "")


def _doc(thing: object) -> str:
    return inspect.cleandoc(getattr(thing, "__doc__", "") or "")


def commands_page() -> str:
    """Every command with its arguments and options."""
    import typer

    from reporter.cli import app

    group: typing.Any = typer.main.get_command(app)
    parts = [NOTE, "# Commands\n", "Data goes to stdout, everything else to stderr. Exit status: see the README.\n"]
    parts += [_command(f"reporter {name}", command) for name, command in group.commands.items()]
    return "\n".join(parts).rstrip() + "\n"


def _command(name: str, command: typing.Any) -> str:
    if hasattr(command, "commands"):
        return "\n".join(_command(f"{name} {inner}", one) for inner, one in command.commands.items())
    shown = [param for param in command.params if param.name != "help"]
    arguments = " ".join(
        (param.name.upper() if param.required else f"[{param.name.upper()}]") + ("…" if param.nargs == -1 else "")
        for param in shown
        if param.param_type_name == "argument"
    )
    rows = [f"## {name} {arguments}".rstrip() + "\n", inspect.cleandoc(command.help or "") + "\n"]
    rows += ["| option | meaning |", "|---|---|"]
    for param in shown:
        names = ", ".join(f"`{one}`" for one in (*param.opts, *param.secondary_opts))
        rows.append(f"| {names} | {(getattr(param, 'help', '') or '').replace('|', chr(92) + '|')} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the pages, or say which is not as the code is."""
    pages = {"templates.md": templates_page(), "commands.md": commands_page()}
    stale = []
    for name, text in pages.items():
        path = ROOT / "docs" / name
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if "--check" in sys.argv and stale:
        sys.exit(f"docs/{', docs/'.join(stale)}: not as the code is; run `make docs`")


if __name__ == "__main__":
    main()
