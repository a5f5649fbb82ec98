"""Numbers with two ends, and numbers told by another: from … to …, doubled, so many times of.

固定资产投资增速由5.1%提高到8.3%           原…, and the metric itself
将350亿元投资增至390亿元                  the metric stands behind the first number
产能将从每月45k增至48k                    the second end may be a target
出口额增至3.2亿元                        only the end that was reached
技术合同成交额比上年翻一番                  growth by 100%
产值仅为去年同期的35%                     相当于去年同期比例, not the output itself
是全市平均水平的2.3倍 · 高于全市3.6个百分点   of the figure before
"""

from __future__ import annotations

import re

from reporter.extraction.figures import borrow
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import split
from reporter.extraction.figures.metric import NOBODY, Measure
from reporter.extraction.figures.tokens import Owner, OwnerKind, Token
from reporter.extraction.figures.took import taken
from reporter.language.spans import QuantityKind
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_COUNTED = (OwnerKind.ORGANISATION, OwnerKind.THING, OwnerKind.OTHER)
RELATIVE = frozenset(["%", "百分点", "倍", "番", "‰"])
"""Units that say nothing without something to compare with."""
TO = frozenset(["到", "至", "为"])
"""What follows a verb of change when a number was reached."""
_EQUALS = frozenset(["是", "为", "相当于", "约为", "仅为", "只有", "仅有", "不及", "恢复到", "恢复至"])
_OF_LEVEL = re.compile("预算|同期|目标|任务|计划")
_BEYOND = frozenset(["高于", "低于", "快于", "慢于", "高出", "超出", "领先", "超过", "跑赢", "跑输"])
_THAN = re.compile(
    r"[比较](?P<whole>全[国省市县区州](?:平均(?:水平)?)?|[^，。\d]{2,6}(?:平均(?:水平)?|[省市县区])|同[类期等行][^，。\d]{0,4}|(?:序时|时序|时间|计划)进度)(?P<way>[快高低慢]|滞后|落后|超前)[了出]?"
)
_WHOSE = re.compile(r"\A(?:它|其|该区|我们)?的?(?=座次|名次|位次|排名|排位)")
_NEARLY = frozenset(["差不多", "几乎", "大致", "大约", "将近", "接近"])
_ONLY_WHEN = re.compile("(?:如今|现在|目前|眼下|今年|去年|已经?|更|就|约|也|又|还)+")
_TIMED = re.compile(
    "(?:[时期]间?|时[限长]|周期|工[期时]|用时|期限|天数|寿命|年限|里程|年龄|速度|效率|[月周日]|续航|节点|[快慢])\\Z"
)
_SINCE = re.compile("(?:超过?|达到?|为|是|接近|相当于)(?P<when>(?:去年|上年|\\d{4}年)(?:全年|同期)?)(?:的)?\\Z")
"""货值已达36亿元，|超去年全年|两倍."""
_RANGE = re.compile("不等|之间|左右不等|的")
_FORMER = frozenset(["原来", "原先", "最初", "当初", "起初", "过去", "以前", "从前", "早先", "往年", "以往"])
_OF_FIRMS = frozenset(["家", "户"])
_FIRST_END = "first end of a change"
_OPENERS = frozenset(["由", "从", "自", "将", "把"])

_BECAME = frozenset(["做到", "干到", "变成", "变为", "走到", "跑到", "长到", "发展到"])
_ADVERBS = re.compile("(?:已经?|现已|又|也|还|再|都|均|更|目前|要|将|会|今年|年内|打算|准备|计划|想|明年)+")
_AIM = re.compile(r"\A(?:今年|全年)?目标[是为]?(?:到)?(?:\d{4}年)?")
"""目标是2025年|提高到65%: an aim names no metric."""
_BY_THEN = re.compile(
    r"[^，。]{0,6}(?:通车|投用|启用|投产|建成|改造|升级|开通|上线|运行|实施|推行|联手|合作|整合)[之以]?后"
)
"""2015年城际铁路通车后|缩短为38分钟: when, not what."""
_WITHIN = re.compile(
    r"(?:计划|预计|力争|争取|确保|拟|有望)?(?:用|在)?(?:\d+|[一二两三四五六七八九十])年(?:之?内|时间)?"
)
"""计划3年内|提高到70%: by when, not what."""
_SHARE_IN = re.compile(
    "在(?P<whole>全?[国省市县区州]|[^，。]{2,6}[省市县区])中?(?:所占|占|的)的?(?:比重|比例|份额|分量)"
)
_OURS = re.compile("我们|我公司|本公司|我区")


