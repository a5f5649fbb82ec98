"""Metrics that are understood alone: what the clause before names, what a verb tells, and what nobody can name."""

from __future__ import annotations

import pytest

from reporter.model import Relation, Status
from tests.extraction.figures_help import figures, one

METRICS = [
    # a series, told before or behind it
    ("产值从2017年的34亿元到去年的41亿元，两年上了一个台阶。", "41亿元", "产值"),
    ("“从2017年的34亿元到去年的41亿元，产值两年上了一个台阶。”总经理罗珊说。", "34亿元", "产值"),
    ("目前绿电消费占比为21%，力争“十四五”末提升到30%。", "30%", "绿电消费占比"),
    # the clause before names the things
    ("市里下放的审批事项，96项已经承接，承接率达92%。", "96项", "承接市里下放的审批事项"),
    ("方案确定的任务，已经完成75项。", "75项", "完成方案确定的任务"),
    ("改革试点任务，42项已经落地，其余8项年内完成。", "8项", "其余改革试点任务"),
    ("走访中收集的问题，已经解决56件。", "56件", "解决走访中收集的问题"),
    ("共有三本台账，共92项，全部实现即办。", "92项", "台账事项"),
    ("企业反映问题83件，办结79件。", "79件", "办结企业反映问题"),
    ("入驻企业16家，外地来的占11家。", "11家", "外地来的企业"),
    ("38个竣工项目中有29个当年投产。", "29个", "当年投产的竣工项目"),
    ("新增科技企业52家，注销11家，净增41家。", "41家", "净增科技企业"),
    ("实际上架服务器3.6万台。", "3.6万台", "实际上架服务器"),
    ("在全国开发区综合排名中，某区由升级之初的第73位前移至第58位。", "第58位", "全国开发区综合排名"),
    ("利润由去年的第9位升至第6位。", "第6位", "利润排名"),
    # the same again
    ("公司进口燕窝1.5吨；今年前4个月就进口了2吨。", "2吨", "进口燕窝"),
    ("货车进出园区日均1800辆次，高峰时超过2600辆次。", "超过2600辆次", "高峰时货车进出园区"),
    ("公司去年混配矿石520万吨，今年打算做到800万吨。", "800万吨", "混配矿石"),
    ("亩均产值翻了一番，从180万元到360万元。", "360万元", "亩均产值"),
    ("园区营业收入420亿元；如今已是当年的2.3倍。", "2.3倍", "营业收入相当于当年的倍数"),
    ("全区亿元以上工业项目62个，其中10亿元以上的9个。", "9个", "10亿元以上的工业项目"),
    # a verb as a noun
    ("海外的矿石搬到本港混配，一吨能省4美元。", "4美元", "每吨节省成本"),
    ("光电公司拿到了520万元，是当天的“奖金状元”。", "520万元", "获得奖金"),
    ("公司明年想把产值翻到10亿元。", "10亿元", "产值"),
    ("项目投产后年可实现销售收入32亿元。", "32亿元", "年销售收入"),
    ("我们在这里拿了300亩地。", "300亩", "拿地面积"),
    ("管委会拿出2000万元，奖励了36家企业。", "2000万元", "奖励企业投入"),
    ("陈卫团队投资3亿元，研发和制造变速箱。", "3亿元", "研发和制造变速箱投资"),
    ("另有0.8亿元将按工程进度分批拨付。", "0.8亿元", "待拨付资金"),
    ("金饰出口从无到有，做到82亿元。", "82亿元", "金饰出口"),
    ("园区税收9.8亿元，完成全年任务的61.6%，同比增收1.4亿元。", "1.4亿元", "税收同比增收"),
    ("今年预计引进高层次人才120名，上半年已到位68名。", "68名", "到位高层次人才"),
    ("新注册企业2146户，平均每个工作日诞生18户。", "18户", "平均每个工作日诞生企业"),
    ("他算了一笔账：每吨运费省65元，光运费就省了2600万元。", "65元", "每吨节省运费"),
    ("他算了一笔账：每吨运费省65元，光运费就省了2600万元。", "2600万元", "节省运费"),
    ("公司打算再招60名工匠。", "60名", "招聘工匠"),
    ("跨境电商货值已达36亿元，超去年全年两倍。", "两倍", "跨境电商货值相当于去年全年的倍数"),
    ("企业办照从过去的7天压缩到半天。", "半天", "企业办照用时"),
    ("对企业设备投资给予12%的补助，单个项目最高500万元。", "12%", "企业设备投资补助比例"),
    ("对企业设备投资给予12%的补助，单个项目最高500万元。", "最高500万元", "单个项目补助"),
    ("产业链产值380亿元，占全区的比重比三年前提高14个百分点。", "14个百分点", "产业链产值占全区的比重比三年前提高"),
    ("园区综合能源消费量下降4.3%。", "4.3%", "综合能源消费量下降"),
    ("两家银行给企业授信4.5亿元，首笔8000万元已经到账。", "8000万元", "首笔给企业授信"),
    (
        "新引进外资企业18家，其中世界500强投资的3家，合同外资4.2亿美元，到账1.6亿美元。",
        "3家",
        "世界500强投资的外资企业",
    ),
    ("新引进外资企业18家，其中世界500强投资的3家，合同外资4.2亿美元，到账1.6亿美元。", "1.6亿美元", "到账外资"),
    ("全部航线达到28条，国际航线占了19条。", "19条", "国际航线"),
    ("每天有2万多个包裹从这里发往各地。", "2万多个", "每天发往各地的包裹"),
    # where they are from
    ("累计引进30多个国家和地区的外商投资企业500家。", "30多个", "外商投资企业所属国家和地区"),
    ("累计引进30多个国家和地区的外商投资企业500家。", "500家", "累计引进外商投资企业"),
    ("园区引来47家上下游企业。", "47家", "引来上下游企业"),
    ("他们和38所高校院所建立了合作。", "38所", "建立了合作的高校院所"),
    ("开工率达到96%，高出全省平均11个百分点。", "11个百分点", "开工率高出全省平均"),
]


