"""Headlines, bylines and years; and the pages of `seeds/`, whose true order was written down by reading them."""

import itertools
from pathlib import Path

import pytest

from reporter import reading
from reporter.model import BlockKind
from reporter.reading.articles import split_title
from reporter.reading.banners import is_banner, is_banner_inside
from reporter.reading.bylines import byline, dateline, trailing
from reporter.reading.headlines import is_short
from reporter.reading.joint import begins_inside, straddling
from scripts.bench_reading import quality
from tests.reading.scramble import clean_articles, head_length

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

# Joins over a distance or inside a sentence, as numbers of the page's blocks; and articles by headline and year.
JOINS = {
    "000": [(11, 14), (19, 20), (28, 29), (66, 67), (69, 70), (72, 35)],
    "002": [(7, 8), (11, 12), (21, 23), (32, 34), (35, 36), (41, 42), (47, 48)],
    "003": [(6, 7), (29, 30), (39, 40), (54, 55), (58, 59)],
    "004": [(11, 22), (15, 27), (20, 29), (26, 31), (28, 36), (30, 38)],
}
ARTICLES = {"000": (4, 2020), "001": (1, 2022), "002": (6, 2020), "003": (6, 2023), "004": (5, 2020)}


def seed(number):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return reading.read(next(reading.find([path])))


@pytest.mark.parametrize("number", JOINS)
def test_every_cut_of_the_seeds_is_joined(number):
    pairs = set()
    for article in seed(number).articles:
        order = [block for paragraph in article.paragraphs for block in paragraph.blocks]
        pairs |= set(itertools.pairwise(order))
    assert set(JOINS[number]) <= pairs


@pytest.mark.parametrize("number", ARTICLES)
def test_articles_and_years_of_the_seeds(number):
    found = [article for article in seed(number).articles if article.kind == "article"]
    count, year = ARTICLES[number]
    assert len(found) == count
    assert {article.year for article in found} == {year}
    assert all(article.title and article.year_evidence for article in found)


def test_what_is_missing_is_told():
    incomplete = {a.title: a.doubts for number in JOINS for a in seed(number).articles if not a.complete}
    assert set(incomplete) == {"西安高新区:以大产业引领高质量发展", "定制服务破解发展难题"}
    assert all(incomplete.values())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 柳洁 通讯员 何英 望少辉", ("柳洁", "何英", "望少辉")),
        ("► 梅忠 冉放", ("梅忠", "冉放")),
        ("（本报记者韩俊杰、李刚、徐靖、王伟健参与采写）", ("韩俊杰", "李刚", "徐靖", "王伟健")),
        ("记者 欧阳锦程", ("欧阳锦程",)),
        ("► 郗文", ("郗文",)),  # 文 is his name, and does not say who wrote
        ("石朗 文", ("石朗",)),
        ("云岭网·岭上新闻记者石朗 通讯员贺东方 高唐报道", ("石朗", "贺东方")),
        ("引资“一产一链”“一企一策”", ()),
        ("近日，记者走进高新区。", ()),
    ],
)
def test_bylines(line, names):
    assert byline(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("林 石 宁可", ("林石", "宁可")),  # two characters, set as wide as three
        ("扎西次仁", ("扎西次仁",)),
        ("乌兰察布", ()),
        ("产业向新", ()),
    ],
)
def test_names_alone_under_a_headline(line, names):
    assert byline(line, alone=True) == names


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("航拍下的青原高新区。 周岭摄", ["article", "caption"]),
        ("这是5月6日拍摄的青原高新区。", ["article", "caption"]),
        ("这是青原高新区今年开工的第3个项目。4年来，全区累计引进项目80个。", ["article"]),
    ],
)
def test_a_short_description_of_a_picture(line, kinds):
    lines = ["青原高新区跑出加速度", "本报记者 石朗", "青原高新区去年新增企业40家。", line]
    page = reading.read(reading.Input("p.txt", "p.txt", content="\n\n".join(lines).encode()))
    assert [a.kind for a in page.articles] == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("提供了坚强支撑。 樊佳", ("樊佳",)),
        ("合同金额1.16亿元。 温 岐 叶一舟", ("温岐", "叶一舟")),
        ("总投资1500亿元。 宁可 苏打", ("宁可", "苏打")),
        ("建设西部金融中心。高欣", ("高欣",)),
        ("落地能力。刘志阳 黄鹏飞 曾凯然", ("刘志阳", "黄鹏飞", "曾凯然")),
        ("相继落户。本报记者 李天明 通讯员 陈慧 图/文", ("李天明", "陈慧")),
        ("成了“金钥匙”。（金 花）", ("金花",)),  # a word but for the space in it
        ("月收入4200元以上。(阿依古丽 石建军)", ("阿依古丽", "石建军")),
        ("实现高质量发展。", ()),
        ("他说：“要抢抓机遇。”李刚说", ()),
    ],
)
def test_bylines_after_the_last_full_stop(text, names):
    assert trailing(text)[1] == names


