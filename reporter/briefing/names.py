"""The sections that a brief may have, by name, with the heading they bear when an audience gives none."""

from __future__ import annotations

NO_NEWS = "报道要点"
"""What a brief is called behind its zone's name where nothing of the sources makes a title."""
KNOWN_SECTIONS: dict[str, str] = {
    "profile": "功能区概况",
    "summary": "要点",
    "figures": "关键数据",
    "actuals": "本区指标",
    "entities": "企业与项目数据",
    "targets": "目标与计划",
    "charts": "对照",
    "projects": "重点项目",
    "companies": "企业",
    "industries": "产业",
    "policies": "政策与服务",
    "people": "观点与人物",
    "rankings": "排名与首创",
    "problems": "问题与短板",
    "timeline": "时间线",
    "words": "报道原话",
    "context": "区外参照",
    "doubts": "冲突与存疑",
    "gaps": "来源没有说的",
    "sources": "来源原文",
    # of the overview
    "coverage": "来源与覆盖",
    "provinces": "按省份",
    "types": "按类型",
    "comparisons": "可比指标",
    "limits": "不可比的，以及为什么",
}
