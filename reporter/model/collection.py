"""What a whole run knows: articles, zones and facts, and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.model.article import Article, Page
from reporter.model.doubt import Doubt
from reporter.model.fact import Fact
from reporter.model.zone import Zone


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page after extraction: all that the later rooms need of it.

    `article_zones` gives for each article's id the canonical names it is about, most important first.
    """

    page: Page
    zones: tuple[Zone, ...]
    facts: tuple[Fact, ...]
    article_zones: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Collection:
    """All pages together: zones and facts merged, sorted, the same for the same inputs."""

    articles: tuple[Article, ...]
    zones: tuple[Zone, ...]
    facts: tuple[Fact, ...]
    article_zones: dict[str, tuple[str, ...]]
    doubts: tuple[Doubt, ...] = ()
