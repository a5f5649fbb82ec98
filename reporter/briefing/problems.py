"""What the source itself says that falls short in the zone: 短板也不回避, 固定资产投资下降10.9%, 缺口在300间以上.

Only sentences that state a fact of the zone, whole and in quotation marks. What is already solved, helped or warded off
(协调解决412个问题, 补短板) is no shortcoming, nor is what a reader could only guess to be one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reporter.briefing.desk import Desk
from reporter.briefing.excerpts import stands_alone
from reporter.briefing.own import of_another_zone
from reporter.briefing.summary import attributed, sentences
from reporter.briefing.words import quotation
from reporter.model import Section, SectionChoice, Statement

_SHORTCOMING = r"(?:短板|不足(?![\d两一二三四五六七八九十百千])|差距|瓶颈|隐忧|缺口|压力(?!测试|容器|锅)|困难|制约)"
_OWNED_UP = re.compile(
    rf"(?:仍|还|依然|同样|目前|也)[是有存面][^，。；]{{0,16}}{_SHORTCOMING}|(?:存在|面临|正视)[^。；]{{0,30}}(?:{_SHORTCOMING}|问题)"
    rf"|{_SHORTCOMING}(?:也|同样|仍|依然|突出|明显|：|不小|较大|在\d)|坦言"
    r"|一是[^。]{0,24}(?:弱|少|低|慢|短缺|不强|不高|不够|满了|偏[弱少低重小慢])"
    r"|(?:偏[弱少低重小慢]|不[够高强足]|滞后|短缺|吃紧|满负荷|停产|闲置|跟不上|接不上)[，。；、]"
    r"|(?:未能?|没有?)(?:完成|达到?|实现)[^，。；]{0,8}(?:目标|预期|任务|计划)|低于(?:预期|目标|年初)"
    r"|(?:产值|增加值|投资|外资|进出口|出口|进口|收入|利润|税收)[^，。；]{0,16}(?:同比)?(?:下降|下滑|回落|减少|负增长)"
    r"|降幅[^，。；]{0,12}(?:扩大|达)"
)
_SOLVED = re.compile(
    r"解决|破解|缓解|化解|克服|应对|攻坚|协调|纾困|补齐?短板|弥补|填补|盘活|扭转|突破瓶颈|补上|难关|(?:成本|能耗|排放|电耗|水耗|费用|价格)[^，。；]{0,8}(?:下降|降低)"
)
_HANGS = re.compile(r"\s*(?:不过|但是?|然而|可|而)?[，,]?[他她它]")  # who owns up to it, a sentence before says
_BARE = re.compile(r"(?:坦言|直言|表示|说)[。]?$")  # who said it, and not what
_IT = re.compile("该[园片新]?区")
_CAUSE = re.compile(r"是[^，。；]{0,6}(?:原因|所致)[。”]")  # of what, too


def problems(desk: Desk, choice: SectionChoice) -> Section:
    """The sentences of the source that own up to something, in the order of the page."""
    found: list[Statement] = []
    for evidence, facts in sentences(desk):
        words = evidence.sentence
        if not _OWNED_UP.search(words) or _SOLVED.search(words) or of_another_zone(desk.zone, words):
            continue
        if _HANGS.match(words) or _CAUSE.search(words) or _BARE.search(words):
            continue
        if any(words == sentence for sentence, _ in desk.quoted):
            continue
        statement = attributed(desk, quotation(evidence, facts[0]), evidence)
        if statement is not None and stands_alone(_named(statement)):
            found.append(statement)
    shown = found[: choice.limit] if choice.limit else found
    desk.quoted += [(p.fact.evidence.sentence, s.text) for s in shown for p in s.phrases if p.fact]
    return Section(choice.name, choice.title, statements=tuple(shown), more=len(found) - len(shown))


def _named(statement: Statement) -> Statement:
    """The same with 该区 as 全区: in a brief on one zone it points to nothing else."""
    return replace(statement, phrases=tuple(replace(p, text=_IT.sub("全区", p.text)) for p in statement.phrases))
