"""One spelling of the same length; sentences and clauses that stay readable."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.text import apart, clauses, normalise, sentences, standing

SPELLINGS = [
    ("１２．５％", "12.5%"),
    ("ＱＬＣ３Ｄ", "QLC3D"),
    ("120亿元,分两期", "120亿元，分两期"),
    ("截至4月底,园区", "截至4月底，园区"),
    ("增长5%,其中", "增长5%，其中"),
    ("台(套)", "台（套）"),
    ("项目(二期),总建筑面积", "项目（二期），总建筑面积"),
    ("快报:开工!", "快报：开工！"),
    ("占2/3;4家企业", "占2/3；4家企业"),
    ("1,234家", "1,234家"),
    ("12:30开始", "12:30开始"),
    ("１２：３０开始", "12:30开始"),
    ("f(x) is, well, fine", "f(x) is, well, fine"),
    ("见http://a.cn/b", "见http://a.cn/b"),
    ("\u3000\u3000本报讯\xa0记者", "  本报讯 记者"),
    ("二○二三年", "二〇二三年"),
    ("5～8个", "5~8个"),
    ("−40℃", "-40℃"),
    ("“你好，”他说。", "“你好，”他说。"),
]


@pytest.mark.parametrize(("raw", "one"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_one_spelling(raw, one):
    assert normalise(raw) == one


@given(st.text(alphabet="亿元,，.:;!?()（）％１２3 4５万“”《》abＣ/○一二\n\u3000-~～", max_size=60))
def test_the_spelling_keeps_the_length_and_is_stable(text):
    once = normalise(text)
    assert len(once) == len(text)
    assert len(normalise(once)) == len(text)


def cut(spans, text):
    return [text[a:b] for a, b in spans]


SENTENCES = [
    ("一季度增长。二季度回落。", ["一季度增长。", "二季度回落。"]),
    ("“仅相隔了7个月。”杨总介绍，过去存储芯片是平面的。", ["“仅相隔了7个月。”", "杨总介绍，过去存储芯片是平面的。"]),
    ("他说：“很有信心。”", ["他说：“很有信心。”"]),
    ("面对“怎么办？”的疑问，园区作答。", ["面对“怎么办？”的疑问，园区作答。"]),
    ("生物医药、新能源汽车……产业加速集聚。", ["生物医药、新能源汽车……", "产业加速集聚。"]),
    ("刻章1小时可取”……\n4月17日，方案出台。", ["刻章1小时可取”……", "4月17日，方案出台。"]),
    ("印发《何处去？》一文。", ["印发《何处去？》一文。"]),
    ("总部（在瑞典。）设在园区。", ["总部（在瑞典。）设在园区。"]),
    ("第一行\n第二行", ["第一行", "第二行"]),
    ("真的吗？！是的！", ["真的吗？！", "是的！"]),
    ("  两边有空。  ", ["两边有空。"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0][:12] for row in SENTENCES])
def test_sentences(text, expected):
    assert cut(sentences(text), text) == expected


CLAUSES = [
    ("总投资120亿元，分两期建设；一期10亿元。", ["总投资120亿元", "分两期建设", "一期10亿元"]),
    ("汽车、医药、5G产业集聚，势头好。", ["汽车、医药、5G产业集聚", "势头好"]),
    ("集聚4名院士、66名专家、400名博士。", ["集聚4名院士", "66名专家", "400名博士"]),
    ("他说：“有信心，会更好。”", ["他说", "有信心", "会更好"]),
    ("山特维克（廊坊，中国）公司投产。", ["山特维克（廊坊，中国）公司投产"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[row[0][:12] for row in CLAUSES])
def test_clauses(text, expected):
    assert cut(clauses(text), text) == expected


@given(st.text(alphabet="甲乙。！？；，、：…”“（）《》\n 1", max_size=80))
def test_sentences_are_in_order_and_lose_nothing_but_space(text):
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("王强说，王强国也说", ("王强", "王强国"), ["王强", "王强国", "王强"]),
        ("云杉产业园", ("海星基地",), []),
        ("二期二期", ("二期",), ["二期", "二期"]),
    ],
)
def test_names_are_found_in_order_the_longest_first(text: str, names: tuple[str, ...], places: list[str]) -> None:
    assert [text[start:end] for start, end in standing(text, names)] == places


def test_spans_apart_leave_out_what_lies_within_the_one_before() -> None:
    assert list(apart([(0, 3), (0, 2), (2, 4), (3, 5)])) == [(0, 3), (3, 5)]
