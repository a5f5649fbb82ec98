"""The last look at a metric: what may not stand at its edges, and what it lacks to be understood alone.

不见面招商对接项目110多个                a negation belongs to its word
35个项目中，32个为工业项目                中 is no part of a noun
总体方案170项改革试验任务实施率达到100%     a rate of the things counted before it
一期用地600亩，投资40亿元                 a stage holds until another subject comes
重点项目总投资281亿元，今年计划投资107亿元    an investment of the same things
帮助135户企业获得融资5.68亿元             who it is that gets it
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extraction.figures import bare, sizes
from reporter.extraction.figures.change import RELATIVE
from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.thing import sized
from reporter.extraction.figures.tokens import OwnerKind
from reporter.extraction.figures.wording import as_noun, names_nothing, of_land, of_money
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.units import AREAS
from reporter.model import Relation

_NEGATIONS = frozenset("不未非无")
_BEFORE = _NEGATIONS | {"已"}
_AMONG = r"(?<=项目|企业|成果|产品|公司|机构|人员|客商|品种|专利|平台)中"
_TAIL = re.compile(
    rf"(?<=.{{2}})(?:{_AMONG}|可达|可望|有望|最多时达?|[均也]已|(?:可望|有望)?[摸爬冲奔]|确保|力争|争取|力保|预计|预期|没有|未|已经|还是|首次|双双|(?<![需主重])要|的?基础之?上|[已也将从]|(?<!平)均)\Z"
)
_ONLY_THIS = r"[仅光单]?是?[此这]一(?:项|家|个)(?:企业|公司)?就?(?:可以|可)?"
_REACHING = r"(?:今年|明年|去年)?达到(?=[年月日]产)|(?:今年|明年)\d{1,2}月[底初末]?(?=.{3})"
_PROMISE = (
    r"一举(?=.{3})|计划(?=今年|明年|年内|.{2,8}(?:收入|增加值|总值|总额)(?:增长)?\Z)"
    r"|将?力争到\d{4}年|主要目标是|确保(?=.{3})"
)
_OPENING = (
    r"（[^（）]+）(?:实现|完成)?(?=.{2})|首?先?是(?=.{2,}(?:增速|增长)\Z)|按照?(?=.{2,}(?:产值|收入|总值|总额|面积)\Z)|昔日的"
    r"|保守估计|(?:[一二三首]期|项目|全部)+(?:达产|投产|满产|建成|达效)后(?:预计|可|将|可望)*(?=.{2})|一个(?=占地|总投资)|计划在[^，。；]{2,10}?将(?=.{2})|打算将(?=.{2})"
)
_HEAD = re.compile(
    rf"(?:{_PROMISE}|{_OPENING}|(?:目标|任务)(?:是|为)(?=.{{2}})|正?在?建设的(?=.{{4}})|{_REACHING}|把(?=新增)|这个(?=计划|总)"
    rf"|像这样|(?:却又?|唯有|惟有|唯独|反而|竟|倒是|更是)(?=.{{2}})|(?:此次|本次|这次)(?=.{{4}})|(?:拨|租|让|提供)?给了?(?:我们|他们|企业|公司)(?=.{{2}})|下来(?=.{{2}})|的(?=.{{2}})|内(?=[到办完审送])|{_ONLY_THIS}|[一二三四五两\d]+年内|我们的|[他我]们(?=.{{3}}))"
)
_SO_LONG = re.compile(r"\A自?(?:投产|投用|投运|运行|运营|成立|开工|开业|开园|开通|挂牌|创办|落户|实施|启用|建成)以来")
"""投产以来|修过的飞机: since when is no part of what is counted."""
_LOOSE = re.compile(
    "(?<=.{2})(?:[一二三四五六七八九十两][批轮]|折合(?:成)?人民币|加起来|合计|总共)\\Z|\\A中有(?=.{2})|却(?:已)?有?\\Z|却(?=(?:增长|增加|下降|减少|提高|上升)\\Z)|(?<=.{2})(?:确保|力争|力保|争取|预计|预期|可望|有望|[要将])(?=(?:增长|增速|下降|突破|达到)\\Z)|(?<=企业|项目|公司|机构)已有\\Z|(?<=企业)里\\Z|(?<=企业)完成(?=(?:税收|纳税|产值|总产值|投资)\\Z)|的?连续(?=全[国省市])"
)
"""480家企业|中有|高新技术企业, 新增企业|却有, 172家规上企业|里, 装备企业|完成|税收."""
_LOOSE_ENDS = frozenset("批轮币来计共却已有长速降破到里收税值资")
"""With one of these a metric ends that has something loose, unless it stands at its front or before 连续."""
_LAND = re.compile(r"\A(已?(?:建成|开发|规划|在建|覆盖|占地))(?:不过|才|只有|仅|了)?\Z")
"""已建成|25平方公里, 占地不过|1.7平方公里: how much land it is that this was done to."""
_HEAD_BEGINS = frozenset(
    "给拨租让提下却唯惟反竟倒更本保二三项全（首是按昔打目任正建一计将力主确今明去达把这像的内仅光单此一二三四五两我他"
)
_TAIL_ENDS = frozenset("上摸爬冲奔次双中达望时已保取计期有未经将也均从是要")
_TWICE = re.compile(r"\A(.{2,8})\1(?=.)|(?<=.)(.{2,6})\2\Z")
_HIRING = frozenset(["招", "招了", "招到", "招收"])
_LONG_NAMES = {"高企": "高新技术企业"}
"""Short names of offices that a reader from outside does not know."""
_POINTING = re.compile(r"\A(?:这|那|其(?!他|余|中)|该|此|让|把|还|与其)|\A对(?!接|外|口)")
_STAGE = re.compile(r"[一二三四首]期")
_WHOLE = re.compile(r"全部|全面|整个|整体|总")
_STAGED = re.compile(r"投资|年产|日产|用地|占地|建筑面积|产能|产值|规模")
_INVESTMENT = re.compile(r"\A(?:计划|年度计划|当年计划)?(?:总投资|投资)\Z")
_INVESTED = re.compile(r"(?:总投资|计划投资)\Z")
_RATE = re.compile(r".{1,3}率")
_OUTPUTS = frozenset(["产值", "总产值", "销售收入", "营业收入", "营收"])
_SUMS = frozenset(["投资总额", "投资金额", "总投资额", "投资额", "金额", "总金额", "金额总计", "金额合计"])
_WHOLES = frozenset(["总面积", "总建筑面积"])
_TOGETHER = re.compile(r"([一二两三四五六七八九十]大[^，、\d]{2,6}?)(?:合计)?占比")
_REACHED = re.compile(
    r"[可有]望(?=[比较同])|(?<=产业)(?:今年|去年|上年)?(?:实现|完成)(?=(?:总?产值|营业收入|销售收入|营收)\Z)"
)
_PARK = re.compile(f"[\u4e00-\u9fff（）]{{2,16}}(?:{A_ZONE}|工业园|产业园|科技园|集中区)")
_OPENED = ("从", "由")
_AFTER_SERIES = re.compile(
    r"，[^，。；\d]{0,12}?(?P<what>[\u4e00-\u9fff]{0,6}(?:产值|收入|营收|税收|出口额?|进出口额?|产量|销量|产能|数量|人数|规模|投资))"
    r"(?:[一二两三四五六七八九十]年|实现|上了|翻|增|涨)"
)
_A_PLANS_END = re.compile("(?:到|至|在)?“?十[一二三四五六]五”?(?:期?末|时期|期间)")
"""力争|“十四五”末|提升到30%: when, and no name of what is measured."""
_FROM_FIRST = re.compile(r"[从由](?:\d{4}年|去年|上年)的?\d[\d.]*[余多]?[万亿]*[\u4e00-\u9fff]{1,3}\Z")
"""产值|从2017年的34亿元|到去年的41亿元."""
_YEARS = re.compile("[一二两三四五六七八九十]年(?:间|来)?$")
_EACH = re.compile(r"(?:平均)?[一每](?:天|月|年|小时)")
_SHARING = re.compile(
    r"(?<=[，：；])(?P<what>[^，。；：\d]{4,24}(?:户数|额|产值|总值|数量?|收入|面积|产量|销量|投资|税收))，(?:分别)?占[^，。；]*\Z"
)
_FORMERLY = re.compile("(?:\\A|(?<=[，。；：“]))(?P<when>原来|原先|从前|以前|过去)(?![的是有一\\d])[^，。；]*\\Z")
_APART = 3
_ABLE = re.compile("(?P<first>[\u4e00-\u9fff]{2,8}?)(?P<rest>[及和与、][\u4e00-\u9fff]{2,10}?能力)")
_ENCOURAGED = re.compile("鼓励[^。；]{2,30}[，](?:共建|引进|新建|建设|设立)\\Z")
_BY_NOW = re.compile("[，,；](?:现在|如今|目前|而今)")
_AT_FIRST = re.compile(
    r"(?:\A|(?<=[，。；]))[^，。；\d]{0,4}?"
    r"(?P<when>刚?(?:起步|成立|开园|建区|建园|创业|挂牌|创办)(?:时|之时|之初|初期|伊始))，"
)
_FIRST_DAYS = re.compile("[时初期始]，")
"""How a clause on the first days ends: without it none needs to be looked for."""
_SINCE_THEN = re.compile("现在|如今|目前|眼下|今年|去年|\\d{4}年|到|后来|[一二两三四五六七八九十\\d]年[后来]")
_CLAUSE = re.compile(r"[，：]")
_BARE_CHANGES = re.compile("(?:同比|环比|[较比](?:上年|去年|上月|年初))?(?:减少|增加|减收|增收|多收|少收)")
_BARE_SHARES = frozenset(["占", "就占", "占去", "占了", "就占了"])
_INDUSTRY = re.compile(
    r"(?:其中|特别是|尤其是)?([^是的和与及在\d，、]{2,10}产业)(?!园|基地|链|带|集群|化|大|类|体|协)(?=[^\d]{2,})"
)
_FACILITIES = ("孵化器", "空间", "基地", "产业园", "厂房", "载体", "楼宇", "加速器", "园区", "仓库", "公寓")
_PAID = re.compile(r"(?:企业|人才|机构|公司)\Z")
_HELPING = frozenset(["帮助", "支持", "助力", "协助", "助推", "服务"])
_LARGE = ("亿", "千万", "百万", "万亿")
_OF_MONEY = re.compile("(?:额|产值|收入|投资|利润|税收|利税|资金|营收|销售|资产)\\Z")
_WHERE = re.compile("\\A在[^，。；的]{2,14}(?=(?:总?投资|投入|建设)\\Z)")
"""在北城|投资7000万元: where is no part of what is measured."""
_THE_MOST = re.compile(
    "(?:\\A|[，。；])(?:其中|而)?(?P<what>(?![^，]*(?:[区园]|增[速幅长]|[规体]量|规模|数量|总量|贡献|占比)[^，]*最)[^，。；\\d的]{2,8}?)(?:块头|势头|跑得|涨得|走得|增长|增速)?最[大快猛好难多高]，\\Z"
)
_AT_WORK = re.compile("(?<=企业)(?:用工|员工|从业人员|职工)(?:总数)?\\Z")
_ONE_THING = re.compile(
    "(?:\\A|[，。；])(?:单是|单单是?|仅仅?是?|光是?|单|只)(?P<what>[^，。；\\d]{2,10}?)这?一(?:项|块|个产业|个行业)，\\Z"
)
_LONGEST = 40
"""A metric longer than this is a clause that was not understood."""
_HELP = re.compile("的?(?:资助|补助|补贴|奖励|贴息)")
_GIVEN_TO = re.compile(r"\A.*?[给对](?P<who>[^，给对]{2,8})\Z")
"""区里的“海创计划”给项目最高1000万元|资助|: what the project gets."""
_TO_THEM = re.compile("[向为给对帮助]|支持|惠及|服务|引导")
_THEIRS = re.compile("获得?|取得|举荐|推荐|享受|通过|凭|靠|实现|完成|申请")
_ROSE = re.compile("(?<=.{2})[却则也仅只又仍还更已]*(?:涨了?|攀升了?|走高了?)\\Z")
_FELL = re.compile(
    "(?<=.{2})[却则也仅只又仍还更已]*(?:跌了?|(?<![用花卖吃拆关清省烧丢])掉了?|砍掉了?|砍了|缩水了?|走低了?)\\Z"
)
"""利润却只涨了|3.4%|, 出口掉了|5.2%|: as a report would say it."""
_DONE = ("完成", "已完成", "建成", "完成投资", "完成总工程量", "完成工程量", "完成总量", "安装完成", "建设完成")
_CHEAPER = re.compile("([比较][^，。；]{2,6})(?:就|又|还)?(?:能|可以?)?省\\Z")
_UNCLEAR = "未能确定指标名称"


def tidy(  # noqa: PLR0912  one look after another
    frames: Sequence[Frame], measures: Sequence[Measure], told: Sequence[Measure], words: FigureWords
) -> None:
    """Put the metrics of a sentence in order; `measures` are changed in place, `told` were said before them."""
    theirs = False
    for index, (frame, measure) in enumerate(zip(frames, measures, strict=True)):
        if frame.quantity.unit == "分" and measure.metric in ("以", "分别以"):
            measure.metric = measure.core = "得分"
        measure.metric = bare.named(frame, measure, (*told, *measures[:index]), words)
        before = measures[index - 1] if index else told[-1] if told else None
        _complete(frame, measure, before, words)
        _staged(frame, measure, before if index else None, frames[index - 1] if index else None)
        measure.metric = _whose_act(frame, frames[index - 1] if index else None, measure, words) or measure.metric
        measure.metric = _edges(frame, of_land(frame, of_money(frame, _of_two(measure, measures[:index]))))
        if measure.metric[:1] in "到至在“十" and before is not None and _A_PLANS_END.fullmatch(measure.metric):
            measure.metric = measure.core = before.core or before.metric
        elif "的" in measure.metric and len(measure.metric) > _APART:
            measure.metric = _FROM_FIRST.sub("", measure.metric) or measure.metric
        _in_whole(frame, measure)
        if measure.metric in ("相比增长", "相比下降") and before is not None:
            measure.metric = (
                f"{before.core}{measure.metric.removeprefix('相比')}"  # 总产值190亿元，与去年同期|相比增长26%|
            )
        if frame.quantity.unit in RELATIVE:
            measure.metric = _FELL.sub("下降", _ROSE.sub("增长", measure.metric))
        if frame.quantity.unit == "位" and measure.metric.endswith(("排名", "位次")):
            measure.relation = Relation.RANK  # 综合排名分别为67位和89位
        if frame.quantity.unit == "%" and measure.relation is Relation.LEVEL:
            _as_part(measure)
        _of_one(frame, measure)
        theirs = theirs or _of_these(frame, words)
        if theirs and measure.owner.kind in (OwnerKind.NONE, OwnerKind.OTHER):
            measure.doubts.append(_UNCLEAR)
        if given := _HELP.match(frame.sentence.text, frame.quantity.end):
            measure.metric = _GIVEN_TO.sub(rf"\g<who>{given[0]}", measure.metric)
        if measure.relation is Relation.LEVEL:
            measure.metric = _then(frame) + measure.metric
        if before is not None and _EACH.fullmatch(measure.metric):
            measure.metric += before.core  # 出口手机5000万部，平均一天16万部
        if measure.metric == "占比" and (together := _TOGETHER.match(frame.words(frame.first, frame.at))):
            measure.metric = f"{together[1]}合计占比"
        owed = frame.quantity.unit.endswith("元") and _PAID.search(measure.metric)
        points = measure.metric[:1] in "这那其该此让把还与对" and _POINTING.match(measure.metric)
        empty = names_nothing(measure.metric) and not _counts_firms(frame, measure.metric, words)
        if empty or points or owed or measure.metric in _SUMS or not 1 < len(measure.metric) <= _LONGEST:
            measure.doubts.append(_UNCLEAR)
        if index + 1 == len(frames) and frames[0].words(frames[0].first, frames[0].at).startswith(_OPENED):
            _of_series(frames, measures)
        if _required(frame, measure.metric):
            measure.doubts.append(_UNCLEAR)
        sizes.note(frame, measure)


def _in_whole(frame: Frame, measure: Measure) -> None:
    """A metric without the project's name before it and without 分别, with all that it is a share of or can do."""
    if project := sized(frame):
        measure.metric = measure.core = frame.sentence.text[: frame.quantity.start].rpartition(project)[2] or "投资"
    if measure.relation is Relation.SHARE:
        measure.metric = _whole_share(frame, measure.metric)
    if len(measure.metric) > _APART:
        measure.metric = measure.metric.removeprefix("分别")  # 分别到达汉堡、明斯克等|11个|城市
    able = _ABLE.match(frame.sentence.text, frame.quantity.end)
    if able and measure.metric.endswith(able["first"]):
        measure.metric += able["rest"]  # 建成4万吨/日|污水处理及再生水处理能力|


