"""Industries of a zone: leading (主导), pillar (支柱), emerging (新兴), or just named.

In: a scene and the names of companies and projects in it. Out: one `Industry` a name and zone.

    聚焦|高端智能制造|、|通用航空|、|石油装备|、|新材料|等主导产业     a list before the noun that ranks it
    依托|汽车及零部件|这一支柱产业                                 apposition
    加快布局|氢能|产业； 以|机器人|产业为主导                       a known name and 产业
    已集聚近2000家|生物医药|企业                                   the businesses of one industry
    |集成电路|、|光电子信息|、|人工智能|……                         known names in a row
    |动力装备|产业实现营业收入……                                   what its figures are told of

Names that only sort (优势产业, 世界级产业) are none; neither is what stands inside a company's or project's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import clause_start, list_items, name_start
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words
from reporter.model import Decision, Industry


class _Found(Struct, frozen=True, gc=False):
    passage: Passage
    start: int
    end: int
    name: str
    rank: str
    rule: str
    cue: str


_COUNT = r"(?:\d+[余多]?|[一二三四五六七八九十百千]+[余多]?|多|上百|数十|数百)"
_SORTS = (
    r"(?P<sort>(?:[一二两三四五六七八九十\d]+[大个条]|多个|一批|一系列|优势|特色|主导|支柱|战略性|新兴|未来|重点|先导|硬核"
    r"|传统|现代|高端|高新技术|千亿级|百亿级|万亿级|国家级|关键|重大)*)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    stop = one_of(words.not_after)
    after = one_of(words.after)
    return {
        "known": re.compile(one_of(words.known)),
        "after": re.compile(rf"(?:制造|生产|及研发|研发|技术|装备|加工)?(?:全|特色|优势|主导|支柱)?{after}(?!{stop})"),
        "list": re.compile(
            rf"(?=[等类\d两二三四五六七八九十])(?:(?:等|(?=[两二三四五六七八九十\d]大)){_SORTS}(?P<noun>{one_of(words.list_nouns)}|(?<=大)类)(?!园|工人|基金|项目|化)"
            r"|类(?=项目|企业|产业))"
        ),
        "set": re.compile(rf"(?P<verb>确定为|作为|列为|定为|确立为){_SORTS}(?P<noun>产业|产业链)"),
        "quoted": re.compile(rf"(?P<items>“[^“”]{{2,8}}”(?:、?“[^“”]{{2,8}}”)+)等{_SORTS}产业"),
        "chain": re.compile(r"“(?P<items>[^“”—]{2,10}(?:—+[^“”—]{2,10})+)”(?:全?产业链|产业集群|产业)"),
        "links": re.compile(r"(?P<name>[^，。；：、“”和与]{2,12})产业链(?=、|为基础|等)"),
        "apposition": re.compile(r"这一(?P<rank>主导|支柱|优势|特色|新兴|战略性新兴|首位)?产业"),
        "based": re.compile(
            r"以(?P<name>[^，。；：、“”以为]{2,12}?)(?:产业|成)?为(?P<rank>主导|支柱|首位|主攻方向|主攻|特色|支撑|核心|重点|市场引领)"
        ),
        "firms": re.compile(r"(?:(?<!一)家|[多余]家)[^，。；：、]{0,6}$"),
        "firms_after": re.compile(
            r"(?:全?产业链)?[^，。；：、]{0,8}?(?:企业|药企|公司|项目(?=\d+个))(?P<count>[^，。；]{0,8}\d)?"
        ),
        "generic": re.compile(rf"(?:{one_of(words.generic)}|[一二三四五六七八九十\d]+|的|[条大个级])+"),
        "verb": re.compile(one_of(words.verbs)),
        "verb_before": re.compile(rf"(?:{one_of(words.verbs)}|以)(?:了)?$"),
        "verb_far": re.compile(rf"{one_of(words.verbs)}[^，。；、]{{0,8}}的$"),
        "leading": re.compile(one_of(words.leading)),
        "pillar": re.compile(one_of(words.pillar)),
        "emerging": re.compile(one_of(words.emerging)),
        "stated": re.compile(rf"产业(?:集群|链)?(?={one_of(words.figures)})"),
        "figure": re.compile(one_of(words.amounts)),
        "chained": re.compile(rf"{one_of(words.mends)}[^，。；：“”]{{0,30}}(?P<chain>产业链)(?=[，。；])"),
        "unknown": re.compile(rf"产业(?!{stop}|链|集群|类)"),
    }


def find_industries(scene: Scene, names: Sequence[Mention]) -> list[Industry]:
    """All industries of the article, one fact a name and zone, in reading order.

    `names` are the mentions of companies and projects: words inside them name no industry.
    """
    groups: dict[tuple[str, str], list[_Found]] = {}
    named = by_passage(names)
    for passage in scene.passages:
        taken = [(mention.start, mention.end) for mention in named.get(passage.index, ())]
        found: list[_Found] = []
        for finder in [finder for sign, finder in _FINDERS if sign in passage.text]:
            for one in finder(passage):
                if not any(one.start < end and start < one.end for start, end in taken):
                    taken.append((one.start, one.end))
                    found.append(one)
        for one in sorted(found, key=lambda f: f.start):
            zone = scene.zone(passage, one.start, one.end)
            groups.setdefault((zone, plain_industry(one.name)), []).append(one)
    return [_fact(scene, zone, group) for (zone, _), group in groups.items() if not _said_fully(zone, group, groups)]


def _said_fully(zone: str, group: Sequence[_Found], groups: Mapping[tuple[str, str], list[_Found]]) -> bool:
    """Whether a name is but the short word for one that the article names in full: 医药 beside 生物医药."""
    name = plain_industry(group[0].name)
    fuller = any(other != name and other.endswith(name) for place, other in groups if place == zone)
    return fuller and all(found.rule in _LOOSE for found in group)


_LOOSE = frozenset({"known name and 产业", "verb, name and 产业", "verb and known name"})
"""Rules that hear a name pass by; what a list or a number names stays."""


def plain_industry(name: str) -> str:
    """The key of an industry: 机器人产业 is 机器人."""
    return _GROUP.sub("", name) if name[-1:] in "群链业域" else name


_GROUP = re.compile("(?:产业集群|产业链|产业|行业|领域|集群)$")


def _rank(text: str) -> str:
    patterns = _patterns()
    return next((rank for rank in ("emerging", "leading", "pillar") if patterns[rank].search(text)), "")


def _core(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The span of the name inside a stretch, and whether a table knows it: verbs and places before it are cut off.

    聚集原料药 → 原料药; 苏州生物医药 → 生物医药; 仿制药制造 stays, nobody knows it.
    """
    patterns = _patterns()
    for match in patterns["known"].finditer(text, start, end):
        rest = text[match.end() : end]
        if not rest or rest in _ENDINGS:
            return match.start() if _prefix_goes(text[start : match.start()]) else start, end, True
    if text.endswith("产业", start, end) and end - start <= 8:
        return start, end, True
    begin = start
    for match in patterns["verb"].finditer(text, start, end):
        if end - match.end() >= 2:
            begin = match.end()
    return begin, end, False


