"""What speaks for a join: figures over a cut, zones of headlines, how likely a pair is among all orders of a page."""

import numpy as np
import pytest

from reporter import reading
from reporter.reading import series
from reporter.reading.bylines import is_cut
from reporter.reading.callings import CALLING, announced, calling, speaks
from reporter.reading.chances import chances
from reporter.reading.counting import COUNTING, counting, given, waiting
from reporter.reading.grammar import first_kinds, goes_on, last_kinds
from reporter.reading.interviews import announces, heads_interview, turns
from reporter.reading.joint import PageWords, edge
from reporter.reading.obligations import answered, asked, met, wanted
from reporter.reading.openings import opening
from reporter.reading.series import alike
from reporter.reading.speakers import NOBODY, speakers
from reporter.reading.subject import Subjects
from reporter.reading.topic import Topics
from reporter.reading.zonewords import heads_claimed, kinds_called, named_in_full, places_shown


@pytest.mark.parametrize(
    ("tail", "head", "sign"),
    [
        ("集聚企业300余家，从业人员近", "7万人，形成", "number_meets"),
        ("从业人员近", "占到六成", "number_waits"),
        ("完成检测订单2.3万", "批次。", "unit_meets"),
        ("撬动社会资本约3.6", "倍。", "unit_meets"),
        ("撬动社会资本约3.6", "人。", "digits_clash"),
        ("吸纳就业3400多", "人。", "unit_meets"),
        ("检测订单2.3万", "件11个,其中", "unit_alone"),
        ("电脑出口量跌", "至89万台。", "change_meets"),
        ("增长8.", "9%，利润", "digits_meet"),
        ("周蕴白介绍。20", "20年，经开区", "digits_meet"),
        ("增长120", "20年，经开区", "digits_clash"),
        ("配套率由2021", "92.4万辆，同比增长", "digits_clash"),
        ("配套率由2021", "年的34%提高到", "unit_meets"),
        ("同比增长3.", "000万元风险", "digits_clash"),
    ],
)
def test_figures_over_a_cut(tail, head, sign):
    signs = dict(zip(COUNTING, counting(waiting(tail), given(head)), strict=True))
    if sign == "unit_alone":
        assert not signs["unit_meets"]
    else:
        assert signs[sign] >= 1.0


def test_a_headline_claims_its_zone_known_or_not():
    heads = ["江苏云锦高新区：“芯”火燎原", "云杉岭高新区："]
    texts = ["云锦高新区是基地。", "数据显示，云杉岭高新区企业达386家。", "目前，高新区已集聚企业。"]
    assert heads_claimed(heads, texts) == [{0}, {1}, frozenset()]


def test_a_headline_claims_its_city_and_the_districts_of_it():
    heads = ["山东潍坊高新区：动力装备补链", "广西自贸试验区崇左片区：", "广西自贸试验区钦州港片区："]
    texts = ["去年，潍坊市出台十条措施。", "在凭祥的口岸上，货车排起长队。", "广西去年外贸增长两成。"]
    assert heads_claimed(heads, texts) == [{0}, {1}, frozenset()]


def test_a_headline_claims_a_zone_by_its_short_name_and_a_park_by_its_whole_one():
    heads = ["洋浦：12条航线织成网", "青石软件园里的十年"]
    texts = ["到年底，洋浦将再开3条航线。", "走进青石软件园，楼里灯火通明。", "软件园里新来了人。"]
    assert heads_claimed(heads, texts) == [{0}, {1}, frozenset()]


def test_zones_named_in_passing_are_not_what_a_text_is_about():
    assert kinds_called("零件从苏州工业园区、云岭高新区采购，占两成。") == frozenset()
    assert kinds_called("与云岭综保区相比，高新区的底子还薄。") == {"高新区"}
    assert places_shown(["淮安经开区的零件从苏州高新区采购。"]) == [{"淮安"}]


def test_chances():
    _, alone = chances(3, [0], [1], np.log([9.0]))
    assert alone[0] == pytest.approx(0.9)
    _, rivals = chances(3, [0, 2], [1, 1], np.log([9.0, 9.0]))
    assert rivals == pytest.approx([9 / 19, 9 / 19], abs=0.002)


