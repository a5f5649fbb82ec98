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

import re
from collections.abc import Sequence

from reporter.extraction.figures import borrow
from reporter.extraction.figures.counted import LONGEST_SAID, SHORT, noun_after
from reporter.extraction.figures.frame import Frame, noun_end, opened
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.owner import find
from reporter.extraction.figures.said import said_of
from reporter.extraction.figures.tokens import Owner, OwnerKind
from reporter.extraction.figures.took import taken
from reporter.language import elapsed
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.units import MONEY
from reporter.model import Relation

_SUMMED_UP = re.compile(
    "[两三四五六七八九十]大(?:主导|支柱|特色|优势|重点|新兴|核心|百亿|千亿)*(?:产业|行业|集群)(?!园|链|基地)"
)
_INVESTED = frozenset(["投资", "融资"])
_LONGEST = 30
_DONE_WITHIN = re.compile(
    "(?:左右|之?内)?(?:即可|就能|便能|就可以?|便可|即能)(?!见)(?P<done>[\u4e00-\u9fff]{2,6}?)(?=[，。；！、”]|$)"
)
_DONE = frozenset(["完成", "办完", "到位", "搞定", "结束"])
_TOWARDS = frozenset(["向", "朝", "朝着", "往", "正向", "正朝", "正朝着"])
_AIMS_AT = re.compile(
    "的?(?P<what>[^，。；！、”的]{0,10}?)的?(?:目标|大关|台阶|关口)?(?:阔步|大步|加快|稳步|全力|发起)?"
    "(?:冲刺|迈进|进军|挺进|奋进|进发|迈步|冲击|发起冲锋|靠拢|攀登)"
)
_WITHIN = ("里", "中", "当中")
_GIVING = frozenset(["奖励", "补助", "补贴", "资助", "扶持", "支持", "表彰", "帮助", "惠及"])
_SPENDING = frozenset(["拿出", "投入", "安排", "列支", "出资", "统筹", "筹措"])


def split(frame: Frame, words: FigureWords) -> tuple[Owner, int]:
    """The owner at the front of a figure's left side, and the token at which the metric begins.

    An owner that is no zone, organisation or thing (设备安装|已完成七成) is part of the metric.
    """
    if frame.listed and _is_zone(frame):
        return Owner(frame.words(frame.left, frame.left_end), OwnerKind.ZONE, frame.left_end), frame.left_end
    if frame.listed or frame.nested:
        return NOBODY, frame.left
    end = frame.left_end - 1
    if (
        frame.left <= frame.before < end
        and frame.tokens[end].text in words.bare
        and _counts(frame, words)
        and not frame.turns_away()
    ):
        return NOBODY, end  # 集中开工的10个重点项目|总投资235亿元
    if summed := _summed(frame):
        return NOBODY, summed
    owner = find(frame.sentence, frame.left, frame.left_end, words)
    if owner.kind is OwnerKind.OTHER or (owner.kind is OwnerKind.NONE and owner.stop <= frame.left):
        return owner, frame.left
    return owner, opened(frame.tokens, owner.stop, frame.left_end, words)


def _summed(frame: Frame) -> int:
    """The token at which what sums up a list begins: 新材料、传感器|三大主导产业|实现产值…; 0 where none does."""
    tokens = frame.tokens
    if "、" not in frame.words(frame.left, frame.left_end):
        return 0
    for i in range(frame.left + 1, frame.left_end):
        if _SUMMED_UP.match(frame.words(i, frame.left_end)) and any(t.text == "、" for t in tokens[frame.left : i]):
            return i
    return 0


def _is_zone(frame: Frame) -> bool:
    """Whether a zone's name is all that stands before a number: （甲区532亿元、|乙区|554亿元）."""
    names = frame.tokens[frame.left : frame.left_end]
    return any(t.role == "zone" for t in names) and all(t.role in ("zone", "place") for t in names)


def _counts(frame: Frame, words: FigureWords) -> bool:
    """Whether the figure before in the clause counts things that the words between name."""
    tokens = frame.tokens
    named = tokens[frame.before + 1 : frame.left_end - 1]
    counted = tokens[frame.before].text[-1] in words.classifiers
    return counted and bool(named) and all(t.kind in "NAF" for t in named)


