"""Sentences composed from facts, in the Chinese of the press; and sentences taken from the source, marked as such.

A sentence says nothing that its facts do not: period, whose, what, how much, compared with what. Where a metric does
not make a sentence (too long, broken by marks), there is none, and the source is quoted instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reporter.briefing.anchor import anchored
from reporter.briefing.excerpts import balanced, excerpt, leans, opened, stands_alone, unwrapped
from reporter.briefing.parts import is_part
from reporter.briefing.sound import conditional, granted, helped, part_of_name, pledged, presentable
from reporter.model import Evidence, Fact, Figure, Line, Phrase, Project, Relation, Scope, Statement, Status, Zone

_BROKEN = re.compile(r"[，。；：！？、“”‘’《》…\d]")
_THRESHOLD = re.compile(r"(?:\d[\d.]*[万亿]*|[千百]?[万亿])(?:元|美元|平方米|亩)(?:以上|以下)")  # 投资5000万元以上项目
_TERM = re.compile(r"“[^“”]{2,12}”")  # a name of its own in the midst of a noun phrase breaks nothing
_LIMPING = re.compile(r"分别|也|均|以|为|出|仅|前后|随着|按|打造|现场|进行|这|该|其|并|又|还|只|被|由|从|公司")
_HANGING = re.compile(r"(?:现场|时|中|上|后|前|内|的|了|和|与|并)$")
_VAGUE = re.compile(r"^(?:该|这|我|其|部分|一些|此|他|她|它|公司|企业)|我们|他们|这是|现场")
_VERB = re.compile(
    r"(?:同比|环比|同口径|(?<![占对])[比较](?!例|重)[^，。；：、“”,;:]{1,12}?)?(?:(?:[一二两三四五六七八九十]|\d+)?年?年均|(?<!\d)(?:[二两三四五六七八九十]|[2-9]|10)年(?:平均|累计|间)?|连年)?(?:实现)?(?:净|累计)?"
    r"(?:增长|下降|增加|减少|上升|提高|回落|上涨|提升|下滑|降低|扩大|收窄|增|减|升|降)(?:了|到)?$"
)
_RATE = re.compile("(?:率|占比|比重|比例)$")
_RATE_TOLD = re.compile("(增速|增幅|降幅)(?=[比较])")
_BEYOND = re.compile("高于|低于|快于|慢于|高出|领先")
_BELOW = re.compile(r"（下同）|\(下同\)")
_LAST_YEAR = re.compile(r"去年(?!底|末)")
_TARGET = re.compile(r"计划|预计|目标|力争|拟|将|达产|建成|投产|规划|未来|设计")
_REACHES = ("突破", "超过", "超", "达", "高达", "可达", "不到", "不足", "接近")
_SAYS_AHEAD = re.compile(r"计划|预计|目标|力争|拟|将|达产|规划|未来|设计|(?:建成|投产)后")
"""达产后年产值 says itself that it is still to come; 建成起降场 would read as done."""
_OFFICE_DOES = re.compile("[\u4e00-\u9fff]{0,6}(?:部门|海关|银行|法院|检察院)[为向给]")
"""税务部门为|某区企业办理退税: not the zone's own office."""
_AIMS = ("力争", "确保", "计划", "拟", "争取")
_HOPES = ("预计", "有望", "可望")
_CUE = re.compile(
    r"将(?!近)|要(?=达到|突破|超过|建成|新增|引进|实现|完成|培育)|力争|确保|计划|争取|拟|预计|有望|可望|目标|(?:全部|全面)?(?:建成)?(?:达产|投产|建成)后"
)
_AFTER = re.compile(r"(?:全部|全面)?(?:建成)?(?:达产|投产|建成)后")
_FIRST = re.compile(r"(第一年|首年)(?:可|将|能)?[^，。；,;]{0,8}$")
_LED = re.compile(
    r"(?:累计|共|再)?(?:实现|新增|新上|新建(?!项目|企业|的)|推出|清理|出让|新引进|扩建|开通|形成|完成|建成|引进|盘活|培育|吸引|打造|带动|获得|投入|建设|发展|创建|认定|签约|开工|增长|提升|提高|达到|生产|提供|节约|节省|处理|容纳|服务|落实|安排|设立|发放|兑现|筹措)"
)
_COMMON = re.compile(r"(?:重点|重大|示范|核心|标志性|首批|该|这)[^，。]{0,4}(?:项目|工程|企业|公司)$")
_TIMED = re.compile(r"[年月]|季度|目前|截至|眼下|以来|\d日|十[三四五六]五[”’]?(?:末|期)")
_DIGITS = re.compile(r"\d[\d.]*")
_RELATIVE = re.compile(r"[今去明前本上]年|[本上]月|同期")
_LONGEST, _LISTED = 28, 18
_PLAIN = 3  # phrases of a sentence that compares nothing, behind its time: whose and what, number, full stop
_HEAD_OF = 8
_LONG = 60  # for such a quotation one number that has not been told is too little
_BEFORE_WORK = ("拟建", "谋划", "筹建", "规划", "规划建设", "计划建设")
_MERE_SHARE = re.compile(r"的?(?:比重|比例)$")
_WHOSE_SHARE = re.compile(r"^的[^占，。]{2,10}(?=占[^，。]{1,12}(?:比重|比例)$)")  # of what has just been counted
_WITH_YEAR = re.compile(r"\d{4}年")
_QUOTABLE = range(18, 141)


