"""The way in from the shell: hands the command line on, and turns expected failures into one sentence."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

from reporter.errors import ExitStatus, ReporterError


def main() -> None:
    """Run the command line and leave with the right exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
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
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitStatus.DONE)
    except Exception as error:
        sys.exit(_unexpected(error))


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
    what = f"reporter: unexpected {type(error).__name__}: {error}"
    print(f"{what} (this is a fault in reporter; REPORTER_TRACEBACK=1 shows where)", file=sys.stderr)  # noqa: T201
    return ExitStatus.PARTLY


def _interrupted() -> NoReturn:
    """Say so and leave at once: what is finished stands whole on the disk, and threads need not be waited for."""
    print("reporter: interrupted; what was finished is kept", file=sys.stderr)  # noqa: T201
    sys.stderr.flush()
    os._exit(ExitStatus.INTERRUPTED)


if __name__ == "__main__":
    main()
