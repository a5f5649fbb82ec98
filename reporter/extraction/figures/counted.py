"""The metric of a number with its noun behind it: 聚集|近2000家|生物医药企业, 31个|品种|转报国内."""

from __future__ import annotations

import re

from reporter.extraction.figures.borrow import bounded
from reporter.extraction.figures.frame import Frame, noun_end
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.said import said_of
from reporter.extraction.figures.tokens import Owner, OwnerKind, Token
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.units import AREAS, MONEY

_BESIDE = frozenset(["同", "与", "和", "跟", "向", "对"])
_TOWARDS = frozenset(["对", "向"])
_FIELDS = frozenset(["领域", "行业", "方面"])
_DIMENSIONS = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度", "重": "重量"}
_LAND = frozenset(["土地", "热土", "区域", "版图", "沃土", "试验田", "范围"])
_MONEY_ENDS = (
    "金",
    "额",
    "款",
    "费",
    "投资",
    "贷",
    "补贴",
    "支持",
    "融资",
    "授信",
    "收入",
    "产值",
    "税",
    "债",
    "股权",
    "订单",
    "效益",
    "奖励",
    "资",
)
_AREA_ENDS = ("面积", "用地", "土地", "空间", "厂房", "楼宇", "载体")
TAKING = frozenset(
    [
        "用",
        "只用",
        "仅用",
        "耗时",
        "用时",
        "历时",
        "需",
        "仅耗时",
        "需要",
        "花",
        "前后",
        "前后仅",
        "只要",
        "仅用",
        "最快",
    ]
)
_SPANS = frozenset(["时间", "工夫", "光景"])
_FOUNDING = frozenset(["设立", "成立", "组建", "发起", "建立"])
_PRICES = ("价格", "均价", "单价", "增速", "速度", "成绩", "利率", "比例")
_GATHERED = ("集群", "产业", "产业链", "产业带")
_COUNTED = frozenset(["院所", "机构", "企业", "公司", "项目"])
_HELD = frozenset(["场", "次", "场次"])
"""Units of what is held: the verb behind such a number is a noun."""
_ORIGINS = frozenset(["国家", "地区", "省", "省份", "省区", "省市", "城市", "领域", "行业"])
_RESULTS = frozenset(["出", "下", "上", "起"])
"""The second half of a verb: 遴选出, 布局起."""
LONGEST_SAID = 22
SHORT = 4
_BOUND = re.compile("[过超逾]|以[上下内]的$")
_STAGES = frozenset(["一期", "二期", "三期", "四期", "首期"])
_AIMS = frozenset(["目标", "任务", "目标任务"])


def _of_all(word: str) -> bool:
    """Whether a word before the verb says which of all are counted: 累计|签约, 首批|签约."""
    return word == "累计" or word.endswith("批")


