"""Words of the source as a quotation that stands by itself: whole sentences, or clauses with subject and predicate.

A locative (在…现场), a condition (对…的企业) or the tail of a list (和…改造) is no statement, however true it is; then
more of the sentence is taken. What even then points to words that are not quoted (这是…, 该项目…) is not quoted.
"""

from __future__ import annotations

import re

from reporter.language.zone_kinds import A_ZONE
from reporter.model import Fact, Figure, Phrase, Statement, Status
from reporter.reading.interviews import puts_question

_WHOLE = 120  # a sentence up to this length is quoted whole
_MOST = 140
_REST = 16  # what is left of a sentence after the clause that is wanted: no more than this is quoted with it
_OPENING = re.compile(
    r"^(?:本报讯|本报电|答[：:])?\s*(?:[（(][^（）()]{2,24}[）)])?\s*"
    r"(?:(?:据了解|据悉|据介绍|记者获悉|记者了解到|其中|同时|此外|另外|与此同时|不仅如此|另据介绍)[，,])*"
)
_SPLIT = re.compile(r"(?<=[\u4e00-\u9fff，。；])\s+(?=[\u4e00-\u9fff])")  # where a line of the page ended
_GENERIC = re.compile(r"股份有限公司|有限责任公司|有限公司|集团|公司|项目|基地|中心|企业")
_CLAUSE = re.compile(r"[，；。！？,;](?!\d)")
_LEANING = re.compile(
    r"^(?:包含|包括|涵盖|和|与(?!会)|及|以及|并|且|而|又|也|还|均|将|对|在|为|以|从|由|使|让|把|被|但|则|同时|此外|其中|分别|占|比|较|按|据|给予|"
    r"单[个家]|同一|每[家户](?:最高|不超过|最多)|最高|实现|达到|达|增长|下降|提升|增至|减至|拥有|涉及|总投资|预计|随着|通过|提供|筹划|引进|建成|达产|投产|全部|同比|环比|"
    r"计划|力争|争取|确保|拟|其|该|这|年产|截至|产能|产值|规模|投资|收入|用地|占地)"
)
_UNENDED = re.compile(r"(?:的企业|的项目|现场|的基础上|的同时|时|后|中|前|期间|以来|方面)$")
_OF_WHAT_SINCE = r"自\d{4}年[^，。]{0,3}(?:推出|启动|实施|运行|开通|试点|推行)以来，累?计?[为已发]"
"""自2018年推出以来，|累计为193家企业放贷: what was brought out, a sentence before says."""
_POINTING = re.compile(
    r"^(?:[^，。：]{2,30}(?:介绍|表示|透露|说)[，：])?(?:这|那|像(?:咱们|我们|这样?)|该|正是|届时|当时|标志着|此举|其(?!中[，,])|此(?!外|次)|他|她|它|以此|对此|为此|与此|据此|上述|当天|当日|同日|在?(?:活动|会议|仪式|发布会|签约)?现场(?!会)|一方面|另一方面|不仅|"
    r"[一二三四首]期(?:项目|工程)?(?=今年|去年|明年|将|计划|预计|总?投资|建成|于)|公司|企业(?=[有已将的将目])|项目(?=投产|建成|达产|全部|总投资|将|预计|占地|建设|计划)|"
    + _OF_WHAT_SINCE
    + r")|(?:他|她|记者|笔者)(?:说|表示|介绍|告诉)"
)
_POINTING_BACK = re.compile(r"该(?:产业|行业|项目|公司|企业|平台|基地|区)|这(?:家|个|些|是|里|一|项|批企)|(?:距|与)此")
SCENE = re.compile(
    r"走进|走在|映入眼帘|塔吊|机械臂|抢工期|轰鸣|繁忙|热火朝天|上下翻飞|鳞次栉比|忙碌|穿梭|一派|拔地而起|马力全开|每\d+(?:秒|分钟)[，]?就?(?:有|能|可)"
)
"""What a reporter sees on the spot: true, and no news of the zone."""
HANGS = re.compile("^(?:" + _OF_WHAT_SINCE + "|比如|例如|但|而且|所以|因此|这)|这[种项款家]|该(?:企业|公司|项目|产品)")
"""Words that hang on others: of which company, a sentence before says."""
_NAMED = re.compile(f"公司|企业|集团|项目|平台|基地|中心|[A-Z]{{2,}}|{A_ZONE}")
_POINTS_ANYWHERE = re.compile(r"这(?:个|一|些|几个)(?:数字|数据|指标|比例|比重)")
_ONCE = re.compile(
    r"^[^，。：]{0,3}?传统(?:的|流程|做法|模式下|方式)"
    r"|(?:^|[，。—])[^，。：]{0,3}?(?<![在与和比])(?:过去(?![一二两三四五六七八九十几\d])|以往|以前|从前|原来|原先)"
)
_NOW = re.compile(r"现在|这[次回]|如今|目前|眼下|今[年天]|已|缩短|压缩|减少|只[需要用]|仅|[降提升]\w{0,2}[至到]|变")
"""按照传统的流程至少需要3年: what it takes now, the sentence behind says."""
_ASKED = ("？", "?")
_UNDONE = re.compile("^已|(?:[年月]来|以来|至今)$")
"""已通过“订单班”解决六成: of what? 实施“人才回归”工程三年来: what then?"""
_HEADLINE, _TAIL = 30, 8
_QUOTED, _SAID_OF_THEM = re.compile("“[^“”]*”"), re.compile("[\u4e00-\u9fff]{3}")
_ENDED = "。！？；;!?.”’）)》…"
_THAT_DAY = re.compile("当天|当日|同日")
_A_DAY = re.compile(r"\d日|[今昨]天|日前|近日")
_WHEN = re.compile(r"^[^，。；]*?(?:[年月日末底初期间来]|季度|时|近期|目前)，|^在[^，。；]{2,16}，")
_CONDITION = re.compile(r"随着|在|对|经过|通过|由于|为了|为(?!期)")
_MORE_OF_IT = re.compile(r"和|及|以及|并|与")
_PROMISE = re.compile(r"将(?!近)|计划|预计|力争|争取|确保|拟|目标|有望|可望")
_NUMBER = re.compile(r"\d[\d.]*")
_SENTENCE = re.compile(r"[。；;]")
_WE = re.compile(r"我们|我(?:公司|司|区|市)|本(?:公司|区|市)")
_OUR_FIRM = re.compile(r"我们(?:公司|企业|集团)|我(?:公司|司)")


