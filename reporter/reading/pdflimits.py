"""Limits for the library that reads PDFs, which has none.

A few kilobytes of a packed stream may unpack to gigabytes, or draw millions of characters, each of which the library
holds as an object of its own. While `limited()` holds, it stops at bounds that no printed page comes near.
"""

from __future__ import annotations

import contextlib
import importlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes of all streams of a document together."""
MAX_DRAWN = 200_000
"""Characters, lines and pictures of a page; the fullest newspaper page has a tenth of that."""


class _TooMuchError(Exception):
    """Stops the library, which wraps it in an error of its own."""


@dataclass(slots=True)
class Limits:
    """What is left of them, and whether they were reached."""

    left: int
    reached: bool = False

    def reach(self) -> None:
        """Stop here."""
        self.reached = True
        raise _TooMuchError


@contextlib.contextmanager
def limited() -> Iterator[Limits]:
    """Bind the library to the limits for a while."""
    streams: Any = importlib.import_module("pdfminer.pdftypes")
    pages: Any = importlib.import_module("pdfplumber.page")
    limits = Limits(MAX_UNPACKED)
    before = streams.zlib, pages.PDFPageAggregatorWithMarkedContent
    streams.zlib = _Zlib(limits)
    pages.PDFPageAggregatorWithMarkedContent = _counting(before[1], limits)
    try:
        yield limits
    finally:
        streams.zlib, pages.PDFPageAggregatorWithMarkedContent = before


class _Zlib:
    """As much of zlib as the library uses."""

    error = zlib.error

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def decompress(self, data: bytes) -> bytes:
        """All of a stream; raises zlib.error where it is damaged or ends too early."""
        stream = self.decompressobj()
        unpacked = stream.decompress(data)
        if not stream.eof:
            raise zlib.error("incomplete stream")
        return unpacked

    def decompressobj(self) -> _Stream:
        """A stream that comes in pieces."""
        return _Stream(self.limits)


class _Stream:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.inner = zlib.decompressobj()

    @property
    def eof(self) -> bool:
        return self.inner.eof

    def decompress(self, data: bytes) -> bytes:
        unpacked = self.inner.decompress(data, self.limits.left + 1)
        self.limits.left -= len(unpacked)
        if self.limits.left < 0:
            self.limits.reach()
        return unpacked


def _counting(device: Any, limits: Limits) -> Any:
    """The library's drawing device, which stops at a page's limit; each page has a device of its own."""

    class Counting(device):  # type: ignore[misc]
        drawn = 0

        def count(self) -> None:
            self.drawn += 1
            if self.drawn > MAX_DRAWN:
                limits.reach()

        def render_char(self, *args: Any, **named: Any) -> Any:
            self.count()
            return super().render_char(*args, **named)

        def render_image(self, *args: Any, **named: Any) -> Any:
            self.count()
            return super().render_image(*args, **named)

        def paint_path(self, *args: Any, **named: Any) -> Any:
            self.count()
            return super().paint_path(*args, **named)

    return Counting
