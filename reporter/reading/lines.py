r"""Lines: what every format is turned into before anyone asks what a line is for.

"\\n\\n湖北自贸区：\\n\\n改革创新红利吸引高端产业集聚\n"  →  Line(湖北自贸区：, gap 2) Line(改革创新…, gap 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from reporter.model import BlockKind, Located, Meta

# Control characters, zero-width and directional marks, soft hyphens, byte order marks, variation selectors.
STRAY = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffc]"
)
# A line ends at a line feed, a page break or a Unicode line or paragraph separator.
_LINE = re.compile("[^\n\x0c\x85\u2028\u2029]+")
LONGEST = 3_000
"""Characters of a paragraph at most, far more than newspapers print: what is found in one is weighed together."""
_END = re.compile("[。！？；!?;](?![”’」』）)])")  # who is quoted stands after “……。” and must not be parted from it
_HALF = re.compile("[^\u2e80-\U0010ffff“”‘’—…·]")
"""A character of half the width of a Chinese one."""
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第?\s*\d{1,3}\s*[页版]?|[A-Z]?\d{1,2}\s*版)[-—–·\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a page.

    `gap` counts the empty lines before it (a picture that was taken out leaves several); `level` is the
    heading level that the markup gives (0: none); `kind` is set where the format itself says what it is.
    """

    located: Located
    gap: int = 1
    level: int = 0
    page: int = 1
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.located.text


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format gives: the decoded source, what the file says of itself, and its lines."""

    text: str
    lines: tuple[Line, ...]
    meta: Meta = field(default_factory=Meta)
    format: str = "txt"
    encoding: str = "utf-8"


def clean(located: Located) -> Located:
    """A text without stray characters and without white space at its ends; offsets stay true."""
    text = located.text
    if STRAY.search(text):
        parts, at = [], 0
        for match in STRAY.finditer(text):
            parts.append(located.cut(at, match.start()))
            at = match.end()
        located = Located.join([*parts, located.cut(at, len(text))])
    return located.strip()


def plain_lines(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The lines of a plain text between two offsets; lines that were broken at a fixed width are joined."""
    lines: list[Line] = []
    end = len(text) if end is None else end
    line_at, page, page_at = start, 1, start
    for match in _LINE.finditer(text, start, end):
        located = clean(Located.of(text, match.start(), match.end()))
        if not located.text or _PAGE_NUMBER.fullmatch(located.text):
            continue
        page += text.count("\x0c", page_at, match.start())
        page_at = match.start()
        gap = max(0, text.count("\n", line_at, match.start()) - 1) if lines else 0
        line_at = match.end()
        lines.append(Line(located, gap, page=page))
    return tuple(unwrapped(lines))


def of_fit_length(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those that no paragraph can be parted at the ends of sentences: a page saved as one line."""
    for line in lines:
        if len(line.text) <= LONGEST:
            yield line
            continue
        at, gap = 0, line.gap
        while at < len(line.text):
            end = _parting(line.text, at)
            if (located := line.located.cut(at, end).strip()).text:
                yield replace(line, located=located, gap=gap, level=0)
                gap = 0
            at = end


def _parting(text: str, start: int) -> int:
    """Where a paragraph ends that begins at `start`: after the last whole sentence that has room in it."""
    if len(text) - start <= LONGEST:
        return len(text)
    ends = [match.end() for match in _END.finditer(text, start, start + LONGEST)]
    return ends[-1] if ends else start + LONGEST


def unwrapped(lines: list[Line]) -> Iterable[Line]:
    """Lines that a program broke at a fixed width, joined into paragraphs again.

    Such a page has many lines of the same full width, and few of them end a sentence.
    """
    widths = [_width(line.text) for line in lines]
    if len(lines) < 8:
        return lines
    full = sorted(widths)[int(len(widths) * 0.9)]
    at_margin = [line for line, width in zip(lines, widths, strict=True) if full - 3 <= width <= full + 1]
    broken = sum(1 for line in at_margin if line.text[-1] not in "。！？”")
    if full > 100 or full < 16 or len(at_margin) < 0.4 * len(lines) or broken < 0.7 * len(at_margin):
        return lines
    return _rejoined(lines, widths, full)


def _rejoined(lines: list[Line], widths: list[int], full: int) -> Iterator[Line]:
    held: list[Line] = []
    held_full = False
    for line, width in zip(lines, widths, strict=True):
        if held and not (held_full and line.gap == 0 and line.page == held[0].page):
            yield _whole(held)
            held = []
        held.append(line)
        held_full = full - 3 <= width <= full + 1
    if held:
        yield _whole(held)


def _whole(held: list[Line]) -> Line:
    """Lines set one after the other, all at once: joined one by one, a long run would take the square of its length."""
    if len(held) == 1:
        return held[0]
    return Line(Located.join([line.located for line in held]), held[0].gap, page=held[0].page)


def _width(text: str) -> int:
    """Columns in half-width characters, halved: the width in Chinese characters."""
    return (2 * len(text) - len(_HALF.findall(text))) // 2
