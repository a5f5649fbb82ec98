"""When two readers say the same: a value, a unit, a zone, a period, an indicator's name.

In: what the product says and what a label says. Out: whether a reader would call them the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

ANY = "any"  # a label on which careful readers disagree

_NUMERAL = re.compile(r"[\d０-９零一二两三四五六七八九十百千万亿半几数]")  # fmt: skip
_SILENT = re.compile(r"[\s\W_]+")
_COUNTED = frozenset("家户个项件款种类条名人位所支只座台套辆次场笔处批枚颗张份册强年岁届列株") | {"", "台(套)"}
_SAME_UNIT = {
    "个百分点": "百分点", "方": "立方米", "度": "千瓦时", "个月": "月", "个工作日": "工作日", "km": "公里",
    "千米": "公里", "㎡": "平方米", "元人民币": "元", "人民币": "元", "nm": "纳米", "MW": "兆瓦", "MWh": "兆瓦时",
}  # fmt: skip
_SHORT = (
    ("自由贸易试验区", "自贸区"), ("自贸试验区", "自贸区"), ("自贸片区", "片区"), ("综合保税区", "综保区"),
    ("经济技术开发区", "经开区"), ("经济开发区", "经开区"), ("高新技术产业开发区", "高新区"),
)  # fmt: skip
_PROVINCE = re.compile(
    "^(中国)?(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州"
    "|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(省|市|自治区)?(?=.{2,}(区|园|城|港)$)"
)


def plain(text: str) -> str:
    """The text in one width, without marks and spaces."""
    return _SILENT.sub("", unicodedata.normalize("NFKC", text))


def numeral_at(text: str) -> int:
    """Where the first numeral of an expression stands; 0 when there is none."""
    found = _NUMERAL.search(text)
    return found.start() if found else 0


def same_number(value: float, high: float | None, wanted: float, wanted_high: float | None, unit: str = "") -> bool:
    """Both ends agree; two thirds may be 66.67% or 66.6667%."""

    def close(a: float, b: float) -> bool:
        return abs(a - b) <= (0.01 if unit == "%" else 1e-6 * max(1.0, abs(b)))

    low, top = (value, value if high is None else high)
    return close(low, wanted) and close(top, wanted if wanted_high is None else wanted_high)


def same_unit(unit: str, wanted: str) -> bool:
    """The same base unit; measure words of countable things are one. `wanted` may offer several: `MW|兆瓦`."""
    mine = _unit(unit)
    return any(mine == other or (mine in _COUNTED and other in _COUNTED) for other in map(_unit, wanted.split("|")))


def _unit(unit: str) -> str:
    folded = unicodedata.normalize("NFKC", unit.strip())
    return _SAME_UNIT.get(folded, folded)


def zone_key(name: str) -> str:
    """A zone's name with its type in short and its province left out: 河北香河经济技术开发区 is 香河经开区."""
    key = plain(name)
    for long, short in _SHORT:
        key = key.replace(long, short)
    cut = _PROVINCE.sub("", key)
    return cut if len(cut) > 4 and not cut.startswith("自贸区") else key


def same_zone(zone: str, wanted: str, names: Mapping[str, frozenset[str]] | None = None) -> bool:
    """The same zone under any of its names; `names` gives for a key the labelled zones that it may stand for."""
    if wanted == ANY:
        return True
    for option in wanted.split("|"):
        mine, other = zone_key(zone), zone_key(option)
        if mine == other:
            return True
        if mine and other and names and names.get(mine, frozenset()) & names.get(other, frozenset({option})):
            return True
    return False


def same_period(period: str, wanted: str) -> bool:
    """The same time: a running total's `as of` may stay unsaid, a span may be told by its end."""
    return any(_same_period(period, option) for option in wanted.split("|"))


def _same_period(period: str, wanted: str) -> bool:
    if wanted == ANY or period.strip("/") == wanted.strip("/"):
        return True
    if not wanted or wanted.startswith("/"):
        if not period or (re.fullmatch(r"\d{4}", period) and not wanted):
            return True
        mine, other = period[1:], wanted[1:]
        return period.startswith("/") and (mine.startswith(other) or other.startswith(mine))
    if wanted.endswith("/"):
        mine, other = period.split("/", maxsplit=1)[0], wanted.split("/", maxsplit=1)[0]
        return bool(mine) and (mine.startswith(other) or other.startswith(mine))
    mine, other = period.rsplit("/", maxsplit=1)[-1], wanted.rsplit("/", maxsplit=1)[-1]
    if mine == other:
        return bool(mine)
    if "/" in period and "/" in wanted:
        ends = zip(period.split("/"), wanted.split("/"), strict=False)
        return all(a and b and (a.startswith(b) or b.startswith(a)) for a, b in ends)
    return False


def alike(text: str, wanted: str) -> float:
    """How much of the shorter phrase's neighbouring characters the other has too, from 0 to 1."""
    mine, other = _pairs(text), _pairs(wanted)
    if not mine or not other:
        return 0.0
    return (mine & other).total() / min(mine.total(), other.total())


def _pairs(text: str) -> Counter[str]:
    bare = plain(text)
    return Counter(bare[i : i + 2] for i in range(max(1, len(bare) - 1))) if bare else Counter()


def same_metric(subject: str, metric: str, wanted: str) -> bool:
    """The indicator's name, alone or after its subject, overlaps the label's."""
    return max(alike(metric, wanted), alike(subject + metric, wanted)) >= 0.5


def names_of(zones: Iterable[Mapping[str, object]]) -> dict[str, frozenset[str]]:
    """For each name of the labelled zones the zones that it may stand for; a park may pass as the zone around it."""
    table: dict[str, set[str]] = {}
    for zone in zones:
        canonical = str(zone["zone"])
        aliases = zone.get("aliases")
        for name in [canonical, str(zone.get("official") or ""), *(aliases if isinstance(aliases, list) else [])]:
            if name:
                table.setdefault(zone_key(str(name)), set()).add(canonical)
        if zone.get("parent") and zone.get("type") in {"园区", "其他"}:
            table.setdefault(zone_key(str(zone["parent"])), set()).add(canonical)
    return {key: frozenset(values) for key, values in table.items()}
