"""How well one block goes on in another at the very place of the cut.

    …立体的，就像是立 | 体停车场。同样的…        a word runs across the cut: 立体
    …在有偿取得“开展排污 | 权交易，研究…”        the page has 排污权 elsewhere, and the open quotation mark closes
    …国家标准是8050 | 度，我们…                a number and its unit

Scores are in the manner of log odds: 0 says nothing, 5 is near certainty, negative speaks against.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from reporter.lexicon.press import press_words
from reporter.reading import words
from reporter.reading.amounts import Wanted, unit_of, wanted_units
from reporter.reading.bylines import byline
from reporter.reading.callings import END, START, Announced, Speaks, announced, speaks
from reporter.reading.counting import Given, Waiting, given, waiting
from reporter.reading.grammar import first_class, first_kinds, goes_on, grammar, last_class, last_kinds, opens
from reporter.reading.interviews import is_turn
from reporter.reading.marks import ends_open, ends_softly, unmatched
from reporter.reading.obligations import answered, asked, first_clause, last_clause, met, wanted
from reporter.reading.openings import Opening
from reporter.reading.openings import opening as clause_opening
from reporter.reading.tails import done, first_words, last_words, lone, turned

_REACH = 10
_HAN = re.compile("[\u3400-\u9fff]")
_WORDLIKE = re.compile(r"[\u3400-\u9fffA-Za-z0-9.%‰-]")
_UNIT = re.compile(
    "[多余几]?[万亿千百]|[个家项人名位亩元吨度台套辆平公米年月日号时分秒小天周岁届期次批种类条件所座栋倍成%％‰℃]|余|多"
)
_QUOTED = 24
_PIECE = 12
"""覆盖率达到65%。: so short a line with a number is the end of a sentence."""
_DIGIT = re.compile(r"\d")
_TERM = re.compile("^[“‘《](?=[^。！？；]{1,20}[”’》][^，。！？；：])")
"""The mark before a term that a text begins with: “一站式”维修基地, not “我们有信心。”"""
_LISTED = re.compile("[、等]")
_ROW = re.compile(r"\d[\d.]*[余多]?[万亿]*([个家项户条名人件套台元%])、[^，。；、\d]{0,5}\Z")
"""建成36个、试生产22个、在 | 建81个: a row of numbers of one unit that goes on."""
_ROWS = re.compile(r"[^，。；、：\d]{0,6}\d[\d.]*[余多]?[万亿]*([个家项户条名人件套台元%])[，。；、]")
_ROW_REACH = 24
_SPEAKER = re.compile("[^，。：；！？“”]{2,24}(?:说|表示|介绍|告诉记者|透露|坦言|介绍说)。")
_LINK_CUT = re.compile(
    r"(?:(?:为|是|达到?|增[至到]|降[至到]|占|至|约|近|超过?|逾|突破|不足)"
    r"|(?:冲刺|扩[大展]|提[高升]|上升|增[加长]|下降|降低|压缩|缩短|减少|跃升|攀升|回落)[到至了]?(?:近|约|超过?)?)\d"
)
"""…占全市的比重 | 为17.2%; …产值 | 冲刺700亿元: a verb of measure and its number go on with a sentence."""
_BY_THEN = re.compile("[到至](?:\\d{4}年|今年|去年|明年|目前|如今|“?十[一二三四五六]五)")
"""到2010年，……: 到 opens a sentence that tells of a time."""
_AMOUNT_CUT = re.compile(
    r"(?:[0-9][0-9.,]*[多余]?[万亿]*(?:[美欧]?元|[%％亩吨倍米]|平方米|公里|平方公里|标箱|个百分点|[个家项户件条座艘架台套名人位次批所株份])"
    r"|[一二两三四五六七八九十]+(?:分之[一二两三四五六七八九十]+|[成倍]))(?:以上|左右|多)?[，。；]"
)
"""三分之一，每标箱…: a bare amount is what the sentence before it came to."""
_TIMES = (
    r"今年|去年|明年|前年|近日|日前|目前|如今|当前|同期|(?:19|20)\d\d年(?:底|末|初)?|\d{1,2}月(?:份|底|末|初)?|\d{1,2}日|[上下]半年|"
    r"前[\d一二三四五六七八九十]+个?月|(?:第?[一二三四]|前[二两三])季度|截[至止][^，。]{2,9}|[\d一二两三四五六七八九十]+年[前来间后]"
)
_TIME_LAST = re.compile(rf"(?:^|[，。；、：“])[^，。；：]{{0,4}}(?:{_TIMES})[，,]?$")
"""…开票销售可超百亿元。今年上半年，| : a time, and nothing yet told of it."""
_TIME_FIRST = re.compile(_TIMES)
_SEEN_BY = re.compile(r"分[^，。；：]{1,6}[来]?看[，,]")
"""分产业看，……: the figures by their kinds open a paragraph."""
_OF_SEVERAL = re.compile(
    r"(?![^，。；]{0,2}[两二三四五六七八九十几各们者均])[\u4e00-\u9fff]{2,3}分别(?!是|为|由|在|从|来自)"
)
"""……通关 | 时间分别压缩至…和…: 分别 has nothing behind it that would name several things."""
_POST_CUT = re.compile("[监长理记席师裁员管]事?(?P<name>[\u4e00-\u9fff]{2,4})(?:说|介绍|表示|告诉|认为|坦言|透露|称)")
"""监靳长河介绍: the end of a post, and who has it."""
_RARE = 4_000
INSIDE = 2.0
"""From this value of `cut_start` on a text begins inside a sentence."""
CERTAIN = 3.0
"""From this value on it certainly does."""
_STARTS = (5, 4, 3)
_CLAUSE_END = re.compile("[，,、。；;：:！？!?“”]")
_ENDING = re.compile(
    r"下一步|未来[，,]|今后|力争|将继续|将持续|将进一步|还将|到(?:20\d\d年|“?十[四五]五)[^。]*(?:将|达到|达|突破)|为[^。，]{4,20}(?:贡献|注入)[^。，]{0,16}(?:力量|动能|动力|活力)"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """What a block shows at its two ends, worked out once.

    `cut_start` runs from 0 (a fresh paragraph) to about 5 (certainly begins inside a word or sentence).
    """

    tail: str
    head: str
    open: bool
    soft: bool
    closing: str
    opening: str
    cut_start: float
    fresh: float
    speaker: bool
    half: float | None
    last_rare: bool
    first_rare: bool
    last_class: tuple[str, str]
    first_class: tuple[str, str]
    last_kinds: tuple[str, str]
    first_kinds: tuple[str, str]
    last_length: int
    first_length: int
    ending: bool
    waiting: Waiting
    given: Given
    wanted: frozenset[int]
    met: frozenset[int]
    asked: frozenset[int]
    answered: frozenset[int]
    lists: bool
    listed: bool
    row: str
    rows: str
    clause: Opening
    term: bool
    ends_in_time: bool
    starts_in_time: bool
    units: Wanted
    unit: str
    announced: Announced
    speaks: Speaks
    opens: float
    lone: float
    turned: bool
    done: bool
    last_words: frozenset[str]
    first_words: frozenset[str]


class PageWords:
    """The page's own vocabulary: which strings of characters it has, and how often."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = "\n".join(texts)
        self._counts: dict[str, int] = {}

    def bound(self, head: str) -> bool:
        """Whether a text begins with the rest of a longer word: 技术开发区 where the page has 经济 before."""
        for size in _STARTS:
            start = head[:size]
            if len(start) == size and self._count(start) > 1:
                return self._always_after(start)
        return False

    def _always_after(self, string: str) -> bool:
        """Whether the page has one and the same character before a string, wherever a text does not begin with it."""
        before = {part[-1] for part in self._whole.split(string)[:-1] if part and part[-1] != "\n"}
        return len(before) == 1 and bool(_HAN.match(next(iter(before))))

    def _count(self, string: str) -> int:
        if string not in self._counts:
            self._counts[string] = self._whole.count(string)
        return self._counts[string]

    def spanning(self, tail: str, head: str) -> tuple[str, int]:
        """The longest string over the cut that the page has elsewhere, and how often."""
        best, count = "", 0
        if head[0].isdecimal() or tail[-1] + head[0] not in self._whole:  # 产值|21.3亿元 and 产值|2 show nothing
            return best, count
        for left in range(1, 6):
            if left > len(tail) or not _WORDLIKE.match(tail[-left]):
                break
            for right in range(1, 7 - left):
                if right > len(head) or not _WORDLIKE.match(head[right - 1]):
                    break
                string = tail[-left:] + head[:right]
                found = self._count(string)
                if not found:
                    break  # none that is longer either
                if (len(string), found) > (len(best), count):
                    best, count = string, found
        return best, count


