"""Audiences from folders: `audience.toml`, what it extends, and the settings of reporter.toml on top.

A folder `leader/` in the user's templates lies over the built-in `leader/`; a folder of a new name says what it
`extends` (default `_base`). Tables are merged key by key, lists replace each other.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reporter.briefing.choices import Origin, check, check_labels, near
from reporter.briefing.names import KNOWN_SECTIONS
from reporter.config import toml
from reporter.errors import UsageError
from reporter.model import FORMATS, Audience, Paper, PdfOptions, SectionChoice, Selection

BASE = "_base"
FILE_NAME = "audience.toml"
_NAME = re.compile(r"[^\\/:.][^\\/:]*")


def audience_names(roots: Sequence[Path]) -> tuple[str, ...]:
    """All audiences that the folders `roots` hold, sorted; those whose name begins with `_` are shared parts."""
    found = {folder.name for root in roots if root.is_dir() for folder in root.iterdir() if folder.is_dir()}
    return tuple(sorted(name for name in found if not name.startswith(("_", "."))))


def load_audience(
    name: str,
    roots: Sequence[Path],
    overrides: Mapping[str, Any] | None = None,
    *,
    settings: Path | None = None,
    asked_by: str = "",
) -> Audience:
    """The audience `name`, looked for in `roots` in their order; `overrides` are its part of reporter.toml.

    `settings` is the path of that file and `asked_by` the place that names the audience, both for errors. Raises
    UsageError with file, line and the nearest right name when there is no such audience, or when a setting is
    unknown, of a wrong type or without sense.
    """
    layers = _layers(name, roots, asked_by)
    merged: dict[str, Any] = {}
    places: dict[str, Origin] = {}
    for _, folder, data in reversed(layers):
        _merge(merged, data, places, Origin(folder / FILE_NAME))
    if overrides:
        origin = Origin(settings, ("audience", name), f"reporter.toml [audience.{name}]")
        check(overrides, origin)
        if "extends" in overrides:
            raise UsageError("`extends` stands in an audience.toml only", where=origin.at("extends"))
        _merge(merged, overrides, places, origin)
    chain = tuple(dict.fromkeys(layer for layer, _, _ in layers))
    return _build(name, chain, tuple(str(folder) for _, folder, _ in layers), merged, places)


def _layers(name: str, roots: Sequence[Path], asked_by: str) -> list[tuple[str, Path, dict[str, Any]]]:
    """Every folder that has a say, the audience's own first, `_base` last."""
    layers: list[tuple[str, Path, dict[str, Any]]] = []
    current = name
    trail: list[str] = []
    while True:
        if current in trail:
            raise UsageError(
                f"audiences extend one another in a circle: {' → '.join([*trail, current])}", where=asked_by
            )
        trail.append(current)
        known = bool(_NAME.fullmatch(current))  # and no path to somewhere else
        folders = [root / current for root in roots if known and (root / current).is_dir()]
        if not folders:
            near = difflib.get_close_matches(current, audience_names(roots), 1, 0.4)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(audience_names(roots)) or 'none'}"
            raise UsageError(f"there is no audience `{current}`", where=asked_by, hint=hint)
        extends = ""
        for folder in folders:
            data = _read(folder / FILE_NAME)
            layers.append((current, folder, data))
            extends = data.get("extends", "")
            asked_by = toml.place(folder / FILE_NAME, "extends") if extends else str(folder / FILE_NAME)
            if extends and extends != current:
                break
        if current == BASE:
            return layers
        current = extends if extends and extends != current else BASE


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    data = toml.read(path)
    check(data, Origin(path))
    return data


def _merge(
    into: dict[str, Any], data: Mapping[str, Any], places: dict[str, Origin], where: Origin, path: str = ""
) -> None:
    for key, value in data.items():
        here = f"{path}{key}"
        if isinstance(value, Mapping):
            _merge(into.setdefault(key, {}), value, places, where, f"{here}.")
        else:
            into[key] = value
            places[here] = where


def _build(
    name: str, chain: tuple[str, ...], folders: tuple[str, ...], data: dict[str, Any], places: dict[str, Origin]
) -> Audience:
    described: dict[str, dict[str, Any]] = data.get("sections", {})
    order: list[str] = data.get("order", list(described))
    for section in order:
        if section not in described and section not in KNOWN_SECTIONS:
            where = places["order"].at("order") if "order" in places else ""
            hint = near(section, (*KNOWN_SECTIONS, *described))
            raise UsageError(f"`{section}` is no section", where=where, hint=hint)
    check_labels(data.get("labels", {}), places)
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
        formats=tuple(data.get("formats", FORMATS)),
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
        places={key: str(origin) for key, origin in places.items()},
    )


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
