"""What may be a brand: a string beside a company's form, trade or role that no dictionary explains.

In: a string and the words of the language. Out: yes or no.

    砚华创 may be one; 智能网联, 生物医药产业 and 商业银行 are ordinary words; 跨国, 上市 only sort companies
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.language.words import Words
from reporter.lexicon.kinds import company_words, known_industries


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"{one_of(company_words().generic)}+")


@cache
def trade_pattern() -> str:
    """Any line of business."""
    return one_of(company_words().trades)


def fits(name: str, rule: str, *, believed: bool) -> bool:
    """Whether an ordinary word is a brand by its neighbours: 飞腾、麒麟、紫光、360等一批领军企业."""
    if is_generic(name) or _KIND.search(name):
        return False
    if rule == "leader of a group":
        return any(name.endswith(trade) and not is_generic(name[: -len(trade)]) for trade in company_words().trades)
    if not believed:
        return False
    return (2 <= len(name) <= 4 and (not name.isdigit() or len(name) == 3)) or _by_trade(name)


def _by_trade(name: str) -> bool:
    """Whether a name ends in a line of business behind a word that sorts nothing: 渤海湾|租赁."""
    words = company_words()
    bodies = [name[: -len(trade)] for trade in (*words.trades, *words.lines) if name.endswith(trade)]
    return any(2 <= len(body) <= 4 and not is_generic(body) for body in bodies)


_KIND = re.compile(
    r"(?:产业|行业|领域|项目|公司|机构|部门|院校|大学|学院|研究所|研究院|中心|管委会|政府|海关|技术|系统|产品|芯片|设备|服务"
    r"|制造|运输|维修|检修|加工|配送|仓储|报关|货代|装修|零售|批发|养殖|种植|环保|地区|国家|省|市|县|区|园|镇|局|厅|委|部|办|所|会|群|链|业|品|类|型|性|化|级|者|人|员|制|式|法|策|款|贷|金|率|权|[技业创新]城|广场|商城|[一-龥]{4,}企业)$"
)
NOT_BRAND = re.compile(
    rf"{_KIND.pattern}|[0-9]+[个家项亿万%]|^[0-9.]+$|[“”‘’《》等着了吗吧呢+]|^(?:税收|产值|出口|进口|收入)"
)


def may_be_brand(name: str, words: Words) -> bool:
    """Whether an item of a list of companies is a name: not a kind of business, a body or a common word."""
    if name.endswith("企业") and 4 <= len(name) <= 5:
        return not is_generic(name[:-2]) and not all_common(name[:-2], words)
    if NOT_BRAND.search(name) or is_generic(name):
        return False
    if name.endswith("厂") and is_made_of_industries(name[:-1]):
        return False  # 部件|厂
    if any(char.isascii() and char.isalpha() for char in name):
        return True
    return not all_common(name, words)


def is_generic(body: str) -> bool:
    """Whether a string is made of sorting words only (上市, 物流, 国际)."""
    return _generic().fullmatch(body) is not None


def common(body: str, words: Words) -> bool:
    """Whether the body is one ordinary word (旅游, 保险); a place is none."""
    if not words.is_word(body):
        return False
    return words.tags(body, unknown=False)[0][1] not in ("ns", "nz", "nt", "nr", "nrt", "nrfg")


def is_industry(name: str) -> bool:
    """Whether a name is an industry's: 集成电路, 高端|装备制造."""
    known = industries()
    return name in known or any(name[at:] in known and is_generic(name[:at]) for at in range(1, len(name)))


@cache
def industries() -> frozenset[str]:
    """The names of industries, to ask for one of them."""
    return frozenset(known_industries())


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(f"{one_of((*known_industries(), *company_words().generic))}+")


def is_made_of_industries(name: str) -> bool:
    """Whether a name is nothing but names of industries and sorting words in a row: 文旅|会展|商贸."""
    return _fields().fullmatch(name) is not None


_PROPER = ("nz", "nt", "nrt", "nr", "nrfg", "eng", "x")


def all_common(body: str, words: Words) -> bool:
    """Whether a string is made of ordinary words of two and more characters only (智能网联, 高端装备)."""
    cut = words.tags(body, unknown=False)
    if all(word in _FUNCTION for word, _ in cut if len(word) == 1):
        cut = [pair for pair in cut if len(pair[0]) > 1]  # none is left of 要|过
    return all(len(word) > 1 and tag not in _PROPER for word, tag in cut)


_FUNCTION = frozenset(
    "能会要可将已也还就都只再又被把让给向从对为过地得是有在到和与及或这那其该各每某不没很最更太后前里上下做办找租买卖搞盯"
)
"""Characters that join words or do something, and make no brand by themselves: 能|省下, 后|市场, 松山湖|做."""


def has_place(body: str, words: Words) -> bool:
    """Whether one of the ordinary words of a string is a place's: 渤海湾, 江汉."""
    return any(tag == "ns" for _, tag in words.tags(body, unknown=False))


def sorts(body: str, words: Words) -> bool:
    """Whether what stands before a product's name sorts it: it ends in an ordinary word (腔镜|手术, 能|省下)."""
    last, tag = words.tags(body, unknown=False)[-1]
    return len(body) > 2 and len(last) > 1 and tag not in (*_PROPER, "ns") and not is_generic(last)
