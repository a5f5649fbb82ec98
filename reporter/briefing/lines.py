"""Figures as a reader meets them: whose, what, when, how much, and compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporter.briefing.numbers import agrees, printed
from reporter.briefing.parts import whole_of
from reporter.briefing.times import period_key, period_words
from reporter.language.zone_kinds import A_ZONE
from reporter.model import Figure, Line, Printed, Relation, Scope, Status, Zone

_GENERIC = re.compile(rf"(?:该|全|本|我)?(?:区|示范区|{A_ZONE})")
_DOUBLED = re.compile(r"^(.{2,4})\1")
_ROUND = re.compile(r"(第[一二三四五六七八九十\d]+[次批轮](?:集中)?)签约")
_ROUNDS = re.compile(r"(?<![第\d])([2-9])次集中签约")
_NUMERALS = "〇一二三四五六七八九"
_SOME_YEAR = re.compile(r"未能确定“(.+)”是哪一年$")
_A_TIME = re.compile(r"[年月日]|季度|目前|[上下]半年")
_NO_TIME = re.compile(r"^(?:每|当|同|那|次)|[未将]来|下一步")
_YEARS_BACK = re.compile(r"近(?:[一二两三四五六七八九十]|\d+)年")
_OVER_YEARS = re.compile("[二两三四五六七八九十\\d]年|年均")  # 同比增长13.2%，两年平均增长6.9%: one is of one year
_FLOW = re.compile("^(?!累计).*(?:固定资产投资|工业投资|税收|进出口|出口|产值|利用外资|到位资金|外资)(?:总?额|总?值)?$")
_SUMMED = re.compile(r"累计[^，。；\d]{0,14}\Z")
_A_YEARS = re.compile("^年(?![末底初度])|年产值|年收入|年营收|年销售|年产量|年利税")
_BY_REPORT = re.compile(r"/\d{4}")
_ONCE_DONE = re.compile("(?:投产|达产|建成|建成投产)后")
_SINCE = re.compile("(?:^|[，。：“])(?P<what>[^，。：“”\\d]{4,16}(?:实施|启动|推行|施行|开展|推出|出台)以来)")
_TOLD_BY = re.compile(r"(?:^|[。；”])[^，。；：“”]{2,40}(?:介绍|表示|透露|告诉记者|说)[，,：:]")
_SETTLED = re.compile("落户|签约|开工|落地|引进|投产|奠基|入驻")
_DERIVED = (Relation.GROWTH, Relation.SHARE, Relation.DELTA, Relation.RANK)
_CHANGE = re.compile(r"同比|环比|增长|下降|增幅|增速|增加|减少|占|比重|比例|的|年均")


def lines_of(figures: Iterable[Figure], zone: Zone) -> dict[str, Line]:
    """A line for every figure of a zone, by fact id; growth, shares and changes are also hung on what they speak of."""
    ordered = sorted(figures, key=lambda f: (f.evidence.source, f.evidence.source_start, f.id))
    plain = {figure.id: _line(figure, zone) for figure in ordered}
    plain = {name: _counted_up(line, ordered) for name, line in plain.items()}
    hung: dict[str, list[Line]] = {}
    for figure in ordered:
        base = _base(figure, ordered)
        if base is not None and _same_time(figure, base):
            hung.setdefault(base.id, []).append(plain[figure.id])
    made = {
        figure.id: replace(plain[figure.id], comparisons=_plain_ones(hung.get(figure.id, ()))) for figure in ordered
    }
    for figure in ordered:
        whole = whole_of(figure, ordered)
        if whole is not None:
            made[figure.id] = replace(made[figure.id], among=plain[whole.id].metric)
    return made


def _counted_up(line: Line, figures: Sequence[Figure]) -> Line:
    """累计签约项目272个，涉及投资额3316亿元: what is told of a running total is one as well, and says so."""
    figure = line.fact
    if not figure.period.startswith("/") or "累计" in line.metric or figure.relation is not Relation.LEVEL:
        return line
    for other in figures:
        here = other.evidence.sentence == figure.evidence.sentence and other.evidence.start < figure.evidence.start
        whole = other.metric.removeprefix("累计")
        if here and whole != other.metric and line.metric.startswith(whole):
            return replace(line, metric=f"累计{line.metric}")
    return line


def _same_time(figure: Figure, base: Figure) -> bool:
    """31.8亿元 last year and 有望增长25% this year do not belong together."""
    return figure.status is base.status and (figure.period == base.period or not (figure.period and base.period))


def _plain_ones(lines: Sequence[Line]) -> tuple[Line, ...]:
    """None of those that deny one another: a figure has one growth on last year; of two, one is another's."""
    kinds = [
        (li.fact.relation, li.fact.unit.replace("倍", "%"), "环比" in li.metric, bool(_OVER_YEARS.search(li.metric)))
        for li in lines
    ]
    return tuple(line for line, kind in zip(lines, kinds, strict=True) if kinds.count(kind) == 1)


