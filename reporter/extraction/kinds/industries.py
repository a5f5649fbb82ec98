"""Industries of a zone: leading (主导), pillar (支柱), emerging (新兴), or just named.

In: a scene and the names of companies and projects in it. Out: one `Industry` a name and zone.

    聚焦|高端智能制造|、|通用航空|、|石油装备|、|新材料|等主导产业     a list before the noun that ranks it
    依托|汽车及零部件|这一支柱产业                                 apposition
    加快布局|氢能|产业； 以|机器人|产业为主导                       a known name and 产业
    已集聚近2000家|生物医药|企业                                   the businesses of one industry
    |集成电路|、|光电子信息|、|人工智能|……                         known names in a row
    |动力装备|产业实现营业收入……； |汽车|产量192万辆                what its figures are told of
    |智能网联汽车|是新区的一号产业                                 what is called one
    |氢能装备|产业园； |锂电|企业最缺的是工人                       its park, its businesses in general

Names that only sort (优势产业, 世界级产业) are none; neither is what stands inside a company's or project's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import clause_start, name_start
from reporter.extraction.kinds.industry_lists import lists, quoted, set_apart
from reporter.extraction.kinds.industry_names import (
    Found,
    Hit,
    core,
    hits,
    is_generic,
    is_weak,
    known,
    may_be,
    only_sorts,
    plain_industry,
    rank,
)
from reporter.extraction.kinds.industry_said import CALLED, appositions, based, called
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words, place_names
from reporter.model import Decision, Industry


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    stop = one_of(words.not_after)
    after = one_of(words.after)
    return {
        "after": re.compile(
            rf"(?:制造|生产|及研发|研发|技术|装备|加工)?(?:全|特色|优势|主导|支柱)?{after}"
            rf"(?!{stop}|(?<=产业)(?:链|集群)|{_OFFICE}|{_MEETING}|(?<=[业域])的?{one_of(words.described)})"
        ),
        "listed": re.compile(rf"{one_of(words.listed)}(?:主要|分别)?(?:为|是|有|包括|包含|涵盖|[：:]|—+)$"),
        "firms": re.compile(r"(?:(?<!一)家|[多余]家)[^，。；：、]{0,6}$"),
        "firms_after": re.compile(
            r"(?:全?产业链)?(?:(?!平台|服务|接入)[^，。；：、]){0,8}?(?:企业|药企|公司|项目(?=[有达共]?\d+[个项]))"
            r"(?P<count>[^，。；]{0,6}?(?:\d[\d.]*[万余多]*[家户个项]|[上数]百家))?"
        ),
        "generally": re.compile(rf"企业(?!{one_of(words.not_businesses)})"),
        "verb_before": re.compile(rf"(?:{one_of(words.verbs)}|以)(?:了)?$"),
        "no_list": re.compile(
            rf"(?:产业|行业)?{one_of(words.chances)}|(?:细分)?(?:市场|需求|客户|用户)(?!占有率)|等[^，。；]{{0,4}}(?:环节|产品|商品|货物)|平台(?!经济)|(?:等|等?(?:行业|领域)){one_of(words.not_lists)}"
        ),
        "uses": re.compile(one_of(words.uses)),
        "verb": re.compile(one_of(words.verbs)),
        "free_end": re.compile(
            rf"(?:{one_of(words.verbs)}|^[新再扩]?建|做[好足活强大深]|(?<!地)区|[县市镇乡城园谷港湾]|自贸|保税)$"
        ),
        "verb_far": re.compile(rf"{one_of(words.verbs)}[^，。；、]{{0,8}}的$"),
        "topic": re.compile(rf"[，、]|[也已]|{one_of(words.figures)}"),
        "stated": re.compile(rf"产业(?:集群|链)?(?={one_of(words.figures)})"),
        "figure": re.compile(
            rf"(?:“[^“”]{{2,8}}”)?(?:{one_of(words.between)})*(?P<amount>(?<=加工)率|{one_of(words.amounts)}|占|(?:同比|分别)*(?:增长|下降))"
            rf"(?=[^，。；]{{0,24}}(?:{_DIGIT}|翻))|[一-龥]{{0,2}}\d+[个座条]"
        ),
        "topic_told": re.compile(
            rf"，(?:同期|同年|当年|全年|去年|今年|上半年|前?[一二三四]季度|前[\d一二三四五六七八九十两]+个?月)*{one_of(words.amounts)}"
            rf"[^，。；]{{0,6}}\d"
        ),
        "park": re.compile(
            rf"(?:{one_of(words.park_sorts)})*(?P<park>{one_of(words.parks)})(?!{one_of(words.not_parks)})"
        ),
        "office": re.compile(_OFFICE),
        "praised": re.compile(r"”?(?:之都|之城|之谷|之乡|名城|强[区市园]|重镇|第一[城园区]|[新小]城|谷|文章)"),
        "closed": re.compile(
            r"(?:等)?的?(?:完整|全)*(?:闭环|链条|全链条|全产业链|产业链|产业体系|产业生态|产业格局|产业布局|生态圈)"
        ),
        "chained": re.compile(rf"{one_of(words.mends)}[^，。；：“”]{{0,30}}(?P<chain>产业链)(?=[，。；])"),
        "unknown": re.compile(rf"产业(?!{stop}|规模|{_OFFICE}|链|集群|类)"),
    }


_DIGIT = "[0-9一二两三四五六七八九]"
_MEETING = "[一-龥]{0,8}(?:大会|论坛|峰会|博览会|年会|沙龙|对接会|推介会|研讨会|交流会|展览会)"
"""智能传感器产业生态大会: a meeting on an industry tells no zone's."""

