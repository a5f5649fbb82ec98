"""A sentence as the grammar of figures sees it: words, with numbers, times and names each held together as one.

In: a normalised paragraph, the span of a sentence, the quantities and periods in it. Out: a `Sentence` of tokens.

    片区已聚集40多家新能源汽车产业骨干企业   →   片区/N 已/D 聚集/V 40多家/Q 新能源/N 汽车/N 产业/N 骨干/N 企业/N
    今年一季度，实际利用外资1.13亿美元      →   今年一季度/T ，/B 实际/N 利用外资/N 1.13亿美元/Q

Kinds: N what can stand in a noun phrase · V verb · D adverb · P preposition · C conjunction · L 、 和 及 与 ·
U 的 · E 等 · X 了 着 过 · R pronoun · T time · Q figure · B the mark between clauses. Verbs that the tables know
carry their role (link, have, reach, act, grow, fall, change, state).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from msgspec import Struct, field

from reporter.language.spans import Period, Quantity, QuantityKind
from reporter.lexicon.figures import FigureWords


class Tagger(Protocol):
    """What this module needs of `reporter.language.words.Words`."""

    def tags(self, text: str) -> Sequence[tuple[str, str]]:
        """Words with their tags, covering the text."""
        ...

    def is_word(self, string: str) -> bool:
        """Whether the dictionary has it."""
        ...


class Token(Struct, frozen=True, gc=False):
    """One word, number, time or name; `start`/`end` are offsets in the paragraph, `ref` the index of the quantity.

    `plain` words speak neither of promise nor of fact.
    """

    start: int
    end: int
    text: str
    kind: str
    role: str = ""
    ref: int = -1
    plain: bool = False


class OwnerKind(StrEnum):
    """What an owner is."""

    NONE = ""
    ZONE = "zone"
    COMPANY = "company"  # 该公司, 我们: stands for an organisation named elsewhere
    PROJECT = "project"  # 该项目
    ORGANISATION = "organisation"
    THING = "thing"
    PLACE = "place"  # 舟山|已集聚: a city or province, no zone
    OTHER = "other"


class Owner(Struct, frozen=True, gc=False):
    """An owner: its words, what it is, and the token at which the rest begins."""

    text: str
    kind: OwnerKind
    stop: int

    @property
    def is_entity(self) -> bool:
        """Whether it is something within a zone, named or by pronoun."""
        return self.kind in (OwnerKind.COMPANY, OwnerKind.PROJECT, OwnerKind.ORGANISATION, OwnerKind.THING)


class Sentence(Struct, gc=False):
    """A sentence of a paragraph: tokens, and where it stands."""

    text: str  # of the whole paragraph, normalised
    start: int
    end: int
    tokens: list[Token]
    kinds: str = ""  # the kinds of the tokens, a letter each: what lies between two of them is found at once
    marks: list[tuple[int, str]] = field(default_factory=list)  # which tokens speak of promise and fact, and how
    marked: int = 0  # so many tokens have been asked
    owners: dict[tuple[int, int, bool], Owner] = field(default_factory=dict)  # whom stretches of tokens begin with

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first` up to `last`, as printed, without space and marks at its edges."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end].strip(" ，,、：；。")


_TITLE = r"(?<=《)[^《》]{1,80}》"
_QUOTED = r"(?<=[“‘「])[^“”‘’「」，。；：！？…]{1,24}[”’」]"
_BRACKET = r"(?<=（)[^（）]{0,160}）"
_HELD_RE = re.compile(f"[《“‘「（](?:{_TITLE}|{_QUOTED}|{_BRACKET})")
_LINKED_BY_COLON = re.compile("(?:为|是|达)[：:](?=\\d)")
"""总产值增速分别|为：|21.95%、30.81%: the mark parts nothing."""
_FIGURES = frozenset((QuantityKind.FIGURE, QuantityKind.RANK))
_HELD_KINDS = {QuantityKind.FIGURE: "Q", QuantityKind.RANK: "Q", QuantityKind.DATE: "T", QuantityKind.NAME: "N"}
_BREAKS = frozenset("（），,：；。！？…!?;:—\n")
_QUOTE_MARKS = frozenset("“”‘’「」『』\"'")
_LIST_MARKS = frozenset(["、", "和", "及", "与", "以及", "暨", "或", "并"])
_PLACES = frozenset(
    "内 外 中 上 下 前 后 里 间 以上 以下 以内 以外 以前 以后 之前 之后 之间 之中 之内 之外 当中 其中 左右 上下 "  # noqa: SIM905
    "方面 期间 旁 边".split()
)
_TIMES = frozenset(
    "现在 如今 近日 日前 近年 近年来 未来 今后 过去 此前 以往 此后 同期 当月 当年 当日 当天 "  # noqa: SIM905
    "全年 明年 今年 此时 同年 将来".split()
)
_ERAS = frozenset(["现代", "现今"])
_MEASURES = frozenset("率额值量数度比")
_LINKS = frozenset("达为超至近约")
_PROVINCIAL = frozenset("、级市部里内")
_LONGEST_BLEND = 5
_LONGEST_BRACKET = 10
_MANY = 50_000  # words that are remembered at most
_SHORT = 3  # characters up to which the words between two figures (，增长, 、) are remembered
_MANY_SHORT = 2_000
_BLANK = " "  # the kind of white space, of which no token is made
_PARTICLES = frozenset("由与对向从被把在")
_ASPECT = frozenset(["了", "着", "过", "地", "得"])


_BY_TAG = dict.fromkeys("njbailzegskh", "N") | {
    "v": "V",
    "d": "D",
    "p": "P",
    "c": "C",
    "r": "R",
    "m": "M",
    "q": "M",
    "t": "T",
    "y": "X",
    "o": "X",
    "u": "X",
}
_WHOLE_TAGS = {"vn": ("N", ""), "an": ("N", ""), "eng": ("N", ""), "ad": ("D", ""), "ns": ("N", "place")}


def _kind(text: str, tag: str, words: FigureWords) -> tuple[str, str]:
    """Kind and role of a word."""
    role = words.verbs.get(text, "")
    kind = ""
    if text in _BREAKS or text in _QUOTE_MARKS:
        kind, role = "B", ""
    elif text in _LIST_MARKS:
        kind, role = "L", ""
    elif text in words.kinds:
        kind = words.kinds[text]
    elif text in _ASPECT:
        kind, role = "X", ""
    elif role:
        kind = "V"
    elif not text.strip():
        kind = _BLANK
    elif tag == "x" and not text[0].isalnum():
        kind = "O"
    elif tag[:1] == "v" and text in words.indicators:
        kind = "N"
    elif tag in _WHOLE_TAGS:
        kind, role = _WHOLE_TAGS[tag]
    elif tag == "t" and text not in _TIMES and (text in _ERAS or not words.actual_re.match(text)):
        kind = "N"  # 青年, 现代
    elif tag == "f":
        kind = "F" if text in _PLACES else "N"
    return kind or _BY_TAG.get(tag[:1], "N"), role


def _held(
    text: str,
    span: tuple[int, int],
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    zones: Sequence[tuple[int, int, str]],
    year: int | None,
) -> list[Token]:
    """The spans that stay whole, in order, none overlapping: titles, short quotations, zones, figures, times."""
    start, end = span
    found: list[Token] = []
    for match in _HELD_RE.finditer(text, start, end):
        first, last = match.span()
        mark = text[first]
        if mark == "《" or not any(first < q.start < last and q.kind in _FIGURES for q in quantities):
            aside = mark == "（" and (last - first > _LONGEST_BRACKET or "人民币" in match.group())
            kind = "O" if aside else "N"
            found.append(Token(first, last, match.group(), kind))
    taken = [(t.start, t.end) for t in found]
    found.extend(Token(m.start(), m.end(), "为", "V", "link") for m in _LINKED_BY_COLON.finditer(text, start, end))
    found.extend(Token(a, b, text[a:b], "N", "zone") for a, b, _ in zones if start <= a and b <= end)
    for p in periods:
        if not taken or not any(a < p.end and p.start < b for a, b in taken):
            past = year is not None and p.value[:4].isdigit() and int(p.value[:4]) < year
            found.append(Token(p.start, p.end, text[p.start : p.end], "T", "past" if past else ""))
    for i, q in enumerate(quantities):
        kind = _HELD_KINDS.get(q.kind, "")
        if not kind or (taken and any(a <= q.start < b for a, b in taken)):
            continue
        found.append(Token(q.start, q.end, text[q.start : q.end], kind, ref=i if kind == "Q" else -1))
    # A figure beats a time, a longer span a shorter one.
    found.sort(key=lambda t: (t.start, t.kind != "Q", t.start - t.end))
    kept: list[Token] = []
    for token in found:
        if kept and token.start < kept[-1].end:
            if token.kind == "Q" and kept[-1].kind == "T":
                kept[-1] = token
            continue
        kept.append(token)
    return kept


_Parts = tuple[tuple[str, str, str, bool], ...]


class Reader:
    """Reads sentences into tokens with one dictionary and one set of tables."""

    def __init__(self, tagger: Tagger, words: FigureWords) -> None:
        self._tagger = tagger
        self._words = words
        self._known: dict[tuple[str, str], _Parts] = {}
        self._short = lru_cache(maxsize=_MANY_SHORT)(tagger.tags)

    def is_word(self, string: str) -> bool:
        """Whether the dictionary has it."""
        return self._tagger.is_word(string)

    def read(
        self,
        text: str,
        span: tuple[int, int],
        quantities: Sequence[Quantity] = (),
        periods: Sequence[Period] = (),
        zones: Sequence[tuple[int, int, str]] = (),
        year: int | None = None,
    ) -> Sentence:
        """The tokens of the sentence `span` of `text`.

        `quantities` and `periods` are those within it, `zones` the spans that name one with its name, `year` the
        article's (a time before it is past).
        """
        start, end = span
        tokens: list[Token] = []
        at = start
        for token in _held(text, span, quantities, periods, zones, year):
            if at < token.start:
                self._plain(text, at, token.start, tokens)
            if token.kind != "O":
                tokens.append(token)
            at = token.end
        if at < end:
            self._plain(text, at, end, tokens)
        return Sentence(text, start, end, tokens, "".join([token.kind for token in tokens]))

    def _plain(self, text: str, first: int, last: int, tokens: list[Token]) -> None:
        """Add the words of a stretch without figures."""
        start, known, add = first, self._known, tokens.append
        tags = self._tagger.tags if last - first > _SHORT else self._short
        for tagged in tags(text[first:last]):
            for part, kind, role, plain in known.get(tagged) or self._read_parts(tagged):
                end = start + len(part)
                if part == "省" and text[end : end + 1] in _PROVINCIAL:  # 省、市重点项目: no saving
                    add(Token(start, end, part, "N"))
                elif kind != _BLANK:
                    add(Token(start, end, part, kind, role, -1, plain))
                start = end

    def _read_parts(self, tagged: tuple[str, str]) -> _Parts:
        """A word with kind, role and whether it is `plain`. It is remembered: most words come again soon."""
        speaks = self._words.mark_re.match
        parts = tuple((part, kind, role, not speaks(part)) for part, kind, role in self._told_apart(*tagged))
        if len(self._known) >= _MANY:
            self._known.clear()
        self._known[tagged] = parts
        return parts

    def _told_apart(self, word: str, tag: str) -> tuple[tuple[str, str, str], ...]:
        """A word with kind and role; two that the dictionary runs together are told apart."""
        kind, role = _kind(word, tag, self._words)
        if 1 < len(word) < _LONGEST_BLEND and not role and kind in "NV":
            if kind == "N" and word[0] in _PARTICLES and not self._tagger.is_word(word):  # 由启岳 → 由 + 启岳
                return (word[0], "L" if word[0] == "与" else "P", ""), (word[1:], "N", "")
            if word[1:] in _LINKS and word[0] in _MEASURES and (word[1] == "达" or not self._tagger.is_word(word)):
                return (word[0], "N", ""), (word[1], "V", "link")  # 率达 → 率 + 达
        return ((word, kind, role),)
