"""Whether a year stands as something still to come: an aim, a plan, the end of what is being built.

    到2025年，产值力争达到2000亿元            an aim
    某厂去年9月动工，2026年三季度通线         what has been begun will be done then
    到2023年底，这一数字升到19.7万元，三年提高38.7%    no: a plan would not yet know

In: a text and where a year stands in it. The words before and behind the year decide.
"""

from __future__ import annotations

import re

_AHEAD_BEFORE = re.compile(
    r"(?:提出|明确|部署|安排)[，,：:“]{1,2}$|(?:定的[^，。；：]{0,6}|要“[^”]{2,10}”)[是为]?[：:]$|(?:展望|面向|部署|谋划|规划[是为]|排产?[至到]|有效期[至到]|期限[至到]|延长[至到]|目标[是为]|将[于在]?|预计|有望|力争|计划|拟于?|到|直到|直至|截至到|争取)[^，。；,;\n]{0,6}\Z"
)
# 一期计划今年9月开工，2020年建成投用: a clause goes on with the plan of the one before.
_PLAN_BEFORE = re.compile(
    r"(?:分[两二三四]期建设|按照?(?:协议|合同|计划|规划|方案)|的(?:算盘|盘算|打算|目标|任务)是|要(?:过|达到?|超过?|突破)\d|[今去]年\d{1,2}月[底初末]?(?:就?已经?|正式|全面)*(?:开工|动工|启动|破土|开建|奠基)|今年[^。；，\d]{0,6}要|计划|预计|打算|拟|将(?!近)|力争|有望|目标|明年|下一步)[^。；\n]{0,40}[，、][^，。；]{0,10}$"
)
_PLAN_AFTER = re.compile(
    r"^年(?:\d{1,2}月[底末份]?|[一二三四]季度|[上下]半年)?[^，。；\d]{0,8}(?:[提升增扩降压][到至]|建成|投产|投用|竣工|通线|试车|试产|量产|投入|交付|达产|完工|开业|运营|封顶|达到|突破|扩大到|提高到)"
)
_ARRIVED = re.compile(
    r"^年\d{1,2}月[底末份]?[，,](?![^。；]{0,30}(?:将|力争|计划|预计|争取|目标|要|可|达到|实现))"
    r"|^年?(?:底|末)?[，,]?已|^年[底末][，,][^。；]{0,40}(?:已|了)"
    r"|^年[底末]?[，,][^。；]{0,40}[升增降高长][到至][^。；，]{2,14}，(?:\d|[一二两三四五六七八九十])年(?:间|来)?(?:提|增|上|下|翻|降)"
)
"""到2023年底，这一数字升到19.7万元，三年提高38.7%: what a plan would not yet know."""
SERIES = re.compile(
    r"20\d\d年?[至到—-]{1,2}(?P<last>20\d\d)年[，,]?[^。；]{0,30}?(?:分别|依次)(?!计划|安排)[^。；]{0,60}?[，；]"
    r"(?:(?P<now>今年|去年)|[^。；\n]{0,40}(?P<later>今年|去年))"
)
"""2020年至2022年，产值依次为……，今年上半年又做了803亿元: a row of years that ends with the last."""
_ROSE_TO = re.compile(r"(?<!计划)(?:由|从)[^。；，]{2,20}[增涨升长发](?:加|展)?[到至]20\d\d年的\d\Z")
"""由不到90万单涨到2018年的2630万单: a number that was reached."""
_SO_MANY = r"\d+个|[一二两三四五六七八九十]+个|[一二两三]季"  # 前8个月 tells a part of a year, 前 alone means by
_AHEAD_AFTER = re.compile(
    rf"^年[^，。；,;\d]{{0,14}}(?<!指)定(?:[在为]|到(?=\d))|^年?(?:底|末|初)?[^，。；,;]{{0,8}}(?:将|预计|预期|有望|力争|计划|拟|达产|(?<![之以目])前(?!移|进|{_SO_MANY})|力保|争取|目标|要)"
    rf"|^年[，,]?[^，。；,;\d]{{0,24}}(?:将(?!近)|预期|目标[为是]|计划(?!总投资|投资)|力争|争取|拟|想|打算|奔着|瞄准|要(?:到|达|突破|实现|超|建))"
    r"|^年[^，。；,;]{0,8}(?:建成|投产|投用|达产|完工|通车|通航)后，?(?:[^。；，\d]{0,16}(?:将(?!近)|预计)|可|年产|年处理)"
    r"|^年[底末初]?(?:建成|投产|投用)，(?:全部|一期)?(?:满产|达产|建成|投产|达效)[^，。；]{0,4}后"
)
_UNTIL = re.compile(r"(?<![截增减])到(?P<until>20\d\d)年[，,](?!已)")
_ONE_THAT_IS = re.compile(r"从20\d\d年到|已经?|实现了|达到了")


def is_ahead(text: str, at: int) -> bool:
    """Whether the year at a place of the text stands as something still to come."""
    before, after = text[max(0, at - 50) : at], text[at + 4 : at + 24]
    if _ARRIVED.match(after) or SERIES.match(text, max(0, at - 6)) or _ROSE_TO.search(text[max(0, at - 40) : at + 7]):
        return False
    sentence = text[max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1 : at]
    if (until := _UNTIL.search(sentence)) and until["until"] < text[at : at + 4] and not _ONE_THAT_IS.search(sentence):
        return True  # 到2025年，产值力争达到2000亿元，|2027年|迈上3000亿元台阶
    planned = _PLAN_AFTER.match(after) and _PLAN_BEFORE.search(before)
    return bool(planned or _AHEAD_BEFORE.search(before[-10:]) or _AHEAD_AFTER.search(after))
