"""What a clause says of what it counts (31个品种|转报国内)."""

from __future__ import annotations

from reporter.extraction.figures.frame import Frame, noun_end
from reporter.lexicon.figures import FigureWords

_LONGEST_SAID = 22
_MANNERS = frozenset(["直接", "间接", "联合", "共同", "率先"])
"""Adverbs without which a verb and its subject would read as verb and object: 40家企业|直接投资."""
_NEGATIONS = frozenset(["不再", "不", "未", "尚未", "没有", "没", "无须", "无需", "不用"])
"""9家企业|不再|取用河水: without it the contrary would be said."""
_SCENE = 3


def said_of(  # noqa: PLR0911  a list of rules, the first that fits
    frame: Frame, words: FigureWords
) -> str:
    """The predicate of what was counted, without adverbs at its edge; empty when it is none."""
    tokens = frame.tokens
    first, last = frame.said, frame.said_end
    lists = frame.after > 0 and frame.noun_end < frame.after and tokens[frame.noun_end].kind == "L"
    if first >= last and (frame.after == frame.noun_end or lists):  # 50余家企业近600件专利参保, 120家企业、30家机构参加
        first, last = _beyond(frame, words)
    manner = ""
    if first + 1 < last and tokens[first].kind == "T" and tokens[first].text[0] == "当":
        manner, first = tokens[first].text, first + 1  # 29个|当年|投产
    while first < last and tokens[first].kind in "DXCF":
        kept = tokens[first].text in _MANNERS or tokens[first].text in _NEGATIONS
        manner = tokens[first].text if kept else ""
        first += 1
    if first >= last or not (
        tokens[first].kind in "VP" or tokens[first].role in ("act", "state") or frame.words(first, last)[:1] == "与"
    ):
        return ""
    if last == frame.after:
        if all(t.kind in "DX" or t.role in ("link", "have") for t in tokens[first:last]):
            return ""
        if tokens[last - 1].role == "link" or _of_some(frame, first):
            return ""
    if any(t.role in ("grow", "fall", "change") for t in tokens[first:last]) and last == frame.after:
        return ""
    if tokens[first].text.startswith("占") or (
        last == frame.after and any(t.text[0] == "占" for t in tokens[first:last])
    ):
        return ""  # 产值过百亿元的2户企业|占了全区工业的近六成
    inner = next((i for i in range(first + 1, last - 1) if tokens[i].kind == "U"), -1)
    if inner > 0 and frame.after < 0 and tokens[inner + 1].kind == "N" and last == frame.last:
        return ""  # 58家高新技术企业|构建的产业链优势: what they have built, and no kind of firms
    if last - first > _SCENE and tokens[first + 1].text == "着":
        return ""  # 300多名工人|冒着大雨进行路基铺筑: a scene, no kind of workers
    text = manner + frame.words(first, last)
    if not 2 <= len(text) <= _LONGEST_SAID:
        return ""
    return text if len(text) == 2 else f"{text}的"


def _of_some(frame: Frame, verb: int) -> bool:
    """Whether the predicate is of the next number, some of these: 158个重点项目|开工|144个."""
    tokens, some = frame.tokens, frame.after
    alone = some + 1 >= frame.last or tokens[some + 1].kind not in "NMARU"
    same = tokens[some].text[-1] == tokens[frame.at].text[-1]
    return same and alone and all(t.kind in "VD" or t.role in ("act", "state") for t in tokens[verb:some])


def _beyond(frame: Frame, words: FigureWords) -> tuple[int, int]:
    """The predicate behind the next number's noun."""
    tokens = frame.tokens
    end = noun_end(tokens, frame.after + 1, frame.last, "家", words)
    if end == frame.after + 1 and any(t.kind == "V" or t.role == "act" for t in tokens[frame.left : frame.at]):
        return end, end  # 预备|4800名临时工|和2条备用分拣线
    last = end
    while last < frame.last and tokens[last].kind != "Q":
        last += 1
    return end, last
