"""What may stand on a card or in a sentence of ours, and what is quoted instead."""

from __future__ import annotations

import pytest

from reporter.briefing.excerpts import excerpt, stands_alone
from reporter.briefing.lines import lines_of
from reporter.briefing.sound import alone, invested, part_of_name, presentable
from reporter.briefing.words import sentence, stage_words, state
from reporter.model import Decision, Evidence, Figure, Line, Project, Qualifier, Relation, Scope, Status
from tests.briefing.sample import ZONE


def line(sentence: str, text: str, metric: str, *, unit: str = "元", subject: str = "", **more: object) -> Line:
    start = sentence.index(text)
    place = Evidence(text, sentence, start, start + len(text), "page.txt", "a", start, start + len(text))
    fields: dict[str, object] = {
        "value": 1.0, "value_high": None, "qualifier": Qualifier.EXACT, "relation": Relation.LEVEL,
        "status": Status.ACTUAL, "period": "", "scope": Scope.ENTITY if subject else Scope.ZONE,
    }  # fmt: skip
    made = Figure(
        id="f", zone=ZONE.name, mentions=(place,), subject=subject, metric=metric, unit=unit, **(fields | more)
    )  # type: ignore[arg-type]
    return lines_of([made], ZONE)["f"]


@pytest.mark.parametrize(
    ("told", "text", "metric", "unit", "subject"),
    [
        ("全区通过不见面招商对接项目110多个。", "110多个", "见面招商对接项目", "个", ""),
        ("有21个国家和地区设立的企业。", "21个", "国家和地区设立的企业", "个", ""),
        ("在生物医药领域，新药项目，总投资5.6亿元。", "5.6亿元", "总投资", "元", ""),
        ("改革试验任务实施率达到100%。", "100%", "实施率", "%", ""),
        ("青禾年产30GWh动力电池项目开工。", "30GWh", "年产动力电池项目", "GWh", ""),
        ("这是今年研发的3款新车型之一。", "3款", "这是今年研发的新车型之一", "款", "某公司"),
        ("“政务服务事项100%网上可办”“取消69项证明”……", "100%", "服务事项网上可办", "%", ""),
        ("星河的研发投入达12.7亿元。", "12.7亿元", "星河的研发投入", "元", "远山集团"),
        ("保证青禾基地总投资120亿元。", "120亿元", "总投资", "元", "保证青禾基地"),
        ("新引进的10个项目计划总投资33.5亿元。", "10个", "新引进的项目计划总投资", "个", ""),
        ("预计明年46个重点项目销售收入突破5亿元。", "5亿元", "销售收入", "元", "46个重点项目"),
        ("公司全年代理货值47亿元。", "47亿元", "代理货值", "元", "供应链有限公司"),
        ("42个项目总投资213亿元。", "213亿元", "项目总投资", "元", ""),
        ("其中，投资10亿元以上的项目18个。", "18个", "项目", "个", ""),
        ("按进度分，签约待建的31个。", "31个", "签约待建", "个", ""),
        ("全区装备产业聚集企业53家；今年实现产值88亿元。", "88亿元", "产值", "元", ""),
        ("总投资24亿元的大桥今年5月合龙。", "24亿元", "总投资", "元", "大桥今年5月合龙"),
        ("其二期项目总投资5亿元，企业去年进出口额占全区的32%。", "32%", "进出口额占全区比重", "%", "星河二期项目"),
        ("亩均投资低于300万元的，一律不收。", "300万元", "亩均投资", "元", ""),
        ("全区工业用地存量只剩1100亩。", "1100亩", "工业用地存量只剩", "亩", ""),
        ("与9所职业院校办起“订单班”。", "9所", "职业院校办起“订单班”", "所", ""),
        ("公司内销菜籽油，货值1.38亿元。", "1.38亿元", "货值", "元", "星河粮油有限公司"),
    ],
)
def test_a_name_that_says_something_else_is_not_put_before_a_reader(
    told: str, text: str, metric: str, unit: str, subject: str
) -> None:
    assert not presentable(line(told, text, metric, unit=unit, subject=subject))


@pytest.mark.parametrize(
    ("told", "text", "metric", "unit"),
    [
        ("今年一季度，云岭高新区实际利用外资1.13亿美元。", "1.13亿美元", "实际利用外资", "美元"),
        ("全区完成固定资产投资86.4亿元。", "86.4亿元", "完成固定资产投资", "元"),
        ("全区聚集高新技术企业近2000家。", "近2000家", "聚集高新技术企业", "家"),
    ],
)
def test_a_clean_name_is(told: str, text: str, metric: str, unit: str) -> None:
    assert alone(line(told, text, metric, unit=unit))


