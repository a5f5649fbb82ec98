"""Small pages read from end to end: what a brief may say of them, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.briefing import compose, load_audience
from reporter.build.collect import collect, survey
from reporter.config import UserWords
from reporter.model import Brief

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
HEAD = "云岭高新区：产业加快集聚\n\n本报记者 王小云\n\n"


@pytest.fixture
def brief(tmp_path: Path):
    def made(
        body: str, audience: str = "leader", zone: str = "云岭高新区", year: int = 2022, head: str = HEAD
    ) -> Brief:
        page = tmp_path / f"{year}-05-20-page.txt"
        page.write_text(head + body, encoding="utf-8")
        (collection,) = collect(survey([str(page)], UserWords())[0], UserWords(), jobs=1)
        return compose(collection, zone, load_audience(audience, [BUILT_IN]))

    return made


def told(brief: Brief, name: str) -> str:
    section = brief.section(name)
    if section is None:
        return ""
    words = [s.text for s in (*section.statements, *section.remarks)]
    words += [row.fact.name for row in section.projects]
    return "\n".join([*words, *(getattr(fact, "name", "") or getattr(fact, "text", "") for fact in section.facts)])


def test_what_the_headline_speaks_of_comes_first(brief) -> None:
    body = (
        "记者从云岭高新区获悉，去年，该区冷链快件达到1240万件，同比增长28.3%。\n\n"
        "云岭高新区现有入驻企业210家，建成标准厂房8万平方米，引进项目36个。"
    )
    head = "云岭高新区冷链快件破千万\n\n本报记者 王小云\n\n"
    assert "冷链快件1240万件" in brief(body, head=head).title.text
    assert "冷链快件" not in brief(body).title.text


def test_points_beyond_a_whole_are_never_printed_as_pieces(brief) -> None:
    body = "一季度，云岭高新区规上工业总产值86.4亿元，同比增长15.6%，增速分别高于全省、全市6.3个和4.7个百分点。"
    page = brief(body, "analyst")
    shown = [f"{line.metric}{line.printed}" for line in page.section("actuals").groups[0].lines]
    assert "规上工业总产值增速高于全省6.3个百分点" in shown


def test_a_rate_still_to_come_is_reached_not_built(brief) -> None:
    body = "这批项目开工后，云岭高新区二季度新建产业项目开工率将达52.3%。"
    assert "新建产业项目开工率将达52.3%" in told(brief(body, year=2022), "targets")


def test_a_zone_does_not_sign_with_itself(brief) -> None:
    body = "日前，传感器封装等6个项目与云岭高新区签约。到目前为止，该区2次集中签约项目共计18个，累计签约资金64.2亿元。"
    made = brief(body)
    said = told(made, "summary") + told(made, "figures")
    assert "签约的项目6个" in said
    assert "与云岭高新区签约" not in said
    assert "日前" not in said
    assert "集中签约项目18个" in said


def test_next_steps_are_the_zones_own(brief) -> None:
    body = (
        "“下一步我们将把老厂房改成共享车间，力争三年内让小微企业都用得上好设备。”云岭高新区管委会主任杜青松说。\n\n"
        "云岭高新区企业海星仪表有限公司订单充足。海星仪表有限公司2022年有望实现产值8000万元。"
    )
    said = told(brief(body), "targets")
    assert "把老厂房改成共享车间" in said
    assert "8000万元" not in said


def test_a_buyer_or_builder_is_no_company_of_the_zone(brief) -> None:
    body = (
        "云岭高新区引入海星精密制造有限公司、远山新材料有限公司等龙头企业。海星精密制造有限公司最近中标江南电网公司测温项目。"
        "承担厂房施工的大河城建集团表示，年内可以封顶。"
    )
    said = told(brief(body), "companies")
    assert "海星精密制造有限公司" in said
    assert "江南电网" not in said
    assert "大河城建" not in said


def test_a_phase_told_by_its_size_is_no_project_beside_its_whole(brief) -> None:
    body = (
        "在云岭高新区，海星年产24万吨纸浆项目进展顺利。该项目计划总投资90亿元，分两期建设，一期形成年产8万吨的规模。"
        "8万吨纸浆项目投资31亿元，今年开工。"
    )
    made = brief(body)
    assert "8万吨纸浆项目" not in told(made, "projects")
    assert "31亿元" not in told(made, "figures") + told(made, "summary")


def test_what_is_not_certain_is_not_said_of_the_source(brief) -> None:
    body = "4月9日，云岭高新区举行项目集中签约仪式，14个项目集中签约，总投资63亿元。区内陶瓷刀具产量占全国两成以上。"
    said = told(brief(body), "gaps")
    assert "没有给出可作同比" not in said
    assert "14个" not in said
    assert "集中签约" not in said


def test_an_incomplete_count_says_so(brief) -> None:
    said = told(brief("据不完全统计，今年3月和4月，云岭高新区新签约项目70多个。"), "summary")
    assert "据不完全统计" in said


def test_the_profile_is_there_for_every_zone_with_names_as_printed(brief) -> None:
    made = brief("近日，德阳高新区企业海星公司获评绿色工厂。德阳高新区新设3个服务站。", "analyst", "德阳高新区")
    assert made.section("profile") is not None
    assert made.zone.aliases == ()


def test_of_a_list_that_adds_up_none_is_left_out(brief) -> None:
    parts = {"机械": 60, "食品": 45, "陶瓷": 25, "纺织": 16, "仪表": 14, "涂料": 12, "木器": 11}
    sorts = "；".join(f"{kind}项目9个，总投资{money}亿元" for kind, money in parts.items())
    body = f"4月9日，云岭高新区举行项目集中签约仪式。\n\n此次集中签约63个项目，总投资183亿元。其中{sorts}。"
    said = told(brief(body), "figures")
    assert all(f"{kind}项目总投资{money}亿元" in said for kind, money in parts.items())


def test_parts_of_two_wholes_do_not_contradict(brief) -> None:
    body = (
        "4月9日，云岭高新区举行重大项目集中开工签约仪式。\n\n此次集中签约21个项目，总投资130亿元。其中服务业项目6个，总投资22亿元。\n\n"
        "19个集中开工的重点项目总投资94亿元。19个项目中，17个为工业项目，2个服务业项目。"
    )
    assert "两说并存" not in told(brief(body), "doubts")


def test_what_is_told_of_another_zone_or_of_the_country_is_not_told_of_this_one(brief) -> None:
    body = (
        "2021年3月3日，国务院办公厅印发《关于河湖养护的意见》。\n\n"
        "江南自贸试验区正在打造外贸新高地。2021年5月6日，云岭高新区获批建设省级检测中心。"
        "云岭高新区获批3个项目。2021年6月1日，云岭高新区与海星集团签约。"
    )
    made = brief(body)
    happened = [moment.what for moment in made.section("timeline").moments] if made.section("timeline") else []
    assert not any("国务院办公厅" in what for what in happened)
    assert "江南自贸试验区" not in told(made, "summary") + told(made, "words")


def test_words_that_hang_on_others_are_not_quoted(brief) -> None:
    body = (
        "“方便、快速。”云岭高新区招商局局长李大鑫说。\n\n“这种涂料比进口的便宜三成，客户用了都说好，明年还要扩产。”海星公司董事长曾青松说。\n\n"
        "云岭高新区产业加快发展，签约项目12个，总投资30亿元。"
    )
    said = told(brief(body, "investor"), "people")
    assert "方便、快速" not in said
    assert "这种涂料" not in said


def test_those_of_the_first_round_are_not_all(brief) -> None:
    made = brief("云岭高新区推出伙伴计划，首批签约27家企业。")
    assert any(line.metric == "首批签约企业" for line in made.lines.values())


def test_a_part_is_told_with_its_whole(brief) -> None:
    body = (
        "云岭高新区水系整治项目是园区的核心，包含湖心水库建设、河湖连通工程等，水面面积为2.5平方公里，正在建设。"
        "其中，河湖连通工程估算总投资约13.6亿元。"
    )
    made = brief(body)
    section = made.section("projects")
    assert section is not None and [row.fact.name for row in section.projects] == ["云岭高新区水系整治项目"]
    assert [phrase.text for phrase in section.projects[0].details] == ["其中河湖连通工程估算总投资约13.6亿元"]
    assert "河湖连通工程" not in told(made, "figures")


def test_a_share_and_its_rank_are_one_line(brief) -> None:
    body = "海星汽车有限公司是云岭高新区的龙头企业。去年，海星汽车有限公司物流车市场占有率16%，行业排名第一。"
    said = told(brief(body), "figures") + told(brief(body), "summary")
    assert "市场占有率为16%，行业排名第一" in said


def test_a_round_of_signings_says_which(brief) -> None:
    body = (
        "3月13日，云岭高新区举行了2022年的第二次集中签约仪式，签约项目7个，签约金额46.5亿元。"
        "截至目前，该区3次集中签约项目共计30个，累计签约资金78.9亿元。"
    )
    said = told(brief(body), "figures") + told(brief(body), "summary")
    assert "第二次集中签约金额为46.5亿元" in said


def test_what_is_told_of_a_running_total_is_one(brief) -> None:
    body = "揭牌成立两年多来，云岭高新区累计签约前沿科技产业项目72个，涉及投资额316亿元。"
    made = brief(body)
    assert "累计签约前沿科技产业项目投资额" in made.title.text + told(made, "summary") + told(made, "figures")


def test_the_price_of_one_deal_is_no_figure_of_a_zone(brief) -> None:
    body = (
        "云岭高新区已有80余家企业复工，复工率达96%。"
        "云岭高新区企业海星信息技术有限公司研发的高精密仪器就以350万元的价格一举中标某研发项目。"
    )
    assert "350万元" not in told(brief(body), "figures")


def test_nobody_is_quoted_twice(brief) -> None:
    body = "云岭高新区党工委副书记张启明表示：“小镇创立之初，就确定了以研发为特色、以核心零部件为支撑的产业构架。”"
    made = brief(body)
    text = "".join(told(made, section.name) for section in made.sections)
    assert text.count("以研发为特色") == 1


def test_what_points_to_a_day_or_scene_not_quoted_is_not_quoted(brief) -> None:
    body = (
        "云岭高新区举办融资对接会，针对企业需求进行了对接，当天现场报名的融资需求超6亿元。"
        "现场还发布了4项前沿科研成果，分别为数据定价技术、仿真平台、首款芯片产品以及互联标准。"
    )
    made = brief(body)
    said = "".join(s.text for section in made.sections for s in section.statements if s.quoted)
    assert "现场还发布" not in said


def test_parts_of_one_whole_are_one_sentence(brief) -> None:
    body = (
        "2月18日，云岭高新区集中签约重点项目32个，总投资127亿元。"
        "其中优质产业项目16个，总投资84亿元；现代服务业项目10个，总投资28亿元；科技人才项目6个，总投资15亿元。"
    )
    made = brief(body)
    said = told(made, "figures") + told(made, "summary")
    assert said.count("集中签约重点项目中，") <= 1


def test_an_investor_reads_a_saying_once(brief) -> None:
    body = (
        "云岭高新区党工委副书记张启明告诉记者，目前，云岭机器人产业集群已初具规模。“小镇创立之初，"
        "就确定了以研发为特色、以核心零部件为支撑的产业构架。”张启明表示。"
    )
    made = brief(body, "investor")
    statements = [s.text for section in made.sections for s in section.statements]
    assert sum("以研发为特色" in text for text in statements) == 1


def test_what_a_company_is_first_in_is_no_honour_of_the_zone(brief) -> None:
    body = (
        "云岭高新区集聚光电子企业120家。云岭高新区综合实力在全省高新区中位列第三。\n\n"
        "海星仪表有限公司是全省唯一一家获得国际认证的仪表企业，公司产品销往30个国家。"
    )
    assert "唯一" not in told(brief(body), "rankings")
    assert "唯一" in told(brief(body, "investor"), "rankings")


def test_what_firms_hope_for_is_no_step_of_the_zone(brief) -> None:
    body = "云岭高新区集聚光电子企业120家。\n\n海星仪表有限公司扩建了厂房，2022年有望实现产值8000万元。"
    section = brief(body).section("targets")
    assert section is None or section.title == "企业与项目预期"


def test_somebodys_word_for_a_firms_figure_stays_with_it(brief) -> None:
    body = "云岭高新区集聚光电子企业120家。\n\n海星仪表有限公司总经理林远介绍，2021年海星仪表有限公司营业收入12.6亿元。"
    lines = {line.metric: line for line in brief(body).lines.values()}
    assert lines["营业收入"].proviso == "据介绍"
    assert lines["集聚光电子企业"].proviso == ""


def test_a_measure_is_told_with_whoever_takes_it(brief) -> None:
    body = (
        "2021年，云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元，新增高新技术企业36家。\n\n"
        "同时，雾江海关主动开展上门服务，第一时间把政策送到云岭高新区企业；对急需的货物推行“不到场查验”，帮助企业提货。"
    )
    (fact,) = brief(body).section("policies").facts
    assert fact.name == "雾江海关对急需的货物推行“不到场查验”"


def test_what_one_firm_got_is_no_measure_of_the_zone(brief) -> None:
    body = "近日，云岭高新区的海星仪表有限公司获得《雾江海关关于开展保税检测试点的批复》。\n\n云岭高新区集聚光电子企业120家。"
    assert "批复" not in told(brief(body), "policies")


def test_a_measure_told_by_the_way_is_told_by_what_the_zone_did(brief) -> None:
    body = (
        "云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元，新增高新技术企业36家。\n\n"
        "正是受益于云岭高新区首创的“检测设备分级管理”制度，公司可以按一般贸易方式进口样机。"
    )
    assert "首创“检测设备分级管理”制度" in told(brief(body, "investor"), "policies").split("\n")
    made = brief(body, "public").section("rankings")
    assert [fact.text for fact in made.facts] == ["云岭高新区首创“检测设备分级管理”制度"]


def test_what_was_years_ago_keeps_its_year(brief) -> None:
    body = (
        "云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元，新增高新技术企业36家。\n\n"
        "2019年，光电子产业集群入选首批国家级战略性新兴产业集群。\n\n"
        "2018年，“云岭贷”服务模式成为全国推广的科技金融经验之一。"
    )
    made = brief(body)
    assert told(made, "rankings").startswith("2019年，")
    assert [fact.date for fact in made.section("policies").facts] == ["2018"]


def test_who_leads_the_country_stands_in_no_list_of_voices(brief) -> None:
    body = (
        "2021年11月，习近平总书记在考察云岭高新区时发表讲话。\n\n云岭高新区集聚光电子企业120家。"
        "习近平在云岭高新区强调：“要把光电子产业做大做强，服务全国大局。”"
    )
    assert all("做大做强" not in told(brief(body, name), "people") for name in ("investor", "public", "leader"))


def test_what_a_project_will_hold_is_still_to_come(brief) -> None:
    body = (
        "云岭高新区集聚光电子企业120家。\n\n澄屿数据中心项目落户云岭高新区。该项目总投资9亿元，容纳3万台服务器，"
        "达产后年产值3亿元。"
    )
    (row,) = brief(body, "investor").section("projects").projects
    assert {line.metric for line in row.lines} == {"预计容纳服务器", "达产后年产值预计达"}


def test_somebodys_superlative_is_his_word(brief) -> None:
    body = (
        "云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元。\n\n"
        "云岭高新区党工委书记林远说，全球规模最大、种类最全的光子装置集群基本形成，装置开放运行。"
    )
    texts = [fact.text for fact in brief(body, "public").section("rankings").facts]
    assert texts and all(text.startswith("据介绍，") for text in texts)


def test_a_brochure_shows_no_shortage(brief) -> None:
    body = "2021年，云岭高新区集聚光电子企业120家，固定资产投资下降13%，冬季用工缺口500人，实际利用外资1.2亿美元。"
    shown = [line.metric for line in brief(body, "investor").section("figures").lines]
    assert shown and not any("下降" in metric or "缺口" in metric for metric in shown)
    assert any("下降" in line.metric for line in brief(body).lines.values())


def test_a_row_of_slogans_says_nothing(brief) -> None:
    body = "云岭高新区集聚光电子企业120家。\n\n“政务服务事项100%网上可办”“取消69项证明事项”“企业开办一天办成”……"
    assert not any("一天办成" in told(brief(body), name) for name in ("policies", "summary", "words"))


def test_a_sentence_on_several_zones_is_quoted_from_where_it_is_of_this_one(brief) -> None:
    body = "雾江自贸区成为全国第二大租赁聚集地，云岭高新区打造全省重要的“一站式”光电子基地……"
    said = told(brief(body), "summary")
    assert "雾江" not in said
    assert "…" not in said


def test_a_plan_is_a_next_step_and_no_measure_taken(brief) -> None:
    body = (
        "2021年，云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元，新增高新技术企业36家。\n\n"
        "云岭高新区将出台《光电子产业发展规划》，引导企业做大做强。"
    )
    made = brief(body)
    assert "规划" not in told(made, "policies")
    assert "将出台《光电子产业发展规划》" in told(made, "targets")


def test_a_torn_article_is_a_note_on_the_sources(brief) -> None:
    made = brief("云岭高新区集聚光电子企业120家。\n\n全区今年一季度产值增长，主要受")
    assert made.section("doubts") is None
    assert "不完整" in told(made, "gaps")


def test_what_is_told_without_marks_is_no_quotation(brief) -> None:
    body = (
        "2021年，云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元。\n\n"
        "云岭高新区财政金融局局长林远说，下一步还将把水电费、社保缴纳等数据接入平台，放款也会更快。"
    )
    targets = brief(body).section("targets")
    assert not any(statement.quoted for statement in targets.statements)
    assert "云岭高新区财政金融局局长林远表示，下一步还将" in told(brief(body), "targets")


def test_what_one_firm_did_is_no_measure_of_the_zone(brief) -> None:
    body = (
        "2021年，云岭高新区集聚光电子企业120家，实际利用外资1.2亿美元。\n\n"
        "云岭高新区推出“信用贷”。3月初，公司凭一份订单合同申请“科信贷”，500万元信用贷款到账。"
    )
    assert "凭一份订单" not in told(brief(body), "policies")


def test_what_is_no_project_of_its_own_is_in_no_row(brief) -> None:
    body = (
        "云岭高新区现有企业210家，去年产值120亿元。园区设立10亿元的星河科创接力基金。\n\n"
        "截至去年底，云岭石化基地落地配套项目52个，总投资1980亿元。\n\n"
        "这座总投资24.7亿元的大桥今年5月合龙。"
    )
    rows = told(brief(body), "projects")
    assert not any(word in rows for word in ("基金", "基地", "大桥"))


def test_a_record_of_some_firm_is_no_rank(brief) -> None:
    body = (
        "云岭高新区去年产值120亿元，排名全省第三。\n\n"
        "“订单排满了。”宁州霁泽材料科技有限公司经理李大川说，公司月产量4.9万吨，居全国第一。"
    )
    assert "公司月产量" not in told(brief(body), "rankings")


def test_a_phase_is_told_with_its_firm(brief) -> None:
    body = (
        "云岭高新区现有企业210家。宁州霁泽材料科技有限公司拥有专利132件。\n\n"
        "今年，霁泽材料总投资4.8亿元的三期项目开工，达产后可新增产值9亿元。"
    )
    assert "霁泽材料科技有限公司三期项目" in told(brief(body), "projects")


def test_what_a_figure_has_told_is_no_measure_again(brief) -> None:
    body = "云岭高新区去年产值120亿元。全区派出68名“链长”助理驻厂，帮助企业对接货源。"
    made = brief(body)
    words = "\n".join(told(made, name) for name in ("summary", "figures", "policies"))
    assert words.count("68名") <= 1


@pytest.mark.parametrize(
    ("section", "body", "said", "unsaid"),
    [
        (  # aid without a sum is an offer; what the zone received is none
            "policies",
            "云岭高新区集聚企业210家。在空间上，提供厂房4万平方米；在政策上，给予园区房租补贴、个税奖励等服务支持。"
            "2021年，云岭高新区获国家、省扶持资金支持9000多万元。",
            "给予园区房租补贴、个税奖励等服务支持",
            "9000多万元",
        ),
        (  # finance that firms were helped to is a service; what a plant supplies is none
            "policies",
            "云岭高新区通过绿色通道已帮助135户企业获得融资5.68亿元。"
            "余热通过蒸汽锅炉，每年能够为云岭高新区企业提供16万吨蒸汽。",
            "5.68亿元",
            "16万吨",
        ),
        (  # who only presents at a meeting is no firm of the zone
            "companies",
            "云岭高新区举行融资对接会。会上，海星银行、远山银行等多家银行的负责人就贷款产品进行了介绍。"
            "云岭高新区集聚了澄屿科技有限公司、白石光电有限公司等企业。",
            "澄屿科技有限公司",
            "海星银行",
        ),
    ],
)
def test_what_an_investor_is_shown(brief, section: str, body: str, said: str, unsaid: str) -> None:
    shown = told(brief(body, "investor"), section)
    assert said in shown
    assert unsaid not in shown


def test_two_in_all_are_not_told_as_one(brief) -> None:
    page = brief("2021年，云岭高新区企业获批省重大科技专项和重点研发专项各1项。", "analyst")
    shown = [f"{line.metric}{line.printed}" for group in page.section("actuals").groups for line in group.lines]
    assert any(text.endswith("各1项") for text in shown)


def test_parts_of_a_plan_name_the_whole(brief) -> None:
    body = (
        "云岭高新区全年计划提供产业用地4030亩，确保项目尽快落地。"
        "其中，计划盘活供而未用产业用地2830亩，盘活低效产业用地600亩。"
    )
    assert "计划提供产业用地中，计划盘活供而未用产业用地2830亩；计划盘活低效产业用地600亩" in told(
        brief(body), "targets"
    )


@pytest.mark.parametrize("speaker", ["王小云书记", "书记王小云"])
def test_a_speaker_is_named_as_printed(brief, speaker: str) -> None:
    body = f"云岭高新区现有企业210家。{speaker}强调：“我们在这里一年办成了过去三年才能办成的事。”"
    assert brief(body, "analyst").section("people").statements[0].heading == speaker


def test_the_time_of_a_brief_is_no_day_up_to_its_own_month(brief) -> None:
    body = "2022年3月13日，云岭高新区签约项目7个。2022年2月至3月，云岭高新区对接项目110个。"
    assert brief(body, "analyst").period == "2022年3月"


def test_what_has_risen_to_a_number_is_that_number(brief) -> None:
    body = "2019年至2021年，云岭高新区工业总产值从68亿元猛增到146亿元，主营业务收入也从66亿元增长到145亿元。"
    page = brief(body, "investor")
    assert {"146亿元", "145亿元"} <= {str(line.printed) for line in page.section("figures").lines}


def test_a_judgement_quotes_no_firm(brief) -> None:
    body = "云岭高新区在建重点项目4个。霁海玻璃有限公司是一家钢化玻璃生产企业，公司年总产值2.5亿元，拥有生产线12条。"
    assert "霁海" not in told(brief(body), "summary")


def test_a_growth_that_stands_beside_its_level_is_not_said_again(brief) -> None:
    head = "云岭高新区一季度投资增长36.8%\n\n本报记者 王小云\n\n"
    page = brief("一季度，云岭高新区完成全社会固定资产投资178.7亿元，同比增长36.8%。", head=head)
    assert "投资增长36.8%" not in told(page, "figures")
