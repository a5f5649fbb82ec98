"""A figure over a cut: which ends wait for a number or its unit, and whether the other half is one.

    从业人员近 | 7万人            a hedge waits for its number
    检测订单2.3万 | 批次          a number waits for what it counts
    撬动社会资本约3.6 | 倍        and a unit cannot stand without a number
    由2021 | 年的34%             a year waits for its 年, and for no other digits
    同比增长1 | 9.5%             a number that was cut through
    20 | 20年                    together a year; 120 | 20年 is none

Each sign is 0 or 1 (2 where a year meets its 年); `evidence` weighs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.reading import words

_MONEY = "元|美元|欧元|日元|港元|英镑"
_COUNTED = (
    "公里|平方公里|平方米|立方米|千米|毫米|纳米|微米|米|亩|公顷|吨|万吨|千克|公斤|克|度|千瓦|千瓦时|兆瓦|标箱|标准箱|载重吨|英寸|毫秒|"
    "批次|人次|个百分点|百分点|个小时|小时|分钟|秒|个月|个工作日|工作日|天|周年|岁|个|家|项|户|套|台|辆|艘|架|座|条|栋|幢|件|份|笔|场|次|期|所|处|"
    "名|位|人|种|类|批|支|只|瓶|桶|袋|盏|杯|碗|根|把|张|卷|匹|群|组|队|排|层|间|幅|册|部|本|封|趟|遍|盘|颗|株|棵|箱|包|单|尾|口|头|枚|款|届|位数|平方|倍|成|折|年|月|日|个项目"
)
_ALWAYS = re.compile(
    rf"[%％‰℃]|\.\d|[万亿](?:{_MONEY}|{_COUNTED})|(?:{_MONEY})[，。、；）)]|(?:批次|个百分点|百分点|载重吨|标箱|平方米|平方公里|倍)"
)
_UNIT = re.compile(rf"[余多几]?(?:[万亿千百]+)?[余多]?(?:{_MONEY}|{_COUNTED})|[余多]?[万亿千百]|余|多|个|左右|以上")
_WHOLE = re.compile("[余多几]?(?:人|家|户|个|项|辆|艘|架|座|条|名|位|件|所|台|套)")
_ALONE = re.compile("(?:人|家|户|个|项|亩|吨|台|套|辆|艘|次|条|件|元|倍|天|成)[，。、；”）]")
_NUMERAL = re.compile("[0-9０-９]$|[0-9一二两三四五六七八九十][万亿千百十]+[余多]?$|[0-9十百千万亿][余多几]$")
_NUMBER = re.compile(
    "[0-9０-９]|[一二两三四五六七八九十]+分之|[一二两三四五六七八九十百上数几](?:[个家项亿万千百十多余成倍名批座条天]|小时|分钟|刻钟)"
)
_HEDGE = re.compile(
    "(?:近|逾|约|达|达到|突破|超|超过|高达|增至|升至|降至|增加到|提高到|提升到|下降到|压缩到|缩短到|共计|总计|合计|多达|不低于|不少于|不超过|高于|低于|仅|仅用|大约|将近)$"
)
_LEADS = re.compile(
    "(?:增长|下降|提高|降低|提升|减少|缩短|压缩|压减|节省|节约|缩减|扩大|翻|增加|新增|总投资|投资|完成|实现|共|累计|有|为|比|比重|占|占比|共有|建成|引进|签约|交付|拥有|集聚|聚集|面积|产值|收入|税收|总额|"
    "签下|拿下|新签|招引|落地|开工|竣工|投产|入驻|落户|下线|卖出|售出|招收|培训|产出|"
    "到|第|平均|每|于|从|由|年|月|前|后|的|奖励|补助|给予|设立|合同金额|金额|资金|规模|户|家|项目|企业|人才|人员)$"
)
_CHANGED = re.compile("(?:涨|跌|升|降|增|减|缩短?|扩大?|提高|提升|下降|上升|增加|增长|减少|压缩|压减|回落|攀升|跃升)$")
_CHANGED_TO = re.compile("[至到为](?:近|约|超过?|不足)?[0-9]")
"""出口量跌 | 至890万台."""
_FIGURE_END = re.compile(
    "[0-9一二两三四五六七八九十半][余多]?(?:[%％‰万亿成倍番]|[^，。；0-9]{1,4}?)(?:以上|以下|左右)?[，,（(]$"
)
"""…同比增长15.2%，: a figure, and the sentence is not done."""
_ABOUT_FIGURE = re.compile(
    "(?:占|完成|居|位居|列|排名|高于|低于|高出|超过|其中|同比|环比|增速|增幅|降幅|增长|下降|比上|比去|比全|比\\d|较|拉动|总量|接近|相当于|超额|创)"
)
"""占全市的…, 完成全年预算的…, 居全省第…: what is said of a figure that stands before it."""
_CUT_NUMBER = re.compile(r"[0-9][0-9.,]*$")
_REST_NUMBER = re.compile(r"[0-9.]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 6
_DECIMALS = 2
_MEASURES = range(2, 6)
"""Characters that the name of what is measured has: 库容, 进出口总值."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What one end of a block shows of a figure that was cut."""

    numeral: bool = False  # ends in a number
    digits: str = ""  # the digits it ends in
    hedge: bool = False  # ends in a word that a number must follow
    leads: bool = False  # ends in a word that a number often follows
    figure: bool = False  # ends in a figure and a comma
    changed: bool = False  # ends in a verb of change