def test_datelines():
    assert dateline("本报讯(记者 李争粉) 5月27日,天津签约。") == (True, ("李争粉",))
    assert dateline("本报讯 (胡乌达木 特约通讯员 赵小丽) 为深入实施") == (True, ("胡乌达木", "赵小丽"))
    assert dateline("本报南岭6月5日电 记者 石朗报道") == (True, ("石朗",))
    assert dateline("本报南岭讯 记者石朗报道：4月18日，公司挂牌。") == (True, ("石朗",))
    assert dateline("本报南岭7月20日电 记者贺东方、通讯员石彦报道：盛夏") == (True, ("贺东方", "石彦"))
    assert dateline("南岭日报青原8月16日电 （记者石朗）记者从高新区获悉") == (True, ("石朗",))
    assert dateline("青原新闻网讯 6月17日清晨，") == (True, ())
    assert dateline("本报讯（记者石朗文/图）围绕产业强区") == (True, ("石朗",))
    assert dateline("科大讯飞 2022年营收") == (False, ())
    assert dateline("讯云业务的高速发展") == (False, ())


@pytest.mark.parametrize(
    "line",
    [
        "武汉片区：剑指“芯屏端网”",
        "新产业、新业态、新模式加速聚集，推进特色优势产业开放发展",
        "订单多 发货忙",
        "云渡片区：船在海上，单在云端",
        "二、规上企业培育较快，助推明显",
    ],
)
def test_lines_that_look_like_headlines(line):
    assert is_short(line)


@pytest.mark.parametrize(
    "line",
    ["今年，高新区将再建设", "“从电堆到储氢瓶，车上七成的零部件都在", "园区负责人介绍，片区已聚集40多家新能源汽"],
)
def test_pieces_of_sentences_do_not(line):
    assert not is_short(line)


def test_banners():
    assert is_banner("营造良好营商环境") and is_banner("促进高质量发展") and not is_banner("强化项目落地保障")
    assert is_banner("稳外贸稳投资") and is_banner("园区动态") and not is_banner("园区配套升级")
    assert is_banner_inside("稳外贸稳投资") and is_banner_inside("园区动态") and not is_banner_inside("产业升级")
    assert (
        is_banner_inside("聚焦开发区转型") and is_banner_inside("沿边开放看园区") and not is_banner_inside("园区转型")
    )


def test_a_column_name_in_brackets_is_the_kicker():
    assert split_title("建设产业集群（以更大力度谋划高质量发展）") == ("建设产业集群", "以更大力度谋划高质量发展")


def test_clean_articles_stay_whole():
    for lines in clean_articles():
        (article,) = reading.read(reading.Input("a.txt", "a.txt", content="\n\n".join(lines).encode())).articles
        assert article.complete, article.doubts
        assert [block for p in article.paragraphs for block in p.blocks] == list(range(len(lines)))
        assert article.title in lines[: head_length(lines)]


def test_scrambled_pages_come_back():
    tally = quality(40, 900, verbose=False)
    assert tally["right"] / tally["true"] >= 0.91
    assert tally["wrong"] / tally["given"] <= 0.04


