"""Articles: the blocks of a page put together again.

In: lines with their kinds. Out: articles in page order of their headlines, each with its paragraphs (a cut
sentence joined again), the joins that made it, and whether head or tail is missing; and the blocks of no article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reporter.lexicon.places import load as places
from reporter.model import Article, Block, BlockKind, Join, Located, Meta, Paragraph
from reporter.reading.bylines import dateline, is_cut, trailing
from reporter.reading.headlines import SHORTEST_NEWS
from reporter.reading.interviews import asks
from reporter.reading.joint import Edge, edge
from reporter.reading.lines import LONGEST
from reporter.reading.marked import OVER_CAPTION, Head, Marked
from reporter.reading.marks import half_width
from reporter.reading.nodes import Node, Role
from reporter.reading.openings import Opening
from reporter.reading.order import Link, Order, solve
from reporter.reading.series import bullet

_FLOW = frozenset({BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.TABLE, BlockKind.DATELINE})
_COLUMN_TITLE = re.compile(r"^(?P<title>.{4,}?)\s*[（(](?P<kicker>[^（）()]{4,40})[）)]$")
_ENTRY = 1.5
"""How surely an entry of a list begins a paragraph: as one does that begins with 目前."""
_FRAGMENT = 22
"""A first paragraph shorter than this under a headline is what the page kept of a longer one."""


@dataclass(slots=True)
class Draft:
    """An article in the making: indexes of blocks in reading order."""

    kind: str = "article"
    head: Head | None = None
    chain: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    complete: bool = True
    names: tuple[str, ...] = ()
    whole: Draft | None = None  # the article that a text without a headline most likely belongs to

    @property
    def place(self) -> int:
        """Where the article begins on the page: its headline's line."""
        return self.head.first if self.head else min(self.chain)


def assemble(
    marked: Sequence[Marked], heads: Sequence[Head], source: str, stem: str, meta: Meta
) -> tuple[tuple[Article, ...], tuple[int, ...]]:
    """The articles of a page and the indexes of the blocks that belong to none."""
    nodes, places = _nodes(marked, heads)
    order = solve(nodes)
    drafts = _drafts(marked, heads, nodes, places, order)
    drafts += _captions(marked, heads)
    drafts = _settle(marked, drafts, meta)
    drafts.sort(key=lambda draft: draft.place)
    articles = tuple(_article(marked, draft, source, f"{stem}#{n}", meta) for n, draft in enumerate(drafts, 1))
    of_draft = {id(draft): article for article, draft in zip(articles, drafts, strict=True)}
    articles = tuple(_placed(article, draft, of_draft) for article, draft in zip(articles, drafts, strict=True))
    used = {block for article in articles for paragraph in article.paragraphs for block in paragraph.blocks}
    return articles, tuple(i for i in range(len(marked)) if i not in used)


def _placed(article: Article, draft: Draft, articles: Mapping[int, Article]) -> Article:
    """A text without a headline with the article that it most likely belongs to; `articles` by their drafts' ids."""
    whole = articles.get(id(draft.whole))
    if whole is None or draft.kind != "article":
        return article
    doubt = f"可能是《{whole.title or whole.kicker}》的一部分"
    return replace(article, part_of=whole.id, doubts=(*article.doubts, doubt))


def _nodes(marked: Sequence[Marked], heads: Sequence[Head]) -> tuple[list[Node], list[int]]:
    """The flow of the page: headline groups, subheads, bodies; and for each the block (or -1 - head) behind it."""
    nodes: list[Node] = []
    places: list[int] = []
    seen: set[int] = set()
    apart = False
    whole = "\n".join(item.text for item in marked)
    for i, item in enumerate(marked):
        if item.head >= 0:
            head = heads[item.head]
            if item.head not in seen and not _is_caption_head(marked, head):
                seen.add(item.head)
                text = "".join(marked[k].text for k in sorted(head.kickers + head.titles + head.bylines))
                title = "".join(marked[k].text for k in sorted(head.titles))
                nodes.append(Node(Role.HEAD, text, _edge(text), title=title))
                places.append(-1 - item.head)
                apart = False
        elif item.kind in _FLOW or item.kind is BlockKind.BYLINE:
            role = Role.SUBHEAD if item.kind is BlockKind.SUBHEAD else Role.BODY
            nodes.append(_node(role, item, apart, whole))
            places.append(i)
            apart = False
        else:
            apart = True
    return nodes, places


