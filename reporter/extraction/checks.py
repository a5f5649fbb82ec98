"""What a person should look at before the facts are used: `reporter check`.

In: a collection. Out: `Doubt`s in the order of the sources, each one Chinese sentence with its place.

    incomplete  an article's head or tail is not on the page       join   two blocks were joined with little confidence
    year        no year can be inferred for an article             zoneless  a figure that no zone can be named for
    conflict    two values for one metric, subject and period      sum    parts exceed or miss the total they belong to
    value       a value that cannot be: a share above 100 %, an actual figure from the future
    unsure      what the fact itself leaves open: its metric, its year, whose it is
    source      words of a file that cannot be read (reading tells of these, before all others)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reporter.model import BORROWED_ZONE, Article, Collection, Doubt, Fact, Figure, Qualifier, Relation, Scope, Status

UNSURE = 0.5
"""Below this confidence a join of two blocks is shown to a person."""

TOLERANCE = 0.01
"""Printed totals are rounded: parts may miss them by one in a hundred."""

_MONEY_LIMIT = 2e14
"""元: more than China produces in a year."""


def doubts(collection: Collection) -> tuple[Doubt, ...]:
    """All doubts of a collection, sorted by source, article and kind; time grows with the number of facts."""
    figures = [fact for fact in collection.facts if isinstance(fact, Figure)]
    found = [
        *(doubt for article in collection.articles for doubt in _article(article)),
        *_zoneless(figures),
        *_conflicts(collection.facts),
        *_sums(figures),
        *_unsure(collection.facts),
        *_values(figures, {article.id: article for article in collection.articles}),
    ]
    return tuple(sorted(found, key=lambda d: (d.source, d.article, d.kind, d.what, d.fact)))


def _article(article: Article) -> Iterator[Doubt]:
    """What reading left open about an article."""
    kind = "join" if article.complete else "incomplete"
    for what in article.doubts or (() if article.complete else ("文章不完整：开头或结尾不在版面上",)):
        yield Doubt(kind, what, article.source, article.id)
    if article.year is None and article.kind == "article":
        yield Doubt("year", "无法从版面推断文章写于哪一年，“今年”“去年”等时间未能确定", article.source, article.id)
    for join in article.joins:
        if join.confidence < UNSURE:
            yield Doubt("join", f"{join.places}的衔接把握不大：{join.reason}", article.source, article.id)


def _zoneless(figures: Sequence[Figure]) -> Iterator[Doubt]:
    for figure in figures:
        if not figure.zone and figure.scope is not Scope.EXTERNAL:
            yield _of(figure, "zoneless", f"“{figure.metric}{figure.evidence.text}”未能确定属于哪个功能区")


def _conflicts(facts: Sequence[Fact]) -> Iterator[Doubt]:
    """Each pair once, at the fact that comes first."""
    by_id = {fact.id: fact for fact in facts if fact.conflicts}
    for fact in by_id.values():
        for other_id in fact.conflicts:
            other = by_id.get(other_id)
            if other is not None and fact.id < other.id:
                what = f"“{_named(fact)}”有两种说法：{fact.evidence.text}；{other.evidence.text}"
                if other.evidence.source != fact.evidence.source:
                    what += f"（见{other.evidence.source}）"
                yield _of(fact, "conflict", what)


def _unsure(facts: Sequence[Fact]) -> Iterator[Doubt]:
    """What each fact leaves open; a zone that is borrowed for a whole text once, at the first fact of the text."""
    told: set[tuple[str, str]] = set()
    for fact in facts:
        text = (fact.evidence.article, fact.zone)
        for what in fact.doubts:
            if not what.startswith(BORROWED_ZONE):
                yield _of(fact, "unsure", f"“{fact.evidence.text}”：{what}")
            elif text not in told:
                told.add(text)
                yield _of(fact, "unsure", what)


def _named(fact: Fact) -> str:
    if isinstance(fact, Figure):
        return f"{fact.subject}{fact.metric}" if fact.scope is Scope.ENTITY else f"{fact.zone}{fact.metric}"
    return str(getattr(fact, "name", fact.evidence.text))


def _sums(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Totals whose parts the page gives, paragraph by paragraph."""
    paragraphs: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        for mention in figure.mentions[:1]:
            paragraphs[(mention.article, mention.paragraph)].append(figure)
    for group in paragraphs.values():
        group.sort(key=lambda figure: figure.evidence.offset)
        yield from _parts(group)
        yield from _together(group)


_PART = re.compile(r"其中(?!\d)")
"""Not 某片区承担|其中|106项，落地101项: how many of them one has opens no list of parts."""
_STATE = re.compile("(?:落地|开工|投产|达产|竣工|建成|完工|注册|投用|签约)(?:了|的有?)?\\Z")
"""30个项目，其中数字经济16个，落地|18个|: how far some are, and no part beside others."""
_MEASURE = re.compile("(?:收入|营收|投资|产值|增加值|税收|利润|进出口|出口|进口|外资|销售|贷款|成交)(?:总?额|总值)?\\Z")
_TOTAL = re.compile("(?:合计|共计|总计|加起来|总共)[^，。；0-9]{0,6}$")


