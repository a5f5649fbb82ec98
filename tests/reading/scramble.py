"""Makes pages as they reach us: clean articles, cut and set in columns, the columns read out of order.

page = scramble(clean_articles(), seed=7)
page.text      the page as a file would hold it
page.truth     for every article the numbers of its lines in reading order
page.hard      the pairs of lines that a plain reading in page order would get wrong, or that were cut
"""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import rjieba

FOLDER = Path(__file__).parent / "articles"
CAPTIONS = [
    "图为工人在生产线上检查产品。",
    "图为产业园区内的一处智能化车间。 钱向阳",
    "图为夜色中的港口码头。",
    "上图：技术人员在调试设备。",
    "图为企业展厅一角，参观者正在体验新产品。",
]
CREDITS = ["(资料图片)", "图片来源:园区管委会", "何建军摄（中经视觉）", "本报记者 石朗 摄", "（受访企业供图）"]
BANNERS = ["营造良好营商环境", "促进高质量发展", "园区动态", "区域经济", "聚焦新发展格局", "创新驱动发展"]
EDITORS = ["本版编辑 郎朗 石小鱼", "责任编辑：姚远"]


@dataclass
class Line:
    """A line of a page: its words, whose it is (-1: nobody's), and whether it goes on from the line before without a break."""

    text: str
    article: int = -1
    joined: bool = False
    head: bool = False
    serial: int = 0


@dataclass
class Scrambled:
    """A page with what is true of it."""

    text: str
    lines: list[str]
    truth: list[list[int]]
    joined: set[tuple[int, int]] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)

    @property
    def pairs(self) -> set[tuple[int, int]]:
        """Every pair of lines that stand next to each other in an article."""
        return {pair for order in self.truth for pair in itertools.pairwise(order)}

    @property
    def hard(self) -> set[tuple[int, int]]:
        """The pairs that were cut or set apart."""
        return {(a, b) for a, b in self.pairs if (a, b) in self.joined or b != a + 1}


