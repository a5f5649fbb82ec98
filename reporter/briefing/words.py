"""Sentences composed from facts, in the Chinese of the press; and sentences taken from the source, marked as such.

A sentence says nothing that its facts do not: period, whose, what, how much, compared with what. Where a metric does
not make a sentence (too long, broken by marks), there is none, and the source is quoted instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reporter.briefing.anchor import anchored
from reporter.model import Evidence, Fact, Line, Phrase, Relation, Statement, Status, Zone

_BROKEN = re.compile(r"[，。；：！？、“”‘’《》…\d]")
_LIMPING = re.compile(r"分别|也|均|以|为|出|仅|前后|随着|按|打造|现场|进行|这|该|其|并|又|还|只|被|由|从|公司")
_HANGING = re.compile(r"(?:现场|时|中|上|后|前|内|的|了|和|与|并)$")
_VAGUE = re.compile(r"^(?:该|这|我|其|部分|一些|此|他|她|它|公司|企业)|我们|他们|这是|现场")
_VERB = re.compile(
    r"(?:同比|环比|比上年同期|比上年|较上年同期|较上年|较去年同期|比去年同期)?(?:实现)?"
    r"(?:增长|下降|增加|减少|上升|提高|回落|上涨|提升|下滑|降低|扩大|收窄)(?:了|到)?$"
)
_TARGET = re.compile(r"计划|预计|目标|力争|拟|将|达产|建成|投产|规划|未来|设计")
_REACHES = ("突破", "超过", "超", "达", "高达", "可达", "不到", "不足", "接近")
_LONGEST = 24
_SHORTEST = 16
_CLAUSE = re.compile(r"[，；。！？,;](?!\d)")
_QUOTABLE = range(18, 121)


def speakable(line: Line) -> bool:
    """Whether subject and metric can stand in a sentence as they are."""
    if not 2 <= len(line.metric) <= _LONGEST or len(line.subject) > _LONGEST:
        return False
    if line.subject and "的" in line.metric:
        return False  # 武汉华星光电的研发投入 said of another: whose it is stands in the metric
    if _BROKEN.search(line.metric) or _LIMPING.match(line.metric) or _HANGING.search(line.metric):
        return False
    if _VAGUE.search(line.subject):
        return False
    return anchored(line, told=True)


def state(line: Line, zone: Zone, wording: Mapping[str, Sequence[str]]) -> Statement:
    """A line as a sentence of ours where its words make one, else as the clause of the source that states it."""
    return sentence(line, zone, wording) if speakable(line) else excerpt(line.fact, line.subject)


def state_all(
    lines: Iterable[Line], zone: Zone, wording: Mapping[str, Sequence[str]], quoted: list[tuple[str, str]]
) -> list[Statement]:
    """Each line stated, but none that a clause quoted before it has stated already.

    `quoted` are sentences and the words quoted from them so far in the brief; what is quoted here is added.
    """
    made: list[Statement] = []
    for line in lines:
        evidence = line.fact.evidence
        if any(evidence.sentence == sentence and evidence.text in words for sentence, words in quoted):
            continue
        statement = state(line, zone, wording)
        if statement.quoted:
            quoted.append((evidence.sentence, statement.text))
        made.append(statement)
    return made


def excerpt(fact: Fact, speaker: str = "") -> Statement:
    """The words of the source around a fact, whole clauses, as a quotation.

    Where they say 我们, `speaker` becomes the heading.
    """
    evidence = fact.evidence
    words = evidence.sentence
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(words)), len(words)]
    first = max(index for index, cut in enumerate(cuts) if cut <= evidence.start)
    last = min(index for index, cut in enumerate(cuts) if cut >= evidence.end)
    while cuts[last] - cuts[first] < _SHORTEST or not balanced(words[cuts[first] : cuts[last]]):
        if first > 0:
            first -= 1
        elif last < len(cuts) - 1:
            last += 1
        else:
            break
    clause = words[cuts[first] : cuts[last]].rstrip("，；,;").strip()
    heading = speaker if re.search(r"我们|我(?:公司|司|区|市)", clause) else ""
    return Statement((Phrase(_unwrapped(clause), fact),), quoted=True, heading=heading)


def _unwrapped(words: str) -> str:
    """Without quotation marks around the whole: the page sets its own."""
    inner = words[1:-1]
    return inner if words[:1] == "“" and words[-1:] == "”" and "“" not in inner else words


def sentence(line: Line, zone: Zone, wording: Mapping[str, Sequence[str]], *, heading: str = "") -> Statement:
    """One line as a sentence: 2020年一季度，廊坊经开区实际利用外资1.13亿美元，占廊坊全市实际利用外资总额的50.3%."""
    phrases = [Phrase(f"{line.period}，")] if line.period else []
    phrases += clause(line, line.subject or zone.name, wording)
    return Statement((*phrases, Phrase("。")), heading=heading)


def clause(line: Line, subject: str, wording: Mapping[str, Sequence[str]], *, compared: bool = True) -> list[Phrase]:
    """The sentence without its period and full stop; `subject` may be empty where it is plain."""
    phrases = [Phrase(f"{subject}{line.metric}{_link(line, wording)}"), _number(line)]
    for other in line.comparisons if compared else ():
        phrases += [Phrase(f"，{change(other, line)}"), _number(other)]
    return phrases


def change(other: Line, base: Line | None = None) -> str:
    """The words before the number of a growth, share, change or rank: 同比增长, 占全市实际利用外资总额的."""
    figure = other.fact
    words = other.metric.removeprefix(base.metric) if base else other.metric
    if figure.relation in (Relation.GROWTH, Relation.DELTA):
        before = figure.evidence.sentence[: figure.evidence.start]
        found = _VERB.search(before)
        if found:
            return found[0]
        return words
    if figure.relation is Relation.SHARE and words.startswith("占"):
        return re.sub(r"的?(?:比重|比例)$", "", words) + "的"
    if figure.relation is Relation.RANK:
        return words if re.search(r"[居列位排]", words) else f"{words}居"
    return f"{words}为"


def quotation(evidence: Evidence, fact: Fact, *, heading: str = "") -> Statement | None:
    """The sentence around a fact as a quotation; None where it is too short or long, or leaves quotes open."""
    words = evidence.sentence.strip()
    if len(words) not in _QUOTABLE or not balanced(words) or words[-1] not in "。！？”…":
        return None
    return Statement((Phrase(_unwrapped(words), fact),), quoted=True, heading=heading)


def balanced(words: str) -> bool:
    """Whether all quotation marks and brackets are opened and closed."""
    return all(words.count(a) == words.count(b) for a, b in ("“”", "‘’", "《》", "（）", "()"))


def _number(line: Line) -> Phrase:
    return Phrase(str(line.printed), line.fact, line.printed)


def _link(line: Line, wording: Mapping[str, Sequence[str]]) -> str:
    """为 after nouns that cannot take a number at once (占比为12%), 目标为 where nothing else says that it is one."""
    figure = line.fact
    if line.printed.before in _REACHES:
        return ""
    if figure.status is Status.TARGET and not _TARGET.search(line.metric):
        return "目标为"
    if figure.relation in (Relation.GROWTH, Relation.DELTA) and re.search(r"[增降减升跌回]\w?$", line.metric):
        return ""
    if figure.relation is Relation.RANK and re.search(r"[居列位排]$", line.metric):
        return ""
    return "为" if line.metric.endswith(tuple(wording.get("takes_wei", ()))) else ""