def _required(frame: Frame, metric: str) -> bool:
    """Whether a number only says what is asked for: 国家标准是8050度，我们降到|7900度|; 鼓励共建|200亩以上|产业园区."""
    text, at = frame.sentence.text, frame.quantity.start
    clause = text[max(text.rfind(mark, 0, at) for mark in "，；。") + 1 : at]
    if metric.endswith("标准"):
        return "标准" not in clause
    return (
        text.endswith("以上", at, frame.quantity.end) and _ENCOURAGED.search(text, frame.sentence.start, at) is not None
    )


def _whole_share(frame: Frame, metric: str) -> str:
    """新登记企业户数，分别|占当月总户数比重|: with what stands before the comma, and without 分别."""
    metric = metric.replace("分别占", "占", 1)
    told = _SHARING.search(frame.sentence.text, frame.sentence.start, frame.quantity.start)
    return told["what"] + metric if told and metric.startswith("占") else metric


def _as_part(measure: Measure) -> None:
    """二期工程|完成过半|: how much of it is done; 物流成本|比从前省|了两成: by how much it fell."""
    if measure.metric.endswith(_DONE):
        measure.relation = Relation.SHARE if measure.metric.endswith("量") else measure.relation
        measure.metric += "比例"
    elif measure.metric.endswith("省") and (found := _CHEAPER.search(measure.metric)):
        measure.metric = f"{measure.metric[: found.start()]}{found[1]}下降"
        measure.relation = Relation.GROWTH


