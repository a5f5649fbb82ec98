"""Which time a figure belongs to: its own clause's, or one that it continues.

今年一季度，实际利用外资1.13亿美元，占…的50.3%        both 2020-Q1: a sentence holds its time until another comes
由2017年的58家增加到2021年的131家                   a time tied to its number by 的
…增速较2月份增长5.8个百分点                         the month compared with is not the figure's own
2021年5月，河南省获批…，6家药企已经入驻              no 2021-05: 已经 tells of today
对2021年度优秀企业进行表彰，发放奖金2600万元          a time inside a noun phrase is not when it happened
截至5月底，今年新注册企业1385家                      from the year's start to that day
新增25家，累计达到384家                            a total as of the span's end
会上，46家企业受到表彰                              the day of the meeting told before
2022年，某区产业振兴取得新成效。该区完成……            a paragraph opened by a year keeps it
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from reporter.extraction.figures import attributes, behind, days, occasions, reports, turns, upto
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.tokens import Token
from reporter.language.moment import Moment
from reporter.language.parts import number
from reporter.language.spans import Period, quarter, within
from reporter.lexicon.units import MONEY
from reporter.model import Decision

OPENED = "the time that opened the paragraph"
GATHERED = "the day of the gathering told before"
HELD = "the time that the sentence holds"
TIED = "the time tied to the number"
_COMPARED = re.compile(r"(?:较|比|恢复到?|相比|相较于?|低于|高于|(?<![是为])同(?!比))\s*\Z")
_HOLIDAY = re.compile("[“的]?(?:五一|国庆|春节|端午|中秋|清明|元旦|小长假|黄金周|双节|双十一|双11|618)")
"""今年|五一小长假: three days of it."""
_WEIGHS = re.compile("[^，。；]{0,14}(?:影响|拖累|带动|制约)")
_COMPARED_AFTER = re.compile(r"\s*(?:的?(?:水平|平均(?:水平|值|数)|基础之?上)|持平|相比|同期|增加了?[一两二三]倍)")
_PARTED = re.compile("[，；的工]")
_PLANNED = re.compile(r"\s*(?:的?(?:总?任务|工作|经济工作|科技创新|重大项目|重点项目|十大|优秀|先进))")
_YEARLY = re.compile(r"\s*(?:投资计划(?=的\d)|计划(?=[的，。])|的?(?:总?目标|总?任务|预算))")
_FOUNDED_THEN = re.compile("(?:正式|经国务院)?(?:揭牌|挂牌|获批|批准|成立|设立|封关|开园)")
_FIRST_END = re.compile(r"的?第?\d[\d.]*[^，。；\d]{0,6}(?=[增升提降扩跃减压缩]|上升|下降|发展)")
_AIM_IS = re.compile("\\s*(?:总?目标|总?任务)(?:是|为|[：:])")
"""全年目标是|签约50个: what is aimed at is of that year."""
_YEAR = re.compile(r"\d{4}")
_BY_NOW = re.compile("已经|现已|现有|如今|目前|眼下")
_IS_SUCH = re.compile("[为是系属]\\Z")
_AT_SAME_TIME = re.compile("同期(?:完成|实现|累计|共|新增|达到)")
_THIS_TIME = re.compile("(?:此|本|这)次")
_STAGE_THEN = re.compile(r"(?:已|将|正式|全部|就|即)?(?:交付|投用|建成|投产|开业|开园|启用|竣工|封顶|投运|入住|上市)")
_INVESTED_IN = re.compile("(?:建设|兴建|新建|打造|改造)?的(?!项目)")
_STATISTICS = re.compile("[^，。；\\d]{0,10}(?:统计|数据|年报|快报|报表|监测)(?:结果)?(?:显示|表明)")
"""2022年度|火炬统计显示，营业收入3126亿元: what is told is of that year."""
_COUNTED = re.compile("[^，。；：、“”（）\\d]{1,14}")
"""305个|重点项目|去年完成投资550亿元; 14家|是|今年新引进的."""
_NOT_THEN = ("的", "、", "（", "底", "末", "前", "后")
_NOW = re.compile(r"已经|已(?!完成)|目前|现有|如今|眼下")
_STANDS = re.compile("现有|现已|目前|如今|眼下|共有")
_SUMS_UP = re.compile("[^，。；]{2}累计(?!完成|实现|新增|签约|开工|[进出]口|引进|利用|投入)[^，。；]*\\d")
"""推广面积|累计1600万亩|，培训近万名: not only in the months that the report is about."""
_CONTINUES = re.compile(
    r"\s*(?:但|不过|而)?(?:[^，。；\d]{0,6}，)?(?:其中|这些|[从按][^，。；\d]{1,8}[看分]，|上述|此外|与此同时|同时)"
)
_NO_WORDS = "，。；：、"
"""Marks right behind which a time is neither compared with nor lasted to; nor is it at the beginning of a text."""
_LASTING = re.compile(r"(?:排|签|忙|干|延续|持续|推迟|延长)(?:产)?到?了?\Z")
_SO_FAR = re.compile("[^，。；]{0,12}已")
_WHOLE = frozenset(["全年", "当年", "全年度"])
_WHOLE_YEAR = frozenset(["全年", "年度", "年内", "全年度"])
_PLAN_OF = re.compile("内?(?:计划|目标|任务|预算)")
_DONE_OF_PLAN = re.compile("(?:目前|现)?已|占[^，。；]{0,4}(?:计划|目标|任务|预算)")
_DONE_SINCE = re.compile(f"，(?:{_DONE_OF_PLAN.pattern})")
_OTHERS_OWN = re.compile(r"(?:全年|同期|上半年|[^，。；\d]{1,6}时)?的(?:[-第]?\d|[近约超逾]\d|不[足到])")
_NAMED_EVENT = re.compile("[^，。；]{2,24}?(?:仪式|会议|大会|论坛|活动|推介会|启动会|推进会|招商会|集中开工|集中签约)")
_TIE = re.compile(r"(?:[^，。；\d]{1,6}时)?的-?")
"""2017年|的|58家; 2012年|获批时的|不足千户."""
_OF_NUMBER = re.compile(
    r"(?:全年|同期|同日|同月|当日|上半年|末|底)?的(?:近|约)?(?:\d|[一二三四五六七八九][成倍]|[一二三四五六七八九十]分之|一半|半数|大半)"
)
_OWN_NOUN = re.compile("的[^，。；\\d的]{1,6}(?:已|达|突破|超|有|为)[^，。；\\d]{0,2}\\d")
"""去年卖了37台，今年|的单子已到52台|."""
_EQUAL_TO = re.compile(r"(?:是|为|达|[超过]过?了?|赶上|不及|恢复到|恢复至|只有|仅有|抵得上|抵上|相当于|等于)\Z")
_OF_THING = re.compile(
    r"(?:\d{1,2}月)?(?:才|刚|就|方)?(?:破土)?(?:动工|开建|开工|兴建|起步|成立|设立|挂牌|建成|投产|投用|封关|获批|开园|开业|启用|落户|升[格级]|晋升|认定)"
    r"(?:建设|运行|为?[^，。；\d]{2,8})?的[^，。；\d]{2,16}?(?:[，,]|已|现有|目前|累计|共有|拥有|规划|占地|总?面积|总?投资)"
)
_OF_COUNTED = re.compile(
    "(?:签约|落户|引进|开工|入驻|出让|供应|备案|立项)的(?=\\d)|(?:投产|建成|投用|开工|启用)的[^，。；\\d]{2,16}；"
)
_EVENT_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_YEARS_LATER = re.compile(r"(?P<count>[一二两三四五六七八九十]|\d{1,2})年[之以]?后")
_CONDITION = re.compile(r"(?:\A|[，；：。、可将并])\s*(?:对|凡|对于)[^，。；]{0,12}\Z")
_CLOSED = re.compile(r"[^。；]*的(?:企业|项目|单位|个人|机构|团队|平台)[，,]")
_HEARD = re.compile(
    r"[^。；]{0,40}?(?:获悉|了解到|据悉|得知|统计|介绍|显示|通报|核算)[，,：:]\s*(?!继)(?:(?:根据|按照?|据)[^，。；]{2,24}，)?"
)
_ASIDE = re.compile("[^，。；]{2,14}？?(?:[看从][^，。；\\d]{1,8}，)|[看从][^，。；\\d]{1,8}，")
_LONGEST_ASIDE = 25
_BACK_THEN = re.compile(r"[^，。；]{0,12}(?:时|时候|那年|之初)[，,]")
"""2010年签约时，……: a look back opens no report."""
_TO_COME = re.compile(r"[^，。；]{0,6}(?:投产|建成|达产|完工|竣工|投用)")
_STANDING = re.compile(
    "^(?:在谈|在孵|在库|储备|意向|手握|持有)|拥有量|保有量|余额|存量|总数|入住率|覆盖率|绿地率|上架率|在校生|在岗"
)
_MARK = re.compile("[，；,;]")
_OWNS = re.compile("(?:现|共|目前|现在|现已)?(?:拥有|持有|有)")
"""去年研发投入1.5亿元；|拥有专利168件."""
_PART = re.compile(r"\d{4}-(?:\d\d|Q\d)")


Answer = tuple[Period | None, Decision]


def decide(frame: Frame, periods: Sequence[Period], memory: reports.Memory, zone_wide: bool, total: bool) -> Answer:
    """The period of a figure (None: no time is said) and how it was found.

    `periods` are the paragraph's; `zone_wide` is whether the figure is the zone's own, `total` whether it is a running
    total without a verb of its own (累计达到384家).
    """
    period, decision = _find(frame, periods, memory, zone_wide)
    if period is None:
        return period, decision
    span = (frame.quantity.start, frame.quantity.end)
    if not occasions.of_its_day(frame.sentence.text, frame.sentence.start, span, period):
        return None, Decision("period", "", "the day on which it was told", period.text)
    value = quarter(_span(frame, periods, period))
    if total and "/" in value.strip("/") and not value.endswith("/"):
        value = "/" + value.split("/")[1]
    elif total and period.text.startswith("今年") and value.endswith("/"):
        value = "/" + value[:4]  # 今年以来新认定21家，|总数达到39家
    if value != period.value:
        period = replace(period, value=value)
    return period, decision if decision.value == value else replace(decision, value=value)


def _span(frame: Frame, periods: Sequence[Period], period: Period) -> str:
    """2月和3月, 三、四季度 as one span of months; any other time as it is."""
    text, first = frame.sentence.text, period
    while (before := next((p for p in periods if 0 < first.start - p.end <= 1), None)) is not None:
        if text[before.end] not in "和、及至到" or not _PART.fullmatch(before.value) or before.value >= first.value:
            break
        first = before
    if first is period or not _PART.fullmatch(period.value):
        return period.value
    return Moment(first.value, period.value).whole()


def _sums_up(text: str, start: int, end: int) -> bool:
    return text.find("累计", start, end) >= 0 and _SUMS_UP.search(text, start, end) is not None


def _find(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
    frame: Frame, periods: Sequence[Period], memory: reports.Memory, zone_wide: bool
) -> Answer:
    """The first rule that dates the figure."""
    sentence = frame.sentence
    text = sentence.text
    own = within(periods, (sentence.start, sentence.end))
    start, end = frame.tokens[frame.first].start, frame.tokens[frame.last - 1].end
    told = within(own, (sentence.start, frame.quantity.start))[::-1]  # the nearest first
    now = _this_time(frame)
    told = [p for p in told if p.start >= now] if now else told
    told = _without_plans(frame, _without_items(frame, told)) if told else told
    report = occasions.report_of(text, told) if len(told) > 1 else None
    told = [p for p in told if p.start > report.start] if report else told
    if memory.gathering is not None and days.same_day(frame, told, memory, end):
        return memory.gathering, _told(memory.gathering, GATHERED)
    if told and _HOLIDAY.match(text, told[0].end):
        return None, Decision("period", "", "days of a holiday, no year", told[0].text)
    if (done := behind.completion(frame, own)) is not None:
        return done, _told(done, behind.COMPLETED)
    if told:
        parts = frame.quantity.unit == "%" and _EQUAL_TO.search(text[max(0, told[0].start - 4) : told[0].start])
        if not parts and _tied(text, told[0], frame.quantity.start) and frame.quantity.unit not in ("倍", "番"):
            return told[0], _told(told[0], TIED)
        dated = (p for p in told if p.value and not _aside(frame, p, own))
        undated = (p for p in told if not p.value and not _aside(frame, p, own))
        nearest = _nearer(text, next(dated, None), next(undated, None))
        if nearest is not None and nearest.start >= start:
            return _joined(text, nearest, (p for p in dated if p.start < start))
        if nearest is not None and not (frame.turns_away() and _TO_COME.match(text, nearest.end)):
            whole = (p for p in told if p.start < nearest.start and (p.value[:1] == "/" or nearest.text == "年内"))
            so_far = _joined(text, nearest, whole)[0]
            if memory.last is None and days.part_of_undated(text, nearest, start):
                return None, _told(nearest, "part of what is of no time")
            return _earlier(frame, so_far or nearest, start, end)
    if report is not None:
        return report, _told(report, "what the report is of that was made public")
    later = [p for p in own if frame.quantity.end <= p.start < end]
    counts = later and frame.at == frame.first and not later[0].future
    counted = counts and _COUNTED.fullmatch(text, frame.quantity.end, later[0].start)
    if counted and later[0].value and later[0].value[0] != "/" and not text.startswith(_NOT_THEN, later[0].end):
        return later[0], _told(later[0], "the time of what those counted did")
    later = [p for p in later if text[p.start - 1] in "于在自" or _STAGE_THEN.match(text, p.end)]
    if later and frame.quantity.unit in MONEY and _INVESTED_IN.match(text, frame.quantity.end):
        later = []  # 投资6500万美元的|冷链中心已于9月封顶, 投资8.6亿元建设的|基地明年3月投产
    if later and frame.attributive and _FOUNDED_THEN.match(text, later[0].end):
        later = []  # 总面积|118平方公里|的某自贸区于2015年4月揭牌
    if later:
        return later[0], _told(later[0], "the time behind it in its clause")
    there = days.is_there(frame, periods, memory, (start, end), now=bool(now), zone_wide=zone_wide)
    if there and memory.gathering is not None:
        memory.there = sentence.start
        return memory.gathering, _told(memory.gathering, GATHERED)
    if memory.last is not None and _CONTINUES.match(text[sentence.start : sentence.start + 16]):
        if memory.gathering is not None and memory.gathering.value == memory.last.value:
            memory.there = sentence.start
        return memory.last, _told(memory.last, "continues the sentence before")
    opened = memory.opened if zone_wide else None
    stands = opened is None or opened.value.startswith("/") or _STANDS.search(text, start, frame.quantity.start)
    if opened is not None and not (now or stands or _sums_up(text, sentence.start, end)):
        return opened, _told(opened, OPENED)  # but: 今年1至7月，…… / 区内现有企业2300余家
    return None, Decision("period", "", "no time said")


def _without_items(frame: Frame, told: Sequence[Period]) -> Sequence[Period]:
    """Times but for those of the list's other items, where each names its zone and a time stands before the colon.

    下半年的安排：甲区……，全年投资突破600亿元；|乙区拟再腾出1000亩
    """
    text, start = frame.sentence.text, frame.sentence.start
    item = text.rfind("；", start, frame.quantity.start)
    colon = text.find("：", start, item) if item >= 0 else -1
    if colon < 0 or not any(p.end <= colon for p in told):
        return told
    first = next((t for t in frame.tokens if t.start > item), None)
    if first is None or first.role != "zone":
        return told
    return [p for p in told if p.end <= colon or p.start > item]


def _this_time(frame: Frame) -> int:
    """Where a part of the sentence begins with 此次 (去年签约52个；|此次|19个项目总投资163亿元); 0 where none does."""
    text, start = frame.sentence.text, frame.sentence.start
    part = text.rfind("；", start, frame.quantity.start) + 1
    return part if part and _THIS_TIME.match(text, part) else 0


def _without_plans(frame: Frame, told: Sequence[Period]) -> Sequence[Period]:
    """Times but for the year of a plan, where a clause tells what is done of it: 年度计划投资15亿元，|已完成4亿元.

    So it is behind that clause: ……，已完成4亿元，|比上年同期快4.1个百分点.
    """
    text, start = frame.sentence.text, frame.tokens[frame.first].start
    if len(told) < 2:
        return told
    plans = [p for p in told if p.text in _WHOLE_YEAR and p.end < start and _PLAN_OF.match(text, p.end)]
    if not plans or not (_DONE_OF_PLAN.match(text, start) or _DONE_SINCE.search(text, plans[-1].end, start)):
        return told
    return [p for p in told if p not in plans]


def _nearer(text: str, dated: Period | None, undated: Period | None) -> Period | None:
    """去年疫情期间: what can be dated, dates; so it does over a mark where 一个月后 goes on with the story.

    But not over a mark: “十二五”期间，……；今年1至8月完成118亿元 is of no known year in an undated article.
    """
    if dated is None or undated is None or undated.rule == "later":
        return _years_later(dated, undated) or dated or undated
    return undated if _MARK.search(text, dated.end, undated.start) else dated


def _years_later(dated: Period | None, undated: Period | None) -> Period | None:
    """2015年封关，当年进出口16亿元；|六年后|，……: six years behind the year that was told."""
    later = _YEARS_LATER.fullmatch(undated.text) if undated else None
    if dated is None or undated is None or later is None or undated.start < dated.end:
        return None
    years = number(later["count"])
    return replace(undated, value=str(int(dated.value[:4]) + years)) if _EVENT_YEAR.match(dated.value) else None


def _joined(text: str, period: Period, before: Iterator[Period]) -> Answer:
    """A bare year behind 截至…, or 全年…已: from the year's start to that day; 全年 behind a year: that year."""
    own = text.endswith("今年", 0, period.start)  # 去年底……，今年|全年|有望达到60万吨
    held = next(before, None) if _YEAR.fullmatch(period.value) and not own else None
    if held is not None and period.text in _WHOLE and _YEAR.fullmatch(held.value):
        return held, _told(held, "the year told before 全年")
    within = period.text == "年内" and not upto.meant(text, period)  # 截至3月底，|年内|新发放贷款58笔
    so_far = period.text not in _WHOLE or within or _SO_FAR.match(text, period.end)
    until = upto.last_day(text, held, within) if held is not None and so_far and (within or not period.future) else ""
    if until.startswith(period.value) and len(until) >= len("2020-01"):
        span = replace(period, value=f"{period.value}-01/{until[:7]}", future=False)
        return span, _told(span, "from the year's start to the day named before")
    return period, _told(period, "the time in its clause")


