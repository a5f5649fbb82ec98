"""Companies: names with a legal form, banks, brands with a line of business, brands in lists, well-known groups.

In: a scene. Out: mentions in reading order (`find_mentions`) and one fact a company and zone (`company_facts`), its
short names folded into the fullest.

    山特维克工具制造（廊坊）有限公司总经理…          legal form, name read back to the last mark
    建设银行广州经济技术开发区支行                  bank and branch
    惠德医药、利恒医药等6家…药企                    brand and trade, in a list of companies
    以京东方为龙头的新型显示集群                    brand by its place in the sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

from reporter.extraction.kinds.brands import (
    NOT_BRAND,
    all_common,
    common,
    fits,
    has_place,
    is_generic,
    is_industry,
    may_be_brand,
)
from reporter.extraction.kinds.company_names import brand_of, group
from reporter.extraction.kinds.company_roles import by_role
from reporter.extraction.kinds.company_shorts import neighbours
from reporter.extraction.kinds.company_trades import behind, by_trade
from reporter.extraction.kinds.edges import clause_start, list_items, name_start, with_place
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import alternatives, one_of
from reporter.language.parts import number
from reporter.language.text import CJK, apart, standing
from reporter.language.words import Words
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import company_words, place_names
from reporter.model import Company, Decision


class Mention(Struct, frozen=True, gc=False):
    """A company's name at a place; `rule` says what showed it, `formal` whether it carries a legal form.

    `full` is the name for which the article itself says that this one stands short (以下简称“砺风”).
    """

    passage: Passage
    start: int
    end: int
    name: str
    rule: str
    cue: str
    formal: bool = False
    full: str = ""


_FORM = re.compile(
    rf"""(?=[股控集有公株])                                             # every other character is passed at once
        (?P<form>(?:股份|控股)?(?:集团)?(?:股份|控股)?(?:有限责任公司|有限公司|股份公司|株式会社)   # 集团股份有限公司
        |公司|集团(?:新能源|新材料|股份|汽车|化工|医药|置业|国际|科技|投资|电子|实业|物流|贸易|销售|进出口){{1,2}}公司|集团(?!公司|有限|股份|控股|化|军|式|型|内|总部))
        (?:（(?!以下|下称|简称|证券|股票|下文)[^（）]{{2,8}}）)?
        (?P<branch>[{CJK}]{{2,6}}?分公司)?""",
    re.VERBOSE,
)
_HARD_GENERIC = re.compile(
    r"(?:[该本我贵子分总母各每某其的们与和及]|这家|那家|[家个些])$|(?:跨国|上市|合资|独资|外资|物流|快递|子|母)$"
)
_BRANCH_BODY = re.compile(rf"[{CJK}A-Za-z]{{4,20}}分$")


LIST_STOP = "[向给对为让与和]企业|服务|支持|帮助|助力|推动|引导|带动|鼓励|吸引|的企业|满足|降低|提高"
"""Verbs between 等 and a noun: what stands before them is no list of that noun (管家制等服务企业, 设备等向企业开放)."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = company_words()
    noun = alternatives(words.list_nouns)
    number = r"(?:\d+[余多]?|[一二两三四五六七八九十百千]+[余多]?|数[十百]|上[百千]|[多几])"
    return {
        "bank": re.compile(
            rf"(?:{alternatives(words.banks)}|[{CJK}]{{2,4}}?(?<!商业|多家|各家|外资|投资|国有|政策|地方|合作|中央|人民|世界|大型|粮食|全国)银行)"
            rf"(?:[{CJK}]{{2,12}}?(?:分行|支行))?(?!卡|业|存款|贷款|账户|间|系|家|超市|保函|授信|信贷|放贷)"
        ),
        "list": re.compile(
            rf"等(?:{number}?(?:家|多家|大|户)|一批|众多|一系列|在内的|\d{{4}}年度?)?"
            rf"(?P<noun>(?:(?!{LIST_STOP})[^，。；：、“”！？\d]){{0,18}}?(?:{noun}))"
        ),
        "lead": re.compile(
            r"以(?P<items>[^，。；：“”以]{2,40}?)(?:等)?为(?P<noun>龙头|代表|首|核心企业|主力|引领|链主)|(?P<before>以(?P<tops>[^，。；：“”以]{2,30}?)等龙头)"
        ),
        "among": re.compile(r"不乏(?P<items>[^，。；：“”]{2,40}?)等"),
        "known": re.compile(
            rf"{one_of(words.known)}(?!产业|工业|行业|制造业|零部件|及零部件|化|\d(?![\d.]*代)|[A-Z]{{1,2}}-?\d{{3}}|客机|飞机|货机|直升机)"
        ),
    }