def speakable(line: Line) -> bool:
    """Whether subject and metric can stand in a sentence as they are."""
    if not 2 <= len(line.metric) <= _LONGEST or len(line.subject) > _LONGEST:
        return False
    if line.fact.status is Status.TARGET and not _TARGET.search(line.metric) and not ahead_cue(line):
        return False  # 可达80%以上: what can be done is no target
    if not presentable(line) or _on_terms(line) or (is_part(line.fact) and not line.among):
        return False
    if _broken(line.metric) or _LIMPING.match(line.metric) or _HANGING.search(line.metric):
        return False
    of_another = line.fact.relation is Relation.SHARE and line.metric.startswith("占") and not line.subject
    if _VAGUE.search(line.subject) or _RELATIVE.search(line.metric) or of_another:
        return False
    return anchored(line, told=True)


def _on_terms(line: Line) -> bool:
    """Whether the number means nothing without the words around it: what one may get, what others were helped to."""
    return conditional(line) or granted(line) or helped(line) or pledged(line)


def _broken(metric: str) -> bool:
    """Whether marks break a metric; “…” around a term and a short list (获国家、省、市扶持资金) do not."""
    listed = len(metric) <= _LISTED and metric.count("、") <= 2
    words = _TERM.sub("", _THRESHOLD.sub("", metric))
    if len(words) < len(metric) and len(words) <= 2:
        return True  # “十四五”末
    return _BROKEN.search(words.replace("、", "") if listed else words) is not None


def state(line: Line, zone: Zone, wording: Mapping[str, Sequence[str]]) -> Statement:
    """A line as a sentence of ours where its words make one, else as the clause of the source that states it."""
    if speakable(line):
        return sentence(line, zone, wording)
    quoted = excerpt(line.fact, line.subject)
    if not line.period or _TIMED.search(quoted.text):
        return quoted
    return replace(quoted, heading="，".join(filter(None, (line.period, quoted.heading))))


def state_all(
    lines: Iterable[Line],
    zone: Zone,
    wording: Mapping[str, Sequence[str]],
    quoted: list[tuple[str, str]],
    told: Sequence[Evidence] = (),
) -> list[Statement]:
    """Each line stated, but none that a clause quoted before it has stated already.

    `quoted` are sentences and the words quoted from them so far in the brief; what is quoted here is added; `told` are
    the places of the figures that sentences of ours have stated. A line that neither makes a sentence nor stands in one
    that can be quoted is not stated, nor one whose quotation would mostly repeat.
    """
    made: list[Statement] = []
    stated: dict[int, Line] = {}
    for line in lines:
        evidence = line.fact.evidence
        if part_of_name(line):
            continue
        if any(evidence.sentence == sentence and evidence.text in words for sentence, words in quoted):
            continue
        statement = state(line, zone, wording)
        if statement.quoted and _of_what(statement, evidence.sentence):
            continue
        if statement.quoted and (not stands_alone(statement) or _overlaps(statement, evidence.sentence, quoted)):
            continue
        own = [p.fact.evidence for one in made if not one.quoted for p in one.phrases if p.fact]
        known = [*told, *(own if len(statement.text) > _LONG else ())]
        if statement.quoted and _mostly(statement.text, evidence.sentence, known):
            continue
        if statement.heading and _COMMON.search(statement.heading):
            continue  # 重点示范项目 names no one
        if statement.quoted:
            made = [one for one in made if one.quoted or not _repeats(statement, one)]
            quoted.append((evidence.sentence, statement.text))
        else:
            stated[id(statement)] = line
        made.append(statement)
    return _parts_together(made, stated, wording)


