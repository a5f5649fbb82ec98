"""Headlines: what one looks like, and how far a paragraph has its words, by which a reader finds its article.

搭建信创产业“四梁八柱”                                           looks like one
今年，高新区将                                                  does not: a piece of a sentence
松塔新区算力规模跃升 | 本报讯 记者从松塔新区获悉，全区算力规模跃升至……     shares 1.0
松塔新区算力规模跃升 | 服务器保税维修基地将于年底投用……                   shares 0.0
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.press import press_words
from reporter.reading import words
from reporter.reading.bylines import dateline
from reporter.reading.marks import unmatched

LEAD = 240
"""Characters of a first paragraph in which its headline's words are looked for."""
SHORTEST_NEWS = 10
"""Characters of a headline that tells news by itself; shorter lines are as often subheads."""
_LONGEST = 44
_LOOKS = 1.0
# What tells a sentence from a headline, and how much.
_PARTICLES = {
    **dict.fromkeys(["目前"], 2.0),
    **dict.fromkeys(["了"], 2.0),
    **dict.fromkeys(["着", "已经", "他", "她", "他们", "我们", "这些", "去年", "今年", "累计", "以及", "不仅"], 1.5),
    **dict.fromkeys(["过", "是", "已", "将", "还", "就", "都", "曾", "其"], 1.0),
    **dict.fromkeys(["该", "这", "那", "没有", "可以", "每年", "但"], 1.0),
    **dict.fromkeys(["也", "正在", "而"], 0.7),
    **dict.fromkeys(["的", "被", "由"], 0.5),
}
_DATE_START = re.compile(r"\d{1,4}\s*[年月日]|[一二三四五六七八九十]+月")
_SENTENCE = re.compile("[。；;]")
_SAYING = re.compile("(?:介绍|表示|告诉记者|透露|说|称|指出|强调|认为)[，,：:]")
_TITLED = re.compile(
    r"(?:报告|讲话|致辞|发言|公报|纲要|办法|措施|方案|通知|意见|纪实|侧记|见闻|综述|访谈|掠影|实录)"
    r"(?:[（(][^（）()]{2,12}[）)])?$"
)
"""What a piece is, at the end of its headline: 在……会议上的报告（摘要）, ——某区上半年外贸见闻."""
_DATA = re.compile(
    r"[：:]\s*[约近超]?\d[\d.,]*[^，。：“”]{0,6}$|(?:[A-D\u4e00-\u9fff]{1,8}\d[\d.]*[家个项万亿户名件%][ \u3000]+){2}"
)
"""A line of data, and no headline that tells of a sum: 参评企业：326家, A类52家 B类131家 C类118家."""
_QUOTED = re.compile("“[^“”。！？]{4,24}”")
"""A saying as a headline: “来了就有家，干了就有补”."""
_VISIT = re.compile(
    f"走进(?:[\u4e00-\u9fff“”]{{2,16}}(?:区|园|城|港|镇|谷)|[\u4e00-\u9fff]{{2,8}}{A_ZONE}[\u4e00-\u9fffA-Z]{{2,10}})"
    "|(?:本报)?(?:对话|专访|独家专访|专访：|访)[\u4e00-\u9fff“”、·（）]{4,28}(?:主任|书记|区长|市长|董事长|总经理|局长|会长|院长)(?:[\u4e00-\u9fff·]{2,8})?"
)
"""走进某区中医药科创城, 对话某区管委会主任: over a headline, not the start of a sentence."""
_SECTION = re.compile(r"0[1-9][ \u3000.、]+[^，。；]{2,24}$")
"""01 从2.3到168.9: a numbered section's head, whatever its words."""
_NUMBERED = re.compile("(?:[一二三四五六七八九十]、|[（(][一二三四五六七八九十][）)])[^。；]{6,22}$")
"""一、产值增长迅猛，贡献较大: a numbered section's head may have two clauses of any length."""
_LABEL = re.compile("^[^：，。；“]{2,10}：(?=.)")
"""某片区：船在海上，单在云端: whose it is, before the two halves."""
_DASH = re.compile("——")
_PARTED = re.compile(r"[\u4e00-\u9fff”》][ \u3000]+(?=[\u4e00-\u9fff“《])")
"""Clauses of a headline are parted by spaces, those of a sentence by marks: 订单来了 船期紧了."""


def is_short(text: str) -> bool:
    """Whether a line could be a headline or subhead by its looks alone."""
    return headline_score(text) >= _LOOKS


def headline_score(text: str) -> float:
    """How much a line looks like a headline and not a piece of a sentence: 搭建信创产业“四梁八柱”, not 今年，高新区将.

    Headlines are short, whole and dense: no opener, no particles, their quotation marks closed.
    """
    if len(text) > _LONGEST or _SENTENCE.search(text) or text[-1] in "，,、。；;" or text[0] in "，,、。；）)”》":
        return -9.0
    if _SECTION.match(text):
        return _LOOKS + 1.0
    press = press_words()
    body = text.rstrip("：:—-")
    kicker = len(body) < len(text)
    size = max(map(len, _DASH.split(body)))
    score = 3.0 if size <= 20 else (2.0 if size <= 26 else (1.0 if size <= 32 else -1.0))
    score += 3.0 * kicker + 3.0 * bool(_TITLED.search(body)) + 3.0 * bool(_PARTED.search(body))
    cut = words.cut(body)
    if not kicker and (cut[0] in press.start_words or cut[0] in press.never_first or _DATE_START.match(body)):
        score -= 3.0
    if _DATA.search(text):
        score -= 4.0
    if _QUOTED.fullmatch(text) or _VISIT.fullmatch(text):
        score += 3.0
    score += 2.0 * bool(_NUMBERED.match(body))
    score += 2.0 * body.endswith("”")  # ……让老厂长出“新翅膀”
    closing, opening = unmatched(body)
    score -= 3.0 * bool(closing or opening) + 3.0 * bool(_SAYING.search(text)) + 4.0 * dateline(text)[0]
    score -= min(3.0, sum(_PARTICLES.get(word, 0.0) for word in cut))
    clauses = [clause for clause in re.split("[，,]", _LABEL.sub("", body)) if clause]
    if len(clauses) > 1:
        score -= 0.0 if len(clauses) == 2 and abs(len(clauses[0]) - len(clauses[1])) <= 4 else 3.0
    if not kicker and (cut[-1] in press.open_last or body[-1].isdigit()):
        score -= 3.0
    return score


def shared(title: str, text: str) -> float:
    """Which share of a headline's strings of three characters a text has."""
    return share(threes(title), text)


def threes(text: str) -> list[str]:
    """The strings of three characters of a text."""
    return [text[k : k + 3] for k in range(len(text) - 2)]


def share(strings: Sequence[str], of: Container[str]) -> float:
    """Which share of some strings a text has, or the set of all that a text has."""
    return sum(string in of for string in strings) / len(strings) if strings else 0.0
