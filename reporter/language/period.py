"""Periods: when something was or will be, resolved with the article's date.

In: a normalised text and the `Anchor` (the article's date and year). Out: `Period` spans in order, none over another.

    今年一季度 (2020)        → 2020-Q1             截至4月20日      → /2020-04-20, cumulative
    2021年前10个月           → 2021-01/2021-10     “十三五”期间     → 2016/2020
    去年同期 (after 1—4月)   → 2019-01/2019-04     目前 (2022-01-08) → /2022-01, cumulative
    3月份以来                → 2020-03/            近年来           → empty: it says no time

Choices: 年底 and 年初 give the year; 近三年 the three years up to now (2017/2020), with a dated article to the month
(2019-01/2022-01); 挂牌3年来 is a running total (/2020). A month without a year is the anchor's, or the year that was
named just before (2021年9月和10月); in an article that is dated, a month that has not come yet is last year's,
unless words of intent stand by. Without an anchor relative words give the empty value.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reporter.language import inside, moment, numeral, parts
from reporter.language.alternation import after_first
from reporter.language.moment import Moment
from reporter.language.said import Said
from reporter.language.since import FAR_SINCE, FIRST_YEARS, SINCE, from_to, since_event
from reporter.language.spans import Anchor, Period

if TYPE_CHECKING:
    from reporter.lexicon import Lexicon
    from reporter.lexicon.times import TimeWord

_CN, _TO = parts.CN, parts.TO
_YEAR_DIGITS = r"(?:19|20)\d{2}"
_YEAR = re.compile(rf"({_YEAR_DIGITS})\s?(?:年?(?:[-–~至到]|—{{1,2}})({_YEAR_DIGITS}|\d{{2}}(?=年)))?\s?年度?")
_YEAR_TO = re.compile(rf"(?:一?直|跨|跨越|延续|持续|延伸)?{_TO}({_YEAR_DIGITS})年(?!\d{{1,2}}月)")
_YEARS_ON = re.compile(rf"(?P<n>\d{{1,2}}|[{_CN}]{{1,3}})年(?:下来|间|里|当中)[，,]")
"""时间从2014年跨到2017年。|四年下来，|……: the years that were just told, or those since one was."""
_CHINESE_YEAR = re.compile(r"([一二][〇零一二三四五六七八九]{3})年度?")
_ISO = re.compile(r"((?:19|20)\d{2})[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?!\d)")
_DECADE = re.compile(r"(?:(\d{2})\s?世纪)?(\d0)年代")
_PREFIX = re.compile(r"(?P<until>截[至止]到?)|(?P<since>自从?|从)")
_BY = re.compile(
    r"[底末]?(?:之前|以前|前(?!移|进|列|三|十|\d|[一二两四五六七八九]|后|沿|景|期))|内(?=[，,]|完|建|实|全|将|要|力)"
)
_A_YEAR = {"来", "以来"}
_PLAN = re.compile(
    r"[“\"]?(?P<name>十[一二三四五六]五)[”\"]?(?:规划|计划)?"
    r"(?P<tail>期间|时期|[这的]?五年[间里]?|以来|末期?|初期?|开局之年|收官之年|前三年|头三年)"
)
_DONE_SO_FAR = re.compile(r"(?:(?!将|计划|力争|预计|拟|要)[^。；]){0,16}?(?:累计|已)")
"""“十四五”期间，全区累计完成投资500亿元: told while the plan goes on."""
PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_SPAN = re.compile(
    rf"(?P<head>最?近的?|过去的?|未来|今后|接下来|下一个|此后|这)\s?(?P<n>\d{{1,2}}|[{_CN}]{{1,4}}|半)[多余]?"
    r"(?P<unit>个?多?月|年|个?季度|天|周)(?P<tail>(?:多|以?来|间|内|时间|里)*)"
)
_SPAN_BEGINS = "最近过未今接下此这"
_SPAN_HEADS = ("最近", "近的", "过去", "未来", "今后", "接下", "下一", "此后")
_AHEAD = {"未来", "今后", "接下来", "下一个", "此后"}
_SOME = re.compile(
    rf"(?P<n>\d{{1,3}}|[{_CN}]{{1,4}}|半)[多余]?(?P<unit>个?多?月|年|天)多?"
    r"(?P<tail>以来|来(?!自|到|说|看|访)|之?内|前(?!移|进|列|后|三|十|\d|[一二两四五六七八九])|后)"
)
_SOME_BEGINS = f"{_CN}半"
_TITLE = re.compile(r"《[^《》\n]{1,60}》")
_HIT_SECOND = (
    "0-9年月日号个季天周世半多余零〇点一二两三四五六七八九十百止近过来后几去今明的前第上下自从首头全这当本未最"
    r"\-–—~至到、 ./"
)
_HIT_FIRST = "0-9上下截自从近最过未今接下此这“十一二两三四五六七八九半首第前头"
_DIGITS = re.compile(r"\d+")
_BEHIND_DIGITS = set("年月份季天个多余世日号-–~—至到/. \t\n\r\u3000")
"""What stands behind the digits that a time begins with; most numbers (5000亿元) are no time at a glance."""
_FRONT_IN_WORDS = set("目此日年会提以之当眼跟生事空直从先午史")
_TURNS = {"年初", "年中", "一年中"}
_DONE = {"共", "已", "累", "新", "先"}  # 4年内共新增: over, not ahead
_COMPARED = {"比", "较", "与"}


class _Read(Struct, frozen=True, gc=False):
    """A reading of a time expression: where it ends, what it means, and by which rule.

    `moment` is what 截至, 以来 and 前 can still change; `value` is final.
    """

    end: int
    moment: Moment | None
    rule: str
    value: str = ""
    cumulative: bool = False
    future: bool = False


def _beginning(words: Sequence[str]) -> re.Pattern[str]:
    """The first character of what may be a time, by what stands behind it; `words` are how time words begin.

    12|家, 到|2025年, 新|区 are passed at once: most digits count something, and most characters begin other words.
    """
    firsts, seconds = ("".join(sorted({word[i] for word in words})) for i in (0, 1))
    behind = "".join(map(re.escape, sorted(_BEHIND_DIGITS)))
    return re.compile(
        rf"""[{_HIT_FIRST}{firsts}](?=[{_HIT_SECOND}{seconds}])(?:
        (?<=[0-9])(?=[0-9]*+(?:[{behind}]|[^!-~一-鿿])                # 2022年, 5月, 5-; an odd sign may be a digit too
            (?:(?<=[^个多余./])|(?<=个)多?月|(?<=[多余])(?:个?多?月|年|天)))   # 5个月, 5多年; not 60个, 28.1%
        |(?<=[12])(?=(?:(?<=1)9|(?<=2)0)[0-9][0-9]+[个多余./])       # 2022.5.6, 2022/5/6
        |(?<=[{_CN}半])(?=[〇零{_CN}半多余个年月天季份\s\-–~至到—])   # 三月, 二〇二二年, 五个月
        |(?<=[近这前头])(?=[\s\d{_CN}半])                          # 近3年, 前三季度
        |(?<=[、和][1-9])(?=[两三四]个月)|(?<=[、和]1)(?=[0-2][两三四]个月)|(?<=[一二三四1-4])(?=、[一二三四1-4]季)|(?<=第)(?=[一二三四1-4])|(?<=[上下])(?=半)|(?<=首)(?=季)|(?<=“)(?=十)|(?<=[截自从])
        |{after_first((*words, *_SPAN_HEADS))})""",
        re.VERBOSE,
    )


class PeriodGrammar:
    """Finds the time expressions of a text with the lexicon's time words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._times = lexicon.times
        self._hit = _beginning(self._times.beginnings)
        cues = lexicon.senses.time
        until = "|".join(cue for cue in cues.intent_before if cue in "到至")
        other = "|".join(cue for cue in cues.intent_before if cue not in "到至")
        # 截至12月底 is told as past, and so is 由9%提高到今年上半年的33%
        reached = rf"(?<!截)(?<!截[至止])(?<![高加升降长大短缩少])(?:{until})"
        self._intent_before = re.compile(rf"(?:{reached}|{other})[^，。；]{{0,6}}$")
        self._intent_after = re.compile(rf"，?[^，。；]{{0,8}}(?:{'|'.join(cues.intent_after)})")
        self._stage_after = re.compile(rf"(?:{'|'.join(cues.stage_after)})(?![^。；]{{0,12}}[已了])")

    def find(self, text: str, anchor: Anchor) -> list[Period]:
        """All time expressions of a normalised text in order, resolved with the article's date."""
        hit = self._hit.search(text)
        if hit is None:
            return []
        said = Said(anchor)
        found: list[Period] = []
        place = 0
        titles = deque(m.span() for m in _TITLE.finditer(text)) if "《" in text else deque()
        while hit is not None:
            at = hit.start()
            while titles and titles[0][1] <= at:
                titles.popleft()
            if titles and titles[0][0] <= at:
                place = titles[0][1]
            else:
                period = self._read(text, at, said)
                if period is not None:
                    joined = from_to(text, found[-1], period) if found else None
                    if joined is not None:
                        found[-1] = period = joined
                    else:
                        found.append(period)
                    said.last_end = period.end
                place = period.end if period else _past_digits(text, at)
            hit = self._hit.search(text, place)
        return found

    def _read(self, text: str, at: int, said: Said) -> Period | None:
        """The time expression that begins at `at`, with 截至 or 自 before it and 以来 or 前 behind it."""
        prefix = _PREFIX.match(text, at) if text[at] in "截自从" else None
        start = prefix.end() if prefix else at
        word = self._times.at(text, at)
        if prefix and word is not None:  # 截至目前 is a word of its own
            prefix, start = None, at
        read = self._core(text, start, word if start == at else self._times.at(text, start), said)
        if read is None:
            return None
        if read.moment is None:
            at = start if prefix and prefix["since"] else at
            return Period(at, read.end, text[at : read.end], read.value, read.cumulative, read.future, read.rule)
        names = (
            read.rule != "before" and text[at - 1 : at] not in _COMPARED
        )  # 比去年同期: the sentence stays where it was
        if names:
            said.last, said.last_rule, said.told = read.moment, read.rule, read.end
        period = self._limited(text, (at, start), read, prefix.lastgroup if prefix else None, said)
        if names:
            undated = said.year is None and not prefix
            said.ahead = period.future or (
                undated and self._intent_before.search(text, max(0, at - 10), at) is not None
            )
        return period

    def _core(self, text: str, at: int, word: TimeWord | None, said: Said) -> _Read | None:
        """The time expression at `at` without what limits it."""
        first = text[at : at + 1]
        if not first:
            return None
        if first.isdigit() and not _may_begin(text, at, word):
            return None
        if first.isdigit() or first in "一二":
            read = _iso(text, at) or _years(text, at) or _decade(text, at)
            if read is not None:
                return _same_part(text, read, said)
        read = _plan(text, at, said) if first in '“"十' else _span(text, at, said) if first in _SPAN_BEGINS else None
        if read is not None:
            return read
        if word is not None and not inside.is_inside_word(text, at, word):
            read = _word(text, at, word, said)
            return self._in_january(text, (at, read.end), read, said) if word.value == "near-year" else read
        some = first.isdigit() or first in _SOME_BEGINS
        return self._part(text, at, said) or (_years_on(text, at, said) or _some(text, at, said) if some else None)

    def _in_january(self, text: str, span: tuple[int, int], read: _Read, said: Said) -> _Read:
        """全年, 年底 of an article of January: the year that has just ended, unless words of intent stand by."""
        meant = read.moment
        if meant is None or said.month != 1 or meant.year != said.year or said.last == meant:
            return read
        if text[span[0] : span[1]] in _TURNS or self._intended(text, span):
            return read
        return replace(read, moment=meant.shifted(-1), rule=read.rule + "+past")

    def _limited(self, text: str, begin: tuple[int, int], read: _Read, prefix: str | None, said: Said) -> Period:
        """The period that 截至 and 自 before a moment, 以来 and 前 behind it make of it."""
        at, start = begin
        end, meant = read.end, read.moment
        assert meant is not None
        value, rule, cumulative, future = meant.written(), read.rule, read.cumulative, read.future
        since = SINCE.match(text, end)
        by = None if since or prefix == "until" else _BY.match(text, end)
        if since:
            end, value, rule = since.end(), meant.since(), rule + "+since"
            said.last_rule = "since"  # 从2010年起布局……，上半年: no half of that year
        elif prefix == "until":
            value, cumulative, rule = meant.until(), True, "until+" + rule
        elif founded := since_event(text, end, told=prefix == "since"):
            end, value, rule = founded.end(), meant.since(), rule + "+since"
        elif prefix == "since" and FAR_SINCE.match(text, end):
            value, rule = meant.since(), "since+" + rule
        elif prefix == "since":
            at = start  # 从 alone limits nothing
        now = said.year
        if first_years := FIRST_YEARS.match(text, end):
            count = parts.number(first_years["n"])
            return Period(
                at, first_years.end(), text[at : first_years.end()], meant.during(count), rule=rule + "+first"
            )
        if by:
            end, rule = by.end(), rule + "+by"
        if now is not None and not cumulative:
            intended = by is not None or self._intent_before.search(text, max(0, at - 10), at) is not None
            intended = (intended and not _is_over(meant, said)) or _lies_ahead(meant, said)
            future = future or (meant.year > now and read.rule != "plan") or (intended and meant.year >= now)
        return Period(at, end, text[at:end], value, cumulative, future, rule)

    def _part(self, text: str, at: int, said: Said) -> _Read | None:
        """4月20日, 1—4月, 一季度, 前10个月 without a year: the year named just before, or the article's."""
        if text[at] in "前头" and at and text[at - 1] in _FRONT_IN_WORDS:
            return None
        found = parts.match(text, at)
        if found is None or not parts.stands_alone(found):
            return None
        named, linked = said.named_year(text, at)
        if said.ahead and not linked and named != said.year and not self._intended(text, (at, found.end())):
            apart = parts.reported(found) or "。" in text[said.told : at]
            named = None if apart else named  # 到2030年……再降15%；|1至3月|，占38.6%
        if named is not None and (linked or named != said.year):
            meant = parts.resolve(found, named)
            if meant is not None and said.last is not None and (linked or by_month(meant.last) >= said.last.first):
                return _Read(found.end(), meant, "month")
        if said.year is None:
            return _Read(found.end(), None, "month")
        meant = parts.resolve(found, said.year)
        if meant is not None and self._is_past(text, (at, parts.told_to(text, found)), meant, said):
            return _Read(found.end(), meant.shifted(-1), "month+past")
        return _Read(found.end(), meant, "month") if meant else None

    def _is_past(self, text: str, span: tuple[int, int], meant: Moment, said: Said) -> bool:
        """Whether a month would lie after the article's date, and nothing says that it is still to come."""
        if said.month is None:
            return False
        if _BY.match(text, span[1]):
            return False
        if meant.first != meant.last and len(meant.last) == 7 and "半年" not in text[slice(*span)]:
            return meant.last > said.date[:7] and not self._intended(text, span)  # 前11个月 is over when it is told
        quarter = meant.first[5:6] == "Q"
        now = f"{said.year}-Q{(said.month + 2) // 3}" if quarter else said.date[: len(meant.first)]
        if len(now) < len(meant.first) or meant.first <= now:
            return False
        return not self._intended(text, span)

    def _intended(self, text: str, span: tuple[int, int]) -> bool:
        """Whether words of intent stand by a time: 力争10月, 12月将, 6月投用后."""
        before = self._intent_before.search(text, max(0, span[0] - 12), span[0])
        return before is not None or any(way.match(text, span[1]) for way in (self._intent_after, self._stage_after))


