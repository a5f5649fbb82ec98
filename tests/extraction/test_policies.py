"""Policies: documents, mechanisms, measures, and what only looks like one."""

from __future__ import annotations

import pytest
from prose import ZONE, article, facts, grammars

from reporter.extraction.kinds import find_kinds
from reporter.extraction.zones import link
from reporter.language.spans import Anchor
from reporter.model import Policy


@pytest.mark.parametrize(
    ("sentence", "name", "form"),
    [
        ("《云杉岭高新区优化营商环境行动方案》出台。", "《云杉岭高新区优化营商环境行动方案》", "document"),
        ("高新区采取“揭榜挂帅”机制，推进技术攻关。", "“揭榜挂帅”机制", "mechanism"),
        ("高新区建立了重点企业“一对一”服务企业特派员机制。", "“一对一”服务企业特派员机制", "mechanism"),
        ("高新区落实工业设计等“八大专项促进办法”。", "“八大专项促进办法”", "mechanism"),
        ("对货物大力推行“不到场查验”，通关更快。", "“不到场查验”", "measure"),
        ("高新区正式启动实施全球营运商计划。", "全球营运商计划", "measure"),
        ("高新区推出“云杉十条”，支持科技企业。", "“云杉十条”", "measure"),
        ("为企业提供从注册到投产的“一站式”服务。", "“一站式”服务", "mechanism"),
        ("高新区擦亮“澜如意”营商环境服务品牌。", "“澜如意”营商环境服务品牌", "mechanism"),
        ("高新区以“项目攻坚推进年”为抓手。", "“项目攻坚推进年”", "mechanism"),
        ("按照“上下衔接、左右贯通”原则，链条正在成形。", "“上下衔接、左右贯通”原则", "mechanism"),
        ("高新区探索“飞地”产业共建模式。", "“飞地”产业共建模式", "mechanism"),
        ("推行“先验后放+屏对屏查验”后，通关更快。", "“先验后放+屏对屏查验”", "measure"),
        ("走进云杉岭高新区，“园区研发+基地制造”能带来什么？", "“园区研发+基地制造”", "measure"),
        ("“铁海联运一单制”每年可节约成本千万元。", "“铁海联运一单制”", "measure"),
        ("审批事项实现“一枚印章管到底”，时限压缩。", "“一枚印章管到底”", "measure"),
        ("“出口退税前置”改革使企业少等10天。", "“出口退税前置”改革", "mechanism"),
        ("其中，“边贸货物就地加工”等3项经验在全省复制推广。", "“边贸货物就地加工”", "measure"),
        ("每年发放总额1亿元的“云杉券”。", "“云杉券”", "measure"),
        ("园区为重点项目配备“链上管家”。", "“链上管家”", "measure"),
        ("县里拿出5000万元设立企业周转金。", "企业周转金", "measure"),
        ("当天启动的人才安居宣传月活动吸引了千人。", "人才安居宣传月", "measure"),
        ("高新区围绕外贸出台专项措施12条。", "专项措施12条", "measure"),
        (
            "高新区发布《云杉岭高新区助企纾困若干举措（2022版）》。",
            "《云杉岭高新区助企纾困若干举措（2022版）》",
            "document",
        ),
        ("高新区的“接力融资”帮企业渡过难关。", "“接力融资”", "measure"),
        ("2019年“云杉六条”出台前，企业很少。", "“云杉六条”", "measure"),
        ("“澜信贷”风险补偿资金池扩大到3亿元。", "“澜信贷”风险补偿资金池", "measure"),
        ("去年，“澜信贷”已帮助80家企业。", "“澜信贷”", "measure"),
        ("按合同金额的一成给予“运力券”补贴。", "“运力券”", "measure"),
        ("管委会派来的“安商专员”跑了10多趟。", "“安商专员”", "measure"),
        ("每条产业链由一名区领导任“链长”。", "“链长”", "measure"),
        ("高新区全面推行“定制地”供应，用地更省。", "“定制地”", "measure"),
        ("今年起，奖励改“一次性付”为“按年结算”。", "“按年结算”", "measure"),
        ("所有事项实现“当天办结”。", "“当天办结”", "measure"),
        ("试点以来，“无人值守审批”受到欢迎。", "“无人值守审批”", "measure"),
        ("车辆到卡口“共同查验、一次核放”。", "“共同查验、一次核放”", "measure"),
        ("片区推出燃料业务“先装后验”，船舶少等两天。", "“先装后验”", "measure"),
        ("对优质项目推行“签约即供地”。", "“签约即供地”", "measure"),
        ("高新区推行的“大数据+网格”智能化执法监管上线以来，投诉减少。", "“大数据+网格”智能化执法监管", "mechanism"),
        ("高新区建立“周调度、月通报”工作机制。", "“周调度、月通报”工作机制", "mechanism"),
        ("由高新区搭建的“企业晴雨表”平台接入企业126家。", "“企业晴雨表”平台", "measure"),
        ("一笔300万元的“澜创贷”解了燃眉之急。", "“澜创贷”", "measure"),
        ("高新区为每家企业各配了一名“首席服务员”。", "“首席服务员”", "measure"),
        ("片区推行企业登记确认制以来，开办企业只要半天。", "企业登记确认制", "measure"),
        ("综保区实行研发用物品“白名单”，进口更快。", "研发用物品“白名单”", "measure"),
        ("这是园区从去年9月开始办的“局长早茶”，每月一期。", "“局长早茶”", "measure"),
        ("推行“不碰面”审批、受理。", "“不碰面”审批", "measure"),
        ("推行“容缺受理+书面承诺”制，企业少跑腿。", "“容缺受理+书面承诺”制", "mechanism"),
        ("区里给企业派了“联络员”。", "“联络员”", "measure"),
        ("高新区建立“赛马”机制。", "“赛马”机制", "mechanism"),
        ("企业落户时须签‘承诺’协议。", "‘承诺’协议", "mechanism"),
        ("企业首批享受原料进口免关税政策。", "原料进口免关税政策", "measure"),
        ("自5月1日跨境理财双向兑换试点政策落地以来，开户200个。", "跨境理财双向兑换试点", "measure"),
        ("以前要等5天；现在‘分送集报’，当天就能走。", "‘分送集报’", "measure"),
        ("“留白增绿”以来，全区关停企业43家。", "“留白增绿”", "measure"),
        ("坚持以水定城，园区把用水量列为门槛。", "以水定城", "measure"),
        ("园区坚持“以用育产”，推动氢能应用。", "“以用育产”", "measure"),
        ("片区新一轮三年行动方案提出，外贸额要翻一番。", "新一轮三年行动方案", "measure"),
        ("另有一个3000万元的风险补偿池，为企业贷款兜底七成。", "风险补偿池", "measure"),
        ("差别化水价：D类每吨加价1元。", "差别化水价", "measure"),
        ("变化来自园区推行的“单位能耗”综合评价。", "“单位能耗”综合评价", "mechanism"),
        ("开发区拿出三百万元办“订单班”，同大学合开三个专业。", "“订单班”", "measure"),
        ("跨境人民币“汇汇通”接入商户900余家。", "“汇汇通”", "measure"),
        ("新版“人才新政30条”写得明白：博士每人20万元。", "“人才新政30条”", "measure"),
        ("园区为企业提供“三年免租、两年减半”的场地支持。", "“三年免租、两年减半”", "measure"),
        ("该高新区出台永磁电机产业专项政策，给予补贴。", "永磁电机产业专项政策", "measure"),
        ("每家重点企业配一名“项目管家”，全程跟踪。", "“项目管家”", "measure"),
        ("高新区推出海铁联运“一单制”。“一单制”已签发提单200单。", "海铁联运“一单制”", "measure"),
        ("加工增值超30%免关税政策落地。", "加工增值超30%免关税政策", "measure"),
        (
            "园区出台《关于支持民营经济的若干措施》（以下简称“民营经济20条”）。“民营经济20条”含金量高。",
            "《关于支持民营经济的若干措施》",
            "document",
        ),
        ("走“江海快线+关水联运”，外贸箱不再换单。", "“江海快线+关水联运”", "measure"),
        ("用上“提前报关+预约查验”后，时间减半。", "“提前报关+预约查验”", "measure"),
        ("园区有个不成文的规矩，干部每周三下企业，叫“周三走访”。", "“周三走访”", "measure"),
        ("“云端红利·链上共享”对接会先后开到7市。", "“云端红利·链上共享”", "measure"),
        ("园区按“红黄绿蓝”四色给企业画像。", "“红黄绿蓝”", "measure"),
        ("依托“企呼我应”平台受理诉求300件。", "“企呼我应”平台", "measure"),
        ("“霁惠贷”累计放款12亿元。", "“霁惠贷”", "measure"),
        ("企业用上“霁海快通”，班列多了。", "“霁海快通”", "measure"),
        ("“上市育苗”在库企业90家。", "“上市育苗”", "measure"),
        ("“冷链分拨中心仓”在全国首创，进口量翻番。", "“冷链分拨中心仓”", "measure"),
        ("“保税混油”一再升级，业务规模翻番。", "“保税混油”", "measure"),
        ("口岸“预审代验”省下半天。", "“预审代验”", "measure"),
        ("变化来自“保税+修船”，去年完成20单。", "“保税+修船”", "measure"),
        ("5月起试点的“保税+花卉”，让鲜花先入区。", "“保税+花卉”", "measure"),
        ("高新区把“亩均能效”写进用地合同。", "“亩均能效”", "measure"),
        ("“上市管家”38人，一人盯两家企业。", "“上市管家”", "measure"),
        ("经开区抽出30名干部当“首席联络员”，每人包两家。", "“首席联络员”", "measure"),
        ("“腾退入园”4年，累计搬来企业60户。", "“腾退入园”", "measure"),
        ("高新区给研究院的“霁科券”一张抵300元。", "“霁科券”", "measure"),
        ("对企业给予最高20%的创新券支持。", "创新券", "measure"),
        ("片区试行生鲜电商“前仓后店+立等可取”，顾客20分钟提货。", "“前仓后店+立等可取”", "measure"),
        ("一般货物“报备即走”，平均不到两天。", "“报备即走”", "measure"),
        ("片区的“快批”改革覆盖90个事项。", "“快批”改革", "mechanism"),
        ("园区今年提出“以租代建”，厂房不再空置。", "“以租代建”", "measure"),
        ("片区试行科研数据分级管理，审批更快。", "科研数据分级管理", "measure"),
        ("按照新一轮赶超行动方案，明年进出口要过百亿元。", "新一轮赶超行动方案", "measure"),
        ("新区推出雁归计划2.0版，拿出公寓500套。", "雁归计划2.0版", "measure"),
        ("高新区建立外资企业服务专员制度，120名专员联系企业。", "外资企业服务专员制度", "measure"),
        ("“霁金通”平台注册企业900家。", "“霁金通”平台", "measure"),
        ("海关推出锂电池出口全流程便捷举措，通关更快。", "锂电池出口全流程便捷举措", "measure"),
    ],
)
def test_policies_and_measures(sentence: str, name: str, form: str) -> None:
    (policy,) = facts(sentence, kind=Policy)
    assert (policy.name, policy.form, policy.zone) == (name, form, ZONE)


