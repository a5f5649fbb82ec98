"""What the page says of each project: investment, land, stage, capacity, output, dates, investor.

In: a scene with its figures and the projects' mentions. Out: one `Project` a name.

    |总投资120亿元|，分两期建设，…项目全部达产后，将实现产值330亿元      figures after the name, up to the next one
    总投资60亿元的|高倍率锂离子电池研发制造项目|                        figures that end right before it
    去年3月，骆驼集团投资5亿元建设|该项目|                              the sentence says 该项目: the one named last
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.project_forms import forms
from reporter.extraction.kinds.project_money import File, invested, land_of, of_it
from reporter.extraction.kinds.project_told import SUM
from reporter.extraction.kinds.scene import Passage, Scene, by_passage
from reporter.extraction.reached import is_later, month_reached
from reporter.language.alternation import one_of
from reporter.lexicon.kinds import project_words
from reporter.model import Decision, Figure, Project

_BACK = re.compile(r"这项工程|此项工程|本项目|该项目|此项目|这个项目|这一项目|该工程|该基地|该产业园")
_GOES_ON = re.compile(
    r"^(?:项目|该项目|[一二三]期|其中|建成|投产|达产|全部|该基地|工程|据了解，该项目|目前，项目|主要建设)"
)
_THIS = re.compile(r"(?:这条|这个|这座|该|此|这一)$")
_DATE = r"(?:(?:\d{4}|今|去|明|前|后|当)年)?(?:\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度|上半年|下半年|年底|年初|底|初)?"


_DATED = re.compile("[年月季底初]")  # no date is without one of these


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = project_words()
    stages = [word for _, cell in words.stages for word in cell]
    verb = one_of(sorted(stages, key=len, reverse=True))
    return {
        "stage": re.compile(f"(?P<word>{verb})(?!后|前|仪式|条件|产能|规模|标准|资金|金额|高质)"),
        "intent": re.compile(
            "(?<!即)将(?!近)|力争|预计|争取|确保|计划|尽快|早日|准备|有望|拟|加快推进|目标|推动|助力|促进|为了|为使|使得|以使|未来|规划|后，"
        ),
        "ready": re.compile("做好|做足|准备|创造条件|打下|奠定|提供保障"),
        "noun": re.compile("的(?:顺利|建设|建成|正式|加快)?$"),
        "date": re.compile(
            rf"(?=[\d今去明前后当一二三四上下年底初])(?P<date>{_DATE})(?P<verb>(?:正式|全面|顺利|也|已|即)?(?:{verb})(?:投用|投产)?)(?!后|仪式)"
        ),
        "capacity": re.compile(
            r"年产(?!值)[^，。；的]{2,28}|(?:可|将|能|达)?形成[^，。；]{2,30}?(?:生产能力|产能|的规模|能力)|(?:设计|新的?|年)?产能[^，。；]{0,6}[0-9][^，。；]{1,14}"
        ),
        "output": re.compile(
            r"(?<![业链群区县市园])(?:年?新增|年)?(?:产值|营业收入|营收|销售收入|销售额)(?:可|将|预计|约|达|到|超|过|实现)*[0-9.]+[余多]?[万亿]*(?:美)?元(?:以上|左右)?"
        ),
    }


def project_facts(scene: Scene, mentions: Sequence[Mention], companies: Sequence[Mention]) -> list[Project]:
    """One fact a project, in the order in which they are first named."""
    files = _files(mentions, frozenset(company.name for company in companies))
    owner = {(id(m.passage), m.start): file for file in files for m in file.mentions}
    _assign(scene, mentions, owner)
    month = month_reached(scene.article) if files else 0
    return [_fact(scene, file, companies, month) for file in files]


def _files(mentions: Sequence[Mention], owners: frozenset[str] = frozenset()) -> list[File]:
    """The mentions under their fullest names.

    排污权质押融资项目 is 广东首批排污权质押融资项目; 这条t4产线 is the line named before it; 砺风项目, which says but
    whose it is (one of `owners`), the one of that company named before.
    """
    files: list[File] = []
    for mention in mentions:
        file = next((file for file in files if _same(file, mention, owners)), None)
        if file is None and files and _THIS.search(mention.passage.text[max(0, mention.start - 3) : mention.start]):
            before = files[-1]
            if before.name[-2:] == mention.name[-2:]:
                file = before
        if file is None:
            files.append(file := File(mention.name))
        elif _PHASE_OF.search(mention.name) and "公司" in file.name:
            file.name = mention.name  # 砺风二期 is short for 砺风新材料有限公司二期
        elif (
            len(mention.name) > len(file.name)
            and "公司" not in mention.name
            and not _THIS.search(mention.passage.text[max(0, mention.start - 3) : mention.start])
        ):
            file.name = mention.name
        file.mentions.append(mention)
    return files


def _same(file: File, mention: Mention, owners: frozenset[str]) -> bool:
    names = [known.name for known in file.mentions]
    if mention.name in names:
        return True
    stem = mention.name.removesuffix("项目")
    if (phase := _PHASE_OF.search(mention.name)) and any(
        _firms_phase(min(name, mention.name, key=len), max(name, mention.name, key=len), phase.group())
        for name in names
    ):
        return True
    if stem in owners and any(name.startswith(stem) for name in names):
        return True
    return any(
        _short_for(short, long, stem) for known in names for short, long in [sorted((known, mention.name), key=len)]
    )


_PHASE_OF = re.compile("[一二三四五六]期$")


def _firms_phase(short: str, long: str, phase: str) -> bool:
    """Whether 砺风二期 is short for 宁州砺风新材料有限公司二期."""
    return "公司" in long and long.endswith(phase) and short.endswith(phase) and short.removesuffix(phase) in long


def _short_for(short: str, long: str, stem: str) -> bool:
    """Whether one name is the end or the beginning of the other: 砺风储能|项目 of 砺风储能电池项目."""
    if long == f"{short}项目":
        return True  # 哈森科技园, 哈森科技园项目
    if short.endswith("项目") and long.endswith("项目") and len(short) >= 6 and long.startswith(short[:-2]):
        return True
    return len(short) >= 5 and (
        long.endswith(short) or (long.startswith(short.removesuffix("项目")) and len(stem) >= 8)
    )


def _assign(scene: Scene, mentions: Sequence[Mention], owner: dict[tuple[int, int], File]) -> None:
    """Give every stretch of text and every figure in it to the project that it speaks of."""
    last: File | None = None
    named = by_passage([mention for mention in mentions if mention.rule != "part of a project"])  # the whole is told of
    whole = list({id(file): file for file in owner.values() if file.name.endswith("项目")}.values())
    only = whole[0] if len(whole) == 1 and len({id(file) for file in owner.values()}) == 1 else None
    measured: dict[int, list[Figure]] = {}
    for figure in scene.figures:
        measured.setdefault(figure.evidence.paragraph, []).append(figure)
    told = _in_forms(scene, owner, measured)
    for passage in scene.body:
        if passage.index in told:
            continue
        here, figures = named.get(passage.index, []), measured.get(passage.index, [])
        carried = False
        topic: File | None = None
        for start, end in passage.sentences:
            inside = [mention for mention in here if start <= mention.start < end]
            text = passage.text[start:end]
            if not inside:
                if last is not None and (_meant(text, last) or (carried and _GOES_ON.search(text))):
                    meant = topic if topic is not None and _PROJECT.search(text) else last
                    _give(meant, passage, start, end, figures)
                    meant.clauses.append(text)
                    carried = True
                elif last is None and only is not None and _PROJECT.search(text):
                    _give(only, passage, start, end, figures)  # the article names its one project only later
                    only.clauses.append(text)
                else:
                    carried = False
                continue
            listed = [
                mention
                for mention in inside
                if mention.rule == "list of projects" or passage.text.startswith("等", mention.end)
            ]
            for number, mention in enumerate(inside):
                file = owner[(id(mention.passage), mention.start)]
                first = _from(passage, start if number == 0 else inside[number - 1].end, mention.start, number == 0)
                stop = inside[number + 1].start if number + 1 < len(inside) else end
                if number + 1 < len(inside):
                    stop = _from(passage, mention.end, stop, whole=False)
                stop = _item_end(passage.text, mention.end, stop)
                if mention in listed:
                    first, stop = _price_before(passage.text, mention.start), mention.end
                _give(file, passage, first, stop, figures)
                file.clauses += [_told(passage, mention, stop), _shared(passage, start)]
                last = file
                topic = file if file.name.endswith("项目") else topic
            carried = not listed
            if listed:
                last = topic = None


def _meant(text: str, last: File) -> bool:
    """Whether a sentence goes on with the project named last: 该项目……, 该码头一期……, 这座总投资9亿元的……."""
    if _BACK.search(text) or _THIS_ONE.match(text):
        return True
    head = _HEAD.match(text)
    return head is not None and last.name.endswith(head["kind"])


_HEAD = re.compile("[该此](?P<kind>[一-龥]{2})")
_THIS_ONE = re.compile("这[座个条片处](?:由[^，。]{2,24}?(?:投资|建设)|总投资|计划投资|占地|总?建筑面积)")


def _in_forms(scene: Scene, owner: dict[tuple[int, int], File], measured: dict[int, list[Figure]]) -> set[int]:
    """Give the fields of every form to its project; the paragraphs that are so told."""
    told = set()
    for form in forms(scene):
        file = owner[(id(form.mention.passage), form.mention.start)]
        for passage in form.fields:
            _give(file, passage, 0, len(passage.text), measured.get(passage.index, []))
            told.add(passage.index)
    return told


def _price_before(text: str, start: int) -> int:
    """Where the price of an item of a list begins: 总投资328亿元的|…面板、…等项目; the item's own start without one."""
    price = _PRICE.search(text, max(0, start - 24), start)
    return price.start() if price else start


