"""What shows a policy or measure: the words of the table as patterns, and what is found with them.

In: the table of policies. Out: `Found` (a name at a place), `patterns()` and `is_measure`.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import alternatives, any_char, behind, one_of
from reporter.language.text import CJK
from reporter.lexicon.kinds import policy_words


class Found(Struct, frozen=True, gc=False):
    """A policy's name at a place and the rule that showed it; `central` when it is the country's."""

    passage: Passage
    start: int
    end: int
    name: str
    form: str
    rule: str
    cue: str
    issuer: str = ""
    central: bool = False


_COUNT = r"(?:\d+|[一二三四五六七八九十]+)[余多]?"
"""A number before a measure word."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words of the table as patterns, made once."""
    words = policy_words()
    noun = alternatives(words.nouns)
    issued = alternatives(words.issued)
    quoted = "(?:“(?P<a>[^“”]{2,40})”|‘(?P<b>[^‘’]{2,40})’)"
    between = alternatives(words.before_issuing)
    opened = "(?:(?<=“)(?P<{}>[^“”]{{2,40}})”|(?<=‘)(?P<{}>[^‘’]{{2,40}})’)"  # behind the first mark
    among = rf"(?:等[\d一二三四五六七八九十]*[项个条]?(?:经验|做法|案例|成果)?)?(?:在[{CJK}]{{2,8}}?)?"
    more = "(?:[、]?“[^“”]{2,20}”)*"
    return {
        "document": re.compile(f"(?:{alternatives(words.documents)})(?:（[^）]*）)?$"),
        "sign": re.compile(alternatives(words.document_signs)),
        "issuer": re.compile(rf"(?P<who>[{CJK}、]{{2,30}}?)(?:{between})*(?:{issued})(?:了)?(?:的)?$"),
        "central": re.compile(alternatives(words.state_issuers)),
        "cited": re.compile(alternatives(words.cited)),
        "named": re.compile(
            rf"{quoted}{more}(?P<tail>(?:的|式)?(?P<middle>(?!的)(?:(?![和与及])[{CJK}0-9]){{0,10}}?)(?P<noun>{noun}))(?!创新|部署|专班|小组|机制|制度|体系|办法|大?(?:项目|企业|品牌))"
        ),
        "bare": re.compile(
            rf"[“‘](?:{behind(words.bare_verbs)}{opened.format('a', 'b')}{more}"
            rf"(?=[，。；、]|式|的(?!“|{alternatives(words.strengths)})|后|以来)"
            rf"|(?<![^，。；].){opened.format('i', 'j')}(?=以来|之后|实施后|推行后)"
            rf"|(?<=(?:推行|实行|试行|首推).){opened.format('g', 'h')}(?=[{CJK}]{{2,8}}[，。；、])"
            rf"|{behind(words.doers)}{opened.format('c', 'd')}(?=，)"
            rf"|(?:(?<![^，。；].)|(?<=其中.)){opened.format('e', 'f')}(?={among}{one_of(words.honours)}(?!新)))"
        ),
        "own": re.compile(rf"(?:{noun}|(?:{alternatives(words.years)})年)$"),
        "slogan": re.compile(alternatives(words.slogans).replace("…", ".{1,8}").replace("某", ".")),
        "effect": re.compile(f"(?:已经?|也|还|将)?(?:{alternatives(words.effects)})"),
        "product": re.compile(f"(?:{alternatives(words.products)})$"),
        "post": re.compile(f"(?:{alternatives(words.posts)})$"),
        "procedure": re.compile(rf"[{CJK}0-9、，+]{{2,}}(?:{alternatives(words.procedures)})"),
        "known": re.compile(alternatives(words.known)),
        "tariff": re.compile(alternatives(words.tariffs)),
        "office": re.compile(any_char(words.office_characters)),
        "voucher": re.compile(alternatives(words.vouchers)),
        "tail": re.compile(alternatives(words.procedures)),
        "hygiene": re.compile(alternatives(words.hygiene)),
        "summed": re.compile(
            rf"(?P<list>(?:“[^“”]{{3,20}}”[、和]?)+)等(?:{_COUNT}(?:[项条](?=在|获|入选|被|已|，)|[项条个][{CJK}]{{0,8}}?"
            rf"(?:{alternatives(words.counted)}))|[{CJK}]{{0,6}}?(?:{alternatives(words.summed)}))"
        ),
        "counted": re.compile(
            rf"(?:出台|推出|制定|发布|实施|落实)(?P<name>[{CJK}]{{0,6}}(?:措施|政策|举措|新政)\d+条|\d+条[{CJK}]{{2,12}}?(?:新政|措施|政策|举措))"
        ),
        "held": re.compile(
            rf"(?P<verb>设立|启动|开展|举办)的?(?P<name>(?!了)[{CJK}]{{2,12}}?(?P<noun>{alternatives(words.held)}))"
        ),
        "state": re.compile(f"[“‘](?P<name>{alternatives(words.state_policies)})[”’]"),
        "founded": re.compile(
            rf"(?P<verb>{one_of(words.founding)})(?P<name>[0-9]*[{CJK}]{{2,16}}?(?P<noun>{alternatives(words.founded)}))(?![{CJK}]{{0,2}}(?:以来|的建立|改革))"
        ),
        "not": re.compile(alternatives(words.not_measures)),
    }


GOAL = re.compile(
    "(?:[一二两三四五六七八九十\\d]+[个大]?(?:中心|基地|高地|枢纽|园|区|城|谷|港|镇|廊|带|核|翼|轴|极|圈|轮|示范区)){2,}"
)
"""“一中心一基地”: the nickname of what a place wants to be."""

_END = re.compile("[。！？]")


def is_measure(words: str) -> bool:
    """Whether quoted words can name a measure: no catchword of the country's, no step of hygiene, no sentence."""
    known = patterns()
    return not (
        known["not"].fullmatch(words) or GOAL.fullmatch(words) or known["hygiene"].search(words) or _END.search(words)
    )