def _earlier(frame: Frame, nearest: Period, start: int, end: int) -> Answer:
    """The nearest time of the sentence before the figure's clause."""
    text = frame.sentence.text
    event = reports.happens(nearest)
    if text.startswith("其中", start):  # 现有企业87家，|其中规上企业34家: as what it is a part of
        start = max(text.rfind("，", nearest.end, start - 1), text.rfind(",", nearest.end, start - 1), nearest.end) + 1
    apart = start - nearest.end > 1
    if nearest.value[:1] != "/" and "；" in text[nearest.end : start] and _OWNS.match(text, start):
        return None, Decision("period", "", "拥有: it tells of today, not of the time told before", nearest.text)
    today = _NOW.search(text, start, end) if event else _BY_NOW.search(text, start, frame.quantity.start)
    at, begins = frame.quantity.start, frame.sentence.start
    if (apart and turns.to_present(text, nearest, start, at)) or turns.to_fact(text, nearest, begins, at):
        return None, Decision("period", "", "it tells of what is so, not of a time still to come", nearest.text)
    if apart and not nearest.future and today:
        return None, Decision("period", "", "已: it tells of today, not of the day named before", nearest.text)
    return nearest, _told(nearest, HELD)


def _tied(text: str, period: Period, at: int) -> bool:
    """Whether a time stands right before a number, with 的 or nothing between: 2017年的58家."""
    return period.end <= at and _TIE.fullmatch(text, period.end, at) is not None


