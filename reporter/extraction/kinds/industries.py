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
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.industry_counted import counted_each, kinds_of_firms, told_each
from reporter.extraction.kinds.industry_done import done
from reporter.extraction.kinds.industry_intros import TOLD, announced, heads, pursued
from reporter.extraction.kinds.industry_known import (
    FIELD,
    FIRMS,
    NATIONAL,
    NUMBER,
    OFFICE,
    OWN,
    TOLD_OF,
    VERB,
    VISION,
    follows_verb,
    known_names,
    stands_free,
)
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
from reporter.extraction.kinds.industry_said import CALLED, appositions, based, called, famed
from reporter.extraction.kinds.scene import HEADS, Passage, Scene, by_passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words, place_names
from reporter.model import Decision, Industry, Scope, ZoneType


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    return {
        "stated": re.compile(rf"产业(?:集群|链)?(?={one_of(words.figures)})"),
        "park": re.compile(
            rf"(?:{one_of(words.park_sorts)})*(?P<park>{one_of(words.parks)})(?!{one_of(words.not_parks)})"
        ),
        "chained": re.compile(rf"{one_of(words.mends)}[^，。；：“”]{{0,30}}(?P<chain>产业链)(?=[，。；])"),
        "unknown": re.compile(rf"产业(?!{one_of(words.not_after)}|规模|转移|{OFFICE}|链|集群|类)"),
    }


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
    groups = _bonded(_told_in_full(groups), scene)
    return [_fact(scene, zone, group) for (zone, _), group in _merged(_at_home(groups)).items()]


Groups = dict[tuple[str, str], list[Found]]


def _told_in_full(groups: Groups) -> Groups:
    """The groups without the programmes whose industries the article names (“四新”，即新材料、新能源、…)."""
    told = tuple(
        {found.cue for group in groups.values() for found in group if found.rule == TOLD and found.cue[0] == "“"}
    )
    if not told:
        return groups
    return {
        key: group for key, group in groups.items() if group[0].rule != _PROGRAMME or not group[0].name.startswith(told)
    }


def _bonded(groups: Groups, scene: Scene) -> Groups:
    """The groups without the trades of bonded zones where nothing else tells them and the zone is no such one.

    In a free trade zone, which works at many things, one word in passing is not enough.
    """
    if not any(found.rule == OWN for group in groups.values() for found in group):
        return groups
    enough = {zone.name: _ENOUGH[zone.type] for zone in scene.zones.zones if zone.type in _ENOUGH}
    return {
        key: group
        for key, group in groups.items()
        if any(found.rule != OWN for found in group) or (key[0] in enough and len(group) >= enough[key[0]])
    }


_ENOUGH = {ZoneType.BONDED: 1, ZoneType.FREE_TRADE: 2, ZoneType.FREE_TRADE_AREA: 2}
"""How often a kind of zone must be told to have a trade of bonded zones."""


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
        elif not _repeats(zone, name, group, groups) and (zone or any(found.rule not in _LOOSE for found in group)):
            kept[zone, name] = group
    return kept


def _found(scene: Scene, passage: Passage, names: Sequence[Mention]) -> list[Found]:
    """The industries of a paragraph in its order, none over another or inside a company's or project's name."""
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    text = passage.text
    for finder in [finder for sign, finder in _FINDERS if sign in text]:
        for one in finder(passage):
            if _ONCE.search(text, passage.sentence_at(one.start)[0], one.start):
                continue  # 过去，园区|炼化|企业多以成品油为主
            if one.rule == FIELD and passage.kind in HEADS and text[one.start - 1 : one.start] != "：":
                continue  # a headline shortens what the body tells, but for its topic (某高新区：|模具|产业提速)
            if text.startswith("基地", one.end) and scene.zone(passage, one.start, one.end).endswith(f"{one.name}基地"):
                continue  # what the zone is called
            if one.rule == TOLD_OF and (_of_a_firm(passage, one, names) or _of_another(scene, passage, one)):
                continue
            if not _over(one, taken) and not any(_holds(mention, one) for mention in names) and _names_one(one.name):
                taken.append((one.start, one.end))
                found.append(one)
    ends = {one.end for one in found if one.rule == _LIST}
    found = [one for one in found if one.rule != _PROGRAMME or ends.isdisjoint(range(one.start - 2, one.start + 1))]
    spans = [(one.start, one.end) for one in found]
    found += [one for one in _parks(scene, passage) if not _over(one, spans) and not _of_a_firm(passage, one, names)]
    return sorted(found, key=lambda one: one.start)


