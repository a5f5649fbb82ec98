"""Looking back for names: the company or project that 该公司 and 该项目 stand for, the organisation of a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reporter.extraction.figures.tokens import Reader, Token
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.figures import FigureWords
from reporter.lexicon.places import load as load_places

_LEGAL = re.compile(
    r"有限责任公司|股份有限公司|有限公司|分公司|子公司|集团公司|公司(?<![该本我各家外业总市]公司)|集团(?!队)|药业|重工|银行|研究院"
)
_PROJECT = re.compile(
    r"项目(?!部|组|库|招商|建设(?!现场|工地)|化|负责|经理)|工程(?!师|部)|生产线|产线|产业园|加速器|孵化器|基地|中心|基金|机房"
)
_SAME = {"项目": r"项目(?!部|组|库|招商|建设(?!现场|工地)|化|负责|经理)", "工程": r"工程(?!师|部)"}
DESCRIBING = ("全国", "全球", "世界", "国内", "全省", "我国", "最大", "国家级", "省级", "市级", "部级", "自治区级")
_DESCRIBED = re.compile(
    r"\A(?:全国|全球|世界|国内|全省|我国|全市|最大|首个|首座|唯一|领先|重大|重点|一批|优质|签约)+的?"
)
"""What describes something and does not name it: 全国最大数据机房."""
_ONLY_DESCRIBED = re.compile(
    "(?:国家级?|[省市区县]级|[省市区县](?=重)|重大|重点|优质|产业|工业|建设|示范|标志性|招商|民生|签约|在建|新建|新|大)+(?:项目|工程)"
)
"""市级重大项目 tells what sort it is, and names none."""
_COUNTED = re.compile("单[个条座]|[一二两三四五六七八九十几多\\d]+(?:个|项|批|大|条|座|栋|期)(?!亿)")
"""十个重点项目 is no project's name, nor is 云存储等|新型基础设施建设项目."""
_TIMES = re.compile(
    r"^(?:今年|去年|明年|上半年|下半年|[一二三四前]+季度|以来|目前|近日|日前|如今|\d+月|\d{4}年)+(?=.{4})"
)
_YEARLY = ("年产", "日产", "月产")
_LOCATED = re.compile(rf"^.*?(?:{A_ZONE}|[市县区]企业)(?:企业)?(?=.{{4,}})")
_CUT = re.compile(r"[，。；：！？、“”\n—…]")
_SAYING = re.compile("说|表示|介绍|告诉|称|坦言|透露|指出|认为")
_SPEAKER_RE = re.compile(rf"[”」]\s*(?P<who>[^“”。！？]{{2,60}}?)(?:{_SAYING.pattern}|感慨|算了一笔账)")
_SPOKEN_RE = re.compile(rf"(?P<who>[^“”。！？；]{{2,60}}?)(?:{_SAYING.pattern})[^。！？“”]{{0,16}}[：，:]?\s*“")
_POSTED = re.compile(
    r"(?:^|[，。；：“”\n]|[区市园]企业)(?P<name>[\u4e00-\u9fff]{3,9}?)(?:副?董事长|(?:常务)?副?总经理|总裁|创始人|首席执行官|厂长)"
)
_NEAR = 400
_NAMED_RE = re.compile(
    r"[”」]\s*(?:近日，|日前，)?(?P<who>[^“”。！？，；]{4,50}?(?:总经理|董事长|总裁|负责人|厂长|创始人)[\u4e00-\u9fff·]{2,4})"
)
"""Who stands right behind a quotation with a post has said it, with or without 说."""
_ONLY_KIND = re.compile(
    r"(?:医药|科技|实业|电子|贸易|投资|发展|能源|生物|智能|精密|光电|新材料|新能源|汽车|机械)(?:股份)?有限(?:责任)?公司"
)
_LEGAL_FORM = re.compile("有限责任公司|股份有限公司|有限公司|集团")
_SHORTEST_FIRM, _LONGEST_FIRM = 2, 24
_NO_CALL = re.compile(
    "[的了在与和及对为是有这那该本各]|公司|企业|集团|国家|中国|全国|国际|地方|产业|工业|科技|市|省|县"
)
LONGEST_CALL = 4
"""The longest first word by which a firm is called."""
_OWN_WORDS = 3
_SHORTEST = 4
_BUILT = ("项目", "工程")
_REACH = 2000
"""How far back a name may stand."""
_SPEECH = 90
"""How far before a quotation its speaker may be named."""


