"""What stands by itself on a page: events with a subject, no scenes, no policies without a predicate, no hanging words."""

from __future__ import annotations

import pytest

from reporter.briefing.excerpts import excerpt, stands_alone
from reporter.briefing.happenings import happening
from reporter.briefing.measures import told_of
from reporter.briefing.rankings import alone_ranked
from reporter.briefing.sound import invested, presentable
from reporter.briefing.words import change, sentence
from reporter.model import Evidence, Policy, Project, Ranking, Relation, Scope, Status
from tests.briefing.sample import ZONE
from tests.briefing.test_sound import line

EVENTS = [
    ("云岭保税物流中心封关运营", "云岭保税物流中心封关运营"),
    ("投产的星河传感器项目总投资6亿元，达产后年产60万套", "星河传感器项目投产"),
    ("被认定为国家级“小巨人”企业", ""),
    ("也于5月揭牌，首批9个团队入驻", ""),
    ("走进云岭高新区，星河公司的车间里机械臂上下翻飞", ""),
    ("国务院批复《总体方案》", ""),
    ("国务院批复《云岭高新区总体方案》", "国务院批复《云岭高新区总体方案》"),
]


@pytest.mark.parametrize(("told", "shown"), EVENTS)
def test_a_chronicle_tells_what_happened_and_to_whom(told: str, shown: str) -> None:
    assert happening(told, ZONE) == shown


POLICIES = [
    ("根据《云岭产业行动方案》，到2026年，产值将突破4000亿元。", "《云岭产业行动方案》"),
    ("去年7月出台的《云岭人才十条》提出，博士可领安家补贴。", "《云岭人才十条》"),
    ("云岭高新区出台《云岭人才十条》，对博士给予补贴。", "出台《云岭人才十条》"),
]


@pytest.mark.parametrize(("told", "shown"), POLICIES)
def test_a_policy_without_a_predicate_keeps_its_name_alone(told: str, shown: str) -> None:
    name = told[told.index("《") : told.index("》") + 1]
    at = told.index(name)
    place = Evidence(name, told, at, at + len(name), "page.txt", "a", at, at + len(name))
    policy = Policy(id="p", zone=ZONE.name, name=name, form="document", mentions=(place,))
    assert told_of(policy, ZONE).name == shown


CHANGES = [
    ("高新产值占比达61.5%,较上年同期提高4.2个百分点。", "4.2个百分点", "高新产值占比较上年同期提高", "较上年同期提高"),
    ("生产总值198.7亿元，同比增长13.2%，两年平均增长6.9%。", "6.9%", "生产总值两年平均增长", "两年平均增长"),
    ("税收2019年增长6.9%。", "6.9%", "税收增长", "增长"),
]


@pytest.mark.parametrize(("told", "text", "metric", "words"), CHANGES)
def test_a_change_begins_where_its_words_do(told: str, text: str, metric: str, words: str) -> None:
    assert change(line(told, text, metric, unit="%", relation=Relation.GROWTH)) == words


def test_what_outgrows_another_needs_no_second_growth() -> None:
    told = "增加值同比增长9.2%，高于全市1.7个百分点。"
    grown = line(told, "9.2%", "增加值同比增长", unit="%", relation=Relation.GROWTH)
    beyond = line(told, "1.7个百分点", "增加值同比增长高于全市", unit="百分点", relation=Relation.DELTA)
    assert change(beyond, grown) == "高于全市"


def test_rounds_of_signing_are_named_with_their_money() -> None:
    told = "该区3次集中签约项目共计30个，累计签约资金178.92亿元。"
    assert line(told, "30个", "集中签约项目", unit="个").metric == "三次集中签约项目"
    assert line(told, "178.92亿元", "累计签约资金").metric == "三次集中签约资金"


def test_a_plans_own_time_is_told_in_its_words() -> None:
    told = "星河营商计划实施以来，累计为企业解决问题约130个。"
    assert line(told, "约130个", "累计为企业解决问题", unit="个", period="2020-12-16/").period == "星河营商计划实施以来"


def test_what_one_policy_gave_needs_its_name() -> None:
    assert not presentable(line("政策实施以来，累计兑现资金6300多万元。", "6300多万元", "累计兑现资金"))
    assert presentable(line("全区累计兑现资金6300多万元。", "6300多万元", "累计兑现资金"))


def test_a_share_said_to_be_about_is_said_once() -> None:
    told = "2022年，产业园产值达86亿元，约占全区工业总产值的八分之一。"
    part = line(told, "八分之一", "约占全区工业总产值比重", unit="%", relation=Relation.SHARE)
    assert change(part) == "占全区工业总产值的"


