"""Groups of short lines and bylines: which open an article, and what each of their lines is for.

湖北自贸区： | 改革创新红利吸引高端产业聚集 | 本报记者 柳洁     kicker, headline and byline of an article
武汉片区：剑指“芯屏端网”                             alone, below a text of the same zone: a subhead
促进高质量发展                                      a banner
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reporter.lexicon.places import load as places
from reporter.model import BlockKind
from reporter.reading import words
from reporter.reading.banners import is_banner, is_banner_inside, is_slogan
from reporter.reading.bylines import byline, dateline, trailing
from reporter.reading.headlines import SHORTEST_NEWS
from reporter.reading.joint import begins_inside
from reporter.reading.marked import KICKER_END, OVER_CAPTION, PAGE, Head, Marked
from reporter.reading.marks import ends_open
from reporter.reading.pictured import stands_over_picture, titles_picture
from reporter.reading.stamps import page_head, stamp

_ZONE = re.compile(
    "([\u4e00-\u9fff]{2,8}?)(?:自贸试验区|自由贸易试验区|自贸区|自贸港|高新区|高新技术产业开发区|经开区|经济技术开发区|开发区|综保区|综合保税区|保税区|"
    "新区|工业园区|工业园|产业园|示范区|合作区|试验区|科技城|保税港区|园区)"
)
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:局|委员会|管委会|(?:发展|促进|工作|宣传|服务|统计|经济)部|办公室|政府|厅|统计处|党政办|调查队)"
)
"""Who issues a communique or a report, under its headline: 某区统计局."""
_FULL = {
    "高新区": "高新技术产业开发区",
    "高新技术产业开发区": "高新区",
    "经开区": "经济技术开发区",
    "经济技术开发区": "经开区",
    "综保区": "综合保税区",
    "综合保税区": "综保区",
}
"""Kinds of zones that are called by their own names, short and full."""
_LABEL = re.compile("[\u4e00-\u9fff]{4,12}(?=[：:].)")
_BUILT = re.compile("(?P<label>[\u4e00-\u9fff]{2,4})[：:].")
_ALIKE = 2
"""Subheads of one build that a line must stand behind to be the next of them."""
_HEAD_LINES = 3
"""Lines that a headline has at most: more short lines in a row are a list."""
_LEAD = 60
_LEADS = 2
_RARE = 100
_PROPER = ("ns", "nr", "nz", "nt")
"""What the dictionary calls names: 遂昌; not 新兴, which is a county's as well."""


def opened(marked: list[Marked], *, titled: bool) -> list[Head]:
    """The headline groups that open an article, in page order; every line of a group gets its kind.

    `titled` says that the file itself names the article.
    """
    heads: list[Head] = []
    for first, last in _groups(marked):
        _group(marked, first, last, heads, titled)
    _sections(marked)
    return _with_strays(marked, heads)


def _with_strays(marked: list[Marked], heads: list[Head]) -> list[Head]:
    """The groups with each byline that stands without a headline under a headline that nobody signs.

    把海铁联运做实 | 一只集装箱…… | a picture's words | 本报记者 温明: parted when the columns were read. Where as many
    bylines are astray on a page as headlines are unsigned, they come in the same order; else all stay where they are.
    """
    strays = [head for head in heads if not (head.titles or head.kickers)]
    unsigned = [head for head in heads if _is_unsigned(marked, head)] if strays else []
    pairs = list(zip(unsigned, strays, strict=False)) if len(unsigned) == len(strays) else []
    if any(not 0 < stray.first - head.first <= PAGE for head, stray in pairs):
        pairs = []
    for head, stray in pairs:
        head.bylines += stray.bylines
    homeless = {id(stray) for _, stray in pairs}
    kept = [head for head in heads if id(head) not in homeless]
    for number, head in enumerate(kept):
        for i in head.kickers + head.titles + head.bylines:
            marked[i].head = number
    return kept


def _is_unsigned(marked: list[Marked], head: Head) -> bool:
    """Whether nobody signs a headline: no byline under it, no 本报讯 or picture below, no name behind the paragraph."""
    if head.bylines or not (head.titles or head.kickers):
        return False
    last = max(*head.kickers, *head.titles, -1)
    below = next((m for m in marked[last + 1 :] if m.kind is BlockKind.BODY), None)
    signed = below is None or dateline(below.text)[0] or trailing(below.text)[1]
    return not (signed or stands_over_picture(marked, last))


