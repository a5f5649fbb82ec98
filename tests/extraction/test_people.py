"""People: the post before a name, the organisation before the post."""

from __future__ import annotations

import pytest
from prose import ZONE, facts

from reporter.model import Person, Quote


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("“订单排到了年底。”云峦精工有限公司总经理林知远说。", "林知远", "云峦精工有限公司总经理"),
        ("“大家的眼睛都盯着项目。”投资促进一局副局长葛明亮感慨。", "葛明亮", "投资促进一局副局长"),
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
        ("总投资8亿元的霁北人才创业园10月启用。该区人事部部长万宁说。", "万宁", "区人事部部长"),  # of no park
        ("四方云帆科技有限公司的总经理欧阳若琳也有同感。", "欧阳若琳", "四方云帆科技有限公司总经理"),
        ("云杉岭高新区成立了以党工委书记、管委会主任单可为组长的专班。", "单可", "云杉岭高新区党工委书记、管委会主任"),
        ("金砂冶炼董事长郑北辰表示，新炉子更省电。", "郑北辰", "金砂冶炼董事长"),
        ("云杉公司总经理郑芳所在的专班有9个人。", "郑芳", "云杉公司总经理"),
        ("25岁的返乡青年马秀守着4台机器。", "马秀", "返乡青年"),
        ("综保区管委会主任纳志远说，下一步将开通航线。", "纳志远", "综保区管委会主任"),
        ("综保区管委会主任何柳掰着手指数：飞机有30架。", "何柳", "综保区管委会主任"),
        ("砺风科技有限公司董秘郑嘉敏说，资金已到账。", "郑嘉敏", "砺风科技有限公司董秘"),
        ("砺风科技有限公司总经理强毓岚给记者算了一笔账。", "强毓岚", "砺风科技有限公司总经理"),
        ("砺风科技有限公司厂长代云帆说，设备是新的。", "代云帆", "砺风科技有限公司厂长"),
        ("云杉岭高新区管委会主任于澄岳在致辞中说，要抓落实。", "于澄岳", "云杉岭高新区管委会主任"),
        ("砺磁新材料项目经理巴格勒图说，施工很快。", "巴格勒图", "砺磁新材料项目经理"),
        ("云杉岭高新区管委会主任图门苏和说，要招大项目。", "图门苏和", "云杉岭高新区管委会主任"),
        ("分拣员陆秋花说，晚班有补贴。", "陆秋花", "分拣员"),
        ("吊车司机巴特尔从操作室里爬下来。", "巴特尔", "吊车司机"),
        ("工程师达瓦次仁说，高原上也能干。", "达瓦次仁", "工程师"),
        ("总经理佐藤诚一说，还会增资。", "佐藤诚一", "总经理"),
        ("云杉岭高新区人才办主任夏蕾并不讳言失败。", "夏蕾", "云杉岭高新区人才办主任"),
        ("砚谱科技有限公司负责人王蕾拿到了许可证。", "王蕾", "砚谱科技有限公司负责人"),
        ("云杉岭高新区投资促进局副局长丛敏摊开一张图谱。", "丛敏", "云杉岭高新区投资促进局副局长"),
        (
            "云杉岭高新区党工委委员、投资促进局局长丛敏表示，要抓落实。",
            "丛敏",
            "云杉岭高新区党工委委员、投资促进局局长",
        ),
        ("砺风工程有限公司总经理雷鸣远说，机库够用。", "雷鸣远", "砺风工程有限公司总经理"),
        ("“订单很多。”砺风科技有限公司的人都这么说。公司生产总监丛敏说，要扩产。", "丛敏", "砺风科技有限公司生产总监"),
        (
            "在砺风科技有限公司的车间里，机械臂起落不停。车间主任罗敏介绍，产线很快。",
            "罗敏",
            "砺风科技有限公司车间主任",
        ),
        ("“快得很。”远海保税物流的副总经理孟明远说。", "孟明远", "远海保税物流副总经理"),
        ("砺风科技有限公司签约。商务部综合司司长杨涛说，外资看好中国。", "杨涛", "商务部综合司司长"),
        ("据英特尔全球副总裁徐远介绍，市场很大。", "徐远", "英特尔全球副总裁"),
        (
            "宁州市政协副主席、经开区产业发展部特别顾问邹明远带队走访。",
            "邹明远",
            "宁州市政协副主席、经开区产业发展部特别顾问",
        ),
        ("签约企业代表、砺风科技有限公司董事长张善明说，来对了。", "张善明", "砺风科技有限公司董事长"),
        ("宁州市委常委、组织部部长朱莹介绍了情况。", "朱莹", "宁州市委常委、组织部部长"),
        ("砺风科技公司华北区关务经理赵琪也介绍了情况。", "赵琪", "砺风科技公司华北区关务经理"),
        ("砺风智行是链上的一环，公司去年销售翻番。董事长罗敏说，要扩产。", "罗敏", "董事长"),
        ("高新区成立宁州新能源研究院。研究院院长喻明远说，成果很多。", "喻明远", "宁州新能源研究院院长"),
        ("总投资8亿元的砺风减速器项目现场，塔吊林立。项目负责人宋远扬说，明年投产。", "宋远扬", "砺风减速器项目负责人"),
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
        "企业最缺的是工人和电。",
        "带动2万户农民种植，员工金额补贴到位。",
        "28岁的研究生毕业后来到高新区，60岁的老房子焕发新生。",
        "“质量是第一位的。”双方表示，将加强合作。",
        "“效率高多了。”张师傅说，“来对了。”农户们说。",
        "“这里更快。”海关关员说，常年在此的渔民说鱼多了。",
        "记者见到项目负责人时，他正在开会，找到金属加工企业并不难。",
        "三年前，黄石港从荒滩变成码头。黄石港的变化他看在眼里。",
        "三年前，石墨烯从实验室走向市场。他说，石墨烯是好东西。",
        "代表马克思主义学院发言。",
        "员工宿舍区里，工人们正在整理行李。",
        "“服务很好。”华为表示，将继续投资。",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert facts(sentence, kind=Person) == []


