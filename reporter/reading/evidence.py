"""What speaks for one block going on in another, as numbers.

In: the nodes of a page in page order, and the order as far as it is known. Out: for each node a table, one row for
every other node within reach, one column for each kind of evidence. `order` weighs them; the weights
(`lexicon/tables/joints.toml`) were fitted so that a score is the log odds of the pair being right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reporter.reading.amounts import suits
from reporter.reading.callings import CALLING, calling, names_in
from reporter.reading.counting import COUNTING, counting
from reporter.reading.headlines import LEAD, share, threes
from reporter.reading.interviews import announces, asks, heads_interview, turns
from reporter.reading.joint import CERTAIN, INSIDE, Joint, PageWords, joint, quote_score, told, width_scores
from reporter.reading.nodes import Node, Role
from reporter.reading.series import alike, bullet, form, goes_on
from reporter.reading.speakers import speakers
from reporter.reading.subject import Subjects, shared_sets
from reporter.reading.tails import echoes
from reporter.reading.topic import Topics
from reporter.reading.zonewords import (
    heads_claimed,
    introduces,
    kinds_called,
    named_in_full,
    places_shown,
    zone_label,
    zones_named,
)

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float64]]

_SHORT = 20
_SERIES = 4
"""So many blocks back the paragraph before in a series may begin."""
_HALF = 0.5
_LEAD_ZONE = 80

COLUMNS = (
    "bias", "next", "over_picture", "over_stray", "taken", "distance", "backwards", "word", "broken", "string",
    "grammar", "quotes_meet", "quotes_wait", "quotes_clash", "width", "subject", "subject_here", "cut_start",
    "fresh", "speaker", "subhead", "starts_verb", "starts_noun", "starts_time", "starts_name",
    "starts_pronoun", "starts_number", "starts_adverb", "starts_preposition", "starts_other", "bound",
    "long_clause", "same_zone", "other_zone", "ending", "own_claim", "other_claim", "own_behind", "other_behind",
    "loose", "behind_picture", "page_top", "short", "bare", "timed", "whole", "obliged", "list_goes_on",
    "list_waits", "headline_words", "quoted", "item", "introduces",
    "unit_suits", "unit_strange", "same_speaker", "other_speaker", "series", "same_kind", "other_kind",
    "characters", "characters_here", "two_before", "two_behind", "same_place", "other_place", "next_calm",
    "distance_calm", "subheads_alike",
    "asked_answered", "asked_alone", "time_again", "turns_on", "turns_off", "entry_next",
    "opens", "lone", "turned", "done", "echo", "linked",
    "own_article", "own_article_alone", "in_full",
    *COUNTING, *CALLING,
)  # fmt: skip
"""The kinds of evidence, in the order of the table's columns."""


AT = {name: at for at, name in enumerate(COLUMNS)}
"""Where each kind of evidence stands in them."""
_OVER = (
    "word", "broken", "string", "grammar", "loose", "two_before", "two_behind", "unit_suits", "unit_strange",
    "obliged", "list_goes_on", "list_waits", "long_clause", "asked_answered", "asked_alone", "time_again",
    *COUNTING, *CALLING,
)  # fmt: skip
_CUT = [AT[name] for name in _OVER]
# The dictionary's tags (ICTCLAS) by the classes that tell how a sentence may begin.
_CLASSES = {
    "v": "verb", "a": "verb", "n": "noun", "t": "time", "nr": "name", "ns": "name", "nt": "name", "nz": "name",
    "r": "pronoun", "m": "number", "d": "adverb", "c": "adverb", "p": "preposition",
}  # fmt: skip

_HOLDS_OUT = re.compile("[由把被与和及让使给的]\\Z")
_BY_TIME = re.compile(r"(?:20\d\d年|[今去前]年|目前|近年|如今|截至)[^，。；的]{0,10}[，,]")
"""厂房由 | 2019年以来，……: what a function word waits for is no time that is a clause of its own."""


