"""Industries that are told with a number each, or by the number of their businesses.

In: a passage. Out: a find an industry.

    |电子信息|58家、|装备制造|41家                 each with the number of its businesses
    其中|储能|90亿元、|乳制品|60亿元               each with what it makes
    |动漫影音|、|软件外包|营收分别增长……           several, and what is told of them one after another
    现有|渔具|企业67家                             businesses of a kind that no table knows
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.edges import clause_start, list_items, name_start
from reporter.extraction.kinds.industry_names import TRADE_MODES, Found, core, hits, may_be
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import industry_words

COUNTED, TOLD_EACH, KIND = "each with its number", "told one after another", "kind of businesses"

_EACH = re.compile(
    "(?:产业|行业|类)?(?:企业)?[0-9]+[余多]?[家户](?:[、，；]|(?=。))(?:以及)?"
    "|(?:产业|行业|类)?(?:及其他)?[约近超]?[0-9.]+[万亿]+元(?:[、，；]|(?=。))"
)


def counted_each(passage: Passage) -> Iterator[Found]:
    """电子信息58家、装备制造41家; 储能90亿元、乳制品60亿元: several, each with a number."""
    text = passage.text
    if not _COUNTS.search(text):
        return
    row: list[tuple[int, int]] = []
    end = -1
    for hit in hits(text):
        number = _EACH.match(text, hit.end)
        if row and (number is None or hit.start != end):
            yield from _counted(passage, row)
            row = []
        if number and not hit.weak and text[hit.start : hit.end] not in TRADE_MODES:
            row.append((hit.start, hit.end))
            end = number.end()
    yield from _counted(passage, row)


_COUNTS = re.compile("[0-9余多亿](?:(?<!亿)[家户]|(?<=亿)元)")


def _counted(passage: Passage, row: list[tuple[int, int]]) -> Iterator[Found]:
    if len(row) > 1:
        for first, last in row:
            yield Found(passage, first, last, passage.text[first:last], "", COUNTED, passage.text[last : last + 1])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    return {
        "told": re.compile(
            rf"(?:[两二三四五六七八九][个大](?:产业|行业|品类|板块|门类))?(?:{one_of(words.amounts)})(?:合计)?(?:同比)?(?:分别|依次)"
        ),
        "kind": re.compile(
            r"(?:现有|已有|拥有|入驻|集聚|聚集|汇聚|云集)(?:了|各类)?(?P<name>(?:(?![有驻聚区])[一-龥]){2,6})企业(?:已?达到?|近|超过?)?\d+[余多]?[家户]"
        ),
        "sorts": re.compile(one_of((*words.firm_sorts, *words.not_kinds))),
    }


def told_each(passage: Passage) -> Iterator[Found]:
    """动漫影音、软件外包营收分别增长9%和8%: all items, where half of them are known and one is no common word."""
    text = passage.text
    if "分别" not in text and "依次" not in text:
        return
    for match in _patterns()["told"].finditer(text):
        begin, end = clause_start(text, match.start(), 80), match.start()
        spans = [(max(first, name_start(text, last)), last) for first, last in list_items(text, begin, end)]
        sure = [core(text, *span) for span in spans]
        sure[1:] = [(*span, ok) for span, (*_, ok) in zip(spans[1:], sure[1:], strict=True)]  # behind 、 a name begins
        if len(spans) < 2 or 2 * sum(ok for *_, ok in sure) < len(spans):
            continue
        strong = [hit for hit in hits(text) if begin <= hit.start and hit.end <= end and not hit.weak]
        if strong and all(may_be(text[first:last]) for first, last, _ in sure):
            for first, last, _ in sure:
                yield Found(passage, first, last, text[first:last], "", TOLD_EACH, match.group())


def kinds_of_firms(passage: Passage) -> Iterator[Found]:
    """现有渔具企业52家: businesses of a kind that no table knows; 规上, 上市 and their like are no kind."""
    text = passage.text
    for match in _patterns()["kind"].finditer(text):
        name = match["name"]
        if may_be(name) and not _patterns()["sorts"].search(name):
            yield Found(passage, *match.span("name"), name, "", KIND, "企业")
