"""Bylines: who wrote a piece, in all the ways that newspapers print it.

本报记者 柳洁 通讯员 何英 望少辉            柳洁, 何英, 望少辉
► 梅忠 冉放                                梅忠, 冉放
（本报记者韩俊杰、李刚、徐靖参与采写）        韩俊杰, 李刚, 徐靖
本报讯(记者 李争粉) 5月27日，…             李争粉
…提供了坚强支撑。 樊佳                      樊佳
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reporter.lexicon.places import load as places
from reporter.lexicon.press import press_words
from reporter.reading import words

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NAME = rf"[{_HAN}]{{2,4}}(?:[·•][{_HAN}]{{1,6}})*"
_GAP = r"[\s\u3000、，,/]+"
_APART = rf"[{_HAN}][ \u3000]{{1,2}}[{_HAN}]"
_TRAILING = re.compile(
    rf"(?P<stop>[。！？…”）)])(?P<gap>[\s\u3000]*)(?P<open>[（(]?)(?P<names>(?:{_APART}|{_NAME})(?:{_GAP}(?:{_APART}(?![{_HAN}])|{_NAME})){{0,5}})(?P<close>[）)]?)$"
)
_DATELINE_NAMES = re.compile(r"[^（(]{0,24}[（(](?P<names>[^）)]{2,50})[）)]")
_REPORTS = re.compile(
    rf"[讯电]\s*(?:本报)?记者\s*(?P<names>[{_HAN}]{{2,4}}?(?:[、 ](?:实习生|通讯员|记者)?\s*[{_HAN}]{{2,4}}?){{0,3}})"
    "(?=报道|从|近日|日前)"
)
"""本报蒙自8月30日讯 记者杨某报道：……, 本报讯 记者贺某、通讯员丁某从海关获悉."""
_SENT = re.compile(
    r"本[报刊网台][^，。：；\s（(\d]{2,6}(?:(?:\d{1,2}月)?\d{1,2}日)?[讯电]"
    r"|[^，。：；“”《》\s（(\d]{2,6}[报社](?:[^，。：；\s（(\d]{2,6})?\d{1,2}月\d{1,2}日[讯电]"
    r"|[^，。：；“”《》\s（(]{2,9}(?:网|报|台|社|端|新闻|发布)讯(?=[ \u3000（(：:])"
)
"""本报南宁6月5日电, 绵阳新闻网讯: what opens a news item of any paper."""
_SIGNED = re.compile(r"[（(](?:本报)?记者[ \u3000][^（()）。]{2,20}[）)]")
"""（记者 石朗）7月的……: an item that begins with who wrote it."""
_OF_PAPER = re.compile(
    r"[^，。：；\s]{2,16}?(?:报社?|网|新闻|壹点|时刻|客户端|电视台|广播|通讯社|新闻社|杂志|周刊|融媒体中心|融媒|新闻中心)"
    r"(?:全媒体|融媒体|首席|见习|实习|特派|特约)?(?:记者|通讯员|评论员)"
)
_ANY_PAPER = re.compile(rf"[{_HAN}A-Za-z]{{2,8}}(?<!位)(?<!名)记者")
_REPORTER = re.compile("记者|通讯员|作者|撰文|采写")
_HOW_MADE = re.compile(r"[文图摄]\s*[/／]\s*[文图摄](?=[ \u3000）)]|\Z)|[ \u3000]文图(?=\Z)")
"""记者张斯炜|文/图|: who made both words and pictures."""
_SEPARATOR = re.compile(r"[\s\u3000、，,/|：:；;]+")
_PARTED = " \u3000/、"
_LONGEST = 60
_SAYS = ("说", "表示", "介绍", "称", "告诉", "坦言")


def byline(text: str, *, alone: bool = False) -> tuple[str, ...]:
    """The names in a line that is nothing but a byline; empty when it is something else.

    `alone` allows a line of bare names (郭萃), which only the place under a headline makes a byline.
    """
    if len(text) > _LONGEST or text.endswith("。"):
        return ()
    press = press_words()
    bare = text.strip("（）()【】[] \u3000")
    marked = cued = bare[:1] in press.byline_marks
    bare = bare.lstrip("".join(press.byline_marks)).strip()
    for ending in press.byline_closings:
        apart = len(ending) > 1 or bare[-2:-1] in _PARTED  # 林佩文 is a name, 林佩 文 says who wrote
        if bare.endswith(ending) and len(bare) > len(ending) and apart:
            bare, cued = bare[: -len(ending)], True
            break
    parts, found = _names_after_cues(bare)
    parts, cued = _together(parts), cued or found
    if len(parts) > 1 and text.endswith("报道") and (not is_name(parts[-1]) or places().named(parts[-1])):
        parts = parts[:-1]  # 本报记者 陆知行 烟台报道: where it was written
    if not parts or any(not re.fullmatch(_NAME, part) for part in parts):
        return ()
    bracketed = text[:1] in "（(" and text[-1:] in "）)" and len(parts) > 1
    if bracketed and all(is_name(part) for part in parts):
        return tuple(dict.fromkeys(parts))
    marked = marked and not any(_other_word(part) for part in parts)  # ■ 短评 is what the piece is, over its headline
    if cued and (found or marked or any(is_name(part) for part in parts)):
        return tuple(dict.fromkeys(parts))
    if alone and len(parts) <= 4 and all(is_name(part) for part in parts):
        return tuple(dict.fromkeys(parts))
    return ()


def _names_after_cues(text: str) -> tuple[list[str], bool]:
    """The words left when 本报记者, 通讯员 and their like are taken out, and whether any was there."""
    found = False
    parts: list[str] = []
    cues = press_words().byline_cues
    split = _SEPARATOR.split(text)
    for part, following in zip(split, [*split[1:], ""], strict=True):
        rest = part
        if paper := _OF_PAPER.match(rest):  # 柴达木日报记者, 广西日报-广西云客户端记者
            rest, found = rest[paper.end() :], True
        if _ANY_PAPER.fullmatch(rest):
            rest, found = "", True  # 某某端记者
        wide = len(following) == 1  # 记者冯 岚, set as wide as a name of three characters
        if rest.startswith(cues) and not (found and wide and len(rest) == 1):  # 通讯员 文 静: a name, not who wrote
            cue = next((cue for cue in cues if rest.startswith(cue) and (wide or len(rest) - len(cue) != 1)), "")
            rest, found = rest[len(cue) :], found or bool(cue)
        if rest:
            parts.append(rest)
    return parts, found


def is_name(word: str) -> bool:
    """Whether a word looks like a person's name: a family name and one or two characters, and no other word.

    Names of peoples without family names (才让卓玛) are known by how they begin.
    """
    press = press_words()
    if bool(
        (re.search("[·•]", word) and word[0] not in "·•")
        or (2 <= len(word) <= 5 and word.startswith(press.other_names) and not _other_word(word))
    ):
        return True
    if word in press.not_names or not 2 <= len(word) <= 4:
        return False
    double = word.startswith(press.double_surnames)
    if not double and (word[0] not in press.surnames or len(word) > 3):
        return False
    if _other_word(word):
        return False
    return not words.is_word(word[-2:]) or len(word) == 2 or words.frequency(word[-2:]) < 2_000


def _other_word(word: str) -> bool:
    """Whether the dictionary has it, and not as somebody's name."""
    return words.is_word(word) and not words.part_of_speech(word).startswith("nr")


