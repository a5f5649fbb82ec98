"""Measures named in quotation marks: by the noun or verb beside them, by what they end in, in lists of measures.

In: a passage. Out: what is found, by `summed`, `named` and `bare`.

    通过|“先供后报”|、|“一船多供”|等11项制度创新          summed up as measures
    建立|“一对一”服务企业特派员机制|                     a noun after it
    全面推行|“标准地”|供应，实现|“当日办结”|              a verb before it, a procedure
    |“科技贷”|风险补偿资金池，派来|“项目秘书”|            a product, a post
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.extraction.kinds.policy_names import GOAL, Found, is_measure, patterns
from reporter.extraction.kinds.policy_used import used
from reporter.extraction.kinds.scene import Passage
from reporter.language.text import CJK

_END = re.compile("[。！？]")


def summed(passage: Passage) -> Iterator[Found]:
    """Quoted names that a count of measures sums up: “先供后报”“一船多供”等11项制度创新."""
    text = passage.text
    if "”等" not in text:
        return
    for match in patterns()["summed"].finditer(text):
        for quoted in _QUOTED.finditer(text, match.start(), match.end("list")):
            if is_measure(quoted["a"]):
                yield Found(passage, *quoted.span(), quoted.group(), "measure", "quoted in a list of measures", "等")


def named(passage: Passage) -> Iterator[Found]:
    """A quoted name and 机制, 办法, 模式 after it."""
    text = passage.text
    for match in patterns()["named"].finditer(text):
        quoted = match["a"] or match["b"]
        short = 2 if match["noun"] in _SURE and not match["middle"] else 3
        common = len(quoted) < short or not is_measure(quoted) or text.startswith("的“", match.end("a"))
        own = len(match["middle"]) >= 4 and match["noun"].endswith("模式")  # “飞地”经济合作模式 has words of its own
        if (common and not own) or (_weak(text, match) and not own) or _END.search(quoted):
            continue
        if text.endswith(("各自的", "不同的"), 0, match.start()):
            continue  # 各自的“物联网+”方案: as many as there are zones
        start = match.start()
        end = match.end()
        if match["tail"].startswith("式"):
            end = match.start("tail")
        yield Found(passage, start, end, text[start:end], "mechanism", "quoted name and noun", match["noun"])


_SURE = ("机制", "制度", "计划", "协议", "改革")
"""Nouns before which two quoted characters are enough for a name (“赛马”机制, “雏鹰”计划)."""

_VERBAL = re.compile("开辟|实现|破解|推动|促进|加快|建立|构建|打造|成为|通过|结合")
_PROVIDED = re.compile("(?:提供|推行|实行|推出)[^，。；]{0,26}$")
_WEAK = re.compile("(?:生态|产业|产品|经济)体系|发展格局|服务体系$")


def _weak(text: str, match: re.Match[str]) -> bool:
    """Whether the noun is too common for the words before it: “点对点”服务 without a verb, the 体系 of an industry."""
    noun = match["noun"]
    if _VERBAL.search(match["middle"]) or "的" in match["middle"]:
        return True
    if match["tail"].startswith("的") and noun in ("原则", "思路", "总体思路", "格局"):
        return True  # how something is done, and no name
    if noun == "服务":
        offered = _PROVIDED.search(text, max(0, match.start() - 30), match.start())
        return bool(match["middle"]) or offered is None
    carried_out = noun == "工程" and text.endswith(("实施", "启动", "推进", "深化"), 0, match.start())
    if noun in ("工作", "工程", "格局") and match["middle"] and not carried_out:
        return True
    return bool(_WEAK.search(match["tail"]))


def bare(passage: Passage) -> Iterator[Found]:
    """A quoted name after a verb that puts measures into effect, or one that ends in 机制 or 模式 itself."""
    text = passage.text
    known = patterns()
    for match in known["bare"].finditer(text):
        least = 3 if match["g"] or match["h"] else 4
        first = next(number for number, name in enumerate(match.groups(), 1) if name)
        quoted = match[first]
        if (
            len(quoted) >= least
            and not GOAL.fullmatch(quoted)
            and not known["not"].search(quoted)
            and not _END.search(quoted)
        ):
            start, end = match.start(), match.end(first) + 1
            if least == 3 and (tail := known["tail"].match(text, end)):
                end = tail.end()  # 推行“不见面”|审批
            yield Found(passage, start, end, text[start:end], "measure", "quoted after a verb", "")
            yield from _beside(passage, end, match.end())
    for match in _QUOTED.finditer(text):
        if found := _quoted_name(passage, match):
            yield found


def _beside(passage: Passage, start: int, end: int) -> Iterator[Found]:
    """The quoted names that follow the one after a verb: 推行“拿地即开工”|“竣工即拿证”|，……."""
    for match in _QUOTED.finditer(passage.text, start, end):
        if len(match["a"]) >= 4 and is_measure(match["a"]):
            yield _whole(passage, match, "measure", "quoted after a verb")


def sure(passage: Passage) -> Iterator[Found]:
    """What is a measure wherever it is quoted, in a headline too: 用|“揭榜挂帅”|破解难题, |“科创18条”|干货满满."""
    for match in _QUOTED.finditer(passage.text):
        if is_measure(match["a"]) and (found := _sure(passage, match)):
            yield found


def batches(passage: Passage) -> Iterator[Found]:
    """So many batches of things that are told to work: “三个一批”|见实效, in a headline too."""
    for match in _QUOTED.finditer(passage.text) if "效" in passage.text else ():
        if _BATCHES.fullmatch(match["a"]) and _WORKS.match(passage.text, match.end()):
            yield _whole(passage, match, "measure", "quoted name and its effect", match["a"])


_QUOTED = re.compile("[惠“‘](?:(?<=惠)(?P<lead>企)[“‘]|(?<!惠))(?P<a>[^“”‘’]{2,60})[”’]")


def _quoted_name(passage: Passage, match: re.Match[str]) -> Found | None:
    """“八大专项促进办法”, “自贸贷”, 惠企“政策包”, “先放后检”, and measures told in full after 包括 or one another."""
    text, words = passage.text, match["a"]
    told = text[match.start() - 1 : match.start()] in ("括", "”") and _TOLD.match(words)
    if ("，" in words and not told) or not is_measure(words):
        return None
    if _replaced(text, match) or text.startswith("的“", match.end()):
        return None
    if told:
        return _whole(passage, match, "mechanism", "quoted name")
    listed = text[match.start() - 1 : match.start()] == "、" and text[match.start() - 2] != "”"
    if len(words) >= 4 and not listed and patterns()["slogan"].fullmatch(words):  # 降息、“先贷后还”、贴息 are kinds
        return _whole(passage, match, "measure", "slogan of a reform")
    if _SYSTEM.match(text, match.end()):
        return _whole(passage, match, "mechanism", "quoted name and noun", "制", match.end() + 1)
    return (
        _shown(passage, match)
        or _sure(passage, match)
        or _used(passage, match)
        or _procedure(passage, match)
        or _ends_like_one(passage, match)
        or _product(passage, match)
    )


def _shown(passage: Passage, match: re.Match[str]) -> Found | None:
    """What is done with a measure shows it."""
    shown = used(passage.text, match.start(), match.end(), match["a"])
    return _whole(passage, match, "measure", *shown) if shown else None


def _sure(passage: Passage, match: re.Match[str]) -> Found | None:
    """What is a measure wherever it is quoted: known procedures, so many points, what support is given by."""
    text, words = passage.text, match["a"]
    if cue := patterns()["known"].search(words.replace("、", "").replace("，", "")):
        return _whole(passage, match, "measure", "known procedure", cue.group())
    if _POINTS.search(words):
        return _whole(passage, match, "measure", "quoted points", words)
    if _GIVEN.search(text, max(0, match.start() - 24), match.start()) and _SUPPORT.match(text, match.end()):
        return _whole(passage, match, "measure", "quoted support", "的")
    return None


def _used(passage: Passage, match: re.Match[str]) -> Found | None:
    """What firms use, meet at, are sorted or served by: 走“江海快线+关水联运”, “政策进园”恳谈会, “企呼”平台办结."""
    text, words = passage.text, match["a"]
    if "+" in words and _STOP.match(text, match.end()):
        verb = _TAKEN.search(text, max(0, match.start() - 8), match.start())
        if verb and (verb["way"] or _CUSTOMS.search(words)):
            return _whole(passage, match, "measure", "quoted formula that is used", verb.group())
    if _LISTED.fullmatch(words) and (kept := _KEPT.search(text, max(0, match.start() - 16), match.start())):
        start = kept.start("what")
        return Found(
            passage, start, match.end(), text[start : match.end()], "measure", "list that is kept", kept["verb"]
        )
    if _COLOURS.match(text, match.end()):
        return _whole(passage, match, "measure", "quoted classes of firms", words)
    held = _ACTION.match(text, match.end()) if len(words) >= 5 else None
    if held and (acted := _ACTED.search(text, max(0, match.start() - 12), match.start())):
        return _whole(passage, match, "measure", "quoted name of an action", acted["verb"], held.end())
    return _set_up(passage, match) or (_met_at(passage, match) if len(words) >= 3 else None)


def _set_up(passage: Passage, match: re.Match[str]) -> Found | None:
    """A quoted platform that somebody has set up, or the quoted name of what is held."""
    text = passage.text
    made = _MADE.search(text, max(0, match.start() - 20), match.start())
    if made is None or len(match["a"]) < 3:
        return None
    if platform := _PLATFORM.match(text, match.end()):
        return _whole(passage, match, "measure", "quoted platform that is set up", made.group(), platform.end())
    if made["held"] and not _SHOWN.match(text, match.end()):
        return _whole(passage, match, "measure", "quoted name of what is held", made.group())
    return None


def _met_at(passage: Passage, match: re.Match[str]) -> Found | None:
    """What is called so, a meeting with firms, a platform that works for them."""
    text = passage.text
    if called := _CALLED.search(text, max(0, match.start() - 60), match.start()):
        return _whole(passage, match, "measure", "called so", called["what"])
    if meeting := _MEETING.match(text, match.end()):
        return _whole(passage, match, "measure", "quoted meeting", meeting.group())
    if platform := _SERVES.match(text, match.end()):
        end = match.end() + len("平台") if text.startswith("平台", match.end()) else 0
        return _whole(passage, match, "measure", "quoted platform that serves", platform.group(), end)
    return None


_TAKEN = re.compile("(?:^|[，。；！？、他它们业家区里])(?:(?P<way>改?走)|用上?|采用|选择|改用|通过|试行)了?$")
_CUSTOMS = re.compile("报关|转关|通关|申报|直通|放行|查验|承诺|审批|监管|担保|保税|直提|直装|联运|退税|征税")
_COLOURS = re.compile("[三四五六]?(?:色|级|类)(?:[给对为向将]企业)?(?:画像|赋码|亮灯|预警|评级|分级|分类|管理)")
"""按“红橙黄绿”|四色给企业画像."""

_CALLED = re.compile(
    "(?P<what>规矩|制度|机制|做法|办法|模式|规定|举措|系统|活动)[^。！？“”]{0,50}(?:叫作?|叫做|名叫|名为|取名|称为|称作)$"
)
"""园区有个规矩，干部每周下企业，叫“周三走访”."""

_ACTED = re.compile("(?P<verb>开展|启动|组织|深化|推进|实施)了?\\Z")
_ACTION = re.compile("(?:系列|主题|专项|大)?(?:活动|走访|大走访|服务月|攻坚)")
"""开展|“千名干部进千企”活动|."""

_MADE = re.compile(
    "(?:(?:上线|搭建|建成|开通|启用|推出|推行|运用|借助)[了的]?[^，。；“”的]{0,10}|[区会局]的|(?P<held>(?:开办|创办|合办|开始办)[的了起]?))$"
)
_LISTED = re.compile("(?:白|正面|负面)(?:名单|清单)")
_KEPT = re.compile(rf"(?P<verb>实行|推行|试行|建立|推出|实施|制定|发布)了?(?P<what>[{CJK}]{{2,10}})$")
"""实行|研发用物品“白名单”|."""

_PLATFORM = re.compile("(?:综合|线上|智慧|数字|服务){0,2}(?:平台|系统)")
"""上线|“企业成长雷达”平台|, 高新区的|“统借统还”平台|."""

_SHOWN = re.compile("(?:[^，。；“”]{0,6}(?:论坛|大会|大赛|峰会|展|节|公司|企业))")
_STOP = re.compile("[，。；]|以?后")
_MEETING = re.compile("(?:系列)?(?:对接会|恳谈会|早餐会|茶叙会|午餐会|下午茶|会诊日)")
_BATCHES = re.compile("[一二两三四五六七八九十]个(?:一批|清单|专班|百|[一二三四五六七八九十]+)")
_WORKS = re.compile("(?:活动|行动|工作)?(?:见|显)(?:实|成|真)效")
_SERVES = re.compile(
    "(?:线上|服务|综合)?平台(?:，)?(?:收集|受理|办理|办结|解决|协调|交办|兑付|兑现|拨付|注册企业|撮合)"
)

_SYSTEM = re.compile("制(?![造作定约药品剂冷氢片成订裁图衡服度备])")
"""“容缺受理+告知承诺”|制."""


_LEAD = re.compile(rf"(?:推出|推行|实行|首创|创新推出|上线|试行|探索)了?(?P<noun>(?![的了等])[{CJK}]{{2,8}})$")

_POINTS = re.compile(r"[一-龥]{2}(?:\d{1,3}|[一二三四五六七八九十]{1,3})条$")
"""“人才新政20条”, “民营经济十条”."""

_GIVEN = re.compile(
    "(?:提供|给予|享受|实行|出台|推出|兑现)[^，。；“”]{0,10}$|(?:来自|领到|拿到|领取)[^，。；“”]{0,14}$"
)
_SUPPORT = re.compile("的?[^，。；“”的]{0,6}(?:支持|补贴|优惠|奖励|扶持|待遇|奖补|补助|政策)")
"""为企业提供|“首年免租、次年减半”|的场地支持."""


def _whole(passage: Passage, match: re.Match[str], form: str, rule: str, cue: str = "", end: int = 0) -> Found:
    """What stands in quotation marks, or up to `end`, as a policy."""
    start, end = match.start(), end or match.end()
    if (
        rule == "known procedure"
        and len(match["a"]) <= 3
        and (lead := _LEAD.search(passage.text, max(0, start - 14), start))
    ):
        start = lead.start("noun")  # 推出|多式联运“一单制”|
    return Found(passage, start, end, passage.text[start:end], form, rule, cue)


def _replaced(text: str, match: re.Match[str]) -> bool:
    """Whether the quoted words are what was done before: 改|“一次性给”|为“分期拨付”, or one end of 从“甲”到“乙”."""
    if _CHANGED.match(text, match.end()) or _FROM_TO.search(text, max(0, match.start() - 24), match.start()):
        return True
    return text[match.start() - 1 : match.start()] in ("改", "变", "由", "从") and text[
        match.end() : match.end() + 1
    ] in ("为", "变", "转", "改", "到", "向")


_CHANGED = re.compile("(?:改|变|转)(?:为|成|到)")
_FROM_TO = re.compile("从“[^“”]{2,12}”(?:到|走向)\\Z")
_INSTEAD = re.compile("改“[^“”]{2,20}”为$")


def _procedure(passage: Passage, match: re.Match[str]) -> Found | None:
    """“当日办结”; “人工智能+机器人”全程电子化商事登记 that comes into use; what is done instead of something."""
    text, words = passage.text, match["a"]
    if 4 <= len(words) <= 16 and (cue := patterns()["procedure"].fullmatch(words)):
        return _whole(passage, match, "measure", "quoted procedure", cue.group())
    if "+" in words and (tail := _COMES.match(text, match.end())):
        return _whole(passage, match, "mechanism", "quoted formula and noun", tail["verb"], tail.start("verb"))
    if len(words) >= 4 and _INSTEAD.search(text, max(0, match.start() - 26), match.start()):
        return _whole(passage, match, "measure", "quoted as done instead", "为")
    return None


_COMES = re.compile(rf"[{CJK}]{{4,12}}?(?P<verb>上线|推行|实施|启用|施行|落地)")


def _ends_like_one(passage: Passage, match: re.Match[str]) -> Found | None:
    """A quoted name that ends in 机制, 办法 or …年 itself."""
    text, words = passage.text, match["a"]
    own = patterns()["own"].search(words)
    if own is None or len(words) - len(own.group()) < 2 or words.endswith(("工作", "服务", "工程", "改革")):
        return None
    if _PERSONS.match(text, match.end()):
        return None
    return _whole(passage, match, "mechanism", "quoted name", own.group())


_PERSONS = re.compile("[^，。；“”]{0,4}(?:专家|人才|学者|入选|获得者|青年|领军|院士|项目|企业)")
"""引进“千人计划”|专家: a plan of the country's by which people are sorted."""