def test_what_must_be_reached_is_a_target() -> None:
    told = "到2025年，高新技术企业要达到400家。"
    target = line(told, "400家", "高新技术企业", unit="家", status=Status.TARGET, period="2025")
    assert sentence(target, ZONE, {}).text == "2025年，云岭高新区高新技术企业目标为400家。"


def test_a_phase_without_its_project_is_not_quoted() -> None:
    words = "二期项目今年6月开工，计划投资7.5亿元，2024年建成。"
    assert not stands_alone(excerpt(line(words, "7.5亿元", "计划投资").fact))
    assert stands_alone(excerpt(line(f"星河项目{words}", "7.5亿元", "计划投资").fact))


def test_a_first_of_nothing_named_is_no_ranking() -> None:
    told = "2016年，首款产品拿到注册证。"
    place = Evidence("首款产品拿到注册证", told, 6, 15, "page.txt", "a", 6, 15)
    assert alone_ranked(Ranking(id="r", zone=ZONE.name, mentions=(place,), text="首款产品拿到注册证")) is None


def test_what_it_took_before_is_not_told_alone() -> None:
    assert not stands_alone(excerpt(line("按照传统的流程，新药的引进至少需要3年时间。", "3年", "引进时间").fact))
    assert stands_alone(excerpt(line("过去新药的引进需要3年时间，现在缩短到13个月。", "13个月", "引进时间").fact))


def test_a_means_is_no_measure() -> None:
    told = "云岭高新区以“招商大行动”为抓手，大力推进“线上线下”结合招商模式。"
    assert [shown(told, name) for name in ("“招商大行动”", "“线上线下”结合招商模式")] == [
        "",
        "大力推进“线上线下”结合招商模式",
    ]


def shown(told: str, name: str) -> str:
    at = told.index(name)
    place = Evidence(name, told, at, at + len(name), "page.txt", "a", at, at + len(name))
    found = told_of(Policy(id="p", zone=ZONE.name, name=name, mentions=(place,)), ZONE)
    return found.name if found else ""


UNSOUND = [
    ("记者：全区有19所高校院所，科技成果就地转化率怎么样？", "19所"),  # a question states nothing
    ("已通过“订单班”解决六成，其余的还在招。", "六成"),  # of what?
    ("实施“人才回归”工程，回来113名返乡创业者，带动就业1.3万人，至今", "113名"),  # what then?
    ("2022年，全区将实施重点项目96个，年度计划投资88亿元，力争规上工业总产值突", "96个"),  # the page cut it off
]


@pytest.mark.parametrize(("words", "shown"), UNSOUND)
def test_what_states_nothing_by_itself_is_not_quoted(words: str, shown: str) -> None:
    assert not stands_alone(excerpt(line(words, shown, "项目").fact))


def test_an_answer_is_quoted_without_its_mark() -> None:
    told = "答：到2020年，全区生产总值力争突破2000亿元。"
    assert excerpt(line(told, "2000亿元", "生产总值").fact).text == "到2020年，全区生产总值力争突破2000亿元。"


def test_what_doubles_does_not_grow_by_a_doubling() -> None:
    told = "到2025年，营业总收入达3000亿元，比2020年翻一番以上。"
    grown = line(told, "翻一番以上", "营业总收入比2020年增长", unit="%", relation=Relation.GROWTH)
    base = line(told, "3000亿元", "营业总收入")
    assert change(grown, base) == "比2020年"


def test_a_rank_in_a_field_stands_by_itself_and_an_earlier_one_does_not() -> None:
    told = "在参评的217家高新区中，云岭高新区居第18位，比上一年度前移2位。"

    def ranked(text: str) -> Ranking | None:
        at = told.index(text)
        place = Evidence(text, told, at, at + len(text), "page.txt", "a", at, at + len(text))
        return alone_ranked(Ranking(id="r", zone=ZONE.name, mentions=(place,), text=text))

    assert ranked("在参评的217家高新区中，云岭高新区居第18位") is not None
    assert ranked("比上一年度前移2位") is None


def test_what_a_firm_is_founded_with_is_no_investment() -> None:
    told = "海星项目注册资本6000万美元，计划明年6月投产。"
    capital = line(told, "6000万美元", "注册资本", unit="美元", subject="海星项目", scope=Scope.ENTITY)
    assert invested(capital, Project(id="p", zone="", mentions=(), name="海星项目")) == "注册资本"
