"""Companies that neither a legal form nor a line of business shows, but what they do in the sentence.

In: a text and the words of the language. Out: `Found` spans with their rule and cue.

    |云澜|董事长林知远介绍                    a post of a company
    由|砚芯|发布的首款芯片                    who made it
    |宁州橡胶设计院|成为唯一获评金奖的企业     called a company
    以|云杉线缆|等龙头，打造百亿集群           leaders of a group
    |霁澜优选|西南（宁州）物流产业园           a brand and its place in brackets
    |庆澜|200万吨焦炉等项目                   the owner of a capacity
    |澜川制药厂|搬迁                          a works by its trade
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.brands import NOT_BRAND, all_common, is_generic, is_industry, may_be_brand, trade_pattern
from reporter.extraction.kinds.company_shorts import investors, leaders_of_industries
from reporter.extraction.kinds.edges import list_items, name_start, without_place
from reporter.language.alternation import alternatives, one_of
from reporter.language.text import CJK
from reporter.language.words import Words
from reporter.lexicon.kinds import company_words, people_words, place_names


class Found(Struct, frozen=True, gc=False):
    """A name's span, the rule that found it and the words that show it."""

    start: int
    end: int
    rule: str
    cue: str


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = company_words()
    trade = trade_pattern()
    return {
        "post": re.compile(one_of(words.company_posts)),
        "department": re.compile(rf"(?:{alternatives(words.departments)}){{1,2}}部?$"),
        "made": re.compile(
            rf"由(?<![自理缘]由)(?P<name>[{CJK}A-Za-z]{{2,8}}?)(?:自主|独立|全资|牵头)?{one_of(words.makes)}的"
        ),
        "led": re.compile(rf"由(?P<name>[{CJK}A-Za-z]{{2,16}}?(?:基金|资本|创投|投资))(?:领投|跟投|联合领投)"),
        "called": re.compile(
            rf"(?:公司|企业|品牌|工厂|厂子)(?:的名字)?(?:起名|取名|得名|名叫|就叫|名为|定名|命名|叫)(?:为|叫|作|做)?“(?P<name>[{CJK}A-Za-z]{{2,8}})”"
        ),
        "is_a": re.compile(
            r"(?=[是成获被])(?P<is>是(?:一家|中国|我国|国内|全国|全球|世界|亚洲|目前|由)|成为|获评|被认定为|被评为)"
            r"[^，。；]{0,40}?(?:企业|公司|供应商|制造商|服务商|运营商|集团)"
        ),
        "tops": re.compile(r"以(?P<items>[^，。；：“”以]{2,30}?)等(?P<cue>龙头(?:企业)?|链主(?:企业)?)(?=[，、])"),
        "placed": re.compile(
            rf"（(?P<place>[{CJK}]{{2,4}})）[{CJK}A-Za-z0-9]{{0,10}}?(?:[园谷港城]|基地|中心|工厂|总部|项目)"
        ),
        "capacity": re.compile(
            rf"(?:^|[，、和与及；：“])(?P<name>[{CJK}]{{2,4}}?)(?=(?:年产)?\d[\d.]*[多余]?[万亿]?(?:吨|千瓦|兆瓦|GWh|GW|MW|kVA|套|台|辆|片|件|支|盒|米)[^，。；]{{0,60}}(?:项目|等都?在其中|生产线|产线))"
        ),
        "of_a_place": re.compile(
            rf"(?:^|[，。；：、“])(?P<name>(?P<place>{one_of(sorted(place_names()))}|中车|国投|中核|中铁|中交|中建|中粮|中化|中石化|中石油|华能|大唐|华电|国能)"
            rf"(?P<brand>[{CJK}]{{2}}))(?=(?P<cue>落户|入驻|进驻|先后|相继|陆续|签约|投资(?!者|人|方)|扩产|增资|布局|在(?:园区|高新区|经开区|片区|新区|此|这里)"
            rf"|[一二三]期|的?[^，。；、“”]{{0,10}}(?:项目|基地|生产线|产线|工厂|车间)|、))"
        ),
        "works": re.compile(rf"(?P<trade>{trade})厂(?!房|区|商|家|界|务|址)"),
    }


