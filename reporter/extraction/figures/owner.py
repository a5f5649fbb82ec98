"""Whose number it is, as far as a clause itself says: the noun phrase that is its subject.

廊坊经开区|实际利用外资                        a zone
佳佳供应链管理（廊坊）有限公司|服务外贸企业        an organisation
比亚迪零部件产业园项目|总投资                    a thing with figures of its own
落户青屏高新区的|澄光半导体有限公司|国内市场占有率    behind a relative clause
云杉岭高新区企业|星垣智能装备有限公司|拟募集资金      behind its zone
设备安装|已完成七成                           something else: part of what is measured
"""

from __future__ import annotations

import re

from reporter.extraction.figures.tokens import Owner, OwnerKind, Sentence, Token
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.places import load as places

_RUN = frozenset("NMRFL")
_PIVOTS = frozenset("VDP")
_OF_SCIENCE = ("创新", "企业孵化", "进步", "成果", "型", "人才", "金融", "支撑", "攻关", "服务")
_MAINLY = ("主要", "重点", "专业")
RATES = ("增速", "增幅", "降幅", "涨幅", "增长率")
_TRADES = ("产业", "行业", "集群", "板块")
_STAGES = frozenset(["一期", "二期", "三期", "四期", "首期", "（一期）", "（二期）", "（三期）"])
_LONGEST_FIRM = 6
_COMMON = frozenset(["企业", "集团", "工程"])
_SORTS_OF_FIRMS = frozenset(
    [
        "港资",
        "台资",
        "外资",
        "民营",
        "龙头",
        "链主",
        "骨干",
        "本土",
        "重点",
        "明星",
        "头部",
        "日资",
        "韩资",
        "德资",
        "美资",
    ]
)
_OFFICES = ("局", "委员会", "厅", "办公室", "处长", "科长")
_COPIES = frozenset(["企业", "的", "内", "辖区", "区内"])


def find(sentence: Sentence, start: int, end: int, words: FigureWords, whole: bool = False) -> Owner:
    """The subject at the front of tokens `start` to `end`; `whole` when these are a clause without a figure.

    The sentence keeps it: every figure asks for the clauses before it, and several rules for its own.
    """
    key = (start, end, whole)
    owner = sentence.owners.get(key)
    if owner is None:
        owner = sentence.owners[key] = _find(sentence, start, end, words, whole)
    return owner


def _find(sentence: Sentence, start: int, end: int, words: FigureWords, whole: bool) -> Owner:
    tokens = sentence.tokens
    while start < end and tokens[start].kind in "TCXLBF":
        start += 1
    start = _past_promise(sentence, start, end, words)
    zone: Owner | None = None
    if start < end and tokens[start].role == "zone":
        zone = Owner(tokens[start].text, OwnerKind.ZONE, _past(tokens, start + 1, end))
        start = zone.stop
    found = _named(sentence, start, end, words, whole)
    if start + 2 < end and tokens[start].text in _SORTS_OF_FIRMS and tokens[start + 1].text == "企业":
        firm = _named(sentence, start + 2, end, words, whole)
        found = firm if firm.kind is OwnerKind.ORGANISATION else found  # 港资企业|岚川电子|6月……
    if zone is None:
        return found
    behind = tokens[start - 1].text == "企业" and tokens[start - 2].kind != "U"  # 高新区的企业|特派员 is no firm
    if found.kind is OwnerKind.OTHER and behind and found.stop < end and not _NO_FIRM.search(found.text):
        return Owner(found.text, OwnerKind.ORGANISATION, found.stop)  # 某高新区企业|砺锋精密|将……
    return found if found.kind in (OwnerKind.ORGANISATION, OwnerKind.THING) and found.stop - start >= 1 else zone


_OF_FIRMS = ("经费", "费用", "资金", "投入", "收入", "产值", "利润", "税收", "贷款", "订单", "用电量", "成本")


_QUARTER = re.compile("(?![该本全整各两三四五六此这那])[\u4e00-\u9fff]{2,6}(?<!自贸)(?<!试验区)(?<!新)片区")
"""高铁片区: a quarter of the zone that is no zone by itself, and whose numbers are not the zone's."""
_THIS_FIRM = re.compile("(?:[这那]一?家|该)[\u4e00-\u9fff]{0,6}(?:公司|企业|集团|工厂|药厂|厂家)")
"""这家外资企业: the firm told of before."""
_NO_FIRM = re.compile("[或并与及]|\\A(?:主导|牵头|参与|自主|联合|总|平均|人均|户均)")
"""某高新区企业|主导或参与|制定标准14项: what its firms did."""


_HELPED = frozenset(["推动", "助力", "带动", "促使", "使", "让", "帮助", "支撑", "助推"])


def _past_promise(sentence: Sentence, start: int, end: int, words: FigureWords) -> int:
    """Past what stands before a company's pronoun: 预计|今年|公司|销售收入, 推动|该企业|年营收."""
    tokens, at = sentence.tokens, start
    if (
        start + 1 < end
        and tokens[start].text in _HELPED
        and sentence.words(start + 1, end).startswith(("该企业", "该公司"))
    ):
        return start + 1
    while at < end and tokens[at].kind in "DT":
        at += 1
    return at if start < at < end and tokens[at].text in words.company else start


