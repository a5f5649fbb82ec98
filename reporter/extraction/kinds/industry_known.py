"""Industries by the names that the table knows, where the words around them say that one is meant.

In: a passage. Out: a find a name.

    加快布局|氢能|产业                     its name and 产业
    已集聚近2000家|生物医药|企业           the number of its businesses
    |集成电路|、|光电子信息|、|人工智能|……   several in a row
    |汽车|产量192万辆                      what its figures are told of
    |锂电|企业最缺的是工人                  its businesses in general
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reporter.extraction.kinds.edges import clause_start, name_start
from reporter.extraction.kinds.industry_intros import speaks_of_country
from reporter.extraction.kinds.industry_names import TRADE_MODES, Found, Hit, is_generic, rank
from reporter.extraction.kinds.industry_rows import rows
from reporter.extraction.kinds.scene import Passage
from reporter.language.alternation import one_of
from reporter.language.zone_kinds import A_ZONE
from reporter.lexicon.kinds import industry_words

FIELD, VERB, ROW = "known name and 产业", "verb and known name", "known names in a row"
TOLD_OF = "what its figures are told of"
FIRMS, NUMBER, OWN = "its businesses", "number of its businesses", "trade of bonded zones"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = industry_words()
    stop = one_of(words.not_after)
    after = one_of(words.after)
    return {
        "after": re.compile(
            rf"(?:制造|生产|及研发|研发|技术|装备|加工)?(?:全|特色|优势|主导|支柱|核心(?=产业))?{after}"
            rf"(?!{stop}|(?<=产业)(?:链|集群)|{OFFICE}|{_MEETING}|(?!{_WONDER})(?<=[业域])的?{one_of(words.described)})"
        ),
        "listed": re.compile(rf"{one_of(words.listed)}(?:主要|分别)?(?:为|是|有|包括|包含|涵盖|[：:]|—+)$"),
        "counted": re.compile(r"(?:\d[余多]?|[几数])个(?:新|大|重点|重大|在建|新建|产业)*$"),
        "firms": re.compile(r"(?:(?<![一两二三几这那])(?<![^0-9.][1-3])家|[多余]家)[^，。；：、]{0,6}$"),
        "firms_after": re.compile(
            r"(?:全?产业链)?(?:(?!平台|服务|接入)[^，。；：、]){0,8}?(?:企业|药企|公司|类机构|类(?=\d+[余多]?[家户])|(?<!技改)(?<!改造)项目(?=[有达共]?\d+[个项]))"
            r"(?P<count>[^，。；、和与及]{0,6}?(?:\d[\d.]*[万余多]*[家户个项]|[上数]百家))?"
        ),
        "generally": re.compile(rf"企业(?!{one_of(words.not_businesses)}|的)"),
        "verb_before": re.compile(rf"(?:{one_of(words.verbs)}|以)(?:了)?$"),
        "no_list": re.compile(
            rf"(?:产业|行业)?{one_of(words.chances)}|(?:细分)?(?:市场|需求|客户|用户)(?!占有率)|等[^，。；]{{0,4}}(?:环节|产品|商品|货物|口岸)|等[^，。；]{{0,8}}配套|的(?:维修|采购|检测|厂区|厂房|车间|仓库|展台)|平台(?!经济)|[都均全]在(?:其中|其列|列)|{_AREAS}|(?:等|等?(?:行业|领域)){one_of(words.not_lists)}"
        ),
        "uses": re.compile(one_of(words.uses)),
        "verb": re.compile(one_of(words.verbs)),
        "free_end": re.compile(
            rf"(?:{one_of(words.verbs)}|^[新再扩]?建|^新?(?:签约|落户|入驻|新增|吸引|签下)|聚集了|做[好足活强大深]|(?<!地)区|[县市镇乡城园谷港湾]|自贸|保税)$"
        ),
        "verb_far": re.compile(rf"{one_of(words.verbs)}[^，。；、]{{0,8}}的$"),
        "topic": re.compile(rf"[，、]|[也已]|{one_of(words.figures)}"),
        "figure": re.compile(
            rf"(?:“[^“”]{{2,8}}”)?(?:{one_of(words.between)})*(?P<amount>(?<=加工)率|{one_of(words.amounts)}|占|(?:同比|分别)*(?:增长|下降))"
            rf"(?=[^，。；]{{0,24}}(?:{_DIGIT}|翻))|(?!的)[一-龥]{{0,2}}\d+[个座条](?!片区|园区|组团|标箱|板块|功能区)"
        ),
        "topic_told": re.compile(
            rf"，(?:同期|同年|当年|全年|去年|今年|上半年|前?[一二三四]季度|前[\d一二三四五六七八九十两]+个?月)*{one_of(words.amounts)}"
            rf"[^，。；]{{0,6}}\d"
        ),
        "office": re.compile(OFFICE),
        "sorts": re.compile(one_of(words.firm_sorts)),
        "praised": re.compile(r"”?(?:之都|之城|之谷|之乡|名城|强[区市园]|重镇|第一[城园区]|[新小]城|谷|文章)"),
        "closed": re.compile(
            r"(?:等)?的?(?:完整|全)*(?:闭环|链条|全链条|全产业链|产业链|产业体系|产业生态|产业格局|产业布局|生态圈)"
        ),
    }


_WONDER = "(?<=产业)“[^“”]{1,6}”(?:[，。；]|起来)"
"""电子信息产业|“一枝独秀”，: the industry itself is praised, no company of it (产业“隐形独角兽”企业)."""

_AREAS = "(?:、[^，。；、]{2,8}){0,4}?[^，。；、]{0,2}功能(?:区|分区|板块)"
"""保税加工、口岸作业、综合服务四大|功能区: what a bonded zone is divided into."""

_DIGIT = "[0-9一二两三四五六七八九]"
_MEETING = "[一-龥]{0,8}(?:大会|论坛|峰会|博览会|年会|沙龙|对接会|推介会|研讨会|交流会|展览会)"
"""智能传感器产业生态大会: a meeting on an industry tells no zone's."""

