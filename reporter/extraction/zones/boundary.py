"""Where a zone's name begins when no table has it.

In: a text and the span before a closing word. Out: the offset where the name starts, or None where there is no
name at all (打造产业转移|示范区|, 各类|开发区|). Places open a name; verbs and function words end the search.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from reporter.extraction.zones.naming import FORMS, SIGNS
from reporter.language.words import Word, Words
from reporter.lexicon import Lexicon
from reporter.lexicon.zones import ZoneWord
from reporter.model import ZoneType


class Window(Struct, frozen=True, gc=False):
    """The span that a name may take up."""

    start: int
    end: int


_NO_NAME = ("v", "p", "c", "u", "d", "r", "w", "q", "y", "e", "zg", "m", "k", "o", "t")
"""Parts of speech that end a name to the left."""
_FUNCTION = ("p", "c", "u", "w", "r", "m", "t")
_AT = frozenset(["位于", "落户", "入驻", "走进", "坐落", "地处"])
_PROPER = ("ns", "nr", "nrt", "nz", "nt")
_SHARED = 64  # cut windows that are remembered: three questions in a row are asked about each
_COUNT = re.compile(r"[一二三四五六七八九十百千万两几数多\d]+[大个家批]")
_LONGEST = 16  # characters of a name behind its first place
_TAIL = 6  # characters of a name without a place
_SHORTEST = 2
_ENDS = ("", "：", ":", "—", "|")
_COUNTY = re.compile(
    r"(?:^|(?<=[从在于到由与向对和及]))"
    r"(?!图为|[各本全该我每邻外从在于到由与向对和及为是将把给让])(?:(?![从在到由向对])[\u4e00-\u9fff]){1,3}[县旗](?![级域城区委政情长])"
)
"""A county that no table has, where a name can begin."""
_SHORES = frozenset("湾岛湖洲峡")
"""Signs that make a place of its own of the one before: 台州|湾|新区."""
_GLUED = frozenset("在从由把被")
"""Function words that the dictionary takes for the beginning of a name that it does not know."""
_LANDFORM = re.compile(f"[\u4e00-\u9fff]{{2,3}}[{FORMS}]")
"""A landform of its own: what such a name stands before is a place's zone."""
_OPENS_NAME = re.compile(
    f"(?![在到访看建促助入进推迎赴抵出离兴办引把让使给向往为是有对与和同跟由从被])[\u4e00-\u9fff]{{1,2}}[{FORMS}]"
)
"""The same from a sign that is a word elsewhere: |浣|溪, |松|溪口."""
_AREAS = frozenset(["园区", "片区", "新片区", "小镇", "示范区", "试验区", "集聚区"])
_OF_PLACES = frozenset("省市县区州镇乡村国")
_WHOLE = 3  # a place's name of this length is no accident of two neighbouring words


class Start(Struct, frozen=True, gc=False):
    """Where a name begins, and whether that is sure."""

    at: int
    sure: bool


