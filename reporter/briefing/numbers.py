"""How a number is set on a page: as the source prints it, split so that a template can set its parts apart.

GB/T 15835-2011: Arabic digits for what is measured, 万 and 亿 instead of rows of noughts, a wave dash for ranges.
Hedges (余 多 近 约 超) stay where the source has them, because a figure without its hedge is another figure.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reporter.model import Figure, Printed, Qualifier, Relation

_DIGITS = r"-?\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE_WORDS = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"
_RANGE = rf"{_DIGITS}(?:{_SCALE_WORDS})?[^\d]{{0,2}}?\s*(?:～|~|-|—|–|至|到)\s*{_DIGITS}"
_PRINTED = re.compile(rf"(?P<before>[^\d-]{{0,4}}?)(?P<number>{_RANGE}|{_DIGITS})(?P<unit>[^\d]*)")
_REST = re.compile(rf"[余多几来]*(?P<scale>{_SCALE_WORDS}|[kKM](?![a-zA-Z]))?[余多几来]*(?P<unit>.*)")
_DASH = re.compile(r"\s*(?:～|~|-|—|–|至|到)\s*")
_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "k": 1000,
    "K": 1000,
    "M": 10**6,
}

_HEDGES = {
    Qualifier.OVER: (re.compile(r"[余多超逾破上几来]|强$|以上|至少|不少于|不低于|大于"), "超"),
    Qualifier.UNDER: (re.compile(r"[近]|弱$|不到|不足|以下|以内|不超|低于|少于"), "不到"),
    Qualifier.ABOUT: (re.compile(r"[约]|左右|上下|大致|近|不等"), "约"),
    Qualifier.UPTO: (re.compile(r"最|至多|不超|高达|可达|以内"), "最高"),
}
_AFTER = re.compile(r"以上|以下|以内|左右|上下")
_BEFORE = re.compile(
    r"(?:突破|超过|不少于|不低于|至少|超|逾|接近|近|不到|不足|低于|大约|约|最高|最快|最多|至多|可达|高达)$"
)
_AT_LEAST = re.compile(r"(至少|不少于|不低于|最少)[^，。；,;\d]{0,8}$")  # 至少需要3年 is no 超3年
_HEDGED_WORD = re.compile(r"(?:超过?|近|约|逾|上)(?=[一二两三四五六七八九十百千万亿数])")  # 超千亿元
_THOUSANDS = re.compile("([十百千])([万亿])(?![余多几])")
_POINTS = frozenset(["个", "个点", "点", ""])
_LONGEST = 18


def printed(figure: Figure) -> Printed:
    """The number of a figure, as its first evidence prints it; composed from the value where that cannot be shown.

    `1.13亿美元` → `1.13` `亿美元`; `3900多万美元` → `3900` `多万美元`; `近2000家` → `近` `2000` `家`;
    `3到5分钟` → `3～5` `分钟`; `千亿元` stays in words.
    """
    text = _plain(figure.evidence.text)
    found = _PRINTED.fullmatch(text)
    if found and len(text) <= _LONGEST and (found["unit"] or not figure.unit):
        unit = found["unit"]
        if figure.unit == "百分点" and unit in _POINTS:
            unit = "个百分点"  # 7.4|个|和9个百分点
        parts = _scaled(Printed(found["before"], _DASH.sub("～", found["number"].replace(",", "")), unit))
    elif text and len(text) <= _LONGEST and not re.search(r"\d", text):
        parts = _in_words(text, figure)
    elif text and len(text) <= _LONGEST:
        parts = Printed("", text, "")  # 2/3, 1年半: the source's own words are never wrong
    else:
        parts = composed(figure.value, figure.value_high, figure.unit)
    return _hedged(parts, figure)


def _scaled(parts: Printed) -> Printed:
    """Only 万 and 亿 stand for noughts: `8` `千万元` → `8000` `万元` (GB/T 15835-2011, 4.1.2)."""
    found = _THOUSANDS.match(parts.unit)
    if found is None or not re.fullmatch(r"\d{1,2}", parts.number):
        return parts
    return Printed(parts.before, str(int(parts.number) * _SCALES[found[1]]), f"{found[2]}{parts.unit[found.end() :]}")


def _in_words(text: str, figure: Figure) -> Printed:
    """An expression without digits: kept when it ends with its unit (千亿元) or is a rank (第二), else composed."""
    if figure.relation is Relation.RANK:
        return Printed("", re.sub(r"(?<=[一二三四五六七八九十])大$", "", text), "")
    if figure.unit and text.endswith(figure.unit):
        hedge = _HEDGED_WORD.match(text)
        before = hedge[0] if hedge else ""
        return Printed(before, text.removeprefix(before).removesuffix(figure.unit), figure.unit)
    if figure.unit == "%" or (figure.unit and figure.unit in text):
        return Printed("", text, "")
    return composed(figure.value, figure.value_high, figure.unit)


def composed(value: float, high: float | None, unit: str) -> Printed:
    """A number from its base value: 113000000 美元 → `1.13` `亿美元`; 2537 家 → `2537` `家`."""
    scale, word = 1, ""
    largest = max(abs(value), abs(high or 0))
    for name in ("亿", "万"):
        if largest >= _SCALES[name] and largest != 10**4:
            scale, word = _SCALES[name], name
            break
    number = _shortest(value, scale)
    if high is not None:
        number = f"{number}～{_shortest(high, scale)}"
    return Printed("", number, f"{word}{unit}")


def agrees(figure: Figure) -> bool:
    """Whether the printed expression and the value say the same, as far as that can be told.

    False only where digits, scale and unit are all plain and the product differs: a sign of a misreading.
    """
    text = _plain(figure.evidence.text)
    found = _PRINTED.fullmatch(text)
    if not found or not re.fullmatch(_DIGITS, found["number"]):
        return True
    rest = _REST.fullmatch(found["unit"])
    if rest is None or rest["unit"] != figure.unit:
        return True
    value = float(Decimal(found["number"].replace(",", "")) * _SCALES.get(rest["scale"] or "", 1))
    return abs(value - figure.value) <= 1e-12 * max(1.0, abs(value))


def _hedged(parts: Printed, figure: Figure) -> Printed:
    """The hedge that the figure has and its words lack: as it stands beside them in the sentence, else a plain one."""
    wanted = _HEDGES.get(figure.qualifier)
    if (
        wanted is None
        or figure.relation is Relation.RANK
        or wanted[0].search(f"{parts.before}{parts.number}{parts.unit}")
    ):
        return parts
    evidence = figure.evidence
    after = _AFTER.match(evidence.sentence, evidence.end)
    if after and wanted[0].search(after[0]):
        return Printed(parts.before, parts.number, f"{parts.unit}{after[0]}")
    before = _BEFORE.search(evidence.sentence[: evidence.start])
    apart = _AT_LEAST.search(evidence.sentence[: evidence.start]) if figure.qualifier is Qualifier.OVER else None
    hedge = before[0] if before and wanted[0].search(before[0]) else apart[1] if apart else wanted[1]
    return Printed(f"{hedge}{parts.before}", parts.number, parts.unit)


def _shortest(value: float, scale: int) -> str:
    number = (Decimal(repr(value)) / scale).normalize()
    return f"{number:f}"


def _plain(text: str) -> str:
    """Half-width digits and Latin, no spaces; Chinese marks as they are."""
    return "".join(
        unicodedata.normalize("NFKC", c) if c not in "，。；：（）～" else c for c in text if not c.isspace()
    )
