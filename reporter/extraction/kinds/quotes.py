"""Quotes: who said what, in quotation marks or told by the reporter.

In: a scene and the people it introduces. Out: `Quote` facts, each with a speaker; words that nobody is said to have
spoken are none.

    “我们……升级。”林秋鸿表示。                    the speaker after the words
    潘庆军表示：“突如其来的……完工。”               before them
    “今年前3个月……30%。”魏智江说，“这些成绩……。”   in the middle: one quote of two parts
    “国外重点客户……。”近日，……总经理李墨森一扫……   no verb of saying, but a person is introduced right after
    苏成介绍，3款新能源汽车均用于城市货运配送。       told: `direct` is False
    罗昌起初不肯：“我修雷达行，卖雷达不行。”          a colon after what somebody does
    “……。”他说，同去的还有5位创业者。                他, 她: the person named last before
    陈启远：准，但只说对了一半。                       an answer in an interview
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.people import Sighting
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.alternation import one_of
from reporter.language.text import CJK, Span, apart, standing
from reporter.lexicon.kinds import people_words
from reporter.model import Decision, Quote

MIN_DIRECT = 6
"""Fewer characters in quotation marks are a term (“芯屏端网”), not words spoken."""

MIN_INDIRECT = 8
"""A told sentence that is shorter says nothing worth keeping."""

_APART = re.compile("[。！？“”]")
_QUOTED = re.compile("“(?P<words>[^“”]*(?:“[^“”]*”[^“”]*)*)(?P<close>”|$)")
_UNCLOSED = re.compile("“(?P<words>[^“”]+[。！？])(?=[^“”。！？]{4,40}[。，][^“”]*$)")
_UNOPENED = re.compile("(?:^|(?<=[。！？]))(?P<words>[^“”。！？]{8,100}[。！？])”")
"""Words of which a torn page has lost a mark: the sentence before the speaker tells where they end."""

_BEFORE_WORDS = ("。", "！", "？", "；", "，", "：", "”", " ", "")
_READ = re.compile("看到|看见|写|读|标语|横幅|条幅|通知|问|收到|发来|牌|名为|题为|叫|打出|推出|提出|打造")
"""Verbs before a colon whose subject does not speak the words behind it."""

_ANSWER = re.compile("(?P<who>[^，。：；“”！？]{2,40})：(?!“)")
_SHORT_ANSWER = re.compile(r"(?:对|对的|是|是的|没错|有|会|当然|确实|\d{4}年)。")
_LONG_ANSWER = 60
"""Of an answer in an interview whole sentences are quoted until there are so many characters."""


class _Known(NamedTuple):
    """Everybody whom the article names, where they stand in the paragraph, and whom the one before names."""

    named: set[str]
    places: Sequence[Span]
    above: Sequence[str]

    def meant(self, text: str, offset: int) -> str:
        """Who 他 or 她 is: the person named last before, or the only one whom the paragraph before names."""
        before = [text[start:end] for start, end in self.places if end <= offset]
        return before[-1] if before else self.above[0] if len(set(self.above)) == 1 else ""


class _Saying(Struct, frozen=True, gc=False):
    """Somebody says something: who, and the span from the name (or title) to the end of the verb."""

    speaker: str
    start: int
    end: int
    verb: str


@cache
def _verb() -> str:
    return one_of(people_words().speech)


@cache
def _anonymous() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>{one_of(people_words().anonymous)})(?P<gap>[^，。；：“”！？]{{0,8}}?)(?P<verb>{_verb()})(?=[，：。“]|记者|道)"
    )


_MAY_QUOTE = re.compile("“|”|说|表示|介绍|告诉|认为|强调|指出|坦言")


def find_quotes(scene: Scene, people: Sequence[Sighting]) -> list[Quote]:
    """All quotes of the article in reading order."""
    named = {sighting.text for sighting in people}
    people_in = by_passage(people)
    facts: list[Quote] = []
    above: list[str] = []
    for passage in scene.body:
        text = passage.text
        places = list(apart(standing(text, named)))
        introduced = people_in.get(passage.index, [])
        if answer := _answer(scene, passage, introduced, named):
            facts.append(answer)
        elif _MAY_QUOTE.search(text):
            known = _Known(named, places, above)
            sayings = sorted([*_sayings(text, places), *_pronouns(text, known)], key=lambda saying: saying.start)
            facts.extend(_of_speaker(scene, q, introduced) for q in _in(scene, passage, sayings, introduced, known))
        above = [text[start:end] for start, end in places]
    titles = {person.text: person.title for person in reversed(people) if person.post}
    return [replace(fact, title=titles[fact.speaker]) if fact.speaker in titles else fact for fact in facts]


def _of_speaker(scene: Scene, quote: Quote, people: Sequence[Sighting]) -> Quote:
    """“我们要把厂房用好。”|云岭高新区管委会主任杜青松说: words before any zone is named are of the speaker's."""
    if quote.zone:
        return quote
    who = next((person for person in people if person.text == quote.speaker), None)
    zone = scene.zone(who.passage, who.name.start, who.name.end) if who else ""
    return replace(quote, zone=zone) if zone else quote


