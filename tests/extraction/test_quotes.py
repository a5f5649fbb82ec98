"""Quotes: whose words they are."""

from __future__ import annotations

import pytest
from prose import facts

from reporter.model import Quote

BOSS = "云峦精工有限公司总经理林知远"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (f"“今年的订单比去年多了三成。”{BOSS}说。", "今年的订单比去年多了三成。"),
        (f"{BOSS}表示：“我们将继续追加投资，扩大产能。”", "我们将继续追加投资，扩大产能。"),
        (f"“订单多了三成。”{BOSS}说，“这离不开高新区的支持。”", "订单多了三成。这离不开高新区的支持。"),
        (f"“车间一天也没有停过。”近日，{BOSS}一扫愁容，忙着筹划新产品。", "车间一天也没有停过。"),
        (
            f"在车间里，{BOSS}告诉记者，“正围绕新能源汽车的驱动系统，研发新产品”。",
            "正围绕新能源汽车的驱动系统，研发新产品",
        ),
    ],
)
def test_words_in_quotation_marks_have_a_speaker(sentence: str, words: str) -> None:
    direct = [quote for quote in facts(sentence, kind=Quote) if quote.direct]
    assert [(quote.speaker, quote.words) for quote in direct] == [("林知远", words)]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        ((f"{BOSS}起初不肯：“我修雷达行，卖雷达不行。”",), "我修雷达行，卖雷达不行。"),
        ((f"{BOSS}摸透了脾气。他说：“得等它自己站稳。”",), "得等它自己站稳。"),
        ((f"{BOSS}来这里建厂。", "他不辩解，只说：“粮食在哪儿，厂子就在哪儿。”"), "粮食在哪儿，厂子就在哪儿。"),
        ((f"{BOSS}蹲在地上拧螺丝。“别拍我，拍它。”他指了指柜子。",), "别拍我，拍它。"),
        ((f"“不能只当‘机房’”，{BOSS}说，收入不足。",), "不能只当‘机房’"),
        ((f"“改造的钱，区里给了补助。{BOSS}说。",), "改造的钱，区里给了补助。"),
        ((f"这笔钱帮我们多养了10个人。”{BOSS}说。",), "这笔钱帮我们多养了10个人。"),
        (
            (f"{BOSS}：生产厂房总共是6栋，目前已经全部建设完成，设备也进场了。",),
            "生产厂房总共是6栋，目前已经全部建设完成，设备也进场了。",
        ),
        (
            (f"记者采访了{BOSS}。", "林知远：先报几个数。去年订单8亿元，翻了一番还多。"),
            "先报几个数。去年订单8亿元，翻了一番还多。",
        ),
    ],
)
def test_the_speaker_stands_apart_from_the_words(paragraphs: tuple[str, ...], words: str) -> None:
    direct = [quote for quote in facts(*paragraphs, kind=Quote) if quote.direct]
    assert [(quote.speaker, quote.words) for quote in direct] == [("林知远", words)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"{BOSS}和云峦精工有限公司副总经理宋庆一来了。", "“我们还要扩产。”他说。"),
        (f"{BOSS}看到横幅：“欢迎来到高新区。”",),
        (f"打造“芯屏端网产业”，{BOSS}说，要快。",),
        (f"“订单从哪儿来？”{BOSS}没有回答。",),
    ],
)
def test_nobody_is_said_to_have_spoken(paragraphs: tuple[str, ...]) -> None:
    assert [quote for quote in facts(*paragraphs, kind=Quote) if quote.direct] == []


def test_a_reported_sentence_is_no_direct_quote() -> None:
    (quote,) = facts(f"{BOSS}介绍，新产线投产后每天可下线减速器两千台。", kind=Quote)
    assert (quote.direct, quote.words) == (False, "新产线投产后每天可下线减速器两千台")


def test_a_short_second_mention_speaks_too() -> None:
    quotes = facts(f"{BOSS}介绍，订单已经排到明年二月。", "“希望早日达产，把市场做大。”林知远说。", kind=Quote)
    assert [(quote.speaker, quote.direct) for quote in quotes] == [("林知远", False), ("林知远", True)]


def test_a_speaker_without_a_name_is_told_by_the_post() -> None:
    (quote,) = facts("“政策好，服务更好，落户这里是正确的选择。”云峦精工有限公司相关负责人介绍。", kind=Quote)
    assert quote.speaker == "云峦精工有限公司相关负责人"


def test_a_named_speaker_is_not_swallowed_by_the_post() -> None:
    (quote,) = facts("“这些措施帮助我们提高了效率。”云峦精工有限公司负责人蔡远说。", kind=Quote)
    assert quote.speaker == "蔡远"


@pytest.mark.parametrize(
    "sentence",
    ["高新区打造“芯屏端网”产业集群。", "按照“谁主管、谁负责”的原则推进工作。", "据介绍，园区已有企业百余家。"],
)
def test_words_that_nobody_said(sentence: str) -> None:
    assert facts(sentence, kind=Quote) == []


def test_a_speaker_named_alone_has_the_post_told_before() -> None:
    quotes = facts(f"{BOSS}带记者走进车间。", "“订单多了三成，我们还会追加投资。”林知远说。", kind=Quote)
    assert [quote.title for quote in quotes] == ["云峦精工有限公司总经理"]


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        (f"“云岭高新区的厂房已经用完。”{BOSS}说。", "云岭高新区"),  # a quotation at a paragraph's start
        (f"青屏河经开区建区时，{BOSS}说：“云岭高新区的厂房已经用完。”", "云岭高新区"),  # what is said names another
    ],
)
def test_a_quotation_is_of_the_zone_that_it_names(sentence: str, zone: str) -> None:
    (quote,) = [one for one in facts(sentence, kind=Quote) if one.direct]
    assert quote.zone == zone
