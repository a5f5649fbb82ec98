"""Questions and answers of an interview: which of them can follow which.

记者：下一步怎么打算？ | 某某某：今年计划实施重点项目210个。     a question is answered
某某某：……现在是一枚。 | 记者：效果体现在哪些数据上？         an answer leads to the next question, in the same manner
问：…… | 答：……                                    another manner: another interview

A page whose texts ask nothing has neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.kinds import people_words
from reporter.reading.callings import surnames

_QUESTION = re.compile("(?P<label>记者|问|主持人|本报记者|提问)[：:]")
_ANSWER = re.compile(r"(?P<label>答|[^，。：；“”！？\d]{2,40})[：:]")
_LONGEST_NAME = 4
_JOINED = re.compile("[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,2}")
"""努尔麦麦提·艾山: a name of two parts."""
_PLAIN = re.compile("答[：:]")
_ASKED = ("？", "?")
_INTERVIEW = re.compile("访(?!问|客|谈会)|对话|问答|答记者问|面对面")
_SHORT, _PLAINLY = "问", "答"
_ANNOUNCED = re.compile("(?:专访|采访|访问|请教|对话|解答|回答|作答|答疑|问答)[^。！？]{0,40}[。：]\\s*\\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question (`asks`) or an answer, and by which word or name it is marked."""

    asks: bool
    label: str

    @property
    def plain(self) -> bool:
        """Whether questions and answers bear no names: 问 and 答."""
        return self.label in (_SHORT, _PLAINLY)

    def leads_to(self, other: Turn) -> bool:
        """Whether another turn can be the next of the same interview."""
        return self.asks != other.asks and self.plain == other.plain


def turns(texts: Sequence[str]) -> list[Turn | None]:
    """For each text the turn that it begins with; all None where no text asks."""
    asked = [_QUESTION.match(text) for text in texts]
    if not any(asked):
        return [None] * len(texts)
    found = [Turn(True, ask["label"]) if ask else _answer(text) for ask, text in zip(asked, texts, strict=True)]
    told = {(turn.asks, turn.plain) for turn in found if turn}
    if told == {(True, True), (False, False)}:  # 问：…… | 某某某：…… of one interview
        found = [Turn(turn.asks, _SHORT if turn.asks else _PLAINLY) if turn else None for turn in found]
    return found


def asks(text: str) -> bool:
    """Whether a line is the question of an interview, not a headline: 问：效果体现在哪里？."""
    return puts_question(text) and text.endswith(_ASKED)


def heads_interview(text: str) -> bool:
    """Whether a headline says that an interview follows: ——访某区管委会主任某某某."""
    return _INTERVIEW.search(text) is not None


def announces(text: str) -> bool:
    """Whether a paragraph leads to an interview: ……带着三个问题，|专访了|管委会副主任某某某。."""
    return _ANNOUNCED.search(text) is not None


def puts_question(text: str) -> bool:
    """Whether a text begins as the turn of who asks, 记者：; what it supposes, nobody has stated."""
    return _QUESTION.match(text) is not None


def is_turn(text: str) -> bool:
    """Whether a text begins as a question or a plain answer, 记者： or 答：, and so is no rest of a sentence."""
    return puts_question(text) or _PLAIN.match(text) is not None


def _answer(text: str) -> Turn | None:
    found = _ANSWER.match(text)
    if found is None:
        return None
    label = found["label"]
    called = len(label) <= _LONGEST_NAME and label.startswith(tuple(people_words().surnames))
    called = called or _JOINED.fullmatch(label) is not None
    named = label == _PLAINLY or called or _post_and_name().search(label) is not None
    return Turn(False, label) if named else None


@cache
def _post_and_name() -> re.Pattern[str]:
    """…党工委书记、管委会主任某某某, at the end of a label."""
    people = people_words()
    return re.compile(f"{one_of(people.posts + people.callings)}{surnames()}[\u4e00-\u9fff]{{1,2}}$")
