"""A style sheet looked over by itself, so that what is wrong with it has a line.

In a document all sheets are one text; browsers and the engine skip what they do not understand, and say nothing or
name a line of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2

from reporter.errors import DocumentError

_END = "@reporter-end;"
_NESTED = frozenset(("media", "supports", "layer", "container"))
_AT = re.compile(r"\s*\bat (\d+):\d+\b")
_UNASKED = ("Invalid media type", "Failed to load")  # of what paper cannot meet, and of what has its own finding


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a sheet, by its line; `grave` where rules are lost, else a declaration that does nothing."""

    line: int
    what: str
    hint: str = ""
    grave: bool = True


def read(path: Path) -> str:
    """The text of a sheet.

    Raises DocumentError when it cannot be read.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError("is not UTF-8 text", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        what = f"cannot be read: {(error.strerror or '').lower()}"
        raise DocumentError(what, where=str(path), hint="check its permissions") from error


def faults(text: str, base: Path) -> list[Fault]:
    """What is wrong with a sheet that stands in the folder `base`, in the order of its lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")  # lines as editors count them
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    found = list(_broken(nodes, text.split("\n"))) or list(_unclosed(text))
    if ended := re.search(r"</style", text, re.IGNORECASE):
        line = text.count("\n", 0, ended.start()) + 1
        found.append(Fault(line, "`</style` ends the styles of the page", "take it out, comments too"))
    lines = {fault.line for fault in found}
    found += [fault for fault in _remarks(text, base) if fault.line not in lines]
    return sorted(found, key=lambda fault: fault.line)


def _unclosed(text: str) -> Iterator[Fault]:
    """A bracket, a text or a comment that runs to the end of the sheet, and over all sheets behind it."""
    last = tinycss2.parse_stylesheet(f"{text}\n{_END}", skip_whitespace=True)[-1]
    if last.type != "at-rule" or last.lower_at_keyword != "reporter-end":
        what = "comment" if last.type == "comment" else "rule"
        yield Fault(last.source_line, f"the {what} that begins here is not closed", "all styles behind it are lost")


def _broken(nodes: list[Any], lines: list[str]) -> Iterator[Fault]:
    """What is no rule and no declaration."""
    for node in nodes:
        if node.type == "error":
            yield Fault(node.source_line, _told(node, lines[node.source_line - 1]), "mend that line")
        elif node.type == "declaration":
            yield from _broken([token for token in node.value if token.type == "error"], lines)
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            hint = "copy its rules into this file"
            yield Fault(node.source_line, "@import does nothing here: all styles stand in one sheet", hint)
        elif node.type in ("at-rule", "qualified-rule"):
            yield from _broken([token for token in node.prelude if token.type == "error"], lines)
            nested = node.type == "at-rule" and node.lower_at_keyword in _NESTED
            parse = tinycss2.parse_rule_list if nested else tinycss2.parse_blocks_contents
            yield from _broken(parse(node.content or [], skip_comments=True, skip_whitespace=True), lines)


def _told(error: Any, line: str) -> str:
    """A fault of grammar in words; the parser speaks of tokens."""
    mark = (line[error.source_column - 1 :].strip() or line.strip())[:1]
    if mark in ("}", ")", "]"):
        return f"there is a `{mark}` too many"
    return "a text is not closed" if error.kind == "bad-string" else "this is no rule and no declaration"


def _remarks(text: str, base: Path) -> Iterator[Fault]:
    """What the PDF engine would skip."""
    import weasyprint  # noqa: PLC0415 - 0.3 s

    from reporter.rendering.engine import Remarks  # noqa: PLC0415
    from reporter.rendering.fetcher import Fetcher  # noqa: PLC0415

    with Remarks() as remarks:
        weasyprint.CSS(string=text, base_url=f"{base}/", url_fetcher=Fetcher(()))
    for remark in remarks.lines:
        place = _AT.search(remark)
        if place and not remark.startswith(_UNASKED):
            told = _AT.sub("", remark).rstrip(".").replace(" `,", "`,")
            yield Fault(int(place[1]), f"the PDF engine: {told[0].lower()}{told[1:]}", grave=False)
