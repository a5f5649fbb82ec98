"""Whether the characters of a time belong to other words: 达产后年产值, 不同年龄, 3年底, 青年中; 入职3年内的员工."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.language import parts

if TYPE_CHECKING:
    from reporter.lexicon.times import TimeWord

_YEAR_WORDS = set("百千万两三四五六七八九十一数几多每本周青少中成常去今明前近当同全历半学老童壮丰元整")
_BEGUN_THEN = re.compile(r"\d[^，。；：“！？]*\Z|[今去前]年[^，。；：“！？]*\Z")
_CLAUSE = 24
_YEARLY = set("产均营销收税利龄轻级薪检处发加节减吞供接纳")  # 后年产值 is 年产值 after 后
# characters after which 前年, 后年 … are the ends of one word and the head of another
_NOT_AFTER = {
    "前": "目日以此之",
    "后": "产成用工营放投业",
    "上": "以线海网路陆",
    "同": "不相共",
    "次": "首",
    "来": "未以年近历",
}
_NOT_AFTER |= {"明": "文", "去": "过"}
_DAY_WORDS_BEFORE = set(parts.CN + "不合相本上下今去当每")
_BEGUN = (
    "入职", "毕业", "成立", "落户", "注册", "创办", "创业", "入驻", "上岗", "来区", "获证", "入园", "投产", "上市",
)  # fmt: skip


def tells_whom(text: str, at: int, end: int) -> bool:
    """Whether 3年内 says who somebody is and not when something will be: 入职|3年内|的员工, 毕业|5年内|的学生."""
    return text.endswith("内", at, end) and text.startswith("的", end) and text.endswith(_BEGUN, 0, at)


def is_inside_word(  # noqa: PLR0911  a list of rules, the first that fits
    text: str, at: int, word: TimeWord
) -> bool:
    """Whether the characters of a time word belong to others: 达产后年产值, 不同年龄, 3年底, 青年中."""
    before = text[at - 1] if at else ""
    if before and before in _NOT_AFTER.get(word.text[0], ""):
        return True
    if word.part and word.text[0] in "前后上同次来":
        return text[at + len(word.text) : at + len(word.text) + 1] in _YEARLY
    if word.text == "至今" and text.startswith("年", at + 2):
        return True  # 从首年的2600万元跃升至|今年前7个月|的1.9亿元
    if word.text[0] == "年":
        return before.isdigit() or before in _YEAR_WORDS or text.startswith(("年度会", "年中国", "年初级"), at)
    if word.text.endswith("以来") and _BEGUN_THEN.search(text, max(0, at - _CLAUSE), at):
        return True  # 2019年8月|挂牌以来: that month says since when
    if word.text in {"同期", "当日", "月底", "月初"}:
        return before.isdigit() or before in _DAY_WORDS_BEFORE
    return False
