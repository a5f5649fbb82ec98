"""Whatever stands on a page: mentions stay in their text, and every span gets an answer."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extraction.zones_help import context, finder

NAMES = (
    "湖北自贸区",
    "武汉片区",
    "高新区",
    "园区",
    "该区",
    "开发区",
    "云杉岭",
    "香河",
    "浦东",
    "临港",
    "产业园",
    "小镇",
    "桂林市七星区",
)
MARKS = ("的", "与", "在", "，", "。", "“", "”", "（", "）", "《", "》", "：", "、", "\n", "（以下简称“数谷”）")
CUES = (
    "分别",
    "全国",
    "全市",
    "共有",
    "2家",
    "3.5亿元",
    "108个",
    "说",
    "落户",
    "占",
    "国家级",
    "新片区",
    "区块",
    "张江高新区",
    "闵行园",
)
PIECES = st.sampled_from((*NAMES, *MARKS, *CUES, "中国（湖北）自由贸易试验区"))
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@given(TEXTS)
@example("浦东的产业园高新区")
@settings(max_examples=200, deadline=None)
def test_mentions_stand_in_order_in_their_text(text: str) -> None:
    last = 0
    for mention in finder().mentions(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_span_has_an_answer(texts: list[str], title: str) -> None:
    ctx = context(*texts, title=title)
    known = {zone.name for zone in ctx.zones}
    assert set(ctx.about) <= known
    for index, text in enumerate(texts):
        for start in range(0, len(text), 5):
            answer = ctx.zone_at(index, start, min(len(text), start + 2))
            assert 0 <= answer.confidence <= 1
            assert answer.zone in known or not answer.zone