def noun_after(  # noqa: PLR0912  a list of rules, the first that fits
    frame: Frame, start: int, earlier: list[Measure], words: FigureWords
) -> Measure:
    """The metric of a number with its noun behind it; the left side begins at token `start`."""
    tokens, end = frame.tokens, frame.left_end
    special = (
        _bounds(frame, words)
        or _of_aim(frame, start, words)
        or _of_thing(frame, start, words)
        or _at_price(frame, earlier)
        or _in_time(frame, words)
        or _of_land(frame)
        or _so_long(frame, start, words)
        or _worth(frame, start)
        or _done(frame, start)
    )
    if special is None and earlier and not frame.attributive and tokens[frame.at - 1].text == "以":
        special = Measure(
            earlier[-1].core, core=earlier[-1].core, head=earlier[-1].head, rule="以: of what was told before"
        )
    if special is not None:
        return special
    if frame.modified and end > start and tokens[end - 1].kind in "NV":  # 尚未落地的19个项目
        head = frame.words(frame.noun, _without_indicator(frame, words))
        whose = next((i for i in range(start, end) if tokens[i].kind != "D"), start)
        if tokens[whose].text in _TOWARDS and tokens[end - 1].kind == "V":
            start = whose = _behind_time(tokens, whose + 1, end)
        beside = tokens[whose].text in _BESIDE or (tokens[end - 1].text in _FIELDS and frame.said_end > frame.said)
        deed = said_of(frame, words) or _told(frame) if beside else ""  # 电子信息等领域的|41家企业入选|
        if head.startswith(frame.words(whose, end)):
            return Measure(head, core=head, head=head, rule="number, noun")  # 此次签约的39个|签约项目|
        metric = f"{deed}{head}" if deed else f"{frame.words(start, end)}的{head}"  # 又同甲、乙的|6家单位|签协议
        return Measure(metric, core=metric, head=head, rule="modifier, number, noun")
    if end - start == 1 and tokens[start].kind in "PLC":
        start += 1  # 与|12所高校
    origin = _origin(frame, words)
    if origin is not None:
        return origin
    verb = _last_verb(tokens, start, end)
    head = frame.words(frame.noun, _without_indicator(frame, words))
    if frame.attributive and unit_of_people(frame) and head.endswith(("公司", "企业", "工厂", "团队")):
        return Measure("员工人数", core="员工人数", head="员工", rule="how many work there")
    said = said_of(frame, words)
    said = "" if said[:1] == "中" else said  # 62名研发人员|中有一半……
    head, said = _of_head(frame, head, said, words)
    if frame.quantity.unit in _HELD and said and frame.said_end - frame.said <= 2:
        head, said = frame.words(frame.noun, frame.said_end), ""  # 4场线下|培训
    if verb < 0:
        verb_text = earlier[-1].verb if frame.listed and earlier else ""
        crowd = unit_of_people(frame) and start > 0 and tokens[start - 1].kind == "L"  # 12台推土机、压路机、|300名工人
        front = "" if start <= frame.before < end or crowd else frame.words(start, _before_place(tokens, start, end))
        lead = front or verb_text
    else:
        kept = tokens[verb].role not in ("have", "link")
        verb_text = frame.words(verb, verb + 1) if kept else ""
        first = verb - 1 if verb > frame.left and _of_all(tokens[verb - 1].text) and kept else verb
        lead = frame.words(first if kept else verb + 1, end)
    if head.startswith(lead) and len(lead) > 1:
        lead = ""
    if verb >= 0 and "、" in lead and frame.quantity.unit in words.actors:
        lead = verb_text  # 引进了甲大学、乙研究院|3所|高校: all of them are named before
    if said:
        tie = "的" if lead and not said.endswith("的") else ""
        metric, rule = f"{lead}{said}{tie}{head}", "number, noun, predicate"
    else:
        metric, rule = lead + head, "verb, number, noun" if lead else "number, noun"
    metric += _measured(frame, head, words)
    return Measure(metric, core=metric, head=head, verb=verb_text, rule=rule)


def _behind_time(tokens: list[Token], start: int, end: int) -> int:
    """Where a modifier begins behind 对 and a time: 对2019年至2021年|签约的134个项目|逐一核查."""
    return next((i for i in range(start, end) if tokens[i].kind != "T"), start)


def _bounds(frame: Frame, words: FigureWords) -> Measure | None:
    """产值过百亿元的|2户企业: those above a bound; 总投资达86亿元的12个项目 are what it adds up to."""
    bound = bounded(frame, words)
    if not bound or not _BOUND.search(bound) or frame.sentence.kinds.find("P", frame.first, frame.at) >= 0:
        return None
    head = frame.words(frame.noun, _without_indicator(frame, words))
    return Measure(bound + head, core=bound + head, head=head, rule="bounds, number, noun")


def _told(frame: Frame) -> str:
    """What is told of things in words that the dictionary does not part: 签了合作协议的."""
    told = frame.words(frame.said, frame.said_end)
    return f"{told}的" if SHORT <= len(told) <= LONGEST_SAID else ""


def _of_head(frame: Frame, head: str, said: str, words: FigureWords) -> tuple[str, str]:
    """20家外资企业|产值恢复去年水平: an indicator of those who are counted belongs to what is said of them."""
    last = frame.noun_end - 1
    if not said or frame.quantity.unit not in words.actors or last <= frame.noun:
        return head, said
    rest = frame.words(frame.noun + 1, frame.noun_end)
    named = words.organisation_re.search(rest) or words.thing_re.search(rest)  # 8家企业研发中心
    counted = named is not None or rest in _COUNTED  # 38所高校|院所, 140家机器人|企业|复工
    if frame.tokens[frame.noun].text.endswith(words.head_ends) and not counted:  # 9家企业|主打产品远销海外
        return frame.words(frame.noun, frame.noun + 1), rest + (said if said.endswith("的") else f"{said}的")
    firms = frame.tokens[last - 1].text.endswith(words.head_ends)
    if not firms or not words.indicator_end_re.search(frame.tokens[last].text):
        return head, said
    return frame.words(frame.noun, last), frame.tokens[last].text + (said if said.endswith("的") else f"{said}的")


