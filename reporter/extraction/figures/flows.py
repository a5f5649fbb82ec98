"""Figures that can only be of the time that their article reports on.

In: a zone's figure without a time, and the times told before it. Out: whether it is such a figure, and which time.

    全年新签约项目27个。|实际利用外资1850万美元，同比增长6.3%|     how it has grown
    去年……。全区|进出口2784亿元|，占全省65%                       what flows through a place in a span
    截至11月底，……今年……。|入库企业新增950家|                      the year up to that day
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.extraction.figures.metric import Measure
from reporter.language.spans import Period
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_FLOWS = re.compile(
    r"\A(?:[新净](?:增|登记|设|注册|引进|签约|开工|认定|培育|上)|完成|实现|兑付|兑现|发放)|新增\Z"
    r"|(?<!累计)(?:进出口|进口|出口)(?:总?[额值])?\Z|(?:工业总产|工业产|工业增加|(?<!年均)增加)值\Z"
    r"|(?:固定资产|工业|技改)投资\Z|吞吐量\Z"
)
_GROWS = re.compile("[，,](?:同比|比上年|较上年)?(?:增长|下降|增加|减少)\\d")
"""研发经费投入31.5亿元|，增长16.8%|: what has grown is of the time of its growth."""
_YEAR = re.compile(r"\d{4}")
_UP_TO = re.compile(r"/\d{4}-\d\d")


def is_flow(measure: Measure, text: str, end: int, words: FigureWords) -> bool:
    """Whether a figure that ends at `end` tells what came in a span, not how much there is."""
    if words.areas_re.search(measure.metric) or _FLOWS.search(measure.metric):
        return True
    return measure.relation is Relation.GROWTH or _GROWS.match(text, end) is not None


def so_far(report: Period, as_of: Period | None) -> Period:
    """今年 as a span from its first month to the one as of which an earlier sentence counts."""
    if as_of is None or not _YEAR.fullmatch(report.value) or not as_of.value.startswith(f"/{report.value}-"):
        return report
    return replace(report, value=f"{report.value}-01/{as_of.value[1:8]}")


def closes(period: Period | None) -> bool:
    """Whether a time is a month or a day of an article's year up to which all is told: 截至11月底."""
    return period is not None and _UP_TO.match(period.value) is not None and period.text.startswith("截")