def _of_two(measure: Measure, before: Sequence[Measure]) -> str:
    """甲营收136亿元、乙301亿元，其中|后者|增长8%: the one of the two that is meant; other metrics as they are."""
    which = measure.metric[:2]
    levels = [m for m in before if m.relation is Relation.LEVEL]
    if which not in ("前者", "后者") or len(levels) < len(which):
        return measure.metric
    return f"{levels[-1 if which == '后者' else -2].core}{measure.metric[2:]}"


def _of_these(frame: Frame, words: FigureWords) -> bool:
    """Whether a number counts what was counted before: 这|126户|企业; what follows is theirs and not the zone's."""
    start = frame.quantity.start
    return frame.quantity.unit in words.classifiers and frame.sentence.text.startswith("这", max(0, start - 1))


def _of_one(frame: Frame, measure: Measure) -> None:
    """Of the one thing that the clause before names: 单是集成电路一项，进出口达|41亿元|; 光伏跑得最快，增长|27%|."""
    if measure.owner.is_entity:
        return
    text, start, at = frame.sentence.text, frame.sentence.start, frame.tokens[frame.first].start
    found = _ONE_THING.search(text, start, at) if "一" in text[max(0, at - 4) : at] else None
    if found is None and measure.core in _OUTPUTS:
        found = _THE_MOST.search(text, start, at)
    if found is not None:
        thing = found["what"]
        measure.metric = thing + measure.metric.rpartition(thing)[2]  # 仅光伏产业|产值
        measure.core = thing + measure.core.rpartition(thing)[2]


