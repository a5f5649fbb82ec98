"""Marks and notes of one document: numbered as they are met, so that none is without the other.

A mark stands behind every number; it leads to the note with the sentence that states it. Facts of one sentence share
a note. On the screen each mark also opens a popover in which its own number is highlighted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from reporter.model import Article, Evidence, Fact, Line, Moment, Phrase, ProjectRow


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that the document draws on.

    `facts` are those cited from it, `marks` the ids of the marks that lead here (`m3-1`), for the way back.
    """

    number: int
    evidence: Evidence
    article: Article | None
    facts: tuple[Fact, ...]
    marks: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    evidence: Evidence
    facts: dict[str, Fact] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)


class Citations:
    """The marks and notes of one document while it is rendered."""

    def __init__(
        self, facts: Iterable[Fact], articles: Iterable[Article], lines: Mapping[str, Line], *, screen: bool
    ) -> None:
        self.screen = screen
        self.lines = lines
        self.facts = {fact.id: fact for fact in facts}
        self._articles = {article.id: article for article in articles}
        self._notes: dict[tuple[str, str, str], _Open] = {}

    def number(self, fact: Fact) -> int:
        """The number of the fact's note; it is made now if there is none yet."""
        return self._open(fact)[0]

    def cite(self, thing: object) -> Markup:
        """The mark behind a fact: a small link to its note; on the screen a button that opens its evidence."""
        fact = fact_of(thing, self.facts)
        if fact is None:
            return Markup()
        number, note = self._open(fact)
        note.facts.setdefault(fact.id, fact)
        mark = f"m{number}-{len(note.marks) + 1}"
        note.marks.append(mark)
        if not self.screen:
            return Markup('<sup class="cite" id="{}"><a href="#n{}">{}</a></sup>').format(mark, number, number)
        return Markup(
            '<sup class="cite" id="{}"><button type="button" popovertarget="e-{}" aria-label="依据{}">{}</button></sup>'
        ).format(mark, slug(fact.id), number, number)

    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in the order of their numbers."""
        return tuple(
            Note(
                number,
                note.evidence,
                self._articles.get(note.evidence.article),
                tuple(note.facts.values()),
                tuple(note.marks),
            )
            for number, note in enumerate(self._notes.values(), 1)
        )

    def _open(self, fact: Fact) -> tuple[int, _Open]:
        evidence = fact.evidence
        key = (evidence.source, evidence.article, evidence.sentence)
        note = self._notes.setdefault(key, _Open(evidence))
        return list(self._notes).index(key) + 1, note


CURRENT: ContextVar[Citations] = ContextVar("citations")


def fact_of(thing: object, facts: dict[str, Fact]) -> Fact | None:
    """The fact behind anything that a template can hold: a fact, a line, a phrase, a row, a moment or an id."""
    if isinstance(thing, Fact):
        return thing
    if isinstance(thing, Line | Phrase | ProjectRow | Moment):
        return thing.fact
    if isinstance(thing, str):
        return facts.get(thing)
    raise TypeError(f"`cite` takes a fact, a line or a phrase, not {type(thing).__name__}")


def marked(evidence: Evidence, spans: Iterable[tuple[int, int]], text: str = "") -> Markup:
    """The sentence with `spans` (offsets in it) in `<mark>`: what was read from it."""
    words = text or evidence.sentence
    parts, at = [], 0
    for start, end in sorted(set(spans)):
        if start < at or end > len(words):
            continue
        parts += [escape(words[at:start]), Markup("<mark>{}</mark>").format(words[start:end])]
        at = end
    return Markup("").join([*parts, escape(words[at:])])


def slug(name: str) -> str:
    """An id that HTML can bear, from a fact's id."""
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name)