def _sections(marked: list[Marked]) -> None:
    """Slogans beside others of their build head the sections of a text: 推动产业链延伸 … 强化要素保障能力."""
    between = [
        i
        for i, (above, item, below) in enumerate(zip(marked, marked[1:], marked[2:], strict=False), 1)
        if item.kind in _INSIDE and above.kind is BlockKind.BODY and below.kind is BlockKind.BODY
    ]
    slogans = {i for i in between if marked[i].kind is BlockKind.BANNER and is_slogan(marked[i].text)}
    built = [i for i in between if i in slogans or (marked[i].kind is BlockKind.SUBHEAD and _calls(marked[i].text))]
    for i in slogans:
        near = [k for k in built if 0 < abs(k - i) < PAGE and abs(len(marked[k].text) - len(marked[i].text)) <= 1]
        if any(marked[k].text != marked[i].text for k in near):
            marked[i].kind = BlockKind.SUBHEAD


def _calls(text: str) -> bool:
    """Whether a line begins with a verb of two characters and has no marks, as slogans do: 强化要素保障."""
    return re.fullmatch("[\u4e00-\u9fff]+", text) is not None and words.part_of_speech(text[:2]).startswith("v")


_INSIDE = frozenset([BlockKind.BANNER, BlockKind.SUBHEAD])


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
    if titles_picture(marked, last) and not _starts_item(marked, last):
        marked[last].kind, marked[last].reason = BlockKind.HEADLINE, OVER_CAPTION
        heads.append(Head(titles=[last]))
        marked[last].head = len(heads) - 1
        last -= 1
        if last < first:
            return
    bare = [i for i in range(first + 1, last + 1) if byline(marked[i].text, alone=True)]
    if bare and (first == 0 or _starts_article(marked, first, bare[0] - 1, titled) or bare[0] == last):
        marked[bare[0]].kind, marked[bare[0]].names = BlockKind.BYLINE, byline(marked[bare[0]].text, alone=True)
        _with_byline(marked, first, last, bare[:1], heads)
    elif _starts_article(marked, first, last, titled) or _of_items(marked, last):
        put_head(marked, first, last, [], heads)
    else:
        last = _parted(marked, first, last, heads)
        top = _body_above(marked, first) is None
        for i in range(first, last + 1):
            banner = is_banner(marked[i].text) if top else is_banner_inside(marked[i].text)
            marked[i].kind = BlockKind.BANNER if banner else BlockKind.SUBHEAD


def _parted(marked: list[Marked], first: int, last: int, heads: list[Head]) -> int:
    """The last line of a group without the headline of another article that ends it.

    有港有产更有城 | 某高新区上半年新增企业千余家: a subhead, and news of a zone that no other headline has.
    """
    pushed = next((i for i in range(first + 1, last + 1) if _names_its_own_zone(marked, i, last)), 0)
    if not pushed or len(marked[pushed].text) < SHORTEST_NEWS:
        return last
    put_head(marked, pushed, last, [], heads)
    return pushed - 1


def _of_items(marked: list[Marked], at: int) -> bool:
    """Whether a column's name stands right over items that begin with their places: 口岸短波 | 银川：…… | 珲春：……."""
    below = marked[at + 1 : at + 1 + _ITEMS]
    items = [item for item in below if item.kind is BlockKind.BODY and _ITEM.match(item.text)]
    return is_banner(marked[at].text) and len(items) == _ITEMS and all(places().starting(m.text, 0, 9) for m in items)


_ITEM = re.compile("[\u4e00-\u9fff]{2,6}[：:](?![“”])")
_ITEMS = 2


def _belongs_above(marked: list[Marked], at: int, first: int, last: int) -> bool:
    """Whether a byline without a headline over it closes the article above: （本报记者韩俊杰、李刚参与采写）."""
    if at != first or at == 0:
        return False
    above = marked[at - 1]
    if above.kind not in {BlockKind.BODY, BlockKind.CREDIT, BlockKind.CAPTION} or ends_open(above.text):
        return False
    alone_last = at == len(marked) - 1
    pictured = above.kind is not BlockKind.BODY and at == last  # no end of a text
    return marked[at].text[0] in "（(" or alone_last or at < last or (not pictured and _lacks_byline(marked, at))


def _lacks_byline(marked: list[Marked], at: int) -> bool:
    """Whether a headline above a place has neither a byline nor a dateline under it."""
    pairs = zip(marked[max(0, at - PAGE) : at], marked[max(1, at - PAGE + 1) : at], strict=False)
    return any(
        head.kind is BlockKind.HEADLINE and below.kind is BlockKind.BODY and not dateline(below.text)[0]
        for head, below in pairs
    )