class Evidence:
    """The evidence of a page; `subjects` is worked out anew as the order becomes known."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        import numpy as np  # noqa: PLC0415

        self.nodes = nodes
        self._page = PageWords([node.text for node in nodes])
        self._topics = Topics.of_words([node.text for node in nodes])
        self._characters = Topics.of_characters([node.text for node in nodes])
        self._zones = _known_zones(nodes)
        self._kinds = [kinds_called(node.text) for node in nodes]
        self._speakers = speakers([node.text for node in nodes])
        self._turns = turns([node.text for node in nodes])
        self._forms = [form(node.text) if node.role is Role.BODY else None for node in nodes]
        texts = [node.text for node in nodes]
        self.heads = [k for k, node in enumerate(nodes) if node.role is Role.HEAD]
        later = any(node.opens for node in nodes[2:]) or any(node.closes for node in nodes[:-1])
        self.alone = not later and self.heads in ([], [0])  # most likely one article and no other
        self.claims = heads_claimed([_with_lead(nodes, k) for k in self.heads], texts)
        self.places = places_shown(texts)
        self._labels = [
            zone_label(text) if node.role is not Role.BODY else None for node, text in zip(nodes, texts, strict=True)
        ]
        self._here = self._topics.alone()
        self._characters_here = self._characters.alone()
        self._bodies = np.array([node.role is Role.BODY for node in nodes])
        self._half = np.array([np.nan if node.edge.half is None else node.edge.half for node in nodes])
        self._cut = [i for i, node in enumerate(nodes) if node.goes_on]
        self.possible = self._may_follow()
        self._starts = self._start_table()
        self.fixed = self._surface()

    def allowed(self, i: int, j: int) -> bool:
        """Whether `j` may follow `i` at all."""
        return bool(self.possible[i, j])

    def _of_two(self, i: int, j: int) -> bool:
        """Whether headline and subhead are labelled with two zones of one kind: 甲新区：…… and 乙新区：……."""
        here, there = self._labels[i], self._labels[j]
        return here is not None and there is not None and here[1] == there[1] and here[0] != there[0]

    def asks(self, i: int) -> bool:
        """Whether a node is a question of an interview, which only an answer can follow."""
        return self._turns[i] is not None and asks(self.nodes[i].text)

    def _answered_by(self, i: int, j: int) -> bool:
        asked, turn = self._turns[i], self._turns[j]
        return asked is not None and turn is not None and asked.leads_to(turn)

    def moving(self, subjects: Subjects) -> dict[str, Vector]:
        """The evidence that changes as the order becomes known: by its name a table, nodes by what may follow them.

        Kinds of which a page shows nothing are left out.
        """
        import numpy as np  # noqa: PLC0415

        zones, kinds, speakers = subjects.zones_shared(), subjects.kinds_shared(), subjects.speakers_shared()
        claims, behind = subjects.claims_shared()
        calm = subjects.calm(self._cut) - _HALF
        found = {
            "next_calm": calm * self.fixed[:, :, AT["next"]],
            "distance_calm": calm * self.fixed[:, :, AT["distance"]],
            "subject": subjects.alike(),
            "characters": subjects.characters_alike(),
            "own_article": subjects.own_article(),
            "own_article_alone": subjects.own_article_alone(),
            "series": self._series(subjects),
            "subheads_alike": self._subheads_alike(subjects),
            **self._turns_taken(subjects),
            "same_zone": zones > 0,
            "other_zone": zones < 0,
            "same_kind": kinds > 0,
            "other_kind": kinds < 0,
            "same_speaker": speakers > 0,
            "other_speaker": speakers < 0,
            "own_claim": claims > 0,
            "other_claim": claims < 0,
            "own_behind": behind > 0,
            "other_behind": behind < 0,
        }
        shown = {name: table for name, table in found.items() if table.any()}
        return {name: (table * self.possible).astype(np.float64, copy=False) for name, table in shown.items()}

    def tables(self, subjects: Subjects) -> Vector:
        """All evidence: nodes by what may follow them by the kinds in `COLUMNS`."""
        tables = self.fixed.copy()
        for name, table in self.moving(subjects).items():
            tables[:, :, AT[name]] = table
        return tables

    def _series(self, subjects: Subjects) -> Vector:
        """Where a node stands in a series with one of the last paragraphs that lead to another."""
        import numpy as np  # noqa: PLC0415

        found = np.zeros(self.possible.shape)
        forms = [(j, shape) for j, shape in enumerate(self._forms) if shape is not None]
        for i in range(len(self.nodes)) if forms else ():
            before = [shape for node in subjects.before(i)[-_SERIES:] if (shape := self._forms[node]) is not None]
            if before:
                found[i, [j for j, shape in forms if goes_on(before[-1], shape)]] = 1.0
        return found

    def _subheads_alike(self, subjects: Subjects) -> Vector:
        """How much a subhead looks like the last one before a node, in the order so far; 0 where there is none."""
        import numpy as np  # noqa: PLC0415

        found = np.zeros(self.possible.shape)
        subheads = [j for j, node in enumerate(self.nodes) if node.is_subhead]
        for i in range(len(self.nodes)) if len(subheads) > 1 else ():
            last = next((k for k in reversed(subjects.before(i)) if self.nodes[k].is_subhead), None)
            if last is not None:
                found[i, subheads] = [alike(self.nodes[last].text, self.nodes[j].text) for j in subheads]
        return found

    def _turns_taken(self, subjects: Subjects) -> dict[str, Vector]:
        """Where a node is the next turn of the interview before another node, and where it is one of another."""
        import numpy as np  # noqa: PLC0415

        taken = [(j, turn) for j, turn in enumerate(self._turns) if turn is not None]
        if not taken:
            return {}
        on, off = np.zeros(self.possible.shape), np.zeros(self.possible.shape)
        interviewing = {k for k in self.heads if heads_interview(self.nodes[k].text) or self._asked_at(k + 1)}
        for i in range(len(self.nodes)):
            before = subjects.before(i)
            last = next((turn for k in reversed(before) if (turn := self._turns[k])), None)
            if last is None and announces(self.nodes[i].text):
                on[i, [j for j, turn in taken if turn.asks]] = 1.0
                continue
            if last is None:
                told = interviewing and self.nodes[before[0]].is_head and before[0] not in interviewing
                off[i, [j for j, _ in taken] if told else []] = 1.0
                continue
            for j, turn in taken:
                (on if last.leads_to(turn) else off)[i, j] = 1.0
        return {"turns_on": on, "turns_off": off}

    def _asked_at(self, i: int) -> bool:
        """Whether a place of the page has a question."""
        turn = self._turns[i] if i < len(self._turns) else None
        return turn is not None and turn.asks

    def subjects(self, after: Mapping[int, int]) -> Subjects:
        """What each place of the page is about, as far as the order is known."""
        heads = [node.role is Role.HEAD for node in self.nodes]
        return Subjects(
            topics=self._topics,
            characters=self._characters,
            size=len(self.nodes),
            after=after,
            heads=heads,
            zones=self._zones,
            kinds=self._kinds,
            claims=self.claims,
            speakers=self._speakers,
        )

    def first_guess(self) -> dict[int, int]:
        """The order of the page as it stands, broken where it cannot go on, and behind whole paragraphs.

        That one stands below another makes no article of them; taken for known, it would bear out itself.
        """
        return {i: i + 1 for i in range(len(self.nodes) - 1) if self._flows(i)}

    def _flows(self, i: int) -> bool:
        a, b = self.nodes[i], self.nodes[i + 1]
        if not self.allowed(i, i + 1):
            return False
        if a.goes_on:
            joint = self.joint(i, i + 1)
            return joint.word > 1.5 or joint.string > 1.2 or quote_score(a.edge, b.edge) > 0
        return a.manner != "closed" and b.edge.cut_start < 2

    def claimed(self, nodes: Sequence[int]) -> frozenset[int]:
        """The headlines whose zone or place some nodes name."""
        return frozenset().union(*(self.claims[node] for node in nodes))

    def zones_of(self, nodes: Sequence[int]) -> frozenset[str]:
        """The zones that some nodes name."""
        return frozenset().union(*(self._zones[node] for node in nodes))

    def kinds_of(self, nodes: Sequence[int]) -> frozenset[str]:
        """The kinds by which some nodes call their zones."""
        return frozenset().union(*(self._kinds[node] for node in nodes))

    def introduces(self, i: int) -> bool:
        """Whether a node begins as an article does: it names its zone with the province."""
        return bool(self._starts[i, AT["introduces"]])

    def joint(self, i: int, j: int) -> Joint:
        """How the text reads over the cut between two nodes."""
        return joint(self.nodes[i].edge, self.nodes[j].edge, self._page)

    def told_with(self, chain: Sequence[int], chains: Sequence[Sequence[int]]) -> int:
        """The headline of the one article that has who or what a text without a headline names; -1 where none is.

        Who answers in an interview, and firms, laboratories and speakers by their names.
        """
        text = "\n".join(self.nodes[node].text for node in chain)
        turns_here = {turn.label for node in chain if (turn := self._turns[node]) and not turn.asks and not turn.plain}
        names = turns_here | names_in(text)
        if not names:
            return -1
        headed = [other for other in chains if self.nodes[other[0]].is_head]
        whole = {other[0]: "\n".join(self.nodes[node].text for node in other) for other in headed}
        sharing = [head for head, told in whole.items() if any(name in told for name in names)]
        return sharing[0] if len(sharing) == 1 else -1

    def told(self, i: int, j: int) -> tuple[str, str]:
        """The same in words: what goes on over the cut, a word or a sentence, and what shows it."""
        return told(self.nodes[i].edge, self.nodes[j].edge, self._page)

    def _surface(self) -> Vector:
        """All evidence but what changes with the order: nodes by what may follow them by the kinds in `COLUMNS`."""
        import numpy as np  # noqa: PLC0415

        nodes, size = self.nodes, len(self.nodes)
        table = np.repeat(self._starts[None], size, axis=0)
        goes_on, subheads = (np.array([getattr(node, sign) for node in nodes]) for sign in ("goes_on", "is_subhead"))
        gap = np.arange(size) - np.arange(size)[:, None]
        table[:, :, AT["speaker"]] *= goes_on[:, None] | (gap == 1)
        table[:, :, AT["distance"]] = np.log2(np.maximum(1, np.abs(gap)))
        table[:, :, AT["backwards"]] = gap < 0
        table[:, :, AT["next"]] = gap == 1
        table[gap == 1, AT["taken"]] = 0.0
        table[gap == 1, AT["over_picture"]] = [node.apart for node in nodes[1:]]
        table[gap == 1, AT["behind_picture"]] = 0.0
        table[gap == 2, AT["over_stray"]] = subheads[1:-1]
        table[gap == 3, AT["over_stray"]] = subheads[1:-2] & subheads[2:-1]
        table[gap == 1, AT["entry_next"]] = [bool(bullet(node.text)) for node in nodes[1:]]
        table[:, :, AT["ending"]] = [[not node.goes_on and node.edge.ending] for node in nodes]
        table[:, :, AT["width"]] = width_scores(self._half)
        edges = [node.edge for node in nodes]
        table[:, :, AT["echo"]], table[:, :, AT["linked"]] = echoes(
            [node.text for node in nodes], [edge.first_words for edge in edges], [edge.last_words for edge in edges]
        )
        shared_places = shared_sets(self.places, self.places)
        table[:, :, AT["same_place"]], table[:, :, AT["other_place"]] = shared_places > 0, shared_places < 0
        table[:, :, AT["subject_here"]], table[:, :, AT["characters_here"]] = self._here, self._characters_here
        leads = [frozenset(threes(node.text[:LEAD])) for node in nodes]
        for i in self.heads:
            strings = threes(nodes[i].title)
            table[i, :, AT["headline_words"]] = [share(strings, lead) for lead in leads]
        self._marks(table)
        for i in np.flatnonzero(goes_on).tolist():
            rows = np.flatnonzero(self.possible[i] & self._bodies)
            table[i, rows[:, None], _CUT] = [self._over_cut(i, j) for j in rows.tolist()] or np.zeros((0, len(_CUT)))
        table[~self.possible] = 0.0
        return table

    def _may_follow(self) -> Any:
        """Which nodes may follow which at all."""
        import numpy as np  # noqa: PLC0415

        nodes = self.nodes
        heads, subheads = (np.array([getattr(node, sign) for node in nodes]) for sign in ("is_head", "is_subhead"))
        inside, certain = (np.array([node.edge.cut_start >= sure for node in nodes]) for sure in (INSIDE, CERTAIN))
        opens, closes = (np.array([getattr(node, sign) for node in nodes]) for sign in ("opens", "closes"))
        only_bodies = np.array([node.goes_on and not node.edge.soft for node in nodes])
        found = ~np.eye(len(nodes), dtype=bool) & ~heads & ~closes[:, None]
        found &= ~(opens & ~heads[:, None]) & (self._bodies | ~only_bodies[:, None])
        found &= ~(inside & subheads[:, None]) & ~(certain & heads[:, None])  # neither stands inside a sentence
        mid = np.array([node.manner == "open" for node in nodes])
        begun = [node.anew or turn is not None for node, turn in zip(nodes, self._turns, strict=True)]
        found &= ~(mid[:, None] & np.array(begun))  # nor does an answer
        held = np.array([_HOLDS_OUT.search(node.text) is not None for node in nodes])
        timed = np.array([_BY_TIME.match(node.text) is not None for node in nodes])
        found &= ~((mid & held)[:, None] & timed)
        for i in filter(self.asks, range(len(nodes))):
            found[i] &= [self._answered_by(i, j) for j in range(len(nodes))]
        labelled = [j for j in range(len(nodes)) if self._labels[j] is not None]
        for i in labelled:
            found[i, [j for j in labelled if self._of_two(i, j)]] = False
        return found

    def _marks(self, table: Vector) -> None:
        """Quotation marks that meet, wait or clash."""
        closing = [j for j, node in enumerate(self.nodes) if node.edge.closing]
        for i, node in enumerate(self.nodes):
            for j in range(len(self.nodes)) if node.edge.opening else closing:
                score = quote_score(node.edge, self.nodes[j].edge)
                table[i, j, AT["quotes_meet"]] = float(score > 0)
                table[i, j, AT["quotes_wait"]] = -score / 2.5 if -2.6 < score < 0 else 0.0
                table[i, j, AT["quotes_clash"]] = float(score <= -2.6)

    def _over_cut(self, i: int, j: int) -> tuple[float, ...]:
        """How the text reads over the cut between an unfinished sentence and another node: the columns of `_OVER`."""
        cut, here, there = self.joint(i, j), self.nodes[i].edge, self.nodes[j].edge
        fit = suits(here.units, there.unit)
        in_row = 2.0 if here.row and here.row == there.rows else 0.0
        return (
            cut.word,
            cut.broken,
            cut.string,
            cut.grammar,
            cut.loose,
            cut.two_before,
            cut.two_behind,
            float(fit > 0),
            float(fit < 0),
            float(min(2, len(here.wanted & there.met))),
            float(here.lists and there.listed) + in_row,
            float(here.lists and not there.listed and not in_row),
            max(0.0, here.last_length + there.first_length - 16) / 8.0,
            float(bool(here.asked & there.answered)),
            float(bool(here.asked) and not here.asked & there.answered),
            float(here.ends_in_time and there.starts_in_time),
            *counting(here.waiting, there.given),
            *calling(here.announced, there.speaks),
        )

    def _start_table(self) -> Vector:
        """What each node shows by its own start, whatever it follows."""
        import numpy as np  # noqa: PLC0415

        table = np.zeros((len(self.nodes), len(COLUMNS)))
        table[:, AT["bias"]] = 1.0
        for j, node in enumerate(self.nodes):
            edge, row = node.edge, table[j]
            row[AT["taken"]] = float(j > 0 and self._continues(j - 1))
            row[AT["behind_picture"]], row[AT["page_top"]] = float(node.apart), float(j == 0)
            row[AT["short"]] = float(node.role is Role.BODY and len(node.text) < _SHORT and not asks(node.text))
            row[AT["fresh"]], row[AT["speaker"]] = edge.fresh, float(edge.speaker)
            if node.role is not Role.BODY:
                row[AT["subhead"]] = 1.0
                continue
            row[AT["cut_start"]] = edge.cut_start / 3.0
            for sign in ("opens", "lone", "turned", "done"):
                row[AT[sign]] = float(getattr(edge, sign))
            row[AT["quoted"]] = float(node.text[0] in "“‘" and not edge.term)
            row[AT["item"]], row[AT["introduces"]] = float(node.opens), float(introduces(node.text))
            row[AT["in_full"]] = float(named_in_full(node.text))
            for sign in ("bare", "timed", "whole"):
                row[AT[sign]] = float(getattr(edge.clause, sign))
            if edge.term or not edge.head.startswith(("“", "《", "（", "‘")):
                tag = edge.first_class[1]
                row[AT[f"starts_{_CLASSES.get(tag[:2], _CLASSES.get(tag[:1], 'other'))}"]] = 1.0
                row[AT["bound"]] = float(self._page.bound(edge.head))
        return table

    def _continues(self, i: int) -> bool:
        """Whether what stands after node `i` on the page is most likely its own next paragraph."""
        b = self.nodes[i + 1]
        if not self.allowed(i, i + 1) or b.apart:
            return False
        return not self.nodes[i].goes_on and b.edge.cut_start < 2 and not b.edge.speaker


def _with_lead(nodes: Sequence[Node], head: int) -> str:
    """A headline, with the zone that the news below it begins with where it names none itself."""
    title, below = nodes[head].text, nodes[head + 1] if head + 1 < len(nodes) else None
    if below is None or not below.opens or zones_named(title):
        return title
    named = sorted(zones_named(below.text[:_LEAD_ZONE]))
    return f"{title} {named[0]}" if len(named) == 1 else title


def _known_zones(nodes: Sequence[Node]) -> list[frozenset[str]]:
    """The zones that each node names, of those that a headline or at least two nodes name."""
    named = [zones_named(node.text) for node in nodes]
    count = Counter(zone for zones in named for zone in zones)
    in_heads = frozenset().union(*(zones for node, zones in zip(nodes, named, strict=True) if node.role is Role.HEAD))
    return [frozenset(zone for zone in zones if count[zone] > 1 or zone in in_heads) for zones in named]