def one_article(*lines):
    (article,) = reading.read(reading.Input("a.txt", "a.txt", content="\n\n".join(lines).encode())).articles
    return article


BODY = "云岭高新区上半年新开工亿元以上工业项目16个，总投资52亿元，其中先进制造业项目占一半以上。"


@pytest.mark.parametrize(
    ("head", "title", "kicker"),
    [
        (("跨过一座桥，他把公司开到岛上", "本报记者 石朗"), "跨过一座桥，他把公司开到岛上", ""),
        (
            ("订单来了 船期紧了 通关快了", "——云岭高新区外贸见闻", "本报记者 石朗"),
            "订单来了 船期紧了 通关快了",
            "——云岭高新区外贸见闻",
        ),
        (
            ("在云岭高新区2013年工作会议上的报告（摘要）", "（2013年2月20日）"),
            "在云岭高新区2013年工作会议上的报告（摘要）",
            "",
        ),
        (
            ("云岭高新区2021年国民经济和社会发展统计公报", "云岭高新区统计局", "2022年4月15日"),
            "云岭高新区2021年国民经济和社会发展统计公报",
            "",
        ),
        (
            ("内陆片区如何向水而开——访云岭片区管委会主任简明", "本报记者 石朗"),
            "内陆片区如何向水而开——访云岭片区管委会主任简明",
            "",
        ),
    ],
)
def test_headlines_of_many_forms(head, title, kicker):
    article = one_article(*head, BODY)
    assert (article.title, article.kicker, article.complete) == (title, kicker, True), article.doubts


def test_lines_of_navigation_and_contacts_belong_to_no_article():
    lines = [
        "当前位置：首页 > 园区要闻",
        "云岭高新区项目加快",
        "2024-07-11 08:46　来源：党政办",
        BODY,
        "（汪明 李念慈）",
        "值班电话：0514-8796",
    ]
    article = one_article(*lines)
    assert article.title == "云岭高新区项目加快" and article.byline == ("汪明", "李念慈") and article.complete
    assert "位置" not in "".join(p.text for p in article.paragraphs)


def page(*paragraphs: str):
    content = "\n\n".join(paragraphs).encode()
    return reading.read(reading.Input("page.txt", "page.txt", content=content))


def test_a_picture_signed_by_who_took_it_parts_no_sentence():
    found = page(
        "云渡高新区：一束光照亮一条街",
        "本报记者 罗湘平",
        "夜里9点，研发组正在调一台新样机，光斑落在铜板上，亮得像一",
        "云渡高新区光电产业园内，技术人员正在检测光纤预制棒。 本报记者 彭湛 摄",
        "颗钉子。组长说，客户一口气订了12台。",
    )
    article, caption = found.articles
    assert (
        article.complete
        and article.paragraphs[-1].text.startswith("夜里9点")
        and "像一颗钉子。" in article.paragraphs[-1].text
    )
    assert caption.kind == "caption"


def test_a_second_line_under_a_headline_told_like_a_sentence():
    (article,) = page(
        "一脚跨两国，买卖天天有",
        "——走进云渡边境合作中心",
        "2025年11月21日",
        "合作中心总面积5.2平方公里，店铺一家挨着一家。",
    ).articles
    assert (article.title, article.kicker) == ("一脚跨两国，买卖天天有", "——走进云渡边境合作中心")


def test_a_line_that_announces_a_list_is_no_headline():
    (article,) = page(
        "让论文长成产品",
        "本报记者 罗湘平",
        "云渡高新区出台了新政策，今年已支持项目落地41个。",
        "科技局局长给记者列了一张清单：",
        "——研发平台。全区拥有研发平台84个。",
        "——孵化载体。建成孵化器32家。",
    ).articles
    assert len(article.paragraphs) == 6


