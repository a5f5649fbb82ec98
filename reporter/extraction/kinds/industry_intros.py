"""Industries that a text announces and then names.

In: a passage. Out: a find an industry.

    主导产业有三个：|智能装备|、|运动健康|        a rank, and what holds it
    四大主导产业（|电子信息|、|装备制造|）          a number of them, and which
    盯住的是“四新”，即|新材料|、|新能源|            a programme, and what it stands for
    集聚|铝产业链|企业58家; 做强|钛及新材料|产业        what a zone gathers the businesses of, or makes strong
    今后重点做的是|保税加工|、|现代物流|和|特色金融|   what a zone says that it works at
    重点发展|智能装备|、|渔具|和|新材料|              a verb that says so
    ——|装备制造|。                                the head of a paragraph on one
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.edges import clause_start, list_items
from reporter.extraction.kinds.industry_names import Found, core, hits, is_generic, known, may_be, may_stand, rank
from reporter.extraction.kinds.scene import HEADS, Passage
from reporter.language.alternation import any_char, one_of
from reporter.lexicon.kinds import industry_words

TOLD, HEAD = "announced and named", "head of a paragraph"

_COUNT = r"(?P<count>[两二三四五六七八九十\d]+)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    said = (*words.listed, *words.choices, *words.counted_choices)
    sorts = one_of(said)
    ranked = rf"(?P<rank>{sorts})"
    firsts = any_char([*"两二三四五六七八九十", *(word[0] for word in said)])
    namely = rf"(?:{one_of(words.namely)})"
    opens = (
        r"(?:(?:主要)?(?:有|为)?(?P<after>[两二三四五六七八九十\d]+)[大个条种类]?[：:]|[，,]?"
        rf"{namely}[：:]?|[：:（]|—+|(?:主要)?[有是为](?!不|没))"
    )
    return {
        # 主导产业有三个：, 三大支柱产业，分别是, 四大主导产业（
        "ranked": re.compile(rf"(?=\d|{firsts})(?:{_COUNT}[大个条][一-龥]{{0,4}}?)?{ranked}{opens}"),
        "opens": re.compile(sorts + opens),  # the same without the number, which is looked for at once
        # “1”是首位产业电子信息，“3”是纺织、食品
        "digit": re.compile(rf"“\d”(?:是|即|为|指|就是)(?:{one_of(words.listed)})?"),
        # 盯住的是“四新”，即; “三主两特”产业，即
        "programme": re.compile(
            r"“(?P<called>[^“”]{1,8})”(?:优质|现代|重点|主导)*(?:产业|集群)?(?:体系|格局)?[，,]?(?:即|就是|也就是|指的是|是指|分别是|：)"
        ),
        "works_at": re.compile(rf"(?:重点|主要|今后|主攻|专门|眼下|如今)?{one_of(words.works_at)}"),
        "head": re.compile(
            r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[—－]{1,2}|[●■◆▶▍【]|[一二三四五六七八九]是)\s*"
        ),
        "head_end": re.compile(r"(?:产业(?:集群|链)?)?(?:[：:。】]|—|\s|$)"),
        # 集聚铝产业链企业58家; 做强钛及新材料产业
        "chain": re.compile(r"(?:集聚|聚集|拥有|引进|培育)(?P<name>[一-龥]{1,6}?产业链)(?:上下游|重点|规上)?企业"),
        "grown": re.compile(r"做[强大优](?:做[强大优])?(?P<name>[一-龥]{1,6}?及[一-龥]{2,6})产业(?!园|链)"),
        "stop": re.compile(
            r"[，。；！？）”—]|等(?=[，。；！？）]|[一-龥]{0,6}(?:产业|行业|领域|集群)|$)|[两二三四五六七八九十\d]+[个大](?:方向|板块|领域|赛道|产业)"
        ),
        # 重点发展智能装备、渔具和新材料
        "pursued": re.compile(one_of(words.pursued)),
    }


_SPEAKS_OF_ONE = re.compile("增长点|产业|集群|方向|赛道|板块|业务|主业")


def announced(passage: Passage) -> Iterator[Found]:
    """主导产业有三个：A、B、C; “四新”，即A、B; 重点做的是A、B和C: every item, where enough are known."""
    text = passage.text
    patterns = _patterns()
    if _SPEAKS_OF_ONE.search(text):
        for match in patterns["ranked"].finditer(text) if patterns["opens"].search(text) else ():
            counted = match["count"] or match["after"] or ""
            sure = match["rank"] not in industry_words().counted_choices
            if (sure or counted) and not speaks_of_country(text, match.start("rank")):
                yield from _named(passage, match.end(), counted, rank(match["rank"]), match.group())
        for sign, form in (("产业链", "chain"), ("及", "grown")):
            for match in patterns[form].finditer(text) if sign in text else ():
                yield Found(passage, *match.span("name"), match["name"], "", TOLD, match.group())
    if "”" in text:
        for match in patterns["programme"].finditer(text):
            counted = str(sum(map(_number, match["called"])) or "")
            yield from _named(passage, match.end(), counted, "", f"“{match['called']}”")
        for match in patterns["digit"].finditer(text):
            yield from _named(passage, match.end(), "", rank(match.group()), match.group(), fewest=1)
    if "的是" in text or "的就是" in text:
        for match in patterns["works_at"].finditer(text):
            yield from _named(passage, match.end(), "", "", match.group())


def pursued(passage: Passage) -> Iterator[Found]:
    """重点发展智能装备、渔具和新材料: every item, those too that no table knows, where half of them are known."""
    text = passage.text
    if not _JOINED.search(text):
        return
    for match in _patterns()["pursued"].finditer(text):
        if not speaks_of_country(text, match.start()):
            yield from _named(passage, match.end(), "", "", match.group())


_JOINED = re.compile("[、和与]")


def _number(sign: str) -> int:
    return int(sign) if sign.isdigit() else max(0, _NUMBERS.find(sign))


_NUMBERS = "零一二三四五六七八九十"


def speaks_of_country(text: str, at: int) -> bool:
    """Whether the clause before a place speaks of a country or a province and no zone: 我国的|主导产业是."""
    return _COUNTRY.search(text, clause_start(text, at), at) is not None


_COUNTRY = re.compile("我国|全国|国家的|中国的|全球|世界|全省|我省")


def _named(passage: Passage, begin: int, counted: str, ranked: str, cue: str, fewest: int = 2) -> Iterator[Found]:
    """The items of a list that begins at a place, if it is one of industries.

    It is where as many items stand as were announced and one of them is known, or where half of two and more are.
    """
    text = passage.text
    stop = _patterns()["stop"].search(text, begin, begin + _LONGEST)
    end = stop.start() if stop else min(len(text), begin + _LONGEST)
    spans = [part for first, last in list_items(text, begin, end) for part in _halves(text, first, last)]
    if len(spans) < fewest:
        return
    sure = sum(_is_known(text, *span) for span in spans)
    agrees = counted != "" and _of(counted) == len(spans) and all(may_stand(text[a:b]) for a, b in spans)
    if not sure or (not agrees and 2 * sure < len(spans)):
        return
    for first, last in spans:
        name = text[first:last]
        if (agrees or _is_known(text, first, last) or may_be(name)) and not is_generic(name):
            yield Found(passage, first, last, name, ranked, TOLD, cue)


_LONGEST = 80


def _of(counted: str) -> int:
    return 2 if counted == "两" else _number(counted)


def _is_known(text: str, first: int, last: int) -> bool:
    return core(text, first, last)[2]


def _halves(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The item of a list, or the two that 和 or 与 joins at its end; a known name that holds one stays whole."""
    if known().fullmatch(text, first, last) or text[last : last + 1] == "、":
        return [(first, last)]
    for at in range(first + 2, last - 1):
        if text[at] in "和与" or text.startswith("以及", at):
            width = 2 if text[at] == "以" else 1
            if any(hit.start < at < hit.end for hit in hits(text) if first <= hit.start and hit.end <= last):
                continue
            return [(first, at), (at + width, last)]
    return [(first, last)]


def heads(passage: Passage) -> Iterator[Found]:
    """——装备制造。 一是电子信息产业: what a paragraph or a part of the article is headed by."""
    text = passage.text
    opened = _patterns()["head"].match(text)
    begin = opened.end() if opened else 0
    if not opened and passage.kind not in HEADS:
        return
    name = known().match(text, begin)
    if name and _patterns()["head_end"].match(text, name.end()) and not _weak_head(text, name):
        yield Found(passage, begin, name.end(), name.group(), "", HEAD, name.group())


def _weak_head(text: str, name: re.Match[str]) -> bool:
    """Whether a head's word is a common one (——教育。) that no 产业 follows."""
    weak = any(hit.weak for hit in hits(text) if hit.start == name.start())
    return (weak or len(name.group()) < 3) and not text.startswith("产业", name.end())