def _past(tokens: list[Token], at: int, end: int) -> int:
    """Past the words that tie a zone to what follows: 高新区|内|的, 高新区|企业|星垣智能."""
    while at < end and (tokens[at].text in _COPIES or tokens[at].kind == "F"):
        if tokens[at].text == "企业" and not (at + 1 < end and tokens[at + 1].kind == "N"):
            break
        if tokens[at].text == "企业" and tokens[at + 1].text.endswith(_OF_FIRMS):
            break  # 全区|企业研发经费|支出: of its firms, not somebody's
        at += 1
    return at


def _named(sentence: Sentence, start: int, end: int, words: FigureWords, whole: bool) -> Owner:
    tokens = sentence.tokens
    run = _run(sentence, start, end, words)
    only_measure = whole and all(t.kind == "M" for t in tokens[start:run])  # 首批|投放的|氢能公交车
    relative = _relative(tokens, start, run, end, only_measure)
    if relative >= 0:
        tail = _run(sentence, relative, end, words)
        found = _front(sentence, relative, tail, end, words, whole or start == run)
        if found.kind in (OwnerKind.ORGANISATION, OwnerKind.THING):
            return found
    return _front(sentence, start, run, end, words, whole) if run > start else Owner("", OwnerKind.NONE, start)


def _relative(tokens: list[Token], start: int, run: int, end: int, whole: bool) -> int:
    """The token behind a relative clause at the front (位于…的|X集团, 某公司建设的|数据中心|点亮); -1 without one."""
    if run >= end or tokens[run].kind not in "VPDN":
        return -1
    for i in range(run, end):
        if tokens[i].kind in "BQ":
            break
        if tokens[i].kind == "U":
            noun = next((k for k in range(i + 1, end) if tokens[k].kind not in "QO"), end)  # 建设的|100MW|储能电站
            if noun >= end or tokens[noun].kind not in _RUN:
                continue
            tail = next((k for k in range(noun, end) if tokens[k].kind not in _RUN), end)
            if run == start or (whole and tail == end) or (tail < end and tokens[tail].kind in _PIVOTS):
                return noun
    return -1


def _run(sentence: Sentence, start: int, end: int, words: FigureWords) -> int:
    """Where the nouns that begin at `start` end."""
    tokens, run = sentence.tokens, start
    while run < end and tokens[run].kind in _RUN and not _verbal(sentence, start, run, end, words):
        if tokens[run].text in _MAINLY and run + 1 < end and tokens[run + 1].role == "act":
            break  # 该项目|主要|生产齿轮箱
        run += 1
    return run


def _verbal(sentence: Sentence, start: int, at: int, end: int, words: FigureWords) -> bool:
    """Whether a noun that may be a verb is one here: 骆驼集团|投资, 我们公司|服务外贸企业, but 工业技改投入."""
    tokens = sentence.tokens
    if tokens[at].role not in ("act", "have"):
        return False
    if at == start:
        return at + 1 < end
    front = sentence.words(start, at)
    if kind_of(front, tokens[at - 1], words) is not OwnerKind.OTHER:
        return True
    if words.indicator_end_re.search(sentence.words(start, at + 1)):
        return False
    return at + 1 < end and not words.indicator_end_re.search(sentence.words(at, end))


_CLASS = re.compile(
    "(?:产业|工业|农业|造业|服务业|类|以[上下]|[外内]资|民生|亿元|在建|开工|签约)项目\\Z"
    "|\\A(?:高?新技术|[进入][区园]|[区园]内|落户|引进|招商|引资|重点|重大|总部|[新续]建|[省市区县]级)+项目\\Z"
)
"""制造业项目|占到八成: a class of projects, not one that numbers belong to."""


def kind_of(front: str, last: Token, words: FigureWords) -> OwnerKind:  # noqa: PLR0911  a list of rules
    """What words that may be an owner are; `last` is their last token."""
    if front[:1] == "“" and front.find("”") == len(front) - 1:
        front = front[1:-1]  # 设在某市的“科创飞地”也揭牌
    if front in words.company or _THIS_FIRM.fullmatch(front):
        return OwnerKind.COMPANY
    if front in words.project:
        return OwnerKind.PROJECT
    if last.role != "zone" and _QUARTER.fullmatch(front):
        return OwnerKind.THING
    if last.role == "zone" or last.text in words.zone:
        rate = front.removesuffix(last.text).endswith(RATES)  # 金融业增加值增速|全市|排名第一
        return OwnerKind.OTHER if rate else OwnerKind.ZONE
    if front.startswith(("该", "本", "此")) and (front[1:] in words.company or front[1:] in words.project):
        return OwnerKind.COMPANY if front[1:] in words.company else OwnerKind.PROJECT
    if len(front) >= 2 and words.public_re.search(front):
        return OwnerKind.ZONE
    if len(front) >= 3 and words.organisation_re.search(front) and not front.endswith("医药业"):
        return OwnerKind.ORGANISATION
    if words.short_name_re.search(front):
        return OwnerKind.ORGANISATION
    if len(front) >= 3 and words.thing_re.search(front) and not _CLASS.search(front):
        return OwnerKind.THING
    return OwnerKind.OTHER