OFFICE = "(?:发展|促进|服务|管理|招商|投资|建设|经济|和信息化)*(?:局(?!面|势|部)|处(?!于|在|理)|办公室|专班|中心)"
"""电子信息产业局, 数字经济产业发展局: an office, no industry that is told of."""


def follows_verb(before: str) -> bool:
    """Whether a verb that says what a zone works at ends before a name: 加快布局|氢能."""
    return _patterns()["verb_before"].search(before) is not None


def known_names(passage: Passage) -> Iterator[Found]:
    """Names that the table knows, where the words around them say that an industry is meant."""
    text = passage.text
    for row in rows(text):
        shared = _shared_reason(text, row)
        few = shared == ROW and sum(not hit.weak for hit in row) < 3
        if _GONE.match(text, row[-1].end):
            continue
        listed = _patterns()["listed"].search(text, max(0, row[0].start - 14), row[0].start)
        if listed and speaks_of_country(text, listed.start()):
            continue
        for hit in row:
            # A common word is no industry after a verb or in a row (推进教育、医疗), but beside three that are.
            rule = "" if hit.weak and (shared == VERB or few) else shared
            rule = "named after their rank" if listed else rule or _own_reason(text, hit)
            if rule and _free(text, hit) and not _is_term(text, hit):
                end = _narrower(text, hit.end) if rule == NUMBER and hit is row[-1] else hit.end
                name = text[hit.start : end]
                yield Found(passage, hit.start, end, name, rank(listed.group()) if listed else "", rule, name)


_GONE = re.compile(
    "(?:[^，。；、]{0,3}(?:企业|工厂|作坊|产能|产业|小厂))?[^，。；、]{0,6}"
    "(?:搬走|搬离|搬迁出|迁出|外迁|迁往|关停|退出|淘汰|腾退|关闭|出清|告别|萎缩)"
)
"""印染|企业陆续搬走: what a zone worked at."""


def _is_term(text: str, hit: Hit) -> bool:
    """Whether a name that fits any zone is only whom a policy is for, or in its title."""
    name = text[hit.start : hit.end]
    if name == "加工制造":
        return text.startswith(("项目", "企业"), hit.end)  # of what, it does not say
    return name in _BROAD_NAMES and _AS_TERMS.match(text, hit.end) is not None


