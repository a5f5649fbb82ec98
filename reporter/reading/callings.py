"""Who speaks over a cut: a body, the post of somebody in it, the name, and that something is said, in this order.

    一家电影公司 | 的技术总监单某某说，……      a body waits for a post and a name
    管委会副主任 | 费某某介绍，……              a post waits for a name
    党工委副书记计某 | 某表示，……              a name goes on
    党工委副书记计某某 | 表示，……              a name waits for what is said

What begins with the rest of a name or a verb of saying needs somebody before it; nobody else's sentence goes on so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reporter.language.alternation import any_char, one_of
from reporter.lexicon.kinds import people_words
from reporter.reading import words
from reporter.reading.bylines import is_name

CALLING = ("called", "name_goes_on", "post_meets", "post_follows", "call_waits", "call_strays")
"""The signs, in the order that `calling` gives them."""
_LONGEST_POST = 10
END, START = 14, 24
"""Characters of a text's end and start in which somebody is named."""
_ANYBODY = ("他", "她", "们", "者", "人", "员", "工", "家", "士", "方", "友", "民", "农", "户", "客", "商", "”")
"""Who may say something without a post and a name: 他说, 业内人士认为, 企业家表示."""


@dataclass(frozen=True, slots=True)
class Announced:
    """What the end of a text shows of somebody who is about to speak."""

    body: bool = False  # ends in what has posts: 公司, 管委会
    post: bool = False  # ends in a post
    name: str = ""  # ends in a post and this much of a name
    anybody: bool = False  # ends in somebody who need have no name


@dataclass(frozen=True, slots=True)
class Speaks:
    """What the start of a text shows of somebody who speaks."""

    says: bool = False  # starts with a verb of saying
    rest: str = ""  # starts with so many characters, and then a verb of saying
    name: bool = False  # starts with a name
    post: bool = False  # starts with a post and a name


@dataclass(frozen=True, slots=True)
class _Forms:
    post_end: re.Pattern[str]
    name_end: re.Pattern[str]
    body_end: re.Pattern[str]
    says: re.Pattern[str]
    rest: re.Pattern[str]
    post: re.Pattern[str]
    named: re.Pattern[str]


@cache
def surnames() -> str:
    """The pattern of a surname, of one character or two, that a name begins with."""
    people = people_words()
    return f"(?:{one_of(people.double_surnames)}|{any_char(''.join(people.surnames))})"


@cache
def _forms() -> _Forms:
    people = people_words()
    posts, speech, bodies = (one_of(found) for found in (people.posts + people.callings, people.speech, people.bodies))
    surname = surnames()
    return _Forms(
        re.compile(f"{posts}$"),
        re.compile(f"{posts}({surname}[\u4e00-\u9fff]{{0,2}})$"),
        re.compile(f"(?:{bodies}|[处部科室办])$"),
        re.compile(f"(?:向记者|告诉|对记者)?{speech}(?!明)"),
        re.compile(f"([\u4e00-\u9fff]{{1,4}}?){speech}(?!明)"),
        re.compile(
            f"的?[\u4e00-\u9fff]{{0,6}}?{posts}({surname}[\u4e00-\u9fff]{{1,2}})(?:(?P<says>{speech})|[，,、在对])"
        ),
        re.compile(f"{posts}({surname}[\u4e00-\u9fff]{{1,2}}?)(?:向记者|告诉|对记者)?(?:{speech})"),
    )


def names_in(text: str) -> frozenset[str]:
    """Who speaks in a text by post and name, and its firms, laboratories and institutes by theirs."""
    people = {match[1] for match in _forms().named.finditer(text)}
    return frozenset(people | {match[1] for match in _BODY.finditer(text)})


_BODY = re.compile(
    "(?:^|[，。；：、“”（）的在与和\\n])([\u4e00-\u9fff]{2,14}?(?:有限公司|实验室|研究院|研究所|创新中心))"
)


@lru_cache(maxsize=4_096)
def announced(tail: str) -> Announced:
    """What the end of a text shows of somebody who is about to speak."""
    name = _partly_named(tail)
    return Announced(
        body=bool(_forms().body_end.search(tail)),
        post=not name and _ends_in_post(tail),
        name=name,
        anybody=tail.endswith(_ANYBODY),
    )


@lru_cache(maxsize=4_096)
def speaks(head: str) -> Speaks:
    """What the start of a text shows of somebody who speaks."""
    rest = _forms().rest.match(head)
    return Speaks(
        says=bool(_forms().says.match(head)),
        rest=rest[1] if rest else "",
        name=is_name(words.cut(head)[0]) or any(_says_after(head, size) and is_name(head[:size]) for size in (2, 3, 4)),
        post=_starts_with_post(head),
    )


def _ends_in_post(tail: str) -> bool:
    return any(_forms().post_end.match(tail, at) for at in range(max(0, len(tail) - _LONGEST_POST), len(tail)))


def _partly_named(tail: str) -> str:
    """The name, or the beginning of one, that a text ends in behind a post."""
    for at in range(max(0, len(tail) - _LONGEST_POST), len(tail)):
        if found := _forms().name_end.match(tail, at):
            return found[1]
    return ""


def _says_after(head: str, size: int) -> bool:
    return bool(_forms().says.match(head, size))


def _starts_with_post(head: str) -> bool:
    found = _forms().post.match(head)
    return found is not None and (bool(found["says"]) or is_name(found[1]))


def calling(end: Announced, start: Speaks) -> tuple[float, ...]:
    """The signs of somebody who speaks over the cut."""
    called = (end.post and (start.name or start.says)) or (bool(end.name) and start.says)
    goes_on = not called and bool(end.name and start.rest) and is_name(end.name + start.rest)
    waits = (end.post or bool(end.name)) and not called and not goes_on
    begins = start.says or len(start.rest) == 1
    strays = begins and not called and not goes_on and not end.anybody
    return (
        float(called),
        float(goes_on),
        float(end.body and start.post),
        float(start.post and not end.body),
        float(waits),
        float(strays),
    )


def speaks_over(above: str, below: str) -> bool:
    """Whether somebody who speaks is named over a cut: a post, a name that is cut, a verb of saying."""
    end = announced(above[-END:])
    if not (end.post or end.name):
        return False
    called, goes_on, *_ = calling(end, speaks(below[:START]))
    return bool(called or goes_on)
