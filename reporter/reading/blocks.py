"""Blocks: what each line of a page is for.

    湖北自贸区：                      kicker
    改革创新红利吸引高端产业集聚          headline
    本报记者 柳洁 通讯员 何英            byline
    促进高质量发展                     banner
    湖北自贸区是唯一被国家定位为……。      body
    武汉片区：剑指“芯屏端网”            subhead
    图为……生产线。                    caption
    (资料图片)                        credit
    本版编辑 陈郁 周颖一               editor

A line alone says little (营造良好营商环境 may be a banner or a subhead); its neighbours say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reporter.lexicon.kinds import people_words
from reporter.lexicon.press import press_words
from reporter.model import BlockKind
from reporter.reading import words
from reporter.reading.banners import is_banner, is_banner_inside
from reporter.reading.bylines import byline, dateline, is_name, trailing
from reporter.reading.headlines import LEAD, shared
from reporter.reading.joint import begins_inside, straddling
from reporter.reading.lines import Line
from reporter.reading.marks import ends_open, unmatched
from reporter.reading.stamps import page_head, stamp
from reporter.reading.zonewords import zones_named

_LONGEST_HEADLINE = 44
_SURE, _LIKELY = 3.0, 0.5
_PAGE = 160
"""Lines that are looked at together: more than the fullest newspaper page has."""
_LOOKS = 1.0
_OVER_BYLINE = -2.5
"""What a line must have of a headline's looks when a byline stands right below it."""
_OVER_DATELINE = -1.0
"""The same above 本报讯, over which the end of a cut column may stand: 上半年某区进出口突破1200亿元."""
# What tells a sentence from a headline, and how much.
_PARTICLES = {
    **dict.fromkeys(["目前"], 2.0),
    **dict.fromkeys(["了"], 2.0),
    **dict.fromkeys(["着", "已经", "他", "她", "他们", "我们", "这些", "去年", "今年", "累计", "以及", "不仅"], 1.5),
    **dict.fromkeys(["过", "是", "已", "将", "还", "就", "都", "曾", "其"], 1.0),
    **dict.fromkeys(["该", "这", "那", "没有", "可以", "每年", "但"], 1.0),
    **dict.fromkeys(["也", "正在", "而"], 0.7),
    **dict.fromkeys(["的", "被", "由"], 0.5),
}
_DATE_START = re.compile(r"\d{1,4}\s*[年月日]|[一二三四五六七八九十]+月")
_SENTENCE = re.compile("[。；;]")
_ZONE = re.compile(
    "([\u4e00-\u9fff]{2,8}?)(?:自贸试验区|自由贸易试验区|自贸区|自贸港|高新区|高新技术产业开发区|经开区|经济技术开发区|开发区|综保区|综合保税区|保税区|"
    "新区|工业园区|工业园|产业园|示范区|合作区|试验区|科技城|保税港区|园区)"
)
_SAYING = re.compile("(?:介绍|表示|告诉记者|透露|说|称|指出|强调|认为)[，,：:]")
_SPEECH = re.compile("(?:介绍|表示|告诉|透露|说|称|指出|强调|坦言)(?!明)")
_TITLED = re.compile(
    r"(?:报告|讲话|致辞|发言|公报|纲要|办法|措施|方案|通知|意见|纪实|侧记|见闻|综述|访谈|掠影|实录)"
    r"(?:[（(][^（）()]{2,12}[）)])?$"
)
"""What a piece is, at the end of its headline: 在……会议上的报告（摘要）, ——某区上半年外贸见闻."""
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:局|委员会|管委会|(?:发展|促进|工作|宣传|服务|统计|经济)部|办公室|政府|厅|统计处|党政办|调查队)"
)
"""Who issues a communique or a report, under its headline: 某区统计局."""
_DATA = re.compile(r"[：:]\s*[约近超]?\d|(?:[A-D\u4e00-\u9fff]{1,8}\d[\d.]*[家个项万亿户名件%][ \u3000]+){2}")
"""A line of data: 参评企业：326家, A类52家 B类131家 C类118家."""
_QUOTED = re.compile("“[^“”。！？]{4,24}”")
"""A saying as a headline: “来了就有家，干了就有补”."""
_VISIT = re.compile("走进[\u4e00-\u9fff“”]{2,16}(?:区|园|城|港|镇|谷)")
"""走进某区中医药科创城: over a headline, not the start of a sentence."""
_SECTION = re.compile(r"0[1-9][ \u3000.、]+[^，。；]{2,24}$")
"""01 从2.3到168.9: a numbered section's head, whatever its words."""
_OWN_ZONES = ("高新区", "高新技术产业开发区", "经开区", "经济技术开发区", "综合保税区", "综保区")
_DASH = re.compile("——")
_PARTED = re.compile(r"[\u4e00-\u9fff”》][ \u3000]+(?=[\u4e00-\u9fff“《])")
"""Clauses of a headline are parted by spaces, those of a sentence by marks: 订单来了 船期紧了."""
_OWN = 0.3
_WIRED = re.compile(
    r"(?:新华社|中新社|中国新闻社|中新网|人民网|央广网)[^，。；]{0,12}\d{1,2}月\d{1,2}日电[ \u3000]*题[：:]"
)
"""新华社云港10月29日电 题：……: an agency's heading repeats the headline."""
_CAPTION = 60
_SHORTEST_ANNOUNCED = 8
_SHOT_BY = 160
_SIGNED_PICTURE = re.compile(
    r"[。！][ \u3000]*[（(]?(?:本报|本网|新华社|中新社|人民网)?(?:全媒体)?(?:记者|通讯员|特约记者|摄影师)?[ \u3000]*"
    r"[\u4e00-\u9fff·]{2,4}(?:[ \u3000、]+[\u4e00-\u9fff·]{2,4})?[ \u3000]*(?:摄|摄影|供图|/图|/摄)[）)]?$"
)
"""……正在检测光纤。 本报记者 彭湛 摄: a picture's words, with who took it behind them."""
_HEAD_LINES = 3
"""Lines that a headline has at most: more short lines in a row are a list."""
_KICKER_END = ("：", ":", "——", "—", "--")


