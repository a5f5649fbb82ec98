"""A Chinese font cut once to the characters that briefs use.

Noto's collections hold 65,000 glyphs for five regions in 20 to 27 MB; a brief uses 600. Cutting a face once to
GB 2312 and the common marks (2.2 MB) saves reading and subsetting the whole collection for every document.
The cut lies in the user's cache under a name made from the face's identity and the characters, so it is made
once a machine and never goes stale.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import tempfile
from ctypes import byref, c_uint, c_void_p, string_at
from functools import cache
from hashlib import sha256
from pathlib import Path

from reporter.rendering.faces import Face
from reporter.rendering.halves import add_halves
from reporter.rendering.libraries import library, version
from reporter.rendering.outlines import number_in_order

_log = logging.getLogger(__name__)
_EDITION = "4"  # counts up when what a cut contains changes
_KEPT_FEATURES = ("halt", "kern")
_DROPPED_TABLES = ("vmtx", "vhea", "VORG", "BASE", "DSIG")
_NO_HINTS, _WHOLE_OUTLINES, _BOX = 0x1, 0x4, 0x40  # hb_subset_flags_t
_FEATURE_SET, _DROP_SET = 6, 3  # hb_subset_sets_t


@cache
def basic() -> frozenset[str]:
    """The characters of every cut: GB 2312, Latin-1, and the marks, units and numerals that reports use."""
    rows = (bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    chinese = {row.decode("gb2312", errors="ignore") for row in rows} - {""}
    ranges = (
        (0x20, 0x7F), (0xA0, 0x100),  # ASCII, Latin-1
        (0x2010, 0x2040), (0x20AC, 0x20AD),  # dashes, quotation marks, …, €
        (0x2070, 0x209D), (0x2100, 0x2140), (0x2160, 0x2180),  # superiors, ℃ № ™, Roman numerals
        (0x2190, 0x219A), (0x2460, 0x2500), (0x25A0, 0x2610),  # arrows, ①②③, ■□▲▼●○★☆
        (0x3000, 0x3020), (0xFF00, 0xFFEF), (0x33A0, 0x33E0),  # Chinese marks, full-width forms, ㎡ ㎞
    )  # fmt: skip
    return frozenset(chinese).union(chr(code) for first, last in ranges for code in range(first, last))


def folder() -> Path:
    """Where cuts are kept: the user's cache folder, or the machine's temporary one where that cannot be written."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    if home:
        base = Path(home)
    elif sys.platform == "darwin":
        base = Path("~/Library/Caches").expanduser()
    elif os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir()))
    else:
        base = Path("~/.cache").expanduser()
    path = base / "reporter" / "fonts"
    try:
        path.mkdir(parents=True, exist_ok=True)
        if os.access(path, os.W_OK):
            return path
    except OSError:
        pass
    path = Path(tempfile.gettempdir()) / f"reporter-fonts-{os.getuid() if hasattr(os, 'getuid') else 0}"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def cut(face: Face) -> Path:
    """The face cut to the basic characters, as a file; the face's own file where it cannot be cut.

    The file appears whole or not at all; several processes may ask for it at once.
    """
    characters = basic()
    name = sha256(repr((_EDITION, _identity(face), version("harfbuzz"), sorted(characters))).encode()).hexdigest()[:24]
    target = folder() / f"{name}.otf"
    if target.exists():
        return target
    data = _subset(face, characters) or _subset_slowly(face, characters)
    if data is None:
        return Path(face.path)
    try:
        data = add_halves(data)
    except Exception:
        # A font that cannot be extended serves as it is; its marks are then squeezed by spacing.
        _log.debug("no half-width marks for %s", face.path, exc_info=True)
    try:
        data = number_in_order(data)
    except Exception:
        # Its outlines then need a whole font file around them in a PDF.
        _log.debug("the glyphs of %s keep their names", face.path, exc_info=True)
    handle, temporary = tempfile.mkstemp(prefix=f"{name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        return Path(face.path)
    return target


def _identity(face: Face) -> tuple[str, int, int, str]:
    """What tells one version of a font from another without reading all of it: size and the table directory.

    The directory holds a checksum of every table.
    """
    path = Path(face.path)
    with path.open("rb") as file:
        head = file.read(4096)
        start = 0
        if head[:4] == b"ttcf":
            at = 12 + 4 * face.index
            start = int.from_bytes(head[at : at + 4], "big")
        file.seek(start)
        directory = file.read(12 + 16 * 64)
    tables = int.from_bytes(directory[4:6], "big")
    return path.name, face.index, path.stat().st_size, sha256(directory[: 12 + 16 * tables]).hexdigest()


def _subset(face: Face, characters: frozenset[str]) -> bytes | None:
    """Cut with HarfBuzz's own subset library (0.1 s a face; fontTools takes 10 s for the same)."""
    shaper, subsetter = library("harfbuzz"), library("harfbuzz-subset")
    if shaper is None or subsetter is None or not hasattr(subsetter, "hb_subset_or_fail"):
        return None
    for lib, name in (
        (shaper, "hb_blob_create_from_file"), (shaper, "hb_face_create"), (shaper, "hb_face_reference_blob"),
        (shaper, "hb_blob_get_data"), (subsetter, "hb_subset_input_create_or_fail"), (subsetter, "hb_subset_input_set"),
        (subsetter, "hb_subset_input_unicode_set"), (subsetter, "hb_subset_or_fail"),
    ):  # fmt: skip
        getattr(lib, name).restype = c_void_p

    blob = c_void_p(shaper.hb_blob_create_from_file(os.fsencode(face.path)))
    whole = c_void_p(shaper.hb_face_create(blob, face.index))
    wish = c_void_p(subsetter.hb_subset_input_create_or_fail())
    subsetter.hb_subset_input_set_flags(wish, _NO_HINTS | _WHOLE_OUTLINES | _BOX)
    wanted = c_void_p(subsetter.hb_subset_input_unicode_set(wish))
    for character in characters:
        shaper.hb_set_add(wanted, ord(character))
    features = c_void_p(subsetter.hb_subset_input_set(wish, _FEATURE_SET))
    shaper.hb_set_clear(features)
    for tag in _KEPT_FEATURES:
        shaper.hb_set_add(features, int.from_bytes(tag.encode(), "big"))
    dropped = c_void_p(subsetter.hb_subset_input_set(wish, _DROP_SET))
    for tag in _DROPPED_TABLES:
        shaper.hb_set_add(dropped, int.from_bytes(tag.encode(), "big"))

    part = c_void_p(subsetter.hb_subset_or_fail(whole, wish))
    data = None
    if part and shaper.hb_face_get_glyph_count(part) > 1:
        result = c_void_p(shaper.hb_face_reference_blob(part))
        length = c_uint()
        start = shaper.hb_blob_get_data(result, byref(length))
        data = string_at(start, length.value) if start and length.value else None
        shaper.hb_blob_destroy(result)
    if part:
        shaper.hb_face_destroy(part)
    subsetter.hb_subset_input_destroy(wish)
    shaper.hb_face_destroy(whole)
    shaper.hb_blob_destroy(blob)
    return data


def _subset_slowly(face: Face, characters: frozenset[str]) -> bytes | None:
    """The same with fontTools, in ten seconds: for systems whose HarfBuzz is older (Ubuntu 22.04 has 2.7)."""
    import io  # noqa: PLC0415

    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(
        layout_features=list(_KEPT_FEATURES), hinting=False, desubroutinize=True, notdef_outline=True
    )
    options.drop_tables += _DROPPED_TABLES
    out = io.BytesIO()
    try:
        with TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False) as font:
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=[ord(character) for character in characters])
            subsetter.subset(font)
            font.save(out)
    except Exception:  # whatever is wrong with the file, the engine may still make something of it whole
        _log.debug("fontTools cannot cut %s", face.path, exc_info=True)
        return None
    return out.getvalue()