def _with_byline(marked: list[Marked], first: int, last: int, bylines: list[int], heads: list[Head]) -> None:
    """A group with a byline: headline lines above it, a subhead or banner below, or another headline and byline."""
    end = bylines[0]
    while end + 1 in bylines:
        end += 1
    if end < bylines[-1]:  # two headlines pushed together, each with its byline
        _with_byline(marked, first, end, [i for i in bylines if i <= end], heads)
        _with_byline(marked, end + 1, last, [i for i in bylines if i > end], heads)
        return
    put_head(marked, first, bylines[0] - 1, bylines, heads)
    if end < last and _heads_a_report(marked, end + 1, last):
        put_head(marked, end + 1, last, [], heads)
        return
    for i in range(bylines[0] + 1, last + 1):
        if i in bylines:
            continue
        marked[i].kind = BlockKind.BANNER if is_banner(marked[i].text) else BlockKind.SUBHEAD


def _heads_a_report(marked: list[Marked], first: int, last: int) -> bool:
    """Whether lines under a byline head a report that stands without a headline elsewhere on the page.

    本报记者 孙磊 | 某高新区出台新政 | 顶尖团队最高资助5000万元 | … | 本报讯 记者从某高新区获悉……
    """
    if any(_LABELLED.match(marked[i].text) for i in range(first, last + 1)):
        return False
    if not _names_its_own_zone(marked, first, last):
        return False
    zone = _ZONE.match(marked[first].text)
    alone = (m for above, m in pairwise(marked) if above.kind in _TEXT and m.kind is BlockKind.BODY)
    return zone is not None and any(dateline(m.text)[0] and zone.group(0) in m.text[: 2 * _LEAD] for m in alone)


_TEXT = frozenset([BlockKind.BODY, BlockKind.CAPTION, BlockKind.CREDIT])


def put_head(marked: list[Marked], first: int, last: int, bylines: list[int], heads: list[Head]) -> None:
    """The lines `first` to `last` as kicker and headline of one article."""
    indexes = list(range(first, last + 1))
    while len(indexes) > 1 and is_banner(marked[indexes[0]].text):
        marked[indexes.pop(0)].kind = BlockKind.BANNER
    for i in [i for i in indexes[1:] if page_head(marked[i].text)]:
        marked[i].kind = BlockKind.BANNER
        indexes.remove(i)
    if (second := _second_head(marked, indexes)) is not None:
        put_head(marked, indexes[0], second - 1, [], heads)
        indexes = list(range(second, last + 1))
    if len(indexes) > 1 and bylines and _pushed_under(marked, indexes):
        marked[indexes.pop()].kind = BlockKind.BANNER
    inside = _body_above(marked, first) is not None
    while _under_other_line(marked, indexes):
        marked[indexes.pop(0)].kind = BlockKind.SUBHEAD if inside else BlockKind.BANNER
    if len(indexes) > 1 and inside and _next_subhead(marked, indexes[0]):
        marked[indexes.pop(0)].kind = BlockKind.SUBHEAD
    while len(indexes) > 3:
        marked[indexes.pop(0)].kind = BlockKind.SUBHEAD
    head = Head(bylines=list(bylines))
    for place, i in enumerate(indexes):
        text = marked[i].text
        under = place > 0 and (text.startswith(("——", "—", "--")) or _is_deck(text, marked[indexes[place - 1]].text))
        below = marked[indexes[place + 1]].text if place < len(indexes) - 1 else ""
        later = bool(below) and not (below.startswith(("——", "—", "--")) or _is_deck(below, text))
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


def _pushed_under(marked: list[Marked], indexes: Sequence[int]) -> bool:
    """Whether a banner stands between a headline and its byline: 云港经开区： | 小螺丝闯世界 | 推动高水平开放."""
    above = marked[indexes[-2]].text
    whole = not above.endswith(KICKER_END) and _ZONE.fullmatch(above) is None
    return whole and is_banner_inside(marked[indexes[-1]].text)


def _is_deck(text: str, above: str) -> bool:
    """Whether a line only says what kind of piece the headline above it is: 边城变前沿 | 某片区揭牌一周年见闻."""
    if above.endswith(KICKER_END):
        return False
    zone = _ZONE.search(above)
    whole = zone is not None and zone.end() + 3 < len(above) and _ZONE.search(text) is None
    if whole and (_SUMS.match(text) or _TWO_CLAUSES.fullmatch(text)):
        return True
    if _DECK.search(text) is None:
        return False
    return _LABELLED.match(above) is not None or (_ZONE.search(text) is not None and _ZONE.search(above) is None)


