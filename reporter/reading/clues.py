"""What the words of an article tell of the year in which it was written.

    3月13日，该区举行了2020年的第二次集中签约仪式      2020         the year of something that has just happened
    去年底经过性能测试……也于2019年底投产             2020         last year has its number beside it
    截至2022年3月底，累计入驻……                      2022         as of a month, and no later year
    2023年上半年，园区经济总量达到……                  2023         of a whole year the next would tell
    2012年8月获批复……6年过去                        2018         a beginning and the years since
    2019年只有183亿元，5年间扩大到3.2倍               2024         a number then and the years since
    2022年，完成工业总产值227亿元……今年，力争……       2023         a whole year told, and plans for this one
    2020年至2022年，……依次为……，今年上半年又……       2023         a row of years that ends with the last
    2018年，某区迎来建区25周年                         2018         what is being celebrated
    今年是“十三五”开局之年                             2016         this year by its place in a plan
    今年是新中国成立70周年                             2019         or by an anniversary that all know
    四川自贸试验区挂牌满3年                             2020         or by the age of a zone whose beginning all know
    截至9月底，户数较2023年末净增……                      2024         this year against the end of the last

A year that is only looked back at (2017年5月落户) or forward to (到2025年) bounds the answer but is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.language.numeral import chinese
from reporter.lexicon.press import press_words
from reporter.reading import plans
from reporter.reading.ages import COUNT, age, counted
from reporter.reading.ahead import SERIES, is_ahead
from reporter.reading.cycle import cycle_years
from reporter.reading.effective import issued

YEAR = r"(?P<year>(?:19|20)\d\d)"
FULL_DATE = re.compile(rf"{YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日")
_SCENE = re.compile(
    rf"{YEAR}\s*年\s*\d{{1,2}}月[初底末中上下旬]{{0,2}}(?:里?[^，。；\d]{{0,4}}的一[个天]|，(?:本报)?记者)"
)
"""2024年6月的一个上午; 2022年9月下旬，记者专访了……: where a report begins."""
_MENTION = re.compile(rf"(?<![\d.—–~-]){YEAR}(?P<after>年度?|—|-|至)")
_FIRST, _NAMED, _PRIZED = (YEAR.replace("year", name) for name in ("first", "named", "prized"))

# What names the year of a thing that happens now.
_EVENTS = (
    r"(?![^，。；,;]{0,14}(?:以来|至今))(?:全[区市省县国州]|年度|的)?[^，。；,;]{0,14}?(?:工作会议|经济工作会|会议|大会|论坛|年会|推进会|启动会|部署会|座谈会|招商会|推介会|博览会|调度会|分析会|通报会|发布会|动员会|总结会|联席会|恳谈会|工作要点|交流会|对接会|现场会|会上|"
    r"(?:集中)?(?<![共计新已])(?:签约|开工)(?![^，。；]{0,8}\d)|奠基|仪式|活动|重大项目|重点项目|第[一二三四五六七八九十\d]+[次批场届季](?!突破|超过|实现))"
)
_NOW = re.compile(rf"{YEAR}(?:年度?)(?!\d){_EVENTS}|{_FIRST}年(?:的?第一天|新春?伊始|伊始|开年)|今年[（(]{_NAMED}年")
_ONCE_HERE = re.compile("[^，。；]{0,4}(?:在这里|在此|永久|召开后|闭幕后|以来)")
"""2018年世界地理信息大会|在这里|召开: how a place became known."""
_REWARDS = re.compile("奖|表彰|兑现|评选|考核")
_REVIEWED = re.compile(rf"(?:总结|回顾){YEAR}年[^。；]{{0,16}}?(?:部署|安排|谋划|研究)(?P<next>20\d\d)年")
"""A meeting between two years, at the end of one in December, else at the beginning of the next."""
_HEADED = re.compile(rf"\A{YEAR}年?[，,：:]")
"""A headline that begins with its year: 2023，某区这样走过."""
_LAST_NAMED = re.compile(rf"(?:去年|上年)[（(]{YEAR}年[）)]")
"""去年（2013年）11月: last year by its number."""
_YEARS_END = re.compile(rf"(?:岁末|岁尾|年终|年末|年关)[，,]{YEAR}年")  # 进入岁末，2023年的成绩单如何
_COUNTED_DOWN = re.compile(
    rf"(?:还有|还差|再过|再有|只剩|不到|不足)[^，。；]{{1,4}}(?:天|周|星期|个月)[^，。；]{{0,4}}(?:就是|便是|就到|就进入|就要进入|将进入){YEAR}年"
)
"""还差三天就是2019年了: 2018."""
_HALF_OVER = re.compile(
    rf"{YEAR}年(?:将尽|(?:已近|接近|进入|步入|临近)尾声|(?:时间|已经?|行将|即将|就要|只剩|余额)+(?:过半|近半|过去|不足|收官|结束|一半))"
)
"""2021年已经过半, 2023年即将过去."""
_JUST_OVER = re.compile(rf"(?:刚刚?|已经?)过去的{YEAR}年")
_YEAR_OF = re.compile(rf"{YEAR}年是[^，。；,;]{{2,24}}(?:之年|元年|开局|收官|[第关]|周年|的[^，。；,;]{{0,6}}一年)")
_CELEBRATED = re.compile(
    rf"(?<![到至]){YEAR}年[，,]?[^，。；,;]{{0,12}}?(?:迎来|喜迎|恰逢|正值|适逢)[^，。；,;]{{0,14}}(?:周年|华诞|诞辰)"
)
_THIS_YEAR = re.compile(
    r"今年(?:正?是|系|既是|为|恰逢|正值|适逢|迎来)[^。；\n]{0,30}?(?:之年|[第关]?[一二三四五六最后]{1,2}年|周年|\d{2,3}年)"
)
_PILOT_AGE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3})[）)]?(?:自贸试验区|自由贸易试验区|自贸区)[^。，；\d]{0,12}?(?:挂牌|揭牌|成立|设立|运行|启动)[^。，；\d]{0,4}?"
    rf"(?:满{COUNT}周?年|{COUNT.replace('count', 'counted')}周年)"
)
_OF_PLAN = re.compile(r"20\d\d\s*[-—–~至]+\s*20\d\d年?[）)]?》")
"""《…三年行动方案（2024—2026年）》: when a plan begins tells little of when it is spoken of."""
_ABOUT_PAST = re.compile("(?:20\\d\\d年|去年|上年|明年|作为)[^，。；]{0,3}$")
_LAST_YEAR = re.compile(r"去年|上年")
_CAME = r"(?:落户|入驻|入园|来到|搬[到进来]|成立|创办|创立|注册|引进|签约|获批)[^，。]{0,12}，"
# A whole year told with its figures: 2022年，……同比增长6.9%; not 2022年3月, 2022年上半年 or 2018年落户的某公司去年…….
_BEGUN = r"(?:落户|入驻|入园|来到|成立|创办|创立|注册|设立|建成|投产|引进|开工|签约|获批|启用)[^，。]{0,6}的"
_FIRST_OF = r"[^，。；\d]{0,16}(?:首|第一)[个家张批单列条座台支只部款份艘架班趟]"  # 2017年签发首张提单
_TOLD = re.compile(
    rf"(?<![较比从自])(?<!相当于){YEAR}年(?:全年|度)?(?![^。；]{{0,48}}，(?:去年|上年)(?!同期))(?![\d初底末上前第一二三四至—-]|到(?!了))(?!{_BEGUN})(?!{_CAME})(?![^，。；]{{0,12}}(?:以来|至今|起[，,]))(?!{_FIRST_OF})(?:"
    r"(?:(?!去年|上年|今年|如今|目前|至今)[^。\d]){0,40}?(?:完成|实现|做到|到了|全年|新增|达|累计|同比|增长|突破|占|提高到|提升到|超过|营收|销售|合计|产值|产量|销量|收入|税收|总值|总额|利润|支出|净增)[^。]{0,12}?\d"
    r"|[^。\d]{4,40}。全年[^。]{0,12}?\d"
    r"|(?:(?!去年|今年)[^。；]){4,40}?(?:同比|比上年|较上年|与上年|全年|增长)[^。；]{0,12}?\d)"
)
_REACHED = re.compile(rf"(?:增|提高|提升|扩大|增长|上升|跃升|发展|降|减少)[至到为]{YEAR}年的\d")
# The plans for the next: 2017年，地区生产总值预期增长9%.
_PLANNED = re.compile(
    rf"(?:^|[。；：“\n，])(?:展望|面向)?{YEAR}年[，,]?[^，。；,;\d]{{0,16}}(?:将(?!近)|预期|力争|争取|拟|奔着|瞄准)"
    rf"|(?:提出|明确|部署)[，,：:]{YEAR.replace('year', 'set')}年[^。；\d]{{0,24}}(?:实现|达到?|完成|增长|突破)\d"
)
_AIMED = re.compile(
    rf"(?<![到至]){YEAR}年[，,]?(?:全[区市县年])?(?:将|要)?(?:力争|计划|预期|拟)[^，。；\d]{{0,6}}(?:新增|新引进|新签|新开工|引进|签约|完成|实现|安排)"
)
_LATE = re.compile(
    r"1[12]月\d{1,2}日[讯电]|(?:今年|(?<=[。\n]))前(?:1[01]|十|十一)个?月|截至1[01]月底"
    r"|(?<![年\d])1月?[至—-]1[01]月|(?<=[。\n])1[12]月(?:的|\d{1,2}日)"
)
_LONGEST = 60
_BEGUN_YEAR = re.compile(
    r"今年(?:第?[一二三]季度|上半年|[前头][一二两三四五六七八九十\d]{1,2}个?月|1月?[-—–至到]\d{1,2}月|以来)"
)
# The last month of a year, told when plans are made for this one.
_OPENED = "封关|挂牌|揭牌|成立|获批|开园|落户|入驻|启动|运营"
_CLOSED = re.compile(rf"(?<![由从比较自]){YEAR}年(?:12月|底|末|年底|年末)(?![^，。；]{{0,4}}(?:{_OPENED}))")
_AS_OF = re.compile(rf"(?:截[至止]|(?<=[。；\n])到){YEAR}年(?P<month>\d{{1,2}})月")
_PLANS = re.compile(r"今年[^。]{0,60}?(?:将|力争|计划|目标|预期|争取|要)")
_DECLARED = re.compile(
    rf"{YEAR}年度[^，。；,;]{{0,20}}?(?:表彰|奖励|获奖|兑现|颁奖|先进|优秀|总结|考核|评估|评价|测评)|表彰[^，。；,;]{{0,30}}{_PRIZED}年度"
)

# A part of a year told as past: by the next year the press would tell the whole of it.
_PART = re.compile(
    rf"{YEAR}年(?:(?:第?[一二三]|前[二两三])季度|上半年|前(?:\d{{1,2}}|[一二三四五六七八九十]+)个?月|1月?[-—–至到]\d{{1,2}}月)"
)
_NEWS = re.compile(
    r"(?:获悉|了解到|公布|发布|统计|数据显示)[，,：:](?:截[至止])?"
    rf"(?P<told>(?:{_PART.pattern}|{YEAR.replace('year', 'as_of')}年\d{{1,2}}月))"
)
"""记者今天从海关获悉，|2021年一季度|: what is news is of this year."""
_LEAD = 160
_THEN = re.compile(
    r"[^。；\n]{0,24}(?:只有|仅有?|才|不足|不到|还是)|[^。；\n]{0,40}(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:间|过去)"
)
"""2019年一季度，进出口只有183亿元，5年间……: what is told of a part of a year is how things once were."""
_ONCE = re.compile(
    rf"{YEAR}年[^。；\n]{{0,40}}?(?:只有|仅有?|才|不足|不到)[^。；\n]{{0,24}}[，；]{COUNT}年(?:间|来|过去|时间)"
)
_RISEN = re.compile(rf"{YEAR}年[^。；]{{0,48}}，(?:去年|上年)[^。；同]{{0,24}}，{COUNT}年(?:间|来|时间)")
"""2018年开行1235列，去年达到4639列，|4年间|增长2.8倍: up to last year."""
_COUNTED_ON = re.compile(rf"[从自]{YEAR}年[^。；，\n]{{0,20}}?(?:算起|起算)，{COUNT}年(?:间|来|里|下来)")
"""从2010年首单业务算起，12年间."""
_LATER = re.compile(rf"{YEAR}年\d{{1,2}}月[^\n]{{0,200}}\n+{COUNT}年后的今天")
"""1991年6月18日，……。| 30年后的今天，……."""
_WHOLE_BESIDE = re.compile("[^。\n]{0,60}[；，]全年(?:完成|实现|达|累计|增长)")
"""上半年完成182亿元；全年实现412亿元: the year is over."""
_AGAINST = re.compile(
    rf"(?:较|比){YEAR}年(?:(?:末|底|年末|年底)(?:净增|新增|增|多|减|提高|下降|上升|扩大)|(?<!2019年)同期[^，。；]{{0,4}}[少多增减下上])"
)
_BEGAN = re.compile(r"[^。；]{0,30}?(?:挂牌|揭牌|成立|设立|获批|批复|批准|封关|以来|建区)")


@dataclass(frozen=True, slots=True)
class Clue:
    """A year and the words that tell it."""

    year: int
    words: str
    faint: bool = False  # a page's other articles know better: 比2020年底增加 may be told years later


@dataclass(frozen=True, slots=True)
class Clues:
    """What one article says of its own time: sure clues, a weaker one, and the years it looks back and forward to."""

    sure: tuple[Clue, ...]
    likely: Clue | None
    earliest: int
    latest: int


def clues_of(text: str, *, headed: bool) -> Clues:
    """All that the words of an article tell of its year; the first are its headline where it is `headed`."""
    sure: list[Clue] = []
    back, ahead = [], []
    for match in _MENTION.finditer(text):
        year = int(match["year"])
        if _OF_PLAN.match(text, match.start()):
            continue
        if is_ahead(text, match.start()):
            ahead.append(year)
        else:
            back.append(year)
    for match in _NOW.finditer(text):
        now = int(match["year"] or match["first"] or match["named"])
        if _ONCE_HERE.match(text, match.end()):
            continue
        of_last = "年度第" in match.group() or ("年度" in match.group() and _REWARDS.search(match.group()))
        if not (is_ahead(text, match.start()) or of_last):  # 2016年度第二批, 2022年度奖励兑现仪式: maybe in the next
            sure.append(Clue(now, _clause(text, match)))
    sure += [Clue(int(m["year"]), _clause(text, m)) for m in _YEAR_OF.finditer(text)]
    sure += [
        Clue(int(m["year"]), _clause(text, m)) for m in _CELEBRATED.finditer(text) if not is_ahead(text, m.start())
    ]
    sure += [Clue(int(m["year"]) + 1, _clause(text, m)) for m in _JUST_OVER.finditer(text)]
    sure += [Clue(int(m["year"]) - 1, _clause(text, m)) for m in _COUNTED_DOWN.finditer(text)]
    sure += [Clue(int(m["year"]), _clause(text, m)) for m in (*_YEARS_END.finditer(text), *_HALF_OVER.finditer(text))]
    sure += [Clue(int(m["year"]) + 1, _clause(text, m)) for m in _LAST_NAMED.finditer(text)]
    sure += [Clue(int(m["year"]), _clause(text, m)) for m in _HEADED.finditer(text) if headed]
    sure += _in_news(text, max(back, default=0))
    late = re.search(r"12月\d{1,2}日|明年", text[:400]) is not None
    sure += [Clue(int(m["year"]) + (not late), _clause(text, m)) for m in _REVIEWED.finditer(text)]
    sure += _last_years(text) + _this_years(text) + [Clue(*told) for told in cycle_years(text, _ABOUT_PAST)]
    latest_back, soonest = max(back, default=0), min(ahead, default=9999)
    since = plans.begun(text)
    back = [year for year in back if not any(m["year"] == str(year) for m in _COUNTED_DOWN.finditer(text))]
    sure = [clue for clue in sure if clue.year >= max(back, default=0)]  # an earlier "now" is a memory
    return Clues(tuple(sure), _likely(text, latest_back), max(latest_back, *since, 0), soonest)


def _in_news(text: str, latest_back: int) -> list[Clue]:
    """A part of a year that a lead tells as news."""
    match = _NEWS.search(text, 0, _LEAD)
    year = int(match["year"] or match["as_of"]) if match else 0
    over = match and (_over_told(text, match) or match.group().endswith("年12月"))
    return [Clue(year, _clause(text, match))] if match and year == latest_back and not over else []


def _over_told(text: str, part: re.Match[str]) -> bool:
    """Whether what is told of a part of a year is told of one that is over."""
    return any(way.match(text, part.end()) for way in (_WHOLE_BESIDE, _THEN))


def _last_years(text: str) -> list[Clue]:
    """A sentence that says 去年 of what it also dates: 去年底……也于2019年底投产."""
    found = []
    for sentence in re.findall(r"[^。！？\n]+", text):
        if not _LAST_YEAR.search(sentence):
            continue
        years = {int(m["year"]) for m in _MENTION.finditer(sentence) if not is_ahead(sentence, m.start())}
        latest = max(years, default=0)
        match = (
            re.search(rf"(?:去年|上年).{{0,40}}?(?<![由从比较自]){latest}年底|{latest}年底.{{0,40}}?去年底", sentence)
            if latest
            else None
        )
        if match:
            found.append(Clue(latest + 1, match.group()[:60]))
    return found


def _this_years(text: str) -> list[Clue]:
    """What 今年 is by its place in a five-year plan, or by an anniversary or congress that all know."""
    found = []
    known = press_words().known_years
    for match in _THIS_YEAR.finditer(text):
        words = match.group()
        if plan := plans.PLACE.search(words):
            found.append(Clue(plans.year_of(plan), words))
        for event, year in known.items():
            after = words.partition(event)[2]
            count = re.search(rf"^(?:成立|建立|倡议提出|胜利|回归)?{COUNT}周?年", after)
            if count:
                found.append(Clue(year + counted(count["count"]), words))
            elif after.startswith("召开之年"):
                found.append(Clue(year, words))
    for match in _PILOT_AGE.finditer(text):
        began = press_words().pilot_years.get(match["place"][-2:]) or press_words().pilot_years.get(match["place"])
        if began:
            found.append(Clue(began + counted(match["count"] or match["counted"]), match.group()))
    return found


def _likely(text: str, latest_back: int) -> Clue | None:
    """What a year's being told in one way or another makes likely; the surer ways first."""
    for find in (
        _declared,
        _after_series,
        _in_plan,
        _late_plan,
        _part_told,
        _against_last,
        _since_then,
        _anniversary,
        _dated_lead,
        _whole_told,
        _aimed,
        _known,
        _trend,
        _figures_of_last,
        _plan_over,
        _begun,
        _issued,
        _published,
        _next_hoped,
    ):
        clue = find(text, latest_back)
        if clue is not None and latest_back <= clue.year <= _LAST:
            return clue
    return None


