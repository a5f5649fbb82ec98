"""Lists whose numbers are told apart only by their order: A和B分别增长3%和5%.

9月和10月，新登记户数分别占…的68.7%和69.1%            times paired with numbers
规上工业增加值、固定资产投资分别增长8.1%和12.3%          metrics
光伏、储能装机分别达到85兆瓦、30兆瓦                    metrics with one head noun
甲区、乙区规上工业总产值分别为720亿元和1080亿元           owners before their metric
甲区、乙区分别完成产值10亿元、20亿元                     owners, the metric behind 分别
签约项目33个、总投资276亿元，同比分别增长17%和34%         the figures before
而2022年，这三项数据分别为6.5%、263亿元、41个            the figures before, at another time
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reporter.extraction.figures import grants
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.owner import find, kind_of
from reporter.extraction.figures.tokens import Owner, OwnerKind, Token
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

PAIRED = "分别: paired in order"
_ANAPHOR = re.compile(
    r"这.{0,3}(?:数据|数字|指标|比例|数值)|上述.{0,3}指标|[两二三四五]项(?:主要|重要)?(?:指标|数据)|两者|三者|二者|(?:前|后|这)?[两二三四五]项\Z"
)
_BARE = re.compile(r"(?:同比|环比|比上年|较上年|[较比与](?:去年|上年)?同期(?:相比)?)?(?:增速|增幅|涨幅|降幅)?")
_REACHING = re.compile("\\A(?:实现|完成|达到|创造|形成)")
_SUMMED_UP = re.compile(r"(?:[两三四五六七八九十]|\d+)(?:[大个家项类]|支柱|主导)")
_KINDS = ("产业", "行业", "集群", "领域")
_TIMES_OF = re.compile("(?:是|为|约?相当于|达)(.{2,12})的")
_AND = re.compile("以及|[、和与及]")
_SUMMED_ITEMS = re.compile(
    "(?P<items>[^，。；]+?)这?(?:[两三四五六七八九]|\\d)(?:项|大)(?:主要|核心|重点|经济)*(?:指标|数据)"
)
_OF_ALL = re.compile("(?:总[量额值]|数值|规模|绝对值)?")
"""产值、税收两项指标，|总量|依次是……: what adds nothing to the name of each."""
_OF_EACH = re.compile(
    "(?P<items>[^，。；、的]{2,6}?(?:[、和][^，。；、的]{2,6}?)+?)(?:来|到|在|入职|落户|就业)[^，。；]{0,10}的"
)
"""大专、本科、硕士到企业就业的，|每月分别补……."""
_PER_TIME = re.compile("每[月年人户]")
_COUNT_OF_KINDS = re.compile("(?:[两三四五六七八九十]|\\d+)[大个]?(?:主导|支柱|重点|新兴)?\\Z")
_BEHIND = re.compile(
    "的(?P<items>[^，。；的\\d]{3,16}?(?:[、和与及][^，。；的\\d]{3,16}?)+?)(?=等|已|将|均|都|[，。；]|先后|相继|正式)"
)
_BEYOND_EACH = re.compile(
    r"(?:比(?P<than>[^，比]+?)(?:平均水平)?(?P<way>[高低快慢]|高出|高于)(?:出|了)?"
    r"|(?P<verb>高于|高出|快于|低于|慢于|领先)(?P<of>[^，]+?)(?:平均水平)?)\Z"
)
_BY_ORDER = re.compile(
    r"(?P<items>[^，。；]+?[^，。；平均年同比])(?P<how>(?:[两三四五]年)?(?:平均|年均)?(?:同比|比上年|较上年)?(?:增长|下降|增速|增幅|降幅)?)"
    r"(?:为|是|达到?|约为)?"
)
_SHARED = re.compile("((?:规模以上|规上)?工业)(?:总?产值|增加值)\\Z")
_BARE_NAMES = frozenset(["总产值", "产值", "增加值", "利润", "利润总额", "税收", "利税"])
"""规上工业总产值、|增加值|."""
_OF_WHOLE = re.compile(r"占[^，。；]{1,12}?的?(?:比重|比例|份额)")


_SHARES_OF = re.compile(
    "(?P<of>占(?:同期)?[^，。；]{0,4}?(?:全[国省市县州区]|[省市州县区]))的?(?P<items>[^，。；的]+(?:[、和及与]|以及)[^，。；的]+)的?"
    "(?P<how>比重|比例|份额)"
)
"""占全省|企业数及合同外资|的比重|分别达28%和45%."""


class Item(Struct, frozen=True, gc=False):
    """What one number of a list is of: an owner, a metric, or both."""

    owner: Owner
    core: str
    relation: Relation | None = None
    base: int = -1  # which of the measures told before it is


def distribute(frames: list[Frame], measures: list[Measure], told: list[Measure], words: FigureWords) -> None:
    """Give each number of a 分别 list its own item; `measures` are changed in place, `told` were said before them."""
    done = -1
    items: list[Item] = []
    held: list[int] = []
    given: list[int] = []
    for index, frame in enumerate(frames):
        if index <= done:
            continue
        run = [index]
        while run[-1] + 1 < len(frames) and frames[run[-1] + 1].listed and frames[run[-1] + 1].first == frame.first:
            run.append(run[-1] + 1)
        if words.paired.isdisjoint(frame.led):
            if len(run) > 1 and (pair := _paired_by_order(frame, len(run), words)):
                _give_by_order(measures, run, *pair)
                given, done = run, run[-1]
            elif 1 < len(run) == len(given) and index == given[-1] + 1 and _grows_bare(frame, words):
                _grow(measures, run, given, frame, len(told))  # ……分别实现产值410亿元、330亿元，|同比增长21%、26%|
                done = run[-1]
            elif 1 < len(run) == len(held) and _goes_on(frame, frames[run[-1]]):
                _date(measures, run, held)  # 能耗分别为0.38、0.34；|利用率为|88.6%、92.3%: of the same years
            continue
        cue = next(i for i in range(frame.first, frame.at) if frame.tokens[i].text in words.paired)
        done = run[-1]
        if len(run) > 1 and _give_beyond(frame, run, measures, told + measures[:index]):
            continue
        if len(run) < 2 or grants.pair(frame, cue, frames[index : done + 1], measures[index : done + 1], words):
            continue
        others = index > 0 and any(t.role == "zone" for t in frame.tokens[frames[index - 1].at : frame.first])
        items = _list(frame, cue, len(run), [] if others else items, told + measures[:index], words)
        if others:  # 甲区、乙区产值分别为…和…；|丙区、丁区|增速较快，分别增长…和…: the same of other zones
            items = [
                replace(item, base=-1, owner=item.owner if item.core == item.owner.text else NOBODY) for item in items
            ]
            measures[index].base = -1
        items = (
            items
            or _listed_behind(frame, len(run), frames[done], words)
            or _listed_before(frame, cue, len(run), frames[done])
            or _same_again([frames[one] for one in run], told + measures[:index])
        )
        times = _times(frame, cue, len(run)) if not items else []
        _give(frame, cue, run, measures, items, words, told + measures[:index])
        items = [
            item if item.core == item.owner.text else replace(item, core=measures[one].core, base=len(told) + one)
            for item, one in zip(items, run, strict=False)
        ]
        given = run if items else []
        held = times
        _date(measures, run, times)
        for order, one in enumerate(run if not items else ()):
            measures[one].turn = (order, len(run))


def _give_beyond(frame: Frame, run: list[int], measures: list[Measure], before: list[Measure]) -> bool:
    """增速分别高于全省、全市|6.3个和4.7个百分点|: beyond which of the wholes each is; whether it was one."""
    found = _BEYOND_EACH.search(frame.words(frame.first, frame.at)) if frame.quantity.unit == "百分点" else None
    wholes = _AND.split(found["than"] or found["of"]) if found else []
    grown = next((m for m in reversed(before) if m.relation is Relation.GROWTH and m.core), None)
    if found is None or grown is None or len(wholes) != len(run):
        return False
    way = found["verb"] or f"{found['way'][0]}于"
    for order, (one, whole) in enumerate(zip(run, wholes, strict=True)):
        measure = measures[one]
        measure.core, measure.owner, measure.relation = grown.core, grown.owner, Relation.DELTA
        measure.metric, measure.rule, measure.turn = f"{grown.core}增速{way}{whole}", PAIRED, (order, len(run))
        measure.doubts = []
    return True


def _paired_by_order(frame: Frame, count: int, words: FigureWords) -> tuple[list[str], str] | None:
    """产值、投资增幅为|10.6%、16.4%|: as many indicators as numbers, without 分别, and how they are told."""
    start = frame.first
    while start < frame.at and frame.tokens[start].kind in "TCXDB":
        start += 1
    told = _BY_ORDER.fullmatch(frame.words(start, frame.at))
    names = _AND.split(told["items"]) if told else []
    if told is None or len(names) != count or not all(words.indicator_end_re.search(name) for name in names):
        return None
    if shared := _SHARED.match(names[0]):
        names = [f"{shared[1]}{name}" if name in _BARE_NAMES else name for name in names]
    grown = told["how"] and frame.quantity.unit == "%"
    return (names, told["how"]) if grown or (not told["how"] and frame.quantity.unit != "%") else None


def _give_by_order(measures: list[Measure], run: list[int], names: list[str], how: str) -> None:
    """Write the name whose turn it is into each measure."""
    for order, (one, name) in enumerate(zip(run, names, strict=True)):
        measure = measures[one]
        measure.metric, measure.core, measure.doubts = f"{name}{how}", name, []
        measure.relation = Relation.GROWTH if how else Relation.LEVEL
        measure.rule, measure.turn = "paired in order", (order, len(run))


def _grows_bare(frame: Frame, words: FigureWords) -> bool:
    """Whether a clause has nothing before its numbers but how they have changed: 同比增长|21%、26%."""
    led = frame.tokens[frame.first : frame.at]
    return frame.quantity.unit == "%" and all(
        t.role in ("grow", "fall") or t.kind in "DXC" or words.growth_re.match(t.text) for t in led
    )


def _grow(measures: list[Measure], run: list[int], given: list[int], frame: Frame, known: int) -> None:
    """Give each growth of a list the figure whose turn it is; so many were `known` before `measures`, which change."""
    how = frame.words(frame.first, frame.at)
    for one, other in zip(run, given, strict=True):
        of = measures[other]
        measure = measures[one]
        measure.metric, measure.core, measure.owner = f"{of.core}{how}", of.core, of.owner
        measure.relation, measure.rule, measure.doubts = Relation.GROWTH, PAIRED, []
        measure.base = known + other


def _listed_behind(frame: Frame, count: int, last: Frame, words: FigureWords) -> list[Item]:
    """The things behind their numbers: 总投资分别为11亿元、6亿元的|甲养老项目和乙文化村项目|."""
    told = _BEHIND.match(frame.sentence.text, last.quantity.end) if last.attributive else None
    names = _AND.split(told["items"]) if told else []
    things = len(names) == count and all(words.thing_re.search(name) for name in names)
    core = frame.words(frame.left, frame.left_end)
    if not things or not words.indicator_end_re.search(core):
        return []
    return [Item(Owner(name, OwnerKind.THING, last.at), core) for name in names]


def _listed_before(frame: Frame, cue: int, count: int, last: Frame) -> list[Item]:
    """The items that the clause before lists with what they are: 储能、光伏|产业|已初具规模，2018年分别实现产值…."""
    tokens, stop = frame.tokens, frame.first - 1
    if named := _named_before(frame, stop, cue, count, last):
        return named
    if (
        stop <= 0
        or tokens[stop].text not in ("，", ",")
        or any(t.kind not in "TCXD" for t in tokens[frame.first : cue])
    ):
        return []
    first = frame.sentence.kinds.rfind("B", 0, stop) + 1
    while first < stop and (tokens[first].role == "zone" or tokens[first].kind in "TCXD"):
        first += 1
    kind = next((i for i in range(first, stop) if tokens[i].text.endswith(_KINDS)), -1)
    if kind < 0 or any(t.role in ("have", "reach", "link", "grow", "fall", "zone") for t in tokens[first:kind]):
        return []
    tail = next(end for end in _KINDS if tokens[kind].text.endswith(end))
    listed = _COUNT_OF_KINDS.sub("", frame.words(first, kind + 1).removesuffix(tail))
    names = [name for name in _AND.split(listed) if name]
    return [Item(NOBODY, f"{name}{tail}") for name in names] if len(names) == count else []


def _named_before(frame: Frame, stop: int, cue: int, count: int, last: Frame) -> list[Item]:
    """The items of a clause before that sums them up, or says who they are: 产值、税收|两项指标，总量依次是…."""
    first = frame.sentence.kinds.rfind("B", 0, stop) + 1 if stop > 0 else stop
    while first < stop and (frame.tokens[first].role == "zone" or frame.tokens[first].kind in "TCXD"):
        first += 1
    told = frame.words(first, stop)
    front = frame.words(frame.first, cue)
    if summed := _SUMMED_ITEMS.fullmatch(told) if _OF_ALL.fullmatch(front) else None:
        names, owned = _AND.split(summed["items"]), ""
    elif each := _OF_EACH.fullmatch(told) if not front or _PER_TIME.fullmatch(front) else None:
        given = last.words(last.noun, last.noun_end) or frame.words(cue + 1, frame.at)
        names, owned = _AND.split(each["items"]), front + given
    else:
        return []
    return [Item(NOBODY, f"{name}{owned}") for name in names] if len(names) == count else []


def _unnamed(metric: str, items: list[Item], words: FigureWords, before: list[Measure], unit: str) -> str:
    """A metric without the names that its list pairs: 排名 of 甲区、乙区分别排名; else what was told before.

    甲区进出口41亿元；乙区、丙区依次为|18亿元、13亿元|.
    """
    for name in (*(item.owner.text for item in items), *words.paired):
        metric = metric.replace(name, "")
    told = (m.core or m.metric for m in reversed(before) if m.unit == unit and m.relation is Relation.LEVEL)
    return metric if metric.strip("、和与及") else next(told, metric)


def _date(measures: list[Measure], run: list[int], times: list[int]) -> None:
    """Give each number of a list its time."""
    for one, token in zip(run, times, strict=False):
        measures[one].time = token


def _goes_on(frame: Frame, last: Frame) -> bool:
    """Whether a list without 分别 has one metric before it and nothing between its numbers: 利用率为|88.6%、92.3%."""
    told = frame.tokens[frame.first : last.at]
    between = frame.tokens[frame.at + 1 : last.at]
    return not any(t.kind == "T" for t in told) and all(t.kind in "LQ" for t in between)


def _list(
    frame: Frame, cue: int, count: int, held: list[Item], before: list[Measure], words: FigureWords
) -> list[Item]:
    """The items of a list of `count` numbers; empty when nothing pairs."""
    place = {id(measure): index for index, measure in enumerate(before)}
    front = frame.words(frame.first, cue)
    if _ANAPHOR.search(front):
        levels = [m for m in before if m.relation is Relation.LEVEL]
        levels = levels[-count:] if "后" in front else levels  # 企业41户，外资9亿美元，到账6亿美元，|后两项|分别
        before = levels if len(levels) == count else before  # 进出口12亿元，增长2%，总产值9亿元，|两项指标分别|
        return (
            [Item(m.owner, m.metric, m.relation, place[id(m)]) for m in before[:count]] if len(before) >= count else []
        )
    items = _shares_of(front) or _items(frame, cue, words)
    if len(items) > count:
        items = _items(frame, cue, words, "、")  # 食品、家电|及|机械、纺织|三大产业分别
    own = not front and _names_its_own(frame, cue)
    if len(items) == count or own:
        return items if len(items) == count else []
    if len(held) == count:
        return held
    if len(before) >= count and front in words.counts:  # 高新技术企业9家、专精特新企业6家，|总数分别达到|34家、21家
        return [Item(m.owner, (m.head or m.core).removeprefix("累计") + front) for m in before[-count:]]
    levels = [m for m in before if m.relation is Relation.LEVEL]
    before = levels if len(levels) >= count else before  # 产值9亿元，增长4%；进出口2亿元，增长8%，|分别占|全市的7%和9%
    if len(before) >= count and (_BARE.fullmatch(front) or _OF_WHOLE.fullmatch(front)):
        return [Item(m.owner, m.core or m.metric, base=place[id(m)]) for m in before[-count:]]
    return []


def _shares_of(front: str) -> list[Item]:
    """What a list of shares is of: 占全省|企业数|及|合同外资|的比重."""
    told = _SHARES_OF.fullmatch(front)
    names = _AND.split(told["items"]) if told else []
    return [Item(NOBODY, f"{told['of']}{name}{told['how']}", Relation.SHARE) for name in names if told]


def _names_its_own(frame: Frame, cue: int) -> bool:
    """Whether the list says itself what its numbers are: 分别|完成工业开票销售|506亿元、639亿元."""
    first, *named = frame.tokens[cue + 1 : frame.at] or (None,)
    return first is not None and first.role in ("reach", "act") and bool(named) and all(t.kind in "NM" for t in named)


def _same_again(run: list[Frame], before: list[Measure]) -> list[Item]:
    """全县安排项目162个、投资208亿元，该区分别扛下|71个、96.5亿元|: each of what the same units told before."""
    units = [frame.quantity.unit for frame in run]
    last = before[-len(run) :]
    if len(set(units)) < len(run) or [measure.unit for measure in last] != units:
        return []
    return [Item(NOBODY, measure.core or measure.metric) for measure in last]


def _items(frame: Frame, cue: int, words: FigureWords, mark: str = "") -> list[Item]:
    """The items before 分别, split at 、 和 及 与, or one `mark` only; time and what ties the clause are no part."""
    tokens, first = frame.tokens, frame.first
    while first < cue and tokens[first].kind in "TCXD":
        first += 1
    while cue > first and tokens[cue - 1].kind in "DXC":
        cue -= 1
    ranges, start = [], first
    for i in range(first, cue):
        if tokens[i].kind == "L" and mark in ("", tokens[i].text):
            ranges.append((start, i))
            start = i + 1
    ranges.append((start, cue))
    ranges = [(a, b) for a, b in ranges if b > a]
    if len(ranges) < 2 or _months(tokens, ranges):
        return []
    ranges[-1] = _unapposed(frame, *ranges[-1])
    named = _owners(frame, ranges, words)
    if named:
        return named
    a, b = ranges[-1]
    tail = tokens[b - 1].text if b - a > 1 and words.indicator_end_re.search(tokens[b - 1].text) else ""
    lone = tail and not any(words.indicator_end_re.search(frame.words(x, y)) for x, y in ranges[:-1])
    made = []
    for n, (x, y) in enumerate(ranges):
        text = frame.words(x, y) + (tail if lone and n < len(ranges) - 1 else "")
        kind = kind_of(text, tokens[y - 1], words)
        made.append(Item(Owner(text, kind, y) if kind is not OwnerKind.OTHER else NOBODY, text))
    firms = any(item.owner.kind is OwnerKind.ORGANISATION for item in made)
    if firms and not any(words.indicator_end_re.search(item.core) for item in made):  # 海芯、岚川科技|分别增长
        made = [Item(Owner(item.core, OwnerKind.ORGANISATION, b), item.core) for item in made]
    if made[-1].owner.kind is OwnerKind.ZONE:  # 沈阳、大连高新区: the closing word is shared
        for n, (x, y) in enumerate(ranges[:-1]):
            if all(t.role in ("place", "zone") for t in tokens[x:y]):
                made[n] = Item(Owner(made[n].core, OwnerKind.ZONE, y), made[n].core)
    return made


def _months(tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether what a list tells apart are times: 某区|7、8、9月|产值分别为."""
    return all(tokens[a].kind == "T" for a, _ in ranges[1:]) and all(b - a == 1 for a, b in ranges[1:-1])


