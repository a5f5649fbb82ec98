"""People whom an article introduces without a post: by their age, by what they said, by a meeting.

In: a passage and the words of the language. Out: the spans of names, and the rule that found each.

    29岁的|胡潇|从公寓下楼                     age
    “别拍我，拍它。”|邓琳|笑着说                right after words in quotation marks, before a verb of saying
    徒弟里最年轻的|邓琳|说，……                  the same after 的
    记者见到了来办执照的|区燕婷|。               somebody met
    三年前，|江若川|从美国回到南京。……他说        a name that comes again, where 他 or 她 goes on
    在园区上班的|孟嘉宜|今年24岁，是……的工程师     age after the name
    2013年，|江若川|带着7个人……这位董事长回忆说    somebody whose post comes later

A name is no word of the language and no place; what a company is called is no person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import alternatives
from reporter.language.text import CJK
from reporter.language.words import Words
from reporter.lexicon.kinds import people_words

Reader = Callable[[str, int], "tuple[int, int] | None"]
"""Reads the name that begins at an offset: its end, and how strongly what follows confirms it (5 … 0)."""

_WEAK, _MARK = 1, 4
_MET = "见到|遇到|遇见|碰到|认识|采访到?|采访|找到|拜访|走近|主人公是|主角是|他叫|她叫|名叫|本名叫?"
_PLACES = tuple("湖山江河海港镇村县市岛桥路街区园站湾滩坝坡岭洲口庄屯堡寨沟坪塘潭泉城乡州省国")
_NO_NAMES = tuple("方户员主工厂家者人委总姐叔哥嫂婆爷妈爸师傅某氏们说道先女士")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    speech = alternatives(people_words().speech)
    return {
        "age": re.compile(r"[0-9一二三四五六七八九十]{2,4}[多]?岁的"),
        "met": re.compile(rf"(?:{_MET})(?!时)了?(?:[^，。；：“”]{{0,12}}的)?"),
        "said": re.compile(rf"[”的](?=[{CJK}]{{2,4}}?(?:{speech})(?:[，：。]|记者|笔者|$))"),
        "aged": re.compile(rf"(?:^|(?<=[的，。；！？”]))(?=[{CJK}]{{2,4}}(?:今年|现年|时年)[1-9]\d岁)"),
        "clause": re.compile(rf"(?:^|(?<=[，。；！？”]))(?=[{CJK}]{{4}})"),
    }


def untitled(passage: Passage, body: Sequence[Passage], words: Words, read: Reader) -> Iterator[tuple[int, int, str]]:
    """The spans of people's names without a post in a passage; `read` reads a name, `body` is the whole article."""
    text = passage.text
    patterns = _patterns()
    if "岁的" in text:
        for match in patterns["age"].finditer(text):
            yield from _read(text, match.end(), words, read, _WEAK, "age before the name")
    for match in patterns["met"].finditer(text):
        yield from _read(text, match.end(), words, read, _WEAK, "somebody met")
    for match in patterns["said"].finditer(text):
        yield from _read(text, match.end(), words, read, _MARK + 1, "a name that speaks")
    if "岁" in text:
        for match in patterns["aged"].finditer(text):
            yield from _read(text, match.end(), words, read, _WEAK, "age after the name")
    if "他" in text or "她" in text or "这位" in text:
        for match in patterns["clause"].finditer(text):
            for start, end, _ in _read(text, match.end(), words, read, _WEAK, ""):
                if _personal(text, end) and _again(text[start:end], body):
                    yield start, end, "a name that comes again"
                elif end - start == 3 and _THIS_ONE.search(text, end, end + _REACH):
                    yield start, end, "post after the name"


_REACH = 90
_THIS_ONE = re.compile(
    r"[。”，](?P<who>这位)(?P<title>[^，。；：“”的]{2,12}?)(?:[回补介解告坦笑感]|说|表示|认为|如今|当)"
)
_IS = re.compile(r"(?P<who>(?:今年|现年)\d\d岁，(?:[他她])?是)(?P<title>[^，。；：“”]{2,24})(?=[，。])")


def called(text: str, end: int, post: re.Pattern[str]) -> tuple[int, int] | None:
    """The span of the post that is told of somebody after the name that ends at `end`: 这位公司|董事长|回忆说."""
    told = _IS.match(text, end) or _THIS_ONE.search(text, end, end + _REACH)
    found = post.search(told["title"]) if told else None
    return (told.start("title") + found.start(), told.end("title")) if told and found else None


def _read(text: str, at: int, words: Words, read: Reader, least: int, rule: str) -> Iterator[tuple[int, int, str]]:
    """The name at an offset, where it is confirmed and can be nothing else."""
    found = read(text, at)
    if found is None or found[1] < least:
        return
    name = text[at : found[0]]
    if not name.endswith(_NO_NAMES + _PLACES) and not _ordinary(name, words):
        yield at, found[0], rule


def _ordinary(name: str, words: Words) -> bool:
    """Whether a string begins with a word of the language (金属|件, 沙坪坝) that is no name."""
    if len(name) == 3 and name[1] == name[2]:  # 胡萧萧
        return False
    first = words.cut(name, unknown=False)[0]
    return len(first.text) > 1 and first.tag not in ("nr", "nrt", "nrfg")


def _personal(text: str, end: int) -> bool:
    """Whether 他 or 她 goes on behind a name."""
    return re.search("[他她](?!们|人)", text[end : end + 80]) is not None


def _again(name: str, body: Sequence[Passage]) -> bool:
    """Whether a name of three characters comes again in the article."""
    return len(name) >= 3 and sum(passage.text.count(name) for passage in body) > 1
