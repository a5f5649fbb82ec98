"""Industries that a text enumerates.

In: a passage. Out: a find an item.

    聚焦|高端智能制造|、|通用航空|、|石油装备|、|新材料|等主导产业     a list before the noun that ranks it
    把|有色金属|、|电子信息|确定为两大主导产业                       a list after 把
    “|中国芯|”“|创新药|”等硬核产业                               names in quotation marks
    “|芯片|—|新型显示屏|—|智能终端|”产业集群                        the links of a chain
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.edges import clause_start, list_items, name_start
from reporter.extraction.kinds.industry_names import Found, core, is_weak, known, may_be, may_stand, rank, whole
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import one_of
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import industry_words

Span = tuple[int, int, bool]
"""Where a name stands, and whether the table knows it."""

_SORTS = (
    r"(?P<sort>(?:[一二两三四五六七八九十\d]+[大个条根]|多个|一批|一系列|优势|特色|主导|支柱|战略性|新兴|未来|重点|先导|硬核"
    r"|传统|现代|高端|高新技术|[一-龥]{2}[型性]|[一-龥]{2}(?=产业)|[十百千万]+亿(?:级|元级?|规模)?(?:的)?|国家级|关键|重大|新|专业|前沿|首位|龙头|核心|细分)*)"
)
_GOODS = "(?:，|—+|这)[两二三四五六七八九](?:样|(?=大类|类|大|种)大?[类宗种]?)"
"""羊绒、光伏组件——三样“云岭造”， 油气、粮食，两大类货物: what goods a bonded zone lives on."""

_SUMMED = "，(?=[两二三四五六七八九][大个条根](?:主导|支柱|特色|优势|重点)*(?:产业|行业|支柱))"
"""铝材、铜缆、电瓷，三个产业撑起了高新区: the number sums up the list before it."""

_GROWS = "培育|打造|发展|做大做强|做强做优|做大|做强|做|建设|建|壮大|培植|提升|升级|确定|发展壮大"
"""把|储能|培育成千亿产业: what is made of an industry."""

_WARES = "(?:货物|商品|产品|特产)"
_COUNTED_NOUN = r"(?:企业|项目)(?=[有达共近超约]{0,2}\d)|企业(?=集聚|聚集|落户|[，。；])"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    nouns = one_of(words.list_nouns)
    return {
        "list": re.compile(
            rf"(?=[等类几\d两二三四五六七八九十这，—“])(?:(?:等|这?“\d(?:\+[\dXN])+”|这些|这?几[个大]|这?“?(?=[两二三四五六七八九十\d][大个条根])|{_SUMMED}|{_GOODS}){_SORTS}"
            rf"(?P<noun>{nouns}|(?<=根)支柱|(?<=大)类|(?<=样)“|(?<=[类种宗]){_WARES}|{_COUNTED_NOUN})(?!园|工人|基金|项目|化|的\d+[余多]?[名位人]|{one_of(words.not_lists)})|类(?=项目|企业|产业))"
        ),
        "set": re.compile(
            rf"(?P<verb>确定为|作为|列为|定为|确立为|(?:{_GROWS}){{1,2}}(?:成为|成|为))(?:[全本](?:省|市|县|区)|当地|园区)?(?:的|新的|首个|又一个?|一个)*"
            rf"{_SORTS}(?P<noun>产业链|产业(?!园|基地|链|集聚|化|高地)|“?(?:[一二三四五]号|头号|主)(?:产业)?链)"
        ),
        "quoted": re.compile(rf"(?P<items>“[^“”]{{2,8}}”(?:、?“[^“”]{{2,8}}”)+)等{_SORTS}产业"),
        "chain": re.compile(
            r"“(?P<items>[^“”—]{2,10}(?:—+[^“”—]{2,10})+)”(?:的[^，。；“”]{0,8})?(?:全?产业链|产业集群|产业|链条)"
        ),
        "links": re.compile(r"(?P<name>[^，。；：、“”和与]{2,12})产业链(?=、|为基础|等)"),
        "verb": re.compile(one_of(words.verbs)),
        "uses": re.compile(one_of(words.uses)),
    }


def lists(passage: Passage) -> Iterator[Found]:
    """A、B、C等主导产业: every item, when one of them at least is known or a verb says what the zone works at."""
    text = passage.text
    if not _MAY_LIST.search(text):
        return
    for match in _patterns()["list"].finditer(text):
        begin, end = _stretch(text, match.start())
        yield from _items(passage, begin, end, match["sort"] or "", match["noun"] or "", match.group())


_MAY_LIST = re.compile(r"[等大类个条样些根]|“\d\+")


def _stretch(text: str, end: int) -> tuple[int, int]:
    """Where a list that ends at a place stands: in its clause, or in quotation marks before it (“A、B”三大产业)."""
    opened = text.rfind("“", max(0, end - 60), end) if text.startswith("”", end - 1) else -1
    if opened >= 0 and "、" in text[opened:end]:
        return opened + 1, end - 1
    return clause_start(text, end, 160), end


def _items(passage: Passage, begin: int, end: int, sort: str, noun: str, cue: str) -> Iterator[Found]:
    text = passage.text
    if _patterns()["uses"].search(text, begin, end):
        return
    spans = list(_spans(text, begin, end))
    if cue.startswith("，") and not _sums_up(begin, spans, sort, cue):
        return
    if _all_of(text, spans, sort):
        spans = [(first, last, True) for first, last, _ in spans]
    named = noun.startswith(("产业", "集群", "行业", "主链"))
    plain = cue.startswith("这") or noun.startswith(("产业", "集群", "主链")) or bool(rank(sort))
    sure = sum(ok and (plain or not is_weak(text[first:last])) for first, last, ok in spans)
    strong = named and (bool(sort) or sure > 0)
    if not sure and not (strong and len(spans) > 1 and _patterns()["verb"].search(text, begin, end)):
        return
    if 3 * sure < len(spans) and not strong:
        return
    for first, last, ok in spans:
        name = text[first:last]
        if ok or ((strong or sure * 2 >= len(spans)) and may_be(name)):
            yield Found(passage, first, last, name, rank(sort + noun), "list of industries", cue)


def _spans(text: str, begin: int, end: int) -> Iterator[Span]:
    """The names of a list."""
    for _, last in list_items(text, begin, end):
        if last < end and text[last] != "、":
            continue
        span = _item(text, begin, last)
        if text[max(0, span[0] - 1) : span[0]] in ("和", "与") and (before := _item(text, begin, span[0] - 1))[2]:
            yield before  # 、新材料|和|高端装备
        yield from _last_two(text, span) if last == end and text[span[0] - 1 : span[0]] == "、" else (span,)


def _last_two(text: str, span: Span) -> Iterator[Span]:
    """The last item of a list, or the two that 及 joins at its end: 钛材、|风电|及|储能|等产业, but 汽车及零部件."""
    first, last, _ = span
    at = text.find("及", first, last)
    pair = ((first, at, True), (at + 1, last, True))
    two = (
        at > 0 and not known().fullmatch(text, first, last) and all(known().fullmatch(text, *part[:2]) for part in pair)
    )
    yield from pair if two else (span,)


def _all_of(text: str, spans: Sequence[Span], sort: str) -> bool:
    """Whether 三大 counts the items, so that all of them are industries when one of them begins like one."""
    counted = _COUNTED.match(sort)
    if not counted or _number(counted[1]) != len(spans) or not all(may_stand(text[a:b]) for a, b, _ in spans):
        return False
    return any(known().match(text, first) for first, _, _ in spans)  # |激光|切割


def _sums_up(begin: int, spans: Sequence[Span], sort: str, cue: str) -> bool:
    """Whether a number behind a comma counts the items before it, which are all that their clause says."""
    if not _SUMS.match(cue):
        return True  # …，两大类货物: another rule
    counted = _COUNTED.match(sort)
    return counted is not None and _number(counted[1]) == len(spans) and spans[0][0] <= begin + _INTRODUCED


_INTRODUCED = 6
"""As many characters of the clause may stand before the first item (发展|铝材、铜缆，两大产业)."""


def _item(text: str, begin: int, last: int) -> Span:
    """The name that ends at a place of a list, and whether a table knows it."""
    if text.startswith("）", last - 1) and (opened := text.rfind("（", begin, last)) > begin:
        last = opened  # |汽车|（含新能源汽车）
    first = name_start(text, last)
    for match in reversed(list(known().finditer(text, max(begin, last - 10), last))):
        if match.end() == last or match.end() == first:
            first = min(first, match.start())  # |研发设计, 激光|显示: what looks like a verb belongs to the name
    start, stop, ok = core(text, whole(text, first), last)
    if start > begin and text[start - 1] == "新" and (named := known().match(text, start - 1)) and named.end() > start:
        start -= 1  # |新能源汽车及汽车零部件
    if latin := _LATIN.search(text, begin, start):
        start = latin.start(1)  # 、5G|高端消费电子: one name
    return start, stop, ok


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else _NUMBERS.find(sign)


_NUMBERS = "零一两三四五六七八九十"
_COUNTED = re.compile(rf"(\d|[{_NUMBERS}])[大个条根]")
_SUMS = re.compile(_SUMMED)
_LATIN = re.compile(r"[、绕展]([A-Za-z0-9]{1,6})$")


def set_apart(passage: Passage) -> Iterator[Found]:
    """把有色金属、电子信息确定为三大主导产业."""
    text = passage.text
    if ("把" not in text and "将" not in text) or ("产业" not in text and "链" not in text):
        return
    for match in _patterns()["set"].finditer(text):
        begin = clause_start(text, match.start(), 120)
        opener = max(text.rfind(word, begin, match.start()) for word in "把将")
        if opener < 0 or _SET_ITSELF.match(text, opener + 1):
            continue
        name = text[opener + 1 : match.start()]
        if match["sort"] and _ONE_ITEM.fullmatch(name) and may_stand(name):
            yield Found(passage, opener + 1, match.start(), name, rank(match["sort"]), SET, match.group())
        else:
            yield from _items(passage, opener + 1, match.start(), match["sort"] or "重点", match["noun"], match.group())


SET = "set apart"
_ONE_ITEM = re.compile("[^、和与及，]{2,8}")
_SET_ITSELF = re.compile(f"这|其|它|产业|项目|企业|{A_ZONE}")
"""把其培育成千亿产业 names none."""


def quoted(passage: Passage) -> Iterator[Found]:
    """“中国芯”“创新药”等硬核产业; “芯片—新型显示屏—智能终端”产业集群; A产业链、B产业链."""
    text = passage.text
    for match in _patterns()["quoted"].finditer(text):
        for item in _ITEM.finditer(text, *match.span()):
            start, name = item.start(1), item[1]
            yield Found(passage, start, start + len(name), name, rank(match["sort"]), "quoted list", match["sort"])
    for match in _patterns()["chain"].finditer(text):
        yield from _chain(passage, *match.span("items"))
    for match in _patterns()["links"].finditer(text) if "产业链、" in text else ():
        start = max(match.start(), name_start(text, match.end("name")))
        name = text[start : match.end("name")]
        if len(name) >= 4 and may_be(name):
            yield Found(passage, start, match.end("name") + 3, f"{name}产业链", "", "list of chains", "产业链")


def _chain(passage: Passage, begin: int, end: int) -> Iterator[Found]:
    """The links of a chain, one of which at least is known (研发—生产—销售 tells no industry)."""
    text = passage.text
    links = [link.span() for link in _LINK.finditer(text, begin, end)]
    if any(core(text, *link)[2] for link in links):
        for start, stop in links:
            yield Found(passage, start, stop, text[start:stop], "", "chain of industries", "产业")


_ITEM = re.compile("“([^“”]+)”")
_LINK = re.compile("[^—]+")
