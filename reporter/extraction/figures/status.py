"""Whether a number has come true: the words of promise before it, and the words of fact that end them.

全年计划提供产业用地4030亩                      target (计划)
项目全部达产后，将形成20万套生产能力，实现年产值3.5亿元   target for both: a promise holds to the end of the sentence
该项目总投资100亿元，达产后年产值达38亿元            actual, then target
企业将350亿元投资增至390亿元                     actual: 将 here means 把
今年一季度，已完成647亩                         actual (已)
"""

from __future__ import annotations

import re

from reporter.extraction.figures import promised, stages
from reporter.extraction.figures.aims import aimed
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.tokens import Sentence, Token
from reporter.lexicon.figures import FigureWords
from reporter.model import Decision, Status

STAGE = frozenset(
    [
        "总投资",
        "投资",
        "占地",
        "占地面积",
        "用地",
        "用地面积",
        "总建筑面积",
        "建筑面积",
        "规划面积",
        "注册资本",
        "总占地面积",
    ]
)
"""What a project is told to have, planned or not: 计划总投资 is no aim of its own."""
_NAMED_SIZES = ("园总投资", "项目总投资", "基地总投资")
_PROMISE, _OWN_PROMISE, _FACT = "promise", "own", "fact"
_LONGEST_RELATIVE = 8
_TURNED_INTO = re.compile("[^，。；\\d]{2,10}(?:提升|提高|压缩|缩短|降低|调整)(?:[至到为])")
"""将|入园标准提升至|投资强度160万元/亩: what was done to it."""
_INTO = frozenset(["到", "至", "为", "成", "入", "给", "作为"])
_AFTER = frozenset(["后", "之后", "以后"])
_BUILT = re.compile(r"已建成|累计建成|建成了|已投用|已投产|已达到|目前")
_AIM = re.compile(
    r"[^。；！？]{0,40}?(?:的(?:[^，。；的\d]{0,4}(?:目标|任务|盘子))(?!完成|实现|已|如期|里)|(?:定|立|下)的[^，。；的]{0,4}指标)"
)
_OWN_AIM = re.compile("，(?!是)[^，。；]{0,3}(?:全年|[今明]年|[一二三四]季度|[上下]半年)")
_SHORT_OF = re.compile("(?:离|距离?|低于|不及|赶不上|达不到|没达到|未达到?)[^，。；]{0,14}(?:目标|任务|指标|盘子)")
_DONE = re.compile("完成|实现|达成|达到|超额|兑现|超过|突破|距")
_DONE_BEHIND = re.compile(
    "[^，。；、]{0,4}已(?:经|全部)?(?:到位|完成|建成|投入|投用|拨付|兑现|发放|落实|开工|投产|启动|交付|立项|获批|签约|落地|落户|交(?:定金|款|房|地)|预订|预定|认购)|的[^，。；]{2,8}已(?:经|全部)?(?:交付|投用|投产|建成|启用|入驻|封顶|竣工|完工|开工)"
)
_PART_DONE = re.compile(
    r"(?P<next>，[^，。；\d]{0,8}\d[^，。；]{0,8})?，(?:为|占|达到?|相当于|完成)?(?:了)?(?:全年|年度|年)(?:计划|任务|目标)的?\d[\d.]*%"
)
"""开工|16个|，完成投资15亿元，为年度计划的53.1%."""
_OF_AIM = re.compile("完成.{0,10}(?:目标|任务|计划|预算).{0,6}(?:比例|比重)\\Z|(?:目标|任务|计划)完成\\Z")
"""签约项目完成全年目标比例; 任务完成了|45.6%|."""
_AIMED_AT = re.compile("力争|确保|争取|计划(?!完成)|预计|有望|要(?=完成)")
"""力争|上半年完成全年任务的55%."""
_DONE_WORDS = frozenset(["已", "已经", "已完成"])
_IN_USE = frozenset(["投用", "投产", "建成", "上架", "在用", "运营", "启用"])
_LISTING = frozenset(["上市", "挂牌"])
_WAS = re.compile(
    "(?:(?:过去|以前|以往|原来|原先|从前|此前|往常)[^，。；]{0,16}|每个?(?:工作日|天|日|月|周|小时|分钟)[^，。；]{0,6})\\Z"
)
_REACHED = re.compile("实现|达成|完成")
_BEYOND_AIM = re.compile("^(?:超|占|完成)|(?:超出|超过|高于|低于|好于)[^，。；]{0,4}目标$")
_COMING_BEHIND = re.compile(
    "[^，。；、：将]{0,14}(?:即将|马上|不日|近期[可将]?|将(?:于[^，。；、]{1,10}|[按依根][^，。；、]{1,12}|分[^，。；、]{1,4}|全部|陆续|相继|全面|集中|整体|逐步)*)[^，。；、将]{0,4}(?:投产|投用|投运|开工|签约|落户|落地|竣工|建成|入驻|进驻|入园|上市|交付|开业|揭牌|进场|拨付|到位|划入|划归|并入|纳入|注入|兑付|兑现|发放|供应|出让|投放|搬迁|迁入|拆除|移交|下放|实施)"
    "|的?[^，。；、：\\d]{2,16}(?:正在|正|还在|尚在|仍在|在)(?:筹建|筹备|谋划|筹划|酝酿|筹措|组建|筹集|募集)(?:之?中)?(?=[，。；！”])"
    "|[^，。；、：]{0,8}(?:可望|有望)(?:[于在]?[^，。；、]{1,6})?(?:投产|投用|投运|开工|签约|落户|落地|竣工|建成|上市|交付|开业)"
    "|(?:正|即|就|还|都)?(?:要|将)(?:来|到)(?=[，。；！])"
    "|[^，。；、：将去]{0,8}(?:年底|年内|年末)前?(?:即可|就能|可)?(?:交付|投用|投产|建成|竣工|启用|投运|开业|并网|完工|进场|验收|施工)(?!后|的|了|以来)"
)
_PLANNED_BEHIND = re.compile(
    "[^，。；、：]{0,8}(?:计划|预计|拟)(?:[今明后]年|年[内底]|\\d|于|在)[^，。；、]{0,8}(?:投产|投用|投运|交付|建成|竣工|启用|入驻|开业|上市|完工)"
    "|[^，。；、：将去]{0,8}(?:年底|年内|年末)前?(?:即可|就能|可)?(?:开工|动工)(?!后|的|了|以来)"
)
"""首期|3000个|机架计划明年底交付."""
_COUNTED_UP = re.compile("统计(?:数据|资料|结果)?显示|(?:初步|快报)(?:核算|统计)|核算")
"""最新统计数据显示，上半年|预计|实现…: counted up, if not to the last."""
_PHASES = ("项目", "一期", "二期", "三期", "首期")
_MONEY = ("元", "美元", "欧元", "港元", "日元", "英镑")
_DONE_TO = re.compile("进行|开展|表彰|兑现|已|了")
_TERMS = ("对", "凡", "对于")
_HANDED = ("归口", "划归", "赋予", "下放", "划转", "授予", "移交", "交给", "整合", "归并", "压缩", "压减", "缩短")
"""What is done with the thing behind 将: 将132项权力|赋予|经开区."""
_TOGETHER = frozenset(["合力", "共同", "全力", "一起", "同步", "联手", "齐心"])
_AIM_PASSED = re.compile("[过超破][近约]?[0-9一二三四五六七八九十百千]|翻")
_THROUGH = frozenset(["到", "从", "由", "经", "经过", "靠"])
_SORTED = re.compile("，来自[^，。；]{2,14}的\\Z")
"""签约项目41个，计划投资87亿元，来自大湾区的|18个|."""
_INDICATED = ("利用", "使用", "内资", "外资", "市外", "省外")
_ESTIMATES = frozenset(["预计", "预估", "预期", "有望", "可望"])
_PERHAPS = frozenset(["大概", "大约", "估计", "应该"])
_STAGED_THINGS = re.compile("(?:投产|开工|竣工|建成|投用|交付|开业|上市)的?[^，。；、]{0,4}(?:项目|企业|产品)")