def _narrower(text: str, end: int) -> int:
    """Where a name ends that a table knows but the beginning of: |轴承|滚子企业27家 is of 轴承滚子."""
    more = _MORE.match(text, end)
    sorts = _patterns()["sorts"]
    return end if more is None or sorts.search(text, end, more.end()) else more.end()


_MORE = re.compile("[一-龥]{1,3}(?=企业)")


def _free(text: str, hit: Hit) -> bool:
    """Whether a short name is not the end of a longer word (小鹏汽车, 智慧医疗)."""
    if hit.end - hit.start > 3:
        return True
    return stands_free(text[name_start(text, hit.end, zones=True) : hit.start])


def stands_free(prefix: str) -> bool:
    """Whether what stands before a name is nothing, a sorting word or a verb."""
    return (
        not prefix
        or prefix.endswith(("以上", "规上"))
        or is_generic(prefix)
        or _patterns()["free_end"].search(prefix) is not None
    )


def _shared_reason(text: str, row: Sequence[Hit]) -> str:
    """The rule by which a row of known names are industries, or empty."""
    patterns = _patterns()
    first, last = row[0], row[-1]
    before = text[max(0, first.start - 14) : first.start]
    if _NOT_HERE.search(before) or patterns["no_list"].match(text, last.end):
        return ""
    named = _FIRM_BEHIND.search(text, last.end, last.end + _FIRM_WITHIN)
    firms = patterns["firms_after"].match(text, last.end) if named else None
    if text.startswith("项目", last.end) and not last.weak and patterns["counted"].search(before):
        return NUMBER  # 8个|油气储备|项目
    if firms and not _CERTIFIED.search(before) and (patterns["firms"].search(before) or firms["count"]):
        return NUMBER
    if len(row) >= 3 and patterns["closed"].match(text, last.end) and not text.startswith("产业链", last.end):
        return "links of a chain"
    if _is_told(text, last) and not _OTHERS.search(before) and not _is_yardstick(text, first, last):
        return TOLD_OF
    return _said_by_words(text, row, before)


def _is_yardstick(text: str, first: Hit, last: Hit) -> bool:
    """Whether a figure only measures others by an industry (占全市|装备制造业|总产值), or is trade's or a firm's."""
    begin = text.rfind("。", 0, first.start) + 1
    before = text[begin : first.start]
    return (
        _MEASURED_BY.search(before) is not None
        or _USED.match(text, last.end) is not None
        or _GOODS.search(before) is not None
        or (_ONE_FIRM.search(before) is not None and _OUTPUT.match(text, last.end) is not None)
    )


_MEASURED_BY = re.compile("占(?:到|了)?(?:全[国省市区县州盟球]|世界|同期|[^，。；]{2,4}[省市])[^，。；]{0,4}$")
_USED = re.compile("占(?:一次)?(?:能源|用电|消费|电力|进出口|外贸|贸易)")
"""清洁能源占能源消费的比重: what is burnt, not what is made."""

_GOODS = re.compile("(?:贸易方式|零售额?|类商品|限上|商品卖)[^。]*$")
_ONE_FIRM = re.compile(f"(?:^|[，；])(?:这家|该公司|该企业|公司)(?![^。]*(?:全区|{A_ZONE}))[^。]*$")
_OUTPUT = re.compile("年?产[能量]|销量")
"""这家企业|减速器|年产能1万台: one company's."""


def _said_by_words(text: str, row: Sequence[Hit], before: str) -> str:
    """The rule by which a verb, 产业 or their number make known names industries, or empty."""
    patterns = _patterns()
    first, last = row[0], row[-1]
    following = text[first.end : first.end + 1]
    joined = len(row) > 1 and following in "与和及"  # 主攻|锂电|与|光电
    if (joined or following in "，。、；等” " or first.end - first.start >= 4) and follows_verb(before):
        return VERB
    if len(row) == 1:
        return ""
    if _is_field(text, last):
        return FIELD
    if patterns["generally"].match(text, last.end) and not _ONE.search(before) and not _OTHERS.search(before):
        return FIRMS  # 对新引进的|光电子|、|医疗健康|企业
    if not _in_a_row([hit for hit in row if not hit.weak]):
        return ""
    return "" if patterns["uses"].search(text, clause_start(text, first.start), first.start) else ROW