def unit_of(metric: str, text: str, printed: str) -> str:
    """The unit that a number leaves to what it measures: 人口|32万|, 销售额|70亿|; else the printed one."""
    if printed:
        return printed
    if metric.endswith("人口"):
        return "人"
    return "元" if text.endswith(_LARGE) and _OF_MONEY.search(metric) else ""


def _whose_act(frame: Frame, before: Frame | None, measure: Measure, words: FigureWords) -> str:
    """企业获得授信 of 21家|企业|获得授信|9.7亿元|: who was counted has done it, and not the zone; else empty."""
    if before is None or frame.before < 0 or frame.listed or before.quantity.unit not in words.actors:
        return ""
    at = before.noun_end
    if before.at != frame.before or not before.noun < at < frame.at or frame.tokens[at].kind not in "VD":
        return ""
    told, noun = frame.words(at, frame.at), before.words(before.noun, at)
    if _TO_THEM.search(frame.words(before.first, before.at)) or not _THEIRS.match(told):
        return ""  # 向183家企业放款: they are whom it was done to
    again = noun in measure.metric or not measure.metric or not told.startswith(measure.metric[:2])
    return "" if again else noun + measure.metric


def _then(frame: Frame) -> str:
    """起步时 of 起步时，区内企业只有46家，年收入不足4000万元: how things were at first is no number of today."""
    text = frame.sentence.text
    begins = max(frame.sentence.start, text.rfind("；", frame.sentence.start, frame.quantity.start) + 1)
    formerly = _FORMERLY.search(text[begins : frame.quantity.start])
    if formerly and _BY_NOW.match(text, frame.quantity.end):
        return formerly["when"]
    if _FIRST_DAYS.search(text, begins, frame.quantity.start) is None:
        return ""
    found = _AT_FIRST.search(text, begins, frame.quantity.start)
    if found is None or _SINCE_THEN.search(text, found.end(), frame.quantity.start):
        return ""
    return found["when"]


