"""Projects as rows: what each is called, who invests how much, how far it is, what it will make.

For those who want everything a row holds every figure of the project. For all others it holds what reads well and
says what is still to come as such; a name that means something only beside its owner's (华东总部二期, k3产线) needs its
owner.
"""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec import structs

from reporter.briefing.desk import Desk
from reporter.briefing.sound import invested, of_project
from reporter.briefing.words import condition, expectation, speakable
from reporter.model import Company, Line, Phrase, Project, ProjectRow, Quote, Status

_OWNERS_OWN = re.compile(r"总部[^，。]{0,4}$|^[A-Za-z]?\d+[A-Za-z]?(?:产线|生产线|线)$|^年产[^的]+的")
_NAMELESS = re.compile("(?:该|本)?(?:公司|企业)?(?:[一二三四首]期)?(?:项目|工程|产线|生产线|工厂|大桥|基地|厂房)")
_CUT = re.compile("[今去昨明]$")
_OF_SEVERAL = re.compile(
    r"(?:项目|企业)\d[\d,]*[余多]?[个家][，,](?:协议|计划|累计)?总?投资(?:总?额)?(?:近|超|约|达|超过)*$"
)
"""基地落地配套项目52个，总投资|1980亿元|: of the 52, the base is no project of that size."""
_FLOW = re.compile("收入|营收|利税|税收|利润|产值|销售额")
_OF_A_PLACE = re.compile("规模以上|规上|地区生产总值|财政收入|市场主体")
_STILL = re.compile("计划|拟|将(?!近)|准备|再|正在")
_OFFICE = re.compile("(?:街道|社区|[乡镇村]).{0,6}(?:工作站|服务站|联络站)$")
_SIZED = re.compile(r"\d[\d.]*(?:万|亿)?[A-Za-z\u4e00-\u9fff]{1,3}?(?=[\u4e00-\u9fff])")
_SOME = re.compile(r"[一二三首]期|追加|计划|预计|估算|拟")  # not all of a project's money, or not yet
_TO_COME = re.compile("计划|预计|目标|力争|拟|将|后|设计")
_SPANS = (4, 7, 9)  # 2021, 2021-Q1, 2020/2021
_LINES = 2  # besides the investment


def project_rows(desk: Desk) -> list[ProjectRow]:
    """Projects, those with the largest investment first, each with the line that states it."""
    everything = desk.audience.selection.doubtful
    found = desk.of_kind(Project)
    rows = [_row(desk, project if everything else _called(desk, project)) for project in found]
    if not everything:
        rows = [row for row in rows if not row.fact.doubts and _told(row) and _named(row.fact)]
        rows = [row for row in rows if not (_of_several(desk, row.fact) or row.fact.name in desk.zone.names)]
        rows = [row for row in rows if not is_phase(desk, row.fact.name)]
        rows = _gathered(rows)
    money = [row.investment.fact for row in rows if row.investment and _whole(row.investment)]
    largest = {unit: max(f.value for f in money if f.unit == unit) for unit in {f.unit for f in money}}
    many = {unit for unit in largest if sum(f.unit == unit for f in money) > 1}
    rows = [
        replace(row, share=row.investment.fact.value / largest[row.investment.fact.unit])
        if row.investment
        and _whole(row.investment)
        and row.investment.fact.unit in many
        and largest[row.investment.fact.unit]
        else row
        for row in rows
    ]
    return sorted(rows, key=lambda row: row.investment.fact.value if row.investment else -1.0, reverse=True)


def _gathered(rows: list[ProjectRow]) -> list[ProjectRow]:
    """Parts told with their whole: 综合整治项目包含水库、|连通工程|等，其中连通工程总投资23.65亿元 are one entry."""
    wholes = {part.fact.id: whole for part in rows for whole in rows if _holds(whole.fact, part.fact)}
    made = []
    for row in rows:
        if row.fact.id in wholes:
            continue
        parts = [part for part in rows if wholes.get(part.fact.id) is row and part.investment]
        details = (*row.details, *(_part(part.fact.name, part.investment) for part in parts if part.investment))
        made.append(replace(row, details=details) if parts else row)
    return made


def _holds(whole: Project, part: Project) -> bool:
    """Whether a sentence says that a project is part of another."""
    holds = "(?:包含|包括|涵盖|含)"
    told = re.compile(rf"{re.escape(whole.name)}[^。]{{0,40}}{holds}[^。；]{{0,60}}{re.escape(part.name)}")
    mentions = (*whole.mentions, *part.mentions)
    return whole.name != part.name and any(told.search(mention.sentence) for mention in mentions)


def _part(name: str, money: Line) -> Phrase:
    return Phrase(f"其中{name}{money.metric}{money.printed}", money.fact, None)


def _row(desk: Desk, project: Project) -> ProjectRow:
    own = [desk.lines[i] for i in project.figures if i in desk.lines]
    if not own:
        own = [line for line in desk.lines.values() if project.name and project.name in line.subject]
    money = next((line for line in own if _is_investment(line, project)), None)
    lines = [line for line in own if line is not money]
    if not desk.audience.selection.doubtful:
        lines = [line for line in lines if of_project(line, told=money is not None) and speakable(line)]
        lines = [line for line in lines if not _firms_own(line, project)]
        metrics = [line.metric for line in lines]  # two outputs of one name need the times that a row has no room for
        lines = [line for line in lines if metrics.count(line.metric) == 1 and line.printed.number not in project.name]
        lines = [_short(line, project) for line in lines][:_LINES]
    lines = [_expected(line) for line in lines]
    money = replace(money, metric=invested(money, project)) if money else None
    return ProjectRow(project, money, tuple(lines), tuple(_details(project, own, lines)))


