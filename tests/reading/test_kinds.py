"""What each line of a page is for: banners, kickers, pictures' words and names, told from what stands around them."""

import pytest

from reporter.model import BlockKind
from reporter.reading.banners import is_banner, is_banner_inside
from reporter.reading.blocks import mark
from reporter.reading.bylines import byline, dateline
from reporter.reading.lines import plain_lines

ROW = "去年，云岭高新区新增企业1936家，其中工业企业217家，税收同比增长11.8%，增速在全市九个县区中排位第一，较上年前移两位。"
NEXT = "今年，云岭高新区计划实施项目210个，年度投资不低于260亿元，其中工业项目占六成，道路和管网也要同步建成，让企业来了就能开工。"


def kinds(*lines):
    return [item.kind.value for item in mark(plain_lines("\n\n".join(lines)))[0]]


@pytest.mark.parametrize(
    "line",
    ["县域新观察", "开放型经济一线调查", "江南振兴进行时", "奋战开门红", "稳外贸·促开放", "外企看中国", "聚焦县域工业"],
)
def test_names_of_columns_series_and_campaigns_stand_between_paragraphs(line):
    assert is_banner_inside(line)
    assert kinds("云岭高新区：从菜地到新城", "本报记者 程小可", ROW, line, NEXT)[3] == "banner"


@pytest.mark.parametrize("line", ["从账单看变化", "十年再出发", "搭平台 补短板", "强化项目落地保障"])
def test_headlines_that_begin_or_end_alike_are_none(line):
    assert not is_banner(line)


def test_a_slogan_alone_is_a_banner_and_beside_others_of_its_build_a_subhead():
    head = ("云岭高新区：从菜地到新城", "本报记者 程小可", ROW)
    assert kinds(*head, "推动产业链延伸", NEXT)[3] == "banner"
    assert kinds(*head, "推动产业链延伸", NEXT, "强化要素的保障", ROW)[3] == "subhead"
    assert not is_banner_inside("营商环境持续优化")  # tells how things are


def test_a_kicker_that_begins_with_a_time_and_tells_of_a_sum():
    found = kinds(ROW, "一季度生产总值同比增长8.1%", "云岭高新区主要指标“V”形反弹", "本报记者 程小可", NEXT)
    assert found[1:4] == ["kicker", "headline", "byline"]


def test_people_at_work_beside_a_credit_are_what_a_picture_shows():
    shown = "7月8日，在云岭高新区一家企业的车间里，工人正在组装灯具。该企业上半年出口额1260万元，同比增长两成。"
    lines = ("云岭高新区：从菜地到新城", "本报记者 程小可", ROW, shown, "彭 湛摄", NEXT)
    assert kinds(*lines)[3:5] == ["caption", "credit"]
    assert kinds(*lines[:4], NEXT)[3] == BlockKind.BODY.value


def test_names_set_wide_and_marks_over_what_a_piece_is():
    assert dateline("本报南岭3月18日电 （记者冯 岚）18日，项目签约。") == (True, ("冯岚",))
    assert dateline("本报讯（通讯员 向石朗 记者 鲁 岳） 3月2日，") == (True, ("向石朗", "鲁岳"))
    assert byline("■ 短评") == ()
    assert byline("■ 石朗") == ("石朗",)
    assert byline("本报通讯员 文 静") == ("文静",)


def test_what_is_visited_stands_over_a_headline():
    assert kinds("走进云岭新区创新总窗口", "从“纸”到“钱”有多远", "本报记者 程小可", ROW)[0] in {"kicker", "banner"}


def test_a_headline_under_anothers_byline_heads_the_report_that_has_none():
    head = ("云岭县：一块电池的重生", "本报记者 程小可")
    pushed = ("青溪高新区出台新政", "顶尖团队最高资助5000万元")
    report = "本报青溪讯（记者石朗）记者从青溪高新区获悉，支持办法已经印发，有效期3年。"
    assert kinds(*head, *pushed, ROW, NEXT, report)[2:4] == ["kicker", "headline"]
    assert kinds(*head, *pushed, ROW, NEXT)[2:4] == ["subhead", "subhead"]


def test_news_of_another_zone_under_a_subhead_is_a_headline():
    lines = (
        "云岭高新区：从菜地到新城",
        "本报记者 程小可",
        ROW,
        "有产有城",
        "松塔高新区上半年新增企业千余家",
        NEXT,
        "本报讯 记者从松塔高新区获悉，上半年新增企业1127家，同比增长38.6%。",
    )
    assert kinds(*lines)[3:5] == ["subhead", "headline"]
    assert kinds(*lines[:-1])[4] != "headline"  # no text tells of it
