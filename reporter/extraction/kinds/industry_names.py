"""What names an industry: names that the table knows, alone or made narrower, and what else may stand as one.

In: a normalised text and offsets in it. Out: spans of names, and whether the table knows them.

    生物医药 · 智能|算力|设备 · 光伏|及|新能源        known, with what stands before or after it, two that are one
    聚集|原料药|， 苏州|生物医药                   verbs and places before a name are no part of it
    文具礼品                                    unknown: may stand among others of a list of industries
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import company_words, industry_words, known_industries


class Found(Struct, frozen=True, gc=False):
    """A name at its place, how the text ranks it, and the rule and words by which it is an industry."""

    passage: Passage
    start: int
    end: int
    name: str
    rank: str
    rule: str
    cue: str


class Hit(Struct, frozen=True, gc=False):
    """A known name at its place; a weak one is a common word too (教育, 物流装备 is not)."""

    start: int
    end: int
    weak: bool


@cache
def known() -> re.Pattern[str]:
    """A name of the table with what may stand before and after it (智能|算力|设备)."""
    words = industry_words()
    base = rf"(?P<base>{one_of(known_industries())})"
    return re.compile(rf"(?:{one_of(words.prefixes)})*{base}(?:{one_of(words.suffixes)})*{_WHOLE}")


_WHOLE = "(?!(?<=业)[务态者绩主余]|(?<=产业)[园集基链化带局]|(?<=航空)港)"
"""绿色金融业务 holds no 金融业, 数字产业园 no 数字产业, 航空港区 no 航空."""


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(industry_words().generic)}|[一二三四五六七八九十\d]+|的|[条大个级])+")


@cache
def _sorting_alone() -> frozenset[str]:
    return frozenset(industry_words().generic)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(one_of(industry_words().verbs))


@cache
def _zone() -> re.Pattern[str]:
    """A zone, or the place spoken of, before a name: 宁州高新区|, 全县|."""
    return re.compile(
        rf"[^，。；：、“”]{{0,12}}?(?:{one_of(company_words().zone_ends)}|[全该我][区市县省])(?=[^，。；：、]{{2}})"
    )


@cache
def _weak() -> tuple[frozenset[str], frozenset[str]]:
    """The names that are weak, and those of the table that are not."""
    weak = frozenset(industry_words().weak)
    return weak, frozenset(known_industries()) - weak


@lru_cache(maxsize=64)
def hits(text: str) -> list[Hit]:
    """The known names of a text; those that touch each other are one (激光|装备制造), as are two with 及 between."""
    found: list[Hit] = []
    weak, strong = _weak()
    for match in _matches(text):
        name, base = match.group(), match["base"]
        hit = Hit(match.start(), match.end(), name not in strong and base in weak and name.endswith(base))
        if found and (found[-1].end == hit.start or _joined(text, found[-1], hit)):
            hit = Hit(found[-1].start, hit.end, found[-1].weak and hit.weak)
            found.pop()
        found.append(hit)
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The same as `known().finditer`, but only looked for where two characters begin a name: several times as fast."""
    gate, begun = _gate()
    pattern, end = known(), 0
    for place in gate.finditer(text):
        start = place.start()
        pair = text[start : start + 2]
        if (
            start >= end
            and pair in begun
            and text.startswith(begun[pair], start)
            and not ("大" in pair and _SECOND.match(text, max(0, start - 1)))
            and not (pair[0] == "中" and text[start - 1 : start] in _IN_IT)
            and (match := pattern.match(text, start))
        ):
            end = match.end()
            yield match


@cache
def _gate() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Two characters that may begin a name, and by each such pair the words that begin with it."""
    begun: dict[str, list[str]] = {}
    for word in (*known_industries(), *industry_words().prefixes):
        begun.setdefault(word[:2], []).append(word)
    firsts, seconds = ("".join(map(re.escape, sorted({pair[at] for pair in begun}))) for at in (0, 1))
    return re.compile(f"[{firsts}](?=[{seconds}])"), {pair: tuple(words) for pair, words in begun.items()}


_IN_IT = ("其", "当", "集")
"""其中|医药制造业: no 中医药."""
_SECOND = re.compile("[一二三四五六七八九十最]大")
"""第二|大|飞机租赁聚集地: no 大飞机."""

_LISTED = re.compile("[等、]|[两二2]大|分别")


def _joined(text: str, first: Hit, second: Hit) -> bool:
    """Whether 及 makes two names one (光伏及新能源产业); at the end of a list it does not (、光伏及新能源等产业)."""
    if text[first.end : second.start] != "及" or text[first.start - 1 : first.start] == "、":
        return False
    return not _LISTED.match(text, second.end) or text.startswith("、", second.end)


_GROUP = re.compile("(?:产业集群|产业链|产业|行业|领域|集群)$")
_PRAISED = re.compile("现代|先进|高端|特色|优势|国产")


def plain_industry(name: str) -> str:
    """The key of an industry: 机器人产业 is 机器人, 现代生物医药 is 生物医药."""
    plain = _GROUP.sub("", name)
    praised = _PRAISED.match(plain)
    return plain[praised.end() :] if praised and plain[praised.end() :] in _weak()[1] else plain


def is_generic(name: str) -> bool:
    """Whether a name only sorts industries (优势产业, 高新技术), or wares of any trade (零部件); 高端制造 is one."""
    alone = name in _sorting_alone()
    return alone or (_generic().fullmatch(name) is not None and name not in _weak()[1])


def is_weak(name: str) -> bool:
    """Whether a name of the table is a common word too."""
    return name in _weak()[0]


def core(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The span of the name inside a stretch, and whether a table knows it: verbs and places before it are cut off.

    聚集原料药 → 原料药; 苏州生物医药 → 生物医药; 仿制药制造 stays, nobody knows it.
    """
    for match in known().finditer(text, start, end):
        rest = text[match.end() : end]
        if not rest or _ENDINGS.fullmatch(rest):
            return match.start() if _prefix_goes(text[start : match.start()]) else start, end, True
    if text.endswith("产业", start, end) and end - start <= 8:
        return start, end, True
    begin = start
    if zone := _zone().match(text, start, end):
        begin = zone.end()  # 高新区|精品钢板
    for match in _verb().finditer(text, start, end):
        if end - match.end() >= 2:
            begin = match.end()
    return begin, end, False