def find_mentions(scene: Scene, words: Words) -> list[Mention]:
    """Every company's name in the article, in reading order, none inside another."""
    found: list[Mention] = []
    for passage in scene.passages:
        text = passage.text
        taken: list[Mention] = []
        formal = (_formal,) if "公司" in text or "集团" in text or "会社" in text else ()
        banks = (_banks,) if "银行" in text else ()
        for finder in (*formal, *banks, _lists, _trades, _known, _roles):
            for mention in finder(passage, words):
                if not any(mention.start < other.end and other.start < mention.end for other in taken):
                    taken.append(mention)
        taken = [mention for mention in taken if not _no_company(mention)]
        found.extend(taken)
        found.extend(_beside(passage, taken, words))
    found.extend(_shortened(scene, found))
    return sorted(found, key=lambda mention: (mention.passage.index, mention.start))


_OF_A_SORT = re.compile(f"[{CJK}]{{1,4}}型[{CJK}]{{0,6}}(?:公司|企业|集团)")
_WARES = re.compile(
    f"(?:、[{CJK}A-Za-z]{{2,8}})*等?(?:\\d+|[两三四五六七八九十]+)?个?(?:系列|型号)?的?(?:机型|车型|机种|品牌|系列|型号)"
)
_HEAVY = ("石化", "化工", "炼化", "钢铁", "能源", "煤电")
_SHARE_OF = re.compile("(?:税收|产值|出口|进口|收入|投资|其|企业)中(?=[一-龥]{2})")
"""税收|中|建材、贸易占六成: 中建材 is no company there."""
_HALF_A_WORD = re.compile("市场|讲堂|会堂|学城|数据")


def _no_company(mention: Mention) -> bool:
    """Whether a name sorts firms (总部型租赁公司), is half of another word (科技大|市场), or a make of things."""
    text, end = mention.passage.text, mention.end
    half = mention.name.endswith("大") and _HALF_A_WORD.match(text, end)
    half = half or _SHARE_OF.match(mention.name)
    if mention.rule == "brand and trade" and mention.name.endswith(_HEAVY) and text.startswith("基地", end):
        return True  # 霁雷石化|基地: a place
    return bool(half or _OF_A_SORT.fullmatch(mention.name) or (not mention.formal and _WARES.match(text, end)))


