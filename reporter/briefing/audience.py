"""Audiences from folders: `audience.toml`, what it extends, and the settings of reporter.toml on top.

A folder `leader/` in the user's templates lies over the built-in `leader/`; a folder of a new name says what it
`extends` (default `_base`). Tables are merged key by key, lists replace each other.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reporter.briefing.names import KNOWN_SECTIONS
from reporter.errors import UsageError
from reporter.model import Audience, Paper, PdfOptions, SectionChoice, Selection

BASE = "_base"
FILE_NAME = "audience.toml"


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
    few: float | None = None
    part: float | None = None
    stale: float | None = None
    doubtful: bool | None = None
    external: bool | None = None


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
_KINDS = ("indicator", "project", "company", "policy", "person", "quote", "industry", "ranking", "event")
_SCOPES = ("zone", "entity", "external")
_FORMATS = ("html", "pdf")
_ATTACHMENTS = ("csv", "json")


def audience_names(roots: Sequence[Path]) -> tuple[str, ...]:
    """All audiences that the folders `roots` hold, sorted; those whose name begins with `_` are shared parts."""
    found = {folder.name for root in roots if root.is_dir() for folder in root.iterdir() if folder.is_dir()}
    return tuple(sorted(name for name in found if not name.startswith(("_", "."))))


def load_audience(name: str, roots: Sequence[Path], overrides: Mapping[str, Any] | None = None) -> Audience:
    """The audience `name`, looked for in `roots` in their order; `overrides` are its part of reporter.toml.

    Raises UsageError with file, line and the nearest right name when there is no such audience, or when a setting
    is unknown, of a wrong type or without sense.
    """
    layers = _layers(name, roots)
    merged: dict[str, Any] = {}
    places: dict[str, str] = {}
    for _, folder, data in reversed(layers):
        _merge(merged, data, places, str(folder / FILE_NAME))
    if overrides:
        where = f"reporter.toml [audience.{name}]"
        _check(dict(overrides), "", where)
        _merge(merged, overrides, places, where)
    chain = tuple(dict.fromkeys(layer for layer, _, _ in layers))
    return _build(name, chain, tuple(str(folder) for _, folder, _ in layers), merged, places)


def _layers(name: str, roots: Sequence[Path]) -> list[tuple[str, Path, dict[str, Any]]]:
    """Every folder that has a say, the audience's own first, `_base` last."""
    layers: list[tuple[str, Path, dict[str, Any]]] = []
    current, asked_by = name, ""
    trail: list[str] = []
    while True:
        if current in trail:
            raise UsageError(
                f"audiences extend one another in a circle: {' → '.join([*trail, current])}", where=asked_by
            )
        trail.append(current)
        folders = [root / current for root in roots if (root / current).is_dir()]
        if not folders:
            near = difflib.get_close_matches(current, audience_names(roots), 1, 0.4)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(audience_names(roots)) or 'none'}"
            raise UsageError(f"there is no audience `{current}`", where=asked_by, hint=hint)
        extends = ""
        for folder in folders:
            data = _read(folder / FILE_NAME)
            layers.append((current, folder, data))
            asked_by = str(folder / FILE_NAME)
            extends = data.get("extends", "")
            if extends and extends != current:
                break
        if current == BASE:
            return layers
        current = extends if extends and extends != current else BASE


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8 text", where=str(path), hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = f"{path}:{line[1]}" if line else str(path)
        raise UsageError(f"is not valid TOML: {error}", where=place, hint="mend that line") from error
    _check(data, text, str(path))
    return data