@dataclass(frozen=True, slots=True)
class Given:
    """What the start of a block shows of a figure that was cut."""

    number: bool = False  # starts with a number
    digits: str = ""  # the digits it starts with
    after: str = ""  # what follows those
    unit: bool = False  # may go on after a number
    year: bool = False  # starts with 年
    whole: bool = False  # counts things that come only whole
    alone: bool = False  # cannot stand without a number before it
    about: bool = False  # says something of a figure that stands before it
    to: bool = False  # starts with what something came to


def waiting(tail: str) -> Waiting:
    """What the end of a block waits for."""
    cut = _CUT_NUMBER.search(tail)
    return Waiting(
        numeral=bool(_NUMERAL.search(tail)),
        digits=cut.group() if cut else "",
        hedge=bool(_HEDGE.search(tail)),
        leads=bool(_LEADS.search(tail)) or any(words.is_indicator(tail[-size:]) for size in _MEASURES),
        figure=bool(_FIGURE_END.search(tail)),
        changed=bool(_CHANGED.search(tail)),
    )


def given(head: str) -> Given:
    """What the start of a block brings."""
    rest = _REST_NUMBER.match(head)
    unit = _ALWAYS.match(head) or _UNIT.match(head)
    return Given(
        number=bool(_NUMBER.match(head)),
        digits=rest.group() if rest else "",
        after=head[rest.end() :] if rest else "",
        unit=unit is not None and not head[unit.end() : unit.end() + 1].isdigit(),
        year=head.startswith("年"),
        whole=bool(_WHOLE.match(head)) and not head.startswith("个百分点"),
        alone=bool(_ALWAYS.match(head) or _ALONE.match(head)),
        about=bool(_ABOUT_FIGURE.match(head)),
        to=bool(_CHANGED_TO.match(head)),
    )


COUNTING = (
    "number_meets",
    "number_leads",
    "number_waits",
    "unit_meets",
    "unit_alone",
    "digits_meet",
    "digits_wait",
    "digits_clash",
    "figure_meets",
    "figure_waits",
    "figure_strays",
    "change_meets",
)
"""The signs, in the order that `counting` gives them."""


def counting(tail: Waiting, head: Given) -> tuple[float, ...]:
    """The signs of a figure over the cut."""
    starts = head.number and not head.digits.startswith(".")
    digits_meet = bool(tail.digits and head.digits)
    clash = digits_meet and not _one_number(tail.digits, head.digits, head.after)
    unit = tail.numeral and head.unit and not head.digits
    if unit and head.whole and "." in tail.digits:
        unit, clash = False, True
    return (
        float(tail.hedge and starts),
        float(tail.leads and not tail.hedge and starts),
        float(tail.hedge and not starts),
        float(unit) * (2.0 if _YEAR.fullmatch(tail.digits) and head.year else 1.0),
        float(head.alone and not tail.numeral),
        float(digits_meet and not clash),
        float(bool(tail.digits) and not head.digits and not unit),
        float(clash),
        float(tail.figure and head.about),
        float(tail.figure and not head.about),
        float(head.about and not tail.figure),
        float(tail.changed and head.to),
    )


def _one_number(left: str, right: str, after: str) -> bool:  # noqa: PLR0911  (one return a rule)
    """Whether two runs of digits make one number that a text may have."""
    if _YEAR.fullmatch(left):
        return False  # 配套率由2021 | 92.4万辆: a year is whole
    both = left + right
    if both.count(".") > 1 or (right.endswith(".") and not after):
        return False
    whole, _, rest = both.partition(".")
    if len(rest) > _DECIMALS and left.count("."):
        return False
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        return False
    if after.startswith("年") and "." not in both:
        return len(whole) <= 2 or (len(whole) == 4 and whole[:2] in {"19", "20"})
    if after.startswith(("月", "日")):
        return len(whole) <= 2 and 1 <= int(whole) <= 31
    if after.startswith(("%", "％")):
        return len(whole) <= 3
    return True
