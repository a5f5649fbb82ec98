"""The year in which rules were issued that a text presents, by the day from which they hold.

11月12日的政策解读会……《若干政策》自2019年12月1日起施行        2019
某政策日前出台，自2021年8月10日起施行                     2021
自2017年6月1日起施行的某法                                nothing: no day of the text is near
"""

from __future__ import annotations

import re

_HOLDS = re.compile(
    r"自(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?起(?:正式|试)?(?:施行|实施|执行|生效)(?!的)"
)
_JUST_ISSUED = re.compile(r"(?:日前|近日|新近|刚刚)[^。；]{0,6}(?:出台|印发|发布|公布|下发)[^。；]{0,6}，?\Z")
"""《…若干政策》日前出台，|自2021年8月10日起施行."""
_DAY = re.compile(r"(?<![年\d])(?P<month>\d{1,2})月\d{1,2}日")
_SOON = 2
"""So many months after they are presented rules come into force at most."""


def issued(text: str) -> tuple[int, str] | None:
    """The year in which the rules of a text were issued and the words that tell it; None where no day is near."""
    days = {int(day["month"]) for day in _DAY.finditer(text)}
    for holds in _HOLDS.finditer(text):
        year, month = int(holds["year"]), int(holds["month"])
        if _JUST_ISSUED.search(text, 0, holds.start()):
            return year, holds.group()
        if any(0 <= month - day <= _SOON for day in days):
            return year, holds.group()
    return None