def edge(text: str, bare_end: int, half: float | None) -> Edge:
    """What the two ends of a block show; `bare_end` is where a byline at its end begins."""
    bare = text[:bare_end].rstrip()
    closing, opening = unmatched(bare)
    head, tail = text[:_REACH], bare[-_REACH:]
    first = _TERM.sub("", head)
    kinds = first_kinds(first)
    cut_start, fresh = _start(text[:_QUOTED])
    if len(text) <= _PIECE and text.endswith("。") and _DIGIT.search(text):
        cut_start, fresh = max(cut_start, CERTAIN), 0.0
    return Edge(
        tail=tail,
        head=head,
        open=ends_open(bare) and bare_end == len(text) and not byline(text),
        soft=ends_softly(bare),
        closing=closing,
        opening=opening,
        cut_start=cut_start,
        fresh=fresh,
        speaker=bool(_SPEAKER.match(text)),
        half=half,
        last_rare=_rare(words.cut(tail)[-1]),
        first_rare=_rare(_first(head)),
        last_class=last_class(tail),
        first_class=first_class(first),
        last_kinds=last_kinds(tail),
        first_kinds=kinds,
        last_length=len(_CLAUSE_END.split(bare)[-1]),
        first_length=len(_CLAUSE_END.split(bare, maxsplit=1)[0]),
        ending=bool(_ENDING.search(bare[-120:])),
        waiting=waiting(tail),
        given=given(head),
        wanted=wanted(bare),
        met=met(text),
        asked=asked(bare),
        answered=answered(text),
        lists="、" in last_clause(bare),
        listed=bool(_LISTED.search(first_clause(text))),
        row=row[1] if (row := _ROW.search(bare[-_ROW_REACH:])) else "",
        rows=rows[1] if (rows := _ROWS.match(text)) else "",
        clause=clause_opening(text),
        term=bool(_TERM.match(text)),
        ends_in_time=bool(_TIME_LAST.search(tail)),
        starts_in_time=bool(_TIME_FIRST.match(text)),
        units=wanted_units(bare),
        unit=unit_of(head),
        announced=announced(bare[-END:]),
        speaks=speaks(text[:START]),
        opens=opens(kinds),
        lone=lone(text),
        turned=turned(text),
        done=done(text),
        last_words=last_words(bare),
        first_words=first_words(text),
    )


