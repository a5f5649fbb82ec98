"""Projects: what is a name, and what the page says of it."""

from __future__ import annotations

import pytest
from figures_help import figures
from msgspec.structs import replace
from prose import ZONE, facts

from reporter.model import Evidence, Figure, Project, Qualifier, Relation, Scope, Status


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "高新区重点建设国家光谷存储基地、国家传感器创新中心、宁州激光实验室等重大项目。",
            ["国家光谷存储基地", "国家传感器创新中心", "宁州激光实验室"],
        ),
        ("砺风年产20GWh动力电池项目总投资80亿元。", ["砺风年产20GWh动力电池项目"]),
        ("超短脉冲激光实验装置开放运行。", ["超短脉冲激光实验装置"]),
        (
            "中远砺风、同晟达偏光片、霁川数字经济产业园等9个项目与高新区签约。",
            ["中远砺风", "同晟达偏光片", "霁川数字经济产业园"],
        ),
        ("从建立量子芯片联合实验室，到打造量子计算产业园，探索没有停步。", ["量子芯片联合实验室", "量子计算产业园"]),
        ("去年底，年产6万套的智能化生产线投产。", ["年产6万套的智能化生产线"]),
        ("企业投资9亿元建设的公共技术平台已经启用。", ["公共技术平台"]),
        ("投资66亿元的整车项目落户。", ["整车项目"]),
        ("公司计划投资2.6亿元建设高端膜材料生产基地。", ["高端膜材料生产基地"]),
        ("一条8英寸中试线刚刚通线。", ["8英寸中试线"]),
        ("国家储氢材料检验中心今年5月在此启用。", ["国家储氢材料检验中心"]),
        ("园区与16所高校院所共建宁州钛材创新研究院。", ["宁州钛材创新研究院"]),
        ("公司与高校建立企业的‘大脑’——工业物联网实验室。", ["工业物联网实验室"]),
        ("一期12GWh储能及动力电池项目达产后年产值可达百亿元。", ["一期12GWh储能及动力电池项目"]),
        (
            "整治项目是布局的核心，包含三星湖水库建设、北河连通工程及生态配套工程等，水面2平方公里。",
            ["三星湖水库建设", "北河连通工程"],
        ),
        (
            "会上成立了“云岭动力”科技服务平台的新经济金融服务中心、宁州街道工作站和云岭街道工作站。",
            ["新经济金融服务中心", "宁州街道工作站", "云岭街道工作站"],  # the platform was there before
        ),
        (
            "总投资32亿元的霁江光学玻璃二期、总投资8亿元的砺风压缩机智能工厂建成投产。",
            ["霁江光学玻璃二期", "砺风压缩机智能工厂"],
        ),
        ("抓好总投资32亿元的砺光6代显示面板、投资12亿欧元的霁驰变速器等项目投产。", ["砺光6代显示面板", "霁驰变速器"]),
        ("砺风麦业投资6亿元建设年加工20万吨小麦的专用粉生产线。", ["年加工20万吨小麦的专用粉生产线"]),
        ("他们打算再投资1亿元，建一个多温区冷链仓，明年投用。", ["多温区冷链仓"]),
        ("公司准备投资3亿元建智能化工厂，明年试产。", ["智能化工厂"]),
        ("公司计划投资9亿元，在片区内的宁州综合保税区建设氢能装备产业园。", ["氢能装备产业园"]),
        ("投入约6000万元的封测洁净车间预计明年3月启用。", ["封测洁净车间"]),
        ("在砺风机器人二期工地，20台机械同时作业。", ["砺风机器人二期"]),
        ("走进砺湖电子二期项目建设现场，塔吊林立。", ["砺湖电子二期项目"]),
        ("总建筑面积20万平方米的澜江小镇一期已建成；二期占地300亩，计划投资9亿元。", ["澜江小镇一期", "澜江小镇二期"]),
        ("今年将建成投用20万平方米的加速器三期，引进企业50家。", ["加速器三期"]),
        ("高新区设立了总规模30亿元的砺湖科创基金。", ["砺湖科创基金"]),
        ("片区首只QDLP基金落地。", ["QDLP基金"]),
        ("其中，霁川云盾网络安全产业园由云盾科技集团投资建设，总投资60亿元。", ["霁川云盾网络安全产业园"]),
        ("高新区上线算力交易平台，首批接入10家服务商。", ["算力交易平台"]),
        ("他的厂子今年又上了一条挂面生产线。", ["挂面生产线"]),
        ("投资1.2亿元的污水处理厂扩建工程完工。", ["污水处理厂扩建工程"]),
        ("今年3月，霁川药业的创新药产业化基地在高新区奠基。", ["创新药产业化基地"]),
        ("我们正在建设自己的研发总部，占地30亩，总投资5亿元。", ["研发总部"]),
        ("签约的有砺风精密模具生产项目和宁澜供应链总部项目。", ["砺风精密模具生产项目", "宁澜供应链总部项目"]),
        ("年产20万吨生物基材料项目投产。", ["年产20万吨生物基材料项目"]),
        ("三是推进“国际会客厅”建设。", ["“国际会客厅”"]),
        ("高新区联合6所高校，组建新型储能产业技术研究院。", ["储能产业技术研究院"]),
        ("一条长20公里的智能网联汽车测试道路已经投用。", ["智能网联汽车测试道路"]),
        ("企业投入3200万元建成废水回用系统。", ["废水回用系统"]),
        ("片区建成国际互联网数据专用通道，时延降低一半。", ["国际互联网数据专用通道"]),
        ("还将投资9.5亿元建设全光网络。", ["全光网络"]),
        ("位于高新区的砺石科学城首批科研楼交付使用。", ["砺石科学城首批科研楼"]),
        ("霁泽锂业股份有限公司3万吨碳酸锂扩建工程的吸附塔已立起来。", ["3万吨碳酸锂扩建工程"]),
        ("年产10万吨金属镁一体化装置二期复产。", ["年产10万吨金属镁一体化装置二期"]),
        ("霁磁新材料有限公司二期车间里，首批磁体完成试产。霁磁二期只用了9个月。", ["霁磁二期"]),
        ("投资26亿元的二期项目今年5月开工，明年底建成。", ["二期项目"]),
        ("来自宁州的霁梧新能源科技有限公司投了15亿元建电池结构件基地。", ["电池结构件基地"]),
        ("眼下正在施工的第四作业区，总投资11亿元。", ["第四作业区"]),
        ("砺江北段治理完成投资31亿元，霁川路快速化改造开工。", ["砺江北段治理", "霁川路快速化改造"]),
        ("霁川大桥合龙。", ["霁川大桥"]),
        ("当地的“锡云”工业互联网平台接入设备2万台。", ["“锡云”工业互联网平台"]),
        ("昨天，霁光光电三期在云杉岭高新区动工。", ["霁光光电三期"]),
        ("新桥冷链二期投资2亿元，年底投用。", ["新桥冷链二期"]),
        ("砺风集团工厂二期也在这次开工之列。", ["砺风集团工厂二期"]),
        ("同一天动土的还有霁川跨境物流枢纽。", ["霁川跨境物流枢纽"]),
        ("砺云iStore数据中心今年就能建成。", ["砺云iStore数据中心"]),
        ("厂区西侧，投资2亿元的智能工厂正在安装设备。", ["智能工厂"]),
        ("总投资45亿元的砺湖智汇城又亮了相。", ["砺湖智汇城"]),
        ("霁江研究院的先进陶瓷中试线去年服务企业20家。", ["先进陶瓷中试线"]),
        ("块头最大的是云德未来城。项目占地900亩。", ["云德未来城"]),
        ("云杉岭高新区砺光电池项目开工。", ["砺光电池项目"]),
        ("霁滨会展中心主体结构封顶。", ["霁滨会展中心"]),
        ("俯瞰砺湖中央公园。该公园占地300亩。", ["砺湖中央公园"]),
        ("凌晨，自动化散货码头灯火通明。该码头一期总投资78亿元。", ["自动化散货码头"]),
        ("图为霁川生态展示中心。这座建筑面积8万平方米的综合体，已入驻企业60家。", ["霁川生态展示中心"]),
        ("设在宁州的“霁科飞地”也于5月揭牌。", ["“霁科飞地”"]),
        ("年产3000吨的医药辅料二期上月开工，明年出产品。", ["年产3000吨的医药辅料二期"]),
        ("占地220亩的霁原云谷数据中心装了机柜6000架。", ["霁原云谷数据中心"]),
        ("面积3000平方米的保税陈列中心，上半年接待2万人次。", ["保税陈列中心"]),
        ("总投资7.5亿元的砺北人才创业园10月启用。", ["砺北人才创业园"]),
        ("由旧粮库改造的砺谷孵化器，住着60家小公司。", ["砺谷孵化器"]),
        ("霁川自动化公司把亚太研发总部搬到这里。", ["亚太研发总部"]),
        ("募集资金用于砺湖新城综合管廊建设。", ["砺湖新城综合管廊"]),
        ("其中，霁丰预制菜产业园投资15亿元，一期去年底投产。", ["霁丰预制菜产业园"]),
        ("砺谷创新园三期上半年开园，腾出20万平方米。", ["砺谷创新园三期"]),
        ("明年将在东区开建高原医药中试园，概算投资3亿元。", ["高原医药中试园"]),
        ("中科霁铜、霁阳新材料2个项目分别投资8亿元和12亿元。", ["中科霁铜", "霁阳新材料"]),
        ("砺风储能项目带动23家企业落地。砺风储能电池项目总投资9亿元。", ["砺风储能电池项目"]),
    ],
)
def test_what_is_built_has_a_name(sentence: str, names: list[str]) -> None:
    found = facts(sentence, kind=Project)
    assert [project.name for project in found] == names
    assert {project.zone for project in found} == {ZONE}