def by_month(end: str) -> str:
    """A quarter by its last month, to be compared with one: `2023-Q1` as `2023-03`."""
    return f"{end[:5]}{int(end[6]) * 3:02d}" if end[5:6] == "Q" else end


def _is_over(meant: Moment, said: Said) -> bool:
    """Whether a month has passed at the article's date: 到今年3月, told in June."""
    return said.month is not None and len(meant.last) >= 7 and "Q" not in meant.last and meant.last[:7] < said.date[:7]


def _lies_ahead(meant: Moment, said: Said) -> bool:
    """Whether a time begins after the month of the article's date: 下半年, told in May."""
    first = f"{meant.first[:5]}{int(meant.first[6]) * 3 - 2:02d}" if meant.first[5:6] == "Q" else meant.first
    return said.month is not None and len(first) >= 7 and first[:7] > said.date[:7]


def _may_begin(text: str, at: int, word: TimeWord | None) -> bool:
    """Whether a time can begin with the digit at `at`: no digits before it, and behind them what times go on with."""
    if at and (text[at - 1].isdigit() or text[at - 1] in ".,"):
        return False
    end = _past_digits(text, at)
    return word is not None or text[end : end + 1] in _BEHIND_DIGITS or parts.OF_MONTHS.match(text, end) is not None


