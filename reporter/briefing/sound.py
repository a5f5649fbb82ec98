"""Whether a figure's name can be put before a reader: a clean noun phrase that says of what the number is.

What extraction reads is kept with its evidence whatever its words are like; a card or a sentence of ours shows only
what reads well and cannot be taken for something else. The rules are about how Chinese noun phrases are built:

- a rate needs what it is a rate of: 实施率 alone says nothing, 试点任务实施率 does;
- money that is invested belongs to a project or a company, never to a zone as such: 总投资, 估算总投资;
- a name does not begin with a verb (保证…基地) and does not end inside a place or time (…现场, …项目中);
- a number of tonnes or watts before 项目 is part of a project's name (年产30GWh动力电池项目), no measure of it;
- money is counted in 元 (新引进的项目计划总投资 10个 counts something else), and what is counted is no name (46个项目);
- a number inside a slogan in quotation marks is a figure of speech of the programme, no result that leads a page.
"""

from __future__ import annotations

import re

from reporter.briefing.own import ITSELF
from reporter.briefing.parts import is_part
from reporter.model import Line, Project, Qualifier, Relation, Scope, Status

_POINTING = re.compile(
    r"^(?:（|这|那|该|其|此|另|我|他|她|它|本(?!科|土|地|币|外币)|也|并|又|还|只|仅|均|被|由|从|以|为(?!.*解决)|出(?!口|租|让|货|生|栏)|到(?!位|账|港|岸|货|资|岗|期|园|会|访)|分别|包含)"
)
_HANGING = re.compile(r"(?:现场|时|中|上|后|前|内|的|了|和|与|并|及|或|等|只剩|仅剩|只有|仅有)$")
_DOING = re.compile(
    r"^(?:保证|建设(?!银行|集团)|打造|处理|协助|推动|实施|推进|加快|开展|成为|围绕|随着|确保|帮助|通过)"
)
_DID = re.compile(r"[办建开搞]起(?:来|了)?“")  # 职业院校办起“订单班”: a sentence, no name
_AIDING = re.compile(r"协助|帮助|组织|助力|拉动|带动")
_ITS = re.compile(r"(?:^|[，。；,;“])(?:公司|企业|该公司|该企业|集团|我们)[^，。；,;]*$")
_NO_NAME = re.compile(
    r"(?:供应链|物流|科技|技术|贸易|管理|投资|发展|建设|实业|服务|工程|材料|电子|制造)*(?:股份|有限|责任)*公司|集团|项目|基地|平台|中心|大桥"
    r"|(?:[该这]家?|一家|初创|外贸|外资|民营|科技|小微|中小微?|龙头|代工|配套|跨境电商|合资|入驻)*(?:公司|企业|工厂|生产线|产线)"
)
_DATED = re.compile(r"[今去明]年|\d[月日]")  # 大桥今年5月合龙 is no name
_FIRMS = re.compile("(?:^|[，；])(?:该|这家)?(?:公司|企业)(?:去年|今年|现有|已|年)*[^，；]*$")
"""其二期项目总投资5亿美元，|企业去年进出口额|占……: the firm's, not the project's."""
_PEOPLE = re.compile(r"我们|他们|咱们|你们")
_BARE = re.compile(r"(?:年|总|月)?(?:产值|收入|营收|利润|面积|货值|产量|订单|规模)|销售收入|营业收入|合同金额|订单金额")
_DONE = re.compile(r"[投建签设产]?(?:投|建|签|设|产)(?:项目|企业|基金|载体|平台)")
_HELPED = re.compile(r"(?:帮|协助|助力|推动|促进|支持|吸引|组织|为)[^，。；,;]*$")
_FOR_ONE = re.compile(r"为(?:该|这家|本)?(?:企业|公司)[^。；]*$")
_CLASSES = re.compile(r"国家和地区|国家|地区|领域|行业|省份|省市|方面|部门|城市")
_OF_OTHERS = re.compile(r"产业(?!园)[^，。；]*\d|加工|生产(?!总值)")
"""全区装备产业聚集企业53家；今年以来，实现|产值|88亿元: of those before, not of the zone."""
_BARE_NOUN = re.compile(
    r"项目|企业|公司|机构|平台|人才|产业|产品|奖励金额|(?:(?:已|正在|待|按期|再|新)?(?:投产|在建|建设|续建|新建|待建|竣工|开工|签约|落户|建成|"
    r"前移|前进|上升|提升))+"
)  # which ones, or what of them, stands elsewhere
_BARE_RATE = re.compile(r"(?:总体)?(?:实施|完成|落实|覆盖|使用|合格|达标|成功|转化|占有|增长|提升|利用|回收|贡献)率")
_BARE_MONEY = re.compile(
    r"(?:项目)?(?:计划|预计|估算|概算|涉及|协议(?=总))?(?:总|新增)?投资(?:总额|额|约)?|(?:新建厂房|总)?建筑面积"
)
_MONEY = re.compile(r"(?:投资|产值|收入|税收|利润|投入|资金|金额|贷款|存款|产出)(?:总?额)?$")
_MONEY_UNITS = ("元", "%", "倍", "百分点", "成")
_COUNT_NAME = re.compile(r"\d+(?:余|多)?[个家项户]")
_NAME_GOES_ON = re.compile(r"[^，。；、,;将可已]{0,18}?(?:项目|工程|技改|改造|焦炉|电石|热炉|机组|电站)")
_COUNTED = ("个", "项", "条", "家", "座", "处", "期", "元", "美元", "欧元", "%", "名", "人", "亩", "平方米", "平方公里")
_PROJECT = re.compile(r"投资|用地|占地|面积|产能|产值|规模|生产|年产|产量|营收|收入|能力|容量|容纳|利税|税收|吞吐")
_SLOGAN = re.compile(r"“[^“”]{2,14}”")
_PHASE = re.compile(r"(?:一|二|三|首)期(?!间)")
_WHOLE = re.compile(r"总投资|。")
_MONEY_WORDS = re.compile(r"(?:计划|预计|估算|概算|拟)?(?:[一二三首]期|固定资产)?(?:总|追加|新增|协议)?投资(?=总?额?$)")
_MONEY_AHEAD = re.compile("计划|预计|估算|概算|拟")
_CAPITAL = ("注册资本", "注册资金")
_MORE = re.compile(r"(?:追加|增加|新增)(?:了)?(?:投资|近|超过|超|约|逾)*$")
_TERMS = re.compile(
    r"门槛|每新增|每增加|首次认定|^一次性|每月每平方米|最多可|最高可|每户企业|(?:奖励|补贴|补助|资助)(?:比例|标准|上限)|最高(?:奖励|补贴|补助)"
)
_ENTITLED = re.compile(
    r"可(?:领取|享受|获得|申领|借)|每[人户款项家个台亩](?:每[月年])?(?:最多|最高)?(?:可(?!比)|给予|奖|补|资助)"
)
_THEN = re.compile("当[时年]|那[时年]|彼时")  # 当时，全区销售收入只有286亿元: no figure of today
_OUTLINE = re.compile("授信|意向|框架(?:性)?(?:合作)?协议|战略合作")
_URGED = re.compile(r"(?<!用于)(?:鼓励|倡导|允许)")
_PROPOSED = re.compile("提出|明确|规定|要求|赋予|批复|部署|下放|安排")
_FROM_ABOVE = re.compile("《|国务院|省委|省政府|市委|市政府|自治区(?:党委|政府)|商务部|总体方案|方案")
_SINCE_IT = re.compile(
    "(?:^|[，。；“])(?:该|这一|这项|此项?)?(?:政策|措施|计划|方案|办法|新政|制度)(?:实施|出台|推行|施行|落地)以来"
)
_IF_SO = re.compile("(?:以上|以下|以内)?(?:的|者)[，,]")
"""设备投资|300万元|以上的，按10%给予补助: who gets it."""
_FOR_WHOM = re.compile("(?:^|[，；。：])(?:对于?|凡)[^，；。]{2,40}的[，,](?!已|共|累计)[^；。已]*$")
"""对取得型号合格证、生产许可证的，分别奖励|2000万元|: what one may get, and nothing that the zone got."""
_AT_LEAST = re.compile("(?:不低于|不少于|不得低于|不得少于|应达到?|须达到?)$")
_ASKED_OF = re.compile("标准地|新[进上引]|门槛|准入|要求|约定|承诺|合同|对赌")
_RECEIVED = re.compile(
    "^(?:拿到|领到|用上|享受到?|得到|收到|尝到)(?:了|的)?(?:企业|人才|项目|公司)|给(?:片区|园区|该区|我区|新区|企业)的"
)
_AWARD = re.compile(r"奖励|补贴|补助|奖补|资助")


