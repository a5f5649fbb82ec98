"""The words around one number: which clause it stands in, what is left of it, what is right of it.

In: a `Sentence` and the index of a figure's token. Out: a `Frame`, from which metric, relation and subject are read.

    获批国家专精特新小巨人企业 1家 、河南省专精特新中小企业 4家
        └ left of 1家 ┘              └ left of 4家 (listed: the verb is the one of 1家) ┘
    已有 31个 品种转报国内
    left      └ counted 品种 · predicate 转报国内 ┘
    惠德医药、利恒医药等 6家 年营业额超 10亿元 的药企     10亿元 is nested: its left begins after 6家
"""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.extraction.figures.tokens import Sentence, Token
from reporter.language.spans import Quantity
from reporter.lexicon.figures import FigureWords

_LONGEST_RATE = 6
_ADVERBS = frozenset(["已", "已经", "将", "还", "也", "又", "均", "都", "就", "仍"])
_BOUNDS = ("以上", "以下", "以内")
"""76个|亿元以上|在建项目: a number that bounds the things counted is part of their name."""
_FIELDS = frozenset(["产业", "领域", "行业", "类", "方面", "重点", "新兴"])
"""Behind these a list before 等 tells the kind of what is counted: 电子信息、新材料等|产业项目."""
_GATES = frozenset(["门槛", "大关", "关口", "台阶", "大台阶", "整数关口"])
_COMING = frozenset(["拟", "在", "待", "续", "新"])
_AFTER = frozenset(["后", "之后", "以后"])
_OTHERS = re.compile(r"其余|其他|另外|另有|剩余|剩下|最[大小高低多少长短]的")
LEANING = frozenset(["靠", "靠着", "凭", "凭着", "凭借", "依靠"])
"""靠|300万元启动资金|，某公司起步: what somebody leans on, who stands behind it."""
_LEADS_TO = ("的", "是", "仅", "看", "反观", "之下", "今天", "昔日", "彼时", "此时")
"""What may end the words before a zone that is the subject: 名列榜首的|某高新区, 再看|某高新区."""
_HOPED = frozenset(["预计", "力争", "确保", "争取", "计划", "有望", "预测", "估计"])
_TOGETHER = frozenset(["共计", "合计", "总计", "共", "总共"])
_LEVELS = frozenset(["国家", "省", "市", "区", "县"])
_SELLS = frozenset(["远销", "销往", "行销", "畅销", "热销", "发往", "运往", "遍布", "辐射", "通达", "直达"])
_INSIDE = frozenset(["中", "里", "内", "当中"])
_NOUNY = frozenset("NMAFR")


