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
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.owner import OwnerKind
from reporter.extraction.figures.said import said_of
from reporter.extraction.figures.terms import cap, terms
from reporter.extraction.figures.tokens import Token
from reporter.language.spans import QuantityKind
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_RUNNING = re.compile(r"(?:已?连续[\d一二两三四五六七八九十]+[年季月次个]+|连年)\Z")
"""增速|连续三年|位居前三."""
GIVEN = "a portion that somebody gives"
_FROM_PLACE = re.compile(r"(?<=.{2})[由从][^，。；]{0,8}(?:末位|末尾|垫底|中游|下游|名|位)\Z")
"""经济总量|由最初的末位|升至第11位."""
_AGAIN = frozenset(["连续", "已连续", "连年", "再次"])
"""市场占有率34%，|连续5年第一|: what is ranked is told before."""
_MOVED = frozenset(
    ["前进", "上升", "提升", "前移", "升", "跃升", "攀升", "前进到", "上升到", "提升到", "前移到", "进位"]
)
_GIVES = frozenset(["贡献", "完成", "撑起", "支撑起", "承担"])
"""贡献了六成的税收, 完成了全省三成以上的外贸额: what a part gives to the whole."""
_RATE_NAME = re.compile(r"(?:利率|税率|费率|收益率|不良率|含量|纯度|浓度|精度|误差)\Z")
_SHARES = ("份额", "占比", "比重", "占有率")
_WHOLE_TOLD = re.compile("(占全[国省市区州县球])比重\\Z")
_SHARE_END = re.compile(r"(?:占有率|占比|比重|份额|比例)\Z")
_DESTINATIONS = ("国家", "地区", "国家和地区", "省份")
_MANNERS = frozenset(["逆势", "逆市", "稳步", "持续", "强势"])
_AVERAGES = ("平均", "年均", "累计", "合计", "总体")
_NET = frozenset(["净增", "新增", "增收", "减收", "增支"])
_RATES = ("增速", "增幅", "降幅", "涨幅", "增长率")
_BY_TIME = re.compile(r"\A(?:单月|当月|年均|平均|累计)")
_CALCULATED = re.compile(
    r"\A(?:按(?:照)?(?:可比|不变|现行)?(?:价格|价|口径)(?:计算|核算)?|自然口径|名义|扣除[^，。]{2,12}(?:因素|影响)后?)"
)
"""按可比价格计算|同比增长10.2%: how a growth was calculated is no part of what grew."""
_LASTING = re.compile(r"(?:[二两三四五六七八九十]|[2-9]|10)年(?:间|内)?")
"""亩均税收|三年|提高38.7%, |两年|平均增长6.9%: over so many years, which a year's growth must not be taken for."""
_WHOLES = frozenset(["我国", "世界", "国内", "行业", "中国", "同期", "集团"])