_SAYS_AHEAD = re.compile("可|将|预计|能|计划|达产|投产")


def _details(project: Project, own: list[Line], shown: list[Line]) -> list[Phrase]:
    """Capacity and output as printed where no line shows them, with their condition: 达产后将形成年产30万套的规模."""
    found: dict[str, Phrase] = {}
    for words in (project.capacity, project.output):
        if (
            not words
            or "项目" in words
            or words in project.name
            or any(line.fact.evidence.text in words for line in shown)
        ):
            continue
        line = next((line for line in own if line.fact.evidence.text in words), None)
        if line is not None and _firms_own(line, project):
            continue
        when = ""
        if line is not None:
            when = condition(line.fact) if line.fact.status is Status.TARGET else span_words(line)
            if line.fact.status is Status.TARGET and not when and not _SAYS_AHEAD.search(words):
                when = "预计"  # 届时年新增产值6亿元: it has not come yet
        told = words if when and words.startswith(when) else f"{when}{words}"
        found.setdefault(told, Phrase(told, line.fact if line is not None else project))
    return list(found.values())


def _short(line: Line, project: Project) -> Line:
    """The line as it stands beside its project's name: 产业基金总规模 of the 产业基金 is its 总规模."""
    metric = re.sub(f"^(?:(?:新|扩|改|续)?建设?[^，]{{0,6}})?{re.escape(project.name)}", "", line.metric) or line.metric
    return replace(line, metric=f"{span_words(line)}{metric}")


def _expected(line: Line) -> Line:
    """A figure still to come says so wherever it is printed."""
    if line.fact.status is Status.ACTUAL or _TO_COME.search(line.metric):
        return line
    planned = expectation(line)
    words = f"{planned.before}{line.metric}{planned.after}" if planned else f"预计{line.metric}"
    return replace(line, metric=words)


def _whole(money: Line) -> bool:
    """Whether the money is all that the project costs: a phase of one project is not drawn beside another's total."""
    return not _SOME.search(money.metric)


def span_words(line: Line) -> str:
    """When a project's figure was reached, where that is a year or a part of one: 2021年 before 产值4.3亿元."""
    return line.period if line.fact.status is Status.ACTUAL and len(line.fact.period) in _SPANS else ""


def _told(row: ProjectRow) -> bool:
    """Whether the sources say more of a project than its name."""
    project = row.fact
    return bool(row.investment or row.lines or row.details or project.stage or project.dates)


def _named(project: Project) -> bool:
    """Whether a reader from outside can know which project is meant."""
    if (
        project.name.endswith("基金")
        or _CUT.search(project.name)
        or (_NAMELESS.fullmatch(project.name) and not project.investor)
    ):
        return False
    return not _OFFICE.search(project.name) and (bool(project.investor) or not _OWNERS_OWN.search(project.name))


def _called(desk: Desk, project: Project) -> Project:
    """A project that is called by its phase alone (三期项目, 公司项目) with the firm that its sentence names."""
    if not _NAMELESS.fullmatch(project.name) or project.investor:
        return project
    sentence = project.evidence.sentence
    told = re.search(rf"(?:^|[，。；“])([一-鿿]{{2,12}}?)总?投资[^，。；]*的{re.escape(project.name)}", sentence)
    firms = [company.name for company in desk.of_kind(Company)]
    whole = [name for name in firms if told and told[1] in name]
    said = [quote.title for quote in desk.of_kind(Quote) if quote.evidence.sentence == sentence]
    whole += [name for name in firms if any(title.startswith(name) for title in said)]
    if len(set(whole)) != 1:
        return project
    own = project.name.removeprefix("公司").removeprefix("企业")
    return structs.replace(project, name=f"{whole[0]}{own}", investor=whole[0])


def _of_several(desk: Desk, project: Project) -> bool:
    """Whether what passes for a project's money is that of many projects in it: a base, a park, a cluster."""
    own = [desk.lines[name].fact.evidence for name in project.figures if name in desk.lines]
    return any(_OF_SEVERAL.search(evidence.sentence[: evidence.start]) for evidence in own)


def _firms_own(line: Line, project: Project) -> bool:
    """Whether a figure is a whole place's, or its firm's, told before: 去年销售收入2.3亿元，今年计划建|第二条产线|."""
    if _OF_A_PLACE.search(line.metric):
        return True
    evidence = line.fact.evidence
    at = evidence.sentence.find(project.name, evidence.end)
    reached = line.fact.status is Status.ACTUAL and _FLOW.search(line.metric)
    return bool(at >= 0 and reached and _STILL.search(evidence.sentence, evidence.end, at))


def is_phase(desk: Desk, name: str) -> bool:
    """一期形成年产8万吨……。|8万吨纸浆项目|投资31亿元: a phase told by its size is part of the project before it."""
    size = _SIZED.match(name)
    if size is None:
        return False
    told = re.compile(rf"[一二三四首]期[^。；]{{0,12}}{re.escape(size[0])}")
    return any(told.search(paragraph.text) for article in desk.articles for paragraph in article.paragraphs)


def _is_investment(line: Line, project: Project) -> bool:
    if "投资" not in line.fact.metric or line.fact.unit != project.currency:
        return False
    return project.investment is None or line.fact.value == project.investment
