"""Industries that show in what is done in a zone.

In: a passage. Out: a find an industry.

    |仓储|、|港航|也发展得很快               how they fare
    |电子信息|、|陶瓷|，是园区主攻的方向       what a zone has chosen, told after it
    国内最大的|热熔胶|生产基地               what is made nowhere in such amounts
    年加工|木材|12万立方米                  木材加工: so much of something is worked
    做|机器人|的企业有130多家               the businesses of one trade
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.edges import clause_start, list_items, name_start
from reporter.extraction.kinds.industry_names import Found, is_generic, known, may_be, only_sorts
from reporter.extraction.kinds.industry_rows import rows
from reporter.extraction.kinds.scene import HEADS, Passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words

FARES, CHOSEN, LARGEST, WORKED = "how it fares", "chosen by a zone", "the largest base of it", "so much is worked"
TRADE = "businesses of one trade"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    return {
        "fares": re.compile(
            rf"(?:产业|行业|板块|业务|两业|等)*(?:[也都正还则亦更已均]|同样|同时|近年来|这几年)*(?:{one_of(words.fares)})(?!的|项目|企业|之)"
        ),
        "chosen": re.compile(
            rf"，(?:都|正|便|就)?(?:是|成为|成了)(?P<of>[^，。；]{{0,12}}?)(?:{one_of(words.chosen)})的"
            r"(?:[两二三四五六七八九十]大)?(?:重点|主要|新)*(?:方向|产业|赛道|领域|路子|目标|行业)(?=[，。；])"
        ),
        "largest": re.compile(
            r"(?:最大|最早|最全|重要|主要|知名|著名|领先)的(?P<name>(?:(?![和与及的])[一-龥]){2,8}?)(?:制品|产品)?(?:生产|制造|加工|研发|出口|产业|供应)+(?:基地|集聚区|聚集区|集聚地)"
        ),
        "worked": re.compile(
            r"(?:[年月日]|每[年月日天]|一年|全年|[可能])(?:可|能|将)?(?:新增)?加工(?![量费额率贸企能值])(?P<name>[一-龥]{2,6}?)(?:约|近|超过?|达到?)*\d[\d.]*[余多]?[万亿]*(?:吨|立方米|方|头|只|件|套|斤|公斤|箱|匹|米)"
        ),
        "trade": re.compile(
            r"(?:做|从事|专做|搞|生产|经营|主营|涉足)(?P<name>[^，。；：、的做从]{2,8})(?:业务|生产|研发)?的(?:规上|上下游|大小)?"
            r"(?:企业|公司|厂家|商家)(?:已|就|共)?(?:有|达到?|超过?|多达|增至|增加到)[^，。；]{0,4}?\d+[余多]?[家户]"
        ),
    }


def done(passage: Passage) -> Iterator[Found]:
    """All industries of a paragraph that show in what is done."""
    text = passage.text
    if passage.kind not in HEADS:
        yield from _fares(passage)
        for match in _patterns()["chosen"].finditer(text) if "、" in text and _CHOICE.search(text) else ():
            yield from _chosen(passage, match)
    for match in _patterns()["largest"].finditer(text) if "基地" in text or "聚" in text else ():
        start, end = match.span("name")
        name = text[start:end]
        if (known().fullmatch(name) or may_be(name)) and not only_sorts(name) and not _PRODUCED.search(name):
            yield Found(passage, start, end, name, "", LARGEST, match.group())
    for match in _patterns()["worked"].finditer(text) if "加工" in text else ():
        if not is_generic(match["name"]) and not _PIECES.search(match["name"]):
            yield Found(passage, *match.span("name"), f"{match['name']}加工", "", WORKED, "加工")
    for match in _patterns()["trade"].finditer(text) if _BUSINESSES.search(text) else ():
        if known().fullmatch(match["name"]):
            yield Found(passage, *match.span("name"), match["name"], "", TRADE, match.group())


_CHOICE = re.compile("的(?:[一-龥]{0,4})(?:方向|产业|赛道|领域|路子|目标|行业)[，。；]")
_BUSINESSES = re.compile("的[规上大]?[一-龥]{0,2}(?:企业|公司|厂家|商家)")
_PIECES = re.compile("零件|部件|订单|各类|工件|^产品")
"""年加工|零部件|20万件: parts of anything."""
_PRODUCED = re.compile("单体|一体化|综合|专业|标准|现代")


def _fares(passage: Passage) -> Iterator[Found]:
    """Known names that open a clause and whose fortunes it tells."""
    text = passage.text
    for row in rows(text):
        told = _patterns()["fares"].match(text, row[-1].end)
        if told is None or (len(row) == 1 and row[0].weak):
            continue
        begin = clause_start(text, row[0].start)
        if row[0].start - begin <= 4 and not _OTHERS.search(text, begin, row[0].start):
            for hit in row:
                yield Found(passage, hit.start, hit.end, text[hit.start : hit.end], "", FARES, told.group())


_OTHERS = re.compile("我国|全国|国内|全球|世界|公司|企业|市场")


def _chosen(passage: Passage, match: re.Match[str]) -> Iterator[Found]:
    """A, B, 加上传统的C、D，是园区主攻的方向: the items of the clause, and of the one before that it only adds to."""
    text = passage.text
    if _OTHERS.search(match["of"]):
        return
    end = match.start()
    begin = clause_start(text, end, 80)
    stretches = [(begin, end)]
    if added := _ADDED.match(text, begin, end):
        stretches = [(clause_start(text, begin - 1, 80), begin - 1), (added.end(), end)]
    spans = [span for stretch in stretches for span in list_items(text, *stretch)]
    names = [(first, last, known().fullmatch(text, first, last) is not None) for first, last in spans]
    if len(names) < 2 or 2 * sum(sure for *_, sure in names) < len(names):
        return
    for first, last, sure in names:
        if sure or may_be(text[first:last]):
            start = first if sure else max(first, name_start(text, last))
            yield Found(passage, start, last, text[start:last], "", CHOSEN, match.group())


_ADDED = re.compile("(?:再?加上|以及|还有|连同|外加)(?:[^，。；、]{0,8}的)?")