def test_chances_of_two_heads_and_two_tails():
    """Of the seven orders of two heads and two tails the sum is exact where the pairs form no circle."""
    total, _ = chances(4, [0, 0, 1], [2, 3, 3], np.log([4.0, 2.0, 3.0]))
    assert np.exp(total) == pytest.approx(1 + 4 + 2 + 3 + 4 * 3)


def page(text, name="page.txt"):
    return reading.read(reading.Input(name, name, content=text.encode()))


def test_a_saved_page_in_a_text_file_is_one_article():
    more = "".join(
        f"<p>园区今年新增企业{n}家，完成投资{n}亿元，带动就业{n}00人，产业链不断完善。</p>" for n in range(11, 16)
    )
    found = page(
        "<!DOCTYPE html><html><head><title>网站</title></head><body><div><a href='/'>首页</a> | <a href='/b'>要闻</a></div>"
        "<div>三大指数收涨</div><div><h1>三个开发区的产业突围</h1><div>2022-07-21 08:15　来源：经济网　作者：梁溪 徐来</div>"
        f"<p>记者近日走进车间、工地，探寻产业突围的密码。</p><p>补链：铸造之变</p>{more}</div>"
        "<div>经济网版权所有 举报电话：0999-8123456</div></body></html>"
    )
    (article,) = (a for a in found.articles if a.kind == "article")
    assert (article.title, article.byline) == ("三个开发区的产业突围", ("梁溪", "徐来"))
    assert "版权" not in "".join(p.text for p in article.paragraphs)


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("6月15日，记者从该区2022年经济运行调度会上获悉，今年产值增长。第二工厂2024年投产后产能将提升。", 2022),
        ("2024年一季度，该区完成投资23.7亿元，到2026年将翻一番。", 2024),
        ("2019年8月，自贸区挂牌。挂牌五周年之际，自贸区新设企业7万家，管委会今年计划推出举措60项。", 2024),
    ],
)
def test_years(body, year):
    assert page(f"高新区跑出加速度\n\n本报记者 张三丰\n\n{body}\n").articles[0].year == year


@pytest.mark.parametrize(
    ("tail", "head", "is_met"),
    [
        ("包裹实行机检，查验时间由40", "分钟压缩到5分钟以内。", True),
        ("园区企业还与一家设计学院", "合作开设研发中心，让产品", True),
        ("包裹实行机检，查验时间由40", "人获得了第二本证书。", False),
        ("园区引进精密铸造、热处理企业14家。", "合作开设研发中心，让产品", False),
    ],
)
def test_words_oblige_a_sentence_to_go_on(tail, head, is_met):
    assert bool(wanted(tail) & met(head)) == is_met


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4月8日，云岭高新区举行签约活动。", "timed"),
        ("目前，园区已集聚企业40家。", "timed"),
        ("云岭高新区是全国重要的种业基地。", "whole"),
        ("合同文本，明确工伤、加班等事项。", "bare"),
        ("产业。当年，一位工程师下海创业。", "bare"),
    ],
)
def test_how_a_text_begins(text, kind):
    assert getattr(opening(text), kind)


def test_a_place_behind_the_last_stop_is_no_author():
    whole = "石门新区跑出加速度\n变化得益于“陪跑团队”。石门新\n区从各部门抽调骨干。祁小雨"
    assert is_cut("变化得益于“陪跑团队”。石门新", whole)
    assert not is_cut("区从各部门抽调骨干。祁小雨", whole)


def test_a_short_piece_of_a_sentence_is_no_headline():
    lines = [
        "青原高新区：数字画像解融资难",
        "本报记者 祁小雨",
        "青原高新区为中小企业“画像”，企业凭信用就能贷款。",
        "青原光学公司就是受益",
        "图为车间一角。",
        "者之一。公司手握27件发明专利，却没有厂房抵押。",
    ]
    (article,) = (a for a in page("\n\n".join(lines)).articles if a.kind == "article")
    assert "青原光学公司就是受益者之一。" in "".join(p.text for p in article.paragraphs)