def test_quoted_measures_that_stand_side_by_side_are_several() -> None:
    found = facts("高新区推行“拿地即动工”“完工即拿证”，企业少等3个月。", kind=Policy)
    assert [policy.name for policy in found] == ["“拿地即动工”", "“完工即拿证”"]


def test_what_is_tried_out_is_a_measure_each_by_itself() -> None:
    found = facts("开展内销选择性征税、委内加工等试点的企业有22家。", kind=Policy)
    assert [policy.name for policy in found] == ["内销选择性征税", "委内加工"]


@pytest.mark.parametrize(
    "sentence",
    [
        "公安部门打击“校园贷”，查处5起。",
        "《宁州日报》报道了这一消息。",
        "走“科技+文化”发展路子，用上“视觉+激光”，效率更高。",
        "公司的秘密武器叫“砺风大脑”，企业“精准画像”系统上线。",
        "“宁州制造”在国内首创新工艺。",
        "依托“云上高新”平台，企业足不出户就能招人。",
        "“一光一车”撑起了园区的半壁江山。",
        "通过“免税店”销售香水，“微信群”接入客户200家。",
        "坚持以开放促改革，以改革促发展。",
        "会议提出实施方案，计划提出三点要求。",
        "“卡脖子”问题正在破解。",
        "高新区出台一系列政策措施。",
        "两地建立资源共享机制。",
        "企业按“少量、分批次”的原则进货。",
        "“改革要让企业有感。”高新区管委会政策法规局局长说。",
        "科技馆开展“小小课堂”“小小剧场”等主题活动。",
        "“走出去”能带来什么？",
        "片区打造“芯屏端网”产业集群。",
        "干部深入一线，“手把手”指导。",
        "“飞地”经济不断发展。",
        "园区采取“戴口罩”“测体温”“勤消毒”等措施。",
        "去年引进“百人计划”专家9人。",
        "对共建“一带一路”国家出口占三成。",
        "依托“机场+保税+口岸”的优势，这里引进企业30家。",
        "干部当好企业“店小二”，项目从“谈”到“落”只用半年。",
        "企业享受税收优惠政策，高新区出台一系列惠企纾困措施。",
        "企业可获得降息延期、“先贷后还”、贴息等扶持。",
        "工作要“先易后难”，稳步推进。",
        "企业说，“融资难、融资贵”缓解了，“关税壁垒”还在。",
        "从“先签后谈”到“当场落笔”，招商变了样。",
        "过去“先交后返”改为按季度打卡。",
        "从“来料加工”到“保税研发”，价值链向上延伸。",
        "“快进快出”的格局尚未形成。",
        "按照三年行动计划，进出口要翻一番。",
        "订单是企业的“入场券”，去年发行“砺风债券”。",
        "“老师傅”4人，一人带两名徒弟。",
        "把“首创”写进通关单。",
        "设立规模20亿元的产业引导基金，对早期项目给予支持。",
    ],
)
def test_what_is_no_policy(sentence: str) -> None:
    assert facts(sentence, kind=Policy) == []