def presentable(line: Line) -> bool:
    """Whether subject and metric name what the number counts, for a card, a list or a title."""
    subject, metric = line.subject, line.metric
    evidence = line.fact.evidence
    if _IF_SO.match(evidence.sentence, evidence.end) or len(metric) < 2 or "这是" in metric or _DOING.search(subject):
        return False
    if any(_POINTING.search(words) or _HANGING.search(words) for words in (subject, metric)):
        return False
    if "现场" in f"{subject}{metric}" or _AIDING.match(metric) or _RECEIVED.search(metric):
        return False
    if subject and (metric.startswith(("公司", "企业", "项目中")) or _two_owners(subject, metric)):
        return False
    if _NO_NAME.fullmatch(subject) or _PEOPLE.search(f"{subject}{metric}") or not line.printed.unit.strip():
        return line.fact.relation is Relation.RANK or line.printed.number in {"2/3", "三分之二"}
    doubted = (
        _misnamed,
        _refused,
        _of_document,
        _of_one_policy,
        _bare,
        _miscounted,
        part_of_name,
        in_slogan,
        _denied,
        _other_noun,
        _long_ago,
    )
    return not any(doubt(line) for doubt in doubted)


def _misnamed(line: Line) -> bool:
    """Whether the name holds a date (大桥今年5月合龙), or is a project's where the sentence goes on about the firm."""
    before = line.fact.evidence.sentence[: line.fact.evidence.start]
    if _DID.search(line.metric):
        return True
    return bool(_DATED.search(line.subject) or (line.subject.endswith("项目") and _FIRMS.search(before)))


