"""What a project's name is made of: the words around it as patterns, and whether it holds something of its own.

In: the table of projects, a passage and a span of it. Out: `patterns()`, `proper` (a company, a place, Latin letters
or a word that no dictionary has is in 砺风电池|项目, not in 重点工业|项目) and `coined`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import alternatives, one_of
from reporter.language.words import Words
from reporter.lexicon.kinds import project_words


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words of the table as patterns, made once."""
    words = project_words()
    number = r"(?:\d+[余多]?|[一二两三四五六七八九十百]+[余多]?|数十|多|上百)"
    phase = r"(?:（?[一二三四五六]期）?)?"
    before = alternatives((*words.done_before, *words.plan_before))
    gap = r"(?:了|起|出)?(?P<gap>[^，。；：！？“”、]{0,14}?)(?:的)?$"
    between = alternatives(words.between)
    soft = "|".join(f"(?<={re.escape(word)})" for word in words.soft_heads)
    return {
        "head": re.compile(
            rf"(?P<head>{one_of((*words.strong, *words.heads, *words.soft_heads))})"
            rf"(?!(?:{soft})[一-龥]{{0,4}}(?:项目|工程))"
            rf"{phase}(?:升级改造|技术改造|扩建|改建|改造|迁建)?(?:建设(?=项目|工程))?(?P<project>项目|工程)?{phase}"
            rf"(?!区|办|组|部(?!分)|负责|经理|制|公司|化|性|体|企业)"
        ),
        "generic": re.compile(f"(?:{one_of(words.generic)}|的|个|第?[0-9一二三四五六七八九十]+|[“”])+"),
        "wish": re.compile(alternatives(words.wishes)),
        "planned": re.compile(f"(?P<verb>{before}){gap}"),
        "done": re.compile(f"(?P<verb>{alternatives(words.done_before)}){gap}"),
        "after": re.compile(
            rf"(?:（[^（）]{{1,8}}）|”)?(?:{between}|在[^，。；：]{{2,14}}?|[0-9年月日初底末]+)*(?P<verb>由[^，。；：]{{2,24}}?(?:投资|建设|承建|兴建|打造)|(?:{alternatives(words.done_after)})(?!的[^，。；]{{0,8}}项目))"
        ),
        "list": re.compile(
            rf"(?=[等项都均全在位名赫榜2-9两三四五六七八九十])(?:等(?P<count>(?:{number}(?:个|大|项)|一批|一系列)?)"
            rf"(?P<noun>(?:\d+亿元(?:以上)?)?[^，。；：、“”！？\d]{{0,12}}?(?:项目|工程|平台载体|重大平台|载体))(?!资料)"
            rf"|(?<![个的等大点])(?P<plain>项目)(?=[已也均都全]*(?:经|部)?(?:{alternatives(words.done_after)}))"
            r"|等?(?P<among>[都均全]?(?:在其中|在列|在其列|位列其中|名列其中|赫然在列|榜上有名|名列项目清单))(?=[，。；])"
            rf"|(?<!等)(?P<sum>(?:[2-9]|[两二三四五六七八九十])大)(?:重点|重大|民生|产业)*项目)"
        ),
        "opener": re.compile(alternatives(words.list_openers)),
        "treated": re.compile(f"(?:{alternatives(words.treatments)})$"),
        "works": re.compile(f"(?:{alternatives(words.works)})$"),
        "lofty": re.compile(alternatives(words.lofty)),
        "latin": re.compile(r"[A-Za-z]|\d(?!\d*[多余]?[期批个])"),  # not 规划的|10期|项目
    }


_PROPER_TAGS = ("nz", "nt", "nrt", "nr", "ns")
_PLAIN_LETTERS = ("m", "q", "a", "n", "v", "d", "f", "uj", "p", "c", "b", "s", "t", "r", "ng", "vn", "j", "u", "k", "h")


def proper(passage: Passage, start: int, end: int, companies: Sequence[Mention], words: Words) -> bool:
    """Whether a stem holds something of its own: a company, Latin letters, a place, a word that no dictionary has."""
    stem = passage.text[start:end]
    if patterns()["latin"].search(stem) or "“" in stem or "·" in stem:
        return True
    if any(company.start >= start and company.end <= end for company in companies):
        return True
    cut = words.tags(stem, unknown=False)
    if len(cut) > 2 and len(cut[0][0]) == 1 and (len(cut[1][0]) == 1 or cut[0][1] in ("p", "d", "v", "c")):
        return True  # 同|兴达|偏光片, 嵘|嵘|电子: no phrase begins so, a brand does
    return any(
        (tag in _PROPER_TAGS and (len(word) > 1 or tag != "nr")) or (len(word) == 1 and tag not in _PLAIN_LETTERS)
        for word, tag in cut
    )


def coined(name: str, words: Words) -> bool:
    """Whether two single characters stand side by side in a name's words: no dictionary has it (如意|情|菌|菇)."""
    return any(len(a) == len(b) == 1 for a, b in pairwise(words.split(name, unknown=False)))


def fund_of_its_own(stem: str) -> bool:
    """Whether a fund's name says more than its trade and kind: 砺湖科创母|基金, not 海洋产业引导|基金."""
    return len(_ANY_FUND.sub("", patterns()["generic"].sub("", stem))) >= _SHORTEST


_SHORTEST = 2
_ANY_FUND = re.compile("产业|投资|引导|发展|专项|政府|股权|创投|成长|天使|母|子|基金")
