"""The way in from the shell: hands the command line on, and turns expected failures into one sentence."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import sys
import warnings
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from reporter.errors import ExitStatus, ReporterError, UsageError, visible


def main() -> None:
    """Run the command line and leave with the right exit status."""
    _prepare_streams()
    os.environ.setdefault("PYTHONWARNINGS", "ignore")  # libraries' remarks are no business of the user's; also workers
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    for name in ("SIGTERM", "SIGHUP"):  # to be ended is to be interrupted: what is unfinished is cleaned up
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:  # nohup ignores one
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        _check_arguments(sys.argv)
        from reporter.cli import app  # noqa: PLC0415 - so that Ctrl-C during imports is caught as well

        status = int(app(standalone_mode=False) or 0)
        # Nothing is left to do; a Ctrl-C from here on must not look like a failure.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.exit(status)
    except ReporterError as error:
        print(f"reporter: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(error.status)
    except KeyboardInterrupt:
        _interrupted()
    except SystemExit as leaving:
        if leaving.code == ExitStatus.INTERRUPTED:  # typer's own answer to Ctrl-C says nothing
            _interrupted()
        if isinstance(leaving.__context__, BrokenPipeError):  # the libraries' answer to a reader that has read enough
            _leave(ExitStatus.DONE)
        raise
    except BrokenPipeError:
        _leave(ExitStatus.DONE)
    except OSError as error:
        print(f"reporter: {_of_system(error)}", file=sys.stderr)  # noqa: T201
        _leave(ExitStatus.PARTLY)
    except Exception as error:
        sys.exit(_unexpected(error))


def _check_arguments(arguments: list[str]) -> None:
    """No argument means anything when it is empty; as a path it would be the current folder.

    Raises UsageError naming what stands before it: a variable of a script was empty.
    """
    for before, argument in pairwise(arguments):
        if not argument or re.fullmatch(r"--[\w-]+=", argument):
            place = argument or before
            what = f"the argument after `{place}` is empty" if before is not arguments[0] else "the argument is empty"
            raise UsageError(what, hint="give it a value, or leave it out")


def _prepare_streams() -> None:
    """UTF-8 whatever the locale says; a stream that the caller closed swallows what is said."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we live
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _of_system(error: OSError) -> ReporterError:
    """What the system refused; where it names no file, it is mostly a stream or the folder that we stand in."""
    what = (error.strerror or str(error)).lower()
    if error.filename:
        return ReporterError(what, where=str(error.filename))
    if error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT):
        return ReporterError(what, where="standard output", hint="free some space, or let it go elsewhere")
    if isinstance(error, FileNotFoundError):
        return ReporterError(what, where="the current folder", hint="it is gone; go to one that is there")
    return ReporterError(what)


def _leave(status: ExitStatus) -> NoReturn:
    """End without another word: what is still to be flushed to a stream that takes nothing is dropped."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(status)


def _unexpected(error: Exception) -> int:
    """Wrong usage as the command-line library tells it; anything else is a fault of ours, told without a traceback."""
    from typer import Abort  # noqa: PLC0415

    if isinstance(error, Abort):
        _interrupted()
    show = getattr(error, "show", None)  # usage errors know how to show themselves
    if show:
        show()
        return int(getattr(error, "exit_code", ExitStatus.USAGE))
    if os.environ.get("REPORTER_TRACEBACK"):
        raise error
    what = visible(f"reporter: unexpected {type(error).__name__}: {error}")
    print(f"{what} (this is a fault in reporter; REPORTER_TRACEBACK=1 shows where)", file=sys.stderr)  # noqa: T201
    return ExitStatus.PARTLY


def _interrupted() -> NoReturn:
    """Say so and leave at once: what is finished stands whole on the disk, and threads need not be waited for."""
    print("reporter: interrupted; what was finished is kept", file=sys.stderr)  # noqa: T201
    sys.stderr.flush()
    os._exit(ExitStatus.INTERRUPTED)


if __name__ == "__main__":
    main()