def _of_what(statement: Statement, sentence: str) -> bool:
    """Whether a quotation begins behind 其中 with no subject of its own: 其中，|在空间上，提供近4平方公里|."""
    led = sentence.lstrip().startswith("其中") and opened(sentence)[:_HEAD_OF] == statement.text[:_HEAD_OF]
    return led and leans(statement.text)


def _parts_together(
    made: list[Statement], stated: Mapping[int, Line], wording: Mapping[str, Sequence[str]]
) -> list[Statement]:
    """Parts of one whole in one sentence: 集中签约项目中，优质产业项目184亿元；现代服务业项目38亿元."""
    together: list[Statement] = []
    before: Line | None = None
    for statement in made:
        line = stated.get(id(statement))
        if line and before and line.among and _same_whole(line, before):
            more = (Phrase("；"), *clause(line, "", wording), Phrase("。"))
            together[-1] = replace(together[-1], phrases=(*together[-1].phrases[:-1], *more))
        else:
            together.append(statement)
        before = line
    return together


def _same_whole(line: Line, before: Line) -> bool:
    """Whether two lines tell of parts of the same, at the same time, in the same sentence of the source."""
    one, other = line.fact.evidence, before.fact.evidence
    return (line.among, line.period, one.sentence) == (before.among, before.period, other.sentence)


def _repeats(quotation: Statement, told: Statement) -> bool:
    """Whether a quotation holds all the numbers of a sentence of ours: 绿色工厂6家, 其中国家级2家 after 绿色工厂6家."""
    facts = [phrase.fact for phrase in told.phrases if phrase.fact]
    here = {phrase.fact.evidence.sentence for phrase in quotation.phrases if phrase.fact}
    return all(fact.evidence.sentence in here and fact.evidence.text in quotation.text for fact in facts)


def _mostly(words: str, sentence: str, told: Sequence[Evidence]) -> bool:
    """Whether at least half of the numbers in a quotation have been told."""
    known = sum(place.sentence == sentence and place.text in words for place in told)
    return 0 < len(_DIGITS.findall(_WITH_YEAR.sub("", words))) <= 2 * known


def _overlaps(statement: Statement, sentence: str, quoted: list[tuple[str, str]]) -> bool:
    return any(sentence == other and (words in statement.text or statement.text in words) for other, words in quoted)


def sentence(line: Line, zone: Zone, wording: Mapping[str, Sequence[str]], *, heading: str = "") -> Statement:
    """One line as a sentence: 2020年一季度，廊坊经开区实际利用外资1.13亿美元，占廊坊全市实际利用外资总额的50.3%."""
    lead = [f"{words}，" for words in (line.period, line.proviso) if words]
    if line.proviso.endswith("介绍"):
        lead = ["".join(reversed(lead))]  # 据介绍，2019年，某公司……: somebody tells all of it
    phrases = [Phrase(words) for words in lead]
    among = f"{line.among}中，" if line.among else ""
    whose = "" if _OFFICE_DOES.match(line.metric) and not line.subject else zone.name
    phrases += clause(line, f"{zone.name}{among}" if among else line.subject or whose, wording)
    return Statement((*phrases, Phrase("。")), heading=heading)


def run_on(statements: Iterable[Statement], zone: Zone) -> Statement:
    """Sentences of ours as one paragraph, in which time and zone are said once as long as they stay the same.

    2022年，云岭高新区总产值12亿元。2022年，云岭高新区增加值3亿元。 → 2022年，云岭高新区总产值12亿元；增加值3亿元。
    What was counted is said once as well: 签约项目32个；签约项目总投资227亿元 → 签约项目32个，总投资227亿元.
    """
    made: list[Phrase] = []
    before: str | None = None
    counted: Phrase | None = None
    for statement in statements:
        phrases = list(statement.phrases)
        lead = _led_by(phrases, zone)
        at = 1 if lead else 0
        if lead is not None and lead == before:
            words = phrases[at].text.removeprefix(zone.name)
            of_these = _of_these(words, phrases[at + 1], counted)
            made[-1] = Phrase("，" if of_these else "；")
            phrases[: at + 1] = [Phrase(of_these or words)]
        elif lead is not None:
            words = phrases[at].text.removeprefix(zone.name)
            counted = Phrase(words, phrases[at + 1].fact) if len(phrases) == at + _PLAIN else None
        made += phrases
        before = lead
    return Statement(tuple(made))


