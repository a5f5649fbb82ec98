"""Zones: the gazetteer of development zones and the words that end a zone's name.

In: `tables/zones_*.csv`, `tables/zone_words.csv` and the user's zones. Out: `Gazetteer`, which knows each zone under
its canonical name, its official name and its aliases, in any usual spelling:

    德阳高新区 = 德阳高新技术产业开发区 = 四川省德阳市国家高新区        临港新片区 = 上海自贸试验区临港新片区
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reporter.config.words import UserZone
from reporter.lexicon import table
from reporter.lexicon.places import Places
from reporter.model import Zone, ZoneType

OFFICIAL = {
    "高新区": "高新技术产业开发区",
    "经开区": "经济技术开发区",
}
"""Closing words in short and in full."""
_IN_FULL = "高新区 in full"
_MEANT = {"开发区": ("开发区", "经开区", _IN_FULL), "自贸区": ("自贸区", "片区")}
"""Closing words that may stand for others: 江阴开发区 for 江阴高新区, but no 滨海开发区 for 天津's 滨海高新区."""
_TABLES = {
    "zones_hightech": ZoneType.HIGH_TECH,
    "zones_economic": ZoneType.ECONOMIC,
    "zones_freetrade": ZoneType.FREE_TRADE,
    "zones_bonded": ZoneType.BONDED,
    "zones_other": ZoneType.OTHER,
}
_BRACKETS = re.compile(r"[（(](.*?)[)）]")
_LEVEL = re.compile(r"(?:国家级|国家|省级)$")


@dataclass(frozen=True, slots=True)
class ZoneWord:
    """A word that ends a zone's name; `tier` A after any proper name, B only after a place or another zone.

    C ends a name only inside a longer name that the gazetteer has.
    """

    word: str
    type: ZoneType
    short: str
    tier: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A zone of the gazetteer; `soft` are bare words that mean it only on a page that names it in full."""

    zone: Zone
    soft: tuple[str, ...]


class Gazetteer:
    """All known zones, found by any usual spelling of their names.

    A spelling is split into its core and its closing word (德阳 + 高新技术产业开发区); the core is looked up among the
    zones whose name closes with a word of the same short form.
    """

    def __init__(self, entries: Iterable[Entry], words: Iterable[ZoneWord], places: Places) -> None:
        self.places = places
        self.words = {word.word: word for word in words}
        self.split = lru_cache(maxsize=4096)(self._read_split)
        self._split = re.compile("(?:国家级|国家|省级)?(" + "|".join(sorted(self.words, key=len, reverse=True)) + ")$")
        self.by_name: dict[str, Entry] = {}
        self.soft: dict[str, tuple[Entry, ...]] = {}
        self.bare: dict[str, Entry] = {}
        self._cores: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            self.by_name[entry.zone.name] = entry
        for entry in self.by_name.values():
            self._add(entry)
        self._core_ends = {short: frozenset(core[-2:] for core in cores) for short, cores in self._cores.items()}

    def _add(self, entry: Entry) -> None:
        for soft in entry.soft:
            self.soft[soft] = (*self.soft.get(soft, ()), entry)
        for name in dict.fromkeys((entry.zone.name, entry.zone.official, *entry.zone.aliases)):
            core, word = self.split(name)
            if not name:
                continue
            if word is None or not core:
                self.bare.setdefault(name, entry)
                continue
            cores = self._cores.setdefault(word.short, {})
            full = entry.zone.type is ZoneType.HIGH_TECH and self._is_full(core, entry.zone)
            for spelling in self._spellings(core, entry.zone):
                cores.setdefault(spelling, entry)
                if full:
                    self._cores.setdefault(_IN_FULL, {}).setdefault(spelling, entry)
        if entry.zone.type is ZoneType.FREE_TRADE_AREA:
            self._add_area(entry)

    def _is_full(self, core: str, zone: Zone) -> bool:
        """Whether a core is that of the zone's name or begins with its city, and is none of its shorter names."""
        city = zone.city.split("、")[0]
        return core == self.split(zone.name)[0] or bool(city and core.startswith(city))

    def _add_area(self, entry: Entry) -> None:
        """An area of a free trade zone also goes by its own name: 武汉片区, 武汉自贸片区, 武汉自贸区."""
        core, word = self.split(entry.zone.name.partition("自贸区")[2])
        if word is not None and core:
            for spelling in self._spellings(core, entry.zone):
                for short in (word.short, "片区"):
                    self._cores.setdefault(short, {}).setdefault(spelling, entry)

    def _spellings(self, core: str, zone: Zone) -> Iterator[str]:
        """A core with province, 市 and district suffix as the press may add them: 四川省德阳市."""
        yield core
        places = [p for p in self.places.named(core) if p.province in zone.province or not zone.province]
        cores = {core, *(p.full for p in places[:1])}
        for province in zone.province.split("、") if zone.province else ():
            full = self.places.named(province)[0].full if self.places.named(province) else province
            for form in cores:
                yield form
                if not form.startswith(province):
                    yield province + form
                    yield full + form
        city = zone.city.split("、")[0]
        if city and not core.startswith(city) and city not in zone.province:
            for form in cores:
                yield city + form
                yield city + "市" + form

    def _read_split(self, name: str) -> tuple[str, ZoneWord | None]:
        """A name's core and closing word: 香河经济技术开发区 → 香河, 经济技术开发区. `split` remembers it."""
        match = self._split.search(name)
        if not match:
            return name, None
        return _LEVEL.sub("", name[: match.start()]), self.words[match.group(1)]

    def core(self, core: str, word: ZoneWord) -> Entry | None:
        """The zone of this core and closing word; 开发区 may close an 经开区's name or a 高新区's."""
        for cores in self.cores(word):
            if core in cores:
                return cores[core]
        return None

    def cores(self, word: ZoneWord) -> list[dict[str, Entry]]:
        """The cores that may stand before this closing word: 武汉自贸区 may also mean an area."""
        return [self._cores[short] for short in _MEANT.get(word.short, (word.short,)) if short in self._cores]

    def cores_before(self, word: ZoneWord, end: str) -> list[dict[str, Entry]]:
        """Those among them that have a core ending like `end`, two characters of a text (some core is but one: 哈)."""
        ends = frozenset((end, end[-1:]))
        shorts = _MEANT.get(word.short, (word.short,))
        return [self._cores[short] for short in shorts if not ends.isdisjoint(self._core_ends.get(short, ()))]

    def find(self, name: str) -> Zone | None:
        """The known zone of this name in any usual spelling, None where no table has it."""
        if name in self.by_name:
            return self.by_name[name].zone
        if name in self.bare:
            return self.bare[name].zone
        for spelling in (name, _plain(name)):
            core, word = self.split(spelling)
            entry = self.core(core, word) if word else None
            if entry is not None:
                return entry.zone
        return None

    @property
    def zones(self) -> Iterator[Zone]:
        """All known zones in the order of the tables."""
        return (entry.zone for entry in self.by_name.values())