@dataclass(slots=True)
class Names:
    """The text of an article read so far, and how to find names in it."""

    reader: Reader
    words: FigureWords
    text: str = ""
    firms: list[tuple[int, str]] = field(default_factory=list)
    """Where each legal name ends, and the name without its legal form."""

    def add(self, paragraph: str) -> int:
        """Add a paragraph; its offset in the text."""
        at = len(self.text)
        self.text += paragraph + "\n"
        if "公司" in paragraph or "集团" in paragraph:
            self.firms += [(at + end, name) for end, name in _firms(paragraph)]
        return at

    def firm_called(self, head: str, end: int) -> str:
        """The firm named before `end` that words beginning with `head` call by the first word of its name.

        江苏|澄屿|医疗科技股份有限公司: 澄屿头三年没有收入
        """
        places = load_places()
        opens = head[:2]  # every word that may call it begins so
        for at, name in reversed(self.firms):
            if at > end or opens not in name:
                continue
            for size in range(min(LONGEST_CALL, len(head)), 1, -1):
                word = head[:size]
                begin = name.find(word)
                placed = begin == 0 or (begin > 0 and places.named(name[:begin]))
                if placed and not _NO_CALL.search(word) and not places.named(word) and not self.reader.is_word(word):
                    return self.name_ending(self.text, at) or word
        return ""

    def company(self, end: int) -> str:
        """The company named last before `end`, by its legal name or by its head: |恒泽新材料|董事长."""
        told = _POSTED.finditer(self.text, max(0, end - _NEAR), end)
        headed = [match for match in told if self.words.short_name_re.search(match["name"])]
        if headed and not any(headed[-1].end() < at <= end for at, _ in self.firms):
            return headed[-1]["name"]
        return self._last(_LEGAL, end)

    def project(self, end: int, word: str = "") -> str:
        """The project named last before `end`; one that ends in the noun of `word` (该项目, 该基地) comes first."""
        noun = word.lstrip("该此本这")
        same = self._last(re.compile(_SAME[noun]), end, thing=True) if noun in _SAME else ""
        found = same or self._last(_PROJECT, end, thing=True)
        return "" if noun in _BUILT and found.endswith("基金") else found  # 设立产业基金。……项目达产后……

    def _last(self, pattern: re.Pattern[str], end: int, thing: bool = False) -> str:
        described = ""  # 全国最大数据机房: only where no name is to be found
        hits = [m.end() for m in pattern.finditer(self.text, max(0, end - _REACH), end)]
        for at in reversed(hits[-12:]):
            name = self.name_ending(self.text, at, thing)
            plain = _DESCRIBED.sub("", name) if thing else name
            if name and plain == name:
                return name
            described = described or (plain if len(plain) >= _SHORTEST else "")
        return described

    def name_ending(self, text: str, at: int, thing: bool = False) -> str:
        """The name that ends at `at`; empty when only a pronoun or a common noun stands there.

        The name of a `thing` does not begin with a verb: 保证|海星基地, 建设|数据机房.
        """
        start = max(0, at - 40)
        cuts = [m.end() for m in _CUT.finditer(text, start, at)]
        start = cuts[-1] if cuts else start
        if not text[start:at].strip():
            return ""
        tokens = self.reader.read(text, (start, at)).tokens
        first = len(tokens)
        while first > 0 and (_in_name(tokens[first - 1]) or (thing and _joins_products(tokens, first - 1))):
            first -= 1
        if first == len(tokens):
            return ""
        while first < len(tokens) - 1 and tokens[first].kind == "M":
            first += 1
        while thing and first < len(tokens) - 1 and _opens_with_verb(tokens[first]):
            first += 1
        if _ONLY_KIND.fullmatch(text, tokens[first].start, at):
            first = _with_name(tokens, first)
        name = _TIMES.sub("", _LOCATED.sub("", text[tokens[first].start : at].strip(" 　")))
        common = (
            name in self.words.company
            or name in self.words.project
            or name.startswith(("该", "这", "此", "本", "我", "两", "各", "其", "项目"))
            or _LEGAL.fullmatch(name) is not None
            or _ONLY_DESCRIBED.fullmatch(name) is not None
            or (thing and (_COUNTED.search(name) is not None or text.endswith("等", start, tokens[first].start)))
        )
        return "" if common or len(name) < _SHORTEST else name