@dataclass(slots=True)
class Marked:
    """A line with what it was found to be; `head` numbers the headline group that it belongs to (-1: none)."""

    line: Line
    kind: BlockKind
    names: tuple[str, ...] = ()
    head: int = -1
    reason: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text


@dataclass(slots=True)
class Head:
    """The lines above an article, by their indexes: kicker, headline and byline; and where its flow begins."""

    kickers: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The index of its first line."""
        return min(self.kickers + self.titles + self.bylines)


def mark(lines: Sequence[Line], *, titled: bool = False) -> tuple[list[Marked], list[Head]]:
    """Every line with its kind, and the headline groups of the page.

    `titled` says that the file itself names the article, so that a first short line need not be its headline.
    """
    marked = [_alone(line) for line in lines]
    _over_items(marked)
    _over_bylines(marked)
    _pictures(marked)
    _fragments(marked)
    heads: list[Head] = []
    for first, last in _groups(marked):
        _group(marked, first, last, heads, titled)
    _strayed(marked, heads)
    return marked, heads


def is_short(text: str) -> bool:
    """Whether a line could be a headline or subhead by its looks alone."""
    return headline_score(text) >= _LOOKS


def headline_score(text: str) -> float:
    """How much a line looks like a headline and not a piece of a sentence: 搭建信创产业“四梁八柱”, not 今年，高新区将.

    Headlines are short, whole and dense: no opener, no particles, their quotation marks closed.
    """
    if (
        len(text) > _LONGEST_HEADLINE
        or _SENTENCE.search(text)
        or text[-1] in "，,、。；;"
        or text[0] in "，,、。；）)”》"
    ):
        return -9.0
    if _SECTION.match(text):
        return _LOOKS + 1.0
    press = press_words()
    body = text.rstrip("：:—-")
    kicker = len(body) < len(text)
    size = max(map(len, _DASH.split(body)))
    score = 3.0 if size <= 20 else (2.0 if size <= 26 else (1.0 if size <= 32 else -1.0))
    score += 3.0 * kicker + 3.0 * bool(_TITLED.search(body)) + 3.0 * bool(_PARTED.search(body))
    cut = words.cut(body)
    if not kicker and (cut[0] in press.start_words or cut[0] in press.never_first or _DATE_START.match(body)):
        score -= 3.0
    if _DATA.search(text):
        score -= 4.0
    if _QUOTED.fullmatch(text) or _VISIT.fullmatch(text):
        score += 3.0
    closing, opening = unmatched(body)
    score -= 3.0 * bool(closing or opening) + 3.0 * bool(_SAYING.search(text)) + 4.0 * dateline(text)[0]
    score -= min(3.0, sum(_PARTICLES.get(word, 0.0) for word in cut))
    clauses = [clause for clause in re.split("[，,]", body) if clause]
    if len(clauses) > 1:
        score -= 0.0 if len(clauses) == 2 and abs(len(clauses[0]) - len(clauses[1])) <= 4 else 3.0
    if not kicker and (cut[-1] in press.open_last or body[-1].isdigit()):
        score -= 3.0
    return score


def _alone(line: Line) -> Marked:  # noqa: PLR0911  (one return a kind)
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
    shown = len(text) <= _CAPTION and text.startswith(press.caption_openings) and "。" in text
    if shown or re.search(rf"(?:^|[。！？：:”\s])(?:{'|'.join(map(re.escape, press.caption_cues))})", text):
        return Marked(line, BlockKind.CAPTION, trailing(text)[1])
    if line.level or is_short(text) or is_banner(text):
        return Marked(line, BlockKind.HEADLINE)
    return Marked(line, BlockKind.BODY)


def _over_items(marked: list[Marked]) -> None:
    """A line that announces a list belongs to the text: 局长列了一张清单： | ——研发平台。……."""
    for line, below in pairwise(marked):
        announces = line.kind is BlockKind.HEADLINE and line.text.endswith(("：", ":"))
        listed = below.kind is BlockKind.BODY and below.text.startswith("——")
        if announces and listed and len(line.text) > _SHORTEST_ANNOUNCED:
            line.kind = BlockKind.BODY


def _over_bylines(marked: list[Marked]) -> None:
    """A short line right over a byline is a headline, even one told like a sentence: 跨过一座桥，他把公司开到岛上."""
    for i in range(1, len(marked)):
        line = marked[i - 1]
        below = marked[i].kind is BlockKind.HEADLINE and marked[i].text.startswith("——")  # its second line
        dated = marked[i].kind is BlockKind.BODY and dateline(marked[i].text)[0]
        if not (below or dated or marked[i].kind is BlockKind.BYLINE) or line.kind is not BlockKind.BODY:
            continue
        above = marked[i - 2].text if i > 1 and marked[i - 2].kind is BlockKind.BODY else ""
        goes_on = bool(above) and ends_open(above) and straddling(above, line.text)[0] > 0
        least = 0.0 if begins_inside(line.text) and not below else _OVER_DATELINE if dated else _OVER_BYLINE
        if headline_score(line.text) >= least and not goes_on:
            line.kind = BlockKind.HEADLINE


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
        and not re.search("[，,]", core)
    )


def _pictures(marked: list[Marked]) -> None:
    """Captions without a cue word: a short paragraph at a picture's place, or right above a credit."""
    for i, item in enumerate(marked):
        if item.kind not in {BlockKind.BODY, BlockKind.HEADLINE} or item.line.level:
            continue
        follows = marked[i + 1].kind if i + 1 < len(marked) else None
        before = marked[i - 1].kind if i else None
        placed = item.line.gap >= 2 and i > 0
        closed = not ends_open(item.text) and not begins_inside(item.text)
        short = len(item.text) <= 90 and item.text.count("。") <= 2
        if (
            (
                closed
                and short
                and (
                    (placed and follows is BlockKind.CREDIT)
                    or (placed and before is BlockKind.CREDIT and len(item.text) <= 60)
                )
            )
            or (closed and short and follows is BlockKind.CREDIT and _titled_picture(marked, i))
            or (closed and len(item.text) <= 60 and follows is BlockKind.CREDIT and i and ends_open(marked[i - 1].text))
        ):
            item.kind = BlockKind.CAPTION