_INTERVIEW = re.compile("——(?:访|对话|专访)")
"""——访某局局长某人 stands under a headline, never under a subhead."""
_SUMS = re.compile("(?:总投资|计划总投资|总额|签约|投资|涉及|其中|年度计划)[^，。；]{0,6}\\d[^，。；]*$")
"""总投资163.5亿元 年度计划投资53亿元: what a headline's second line adds to it."""
_TWO_CLAUSES = re.compile(r"[^，,。：:]{6,}\d[^，,。：:]*[，,][^，,。：:]{6,}")
"""年产值过百亿元企业达6家，形成世界级产业集群: under a headline that tells of the zone."""
_DECK = re.compile("(?:见闻|纪实|侧记|走笔|掠影|纪行|巡礼|之际|启示录?|周年观察)$")
_LABELLED = re.compile("[\u4e00-\u9fff]{2,12}[：:].{3,}")


def _next_subhead(marked: list[Marked], at: int) -> bool:
    """Whether a line over a headline is built as two subheads above it: 选得准：…, 扶得实：… and |融得到：…|."""
    label = _BUILT.match(marked[at].text)
    if label is None or _ZONE.search(marked[at].text):
        return False
    above = (_BUILT.match(m.text) for m in marked[:at] if m.kind is BlockKind.SUBHEAD)
    built = [m["label"] for m in above if m is not None and len(m["label"]) == len(label["label"])]
    alike = [one for one in built if any(a == b for a, b in zip(one, label["label"], strict=True))]
    return len(alike) >= _ALIKE


def _second_head(marked: list[Marked], indexes: Sequence[int]) -> int | None:
    """Where another zone's headline begins below a whole one, both pushed together when the page was read.

    云麓高新区激光产业园 | 小激光闯出大市场 | 松塔高新区：动力装备补链
    """
    for place, i in enumerate(indexes[1:], 1):
        text, above = marked[i].text, [marked[k].text for k in indexes[max(0, place - _HEAD_LINES) : place]]
        zone = _ZONE.match(text)
        kicker = text.endswith(KICKER_END) and i != indexes[-1]
        titled = zone is not None and text[zone.end() : zone.end() + 1] in {":", "："} and zone.end() + 1 < len(text)
        if zone is not None and any(zone.group(0) in line for line in above):
            continue  # 庆祝某经开区建区30周年 | 某经开区：从一片菜地到千亿新城
        if (kicker or titled) and not above[-1].endswith(KICKER_END) and any(map(_ZONE.search, above)):
            return i
    return None


def _under_other_line(marked: list[Marked], indexes: Sequence[int]) -> bool:
    """Whether the zone with a colon that a headline begins with stands below a line of something else."""
    below = [marked[i].text for i in indexes[1:-1]]
    return any(text.endswith(KICKER_END) and _ZONE.search(text) for text in below)


def _starts_article(marked: list[Marked], first: int, last: int, titled: bool) -> bool:  # noqa: PLR0911
    """Whether a group of short lines without a byline is a headline rather than a subhead."""
    if first > last:
        return False
    lines = range(first, last + 1)
    if any(marked[i].line.level == 1 for i in lines):
        return True
    if any(_INTERVIEW.match(marked[i].text) for i in lines):
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
    if any(marked[i].text.endswith(KICKER_END) for i in lines) and last > first:
        return True
    if trailing(above.text)[1] or marked[first - 1].kind is BlockKind.BYLINE:
        return True
    while first < last and is_banner(marked[first].text):
        first += 1  # 园区速递 over 柳州高新区 智造项目扎堆开工
    return (
        _turns_to_another_zone(marked, first, last)
        or _names_its_own_zone(marked, first, last)
        or _tells_of_new_place(marked, first, last)
        or stands_over_picture(marked, last)
    )


def _starts_item(marked: list[Marked], last: int) -> bool:
    """Whether the first body below opens with 本报讯 or the like."""
    below = next((m for m in marked[last + 1 : last + 4] if m.kind not in {BlockKind.CREDIT, BlockKind.BANNER}), None)
    return below is not None and below.kind in {BlockKind.BODY, BlockKind.CAPTION} and dateline(below.text)[0]


def _body_above(marked: list[Marked], first: int) -> Marked | None:
    return next((m for m in reversed(marked[:first]) if m.kind is BlockKind.BODY), None)


