"""Whose figure it is: sentences of the newspaper and the zone that each figure belongs to."""

from __future__ import annotations

import pytest

from tests.extraction.zones_help import answers, context, zones

MAIN = {"kicker": "河北云杉岭高新区：", "title": "招大引强交出答卷"}


def test_the_headlines_zone_holds_where_nothing_else_is_said() -> None:
    assert zones("截至目前，集中签约项目【30个】，累计签约资金【178.92亿元】。", **MAIN) == ["云杉岭高新区"] * 2


def test_short_forms_mean_the_zone_of_the_article() -> None:
    texts = ("该区完成产值【227亿元】。", "高新区已完成【647亩】产业用地整理。", "全区对接项目【110多个】。")
    assert zones(*texts, **MAIN) == ["云杉岭高新区"] * 3


def test_where_a_zone_lies_is_not_what_its_sentence_is_about() -> None:
    told = (
        "片区内的凭祥综合保税区进出口总额【1432亿元】，规模居全国【第4】，出口包裹日均【21万票】。片区企业【7240家】。"
    )
    named = zones(told, title="广西自贸试验区崇左片区提质增效")
    assert named == ["凭祥综合保税区"] * 3 + ["广西自贸区崇左片区"]


def test_a_bare_name_means_the_zone_that_was_called_so() -> None:
    head = {"kicker": "对话天津东疆综合保税区主任", "title": "租赁高地再登高"}
    free_trade = "天津自贸试验区东疆片区推广经验【23项】。"
    assert zones("东疆有租赁公司【4000家】。", free_trade, **head)[0] == "天津东疆综合保税区"
    assert zones(free_trade, "东疆有租赁公司【4000家】。", title="租赁高地")[1] == "天津自贸区东疆片区"


def test_a_subhead_opens_a_section() -> None:
    texts = (
        "湖北自贸区累计新增高新技术企业【2537家】。",
        "#武汉片区：剑指“芯屏端网”",
        "研发投入高达【12.7亿元】。",
        "#襄阳片区：新能源汽车加速",
        "片区已聚集【40多家】骨干企业。",
    )
    assert zones(*texts, kicker="湖北自贸区：") == ["湖北自贸区", "湖北自贸区武汉片区", "湖北自贸区襄阳片区"]


def test_an_article_on_many_zones_goes_on_where_its_scene_does() -> None:
    texts = (
        "安徽自贸试验区合肥片区有量子科技企业【20多家】。",
        "步入云峦计算科技有限责任公司展厅，样机共有【3台】。",
        "江苏自贸试验区苏州片区、河南自贸试验区也各有所长。",
        "在河南省郑州市，云桥保税集团日均出口【8000单】。",
        "在江苏苏州，云海制药研发投入【5亿元】；在河南，企业已达【26家】。",
    )
    named = zones(*texts, title="建设世界领先的产业集群")
    assert named == ["安徽自贸区合肥片区"] * 2 + ["河南自贸区", "江苏自贸区苏州片区", "河南自贸区"]


OUTSIDERS = [
    "宜昌共有规模以上生物医药企业【80家】。",
    "该园综合实力在全国【108个】生物产业园区中位列前茅。",
    "全市共签约项目【102个】，总投资【510亿元】。",
    "与之相比，全省高新区平均增速为【5.1%】。",
    "海关总署出台的【10条】措施以及昆明海关【223条】措施有效传达到企业。",
    "党的十八大以来，先后部署设立【21个】自由贸易试验区。",
    "成都市GDP突破【2万亿元】。",
    "电耗可降低。国家标准是【8050度】。",
]


@pytest.mark.parametrize("text", OUTSIDERS)
def test_somebody_elses_figures(text: str) -> None:
    for answer in answers(text, **MAIN):
        assert (answer.zone, answer.external) == ("", True)