def _of_a_firm(passage: Passage, one: Found, names: Sequence[Mention]) -> bool:
    """Whether a company is the subject of the sentence, so that its figures or its park are its own."""
    first, _ = passage.sentence_at(one.start)
    firms = [
        mention.end
        for mention in names
        if first <= mention.start and mention.end <= one.start and _opens_clause(passage.text, mention.start, first)
    ]
    return bool(firms) and _ZONE_AGAIN.search(passage.text, max(firms), one.start) is None


def _of_another(scene: Scene, passage: Passage, one: Found) -> bool:
    """Whether the figure that is told of an industry is no zone's."""
    for figure in scene.figures:
        place = figure.evidence
        if place.paragraph == passage.index and one.end <= place.offset <= one.end + 24:
            return figure.scope is Scope.EXTERNAL
    return False


def _opens_clause(text: str, at: int, first: int) -> bool:
    return at == first or text[at - 1] in "，：的“"


_ZONE_AGAIN = re.compile("全区|全市|区内|园区|[高经新片保开]区|综保区|开发区|带动|；")

_NOT_NOW = r"(?![^。；]*(?:如今|现在|目前|今天|已))[^。；]*\Z"
_ONCE = re.compile(
    rf"(?:(?<![年月天会])过去，|(?:换作|放在|搁在)[^，。；]{{1,8}}，|鼎盛时期?|(?:曾经|曾)(?:是|聚集|集聚|遍布)){_NOT_NOW}"
)