def _front(sentence: Sentence, start: int, run: int, end: int, words: FigureWords, whole: bool) -> Owner:
    """The owner at the front of the nouns `start` to `run`."""
    tokens = sentence.tokens
    if start < run < end and not sentence.kinds[start:run].strip("R"):
        named = kind_of(sentence.words(start, run), tokens[run - 1], words)
        if named is OwnerKind.OTHER:
            return Owner("", OwnerKind.NONE, run)  # 双方|共同投资: says no more than who was named before
    pivot = run < end and tokens[run].kind in "VDPNT"
    if run - start == 1 and (firm := _firm(tokens, run, end)):
        return Owner(sentence.words(start, firm), OwnerKind.ORGANISATION, _skip_of(tokens, firm, end))
    if run - start == 1 and run < end and tokens[run].kind in "VD" and places().named(tokens[start].text):
        return Owner(tokens[start].text, OwnerKind.PLACE, _skip_of(tokens, run, end))
    if (pivot or whole) and run > start:
        front = run - 1 if run - 1 > start and tokens[run - 1].text in _STAGES else run
        kind = kind_of(sentence.words(start, front), tokens[front - 1], words)
        if sentence.words(start, front) in _COMMON and not (
            run < end and (tokens[run].kind in "DT" or tokens[run].text[:1] == "年")
        ):
            kind = OwnerKind.OTHER  # 企业|开办时间: any company's
        alone = front == run and pivot and not _contains(sentence, start, run, words)
        if kind is not OwnerKind.OTHER or alone:
            return Owner(sentence.words(start, run), kind, _skip_of(tokens, run, end))
    for i in range(run, start, -1):
        rest = sentence.words(i, end)
        if not rest or i == end:
            continue
        front_text = sentence.words(start, i)
        kind = kind_of(front_text, tokens[i - 1], words)
        of_science = front_text.endswith("科技") and rest.startswith(_OF_SCIENCE)  # 重奖科技|创新企业
        a_trade = kind is OwnerKind.ORGANISATION and rest.startswith(_TRADES)  # 电力电器|产业产值
        if kind is OwnerKind.OTHER or front_text in _COMMON or rest.startswith(_OFFICES) or of_science or a_trade:
            continue  # 管委会科技|局局长
        if kind is OwnerKind.THING and not words.indicator_end_re.search(rest):
            continue
        if rest.lstrip("的") in words.counts and kind in (OwnerKind.COMPANY, OwnerKind.PROJECT, OwnerKind.THING):
            continue
        return Owner(front_text, kind, _skip_of(tokens, i, end))
    return _possessor(sentence, start, run, end, words)


def _firm(tokens: list[Token], at: int, end: int) -> int:
    """Where a firm's name ends that holds what looks like a verb: 浙江|恒拓|电子科技有限公司; 0 without one."""
    for i in range(at, min(end, at + _LONGEST_FIRM)):
        if tokens[i].text.endswith(("公司", "集团")):
            return i + 1 if i > at else 0
        if tokens[i].kind not in "NVMA" or tokens[i].role:
            return 0
    return 0


def _possessor(sentence: Sentence, start: int, run: int, end: int, words: FigureWords) -> Owner:
    """Whose an indicator behind 的 is: 某市海星光电|的研发投入."""
    tokens = sentence.tokens
    if run >= end or tokens[run].kind != "U":
        return Owner("", OwnerKind.NONE, start)
    placed = run - start > 1 and tokens[start].role == "place"
    if placed and words.short_name_re.search(sentence.words(start + 1, run)):
        return Owner(sentence.words(start, run), OwnerKind.ORGANISATION, run + 1)
    if run - start <= 3:
        rest = sentence.words(run + 1, end)
        if words.indicator_end_re.search(rest) and rest not in words.counts and tokens[run - 1].kind == "N":
            return Owner(sentence.words(start, run), OwnerKind.OTHER, run + 1)
    return Owner("", OwnerKind.NONE, start)


def _contains(sentence: Sentence, start: int, run: int, words: FigureWords) -> bool:
    """Whether an organisation or a zone stands at the front with more nouns behind it: 某公司|功率器件|国内占有率."""
    for i in range(start + 1, run):
        kind = kind_of(sentence.words(start, i), sentence.tokens[i - 1], words)
        if kind in (OwnerKind.ORGANISATION, OwnerKind.ZONE, OwnerKind.COMPANY):
            return True
    return False


def _skip_of(tokens: list[Token], at: int, end: int) -> int:
    while at < end and tokens[at].kind in "UXCT":
        at += 1
    return at
