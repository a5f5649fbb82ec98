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

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import plain, said_of, split
from reporter.extraction.figures.metric import Measure
from reporter.language.spans import QuantityKind
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_RELATIVE = frozenset(["%", "百分点", "倍", "番", "‰"])
_SHARE_END = re.compile(r"(?:占有率|占比|比重|份额|比例)\Z")
_RATES = ("增速", "增幅", "降幅", "涨幅")
_WHOLES = frozenset(["我国", "世界", "国内", "行业", "中国", "同期", "集团"])
_TO = frozenset(["到", "至", "为"])


def measure(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a figure, by the first construction that fits; `earlier` are the sentence's measures so far."""
    found = _first(frame, earlier, words)
    found.unit = frame.quantity.unit
    return found


def _first(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    for rule in (_terms, _change):
        found = rule(frame, earlier, words)
        if found is not None:
            return found
    if frame.quantity.kind is QuantityKind.RANK:
        return _rank(frame, earlier, words)
    for rule in (_growth, _share, _portion):
        found = rule(frame, earlier, words)
        if found is not None:
            return found
    return _ratio(frame, plain(frame, earlier, words))


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
    owner, start = split(frame, words)
    end = frame.left_end
    while end > start and tokens[end - 1].text in words.rank_verbs:
        end -= 1
    body = frame.words(start, end)
    core = body
    if body and earlier and body.startswith(("在", "于")) and body.endswith(("中", "里", "内")):
        core = earlier[-1].core
        body = core + body
    elif not body or body in words.rank_fields:
        core = earlier[-1].core if earlier else ""
        body = core + body
    metric = body if body.endswith(("排名", "位次")) else f"{body}排名"
    return Measure(metric, core=core, owner=owner, relation=Relation.RANK, rule="rank")


def _terms(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """对一季度出口额50万美元以上的企业……给予奖励: the threshold of a reward; the reward says for what it is paid."""
    tokens = frame.tokens
    opener = next((i for i in range(frame.first, frame.at) if tokens[i].text in ("对", "给", "凡", "对于")), -1)
    if opener < 0 or not words.rewards.search(frame.sentence.text, tokens[opener].start, frame.sentence.end):
        return None
    paid = next((i for i in range(opener + 1, frame.at) if words.rewards.match(tokens[i].text)), -1)
    if paid < 0 and tokens[opener].text != "给":
        of = next((i for i in range(frame.at + 1, frame.last) if tokens[i].kind == "U"), -1)
        marks = [i for i in range(opener + 1, frame.at) if tokens[i].kind in "QLC" or tokens[i].text == "且"]
        start = (marks[-1] if marks else opener) + 1
        end = frame.at
        while end > start and (tokens[end - 1].kind in "DX" or tokens[end - 1].role == "link"):
            end -= 1
        name = frame.words(start, end)
        if of < 0 or not name or frame.quantity.unit in ("家", "个", "名", "人", "项"):
            return None
        return Measure(f"{name}门槛", core=name, rule="threshold of a reward", cue=(opener, opener + 1))
    if paid < 0 or frame.quantity.unit == "%":
        return None
    receiver_end = paid
    while receiver_end > opener + 1 and tokens[receiver_end - 1].kind in "DPXM":
        receiver_end -= 1
    receiver, reward = frame.words(opener + 1, receiver_end), frame.words(receiver_end, frame.left_end)
    owner, _ = split(frame, words)
    noun = frame.words(frame.noun, frame.noun_end)
    metric = f"{receiver}{reward}{noun}"
    return Measure(
        metric, core=metric, head=noun, owner=owner, rule="what a reward is paid for", cue=(opener, paid + 1)
    )


def _portion(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """三成以上的规上企业设立了研发机构, 贡献了全省9.4%的税收, 以全县0.8%的土地面积."""
    tokens = frame.tokens
    quantity = frame.quantity
    in_words = any(mark in quantity.text for mark in ("成", "分之", "一半"))
    if quantity.unit != "%" or not (frame.attributive or in_words) or frame.noun_end <= frame.noun:
        return None
    if tokens[frame.at - 1].text == "以" and words.indicator_end_re.search(tokens[frame.noun].text):
        return None
    noun = frame.words(frame.noun, frame.noun_end)
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
    if whole and end > frame.left:
        return Measure(
            f"{noun}占{whole}比重",
            core=noun,
            head=noun,
            owner=owner,
            relation=Relation.SHARE,
            rule="share of a whole, the thing behind",
        )
    said = said_of(frame, words)
    front = frame.words(start, end) if end > start else ""
    metric = f"{front}{said}{noun}占比"
    return Measure(
        metric, core=noun, head=noun, owner=owner, relation=Relation.SHARE, rule="a portion of what stands behind"
    )


def _change(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """由5.1%提高到8.3%: the metric stands before 由/从/将, or behind the first number (将350亿元投资增至390亿元)."""
    tokens = frame.tokens
    if frame.before < 0 and frame.after < 0:
        return None
    second = frame.before >= 0 and _turns(frame, frame.before + 1, frame.at)
    first = frame.after >= 0 and not second and _turns(frame, frame.at + 1, frame.after)
    if not first and not second:
        return None
    start = frame.at if first else frame.before
    name_start, name_end = frame.first, start
    opener = next(
        (i for i in range(start - 1, frame.first - 1, -1) if tokens[i].text in ("由", "从", "自", "将", "把")), -1
    )
    if opener < 0:
        return None
    owner, body_start = split(frame, words)
    name = frame.words(max(name_start, body_start if body_start <= opener else name_start), opener)
    while name and name[-1] in "将从由":
        name = name[:-1]
    if tokens[opener].text in ("将", "把") or not name:
        turn = next((i for i in range(start + 1, len(tokens)) if tokens[i].kind in "VD"), start + 1)
        named = frame.words(start + 1, turn).lstrip("的")
        name = named or name
    if not name and earlier:
        name = earlier[-1].core
    if frame.quantity.kind is QuantityKind.RANK and not name.endswith(("排名", "位次", "位居")):
        name = f"{name}排名"
    rate = next((t.text for t in tokens[opener:start] if t.text in words.rates), "")
    name = f"{rate}{name}"
    metric = f"原{name}" if first else name
    return Measure(
        metric,
        core=name,
        owner=owner,
        rule="first end of a change" if first else "second end of a change",
        cue=(opener, opener + 1),
    )


def _turns(frame: Frame, first: int, last: int) -> bool:
    """Whether the words between two numbers turn one into the other: 增至, 提高到."""
    tokens = frame.tokens
    for i in range(first, last):
        if tokens[i].role == "change":
            return True
        if tokens[i].role in ("grow", "fall", "act") and i + 1 < last and tokens[i + 1].text in _TO:
            return True
    return False


def _growth(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """同比增长30%, 较2月份增长5.8个百分点, 增加了超10亿元的投资."""
    tokens, quantity = frame.tokens, frame.quantity
    end = frame.at
    while end > frame.left and (
        tokens[end - 1].kind in "XT" or tokens[end - 1].role == "link" or tokens[end - 1].text in ("分别", "均", "共")
    ):
        end -= 1
    verb = end - 1
    if quantity.text.startswith("翻") or "番" in quantity.text[-2:]:
        return _doubled(frame, earlier, words)
    if verb >= frame.left and tokens[verb].role in ("grow", "fall") and end < frame.at and tokens[end].text in _TO:
        return _reached(frame, verb, earlier, words)
    if verb >= frame.left and tokens[verb].role == "change":
        return _reached(frame, verb, earlier, words)
    if verb < frame.left or tokens[verb].role not in ("grow", "fall"):
        return None
    compared = any(words.growth_re.match(t.text) or t.text in ("较", "比") for t in tokens[frame.first : verb])
    if quantity.unit not in _RELATIVE and not compared:
        return _added(frame, verb, earlier, words)
    owner, start = split(frame, words)
    cue = next(
        (i for i in range(frame.left, verb) if words.growth_re.match(tokens[i].text) or tokens[i].text in ("较", "比")),
        verb,
    )
    core = frame.words(min(start, cue), cue)
    tail = frame.words(cue, verb + 1)
    base = -1
    if not core and earlier:
        base = len(earlier) - 1
        while earlier[base].relation in (Relation.GROWTH, Relation.DELTA) and earlier[base].base >= 0:
            base = earlier[base].base
        core = earlier[base].core or earlier[base].metric
    if core in _RATES and earlier:
        core = (earlier[-1].core or earlier[-1].metric) + core
    while core[:2] in ("逆势", "逆市", "稳步", "持续", "强势"):
        core = core[2:]
    relation = Relation.DELTA if quantity.unit not in ("%", "倍", "番") else Relation.GROWTH
    found = Measure(
        core + tail, core=core, head=core, owner=owner, relation=relation, rule="growth", cue=(cue, verb + 1), base=base
    )
    if not core:
        found.doubts.append("未能确定增长的是哪项指标")
    return found


def _doubled(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """技术合同成交额比上年翻一番: growth by 100%, told as such."""
    owner, start = split(frame, words)
    tokens, end = frame.tokens, frame.left_end
    cue = next(
        (i for i in range(frame.left, end) if words.growth_re.match(tokens[i].text) or tokens[i].text in ("较", "比")),
        end,
    )
    core = frame.words(min(start, cue), cue)
    base = -1
    if not core and earlier:
        base, core = len(earlier) - 1, earlier[-1].core or earlier[-1].metric
    tail = frame.words(cue, end)
    return Measure(
        f"{core}{tail}增长", core=core, head=core, owner=owner, relation=Relation.GROWTH, rule="growth", base=base
    )


def _reached(frame: Frame, verb: int, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """出口额增至3.2亿元: a level that a change led to."""
    owner, start = split(frame, words)
    while start < verb and frame.tokens[start].kind in "DXC":
        start += 1
    name = frame.words(min(start, verb), verb)
    if not name and earlier:
        name = earlier[-1].core
    if not name:
        return None
    return Measure(name, core=name, head=name, owner=owner, rule="what a change led to", cue=(verb, verb + 1))


def _added(frame: Frame, verb: int, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """增加了超10亿元的投资: an absolute change of what follows; 缩短15天 of what stands before."""
    tokens = frame.tokens
    owner, start = split(frame, words)
    name = frame.words(frame.noun, frame.noun_end)
    front = frame.words(min(start, verb), verb)
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
            if tokens[i].text.startswith("占") and tokens[i].kind == "V"
        ),
        -1,
    )
    if cue < 0:
        return _proportion(frame, earlier, words)
    owner, start = split(frame, words)
    core = frame.words(min(start, cue), cue)
    while core and core[-1] in "均都约":
        core = core[:-1]
    whole = frame.words(cue, frame.left_end).removesuffix("的")
    base = -1
    if not core and earlier:
        base = len(earlier) - 1
        front = ""
    else:
        front = core
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


def _proportion(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """技改投资31.5亿元，占比36.1%: of the figure before it."""
    if not earlier or frame.words(frame.left, frame.left_end) not in ("占比", "比重", "比例", "占比重", "份额"):
        return None
    core = earlier[-1].core or earlier[-1].metric
    return Measure(f"{core}占比", core=core, relation=Relation.SHARE, rule="share", base=len(earlier) - 1)
