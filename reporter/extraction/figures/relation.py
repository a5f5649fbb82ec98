"""What a number says of its metric: a growth, a share, a rank, one end of a change, or its level.

出口额达3900多万美元，同比增长30%           growth of the figure before it
进出口总额增速较2月份增长5.8个百分点         delta, named in the clause itself
占廊坊全市实际利用外资总额的50.3%           share, of the figure before it
新增专利申请、新增专利授权名列第一            rank
成为全球第二大飞机租赁聚集地                rank, the thing named behind it
产能将从每月45k增至48k                   two ends of one metric; the second may be a target
"""

from __future__ import annotations

import re

from reporter.extraction.figures import borrow
from reporter.extraction.figures.change import RELATIVE, TO, change, compared, doubled, reached
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import plain, split
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.owner import RATES
from reporter.extraction.figures.ranks import bare, level, moved, rank
from reporter.extraction.figures.said import said_of
from reporter.extraction.figures.shares import share
from reporter.extraction.figures.terms import cap, terms
from reporter.extraction.figures.took import took
from reporter.extraction.figures.yardsticks import yardstick
from reporter.language.spans import QuantityKind
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

GIVEN = "a portion that somebody gives"
_GIVES = frozenset(["贡献", "完成", "撑起", "支撑起", "承担"])
"""贡献了六成的税收, 完成了全省三成以上的外贸额: what a part gives to the whole."""
_RATE_NAME = re.compile(r"(?:利率|税率|费率|收益率|不良率|含量|纯度|浓度|精度|误差)\Z")
_NARROWED = re.compile("收窄|扩大|缩小")
_FELL = re.compile("下降|下滑|减少|降低|负增长|回落")
"""同比下降11.4%，比上半年|收窄|: the fall has."""
_SHARE_END = re.compile(r"(?:占有率|占比|比重|份额|比例)\Z")
_STRIVES = re.compile("(?:力争|争取|冲刺|冲|确保|力保|奋斗目标)")
_SHOWN = re.compile(
    "(?:(?:再|又|也|均|都|连续|继续|始终|一路)*(?:跑出|交出|录得|迎来|创下|创出|实现|保持|取得|刷出|拿出|收获|出现|写下))了?\\Z"
)
_GROWTH_BEHIND = re.compile(
    "的?(?:同比|年均|高|正|快速|强劲|逆势|较快|两位数)?[“‘]?(?:增速|增长|增幅|加速度|高增长|涨幅|升幅|高增速)(?!点|极|目标)"
)
_AIM_FRONT = re.compile("\\A(?:(?:全年|年度|今年|年初)?的?(?:目标|任务)(?:是|为)|到(?:今年|明年)?年?[底末])(?=.{2})")
_MANNERS = frozenset(["逆势", "逆市", "稳步", "持续", "强势"])
_AVERAGES = ("平均", "年均", "累计", "合计", "总体")
_NET = frozenset(["净增", "新增", "增收", "减收", "增支"])
_CALCULATED = re.compile(
    r"\A(?:按(?:照)?(?:可比|不变|现行)?(?:价格|价|口径)(?:计算|核算)?|自然口径|名义|扣除[^，。]{2,12}(?:因素|影响)后?)"
)
"""按可比价格计算|同比增长10.2%: how a growth was calculated is no part of what grew."""
_LASTING = re.compile(r"(?:[二两三四五六七八九十]|[2-9]|10)年(?:间|内)?")
"""亩均税收|三年|提高38.7%, |两年|平均增长6.9%: over so many years, which a year's growth must not be taken for."""
_BECAUSE = re.compile(r"\A(?:因|受|由于)[^，。；]{2,14}\Z")
"""进出口478亿元，|因笔电出货放缓|下降12.7%."""
_WHOLES = frozenset(["我国", "世界", "国内", "行业", "中国", "同期", "集团"])


