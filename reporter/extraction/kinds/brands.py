"""What may be a brand: a string beside a company's form, trade or role that no dictionary explains.

In: a string and the words of the language. Out: yes or no.

    砚华创 may be one; 智能网联, 生物医药产业 and 商业银行 are ordinary words; 跨国, 上市 only sort companies
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.language.words import Words
from reporter.lexicon.kinds import company_words, industry_words


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"{one_of(company_words().generic)}+")


def fits(name: str, rule: str, *, believed: bool) -> bool:
    """Whether an ordinary word is a brand by its neighbours: 飞腾、麒麟、紫光、360等一批领军企业."""
    if is_generic(name) or _KIND.search(name):
        return False
    if rule == "leader of a group":
        return any(name.endswith(trade) and not is_generic(name[: -len(trade)]) for trade in company_words().trades)
    return believed and (2 <= len(name) <= 4 and (not name.isdigit() or len(name) == 3))


_KIND = re.compile(
    r"(?:产业|行业|领域|项目|公司|机构|部门|院校|大学|学院|研究所|研究院|中心|管委会|政府|海关|技术|系统|产品|芯片|设备|服务"
    r"|制造|环保|地区|国家|省|市|县|区|园|镇|局|厅|委|部|办|所|会|群|链|业|品|类|型|性|化|级|者|人|员|制|式|法|策|款|贷|金|率|权|[一-龥]{4,}企业)$"
)
NOT_BRAND = re.compile(rf"{_KIND.pattern}|[0-9]+[个家项亿万%]|^[0-9.]+$|[“”‘’《》等]")


def may_be_brand(name: str, words: Words) -> bool:
    """Whether an item of a list of companies is a name: not a kind of business, a body or a common word."""
    if name.endswith("企业") and 4 <= len(name) <= 5:
        return not is_generic(name[:-2]) and not all_common(name[:-2], words)
    if NOT_BRAND.search(name) or is_generic(name):
        return False
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
    return words.cut(body, unknown=False)[0].tag not in ("ns", "nz", "nt", "nr", "nrt", "nrfg")


def is_industry(name: str) -> bool:
    """Whether a name is an industry's: 集成电路, 高端|装备制造."""
    known = industry_words().known
    if not name.endswith(known):
        return False
    return name in known or any(name.endswith(one) and is_generic(name[: -len(one)]) for one in known)


_PROPER = ("nz", "nt", "nrt", "nr", "nrfg", "eng", "x")


def all_common(body: str, words: Words) -> bool:
    """Whether a string is made of ordinary words of two and more characters only (智能网联, 高端装备)."""
    cut = words.cut(body, unknown=False)
    return all(len(word.text) > 1 and word.tag not in _PROPER for word in cut)