def excerpt(fact: Fact, speaker: str = "") -> Statement:
    """The words of the source around a fact as a quotation.

    Where they say 我们公司, or do not name at all whose number it is (新的产能是3.2万吨), `speaker` is the heading.
    """
    clause = opened(_clauses(fact)).rstrip("，；,;").strip()
    heading = speaker if _OUR_FIRM.search(clause) or not names(clause, speaker) else ""
    return Statement((Phrase(unwrapped(clause), fact),), quoted=True, heading=heading)


def opened(words: str) -> str:
    """A sentence without what only ties it to the page: 本报讯（记者 某某）, 据了解, 同时."""
    return _SPLIT.sub("", _OPENING.sub("", words.strip(), count=1).strip())


def names(words: str, who: str) -> bool:
    """Whether the words name a company or project, in full or by the part of its name that is its own."""
    own = _GENERIC.sub("", who)
    return not own or any(own[at : at + 3] in words for at in range(max(1, len(own) - 2)))


def leans(words: str) -> bool:
    """Whether words begin with what hangs on others before them: 在空间上，提供……; 达产后……."""
    return bool(_LEANING.search(words))


def stands_alone(statement: Statement) -> bool:
    """Whether a quotation can be understood, and cannot be misunderstood, without the words around it."""
    words = statement.text
    told = _WHEN.sub("", words, count=1)
    first = _CLAUSE.split(told)[0]  # what a later clause points to, the clauses before it may well name
    pointing = _POINTING.search(words) or _POINTING_BACK.search(first) or _POINTS_ANYWHERE.search(words)
    if _THAT_DAY.search(words) and not _A_DAY.search(words):
        return False  # 当天现场报名的融资需求超6亿元: which day?
    if not 10 <= len(words) <= _MOST or not balanced(words) or pointing:
        return False
    if (
        half_compared(words)
        or words.endswith(_ASKED)
        or puts_question(words)
        or _only_slogans(words)
        or _UNDONE.search(words)
        or _torn(statement)
    ):
        return False
    back = _POINTING_BACK.search(words)
    if back and not _NAMED.search(words, 0, back.start()):
        return False  # 借助政策优势，该企业可在……
    return not _WE.search(words) or bool(statement.heading)


