"""Things that the clause before names, and of which the next clause counts a part.

市里下放的审批事项，96项已经承接         承接市里下放的审批事项
方案确定的任务，已经完成75项           完成方案确定的任务
两张清单，共132项                   清单事项
棉花以前全卖原料，如今一半在园区纺成了纱   棉花在园区纺成了纱占比
三是建筑类投资比重加大。共完成投资115亿元   建筑类投资
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.said import said_of
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

OF_TOPIC = "a part of what the clause before names"
_LISTS = ("清单", "台账", "目录", "名单", "榜单", "账本", "清册")
_ITEMS = frozenset(["项", "个", "条", "件"])
_SUMS = frozenset(["共", "共计", "合计", "总共", "一共", "总计", "累计"])
_KINDS = (
    "任务",
    "事项",
    "清单",
    "台账",
    "举措",
    "试点",
    "指标",
    "环节",
    "岗位",
    "线索",
    "问题",
    "诉求",
    "课题",
    "订单",
)
_PORTIONS = ("成", "分之", "一半", "近半", "过半", "大半")
_LONGEST = 18
_NOW = re.compile("(?:现在|如今|眼下|目前|今天|其中|里头|里面|至少|大约|已|有)*\\Z")
_OF_THEM = frozenset(["已", "已经", "现已", "已有", "其中", "有", "共有", "目前", "现", "至今", "如今"])


def parted(frame: Frame, body: str, words: FigureWords) -> Measure | None:
    """The metric of a count or a portion whose own clause names no thing; None where the clause before names none."""
    portion = frame.quantity.unit == "%" and any(mark in frame.quantity.text for mark in _PORTIONS)
    if frame.quantity.unit not in words.classifiers and not portion:
        return None
    told = _clause_before(frame)
    if told is None:
        return None
    return _portion(frame, *told) if portion else _counted(frame, body, *told, words)


def _clause_before(frame: Frame) -> tuple[int, int] | None:
    """The tokens of the clause right before, without times and adverbs at its front; None where it has a figure."""
    tokens, stop = frame.tokens, frame.first - 1
    if stop <= 0 or tokens[stop].text not in ("，", ","):
        return None
    first = frame.sentence.kinds.rfind("B", 0, stop) + 1
    counts = frame.sentence.kinds.rfind("Q", first, stop)
    if counts >= 0 and not (counts + 2 == stop and tokens[counts + 1].text.endswith(_LISTS)):
        return None  # but 三张|清单
    while first < stop and (tokens[first].kind in "TCXD" or tokens[first].role == "zone"):
        first += 1
    return (first, stop) if first < stop else None


def _counted(frame: Frame, body: str, first: int, stop: int, words: FigureWords) -> Measure | None:
    tokens = frame.tokens
    noun = frame.words(first, stop)
    lists = noun.endswith(_LISTS) and frame.quantity.unit in _ITEMS
    if lists and (not body or body in _SUMS):
        noun = next((t.text for t in reversed(tokens[first:stop]) if t.text.endswith(_LISTS)), "")
        metric = f"{noun}事项"
        return Measure(metric, core=metric, head=metric, rule=OF_TOPIC)
    named = noun.endswith(_KINDS) or (tokens[stop - 1].kind == "N" and noun.endswith(words.head_ends))
    if not named or len(noun) > _LONGEST or body in _SUMS:
        return None
    verbal = (
        frame.left_end > frame.left
        and (last := tokens[frame.left_end - 1])
        and (last.kind == "V" or last.role == "act")
    )
    done = said_of(frame, words) or (body if verbal else "")
    if not done or (body and body != done and body not in _OF_THEM):
        return None
    metric = f"{done}{noun}"
    return Measure(metric, core=metric, head=noun, verb=body, rule=OF_TOPIC)


def _portion(frame: Frame, first: int, stop: int) -> Measure | None:
    """苹果过去一车车往外拉，现在|七成|在县里变成果汁: who is spoken of stands at the front of the clause before."""
    tokens, end = frame.tokens, first
    told = frame.words(frame.said, frame.said_end)
    if not _NOW.fullmatch(frame.words(frame.first, frame.at)) or not 1 < len(told) <= _LONGEST:
        return None
    while end < stop and tokens[end].kind in "NA":
        end += 1
    what = frame.words(first, end)
    if not what or (end < stop and tokens[end].kind in "UL") or tokens[first].role:
        return None
    metric = f"{what}{told}占比"
    return Measure(metric, core=what, head=what, relation=Relation.SHARE, rule=OF_TOPIC)


_ITEM = re.compile(
    "(?:\\A|(?<=[。；]))[一二三四五六七八九]是(?P<topic>[^，。；\\d]{3,14}?(?:投资|产值|出口|进口|消费|外贸|贷款))"
    "(?:占比|比重|增速|速度|规模|总量|结构|持续|稳步|保持|较快|快速|增[长快]|加快|回升)[^，。；]{0,8}[。，；]"
)
_DONE = re.compile("\\A(?:共|累计|预计)*(?:完成|实现)")


_INDUSTRY = re.compile(
    "(?:\\A|(?<=[。；]))(?:[一二三四五六七八九]是|\\d{1,2}[、.．]|[一二三四五六七八九十]、|（[一二三四五六七八九十]）)"
    "(?P<topic>[^，。；\\d]{2,12}?(?:产业|行业|板块|集群))(?=[^，。；、和与及]{2,})"
)
"""2、|生物医药产业|正在恢复性增长，1-6月完成产值23亿元: the industry's, and not the zone's."""
_ANY_ITEM = re.compile(
    "(?:\\A|(?<=[。；]))(?:[一二三四五六七八九]是|\\d{1,2}[、.．]|[一二三四五六七八九十]、|（[一二三四五六七八九十]）)"
)
_OF_INDUSTRY = frozenset(["产值", "总产值", "销售收入", "营业收入", "营收", "主营业务收入", "利润", "税收", "增加值"])


def name_by_item(frames: Sequence[Frame], measures: Sequence[Measure]) -> None:
    """Name what an item of a list is about where its sentences only say 投资 or 产值: measures are changed in place."""
    if not frames:
        return
    text, at = frames[0].sentence.text, frames[0].quantity.start
    begins = [item.start() for item in _ANY_ITEM.finditer(text, 0, at)]
    if not begins:
        return
    item = _ITEM.match(text, begins[-1]) if begins[-1] < frames[0].sentence.start else None
    industry = None if item else _INDUSTRY.match(text, begins[-1])
    for measure in measures:
        bare = _DONE.sub("", measure.core)
        if item and len(bare) > 1 and item["topic"].endswith(bare) and item["topic"] != bare:
            _rename(measure, measure.core, item["topic"])
        elif industry and bare in _OF_INDUSTRY:
            _rename(measure, measure.core, f"{industry['topic']}{bare}")


def _rename(measure: Measure, old: str, new: str) -> None:
    """Give a measure its fuller name; a share of something else is told with what it is of."""
    if measure.metric.startswith("占"):
        measure.metric = f"{new}{measure.metric}"
    else:
        measure.metric = measure.metric.replace(old, new, 1)
    measure.core = new