def _node(role: Role, item: Marked, apart: bool, whole: str) -> Node:
    if is_cut(item.text, whole):
        return Node(role, item.text, edge(item.text, len(item.text), half_width(item.text)), apart)
    opens = role is Role.BODY and dateline(item.text)[0]
    closes = role is Role.BODY and (item.kind is BlockKind.BYLINE or bool(trailing(item.text)[1]))
    return Node(role, item.text, _edge(item.text), apart, opens, closes)


def _is_caption_head(marked: Sequence[Marked], head: Head) -> bool:
    return not head.bylines and marked[max(head.titles + head.kickers)].reason == OVER_CAPTION


def _edge(text: str) -> Edge:
    mark = bullet(text)
    found = edge(text[mark:], trailing(text)[0] - mark, half_width(text))
    if not mark:
        return found
    return replace(found, cut_start=0.0, fresh=_ENTRY, clause=Opening())  # no rest of a sentence bears a mark


def _drafts(
    marked: Sequence[Marked], heads: Sequence[Head], nodes: Sequence[Node], places: Sequence[int], order: Order
) -> list[Draft]:
    """One draft for each chain of nodes."""
    after = {link.before: link for link in order.links}
    started = {link.after for link in order.links}
    edges = {place: node.edge for place, node in zip(places, nodes, strict=True)}
    drafts = []
    of_node: dict[int, Draft] = {}
    for start in range(len(nodes)):
        if start in started:
            continue
        draft = Draft()
        at = start
        while True:
            if places[at] < 0:
                draft.head = heads[-1 - places[at]]
            else:
                draft.chain.append(places[at])
            if at not in after:
                break
            link = after[at]
            draft.links.append(
                Link(places[link.before], places[link.after], link.kind, link.score, link.chance, link.reason)
            )
            at = link.after
        _judge(draft, nodes[at], edges, marked)
        drafts.append(draft)
        of_node[start] = draft
    for first, head in order.leans:
        of_node[first].whole = of_node[head]
    of_place = {place: draft for draft in drafts for place in draft.chain}
    for link in order.doubtful:
        doubt = f"无法确定是否相接：“…{nodes[link.before].edge.tail}”与“{nodes[link.after].edge.head}…”"
        for place in (places[link.before], places[link.after]):
            if place in of_place and doubt not in of_place[place].doubts:
                of_place[place].doubts.append(doubt)
    return drafts


def _judge(draft: Draft, last: Node, edges: Mapping[int, Edge], marked: Sequence[Marked]) -> None:
    """Whether head and tail are there; `last` is the article's last node, `edges` are those of the page's blocks."""
    if draft.head is None:
        draft.complete = False
        draft.doubts.append("版面上找不到本篇的标题和开头")
    if last.role is Role.BODY and last.edge.open and not (last.edge.soft or last.closes):
        draft.complete = False
        draft.doubts.append(f"结尾缺失：文字止于“…{last.edge.tail}”")
    if draft.head is not None and not draft.chain:
        draft.complete = False
        draft.doubts.append("版面上找不到本篇的正文")
    if draft.head is not None and draft.chain:
        lead = marked[draft.chain[0]]
        opening = edges[draft.chain[0]]
        whole = dateline(lead.text)[0] or asks(lead.text)
        short = lead.kind is BlockKind.BODY and len(lead.text) < _FRAGMENT and not whole
        if opening.cut_start >= 3 or opening.closing or short:
            draft.complete = False
            draft.doubts.append(f"开头缺失：正文始于“{opening.head}…”")
    for link in draft.links:
        start = edges[link.after]
        if (
            link.kind == "next"
            and (start.speaker or start.cut_start >= 3 or start.closing)
            and link.before >= 0
            and link.after != link.before + 1
        ):
            draft.complete = False
            draft.doubts.append(f"中间可能缺一段：“{start.head}…”之前的文字不在版面上")


