"""Whose post it is: the organisation that a title leaves out, or names in short.

In: a passage, a title's place and parts, the companies and projects named. Out: the organisation and the rule.

    该公司|执行董事李成                                该公司: the company named last
    在山特维克有限公司，|总经理|孙光忠说               named in the clause before
    |公司|副总经理陈远说，|车间主任|林霜介绍            the company that the paragraph, or the one before, speaks of
    项目负责人宋扬                                     the project spoken of
    研究院院长喻明                                     宁州新能源研究院, named in full before
    管委会主任徐江                                     the zone spoken of
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.company_names import same_company
from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.alternation import alternatives
from reporter.language.text import CJK
from reporter.lexicon.kinds import company_words, people_words


class Anchors(NamedTuple):
    """What an article's posts may belong to, in reading order; `every` holds both."""

    companies: Sequence[Mention]
    projects: Sequence[Mention]
    every: Sequence[Mention]


def anchors_of(companies: Sequence[Mention], projects: Sequence[Mention]) -> Anchors:
    """The companies and projects of an article as what its posts may belong to."""
    every = sorted([*companies, *projects], key=lambda m: (m.passage.index, m.start, m.end))
    return Anchors(companies, projects, every)


IN_SENTENCE = "organisation in the clause before"
SPOKEN_OF = "the company spoken of"
PRINTED = "post before the name"

_SHORT_FOR = ("公司", "企业", "集团")

_THIS = re.compile("(?:该|本|这家|这个)(?:公司|企业|集团|项目|厂)?$")
_REGIONS = ("区", "市", "县", "镇")
"""该|区组织人事部: this zone, and no company."""
_ITS = re.compile("(?:^|[，。；：！？“”、 ])(?:公司|企业|集团)$")
_ZONE_POST = re.compile("管委会|党工委|党委")
_COMPANY_POST = re.compile("董事|总裁|经理|总监|创始人|创办人|合伙人|厂长|首席|主管|总工|法定代表人|老板|掌门人|当家人")
_INSTITUTE = re.compile("(?:研究院|研究所|中心|学院|医院|协会|商会|联盟|平台|基地)$")


def whose(scene: Scene, passage: Passage, at: int, printed: str, post: str, anchors: Anchors) -> tuple[str, str]:
    """The organisation of a title that begins at `at`, and the rule; `printed` is what the title itself names of it."""
    before = passage.text[max(0, at - 8) : at]
    owner, rest, rule = "", printed, ""
    if _THIS.search(before) and not printed.startswith(_REGIONS):
        owner, rule = _named_before(passage, at, anchors), "该公司: the company named last"
        rest = printed * (printed not in _SHORT_FOR)
    elif printed in _SHORT_FOR or (_ITS.search(before) and not _ZONE_POST.search(post)):
        owner, rest, rule = _spoken_of(passage, at, anchors), printed * (printed not in _SHORT_FOR), SPOKEN_OF
    elif printed == "项目":
        owner, rule = _project(passage, at, anchors).removesuffix("项目"), "the project spoken of"
    elif printed and _departments().fullmatch(printed):
        owner, rule = _in_sentence(passage, at, anchors) or _spoken_of(passage, at, anchors), SPOKEN_OF
    elif printed:
        owner, rest, rule = _in_full(passage.text, printed, at), "", "organisation in full before"
    else:
        return _left_out(scene, passage, at, post, anchors)
    return (owner + rest, rule) if owner else (printed, PRINTED)


def _left_out(scene: Scene, passage: Passage, at: int, post: str, anchors: Anchors) -> tuple[str, str]:
    """The organisation of a post without any, and the rule; empty where nothing tells."""
    if passage.text[at - 1 : at] == "的" and at:
        return _ends_at(passage, at - 1, anchors) or _body_before(passage.text, at - 1), "organisation before 的"
    if any(a.passage is passage and at <= a.start < at + len(post) for a in anchors.companies):
        return "", PRINTED  # 云澜全球副总裁、云澜中国首席执行官: named in the post itself
    if _ZONE_POST.search(post):
        return scene.zone(passage, at, at + len(post)), "zone of the sentence"
    if owner := _in_sentence(passage, at, anchors):
        return owner, IN_SENTENCE
    if _COMPANY_POST.search(post) and (owner := _spoken_of(passage, at, anchors)):
        return owner, SPOKEN_OF
    return "", PRINTED