def test_quoted_names_that_a_count_sums_up_are_measures_each() -> None:
    policies = facts("通过“一单多车”“跨省直供”“先装后报”等9项制度创新，时间减半。", kind=Policy)
    assert [policy.name for policy in policies] == ["“一单多车”", "“跨省直供”", "“先装后报”"]
    (policy,) = facts("两年来形成成果40项，其中“空铁联运一单制”等7项在全省复制推广。", kind=Policy)
    assert policy.name == "“空铁联运一单制”"


def test_quoted_measures_before_etc_are_measures_each() -> None:
    found = facts("海关推行“先入区、后报关”“分送集报”等措施，通关更快。", kind=Policy)
    assert [policy.name for policy in found] == ["“先入区、后报关”", "“分送集报”"]


def test_products_side_by_side_are_offered_each() -> None:
    policies = facts("银行推出“稳链贷”“云杉贷”等产品。", kind=Policy)
    assert [policy.name for policy in policies] == ["“稳链贷”", "“云杉贷”"]


def test_what_was_brought_in_together_is_offered_each() -> None:
    policies = facts("银行推出“霁仓贷”“霁税保”，用区块链管货物。", kind=Policy)
    assert [policy.name for policy in policies] == ["“霁仓贷”", "“霁税保”"]


def test_a_measure_with_its_noun_and_without_is_one() -> None:
    (policy,) = facts("今年5月启动“霁才贷”试点，已放款9亿元。“霁才贷”受到欢迎。", kind=Policy)
    assert policy.name == "“霁才贷”试点"