_ENDINGS = frozenset(
    "产业 制造 生产 产业链 制造业 业 及研发 研发 技术 装备 加工 服务 领域 行业 集群 产业集群 全产业链".split()  # noqa: SIM905
)
_KEPT = re.compile("(?:高端|智能|现代|新型|数字|绿色|先进|医用|工业|国产|特色|精品|自主|核心)$")


def _prefix_goes(prefix: str) -> bool:
    """Whether what stands before a known name is no part of it."""
    if _patterns()["known"].fullmatch(prefix):
        return False  # 激光|医疗
    if prefix[-1:] in ("及", "和", "与") and _patterns()["known"].fullmatch(prefix[:-1]):
        return False
    return not _KEPT.search(prefix) or len(prefix) > 4


def _lists(passage: Passage) -> Iterator[_Found]:
    """A、B、C等主导产业: every item, when one of them at least is known or a verb says what the zone works at."""
    text = passage.text
    if not any(sign in text for sign in "等大类"):
        return
    for match in _patterns()["list"].finditer(text):
        begin = clause_start(text, match.start(), 160)
        yield from _items(passage, begin, match.start(), match["sort"] or "", match["noun"] or "", match.group())


def _items(passage: Passage, begin: int, end: int, sort: str, noun: str, cue: str) -> Iterator[_Found]:
    text = passage.text
    spans = []
    for _, last in list_items(text, begin, end):
        if last < end and text[last] != "、":
            continue
        span = _item(text, begin, last)
        if text[max(0, span[0] - 1) : span[0]] in ("和", "与") and (before := _item(text, begin, span[0] - 1))[2]:
            spans.append(before)  # 、新材料|和|高端装备
        spans.append(span)
    known = sum(ok for _, _, ok in spans)
    counted = _COUNTED.match(sort)
    if counted and _number(counted[1]) == len(spans) and all(_may_stand(text[a:b]) for a, b, _ in spans):
        begun = any(_patterns()["known"].match(text, first) for first, _, _ in spans)  # |激光|切割
        if begun:  # 三大 says that all of them are
            spans, known = [(first, last, True) for first, last, _ in spans], len(spans)
    named = noun.startswith(("产业", "集群", "行业"))
    strong = named and (bool(sort) or known > 0)
    if not known and not (strong and len(spans) > 1 and _patterns()["verb"].search(text, begin, end)):
        return
    if 3 * known < len(spans) and not strong:
        return
    rank = _rank(sort + noun)
    for first, last, ok in spans:
        name = text[first:last]
        if ok or ((strong or known * 2 >= len(spans)) and _may_be(name)):
            yield _Found(passage, first, last, name, rank, "list of industries", cue)


