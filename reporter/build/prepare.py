"""What a build is about to use, looked over before it begins: audiences, templates, brand, fonts."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.build.kit import Kit
from reporter.build.plan import Reader, safe
from reporter.build.versions import settings_version, templates_version
from reporter.config import Settings
from reporter.errors import UsageError
from reporter.model import Audience

_BUILT_IN = ("leader", "investor", "analyst", "public", "overview")
"""The audiences that come with the program, in the order that they are made in."""


def prepare(settings: Settings, names: Sequence[str], formats: Sequence[str]) -> tuple[list[Audience], Kit]:
    """The audiences asked for, and what their documents share.

    Raises UsageError for an audience, a logo or a setting that is wrong, MachineError when PDFs cannot be made here.
    """
    from reporter.briefing import audience_names, load_audience  # noqa: PLC0415
    from reporter.rendering import machine  # noqa: PLC0415
    from reporter.rendering.fonts import Fonts  # noqa: PLC0415
    from reporter.rendering.renderer import release_date  # noqa: PLC0415
    from reporter.rendering.roots import template_roots  # noqa: PLC0415

    roots = template_roots(settings.root)
    for name in settings.audiences:
        if name not in audience_names(roots):
            known = ", ".join(audience_names(roots))
            what = f"[audience.{name}] is about no audience that there is"
            raise UsageError(what, where=settings.place("audience", name), hint=f"there are {known}")
    _look_at_logo(settings)
    chosen = names or default_audiences(settings)
    asked_by = "" if names else settings.place("build", "audiences")
    audiences = [
        load_audience(name, roots, settings.audiences.get(name), settings=settings.path, asked_by=asked_by)
        for name in dict.fromkeys(chosen)
    ]
    _tell_apart(audiences)
    fonts = None
    if "pdf" in (formats or settings.build.formats):
        machine.require()
        fonts = Fonts.find()
    base, dated = settings.root.resolve(), release_date()
    return audiences, Kit(roots, base, settings.brand, fonts, settings.build.timeout, dated)


def default_audiences(settings: Settings) -> tuple[str, ...]:
    """The audiences that a build is for when the command line names none.

    They are those that reporter.toml names; where it names none, the built-in ones and every one of the user's own.
    """
    from reporter.briefing.audience import FILE_NAME  # noqa: PLC0415
    from reporter.rendering.roots import builtin_root, template_roots  # noqa: PLC0415

    if settings.build.audiences:
        return settings.build.audiences
    folders = (root for root in template_roots(settings.root) if root != builtin_root())
    found = sorted(file.parent.name for folder in folders for file in folder.glob(f"[!_.]*/{FILE_NAME}"))
    return tuple(dict.fromkeys((*_BUILT_IN, *found)))


def others(audiences: Sequence[Audience], kit: Kit) -> set[str]:
    """The names of all other audiences that there are."""
    from reporter.briefing import audience_names  # noqa: PLC0415

    return set(audience_names(kit.roots)) - {audience.name for audience in audiences}


def _tell_apart(audiences: Sequence[Audience]) -> None:
    """Raises UsageError when two audiences have one title: their documents would have one name."""
    known: dict[tuple[str, bool], Audience] = {}
    for one in audiences:
        other = known.setdefault((safe(one.title).casefold(), one.overview), one)
        if other is not one:
            both = " and ".join(f"`{audience.name}` ({audience.folders[0]})" for audience in (one, other))
            what = f"{both} have the same title, {one.title}: their documents would be the same files"
            place, folder = one.places.get("title", ""), str(one.folders[0])
            inherited = any(place.startswith(str(parent)) for parent in one.folders[1:])
            where = folder if inherited or not place else place
            raise UsageError(what, where=where, hint="give one of them another title")


def _look_at_logo(settings: Settings) -> None:
    """Raises UsageError when the brand's logo cannot be drawn: no document would come out."""
    from reporter.rendering.pictures import data_address  # noqa: PLC0415

    if not settings.brand.logo:
        return
    logo = settings.root / settings.brand.logo
    try:
        data_address(logo)
        return
    except OSError as error:
        fault = f"cannot be read: {(error.strerror or '').lower()}"
    except ValueError as error:
        fault = str(error)
    where = settings.place("brand", "logo")
    raise UsageError(f"`brand.logo`: {logo} {fault}", where=where, hint="name a png, jpeg, webp or svg file")


def reader(audience: Audience, kit: Kit, settings: Settings) -> Reader:
    """What the plan needs to know of an audience: its name, title and the versions of what it is made with."""
    return Reader(
        audience.name,
        audience.title,
        audience.formats,
        audience.overview,
        templates_version(audience, kit.roots, kit.base),
        settings_version(audience, settings),
    )
