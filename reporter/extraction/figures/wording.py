"""What a clause tells with a verb, as the name of what is measured.

产值能再添60亿元       新增产值
一吨能省4美元         每吨节省成本
准备再招80名焊工       招聘焊工
年可实现销售收入       年销售收入
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.units import AREAS, MONEY

_OUTPUT = "(?:规上)?(?:工业)?(?:总?产值|营业收入|销售收入|营收|增加值|投资总?额?|固定投资总额)"
_RESULT = rf"(?={_OUTPUT}(?:\Z|同比|比上年|[增下占]))"
_REWORDED: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (mark, re.compile(pattern), new)
    for mark, pattern, new in (
        ("这是", r"\A这是(?:今年|去年|目前)?(.{3,})之一\Z", r"\1"),
        # 区里技工眼下还差|800人
        ("差", r"\A(?:区里|园区里?|区内|全区|我们)?(.{2,}?)(?:眼下|目前|如今|现在)?(?:还|仍|尚)?差\Z", r"\1缺口"),
        ("缺", r"\A(?:区里|园区里?|区内|全区|我们)?(.{2,}?)(?:眼下|目前|如今|现在)?(?:还|仍|尚)?缺\Z", r"\1缺口"),
        # 产值能再添|60亿元; 二期再投|1.2亿欧元
        ("添", r"\A(.{2,}?)(?:(?:还?[能可]|将)再?|再)添\Z", r"新增\1"),
        ("增", r"\A(.{2,}?)(?:(?:还?[能可]|将)再?|再)(?:新增|增加?)\Z", r"新增\1"),
        ("投", r"(?:计划|拟|将)?[再又]投(?:入|下)?\Z", "追加投资"),
        # 光电费就能省下|60万元; 成本能省|3000元
        ("省", r"\A光?(.{2,}?)就?能?(?:省下|省出|省去)\Z", r"节省\1"),
        ("省", r"\A(.{2,}?)(?:就|又|还)?(?:可以?|能)再?(?:节省|节约|省)\Z", r"\1节省"),
        ("省", r"\A[光仅单](.{2,}?)就?能?省了?\Z", r"节省\1"),
        ("有", r"(?<=.{2})(?<![拥享含具没])有\Z", ""),
        ("年", r"\A(?:(?:我们|本|这)?[厂企公][司业]?)?(?:去年|今年|前年|上年)(?!同期|底|末|初|度)(?=.{2,})", ""),
        ("从", r"从(?:这里|这儿|此地|当地)(?=.{2,})", ""),
        ("占", r"(?<=.{2})(?<!独)占了?\Z", ""),
        ("这", rf"\A这个只?有?(?={A_ZONE})", ""),
        ("让", r"\A让(.{2,20}?)(?:达到|达|提升|提高|降低).{0,3}\Z", r"\1"),
        ("使得", r"\A使得(?=园区|全区|区内|企业)", ""),
        ("使", r"\A使得?(.{2,20}?)(?:达到|达|提升|提高|降低).{0,3}\Z", r"\1"),
        ("把", r"\A把(.{2,20}?)(?:达到|达|提升|提高|降低).{0,3}\Z", r"\1"),
        # 想把产值翻到|10亿元
        ("把", r"\A(?:想|要|打算|准备|计划|争取|力争|希望)?把(?=.{2,12}\Z)", ""),
        ("在", r"\A(?:去年|今年|前年|上年|如今|目前)?在(?:园区|区内|这里|当地|本地|全区)的(?=.{2,})", ""),
        # 前4个月就进口了|2吨
        ("就", r"\A就(?![业医诊读学地近任])(?=.{2,})", ""),
        ("便", r"\A便(?![利民捷])(?=.{2,})", ""),
        ("才", r"\A才(?![能华])(?=.{2,})", ""),
        ("又", r"\A又(?=.{2,})", ""),
        ("上", r"(?<=工地|现场)上\Z", ""),
        ("全年", r"\A全年的?月(?=均?.{2,})", "全年"),
        ("增长", r"(?<=.{2})(?:交出|跑出|录得|迎来|取得|收获|创下)了?(?=(?:同比)?增长\Z)", ""),
        # 生产总值（GDP）实现|1106亿元|，同比增长12%
        ("）", r"）(?:实现|完成|达到?)(?=\Z|同比|比上年|较上年|增长|下降|增速)", "）"),
        # 集成电路产业实现产值|166亿元|，同比增长10.9%; 实现到位资金同比增长
        ("实现", rf"(?<=产业|行业|企业)(?:去年|今年|上年)?(?:累计|预计)*实现{_RESULT}", ""),
        ("预计完成", rf"(?<=产业|行业|企业)预计完成{_RESULT}", ""),
        # 高新技术工业企业今年上半年产值|476亿元
        ("年", r"(?<=企业)(?:去年|今年|上年|当年)(?:[上下]半年|前[一二三]季度|前\d+个?月|全年)?(?=.{2,}\Z)", ""),
        ("实现", r"\A实现(?=.{4,}(?:同比|比上年|较上年)(?:增长|下降)\Z)", ""),
        # 进出口总额继续保持全国|第一
        ("保持", r"(?<=.{2})(?:继续|持续|一直|始终|稳定|均|都|仍)*保持(?=.{0,8}排名\Z)", ""),
        # 出口产品里有|六成|销往东盟
        ("比例", r"(?:当中|之中|[里中])(?:还|就|已)?有(?=.{2,}比例\Z)", ""),
        # 年可实现销售收入|32亿元
        ("可", r"(?<=[年月])均?可望?(?:实现|完成|形成|创造|达到?)?(?=.{2,})", ""),
        # 引进|30多个国家和地区的|企业
        (
            "个",
            r"[\d一二两三四五六七八九十百]+[余多]?个(?:国家(?:[和、及或]地区)?|省份|省区市|省市|城市|地区|部门|单位)的(?=.{2,})",
            "",
        ),
        # 较去年的131亿元|增长
        ("的", r"(?<=[较比](?:去年|上年))的\d[\d.]*[余多]?[万亿]*[\u4e00-\u9fff]{1,3}?(?=(?:增长|增加|下降|减少))", ""),
        # 引进了甲大学、乙研究院等|3所|高校
        ("了", r"\A(引进|建成|新增|获得|签约|落户|培育|拥有|承接|完成|实现|建设|投入|推出|发放|吸引)了(?=.{2})", r"\1"),
        # 园区承担的甲、乙等9个市、县重点项目总投资|26亿元|
        ("等", r"\A[^，]*等\d+[余多]?[个家项户](?=.{3,})", ""),
        # 产值背后是|58家高新技术企业|
        ("背后", r"\A[^，]{1,8}背后是?(?=.{3,})", ""),
        # 5个高新产业项目现场|签约
        ("现场", r"(?<=项目|企业|合同)现场\Z", ""),
        ("待", r"\A待(?=(?:达产|投产|建成|签约|开工)后)", ""),
        ("月", r"(?<=增加值|总产值|.投资|.收入)\d{1,2}[—–-]\d{1,2}月份?(?=增速|增长)", ""),
        ("想", r"\A想要?(?=再|新|.{3,})", ""),
        ("准备", r"\A准备(?=再|新|.{3,})", ""),
        ("打算", r"\A打算(?=再|新|.{3,})", ""),
        ("家", r"\A[这该某那](?:家|个|户)?(?:企业|公司|厂|工厂)(?=.{2,})", ""),
    )
)
"""What stands in a metric, how it is told, and how a name of a measure says it."""
_SAVED_EACH = re.compile(
    r"\A[一每](?P<each>[吨单票柜箱车件亩家户人台架年月天度趟班])(?P<what>[\u4e00-\u9fff]{0,4}?)(?:大约|平均|就|可以?|能)*(?:节省|节约|省下?)了?\Z"
)
_HIRES = re.compile(
    r"\A(?:准备|打算|计划|想要?|还?要)?(?:再|新|又)?招(?!聘|收|商|引|标|生|股|考|工(?![匠程])|待|来|揽|募|录)(?=.)"
)
_GOT = frozenset(["拿到", "领到", "获得", "得到", "分到", "收到", "到手", "领回", "捧回", "拿下", "拿走", "获"])
_MONEY_GOT = re.compile(
    "奖励资金|奖补资金|补助资金|扶持资金|专项资金|财政资金|奖补|奖励|奖金|补贴|补助|资助|退税|贴息|贷款|授信|融资|订单|赔付|红包"
)
_LONGEST_WAY = 120
_LONGEST_NOTHING = 10
_PENDING = re.compile(r"将[^，。；]{0,14}?(?P<how>拨付|到位|注入|投入|兑付|兑现|发放)")
_OTHERS = frozenset(["另有", "另", "其余", "还有", "剩余", "余下", "剩下"])
_NOTHING = re.compile(
    r"(?:[我你他她它]们?|自己|企业|公司|给|让|为|把|将|被|已经?|现已|目前|实际|全年|当年|今年|计划|打算|准备|预计|有望|"
    r"另有|还有|其余|剩余|剩下|一下子|就|又|再|也|都|共计?|合计|总共|一共|累计|平均|大约|约|近|完成|实现|达到|做到|超过|拿到|领到|获得|得到|收到|"
    r"拿下|拿出|投进去|提前|用了?|花了?|有|是|为|了|的|到|前后|现有|新增|增加|减少|只|仅|才|不到|一个|一家|数量|最多|最高|最少|拿|干|做)+"
)
"""Words that all together name nothing that could be measured."""
_LAND_GOT = re.compile("(?:拿|摘|征|租|买|供|批|要)了?(?:下|到|得|出)?")
_OF_LAND = re.compile("的?(?P<land>土地|用地|地)(?=[，。；！？、”]|$)")


def of_money(frame: Frame, metric: str) -> str:
    """What money somebody got, or is still to get: 公司拿到了520万元，是当天的“奖金状元”; another metric as it is."""
    if frame.quantity.unit not in MONEY:
        return metric
    text, sentence, at = frame.sentence.text, frame.sentence, frame.quantity.start
    if metric in _OTHERS or metric.startswith(("其余将", "另有将", "拨付将")):
        pending = _PENDING.match(text, frame.quantity.end, sentence.end)
        return f"待{pending['how']}资金" if pending else metric
    if metric not in _GOT:
        return metric
    behind = _MONEY_GOT.search(text, frame.quantity.end, sentence.end)
    told = [found.group() for found in _MONEY_GOT.finditer(text, max(0, at - _LONGEST_WAY), at)]
    what = told[-1] if told else behind.group() if behind else ""
    return f"获得{what}" if what else metric


def of_land(frame: Frame, metric: str) -> str:
    """拿地面积 of 我们在这里拿了|300亩|地: what was got is told behind; another metric as it is."""
    if frame.quantity.unit not in AREAS or _LAND_GOT.fullmatch(metric) is None:
        return metric
    land = _OF_LAND.match(frame.sentence.text, frame.quantity.end)
    return f"{metric.rstrip('了')}{land['land']}面积" if land else metric


def names_nothing(metric: str) -> bool:
    """Whether a metric is made of words alone that name nothing: 给了我们, 实际, 全年."""
    return len(metric) <= _LONGEST_NOTHING and _NOTHING.fullmatch(metric) is not None


def as_noun(frame: Frame, metric: str) -> str:
    """What a clause tells with a verb, as the name of what is measured: 产值能再添60亿元 is 新增产值."""
    if frame.quantity.unit in ("人", "名", "位"):
        metric = _HIRES.sub("招聘", metric)
    if frame.quantity.unit in MONEY and (each := _SAVED_EACH.match(metric)):
        return f"每{each['each']}节省{each['what'] or '成本'}"  # 一吨能省4美元
    for mark, told, named in _REWORDED:
        if mark in metric:
            metric = told.sub(named, metric)
    return metric
