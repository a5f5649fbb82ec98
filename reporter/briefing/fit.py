"""A brief that must not fill more than so many pages: entries are taken from the longest sections until it fits.

Lengths are counted in lines of the paper's own grid (`lines` of `columns` characters a page); notes are smaller.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reporter.briefing.desk import Desk, label
from reporter.briefing.sections import make
from reporter.briefing.words import run_on
from reporter.model import Audience, Brand, Brief, Fact, Line, ProjectRow, Section, SectionChoice, Statement, Zone

_TITLE_COLUMNS = 20  # characters of the title's size in a line
_TITLE_LINE = 1.17  # a line of it against a line of the text
_MASTHEAD = 6.5
_MARGIN = 1.5  # for what may as well be left out
_MISSED = 0.5  # what counting misses
_TORN = 2.0  # what stays empty at the end of a page that is not the last
_THIN = 7.0  # lines with which a last page looks forgotten
_DROPPED = 2  # entries that may go to save a page
_NOTE_LINE = 0.43  # a line of a note against a line of the text
_REPORTED = 6.0  # 据报道：“”
_STAGE = 4.0  # ，已投产
_RUN_ON = ("summary", "companies", "industries")  # told in one paragraph
_NOTE_COLUMNS = 1.75  # its characters against the text's
_Quoted = tuple[str, str]


def width(words: str) -> float:
    """The width of words in full characters; Latin and digits take about half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in words)


def fitted(desk: Desk, audience: Audience, brand: Brand, title: Statement) -> tuple[Section, ...]:
    """The sections; with a page limit, as many of their entries as the pages hold.

    Sections that are `spare` come last: they fill a sheet that is begun anyway, and begin none.
    """
    paper, drafts = audience.paper, _Drafts(desk)
    if not (paper.pages and paper.lines and paper.columns):
        return tuple(drafts.made(audience.sections))
    if any(choice.height for choice in audience.sections):
        return tuple(_heads(drafts.made(audience.sections), audience.sections, paper.lines))
    head = 1 + math.ceil(width(title.text) / _TITLE_COLUMNS) * _TITLE_LINE + (_MASTHEAD if brand.masthead else 0.0)
    rooms = [n * paper.lines - head - _MISSED - (n - 1) * _TORN for n in range(1, paper.pages + 1)]
    kept = _cut(drafts, [choice for choice in audience.sections if not choice.spare], rooms[-1], paper.columns)
    sections = drafts.made(kept.values())
    taken = _length(sections, kept, paper.columns, desk.zone)
    for room in rooms:
        if taken <= room:
            break
        if taken <= room + _THIN:
            less = _cut(drafts, list(kept.values()), room, paper.columns)
            fewer = drafts.made(less.values())
            lost = sum(map(_entries, sections)) - sum(map(_entries, fewer))
            if lost <= _DROPPED and _length(fewer, less, paper.columns, desk.zone) <= room:
                kept = less
                break
    for spare in (choice for choice in audience.sections if choice.spare):
        for limit in range(spare.limit or 1, max(spare.least, 1) - 1, -1):
            tried = {**kept, spare.name: replace(spare, limit=limit)}
            tried = {choice.name: tried[choice.name] for choice in audience.sections if choice.name in tried}
            if _length(drafts.made(tried.values()), tried, paper.columns, desk.zone) <= room - _MARGIN:
                kept = tried
                break
    return tuple(drafts.made(kept.values()))


class _Drafts:
    """Sections as they come out under these choices and those; what was made before under the same is taken again.

    A section depends on its choice and on what those before it have told.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._known: dict[tuple[SectionChoice, ...], tuple[Section | None, frozenset[str], tuple[_Quoted, ...]]] = {}

    def made(self, choices: Iterable[SectionChoice]) -> list[Section]:
        """The sections in the order of `choices`; spare ones are made last, of what the others have not told."""
        desk, wanted, made = self.desk, list(choices), {}
        said: frozenset[str] = frozenset()
        quoted = tuple(desk.titled)
        before: tuple[SectionChoice, ...] = ()
        for choice in sorted(wanted, key=lambda choice: choice.spare):
            before = (*before, choice)
            if before not in self._known:
                desk.said, desk.quoted = set(said), list(quoted)
                section = make(desk, choice)
                self._known[before] = section, frozenset(desk.said), tuple(desk.quoted)
            made[choice.name], said, quoted = self._known[before]
        desk.said, desk.quoted = set(said), list(quoted)
        return [section for choice in wanted if (section := made[choice.name]) is not None]


def _cut(drafts: _Drafts, choices: list[SectionChoice], room: float, columns: int) -> dict[str, SectionChoice]:
    """The choices with limits such that the sections fit; what is said first is cut last."""
    kept = {choice.name: choice for choice in choices}
    while True:
        sections = drafts.made(kept.values())
        judgement = sections[:1]
        more = [section for section in sections if _entries(section) > 1 and kept[section.name].limit != 1]
        longest = max(more, key=lambda s: (s not in judgement, _entries(s)), default=None)
        if longest is None or _length(sections, kept, columns, drafts.desk.zone) <= room:
            return kept
        choice, entries = kept[longest.name], _entries(longest)
        kept[choice.name] = replace(choice, limit=min(choice.limit or entries, entries) - 1)


def _heads(sections: list[Section], choices: Iterable[SectionChoice], room: float) -> list[Section]:
    """For a poster: sections as long as their heights fit, in the audience's order."""
    heights = {choice.name: choice.height for choice in choices}
    kept = []
    for section in sections:
        if heights[section.name] <= room:
            room -= heights[section.name]
            kept.append(section)
    return kept


