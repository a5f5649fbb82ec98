"""One HTML page that shows a source and its articles side by side, so that a person can judge the joins."""

from __future__ import annotations

from html import escape

from reporter.model import Article, Page

_COLOURS = (
    "#0b6e99",
    "#a14a00",
    "#4a7d1e",
    "#8a2a6b",
    "#5b4db7",
    "#0f7b6c",
    "#ad1a3d",
    "#7a6200",
    "#2f5d9e",
    "#6e4b2a",
)
_STYLE = """
:root{color-scheme:light dark}
body{font:15px/1.7 system-ui,"Noto Sans CJK SC","Source Han Sans SC",sans-serif;margin:0;color:#222;background:#fff}
h1{font-size:17px;margin:0;padding:14px 20px;border-bottom:1px solid #ddd}
main{display:grid;grid-template-columns:1fr 1fr}
section{padding:14px 20px;overflow-y:auto;height:calc(100vh - 58px);box-sizing:border-box}
section+section{border-left:1px solid #ddd}
p{margin:0 0 8px;padding:2px 8px;border-left:4px solid var(--c,#bbb)}
p:target{background:#fff3c4}
article{margin:0 0 26px}
h2{font-size:16px;margin:0 0 4px;color:var(--c)}
small{color:#777;font-size:12px}
.join{display:inline;border-bottom:2px solid var(--c);color:#777;font-size:11px;text-decoration:none;padding:0 2px}
.headline,.kicker,.subhead{font-weight:600}
.doubt{color:#b00020;border:0}
@media (prefers-color-scheme:dark){body{color:#ddd;background:#1a1a1a}p:target{background:#4a3f10}}
"""


def side_by_side(page: Page) -> str:
    """The source's blocks on the left, the articles on the right; the same colour for the same article."""
    owners = {
        block: number
        for number, article in enumerate(page.articles)
        for paragraph in article.paragraphs
        for block in paragraph.blocks
    }
    blocks = "".join(
        f'<p id="b{block.index}" class="{block.kind}"{_colour(owners.get(block.index))}>'
        f"<small>{block.index + 1} {block.kind}{_owner(page, owners.get(block.index))}</small>"
        f"<br>{escape(block.text)}</p>"
        for block in page.source.blocks
    )
    articles = "".join(_article(page, article, number) for number, article in enumerate(page.articles))
    name = escape(page.source.name)
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{name}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{name}</h1><main><section>{blocks}</section><section>{articles}</section></main></body></html>\n"
    )


def _colour(number: int | None) -> str:
    return "" if number is None else f' style="--c:{_COLOURS[number % len(_COLOURS)]}"'


def _owner(page: Page, number: int | None) -> str:
    return "" if number is None else f" · {escape(page.articles[number].id)}"


def _article(page: Page, article: Article, number: int) -> str:
    """One article with a mark at each join: which block it came from, and how sure."""
    joins = {join.after: join for join in article.joins}
    about = [
        escape(article.kicker),
        "、".join(map(escape, article.byline)),
        article.date or str(article.year or ""),
        "" if article.complete else "不完整",
    ]
    lines = [
        f"<article{_colour(number)}><h2>{escape(article.title or article.id)}</h2>",
        f"<small>{' · '.join(filter(None, about))}</small>",
    ]
    lines += [f'<p class="doubt">{escape(doubt)}</p>' for doubt in article.doubts]
    for paragraph in article.paragraphs:
        parts = []
        for block in paragraph.blocks:
            join = joins.get(block)
            if join and (join.kind != "next" or join.after != join.before + 1):
                title = escape(f"{join.places}: {join.reason}")
                parts.append(f'<a class="join" href="#b{block}" title="{title}">⮐{block + 1} {join.confidence:.0%}</a>')
            parts.append(escape(page.source.blocks[block].text))
        lines.append(f'<p class="{paragraph.kind}">{"".join(parts)}</p>')
    return "".join([*lines, "</article>"])