def test_an_article_without_a_headline_stays_whole():
    found = page(
        "渭河南岸，创新的引擎昼夜不息。云渡高新区28年来由农田起步，成长为工业主战场。",
        "01 从2.3到168.9",
        "28年间，企业一家接一家落户，市场主体增加到1.1万户。",
        "02 产值占全市四成",
        "去年工业总产值1124亿元，近十年年均增速保持在12%以上……",
        "航空锻件、传感器等一批标志性项目接连建成。",
    )
    assert len(found.articles) == 1


def test_a_headline_that_begins_with_a_time_stands_over_its_dateline():
    first, second = page(
        "上半年云渡自贸试验区进出口突破1200亿元",
        "本报讯（记者 罗湘平）据海关统计，今年上半年，云渡自贸试验区外贸进出口1218.4亿元，同比增长15.2%。",
        "南岸片区：金融机构加快集聚",
        "本报讯 截至6月末，云渡自贸试验区南岸片区入驻金融机构438家。",
    ).articles
    assert (first.title, second.title) == ("上半年云渡自贸试验区进出口突破1200亿元", "南岸片区：金融机构加快集聚")
    assert first.complete and second.complete


def test_a_headline_above_another_items_headline_finds_its_own_text():
    found = page(
        "云渡综保区前九月进出口值超百亿元",
        "云港经开区锻造铜箔产业链",
        "从一块铜到一张箔",
        "本报记者 罗湘平",
        "10月18日，在云港经济技术开发区，铜箔企业的车间里机器轰鸣，全区铜箔产能达到1.5万吨。",
        "本报讯（记者 彭湛）据海关统计，今年前9个月，云渡综合保税区进出口值达104.6亿元，同比增长58.9%。",
    )
    assert [(article.kicker, article.title) for article in found.articles] == [
        ("", "云渡综保区前九月进出口值超百亿元"),
        ("云港经开区锻造铜箔产业链", "从一块铜到一张箔"),
    ]
    assert "云渡综合保税区进出口值" in "".join(p.text for p in found.articles[0].paragraphs)


def test_a_picture_over_a_photographers_name_stands_between_no_paragraphs():
    found = page(
        "云渡高新区：让人才落地生根",
        "本报记者 罗湘平",
        "去年，云渡高新区兑现人才资金5800万元，惠及1936人。",
        "在云渡高新区，科研人员正在做细胞培养实验。",
        "彭 湛摄",
        "招聘的门路也在变宽，云渡高新区去年举办双选会26场。",
    )
    assert [(a.kind, "科研人员" in "".join(p.text for p in a.paragraphs)) for a in found.articles] == [
        ("article", False),
        ("caption", True),
    ]


def test_who_is_named_at_the_head_may_sign_at_the_end():
    first, second = page(
        "云渡综保区前三季度进出口增四成",
        "本报讯（记者 舒晨）云渡综保区前三季度进出口328.6亿元，同比增长41.2%。",
        "云渡综保区还将建设配套产业园，已有9家企业预订。 舒晨",
        "云港高新区为企业量体裁衣",
        "本报讯 云港高新区前9个月新增企业1645户。",
    ).articles
    assert first.complete and second.complete


def test_a_headline_that_names_a_post_stands_over_its_byline():
    first, second = page(
        "“给年轻人一个犯错的机会”",
        "——对话云渡高新区科技局局长石朗",
        "本报记者 罗湘平",
        "记者：家底怎么样？",
        "石朗：有高原，缺高峰。",
        "云港高新区的“红娘”书记",
        "本报记者 彭湛",
        "张明远表示，云港高新区撮合的项目有73对。",
    ).articles
    assert (first.title, first.kicker) == ("“给年轻人一个犯错的机会”", "——对话云渡高新区科技局局长石朗")
    assert second.title == "云港高新区的“红娘”书记"


def test_a_headline_on_one_zone_has_no_part_on_another_of_its_kind():
    found = page(
        "云渡新区：“航天+”闯出新赛道",
        "本报记者 罗湘平",
        "云港新区：数据中心“冷”变“热”",
        "云港的凉爽气候，让数据中心的能耗降到1.2以下。",
        "云渡新区一家公司的卫星已经上天。",
        "云港新区稳步前行",
        "本报记者 彭湛",
        "云港新区数据中心机架达到12万架。",
    )
    (head,) = [a for a in found.articles if a.title.startswith("云渡新区")]
    assert "云港" not in "".join(p.text for p in head.paragraphs)


