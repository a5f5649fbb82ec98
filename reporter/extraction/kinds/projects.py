"""Projects: what is signed, built and opened in a zone, under the name that the page gives it.

In: a scene and its companies. Out: mentions (`find_projects`) and one `Project` a name (`project_facts`) with stage,
capacity, dates and what the figures around it say of investment and land.

    武汉自贸片区重点建设|国家存储器基地|、|国家信息光电子创新中心|    a verb that builds, a list of heads
    |比亚迪新能源汽车核心零部件产业园项目|总投资100亿元              a head that is always a project
    |超强超短激光实验装置|开放运行                                  a verb after the name
    |中车生一伦|、|同兴达偏光片|…等9个项目与赣州经开区签约           any name in a list of projects

A name that is made of common words only (重点项目, 一流产业集群) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import clause_start, name_start, without_place
from reporter.extraction.kinds.project_built import MEASURED, PRICED, Candidate, built, paid, told
from reporter.extraction.kinds.project_firms import bare_phases, firms_projects
from reporter.extraction.kinds.project_forms import forms
from reporter.extraction.kinds.project_lists import ZONE, contents, counted, entries, lists
from reporter.extraction.kinds.project_names import patterns, proper
from reporter.extraction.kinds.project_told import firm_phases, next_phases, phases, priced, short_phases, treated
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.text import apart, standing
from reporter.language.words import Words
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import place_names, project_words

_JOINED = frozenset(("、", "和", "与", "以及", "及", "的"))
_APART = re.compile("[，。；！？ ]")
_IN_QUOTES = re.compile("“[^”]*”")
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百余多批些几][个条座处项]?$")
_TAKEN_ON = re.compile("\\A(?:承接|引进|签约|落户|新增|新签)")
_CAPACITY = re.compile(
    r"(?:[一二三四]期)?(?:年产)?\d[\d.]*万?(?:吨|千瓦|GWh|GW|MW|套|台|辆)[^，。；、的\d]{1,10}[及与和]$"
)
_ANNUAL = re.compile(r"[年日](?:产|加工|处理|周转|回收|配送)[^，。；、的]{2,16}的$")


def find_projects(scene: Scene, companies: Sequence[Mention], words: Words) -> list[Mention]:
    """Every project's name in the article, in reading order, none inside another."""
    found: list[Mention] = []
    named = by_passage(companies)
    firms = "\n".join({company.name for company in companies})
    formed = list(forms(scene))
    found.extend(form.mention for form in formed)
    silent = {passage.index for form in formed for passage in (form.mention.passage, *form.fields)}
    for passage in scene.passages:
        if passage.index in silent:
            continue  # what a project consists of is no other project
        here = named.get(passage.index, [])
        taken: list[Mention] = []
        before = next((last[-1] for back in (1, 2) if (last := named.get(passage.index - back))), None)
        finders = [finder for sign, finder in _FINDERS if sign in passage.text]
        bare = chain(short_phases(passage, firms), bare_phases(passage, here, before), firms_projects(passage, here))
        for mention in chain(*(finder(passage, here, words) for finder in finders), bare):
            if not any(mention.start < other.end and other.start < mention.end for other in taken):
                taken.append(mention)
        taken.extend(next_phases(passage, taken))
        found.extend(_pairs(passage, sorted(taken, key=lambda mention: mention.start)))
    zones = {zone.name for zone in scene.zones.zones}
    return _again(scene, [m for m in found if m.name not in zones or _put_up(m)])


def _put_up(mention: Mention) -> bool:
    """Whether what bears a park's name is told as a project: in a list or form, by who builds it or what it costs."""
    return mention.rule in _AS_PROJECTS or mention.cue.startswith("由") or mention.cue.endswith("总投资")


_AS_PROJECTS = frozenset(
    (
        "list of projects",
        "heading of a form",
        "entry of a list",
        "size before the name",
        "verb and measure before the name",
        "what it costs before the name",
        "what it costs after the name",
    )
)


