"""Industries: what a zone works at, and how it is ranked."""

from __future__ import annotations

import pytest
from prose import facts

from reporter.model import Industry


@pytest.mark.parametrize(
    ("sentence", "industries"),
    [
        (
            "高新区聚焦智能制造、通用航空、新材料等主导产业。",
            {"智能制造": "leading", "通用航空": "leading", "新材料": "leading"},
        ),
        ("依托汽车及零部件这一支柱产业，片区加快转型。", {"汽车及零部件": "pillar"}),
        ("壮大新一代信息技术、新能源等新兴产业。", {"新一代信息技术": "emerging", "新能源": "emerging"}),
        ("高新区加快布局氢能产业。", {"氢能": ""}),
        ("高新区构建以机器人产业为主导的特色小镇。", {"机器人": "leading"}),
        ("园区已集聚近2000家生物医药企业。", {"生物医药": ""}),
        ("集成电路、光电子信息、人工智能……高端产业加速集聚。", {"集成电路": "", "光电子信息": "", "人工智能": ""}),
        ("高新区把有色金属、电子信息确定为两大主导产业。", {"有色金属": "leading", "电子信息": "leading"}),
        ("打造“芯片—新型显示—智能终端”产业集群。", {"芯片": "", "新型显示": "", "智能终端": ""}),
        ("高新区依托花田发展香料产业。", {"香料": ""}),
        (
            "高新区形成轨道交通、文具礼品、新能源三大主导产业。",
            {"轨道交通": "leading", "文具礼品": "leading", "新能源": "leading"},
        ),
        ("新材料与高端装备制造两大主导产业势头良好。", {"新材料": "leading", "高端装备制造": "leading"}),
        (
            "生物医药、低温技术应用、储能三大新兴产业增长9%。",
            {"生物医药": "emerging", "低温技术应用": "emerging", "储能": "emerging"},
        ),
        ("产品涵盖激光切割、激光医疗2大类60个品种。", {"激光切割": "", "激光医疗": ""}),
        ("计划引进精密维修、研发设计类项目20个。", {"精密维修": "", "研发设计": ""}),
        ("高新区磁浮装备产业实现营业收入80亿元。", {"磁浮装备": ""}),
        ("高新区船舶与海工设备产业去年产值翻番。", {"船舶与海工设备": ""}),
        ("跨境电商交易额达到46亿元。", {"跨境电商": ""}),
        ("再吸引10家以上食品、医药企业落户。", {"食品": "", "医药": ""}),
        ("新签约加工贸易项目19个。", {"加工贸易": ""}),
        ("全面补齐全市、全省乃至长三角地区新能源客车产业链，再添动能。", {"新能源客车": ""}),
        ("聚焦生物医药、新材料等主导产业。高新区利用优势发展医药产业。", {"生物医药": "leading", "新材料": "leading"}),
    ],
)
def test_industries_and_their_rank(sentence: str, industries: dict[str, str]) -> None:
    assert {fact.name: fact.rank for fact in facts(sentence, kind=Industry)} == industries


@pytest.mark.parametrize(
    "sentence",
    [
        "培育优势产业，壮大特色产业。",
        "产业园区建设加快，产业工人队伍壮大。",
        "小鹏汽车收购了一家企业。",
        "新增高新技术企业26家。",
        "产业转型升级步伐加快。",
        "公司被认定为国家集成电路生产企业和国家高新技术企业。",
        "打造高新技术产业集群。",
        "优化产业链布局，产业规模不断扩大。",
    ],
)
def test_what_names_no_industry(sentence: str) -> None:
    assert facts(sentence, kind=Industry) == []