def plain(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a level: no growth, share or rank."""
    owner, start = split(frame, words)
    having = _toward(frame, start, words) or _having(frame, start, earlier, words)
    if having is not None:
        measure = having
    elif frame.noun_end > frame.noun:
        measure = noun_after(frame, owner.stop if owner.kind is OwnerKind.OTHER else start, earlier, words)
    elif owner.kind in (OwnerKind.THING, OwnerKind.PROJECT) and _counted(frame, start, words):
        measure = Measure(
            owner.text, core=owner.text, head=owner.text, owner=Owner("", OwnerKind.OTHER, 0), rule="noun, number"
        )
    else:
        measure = _noun_before(frame, start, earlier, words)
    if measure.owner is NOBODY:
        measure.owner = owner
    if frame.lead and not measure.metric.startswith(frame.lead):
        measure.metric, measure.verb = frame.lead + frame.level + measure.metric, measure.verb or frame.lead
    rate = frame.rate or _rate(frame, words)
    if rate and rate not in measure.metric:
        measure.metric = rate + measure.metric
    return measure


def _rate(frame: Frame, words: FigureWords) -> str:
    """每分钟 of 每分钟|能封装|120颗芯片, 年均 of 年均|培育企业|3至5家: a rate before the verb."""
    tokens = frame.tokens
    clause = frame.sentence.text[tokens[frame.first].start : frame.quantity.start]
    if "每" not in clause and words.rates.isdisjoint(frame.led):
        return ""
    for i in range(max(frame.left, frame.first), frame.at - 1):
        text = tokens[i].text
        each = text[0] == "每" and 1 < len(text) < SHORT + 2 and tokens[i].kind != "Q"
        if each or (text in words.rates and text[-1] == "均"):
            behind = next((k for k in range(i + 1, frame.at) if tokens[k].kind not in "DX"), -1)
            if behind > 0 and (tokens[behind].kind == "V" or tokens[behind - 1].text in ("可", "能", "可以", "能够")):
                return text
    return ""


def _toward(frame: Frame, start: int, words: FigureWords) -> Measure | None:
    """园区产值要向|300亿元|冲刺, 正朝着|1000亿元|产值目标迈进: an aim, named before the number or behind it."""
    tokens, end = frame.tokens, frame.at - 1
    if end < frame.first or tokens[end].text not in _TOWARDS:
        return None
    aim = _AIMS_AT.match(frame.sentence.text, frame.quantity.end, frame.sentence.end)
    if aim is None:
        return None
    while end > start and tokens[end - 1].kind in "DTX":
        end -= 1
    told = aim["what"] or frame.words(start, end) or borrow.topic(frame, words)
    doubts = [] if told else ["未能确定指标名称"]
    return Measure(f"{told}目标", core=told, head=told, rule="a number to go towards", doubts=doubts)


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
    sign = tokens[frame.at].text[-1]
    if noun and any(t.kind == "Q" and t.text[-1] == sign for t in tokens[start:end]):
        # 签约的39个项目有|33个实体项目|
        return Measure(noun, core=noun, head=noun, rule="some of those counted before")
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


def _noun_before(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
    frame: Frame, start: int, earlier: list[Measure], words: FigureWords
) -> Measure:
    start, end = _body(frame, start, words)
    tokens = frame.tokens
    new = start + 2 < end and tokens[start].text in ("新", "再", "累计") and tokens[start + 1].role == "act"  # 新|引进
    first = start + 1 if new else start
    verbal = first < end and tokens[first].role in ("act", "reach") and (tokens[first].kind == "V" or new)
    verb_text = frame.words(start, first + 1) if verbal else ""
    body = frame.plain_words(start, end).replace("新的", "新")
    if body in ("以", "") and frame.quantity.unit == "分" and frame.tokens[frame.at - 1].text == "以":
        return Measure("得分", core="得分", rule="a score")  # 以91.7分居第2位
    if done := _done_within(frame, earlier, words):
        return Measure(done, core=done, head=done, rule="how long it takes till it is done")
    if elapsed.only_takes(body) and (timed := taken(frame, words)):
        return Measure(f"{timed}用时", core=f"{timed}用时", head=timed, rule="how long it took")
    if start < end and tokens[end - 1].text in _SPENDING and frame.quantity.unit in MONEY:
        purpose = said_of(frame, words).removesuffix("的") or _purpose(frame, words)
        if purpose:
            return Measure(f"{purpose}投入", core=f"{purpose}投入", head=purpose, rule="money and its purpose")
    if body.endswith("投资") and frame.quantity.unit in MONEY and len(body) > len("总投资"):
        purpose = _purpose(frame, words)  # 某团队|投资|3亿元，研发变速箱
        if purpose and words.indicator_end_re.match(body) is None:
            return Measure(f"{purpose}投资", core=f"{purpose}投资", head=purpose, rule="money and its purpose")
    if body in words.verb_nouns and not borrow.among(frame, words):
        noun = words.verb_nouns[body]
        return Measure(noun, core=noun, verb=verb_text, rule="a verb alone, told as a noun")
    said, whose = _percent_said(frame, words)
    if said.startswith(("是", "为")) and body.endswith(_WITHIN) and body not in ("其中", "中"):
        part = said[1:].removesuffix("比例")
        among = body.removesuffix("当中").rstrip("里中")
        return Measure(
            f"{part}占{among}比重", core=part, head=part, relation=Relation.SHARE, rule="share of those among"
        )
    if body in ("中有", "中") and earlier:
        body = earlier[-1].head
        told = said_of(frame, words) if frame.quantity.unit in words.classifiers else ""
        if told:  # 38个竣工项目中有|29个|当年投产
            return Measure(f"{told}{body}", core=f"{told}{body}", head=body, rule=borrow.OF_THOSE)
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
    if frame.quantity.unit in words.times and (timed := elapsed.without_taking(body)):
        return Measure(f"{timed}用时", core=f"{timed}用时", head=timed, rule="how long it took")
    counted = frame.quantity.unit in words.classifiers  # 生产|无人机1.8万架, but 奖励资金总额3200万元
    doing = first < end - 1 and tokens[first].role == "act" and (verbal or counted)
    head = frame.words(first + 1, end) if doing else body
    return Measure(body, core=body, head=head, verb=verb_text, rule="verb, noun, number" if verbal else "noun, number")


def _done_within(frame: Frame, earlier: list[Measure], words: FigureWords) -> str:
    """如今在区内|7天就能修好|: 修好用时; 返修周期长达45天，……|15天即可完成|: the time told before."""
    done = _DONE_WITHIN.match(frame.sentence.text, frame.quantity.end) if frame.quantity.unit in words.times else None
    if done is None:
        return ""
    before = next((m for m in reversed(earlier) if m.unit in words.times), None)
    if before is not None and done["done"] in _DONE:
        return (before.core or before.metric).removesuffix("长")
    return f"{done['done']}用时"


def _purpose(frame: Frame, words: FigureWords) -> str:
    """设立人才专项资金 of 财政拿出8千万元，设立人才专项资金; empty when the next clause has a figure of its own."""
    tokens, first = frame.tokens, frame.last + 1
    last = first
    while last < len(tokens) and tokens[last].kind not in "BQ":
        last += 1
    if last < len(tokens) and tokens[last].kind == "Q" and frame.words(first, last).rstrip("了") in _GIVING:
        paid = noun_end(tokens, last + 1, len(tokens), tokens[last].text[-1], words)
        return f"{tokens[first].text}{frame.words(last + 1, paid)}"  # 拿出2000万元，|奖励了36家企业
    if (
        last >= len(tokens)
        or tokens[last].kind == "Q"
        or first >= last
        or tokens[first].role not in ("act", "reach", "state")
    ):
        return ""
    text = frame.words(first, last)
    return text if len(text) <= LONGEST_SAID else ""


def _body(frame: Frame, start: int, words: FigureWords) -> tuple[int, int]:
    """The tokens of the metric before a number: without place, adverbs, and verbs that say only that it is there."""
    tokens, end = frame.tokens, frame.left_end
    start, end = _completed(frame, start, end, words)
    start = _skip_before(frame, start, end, words)
    while end > start + 1 and tokens[end - 1].text in ("从", "由"):
        end -= 1  # 生产总值|从|2003年的3.1亿元左右
    while start < end and (tokens[start].kind in "DXCT" and tokens[start].text != "累计"):
        if tokens[start].text in ("再", "首次") and start + 2 < end and tokens[start + 1].role == "act":
            return start, end  # 再|盘活低效用地1500亩, 首次|认定的企业奖励20万元: neither all nor any
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
    return (f"{text}比例", owner) if 2 <= len(text) <= LONGEST_SAID else ("", None)


def _skip_before(frame: Frame, start: int, end: int, words: FigureWords) -> int:
    """Past an earlier figure that is not part of the phrase, and past 在… before a verb."""
    tokens = frame.tokens
    if start <= frame.before < end and not frame.listed and not _tells_which(frame, words):
        stop = noun_end(tokens, frame.before + 1, end, tokens[frame.before].text[-1], words)
        if stop < end:
            start = stop
    if start >= end or tokens[start].kind != "P":
        return start
    marks = "VD" if tokens[start].text in ("在", "于", "自", "由") else "D"
    return next((i for i in range(start + 1, end) if tokens[i].kind in marks), start)


def _tells_which(frame: Frame, words: FigureWords) -> bool:
    """Whether the figure before is a bound that is part of the name of what is counted: |1000万美元以上的|项目430个."""
    bound = frame.tokens[frame.before].text
    bounds = bound.endswith(("以上", "以下", "以内")) or bound.startswith(("超", "过", "逾", "突破"))
    counted = frame.quantity.unit in words.classifiers and frame.tokens[frame.before + 1].kind == "U"
    return bounds and counted and bound.rstrip("以上下内").endswith("元")


def give_zone(frame: Frame, measure: Measure, zones: Sequence[tuple[int, int, str]]) -> None:
    """Take the zone that a name begins with for its owner: 甲综保区268亿元、|乙综保区进出口值|95.7亿元.

    `zones` are the paragraph's: where each is named, and its name.
    """
    if measure.owner.kind is not OwnerKind.NONE:
        return
    left, text = frame.tokens[frame.left].start, frame.sentence.text
    zone = next((text[a:b] for a, b, name in zones if name and a == left), "")
    if zone and measure.metric.startswith(zone) and measure.metric != zone:
        measure.owner = Owner(zone, OwnerKind.ZONE, frame.left + 1)
        measure.metric, measure.core = measure.metric.removeprefix(zone), measure.core.removeprefix(zone)
