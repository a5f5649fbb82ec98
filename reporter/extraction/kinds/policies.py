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
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.scene import HEADS, Passage, Scene
from reporter.language.alternation import alternatives, behind, one_of
from reporter.language.spans import Period
from reporter.language.text import CJK
from reporter.lexicon.kinds import policy_words
from reporter.model import Decision, Evidence, Policy

Periods = Callable[[str], Sequence[Period]]
"""Finds time expressions in a text and resolves them with the article's date."""


class _Found(Struct, frozen=True, gc=False):
    passage: Passage
    start: int
    end: int
    name: str
    form: str
    rule: str
    cue: str
    issuer: str = ""
    central: bool = False


_TITLE = re.compile("《(?P<title>[^《》]{4,80})》")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = policy_words()
    noun = alternatives(words.nouns)
    issued = alternatives(words.issued)
    quoted = "(?:“(?P<a>[^“”]{2,40})”|‘(?P<b>[^‘’]{2,40})’)"
    opened = "(?:(?<=“)(?P<{}>[^“”]{{2,40}})”|(?<=‘)(?P<{}>[^‘’]{{2,40}})’)"  # behind the first mark
    among = rf"(?:等[\d一二三四五六七八九十]*[项个条]?(?:经验|做法|案例|成果)?)?(?:在[{CJK}]{{2,8}}?)?"
    more = "(?:[、]?“[^“”]{2,20}”)*"
    return {
        "document": re.compile(f"(?:{alternatives(words.documents)})(?:（[^）]*）)?$"),
        "sign": re.compile(alternatives(words.document_signs)),
        "issuer": re.compile(rf"(?P<who>[{CJK}、]{{2,30}}?)(?:近日|日前|正式|联合)?(?:{issued})(?:了)?(?:的)?$"),
        "central": re.compile(alternatives(words.state_issuers)),
        "cited": re.compile(alternatives(words.cited)),
        "named": re.compile(
            rf"{quoted}{more}(?P<tail>(?:的|式)?(?P<middle>(?!的)[{CJK}0-9]{{0,10}}?)(?P<noun>{noun}))(?!创新|部署|专班|小组|大?(?:项目|企业|品牌))"
        ),
        "bare": re.compile(
            rf"[“‘](?:{behind(words.bare_verbs)}{opened.format('a', 'b')}{more}(?=[，。；、]|式|的|后|以来)"
            rf"|{behind(words.doers)}{opened.format('c', 'd')}(?=，)"
            rf"|(?<![^，。；].){opened.format('e', 'f')}(?={among}{one_of(words.honours)}))"
        ),
        "own": re.compile(rf"(?:{noun}|(?:{alternatives(words.years)})年)$"),
        "slogan": re.compile(alternatives(words.slogans).replace("…", ".{1,8}").replace("某", ".")),
        "effect": re.compile(alternatives(words.effects)),
        "product": re.compile(f"(?:{alternatives(words.products)})$"),
        "counted": re.compile(
            rf"(?:出台|推出|制定|发布|实施|落实)(?P<name>[{CJK}]{{0,6}}(?:措施|政策|举措|新政)\d+条|\d+条[{CJK}]{{2,12}}?(?:新政|措施|政策|举措))"
        ),
        "held": re.compile(
            rf"(?P<verb>设立|启动|开展|举办)的?(?P<name>(?!了)[{CJK}]{{2,12}}?(?P<noun>{alternatives(words.held)}))"
        ),
        "state": re.compile(f"[“‘](?P<name>{alternatives(words.state_policies)})[”’]"),
        "founded": re.compile(
            rf"(?P<verb>{one_of(words.founding)})(?P<name>[0-9]*[{CJK}]{{2,16}}?(?P<noun>{alternatives(words.founded)}))(?![{CJK}]{{0,2}}(?:以来|的建立|改革))"
        ),
        "not": re.compile(alternatives(words.not_measures)),
    }


def find_policies(scene: Scene, periods: Periods) -> list[Policy]:
    """All policies and measures of the article, each once, in reading order."""
    facts: dict[str, list[_Found]] = {}
    for passage in scene.passages:
        taken: list[_Found] = []
        for finder in _finders(passage):
            for found in finder(passage):
                if not any(found.start < other.end and other.start < found.end for other in taken):
                    taken.append(found)
        for found in sorted(taken, key=lambda f: f.start):
            facts.setdefault(_key(found.name), []).append(found)
    return [_fact(scene, _in_body(group), periods) for group in facts.values()]


def _finders(passage: Passage) -> tuple[Callable[[Passage], Iterator[_Found]], ...]:
    """What can find something in a passage: quoted names need their marks, headlines give no more than those."""
    text = passage.text
    double = "“" in text
    quoted = (_named,) if double else ()
    if passage.kind in HEADS:
        return quoted
    documents = (_documents,) if "《" in text else ()
    state = (_state,) if double or "‘" in text else ()
    return (*documents, *state, *quoted, *((_bare,) if double else ()), _founded)


