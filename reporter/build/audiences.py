"""Audiences of one's own: a small commented folder to begin with, and what it draws on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter.briefing import load_audience
from reporter.build.files import write
from reporter.errors import UsageError
from reporter.model import Audience
from reporter.rendering.roots import builtin_root

_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")
_COMMENT = re.compile(r"{#.*?#}", re.S)
_SHARED = "_base"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that an audience's documents are made from, and the file it comes from."""

    kind: str  # template, block, style
    name: str
    path: Path


def begin(name: str, base: str, project: Path, roots: Sequence[Path]) -> Path:
    """Write a starter folder for the audience `name` that extends `base`; gives the folder.

    Raises UsageError when the name will not do for a folder, is taken, or there is no such base.
    """
    if not re.fullmatch(r"[^\W_][\w\-·]{0,59}", name):
        raise UsageError(f"`{name}` cannot be an audience's name", hint="letters, digits and - only, at most 60")
    parent = load_audience(base, roots)
    folder = project / "templates" / name
    if folder.exists():
        raise UsageError("there is such an audience already", where=str(folder), hint="edit it, or take another name")
    if any((root / name).is_dir() for root in roots):
        raise UsageError(f"`{name}` is a built-in audience", hint="take another name")
    order = "[" + ", ".join(f'"{section.name}"' for section in parent.sections) + "]"
    template = next(f"{layer}/brief.html.j2" for layer in parent.chain if _has_template(layer, roots))
    for file in sorted((builtin_root() / "_starter").iterdir()):
        text = file.read_text("utf-8")
        for mark, value in (("@NAME@", name), ("@BASE@", base), ("@ORDER@", order), ("@PARENT@", template)):
            text = text.replace(mark, value)
        write(folder / file.name, text.encode())
    return folder


def _has_template(layer: str, roots: Sequence[Path]) -> bool:
    return any((root / layer / "brief.html.j2").is_file() for root in roots)


def parts(audience: Audience, roots: Sequence[Path]) -> Iterator[Part]:
    """Every template, block and style of the audience, with the file that wins."""
    blocks: dict[str, Path] = {}
    for layer in audience.chain:
        for root in roots:
            for file in ("brief.html.j2", "base.html.j2"):
                path = root / layer / file
                if path.is_file():
                    text = _COMMENT.sub("", path.read_text("utf-8", errors="replace"))
                    for block in _BLOCK.findall(text):
                        blocks.setdefault(block, path)
    for layer in audience.chain:
        found = [root / layer / "brief.html.j2" for root in roots if (root / layer / "brief.html.j2").is_file()]
        if found:
            yield Part("template", "brief.html.j2", found[0])
            break
    for name, path in blocks.items():
        yield Part("block", name, path)
    for layer in reversed(audience.chain):
        for file in ("base.css", "screen.css", "print.css") if layer == _SHARED else ("style.css",):
            for root in reversed(roots):
                if (root / layer / file).is_file():
                    yield Part("style", file, root / layer / file)
