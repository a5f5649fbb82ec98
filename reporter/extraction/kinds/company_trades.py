"""Companies by a brand and a trade: 惠德医药, 小鹏汽车, 宜昌东阳光药业.

In: a text and the words of the language. Out: `Found` spans with their rule and cue.

    |惠德医药|、利恒医药                what follows only companies, or the next of a list
    |云澜电子|的仓库                    what belongs to a company
    |霁铝铝业|                          a trade that only companies end in
    |霁澜光伏|项目                      a coined brand
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.brands import (
    NOT_BRAND,
    all_common,
    has_place,
    is_generic,
    is_made_of_industries,
    sorts,
    trade_pattern,
)
from reporter.extraction.kinds.company_roles import Found
from reporter.extraction.kinds.company_shorts import coined, holds_word, without_sort
from reporter.extraction.kinds.edges import name_start, without_place
from reporter.language.alternation import alternatives, one_of
from reporter.language.text import CJK
from reporter.language.words import Words
from reporter.lexicon.kinds import company_words, people_words

_FACILITY = "(?<=生产|研发|投资|运营)(?:基地|线|中心|项目|企业|能力|设备|总部|平台)"
"""What makes a noun of the verb before it: 高端膜材料|生产基地."""


_AN_EXAMPLE = "(?:就|便|正)是[^，。；]{0,8}(?:一环|一家|一员|之一|代表|缩影|例子|写照|典型|受益者)"
"""What is said of a company that stands for others: 云澜电机|就是链上的一环."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = company_words()
    trade = trade_pattern()
    return {
        "trade": re.compile(
            rf"(?P<trade>{trade})(?=(?P<right>{alternatives(words.corporate_verbs)}|[一二三]期|改造|扩建|技改|、|等|，|公告|有限|方面|(?:[两三四五六七八九十]|\d+)家(?:企业|公司)|{_AN_EXAMPLE})(?!{_FACILITY})"
            rf"|(?P<less>{alternatives(words.corporate_after)}|的[新老旧]?(?:{alternatives(words.belongings)}|(?:{alternatives(words.departments)})?{one_of(people_words().posts)}))|)"
        ),
        "before_name": re.compile(
            rf"(?<=[{CJK}])(?:(?:{alternatives(words.called)})(?:企业|公司|品牌|股)?|{one_of(words.parks)}(?:内)?)(?![^{CJK}])"
        ),
    }


def behind(text: str, start: int, end: int, words: Words) -> int:
    """The beginning of a name behind what a company is called or where it sits: 行业龙头|砺风, 软件园|霁川科技."""
    for match in _patterns()["before_name"].finditer(text, start, end):
        body = text[match.end() : end]
        if len(body) >= 2 and not is_generic(body) and not all_common(without_place(body), words):
            start = match.end()
    return start


def by_trade(text: str, words: Words) -> Iterator[Found]:
    """Every name that ends in a trade and that its brand or the words around it show to be a company's."""
    for match in _patterns()["trade"].finditer(text):
        end = match.end()
        if text[end : end + 1] in _GOES_ON[text[end - 1] == "业"] or text[end : end + 2] in _LONGER:
            continue
        if span := _span(text, match, words):
            yield Found(*span, "brand and trade", match["trade"])


def _span(text: str, match: re.Match[str], words: Words) -> tuple[int, int] | None:
    """The span of the company whose name ends in a trade, where words around it or its own coined brand show one."""
    shown = match["right"] is not None or _less_clear(text, match)
    if (shown or match["trade"] in _strong()) and (span := _by_words(text, match, words)):
        return span
    if span := coined(text, match.start(), match.end(), words, shown=shown):
        named = _OF_A_FIRM.search(text, max(0, span[0] - 6), span[0]) or _INDUSTRIES.match(text, span[1])
        return None if named else span
    return None