def measure(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a figure, by the first construction that fits; `earlier` are the sentence's measures so far."""
    found = _first(frame, earlier, words)
    found.unit = frame.quantity.unit
    found.head = _AIM_FRONT.sub("", found.head)
    found.part = borrow.among(frame, words)
    return found


def _first(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, earlier: list[Measure], words: FigureWords
) -> Measure:
    found = terms(frame, earlier, words)
    if found is not None:
        return found
    found = change(frame, earlier, words)
    if found is not None:
        if frame.quantity.kind is QuantityKind.RANK:
            found.relation = Relation.RANK
            return found
        return _ratio(frame, found)
    if frame.quantity.kind is QuantityKind.RANK:
        return rank(frame, earlier, words)
    if (timed := took(frame, words)) is not None:
        return timed
    if (places := moved(frame)) is not None:
        return places
    if (known := _value_compared_with(frame, earlier) or _again_higher(frame, earlier, words)) is not None:
        return known
    if (shown := _growth_shown(frame, words)) is not None:
        return shown
    for rule in (yardstick, compared, _growth, share, _portion):
        found = rule(frame, earlier, words)
        if found is not None:
            return found
    return _ratio(frame, cap(frame, plain(frame, earlier, words), words))


def _value_compared_with(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """较2018年的|138亿元|增加近一半: what the figure before is compared with is the same metric."""
    tokens, at = frame.tokens, frame.at
    timed = at - 2 > frame.first and tokens[at - 1].kind == "U" and tokens[at - 2].kind == "T"
    if not timed or tokens[at - 3].text not in ("较", "比") or not earlier or earlier[-1].unit != frame.quantity.unit:
        return None
    core = earlier[-1].core or earlier[-1].metric
    return Measure(core, core=core, head=earlier[-1].head, owner=earlier[-1].owner, rule="what is compared with")


def _again_higher(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """A growth told once more: 确保增长12%、|力争15%|; or of a part: 工业投资增幅62.8%，其中|制造业投资71.3%|."""
    before = earlier[-1] if earlier else None
    if before is None or frame.quantity.unit != "%" or before.relation is not Relation.GROWTH or before.unit != "%":
        return None
    front = frame.words(frame.first if not frame.listed else frame.left, frame.at).lstrip("、")
    if frame.listed and _STRIVES.fullmatch(front):
        return Measure(before.metric, core=before.core, relation=Relation.GROWTH, rule="growth, told once more")
    name = frame.words(frame.left, frame.left_end)
    rate = next((rate for rate in RATES if before.metric.endswith(rate)), "")
    if rate and borrow.among(frame, words) and words.indicator_end_re.search(name):
        return Measure(f"{name}{rate}", core=name, head=name, relation=Relation.GROWTH, rule="growth of a part")
    return None


def _ratio(frame: Frame, found: Measure) -> Measure:
    """What a number in % or points says when no verb tells: its name does (市场占有率, 增速)."""
    unit = frame.quantity.unit
    if unit == "百分点":
        found.relation = Relation.DELTA
    elif unit == "%" and _SHARE_END.search(found.metric):
        found.relation = Relation.SHARE
    elif unit == "%" and found.metric.endswith(RATES):
        found.relation = Relation.GROWTH
    return found


def _portion(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, earlier: list[Measure], words: FigureWords
) -> Measure | None:
    """三成以上的规上企业设立了研发机构, 贡献了全省9.4%的税收, 以全县0.8%的土地面积."""
    tokens = frame.tokens
    quantity = frame.quantity
    if quantity.unit != "%":
        return None
    if not frame.attributive and not any(mark in quantity.text for mark in ("成", "分之", "一半")):
        return None
    if frame.noun_end <= frame.noun:
        return _portion_of_act(frame, earlier)
    if tokens[frame.at - 1].text == "以" and tokens[frame.noun].text in RATES:
        return None
    noun = frame.words(frame.noun, frame.noun_end)
    noun = noun.partition("背后")[0]  # 产值334亿元，|12.1%|的增速背后是……
    if noun in RATES and frame.attributive and earlier:
        of = next((m for m in reversed(earlier) if m.relation is Relation.LEVEL), earlier[-1])
        core = of.core  # 技术合同成交额12.3亿元，连续三年保持|30%以上|的增速
        return Measure(f"{core}{noun}", core=core, relation=Relation.GROWTH, rule="a rate of the figure before")
    end = frame.left_end
    whole = ""
    if end > frame.left and (
        tokens[end - 1].role in ("place", "zone") or tokens[end - 1].text[:1] == "全" or tokens[end - 1].text in _WHOLES
    ):
        whole = tokens[end - 1].text
        end -= 1
    elif frame.listed and earlier and "占全" in earlier[-1].metric:
        whole = earlier[-1].metric.partition("占")[2].removesuffix("比重")
    owner, start = split(frame, words)
    if whole and (end > frame.left or frame.listed):
        return Measure(
            f"{noun}占{whole}比重",
            core=noun,
            head=noun,
            owner=owner,
            relation=Relation.SHARE,
            rule="share of a whole, the thing behind",
        )
    if frame.attributive and end > start and _RATE_NAME.search(tokens[end - 1].text):
        rate = f"{noun}{tokens[end - 1].text}"  # 拿到了利率只有3.2%的|贷款
        return Measure(rate, core=rate, head=rate, owner=owner, rule="a rate of what stands behind")
    said = said_of(frame, words)
    front = frame.words(start, end) if end > start else ""
    if (giver := _giver(front, frame, earlier, words)) is not None:
        return Measure(f"{giver}贡献{noun}比重", core=noun, owner=owner, relation=Relation.SHARE, rule=GIVEN)
    metric = f"{front}{said}{noun}占比"
    return Measure(
        metric, core=noun, head=noun, owner=owner, relation=Relation.SHARE, rule="a portion of what stands behind"
    )


def _growth_shown(frame: Frame, words: FigureWords) -> Measure | None:
    """外贸跑出|1.6倍|增速, 进出口录得|31%|的增长, 投资迎来|48%|的高增长: a growth that a noun tells."""
    unit, end = frame.quantity.unit, frame.quantity.end
    if unit not in ("%", "倍") or not _GROWTH_BEHIND.match(frame.sentence.text, end):
        return None
    shown = _SHOWN.search(frame.words(frame.left, frame.left_end))
    if shown is None:
        return None
    owner, start = split(frame, words)
    told = frame.words(min(start, frame.left_end), frame.left_end)
    core = _SHOWN.sub("", told) or _SHOWN.sub("", frame.words(frame.left, frame.left_end))
    if not core or core.startswith("连续") or core[-1] in "年月":
        return None  # 成交额12.3亿元，连续三年保持|30%|的增速
    return Measure(f"{core}增长", core=core, head=core, owner=owner, relation=Relation.GROWTH, rule="growth shown")


def _portion_of_act(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """31%的进出口总额和近一半的|新增就业|: what is shared is told by a verb."""
    tokens, at = frame.tokens, frame.at + 2
    before = earlier[-1] if earlier else None
    if not frame.attributive or at >= frame.last or tokens[at].role != "act" or before is None:
        return None
    if before.relation is not Relation.SHARE or "占" not in before.metric:
        return None
    end = at
    while end < frame.last and tokens[end].kind in "VN":
        end += 1
    noun, whole = frame.words(at, end), before.metric.rpartition("占")[2]
    return Measure(f"{noun}占{whole}", core=noun, relation=Relation.SHARE, rule="share of a whole, the thing behind")


def _giver(front: str, frame: Frame, earlier: list[Measure], words: FigureWords) -> str | None:
    """加工制造类企业 of 加工制造类企业21家，贡献了六成半的进出口、|八成以上|的税收; None where nobody gives."""
    again = frame.listed and bool(earlier) and earlier[-1].rule == GIVEN
    if again:
        return earlier[-1].metric.partition("贡献")[0]
    if front.rstrip("了") not in _GIVES:
        return None
    counted = earlier[-1] if earlier and earlier[-1].unit in words.classifiers else None
    return counted.core if counted else ""


def _growth(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """同比增长30%, 较2月份增长5.8个百分点, 增加了超10亿元的投资."""
    tokens, quantity = frame.tokens, frame.quantity
    if quantity.text.startswith("翻") or "番" in quantity.text[-2:]:
        return doubled(frame, earlier, words)
    end = frame.at
    while end > frame.left and (
        tokens[end - 1].kind in "XT" or tokens[end - 1].role == "link" or tokens[end - 1].text in ("分别", "均", "共")
    ):
        end -= 1
    verb = end - 1
    if verb < frame.left:
        return None
    moves = tokens[verb].role in ("grow", "fall")
    if tokens[verb].role == "change" or (moves and end < frame.at and tokens[end].text in TO):
        found = reached(frame, verb, earlier, words)
        return _ratio(frame, found) if found is not None and "占" in found.metric else found
    if not moves and not (tokens[verb].text in _NET and _compares(frame, verb, words)):
        return None
    if quantity.unit not in RELATIVE and not _compares(frame, verb, words):
        return _added(frame, verb, words)
    return _grown(frame, verb, earlier, words)


def _compares(frame: Frame, verb: int, words: FigureWords) -> bool:
    """Whether the clause says before its verb what it compares with: 同比, 较2月份."""
    return any(words.growth_re.match(t.text) or t.text in ("较", "比") for t in frame.tokens[frame.first : verb])


def _grown(  # noqa: PLR0912  a list of rules
    frame: Frame, verb: int, earlier: list[Measure], words: FigureWords
) -> Measure:
    """The growth that the verb tells, of what its clause names or of the figure before."""
    tokens, quantity = frame.tokens, frame.quantity
    owner, start = split(frame, words)
    cues = (
        i for i in range(frame.left, verb) if words.growth_re.match(tokens[i].text) or tokens[i].text in ("较", "比")
    )
    cue = next(cues, verb)
    while start < cue and tokens[start].kind in "DXC":
        start += 1
    core, base = _CALCULATED.sub("", frame.words(min(start, cue), bare(tokens, start, cue))), -1
    core = _BECAUSE.sub("", core)
    if core.startswith("占") and earlier:
        core = (earlier[-1].core or earlier[-1].metric) + core  # 产值380亿元，|占全区的比重|比三年前提高14个百分点
    if core in _AVERAGES:
        cue, core = min(start, cue), ""  # 两年平均增长10.2%
    lasting = next((t.text for t in tokens[frame.first : verb] if t.kind == "T" and _LASTING.fullmatch(t.text)), "")
    if lasting and core.endswith("连续"):
        core, lasting = core.removesuffix("连续"), f"连续{lasting}"
    if earlier and core.startswith("扭转"):
        core, cue = "", verb  # 扭转了2月份|下滑31.6%|的局面
    if not core:
        core = borrow.topic(frame, words)  # 工业用电量由负转正，|增长2.3%
    if not core and earlier:
        base = level(frame, earlier)
        core = earlier[base].core or earlier[base].metric
        if quantity.unit == "位" and earlier[-1].relation is Relation.RANK:
            core = earlier[-1].metric  # 位列第32位，较上年前进5位
        elif quantity.unit == "百分点" and earlier[-1].relation is Relation.GROWTH:
            narrowed = _NARROWED.search(frame.words(frame.first, frame.at)) and _FELL.search(earlier[-1].metric)
            core = f"{core}{'降幅' if narrowed else '增速'}"  # 同比增长14.3%，比一季度提高2.1个百分点
        elif quantity.unit == "百分点" and earlier[-1].unit == "%":
            base, core = len(earlier) - 1, earlier[-1].metric  # 占…的比重达68.5%，比2019年提高5.2个百分点
    elif core in RATES and earlier:
        core = (earlier[-1].core or earlier[-1].metric) + core
    core = core or borrow.named_behind(frame, words)
    while core[:2] in _MANNERS:
        core = core[2:]
    relation = Relation.GROWTH if quantity.unit in ("%", "倍", "番") else Relation.DELTA
    metric = core + (lasting if lasting not in frame.words(cue, verb + 1) else "") + frame.words(cue, verb + 1)
    found = Measure(
        metric, core=core, head=core, owner=owner, relation=relation, rule="growth", cue=(cue, verb + 1), base=base
    )
    if not core:
        found.doubts.append("未能确定增长的是哪项指标")
    return found


def _added(frame: Frame, verb: int, words: FigureWords) -> Measure:
    """增加了超10亿元的投资: an absolute change of what follows; 缩短15天 of what stands before."""
    tokens = frame.tokens
    owner, start = split(frame, words)
    name = frame.words(frame.noun, frame.noun_end)
    front = frame.words(min(start, verb), bare(tokens, start, verb))
    front = front.removesuffix("环").removesuffix("同")
    core = front + name
    metric = f"{front}{tokens[verb].text}{name}"
    return Measure(
        metric, core=core, head=name, owner=owner, relation=Relation.DELTA, rule="absolute change", cue=(verb, verb + 1)
    )