_ONCE_DONE = re.compile("(?:建成|全部|全面)?(?:投产|达产|满产|建成|投用|投运)\\Z")
_HOLDS = ("容纳", "可容纳", "年产", "日产", "年处理", "日处理")
_ONCE_BUILT = re.compile(r"[^，。；\d]{0,10}，(?:全部|项目)?(?:达产|建成|投产|投用|投运)后")
"""容纳|30万台|服务器，达产后年产值达38亿元: what holds so many is not built."""


def decide(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, words: FigureWords, metric: str, future: bool, rule: str, *, past: bool = False
) -> tuple[Status, Decision]:
    """Actual or target, and by which cue.

    `future` is true when the figure's period lies ahead, `past` when it is over at the article's date, `rule` the
    construction that its metric was read by.
    """
    if (known := promised.told(frame, rule)) is not None:
        return known[0], Decision("status", known[0], known[1])
    text, end = frame.sentence.text, frame.quantity.end
    if frame.quantity.unit == "%" and "完成" in metric and _OF_AIM.search(metric) and not _AIMED_AT.search(metric):
        return Status.ACTUAL, Decision("status", Status.ACTUAL, "how much of an aim is done")
    part_done = _PART_DONE.match(text, end) if text.startswith("，", end) else None
    if part_done and part_done.start("next") >= 0 and frame.quantity.unit in _MONEY:
        part_done = None  # 年度计划投资|210亿元|，已完成投资58亿元，占年度计划的27.6%
    if done := _DONE_BEHIND.match(text, end) or part_done:
        return Status.ACTUAL, Decision("status", Status.ACTUAL, "done, told behind the number", done.group())
    cue = _cue(frame, words, metric, past)
    why = "an aim, told behind the number" if _aimed(frame) else ""
    coming = _told_behind(frame, metric)
    if coming is not None:
        return Status.TARGET, Decision("status", Status.TARGET, "still to come, told behind the number", coming.group())
    if cue is not None:
        text, start = frame.sentence.text[cue.start : cue.end], cue.start
        if text in _AFTER:  # the whole of 达产后
            start = next((t.start for t in frame.tokens if t.end == cue.start), start)
            text = frame.sentence.text[start : cue.end]
        return Status.TARGET, Decision("status", Status.TARGET, "words of promise", text, start, cue.end)
    achieved = frame.led & _DONE_WORDS and _REACHED.search(metric)
    if metric.endswith(("目标", "全年任务", "年度任务")) and not (achieved or _BEYOND_AIM.search(metric)):
        why = "the metric is a target"
    elif not why and future:
        why = "a time still to come"
    elif rule.startswith("second end") and _coming(frame.tokens, frame.first, frame.at):
        why = "the second end of a coming change"
    if why := why or aimed(frame, metric) or promised.agreed(frame):
        return Status.TARGET, Decision("status", Status.TARGET, why)
    return Status.ACTUAL, Decision("status", Status.ACTUAL, "no words of promise")