def _in_body(group: Sequence[_Found]) -> Sequence[_Found]:
    """The places in the text; those in headlines where there is no other."""
    return [found for found in group if found.passage.kind not in HEADS] or group


def _key(name: str) -> str:
    quoted = _WHOLLY_QUOTED.match(name)
    return _SIGNS.sub("", quoted.group(1) if quoted else name)


_WHOLLY_QUOTED = re.compile("“([^“”]{4,})”")
_SIGNS = re.compile(r"[“”‘’《》\s]")
_MARK = re.compile("[，。；：]")
_END = re.compile("[。！？]")


def _documents(passage: Passage) -> Iterator[_Found]:
    """《》 titles that end like a document or say 关于."""
    text = passage.text
    patterns = _patterns()
    for match in _TITLE.finditer(text):
        title = match["title"]
        if not (patterns["document"].search(title) or patterns["sign"].search(title)):
            continue
        first, _ = passage.sentence_at(match.start())
        before = _MARK.split(text[first : match.start()])[-1]
        issuer = ""
        if said := patterns["issuer"].search(before):
            issuer = said["who"]
            issuer = issuer[name_start(issuer, len(issuer)) :] if "、" not in issuer else issuer.lstrip("、")
        if signed := _SIGNED.match(title):
            issuer = signed["who"]
        if _MEETING.search(issuer):
            issuer = ""
        central = bool(patterns["central"].search(before)) or (
            not issuer and patterns["cited"].match(text, match.end()) is not None and len(before) < 3
        )
        yield _Found(
            passage, match.start(), match.end(), match.group(), "document", "title in 《》", "《》", issuer, central
        )


_MEETING = re.compile("(?:大会|会议|会上|论坛|仪式|现场)$")
"""What only gave a document its occasion did not issue it."""

_SIGNED = re.compile("(?P<who>[^关于]{2,16}(?:海关|政府|委员会|办公厅|局|部|厅|委|管委会|银行|院))关于")


