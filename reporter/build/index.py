"""`out/index.html`: the way in, all zones and their documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporter.build.manifest import Made, ZoneEntry
from reporter.build.plan import OVERVIEW
from reporter.rendering.site import render_site


@dataclass(frozen=True, slots=True)
class Link:
    """A document as the index shows it: the audience's title, and its path by format."""

    title: str
    paths: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A zone with its documents."""

    zone: ZoneEntry
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """The zones of one province, in their order."""

    name: str
    entries: tuple[Entry, ...]


def index_page(outputs: Sequence[Made], zones: Sequence[ZoneEntry]) -> str:
    """The index as one self-contained HTML page."""
    documents: dict[str, list[Made]] = defaultdict(list)
    for made in outputs:
        documents[made.zone].append(made)
    provinces: dict[str, list[Entry]] = defaultdict(list)
    for zone in zones:
        if zone.name in documents:
            provinces[zone.province].append(Entry(zone, _links(documents[zone.name])))
    groups = [Province(name or "其他", tuple(entries)) for name, entries in sorted(provinces.items(), key=_order)]
    return render_site(
        "index.html.j2",
        provinces=groups,
        overview=_links(documents.get(OVERVIEW, ())),
        zones=sum(len(group.entries) for group in groups),
        documents=len(outputs),
    )


def _links(made: Iterable[Made]) -> tuple[Link, ...]:
    by_audience: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in made:
        by_audience[one.audience, one.title or one.audience].append((one.format, one.path))
    return tuple(Link(title, tuple(sorted(paths))) for (_, title), paths in by_audience.items())


def _order(item: tuple[str, list[Entry]]) -> tuple[bool, int, str]:
    """Provinces with most zones first; zones of no known province last."""
    name, entries = item
    return (not name, -len(entries), name)