def test_a_subhead_over_the_next_headline_belongs_to_its_own_article():
    first, second = page(
        "云渡高新区梯度育企有章法",
        "本报记者 罗湘平",
        "云渡高新区的瞪羚企业达到138家，比去年多了46家。",
        "选得准：算法代替填表",
        "过去申报靠填表，如今云渡高新区识别靠数据。",
        "扶得实：真金白银加场景",
        "去年，云渡高新区兑现政策资金6.8亿元，惠及企业1900余家次。",
        "融得到：基金跟着企业走",
        "云港高新区：园区再添新材料",
        "本报讯（记者 彭湛）9月6日，宽幅钛带卷项目在云港高新区热试成功。",
    ).articles
    assert (second.title, second.kicker) == ("云港高新区：园区再添新材料", "")
    assert "融得到：基金跟着企业走" in [p.text for p in first.paragraphs]


def test_a_headline_stands_under_a_text_that_is_cut():
    first, second = page(
        "云渡高新区聚起新材料",
        "本报记者 罗湘平",
        "云渡高新区现有新材料企业97家。新材料产值从2015年的112亿元增加到去年的406亿元，预计全年突破550亿",
        "园区速递",
        "云港高新区 智造项目扎堆开工",
        "9月6日，云港高新区三季度项目集中开工，共19个项目。（韦小满）",
        "元。云渡高新区还有3个项目正在安装设备。",
    ).articles
    assert (first.title, second.title) == ("云渡高新区聚起新材料", "云港高新区 智造项目扎堆开工")
    assert "突破550亿元。云渡" in "".join(p.text for p in first.paragraphs)


def test_a_columns_name_over_items_of_many_places_is_their_headline():
    (article,) = page(
        "口岸短波",
        "银川：6月份，银川综合保税区进出口41.2万单，货值突破1亿元。",
        "珲春：今年前6个月，珲春综合保税区进口1.1万吨，货值20.6亿元。",
        "绥芬河：绥芬河综合保税区日前开出首票单证，带动就业近3000人。",
    ).articles
    assert (article.title, len(article.paragraphs)) == ("口岸短波", 4)


def test_a_byline_behind_an_article_that_has_none_is_its_own():
    first, second = page(
        "云渡高新区：一间咖啡馆里的“海归”账",
        "云渡高新区海创中心有一间咖啡馆，来的多是海归。去年，云渡高新区新增留学回国人员1460人。",
        "本报记者 穆青禾",
        "云港高新区的“第一股”",
        "本报讯（记者 石朗）4月2日，云港高新区企业挂牌。",
    ).articles
    assert (first.byline, second.byline) == (("穆青禾",), ("石朗",))


def test_a_byline_that_was_parted_from_its_headline_goes_back_to_it():
    page_of = (
        "云渡片区探路",
        "一只集装箱从云渡港出发，14天后到达，比从前少用20多天，每只节省1200元左右。",
        "云港高新区的“第一股”",
        "本报讯（记者 石朗）4月2日，云港高新区企业挂牌。",
        "图为云渡片区的码头。",
        "本报记者 穆青禾 通讯员 叶舟",
        "云渡片区挂牌以来，新增企业4386户，云渡港的货物吞吐量增长一成。",
    )
    first, *others = page(*page_of).articles
    assert (first.title, first.byline) == ("云渡片区探路", ("穆青禾", "叶舟"))
    assert first.paragraphs[-1].text.startswith("云渡片区挂牌以来")
    assert [other.byline for other in others if other.byline] == [("石朗",)]