_LAST = plans.LATEST
"""The end of the last five-year plan that is known: nothing was written later."""


def _declared(text: str, _: int) -> Clue | None:
    """Prizes for a year that is over."""
    match = _DECLARED.search(text)
    return match and Clue(int(match["year"] or match["prized"]) + 1, _clause(text, match))


def _part_told(text: str, latest_back: int) -> Clue | None:
    """A month up to which, or a part of a year of which, is told: by the next year the press would tell the whole."""
    for match in (*_AS_OF.finditer(text), *_PART.finditer(text)):
        over = match.group().endswith("年12月") or _over_told(text, match)
        if int(match["year"]) == latest_back and not over:
            return Clue(latest_back, _clause(text, match))
    return None


def _against_last(text: str, latest_back: int) -> Clue | None:
    """较2023年末净增11152户: what has come since the end of a year is counted in the next."""
    match = _AGAINST.search(text)
    told = match is not None and int(match["year"]) == latest_back
    return Clue(latest_back + 1, _clause(text, match), faint=True) if match and told else None


def _since_then(text: str, _: int) -> Clue | None:
    """2019年一季度只有183.2亿元，5年间扩大到3.2倍: 2024."""
    if risen := _RISEN.search(text):
        return Clue(int(risen["year"]) + counted(risen["count"]) + 1, _clause(text, risen))
    match = _ONCE.search(text) or _COUNTED_ON.search(text) or _LATER.search(text)
    return match and Clue(int(match["year"]) + counted(match["count"]), _clause(text, match))


