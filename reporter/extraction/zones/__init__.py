"""Zones on a page: where they are named, what they are called, and which one a figure speaks of.

finder = ZoneFinder(lexicon)
context = link(article, finder)
context.zone_at(paragraph, start, end).zone  →  湖北自贸区武汉片区
"""

from reporter.extraction.zones.finder import ZoneFinder
from reporter.extraction.zones.linking import ZoneAnswer, ZoneContext, link
from reporter.extraction.zones.mention import MentionKind, ZoneMention
from reporter.extraction.zones.resolving import fits

__all__ = ["MentionKind", "ZoneAnswer", "ZoneContext", "ZoneFinder", "ZoneMention", "fits", "link"]
