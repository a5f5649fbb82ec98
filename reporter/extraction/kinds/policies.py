"""Policies and measures: documents in 《》, mechanisms named in quotation marks, measures that are established.

In: a scene. Out: one `Policy` a name, with form, issuer and date when said.

    4月17日，|《肇庆高新区深化营商环境综合改革行动方案》|出台           document, dated
    国务院印发的|《中国（安徽）自由贸易试验区总体方案》|               document and issuer
    采取|“揭榜挂帅”机制|，建立|“一对一”服务企业特派员机制|             mechanism
    正式启动实施|全球营运商计划|                                     measure

Newspapers and books in 《》 are none; neither is every quoted phrase: a noun (机制, 办法, 模式) must follow it, or a
verb (推行, 落实) stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.policy_names import Found, patterns
from reporter.extraction.kinds.policy_quotes import bare, batches, named, summed, sure
from reporter.extraction.kinds.scene import HEADS, Passage, Scene
from reporter.language.spans import Period
from reporter.language.text import CJK
from reporter.language.zone_kinds import A_ZONE
from reporter.model import Decision, Evidence, Policy

Periods = Callable[[str], Sequence[Period]]
"""Finds time expressions in a text and resolves them with the article's date."""


_TITLE = re.compile("《(?P<title>[^《》]{4,80})》")


def find_policies(scene: Scene, periods: Periods) -> list[Policy]:
    """All policies and measures of the article, each once, in reading order."""
    facts: dict[str, list[Found]] = {}
    short = _short_titles(scene)
    for passage in scene.passages:
        taken: list[Found] = []
        quoted = "“" in passage.text or "‘" in passage.text
        for finder in _IN_HEADS if passage.kind in HEADS else _FINDERS:
            if not quoted and finder in _OF_QUOTED:
                continue
            for found in finder(passage):
                if not any(found.start < other.end and other.start < found.end for other in taken):
                    taken.append(found)
        for found in sorted(taken, key=lambda f: f.start):
            facts.setdefault(short.get(_key(found.name)) or _known(found, facts), []).append(found)
    return [_fact(scene, _in_body(group), periods) for group in facts.values() if not _repeats(group, facts.values())]


def _repeats(group: Sequence[Found], groups: Iterable[Sequence[Found]]) -> bool:
    """Whether a headline only gives a part of a name that the text has in full: “一产一链”|“一企一策”|."""
    if any(found.passage.kind not in HEADS for found in group):
        return False
    told = (found.name for other in groups for found in other if found.passage.kind not in HEADS)
    return any(group[0].name in name for name in told)


def _short_titles(scene: Scene) -> dict[str, str]:
    """The keys of short titles and of the documents that they stand for: 《…若干措施》（以下简称“外贸十条”）."""
    return {
        _key(match["short"]): _key(match["title"])
        for passage in scene.passages
        if "称" in passage.text or "即" in passage.text
        for match in _SHORT_TITLE.finditer(passage.text)
    }


_SHORT_TITLE = re.compile(
    "(?P<title>《[^《》]{4,80}》)[（(，]?(?:又被?|以下|下文|也)?(?:简称|称为|称|即)[为作]?[“《‘](?P<short>[^“”《》‘’]{2,20})[”》’]"
)


def _known(found: Found, facts: Mapping[str, Sequence[Found]]) -> str:
    """The key of a name, or of the document of which it is the short title (以下简称|《若干措施》)."""
    key = _key(found.name)
    if longer := next((known for known in facts if known.startswith(f"{key}+") or _leads(known, key)), ""):
        return longer
    if found.form != "document" or key in facts or len(key) > 10:
        return key if key in facts else _bare_or_not(found, facts) or key
    return next((known for known in facts if _YEARS.sub("", known).endswith(key)), key)