def _origin(frame: Frame, words: FigureWords) -> Measure | None:
    """21个国家和地区|设立的企业, 4个领域的企业: what is counted is the first noun, not the companies."""
    tokens, at = frame.tokens, frame.noun
    if frame.quantity.unit not in words.classifiers or frame.attributive:
        return None
    end = at
    while end < frame.last and (tokens[end].text in _ORIGINS or tokens[end].kind == "L"):
        end += 1
    de = next((i for i in range(end, frame.noun_end) if tokens[i].kind == "U"), -1)
    stop = frame.noun_end
    if at < end < frame.last and tokens[end].kind == "U":  # 30多个|国家和地区|的外商投资企业500家
        de, stop = end, noun_end(tokens, end + 1, frame.last, frame.quantity.unit, words)
    if end == at or tokens[end - 1].kind == "L" or de < 0 or tokens[at - 1].kind == "U":
        return None
    who, doing = frame.words(de + 1, stop), frame.words(end, de)
    if not who:
        return None
    metric = f"{doing}{who}的{frame.words(at, end)}" if doing else f"{who}所属{frame.words(at, end)}"
    return Measure(metric, core=metric, head=frame.words(at, end), rule="where those who act are from")


def _done(frame: Frame, start: int) -> Measure | None:
    """完成647亩产业用地的整理提升: what is done to the things counted."""
    tokens, end = frame.tokens, frame.left_end
    verb = _last_verb(tokens, start, end)
    de = next((i for i in range(frame.noun + 1, frame.noun_end) if tokens[i].kind == "U"), -1)
    doing = tokens[de + 1 : frame.said_end]
    if verb < 0 or de < 0 or frame.said_end < frame.last or frame.said >= frame.said_end:
        return None
    if any(t.role not in ("act", "grow", "change") for t in doing):
        return None
    head = frame.words(frame.noun, de) + frame.words(de + 1, frame.said_end)
    metric, counted = frame.words(verb, end) + head, frame.words(verb, verb + 1)
    return Measure(metric, core=metric, head=head, verb=counted, rule="verb, number, what is done")


def unit_of_people(frame: Frame) -> bool:
    """Whether a number counts people."""
    return frame.quantity.unit in ("人", "名", "位")


def _of_aim(frame: Frame, start: int, words: FigureWords) -> Measure | None:
    """到位资金400亿元的|目标不变: the aim has no measure of its own."""
    shown = frame.words(start, frame.left_end)
    if not frame.attributive or frame.tokens[frame.noun].text not in _AIMS:
        return None
    return Measure(shown, core=shown, head=shown, rule="noun, number") if words.indicator_end_re.search(shown) else None


def _of_thing(frame: Frame, start: int, words: FigureWords) -> Measure | None:
    """总投资60亿元的|高倍率锂离子电池项目: an indicator of the thing behind."""
    tokens, end = frame.tokens, frame.left_end
    if frame.quantity.unit in words.classifiers or end <= start:
        return None
    if not frame.attributive and not _of_cluster(frame, words):
        return _of_such(frame, start, words)
    if not words.indicator_end_re.search(frame.words(start, end)):
        return None
    names_end = next((i for i in range(frame.noun, frame.noun_end) if tokens[i].kind == "E"), frame.noun_end)
    names_end = _without_predicate(frame, names_end, words)
    name = frame.words(frame.noun, names_end)
    shown = frame.words(_indicator(tokens, start, end), end)
    if tokens[start].text == "由" and shown.endswith("投资"):
        shown = "投资"  # 由一家海外企业|投资|6500万美元的冷链中心
    if name.endswith("基金") and any(t.text in _FOUNDING for t in tokens[start:end]):
        metric = name + shown  # a fund that the zone sets up is the zone's
        return Measure(metric, core=metric, head=name, rule="measure of the fund after 的")
    if name.endswith(_GATHERED):  # 打造产值超120亿元的|装备制造产业集群: no one but the zone has its industries
        return Measure(name + shown, core=name + shown, head=name, rule="measure of the industry after 的")
    return Measure(shown, head=name, owner=Owner(name, OwnerKind.THING, end), rule="measure of the thing after 的")


