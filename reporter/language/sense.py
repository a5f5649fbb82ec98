"""What a number is: a figure, or a date, an ordinal, a rank, a name.

In: a text and the place of a number in it. Out: where the whole expression stands and its kind. The words around the
number decide; the reading that reports no figure wins where they leave it open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reporter.language.number import Number
from reporter.language.spans import QuantityKind

if TYPE_CHECKING:
    from reporter.lexicon.units import Unit

_YEAR = r"(?:19|20)\d{2}"
_TO = r"\s?(?:[-–~至到]|—{1,2}|-{2})\s?"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_DATE = re.compile(
    rf"""
    {_YEAR}\s?年?{_TO}{_YEAR}\s?(?:年(?:度|底|初|末)?|(?![\d.%万亿家个项元吨亩]))   # 2023-2028年
    |{_YEAR}\s?年{_TO}{_MONTH}\s?月(?:{_DAY}\s?[日号])?                              # rarely: 2021年至5月
    |{_YEAR}\s?年(?:度|底|初|末|代)?
        (?:\s?{_MONTH}\s?月(?!球|饼|台|均|租|薪)(?:份|底|初|末|中旬|上旬|下旬)?(?:\s?{_DAY}\s?[日号])?)?   # 2020年4月20日
    |{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}(?!\d)                                            # 2020-04-20
    |\d{{1,2}}\s?世纪(?:\d0年代)?|\d0年代
    |{_MONTH}{_TO}{_MONTH}\s?月(?:份|底)?                                             # 1-4月
    |{_MONTH}\s?月(?!球|饼|台|均|租|薪)(?:份|底|初|末|中旬|上旬|下旬)?(?:\s?{_DAY}(?:{_TO}{_DAY})?\s?[日号](?!线|楼))?
    |{_DAY}{_TO}{_DAY}\s?日
    |{_DAY}\s?日(?!产|均|益|元|处理)
    |\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)
    |(?:[01]?\d|2[0-4])\s?[时点](?:[0-5]?\d分|半|整|许|钟)?(?!间|数|位|对|段|评|击)
    |[1-4]\s?季度
    """,
    re.VERBOSE,
)
_DATE_MARKS = "年月日号时点季世:/.-—–~至到 0123456789"
_CHINESE_DATE = re.compile(
    r"[一二][〇零一二三四五六七八九]{3}年(?:十?[一二三四五六七八九十]月)?(?:[一二三]?十?[一二三四五六七八九十][日号])?"
    r"|十?[一二三四五六七八九十]月(?!球|饼|均)(?:份|底|初|末|中旬|上旬|下旬)?(?:[二三]?十?[一二三四五六七八九十][日号])?"
    r"|[一二三四两]个?季度|[一二三]?十?[一二三四五六七八九]?日(?=，|上午|下午|晚|在|起)|[一二]?十[一二三四五六七八九]?世纪"
)


def date(text: str, start: int, end: int) -> int:
    """Where the date ends that begins with the digits `start` to `end`; 0 where they begin none."""
    if text[end : end + 1] not in _DATE_MARKS and text[start + 4 : start + 5] != "年":
        return 0
    match = _DATE.match(text, start)
    return match.end() if match and match.end() > end else 0


def chinese_date(text: str, start: int) -> int:
    """Where the date ends that begins with the Chinese numeral at `start` (三月, 二〇二三年, 一季度); 0 for none."""
    match = _CHINESE_DATE.match(text, start)
    return match.end() if match else 0


# --- durations: most are spans of time (近三年, 挂牌3年来); some measure something (耗时15分钟, 缩短了一年半)

_MEASURES = (
    "需,需要,只需,仅需,需时,耗时,历时,用时,费时,用,仅用,用了,仅用了,只用,只用了,花,花了,缩短,缩短了,缩短至,缩短到,缩短为,压缩,压缩了,"
    "压缩至,压缩到,压缩为,压减至,压减到,减少,减少了,减至,减少至,减少到,降至,降到,降为,缩减至,提前,提前了,延长,延长了,延长至,相隔,"
    "相隔了,间隔,长达,达,达到,为期,限时,周期,工期,时长,寿命,有效期,保质期,质保,期限,免租,免租期,免租期为,租期,建设期,续航,节省,"
    "节省了,节约,节约了,控制在,变为,变成,变,由,跑出,最快,最短,最长,平均,平均用时,平均时间,不超过,超过,不到,至少,不少于,最多,"
    "不足,滞留,等待,耽误,推迟,晚,早,快,速度为,时间为,时间从,时间由,从"
)
_MEASURE_BEFORE = tuple(_MEASURES.split(","))
_MEASURE_AFTER = re.compile(r"的?(?:时间|工期|光景|寿命|质保|免租|续航|产假|车程|航程)")
_DONE_AFTER = re.compile(
    r"(?:之?内|就|即|便)?(?:即?可取|可取|办成|办结|办完|办好|拿地|拿证|出证|通关|放行|到账|直达|可达|抵达|送达|响应|建成|审结|答复)"
)
_SPAN_BEFORE = tuple(
    "近,最近,过去,过去的,未来,今后,前,头,这,这几,挂牌,成立,运行,连续,每,上,下,后,此后,随后,近几,全年,一年".split(",")
)
_SPAN_AFTER = re.compile(
    r"(?:多|余)?(?:以来|之?来(?!自|到)|前(?!十|\d)|之前|后|之后|间(?!隔)|期间|内|之内|里|中|初|末|底|代|度)"
)
_SHORT = {"小时", "分钟", "秒", "毫秒", "微秒", "工作日"}
_ROUND_THE_CLOCK = re.compile(
    r"(?:全天候|不间断|不打烊|自助|预约|在线|值守|值班|营业|客服|热线|人工|响应|无休|开放|政务|通关|服务|智能|连续|运[行转营])"
)
_CIRCLE = re.compile(r"[“‘]?[\u4e00-\u9fff]{0,4}(?:经济圈|生活圈|交通圈|通勤圈|都市圈|学习圈|服务圈|产业圈|便民圈|圈)")


def duration(text: str, start: int, end: int, number: Number, unit: str) -> QuantityKind:
    """Whether `text[start:end]`, a number with a unit of time and its hedges, measures something or says when.

    耗时15分钟 · 仅用了15天时间 · 最快6小时 · 缩短了一年半 measure; 近三年 · 前3个月 · 挂牌3年来 say when;
    半小时经济圈 is a name, 24小时预约 a manner.
    """
    if _CIRCLE.match(text, end):
        return QuantityKind.NAME
    if unit == "小时" and number.low == 24 and (_ROUND_THE_CLOCK.match(text, end) or text[start - 1 : start] in "×xX*"):
        return QuantityKind.IDIOM
    if _MEASURE_AFTER.match(text, end):
        return QuantityKind.FIGURE
    short = unit in _SHORT
    if text[number.start - 1 : number.start] == "近" and not short and not text.endswith(_MEASURE_BEFORE, 0, start):
        return QuantityKind.DATE
    if not short and (text.endswith(_SPAN_BEFORE, 0, start) or _SPAN_AFTER.match(text, end)):
        return QuantityKind.FIGURE if _measured(text, start, number.start) and unit == "月" else QuantityKind.DATE
    if short or _measured(text, start, number.start):
        return QuantityKind.FIGURE
    if unit in {"天", "月", "周"} and _DONE_AFTER.match(text, end):
        return QuantityKind.FIGURE
    return QuantityKind.DATE


def _measured(text: str, start: int, number: int) -> bool:
    """Whether the words before the number, hedges skipped or not, say that a duration is measured."""
    return text.endswith(_MEASURE_BEFORE, 0, start) or text.endswith(_MEASURE_BEFORE, 0, number)


# --- 第, 前 and 强

_RANK_BEFORE = re.compile(
    r"(?:名列|位列|位居|排名|排位|排在|跃居|稳居|高居|居于|居|列|位|排|获评?|夺得|保持|全国|全省|全市|全区|全球|世界|国内|行业|亚洲|"
    r"国家级?[\u4e00-\u9fff]{0,6}|省|市|县|区|同类|综合|总量|增速|增幅|规模|实力|数量|均|并列|连续|首位|为|是)[\u4e00-\u9fff]{0,4}$"
)
_RANK_AFTER = re.compile(r"[，。；、！：”’）\s]|的(?!批|次|一)|$|且|并|和|与|，|至|到第?")
_RANK_UNIT = re.compile(r"[位名](?!院士|志愿|嘉宾|客人|员工)|大(?!道|会|街)(?!产业.{0,2}集群)")
_ORDINAL_UNIT = re.compile(
    r"(?:个|批次|批|次|届|期|代|轮|条|款|台|家|项|季度|产业|阶段|步|天|年|日|人|方|类|章|条|版|届|时间|线|手|书记|站|场|座|只|支|艘|架|"
    r"颗|枚|辆|位|名|号|把|课|梯队|方阵|层|栋|医院|中学|小学|税务所|分公司)?"
)
_BEFORE_FRONT = "目此日年会提以之当眼跟生事空直从先午史月天战赛行产岁"
_RANK_LIST = re.compile(
    r"(?:进入|进军|跻身|迈入|入围|冲刺|争创|争进|挺进|迈进|晋级|闯进|入列|进|入选|冲击|列|居|位居)[\u4e00-\u9fff]{0,14}$"
)


class Place(NamedTuple):
    """An expression around a number, its kind, and where its unit stands."""

    start: int
    end: int
    kind: QuantityKind


def ordinal(text: str, number: Number) -> Place:
    """What 第 and a number make: a rank (名列第一, 居全国第3位, 第二大港) or an ordinal (第二次, 第20次会议)."""
    start, end = number.start - 1, number.end
    unit = _RANK_UNIT.match(text, end)
    if unit is not None and (unit.group() == "大" or _RANK_BEFORE.search(text, max(0, start - 14), start)):
        return Place(start, unit.end(), QuantityKind.RANK)
    if unit is None and _RANK_AFTER.match(text, end) and _RANK_BEFORE.search(text, max(0, start - 14), start):
        return Place(start, end, QuantityKind.RANK)
    counter = _ORDINAL_UNIT.match(text, end)
    return Place(start, counter.end() if counter else end, QuantityKind.ORDINAL)


_FRONT_UNIT = re.compile(r"强|位|名(?!义)|(?=[，。；、！”）的行之])|$")
_FRONT_DATE = re.compile(r"个?月|个?季度|年|天|日|周")
_FRONT_COUNT = re.compile(r"批次|批|次|期|届|轮|家|个|项|条|款|台")


def is_front(text: str, start: int) -> bool:
    """Whether a 前 that counts stands before `start` (前4批, 前十强; not 目前4家, 此前3次)."""
    if start < 1 or text[start - 1] != "前":
        return False
    if start == 1:
        return True
    before = text[start - 2]
    return before not in _BEFORE_FRONT or (before == "年" and text[start - 3 : start - 2] in "0123456789今去上明当本同")


def front(text: str, number: Number) -> Place | None:
    """What 前 and a number make: a date (前3个月), an ordinal (前4批), a rank (前十强: within the first ten)."""
    start, end = number.start - 1, number.end
    for pattern, kind in (
        (_FRONT_DATE, QuantityKind.DATE),
        (_FRONT_COUNT, QuantityKind.ORDINAL),
        (_FRONT_UNIT, QuantityKind.RANK),
    ):
        match = pattern.match(text, end)
        if match:
            return Place(start, match.end(), kind)
    return None


def listed(text: str, number: Number) -> Place:
    """What a number and 强 make: a name (世界500强), or a rank to be within (争创国家高新区50强)."""
    end = number.end + 1
    if number.low != 500 and _RANK_LIST.search(text, max(0, number.start - 18), number.start):
        return Place(number.start, end, QuantityKind.RANK)
    return Place(number.start, end, QuantityKind.NAME)


# --- small decisions about one character

_SCREEN = re.compile(r"\s?(?:超?高清|显示|电视|屏|视频|影[像视]|直播|画质|分辨率|超|花园|级|内容|产业)")


def is_screen(text: str, end: int) -> bool:
    """Whether the letter that ends at `end` belongs to a standard of pictures (4K超高清), not to a thousand."""
    return _SCREEN.match(text, end) is not None


_ONE_WORDS = "统唯同专单其划均初期之不合归惟周星"
_WEEK = ("周", "星期", "礼拜", "初", "老", "农历")


def is_word_end(text: str, at: int) -> bool:
    """Whether the Chinese numeral at `at` ends a word: 统一, 唯一, 周三, 初五."""
    if text[at] == "一" and text[at - 1] in _ONE_WORDS:
        return True
    return text.endswith(_WEEK, 0, at) and not text.startswith(("家", "个"), at + 1)


_NOT_TENTH = re.compile(
    r"成(?:立|为|效|果|功|员|长|品|套|熟|就|都|本[^地]|型|交|份|形|绩|人|因|渝|像|片|语|色|分|化|千|百)"
)


def is_tenth(text: str, read: Number) -> bool:
    """Whether 成 behind a numeral is a tenth (三成), not the head of another word (三成立)."""
    return read.high <= 10 and not _NOT_TENTH.match(text, read.end)


_HALF = re.compile(r"半(?=年|个月|个?小时|天|个多?小时|个多月)|半数")


def half(text: str, at: int) -> Number | None:
    """半 as a number (半年: 0.5), as half of all (过半, 半数以上: 50 %); None where it is part of a word (半导体)."""
    match = _HALF.match(text, at)
    if match is not None and match.group() == "半":
        if text[at - 1 : at] in {"上", "下", "前", "后", "大", "一", "两"} and at:
            return None
        return Number(at, at + 1, 0.5, 0.5, None, True)
    if match is not None:
        return Number(at, match.end(), 50.0, 50.0, None, True)
    if text[at - 1 : at] == "过" and at and text[at + 1 : at + 2] not in {"百", "圆", "截"}:
        return Number(at, at + 1, 50.0, 50.0, None, True)
    return None


_ELECTRIC = re.compile(r"电|能耗|发电|用电|瓦")
_WATER = re.compile(r"水|库容|土|石|方量|沙|混凝土|气|油|填|挖|木材|蓄")
_NEGATED = re.compile(r"[\u4e00-\u9fff]{0,4}(?:都|也)(?:不|没|未)")
_ABSTRACT = re.compile(r"(?:代表|区域|方面|层面|阶段|关键|原因|特点|问题|难题|层次|维度|角度|极端|方向|前提|字|词|都)")
# what a count with 大 counts (四大主导产业), within a few characters; without it 大 begins a name
_GREAT = re.compile(
    r"大[\u4e00-\u9fff“]{0,8}?(?:产业|行业|片区|板块|园区|园|项目|体系|领域|工程|行动|举措|措施|机制|平台|基地|集群|功能|任务|中心|方面|重点|"
    r"特色|优势|主导|支柱|新兴|战略|核心|系统|工作|目标|类|模块|赛道|方向|环节|要素|指标|模式|理念|难题|问题|亮点|定位|关键|改革|"
    r"专项|计划|政策|改造|提升|攻坚|支撑|保障|品牌|市场|群|链|区域|组团|银行|企业|集团|公司|港|城市|经济|生态|引擎|动能)"
)
_ROUND_TURNS = re.compile(r"(?:电动|摩托|车|驱动)")


def unit(text: str, read: Number, unit: Unit) -> tuple[str, float, str]:
    """The unit that a number means here: base, factor and kind; kind is empty where it is no unit after all.

    方 is 立方米 with 万 or water and earth before it (蓄水量680万方), 度 is 千瓦时 with electricity (电耗降到7900度).
    """
    base, factor, kind = unit.base, unit.factor, unit.kind
    printed = unit.printed
    context = text[max(0, read.start - 40) : read.start]
    if printed == "方" and not (read.scale or _WATER.search(context[-12:])):
        return "", 1, ""
    if printed == "度":
        if text[read.end + 1 : read.end + 2] in {"假", "重", "电"} and text[read.end + 1] != "电":
            return "", 1, ""
        return ("千瓦时", 1, "energy") if _ELECTRIC.search(context) else ("度", 1, "degree")
    if printed == "平" and not read.scale and read.low < 50:
        return "", 1, ""
    if printed in {"点", "分"} and text[read.end + 1 : read.end + 2] in {
        "之",
        "别",
        "布",
        "支",
        "公",
        "钟",
        "校",
        "局",
        "中",
    }:
        return "", 1, ""
    if printed == "期" and not re.search(r"(?:分|共|等)$", text[max(0, read.start - 2) : read.start]):
        return base, factor, "stage"
    if printed == "届" and not re.search(r"(?:办|共|续|行了?)$", text[max(0, read.start - 3) : read.start]):
        return base, factor, "stage"
    return base, factor, kind


def counted(text: str, read: Number, kind: str, base: str, quoted: bool) -> QuantityKind:
    """What a Chinese numeral with a unit is: 两家 and 四大主导产业 are figures, 一家 an article, 二期 an ordinal."""
    end = read.end
    if kind == "stage":
        return QuantityKind.ORDINAL
    if kind in {"count", "people", "place", "big", "score", "level", "speed"}:
        if quoted and not read.hedge:
            return QuantityKind.NAME
        if read.low == read.high == 1 and not read.hedge:
            return QuantityKind.IDIOM
        if text[read.start - 1 : read.start] in {"这", "那", "该", "每", "另"} and read.start:
            return QuantityKind.IDIOM
        if text[end] == "大" and (read.low >= 10 or not _GREAT.match(text, end)):
            return QuantityKind.NAME
        if read.high < 10 and (
            _ABSTRACT.match(text, end + 1) or (text[end] == "轮" and _ROUND_TURNS.match(text, end + 1))
        ):
            return QuantityKind.IDIOM
        return QuantityKind.FIGURE
    if kind == "money" and read.high < 10 and base == "元":
        return QuantityKind.IDIOM
    if read.low == 1 and kind in {"mass", "length", "area", "volume"} and _NEGATED.match(text, end):
        return QuantityKind.IDIOM
    return QuantityKind.FIGURE
