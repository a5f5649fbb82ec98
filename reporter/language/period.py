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
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reporter.language import moment, numeral
from reporter.language.moment import Moment
from reporter.language.spans import Anchor, Period

if TYPE_CHECKING:
    from reporter.lexicon import Lexicon
    from reporter.lexicon.times import TimeWord

_CN = "一二两三四五六七八九十"
_TO = r"\s?(?:[-–~至到]|—{1,2})\s?"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_CN}])"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{_CN}]?|[{_CN}])"
_YEAR = re.compile(
    r"(?P<a>(?:19|20)\d{2})\s?(?:年?(?:[-–~至到]|—{1,2})(?P<b>(?:19|20)\d{2}|\d{2}(?=年)))?\s?年(?P<rest>度)?"
)
_CN_YEAR = re.compile(r"([一二][〇零一二三四五六七八九]{3})年度?")
_ISO = re.compile(r"((?:19|20)\d{2})[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?!\d)")
_PARTS = re.compile(
    rf"""\s?的?\s?(?:
    (?P<front>[前头](?P<n>\d{{1,2}}|[{_CN}]+)个?(?P<nu>季度|季|个?月)(?!以上))
    |(?P<half>[上下]半年)
    |(?:第?(?P<q>[一二三四1-4])(?:{_TO}第?(?P<q2>[一二三四1-4]))?季度?|(?P<q1>首季)度?)(?:度|末|底|初)?
    |(?P<m>{_MONTH})(?:月份?)?(?:{_TO}(?P<m2>{_MONTH}))月(?:份|底|末)?
    |(?P<m3>{_MONTH})月(?!球|饼|台|均|租|薪|嫂|季)(?:份(?!额))?(?P<edge>底|初|末|中旬|上旬|下旬|中(?!旬|国|央|共|小|心|外|期))?
      (?:(?P<d>{_DAY})[日号](?!线|楼)(?:{_TO}(?:(?P<m4>{_MONTH})月)?(?P<d2>{_DAY})[日号])?
      |(?P<d3>{_DAY}){_TO}(?P<d4>{_DAY})[日号])?
    |(?P<first>第一天)
    |(?P<end>年?[底末初](?![级步期心小始创])|年?中(?![心小央国旬间期外部共]))
    )""",
    re.VERBOSE,
)
_BEFORE = {
    "截至": "until",
    "截止": "until",
    "截止到": "until",
    "截至到": "until",
    "自": "since",
    "从": "since",
    "自从": "since",
}
_SINCE = re.compile(r"以来|[起来](?=[，、,。；]|至今)|至今|之后|以后|后(?=[，,])")
_BY = re.compile(
    r"[底末]?(?:之前|以前|前(?!三|十|\d|[一二两四五六七八九]|后|沿|景|期))|内(?=[，,]|完|建|实|全|将|要|力)"
)
_FAR_SINCE = re.compile(r"[^，。；、]{0,12}以来")
_INTENT_BEFORE = re.compile(r"(?:到|力争|预计|计划|将|拟|确保|争取|目标|有望|至)[^，。；]{0,6}$")
_INTENT_AFTER = re.compile(r"[^，。；]{0,8}(?:将|力争|预计|计划|拟|有望)")
_PLAN = re.compile(
    r"[“\"]?(?P<n>十[一二三四五六]五)[”\"]?(?:规划|计划)?(?P<tail>期间|时期|以来|末期?|初期?|开局之年|收官之年|前三年|头三年)"
)
_PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_SPAN = re.compile(
    rf"(?P<head>近|最近|过去的?|未来|今后|接下来|下一个|此后|最近的|这)\s?(?P<n>\d{{1,2}}|[{_CN}半]+)(?P<more>多|余)?(?P<u>个?月|年|个?季度|天|周)(?P<tail>(?:多|以?来|间|内|时间|里)*)"
)
_SOME = re.compile(
    rf"(?P<n>\d{{1,3}}|[{_CN}半]+)(?P<more>多|余)?(?P<u>个?多?月|年|天)多?(?P<tail>以来|来(?!自|到|说|看|访)|内|之内|前(?!后|三|十|\d|[一二两四五六七八九])|后)"
)
_DECADE = re.compile(r"(?:(\d{2})\s?世纪)?(\d0)年代")
_TITLE = re.compile(r"《[^《》\n]{1,60}》")
_HIT_FIRST = "0-9截自从近最过未今接下此这“十一二两三四五六七八九半首第前头"