def _bare_or_not(found: Found, facts: Mapping[str, Sequence[Found]]) -> str:
    """The key of what is told with a noun here and without one there: “霁才贷”试点 and “霁才贷”."""
    first = _QUOTED_FIRST.match(found.name)
    if first is None:
        return ""
    for known, group in facts.items():
        names = [other.name for other in group if other.name.startswith(first.group())]
        if names and (first.group() == found.name or first.group() in names):
            return known
    return ""


_QUOTED_FIRST = re.compile("“[^“”]{3,}”")


def _leads(known: str, key: str) -> bool:
    """Whether a short quoted name is the end of a name that says of what: “一单制” of 多式联运“一单制”."""
    return 2 <= len(key) <= 3 and len(known) > len(key) + 1 and known.endswith(key)


_YEARS = re.compile("（[^（）]*）$")


def _in_body(group: Sequence[Found]) -> Sequence[Found]:
    """The places in the text; those in headlines where there is no other."""
    return [found for found in group if found.passage.kind not in HEADS] or group


def _key(name: str) -> str:
    quoted = _WHOLLY_QUOTED.match(name)
    return _SIGNS.sub("", quoted.group(1) if quoted else name)


_WHOLLY_QUOTED = re.compile("“([^“”]{4,})”")
_SIGNS = re.compile(r"[“”‘’《》\s]")
_MARK = re.compile("[，。；：]")


def _documents(passage: Passage) -> Iterator[Found]:
    """《》 titles that end like a document or say 关于."""
    text = passage.text
    known = patterns()
    if "《" not in text:
        return
    for match in _TITLE.finditer(text):
        title = match["title"]
        if not (known["document"].search(title) or known["sign"].search(title)):
            continue
        first, _ = passage.sentence_at(match.start())
        before = _MARK.split(text[first : match.start()])[-1]
        issuer = ""
        if said := known["issuer"].search(before):
            issuer = said["who"]
            issuer = issuer[name_start(issuer, len(issuer)) :] if "、" not in issuer else issuer.lstrip("、")
        if signed := _SIGNED.match(title):
            issuer = signed["who"]
        if _NO_ISSUER.search(issuer):
            issuer = ""
        central = bool(known["central"].search(before)) or (
            not issuer and known["cited"].match(text, match.end()) is not None and len(before) < 3
        )
        yield Found(
            passage, match.start(), match.end(), match.group(), "document", "title in 《》", "《》", issuer, central
        )


_NO_ISSUER = re.compile("(?:大会|会议|会上|论坛|仪式|现场|[年月日]起?)$|^(?:我们|咱们|他们|当地)$")
"""What only gave a document its occasion or its date did not issue it, and "we" names nobody."""

_SIGNED = re.compile("(?P<who>[^关于]{2,16}(?:海关|政府|委员会|办公厅|局|部|厅|委|管委会|银行|院))关于")


def _state(passage: Passage) -> Iterator[Found]:
    """The country's own policies: ‘六稳’."""
    for match in patterns()["state"].finditer(passage.text):
        yield Found(
            passage,
            match.start(),
            match.end(),
            match["name"],
            "measure",
            "policy of the state",
            match["name"],
            "",
            True,
        )


