"""How long something took, and how much time was saved: what such a length of time measures.

从签地到打桩，前后只用了45天       从签地到打桩用时
不到90天，环评和许可全部办妥       环评和许可全部办妥用时
施工许可28天拿证                施工许可拿证用时
联合验收让每个项目省下40多天       联合验收每个项目节省时间
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.language import elapsed
from reporter.lexicon.figures import FigureWords

_LONGEST = 30
_AGAINST = re.compile("(?:原来|过去|以前|以往|此前|从前|原先|往常)(?:要|需|得|至少|通常)?")
_AFTER = re.compile("(?:后|之后|以后|以来|时)\\Z")
_LOOSE = re.compile("[就便即都也]|了(?=.{0,4}\\Z)|\\A(?:前后|一共|总共)|\\A(?:企业|公司|该?项目)(?=从)")
_WHOM = re.compile(
    "(?P<average>平均)?(?:能|可以?|就|已)*(?:[为替给让帮](?P<whom>[^，。；]{2,8}?))?(?P<mean>平均)?(?:能|可以?|就|已)*\\Z"
)
_SOFT = re.compile("(?:最快|最短|最多|最长|仅|只|约|平均|一般|目前|现在|如今|也|均|都|(?<!许)可|能|已)+\\Z")


def took(frame: Frame, words: FigureWords) -> Measure | None:
    """What a length of time measures by what stands around it; None where that says nothing."""
    if frame.quantity.unit not in words.times or frame.attributive:
        return None
    text, start, end = frame.sentence.text, frame.quantity.start, frame.quantity.end
    first = frame.tokens[frame.first].start
    if saved := elapsed.saves(text, start):
        front = text[first : saved.start()]
        whom = _WHOM.search(front)
        told = front[: whom.start()] + (whom["whom"] or "") if whom else front
        average = "平均" if whom and (whom["average"] or whom["mean"]) else ""
        return _measure(f"{told}{average}节省时间", "how much time was saved")
    if done := elapsed.done_after(text, start, end):
        return _measure(f"{_LOOSE.sub('', done)}用时", "how long it takes till it is done")
    begins = max(frame.sentence.start, text.rfind("；", frame.sentence.start, start) + 1)
    front = text[first:start]
    course = elapsed.course(text, begins, start)
    done = elapsed.done_at_once(text, end)
    if course and (done or elapsed.only_takes(front.rpartition(course)[2] if course in front else front)):
        return _measure(f"{_LOOSE.sub('', course)}用时", "how long its course took")
    if done and frame.before < 0:
        front = _SOFT.sub("", front)
        named = front if len(front) > 1 and not _AFTER.search(front) and not elapsed.only_takes(front) else ""
        named = named or _topic(frame)
        if len(named) <= _LONGEST:
            return _measure(f"{named}{done}用时", "how long it takes till it is done")
    return None


def _topic(frame: Frame) -> str:
    """退税 of 企业最关心的退税，|平均3.5个工作日到账: what the clause before names, where it has no number."""
    tokens, stop = frame.tokens, frame.first - 1
    if stop <= 0 or tokens[stop].text not in ("，", ",") or tokens[stop - 1].kind != "N" or tokens[stop - 1].role:
        return ""
    first = stop
    while first > 0 and tokens[first - 1].kind == "N":
        first -= 1
    modified = first == 0 or tokens[first - 1].kind in "BU"
    return frame.words(first, stop) if modified else ""


def _measure(metric: str, rule: str) -> Measure:
    return Measure(metric, core=metric, head=metric, rule=rule)


def taken(frame: Frame, words: FigureWords) -> str:
    """从提交材料到拿到许可证，|只用了7个工作日: what took the time, as the clause before says."""
    tokens, stop = frame.tokens, frame.first - 1
    if frame.quantity.unit not in words.times or stop <= 0 or tokens[stop].text not in ("，", ","):
        return ""
    first = stop
    while first > 0 and tokens[first - 1].kind not in "BQ":
        first -= 1
    text = frame.words(first, stop)
    if _AGAINST.match(text) and first > 1 and tokens[first - 1].text in ("，", ","):
        before = (
            first - 1
        )  # 从签约到拿地，|原来要跑两三个月|，现在15天: what took the time, the clause before that says
        first = next((i + 1 for i in range(before - 1, -1, -1) if tokens[i].kind in "BQ"), 0)
        text = frame.words(first, before)
    if any(c.isdigit() for c in text) or _AFTER.search(text):
        return ""  # 别处要20个月，|这里只用了11个月: told against another, not what took the time
    return text if (first == 0 or tokens[first - 1].kind == "B") and len(text) <= _LONGEST else ""