@lru_cache(maxsize=4_096)
def _first(text: str) -> str:
    return words.cut(text)[0]


@lru_cache(maxsize=4_096)
def _start(head: str) -> tuple[float, float]:  # noqa: PLR0911  (one return a sign)
    """How surely a text begins inside a sentence, and how surely it begins a paragraph."""
    press = press_words()
    if head[0] in "，,、。；;：:！!？?”’）)》】%％‰":
        return 6.0, 0.0
    if _LINK_CUT.match(head) or _AMOUNT_CUT.match(head):
        return 3.0, 0.0
    if (post := _POST_CUT.match(head)) and post["name"][0] in press.surnames:
        return 3.0, 0.0
    if _OF_SEVERAL.match(head):
        return 3.0, 0.0
    if is_turn(head) or _SEEN_BY.match(head):
        return 0.0, 0.5
    if head[0] in "“‘《（(【" and not _TERM.match(head):
        return 0.0, 0.6
    first = _first(_TERM.sub("", head)[:_REACH])
    if _BY_THEN.match(head):
        return 0.0, 0.5
    if first in press.never_first:
        return 4.0, 0.0
    if first in press.start_words:
        return 0.0, 1.5
    if len(first) == 1 and _HAN.match(first) and first not in press.start_characters:
        return 2.0, 0.0
    if re.match(r"\d+(?:\.\d+)?(?:年|月|日)", head) or re.match(r"[\d]+(?:个|家|项|多)", head):
        return 0.0, 0.5
    return 0.0, 0.0


