"""Remarks on the material itself: what a person should look at, and what the sources do not say."""

from __future__ import annotations

import re

from reporter.briefing.desk import Desk
from reporter.briefing.excerpts import excerpt
from reporter.briefing.lines import time_as_printed
from reporter.briefing.sound import alone
from reporter.briefing.words import speakable
from reporter.model import (
    BORROWED_ZONE,
    Fact,
    Figure,
    Line,
    Phrase,
    Project,
    Scope,
    Section,
    SectionChoice,
    Statement,
)

_OF_READING = re.compile("未能确定|数字或为")  # how a number was read concerns those who check
_COMPARED = re.compile(
    "同比|环比|持平|同期|比重|占(?!地|用|领|据)|增长|增幅|增速|下降|翻[了一两]?番|倍|[上去]年|较|位列|位居"
)
_TIMED = re.compile(
    r"\d年|\d月|\d日|今年|去年|明年|年[初末底]|月[初末底]|当[年天日]|近[年日期]|日前|目前|截[至止]|以来|期间|同期|未来|将|时节|如今|此次|本次|现场"
)
_INNER = str.maketrans("“”", "‘’")


def doubts(desk: Desk, choice: SectionChoice) -> Section:
    """What a person should look at: doubts of facts, conflicts, articles that are not whole."""
    everything = desk.audience.selection.doubtful
    doubted = [
        fact
        for fact in desk.facts
        if fact.conflicts or any(everything or not _OF_READING.match(doubt) for doubt in fact.doubts)
    ]
    if not everything:
        doubted = _once_a_text([fact for fact in doubted if _weighs(fact)])
    remarks = [Statement(tuple(_doubt_words(desk, fact)), heading="存疑") for fact in doubted]
    if everything or not desk.audience.section("gaps"):
        remarks += _incomplete(desk)
    if not everything:
        remarks += [
            Statement(
                (Phrase(f"{_titled(a.title)}未注明年份，文中“今年”等时间照录原文，引用前请先核对年份。"),),
                heading="待核",
            )
            for a in desk.articles
            if a.title
            and a.year is None
            and any(time_as_printed(li.fact) and li.fact.evidence.article == a.id for li in desk.lines.values())
        ]
    given = {phrase.text for remark in remarks for phrase in remark.phrases}
    remarks += [
        Statement((Phrase(doubt.what),), heading="待核")
        for doubt in desk.doubts
        if doubt.what not in given and doubt.kind in (("sum", "join", "year", "conflict") if everything else ("sum",))
    ]
    return Section(choice.name, choice.title, remarks=tuple(remarks[: choice.limit] if choice.limit else remarks))


def _weighs(fact: Fact) -> bool:
    """Whether a leader need know of a doubt; of who spoke or was named in a text of unsure zone he need not."""
    borrowed = all(doubt.startswith(BORROWED_ZONE) for doubt in fact.doubts)
    return bool(fact.conflicts) or not borrowed or isinstance(fact, Figure | Project)


def _once_a_text(facts: list[Fact]) -> list[Fact]:
    """The doubtful facts, of those whose zone is borrowed for a whole text but the first of each text."""
    kept: dict[str, Fact] = {}
    for fact in facts:
        borrowed = [doubt for doubt in fact.doubts if doubt.startswith(BORROWED_ZONE)]
        kept.setdefault(f"{fact.evidence.article} {borrowed[0]}" if borrowed and not fact.conflicts else fact.id, fact)
    return list(kept.values())


def gaps(desk: Desk, choice: SectionChoice) -> Section:
    """What a reader would expect and the sources do not say."""
    told = "".join(paragraph.text for article in desk.articles for paragraph in article.paragraphs)
    told += "".join(fact.evidence.sentence for fact in desk.facts)
    missing = [w for w in desk.audience.wording.get("expected", ()) if not any(p in told for p in w.split("|"))]
    remarks = []
    if missing:
        names = "、".join(word.split("|")[0] for word in missing)
        remarks.append(Statement((Phrase(f"所据报道没有提到{names}。"),)))
    undated = [li for li in desk.lines.values() if not li.period and li.fact.id in desk.said and _untimed(li)]
    if undated:
        names = "".join(f"“{line.metric}”" for line in undated[:3])
        tail = "等数据" if len(undated) > 3 else ""
        remarks.append(Statement((Phrase(f"{names}{tail}，报道没有写明所属时间。"),)))
    if desk.lines and not any(line.comparisons for line in desk.lines.values()) and not _COMPARED.search(told):
        remarks.append(Statement((Phrase("报道没有给出同比或占比。"),)))
    if not desk.lines:
        remarks.append(Statement((Phrase("未从报道中读出本区自身的统计数据。"),)))
    if choice.limit:
        remarks = remarks[: choice.limit]
    if not desk.audience.selection.doubtful:
        remarks += _incomplete(desk)
    return Section(choice.name, choice.title, remarks=tuple(remarks))


def _incomplete(desk: Desk) -> list[Statement]:
    """The articles of which the page has only a part."""
    return [
        Statement((Phrase(f"{_titled(a.title)}在版面上不完整，本简报只用了现有部分。"),), heading="残缺")
        for a in desk.articles
        if not a.complete
    ]


def _untimed(line: Line) -> bool:
    """Whether a figure of the zone stands in a sentence that names no time at all."""
    return (
        line.fact.scope is Scope.ZONE
        and alone(line)
        and speakable(line)
        and not _TIMED.search(line.fact.evidence.sentence)
    )


def _doubt_words(desk: Desk, fact: Fact) -> list[Phrase]:
    line = desk.lines.get(fact.id)
    if line is not None and speakable(line):
        phrases = [Phrase(line.label), Phrase(str(line.printed), fact, line.printed), Phrase("。")]
    else:
        phrases = [Phrase(f"“{excerpt(fact).text.translate(_INNER)}”", fact), Phrase("：")]
    others = [desk.lines[i] for i in fact.conflicts if i in desk.lines]
    if others:
        phrases.append(Phrase("另有说法为"))
        for index, other in enumerate(others):
            phrases += [Phrase("、" if index else ""), Phrase(str(other.printed), other.fact, other.printed)]
        phrases.append(Phrase("，两说并存，未作取舍。"))
    phrases += [Phrase(doubt if re.search(r"[。！？]$", doubt) else f"{doubt}。") for doubt in fact.doubts]
    return phrases


def _titled(title: str) -> str:
    return f"《{title}》" if title else "一则无题报道"