def _again(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The mentions and every other place of a name that the article has given once."""
    names = {mention.name for mention in found if len(mention.name) >= 6}
    if not names:
        return found
    spans = {(mention.passage.index, mention.start): mention.end for mention in found}
    more = []
    for passage in scene.passages:
        again = standing(passage.text, names)
        here = [(start, end) for (index, start), end in spans.items() if index == passage.index] if again else []
        for first, last in apart(again):
            if not any(first < end and start < last for start, end in here):
                name = passage.text[first:last]
                more.append(Mention(passage, first, last, name, "named before", name))
    return sorted([*found, *more], key=lambda mention: (mention.passage.index, mention.start))


_TWO = re.compile("[2两二]个[^，。；：]{0,4}项目(?!分别|各)")


def _pairs(passage: Passage, mentions: list[Mention]) -> Iterator[Mention]:
    """Two projects that the page counts and prices together (A和B2个项目……总投资11亿元) are one entry."""
    text = passage.text
    at = 0
    while at < len(mentions):
        first = mentions[at]
        second = mentions[at + 1] if at + 1 < len(mentions) else None
        if second and text[first.end : second.start] in ("和", "与", "及", "、") and _TWO.match(text, second.end):
            yield replace(first, end=second.end, name=text[first.start : second.end])
            at += 2
            continue
        yield first
        at += 1


_ALL_QUOTED = re.compile("“[^”]*”|.*项目.*")
_DISTINCT = re.compile("谷|小镇|新城|产业城|科学城|未来城")


def _named_by_length(text: str, found: Candidate) -> bool:
    """Whether common words together are one thing's name: by length after a verb of building, or by a rare head."""
    if found.kind == "project":
        return found.head - found.start >= 9
    if _DISTINCT.match(text, found.head):
        return found.end - found.start >= 5
    before = text[clause_start(text, found.start, 60) : found.start]
    if MEASURED.search(before) or PRICED.match(text, found.end):
        return _NTH.match(text, found.start) is None
    return found.end - found.start >= 7 and patterns()["done"].search(before) is not None


_NTH = re.compile("第[一二三四五六七八九十0-9]+[条座个家栋期批次]")
"""第二条|生产线 is counted, 第四|作业区 is named so."""

_CALLED_SO = re.compile("[^，。；]{0,24}项目")
"""A 生产线 that only runs is a place of work; one that is built or counted among projects is one."""

_MAINLY = re.compile("主要建设[^。]*$")
"""主要建设…生产线: what a project consists of."""


def _heads(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Names that end in a head and are built, signed or opened; a name in a list is built with the one before it."""
    text = passage.text
    last: tuple[int, str, str] | None = None
    waiting: list[Candidate] = []
    begins = _begins(passage, companies, words)
    for found in _candidates(passage, begins, companies, words):
        stem = text[found.start : found.head]
        start = found.start
        rule = None
        generic = found.generic
        listed = last is not None and text[last[0] : found.start] in _JOINED
        joined = (
            last is not None and text[last[0] : last[0] + 1] == "、" and "、" not in text[last[0] + 1 : found.start]
        )
        joined = joined and "项目" not in text[last[0] : found.start] if last else False
        joined = joined and text[found.start - 1] in "与和" and found.start - last[0] <= 12 if last else False
        if last is not None and (listed or joined) and not (generic and found.end - found.start < 7):
            rule = ("in a list after another", last[2])
            start = last[0] + 1 if text[last[0]] == "、" else start
        elif generic and not _named_by_length(text, found):
            continue
        elif found.kind == "project" and _worth(stem, found.proper) and _single(text, start, found.end, stem):
            rule = ("head of a project", text[found.head : found.end])
        elif found.kind == "project" and not generic and not _ALL_QUOTED.fullmatch(stem) and (cue := told(text, found)):
            rule = cue
        elif (
            found.kind == "line"
            and found.proper
            and not (text.startswith("生产线", found.head) and _CALLED_SO.match(text, found.end) is None)
            and not _MAINLY.search(text, passage.sentence_at(found.start)[0], found.start)
            and not stem.endswith(("公司", "集团"))
        ):
            rule = ("head of a project", text[found.head : found.end])
        elif found.kind == "soft":
            rule = paid(text, found)
        elif found.kind == "place" or (
            found.kind == "line" and not _MAINLY.search(text, passage.sentence_at(found.start)[0], found.start)
        ):
            rule = built(text, found, stem)
        if rule is None:
            waiting.append(found)
            continue
        last = (found.end, *rule)
        end = start
        while rule[0] == "verb after the name" and waiting and text[waiting[-1].end : end] in _JOINED - {"的"}:
            before = waiting.pop()  # A、|B先后建成投用|: what is told of the last of a row is told of all
            if before.kind == "soft" or (before.generic and before.end - before.start < 7):
                break
            end = before.start
            yield Mention(
                passage, before.start, before.end, text[before.start : before.end], "in a list before another", rule[1]
            )
        if found.kind != "project" and text.startswith("的", found.end) and found.end + 1 in begins:
            continue  # 成立了某平台的|服务中心: what is set up is the centre
        yield Mention(passage, start, found.end, text[start : found.end], *rule)


def _no_single(text: str, start: int, end: int, kind: str) -> bool:
    """Whether the words before or after make of a name a kind of thing, several things, or where something happens."""
    before = text[max(0, start - 16) : start]
    if _KIND.search(before) or (kind != "project" and before.endswith(_MANY_ENDS) and _MANY.search(before)):
        return True
    if text[start] == "“" and _STATE_WORK.fullmatch(text, start, end):
        return True
    if before.endswith("的") and (_AIMED_AT.search(before) or _FIRST.search(before)):
        return True
    if _OF_A_KIND.match(text, start, end) or (kind == "line" and before.endswith("在") and text.startswith("上", end)):
        return True  # 工人在|砺光模组生产线|上忙碌: where they are
    if before.endswith(_FOR) and _RECEIVES.match(text, end):
        return True
    return before.endswith(_IN) and _HELD.match(text, end) is not None


_KIND = re.compile("等[^，。；、的]{0,4}$|(?:带着|携带?|拿着|揣着|凭着?|凭借)(?:一个|自己的|这个)?$")
"""飞机、船舶等大型|设备租赁项目 are a kind of project; what a founder comes with (带着) is a plan."""

_MANY = re.compile(
    r"(?<!\d)(?:[2-9]|\d\d+|[两三四五六七八九十数多几]|几十|数十)[余多]?(?:大型)?(?:个|座|条|处|栋|幢|家|只)(?:全新|新|大型)?$"
)
"""新上8条|生产线: so many of a kind, and none of them has a name."""
_MANY_ENDS = (*"个座条处栋幢家只新", "大型")

_OF_A_KIND = re.compile("(?:国内|全国|全球|全省|全市|世界|亚洲|本地)?首[条座个套台家]")
"""国内首条柔性屏产线: says that it is the first, not what it is called."""
_STATE_WORK = re.compile("“[^“”]+”工程")
_AIMED_AT = re.compile(
    "(?:全国|全球|世界|国内|国际|全省|西部|中部|东部|北方|南方)[^，。；“”]{0,6}(?:重要|一流|领先|级|最大)的$"
)
"""建成全国重要的|铜箔生产基地|: what a place wants to be."""
_FIRST = re.compile("(?:这|也|就)是[^，。；“”]{0,8}首[条个座家台][^，。；“”]{0,14}的$")
"""这是全省首条宽幅的|铝板生产线|: says of what it is told before what it is."""
_FOR = ("对", "给", "为", "支持")
_RECEIVES = re.compile("[，]?(?:最高|将|可)?(?:给予|予以|奖励|补助|补贴)")
_IN = ("在", "到", "从")
_HELD = re.compile(
    "(?:[东西南北一二三四]?(?:延伸|延长)?段)?(?:正式|隆重|顺利)?"
    "(?:举行|召开|举办|开幕|内|里|外|门口|门前|采访|参观|调研|出发|看到|见到|了解到)"
)


_NAMED = re.compile(
    "(?=[搭上共建打设联合推加“])(?:(?P<running>“[^“”，。]{2,10}”[一-龥]{2,8}平台)(?=接入|入驻|连接|汇聚|汇集|覆盖|累计|注册)|"
    "(?P<opened>“[^“”，。]{2,10}(?:园|谷|港|基地|中心|小镇|客厅|飞地|驿站)”)(?=[也已于又将]*(?:[今去]年)?(?:\\d{1,2}月)?(?:底|初)?(?:正式)?(?:揭牌|启用|开园|投用|开业|建成|动工|开工|竣工|开馆))|(?P<built>搭建|上线)(?:的|了)?(?P<platform>“[^“”，。]{2,10}”[一-龥]{2,6}平台)|"
    "(?P<verb>共建|建设|打造|建成|设立|联手打造|合作共建)[^，。；“”]{0,14}(?P<name>“[^“”，。]{2,10}(?:园|谷|港|城|基地|中心|平台|示范区|合作区|小镇|客厅)(?<!名城)(?<!之城)(?<!强城)”)|"
    "(?P<forward>推进|加快推进|加快)(?P<site>“[^“”，。]{2,10}(?:园|谷|港|基地|中心|小镇|客厅)”)(?=建设))"
)


_FACILITY = re.compile("”(?:(?<=[园谷港城地心台区镇厅站]”)|[一-龥]{2,8}平台)")
"""How a quoted facility ends: without it none needs to be looked for."""
_SEVERAL = re.compile(
    r"“(?:[一二两三四五六七八九十]|\d+)[个大条座]|“(?:[一二两三四五六七八九十\d]+[个大]?[一-龥]{1,3}){2,}”"
)
_COUNT = re.compile(r"\d+[余多]?[个座处家]")


def _quoted(passage: Passage, _: Sequence[Mention], __: Words) -> Iterator[Mention]:
    """A facility whose whole name is quoted: 共建“飞地园”."""
    for match in _NAMED.finditer(passage.text) if _FACILITY.search(passage.text) else ():
        start, end = match.span(
            next(group for group in ("name", "platform", "site", "running", "opened") if match[group])
        )
        if _SEVERAL.match(passage.text, start) or _COUNT.match(passage.text, end) or "+" in match.group():
            continue  # “两个基地”, “空港+海港” and 设立“无水港”7个 are no one place
        verb = match["verb"] or match["built"] or match["forward"] or ("平台" if match["running"] else "")
        yield Mention(passage, start, end, passage.text[start:end], "quoted after a verb", verb)


_SORT = re.compile("[\u4e00-\u9fff]{0,2}性(?!能)[\u4e00-\u9fff]{0,2}|[^，。；]{2,8}类")
"""支撑|性战略|项目, 水电气通讯类|项目: a sort of projects."""
_OPENS = "，。；：！？、"
"""Right behind one of these, or at the beginning of a text, no name ends."""


def _begins(passage: Passage, companies: Sequence[Mention], words: Words) -> dict[int, re.Match[str]]:
    """Where what ends in a head and could be a name begins, with the last head of those that begin at one place."""
    text = passage.text
    made: dict[int, re.Match[str]] = {}
    for match in patterns()["head"].finditer(text):
        head = match.start()
        if text[head - 1 : head] in _OPENS:
            continue  # nothing stands before it
        start = _start(text, head, companies)
        if (zone := _AT_ZONE.match(text, start, head)) and proper(passage, zone.end(), head, companies, words):
            start = zone.end()  # 宁州经开区|砺光电池项目
        stem = text[start:head]
        if not 2 <= len(stem) <= 40 or _APART.search(stem) or _SORT.fullmatch(stem):
            continue
        made[start] = match
    return made


def _candidates(
    passage: Passage, begins: dict[int, re.Match[str]], companies: Sequence[Mention], words: Words
) -> Iterator[Candidate]:
    """Those of some spans that may be one thing's name, in order."""
    text, known = passage.text, patterns()
    for start, match in sorted(begins.items()):
        head, end = match.span()
        stem = text[start:head]
        kind = _kind(match, stem)
        if match["head"] == "平台" and stem.endswith("”"):
            continue  # “企业成长雷达”平台 is a service, and stands among the measures
        if _NAMELESS.match(stem) or _ENDS_IN_VERB.search(stem, len(stem) - 2) or _no_single(text, start, end, kind):
            continue
        generic = known["generic"].fullmatch(stem) is not None
        own = not generic and (_of_a_firm(text, start, companies) or proper(passage, start, head, companies, words))
        yield Candidate(start, head, end, kind, own, generic)


def _kind(head: re.Match[str], stem: str) -> str:
    """What a head makes of a name: a project by its word (项目, 扩建工程), a line, a place, or perhaps a place."""
    table, word = project_words(), head["head"]
    if head["project"] or word == "项目" or (word == "工程" and patterns()["works"].search(stem)):
        return "project"
    return "line" if word in table.strong else "soft" if word in table.soft_heads else "place"


_AT_ZONE = re.compile(f"[一-龥]{{2,10}}?{A_ZONE}")
_SORT_BEFORE = re.compile("[^，。；、]{0,6}项目(?=[^，。；、]{4})")
_BUILT_AT = re.compile(
    "(?:高新|经开|开发|园|片|新|综保)区内?"
    "(?:(?:投资|规划|启动)?(?:建设|新建|打造|兴建|筹建)|投资(?!集团|公司|有限|促进|控股|发展|服务|管理))(?=.{3})"
)
_FIRST_PART = re.compile("(?:总部|基地|中心|工厂|产业园|研究院)[及和与暨]\\Z")
_PAID_FOR = re.compile(
    r"(?:投资|投入|斥资|出资)[^，。；、]{0,4}?\d[\d.]*[余多]?[万亿]+[余多]?元(?:资金)?(?:完成|实施|建成|启动|推进|用于)?了?(?=.{3})"
)
_BUILD = re.compile("建(?![设立成起造有筑])")


def _of_a_firm(text: str, start: int, companies: Sequence[Mention]) -> bool:
    """Whether a company or institute and 的 stand before: 霁川药业的|创新药产业化基地."""
    if text[start - 1 : start] != "的":
        return False
    return text.endswith(_INSTITUTES, 0, start - 1) or any(company.end == start - 1 for company in companies)


_INSTITUTES = ("研究院", "研究所", "实验室", "大学", "学院")


def _start(text: str, head: int, companies: Sequence[Mention]) -> int:
    """Where a project's name begins.

    Like any name, but a company's short name inside stays whole, one with its legal form is the investor and no part
    of it, quoted words before it belong to it (“学习强国”线下科普基地) and so does 年产…的.
    """
    start = name_start(text, head)
    for company in companies:
        if company.formal and start <= company.end <= head - 4:
            start = max(start, company.end)
        elif company.start < start <= company.end <= head:
            start = company.start
    if start and text[start - 1] == "”" and (opened := text.rfind("“", max(0, start - 14), start)) >= 0:
        start = opened
    if (named := _SORT_BEFORE.match(text, start, head)) and head - named.end() >= 4:
        start = named.end()  # 外资项目|霁乐食品产业园
    if built := _BUILT_AT.search(text, start, head):
        start = built.end()  # 在|高新区建设|智能锁具产业园, 在|高新区投资|海星电机项目
    if (first := _FIRST_PART.search(text, max(0, start - 24), start)) and text.startswith("项目", head):
        return name_start(text, first.start())  # 砺风医药|研发总部及|创新药产业化项目
    if paid := _PAID_FOR.match(text, start, head):
        start = paid.end()  # 投资4900余万元完成|高压线路改迁工程
    if text.endswith("元", 0, start) and _BUILD.match(text, start):
        return start + 1  # 投资3亿元建|智能工厂
    return _with_product(text, start, head)


def _with_product(text: str, start: int, head: int) -> int:
    """The beginning of a name with both halves of what is made, and with how much: 年产3万套|电机|及|零部件项目."""
    joined = text[start - 1 : start] in ("及", "与", "和")
    if joined and (capacity := _CAPACITY.search(text, max(0, start - 22), start)):
        return capacity.start()
    halves = text[start - 1 : start] == "及" and text.startswith(("项目", "工程"), head)
    if halves and not _WHOLE.search(text, 0, start - 1):
        first = name_start(text, start - 1)
        start = first if first < start - 2 else start
    if text.endswith("年产", 0, start):
        return start - 2
    annual = _ANNUAL.search(text, max(0, start - 22), start)
    return annual.start() if annual else start


_WHOLE = re.compile("(?:项目|工程|公司|集团|园区?|平台|中心|基地|企业|机构|部门|政策|服务|以|并)\\Z")
"""Behind one of these 及 joins two things and no halves of one name."""
_CALL = re.compile("(?:招商|招商引资|招引|签约|储备|对接)$")
"""What an office does with projects is in no project's name: 春季|招商|项目."""

_BATCH = re.compile(
    "第[一二三四五六七八九十0-9]+批|首批|上下游|(?:产业|重大|重点|优质|在建|新建|储备|标志性|支撑性|高质量|大|好|[十百千]亿级?)$"
)
_SORTED = re.compile(
    "(?:建设|服务|对接|招商|招引|引进|更新|投资|入驻|落地|考察|推进|推动|储备|谋划|签约|合作|类|等|作为[^，]*)$"
)


_NAMELESS = re.compile(
    "(?:该|本|我们?)?(?:公司|企业|集团)\\Z|“[^“”]+”字号|(?:过渡|周转|临时)\\Z|首[栋座批个幢]|占|送上|搬上|走上|登上|早在|就?设在|[装放]不下|[两几](?:台|套|条|座|个)|[^“”]*(?:引来|迎来|出马)|"
    f"[\u4e00-\u9fff]{{2,8}}{A_ZONE}(?:工业|产业|重点|重大|建设)\\Z|种子期|天使期|初创期|成长期|成熟期|"
    r"(?:入[冬夏秋]|立[冬夏秋]|春节|年底|月底|汛期|[^，]{0,3}节)前|\d+号\Z|.*(?:轴|数控|龙门|立式|卧式)加工\Z|"
    r"(?:[一二三四五]期)?\d+[余多]?[栋幢座条家间层只个项宗批套台]|年产\d[^的]*的(?:扩建|改建|技改|改造|新建)\Z|“[^“”]+”(?:机制|模式|办法|行动|方式)|[^“”]*(?:盘活|清理|处置)|.*办[一二三四五]期\Z|"
    r"(?:第?[一二三四五]期)?(?:年产)?\d[\d.]*[多余]?[万亿]?(?:吨|套|台|辆|片|件|千瓦|平方米|亩|GWh|GW|MW)\Z"
)
"""What stands before 项目 or 生产线 and names nothing: 占|供地项目, 二期3.5万吨|项目, “三个一批”机制盘活停缓建|项目."""
_ENDS_IN_VERB = re.compile("(?:[跑抓谈找拼促盯争干引上看带讲聊推办出]|盯着|变成|变为|跟着|围着|随着|守着|成为|就是)\\Z")
"""How what stands before 项目 ends where it is no name: 白天跑|项目."""


def _worth(stem: str, proper: bool) -> bool:
    """Whether a stem before 项目 is a name: something of its own is left when the sorting words are gone."""
    own = without_place(_IN_QUOTES.sub("", stem)).lstrip("市省县区")
    taken = _TAKEN_ON.match(own)
    if taken and own[taken.end() :] in place_names():
        return False  # 承接江苏|项目41个
    if _CALL.search(stem) or _BATCH.search(stem) or (patterns()["generic"].fullmatch(own) and len(own) < 9):
        return False
    if (
        ZONE.search(stem)
        or "项目" in stem
        or "企业" in stem
        or not own
        or ("“" in stem and patterns()["generic"].fullmatch(own))
    ):
        return False
    if _SORTED.search(stem) and not proper and len(stem) < 9:
        return False
    return proper or len(patterns()["generic"].sub("", stem)) >= 3 or len(stem) >= 9


def _single(text: str, start: int, end: int, stem: str) -> bool:
    """Whether the name is of one project: 17个…项目 are counted, …项目之一 is one of many."""
    if text.startswith(("重点项目", "重大项目", "之一", "的重点", "类", "等", "集中"), end) or _AS_A_KIND.match(
        text, end
    ):
        return False
    if "“" not in stem and _NUMBERED.match(text, end):
        return False
    return not _COUNTED.search(text, max(0, start - 3), start) or "“" in stem


_NUMBERED = re.compile(
    r"(?:累计|已达?|共|约|近|超过?|逾|达到?)*\d[\d.]*[余多]?万?[余多]?[个宗件笔批项](?![^，。；：]{0,6}项目)"
)
"""否决高耗能项目|7个, 新设外资项目|逾1.4万个."""

_AS_A_KIND = re.compile(
    "占(?![地用有])|[多少](?=[，。；、的])|开工不足|不足|减少|增多|偏少|偏多|较少|较多|居多|为主|数量|总数|增速|比重|占比"
)
"""产业转移项目|占新签约项目的八成."""


_FINDERS = (
    ("，", entries),
    ("", lists),
    ("个", counted),
    ("工程", contents),
    ("", _heads),
    ("”", _quoted),
    ("元", priced),
    ("期", phases),
    ("期", firm_phases),
    ("工", treated),
    ("投资", treated),
)
"""Each finder with the word without which it finds nothing."""