def test_a_headline_away_from_its_news_item_comes_home():
    lines = [
        "云岭高新区：数字画像解融资难",
        "本报记者 祁小雨",
        "云岭高新区为中小企业“画像”，企业凭信用就能贷款。",
        "本报讯（记者 石朗） 记者从松塔新区获悉，松塔新区算力规模跃升至8万架，数据中心上架率达到七成。",
        "为企业服务",
        "目前，云岭高新区已为135户中小企业办理信用贷款，金额合计6.2亿元，最快的一笔当天到账。",
        "松塔新区算力规模跃升",
    ]
    found = {a.title: "".join(p.text for p in a.paragraphs) for a in page("\n\n".join(lines)).articles}
    assert "本报讯（记者 石朗）" in found["松塔新区算力规模跃升"]
    assert "135户" in found["云岭高新区：数字画像解融资难"]


def test_a_column_of_the_page_is_no_headline():
    lines = [
        "园区纵横",
        "云岭高新区为中小企业“画像”，企业凭信用就能贷款，目前已有135户企业获得贷款。",
        "青原高新区：研发投入增长两成",
        "本报记者 祁小雨",
        "去年，青原高新区研发投入增长20%，新增高新技术企业26家。",
    ]
    assert "园区纵横" not in {a.title for a in page("\n\n".join(lines)).articles}


def test_a_dateline_in_a_line_of_its_own_is_a_whole_beginning():
    lines = ["云岭高新区：研发投入增长两成", "本报讯（记者 石朗）", "去年，云岭高新区研发投入增长20%，新增企业26家。"]
    (article,) = page("\n\n".join(lines)).articles
    assert article.complete


APART = """山东潍东高新区：动力装备“链”出新优势

本报讯 记者陈岭报道：山东潍东高新区发动机产业上半年实现营业收入683亿元，同比增长11.4%。

云州市凤岭经开区：纺织老厂上新

本报讯 记者何川报道：云州市凤岭经开区纺织企业已有六成用上智能织机，织机转速提高两成。

“龙头企业提需求，中小企业来揭榜。”潍东高新区经济发展局副局长孟旭介绍，园区已发布技术榜单62项。
"""


def test_a_text_that_names_an_articles_zone_comes_home():
    engines, looms = (a for a in page(APART).articles if a.kind == "article")
    assert [p.text[:8] for p in engines.paragraphs] == ["山东潍东高新区：", "本报讯 记者陈岭", "“龙头企业提需求"]
    assert len(looms.paragraphs) == 2


CLOSED = "同比增长11.4%。下一步，高新区将建设氢能动力产业园，力争到2027年产值突破千亿元。"
LAST = "“图纸没有定稿，技师就到了。”潍东高新区铸造厂厂长方秋说，厂里今年招了技师62人。"


def test_texts_behind_an_articles_last_words_only_say_whose_they_are():
    lines = [
        *APART.replace("同比增长11.4%。", CLOSED).strip().split("\n\n"),
        "江州新区：算力提速",
        "本报讯 记者石朗报道：江州新区投运数据中心17个，服务器规模达95万台。",
        LAST,
    ]
    found = {a.id: a for a in page("\n\n".join(lines)).articles}
    engines = next(a for a in found.values() if a.title.startswith("山东潍东"))
    apart = [a for a in found.values() if not a.title]
    assert [a.part_of for a in apart] == [engines.id]
    assert all("可能是《山东潍东高新区：动力装备“链”出新优势》的一部分" in a.doubts for a in apart)


def test_texts_that_name_an_articles_zone_come_home_in_page_order():
    lines = [
        *APART.strip().split("\n\n"),
        "江州新区：算力提速",
        "本报讯 记者石朗报道：江州新区投运数据中心17个。",
        LAST,
    ]
    engines = page("\n\n".join(lines)).articles[0]
    assert [p.text[:6] for p in engines.paragraphs[-2:]] == ["“龙头企业提", "“图纸没有定"]


def test_a_block_is_most_alike_to_its_own_article():
    blocks = [
        "茶香镇工业园：茶饮料俏销",
        "茶香镇工业园茶饮料车间今年卖出绿茶、红茶饮料6万箱。",
        "雁溪新区：纽扣走四方",
        "雁溪新区纽扣企业把贝壳做成纽扣，纽扣远销20多个国家。",
        "如今，园区茶企已有43家，绿茶、红茶带动茶园扩大到9万亩。",
        "一盏路灯从报修到点亮只用半天。",
    ]
    nobody = [frozenset()] * len(blocks)
    subjects = Subjects(
        topics=Topics.of_words(blocks),
        characters=Topics.of_characters(blocks),
        size=len(blocks),
        after={0: 1, 2: 3, 3: 4},  # so far the paragraph on tea counts as the buttons' own
        heads=[True, False, True, False, False, False],
        zones=nobody,
        kinds=nobody,
        claims=nobody,
        speakers=[NOBODY] * len(blocks),
    )
    alone = subjects.own_article_alone()
    assert alone[1, 4] > 0 > alone[3, 4]
    assert abs(alone[1, 5]) < alone[1, 4]  # what has nobody's words tells little


