"""When an article was written, and what tells so.

date: Sat, 08 Jan 2022 …                      2022-01-08   文件头所载日期
pages-2020-05-28.txt                          2020-05-28   文件名
words of the article                          see `clues`
an article without a clue of its own            the year of the other articles on its page
one with a weak clue, among others with sure ones  theirs: a page has one day
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reporter.language.text import normalise
from reporter.model import Article, BlockKind, Meta
from reporter.reading.bylines import dateline
from reporter.reading.clues import FULL_DATE, YEAR, Clue, Clues, clues_of, own_year
from reporter.reading.stamps import page_head, stamp

_NAMED_DATES = (
    re.compile(
        rf"(?<![0-9A-Za-z]){YEAR}[-_.年/](?P<month>1[0-2]|0?[1-9])[-_.月/](?P<day>3[01]|[12]\d|0?[1-9])日?(?![0-9A-Za-z])"
    ),
    re.compile(rf"(?<![0-9A-Za-z]){YEAR}(?P<month>1[0-2]|0[1-9])(?P<day>3[01]|[12]\d|0[1-9])(?![0-9A-Za-z])"),
)
"""A date in a file's name: 2020-05-28, 20200528."""

_DATELINE = re.compile(r"^.{0,16}?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[讯电]")
_SURE = 3
"""What a sure clue weighs against a weak one where the articles of a page are asked."""


def dated(articles: Sequence[Article], furniture: Sequence[str], name: str, meta: Meta) -> tuple[Article, ...]:
    """The articles with date, year and what they were inferred from.

    `furniture` are the lines of the page that belong to no article: its head often carries the date.
    """
    whole, told = _page_date(furniture, name, meta)
    if whole:
        return tuple(_on(article, whole, told) if meta.date else _stamped(article, whole, told) for article in articles)
    articles = [_stamped(article, "", "") for article in articles]
    clues = [clues_of(normalise(_text(article)), headed=bool(article.title)) for article in articles]
    own: list[Clue | None] = [
        Clue(article.year, article.year_evidence.strip("“”")) if article.year else own_year(found)
        for article, found in zip(articles, clues, strict=True)
    ]
    number = {article.id: k for k, article in enumerate(articles)}
    for k, article in enumerate(articles):
        likely = own[number[article.part_of]] if article.part_of else None
        if likely is not None and not clues[k].sure and clues[k].earliest <= likely.year <= clues[k].latest:
            own[k] = likely
    votes = _votes(articles, clues, own)
    own = _of_one_day(articles, clues, own, votes)
    together = _together(articles) if not votes else None
    done = []
    for k, article in enumerate(articles):
        clue = own[k]
        year: int | None
        if clue is not None:
            year, evidence = clue.year, f"“{clue.words}”"
        elif together is not None and clues[k].earliest <= together.year <= clues[k].latest:
            year, evidence = together.year, f"同版各篇：“{together.words}”"
        else:
            year, evidence = _from_page(articles, clues[k], own, votes)
        day = article.date or _dateline_date(article, year)
        done.append(replace(article, date=day, year=year, year_evidence=evidence))
    return tuple(done)


def _votes(articles: Sequence[Article], clues: Sequence[Clues], own: Sequence[Clue | None]) -> Counter[int]:
    """The years that the articles of a page tell, each with the weight of its clues."""
    votes = Counter[int]()
    told = {article.id: clue.year for article, clue in zip(articles, own, strict=True) if clue is not None}
    for article, found, clue in zip(articles, clues, own, strict=True):
        again = clue is not None and told.get(article.part_of) == clue.year  # a part says no more than its whole
        if clue is not None and not (clue.faint or again):
            votes[clue.year] += _SURE if found.sure or article.year else 1
    return votes


def _of_one_day(
    articles: Sequence[Article], clues: Sequence[Clues], own: Sequence[Clue | None], votes: Counter[int]
) -> list[Clue | None]:
    """The clues without weak ones against which most of the page speaks, and nothing in their own articles."""
    page = next((year for year, weight in votes.items() if 3 * weight >= 2 * sum(votes.values())), None)
    if page is None:
        return list(own)
    certain = votes[page] >= _SURE

    def weak(article: Article, found: Clues, clue: Clue | None) -> bool:
        other = clue is not None and clue.year != page and (certain or clue.faint)
        return other and not (article.year or found.sure) and found.earliest <= page <= found.latest

    return [
        None if weak(article, found, clue) else clue for article, found, clue in zip(articles, clues, own, strict=True)
    ]


def _stamped(article: Article, day: str, told: str) -> Article:
    """The article with the day of the stamp under its headline, or else with the one that is given, if any."""
    for paragraph in article.paragraphs:
        if paragraph.kind is BlockKind.BYLINE and (found := stamp(paragraph.text)) and found.day:
            return _on(article, found.day, f"“{paragraph.text}”")
    return _on(article, day, told) if day else article


def _on(article: Article, day: str, told: str) -> Article:
    return replace(article, date=day, year=int(day[:4]), year_evidence=told)


def _page_date(furniture: Sequence[str], name: str, meta: Meta) -> tuple[str, str]:
    """The date that holds for the whole page: front matter, file name, or the line at its head."""
    if meta.date:
        return meta.date, f"文件头所载日期“{meta.date}”"
    for part in (name.rsplit("/", 1)[-1], name):
        for pattern in _NAMED_DATES:
            if (match := pattern.search(part)) and (found := _iso(match)):
                return found, f"文件名“{name}”"
    for line in furniture:
        match = FULL_DATE.search(line) if len(line) <= 60 else None
        if found := _iso(match) if match else page_head(line):
            return found, f"版面所载日期“{line}”"
    return "", ""


def _iso(match: re.Match[str]) -> str:
    try:
        found = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return ""
    return found.isoformat()


def _text(article: Article) -> str:
    return "\n".join(p.text for p in article.paragraphs)


def _together(articles: Sequence[Article]) -> Clue | None:
    """What the articles of a page tell together: one tells of 2015 as over, another of this year."""
    words = normalise("\n".join(map(_text, articles)))
    return own_year(clues_of(words, headed=False)) if len(articles) > 1 else None


def _from_page(
    articles: Sequence[Article], clues: Clues, own: Sequence[Clue | None], votes: Counter[int]
) -> tuple[int | None, str]:
    """The year of the other articles on the page, where they agree and nothing in this one speaks against it."""
    if not votes:
        if clues.earliest and clues.earliest == clues.latest:
            return clues.earliest, f"文内已发生与将发生之事同在{clues.earliest}年"
        return None, ""
    year, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    if count * 3 < sum(votes.values()) * 2 or not clues.earliest <= year <= clues.latest:
        return None, ""
    agreed = [(article, clue) for article, clue in zip(articles, own, strict=True) if clue and clue.year == year]
    source, clue = next((pair for pair in agreed if pair[0].title), agreed[0])
    return year, f"同版《{source.title or source.id}》：“{clue.words}”"


def _dateline_date(article: Article, year: int | None) -> str:
    """The day of a dateline with its year: 本报北京5月8日讯."""
    for paragraph in article.paragraphs:
        match = FULL_DATE.match(paragraph.text) if len(paragraph.text) < 30 else None
        if match and (found := _iso(match)):
            return found
        line = _DATELINE.match(paragraph.text)
        if line and year and dateline(paragraph.text)[0]:
            try:
                return date(year, int(line["month"]), int(line["day"])).isoformat()
            except ValueError:
                return ""
    return ""
