"""What a number borrows from the figures and clauses before it, when its own words name its metric only in part.

新增高新技术企业26家，总量达到80家               the noun that was counted: 高新技术企业总量
聚集生物企业2000余家，总收入突破1200亿元         its owner: 生物企业总收入
集中签约41个项目，总投资312亿元                 its owner with the verb it was counted under: 集中签约项目总投资
绿色工厂达到6家，其中国家级2家                  its head: 国家级绿色工厂
审批事项412项，其中285项实现“最多跑一次”         the noun, told by what is said of it
梳理问题27个，已解决21个                       the noun, under a verb of its own
获批A企业1家、B企业4家                         the verb
工业增加值完成56亿元；今年一季度，完成15亿元       the whole metric
工业总产值再创新高，达到227亿元                 what the clause before was about
"""

from __future__ import annotations

import re

from reporter.extraction.figures import topics
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.owner import find
from reporter.extraction.figures.said import said_of
from reporter.extraction.figures.tokens import OwnerKind, Token
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.units import AREAS, MONEY
from reporter.model import Relation

ANAPHOR = re.compile(r"这一?.{0,2}(?:数据|数字|指标|比例|数值|比重|占比|比率)")
"""A noun that stands for the metric named before."""
_FIELD = re.compile(r"(?:^|[；。])\s*(?P<label>[^，。；：\d]{2,8})[：:]\s*$")
"""总投资：|7.2亿元: a form's label is the metric."""
_CALCULATED = re.compile("按(?:可比|不变|现行)|扣除|剔除")
"""按可比价格计算，同比增长9.1%: how it was calculated is not what grew."""
_CAUSES = frozenset(["受", "因", "由于", "随着", "得益于", "受益于", "扣除", "面对", "在"])
"""受产品价格走低影响，|同比下降2.4%: a cause is not what fell."""
_PLANNED = re.compile("(?:年度)?计划(?:完成)?总?投资\\Z|(?<!计划)总投资\\Z")
"""年度计划投资15亿元，|已完成4亿元|: what is done is no plan."""
_LEFT = frozenset(["剩", "只剩", "剩下", "还剩"])
_HOLDS = frozenset(["占", "占了"])
_FILLERS = frozenset(
    ["虽", "虽然", "尽管", "一家", "就", "就有", "单月", "当月", "全年", "当年", "同期", "单日", "仅此", "月"]
)
_BOUND = re.compile(r"^.{1,8}?(?:以上|以下|以内)")
_STAGE = re.compile(r"(?:[一二三四五]|首)期\Z")
_PARTS = ("产业", "行业", "企业", "集群", "园区", "片区")
_RATES = frozenset(["降幅", "增幅", "涨幅", "跌幅", "增速", "占比"])
_AIMING = re.compile(
    "(?:全年|今年|明年|年内|计划|目标|预计|力争|争取|打算|准备|有望|可望|想|要|能)+是?(?:做到|达到|完成|实现|冲上|冲到|冲)?|做到"
)
"""技术合同成交额86亿元，|今年计划做到|100亿元: what is aimed at, the figure before says."""
_OURS = frozenset(["我们", "该区", "全区"])
"""研发投入强度，去年|我们|是4.8%: whose it is, and not what."""
_SUMS = ("累计", "合计", "总计", "共", "总共", "一共")
_ARRIVED = frozenset(["到位", "到岗", "入职", "已到位", "已到岗", "上岗"])
_FIRST_OF = frozenset(["首笔", "首批", "首期", "第一笔", "头一笔", "首单"])
_PAID_IN = frozenset(["到账", "到位", "实际到账", "实际到位", "已到账", "已到位"])
_MONEY_NAMES = ("外资", "内资", "资金", "授信", "贷款", "融资", "补助", "奖补")
_BORN = ("诞生", "新增", "增加", "产生")
_PEAKS = frozenset(["高峰时", "高峰期", "最多时", "旺季", "旺季时", "最高时", "最忙时", "鼎盛时", "高峰"])
_TIMES_OF = frozenset(["人次", "户次", "家次", "批次", "车次", "班次", "架次", "航次", "场次"])
_LIKE = re.compile(
    r"像[^，。；]{0,16}?(?:这样|那样|一样|这类|类似)的?(?P<kind>[^，。；\d]{2,18}(?:企业|项目|园区|平台|机构|工厂|中心|公司|厂))$"
    r"|像[^，。；]{0,16}?(?:这样|那样|一样|这类|类似)的(?P<alike>[^，。；\d]{2,12})$"
)
_AMONG_SUCH = re.compile(
    r"^(?P<all>[^，。；]{2,14}(?:企业|机构|项目|公司|高校|院所|人才|产品|平台))(?:当|之)?中$|^(?:这|上述)?[\d一二三四五六七八九十百]+[家个项条件种名](?P<kind>[^，。；\d]{2,10}?)(?:当|之)?[中里]$"
)
"""像这样的|老厂|，该区有200多家; 40项|指标|里，有31项……: the kind is named in the clause before."""
_LONGEST_PART = 10
_SHARE_OF = re.compile(r"占[^，。；]{2,16}(?:比重|比例|份额)\Z")
_DONE_OF_IT = frozenset(["已", "已完成", "完成", "实际完成", "累计完成"])
_BEGUN = re.compile(r"(?:去年|今年|前年)?(?:才|刚|刚刚|方才|正式)?(?:起步|启动|开通|开跑|试水|上线)\Z")
_GREW = re.compile(
    r"(?:实现)?(?:从无到有|从少到多|[从由]弱[到变]强|由小变大)\Z|[不持逐][断续年步](?:增加|增多|扩大|壮大)\Z"
)
_THERE_ARE = re.compile(r"[^，。；]{0,8}(?:还|共|已|就|现)?有\Z")
_SHORTEST_SAID = 3
_THE_OTHERS = frozenset(["其余", "另外", "剩余", "剩下", "余下", "其他", "另"])
OF_THOSE = "a part, told by what is said of it"
_PAIRS = (
    ("进口", "出口"),
    ("国内", "国外"),
    ("省内", "省外"),
    ("内资", "外资"),
    ("城镇", "农村"),
    ("东区", "西区"),
    ("南区", "北区"),
)
_PAIRED = tuple(name for pair in _PAIRS for name in pair)
_TRADED = ("出口", "进口", "生产", "销售", "采购")
_MAKES = frozenset(["年产", "日产", "月产"])
"""可|年产|木构件4万立方米、轻钢构件8000吨: the verb holds for the list."""
_TO_BUILD = ("建", "再建", "新建", "将建", "规划", "建设", "实施", "推进", "谋划")
_BARELY = frozenset(["", "只要", "仅为", "只需", "仅", "只有", "为", "则为", "只用", "也"])


