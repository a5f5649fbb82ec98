"""A brief that must not fill more than so many pages: entries are taken from the longest sections until it fits.

Lengths are counted in lines of the paper's own grid (`lines` of `columns` characters a page); notes are smaller.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace

from reporter.briefing.desk import Desk, label
from reporter.briefing.sections import make
from reporter.model import Audience, Brand, Fact, Line, Section, SectionChoice, Statement

_TITLE = 3.5  # two lines of a larger size and the space below
_MASTHEAD = 6.5
_SPARE = 5.0  # what page ends and the line of sources may take, and what counting misses
_NOTE_LINE = 0.43  # a line of a note against a line of the text
_NOTE_COLUMNS = 1.75  # its characters against the text's


def width(words: str) -> float:
    """The width of words in full characters; Latin and digits take about half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in words)


def fitted(desk: Desk, audience: Audience, brand: Brand) -> tuple[Section, ...]:
    """The sections; with a page limit, as many of their entries as the pages hold."""
    choices = list(audience.sections)
    paper = audience.paper
    while True:
        desk.said.clear()
        desk.quoted[:] = desk.titled
        sections = [section for choice in choices if (section := make(desk, choice)) is not None]
        if not (paper.pages and paper.lines and paper.columns):
            return tuple(sections)
        if any(choice.height for choice in choices):
            return tuple(_heads(sections, choices, paper.lines))
        room = paper.pages * paper.lines - _SPARE - _TITLE - (_MASTHEAD if brand.masthead else 0.0)
        judgement = sections[:1]  # what is said first is cut last
        longest = max(sections, key=lambda s: (_entries(s) > 1, s not in judgement, _entries(s)), default=None)
        if longest is None or _entries(longest) <= 1 or _length(sections, paper.columns) <= room:
            return tuple(sections)
        choices = [_less(choice, longest) if choice.name == longest.name else choice for choice in choices]


def _heads(sections: list[Section], choices: list[SectionChoice], room: float) -> list[Section]:
    """For a poster: sections as long as their heights fit, in the audience's order."""
    heights = {choice.name: choice.height for choice in choices}
    kept = []
    for section in sections:
        if heights[section.name] <= room:
            room -= heights[section.name]
            kept.append(section)
    return kept


def _less(choice: SectionChoice, section: Section) -> SectionChoice:
    return replace(choice, limit=_entries(section) - 1)


def _entries(section: Section) -> int:
    return sum(
        len(part) for part in (section.statements, section.facts, section.projects, section.moments, section.remarks)
    ) or len(section.lines)


def _length(sections: list[Section], columns: int) -> float:
    """How many lines of the text the sections and their notes take."""
    lines, notes = 0.0, {}
    for section in sections:
        lines += 1
        for statement in (*section.statements, *section.remarks):
            lines += _lines(statement.text + statement.heading, columns, _marks(statement))
            notes.update(_notes([phrase.fact for phrase in statement.phrases if phrase.fact]))
        shown: list[Line] = [] if section.statements or section.facts else list(section.lines)
        for row in section.projects:
            own = [row.investment] if row.investment else []
            own += row.lines
            words = row.fact.name + row.fact.investor + "".join(line.metric + str(line.printed) for line in own)
            words += "".join(phrase.text for phrase in row.details)
            lines += _lines(words, columns, 8)
            notes.update(_notes([row.fact, *(line.fact for line in own)]))
        for line in shown:
            words = "".join(f"{li.period}{li.label}{li.printed}" for li in (line, *line.comparisons))
            lines += _lines(words, columns, 10)
            notes.update(_notes([line.fact, *(other.fact for other in line.comparisons)]))
        for fact in section.facts:
            notes.update(_notes([fact]))
            lines += _lines(label(fact) + getattr(fact, "issuer", ""), columns, 6)
        lines += len(section.moments)
    below = sum(math.ceil((width(sentence) + 4) / (columns * _NOTE_COLUMNS)) for sentence in notes)
    return lines + 1.5 + below * _NOTE_LINE


def _lines(words: str, columns: int, more: float) -> int:
    return max(1, math.ceil((width(words) + 2 + more) / columns))


def _marks(statement: Statement) -> float:
    return 0.6 * sum(phrase.fact is not None for phrase in statement.phrases) + 1


def _notes(facts: list[Fact]) -> dict[str, bool]:
    return {fact.evidence.sentence: True for fact in facts}
