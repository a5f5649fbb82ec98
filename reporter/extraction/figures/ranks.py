"""Ranks: what is ranked, among whom, and in which evaluation.

新增专利申请、新增专利授权名列第一                     what is ranked before its verb
成为全球第二大飞机租赁聚集地                          the thing named behind it
增速居19个国家级新区第一位                            among so many
在国家级经开区综合发展水平考核评价中，某区列第43位        in what the sentence or one before it names
"""

from __future__ import annotations

import re

from reporter.extraction.figures.frame import Frame
from reporter.extraction.figures.measure import split
from reporter.extraction.figures.metric import Measure
from reporter.extraction.figures.owner import RATES
from reporter.extraction.figures.tokens import Token
from reporter.lexicon.figures import FigureWords
from reporter.model import Relation

_RUNNING = re.compile(r"(?:已?连续[\d一二两三四五六七八九十]+[年季月次个]+|连年)\Z")
"""增速|连续三年|位居前三."""
_FROM_PLACE = re.compile(r"(?:(?<=.{2})|\A)[由从][^，。；]{0,10}(?:末位|末尾|垫底|中游|下游|名|位)\Z")
"""经济总量|由最初的末位|升至第11位."""
_AGAIN = frozenset(["连续", "已连续", "连年", "再次"])
"""市场占有率34%，|连续5年第一|: what is ranked is told before."""
_MOVED = frozenset(
    ["前进", "上升", "提升", "前移", "升", "跃升", "攀升", "前进到", "上升到", "提升到", "前移到", "进位"]
)
_PLACES = re.compile("(?P<what>[^，。；]{2,}?)(?<!跃)(?<!排名)(?P<way>[升退进降跌]|上升|下滑|下降|提升|前进|后退)了?")
_DESTINATIONS = ("国家", "地区", "国家和地区", "省份")
_EVALUATION = re.compile(
    r"(?:(?<=\d)[家个])?(?P<name>[^，。；：、“”\d]{4,40}?(?:考核评价|综合评价|绩效评估|考核|评价|评估|考评|评比|测评|评定|综合排名(?=中|里)))(?:结果)?"
    r"(?=中|里|，|。|出炉|公布|显示|揭晓)"
)
_OF_EVALUATION = re.compile(
    r"\A.*(?:公布|发布|通报|开展|进行|最近一次|一次)(?:了|的)?|\A.*(?:年度?|在)(?=[\u4e00-\u9fff]{4})"
)
_WITH_SCORE = re.compile(r"[^，。]*以[\d.]+分(?:[和、][\d.]+分)*")
"""甲、乙高新区分别以87.3分和84.9分|居第二、第三位."""
_VAGUE = re.compile(r"\A(?:却|并|也|还)?(?:首次)?在|\A（|\A(?:分别|以?总分|得分|排位|位次|参评|综合)?\Z|\A同省")
"""Words before a rank that do not say what is ranked: （头屯河区）名列第28位, 在138个参评综保区中列第43位."""