def test_one_article_is_not_asked_whose_a_block_is():
    blocks = ["雁溪新区：纽扣走四方", "雁溪新区纽扣企业把贝壳做成纽扣。"]
    nobody = [frozenset()] * 2
    subjects = Subjects(
        Topics.of_words(blocks),
        Topics.of_characters(blocks),
        2,
        {},
        [True, False],
        nobody,
        nobody,
        nobody,
        [NOBODY] * 2,
    )
    assert not subjects.own_article().any()


def test_headlines_of_two_zones_pushed_together_are_two():
    lines = [
        "云麓高新区激光产业园",
        "小激光闯出大市场",
        "松塔高新区：动力装备“链”出新优势",
        "上半年，松塔高新区动力装备产业营业收入达到683亿元，同比增长11.4%。",
    ]
    titles = [(a.kicker, a.title) for a in page("\n\n".join(lines)).articles]
    assert titles == [("云麓高新区激光产业园", "小激光闯出大市场"), ("", "松塔高新区：动力装备“链”出新优势")]


def test_a_column_over_a_headline_is_its_kicker():
    lines = [
        "“亩均论英雄”改革一线见闻",
        "松塔高新区：寸土生金的账本",
        "本报记者 石朗",
        "去年，松塔高新区营业收入达到683亿元。",
    ]
    (article,) = page("\n\n".join(lines)).articles
    assert article.title == "松塔高新区：寸土生金的账本"


def test_somebody_called_by_the_bare_name_is_introduced_in_the_same_article():
    introduced = "“药材好，药才好。”公司董事长贺松岩说，基地已有2万亩。"
    called = "“要把科技装进去。”贺松岩说。"
    other = "老码头改造由国企出资，总经理柯正洋表示，双方都不吃力。"
    first, second, third = speakers([introduced, called, other])
    assert (first.named, first.bare) == ({"贺松岩"}, frozenset())
    assert (second.named, second.bare) == ({"贺松岩"}, {"贺松岩"})
    assert third == NOBODY


def test_nobody_goes_on_speaking_in_another_article():
    text = """吉林白桦岭高新区：

老药方闯出新路

本报记者 崔长林

白桦岭高新区企业建起检测中心。“药材好，药才好。”公司董事长贺松岩说，基地已有2万亩。

浙江沙门湾经开区：

旧码头长出新链条

本报记者 应海棠

老码头改造由沙门湾经开区下属国企出资。总经理柯正洋表示，按吞吐量付费，双方都不吃力。

眼下，企业正在建设8万平方米的加速器，要往外延伸。“下一步要把科技装进去。”贺松岩说。
"""
    texts = ["".join(paragraph.text for paragraph in article.paragraphs) for article in page(text).articles]
    assert any("科技装进去" in whole for whole in texts)
    assert not any("科技装进去" in whole and "柯正洋" in whole for whole in texts)


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("在龙头带动上，高新区支持牵头企业。", "在平台支撑上，产业园今年开工。", True),
        ("招商方面，签约项目33个。", "外贸方面，进出口12亿元。", True),
        ("一是补链。", "二是强链。", True),
        ("一是补链。", "三是延链。", False),
        ("首先，补链。", "其次，强链。", True),
        ("招商方面，签约项目33个。", "从贸易方式看，一般贸易占六成。", False),
        ("——产业。产值突破700亿元。", "——开放。进出口69亿元。", True),
        ("3.某项目，总投资18亿元；", "4.某产业园，占地43亩；", True),
        ("3.某项目，总投资18亿元；", "5.某产业园，占地43亩；", False),
        ("①降低门槛。", "②加快审批。", True),
        ("东泽高新区：产值突破700亿元。", "北川经开区：进出口69亿元。", True),
        ("高新区签约项目33个。", "园区进出口12亿元。", False),
    ],
)
def test_paragraphs_in_a_series_are_told_by_their_first_words(before, after, goes_on):
    assert series.goes_on(series.form(before), series.form(after)) is goes_on


