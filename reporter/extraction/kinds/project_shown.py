"""A facility that is told without a verb of building: by its size or price, what it was made of, where it was moved.

In: a paragraph, the span of a name and the clause before it. Out: the rule and the words that say so, or None.

    占地90亩的|霁川算力中心|装了机柜2000架               its size, and then what it does
    由旧粮库改造的|砺湖孵化器|                          what it was before
    公司把|亚太研发总部|搬到这里                        what is moved here
    募集资金用于|砺湖综合管廊|建设                      what money is for
"""

from __future__ import annotations

import re


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
_MOVED = re.compile(
    "(?:整体|全部|也)?(?:搬|迁|放|设|落|建)(?:到|在|进|来)了?(?:这里|此|这儿|园区|区内|高新区|经开区|新区|片区)"
)
