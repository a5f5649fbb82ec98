"""Companies by a coined name: a word that no dictionary has before a trade, and what stands beside companies.

In: a text and the words of the language. Out: spans, or `Found` with their rule and cue.

    |霁澜光伏|10GW组件项目                 a coined brand before a trade, where more than a product is told
    |霁耐新材研究院|的中试线                …and the institute that it is
    |宁州城投|管理基金38只                  by which a place invests
    |霁汽|带动的清洁能源装备产业             who leads an industry
    华为、|苹果|、腾讯的数据中心             in a row with companies
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.brands import (
    NOT_BRAND,
    all_common,
    industries,
    is_generic,
    is_industry,
    is_made_of_industries,
    may_be_brand,
)
from reporter.extraction.kinds.edges import name_start, without_place
from reporter.extraction.kinds.industry_names import known as known_industry
from reporter.language.alternation import one_of
from reporter.language.text import CJK
from reporter.language.words import Words
from reporter.lexicon.kinds import company_words, industry_words, place_names

Span = tuple[int, int]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = company_words()
    return {
        "institute": re.compile(one_of(words.institutes)),
        "no_firm": re.compile(rf"[{CJK}]{{0,2}}?{one_of(words.not_firms)}"),
        "acts": re.compile(
            rf"{one_of(words.acts)}|[^，。；：、的“”（）]{{0,14}}?(?:项目|基地|工厂|工地|车间|生产线|产线|产业园(?!区)|[一二三四]期)"
        ),
        "investor": re.compile(rf"(?P<trade>{one_of(words.investors)})(?!公司|集团|债|企业|平台|基金)"),
        "leads": re.compile(
            rf"(?:^|[，。；：])(?P<name>[{CJK}]{{2,4}}?)(?:带动|牵头|领衔|引领)的[^，。；、的]{{2,14}}(?:产业|集群|产业链|联合体)"
        ),
        "next": re.compile(rf"(?:、|和|与)(?P<name>[{CJK}A-Za-z0-9]{{2,8}}?)(?:(?=、|等)|(?=(?:{_GOES_ON})))"),
        "before": re.compile(rf"(?:^|[，。；：！？、”])(?P<name>[{CJK}A-Za-z0-9]{{2,8}})、$"),
    }


_GOES_ON = "的(?=[^，。；、]{2})|正(?!大)|已|均|都|将|先后|相继|陆续|纷纷|双双|分别|落户|入驻|签约|投产"
"""What follows the last of a row of companies."""


@cache
def _alone() -> frozenset[str]:
    return frozenset(company_words().alone)


@cache
def _stuff() -> frozenset[str]:
    return frozenset(company_words().stuff)


@cache
def _products() -> frozenset[str]:
    return frozenset(company_words().product_trades)


@cache
def _sorting() -> tuple[str, ...]:
    return industry_words().prefixes


@cache
def _sorts() -> frozenset[str]:
    return frozenset(_sorting())


def coined(text: str, begin: int, end: int, words: Words, *, shown: bool) -> Span | None:
    """The span of a name whose brand is a coined word, given the span of its trade; None where it is no name.

    `shown`: words around the trade speak of a company. Without them a product's trade needs a project, a works or what
    only companies do behind it; any other trade needs nothing (霁联科技年度营收).
    """
    if text[end : end + 1] == "级":
        return None  # 国芯|电子|级多晶硅
    if begin < 2 or not _may_end_brand(text[begin - 2 : begin], words):
        return None
    start = name_start(text, begin, zones=True)
    if not _is_coined(without_place(text[start:begin]), words) or is_made_of_industries(text[start:end]):
        return None
    if institute := _patterns()["institute"].match(text, end):
        return start, institute.end()
    if text[begin:end] in _products():
        firm = shown or _speaks_of_firm(text, start, begin, end)
    else:
        firm = shown or _patterns()["no_firm"].match(text, end) is None
    return (start, end) if firm else None


def _speaks_of_firm(text: str, start: int, begin: int, end: int) -> bool:
    """Whether a product's trade is a company's by what follows: neither 长澜|动力电池 nor 铝镁|材料."""
    product = known_industry().match(text, begin)
    if product and product.end() > end:
        return False
    sorted_so = text.endswith(_sorting(), start, begin) or not _stuff().isdisjoint(text[start:begin])
    return not sorted_so and _patterns()["acts"].match(text, end) is not None


def _may_end_brand(pair: str, words: Words) -> bool:
    """Whether two characters before a trade may end a coined word: a first look that leaves out most trades."""
    if pair in _sorts():
        return True
    return _alone().isdisjoint(pair) and not words.is_word(pair)


def without_sort(brand: str) -> str:
    """The brand without the word at its end that sorts the trade behind it: 台砺|智慧|科技."""
    if not brand.endswith(_sorting()):
        return brand
    sort = next((word for word in _sorting() if brand.endswith(word) and len(brand) - len(word) >= 2), "")
    return brand.removesuffix(sort)


def holds_word(brand: str, words: Words) -> bool:
    """Whether a brand is single characters, one of them a word of its own: 全|光."""
    return all(len(word) == 1 for word in words.split(brand, unknown=False)) and not _alone().isdisjoint(brand)


def _is_coined(brand: str, words: Words) -> bool:
    """Whether a brand is two or three characters that make no word, none of them a word before a trade."""
    brand = without_sort(brand)
    if len(brand) not in (2, 3) or _CHARS.fullmatch(brand) is None or not _alone().isdisjoint(brand):
        return False
    if is_generic(brand) or brand in industries() or brand in _sorts() or NOT_BRAND.search(brand):
        return False
    return all(len(word) == 1 for word in words.split(brand, unknown=False))


_CHARS = re.compile(f"[{CJK}]+")


def investors(text: str) -> Iterator[tuple[Span, str]]:
    """高新金投, 宁州城投: a place's company for investment."""
    for match in _patterns()["investor"].finditer(text):
        start = name_start(text, match.start())
        brand = text[start : match.start()]
        if 2 <= len(brand) <= 4 and not _ANY_PLACE.fullmatch(brand) and _is_place(brand):
            yield (start, match.end()), match["trade"]