def _titled_picture(marked: list[Marked], i: int) -> bool:
    """Whether a lone short line stands over a paragraph, below a text that is finished: the title of a picture."""
    return (
        i >= 2
        and marked[i - 1].kind is BlockKind.HEADLINE
        and not marked[i - 1].line.level
        and len(marked[i - 1].text) <= 14
        and marked[i - 2].kind is BlockKind.BODY
    )


def _fragments(marked: list[Marked]) -> None:
    """Short lines that are the end or the start of a cut sentence are no headlines but pieces of text.

    The other half may stand anywhere on the page: …公司就是受益 | 者之一。公司手握…, …管委会主任解某 | 表示，到明年….
    A file that holds many pages is looked through in parts.
    """
    for start in range(0, len(marked), _PAGE):
        _pieces(marked[start : start + _PAGE])


def _pieces(marked: list[Marked]) -> None:
    shorts = [i for i, item in enumerate(marked) if item.kind is BlockKind.HEADLINE and not item.line.level]
    if not shorts:
        return
    bodies = [item.text for item in marked if item.kind is BlockKind.BODY]
    rests, cut_off = list(filter(begins_inside, bodies)), list(filter(ends_open, bodies))
    speech = any(map(_SPEECH.match, bodies))
    whole = "\n".join(item.text for item in marked)
    for i in shorts:
        text = marked[i].text
        above, below = (m.text if m and m.kind is BlockKind.BODY else "" for m in _neighbours(marked, i))
        if (
            (below and straddling(text, below)[0] >= max(_LIKELY, min(_SURE, headline_score(text) + 1.0)))
            or (above and ends_open(above) and straddling(above, text)[0] >= _SURE)
            or (rests and not _opens_article(marked, i) and any(_one_text(text, rest, whole) for rest in rests))
            or (
                begins_inside(text)
                and not _over_byline(marked, i)
                and any(_one_text(start, text, whole) for start in cut_off)
            )
            or (speech and _names_speaker(text) and not _over_byline(marked, i))
        ):
            marked[i].kind = BlockKind.BODY