def _product(passage: Passage, match: re.Match[str]) -> Found | None:
    """“自贸贷”, “云杉十条”, “项目秘书”: what is offered, takes effect, or sums of money are set aside for."""
    text, words = passage.text, match["a"]
    if len(words) > 10:
        return None
    known = patterns()
    product, post = known["product"].search(words), known["post"].search(words)
    formula = _FORMULA.fullmatch(words)
    if not (product or post or formula):
        return None  # as most quoted words
    before = _RUN.sub("", text[max(0, match.start() - 30) : match.start()])
    acts = before == "" or before[-1] in "，。；！？ " or _OPENS.search(before) or (product and _ITS.search(before))
    if acts and (product or formula) and known["effect"].match(text, match.end()):
        return _whole(passage, match, "measure", "quoted name and its effect")
    funded = _FUNDED.match(text, match.end())
    loan = len(words) >= 3 and words.endswith("贷") and not _REFUSED.search(before)
    if (cue := product) and (match["lead"] or loan or _OFFERED.search(before) or funded):
        end = funded.end() if funded and funded.group().endswith(("池", "基金", "资金")) else 0
        return _whole(passage, match, "measure", "quoted product", cue.group(), end)
    if post and (match["lead"] or any(way.search(before) for way in (_OFFERED, _APPOINTED, _ITS))):
        return _whole(passage, match, "measure", "quoted post", post.group())
    return None


