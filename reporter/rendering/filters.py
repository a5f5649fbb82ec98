"""What templates call: `{{ line|zh }}`, `{{ fact|cite }}`, `{{ statement|say }}`, `{{ lines|table }}` and the like.

Each filter takes the nouns of `reporter.model` and gives safe HTML; the examples are those of the template reference.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from reporter.briefing import fit
from reporter.briefing.fit import width
from reporter.briefing.names import NO_NEWS
from reporter.briefing.numbers import printed
from reporter.briefing.themes import theme_of
from reporter.briefing.times import period_words
from reporter.briefing.words import change, run_on, speakable, stage_words, state
from reporter.model import (
    Article,
    Audience,
    Brief,
    Evidence,
    Fact,
    Figure,
    Line,
    Passage,
    Phrase,
    Printed,
    Project,
    Statement,
)
from reporter.rendering.citations import CURRENT, Note, fact_of, marked, slug
from reporter.rendering.pictures import picture

_UNITS = "分钟|小时|平方公里|平方米|立方米|公里|百分点|美元|欧元|港元|日元|千瓦时|[一-鿿%％℃‰]"
_QUANTITY = re.compile(
    r"\d[\d.,，]*(?:[～~—–-]\d[\d.,]*)?(?:[余多几]?(?:万亿|千万|百万|[万亿千百])?[余多]?"
    rf"(?:{_UNITS})?)[，。；：、！？”’）》]*"  # a mark that would begin a line if the number ended one
    r"|[一二三四]季度"
)
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_HALF = re.compile(r"(?<=[\u4e00-\u9fff”’》）%])[,;:!?](?=[\u4e00-\u9fff“‘《（\d]|$)")
_RELATIVE = re.compile(r"[今去明前]年|[上下]半年|[本上]月|季度|\d月|目前|近日|日前|眼下|近期|近年|不久前|月份?以来")
_OWN_YEAR = re.compile("[今去明]年|上(?:一)?年度?(?!半)")
"""Of which year, another year beside it (较2019年同期) does not tell."""
_YEAR = re.compile(r"\d{4}年")
_SAYINGS = re.compile(r"“[^“”]*”“")  # several quotations in a row bear marks of their own
_SNIPPET = 22
_NAME = 16  # the longest name that is highlighted in a note; a whole sentence is not
_NOTE_WIDTH, _NOTE_LINES = 50, 14  # characters a line of a note, and what a last page should hold of them
_LABELS = {
    "exact": "确数",
    "over": "以上",
    "under": "以下",
    "about": "约数",
    "upto": "至多",
    "level": "数值",
    "growth": "增速",
    "delta": "增减量",
    "share": "占比",
    "rank": "位次",
    "actual": "实际",
    "target": "目标",
    "zone": "本区",
    "entity": "区内主体",
    "external": "区外",
    "indicator": "指标",
    "project": "项目",
    "company": "企业",
    "policy": "政策",
    "person": "人物",
    "quote": "引语",
    "industry": "产业",
    "ranking": "位次",
    "event": "事件",
    "subject": "主体",
    "metric": "指标",
    "value": "数值",
    "value_high": "上限",
    "unit": "单位",
    "qualifier": "准确度",
    "relation": "性质",
    "status": "状态",
    "period": "时间",
    "scope": "范围",
    "base": "比较对象",
    "name": "名称",
    "investor": "投资方",
    "investment": "投资额",
    "stage": "阶段",
    "organisation": "单位",
    "post": "职务",
    "title": "职务",
    "date": "时间",
    "speaker": "说话人",
    "incomplete": "文章残缺",
    "zoneless": "归属不明",
    "conflict": "说法不一",
    "sum": "合计不符",
    "join": "接续存疑",
    "year": "年份不明",
    "source": "来源",
}


def zh(thing: Line | Figure | Printed | str) -> Markup:
    """A number with its unit, never parted: `{{ line|zh }}` → 1.13亿美元, digits and unit in spans of their own."""
    parts = thing if isinstance(thing, Printed) else thing.printed if isinstance(thing, Line) else None
    if isinstance(thing, Figure):
        parts = printed(thing)
    if parts is None:
        return Markup('<span class="nb">{}</span>').format(str(thing))
    return Markup('<span class="num">{}<b>{}</b><span class="unit">{}</span></span>').format(
        Markup('<span class="hedge">{}</span>').format(parts.before) if parts.before else "", parts.number, parts.unit
    )


def plain(thing: Line | Figure | Printed | Statement) -> str:
    """The words alone, for attributes and titles: `{{ line|plain }}` → 1.13亿美元."""
    if isinstance(thing, Statement):
        return thing.text
    if isinstance(thing, Line):
        return str(thing.printed)
    return str(printed(thing) if isinstance(thing, Figure) else thing)


def cite(thing: object) -> Markup:
    """The mark of evidence: `{{ fact|cite }}` → a small superior number that leads to the sentence."""
    return CURRENT.get().cite(thing)


def say(statement: Statement, quotes: bool = False) -> Markup:
    """A statement with its numbers kept whole and each with its mark; a quotation with one mark at its end.

    `quotes` sets a quotation in marks, single ones inside double ones.
    """
    if statement.quoted:
        words = Markup("").join(prose(phrase.text) for phrase in statement.phrases)
        if quotes and not _SAYINGS.match(statement.text):
            words = Markup("“{}”").format(Markup(str(words).replace("“", "‘").replace("”", "’")))
        marks = [cite(phrase) for phrase in statement.phrases if phrase.fact is not None]
        return Markup('<q class="verbatim">{}</q>{}').format(words, Markup("").join(marks[:1]))
    return Markup("").join(_phrase(phrase) for phrase in statement.phrases)


def in_lines(title: Statement, columns: int) -> Markup:
    """A title in two lines of `columns` characters, broken where its sense is: `{{ brief.title|in_lines(20) }}`.

    云岭高新区2022年 / 规模以上工业总产值227.03亿元; 云岭高新区： / 三个项目开工. One that fits a line stays whole.
    """
    whole = width(title.text)
    places = [(index, at) for index, p in enumerate(title.phrases) for at in _breaks(p, first=not index)]
    if whole <= columns or not places:
        return say(title)

    def parts(place: tuple[int, int]) -> tuple[Statement, Statement]:
        index, at = place
        phrase = title.phrases[index]
        head, tail = replace(phrase, text=phrase.text[:at].rstrip(), fact=None), replace(phrase, text=phrase.text[at:])
        before = (*title.phrases[:index], head)
        return replace(title, phrases=before), replace(title, phrases=(tail, *title.phrases[index + 1 :]))

    split = min((parts(place) for place in places), key=lambda two: max(width(two[0].text), width(two[1].text)))
    if max(width(part.text) for part in split) > columns:
        return say(title)
    return Markup("{}<br>{}").format(say(split[0]), say(split[1]))


def bulk(brief: Brief, columns: int) -> float:
    """About how many lines of `columns` characters a brief takes with its notes: `{% if brief|bulk(38) < 20 %}`."""
    return fit.bulk(brief, columns)


def _breaks(phrase: Phrase, *, first: bool) -> list[int]:
    """Where the sense of a title's phrase lets a line end: after its first phrase, a colon or a space."""
    inside = [found.end() for found in re.finditer("[：:] ?| ", phrase.text) if found.end() < len(phrase.text)]
    return [*inside, *([len(phrase.text)] if first and phrase.fact is None else [])]