def _counts_firms(frame: Frame, metric: str, words: FigureWords) -> bool:
    """Whether the clause counts all firms there are: 全区现有|企业300家|."""
    if metric != "企业" or frame.quantity.unit not in ("家", "户"):
        return False
    told = frame.tokens[frame.first : frame.at]
    there = any(t.role in ("have", "zone") or t.text in words.zone for t in told)
    return there and all(
        t.text in ("企业", "各类")
        or t.kind in "TCXD"
        or t.role in ("zone", "have", "link", "reach")
        or t.text in words.zone
        for t in told
    )


def _told_behind(last: Frame) -> str:
    """产值 of 从2017年的34亿元到去年的41亿元，|产值|两年上了一个台阶: what it is of, told behind it."""
    told = _AFTER_SERIES.match(last.sentence.text, last.quantity.end)
    return told["what"] if told else ""


def _of_series(frames: Sequence[Frame], measures: Sequence[Measure]) -> None:
    """从2019年的18.4亿元，到2022年的40.2亿元，某区的技改投资|增长了1.2倍|: the series is of what has grown."""
    for index, measure in enumerate(measures):
        if measure.metric in _OPENED or _FROM_FIRST.fullmatch(measure.metric):
            grown = next((m for m in measures[index + 1 :] if m.relation is Relation.GROWTH and m.core), None)
            told = _YEARS.sub("", grown.core) if grown is not None else _told_behind(frames[-1])
            if told:
                measure.metric = measure.core = told
                measure.doubts = [doubt for doubt in measure.doubts if doubt != _UNCLEAR]


