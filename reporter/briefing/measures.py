"""Policies as a reader must meet them: with what is done about them, in the words of the source.

《产业发展规划》 alone passes for one in force; the source says 将出台《产业发展规划》. “五大机制” alone says nothing;
the source says 持续深化政企面对面、保姆制等“五大机制”. So a policy is told by its clause, without the zone in front.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from reporter.briefing.excerpts import balanced, opened
from reporter.briefing.own import ITSELF
from reporter.model import Policy, Zone

_MARK = re.compile(r"[，；。！？,;]")
_INSIDE = re.compile(r"[，；。！？,;《“]")
_HELD = re.compile(r"《[^《》]*》|“[^“”。]{1,24}”|‘[^‘’]*’|（[^（）]*）|\([^()]*\)")
_LEANING = re.compile(r"[向以按为对从由把将就依靠](?!来)|围绕|通过|根据|结合")
_DONE_FOR = re.compile("[对向为][^，；]{2,24}(?:推行|实施|实行|开展|提供|给予|建立|执行|采取)")
_MEANS = re.compile(r"依托|通过|根据|结合|按照|依据|凭借|借助")
_PROMISE = re.compile(
    r"将(?=继续|进一步|全力|全面|着力|加快|陆续|大力|重点|努力|积极|持续|不断|充分|深入|出台|制定|印发|发布|打造|建设|建立|构建|"
    r"推|实施|围绕|举办|开展|启动|设立|建成|形成|成为|引进|加大|加强|聚焦|发挥|依托|深化|完善|优化|支持|与|以)"
    r"|拟(?!合)|计划(?!为)|力争|下一步|未来"
)  # not 将 that puts an object before its verb: 将各项措施传达到企业
_SETTLED = re.compile(r"已|了$|目前")
_OTHER = re.compile(
    r"企业|公司|内|[\u4e00-\u9fff]{0,4}的[“《]|的|及|和|管委会|党工委|工委|驻|[\u4e00-\u9fff]{1,8}局(?!面|限)"
)
_FIRMS = re.compile("(?:这家|该|本)?(?:公司|企业)(?:[凭靠用拿已还将]|申请|获得|拿到|享受|通过)")
"""公司凭一份订单合同申请“科信贷”: what one firm did is no measure of the zone."""
_GOT = re.compile("(?:公司|企业|集团)(?:近日|日前|已|成功|顺利|率先|正式)*(?:获得|获批|获|拿到|收到|取得)了?$")
_ADVERBS = re.compile(r"^(?:我们|正是|还|也|又|同时|此前|今年|近年来|目前)+")
_ZONE_DOES = re.compile(
    rf"(?:{ITSELF.pattern}|区里|管委会)(?:还|又|也|今年|去年|近年来|先后|已|率先)*"
    "(?=出台|推出|制定|设立|建立|印发|实施|推行|打造|开展|发布|兑现|组建|成立|探索|创新)"
)
"""开发区今年|出台《…》: the zone by its kind is its subject all the same."""
_OFFICE = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,10}?(?:海关|法院|检察院|[务安管源保商督障]局|银行|[省市]政府|[务信]厅|[省市]委))"
    r"(?=[还也]?(?:主动|积极|率先|先后|已|将|出台|推出|制定|印发|建立|开展|组织|联合|同步|不断|持续|通过|进一步|充分))"
)
_UNENDED = re.compile(
    r"(?:后|时|中|下|之际|(?:什么|吗|如何)\??|日起|起(?:施行|实施|执行)|落到位|写明|写着|载明|提出|明确|规定|要求|指出|包括|强调|"
    r"为(?:抓手|契机|目标|载体|引领|主线|重点|导向|支撑|突破口|牵引|基础|依托))$"
)
_NO_PREDICATE = re.compile(
    r"先把|(?:靠|凭)着|有了|(?:变化|改变|转变)(?:源自|源于|来自)|(?:根据|按照|依据)[^，,]*[，,][^，,]*的[^，,的]{2,10}$|(?:为了?|根据|按照|依据|随着|围绕|针对)[^，,]*(?:[，,][到至]?\d{4}年底?)?$"
)
"""为推动企业“智改数转” and 根据《方案》，到2026年 still wait for what is done."""
_OPEN_TERM = re.compile("(?<=》)(?P<did>出台|发布|印发|实施)?[：:](?:对于?|凡|针对)[^，,；;。]*$")
"""《措施》出台：|对取得合格证的企业|，最高奖励1500万元: a term that waits for what is given."""
_OUTER = str.maketrans("‘’", "“”")
_LONGEST = 64


def told_of(policy: Policy, zone: Zone) -> Policy | None:
    """The policy under the words of its clause; a document under its bare name where the clause is too long or broken.

    云岭高新区将出台《产业发展规划》，制定完善扶持政策: 将出台《产业发展规划》 and 将制定完善扶持政策. None for a
    mechanism without a clause, whose name alone says nothing.
    """
    if _firms_own(policy):
        return None
    clause = _clause_of(policy, zone)
    return clause or (replace(policy, name=_set(policy.name)) if policy.form == "document" else None)


def _firms_own(policy: Policy) -> bool:
    """Whether it is what one firm got: 某公司获得《关于开展某某试点的批复》."""
    evidence = policy.evidence
    return _GOT.search(evidence.sentence, 0, evidence.start) is not None


def _clause_of(policy: Policy, zone: Zone) -> Policy | None:
    evidence = policy.evidence
    sentence = evidence.sentence
    cuts = [0, *(found.end() for found in _MARK.finditer(_HELD.sub(_blank, sentence))), len(sentence)]
    at = max(index for index, cut in enumerate(cuts) if cut <= evidence.start)
    last = min(cut for cut in cuts if cut >= evidence.end)
    words = _clause(sentence[cuts[at] : last])
    if _MEANS.match(words) and last < len(sentence):
        last = min(cut for cut in cuts if cut > last)  # 依托《方案》，做什么: the clause goes on
        words = _clause(sentence[cuts[at] : last])
    elif at > 0 and _LEANING.match(words) and not _DONE_FOR.match(words):
        at -= 1
        words = _clause(sentence[cuts[at] : last])
    plain = _without(words, zone)
    own = plain == words and at > 0
    if made := _made_by(policy, zone, words):
        return replace(policy, name=_set(made))
    plain = _OPEN_TERM.sub(r"\g<did>", _ADVERBS.sub("", plain, count=1))
    ahead = words.partition(policy.name)[0]
    if own and _promised(sentence[: cuts[at]]) and not (_PROMISE.search(ahead) or _SETTLED.search(ahead)):
        plain = f"将{plain}"
    whole = (
        balanced(plain)
        and "…" not in plain
        and policy.name in plain
        and not (_UNENDED.search(plain) or _NO_PREDICATE.match(plain) or _FIRMS.match(plain))
    )
    if not (whole and len(policy.name) < len(plain) <= _LONGEST):
        return None
    issuer = "" if policy.issuer in zone.names else policy.issuer
    issuer = "" if issuer in plain or ITSELF.fullmatch(issuer) else issuer
    doer = _OFFICE.match(opened(sentence)) if own and not issuer else None
    if doer and not zone.named_in(doer["who"]) and not ahead.startswith(doer["who"]):
        plain = f"{doer['who']}{plain}"  # 某海关主动上门服务，……；建立联合保障机制: the customs do, not the zone
    return replace(policy, name=_set(plain), issuer=issuer)


def _made_by(policy: Policy, zone: Zone, words: str) -> str:
    """What the zone did, where the clause tells of it but in passing: 受益于某区首创的|“……”制度 is 首创“……”制度."""
    names = "|".join(map(re.escape, sorted(set(zone.names), key=len, reverse=True)))
    told = re.search(f"(?:{names})(?P<did>首创|创设|创新|推出|出台|设立|推行|实施)的{re.escape(policy.name)}", words)
    return f"{told['did']}{policy.name}" if told else ""


def _set(words: str) -> str:
    """The words as a page of its own sets them: full-width commas, double marks outside."""
    words = re.sub(r"(?<=[\u4e00-\u9fff”》）]),(?=[\u4e00-\u9fff“《（])", "，", words)
    return words if "“" in words else words.translate(_OUTER)


def _clause(words: str) -> str:
    return opened(words).rstrip("，；。！？,;—").strip()


def _without(words: str, zone: Zone) -> str:
    """The clause without the zone as its subject: of whom else is spoken, the clause keeps."""
    names = sorted(set(zone.names), key=len, reverse=True)
    for name in names:
        at = words.find(name, 0, len(name) + 6)
        rest = words[at + len(name) :]
        if at >= 0 and rest and not _OTHER.match(rest) and not _INSIDE.search(words[:at]):
            return rest
    itself = _ZONE_DOES.match(words)
    return words[itself.end() :] if itself else words


def _promised(before: str) -> bool:
    """Whether what goes before a clause without a subject of its own is still to come."""
    found = list(_PROMISE.finditer(before))
    return bool(found) and not _SETTLED.search(before[found[-1].end() :])


def _blank(found: re.Match[str]) -> str:
    """Marks inside titles, quotations and brackets part no clauses."""
    return "＿" * len(found[0])
