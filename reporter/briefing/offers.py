"""What a zone offers: documents and mechanisms told by their clauses, terms of what one may get, services in figures.

Measures taken stand here; what is still to come stands among the next steps, where a brief has them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reporter.briefing.anchor import anchored
from reporter.briefing.desk import Desk, label, unlike
from reporter.briefing.excerpts import HANGS
from reporter.briefing.lines import doubtful
from reporter.briefing.measures import told_of
from reporter.briefing.own import of_another_zone
from reporter.briefing.select import asked_for, pick
from reporter.briefing.sound import alone, conditional, granted, helped, in_slogan, urged
from reporter.briefing.summary import said_in, sentences, to_be_done
from reporter.briefing.themes import SERVICES, SUPPORT, theme_of
from reporter.briefing.words import speakable, state_all
from reporter.model import (
    Evidence,
    Figure,
    Line,
    Phrase,
    Policy,
    Quote,
    Scope,
    Section,
    SectionChoice,
    Statement,
    Status,
)

MARKS = re.compile(r"[“”‘’，,\s]")
SAID_IN_FULL = 40
"""A longer quotation may well hold the name of a policy and tell of something else."""
_FINANCED = re.compile("融资|贷款|授信|担保|退税|减税|减免")
"""帮助企业获得融资|5.68亿元|; what a plant will one day supply firms with is no service of the zone."""
_RECEIVED = re.compile("(?:获|争取|得到|收到)(?!评|批|奖)")
"""获国家扶持资金|9000多万元|: what the zone got is nothing that it offers."""
_GIVEN = re.compile(
    "(?:^|[，,；;])(?P<aid>(?:依法依规)?(?:给予|提供|享受|落实)[^，,。；;将拟]{0,24}(?:补贴|奖励|减免|补助|优惠|贴息|采购)"
    "[^，,。；;\\d]{0,30}(?:支持|政策|服务|优惠|保障))(?=[，,。；;]|$)"
)
"""Aid told without a sum; what stands in quotation marks is somebody's own words."""
_PAIR = 2
_TO_COME = ("将", "拟", "计划")


def policies(desk: Desk, choice: SectionChoice) -> Section:
    """Documents and mechanisms, and the figures of services and support that nothing before has stated."""
    section = _all(desk, choice) if desk.audience.selection.doubtful else _measures(desk, choice)
    themes, selection = desk.audience.themes, desk.audience.selection
    actual = [li for li in desk.among(choice) if li.fact.scope is Scope.ZONE and li.fact.status is Status.ACTUAL]
    fresh = [line for line in actual if line.fact.id not in desk.said and anchored(line)]
    fresh = [line for line in fresh if alone(line) and not _RECEIVED.match(line.metric)]
    fresh = [line for line in fresh if selection.doubtful or asked_for(line, selection)]
    lines = [li for li in pick(fresh, selection) if theme_of(li.metric, themes) in SERVICES]
    if selection.doubtful:
        return section
    terms = [line for line in desk.among(choice) if granted(line) or conditional(line) or in_slogan(line)]
    terms = [line for line in terms if not urged(line) or desk.zone.named_in(line.fact.evidence.sentence)]
    terms = [
        line
        for line in terms
        if not (desk.to_come(line.fact) or helped(line) or doubtful(line.fact) or line.fact.id in desk.said)
    ]
    terms += [line for line in pick(desk.zone_first(choice), selection) if _announced(desk, line)]
    aided = [li for li in actual if helped(li) and _FINANCED.search(li.metric) and not doubtful(li.fact)]
    terms += [li for li in aided if li.fact.id not in desk.said][:_PAIR]
    offers = state_all(terms, desk.zone, desk.audience.wording, desk.quoted, desk.told())
    offers += _aid(desk)
    said = [MARKS.sub("", one.text) for one in offers if one.quoted]
    facts = [fact for fact in section.facts if not any(MARKS.sub("", label(fact)) in words for words in said)]
    section = replace(section, facts=tuple(facts))
    lines = [line for line in lines if not any(line.fact.evidence.text in words for words in said)]
    return _within(replace(section, lines=tuple(lines), statements=tuple(offers)), desk, choice.limit)