STILL_OURS = [
    "高新区实际利用外资【1.13亿美元】，占全市实际利用外资总额的【50.3%】。",
    "获批国家专精特新企业【1家】、河北省专精特新中小企业【4家】。",
    "园区创新型企业数量均占全国【20%】以上。",
    "2家企业获评示范企业，占全省【三分之一】。",
    "昆山高新区招商局来访时，云杉岭高新区签约项目【7个】。",
    "落地项目中，世界500强企业投资【15家】。",
    "云杉岭高新区与苏州工业园区、松山湖高新区签署合作协议，共建园区【3个】，首期投资【12亿元】。",
    "通过洋浦引进，计划完成【5个】大品种落地。",
    "高新区签约额比滁州经开区多【12亿元】。",
    "与苏州工业园区相比，该区亩均税收低【8万元】。",
    "从苏州工业园区引进的项目【12个】。",
    "先后赴苏州工业园区、张江高新区招商，签约项目【8个】。",
    "在苏州工业园区举办的招商推介会上，签约项目【15个】，总投资【80亿元】。",
    "签约苏州工业园区企业【12家】。",
    "新材料平均增速低于苏州工业园区【3个】百分点。",
]


@pytest.mark.parametrize("text", STILL_OURS)
def test_a_wider_area_or_a_partner_does_not_take_a_figure(text: str) -> None:
    assert set(zones(text, **MAIN)) == {"云杉岭高新区"}


def test_another_zone_as_the_subject_takes_its_own_figures_only() -> None:
    text = "青河县工业园区去年新增企业【40家】，而云杉岭高新区新增企业【95家】。"
    assert zones(text, **MAIN) == ["青河县工业园区", "云杉岭高新区"]


def test_a_zone_that_lies_in_the_articles_zone_is_told_of_itself() -> None:
    title, text = "云杉岭高新区：开放提速", "松塔综合保税区位于云杉岭高新区东部，规划面积【8.5平方公里】。"
    assert zones(text, title=title) == ["松塔综合保税区"]


def test_an_article_that_goes_from_zone_to_zone() -> None:
    texts = (
        "湖北省枝江市姚家港化工园复工企业已达【52家】。",
        "在安徽，滁州经开区复工企业【312家】。目前，园区重点项目复工【68个】。",
        "在江苏苏州工业园区，产业发展势头火热。年产值超【千亿元】。",
    )
    assert zones(*texts, title="多地园区加快复工") == [
        "枝江市姚家港化工园",
        "滁州经开区",
        "滁州经开区",
        "苏州工业园区",
    ]


def test_a_list_with_turns() -> None:
    assert zones("合肥经开区、芜湖经开区分别集聚企业【4500家】和【2800家】。") == ["合肥经开区", "芜湖经开区"]


def test_a_figure_of_several_zones_is_none_of_theirs() -> None:
    (answer,) = answers("合肥经开区、芜湖经开区共集聚企业【7300家】。")
    assert answer.zone == ""
    assert answer.confidence < 0.5


def test_the_speakers_zone_takes_the_quotation() -> None:
    texts = (
        "安徽自贸试验区合肥片区有一条云飞路，两侧分布着【20多家】企业。",
        "“我们已遴选出【107家】企业。”合肥高新区党工委办公室副主任王邦春说。",
    )
    assert zones(*texts, title="各地加快创新") == ["安徽自贸区合肥片区", "合肥高新区"]


def test_a_plan_told_of_before_keeps_its_zone_whoever_comments() -> None:
    texts = (
        "上海自贸试验区正式启动实施全球营运商计划。浦东新区加快建设。",
        "“全球营运商计划实施以来，累计解决问题约【130个】。”上海浦东新区副区长杨朝说，首批签约【41家】企业增长快。",
    )
    assert zones(*texts, title="各地加快创新") == ["上海自贸区"] * 2


def test_a_city_stands_for_the_free_trade_zone_that_it_is_the_seat_of() -> None:
    text = "中国（浙江）自由贸易试验区推动油气全产业链发展。如今，舟山已集聚【8400余家】油气企业。"
    assert zones(text, title="各地加快创新") == ["浙江自贸区"]


