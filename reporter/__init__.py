"""From newspaper pages to cited briefs on China's development zones."""

__version__ = "0.1.0"