@dataclass(slots=True)
class _State:
    """What a text has said so far: the last period, and where it ended."""

    anchor: Anchor
    month: int | None
    day: int | None
    last: Moment | None = None
    last_end: int = -1


class _Read(NamedTuple):
    """A reading of a time expression: where it ends, the moment it means, and by which rule."""

    end: int
    moment: Moment | None
    rule: str
    value: str | None = None
    cumulative: bool = False
    future: bool = False


class PeriodGrammar:
    """Finds the time expressions of a text with the lexicon's time words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._times = lexicon.times
        words = "|".join(re.escape(w) for w in self._times.beginnings)
        firsts = "".join(sorted({w[0] for w in self._times.beginnings}))
        self._hit = re.compile(f"[{_HIT_FIRST}{firsts}]")
        self._words = re.compile(words)

    def find(self, text: str, anchor: Anchor) -> list[Period]:
        """All time expressions of a normalised text in order, resolved with the article's date."""
        state = _state(anchor)
        found: list[Period] = []
        place = 0
        closed = [m.span() for m in _TITLE.finditer(text)] if "《" in text else []
        while True:
            hit = self._hit.search(text, place)
            if hit is None:
                return found
            at = hit.start()
            while closed and closed[0][1] <= at:
                closed.pop(0)
            if closed and closed[0][0] <= at:
                place = closed[0][1]
                continue
            period = self._read(text, at, state)
            if period is None:
                place = _past_digits(text, at)
                continue
            found.append(period)
            place = period.end
            state.last_end = period.end

    def _read(self, text: str, at: int, state: _State) -> Period | None:
        """The time expression that begins at `at`, with 截至 or 自 before it and 以来 or 前 behind it."""
        start, prefix = at, ""
        for word in ("截止到", "截至到", "截至", "截止", "自从", "自", "从"):
            if text.startswith(word, at):
                prefix, start = _BEFORE[word], at + len(word)
                break
        read = self._core(text, start, state)
        if read is None and prefix:
            return None
        if read is None:
            return None
        return _period(text, at, read, prefix, state)

    def _core(self, text: str, at: int, state: _State) -> _Read | None:
        first = text[at : at + 1]
        if first.isdigit() and at and (text[at - 1].isdigit() or text[at - 1] in ".,"):
            return None
        for rule in (_iso, _years, _plan, _span, _decade):
            read = rule(text, at, state)
            if read is not None:
                return read
        word = self._times.at(text, at)
        if word is not None and not _inside_word(text, at, word):
            return _word(text, at, word, state)
        return _month_alone(text, at, state) or _some(text, at, state)


def _state(anchor: Anchor) -> _State:
    month = int(anchor.date[5:7]) if len(anchor.date) >= 7 else None
    day = int(anchor.date[8:10]) if len(anchor.date) >= 10 else None
    if anchor.year is None and anchor.date:
        anchor = Anchor(int(anchor.date[:4]), anchor.date)
    return _State(anchor, month, day)


def _past_digits(text: str, at: int) -> int:
    end = at + 1
    if text[at].isdigit():
        while text[end : end + 1].isdigit():
            end += 1
    return end


def _inside_word(text: str, at: int, word: TimeWord) -> bool:
    """Whether the characters of a time word belong to others: 达产后年产值, 不同年龄, 3年底, 青年中."""
    before = text[at - 1 : at] if at else ""
    if word.part and word.text[0] in "前后上同次来明去":
        return "\u4e00" <= before <= "\u9fff" and before not in "在到至于从自和比较与是截及即大的"
    if word.text[0] == "年":
        return before.isdigit() or before in _YEAR_WORDS or text.startswith(("年度会", "年中国", "年初级"), at)
    if word.text in {"同期", "当日", "月底", "月初"}:
        return before.isdigit() or (before != "" and before in _CN + "不合相本上下今去当每")
    return False


_YEAR_WORDS = "百千万两三四五六七八九十一数几多每本周青少中成常去今明前近当同全历半学老童壮丰元整"


