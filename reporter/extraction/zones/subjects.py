"""Whether a figure is the zone's own or that of a company, project or product in it.

In: clauses. Out: hints; who reads the figure's own subject knows better.
"""

from __future__ import annotations

import re

from reporter.extraction.zones.roles import alternatives
from reporter.lexicon.zone_cues import ZoneCues


class Subjects:
    """Looks for a company or an undertaking as the subject of a clause."""

    def __init__(self, cues: ZoneCues) -> None:
        begins = "".join(sorted({re.escape(word[0]) for word in cues.entity}))
        self._entity = re.compile(
            f"(?:投资|用地)?[\\w（）“”·]{{0,22}}?(?=[{begins}])(?:{alternatives(cues.entity)})(?=[\\w“]{{0,14}}$|[的已将也还投总是为与被就有])"
        )
        self._gained = re.compile(f"(?:{alternatives(cues.gained)})")
        self._speaker = re.compile(
            f"(?:{alternatives(cues.company)})[^，。；“”]{{0,24}}(?:{alternatives(cues.speech)})"
        )

    def has_entity(self, text: str, at: int, end: int) -> bool:
        """Whether a company or an undertaking stands at the first word of a clause: |该公司|招聘15名技术人员."""
        match = self._entity.match(text, at, end)
        return match is not None and not self._gained.search(match.group())

    def company_speaks(self, text: str, end: int) -> bool:
        """Whether the words behind a quotation name somebody of a company: “……。”|佳佳公司总经理魏智江说|."""
        return text.startswith("”", end - 1) and bool(self._speaker.match(text, end, end + 60))