def _refused(line: Line) -> bool:
    """Whether the number is that of what is not taken: 亩均投资低于|300万元|的，一律不收."""
    return _NOT_TAKEN.match(line.fact.evidence.sentence, line.fact.evidence.end) is not None


_NOT_TAKEN = re.compile("[^，。；]{0,16}的(?:项目|企业)?[，,](?:一律|坚决|原则上)(?:不|拒)")


def _long_ago(line: Line) -> bool:
    return not line.period and bool(_THEN.search(line.fact.evidence.sentence, 0, line.fact.evidence.start))


def alone(line: Line) -> bool:
    """Whether the number can stand on a card, without a sentence: no part of a sum, no prize with conditions."""
    before = line.fact.evidence.sentence[: line.fact.evidence.start]
    if line.subject and _ITS.search(before) and line.subject not in line.fact.evidence.sentence:
        return False  # 公司3000多名研发人员: which company, another sentence says
    if _floor(line, before):
        return False
    return presentable(line) and not (
        conditional(line) or granted(line) or helped(line) or pledged(line) or is_part(line.fact)
    )


def _floor(line: Line, before: str) -> bool:
    """Whether a number is only what is asked of newcomers: 新进项目都按标准地签约，亩均税收不低于|20万元|."""
    return bool(_AT_LEAST.search(before) and _ASKED_OF.search(line.fact.evidence.sentence))


def part_of_name(line: Line) -> bool:
    """Whether the number belongs to a name: 年产**30GWh**动力电池项目, 冶炼公司**12500kVA**硅铁矿热炉改造."""
    after = line.fact.evidence.sentence[line.fact.evidence.end :]
    return line.fact.unit not in _COUNTED and bool(_NAME_GOES_ON.match(after))


def of_one_deal(line: Line) -> bool:
    """Whether the number is the price of one firm's one deal: 以**350万元**的价格中标 tells nothing of a zone."""
    return line.fact.scope is Scope.ENTITY and line.metric.endswith(("价格", "均价", "单价", "标价"))


def helped(line: Line) -> bool:
    """Whether the zone only helps others to it: 帮助135户企业获得融资**5.68亿元** is no money of the zone."""
    evidence = line.fact.evidence
    before = evidence.sentence[: evidence.start]
    at = before.rfind(line.metric)
    before = before[:at] if at >= 0 else before
    return not line.subject and bool(_HELPED.search(before) or _FOR_ONE.search(before)) and "为" not in line.metric


def conditional(line: Line) -> bool:
    """Whether the number is what somebody may get at most, which is nothing without its conditions."""
    return line.fact.qualifier is Qualifier.UPTO and bool(_AWARD.search(line.fact.metric))


def granted(line: Line) -> bool:
    """Whether the number is a term of what one may get, or only encouraged: 出口额门槛, 鼓励……建200亩园区."""
    told = line.fact.evidence.sentence[: line.fact.evidence.start]
    given = _AWARD.search(line.metric) and _FOR_WHOM.search(told)
    return bool(given or _TERMS.search(line.metric) or _ENTITLED.search(line.metric)) or urged(line)


def urged(line: Line) -> bool:
    """Whether the number is only encouraged, which most often somebody above the zone does."""
    return bool(_URGED.search(line.fact.evidence.sentence[: line.fact.evidence.start]))


def pledged(line: Line) -> bool:
    """Whether money was only agreed upon in outline: 签订战略授信合作协议，……提供共计**80亿元**的融资支持.

    A metric that says so itself (授信总额, 意向投资) misleads nobody.
    """
    before = line.fact.evidence.sentence[: line.fact.evidence.start]
    return line.fact.unit.endswith("元") and bool(_OUTLINE.search(before)) and not _OUTLINE.search(line.metric)


