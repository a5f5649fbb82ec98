"""What a number measures: the metric as a noun phrase in the page's own words, and whose it is.

In: a `Frame` and the measures before it in the sentence. Out: a `Measure`.

    construction                         example                                   metric
    noun before the number               实际利用外资1.13亿美元                       实际利用外资
    verb, noun, number                   累计新增高新技术企业2537家                    累计新增高新技术企业
    verb, number, noun                   聚集近2000家生物医药企业                     聚集生物医药企业
    number, noun, predicate              31个品种转报国内                            转报国内的品种
    measure before the thing             投资3亿元的线束系统项目                       投资 (of 线束系统项目)
    number without a noun                新增企业26家，累计达到384家                   累计企业
    a noun that needs an owner           聚集生物企业2000余家，总收入突破1200亿元        生物企业总收入
    a part borrows the head              绿色工厂6家，其中国家级2家                    国家级绿色工厂
    list under one verb                  获批A企业1家、B企业4家                       获批B企业
"""

from __future__ import annotations

from reporter.extraction.figures import borrow
from reporter.extraction.figures.frame import Frame, noun_end
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.owner import Owner, OwnerKind, find
from reporter.extraction.figures.said import said_of, taken
from reporter.extraction.figures.tokens import Token
from reporter.lexicon.figures import FigureWords