def test_a_line_that_says_what_kind_of_piece_it_is_stands_under_the_headline():
    article, *_ = page(
        "云渡：边城变前沿",
        "某自贸试验区云渡片区揭牌一周年见闻",
        "文/石朗",
        "2023年11月1日，云渡片区揭牌。一年来，片区新增企业5126家。",
    ).articles
    assert (article.title, article.kicker) == ("云渡：边城变前沿", "某自贸试验区云渡片区揭牌一周年见闻")


def test_a_number_and_its_bound_are_one_word_over_a_cut():
    assert straddling("年纳税6000万元，可带动就业800人以", "上。")[1] == "以上"


LONG = "项目分两期建设，预计两年后全部投产，届时可年产传感器1200万只，供应长三角的整车厂。"


def test_plain_news_of_another_place_has_its_own_headline():
    """Without a byline or dateline the place tells: nothing above speaks of it, and the paragraph below does."""
    found = page(
        "云岭高新区二十个项目集中开工",
        "云岭高新区今年的第一批项目昨天动工。推土机开进工地，开工仪式在云岭高新区举行。" + LONG,
        "3亿美元传感器项目落户遂昌",
        "18日，遂昌经济开发区举行传感器项目签约仪式。" + LONG,
    )
    assert [article.title for article in found.articles] == [
        "云岭高新区二十个项目集中开工",
        "3亿美元传感器项目落户遂昌",
    ]


def test_a_dateline_with_the_papers_name_opens_news():
    (article,) = page(
        "云岭高新区考评进入全国前列",
        "亿元企业增至36家，连成三条产业链",
        "楚天日报1月27日讯（全媒体记者 熊远山）今天，商务部公布考核评价结果，云岭高新区列第21位。",
        "2021年，云岭高新区规模工业总产值完成860亿元，增长14.3%。今年，该区将继续攻坚。",
    ).articles
    assert (article.title, article.byline) == ("云岭高新区考评进入全国前列", ("熊远山",))
    assert article.date == "2022-01-27"


def test_a_question_of_an_interview_is_no_part_of_the_story_above_it():
    found = page(
        "云岭高新区党工委书记高云山谈光伏产业——",
        "“有风有光，更要有链”",
        "本报记者 石小鱼",
        "问：为什么把光伏作为首位产业？",
        "答：绿色电力资源富集，这是云岭高新区最大的底气。云岭高新区从第一家企业起步，已形成完整产业链。",
        "江苏松塔高新区：",
        "重大项目“加速跑”",
        "本报记者 汪小舟",
        "在松塔高新区，总投资50亿元的家电项目正在建设，松塔高新区今年计划实施项目158个。",
        "问：产业起来了，链条补得怎么样？",
        "答：去年引进链上企业14家，到位资金96亿元。",
    )
    talk = next(a for a in found.articles if "有风有光" in a.title)
    assert talk.paragraphs[-2].text.startswith("问：产业起来了")


@pytest.mark.parametrize(
    "rest", ["时间分别压缩至5.8小时和0.4小时。", "冲刺700亿元，2025年迈上千亿元台阶。", "达到65%。"]
)
def test_what_can_only_be_the_rest_of_a_sentence(rest):
    assert begins_inside(rest)


def test_figures_by_their_kinds_open_a_paragraph():
    assert not begins_inside("分产业看，软件业收入286亿元，增长24.5%。")


def test_a_short_line_at_the_top_is_a_headline_though_it_begins_with_a_time():
    (article,) = page(
        "上半年云岭高新区外贸走在全省前面",
        "上半年，云岭高新区进出口总额同比增长17.2%，新开通三条航线，老客户带来新订单，园区的车间一直忙到深夜。",
    ).articles
    assert article.title == "上半年云岭高新区外贸走在全省前面"


def test_a_line_above_the_headline_is_its_kicker_and_a_series_name_is_nobodys():
    found = page(
        "上半年工业增加值增速全市第一",
        "云岭高新区交出“过半”答卷",
        "本报记者 程小可",
        "年中看园区",
        "上半年，云岭高新区完成规上工业总产值216.4亿元，同比增长11.8%，增速在全市九个县区中排位第一，较一季度前移两位。",
        "后劲看投资。全区固定资产投资同比增长15.1%，工业投资、技改投资增速分别为22.6%、37%，在库亿元以上项目88个。",
    )
    (article,) = found.articles
    assert (article.kicker, article.title) == ("上半年工业增加值增速全市第一", "云岭高新区交出“过半”答卷")
    assert [p.kind for p in article.paragraphs][-2:] == ["body", "body"]


