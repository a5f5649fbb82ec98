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

from msgspec import Struct
from msgspec.structs import replace

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import clause_start, name_start, without_place
from reporter.extraction.kinds.project_forms import forms
from reporter.extraction.kinds.project_lists import ZONE, contents, lists
from reporter.extraction.kinds.project_names import patterns, proper
from reporter.extraction.kinds.project_told import firm_phases, next_phases, phases, priced, short_phases, treated
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.language.text import apart, standing
from reporter.language.words import Words
from reporter.lexicon.kinds import place_names, project_words

_JOINED = frozenset(("、", "和", "与", "以及", "及", "的"))
_APART = re.compile("[，。；！？ ]")
_IN_QUOTES = re.compile("“[^”]*”")
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百余多批些几][个条座处项]?$")
_BEGUN = re.compile("(?:启动|开工|投资|建设|引进|签约)的$")
_PRICED = re.compile("(?:，占地[^，。；]{2,10})?，?(?:计划|估算|概算)?总投资")
_PRICED_BEFORE = re.compile(r"投资(?:超过|近|超|约|逾)?\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元的\Z")
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
        finders = [finder for sign, finder in _FINDERS if sign in passage.text]
        for mention in chain(*(finder(passage, here, words) for finder in finders), short_phases(passage, firms)):
            if not any(mention.start < other.end and other.start < mention.end for other in taken):
                taken.append(mention)
        taken.extend(next_phases(passage, taken))
        found.extend(_pairs(passage, sorted(taken, key=lambda mention: mention.start)))
    zones = {zone.name for zone in scene.zones.zones}
    return _again(scene, [m for m in found if m.name not in zones or _put_up(m)])


def _put_up(mention: Mention) -> bool:
    """Whether what bears a park's name is told as a project: in a list or form, or by who builds it (由…投资建设)."""
    return mention.rule in ("list of projects", "heading of a form") or mention.cue.startswith("由")


