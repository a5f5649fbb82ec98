"""The figures of an article, paragraph by paragraph.

In: an article, who its places belong to (`zone_at`), the grammars of quantities, periods and words. Out: `Figure`s with
evidence, decisions and doubts. Work is done only in sentences that hold a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from reporter.extraction.figures import (
    borrow,
    brackets,
    fitting,
    flows,
    gate,
    headed,
    occasions,
    relation,
    reports,
    series,
    status,
    stocks,
    stretch,
    topics,
    upto,
    when,
    winners,
    yardsticks,
)
from reporter.extraction.figures.clock import Clock
from reporter.extraction.figures.frame import Frame, build
from reporter.extraction.figures.lists import PAIRED, distribute
from reporter.extraction.figures.marks import deciding, hedge, sorted_by, stable_id
from reporter.extraction.figures.measure import give_zone
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.names import Names
from reporter.extraction.figures.place import Periods, Place, Quantities, ZoneAt, ZonesIn
from reporter.extraction.figures.subject import POINTED_OUT, Subject, Subjects
from reporter.extraction.figures.tidy import tidy, unit_of
from reporter.extraction.figures.tokens import OwnerKind, Reader, Tagger
from reporter.language.spans import Period, Quantity, quarter, within
from reporter.language.text import normalise, sentences
from reporter.lexicon.figures import FigureWords
from reporter.model import Article, BlockKind, Decision, Evidence, Figure, Paragraph, Relation, Scope, Status

_POSSESSED = re.compile(r"(?:该|我们)?(?:公司|集团)的?(?=[^的]{3,})")
_CHANGES = (Relation.GROWTH, Relation.DELTA)
_BESIDE = 3
_HEADS = frozenset([BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUBHEAD])
_PLACES = frozenset(["位", "名", "位次", "分"])
_TOPICS = ("subject", "place in passing")
_OF_TWO = ("前者", "后者")
_TITLES = _HEADS - {BlockKind.SUBHEAD}
_APART = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000](?=\S)")
"""A space in a headline parts its clauses: 15个项目落户 半年揽资超550亿元."""
_CONTEXT = 3
"""A sentence that begins with 其中 goes on from so many figures."""
_RECENT = 6
"""A gathering is spoken of as 会上 within so many paragraphs."""
_SILENT = frozenset([BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.BANNER, BlockKind.EDITOR, BlockKind.DATELINE])


@dataclass(slots=True)
class _Line:
    """What a sentence has said so far."""

    frames: list[Frame] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class FigureFinder:
    """Finds the figures of articles with one set of grammars."""

    def __init__(self, words: FigureWords, tagger: Tagger, quantities: Quantities) -> None:
        self.words = words
        self.reader = Reader(tagger, words)
        self.quantities = quantities

    def article(self, article: Article, zone_at: ZoneAt, zones_in: ZonesIn, periods: Periods) -> list[Figure]:
        """All figures of an article in reading order.

        `zone_at` answers for a span of a paragraph, `zones_in` gives the spans of a paragraph that name a zone,
        `periods` the times of a text.
        """
        subjects = Subjects(self.words, Names(self.reader, self.words))
        found: list[Figure] = []
        section = stretch.Stretch()
        clock = Clock.of(article)
        told: _Line | None = None
        for index, paragraph in enumerate(article.paragraphs):
            text = normalise(paragraph.text)
            if paragraph.kind in _HEADS:
                text = _APART.sub("，", text)
            offset = subjects.names.add(text)
            if paragraph.kind in _SILENT:
                continue
            if paragraph.kind is BlockKind.SUBHEAD:
                section.enter(text, list(periods(text)))
            elif stretch.is_question(text):
                section.ask(list(periods(text)))
            elif paragraph.kind in _HEADS:
                section.head(text, list(periods(text)))
            quantities = self.quantities(text)
            candidates = frozenset(q.start for q in quantities if gate.is_candidate(q, text, self.words))
            if candidates:
                reader = _ParagraphReader(
                    self,
                    article,
                    paragraph,
                    index,
                    text,
                    offset,
                    subjects,
                    zone_at,
                    zones_in,
                    quantities,
                    candidates,
                    periods(text),
                    periods,
                    section,
                    clock,
                )
                reader.told = told if stretch.SERIES.match(text) else None
                found.extend(reader.figures())
                told = reader.told
            elif occasions.may_gather(text):
                for span in sentences(text):
                    subjects.hear(occasions.gathering(text, *span, periods(text)), index)
        return headed.dated(found, frozenset(i for i, p in enumerate(article.paragraphs) if p.kind in _TITLES))


@dataclass(slots=True)
class _ParagraphReader:
    """Reads one paragraph."""

    finder: FigureFinder
    article: Article
    paragraph: Paragraph
    index: int
    text: str
    offset: int
    subjects: Subjects
    zone_at: ZoneAt
    zones_in: ZonesIn
    quantities: Sequence[Quantity]
    candidates: frozenset[int]  # where those begin that can be figures
    periods: Sequence[Period]
    find_periods: Periods
    section: stretch.Stretch
    clock: Clock
    memory: reports.Memory = field(default_factory=reports.Memory)
    told: _Line | None = None  # what the last sentence with figures said
    aims: bool = False  # whether the sentences tell of what is still to come
    aimed: Period | None = None  # and for when
    another: bool = False  # whether this one holds a number of the last against that of another time
    named_zones: Sequence[tuple[int, int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.named_zones = self.zones_in(self.index)

    def figures(self) -> Iterator[Figure]:
        spans = stretch.past_dateline(self.text, sentences(self.text))
        first, zones = min(self.candidates), [start for start, _, _ in self.named_zones]
        told = next((a for a, b in spans if a <= first < b), 0)
        for front in dict.fromkeys((spans[0][0], told) if spans else ()):
            if self.memory.opened is None and self.text[front] not in "对凡":  # 对一季度……的企业
                self.memory.opened = self.told_year(when.opens(self.text, front, self.periods, zones))
        entry = stretch.is_entry(self.text)
        report = self.subjects.report or (self.section.lead if entry else None) or self.section.reported
        report = flows.so_far(report, self.subjects.as_of) if report is not None else None
        since = self.section.aims or occasions.SINCE.match(self.text)
        again = stretch.goes_on(self.text, first, self.finder.words)
        again = again or (self.section.reported is not None and stretch.of_report(self.text, first))
        another = report and not since and again
        if self.memory.opened is None and another:
            numbered = stretch.is_numbered(self.text)  # 三是……: of a report whose lead says of when it is
            self.memory.opened = report if self.subjects.led or not numbered else None
        if self.paragraph.kind not in _HEADS:
            self.aims, self.aimed = self.section.aims, self.section.time if self.section.aims else None
            if stretch.is_planned(self.text):
                self.aims = True
            if self.memory.opened is None and not self.aims:
                self.memory.opened = self.section.time or (self.section.reported if self.section.whole else None)
        for span in spans:
            self.subjects.hear(occasions.gathering(self.text, *span, self.periods), self.index)
            inside = within(self.quantities, span)
            self.memory.move_on(when.opens(self.text, span[0], self.periods, zones))
            if not self.candidates.isdisjoint([q.start for q in inside]):
                yield from self.sentence(span, inside)
            if not self.aims and stretch.announces(self.text, *span):
                self.aims, times = True, within(self.periods, span)
                self.aimed = next((p for p in times if p.value), self.section.aimed)
        self.subjects.report = self.memory.report() or self.subjects.report
        self.section.lead = self.section.lead if entry else self.subjects.report
        self.subjects.led = self.memory.opened is not None
        if reports.is_year(self.subjects.report):
            self.subjects.year = self.subjects.report

    def told_year(self, opened: Period | None) -> Period | None:
        """全年 in a section on a year, or after a paragraph on it, is that year; 上年 the one before it."""
        year = self.section.time or (self.section.reported if self.section.whole else None) or self.subjects.year
        before = opened is not None and opened.text in stretch.YEAR_BEFORE and any(opened is p for p in self.periods)
        if before and opened is not None and year is not None and opened.value == year.value and reports.is_year(year):
            return replace(opened, value=str(int(year.value) - 1))
        here = stretch.year_before(opened, self.periods, self.article.year)
        year = here or year
        if (
            opened is None
            or here is opened
            or opened.text not in (stretch.WHOLE_YEAR if here is None else stretch.WITHIN)
            or self.section.aims
            or year is None
            or not reports.is_year(year)
            or any(0 < opened.start - p.end < _BESIDE and p.value for p in self.periods)  # 截至11月9日，全年……
            or any(stretch.part_of_later(p, opened, year) for p in self.periods)
        ):
            return opened
        return replace(opened, value=year.value)

    def sentence(self, span: tuple[int, int], inside: Sequence[Quantity]) -> Iterator[Figure]:
        """The figures of one sentence."""
        words = self.finder.words
        periods = within(self.periods, span)
        sentence = self.finder.reader.read(self.text, span, inside, periods, self.named_zones, self.article.year)
        line = _Line()
        goes_on = stretch.continues(self.text, span[0])
        first = next((quantity.start for quantity in inside if quantity.start in self.candidates), span[0])
        self.another = not goes_on and borrow.ANAPHOR.search(self.text, span[0], first) is not None
        if self.told is not None and (goes_on or self.another):  # 总值2012亿元。五年前，|这一数字|是1793亿元
            line.measures.extend(self.told.measures[-_CONTEXT:])
            line.figures.extend(self.told.figures[-_CONTEXT:])
        known = len(line.measures)
        for at in [i for i, kind in enumerate(sentence.kinds) if kind == "Q"]:
            quantity = inside[sentence.tokens[at].ref]
            if quantity.start not in self.candidates:
                continue
            frame = build(sentence, at, quantity, words)
            if not gate.is_figure(frame, words):
                continue
            line.frames.append(frame)
            aside = brackets.stands_in(self.text, span[0], frame.quantity.start)
            measure = relation.measure(frame, line.measures if aside else brackets.outside(line.measures), words)
            measure.aside = aside
            give_zone(frame, measure, self.named_zones)
            if aside:
                of_zone = measure.owner.kind is OwnerKind.ZONE
                (brackets.share if of_zone else brackets.part)(measure, line.measures, frame.quantity.unit)
            winners.measured(frame, measure)
            before = line.measures[-1] if line.measures else None
            if (
                measure.rule.startswith("second end")
                and before
                and frame.quantity.unit == "个"
                and before.unit in words.times
            ):
                frame.quantity = replace(frame.quantity, unit=before.unit)  # 由15个工作日压缩到5个
            line.measures.append(measure)
        told, line.measures = line.measures[:known], line.measures[known:]
        distribute(line.frames, line.measures, told, words)
        tidy(line.frames, line.measures, told, words)
        topics.name_by_item(line.frames, line.measures)
        subject: Subject | None = None
        for frame, measure in zip(line.frames, line.measures, strict=True):
            figure, subject = self.figure(frame, measure, subject, line.figures)
            line.figures.append(figure)
            if not measure.named:
                yield figure
        line.measures = told + line.measures
        if line.frames:
            self.told = line
        self.subjects.end_sentence(subject, self.index)

    def figure(
        self, frame: Frame, measure: Measure, before: Subject | None, earlier: list[Figure]
    ) -> tuple[Figure, Subject]:
        """One figure, and its subject, which the next one of the sentence may hold on to."""
        quantity = frame.quantity
        place = self.zone_at(self.index, quantity.start, quantity.end)
        rate = measure.owner.text == "项目" and measure.metric.endswith("率")
        if rate and not self.subjects.names.project(self.offset + quantity.start):
            measure.metric, measure.owner = f"项目{measure.metric}", NOBODY  # 项目履约率: of all projects
        zone, subject = self.whose(frame, measure, place, before, earlier)
        if subject.scope is Scope.ENTITY and _POSSESSED.match(measure.metric):
            measure.metric = _POSSESSED.sub("", measure.metric)  # whose it is, the subject says
        if measure.rule == yardsticks.AGAINST:
            zone, subject = "", replace(subject, name="")  # 高于全省|7.4%|的增速
        others = earlier and earlier[-1].scope is Scope.EXTERNAL and measure.rule == borrow.OF_THOSE
        if others and place.cue_start < frame.tokens[frame.first].start:
            zone, subject = "", replace(subject, name=earlier[-1].subject)  # 全省参评的63家开发区中，|8家|被评为优秀
        if place.cue in _OF_TWO:
            measure.metric = measure.metric.removeprefix(place.cue)
        if subject.why.rule == POINTED_OUT and measure.metric.endswith("项目总投资"):
            measure.metric = "总投资"  # of the one, not of those that were signed
        scope = subject.scope if zone else Scope.EXTERNAL
        state, why_status, period, why_period = self.timed(frame, measure, subject, scope, earlier)
        if self.another and period and not frame.sentence.start <= period.start < frame.sentence.end:
            period, why_period = None, Decision("period", "", "the time of what it is held against")
        if state is Status.TARGET and scope is Scope.ZONE and reports.is_year(period):
            self.section.aimed = period
        self.memory.last = self.memory.last if measure.rule in yardsticks.AIMS else period
        tied = why_period.rule == when.TIED
        if period and not tied and scope is Scope.ZONE and state is Status.ACTUAL and reports.is_report(period):
            self.memory.reported.append(period)
        self.subjects.as_of = period if scope is Scope.ZONE and flows.closes(period) else self.subjects.as_of
        evidence = self.evidence(frame)
        figure = Figure(
            id=stable_id(evidence),
            zone=zone,
            mentions=(evidence,),
            doubts=measure.doubted(period, lost=not zone and not place.external),
            decided=(
                Decision("metric", measure.metric, measure.rule, *deciding(frame, measure)),
                subject.why,
                why_period,
                why_status,
                Decision("zone", zone, place.rule, place.cue, place.cue_start, place.cue_end),
            ),
            subject=subject.name,
            metric=measure.metric,
            value=quantity.value,
            value_high=quantity.value_high,
            unit=unit_of(measure.metric, quantity.text, quantity.unit),
            qualifier=hedge(frame, self.finder.words),
            relation=measure.relation,
            status=state,
            period=period.value if period else "",
            scope=scope,
            base=earlier[measure.base].id if 0 <= measure.base < len(earlier) else "",
        )
        return figure, subject

    def timed(
        self, frame: Frame, measure: Measure, subject: Subject, scope: Scope, earlier: list[Figure]
    ) -> tuple[Status, Decision, Period | None, Decision]:
        """Whether a figure has come true, and its period."""
        text, words = self.text, self.finder.words
        if (whole := sorted_by(frame, earlier, words)) is not None:
            rule = "sorts what was counted before"
            return (
                whole.status,
                Decision("status", whole.status, rule),
                when.as_told(whole.period, self.periods),
                Decision("period", whole.period, rule, whole.mentions[0].text),
            )
        period, why = self.period(frame, measure, scope, earlier)
        terms = status.terms_begin(frame, words)
        if period is not None and terms and period.end <= frame.tokens[terms].start:
            why = Decision("period", "", "the terms of a policy begin anew", period.text)
            period = None
        told = self.clock.closed(frame, self.told_year(period), stretch.WHOLE_YEAR, aims=self.aims)
        past, sized = self.clock.is_over(period), status.is_size(measure.metric)
        ahead = self.clock.lies_ahead(frame, period, sized=sized) or self.clock.unfinished(told)
        state, why_status = status.decide(frame, words, measure.metric, ahead, measure.rule, past=past)
        begins, at = frame.sentence.start, frame.quantity.start
        aims = self.aims or stretch.tasked(text, begins, at) or stretch.set_for(text, begins, at, self.article.year)
        if aims and state is Status.ACTUAL and not sized and not stretch.told_as_fact(frame):
            state, why_status = Status.TARGET, Decision("status", Status.TARGET, "among aims")
        if (
            aims
            and state is Status.TARGET
            and period is None
            and self.aimed is not None
            and scope is not Scope.EXTERNAL
        ):
            period, why = self.aimed, Decision("period", self.aimed.value, "the time of the aims", self.aimed.text)
        of = earlier[measure.base] if 0 <= measure.base < len(earlier) else None
        if of is not None and measure.relation in _CHANGES and of.status is Status.TARGET and state is Status.ACTUAL:
            state, why_status = Status.TARGET, Decision("status", Status.TARGET, "a change of what is promised")
        shares = period is None and (measure.relation is Relation.SHARE or "年均" in measure.metric)
        if of is not None and of.period and (shares or measure.rule == yardsticks.OF_AIM):
            rule = "the time of what it is a share of"
            period, why = when.as_told(of.period, self.periods), Decision("period", of.period, rule)
            told = period
        if period is None:
            return state, why_status, None, why
        entity = subject.scope is Scope.ENTITY
        fitted = fitting.fitted(frame, measure, (period, why), (state, why_status), self.clock, entity=entity)
        if fitted is not None:
            return state, why_status, *fitted
        if state is Status.ACTUAL and told is not None and told is not period:
            period, why = told, replace(why, value=told.value, rule="the year that the article reports on")
        elif state is Status.ACTUAL and frame.quantity.unit != "%" and upto.closes(period, text, at):
            period, why = stocks.as_of(upto.last_month(upto.as_printed(period, text)), why)
        return state, why_status, period, why

    def whose(
        self, frame: Frame, measure: Measure, place: Place, before: Subject | None, earlier: list[Figure]
    ) -> tuple[str, Subject]:
        """Zone and subject of a figure; one that speaks of another figure belongs to whom that belongs."""
        named = self.named_zone(measure)
        zone = named or place.zone
        if not named and 0 <= measure.base < len(earlier):
            base = earlier[measure.base].zone
            turned = zone != base and measure.owner.kind is OwnerKind.ZONE and place.rule in _TOPICS
            measure.base = -1 if turned else measure.base  # 两江新区988亿元，增长12.6%；|天府新区|增长17.9%
            zone = zone if turned else base
        subject = self.subjects.resolve(frame, measure.owner, before, zone, (self.index, self.offset))
        if not zone and measure.relation is Relation.RANK:  # 在全国…中排名: the field of a rank is no subject
            start = frame.sentence.start
            zone = earlier[-1].zone if earlier else self.zone_at(self.index, start, start).zone
        elif not zone and earlier and subject.scope is Scope.ENTITY and subject.name == earlier[-1].subject:
            zone = earlier[-1].zone
        return zone, subject

    def named_zone(self, measure: Measure) -> str:
        """The zone that a paired list or a bracket gives to a figure: 甲区、乙区……分别为; （甲区532亿元、乙区……）."""
        if measure.owner.kind is not OwnerKind.ZONE or not (measure.aside or measure.rule == PAIRED):
            return ""
        spans = self.named_zones
        return next((name for a, b, name in spans if name and self.text[a:b] == measure.owner.text), "")

    def period(
        self, frame: Frame, measure: Measure, scope: Scope, earlier: list[Figure]
    ) -> tuple[Period | None, Decision]:
        """The period of a figure."""
        if measure.time is not None:
            token = frame.tokens[measure.time]
            timed = next((p for p in self.periods if p.start <= token.start < p.end), None)
            if timed is not None:
                value = quarter(timed.value)
                return replace(timed, value=value), Decision(
                    "period", value, "paired in order", timed.text, timed.start, timed.end
                )
        recent = self.index - self.subjects.gathering_paragraph <= _RECENT
        self.memory.gathering = self.subjects.gathering if recent else None
        total = stocks.counted(frame, measure, self.finder.words)
        period, why = when.decide(frame, self.periods, self.memory, scope is Scope.ZONE, total)
        if period is not None and stocks.is_stock(frame, measure, self.finder.words):
            period, why = stocks.as_of(period, why)
        if period is not None and when.at_same_time(period):
            period = self.memory.reported[-1] if self.memory.reported else self.subjects.report
        row = series.of_row(measure.turn, self.periods, frame.sentence.start, frame.quantity.start)
        special = row or series.of_growth(measure, why, earlier, self.periods)
        loose = not period or not period.value or period.text in stretch.YEAR_BEFORE
        placed = frame.quantity.unit in _PLACES and loose
        if special is None and (placed or measure.rule == winners.AHEAD):
            special = self.reviewed(frame, period)
        if special is not None:
            return special
        if period is not None:
            if series.of_first_end(frame, measure, period):
                return self.memory.opened, Decision(
                    "period", self.memory.opened.value if self.memory.opened else "", when.OPENED
                )
            period = stretch.before_told(period, self.periods, frame.sentence.start)
            tied = self.text[period.end : period.end + 1] == "的" or period.end == frame.quantity.start
            period, why = series.of_ends(measure, period, why, earlier, self.periods, tied)
        if period is None and scope is Scope.ZONE and (last := self.reported_before(frame, measure)) is not None:
            return last, Decision("period", last.value, "reports on the time of the sentence before", last.text)
        sentence = frame.sentence
        if (period is None or not period.value) and self.text.find("以来", sentence.start, sentence.end) >= 0:
            told = self.subjects.names.text[: self.offset + sentence.start]
            began = occasions.since(self.text[sentence.start : frame.quantity.start], told, self.find_periods)
            if began is not None:
                return began, Decision("period", began.value, "since an event dated before", began.text)
        return period, why

    def reviewed(self, frame: Frame, told: Period | None) -> tuple[Period, Decision] | None:
        """The year that a review is of, for a place in it."""
        year = occasions.reviewed(self.text, self.periods, frame.quantity.start) or self.subjects.reviewed
        self.subjects.reviewed = year
        year = occasions.before(told, year) if told is not None and told.text in stretch.YEAR_BEFORE else year
        return (year, Decision("period", year.value, "the year that a review is of", year.text)) if year else None

    def reported_before(self, frame: Frame, measure: Measure) -> Period | None:
        """The time that the sentence before reports on, for a figure of the zone that can be of no other.

        全年新签约项目27个。|实际利用外资1850万美元，同比增长6.3%|: what only a place has, how it has grown, and what is
        new; with it the rest of its sentence.
        """
        memory, start = self.memory, frame.sentence.start
        if memory.held is not None and memory.holds == start:
            return memory.held
        last = memory.reported[-1] if memory.reported else self.subjects.report
        if occasions.SINCE.match(self.text, start):
            return None
        if last is None or self.aims or not reports.is_span(last) or when.tells_of_today(frame):
            return None
        if not flows.is_flow(measure, self.text, frame.quantity.end, self.finder.words):
            return None
        memory.held, memory.holds = flows.so_far(last, self.subjects.as_of), start
        return memory.held

    def evidence(self, frame: Frame) -> Evidence:
        """The sentence around a figure, verbatim, with its offsets there and in the source."""
        quantity, sentence = frame.quantity, frame.sentence
        located = self.paragraph.located
        first, last = located.to_source(quantity.start, quantity.end)
        return Evidence(
            text=located.text[quantity.start : quantity.end],
            sentence=located.text[sentence.start : sentence.end],
            start=quantity.start - sentence.start,
            end=quantity.end - sentence.start,
            source=self.article.source,
            article=self.article.id,
            source_start=first,
            source_end=last,
            paragraph=self.index,
            offset=quantity.start,
        )