def head(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, span: tuple[int, int], body: str, earlier: list[Measure], words: FigureWords
) -> Measure | None:
    """The metric of a number whose own words are `body` (tokens `span`), None when they say enough."""
    lender = lends(_whole(frame, earlier), frame.quantity.unit)
    if (
        lender
        and lender.head
        and (not body or _alone(frame, *span))
        and (among(frame, words) or frame.quantity.unit in words.classifiers or _area_done(frame, body, lender))
    ):
        said = said_of(frame, words)
        if said and body and lender.unit != frame.quantity.unit:
            what = f"{body}{said}"  # 入库税收8000万元，可|带动|2500余人|就业|
            return Measure(what, core=what, head=said, rule="verb, number, noun")
        if said or body:
            noun = lender.head.removeprefix("累计").removeprefix("计划").removesuffix("中")
            what = said.removesuffix("的")
            named = what.startswith(("为", "是")) and what.endswith(noun[-2:])  # 35个项目中，32个为工业项目
            again = noun.startswith(body) and not said  # 计划开工项目26个，已|开工11个
            metric = what[1:] if named else noun if again else f"{said}{body}{noun}"
            return Measure(metric, core=metric, head=noun, rule=OF_THOSE)
    there = (
        body.endswith("有") and _THERE_ARE.fullmatch(body) and kind_before(frame)
    )  # 像这样的硬科技企业，|园里还有|84家
    if (part := topics.parted(frame, body, words)) is not None and not kind_before(frame):
        return part
    if (sorted_out := _sorted_out(frame, body, lender, words)) is not None:
        return sorted_out
    if (more := _same_again(frame, body, lender, words)) is not None:
        return more
    if (grown := _level_of_growth(frame, span, body, earlier)) is not None:
        return grown
    if (
        not body
        or body in _SUMS
        or _AIMING.fullmatch(body)
        or _empty(frame, *span)
        or there
        or body in _OURS
        or ("这" in body and ANAPHOR.search(body))
    ):
        return _nothing_named(frame, body, lender, words)
    if lender and lender.head:
        lent = _owned(frame, body, lender, earlier[-1], words)
        if lent is not None:
            return lent
    last = earlier[-1] if earlier else None
    verbal = frame.tokens[span[0]].kind == "V" and frame.tokens[span[0]].role in ("act", "reach")
    counted = frame.quantity.unit in words.classifiers or (last is not None and last.verb in _MAKES)
    if last and last.verb and frame.listed and not verbal and counted:
        return Measure(last.verb + body, core=body, head=body, verb=last.verb, rule="a list under one verb")
    return None