def _only_slogans(words: str) -> bool:
    """Whether words are but a row of quoted phrases, of which nothing is said: “一网通办”“一天办成”……."""
    return len(_QUOTED.findall(words)) > 1 and not _SAID_OF_THEM.search(_QUOTED.sub("", words))


def _torn(statement: Statement) -> bool:
    """Whether the words reach to where the page cut their sentence off: ……力争规上工业总产值突."""
    told = next((phrase.fact.evidence.sentence for phrase in statement.phrases if phrase.fact is not None), "")
    long = len(told) > _HEADLINE and "，" in told and told[-1] not in _ENDED
    return long and told.rstrip("，；,; ").endswith(statement.text[-_TAIL:])


def half_compared(words: str) -> bool:
    """Whether words tell how it was and not how it is: ……平均运费3.4万元。——原来要从另一个口岸走."""
    once = _ONCE.search(words)
    return once is not None and not _NOW.search(words if once.start() == 0 else words[once.start() :])


def unwrapped(words: str) -> str:
    """Without quotation marks around the whole: the page sets its own."""
    inner = words[1:-1]
    return inner if words[:1] == "“" and words[-1:] == "”" and "“" not in inner else words


def balanced(words: str) -> bool:
    """Whether all quotation marks and brackets are opened and closed."""
    return all(words.count(a) == words.count(b) for a, b in ("“”", "‘’", "《》", "（）", "()"))


def _clauses(fact: Fact) -> str:
    evidence = fact.evidence
    words = evidence.sentence
    if len(words) <= _WHOLE and balanced(words):
        return words
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(words)), len(words)]
    first = max(index for index, cut in enumerate(cuts) if cut <= evidence.start)
    last = min(index for index, cut in enumerate(cuts) if cut >= evidence.end)
    while first > 0 and not _begins(words[cuts[first] : cuts[last]]):
        first -= 1
    while first > 0 and _promised(fact) and not _PROMISE.search(words[cuts[first] : evidence.start]):
        first -= 1
    while last < len(cuts) - 1 and not _ends(words[cuts[first] : cuts[last]]):
        last += 1
    if len(words) - cuts[last] <= _REST and len(words) - cuts[first] <= _MOST:
        last = len(cuts) - 1
    return words[cuts[first] : cuts[last]]


def _promised(fact: Fact) -> bool:
    """Whether the fact is still to come and its sentence says so: then its quotation must."""
    target = isinstance(fact, Figure) and fact.status is Status.TARGET
    return target and bool(_PROMISE.search(fact.evidence.sentence[: fact.evidence.start]))


def _begins(words: str) -> bool:
    """Whether a quotation may begin there: 分别增长 shares out what was told before it."""
    before, shared, after = words.partition("分别")
    unshared = shared and len(_NUMBER.findall(before)) < len(_NUMBER.findall(_SENTENCE.split(after)[0]))
    return balanced(words) and not (unshared or _LEANING.search(words.lstrip()))


def _ends(words: str) -> bool:
    """Whether the words end where a sentence can: 随着A获批，和B的技改 still waits for what then happened."""
    words = words.rstrip("，；,; ")
    clauses = [clause for clause in _CLAUSE.split(words) if clause]
    told = [clause for clause in clauses[1:] if not _MORE_OF_IT.match(clause)]
    only_when = _CONDITION.match(words) and not told
    return balanced(words) and not only_when and not _UNENDED.search(words)