def _over(one: Found, spans: Sequence[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans)


def _holds(mention: Mention, one: Found) -> bool:
    """Whether a name is but a part of a company's or project's: no known item of a list that goes on, no counted one.

    紧盯|汽车|及零部件、…两条主链; 引进|电子信息|项目21个.
    """
    if one.start >= mention.end or mention.start >= one.end:
        return False
    if one.rule == NUMBER and mention.name.endswith(one.name + "项目"):
        return False
    return one.rule != _LIST or one.end <= mention.end or known().fullmatch(one.name) is None


def _names_one(name: str) -> bool:
    plain = plain_industry(name)  # empty where the name is but 产业
    return _BROAD.fullmatch(name) is not None or (plain != "" and not is_generic(plain))


def _fuller(zone: str, name: str, group: Sequence[Found], groups: Groups) -> tuple[str, str] | None:
    """The industry of the zone that a name is the short word for: 医药 beside 生物医药, 光伏 beside 光伏及新能源.

    Businesses that are counted (26家电商企业) take a fuller name only where their own is short or a common word.
    """
    short = is_weak(name) or len(name) == 2
    loose = all(found.rule in _LOOSE or (found.rule == NUMBER and short) for found in group)
    others = [other for place, other in groups if place == zone and other != name]
    if "及" in name and (same := name.replace("及", "", 1)) in others:
        return zone, same  # 汽车及零部件 beside 汽车零部件
    fuller = [
        other
        for other in others
        if name in other.split("及")
        or (loose and other.endswith(name))
        or (loose and is_weak(name) and other.startswith(name))  # 医药 beside 医药健康
        or (loose and other in (f"{name}加工", f"{name}制造", f"{name}制造业"))
    ]
    return (zone, max(fuller, key=len)) if fuller else None


def _repeats(zone: str, name: str, group: Sequence[Found], groups: Groups) -> bool:
    """Whether a park is only called after an industry that the article names anyway, or a zone that works at others."""
    rules = {found.rule for found in group}
    if rules == {_OWN_NAME}:
        here = [others for (place, _), others in groups.items() if place == zone]
        return group[0].cue == "基地" or any(found.rule != _OWN_NAME for others in here for found in others)
    others = [other for place, other in groups if (place, other) != (zone, name)]
    return rules <= {_PARK, _OWN_NAME} and any(name in other for other in others)


_PARK, _OWN_NAME, _LIST = "park of one industry", "a zone's own name", "list of industries"
_LOOSE = frozenset({FIELD, "verb, name and 产业", VERB, FIRMS, CALLED, _PARK, _OWN_NAME})
"""Rules that hear a name pass by; what a list or a number names stays."""


def _parks(scene: Scene, passage: Passage) -> Iterator[Found]:
    """The industry that a park or base is for: 氢能装备产业园, 储能电池生产基地; a zone's own name tells it too."""
    text = passage.text
    for hit in hits(text):
        park = _patterns()["park"].match(text, hit.end)
        if park and ((hit.weak and "特色" not in park.group()) or _IDEA.search(text, hit.start, park.end())):
            park = None
        before = text[max(0, hit.start - 24) : hit.start]
        if park and text.startswith("项目", park.end()):
            continue  # 风电|基地项目
        if not park or NATIONAL.search(before) or VISION.search(before) or _INVESTED.search(before):
            continue
        own = scene.zone(passage, hit.start, park.end()).endswith(text[hit.start : park.end()])
        plain = _plain_park(text, hit) and not _PLACED.search(before)
        if plain or own:
            name = text[hit.start : hit.end]
            yield Found(passage, hit.start, hit.end, name, "", _OWN_NAME if own else _PARK, park["park"])


_IDEA = re.compile("经济(?:产业)?(?:专项|发展|引导|投资)?基金$|^循环经济")
_INVESTED = re.compile("(?<!总)投资[^，。；]{0,8}元(?:建设)?的$|(?:公司|集团|厂)的$")
"""投资2亿元的|家电|产业园: one company's project."""
_PLACED = re.compile("(?:(?:邻近|相邻|毗邻)的|在|走进|走访|来到|位于|距离?)[^，。；、]{0,14}$")
"""在片区的石化产业园: where something happens."""


def _plain_park(text: str, hit: Hit) -> bool:
    """Whether no brand stands before the industry of a park: one that a company gave its name tells of the company."""
    prefix = text[name_start(text, hit.end, zones=True) : hit.start]
    return stands_free(prefix) or only_sorts(prefix) or prefix in place_names()


def _numbered(passage: Passage) -> Iterator[Found]:
    """“四新”产业: a programme of industries by its number."""
    for match in _NUMBERED.finditer(passage.text):
        yield Found(passage, match.start(), match.end(), match.group(), "", _PROGRAMME, match.group())


_PROGRAMME = "numbered programme"

_NUMBERED = re.compile(
    "“(?!十[一二三四五]五)[^“”]{0,8}[一二三四五六七八九两0-9][^“”]{0,8}”(?:优质)?产业(?!园|基金|生态|布局|规划|发展|体系|格局|版图|图谱|集群建设)"
    "|“新三样”"
)


def _unknown(passage: Passage) -> Iterator[Found]:
    """A short unknown name between a verb and 产业: 发展香料产业, 发展战略性新兴产业."""
    text = passage.text
    rule = "verb, name and 产业"
    for match in _patterns()["unknown"].finditer(text):
        start, end, _ = core(text, name_start(text, match.start()), match.start())
        name = text[start:end]
        if broad := _BROAD.match(text, max(0, match.start() - 5), match.end()):
            begin = broad.start("name")
            if _PURSUED.search(text[max(0, begin - 6) : begin]):
                yield Found(passage, begin, match.end(), broad["name"], rank(broad["name"]), rule, "产业")
        elif (
            len(name) <= 5 and may_be(name) and not _MADE.match(name) and follows_verb(text[max(0, start - 5) : start])
        ):
            yield Found(passage, start, end, name, "", rule, match.group())


_MADE = re.compile("[成为]|[十百千万]+亿")
"""培育|成千亿|产业: what is made of it, not what it is."""
_BROAD = re.compile(".?(?P<name>(?:战略性新兴|高新技术)产业)")
_PURSUED = re.compile("发展|壮大|培育|布局|和$")


def _stated(passage: Passage) -> Iterator[Found]:
    """A name of any kind whose figures are told, or whose chain is made whole: 动力装备产业实现营业收入……."""
    text = passage.text
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
    fewest = 3 if cue == "产业" else 2  # 藤编|产业集群
    if len(name) < fewest or not may_be(name) or _SORTING.search(name) or name[0] == "链" or name[-1] in _PLACES:
        return
    if len(name) == 2 and cue == "产业链":
        end += len(cue)  # |康复产业链|: the chain is the name
    yield Found(passage, start, end, text[start:end], "", TOLD_OF, cue)


_PLACES = "城园港谷湾岛占"
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


_FINDERS: tuple[tuple[str, Callable[[Passage], Iterator[Found]]], ...] = (
    ("", announced),
    ("", lists),
    ("", set_apart),
    ("", heads),
    ("", counted_each),
    ("产业", quoted),
    ("以", based),
    ("这一", appositions),
    ("", called),
    ("", famed),
    ("", known_names),
    ("", told_each),
    ("", pursued),
    ("企业", kinds_of_firms),
    ("", done),
    ("产业", _unknown),
    ("产业", _stated),
    ("”", _numbered),
)
"""Each finder with the word without which it finds nothing."""
