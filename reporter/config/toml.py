"""Reading a TOML file that a person wrote: what is wrong with it is told with its line, however odd it is.

>>> place(Path("reporter.toml"), "build", "jobs")
'reporter.toml:4'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reporter.errors import UsageError

Key = str | int
"""A step on the way to a value: the name of a key, or the number of an entry of `[[…]]`."""

_HEADER = re.compile(r"\s*(\[\[?)(?P<name>[^\[\]]*)\]")
_SET = re.compile(r"""\s*(?P<name>(?:"[^"]*"|'[^']*'|[^\s"'=#\[{])(?:"[^"]*"|'[^']*'|[^"'=#])*?)\s*=""")
_BARE = re.compile(r"\s*\[+[\w.]*?([^\x00-\x7f\]]+)\]")


def read(path: Path) -> dict[str, Any]:
    """What the file says.

    Raises UsageError naming file and line when it cannot be read or is no TOML.
    """
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8 text", where=str(path), hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _malformed(path, text, error) from error
    except RecursionError as error:
        raise UsageError("is not valid TOML: it is nested too deeply", where=str(path), hint="mend it") from error
    except ValueError as error:  # a number longer than Python reads
        raise UsageError("holds a number with too many digits", where=_long(path, text), hint="mend it") from error
    except OSError as error:
        raise UsageError(f"cannot be read: {(error.strerror or '').lower()}", where=str(path)) from error


def place(path: Path, *keys: Key) -> str:
    """Where the file sets a key, or the table around it: `reporter.toml:7`; the file alone where neither is found."""
    try:
        line = line_of(path.read_text(encoding="utf-8-sig", errors="replace"), keys)
    except OSError:
        line = 0
    return f"{path}:{line}" if line else str(path)


def line_of(text: str, keys: Sequence[Key]) -> int:
    """The line of TOML that sets a key, else the one that begins the nearest table around it, else 0."""
    nearest, depth = 0, 0
    for number, found in _keys(text):
        if len(found) > depth and tuple(keys[: len(found)]) == found:
            nearest, depth = number, len(found)
    return nearest


def _keys(text: str) -> Iterator[tuple[int, tuple[Key, ...]]]:
    """Every table and key of a TOML text by its full name, with its line."""
    table: tuple[Key, ...] = ()
    entries: dict[tuple[Key, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _name(header["name"])
            if header[1] == "[[":
                entries[table] = entries.get(table, -1) + 1
            table = _within(table, entries)
            yield number, table
        elif found := _SET.match(line):
            yield number, (*table, *_name(found["name"]))


def _within(table: tuple[Key, ...], entries: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
    """A table's name with the number of the entry that it is, or lies in."""
    for length in range(len(table), 0, -1):
        if table[:length] in entries:
            return (*table[:length], entries[table[:length]], *table[length:])
    return table


def _name(dotted: str) -> tuple[Key, ...]:
    """A dotted name as its parts: `audience."招商局"` → audience, 招商局."""
    try:
        inner: Any = tomllib.loads(f"{dotted} = 0")
    except (tomllib.TOMLDecodeError, RecursionError):
        return ()
    parts = []
    while isinstance(inner, dict):
        ((part, inner),) = inner.items()
        parts.append(part)
    return tuple(parts)


def _malformed(path: Path, text: str, error: tomllib.TOMLDecodeError) -> UsageError:
    """TOML that does not parse; its commonest cause here is a Chinese name without quotation marks."""
    found = re.search(r"line (\d+)", str(error))
    where = f"{path}:{found[1]}" if found else str(path)
    line = text.split("\n")[int(found[1]) - 1] if found else ""
    bare = _BARE.match(line)
    hint = f'put the name in quotation marks: [audience."{bare[1]}"]' if bare else "mend that line"
    return UsageError(f"is not valid TOML: {error}", where=where, hint=hint)


def _long(path: Path, text: str) -> str:
    """Where a number of more digits than Python reads stands."""
    line = next((n for n, row in enumerate(text.split("\n"), 1) if re.search(r"[\d_]{4000}", row)), 0)
    return f"{path}:{line}" if line else str(path)
