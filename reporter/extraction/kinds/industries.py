"""Industries of a zone: leading (主导), pillar (支柱), emerging (新兴), or just named.

In: a scene. Out: one `Industry` a name and zone.

    聚焦|高端智能制造|、|通用航空|、|石油装备|、|新材料|等主导产业     a list before the noun that ranks it
    依托|汽车及零部件|这一支柱产业                                 apposition
    加快布局|氢能|产业； 以|机器人|产业为主导                       name and 产业
    已集聚近2000家|生物医药|企业                                   the businesses of one industry

Names that only sort (优势产业, 世界级产业) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reporter.extraction.kinds.edges import alternatives, clause_start, list_items, name_start
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.text import CJK
from reporter.lexicon.kinds import industry_words
from reporter.model import Decision, Industry


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    start: int
    end: int
    name: str
    rank: str
    rule: str
    cue: str


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    known = alternatives(words.known)
    sorts = rf"(?P<sort>(?:(?:[一二两三四五六七八九十\d]+[大个条]|多个|一批|一系列|优势|特色|主导|支柱|战略性|新兴|未来|重点|先导|硬核|传统|现代|高端|高新技术|千亿级|百亿级|万亿级|国家级|特色优势|关键|重大)*))"
    noun = alternatives(words.list_nouns)
    return {
        "list": re.compile(rf"等?{sorts}(?P<noun>{noun})(?!{alternatives(words.not_after)})"),
        "single": re.compile(rf"(?:产业集群|产业链|产业|集群)(?!{alternatives(words.not_after)}|链|集群|[{CJK}]?类)"),
        "apposition": re.compile(
            rf"这一(?:(?P<rank>主导|支柱|优势|特色|新兴|战略性新兴))?产业|(?<=[{CJK}])(?P<rank2>支柱|主导)产业"
        ),
        "firms": re.compile(
            rf"(?:\d+[余多]?|[一二三四五六七八九十百千]+[余多]?|多|上百|数十|数百)家(?:[{CJK}]{{0,4}}?)(?P<name>{known})(?:产业链?)?(?:上下游|核心|龙头|骨干|关键|重点|领军)*(?:企业|公司|药企|机构)"
            rf"|(?P<name2>{known})(?:产业链?)?(?:核心|龙头|骨干|规模以上|规上)?企业(?P<tail>近|超|约|已达)?(?:\d+[余多]?)家"
        ),
        "known": re.compile(f"(?:{known})"),
        "known_only": re.compile(f"(?:{known})(?:产业|制造|生产|产业链|业|及研发|技术|装备)?"),
        "generic": re.compile(f"(?:{alternatives(words.generic)}|[一二三四五六七八九十\\d]+|的|[条大个级])+"),
        "verb": re.compile(f"(?:{alternatives(words.verbs)})"),
        "leading": re.compile(alternatives(words.leading)),
        "pillar": re.compile(alternatives(words.pillar)),
        "emerging": re.compile(alternatives(words.emerging)),
        "based": re.compile(
            rf"以(?P<name>[{CJK}A-Za-z0-9]{{2,12}}?)(?:产业)?为(?P<rank>主导|支柱|首位|龙头产业|核心|特色|支撑|重点)"
        ),
    }


def find_industries(scene: Scene) -> list[Industry]:
    """All industries of the article, one fact a name and zone, in reading order."""
    groups: dict[tuple[str, str], list[_Found]] = {}
    for passage in scene.passages:
        taken: list[_Found] = []
        for finder in (_lists, _appositions, _based, _singles, _firms):
            for found in finder(passage):
                if not any(found.start < other.end and other.start < found.end for other in taken):
                    taken.append(found)
        for found in sorted(taken, key=lambda f: f.start):
            zone = scene.zone(passage, found.start, found.end)
            groups.setdefault((zone, plain_industry(found.name)), []).append(found)
    return [_fact(scene, zone, group) for (zone, _), group in groups.items()]


def plain_industry(name: str) -> str:
    """The key of an industry: 机器人产业 is 机器人."""
    return re.sub("(?:产业集群|产业链|产业|行业|领域|集群)$", "", name)


def _rank(text: str) -> str:
    patterns = _patterns()
    for rank in ("emerging", "leading", "pillar"):
        if patterns[rank].search(text):
            return rank
    return ""


def _lists(passage: Passage) -> Iterator[_Found]:
    """A、B、C等主导产业: every item, when most of them name an industry."""
    text = passage.text
    for match in _patterns()["list"].finditer(text):
        if not match.group().startswith("等") and not match["sort"]:
            continue
        begin = clause_start(text, match.start(), 160)
        region = text[begin : match.start()]
        if "、" not in region:
            if match.group().startswith("等"):
                spans = [(name_start(text, match.start()), match.start())]
            else:
                continue
        else:
            spans = [(name_start(text, last), last) for _, last in list_items(text, begin, match.start())]
        names = [text[first:last] for first, last in spans]
        good = [_is_industry(name) for name in names]
        strong = match["noun"].startswith(("产业", "集群")) and (match["sort"] or sum(good))
        if sum(good) * 2 < len(good) and not (strong and _patterns()["verb"].search(region)):
            continue
        rank = _rank(match["sort"] + match["noun"])
        for (first, last), name, ok in zip(spans, names, good, strict=True):
            if ok or (strong and _may_be(name)):
                yield _Found(passage, first, last, name, rank, "list of industries", match.group())


def _is_industry(name: str) -> bool:
    """Whether a name is an industry by the table, perhaps with 产业 or 制造 after it or a word before it."""
    patterns = _patterns()
    if patterns["known_only"].fullmatch(name):
        return True
    match = next((m for m in patterns["known"].finditer(name) if m.end() >= len(name) - 4), None)
    return match is not None and len(name) <= 14 and match.start() <= 6 and not patterns["generic"].fullmatch(name)


_NOT_INDUSTRY = re.compile(
    r"[“”《》0-9%]|(?:企业|公司|项目|园区|人才|资金|政策|服务平台|中心|基地|机构|环节|优势|要素|问题|设施|保障|建设|改革|创新|合作|开放|发展|升级|转型|品牌|产品|研发|推广|应用|销售|技术|资源|市场|品种|学校|医院|教育|住房|交通|消费|投资|出口|进口|就业|能耗|税收|省|市|县|区|国|镇)$"
)


def _may_be(name: str) -> bool:
    """Whether an unknown item of a list of industries may stand: short, and nothing else by its end."""
    return 2 <= len(name) <= 10 and not _NOT_INDUSTRY.search(name) and not _patterns()["generic"].fullmatch(name)


def _appositions(passage: Passage) -> Iterator[_Found]:
    """依托汽车及零部件这一支柱产业."""
    text = passage.text
    for match in _patterns()["apposition"].finditer(text):
        start = _joined_start(text, match.start())
        name = text[start : match.start()]
        if 2 <= len(name) <= 12 and not _patterns()["generic"].fullmatch(name) and not _NOT_INDUSTRY.search(name):
            if match["rank2"] and not _is_industry(name):
                continue
            yield _Found(passage, start, match.start(), name, _rank(match.group()), "apposition", match.group())


def _joined_start(text: str, end: int) -> int:
    """The beginning of a name that may hold 及 (汽车及零部件)."""
    start = name_start(text, end)
    if start and text[start - 1] in "及和":
        earlier = name_start(text, start - 1)
        if _patterns()["known"].fullmatch(text[earlier:end]):
            return earlier
    return start


def _based(passage: Passage) -> Iterator[_Found]:
    """以机器人产业为主导."""
    for match in _patterns()["based"].finditer(passage.text):
        name = match["name"]
        if _is_industry(name):
            yield _Found(
                passage, match.start("name"), match.end("name"), name, _rank(match["rank"]), "以…为主导", match["rank"]
            )


def _singles(passage: Passage) -> Iterator[_Found]:
    """氢能产业, 集成电路集群: a name and 产业, known or after a verb that develops it."""
    text = passage.text
    if "产业" not in text and "集群" not in text:
        return
    patterns = _patterns()
    for match in patterns["single"].finditer(text):
        start = _joined_start(text, match.start())
        name = text[start : match.start()]
        if not 2 <= len(name) <= 12 or patterns["generic"].fullmatch(name) or _NOT_INDUSTRY.search(name):
            continue
        if _is_industry(name):
            yield _Found(passage, start, match.end(), name, "", "name and 产业", match.group())
        elif match.group() == "产业" and len(name) <= 6 and patterns["verb"].search(text, max(0, start - 5), start):
            yield _Found(passage, start, match.end(), name, "", "verb, name and 产业", match.group())


def _firms(passage: Passage) -> Iterator[_Found]:
    """近2000家生物医药企业: the businesses of one industry."""
    for match in _patterns()["firms"].finditer(passage.text):
        group = "name" if match["name"] else "name2"
        yield _Found(
            passage, match.start(group), match.end(group), match[group], "", "number of its businesses", match.group()
        )


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