def begins_inside(text: str) -> bool:
    """Whether a text's first word can hardly open a sentence, as in 者之一。公司… or 度，我们这个…."""
    return _start(text[:_QUOTED])[0] >= INSIDE


def straddling(tail: str, head: str) -> tuple[float, str]:
    """How much better the text reads when a word may run over the cut, and that word."""
    tail, head = tail[-_REACH:], head[:_REACH]
    if not (_HAN.match(tail[-1]) and _HAN.match(head[0])):
        return _latin(tail, head)
    if head[0] in _BOUNDS and _BOUNDED.search(tail):
        return _GAIN_OF_BOUND, tail[-1] + head[0]
    if not _over(tail[-3:], head[:3]):
        return 0.0, ""
    best = (0.0, "")
    at = 0
    for word in words.cut(tail + head):
        if at < len(tail) < at + len(word):
            left, right = tail[at:], word[len(tail) - at :]
            best = _gain(word, left, right), word
        at += len(word)
    return max(best, *_indicators_over(tail[-3:], head[:3]), key=lambda found: found[0])


_BOUNDED = re.compile(r"\d[万亿千百]?[\u4e00-\u9fff%]{1,4}以$")
_BOUNDS = "上下内外"
_GAIN_OF_BOUND = 4.0
"""带动就业800人以|上: both characters are common, but not at such an end and such a start."""


def _indicators_over(tail: str, head: str) -> list[tuple[float, str]]:
    """The names of indicators that may run over a cut, which the segmenter need not know: 货|值."""
    pieces = ((tail[-a:], head[:b]) for a in range(1, len(tail) + 1) for b in range(1, len(head) + 1))
    found = [(_gain(a + b, a, b), a + b) for a, b in pieces if words.is_indicator(a + b)]
    return found or [(0.0, "")]


def _latin(tail: str, head: str) -> tuple[float, str]:
    """Numbers and Latin words over a cut: 8050|度, 5|G."""
    if tail[-1].isdigit() and _UNIT.match(head):
        return 2.5, tail[-1] + head[0]
    if re.match("[A-Za-z0-9]", tail[-1]) and re.match("[A-Za-z0-9.%]", head[0]):
        return 2.5, tail[-1] + head[0]
    if tail[-1].isdigit() and _HAN.match(head[0]):
        return -0.5, ""
    return 0.0, ""


def _gain(word: str, left: str, right: str) -> float:
    """Pointwise mutual information of a word's two pieces, at most 7."""
    known = words.frequency(word)
    if not known:
        return 0.7
    a, b = max(1, words.frequency(left)), max(1, words.frequency(right))
    most = 1.0 + 1.5 * math.log10(known)  # a rare word is no strong sign, however rare its pieces: 销货|款
    return max(-1.0, min(7.0, most, 0.5 * math.log(known * words.CORPUS / (a * b))))


