"""Looking back for names: the company or project that 该公司 and 该项目 stand for, the organisation of a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.extraction.figures.tokens import Reader, Token
from reporter.lexicon.figures import FigureWords

_LEGAL = re.compile(
    r"有限责任公司|股份有限公司|有限公司|分公司|子公司|集团公司|(?<![该本我各家外业总市])公司|集团(?!队)|药业|重工|银行|研究院"
)
_PROJECT = re.compile(
    r"项目(?!部|组|库|招商|建设|化|负责|经理)|工程(?!师|部)|生产线|产线|产业园|基地|中心|基金|数据机房|机房"
)
_LOCATED = re.compile(r"^.*?(?:高新区|经开区|开发区|园区|新区|保税区|自贸区|片区|[市县区]企业)(?:企业)?(?=.{4,})")
_CUT = re.compile(r"[，。；：！？、“”\n—…]")
_SPEAKER_RE = re.compile(
    r"[”」]\s*(?P<who>[^“”。！？]{2,60}?)(?:说|表示|介绍|告诉|称|坦言|透露|指出|认为|感慨|算了一笔账)"
)
_SPOKEN_RE = re.compile(
    r"(?P<who>[^“”。！？；]{2,60}?)(?:说|表示|介绍|告诉|称|坦言|透露|指出|认为)[^。！？“”]{0,16}[：，:]?\s*“"
)
_REACH = 2000
"""How far back a name may stand."""
_SPEECH = 90
"""How far before a quotation its speaker may be named."""


@dataclass(slots=True)
class Names:
    """The text of an article read so far, and how to find names in it."""

    reader: Reader
    words: FigureWords
    text: str = ""

    def add(self, paragraph: str) -> int:
        """Add a paragraph; its offset in the text."""
        at = len(self.text)
        self.text += paragraph + "\n"
        return at

    def company(self, end: int) -> str:
        """The company named last before `end`."""
        return self._last(_LEGAL, end)

    def project(self, end: int) -> str:
        """The project named last before `end`."""
        return self._last(_PROJECT, end)

    def _last(self, pattern: re.Pattern[str], end: int) -> str:
        hits = [m.end() for m in pattern.finditer(self.text, max(0, end - _REACH), end)]
        for at in reversed(hits[-12:]):
            name = self.name_ending(self.text, at)
            if name:
                return name
        return ""

    def name_ending(self, text: str, at: int) -> str:
        """The name that ends at `at`; empty when only a pronoun or a common noun stands there."""
        start = max(0, at - 40)
        cuts = [m.end() for m in _CUT.finditer(text, start, at)]
        start = cuts[-1] if cuts else start
        if not text[start:at].strip():
            return ""
        tokens = self.reader.read(text, (start, at)).tokens
        first = len(tokens)
        while first > 0 and _in_name(tokens[first - 1]):
            first -= 1
        if first == len(tokens):
            return ""
        while first < len(tokens) - 1 and tokens[first].kind == "M":
            first += 1
        name = _LOCATED.sub("", text[tokens[first].start : at].strip(" 　"))
        common = (
            name in self.words.company
            or name in self.words.project
            or name.startswith(("该", "这", "此", "本", "我", "两", "各", "其"))
        )
        return "" if common or len(name) < 4 else name


def _in_name(token: Token) -> bool:
    if token.kind == "V":
        return not token.role and len(token.text) <= 2
    return (token.kind in "NMA" and token.role not in ("act", "state", "have", "zone")) or token.text in (
        "生产",
        "制造",
        "服务",
        "建设",
        "投资",
    )


def speaker(text: str, at: int) -> str:
    """Who says the words at `at` of a paragraph: the words between quotation and verb of saying; empty for nobody."""
    opened = text.rfind("“", 0, at)
    closed = text.rfind("”", 0, at)
    if opened < 0:
        return ""
    if closed > opened:  # a short quotation inside a longer one
        opened = _enclosing(text, at)
        if opened < 0:
            return ""
    closing = text.find("”", at)
    if closing >= 0:
        match = _SPEAKER_RE.match(text, closing)
        if match:
            return match["who"]
    spoken = [match["who"] for match in _SPOKEN_RE.finditer(text, max(0, opened - _SPEECH), opened + 1)]
    return spoken[-1] if spoken else ""


def _enclosing(text: str, at: int) -> int:
    """The quotation mark that opened the quotation around `at`, -1 if there is none."""
    depth = 0
    for i in range(at - 1, -1, -1):
        if text[i] == "”":
            depth += 1
        elif text[i] == "“":
            if depth == 0:
                return i
            depth -= 1
    return -1


def organisation(names: Names, who: str) -> str:
    """The company in `佳佳供应链管理（廊坊）有限公司总经理魏智江`; empty when there is none."""
    for match in _LEGAL.finditer(who):
        following = who[match.end() : match.end() + 2]
        if _LEGAL.match(who, match.end()) or following.startswith(("有限", "股份")):
            continue
        name = names.name_ending(who, match.end())
        if name:
            return name
    return ""
