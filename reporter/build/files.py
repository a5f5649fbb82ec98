"""Files that appear whole or not at all, and a folder that only one build writes at a time."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reporter.errors import UsageError

TEMPORARY = ".reporter-"
"""How the names of unfinished files begin; a later build sweeps what a killed one left."""


def digest(data: bytes) -> str:
    """The name of these bytes by content: 32 hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_file(path: Path) -> str:
    """The digest of a file's content, or an empty string where there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return ""


def write(path: Path, data: bytes | Iterable[bytes], *, advice: str = "") -> str:
    """Write `data` to `path` in one step: to a temporary name in the same folder, flushed, then renamed.

    `data` may come in pieces, which are never held together. Returns the digest of the content. Raises UsageError
    when the folder cannot be written or the disk is full, with `advice` on what to do; what stood at `path` is then
    intact.
    """
    temporary = ""
    content = hashlib.blake2b(digest_size=16)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            for piece in (data,) if isinstance(data, bytes) else data:
                content.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except UnicodeEncodeError as error:
        what = "cannot be written: this locale's file names know no Chinese"
        raise UsageError(what, where=ascii(str(path)), hint="set LC_ALL=C.UTF-8") from error
    except OSError as error:
        raise UsageError(_told(error), where=str(path), hint=advice or _advice(error)) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
    return content.hexdigest()


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raises UsageError naming `path` where it cannot be written; the system's own errors do not say what it was."""
    try:
        yield
    except OSError as error:
        raise UsageError(_told(error), where=str(path), hint=_advice(error)) from error


@contextlib.contextmanager
def reserve(folder: Path, size: int) -> Iterator[None]:
    """Keep `size` bytes of the disk free while others write, for what must still be written when it is full.

    Raises UsageError when there is not so much room.
    """
    path = folder / f"{TEMPORARY}reserve"
    try:
        with writing(folder):
            path.write_bytes(bytes(size))  # not a hole in a file, which takes no room
        yield
    finally:
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the unfinished files that a killed build left in `folder` and below."""
    for path in list(folder.rglob(f"{TEMPORARY}*")):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


@contextlib.contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Hold `folder` for one build; a second one is told so at once.

    Raises UsageError when another build holds it or the folder cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only builds need it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise UsageError(
            "another build is writing here", where=str(folder), hint="wait for it to end, or give another --out"
        ) from error
    except OSError as error:
        raise UsageError(_told(error), where=str(folder), hint=_advice(error)) from error
    try:
        yield
    finally:
        lock.release()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _told(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "cannot be written: the disk is full"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "cannot be made a folder: a file of that name is in the way"
    return f"cannot be written: {(error.strerror or str(error)).lower()}"


def _advice(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "free some space and run it again; what was finished is kept"
    return "give another folder with --out"
