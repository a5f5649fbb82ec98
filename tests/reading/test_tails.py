"""What a block's start shows of what stands before it: how paragraphs begin, lone sentences, words that come again."""

import pytest

from reporter import reading
from reporter.reading.grammar import first_class, first_kinds, opens
from reporter.reading.tails import done, echoes, first_words, last_words, lone, turned


def page(text):
    return reading.read(reading.Input("page.txt", "page.txt", content=text.encode()))


def test_paragraphs_begin_otherwise_than_the_rests_of_sentences():
    starts = ["近日，记者走进云岭高新区", "在东岭片区，一座仓库", "他告诉记者，订单已经"]
    rests = ["企业达到35家", "建设了二期厂房", "和设备更新的需要"]
    assert min(opens(first_kinds(text)) for text in starts) > max(opens(first_kinds(text)) for text in rests)


@pytest.mark.parametrize(
    ("text", "is_lone"),
    [
        ("招了60人。", True),
        ("利润却涨了三成。", True),
        ("“机器换人”补助占到一成。", True),
        ("“订单排到了年底。”", False),
        ("问：今年有什么打算？", False),
        (
            "云岭高新区地处三省交界，去年引进项目32个，总投资96亿元，其中过半来自沿海，当年开工的有18个，投产的有11个。",
            False,
        ),
    ],
)
def test_a_lone_short_sentence_is_no_paragraph(text, is_lone):
    assert (lone(text) == 1.0) == is_lone
    assert (lone(text) == 0.0) != is_lone


def test_a_start_that_waits_for_its_subject_or_for_the_other_side():
    assert all(map(done, ["建起一座中试车间，", "成立了一家公司，", "净增了12家，"]))
    assert not any(map(done, ["走进云岭高新区的车间，", "说起变化，老周", "企业建起了车间，"]))
    assert all(map(turned, ["利润却涨了三成。", "出口反而多了。"]))
    assert not turned("园区则是另一番景象。")


def test_a_word_that_comes_again_and_is_rare_on_the_page():
    texts = ["窗口受理315件，办结302件，", "办结率95.9%。", "园区有窗口12个。"]
    at_end, anywhere = echoes(texts, list(map(first_words, texts)), list(map(last_words, texts)))
    assert at_end[0][1] == anywhere[0][1] == 1.0
    assert at_end[2][1] == anywhere[2][1] == 0.0
    assert first_class("办结率95.9%。")[1] == "n"  # what is measured of a doing is no verb


def test_the_other_side_is_no_paragraph_of_the_next_article():
    """The clause stands below another article's last paragraph, and is nobody's paragraph."""
    text = """
云岭高新区：老厂转新

本报记者 何川

云岭高新区的青禾化工厂去年关掉两个老车间，转产医用材料。厂长周蕴白说，产量只有原来的一半，

东泽经开区：链上添新

本报记者 石朗

东泽经开区把电子元件定为首位产业，去年引进项目21个，当年开工15个。

明年，东泽经开区计划新建标准厂房12万平方米，再引进电子元件项目20个。

利润却多了600万元。
"""
    (first, second) = (a for a in page(text).articles if a.kind == "article")
    assert first.paragraphs[-1].text.endswith("产量只有原来的一半，利润却多了600万元。")
    assert second.paragraphs[-1].text.endswith("电子元件项目20个。")