def _item(text: str, begin: int, last: int) -> tuple[int, int, bool]:
    """The name that ends at a place of a list, and whether a table knows it."""
    first = name_start(text, last)
    for match in reversed(list(_patterns()["known"].finditer(text, max(begin, last - 10), last))):
        if match.end() == last or match.end() == first:
            first = min(first, match.start())  # |研发设计, 激光|显示: what looks like a verb belongs to the name
    start, stop, ok = _core(text, _whole(text, first), last)
    if latin := _LATIN.search(text, begin, start):
        start = latin.start(1)  # 、5G|高端消费电子: one name
    return start, stop, ok


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else _NUMBERS.find(sign)


_NUMBERS = "零一两三四五六七八九十"
_COUNTED = re.compile(rf"(\d|[{_NUMBERS}])大")
_LATIN = re.compile(r"[、绕展]([A-Za-z0-9]{1,6})$")
_NOT_INDUSTRY = re.compile(
    r"[“”《》%]|[0-9]+(?:[个家项万亿]|年)|(?:企业|公司|项目|园区|人才|资金|政策|平台|中心|基地|机构|环节|优势|要素|问题|设施|保障|建设|改革|创新"
    r"|合作|开放|发展|升级|转型|品牌|产品|推广|应用|销售|资源|市场|品种|学校|医院|住房|交通|消费|投资|出口|进口|就业|能耗|税收"
    r"|省|市|县|区|国|镇|等|能级|标准|数字化|质量|效益|规模|开发|场景|功能|经济|延伸|拉长)$|[的了是在将]"
)


def _may_be(name: str) -> bool:
    """Whether an unknown item of a list of industries may stand: short, and nothing else by its end."""
    return 2 <= len(name) <= 10 and not _NOT_INDUSTRY.search(name) and not _patterns()["generic"].fullmatch(name)


def _may_stand(name: str) -> bool:
    return 2 <= len(name) <= 10 and not _STRANGE.search(name)


_STRANGE = re.compile(r"[“”《》%的了是在将为把]|\d")


def _whole(text: str, start: int) -> int:
    """The beginning of a name that holds 及 or 与 (汽车及零部件, 网络安全产品与服务)."""
    if start > 2 and text[start - 1] in "及与和":
        earlier = name_start(text, start - 1)
        if text[start - 1] == "及" and _patterns()["known"].fullmatch(text, earlier, start - 1):
            return earlier
        for match in _patterns()["known"].finditer(text, earlier, min(len(text), start + 8)):
            if match.start() < start - 1 < match.end():
                return match.start()
    return start


def _set(passage: Passage) -> Iterator[_Found]:
    """把有色金属、电子信息确定为三大主导产业."""
    text = passage.text
    for match in _patterns()["set"].finditer(text):
        begin = clause_start(text, match.start(), 120)
        opener = max(text.rfind(word, begin, match.start()) for word in "把将")
        if opener >= 0:
            yield from _items(passage, opener + 1, match.start(), match["sort"] or "重点", match["noun"], match.group())