def _answer(scene: Scene, passage: Passage, people: Sequence[Sighting], named: set[str]) -> Quote | None:
    """What somebody answers in an interview: the first whole sentences after the name (and post) and a colon."""
    match = _ANSWER.match(passage.text)
    if match is None:
        return None
    titled = (one.text for one in people if one.title_start == 0 and one.name.end == match.end("who"))
    who = match["who"] if match["who"] in named else next(titled, "")
    if not who:
        return None
    start, stop = match.end(), 0
    for _, end in passage.sentences:
        stop = end
        if _SHORT_ANSWER.fullmatch(passage.text, start, end):
            start = end  # 对。……: what it answers, a reader of the brief does not see
        elif end - start >= _LONG_ANSWER:
            break
    words = passage.located.text[start:stop].strip()
    if len(words) < MIN_INDIRECT:
        return None
    return _fact(scene, passage, start, stop, who, words, direct=True, rule="an answer", cue="：")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[，。！？；”]))(?:[他她]|这位(?![^，。]{{0,6}}负责人)[{CJK}]{{2,10}}?)(?:还|也|又|接着|随后|这样)?(?P<verb>{_verb()})(?=[，：。“]|记者)"
    )


def _pronouns(text: str, known: _Known) -> Iterator[_Saying]:
    """他说, 她介绍, 这位厂长回忆说, outside other people's words."""
    if "他" not in text and "她" not in text and "这位" not in text:
        return
    for match in _pronoun().finditer(text):
        inside = text.count("“", 0, match.start()) > text.count("”", 0, match.start())
        if not inside and (speaker := known.meant(text, match.start())):
            yield _Saying(speaker, match.start(), match.end(), match["verb"])


@cache
def _saying() -> re.Pattern[str]:
    """Behind a known name a stretch without marks, and a verb of saying: 习近平|总书记在安徽考察时指出."""
    return re.compile(
        rf"[^，。；：“”！？]{{0,40}}?(?<!没有)(?<![没未不])(?P<verb>{_verb()})(?:记者|道)?(?=[，：。！“]|[{CJK}])"
    )


def _sayings(text: str, places: Iterable[Span]) -> Iterator[_Saying]:
    named = [(0, 0)]
    for start, end in places:
        if start >= named[-1][1] and (match := _saying().match(text, end)):
            named.append((start, match.end()))
            yield _Saying(text[start:end], start, match.end(), match["verb"])
    for match in _anonymous().finditer(text):
        if any(start < match.end() and match.start() < end for start, end in named):
            continue  # 负责人蔡国堂说 has a name
        start = min(name_start(text, match.start("who")), match.start("who"))
        yield _Saying(text[start : match.end("who")], start, match.end(), match["verb"])