def measure(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a figure, by the first construction that fits; `earlier` are the sentence's measures so far."""
    found = _first(frame, earlier, words)
    found.unit = frame.quantity.unit
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
        return _rank(frame, earlier, words)
    if (known := _value_compared_with(frame, earlier)) is not None:
        return known
    for rule in (compared, _growth, _share, _portion):
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


def _ratio(frame: Frame, found: Measure) -> Measure:
    """What a number in % or points says when no verb tells: its name does (市场占有率, 增速)."""
    unit = frame.quantity.unit
    if unit == "百分点":
        found.relation = Relation.DELTA
    elif unit == "%" and _SHARE_END.search(found.metric):
        found.relation = Relation.SHARE
    elif unit == "%" and found.metric.endswith(_RATES):
        found.relation = Relation.GROWTH
    return found


def _rank(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    tokens = frame.tokens
    if frame.noun_end > frame.noun and not frame.attributive and "大" in frame.quantity.text[-2:]:
        field = next((t.text for t in tokens[frame.first : frame.at] if t.text in words.rank_fields), "")
        name = frame.words(frame.noun, frame.noun_end)
        owner, _ = split(frame, words)
        metric = f"{name}{field}排名"
        return Measure(metric, core=name, head=name, owner=owner, relation=Relation.RANK, rule="rank, the thing behind")
    if (among := _rank_among(frame, earlier, words)) is not None:
        return among
    owner, start = split(frame, words)
    end = frame.left_end
    if start < end and tokens[start].text == "以" and frame.before > start:
        start = frame.before + 1  # 以91.7分|居第2位
    while end > start and (tokens[end - 1].text in words.rank_verbs or tokens[end - 1].text in _MOVED):
        end -= 1
    verb = next((i for i in range(end - 1, start - 1, -1) if tokens[i].text.lstrip("均都") in words.rank_verbs), -1)
    body = frame.words(start, end)
    if verb >= 0 and not body.startswith("在"):  # 增速|位居|全省高新区|第一
        opener = next((i for i in range(start + 1, verb) if tokens[i].text in ("由", "从")), verb)
        core, field = frame.words(start, _bare(tokens, start, opener)), frame.words(verb + 1, end)
        core = _RUNNING.sub("", core)
        if earlier and (not core or core in words.counts or core in _RATES):
            shared = tokens[verb].text[0] in "均都" or tokens[verb - 1].text in ("均", "都")
            several = shared and len(earlier) > 1
            named = [m.core or m.metric for m in (earlier[-3:] if several else earlier[-1:])]
            grown = not core and earlier[-1].relation is Relation.GROWTH and earlier[-1].base < 0
            core = "、".join(named) + ("增速" if grown else core)  # 工业增加值增长10.7%，列全省第二
        return Measure(
            f"{core}{field}排名", core=core, owner=owner, relation=Relation.RANK, rule="rank", cue=(verb, verb + 1)
        )
    body = _RUNNING.sub("", _FROM_PLACE.sub("", body))
    body = "" if body in _AGAIN else body
    core = body
    if body and earlier and body.startswith(("在", "于")) and body.endswith(("中", "里", "内")):
        core = earlier[-1].core
        body = core + body
    elif not body or body in words.rank_fields:
        ranked = next((m for m in reversed(earlier) if m.relation is Relation.RANK), None)
        core = (ranked or earlier[-1]).core if earlier else ""  # 列第36位，前移5位；某区列|第48位|
        body = core + body
    metric = body if body.endswith(("排名", "位次")) else f"{body}排名"
    return Measure(metric, core=core, owner=owner, relation=Relation.RANK, rule="rank")


def _rank_among(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """增速居|19个国家级新区|第一位: a rank among so many."""
    tokens = frame.tokens
    if not frame.first <= frame.before < frame.at:
        return None
    verb = next((i for i in range(frame.first, frame.before) if tokens[i].text in words.rank_verbs), -1)
    if verb < 0 or any(t.kind == "L" for t in tokens[frame.before : frame.at]):
        return None
    first = frame.first
    while first < verb and tokens[first].kind in "TCXD":
        first += 1
    core = frame.words(first, _bare(tokens, first, verb))
    if earlier and (not core or core in _RATES or core in words.counts):
        core = (earlier[_level(frame, earlier)].core or earlier[-1].metric) + core
    field = frame.words(verb + 1, frame.left_end)
    return Measure(f"{core}{field}排名", core=core, relation=Relation.RANK, rule="rank", cue=(verb, verb + 1))


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
    if tokens[frame.at - 1].text == "以" and tokens[frame.noun].text in _RATES:
        return None
    noun = frame.words(frame.noun, frame.noun_end)
    if noun in _RATES and frame.attributive and earlier:
        level = next((m for m in reversed(earlier) if m.relation is Relation.LEVEL), earlier[-1])
        core = level.core  # 技术合同成交额12.3亿元，连续三年保持|30%以上|的增速
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
        return reached(frame, verb, earlier, words)
    if not moves and not (tokens[verb].text in _NET and _compares(frame, verb, words)):
        return None
    if quantity.unit not in RELATIVE and not _compares(frame, verb, words):
        return _added(frame, verb, words)
    return _grown(frame, verb, earlier, words)


def _compares(frame: Frame, verb: int, words: FigureWords) -> bool:
    """Whether the clause says before its verb what it compares with: 同比, 较2月份."""
    return any(words.growth_re.match(t.text) or t.text in ("较", "比") for t in frame.tokens[frame.first : verb])


def _grown(frame: Frame, verb: int, earlier: list[Measure], words: FigureWords) -> Measure:
    """The growth that the verb tells, of what its clause names or of the figure before."""
    tokens, quantity = frame.tokens, frame.quantity
    owner, start = split(frame, words)
    cues = (
        i for i in range(frame.left, verb) if words.growth_re.match(tokens[i].text) or tokens[i].text in ("较", "比")
    )
    cue = next(cues, verb)
    while start < cue and tokens[start].kind in "DXC":
        start += 1
    core, base = _CALCULATED.sub("", frame.words(min(start, cue), _bare(tokens, start, cue))), -1
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
        base = _level(frame, earlier)
        core = earlier[base].core or earlier[base].metric
        if quantity.unit == "位" and earlier[-1].relation is Relation.RANK:
            core = earlier[-1].metric  # 位列第32位，较上年前进5位
        elif quantity.unit == "百分点" and earlier[-1].relation is Relation.GROWTH:
            core = f"{core}增速"  # 同比增长14.3%，比一季度提高2.1个百分点
        elif quantity.unit == "百分点" and earlier[-1].unit == "%":
            base, core = len(earlier) - 1, earlier[-1].metric  # 占…的比重达68.5%，比2019年提高5.2个百分点
    elif core in _RATES and earlier:
        core = (earlier[-1].core or earlier[-1].metric) + core
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


def _bare(tokens: list[Token], start: int, end: int) -> int:
    """The end of a metric without the adverbs and times behind it: 产能|将|提高, 用工|却只|增加, 产值|去年|增长."""
    while end > start and tokens[end - 1].kind in "DXT":
        end -= 1
    return end


def _level(frame: Frame, earlier: list[Measure]) -> int:
    """The figure that a growth without a name of its own speaks of: the last that is no growth itself.

    销售收入31亿元，其中海外收入6亿元，今年有望增长25%: a new time goes back to the whole.
    """
    base = len(earlier) - 1
    while base > 0 and earlier[base].core.endswith(_DESTINATIONS):
        base -= 1  # 出口家具板31万张，销往11个国家，|同比增长近三成
    anew = frame.tokens[frame.first].kind == "T" and earlier[base].part
    while anew and base > 0 and earlier[base].part:
        base -= 1
    while earlier[base].relation in (Relation.GROWTH, Relation.DELTA) and earlier[base].base >= 0:
        base = earlier[base].base
    return base


def _added(frame: Frame, verb: int, words: FigureWords) -> Measure:
    """增加了超10亿元的投资: an absolute change of what follows; 缩短15天 of what stands before."""
    tokens = frame.tokens
    owner, start = split(frame, words)
    name = frame.words(frame.noun, frame.noun_end)
    front = frame.words(min(start, verb), _bare(tokens, start, verb))
    core = front + name
    metric = f"{front}{tokens[verb].text}{name}"
    return Measure(
        metric, core=core, head=name, owner=owner, relation=Relation.DELTA, rule="absolute change", cue=(verb, verb + 1)
    )


def _share(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """占廊坊全市实际利用外资总额的50.3%, 均占全国20%以上, 占比达68%."""
    tokens = frame.tokens
    if frame.quantity.unit not in ("%", "‰"):
        return None
    cue = next(
        (
            i
            for i in range(frame.at - 1, frame.left - 1, -1)
            if tokens[i].text.lstrip("约已仅").startswith("占") and tokens[i].kind == "V"
        ),
        -1,
    )
    done = frame.words(frame.left, frame.left_end)
    if cue < 0 and done.startswith("完成") and earlier and not frame.attributive:
        base = _level(frame, earlier)
        core = earlier[base].core or earlier[base].metric
        metric = f"{core}{done}" if done.endswith("率") else f"{core}{done}比例"  # 到账外资1.6亿美元，完成年度目标的64%
        return Measure(metric, core=core, relation=Relation.SHARE, rule="share of a target", base=base)
    if cue < 0:
        return (
            _again(frame, earlier)
            or _hedged(frame, earlier, words)
            or _another_whole(frame, earlier)
            or _proportion(frame, earlier, words)
            or _contributed(frame, earlier)
        )
    owner, start = split(frame, words)
    core = frame.words(min(start, cue), cue)
    while core and core[-1] in "均都约":
        core = core[:-1]
    whole = frame.words(cue, frame.left_end).removesuffix("的")
    if core.endswith(_SHARES) and whole in ("占", "占到"):  # 厦门的份额占到四分之一
        return Measure(core, core=core, owner=owner, relation=Relation.SHARE, rule="share", cue=(cue, cue + 1))
    if whole in ("占", "占到") and earlier and not borrow.among(frame, words) and (told := _whole_told(earlier)):
        whole = told  # 进出口占全国的17.8%；实际使用外资占到18.1%
    if whole == "占" and earlier and borrow.among(frame, words):
        whole += earlier[_level(frame, earlier)].core  # 新增市场主体2143户，其中企业占42.6%
    base = -1
    front = core
    if not core and earlier:
        base = len(earlier) - 1
        before = earlier[base]
        while earlier[base].base >= 0:  # 出口额92亿元，增长35%，占全市的41%
            base = earlier[base].base
        bare = not words.indicator_end_re.search(whole)
        front = (earlier[base].core or before.core) if bare else ""
    metric = f"{front}{whole}" if whole.endswith(("比重", "比例")) else f"{front}{whole}比重"
    return Measure(
        metric,
        core=core or (earlier[base].core if base >= 0 else ""),
        owner=owner,
        relation=Relation.SHARE,
        rule="share",
        cue=(cue, cue + 1),
        base=base,
    )


def _whole_told(earlier: list[Measure]) -> str:
    """占全国 of the last share in the sentence, empty where there is none."""
    shares = (_WHOLE_TOLD.search(m.metric) for m in reversed(earlier) if m.relation is Relation.SHARE)
    told = next(shares, None)
    return told.group(1) if told else ""


def _again(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """占地区生产总值的46.2%，|将近一半|: the share before, in words."""
    alone = frame.left == frame.left_end and frame.last == frame.at + 1
    if not alone or not earlier or earlier[-1].relation is not Relation.SHARE or "%" in frame.quantity.text:
        return None
    before = earlier[-1]
    return Measure(
        before.metric, core=before.core, owner=before.owner, relation=Relation.SHARE, rule="share", base=before.base
    )


def _hedged(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """其中单牌车|约占65%|: the verb is part of the hedge."""
    if not frame.quantity.text.startswith("约占"):
        return None
    owner, start = split(frame, words)
    core = frame.words(start, frame.left_end)
    base = len(earlier) - 1 if not core and earlier else -1
    core = core or (earlier[base].core if earlier else "")
    return Measure(f"{core}占比", core=core, head=core, owner=owner, relation=Relation.SHARE, rule="share", base=base)


def _another_whole(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """占全国的九分之一、|全省的一半: the same share, of another whole."""
    before = earlier[-1] if earlier else None
    if before is None or not frame.listed or before.relation is not Relation.SHARE or frame.noun_end > frame.noun:
        return None
    whole = frame.words(frame.left, frame.left_end)
    if not whole or "占" in whole or frame.tokens[frame.left_end - 1].role == "zone":
        return None
    metric = f"{before.core}占{whole}比重"
    return Measure(
        metric,
        core=before.core,
        owner=before.owner,
        relation=Relation.SHARE,
        rule="share",
        base=before.base if before.base >= 0 else len(earlier) - 1,
    )


def _contributed(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """合计贡献了全区进出口总额的85.7%: a share of what is named."""
    tokens = frame.tokens
    verb = next((i for i in range(frame.at - 2, frame.left - 1, -1) if tokens[i].text == "贡献"), -1)
    if verb < 0 and frame.words(frame.left, frame.at).rstrip("了").endswith("贡献") and earlier:
        whole = earlier[_level(frame, earlier)].core  # 全省进出口2882亿元，增长32%，某区一家就贡献了|近三成|
        return Measure(f"贡献{whole}比重", core=whole, relation=Relation.SHARE, rule="share")
    if verb < 0 or tokens[frame.at - 1].kind != "U":
        return None
    told = frame.words(verb + 1, frame.at - 1).lstrip("了")
    if told == "其中" and earlier:  # 全市生产总值2580亿元，某区贡献了其中的四分之一
        whole = earlier[-1].core or earlier[-1].metric
        return Measure(f"贡献{whole}比重", core=whole, relation=Relation.SHARE, rule="share", cue=(verb, verb + 1))
    metric = f"贡献{told}比重"
    return Measure(metric, core=metric, relation=Relation.SHARE, rule="share", cue=(verb, verb + 1))


def _proportion(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """技改投资31.5亿元，占比36.1%: of the figure before it."""
    body = frame.words(frame.left, frame.left_end)
    owner, start = split(frame, words)
    alone = frame.words(start, frame.left_end)
    owned = owner.kind is OwnerKind.ZONE and alone in _SHARES  # 全省3982亿元，|某区|占比过半
    bare = alone if owned else _BY_TIME.sub("", body)
    if not earlier or bare not in ("占比", "比重", "比例", "占比重", "份额", *_RATES):
        return None
    base = _level(frame, earlier)
    core = earlier[base].core or earlier[base].metric
    if bare in _RATES:  # 贷款余额986亿元，增幅15.5%
        return Measure(f"{core}{body}", core=core, relation=Relation.GROWTH, rule="growth", base=base)
    core = earlier[-1].core or earlier[-1].metric
    owner = owner if owned else NOBODY
    base = -1 if owned else len(earlier) - 1
    return Measure(f"{core}占比", core=core, owner=owner, relation=Relation.SHARE, rule="share", base=base)
