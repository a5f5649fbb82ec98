"""What a line shows without its neighbours: a byline, the editors, a credit, a caption, a short line, or text.

本报记者 柳洁 通讯员 何英            byline
图为……生产线。                    caption
(资料图片)                        credit
改革创新红利吸引高端产业聚集          a short line: headline, subhead or banner
"""

from __future__ import annotations

import re
from functools import cache

from reporter.lexicon.press import press_words
from reporter.model import BlockKind
from reporter.reading.banners import is_banner
from reporter.reading.bylines import byline, trailing
from reporter.reading.headlines import is_short
from reporter.reading.interviews import asks
from reporter.reading.lines import Line
from reporter.reading.marked import Marked
from reporter.reading.stamps import stamp

_SEEN_HERE = re.compile(r"这是[^。]{0,40}(?:拍摄|照片|航拍|[夜全外远街]景|一[景角隅])")
"""这是4月8日拍摄的某产业园; not 这是某区今年交付的第三架飞机."""
_SENTENCE = re.compile("[。；;]")
_WIRED = re.compile(
    r"(?:新华社|中新社|中国新闻社|中新网|人民网|央广网)[^，。；]{0,12}\d{1,2}月\d{1,2}日电[ \u3000]*题[：:]"
)
"""新华社云港10月29日电 题：……: an agency's heading repeats the headline."""
_CAPTION = 60
_SHOT_BY = 160
_TOLD_BY = re.compile(
    r"(?:本报|本网|新华社|中新社)[^，。；：（(]{0,8}[讯电][ \u3000]*"
    r"[（(](?P<who>(?:记者|通讯员)[^，。；（）()]{2,24})[）)]"
)
"""本报讯（记者 林一）: a line of its own that opens news."""
_SIGNED_PICTURE = re.compile(
    r"[。！][ \u3000]*[（(]?(?:本报|本网|新华社|中新社|人民网)?(?:全媒体)?(?:记者|通讯员|特约记者|摄影师)?[ \u3000]*"
    r"[\u4e00-\u9fff·]{2,4}(?:[ \u3000、]+[\u4e00-\u9fff·]{2,4})?[ \u3000]*(?:摄|摄影|供图|/图|/摄)[）)]?$"
    r"|[。！」”\u4e00-\u9fff][ \u3000]*[（(](?:本报)?"
    r"(?:资料图片?|资料照片|图片由[^（）()]{2,16}提供|[^（）()]{2,12}供图)[）)]$"
)
"""……正在检测光纤。 本报记者 彭湛 摄: a picture's words, with who took it behind them."""


@cache
def _caption_cue() -> re.Pattern[str]:
    """What a picture's words begin with, at the front of a sentence."""
    return re.compile(rf"(?:^|[。！？：:”\s])(?:{'|'.join(map(re.escape, press_words().caption_cues))})")


def alone(line: Line) -> Marked:  # noqa: PLR0911  (one return a kind)
    """The kind that a line shows without its neighbours; HEADLINE stands for any short line."""
    text = line.text
    if line.kind is not None:
        return Marked(line, line.kind)
    press = press_words()
    bare = text.strip("（）()【】[] \u3000")
    if (found := stamp(text)) and (found.day or found.names):
        return Marked(line, BlockKind.BYLINE, found.names)
    if _WIRED.match(text):
        return Marked(line, BlockKind.BYLINE)
    if told := _TOLD_BY.fullmatch(text):
        return Marked(line, BlockKind.BYLINE, byline(told["who"]))
    if found and found.edited:
        return Marked(line, BlockKind.EDITOR)
    if len(text) <= 60 and bare.startswith(press.editor_openings) and not _SENTENCE.search(text):
        return Marked(line, BlockKind.EDITOR)
    if _is_credit(text, bare):
        return Marked(line, BlockKind.CREDIT)
    if names := byline(text):
        return Marked(line, BlockKind.BYLINE, names)
    if len(text) <= _SHOT_BY and _SIGNED_PICTURE.search(text):
        return Marked(line, BlockKind.CAPTION, trailing(text)[1])
    shown = len(text) <= _CAPTION and "。" in text
    shown = shown and (text.startswith(press.caption_openings) or _SEEN_HERE.match(text) is not None)
    if shown or _caption_cue().search(text):
        return Marked(line, BlockKind.CAPTION, trailing(text)[1])
    if line.level or ((is_short(text) or is_banner(text)) and not asks(text)):
        return Marked(line, BlockKind.HEADLINE)
    return Marked(line, BlockKind.BODY)


def _is_credit(text: str, bare: str) -> bool:
    """图片来源:西安高新区, (资料图片), 耿玉和摄（中经视觉）, 新华社记者 张三 摄."""
    press = press_words()
    if len(text) > 40 or _SENTENCE.search(text):
        return False
    if bare in press.credit_sources:
        return True
    opening = next((word for word in press.credit_openings if bare.startswith(word)), "")
    if opening and (len(bare) == len(opening) or bare[len(opening)] in ":： 　由" or opening in {"图片由", "图源"}):
        return True
    core = re.sub(r"(?<=.)[（(][^（）()]*[）)]$", "", text).strip("（）() \u3000")
    return (
        len(core) <= 24
        and core.endswith(("摄", "摄影", "供图", "摄影报道", "/图", "制图"))
        and not core.endswith(("文/摄", "文/图"))  # who wrote it as well
        and not re.search("[，,]", core)
    )
