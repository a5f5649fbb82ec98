"""Quotes: who said what, in quotation marks or told by the reporter.

In: a scene and the people it introduces. Out: `Quote` facts, each with a speaker; words that nobody is said to have
spoken are none.

    “我们……升级。”林秋鸿表示。                    the speaker after the words
    潘庆军表示：“突如其来的……完工。”               before them
    “今年前3个月……30%。”魏智江说，“这些成绩……。”   in the middle: one quote of two parts
    “国外重点客户……。”近日，……总经理李墨森一扫……   no verb of saying, but a person is introduced right after
    苏成介绍，3款新能源汽车均用于城市货运配送。       told: `direct` is False
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.people import Sighting
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.alternation import one_of
from reporter.language.text import CJK, standing
from reporter.lexicon.kinds import people_words
from reporter.model import Decision, Quote

MIN_DIRECT = 6
"""Fewer characters in quotation marks are a term (“芯屏端网”), not words spoken."""

MIN_INDIRECT = 8
"""A told sentence that is shorter says nothing worth keeping."""

_APART = re.compile("[。！？“”]")
_QUOTED = re.compile("“(?P<words>[^“”]*(?:“[^“”]*”[^“”]*)*)(?P<close>”|$)")


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


def find_quotes(scene: Scene, people: Sequence[Sighting]) -> list[Quote]:
    """All quotes of the article in reading order."""
    named = {sighting.text for sighting in people}
    facts: list[Quote] = []
    for passage in scene.body:
        if not any(
            verb in passage.text for verb in ("“", "说", "表示", "介绍", "告诉", "认为", "强调", "指出", "坦言")
        ):
            continue
        sayings = sorted(_sayings(passage.text, named), key=lambda saying: saying.start)
        introduced = [sighting for sighting in people if sighting.passage is passage]
        facts.extend(_in(scene, passage, sayings, introduced))
    return facts


@cache
def _saying() -> re.Pattern[str]:
    """Behind a known name a stretch without marks, and a verb of saying: 习近平|总书记在安徽考察时指出."""
    return re.compile(rf"[^，。；：“”！？]{{0,40}}?(?P<verb>{_verb()})(?:记者|道)?(?=[，：。！“]|[{CJK}])")


def _sayings(text: str, names: Iterable[str]) -> Iterator[_Saying]:
    named = [(0, 0)]
    for start, end in standing(text, names):
        if start >= named[-1][1] and (match := _saying().match(text, end)):
            named.append((start, match.end()))
            yield _Saying(text[start:end], start, match.end(), match["verb"])
    for match in _anonymous().finditer(text):
        if any(start < match.end() and match.start() < end for start, end in named):
            continue  # 负责人蔡国堂说 has a name
        start = min(name_start(text, match.start("who")), match.start("who"))
        yield _Saying(text[start : match.end("who")], start, match.end(), match["verb"])


def _in(scene: Scene, passage: Passage, sayings: Sequence[_Saying], people: Sequence[Sighting]) -> Iterator[Quote]:
    text, printed = passage.text, passage.located.text
    used: set[int] = set()
    spans = [match for match in _QUOTED.finditer(text) if _is_speech(match)]
    speakers: list[tuple[str, str, str] | None] = [_speaker(text, match, sayings, people) for match in spans]
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
            if near and not _APART.search(text, match.end(), sighting.name.start):
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
        zone=scene.zone(passage, start, stop),
        mentions=(scene.evidence(passage, start, stop),),
        decided=(Decision("speaker", speaker, rule, cue),),
        speaker=speaker,
        words=words,
        direct=direct,
    )