def test_what_is_built_is_no_measure() -> None:
    assert facts("高新区投资15亿元实施了路网提升工程。", kind=Policy) == []


def test_what_explains_a_mechanism_is_no_other() -> None:
    (policy,) = facts("推行“一个项目、一名干部、一套方案”的“三个一”机制。", kind=Policy)
    assert policy.name == "“三个一”机制"


def test_a_short_title_is_the_document_named_before() -> None:
    text = "高新区发布《关于支持跨境物流的若干措施》（以下简称《若干措施》）。《若干措施》提出，给予补贴。"
    (policy,) = facts(text, kind=Policy)
    assert (policy.name, len(policy.mentions)) == ("《关于支持跨境物流的若干措施》", 3)


def test_a_programme_of_the_state_belongs_to_no_zone() -> None:
    (policy,) = facts("“东数西算”工程全面启动，高新区是节点之一。", kind=Policy)
    assert policy.zone == ""


def test_a_document_of_the_state_belongs_to_no_zone() -> None:
    (policy,) = facts("今年3月3日，国务院印发《关于构建现代治理体系的指导意见》。", kind=Policy)
    assert (policy.zone, policy.issuer, policy.date) == ("", "国务院", "2021-03-03")


def test_the_same_measure_is_one_fact() -> None:
    policies = facts("高新区采取“揭榜挂帅”机制。", "“揭榜挂帅”机制推行以来，成效明显。", kind=Policy)
    assert [len(policy.mentions) for policy in policies] == [2]