@pytest.mark.parametrize(
    "sentence",
    [
        "全区新签约项目64个，其中重大项目13个。",
        "由高新区搭建的“云岭信易贷”平台入驻金融机构26家。",
        "片区新设外资项目逾1.2万个。",
        "高新区用“三个一批”机制盘活停缓建项目9个。",
        "砺川镇工业园去年5月投用，二期4栋厂房年底完工。",
        "资金将投向年产300万颗传感器的扩建工程。",
        "砺湖保税港区全面建成，这是“水港+陆港”双功能的园区。",
        "园区一期投资3亿元，园区二期投资强度更高。",
        "公司要建设全国最大的数据机房。该项目总投资9亿元。",
        "砺湖产业园开工的12个项目里，外资占3个。",
        "加快推进重点项目建设，服务好招商引资项目。",
        "努力打造一流产业集群，建设世界级创新高地。",
        "工业项目17个，现代服务业项目8个。",
        "去年承接江苏项目41个。",
        "自贸试验区挂牌三年来，开放水平不断提升。",
        "该项目进展顺利，这个项目受到欢迎。",
        "开发区项目总数为158个，规模以上工业项目39个。",
        "新签约加工贸易项目19个。",
        "今后凡入园项目，绿电比例不低于八成。",
        "设立总规模20亿元的产业基金。",
        "高新区设立了总规模30亿元的科技创新投资基金。",
        "管委会出资5亿元设立航空租赁产业基金。",
        "经开区设立规模5亿元的海洋产业引导基金。",
        "市民在霁湖图书馆看书。该馆长说，图书很多。",
        "在砺湖产业园，霁节公司的厂房已经封顶。这个总投资1亿元的大家伙明年投产。",
        "“霁科飞地”也很热闹。",
        "几所大学先后把中试平台建到了园区。",
        "在砺丰预制菜产业园，总投资15亿元的设备正在安装。",
        "在“甲板”和砺湖交易中心挂牌的有7家。",
        "这是全省首条宽幅的铝板生产线，年产1万吨。",
        "图为工人在砺光模组生产线上忙碌。",
        "“渔”字号项目正在扎堆。",
        "图为砺光公司的OLED模组生产线。",
        "开工活动在砺川大道东延伸段举行。",
        "帮我们对接到2000平方米的过渡厂房。",
        "园区建立院士工作站3个。",
        "到明年建成全国最大的激光装备制造基地。",
        "已有9个项目实现“拿地即开工”，占新供地项目的三分之一。",
        "对种子期项目最高可投1000万元。",
        "“白天跑项目，晚上碰头会。”",
        "进料从落地机场到送上生产线，只要3小时。",
        "二期3.5万吨项目投产后，可再安置就业。",
        "今年将聚焦建设“两个材料基地”。",
        "园区在三市设立“无水港”7个。",
        "上午，高新区春季招商项目集中签约。",
        "签约仪式在云杉大厦举行。",
        "公司注册在高新区的云杉大道。",
        "今年将新上8条封测生产线，推动4个超大型数据中心开工建设。",
        "飞机、船舶等大型设备租赁项目收取外币租金。",
        "2015年，他带着无人机巡检项目上台。",
        "国家“东数西算”工程全面启动。",
        "到2025年，建成面向东盟的跨境电商集散中心。",
        "园区以打造“中国服装制造名城”为抓手。",
        "企业投资2亿元上马了第二条生产线。",
        "公司投资3000万元建立了博士后工作站，计划投资5亿元建设新工厂。",
        "飞机被牵引进维修机库。",
        "高新区率先上线公众服务平台。",
        "先后否决高耗能项目7个，新引进特色电子信息项目21个。",
        "大项目接踵而至，靠的是要素跟着项目走。",
        "受基建项目开工不足拖累，产值下降5.7%。",
        "承接大湾区产业转移项目占新签约项目的八成。",
        "研发机构正把实验室里的“点子”变成生产线上的“票子”。",
        "全区打造东北亚国际航运枢纽中心的核心承载区。",
        "建成覆盖全区的服务网络，打通国际贸易通道，建立健全管理系统。",
        "在公共服务上投入27亿元，新建学校9所。",
        "企业建起省级工程研究中心。",
        "早在整车项目谈判阶段，高新区就请机构画出一张图。",
        "砺风集团累计投资超过300亿元，拥有3个整车及发动机工厂，今年前三季度生产整车41.2万辆。",
        "领军人才带项目创业，最高可获1000万元资助。",
        "原本73平方公里的空间早已装不下新项目，今年获批扩区。",
        "该区设立了产业投资基金，首期20亿元已经到位，2800套人才公寓年内交付使用。",
        "新区地少项目多的矛盾凸显，企业多、项目少。",
        "世界500强企业设立地区总部的，再奖励1000万元。",
        "新区建成和在建的超大型数据中心有11个，建成的标准厂房已达6座。",
        "产业园新增用地2000亩，打造储能材料基地，打造物流枢纽。",
        "宁州机场已开通全货机航线56条，宁州货场今年新开通班列线路3条。",
        "“公司项目总投资12亿元，该企业项目年底投产。”",
        "这座总投资24亿元的大桥今年5月合龙。",
        "砺显第三代员工进了车间。",
    ],
)
def test_what_names_no_project(sentence: str) -> None:
    assert facts(sentence, kind=Project) == []


