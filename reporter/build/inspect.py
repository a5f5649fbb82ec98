"""Looking an audience over before a batch runs into it: settings, templates, pictures, glyphs, boxes, colours.

The audience's documents are really made, for a few zones that between them fill as many sections as the sources
allow; whatever goes wrong is a `Finding` with its place and what to do.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reporter.briefing import load_audience
from reporter.build.documents import Rendered, Task, compose, make
from reporter.build.kit import Kit
from reporter.build.limits import time_limit
from reporter.build.plan import OVERVIEW, slices
from reporter.build.store import pack
from reporter.build.workers import Workers
from reporter.config import Settings, css, toml
from reporter.errors import ReporterError
from reporter.model import FORMATS, Audience, Brief, Collection

ZONES = 3
"""How many zones' documents are made: those with most facts."""
READABLE = 4.5
"""The least contrast of text on paper (WCAG 2.2, 1.4.3, level AA)."""
_IMAGE = re.compile(r"Failed to load image at '([^']+)'")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend (`grave`), or only to know."""

    what: str
    where: str = ""
    hint: str = ""
    grave: bool = True

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}" + (f" ({self.hint})" if self.hint else "")


def inspect(name: str, collection: Collection, settings: Settings, kit: Kit) -> Iterator[Finding]:
    """Everything that is wrong with one audience, the plainest faults first, and each told once."""
    yield from dict.fromkeys(_findings(name, collection, settings, kit))


def _findings(name: str, collection: Collection, settings: Settings, kit: Kit) -> Iterator[Finding]:
    try:
        audience = load_audience(name, kit.roots, settings.audiences.get(name), settings=settings.path)
    except ReporterError as error:
        yield _told(error)
        return
    yield from _unreadable(audience, settings)
    yield from _roles(audience)
    wrong = list(_templates(audience, kit))
    yield from wrong
    yield from _sheets(audience)
    far = list(_remote(audience))
    yield from far
    if wrong:
        return
    parts = slices(collection)
    chosen = sorted(parts, key=lambda zone: (-len(parts[zone].facts), zone))[:ZONES]
    if audience.overview:
        tasks = [Task(OVERVIEW, audience, (), pack(collection), kit)]
    else:
        tasks = [Task(zone, audience, (), pack(parts[zone]), kit) for zone in chosen]
    if not tasks:
        yield Finding("the sources give no facts to try it with", hint="give some with --source", grave=False)
        return
    for task in tasks:
        found = list(_document(task, {finding.what for finding in far}))
        yield from found
        if any(finding.grave for finding in found):
            return
    if not audience.overview:
        yield from _never(audience, collection, parts, kit)


def _told(error: ReporterError) -> Finding:
    return Finding(error.what, error.where, error.hint)


def _templates(audience: Audience, kit: Kit) -> Iterator[Finding]:
    """Templates that make no sense by themselves, among all in the audience's own folders."""
    from reporter.rendering.html import HtmlRenderer, told  # noqa: PLC0415

    environment = HtmlRenderer(kit.roots, kit.base).environment
    for folder in audience.folders:
        for path in sorted(path for path in Path(folder).rglob("*.j2") if path.is_file()):
            try:
                with time_limit(kit.timeout, str(path)):
                    environment.compile(path.read_text("utf-8"), filename=str(path))
            except UnicodeDecodeError:
                yield Finding("is not UTF-8 text", str(path), "save it as UTF-8")
            except ReporterError as error:
                yield _told(error)
            except Exception as error:  # what a template may do wrong, Jinja does not sum up in one kind
                yield _told(told(error, str(path), environment))


def _own_files(audience: Audience, *endings: str) -> Iterator[Path]:
    """The files with such an ending in the audience's folders that do not come with the program."""
    from reporter.rendering.roots import builtin_root  # noqa: PLC0415

    own = [Path(folder) for folder in audience.folders if not Path(folder).is_relative_to(builtin_root())]
    files = [path for folder in own for ending in endings for path in folder.rglob(f"*{ending}")]
    yield from sorted(path for path in files if path.is_file())


def _sheets(audience: Audience) -> Iterator[Finding]:
    """Style sheets that are broken, or hold what the PDF engine skips."""
    from reporter.rendering import sheets  # noqa: PLC0415

    for path in _own_files(audience, ".css"):
        try:
            found = sheets.faults(sheets.read(path), path.parent)
        except ReporterError as error:
            yield _told(error)
            continue
        for fault in found:
            yield Finding(fault.what, f"{path}:{fault.line}", fault.hint, fault.grave)


def _remote(audience: Audience) -> Iterator[Finding]:
    """What templates and styles would fetch from the network."""
    from reporter.rendering import remote  # noqa: PLC0415

    for path in _own_files(audience, ".css", ".j2", ".html"):
        look = remote.in_sheet if path.suffix == ".css" else remote.in_template
        for line, address in look(path.read_text("utf-8-sig", "replace")):
            yield _far(address, f"{path}:{line}", style=path.suffix == ".css")


def _far(address: str, where: str, *, style: bool = False) -> Finding:
    hint = "put a picture beside the template: <img src=\"{{ 'name.png'|picture }}\">"
    hint = "take it out, or write it as a data: address" if style else hint
    return Finding(f"documents fetch nothing from the network: {address}", where, hint)


