"""Lines over pictures: titles of their own, and not headlines of the text around them.

灯具装运忙 | 某经济开发区一家照明企业的工人在装运灯具。……     over what a picture shows
锦带变商路 | 近日，某综保区的货车……（摄）                 over a picture's words that are news by themselves
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.alternation import one_of
from reporter.lexicon.press import press_words
from reporter.model import BlockKind
from reporter.reading.banners import is_banner_inside
from reporter.reading.marked import PAGE, Marked
from reporter.reading.zonewords import zones_named

_LONGEST = 140
"""Characters that a picture's words have at most."""
_TITLED = 28
"""Characters of a picture's words at least that have a title of their own."""


def titles_picture(marked: list[Marked], at: int) -> bool:
    """Whether a line stands over a picture's words that are a piece of news by themselves; 图为…… has no title."""
    below = marked[at + 1] if at + 1 < len(marked) else None
    if below is None or below.kind is not BlockKind.CAPTION or is_banner_inside(marked[at].text):
        return False
    return len(below.text) >= _TITLED and not below.text.startswith(press_words().caption_cues)


def stands_over_picture(marked: list[Marked], last: int) -> bool:
    """Whether a line stands over what a picture shows: people at work in a zone that nothing else on the page names.

    灯具装运忙 | 某经济开发区一家照明企业的工人在装运灯具。……
    """
    below = marked[last + 1] if last + 1 < len(marked) else None
    if below is None or below.kind is not BlockKind.BODY or len(below.text) > _LONGEST:
        return False
    shown = _people_shown().match(below.text)
    named = zones_named(shown[0]) if shown else frozenset()
    others = (zones_named(item.text) for item in marked[max(0, last - PAGE) : last + PAGE] if item is not below)
    return bool(named) and named.isdisjoint(frozenset().union(*others))


@cache
def _people_shown() -> re.Pattern[str]:
    """9月8日，某综合保税区内，工人在生产线上作业。: the first sentence under a picture without a credit."""
    people = one_of(press_words().caption_people)
    return re.compile(rf"[^。；：“”]{{4,44}}?{people}们?(?:正在|在|正)[^，,。；：“”]{{2,30}}[。，]")