def _past_digits(text: str, at: int) -> int:
    """Where a scan goes on that found nothing at `at`: behind the digits that stand there."""
    digits = _DIGITS.match(text, at)
    return digits.end() if digits else at + 1


# --- rules: each gives the reading at a place of the text, or None


def _iso(text: str, at: int) -> _Read | None:
    """2020-04-20, 2020/4/20."""
    match = _ISO.match(text, at) if text[at + 4 : at + 5] in "-/." else None
    return _Read(match.end(), moment.day(int(match[1]), int(match[2]), int(match[3])), "date") if match else None


def _years(text: str, at: int) -> _Read | None:
    """2020年, 2023-2028年, 二〇二三年, with the month, quarter or half that follows."""
    match = _YEAR.match(text, at)
    if match is None:
        chinese = _CHINESE_YEAR.match(text, at)
        if chinese is None:
            return None
        return _year(text, chinese.end(), int("".join(str(numeral.DIGITS[c]) for c in chinese[1])), "year")
    first = int(match[1])
    if match[2]:
        last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        return _Read(match.end(), moment.years(first, last), "years") if last > first else None
    to = _YEAR_TO.match(text, match.end())
    if to and int(to[1]) > first:
        return _Read(to.end(), moment.years(first, int(to[1])), "years")
    return _year(text, match.end(), first, "year")


