"""What makes WeasyPrint quick without changing a page, and its bytes the same at any time.

Measured on a three-page brief: parsing an audience's style sheet once a process instead of once a document, and a
default style sheet without what the document never uses, save a tenth each; lighter compression and subsetting a
font in one pass instead of two, another twentieth each.
"""

from __future__ import annotations

import gc
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache, partial, wraps
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML, pdf, tinyhtml5
from weasyprint.css import ColorProfile
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA
from weasyprint.layout import LayoutContext
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

from reporter.rendering import cascade, columns, outlines, shortcuts, writing

_LEVEL = 6  # zlib's; the engine asks for 9, which takes twice the time for one per cent
_GARBAGE = 100_000  # objects left behind after which the collector looks; a document leaves a thousand in cycles
_FAR = 2_000_000  # new objects before the collector looks by itself, which happens in no ordinary document
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
# Rules that add up over a document wherever they stand, and so cannot be shared by several.
_SHARED_STATE = re.compile(r"@(?:color-profile|import|layer)\b")
_NOTE = re.compile(r"float\s*:\s*(?:foot)?note|::(?:foot)?note-")
_MARGIN_BOX = re.compile(r"@(?:top|bottom|left|right)-[a-z]+(?:-corner)?\b")
_HARFBUZZ_FLAGS = ("PASSTHROUGH_UNRECOGNIZED", "DESUBROUTINIZE")
_contexts: list[Any] = []  # what the document at work is laid out with
# What drawings ask of the layout that they were first found in; they are kept for the documents that follow.
_OF_PICTURES = frozenset(("font_config", "get_image_from_uri", "dictionaries"))
_bare_fonts: dict[tuple[str, int], bool] = {}  # by the engine's name for a font: whether its outlines will do
_DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")


class Html(HTML):  # type: ignore[misc]
    """A document with the default style sheet cut down to what its own style may need."""

    def __init__(self, html: str, style: str, base_url: str, url_fetcher: Any) -> None:
        self._style = style
        super().__init__(string=html, base_url=base_url, url_fetcher=url_fetcher)

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        if forms:
            return list(super()._ua_stylesheets(forms))
        return [_defaults(bool(_NOTE.search(self._style)), frozenset(_MARGIN_BOX.findall(self._style)))]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The styles of one document: their text, parsed sheets in their order, and the counters that they name."""

    text: str
    parsed: list[CSS]
    counters: CounterStyle


class Styles:
    """Style sheets parsed once a process; most documents of a batch share theirs."""

    def __init__(self, font_config: Any, url_fetcher: Any) -> None:
        self._config = font_config
        self._fetcher = url_fetcher
        self._parsed: dict[tuple[str, str], tuple[CSS, CounterStyle]] = {}

    def document(self, html: str, base_url: str) -> tuple[Html, Sheets]:
        """The engine's document and its styles."""
        body, sheets = self.take(html, base_url)
        return Html(body, sheets.text, base_url, self._fetcher), sheets

    def take(self, html: str, base_url: str) -> tuple[str, Sheets]:
        """A document without its `<style>` elements, and what these say."""
        texts = _STYLE.findall(html)
        style = "\n".join(texts)
        if not texts or _SHARED_STATE.search(style):
            return html, Sheets(style, [], CounterStyle())
        counters = CounterStyle()
        sheets = []
        for text in texts:
            sheet, own = self._sheet(text, base_url)
            sheets.append(sheet)
            counters.update(own)
        return _STYLE.sub("", html), Sheets(style, sheets, counters)

    @staticmethod
    def tidy() -> None:
        """Let go of what documents have left behind; to be called when one is done."""
        while _contexts:
            context = _contexts.pop()
            context.target_collector.__dict__.clear()
            for name in context.__dict__.keys() - _OF_PICTURES:
                delattr(context, name)
        if gc.get_count()[0] > _GARBAGE:
            gc.collect(1)  # what is older are caches, which stay

    def _sheet(self, text: str, base_url: str) -> tuple[CSS, CounterStyle]:
        key = (text, base_url)
        if key not in self._parsed:
            if len(self._parsed) > 64:
                self._parsed.clear()
            counters = CounterStyle()
            sheet = CSS(
                string=text,
                base_url=base_url,
                font_config=self._config,
                url_fetcher=self._fetcher,
                counter_style=counters,
            )
            self._parsed[key] = sheet, counters
        return self._parsed[key]