def _period(text: str, at: int, read: _Read, prefix: str, state: _State) -> Period:
    """The period with its prefix and tail applied to the moment that was read."""
    end, said = read.end, read.moment
    value = read.value if read.value is not None else (said.written() if said else "")
    rule, cumulative, future = read.rule, read.cumulative, read.future
    if said is not None:
        since = _SINCE.match(text, end)
        by = None if since else _BY.match(text, end)
        if since and since.group() not in {"之后", "以后", "后"}:
            end, value, rule = since.end(), said.since(), rule + "+since"
        elif since:
            end, value, rule = since.end(), said.since(), rule + "+after"
        elif prefix == "until":
            value, cumulative, rule = said.until(), True, "until+" + rule
            by = None
        elif prefix == "since" and _FAR_SINCE.match(text, end):
            value, rule = said.since(), "since+" + rule
        if by:
            end, rule = by.end(), rule + "+by"
            future = future or state.anchor.year is not None and said.year >= state.anchor.year
        year = state.anchor.year
        if year is not None and said.year > year:
            future = True
        if not future and _INTENT_BEFORE.search(text, max(0, at - 10), at) and prefix != "until":
            future = year is not None and said.year >= year
        state.last = said
    return Period(at, end, text[at:end], value, cumulative, future, rule)


# --- rules, each from a text and a place to a reading or None


def _iso(text: str, at: int, state: _State) -> _Read | None:
    del state
    match = _ISO.match(text, at) if text[at].isdigit() else None
    if match is None:
        return None
    return _Read(match.end(), moment.day(int(match[1]), int(match[2]), int(match[3])), "date")


def _years(text: str, at: int, state: _State) -> _Read | None:
    """2020年, 2023-2028年, 二〇二三年, with the month, quarter or half that follows."""
    if text[at] not in "12一二":
        return None
    match = _YEAR.match(text, at)
    if match is None:
        cn = _CN_YEAR.match(text, at)
        if cn is None:
            return None
        y = int("".join(str(numeral.DIGITS[c]) for c in cn[1]))
        return _parts(text, cn.end(), y, state, "year") or _Read(cn.end(), moment.year(y), "year")
    y = int(match["a"])
    if match["b"]:
        last = int(match["b"]) if len(match["b"]) == 4 else y // 100 * 100 + int(match["b"])
        return _Read(match.end(), moment.years(y, last), "years") if last > y else None
    span = re.compile(rf"{_TO}((?:19|20)\d{{2}})年(?!{_MONTH}月)").match(text, match.end())
    if span and int(span[1]) > y:
        return _Read(span.end(), moment.years(y, int(span[1])), "years")
    return _parts(text, match.end(), y, state, "year") or _Read(match.end(), moment.year(y), "year")


def _parts(text: str, at: int, y: int, state: _State, rule: str) -> _Read | None:
    """The part of a year at `at`: 前三季度, 上半年, 一季度, 1-4月, 4月20日, 底."""
    match = _PARTS.match(text, at)
    if match is None:
        return None
    said = _part(match, y)
    if said is None:
        return None
    del state
    return _Read(match.end(), said, rule + "+part")


def _part(match: re.Match[str], y: int) -> Moment | None:
    """The moment of a matched part within the year `y`."""
    if match["front"]:
        n = _number(match["n"])
        if match["nu"].startswith("季"):
            return moment.months(y, 1, 3 * n) if 1 <= n <= 4 else None
        return moment.months(y, 1, n) if 1 <= n <= 12 else None
    if match["half"]:
        return moment.months(y, 1, 6) if match["half"][0] == "上" else moment.months(y, 7, 12)
    if match["q1"]:
        return moment.quarter(y, 1)
    if match["q"]:
        q, q2 = _number(match["q"]), _number(match["q2"]) if match["q2"] else 0
        return moment.months(y, 3 * q - 2, 3 * q2) if q2 > q else moment.quarter(y, q)
    if match["m"]:
        m, m2 = _number(match["m"]), _number(match["m2"])
        return moment.months(y, m, m2) if m < m2 else None
    if match["m3"]:
        return _month_part(match, y)
    if match["first"]:
        return moment.day(y, 1, 1)
    return moment.year(y)


def _month_part(match: re.Match[str], y: int) -> Moment:
    m = _number(match["m3"])
    if match["d"]:
        first = moment.day(y, m, _number(match["d"]))
        if match["d2"]:
            m4 = _number(match["m4"]) if match["m4"] else m
            return Moment(first.first, moment.day(y if m4 >= m else y + 1, m4, _number(match["d2"])).last)
        return first
    if match["d3"]:
        return Moment(moment.day(y, m, _number(match["d3"])).first, moment.day(y, m, _number(match["d4"])).last)
    return moment.months(y, m, m)