def test_a_report_in_entries_stays_whole() -> None:
    text = (
        "云岭高新区召开工作会议\n\n本报记者 石小鱼\n\n2月6日，云岭高新区工作会议召开。会议回顾去年工作，部署今年任务。\n\n"
        "——产业。规上工业总产值达到718亿元，增长19%，其中电子信息制造业产值412亿元。\n\n"
        "——开放。综合保税区进出口总额68亿元，下降13%。\n\n——民生。城镇新增就业1.36万人。\n\n"
        "会议提出，生产总值增长10%以上，固定资产投资增长8%左右。\n\n链接·重大项目（部分）\n\n"
        "1.星河智算中心二期，总投资62亿元，计划9月投运；\n\n2.青禾电池工厂四期，总投资45亿元，计划12月投产。"
    )
    (article,) = reading.read(reading.Input("page.txt", "page.txt", content=text.encode())).articles
    assert article.complete
    assert article.paragraphs[-1].text.startswith("2.青禾电池")


@pytest.mark.parametrize(
    ("tail", "head", "signs"),
    [
        ("园区党工委副书记陶然", "表示，四季度还有28个项目开工", {"called"}),
        ("园区党工委副书记陶", "然之表示，四季度还有28个项目开工", {"name_goes_on"}),
        ("片区人才局局长", "褚健民说，医院明年启用", {"called"}),
        ("一家电影公司", "的技术总监单小杰说，影片已经完成", {"post_meets"}),
        ("新区党工委", "书记左晨光说，会还要开下去", {"post_meets"}),
        ("片区人才局局长", "车间里摆满了样品", {"call_waits"}),
        ("园区着力发展工业旅游", "表示，四季度还有28个项目开工", {"call_strays"}),
        ("他", "说，四季度还有28个项目开工", set()),
        ("园区着力发展工业旅游", "，拿出2600万元奖补资金", set()),
    ],
)
def test_somebody_who_speaks_over_a_cut(tail, head, signs):
    found = calling(announced(tail), speaks(head))
    assert {name for name, sign in zip(CALLING, found, strict=True) if sign} == signs


@pytest.mark.parametrize(
    ("tail", "right", "wrong"),
    [
        ("今年将", "在南部建设基地", "企业和园区"),
        ("一半由公司", "承担", "了高炉煤气"),
        ("企业带来的设备的", "研发", "了三年"),
    ],
)
def test_press_prose_goes_on_so(tail, right, wrong):
    fits = [sum(goes_on(last_kinds(tail), first_kinds(head))) for head in (right, wrong)]
    assert fits[0] > fits[1] + 1.0


def test_an_article_calls_its_zone_by_its_kind():
    assert kinds_called("一台发动机被送进白沙综合保税区的车间") == kinds_called("综保区管委会副主任介绍") == {"综保区"}
    assert kinds_called("高新区与园区的企业") == {"高新区"}


def test_blocks_of_one_subject_share_characters_where_they_share_no_word():
    texts = ["一支注射液送到病房，新药上市。", "药品进医保，患者少花钱。", "茶企把茶园变景点。", "茶农增收，游客采茶。"]
    alike = Topics.of_characters(texts).alone()
    assert alike[0, 1] > max(alike[0, 2], alike[0, 3])
    assert alike[2, 3] > max(alike[2, 0], alike[2, 1])


def test_what_is_measured_waits_for_its_number():
    assert waiting("新建油罐16座、库容").leads
    assert not waiting("新建油罐16座、蓝天").leads


def test_a_picture_cuts_a_sentence_only_if_the_sentence_goes_on_below_it():
    page = "\n\n".join(
        [
            "江城综保区：维修业务上新",
            "3月5日，一台发动机被送进江城综合保税区的车间，这里已经修好设备三百多台。管委会副主任查志刚",
            "介绍，二期维修基地已经动工，占地330亩，明年投用。",
            "(资料图片)",
        ]
    )
    read = reading.read(reading.Input("p.txt", "p.txt", content=page.encode()))
    assert [article.kind for article in read.articles] == ["article"]
    assert "查志刚介绍，二期" in "".join(paragraph.text for paragraph in read.articles[0].paragraphs)


