"""The C libraries that setting a page needs, found the way the engine finds them.

Nothing here imports the engine, so that `reporter doctor` answers at once and on a machine that lacks them all.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

# Names as the dynamic linker knows them on Linux, macOS and Windows; the first that opens is taken.
_NAMES = {
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
_FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if sys.platform == "darwin" else ("",)


@cache
def library(name: str) -> ctypes.CDLL | None:
    """The library `pango`, `pangoft2`, `harfbuzz`, `harfbuzz-subset` or `fontconfig`; None where it is missing."""
    for file in _NAMES[name]:
        for folder in _FOLDERS:
            try:
                return ctypes.CDLL(folder + file)
            except OSError:
                continue
    return None


def version(name: str) -> str:
    """The version of `pango` or `harfbuzz` as `1.50.12`; empty where the library is missing."""
    lib = library(name)
    if lib is None:
        return ""
    if name == "pango":
        call = lib.pango_version_string
        call.restype = ctypes.c_char_p
        return str(call().decode())
    if name.startswith("harfbuzz") and (shaper := library("harfbuzz")):
        parts = [ctypes.c_uint() for _ in range(3)]
        shaper.hb_version(*(ctypes.byref(part) for part in parts))
        return ".".join(str(part.value) for part in parts)
    return "?"