def _told_behind(frame: Frame, metric: str) -> re.Match[str] | None:
    """What tells behind a number that it is still to come."""
    text, end = frame.sentence.text, frame.quantity.end
    coming = _COMING_BEHIND.match(text, end)
    if coming is None and frame.quantity.unit not in _MONEY and not _of_whole_project(metric):
        coming = _PLANNED_BEHIND.match(text, end) or (
            _ONCE_BUILT.match(text, end) if metric.startswith(_HOLDS) else None
        )
    return coming


def is_size(metric: str) -> bool:
    """Whether a metric tells what a project has, also by its name: 占地, 岚川产业园总投资."""
    return metric in STAGE or metric.endswith(_NAMED_SIZES)


def _of_whole_project(metric: str) -> bool:
    """Whether a metric is what a project or its phase is told to have: 总投资, 一期投资."""
    return metric in STAGE or (metric.startswith(_PHASES) and metric[2:] in STAGE)


def _aimed(frame: Frame) -> bool:
    """增长18%以上、到位资金400亿元的目标不变; not 完成了400亿元的目标."""
    text, sentence = frame.sentence.text, frame.sentence
    start, end = frame.quantity.end, sentence.end
    if all(text.find(word, start, end) < 0 for word in ("目标", "任务", "指标", "盘子")):
        return False
    aim = _AIM.match(text, start, end)
    if aim is not None and _OWN_AIM.search(text, start, aim.end()):
        return False  # 9个|在谈项目，全年保持增长的目标不变
    if aim is not None and _SHORT_OF.search(text, start, aim.end()):
        return False  # 占比16.8%，但|离25%的规划目标|还差8.2个百分点
    return aim is not None and not _DONE.search(text, frame.tokens[frame.first].start, aim.end())


