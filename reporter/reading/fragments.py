"""Short lines that are no headlines but the end or the start of a sentence that was cut.

…公司就是受益 | 者之一。公司手握…        the short line ends in half a word
…管委会主任解某 | 表示，到明年…           the short line waits for what somebody says
"""

from __future__ import annotations

import re

from reporter.lexicon.kinds import people_words
from reporter.model import BlockKind
from reporter.reading import words
from reporter.reading.bylines import dateline, is_name
from reporter.reading.callings import speaks_over
from reporter.reading.headlines import headline_score
from reporter.reading.joint import begins_inside, straddling
from reporter.reading.marked import KICKER_END, PAGE, Marked, neighbours
from reporter.reading.marks import ends_open
from reporter.reading.series import bullet

_SURE, _LIKELY = 3.0, 0.5
_SPEECH = re.compile("(?:介绍|表示|告诉|透露|说|称|指出|强调|坦言)(?!明)")


def fragments(marked: list[Marked]) -> None:
    """Short lines that are the end or the start of a cut sentence are no headlines but pieces of text.

    The other half may stand anywhere on the page: …公司就是受益 | 者之一。公司手握…, …管委会主任解某 | 表示，到明年….
    A file that holds many pages is looked through in parts.
    """
    for start in range(0, len(marked), PAGE):
        _pieces(marked[start : start + PAGE])


def _pieces(marked: list[Marked]) -> None:
    shorts = [i for i, item in enumerate(marked) if item.kind is BlockKind.HEADLINE and not item.line.level]
    if not shorts:
        return
    bodies = [item.text for item in marked if item.kind is BlockKind.BODY]
    rests, cut_off = list(filter(begins_inside, bodies)), list(filter(ends_open, bodies))
    speech = any(map(_SPEECH.match, bodies))
    signs = {text[0] for text in bodies if bullet(text)}
    whole = "\n".join(item.text for item in marked)
    for i in shorts:
        text = marked[i].text
        if text.startswith("——") and _over_byline(marked, i):
            continue  # a headline's second line: ——对话某局局长卜某
        if text.startswith(("对话", "专访")) and _over_byline(marked, i + 1):
            continue  # over the headline: 对话某区管委会主任
        above, below = (m.text if m and m.kind is BlockKind.BODY else "" for m in neighbours(marked, i))
        if (
            (below and straddling(text, below)[0] >= max(_LIKELY, min(_SURE, headline_score(text) + 1.0)))
            or (above and ends_open(above) and straddling(above, text)[0] >= _SURE)
            or (rests and not _opens_article(marked, i) and any(_one_text(text, rest, whole) for rest in rests))
            or (not _over_byline(marked, i) and any(speaks_over(text, rest) for rest in bodies))
            or (
                begins_inside(text)
                and not _over_byline(marked, i)
                and any(_one_text(start, text, whole) for start in cut_off)
            )
            or (text[0] in signs and bullet(text) and not _over_byline(marked, i))
            or (speech and _names_speaker(text) and not _over_byline(marked, i))
        ):
            marked[i].kind = BlockKind.BODY


def _opens_article(marked: list[Marked], i: int) -> bool:
    """Whether a short line shows by itself or its neighbours that it is a headline: a kicker, a byline below."""
    above, below = (marked[i - 1].text if i else ""), marked[i + 1 : i + 3]
    return (
        re.search("[：:]", marked[i].text) is not None
        or above.endswith(KICKER_END)
        or (i > 0 and marked[i - 1].kind is BlockKind.BYLINE)
        or any(item.kind is BlockKind.BYLINE or dateline(item.text)[0] for item in below)
    )


def _over_byline(marked: list[Marked], i: int) -> bool:
    return i + 1 < len(marked) and marked[i + 1].kind is BlockKind.BYLINE


def _one_text(start: str, rest: str, whole: str) -> bool:
    """Whether a word surely runs over the cut, a name that the page has elsewhere, or somebody who speaks."""
    return straddling(start, rest)[0] >= _SURE or whole.count(start[-3:] + rest[:3]) > 0 or speaks_over(start, rest)


def _names_speaker(text: str) -> bool:
    """Whether a line ends in a post and a name, and so waits for what that person says."""
    cut, posts = words.cut(text), tuple(people_words().posts)
    return any(is_name("".join(cut[-k:])) and cut[-k - 1].endswith(posts) for k in (1, 2, 3) if k < len(cut))