_PRICE = re.compile(f"(?:总)?投资{SUM}的$")


def _from(passage: Passage, floor: int, start: int, whole: bool) -> int:
    """Where the words begin that lead up to a name: what holds it as a part (包含, 其中) is not among them.

    After another project's name only what belongs to this one: a phrase with 的 or a verb that invests or builds.
    """
    text = passage.text[floor:start]
    if whole:
        part = max((match.end() for match in _PART.finditer(text)), default=0)
        part = max(part, text.rfind("“") if _SPEAKS.search(text) else 0)
        if _COUNTED.search(text, part):
            return start if not text.endswith("的") else floor + text.rfind("，") + 1
        return floor + part
    cut = max((text.rfind(mark) for mark in "，；、。与和"), default=-1)
    if text.endswith("的") or _BEGUN.search(text):
        return floor + cut + 1
    return start


_SPEAKS = re.compile("[，：]“[^”]*$")
"""What stands before the words of somebody is not about what they name."""

_BEGUN = re.compile("(?:总投资|投资|斥资|建设|启动)[^，；、]*$")
_PROJECT = re.compile("^(?:目前，|据了解，|据悉，)?项目|该项目|此项目|这个项目|这一项目")
"""What is said of a project goes to the one that the paragraph is about, not to a line or centre that it holds."""

