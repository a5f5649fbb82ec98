"""An audience (读者): the choices of an `audience.toml`, checked and with everything it extends filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FORMATS = ("html", "pdf")
"""What documents come as."""


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """What one section of a brief may hold.

    `title` is its heading; `limit` the most entries it shows (0: all); `kinds` narrows the facts that a section
    takes, where it takes several kinds; `scopes` (zone, entity, external) narrows its figures and rankings. `least` is
    the fewest entries for which it is shown at all. `fresh` leaves out what an earlier section has stated. `plain`
    keeps to figures whose metric stands beside the number in the source. A `spare` section fills what room a limited
    paper has left and begins no sheet of its own; one that is a `note` stands among the notes. `height` is the room it
    takes on a poster, in lines of the paper. A `custom` section has no content of its own: a block of the audience's
    template fills it.
    """

    name: str
    title: str
    limit: int = 0
    kinds: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    least: int = 1
    fresh: bool = False
    plain: bool = False
    spare: bool = False
    note: bool = False
    height: float = 0.0
    custom: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """By what figures are put in order: more points come first.

    `weights` gives points for words of a metric (the longest that fits counts), `units` for base units, `relations`
    for what a number says; `zone`, `actual`, `dated` and `recency` are points for a figure of the zone itself, for one
    that has come true, for one whose period is known, for the newest year (a third less for every year before), and for
    one whose metric stands beside its number in the source, and for one that the sources compare with something;
    `headed` and `leads` for one that the headline of its article speaks of, and for one of its first paragraph;
    `few` and `part` for fewer than ten of something and for a part of what another figure counts, `stale` for one that
    lies more than three years before the newest.
    `unwelcome` are words of metrics that the audience is not shown (用工缺口 in a brochure).
    `doubtful` says whether figures with doubts may stand among the others, `external` whether those of elsewhere may.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, float] = field(default_factory=dict)
    relations: Mapping[str, float] = field(default_factory=dict)
    zone: float = 6.0
    actual: float = 3.0
    dated: float = 1.0
    recency: float = 2.0
    verbatim: float = 5.0
    compared: float = 2.0
    headed: float = 0.0
    leads: float = 0.0
    few: float = 0.0
    part: float = 0.0
    stale: float = 0.0
    doubtful: bool = False
    external: bool = False
    unwelcome: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet: `size` as in CSS, margins as CSS lengths; `pages` is the most pages a brief may fill (0: any)."""

    size: str = "A4"
    top: str = "25mm"
    bottom: str = "22mm"
    inner: str = "24mm"
    outer: str = "20mm"
    pages: int = 0
    columns: int = 0
    lines: int = 0
    trim: bool = False


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What the PDF engine is asked for: `variant` such as `pdf/a-3u` or `pdf/ua-1`, tags, the data attached."""

    variant: str = ""
    tagged: bool = True
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audience:
    """One kind of reader.

    `chain` are the folders' names that templates and styles are looked for in, its own first (`招商局`, `investor`,
    `_base`). `fonts` and `colours` are CSS values by role; `labels` are the words that the pages themselves bring
    along; `themes` sorts metrics under headings by the words they hold; `wording` are tables for composed sentences.
    `folders` are the real folders behind the chain, in the same order; `places` tells for every setting which file it
    came from.
    """

    name: str
    title: str
    chain: tuple[str, ...]
    folders: tuple[str, ...] = ()
    subtitle: str = ""
    formats: tuple[str, ...] = FORMATS
    overview: bool = False
    sections: tuple[SectionChoice, ...] = ()
    selection: Selection = field(default_factory=Selection)
    paper: Paper = field(default_factory=Paper)
    pdf: PdfOptions = field(default_factory=PdfOptions)
    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wording: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def section(self, name: str) -> SectionChoice | None:
        """The choice of one section, or None where the audience does without it."""
        return next((choice for choice in self.sections if choice.name == name), None)
