"""From facts to briefs: what is said to whom, in which order, in which words. See docs/architecture.md."""

from reporter.briefing.audience import audience_names, load_audience
from reporter.briefing.compose import compose

__all__ = ["audience_names", "compose", "load_audience"]
