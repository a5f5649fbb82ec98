"""Who or what a figure is about, when its clause says it by a pronoun or not at all.

该公司新能源物流车市场占有率16%           the company named last
“我们公司服务外贸企业86家。”某公司总经理说     the organisation of the speaker
该项目总投资100亿元，达产后年产值达38亿元     the project named last, held for the whole sentence
实际利用外资1.13亿美元                   nobody named: the zone
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reporter.lexicon.figures import FigureWords
from reporter.model import Decision, Scope

_NAME = r"[\u4e00-\u9fffA-Za-z0-9（）·“”\-]"
_LEGAL = r"(?:有限责任公司|股份有限公司|有限公司|分公司|子公司|公司|集团)"
_COMPANY_RE = re.compile(rf"{_NAME}{{2,28}}?{_LEGAL}")
_PROJECT_RE = re.compile(rf"{_NAME}{{3,30}}?(?:项目|工程|基地|产业园|生产线|产线)")
_EDGE = re.compile(
    r"^.*(?:据悉|据了解|位于|落户|走进|由|和|与|及|在|从|对|向|为|是|的|了|使|让|记者|日前|近日|同时|其中|通过|引进|包括|以及|目前|建设|承担|"
    r"投资|签约|举行|成立|助推|推动|帮助|支持|作为|主营|旗下|该|这家|一家|说|介绍|表示|年|月|日)(?=.{4,})"
)
_SPEAKER_RE = re.compile(r"[”」]\s*(?P<who>[^“”。！？]{2,60}?)(?:说|表示|介绍|告诉|称|坦言|透露|指出|认为)")
_SPOKEN_RE = re.compile(
    r"(?P<who>[^“”。！？，；]{4,60}?)(?:说|表示|介绍|告诉记者|称|坦言|透露|指出|认为)[^。！？“”]{0,16}[：，:]?\s*“"
)
_WE = re.compile(r"我们|我公司|我司|我区|我省|我市")


@dataclass(slots=True)
class Names:
    """The article's text read so far, for looking back."""

    text: str = ""
    held: dict[int, str] = field(default_factory=dict)

    def add(self, paragraph: str) -> int:
        """Add a paragraph; its offset in the text."""
        at = len(self.text)
        self.text += paragraph + "\n"
        return at

    def last(self, pattern: re.Pattern[str], end: int) -> str:
        """The last name that matches before `end`, within the last 1,500 characters."""
        start = max(0, end - 1500)
        last = ""
        for match in pattern.finditer(self.text, start, end):
            name = trim(match.group())
            if len(name) >= 4 and not name.startswith(("该", "这", "此", "本")):
                last = name
        return last


def trim(name: str) -> str:
    """A name without what stands before it in the sentence, and without unmatched brackets and quotation marks."""
    name = _EDGE.sub("", name)
    for left, right in ("（）", "“”"):
        if name.count(left) != name.count(right):
            name = (
                name.replace(left, "").replace(right, "")
                if right not in name
                else name.rpartition(right)[2]
                if left not in name
                else name
            )
    return name.strip("“”·- ")


def speaker(text: str, at: int) -> str:
    """The organisation of the person whose words stand at `at` of a paragraph; empty when nobody is quoted."""
    opened = text.rfind("“", 0, at)
    if opened < 0 or text.find("”", opened, at) >= 0:
        return ""
    closing = text.find("”", at)
    if closing >= 0:
        match = _SPEAKER_RE.match(text, closing)
        if match:
            return match["who"]
    match = None
    for match in _SPOKEN_RE.finditer(text, max(0, opened - 90), opened + 1):
        pass
    return match["who"] if match else ""


def organisation(words_of_speaker: str) -> str:
    """The company in `佳佳供应链管理（廊坊）有限公司总经理魏智江`; empty when it is none."""
    match = _COMPANY_RE.search(words_of_speaker)
    return trim(match.group()) if match else ""


@dataclass(slots=True)
class Subjects:
    """Resolves the subjects of an article's figures, in reading order."""

    words: FigureWords
    names: Names = field(default_factory=Names)

    def resolve(
        self, owner: str, before: str, zone: str, text: str, at: int, offset: int
    ) -> tuple[str, Scope, Decision]:
        """Subject and scope of a figure.

        `owner` is what its clause names, `before` the subject of the figure before it in the sentence, `text` the
        paragraph with the figure at `at`, `offset` where the paragraph stands in the article.
        """
        words = self.words
        if owner and (owner in words.company or owner.startswith(("我们", "该公司", "公司"))):
            name = self._company(text, at, offset)
            if name:
                return name, Scope.ENTITY, Decision("subject", name, "the company named before", owner)
        if owner and (owner in words.project or owner.startswith(("该项目", "该工程"))):
            name = self.names.last(_PROJECT_RE, offset + at)
            if name:
                return name, Scope.ENTITY, Decision("subject", name, "the project named before", owner)
        if owner and not self._is_zone(owner):
            entity = bool(words.organisation_re.search(owner) or words.thing_re.search(owner))
            return (
                owner,
                (Scope.ENTITY if entity else Scope.ZONE),
                Decision("subject", owner, "named in its clause", owner),
            )
        if not owner and before:
            return before, Scope.ENTITY, Decision("subject", before, "holds on from the figure before")
        if not owner:
            said = speaker(text, at)
            name = organisation(said)
            if name and _WE.search(text[max(0, at - 80) : at]):
                return name, Scope.ENTITY, Decision("subject", name, "the speaker's organisation", said)
        return zone or owner, Scope.ZONE, Decision("subject", zone or owner, "the zone", owner)

    def _company(self, text: str, at: int, offset: int) -> str:
        said = speaker(text, at)
        if said:
            name = organisation(said)
            if name:
                return name
        return self.names.last(_COMPANY_RE, offset + at)

    def _is_zone(self, owner: str) -> bool:
        return owner in self.words.zone or owner.endswith(("区", "片区", "开发区", "自贸区", "试验区", "工业园区"))