def change(  # noqa: PLR0912  a list of rules
    frame: Frame, earlier: list[Measure], words: FigureWords
) -> Measure | None:
    """由5.1%提高到8.3%: the metric stands before 由/从/将, or behind the first number (将350亿元投资增至390亿元)."""
    tokens = frame.tokens
    if frame.before < 0 and frame.after < 0:
        return None
    second = frame.before >= 0 and _turns(frame, frame.before + 1, frame.at)
    first = frame.after >= 0 and not second and _turns(frame, frame.at + 1, frame.after)
    if not first and not second:
        return None
    start = frame.at if first else frame.before
    opener = next((i for i in range(start - 1, frame.first - 1, -1) if tokens[i].text in _OPENERS), -1)
    if opener < 0:
        return None
    name, owner = _named(frame, opener, earlier, words, second=second)
    if tokens[opener].text in ("将", "把") or not name:
        turn = next((i for i in range(start + 1, len(tokens)) if tokens[i].kind in "VD"), start + 1)
        named = frame.words(start + 1, turn).lstrip("的")
        if frame.quantity.unit in words.classifiers:
            named = named.partition("的")[0]  # 从20家|企业|的一条街发展到6000家
        if second and frame.quantity.unit in words.classifiers and frame.noun_end > frame.noun:
            named = frame.words(frame.noun, frame.noun_end).partition("的")[0]  # 从6人小组发展到拥有210名|员工
        name = named or name
    if not name and frame.quantity.unit in words.times and (course := taken(frame, words)):
        name = f"{course}用时"  # 进料从落地到上线，|由原来的6小时缩短到2.5小时
    elif frame.quantity.unit in words.times and not _TIMED.search(name):
        name = f"{name}用时"  # 企业办照|从过去的7天压缩到半天
    if not name:
        named = borrow.topic(frame, words) if frame.quantity.unit not in words.times else ""
        name = named or (earlier[-1].core if earlier else "") or borrow.named_before(frame)
    elif name in ("占比", "比重", "份额") and earlier:
        name = (earlier[-1].core or earlier[-1].metric) + name  # 进出口12亿元，占比|由11.7%提高到19.4%
    elif earlier and (share := _SHARE_IN.fullmatch(name)):  # 地区生产总值12亿元，在全市所占份额|由3%升到4%
        name = f"{earlier[-1].core or earlier[-1].metric}占{share['whole']}比重"
    if frame.quantity.kind is QuantityKind.RANK:
        name = _WHOSE.sub("", name).removesuffix("已")
    if frame.quantity.kind is QuantityKind.RANK and not name.endswith(("排名", "位次", "位居", "座次", "名次", "排位")):
        name = f"{name}排名"
    rate = next((t.text for t in tokens[opener:start] if t.text in words.rates), "")
    name = f"{rate}{name}"
    metric = f"原{name}" if first else name
    return Measure(
        metric,
        core=name,
        owner=owner,
        rule=_FIRST_END if first else "second end of a change",
        cue=(opener, opener + 1),
    )


def _named(frame: Frame, opener: int, earlier: list[Measure], words: FigureWords, *, second: bool) -> tuple[str, Owner]:
    """What is told before 由 or 从 to have changed, and whose it is."""
    owner, start = split(frame, words)
    if second and earlier and earlier[-1].rule == _FIRST_END and frame.noun_end <= frame.noun:
        core = earlier[-1].core
        return core, NOBODY if core == owner.text else owner
    name = frame.words(start if start <= opener else frame.first, opener).rstrip("将从由也又均都")
    name = "" if _ADVERBS.fullmatch(name) else name  # 航空用材占比，已经|从15%提高到34%
    if not name and owner.kind in _COUNTED and frame.quantity.unit in _OF_FIRMS:
        return owner.text, NOBODY  # 上市公司|由16家增到20家: they are what is counted
    return (borrow.turned(frame, name, earlier[-1]) or name if earlier else name), owner


