"""Ranks and firsts, as worded; and what only looks like one."""

from __future__ import annotations

import pytest
from prose import facts

from reporter.model import Ranking


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("据通报，高新区综合实力在全国108个园区中位列第三。", "高新区综合实力在全国108个园区中位列第三"),
        ("产品研发成功，这是全球首款256层闪存。", "这是全球首款256层闪存"),
        ("高新区是唯一被国家定位为集聚区的园区。", "高新区是唯一被国家定位为集聚区的园区"),
        ("任务全部完成，完成率全国第一。", "任务全部完成，完成率全国第一"),
        ("片区成为全球第二大飞机租赁聚集地。", "片区成为全球第二大飞机租赁聚集地"),
        ("这是国内第一条折叠显示屏产线。", "这是国内第一条折叠显示屏产线"),
        ("高新区在全市范围内率先上线服务平台。", "高新区在全市范围内率先上线服务平台"),
        ("产业集群入选首批国家级产业集群。", "产业集群入选首批国家级产业集群"),
    ],
)
def test_ranks_as_the_page_words_them(sentence: str, text: str) -> None:
    assert [ranking.text for ranking in facts(sentence, kind=Ranking)] == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "武汉工厂第一季度销售收入持平。",
        "首批设备已经到货，第一批口罩下线。",
        "企业最高奖励20万元。",
        "这是全区第三次集中签约。",
        "大会在全国第十九次会议后召开。",
        "力争综合排名进入全国第一方阵。",
    ],
)
def test_what_ranks_nothing(sentence: str) -> None:
    assert facts(sentence, kind=Ranking) == []


@pytest.mark.parametrize(
    ("sentence", "subject", "text"),
    [
        (
            "砺风精密科技有限公司深耕多年，也是全市唯一一家外贸综合服务企业。",
            "砺风精密科技有限公司",
            "是全市唯一一家外贸综合服务企业",
        ),
        (
            "砺风精密科技有限公司落户三年。该公司物流车市场占有率全国第一。",
            "砺风精密科技有限公司",
            "该公司物流车市场占有率全国第一",
        ),
    ],
)
def test_a_rank_carries_its_subject(sentence: str, subject: str, text: str) -> None:
    (ranking,) = facts(sentence, kind=Ranking)
    assert (ranking.subject, ranking.text) == (subject, text)


def test_a_works_of_a_company_is_the_subject_not_the_company() -> None:
    (ranking,) = facts("砺风集团云杉岭乘用车基地投产，成为全省最快达产的工厂。", kind=Ranking)
    assert ranking.subject == "砺风集团云杉岭乘用车基地"