def _state(passage: Passage) -> Iterator[_Found]:
    """The country's own policies: ‘六稳’."""
    for match in _patterns()["state"].finditer(passage.text):
        yield _Found(
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


def _named(passage: Passage) -> Iterator[_Found]:
    """A quoted name and 机制, 办法, 模式 after it."""
    text = passage.text
    for match in _patterns()["named"].finditer(text):
        quoted = match["a"] or match["b"]
        common = len(quoted) < 3 or _patterns()["not"].fullmatch(quoted)
        own = len(match["middle"]) >= 4 and match["noun"].endswith("模式")  # “飞地”经济合作模式 has words of its own
        if (common and not own) or (_weak(text, match) and not own) or _END.search(quoted):
            continue
        start = match.start()
        end = match.end()
        if match["tail"].startswith("式"):
            end = match.start("tail")
        yield _Found(passage, start, end, text[start:end], "mechanism", "quoted name and noun", match["noun"])


_VERBAL = re.compile("开辟|实现|破解|推动|促进|加快|建立|构建|打造|成为|通过|结合")
_PROVIDED = re.compile("(?:提供|推行|实行|推出)[^，。；]{0,26}$")
_WEAK = re.compile("(?:生态|产业|产品|经济)体系|发展格局|服务体系$")


def _weak(text: str, match: re.Match[str]) -> bool:
    """Whether the noun is too common for the words before it: “点对点”服务 without a verb, the 体系 of an industry."""
    noun = match["noun"]
    if _VERBAL.search(match["middle"]) or "的" in match["middle"]:
        return True
    if match["tail"].startswith("的") and noun in ("原则", "思路", "总体思路"):
        return True  # how something is done, and no name
    if noun == "服务":
        offered = _PROVIDED.search(text, max(0, match.start() - 30), match.start())
        return bool(match["middle"]) or offered is None
    if noun in ("工作", "工程", "格局") and match["middle"]:
        return True
    return bool(_WEAK.search(match["tail"]))


def _bare(passage: Passage) -> Iterator[_Found]:
    """A quoted name after a verb that puts measures into effect, or one that ends in 机制 or 模式 itself."""
    text = passage.text
    patterns = _patterns()
    for match in patterns["bare"].finditer(text):
        quoted = next(filter(None, match.groups()))
        if len(quoted) >= 4 and not patterns["not"].search(quoted) and not _END.search(quoted):
            yield _Found(passage, *match.span(), match.group(), "measure", "quoted after a verb", "")
    for match in _QUOTED.finditer(text):
        if found := _quoted_name(passage, match):
            yield found


_QUOTED = re.compile("[惠“‘](?:(?<=惠)(?P<lead>企)[“‘]|(?<!惠))(?P<a>[^“”‘’]{3,60})[”’]")


def _quoted_name(passage: Passage, match: re.Match[str]) -> _Found | None:
    """“八大专项促进办法”, “自贸贷”, 惠企“政策包”, and measures told in full after 包括 or one another."""
    patterns = _patterns()
    text, words = passage.text, match["a"]
    told = text[match.start() - 1 : match.start()] in ("括", "”") and _TOLD.match(words)
    if _END.search(words) or ("，" in words and not told):
        return None
    own = patterns["own"].search(words)
    product = patterns["product"].search(words) if len(words) <= 10 else None
    if len(words) >= 4 and patterns["slogan"].fullmatch(words):
        return _Found(passage, match.start(), match.end(), match.group(), "measure", "slogan of a reform", "")
    acts = match.start() == 0 or text[match.start() - 1] in "，。；！？ "
    if acts and (product or _FORMULA.fullmatch(words)) and patterns["effect"].match(text, match.end()):
        return _Found(passage, match.start(), match.end(), match.group(), "measure", "quoted name and its effect", "")
    if told or (own and len(words) - len(own.group()) >= 2 and not words.endswith(("工作", "服务", "工程", "改革"))):
        return _Found(
            passage, match.start(), match.end(), match.group(), "mechanism", "quoted name", own.group() if own else ""
        )
    if product and (match["lead"] or _OFFERED.search(text[max(0, match.start() - 24) : match.start()])):
        return _Found(passage, match.start(), match.end(), match.group(), "measure", "quoted product", product.group())
    return None


_FORMULA = re.compile(rf"[{CJK}]{{2,12}}(?:\+[{CJK}]{{2,12}})+")
"""Two halves of a procedure: “提前申报+卡口秒放”."""

_TOLD = re.compile("(?:落实|推进|推动|开展|建立|实施|支持)[^。]*(?:政策|机制|制度|措施)")
_OFFERED = re.compile(
    "(?:推出|发布|出台|通过|实施|实行|推行|获得|申请|这笔|这款|办理|开发|发放|配备|纳入|搭建|上线|享受|兑现)[^，。；“”]{0,14}$"
)


def _founded(passage: Passage) -> Iterator[_Found]:
    """A measure without quotation marks after a verb that establishes it."""
    text = passage.text
    for match in _patterns()["counted"].finditer(text) if "条" in text else ():
        yield _Found(
            passage, match.start("name"), match.end("name"), match["name"], "measure", "counted measures", match.group()
        )
    for match in _patterns()["held"].finditer(text):
        start = name_start(text, match.end("name"), trim=False)
        if match.start("name") <= start <= match.start("noun") - 2:
            name = text[start : match.end()]
            yield _Found(passage, start, match.end(), name, "measure", "measure after a verb", match["verb"])
    for match in _patterns()["founded"].finditer(text):
        start = max(match.start("name"), name_start(text, match.end() - len(match["noun"]), trim=False))
        name = text[start : match.end()]
        stem = name[: -len(match["noun"])]
        action = match["noun"].endswith(("行动", "工程"))
        if len(stem) < (2 if action else 3) or "的" in name or (_PLAIN.fullmatch(stem) and not action):
            continue
        yield _Found(passage, start, match.end(), name, "measure", "measure after a verb", match["verb"])


_PLAIN = re.compile(
    "(?:一系列|系列|相关|有关|各项|各类|多项|若干|配套|具体|年度|工作|重点|长效|常态化|高效|有效|完善|科学|健全|新型|特色|优惠|扶持|支持|奖励|补贴|国家|省|市|区|三年|五年|发展|建设|行动|合作|协调|联动|管理|保障|服务|创新|激励|约束|考核|评价|监督|运行|政策|体制|产业|企业|人才|投资|融资|生产|工作|方案|责任)+"
)


def _fact(scene: Scene, group: Sequence[_Found], periods: Periods) -> Policy:
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


def _place(scene: Scene, found: _Found) -> Evidence:
    return scene.evidence(found.passage, found.start, found.end)


_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ZONE_IN_TITLE = re.compile("自由贸易试验区|自贸|高新区|经开区|开发区|新区|片区|保税区|合作区|园区|功能区")


def _names_zone(found: _Found) -> bool:
    """Whether the title itself names a zone, so that the state's document is about that zone."""
    return found.form == "document" and _ZONE_IN_TITLE.search(found.name) is not None


def _date(found: _Found, periods: Periods) -> tuple[str, str]:
    """The day, month or year that the sentence gives before the title."""
    if found.form != "document":
        return "", ""
    first, _ = found.passage.sentence_at(found.start)
    before = [p for p in periods(found.passage.text[first : found.start]) if p.value and not p.value.startswith("/")]
    dated = [p for p in before if _DATED.fullmatch(p.value)]
    return (dated[-1].value, dated[-1].text) if dated else ("", "")
