"""Typefaces by role (宋体 黑体 仿宋 楷体 小标宋): what this machine sets them in, and the CSS that says so.

A style sheet never names a font; it says `font-family: var(--song)`. In a PDF the variable stands for a cut of
the machine's own font with the whole font behind it; in an HTML document for the stack of names that readers'
machines carry.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from reporter.rendering.cut import cut
from reporter.rendering.faces import Face, faces


@dataclass(frozen=True, slots=True)
class Role:
    """One role of `fonts.toml`: names to look for, the stack for readers, the weights it is used in."""

    name: str
    print: tuple[str, ...]
    screen: tuple[str, ...]
    generic: str
    weights: tuple[int, ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Typeface:
    """What serves a role here: the family found and, by weight, the face that prints it.

    `stand_in` is True where the role's own family is missing and another role's serves (`仿宋` set in `宋体`).
    """

    role: str
    family: str
    weights: tuple[tuple[int, Face], ...]
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """The machine's typefaces, cut and ready; make one with `Fonts.find()` in the parent and hand it to workers.

    `sources` are the font files that a PDF may read, cuts and whole fonts alike.
    """

    typefaces: tuple[Typeface, ...]
    files: tuple[tuple[str, int, str], ...]  # CSS family, weight, file of the cut

    @classmethod
    def find(cls) -> Fonts:
        """Look up every role and cut its faces to the basic characters (0.1 s a face, once a machine).

        The whole font behind a cut serves the others (昇, 堃), for a hundredth of a second a document. A cut to what a
        batch uses would be another font with every new character, and every document would be made again.
        """
        found = {role.name: _typeface(role) for role in roles().values()}
        typefaces = tuple(_served(name, found) for name in found)
        made: dict[tuple[Face, str], tuple[str, int, str]] = {}
        for typeface in typefaces:
            for weight, face in typeface.weights:
                made.setdefault((face, _alias(typeface)), (_alias(typeface), weight, str(cut(face))))
        return cls(typefaces, tuple(made.values()))

    @property
    def sources(self) -> tuple[Path, ...]:
        """Every font file that the engine may read."""
        whole = {Path(face.path) for typeface in self.typefaces for _, face in typeface.weights}
        return tuple(sorted({Path(path) for _, _, path in self.files} | whole))

    def css(self) -> str:
        """`@font-face` rules for the cuts and `--song: …` variables, for documents printed on this machine."""
        rules = [
            f'@font-face{{font-family:"{family}";font-weight:{weight};src:url("{Path(path).as_uri()}")}}'
            for family, weight, path in self.files
        ]
        stacks = [f"--{face.role}:{self.stack(face.role)}" for face in self.typefaces if face.family]
        return "\n".join([*rules, f":root{{{';'.join(stacks)}}}"])

    def stack(self, role: str) -> str:
        """The CSS `font-family` of a role here: its cut, its whole font, and what stands behind them."""
        return next((_stack(face) for face in self.typefaces if face.role == role and face.family), "")

    def identity(self) -> tuple[str, ...]:
        """What documents depend on: roles, families and the names of the cuts, which are made from their content."""
        return tuple(f"{family} {weight} {Path(path).name}" for family, weight, path in self.files)


@cache
def roles() -> dict[str, Role]:
    """The table of roles, `fonts.toml`."""
    table = tomllib.loads((files(__package__) / "fonts.toml").read_text("utf-8"))
    return {
        name: Role(
            name, tuple(row["print"]), tuple(row["screen"]), row["generic"], tuple(row["weights"]), row.get("else", "")
        )
        for name, row in table.items()
    }


def screen_css() -> str:
    """The variables for HTML documents: names only, as a reader's machine may carry them."""
    stacks = (f"--{role.name}:{','.join(_quoted(role.screen))},{role.generic}" for role in roles().values())
    return f":root{{{';'.join(stacks)}}}"


def _typeface(role: Role) -> Typeface | None:
    for family in role.print:
        available = faces(family)
        if available:
            nearest = {weight: min(available, key=lambda face: abs(face.weight - weight)) for weight in role.weights}
            return Typeface(role.name, family, tuple(nearest.items()))
    return None


def _served(name: str, found: dict[str, Typeface | None]) -> Typeface:
    """The role's own typeface, or the one that stands in for it."""
    own = found[name]
    if own:
        return own
    role = roles()[name]
    other = _served(role.otherwise, found) if role.otherwise else next((f for f in found.values() if f), None)
    if other is None:
        return Typeface(name, "", (), stand_in=True)
    return Typeface(name, other.family, other.weights, stand_in=True)


def _alias(typeface: Typeface) -> str:
    """The name a cut goes by in CSS; it must differ from the whole font's, which stands behind it."""
    return f"{typeface.family} R"


def _stack(typeface: Typeface) -> str:
    names = [_alias(typeface), typeface.family]
    backing = [name for other in ("song", "hei") for name in roles()[other].print[:1]]
    return ",".join(_quoted(tuple(dict.fromkeys([*names, *backing]))))


def _quoted(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'"{name}"' for name in names)