def _founded(passage: Passage) -> Iterator[Found]:
    """A measure without quotation marks after a verb that establishes it."""
    text = passage.text
    for match in patterns()["counted"].finditer(text) if "条" in text else ():
        yield Found(
            passage, match.start("name"), match.end("name"), match["name"], "measure", "counted measures", match.group()
        )
    for match in patterns()["held"].finditer(text):
        start = name_start(text, match.end("name"), trim=False)
        if match.start("name") <= start <= match.start("noun") - 2:
            name = text[start : match.end()]
            yield Found(passage, start, match.end(), name, "measure", "measure after a verb", match["verb"])
    for match in _PRACTISED.finditer(text) if "行" in text else ():
        plain = match.group().endswith(("机制", "制度", "模式"))
        start = match.start("name") if plain else max(match.start("name"), name_start(text, match.end(), trim=False))
        if plain and (
            len(_COMMON.sub("", match["name"])) < 5 or "的" in match["name"] or _PLAIN.fullmatch(match["name"][:-2])
        ):
            continue  # 推行工作责任制度 names none
        if match.end() - start >= 4:
            yield Found(passage, start, match.end(), text[start : match.end()], "measure", "practice", match["verb"])
    for match in patterns()["founded"].finditer(text):
        start = max(match.start("name"), name_start(text, match.end() - len(match["noun"]), trim=False))
        if _FOR_FIRMS.match(match["name"]):
            start = match.start("name")  # 建立|外资企业服务专员制度: for whom it is
        name = text[start : match.end()]
        stem = name[: -len(match["noun"])]
        action = match["noun"].endswith(("行动", "工程", "负责制", "办结制", "承诺制"))
        if len(stem) < (2 if action else 3) or "的" in name or (_PLAIN.fullmatch(stem) and not action):
            continue
        if _PAID.search(text, max(0, match.start() - 20), match.start()):
            continue  # 投资15亿元实施|路网提升工程 is built
        yield Found(passage, start, match.end(), name, "measure", "measure after a verb", match["verb"])


def _plain_words(passage: Passage) -> Iterator[Found]:
    """Measures that bear no marks: a plan that says something, slogans that are held to, prices that differ, pools."""
    text = passage.text
    for match in _PLAN.finditer(text) if "提出" in text or "明确" in text else ():
        start = max(match.start(), name_start(text, match.end(), trim=False))
        if span := _SPAN.search(text, match.start(), start):
            start = span.start()
        if len(_COMMON.sub("", text[start : match.start("plan")])) >= 3:
            yield Found(passage, start, match.end(), text[start : match.end()], "measure", "plan that says", "提出")
    for match in _FOLLOWED.finditer(text) if "方案" in text or "计划" in text else ():
        if match["whose"] or len(_COMMON.sub("", _THREE_YEARS.sub("", match["name"]))) >= 2:
            yield Found(passage, *match.span("name"), match["name"], "measure", "plan that is followed", match["verb"])
    for match in _VERSION.finditer(text) if "计划" in text else ():
        yield Found(passage, *match.span("name"), match["name"], "measure", "plan of a version", match["verb"])
    for match in patterns()["voucher"].finditer(text) if "券" in text else ():
        yield Found(passage, *match.span(), match.group(), "measure", "voucher", match.group())
    for match in _HELD_TO.finditer(text):
        yield Found(passage, *match.span("name"), match["name"], "measure", "slogan held to", match["verb"])
    for match in patterns()["tariff"].finditer(text) if "差" in text or "阶梯" in text else ():
        yield Found(passage, *match.span(), match.group(), "measure", "price by firm", match.group())
    for match in _POOL.finditer(text) if "池" in text else ():
        yield Found(passage, *match.span("name"), match["name"], "measure", "pool of a size", match["verb"])


def _duty_free(passage: Passage) -> Iterator[Found]:
    """The policy of the free ports by which what is processed there enters without duty."""
    text = passage.text
    for match in _DUTY_FREE.finditer(text) if "关税" in text else ():
        yield Found(passage, *match.span(), match.group(), "measure", "duty-free", "免关税")


_PLAN = re.compile(rf"[{CJK}]{{3,20}}?(?P<plan>行动方案|行动计划|实施方案)(?=提出|明确)")
"""片区|新一轮三年行动方案|提出."""

_SPAN = re.compile("(?:新一轮|首个|第[一二三四五]轮)?[一二三四五两]年$")

_FOLLOWED = re.compile(
    rf"(?P<verb>按照?|根据|依据)(?P<whose>[{CJK}]{{2,8}}的)?(?P<name>(?!计划|规划)[{CJK}0-9]{{2,14}}?(?:行动方案|行动计划|实施方案|工作方案))(?=，)"
)
"""按照|新一轮提升行动方案|，到明年……; 按照三年行动计划， alone names none."""
_THREE_YEARS = re.compile("[一二三四五两]年|行动方案|行动计划|实施方案|工作方案")
_VERSION = re.compile(rf"(?P<verb>推出|实施|发布|升级|启动)了?(?P<name>[{CJK}]{{2,8}}计划\d\.0版?)")
"""推出|雁归计划2.0版|."""