def _neighbours(marked: list[Marked], i: int) -> tuple[Marked | None, Marked | None]:
    """The lines above and below a line."""
    return (marked[i - 1] if i else None), (marked[i + 1] if i + 1 < len(marked) else None)


def _opens_article(marked: list[Marked], i: int) -> bool:
    """Whether a short line shows by itself or its neighbours that it is a headline: a kicker, a byline below."""
    above, below = (marked[i - 1].text if i else ""), marked[i + 1 : i + 3]
    return (
        re.search("[：:]", marked[i].text) is not None
        or above.endswith(_KICKER_END)
        or (i > 0 and marked[i - 1].kind is BlockKind.BYLINE)
        or any(item.kind is BlockKind.BYLINE or dateline(item.text)[0] for item in below)
    )


def _over_byline(marked: list[Marked], i: int) -> bool:
    return i + 1 < len(marked) and marked[i + 1].kind is BlockKind.BYLINE


def _one_text(start: str, rest: str, whole: str) -> bool:
    """Whether a word surely runs over the cut, or a name that the page has elsewhere."""
    return straddling(start, rest)[0] >= _SURE or whole.count(start[-3:] + rest[:3]) > 0


def _names_speaker(text: str) -> bool:
    """Whether a line ends in a post and a name, and so waits for what that person says."""
    cut, posts = words.cut(text), tuple(people_words().posts)
    return any(is_name("".join(cut[-k:])) and cut[-k - 1].endswith(posts) for k in (1, 2, 3) if k < len(cut))