def _quoted(passage: Passage) -> Iterator[_Found]:
    """“中国芯”“创新药”等硬核产业; “芯片—新型显示屏—智能终端”产业集群."""
    text = passage.text
    if "“" not in text:
        return
    for match in _patterns()["quoted"].finditer(text):
        for item in _ITEM.finditer(text, *match.span()):
            start = item.start(1)
            yield _Found(
                passage, start, start + len(item[1]), item[1], _rank(match["sort"]), "quoted list", match["sort"]
            )
    for match in _patterns()["chain"].finditer(text):
        for item in _LINK.finditer(text, *match.span("items")):
            start = item.start()
            yield _Found(passage, start, start + len(item.group()), item.group(), "", "chain of industries", "产业")


def _chains(passage: Passage) -> Iterator[_Found]:
    """A产业链、B产业链."""
    text = passage.text
    for match in _patterns()["links"].finditer(text):
        start = max(match.start(), name_start(text, match.end("name")))
        name = text[start : match.end("name")]
        if len(name) >= 4 and _may_be(name):
            yield _Found(passage, start, match.end("name") + 3, f"{name}产业链", "", "list of chains", "产业链")


def _based(passage: Passage) -> Iterator[_Found]:
    """以机器人产业为主导; unknown names only where the sentence speaks of industry."""
    text = passage.text
    for match in _patterns()["based"].finditer(text):
        start, end, known = _core(text, match.start("name"), match.end("name"))
        name = text[start:end]
        first, last = passage.sentence_at(match.start())
        if known or (_may_be(name) and _FRAMEWORK.search(text, first, last)):
            yield _Found(passage, start, end, name, _rank(match["rank"]), "以…为主导", match["rank"])


_ITEM = re.compile("“([^“”]+)”")
_LINK = re.compile("[^—]+")
_FRAMEWORK = re.compile("产业(?:构架|架构|体系|格局)")


def _appositions(passage: Passage) -> Iterator[_Found]:
    """依托汽车及零部件这一支柱产业."""
    text = passage.text
    for match in _patterns()["apposition"].finditer(text):
        start, end, known = _core(text, _whole(text, name_start(text, match.start())), match.start())
        name = text[start:end]
        if known or _may_be(name):
            yield _Found(passage, start, end, name, _rank(match["rank"] or ""), "apposition", match.group())


def _known(passage: Passage) -> Iterator[_Found]:
    """Names that the table knows, where the words around them say that an industry is meant."""
    text = passage.text
    hits = list(_patterns()["known"].finditer(text))
    rows = _rows(text, hits)
    for number, match in enumerate(hits):
        if (rule := _reason(text, match, hits, rows[number])) and _free(text, match):
            before = hits[number - 1] if number else match
            start = before.start() if before.end() == match.start() else match.start()  # 激光|装备制造
            yield _Found(passage, start, match.end(), text[start : match.end()], "", rule, match.group())


def _free(text: str, match: re.Match[str]) -> bool:
    """Whether a short name is not the end of a longer word (小鹏汽车, 智慧医疗)."""
    if len(match.group()) > 3:
        return True
    start = name_start(text, match.end())
    prefix = text[start : match.start()]
    return (
        not prefix
        or prefix.endswith("以上")
        or _patterns()["generic"].fullmatch(prefix) is not None
        or _patterns()["verb"].fullmatch(prefix) is not None
    )


def _reason(text: str, match: re.Match[str], hits: Sequence[re.Match[str]], row: tuple[int, int]) -> str:
    """The rule by which a known name is an industry of the zone, or empty."""
    patterns = _patterns()
    name, end = match.group(), match.end()
    before = text[max(0, match.start() - 14) : match.start()]
    if patterns["after"].match(text, end) or (name.endswith("业") and len(name) >= 4):
        wished = name in _QUALITIES and "集群" in text[end : end + 4]
        return "" if wished else "known name and 产业"
    if rule := _counted(text, match, hits, row):
        return rule
    following = text[end : end + 1]
    if patterns["verb_before"].search(before) and (following in "，。、；等” " or len(name) >= 4):
        return "verb and known name"
    if len(name) >= 4 and (_SERVED.match(text, end) or patterns["verb_far"].search(before)):
        return "known name and what is done with it"
    length = row[1] - row[0] + 1
    beside = "、" in (text[match.start() - 1 : match.start()], following)
    if length >= 3 or (length == 2 and len(name) >= 4 and beside):
        return "known names in a row"
    return ""


_BETWEEN = re.compile("(?:技术|产业|制造|装备)?[、和及与]")
_QUALITIES = frozenset({"高新技术", "科技", "软件", "先进制造"})
"""高新技术企业 is a certificate that firms of every trade hold, not a trade."""