def _turns(frame: Frame, first: int, last: int) -> bool:
    """Whether the words between two numbers turn one into the other: 增至, 提高到."""
    tokens = frame.tokens
    for i in range(first, last):
        if tokens[i].role == "change":
            return True
        if tokens[i].text in TO and last - first == 1 and tokens[first - 2].text in ("从", "由"):
            return not _RANGE.match(frame.sentence.text, tokens[last].end)  # 亩均产值翻番，从180万元|到|360万元
        if tokens[i].text in _BECAME and any(t.text in ("从", "由") for t in tokens[max(0, first - 5) : first - 1]):
            return True  # 由12亿元|做到了|31亿元
        if i + 1 >= last or not _leads_to(tokens[i + 1]):
            continue
        turn = tokens[i].kind == "V" or (i == first and len(tokens[i].text) > 1)  # 从每周1列|加密|到每周9列
        if turn and any(t.text in ("从", "由") for t in tokens[max(0, first - 5) : first - 1]):
            return True  # 留置时间从过去的7天|延长到|28天
        if tokens[i].role in ("grow", "fall", "act"):
            return True
    return False


def _leads_to(token: Token) -> bool:
    """到 behind a verb of change, alone or with the time at which it was reached: 涨|到现在|的210家."""
    return token.text in TO or (token.kind == "T" and token.text[0] in TO)


def compared(  # noqa: PLR0911  a list of rules
    frame: Frame, earlier: list[Measure], words: FigureWords
) -> Measure | None:
    """产值仅为去年同期的35%, 是全市平均水平的2.3倍, 高于全市平均水平3.6个百分点."""
    tokens, quantity = frame.tokens, frame.quantity
    if quantity.unit not in RELATIVE:
        return None
    if frame.listed and (again := _compared_again(frame, earlier)) is not None:
        return again
    since = _SINCE.search(frame.words(frame.first, frame.at)) if quantity.unit == "倍" and earlier else None
    if since is not None and frame.words(frame.first, frame.at).rstrip("的") == since[0].rstrip("的"):
        core, base = _told(earlier, quantity.unit)
        metric = f"{core}相当于{since['when']}的倍数"
        return Measure(metric, core=core, rule="compared with another", base=base)
    owner, start = split(frame, words)
    of = tokens[frame.at - 1].kind == "U"
    marks = _EQUALS if of else _BEYOND
    verb = next((i for i in range(frame.at - 2, frame.first - 1, -1) if tokens[i].text in marks), -1)
    former = of and frame.at - 3 >= frame.first and tokens[frame.at - 2].text in _FORMER
    if verb < 0 and former and (tokens[frame.at - 3].role in ("link", "change") or tokens[frame.at - 3].text == "到"):
        verb = frame.at - 3  # 成本只有|原来的三分之一、价格降到|最初的十分之一
    if verb < 0 and quantity.unit == "百分点" and earlier and (by := _by_so_much(frame)):
        core, base = _told(earlier, quantity.unit)
        if by.endswith("进度"):
            core = earlier[-1].core or core  # 完成投资37亿元，占计划的22%，|比时序进度慢3个百分点
        return Measure(
            f"{core}{by}", core=core, owner=owner, relation=Relation.DELTA, rule="compared with another", base=base
        )
    if verb < 0 or (not of and quantity.unit != "百分点"):
        return None
    second = of and verb < frame.before  # 是上年的2.3倍、|2020年的|近9倍
    measured = frame.words(frame.before + 2 if second else verb + 1, frame.at - 1 if of else frame.at)
    core = frame.words(min(start, verb), verb).rstrip("仅均约则都却也还")
    core = "" if core in _NEARLY or _ONLY_WHEN.fullmatch(core) else core
    base = -1
    if not core and earlier:
        core, base = _told(earlier, quantity.unit)
        if of and _OF_LEVEL.search(measured) and 0 <= earlier[base].base < len(earlier):
            base = earlier[base].base  # 收入19亿元，增长11.3%，为|年初预算|的53%: the income is
            core = earlier[base].core or earlier[base].metric
    if not core or not measured or "占" in measured:
        return None
    if not of:
        metric, relation = f"{core}{tokens[verb].text}{measured}", Relation.DELTA
    else:
        metric, relation = f"{core}相当于{measured}{'比例' if quantity.unit == '%' else '的倍数'}", Relation.LEVEL
    return Measure(
        metric,
        core=core,
        owner=owner,
        relation=relation,
        rule="compared with another",
        cue=(verb, verb + 1),
        base=base,
        compared="" if of else tokens[verb].text,
    )


