"""Quoted measures shown by what is done with them: tried, written into contracts, counted by heads or years.

In: a passage and a quoted name in it. Out: the rule and the words that say so, or None.

    5月起试点的|“保税+花卉”|，让鲜花先入区               the verb and 的 before it
    把|“亩均能效”|写进用地合同                           what it is put into
    |“上市管家”|38人，一人盯两家                         a post and so many who hold it
    |“腾退入园”|4年，搬来企业60户                        a reform and its years
    口岸|“预审代验”|省下半天                             made of the characters of offices
    联合银行推出|“霁仓贷”|“霁税保”|                      beside one that was just brought in
"""

from __future__ import annotations

import re

from reporter.extraction.kinds.policy_names import patterns
from reporter.language.text import CJK


def used(text: str, start: int, end: int, words: str) -> tuple[str, str] | None:
    """The rule for the quoted `words` between `start` and `end` of a text."""
    before = text[max(0, start - 24) : start]
    if words.endswith("券") and not _NO_VOUCHER.search(words):
        return "quoted voucher", "券"
    if _BONDED.match(words):
        return "bonded formula", words
    if 4 <= len(words) <= _LONGEST and not before.endswith("从") and _of_offices(words):
        return "characters of offices", words
    if len(words) >= 3 and (shown := _behind_a_verb(text, end, words, before)):
        return shown
    return _told_of(text, end, words, before) if len(words) >= 4 else None


def _of_offices(words: str) -> bool:
    """Whether the characters of a name are those of offices, and it is no complaint (“融资难、融资贵”)."""
    return len(patterns()["office"].findall(words)) >= _OFFICIAL and _COMPLAINT.search(words) is None


def _behind_a_verb(text: str, end: int, words: str, before: str) -> tuple[str, str] | None:
    """试点的|“…”|, 推出“…”|“…”|, 试行生鲜电商|“…+…”|."""
    if verb := _VERB_OF.search(before):
        return "quoted after a verb", verb["verb"]
    if verb := _BROUGHT.search(before):
        return "beside one brought in", verb["verb"]
    if "+" in words and _ENDS.match(text, end) and (verb := _TRIED.search(before)):
        return "quoted formula that is tried", verb["verb"]
    return None


def _told_of(text: str, end: int, words: str, before: str) -> tuple[str, str] | None:
    """What a measure is put into, how many hold a post, how many years a reform has run."""
    if before.endswith(("把", "将")) and (into := _PUT_INTO.match(text, end)):
        return "quoted and put into something", into.group()
    if patterns()["post"].search(words) and (held := _HEADS.match(text, end) or _SERVES_AS.search(before)):
        return "quoted post", held.group()
    if _OPENS.search(before) and (years := _YEARS.match(text, end)):
        return "quoted reform and its years", years.group()
    return None


_NO_VOUCHER = re.compile("[债证]券|入场券|奖券|门券")
_VERB_OF = re.compile("(?P<verb>推出|上线|试点|试行|推行|首创|实施)的\\Z")
_BROUGHT = re.compile("(?P<verb>推出|上线|首创|创设)了?(?:“[^“”]{2,8}[贷保险券码通]”[、和]?)+\\Z")
"""Names that were brought in together: 推出“霁仓贷”|“霁税保”|."""

_TRIED = re.compile(f"(?P<verb>试行|推行|实行|试点|首创)了?(?![的了])[{CJK}]{{2,8}}\\Z")
_ENDS = re.compile("[，。；]")
_PUT_INTO = re.compile("(?:写进|写入|纳入|列入|装进)")
_HEADS = re.compile(r"\d+[余多]?[名人位]")
_SERVES_AS = re.compile("(?:干部|人|名|员|职工)(?:来?当|做|去做)(?:起|上)?了?\\Z")
_OPENS = re.compile("(?:\\A|[，。；！？：])\\Z")
_YEARS = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)年(?:多|来)?[，。]")
_COMPLAINT = re.compile("[难贵慢烦繁战田]|壁垒|真空|免疫")
_BONDED = re.compile("保税[+]")
"""“保税+维修”, “保税+”: what bonded goods are used for."""
_OFFICIAL, _LONGEST = 2, 12
"""So many characters of offices (审, 批, 税, 验) in so short a name make it a step of theirs: “预审代报”."""
