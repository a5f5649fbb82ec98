"""Ranks and firsts, as worded; and what only looks like one."""

from __future__ import annotations

import pytest
from figures_help import figures
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
        ("云杉岭高新区列全国高新区第27位，比上年前移2位。", "云杉岭高新区列全国高新区第27位"),
        ("在最新评价中，高新区由第41位升至全国第36位。", "高新区由第41位升至全国第36位"),
        ("砺风精密科技有限公司是国内精密轴承的龙头企业。", "砺风精密科技有限公司是国内精密轴承的龙头企业"),
        ("北湖引水工程是全国水系连通重点项目之一，投资3亿元。", "北湖引水工程是全国水系连通重点项目之一"),
        ("二期项目是迄今砺风投资的最大单体工厂。", "二期项目是迄今砺风投资的最大单体工厂"),
        ("企业的一项减振技术拿下2021年度省科技进步一等奖。", "企业的一项减振技术拿下2021年度省科技进步一等奖"),
        ("3家企业获评国家技术创新示范企业，占全省的一半。", "3家企业获评国家技术创新示范企业"),
        ("3家企业获评国家技术创新示范企业，占全省三分之二。", "3家企业获评国家技术创新示范企业，占全省三分之二"),
        ("北湖园是全省首个省际“飞地”项目，占地200亩。", "北湖园是全省首个省际“飞地”项目"),
        ("“九五”末以来，高新区综合实力居全省“双创”园区第一。", "高新区综合实力居全省“双创”园区第一"),
        ("“我们的产品销量居全国第一。”林知远说。", "我们的产品销量居全国第一"),
        ("其中砺风精密科技有限公司销量居全国首位。", "砺风精密科技有限公司销量居全国首位"),
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
        "就业是最大的民生。",
        "砺风工厂是最早落户云杉岭高新区的企业之一。",
        "公司将作为全国产业链龙头企业，开展业务。",
        "企业获得二等奖。",
        "园区共有全国重点实验室之一的分室。",
        "对落户企业，园区给予最高300万元的开办补贴。",
    ],
)
def test_what_ranks_nothing(sentence: str) -> None:
    assert facts(sentence, kind=Ranking) == []


def test_a_place_still_to_be_reached_is_none() -> None:
    sentence = "到2025年，高新区进出口总额突破900亿元，跻身全国综保区前五位。"
    assert facts(sentence, kind=Ranking, figures=figures(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "subject", "text"),
    [
        (
            "北湖园由砺风集团投资。北湖生物医药产业园项目开工。该项目是全省首个省际“飞地”项目。",
            "北湖生物医药产业园项目",
            "是全省首个省际“飞地”项目",
        ),
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
