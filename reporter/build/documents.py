"""One task of a worker: a zone's facts in, its documents for one audience out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter.build.kit import Kit, resolve
from reporter.build.limits import time_limit
from reporter.build.plan import OVERVIEW
from reporter.build.store import unpack
from reporter.build.workers import at_work
from reporter.errors import ReporterError, unexpected
from reporter.model import Audience

if TYPE_CHECKING:
    from reporter.model import Brief, Overview
    from reporter.rendering.renderer import Renderer

PRELOAD = ("weasyprint", "reporter.build.documents", "reporter.briefing", "reporter.rendering.renderer")


@dataclass(frozen=True, slots=True)
class Task:
    """One zone (or OVERVIEW) for one audience, in the formats that must be made."""

    zone: str
    audience: Audience
    formats: tuple[str, ...]
    facts: bytes
    kit: Kit

    @property
    def name(self) -> str:
        """How a person names it."""
        return f"{self.zone or self.audience.title}-{self.audience.title}" if self.zone else self.audience.title


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a task: bytes by format, an error by format, and what the engine remarked.

    `empty` where the brief would say nothing, so that there is no document.
    """

    files: Mapping[str, bytes]
    errors: Mapping[str, ReporterError] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    empty: bool = False


def make(task: Task) -> Rendered:
    """Compose the brief and render it in every format asked for; one format's failure leaves the others."""
    where = f"{task.zone or task.audience.title}, {task.audience.name}"
    at_work(task.name)
    renderer = _renderer(resolve(task.kit))
    with time_limit(task.kit.timeout, where):
        brief = compose(task)
    if not worthwhile(brief):
        return Rendered({}, empty=True)
    files: dict[str, bytes] = {}
    errors: dict[str, ReporterError] = {}
    warnings: tuple[str, ...] = ()
    for form in task.formats:
        try:
            with time_limit(task.kit.timeout, where):
                if form == "pdf":
                    files[form] = renderer.pdf(brief, attachments(brief))
                    warnings = renderer.warnings
                else:
                    files[form] = renderer.html(brief).encode()
        except ReporterError as error:
            errors[form] = error
        except Exception as error:  # whatever it is, the other documents are still made
            errors[form] = unexpected(error, where)
    return Rendered(files, errors, warnings)


def worthwhile(brief: Brief | Overview) -> bool:
    """Whether the brief says anything."""
    from reporter import briefing  # noqa: PLC0415

    return briefing.worthwhile(brief)


def attachments(brief: Brief | Overview) -> dict[str, bytes]:
    """The brief's facts as files for its PDF, in the formats that the audience asks for."""
    from reporter.build.export import encode, fact_columns, fact_row  # noqa: PLC0415

    return {
        f"{brief.name}.{form}": b"".join(encode(map(fact_row, brief.facts), form, fact_columns(())))
        for form in brief.audience.pdf.attachments
    }


def compose(task: Task) -> Brief | Overview:
    """The brief that the task's documents show."""
    from reporter import briefing  # noqa: PLC0415

    collection = unpack(task.facts)
    if task.zone == OVERVIEW:
        return briefing.compose_overview(collection, task.audience, task.kit.brand)
    return briefing.compose(collection, task.zone, task.audience, task.kit.brand)


@lru_cache(maxsize=2)
def _renderer(kit: Kit) -> Renderer:
    from reporter.rendering.renderer import Renderer  # noqa: PLC0415

    return Renderer(kit.roots, kit.base, kit.fonts, kit.dated)


def shares(kit: Kit) -> dict[str, str]:
    """The versions of what all documents share, by content: for the plan."""
    from reporter.build.files import digest  # noqa: PLC0415
    from reporter.build.versions import setting_version, writing_version  # noqa: PLC0415

    fonts = "\n".join([*kit.fonts.identity(), setting_version()]) if kit.fonts else ""
    engine = f"{writing_version()} {kit.dated}"
    return {"fonts": digest(fonts.encode()), "engine": digest(engine.encode())}
