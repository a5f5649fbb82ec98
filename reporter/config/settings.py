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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from reporter.config import css, toml
from reporter.config.words import UserUnit, UserWords, UserZone
from reporter.errors import UsageError
from reporter.model.audience import FORMATS
from reporter.model.brand import Brand
from reporter.model.zone import ZoneType

FILE_NAME = "reporter.toml"
MOST_JOBS = 1000
_DAY = 86_400.0
_LARGEST_FACTOR = 1e15
_BEYOND = 10**300  # numbers that a fraction cannot hold
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LEVELS = ("国家级", "省级")
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """What `reporter build` does when the command line does not say otherwise.

    No `audiences` means the built-in ones and every one of the user's own; `jobs` 0 means one worker per core;
    `timeout` is in seconds per source and per document.
    """

    sources: tuple[str, ...] = ("seeds",)
    out: str = "out"
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
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

    def jobs(self, asked: int | None) -> int:
        """How many workers there shall be (0: one per core): as asked for, else as the file says."""
        return self.build.jobs if asked is None else asked

    def place(self, *keys: str) -> str:
        """Where the file sets a key: `reporter.toml:7`."""
        return toml.place(self.path, *keys) if self.path else ""


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
    return _Reader(path).settings(toml.read(path))


class _Reader:
    """Turns parsed TOML into settings; knows the file, so that an error can name the line."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def settings(self, data: dict[str, Any]) -> Settings:
        for keys, text in texts(data):
            if mark := unprintable(text):
                what = f"`{_CONTROL.sub('�', _dotted(keys))}` holds the character {mark}"
                raise self.error(keys, what, "take it out")
        self.names(data, {"build", "brand", "lexicon", "audience"}, (), "section")
        for section, content in data.items():
            if not isinstance(content, dict):
                raise self.error((section,), f"`{section}` must be a section", f"write [{section}]")
        audiences = data.get("audience", {})
        for name, choices in audiences.items():
            if not isinstance(choices, dict):
                keys = ("audience", name)
                raise self.error(keys, f"`audience.{name}` must be a section", f"write [audience.{name}]")
        given = {f"{part}.{key}" for part, keys in data.items() for key in keys}
        return Settings(
            path=self.path,
            build=self.build(data.get("build", {})),
            brand=self.brand(data.get("brand", {})),
            lexicon=self.words(data.get("lexicon", {})),
            audiences=audiences,
            given=frozenset(given),
        )

    def build(self, data: dict[str, Any]) -> BuildSettings:
        made = self.fill(BuildSettings, data, ("build",))

        def wrong(key: str, what: str, hint: str) -> UsageError:
            return self.error(("build", key), what, hint)

        if made.jobs < 0:
            raise wrong("jobs", "`build.jobs` must not be negative", "0 means one per core")
        if made.jobs > MOST_JOBS:
            raise wrong("jobs", f"`build.jobs` must be at most {MOST_JOBS}", "0 means one per core")
        if not 0 < made.timeout <= _DAY:  # neither holds of nan
            what = f"`build.timeout` must be more than 0 seconds, and at most {_DAY:g}"
            raise wrong("timeout", what, "the default is 120")
        for key, hint in _NEEDED.items():
            if key in data and not getattr(made, key):
                raise wrong(key, f"`build.{key}` is empty", hint)
        for name in made.formats:
            if name not in FORMATS:
                raise wrong("formats", f"`{name}` is no format", "html and pdf are")
        return made

    def brand(self, data: dict[str, Any]) -> Brand:
        made = self.fill(Brand, data, ("brand",))
        for key, colour in (("accent", made.accent), ("ink", made.ink)):
            if colour and not css.is_colour(colour):
                raise self.error(("brand", key), f"`brand.{key}`: `{colour}` is no CSS colour", "write #1f5f8b or teal")
        return made

    def words(self, data: dict[str, Any]) -> UserWords:
        self.names(data, {"zones", "units", "indicators", "words"}, ("lexicon",), "key")
        units: tuple[UserUnit, ...] = self.rows(UserUnit, data, "units", "printed")
        for number, unit in enumerate(units):
            if not 0 < unit.factor <= _LARGEST_FACTOR:  # neither holds of nan
                keys = ("lexicon", "units", number, "factor")
                what = f"`factor` must be a number above 0, and at most {_LARGEST_FACTOR:g}"
                raise self.error(keys, what, "say how many of the base unit one is")
        zones: tuple[UserZone, ...] = self.rows(UserZone, data, "zones", "name")
        for number, zone in enumerate(zones):
            for key, value, known in (("type", zone.type, tuple(ZoneType)), ("level", zone.level, ("", *_LEVELS))):
                if value not in known:
                    hint = f"known: {', '.join(filter(None, known))}"
                    raise self.error(("lexicon", "zones", number, key), f"`{value}` is no {key} of a zone", hint)
        return UserWords(
            zones=zones,
            units=units,
            indicators=self.value(data.get("indicators", []), "tuple[str, ...]", ("lexicon", "indicators")),
            words=self.value(data.get("words", []), "tuple[str, ...]", ("lexicon", "words")),
        )

    def rows(self, kind: type[Any], data: dict[str, Any], key: str, needed: str) -> tuple[Any, ...]:
        rows = data.get(key, [])
        place = ("lexicon", key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.error(place, f"`lexicon.{key}` must be a list of tables", f"write [[lexicon.{key}]]")
        for number, row in enumerate(rows):
            if not row.get(needed):
                what = f"an entry of `lexicon.{key}` lacks `{needed}`"
                raise self.error((*place, number), what, f'add {needed} = "…"')
        return tuple(self.fill(kind, row, (*place, number)) for number, row in enumerate(rows))

    def fill(self, kind: type[_Kind], data: dict[str, Any], place: tuple[toml.Key, ...]) -> _Kind:
        fields = {f.name: f for f in dataclasses.fields(kind)}  # type: ignore[arg-type]
        self.names(data, set(fields), place, "key")
        for name, one in fields.items():
            if name not in data and one.default is one.default_factory is dataclasses.MISSING:
                raise self.error(place, f"an entry of `{_dotted(place)}` lacks `{name}`", f"add {name} = …")
        return kind(**{key: self.value(value, str(fields[key].type), (*place, key)) for key, value in data.items()})

    def value(self, value: Any, kind: str, place: tuple[toml.Key, ...]) -> Any:
        """`value` as the field's type; a whole number will do for a fraction."""
        if kind == "str" and isinstance(value, str):
            return value
        if kind == "int" and isinstance(value, int) and not isinstance(value, bool):
            return value
        if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) if abs(value) < _BEYOND else math.inf
        if kind == "bool" and isinstance(value, bool):
            return value
        if kind == "tuple[str, ...]" and isinstance(value, list) and "" in value:
            raise self.error(place, f"`{_dotted(place)}` has an empty entry", "take it out")
        if kind == "tuple[str, ...]" and isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise self.error(place, f"`{_dotted(place)}` is {_told(value)}", f"it must be {_WANTED.get(kind, kind)}")

    def names(self, data: dict[str, Any], known: set[str], place: tuple[toml.Key, ...], what: str) -> None:
        for name in data:
            if name not in known:
                near = difflib.get_close_matches(name, sorted(known), 1, 0.5)
                hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(known))}"
                within = f" in [{_dotted(place)}]" if place else ""
                raise self.error((*place, name), f"unknown {what} `{name}`{within}", hint)

    def error(self, keys: tuple[toml.Key, ...], what: str, hint: str) -> UsageError:
        return UsageError(what, where=toml.place(self.path, *keys), hint=hint)


def _dotted(keys: tuple[toml.Key, ...]) -> str:
    """A key as a person names it: `lexicon.units.factor`."""
    return ".".join(key for key in keys if isinstance(key, str))


def texts(value: Any, keys: tuple[toml.Key, ...] = ()) -> Iterator[tuple[tuple[toml.Key, ...], str]]:
    """Every text in parsed TOML, and every name of a key, with where it stands."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield (*keys, name), name
            yield from texts(inner, (*keys, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, (*keys, number) if isinstance(inner, dict) else keys)


def unprintable(text: str) -> str:
    """The first character that no page and no file name can bear, as U+0000; line ends and tabs are none."""
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


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
    known = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "a section",
    }
    return known.get(type(value), "a date or time")