def _same_part(text: str, read: _Read, said: Said) -> _Read:
    """较2019年同期: the part of the year that was named before, in the year that is named here."""
    if read.rule != "year" or read.moment is None or said.last is None or not text.startswith("同期", read.end):
        return read
    meant = said.last.shifted(read.moment.year - said.last.year)
    return _Read(read.end + len("同期"), meant, "before")


def _year(text: str, at: int, y: int, rule: str) -> _Read:
    """The year `y`, or the part of it that is named at `at`."""
    found = parts.match(text, at)
    meant = parts.resolve(found, y) if found else None
    if found is None or meant is None:
        return _Read(at, moment.year(y), rule)
    return _Read(found.end(), meant, rule + "+part")


def _decade(text: str, at: int) -> _Read | None:
    """20世纪90年代, 90年代."""
    match = _DECADE.match(text, at)
    if match is None:
        return None
    century = int(match[1]) if match[1] else (20 if int(match[2]) >= 50 else 21)
    first = (century - 1) * 100 + int(match[2])
    return _Read(match.end(), moment.years(first, first + 9), "decade")


def _plan(text: str, at: int, said: Said) -> _Read | None:
    """“十四五”期间, 末, 以来; the bare name of a plan says no time."""
    match = _PLAN.match(text, at)
    first = PLANS.get(match["name"]) if match else None
    if match is None or first is None:
        return None
    tail = match["tail"]
    if tail == "以来":
        return _Read(match.end(), None, "plan+since", f"{first}-01/")
    running = said.year is not None and first <= said.year <= first + 4
    future = (
        said.year is not None and first + 4 >= said.year and not (running and _DONE_SO_FAR.match(text, match.end()))
    )
    if tail[0] in "末收":
        return _Read(match.end(), moment.year(first + 4), "plan", future=future)
    if tail[0] in "初开":
        return _Read(match.end(), moment.year(first), "plan")
    last = first + (2 if "三年" in tail else 4)
    return _Read(match.end(), moment.years(first, last), "plan", future=future)


