"""The web server behind `reporter preview`: one page with a frame, the briefs, and word of every change."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path
from types import FrameType
from typing import TypeVar, TypeVarTuple
from urllib.parse import quote

import uvicorn
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from reporter.build.watch import Desk, NoSuchBriefError, Watched
from reporter.cli.output import complain
from reporter.errors import ReporterError, UsageError, unexpected
from reporter.model import FORMATS
from reporter.rendering.site import render_site

Given = TypeVarTuple("Given")
Result = TypeVar("Result")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
PORTS = 20
"""How many ports after the one asked for are tried when it is taken."""
_PATIENCE = 150
"""Milliseconds that changes are gathered before they are taken up: editors write a file in several steps."""


class Preview:
    """Serves what a Desk renders, and tells browsers when to look again."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.version = 0
        self.ended = False
        self.news = asyncio.Event()

    def end(self) -> None:
        """Let every request come to its end at once."""
        self.ended = True
        self.news.set()
        self.desk.close()

    def app(self, hosts: tuple[str, ...] = LOOPBACK) -> Starlette:
        """The application; requests for other host names than `hosts` are refused (DNS rebinding)."""
        return Starlette(
            routes=[
                Route("/", self.shell),
                Route("/events", self.events),
                Route("/brief/{audience}/{zone}.{form}", self.brief),
            ],
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
            lifespan=self.lifespan,
        )

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Watch the disk while the server runs."""
        watching = asyncio.create_task(self.watch())
        yield
        watching.cancel()

    async def watch(self) -> None:
        """Take up every change, then tell the browsers; what is watched may itself change by that."""
        changes: asyncio.Queue[set[Path]] = asyncio.Queue()
        before: list[asyncio.Task[None]] = []
        while True:
            watched = self.desk.watched
            followers = [
                asyncio.create_task(_follow(watched, watched.folders, changes, below=True)),
                asyncio.create_task(_follow(watched, watched.parents, changes, below=False)),
            ]
            await asyncio.sleep(0)  # they follow from here on, so that no change falls between
            for task in before:
                task.cancel()
            if before:  # what came between the last look and this one
                await self.take_up(watched.names)
            before, paths = followers, set[Path]()
            while watched == self.desk.watched and not paths & watched.folders:  # a folder made anew is another one
                paths = await changes.get()
                await self.take_up(paths)

    async def take_up(self, paths: Collection[Path]) -> None:
        """Look at the disk again, then tell the browsers."""
        await _aside(self.desk.changed, paths)
        self.version += 1
        self.news.set()
        self.news = asyncio.Event()

    async def shell(self, _: Request) -> Response:
        """The page around the briefs."""
        return HTMLResponse(render_site("preview.html.j2", choice=self.desk.choice(), version=self.version))

    async def events(self, _: Request) -> Response:
        """Server-sent events: the version, now and after every change."""

        async def stream() -> AsyncIterator[str]:
            told = -1
            while not self.ended:
                news = self.news  # taken before the version is read, so that no change falls between
                if told != self.version:
                    told = self.version
                    yield f"data: {told}\n\n"
                    continue
                try:
                    await asyncio.wait_for(news.wait(), 15)
                except TimeoutError:
                    yield ": still here\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def brief(self, request: Request) -> Response:
        """One brief, or what is wrong with it."""
        zone, audience, form = (request.path_params[key] for key in ("zone", "audience", "form"))
        headers = {"Cache-Control": "no-store"}
        try:
            if form not in FORMATS:
                raise NoSuchBriefError(f"unknown format `{form}`", hint=f"known: {', '.join(FORMATS)}")
            if form == "pdf":
                data = await _aside(self.desk.pdf, zone, audience)
                name = quote(f"{zone}-{audience}.pdf")
                headers["Content-Disposition"] = f"inline; filename*=UTF-8''{name}"
                return Response(data, media_type="application/pdf", headers=headers)
            return HTMLResponse(await _aside(self.desk.html, zone, audience), headers=headers)
        except ReporterError as error:
            told = error
        except Exception as error:  # a fault of ours: the next change may be free of it
            told = unexpected(error, f"{zone}, {audience}")
        status = 404 if isinstance(told, NoSuchBriefError) else 500
        return HTMLResponse(render_site("error.html.j2", error=told), status_code=status, headers=headers)


class Server(uvicorn.Server):
    """The server of one preview, which a single Ctrl-C ends whatever is being made."""

    def __init__(self, preview: Preview, hosts: tuple[str, ...]) -> None:
        super().__init__(uvicorn.Config(preview.app(hosts), log_level="warning", timeout_graceful_shutdown=1))
        self.preview = preview
        self.interrupted = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C or SIGTERM."""
        self.interrupted = True
        super().handle_exit(sig, frame)
        self.preview.end()


async def _aside(function: Callable[[*Given], Result], *given: *Given) -> Result:
    """Call a function in a thread, which nobody waits for once the answer is no longer wanted."""
    return await run_sync(function, *given, abandon_on_cancel=True)


async def _follow(
    watched: Watched, folders: Collection[Path], changes: asyncio.Queue[set[Path]], *, below: bool
) -> None:
    """Put every change in the folders (and in all `below` them) that matters into the queue."""
    from watchfiles import awatch  # noqa: PLC0415

    try:
        async for batch in awatch(
            *folders,
            watch_filter=lambda _, path: watched.concerns(Path(path)),
            debounce=_PATIENCE,
            step=50,
            recursive=below,
            ignore_permission_denied=True,
        ):
            await changes.put({Path(path) for _, path in batch})
    except (OSError, RuntimeError) as error:  # the system's limit of watches, a folder that has just gone
        complain(UsageError(f"changes cannot be followed: {error}", hint="start the preview again"))


def free_socket(host: str, port: int) -> socket.socket:
    """A listening socket on `port`, or on the next free one.

    Raises UsageError when `host` is no address of this machine, or none of the next PORTS ports is free.
    """
    if not host.strip():  # the system would take it for every network that there is
        raise UsageError("--host is empty", hint="leave it out to serve on this machine only")
    for candidate in range(port, port + PORTS):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
        except (OSError, UnicodeError) as error:
            listener.close()
            if getattr(error, "errno", 0) not in (errno.EADDRINUSE, errno.EACCES):
                what = f"`{host}` is no address of this machine"
                raise UsageError(what, hint="leave --host out to serve on this machine only") from error
            continue
        return listener
    raise UsageError(f"ports {port} to {port + PORTS - 1} are taken", hint="give another with --port")
