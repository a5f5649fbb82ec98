"""HTML to PDF with WeasyPrint: one engine a process, which stays warm.

The engine sets what the whole product relies on: fonts by role, nothing fetched but the audience's own files,
a missing glyph is a failure, the same HTML gives the same bytes.

    engine = PdfEngine(Fonts.find(), roots=(templates_folder,))
    data = engine.pdf(html, base=templates_folder, options=PdfOptions(where="德阳高新区, leader"))
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from reporter.errors import DocumentError
from reporter.rendering import machine, typeset
from reporter.rendering.fonts import Fonts
from reporter.rendering.trim import trimmed

_MISSING_GLYPH = re.compile(r"\.notdef glyph.*?\(U\+([0-9A-F]+)\)")
# The engine writes a date wherever it is given none; data attached to a brief carries this one.
_KNOWN = "70."  # the engine's versions that the hooks of `_adapted` were written for
_NO_REMARK = "Using fontTools instead of HarfBuzz-Subset"  # `doctor` says so once
_MOST_PICTURES = 256
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: `relationship` after ISO 32000-2 (Data, Source, Supplement, Alternative)."""

    name: str
    content: bytes
    description: str = ""
    relationship: str = "Data"


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How one PDF is made.

    `variant` is empty or one of the engine's conformance levels (`pdf/a-3u`, `pdf/a-3a`, `pdf/ua-1`); `dated` is
    written as the date of attachments (UTC). `where` names the document in errors: zone and audience. `trim` cuts a
    single sheet off below its last words, so that one with little on it is short and not empty.
    """

    variant: str = ""
    tagged: bool = True
    attachments: tuple[Attachment, ...] = ()
    dated: datetime = _EPOCH
    where: str = ""
    trim: bool = False


class PdfEngine:
    """A worker's engine. It is not safe for several threads; give each process its own.

    `roots` are the folders and files that documents may read (pictures, style sheets); everything else on the
    machine and the whole network is refused. After each document `warnings` holds what the engine remarked.
    """

    def __init__(self, fonts: Fonts, roots: tuple[Path, ...] = ()) -> None:
        """Load the engine (0.3 s) and its fonts.

        Raises MachineError when a library or a Chinese font is missing.
        """
        machine.require()
        import weasyprint  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        from reporter.rendering.fetcher import Fetcher  # noqa: PLC0415

        self.warnings: tuple[str, ...] = ()
        self._fetcher = Fetcher((*roots, *fonts.sources))
        self._config = FontConfiguration()
        self._styles = self._adapted() if weasyprint.VERSION.startswith(_KNOWN) else None
        self._faces = weasyprint.CSS(
            string=fonts.css() + typeset.STYLE, font_config=self._config, url_fetcher=self._fetcher
        )
        self._drawing = fonts.stack("hei").replace('"', "'")
        self._pictures: dict[str, Any] = {}

    def pdf(self, html: str, *, base: Path, options: PdfOptions | None = None) -> bytes:
        """The document as PDF; relative addresses in it are looked up in the folder `base`.

        Raises DocumentError when a character has no glyph, or the engine cannot lay the document out.
        """
        import weasyprint  # noqa: PLC0415

        from reporter.rendering import lastpage  # noqa: PLC0415

        options = options or PdfOptions()
        if len(self._pictures) > _MOST_PICTURES:
            self._pictures.clear()
        with Remarks() as remarks:
            try:
                document, own = self._document(typeset.finish(html, self._drawing, self._split), f"{base}/")
                settings = {
                    **own,
                    "font_config": self._config,
                    "cache": self._pictures,
                    "dpi": 150,
                    "pdf_tags": options.tagged,
                    "pdf_variant": options.variant or None,
                    "attachments": [self._attachment(item, options.dated) for item in options.attachments],
                    "custom_metadata": True,
                }
                laid_out = lastpage.settled(partial(document.render, **settings), f".{lastpage.CLOSER}" in html)
                for name in ("font_config", "counter_style"):
                    settings.pop(name, None)
                data = laid_out.write_pdf(
                    finisher=trimmed if options.trim else None, **{**weasyprint.DEFAULT_OPTIONS, **settings}
                )
            except Exception as fault:
                what = f"the PDF engine failed: {type(fault).__name__}: {fault}"
                hint = "is it a style? `reporter audience check` looks for the file"
                raise DocumentError(what, where=options.where, hint=hint) from fault
            del document, laid_out
        if self._styles is None:
            remarks.lines.append("this WeasyPrint is not the one that Chinese lines were adapted for: edges are ragged")
        else:
            self._styles.tidy()
        self.warnings = tuple(dict.fromkeys(remarks.lines))
        _refuse_boxes(self.warnings, options.where)
        return bytes(data)

    def _adapted(self) -> Any:
        """Put the adaptations to this version of the engine in place."""
        from reporter.rendering import justify, spread, tagging, tuning  # noqa: PLC0415

        justify.install()
        tuning.install()
        tagging.install()
        spread.install()
        return tuning.Styles(self._config, self._fetcher)

    def _document(self, html: str, base: str) -> tuple[Any, dict[str, Any]]:
        """The engine's document, and what of its style goes to `write_pdf`."""
        if self._styles is None:
            from weasyprint import HTML  # noqa: PLC0415

            return HTML(string=html, base_url=base, url_fetcher=self._fetcher), {"stylesheets": [self._faces]}
        document, sheets = self._styles.document(html, base)
        return document, {"stylesheets": [self._faces, *sheets.parsed], "counter_style": sheets.counters}

    @cached_property
    def _split(self) -> Callable[[str], Sequence[str]]:
        """Cuts titles into words; the dictionary is loaded with the first title."""
        from reporter.language.words import Words  # noqa: PLC0415
        from reporter.lexicon import load  # noqa: PLC0415

        return Words(load()).split

    def _attachment(self, item: Attachment, dated: datetime) -> object:
        from weasyprint import Attachment as Attached  # noqa: PLC0415

        return Attached(
            string=item.content,
            name=item.name,
            description=item.description,
            created=dated,
            modified=dated,
            relationship=item.relationship,
            url_fetcher=self._fetcher,
        )


def _refuse_boxes(warnings: tuple[str, ...], where: str) -> None:
    """A character without a glyph prints as a box that reads right when copied: nobody would notice in time."""
    missing = sorted({int(code, 16) for line in warnings for code in _MISSING_GLYPH.findall(line)})
    if missing:
        names = " ".join(f"{chr(code)} (U+{code:04X})" for code in missing)
        raise DocumentError(
            f"no font here has a glyph for {names}",
            where=where,
            hint="install a font that covers it, e.g. fonts-noto-cjk",
        )


class Remarks(logging.Handler):
    """Collects what the engine says while a document is made, and keeps it off the terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._logger = logging.getLogger("weasyprint")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one remark."""
        line = record.getMessage()
        if not line.startswith(_NO_REMARK):
            self.lines.append(line)

    def __enter__(self) -> Remarks:
        self._before = (self._logger.handlers[:], self._logger.propagate)
        self._logger.handlers[:] = [self]
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.handlers[:], self._logger.propagate = self._before