@pytest.mark.parametrize(
    ("tail", "head", "is_answered"),
    [
        ("今年上半年，受", "市场影响，整车产量下降两成。", True),
        ("今年上半年，受", "方米每月8元收取，第一年全免。", False),
        ("管委会帮助企业解决", "了融资难题。", True),
        ("园区积极开展", "银企对接，放款1.2亿元。", True),
        ("管委会帮助企业解决了难题，", "厂房也有了着落。", False),  # nothing is asked for any more
    ],
)
def test_a_verb_asks_for_its_object_over_the_cut(tail, head, is_answered):
    assert bool(asked(tail) & answered(head)) == is_answered


def test_subheads_of_one_article_are_built_alike():
    assert alike("项目建设“加速跑”", "政策兑现“不过夜”") == 1.0
    assert alike("江东园区：台资高地", "江西园区：韩资企业“抱团”而来") == 0.0
    assert alike("一、强化要素保障", "营商环境更优") == 0.0


def test_texts_show_the_places_after_which_zones_are_called():
    shown = places_shown(["淮安经开区再加码", "淮安市今年出口增长", "玉门人说", "来自上海的企业"])
    assert shown == [{"淮安"}, {"淮安"}, frozenset(), frozenset()]


def test_a_line_over_a_zone_with_a_colon_is_not_of_its_headline():
    lines = [
        "潍东高新区：",
        "动力装备再升级",
        "本报记者 石朗",
        "潍东高新区发动机产业上半年实现营业收入683亿元，同比增长11.4%，拥有配套企业62家。",
        "平台“筑巢”，项目“落子”",
        "云州凤岭经开区：",
        "纺织老厂上新",
        "本报记者 何川",
        "云州凤岭经开区纺织企业已有六成用上智能织机，织机转速提高两成，产品卖到20多个国家。",
    ]
    looms = next(a for a in page("\n\n".join(lines)).articles if a.title == "纺织老厂上新")
    assert looms.kicker == "云州凤岭经开区："


def test_a_bare_amount_begins_no_article():
    lines = [
        "潍东高新区：",
        "动力装备再升级",
        "本报记者 石朗",
        "三分之一，每台设备节省费用400元至600元。",
        "潍东高新区发动机产业上半年实现营业收入683亿元，同比增长11.4%，拥有配套企业62家。",
        "云州凤岭经开区：",
        "纺织老厂上新",
        "本报记者 何川",
        "云州凤岭经开区纺织企业已有六成用上智能织机，织机转速提高两成，产品卖到20多个国家。",
    ]
    engines = next(a for a in page("\n\n".join(lines)).articles if a.title == "动力装备再升级")
    assert [p.text[:5] for p in engines.paragraphs][3:] == ["潍东高新区"]


def test_a_question_is_answered_in_its_own_interview():
    ask, answer, other, plain = turns(
        ["记者：下一步怎么打算？", "石朗：今年计划实施项目210个。", "全区签约项目60个。", "答：去年。"]
    )
    assert ask.leads_to(answer)
    assert answer.leads_to(ask)
    assert other is None
    assert not ask.leads_to(plain)
    assert turns(["石朗：今年计划实施项目210个。"]) == [None]  # nobody asks


def test_who_is_asked_may_answer_by_name():
    ask, answer = turns(["问：填了多少？", "石朗：已经填了118.5平方公里。"])
    assert ask.leads_to(answer)
    assert answer.leads_to(ask)
    ask, answer, _ = turns(["问：填了多少？", "石朗：已经填了118.5平方公里。", "答：去年。"])  # of two interviews
    assert not ask.leads_to(answer)


def test_an_interview_is_announced_before_its_first_question():
    assert announces("日前，记者带着读者关心的三个问题，专访了潍东高新区管委会副主任石朗。")
    assert announces("新政怎么用？记者采访了管委会有关负责人。")
    assert not announces("记者采访时看到，车间里机器轰鸣。园区去年产值达到168亿元。")


def test_a_number_over_a_cut_is_no_word_of_the_page():
    page = PageWords(["规上工业总产值21.3亿元，占比36.3%。", "航线分别给予每条", "20万元补贴。"])
    assert page.spanning("规上工业总产值", "20万元补贴。") == ("", 0)
    assert page.spanning("规上工业总", "产值增长两成。")[0] == "上工业总产值"