def _told(earlier: list[Measure], unit: str) -> tuple[str, int]:
    """What was measured last, and its place: what a comparison without a name of its own speaks of."""
    before = earlier[-1]
    share = before.relation is Relation.SHARE and unit == "百分点"
    if unit == "倍" and before.relation is Relation.GROWTH and before.base >= 0:
        return before.core, before.base  # 投资860亿元，年均增长13.5%，|是“十二五”时期的2.1倍
    whole = share or before.relation is Relation.GROWTH  # 研发费用占比4.3%，|高于全市1个百分点
    return before.metric if whole else before.core or before.metric, len(earlier) - 1


def _by_so_much(frame: Frame) -> str:
    """增长12.8%，比全省快了|8.6个百分点|: 快于全省."""
    found = _THAN.fullmatch(frame.words(frame.left, frame.at))
    return f"{found['way']}于{found['whole']}" if found else ""


def _compared_again(frame: Frame, earlier: list[Measure]) -> Measure | None:
    """高于全国7.2个百分点、|全省6.1个百分点: the same, compared with another."""
    before = earlier[-1] if earlier else None
    whole = frame.words(frame.left, frame.left_end)
    if before is None or frame.quantity.unit != "百分点" or before.unit != "百分点" or not before.compared or not whole:
        return None
    core, verb = before.core, before.compared
    return Measure(
        f"{core}{verb}{whole}", core=core, relation=Relation.DELTA, rule=before.rule, base=before.base, compared=verb
    )


def reached(frame: Frame, verb: int, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """出口额增至3.2亿元: a level that a change led to."""
    owner, start = split(frame, words)
    while start < verb and frame.tokens[start].kind in "DXCT":
        start += 1
    opener = next((i for i in range(start, verb) if frame.tokens[i].text in ("从", "由")), verb)
    name = _AIM.sub("", frame.words(min(start, opener), opener)).rstrip("则却仍又也")
    name = "" if _BY_THEN.fullmatch(name) or _WITHIN.fullmatch(name) else name
    bare = all(t.kind in "RD" for t in frame.tokens[start:verb])
    if not name and (named := borrow.topic(frame, words)):
        name, bare = named, False  # 三级医院从无到有，|增至4家
    if name in words.counts and earlier and earlier[-1].unit == frame.quantity.unit:
        name = f"{earlier[-1].head}{name}"  # 新认定瞪羚企业46家，|总数增至138家|
    if not name and owner.kind in _COUNTED and frame.quantity.unit in words.classifiers:
        name, owner, bare = owner.text, NOBODY, False  # 国家级绿色工厂|增加到14家|: they are what is counted
    if earlier and (not name or borrow.ANAPHOR.search(name) or bare):
        told = borrow.same_unit(earlier, frame.quantity.unit)
        name = told.metric if borrow.ANAPHOR.search(name) else told.core
    if name.startswith("占") and earlier:
        name = (earlier[-1].core or earlier[-1].metric) + name  # 研发支出增长24.7%，|占营业收入的比重升至|3.9%
    if not name:
        return None
    found = Measure(name, core=name, head=name, owner=owner, rule="what a change led to", cue=(verb, verb + 1))
    if earlier and _OURS.search(frame.words(frame.first, verb)) and not _OURS.search(name):
        found.doubts.append("未能确定指标名称")  # 标准是90分，我们可以做到95分: ours is no standard
    return found


def doubled(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
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
    tail = frame.words(cue, frame.at)
    return Measure(
        f"{core}{tail}增长", core=core, head=core, owner=owner, relation=Relation.GROWTH, rule="growth", base=base
    )