def _span(text: str, at: int, said: Said) -> _Read | None:
    """近三年, 过去五年, 未来5年, 近2个月: from or up to the article's date."""
    match = _SPAN.match(text, at)
    if match is None or (match["head"] == "这" and not match["tail"]):
        return None
    ahead = match["head"] in _AHEAD
    if match["head"] == "此后" and said.last is not None and said.year is not None and said.last.year < said.year:
        n = parts.number(match["n"]) if match["n"] != "半" and match["unit"] == "年" else 0
        value = f"{said.last.year}/{said.last.year + n}" if n else ""  # 2016年打下第一根桩，此后3年里
        return _Read(match.end(), None, "span", value)
    n, y, m = parts.number(match["n"]) if match["n"] != "半" else 0, said.year, said.month
    value = ""
    if y is not None and n and match["unit"] == "年":
        if n == 1 and match["head"].startswith("过去") and not match["tail"]:
            return _Read(match.end(), moment.year(y - 1), "span")
        month = f"-{m:02d}" if m is not None and not ahead else ""
        value = f"{y}/{y + n}" if ahead else f"{y - n}{month}/{y}{month}"
    elif y is not None and m is not None and n and match["unit"].endswith("月"):
        there = "{:04d}-{:02d}".format(*moment.months_before(y, m, -n if ahead else n))
        here = f"{y:04d}-{m:02d}"
        value = f"{here}/{there}" if ahead else f"{there}/{here}"
    return _Read(match.end(), None, "span", value, future=ahead)


