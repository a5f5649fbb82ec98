"""Rankings that can be read alone: whose they are, among whom, and reached rather than striven for."""

from __future__ import annotations

import re

from msgspec import structs

from reporter.model import Evidence, Fact, Ranking

UNSAID = re.compile(r"该|^这|这(?:家|个|些|一)|去年|今年|当天|当日|^开始|^其|我们")
_LOOSE = re.compile(
    r"比|较|从|连续|是|成为|发布|研发|推出|建成|建设|攻克|开发|打造|拥有|位居|位列|居|列|这|那|该|其|去年|今年|并|由|在|为|也|还|率先|入选|获|标志|已有|增|下降|末|总量|排名"
)
_NAMELESS = re.compile("[首第]一?[款台个批条项](?:产品|设备|项目|样机|企业)(?![^，]{0,2}[“《])")
_NO_PLACE = re.compile("龙头企业$")  # a leader, but nobody counts
_FIELD = re.compile(r"全[国省市球区]|世界|亚洲|国内|行业|中部|西部|东部|自治区|[省市县区](?:首|唯一|第|最)|中")
_AMONG = re.compile(r"([^，。；]{2,20}中)[，,]$")
_IN_FIELD = re.compile("在[^，。；]{2,36}中，[^，。；]{2,20}?(?:居|列|排名?)(?:在)?第")
"""在参评的217家开发区中，|某区居第18位|: whose rank it is, stands behind the field."""
_WHEN = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|[初底末])?[，,]")
"""2019年，|某产业集群入选……: when it was, goes with it."""
_SAID = re.compile("(?:说|表示|介绍|称|透露|告诉记者)[，：,:]“?$")
"""区委书记林远说，|某装置群规模全球最大|: somebody's word for it."""
_FIRST_MADE = re.compile("(?:受益于|得益于)?(?P<who>[^，。；“]{2,20})首创的(?P<what>“[^“”]+”[^，。；]{0,8})")
"""受益于某区|首创的“……”制度|: who was first with what."""
_TO_COME = re.compile(r"(?:建设|打造|争创|创建|力争|计划|拟|争取|目标|将建|将成)(?:成为|成|为)?$")
_AIMED = re.compile(r"将(?!近)|力争|计划|目标|预计|争取|确保|到20\d\d年")
_PLANNED = re.compile(r"建设|打造|争创|创建|力争|将|计划|拟")


def holds(words: Evidence, other: Evidence) -> bool:
    """Whether a stretch of the source holds another."""
    same = (words.sentence, words.article) == (other.sentence, other.article)
    return same and words.start <= other.start and other.end <= words.end


def alone_ranked(fact: Fact) -> Fact | None:
    """A ranking that can be read alone, None where it cannot: whose it is, is missing, or it is but planned."""
    if not isinstance(fact, Ranking):
        return None
    evidence = fact.evidence
    before, after = evidence.sentence[: evidence.start], evidence.sentence[evidence.end :]
    if (
        _TO_COME.search(before)
        or _AIMED.search(before)
        or _PLANNED.match(fact.text)
        or (after and after[0] not in "，。；、！？,;”》）)")
    ):
        return None
    text = re.sub(
        r"^(?:我们|却|而|但|正是)|^(?:也|还|并|更)(?=是|成为|为)|^[同当](?:日|天|期)(?:公布|发布|揭晓)?的?",
        "",
        fact.text,
    )
    if text.endswith("之一") or _NAMELESS.match(text) or _NO_PLACE.search(text):
        return None  # what a company is known for is no news of the place; nor 首款产品拿到注册证: of what
    if first := _FIRST_MADE.fullmatch(text):
        text = f"{first['who']}首创{first['what']}"
    field = None if _FIELD.search(text) else _AMONG.search(before)
    if field:
        text = f"{field[1]}，{text}"  # 前四批试验区中，甲省名列第一: a place is one among others
    unsaid = fact.subject.startswith("连续")  # 连续12个月居全市第一: what did?
    when = before if _WHEN.fullmatch(before) else "据介绍，" if _SAID.search(before) else ""
    if not _LOOSE.match(text) or _IN_FIELD.match(text):
        return structs.replace(fact, text=f"{when}{text}")
    if fact.subject and re.match(r"连续|是|成为|位居|位列|居|列", text) and not (unsaid or UNSAID.search(fact.subject)):
        return structs.replace(fact, text=f"{when}{fact.subject}{text}")
    return None