def install() -> None:
    """Put the quicker ways in place, once a process."""
    if pdf.pydyf.zlib is _Zlib:
        return
    pdf.pydyf.zlib = _Zlib
    writing.install(pdf.pydyf)
    pdf.ColorProfile = _colour_profile
    pdf.fonts.TTFont = partial(TTFont, recalcTimestamp=False)  # the same bytes at any time
    tinyhtml5.inputstream.characters_until_regex = _Patterns()
    LayoutContext.__init__ = _kept(LayoutContext.__init__)
    cascade.install()
    shortcuts.install()
    columns.install()
    if harfbuzz_subset and harfbuzz.hb_version_atleast(4, 1, 0):
        Font._harfbuzz_subset = _subset
        outlines.install(pdf.fonts, pdf)
    # Modules and tables stay for good, and a document's boxes until it is written: the collector need not walk over
    # them again and again. It looks between two documents (`tidy`), when there is little to walk over.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_FAR)


def _kept(original: Any) -> Any:
    """Note what a document is laid out with. It holds itself, and so all boxes, until the collector looks."""

    @wraps(original)
    def init(context: Any, *rest: Any, **more: Any) -> None:
        original(context, *rest, **more)
        _contexts.append(context)

    return init


def _colour_profile(file: Any, *rest: Any) -> Any:
    """The engine's record of a colour profile, without leaving its file open."""
    with file:
        return ColorProfile(file, *rest)


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """The HTML parser's patterns by (characters, whether they are wanted); its own memory of them never hits."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, wanted = key
        inside = "".join(re.escape(character) for character in sorted(characters))
        found = self[key] = re.compile(f"[{'' if wanted else '^'}{inside}]+")
        return found


class _Zlib:
    """What pydyf asks of zlib, at a level that fits."""

    compress = staticmethod(zlib.compress)

    @staticmethod
    def compressobj(level: int = _LEVEL) -> Any:
        return zlib.compressobj(min(level, _LEVEL))


@lru_cache(maxsize=16)
def _defaults(notes: bool, margin_boxes: frozenset[str]) -> CSS:
    """The engine's own default style sheet less what this document cannot show.

    Its rules for notes and list markers match every element, its page rules fill sixteen margin boxes a page.
    """
    kept = []
    for line in UA.splitlines():
        if line.startswith(("::footnote", "::note")) and not notes:
            continue
        if (box := _MARGIN_BOX.match(line.strip())) and box[0] not in margin_boxes:
            continue
        kept.append(line.replace("::marker {", "li::marker, summary::marker {"))
    return CSS(string="\n".join(kept), counter_style=CounterStyle())


def _subset(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Cut a font to the used glyphs: to bare outlines where it names them by their places, else each at its place."""
    known = (font.hash, font.glyph_count)
    if known not in _bare_fonts:
        _bare_fonts[known] = outlines.in_order(_table(font, b"CFF "))
    font.reporter_bare = _bare_fonts[known]
    places = () if font.reporter_bare else ("RETAIN_GIDS",)
    font.file_content = _cut(font, to_unicode, hinting, *places, *_HARFBUZZ_FLAGS)


def _table(font: Any, name: bytes) -> bytes:
    """A table of a font file; empty where it has none."""
    blob = harfbuzz.hb_face_reference_table(font.hb_face, harfbuzz.hb_tag_from_string(name, -1))
    try:
        length = ffi.new("unsigned int *")
        data = harfbuzz.hb_blob_get_data(blob, length)
        return bytes(ffi.buffer(data, length[0])) if length[0] else b""
    finally:
        harfbuzz.hb_blob_destroy(blob)


def _cut(font: Any, to_unicode: dict[int, str], hinting: bool, *flags: str) -> bytes:
    """A font with the used glyphs alone, in one pass of HarfBuzz."""
    wish = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    used = harfbuzz_subset.hb_subset_input_glyph_set(wish)
    harfbuzz.hb_set_add_sorted_array(used, ffi.new("hb_codepoint_t[]", sorted(to_unicode)), len(to_unicode))
    wanted = 0
    for name in flags if hinting else (*flags, "NO_HINTING"):
        wanted |= getattr(harfbuzz_subset, f"HB_SUBSET_FLAGS_{name}")
    if font.missing:
        wanted |= harfbuzz_subset.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    harfbuzz_subset.hb_subset_input_set_flags(wish, wanted)
    tables = [harfbuzz.hb_tag_from_string(name, -1) for name in _DROPPED]
    dropped = harfbuzz_subset.hb_subset_input_set(wish, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    harfbuzz.hb_set_add_sorted_array(dropped, ffi.new("hb_codepoint_t[]", sorted(tables)), len(tables))
    face = ffi.gc(harfbuzz_subset.hb_subset_or_fail(font.hb_face, wish), harfbuzz.hb_face_destroy)
    content: bytes | None = get_hb_object_data(face) if face else None
    if not content:
        raise RuntimeError(f"HarfBuzz cannot subset {font.family}")
    return content