def test_a_project_told_by_its_owner_only_is_the_one_named_before() -> None:
    (project,) = facts(
        "霁澜优选西南（武汉）物流产业园、宁州砚台智造园等2个项目落户。签约的霁澜优选项目进展顺利。", kind=Project
    )[:1]
    assert (project.name, len(project.mentions)) == ("霁澜优选西南（武汉）物流产业园", 2)


def test_what_is_told_after_its_parts_is_told_of_the_whole() -> None:
    text = "北湖整治项目是布局的核心，包含三星湖水库建设、北河连通工程及配套工程等，总投资9亿元。"
    found = facts(text, kind=Project, figures=figures(text))
    assert [(project.name, project.investment) for project in found] == [
        ("北湖整治项目", 9e8),
        ("三星湖水库建设", None),
        ("北河连通工程", None),
    ]


def test_a_zone_is_no_project() -> None:
    found = facts("走进鹤山数字产业园，鹤山数字产业园占地2平方公里，已引进企业80家。", kind=Project)
    assert [project.name for project in found] == []


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("去年5月，砺风智能新能源汽车整车项目落户高新区。", "落户"),
        ("砺风电池检测中心揭牌成立。", "成立"),
        ("高新区建成砺风电池检测中心。", "建成"),
        ("砺风二期线束系统项目计划总投资9亿元。", ""),
        ("砺风二期线束系统项目正加紧建设。", "在建"),
        ("砺风二期线束系统项目已于去年6月建成投用。", "投用"),
        ("砺风二期线束系统项目预计明年投产。", ""),
        ("砺风二期线束系统项目达产后，年产值可达9亿元。", ""),
        ("砺风二期线束系统项目总投资9亿元，明年6月投产。", ""),
        ("砺风二期线束系统项目设备安装已过七成，今年5月可投产。", "在建"),
        ("砺风二期线束系统项目签约落户，2099年投产。", "落户"),
        ("砺风二期线束系统项目从破土到试产要用11个月。", ""),
    ],
)
def test_the_stage_is_the_furthest_reached(sentence: str, stage: str) -> None:
    (project,) = facts(sentence, kind=Project)
    assert project.stage == stage


