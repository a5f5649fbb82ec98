"""From facts to briefs: what is said to whom, in which order, in which words. See docs/architecture.md."""

from reporter.briefing.audience import audience_names, load_audience
from reporter.briefing.compose import compose, worthwhile
from reporter.briefing.overview import compose_overview

__all__ = ["audience_names", "compose", "compose_overview", "load_audience", "worthwhile"]