def _by_words(text: str, match: re.Match[str], words: Words) -> tuple[int, int] | None:
    """The same by the words around it: what only companies do (惠德医药|投资), the next of a list."""
    start = behind(text, name_start(text, match.start(), zones=True), match.start(), words)
    body = text[start : match.start()]
    brand = without_place(body)
    worked = match["trade"] in body or _METALS.fullmatch(brand)  # 缺电机招|电机; 钨钼|冶炼
    if worked or not 2 <= len(brand) <= 4 or is_generic(body) or NOT_BRAND.search(body):
        return None
    if is_made_of_industries(text[start : match.end()]):
        return None
    if all_common(without_sort(brand), words) and not _surely(text, match, body, words):
        return None
    if match["trade"] in _products() and (sorts(body, words) or (match["right"] in _WEAK and holds_word(brand, words))):
        return None
    if _SORTED.match(brand) or brand.endswith(_NO_BRAND_ENDS) or _OF_A_FIRM.search(text, max(0, start - 6), start):
        return None
    return None if _INDUSTRIES.match(text, match.end()) else (start, match.end())


def _surely(text: str, match: re.Match[str], body: str, words: Words) -> bool:
    """Whether a brand of ordinary words is one: what follows is said of companies only (渤海湾租赁|总裁)."""
    if _CLEAR.match(text, match.end()) and has_place(body, words):
        return True
    plain = match["trade"] in _strong() and words.is_word(body)
    return plain and _COUNTED_FIRMS.match(text, match.end()) is not None  # 启明|铝业|等16户…企业


_METALS = re.compile("[金银铜铁锡铝锌镁钛锂镍钴钨钼钽铌锆铪钪钇铟镓锗铬锰钒铅锑铋钠钾稀土硅硼磷硫煤盐碱]+")
"""What is worked, and nobody's name."""
_COUNTED_FIRMS = re.compile("等[0-9]+[余多]?[家户]")


def _less_clear(text: str, match: re.Match[str]) -> bool:
    """Whether weaker words show a company where its trade is no product's: 云澜电子的|仓库, 投资3亿元的|云澜电子."""
    if match["trade"] in _products():
        return False
    if match["less"] is not None:
        return True
    near, start = max(0, match.start() - 24), match.start()
    return text.find("元的", near, start) >= 0 and _INVESTED.search(text, near, start) is not None


@cache
def _strong() -> frozenset[str]:
    return frozenset(company_words().strong_trades)


@cache
def _products() -> frozenset[str]:
    return frozenset(company_words().product_trades)


_CLEAR = re.compile(f"{_AN_EXAMPLE}|董事|总经理|总裁|副总|合伙人|首席|创始人|拟投资|宣布|入驻|签约")
"""What follows only companies, even where their names are ordinary words: 渤海湾租赁|总裁."""

_INVESTED = re.compile(
    "投资(?:额)?(?:约|近|超|达|逾)?[0-9][0-9.]*[万亿]?(?:多|余)?(?:美元|欧元|日元|港元|元)的[^，。；、的]{2,6}\\Z"
)
"""What stands before a project's name, which begins with its owner: 总投资35亿元的|云辉半导体…项目."""

_SORTED = re.compile("(?:高端|智能|新型|先进|绿色|特种|高新|现代|传统|数字|国产|优质|高性能)|.*[及与和]")
"""What sorts materials and machines and begins no brand: 高端|膜材料, 钛及新材料."""


_GOES_ON = (("厂",), tuple("厂务绩态主余内者界"))
"""What makes another word of a trade, and of one that ends in 业: 澜川制药|厂, 有关方面业|务."""

_WEAK = ("，", "、")
"""What follows a product as often as a company (建设全光网络|，)."""

_LONGER = ("有限", "股份", "集团", "公司", "控股", "产业", "行业", "领域")
"""What goes on with a name, or makes an industry of a trade."""

_NO_BRAND_ENDS = ("带", "有", "好", "得", "要", "把", "让", "下", "出", "掉", "住", "去")
"""What ends a clause's first words and no brand: 通道带|物流, 得有好|港口."""
_OF_A_FIRM = re.compile("(?:企业|公司|工厂|车间|生产线|机构|集团|科技|机器人|股份|电子|智能|医疗)的\\Z")
"""A firm's machine is no firm: 零部件企业的|焊装机器人, 霁术科技的|搬运机器人."""
_INDUSTRIES = re.compile(
    "(?:[、和与及][^，。；、]{2,14}){0,6}等?(?:[一二三四五六七八九十两]大|[0-9]+[大个类])?"
    "(?:产业|行业|领域|板块|赛道|集群|方向|类)"
)
"""What follows a list of industries: 锂电新能源、电子信息、钢铁精深加工|三大领域."""