def _broken(i: Edge, j: Edge) -> float:
    """How surely the two ends, each for itself, were cut inside a word."""
    return float(i.last_rare) + float(j.first_rare)


def _rare(piece: str) -> bool:
    """Whether a character hardly ever stands as a word by itself."""
    return len(piece) == 1 and bool(_HAN.match(piece)) and words.frequency(piece) < _RARE


def _loose(tail: str, head: str) -> float:
    """How common the commonest dictionary word is that could run over a cut, from 0 to 1."""
    if not (_HAN.match(tail[-1]) and _HAN.match(head[0])):
        return 0.0
    best = _over(tail[-3:], head[:3])
    return min(1.0, math.log1p(best) / 9.0) if best else 0.0


@lru_cache(maxsize=20_000)
def _over(tail: str, head: str) -> int:
    """The frequency of the commonest word of one text's end and the other's start; 0 where there is none."""
    best = 0
    for a in range(1, len(tail) + 1):
        for b in range(1, len(head) + 1):
            string = tail[-a:] + head[:b]
            if words.is_word(string):
                best = max(best, words.frequency(string), 1)
    return best


class Joint(NamedTuple):
    """How a text reads over a cut; a page has thousands of them, which a tuple is made for quickest."""

    word: float  # how much likelier the word over the cut is than its two pieces
    broken: float  # pieces that do not stand on their own, and find no other half
    string: float  # how long a string over the cut the page has elsewhere
    grammar: float  # how well the words' classes follow one another
    loose: float  # a word that could run over the cut, though the text does not cut it so
    two_before: float  # how usual the word behind the cut is after the two before it
    two_behind: float  # how usual the two words behind the cut are after the one before it


def joint(i: Edge, j: Edge, page: PageWords) -> Joint:
    """How the end of one block reads with the start of another."""
    gain, word = straddling(i.tail, j.head)
    string, count = page.spanning(i.tail, j.head)
    known = bool(word) and (words.is_word(word) or words.is_indicator(word))
    two_before, two_behind = goes_on(i.last_kinds, j.first_kinds)
    return Joint(
        word=gain if known else 0.0,
        broken=0.0 if word else _broken(i, j),
        string=max(0.0, len(string) - 2 + 0.3 * (count > 1)) + (0.3 if len(string) == 2 else 0.0),
        grammar=grammar(i.last_class, j.first_class),
        loose=0.0 if known else _loose(i.tail, j.head),
        two_before=two_before,
        two_behind=two_behind,
    )


def told(i: Edge, j: Edge, page: PageWords) -> tuple[str, str]:
    """What goes on over a cut, a word or a sentence, and what shows it, in words."""
    gain, word = straddling(i.tail, j.head)
    string, _ = page.spanning(i.tail, j.head)
    over = bool(word) and gain > 0
    reasons = [f"the word {word} runs across the cut"] if over else []
    if len(string) >= 3:
        reasons.append(f"the page has {string} elsewhere")
    return "word" if over else "sentence", "; ".join(reasons) or "the sentence goes on"


def quote_score(i: Edge, j: Edge) -> float:
    """Whether marks that wait for their other half find it."""
    wanted = [mark for mark in i.opening if mark in "“‘（(《"]
    given = list(j.closing)
    if wanted and given:
        pairs = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}
        return 4.0 if any(pairs.get(mark) in given for mark in wanted) else 0.0
    if wanted:
        return -0.5 if j.open else -2.5
    return -3.0 if "”" in given or "》" in given else 0.0


def width_scores(half: Any) -> Any:
    """Articles from different desks differ in half- and full-width commas: -1 for pairs that clash, about 0 else.

    `half` is the share of half-width marks in each block, nan where there are too few to tell.
    """
    import numpy as np  # noqa: PLC0415

    difference = np.abs(half - half[:, None])
    return np.where(np.isnan(difference), 0.0, np.select([difference > 0.8, difference > 0.5], [-1.0, -0.4], 0.07))