_AREAS = frozenset(["亩", "平方米", "平方公里", "公顷", "万平方米"])
_MONEY = frozenset(["元", "美元", "欧元", "港元", "日元", "英镑"])
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
_INVESTED = frozenset(["投资", "融资"])
_TAKING = frozenset(
    [
        "用",
        "只用",
        "仅用",
        "耗时",
        "用时",
        "历时",
        "需",
        "仅耗时",
        "前后仅耗时",
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
_LONGEST = 30
_SPENDING = frozenset(["拿出", "投入", "安排", "列支", "出资", "统筹", "筹措"])
_GATHERED = ("集群", "产业", "产业链", "产业带")
_HELD = frozenset(["场", "次", "场次"])
"""Units of what is held: the verb behind such a number is a noun."""
_ORIGINS = frozenset(["国家", "地区", "省", "省份", "省区", "省市", "城市", "领域", "行业"])
_LONGEST_SAID = 22
_SHORT = 4
_STAGES = frozenset(["一期", "二期", "三期", "四期", "首期"])
_AIMS = frozenset(["目标", "任务", "目标任务"])


def split(frame: Frame, words: FigureWords) -> tuple[Owner, int]:
    """The owner at the front of a figure's left side, and the token at which the metric begins.

    An owner that is no zone, organisation or thing (设备安装|已完成七成) is part of the metric.
    """
    if frame.listed or frame.nested:
        return NOBODY, frame.left
    owner = find(frame.sentence, frame.left, frame.left_end, words)
    if owner.kind is OwnerKind.OTHER or (owner.kind is OwnerKind.NONE and owner.stop <= frame.left):
        return owner, frame.left
    start = owner.stop
    tokens, end = frame.tokens, frame.left_end
    while start < end and (
        tokens[start].kind in "TXC" or (tokens[start].text == "到" and tokens[start + 1].kind == "T")
    ):
        start += 1
    return owner, start


def plain(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a level: no growth, share or rank."""
    owner, start = split(frame, words)
    having = _having(frame, start, earlier, words)
    if having is not None:
        measure = having
    elif frame.noun_end > frame.noun:
        measure = _noun_after(frame, owner.stop if owner.kind is OwnerKind.OTHER else start, earlier, words)
    elif owner.kind in (OwnerKind.THING, OwnerKind.PROJECT) and _counted(frame, start, words):
        measure = Measure(
            owner.text, core=owner.text, head=owner.text, owner=Owner("", OwnerKind.OTHER, 0), rule="noun, number"
        )
    else:
        measure = _noun_before(frame, start, earlier, words)
    if measure.owner is NOBODY:
        measure.owner = owner
    rate = frame.rate or _rate(frame, words)
    if rate and rate not in measure.metric:
        measure.metric = rate + measure.metric
    return measure


def _of_all(word: str) -> bool:
    """Whether a word before the verb says which of all are counted: 累计|签约, 首批|签约."""
    return word == "累计" or word.endswith("批")


def _rate(frame: Frame, words: FigureWords) -> str:
    """每分钟 of 每分钟|能封装|120颗芯片, 年均 of 年均|培育企业|3至5家: a rate before the verb."""
    tokens = frame.tokens
    for i in range(max(frame.left, frame.first), frame.at - 1):
        text = tokens[i].text
        each = text[0] == "每" and 1 < len(text) < _SHORT + 2 and tokens[i].kind != "Q"
        if each or (text in words.rates and text[-1] == "均"):
            behind = next((k for k in range(i + 1, frame.at) if tokens[k].kind not in "DX"), -1)
            if behind > 0 and (tokens[behind].kind == "V" or tokens[behind - 1].text in ("可", "能", "可以", "能够")):
                return text
    return ""


def _having(frame: Frame, start: int, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """投资过百亿元的项目|有9个, 进出口额过亿元的|有11家, 在全国推广的|有3个: those of a kind that there are."""
    tokens, end = frame.tokens, frame.at
    while end > start and tokens[end - 1].kind in "DX":
        end -= 1
    if end <= start or tokens[end - 1].role != "have" or frame.quantity.unit not in words.classifiers or frame.listed:
        return None
    end -= 1
    if not any(t.kind == "U" for t in tokens[start:end]):
        return None
    kind, noun = frame.words(start, end), frame.words(frame.noun, frame.noun_end)
    if kind.endswith("的") and not noun:
        lender = borrow.lends(earlier, frame.quantity.unit)
        noun = lender.head.removeprefix("累计") if lender else ""
        if not noun:
            return None
    if len(kind) + len(noun) > _LONGEST:
        return None
    metric = f"{kind}{noun}"
    return Measure(metric, core=metric, head=noun or metric, rule="those of a kind that there are")


def _counted(frame: Frame, start: int, words: FigureWords) -> bool:
    """10亿元以上的项目|有7个: the thing is what is counted, not whose number it is."""
    bare = all(t.role in ("have", "link") or t.kind in "DX" or t.text == "占" for t in frame.tokens[start : frame.at])
    return bare and frame.quantity.unit in words.classifiers


def _noun_after(frame: Frame, start: int, earlier: list[Measure], words: FigureWords) -> Measure:
    tokens, end = frame.tokens, frame.left_end
    special = (
        _of_aim(frame, start, words)
        or _of_thing(frame, start, words)
        or _at_price(frame, earlier)
        or _in_time(frame, words)
        or _done(frame, start)
    )
    if special is None and earlier and not frame.attributive and tokens[frame.at - 1].text == "以":
        special = Measure(
            earlier[-1].core, core=earlier[-1].core, head=earlier[-1].head, rule="以: of what was told before"
        )
    if special is not None:
        return special
    if frame.modified and end > start and tokens[end - 1].kind in "NV":  # 尚未落地的19个项目
        head = frame.words(frame.noun, frame.noun_end)
        metric = f"{frame.words(start, end)}的{head}"
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
    if said:
        tie = "的" if lead and not said.endswith("的") else ""
        metric, rule = f"{lead}{said}{tie}{head}", "number, noun, predicate"
    else:
        metric, rule = lead + head, "verb, number, noun" if lead else "number, noun"
    metric += _measured(frame, head, words)
    return Measure(metric, core=metric, head=head, verb=verb_text, rule=rule)


def _of_head(frame: Frame, head: str, said: str, words: FigureWords) -> tuple[str, str]:
    """20家外资企业|产值恢复去年水平: an indicator of those who are counted belongs to what is said of them."""
    last = frame.noun_end - 1
    if not said or frame.quantity.unit not in words.actors or last <= frame.noun:
        return head, said
    rest = frame.words(frame.noun + 1, frame.noun_end)
    counted = words.organisation_re.search(rest) or words.thing_re.search(rest)  # 8家企业研发中心
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
    while end < frame.noun_end and (tokens[end].text in _ORIGINS or tokens[end].kind == "L"):
        end += 1
    de = next((i for i in range(end, frame.noun_end) if tokens[i].kind == "U"), -1)
    if end == at or tokens[end - 1].kind == "L" or de < 0 or tokens[at - 1].kind == "U":
        return None
    who, doing = frame.words(de + 1, frame.noun_end), frame.words(end, de)
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
    if not frame.attributive:
        return _of_such(frame, start, words)
    if not words.indicator_end_re.search(frame.words(start, end)):
        return None
    names_end = next((i for i in range(frame.noun, frame.noun_end) if tokens[i].kind == "E"), frame.noun_end)
    names_end = _without_predicate(frame, names_end, words)
    name = frame.words(frame.noun, names_end)
    shown = frame.words(_indicator(tokens, start, end), end)
    if name.endswith("基金") and any(t.text in _FOUNDING for t in tokens[start:end]):
        metric = name + shown  # a fund that the zone sets up is the zone's
        return Measure(metric, core=metric, head=name, rule="measure of the fund after 的")
    if name.endswith(_GATHERED):  # 打造产值超120亿元的|装备制造产业集群: no one but the zone has its industries
        return Measure(name + shown, core=name + shown, head=name, rule="measure of the industry after 的")
    return Measure(shown, head=name, owner=Owner(name, OwnerKind.THING, end), rule="measure of the thing after 的")


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
    if frame.quantity.unit not in _MONEY or frame.noun >= frame.noun_end or shown not in words.bare:
        return None
    noun, said = tokens[frame.noun].text, tokens[frame.noun + 1 : frame.said_end]
    if noun not in words.owners or not said or any(t.role != "act" for t in said):
        return None
    metric = f"{frame.words(frame.noun + 1, frame.said_end)}{noun}{shown}"
    return Measure(metric, core=metric, head=noun, rule="measure of such things")


def _at_price(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """以350万元的价格|中标, 以31.2%的增速|领跑."""
    tokens = frame.tokens
    if frame.at <= frame.first or tokens[frame.at - 1].text != "以" or tokens[frame.noun].text not in _PRICES:
        return None
    name, told = tokens[frame.noun].text, frame.words(frame.noun + 1, frame.said_end)
    if earlier and len(told) < _SHORT:
        told = earlier[-1].core
    return Measure(told + name, core=name, head=name, rule="at a price")


def _in_time(frame: Frame, words: FigureWords) -> Measure | None:
    """用不到两年的时间|建成了冷链仓库: how long what follows took."""
    tokens, at = frame.tokens, frame.noun
    if frame.quantity.unit not in words.times or tokens[at].text not in _SPANS or frame.at <= frame.first:
        return None
    done = "".join(t.text for t in tokens[at + 1 : max(frame.noun_end, frame.said_end)] if t.text != "了")
    spent = frame.at - 2 if tokens[frame.at - 1].text == "了" else frame.at - 1
    if tokens[spent].text not in _TAKING or not 1 < len(done) <= _LONGEST_SAID:
        return None
    return Measure(f"{done}用时", core=f"{done}用时", head=done, rule="how long what follows took")


def _measured(frame: Frame, head: str, words: FigureWords) -> str:
    """What a noun under a number of money or land is measured in: 基金|规模, 协议|金额, 检测中心|面积."""
    unit = frame.quantity.unit
    if unit in _MONEY and head.endswith("基金"):
        return "规模"
    if unit in _MONEY and not head.endswith(_MONEY_ENDS) and not words.indicator_end_re.search(head):
        return "额" if frame.tokens[frame.noun_end - 1].role == "act" else "金额"
    return "面积" if unit in _AREAS and not head.endswith(_AREA_ENDS) else ""


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
            return i
        if tokens[i].kind in "PU":
            return -1
    return -1


def _noun_before(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, start: int, earlier: list[Measure], words: FigureWords
) -> Measure:
    start, end = _body(frame, start, words)
    tokens = frame.tokens
    new = start + 2 < end and tokens[start].text in ("新", "再", "累计") and tokens[start + 1].role == "act"  # 新|引进
    first = start + 1 if new else start
    verbal = first < end and tokens[first].role in ("act", "reach") and (tokens[first].kind == "V" or new)
    verb_text = frame.words(start, first + 1) if verbal else ""
    body = frame.plain_words(start, end).replace("新的", "新")
    if body in words.verb_nouns and not borrow.among(frame, words):
        noun = words.verb_nouns[body]
        return Measure(noun, core=noun, verb=verb_text, rule="a verb alone, told as a noun")
    if not body or body in _TAKING:
        took = taken(frame, words)
        if took:
            return Measure(f"{took}用时", core=f"{took}用时", head=took, rule="how long the clause before took")
    if start < end and tokens[end - 1].text in _SPENDING and frame.quantity.unit in _MONEY:
        purpose = said_of(frame, words).removesuffix("的") or _purpose(frame)
        if purpose:
            return Measure(f"{purpose}投入", core=f"{purpose}投入", head=purpose, rule="money and its purpose")
    said, whose = _percent_said(frame, words)
    if body in ("中有", "中") and earlier:
        body = earlier[-1].head
    if said and body:
        owner = whose or NOBODY
        return Measure(
            f"{body}{said}", core=body, head=body, verb=verb_text, owner=owner, rule="noun, number, predicate"
        )
    counted_behind = frame.at + 2 == frame.after and tokens[frame.at + 1].kind == "U"
    if counted_behind and words.indicator_end_re.search(body):  # 总投资达86亿元的|12个重大项目
        stop = noun_end(tokens, frame.after + 1, frame.last, tokens[frame.after].text[-1], words)
        noun = frame.words(frame.after + 1, stop)
        return Measure(noun + body, core=noun + body, head=noun, rule="measure of things counted behind 的")
    lent = borrow.head(frame, (start, end), body, earlier, words)
    if lent is not None:
        return lent
    counted = frame.quantity.unit in words.classifiers  # 生产|无人机1.8万架, but 奖励资金总额3200万元
    doing = first < end - 1 and tokens[first].role == "act" and (verbal or counted)
    head = frame.words(first + 1, end) if doing else body
    return Measure(body, core=body, head=head, verb=verb_text, rule="verb, noun, number" if verbal else "noun, number")


def _purpose(frame: Frame) -> str:
    """设立人才专项资金 of 财政拿出8千万元，设立人才专项资金; empty when the next clause has a figure of its own."""
    tokens, first = frame.tokens, frame.last + 1
    last = first
    while last < len(tokens) and tokens[last].kind not in "BQ":
        last += 1
    if (
        last >= len(tokens)
        or tokens[last].kind == "Q"
        or first >= last
        or tokens[first].role not in ("act", "reach", "state")
    ):
        return ""
    text = frame.words(first, last)
    return text if len(text) <= _LONGEST_SAID else ""


def _body(frame: Frame, start: int, words: FigureWords) -> tuple[int, int]:
    """The tokens of the metric before a number: without place, adverbs, and verbs that say only that it is there."""
    tokens, end = frame.tokens, frame.left_end
    start, end = _completed(frame, start, end, words)
    start = _skip_before(frame, start, end, words)
    while start < end and (tokens[start].kind in "DXCT" and tokens[start].text != "累计"):
        start += 1
    total = 1 if start < end and tokens[start].text == "累计" else 0  # 累计完成|固定资产投资
    verb = start + total
    if verb < end - 1:
        there = tokens[verb].role == "have" and not total
        reached = tokens[verb].role == "reach" and words.indicator_end_re.search(frame.words(verb + 1, end))
        lone = frame.words(verb + 1, end) in _INVESTED  # 完成投资268亿元
        start = verb + 1 if there or (reached and not lone) else start
    if start < end - 1 and tokens[start].kind == "Q" and tokens[start].text[-1] in words.classifiers:
        start += 1
    return start, end


def _completed(frame: Frame, start: int, end: int, words: FigureWords) -> tuple[int, int]:
    """地区生产总值|完成186亿元: a verb of reaching between an indicator and its number is no part of either."""
    tokens, cut = frame.tokens, end
    while cut > start and (tokens[cut - 1].kind in "DX" or tokens[cut - 1].role in ("reach", "have", "link")):
        cut -= 1
    named = frame.words(start, cut)
    return (start, cut) if cut < end and words.indicator_end_re.search(named) else (start, end)


def _percent_said(frame: Frame, words: FigureWords) -> tuple[str, Owner | None]:
    """用于出口比例 of 产品85%用于出口, and whose it is in 产品85%用于出口的|海星器材有限公司."""
    if frame.quantity.unit != "%" or frame.said >= frame.said_end:
        return "", None
    end, owner = frame.said_end, None
    de = next((i for i in range(frame.said, end) if frame.tokens[i].kind == "U"), -1)
    if de > frame.said:
        found = find(frame.sentence, de + 1, frame.last, words, whole=True)
        if found.kind is OwnerKind.ORGANISATION:
            end, owner = de, found
    text = frame.words(frame.said, end)
    return (f"{text}比例", owner) if 2 <= len(text) <= _LONGEST_SAID else ("", None)


def _skip_before(frame: Frame, start: int, end: int, words: FigureWords) -> int:
    """Past an earlier figure that is not part of the phrase, and past 在… before a verb."""
    tokens = frame.tokens
    if start <= frame.before < end and not frame.listed:
        stop = noun_end(tokens, frame.before + 1, end, tokens[frame.before].text[-1], words)
        if stop < end:
            start = stop
    if start >= end or tokens[start].kind != "P":
        return start
    marks = "VD" if tokens[start].text in ("在", "于", "自", "由") else "D"
    return next((i for i in range(start + 1, end) if tokens[i].kind in marks), start)
