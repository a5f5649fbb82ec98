"""What can go wrong in a way that a user can mend, and what the shell is told.

ReporterError             one clear sentence: what, where, what to do; never a traceback
├── UsageError            wrong command line or configuration            exit status 2
├── MachineError          the machine lacks a library or a font          exit status 3
├── SourceError           one input file cannot be read                  exit status 1, the rest goes on
└── DocumentError         one document cannot be made                    exit status 1, the rest goes on
"""

from __future__ import annotations

import re
from enum import IntEnum


class ExitStatus(IntEnum):
    """What the process says to the shell when it ends."""

    DONE = 0
    PARTLY = 1
    USAGE = 2
    MACHINE = 3
    INTERRUPTED = 130


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""The text with control characters written out (\n, \x1b): a file's name must not command a terminal."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


class ReporterError(Exception):
    """An expected failure, told in one sentence.

    `what` says what is wrong, `where` names the file (and line), `hint` says what to do.
    """

    status: ExitStatus = ExitStatus.PARTLY

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what, where, hint)
        self.what = " ".join(what.splitlines())  # what it quotes may have several
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return visible(f"{place}{self.what}{advice}")

    def __reduce__(self) -> tuple[object, ...]:
        # Errors travel from worker processes; keyword arguments do not survive the default pickling.
        return _restore, (type(self), self.what, self.where, self.hint)


class UsageError(ReporterError):
    """A wrong command line, configuration or template setting."""

    status = ExitStatus.USAGE


class MachineError(ReporterError):
    """The machine lacks a library or a font; the hint is the line that installs it."""

    status = ExitStatus.MACHINE


class SourceError(ReporterError):
    """One source cannot be read; `where` is its path."""


class DocumentError(ReporterError):
    """One document cannot be made; `where` names zone, audience and template line."""


def unexpected(error: Exception, where: str) -> DocumentError:
    """A fault of ours as a failure like others, so that the rest goes on."""
    what = f"failed unexpectedly: {type(error).__name__}: {error}"
    return DocumentError(what, where=where, hint="this is a fault in reporter")


def _restore(kind: type[ReporterError], what: str, where: str, hint: str) -> ReporterError:
    return kind(what, where=where, hint=hint)
