"""Projects as rows: what each is called, who invests how much, how far it is, what it will make.

For those who want everything a row holds every figure of the project. For all others it holds what reads well and
says what is still to come as such; a name that means something only beside its owner's (华东总部二期, k3产线) needs its
owner.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reporter.briefing.desk import Desk
from reporter.briefing.sound import invested, of_project
from reporter.briefing.words import condition, expectation, speakable
from reporter.model import Line, Phrase, Project, ProjectRow, Status

_OWNERS_OWN = re.compile(r"总部[^，。]{0,4}$|^[A-Za-z]?\d+[A-Za-z]?(?:产线|生产线|线)$|^年产[^的]+的")
_OFFICE = re.compile("(?:街道|社区|[乡镇村]).{0,6}(?:工作站|服务站|联络站)$")
_SIZED = re.compile(r"\d[\d.]*(?:万|亿)?[A-Za-z\u4e00-\u9fff]{1,3}?(?=[\u4e00-\u9fff])")
_SOME = re.compile(r"[一二三首]期|追加|计划|预计|估算|拟")  # not all of a project's money, or not yet
_TO_COME = re.compile("计划|预计|目标|力争|拟|将|后")
_SPANS = (4, 7, 9)  # 2021, 2021-Q1, 2020/2021
_LINES = 2  # besides the investment


def project_rows(desk: Desk) -> list[ProjectRow]:
    """Projects, those with the largest investment first, each with the line that states it."""
    everything = desk.audience.selection.doubtful
    rows = [_row(desk, project) for project in desk.of_kind(Project)]
    if not everything:
        rows = [row for row in rows if not row.fact.doubts and _told(row) and _named(row.fact)]
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
    metric = line.metric.removeprefix(project.name) or line.metric
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
    return not _OFFICE.search(project.name) and (bool(project.investor) or not _OWNERS_OWN.search(project.name))


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