_OFFICE = "(?:发展|促进|服务|管理|招商|投资|建设|经济|和信息化)*(?:局(?!面|势|部)|处(?!于|在|理)|办公室|专班|中心)"
"""电子信息产业局, 数字经济产业发展局: an office, no industry that is told of."""


def find_industries(scene: Scene, names: Sequence[Mention]) -> list[Industry]:
    """All industries of the article, one fact a name and zone, in reading order.

    `names` are the mentions of companies and projects: words inside them name no industry, but for what a park of one
    industry is called (氢能装备产业园).
    """
    groups: Groups = {}
    named = by_passage(names)
    for passage in scene.passages:
        for one in _found(scene, passage, named.get(passage.index, ())):
            zone = scene.zone(passage, one.start, one.end)
            groups.setdefault((zone, plain_industry(one.name)), []).append(one)
    return [_fact(scene, zone, group) for (zone, _), group in _merged(_at_home(groups)).items()]


Groups = dict[tuple[str, str], list[Found]]


def _at_home(groups: Groups) -> Groups:
    """The groups without those of no zone whose industry a zone of the article has too: they are its own."""
    homes = {name: (zone, name) for zone, name in reversed(groups) if zone}
    kept = {key: list(group) for key, group in groups.items() if key[0] or key[1] not in homes}
    for (zone, name), group in groups.items():
        if not zone and name in homes:
            kept[homes[name]].extend(group)
    return kept


def _merged(groups: Groups) -> Groups:
    """The groups without the names that are but short words for others of the article, which take them over.

    纺织服装 takes 服装 along, and its rank; what a park is called after counts only where nothing else names it.
    """
    kept: Groups = {}
    for (zone, name), group in groups.items():
        fuller = _fuller(zone, name, group, groups)
        if fuller:
            groups[fuller].extend(group)
        elif not _repeats(zone, name, group, groups):
            kept[zone, name] = group
    return kept