def test_a_park_as_a_project_belongs_to_the_zone_around_it() -> None:
    text = "常州新能源汽车核心零部件产业园项目总投资【100亿元】。"
    assert zones(text, title="常州高新区：总投资508亿元项目签约开工") == ["常州高新区"]


def test_a_park_inside_a_zone_under_its_short_name() -> None:
    texts = ("走进位于香河经济技术开发区的机器人小镇，安静整洁。", "机器人小镇已有【140余家】企业落户。")
    assert zones(*texts, kicker="河北香河经济技术开发区：", title="机器人小镇活力十足") == ["香河经开区机器人小镇"]


def test_a_district_that_an_article_is_about_is_a_zone() -> None:
    texts = ("桂林市七星区召开大会。该区完成产值【227.03亿元】。", "今年，桂林市七星区力争同比增长【17%】。")
    assert zones(*texts, title="桂林七星区 做大做强优势产业") == ["桂林市七星区"] * 2


def test_a_county_and_its_own_whole() -> None:
    texts = ("新昌县位于浙江省东部，全县高新技术企业达【238家】。", "新昌县上市公司达【15家】。")
    assert zones(*texts, title="新昌县：小县大科技") == ["新昌县"] * 2


def test_a_page_without_zones_answers_nothing() -> None:
    (answer,) = answers("公司去年营收【3亿元】。", title="一家企业的转型")
    assert (answer.zone, answer.confidence) == ("", 0.0)


def test_two_names_of_one_unknown_zone() -> None:
    ctx = context("河北唐山海港经济开发区规划面积20平方公里。", "海港经开区完成吞吐量2.6亿吨。")
    (zone,) = ctx.zones
    assert zone.name == "唐山海港经济开发区"
    assert "海港经开区" in zone.aliases


def test_two_unknown_zones_of_one_place_stay_two() -> None:
    ctx = context("云杉岭高新区产值20亿元。", "云杉岭经开区产值30亿元。")
    assert [zone.name for zone in ctx.zones] == ["云杉岭高新区", "云杉岭经开区"]


def test_an_area_of_a_city_is_no_free_trade_area() -> None:
    assert context("武汉片区改造老旧小区36个。", title="老城焕新").zones == ()


def test_what_an_article_is_about() -> None:
    ctx = context(
        "湖北自贸区出台政策。",
        "#武汉片区：剑指“芯屏端网”",
        "武汉东湖新技术开发区管委会介绍情况。",
        "#宜昌片区：生物医药渐成“链”",
        kicker="湖北自贸区：",
    )
    assert ctx.about == ("湖北自贸区", "湖北自贸区武汉片区", "湖北自贸区宜昌片区")


def test_the_answer_says_how_it_was_decided() -> None:
    text = "今年一季度，廊坊经开区实际利用外资【1.13亿美元】。"
    (answer,) = answers(text)
    assert (answer.rule, answer.cue, answer.cue_start, answer.cue_end) == ("subject", "廊坊经开区", 6, 11)


def test_a_citys_full_name_opens_a_sentence_about_it() -> None:
    texts = ("武汉经开区汽车产量【21.3万辆】，占全省的【63%】。武汉市汽车产业链企业超【1200家】。",)
    assert zones(*texts, title="武汉经开区：车谷加速") == ["武汉经开区", "武汉经开区", ""]


def test_means_that_another_place_lends_hold_for_the_sentence() -> None:
    texts = (
        "海口高新区与博鳌乐城国际医疗旅游先行区联手。",
        "通过乐城真实世界研究试点，该药品获批仅用了【13个月】。高新区已投产项目【6个】。",
        "通过乐城引进，计划完成【5个】大品种落地海口。",
    )
    found = zones(*texts, title="海口高新区：“飞地”经济有声有色")
    assert found == ["博鳌乐城国际医疗旅游先行区", "海口高新区", "海口高新区"]