def _groups(marked: list[Marked]) -> list[tuple[int, int]]:
    """Runs of short lines and bylines, first and last index; bodies, captions and the like stand between them."""
    groups: list[tuple[int, int]] = []
    for i, item in enumerate(marked):
        if item.kind not in {BlockKind.HEADLINE, BlockKind.BYLINE}:
            continue
        if groups and groups[-1][1] == i - 1:
            groups[-1] = (groups[-1][0], i)
        else:
            groups.append((i, i))
    return groups


def _group(marked: list[Marked], first: int, last: int, heads: list[Head], titled: bool) -> None:
    """Says what each line of a group is for, and whether the group opens an article."""
    for i in range(first + 1, last + 1):
        if _ISSUER.fullmatch(marked[i].text) and not marked[i].line.level:
            marked[i].kind = BlockKind.BYLINE
    bylines = [i for i in range(first, last + 1) if marked[i].kind is BlockKind.BYLINE]
    if bylines and first == bylines[0] == 0 and last > first and stamp(marked[0].text):
        marked[0].kind, first, bylines = BlockKind.BANNER, 1, bylines[1:]  # over the headline, not under it
    if bylines and _belongs_above(marked, bylines[0], first, last):
        first = bylines[0] + 1
        bylines = bylines[1:]
        if first > last:
            return
    if bylines:
        _with_byline(marked, first, last, bylines, heads)
        return
    if last + 1 < len(marked) and marked[last + 1].kind is BlockKind.CAPTION and not _starts_item(marked, last):
        marked[last].kind, marked[last].reason = BlockKind.HEADLINE, "over a caption"
        heads.append(Head(titles=[last]))
        marked[last].head = len(heads) - 1
        last -= 1
        if last < first:
            return
    bare = [i for i in range(first + 1, last + 1) if byline(marked[i].text, alone=True)]
    if bare and (first == 0 or _starts_article(marked, first, bare[0] - 1, titled) or bare[0] == last):
        marked[bare[0]].kind, marked[bare[0]].names = BlockKind.BYLINE, byline(marked[bare[0]].text, alone=True)
        _with_byline(marked, first, last, bare[:1], heads)
    elif _starts_article(marked, first, last, titled):
        _head(marked, first, last, [], heads)
    else:
        top = _body_above(marked, first) is None
        for i in range(first, last + 1):
            banner = is_banner(marked[i].text) if top else is_banner_inside(marked[i].text)
            marked[i].kind = BlockKind.BANNER if banner else BlockKind.SUBHEAD


def _belongs_above(marked: list[Marked], at: int, first: int, last: int) -> bool:
    """Whether a byline without a headline over it closes the article above: （本报记者韩俊杰、李刚参与采写）."""
    if at != first or at == 0:
        return False
    above = marked[at - 1]
    if above.kind not in {BlockKind.BODY, BlockKind.CREDIT, BlockKind.CAPTION} or ends_open(above.text):
        return False
    alone_last = at == len(marked) - 1
    return marked[at].text[0] in "（(" or alone_last or at < last


def _with_byline(marked: list[Marked], first: int, last: int, bylines: list[int], heads: list[Head]) -> None:
    """A group with a byline: headline lines above it, a subhead or banner below, or another headline and byline."""
    end = bylines[0]
    while end + 1 in bylines:
        end += 1
    if end < bylines[-1]:  # two headlines pushed together, each with its byline
        _with_byline(marked, first, end, [i for i in bylines if i <= end], heads)
        _with_byline(marked, end + 1, last, [i for i in bylines if i > end], heads)
        return
    _head(marked, first, bylines[0] - 1, bylines, heads)
    for i in range(bylines[0] + 1, last + 1):
        if i in bylines:
            continue
        marked[i].kind = BlockKind.BANNER if is_banner(marked[i].text) else BlockKind.SUBHEAD