def rank(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure:
    """The metric of a place: what is ranked, or in which evaluation; `earlier` are the sentence's measures so far."""
    tokens = frame.tokens
    if frame.noun_end > frame.noun and not frame.attributive and "大" in frame.quantity.text[-2:]:
        field = next((t.text for t in tokens[frame.first : frame.at] if t.text in words.rank_fields), "")
        name = frame.words(frame.noun, frame.noun_end)
        owner, _ = split(frame, words)
        metric = f"{name}{field}排名"
        return Measure(metric, core=name, head=name, owner=owner, relation=Relation.RANK, rule="rank, the thing behind")
    if (among := _rank_among(frame, earlier, words)) is not None:
        return among
    owner, start = split(frame, words)
    end = frame.left_end
    if start < end and tokens[start].text == "以" and frame.before > start:
        start = frame.before + 1  # 以91.7分|居第2位
    while end > start and (tokens[end - 1].text in words.rank_verbs or tokens[end - 1].text in _MOVED):
        end -= 1
    verb = next((i for i in range(end - 1, start - 1, -1) if tokens[i].text.lstrip("均都") in words.rank_verbs), -1)
    if scored := _WITH_SCORE.match(frame.words(start, end)):
        start = next(i for i in range(start, end + 1) if len(frame.words(start, i)) >= scored.end())
    body = frame.words(start, end)
    if verb >= 0 and not body.startswith("在"):  # 增速|位居|全省高新区|第一
        opener = next((i for i in range(start + 1, verb) if tokens[i].text in ("由", "从")), verb)
        core, field = frame.words(start, bare(tokens, start, opener)), frame.words(verb + 1, end)
        core = _RUNNING.sub("", core)
        if not field and (event := _in_evaluation(frame, core)):
            return Measure(
                f"{event}排名", core=event, owner=owner, relation=Relation.RANK, rule="rank in an evaluation"
            )
        if earlier and (not core or core in words.counts or core in RATES) and not field.endswith("单项"):
            shared = tokens[verb].text[0] in "均都" or tokens[verb - 1].text in ("均", "都")
            several = shared and len(earlier) > 1
            named = [m.core or m.metric for m in (earlier[-3:] if several else earlier[-1:])]
            grown = not core and earlier[-1].relation is Relation.GROWTH and earlier[-1].base < 0
            core = "、".join(named) + ("增速" if grown else core)  # 工业增加值增长10.7%，列全省第二
        return Measure(
            _placed(core, field), core=core, owner=owner, relation=Relation.RANK, rule="rank", cue=(verb, verb + 1)
        )
    body = _RUNNING.sub("", _FROM_PLACE.sub("", body))
    body = "" if body in _AGAIN else body
    core = body
    of_field = body.startswith(("在", "于")) and body.endswith(("中", "里", "内"))
    if earlier and of_field and not _EVALUATION.search(body):  # 成交额268亿元，|在178家国家高新区综合评价中|排名
        core = earlier[-1].core
        body = core + body
    elif not body or body in words.rank_fields:
        core = _ranked_again(earlier)
        body = core + body
    if event := _in_evaluation(frame, body):
        metric = f"{event.removesuffix('排名')}排名"
        return Measure(metric, core=event, owner=owner, relation=Relation.RANK, rule="rank in an evaluation")
    if core.endswith("排名") and body.startswith(core) and body != core:
        body = _placed(core, body[len(core) :])  # 排名升至第36位，首次进入|全国|前四十
    metric = body if body.endswith(("排名", "位次")) else f"{body}排名"
    return Measure(metric, core=core, owner=owner, relation=Relation.RANK, rule="rank")


def _placed(core: str, field: str) -> str:
    """What a rank is called: of what, and among whom; 综合排名 among all is 全国综合排名."""
    if core.endswith("综合排名"):
        return f"{core.removesuffix('综合排名')}{field}综合排名"
    return f"{core.removesuffix('排名')}{field}排名"


def _ranked_again(earlier: list[Measure]) -> str:
    """What a rank without a name of its own is of: 收入增长28%，居第5位；|利润增长21%，居第2位|."""
    if not earlier:
        return ""
    last = earlier[-1]
    if last.relation is Relation.GROWTH and last.base < 0:
        return last.core if not last.core or last.core.endswith(RATES) else f"{last.core}增速"
    ranked = next((m for m in reversed(earlier) if m.relation is Relation.RANK), None)
    own = last.relation is Relation.LEVEL and last.unit != "分"  # 以87.3分|居第二
    return last.core if own or ranked is None else ranked.core  # 列第36位，前移5位；某区列|第48位|


def moved(frame: Frame) -> Measure | None:
    """绿色宜居|升了51位|, 国际化|退了9位|: by how many places a rank has moved."""
    if frame.quantity.unit not in ("位", "个位次", "位次"):
        return None
    told = _PLACES.fullmatch(frame.words(frame.left, frame.at))
    if told is None or any(t.role == "zone" or t.kind == "P" for t in frame.tokens[frame.left : frame.at]):
        return None
    way = {"升": "上升", "退": "后退", "进": "前进", "降": "下降", "跌": "下降"}.get(told["way"], told["way"])
    metric = f"{told['what'].removesuffix('排名')}排名{way}"
    return Measure(metric, core=told["what"], relation=Relation.DELTA, rule="places that a rank moved")


def _rank_among(frame: Frame, earlier: list[Measure], words: FigureWords) -> Measure | None:
    """增速居|19个国家级新区|第一位: a rank among so many."""
    tokens = frame.tokens
    if not frame.first <= frame.before < frame.at:
        return None
    verb = next((i for i in range(frame.first, frame.before) if tokens[i].text in words.rank_verbs), -1)
    if verb < 0 or any(t.kind == "L" for t in tokens[frame.before : frame.at]):
        return None
    first = frame.first
    while first < verb and tokens[first].kind in "TCXD":
        first += 1
    core = frame.words(first, bare(tokens, first, verb))
    if earlier and (not core or core in RATES or core in words.counts):
        core = (earlier[level(frame, earlier)].core or earlier[-1].metric) + core
    field = frame.words(verb + 1, frame.left_end)
    return Measure(f"{core}{field}排名", core=core, relation=Relation.RANK, rule="rank", cue=(verb, verb + 1))


def _in_evaluation(frame: Frame, core: str) -> str:
    """综合发展水平考核评价 where the paragraph has named it and the words before a rank name nothing; else empty."""
    if not _VAGUE.search(core):
        return ""
    named = list(_EVALUATION.finditer(frame.sentence.text, 0, frame.quantity.start))
    return _OF_EVALUATION.sub("", named[-1]["name"]) if named else ""


def bare(tokens: list[Token], start: int, end: int) -> int:
    """The end of a metric without the adverbs and times behind it: 产能|将|提高, 用工|却只|增加, 产值|去年|增长."""
    while end > start and tokens[end - 1].kind in "DXT":
        end -= 1
    return end


def level(frame: Frame, earlier: list[Measure]) -> int:
    """The figure that a growth without a name of its own speaks of: the last that is no growth itself.

    销售收入31亿元，其中海外收入6亿元，今年有望增长25%: a new time goes back to the whole.
    """
    base = len(earlier) - 1
    while base > 0 and earlier[base].core.endswith(_DESTINATIONS):
        base -= 1  # 出口家具板31万张，销往11个国家，|同比增长近三成
    anew = frame.tokens[frame.first].kind == "T" and earlier[base].part
    while anew and base > 0 and earlier[base].part:
        base -= 1
    while earlier[base].relation in (Relation.GROWTH, Relation.DELTA) and earlier[base].base >= 0:
        base = earlier[base].base
    return base