def _beside(passage: Passage, taken: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """What stands in a row with companies: 华为、|苹果|、腾讯."""
    if not taken or "、" not in passage.text:
        return
    for start, end in neighbours(passage.text, [(mention.start, mention.end) for mention in taken], words):
        if not any(start < other.end and other.start < end for other in taken):
            yield Mention(passage, start, end, passage.text[start:end], "beside companies", "、")


_SHORTLY = re.compile(r"（(?:以下|下文)?(?:统称|简称)[：:为]?[“‘]?(?P<name>[^“”‘’（）]{2,10})[”’]?）")


def _shortened(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """Wherever a short name stands that the article gives to a company (以下简称“砺风”)."""
    given = {
        match["name"]: mention.name
        for mention in found
        if mention.formal and (match := _SHORTLY.match(mention.passage.text, mention.end))
    }
    if not given:
        return []
    taken = by_passage(found)
    return [
        Mention(
            passage,
            start,
            end,
            passage.text[start:end],
            "short name given",
            "简称",
            full=given[passage.text[start:end]],
        )
        for passage in scene.passages
        for start, end in apart(standing(passage.text, given))
        if not any(start < other.end and other.start < end for other in taken.get(passage.index, ()))
    ]


def _formal(passage: Passage, words: Words) -> Iterator[Mention]:
    """公司 or 集团 with the name before it; 该公司, 子公司, 跨国公司 and the like are none."""
    text = passage.text
    for match in _FORM.finditer(text):
        end = match.start()
        start = _formal_start(text, end)
        if torn := _BY.match(text, start, end):
            start = torn.end()
        start = _hyphened(text, behind(text, start, end, words))
        start = _from_place(text, start, end)
        own = _ZONES_OWN.search(text, max(0, start - 12), end)
        if own and len(own["trade"]) < len("开发建设") and not match["form"].startswith("集团"):
            own = None  # 园区|开发公司 is any park's
        if own and own.start("trade") == start:
            start = own.start()  # 高新区|创业投资公司
        body = text[start:end]
        bare = "有限" not in match["form"]
        if not 2 <= len(body) <= 30 or (own is None and is_generic(body)) or _ENDS_ODD.search(body):
            continue
        if (
            bare
            and _HARD_GENERIC.search(body)
            and not _BRANCH_BODY.search(body)
            and not _carrier(text, match.end(), body, words)
        ):
            continue
        if match["form"] == "公司" and len(body) <= 4 and common(body, words):
            continue
        if match["form"] == "集团" and body in company_words().trades:
            continue
        yield Mention(passage, start, match.end(), text[start : match.end()], "legal form", match["form"], not bare)


def _carrier(text: str, end: int, body: str, words: Words) -> bool:
    """Whether a bare 物流公司 or 快递公司 has a brand, or a head: |霁港联运物流|公司总经理, not 大型物流公司."""
    brand = body[: -len("物流")]
    if not body.endswith(("物流", "快递")) or len(brand) < 2 or is_generic(brand):
        return False
    return not all_common(brand, words) or (len(brand) > len("国际") and _HEAD_OF_IT.match(text, end) is not None)


_HEAD_OF_IT = re.compile("(?:副?总?经理|董事长|总裁|负责人|创始人|首席)")


def _formal_start(text: str, end: int) -> int:
    """The beginning of a name with a legal form; a brand has two characters at least (以恒, 先声再明)."""
    start = name_start(text, end, zones=True)
    if start < end and start and text[start - 1] in _SOFT and len(brand_of(text[start:end])) < 2:
        earlier = name_start(text, start - 1, zones=True)
        if 1 <= start - 1 - earlier <= 6:
            return earlier
    return start


def _from_place(text: str, start: int, end: int) -> int:
    """The beginning of a name at the place behind a verb: 这些料先进|宁州恒泽材料…; 届时该厂要占|集团…."""
    for match in _VERB_INSIDE.finditer(text, start, end):
        placed = match.group() not in _SURE_VERBS
        if not placed or any(text.startswith(place, match.end()) for place in place_names() if len(place) > 1):
            start = match.end()
    return start


_SURE_VERBS = frozenset(["要占", "将占", "占了", "占到"])
_VERB_INSIDE = re.compile("要占|将占|占了|占到|[进向往给让把被由与从于替帮]")


def _hyphened(text: str, start: int) -> int:
    """The beginning of a name of two parts: 梅赛德|—|奔拉集团; a dash of two strokes joins nothing."""
    match = _FIRST_PART.search(text, max(0, start - 8), start)
    return match.start("part") if match else start


_FIRST_PART = re.compile("(?:^|[^一-龥—-])(?P<part>[一-龥]{2,5}[—-])$")

_ZONES_OWN = re.compile(
    "[一-龥]{0,4}(?:高新|经开|开发|新|园|综保)区(?P<trade>(?:国有|创业|产业|城市|建设|开发|科技|资产|资本|融资)*"
    "(?:投资|开发|建设|运营|经营|管理|担保|发展)+)\\Z"
)
_ENDS_ODD = re.compile("[^一-龥A-Za-z0-9）]$")
"""保税维修+|集团担保: a mark joins terms and ends no name."""

_BY = re.compile("[一-龥]{0,2}(?<![自理缘])由(?=[一-龥A-Za-z]{2})")
"""A column torn in a word leaves its end before 由: …目由砺风集团增资."""

_SOFT = "以再为从向对有又就还已正将使让到给并而也仅均其此各与和"


def _banks(passage: Passage, words: Words) -> Iterator[Mention]:
    text = passage.text
    for match in _patterns()["bank"].finditer(text):
        start = max(match.start(), name_start(text, match.start() + match.group().index("银行"), zones=False))
        name = text[start : match.end()]
        head = name[: name.find("银行")]
        known = f"{head}银行" in company_words().banks
        if not known and (name in company_words().not_companies or not _may_name_bank(head, words)):
            continue
        yield Mention(passage, start, match.end(), name, "bank", "银行", name.endswith("行") and name != "银行")


def _may_name_bank(head: str, words: Words) -> bool:
    """Whether a bank can be called so: by its place or a word of its own (宁州, 徽商), not 驻区, 求着, 现在."""
    if len(head) < 2 or is_generic(head) or NOT_BRAND.search(head) or _BY_A_BANK.search(head):
        return False
    return has_place(head, words) or head in place_names() or head.endswith(_BANK_KINDS) or not words.is_word(head)


_BY_A_BANK = re.compile("[替由把被让先帮找]")
"""财政资金先替|银行|扛风险, 其余由|银行|承担."""
_BANK_KINDS = ("农商", "农村商业", "村镇", "商")


def _lists(passage: Passage, words: Words) -> Iterator[Mention]:
    """Brands before 等…企业, in 以…为龙头, after 不乏."""
    text = passage.text
    patterns = _patterns()
    if "等" in text:
        for match in patterns["list"].finditer(text):
            begin = clause_start(text, match.start(), limit=160)
            if "配套" not in match["noun"] or "、" in text[begin : match.start()]:  # 石英坩埚等配套企业
                yield from _items(passage, begin, match.start(), words, match["noun"][-12:], "list of companies")
        for match in patterns["among"].finditer(text):
            yield from _items(passage, match.start("items"), match.end("items"), words, "不乏", "list of companies")
    for match in _SO_MANY.finditer(text) if "、" in text else ():
        begin = clause_start(text, match.start(), limit=120)
        if len(list_items(text, begin, match.start())) == number(match["count"]):
            yield from _items(passage, begin, match.start(), words, match.group(), "list of companies")
    if _LEADING.search(text):
        for match in patterns["lead"].finditer(text):
            group = "items" if match["items"] else "tops"
            cue = match["noun"] or "龙头"
            yield from _items(passage, match.start(group), match.end(group), words, cue, "leader of a group")


_SO_MANY = re.compile(
    r"(?<!等)(?P<count>[两三四五六七八九2-9])家[^，。；、的]{0,6}(?:企业|公司|药企|车企|集团|厂家|单位)"
)
"""A、B、C|三家企业|当场签约."""
_LEADING = re.compile("为(?:龙头|代表|首|核心企业|主力|引领|链主)|等龙头")


def _items(passage: Passage, start: int, end: int, words: Words, cue: str, rule: str) -> Iterator[Mention]:
    text = passage.text
    spans = [
        (name_start(text, last - 2 * text.endswith("企业", 0, last), zones=True), last)
        for _, last in list_items(text, start, end)
    ]
    names = [text[first:last] for first, last in spans]
    trades = [is_industry(name) for name in names]
    if 2 * sum(trades) >= len(names) > 1:
        return  # 集成电路、新型显示、生物医药等企业 tells what they make
    good = [2 <= len(name) <= 14 and may_be_brand(name, words) for name in names]
    believed = 2 * sum(good) >= len(good) > 1
    for (first, last), name, brand in zip(spans, names, good, strict=True):
        if brand or fits(name, rule, believed=believed):
            yield Mention(passage, first, last, name, rule, cue)


def _trades(passage: Passage, words: Words) -> Iterator[Mention]:
    """A brand and its line of business: 惠德医药, 小鹏汽车, 宜昌东阳光药业."""
    for found in by_trade(passage.text, words):
        name = passage.text[found.start : found.end]
        yield Mention(passage, found.start, found.end, name, found.rule, found.cue)


def _known(passage: Passage, words: Words) -> Iterator[Mention]:
    """Groups that everybody knows, by their names, where no other word holds them (发|电装|机, 扩|大金|融)."""
    text = passage.text
    for match in _patterns()["known"].finditer(text):
        start, end = match.span()
        if not _stands_alone(text, start, end, words):
            continue
        if _WHOLE.match(text, end):
            start = with_place(text, start)
        yield Mention(passage, start, end, text[start:end], "well-known group", match.group())


def _stands_alone(text: str, start: int, end: int, words: Words) -> bool:
    """Whether words end where a name begins and ends."""
    left = max(0, start - 6)
    lengths = map(len, words.split(text[left : end + 6], unknown=False))
    edges = frozenset(accumulate(lengths, initial=left))
    return start in edges and end in edges


_WHOLE = re.compile("[，。、；：！？”“（的与和及在已将是]|$|宣布|表示|落户|收购|投资|负责人|总经理|董事长|副总经理|官")


def _roles(passage: Passage, words: Words) -> Iterator[Mention]:
    """Names that only their place in the sentence shows."""
    for found in by_role(passage.text, words):
        name = passage.text[found.start : found.end]
        yield Mention(passage, found.start, found.end, name, found.rule, found.cue)


_ORIGIN = re.compile(
    r"(?P<list>(?:世界|全球|中国|民营企业)(?:五百强|500强))"
    rf"|(?P<own>(?:(?<=家)[{CJK}]{{2,4}}(?:独资|合资|外资|投资))|外商独资|中外合资|国有独资)(?:的)?企业"
    rf"|总部位于(?P<seat>[{CJK}]{{2,6}})的"
)
_ROLE = re.compile(
    r"是(?P<role>[^，。；！？]{2,40}?(?:企业|公司|供应商|制造商|服务商|运营商|提供商|集团|品牌)(?:之一)?)(?=[，。；])"
)


def _by_itself(name: str, mentions: Sequence[Mention]) -> str:
    """The name, or where that stands only in a project's (砺风电机|项目) the one that the firm itself has: 砺风公司."""
    alone = [m for m in mentions if not m.passage.text.startswith(("项目", "工程"), m.end)]
    legal = [m.name for m in alone if m.name.endswith(("公司", "集团", "企业"))]
    return legal[0] if legal and all(m.name != name for m in alone) else name


def company_facts(scene: Scene, mentions: Sequence[Mention]) -> list[Company]:
    """One fact a company, at its first mention, under its fullest name."""
    facts = []
    for fullest, group_of in group(mentions):
        first = group_of[0]
        name = _by_itself(fullest, group_of)
        role, origin, decided = "", "", [Decision("name", name, first.rule, first.cue)]
        for mention in group_of:
            if not role and (match := _ROLE.match(mention.passage.text, mention.end, mention.end + 60)):
                role = match["role"].removeprefix("一家")
                decided.append(Decision("role", role, "said to be", "是"))
            if not origin and (said := _origin(mention)):
                origin = said
                decided.append(Decision("origin", origin, "said in the sentence", said))
        places = tuple(scene.evidence(mention.passage, mention.start, mention.end) for mention in group_of)
        facts.append(
            Company(
                id=scene.identity("company", first.passage, first.start, name),
                zone=scene.zone(first.passage, first.start, first.end),
                mentions=places,
                decided=tuple(decided),
                name=name,
                short_names=tuple(dict.fromkeys(m.name for m in group_of if m.name != name)),
                role=role,
                origin=origin,
                settled=any(_is_settled(mention) for mention in group_of),
            )
        )
    return facts


_SETTLES = re.compile(
    r"(?:项目|[^，。；、]{0,4}?等[^，。；]{0,14}?)?(?:已|也|先后|陆续|正式|相继|成功|将总部|[去今前]年|[0-9]+[年月日]|[底初])*"
    r"(?:落户|入驻|进驻|扎根|落地|在(?:此|这里)(?:落户|聚集|集聚|扎根|建厂|设立)|位于[^，。；]{2,12}[区园城]|在[^，。；]{2,12}(?:建厂|注册|成立))"
)
_GATHERED = re.compile(
    rf"(?:聚集|集聚|汇聚|落户|入驻|引进|吸引|(?:区内|辖区|当地|本地|{A_ZONE})(?:的)?(?:龙头|重点|骨干|外资)?企业"
    r"|注册在[^，。；]{2,12}的|位于[^，。；]{2,14}[区园城]的)(?:了)?(?P<gap>[^。；！？“”]{0,60})$"
)
_BREAKS = re.compile("，(?:与|为|向|由|和|同|服务)|来自|合作|子公司|签约|供应|[由与为向同给]$")


def _is_settled(mention: Mention) -> bool:
    """Whether the words around a name say that the company is in the zone: X落户…, 聚集了X、Y等企业, 区内企业X."""
    text = mention.passage.text
    if _SETTLES.match(text, mention.end, mention.end + 40):
        return True
    before = _GATHERED.search(text, max(0, mention.start - 80), mention.start)
    return before is not None and not _BREAKS.search(before["gap"])


_CLAUSE = re.compile("[，。；]")
_ITEM = re.compile("[，。；、]")


def _origin(mention: Mention) -> str:
    """Where a company comes from, when its own clause says so: 世界500强, 德国独资, 总部位于瑞典."""
    text = mention.passage.text
    before = _ITEM.split(text[max(0, mention.start - 16) : mention.start])[-1]
    match = _ORIGIN.search(before)
    if match is None and text.startswith("是", mention.end):
        match = _ORIGIN.search(_CLAUSE.split(text[mention.end : mention.end + 40], maxsplit=1)[0])
    return match["list"] or match["own"] or match.group() if match else ""