def clean_articles() -> list[list[str]]:
    """The articles of this folder, each a list of lines."""
    return [
        [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for path in sorted(FOLDER.glob("*.txt"))
    ]


def head_length(lines: list[str]) -> int:
    """How many of an article's first lines are kicker, headline and byline."""
    for i, line in enumerate(lines):
        if len(line) > 40 or line.endswith("。"):
            return i
    return len(lines)


def _title(lines: list[str], heads: int) -> str:
    """The headline among an article's first lines: the last that is no byline."""
    return next((x for x in reversed(lines[:heads]) if "记者" not in x and not x.startswith("►")), "")


def scramble(articles: list[list[str]], seed: int, count: int | None = None, style: str | None = None) -> Scrambled:
    """One page of two to four of the articles; the same for the same seed."""
    rng = random.Random(seed)
    chosen = rng.sample(range(len(articles)), count or rng.randint(2, 4))
    pieces: list[list[list[Line]]] = []
    titles = []
    for number, which in enumerate(chosen):
        lines = articles[which]
        heads = head_length(lines)
        titles.append(_title(lines, heads))
        cut = _cut([Line(text, number, head=i < heads) for i, text in enumerate(lines)], heads, rng)
        if rng.random() < 0.12:
            cut[0] = [line for line in cut[0] if not line.head] or cut[0]
            titles[-1] = ""
        pieces.append([piece for piece in cut if piece])
    page = _lay_out(pieces, rng, style or rng.choices(["columns", "tails", "woven", "forward"], [1, 2, 2, 2])[0])
    return _finished(_furnished(page, rng), titles)


def harsh(articles: list[list[str]], seed: int) -> Scrambled:
    """A page of two to four short articles, each cut once or twice at any character, its pieces set anywhere.

    Cuts go through numbers too and leave pieces of a few characters; now and then a head or a tail is not on the page, or a
    headline stands away from its article.
    """
    rng = random.Random(seed)
    chosen = rng.sample(range(len(articles)), rng.randint(2, 4))
    pieces: list[list[list[Line]]] = []
    titles = []
    serial = 0
    for number, which in enumerate(chosen):
        lines = articles[which]
        heads = head_length(lines)
        first = heads if rng.random() < 0.5 else rng.randrange(heads, max(heads + 1, len(lines) - 2))
        heads = heads if first == heads else 0
        kept = lines[:heads] + lines[first : first + rng.randint(1, 4)]
        own = [[Line(text, number, head=i < heads)] for i, text in enumerate(kept)]
        cuts = rng.sample(range(heads, len(kept)), min(len(kept) - heads, rng.randint(1, 2)))
        parts: list[list[Line]] = [[]]
        for i, (line,) in enumerate(own):
            if i not in cuts or len(line.text) < 40:
                parts[-1].append(line)
                continue
            at = rng.randint(2, len(line.text) - 2) if rng.random() < 0.85 or not parts[-1] or parts[-1][-1].head else 0
            figures = [k for k in range(3, len(line.text) - 2) if line.text[k - 1].isdigit()]
            if at and figures and rng.random() < 0.25:
                at = rng.choice(figures)
            if at:
                parts[-1].append(Line(line.text[:at], number))
            parts.append([Line(line.text[at:], number, joined=bool(at))])
        if len(parts[-1]) > 1 and len(parts[-1][-1].text) < 20 and len(own) > heads + 1:
            parts[-1].pop()  # a subhead never stands at the foot of a column
        for line in (line for part in parts for line in part):
            serial += 1
            line.serial = serial
        if rng.random() < 0.08:
            parts.pop()
        elif rng.random() < 0.06 and len(parts) > 1:
            parts.pop(0)
        elif heads and rng.random() < 0.2:
            parts[:1] = [[line for line in parts[0] if line.head], [line for line in parts[0] if not line.head]]
        pieces.append([part for part in parts if part])
        titles.append(kept[heads - 1] if parts and heads and parts[0] and parts[0][0].head else "")
    page = _lay_out([own for own in pieces if own], rng, rng.choice(["columns", "tails", "woven", "forward"]))
    if rng.random() < 0.5:  # all heads first, then the rest in any order
        heads_first = [own[0] for own in pieces if own]
        rest = [part for own in pieces for part in own[1:]]
        rng.shuffle(rest)
        page = heads_first + rest
    return _finished(_furnished(page, rng), titles)


def press(articles: list[list[str]], seed: int) -> Scrambled:
    """A page as newspapers set it: four to six whole articles in columns cut at any character, most of them in order.

    One to four columns stand elsewhere; now and then the first or the last of an article is not on the page.
    """
    rng = random.Random(seed)
    chosen = rng.sample(range(len(articles)), min(len(articles), rng.randint(4, 6)))
    pieces, titles, serial = [], [], 0
    for number, which in enumerate(chosen):
        lines = articles[which]
        heads = head_length(lines)
        parts = _columns(lines, heads, number, rng)
        for line in itertools.chain.from_iterable(parts):
            serial += 1
            line.serial = serial
        lost = rng.random()
        if len(parts) > 1 and lost < 0.12:
            parts.pop(0 if lost < 0.06 else -1)
        pieces.append(parts)
        titles.append(_title(lines, heads) if parts[0][0].head else "")
    page = [piece for own in pieces for piece in own]
    for _ in range(rng.randint(1, 4)):
        piece = page.pop(rng.randrange(len(page)))
        page.insert(rng.randrange(len(page) + 1), piece)
    return _finished(_furnished(page, rng), titles)


def interleaved(articles: list[list[str]], seed: int) -> Scrambled:
    """A page whose two to four articles stand paragraph by paragraph among each other, each in its own order.

    Most breaks are between paragraphs; now and then one goes through a sentence, and a head or a tail is not on the page.
    """
    rng = random.Random(seed)
    chosen = rng.sample(range(len(articles)), rng.randint(2, 4))
    pieces, titles, serial = [], [], 0
    for number, which in enumerate(chosen):
        lines = articles[which]
        heads = head_length(lines)
        first = heads if rng.random() < 0.8 else rng.randrange(heads, max(heads + 1, len(lines) - 2))
        parts = [[Line(text, number, head=True) for text in lines[:heads]] if first == heads else []]
        for text in lines[first : first + rng.randint(3, 8)]:
            at = _place(text, "word" if rng.random() < 0.3 else "sentence", rng) if rng.random() < 0.12 else 0
            parts[-1].append(Line(text[:at] if at else text, number))
            if at or (len(text) >= 40 and rng.random() < 0.6):
                parts.append([Line(text[at:], number, joined=True)] if at else [])
        parts = [part for part in parts if part]
        for line in itertools.chain.from_iterable(parts):
            serial += 1
            line.serial = serial
        pieces.append(parts)
        titles.append(_title(lines, heads) if parts[0][0].head else "")
    page = _lay_out(pieces, rng, "woven" if rng.random() < 0.8 else "columns")
    return _finished(_furnished(page, rng), titles)


def _columns(lines: list[str], heads: int, number: int, rng: random.Random) -> list[list[Line]]:
    """An article in one to four columns, each ending at any character that a line may end at."""
    total = sum(len(line) for line in lines[heads:])
    count = min(4, max(1, round(total / rng.randint(150, 700))))
    cuts = sorted(rng.sample(range(60, total - 60), count - 1)) if total > 200 else []
    parts = [[Line(text, number, head=True) for text in lines[:heads]]]
    place = 0
    for text in lines[heads:]:
        start = 0
        for cut in (cut - place for cut in cuts if 0 <= cut - place < len(text)):
            if cut < 12 and start == 0 and parts[-1]:
                parts.append([])
            elif cut - start >= 12 <= len(text) - cut and not re.match(
                "[“（《][^“（《]|.[，。、；：！？”）》…]", text[cut - 1 :]
            ):
                parts[-1].append(Line(text[start:cut], number, joined=start > 0))
                parts.append([])
                start = cut
        parts[-1].append(Line(text[start:], number, joined=start > 0))
        place += len(text)
    return [part for part in parts if part]


def _cut(lines: list[Line], heads: int, rng: random.Random) -> list[list[Line]]:
    """An article in pieces that will stand apart on the page, as columns and pictures cut it.

    30% of the cuts go through a word, 50% through a sentence, the rest between paragraphs; half of those through a sentence
    or word leave both halves next to each other, with or without a picture between them.
    """
    bodies = [i for i in range(heads, len(lines)) if len(lines[i].text) >= 40]
    pieces: list[list[Line]] = []
    piece = lines[:heads]
    cuts = set(rng.sample(bodies, min(len(bodies), rng.randint(1, max(2, len(bodies) // 2)))))
    for i in range(heads, len(lines)):
        line = lines[i]
        if i not in cuts:
            piece.append(line)
            continue
        kind = rng.random()
        at = _place(line.text, "word" if kind < 0.3 else "sentence", rng) if kind < 0.8 else 0
        halves = [Line(line.text[:at], line.article), Line(line.text[at:], line.article, joined=True)] if at else [line]
        if at and rng.random() < 0.5:
            piece += [halves[0], *_picture(rng), halves[1]] if rng.random() < 0.4 else halves
            continue
        pieces.append([*piece, halves[0]])
        piece = halves[1:]
    pieces.append(piece)
    for serial, line in enumerate(line for part in pieces for line in part):
        line.serial = serial
    return [part for part in pieces if part]


def _picture(rng: random.Random) -> list[Line]:
    """A caption, a credit, or both."""
    caption, credit = Line("\n\n" + rng.choice(CAPTIONS)), Line(rng.choice(CREDITS))
    return rng.choice([[caption], [caption, credit], [credit]])


def _place(text: str, kind: str, rng: random.Random) -> int:
    """Where a paragraph is cut: inside a word or between two words, at least twelve characters from its ends."""
    at, places = 0, []
    for word in rjieba.cut(text):
        if kind == "word" and re.fullmatch("[\u4e00-\u9fff]{2,4}", word):
            places.append(at + rng.randint(1, len(word) - 1))
        elif kind == "sentence" and at and re.match("[\u4e00-\u9fff]", word) and text[at - 1] not in "。！？”":
            places.append(at)
        at += len(word)
    places = [place for place in places if 12 <= place <= len(text) - 12]
    return rng.choice(places) if places else 0


def _lay_out(pieces: list[list[list[Line]]], rng: random.Random, style: str) -> list[list[Line]]:
    """The pieces of all articles in the order of the page."""
    if style == "woven":  # in turns, each article in its own order
        queues = [list(own) for own in pieces]
        page = []
        while any(queues):
            queue = rng.choice([q for q in queues if q])
            page.append(queue.pop(0))
        return page
    if style == "tails":  # an article's last piece stands before another's head
        page = []
        order = list(range(len(pieces)))
        for k in order:
            own = pieces[k]
            other = pieces[(k + 1) % len(pieces)]
            page.extend(own[:-1] if len(own) > 1 else own)
            if len(other) > 1:
                page.append(other[-1])
        return page
    if style == "forward":  # read in order, but an article is interrupted by others
        page = [piece for own in pieces for piece in own]
        for _ in range(rng.randint(1, 3)):
            k = rng.randrange(len(page))
            page.insert(rng.randrange(len(page)), page.pop(k))
        return page
    page = [piece for own in pieces for piece in own]  # columns in any order
    rng.shuffle(page)
    return page


def _furnished(page: list[list[Line]], rng: random.Random) -> list[Line]:
    """Captions with their credits between pieces or within a cut, banners over heads, the editors' line."""
    lines: list[Line] = []
    for number, piece in enumerate(page):
        if number and rng.random() < 0.25:
            lines += _picture(rng)
        if piece[0].head and rng.random() < 0.25:
            lines.append(Line(rng.choice(BANNERS)))
        lines += piece
    if rng.random() < 0.3:
        lines.append(Line(rng.choice(EDITORS)))
    return lines


def _finished(lines: list[Line], titles: list[str]) -> Scrambled:
    """The text of the page, and the order of each article's lines as they were before."""
    text = "\n\n".join(line.text for line in lines)
    places: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if line.article >= 0:
            places.setdefault(line.article, []).append(i)
    truth = [sorted(own, key=lambda i: lines[i].serial) for _, own in sorted(places.items())]
    joined = {(a, b) for own in truth for a, b in itertools.pairwise(own) if lines[b].joined}
    return Scrambled(text, [line.text.strip() for line in lines], truth, joined, titles)
