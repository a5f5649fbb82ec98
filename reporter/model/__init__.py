"""The nouns that all rooms share: frozen dataclasses that know nothing of how they are made or shown."""

from reporter.model.article import Article, Join, Page, Paragraph
from reporter.model.collection import Collection, Doubt, PageFacts
from reporter.model.fact import (
    KINDS,
    Company,
    Decision,
    Event,
    Evidence,
    Fact,
    Figure,
    Industry,
    Person,
    Policy,
    Project,
    Qualifier,
    Quote,
    Ranking,
    Relation,
    Scope,
    Status,
)
from reporter.model.source import Block, BlockKind, Meta, Source
from reporter.model.text import Located, Segment
from reporter.model.zone import Zone, ZoneType

__all__ = [
    "KINDS",
    "Article",
    "Block",
    "BlockKind",
    "Collection",
    "Company",
    "Decision",
    "Doubt",
    "Event",
    "Evidence",
    "Fact",
    "Figure",
    "Industry",
    "Join",
    "Located",
    "Meta",
    "Page",
    "PageFacts",
    "Paragraph",
    "Person",
    "Policy",
    "Project",
    "Qualifier",
    "Quote",
    "Ranking",
    "Relation",
    "Scope",
    "Segment",
    "Source",
    "Status",
    "Zone",
    "ZoneType",
]