def money(sentence: str, text: str, value: float, metric: str = "总投资", paragraph: int = 1) -> Figure:
    """A figure as the figures' finder gives it."""
    at = sentence.index(text)
    place = Evidence(text, sentence, at, at + len(text), "page.txt", "a", 0, 0, paragraph, at)
    return Figure(
        id=f"f{at}", zone=ZONE, mentions=(place,), subject="", metric=metric, value=value, value_high=None, unit="元",
        qualifier=Qualifier.EXACT, relation=Relation.LEVEL, status=Status.ACTUAL, period="", scope=Scope.ENTITY,
    )  # fmt: skip


def test_an_investment_belongs_to_the_name_that_it_stands_before() -> None:
    sentence = "总投资184亿元，包含总投资60亿元的砺风锂电池制造项目、总投资50亿元的霁川出行设备项目。"
    figures = [money(sentence, f"{n}亿元", n * 1e8) for n in (184, 60, 50)]
    found = facts(sentence, kind=Project, figures=figures)
    assert {project.name: project.investment for project in found} == {
        "砺风锂电池制造项目": 6e9,
        "霁川出行设备项目": 5e9,
    }


def test_the_last_value_of_a_raised_investment_counts() -> None:
    sentence = "砺风6代柔性AMOLED产线追加投资，将350亿元投资增至390亿元。"
    figures = [money(sentence, f"{n}亿元", n * 1e8, "投资") for n in (350, 390)]
    (project,) = facts(sentence, kind=Project, figures=figures)
    assert project.investment == 3.9e10