_CERTIFIED = re.compile("认定为|认定|评为|入选|获批|授予")
"""被认定为国家集成电路生产企业: a certificate, and no number of businesses."""

_SERVED = re.compile("服务|业务(?!收入)|基地")


def _counted(text: str, match: re.Match[str], hits: Sequence[re.Match[str]], row: tuple[int, int]) -> str:
    """The rule by which a number speaks of a known name: of its businesses (those of a row share it), or its amount."""
    if match.group() in _QUALITIES:
        return ""
    patterns = _patterns()
    first, last = row
    before = text[max(0, hits[first].start() - 14) : hits[first].start()]
    firms = patterns["firms_after"].match(text, hits[last].end())
    if firms and not _CERTIFIED.search(before) and (patterns["firms"].search(before) or firms["count"]):
        return "number of its businesses"
    told = len(match.group()) >= 4 and patterns["figure"].match(text, match.end())
    return "what its figures are told of" if told else ""


def _rows(text: str, hits: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """For each known name the first and the last that stand in a row with it, with 、 and 和 between them."""
    rows: list[tuple[int, int]] = []
    first = 0
    for last, match in enumerate(hits, 1):
        if last == len(hits) or not _BETWEEN.fullmatch(text, match.end(), hits[last].start()):
            rows.extend([(first, last - 1)] * (last - first))
            first = last
    return rows


def _unknown(passage: Passage) -> Iterator[_Found]:
    """A short unknown name between a verb and 产业: 发展香料产业, 发展战略性新兴产业."""
    text = passage.text
    patterns = _patterns()
    for match in patterns["unknown"].finditer(text):
        start, end, _ = _core(text, name_start(text, match.start()), match.start())
        name = text[start:end]
        if text.startswith("战略性新兴", match.start() - 5):
            if re.search("发展|壮大|培育|布局|和$", text[max(0, match.start() - 11) : match.start() - 5]):
                yield _Found(
                    passage, match.start() - 5, match.end(), "战略性新兴产业", "emerging", "verb, name and 产业", "产业"
                )
        elif len(name) <= 5 and _may_be(name) and patterns["verb_before"].search(text[max(0, start - 5) : start]):
            yield _Found(passage, start, end, name, "", "verb, name and 产业", match.group())


def _stated(passage: Passage) -> Iterator[_Found]:
    """A name of any kind whose figures are told, or whose chain is made whole: 动力装备产业实现营业收入……."""
    text = passage.text
    for match in _patterns()["stated"].finditer(text):
        yield from _subject(passage, match.start(), match.group())
    for match in _patterns()["chained"].finditer(text) if "产业链" in text else ():
        yield from _subject(passage, match.start("chain"), match["chain"])


_AREA = re.compile(".*(?:地区|区域|全[省市区县])")


def _subject(passage: Passage, end: int, cue: str) -> Iterator[_Found]:
    """The name that ends before 产业; a known name with 与 in it stays whole (网络安全产品|与|服务)."""
    text = passage.text
    start = name_start(text, end, zones=True)
    if text[start - 1 : start] in ("与", "和"):
        earlier = name_start(text, start - 1, zones=True)
        opened = _patterns()["known"].match(text, earlier)
        another = opened and opened.end() == start - 1 and _patterns()["known"].fullmatch(text, start, end)
        start = earlier if opened and not another else start
    if area := _AREA.match(text, start, end):
        start = area.end()
    while text[start] in "区市县省":
        start += 1
    name = text[start:end]
    if len(name) >= 3 and _may_be(name) and not _SORTING.search(name) and name[0] != "链":
        yield _Found(passage, start, end, name, "", "what its figures are told of", cue)


_SORTING = re.compile(
    "(?:新兴|未来|主导|支柱|优势|特色|传统|重点|首位|高新技术|高技术|核心|相关|先导|配套|集聚|上下游)$"
)


_FINDERS = (
    ("", _lists),
    ("产业", _set),
    ("产业", _quoted),
    ("产业链、", _chains),
    ("以", _based),
    ("这一", _appositions),
    ("", _known),
    ("产业", _unknown),
    ("产业", _stated),
)
"""Each finder with the word without which it finds nothing."""


def _fact(scene: Scene, zone: str, group: Sequence[_Found]) -> Industry:
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
