"""What a figure is held against: an aim that it is part of, the average of a wider area, the whole of last year.

增长11.6%，高于全省|7.4%|的增速                      the province's growth, not the zone's
到位资金12.6亿元，完成全年|36亿元|目标任务的|35%|     the aim, and how much of it is done
产值17.8亿元，完成年任务|75亿元|的|23.7%|             the same
合同利用外资完成全年任务的|一半以上|                     how much of an aim without a number
增加值增速11%，超目标任务|1.5个百分点|                   ahead of an aim
货运量突破80万吨，已超去年|76万吨|的全年总运量   last year's
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import split
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.owner import RATES
from reporter.extraction.figures.ranks import level
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

AGAINST = "a wider area's, with which it is compared"
AIM = "the aim of which so much is done"
OF_AIM = "how much of an aim is done"
AIMS = (AIM, OF_AIM)
"""Whose time, a whole year as a rule, is not that of what is told next."""

_BEYOND = "高于|低于|高出|低出|超过|超出|好于|快于|慢于|优于|跑赢|领先于?|比"
_AREA = re.compile(
    rf"(?:{_BEYOND})(?P<area>(?:同期)?(?:全[国省市县区州]|我[省市国]|[\u4e00-\u9fff]{{2,5}}[省市州])(?:同期)?)\Z"
)
_OF_AREA = re.compile("的(?P<noun>平均(?:水平|增速|增幅|值|数)?|增速|增幅|水平|均值|增长率)")
_THAN_AREA = re.compile(
    r"比(?P<whole>[^，。；\d]{1,6})[\d.]+[%％]的(?P<noun>平均(?:水平|增速)?|增速|增幅|水平)(?P<way>[高低快慢])[出了]?\Z"
)
_TASK = "(?:年度|全年)?(?:目标任务|目标|任务|计划|预算)(?:数|额|总额)?"
_TO_DO = re.compile(r"完成了?(?:[^，。；\d]{0,8}?)(?P<when>全年|年度|上半年|下半年|季度)?的?\Z")
_TASK_TOLD = re.compile("完成了?(?P<aim>(?:全年|年度?|[上下]半年|季度)(?:目标任务|目标|任务|计划|预算))\\Z")
_BEYOND_NUMBER = re.compile(f"(?:{_BEYOND})")
_AREA_BEHIND = re.compile(
    "的(?P<what>(?:同期)?(?:全[国省市县州]|我[省市国县])[^，。；\\d]{0,10}?(?:增速|增幅|增长率|平均水平|平均值))"
)
_THE_TASK = re.compile(f"的?{_TASK}")
_DONE_OF = re.compile(rf"的?{_TASK}的\Z")
_DONE = re.compile(f"(?P<done>完成了?(?P<aim>[^，。；]{{0,16}}?{_TASK}))的\\Z")
_AHEAD = re.compile(f"超(?:额|出|过)?(?:{_TASK}|(?:时序|序时|时间)进度)\\Z")
_PASSED = frozenset(["超", "已超", "超过", "超越", "已超过", "赶超"])


def yardstick(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """The metric of a figure that something is held against, or that says how it compares; else None."""
    unit = frame.quantity.unit
    if unit in ("%", "百分点"):
        return (
            _told_of_area(frame) or _of_area(frame, earlier) or _of_aim(frame, earlier, words) or _ahead(frame, earlier)
        )
    return _aim(frame, earlier) or _passed(frame)


def _clause(frame: Frame) -> str:
    """The words of the clause before the figure."""
    return frame.sentence.text[frame.tokens[frame.first].start : frame.quantity.start]


def _of_area(frame: Frame, earlier: list[Measure]) -> Measure | None:
    if not earlier:
        return None
    before = earlier[-1]
    core = (before.core or before.metric).removeprefix("首先").removeprefix("是").removesuffix("增长")
    area = _AREA.search(_clause(frame))
    noun = _OF_AREA.match(frame.sentence.text, frame.quantity.end)
    if area and noun:
        rate = noun["noun"] if noun["noun"].endswith(RATES) and not core.endswith(RATES) else ""
        mean = "平均" if noun["noun"].startswith("平均") else ""
        metric = f"{area['area']}{mean}{core}{rate.removeprefix('平均')}"
        return Measure(metric, core=core, relation=before.relation, rule=AGAINST)
    than = _THAN_AREA.search(_clause(frame))
    if than is None or frame.quantity.unit != "百分点" or before.rule != AGAINST or len(earlier) < 2:
        return None
    own = earlier[-2]
    metric = f"{own.metric}{than['way']}于{than['whole']}{than['noun']}"
    return Measure(metric, core=own.core, relation=Relation.DELTA, rule="compared with another", base=len(earlier) - 2)


def _told_of_area(frame: Frame) -> Measure | None:
    """增长12.2%，也远高于|5.6%|的全县工业增加值增速: whose it is, told behind it."""
    told = _AREA_BEHIND.match(frame.sentence.text, frame.quantity.end) if frame.attributive else None
    if told is None or not (_BEYOND_NUMBER.match(frame.quantity.text) or _BEYOND_NUMBER.search(_clause(frame))):
        return None
    return Measure(told["what"], core=told["what"], relation=Relation.GROWTH, rule=AGAINST)


def _aim(frame: Frame, earlier: list[Measure]) -> Measure | None:
    text = frame.sentence.text
    told = _TASK_TOLD.search(_clause(frame)) if earlier and frame.after == frame.at + 2 else None
    if told is not None and frame.tokens[frame.at + 1].kind == "U":  # 完成年任务|75亿元|的23.7%
        core = earlier[level(frame, earlier)].core or earlier[-1].metric
        return Measure(f"{core}{told['aim']}", core=core, rule=AIM)
    when = _TO_DO.search(_clause(frame))
    if when is None or not earlier or not _THE_TASK.match(text, frame.quantity.end):
        return None
    if frame.after < 0 or not _DONE_OF.fullmatch(text, frame.quantity.end, frame.tokens[frame.after].start):
        return None
    core = earlier[level(frame, earlier)].core or earlier[-1].metric
    return Measure(f"{core}{when['when'] or ''}目标", core=core, rule=AIM)


def _of_aim(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    last = earlier[-1] if earlier else None
    if last is not None and last.rule == AIM and frame.before >= 0:
        base = next((i for i in range(len(earlier) - 2, -1, -1) if earlier[i].core == last.core), -1)
        metric = f"{last.core}完成{last.metric.removeprefix(last.core)}比例"
        return Measure(metric, core=last.core, relation=Relation.SHARE, rule=OF_AIM, base=base)
    done = _DONE.search(_clause(frame))
    owner, start = split(frame, words)
    verb = next((i for i in range(start, frame.at) if frame.tokens[i].text.startswith("完成")), -1)
    if done is None or verb <= start:
        return None
    core = frame.words(start, verb).rstrip("已也均都仅只共").removesuffix("累计").removesuffix("指标")
    if not core:
        return None
    metric = f"{core}{done['done'].replace('了', '')}比例"
    return Measure(metric, core=core, owner=owner, relation=Relation.SHARE, rule=OF_AIM)


def _ahead(frame: Frame, earlier: list[Measure]) -> Measure | None:
    ahead = _AHEAD.fullmatch(_clause(frame)) if frame.quantity.unit == "百分点" and earlier else None
    if ahead is None:
        return None
    before = earlier[-1]
    return Measure(
        f"{before.metric}{ahead[0]}",
        core=before.core,
        relation=Relation.DELTA,
        rule="compared with another",
        base=len(earlier) - 1,
    )


def _passed(frame: Frame) -> Measure | None:
    tokens, at = frame.tokens, frame.at
    timed = at - 2 >= frame.first and tokens[at - 1].kind == "T" and tokens[at - 2].text in _PASSED
    if not timed or not frame.attributive or frame.noun_end <= frame.noun:
        return None
    noun = frame.words(frame.noun, frame.noun_end).removeprefix("全年")
    return Measure(noun, core=noun, head=noun, rule="the whole that was passed", time=at - 1)
