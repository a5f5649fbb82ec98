"""What a zone's name does in its clause.

In: a clause and a mention in it. Out: its `Role`: what follows is about a subject and happens at a place, while a
partner and something only looked at must not take the figures of the sentence.

    |廊坊经开区|实际利用外资1.13亿美元            subject
    落户在|武汉自贸片区|                          place
    与|广州高新区|合作建设                        partner
    对标|苏州工业园区|                            aside
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from reporter.lexicon.zone_cues import ZoneCues


class Role(IntEnum):
    """What a name does, the weakest first."""

    ASIDE = 0
    PARTNER = 1
    OBJECT = 2
    PLACE = 3
    SUBJECT = 4


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a regular expression, the longest first; those with one first character together."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rests)})" if rests != [""] else "") for first, rests in groups.items()
    )


_OUTSIDE = re.compile(
    "(?:以|之)?[东西南北][侧面边]|(?:以|之)[东西南北外]|周边|附近|旁边?(?!边)|外围|一侧|(?:相邻|毗邻|邻近|隔壁|对面|一路之隔)的"
)
_BESIDE = re.compile("[在于][^，。；！？]{2,12}(?:相邻|毗邻|邻近|隔壁|对面|旁边|附近|一路之隔)的\\Z")
"""就在片区相邻的|某经开区|: where it is."""
_TOLD_BY_ANOTHER = re.compile(
    "[^，。；！？在]{2,12}所在的"
    "|(?:与|和|同|跟)[^，。；！？]{2,14}(?:之隔|相隔|相邻|毗邻|接壤|相望|相连|为邻)的"
    "|(?:位于|设在|设于|坐落于|坐落在|地处|建在)[^，。；！？]{2,14}[内里中]的"
    "|[^，。；！？\\d]{0,6}(?:另外?|又)[一1][个家座片处][^，。；！？\\d]{2,14}[区园域台]"
)
"""综保区所在的|某经开区|, 与高新区一路之隔的|某经开区|, 设在高新区里的|某综保区|, 另一个监管区域|某综保区|."""
_OURS = re.compile("(?:是|为|相当于|差不多是)(?:我们|咱们|我区|本区|全区|我园)(?:这里)?的")
"""同期|某高新区|是我们的近4倍: what is compared with."""
_SINGLED_OUT = tuple(f"最{way}的{verb}" for way in "快大高多好低小慢" for verb in ("是", "当属", "要数"))
_SINGLED_OUT += ("位的是", "名的是", "第一的是", "榜首的是", "随其后的是", "首的是", "其次是", "接着是", "然后是")
_IN_ATTRIBUTES = frozenset(
    ["位于", "地处", "坐落于", "坐落在", "毗邻", "紧邻", "邻近", "靠近", "驻", "于", "占", "比", "较", "除", "赴"]
)
"""Cues that may stand in the attribute of a subject: 毗邻上海的|某高新区|产值……."""
_SIZES = "平方公里|平方千米|公顷|亩|岁|年|家|个"
"""What a subject's attribute counts: 面积1.8平方公里的|某综保区|."""
_TIMES_OF = re.compile(r"的(?:近|约)?(?:\d[\d.]*倍|[一二三四五六七八九]成|[一二三四五六七八九十]分之|\d[\d.]*%)")
_BEFORE_IT = re.compile("前身[，,]?(?:就?是|为|系)?[^。；]{0,24}\\Z")
"""某新区的前身，是首批国家级开发区之一的|某开发区|: what a zone once was."""
_BESIDE_IT = re.compile("(?:所在|所属|所处|所依托|相邻|毗邻|紧邻|邻近|隔壁|周边)的(?!企业|项目)")
"""|某保税港区|所在的某开发区进出口213亿元: the one behind is spoken of."""
_BEHIND_IT = re.compile("[^，。；的]{2,12}(?:所在|所属|所处|所依托)的[“‘]?")
_NEXT_DOOR = re.compile("[就正便]?在[^，。；的]{2,12}(?:相邻|毗邻|紧邻|邻近|隔壁)的[“‘]?")
_WALKED_IN = re.compile("(?:走进|走入|步入|来到)[^，。；的]{2,8}[内里]的[“‘]?")
"""走进片区内的|某产业园|: into the one behind, not into the one before."""
_INTO = re.compile("[^，。；的]{2,10}[内里]的")
_ANOTHER_ONE = re.compile("(?:[\u4e00-\u9fff]{1,5}[省市区州县])?另(?:外)?一(?:个|家|大|处)[^，。；：的]{0,16}")
"""本市另一个海关特殊监管区域|某保税港区|同期进出口857亿元."""
_ITEM = re.compile(
    "(?:\\d[\\d.]*[多余]?[万亿]?(?:元|美元|吨|标箱|家|个|%|平方公里)[^，。；、\\d]{0,4}、|(?:包括|包含|涵盖|其中)了?)\\Z"
)
_ITS_OWN = re.compile("(?![、和与及的])[^，。；、的]{0,10}?[近约超逾]?\\d")
"""甲综保区进出口268亿元、|乙综保区|进出口96亿元; 面积20平方公里，包括|某综保区|2.4平方公里."""
_LONG = 30
_SENDS = re.compile("(?:先后|曾|曾经|已|已经|陆续|也|还)*(?:选派|委派|派来|派出|派驻|派遣|派)了?")
"""某工业园区|先后派来13名管理人员: who helps."""
_AS_MUCH = ("是", "为", "达", "达到", "约", "约为", "超")
"""是|某自贸区|的1.9倍: what is compared with."""
_TIME_FIRSTS = "〇一二三四五六七八九十前近挂成建获设开揭运组升"
_PASSED = "至到和、,，：“‘《（—▲●■◆►★·•-"