def test_areas_that_only_the_page_names() -> None:
    texts = (
        "中国（云州）自由贸易试验区挂牌。云州自贸区累计新设企业【7.3万家】。",
        "#临溪片区：通道更畅",
        "临溪片区完成进出口【1460亿元】，总量占云州自贸区的近【六成】。",
        "#北湖片区：金融活水",
        "走进北湖片区基金小镇，【386家】金融机构在此集聚。",
    )
    assert zones(*texts, kicker="云州自贸区挂牌五周年记——") == [
        "云州自贸区",
        "云州自贸区临溪片区",
        "云州自贸区临溪片区",
        "云州自贸区北湖片区基金小镇",
    ]


def test_a_name_without_a_place_is_a_zone_where_no_other_is_named() -> None:
    texts = ("图为松塔湖科技园机器人体验中心。该中心占地【1500平方米】。",)
    assert zones(*texts) == ["松塔湖科技园"]
    assert zones("云杉岭高新区签约。在松塔湖科技园，企业【15家】。", title="云杉岭高新区") == ["云杉岭高新区"]


def test_a_new_area_that_a_headline_or_its_office_names_is_a_zone_beside_others() -> None:
    texts = ("襄原新区地区生产总值【1126亿元】。", "2018年封关的襄原综合保税区进出口【412亿元】。")
    assert zones(*texts, title="——写在襄原新区获批十周年之际") == ["襄原新区", "襄原综合保税区"]
    assert zones("襄原新区党工委书记程某说，全区企业【612家】。", texts[1])[0] == "襄原新区"
    assert zones(*texts)[0] != "襄原新区"


def test_a_headline_that_stands_above_anothers_article_does_not_claim_it() -> None:
    texts = ("云港经开区铜箔产能【1.5万吨】。", "全区规上工业产值【187.5亿元】。")
    heads = "云渡综保区前九月进出口值超百亿元 云港经开区锻造铜箔产业链"
    assert zones(*texts, title="从一块铜到一张箔", kicker=heads) == ["云港经开区", "云港经开区"]


def test_a_paragraph_goes_on_only_where_it_says_so() -> None:
    texts = ("滁州经开区复工企业【312家】。", "目前，用工到岗率【91%】。", "北部湾港货物吞吐量【7800万吨】。")
    assert zones(*texts, "苏州工业园区产值【120亿元】。", title="多地加快复工") == [
        "滁州经开区",
        "滁州经开区",
        "",
        "苏州工业园区",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "1—4月，",
        "2023年以来，",
        "挂牌5年来，",
        "“十四五”以来，",
        "●",
        "一是",
        "2月18日上午，",
        "今年前三季度",
        "据不完全统计，截至5月底，",
    ],
)
def test_adverbials_stand_before_a_subject(lead: str) -> None:
    (answer,) = answers(f"{lead}廊坊经开区引进项目【68个】。", title="多地加快复工")
    assert (answer.zone, answer.rule) == ("廊坊经开区", "subject")


def test_news_heard_from_a_zone_is_about_it() -> None:
    assert zones("记者从荆门高新区获悉，一季度新增规上企业【16家】。", title="园区动态") == ["荆门高新区"]


def test_two_zones_of_a_headline_share_a_figure() -> None:
    texts = ("石家庄高新区拥有企业【400家】。两区规模突破【1000亿元】。石家庄经开区产值达【560亿元】。",)
    found = zones(*texts, title="石家庄高新区、石家庄经开区携手打造医药产业集群")
    assert found == ["石家庄高新区", "", "石家庄经开区"]


def test_a_companys_park_is_no_zone() -> None:
    ctx = context("比亚迪襄阳产业园总投资100亿元。", title="襄阳高新区：产业向新")
    assert [zone.name for zone in ctx.zones] == ["襄阳高新区"]


