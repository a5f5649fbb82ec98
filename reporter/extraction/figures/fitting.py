"""Times that cannot be a figure's, though its sentence holds them: a meeting's day is no project's size's.

In: a figure's frame, metric, status and the time that was found. Out: what to take instead.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.extraction.figures import promised, reports, status, upto, when
from reporter.extraction.figures.clock import Clock
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.language.parts import number
from reporter.language.spans import Period
from reporter.lexicon.units import AREAS
from reporter.model import Decision, Status

_FIRST_YEAR = re.compile("首年|第一年|首个完整年")
_SIZE = re.compile("[^新增扩建成竣]{0,4}面积")
_STAGE_AFTER = re.compile("(投产|建成|达产|竣工|投用|投运|运营|启用|达效)(?:达效|投产|投用|运营)?[之以]?后")
_SAME_STAGE = 10
_NOW = frozenset(["目前", "当前", "如今", "眼下", "现在", "当下"])
_FOUNDED = re.compile(
    "(?:正式|建成|全面|整体)?(?:投用|投入使用|投运|投入运营|投产|挂牌|揭牌|成立|开园|获批|获批设立|入驻|落户|设立|开业|启用|封关|封关运营|通车|开通)[，,]"
)
_BEGUN_IN = re.compile("(?:始建|成立|建成|设立|创建|组建|创办|创立|获批|起步|落户|建)于\\Z")
_DESIGN = re.compile(
    "规划.*面积|区划面积|总面积|占地|用地|实施范围|建筑面积|年产(?!值)|年处理|产能|吸纳就业|安置就业|每周|设计"
)


def fitted(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
    frame: Frame,
    measure: Measure,
    found: tuple[Period, Decision],
    state: tuple[Status, Decision],
    clock: Clock,
    *,
    entity: bool,
) -> tuple[Period | None, Decision] | None:
    """Another period or none where the one `found` does not fit what the figure tells; None where it fits.

    `state` is the figure's status and why, `entity` whether it is a company's or project's.
    """
    period, why = found
    if measure.metric in status.STAGE and entity and why.rule == when.GATHERED:
        return None, Decision("period", "", "a project's size is not of the day of a meeting", period.text)
    if measure.metric in status.STAGE and _sizes_nothing(period, frame, whole=entity and measure.metric != "投资"):
        return None, Decision("period", "", "an investment told with a thing has no time of an event", period.text)
    sized = _DESIGN.search(measure.metric) or (frame.quantity.unit in AREAS and _SIZE.fullmatch(measure.metric))
    if why.rule == when.OPENED and measure.metric.endswith("用时"):
        return None, Decision("period", "", "how long one thing took is not of the report's time", period.text)
    if state[1].rule == promised.AIM_IN_PART and "全年" in measure.metric and period.value[4:5] == "-":
        whole = replace(period, value=period.value[:4])
        return whole, Decision("period", whole.value, "an aim for all of the year", period.text)
    if state[0] is Status.ACTUAL and _until(period, frame):
        total = replace(period, value=f"/{period.value}")
        return total, Decision("period", total.value, "a total up to then", period.text)
    if period.end <= frame.sentence.start and frame.quantity.unit == "位" and _judged(frame):
        return None, Decision("period", "", "a rank just made public is not of the time told before it", period.text)
    if (then := _years_before(period, frame)) is not None:
        return then, Decision("period", then.value, "so many years before the end that is told", period.text)
    ahead = period.future or frame.sentence.text.endswith(("到", "至"), 0, period.start)
    if ahead and state[1].rule == promised.BEGINS_FROM:
        return None, Decision("period", "", "a plan begins from it before its time", period.text)
    if state[0] is Status.ACTUAL and why.rule == when.HELD and _of_founding(period, frame):
        return None, Decision("period", "", "the day on which something began dates only that", period.text)
    if state[0] is Status.ACTUAL and why.rule == when.HELD and _was_founded_in(period, frame):
        return None, Decision("period", "", "the year in which something began dates only that", period.text)
    if sized and (why.rule == when.OPENED or _of_event_before(period, frame)):
        return None, Decision("period", "", "a size has no time of an event told before it", period.text)
    if state[0] is Status.TARGET and _from_stage(period, frame):
        from_end = upto.last_month(period) if upto.names_an_end(period) else period  # 年底投用后: not the whole year
        begun = replace(period, value=f"{from_end.value.strip('/')}/")
        return begun, Decision("period", begun.value, "from the time that a stage is told for", period.text)
    if state[0] is Status.TARGET and (aims := _aims_of(period, frame, clock)) is not None:
        return aims, Decision("period", aims.value, "the year of the aims, not the day on which they were told")
    if state[0] is Status.TARGET:
        reported = why.rule == when.OPENED and not period.future and not reports.is_year(period)
        if reported or (why.rule == when.HELD and clock.is_over(period)) or period.text in _NOW:
            return None, Decision("period", "", "what is to come has no time that is over", period.text)
        if _FIRST_YEAR.search(frame.sentence.text, frame.tokens[frame.first].start, frame.quantity.start):
            return None, Decision("period", "", "the first year of what is to come has no number", period.text)
        if _is_past_event(period, frame, state[1]):
            return None, Decision("period", "", "a target has no time of an event before it", period.text)
        if stage := _stage_after(period, frame):
            kept = replace(period, value=f"{period.value}/") if _begins(period, frame, stage) else None
            value = kept.value if kept else ""
            return kept, Decision("period", value, f"from the day that {stage} is told for", stage)
    return None


def _years_before(period: Period, frame: Frame) -> Period | None:
    """到2024年末，占比由|两年前的21%|升至57.8%: 2022."""
    ago = _AGO.fullmatch(period.text)
    told = _AT_END.search(frame.sentence.text, frame.sentence.start, period.start) if ago else None
    return replace(period, value=str(int(told["year"]) - number(ago["count"]))) if ago and told else None


_AGO = re.compile(r"(?P<count>\d{1,2}|[一二两三四五六七八九十])年前")
_AT_END = re.compile(r"(?:到|至|截至|截止)(?P<year>20\d\d)年年?[末底]")


def _aims_of(period: Period, frame: Frame, clock: Clock) -> Period | None:
    """在2月2日召开的大会上，某区提出|今年的奋斗目标：|工业总产值1050亿元."""
    text, start = frame.sentence.text, frame.sentence.start
    if not reports.is_event(period.value) or period.start < start:
        return None
    told = _AIMS_OF.search(text, period.end, frame.quantity.start)
    year = told and (told["year"] or (clock.year and str(clock.year + bool(told["next"]))))
    return replace(period, value=year, future=True) if year else None


_AIMS_OF = re.compile(
    r"(?:(?P<year>20\d\d)年|今年|全年|(?P<next>明年))的?[^，。；：\d]{0,8}(?:目标|任务)[^，。；：\d]{0,8}(?:[：:]|是，)"
)


def _judged(frame: Frame) -> bool:
    """在最新公布的国家高新区综合评价中，某区列|第58位|: of what year, it does not say."""
    return _JUDGED.search(frame.sentence.text, frame.sentence.start, frame.quantity.start) is not None


_JUDGED = re.compile("(?:公布|发布|出炉|揭晓)的[^，。；]{0,24}(?:评价|考核|评估|评比|排名|榜单?|测评)")


def _until(period: Period, frame: Frame) -> bool:
    """到7月末|累计引进项目210个: a total up to a month that is over, whatever else says how far the year has come."""
    text = frame.sentence.text
    if not _A_MONTH.fullmatch(period.value) or not text.endswith(("到", "至"), 0, period.start):
        return False
    return _SUMMED_UP.search(text, period.end, frame.quantity.start) is not None


_A_MONTH = re.compile(r"\d{4}-\d\d")
_SUMMED_UP = re.compile("\\A[^，。；]{0,4}[底末止]?[，,]?[^，。；]{0,6}(?:累计|已有?|共有?|总共)")


def _is_past_event(period: Period, frame: Frame, why: Decision) -> bool:
    """从去年5月开始建设，建成后产能3.2万吨: the day of an earlier clause does not date what is promised after it."""
    earlier = period.end <= frame.tokens[frame.first].start
    event = reports.is_event(period.value.strip("/"))
    return earlier and not period.future and event and why.start >= period.end


def _of_event_before(period: Period, frame: Frame) -> bool:
    """2012年9月获批设立，|规划面积4平方公里: the day or month of an earlier clause dates no size."""
    return period.end <= frame.tokens[frame.first].start and reports.is_event(period.value.strip("/"))


def _of_founding(period: Period, frame: Frame) -> bool:
    """去年5月投用，5栋厂房……，|招来9家企业|: the day on which something began dates nothing else that is told of it."""
    dated = reports.is_event(period.value.strip("/")) or (reports.is_year(period) and period.text[:1].isdigit())
    if not dated or period.text.endswith("份"):
        return False
    text, start = frame.sentence.text, frame.tokens[frame.first].start
    return period.end <= start and _FOUNDED.match(text, period.end, start) is not None


def _stage_after(period: Period, frame: Frame) -> str:
    """The stage behind which something is promised, when it is told after a day: 6月投产，|达产|后年产值40亿元."""
    text = frame.sentence.text
    earlier = period.end <= frame.tokens[frame.first].start
    if not (earlier and period.future and reports.is_event(period.value)):
        return ""
    stages = _STAGE_AFTER.findall(text, period.end, frame.quantity.start)
    return str(stages[-1]) if stages else ""


def _sizes_nothing(period: Period, frame: Frame, *, whole: bool) -> bool:
    """Whether a time is an event's, told beside a thing with its size: 4月6日，总投资12.8亿元的某基地打下第一桩.

    `whole`: the size is that of a project as a whole (总投资), which no day has.
    """
    event = reports.is_event(period.value.strip("/")) and not period.text.endswith("份")
    earlier = period.end <= frame.tokens[frame.first].start
    return (event and (whole or frame.attributive)) or (frame.attributive and earlier)


def _from_stage(period: Period, frame: Frame) -> bool:
    """今年6月投产后，可形成年产1万吨的能力: from that time on."""
    told = _STAGE_AFTER.match(frame.sentence.text, period.end, frame.quantity.start)
    return told is not None and "/" not in period.value and bool(period.value)


def _begins(period: Period, frame: Frame, stage: str) -> bool:
    """预计2022年6月投产，投产后年产值40亿元: from that month on; not 明年5月试产，达产后……."""
    told = frame.sentence.text[period.end : period.end + _SAME_STAGE]
    return re.search(rf"{stage}(?![之以]?后)", told) is not None


def _was_founded_in(period: Period, frame: Frame) -> bool:
    """园区始建于|2004年|，……，入驻企业21家: when it began is no time of what another clause tells."""
    start = frame.tokens[frame.first].start
    return period.end < start and _BEGUN_IN.search(frame.sentence.text, frame.sentence.start, period.start) is not None