def by_role(text: str, words: Words) -> Iterator[Found]:
    """All names that their place in the sentence shows to be companies; some may lie inside one another."""
    for may_be, finder in _FINDERS:
        if may_be(text):
            yield from finder(text, words)


def _works(text: str, words: Words) -> Iterator[Found]:
    """澜川制药厂: a brand, a trade and 厂."""
    for match in _patterns()["works"].finditer(text):
        start = name_start(text, match.start(), zones=True)
        brand = text[start : match.start()]
        if match["trade"][0] == "化" and _BECOMES.search(brand):
            continue  # 建智能化|工厂
        # Whatever opens an item is a name, even an ordinary word.
        listed = len(brand) == 2 and (start == 0 or text[start - 1] in "、，。")
        if 2 <= len(brand) <= 6 and not is_generic(brand) and (listed or not all_common(without_place(brand), words)):
            yield Found(start, match.end(), "works by its trade", f"{match['trade']}厂")


_BECOMES = re.compile("(?:智能|数字|自动|现代|标准|信息|无人|网络|数智|智慧|绿色|一体|规模|专业|产业|国际|柔性)$")

_TREATY = re.compile("[中两][一-龥](?:合作)?$")
"""中德, 两岸: partners of a zone (中德（宁州）产业园), and no brand."""


def _placed(text: str, words: Words) -> Iterator[Found]:
    """A brand before a place in brackets and a facility: 霁澜优选西南（宁州）物流产业园."""
    for match in _patterns()["placed"].finditer(text):
        if match["place"].rstrip("市县区") not in place_names():
            continue
        end = match.start()
        end -= 2 * text.endswith(company_words().regions, 0, end)
        start = name_start(text, end, zones=True)
        brand = without_place(text[start:end])
        if not 2 <= end - start <= 8 or brand in place_names() or _TREATY.fullmatch(brand):
            continue
        if may_be_brand(brand, words):
            yield Found(start, end, "brand with its place", match["place"])


def _leaders(text: str, words: Words) -> Iterator[Found]:
    """以云杉线缆等龙头，: whatever leads a group and is no industry."""
    del words
    for match in _patterns()["tops"].finditer(text):
        for first, last in list_items(text, *match.span("items")):
            name = text[first:last]
            if 2 <= len(name) <= 8 and not NOT_BRAND.search(name) and not is_generic(name) and not is_industry(name):
                yield Found(first, last, "leader of a group", match["cue"])


def _made(text: str, words: Words) -> Iterator[Found]:
    """由砚芯发布的首款芯片: who made a thing, where it is no person and no institute."""
    for match in _patterns()["made"].finditer(text):
        name = match["name"]
        if name_start(text, match.end("name")) == match.start("name") and _firm(name, words):
            yield Found(match.start("name"), match.end("name"), "who made it", "由")


def _led(text: str, words: Words) -> Iterator[Found]:
    """由霁川产业投资基金领投: who led a round of finance."""
    del words
    for match in _patterns()["led"].finditer(text):
        start, end = name_start(text, match.end("name")), match.end("name")
        if start == match.start("name") and not is_generic(match["name"]):
            yield Found(start, end, "who led the investment", "领投")


def _called(text: str, words: Words) -> Iterator[Found]:
    """公司起名“望北”: what a company is said to be called."""
    del words
    for match in _patterns()["called"].finditer(text):
        if not is_generic(match["name"]):
            yield Found(match.start("name"), match.end("name"), "said to be called so", "名")


def _firm(name: str, words: Words) -> bool:
    """Whether an unknown name is no person's: those have two or three characters and a family name first."""
    person = len(name) in (2, 3) and name[0] in people_words().surnames
    return not person and may_be_brand(name, words)


def _described(text: str, words: Words) -> Iterator[Found]:
    """X是一家…企业, X成为…企业."""
    for match in _patterns()["is_a"].finditer(text):
        start, end = name_start(text, match.start()), match.start()
        name = text[start:end]
        if not 2 <= len(name) <= 10 or (start and text[start - 1] not in _OPENS):
            continue
        if is_generic(name) or NOT_BRAND.search(name):
            continue
        works = len(without_place(name)) < len(name) and name.endswith(("厂", "院", "站", "社"))
        if works or not all_common(name, words):
            yield Found(start, end, "described as a company", match["is"][:3])