def beneath(title: Statement, name: str) -> Markup:
    """A title that stands beneath its zone's name and does not say it again: `{{ brief.title|beneath(zone.name) }}`.

    云岭高新区：三个项目开工 → 三个项目开工. A name that goes on (云岭高新区东片区) in a headline is left alone. Empty
    where nothing makes a title.
    """
    first = title.phrases[0]
    rest = first.text.removeprefix(name)
    if title.text == f"{name}：{NO_NEWS}":
        return Markup("")
    ours = first.fact is None and len(title.phrases) > 1
    if rest == first.text or not (ours or rest[:1] in set("：: 　")):
        return say(title)
    return say(replace(title, phrases=(replace(first, text=rest.lstrip("：: 　")), *title.phrases[1:])))


def stop(statement: Statement) -> str:
    """The full stop that a quoted clause lacks: `{{ statement|say }}{{ statement|stop }}`."""
    return "" if statement.text[-1:] in "。！？…" else "。"


def told(line: Line, brief: Brief) -> Markup:
    """A line as a full sentence with its marks: `{{ line|told(brief) }}`; of the source where ours would limp."""
    statement = state(line, brief.zone, brief.audience.wording)
    return Markup("{}{}").format(say(statement, quotes=True), stop(statement))


def reported(statement: Statement, brief: Brief) -> str:
    """How a quotation is introduced: 据报道; 据2020年报道 where its words (今年, 上半年) or the brief need the year."""
    fact = next((phrase.fact for phrase in statement.phrases if phrase.fact), None)
    text = statement.text
    relative = _OWN_YEAR.search(text) or (_RELATIVE.search(text) and not _YEAR.search(text))
    return f"据{_year(fact, brief, always=bool(relative))}报道"


