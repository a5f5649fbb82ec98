"""People: the post before a name, the organisation before the post."""

from __future__ import annotations

import pytest
from prose import ZONE, facts

from reporter.model import Person


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("“订单排到了年底。”云峦精工有限公司总经理林知远说。", "林知远", "云峦精工有限公司总经理"),
        (
            "砚台科技股份有限公司创始人、董事长陆鸣告诉记者，产线已经满负荷。",
            "陆鸣",
            "砚台科技股份有限公司创始人、董事长",
        ),
        (
            "云杉岭高新区党工委副书记、管委会主任许望秋表示，服务要跑在前面。",
            "许望秋",
            "云杉岭高新区党工委副书记、管委会主任",
        ),
        ("宁州市商务局局长万宁介绍，外贸稳中有进。", "万宁", "宁州市商务局局长"),
        (
            "云杉岭高新区经济发展和科技创新局副局长齐安在走访时了解到这一情况。",
            "齐安",
            "云杉岭高新区经济发展和科技创新局副局长",
        ),
        ("松塔传动亚太区首席运营官安德烈·科瓦奇说：“我们会继续投资。”", "安德烈·科瓦奇", "松塔传动亚太区首席运营官"),
        ("在云峦精工有限公司，总经理林知远指着新设备说，效率提高了一倍。", "林知远", "云峦精工有限公司总经理"),
        (
            "云峦精工有限公司做减速器。说起今年的打算，该公司研发总监何其芳充满信心。",
            "何其芳",
            "云峦精工有限公司研发总监",
        ),
        ("四方云帆科技有限公司的总经理欧阳若琳也有同感。", "欧阳若琳", "四方云帆科技有限公司总经理"),
        ("云杉岭高新区成立了以党工委书记、管委会主任单可为组长的专班。", "单可", "云杉岭高新区党工委书记、管委会主任"),
        ("金砂冶炼董事长郑北辰表示，新炉子更省电。", "郑北辰", "金砂冶炼董事长"),
        ("云杉公司总经理郑芳所在的专班有9个人。", "郑芳", "云杉公司总经理"),
        ("25岁的返乡青年马秀守着4台机器。", "马秀", "返乡青年"),
        ("综保区管委会主任纳志远说，下一步将开通航线。", "纳志远", "综保区管委会主任"),
    ],
)
def test_a_post_introduces_a_person(sentence: str, name: str, title: str) -> None:
    (person,) = facts(sentence, kind=Person)
    assert (person.name, person.title, person.zone) == (name, title, ZONE)
    assert person.evidence.sentence[person.evidence.start : person.evidence.end].endswith(name)


@pytest.mark.parametrize(
    "sentence",
    [
        "云杉岭高新区相关负责人表示，下一步将扩大开放。",
        "管委会主任高度重视企业诉求。",
        "公司总经理向记者算了一笔账。",
        "负责人方面没有回应。",
        "试验区长沙片区挂牌。",
        "企业员工全部返岗，工人正在装配产品。",
        "本报记者李文报道了这一消息。",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert facts(sentence, kind=Person) == []


def test_a_leader_of_the_state_belongs_to_no_zone() -> None:
    (person,) = facts("习近平总书记在考察云杉岭高新区时强调：“要坚持创新驱动发展。”", kind=Person)
    assert (person.name, person.title, person.zone) == ("习近平", "总书记", "")


def test_a_person_is_one_fact_however_often_named() -> None:
    people = facts("云峦精工有限公司总经理林知远说，订单很多。", "“我们还要扩产。”总经理林知远表示。", kind=Person)
    assert [person.name for person in people] == ["林知远"]
    assert len(people[0].mentions) == 2


def test_people_in_a_row_share_the_organisation() -> None:
    first, second = facts("云峦精工有限公司董事长林知远、副总经理宋庆一同出席。", kind=Person)
    assert (first.name, first.title) == ("林知远", "云峦精工有限公司董事长")
    assert (second.name, second.title) == ("宋庆一", "云峦精工有限公司副总经理")


def test_the_post_stands_apart_from_the_organisation() -> None:
    (person,) = facts("云杉岭高新区党工委副书记、管委会主任许望秋说，要抓落实。", kind=Person)
    assert (person.organisation, person.post) == (ZONE, "党工委副书记、管委会主任")