_TIME = (
    r"[\d〇一二三四五六七八九十前近]+(?:多|余)?(?:年|月|日|个月|季度|周年|月份|天|周)"
    r"(?:[初末底中来间份]|上旬|中旬|下旬|以来|上半年|下半年)*"
    r"|\d+[—–~至到-]\d+(?:年|月|日)(?:份|间)?"
    r"|(?:挂牌|成立|建区|获批|设立|开园|揭牌|运营|组建|升级)[^，。；]{0,6}?(?:以来|来|后)"
)


class Roles:
    """Reads the role of a mention from the words before and after it."""

    def __init__(self, cues: ZoneCues) -> None:
        self._leads = frozenset((*(word[0] for word in cues.adverb), *_TIME_FIRSTS, *_PASSED))
        begins = "".join(map(re.escape, sorted(self._leads)))
        self._lead = re.compile(rf"(?:(?=[\d\s{begins}])(?:{alternatives(cues.adverb)}|{_TIME}|[\s{_PASSED}]))*")
        self._heard = re.compile("(?:记者)?从$")
        self._hearing = re.compile("[^，。；]{0,20}(?:获悉|了解到|传来|得知)")
        self._reported = re.compile(
            "(?:初步|最新)?(?:统计|介绍|测算|通报|消息|透露|数据|预测)|的(?:最新|统计)?(?:数据|消息|信息|报告|报表|统计)"
        )
        self._venue = re.compile(f"(?:{alternatives(cues.held)})[^，。；]{{0,24}}?(?:会|活动|仪式|论坛|展|赛|周)")
        self._arriving = tuple(sorted((w for w in cues.place if len(w) > 1), key=len, reverse=True))
        self._place = re.compile(f"(?:{alternatives(cues.place)})[“‘]?$")
        described = f"(?:{alternatives(cues.described)})[^，。；！？]{{0,24}}的"
        self._described = re.compile(f"(?:{described}|[^，。；！？的在从对]{{2,10}}之称的)[“‘]?")
        barred = alternatives(w for w in (*cues.aside, *cues.place, *cues.partner) if w not in _IN_ATTRIBUTES)
        self._attribute = re.compile(
            f"(?![^，。；]*(?:{barred}|公司|集团|投资|对|向|从|把|给|由|到|往|去|让|(?<![作同成称誉])为))[^，。；！？\\d]{{2,24}}的[“‘]?"
        )
        self._sized = re.compile(
            f"(?![^，。；]*(?:{barred}|公司|集团|投资|把|给|到))[^，。；！？]{{0,12}}?\\d[\\d.多余万]*(?:{_SIZES})[^，。；\\d]{{0,6}}的[“‘]?"
        )
        self._gains = re.compile("(?<![成作认以视称誉])为$")
        self._gained = re.compile(f"(?:直接|累计|共|总共|每年|一年)?(?:{alternatives(cues.gained_for)})")
        self._aside = re.compile(f"(?:{alternatives(cues.aside)})$")
        self._became = re.compile(f"[^，。；]{{0,6}}?(?:{alternatives(cues.became)})")
        self._partner = re.compile(f"(?:{alternatives(w for w in cues.partner if w != '、')})[^，。；！？]{{0,40}}$")
        self._together = re.compile(f"[^。；！？]{{0,40}}?(?:{alternatives(cues.together)})")
        self._speaker = re.compile(f"[^，。；！？“”]{{0,30}}?(?:{alternatives(cues.speech)})(?:[，：。“]|$|记者)")
        self._among = re.compile(
            "(?:区|园)?(?:之?内|里|中)?(?:[\\d一二两三四五六七八九十]+(?:个|大)[^，。；]{2,6}(?:里|中|之中)?)?(?:唯一|首个|首家|第[一二三四五六]|最|少有|为数不多)"
        )
        self._inside = re.compile(r"(?:区|园)?(?:之?内|里|中)(?:[，的有已]|$)")

    def lead(self, text: str, start: int, end: int) -> int:
        """Where the first word stands after the adverbials that open the clause `start` to `end`."""
        first = text[start : start + 1]
        if first not in self._leads and ("一" <= first <= "\u9fff" or not (first.isdecimal() or first.isspace())):
            return start  # as in most clauses
        match = self._lead.match(text, start, end)
        return match.end() if match else start

    def arrival(self, text: str, clause: tuple[int, int], city: str, zone: str) -> tuple[int, int] | None:
        """Where a clause says that something comes to a city: |落地海口|; not to the zone named after it."""
        at = text.find(city, *clause)
        while at >= 0:
            verb = ""
            if text.endswith(self._arriving, clause[0], at):
                verb = next(verb for verb in self._arriving if text.endswith(verb, clause[0], at))
            if verb and not text.startswith(zone[len(city) :], at + len(city), clause[1]):
                return at - len(verb), at + len(city)
            at = text.find(city, at + 1, clause[1])
        return None

    def is_venue(self, text: str, end: int) -> bool:
        """Whether the zone that ends at `end` is only where something is held: 在|苏州工业园区|举办的招商会上."""
        return bool(self._venue.match(text, end))

    def speaks(self, text: str, end: int, clause_end: int) -> bool:
        """Whether the name that ends at `end` opens the post of somebody who speaks: |合肥高新区|办公室主任王邦春说."""
        return bool(self._speaker.match(text[end : clause_end + 1]))

    def of(  # noqa: PLR0911, PLR0912  a list of rules, the first that fits
        self, text: str, start: int, end: int, clause: tuple[int, int], *, speaks: bool
    ) -> Role:
        """The role of the mention `start` to `end` of a clause; `speaks` where it opens the post of who speaks."""
        before, after = text[clause[0] : start], text[end : clause[1] + 1]
        at = self.lead(before, 0, len(before))
        if before.endswith(_SINGLED_OUT) and after[:1] in ("：", ":", "，", "（", "("):
            return Role.SUBJECT  # 增速最快的是|某高新区|：产值94.5亿元
        if after.startswith(("为例", "来说", "来看")) and before.endswith(("以", "拿")):
            return Role.SUBJECT  # 以|某高新区|为例，
        if before.endswith(("由", "从")) and self._became.match(text, end):
            return Role.ASIDE  # 由某出口加工区|升级而来
        if before.endswith(("是", "成为")) and self._among.match(text, end):
            return Role.ASIDE  # 某片区是|某自贸试验区|里唯一临海的片区
        if _BEFORE_IT.search(text, max(0, start - _LONG), start):
            return Role.ASIDE
        if before.endswith(("走进", "走入", "步入", "来到")) and _INTO.match(text, start):
            return Role.ASIDE
        if (beside := self._beside_another(before, after, at)) is not None:
            return beside
        if _ITEM.search(before) and _ITS_OWN.match(after):
            return Role.SUBJECT
        if _SENDS.match(after) and at == len(before):
            return Role.PARTNER
        if before.endswith(_AS_MUCH) and _TIMES_OF.match(after):
            return Role.ASIDE
        if after.startswith("所在的") or ((ours := _OURS.match(after)) and _TIMES_OF.match(after, ours.end() - 1)):
            return Role.ASIDE
        if speaks or at == len(before):
            return Role.SUBJECT
        if after[:1] not in ("的", "、", "与") and (
            self._described.fullmatch(before, at)
            or self._described.fullmatch(before)
            or _TOLD_BY_ANOTHER.fullmatch(before, at)
        ):
            return Role.SUBJECT
        if (told := self._behind_attribute(before, after, at)) is not None:
            return told
        if _BESIDE.search(before) or (self._gains.search(before) and self._gained.match(after)):
            return Role.PLACE
        if before.endswith(("据", "来自", "根据")) and self._reported.match(text, end):
            return Role.PLACE  # 据|某高新区|统计，去年……
        if self._partner.search(before) and self._together.match(text, end):
            return Role.PARTNER
        if self._aside.search(before):
            return Role.ASIDE
        if _OUTSIDE.match(after):
            return Role.OBJECT  # 某经开区在|综保区|东侧规划建设: beside it
        heard = self._heard.search(before) and self._hearing.match(text, end)
        return Role.PLACE if heard or self._place.search(before) or self._inside.match(after) else Role.OBJECT

    def _beside_another(self, before: str, after: str, at: int) -> Role | None:
        """The role of a zone that is told by another one, or by which another is told."""
        if _BESIDE_IT.match(after):
            return Role.ASIDE
        if _BEHIND_IT.fullmatch(before, at) or _ANOTHER_ONE.fullmatch(before):
            return Role.SUBJECT
        behind = _NEXT_DOOR.search(before) or _WALKED_IN.search(before)
        return Role.PLACE if behind and behind.end() == len(before) else None

    def _behind_attribute(self, before: str, after: str, at: int) -> Role | None:
        """名列榜首的|某高新区|产值达860亿元: the subject; 在港口后方的|某综合保税区|，项目封顶: a place."""
        telling = after[:1] not in ("、", "与") and (after[:1] != "的" or any(c.isdigit() for c in after))
        sized = any(c.isdigit() for c in before[at:])
        at += sized and before.startswith("在", at)  # 在|114平方公里的|某经开区全域铺开
        if not telling or not (self._sized if sized else self._attribute).fullmatch(before, at):
            return None
        if before[at - 1 : at] != "在":
            return Role.SUBJECT
        return None if before.endswith(("内的", "里的")) and not sized else Role.PLACE