def _again(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The mentions and every other place of a name that the article has given once."""
    names = {mention.name for mention in found if len(mention.name) >= 6}
    if not names:
        return found
    spans = {(mention.passage.index, mention.start): mention.end for mention in found}
    more = []
    for passage in scene.passages:
        here = [(start, end) for (index, start), end in spans.items() if index == passage.index]
        for first, last in apart(standing(passage.text, names)):
            if not any(first < end and start < last for start, end in here):
                name = passage.text[first:last]
                more.append(Mention(passage, first, last, name, "named before", name))
    return sorted([*found, *more], key=lambda mention: (mention.passage.index, mention.start))


_TWO = re.compile("[2两二]个[^，。；：]{0,4}项目")


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


class _Candidate(Struct, frozen=True, gc=False):
    """A span that ends in a head; `proper` when it holds something of its own, `generic` when only common words."""

    start: int
    head: int
    end: int
    kind: str
    proper: bool
    generic: bool


_ALL_QUOTED = re.compile("“[^”]*”|.*项目.*")
_DISTINCT = re.compile("谷|小镇|新城|产业城|科学城|未来城")


def _named_by_length(text: str, found: _Candidate) -> bool:
    """Whether common words together are one thing's name: by length after a verb of building, or by a rare head."""
    if found.kind == "project":
        return found.head - found.start >= 9
    if _DISTINCT.match(text, found.head):
        return found.end - found.start >= 5
    before = text[clause_start(text, found.start, 60) : found.start]
    if _MEASURED.search(before) or _PRICED.match(text, found.end):
        return _NTH.match(text, found.start) is None
    return found.end - found.start >= 7 and patterns()["done"].search(before) is not None


_NTH = re.compile("第[一二三四五六七八九十0-9]+[条座个家栋期批次]")
"""第二条|生产线 is counted, 第四|作业区 is named so."""

_MEASURED = re.compile(
    r"\d[万亿]*(?:元|美元|平方米|亩|公顷)[^，。；]{0,6}的$|投资[^，。；]{0,6}\d[\d.]*[余多]?[万亿]+(?:美|港|欧)?元(?:建设|新建|兴建|打造|建)$"
)
_MAINLY = re.compile("主要建设[^。]*$")
"""主要建设…生产线: what a project consists of."""


def _heads(passage: Passage, companies: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Names that end in a head and are built, signed or opened; a name in a list is built with the one before it."""
    text = passage.text
    last: tuple[int, str, str] | None = None
    for found in _candidates(passage, companies, words):
        stem = text[found.start : found.head]
        start = found.start
        rule = None
        generic = found.generic
        if _NAMELESS.match(stem) or _ENDS_IN_VERB.search(stem, len(stem) - 2) or _no_single(text, found):
            continue
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
        elif (
            found.kind == "project"
            and not generic
            and not _ALL_QUOTED.fullmatch(stem)
            and (built := _told(text, found))
        ):
            rule = built
        elif (
            found.kind == "line"
            and found.proper
            and not _MAINLY.search(text, passage.sentence_at(found.start)[0], found.start)
            and not stem.endswith(("公司", "集团"))
        ):
            rule = ("head of a project", text[found.head : found.end])
        elif found.kind == "soft":
            rule = _paid(text, found)
        elif found.kind == "place" or (found.kind == "line" and not text[: found.start].endswith("主要建设")):
            rule = _built(text, found, stem)
        if rule is None:
            continue
        last = (found.end, *rule)
        yield Mention(passage, start, found.end, text[start : found.end], *rule)


def _no_single(text: str, found: _Candidate) -> bool:
    """Whether the words before or after make of a name a kind of thing, several things, or where something happens."""
    before = text[max(0, found.start - 16) : found.start]
    if _KIND.search(before) or (found.kind != "project" and _MANY.search(before)):
        return True
    if text[found.start] == "“" and _STATE_WORK.fullmatch(text, found.start, found.end):
        return True
    return _IN.search(before) is not None and _HELD.match(text, found.end) is not None


_KIND = re.compile("等[^，。；、的]{0,4}$|(?:带着|携带?|拿着|揣着|凭着?|凭借)(?:一个|自己的|这个)?$")
"""飞机、船舶等大型|设备租赁项目 are a kind of project; what a founder comes with (带着) is a plan."""

_MANY = re.compile(
    r"(?<!\d)(?:[2-9]|\d\d+|[两三四五六七八九十数多几]|几十|数十)[余多]?(?:大型)?(?:个|座|条|处|栋|幢|家|只)(?:全新|新|大型)?$"
)
"""新上8条|生产线: so many of a kind, and none of them has a name."""

_STATE_WORK = re.compile("“[^“”]+”工程")
_IN = re.compile("[在到从]$")
_HELD = re.compile("(?:正式|隆重|顺利)?(?:举行|召开|举办|开幕|内|里|外|门口|门前|采访|参观|调研|出发|看到|见到|了解到)")


_NAMED = re.compile(
    "(?=[搭上共建打设联合推加“])(?:(?P<running>“[^“”，。]{2,10}”[一-龥]{2,8}平台)(?=接入|入驻|连接|汇聚|汇集|覆盖|累计|注册)|(?P<built>搭建|上线)(?:的|了)?(?P<platform>“[^“”，。]{2,10}”[一-龥]{0,6}平台)|"
    "(?P<verb>共建|建设|打造|建成|设立|联手打造|合作共建)[^，。；“”]{0,14}(?P<name>“[^“”，。]{2,10}(?:园|谷|港|城|基地|中心|平台|示范区|合作区|小镇|客厅)(?<!名城)(?<!之城)(?<!强城)”)|"
    "(?P<forward>推进|加快推进|加快)(?P<site>“[^“”，。]{2,10}(?:园|谷|港|基地|中心|小镇|客厅)”)(?=建设))"
)


_FACILITY = re.compile("”(?:(?<=[园谷港城地心台区镇厅]”)|[一-龥]{0,6}平台)")
"""How a quoted facility ends: without it none needs to be looked for."""
_SEVERAL = re.compile(r"“(?:[一二两三四五六七八九十]|\d+)[个大条座]")
_COUNT = re.compile(r"\d+[余多]?[个座处家]")


def _quoted(passage: Passage, _: Sequence[Mention], __: Words) -> Iterator[Mention]:
    """A facility whose whole name is quoted: 共建“飞地园”."""
    for match in _NAMED.finditer(passage.text) if _FACILITY.search(passage.text) else ():
        start, end = match.span(next(group for group in ("name", "platform", "site", "running") if match[group]))
        if _SEVERAL.match(passage.text, start) or _COUNT.match(passage.text, end) or "+" in match.group():
            continue  # “两个基地”, “空港+海港” and 设立“无水港”7个 are no one place
        verb = match["verb"] or match["built"] or match["forward"] or "平台"
        yield Mention(passage, start, end, passage.text[start:end], "quoted after a verb", verb)


_OPENS = "，。；：！？、"
"""Right behind one of these, or at the beginning of a text, no name ends."""


def _candidates(passage: Passage, companies: Sequence[Mention], words: Words) -> list[_Candidate]:
    """All spans that end in a head and could be a name; the longest of those that begin at one place."""
    text = passage.text
    made: dict[int, _Candidate] = {}
    known = patterns()
    for match in known["head"].finditer(text):
        head = match.start()
        if text[head - 1 : head] in _OPENS:
            continue  # nothing stands before it
        start = _start(text, head, companies)
        if (zone := _AT_ZONE.match(text, start, head)) and proper(passage, zone.end(), head, companies, words):
            start = zone.end()  # 宁州经开区|砺光电池项目
        stem = text[start:head]
        if not 2 <= len(stem) <= 40 or _APART.search(stem):
            continue
        kind = _kind(match, stem)
        generic = known["generic"].fullmatch(stem) is not None
        own = not generic and (_of_a_firm(text, start, companies) or proper(passage, start, head, companies, words))
        made[start] = _Candidate(start, head, match.end(), kind, own, generic)
    return [made[start] for start in sorted(made)]


def _kind(head: re.Match[str], stem: str) -> str:
    """What a head makes of a name: a project by its word (项目, 扩建工程), a line, a place, or perhaps a place."""
    table, word = project_words(), head["head"]
    if head["project"] or word == "项目" or (word == "工程" and patterns()["works"].search(stem)):
        return "project"
    return "line" if word in table.strong else "soft" if word in table.soft_heads else "place"


_AT_ZONE = re.compile("[一-龥]{2,10}?(?:经开区|高新区|开发区|综保区|自贸区|片区|新区)")
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
    if text.endswith("元", 0, start) and _BUILD.match(text, start):
        return start + 1  # 投资3亿元建|智能工厂
    if text.endswith("年产", 0, start):
        return start - 2
    joined = text[start - 1 : start] in ("及", "与", "和")
    if joined and (capacity := _CAPACITY.search(text, max(0, start - 22), start)):
        return capacity.start()
    if annual := _ANNUAL.search(text, max(0, start - 22), start):
        return annual.start()
    return start


_CALL = re.compile("(?:招商|招商引资|招引|签约|储备|对接)$")
"""What an office does with projects is in no project's name: 春季|招商|项目."""

_BATCH = re.compile(
    "第[一二三四五六七八九十0-9]+批|首批|上下游|(?:产业|重大|重点|优质|在建|新建|储备|标志性|支撑性|高质量|大|好)$"
)
_SORTED = re.compile(
    "(?:建设|服务|对接|招商|招引|引进|更新|投资|入驻|落地|考察|推进|推动|储备|谋划|签约|合作|类|等|作为[^，]*)$"
)


_NAMELESS = re.compile(
    "占|送上|搬上|走上|登上|种子期|天使期|初创期|成长期|成熟期|"
    r"(?:[一二三四五]期)?\d+[余多]?[栋幢座条家间层]|年产\d[^的]*的(?:扩建|改建|技改|改造|新建)\Z|“[^“”]+”(?:机制|模式|办法|行动|方式)|[^“”]*(?:盘活|清理|处置)|"
    r"(?:第?[一二三四五]期)?(?:年产)?\d[\d.]*[多余]?[万亿]?(?:吨|套|台|辆|片|件|千瓦|平方米|亩|GWh|GW|MW)\Z"
)
"""What stands before 项目 or 生产线 and names nothing: 占|供地项目, 二期3.5万吨|项目, “三个一批”机制盘活停缓建|项目."""
_ENDS_IN_VERB = re.compile("(?:[跑抓谈找拼促盯争干引上看]|变成|变为|跟着|围着|随着|守着|成为|就是)\\Z")
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
    if text.startswith(("重点项目", "重大项目", "之一", "的重点", "类", "等"), end) or _AS_A_KIND.match(text, end):
        return False
    if "“" not in stem and _NUMBERED.match(text, end):
        return False
    return not _COUNTED.search(text, max(0, start - 3), start) or "“" in stem


_NUMBERED = re.compile(
    r"(?:累计|已达?|共|约|近|超过?|逾|达到?)*\d[\d.]*[余多]?万?[余多]?[个宗件笔批项](?![^，。；：]{0,6}项目)"
)
"""否决高耗能项目|7个, 新设外资项目|逾1.4万个."""

_AS_A_KIND = re.compile("占(?![地用有])|开工不足|不足|减少|增多|偏少|偏多|较少|较多|居多|为主|数量|总数|增速|比重|占比")
"""产业转移项目|占新签约项目的八成."""


def _told(text: str, found: _Candidate) -> tuple[str, str] | None:
    """A short name before 项目 is believed when somebody starts it or the page says what it costs."""
    before = text[clause_start(text, found.start, 60) : found.start]
    if match := _BEGUN.search(before):
        return "verb before the name", match.group()
    if match := _PRICED_BEFORE.search(before):
        return "what it costs before the name", match.group()
    if match := _PRICED.match(text, found.end):
        return "verb after the name", match.group()
    return None


def _built(text: str, found: _Candidate, stem: str) -> tuple[str, str] | None:
    """The rule and verb by which something with a facility's head is a project, or None."""
    before = _led(text, found.start)
    if _no_facility(text, found, stem) or _elsewhere(text, found, before):
        return None
    if (found.proper or len(stem) >= 6) and (topic := _TOPIC.match(text, found.end)):
        return "project in the next sentence", topic["cue"]
    return _measured(text, found, before) or _by_verb(text, found, stem, before)


_TOPIC = re.compile(
    "。(?:该|这个|这一)?项目(?P<cue>由|总?投资|计划|估算|规划|占地|用地|放在|选址|位于|建在|坐落|分[两二三四]期|建成)"
)
"""最大的是|云德未来城|。项目放在河东组团: what a sentence ends in and the next one calls a project."""


def _paid(text: str, found: _Candidate) -> tuple[str, str] | None:
    """The rule for what is as often no building: it was built, in some size or with a name of its own."""
    before = _led(text, found.start)
    built = _MADE.search(before)
    if built and (_MEASURED.search(before) or found.proper or found.head - found.start >= 6):
        return "verb before the name", built["verb"]
    return None


_MADE = re.compile("(?P<verb>建成投用|建成|新建|扩建|改建|兴建|建起|投资建设|开通)了?[^，。；：！？“”、]{0,14}?的?$")


def _elsewhere(text: str, found: _Candidate, before: str) -> bool:
    """Whether a facility is only where somebody has a seat, only wished for, or one of many that are counted."""
    wished = _TOWARDS.search(before) and _WISHED.search(text, max(0, found.start - 60), found.start)
    counted = text[found.end : found.end + 1].isdigit() and not _MEASURED.search(before)
    served = _SERVED.match(text, found.end) and patterns()["done"].search(before) is None
    after = patterns()["after"].match(text, found.end)
    seat = _WHERE.search(before) and not (after and _EVENT.search(after["verb"]))
    return bool(wished or counted or served or seat)


_SERVED = re.compile("的[^，。；]{0,6}(?:区|地|支点|节点|引擎|极|门户|核心|阵地|样板|标杆|典范|名片)(?=[，。；、])")
"""打造北方航运中心|的核心承载区: the zone is to be part of what is named."""


def _measured(text: str, found: _Candidate, before: str) -> tuple[str, str] | None:
    """A name with its size or price, and one more of something: 又上了一条|挂面生产线."""
    known = patterns()
    planned, done = known["planned"].search(before), known["done"].search(before)
    verb = planned or known["after"].match(text, found.end)
    if verb and _MEASURED.search(before):
        return "verb and measure before the name", verb["verb"]
    if (verb := planned or done) and _PRICED.match(text, found.end):
        return "verb before the name", verb["verb"]
    one = _ONE_MORE.search(before)
    return ("verb before the name", one["verb"]) if one else None


def _by_verb(text: str, found: _Candidate, stem: str, before: str) -> tuple[str, str] | None:
    """A name that somebody builds, or that is built, when it is no mere wish."""
    known = patterns()
    wish = known["wish"].search(stem) is not None
    planned, done = known["planned"].search(before), known["done"].search(before)
    after = known["after"].match(text, found.end)
    vain = done is not None and not found.proper and "最大" in done["gap"]
    concrete = len(stem) >= 4 and patterns()["lofty"].match(text, found.head) is None
    if done and not vain and (found.proper or not wish or concrete or len(stem) >= 8):
        return "verb before the name", done["verb"]
    wished = planned is not None and known["wish"].search(planned["gap"] + stem[:4]) is not None
    if planned and not wished and (found.proper or (not wish and len(stem) >= 4)):
        return "verb before the name", planned["verb"]
    event = after is not None and _EVENT.search(after["verb"]) is not None
    sure = len(stem) >= 6 and (not wish or event)
    sure = sure or (event and not wish and patterns()["lofty"].match(text, found.head) is None and not _ANY.match(stem))
    sure = sure or (len(stem) >= 4 and after is not None and _SIZE.search(after["verb"]) is not None)
    if after and (found.proper or sure):
        return "verb after the name", after["verb"]
    return None


_EVENT = re.compile("奠基|动工|开工|封顶|竣工|投产|通车|并网|点火|开业|开馆|交付|复产|贯通|合龙|投用|投运")
"""What happens to a building, and not to what is only wished for (创新药产业化基地|奠基)."""

_ANY = re.compile("[首第该此这那新老整各全旧]|一[条座个]")
_SIZE = re.compile("建筑面积|占地|总投资")

_ONE_MORE = re.compile("(?P<verb>新上|上马|上|增加|添置?|建起|建成)了?一[条座个]$")
"""又上了一条|挂面生产线."""

_TOWARDS = re.compile("(?:面向|辐射|服务|联通|链接)[^，。；]{2,10}的$")
_WISHED = re.compile(r"力争|目标|努力|争取|规划|到20\d\d年")
"""到2025年，…建成面向东盟的|集散中心: what a zone wants to be."""

_WHERE = re.compile("(?:注册|落户|入驻|坐落|位|设)[在于][^，。；]{0,10}的$|仪式[在于][^，。；]{0,8}$")
"""A firm has its seat there, a ceremony is held there: 注册在高新区的|飞云大道."""


def _led(text: str, start: int) -> str:
    """The clause before a name; —— between them explains only (建立企业的‘大脑’——|物联网实验室)."""
    if not text.endswith("——", 0, start):
        return text[clause_start(text, start, 60) : start]
    end = start - 2
    return text[max(text.rfind(mark, 0, end) for mark in "，。；！？“") + 1 : end][-60:]


def _no_facility(text: str, found: _Candidate, stem: str) -> bool:
    """Whether a head makes no project here: a company, a zone, a cluster of industry, a fund or station of no name."""
    if (
        stem.endswith(("公司", "集团"))
        or text.startswith("工作站", found.head)
        or ZONE.search(text, found.start, found.end)
    ):
        return True
    if text.startswith("集群", found.head):
        return stem.endswith("产业")
    return text.startswith("基金", found.head) and not found.proper


_FINDERS = (
    ("等", lists),
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