def _in_a_row(strong: Sequence[Hit]) -> bool:
    return len(strong) >= 3 or (len(strong) == 2 and min(hit.end - hit.start for hit in strong) >= 4)


_ELSEWHERE = re.compile("(?:我国|全国|国内|全球|世界|国际|中国)(?:的)?$")
_ABROAD = re.compile("(?:国内外|海内外|境外|国外)[^，。；、]{0,6}$")
"""服务国内外40余家|航空|公司: customers, wherever they are."""

VISION = re.compile("(?:建成|做成|建设成|打造成)为?[^，。；]{0,16}的$")
"""建成国际重要的|保税物流、…中心: what it is to be one day."""

_NOT_HERE = re.compile(f"(?=[我全国世际中海境建做打])(?:{_ELSEWHERE.pattern}|{_ABROAD.pattern}|{VISION.pattern})")
_FIRM_BEHIND = re.compile("企业|公司|项目|药企|类(?:机构|[0-9])")
_FIRM_WITHIN = 14
"""So near behind a row of names stands what says that their businesses are meant, or it does not."""
NATIONAL = re.compile(f"国家$|{_ELSEWHERE.pattern}")
_OTHERS = re.compile(
    "(?:我国|全国|全球|公司|该企业|集团|邻近的|相邻的|毗邻的|(?:建成|投产|达产|投用|竣工|达效)后)[^，。；]*$"
)
"""该公司新能源物流车市场占有率16%, 达产后新增……产能: a company's or project's figures, or the country's."""

_CERTIFIED = re.compile("认定为|认定|评为|入选|获批|授予")
"""被认定为国家集成电路生产企业: a certificate, and no number of businesses."""


def _is_told(text: str, hit: Hit) -> bool:
    """Whether what follows a name is its amount; a short or common one must say the amount plainly (汽车产量)."""
    opens = _TOPIC_OPENS.search(text, max(0, hit.start - 8), hit.start)
    if opens and not hit.weak and hit.end - hit.start >= 3 and _patterns()["topic_told"].match(text, hit.end):
        return True  # 冷清的是传统木材加工，同期加工量只有9万立方米
    told = _patterns()["figure"].match(text, hit.end)
    if not told or text[hit.start : hit.end] in TRADE_MODES:
        return False
    if told["amount"] is None and text.endswith("中心", hit.start, hit.end):
        return False  # 数据中心有11个: so many buildings
    if told["amount"] == "占" and _FIRMS_OF.match(text, told.end()):
        return True  # 规上企业里，|化工|占29家
    return (hit.end - hit.start >= 3 and not hit.weak) or _PLAIN_AMOUNT.fullmatch(told["amount"] or "") is not None


_TOPIC_OPENS = re.compile("(?:^|[，。；：是])(?:传统|老牌|新兴|看|说到)?$")
_FIRMS_OF = re.compile(r"\d+[家户]")
_PLAIN_AMOUNT = re.compile("(?:总?产值|年?产[量值]|增加值|营业?收入?|交易额|业务量)")


def _own_reason(text: str, hit: Hit) -> str:
    """The rule by which a known name alone is an industry of the zone, or empty."""
    patterns = _patterns()
    name, end = text[hit.start : hit.end], hit.end
    before = text[max(0, hit.start - 14) : hit.start]
    if _ELSEWHERE.search(before) or _MEASURED_BY.search(before):
        return ""
    if _ends_as_field(text, name, end) or _is_field(text, hit):
        if before.endswith("等") and name.endswith("类"):
            return ""  # 白酒、黄酒等|酒类|产业: what the ones before it are
        return "" if name in _BROAD_NAMES and text.startswith("集群", end) else FIELD
    if patterns["generally"].match(text, end) and not _ONE.search(before) and _OPENS.search(before):
        return FIRMS
    return _reason_by_words(text, hit, before)


