"""A facility that is told without a verb of building: by its size or price, what it was made of, where it was moved.

In: a paragraph, the span of a name and the clause before it. Out: the rule and the words that say so, or None.

    占地90亩的|霁川算力中心|装了机柜2000架               its size, and then what it does
    由旧粮库改造的|砺湖孵化器|                          what it was before
    公司把|亚太研发总部|搬到这里                        what is moved here
    募集资金用于|砺湖综合管廊|建设                      what money is for
    俯瞰|砺湖中央公园|。该公园占地300亩                  what the next sentence tells of it
"""

from __future__ import annotations

import re

from reporter.language.zone_kinds import A_ZONE


def told_again(text: str, start: int, head: int, end: int) -> str:
    """The words by which the next sentence tells of it by its bare head: 来到|砺湖中央公园|。该公园占地300亩."""
    stop = text.find("。", end, end + 60)
    if stop < 0:
        return ""
    again = _AGAIN.match(text, stop + 1)
    if (
        again is None
        or (again["kind"] is None and _PLACED.search(text, max(0, start - 20), start))
        or (again["kind"] and not text[head:end].endswith(again["kind"]))
    ):
        return ""
    return again["cue"]


_MADE = "开业|开园|开馆|投用|启用|投产|建成|动工|开工|封顶|投运"
_AGAIN = re.compile(
    rf"(?:(?:该|此)(?P<kind>[一-龥]{{2,4}}?)(?:[一二]期)?(?:[今去前]年|\d{{4}}年|\d{{1,2}}月|[底初])*"
    rf"|(?:这座|这个|这条|这片|这处))(?P<cue>总投资|计划投资|投资\d|占地|总?建筑面积|营业面积|设计|规划|由|{_MADE})"
)


def shown(text: str, start: int, end: int, before: str, own: bool) -> tuple[str, str] | None:
    """The rule for a name at a span; `own` where it holds something of its own."""
    length = end - start
    if _ANY.match(text, start):
        return None
    if length >= 6 and (size := _SIZED.search(before)):
        return "size before the name", size["cue"]
    if own and (made := _MADE_OF.search(before)):
        return "made of something", made["cue"]
    if own and before.endswith(("把", "将")) and (moved := _MOVED.match(text, end)):
        return "moved here", moved.group()
    if own and before.endswith(("用于", "投向", "支持")) and text.startswith("建设", end):
        return "verb after the name", "建设"
    return None


_ANY = re.compile("[首第该此这那新老整各全旧多]|一[条座个]")
"""What is one of a kind, and no name."""

_SIZED = re.compile(
    r"(?P<cue>(?:总?建筑面积|占地面积|占地|营业面积|面积|总投资|计划投资|投资)(?:超过|近|超|约|逾|达)?"
    r"\d[\d.]*[余多]?[万亿]?(?:平方米|亩|公顷|元|美元))的\Z"
)
_MADE_OF = re.compile("由[^，。；]{2,14}?(?P<cue>改造|改建|改装|翻建)(?:而成|而来)?的\\Z")
_MOVED = re.compile(f"(?:整体|全部|也)?(?:搬|迁|放|设|落|建)(?:到|在|进|来)了?(?:这里|此|这儿|区内|{A_ZONE})")
_PLACED = re.compile("在[一-龥]{0,12}\\Z")
"""在某区|砺湖产业园|，……。这个总投资…… tells of what stands in it."""