def _edges(frame: Frame, metric: str) -> str:
    """A metric without what does not belong to it, and with the negation or 已 that does."""
    metric = as_noun(frame, metric)
    while (metric[:1] in _HEAD_BEGINS or metric[:1].isdecimal()) and (head := _HEAD.match(metric)):
        metric = metric[head.end() :]
    if metric[-1:] in _LOOSE_ENDS or metric.startswith("中有") or "连续全" in metric:
        metric = _LOOSE.sub("", metric)
    metric = _SO_LONG.sub("", metric) if "以来" in metric else metric
    metric = _WHERE.sub("", metric) if metric[:1] == "在" else metric
    if metric in _HIRING and frame.quantity.unit in ("人", "名"):
        metric = "招工"  # 光这一家就招了2400多人
    if frame.quantity.text.startswith("过") and metric[-1:] in "迈跨越跃翻" and len(metric) > 2:
        metric = metric[:-1]  # 生产总值迈|过400亿元门槛
    if frame.quantity.unit in ("次", "场", "轮") and metric.endswith(("签约项目", "开工项目")):
        metric = metric.removesuffix("项目")  # 3次|集中签约|项目共计30个
    if frame.quantity.unit in ("家", "户"):
        metric = _AT_WORK.sub("", metric)  # 投产的17家企业|用工4000多人
    if metric.endswith("企业的企业"):
        metric = metric.removesuffix("的企业")  # 2家企业|获评示范企业
    if metric[-1:] in _TAIL_ENDS:
        metric = _TAIL.sub("", metric)
    if frame.quantity.unit in AREAS:
        metric = _LAND.sub(r"\1面积", metric)
    metric = _LONG_NAMES.get(metric, metric)
    if "望" in metric or "产业" in metric:
        metric = _REACHED.sub("", metric)
    if metric[:2] in metric[2:] or metric[-2:] in metric[:-2]:
        metric = _TWICE.sub(lambda match: match[1] or match[2], metric)
    return _prefix(frame, metric) + metric


