"""Which names are one company: 莱尼电气 is 莱尼电气系统（济宁）有限公司, 南玻集团 is 中国南玻集团.

In: the mentions of one article. Out: groups of mentions under their fullest name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol, TypeVar

from reporter.extraction.kinds.edges import without_place
from reporter.lexicon.kinds import company_words, name_words, place_names


class Named(Protocol):
    """Anything with a company's name and whether that carries a legal form."""

    @property
    def name(self) -> str:
        """As printed."""
        ...

    @property
    def formal(self) -> bool:
        """Whether it ends in 有限公司 or the like."""
        ...

    @property
    def full(self) -> str:
        """The name that the article says it stands for, or empty."""
        ...


N = TypeVar("N", bound=Named)

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


_LINES = re.compile(
    "(?:(?:股份|控股|集团|有限|责任|公司|企业|总部|国际|实业|发展|技术|管理|工程|建设|贸易|研究|产业|工业|投资))+$"
)


@lru_cache(maxsize=8192)
def brand_of(name: str) -> str:
    """What is left of a name without place, legal form and lines of business (四川汉星航通科技有限公司 → 汉星航通)."""
    body = without_place(_BRACKETS.sub("", name))
    if body.startswith("中国") and len(body) >= 4:
        body = body[2:]
    while True:
        shorter = _LINES.sub("", body)
        if shorter.endswith(_trades()):
            trade = next((t for t in _trades() if len(shorter) > len(t) and shorter.endswith(t)), "")
            shorter = shorter.removesuffix(trade)
        if shorter == body or not shorter:
            return body
        body = shorter


@cache
def _trades() -> tuple[str, ...]:
    """Every line of business, the longest first."""
    words = company_words()
    return tuple(sorted((*words.trades, *words.lines), key=len, reverse=True))


def same_company(one: str, other: str) -> bool:
    """Whether two names in one article stand for one company.

    The brands agree (华强科技 and 湖北华强公司), or the short one begins the full one (莱尼, 莱尼电气系统有限公司).
    A group and its subsidiary stay two (骆驼集团 and 骆驼集团新能源公司), as do companies with different legal names
    and branches of a bank.
    """
    if one == other:
        return True
    short, full = (one, other) if fuller(one) < fuller(other) else (other, one)
    if full.endswith(short) and ((place := full[: -len(short)]) in place_names() or place == "中国"):
        return True
    if _unbracketed(short, full):
        return True
    if "银行" in short or "银行" in full or ("有限" in short and "有限" in full):
        return False
    return not _related(short, full) and not _abroad(short, full) and _brands_agree(short, full)


def _abroad(one: str, other: str) -> bool:
    """Whether one is of another country and the other begins with a place at home (美国雅澜, 广西雅澜锂业)."""
    countries = name_words().countries
    if one.startswith(countries) == other.startswith(countries):
        return False
    home = other if one.startswith(countries) else one
    return without_place(home) != home


def _related(short: str, full: str) -> bool:
    """Whether one is a group and the other a company of that group (骏马集团, 骏马传动)."""
    if short.endswith("集团") != full.endswith("集团") and "集团" not in short.removesuffix("集团") + full.removesuffix(
        "集团"
    ):
        if full.startswith(short) and len(short) >= _WHOLE_NAME:
            return False  # 霁翼航空, 霁翼航空技术集团
        member = full if short.endswith("集团") else short
        return brand_of(member) != without_place(member) and "有限" not in member
    if short.endswith("集团") and "集团" in full and not full.endswith("集团") and "集团有限" not in full:
        return "集团股份" not in full
    return short in full and full[full.index(short) + len(short) :].startswith("集团")


_WHOLE_NAME = 4
"""As many characters of a brand and its trade are the group's own name, not a member's."""


def _unbracketed(short: str, full: str) -> bool:
    """Whether a short name is a full one without its brackets and legal form: 砺快中国, 砺快（中国）有限公司."""
    bare = full.replace("（", "").replace("）", "")
    return len(short) >= 4 and bare != full and bare.startswith(short)


def _brands_agree(short: str, full: str) -> bool:
    left, right = brand_of(short), brand_of(full)
    if len(left) < 2:
        return False
    return left == right or ("有限" in full and not short.endswith("集团") and _opens(left, _BRACKETS.sub("", full)))


def _opens(brand: str, name: str) -> bool:
    """Whether a name begins with a brand, after its place (内蒙古|泰兴泰|化工有限公司: 泰兴 is a city too)."""
    before = name.partition(brand)[0]
    return brand in name and (not before or without_place(f"{before}{_ANY}") == _ANY)


_ANY = "某某"


def group(mentions: Sequence[N]) -> list[tuple[str, list[N]]]:
    """Mentions under their fullest names, in the order in which the companies are first named."""
    names = sorted({mention.name for mention in mentions}, key=fuller, reverse=True)
    full: dict[str, str] = {}
    for number, name in enumerate(names):
        full[name] = next((other for other in names[:number] if same_company(name, other)), name)
    full.update({mention.name: mention.full for mention in mentions if mention.full})
    groups: dict[str, list[N]] = {}
    for mention in mentions:
        groups.setdefault(_last(full, mention.name), []).append(mention)
    return list(groups.items())


def _last(full: dict[str, str], name: str) -> str:
    """The end of a chain of names, each fuller than the one before."""
    while full[name] != name:
        name = full[name]
    return name


def fuller(name: str) -> tuple[bool, int, str]:
    """How full a name is, as a key: one with a legal form before one without, the longer before the shorter."""
    return ("有限" in name, len(name), name)