def invested(line: Line, project: Project) -> str:
    """What a project's money is: 总投资, 计划总投资, 一期投资, 追加投资; 投资 where the source says no more.

    Money that is still to come (将投资52亿元) is 计划投资.
    """
    if line.metric.endswith(_CAPITAL):
        return line.metric  # what a firm is founded with is no investment
    evidence = line.fact.evidence
    before, after = evidence.sentence[: evidence.start], evidence.sentence[evidence.end :]
    phase = [found[0] for found in _PHASE.finditer(before)]
    said = _MONEY_WORDS.search(line.metric)
    words = said[0] if said else "投资"
    if (
        phase
        and phase[-1] not in f"{project.name}{line.metric}"
        and not _WHOLE.search(before[before.rindex(phase[-1]) :])
    ):
        words = f"{phase[-1]}投资"
    elif _MORE.search(before) and "投资" in f"{before[-8:]}{after[:4]}":
        words = "追加投资"
    if phase and project.name.endswith(phase[-1]):
        words = words.removeprefix(phase[-1])  # 某项目一期，投资20亿元
    ahead = line.fact.status is Status.TARGET and not _MONEY_AHEAD.match(words)
    return f"计划{words}" if ahead else words


def of_project(line: Line, *, told: bool) -> bool:
    """Whether a figure says something of a project: its size, output, land; not what else stands in the sentence.

    Where what it costs is `told` already, another 总投资 is that of the next project in the list.
    """
    if told and _BARE_MONEY.fullmatch(line.metric):
        return False
    return presentable(line) and bool(_PROJECT.search(line.metric))


def in_slogan(line: Line) -> bool:
    """Whether the number stands inside a short phrase in quotation marks: “政务服务事项100%网上可办”."""
    evidence = line.fact.evidence
    return any(m.start() < evidence.start and evidence.end < m.end() for m in _SLOGAN.finditer(evidence.sentence))


def _of_document(line: Line) -> bool:
    """Whether a document or an office above did it: 国务院批复《…措施》，提出了26项措施: the zone proposed none."""
    before = line.fact.evidence.sentence[: line.fact.evidence.start]
    return not line.subject and bool(_PROPOSED.match(line.metric)) and bool(_FROM_ABOVE.search(before))


def _of_one_policy(line: Line) -> bool:
    """政策实施以来，累计兑现资金**6300多万元**: of one policy, which the sentence before names."""
    return not line.subject and bool(_SINCE_IT.search(line.fact.evidence.sentence[: line.fact.evidence.start]))


def _bare(line: Line) -> bool:
    """Whether the metric lacks what it is a measure of."""
    if _BARE_NOUN.fullmatch(line.metric) and not line.subject:
        return True
    if _BARE_RATE.fullmatch(line.metric) and not line.subject and line.fact.relation is not Relation.GROWTH:
        return True
    before = line.fact.evidence.sentence[: line.fact.evidence.start]
    if _BARE.fullmatch(line.metric) and not line.subject and (not ITSELF.search(before) or _OF_OTHERS.search(before)):
        return True
    if line.metric == "货值":
        return True  # of what
    return bool(_BARE_MONEY.fullmatch(line.metric)) and (line.fact.scope is Scope.ZONE or not line.subject)


def _miscounted(line: Line) -> bool:
    """Whether the unit is none for the metric: 总投资 10个; or a count passes for the name of who has the figure."""
    money = _MONEY.search(line.metric) and not line.fact.unit.endswith(_MONEY_UNITS)
    return bool(money or _COUNT_NAME.search(line.subject))


def _two_owners(subject: str, metric: str) -> bool:
    """星河的研发投入 said of another company, 电池生产项目投资 of another project: the metric says already whose."""
    return "的" in metric or (subject.endswith("项目") and "项目" in metric)


def _denied(line: Line) -> bool:
    """不见面招商: without its 不 the metric says the opposite."""
    at = line.fact.evidence.sentence.find(line.metric)
    if at <= 0:
        return False
    before = line.fact.evidence.sentence[at - 1]
    return before in "不未非无" or (before == "已" and bool(_DONE.match(line.metric)))


def of_classes(line: Line) -> bool:
    """Whether it is countries, fields or trades that are counted: 操作系统、芯片等**4个**领域的企业."""
    evidence = line.fact.evidence
    return _CLASSES.match(evidence.sentence[evidence.end :]) is not None


def _other_noun(line: Line) -> bool:
    """21个国家和地区设立的企业 counts countries, whatever is said of the companies from them."""
    evidence = line.fact.evidence
    counted = _CLASSES.match(evidence.sentence[evidence.end :])
    return counted is not None and not line.metric.endswith(counted[0])