def _prefix(frame: Frame, metric: str) -> str:
    """不 of 不|见面招商, 已 of 已|投项目."""
    if _BEFORE.isdisjoint(frame.led):
        return ""
    first = next((i for i in range(frame.first + 1, frame.at) if metric.startswith(frame.tokens[i].text)), -1)
    if first < 0 or frame.words(first, frame.at)[: len(metric)] != metric:
        return ""
    mark, token = frame.tokens[first - 1], frame.tokens[first]
    if mark.end != token.start:
        return ""
    if mark.text in _NEGATIONS:
        return mark.text
    modifies = len(token.text) == 1 and frame.tokens[first + 1].kind == "N"
    return mark.text if mark.text == "已" and modifies else ""


def _complete(  # noqa: PLR0912  a list of rules, the first that fits
    frame: Frame, measure: Measure, before: Measure | None, words: FigureWords
) -> None:
    """What a metric takes over from the figure before it."""
    if before is None and measure.core in _OUTPUTS and measure.owner.kind in (OwnerKind.NONE, OwnerKind.OTHER):
        industry = _industry(frame) or _industry_before(frame)
        measure.metric, measure.core = industry + measure.metric, industry + measure.core
    elif before is not None and measure.core in _OUTPUTS and measure.relation is Relation.GROWTH:
        industry = before.core.removesuffix(measure.core) if before.core.endswith(f"产业{measure.core}") else ""
        measure.metric, measure.core = industry + measure.metric, industry + measure.core
    if before is not None and before.core:
        _changed(measure, before)
    if before is None or measure.relation not in (Relation.LEVEL, Relation.SHARE):
        return
    if before.unit == measure.unit and before.core and _PARK.fullmatch(measure.metric):
        measure.core = before.core.removeprefix("累计")  # 投入资金9.36亿元。其中，某工业园|4.9亿元
        measure.metric += measure.core
        return
    here = frame.before >= frame.first and not frame.listed
    bare = measure.owner.kind in (OwnerKind.NONE, OwnerKind.OTHER)
    ended = _INVESTED.search(before.metric)
    if measure.metric in _SUMS and before.unit in words.classifiers and (before.head or before.core):
        measure.metric = (before.core or before.head) + measure.metric  # 新发放贷款58笔，金额2.1亿元
    elif measure.metric in ("目标", "预期目标") and before.unit == measure.unit:
        measure.metric = before.core or before.metric  # 去年产值74亿元，今年目标130亿元
    elif here and before.unit in words.classifiers and _RATE.fullmatch(measure.metric):
        measure.metric = before.metric + measure.metric
    elif here and not measure.owner.is_entity and measure.metric == "完成投资" and before.head.endswith("项目"):
        measure.metric = before.head + measure.metric  # 87个重点项目一季度完成投资76.9亿元
    elif bare and _INVESTMENT.match(measure.metric) and ended and ended.start() > 1:
        measure.metric = before.metric[: ended.start()] + measure.metric
    elif measure.metric in _OUTPUTS and (industry := _industry(frame)):
        measure.metric = industry + measure.metric
    elif bare and measure.metric in _OUTPUTS and before.core != measure.metric and before.core.endswith(measure.metric):
        measure.metric = before.core
    elif bare and measure.metric == "总投资" and before.unit in words.classifiers and before.metric.endswith("项目"):
        measure.metric = before.metric + measure.metric
    elif measure.metric in _WHOLES and before.unit in words.classifiers and before.head and _joined(frame, before):
        measure.metric = before.head.removesuffix("建成") + measure.metric
    elif here and before.unit in words.classifiers:
        helper = next((t.text for t in frame.tokens[frame.first : frame.before] if t.text in _HELPING), "")
        behind = frame.tokens[frame.before + 1 : frame.at]
        if helper and len(behind) > 1 and behind[0].kind == "N" and behind[1].kind == "V":
            measure.metric = f"{helper}{behind[0].text}{measure.metric.removeprefix(behind[0].text)}"


