"""A labelled page as a faultless reader would put it together: what extraction alone is worth.

In: a page's labels. Out: a `Page` whose articles are the labelled ones, with their years.
"""

from __future__ import annotations

from reporter.model import Article, Block, BlockKind, Located, Page, Paragraph, Source

_SENTENCE_ENDS = "。！？；.!?;…"


def page(name: str, text: str, lines: list, articles: list[dict]) -> Page:
    """The page with its articles as labelled; `lines` are the source's lines with the place of each character."""
    blocks = tuple(
        Block(index, BlockKind.BODY, _located(text, line.at)) for index, line in enumerate(lines) if line.text
    )
    source = Source(name, name, "txt", "utf-8", text, blocks=blocks)
    return Page(source, tuple(_article(name, text, lines, article) for article in articles))


def _located(text: str, places: tuple[int, ...]) -> Located:
    parts = []
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or places[i] != places[i - 1] + 1:
            parts.append(Located.of(text, places[start], places[i - 1] + 1))
            start = i
    return Located.join(parts)


def _article(name: str, text: str, lines: list, article: dict) -> Article:
    paragraphs: list[Paragraph] = []
    for number, join in article["blocks"]:
        line = lines[number - 1]
        located = _located(text, line.at)
        if join and paragraphs:
            last = paragraphs[-1]
            whole = Located.join([last.located, located])
            paragraphs[-1] = Paragraph(last.kind, whole, (*last.blocks, number - 1))
        else:
            paragraphs.append(Paragraph(_kind(line.text, article), located, (number - 1,)))
    return Article(
        article["id"], name, article["kind"], article["title"], article["kicker"].strip("：:—"),
        tuple(article["byline"]), "", article["year"], article.get("year_evidence", ""), True, tuple(paragraphs),
    )  # fmt: skip


def _kind(line: str, article: dict) -> BlockKind:
    if line == article["title"]:
        return BlockKind.HEADLINE
    if line == article["kicker"]:
        return BlockKind.KICKER
    if len(line) < 30 and line.rstrip("”）)")[-1] not in _SENTENCE_ENDS:
        names = [person for person in article["byline"] if person in line.replace(" ", "")]
        return BlockKind.BYLINE if names else BlockKind.SUBHEAD
    return BlockKind.CAPTION if article["kind"] == "caption" else BlockKind.BODY
