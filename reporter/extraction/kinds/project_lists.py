"""Projects in a list (A、B、C等项目) and in what a work contains (包含……工程)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import clause_start, list_items
from reporter.extraction.kinds.project_names import coined, patterns, proper
from reporter.extraction.kinds.scene import Passage
from reporter.language.words import Words
from reporter.language.zone_kinds import A_ZONE

_WITH = re.compile("[与和]")
ZONE = re.compile(f"(?:{A_ZONE}|(?:[乡镇县]|街道)(?:[一-龥]{{2}})?(?:工业园|产业园|创业园|工业小区))\\Z")
"""Names of zones and parks: what is built stands in them."""


def contents(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """What a project consists of: …项目包含A建设、B工程及配套工程等."""
    text = passage.text
    for match in _CONTENTS.finditer(text) if "工程" in text else ():
        first, last = match.span("items")
        joint = max(text.rfind(word, first, last) for word in "及和与")
        spans = list_items(text, first, last)
        if spans and joint > spans[-1][0]:
            spans[-1:] = [(spans[-1][0], joint), (joint + 1, last)]
        for start, end in spans:
            stem = _PART.sub("", text[start:end])
            works = end - start >= 6 and text.endswith("工程", start, end)
            own = works or proper(passage, start, start + len(stem), companies, words)
            if start + len(stem) < end and own and not patterns()["generic"].fullmatch(stem):
                yield Mention(passage, start, end, text[start:end], "part of a project", match["verb"])


_CONTENTS = re.compile("(?P<verb>包含|包括)(?<=[，、]..)(?P<items>[^，。；：“”]{6,80}?工程)等?(?=[，。；])")
_PART = re.compile("(?:建设|工程|项目)$")


def lists(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Names before 等…项目: whatever they end in."""
    text = passage.text
    if "、" not in text and "等" not in text:
        return
    known = patterns()
    for match in known["list"].finditer(text):
        begin = clause_start(text, match.start(), 200)
        counted = bool(match["count"] or match["sum"] or _SO_MANY.match(text, match.end()))
        if match["plain"] and not _all_own(passage, begin, match.start(), companies, words):
            continue
        if match["among"] and "项目" not in text[passage.sentence_at(match.start())[0] : match.start()]:
            continue
        if match["sum"] and text[begin : match.start()].count("、") != _NUMERALS.get(match["sum"][0], 0) - 2:
            continue
        for number, (first, last) in enumerate(list_items(text, begin, match.start())):
            for start, end in _parts(text, first, last, number == 0):
                name = text[start:end]
                if any(c.start <= start and end <= c.end and c.rule == "legal form" for c in companies):
                    continue
                if _listed(passage, start, end, companies, words, counted=counted):
                    yield Mention(passage, start, end, name, "list of projects", match["noun"] or match.group())


def _all_own(passage: Passage, begin: int, end: int, companies: Sequence[Mention], words: Words) -> bool:
    """Whether several items stand before a bare 项目, every one with something of its own."""
    items = list_items(passage.text, begin, end)
    parts = [part for at, item in enumerate(items) for part in _parts(passage.text, *item, at == 0)]
    return len(items) > 1 and all(_listed(passage, *part, companies, words, counted=False) for part in parts)


def entries(passage: Passage, _: Sequence[Mention], __: Words) -> Iterator[Mention]:
    """The name at the front of an entry of a list of projects: 1.|星河智算中心二期|，总投资62亿元."""
    match = _ENTRY.match(passage.text)
    if match and not ZONE.search(match["name"]) and not patterns()["generic"].fullmatch(match["name"]):
        yield Mention(passage, *match.span("name"), match["name"], "entry of a list", match["cue"])


def counted(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Names right before their number: A板材加工、B智能装备、C电池包系统|3个项目|."""
    text = passage.text
    for match in _COUNTED.finditer(text):
        count = _NUMERALS.get(match["count"]) or int(match["count"])
        begin = clause_start(text, match.start(), 120)
        items = list_items(text, begin, match.start())
        if len(items) != count or text[match.start() - 1] in "的等共计了":
            continue
        for number, (first, last) in enumerate(items):
            for start, end in list(_parts(text, first, last, number == 0))[:1]:
                if _listed(passage, start, end, companies, words, counted=True):
                    yield Mention(passage, start, end, text[start:end], "list of projects", match.group())


_SO_MANY = re.compile("\\d+[余多]?[个项]")
_ENTRY = re.compile(
    r"(?:[（(]?\d{1,2}[）).．、]|[①-⑳]|[●■◆•·▲])\s*(?P<name>[^，。；：\d][^，。；：]{3,30})，"
    r"(?:项目)?(?P<cue>(?:计划|预计|概算)?(?:总投资|投资|占地|用地|总建筑面积|固定资产投资|建设期))"
)
_COUNTED = re.compile(
    r"(?P<count>[1-9两三四五六七八九十](?<![\d第].)(?:(?<!1)|(?<=1)\d))个(?:重[点大]|优质|大|产业|工业|签约)?项目"
)
_NUMERALS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PRICE = re.compile(r"(?:计划|估算)?总?投资(?:超过|近|超|约|逾)?\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元的")


def _parts(text: str, first: int, last: int, opening: bool) -> Iterator[tuple[int, int]]:
    """An item of a list, from its opener on; 与 and 和 before the last item cut it in two."""
    if opening:
        for match in patterns()["opener"].finditer(text, first, last):
            if last - match.end() >= 3 and not text.startswith("有限", match.start()):
                first = match.end()
                if match.group() in ("包括", "包含", "涵盖", "涉及"):
                    break
    joint = _WITH.search(text[first + 2 : last - 2])
    if joint and not opening:
        at = first + 2 + joint.start()
        yield first, at
        first = at + 1
    while first < last and text[first] in "了 ":
        first += 1
    if priced := _PRICE.match(text, first, last):
        first = priced.end()  # 引进总投资超50亿元的|锂电铜箔
    yield first, last


def _listed(
    passage: Passage, start: int, end: int, companies: Sequence[Mention], words: Words, *, counted: bool
) -> bool:
    """Whether an item of a list of projects is a name."""
    name = passage.text[start:end]
    if not 3 <= len(name) <= 40 or patterns()["generic"].fullmatch(name) or ZONE.search(name):
        return False
    head = patterns()["head"].search(name)
    if head is not None and head.end() == len(name):
        return True
    if counted and coined(name, words):
        return True
    if len(name) >= 5 and patterns()["treated"].search(name):
        return True  # 滨湖路|改造|
    return (counted and len(name) >= 10) or (
        len(name) >= (3 if counted else 6) and proper(passage, start, end, companies, words)
    )
