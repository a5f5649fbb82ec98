"""Where pages come from: files, folders, archives, standard input.

    find(["seeds", "june.zip", "-"])  →  Input("000_90f3.txt") … Input("june.zip/a.html") … Input("stdin.txt")

The order is that of the arguments, and inside a folder or an archive that of the names. Links to folders are followed;
every folder is read once, under its own name where it has one, and a link that leads back up is not followed.
"""

from __future__ import annotations

import os
import sys
import zipfile
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from reporter.errors import SourceError, UsageError
from reporter.reading.archives import MAX_BYTES, content, oversized

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"})
MAX_MEMBERS = 5_000
MAX_ARCHIVE_BYTES = 512 * 1024 * 1024
_KINDS = "txt, md, html, docx, pdf, or a zip of these"


@dataclass(frozen=True, slots=True)
class Input:
    """One page to read: its unique `name`, the `path` it lies under, and a `member` when that is an archive.

    An archive may hold several members of one name; `copy` counts them from 0.
    """

    name: str
    path: str
    member: str = ""
    content: bytes | None = None
    copy: int = 0

    @property
    def suffix(self) -> str:
        """The lower-case suffix that tells the format: `.txt`."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix; article ids begin with it."""
        return str(PurePosixPath(self.name).with_suffix("")) if self.suffix in SUFFIXES else self.name

    def data(self) -> bytes:
        """The bytes of the page.

        Raises:
            SourceError: the file is gone, may not be read, is too large, or its archive is damaged.

        """
        if self.content is not None:
            return self.content
        try:
            if self.member:
                with zipfile.ZipFile(self.path) as archive:
                    members = [member for member in archive.infolist() if member.filename == self.member]
                    return content(archive, members[self.copy])
            path = Path(self.path)
            if path.stat().st_size > MAX_BYTES:
                raise SourceError(
                    f"the file is larger than {MAX_BYTES >> 20} MB", where=self.name, hint="split it into pages"
                )
            return path.read_bytes()
        except SourceError:
            raise
        except OSError as error:
            raise _unread(self.name, error).error from error
        except Exception as error:
            # A damaged archive raises whatever its first broken part runs into, from struct.error to LZMAError.
            raise SourceError("the archive is damaged or encrypted", where=self.name) from error


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that cannot be read, and why; the rest goes on."""

    name: str
    error: SourceError


def find(paths: Sequence[str | Path]) -> Iterator[Input | Failure]:
    """Every page under the given files, folders and archives; `-` is standard input.

    What cannot be read is a `Failure` in its place, and so is a folder or an archive in which there is nothing to read.

    Raises:
        UsageError: a path does not exist (at once, before anything is read).

    """
    for path in paths:
        if str(path) != "-" and _missing(Path(path)):
            raise UsageError(
                "no such file or folder", where=str(path), hint="name a file, a folder, a zip, or - for standard input"
            )
    return _unique(paths)


def _missing(path: Path) -> bool:
    """Whether there is no such file; one that cannot even be asked for is told of when it is read."""
    try:
        return not path.exists()
    except OSError:
        return False


def _unique(paths: Sequence[str | Path]) -> Iterator[Input | Failure]:
    """The pages with names that no two of them share; the same file named twice comes once."""
    names: set[str] = set()
    places: set[tuple[str, str, int]] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Failure):
                error = found.error
                yield Failure(
                    _legible(found.name), SourceError(error.what, where=_legible(error.where), hint=error.hint)
                )
                continue
            place = (str(Path(found.path).resolve()), found.member, found.copy)
            if place in places:
                continue
            places.add(place)
            page = replace(found, name=_legible(found.name))
            if page.name in names:
                page = replace(page, name=f"{Path(page.path).resolve().parent.name}/{page.name}")
            count = 2
            base = page.name
            while page.name in names:
                page = replace(page, name=_numbered(base, count))
                count += 1
            names.add(page.name)
            yield page


def _numbered(name: str, number: int) -> str:
    """The name of the second and further pages of one name: page-2.txt."""
    path = PurePosixPath(name)
    return name if number == 1 else f"{path.with_suffix('')}-{number}{path.suffix}"


def _legible(name: str) -> str:
    """The name with what is no text in it (bytes of another encoding) replaced, so that it can be told and written."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _built(folder: Path) -> bool:
    """Whether a build wrote this folder: what it holds are briefs, which must never be taken for sources."""
    return (folder / ".lock").is_file() and (folder / "manifest.json").is_file()


def _under(path: str | Path) -> Iterator[Input | Failure]:
    """What one argument stands for, and a failure where that is nothing at all: its documents must not go unnoticed."""
    if str(path) == "-":
        yield _standard_input()
        return
    anything = False
    for found in _folder(Path(path)) if _is_folder(Path(path)) else _file(Path(path), Path(path).name):
        anything = True
        yield found
    if not anything:
        what = "there is nothing to read in it"
        yield Failure(str(path), SourceError(what, where=str(path), hint=f"readable are {_KINDS}"))