def in_list(statement: Statement, zone: Zone) -> Statement:
    """A sentence of ours as an entry of a list about the zone, which need not name it: 2022年，总产值12亿元."""
    phrases = statement.phrases
    lead = _led_by(phrases, zone)
    if statement.quoted or lead is None:
        return statement
    at = 1 if lead else 0
    short = Phrase(phrases[at].text.removeprefix(zone.name))
    return replace(statement, phrases=(*phrases[:at], short, *phrases[at + 1 :]))


def _led_by(phrases: Sequence[Phrase], zone: Zone) -> str | None:
    """The time with which a sentence about the zone begins, empty where it begins with the zone; else None."""
    lead = phrases[0].text if phrases[0].text.endswith("，") else ""
    rest = phrases[1:] if lead else phrases
    if len(rest) <= 1 or not rest[0].text.removeprefix(zone.name) or not rest[0].text.startswith(zone.name):
        return None
    if any(isinstance(p.fact, Figure) and p.fact.scope is not Scope.ZONE for p in phrases):
        return None
    return lead


def _of_these(words: str, number: Phrase, counted: Phrase | None) -> str:
    """What is left to say of what has just been counted in the same sentence of the source; empty when all is."""
    if counted is None or not (counted.fact and number.fact):
        return ""
    here = counted.fact.evidence.sentence == number.fact.evidence.sentence
    rest = words.removeprefix(counted.text)
    return rest if here and rest != words and len(rest) > 1 else ""


def clause(line: Line, subject: str, wording: Mapping[str, Sequence[str]], *, compared: bool = True) -> list[Phrase]:
    """The sentence without its period and full stop; `subject` may be empty where it is plain."""
    planned = expectation(line)
    words = f"{planned.before}{line.metric}{planned.after}" if planned else f"{line.metric}{_link(line, wording)}"
    phrases = [Phrase(f"{subject}{words}"), _number(line)]
    for other in line.comparisons if compared else ():
        phrases += [Phrase(f"，{change(other, line)}"), _number(other)]
    return phrases