def test_questions_and_answers_of_two_interviews_find_each_other():
    lines = [
        "“含新量”更要紧",
        "——访潍东高新区管委会主任石朗",
        "本报记者 何川",
        "记者：潍东高新区的家底如何？",
        "一枚印章管审批",
        "本报记者 陈岭",
        "问：云州凤岭经开区怎么改的？",
        "石朗：去年，潍东高新区生产总值683亿元，同比增长11.4%，拥有配套企业62家。",
        "答：机构由26个减到9个，云州凤岭经开区的审批时限压缩一半以上。",
        "记者：下一步怎么打算？",
        "问：效果体现在哪里？",
        "石朗：今年计划实施重点项目210个，年度投资不低于260亿元。",
        "答：去年净增高新技术企业118家，办事大厅的窗口少了一半。",
    ]
    first, second = (a for a in page("\n\n".join(lines)).articles if a.kind == "article")
    assert [p.text[:2] for p in first.paragraphs][3:] == ["记者", "石朗", "记者", "石朗"]
    assert [p.text[:2] for p in second.paragraphs][2:] == ["问：", "答：", "问：", "答："]


@pytest.mark.parametrize(
    ("tail", "head", "again"),
    [
        ("占全省三成。今年上半年，", "去年，园区完成收入605亿元。", True),
        ("占全省三成。今年上半年，", "新引进项目94个。", False),
        ("占全省三成，", "去年，园区完成收入605亿元。", False),
    ],
)
def test_two_times_in_a_row_do_not_go_together(tail, head, again):
    ends = [edge(text, len(text), None) for text in (tail, head)]
    assert (ends[0].ends_in_time and ends[1].starts_in_time) == again


def test_a_number_cut_at_its_comma_goes_on():
    lines = [
        "潍东高新区：创新添动力",
        "本报记者 石朗",
        "潍东高新区新获批国家重点实验室的，一次性资助1,",
        "图为潍东高新区一家企业的车间。",
        "云州凤岭经开区：老厂上新",
        "本报记者 何川",
        "云州凤岭经开区纺织企业已有六成用上智能织机，织机转速提高两成。",
        "000万元。人才购房补贴分三档，最高15万元。",
    ]
    first = next(a for a in page("\n\n".join(lines)).articles if a.title.startswith("潍东"))
    assert "一次性资助1,000万元" in first.paragraphs[-1].text


def test_an_interview_is_announced_by_its_headline():
    assert heads_interview("——访潍东高新区管委会主任石朗")
    assert not heads_interview("一枚印章管审批")
    assert not heads_interview("代表团访问潍东高新区")


@pytest.mark.parametrize(
    ("text", "in_full"),
    [
        ("走进松塔经济技术开发区的老纺织厂，织机早已不见踪影。", True),
        ("松塔经开区去年盘活厂房37万平方米。", False),
        ("园区新添一家国家级经济技术开发区创新平台。", False),  # what it is, not its name
    ],
)
def test_what_opens_an_article_names_its_zone_in_full(text, in_full):
    assert named_in_full(text) is in_full


@pytest.mark.parametrize(
    ("open_end", "start"),
    [
        ("项目选址东部产业园，厂房由", "2019年以来，园区引进企业113家，建成产能155吉瓦时，占全省的五成。"),
        ("园区和企业一起想办法。我们", "林知远：到2025年，产值要达到700亿元，新增企业80家，再建3个平台。"),
    ],
)
def test_no_clause_of_time_and_no_answer_begins_inside_a_sentence(open_end, start):
    head = "云岭高新区：产业怎么样\n\n本报记者 程小可"
    asked = (
        "记者：产业怎么样？\n\n林知远：压力不小，今年以来全区产值387亿元，增长8%，企业在扩产。\n\n记者：目标是什么？"
    )
    page = "\n\n".join((head, asked, f"林知远：正在接。{open_end}", start))
    articles = reading.read(reading.Input("page.txt", "page.txt", content=page.encode())).articles
    assert not any(open_end + start in paragraph.text for article in articles for paragraph in article.paragraphs)
    assert not articles[0].complete
