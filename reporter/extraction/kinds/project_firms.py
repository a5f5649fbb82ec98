"""Projects that bear only a firm's name: its next phase, told without the name, and what it is said to bring.

In: a passage, its companies and the firm that was named last before it. Out: mentions under the firm's name.

    砺风精工有限公司……。公司计划再投3亿元，筹备上马|二期|         a bare phase is the firm's
    他们正在给|二期厂房|吊装屋面                                 a phase of the works
    引来做热管理的|霁江科技|。项目一期投资5亿元                  the next sentence calls it a project
    |砺显第8.6代线|， |砺车宁州基地|一季度下线整车          by its generation, or its place and what it has made
    今年3月投产的|霁瑞五金|，总投资3200万元                      what happened before it, what it costs behind it
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.project_told import SUM
from reporter.extraction.kinds.scene import Passage
from reporter.language.text import CJK

_PHASE = "[二三四五六]期"
_PHASED = re.compile(_PHASE)
_BARE = re.compile(
    rf"(?:(?P<made>上马|启动|建设|筹建|开建|扩建|谋划)了?|(?P<works>(?:正在|忙着|正)[给为])|(?P<own>[们司业家它其]的)|(?<=[，。；“]))"
    rf"(?P<name>{_PHASE}(?P<noun>项目|工程|厂房|车间|工厂)?)"
)
_BEGUN = re.compile(
    rf"(?:已经?|又|也|将|还|正在|正|上个?月|下个?月|本月|刚刚?|今年|明年|去年|年底|[0-9一二三四]+[月日年季度底初]+)*"
    rf"(?:打桩|开工|动工|开建|破土|封顶|投产|试产|投用|建成|(?:计划|预计)?(?:再投|再投资|追加投资|追加|投资|总投资|投入)了?(?={SUM}))"
)
_OTHER = re.compile("项目|园区|产业园|基地|中心|小镇|平台|厂房|园|港|城")
"""What else may have phases: a phase after one of these is not the firm's."""


def bare_phases(passage: Passage, companies: Sequence[Mention], before: Mention | None) -> Iterator[Mention]:
    """A phase without a name, given to the firm that was named last."""
    text = passage.text
    if not _PHASED.search(text):
        return
    for match in _BARE.finditer(text):
        start, end = match.span("name")
        here = [company for company in companies if company.end <= start]
        owner = here[-1] if here else before
        if owner is None or _OTHER.search(text, here[-1].end if here else 0, start):
            continue
        told = bool(match["made"] or match["works"]) and (match["noun"] or _STOP.match(text, end))
        if told or (match["own"] and match["noun"]) or _BEGUN.match(text, end):
            name = owner.name + match["name"]
            yield Mention(passage, start, end, name, "phase of a firm named before", match["name"])


_STOP = re.compile("[，。；、]")

_TOPIC = re.compile("。(?:该)?项目(?:[一首]期)?(?P<cue>(?:计划|预计)?总?投资|占地|分[两二三]期)")
_LATER = re.compile(r"[，；](?:该)?(?P<what>项目)(?P<cue>用地|占地|(?:计划|预计)?总?投资|规划用地)(?:面积)?\d")
"""砺风纸业去年落户，|项目|用地900亩: what the firm builds there."""
_PLACED = re.compile(
    rf"在[^，。；、]{{2,16}}?(?P<verb>设立|建设|投建|新建|兴建|打造|布局|成立|投资建设|筹建)的"
    rf"(?P<name>[{CJK}]{{2,14}}?(?:中心|总部|基地|工厂|研究院|实验室|园|平台|产线|生产线|仓|厂))"
    rf"(?=[也已正将]*(?:经|式)?(?:揭牌|投产|投用|启用|开业|运营|运行|投入|建成|竣工|开工|奠基|落成|封顶))"
)
"""砺风株式会社在高新区设立的|研发中心|揭牌."""
_DATED = re.compile(
    rf"(?:投产|开工|签约|落户|动工|启用|投用|开业)的(?P<name>[{CJK}A-Za-z0-9]{{3,16}}?)，(?:计划|预计|项目)?(?P<cue>总投资){SUM}"
)

_WORKS = re.compile(
    rf"(?P<name>第?\d[\d.]*(?P<cue>代)(?:[{CJK}A-Za-z（）()]{{0,16}}?生产线|[{CJK}]{{0,6}}?产?线))"
    rf"|(?P<base>(?![的在等])[{CJK}]{{2,4}}?(?:基地|总装线))(?:今年|去年|前|上|[一二三四0-9]+(?:个?月|季度)|半年|已|累计)*(?P<made>下线|交付|投产|产出)"
)
"""砺显|第8.6代线|, 砺车宁州|基地|一季度下线整车7万辆: what a firm runs, by its generation or its place."""


def firms_projects(passage: Passage, companies: Sequence[Mention]) -> Iterator[Mention]:
    """A firm that the next sentence calls a project, or that was begun and has a price."""
    text = passage.text
    for company in companies:
        if topic := _TOPIC.match(text, company.end):
            name = f"{company.name}项目"
            yield Mention(passage, company.start, company.end, name, "project in the next sentence", topic["cue"])
    for company in companies:
        if placed := _PLACED.match(text, company.end):
            name = company.name + placed["name"]
            yield Mention(passage, placed.start("name"), placed.end("name"), name, "set up by a firm", placed["verb"])
        first, last = passage.sentence_at(company.start)
        later = _LATER.search(text, company.end, last) if company.start == first else None
        if later and "项目" not in text[first : later.start("what")]:
            name = f"{company.name}项目"
            yield Mention(passage, company.start, company.end, name, "called a project", later["cue"])
        if works := _WORKS.match(text, company.end):
            end = max(works.end("name"), works.end("base"))
            cue = works["cue"] or works["made"]
            yield Mention(passage, company.start, end, text[company.start : end], "works of a firm", cue)
    for match in _DATED.finditer(text) if "总投资" in text else ():
        start, end = match.span("name")
        yield Mention(passage, start, end, match["name"], "what it costs after the name", match["cue"])