@pytest.mark.parametrize(
    ("told", "text", "metric", "more"),
    [
        ("通过绿色通道已帮助135户企业获得融资5.68亿元。", "5.68亿元", "获得融资", {}),
        ("对增量按10%给予奖励，最高奖励20万元。", "20万元", "最高奖励", {"qualifier": Qualifier.UPTO}),
        ("航运企业每新增1万载重吨运力补贴8万元。", "8万元", "航运企业每新增1万载重吨运力补贴", {}),
        ("再一次性奖励1000万元。", "1000万元", "一次性奖励", {}),
        ("其中包含2个省重大项目，28个高新区重点项目。", "28个", "重点项目", {"unit": "个"}),
    ],
)
def test_what_needs_its_sentence_is_on_no_card(told: str, text: str, metric: str, more: dict[str, object]) -> None:
    assert not alone(line(told, text, metric, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "text", "metric", "words"),
    [
        ("今年有望实现产值5000万元。", "5000万元", "产值", "云岭高新区产值预计为5000万元。"),
        ("今年力争新上企业7家以上。", "7家以上", "新上企业", "云岭高新区力争新上企业7家以上。"),
        ("今年目标是营业收入80亿元。", "80亿元", "营业收入", "云岭高新区营业收入目标为80亿元。"),
        ("项目全部达产后，年产值3.5亿元。", "3.5亿元", "年产值", "云岭高新区全部达产后年产值预计达3.5亿元。"),
    ],
)
def test_what_is_to_come_is_put_as_the_source_puts_it(told: str, text: str, metric: str, words: str) -> None:
    unit = "家" if "家" in text else "元"
    value = {"5000万元": 5e7, "7家以上": 7.0, "80亿元": 8e9, "3.5亿元": 3.5e8}[text]
    made = line(told, text, metric, unit=unit, status=Status.TARGET, value=value)
    assert sentence(made, ZONE, {}).text == words


@pytest.mark.parametrize("subject", ["初创公司", "该产线", "一家外贸企业"])
def test_what_nobody_names_is_no_figure_of_a_card(subject: str) -> None:
    assert not presentable(line("今年订单已超过2000万元。", "2000万元", "订单", subject=subject))
    assert presentable(line("今年订单已超过2000万元。", "2000万元", "订单", subject="星河电子公司"))


def test_a_quotation_is_a_whole_statement() -> None:
    told = "全区采取专项措施，对出口额50万美元以上的企业，按增量的10%给予奖励。"
    assert excerpt(line(told, "50万美元", "出口额").fact).text == told
    terms = (
        "对新引进的整机企业，按设备投资额的12%给予补助，单个项目最高5000万元；每年发放500万元消费券，另设20亿元基金。"
    )
    assert excerpt(line(terms, "5000万元", "补助上限").fact).text.startswith("对新引进的整机企业")
    assert not stands_alone(excerpt(line("这是今年研发的3款新车型之一。", "3款", "新车型").fact))
    assert not stands_alone(excerpt(line("该项目总投资2.2亿元，已经建成。", "2.2亿元", "总投资").fact))


def test_a_quotation_that_tells_its_own_time_needs_none_before_it() -> None:
    told = "主任介绍，全区并网容量已有418兆瓦，绿电占比17%，力争“十四五”末提升到30%。"
    made = line(told, "30%", "绿电占比：的", unit="%", status=Status.TARGET, value=30.0, period="2025")
    assert state(made, ZONE, {}).heading == ""


def test_what_belongs_to_a_phase_is_not_the_whole_investment() -> None:
    project = Project(id="p", zone="", mentions=(), name="整车项目")
    assert (
        invested(line("项目一期用地600亩，投资40亿元。", "40亿元", "投资", subject="整车项目"), project) == "一期投资"
    )
    assert invested(line("产线也增加了超10亿元的投资。", "10亿元", "投资", subject="整车项目"), project) == "追加投资"
    assert invested(line("项目总投资40亿元。", "40亿元", "总投资", subject="整车项目"), project) == "总投资"


@pytest.mark.parametrize(
    ("stage", "cue", "words"),
    [
        ("投产", "建成", "已建成"),
        ("签约", "落户", "已落户"),
        ("在建", "施工", "正在建设"),
        ("规划", "计划投资", ""),
        ("规划", "筹建", "处于规划阶段"),
    ],
)
def test_a_stage_is_said_in_the_sources_word(stage: str, cue: str, words: str) -> None:
    decided = (Decision("stage", stage, "", cue),)
    assert stage_words(Project(id="p", zone="", mentions=(), name="项目", stage=stage, decided=decided)) == words


@pytest.mark.parametrize(
    ("date", "year", "words"),
    [
        ("2017年5月落户", None, "2017年5月落户"),
        ("今年5月落户", 2021, "2021年5月落户"),
        ("去年5月落户", 2021, "2020年5月落户"),
        ("今年5月落户", None, "已落户"),
        ("5月落户", 2021, "已落户"),
    ],
)
def test_a_stage_has_its_date_with_the_year(date: str, year: int | None, words: str) -> None:
    decided = (Decision("stage", "落户", "", "落户"),)
    project = Project(id="p", zone="", mentions=(), name="项目", stage="落户", dates=(date,), decided=decided)
    assert stage_words(project, year) == words


def test_a_number_in_a_name_is_told_apart_from_an_output() -> None:
    assert part_of_name(line("冶炼公司12500kVA硅铁矿热炉改造工程。", "12500kVA", "规模", unit="kVA"))
    assert not part_of_name(line("投产后可生产10万吨饮料。", "10万吨", "生产饮料", unit="吨"))


def test_what_a_document_from_above_proposes_is_no_act_of_the_zone() -> None:
    told = "国务院批复同意《关于支持云岭高新区开放发展的若干措施》，提出了26项具体措施。"
    assert not presentable(line(told, "26项", "提出具体措施"))
    assert presentable(line("云岭高新区提出了26项具体措施。", "26项", "提出具体措施"))