def _same_again(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, body: str, lender: Measure | None, words: FigureWords
) -> Measure | None:
    """进口燕窝1.5吨；今年前4个月就|进口|2吨: the same again; 42项已经落地，|其余8项|年内完成: the others of them."""
    if lender is None or lender.unit != frame.quantity.unit or not lender.head:
        return None
    counted = frame.quantity.unit in words.classifiers
    if counted and body in _THE_OTHERS:
        metric = f"{said_of(frame, words)}其余{lender.head}"
        return Measure(metric, core=metric, head=lender.head, rule=OF_THOSE)
    if counted and (body in _ARRIVED or (body.startswith("平均") and body.endswith(_BORN))):
        metric = f"{body}{lender.head}"  # 引进人才120名，上半年已|到位|68名; 平均每天|诞生|18户
        return Measure(metric, core=metric, head=lender.head, rule=OF_THOSE)
    core = (lender.core or lender.metric).removeprefix("合同")
    if not counted and (body in _FIRST_OF or (body in _PAID_IN and core.endswith(_MONEY_NAMES))):
        return Measure(f"{body}{core}", core=core, head=core, rule="the same again")  # 授信4.5亿元，|首笔|8000万元
    if body in _PEAKS:
        core = lender.core or lender.metric  # 货车日均1800辆次，|高峰时|超过2600辆次
        return Measure(f"{body}{core}", core=core, head=lender.head, rule="the same again")
    verbal = frame.left_end > frame.left and frame.tokens[frame.left_end - 1].role == "act"
    if not counted and verbal and 1 < len(body) < len(lender.core) and lender.core.startswith(body):
        return Measure(lender.core, core=lender.core, head=lender.head, rule="the same again")
    return None


def _hopes(token: Token) -> bool:
    return token.kind != "T" and _AIMING.fullmatch(token.text) is not None


def _area_done(frame: Frame, body: str, lender: Measure) -> bool:
    """8.6万平方米标准化厂房，|已建成3.6万平方米，在建5万平方米|: so much of what was told before."""
    return bool(body) and frame.quantity.unit == lender.unit and lender.unit in AREAS