def _changed(measure: Measure, before: Measure) -> None:
    """预算收入3亿元，|减少|1.6亿元，|降幅|24%: what has changed; 合同外资5亿美元，去年就|占|了3亿美元: the same."""
    changed = _BARE_CHANGES.fullmatch(measure.metric)
    if changed or (measure.metric in _BARE_SHARES and measure.unit == before.unit):
        how = measure.metric if changed else ""
        measure.core, measure.metric = before.core, f"{before.core}{how}"
    elif before.relation is Relation.DELTA and measure.metric[-2:] in ("降幅", "增幅") and len(measure.metric) <= 4:
        measure.core, measure.metric = before.core, f"{before.core}{measure.metric[-2:]}"


def _joined(frame: Frame, before: Measure) -> bool:
    """Whether an area is that of what was counted: in a list, or right behind it (孵化器14家，总面积31万平方米)."""
    tokens, mark = frame.tokens, frame.first - 1
    return frame.listed or (mark > 0 and tokens[mark - 1].kind == "Q" and before.head.endswith(_FACILITIES))


def _industry(frame: Frame) -> str:
    """The industry that a clause before began with: 轨道交通产业|集聚企业76家，去年实现产值92亿元."""
    text, at = frame.sentence.text, frame.tokens[frame.first].start
    start = max(frame.sentence.start, text.rfind("；", frame.sentence.start, at) + 1)
    clauses = _CLAUSE.split(text[start:at])
    return next((match[1] for clause in reversed(clauses) if (match := _INDUSTRY.match(clause))), "")


def _industry_before(frame: Frame) -> str:
    """The industry that the sentence before began with: 动力电池产业产能达145GWh。今年一季度，|产值下滑12.4%|."""
    text, end = frame.sentence.text, frame.sentence.start
    start = max(text.rfind(mark, 0, max(end - 1, 0)) for mark in "。！？") + 1
    match = _INDUSTRY.match(text, start, end) if start < end else None
    return match[1] if match else ""


def _staged(frame: Frame, measure: Measure, before: Measure | None, last: Frame | None) -> None:
    """一期 of the clause, or of the clauses before that speak of the same project."""
    if not _STAGED.search(measure.metric) or "总投资" in measure.metric or _STAGE.search(measure.metric):
        return
    own = _STAGE.search(frame.words(frame.first, frame.at))
    bare = measure.owner.kind is OwnerKind.NONE and not measure.owner.text
    between = frame.sentence.text[last.quantity.end : frame.quantity.start] if last else ""
    held = _STAGE.match(before.metric) if before is not None and bare and not _WHOLE.search(between) else None
    stage = own or held
    named = measure.owner.is_entity and _STAGE.search(measure.owner.text)  # 线束二期项目: its name says so
    if stage is not None and not named:
        measure.metric = stage.group() + measure.metric
