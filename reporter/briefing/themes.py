"""Under which heading a metric is listed."""

from __future__ import annotations

from collections.abc import Mapping

SUPPORT = "财政与金融支持"
SERVICES = ("改革与服务", SUPPORT)


def theme_of(metric: str, themes: Mapping[str, tuple[str, ...]]) -> str:
    """The heading under which a metric is listed: the theme with the longest word that the metric holds.

    Among equals the last in the metric decides, for a Chinese noun phrase ends in what it is: 支持企业的**资金**.
    """
    held = [(len(word), metric.rfind(word), title) for title, words in themes.items() for word in words]
    best = max((one for one in held if one[1] >= 0), key=lambda one: one[:2], default=None)
    return best[2] if best else "其他"