def _entries(section: Section) -> int:
    return sum(
        len(part) for part in (section.statements, section.facts, section.projects, section.moments, section.remarks)
    ) or len(section.lines)


def bulk(brief: Brief, columns: int) -> float:
    """About how many lines of `columns` characters a brief's sections and their notes take."""
    choices = {choice.name: choice for choice in brief.audience.sections}
    return _length(list(brief.sections), choices, columns, brief.zone)


def _length(sections: list[Section], choices: Mapping[str, SectionChoice], columns: int, zone: Zone) -> float:
    """How many lines of the text the sections and their notes take."""
    lines = 0.0
    notes: set[str] = set()
    for section in sections:
        if choices[section.name].note:
            notes.update(remark.text for remark in section.remarks)
            continue
        lines += 1 + sum(_lines(words, columns, more) for words, more in _entries_of(section, zone))
        notes.update(fact.evidence.sentence for fact in _cited(section))
    below = sum(math.ceil((width(sentence) + 4) / (columns * _NOTE_COLUMNS)) for sentence in notes)
    return lines + 1.5 + below * _NOTE_LINE


def _entries_of(section: Section, zone: Zone) -> Iterator[tuple[str, float]]:
    """The words of each paragraph of a section, and how many characters more it takes."""
    said = (*section.statements, *section.remarks)
    own = [statement for statement in said if section.name in _RUN_ON and not statement.quoted]
    if own:
        yield run_on(own, zone).text, sum(map(_marks, own))
    for statement in said:
        if statement not in own:
            yield statement.text + statement.heading, _marks(statement) + _REPORTED * statement.quoted
    for row in section.projects:
        yield _row(row)
    for line in _listed(section):
        yield "".join(f"{li.period}{li.label}{li.printed}" for li in (line, *line.comparisons)), 10
    names = [label(fact) + getattr(fact, "issuer", getattr(fact, "role", "")) for fact in section.facts]
    for words in ["　".join(names)] if section.name in _RUN_ON and names else names:
        yield words, 6
    for moment in section.moments:
        yield moment.when + moment.what, 6


def _row(row: ProjectRow) -> tuple[str, float]:
    """A project as its entry tells it: name, investor, money, what it makes, how far it is."""
    investor = row.fact.investor if row.fact.investor not in row.fact.name else ""
    shown = [row.investment, *row.lines] if row.investment else row.lines
    words = [row.fact.name, investor, *(f"，{line.metric}{line.printed}" for line in shown)]
    words += [f"，{phrase.text}" for phrase in row.details[:1]]
    return "".join(words), _STAGE + 0.6 * (len(shown) + len(row.details[:1])) + 1


def _listed(section: Section) -> tuple[Line, ...]:
    """The lines that a section prints as such, and not as statements."""
    return section.lines if section.name == "policies" or not section.statements else ()


def _cited(section: Section) -> Iterator[Fact]:
    for statement in (*section.statements, *section.remarks):
        yield from (phrase.fact for phrase in statement.phrases if phrase.fact)
    for row in section.projects:
        yield row.fact
        yield from (line.fact for line in (row.investment, *row.lines) if line)
    for line in _listed(section):
        yield from (li.fact for li in (line, *line.comparisons))
    yield from section.facts
    yield from (moment.fact for moment in section.moments)


def _lines(words: str, columns: int, more: float) -> int:
    return max(1, math.ceil((width(words) + 2 + more) / columns))


def _marks(statement: Statement) -> float:
    return 0.6 * sum(phrase.fact is not None for phrase in statement.phrases) + 1
