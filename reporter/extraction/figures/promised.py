"""Aims and plans that their sentence tells by how it is built, and numbers that a plan only begins from.

年度投资260亿元的目标完成了48.7%           the 260亿元 are the aim, the share is done
企业要在84家的基础上翻一番                 84家 there are
按合同，项目分两期建14条生产线              lines are still to be built; what is invested is told as ever
签了协议，两年输送900人，首批260名6月到岗     what a signing promises
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.model import Status

AIM_IN_PART = "an aim of which a share is done"
BEGINS_FROM = "what a plan begins from"
_VAIN = re.compile("[^，。；\\d]{0,6}(?:就|便|都|只|将)?(?:是|成|成了|会是|等于)(?:一句)?(?:空话|空谈|泡影|纸上谈兵)")
"""全年增长9%|就是一句空话|: it is hoped for."""
_TASK_BEFORE = re.compile("完成[^，。；\\d]{0,6}(?:任务|目标|计划|预算)数?\\Z")
_SHARE_BEHIND = re.compile("的(?:[\\d.]+%|[一二三四五六七八九]成|[一二三四五六七八九十百]+分之)")
"""完成全年任务|60亿元|的27%."""
_ROSE_TO_NOW = re.compile("[增涨升蹿跃提扩长跳攀窜](?:加|高|升|长|大)?[到至]了?(?:今年|去年|现在|目前|眼下|如今)的\\Z")
"""产值从1.8亿元蹿到今年的|4.1亿元|."""
_FROM_NOW = re.compile("[由从较比](?:现在|目前|当前|眼下|如今|去年|上年|前年|上季度|年初)的\\Z")
"""由现在的|142家|增加到300家, 力争突破180亿元，较去年的|131亿元|增长37%: what is so already."""
_LESS_NOW = re.compile("[比较](?:年初|去年|上年|上月)[^，。；\\d]{0,4}[少多增减降升]了\\Z")
"""预计……，工人倒比年初少了|700名|."""
_SHARE_DONE = re.compile(
    r"的[^，。；的\d]{0,4}(?:目标|任务|计划|盘子)(?:目前|上半年|前\d{1,2}个月|现|已经?|仅|只|才|就)*完成(?:了|率)?(?:为|达|近|约|超)?"
    r"(?:[\d.]+%|[一二三四五六七八九]成|[一二三四五六七八九十百]+分之|过半|一半|大半)"
)
_BASE_BEHIND = re.compile("的?基础之?上(?!设施)")
_BASE_BEFORE = re.compile(r"在[^，。；\d]{0,8}\Z")
_BY_CONTRACT = re.compile(r"[“\s]*(?:按照?|根据|依照?)[^，。；\d]{0,6}(?:合同|协议|约定)(?:约定|规定|内容|要求|书)?，")
_IN_PHASES = re.compile(r"分[一二两三四五六]期(?:建设?|实施|推进|投建|布局)(?!成|了|设了|好|完)")
_LINES = re.compile(r"[^，。；、\d]{0,8}线")
_BUILT = re.compile("已|[建投]成|[产用建]了|去年|目前")
_SIGNED = re.compile("签(?:了|订|下|署|约)")
_OVER_YEARS = re.compile(
    r"(?:[，；]|\A)(?:未来|今后)?(?:[一二两三四五六]|\d)年(?:之?内)?(?![内来前后间多以半])[^，。；\d]{2,10}\Z"
)
_FIRST_LOT = re.compile(r"(?:首批|第一批|首期)\Z")
_OVER = re.compile("已|了|累计|共|以来|去年|前年|上年")


def told(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, rule: str
) -> tuple[Status, str] | None:
    """What a number is by its place, whatever its sentence promises: None where that says nothing.

    `rule` is the construction that its metric was read by.
    """
    if rule.startswith("first end"):
        return Status.ACTUAL, "what a change began from"
    text, end = frame.sentence.text, frame.quantity.end
    if _VAIN.match(text, end):
        return Status.TARGET, "an aim that may be missed"
    start, at = frame.sentence.start, frame.quantity.start
    if _TASK_BEFORE.search(text, start, at) and _SHARE_BEHIND.match(text, end):
        return Status.TARGET, AIM_IN_PART
    if _FROM_NOW.search(text, start, at):
        return Status.ACTUAL, "what a change began from"
    if _ROSE_TO_NOW.search(text, start, at) or _LESS_NOW.search(text, start, at):
        return Status.ACTUAL, "what a change led to"
    if not text.startswith(("的", "基础"), end):
        return None
    if _SHARE_DONE.match(text, end):
        return Status.TARGET, AIM_IN_PART
    if _BASE_BEHIND.match(text, end) and _BASE_BEFORE.search(text, frame.sentence.start, frame.quantity.start):
        return Status.ACTUAL, BEGINS_FROM
    return None


def agreed(frame: Frame) -> str:
    """Why a number is a plan of what was agreed; empty where it is none."""
    text, sentence, at = frame.sentence.text, frame.sentence, frame.quantity.start
    if frame.quantity.unit == "条" and _LINES.match(text, frame.quantity.unit_start + 1):
        plan = _BY_CONTRACT.match(text, sentence.start, at) or _IN_PHASES.search(text, sentence.start, at)
        if plan and not _BUILT.search(text, plan.end(), at):
            return "to be built by contract or in phases"
    signed = _SIGNED.search(text, sentence.start, frame.tokens[frame.first].start)
    return "what a signing promises" if signed and _pledged(frame, signed.end()) else ""


def _pledged(frame: Frame, signed: int) -> bool:
    """Whether a clause behind a signing says how much in so many years, or how many at first."""
    text, at = frame.sentence.text, frame.quantity.start
    clause = text[frame.tokens[frame.first].start : frame.tokens[frame.last - 1].end]
    if _OVER.search(clause):
        return False
    lot = _FIRST_LOT.search(text, signed, at)
    return bool(_OVER_YEARS.search(text, signed, at) or (lot and _OVER_YEARS.search(_before(frame, signed))))


def _before(frame: Frame, signed: int) -> str:
    """The clause before the figure's, up to its number."""
    text, start = frame.sentence.text, frame.tokens[frame.first].start
    begun = max(text.rfind(mark, signed, start - 1) for mark in "，；")
    before = text[begun:start] if begun >= 0 else ""
    return re.split(r"(?<=\D)\d", before)[0]
