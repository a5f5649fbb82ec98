"""Facts (事实): what the sources state about a zone, each tied to its evidence.

Nothing here knows how a fact was found; `decided` keeps that for `reporter explain`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct


class Qualifier(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    OVER = "over"  # 余 多 超 逾 以上 突破
    UNDER = "under"  # 近 不到 以下 以内
    ABOUT = "about"  # 约 左右 估算
    UPTO = "upto"  # 最高 最快 至多


class Relation(StrEnum):
    """What a number says of its metric."""

    LEVEL = "level"
    GROWTH = "growth"  # 同比, 环比
    DELTA = "delta"  # an absolute change: 增加5.8个百分点
    SHARE = "share"
    RANK = "rank"


class Status(StrEnum):
    """Whether it has come true."""

    ACTUAL = "actual"
    TARGET = "target"


class Scope(StrEnum):
    """Whose figure it is."""

    ZONE = "zone"
    ENTITY = "entity"
    EXTERNAL = "external"


class Evidence(Struct, frozen=True, gc=False):
    """One place in the sources that states a fact.

    `text` is the expression as printed, `sentence` the sentence around it, verbatim; `start` and `end` are the
    offsets of `text` in `sentence`, `source_start` and `source_end` those in the decoded source (at a join, of
    the part before it). `paragraph` and `offset` say where in the article the expression begins.
    """

    text: str
    sentence: str
    start: int
    end: int
    source: str
    article: str
    source_start: int
    source_end: int
    paragraph: int = 0
    offset: int = 0


class Decision(Struct, frozen=True, gc=False):
    """How one field of a fact was decided: the rule's name, the cue words and where they stand in the sentence."""

    field: str
    value: str
    rule: str
    cue: str = ""
    start: int = -1
    end: int = -1


class Fact(Struct, frozen=True, kw_only=True, gc=False):
    """What all kinds share.

    `zone` is a canonical name, or empty where no zone can be named safely. `mentions` holds at least one place;
    the first is the one that is shown. `doubts` are sentences in Chinese for a reader: why to look again.
    `conflicts` are the ids of facts that state another value for the same thing.
    """

    kind: ClassVar[str] = "fact"

    id: str
    zone: str
    mentions: tuple[Evidence, ...]
    doubts: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    decided: tuple[Decision, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The first place that states it."""
        return self.mentions[0]


class Figure(Fact, frozen=True, kw_only=True, gc=False):
    """A number with its subject, metric, value, unit, period and status (指标).

    `value` is in base units (1.13亿美元 is 113000000.0 美元), `value_high` the upper end of a range. `period` is
    written as in `2020`, `2020-Q1`, `2020-04`, `2020-04-20`, `2020-01/2020-04`, `/2020-04` (as of), `2023/`
    (from), or empty. `base` is the id of the figure that a growth, share or delta speaks of, or empty.
    """

    kind: ClassVar[str] = "indicator"

    subject: str
    metric: str
    value: float
    value_high: float | None
    unit: str
    qualifier: Qualifier
    relation: Relation
    status: Status
    period: str
    scope: Scope
    base: str = ""


class Project(Fact, frozen=True, kw_only=True, gc=False):
    """A project: investment in units of `currency`, land in 亩.

    `stage` is one of 规划 签约 拿地 落户 成立 开工 在建 建成 投用 投产 达产, or empty; only as the page says.
    `capacity` and `output` are phrases as printed (年产30GWh动力电池, 年产值330亿元); so are `dates`.
    `figures` are the ids of the figures that speak of it.
    """

    kind: ClassVar[str] = "project"

    name: str
    investor: str = ""
    investment: float | None = None
    currency: str = "元"
    land: float | None = None
    capacity: str = ""
    output: str = ""
    stage: str = ""
    dates: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class Company(Fact, frozen=True, kw_only=True, gc=False):
    """A company under its fullest name; `role` and `origin` (世界500强, 德国独资) as the page says.

    `settled` when the page says that it is in a zone (落户, 入驻, 聚集了…): customers, builders and partners are not.
    """

    kind: ClassVar[str] = "company"

    name: str
    short_names: tuple[str, ...] = ()
    role: str = ""
    origin: str = ""
    settled: bool = False


class Person(Fact, frozen=True, kw_only=True, gc=False):
    """A person with organisation and post as printed; `title` is both together."""

    kind: ClassVar[str] = "person"

    name: str
    organisation: str = ""
    post: str = ""
    title: str = ""


class Quote(Fact, frozen=True, kw_only=True, gc=False):
    """What somebody said; `direct` when in quotation marks, `title` what the article says that the speaker is."""

    kind: ClassVar[str] = "quote"

    speaker: str
    words: str
    direct: bool = True
    title: str = ""


class Policy(Fact, frozen=True, kw_only=True, gc=False):
    """A document in 《》 or a named mechanism or measure, with issuer and date when said."""

    kind: ClassVar[str] = "policy"

    name: str
    issuer: str = ""
    date: str = ""
    form: str = ""  # document, mechanism or measure


class Industry(Fact, frozen=True, kw_only=True, gc=False):
    """An industry of a zone; `rank` is leading (主导), pillar (支柱), emerging (新兴), or empty."""

    kind: ClassVar[str] = "industry"

    name: str
    rank: str = ""


class Ranking(Fact, frozen=True, kw_only=True, gc=False):
    """A rank or a first as the page words it."""

    kind: ClassVar[str] = "ranking"

    text: str
    subject: str = ""


class Event(Fact, frozen=True, kw_only=True, gc=False):
    """What happened when; `date` in the form of a period."""

    kind: ClassVar[str] = "event"

    date: str
    what: str


KINDS: tuple[type[Fact], ...] = (Figure, Project, Company, Policy, Person, Quote, Industry, Ranking, Event)
KIND_NAMES = tuple(kind.kind for kind in KINDS)
"""What they are called in data and settings."""