def _of_cluster(frame: Frame, words: FigureWords) -> bool:
    """形成年产值200亿元|智能制造产业集群: a 的 is left out behind the indicator of an industry."""
    named = frame.words(frame.noun, frame.noun_end).endswith(_GATHERED)
    return named and frame.quantity.unit in MONEY and frame.tokens[frame.at - 1].text in words.indicators


def _without_predicate(frame: Frame, end: int, words: FigureWords) -> int:
    """The end of a thing's name without what is told of it: 整车项目|落户, 科创城二期|开工建设, 显示项目|主体封顶."""
    tokens, last = frame.tokens, end
    while last - 1 > frame.noun and (
        tokens[last - 1].role in ("act", "state")
        or tokens[last - 1].kind == "V"
        or tokens[last - 1].text in ("主体", "结构")
    ):
        last -= 1
    if last == end:
        return end
    things = (i for i in range(last, frame.noun, -1) if words.thing_re.search(frame.words(frame.noun, i)))
    thing = next(things, -1)
    staged = tokens[last - 1].text in _STAGES
    return thing if thing > 0 else last if staged else end


def _of_such(frame: Frame, start: int, words: FigureWords) -> Measure | None:
    """总投资412亿元|项目签约开工: an indicator of things that only a common noun names, and what is said of them."""
    tokens, shown = frame.tokens, frame.words(start, frame.left_end)
    if frame.quantity.unit not in MONEY or frame.noun >= frame.noun_end or shown not in words.bare:
        return None
    noun, said = tokens[frame.noun].text, tokens[frame.noun + 1 : frame.said_end]
    if noun not in words.owners or not said or any(t.role != "act" for t in said):
        return None
    metric = f"{frame.words(frame.noun + 1, frame.said_end)}{noun}{shown}"
    return Measure(metric, core=metric, head=noun, rule="measure of such things")


def _of_land(frame: Frame) -> Measure | None:
    """在41.5平方公里的|土地|上: how large the zone itself is."""
    at = frame.noun
    land = frame.attributive and frame.quantity.unit in AREAS and frame.tokens[at].text in _LAND
    if not land or (frame.noun_end > at + 1 and frame.tokens[at + 1].kind != "F"):
        return None
    return Measure("面积", core="面积", head="面积", rule="how large it is")


def _so_long(frame: Frame, start: int, words: FigureWords) -> Measure | None:
    """建设一条|18公里|长的输氢管道: the length of what is built."""
    tokens, at = frame.tokens, frame.at + 1
    if at + 2 >= frame.last or tokens[at].text not in _DIMENSIONS or tokens[at + 1].kind != "U":
        return None
    end = noun_end(tokens, at + 2, frame.last, frame.quantity.unit, words)
    thing = frame.words(at + 2, end)
    verb = frame.words(start, start + 1) if start < frame.left_end and tokens[start].role in ("act", "reach") else ""
    metric = f"{verb}{thing}{_DIMENSIONS[tokens[at].text]}"
    return Measure(metric, core=metric, head=thing, rule="how long or wide it is") if thing else None


def _worth(frame: Frame, start: int) -> Measure | None:
    """5亿元的|绿谷智造项目|只用了9个月: money that alone describes a project is its investment."""
    bare = frame.attributive and frame.quantity.unit in MONEY and start >= frame.left_end
    ends = (i for i in range(frame.noun_end, frame.noun, -1) if frame.words(frame.noun, i).endswith(("项目", "工程")))
    end = next(ends, -1) if bare else -1
    if end < 0:
        return None
    tokens = frame.tokens
    first = next((i + 1 for i in range(end - 1, frame.noun, -1) if tokens[i].kind in "PV"), frame.noun)
    name = frame.words(frame.noun if first > end - 2 else first, end)
    return Measure("投资", core="投资", head=name, owner=Owner(name, OwnerKind.THING, end), rule="money of a project")