def _document(task: Task, known: set[str]) -> Iterator[Finding]:
    """Make the document in every format, each within the time that a build gives it, and look at it.

    What is `known` is not told again.
    """
    from reporter.rendering import remote  # noqa: PLC0415

    for form in FORMATS:
        (outcome,) = Workers().run(make, (replace(task, formats=(form,)),), lambda one: one.name)
        rendered = outcome.result or Rendered({})
        error = outcome.error or rendered.errors.get(form)
        if error:
            yield _told(error) if form == "html" else _blamed(error, task)
            return
        if form == "html" and form in rendered.files:
            addresses = dict.fromkeys(remote.in_page(rendered.files[form].decode()))
            for far in (_far(address, task.name) for address in addresses):
                if far.what not in known:
                    yield far
                known.add(far.what)
        for warning in rendered.warnings:
            image = _IMAGE.search(warning)
            if image and not any(what.endswith(image[1].removeprefix("file:")) for what in known):
                name = image[1].rpartition("/")[2]
                yield Finding(f"there is no picture {name}", task.name, "put it beside the template, or mend its name")
        if form == "pdf" and form in rendered.files:
            yield from _outside(rendered.files[form], task.name)


def _blamed(error: ReporterError, task: Task) -> Finding:
    """A failure of the PDF engine, with the style sheet without which there would be none."""
    from reporter.rendering.renderer import Renderer  # noqa: PLC0415

    for path in _own_files(task.audience, ".css"):
        renderer = Renderer(task.kit.roots, task.kit.base, task.kit.fonts, task.kit.dated)
        renderer.templates.without = frozenset({path})
        try:
            with time_limit(task.kit.timeout, task.name):
                renderer.pdf(compose(task))
        except Exception:  # it fails all the same, however
            continue
        return Finding(error.what, str(path), "without this file it works; take out rule after rule")
    return _told(error)


def _outside(data: bytes, name: str) -> Iterator[Finding]:
    """Text that runs over the edge of its page."""
    import pdfplumber  # noqa: PLC0415

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            over = [
                char
                for char in page.chars
                if char["x1"] > page.width + 1 or char["x0"] < -1 or char["bottom"] > page.height + 1
            ]
            if over:
                text = "".join(char["text"] for char in over[:12])
                yield Finding(
                    f"text runs over the edge of page {page.page_number}: {text}", name, "give its box less width"
                )
            page.close()


def _never(audience: Audience, collection: Collection, parts: Mapping[str, Collection], kit: Kit) -> Iterator[Finding]:
    """Sections that no zone of these sources fills."""
    filled: set[str] = set()
    for zone in parts:
        brief = compose(Task(zone, audience, (), pack(parts[zone]), kit))
        if isinstance(brief, Brief):
            filled.update(section.name for section in brief.sections)
    for choice in audience.sections:
        if choice.name not in filled:
            where = audience.places.get("order", "")
            yield Finding(
                f"no zone fills the section `{choice.name}` from these {len(collection.articles)} articles",
                where,
                "leave it out, or widen its kinds",
                grave=False,
            )


def _unreadable(audience: Audience, settings: Settings) -> Iterator[Finding]:
    """Colours of text that do not stand out from their paper; the brand's own are used on the light one."""
    own = {name: colour for name in ("accent", "ink") if (colour := getattr(settings.brand, name))}
    light = {**audience.colours, **own}
    for colours, part, paper in ((light, "colours", "#ffffff"), (audience.dark, "dark", "#15181c")):
        ground = colours.get("paper", paper)
        for role in ("ink", "accent", "grey", "doubt"):
            colour = colours.get(role, "")
            ratio = contrast(colour, ground)
            if ratio is not None and ratio < READABLE:
                brand = part == "colours" and role in own
                where = settings.place("brand", role) if brand else _place(audience, part, role)
                what = f"{'brand' if brand else part}.{role} {colour} on {ground} has a contrast of {ratio:.1f}"
                yield Finding(what, where, f"text needs {READABLE}")


def _place(audience: Audience, part: str, key: str) -> str:
    """File and line of a setting."""
    file = audience.places.get(f"{part}.{key}", "")
    return toml.place(Path(file), part, key) if file.endswith(".toml") else file


def _roles(audience: Audience) -> Iterator[Finding]:
    """Roles of typefaces that are none: the page would be set in whatever comes next."""
    from reporter.rendering.fonts import roles  # noqa: PLC0415

    known = [*roles(), *audience.fonts]
    for name, text in audience.fonts.items():
        for role in css.font_roles(text):
            if role not in known:
                what = f"`fonts.{name}`: there is no var(--{role})"
                yield Finding(what, _place(audience, "fonts", name), f"roles are {', '.join(roles())}")


def contrast(first: str, second: str) -> float | None:
    """The contrast of two colours of CSS, 1 to 21 (WCAG 2.2); None where one of them is no fixed colour."""
    colours = css.rgb(first), css.rgb(second)
    if None in colours:
        return None
    light, dark = sorted((_luminance(*colour) for colour in colours if colour), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(*channels: float) -> float:
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def names(settings: Settings, roots: Sequence[Path]) -> list[str]:
    """The user's own audiences, or all when there are none."""
    from reporter.briefing import audience_names  # noqa: PLC0415
    from reporter.rendering.roots import builtin_root  # noqa: PLC0415

    known = audience_names(roots)
    own = [name for name in known if any((root / name).is_dir() for root in roots if root != builtin_root())]
    own += [name for name in settings.audiences if name not in own]
    return own or list(known)