_NEW_ITEM = re.compile(r"；(?![该此]|项目(?!\d)|[一二三]期|其中|建成|投产|达产|全部|工程)")


def _item_end(text: str, start: int, stop: int) -> int:
    """Where what is said of a name ends: a semicolon begins another item unless it goes on with the same thing."""
    match = _NEW_ITEM.search(text, start, stop)
    return match.start() if match else stop


_PART = re.compile("包含|包括|其中|涵盖|含|；")
_COUNTED = re.compile(r"项目\d+个|\d+[余多]?个[^，。；]{0,8}项目")


def _told(passage: Passage, mention: Mention, stop: int) -> str:
    """The clause around a name and what follows it, the name itself left out."""
    text = passage.text
    first = max(text.rfind(mark, 0, mention.start) for mark in "，。；！？“") + 1
    verb = mention.cue if mention.rule.startswith("in a list") else ""
    return f"{verb}{text[first : mention.start]}项目{text[mention.end : stop]}"


_TOGETHER = re.compile(r"(?P<verb>签约|开工|投产|竣工)[^，。；]{0,6}\d+个[^，。；]{0,12}项目")


def _shared(passage: Passage, start: int) -> str:
    """项目签约 for a project told after 其中, when the sentence before counts what was signed; else empty."""
    if not passage.text.startswith("其中", start) or start == 0:
        return ""
    first, last = passage.sentence_at(start - 1)
    together = _TOGETHER.search(passage.text, first, last)
    return f"项目{together['verb']}" if together else ""


