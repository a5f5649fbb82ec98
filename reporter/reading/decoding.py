"""From bytes to text: which encoding a page was saved in.

Chinese pages come as UTF-8, GB18030 (with GBK and GB2312 inside it), Big5 or UTF-16. Where several of them
decode without error, the text that reads like Chinese wins: its commonest characters and marks
are all over any page, while a wrong decoding scatters rare ones.
"""

from __future__ import annotations

import codecs
import re

from reporter.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5", "cp950", "utf-16-le", "utf-16-be")
_COMMON = re.compile("[，。、：；“”（）的一是在了不有和人中大为国上地发展业產業發個区區]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENOUGH = 0.04
_SAMPLE = 20_000


def decode(data: bytes, where: str) -> tuple[str, str]:
    r"""The text of a file and the name of its encoding; line ends become \n, a byte order mark goes.

    Raises:
        SourceError: nothing in the file, not a text, or in no encoding that we know.

    """
    if not data.strip(b" \t\r\n\x0c\x00"):
        raise SourceError("the file is empty", where=where)
    text, encoding = _decode(data, where)
    if not text.strip("\ufeff \t\r\n\x0c\u3000"):
        raise SourceError("the file is empty", where=where)
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.05 * min(len(text), _SAMPLE):
        raise SourceError("this is a binary file, not a text", where=where)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes, where: str) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), name
            except UnicodeDecodeError as error:
                raise SourceError(f"the file says it is {name} but is not", where=where) from error
    if b"\x00" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    best, name, share = "", "", 0.0
    for candidate in _CANDIDATES:
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        found = len(_COMMON.findall(text[:_SAMPLE])) / min(len(text), _SAMPLE)
        if found > share:
            best, name, share = text, candidate, found
    if share >= _ENOUGH:
        return best, name
    return _last_resort(data, where)


def _last_resort(data: bytes, where: str) -> tuple[str, str]:
    """UTF-8 or GB18030 with a few broken characters, or whatever charset-normalizer makes of it."""
    if b"\x00" not in data[:_SAMPLE]:
        for candidate in ("utf-8", "gb18030"):
            text = data.decode(candidate, errors="replace")
            sample = text[:_SAMPLE]
            if sample.count("\ufffd") <= 0.02 * len(sample) and _COMMON.search(sample):
                return text, candidate
    from charset_normalizer import from_bytes  # noqa: PLC0415  (loads slowly, needed seldom)

    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None or guess.encoding.startswith("utf_7"):
        raise SourceError("this is a binary file or in an unknown encoding", where=where, hint="save it as UTF-8")
    return data.decode(guess.encoding, errors="replace"), guess.encoding