def _sorted_out(frame: Frame, body: str, lender: Measure | None, words: FigureWords) -> Measure | None:
    """改革案例187项，|省里推广的|41项: those of what was counted that something is said of."""
    unit = frame.quantity.unit
    if lender is None or not lender.head or lender.unit != unit or unit not in words.classifiers:
        return None
    told = frame.tokens[frame.at - 1].kind == "U"  # 世界500强|投资的|3家
    indicated = words.indicator_end_re.search(body) is not None and not told
    named = frame.noun_end > frame.noun or indicated or body.endswith(tuple(words.head_ends))
    if frame.tokens[frame.left_end - 1].text in _HOLDS and body[-1:] in "占了":
        body = body.rstrip("占了")  # 入驻企业16家，|外地来的占|11家
    elif frame.tokens[frame.at - 1].kind != "U":
        return None
    if named or len(body) < _SHORTEST_SAID or (body[-1] != "的" and frame.tokens[frame.at - 1].kind != "U"):
        return None
    metric = f"{body.removesuffix('的')}的{lender.head}"
    return Measure(metric, core=metric, head=lender.head, rule=OF_THOSE)


def _level_of_growth(frame: Frame, span: tuple[int, int], body: str, earlier: list[Measure]) -> Measure | None:
    """一般公共预算收入增长6%，|达到33亿元|: the level of what has just grown."""
    last = earlier[-1] if earlier else None
    if last is None or last.relation is not Relation.GROWTH or last.base >= 0 or not last.core:
        return None
    if frame.quantity.unit in ("%", "百分点", "倍", "番") or (body and not _empty(frame, *span)):
        return None
    beside = (
        frame.first > 1
        and frame.tokens[frame.first - 1].text in ("，", ",")
        and frame.tokens[frame.first - 2].kind == "Q"
    )
    return (
        Measure(last.core, core=last.core, head=last.head, owner=last.owner, rule="level of what grew")
        if beside
        else None
    )


def lends(earlier: list[Measure], unit: str) -> Measure | None:
    """The figure to borrow from: the last with the same unit, else the last."""
    return next((m for m in reversed(earlier) if m.unit == unit and m.head), earlier[-1] if earlier else None)


def _whole(frame: Frame, earlier: list[Measure]) -> list[Measure]:
    """The figures that lend behind ；, none of the parts told before it: 项目33个，其中外资5个；|开工18个|."""
    start, parts = frame.tokens[frame.first - 1].text if frame.first else "", [m for m in earlier if not m.part]
    return parts if start in ("；", ";") and parts and earlier[-1].part else earlier


def same_unit(earlier: list[Measure], unit: str) -> Measure:
    """What 这一数字 stands for: the last figure with the same unit, else the last."""
    return next((m for m in reversed(earlier) if m.unit == unit), earlier[-1])


def among(frame: Frame, words: FigureWords) -> bool:
    """Whether the clause says 其中."""
    return not words.among.isdisjoint(frame.led)


def _nothing_named(frame: Frame, body: str, lender: Measure | None, words: FigureWords) -> Measure:
    if lender and lender.unit != frame.quantity.unit and ANAPHOR.search(body):
        lender = None  # 面积扩大到96平方公里。去年，|这个数字|是412亿元: of something told before
    if lender and lender.relation is Relation.SHARE and frame.quantity.unit == "%" and ANAPHOR.search(body):
        core = lender.core  # 产值占比28.1%，去年|这一比重|为34.6%
        return Measure(lender.metric, core=core, head=lender.head, relation=Relation.SHARE, rule="the same share")
    about = _told_of(frame, kind_before(frame)) or topic(frame, words)
    if about:
        return Measure(about, core=about, head=about, rule="named in the clause before")
    counting = frame.quantity.unit in words.classifiers
    if lender and frame.quantity.unit == "%" and lender.unit not in ("%", "百分点") and not body:
        told = frame.words(frame.said, frame.said_end)
        if 1 < len(told) <= _LONGEST_PART:  # 进出货物190万吨，|七成走公路|
            metric = f"{told}的{lender.head or lender.core}占比"
            return Measure(
                metric, core=metric, head=lender.head, relation=Relation.SHARE, rule="a part, by what it does"
            )
    same = lender is not None and lender.unit == frame.quantity.unit and not counting
    named = ((lender.core if same else "") or lender.head or lender.core) if lender else ""
    if lender and named:
        total = "累计" if "累计" in frame.words(frame.first, frame.at) else ""
        named = _PLANNED.sub("完成投资", named) if frame.led & _DONE_OF_IT else named
        doubts: list[str] = []
        if named.endswith("目标"):  # 营业总收入目标1800亿元。一季度已完成|371亿元
            named = named.removesuffix("目标").removesuffix("的")
            if not named:  # 今年的目标是130亿元，上半年已完成|61.8亿元
                named, doubts = ("完成" if frame.led & _DONE_OF_IT else "目标"), ["未能确定指标名称"]
        named = (named.removesuffix("新增").removesuffix("净增") or named) if total else named
        if (
            frame.quantity.unit in MONEY
            and lender.unit in words.classifiers
            and not words.indicator_end_re.search(named)
        ):
            told = lender.metric if lender.metric.startswith(_TRADED) else named
            named = f"{told}金额"  # 投了17个项目，总共6800万元; 出口手机1340万台、387亿元
        if bound := bounded(frame, words):
            named = bound + (_BOUND.sub("", named) or named)  # 亿元以上项目62个，其中10亿元以上的9个
        if frame.quantity.unit in _TIMES_OF and lender.verb and lender.metric.startswith(lender.verb):
            named = lender.metric  # 接待客商1260批次、8900人次
        metric = named if named.startswith(total) else total + named
        return Measure(
            metric, core=named, head=lender.head, verb=lender.verb, rule="number without a noun", doubts=doubts
        )
    said = frame.words(frame.said, frame.said_end)
    return Measure(body or said, core=body or said, rule="nothing named", doubts=["未能确定指标名称"])