_ENDINGS = re.compile(
    "产业|制造|生产|产业链|制造业|业|及研发|研发|技术|装备|加工|服务|领域|行业|集群|产业集群|全产业链|应用|产品|系统"
)
_SORTING = "高端|智能|现代|新型|数字|绿色|先进|医用|工业|国产|特色|精品|自主|核心|基础|关键|[一-龥]{1,3}[化型级]"
_KEPT = re.compile(f"(?:{_SORTING})$")
_ALL_KEPT = re.compile(f"(?:{_SORTING})+")


def _prefix_goes(prefix: str) -> bool:
    """Whether what stands before a known name is no part of it."""
    if known().match(prefix) or only_sorts(prefix):
        return False  # 激光|医疗, 机器人核心|零部件, 国产自主核心|芯片
    if len(prefix) == 1 and prefix in "".join(company_words().stuff):
        return False  # 铝|轮毂
    if prefix[-1:] in ("及", "和", "与") and known().fullmatch(prefix[:-1]):
        return False
    return not _KEPT.search(prefix) or len(prefix) > 4


def only_sorts(prefix: str) -> bool:
    """Whether a prefix makes the name after it narrower (国产自主核心, 轻量化)."""
    return _ALL_KEPT.fullmatch(prefix) is not None


TRADE_MODES = frozenset({"加工贸易", "一般贸易", "边境贸易", "机电产品", "进出口贸易", "对外贸易"})
"""加工贸易占比, 机电产品出口: customs' ways to sort all trade, whatever a zone works at."""


_NOT_INDUSTRY = re.compile(
    r"[“”《》%]|[0-9]+(?:[个家项万亿]|年)|(?:企业|公司|项目|园区|人才|资金|政策|平台|中心|基地|机构|环节|优势|要素|问题|设施|保障|建设|改革|创新"
    r"|合作|开放|发展|升级|转型|品牌|产品|推广|应用|销售|资源|市场|品种|学校|医院|住房|交通|消费|投资|出口|进口|就业|能耗|税收"
    r"|省|市|县|区|国|镇|等|能级|标准|数字化|质量|效益|规模|开发|场景|功能|经济|延伸|拉长)$|[的了是在将]"
)


def may_be(name: str) -> bool:
    """Whether an unknown item of a list of industries may stand: short, and nothing else by its end."""
    return 2 <= len(name) <= 10 and not _NOT_INDUSTRY.search(name) and not is_generic(name)


def may_stand(name: str) -> bool:
    """Whether an item whose list is counted (三大产业) may stand."""
    return 2 <= len(name) <= 10 and not _STRANGE.search(name) and not is_generic(name)


_STRANGE = re.compile(r"[“”《》%的了是在将为把]|\d")


def whole(text: str, start: int) -> int:
    """The beginning of a name that holds 及 or 与 (汽车及零部件, 网络安全产品与服务)."""
    if start > 2 and text[start - 1] in "及与和":
        earlier = name_start(text, start - 1)
        if text[start - 1] == "及" and known().fullmatch(text, earlier, start - 1):
            return earlier
        for match in known().finditer(text, earlier, min(len(text), start + 8)):
            if match.start() < start - 1 < match.end():
                return match.start()
    return start


@cache
def _ranks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = industry_words()
    kinds = (("emerging", words.emerging), ("leading", words.leading), ("pillar", words.pillar))
    return tuple((rank, re.compile(one_of(said))) for rank, said in kinds)


def rank(text: str) -> str:
    """How the words that sort an industry rank it (主导产业 → leading)."""
    return next((name for name, pattern in _ranks() if pattern.search(text)), "")