def _unapposed(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """The last item without what sums up the list: 新型储能、生物医药|两个后起之秀|分别实现产值."""
    cut = next((i for i in range(first + 1, last) if _SUMMED_UP.match(frame.words(i, last))), last)
    return first, cut


def _owners(frame: Frame, ranges: list[tuple[int, int]], words: FigureWords) -> list[Item]:
    """The items when they are owners and their one metric stands behind the last: 甲区、乙区|规上工业总产值|分别."""
    tokens = frame.tokens
    a, b = ranges[-1]
    last = find(frame.sentence, a, b, words)
    of = last.stop > a and tokens[last.stop - 1].kind == "U"
    if not a < last.stop < b or last.kind is OwnerKind.NONE or (last.kind is OwnerKind.OTHER and not of):
        return []
    kinds: list[OwnerKind] = [kind_of(frame.words(x, y), tokens[y - 1], words) for x, y in ranges[:-1]]
    if OwnerKind.OTHER in kinds and not of:
        return []
    core = frame.words(last.stop, b)
    made = []
    for (x, y), kind in zip(ranges, [*kinds, last.kind], strict=True):
        name = last.text if y == b else _without_zone(frame, x, y)
        made.append(Item(Owner(name, OwnerKind.ORGANISATION if kind is OwnerKind.OTHER else kind, y), core))
    return made


def _without_zone(frame: Frame, first: int, last: int) -> str:
    """An owner without the zone it lies in: 某高新区企业|启岳新能源."""
    if last - first > 1 and frame.tokens[first].role == "zone":
        first += 2 if frame.tokens[first + 1].text == "企业" and last - first > 2 else 1
    return frame.words(first, last)


def _times(frame: Frame, cue: int, count: int) -> list[int]:
    """The tokens of the times that a list pairs with its numbers: 9月和10月，……分别占68.7%和69.1%."""
    times = [i for i in range(cue) if frame.tokens[i].kind == "T"]
    for first in range(len(times) - count + 1):
        group = times[first : first + count]
        if all(b - a == 2 and frame.tokens[a + 1].kind == "L" for a, b in pairwise(group)):
            return group
    return []


def _give(
    frame: Frame,
    cue: int,
    run: list[int],
    measures: list[Measure],
    items: list[Item],
    words: FigureWords,
    before: list[Measure],
) -> None:
    """Write each item into its measure; `before` were told before them."""
    end = frame.left_end
    tail = frame.words(cue + 1, end) if end > cue + 1 else ""
    between = frame.words(cue + 1, frame.at)
    first = measures[run[0]]
    compared = next((t.text for t in frame.tokens[frame.first : cue] if words.growth_re.match(t.text)), "")
    front = frame.words(frame.first, cue)
    compared = compared or (front if front.startswith(("较", "比", "与")) else "")
    turn = frame.tokens[cue + 1].role if cue + 1 < frame.at else ""
    named, core = first.metric, first.core
    rated = front.endswith(("增速", "增幅", "涨幅", "降幅")) and _BARE.fullmatch(front)
    for order, index in enumerate(run):
        measure = measures[index]
        measure.relation, measure.base, measure.rule = first.relation, first.base, PAIRED
        measure.cue = (cue, cue + 1)
        if not items:
            measure.metric, measure.core, measure.owner = first.metric, first.core, first.owner
            continue
        item = items[order]
        counted = frame.quantity.unit in words.classifiers and item.owner.kind is OwnerKind.THING
        measure.owner = item.owner if item.owner.kind is not OwnerKind.NONE and not counted else first.owner
        measure.core = measure.metric = item.core
        measure.base = item.base if item.base >= 0 else measure.base
        measure.relation = item.relation if item.relation and first.relation is Relation.LEVEL else measure.relation
        if item.owner.kind is OwnerKind.ZONE and item.core == item.owner.text:  # 甲区、乙区分别列第37位和第23位
            unit = frame.quantity.unit
            measure.metric = _unnamed(named, items, words, before, unit)
            measure.core = _unnamed(core, items, words, before, unit)
        elif tail and words.indicator_end_re.search(tail) and turn not in ("grow", "fall", "link"):
            nameless = (
                item.owner.kind is OwnerKind.NONE and turn == "reach"
            )  # 储能、生物医药分别实现产值318亿元和97亿元
            measure.core = measure.metric = f"{item.core}{_REACHING.sub('', tail)}" if nameless else tail
        elif frame.quantity.unit == "倍" and (than := _TIMES_OF.fullmatch(between)):
            measure.metric = (
                f"{item.core}相当于{than[1]}的倍数"  # 企业6400户、注册资本900亿元，分别是挂牌前的7.4倍和11倍
            )
        elif turn in ("grow", "fall") or frame.quantity.unit == "百分点":  # 分别|拉动全区增长|2.1个和1.6个百分点
            measure.metric = f"{item.core}{compared}{tail or between}"
        elif rated or (item.core[0] != "占" and _OF_WHOLE.fullmatch(front)):
            measure.metric = f"{item.core}{front}"
        elif between.startswith("完成") and frame.quantity.unit == "%":
            measure.metric, measure.relation = f"{item.core}{between.removesuffix('的')}比例", Relation.SHARE
        elif between.startswith("占"):
            whole = between.removesuffix("的")
            named = f"{item.core}占比" if whole == "占" else f"{item.core}{whole}比重"
            measure.metric, measure.relation = named, Relation.SHARE
        elif turn in ("act", "reach") and not item.core.endswith(between):
            measure.metric = f"{between}{item.core}"
        elif between.startswith(("较", "比", "同比", "环比")):
            measure.metric = f"{item.core}{between}"