@lru_cache(maxsize=2_048)
def trailing(text: str) -> tuple[int, tuple[str, ...]]:
    """Where a byline at the end of a paragraph begins, and its names; (length, ()) when there is none."""
    none = (len(text), ())
    if cued := _cued(text):
        return cued
    match = _TRAILING.search(text[-_LONGEST:])
    if not match:
        return none
    offset = max(0, len(text) - _LONGEST)
    start = offset + (match.start("open") if match["open"] else match.start("names"))
    if match["stop"] in "）)" and text[offset + match.start("stop") - 1] not in "。！？”":
        return none
    names = _split(match["names"])
    sure = sum(is_name(name) for name in names)
    bracketed = bool(match["open"] and match["close"])
    spaced = bool(match["gap"]) or bracketed
    if (match["stop"] == "”" and not spaced) or names[-1].endswith(_SAYS):
        return none
    unknown = all(not words.is_word(name) or is_name(name) for name in names)
    listed = spaced and match["stop"] == "。" and len(names) >= 2 and all(len(name) <= 3 for name in names)
    wide = bracketed and re.fullmatch(_APART, match["names"])  # （金 花）, set as wide as a name of three characters
    if sure == len(names) or wide or listed or (spaced and unknown and (sure or match["stop"] == "。")):
        return start, names
    return none


