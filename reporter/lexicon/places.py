"""Places: provinces, prefectures and counties, by short and by full name.

In: `tables/provinces.csv` and `tables/places.csv`. Out: `Places`, which answers what a name stands for and finds the
longest name that begins or ends at a place of a text.

    桂林市七星区 → 桂林市 (city, 广西) + 七星区 (county, 桂林)        红河 → 红河哈尼族彝族自治州 (city, 云南)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reporter.lexicon import table

_SUFFIX = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|林区|省|市|区|县|盟|旗)$")
_PEOPLES = re.compile(
    r"(?<=..)(?:(?:蒙古|[回藏壮苗瑶侗白傣彝满羌水土]|维吾尔|哈尼|土家|布依|朝鲜|傈僳|景颇|纳西|哈萨克|柯尔克孜|拉祜|佤|"
    r"布朗|独龙|怒|普米|仫佬|毛南|仡佬|黎|畲|锡伯|塔吉克|裕固|保安|东乡|撒拉|达斡尔|鄂温克|鄂伦春)族)+"
    r"(?=自治)|(?<=..)(?:各族|蒙古|哈萨克|锡伯|塔吉克|柯尔克孜|回族|壮族|维吾尔)+(?=自治)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A province, prefecture-level city or county-level place.

    `name` is what the press says (红河, 七星), `full` the official name; `level` is province, city or county;
    `province` and `city` are short names, `city` empty for a province and for what a province administers directly.
    """

    name: str
    full: str
    level: str
    province: str
    city: str


def _short(full: str) -> str:
    """The name without its suffix and the names of peoples: 红河哈尼族彝族自治州 → 红河, 赵县 → 赵县."""
    name = _SUFFIX.sub("", _PEOPLES.sub("", full))
    return name if len(name) > 1 else full


def _in_short(place: Place) -> tuple[str, ...]:
    """What else the press calls a place: 凉山州, 红河州."""
    return (f"{place.name}州",) if place.full.endswith("自治州") and not place.name.endswith("州") else ()


class Places:
    """All places; a name that several share answers with all of them, the larger first."""

    def __init__(self, places: Iterable[Place]) -> None:
        rank = {"province": 0, "city": 1, "county": 2}
        self._by_name: dict[str, tuple[Place, ...]] = {}
        for place in sorted(places, key=lambda p: rank[p.level]):
            for name in {place.name, place.full, *_in_short(place)}:
                self._by_name[name] = (*self._by_name.get(name, ()), place)
        self._lengths_from = _lengths((name[:2], name) for name in self._by_name)
        self._lengths_to = _lengths((name[-2:], name) for name in self._by_name)

    def named(self, name: str) -> tuple[Place, ...]:
        """All places of this short or full name."""
        return self._by_name.get(name, ())

    def one(self, name: str, province: str = "", city: str = "") -> Place | None:
        """The place of this name, in the province and city where they are given; the largest of several."""
        for place in self.named(name):
            if (not province or place.province == province) and (not city or city in (place.city, place.name)):
                return place
        return None

    @property
    def beginnings(self) -> frozenset[str]:
        """The two characters with which each place name begins."""
        return frozenset(self._lengths_from)

    def starting(self, text: str, start: int, limit: int) -> str:
        """The longest place name that begins at `start` and ends by `limit`; empty where none does."""
        for length in self._lengths_from.get(text[start : start + 2], ()):
            name = text[start : start + length]
            if start + length <= limit and name in self._by_name:
                return name
        return ""

    def ending(self, text: str, end: int, limit: int = 0) -> str:
        """The longest place name that ends at `end` and begins at or after `limit`; empty where none does."""
        for length in self._lengths_to.get(text[max(0, end - 2) : end], ()):
            start = end - length
            if start >= limit and text[start:end] in self._by_name:
                return text[start:end]
        return ""

    def __iter__(self) -> Iterator[Place]:
        seen: set[int] = set()
        for places in self._by_name.values():
            for place in places:
                if id(place) not in seen:
                    seen.add(id(place))
                    yield place


def _lengths(names: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """How long the names with each two characters at an edge can be, the longest first: few are tried at a place."""
    found: dict[str, set[int]] = {}
    for edge, name in names:
        found.setdefault(edge, set()).add(len(name))
    return {edge: tuple(sorted(lengths, reverse=True)) for edge, lengths in found.items()}


@cache
def load() -> Places:
    """All places of the shipped tables, made once for all who ask."""
    return Places([*_provinces(), *_others()])


def _provinces() -> Iterator[Place]:
    for row in table.rows("provinces"):
        yield Place(row["short"], row["full"], "province", row["short"], "")


def _others() -> Iterator[Place]:
    for row in table.rows("places"):
        province, prefecture = row["province"], row["prefecture"]
        city = _short(prefecture)
        if prefecture and prefecture != province:
            full = prefecture if _SUFFIX.search(prefecture) else prefecture + "市"
            yield Place(city, full, "city", province, "")
        for column, suffix in (("districts", "区"), ("cities", "市"), ("counties", "县")):
            for cell in row[column].split():
                whole = cell[-1] in "区县市旗" and len(cell) > 1 and (len(cell) > 2 or suffix == "县")
                full = cell if whole else cell + suffix
                yield Place(_short(full), full, "county", province, city)
