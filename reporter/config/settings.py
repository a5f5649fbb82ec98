"""Reading `reporter.toml`: found upwards from the current folder, checked key by key, told apart by where it came from.

[build]      sources, out, audiences, formats, jobs, timeout
[brand]      organisation, department, logo, colours, masthead, issue number, confidentiality line, contact, footer
[lexicon]    the user's own zones, aliases, indicators, units, words
[audience.leader]   settings of one audience, over those of its audience.toml
"""

from __future__ import annotations

import dataclasses
import difflib
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from reporter.config.words import UserUnit, UserWords, UserZone
from reporter.errors import UsageError
from reporter.model.brand import Brand

FILE_NAME = "reporter.toml"
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """What `reporter build` does when the command line does not say otherwise.

    `jobs` 0 means one worker per core; `timeout` is in seconds per source and per document.
    """

    sources: tuple[str, ...] = ("seeds",)
    out: str = "out"
    audiences: tuple[str, ...] = ("leader", "investor", "analyst", "public", "overview")
    formats: tuple[str, ...] = ("html", "pdf")
    jobs: int = 0
    timeout: float = 120.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with the defaults filled in; `path` is the file they came from, if any.

    `given` names the keys that the file sets (`build.jobs`), so that `reporter config show` can tell them from
    defaults. `audiences` holds each audience's own overrides as TOML gave them; briefing checks them.
    """

    path: Path | None = None
    build: BuildSettings = field(default_factory=BuildSettings)
    brand: Brand = field(default_factory=Brand)
    lexicon: UserWords = field(default_factory=UserWords)
    audiences: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    @property
    def root(self) -> Path:
        """The folder that relative paths of the file count from."""
        return self.path.parent if self.path else Path()


def find(start: Path | None = None) -> Path | None:
    """The nearest reporter.toml in the folder `start` (default: the current one) or above it."""
    folder = (start or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        candidate = place / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def load(path: Path | None = None) -> Settings:
    """The settings of `path`, or of the nearest reporter.toml, or the defaults.

    Raises UsageError naming file, line and the nearest right name when something in the file is wrong.
    """
    if path is not None and not path.is_file():
        raise UsageError("there is no such configuration file", where=str(path), hint="check --config")
    path = path or find()
    if path is None:
        return Settings()
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8 text", where=str(path), hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _malformed(path, text, error) from error
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from error
    return _Reader(path, text).settings(data)


def _malformed(path: Path, text: str, error: tomllib.TOMLDecodeError) -> UsageError:
    """TOML that does not parse; its commonest cause here is a Chinese name without quotation marks."""
    found = re.search(r"line (\d+)", str(error))
    where = f"{path}:{found[1]}" if found else str(path)
    line = text.splitlines()[int(found[1]) - 1] if found else ""
    bare = re.match(r"\s*\[+[\w.]*?([^\x00-\x7f\]]+)\]", line)
    hint = f'put the name in quotation marks: [audience."{bare[1]}"]' if bare else "mend that line"
    return UsageError(f"is not valid TOML: {error}", where=where, hint=hint)


class _Reader:
    """Turns parsed TOML into settings; knows the text, so that an error can name the line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def settings(self, data: dict[str, Any]) -> Settings:
        self.names(data, {"build", "brand", "lexicon", "audience"}, "", "section")
        for section, content in data.items():
            if not isinstance(content, dict):
                raise self.error(section, f"`{section}` must be a section", f"write [{section}]")
        audiences = data.get("audience", {})
        for name, choices in audiences.items():
            if not isinstance(choices, dict):
                raise self.error(name, f"`audience.{name}` must be a section", f"write [audience.{name}]")
        given = {f"{part}.{key}" for part, keys in data.items() for key in keys}
        return Settings(
            path=self.path,
            build=self.build(data.get("build", {})),
            brand=self.fill(Brand, data.get("brand", {}), "brand"),
            lexicon=self.words(data.get("lexicon", {})),
            audiences=audiences,
            given=frozenset(given),
        )

    def build(self, data: dict[str, Any]) -> BuildSettings:
        made = self.fill(BuildSettings, data, "build")
        if made.jobs < 0:
            raise self.error("jobs", "`build.jobs` must not be negative", "0 means one per core")
        if not 0 < made.timeout < math.inf:
            raise self.error("timeout", "`build.timeout` must be more than 0 seconds, and finite", "the default is 120")
        for key, hint in _NEEDED.items():
            if not getattr(made, key):
                raise self.error(key, f"`build.{key}` is empty", hint)
        for name in made.formats:
            if name not in ("html", "pdf"):
                raise self.error("formats", f"`{name}` is no format", "html and pdf are")
        return made

    def words(self, data: dict[str, Any]) -> UserWords:
        self.names(data, {"zones", "units", "indicators", "words"}, "lexicon", "key")
        units = self.rows(UserUnit, data, "units", "printed")
        if any(not 0 < unit.factor < math.inf for unit in units):  # neither holds of nan
            raise self.error("factor", "`factor` must be a number above 0", "say how many of the base unit one is")
        return UserWords(
            zones=self.rows(UserZone, data, "zones", "name"),
            units=units,
            indicators=self.value(data.get("indicators", []), "tuple[str, ...]", "lexicon.indicators"),
            words=self.value(data.get("words", []), "tuple[str, ...]", "lexicon.words"),
        )

    def rows(self, kind: type[Any], data: dict[str, Any], key: str, needed: str) -> tuple[Any, ...]:
        rows = data.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.error(key, f"`lexicon.{key}` must be a list of tables", f"write [[lexicon.{key}]]")
        for row in rows:
            if not row.get(needed):
                raise self.error(key, f"an entry of `lexicon.{key}` lacks `{needed}`", f'add {needed} = "…"')
        return tuple(self.fill(kind, row, f"lexicon.{key}") for row in rows)

    def fill(self, kind: type[_Kind], data: dict[str, Any], place: str) -> _Kind:
        fields = {f.name: f for f in dataclasses.fields(kind)}  # type: ignore[arg-type]
        self.names(data, set(fields), place, "key")
        for name, one in fields.items():
            if name not in data and one.default is one.default_factory is dataclasses.MISSING:
                raise self.error(place, f"an entry of `{place}` lacks `{name}`", f"add {name} = …")
        return kind(**{key: self.value(value, str(fields[key].type), f"{place}.{key}") for key, value in data.items()})

    def value(self, value: Any, kind: str, place: str) -> Any:
        """`value` as the field's type; a whole number will do for a fraction."""
        key = place.rpartition(".")[2]
        if kind == "str" and isinstance(value, str):
            return value
        if kind == "int" and isinstance(value, int) and not isinstance(value, bool):
            return value
        if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if kind == "bool" and isinstance(value, bool):
            return value
        if kind == "tuple[str, ...]" and isinstance(value, list) and "" in value:
            raise self.error(key, f"`{place}` has an empty entry", "take it out")
        if kind == "tuple[str, ...]" and isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise self.error(key, f"`{place}` is {_told(value)}", f"it must be {_WANTED.get(kind, kind)}")

    def names(self, data: dict[str, Any], known: set[str], place: str, what: str) -> None:
        for name in data:
            if name not in known:
                near = difflib.get_close_matches(name, sorted(known), 1, 0.5)
                hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(known))}"
                within = f" in [{place}]" if place else ""
                raise self.error(name, f"unknown {what} `{name}`{within}", hint)

    def error(self, key: str, what: str, hint: str) -> UsageError:
        pattern = re.compile(rf'^\s*\[*(?:[\w.]+\.)?"?{re.escape(key)}"?\s*(?:=|\]|\.)')
        line = next((n for n, text in enumerate(self.lines, 1) if pattern.match(text)), 0)
        return UsageError(what, where=f"{self.path}:{line}" if line else str(self.path), hint=hint)


_NEEDED = {
    "out": 'name a folder, such as "out"',
    "sources": 'name files or folders to read, such as ["articles"]',
    "audiences": "name some of those that `reporter audience list` tells",
    "formats": "html and pdf are",
}
"""What no build can do without, and what to write instead of nothing."""

_WANTED = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple[str, ...]": 'a list of texts, such as ["a", "b"]',
}


def _told(value: Any) -> str:
    """A value of the wrong type in words."""
    return {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}.get(
        type(value), "a section"
    )