def _word(text: str, at: int, word: TimeWord, said: Said) -> _Read:
    """A word of the table: 今年 (with a part behind it), 目前, 去年同期."""
    end = at + len(word.text)
    if not word.value or word.value[0].isdigit():
        return _Read(end, None, "event" if word.value else "vague", word.value, word.cumulative, word.future)
    if word.value == "now":
        return _Read(end, None, "now", said.now(), True)
    if word.value == "near-year":
        y = said.near_year(text, at)
        base = moment.year(y) if y is not None else None
    else:
        base = said.relative(word.value)
        if base is not None and word.value.startswith("Y") and not word.part and said.last_end == at and said.last:
            base = base.shifted(said.last.year - base.year)  # 2021年国庆期间
    if base is None:
        found = parts.match(text, end) if word.part else None
        return _Read(found.end() if found else end, None, "relative", future=word.future)
    if word.part:
        return replace(_year(text, end, base.year, "relative"), future=word.future)
    rule = "before" if word.value == "last-1" else "relative"
    return _Read(end, base, rule, "", word.cumulative, word.future)


def _some(text: str, at: int, said: Said) -> _Read | None:
    """挂牌3年来 (a running total), 5年内 (ahead), 3年前, 10年后."""
    match = _SOME.match(text, at)
    if match is None or (at and text[at - 1] in "第.") or inside.tells_whom(text, at, match.end()):
        return None
    tail = match["tail"]
    if _year_over(text, at, match, said):
        return _Read(match.end(), moment.year(said.year - 1 if said.year else 0), "since+past")
    if tail.endswith("来"):
        return _Read(match.end(), None, "since founding", said.now(), True)
    n = parts.number(match["n"]) if match["n"] != "半" and match["unit"] == "年" else 0
    if tail[-1] == "内" and text[match.end() : match.end() + 1] in _DONE:
        return _Read(match.end(), None, "since founding", said.now(), True)
    ahead, value = tail != "前", ""
    if tail == "前" and n and said.year is not None and text.startswith("的", match.end()):
        found = parts.match(text, match.end() + 1)  # 一年前的9月17日
        meant = parts.resolve(found, said.year - n) if found else None
        if found is not None and meant is not None:
            return _Read(found.end(), meant, "ago")
    if said.year is not None and 0 < n <= 100:
        value = {"内": f"{said.year}/{said.year + n}", "前": f"{said.year - n}"}.get(tail[-1], "")
    return _Read(
        match.end(), None, "within" if tail[-1] == "内" else "ago" if not ahead else "later", value, future=ahead
    )


def _years_on(text: str, at: int, said: Said) -> _Read | None:
    """四年下来, 12年间: the row of years that was just told, or the years from one until now."""
    match = _YEARS_ON.match(text, at)
    if match is None or said.last is None or "\n" in text[said.told : at]:
        return None
    n, first, last = parts.number(match["n"]), int(said.last.first[:4]), said.last.year
    if first == last and said.year is not None and n == said.year - first:
        last = said.year
    elif not (first < last and n in (last - first, last - first + 1)):
        return None
    return _Read(match.end() - 1, None, "years on", f"{first}/{last}")


def _year_over(text: str, at: int, match: re.Match[str], said: Said) -> bool:
    """Whether 一年来 at the front of a clause of January looks back on the year that has just ended."""
    if said.year is None or said.month != 1 or match["tail"] not in _A_YEAR or match["unit"] != "年":
        return False
    return match["n"] != "半" and parts.number(match["n"]) == 1 and (not at or text[at - 1] in "，。；：\n ")