def test_a_zone_told_by_its_distance_takes_the_paragraph_over():
    assert (
        zones(
            "距此15公里的兰州新区综合保税区是另一番景象。该区规划面积【3.39平方公里】，注册企业达到【285家】。",
            title="兰州新区：荒滩上长出产业新城",
        )
        == ["兰州新区综合保税区"] * 2
    )


def test_an_area_that_only_its_work_shows_to_be_one_of_a_free_trade_zone() -> None:
    texts = ("厦门片区挂牌后，海关实行保税维修。片区累计引进租赁飞机【106架】。",)
    assert zones(*texts, title="老飞机为何爱往厦门飞") == ["福建自贸区厦门片区"]
    assert zones("厦门片区的老旧小区改造完成【12个】。", title="老城换新颜") == [""]


def test_what_a_zone_came_from_is_no_subject() -> None:
    text = "昆山综合保税区2009年由昆山出口加工区升级而来，现有企业【131家】。"
    assert zones(text, title="综保区里忙") == ["昆山综合保税区"]


def test_one_among_them_holds_to_its_mark() -> None:
    text = "湖北自贸区税收总额【455亿元】，其中武汉片区占【六成】；实际使用外资【1.2亿美元】。"
    assert zones(text, kicker="湖北自贸区：") == ["湖北自贸区", "湖北自贸区武汉片区", "湖北自贸区"]


def test_a_firm_keeps_its_place_over_paragraphs_where_an_article_has_no_zone() -> None:
    texts = ("3月10日，在云杉岭高新区，诺辰基因公司的设备已有【42台】。", "诺辰2014年起步，去年营收【9.8亿元】。")
    assert zones(*texts, title="实验室里的抢跑者")[0] == "云杉岭高新区"


def test_a_place_in_a_headline_is_the_zone_of_its_name_that_is_most_spoken_of() -> None:
    texts = (
        "在洋浦保税港区，人人会念。",
        "某油脂公司累计内销【14.2亿元】。",
        "洋浦保税港区新增企业【389家】。洋浦经济开发区管委会副主任林某透露，将再引进【63家】。",
    )
    assert zones(*texts, title="洋浦：加工增值，账怎么算")[:2] == ["洋浦保税港区"] * 2


def test_a_zone_and_its_bonded_zone_are_told_apart() -> None:
    texts = ("兰州新区发运班列【156列】。新区综合保税区进出口额【47亿元】。",)
    assert zones(*texts, title="兰州新区稳外贸") == ["兰州新区", "兰州新区综合保税区"]
    beside = ("合肥经开区管委会负责人介绍，经开区正在综保区东侧规划建设【1500亩】的产业园。",)
    assert zones(*beside, title="合肥经开综保区 进出口跃居首位") == ["合肥经开区"]


def test_a_direction_may_stand_inside_a_zones_name() -> None:
    assert zones("今年以来，太原中北高新区新增企业【1645户】。") == ["太原中北高新区"]


def test_the_whole_region_goes_on_under_its_short_name() -> None:
    text = "综保区进出口【12亿元】，占宁夏全区的5.4%。同期，全区进出口【230亿元】。"
    assert zones(text, title="银川综合保税区进出口增长") == ["银川综合保税区", ""]


def test_a_park_in_a_list_of_projects_is_not_what_an_article_is_about() -> None:
    text = "3月28日，首批【183个】项目集中开工，总投资【1038亿元】，包括青石大道、清凉湾康养小镇等项目。"
    assert zones(text, title="首批重大项目集中开工") == ["", ""]
    assert zones(text, title="岚宁一体化经济区项目集中开工") == ["岚宁一体化经济区"] * 2


def test_a_zone_may_be_told_of_behind_its_size() -> None:
    texts = (
        "云州自贸区青江片区与青江综合保税区同城联动。面积1.8平方公里的综保区进出口【7.6亿元】。",
        "片区的办法已在12.5平方公里的青江综合保税区推开，新增企业【18家】。",
    )
    assert zones(*texts, title="云州自贸区青江片区")[0] == "青江综合保税区"