def _coming(tokens: list[Token], first: int, at: int) -> bool:
    """产能将从每月45k增至48k is still to come; 将350亿元增至390亿元 is done."""
    for i in range(first, at):
        if tokens[i].text == "将":
            return i + 1 < at and tokens[i + 1].kind in "PVD"
    return False


def _own_time(frame: Frame) -> int:
    """The first token of a clause behind ； that has a time of its own; 0 where it has none."""
    opened = _part_begins(frame)
    return opened if opened and frame.sentence.kinds.find("T", opened, frame.at) >= 0 else 0


def _part_begins(frame: Frame) -> int:
    """The token behind the last ； before the figure; 0 where there is none."""
    if frame.part < 0:
        text, start, end = frame.sentence.text, frame.sentence.start, frame.quantity.start
        parted = text.find("；", start, end) >= 0 or text.find(";", start, end) >= 0
        marks = (i for i in range(frame.at - 1, -1, -1) if frame.tokens[i].text in ("；", ";"))
        frame.part = next(marks, -1) + 1 if parted else 0
    return frame.part


def _cue(frame: Frame, words: FigureWords, metric: str, past: bool) -> Token | None:
    """The word of promise that holds at the figure."""
    tokens, sentence = frame.tokens, frame.sentence
    _read_marks(sentence, frame.at, words)
    floor = _promises_from(frame, words, metric)
    found: Token | None = None
    floor_of_time = _own_time(frame) if past else 0
    for i, mark in sentence.marks:
        if not floor <= i < frame.at or _no_promise(frame, i, words):
            continue
        estimated = past or _COUNTED_UP.search(sentence.text, sentence.start, tokens[i].start)
        if estimated and tokens[i].text in _ESTIMATES:
            continue  # 去年，增加值预计为20.5亿元: an estimate of what is over
        if i < floor_of_time:
            continue  # 全年有望达到92亿元；某公司1至10月产值|41亿元|
        if mark == _FACT and found is not None and _of_plan(tokens, i):
            continue  # 力争……，“十四五”期间累计使用外资达到40亿美元
        if mark == _PROMISE or (mark == _OWN_PROMISE and i >= frame.first):
            found = tokens[i]
        elif mark == _FACT:
            found = None
    return found