@pytest.mark.parametrize(("text", "shown", "metric"), METRICS)
def test_a_metric_is_understood_alone(text, shown, metric):
    assert one(text, shown).metric == metric


RELATIONS = [
    ("外贸跑出1.6倍增速。", "1.6倍", "外贸增长", Relation.GROWTH),
    ("全区进出口录得31.2%的增长。", "31.2%", "进出口增长", Relation.GROWTH),
    ("物流成本比从前省了两成。", "两成", "物流成本比从前下降", Relation.GROWTH),
    ("二期工程完成过半。", "过半", "完成比例", Relation.LEVEL),
    ("苹果过去一车车往外拉，现在七成在县里变成果汁。", "七成", "苹果在县里变成果汁占比", Relation.SHARE),
    ("开发区产值386.5亿元，其中装备制造业占了六成。", "六成", "装备制造业占产值比重", Relation.SHARE),
]


@pytest.mark.parametrize(("text", "shown", "metric", "relation"), RELATIONS)
def test_what_a_portion_or_a_growth_is_of(text, shown, metric, relation):
    found = one(text, shown)
    assert (found.metric, found.relation) == (metric, relation)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("光电公司拿到了520万元。", "520万元"),
        ("其中一家最多拿了900万元。", "最多拿了900万元"),
        ("今年全年有望做到80万吨。", "80万吨"),
    ],
)
def test_a_metric_that_names_nothing_is_in_doubt(text, shown):
    found = [figure for figure in figures(text) if shown.endswith(figure.evidence.text)]
    assert [any("指标名称" in doubt for doubt in figure.doubts) for figure in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "投入1个园区，产出30个园区。",
        "相当于再造5个老城区。",
        "在全市14个开发区中，它排在前面。",
        "每新增10家企业，就有4家来自省外。",
    ],
)
def test_a_way_of_saying_how_much_is_no_figure(text):
    assert figures(text) == []


STATUS = [
    ("50亿元的“云创投”母基金正在筹建。", "50亿元", Status.TARGET),
    ("5亿元的风险补偿资金池正在组建之中。", "5亿元", Status.TARGET),
    ("共42平方公里的海域将划入新区。", "42平方公里", Status.TARGET),
    ("剩余600亩土地将陆续供应。", "600亩", Status.TARGET),
    ("满负荷运转后，每年可处理秸秆3万吨。", "3万吨", Status.TARGET),
    ("年产60万吨聚丙烯项目工地上，塔吊林立。", "60万吨", Status.TARGET),
    ("12家企业将总部迁到这里。", "12家", Status.ACTUAL),
    ("平台上线后，服务企业1200家。", "1200家", Status.ACTUAL),
    ("平台上线后，上半年日均处理单证18.6万票。", "18.6万票", Status.ACTUAL),
    ("方案将分散在12个部门的147项审批事项归口审批局。", "147项", Status.ACTUAL),
    ("项目投用后年吞吐量可达300万吨。", "300万吨", Status.TARGET),
    ("两家工厂投产后，金饰出口从无到有，做到82亿元。", "82亿元", Status.ACTUAL),
    ("一名经理说，过去一批货从申报到放行要跑5个窗口，单柜能省3000元。", "3000元", Status.ACTUAL),
    (
        "其中投资26亿元的生产线预计明年3月投产，达产后年产钛材1000吨；投资4.5亿元的钛带项目正在调试设备。",
        "4.5亿元",
        Status.ACTUAL,
    ),
]


@pytest.mark.parametrize(("text", "shown", "status"), STATUS)
def test_what_is_still_to_come(text, shown, status):
    assert one(text, shown).status is status


def test_a_product_not_to_fall_below_is_at_least_so_much():
    assert one("产值不会低于6亿元。", "不会低于6亿元").qualifier.value == "over"


def test_this_whole_year_is_not_the_year_told_before():
    assert one("去年年底，月产量达到4.9万吨，今年全年有望做到60万吨。", "60万吨").status is Status.TARGET


def test_a_conjunction_within_an_item_parts_no_list() -> None:
    text = (
        "食品饮料、家电及机械电子、纺织服装三大产业分别完成产值38亿元、27亿元和19亿元，"
        "同比分别增长31%、58%和22%，合计占全区工业总产值的81%。"
    )
    found = figures(text)
    sorts = ["食品饮料", "家电及机械电子", "纺织服装"]
    assert [f.metric for f in found[:3]] == [f"{sort}产值" for sort in sorts]
    assert [f.metric for f in found[3:6]] == [f"{sort}产值同比增长" for sort in sorts]
    assert [f.base for f in found[3:6]] == [f.id for f in found[:3]]
    assert found[6].metric == "三大产业合计占全区工业总产值比重"


def test_a_negation_is_part_of_what_is_said() -> None:
    assert one("9家冶炼企业不再取用河水。", "9家").metric == "不再取用河水的冶炼企业"


def test_a_rank_in_an_evaluation_is_not_of_the_figure_before_it() -> None:
    found = figures("技术合同成交额268亿元，在178家国家高新区综合评价中排名第11。")
    assert [(f.evidence.text, f.metric) for f in found] == [
        ("268亿元", "技术合同成交额"),
        ("第11", "国家高新区综合评价排名"),
    ]
    assert [f.evidence.text for f in figures("云杉岭高新区在54家国家级开发区中列第12位。")] == ["第12位"]