def _in(
    scene: Scene, passage: Passage, sayings: Sequence[_Saying], people: Sequence[Sighting], known: _Known
) -> Iterator[Quote]:
    """The quotes of a paragraph: `sayings` and `people` are those in it."""
    text, printed = passage.text, passage.located.text
    used: set[int] = set()
    spans = sorted(_spans(text, sayings), key=lambda match: match.start())
    speakers = [
        _before_colon(text, match, people, known)
        or _speaker(text, match, sayings, people)
        or _acts_after(text, match, known)
        for match in spans
    ]
    reports = [(saying, span[1]) for saying in sayings if (span := _told(text, passage, saying))]
    last = ""
    at = 0
    while at < len(spans):
        match, by = spans[at], speakers[at]
        end = at + 1
        if by is None and _goes_on(text, match):
            told = next((saying.speaker for saying, stop in reports if stop == match.start() - 1), "")
            if told or last:
                by = (told or last, "the speaker goes on", "")
        if by is not None:
            words = printed[match.start("words") : match.end("words")]
            stop = match.end()
            # A second part after the speaker: “……。”魏智江说，“……”
            while end < len(spans) and _continues(text, stop, spans[end].start(), by[0]):
                words += printed[spans[end].start("words") : spans[end].end("words")]
                stop = spans[end].end()
                end += 1
            last = by[0]
            used.update(range(match.start(), stop))
            yield _fact(scene, passage, match.start(), stop, by[0], words, direct=True, rule=by[1], cue=by[2])
        at = end
    for saying in sayings:
        if span := _told(text, passage, saying):
            start, stop = span
            stop = min((at for at in used if start <= at < stop), default=stop)
            while stop > start and text[stop - 1] in "，：、 ":
                stop -= 1
            if start not in used and stop - start >= MIN_INDIRECT:
                yield _fact(
                    scene,
                    passage,
                    start,
                    stop,
                    saying.speaker,
                    printed[start:stop],
                    direct=False,
                    rule="told",
                    cue=saying.verb,
                )


def _spans(text: str, sayings: Sequence[_Saying]) -> Iterator[re.Match[str]]:
    """Words that somebody speaks, in quotation marks of which a torn page may have lost one."""
    for match in _QUOTED.finditer(text):
        cut = None if match["close"] else _UNCLOSED.match(text, match.start())
        if cut and _at_once(text, cut, sayings):
            yield cut
        elif _is_speech(match) or (_short_speech(text, match) and _at_once(text, match, sayings)):
            yield match
    if text.count("”") > text.count("“"):
        for match in _UNOPENED.finditer(text):
            opened = text.count("“", 0, match.start()) > text.count("”", 0, match.start())
            if not opened and _at_once(text, match, sayings):
                yield match


def _short_speech(text: str, match: re.Match[str]) -> bool:
    """Whether words without marks stand as a clause of their own: “不能只当‘机房’”，杨达说."""
    apart_before = text[match.start() - 1 : match.start()] in _BEFORE_WORDS
    return apart_before and len(match["words"]) >= MIN_DIRECT and text[match.end() : match.end() + 1] == "，"


def _at_once(text: str, match: re.Match[str], sayings: Sequence[_Saying]) -> bool:
    """Whether somebody is said to have spoken right after the words."""
    return any(
        0 <= saying.start - match.end() <= 40 and not _APART.search(text, match.end(), saying.start)
        for saying in sayings
    )


def _before_colon(
    text: str, match: re.Match[str], people: Sequence[Sighting], known: _Known
) -> tuple[str, str, str] | None:
    """Whoever does something before a colon and a whole sentence in quotation marks (罗昌起初不肯：“……。”)."""
    if text[match.start() - 1 : match.start()] != "：" or not match["words"].endswith(("。", "！", "？", "…")):
        return None
    begin = max(text.rfind(mark, 0, match.start()) for mark in "。！？”；") + 1
    clause = text[begin : match.start()]
    titled = next((one.text for one in people if one.title_start == begin), "")
    who = titled or _first(clause, text, begin, known)
    if not who or len(clause) > 40 or _READ.search(clause):
        return None
    return who, "speaker before a colon", "："


def _acts_after(text: str, match: re.Match[str], known: _Known) -> tuple[str, str, str] | None:
    """Whoever does something right after the words (“……。”他指了指面前的柜子)."""
    if not match["words"].endswith(("。", "！", "？", "…")) or _HEARS.match(text, match.end()):
        return None
    who = _first(text[match.end() : match.end() + 8], text, match.end(), known)
    return (who, "somebody who acts after the words", "") if who else None