class Frame(Struct, gc=False):
    """One figure in its clause; all numbers are indexes of tokens of `sentence`.

    `left`/`left_end` bound the words before the figure that speak of it, without verbs of measure (达, 为) and
    adverbs at either edge. `noun`/`noun_end` is what it counts when that stands behind it, `said`/`said_end` what
    the clause says of that. `listed` follows another figure after 、; `nested` stands inside another's noun phrase;
    `attributive` has 的 behind it, `modified` 的 before it.
    """

    sentence: Sentence
    tokens: list[Token]
    quantity: Quantity
    at: int
    first: int
    last: int
    left: int = 0
    left_end: int = 0
    noun: int = 0
    noun_end: int = 0
    said: int = 0
    said_end: int = 0
    listed: bool = False
    nested: bool = False
    attributive: bool = False
    modified: bool = False
    link: int = -1
    rate: str = ""
    lead: str = ""  # the verb before a list of names that is left out: 聚集|甲、乙等|龙头企业
    level: str = ""  # 云州市级 of 新认定|云州市级研究中心、实验室等|创新平台: of every item of that list
    before: int = -1  # token of the figure before it in the clause, -1 if none
    after: int = -1
    led: frozenset[str] = frozenset()  # the words of the clause before the figure
    part: int = -1  # the token behind the last ； before the figure, once somebody has asked

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first` up to `last`."""
        return self.sentence.words(first, last) if first < last else ""

    def opens(self) -> Token | None:
        """The first word of the clause before the figure but for times, conjunctions, particles and adverbs."""
        led = self.sentence.kinds[self.first : self.at]
        at = self.at - len(led.lstrip("TCXD"))
        return self.tokens[at] if at < self.at else None

    def turns_away(self) -> bool:
        """Whether the clause speaks of others than those before: 其余3个项目, 最小的一个."""
        text, start = self.sentence.text, self.tokens[self.first].start
        return text[start] in "其另剩最" and _OTHERS.match(text, start) is not None

    def plain_words(self, first: int, last: int) -> str:
        """The text of tokens `first` up to `last` without adverbs of time between them: 财政资金|已|累计投资项目."""
        if self.sentence.kinds.find("D", first, last) < 0:
            return self.words(first, last)
        cuts = [i for i in range(first, last) if self.tokens[i].text in _ADVERBS and self.tokens[i].kind == "D"]
        edges = [first, *(edge for i in cuts for edge in (i, i + 1)), last]
        return "".join(self.words(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def bounds(sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause around token `at`."""
    last = sentence.kinds.find("B", at + 1)
    return sentence.kinds.rfind("B", 0, at) + 1, last if last >= 0 else len(sentence.tokens)


def build(sentence: Sentence, at: int, quantity: Quantity, words: FigureWords) -> Frame:
    """The frame of the figure at token `at`."""
    tokens, kinds = sentence.tokens, sentence.kinds
    first, last = bounds(sentence, at)
    frame = Frame(sentence, tokens, quantity, at, first, last, led=frozenset([t.text for t in tokens[first:at]]))
    frame.before, frame.after = kinds.rfind("Q", first, at), kinds.find("Q", at + 1, last)
    bound = frame.after == at + 1 and tokens[at + 1].text.endswith(_BOUNDS) and quantity.unit in words.classifiers
    if bound and at + 2 < last and tokens[at + 2].kind in "NA":
        frame.after = kinds.find("Q", at + 2, last)
    _right(frame, words)
    if bound and frame.noun == at + 1 and frame.after != at + 1:
        frame.noun_end = noun_end(tokens, at + 2, frame.after if frame.after >= 0 else last, quantity.unit, words)
        frame.said, frame.said_end = frame.noun_end, _said_end(sentence, frame.noun_end, last)
    _left(frame, words)
    return frame


def _right(frame: Frame, words: FigureWords) -> None:
    """What is counted, and what is said of it."""
    tokens, end = frame.tokens, frame.last
    if frame.after >= 0:
        end = frame.after
        mark = frame.sentence.kinds.rfind("L", frame.at + 1, frame.after)
        if mark >= 0 and _lists(tokens, mark) and _plain(tokens, mark + 1, frame.after):
            end = mark
    at = frame.at + 1
    frame.noun = frame.noun_end = frame.said = frame.said_end = at
    if at == end and (behind := _behind_size(frame, words)) < frame.last:
        frame.noun = behind
        frame.noun_end = noun_end(tokens, behind, frame.last, frame.quantity.unit, words)
        frame.said, frame.said_end = frame.noun_end, _said_end(frame.sentence, frame.noun_end, frame.last)
        return
    if at < end and tokens[at].text in _GATES:  # 突破千亿元|大关
        at += 1
        frame.noun = frame.noun_end = frame.said = frame.said_end = at
    if at >= end or tokens[at].text.startswith("已成"):  # 突破60亿元|已成定局
        return
    if tokens[at].kind == "U":
        frame.attributive = True
        at += 1
        if at >= end:  # the text breaks off behind 的
            frame.noun = frame.noun_end = frame.said = frame.said_end = at
            return
    dated = at + 1 < end and tokens[at].kind == "T" and tokens[at].text.endswith("年") and tokens[at + 1].kind == "N"
    at += dated and frame.quantity.unit in words.classifiers  # 4个|2019年|省重点项目
    frame.noun = at
    if _predicate_follows(frame, at, words):
        frame.noun_end = at
    else:
        described = frame.attributive and tokens[at].kind == "D"  # 总投资70亿元的|高速|光模块项目
        frame.noun_end = noun_end(tokens, at + described, end, frame.quantity.unit, words)
        frame.noun_end = at if described and frame.noun_end == at + 1 else frame.noun_end
    nested = not frame.attributive and frame.after >= 0 and end == frame.after
    de = _past_choice(tokens, frame.after, frame.last) if nested else -1
    if 0 <= de < frame.last and tokens[de].kind == "U":  # 6家年营业额超10亿元的药企
        frame.noun_end = noun_end(tokens, de + 1, frame.last, frame.quantity.unit, words)
        end = frame.last
    frame.said, frame.said_end = frame.noun_end, _said_end(frame.sentence, frame.noun_end, end)


def _behind_size(frame: Frame, words: FigureWords) -> int:
    """The thing counted behind its size: 6艘|5.4万载重吨的|散货船, 318票、货值26亿元的|货物; the end where none is."""
    tokens, at = frame.tokens, frame.after
    if frame.quantity.unit not in words.classifiers or at < 0 or at + 2 >= frame.last:
        return frame.last
    apart = tokens[at - 1].kind == "L"  # 企业5家、|亿元以上的|企业36家
    sized = tokens[at + 1].kind == "U" and not apart and all(t.kind in "NL" for t in tokens[frame.at + 1 : at])
    thing = tokens[at + 2].kind in _NOUNY or (tokens[at + 2].role == "act" and _nouny(tokens, at + 3, frame.last))
    return at + 2 if sized and thing else frame.last


def _nouny(tokens: list[Token], at: int, end: int) -> bool:
    return at < end and tokens[at].kind in _NOUNY


def _past_choice(tokens: list[Token], at: int, end: int) -> int:
    """The token behind a figure and its alternatives: 10亿元|或|1亿美元|的."""
    at += 1
    while at + 1 < end and tokens[at].text == "或" and tokens[at + 1].kind == "Q":
        at += 2
    return at


def _predicate_follows(frame: Frame, at: int, words: FigureWords) -> bool:
    """投资5亿元|建设该项目, 85%|用于出口: what stands behind a measure is said of it, not counted."""
    token = frame.tokens[at]
    if frame.attributive or frame.quantity.unit in words.classifiers:
        return token.role == "state" and frame.quantity.unit == "%"
    verbal = token.kind in "VDP" or token.role in ("act", "state")
    if frame.quantity.unit == "%":
        return verbal
    before = frame.tokens[frame.at - 1] if frame.at > frame.first else None
    return verbal and before is not None and (before.role in ("act", "link") or before.kind == "N")


def _plain(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the tokens can be one noun phrase before a number: 、河南省专精特新中小企业4家."""
    return all(t.kind in _NOUNY or t.kind in "VUX" for t in tokens[first:last]) and tokens[last - 1].kind != "U"


def noun_end(tokens: list[Token], at: int, end: int, unit: str, words: FigureWords) -> int:
    """Where the noun phrase that begins at token `at` ends.

    高新技术企业 · 国家和地区设立的企业 · 品种|转报国内 · 战略授信合作协议 · 集中开工的重点项目 · 企业|投资建厂
    """
    i = at
    while i < end:
        step = _step(tokens, at, i, end, unit, words)
        if step <= i:
            break
        i = step
    while i > at and tokens[i - 1].kind in "UXTLFE":
        inside = tokens[i - 1].text in _INSIDE  # 36个行业|中|，29个实现增长
        if tokens[i - 1].kind == "F" and i - 1 > at and tokens[i - 2].kind == "N" and not inside:
            break
        i -= 1
    return i


def _step(tokens: list[Token], at: int, i: int, end: int, unit: str, words: FigureWords) -> int:
    """The token after `i` when `i` goes on with the noun phrase begun at `at`; `i` itself when it ends there."""
    token = tokens[i]
    nouny = i + 1 < end and tokens[i + 1].kind in _NOUNY
    counting = unit in words.classifiers
    headed = i > at and counting and tokens[i - 1].text.endswith(words.head_ends)
    if token.kind == "L":
        acts = i + 2 < end and tokens[i - 1].role == tokens[i + 1].role == "act" and tokens[i + 2].kind == "N"
        goes_on = (
            i > at
            and (nouny or acts)  # 在建|或|投产项目
            and not (token.text == "与" and tokens[i - 1].role != "act" and _accompanies(tokens, i + 1, end))
        )
    elif token.kind == "T" and i + 1 < end and tokens[i + 1].role in ("act", "reach"):
        goes_on = (
            i > at and tokens[i + 1].kind == "N" and tokens[i + 1].role == "act" and i + 2 < end
        )  # 项目|今年3月|投产
        goes_on = goes_on and tokens[i + 2].kind == "N"
    elif token.kind in "UET":
        goes_on = i > at
    elif i > at and token.role == "act" and i + 1 < end and tokens[i + 1].text in ("在", "于"):
        return i  # 九成的研发机构|设立在|企业
    else:
        noun = token.kind in _NOUNY and token.role not in ("act", "state", "have", "reach")
        coming = token.text in _COMING and i + 1 < end and tokens[i + 1].role in ("act", "state")  # 23个|拟投产项目
        first = (
            counting and i == at and (coming or (nouny and (token.kind == "D" or _registered(tokens, i, end, words))))
        )
        if i > at and _coordinated(tokens, i, end, words):
            return i + 1
        if counting and not headed and _tells_kind(tokens, at, i, end, words):
            return i + 1
        verbal = token.kind in "NV" and token.role in ("", "act", "reach") and not headed
        inner = nouny or token.kind == "N" or (i > at and (token.role == "" or not counting))
        if not (noun or first or (verbal and inner)):
            return _past_relative(tokens, i, end, headed and unit in words.actors)
        goes_on = True
    return i + 1 if goes_on else i


def _tells_kind(tokens: list[Token], at: int, i: int, end: int, words: FigureWords) -> bool:
    """Whether a verb tells the kind of what is counted: 32家|上市|企业, 9家新三板|挂牌|公司; not 3家|上市."""
    if tokens[i].text not in words.attributes or i + 1 >= end or tokens[i + 1].kind != "N":
        return False
    last = next((k for k in range(i + 1, end) if tokens[k].kind != "N"), end)
    fronted = i <= at + 3 and all(t.kind in "NADM" and t.role not in ("zone", "state") for t in tokens[at:i])
    return fronted and tokens[last - 1].text.endswith((*words.head_ends, "岗位"))


def _coordinated(tokens: list[Token], i: int, end: int, words: FigureWords) -> bool:
    """成果|转化与产业化项目: a verb and a noun that together tell what kind of project it is."""
    if tokens[i].role != "act" or i + 3 >= end or tokens[i + 1].kind != "L":
        return False
    last = next((k for k in range(i + 2, end) if tokens[k].kind != "N"), end)
    return last > i + 3 and tokens[last - 1].text.endswith(words.head_ends)


def _past_relative(tokens: list[Token], i: int, end: int, named: bool) -> int:
    """The noun behind the relative clause that begins at `i` (集中开工的|重点项目); `i` when there is none."""
    if named or tokens[i].role == "link":
        return i
    de = next((k for k in range(i, end) if tokens[k].kind == "U"), -1)
    return de + 1 if 0 <= de < end - 1 and tokens[de + 1].kind in _NOUNY else i


def _registered(tokens: list[Token], at: int, end: int, words: FigureWords) -> bool:
    """20家在统规上外资企业……, but not 23家在新三板挂牌."""
    i = at + 1
    while i < end and tokens[i].kind in _NOUNY:
        i += 1
    named = "".join(t.text for t in tokens[at + 1 : i])
    return tokens[at].text == "在" and (named.endswith(words.head_ends) or bool(words.indicator_end_re.search(named)))


def _accompanies(tokens: list[Token], at: int, end: int) -> bool:
    """Whether 与 means `with`: 9个项目|与赣州经开区签约."""
    i = at
    while i < end and tokens[i].kind in _NOUNY and tokens[i].role in ("", "place", "zone"):
        i += 1
    return i < end and (tokens[i].kind == "V" or tokens[i].role in ("act", "state"))


def _said_end(sentence: Sentence, at: int, end: int) -> int:
    """Where the predicate that begins at token `at` ends, at least there."""
    told = sentence.kinds[at:end].partition("Q")[0]
    return at + len(told.rstrip("XLC"))


def _left(frame: Frame, words: FigureWords) -> None:
    """What is said before the number, cut from lists and nested phrases, trimmed at both edges."""
    tokens, start = frame.tokens, frame.first
    if frame.before >= 0:
        mark = next((i for i in range(_list_from(frame, words) + 1, frame.at) if _lists(tokens, i)), -1)
        if _bounds_another(frame, words):
            start, frame.nested = frame.at, True
        elif mark >= 0 and tokens[frame.at - 1].kind != "U":
            start, frame.listed = mark + 1, True
    if frame.at - 2 >= start and tokens[frame.at - 1].kind == "U" and tokens[frame.at - 2].kind == "Q":
        frame.left = frame.left_end = frame.at  # 总投资达86亿元的|12个重大项目
        return
    end = _trimmed(frame, start, words)
    start = opened(tokens, start, end, words)
    frame.modified = end < frame.at and tokens[frame.at - 1].kind == "U"
    if frame.modified:
        cut = _without_place(tokens, start, end)
        frame.modified, end = cut == end, cut
    if end > start and (tokens[end - 1].kind == "E" or tokens[end - 1].text.endswith("等")):
        end = _names_start(tokens, start, end - 1)
        end -= end - 1 > start and tokens[end - 1].role == "link"  # 产品出口|到|日本、韩国等12个国家
    frame.left, frame.left_end = _behind_names(frame, start, end, words), end


def _behind_names(frame: Frame, start: int, end: int, words: FigureWords) -> int:
    """The start of a left side without the names of some of what is counted: 辉远电子、博凯等|智能制造项目|18个."""
    tokens = frame.tokens
    if frame.quantity.unit not in words.classifiers:
        return start  # 电子、轻工等产业产值
    behind = max(start, frame.sentence.kinds.rfind("E", start + 1, max(end - 1, 0)) + 1)
    named = behind > start and any(t.text == "、" for t in tokens[start:behind])
    if not named or tokens[behind].text in _FIELDS or not tokens[end - 1].text.endswith(words.head_ends):
        return start
    verb = _names_start(tokens, start, behind - 1) - 1
    if verb >= start and tokens[verb].role == "act":
        frame.lead = frame.words(verb, verb + 1)
        level = next((i for i in range(verb + 1, behind) if tokens[i].role != "place"), behind)
        if level < behind and tokens[level].text.endswith("级"):
            frame.level = frame.words(verb + 1, level + 1)  # 新认定|云州市级|研究中心、实验室等创新平台: of them all
    return behind


def _lists(tokens: list[Token], i: int) -> bool:
    """Whether a mark parts two items; not the one in 省、市重点项目."""
    return tokens[i].kind == "L" and tokens[i - 1].text not in _LEVELS


def _trimmed(frame: Frame, start: int, words: FigureWords) -> int:
    """The end of the left side without what stands between it and the number: verbs of measure, adverbs, 的, times."""
    tokens, end = frame.tokens, frame.at
    while end > start:
        token = tokens[end - 1]
        around_time = token.kind == "F" and end - 2 >= start and tokens[end - 2].kind == "T"
        if token.text in words.rates or (token.text[0] == "每" and 1 < len(token.text) < _LONGEST_RATE):
            frame.rate = token.text
        elif token.role == "link" or (token.text == "在" and end == frame.at):  # 投资额均|在|5亿元以上
            frame.link = end - 1 if frame.link < 0 else frame.link
        elif token.text.endswith("等") or not (token.kind in "DXUT" or around_time):
            break
        end -= 1
    return end


def _is_of(tokens: list[Token], at: int, end: int) -> bool:
    """Whether what is hoped for begins with its time or its zone and goes on with a noun: not 确保|明年进入前列."""
    if tokens[at].role == "zone":
        return True
    while at < end and (tokens[at].kind == "T" or tokens[at].text in ("到", "至")):
        at += 1
    return at < end and tokens[at].kind == "N" and tokens[at - 1].kind == "T"


def opened(tokens: list[Token], start: int, end: int, words: FigureWords) -> int:
    """The start of the left side without what opens a clause: times, 其中, 建成后, 到2030年."""
    zone = next((i for i in range(end - 2, start, -1) if tokens[i].role == "zone"), start)
    if tokens[zone - 1].text.endswith(_LEADS_TO) and (tokens[start].kind not in "PL" or tokens[start].text == "同"):
        start = zone  # 名列榜首的|某高新区|产值
    while start < end:
        text = tokens[start].text
        following = tokens[start + 1] if start + 1 < end else None
        done = following is not None and following.text in _AFTER
        until = following is not None and text in ("到", "至") and following.kind == "T"
        hoped = text in _HOPED and following is not None and _is_of(tokens, start + 1, end)
        if until or (done and following and words.target_after_re.search(text + following.text)):
            start += 2
        elif hoped:
            start += 1  # 预计|今年工业增加值增长8%
        elif tokens[start].kind in "TCXLF" or text in words.among or text in LEANING:
            start += 1
        else:
            break
    return start


def _bounds_another(frame: Frame, words: FigureWords) -> bool:
    """Whether the number only tells which things another counts: 5个|总投资超10亿元或1亿美元|的重大产业项目."""
    tokens, first = frame.tokens, frame.at
    while first - 2 > frame.first and tokens[first - 1].text == "或" and tokens[first - 2].kind == "Q":
        first -= 2
    de = _past_choice(tokens, frame.at, frame.last)
    count = frame.sentence.kinds.rfind("Q", frame.first, first)
    if count < 0 or de >= frame.last or tokens[de].kind != "U":
        return False
    between = tokens[count + 1 : first]
    if any(t.text in _TOGETHER for t in between):
        return False  # 两笔|共计|600万元的贷款
    return all(t.role in ("link", "") and t.kind in "NMAFRVD" for t in between) and _counts(tokens[count], words)


def _counts(token: Token, words: FigureWords) -> bool:
    return token.text[-1:] in words.classifiers


def _list_from(frame: Frame, words: FigureWords) -> int:
    """The figure before, past thresholds of this one: 5亿元以上12个、|10亿元以上|6个, |30亿元或3亿美元|项目2个."""
    tokens, before = frame.tokens, frame.before
    bound = tokens[before].text.endswith(("以上", "以下", "以内")) or tokens[before].text.startswith(("超", "逾"))
    bound = (bound and frame.quantity.unit in words.classifiers) or bounds_counted(tokens, before, frame.at)
    while bound:
        earlier = frame.sentence.kinds.rfind("Q", frame.first, before)
        if earlier < 0:
            return before
        bound = earlier == before - 2 and tokens[before - 1].text == "或"
        before = earlier
    return before


def bounds_counted(tokens: list[Token], bound: int, count: int) -> bool:
    """Whether a sum only tells which things are counted behind it: |60亿元|项目1个, |4000万美元|日资项目1个."""
    between = tokens[bound + 1 : count]
    plain = bool(between) and all(t.kind in "NAM" for t in between) and between[-1].text.endswith(("项目", "企业"))
    return (
        plain
        and tokens[bound].text.endswith(("元", "元以上", "元以下"))
        and counting_word(tokens[count]) in ("个", "家", "项", "户")
    )


def counting_word(count: Token) -> str:
    """The last sign of a count without its bound: 个 of 60个以上."""
    return _BOUND.sub("", count.text)[-1:]


_BOUND = re.compile("(?:以上|以下|以内|左右|上下)\\Z")


def _without_place(tokens: list[Token], start: int, end: int) -> int:
    """摘牌|位于渤龙湖的290亩土地: where something lies is no part of what is measured."""
    for i in range(start + 1, end):
        if tokens[i].text in ("位于", "坐落于", "坐落在", "来自", "地处"):
            return i
    return end


def _names_start(tokens: list[Token], start: int, end: int) -> int:
    """Where a list of names before 等 begins: 已有|好丽友、华安企业、维持根等20家."""
    mark = next((i for i in range(start, end) if tokens[i].kind == "L" and tokens[i].text == "、"), end)
    for i in range(start, mark):
        if tokens[i].text in ("包括", "包含", "涵盖", "囊括"):
            return i + 1
    i = mark
    while i > start and not (
        tokens[i - 1].role in ("have", "act", "link") or tokens[i - 1].kind in "DPC" or tokens[i - 1].text in _SELLS
    ):
        i -= 1
    return i