def _no_promise(frame: Frame, i: int, words: FigureWords) -> bool:
    """Whether a word of promise before the figure says nothing of it, by what stands around the word."""
    tokens, sentence = frame.tokens, frame.sentence
    word = tokens[i].text
    if word[0] == "可" and _BUILT.search(sentence.text, sentence.start, tokens[i].start):
        return True  # 累计建成……，再生水率可达80%: what it can do now
    if word == "预计" and i < _part_begins(frame):
        return True  # 预计全年生产总值突破1100亿元；|市场主体达到9.4万户
    listed = word == "拟" and tokens[i + 1].text in _LISTING and i < frame.first
    if listed or (word == "即将" and _STAGED_THINGS.match(sentence.text, tokens[i].end)):
        return True  # 建起拟上市企业后备库，|在库企业120家; 开工和即将投产项目|7个
    if word == "要" and _WAS.search(sentence.text, sentence.start, tokens[i].start):
        return True  # 过去要跑|5个|窗口; 每个工作日要新添企业|27家|
    # 投产后首个季度就实现产值1.4亿元; 今年5月新车间投用后，电耗下降9.6%
    return _of_the_whole(frame, i, words) or stages.told_as_done(frame, i) or stages.dated(frame, i)


def _promises_from(frame: Frame, words: FigureWords, metric: str) -> int:
    """The token from which on a promise can hold at the figure."""
    if metric in STAGE or frame.turns_away():
        return frame.first
    terms = terms_begin(frame, words)  # 达产后年销售收入45亿元；|另一项目一期投资20亿元|
    return max(terms, _part_begins(frame)) if _of_whole_project(metric) else terms


def _of_plan(tokens: list[Token], i: int) -> bool:
    """Whether 累计 stands behind the time of a plan: 力争……，“十四五”期间|累计|使用外资."""
    told = "".join(t.text for t in tokens[max(0, i - 2) : i])
    return tokens[i].text.startswith("累计") and told.endswith(("五”期间", "五期间", "五”时期"))


def terms_begin(frame: Frame, words: FigureWords) -> int:
    """The token at which the terms of a policy begin behind a mark, 0 where they do not.

    到2019年将达到1万套；|对新引进的博士，最高给予30万元: terms of a policy are no promise of the clause before.
    """
    tokens, sentence = frame.tokens, frame.sentence
    if all(sentence.text.find(word, sentence.start, frame.quantity.start) < 0 for word in "对凡"):
        return 0  # as in most sentences
    mark = sentence.kinds.rfind("B", 0, max(frame.at - 1, 0))
    while mark >= 0:
        i, mark = mark + 1, sentence.kinds.rfind("B", 0, mark)
        if tokens[i].text in _TERMS:
            paid = words.rewards.search(sentence.text, tokens[i].start, sentence.end)
            if _DONE_TO.search(sentence.text, tokens[i].start, frame.quantity.start):
                return 0  # 对优秀企业进行表彰，发放奖金2600万元: that day
            return i if tokens[i - 1].text in "；;" or paid else 0
    return 0


def _of_the_whole(frame: Frame, promise: int, words: FigureWords) -> bool:
    """22个项目启动，计划投资52亿元，其中装备项目|9个|: 其中 sorts the things counted before the promise."""
    tokens, unit = frame.tokens, frame.quantity.unit
    told = frame.sentence.text[tokens[promise].start : frame.quantity.start]
    if unit not in words.classifiers:
        return False
    among = "其中" in told and any(t.text == "其中" for t in tokens[promise : frame.at])
    if not (among or _SORTED.search(told)):
        return False
    counted = [i for i, t in enumerate(tokens[: frame.at]) if t.kind == "Q" and t.text.endswith(unit)]
    return bool(counted) and counted[0] < promise


def _read_marks(sentence: Sentence, end: int, words: FigureWords) -> None:
    """Note which tokens before `end` speak of promise or fact; the next figure of the sentence goes on from there."""
    tokens = sentence.tokens
    for i in range(sentence.marked, end):
        if not tokens[i].plain and (mark := _mark(tokens, i, words)):
            sentence.marks.append((i, mark))
    sentence.marked = max(sentence.marked, end)


