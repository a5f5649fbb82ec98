"""Companies: where a name begins, what is none, which names are one."""

from __future__ import annotations

import pytest
from prose import ZONE, facts

from reporter.extraction.kinds.company_names import brand_of, same_company
from reporter.model import Company


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("去年底，该企业注册了全资子公司霁川工业科技有限公司。", ["霁川工业科技有限公司"]),
        ("产品九成用于出口的宁州望北（廊坊）器材有限公司一度停工。", ["宁州望北（廊坊）器材有限公司"]),
        ("重庆以澜科技有限公司负责人说，通关更快了。", ["重庆以澜科技有限公司"]),
        ("云从山机器人集团研发了新产品。", ["云从山机器人集团"]),
        ("云杉岭高新区砺风精密科技有限公司正在赶制订单。", ["砺风精密科技有限公司"]),
        ("中心与建设银行宁州分行、工商银行宁州支行签订了协议。", ["建设银行宁州分行", "工商银行宁州支行"]),
        ("区内已有禾丽友、澜安企业、维特根等20家外资企业恢复生产。", ["禾丽友", "澜安企业", "维特根"]),
        ("以晶北方、砚华创为龙头的集成电路集群初具规模。", ["晶北方", "砚华创"]),
        ("禾德医药、瑾恒医药等6家药企已经入驻。", ["禾德医药", "瑾恒医药"]),
        ("莱曼是一家德国独资企业，生产线束。", ["莱曼"]),
        ("腾讯在园区投资建设数据中心。", ["腾讯"]),
        ("云澜董事长林知远介绍，订单充足。", ["云澜"]),
        ("由砚芯发布的首款芯片亮相。", ["砚芯"]),
        ("武汉橡胶设计院成为全省唯一获评金奖的企业。", ["武汉橡胶设计院"]),
        ("以国际线缆等龙头，打造百亿集群。", ["国际线缆"]),
        ("霁澜优选西南（武汉）物流产业园、湖北望电（武汉）智造园等17个项目签约。", ["霁澜优选", "湖北望电"]),
        ("中澜64万吨电石、庆恒200万吨焦炉等项目开工。", ["中澜", "庆恒"]),
        ("澜川制药厂搬迁项目启动。", ["澜川制药厂"]),
        ("总投资22亿美元的云辉半导体二期工程投产。", ["云辉半导体"]),
        ("砺风重机投资8.5亿元的扩建项目开工。", ["砺风重机"]),
    ],
)
def test_companies_by_form_place_and_list(sentence: str, names: list[str]) -> None:
    found = facts(sentence, kind=Company)
    assert [company.name for company in found] == names
    assert {company.zone for company in found} == {ZONE}


@pytest.mark.parametrize(
    "sentence",
    [
        "该公司和另外两家公司都是上市公司。",
        "园区引进跨国公司地区总部25家。",
        "对专精特新、单项冠军、瞪羚等企业给予奖励。",
        "商业银行为企业提供贷款。",
        "新能源汽车产业加快发展，生物医药产业势头良好。",
        "落实管家制、保姆制等服务企业的办法。",
        "子公司和分公司均已复工。",
        "大力培育龙头企业和企业集团。",
        "园区风光发电装机10GW，扩大金融服务。",
        "企业日产汽车500辆，构建现代汽车产业体系。",
        "高通量测序平台启用。",
        "计划投资2.6亿元建设高端膜材料生产基地。",
        "项目涵盖钛及新材料、电子信息等领域。",
        "项目经理、客户经理和车间主任都到了。",
        "由林知远研发的芯片和由课题组研发的材料都已投产。",
        "以新能源汽车等龙头，打造集群。",
        "月产30万吨、新增20万吨钢材项目开工。",
        "中德（沈阳）高端装备制造产业园开园。",
        "园区聚集了集成电路、新型显示、生物医药等企业520多家。",
        "图为园区一家零部件企业的焊装机器人正在作业。",
        "通道带物流，物流带产业。",
        "项目涵盖锂电新能源、电子信息、精深加工三大领域。",
        "二期3.5万吨铜箔项目投产后，可再安置就业。",
    ],
)
def test_what_names_no_company(sentence: str) -> None:
    assert facts(sentence, kind=Company) == []


def test_short_names_are_folded_into_the_fullest() -> None:
    (company,) = facts("莱曼是一家德国独资企业。莱曼电气系统（宁州）有限公司总经理说，莱曼电气订单充足。", kind=Company)
    assert company.name == "莱曼电气系统（宁州）有限公司"
    assert "莱曼" in company.short_names
    assert (company.origin, company.role) == ("德国独资", "德国独资企业")


def test_the_article_itself_gives_a_short_name() -> None:
    text = "宁州砺风精密科技有限公司（以下简称“风岭智造”）投产。风岭智造产品畅销。"
    (company,) = facts(text, kind=Company)
    assert (company.name, company.short_names) == ("宁州砺风精密科技有限公司", ("风岭智造",))
    assert len(company.mentions) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("北玻集团", "中国北玻集团", True),
        ("华勤科技", "湖北华勤公司", True),
        ("砺风精密", "砺风精密科技有限公司", True),
        ("骏马集团", "骏马集团新能源公司", False),
        ("建设银行宁州分行", "建设银行", False),
        ("德国赫澜集团", "赫澜传动", False),
        ("泰兴泰", "内蒙古泰兴泰化工有限公司", True),
        ("天津云杉网络技术有限公司", "云杉科技（深圳）有限公司", False),
    ],
)
def test_which_names_are_one(one: str, other: str, same: bool) -> None:
    assert same_company(one, other) is same
    assert same_company(other, one) is same


def test_the_brand_is_what_is_left_of_place_form_and_trade() -> None:
    assert brand_of("四川汉澜航通科技有限公司") == "汉澜航通"


def test_a_company_of_the_world_500() -> None:
    (company,) = facts("世界500强松塔动力有限公司落户高新区。", kind=Company)
    assert (company.name, company.origin) == ("松塔动力有限公司", "世界500强")


@pytest.mark.parametrize(
    ("sentence", "settled"),
    [
        ("砺风精密科技有限公司去年3月落户。", True),
        ("砺风精密科技有限公司落户高新区。", True),
        ("园区聚集了砺风精密科技有限公司等一批企业。", True),
        ("产品供应霁川电网有限公司。", False),
        ("园区引进的项目由霁川建设有限公司承建。", False),
    ],
)
def test_a_company_is_settled_where_the_page_says_so(sentence: str, settled: bool) -> None:
    (company,) = facts(sentence, kind=Company)
    assert company.settled is settled


def test_the_torn_end_of_a_word_before_by_is_no_part_of_a_name() -> None:
    (company,) = facts("目由德国砺曼集团增资1.1亿欧元。", kind=Company)
    assert company.name == "德国砺曼集团"
