"""From bytes to text: which encoding a page was saved in.

Chinese pages come as UTF-8, GB18030 (with GBK and GB2312 inside it), Big5 or UTF-16. Where several of them
decode without error, the text that reads like Chinese wins: its commonest characters and marks
are all over any page, while a wrong decoding scatters rare ones. A page that was put together from files
of two encodings is read line by line. What no encoding gives stays as U+FFFD, which `unreadable` finds.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

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
_LOST = "\ufffd"
_CHINESE = re.compile("[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENOUGH = 0.04
_SAMPLE = 20_000
_AROUND = 12
"""Characters that show on either side where a line could not be read."""


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
                if mark == codecs.BOM_UTF8 and (text := _two_encodings(data.removeprefix(mark))):
                    return text, name
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
    if share >= _ENOUGH:  # what is UTF-8 within often passes for rare characters of GB18030
        return (_by_lines(data, name) if name == "gb18030" else best), name
    return _last_resort(data, where)


def _last_resort(data: bytes, where: str) -> tuple[str, str]:
    """UTF-8 and GB18030 line by line with a few broken characters, or whatever charset-normalizer makes of it."""
    if b"\x00" not in data[:_SAMPLE] and (text := _two_encodings(data)):
        return text, _prevailing(data)
    from charset_normalizer import from_bytes  # noqa: PLC0415  (loads slowly, needed seldom)

    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None or guess.encoding.startswith("utf_7"):
        raise SourceError("this is a binary file or in an unknown encoding", where=where, hint="save it as UTF-8")
    return data.decode(guess.encoding, errors="replace"), guess.encoding


def _two_encodings(data: bytes) -> str:
    """The text line by line in UTF-8 or GB18030, or nothing where that reads badly."""
    text = _by_lines(data, _prevailing(data))
    sample = text[:_SAMPLE]
    return text if sample.count(_LOST) <= 0.02 * len(sample) and _COMMON.search(sample) else ""


def _prevailing(data: bytes) -> str:
    """UTF-8 where most of the Chinese lines are valid UTF-8, else GB18030."""
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    valid = sum(len(line) for line in lines if _is_utf8(line))
    return "utf-8" if 2 * valid >= sum(map(len, lines)) else "gb18030"


def _is_utf8(line: bytes) -> bool:
    """Whether a line is Chinese in UTF-8; another encoding's bytes pass for that by chance hardly ever."""
    try:
        return bool(_CHINESE.search(line.decode("utf-8")))
    except UnicodeDecodeError:
        return False


def _by_lines(data: bytes, prevailing: str) -> str:
    """Each line in the encoding in which it reads best; no character of either holds the byte of a line feed."""
    return "\n".join(_line(line, prevailing) for line in data.split(b"\n"))


def _line(line: bytes, prevailing: str) -> str:
    if line.isascii() or _is_utf8(line):
        return line.decode("utf-8")
    other = "gb18030" if prevailing == "utf-8" else "utf-8"
    readings = [line.decode(name, errors="replace") for name in (prevailing, other)]
    return max(readings, key=lambda text: (len(_COMMON.findall(text)), -text.count(_LOST)))


def unreadable(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines with characters that could not be read: number from 1, offset of the first one, words around it."""
    if _LOST not in text:
        return
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if (lost := line.find(_LOST)) >= 0:
            yield number, at + lost, line[max(0, lost - _AROUND) : lost + _AROUND].strip()
        at += len(line) + 1
