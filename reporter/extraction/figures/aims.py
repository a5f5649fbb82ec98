"""Aims that no word of promise opens: a sentence that announces its aims, a bound for this year, a time still to come.

今年的目标已经写进文件：进出口过200亿元，引进企业2家      all of the list
今年全年，生产总值增速不低于15%                    a bound to be kept, told while the year runs
明年产能爬到每月1.5万件                           of a year that no page has to name
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.tokens import Sentence
from reporter.language.alternation import begun

_ANNOUNCED = re.compile(
    r"(?:目标|任务|盘子|算盘|打算|安排)(?!完成|进展|情况)[^，。；：:\d]{0,12}(?P<mark>[：:]|是，)[^。：:]*\Z"
)
_YEAR_RUNS = re.compile("今年全年|(?<![去上前])全年|年内|今年[^。；]{0,20}须")
_KEPT = re.compile(
    "(?:不低于|不少于|不超过|控制在|稳在|稳定在|保住|保持在|定在|定为|须[^，。；]{0,4}|确保[^，。；]{0,6})\\Z"
)
_NEXT = re.compile(
    "[明后来下年](?<![今去].)(?:(?<=[明后来])年|(?<=下)个月|(?<=下)(?<!眼下)月|(?<=年)[底末]前)(?!度|轮)"
)
"""明年, 后年, 来年, 下个月, 下月, 年底前, 年末前."""
_VOWED = re.compile(
    f"(?:{begun(('给自己', '年初', '今年'), '[^，。；：]{0,4}定(?:的|下的)(?:数字?|调子|指标)是?')}"
    r"|目标定[在为][^，。；]{1,14}|表态|许诺|立(?:下|了)+军令状)(?P<mark>[：:，])[^。：:]*\Z"
)
"""园区今年给自己定的数是：签约项目45个，……; 区里表态，上半年处置土地350亩."""
_BY_PLAN = re.compile(
    r"(?:\A|[。；“\s])(?:按照?|根据|依照?)(?:[^，。；：\d]{0,12}(?:目标|规划|计划|部署|蓝图)|《[^《》]{2,30}(?:规划|计划|纲要|方案)》[^，。；]{0,8})[，,](?P<mark>)[^。：:]*\Z"
)
"""按照年初确定的目标，生产总值增长|9%|左右; 按照规划，……到2015年新增载体|16万平方米|."""
_BY_DOCUMENT = re.compile(
    r"《[^《》]{2,30}(?:规划|计划|纲要|方案)[^《》]{0,12}》[^，。；]{0,6}?(?:提出|明确)(?!了)[，,：:](?P<mark>)[^。]*\Z"
)
"""《……试点实施方案》提出，2008年至2012年实施重点项目|56个|."""
_CITES = re.compile("[》按据依]")
_LAID_OUT = re.compile("面积|占地|用地|总投资|措施|举措|条款|任务|条\\Z")
"""规划占地30平方公里 is as large as it is, 提出26项措施 has them."""
_UNCHANGED = re.compile(
    "(?:目标|任务)[^，。；]{0,6}(?:没有?(?:调|变|改|动)|不(?:变|动|减|调))[^，。；]{0,4}，?(?:仍然?|还|依然|依旧)[是为]\\Z"
)
_RUSHED = re.compile("(?:要|得|想)(?:冲|奔|闯)(?:刺|击)?(?:过|向|着|到)?\\Z")
_COULD = re.compile("(?:能|可以?)(?:到|达到?|做到|冲到)(?:近|约|超过?)?\\Z")
_ALL_SOLD = re.compile("全部|满产|满负荷|届时|建成后|投产后|年(?:产值|销售|营收|收入|税收)")
"""全部卖出去，|年销售收入能到|12亿元."""
_SET = re.compile("(?:今年|明年|年内|全年|年初|给自己)[^，。；]{0,6}定(?:的|下的)[^，。；]{0,4}[是为](?:近|超过?)?\\Z")
_GRANTED = re.compile("最高|给予|补助|奖励|补贴|资助|每[年月天]")
_DONE = re.compile("已|实际(?:增|完成|实现|达)|[完实达关建新办签投做干卖][^，。；]?了|去年|上年|截[至止]|累计|目前")

_CAPACITY = re.compile(r"年产|日产|月产|设计产能|设计年产")
_BUILDING = re.compile(
    r"(?:建设|新建|新上|打造|投建)[^，。；]{0,4}(?:[年月日](?:产|加工|处理|屠宰|吞吐)|[^，。；]{0,6}仓容)"
)
_ABLE = re.compile("产能|能力|吞吐|[年月日](?:产|加工|处理|屠宰)")
_UNITS_BUILT = frozenset(["套", "间"])
_DUE = re.compile(
    r"[^，。；：]{0,24}，(?:全部|整体|项目|一期|二期)?(?:预计|计划|将|拟)[^，。；]{0,14}(?:投产|投用|投运|投入(?:运营|使用)|建成|竣工|启用|交付)"
)
"""设计年吞吐能力|260万标箱|，计划明年二季度投入运营."""
_RUNNING = re.compile(r"投产|投用|投运|建成了|已建成|运行")


def aimed(frame: Frame, metric: str) -> str:  # noqa: PLR0911  a list of rules, the first that fits
    """Why a figure is an aim by how its sentence is built; empty where it is none."""
    if _capacity(frame) or _to_be_built(frame) or _due(frame, metric):
        return "capacity of a project"
    text, at = frame.sentence.text, frame.quantity.start
    before = text[frame.sentence.start : at]
    announced = _ANNOUNCED.search(before)
    if announced and not _DONE.search(before, announced.end("mark")):
        return "the sentence announces its aims"
    vowed = _VOWED.search(before)
    if vowed and not _DONE.search(before, vowed.end("mark")):
        return "the sentence announces its aims"
    if _CITES.search(before) and (plan := _BY_PLAN.search(before) or _BY_DOCUMENT.search(before)):
        rest = before[plan.end("mark") :]
        if not (_LAID_OUT.search(metric) or _DONE.search(rest) or _GRANTED.search(rest)):
            return "by a plan"
    clause = text[frame.tokens[frame.first].start : at]
    if _SET.search(clause) or _UNCHANGED.search(before):
        return "what was set"
    if _RUSHED.search(clause):
        return "what is striven for"
    if frame.quantity.unit.endswith("元") and _COULD.search(clause) and _ALL_SOLD.search(before):
        return "what could be made" if not _DONE.search(before) else ""
    if _DONE.search(clause) or _GRANTED.search(clause):
        return ""
    if _bound(clause, frame.quantity.text) and _YEAR_RUNS.search(before) and not _DONE.search(before):
        return "a bound to be kept this year"
    return "a time still to come" if _NEXT.search(clause) else ""


def _bound(clause: str, number: str) -> bool:
    """Whether a number is kept to from one side: 不低于15%, 控制在1650万吨以内."""
    hedged = "不" in number and any(word in number for word in ("不低于", "不少于", "不超过"))
    return hedged or _KEPT.search(clause) is not None


def _capacity(frame: Frame) -> bool:
    """年产30GWh动力电池项目: what a project will make, unless its sentence says that it runs."""
    if not frame.words(frame.noun, frame.noun_end).endswith(
        ("项目", "工程", "规模", "能力", "现场", "工地", "工地上", "现场上")
    ):
        return False
    return bool(_CAPACITY.search(frame.words(frame.left, frame.left_end))) and not _runs(frame.sentence)


def _runs(sentence: Sentence) -> bool:
    """Whether a sentence says that a plant is at work."""
    return _RUNNING.search(sentence.text, sentence.start, sentence.end) is not None


def _due(frame: Frame, metric: str) -> bool:
    """Whether what can be made or lived in is of something that is still to be opened, told behind the number."""
    if frame.quantity.unit not in _UNITS_BUILT and not _ABLE.search(metric):
        return False
    text, sentence = frame.sentence.text, frame.sentence
    done = _RUNNING.search(text, sentence.start, frame.quantity.start)
    return done is None and _DUE.match(text, frame.quantity.end, sentence.end) is not None


def _to_be_built(frame: Frame) -> bool:
    """投资6.8亿元建设年加工|30万吨|小麦的生产线: what a plant will do, unless its sentence says that it runs."""
    sentence = frame.sentence
    start = frame.tokens[frame.first].start
    return _BUILDING.search(sentence.text, start, frame.quantity.start) is not None and not _runs(sentence)