def _give(file: File, passage: Passage, start: int, end: int, figures: Sequence[Figure]) -> None:
    file.spans.append((passage, start, end))
    inside = figures[bisect_left(figures, start, key=_offset) : bisect_left(figures, end, key=_offset)]
    file.figures.extend(figure for figure in inside if figure not in file.figures)


def _offset(figure: Figure) -> int:
    return figure.evidence.offset


def _fact(scene: Scene, file: File, companies: Sequence[Mention], month: int) -> Project:
    first = file.mentions[0]
    decided = [Decision("name", file.name, first.rule, first.cue)]
    investment, currency = invested(file, decided)
    stage = _stage(file, decided, scene.article.year, month)
    return Project(
        id=scene.identity("project", first.passage, first.start, file.name),
        zone=scene.zone(first.passage, first.start, first.end),
        mentions=tuple(scene.evidence(m.passage, m.start, m.end) for m in file.mentions),
        decided=tuple(decided),
        name=file.name.removeprefix("的"),
        investor=_investor(file, companies),
        investment=investment,
        currency=currency,
        land=land_of(file, decided),
        capacity=_phrase(file, "capacity"),
        output=_phrase(file, "output"),
        stage=stage,
        dates=_dates(file),
        figures=tuple(f.id for f in file.figures if of_it(file, f)),
    )


_ENDS = re.compile("[。；！？]")
_FIELD = re.compile("(?:单位|业主|主体|投资方|法人)[：:]$")
"""The field of a form that says who builds."""

_INVESTS = re.compile("(?:还|计划|拟|将|已|再)?(?:追加)?(?:投资|斥资|出资|成功摘牌|摘牌)")


@cache
def _stages() -> tuple[list[str], dict[str, str]]:
    """The stages in their order, and the stage that each verb tells of."""
    stages = project_words().stages
    return [name for name, _ in stages], {word: name for name, cell in stages for word in cell}


def _stage(file: File, decided: list[Decision], year: int | None, month: int) -> str:
    """The furthest stage that is told as reached when the report was written; what is still to come is none."""
    order, reached = _stages()
    best, cue = _furthest(file, year, month)
    for word in map(_of_row, file.mentions) if best < 0 else ():
        if word and order.index(reached[word]) > best:
            best, cue = order.index(reached[word]), word
    if best < 0:
        return ""
    decided.append(Decision("stage", order[best], "furthest stage told as reached", cue))
    return order[best]