def _mark(tokens: list[Token], i: int, words: FigureWords) -> str:
    """What a token says: a promise, one for its own clause only (计划总投资), that what follows is fact, or nothing."""
    since = tokens[i].kind == "T" and tokens[i].text.endswith("以来")
    if tokens[i].role != "past" and not since and not words.mark_re.match(tokens[i].text):
        return ""
    if _promises(tokens, i, words):
        long_plan = tokens[i].text.startswith("计划") and len(tokens[i].text) > 2
        return _OWN_PROMISE if long_plan or tokens[i].text == "会" else _PROMISE  # 数字会说话：|前8个月……
    return _FACT if _settles(tokens, i, words) else ""


def _promises(  # noqa: PLR0911, PLR0912  a list of rules, one a word
    tokens: list[Token], i: int, words: FigureWords
) -> bool:
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    acts = following is not None and (following.kind == "V" or following.role in ("act", "reach"))
    if token.text.startswith("将") and token.kind in "DPV" and len(token.text) <= 2 and token.text != "将近":
        return not _means_ba(tokens, i)
    if token.text.startswith("计划") and len(token.text) > 2:
        return True
    if token.text == "目标":
        return _states_aim(tokens, i, following)
    if token.text in ("可", "能") and i > 0 and _ONCE_DONE.match(tokens[i - 1].text):
        return True  # 全部投产|可年产钢构件15万吨
    if token.text == "可" or token.text in words.daring:
        return following is not None and _dares(tokens, i, following, words)
    if token.text in _PERHAPS:
        return following is not None and following.text in ("能", "可", "可以", "能够")  # 今年产值大概能到32亿元
    if token.text == "能":
        return following is not None and _able_then(tokens, i, following)
    if token.text == "争取" and following is not None and following.text.startswith("到"):
        return False  # 为争取到第一笔贷款: it was got
    if token.text == "争取" and following is not None and following.kind in "NA" and following.role != "act":
        return False  # 争取|自治区扶持资金8200万元: got, not strived for
    if token.text == "预期" and i > 0 and tokens[i - 1].text.endswith(("于", "超", "超过", "超出", "符合", "达到")):
        return False  # 多项指标好于|预期|
    if token.text in ("规划", "计划", "筹建", "拟建") and (_relative(tokens, i) or _carried_out(tokens, i)):
        return False
    if token.text == "计划":
        return _plans(tokens, i, following, words)
    if token.text == "规划" and _of_area(tokens, i):
        return False  # 规划控制总面积604平方公里: as large as it is laid out
    if token.text in ("会", "要"):
        timed = i - 2 if i > 1 and tokens[i - 1].role == "zone" else i - 1  # 今年|某片区|要新签
        told_for = timed >= 0 and tokens[timed].kind == "T"
        if following is not None and following.text in ("新", "再") and told_for:
            return True  # 今年|要|新引进项目50个以上
        if following is not None and following.text in ("由", "从") and _changes(tokens, i + 2):
            return True  # 研发投入强度|要|由2.1%提高到3%
        if following is not None and (following.text in _TOGETHER or _AIM_PASSED.match(following.text)):
            return token.text == "要"  # 三个片区|要|合力拿出20项; 全年进出口|要|过20亿美元
        if following is not None and following.text == "在" and token.text == "要":
            return any(t.role == "act" for t in tokens[i + 2 : i + 2 + _LONGEST_RELATIVE])  # 要在区内投资8亿元
        if following is not None and following.text in _THROUGH:
            return token.text == "会" and following.text != "到" and i > 0  # 货物要到上海中转: what has to be
        return following is not None and following.kind in "VD" and i > 0 and tokens[i - 1].kind in "NRDT"
    if token.text in ("后", "之后", "以后") and i > 0:
        return bool(words.target_after_re.search("".join(t.text for t in tokens[max(0, i - 2) : i + 1])))
    if words.target_re.fullmatch(token.text):
        return token.kind != "N" or acts or token.text in ("有望", "力争", "争取", "拟", "可望")
    return token.text[-1] == "后" and bool(words.target_after_re.search(token.text))