def _with_name(tokens: list[Token], first: int) -> int:
    """Where a name begins of which only the kind was read: 海|再明|医药有限公司, whose own word looks like no noun."""
    at = first
    while at > max(0, first - _OWN_WORDS) and tokens[at - 1].kind in "NDAMV" and tokens[at - 1].role in ("", "place"):
        if tokens[at - 1].text.endswith(("公司", "企业", "集团")):
            break
        at -= 1
    return at


def _in_name(token: Token) -> bool:
    if token.kind == "V" and token.text not in _YEARLY:
        return not token.role and len(token.text) <= 2
    return (token.kind in "NMA" and token.role not in ("act", "state", "have", "zone")) or token.text in (
        "生产",
        "制造",
        "服务",
        "建设",
        "投资",
        *_YEARLY,
    )


def _joins_products(tokens: list[Token], at: int) -> bool:
    """Whether a word joins what a plant makes: 海星年产3万套整车|及|零部件项目."""
    if tokens[at].text not in ("及", "和", "与"):
        return False
    made = next((i for i in range(at - 1, -1, -1) if tokens[i].text in _YEARLY), at)
    return made < at and all(t.kind in "NMAQ" for t in tokens[made + 1 : at])


def _opens_with_verb(token: Token) -> bool:
    """Whether a word in front of a thing's name is the verb that it is the object of."""
    return (token.kind in "VP" and not token.text.endswith("产")) or token.text in ("建设", "投资", "生产", "服务")


def speaker(text: str, at: int) -> str:
    """Who says the words at `at` of a paragraph: the words between quotation and verb of saying; empty for nobody."""
    opened = text.rfind("“", 0, at)
    closed = text.rfind("”", 0, at)
    if opened < 0:
        return ""
    if closed > opened:  # a short quotation inside a longer one
        opened = _enclosing(text, at)
        if opened < 0:
            return ""
    closing = text.find("”", at)
    if closing >= 0:
        match = _SPEAKER_RE.match(text, closing) or _NAMED_RE.match(text, closing)
        if match:
            return match["who"]
    floor = max(0, opened - _SPEECH)
    if not _SAYING.search(text, floor, opened):
        return ""
    spoken = [match["who"] for match in _SPOKEN_RE.finditer(text, floor, opened + 1)]
    return spoken[-1] if spoken else ""


def _firms(text: str) -> Iterator[tuple[int, str]]:
    """Where each legal name ends, and the name: from its legal form back, as far as Chinese characters stand."""
    floor = at = 0
    while (form := _LEGAL_FORM.search(text, at)) is not None:
        start, end = form.span()
        first, least = start, max(floor, start - _LONGEST_FIRM)
        while first > least and "\u4e00" <= text[first - 1] <= "\u9fff":
            first -= 1
        if start - first < _SHORTEST_FIRM:
            at = start + 1  # |股份|有限公司: what opens a form may be all the name there is
            continue
        yield end, text[first:start]
        floor = at = end


def _enclosing(text: str, at: int) -> int:
    """The quotation mark that opened the quotation around `at`, -1 if there is none."""
    opened, closed = text.rfind("“", 0, at), text.rfind("”", 0, at)
    depth = 0
    while opened >= 0:
        if closed > opened:
            depth += 1
            closed = text.rfind("”", 0, closed)
            continue
        if depth == 0:
            return opened
        depth -= 1
        opened = text.rfind("“", 0, opened)
    return -1


def organisation(names: Names, who: str) -> str:
    """The company in `佳佳供应链管理（廊坊）有限公司总经理魏智江`; empty when there is none."""
    for match in _LEGAL.finditer(who):
        following = who[match.end() : match.end() + 2]
        if _LEGAL.match(who, match.end()) or following.startswith(("有限", "股份")):
            continue
        name = names.name_ending(who, match.end())
        if name:
            return name
    return ""
