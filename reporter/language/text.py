"""The surface of a text: one spelling for analysis, its sentences and its clauses.

In: a string as decoded, with full-width digits, ASCII commas between Chinese characters and odd spaces.
Out: `normalise` a copy of *the same length*, so that every offset holds for the original as well; `sentences` and
`clauses` spans of a text.

    120亿元,分两期  →  120亿元，分两期        ３．５％  →  3.5%        台(套)  →  台（套）
    1,234家 12:30 f(x)  stay as they are
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

Span = tuple[int, int]

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Chinese characters, as the inside of a character class."""

_FULL_MARKS = "，；：！？（）"
_HALF_MARKS = ",;:!?()"
_TO_FULL = dict(zip(_HALF_MARKS, _FULL_MARKS, strict=True))

# Full-width Latin, digits and signs to half width; the seven marks above keep their Chinese form.
_TO_HALF = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _FULL_MARKS + "．＂＇"}
_TO_HALF |= dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09, 0x0B, 0x0C], " ")
_TO_HALF |= {ord("﹪"): "%", ord("﹣"): "-", ord("−"): "-", ord("‐"): "-", ord("‑"): "-", ord("〜"): "~", ord("∼"): "~"}

_NEEDS_HALF = re.compile("[" + "".join(re.escape(chr(code)) for code in _TO_HALF) + "]")
_CHINESE = CJK + "，。；：！？、（）“”‘’《》〈〉「」『』【】〔〕…—"
_BESIDE_CHINESE = re.compile(rf"[,;:!?()](?:(?<=[{_CHINESE}].)(?!//)|(?=\s?[{_CHINESE}]))")
_HALF_MARK = re.compile(f"[{re.escape(_HALF_MARKS)}]")
_PAIR = re.compile(r"\(([^()\n]*)\)")
_HAS_CHINESE = re.compile(f"[{CJK}]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[：．](?=\d)")
_APART = re.compile(r"(?<=\d);(?=\d)")
_ROUND_ZERO = re.compile(r"(?<=[一二三四五六七八九〇])[○Ｏ◯]|[○◯](?=[一二三四五六七八九])")


_SHARED = 128
"""So many texts are remembered: every finder asks for the paragraphs of one article, and then never again."""


@lru_cache(maxsize=_SHARED)
def normalise(text: str) -> str:
    """The text in the one spelling that the grammar reads, character for character as long as the original.

    Full-width digits, Latin letters and `％` become half width, odd spaces a plain space, ASCII `, ; : ! ? ( )`
    beside a Chinese character full width; inside numbers, times and Latin phrases they stay (1,234 · 12:30 · f(x)).
    """
    if _NEEDS_HALF.search(text):
        text = text.translate(_TO_HALF)
    if "：" in text or "．" in text:
        text = _BETWEEN_DIGITS.sub(lambda m: ":" if m.group() == "：" else ".", text)
    if "(" in text:
        text = _PAIR.sub(_chinese_pair, text)
    if _HALF_MARK.search(text):
        text = _BESIDE_CHINESE.sub(lambda m: _TO_FULL[m.group()], text)
    if ";" in text:
        text = _APART.sub("；", text)  # 2/3;4家: no number has a semicolon
    if "○" in text or "◯" in text:
        text = _ROUND_ZERO.sub("〇", text)
    return text


def _chinese_pair(match: re.Match[str]) -> str:
    """Both brackets of a pair in one width: （二期）, but f(x)."""
    inner = match.group(1)
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if _HAS_CHINESE.search(before + inner + after):
        return f"（{inner}）"
    return match.group()


_CLOSERS = "”’」』）)》〉】"
_ENDS = re.compile(
    rf"""[《（。！？!?…\n](?:                      # all other characters are passed at once
    (?<=《)[^《》\n]{{0,60}}》|(?<=（)[^（）\n]{{0,160}}）    # a mark inside a title or brackets ends nothing
    |(?P<end>(?:(?<=[。！？!?])[。！？!?]*|(?<=…)…*)[{_CLOSERS}]*|(?<=\n)))""",
    re.VERBOSE,
)
_GOES_ON = "，、；：,;:的地等和与及之"
_SPACE = " \t\r\n\u3000"
_LONGEST = 2_000  # characters; grammars compare all parts of a sentence with each other


def sentences(text: str) -> list[Span]:
    """The spans of the sentences, verbatim, with the quotation marks and brackets that close them.

    A sentence inside a quotation stands alone (`“仅相隔了7个月。”` · `杨士宁介绍，过去……`); a mark that the
    sentence goes on after (`“加油！”的口号`) or that stands in 《》 or （） ends nothing. White space between
    sentences belongs to none.
    """
    return list(_sentences(text))


@lru_cache(maxsize=_SHARED)
def _sentences(text: str) -> tuple[Span, ...]:
    """The same, remembered for the finders that ask again."""
    spans: list[Span] = []
    start = 0
    for match in _ENDS.finditer(text):
        if match.lastgroup is None:
            continue
        end = match.end()
        if match.group() != "\n" and text[end : end + 1] and text[end] in _GOES_ON:
            continue
        if end - start > _LONGEST:
            start = _add_in_pieces(spans, text, start, end)
            continue
        _add(spans, text, start, end)
        start = end
    _add_in_pieces(spans, text, start, len(text))
    return tuple(spans)


def _add_in_pieces(spans: list[Span], text: str, start: int, end: int) -> int:
    """Add a sentence; one longer than any author writes (a table run together) is cut at its commas. Gives `end`."""
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start, start + _LONGEST) for mark in "；，,;、")
        cut = comma + 1 if comma > start else start + _LONGEST
        _add(spans, text, start, cut)
        start = cut
    _add(spans, text, start, end)
    return end


_CUTS = re.compile(
    r"""[《（，；：。！？!?\n;…、](?:                       # all other characters are passed at once
    (?P<cut>(?<=[，；：。！？!?\n])|(?<=、)(?=[^，、；。]{0,6}\d)|(?<=;)\s|(?<=…)…*)
    |(?<=《)[^《》\n]{0,60}》|(?<=（)[^（）\n]{0,160}）)""",
    re.VERBOSE,
)


_ASCII_DIGIT = re.compile("[0-9]")
_CLAUSE_EDGE = _SPACE + "”’“‘"


def clauses(text: str) -> list[Span]:
    """The spans between ， ； ： and sentence ends, without the marks; brackets and titles are not cut.

    A 、 cuts only where a figure follows it closely (`4名院士、66名专家` is two clauses, `汽车、医药、5G` is one).
    """
    spans: list[Span] = []
    start = 0
    for match in _CUTS.finditer(text):
        if match.lastgroup is None:
            continue
        end = match.start()
        if text[end] == "、" and not _ASCII_DIGIT.search(text, start, end):
            continue
        _add(spans, text, start, end, _CLAUSE_EDGE)
        start = match.end()
    _add(spans, text, start, len(text), _CLAUSE_EDGE)
    return spans


def standing(text: str, names: Iterable[str]) -> list[Span]:
    """Every place where one of some names stands, in order, the longest first where several begin.

    For names that only one article gives: no pattern need be made for them.
    """
    found = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda span: (span[0], -span[1]))


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Those of some spans in order that begin behind the one before."""
    last = 0
    for start, end in spans:
        if start >= last:
            last = end
            yield start, end


def _add(spans: list[Span], text: str, start: int, end: int, edge: str = _SPACE) -> None:
    """Add a span without the space (or other marks) at its edges; nothing where nothing is left."""
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    if start < end:
        spans.append((start, end))
