"""Policies: documents, mechanisms, measures, and what only looks like one."""

from __future__ import annotations

import pytest
from prose import ZONE, article, facts, grammars

from reporter.extraction.kinds import find_kinds
from reporter.extraction.zones import link
from reporter.language.spans import Anchor
from reporter.model import Policy


@pytest.mark.parametrize(
    ("sentence", "name", "form"),
    [
        ("《云杉岭高新区优化营商环境行动方案》出台。", "《云杉岭高新区优化营商环境行动方案》", "document"),
        ("高新区采取“揭榜挂帅”机制，推进技术攻关。", "“揭榜挂帅”机制", "mechanism"),
        ("高新区建立了重点企业“一对一”服务企业特派员机制。", "“一对一”服务企业特派员机制", "mechanism"),
        ("高新区落实工业设计等“八大专项促进办法”。", "“八大专项促进办法”", "mechanism"),
        ("对货物大力推行“不到场查验”，通关更快。", "“不到场查验”", "measure"),
        ("高新区正式启动实施全球营运商计划。", "全球营运商计划", "measure"),
        ("高新区推出“云杉十条”，支持科技企业。", "“云杉十条”", "measure"),
        ("为企业提供从注册到投产的“一站式”服务。", "“一站式”服务", "mechanism"),
        ("高新区擦亮“澜如意”营商环境服务品牌。", "“澜如意”营商环境服务品牌", "mechanism"),
        ("高新区以“项目攻坚推进年”为抓手。", "“项目攻坚推进年”", "mechanism"),
        ("按照“上下衔接、左右贯通”原则，链条正在成形。", "“上下衔接、左右贯通”原则", "mechanism"),
        ("高新区探索“飞地”产业共建模式。", "“飞地”产业共建模式", "mechanism"),
        ("推行“先验后放+屏对屏查验”后，通关更快。", "“先验后放+屏对屏查验”", "measure"),
        ("走进云杉岭高新区，“园区研发+基地制造”能带来什么？", "“园区研发+基地制造”", "measure"),
        ("“铁海联运一单制”每年可节约成本千万元。", "“铁海联运一单制”", "measure"),
        ("审批事项实现“一枚印章管到底”，时限压缩。", "“一枚印章管到底”", "measure"),
        ("“出口退税前置”改革使企业少等10天。", "“出口退税前置”改革", "mechanism"),
        ("其中，“边贸货物就地加工”等3项经验在全省复制推广。", "“边贸货物就地加工”", "measure"),
        ("每年发放总额1亿元的“云杉券”。", "“云杉券”", "measure"),
        ("园区为重点项目配备“链上管家”。", "“链上管家”", "measure"),
        ("县里拿出5000万元设立企业周转金。", "企业周转金", "measure"),
        ("当天启动的人才安居宣传月活动吸引了千人。", "人才安居宣传月", "measure"),
        ("高新区围绕外贸出台专项措施12条。", "专项措施12条", "measure"),
    ],
)
def test_policies_and_measures(sentence: str, name: str, form: str) -> None:
    (policy,) = facts(sentence, kind=Policy)
    assert (policy.name, policy.form, policy.zone) == (name, form, ZONE)


@pytest.mark.parametrize(
    "sentence",
    [
        "《宁州日报》报道了这一消息。",
        "“卡脖子”问题正在破解。",
        "高新区出台一系列政策措施。",
        "两地建立资源共享机制。",
        "企业按“少量、分批次”的原则进货。",
        "“改革要让企业有感。”高新区管委会政策法规局局长说。",
        "科技馆开展“小小课堂”“小小剧场”等主题活动。",
        "“走出去”能带来什么？",
        "片区打造“芯屏端网”产业集群。",
        "干部深入一线，“手把手”指导。",
        "“飞地”经济不断发展。",
    ],
)
def test_what_is_no_policy(sentence: str) -> None:
    assert facts(sentence, kind=Policy) == []


def test_a_document_of_the_state_belongs_to_no_zone() -> None:
    (policy,) = facts("今年3月3日，国务院印发《关于构建现代治理体系的指导意见》。", kind=Policy)
    assert (policy.zone, policy.issuer, policy.date) == ("", "国务院", "2021-03-03")


def test_the_same_measure_is_one_fact() -> None:
    policies = facts("高新区采取“揭榜挂帅”机制。", "“揭榜挂帅”机制推行以来，成效明显。", kind=Policy)
    assert [len(policy.mentions) for policy in policies] == [2]


def test_a_meeting_issues_nothing() -> None:
    (policy,) = facts("大会发布的《科技创新若干政策》引起关注。", kind=Policy)
    assert policy.issuer == ""


def test_a_headline_tells_a_measure_that_the_text_does_not() -> None:
    words, finder, periods = grammars()
    told = article("去年税收增长一成。", title="云杉岭高新区“亩均论英雄”改革见闻")
    found = find_kinds(told, link(told, finder), [], words, lambda text: periods.find(text, Anchor(2021, "")))
    assert [fact.name for fact in found if isinstance(fact, Policy)] == ["“亩均论英雄”改革"]