def _aside(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
    frame: Frame, period: Period, own: Sequence[Period]
) -> bool:
    """Whether a time of the sentence says no more than what something is compared with or called."""
    text = frame.sentence.text
    if _compared(text, period, frame.quantity.start):
        return True
    before = text[frame.sentence.start : period.start]
    if (
        ("对" in before or "凡" in before)
        and _CONDITION.search(before)
        and _CLOSED.match(text[period.end : frame.quantity.start])
    ):
        return True  # 对一季度出口额……的企业，最高奖励20万元
    if (
        reports.is_year(period)
        and _NAMED_EVENT.match(text, period.end)
        and any(p is not period and reports.is_event(p.value) for p in own)
    ):
        return True  # 4月26日，2018年某区招商项目集中签约仪式举行
    following = text[period.end : period.end + 6]
    if _HOLIDAY.match(following):
        return True
    equal = _OF_NUMBER.match(following) and _EQUAL_TO.search(text[max(0, period.start - 4) : period.start])
    if equal or (text.find("的", period.end, period.end + _LONGEST_ASIDE) >= 0 and _OF_THING.match(text, period.end)):
        return True  # 是2019年全年的2.6倍; 2018年才动工的绿色化工园区，四年里落下170个项目
    if following[:1] in ("讯", "电"):
        return True  # 本报青岛8月15日讯: the day of the report, and of nothing in it
    counted = following[2:3] == "的" and _OF_COUNTED.match(text, period.end)
    if counted and counted.end() < frame.quantity.start:
        return True  # 对2019年至2021年签约的134个项目逐一核查，|71个|已投产; 今年7月投产的某厂赶工；|产值28亿元
    zones = (t.start for t in frame.tokens if t.role == "zone")
    if attributes.of_zone(text, period, zones, frame.quantity.start):
        return True  # 去年11月封关的某综合保税区进出口52.6亿元
    if len(own) > 1 and any(p.end == period.start and _aside(frame, p, own) for p in _just_before(own, period)):
        return True
    if _COMPARED_AFTER.match(following) or _PLANNED.match(following):
        return True
    if period.text in ("年度", "全年", "年初"):
        return _YEARLY.match(following) is not None and not _AIM_IS.match(following)
    if text[period.start - 1 : period.start] in ("由", "从") and (first := _FIRST_END.match(text, period.end)):
        return first.end() <= frame.quantity.start  # 排名由上年第73位升至第36位，首次进入|前四十|
    if _OTHERS_OWN.match(following):  # another number's own time: 去年|全年的36.2亿元
        return True
    if len(own) < 2 and not period.text.endswith("年度"):
        return False
    token = _token_before(frame.tokens, period.start)
    own_verb = token is not None and token.kind in "VU" and token.role != "link" and not period.future
    if own_verb and _PARTED.search(text, period.end, max(period.end, frame.quantity.start)):
        return True  # 总结|2023年|工作; but 宣布|未来5年|投入10亿元
    if following[:1] == "的":
        return own[0] is not period and not _OWN_NOUN.match(text, period.end)
    told = _STATISTICS.match(text, period.end)
    return period.text.endswith("年度") and following[:1] not in "，、" and told is None


