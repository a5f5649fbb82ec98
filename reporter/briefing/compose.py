"""From a collection to a brief: what is said, in which order, in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from reporter.briefing.desk import Desk
from reporter.briefing.fit import fitted, width
from reporter.briefing.lines import doubtful
from reporter.briefing.names import NO_NEWS
from reporter.briefing.rankings import alone_ranked
from reporter.briefing.select import pick, worthy
from reporter.briefing.times import period_key, period_words
from reporter.briefing.words import change, clause, speakable
from reporter.errors import UsageError
from reporter.model import (
    Article,
    Audience,
    Brand,
    Brief,
    Collection,
    Figure,
    Line,
    Overview,
    Phrase,
    Policy,
    Ranking,
    Relation,
    Scope,
    Statement,
    Status,
    Zone,
)

_TITLE = 38
_FALLING = re.compile("下降|回落|减少|下滑|降低|收窄|[减降]$")
_NUMBER = re.compile(r"\d[\d.]*")
_A_MARK = re.compile(r"[：:，—\s]")


def compose(collection: Collection, zone: str, audience: Audience, brand: Brand | None = None) -> Brief:
    """The brief of one zone (canonical name) for one audience.

    Sections follow the audience's order; one that the sources cannot fill is left out. Raises UsageError when the
    collection does not know the zone.
    """
    found = next((known for known in collection.zones if known.name == zone), None)
    if found is None:
        raise UsageError(f"there is no zone `{zone}` in the sources", hint="`reporter zones` lists them")
    desk = Desk.of(collection, found, audience)
    title = title_of(desk, audience)
    desk.titled = [(p.fact.evidence.sentence, p.text) for p in title.phrases if p.fact and p.printed is None]
    return Brief(
        zone=_as_printed(found, desk.articles),
        audience=audience,
        brand=brand or Brand(),
        title=title,
        sections=fitted(desk, audience, brand or Brand(), title),
        facts=desk.facts,
        articles=desk.articles,
        lines=desk.lines,
        period=span_of(list(desk.lines.values())),
    )


def _as_printed(zone: Zone, articles: Sequence[Article]) -> Zone:
    """The zone with those of its other names that the articles print."""
    told = "".join(f"{a.kicker}{a.title}{''.join(p.text for p in a.paragraphs)}" for a in articles)
    return structs.replace(zone, aliases=tuple(name for name in zone.aliases if name in told))


def worthwhile(brief: Brief | Overview) -> bool:
    """Whether a brief says anything at all: a figure, a project, a sentence of the source, or two names.

    One that only lists what the sources do not say is not made; the zone still stands in the index with the others.
    """
    if isinstance(brief, Overview):
        return True
    if any(s.statements or s.lines or s.groups or s.projects or s.charts or s.readings for s in brief.sections):
        return True
    facts = [fact for s in brief.sections for fact in s.facts]
    if any(isinstance(fact, Policy) and len(fact.name) > len(fact.evidence.text) for fact in facts):
        return True  # told by its clause
    return len(facts) + sum(len(s.moments) for s in brief.sections) > 1


def title_of(desk: Desk, audience: Audience) -> Statement:
    """A statement rather than a topic: 廊坊经开区2020年一季度实际利用外资1.13亿美元，占廊坊全市实际利用外资总额的50.3%.

    Where no figure of the zone makes a sentence, the headline of the article about it stands behind its name; where
    there is none either, the heading of the part about it (某片区：生物医药渐成“链”), the place it has reached among
    others, a figure of something in it (某自贸区：某港集聚油气企业8400余家), or else the name says that this is what
    the press reports.
    """
    own = [line for line in desk.lines.values() if line.fact.scope is Scope.ZONE and line.fact.status is Status.ACTUAL]
    telling = _telling(desk)
    if telling is not None:
        return telling
    fit = [line for line in pick(own, audience.selection) if _may_lead(line, audience)]
    if fit:
        return _title(next((line for line in fit if not _falls(line)), fit[0]), desk.zone.name, audience)
    if desk.lead is not None:
        headline = " ".join(desk.lead.title.split())
        named = desk.zone.named_in(headline)
        return Statement((Phrase(headline if named else f"{desk.zone.name}：{headline}"),))
    apart = _by_subhead(desk) or _by_rank(desk)
    if apart is not None:
        return apart
    within = [line for line in desk.lines.values() if line.fact.scope is Scope.ENTITY and line.subject]
    for line in pick([li for li in within if li.fact.status is Status.ACTUAL], audience.selection):
        if _may_lead(line, audience):
            return _title(line, f"{desk.zone.name}：", audience)
    return Statement((Phrase(f"{desk.zone.name}：{NO_NEWS}"),))


def _may_lead(line: Line, audience: Audience) -> bool:
    return speakable(line) and not doubtful(line.fact) and worthy(line, audience.selection)


def _falls(line: Line) -> bool:
    """Whether a figure fell: where others rose, the one that fell is not what the report is about."""
    grown = [other for other in (line, *line.comparisons) if other.fact.relation is Relation.GROWTH]
    return any(_FALLING.search(f"{change(other)}") or other.fact.value < 0 for other in grown)


def _telling(desk: Desk) -> Statement | None:
    """The headline of the zone's own article where it says a number, and every number that it says is a fact."""
    if desk.lead is None:
        return None
    headline = desk.lead.headline
    told = [
        fact
        for fact in desk.facts
        if isinstance(fact, Figure) and fact.status is Status.ACTUAL
        for mention in fact.mentions
        if mention.article == desk.lead.id and mention.sentence.strip() and mention.sentence in headline
    ]
    named = desk.zone.named_in(headline)
    if not told or not named or width(headline) > _TITLE or len(_NUMBER.findall(headline)) != len({f.id for f in told}):
        return None
    return Statement((Phrase(headline, told[0]),))