def test_a_zone_that_another_is_a_multiple_of_is_not_told_of() -> None:
    for as_much in ("是上海自贸区的1.9倍", "约为上海自贸区的三分之一", "达上海自贸区的八成"):
        text = f"片区税收【241亿元】，{as_much}，新增企业【6500家】。"
        assert set(zones(text, title="前海蛇口自贸片区九个月账单")) == {"广东自贸区前海蛇口片区"}


def test_what_a_zone_once_was_and_who_helps_it_are_not_spoken_of() -> None:
    texts = (
        "云岭新区的前身，是首批国家级开发区之一的青石开发区。这里现有韩资企业【326家】。",
        "苏州工业园区先后派来【13名】管理人员，规划图改了【27稿】。",
    )
    assert zones(*texts, title="云岭新区：老树新枝") == ["云岭新区"] * 3


def test_a_zone_told_by_another_is_the_subject() -> None:
    for lead in (
        "综保区所在的合肥经开区",
        "与高新区一路之隔的合肥经开区",
        "设在高新区里的合肥经开区",
        "全市另一个国家级开放区域合肥经开区",
    ):
        assert zones(f"{lead}去年进出口【213亿元】，增长【8%】。", title="合肥高新区一年账单") == ["合肥经开区"] * 2
    text = "某外企就在高新区相邻的合肥经开区，其二期项目总投资【55亿元】。"
    assert zones(text, title="合肥高新区一年账单") == ["合肥经开区"]
    text = "在全省18个高新区中仅次于芜湖高新区，居【第2位】。"
    assert zones(text, title="合肥高新区一年账单") == ["合肥高新区"]


def test_a_zone_in_passing_goes_on_with_its_firm_only() -> None:
    visit = "走进位于合肥综合保税区的澄光半导体公司，产线正忙。"
    for firm in ("公司", "该企业", "企业"):
        text = f"{visit}{firm}去年投产，实现产值【12.4亿元】。"
        assert zones(text, title="合肥高新区一年账单") == ["合肥综合保税区"]
    text = f"{visit}去年，全区引进项目【32个】。"
    assert zones(text, title="合肥高新区一年账单") == ["合肥高新区"]
    text = "区内的合肥综合保税区进出口【212亿元】。新能源同样亮眼，星垣基地下线整车【3.4万辆】。"
    assert zones(text, title="合肥高新区一年账单") == ["合肥综合保税区", "合肥高新区"]


def test_we_behind_anothers_figure_are_the_articles_zone() -> None:
    text = "芜湖高新区去年产值超过【2700亿元】，我们才【860亿元】。到2025年，要达到【1200亿元】。"
    assert zones(text, title="对话合肥高新区") == ["芜湖高新区", "合肥高新区", "合肥高新区"]
    text = "同期芜湖高新区是我们的近4倍；去年，这个数字提高到【15.8万元】。"
    assert zones(text, title="对话合肥高新区") == ["合肥高新区"]
    text = "芜湖高新区副主任李明说，芜湖高新区去年产值【94亿元】，我们还将引进项目【23个】。"
    assert zones(text, title="对话合肥高新区") == ["芜湖高新区"] * 2


def test_a_headline_that_begins_with_the_short_name_of_a_zone_names_it() -> None:
    texts = (
        "青川滨江经济合作区去年引进项目【36个】。区内的合肥综合保税区进出口【81亿元】。",
        "机场开通航线【56条】。",
    )
    assert zones(*texts, title="青川滨江：航线多了")[2] == "青川滨江经济合作区"


def test_a_district_that_no_table_has_is_the_zone_of_its_name() -> None:
    assert zones("潍坊滨海经开区开工忙。滨海区工业增加值增长【10.6%】。", title="盐滩开工") == ["潍坊滨海经开区"]
    assert zones("苏州吴江经开区开工忙。吴江区工业增加值增长【6%】。", title="水乡开工") == [""]
