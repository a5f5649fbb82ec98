"""What an `audience.toml` may say: its keys, their types, and values that make sense on a page."""

from __future__ import annotations

import difflib
import math
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from reporter.briefing.names import KNOWN_SECTIONS
from reporter.config import css, toml
from reporter.config.settings import texts, unprintable
from reporter.errors import UsageError
from reporter.model import FORMATS, KIND_NAMES


class _Section(msgspec.Struct, forbid_unknown_fields=True):
    title: str | None = None
    limit: int | None = None
    kinds: list[str] | None = None
    scopes: list[str] | None = None
    least: int | None = None
    fresh: bool | None = None
    plain: bool | None = None
    spare: bool | None = None
    note: bool | None = None
    height: float | None = None
    custom: bool | None = None


class _Selection(msgspec.Struct, forbid_unknown_fields=True):
    weights: dict[str, float] | None = None
    units: dict[str, float] | None = None
    relations: dict[str, float] | None = None
    zone: float | None = None
    actual: float | None = None
    dated: float | None = None
    recency: float | None = None
    verbatim: float | None = None
    compared: float | None = None
    headed: float | None = None
    leads: float | None = None
    few: float | None = None
    part: float | None = None
    stale: float | None = None
    doubtful: bool | None = None
    external: bool | None = None
    unwelcome: list[str] | None = None


class _Paper(msgspec.Struct, forbid_unknown_fields=True):
    size: str | None = None
    top: str | None = None
    bottom: str | None = None
    inner: str | None = None
    outer: str | None = None
    pages: int | None = None
    columns: int | None = None
    lines: int | None = None
    trim: bool | None = None


class _Pdf(msgspec.Struct, forbid_unknown_fields=True):
    variant: str | None = None
    tagged: bool | None = None
    attachments: list[str] | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    title: str | None = None
    subtitle: str | None = None
    extends: str | None = None
    formats: list[str] | None = None
    overview: bool | None = None
    order: list[str] | None = None
    sections: dict[str, _Section] | None = None
    selection: _Selection | None = None
    paper: _Paper | None = None
    pdf: _Pdf | None = None
    fonts: dict[str, str] | None = None
    colours: dict[str, str] | None = None
    dark: dict[str, str] | None = None
    labels: dict[str, str] | None = None
    themes: dict[str, list[str]] | None = None
    wording: dict[str, list[str]] | None = None


