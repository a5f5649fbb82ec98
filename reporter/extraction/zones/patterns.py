"""What the flow of topics looks for, put together once per lexicon from the cue words.

In: the cues. Out: compiled patterns, which all articles share.
"""

from __future__ import annotations

import re

from reporter.extraction.zones.roles import alternatives
from reporter.lexicon.zone_cues import ZoneCues


class FlowPatterns:
    """Speakers (王邦春|说|), undertakings (产业园|项目|), things told of before (|某计划|), and what carries on."""

    def __init__(self, cues: ZoneCues) -> None:
        self.speech = re.compile(f"(?:{alternatives(cues.speech)})(?:[，：。“]|$|记者)")
        self.undertaking = re.compile(f"(?:[\\w（）]{{0,4}}?)(?:{alternatives(cues.undertaking)})")
        self.thing = re.compile(f"[“‘]?([\\w（）]{{3,20}}?(?:{alternatives(cues.named_thing)}))")
        self.continues = re.compile(f"[“‘]|{alternatives(cues.carrying)}")


_WHOLE_REGION = re.compile("(?:广西|宁夏|新疆|内蒙古?|西藏)(?:[^，。；]{0,3}自治区)?全区(?![的内]?(?:企业|各))")
_NEAR = 80
"""How far behind 宁夏全区 the bare 全区 still means all of it."""


def is_region(text: str, at: int) -> bool:
    """Whether 全区 at a place of a text is an autonomous region: 占宁夏全区的8%。同期，|全区|进出口…."""
    return _WHOLE_REGION.search(text, max(0, at - _NEAR), at) is not None