def _aid(desk: Desk) -> list[Statement]:
    """What the source says that enterprises get, clause by clause: 在政策上，给予园区房租补贴、个税奖励等支持."""
    found = []
    for evidence, facts in sentences(desk):
        if of_another_zone(desk.zone, evidence.sentence) or "“" in evidence.sentence:
            continue
        for told in _GIVEN.finditer(evidence.sentence):
            if not any(told["aid"] in words for _, words in desk.quoted):
                found.append(Statement((Phrase(told["aid"], facts[0]),), quoted=True))
                desk.quoted.append((evidence.sentence, told["aid"]))
    return found


def _all(desk: Desk, choice: SectionChoice) -> Section:
    """Every policy by its name, for those who want everything."""
    found = desk.of_kind(Policy)
    shown = found[: choice.limit] if choice.limit else found
    if len(found) < choice.least:
        return Section(choice.name, choice.title)
    return Section(choice.name, choice.title, facts=tuple(shown), more=len(found) - len(shown))


def _announced(desk: Desk, line: Line) -> bool:
    """Whether the line is money that the zone will give, and a sentence can say that it is still to come."""
    fact, audience = line.fact, desk.audience
    if fact.scope is not Scope.ZONE or not desk.to_come(fact) or fact.id in desk.said:
        return False
    return theme_of(line.metric, audience.themes) == SUPPORT and asked_for(line, audience.selection) and speakable(line)


def _within(section: Section, desk: Desk, limit: int) -> Section:
    """Policies as far as the section's limit goes: documents first, but one offer at least, then figures."""
    if limit:
        offers = section.statements[: max(1, limit - len(section.facts))]
        facts = section.facts[: limit - len(offers)]
        lines = section.lines[: limit - len(offers) - len(facts)]
        section = replace(section, facts=facts, statements=offers, lines=lines)
    desk.tell(section.lines)
    return section


def _measures(desk: Desk, choice: SectionChoice) -> Section:
    """Policies told by what is done about them, documents before mechanisms."""
    told = [words for _, words in desk.quoted if len(words) < SAID_IN_FULL]
    ahead = to_be_done(desk) if desk.audience.section("targets") else set()  # its own section tells of it
    ahead -= {line.fact.evidence.sentence for line in desk.lines.values()}  # but only of its figures, where it has any
    fresh = [fact for fact in desk.of_kind(Policy) if not any(fact.name in words for words in told)]
    fresh = [fact for fact in fresh if fact.evidence.sentence not in ahead]
    found = [fact for one in fresh if not one.doubts and (fact := told_of(one, desk.zone)) is not None]
    found = [fact for fact in found if not (HANGS.search(fact.name) or _spoken_only(desk, fact))]
    if desk.audience.section("targets"):
        found = [fact for fact in found if not fact.name.startswith(_TO_COME)]
    quoted = [MARKS.sub("", words) for _, words in desk.quoted]
    found = [fact for fact in found if not any(MARKS.sub("", fact.name) in words for words in quoted)]
    stated = [fact.evidence for fact in desk.facts if fact.id in desk.said and isinstance(fact, Figure)]
    found = [fact for fact in found if not any(_says_again(fact, evidence) for evidence in stated)]
    found = unlike(sorted(found, key=lambda policy: policy.form != "document"))
    shown = found[: choice.limit] if choice.limit else found
    desk.quoted += [(fact.evidence.sentence, fact.name) for fact in shown]
    return Section(choice.name, choice.title, facts=tuple(shown), more=len(found) - len(shown))


def _says_again(policy: Policy, evidence: Evidence) -> bool:
    """Whether a clause holds the one number that a figure has told already: 派出68名“链长”助理驻厂."""
    here = policy.evidence.sentence == evidence.sentence and evidence.text in policy.name
    return here and policy.form != "document" and len(re.findall(r"\d[\d.]*", policy.name)) == 1


def _spoken_only(desk: Desk, policy: Policy) -> bool:
    """Whether somebody's own words tell of a mechanism: it stands among the voices, or nowhere."""
    quotes = [quote for quote in desk.of_kind(Quote) if quote.direct]
    return policy.form != "document" and any(said_in(quote, policy.evidence) for quote in quotes)


def to_be_taken(desk: Desk) -> list[Statement]:
    """Policies that are still to come, each as a sentence of ours: 将出台《产业发展规划》."""
    found = [told for one in desk.of_kind(Policy) if not one.doubts and (told := told_of(one, desk.zone)) is not None]
    found = [fact for fact in found if fact.name.startswith(_TO_COME) and not _spoken_only(desk, fact)]
    return [Statement((Phrase(fact.name, fact), Phrase("。"))) for fact in unlike(found)]