def test_what_is_said_of_this_project_is_said_of_the_one_named_last() -> None:
    first, second = "砺风轻混锂电池项目现场一片繁忙。", "去年3月，砺风集团投资5亿元建设该项目，当年投产。"
    figures = [money(second, "5亿元", 5e8, "投资", paragraph=2)]
    (project,) = facts(first, second, kind=Project, figures=figures)
    assert (project.investment, project.stage, project.investor) == (5e8, "投产", "砺风集团")
    assert project.figures == (figures[0].id,)


def test_two_projects_priced_together_are_one_entry() -> None:
    (project,) = facts("砺风集团车载玻璃生产线和节能玻璃生产线2个项目落户高新区，总投资11亿元。", kind=Project)
    assert project.name == "砺风集团车载玻璃生产线和节能玻璃生产线"


def test_capacity_is_quoted_as_printed() -> None:
    (project,) = facts("砺风新能源汽车项目建成后年产10万台(套)纯电动乘用车零部件。", kind=Project)
    assert project.capacity == "年产10万台(套)纯电动乘用车零部件"


def test_an_investment_of_another_work_is_not_the_projects() -> None:
    sentence = "砺风湖水系治理项目包含多个子项。其中，河道连通工程估算总投资约23亿元，是砺风湖水系治理项目的核心。"
    figure = money(sentence, "约23亿元", 2.3e9)
    place = Evidence("约23亿元", sentence[16:], 13, 18, "page.txt", "a", 0, 0, 1, sentence.index("约23亿元"))
    figure = replace(figure, subject="河道连通工程", mentions=(place,))
    found = {project.name: project for project in facts(sentence, kind=Project, figures=[figure])}
    assert found["砺风湖水系治理项目"].investment is None
    assert found["砺风湖水系治理项目"].figures == ()


def test_a_price_in_a_list_is_its_items() -> None:
    sentence = "抓好总投资32亿元的砺光6代显示面板、投资12亿欧元的霁驰变速器等项目投产。"
    found = facts(
        sentence, kind=Project, figures=[money(sentence, "32亿元", 3.2e9), money(sentence, "12亿欧元", 1.2e9)]
    )
    assert {project.name: project.investment for project in found} == {"砺光6代显示面板": 3.2e9, "霁驰变速器": 1.2e9}


def test_another_phase_has_its_own_figures() -> None:
    sentence = "总建筑面积20万平方米的澜江小镇一期已建成；二期占地300亩，计划投资9亿元。"
    found = facts(sentence, kind=Project, figures=[money(sentence, "9亿元", 9e8, "计划投资")])
    assert [(project.name, project.investment) for project in found] == [("澜江小镇一期", None), ("澜江小镇二期", 9e8)]


def test_a_plain_name_goes_with_its_builder() -> None:
    (project,) = facts("宁州砺风阀门有限公司今年投资8000万元新建一座1万平方米的厂房。", kind=Project)
    assert project.name == "宁州砺风阀门有限公司厂房"


def test_money_for_several_projects_belongs_to_none_of_them() -> None:
    sentence = "高新区将投资100亿元建设砺风海洋装备研究院等八大平台。"
    found = facts(sentence, kind=Project, figures=[money(sentence, "100亿元", 1e10, "投资")])
    assert [project.investment for project in found] == [None]


def test_decisions_point_at_their_cues() -> None:
    (project,) = facts("砺风二期线束系统项目正加紧建设。", kind=Project)
    sentence = project.evidence.sentence
    assert [sentence[d.start : d.end] for d in project.decided] == ["项目", "加紧建设"]


def test_an_addition_is_no_total() -> None:
    sentence = "砺风二期线束系统项目也增加了超10亿元的投资。"
    (project,) = facts(sentence, kind=Project, figures=[money(sentence, "10亿元", 1e9, "投资")])
    assert (project.investment, project.figures) == (None, ())


def test_a_semicolon_begins_another_item() -> None:
    sentence = "签约砺风智能出行设备项目，总投资50亿元；现代服务业项目8个，总投资38亿元。"
    figures = [money(sentence, f"{n}亿元", n * 1e8) for n in (50, 38)]
    (project,) = facts(sentence, kind=Project, figures=figures)
    assert (project.investment, project.figures) == (5e9, (figures[0].id,))


def test_what_is_said_of_the_project_is_not_said_of_its_last_line() -> None:
    first = "砺风叶资源综合开发项目总投资6亿元，建设砺风叶茶生产线。"
    second = "项目投产后，年产值可达10亿元以上。"
    found = {project.name: project.output for project in facts(first + second, kind=Project)}
    assert found["砺风叶资源综合开发项目"] == "年产值可达10亿元以上"