_ANY_PLACE = re.compile("[各该本某]?[地省市区县镇]+|各地|地方|园区|当地|本地|国有|政府")


def _is_place(brand: str) -> bool:
    return brand in place_names() or brand in ("高新", "经开", "新区", "保税", "临港", "空港", "综保")


def leaders_of_industries(text: str, words: Words) -> Iterator[tuple[Span, str]]:
    """霁汽带动的清洁能源装备产业: an abbreviation or a coined word, no ordinary one (项目带动的)."""
    for match in _patterns()["leads"].finditer(text):
        name = match["name"]
        cut = words.cut(name, unknown=False)
        short = len(cut) == 1 and cut[0].tag in ("j", "nz", "nt") and name not in place_names()
        if (short or may_be_brand(name, words)) and not any(char in _alone() for char in name):
            yield match.span("name"), "带动"


def neighbours(text: str, taken: Sequence[Span], words: Words) -> Iterator[Span]:
    """Names in a row with companies: 华为、|苹果|、腾讯, 霁武碳业、|澜亮铜箔|正加紧建设.

    An ordinary word needs a company on either side; a coined one needs one company beside it.
    """
    starts = {start for start, _ in taken}
    for _, end in sorted(taken):
        at = end
        while (match := _patterns()["next"].match(text, at)) and match.start("name") not in starts:
            first, last = match.span("name")
            between = text[last : last + 1] == "、" and last + 1 in starts
            if not _beside(text[first:last], words, between=between):
                break
            yield first, last
            at = last
    for start in sorted(starts):
        if (match := _patterns()["before"].search(text, max(0, start - 10), start)) and _beside(
            match["name"], words, between=False
        ):
            yield match.span("name")


def _beside(name: str, words: Words, *, between: bool) -> bool:
    """Whether a name may be a company's by its neighbours: no place, kind of business, industry or ordinary word."""
    if is_generic(name) or NOT_BRAND.search(name) or is_industry(name) or name in place_names() or name.isdigit():
        return False
    if between:
        return len(name) <= 6
    alone = any(char in _alone() for char in name[:2]) and not name.endswith(company_words().trades)
    return not alone and not all_common(name, words) and not is_made_of_industries(name)