def _body_before(text: str, end: int) -> str:
    """What ends at an offset in a body's or a company's word: 远海保税物流|的|副总经理."""
    body = text[name_start(text, end) : end]
    return body if len(body) >= _SHORT and body.endswith((*people_words().bodies, *company_words().trades)) else ""


@cache
def _departments() -> re.Pattern[str]:
    words = alternatives(company_words().departments)
    return re.compile(f"(?!商务部|安全部|科技部)(?:{words}){{1,2}}(?:部|中心|科|组)?|(?:{words})?(?:车间|班组)")


def _spoken_of(passage: Passage, at: int, anchors: Anchors) -> str:
    """The company that a paragraph speaks of before an offset: the last that it names, or the one named just before.

    A paragraph before that names several tells nothing.
    """
    here = [a for a in anchors.companies if a.passage is passage and a.end <= at]
    if here:
        formal = [a for a in here if a.formal]
        return (formal or here)[-1].name
    above = [a for a in anchors.companies if 0 < passage.index - a.passage.index <= _NEAR]
    if not above:
        return ""
    nearest = [a for a in above if a.passage.index == above[-1].passage.index]
    full = max(nearest, key=lambda a: (a.formal, len(a.name))).name
    return full if all(same_company(a.name, full) for a in nearest) else ""


_NEAR = 2
"""As many paragraphs before a post may name its company."""


def _ends_at(passage: Passage, offset: int, anchors: Anchors) -> str:
    """The company whose name ends at an offset."""
    return next((a.name for a in anchors.every if a.passage is passage and a.end == offset), "")


def _named_before(passage: Passage, offset: int, anchors: Anchors) -> str:
    """What 该公司 stands for: the company named last with its legal form, or else the one named last.

    It stands in this paragraph or the one before; a customer named in passing by a short name is not meant.
    """
    before = [
        a
        for a in anchors.every
        if (a.passage.index, a.start) < (passage.index, offset) and passage.index - a.passage.index <= 1
    ]
    formal = [a for a in before if a.formal]
    return (formal or before)[-1].name if before else ""


def _in_sentence(passage: Passage, offset: int, anchors: Anchors) -> str:
    """The company or project named last before an offset in the same sentence; not where its site is but the scene."""
    first, _ = passage.sentence_at(offset)
    before = [a for a in anchors.every if a.passage is passage and first <= a.start and a.end <= offset]
    if not before:
        return ""
    last = max(before, key=lambda a: a.end)
    if last not in anchors.projects or not _SITE.match(passage.text, last.end):
        return last.name
    owner = _OWNER.match(last.name)
    return owner[0] if owner else ""


_SITE = re.compile("(?:的?(?:建设|施工|生产))?(?:现场|工地|车间)")
"""在云岭集团储能电池项目|现场|，总经理于澄说: the project is where he spoke, the group is whose he is."""
_OWNER = re.compile(f"[{CJK}A-Za-z]{{2,8}}?(?:集团|公司)")


def _project(passage: Passage, at: int, anchors: Anchors) -> str:
    """The project named last before an offset in a paragraph."""
    before = [a for a in anchors.projects if a.passage is passage and a.end <= at]
    return before[-1].name if before else ""


def _in_full(text: str, printed: str, at: int) -> str:
    """The full name of an institute that a title names in short, where the paragraph has it: 宁州新能源|研究院."""
    if len(printed) > _SHORT or not _INSTITUTE.search(printed):
        return ""
    end = text.rfind(printed, 0, at)
    while end >= 0:
        full = text[name_start(text, end + len(printed)) : end + len(printed)]
        if len(printed) + 2 <= len(full) <= _LONG:
            return full
        end = text.rfind(printed, 0, end)
    return ""


_SHORT, _LONG = 4, 18