def _turns_to_another_zone(marked: list[Marked], first: int, last: int) -> bool:
    """Whether the group names a zone, or is labelled with a place, that only the bodies below mention.

    山东某县：园区聚起产业, below an article on a county of another province.
    """
    title = "".join(marked[i].text for i in range(first, last + 1))
    found = _ZONE.search(title)
    core = found.group(0)[-6:] if found else _labelled_place(title)
    if not core or (found and not any(map(_may_be_name, words.cut(found[1])))):
        return False
    above: list[str] = []
    for item in reversed(marked[:first]):
        if item.head >= 0:
            above.append(item.text)
            if item.kind in {BlockKind.KICKER, BlockKind.HEADLINE} and marked[first - 1].head != item.head:
                break
        above.append(item.text)
    below = "".join(m.text for m in marked[last + 1 : last + 4] if m.kind is BlockKind.BODY)
    return core in below and core not in "".join(above)


def _tells_of_new_place(marked: list[Marked], first: int, last: int) -> bool:
    """Whether a line tells something of a place or park that the paragraph below tells of and nothing above.

    3亿美元传感器项目落户遂昌 | 18日，遂昌经济开发区……; not a section's label (武汉片区：……).
    """
    title = "".join(marked[i].text for i in range(first, last + 1))
    below = marked[last + 1] if last + 1 < len(marked) else None
    if below is None or below.kind is not BlockKind.BODY or len(title) < SHORTEST_NEWS or _LABELLED.match(title):
        return False
    lead = below.text[: 2 * _LEAD]
    if len(below.text) < _LEAD or begins_inside(below.text):
        return False
    above = _opening_above(marked, first)
    return any(name in lead and name not in above for name in _names_of_places(title))


def _opening_above(marked: list[Marked], first: int) -> str:
    """The headline above a place of the page and the lead under it; the text between may be another article's end."""
    head = next((i for i in range(first - 1, -1, -1) if marked[i].head >= 0), 0)
    top = next((i for i in range(head, -1, -1) if marked[i].head != marked[head].head), -1) + 1
    bodies = [m.text for m in marked[head + 1 : first] if m.kind is BlockKind.BODY][:_LEADS]
    return "".join(m.text for m in marked[top : head + 1]) + "".join(bodies)


def _names_of_places(title: str) -> set[str]:
    """The cities, counties and zones that a headline names, zones by what they are called before 区 or 园."""
    table = places()
    found = {table.starting(title, at, len(title)) for at in range(len(title) - 1)} - {""}
    names = {name for name in found if any(place.level != "province" for place in table.named(name))}
    names |= {match[1] for match in _ZONE.finditer(title)} | {word for word, tag in words.tagged(title) if tag == "ns"}
    return {name for name in names if _is_proper(name)}


def _is_proper(name: str) -> bool:
    """Whether a name of a place is hardly ever another word."""
    rare = words.frequency(name) < _RARE
    return len(name) > 1 and (rare or words.part_of_speech(name).startswith(_PROPER))


def _may_be_name(word: str) -> bool:
    """Whether a word may name a place: none of 绿色化工 does, and 绿色化工园区 is part of some zone."""
    return not words.is_word(word) or words.part_of_speech(word).startswith(_PROPER) or bool(places().named(word))


def _labelled_place(title: str) -> str:
    """The city or county of a label that begins with its province: 江阴 of 江苏江阴：…; empty where there is none."""
    label = _LABEL.match(title)
    province = places().starting(title, 0, label.end()) if label else ""
    if label is None or not any(place.level == "province" for place in places().named(province)):
        return ""
    start = len(province) + (title[len(province)] in "省市")
    name = places().starting(title, start, label.end())
    return places().named(name)[0].name if name and start + len(name) >= label.end() - 1 else ""


def _names_its_own_zone(marked: list[Marked], first: int, last: int) -> bool:
    """Whether the group names a zone that no other headline has, and a text somewhere on the page.

    新余高新区助企“轻装快跑” | from another column: …今年以来，新余高新区推行“一类事一站办”……
    """
    found = _ZONE.match("".join(marked[i].text for i in range(first, last + 1)))
    if not found or not found.group(0).endswith(tuple(_FULL)):
        return False
    name = found.group(0)
    short = next(ending for ending in _FULL if name.endswith(ending))
    full = name.removesuffix(short) + _FULL[short]  # the text may have 某某经济技术开发区
    near = [m for i, m in enumerate(marked) if abs(i - first) < PAGE and not first <= i <= last]
    heads = any(name in m.text for m in near if m.kind in {BlockKind.HEADLINE, BlockKind.KICKER})
    return not heads and any(name in m.text or full in m.text for m in near if m.kind is BlockKind.BODY)