def doubtful(figure: Figure) -> bool:
    """Whether a person should look at it before it is stated: a doubt, a conflict, or digits that deny the value.

    That its year is unknown is no doubt about a figure: it is shown with the time as printed.
    """
    doubts = [doubt for doubt in figure.doubts if figure.period or not _SOME_YEAR.match(doubt)]
    return bool(doubts or figure.conflicts) or not agrees(figure)


def time_as_printed(figure: Figure) -> str:
    """The words for a time of an unknown year, 今年一季度 in a report that bears none; empty for all else."""
    words = [found[1] for doubt in figure.doubts if (found := _SOME_YEAR.match(doubt))]
    return words[0] if words and _A_TIME.search(words[0]) and not _NO_TIME.search(words[0]) else ""


def of_zone(figure: Figure, zone: Zone) -> bool:
    """Whether the zone itself is the subject, under whatever name: 廊坊经开区, 园区, 该区, or nothing."""
    if figure.scope is not Scope.ZONE:
        return False
    names = (*zone.names, "")
    return figure.subject in names or bool(_GENERIC.fullmatch(figure.subject)) or _tail(figure.subject, zone.name)


def newest_first(lines: Iterable[Line]) -> list[Line]:
    """Lines by the end of their period, the newest first; unknown periods last."""
    return sorted(lines, key=lambda line: period_key(line.fact.period), reverse=True)


def same(one: Line, other: Line) -> bool:
    """Whether two lines say the same of the same: only the better of them is shown."""
    a, b = one.fact, other.fact
    return (
        one.subject == other.subject
        and a.unit == b.unit
        and a.relation == b.relation
        and a.status == b.status
        and (a.value == b.value or _core(a.metric) == _core(b.metric))
        and (_core(a.metric) in _core(b.metric) or _core(b.metric) in _core(a.metric))
    )


def _line(figure: Figure, zone: Zone) -> Line:
    subject = "" if of_zone(figure, zone) else figure.subject
    metric = figure.metric.removeprefix(subject) if subject else figure.metric
    for name in zone.names:
        metric = metric.removeprefix(name).removeprefix(f"与{name}")
    metric = _DOUBLED.sub(r"\1", metric).removeprefix("其中").lstrip("，, ")
    if figure.evidence.sentence[: figure.evidence.start].endswith("各") and not metric.endswith("各"):
        metric = f"{metric}各"  # 甲专项和乙专项各1项: two in all
    if _ONCE_DONE.match(metric) and f"全部{metric}" in figure.evidence.sentence:
        metric = f"全部{metric}"  # of all phases, not of the one named before
    metric = metric.replace("年产产值", "年产值")  # 年产车桥80万根、|产值|12亿元
    round_of = _ROUND.search(figure.evidence.sentence, 0, figure.evidence.start)
    if round_of and metric.startswith("签约"):
        metric = round_of[1] + metric  # of the second round, not of all
    metric = _of_rounds(metric, figure)
    if _FLOW.search(metric) and _SUMMED.search(figure.evidence.sentence, 0, figure.evidence.start):
        metric = f"累计{metric}"  # 累计完成固定资产投资860亿元: of no single year
    number = printed(figure)
    if (number.before and metric.endswith(number.before)) or (number.before == "最高" and "最高" in metric):
        number = Printed("", number.number, number.unit)
    return Line(
        fact=figure,
        printed=number,
        subject=subject,
        metric=metric or figure.metric,
        period=_when(figure),
        proviso=_proviso(figure),
    )


def _proviso(figure: Figure) -> str:
    """据不完全统计 of what is not counted in full; 据介绍 of a firm's figure that somebody tells: 某经理介绍，去年…."""
    before = figure.evidence.sentence[: figure.evidence.start]
    if "据不完全统计" in before:
        return "据不完全统计"
    return "据介绍" if figure.scope is Scope.ENTITY and _TOLD_BY.search(before) else ""