def bounded(frame: Frame, words: FigureWords) -> str:
    """年销售过千万元的 of 企业412家，其中|年销售过千万元的|96家, 产值过百亿元的|2户企业: what bounds the part."""
    tokens, at = frame.tokens, frame.at
    if frame.quantity.unit not in words.classifiers or at - 2 < frame.first or tokens[at - 1].kind != "U":
        return ""
    if tokens[at - 2].kind != "Q":
        return ""
    first = frame.first
    while first < at and (tokens[first].kind in "TCXD" or tokens[first].text in words.among):
        first += 1
    return frame.words(first, at)


def _told_of(frame: Frame, kind: str) -> str:
    """控制性指标 of 40项指标里，有31项|是控制性指标: the kind, as what is said of it names it."""
    said = frame.words(frame.said, frame.said_end)
    return said[1:] if kind and said.startswith(("是", "为")) and said.endswith(kind[-2:]) else kind


def kind_before(frame: Frame) -> str:
    """What a clause without a figure of its own, right before, says is counted."""
    sentence, start = frame.sentence, frame.tokens[frame.first].start
    before = sentence.text[sentence.start : start]
    bare = all(t.kind in "XD" or t.role == "link" for t in frame.tokens[frame.first : frame.at])
    if bare and (field := _FIELD.search(before)):
        return field["label"]
    before = re.sub("[“”]", "", before.rstrip("，,"))  # 像这样“吃配”石油的企业
    clause = re.split("[，。；：“”]", before)[-1]
    match = _LIKE.search(clause) or _AMONG_SUCH.match(clause)
    return match[match.lastgroup or 0] if match else ""


