"""Events as a chronicle can tell them: somebody's or something's, and no more than happened.

In: the words of the source on an event. Out: words with a subject; empty where there are none to be had.

    国务院批复《方案》                                  what is done above the zone is not its own, unless it is named
    被认定为国家级“小巨人”企业                          of whom, the sentence says elsewhere: left out
    投产的澄屿传感器项目总投资6亿元，……                  澄屿传感器项目投产
    走进海星公司车间，机械臂上下翻飞                     what a reporter sees is no event
"""

from __future__ import annotations

import re

from reporter.briefing.excerpts import SCENE
from reporter.briefing.rankings import UNSAID
from reporter.model import Zone

_ABOVE = re.compile("^(?:中共中央|国务院|中办|国办|国家[^级]|[^，。]{2,6}部(?:印发|发布|联合))")
_SUBJECTLESS = re.compile(
    "^(?:被|也|又|还|均|再|则|并|于|获评|获认定|入选(?!企业)|[该这此](?![区园])|其[^他中实]|他们|它|公司)"
)
_DAY_ALONE = re.compile(r"(?:\d{4}年|去年|今年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?(?:正式|全面)?[\u4e00-\u9fff]{2,4}")
"""2014年7月获批: what was, the words do not say."""
_DONE_THING = re.compile(
    r"^(?P<done>开工|投产|建成|竣工|投用|签约|落户|封顶|启用|揭牌|通车|开园)的"
    r"(?P<thing>[^，。；的]{3,20}?(?:项目|基地|中心|平台|产业园|产线|生产线|工程|园区))"
)


_DATELINE = re.compile("(?:讯|电)(?:[（(][^（）()]*[）)])?")


def happening(what: str, zone: Zone) -> str:
    """The words of an event that stand by themselves; empty where they do not, or where it is not the zone's."""
    if dateline := _DATELINE.match(what):
        what = what[dateline.end() :].lstrip("：:，, ")
    if (_ABOVE.search(what) and not zone.named_in(what)) or UNSAID.search(what) or SCENE.search(what):
        return ""
    if done := _DONE_THING.match(what):
        return f"{done['thing']}{done['done']}"
    return "" if _SUBJECTLESS.match(what) or _DAY_ALONE.fullmatch(what) else what