def _parts(group: Sequence[Figure]) -> Iterator[Doubt]:
    """总投资227亿元。其中A 184亿元；B 38亿元；C 5亿元: the parts of one unit must not exceed the total before 其中.

    One part a clause: in `A 16个，总投资184亿元，包含总投资60亿元的…；B …` the 60亿元 are a part of the part.
    """
    for first in group:
        sentence = first.evidence.sentence
        cue = _PART.search(sentence)
        if cue is None or first is not _first_after(group, sentence, cue.end()):
            continue
        begin = first.evidence.offset - first.evidence.start
        inside = [
            figure for figure in group if figure.evidence.sentence == sentence and figure.evidence.start >= cue.end()
        ]
        for unit in dict.fromkeys(figure.unit for figure in inside):
            parts = _one_a_clause([figure for figure in inside if _plain(figure) and figure.unit == unit], sentence)
            before = [
                figure
                for figure in group
                if figure.unit == unit
                and _plain(figure)
                and begin - 120 <= figure.evidence.offset < begin + cue.start()
            ]
            if len(parts) < 2 or not before:
                continue
            total = before[-1]
            parts = [part for part in parts if part.value != total.value]  # the total said again (64个项目中…)
            parts = [part for part in parts if not _STATE.search(sentence, 0, part.evidence.start)]
            # 孵化器29家，其中国家级11家，在孵企业1380家: more than the whole is another thing
            parts = [part for part in parts if part is parts[0] or part.value <= total.value]
            if len(parts) < 2:
                continue
            whole = sum(part.value for part in parts)
            if (
                whole > total.value * (1 + TOLERANCE)
                and total.qualifier is not Qualifier.OVER
                and _same_kind(total, parts)
            ):
                yield _of(total, "sum", _told(total, parts, "各部分之和大于总数"))


def _first_after(group: Sequence[Figure], sentence: str, offset: int) -> Figure | None:
    return next((f for f in group if f.evidence.sentence == sentence and f.evidence.start >= offset), None)


def _plain(figure: Figure) -> bool:
    return figure.relation is Relation.LEVEL and figure.value_high is None and figure.unit != "%"


def _one_a_clause(parts: Sequence[Figure], sentence: str) -> list[Figure]:
    """The first figure of each clause (between ； where there are any, else between ，)."""
    mark = "；" if "；" in sentence or ";" in sentence else "，"
    kept: dict[int, Figure] = {}
    plain = sentence.replace(";", "；").replace(",", "，")
    for part in parts:
        kept.setdefault(plain.count(mark, 0, part.evidence.start), part)
    return list(kept.values())


def _same_kind(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether total and parts measure the same: money with money of one status, counts of things counted alike."""
    measures = {told[0] for part in parts if (told := _MEASURE.search(part.metric))}
    if len(measures) > 1:
        return False  # 其中，某区营业收入102亿元；固定资产投资18亿元: two things, and no parts of one
    return all(part.status == total.status for part in parts) and (
        total.unit not in ("人", "年", "天", "月") or any(part.metric[-2:] == total.metric[-2:] for part in parts)
    )


def _together(group: Sequence[Figure]) -> Iterator[Doubt]:
    """A 100亿元、B 80亿元，合计200亿元: the parts named before 合计 in one sentence must make the total."""
    for total in group:
        sentence, at = total.evidence.sentence, total.evidence.start
        if not _plain(total) or not _TOTAL.search(sentence[:at]):
            continue
        parts = [f for f in group if f.evidence.sentence == sentence and f.unit == total.unit and f.evidence.start < at]
        parts = [part for part in parts if _plain(part)]
        if len(parts) < 2 or any(part.qualifier is not Qualifier.EXACT for part in (*parts, total)):
            continue
        alike = any(part.metric[-2:] == total.metric[-2:] for part in parts)
        if not alike or any(part.status is not total.status for part in parts):
            continue  # 总投资50亿元的A、总投资32亿元的B，年产值合计120亿元: of something else
        whole = sum(part.value for part in parts)
        if abs(whole - total.value) > TOLERANCE * total.value:
            yield _of(total, "sum", _told(total, parts, "各部分之和与合计不符"))


def _told(total: Figure, parts: Sequence[Figure], what: str) -> str:
    given = "、".join(part.evidence.text for part in parts)
    return f"{what}：总数{total.evidence.text}，各部分{given}"


def _values(figures: Sequence[Figure], articles: dict[str, Article]) -> Iterator[Doubt]:
    """Values that cannot be."""
    for figure in figures:
        text = figure.evidence.text
        if figure.relation is Relation.SHARE and figure.unit == "%" and figure.value > 100:
            yield _of(figure, "value", f"占比超过100%：{figure.metric}{text}")
        elif figure.value < 0 and figure.relation is not Relation.GROWTH and figure.unit != "℃":
            yield _of(figure, "value", f"数值为负：{figure.metric}{text}")
        elif figure.unit in ("元", "美元") and figure.value > _MONEY_LIMIT:
            yield _of(figure, "value", f"金额大得不合常理：{figure.metric}{text}")
        elif figure.status is Status.ACTUAL and _is_later(figure.period, articles.get(figure.evidence.article)):
            yield _of(figure, "value", f"记为已实现，时间却晚于文章：{figure.metric}{text}（{figure.period}）")


def _is_later(period: str, article: Article | None) -> bool:
    """Whether a period begins after the article's year."""
    if article is None or article.year is None or not (match := re.match(r"/?(\d{4})", period)):
        return False
    return int(match.group(1)) > article.year


def _of(fact: Fact, kind: str, what: str) -> Doubt:
    return Doubt(kind, what, fact.evidence.source, fact.evidence.article, fact.id)