_HELD_TO = re.compile(
    "(?P<verb>坚持|推行|实行|探索|提出)(?P<name>“?以(?!开放|改革|发展)[一-龥]{1,2}[定促换引带养育代][一-龥]{1,2}”?)(?=[，。；、])"
)
"""坚持|以水定产|."""

_POOL = re.compile(rf"(?P<verb>\d[万亿]*元的|设立|组建|建立)了?(?P<name>[{CJK}]{{2,8}}补偿(?:池|资金池|基金))")
_DUTY_FREE = re.compile(r"加工增值(?:超过|超|达到|达)?(?:\d+%)?(?:的货物)?(?:内销)?免征?关税(?:政策)?")


def _granted(passage: Passage) -> Iterator[Found]:
    """A policy or trial told without quotation marks, when its name says more than that it helps firms."""
    text = passage.text
    if "政策" not in text and "试点" not in text and "举措" not in text and "措施" not in text:
        return
    for match in _GRANTED.finditer(text):
        group = "policy" if match["policy"] else "steps"
        yield from _telling(passage, match.start(group), match.end(group), match["grant"] or match["issue"])
    for match in _TRIED.finditer(text) if "试点" in text else ():
        yield from _tried(passage, match)
    for match in _TRIAL.finditer(text):
        yield from _telling(passage, max(0, match.start() - 18), match.end(), match["verb"])


def _telling(passage: Passage, floor: int, end: int, verb: str) -> Iterator[Found]:
    """The name that ends at `end` and begins not before `floor`, if common words are not all of it."""
    start = max(floor, name_start(passage.text, end, trim=False))
    name = passage.text[start:end]
    if len(_COMMON.sub("", name)) >= 5 and "的" not in name:
        yield Found(passage, start, end, name, "measure", "policy after a verb", verb)


def _tried(passage: Passage, match: re.Match[str]) -> Iterator[Found]:
    """What a zone tries out, each by itself where there are several: |内销选择性征税|、|委内加工|等试点."""
    several = "、" in match["names"]
    for name in re.finditer("[^、]+", match["names"]):
        start, end = match.start("names") + name.start(), match.start("names") + name.end()
        if several or len(_COMMON.sub("", name.group())) >= 4:
            end = end if several else match.end()
            yield Found(passage, start, end, passage.text[start:end], "measure", "trial", match["verb"])


_TRIED = re.compile(
    rf"(?P<verb>开展|获批|争取到|承担|启动|推行)了?(?P<names>[{CJK}]{{4,12}}?(?:、[{CJK}]{{4,12}}?)*)等?试点(?=[，。；后]|的|企业)"
)
_GRANTED = re.compile(
    rf"(?=[享适执推出发])(?:(?P<grant>享受到?|适用|执行)(?P<policy>[{CJK}0-9%]{{4,18}}?政策)|"
    rf"(?P<issue>推出|出台|发布)了?(?P<steps>[{CJK}]{{6,24}}?(?:举措|措施|政策))(?=，|。))"
)
_TRIAL = re.compile("试点(?=(?:政策)?(?P<verb>落地|启动|实施|获批|推行|正式))")
_COMMON = re.compile(
    "税收|优惠|减免|减税|降费|惠企|助企|纾困|便民|利民|利企|招商引资|招商|稳经济|稳增长|人才|引进|疫情|防控|财政|金融|资金|补助|补贴|奖补|奖励|扶持|支持|一揽子|一系列|系列|相关|有关|多项|若干|配套|"
    "多条|各项|各类|更多|改革|开放|创新|产业|企业|发展|服务|优化|营商环境|国家|省级|市级|区级|全国|全省|首批|综合|政策|试点|举措|措施|具体|新|的|等"
)