def _number(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    span = numeral.chinese(digits)
    return int(span[0]) if span else 0


def _plan(text: str, at: int, state: _State) -> _Read | None:
    """“十四五”期间, 末, 以来; the bare name of a plan says no time."""
    if text[at] not in '“十"':
        return None
    match = _PLAN.match(text, at)
    if match is None or match["n"] not in _PLANS:
        return None
    first = _PLANS[match["n"]]
    tail = match["tail"]
    future = state.anchor.year is not None and first + 4 >= state.anchor.year
    if tail == "以来":
        return _Read(match.end(), None, "plan+since", f"{first}-01/")
    if tail[0] in "末收":
        return _Read(match.end(), moment.year(first + 4), "plan", future=future)
    if tail[0] in "初开":
        return _Read(match.end(), moment.year(first), "plan")
    if tail in {"前三年", "头三年"}:
        return _Read(match.end(), moment.years(first, first + 2), "plan")
    return _Read(match.end(), moment.years(first, first + 4), "plan")


def _span(text: str, at: int, state: _State) -> _Read | None:
    """近三年, 过去五年, 未来5年, 近2个月: from or up to the article's date."""
    if text[at] not in "近最过未今接下此这":
        return None
    match = _SPAN.match(text, at)
    if match is None or (match["head"] == "这" and not match["tail"]):
        return None
    y, m = state.anchor.year, state.month
    n = _number(match["n"]) if match["n"] != "半" else 0
    ahead = match["head"] in {"未来", "今后", "接下来", "下一个", "此后"}
    if y is None or not n:
        return _Read(match.end(), None, "span", "", future=ahead)
    if match["u"] == "年":
        if n == 1 and match["head"].startswith("过去") and not match["tail"]:
            return _Read(match.end(), moment.year(y - 1), "span")
        if ahead:
            return _Read(match.end(), moment.years(y, y + n), "span", future=True)
        said = moment.years(y - n, y)
        if m is not None:
            said = Moment(f"{y - n:04d}-{m:02d}", f"{y:04d}-{m:02d}")
        return _Read(match.end(), None, "span", said.written())
    if match["u"].endswith("月") and m is not None:
        y2, m2 = moment.months_before(y, m, -n if ahead else n)
        here = f"{y:04d}-{m:02d}"
        there = f"{y2:04d}-{m2:02d}"
        return _Read(match.end(), None, "span", f"{here}/{there}" if ahead else f"{there}/{here}", future=ahead)
    return _Read(match.end(), None, "span", "", future=ahead)


def _decade(text: str, at: int, state: _State) -> _Read | None:
    """20世纪90年代, 90年代."""
    del state
    match = _DECADE.match(text, at) if text[at].isdigit() else None
    if match is None:
        return None
    century = int(match[1]) if match[1] else (20 if int(match[2]) >= 50 else 21)
    first = (century - 1) * 100 + int(match[2])
    return _Read(match.end(), moment.years(first, first + 9), "decade")


def _word(text: str, at: int, word: TimeWord, state: _State) -> _Read | None:
    """A word of the table: 今年 (with a part behind it), 目前, 去年同期."""
    end = at + len(word.text)
    value, y = word.value, state.anchor.year
    if not value:
        return _Read(end, None, "vague", "", word.cumulative, word.future)
    if value == "now":
        return _Read(end, None, "now", _now(state), True)
    if value[0].isdigit():
        return _Read(end, None, "event", value)
    base = _base(value, state)
    if word.part:
        if base is None:
            match = _PARTS.match(text, end)
            return _Read(match.end() if match else end, None, "relative", "", future=word.future)
        part = _parts(text, end, base.year, state, "relative")
        if part is not None:
            return part._replace(future=word.future)
    if base is None:
        return _Read(end, None, "relative", "", word.cumulative, word.future)
    del y
    return _Read(end, base, "relative", None, word.cumulative, word.future)


def _now(state: _State) -> str:
    if state.anchor.year is None:
        return ""
    return f"/{state.anchor.year:04d}" + (f"-{state.month:02d}" if state.month is not None else "")


_RELATIVE = re.compile(r"([YMD])([+-]\d(?!\d))?(-\d\d(?:-\d\d)?)?(?:\.\.Y(-\d\d))?$")


def _base(value: str, state: _State) -> Moment | None:
    """The moment of a table value (Y-1, M, D-1, last, Y-01..Y-06); None where the anchor does not tell."""
    y = state.anchor.year
    if value.startswith("last") or value == "next-year":
        return _named_before(value, state)
    match = _RELATIVE.match(value)
    if match is None or y is None:
        return None
    by = int(match[2] or 0)
    if match[1] == "Y":
        if match[4]:
            return Moment(f"{y + by:04d}{match[3]}", f"{y + by:04d}{match[4]}")
        part = f"{y + by:04d}{match[3] or ''}"
        return Moment(part, part)
    if state.month is None:
        return None
    if match[1] == "M":
        y2, m2 = moment.months_before(y, state.month, -by)
        return moment.months(y2, m2, m2)
    if state.day is None:
        return None
    from datetime import date, timedelta  # noqa: PLC0415  only for yesterday and tomorrow

    when = date(y, state.month, state.day) + timedelta(days=by)
    return moment.day(when.year, when.month, when.day)


def _named_before(value: str, state: _State) -> Moment | None:
    """What was named before in the text: 同期, 当月, 当年, 去年同期; the anchor's year where nothing was."""
    last, y = state.last, state.anchor.year
    if value == "last":
        return last
    if value == "last-1":
        if last is not None:
            return last.shifted(-1)
        return moment.year(y - 1) if y is not None else None
    if value == "last-day":
        return last if last is not None and len(last.last) == 10 and last.first == last.last else None
    if value == "last-month":
        return last if last is not None and len(last.last) == 7 and last.last[5] != "Q" else None
    if last is not None:
        return moment.year(last.year + (value == "next-year"))
    if y is None:
        return None
    return moment.year(y + (value == "next-year"))


def _month_alone(text: str, at: int, state: _State) -> _Read | None:
    """4月20日, 1—4月, 一季度, 前10个月, 上半年 without a year: the year named just before, or the anchor's."""
    if text[at] in "前头" and at and text[at - 1] in "目此日年会提以之当眼跟生事空直从先午史":
        return None
    match = _PARTS.match(text, at)
    if match is None or match["end"] or match["first"] or match.group()[0] in " 的":
        return None
    y = state.anchor.year
    last = state.last
    gap = text[state.last_end : at] if state.last_end >= 0 else "。"
    named = False
    if last is not None and len(gap) <= 40 and "。" not in gap and "\n" not in gap:
        probe = _part(match, last.year)
        joined = gap.strip() in {"和", "、", "与", "及", "至", "到", "—", "-", "以及"}
        if probe is not None and (joined or last.year != y) and (joined or probe.last >= last.first):
            y, named = last.year, True
    if y is None:
        return _Read(match.end(), None, "month", "")
    said = _part(match, y)
    if said is None:
        return None
    if not named and _not_yet(text, at, match.end(), said, state):
        said = said.shifted(-1)
        return _Read(match.end(), said, "month+past")
    return _Read(match.end(), said, "month")


def _not_yet(text: str, at: int, end: int, said: Moment, state: _State) -> bool:
    """Whether a month lies after the date of the article and nothing says that it is still to come."""
    if state.month is None:
        return False
    now = (
        state.anchor.date[: len(said.first)]
        if said.first[5:6] != "Q"
        else f"{state.anchor.year}-Q{(state.month + 2) // 3}"
    )
    if len(now) < len(said.first) or said.first <= now:
        return False
    return not (_INTENT_BEFORE.search(text, max(0, at - 12), at) or _INTENT_AFTER.match(text, end))


def _some(text: str, at: int, state: _State) -> _Read | None:
    """挂牌3年来 (a running total), 5年内 (ahead), 3年前, 10年后."""
    match = _SOME.match(text, at)
    if match is None or (text[at - 1 : at] in {"第", "."} and at):
        return None
    y, tail = state.anchor.year, match["tail"]
    if tail.endswith("来"):
        return _Read(match.end(), None, "since founding", _now(state), True)
    n = _number(match["n"]) if match["n"] != "半" else 0
    if match["u"] != "年" or y is None or not n or n > 100:
        return _Read(match.end(), None, "some", "", future=tail.endswith("内"))
    if tail.endswith("内"):
        return _Read(match.end(), None, "within", moment.years(y, y + n).written(), future=True)
    if tail == "前":
        return _Read(match.end(), None, "ago", str(y - n))
    return _Read(match.end(), None, "later", "", future=True)