def _reason_by_words(text: str, hit: Hit, before: str) -> str:
    """The same, where neither 产业 nor 企业 follows."""
    name, end = text[hit.start : hit.end], hit.end
    patterns = _patterns()
    if name in industry_words().own:
        meant = not (_MEANS.search(before) or _COUNTRYWIDE.search(before) or _TRIED.match(text, end))
        return OWN if meant else ""
    if text.startswith("一项", end) and _ALONE.search(before):
        return "one of several"
    if not hit.weak and _PRAISING.search(before) and patterns["praised"].match(text, end):
        return "what a zone is to be known for"
    if (
        not hit.weak
        and len(name) >= 4
        and (_SERVED.match(text, end) or patterns["verb_far"].search(before))
        and not _OTHERS.search(before)
    ):
        return "known name and what is done with it"
    return ""


def _ends_as_field(text: str, name: str, end: int) -> bool:
    """Whether a name says itself that it is an industry (装备制造业, 铜产业), and no office is called after it."""
    if name.endswith("产业"):
        return _patterns()["office"].match(text, end) is None
    return name.endswith("业") and len(name) >= 4 and _GROUNDS.match(text, end) is None


_GROUNDS = re.compile("’?(?:开发区|示范[园区]|园|集聚区|基地|产业园|科技园)")
"""先进制造业|开发区, 智慧农业|示范园: the name of a park."""


def _is_field(text: str, hit: Hit) -> bool:
    """Whether 产业 or its like follows; 行业, 领域 and 业务 are anybody's where nothing says who works at them."""
    after = _patterns()["after"].match(text, hit.end)
    if not after or not _LOOSE_FIELD.search(after.group()):
        return after is not None
    if _patterns()["verb"].search(text, clause_start(text, hit.start), hit.start):
        return True
    return not hit.weak and _patterns()["topic"].match(text, after.end()) is not None


_TRIED = re.compile("”?(?:综合试验区|综试区|试点|示范区|政策|产业园|学院|专业|人才|大会|论坛)")
"""跨境电商|综合试验区: what the state sets up, not what is traded."""

_MEANS = re.compile("(?:通过|借助|利用|借道|从|以)[^，。；]{0,4}$")
"""拖鞋通过跨境电商卖出去: how a company sells, not what its zone works at."""

_COUNTRYWIDE = re.compile("(?:全国|全球|我国|中国|全省|全市)[^，。；]{0,8}$")
_ALONE = re.compile("(?:单是|光是|仅是|单|仅|光)$")
"""光是|显示面板|一项: the industry that makes most of a sum."""

_BROAD_NAMES = frozenset({"先进制造", "先进制造业"})
"""省级先进制造业集群 is a title that clusters of every trade hold."""

_AS_TERMS = re.compile(
    "(?:高质量)?发展(?:的)?(?:若干)?(?:办法|政策|措施|规定|条例|意见|行动|规划|方案)|(?:企业|项目)[^。；]{0,24}(?:给予|奖励|补助|补贴)"
)
"""对新落户的|先进制造业|项目给予奖励, 促进|先进制造业|发展办法."""

_LOOSE_FIELD = re.compile("(?:行业|领域|业务)$")
_ONE = re.compile(
    "(?:(?:一家|这家|那家)(?:专?做|老牌|本土|小|大型|从事|民营)?|[这那一]个|该|某|首家|作为|(?<!这样)(?<!以上)(?<!成)的|级)$"
)
_OPENS = re.compile(
    "(?:^|[，。；：！？“”、\\s]|园区|区内|全区|辖区|本地|不少|许多|众多|这样的|还有|其中|帮助|支持|对|为|给|让|等|大?批|众多|成(?:以上|多|左右)?的|%(?:以上)?的|分之[一二三](?:以上)?的)$"
)
_PRAISING = re.compile("(?:打造|建设|建成|做[好足活强大深])[^，。；、]{0,8}$")
"""做足稀土文章, 打造新能源汽车之城."""

_SERVED = re.compile("服务(?!平台|中心|窗口|大厅|站|网|队)|业务(?!收入)|基地")