def _after_series(text: str, latest_back: int) -> Clue | None:
    """2013年到2015年，……分别为……，去年骤降: the last of a row of years is the one before this."""
    match = next((m for m in SERIES.finditer(text) if int(m["last"]) == latest_back), None)
    return Clue(latest_back + 1, _clause(text, match)) if match else None


def _in_plan(text: str, _: int) -> Clue | None:
    """“十四五”开局之年，有什么目标？今年计划…: this year by its place in a plan, said by the way."""
    told = (m for m in plans.PLACE.finditer(text) if not _ABOUT_PAST.search(text, max(0, m.start() - 8), m.start()))
    match = next(told, None)
    if match is None or "今年" not in text:
        return None
    year = plans.year_of(match)
    ahead = plans.planned_for(text, match) and _ends_before(text, year)
    return Clue(year - ahead, _clause(text, match))


def _ends_before(text: str, year: int) -> bool:
    """Whether a text is of the end of the year before: on 今年前11月, or of a day in its last two months."""
    days = (m for m in FULL_DATE.finditer(text) if m["month"] in ("11", "12") and not _looks_back(text, m))
    return _LATE.search(text) is not None or any(int(m["year"]) == year - 1 for m in days)


def _late_plan(text: str, latest_back: int) -> Clue | None:
    """2022年，将新建…, in a report of December or of 今年前11个月: plans for the next year."""
    match = next((m for m in _PLANNED.finditer(text) if _year_of_plan(m) > latest_back), None)
    late = _LATE.search(text) if match else None
    return Clue(_year_of_plan(match) - 1, f"{late.group()}……{_clause(text, match)}") if match and late else None


