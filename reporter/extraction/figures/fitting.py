"""Times that cannot be a figure's, though its sentence holds them: a meeting's day is no project's size's.

In: a figure's frame, metric, status and the time that was found. Out: what to take instead.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.extraction.figures import status, when
from reporter.extraction.figures.clock import Clock
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.language.spans import Period
from reporter.lexicon.units import AREAS
from reporter.model import Decision, Status

_FIRST_YEAR = re.compile("首年|第一年|首个完整年")
_SIZE = re.compile("[^新增扩建成竣]{0,4}面积")
_DESIGN = re.compile("规划.*面积|总面积|占地|用地|实施范围|建筑面积|年产(?!值)|年处理|产能|吸纳就业|安置就业|每周|设计")


def fitted(  # noqa: PLR0911  a list of rules, the first that fits
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
    if measure.metric in status.STAGE and when.sizes_nothing(period, frame, whole=entity and measure.metric != "投资"):
        return None, Decision("period", "", "an investment told with a thing has no time of an event", period.text)
    sized = _DESIGN.search(measure.metric) or (frame.quantity.unit in AREAS and _SIZE.fullmatch(measure.metric))
    if why.rule == when.OPENED and measure.metric.endswith("用时"):
        return None, Decision("period", "", "how long one thing took is not of the report's time", period.text)
    if state[0] is Status.ACTUAL and why.rule == when.HELD and when.of_founding(period, frame):
        return None, Decision("period", "", "the day on which something began dates only that", period.text)
    if sized and (why.rule == when.OPENED or when.of_event_before(period, frame)):
        return None, Decision("period", "", "a size has no time of an event told before it", period.text)
    if state[0] is Status.TARGET and when.from_stage(period, frame):
        begun = replace(period, value=f"{period.value.strip('/')}/")
        return begun, Decision("period", begun.value, "from the time that a stage is told for", period.text)
    if state[0] is Status.TARGET:
        reported = why.rule == when.OPENED and not period.future and not when.is_year(period)
        if reported or (why.rule == when.HELD and clock.is_over(period)):
            return None, Decision("period", "", "what is to come has no time that is over", period.text)
        if _FIRST_YEAR.search(frame.sentence.text, frame.tokens[frame.first].start, frame.quantity.start):
            return None, Decision("period", "", "the first year of what is to come has no number", period.text)
        if when.is_past_event(period, frame, state[1]):
            return None, Decision("period", "", "a target has no time of an event before it", period.text)
        if stage := when.stage_after(period, frame):
            kept = replace(period, value=f"{period.value}/") if when.begins(period, frame, stage) else None
            value = kept.value if kept else ""
            return kept, Decision("period", value, f"from the day that {stage} is told for", stage)
    return None