def of_year(thing: Fact, brief: Brief, always: bool = False) -> str:
    """The year of the report behind a fact, `always` or where the articles of the brief are of several; else empty."""
    return _year(thing, brief, always=always)


def _year(fact: Fact | None, brief: Brief, *, always: bool = False) -> str:
    years = {article.id: article.year for article in brief.articles if article.year}
    if fact is None or (len(set(years.values())) < 2 and not always):
        return ""
    year = years.get(fact.evidence.article)
    return f"{year}年" if year else ""


def headline(article: Article) -> str:
    """An article's kicker and title as one, as Chinese is set: 云岭高新区：外资稳中有进."""
    return full_width(article.headline)


def dated(article: Article) -> str:
    """When an article was written: 2020年5月28日, 2020年, or 年份未详."""
    return period_words(article.date) or (f"{article.year}年" if article.year else "年份未详")


def stage(thing: Project, brief: Brief | None = None) -> str:
    """How far a project is, in the source's own word: `{{ row.fact|stage(brief) }}` → 2017年5月落户; else empty."""
    articles = brief.articles if brief else ()
    return stage_words(thing, next((a.year for a in articles if a.id == thing.evidence.article), None))


def theme(line: Line, audience: Audience) -> str:
    """The heading that a line's metric falls under: `{{ line|theme(audience) }}` → 外资外贸."""
    return theme_of(line.metric, audience.themes)


def full_width(words: str) -> str:
    """Half-width marks between Chinese characters as full-width ones: how a quotation is set, whatever was typed."""
    return _HALF.sub(lambda found: _FULL[found[0]], words)


def prose(words: str) -> Markup:
    """Running text with full-width marks in which no number is parted from its unit: `{{ sentence|prose }}`."""
    words = full_width(words)
    parts, at = [], 0
    for found in _QUANTITY.finditer(words):
        parts += [escape(words[at : found.start()]), Markup('<span class="nb">{}</span>').format(found[0])]
        at = found.end()
    return Markup("").join([*parts, escape(words[at:])])


def period(value: str, year: bool = True) -> str:
    """A period in words: `{{ figure.period|period }}` → 2020年一季度."""
    return period_words(value, year=year)


def evidence(thing: Fact | Line) -> Markup:
    """The sentence that states a fact, with the expression highlighted."""
    found = _fact(thing).evidence
    return marked(found, [(found.start, found.end)])


def snippet(thing: Fact | Line) -> Markup:
    """The words around the expression, cut at marks where possible: …实际利用外资**1.13亿美元**，占廊坊… ."""
    found = _fact(thing).evidence
    first, last = _cut(found)
    text = found.sentence[first:last]
    head, tail = ("…" if first > 0 else ""), ("…" if last < len(found.sentence) else "")
    inner = marked(found, [(found.start - first, found.end - first)], text)
    return Markup("{}{}{}").format(head, inner, tail)


def note_text(note: Note) -> Markup:
    """A note's sentence with everything highlighted that the document cites from it."""
    wanted = [f.evidence for f in note.facts if isinstance(f, Figure) or len(f.evidence.text) <= _NAME]
    spans = {(evidence.start, evidence.end) for evidence in wanted}
    return marked(note.evidence, _disjoint(spans))


def passage(thing: Passage) -> Markup:
    """A paragraph of an article with what was read from it highlighted, and joins shown."""
    words, parts, at = thing.text, [], 0
    for start, end, name in thing.spans:
        parts.append(_joined(words, at, start, thing.joined))
        fact = CURRENT.get().facts.get(name)
        inner = _joined(words, start, end, thing.joined)
        parts.append(Markup("<mark>{}</mark>").format(inner) if isinstance(fact, Figure) else inner)
        at = end
    return Markup("").join([*parts, _joined(words, at, len(words), thing.joined)])


def field(name: str) -> str:
    """The name of a fact's field in Chinese: `{{ decision.field|field }}` → 时间; `zone` is 归属 here, not 本区."""
    return "归属" if name == "zone" else label(name)


def articles_of(notes: Iterable[Note]) -> list[Article]:
    """The articles that notes draw on, in the order of the notes; captions only where their page has nothing else."""
    found = {note.article.id: note.article for note in notes if note.article is not None}
    titled = {article.source for article in found.values() if article.title}
    return [article for article in found.values() if article.title or article.source not in titled]


