"""Pages put together again."""

from reporter import reading


def page(text, name="page.txt"):
    return reading.read(reading.Input(name, name, content=text.encode()))


def test_a_word_cut_by_a_caption_is_one_word_again():
    text = """海滨高新区：

新产业加速集聚

本报记者 张三丰 通讯员 李四光

“从64层到128层，只隔了七个月。”海滨存储公司负责人杨士介绍，平面芯片相当于地面停车场，而三维芯片就像是立



海滨高新区内的编组站发出货运班列。

(资料图片)

体停车场。同样的占地面积，能容纳更多数据。"""
    found = page(text)
    article = next(a for a in found.articles if a.kind == "article")
    assert article.title == "新产业加速集聚"
    assert article.kicker == "海滨高新区："
    assert article.byline == ("张三丰", "李四光")
    assert "就像是立体停车场。" in article.paragraphs[-1].text
    located = article.paragraphs[-1].located
    for start, end in located.runs(0, len(located.text)):
        assert found.source.text[start:end] in located.text
    assert [a.paragraphs[0].text for a in found.articles if a.kind == "caption"] == [
        "海滨高新区内的编组站发出货运班列。"
    ]


def test_a_line_that_gives_the_papers_address_is_no_part_of_an_article():
    found = page("云岭高新区外资稳中有进\n\n本报记者 何安\n\n全区实际利用外资增长。\n\n本版联系邮箱：a@example.cn")
    (article,) = found.articles
    assert article.paragraphs[-1].text == "全区实际利用外资增长。"