def _owned(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, body: str, lender: Measure, last: Measure, words: FigureWords
) -> Measure | None:
    """A total of, an indicator of, or a part of what was counted before."""
    noun = lender.head.removeprefix("累计")
    stage = _STAGE.search(noun)
    if stage and _STAGE.fullmatch(body):  # 厂房一期8万平方米，二期12万平方米
        noun = noun[: stage.start()]
        return Measure(noun + body, core=noun + body, head=noun + body, rule="a part borrows the head")
    money = lender.unit.endswith("元") and lender.unit == last.unit
    if among(frame, words) and money and body.endswith(_PARTS) and words.indicator_end_re.search(lender.core):
        metric = body + lender.core  # 工业总产值1000亿元，其中汽车产业500亿元
        return Measure(metric, core=metric, head=body, rule="a part borrows the metric")
    noun = noun.removesuffix("新增").removesuffix("净增") or noun
    if frame.quantity.unit == lender.unit and lender.unit in AREAS and _is_part_of_area(frame, body, lender, words):
        metric = body + lender.core.removeprefix("总")  # 总面积6.4平方公里：东片4.1平方公里
        return Measure(metric, core=lender.core, head=lender.head, rule="a part borrows the metric")
    other = turned(frame, body, lender)
    if other:
        return Measure(other, core=other, head=other, rule="the other of two borrows the metric")
    if body in words.counts:
        return Measure(noun + body, core=noun + body, head=noun, rule="a total of what was counted before")
    first = next(i for i in range(frame.first, frame.at + 1) if not _hopes(frame.tokens[i]))
    timed = frame.tokens[first].kind == "T" or frame.tokens[first].text in ("到", "至")  # 力争|到2025年
    if timed and last.verb and last.metric.startswith(_TO_BUILD):
        return None  # 再建3个园区，|到2030年|营业总收入达到…: not that of the three
    if timed and last.part:
        return None  # 其中500强项目6个，|今年全年产值有望达到90亿元: of all again
    if body in words.bare and last.unit in words.classifiers and (last.head or noun).endswith(tuple(words.owners)):
        noun = _counted(last) or noun
        return Measure(noun + body, core=noun + body, head=noun, rule="an indicator of what was counted before")
    if (
        body.endswith(words.adjectival)
        and len(body) <= _LONGEST_PART
        and not words.indicator_end_re.search(body)
        and not noun.endswith(body)
        and not (body.endswith("类") and noun.endswith("类"))  # 汽车类9个、|光电类|7个
    ):
        noun = _BOUND.sub("", noun) if _BOUND.search(body) else noun  # 亿元以上项目，其中5亿元以上12个
        return Measure(body + noun, core=body + noun, head=noun, verb=lender.verb, rule="a part borrows the head")
    return None


def turned(frame: Frame, body: str, lender: Measure) -> str:
    """口岸进口通关时间9.6小时；|出口只要|0.4小时: the metric of the one, with the other's name."""
    if frame.quantity.unit != lender.unit or not body.startswith(_PAIRED):
        return ""
    for one, other in (*_PAIRS, *((b, a) for a, b in _PAIRS)):
        rest = body.removeprefix(other)
        if rest != body and rest in _BARELY and one in lender.core and other not in lender.core:
            return lender.core.replace(one, other)
    return ""


def _is_part_of_area(frame: Frame, body: str, lender: Measure, words: FigureWords) -> bool:
    """Whether words before a number of an area name only a part of the area told before."""
    plain = all(t.kind in "NAFM" and not t.role for t in frame.tokens[frame.left : frame.left_end])
    measured = words.indicator_end_re.search(body) or body.endswith(("面积", "用地", "地"))
    return plain and not measured and lender.core.endswith("面积") and len(body) <= _LONGEST_PART


def _counted(last: Measure) -> str:
    """What was counted; projects keep the verb they were counted under, for what is signed is not yet invested."""
    noun, whole = last.head.removeprefix("累计"), last.core.removeprefix("累计")
    return whole if noun.endswith("项目") and whole.endswith(noun) and "的" not in whole else noun


def _alone(frame: Frame, start: int, end: int) -> bool:
    """已|解决21个, 日均新增16户: only a verb, which counts what was named before."""
    if end <= start:
        return False
    verb = frame.tokens[end - 1]
    return (
        (verb.kind == "V" or (verb.text == "在建" and frame.quantity.unit in AREAS))
        and verb.role in ("act", "reach")
        and all(t.kind in "MD" for t in frame.tokens[start : end - 1])
    )


def _empty(frame: Frame, start: int, end: int) -> bool:
    """今年一季度，完成15.3亿元; 9月单月完成11.5亿元: only a verb of reaching and the like."""
    return all(
        t.role in ("reach", "link", "have")
        or (t.role == "change" and t.text.endswith(("到", "至")))  # 从2003年的3.1亿元，|增加到|2011年的56.4亿元
        or t.text in _LEFT
        or t.kind in "DXTC"
        or t.text in _FILLERS
        or (t.text in _HOLDS and frame.quantity.unit not in MONEY)  # 全市22.8万辆，|某区占了|16.5万辆
        for t in frame.tokens[start:end]
    )