def _captions(marked: Sequence[Marked], heads: Sequence[Head]) -> list[Draft]:
    """Captions, each with the short title that stands over it."""
    drafts = []
    for i, item in enumerate(marked):
        if item.kind is not BlockKind.CAPTION:
            continue
        head = None
        if i and marked[i - 1].head >= 0 and _is_caption_head(marked, heads[marked[i - 1].head]):
            head = heads[marked[i - 1].head]
        drafts.append(Draft("caption", head, [i], names=item.names))
    return drafts


def _settle(marked: Sequence[Marked], drafts: list[Draft], meta: Meta) -> list[Draft]:
    """Lone short lines find their place: a headline's second line, a banner, a caption; a titled file its article."""
    kept: list[Draft] = []
    for draft in drafts:
        if (
            draft.head is None
            and draft.kind == "article"
            and all(marked[i].kind is BlockKind.SUBHEAD for i in draft.chain)
        ):
            for i in draft.chain:
                owner = _owner_of_stray(marked, drafts, i)
                if owner is not None and owner.head is not None:
                    marked[i].kind = BlockKind.HEADLINE
                    owner.head.titles.append(i)
                else:
                    marked[i].kind = BlockKind.BANNER
            continue
        if draft.head is None and draft.kind == "article" and _heads_itself(marked, draft.chain):
            draft.head, draft.chain = Head(titles=draft.chain[:1]), draft.chain[1:]
            marked[draft.head.first].kind = BlockKind.HEADLINE
            _found_head(draft)
        if draft.head is None and len(draft.chain) == 1 and _reads_like_caption(marked, draft.chain[0]):
            marked[draft.chain[0]].kind = BlockKind.CAPTION
            draft.kind, draft.complete, draft.doubts = "caption", True, []
        kept.append(draft)
    if meta.title:
        _give_title(kept)
    return kept


def _give_title(drafts: list[Draft]) -> None:
    """A file whose front matter names one article: its one headless text has its head after all."""
    bare = [draft for draft in drafts if draft.kind == "article" and draft.head is None]
    if len(bare) == 1 and not any(draft.head for draft in drafts if draft.kind == "article"):
        _found_head(bare[0])


def _found_head(draft: Draft) -> None:
    """An article whose head is there after all is no longer doubted for the lack of it."""
    draft.doubts = [doubt for doubt in draft.doubts if "标题" not in doubt]
    draft.complete = not draft.doubts


_NEWS = re.compile(
    r"(?:据[^，。；]{1,8}，)?(?:近日|日前|昨[日天]|今天|连日来|截至目前|(?:今年)?(?:\d{1,2}月)?\d{1,2}日)(?:[上下]午|晚)?[，,至]"
)


def _heads_itself(marked: Sequence[Marked], chain: Sequence[int]) -> bool:
    """Whether what opens a text without a headline is one itself.

    It is labelled with a place (营口：一枚印章的“减法账”), or stands over what begins as news: 日前，……; 3月22日，…….
    """
    item = marked[chain[0]]
    if item.kind is not BlockKind.SUBHEAD:
        return False
    name = places().starting(item.text, 0, 6)
    labelled = bool(name) and item.text[len(name) : len(name) + 1] in ("：", ":")
    below = marked[chain[1]].text if len(chain) > 1 else ""
    return labelled or (len(item.text) >= SHORTEST_NEWS and _NEWS.match(below) is not None)


def _owner_of_stray(marked: Sequence[Marked], drafts: Sequence[Draft], i: int) -> Draft | None:
    """The article whose headline's second line a stray short line is: it stands inside it and shares its words."""
    text = marked[i].text
    for draft in drafts:
        if (
            draft.kind != "article"
            or draft.head is None
            or draft.head.kickers
            or len(draft.head.titles) != 1
            or not draft.chain
        ):
            continue
        if not min(draft.chain) < i < max(draft.chain):
            continue
        whole = "".join(marked[k].text for k in draft.chain if k != i) + marked[draft.head.titles[0]].text
        shared = sum(1 for k in range(len(text) - 2) if text[k : k + 3] in whole)
        if shared >= max(2, 0.3 * len(text)) and any(link.before < i < link.after for link in draft.links):
            return draft
    return None


