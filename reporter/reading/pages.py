"""From one input to a page: decode, find the lines, say what each is for, put the articles together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.errors import SourceError
from reporter.model import Article, BlockKind, Doubt, Page, Source
from reporter.reading.archives import MAX_BYTES
from reporter.reading.articles import assemble, blocks_of
from reporter.reading.blocks import mark
from reporter.reading.dates import dated
from reporter.reading.decoding import decode, unreadable
from reporter.reading.inputs import Input
from reporter.reading.lines import Extract, of_fit_length, plain_lines
from reporter.reading.webpage import is_whole, page_meta, without_surroundings

_MOST_LINES = 20
"""So many unreadable lines of a file are told of one by one."""


def read(page: Input) -> Page:
    """The page with its articles.

    Raises:
        SourceError: the file is empty, binary, damaged, too large, or in an unknown encoding.

    """
    data = page.data()
    if len(data) > MAX_BYTES:
        raise SourceError(f"the file is larger than {MAX_BYTES >> 20} MB", where=page.name, hint="split it into pages")
    return assembled(extract(page, data), page)


def extract(page: Input, data: bytes) -> Extract:
    """The lines of a file, by its format: first what its bytes say, then its suffix."""
    if page.suffix == ".docx" or (data[:4] == b"PK\x03\x04" and page.suffix not in {".txt", ".md"}):
        from reporter.reading.office import docx  # noqa: PLC0415

        return docx(data, page.name)
    if page.suffix == ".pdf" or data[:5] == b"%PDF-":
        from reporter.reading.pdf import pdf  # noqa: PLC0415

        return pdf(data, page.name)
    text, encoding = decode(data, page.name)
    return _text(text, encoding, page.suffix)


def _text(text: str, encoding: str, suffix: str) -> Extract:
    from reporter.reading.markdown import looks_like_markdown, markdown_lines  # noqa: PLC0415
    from reporter.reading.markup import front_matter, html_lines, looks_like_html  # noqa: PLC0415

    meta, start = front_matter(text)
    if suffix in {".html", ".htm", ".xhtml"} or looks_like_html(text[start:]):
        lines = html_lines(text, start)
        if is_whole(text):
            lines = without_surroundings(text, lines)
            meta = meta if start else page_meta(text)
        return Extract(text, lines, meta, "html", encoding)
    if suffix in {".md", ".markdown"} or (start and looks_like_markdown(text[start:])):
        return Extract(text, markdown_lines(text, start), meta, "md", encoding)
    return Extract(text, plain_lines(text, start), meta, "md" if start else "txt", encoding)


def assembled(found: Extract, page: Input) -> Page:
    """The articles of a page whose lines are known."""
    if not found.lines:
        raise SourceError("there is no text in the file", where=page.name)
    marked, heads = mark(list(of_fit_length(found.lines)), titled=bool(found.meta.title))
    articles, unassigned = assemble(marked, heads, page.name, page.stem, found.meta)
    furniture = [marked[i].text for i in unassigned]
    articles = dated(articles, furniture, page.name, found.meta)
    named = {i for article in articles for paragraph in article.paragraphs for i in paragraph.blocks}
    for i in unassigned:
        if marked[i].kind not in {BlockKind.CREDIT, BlockKind.EDITOR} and i not in named:
            marked[i].kind = BlockKind.BANNER
    source = Source(page.name, page.path, found.format, found.encoding, found.text, found.meta, blocks_of(marked))
    return Page(source, articles, unassigned, tuple(_unreadable(found.text, page.name, articles)))


def _unreadable(text: str, source: str, articles: Sequence[Article]) -> Iterator[Doubt]:
    """Lines of the file that could not be read whole, each with the article that it stands in."""
    lost = list(unreadable(text))
    for number, offset, words in lost[:_MOST_LINES]:
        yield Doubt("source", f"第{number}行有文字无法辨认：“{words}”", source, _article_at(articles, offset))
    if len(lost) > _MOST_LINES:
        yield Doubt("source", f"另有{len(lost) - _MOST_LINES}行有文字无法辨认", source)


def _article_at(articles: Sequence[Article], offset: int) -> str:
    """The id of the article that holds a character of the source, or nothing."""
    for article in articles:
        for paragraph in article.paragraphs:
            if any(start <= offset < start + size for _, start, size in paragraph.located.segments):
                return article.id
    return ""
