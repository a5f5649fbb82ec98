"""The terms of a policy: whom it pays, how much, and from which threshold on.

对一季度出口额50万美元以上且增速10%以上的企业……给予奖励     一季度出口额门槛, 增速门槛
对首次认定的高新技术企业一次性奖励20万元                 首次认定的高新技术企业一次性奖励
对高层次人才给予每月3000元的租房补贴                    高层次人才每月租房补贴
……给予补助，单个企业最高不超过300万元                  单个企业最高补助
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import split
from reporter.extraction.figures.metric import Measure
from reporter.lexicon.figures import FigureWords
from reporter.model import Qualifier

_OPENERS = frozenset(["对", "给", "凡", "对于"])
GIVING = frozenset(["给予", "予以", "发放", "提供", "安排", "享受", "授予", "给", "可获", "兑现"])
_FOR = re.compile(r"(?:^|[，。：—、”》])(?:对于?|凡)(?P<who>[^，。；：]{2,40}?)(?:的)?，")
_EACH_TIME = re.compile(
    r"(?:^|[，。；：])(?P<who>每(?:吸纳|新增|引进|培育|招用|聘用|建成|完成|认定|新建)[^，。；：]{2,20})，[^，。；]{0,8}$"
)
_BARE = re.compile(r"(?:每[\u4e00-\u9fff]{1,3})?(?:给予|一次性|最高|上限|按|补助|资助|补贴|奖励)")
_EACH = re.compile("(?:每[\u4e00-\u9fff]){1,3}")
_EACH_ONE = re.compile("(?:单个|单家|每个|每家|每户|每人|单户|单人|同一|单一)[^，。；]{1,6}")
_MAY_GET = re.compile("最[高多]可?(?:获得?|享受?|得到|申请|领取)\\Z")
_NAMED = re.compile(
    "(?:认定|评定|评选|命名|入选|获评)[为成]?(?P<name>[\u4e00-\u9fff“”]{2,16})的(?:企业|单位|项目|园区|机构)\\Z"
)
_BASIS = re.compile("按照?|给予|予以|依据")
_LONGEST_RECEIVER = 14
_COUNTED = frozenset(["家", "个", "名", "人", "项", "户"])


def terms(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:  # noqa: ARG001
    """The metric of a number in 对……, when the sentence tells of a reward; None otherwise."""
    if _OPENERS.isdisjoint(frame.led):
        return None
    tokens = frame.tokens
    opener = next(i for i in range(frame.first, frame.at) if tokens[i].text in _OPENERS)
    if not words.rewards.search(frame.sentence.text, tokens[opener].start, frame.sentence.end):
        return None
    for i in range(opener + 1, frame.at):
        if words.rewards.match(tokens[i].text) or tokens[i].text in GIVING:
            return _payment(frame, opener, i, words)
    return _threshold(frame, opener)


def _threshold(frame: Frame, opener: int) -> Measure | None:
    tokens = frame.tokens
    of = next((i for i in range(frame.at + 1, frame.last) if tokens[i].kind == "U"), -1)
    marks = [i for i in range(opener + 1, frame.at) if tokens[i].kind in "QLC" or tokens[i].text == "且"]
    start, end = (marks[-1] if marks else opener) + 1, frame.at
    while end > start and (tokens[end - 1].kind in "DX" or tokens[end - 1].role == "link"):
        end -= 1
    name = frame.words(start, end)
    if of < 0 or not name or frame.quantity.unit in _COUNTED:
        return None
    return Measure(f"{name}门槛", core=name, rule="threshold of a reward", cue=(opener, opener + 1))


def _payment(frame: Frame, opener: int, paid: int, words: FigureWords) -> Measure | None:
    """What is paid; a payment in % is read as a portion elsewhere."""
    tokens = frame.tokens
    if frame.quantity.unit == "%":
        return _rate_of(frame, opener, paid, words)
    end = paid
    while end > opener + 1 and tokens[end - 1].kind in "DPXM":
        end -= 1
    receiver = frame.words(opener + 1, end)
    noun = frame.words(frame.noun, frame.noun_end)
    giving = tokens[paid].text in GIVING
    behind = frame.tokens[frame.at + 1].text if frame.at + 1 < frame.last else ""
    noun = noun or (behind if giving and words.rewards.fullmatch(behind) else "")  # 给予最高500万元|奖励
    reward = "" if giving and noun else frame.words(end, frame.left_end)
    owner, _ = split(frame, words)
    metric = f"{receiver}{frame.rate if giving else ''}{reward}{noun}"
    return Measure(
        metric, core=metric, head=noun, owner=owner, rule="what a reward is paid for", cue=(opener, paid + 1)
    )


def _rate_of(frame: Frame, opener: int, paid: int, words: FigureWords) -> Measure | None:
    """对企业设备投资给予|12%|的补助: at which rate it is paid."""
    noun = frame.words(frame.noun, frame.noun_end)
    whom = frame.words(opener + 1, paid)
    if not frame.attributive or not words.rewards.fullmatch(noun) or not whom or any(c.isdigit() for c in whom):
        return None
    metric = f"{whom}{noun}比例"
    return Measure(metric, core=metric, head=noun, rule="at which rate a reward is paid", cue=(opener, paid + 1))


def cap(frame: Frame, found: Measure, words: FigureWords) -> Measure:
    """……给予补助，单个企业最高不超过300万元: the most that is paid."""
    money = frame.quantity.unit.endswith("元")
    capped = money and found.metric.endswith((*words.upto, "封顶"))
    each_one = frame.quantity.qualifier is Qualifier.UPTO and _EACH_ONE.fullmatch(found.metric) is not None
    capped = capped or (money and each_one)
    by_rule = money and found.metric.startswith("按") and frame.quantity.qualifier is Qualifier.UPTO
    if capped or by_rule:
        paid = [
            m.group() for m in words.rewards.finditer(frame.sentence.text, frame.sentence.start, frame.quantity.start)
        ]
        if paid:
            whose = "" if by_rule else found.metric.removesuffix("封顶")
            once = "一次性" if f"一次性{paid[-1]}" in frame.sentence.text else ""
            found.metric = found.core = f"{whose}{once}{paid[-1]}上限" if whose != found.metric else whose + paid[-1]
    each = _EACH.fullmatch(frame.words(frame.first, frame.at))
    if money and each and (given := _given(frame, words)):
        found.metric = found.core = f"{each.group()}{given}上限"  # 对上云企业给予补助，每户每年最多20万元
    behind = frame.tokens[frame.at + 1].text if frame.at + 1 < frame.last else ""
    if _MAY_GET.search(found.metric) and words.rewards.fullmatch(behind):
        found.metric = found.core = f"{_who_may(frame)}最高{behind}"  # 领军人才带项目创业，最高可获1000万元资助
    if found.metric in GIVING and words.rewards.fullmatch(behind):
        found.metric = found.core = behind  # 每年给予最高50万元|奖励
    if (words.rewards.match(found.metric) or _BARE.match(found.metric)) and (receiver := _receiver(frame)):
        found.metric = found.core = receiver + found.metric
    return found


def _given(frame: Frame, words: FigureWords) -> str:
    """The reward that the clauses before give, behind the last ；, with the nouns before it: 算力券支持."""
    tokens = frame.tokens
    start = max((i for i in range(frame.first) if tokens[i].text in "；;"), default=-1) + 1
    last = next((i for i in range(frame.first - 1, start - 1, -1) if words.rewards.match(tokens[i].text)), -1)
    first = last
    while first > start and tokens[first - 1].kind == "N":
        first -= 1
    return frame.words(first, last + 1) if last >= 0 else ""


def _who_may(frame: Frame) -> str:
    """Who may get it: the words of the clause before, where they are few and hold no number."""
    stop = frame.first - 1
    first = max(frame.sentence.kinds.rfind("B", 0, max(stop, 0)), frame.sentence.kinds.rfind("Q", 0, max(stop, 0))) + 1
    told = frame.words(first, stop) if stop > 0 else ""
    return told if len(told) <= _LONGEST_RECEIVER else ""


def _receiver(frame: Frame) -> str:
    """融资租赁公司 of 对实缴资本5亿元以上的融资租赁公司，|奖励不超过500万元: whom it pays."""
    sentence = frame.sentence
    start = max(sentence.start, sentence.text.rfind("；", sentence.start, frame.quantity.start) + 1)
    told = sentence.text[start : frame.quantity.start]
    if each := _EACH_TIME.search(told):
        return each["who"]  # 每吸纳1名劳动力稳定就业半年以上，|一次性补贴2000元
    match = next(iter(reversed(list(_FOR.finditer(told)))), None)
    if match is None:
        return ""
    who = _BASIS.split(match["who"])[0]  # 对|上云企业|按实际费用的30%给予补助
    if named := _NAMED.search(who):
        return named["name"]  # 对认定为|示范工厂|的企业
    return who if len(who) <= _LONGEST_RECEIVER and not any(c.isdigit() for c in who) else who.rpartition("的")[2]
