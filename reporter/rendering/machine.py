"""Whether this machine can set a page: Pango, HarfBuzz with its subset library, a Simplified-Chinese font.

`require()` stops a command that renders before it makes a PDF of empty boxes; `report()` is what
`reporter doctor` prints.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass

from reporter.errors import MachineError
from reporter.rendering.faces import chinese, faces
from reporter.rendering.fonts import roles
from reporter.rendering.libraries import library, version

PACKAGES = ("libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk")  # Debian 12, Ubuntu 22.04 and later
# The engine subsets fonts with HarfBuzz from this version on; before, with fontTools, which is right but slow.
_HARFBUZZ = (4, 1, 0)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing a machine needs: what, whether it is there, what was found, and whether rendering fails without."""

    name: str
    good: bool
    found: str
    needed: bool = True


def report() -> tuple[Check, ...]:
    """All checks, in the order a person would mend them."""
    pango = bool(library("pango") and library("pangoft2") and library("fontconfig"))
    harfbuzz, subset = version("harfbuzz"), library("harfbuzz-subset")
    old = bool(subset) and tuple(int(part) for part in harfbuzz.split(".")) < _HARFBUZZ
    families = sorted({face.family for face in chinese() if _simplified(face.family)})
    return (
        Check("Pango", pango, version("pango") if pango else "missing"),
        Check("HarfBuzz subset library", bool(subset), _told(harfbuzz, old) if subset else "missing"),
        Check("Simplified-Chinese font", bool(families), ", ".join(families) or "missing"),
        *(_role_check(name) for name in roles()),
    )


def require() -> None:
    """Return if PDFs can be made here.

    Raises MachineError naming what is missing, with the one line that installs it.
    """
    names = " and ".join(missing())
    if names:
        raise MachineError(
            f"this machine cannot make PDFs for want of: {names}", hint=f"install with: {install_line()}"
        )


def missing() -> tuple[str, ...]:
    """The names of what is needed and not there; empty on a machine that can make PDFs."""
    return tuple(check.name for check in report() if check.needed and not check.good)


def install_line() -> str:
    """The one line that installs everything, for this system's package manager."""
    if sys.platform == "darwin":
        return "brew install pango && brew install --cask font-noto-serif-cjk-sc font-noto-sans-cjk-sc"
    if shutil.which("apt-get") or not shutil.which("dnf"):
        return f"sudo apt-get install -y --no-install-recommends {' '.join(PACKAGES)}"
    return "sudo dnf install -y pango harfbuzz google-noto-serif-cjk-vf-fonts google-noto-sans-cjk-vf-fonts"


def _told(version: str, old: bool) -> str:
    return f"{version}, older than 4.1: PDFs take several times longer" if old else version


def _simplified(family: str) -> bool:
    """Whether a face that covers the characters also draws them as readers on the mainland expect."""
    return not any(family.endswith(f" CJK {region}") for region in ("JP", "KR", "TC", "HK"))


def _role_check(name: str) -> Check:
    """Whether a role has its own typeface; a stand-in is good enough, so this is never needed."""
    for family in roles()[name].print:
        if faces(family):
            return Check(f"typeface {name}", True, family, needed=False)
    return Check(f"typeface {name}", False, "another stands in", needed=False)