def _found(scene: Scene, passage: Passage, names: Sequence[Mention]) -> list[Found]:
    """The industries of a paragraph in its order, none over another or inside a company's or project's name."""
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for finder in (lists, set_apart, quoted, based, appositions, called, _known, _unknown, _stated, _numbered):
        for one in finder(passage):
            if not _over(one, taken) and not any(_holds(mention, one) for mention in names) and _names_one(one.name):
                taken.append((one.start, one.end))
                found.append(one)
    spans = [(one.start, one.end) for one in found]
    found += [one for one in _parks(scene, passage) if not _over(one, spans)]
    return sorted(found, key=lambda one: one.start)


def _over(one: Found, spans: Sequence[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans)


def _holds(mention: Mention, one: Found) -> bool:
    """Whether a name is but a part of a company's or project's: no known item of a list that goes on, no counted one.

    紧盯|汽车|及零部件、…两条主链; 引进|电子信息|项目21个.
    """
    if one.start >= mention.end or mention.start >= one.end:
        return False
    if one.rule == _NUMBER and mention.name.endswith(one.name + "项目"):
        return False
    return one.rule != _LIST or one.end <= mention.end or known().fullmatch(one.name) is None


def _names_one(name: str) -> bool:
    return _BROAD.fullmatch(name) is not None or not is_generic(plain_industry(name))


def _fuller(zone: str, name: str, group: Sequence[Found], groups: Groups) -> tuple[str, str] | None:
    """The industry of the zone that a name is the short word for: 医药 beside 生物医药, 光伏 beside 光伏及新能源.

    Businesses that are counted (26家电商企业) take a fuller name only where their own is short or a common word.
    """
    short = is_weak(name) or len(name) == 2
    loose = all(found.rule in _LOOSE or (found.rule == _NUMBER and short) for found in group)
    others = [other for place, other in groups if place == zone and other != name]
    fuller = [other for other in others if name in other.split("及") or (loose and other.endswith(name))]
    return (zone, max(fuller, key=len)) if fuller else None


def _repeats(zone: str, name: str, group: Sequence[Found], groups: Groups) -> bool:
    """Whether a park is only called after an industry that the article names anyway."""
    others = [other for place, other in groups if (place, other) != (zone, name)]
    return all(found.rule == _PARK for found in group) and any(name in other for other in others)


_FIELD, _VERB, _ROW = "known name and 产业", "verb and known name", "known names in a row"
_FIRMS, _PARK = "its businesses", "park of one industry"
_NUMBER, _LIST = "number of its businesses", "list of industries"
_LOOSE = frozenset({_FIELD, "verb, name and 产业", _VERB, _FIRMS, CALLED, _PARK})
"""Rules that hear a name pass by; what a list or a number names stays."""


def _known(passage: Passage) -> Iterator[Found]:
    """Names that the table knows, where the words around them say that an industry is meant."""
    text = passage.text
    for row in _rows(text):
        shared, few = _shared_reason(text, row), sum(not hit.weak for hit in row) < 3
        listed = _patterns()["listed"].search(text, max(0, row[0].start - 14), row[0].start)
        for hit in row:
            # A common word is no industry after a verb or in a row (推进教育、医疗), but beside three that are.
            rule = "" if hit.weak and (shared == _VERB or (shared == _ROW and few)) else shared
            rule = "named after their rank" if listed else rule or _own_reason(text, hit)
            if rule and _free(text, hit):
                name = text[hit.start : hit.end]
                yield Found(passage, hit.start, hit.end, name, rank(listed.group()) if listed else "", rule, name)


def _rows(text: str) -> Iterator[list[Hit]]:
    """Known names that stand in a row, with 、 and 和 between them."""
    row: list[Hit] = []
    for hit in hits(text):
        if row and not _BETWEEN.fullmatch(text, row[-1].end, hit.start):
            yield row
            row = []
        row.append(hit)
    if row:
        yield row


_BETWEEN = re.compile("(?:技术|产业|制造|装备)?[、和及与](?:[百千万]亿级|现代|高端|先进|特色|新型)*")


def _free(text: str, hit: Hit) -> bool:
    """Whether a short name is not the end of a longer word (小鹏汽车, 智慧医疗)."""
    if hit.end - hit.start > 3:
        return True
    return _stands_free(text[name_start(text, hit.end, zones=True) : hit.start])


def _stands_free(prefix: str) -> bool:
    """Whether what stands before a name is nothing, a sorting word or a verb."""
    return (
        not prefix
        or prefix.endswith(("以上", "规上"))
        or is_generic(prefix)
        or _patterns()["free_end"].search(prefix) is not None
    )


def _shared_reason(text: str, row: Sequence[Hit]) -> str:
    """The rule by which a row of known names are industries, or empty."""
    patterns = _patterns()
    first, last = row[0], row[-1]
    before = text[max(0, first.start - 14) : first.start]
    if _ELSEWHERE.search(before) or patterns["no_list"].match(text, last.end):
        return ""
    firms = patterns["firms_after"].match(text, last.end)
    if firms and not _CERTIFIED.search(before) and (patterns["firms"].search(before) or firms["count"]):
        return _NUMBER
    if len(row) >= 3 and patterns["closed"].match(text, last.end) and not text.startswith("产业链", last.end):
        return "links of a chain"
    if _is_told(text, last) and not _OTHERS.search(before):
        return "what its figures are told of"
    return _said_by_words(text, row, before)


def _said_by_words(text: str, row: Sequence[Hit], before: str) -> str:
    """The rule by which a verb, 产业 or their number make known names industries, or empty."""
    patterns = _patterns()
    first, last = row[0], row[-1]
    following = text[first.end : first.end + 1]
    if patterns["verb_before"].search(before) and (following in "，。、；等” " or first.end - first.start >= 4):
        return _VERB
    if len(row) > 1 and _is_field(text, last):
        return _FIELD
    used = patterns["uses"].search(text, clause_start(text, first.start), first.start)
    return _ROW if not used and _in_a_row([hit for hit in row if not hit.weak]) else ""


def _in_a_row(strong: Sequence[Hit]) -> bool:
    return len(strong) >= 3 or (len(strong) == 2 and min(hit.end - hit.start for hit in strong) >= 4)


_ELSEWHERE = re.compile("(?:我国|全国|国内|全球|世界|国际|中国)(?:的)?$")
_NATIONAL = re.compile(f"国家$|{_ELSEWHERE.pattern}")
_OTHERS = re.compile("(?:我国|全国|全球|公司|该企业|集团|(?:建成|投产|达产|投用|竣工|达效)后)[^，。；]*$")
"""该公司新能源物流车市场占有率16%, 达产后新增……产能: a company's or project's figures, or the country's."""

_CERTIFIED = re.compile("认定为|认定|评为|入选|获批|授予")
"""被认定为国家集成电路生产企业: a certificate, and no number of businesses."""


def _is_told(text: str, hit: Hit) -> bool:
    """Whether what follows a name is its amount; a short or common one must say the amount plainly (汽车产量)."""
    opens = _TOPIC_OPENS.search(text, max(0, hit.start - 8), hit.start)
    if opens and not hit.weak and hit.end - hit.start >= 3 and _patterns()["topic_told"].match(text, hit.end):
        return True  # 冷清的是传统木材加工，同期加工量只有9万立方米
    told = _patterns()["figure"].match(text, hit.end)
    if not told or text[hit.start : hit.end] in _TRADE_MODES:
        return False
    return (hit.end - hit.start >= 3 and not hit.weak) or _PLAIN_AMOUNT.fullmatch(told["amount"] or "") is not None


_TRADE_MODES = frozenset({"加工贸易", "一般贸易", "边境贸易"})
"""加工贸易占比: customs' way to sort all trade, whatever a zone works at."""

_TOPIC_OPENS = re.compile("(?:^|[，。；：是])(?:传统|老牌|新兴|看|说到)?$")
_PLAIN_AMOUNT = re.compile("(?:总?产值|年?产[量值]|增加值|营业?收入?|交易额|业务量)")


def _own_reason(text: str, hit: Hit) -> str:
    """The rule by which a known name alone is an industry of the zone, or empty."""
    patterns = _patterns()
    name, end = text[hit.start : hit.end], hit.end
    before = text[max(0, hit.start - 14) : hit.start]
    if _ELSEWHERE.search(before):
        return ""
    if _ends_as_field(text, name, end) or _is_field(text, hit):
        return "" if name in _BROAD_NAMES and text.startswith("集群", end) else _FIELD
    if patterns["generally"].match(text, end) and not _ONE.search(before) and (not hit.weak or _OPENS.search(before)):
        return _FIRMS
    if not hit.weak and _PRAISING.search(before) and patterns["praised"].match(text, end):
        return "what a zone is to be known for"
    if (
        not hit.weak
        and len(name) >= 4
        and (_SERVED.match(text, end) or patterns["verb_far"].search(before))
        and not _OTHERS.search(before)
    ):
        return "known name and what is done with it"
    return ""


def _ends_as_field(text: str, name: str, end: int) -> bool:
    """Whether a name says itself that it is an industry (装备制造业, 铜产业), and no office is called after it."""
    if name.endswith("产业"):
        return _patterns()["office"].match(text, end) is None
    return name.endswith("业") and len(name) >= 4


def _is_field(text: str, hit: Hit) -> bool:
    """Whether 产业 or its like follows; 行业, 领域 and 业务 are anybody's where nothing says who works at them."""
    after = _patterns()["after"].match(text, hit.end)
    if not after or not _LOOSE_FIELD.search(after.group()):
        return after is not None
    if _patterns()["verb"].search(text, clause_start(text, hit.start), hit.start):
        return True
    return not hit.weak and _patterns()["topic"].match(text, after.end()) is not None


_BROAD_NAMES = frozenset({"先进制造", "先进制造业"})
"""省级先进制造业集群 is a title that clusters of every trade hold."""

_LOOSE_FIELD = re.compile("(?:行业|领域|业务)$")
_ONE = re.compile("(?:一家|这家|该|某|首家|作为|(?<!这样)的|级)$")
_OPENS = re.compile("(?:^|[，。；：！？“”、\\s]|园区|区内|全区|辖区|本地|不少|许多|众多|这样的|还有|帮助|对|为|等)$")
_PRAISING = re.compile("(?:打造|建设|建成|做[好足活强大深])[^，。；、]{0,8}$")
"""做足稀土文章, 打造新能源汽车之城."""

_SERVED = re.compile("服务|业务(?!收入)|基地")


def _parks(scene: Scene, passage: Passage) -> Iterator[Found]:
    """The industry that a park or base is for: 氢能装备产业园, 储能电池生产基地; a zone's own name tells it too."""
    text = passage.text
    for hit in hits(text):
        park = _patterns()["park"].match(text, hit.end)
        if park and ((hit.weak and "特色" not in park.group()) or _IDEA.search(text, hit.start, park.end())):
            park = None
        before = text[max(0, hit.start - 24) : hit.start]
        if not park or _NATIONAL.search(before):
            continue
        plain = _plain_park(text, hit) and not _PLACED.search(before)
        if plain or scene.zone(passage, hit.start, park.end()).endswith(text[hit.start : park.end()]):
            name = text[hit.start : hit.end]
            yield Found(passage, hit.start, hit.end, name, "", _PARK, park["park"])


_IDEA = re.compile("经济(?:产业)?(?:专项|发展|引导|投资)?基金$")
_PLACED = re.compile("(?:在|走进|走访|来到|位于|距离?)[^，。；、]{0,14}$")
"""在片区的石化产业园: where something happens."""


def _plain_park(text: str, hit: Hit) -> bool:
    """Whether no brand stands before the industry of a park: one that a company gave its name tells of the company."""
    prefix = text[name_start(text, hit.end, zones=True) : hit.start]
    return _stands_free(prefix) or only_sorts(prefix) or prefix in place_names()


def _numbered(passage: Passage) -> Iterator[Found]:
    """“四新”产业: a programme of industries by its number."""
    text = passage.text
    if "”" not in text:
        return
    for match in _NUMBERED.finditer(text):
        yield Found(passage, match.start(), match.end(), match.group(), "", "numbered programme", match.group())


_NUMBERED = re.compile(
    "“(?!十[一二三四五]五)[^“”]{0,8}[一二三四五六七八九两0-9][^“”]{0,8}”(?:优质)?产业(?!园|基金|生态|布局|规划|发展)"
    "|“新三样”"
)


def _unknown(passage: Passage) -> Iterator[Found]:
    """A short unknown name between a verb and 产业: 发展香料产业, 发展战略性新兴产业."""
    text = passage.text
    if "产业" not in text:
        return
    patterns, rule = _patterns(), "verb, name and 产业"
    for match in patterns["unknown"].finditer(text):
        start, end, _ = core(text, name_start(text, match.start()), match.start())
        name = text[start:end]
        if broad := _BROAD.match(text, max(0, match.start() - 5), match.end()):
            begin = broad.start("name")
            if _PURSUED.search(text[max(0, begin - 6) : begin]):
                yield Found(passage, begin, match.end(), broad["name"], rank(broad["name"]), rule, "产业")
        elif len(name) <= 5 and may_be(name) and patterns["verb_before"].search(text[max(0, start - 5) : start]):
            yield Found(passage, start, end, name, "", rule, match.group())


_BROAD = re.compile(".?(?P<name>(?:战略性新兴|高新技术)产业)")
_PURSUED = re.compile("发展|壮大|培育|布局|和$")


def _stated(passage: Passage) -> Iterator[Found]:
    """A name of any kind whose figures are told, or whose chain is made whole: 动力装备产业实现营业收入……."""
    text = passage.text
    if "产业" not in text:
        return
    for match in _patterns()["stated"].finditer(text):
        yield from _subject(passage, match.start(), match.group())
    for match in _patterns()["chained"].finditer(text) if "产业链" in text else ():
        yield from _subject(passage, match.start("chain"), match["chain"])


_AREA = re.compile(".*(?:地区|区域|全[省市区县])")


def _subject(passage: Passage, end: int, cue: str) -> Iterator[Found]:
    """The name that ends before 产业; a known name with 与 in it stays whole (网络安全产品|与|服务)."""
    text = passage.text
    start = name_start(text, end, zones=True)
    if text[start - 1 : start] in ("与", "和"):
        earlier = name_start(text, start - 1, zones=True)
        opened = known().match(text, earlier)
        another = opened and opened.end() == start - 1 and known().fullmatch(text, start, end)
        start = earlier if opened and not another else start
    if area := _AREA.match(text, start, end):
        start = area.end()
    while text[start] in "区市县省":
        start += 1
    name = text[start:end]
    if len(name) >= 3 and may_be(name) and not _SORTING.search(name) and name[0] != "链" and name[-1] not in _PLACES:
        yield Found(passage, start, end, name, "", "what its figures are told of", cue)


_PLACES = "城园港谷湾岛"
_SORTING = re.compile(
    "(?:新兴|未来|主导|支柱|优势|特色|传统|重点|首位|高新技术|高技术|核心|相关|先导|配套|集聚|上下游)$"
)


def _fact(scene: Scene, zone: str, group: Sequence[Found]) -> Industry:
    first = group[0]
    ranked = next((found for found in group if found.rank), first)
    decided = [Decision("name", first.name, first.rule, first.cue)]
    if ranked.rank:
        decided.append(Decision("rank", ranked.rank, ranked.rule, ranked.cue))
    return Industry(
        id=scene.identity("industry", first.passage, first.start, f"{zone}{first.name}"),
        zone=zone,
        mentions=tuple(scene.evidence(found.passage, found.start, found.end) for found in group),
        decided=tuple(decided),
        name=first.name,
        rank=ranked.rank,
    )