def _check(data: Mapping[str, Any], text: str, where: str) -> None:
    """Names first, because a near miss can then be named; then types; then the values that come from a list."""
    _names(data, _File, "", text, where)
    for part, struct in _STRUCTS.items():
        _names(data.get(part), struct, part, text, where)
    for name, section in (data.get("sections") or {}).items() if isinstance(data.get("sections"), Mapping) else ():
        _names(section, _Section, f"sections.{name}", text, where)
    try:
        made = msgspec.convert(data, _File)
    except msgspec.ValidationError as error:
        told, _, path = str(error).partition(" - at `$")
        key = path.strip("`.").rpartition(".")[2].rstrip("[.]`")
        place = path.strip("`.") or "the file"
        raise UsageError(f"`{place}`: {told[0].lower()}{told[1:]}", where=_place(where, text, key)) from error
    _choices(made.formats, _FORMATS, "format", "formats", text, where)
    _choices(made.pdf.attachments if made.pdf else None, _ATTACHMENTS, "attachment", "attachments", text, where)
    for name, section in (made.sections or {}).items():
        if not section.custom:
            _choices([name], KNOWN_SECTIONS, "section", name, text, where)
        _choices(section.kinds, _KINDS, "fact kind", "kinds", text, where)
        _choices(section.scopes, _SCOPES, "scope", "scopes", text, where)


def _names(data: Any, struct: type[msgspec.Struct], place: str, text: str, where: str) -> None:
    if not isinstance(data, Mapping):
        return
    for key in data:
        if key not in struct.__struct_fields__:
            inside = f" in [{place}]" if place else ""
            raise UsageError(
                f"unknown setting `{key}`{inside}",
                where=_place(where, text, key),
                hint=_hint(key, struct.__struct_fields__),
            )


def _choices(given: Iterable[str] | None, known: Iterable[str], what: str, key: str, text: str, where: str) -> None:
    for value in given or ():
        if value not in known:
            raise UsageError(f"`{value}` is no {what}", where=_place(where, text, key), hint=_hint(value, known))


def _hint(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f"did you mean `{near[0]}`?" if near else f"known: {', '.join(known)}"


def _place(where: str, text: str, key: str) -> str:
    pattern = re.compile(rf'^\s*\[*(?:[\w."]+\.)?"?{re.escape(key)}"?\s*(?:=|\]|\.)')
    line = next((n for n, row in enumerate(text.splitlines(), 1) if pattern.match(row)), 0)
    return f"{where}:{line}" if line else where


def _merge(into: dict[str, Any], data: Mapping[str, Any], places: dict[str, str], where: str, path: str = "") -> None:
    for key, value in data.items():
        here = f"{path}{key}"
        if isinstance(value, Mapping):
            _merge(into.setdefault(key, {}), value, places, where, f"{here}.")
        else:
            into[key] = value
            places[here] = where


def _build(
    name: str, chain: tuple[str, ...], folders: tuple[str, ...], data: dict[str, Any], places: dict[str, str]
) -> Audience:
    described: dict[str, dict[str, Any]] = data.get("sections", {})
    order: list[str] = data.get("order", list(described))
    for section in order:
        if section not in described and section not in KNOWN_SECTIONS:
            where = places.get("order", "")
            text = Path(where).read_text(encoding="utf-8-sig") if Path(where).is_file() else ""
            raise UsageError(
                f"`{section}` is no section",
                where=_place(where, text, "order"),
                hint=_hint(section, (*KNOWN_SECTIONS, *described)),
            )
    sections = tuple(
        SectionChoice(section, **_frozen({"title": KNOWN_SECTIONS.get(section, section)} | described.get(section, {})))
        for section in order
    )
    return Audience(
        name=name,
        title=data.get("title", name),
        chain=chain,
        folders=folders,
        subtitle=data.get("subtitle", ""),
        formats=tuple(data.get("formats", _FORMATS)),
        overview=data.get("overview", False),
        sections=sections,
        selection=Selection(**_frozen(data.get("selection", {}))),
        paper=Paper(**data.get("paper", {})),
        pdf=PdfOptions(**_frozen(data.get("pdf", {}))),
        fonts=data.get("fonts", {}),
        colours=data.get("colours", {}),
        dark=data.get("dark", {}),
        labels=data.get("labels", {}),
        themes=_frozen(data.get("themes", {})),
        wording=_frozen(data.get("wording", {})),
        places=places,
    )


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