def tail(notes: Sequence[Note], detail: bool = False) -> int:
    """How many of the last notes stay together, so that the page they end on holds a dozen lines or so.

    `detail` counts how each figure was read, too.
    """
    lines = 0
    for count, note in enumerate(reversed(notes), 1):
        lines += math.ceil(len(note.evidence.sentence) / _NOTE_WIDTH) + (
            1 + sum(isinstance(fact, Figure) for fact in note.facts) if detail else 0
        )
        if lines >= _NOTE_LINES:
            return count
    return len(notes)


def label(value: object) -> str:
    """A field or a value of the data in Chinese: `{{ figure.qualifier|label }}` → 以上."""
    return _LABELS.get(str(value), str(value))


def table(things: Iterable[Line | Fact]) -> Markup:
    """A plain table of lines or facts with a mark in each row, for templates that want no layout of their own."""
    lines_by_id = CURRENT.get().lines
    rows = []
    for thing in things:
        line = lines_by_id.get(thing.id) if isinstance(thing, Figure) else thing
        if isinstance(line, Line):
            cells = (line.label, line.period, Markup("{}{}").format(zh(line), cite(line)))
            rows.append(Markup('<tr><th scope="row">{}</th><td>{}</td><td class="value">{}</td></tr>').format(*cells))
        elif isinstance(line, Fact):
            words = getattr(line, "name", "") or getattr(line, "text", "") or getattr(line, "what", "")
            rows.append(Markup('<tr><th scope="row">{}{}</th></tr>').format(words, cite(line)))
    return Markup('<table class="facts"><tbody>{}</tbody></table>').format(Markup("").join(rows)) if rows else Markup()


def _phrase(phrase: Phrase) -> Markup:
    if phrase.printed is not None:
        # A hedge may end a line: 突破 held to its number would leave the line before it torn open.
        number = zh(replace(phrase.printed, before=""))
        return Markup('{}<span class="nb">{}{}</span>').format(phrase.printed.before, number, cite(phrase))
    if phrase.fact is not None:
        return Markup("{}{}").format(prose(phrase.text), cite(phrase))
    return prose(phrase.text)


def _fact(thing: Fact | Line) -> Fact:
    found = fact_of(thing, {})
    if found is None:
        raise TypeError("no fact here")
    return found


def _cut(found: Evidence) -> tuple[int, int]:
    """Where a snippet begins and ends: at a mark within reach, else at the reach."""
    words = found.sentence
    first, last = max(0, found.start - _SNIPPET), min(len(words), found.end + _SNIPPET // 2)
    if first:
        marks = [m.end() for m in re.finditer(r"[，。；：、,;](?!\d)", words[first : found.start])]
        first += marks[0] if marks and marks[0] < found.start - first else 0
    if last < len(words):
        marks = [m.start() for m in re.finditer(r"[，。；,;](?!\d)", words[found.end : last])]
        last = found.end + marks[-1] if marks else last
        while last < len(words) and words[last - 1].isdigit() and words[last].isdigit() and last > found.end:
            last -= 1
    return first, last


def _disjoint(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[1] - span[0]):
        if all(end <= s or start >= e for s, e in kept):
            kept.append((start, end))
    return kept


def _joined(words: str, start: int, end: int, seams: Iterable[int]) -> Markup:
    parts, at = [], start
    for seam in seams:
        if start <= seam < end:
            parts += [escape(words[at:seam]), Markup('<span class="seam" title="版面上在此断开"></span>')]
            at = seam
    return Markup("").join([*parts, escape(words[at:end])])


FILTERS: dict[str, Callable[..., Any]] = {
    "zh": zh,
    "plain": plain,
    "cite": cite,
    "change": change,
    "told": told,
    "stop": stop,
    "beneath": beneath,
    "in_lines": in_lines,
    "bulk": bulk,
    "run_on": run_on,
    "theme": theme,
    "speakable": speakable,
    "stage": stage,
    "reported": reported,
    "of_year": of_year,
    "dated": dated,
    "headline": headline,
    "say": say,
    "prose": prose,
    "period": period,
    "evidence": evidence,
    "snippet": snippet,
    "note_text": note_text,
    "passage": passage,
    "articles_of": articles_of,
    "tail": tail,
    "label": label,
    "field": field,
    "slug": slug,
    "table": table,
    "picture": picture,
}
