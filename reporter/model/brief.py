"""A brief (简报): one zone for one audience, as a template gets it. Also the overview over a whole collection.

Everything that is said is a `Statement` or a fact; every number in it leads to the fact that states it. Nothing here
is formatted for a page: templates do that with filters (`{{ line|zh }}`, `{{ fact|cite }}`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model.article import Article
from reporter.model.audience import Audience
from reporter.model.brand import Brand
from reporter.model.doubt import Doubt
from reporter.model.fact import Fact, Figure, Project
from reporter.model.zone import Zone


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it is set on a page, hedges kept: `近` `2000` `家`; `3900` `多万美元`.

    `before` is a hedge ahead of the number, `number` the digits, `unit` all that follows.
    """

    before: str
    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.unit}"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure as a reader meets it: 2020年一季度 · 实际利用外资 · 1.13亿美元 (占全市 50.3%).

    `subject` is empty where the zone itself is meant; `period` is in words (截至2020年4月20日); `comparisons` are
    the growth, share, change or rank that the sources state of this very figure. `among` names the counted whole
    that a part belongs to (集中签约项目), which a sentence on the part must name too; empty for what is no part.
    `proviso` is what the source says of how it knows: 据不完全统计; 据介绍 where somebody tells it of a firm.
    `headed` is true for what the headline of its article speaks of, `leads` for what its first paragraph tells.
    """

    fact: Figure
    printed: Printed
    subject: str
    metric: str
    period: str
    comparisons: tuple[Line, ...] = ()
    among: str = ""
    proviso: str = ""
    headed: bool = False
    leads: bool = False

    @property
    def label(self) -> str:
        """Subject and metric together: 武汉华星光电研发投入."""
        return f"{self.subject}{self.metric}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of a statement; with `fact`, they state it, and `printed` holds its number when it is a figure."""

    text: str
    fact: Fact | None = None
    printed: Printed | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence made of phrases. `quoted` means that all of it stands verbatim in the sources."""

    phrases: tuple[Phrase, ...]
    quoted: bool = False
    heading: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(phrase.text for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading of a table: 外资外贸, or the figures of one company."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart; `share` is its part of the longest bar (0 to 1), `marked` the one to look at.

    `x` is its place on the axis (0 to 1) in charts over time.
    """

    label: str
    line: Line
    share: float
    marked: bool = False
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Chart:
    """At least two values that can be compared: same unit, same kind of metric.

    `kind` is `bars` (one value each), `share` (parts of 100%), `versus` (actual against target, before against after)
    or `series` (one metric over time).
    """

    kind: str
    title: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project with the line that states its investment, if one does, and its other lines.

    `details` are its capacity and output as printed, as far as no line states their numbers, each with the fact that
    states it. `share` is the
    investment's part of the largest in the same currency (0 where there is only one).
    """

    fact: Project
    investment: Line | None = None
    lines: tuple[Line, ...] = ()
    details: tuple[Phrase, ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on a time line: `when` in words, `key` to sort by, and the fact that tells it."""

    when: str
    key: str
    what: str
    fact: Fact
    target: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article with the spans that facts were read from: (start, end, fact id), sorted, disjoint.

    `joined` are the offsets where two blocks of the page were put together; `skipped` says how many paragraphs
    between this and the passage before were left out.
    """

    kind: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    joined: tuple[int, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the passages that a brief draws on; `skipped` counts the paragraphs left out behind the last."""

    article: Article
    passages: tuple[Passage, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a brief; a section without content is not made at all.

    Which fields are filled depends on `name`: `summary`, `words` and `problems` have `statements`; `figures` has
    `lines`; `actuals`, `entities` and `targets` have `groups`; `projects` has `projects`; `companies`, `people`,
    `policies`, `industries` and `rankings` have `facts`; `charts` has `charts`; `timeline` has `moments`; `doubts` and
    `gaps` have `remarks`; `sources` has `readings`. `more` counts what `limit` cut off.
    """

    name: str
    title: str
    statements: tuple[Statement, ...] = ()
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    facts: tuple[Fact, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    charts: tuple[Chart, ...] = ()
    moments: tuple[Moment, ...] = ()
    remarks: tuple[Statement, ...] = ()
    readings: tuple[Reading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    more: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is in it."""
        return not (
            self.statements
            or self.lines
            or self.groups
            or self.facts
            or self.projects
            or self.charts
            or self.moments
            or self.remarks
            or self.readings
            or self.doubts
        )


@dataclass(frozen=True, slots=True)
class Brief:
    """One zone for one audience.

    `title` is a statement; `facts` are all facts of the zone, whether shown or not; `articles` those that state them;
    `period` is the time that the figures speak of, in words; `lines` gives every figure's wording by fact id.
    """

    zone: Zone
    audience: Audience
    brand: Brand
    title: Statement
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    articles: tuple[Article, ...]
    lines: dict[str, Line]
    period: str = ""

    @property
    def name(self) -> str:
        """What the document is called: 德阳高新区-领导参阅."""
        return f"{self.zone.name}-{self.audience.title}"

    def section(self, name: str) -> Section | None:
        """The section of that name, or None where there is nothing to say."""
        return next((section for section in self.sections if section.name == name), None)


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone in the overview with what is known of it: counts, and its best line if it has one."""

    zone: Zone
    figures: int
    facts: int
    articles: int
    best: Line | None = None


@dataclass(frozen=True, slots=True)
class ZoneGroup:
    """Zones under one heading: a province or a type."""

    title: str
    rows: tuple[ZoneRow, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator over several zones, the largest first, in one unit; `charts` shows it."""

    title: str
    unit: str
    lines: tuple[tuple[Zone, Line], ...]
    chart: Chart


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole collection for one audience."""

    audience: Audience
    brand: Brand
    title: Statement
    counts: tuple[tuple[str, int], ...]
    provinces: tuple[ZoneGroup, ...]
    types: tuple[ZoneGroup, ...]
    comparisons: tuple[Comparison, ...]
    notes: tuple[str, ...]
    articles: tuple[Article, ...]
    doubts: tuple[Doubt, ...]
    facts: tuple[Fact, ...]
    lines: dict[str, Line]
    period: str = ""

    @property
    def name(self) -> str:
        """What the document is called."""
        return self.audience.title