def test_an_article_with_one_project_may_name_it_late() -> None:
    first, second = "该项目总投资90亿元。", "霁川数据中心项目是砺风集团在北方的重要布局。"
    (project,) = facts(first, second, kind=Project, figures=[money(first, "90亿元", 9e9)])
    assert project.investment == 9e9


@pytest.mark.parametrize(
    ("sentence", "investor"),
    [
        ("去年7月上市的北京远禾科技有限责任公司，4月启动华东总部二期项目。", "北京远禾科技有限责任公司"),
        (
            "海德威国际公司负责人介绍。4月20日，这家世界500强企业在高新区设立亚太新市场总部。",
            "海德威国际公司",
        ),
    ],
)
def test_who_begins_a_project_is_its_investor(sentence: str, investor: str) -> None:
    (project,) = facts(sentence, kind=Project)
    assert project.investor == investor


def test_a_ceremony_tells_the_stage_of_what_it_is_held_for() -> None:
    sentence = "2月18日，高新区举行重大项目集中签约暨砺风新能源汽车零部件产业园项目奠基仪式。"
    (project,) = facts(sentence, kind=Project)
    assert (project.stage, project.decided[-1].cue) == ("开工", "奠基")


def test_parts_of_what_was_signed_are_signed() -> None:
    text = "此次集中签约32个项目，总投资227亿元。其中智能项目16个，包含总投资60亿元的高速电池研发制造项目。"
    assert [(p.name, p.stage) for p in facts(text, kind=Project)] == [("高速电池研发制造项目", "签约")]


def test_a_form_tells_its_project() -> None:
    fields = ["建设单位：霁川鞋业有限公司", "建设内容：新建智能工厂一座。", "总投资：7.2亿元；建设期限：18个月"]
    text = fields[2]
    found = facts(
        "2.霁川鞋服智造园二期扩建", *fields, kind=Project, figures=[money(text, "7.2亿元", 7.2e8, paragraph=4)]
    )
    assert [(p.name, p.investment, p.investor) for p in found] == [
        ("霁川鞋服智造园二期扩建", 7.2e8, "霁川鞋业有限公司")
    ]


def test_a_form_may_hold_the_name() -> None:
    found = facts("项目名称：砺湖片区雨污分流改造", "投资规模：6000万元", kind=Project)
    assert [project.name for project in found] == ["砺湖片区雨污分流改造"]


def test_fields_under_any_other_heading_make_no_project() -> None:
    assert facts("一季度成绩单", "总投资：30亿元", "用地：200亩", kind=Project) == []


def test_money_before_the_verb_that_builds_is_the_whole_of_it() -> None:
    sentence = "公司拟追加投资9亿元建设氮化硅基板基地，占地120亩。"
    (project,) = facts(sentence, kind=Project, figures=[money(sentence, "9亿元", 9e8, "追加投资")])
    assert project.investment == 9e8


def test_what_this_work_costs_is_told_of_the_work_before() -> None:
    first, second = "霁泽锂业的3万吨碳酸锂扩建工程正在加紧施工。", "这项工程概算投资21.7亿元。"
    figures = [money(second, "21.7亿元", 2.17e9, "概算投资", paragraph=2)]
    (project,) = facts(first, second, kind=Project, figures=figures)
    assert project.investment == 2.17e9


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("2021年9月，砺风氢能中国总部落地云岭高新区。", ("2021年9月落地",)),
        ("7月9日，砺风新材料一体化项目在云岭高新区动工。", ("7月9日动工",)),
        ("2月16日，砺风生物医药平台项目施工现场一片繁忙。", ()),
        ("2021年9月，砺风氢能中国总部将落地云岭高新区。", ()),
    ],
)
def test_the_date_that_opens_a_sentence_is_that_of_what_was_done(sentence: str, dates: tuple[str, ...]) -> None:
    (project,) = facts(sentence, kind=Project)
    assert project.dates == dates


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("龙头是砺风半导体有限公司，一期投了18亿元，今年满产。", "砺风半导体有限公司一期"),
        ("砺风精化有限公司投产了。今年，企业追加投资6亿元建设二期项目。", "砺风精化有限公司二期项目"),
        ("走进砺风精工有限公司，机床轰鸣。公司筹备上马二期，明年动工。", "砺风精工有限公司二期"),
        ("砺风精密传动公司正在给二期厂房吊装屋面。", "砺风精密传动公司二期厂房"),
        ("砺风半导体有限公司满产了。它的二期上个月刚打桩。", "砺风半导体有限公司二期"),
        ("引来做热管理的霁江科技。项目一期投资5亿元，去年8月投产。", "霁江科技项目"),
        ("今年3月投产的霁瑞五金，总投资3200万元，日产拉头25万粒。", "霁瑞五金"),
    ],
)
def test_a_bare_phase_goes_with_the_firm_named_before(sentence: str, name: str) -> None:
    assert name in [project.name for project in facts(sentence, kind=Project)]