def _furthest(file: File, year: int | None, month: int) -> tuple[int, str]:
    """The place of the furthest stage that a project's own clauses tell, and its word; -1 where they tell none."""
    patterns = _patterns()
    order, reached = _stages()
    best, cue = -1, ""
    for told in file.clauses:
        for sentence in _ENDS.split(told):
            if ceremony := _CEREMONY.search(sentence):
                stage, word = reached.get(ceremony["word"], ""), ceremony["word"]
                if stage and order.index(stage) > best:
                    best, cue = order.index(stage), word
                continue
            for match in patterns["stage"].finditer(sentence):
                before = sentence[: match.start()]
                clause_end = sentence[match.end() :].partition("，")[0]
                if clause_end.startswith(("许可", "图纸", "单位", "资本", "资金", "商标")):
                    continue  # 拿到施工|许可证: it may begin; 注册|资本 is money
                if match["word"] == "启动" and _OF_PART.match(clause_end):
                    continue  # 启动|了内部装修: a part of the work
                if patterns["noun"].search(before) or patterns["ready"].search(clause_end):
                    continue
                stage = reached[match["word"]]
                if stage != "规划" and (patterns["intent"].search(before) or _to_come(before, year, month)):
                    continue
                if before.endswith("从") or (before.endswith("到") and "从" in before):
                    continue  # 从破土到试产: how long it took, or will
                if stage in _OPEN and (phase := _PHASE.match(before.rpartition("，")[2])) and phase[1] not in file.name:
                    continue  # 年产2000吨丝材项目，一期600吨8月底|投产|: not the whole
                if order.index(stage) > best:
                    best, cue = order.index(stage), match["word"]
    return best, cue


def _of_row(mention: Mention) -> str:
    """The verb of a row of projects in which one stands: |甲项目|、乙项目、丙项目也陆续开工."""
    text = mention.passage.text
    row = _ROW.match(text, mention.end)
    verb = _patterns()["stage"].match(text, row.end()) if row else None
    return verb["word"] if verb else ""


_ROW = re.compile(
    "(?:、[^、，。；：]{3,26}(?:项目|工程|基地|中心))+(?:等(?:\\d+个)?(?:重点|重大)?项目)?(?:[也均都已]|陆续|相继|先后|全部|集中|同时|同日|正式)+"
)


def _to_come(before: str, year: int | None, reached: int) -> bool:
    """Whether the clause up to a stage's verb names a time still to come: 明年6月|投产, 2026年|投产 told in 2024."""
    clause = before.rpartition("，")[2]
    if _NEXT.search(clause):
        return True
    named = _YEAR.findall(clause)
    if not named and (month := _BARE_MONTH.search(clause)) and is_later(int(month["month"]), reached):
        return True  # 10月|投产, in an article that reports on 前5月
    return bool(named) and year is not None and int(named[-1]) > year


_OF_PART = re.compile("了?[^，。；]{0,8}(?:装修|招聘|研发|培训)")
_NEXT = re.compile(
    "(?<!去)(?<!上)年底前?$|就要$|明年|后年|次年|年[底末内]前|年内$|下月|下半年$|下个月|届时|(?:可以?|能够?|便能|就能)(?:全面|全部|正式|陆续|如期|建成|实现)*$"
)
_BARE_MONTH = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:底|初|中旬|下旬|份)?[^，\d]{0,6}\Z")
_YEAR = re.compile(r"(20\d\d)年")
_OPEN = frozenset(["投产", "达产", "投用", "建成"])
_PHASE = re.compile("(?:目前|如今|其中|项目)?([一二三首]期)")
_CEREMONY = re.compile("(?<!等)项目的?(?P<word>奠基|开工|签约|揭牌|启用|投产|竣工|封顶)(?:仪式|活动)")
"""What a ceremony is held for is what has come of the project: 集中签约暨某产业园项目奠基仪式."""


_SIGNS = {"capacity": re.compile("年产|形成|产能"), "output": re.compile("产值|营业收入|营收|销售收入|销售额")}
"""Without these there is no such phrase."""


def _phrase(file: File, kind: str) -> str:
    for passage, start, end in file.spans:
        if not _SIGNS[kind].search(passage.text, start, end):
            continue
        if match := _patterns()[kind].search(passage.text, start, end):
            return passage.located.text[match.start() : match.end()]
    return ""


def _dates(file: File) -> tuple[str, ...]:
    """Dates with what happened then, in the page's words: 2022年6月建成投用; of 2021年9月，某总部落地 the whole."""
    found = [told for mention in file.mentions if (told := _opened(mention))]
    for passage, start, end in file.spans:
        if not _DATED.search(passage.text, start, end):
            continue
        for match in _patterns()["date"].finditer(passage.text, start, end):
            if match["date"] and len(match["date"]) > 1:
                found.append(passage.located.text[match.start() : match.end()])
    return tuple(dict.fromkeys(found))