def test_the_paragraph_before_names_the_company() -> None:
    (person,) = facts("砺风科技有限公司做减速器。", "“订单排到明年。”副总经理宋庆一说。", kind=Person)
    assert (person.organisation, person.post) == ("砺风科技有限公司", "副总经理")


def test_two_companies_before_tell_nothing() -> None:
    text = "砺风科技有限公司和云峦精工有限公司都是老企业。"
    (person,) = facts(text, "“订单排到明年。”副总经理宋庆一说。", kind=Person)
    assert (person.organisation, person.post) == ("", "副总经理")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("29岁的胡潇潇从人才公寓下楼。", "胡潇潇"),
        ("72岁的乐友根是第一批拓荒者。", "乐友根"),
        ("“当年求着人贷款。”郑国栋笑着说。", "郑国栋"),
        ("徒弟里最年轻的邓琳说，不用您卖。", "邓琳"),
        ("“我在这里上班。”李松告诉记者，他带来了同龄人。", "李松"),
        ("“资源好用。”陈天蓝说：“园区人气越来越旺！”", "陈天蓝"),
        ("在服务中心，记者见到了来办执照的区燕婷。", "区燕婷"),
        ("三年前，江若溪从国外回来。“钱够用。”他说。江若溪的公司在园区。", "江若溪"),
    ],
)
def test_somebody_without_a_post(sentence: str, name: str) -> None:
    (person,) = facts(sentence, kind=Person)
    assert (person.name, person.title) == (name, "")


def test_a_post_told_later_is_kept() -> None:
    text = "29岁的胡潇潇从人才公寓下楼。"
    (person,) = facts(text, "“订单很多。”砺风科技有限公司总经理胡潇潇说。", kind=Person)
    assert person.title == "砺风科技有限公司总经理"


def test_a_headline_names_who_was_asked() -> None:
    (person,) = facts("记者：怎么看？", kind=Person, title="——访云杉岭高新区科技创新局局长宋庆一")
    assert (person.name, person.title) == ("宋庆一", "云杉岭高新区科技创新局局长")


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


def test_a_post_may_come_after_the_name() -> None:
    paragraphs = (
        "砺风精工有限公司的车间很安静。",
        "2012年，林知远带着6个人租下厂房。“头两年最难。”这位公司董事长回忆说，转机出现在2016年。",
    )
    (person,) = facts(*paragraphs, kind=Person)
    assert (person.name, person.title) == ("林知远", "砺风精工有限公司董事长")
    assert {quote.speaker for quote in facts(*paragraphs, kind=Quote)} == {"林知远"}
    (person,) = facts("在园区上班的孟嘉宜今年25岁，是砺风公司的工程师。", kind=Person)
    assert (person.name, person.title) == ("孟嘉宜", "砺风公司工程师")


@pytest.mark.parametrize("sentence", ["几家企业代表排队签到。", "公司首席代表云集一堂。", "技术员岩石取样归来。"])
def test_a_word_that_begins_like_a_rare_family_name_is_nobody(sentence: str) -> None:
    assert facts(sentence, kind=Person) == []


def test_a_post_across_two_words_is_none() -> None:
    assert not facts("这家企业停产6年，厂区长满荒草。", kind=Person)


def test_a_name_takes_no_sign_of_what_follows() -> None:
    (person,) = facts("95后工程师吴桐下班回到公寓。", "吴桐住的公寓已建成2300套。", kind=Person)
    assert person.name == "吴桐"


def test_a_projects_site_is_where_somebody_speaks_and_not_whose_post_it_is() -> None:
    sentence = "6月8日，在云峦集团储能电池项目现场，总经理林知远告诉记者，全封闭的车间让生产更加精细化。"
    (person,) = facts(sentence, kind=Person)
    assert person.title == "云峦集团总经理"


def test_who_leads_a_firms_project_is_of_the_firm() -> None:
    (person,) = facts("承担建设的云桥城建集团项目负责人宋远扬表示，项目率先复工。", kind=Person)
    assert (person.organisation, person.post) == ("云桥城建集团", "项目负责人")


def test_what_a_reporter_saw_is_nobody() -> None:
    assert facts("记者在砺风科技园的车间里采访时看到，工人们正在忙碌。", kind=Person) == []