def _head(marked: list[Marked], first: int, last: int, bylines: list[int], heads: list[Head]) -> None:
    """The lines `first` to `last` as kicker and headline of one article."""
    indexes = list(range(first, last + 1))
    while len(indexes) > 1 and is_banner(marked[indexes[0]].text):
        marked[indexes.pop(0)].kind = BlockKind.BANNER
    for i in [i for i in indexes[1:] if page_head(marked[i].text)]:
        marked[i].kind = BlockKind.BANNER
        indexes.remove(i)
    if (second := _second_head(marked, indexes)) is not None:
        _head(marked, indexes[0], second - 1, [], heads)
        indexes = list(range(second, last + 1))
    while len(indexes) > 3:
        marked[indexes.pop(0)].kind = BlockKind.SUBHEAD
    head = Head(bylines=list(bylines))
    for place, i in enumerate(indexes):
        text = marked[i].text
        under = text.startswith(("——", "—", "--")) and place > 0
        later = place < len(indexes) - 1 and not marked[indexes[place + 1]].text.startswith(("——", "—", "--"))
        if under or (later and not head.titles):
            marked[i].kind = BlockKind.KICKER
            head.kickers.append(i)
        else:
            marked[i].kind = BlockKind.HEADLINE
            head.titles.append(i)
    if not (head.kickers or head.titles or head.bylines):
        return
    heads.append(head)
    for i in head.kickers + head.titles + head.bylines:
        marked[i].head = len(heads) - 1


def _second_head(marked: list[Marked], indexes: Sequence[int]) -> int | None:
    """Where another zone's headline begins below a whole one, both pushed together when the page was read.

    云麓高新区激光产业园 | 小激光闯出大市场 | 松塔高新区：动力装备补链
    """
    for place, i in enumerate(indexes[1:], 1):
        text, above = marked[i].text, [marked[k].text for k in indexes[max(0, place - _HEAD_LINES) : place]]
        zone = _ZONE.match(text)
        kicker = text.endswith(_KICKER_END) and i != indexes[-1]
        titled = zone is not None and text[zone.end() : zone.end() + 1] in {":", "："} and zone.end() + 1 < len(text)
        if (kicker or titled) and not above[-1].endswith(_KICKER_END) and any(map(_ZONE.search, above)):
            return i
    return None


def _starts_article(marked: list[Marked], first: int, last: int, titled: bool) -> bool:  # noqa: PLR0911
    """Whether a group of short lines without a byline is a headline rather than a subhead."""
    if first > last:
        return False
    lines = range(first, last + 1)
    if any(marked[i].line.level == 1 for i in lines):
        return True
    if _starts_item(marked, last):
        return True
    if first == last and is_banner(marked[first].text):
        return False
    above = _body_above(marked, first)
    if above is None:
        return not titled
    if last > first and _ZONE.fullmatch(marked[first].text):
        return True
    if any(marked[i].text.endswith(_KICKER_END) for i in lines) and last > first:
        return True
    if trailing(above.text)[1] or marked[first - 1].kind is BlockKind.BYLINE:
        return True
    if ends_open(above.text) and last == first:
        return False
    return _turns_to_another_zone(marked, first, last) or _names_its_own_zone(marked, first, last)