def _by_subhead(desk: Desk) -> Statement | None:
    """The heading, in a report on several zones, of the part that is about this one."""
    for _, _, head in desk.heads():
        rest = head[max(len(name) for name in desk.zone.names if head.startswith(name)) :]
        if rest and not _NUMBER.search(rest):
            mark = "" if rest[0] in "：:" else "："
            words = f"{desk.zone.name}{mark}{rest}" if _A_MARK.match(rest) else head
            if width(words) <= _TITLE:
                return Statement((Phrase(words),))
    return None


def _by_rank(desk: Desk) -> Statement | None:
    """The place that the zone itself has reached: 某片区成为全球第二大飞机租赁聚集地."""
    for fact in map(alone_ranked, desk.of_kind(Ranking)):
        if isinstance(fact, Ranking) and not fact.doubts and fact.text.startswith(desk.zone.names):
            name = max((name for name in desk.zone.names if fact.text.startswith(name)), key=len)
            words = f"{desk.zone.name}{fact.text.removeprefix(name)}"
            if width(words) <= _TITLE:
                return Statement((Phrase(words, fact),))
    return None


def _title(line: Line, lead: str, audience: Audience) -> Statement:
    time = "" if line.period.startswith(("截至", "据")) else line.period
    phrases = [Phrase(f"{lead}{time}"), *clause(line, line.subject, audience.wording, compared=False)]
    for other in line.comparisons[:1]:
        more = [Phrase(f" {change(other, line)}"), Phrase(str(other.printed), other.fact, other.printed)]
        if sum(width(phrase.text) for phrase in (*phrases, *more)) <= _TITLE:
            phrases += more
    return Statement(tuple(phrases))


def span_of(lines: list[Line]) -> str:
    """The time that the figures speak of, from the earliest to the latest end: 2019年至2020年4月20日."""
    actual = {line.fact.period for line in lines if line.fact.period and line.fact.status is Status.ACTUAL}
    dated = sorted(actual, key=lambda period: (period_key(period), period))
    if not dated:
        return ""
    ends = {period.strip("/") for period in dated}
    dated = [p for p in dated if not any(end != p.strip("/") and end.startswith(p.strip("/")) for end in ends)]
    first, last = (period.strip("/").rpartition("/")[2] for period in (dated[0], dated[-1]))
    within = first.startswith(last)  # 2020年3月13日 and 今年2月和3月: up to March
    return period_words(last) if within else f"{period_words(first)}至{period_words(last)}"