_OPENING = re.compile(rf"(?:\A|[，；])(?:本报讯\s*)?(?P<date>(?=[\d今去前])(?:{_DATE}))，?[^，。；]{{0,24}}\Z")


def _opened(mention: Mention) -> str:
    """The date that opens a project's sentence, with what the words right behind its name say that it then did."""
    passage, patterns = mention.passage, _patterns()
    first, last = passage.sentence_at(mention.start)
    date = _OPENING.search(passage.text[first : mention.start])
    done = patterns["stage"].search(passage.text, mention.end, min(last, mention.end + _REACH))
    if date is None or len(date["date"]) < len("5月") + 1 or done is None:
        return ""
    between = passage.text[mention.end : done.start()]
    if _stages()[1][done["word"]] == "在建":
        return ""  # 2月16日，某项目施工现场: what goes on begins on no day
    if _MARK.search(between) or patterns["intent"].search(between) or _DATED.search(between):
        return ""
    return f"{date['date']}{done['word']}"


_REACH = 24
_MARK = re.compile("[，。；：]")


def _investor(file: File, companies: Sequence[Mention]) -> str:
    """The company that invests in it there, or that the name begins with or follows, or that invests near it."""
    if found := next((name for mention in file.mentions if (name := _builder(mention, companies))), ""):
        return found
    for mention in file.mentions:
        for company in companies:
            if company.passage is mention.passage and (
                company.end == mention.start or (company.start == mention.start and company.end < mention.end)
            ):
                return company.name
    for passage, start, end in file.spans:
        for company in companies:
            if company.passage is passage and start <= company.start < end:
                after = passage.text[company.end : company.end + 12]
                if _INVESTS.match(after) or _FIELD.search(passage.text, start, company.start):
                    return company.name
    return next((name for mention in file.mentions if (name := _founder(mention, companies))), "")


_INVESTING = re.compile("[已将拟正]?(?:经|在)?在[^，。；]{1,14}投(?:资|建)(?:建设|兴建|新建)?了?\\Z")


def _builder(mention: Mention, companies: Sequence[Mention]) -> str:
    """The company that a clause says has invested in a project: |远山集团|已在我区投资海星电机项目."""
    text, first = mention.passage.text, mention.passage.sentence_at(mention.start)[0]
    told = _INVESTING.search(text, first, mention.start)
    here = (c for c in companies if told and c.passage is mention.passage and c.end == told.start())
    return next((company.name for company in here), "")


_FOUNDS = re.compile("(?:启动|设立|成立|建设|兴建|投建|布局)了?$")
_FRONT = re.compile(r"(?:[^，。]{0,8}[年月日]，?)?(?:[^，。]{2,24}的)?")
_THAT_FIRM = re.compile(r"(?:[^，。]{0,8}[年月日]，)?(?:这家|该)[^，。的]{0,10}(?:企业|公司|集团|巨头)")


def _founder(mention: Mention, companies: Sequence[Mention]) -> str:
    """The company that is the subject of the sentence in which a project is begun: 远山集团……，4月启动|总部二期项目."""
    passage = mention.passage
    first, _ = passage.sentence_at(mention.start)
    before = passage.text[first : mention.start]
    if not _FOUNDS.search(before):
        return ""
    here = [company for company in companies if company.passage is passage and company.start < mention.start]
    named = [company for company in here if company.start >= first]
    clause = max(passage.text.rfind(mark, first, mention.start) for mark in "，；") + 1
    if named and clause > first and named[-1].start == clause:
        return named[-1].name
    if len(named) == 1 and _FRONT.fullmatch(passage.text[first : named[0].start]):
        return named[0].name
    return here[-1].name if here and not named and _THAT_FIRM.match(before) else ""
