"""Events: what happened on a day or in a month.

In: a scene and what resolves time expressions. Out: `Event` facts with an ISO date (2020-04-17, 2021-09).

    4月17日，《肇庆高新区深化营商环境综合改革行动方案》出台             → 2020-04-17
    2021年9月，康明斯氢能中国总部落地临港                              → 2021-09

A clause without a verb of happening, or one of intent (将, 计划), is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.extraction.kinds.policies import Periods
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.alternation import alternatives
from reporter.lexicon.kinds import event_words
from reporter.model import Decision, Event

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")
_HINT = re.compile(r"[月日](?:(?<=\d.)|(?<=月)\d)")
MAX = 60
"""What is longer ends with the clause of the verb."""


_ADVERBS = re.compile("(?:已|已经|正式|率先|开始|又|也|再次|成功|顺利)*")
_AT = re.compile("(?:召开|举行|举办|发布|开幕)的[^，]*，")
_ENDS = re.compile("[。；！？]|：“")
_SAID = re.compile("指出|强调|提出|认为|表示")
_HEARD = re.compile("获悉|了解到|刚刚?$")


def _subject(text: str, date: int) -> int:
    """Where the clause begins that says who: the one of the date, or the one before it where the date opens it."""
    marks = "，。；：！？“”"
    first = max((text.rfind(mark, 0, date) for mark in marks), default=-1) + 1
    if date - first <= 1 and first and text[first - 1] == "，":
        first = max((text.rfind(mark, 0, first - 1) for mark in marks), default=-1) + 1
    return first


@cache
def _verb() -> re.Pattern[str]:
    words = event_words()
    return re.compile(alternatives(words.verbs))


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(alternatives(event_words().planned))


def find_events(scene: Scene, periods: Periods) -> list[Event]:
    """All dated happenings of the article in reading order, one a sentence and date."""
    return [
        Event(
            id=scene.identity("event", passage, start, date),
            zone=scene.zone(passage, start, end),
            mentions=(scene.evidence(passage, start, end),),
            decided=(Decision("date", date, "time expression", cue), Decision("what", verb, "verb of happening", verb)),
            date=date,
            what=passage.located.text[start:end],
        )
        for passage in scene.body
        for start, end, date, cue, verb in _happenings(passage, periods)
    ]


def _happenings(passage: Passage, periods: Periods) -> Iterator[tuple[int, int, str, str, str]]:
    """Span of what happened, date, its words, and the verb."""
    text = passage.text
    if ("月" not in text and "日" not in text) or not _HINT.search(text):
        return
    dated = [p for p in periods(text) if _DAY.fullmatch(p.value) and not p.future and not p.cumulative]
    for number, period in enumerate(dated):
        if text.count("“", 0, period.start) > text.count("”", 0, period.start):
            continue  # “8月9日就开工，前后只用了37天”: whose it was, who speaks knows
        _, stop = passage.sentence_at(period.start)
        if number + 1 < len(dated):
            stop = min(stop, dated[number + 1].start)
        start = period.end
        while start < stop and text[start] in "，, 、":
            start += 1
        told = _ENDS.split(text[start:stop], maxsplit=1)[0]
        if lead := _AT.match(told):
            if _SAID.search(lead.group()):
                continue
            start += lead.end()
            told = told[lead.end() :]
        verb = next((m for m in _verb().finditer(told) if not told.startswith("的", m.end())), None)
        if verb is None or _planned().search(told[: verb.start()]) or _HEARD.search(told[: verb.start()]):
            continue
        end = start + len(told)
        if _ADVERBS.fullmatch(told, 0, verb.start()):
            start = _subject(text, period.start)
            told = text[start:end]
            verb = next(m for m in _verb().finditer(told) if m.end() > period.end - start)
        if len(told) < 6:
            continue
        if len(told) > MAX:
            comma = text.find("，", start + verb.end(), end)
            end = comma if comma > 0 else end
        while end > start and text[end - 1] in "，、 （(":
            end -= 1
        yield start, end, period.value, period.text, verb.group()