def _standard_input() -> Input | Failure:
    if sys.stdin is None:
        return Failure("-", SourceError("standard input is closed", where="-", hint="pipe a page in, or name a file"))
    try:
        return Input("stdin.txt", "-", content=sys.stdin.buffer.read(MAX_BYTES + 1))
    except OSError as error:  # of a folder, for one
        return _unread("-", error)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # told of as a file that cannot be read
        return False


def _folder(folder: Path) -> Iterator[Input | Failure]:
    """The pages below a folder in the order of their names."""
    for name, found in sorted(_entries(folder), key=lambda entry: entry[0]):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _file(found, name)


def _entries(folder: Path) -> Iterator[tuple[str, Path | Failure]]:
    """Every file below a folder with its name there, in no order; folders' own names come before links to them."""
    seen = {_identity(parent) for parent in folder.resolve().parents}  # a link to one of these leads in a circle
    folders, links = deque([("", folder)]), deque[tuple[str, Path]]()
    while folders or links:
        name, place = folders.popleft() if folders else links.popleft()
        if (identity := _identity(place)) in seen or (name and _built(place)):
            continue
        seen.add(identity)
        try:
            with os.scandir(place) as listing:
                entries = sorted((entry for entry in listing if not _hidden(entry.name)), key=lambda entry: entry.name)
        except OSError as error:
            yield name, _unread(str(place), error)
            continue
        for entry in entries:
            inner = f"{name}/{entry.name}".lstrip("/")
            try:
                if entry.is_dir():
                    (links if entry.is_symlink() else folders).append((inner, Path(entry.path)))
                elif entry.is_file():
                    yield inner, Path(entry.path)
                elif entry.is_symlink() and not Path(entry.path).exists():
                    yield inner, Failure(inner, SourceError("this link leads nowhere", where=inner, hint="remove it"))
            except OSError as error:
                yield inner, _unread(inner, error)


def _identity(folder: Path) -> tuple[int, int] | str:
    """What a folder is the same by, under whatever name."""
    try:
        known = folder.stat()
    except OSError:
        return str(folder)
    return known.st_dev, known.st_ino


def _unread(where: str, error: OSError) -> Failure:
    """A file or folder that the system does not give, in its words and with what to do."""
    what = f"cannot be read: {(error.strerror or str(error)).lower()}"
    hint = "ask for the right to read it" if isinstance(error, PermissionError) else "check it, or leave it out"
    return Failure(where, SourceError(what, where=where, hint=hint))


def _hidden(part: str) -> bool:
    return part.startswith((".", "~$")) or part in {"__MACOSX", "Thumbs.db"}


def _file(path: Path, name: str) -> Iterator[Input | Failure]:
    suffix = path.suffix.lower()
    try:
        regular = path.is_file()
    except OSError as error:
        yield _unread(str(path), error)
        return
    if not regular:
        yield Failure(name, SourceError("this is no regular file", where=name, hint="pipe it in, and name it -"))
    elif suffix == ".zip":
        yield from _archive(path, name)
    elif suffix in SUFFIXES or not suffix:
        yield Input(name, str(path))
    else:
        yield Failure(name, SourceError(f"{suffix} files are not read", where=name, hint=f"readable are {_KINDS}"))


def _archive(path: Path, name: str) -> Iterator[Input | Failure]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
    except OSError as error:
        yield _unread(name, error)
        return
    except Exception as error:  # as above
        yield Failure(name, SourceError("the archive is damaged", where=name, hint=str(error)))
        return
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_ARCHIVE_BYTES:
        what = f"the archive holds more than {MAX_MEMBERS} files or {MAX_ARCHIVE_BYTES >> 20} MB"
        yield Failure(name, SourceError(what, where=name, hint="unpack it and name the folder"))
        return
    seen: Counter[str] = Counter()
    for member in members:
        copy = seen[member.filename]
        seen[member.filename] += 1
        inner = _numbered(f"{name}/{member.filename.lstrip('/')}", copy + 1)
        parts = PurePosixPath(member.filename).parts
        if any(_hidden(part) for part in parts if part not in {".", ".."}):
            continue
        if reason := _refused(member):
            yield Failure(inner, SourceError(reason, where=inner))
        else:
            yield Input(inner, str(path), member=member.filename, copy=copy)


def _refused(member: zipfile.ZipInfo) -> str:
    """Why a member of an archive is not opened, or nothing."""
    suffix = PurePosixPath(member.filename).suffix.lower()
    if suffix and suffix not in SUFFIXES:
        return f"{suffix} files are not read"
    if member.flag_bits & 1:
        return "the file is encrypted"
    return oversized(member)