_WHO_WILL = re.compile("(?P<deed>[^的]{2,12})的(?P<who>企业|项目|机构|平台)")
"""完成注册的企业: a relative clause, which after 将 would read as an object."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """The words of a sentence on what is still to come: before its metric, and between metric and number."""

    before: str
    after: str


def expectation(line: Line) -> Expectation | None:
    """How the source puts a figure that is still to come, as far as its metric does not say so itself.

    有望实现产值5000万元 is 产值预计为, no 目标; 力争新上7家 keeps its verb: 力争新上…; 达产后 stays a condition.
    """
    if line.fact.status is not Status.TARGET or _SAYS_AHEAD.search(line.metric):
        return None
    cue = ahead_cue(line)
    first = _FIRST.search(line.fact.evidence.sentence[: line.fact.evidence.start])
    reached = line.printed.before in _REACHES
    led = _LED.match(line.metric) and not _RATE.search(line.metric)  # 新建项目|开工率| is reached, not built
    if cue.endswith("后"):
        return Expectation(cue, "预计达" if not led else "")
    if cue == "将" and _WHO_WILL.fullmatch(line.metric):
        return Expectation("", "将有")  # 完成注册的企业将有11家
    if cue == "将":
        return Expectation("将", "") if led else Expectation("", "目标" if reached else "将达")
    if led:
        return Expectation((cue if cue in _AIMS or cue in _HOPES else "计划") + (first[1] if first else ""), "")
    return Expectation("", ("预计" if cue in _HOPES else "目标") + ("" if reached else "为"))


def hoped(line: Line) -> bool:
    """Whether the source expects it rather than aims at it: 预计全年超过7亿元."""
    return ahead_cue(line) in _HOPES


def condition(fact: Fact) -> str:
    """What must come true first, as the clause says it: 达产后, 全部建成后; empty where it names nothing."""
    found = _AFTER.findall(fact.evidence.sentence[: fact.evidence.start])
    return found[-1] if found else ""


def ahead_cue(line: Line) -> str:
    """The word that tells that a figure is still to come (计划, 达产后), nearest its number; empty where none does."""
    evidence = line.fact.evidence
    cues = _CUE.findall(evidence.sentence[: evidence.end])
    return next((cue for cue in reversed(cues) if cue != "将"), cues[-1] if cues else "")


def change(other: Line, base: Line | None = None) -> str:
    """The words before the number of a growth, share, change or rank: 同比增长, 占全市实际利用外资总额的."""
    figure = other.fact
    words = other.metric.removeprefix(_measured(base)) if base else other.metric
    if base and _BEYOND.match(rest := other.metric.removeprefix(base.metric)):
        words = rest  # 同比增长9.2%，|高于全市1.7个百分点
    if figure.relation in (Relation.GROWTH, Relation.DELTA):
        before = figure.evidence.sentence[: figure.evidence.start]
        found = _VERB.search(before)
        if "翻" in figure.evidence.text:
            return words.removesuffix("增长")  # 比2010年|翻一番
        if found:
            told = _BELOW.sub("", _LAST_YEAR.sub("上年", found[0]))
            rate = _RATE_TOLD.search(other.metric) if figure.relation is Relation.DELTA else None
            return f"{rate[1]}{told}" if rate and base and rate[1] not in told else told  # 降幅|比上半年收窄
        return words
    words = re.sub("^[约近仅共](?=占)", "", _WHOSE_SHARE.sub("", words) if base else words)
    if figure.relation is Relation.SHARE and words.startswith(("占", "完成")) and not words.endswith("率"):
        whole = _MERE_SHARE.sub("", words)
        return "占比为" if whole == "占" else f"{whole}的"
    if figure.relation is Relation.RANK:
        words = words.removeprefix("到")  # 排到全国第一
        return words if re.search(r"[居列位排]", words) else f"{words}居"
    return f"{words}为"


def _measured(base: Line) -> str:
    """What a line measures: of a growth (增加值增长), what grew."""
    return _VERB.sub("", base.metric) if base.fact.relation is Relation.GROWTH else base.metric


def stage_words(project: Project, year: int | None = None) -> str:
    """How far a project is, in the source's own word: 已建成, 2017年5月落户, 正在建设; empty where it has none.

    `year` is that of the report, which 今年 and 去年 count from.
    """
    cue = next((d.cue for d in project.decided if d.field == "stage" and d.cue), "")
    if not cue or (project.stage == "规划" and cue not in _BEFORE_WORK):
        return ""
    some = re.compile(f"{re.escape(cue)}(?:[和及与、]|以及)(?:正?在建|续建|待建)")
    if any(some.search(mention.sentence) for mention in project.mentions):
        return ""  # 建成和在建的数据中心11个: some of each
    if project.stage == "规划":
        return "处于规划阶段"
    if project.stage == "在建":
        return "正在建设" if cue != "封顶" else "已封顶"
    dated = next((told for told in project.dates if told.endswith(cue)), "")
    when = _in_full(dated.removesuffix(cue), year)
    if when:
        return f"{when}{cue}"
    return cue if cue.startswith(("已", "正式")) else f"已{cue}"


def _in_full(when: str, year: int | None) -> str:
    """A date with its year: 今年6月 of a report of 2023 is 2023年6月; empty where no year is known."""
    if _WITH_YEAR.match(when):
        return when
    for word, by in (("今年", 0), ("去年", -1)):
        if when.startswith(word) and len(when) > len(word) and year is not None:
            return f"{year + by}年{when.removeprefix(word)}"
    return ""


def quotation(evidence: Evidence, fact: Fact, *, heading: str = "") -> Statement | None:
    """The sentence around a fact as a quotation; None where it is too short or long, or leaves quotes open."""
    words = opened(evidence.sentence)
    if len(words) not in _QUOTABLE or not balanced(words) or words[-1] not in "。！？”…":
        return None
    return Statement((Phrase(unwrapped(words), fact),), quoted=True, heading=heading)


def _number(line: Line) -> Phrase:
    return Phrase(str(line.printed), line.fact, line.printed)


def _link(line: Line, wording: Mapping[str, Sequence[str]]) -> str:
    """为 after nouns that cannot take a number at once (占比为12%), 目标为 where nothing else says that it is one."""
    figure = line.fact
    if line.printed.before in _REACHES:
        return ""
    if figure.relation in (Relation.GROWTH, Relation.DELTA) and re.search(r"[增降减升跌回]\w?$", line.metric):
        return ""
    if figure.relation is Relation.RANK and re.search(r"[居列位排]$", line.metric):
        return ""
    return "为" if line.metric.endswith(tuple(wording.get("takes_wei", ()))) else ""
