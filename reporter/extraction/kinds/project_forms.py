"""Projects told as forms: a heading with the name, below it lines of fields.

In: a scene. Out: `forms`: the heading's passage and the span of the name, with the passages of its fields.

    2.|霁川鞋服智造园扩建|                 the heading, with or without a number
    建设单位：霁川鞋业有限公司             fields, one or several a line
    总投资：7.2亿元；建设期限：18个月
    项目名称：|霁川鞋服智造园扩建|         the name is a field itself
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.project_names import patterns
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.alternation import alternatives
from reporter.lexicon.kinds import project_words


class Form(Struct, frozen=True, gc=False):
    """A project's name where its form gives it, and the paragraphs that hold the fields."""

    mention: Mention
    fields: tuple[Passage, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    fields = alternatives(project_words().fields)
    return (
        re.compile(rf"(?:[（(]?\d{{1,2}}[）)]|[·•●■◆])?(?:{fields})(?:（[^（）]{{1,10}}）)?[：:]"),
        re.compile(
            r"(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）).．、]\s*|项目[一二三四五六七八九十\d]{1,2}[：:]\s*|[·•●■◆]\s*)"
        ),
        re.compile(r"(?:[（(]?\d{1,3}[）).．、]\s*)?(?:项目|工程)名称[：:]\s*(?P<name>[^，。；：]{4,40})"),
    )


_SENTENCE = re.compile("[，。；！？：]")


def forms(scene: Scene) -> Iterator[Form]:
    """Every form of the article in reading order."""
    field, _, named = _patterns()
    passages = scene.passages
    is_field = [_has_colon(p) and field.match(p.text) is not None for p in passages]
    for at, passage in enumerate(passages):
        if _has_colon(passage) and (match := named.match(passage.text)):
            yield Form(_mention(passage, *match.span("name")), (passage, *_fields(passages[at + 1 :])))
            continue
        if at + 1 == len(passages) or not is_field[at + 1] or is_field[at]:
            continue
        if (start := _heading(passage.text, passages[at + 1].text)) >= 0:
            yield Form(_mention(passage, start, len(passage.text)), _fields(passages[at + 1 :]))


def _has_colon(passage: Passage) -> bool:
    """Whether a paragraph can be a field of a form at all."""
    return "：" in passage.text or ":" in passage.text


def _fields(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The paragraphs at the beginning that are fields."""
    field, _, named = _patterns()
    for at, passage in enumerate(passages):
        if named.match(passage.text) or not field.match(passage.text):
            return tuple(passages[:at])
    return tuple(passages)


def _heading(text: str, below: str) -> int:
    """Where the name in a heading begins, after its number; -1 where the lines below tell of something else.

    总投资：30亿元 stands under any heading; 建设单位：… and what ends like a project show what is meant.
    """
    match = _patterns()[1].match(text)
    start = match.end() if match else 0
    if not 4 <= len(text) - start <= 40 or _SENTENCE.search(text, start):
        return -1
    named = any(found.end() >= len(text) - 4 for found in patterns()["head"].finditer(text, start))
    return start if named or (match and _OF_WORKS.match(below)) else -1


_OF_WORKS = re.compile("建设|项目|业主|实施|承建|投资[方主单]")


def _mention(passage: Passage, start: int, end: int) -> Mention:
    return Mention(passage, start, end, passage.text[start:end].strip(), "heading of a form", "：")