def _strayed(marked: list[Marked], heads: list[Head]) -> None:
    """Headlines that stand away from their news item: short lines that share their words with its first paragraph.

    松塔新区算力规模跃升 … 本报讯 记者从松塔新区获悉，全区算力规模跃升至…
    """
    leads = [(i, m.text[:LEAD]) for i, m in enumerate(marked) if m.kind is BlockKind.BODY and dateline(m.text)[0]]
    titles = [(head.first, "".join(marked[i].text for i in head.titles)) for head in heads]
    for i, item in enumerate(marked if leads else ()):
        around = (other for other in _neighbours(marked, i) if other is not None)
        if item.kind is not BlockKind.SUBHEAD or item.line.level or any(o.kind is BlockKind.SUBHEAD for o in around):
            continue
        near = [text for at, text in leads if abs(at - i) < _PAGE]
        lead = max(near, key=lambda text: shared(item.text, text), default="")
        share = shared(item.text, lead)
        if share >= _OWN and all(shared(title, lead) < share for at, title in titles if abs(at - i) < _PAGE):
            _head(marked, i, i, [], heads)
    for head in list(heads) if leads else ():
        for i in [i for i in head.kickers if _of_another(marked, head, i, [text for at, text in leads if at - i > 1])]:
            head.kickers.remove(i)
            marked[i].head = -1
            _head(marked, i, i, [], heads)


def _of_another(marked: list[Marked], head: Head, i: int, leads: Sequence[str]) -> bool:
    """Whether a line above a headline is that of another item: it names a zone that only a lead farther down does.

    云渡综保区前九月进出口超百亿元 | 云港经开区锻造铜箔产业链 | 从一块铜到一张箔 … 本报讯 据海关统计，云渡综合保税区……
    """
    if marked[i].text.endswith(_KICKER_END):
        return False
    named = zones_named(marked[i].text)
    others = frozenset().union(*(zones_named(marked[k].text) for k in (*head.kickers, *head.titles) if k != i))
    last = max(head.kickers + head.titles + head.bylines)
    below = next((m.text for m in marked[last + 1 :] if m.kind is BlockKind.BODY), "")
    own = zones_named(below)
    return bool(named) and named.isdisjoint(others | own) and any(named & zones_named(lead) for lead in leads)


def _starts_item(marked: list[Marked], last: int) -> bool:
    """Whether the first body below opens with 本报讯 or the like."""
    below = next((m for m in marked[last + 1 : last + 4] if m.kind not in {BlockKind.CREDIT, BlockKind.BANNER}), None)
    return below is not None and below.kind in {BlockKind.BODY, BlockKind.CAPTION} and dateline(below.text)[0]


def _body_above(marked: list[Marked], first: int) -> Marked | None:
    return next((m for m in reversed(marked[:first]) if m.kind is BlockKind.BODY), None)


def _turns_to_another_zone(marked: list[Marked], first: int, last: int) -> bool:
    """Whether the group names a zone that the article above never mentions and the bodies below do."""
    title = "".join(marked[i].text for i in range(first, last + 1))
    found = _ZONE.search(title)
    if not found:
        return False
    core = found.group(0)[-6:]
    above: list[str] = []
    for item in reversed(marked[:first]):
        if item.head >= 0:
            above.append(item.text)
            if item.kind in {BlockKind.KICKER, BlockKind.HEADLINE} and marked[first - 1].head != item.head:
                break
        above.append(item.text)
    below = "".join(m.text for m in marked[last + 1 : last + 4] if m.kind is BlockKind.BODY)
    return core in below and core not in "".join(above)


def _names_its_own_zone(marked: list[Marked], first: int, last: int) -> bool:
    """Whether the group names a zone that no other headline has, and a text somewhere on the page.

    新余高新区助企“轻装快跑” | from another column: …今年以来，新余高新区推行“一类事一站办”……
    """
    found = _ZONE.match("".join(marked[i].text for i in range(first, last + 1)))
    if not found or not found.group(0).endswith(_OWN_ZONES):
        return False
    name = found.group(0)
    near = [m for i, m in enumerate(marked) if abs(i - first) < _PAGE and not first <= i <= last]
    heads = any(name in m.text for m in near if m.kind in {BlockKind.HEADLINE, BlockKind.KICKER})
    return not heads and any(name in m.text for m in near if m.kind is BlockKind.BODY)
