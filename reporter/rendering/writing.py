"""The objects of a PDF as bytes, sooner.

A tagged brief has a thousand small objects of names, numbers and references; pydyf asks of each value in turn whether
it is any of four types, and puts the pages' references together anew for every element. The bytes are the same.
"""

from __future__ import annotations

from typing import Any


def install(pydyf: Any) -> None:
    """Put the quicker writing in place, for this process."""
    pydyf._to_bytes = written = _written(pydyf._to_bytes)

    def dictionary(one: Any) -> bytes:
        return b"<<%b>>" % b"".join([b"/%b %b" % (written(key), written(value)) for key, value in one.items()])

    def array(one: Any) -> bytes:
        return b"[%b]" % b" ".join([written(value) for value in one])

    pydyf.Dictionary.data = property(dictionary)
    pydyf.Array.data = property(array)
    pydyf.PDF.page_references = property(_page_references)


def _written(original: Any) -> Any:
    """The bytes of one value: those that most are of know their type at once."""

    def written(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is int:
            return b"%d" % item
        if kind is float:
            return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
        return original(item)  # type: ignore[no-any-return]

    return written


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """What pages are referred to by; put together when a page has been added."""
    numbers = pdf.pages["Kids"][::3]
    known: tuple[list[int], tuple[bytes, ...]] = pdf.__dict__.get("reporter_pages", ([], ()))
    if known[0] != numbers:
        known = numbers, tuple(b"%d 0 R" % number for number in numbers)
        pdf.reporter_pages = known
    return known[1]