def test_a_few_words_between_two_whole_paragraphs_head_the_second():
    (article,) = page(
        "云岭高新区：从菜地到新城",
        "本报记者 程小可",
        "云岭高新区建区三十年来，常住人口从不足2000人增加到32万人，学校、医院、公园一样样建起来，城里的烟火气也旺了。",
        "在217家里找坐标",
        "在今年公布的国家级开发区综合考核评价中，云岭高新区列第28位，比上年前进5位，税收和实际使用外资两项进了前二十名。",
    ).articles
    assert [p.text for p in article.paragraphs if p.kind == "subhead"] == ["在217家里找坐标"]


def test_what_is_signed_as_a_library_picture_is_a_caption():
    found = page(
        "云岭高新区看新厂",
        "本报记者 程小可",
        "云岭高新区园区的电价已压到每度0.36元，比东部便宜近一半，新来的几家公司都是冲着电价来的，其中宁州浩",
        "云岭高新区产业园一角。（资料图片）",
        "图显示科技公司投资7.5亿元，上了4条模组线，今年6月起每月出货45万片，厂里的工人大多是附近镇上的人。",
    )
    article, caption = found.articles
    assert caption.kind == "caption"
    assert article.paragraphs[-1].text.count("宁州浩图显示科技公司") == 1


def test_a_clause_that_calls_its_zone_by_a_kind_goes_to_the_article_on_that_kind():
    found = page(
        "云岭高新区跑出加速度",
        "本报记者 程小可",
        "云岭高新区今年上半年新签项目33个，总投资187亿元，其中外资项目5个；开工18个，竣工9个，完成投资46亿元。",
        "高新区还拿出专项资金，对首次入规的企业一次性奖励30万元，到6月底已兑现两批，惠及企业46户。",
        "宛川综保区进出口逾六百亿元",
        "本报讯（记者 祁小辉）据宛川海关统计，今年前两个月，宛川综合保税区进出口623.8亿元，同比增长41.3%。",
        "综保区进出口2月回落到257.4亿元，环比少了109亿元，但仍比去年同月多出近六成，通关车辆一天最多报过312票。",
    )
    assert [len(article.paragraphs) for article in found.articles] == [4, 3]


def test_people_at_work_under_a_title_are_a_story_of_their_own():
    """Where nothing else on the page names their zone; a scene of the article above goes on."""
    lead = "云岭高新区今年的第一批项目昨天动工。推土机开进工地，开工仪式在云岭高新区举行。" + LONG
    above = ("云岭高新区二十个项目集中开工", "本报记者 石朗", lead)
    work = "山东{}一家照明企业的工人在装运灯具。今年前三季度，该区实现销售收入76.4亿元。"
    titles = [a.title for a in page(*above, "灯具装运忙", work.format("青屏河经济开发区")).articles]
    assert titles == ["云岭高新区二十个项目集中开工", "灯具装运忙"]
    (article,) = page(*above, "灯具装运忙", work.format("云岭高新区")).articles
    assert article.paragraphs[-2].kind is BlockKind.SUBHEAD


def test_entries_behind_a_sign_are_text_even_when_they_are_cut():
    found = page(
        "从几家开发区看外贸成色",
        "本报记者 石朗",
        "省商务厅发布一季度数据，各开发区有升有降。",
        "▲宁川经开区：进出口16.4亿元，增长88.2%。",
        "▲常州经开区：实际使用外",
        "资3120万美元，增长9.6%。",
    )
    (article,) = found.articles
    assert [p.text for p in article.paragraphs][-1] == "▲常州经开区：实际使用外资3120万美元，增长9.6%。"