def test_a_bare_phase_may_be_that_of_the_firm_in_the_paragraph_before() -> None:
    found = facts("走进砺风精工有限公司，机床轰鸣。", "“我们的二期项目明年动工。”经理说。", kind=Project)
    assert [project.name for project in found] == ["砺风精工有限公司二期项目"]


@pytest.mark.parametrize(
    "sentence",
    [
        "砺风半导体有限公司落户砺湖产业园，园区二期明年动工。",  # the park's
        "砺风半导体有限公司去年进了区。二期安置房的居民说，通勤方便。",  # nothing is begun
    ],
)
def test_the_phase_of_something_else_is_no_firms(sentence: str) -> None:
    assert facts(sentence, kind=Project) == []


def test_a_firms_phase_is_one_project_with_and_without_its_word() -> None:
    text = "砺风芯材有限公司的二期车间一片繁忙。二期项目总投资21亿元，今年5月投产。"
    assert [project.name for project in facts(text, kind=Project)] == ["砺风芯材有限公司二期"]


@pytest.mark.parametrize(
    ("sentence", "printed", "metric"),
    [
        ("砺风半导体有限公司满产了。它的二期上个月刚打桩，追加投资25亿元。", "25亿元", "追加投资"),
        ("砺风半导体有限公司满产了。公司追加投资25亿元上马二期，明年建成。", "25亿元", "投资上马二期金额"),
        ("走进霁岭智造基地，厂房一字排开。这个由霁岭公司投资的项目总投资25亿元。", "25亿元", "总投资"),
        ("凌晨，自动化散货码头灯火通明。该码头一期总投资25亿元。", "25亿元", "该码头一期总投资"),
    ],
)
def test_money_told_of_a_phase_or_in_the_next_sentence(sentence: str, printed: str, metric: str) -> None:
    figure = money(sentence, printed, 2.5e9, metric)
    (project,) = facts(sentence, kind=Project, figures=[figure])
    assert project.investment == 2.5e9


def test_what_was_borrowed_is_not_invested() -> None:
    sentence = "新区债券在上海发行，规模9亿元，资金用于砺湖综合管廊建设。"
    (project,) = facts(sentence, kind=Project, figures=[money(sentence, "9亿元", 9e8, "规模")])
    assert project.investment is None


def test_what_stands_before_a_quotation_is_not_the_projects() -> None:
    told = "区长说，首批签约41家企业业务规模增长超40%，“比如，砺风医疗在云岭设立生物科技创新中心。”"
    grown = replace(money(told, "超40%", 40.0, "业务规模增长"), unit="%", relation=Relation.GROWTH)
    (made,) = facts(told, kind=Project, figures=[grown])
    assert (made.name, made.figures) == ("生物科技创新中心", ())


def test_entries_of_a_list_are_projects() -> None:
    found = facts(
        "1.星河智算中心二期，总投资62亿元，计划9月投运；",
        "2.云东电池工厂四期，占地200亩，计划12月投产；",
        "3.云岭高新区，总投资62亿元；",
        kind=Project,
    )
    assert [project.name for project in found] == ["星河智算中心二期", "云东电池工厂四期"]


