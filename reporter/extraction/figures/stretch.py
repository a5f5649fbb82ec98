"""What a stretch of an article tells of: a time that is reported on, or aims.

二、2013年主要目标                     a heading of aims: what stands below is still to come, in 2013
围绕上述目标，重点抓好五个方面工作。……     the same, from the next sentence to the end of the paragraph
一、2012年工作回顾                     a heading with a year: 全年 is that year
工业经济支撑有力。规模以上……增长22.8%     another side of the report before it, without a time of its own
财政收入完成161.7亿元，同比增长4.5%       the same, without a word before
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from reporter.extraction.figures import reports
from reporter.extraction.figures.frame import Frame
from reporter.language.alternation import begun
from reporter.language.spans import Period
from reporter.lexicon.figures import FigureWords

_LONGEST_HEADING = 26
WHOLE_YEAR = frozenset(["全年", "年末", "年底"])
WITHIN = WHOLE_YEAR | {"年内"}
"""What is told behind a year that is over, and is of it: 2021年，……；|年内|新增供应商16家."""
_NEAR = 40
_AIMS = re.compile(
    r"(?:主要|预期|发展|奋斗|总体|年度|工作)目标|(?:工作|重点|主要|总体)(?:安排|打算|思路|部署|任务|要求)"
    r"|下一步|下一阶段|(?:今年|明年|今后|未来)[^，。]{0,8}(?:打算|任务|安排|举措|目标)|展望|(?:[年、：]|^)目标$"
)
_ANNOUNCED = re.compile(
    begun(("围绕", "按照", "对照", "根据", "为实现", "瞄准"), "(?:上述|这一|这些|以上|全年|年度)[^，。；]{0,6}目标")
    + "|"
    + begun(
        ("重点", "着力", "全力", "主要", "集中", "将", "要"),
        r"(?:抓好|做好|推进|抓|做|办好|实施)(?:以下)?[一二三四五六七八九十\d]+(?:个方面|件|项|大)",
    )
    + "|"
    + begun(("主要", "预期", "发展", "奋斗", "总体"), "目标(?:是|为)?[：:]")
)
_TASK = re.compile(
    begun(
        ("今年", "明年", "全年", "年内", "下一步", "下半年", "下一阶段"),
        "，?[^，。；]{0,14}(?:任务|目标|打算|计划)，?(?:是|为)",
    )
    + "|"
    + begun(("作", "做"), "出[^。；]{0,6}承诺[：:]")
)
_SET = re.compile(
    r"(?:提出|明确|部署|要求)[，,：:]{0,2}(?:到|在)?(?:(?P<year>20\d\d)年|今年|明年|[一二两三四五六七八九十]年内?(?=新增|建成|引进|培育|完成|实现|投入))"
)
"""会议提出，2025年，生产总值增长10%以上: what a meeting sets for a year that is not over."""
YEAR_BEFORE = frozenset(["上年", "上年度", "上一年"])
_FULL_YEAR = re.compile(r"\d{4}年度?")
_TOLD = re.compile(r"已|了|目前|现有|截至|去年|上年|累计|以来|实际到位|还[差有]|只有|仅[有为]|不足|过去|以前|以往")
_ALREADY = re.compile("[^，。；\\d]{0,6}已(?:经|全部)?(?!\\d)")
_HEADED = re.compile(
    r"情况\Z|统计公报|年度报告|经济运行|工作报告|工作总结|成绩单|回眸|盘点|这样走过|指标|[，,：:]|季度|半年|\d月|个月"
)
"""A headline with a time and one of these tells what the article reports on: 2021年统计公报, 一季度增加值增长9.4%."""
_ROUND_UP = re.compile(r"(?:工作|运行|完成|开展|推进|进展)情况|统计公报|年度报告|盘点|这样走过|回眸|\A\d{4}年?[，,：:]")
_FORM = re.compile(r"\s*(?:\d{1,2}[.．、])?(?:主要)?(?:建设内容|建设规模|预期效益|预计效益|效益|经济效益)[：:]")
_SLOGAN = re.compile(
    r"\s*(?:[^，。；：“”《》\d公是的区园]{2,8}，[^，。；：“”《》\d公是的区园]{3,8}|[^，。；：《》\d公是区园]{4,16})。"
)
"""工业经济支撑有力。 names a side of the report and nobody."""
_NUMBERED = re.compile(r"\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十][）)])[^，。；]{2,16}[。，：]")
_ENTRY = re.compile(r"\s*——[^，。；：“”]{1,14}[。：]")
"""——投资。……: an entry of a report, whose lead says of when it is."""
_FLOW = re.compile(r"新增|新签|新引进|新认定|新登记|新注册|新开工|完成|实现")
_STOCK = re.compile(r"现有|共有|拥有|目前|累计|截[至止]|已有|现已|如今")
_DATELINE = re.compile(
    r"(?:本报|本网|新华社|中新社|中新网)[^，。；：]{0,16}?[讯电][ \u3000]*"
    r"(?:[（(][^）)]{2,40}[）)]|(?:见习|本报)?记者[^，。；：]{2,14}报道[：:])?[ \u3000:：]*"
    r"(?=[^，。；：])"
)
_CONTINUES = re.compile(r"\s*(?:其中|当中|[^，。；]{0,10}已完成[\d近约])")
SERIES = re.compile(
    r"[\s“]*(?:到|至)?(?:\d{4}年|今年|明年|去年|上半年|下半年|如今|现在|眼下|[^，。；\d]{1,4}年半?(?:过去|[之以]?后|下来))[，,]?(?:努力|力争|预计|将|有望|要|更是|又|再|已|则|我们|这一数字|该数字|这个数字|这一比[重例])*"
    r"(?:突破|达到|达|超过|跃升[至到]|增[至到]|攀升[至到]|升[至到]|降[至到]|变成|发展到|是|为)了?[约近超]?\d"
)
"""2020年突破40亿元。|2021年，突破60亿元: a sentence that tells but another time and value of the same."""
_ASPECT = re.compile(r"\s*(?:[从按分看]?[^，。；]{2,10}?(?:看|来看|来说|分)|[^，。；]{2,8}方面)[，,]")
_GROWN = re.compile(r"同比|增长|下降|比上年|较上年|新增|增幅|降幅")
_NAMED = re.compile(r"公司|集团|企业(?=[^，。]{0,4}(?:负责|总))|先生|女士|记者|[“”《》]")
_LONGEST_FRONT = 20
_ASKED = re.compile(r"\s*(?:本报|本刊)?(?:记者|问|主持人|编者)[：:][^。]{2,60}？\s*\Z")
_RISEN = re.compile(r"(?:同比|环比)?(?:增长|下降|增|降)\Z")


@dataclass(slots=True)
class Stretch:
    """The section that is being read: the time in its heading, and whether that tells of aims."""

    time: Period | None = None
    aims: bool = False
    aimed: Period | None = None  # the time of the last aims told, which 围绕上述目标 goes back to
    whole: bool = False  # whether all of the article reports on that time
    reported: Period | None = None  # what the headline says that the article reports on
    lead: Period | None = None  # what the paragraph above a list of entries reports on

    def head(self, headline: str, periods: list[Period]) -> None:
        """The article's headline: 一季度规上工业增加值增长9.4%."""
        if self.reported is None and _HEADED.search(headline):
            self.reported = next((p for p in periods if reports.is_report(p)), None)
            self.whole = self.reported is not None and _ROUND_UP.search(headline) is not None

    def enter(self, heading: str, periods: list[Period]) -> None:
        """A new section begins with this heading."""
        short = len(heading) <= _LONGEST_HEADING
        self.time = next((p for p in periods if reports.is_report(p) or p.future), None) if short else None
        self.aims = short and _AIMS.search(heading) is not None

    def ask(self, periods: list[Period]) -> None:
        """A question of an interview: its time is that of the answer, and a time to come asks for aims."""
        self.time = next((p for p in periods if reports.is_report(p) or p.future), None)
        self.aims = self.time is not None and self.time.future


