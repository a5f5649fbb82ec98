"""From a brief to a document: templates fill HTML, the engine sets PDF. What `build` and `preview` call."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import MachineError
from reporter.rendering.html import HtmlRenderer

if TYPE_CHECKING:
    from reporter.model import Audience, Brief, Overview
    from reporter.rendering.engine import PdfEngine
    from reporter.rendering.fonts import Fonts


def release_date() -> datetime:
    """The date that data inside a PDF bears: SOURCE_DATE_EPOCH (reproducible-builds.org), else a fixed one."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime(2000, 1, 1, tzinfo=UTC)


class Renderer:
    """Renders briefs; keep one per process, since templates and the PDF engine stay warm in it.

    `roots` are the folders of audiences, the user's before the built-in ones; `base` is the folder that a brand's
    pictures count from; `fonts` may be None where no PDF is wanted; `dated` is what data inside a PDF bears.
    """

    def __init__(self, roots: tuple[Path, ...], base: Path, fonts: Fonts | None, dated: datetime | None = None) -> None:
        self.roots = roots
        self.base = base
        self.fonts = fonts
        self.dated = dated or release_date()
        self.templates = HtmlRenderer(roots, base)
        self.warnings: tuple[str, ...] = ()
        self._engine: PdfEngine | None = None

    def html(self, brief: Brief | Overview) -> str:
        """One self-contained HTML file."""
        return self.templates.html(brief)

    def pdf(self, brief: Brief | Overview, attachments: Mapping[str, bytes] | None = None) -> bytes:
        """The PDF, with `attachments` (by file name) inside; `warnings` then holds what the engine remarked."""
        from reporter.rendering.engine import Attachment, PdfEngine, PdfOptions  # noqa: PLC0415 - 0.3 s

        if self._engine is None:
            if self.fonts is None:
                raise MachineError("no fonts were looked up for this batch")
            self._engine = PdfEngine(self.fonts, self.roots)
        options = PdfOptions(
            variant=brief.audience.pdf.variant,
            tagged=brief.audience.pdf.tagged,
            attachments=tuple(
                Attachment(name, data, "简报所依据的全部事实") for name, data in (attachments or {}).items()
            ),
            dated=self.dated,
            where=brief.name,
            trim=brief.audience.paper.trim,
        )
        data = self._engine.pdf(self.templates.print_html(brief), base=self._home(brief.audience), options=options)
        self.warnings = self._engine.warnings
        return data

    def _home(self, audience: Audience) -> Path:
        """The folder that the audience's styles count from, on this machine."""
        folders = (root / name for name in audience.chain for root in self.roots)
        return next(folder for folder in folders if folder.is_dir())