def test_projects_may_be_counted_right_behind_their_names() -> None:
    text = "常青汽车板材加工、新浙智能装备及智能制造、恒力电池包系统3个项目签约。"
    assert [project.name for project in facts(text, kind=Project)] == [
        "常青汽车板材加工",
        "新浙智能装备及智能制造",
        "恒力电池包系统",
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("投资4900余万元完成高压线路改迁工程，为企业腾出空间。", ["高压线路改迁工程"]),
        ("今年争取上级资金2亿元，申报项目36个。", []),
        ("霁川一体化经济区项目集中开工。", []),
        ("高新区着力打造“一中心一基地”。", []),
        ("全力打造“一谷两园”，加快建设“两区一基地”。", []),
        ("设置床位1800张的国家区域医疗中心已完成总工程量的85%。", ["国家区域医疗中心"]),
        ("霁湖生物公司投资11亿元的新型疫苗产业化基地10月通过验收。", ["新型疫苗产业化基地"]),
        ("云麦食品投资2.6亿元的中央厨房主体已经完工，预计9月投用。", ["云麦食品中央厨房"]),
        ("占地2266亩的霁江科创生态岛全面启动。", ["霁江科创生态岛"]),
        ("公司投入4300万元上了两条集成材生产线，用工320人。", ["集成材生产线"]),
        ("高效泵制造基地是公司成立以来最大的综合性投资项目。", ["高效泵制造基地"]),
        ("云岭大桥南岸接线工程完成投资1.8亿元。", ["云岭大桥南岸接线工程"]),
        ("科技孵化大楼、人才公寓和实验学校三大项目年内竣工。", ["科技孵化大楼", "人才公寓", "实验学校"]),
        (
            "宁州霁佳实业有限公司的污水处理、广东霁影文化有限公司的影视拍摄等一批项目签约。",
            ["宁州霁佳实业有限公司的污水处理", "广东霁影文化有限公司的影视拍摄"],
        ),
        ("新引进的砺达汽车座椅、霁海船用阀门项目已完成备案。", ["砺达汽车座椅", "霁海船用阀门"]),
        ("砺湖新材料南部产业基地一期二、三阶段投资34.5亿元。", ["砺湖新材料南部产业基地一期二、三阶段"]),
        ("霁光信息系统株式会社在高新区设立的研发中心揭牌。", ["霁光信息系统株式会社研发中心"]),
        ("霁康医药研发总部及创新药产业化项目落地。", ["霁康医药研发总部及创新药产业化项目"]),
        ("外资项目霁乐食品产业园落户片区。", ["霁乐食品产业园"]),
        ("首条灌装线上，每小时有2400瓶洗洁精下线。", []),
        ("公司年初投入2600万元添置五轴加工中心。", []),
        ("“入冬前主厂房封顶，明年试车。”林知远说。", []),
        ("打造面向沿海的新能源汽车零部件协同配套中心。", []),
        ("企业成了“砺原”春种基金的001号项目。", []),
        ("位于北湖园区的砺优富光电半导体产业园总投资27亿元。", ["砺优富光电半导体产业园"]),
        ("高新区规划了8平方公里的智慧科技产业园，先建厂房。", ["智慧科技产业园"]),
        ("京东方第6代AMOLED（柔性）生产线产能爬坡顺利。", ["京东方第6代AMOLED（柔性）生产线"]),
        ("以京东方8.6代线为例，一年少占用资金3亿元。", ["京东方8.6代线"]),
        ("比亚迪北湖基地一季度下线整车7万辆。", ["比亚迪北湖基地"]),
        ("比亚迪在北湖的基地一季度下线整车7万辆。", []),
    ],
)
def test_names_where_the_press_puts_them(sentence: str, names: list[str]) -> None:
    assert [project.name for project in facts(sentence, kind=Project)] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("霁安科技拟投资5.5亿元在高新区建设智能锁具产业园。", ["智能锁具产业园"]),
        ("智能终端产业园项目一期已投产。", ["智能终端产业园项目一期"]),
        ("智能网联测试场二期已完成招标。", ["智能网联测试场二期"]),
        ("标准厂房三期12万平方米已完工。", ["标准厂房三期"]),
        (
            "开发区110千伏输变电工程、天然气门站、第二污水处理厂全部建成。",
            ["开发区110千伏输变电工程", "天然气门站", "第二污水处理厂"],
        ),
        ("引进砺博检测、霁创设计、云数科技等生产性服务业项目15个。", ["砺博检测", "霁创设计", "云数科技"]),
        ("高新区与砺川港集团合作共建内陆无水港。", ["内陆无水港"]),
        ("新建110千伏变电站1座，铺设管网23公里。", []),
        ("入库项目58个，开工率达到90%。", []),
    ],
)
def test_what_is_told_of_the_last_of_a_row_is_told_of_all(sentence: str, names: list[str]) -> None:
    assert [project.name for project in facts(sentence, kind=Project)] == names


def test_who_has_invested_there_is_the_investor() -> None:
    (project,) = facts("近日，砺州集团已在高新区投资砺海电机项目，正在建设中。", kind=Project)
    assert (project.name, project.investor) == ("砺海电机项目", "砺州集团")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("砺风电机及零部件项目开工建设。", ["砺风电机及零部件项目"]),
        ("一季度共有路桥隧类项目22个、水电气通讯类项目4个在建。", []),
        ("该厂房是高新区打造的支撑性战略项目，计划总投资30亿元。", []),
        ("砺海科技园项目由砺海集团投资建设。砺海科技园启动了内部装修。", ["砺海科技园项目"]),
    ],
)
def test_a_name_is_whole_and_a_sort_is_none(sentence: str, names: list[str]) -> None:
    assert [project.name for project in facts(sentence, kind=Project)] == names


def test_a_row_of_projects_begins_together() -> None:
    found = facts("国霁3万吨大豆蛋白项目、砺亿商博城项目、砺仕休闲食品项目也陆续开工建设。", kind=Project)
    assert [project.stage for project in found] == ["开工"] * 3