def _at_price(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """以350万元的价格|中标, 以31.2%的增速|领跑."""
    tokens = frame.tokens
    if frame.at <= frame.first or tokens[frame.at - 1].text != "以" or tokens[frame.noun].text not in _PRICES:
        return None
    name, told = tokens[frame.noun].text, frame.words(frame.noun + 1, frame.said_end)
    if earlier and len(told) < SHORT:
        told = earlier[-1].core
    return Measure(told + name, core=name, head=name, rule="at a price")


def _in_time(frame: Frame, words: FigureWords) -> Measure | None:
    """用不到两年的时间|建成了冷链仓库: how long what follows took."""
    tokens, at = frame.tokens, frame.noun
    if frame.quantity.unit not in words.times or tokens[at].text not in _SPANS or frame.at <= frame.first:
        return None
    done = "".join(t.text for t in tokens[at + 1 : max(frame.noun_end, frame.said_end)] if t.text != "了")
    spent = frame.at - 2 if tokens[frame.at - 1].text == "了" else frame.at - 1
    if tokens[spent].text not in TAKING or not 1 < len(done) <= LONGEST_SAID:
        return None
    return Measure(f"{done}用时", core=f"{done}用时", head=done, rule="how long what follows took")


_BUILT = ("项目", "工程", "机库", "工厂", "厂房", "基地", "生产线", "产线", "产业园", "厂区", "车间", "仓库")


def _measured(frame: Frame, head: str, words: FigureWords) -> str:
    """What a noun under a number of money or land is measured in: 基金|规模, 协议|金额, 检测中心|面积."""
    unit = frame.quantity.unit
    if unit in MONEY and head.endswith("基金"):
        return "规模"
    if unit in MONEY and not head.endswith(_MONEY_ENDS) and not words.indicator_end_re.search(head):
        if head.endswith(_BUILT):
            return "投资"  # 12亿元的|装备项目
        return "额" if frame.tokens[frame.noun_end - 1].role == "act" else "金额"
    return "面积" if unit in AREAS and not head.endswith(_AREA_ENDS) else ""


def _before_place(tokens: list[Token], start: int, end: int) -> int:
    """Without a word of place at the end: 自贸试验区|内."""
    while end > start and tokens[end - 1].kind == "F":
        end -= 1
    return end


def _indicator(tokens: list[Token], start: int, end: int) -> int:
    """Where the indicator at the end of a left side begins: 包含|总投资60亿元的."""
    verb = next((i for i in range(end - 1, start - 1, -1) if tokens[i].kind in "VP" and i < end - 1), -1)
    return verb + 1 if verb >= 0 else start


def _without_indicator(frame: Frame, words: FigureWords) -> int:
    """The end of the noun phrase without an indicator that the next number measures: 任务|实施率达到100%."""
    last = frame.noun_end
    if frame.after < 0 or (frame.said_end < frame.after and frame.tokens[frame.after - 1].kind != "N"):
        return last
    if last - frame.noun > 1 and words.indicator_end_re.search(frame.tokens[last - 1].text):
        tail = frame.tokens[last - 1].text
        last = last - 2 if tail == "率" and last - frame.noun > 2 else last - 1
        if frame.quantity.unit in words.actors:  # 41家企业|业务规模增长超40%
            ends = (i + 1 for i in range(frame.noun, last) if frame.tokens[i].text.endswith(words.head_ends))
            last = next(ends, last)
    return last


def _last_verb(tokens: list[Token], start: int, end: int) -> int:
    """The verb that governs a number with its noun behind it, -1 if there is none."""
    for i in range(end - 1, start - 1, -1):
        within = start < i < end - 1 and tokens[i - 1].kind == "N" == tokens[i + 1].kind  # 政务|服务|事项
        if tokens[i].kind == "V" or (tokens[i].role in ("act", "have", "reach") and not within):
            joined = (
                tokens[i].text in _RESULTS and i > start and (tokens[i - 1].kind == "V" or tokens[i - 1].role == "act")
            )
            return i - 1 if joined else i  # 遴选|出
        if tokens[i].kind in "PU":
            return -1
    return -1