def _compared(text: str, period: Period, at: int) -> bool:
    """Whether a time is what something is compared with, lasts to, or is one of: 较2月份, 排到2023年, 为年内新开工."""
    if "同期" in period.text and not _AT_SAME_TIME.match(text, period.start):
        return True
    before = text[max(0, period.start - 4) : period.start]
    if before[-1:] not in _NO_WORDS and (_COMPARED.search(before[-3:]) or _LASTING.search(before)):
        return True
    if before[-1:] == "受" and _WEIGHS.match(text, period.end):
        return True  # 受上年基数较高影响，同比下降6.2%
    if attributes.names_base(text, period, at):
        return True
    return period.text == "年内" and _IS_SUCH.search(text[: period.start]) is not None


def _just_before(own: Sequence[Period], period: Period) -> Sequence[Period]:
    """The time that stands before another in its sentence, if any."""
    at = bisect_left(own, period.start, key=attrgetter("start"))
    return own[max(0, at - 1) : at]


def _token_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The token that ends where `at` begins."""
    index = bisect_left(tokens, at, key=attrgetter("end"))
    return tokens[index] if index < len(tokens) and tokens[index].end == at else None


def opens(text: str, start: int, periods: Sequence[Period], zones: Iterable[int] = ()) -> Period | None:
    """The time at the front of a paragraph, when it is one that reports are made for (a year, a quarter, months).

    记者从某区获悉，|2023年上半年|，……: what tells where it was heard stands before. `zones` are where zones are named.
    """
    heard_to = -1
    for p in periods:
        if p.future or not reports.may_open(p):
            continue
        if heard_to < 0:
            heard = _HEARD.match(text, start)
            heard_to = heard.end() if heard else start
        if p.start > max(heard_to + 1, start + _LONGEST_ASIDE):
            break
        front = 0 <= p.start - start <= 1 or 0 <= p.start - heard_to <= 1
        if front or _ASIDE.fullmatch(text, start, p.start):
            event = reports.happens(p)
            aside = (
                _HOLIDAY.match(text, p.end)
                or p.rule == "ago"
                or _BACK_THEN.match(text, p.end)
                or _OF_THING.match(text, p.end)
                or (text.startswith("相比", p.end) or attributes.starts(text, p))
                or attributes.of_zone(text, p, zones, p.end)
            )
            return None if event or aside else p
    return None


def at_same_time(period: Period) -> bool:
    """Whether a figure is of the time that was told before: 同期完成进出口315.9亿元."""
    return period.text == "同期"


def tells_of_today(frame: Frame) -> bool:
    """Whether a clause tells how things stand now: 目前, 现有, 已."""
    start = frame.tokens[frame.first].start
    return _NOW.search(frame.sentence.text, start, frame.quantity.start) is not None


def as_told(value: str, periods: Sequence[Period]) -> Period | None:
    """A time of the paragraph with this value, None for no time."""
    told = next((p for p in periods if p.value == value), periods[0] if periods else None)
    return replace(told, value=value) if value and told is not None else None


def stands(metric: str) -> bool:
    """Whether a metric tells how much there is at an end, not how much came in a span: 专利拥有量, 贷款余额."""
    return _STANDING.search(metric) is not None


def _told(period: Period, rule: str) -> Decision:
    return Decision("period", period.value, rule, period.text, period.start, period.end)
