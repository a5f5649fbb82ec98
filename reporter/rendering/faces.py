"""Which font files a machine has, asked of fontconfig, the same list that the engine sees.

>>> faces("Noto Serif CJK SC")
(Face(family='Noto Serif CJK SC', path='/usr/share/fonts/…/NotoSerifCJK-Regular.ttc', index=2, weight=400), …)
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char_p, c_double, c_int, c_void_p
from dataclasses import dataclass
from functools import cache

from reporter.rendering.libraries import library

# Fontconfig's own scale of weights against the numbers of CSS (fontconfig.h, FC_WEIGHT_*).
_WEIGHTS = (
    (0, 100),
    (40, 200),
    (50, 300),
    (55, 350),
    (75, 380),
    (80, 400),
    (100, 500),
    (180, 600),
    (200, 700),
    (205, 800),
    (210, 900),
)


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """One upright, static face: its file, its place in a collection (.ttc) and its weight as CSS counts."""

    family: str
    path: str
    index: int
    weight: int


class _FontSet(ctypes.Structure):
    _fields_ = [("nfont", c_int), ("sfont", c_int), ("fonts", POINTER(c_void_p))]


@cache
def _fontconfig() -> tuple[ctypes.CDLL, c_void_p] | None:
    lib = library("fontconfig")
    if lib is None:
        return None
    for name in ("FcInitLoadConfigAndFonts", "FcNameParse", "FcObjectSetCreate"):
        getattr(lib, name).restype = c_void_p
    lib.FcFontList.restype = POINTER(_FontSet)
    return lib, c_void_p(lib.FcInitLoadConfigAndFonts())


@cache
def faces(family: str) -> tuple[Face, ...]:
    """The upright static faces of a family, lightest first; empty where the machine has none."""
    return _listed(f"{_escape(family)}:slant=0", family)


@cache
def chinese() -> tuple[Face, ...]:
    """Every upright face that claims to cover Simplified Chinese."""
    return _listed(":lang=zh-cn:slant=0", "")


def _listed(pattern: str, family: str) -> tuple[Face, ...]:
    opened = _fontconfig()
    if opened is None:
        return ()
    lib, config = opened
    wanted = c_void_p(lib.FcNameParse(pattern.encode()))
    fields = c_void_p(lib.FcObjectSetCreate())
    for name in (b"family", b"file", b"index", b"weight", b"variable"):
        lib.FcObjectSetAdd(fields, name)
    found = lib.FcFontList(config, wanted, fields)
    lib.FcPatternDestroy(wanted)
    lib.FcObjectSetDestroy(fields)
    if not found:
        return ()
    result = {
        face for i in range(found.contents.nfont) if (face := _face(lib, c_void_p(found.contents.fonts[i]), family))
    }
    lib.FcFontSetDestroy(found)
    return tuple(sorted(result, key=lambda face: (face.weight, face.path, face.index)))


def _face(lib: ctypes.CDLL, pattern: c_void_p, family: str) -> Face | None:
    text, number, real = c_char_p(), c_int(), c_double()
    if lib.FcPatternGetBool(pattern, b"variable", 0, byref(number)) == 0 and number.value:
        return None  # a variable font is seven times slower to embed than a static one
    if lib.FcPatternGetString(pattern, b"file", 0, byref(text)) or text.value is None:
        return None
    path = text.value.decode(errors="surrogateescape")
    index = number.value if lib.FcPatternGetInteger(pattern, b"index", 0, byref(number)) == 0 else 0
    if index >> 16:
        return None  # a named instance of a variable font
    weight = real.value if lib.FcPatternGetDouble(pattern, b"weight", 0, byref(real)) == 0 else 80.0
    if not family:
        lib.FcPatternGetString(pattern, b"family", 0, byref(text))
        family = (text.value or b"").decode(errors="replace")
    return Face(family, path, index, min(_WEIGHTS, key=lambda pair: abs(pair[0] - weight))[1])


def _escape(family: str) -> str:
    for mark in "\\-:,":
        family = family.replace(mark, "\\" + mark)
    return family