def _plain(name: str) -> str:
    """中国（湖北）自由贸易试验区 → 湖北自由贸易试验区."""
    return _BRACKETS.sub(r"\1", name.removeprefix("中国")) if name.startswith("中国") else name


@cache
def closing_words() -> tuple[str, ...]:
    """The words that end a zone's name."""
    return tuple(row["word"] for row in table.rows("zone_words"))


@cache
def general_words() -> tuple[str, ...]:
    """What the press calls a zone by, whichever it is: 高新区, 片区, 园区."""
    return tuple(row["word"] for row in table.rows("zone_words") if row["general"])


@cache
def short_names() -> tuple[str, ...]:
    """What known zones are called by for short, without a closing word: 光谷."""
    return tuple(
        dict.fromkeys(name for rows in map(table.rows, _TABLES) for row in rows for name in row["short"].split())
    )


def load(user: Iterable[UserZone], places: Places) -> Gazetteer:
    """The shipped zones and the user's; a user's zone replaces the shipped one of the same name."""
    words = [ZoneWord(r["word"], ZoneType(r["type"]), r["short"], r["tier"]) for r in table.rows("zone_words")]
    entries = {entry.zone.name: entry for name, kind in _TABLES.items() for entry in _table(name, kind)}
    for own in user:
        entries[own.name] = _own(own)
    return Gazetteer(entries.values(), words, places)


def _table(name: str, kind: ZoneType) -> Iterator[Entry]:
    for row in table.rows(name):
        parent = row["parent"]
        zone_type = ZoneType(row["type"]) if row.get("type") else kind
        if kind is ZoneType.FREE_TRADE and parent:
            zone_type = ZoneType.FREE_TRADE_AREA
        zone = Zone(
            name=row["name"],
            official=row["official"] or _official(row["name"], zone_type),
            type=zone_type,
            level=row.get("level", "国家级"),
            province=row["province"].replace(" ", "、"),
            city=row["city"].replace(" ", "、"),
            parent=parent,
            aliases=tuple(row["aliases"].split()),
        )
        yield Entry(zone, tuple(row["short"].split()))


def _official(name: str, kind: ZoneType) -> str:
    """The official name where it follows from the canonical one."""
    if kind in (ZoneType.FREE_TRADE, ZoneType.FREE_TRADE_AREA):
        province, _, area = name.partition("自贸区")
        return f"中国（{province}）自由贸易试验区{area}"
    long = OFFICIAL.get(kind.value)
    return name.removesuffix(kind.value) + long if long and name.endswith(kind.value) else name


def _own(own: UserZone) -> Entry:
    kind = ZoneType(own.type) if own.type in list(ZoneType) else ZoneType.OTHER
    zone = Zone(own.name, own.official or own.name, kind, own.level, own.province, own.city, own.parent, own.aliases)
    return Entry(zone, ())