_PLAIN = re.compile(
    "(?:一系列|系列|相关|有关|各项|各类|多项|若干|配套|具体|年度|工作|重点|长效|常态化|高效|有效|完善|科学|健全|新型|特色|优惠|扶持|支持|奖励|补贴|国家|省|市|区|三年|五年|发展|建设|行动|合作|协调|联动|管理|保障|服务|创新|激励|约束|考核|评价|监督|运行|政策|体制|产业|企业|人才|投资|融资|生产|工作|方案|责任)+"
)


_PRACTISED = re.compile(
    rf"(?P<verb>推行|实行|试行)了?(?P<name>[{CJK}]{{2,14}}?(?:监管|改革|征税|验放|查验|分[类级]管理|清单管理|[认诺备知办办责结]制|机制|制度|模式))(?=以来|后|，|。|；)"
)
"""推行|企业登记确认制|以来, 率先实行|商事登记改革|，."""

_FOR_FIRMS = re.compile("(?:外资|民营|重点|龙头|规上|科技)企业(?:服务|联系|包联|包保|帮扶|直通)")
_PAID = re.compile("投资[^，。；]{1,12}元$")

_FINDERS = (_documents, _state, summed, named, batches, bare, _founded, _granted, _duty_free, _plain_words)
"""What is searched for in a paragraph, the surest first."""

_IN_HEADS = (named, batches, sure, _duty_free)
"""What is searched for in headlines."""

_OF_QUOTED = frozenset((_state, summed, named, batches, bare, sure))
"""Finders that find nothing where nothing stands in quotation marks."""


def _fact(scene: Scene, group: Sequence[Found], periods: Periods) -> Policy:
    first = max(group, key=lambda found: len(found.name)) if group[0].form == "mechanism" else group[0]
    issuer = next((found.issuer for found in group if found.issuer), "")
    date, date_cue = _date(first, periods)
    # A mark before a clause is no part of it; the places in “甲地研发+乙地制造” say not whose it is.
    opened = first.passage.text[first.start] in "“‘《" and "+" not in first.name
    zone = scene.zone(first.passage, first.start + opened, first.end)
    if first.central and not (zone and _names_zone(first)):
        zone = ""
    decided = [Decision("name", first.name, first.rule, first.cue)]
    if issuer:
        decided.append(Decision("issuer", issuer, "before the verb of issuing", issuer))
    if date:
        decided.append(Decision("date", date, "time expression before the title", date_cue))
    return Policy(
        id=scene.identity("policy", first.passage, first.start, first.name),
        zone=zone,
        mentions=tuple(_place(scene, found) for found in group),
        decided=tuple(decided),
        name=first.name,
        issuer=issuer,
        date=date,
        form=first.form,
    )


def _place(scene: Scene, found: Found) -> Evidence:
    return scene.evidence(found.passage, found.start, found.end)


_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WHEN = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|[初底末])?(?=[，,])")
"""2017年，|“某某”服务模式成为……: a time that is a clause of its own."""
_COMMA, _NEAR = re.compile("[，,；]"), 2
_ZONE_IN_TITLE = re.compile(f"自贸|功能区|{A_ZONE}")


def _names_zone(found: Found) -> bool:
    """Whether the title itself names a zone, so that the state's document is about that zone."""
    return found.form == "document" and _ZONE_IN_TITLE.search(found.name) is not None


def _date(found: Found, periods: Periods) -> tuple[str, str]:
    """The day, month or year that the sentence gives before a title; a mechanism has that which opens its sentence."""
    first, _ = found.passage.sentence_at(found.start)
    before = found.passage.text[first : found.start]
    if found.form != "document":
        opening = _WHEN.match(before)
        if opening is None or len(_COMMA.findall(before)) > _NEAR:
            return "", ""
        before = opening[0]
    dated = [p for p in periods(before) if _DATED.fullmatch(p.value)]
    return (dated[-1].value, dated[-1].text) if dated else ("", "")