def named_before(frame: Frame) -> str:
    """|负面清单|则做起了减法，由190条缩减为139条: the nouns with which the clause before begins."""
    tokens, stop = frame.tokens, frame.first - 1
    if stop <= 0 or tokens[stop].text not in ("，", ","):
        return ""
    first = frame.sentence.kinds.rfind("B", 0, stop) + 1
    last = first
    while last < stop and tokens[last].kind == "N" and tokens[last].role != "zone":
        last += 1
    return frame.words(first, last) if last < stop else ""


def topic(frame: Frame, words: FigureWords) -> str:  # noqa: PLR0911  a list of rules, the first that fits
    """工业总产值再创新高，|达到227亿元: what a clause without a figure, just before, was about."""
    tokens, stop = frame.tokens, frame.first - 1
    if stop <= 0 or tokens[stop].text not in ("，", ","):
        return ""
    kinds = frame.sentence.kinds
    first = max(kinds.rfind("B", 0, stop), kinds.rfind("Q", 0, stop)) + 1
    if first > 0 and tokens[first - 1].kind == "Q":
        return ""
    while first < stop and tokens[first].kind in "TCXD":
        first += 1
    if _CALCULATED.match(frame.words(first, stop)) or tokens[first].text in _CAUSES:
        return ""
    if _SHARE_OF.search(frame.words(first, stop)):
        return frame.words(first, stop)  # 利用外资占全区的比重，|由8.5%提高到31%
    owner = find(frame.sentence, first, stop, words, whole=True)
    if owner.kind is OwnerKind.ZONE:
        first = owner.stop
        owner = find(frame.sentence, first, stop, words, whole=True)
    named = next((i for i in range(first + 1, stop + 1) if words.indicator_end_re.search(frame.words(first, i))), -1)
    if named > 0 and owner.kind in (OwnerKind.OTHER, OwnerKind.NONE):
        rate = named < stop and tokens[named].text in _RATES  # 锂电池产量|降幅|最大，达33.9%
        return frame.words(first, named + rate)  # 工业总产值|再创新高
    grew = _GREW.search(frame.words(first, stop))
    if grew and (frame.quantity.unit in words.classifiers or grew.start() > 2):
        return frame.words(first, stop)[: grew.start()]  # 三级医院从无到有，|增至4家
    if begun := _BEGUN.search(frame.words(first, stop)):
        return frame.words(first, stop)[: begun.start()]  # 跨境电商进口去年才起步，|全年只有86万单
    turned = any(t.role == "change" for t in tokens[frame.first : frame.at])
    if owner.kind is OwnerKind.THING and turned and frame.quantity.unit in words.classifiers:
        return owner.text  # 国家级孵化器从无到有，发展到7家
    if owner.kind is not OwnerKind.OTHER:
        return ""
    return owner.text if turned else ""


def named_behind(frame: Frame, words: FigureWords) -> str:
    """一季度下降2.3%，二季度增长4.6%，某区|规上工业增加值|在年中拐了弯: what a clause behind the numbers is about."""
    tokens, first = frame.tokens, frame.last + 1
    if frame.sentence.kinds.find("B", 0, frame.first) >= 0 and "Q" not in frame.sentence.kinds[: frame.first]:
        return ""
    while first < len(tokens):
        last = next((i for i in range(first, len(tokens)) if tokens[i].kind == "B"), len(tokens))
        if "Q" not in frame.sentence.kinds[first:last]:
            while first < last and (tokens[first].kind in "TCXD" or tokens[first].role in ("zone", "place")):
                first += 1
            end = next((i for i in range(first, last) if tokens[i].kind not in "NMA"), last)
            name = frame.words(first, end)
            return name if words.indicator_end_re.search(name) else ""
        first = last + 1
    return ""