def _owners(text: str, words: Words) -> Iterator[Found]:
    """庆澜200万吨焦炉、…等项目: the name before a capacity; verbs and measures (月产, 新增) are none."""
    for match in _patterns()["capacity"].finditer(text):
        name, start = match["name"], match.start("name")
        plain = any(
            len(word.text) > 1 and word.tag[0] in "nvmtdaf" and word.tag not in _NAMES for word in words.cut(name)
        )
        placed = without_place(name)
        if (
            not plain
            and placed not in place_names()
            and len(placed) > 1
            and not _MEASURES.search(name)
            and name_start(text, match.end("name")) == start
        ):
            yield Found(start, match.end("name"), "owner of a capacity", name)


def _of_a_place(text: str, words: Words) -> Iterator[Found]:
    """安徽砺原落户园区: a place and a coined word where firms stand; 江苏企业, 浙江客商 are none."""
    for match in _patterns()["of_a_place"].finditer(text):
        if not _firms_word(match["brand"], words) or match["brand"] in place_names():
            continue
        if match["cue"] == "、" and _patterns()["of_a_place"].match(text, match.end()) is None:
            continue  # in a row with another one such
        yield Found(match.start("name"), match.end("name"), "a place's firm", match["cue"])


def _firms_word(brand: str, words: Words) -> bool:
    """Whether no dictionary has two characters, and none of them is a word that stands alone."""
    plain = frozenset(company_words().alone).isdisjoint(brand)
    return plain and all(len(word) == 1 for word in words.split(brand, unknown=False)) and not NOT_BRAND.search(brand)


_NAMES = ("ns", "nz", "nt", "nrt", "nr", "nrfg")
_MEASURES = re.compile("[年月日增达约超近共总余仅投产供需的为以是]|[一二三四五首]期")


def _posts(text: str, words: Words) -> Iterator[Found]:
    """云澜董事长林知远: what stands before a post that only companies have."""
    for match in _patterns()["post"].finditer(text):
        end = match.start()
        for rank in ("副", "联合", "常务", "执行"):
            end -= len(rank) * text.endswith(rank, 0, end)
        if department := _patterns()["department"].search(text, max(0, end - 6), end):
            end = department.start()
        start = name_start(text, end, zones=True)
        name = text[start:end]
        if 2 <= len(name) <= 10 and (start == 0 or text[start - 1] in _OPENS) and may_be_brand(name, words):
            yield Found(start, end, "post of a company", match.group())


def _investors(text: str, words: Words) -> Iterator[Found]:
    """高新金投: by which a place invests."""
    del words
    for span, cue in investors(text):
        yield Found(*span, "a place's investor", cue)


def _drivers(text: str, words: Words) -> Iterator[Found]:
    """霁汽带动的清洁能源装备产业."""
    for span, cue in leaders_of_industries(text, words):
        yield Found(*span, "leads an industry", cue)


_OPENS = "，。；：！？“” 、由"

_FINDERS: tuple[tuple[Callable[[str], object], Callable[[str, Words], Iterator[Found]]], ...] = (
    (lambda text: "厂" in text, _works),
    (lambda text: "）" in text, _placed),
    (lambda text: "等龙头" in text or "等链主" in text, _leaders),
    (lambda text: "投" in text or "控" in text, _investors),
    (re.compile("带动的|牵头的|领衔的|引领的").search, _drivers),
    (lambda text: "由" in text, _made),
    (lambda text: "领投" in text or "跟投" in text, _led),
    (re.compile("“(?<=[名叫为作做]“)").search, _called),
    (re.compile("是一家|是[中我国全世亚目由]|成为|获评|被认定为|被评为").search, _described),
    (re.compile("落户|入驻|进驻|签约|投资|扩产|增资|布局|项目|基地|产线|工厂|期").search, _of_a_place),
    (re.compile("[吨瓦WA套台辆片件支盒米]").search, _owners),
    (re.compile("经理|董事长|总裁|执行官|技术官|财务官|创始人|厂长|合伙人").search, _posts),
)
"""Each finder and the sign without which its pattern need not be tried."""
