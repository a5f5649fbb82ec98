"""Shares: what part of a whole a number is, with 占 or by another word.

占廊坊全市实际利用外资总额的50.3%           of the figure before it
四大产业……，合计占81.3%                  of several together
营收过亿元企业近一半                       in words
"""

from __future__ import annotations

import re

from reporter.extraction.figures import borrow
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import split
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.owner import RATES
from reporter.extraction.figures.ranks import level
from reporter.extraction.figures.tokens import OwnerKind
from reporter.extraction.figures.topics import OF_TOPIC
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_SHARES = ("份额", "占比", "比重", "占有率")
_WHOLE_TOLD = re.compile("(占全[国省市区州县球])比重\\Z")
_HOPED = re.compile("(?:力争|争取|有望|预计|确保|计划)\\Z")
_OF_PLACE = re.compile("全|[省市县州区国]|规上|地方|同期|总")
_PAIR = 2
_ALL_OF_THEM = frozenset(["合计", "总计", "共"])
_SO_MANY_SORTS = re.compile("[两三四五六七八九十]大[^，。；、\\d]{0,6}(?:产业|行业|集群|板块|园区|片区|企业)")
"""四大产业|分别完成……，|合计|占81.3%."""
_TOGETHER = re.compile(r"\A(?:二者|两者|两项)(?:合计|加起来|相加|之和|共)?\Z")
_BY_TIME = re.compile(r"\A(?:单月|当月|年均|平均|累计)")
_ALONE = re.compile(r"\A[^，。；]{0,8}(?:一家|一地|一区|一项|独家)\Z")
"""全县产值81亿元，|园区一家|就占了77%: who has the share, and not what is shared."""


def share(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """占廊坊全市实际利用外资总额的50.3%, 均占全国20%以上, 占比达68%."""
    tokens = frame.tokens
    if frame.quantity.unit not in ("%", "‰"):
        return None
    chained = frame.left <= frame.before and tokens[frame.before + 1].kind == "L"  # 占全省的九成多|、全国的一成三
    first = frame.before + 1 if chained else frame.left
    cue = next(
        (
            i
            for i in range(frame.at - 1, first - 1, -1)
            if tokens[i].text.lstrip("约已仅").startswith("占")
            and (tokens[i].kind == "V" or tokens[i].text in ("占了", "占到"))
        ),
        -1,
    )
    done = frame.words(frame.left, frame.left_end)
    if cue < 0 and done.startswith("完成") and earlier and not frame.attributive:
        base = level(frame, earlier)
        core = earlier[base].core or earlier[base].metric
        if done.endswith("率") and earlier[base].rule == OF_TOPIC:
            core = earlier[base].head  # 任务，75项已经完成，完成率91%
        core = core.removeprefix("完成") or core
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
    core = _HOPED.sub("", core.rstrip("均都约就即仅只已却则还也"))
    core = _ALONE.sub("", core)
    if _TOGETHER.match(core) and len(earlier) >= _PAIR:  # 汽车1012亿元，电子663.5亿元，|二者合计|占84%
        core = "、".join(m.core or m.metric for m in earlier[-_PAIR:]) + "合计"
    if core in _ALL_OF_THEM:
        sorts = _SO_MANY_SORTS.findall(frame.sentence.text, frame.sentence.start, tokens[start].start)
        core = f"{sorts[-1]}{core}" if sorts else core
    whole = frame.words(cue, frame.left_end).removesuffix("的")
    whole = (
        "占"
        if whole == "占了"
        else f"占{whole[2:]}"
        if whole.startswith("占到")
        else whole.removeprefix("仅").removeprefix("约")
    )
    if core.endswith(_SHARES) and whole == "占":  # 厦门的份额占到四分之一
        return Measure(core, core=core, owner=owner, relation=Relation.SHARE, rule="share", cue=(cue, cue + 1))
    if whole == "占" and earlier and not borrow.among(frame, words) and (told := _whole_told(earlier)):
        whole = told  # 进出口占全国的17.8%；实际使用外资占到18.1%
    if whole == "占" and earlier and borrow.among(frame, words):
        whole += earlier[level(frame, earlier)].core  # 新增市场主体2143户，其中企业占42.6%
    base = -1
    front = core
    given = frame.words(frame.noun, frame.noun_end) if frame.attributive else ""
    if core in ("以", "用", "") and whole.startswith("占") and given:
        core = front = given  # 以|占全市2%|的土地面积，贡献了……
    if not core and earlier:
        base = len(earlier) - 1
        before = earlier[base]
        while earlier[base].base >= 0:  # 出口额92亿元，增长35%，占全市的41%
            base = earlier[base].base
        unnamed = not words.indicator_end_re.search(whole) or not _OF_PLACE.search(
            whole
        )  # 出口44亿元，仅|占营业收入|的4.1%
        told = earlier[base].core or before.core
        front = told if unnamed or told not in whole else ""  # 第三产业投资134亿元，|占投资总量|的75%
    named = "占比" if whole == "占" else whole
    metric = f"{front}{named}" if named.endswith(("比重", "比例", "占比")) else f"{front}{named}比重"
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
    if before is None or before.relation is not Relation.SHARE or frame.noun_end > frame.noun:
        return None
    other = frame.modified and "占" in before.metric and before.unit == "%"
    behind = max(frame.first, frame.before + 1)
    chained = behind > frame.first and frame.tokens[behind].kind == "L"  # 占全省的九成多|、全国的一成三
    named = frame.tokens[behind + chained : frame.at - 1]
    if not frame.listed and not (other and all(t.kind in "NM" for t in named)):
        return None  # 产值占全区总量的90%，|出口创汇|的98%
    left = behind + 1 if chained else frame.left
    whole = frame.words(left, frame.left_end)
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
        whole = earlier[level(frame, earlier)].core  # 全省进出口2882亿元，增长32%，某区一家就贡献了|近三成|
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
    named = alone if owned else _BY_TIME.sub("", body)
    if not earlier or named not in ("占比", "比重", "比例", "占比重", "份额", *RATES):
        return None
    base = level(frame, earlier)
    core = earlier[base].core or earlier[base].metric
    if named in RATES:  # 贷款余额986亿元，增幅15.5%
        return Measure(f"{core}{body}", core=core, relation=Relation.GROWTH, rule="growth", base=base)
    core = earlier[-1].core or earlier[-1].metric
    owner = owner if owned else NOBODY
    base = -1 if owned else len(earlier) - 1
    return Measure(f"{core}占比", core=core, owner=owner, relation=Relation.SHARE, rule="share", base=base)
