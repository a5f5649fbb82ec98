"""How long something took, as a sentence tells it around the length of time.

从签地到打桩，前后只用了45天        its course, from its beginning to its end
不到90天，环评和许可全部办妥；      what was done, told behind a time that stands alone
施工许可28天拿证                 what is done, right behind
为每个项目省下40多天              how much less it took
不到两年，园区新设企业1863家       by then so much was reached: the time only says when
"""

from __future__ import annotations

import re

_DONE = (
    "办妥|办完|办结|办成|办好|办齐|办理完毕|拿齐|拿到手|领到手|备齐|建成|建完|建好|封顶|完工|竣工|投产|投用|投运|下线|到位|开工|动工|开业|开园|交付|落地|落成|通过|通车|合龙"
    "|贯通|完成|完毕|搬迁|搬完|清零|放行|拿证|取证|领证|拿地|出证|审结|到账|量产|达产|试产|验收|归零|成型|收官|点火|并网"
)
_OF_DONE = "(?:[^，。；！？、”\\d]{0,8}(?:手续|许可|审批|证照?|执照|建设|改造|安装|调试|施工|备案|验收|注册|登记))?"
_LONGEST_DONE = 24
_ONLY = "(?:仅仅|短短|只用了?|仅用了?|才|只|就|仅)?"
_ALONE = re.compile(rf"(?:^|[，。；：！？“—、])\s*{_ONLY}\Z")
"""What stands before a time that is a clause of its own."""
_CLAUSE_BEHIND = re.compile(
    rf"(?:时间)?[，,](?P<what>[^，。；！？“”\d]{{2,{_LONGEST_DONE}}}?(?:{_DONE})了?{_OF_DONE})(?=[，。；！？”]|\Z)"
)
_DONE_BEHIND = re.compile(rf"(?:左右|之?内)?(?P<done>(?:全部|全面|顺利)?(?:{_DONE}))(?=[，。；！？”、]|\Z)")
_REACHED_BY = re.compile(r"(?:[，,][^，。；！？“”\d]{2,24}?|[就便](?![能可])[^，。；！？\d能可]{1,12})\d")
_COURSE = re.compile(
    "(?:\\A|[，。；：！？“”、])(?:过去|以前|以往|从前|原来|原先|如今|现在|今年|去年)?(?:一[批笔件架台票辆单柜])?"
    "(?P<who>[^，。；：！？“”\\d从由自]{0,10})(?P<way>[从由自](?!无到有|小到大|弱到强|少到多)[^，。；：！？“”\\d]{1,14}到(?!了)[^，。；：！？“”\\d]{1,12}?)"
    "(?=[，,]|前后|一共|总共|全程|[只仅就才]|不到|不足|[要用花需]|耗时|历时|平均|最快|\\d|\\Z)"
)
_TAKES = re.compile(
    "(?P<who>企业|公司|我们|项目|该项目|他们)?(?:整个|全程|全部|前前|后后|一共|总共|累计|平均|前后|不到|不足|不用|无需|最快|最短|最多|大约|差不多|短短|[也就均都仅只才却得])*"
    "(?P<verb>耗时|用时|历时|费时|需要?|用|花费?|要)?了?(?:[就仅只才约近]|不到|大约)*\\Z"
)
_SAVED = re.compile(
    "(?:抢回|抢出|抢下|抢到|省下|省出|省去|省掉|省了|节省了?|节约了?|赢得|赢回|争得|争取到?|少花|少用|少等|少走|少跑)(?:了)?(?:至少|近|约|整整)?(?:了)?\\Z"
)
_CUT_TO = re.compile(
    "(?:[压缩减降](?:缩|短|减|低|少)?[到至为成]了?|缩短为)(?:今年|去年|前年|上年|现在|目前|如今|\\d{4}年)的\\Z|[由从](?:今年|去年|前年|上年|\\d{4}年)的\\Z"
)
"""由2019年的8.5天|压到2022年的|2.1天."""


def saves(text: str, start: int) -> re.Match[str] | None:
    """The verb of saving before the time that begins at `start`: 为每个项目|抢回|1至2个月."""
    return _SAVED.search(text, max(0, start - 10), start)


def measures(text: str, start: int, end: int) -> bool:
    """Whether what stands around a time tells what was done in it, or that it was saved, or what it was cut to."""
    return (
        saves(text, start) is not None
        or _CUT_TO.search(text, max(0, start - 12), start) is not None
        or done_after(text, start, end) != ""
    )


def reached_by(text: str, start: int, end: int) -> bool:
    """Whether a time only says by when so much was reached: 不到两年|，园区新设企业1863家; 三个月|就出口了5吨."""
    if _REACHED_BY.match(text, end) is None:
        return False
    alone = _ALONE.search(text, max(0, start - 6), start)
    if text[end : end + 1] in "，,":
        return alone is not None and _course(text, 0, alone.start()) is None
    return True


def done_after(text: str, start: int, end: int) -> str:
    """What was done in a time that is a clause of its own: 90天，|环评和许可全部办妥|; else empty."""
    if text[end : end + 1] not in ("，", ",", "时") or _ALONE.search(text, max(0, start - 6), start) is None:
        return ""
    found = _CLAUSE_BEHIND.match(text, end)
    return found["what"] if found else ""


def done_at_once(text: str, end: int) -> str:
    """办结 of 最快4小时|办结|: what is done, right behind the time that ends at `end`; else empty."""
    found = _DONE_BEHIND.match(text, end)
    return found["done"] if found else ""


def _course(text: str, begin: int, end: int) -> re.Match[str] | None:
    last = None
    for last in _COURSE.finditer(text, begin, end):  # noqa: B007  the last of them
        pass
    return last


def course(text: str, begin: int, start: int) -> str:
    """从签地到打桩 of 从签地到打桩，前后只用了|45天|: told in the sentence from `begin`, where nothing else took it."""
    if text.find("到", begin, start) < 0:
        return ""
    found = _course(text, begin, start)
    return f"{found['who']}{found['way']}".removesuffix("，") if found else ""


def only_takes(words: str) -> bool:
    """Whether words before a time say no more than that something took it: 前后只用, 企业仅花."""
    return _TAKES.fullmatch(words) is not None


def without_taking(words: str) -> str:
    """办一张证 of 办一张证|只需|: what took the time, without the verb that says that it did; empty without one."""
    found = _TAKES.search(words)
    if found is None or not found["verb"] or found.start() < 2:
        return ""
    return words[: found.start()] + ("平均" if "平均" in found[0] else "")