def is_question(text: str) -> bool:
    """Whether a paragraph is a question of an interview (记者：明年有哪些“硬指标”？)."""
    return _ASKED.match(text) is not None


def is_planned(text: str) -> bool:
    """Whether a line of a form says what is to be built, or to come of it: 建设内容：……, 预期效益：……."""
    return _FORM.match(text) is not None


def announces(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that aims follow it."""
    return _ANNOUNCED.search(text, start, end) is not None


def tasked(text: str, start: int, at: int) -> bool:
    """Whether a sentence says before `at` that what it lists are tasks: 今年的硬任务是|新增市场主体3000户."""
    return _TASK.search(text, start, at) is not None


def set_for(text: str, start: int, at: int, year: int | None) -> bool:
    """Whether a sentence says before `at` that somebody sets what follows for a year not over in `year`."""
    found = _SET.search(text, start, at)
    return found is not None and (not found["year"] or (year is not None and int(found["year"]) >= year))


def told_as_fact(frame: Frame) -> bool:
    """Whether a sentence among aims tells of what is: 批而未供的土地|还有……, 目前已……."""
    text, quantity = frame.sentence.text, frame.quantity
    done = _ALREADY.match(text, quantity.end) is not None  # 首期6亿元已到位; 首批12家企业已交定金
    return done or _TOLD.search(text, frame.sentence.start, quantity.start) is not None


def is_entry(text: str) -> bool:
    """Whether a paragraph is an entry of a report under a heading of its own: ——投资。……."""
    return _ENTRY.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether a paragraph is a numbered side of a report: 三是企业服务提效。……."""
    return _NUMBERED.match(text) is not None


def goes_on(text: str, first: int, words: FigureWords) -> bool:
    """Whether a paragraph tells another side of the report before it; `first` is where its first figure begins.

    从贸易方式看，……; 招商方面，……; a slogan that names a side; or an indicator at once, with its growth.
    """
    if _ASPECT.match(text) or is_entry(text):
        return True
    if numbered := _NUMBERED.match(text):  # 三是企业服务提效。|收集企业诉求512件
        return _STOCK.search(text, numbered.end(), first) is None
    slogan = _SLOGAN.match(text)
    start = slogan.end() if slogan else 0
    front = text[start:first].strip()
    if not front or len(front) > _LONGEST_FRONT or re.search("[，。；：]", front):
        return False
    if _STOCK.search(front) or _NAMED.search(front):
        return False
    measured = words.indicator_end_re.search(_RISEN.sub("", front)) or _FLOW.search(front) or slogan
    return bool(measured) and _GROWN.search(text) is not None


def continues(text: str, at: int) -> bool:
    """Whether the sentence at `at` goes on with the figures of the one before: 其中……; 2021年，突破60亿元."""
    return _CONTINUES.match(text, at) is not None or SERIES.match(text, at) is not None


def of_report(text: str, first: int) -> bool:
    """Whether the first sentence with a figure tells what the headline's time does: three industries 分别实现产值……."""
    start = max(text.rfind(mark, 0, first) for mark in "。！？") + 1
    end = next((at for at in (text.find("。", first),) if at >= 0), len(text))
    told = text[start:end]
    measured = _GROWN.search(told) or re.search("完成|实现|拉动|占全|占[^，。]{0,8}比重", told)
    return bool(measured) and not _STOCK.search(told) and not _NAMED.search(text[start:first])


def year_before(whole: Period | None, periods: Sequence[Period], written: int | None) -> Period | None:
    """The year that a paragraph told before 全年: one that is over, or 全年 itself where it is the article's own."""
    if whole is None:
        return None
    told = [p for p in periods if p.value and p.end <= whole.start and p.text not in WITHIN]
    if not any(reports.is_year(p) for p in told):
        return None
    over = reports.is_year(told[-1]) and written is not None and told[-1].value < str(written)
    return told[-1] if over else whole


def before_told(period: Period, periods: Sequence[Period], start: int) -> Period:
    """上年 behind a year that its sentence, from `start`, tells first: 2020年，排名由|上年|第73位升至第36位."""
    if period.text not in YEAR_BEFORE:
        return period
    told = [p for p in periods if start <= p.start < period.start and _FULL_YEAR.fullmatch(p.text) and p.value]
    return replace(period, value=str(int(told[-1].value[:4]) - 1)) if told else period


def part_of_later(period: Period, whole: Period, year: Period) -> bool:
    """Whether a part of a later year stands shortly before 全年: 下半年有2家企业停产，|全年|产值目标压力不小."""
    near = 0 < whole.start - period.end < _NEAR
    return near and period.text not in WHOLE_YEAR and period.value[:4] > year.value


def past_dateline(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a paragraph, the first without its dateline: 本报讯（记者 林一）|一季度增长4.6%."""
    dateline = _DATELINE.match(text, *spans[0]) if spans else None
    return [(dateline.end(), spans[0][1]), *spans[1:]] if dateline else spans