_OPENS = re.compile(rf"(?:^|[，。；！？])[{CJK}]{{2,10}}$")
"""跨境人民币|“互换通”|接入商户: a noun only opens the clause."""

_FORMULA = re.compile(rf"[{CJK}]{{2,12}}(?:\+[{CJK}]{{2,12}})+")
"""Two halves of a procedure: “提前申报+卡口秒放”."""

_TOLD = re.compile("(?:落实|推进|推动|开展|建立|实施|支持)[^。]*(?:政策|机制|制度|措施)")
_RUN = re.compile("(?:“[^“”]{2,10}”[、和]?)+$")
"""Quoted names right before another one: 推出“甲贷”|“乙贷”."""

_ITS = re.compile("(?:区|政府|银行|海关|管委会)的$")
_REFUSED = re.compile("(?:打击|整治|清理|警惕|远离|防范)[^，。；“”]{0,6}$")
"""A loan with a name of its own is offered wherever it is told of, unless it is fought: 整治“校园贷”."""
_OFFERED = re.compile(
    "(?:推出|开通|创设|开设|用上|发布|出台|通过|实施|实行|推行|获得|申请|这笔|这款|办理|开发|发放|配备|纳入|搭建|上线|享受|兑现|给予|设立)[^，。；“”]{0,14}$"
)
_APPOINTED = re.compile(
    "(?:派来|派出|派了|派驻|选派|选聘|聘任|担任|出任|领导任|干部任|明确|指定|配备|配齐|配上|配了|配一名|配一位|都有一名|请来|聘请|安排|设立|设置)[^，。；“”]{0,8}$"
)
_FUNDED = re.compile("(?:风险补偿(?:资金池|池|基金|资金)?|风险池|资金池|贷款|补贴|补助|出台|发布|推出|印发|升级)")