_STRUCTS: dict[str, type[msgspec.Struct]] = {"selection": _Selection, "paper": _Paper, "pdf": _Pdf}
_SCOPES = ("zone", "entity", "external")
_RELATIONS = ("level", "growth", "delta", "share", "rank")
_ATTACHMENTS = ("csv", "json")
_WORDING = ("takes_wei", "expected", "unwanted")
_VARIANTS = tuple(
    [f"pdf/a-{level}" for level in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4e", "4f", "4u")]
    + ["pdf/ua-1", "pdf/ua-2", "pdf/x-1a", "pdf/x-3", "pdf/x-4", "pdf/x-5g"]
)
_FILLED = ("more", "skipped")
_MOST = 10_000
"""What no limit, and no number of pages or lines, can sensibly exceed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where settings were read: a file, or the part of reporter.toml that is about one audience."""

    path: Path | None
    prefix: tuple[str, ...] = ()
    label: str = ""

    def __str__(self) -> str:
        return self.label or str(self.path)

    def at(self, *keys: toml.Key) -> str:
        """File and line of a key."""
        return toml.place(self.path, *self.prefix, *keys) if self.path else str(self)


def check(data: Mapping[str, Any], origin: Origin) -> None:
    """Names first, because a near miss can then be named; then types; then what the values say."""
    _names(data, _File, (), origin)
    for part, struct in _STRUCTS.items():
        _names(data.get(part), struct, (part,), origin)
    for name, section in (data.get("sections") or {}).items() if isinstance(data.get("sections"), Mapping) else ():
        _names(section, _Section, ("sections", name), origin)
    try:
        made = msgspec.convert(data, _File)
    except (msgspec.ValidationError, OverflowError) as error:
        keys, told = _guilty(data, _File, (), str(error))
        what = f"`{'.'.join(keys) or 'the file'}`: {told[0].lower()}{told[1:]}"
        raise UsageError(what, where=origin.at(*keys)) from error
    _texts(data, made, origin)
    _numbers(made, origin)
    _styles(made, origin)
    _choices(made.formats, FORMATS, "format", ("formats",), origin)
    _choices(made.wording, _WORDING, "table of words", ("wording",), origin)
    if made.pdf:
        _choices(made.pdf.attachments, _ATTACHMENTS, "attachment", ("pdf", "attachments"), origin)
        _choices([made.pdf.variant or ""], ("", *_VARIANTS), "variant of PDF", ("pdf", "variant"), origin)
    if made.selection:
        _choices(made.selection.relations, _RELATIONS, "relation", ("selection", "relations"), origin)
    for name, section in (made.sections or {}).items():
        if not section.custom:
            _choices([name], KNOWN_SECTIONS, "section", ("sections",), origin)
        _choices(section.kinds, KIND_NAMES, "fact kind", ("sections", name, "kinds"), origin)
        _choices(section.scopes, _SCOPES, "scope", ("sections", name, "scopes"), origin)


def _guilty(data: Any, kind: Any, keys: tuple[str, ...], told: str) -> tuple[tuple[str, ...], str]:
    """The innermost value that is not of its type, and what is said of it: the library names no names in a table."""
    inside: Mapping[str, Any] = {}
    if isinstance(data, Mapping) and typing.get_origin(kind) is dict:
        inside = dict.fromkeys(data, typing.get_args(kind)[1])
    elif isinstance(data, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        inside = typing.get_type_hints(kind)
    for key in [key for key in inside if key in data]:
        inner = _bare(inside[key])
        try:
            msgspec.convert(data[key], inner)
        except (msgspec.ValidationError, OverflowError) as error:
            return _guilty(data[key], inner, (*keys, key), str(error))
    return keys, told.partition(" - at `$")[0]


def _bare(kind: Any) -> Any:
    """A type without the None that stands for what is not said."""
    return next((one for one in typing.get_args(kind) if type(None) in typing.get_args(kind) and one), kind)


def _texts(data: Mapping[str, Any], made: _File, origin: Origin) -> None:
    """Texts that a page and a file's name can bear."""
    for keys, text in texts(data):
        if mark := unprintable(text):
            raise UsageError(f"a text holds the character {mark}", where=origin.at(*keys), hint="take it out")
    if made.title is not None and (not made.title.strip() or "\n" in made.title):
        hint = "it is a part of every document's name"
        raise UsageError("`title` must be one line of text", where=origin.at("title"), hint=hint)
    for part in ("themes", "wording"):
        for name, words in (getattr(made, part) or {}).items():
            if "" in words:
                raise UsageError(f"`{part}.{name}` has an empty entry", where=origin.at(part, name), hint="take it out")
    for name in ("formats", "order"):
        entries = getattr(made, name)
        if entries is not None and (not entries or len(set(entries)) < len(entries)):
            what = f"`{name}` is empty" if not entries else f"`{name}` names something twice"
            raise UsageError(what, where=origin.at(name), hint="name each once, and at least one")


def _numbers(made: _File, origin: Origin) -> None:
    """Limits that are none below 0 and none beyond sense; points that can be compared."""
    counted: list[tuple[tuple[str, ...], Any]] = [
        (("paper", key), getattr(made.paper, key, None)) for key in ("pages", "columns", "lines")
    ]
    for name, section in (made.sections or {}).items():
        counted += [(("sections", name, key), getattr(section, key)) for key in ("limit", "least", "height")]
    for keys, value in counted:
        if value is not None and not 0 <= value <= _MOST:
            what = f"`{'.'.join(keys)}` must be from 0 to {_MOST}"
            raise UsageError(what, where=origin.at(*keys), hint="0 means no limit" if keys[-1] == "limit" else "")
    points: list[tuple[tuple[str, ...], Any]] = []
    for key, value in msgspec.structs.asdict(made.selection).items() if made.selection else ():
        inner = value.items() if isinstance(value, dict) else [("", value)]
        points += [(("selection", key, *filter(None, (name,))), number) for name, number in inner]
    for keys, value in points:
        if isinstance(value, float) and not math.isfinite(value):
            raise UsageError(f"`{'.'.join(keys)}` must be a finite number", where=origin.at(*keys), hint="give points")


def _styles(made: _File, origin: Origin) -> None:
    """What goes into the style sheet as it stands: one wrong mark in it would change the whole page."""
    checks: list[tuple[tuple[str, ...], str, Callable[[str], bool], str, str]] = []
    for part in ("colours", "dark"):
        for name, text in (getattr(made, part) or {}).items():
            checks.append(((part, name), text, css.is_colour, "CSS colour", "write #1f5f8b or teal"))
    for name, text in (made.fonts or {}).items():
        checks.append((("fonts", name), text, css.is_fonts, "list of typefaces", 'write var(--song) or "Name", serif'))
    for name in ("top", "bottom", "inner", "outer"):
        text = getattr(made.paper, name, None) or "0"
        checks.append((("paper", name), text, css.is_length, "length", "write 25mm"))
    size = getattr(made.paper, "size", None) or "A4"
    checks.append((("paper", "size"), size, css.is_sheet, "size of paper", "write A4, A4 landscape or 210mm 297mm"))
    for keys, text, good, what, hint in checks:
        if not css.is_name(keys[-1]):
            raise UsageError(f"`{keys[-1]}` cannot be a name in CSS", where=origin.at(*keys), hint="letters, digits, -")
        if not good(text):
            raise UsageError(f"`{'.'.join(keys)}`: `{text}` is no {what}", where=origin.at(*keys), hint=hint)


def _names(data: Any, struct: type[msgspec.Struct], place: tuple[str, ...], origin: Origin) -> None:
    if not isinstance(data, Mapping):
        return
    for key in data:
        if key not in struct.__struct_fields__:
            inside = f" in [{'.'.join(place)}]" if place else ""
            raise UsageError(
                f"unknown setting `{key}`{inside}",
                where=origin.at(*place, key),
                hint=near(key, struct.__struct_fields__),
            )


def _choices(
    given: Iterable[str] | None, known: Iterable[str], what: str, keys: tuple[str, ...], origin: Origin
) -> None:
    for value in given or ():
        if value not in known:
            hint = near(value, [one for one in known if one])
            raise UsageError(f"`{value}` is no {what}", where=origin.at(*keys, value), hint=hint)


def check_labels(labels: Mapping[str, str], places: Mapping[str, Origin]) -> None:
    """The labels in which a template fills something in must have one place for it."""
    for name in _FILLED:
        text = labels.get(name, "{}")
        if text.count("{}") != 1 or re.search(r"[{}]", text.replace("{}", "")):
            where = places[f"labels.{name}"].at("labels", name)
            raise UsageError(f"`labels.{name}` must hold {{}} once", where=where, hint="something is filled in there")


def near(name: str, known: Iterable[str]) -> str:
    """What to do about an unknown name: the nearest right one, or all of them."""
    found = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f"did you mean `{found[0]}`?" if found else f"known: {', '.join(known)}"