def _changes(tokens: list[Token], start: int) -> bool:
    """Whether the clause tells of a number that turns into another: …2.1%|提高到|3%."""
    end = next((k for k in range(start, len(tokens)) if tokens[k].kind == "B"), len(tokens))
    return any(token.role == "change" for token in tokens[start:end])


def _states_aim(tokens: list[Token], i: int, following: Token | None) -> bool:
    """增长目标为12%以上; not 距年度目标还差1.6个百分点, 完成全年目标的57%."""
    if any(
        t.text in ("距", "离", "距离", "占", "超", "超过", "超出", "高于", "好于", "完成", "达到", "实现")
        for t in tokens[max(0, i - 3) : i]
    ):
        return False
    clear = following is None or following.text != "任务"
    stated = following is not None and following.text in ("为", "是", "定为")
    return clear and (stated or i == 0 or tokens[i - 1].kind in "BTD")


def _able_then(tokens: list[Token], i: int, following: Token) -> bool:
    """二季度|能|签下一半: at a time that is not told as past; not 目前能生产, 每天能生产."""
    if i == 0 or tokens[i - 1].kind != "T" or tokens[i - 1].role == "past":
        return False
    part = tokens[i - 1].text
    timed = part.endswith(("季度", "半年", "月", "月份", "年底", "年末", "明年", "全年")) and not part.endswith("个月")
    return timed and following.role in ("act", "reach")


def _dares(tokens: list[Token], i: int, following: Token, words: FigureWords) -> bool:
    """当年可完成投资9亿元, 今年产值保1.2亿元、明年冲3亿元; not 每天可实现产量200吨."""
    each = any(t.text.startswith("每") or t.text in words.rates for t in tokens[max(0, i - 5) : i])
    if tokens[i].text != "可":
        return following.kind == "Q" and not (each and tokens[i].text == "保底")  # 每月保底3000元: a wage
    return following.text in words.capable and not each


def _plans(tokens: list[Token], i: int, following: Token | None, words: FigureWords) -> bool:
    """Whether 计划 is a verb here: 计划提供产业用地, 计划投资, not 集合信贷计划为企业."""
    if (
        following is None
        or following.text == "为"
        or (following.kind == "Q" and following.text.endswith("%"))  # 完成投资8亿元，占年计划|55%|
        or (i > 0 and tokens[i - 1].text in ("比", "较", "按", "超", "超出"))  # 比计划提前两个月
        or _attributive_plan(tokens, i)
        or any("以来" in t.text for t in tokens[i : i + 5])
    ):
        return False
    if following.text in ("新", "再") and i + 2 < len(tokens):
        following = tokens[i + 2]  # 计划|新|引进
    ahead = following.kind in "VDTQP" or following.role == "act" or following.text.startswith("总")
    return ahead or following.text in words.indicators


def _of_area(tokens: list[Token], i: int) -> bool:
    return any(t.text.endswith("面积") for t in tokens[i + 1 : i + 4])


def _relative(tokens: list[Token], i: int) -> bool:
    """规划建设的|量子科技产业园: the plan stands in a relative clause and says nothing of the number."""
    for k in range(i + 1, min(i + 4, len(tokens))):
        if tokens[k].kind == "U":
            return k > i + 1
        if tokens[k].kind in "QB":
            return False
    return False


def _carried_out(tokens: list[Token], i: int) -> bool:
    """规划建设了|占地1500亩的产业园: the plan is done."""
    return any(t.text.endswith("了") for t in tokens[i + 1 : i + 3])