def test_a_meeting_issues_nothing() -> None:
    (policy,) = facts("大会发布的《科技创新若干政策》引起关注。", kind=Policy)
    assert policy.issuer == ""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("按照管委会刚印发的《绿色园区三年行动方案》，园区能耗要再降。", "管委会"),
        ("按照省里新出台的《开放平台行动计划》，口岸要再建一个。", "省里"),
        ("6月1日起施行的《外资企业服务十条》提出，新项目给予奖励。", ""),
        ("去年我们出台《绿色食品产业十条》，对新项目给予补助。", ""),
    ],
)
def test_an_issuer_is_neither_a_date_nor_we_and_ends_before_the_adverb(text: str, issuer: str) -> None:
    (policy,) = facts(f"云岭高新区发展很快。{text}", kind=Policy)
    assert policy.issuer == issuer


def test_a_headline_tells_a_measure_that_the_text_does_not() -> None:
    words, finder, periods = grammars()
    told = article("去年税收增长一成。", title="云杉岭高新区“亩均论英雄”改革见闻")
    found = find_kinds(told, link(told, finder), [], words, lambda text: periods.find(text, Anchor(2021, "")))
    assert [fact.name for fact in found if isinstance(fact, Policy)] == ["“亩均论英雄”改革"]


def test_a_headline_may_tell_that_batches_work() -> None:
    title = f"{ZONE}“三个一批”见实效"
    (policy,) = facts("上半年，全区新开工项目20个。", kind=Policy, title=title)
    assert policy.name == "“三个一批”"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("高新区着力打造“一中心一基地”。", []),
        ("开通“校企直通车”，组织企业到高校招聘。", ["“校企直通车”"]),
        ("园区给规上企业各配一名“店小二”。", ["“店小二”"]),
        ("干部当好“店小二”，企业放心发展。", []),
        ("高新区发布《营商环境指数报告（2024）》。", ["《营商环境指数报告（2024）》"]),
        ("今年，“支持宁州打造接轨沿海示范区”写进了党代会报告。", ["“支持宁州打造接轨沿海示范区”"]),
        ("企业享受到加工增值超过30%的货物内销免关税。", ["加工增值超过30%的货物内销免关税"]),
        ("园区推行干部包抓重点项目机制，46名干部上阵。", ["干部包抓重点项目机制"]),
        ("园区推行工作责任制度，人人有责。", []),
        ("邻近的园区也提出了各自的“物联网+”方案。", []),
        ("靠的是“一票到底、一柜到底”的制度创新。", ["“一票到底、一柜到底”的制度创新"]),
        ("有1300万元来自高新区的技改贴息和“机器代人”补助。", ["“机器代人”"]),
        ("我们实行首问负责制和限时办结制。", ["首问负责制", "限时办结制"]),
        ("开展“千名干部进千企”活动，解决难题320个。", ["“千名干部进千企”活动"]),
        ("创新“标准地+承诺制”供地方式，拿地更快。", ["“标准地+承诺制”供地方式"]),
    ],
)
def test_measures_where_the_press_puts_them(sentence: str, names: list[str]) -> None:
    assert [policy.name for policy in facts(sentence, kind=Policy)] == names