class Boundary:
    """The left edge of names, and what stands around them."""

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        cues = lexicon.zone_cues
        self.places = lexicon.places
        self.words = words
        self._cut = lru_cache(maxsize=_SHARED)(words.cut)
        self._general: frozenset[str] = frozenset((*cues.general, *cues.area, *cues.whole))
        self._organisation: tuple[str, ...] = cues.organisation
        self._organisation_begins = frozenset(word[0] for word in cues.organisation)
        self._name_verbs: frozenset[str] = frozenset(cues.name_verbs)
        verbs = (word for word in cues.place if len(word) > 1)  # the dictionary has 落户 as a noun
        self._not_in_names: frozenset[str] = frozenset((*cues.not_in_names, *verbs))
        self._not_before_word: tuple[str, ...] = cues.not_before_word
        self._city_areas: tuple[str, ...] = cues.city_areas
        self._too_plain: frozenset[str] = frozenset(cues.too_plain)
        self._offices: tuple[str, ...] = cues.offices
        self._headline_verbs: tuple[str, ...] = tuple(sorted(cues.headline_verbs, key=len, reverse=True))

    def absorb(self, text: str, start: int) -> int:
        """The start of the places right before a name: |广东省|肇庆高新区."""
        while name := self.places.ending(text, start, max(0, start - 12)):
            places = self.places.named(name)
            if places[0].level == "county" and not name.endswith(("市", "区", "县", "旗")):
                break
            start -= len(name)
        return start

    def is_organisation(self, text: str, end: int) -> bool:
        """Whether a name goes on as the name of an organisation: 广州经济技术开发区|支行."""
        return text[end : end + 1] in self._organisation_begins and text.startswith(self._organisation, end)

    def is_unknown(self, piece: str) -> bool:
        """Whether no dictionary has a piece: the coined name of a firm."""
        return not self.words.is_word(piece) and all("\u4e00" <= sign <= "\u9fff" for sign in piece)

    def is_name(self, piece: str) -> bool:
        """Whether a piece can stand in a name: 信创, 机器人; not 推动, 与."""
        words = self._cut(piece)
        if piece.endswith(self._not_before_word) and not self.places.ending(piece, len(piece)):
            return False  # 绿电进|园区|
        return all(map(self._fits, words)) and not (words and all(word.text in self._general for word in words))

    def stands_alone(self, text: str, window: Window) -> bool:
        """Whether a closing word stands by itself after a verb or a function word: 离不开|经开区|, 对|园区|."""
        words = self._cut(text[window.start : window.end])
        if not words:
            return True
        fits = self._fits(words[-1]) or self._is_inside(words, len(words) - 1)
        return not fits and self._cut_place(text, window, words) is None

    def is_general(self, text: str, window: Window) -> bool:
        """Whether a closing word speaks of zones in general: 各类|开发区|, 108个|产业园区|."""
        before = text[window.start : window.end]
        if not before:
            return False
        last = self._cut(before)[-1]
        return last.text in self._general or last.tag.startswith(("m", "q"))

    def name_start(self, text: str, window: Window, word: ZoneWord, *, head: bool) -> Start | None:
        """Where the name before a closing word begins; None where the words before it are no name.

        A place opens the name where there is one. Without, only the words that name a zone after any proper name
        (tier A) may follow, or those of a headline; a proper name before another word (松塔湖科技园) is not sure.
        """
        end = window.end
        words = self._cut(text[window.start : end])
        if word.word not in self._too_plain and (place := self._cut_place(text, window, words)) is not None:
            return Start(place, True)
        if word.type is not ZoneType.FREE_TRADE and (county := self._county(text, window)) is not None:
            return Start(county, True)
        first = len(words)
        while first and (self._fits(words[first - 1]) or self._is_inside(words, first - 1)):
            first -= 1
        first -= self._begins_landform(words, first)
        kept = words[first:]
        if not kept:
            return None
        opened = next((p for p in kept if self._is_opened(text, window.start, p, end, word, kept)), None)
        opened = self._whole_name(kept, opened)
        at = window.start + (opened or kept[0]).start
        at = self._unglued(text, at, kept[0]) if opened is None else at
        if opened is not None:
            plain = word.type is not ZoneType.FREE_TRADE or self.places.ending(text, end, at) == text[at:end]
            brand = word.type is ZoneType.PARK and any(self._is_proper(p) for p in kept if p.start < opened.start)
            return Start(at, True) if plain and not brand else None  # 比亚迪|襄阳产业园 is a company's own
        return self._without_place(text, at, window, word, kept, head)

    def _whole_name(self, kept: list[Word], opened: Word | None) -> Word | None:
        """The word that opens a name, with the one sign before a county that makes another name of it: |柳|河口."""
        if opened is None or opened is kept[0] or len(opened.text) != _SHORTEST:
            return opened
        before = kept[kept.index(opened) - 1]
        whole = len(before.text) == 1 and before.tag.startswith("n") and before.text not in _OF_PLACES
        county = {place.level for place in self.places.named(opened.text)} == {"county"}
        return before if whole and county and before.end == opened.start else opened

    def _cut_place(self, text: str, window: Window, words: list[Word]) -> int | None:
        """Where a county's name begins that ends the window and was cut in two (于|都); None where there is none."""
        name = self.places.ending(text, window.end, window.start)
        at = window.end - len(name)
        inner = [w for w in words if window.start + w.start >= at] if len(name) > 1 else []
        whole = len(inner) == len(name) and window.start + inner[0].start == at if inner else False
        return at if whole and self.places.named(name)[0].level == "county" else None

    def _county(self, text: str, window: Window) -> int | None:
        """Where a county that no table has opens the name: |岑川县|先进制造业开发区."""
        found = _COUNTY.search(text[window.start : window.end])
        if found is None:
            return None
        rest = self._cut(text[window.start + found.end() : window.end])
        return window.start + found.start() if all(map(self._fits, rest)) else None

    def _unglued(self, text: str, at: int, first: Word) -> int:
        """The start of a name without the verb that the dictionary, not knowing the name, took for a part of it."""
        if self.words.is_word(first.text):
            return at
        dated = first.text[0] in "年月日" and text[at - 1 : at].isdigit()
        if (dated or first.text[0] in _GLUED) and len(first.text) > _SHORTEST:
            return at + 1  # 从|栖云坪, 2023年|玉岭
        verb = next((verb for verb in self._headline_verbs if text.startswith(verb, at)), "")
        return at + len(verb) if len(first.text) - len(verb) >= _SHORTEST else at

    def _without_place(  # noqa: PLR0911  a list of rules, the first that fits
        self, text: str, at: int, window: Window, word: ZoneWord, kept: list[Word], head: bool
    ) -> Start | None:
        """The start of a name that no place opens."""
        proper = [self._is_proper(p) for p in kept]
        at_head = head and at == window.start and (not at or text[at - 1] in "：“ ")
        behind = text[window.end + len(word.word) :][:1]
        if at_head and behind in _ENDS and any(proper) and window.end - at <= _LONGEST:
            return Start(at, True)  # 鲁西国际小微企业创业园: all that stands over an article
        if not _SHORTEST <= window.end - at <= _TAIL or _COUNT.match(text, at):
            return None
        if any(p.text in self._general for p in kept):
            return None
        if word.word == "片区":  # an area of the free trade zone of the page, if it has one
            plain = text.startswith(self._city_areas, at) or not any(proper)
            return None if plain else Start(at, True)
        if word.type is ZoneType.FREE_TRADE and not all(proper):
            return None
        if word.tier == "A" or (at_head and word.word not in self._too_plain):
            return Start(at, True)
        run = text.startswith(self._offices, window.end + len(word.word))  # 花山口|经济区|管委会 is run as a zone
        if _LANDFORM.fullmatch(text, at, window.end) and word.word not in _AREAS:
            return Start(at, False)  # 石鼓岭|工业园区, 云栖河|新城
        return Start(at, False) if any(proper) and (run or word.word not in self._too_plain) else None

    def _is_opened(self, text: str, offset: int, piece: Word, end: int, word: ZoneWord, kept: list[Word]) -> bool:
        """Whether a place at this word opens the name."""
        at = offset + piece.start
        name = self.places.starting(text, at, end)
        if name == piece.text and self.places.named(name)[0].level == "county" and piece.tag not in _PROPER:
            return False  # 合作, 和平, 东方: a county's name, but a common word here
        if not name and SIGNS.match(text, at):
            name = text[at : at + 2]
        ends = piece.tag == "ns" or any(offset + p.end == at + len(name) for p in kept)
        if name and not ends and len(name) < _WHOLE:
            return False  # 合作 in 合作开发
        return bool(name) and self._opens(text, at, name, end, word, [p for p in kept if p.start >= piece.start])

    def _opens(self, text: str, at: int, name: str, end: int, word: ZoneWord, kept: list[Word]) -> bool:
        """Whether a place opens the name that ends at `end`: 连云港市海州区天马电商, not 江苏省 before 产业园区."""
        if end - at > _LONGEST + len(name):
            return False
        tail = at + len(name)
        level = self.places.named(name)[0].level if self.places.named(name) else "sign"
        while inner := self.places.starting(text, tail, end):
            tail += len(inner)
            level = "county"
        rest = text[tail:end]
        if rest:
            return not all(piece.text in self._general for piece in kept if piece.end > tail - at + kept[0].start)
        return word.tier == "A" or (level != "province" and word.word not in ("园区", "片区", "区域"))

    def _is_proper(self, word: Word) -> bool:
        """Whether a word is a name: by its tag, or because no dictionary has it."""
        return word.tag in _PROPER or not self.words.is_word(word.text)

    def _is_inside(self, words: list[Word], index: int) -> bool:
        """Whether a single sign is part of a place's name: 佛山市|三|龙湾, 太原|中|北, 紫云|台, 梧桐|渡."""
        if index == 0 or len(words[index].text) > 1:
            return False
        if index + 1 == len(words):
            before = words[index - 1]
            form = words[index].text in FORMS and before.tag.startswith("n") and len(before.text) == _SHORTEST
            return form or (words[index].tag == "q" and before.tag in _PROPER)
        return words[index].tag in ("m", "f") and words[index - 1].tag == "ns" and words[index + 1].tag in _PROPER

    def _begins_landform(self, words: list[Word], first: int) -> bool:
        """Whether all that is kept from `first` on makes a landform's name with the single sign before it."""
        if not 0 < first < len(words) or len(words[first - 1].text) > 1 or words[first - 1].tag in _FUNCTION:
            return False
        name = "".join(word.text for word in words[first - 1 :])
        alone = first == 1 or words[first - 2].tag.startswith(_FUNCTION) or words[first - 2].text in _AT
        return alone and _OPENS_NAME.fullmatch(name) is not None

    def _fits(self, word: Word) -> bool:
        """Whether a word can be part of a name."""
        if word.text in self._name_verbs or word.text in _SHORES or self.places.named(word.text):
            return True
        if not any(map(str.isalnum, word.text)):
            return False  # ▲ before the first name of an entry
        return word.text not in self._not_in_names and not word.tag.startswith(_NO_NAME)