def _of_rounds(metric: str, figure: Figure) -> str:
    """三次集中签约项目 of 全区3次集中签约项目共计20个，累计签约资金90亿元: of these rounds, not of all time."""
    rounds = _ROUNDS.search(figure.evidence.sentence, 0, figure.evidence.start)
    if rounds is None or not metric.startswith(("集中签约", "累计签约", "签约")):
        return metric
    kept = metric.removeprefix("集中签约").removeprefix("累计").removeprefix("签约")
    return f"{_NUMERALS[int(rounds[1])]}次集中签约{kept}"


def _when(figure: Figure) -> str:  # noqa: PLR0911  a list of rules, the first that fits
    """The period in words: the source's own 近三年 rather than months counted back from its date.

    Where the year is unknown the time stands as printed, in quotation marks: “今年一季度”.
    """
    if not figure.period:
        printed_time = time_as_printed(figure)
        return f"“{printed_time}”" if printed_time else ""
    vague = _YEARS_BACK.search(figure.evidence.sentence, 0, figure.evidence.start)
    first, _, last = figure.period.partition("/")
    if vague and first and last and first[:4] not in figure.evidence.sentence:
        return vague[0]
    counted = re.search("截[至止]|累计", figure.evidence.sentence[: figure.evidence.start])
    cost = figure.scope is Scope.ENTITY and figure.metric.endswith("总投资") and not counted
    before = figure.evidence.sentence[: figure.evidence.start]
    if cost and (_SETTLED.search(before) or not _A_TIME.search(before)):
        return ""  # 2019年底，两个项目落户，总投资11亿元: the year is that of the settling, or of the sentence before
    if (
        figure.period.startswith("/")
        and figure.scope is Scope.ENTITY
        and figure.metric.endswith("投资")
        and not counted
    ):
        return ""  # what a project costs is not counted up to a day, unless the source says so
    if figure.period.endswith("/") and (since := _SINCE.search(figure.evidence.sentence[: figure.evidence.start])):
        return since["what"]  # of this plan alone, which the date does not say
    words = period_words(figure.period)
    if figure.period.startswith("/") and _A_YEARS.search(figure.metric):
        return f"据{words.removeprefix('截至')}报道"  # 目前年产值超千亿元 is no sum up to a day
    if _BY_REPORT.fullmatch(figure.period) and f"{figure.period[1:]}年" not in figure.evidence.sentence:
        return f"据{figure.period[1:]}年报道"  # 目前 in a report of 2020 is not the end of that year
    if figure.period.endswith("/") and figure.status is Status.ACTUAL:
        return f"{words.removesuffix('起')}以来"
    return words


_REACHED = ("，达到", "，达", "，增至")  # 地区生产总值增长|8.9%|，达到2450.6亿元


def _base(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The level that a growth, share, change or rank speaks of.

    Extraction's own answer (`base`) goes first. Without one, only a level of the same sentence, subject and period
    whose metric the derived metric repeats will do; anything else would be a guess.
    """
    if figure.relation not in _DERIVED:
        return None
    if figure.base:
        return next((other for other in figures if other.id == figure.base), None)
    here = figure.evidence
    for other in reversed(figures):
        there = other.evidence
        if (
            other.relation in _levels(figure)
            and (there.source, there.article, there.sentence) == (here.source, here.article, here.sentence)
            and (there.start < here.start or here.sentence[here.end : there.start] in _REACHED)
            and other.subject == figure.subject
            and other.period == figure.period
            and other.status is Status(figure.status)
            and len(_core(other.metric)) >= 2
            and _core(other.metric) in _core(figure.metric)
        ):
            return other
    return None


def _levels(figure: Figure) -> tuple[Relation, ...]:
    """What a derived figure may speak of: 市场占有率16%，行业排名第一 ranks a share."""
    return (Relation.LEVEL, Relation.SHARE) if figure.relation is Relation.RANK else (Relation.LEVEL,)


def _core(metric: str) -> str:
    """What is measured, without the words for change and share."""
    return _CHANGE.sub("", metric).replace("签下", "签约")


def _tail(short: str, name: str) -> bool:
    return len(short) >= 3 and name.endswith(short)