def _reads_like_caption(marked: Sequence[Marked], i: int) -> bool:
    """One short closed sentence that nothing goes on from."""
    text = marked[i].text
    around = [marked[k].kind for k in (i - 1, i + 1) if 0 <= k < len(marked)]
    return (
        marked[i].kind is BlockKind.BODY
        and len(text) <= 60
        and text.count("。") == 1
        and text[-1] == "。"
        and (marked[i].line.gap >= 2 or BlockKind.CREDIT in around)
    )


def _article(marked: Sequence[Marked], draft: Draft, source: str, ident: str, meta: Meta) -> Article:
    """The finished noun."""
    head = draft.head or Head()
    paragraphs = [
        _paragraph(marked, [i])
        for i in sorted(head.kickers + head.titles + head.bylines, key=lambda i: _head_place(head, i))
    ]
    kinds = {(link.before, link.after): link.kind for link in draft.links}
    run: list[int] = []
    size = 0
    for i in draft.chain:
        size += len(marked[i].text)
        if run and kinds.get((run[-1], i)) in {"word", "sentence"} and size <= LONGEST:
            run.append(i)
        else:
            if run:
                paragraphs.append(_paragraph(marked, run))
            run, size = [i], len(marked[i].text)
    if run:
        paragraphs.append(_paragraph(marked, run))
    title = " ".join(marked[i].text for i in sorted(head.titles, key=lambda i: marked[i].text.startswith("—")))
    kicker = " ".join(marked[i].text for i in head.kickers)
    names = tuple(name for i in head.bylines for name in marked[i].names) or _names_in(marked, draft)
    if draft.kind == "article" and not title and meta.title:
        title, kicker = split_title(meta.title)
        names = names or tuple(part for part in re.split(r"[\s、，,]+", meta.author) if part)
    return Article(
        id=ident,
        source=source,
        kind=draft.kind,
        title=title,
        kicker=kicker,
        byline=tuple(dict.fromkeys(names)),
        date="",
        year=None,
        year_evidence="",
        complete=draft.complete,
        paragraphs=tuple(paragraphs),
        joins=tuple(_join(link) for link in draft.links if link.before >= 0),
        doubts=tuple(dict.fromkeys(draft.doubts)),
    )


def _head_place(head: Head, i: int) -> tuple[int, int]:
    """Kicker, headline, byline; each in page order, so that a strayed second headline line comes home."""
    group = 0 if i in head.kickers else (1 if i in head.titles else 2)
    return (group, i) if head.bylines or head.kickers else (1, i)


def _paragraph(marked: Sequence[Marked], run: Sequence[int]) -> Paragraph:
    return Paragraph(marked[run[0]].kind, Located.join(marked[i].line.located for i in run), tuple(run))


def _names_in(marked: Sequence[Marked], draft: Draft) -> tuple[str, ...]:
    """Names in the dateline's brackets or after the last full stop."""
    if draft.names or not draft.chain:
        return draft.names
    first, last = marked[draft.chain[0]], marked[draft.chain[-1]]
    if first.kind is BlockKind.BYLINE:
        return first.names
    if last.kind is BlockKind.BYLINE:
        return last.names
    return dateline(first.text)[1] or trailing(last.text)[1]


def split_title(title: str) -> tuple[str, str]:
    """Headline and column: 建设世界领先的产业集群（以更大力度谋划和推进…） has its kicker in brackets."""
    match = _COLUMN_TITLE.match(title.strip())
    return (match["title"], match["kicker"]) if match else (title.strip(), "")


def _join(link: Link) -> Join:
    return Join(link.before, link.after, link.kind, round(link.chance, 3), link.reason)


def blocks_of(marked: Sequence[Marked]) -> tuple[Block, ...]:
    """The page's lines as blocks with their final kinds."""
    return tuple(Block(i, item.kind, item.line.located, item.line.page) for i, item in enumerate(marked))