def _cued(text: str) -> tuple[int, tuple[str, ...]] | None:
    """A byline that says so: …相继落户。（本报记者李天明）, …相继落户。本报记者 李天明 通讯员 陈慧 图/文."""
    for cue in ("记者", "通讯员", "作者"):
        at = max(
            text.rfind("（" + "本报" + cue), text.rfind("（" + cue), text.rfind("(" + cue), text.rfind("(本报" + cue)
        )
        if at > 0 and text[at - 1] in "。！？”" and (names := byline(text[at:])):
            return at, names
    after = 1 + max(text.rfind(stop, max(0, len(text) - _LONGEST)) for stop in "。！？”")
    if 0 < after < len(text) and _REPORTER.search(text, after) and (names := byline(text[after:])):
        return after, names
    return None


def is_cut(text: str, whole: str) -> bool:
    """Whether a name right behind the last stop is the start of a cut sentence.

    …“陪跑团队”。石门新 | 区从各部门抽调……  is cut. `whole` is the page: a place's name stands there elsewhere too,
    an author's only where authors are named.
    """
    at, names = trailing(text)
    if len(names) != 1 or text[at:] != names[0]:
        return False
    before = whole.split(names[0])[:-1]  # what stands in front of each time that the page has the name
    as_author = sum(part[-10:].rstrip().endswith(("记者", "通讯员", "作者")) for part in before)
    return whole.count(names[0][:2]) - as_author > 1


def _split(names: str) -> tuple[str, ...]:
    """The names of a list; 温 岐 is one name of two characters, set as wide as one of three."""
    return tuple(_together(re.split(_GAP, names)))


def _together(parts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and len(part) == len(found[-1]) == 1:
            found[-1] += part
        elif part:
            found.append(part)
    return found


@lru_cache(maxsize=2_048)
def dateline(text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a paragraph opens as a news item (本报讯, 新华社北京5月8日电), and the names in its brackets."""
    opening = text[:40]
    if opening[0] == "讯" and opening[1:2] not in {" ", "\u3000", "（", "("}:
        return False, ()
    known = opening.startswith(press_words().datelines) and re.match(r".{0,20}?[讯电]|.{0,3}综合消息", opening)
    if not known and not _SENT.match(opening) and not _SIGNED.match(opening):
        return False, ()
    match = _DATELINE_NAMES.match(text)
    if not match or "。" in match.group():
        told = _REPORTS.search(text[:_LONGEST])
        reporters = tuple(_names_after_cues(told["names"])[0]) if told else ()
        family = press_words().surnames  # 记者 before and 报道 behind leave no doubt: 记者贺东方报道
        return True, reporters if all(is_name(name) or name[0] in family for name in reporters) else ()
    parts, found = _names_after_cues(_HOW_MADE.sub("", match["names"]))
    parts = _together(parts)
    names = [part for part in parts if re.fullmatch(_NAME, part) or re.fullmatch(rf"[{_HAN}]{{2,6}}", part)]
    return True, tuple(names) if found or all(is_name(name) for name in names) else ()