_HEARS_NOW = re.compile("没有?[^想]|听|追?问|打断|摇|接过|回?答")
_HEARS = re.compile("[^，。；]{1,4}?(?:没有?|不|听|问|打断|却|摇|接过|答|所在|的)")
"""Whoever hears the words, asks or denies is not the one who spoke them."""


def _first(clause: str, text: str, offset: int, known: _Known) -> str:
    """The person, named or meant by 他 or 她, with whom a clause begins."""
    if clause[:1] in ("他", "她") and clause[1:2] not in ("们", "人"):
        return known.meant(text, offset)
    return max((name for name in known.named if clause.startswith(name)), key=len, default="")


def _is_speech(match: re.Match[str]) -> bool:
    """Whether words in quotation marks are spoken: long enough, or a sentence with marks of its own."""
    words = match["words"]
    if len(words) >= 2 and words[-1] in "。！？…":
        return len(words) >= 4
    return len(words) >= MIN_DIRECT and (len(words) >= 14 or any(mark in words for mark in "，。！？；"))


def _speaker(
    text: str, match: re.Match[str], sayings: Sequence[_Saying], people: Sequence[Sighting]
) -> tuple[str, str, str] | None:
    """Who speaks, the rule and the verb: a saying right after the words or right before them, or a person after."""
    for saying in sayings:
        between = text[match.end() : saying.start]
        if 0 <= saying.start - match.end() <= 60 and not _APART.search(between) and _ended(match, between):
            return saying.speaker, "speaker after the words", saying.verb
    for saying in sayings:
        if saying.end > match.start():
            continue
        between = text[saying.end : match.start()]
        if between in ("", "，", "：") or (between[-1] in "，：" and not _APART.search(between)):
            return saying.speaker, "speaker before the words", saying.verb
    if match["words"].endswith(("。", "！", "？", "…")):
        for sighting in people:
            near = 0 <= sighting.name.start - match.end() <= 60
            hears = _HEARS_NOW.match(text, sighting.name.end)
            if near and not hears and not _APART.search(text, match.end(), sighting.name.start):
                return sighting.text, "a person introduced after the words", ""
    return None


def _ended(match: re.Match[str], between: str) -> bool:
    """Whether what stands between quote and speaker lets the quote end there."""
    return match["words"].endswith(("。", "！", "？", "…", "，")) or between[:1] in ("", "，", "。", "—")


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a whole sentence in quotation marks follows a told one of the same speaker."""
    return match["words"].endswith(("。", "！", "？")) and text[match.start() - 1 : match.start()] in ("。", "，", "：")


def _continues(text: str, stop: int, start: int, speaker: str) -> bool:
    """Whether the next quote is the second part of this one: only the speaker and a verb stand between them."""
    between = text[stop:start]
    return len(between) <= 60 and speaker in between and between.endswith(("，", "：")) and "。" not in between


def _told(text: str, passage: Passage, saying: _Saying) -> tuple[int, int] | None:
    """The span that a saying reports: after its comma to the end of the sentence."""
    start = saying.end
    if text[start : start + 1] not in ("，", "：", ","):
        return None
    start += 1
    if text[start : start + 1] in ("“", ""):
        return None
    _, stop = passage.sentence_at(start)
    while stop > start and text[stop - 1] in "。；！？ ":
        stop -= 1
    return (start, stop) if stop - start >= MIN_INDIRECT else None


def _zone(scene: Scene, passage: Passage, start: int, stop: int) -> str:
    """The zone that the words are on, another than the one before it, unless they name both."""
    before = scene.zone(passage, start, stop)
    on = scene.zone(passage, start + 1, stop) if passage.text[start] in "“‘" else before
    return before if before and before in passage.text[start:stop] else on


def _fact(
    scene: Scene,
    passage: Passage,
    start: int,
    stop: int,
    speaker: str,
    words: str,
    *,
    direct: bool,
    rule: str,
    cue: str,
) -> Quote:
    return Quote(
        id=scene.identity("quote", passage, start, speaker),
        zone=_zone(scene, passage, start, stop),
        mentions=(scene.evidence(passage, start, stop),),
        decided=(Decision("speaker", speaker, rule, cue),),
        speaker=speaker,
        words=words,
        direct=direct,
    )
