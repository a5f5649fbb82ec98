"""Which number expressions are figures that a brief may use.

Out: dates, ordinals, names and idioms (the language room says so), lengths of time that only date something
(近三年, 24小时预约), one-digit counts in words (两家, 一条生产线), sizes inside a product's name (128层, 4.3米焦炉),
thresholds that only define what is counted (计划投资5000万元以上工业项目17个).
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame, bounds_counted, counting_word
from reporter.extraction.figures.winners import bounds_all
from reporter.language import elapsed
from reporter.language.spans import Quantity, QuantityKind
from reporter.lexicon.figures import FigureWords
from reporter.model import Qualifier

_RANK, _FIGURE = QuantityKind.RANK, QuantityKind.FIGURE
_SMALL = 100
"""A number without a unit is a figure only from here on (45k wafers); 约为1 is none."""
_MANY = 100
"""From here on a number in words is a count without a hedge (一百个项目, not 十个春秋)."""
_IN_WORDS = "一二两三四五六七八九十几"
_HEDGES = "近约超逾上每达共仅"
_STRIVEN = re.compile("争创|争进|争当|冲刺|迈进|力争")
_SCREEN = re.compile(r"\d{1,2}K")
_BOUND_BEFORE, _BOUND_BEHIND = ("超", "过", "逾"), ("以上", "以下", "以内")
_WITHIN = re.compile(r"(?:之内|以内|内)(?:办|答|拿|完成|审|送|到账|到达|抵达|到场|赶到|响应|反馈|出具|解决)")
_CUT_TO = re.compile("(?:压缩|缩短|压减|控制|缩减|降|减少|缩)(?:到|至|在|为)[^，。；]{0,3}$")
_LEADING = re.compile(r"(?:带着|带领|率领|领着|率|(?<![地一])带)\Z")
_CHAIN = frozenset(["乃至", "甚至", "或", "至", "以及"])
_BOUND_THINGS = re.compile("[^，。；\\d]{0,8}(?:项目|企业)")
_NUMERAL = re.compile("[0-9一二三四五六七八九十百千两半几数]")
_CHAINED = re.compile(r"\d[\d.]*(?:天|个月|年|周|小时|分钟)[、和与及]\Z")
_DATING = ("内", "来", "以来", "前", "后", "之内", "之后", "间", "期", "预约", "不打烊", "经济圈")
_POINTING = ("这", "那", "该", "其", "前", "每", "另", "上述")
_REFUSED = re.compile("的(?:项目|企业)?[，]?(?:一律)?(?:不要|不引|不批|不予|不得|不准|不收|不建|禁止)")
"""亩均投资强度|低于300万元|的不要: what is not taken measures nothing."""
_TWO = ("两家", "两名", "两个")
_BOTH = frozenset("将都均也共正")
"""两家|将“错位不错车”: both that were named."""
_THINGS = re.compile("(?:项目|企业|平台|基地|机构|中心|园区|实验室|集群)\\Z")
_STOPS = ("。", "；", "，", "、", ";", ",")
"""50亿元以上项目|两个|。"""
_FROM_TO = re.compile(r"从[^，。；\d]{1,6}到[^，。；\d]{1,6}\Z")
"""从签约到投产|7个月|！"""
_BULK = re.compile("水|土|石|气|木|沙|砂|混凝土|库容|油")
_TEN = 10
_EACH = re.compile("每[\u4e00-\u9fff]{0,5}\\Z")
_RATIO_BEHIND = re.compile("[^，。；\\d]{0,10}[，]?(?:就|里|中|里就|中就)有近?[\\d一二两三四五六七八九]")
_RATIO_BEFORE = re.compile("每[\u4e00-\u9fff]{0,5}\\d+[^，。；\\d]{1,12}[，]?(?:就|里|中|里就|中就)有近?\\Z")
_AGAIN = re.compile("(?:再造|投入|投进去?|产出|换来|换回|相当于|等于|造出|长出|再建)了?\\Z")
_FIELD = re.compile("在(?:全国|全省|全市|全区|全州|[^，。；在]{2,4}[省市])(?:参评的|现有的?|的)?\\Z")
_OF_SO_MANY = re.compile("占(?:到|了)?(?:全[国省市区州县球]|[^，。；占]{2,4}[省市])?\\Z")
_PART_OF_THEM = re.compile(
    "[^，。；\\d]{2,14}的(?:近|约|逾|超过?)?(?:\\d[\\d.]*%|[一二三四五六七八九]成|[一二三四五六七八九十百]+分之|一半)"
)
_PLACES = (
    "国家级",
    "省级",
    "经开区",
    "经济技术",
    "保税区",
    "自贸区",
    "县",
    "区县",
    "县区",
    "园区",
    "城区",
    "新区",
    "开发区",
    "高新区",
    "老城",
    "小镇",
    "县城",
)
_AMONG = frozenset(["中", "里", "当中", "之中", "中列", "中居", "中排", "中位列"])
_COUNTED_THINGS = ("措施", "举措", "政策", "项目", "企业", "事项")
_SIDES = ("方面", "层面", "维度", "角度", "大方面")
"""从创新、开放等4个|方面|发力: in how many ways something is told."""
_PHASE = re.compile("(?:总?投资|工程|项目|厂房|建设|用地|占地|已|将|于|正|预计)")
"""1期|投资5亿元 is the first phase."""
_BUILDINGS = re.compile("厂房|楼|主体|建筑|面积|载体|用房|平方米|平米")


def is_candidate(quantity: Quantity, text: str, words: FigureWords) -> bool:  # noqa: PLR0911  a list of rules
    """Whether the expression of a text can be a figure, before its clause is looked at."""
    if quantity.kind is _RANK:
        return True
    if quantity.kind is not _FIGURE or quantity.unit in words.specifications:
        return False
    if quantity.text.endswith("大") or quantity.text == "百分之百":
        return False  # 8大类, 百分之百抓落实
    if quantity.text.endswith("K") and _SCREEN.fullmatch(quantity.text):
        return False  # 8K
    first = quantity.text.lstrip(_HEDGES)[:1]
    if not first or first not in _IN_WORDS or quantity.unit in words.times:
        return True
    if quantity.text in _TWO:
        return quantity.text != "两个" or text[quantity.end : quantity.end + 1] in _STOPS
    if quantity.value > _TEN and text.startswith(_COUNTED_THINGS, quantity.end):
        return True  # 十六条措施
    if quantity.value <= 2 and quantity.unit not in ("%", "百分点", "倍", "番"):
        return False
    hedged = quantity.qualifier is not Qualifier.EXACT or quantity.value >= _MANY
    return (quantity.value >= 10 and hedged) or quantity.unit in words.counted


def is_figure(  # noqa: PLR0911, PLR0912  a list of rules
    frame: Frame, words: FigureWords
) -> bool:
    """Whether the expression is a figure of its clause."""
    quantity, text = frame.quantity, frame.sentence.text
    before, after = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 6]
    if "每" in before and _EACH.search(before) and _RATIO_BEHIND.match(text, quantity.end):
        return False  # 每新增|10家|企业，就有4家来自省外
    if before.endswith(("有", "有近")) and _RATIO_BEFORE.search(text, frame.sentence.start, quantity.start):
        return False
    if before.endswith("每") or (frame.before > 0 and frame.tokens[frame.before - 1].text == "每"):
        return False  # 每10个就业人员中有3个
    if quantity.text.endswith("方") and _built(text[max(0, quantity.start - 24) : quantity.end + 8]):
        return False  # 厂房25万平方米，其中|10万方|主体封顶: 方 is no cubic metre there
    if quantity.text.endswith("国") and after.startswith("道"):
        return False  # 318国道
    if quantity.unit in ("人", "名") and (_LEADING.search(before) or before.endswith("一行")):
        return False  # 王明带着7人团队, 考察团一行18人
    if quantity.unit == "岁":
        return frame.words(frame.left, frame.left_end).endswith("年龄")
    if not quantity.unit and quantity.value < _SMALL:
        return frame.words(frame.left, frame.left_end).endswith(("指数", "值", "容积率", "系数", "PUE"))
    if quantity.text == "两个":
        return _THINGS.search(before) is not None
    shown = before.endswith(_POINTING) or after[:1] in _BOTH or after.startswith(_PLACES)  # 甲、乙|两家|经开区
    if quantity.text in _TWO and (shown or frame.noun_end <= frame.noun):
        return False
    if quantity.text.endswith("强") and _STRIVEN.search(frame.words(frame.left, frame.left_end)):
        return False  # 争创全国50强: what the place would be called
    if _field_of_rank(frame, words) or bounds_all(frame):
        return False
    if after.startswith(_PLACES) and _FIELD.search(text, frame.sentence.start, quantity.start):
        return False  # 在全市|14个|开发区中，……
    if _OF_SO_MANY.search(text, frame.sentence.start, quantity.start) and _PART_OF_THEM.match(text, quantity.end):
        return False  # 约占全国|13个|试点城市的四成
    if quantity.unit == "个" and _made_again(frame):
        return False  # 投入1个园区，产出|30个|园区
    if quantity.unit in words.times:
        number = _NUMERAL.search(quantity.text)
        led = quantity.start + (number.start() if number else 0)  # |最快7天|: the hedge is a cue as well
        told = elapsed.measures(text, quantity.start, quantity.end) or _turned(frame)
        return told or _measures_time(_CHAINED.sub("", text[max(0, led - 12) : led]), after, words)
    sides = quantity.unit == "个" and after.startswith(_SIDES)
    refused = after[:1] == "的" and _REFUSED.match(text, quantity.end)
    if refused or sides or (quantity.unit == "期" and _PHASE.match(after)):
        return False
    return not frame.nested and not _threshold(frame, words)


def _made_again(frame: Frame) -> bool:
    """Whether so many zones are but a way to say how much was made: 再造|5个|老城区."""
    tokens = frame.tokens[frame.noun : max(frame.noun_end, frame.said_end)]
    place = any(t.role in ("zone", "place") for t in tokens[:2]) or bool(tokens and tokens[-1].text.endswith(_PLACES))
    return place and _AGAIN.search(frame.words(frame.first, frame.at)) is not None


def _turned(frame: Frame) -> bool:
    """Whether a verb beside a length of time turns it into another: 由|298天|减到|78天|."""
    beside = (frame.at - 1, frame.at + 1)
    return any(0 <= i < len(frame.tokens) and frame.tokens[i].role == "change" for i in beside)


def _built(words: str) -> bool:
    """Whether the words around 万方 speak of floors rather than of what is measured in cubic metres."""
    return _BUILDINGS.search(words) is not None and _BULK.search(words) is None


def _measures_time(before: str, after: str, words: FigureWords) -> bool:
    """Whether a length of time is how long something takes: 仅用了15天, 6小时办结."""
    if _WITHIN.match(after) or _FROM_TO.search(before):
        return True
    if after.startswith("内") and _CUT_TO.search(before):
        return True  # 审批时限压缩到|45个工作日|内
    if after.startswith(_DATING):
        return False
    ends = [match.end() for match in words.duration_before.finditer(before)]
    near = bool(ends) and len(before) - ends[-1] <= 2
    return near or bool(words.duration_after.match(after))


def _field_of_rank(frame: Frame, words: FigureWords) -> bool:
    """在217家国家级经开区中|排名第26位, 居19个国家级新区第一位: how many are ranked is no figure of the one that is."""
    tokens = frame.tokens
    ranked = frame.quantity.text.startswith("第")  # 分别列|第37位|和第23位
    if ranked or frame.after < 0 or not tokens[frame.after].text.startswith("第"):
        return False
    if frame.at > frame.first and tokens[frame.at - 1].text in words.rank_verbs:
        return True
    return any(t.text in _AMONG for t in tokens[frame.at : frame.after])


def _threshold(frame: Frame, words: FigureWords) -> bool:
    """计划投资5000万元以上|工业项目17个: a bound that only says which ones are counted."""
    if frame.quantity.unit in words.classifiers:
        return False
    bound = frame.quantity.text.endswith(_BOUND_BEHIND) or frame.quantity.text.startswith(_BOUND_BEFORE)
    if _bounds_counted(frame) or (bound and _counted_behind(frame, words)):
        return True
    if frame.after < 0 or not bound:
        return False
    if frame.after == frame.at + 1:
        return True
    counts = counting_word(frame.tokens[frame.after]) in words.classifiers
    between = frame.tokens[frame.noun_end : frame.after]
    bare = all(
        t.kind in "DX" or t.role in ("link", "have") or t.text in ("由", "从") for t in between
    )  # 企业|由44家增至70家
    return frame.noun_end > frame.noun and bare and counts


def _bounds_counted(frame: Frame) -> bool:
    """60亿元|项目1个, |30亿元|或3亿美元以上工业项目2个: which ones are counted, alone or with its alternative."""
    tokens, at = frame.tokens, frame.at
    if at + 2 < frame.last and tokens[at + 1].text == "或" and tokens[at + 2].kind == "Q":
        at += 2
    count = frame.sentence.kinds.find("Q", at + 1, frame.last)
    return count > 0 and bounds_counted(tokens, at, count)


def _counted_behind(frame: Frame, words: FigureWords) -> bool:
    """进出口额过亿元的|有11家; 投资30亿元以上、|50亿元以上|乃至百亿元的项目: bounds of what is counted."""
    tokens, at = frame.tokens, frame.at + 1
    chained = frame.listed
    while at + 1 < frame.last and (tokens[at].text in _CHAIN or tokens[at].kind == "L") and tokens[at + 1].kind in "QM":
        at, chained = at + 2, True
    money = chained and frame.quantity.unit.endswith("元")
    if at >= frame.last or tokens[at].kind != "U":
        return money and _BOUND_THINGS.match(frame.words(at, frame.last)) is not None
    if money:
        return True
    at += 1
    while at < frame.last and tokens[at].kind in "NMA" and not tokens[at].role:
        at += 1
    while at < frame.last and (tokens[at].kind in "DX" or tokens[at].role in ("have", "link")):
        at += 1
    return at < frame.last and tokens[at].kind == "Q" and tokens[at].text[-1:] in words.classifiers