def _attributive_plan(tokens: list[Token], i: int) -> bool:
    """新引进|计划投资5000万元以上工业项目17个: the plan belongs to the projects that are counted."""
    if i == 0 or not (tokens[i - 1].kind == "V" or tokens[i - 1].role == "act"):
        return False
    figure = next((k for k in range(i + 1, min(i + 4, len(tokens))) if tokens[k].kind == "Q"), -1)
    if (
        figure < 0
        or not tokens[figure].text.endswith(("以上", "以下", "以内"))
        or figure + 1 >= len(tokens)
        or tokens[figure + 1].kind not in "NU"
    ):
        return False
    return any(t.kind == "Q" for t in tokens[figure + 1 : figure + 8])


def _means_ba(tokens: list[Token], i: int) -> bool:
    """将350亿元投资增至390亿元: 将 with a thing and a verb that turns it into something, not with a verb at once."""
    j = i + 1
    if _TURNED_INTO.match("".join(t.text for t in tokens[j : j + _LONGEST_RELATIVE])):
        return True
    ends = (k for k in range(j + 1, min(j + _LONGEST_RELATIVE, len(tokens))) if tokens[k].kind == "U")
    relative = next(ends, 0)  # 将分散在9个部门的|事项划转到某局
    if j >= len(tokens):
        return False
    if tokens[j].kind in "VP" or tokens[j].role == "act":
        if not relative:
            return False
        j = relative  # 将设立规模为|5亿元|的基金 turns nothing into it
    if tokens[j].kind == "D" and not (j + 1 < len(tokens) and tokens[j + 1].kind == "Q"):
        return False
    while j < len(tokens) and tokens[j].kind != "B":
        if (
            tokens[j].role == "change"
            or (j > i + 1 and tokens[j].text.startswith(_HANDED))
            or (tokens[j].kind == "V" and tokens[j].text[1:] in _INTO)
            or (j > i + 1 and tokens[j].text in _INTO and tokens[j - 1].kind in "VN")
        ):
            return True
        j += 1
    return False


def _settles(tokens: list[Token], i: int, words: FigureWords) -> bool:
    """Whether a word says that what follows is fact again: 已, 目前, 增加了."""
    token = tokens[i]
    if token.text == "了" and i > 0 and tokens[i - 1].kind == "V":
        return True
    if token.kind == "T" and (token.role == "past" or token.text.endswith("以来")):
        return not _measured_by(tokens, i)
    if token.kind == "T":
        told = words.actual_re.match(token.text) is not None and token.text not in ("现代", "现今")
        return told and not _measured_by(tokens, i)
    if token.text in _IN_USE and i + 2 < len(tokens) and tokens[i + 1].kind == "U" and tokens[i + 2].role == "have":
        return True  # 规划承载服务器400万台，|投用的有|37万台
    indicator = token.text in ("实际", "实际到位") and i + 1 < len(tokens) and tokens[i + 1].text.startswith(_INDICATED)
    if indicator or (token.text == "累计" and _hoped_in_all(tokens, i, words)):
        return False  # 实际利用外资, 实际到位内资 are indicators, in targets too
    fact = words.actual_re.fullmatch(token.text) or token.text == "实际到位"
    fact = fact or (token.kind == "V" and token.text[0] == "已")  # 上半年|已供|530亩
    return token.kind in "DNV" and bool(fact)


def _hoped_in_all(tokens: list[Token], i: int, words: FigureWords) -> bool:
    """Whether a total is one that is promised: 预计五年内|累计|销售额不低于5亿元，|累计|缴税不低于2000万元."""
    first = next((k for k in range(i - 1, -1, -1) if tokens[k].kind == "B"), -1) + 1
    figure = next((k for k in range(i + 1, len(tokens)) if tokens[k].kind in "QB"), i)
    least = tokens[figure].text.startswith(("不低于", "不少于"))
    return least or any(_promises(tokens, k, words) for k in range(first, i))


def _measured_by(tokens: list[Token], i: int) -> bool:
    """有望突破40亿元，是|去年|的2.5倍: what a promise is measured by does not end it."""
    return i + 2 < len(tokens) and tokens[i + 1].text == "的" and tokens[i + 2].kind == "Q"