def _year_of_plan(match: re.Match[str]) -> int:
    return int(match["year"] or match["set"])


def _known(text: str, latest_back: int) -> Clue | None:
    """What all know the time of: RCEP生效首季; work taken up again in February and March of the epidemic."""
    for event, year in press_words().known_times.items():
        match = re.search(event, text)
        if match and year >= latest_back:
            return Clue(year, match.group()[:_LONGEST])
    return next((clue for clue in _editions(text) if clue.year >= latest_back), None)


def _editions(text: str) -> Iterator[Clue]:
    """第三届进博会: the first was in 2018, and there is one a year."""
    for words, (first, a_year) in press_words().editions.items():
        for match in re.finditer(rf"第(?P<count>\d{{1,3}}|[一二三四五六七八九十百零]{{1,6}}){words}", text):
            span = (int(match["count"]),) if match["count"].isdecimal() else chinese(match["count"])
            if span:
                yield Clue(first + (int(span[0]) - 1) // a_year, match.group()[:_LONGEST])


def _aimed(text: str, latest_back: int) -> Clue | None:
    """2024年力争新增45家, beside 今年一季度: what is to be done this year, once it has begun."""
    match = _AIMED.search(text)
    begun = _BEGUN_YEAR.search(text) if match and int(match["year"]) > latest_back else None
    return Clue(int(match["year"]), f"{_clause(text, match)}……{begun.group()}") if match and begun else None


def _dated_lead(text: str, latest_back: int) -> Clue | None:
    """A full date in the first lines."""
    dates = (m for m in FULL_DATE.finditer(text[:400]) if not _looks_back(text, m))
    match = next(dates, None) or _SCENE.search(text[:300])
    if match and match.re is FULL_DATE and match["month"] == "12" and _NEW_YEAR.search(text):
        return Clue(latest_back + 1, _clause(text, match)) if int(match["year"]) == latest_back else None
    return Clue(latest_back, _clause(text, match)) if match and int(match["year"]) == latest_back else None


def _trend(text: str, latest_back: int) -> Clue | None:
    """延续了2013年四季度以来的回升势头, in a report on 今年一季度: 2014."""
    match = _TREND.search(text)
    told = match is not None and int(match["year"]) == latest_back and _BEGUN_YEAR.search(text) is not None
    return Clue(latest_back + 1, _clause(text, match), faint=True) if match and told else None


def _figures_of_last(text: str, latest_back: int) -> Clue | None:
    """2020年，口岸过货1021万吨, with whatever verb, and figures of 今年 or a dateline of January."""
    match = next((m for m in _FIGURED.finditer(text) if int(m["year"]) == latest_back), None)
    now = match and (_BEGUN_YEAR.search(text) or _JANUARY.search(text))
    if match is None or not now or is_ahead(text, match.start("year")):
        return None
    return Clue(latest_back + 1, f"{match.group()[:30]}……{now.group()}", faint=True)


def _plan_over(text: str, _: int) -> Clue | None:
    """“十四五”高质量发展发布会, 十三五成就: what a plan has brought is told in its last year."""
    match = plans.OVER.search(text)
    return match and Clue(plans.last_of(match), match.group(), faint=True)


def _begun(text: str, latest_back: int) -> Clue | None:
    """截至2022年底……2023年4月，项目奠基: of a year of which but a month is told, when the one before is told whole."""
    month = next((m for m in _MONTH_OF.finditer(text) if int(m["year"]) == latest_back), None)
    others = sum(int(m["year"]) == latest_back for m in _MENTION.finditer(text))
    months = sum(int(m["year"]) == latest_back for m in _MONTH_OF.finditer(text))
    whole = (*_CLOSED.finditer(text), *_TOLD.finditer(text))
    if month is None or others > months or not any(int(m["year"]) == latest_back - 1 for m in whole):
        return None
    return Clue(latest_back, _clause(text, month), faint=True)


def _issued(text: str, _: int) -> Clue | None:
    """《若干政策》自2019年12月1日起施行, presented on a day shortly before."""
    found = issued(text)
    return found and Clue(*found, faint=True)


def _published(text: str, latest_back: int) -> Clue | None:
    """11月18日，某区发布《若干政策（2024—2026年）》: of the first of its years."""
    match = _PLAN_PUBLISHED.search(text)
    year = int(match["year"]) if match else 0
    return Clue(year, _clause(text, match), faint=True) if match and year >= latest_back else None


def _next_hoped(text: str, _: int) -> Clue | None:
    """全年预计增长7.5%左右，2025年有望迈上1600亿元: the next after the year that is not yet over."""
    match = _NEXT_HOPED.search(text)
    return match and Clue(int(match["year"]) - 1, _clause(text, match), faint=True)


_PLAN_PUBLISHED = re.compile(
    rf"(?:发布|出台|印发|公布|颁布|推出|通过)了?《[^》]{{4,60}}[（(]{YEAR}\s*[-—–~至]+\s*20\d\d年?[）)]》"
)
_NEXT_HOPED = re.compile(
    rf"(?:今年|全年)[^。；]{{0,24}}(?:预计|有望|将达)[^。；]{{0,24}}，{YEAR}年(?:有望|将|力争|预计)"
)
_TREND = re.compile(
    rf"{YEAR}年(?:(?:第?[二三四]|下半)(?:季度|年)|\d{{1,2}}月|[末底])以来的?[^，。；]{{0,8}}(?:势头|态势|走势|趋势|局面)"
)
_FIGURED = re.compile(
    rf"(?<![到至较比自从]){YEAR}年(?:全年)?，[^。；\d]{{2,30}}?\d[\d.]*[多余]?[万亿]*(?:元|美元|吨|标箱|辆|台|人次|架次|%)"
)
_JANUARY = re.compile(r"[1-3]月\d{1,2}日[讯电]")
_MONTH_OF = re.compile(rf"(?<![到至]){YEAR}年(?:1[0-2]|[1-9])月")
_NEW_YEAR = re.compile("去年(?:底|末|年底|12月)|今年(?:元旦|1月|一季度|第一季度|前[两二三]个?月)")
"""What is said of last December when the scene of the lead was laid in it."""


def _looks_back(text: str, match: re.Match[str]) -> bool:
    """Whether a day is told as a beginning: 自2019年8月30日挂牌以来."""
    return text[: match.start()].endswith(("自", "从", "早在")) or _BEGAN.match(text, match.end()) is not None


def _whole_told(text: str, latest_back: int) -> Clue | None:
    """A whole year told, or its end, and this year spoken of as another."""
    halves = (m for m in _PART.finditer(text) if _WHOLE_BESIDE.match(text, m.end()))
    whole = (*_TOLD.finditer(text), *_REACHED.finditer(text), *halves)
    told = next((m for m in whole if int(m["year"]) == latest_back and not is_ahead(text, m.start("year"))), None)
    planned = next((m for m in _PLANNED.finditer(text) if _year_of_plan(m) == latest_back + 1), None)
    if told and planned:
        words = planned.group().strip("。；：“，\n")
        return Clue(latest_back + 1, f"{told.group()[:30]}……{words}")
    if told and ("今年" in text or "全年" in text):
        return Clue(latest_back + 1, f"{told.group()[:30]}……" + ("今年" if "今年" in text else "全年"))
    closed = next((m for m in _CLOSED.finditer(text) if int(m["year"]) == latest_back), None)
    if closed and (_PLANS.search(text) or "去年" in text):
        counted_up = text.endswith(("截至", "截止", "截止到"), 0, closed.start())
        words = f"{_clause(text, closed)}……" + ("今年" if "今年" in text else "去年")
        return Clue(latest_back + 1, words, faint=not counted_up)
    return None


def _anniversary(text: str, _: int) -> Clue | None:
    """宁州自贸区挂牌五周年……2019年8月，……挂牌: 2024. 2012年8月……获批复。6年过去: 2018."""
    told = age(text)
    return Clue(told.year, f"{_clause(text, told.founded)}……{told.words}") if told else None


def own_year(clues: Clues) -> Clue | None:
    """The year that an article tells of itself, if it tells one."""
    if clues.sure:
        years = Counter(clue.year for clue in clues.sure)
        best = max(years, key=lambda year: (years[year], year))
        return next(clue for clue in clues.sure if clue.year == best)
    return clues.likely


def _clause(text: str, match: re.Match[str]) -> str:
    """The clause around a clue, at most 60 characters."""
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；！？\n") + 1
    ends = [at for at in (text.find(mark, match.end()) for mark in "，。；！？,;\n") if at >= 0]
    end = min(ends, default=len(text))
    if end - start > 60:
        start = max(start, match.start() - 20)
    return text[start : min(end, start + 60)].strip("，, ")
