"""A text whose headline stands elsewhere on the page: its figures go to that article's zone, in doubt."""

from __future__ import annotations

from dataclasses import replace

from reporter import lexicon
from reporter.extraction import Extractor
from reporter.model import Page, Source
from tests.extraction.prose import article


def facts(text, **more):
    headed = article("石门高新区上半年签约项目12个。", title="石门高新区：链上发力", year=2023)
    apart = replace(article(text, title="", year=2023), id="b", complete=False, **more)
    page = Page(Source("p.txt", "p.txt", "txt", "utf-8", "", None, ()), (headed, apart))
    return [fact for fact in Extractor(lexicon.load()).page(page).facts if fact.evidence.article == "b"]


def test_the_zone_of_the_likely_article_is_doubtful():
    (fact,) = (f for f in facts("园区已聚集企业236家。", part_of="a") if f.kind == "indicator")
    assert fact.zone == "石门高新区"
    assert any("《石门高新区：链上发力》" in doubt for doubt in fact.doubts)


def test_the_zone_that_the_text_names_is_sure():
    (fact,) = (f for f in facts("石门高新区已聚集企业236家。", part_of="a") if f.kind == "indicator")
    assert (fact.zone, fact.doubts) == ("石门高新区", ())


def test_without_a_likely_article_there_is_no_zone():
    (fact,) = (f for f in facts("园区已聚集企业236家。") if f.kind == "indicator")
    assert fact.zone == ""


def _of_page(*texts):
    articles = tuple(replace(article(text, title=title), id=title) for title, text in texts)
    page = Page(Source("p.txt", "p.txt", "txt", "utf-8", "", None, ()), articles)
    found = Extractor(lexicon.load()).page(page).facts
    return {fact.evidence.article: fact.zone for fact in found if fact.kind == "indicator"}


def test_our_zone_is_the_one_whose_paper_it_is():
    named = ("石门高新区开年会", "石门高新区已聚集企业236家。会议提出，我区要做强链条。")
    bare = ("一个项目磨了半年", "该项目日前与我区签约，总投资15亿元。")
    assert _of_page(named, bare)["一个项目磨了半年"] == "石门高新区"


def test_our_zone_is_nobodys_where_two_papers_say_so():
    one = ("石门高新区开年会", "石门高新区已聚集企业236家，我区要做强链条。")
    two = ("竹溪高新区开年会", "竹溪高新区已聚集企业18家，我区要补齐短板。")
    bare = ("一个项目磨了半年", "该项目日前与我区签约，总投资15亿元。")
    assert _of_page(one, two, bare)["一个项目磨了半年"] == ""


def test_a_kind_that_no_zone_of_a_stray_text_is_of_is_nobodys():
    text = "石门高新区多半落在新区境内。新区全年生产总值的目标是增长8%。"
    (fact,) = (f for f in facts(text) if f.kind == "indicator")
    assert fact.zone == ""


def test_the_authors_behind_a_text_state_nothing():
    signed = replace(article("云杉岭高新区研发投入强度达到5%以上。（杨唯一）"), byline=("杨唯一",))
    page = Page(Source("p.txt", "p.txt", "txt", "utf-8", "", None, ()), (signed,))
    assert {fact.kind for fact in Extractor(lexicon.load()).page(page).facts} == {"indicator"}


def test_the_likely_article_may_name_its_zone_in_its_text_alone():
    headed = article("石门高新区上半年签约项目12个。石门高新区忙招商。", title="链上发力", year=2023)
    apart = replace(article("眼下，在建项目15个。", title="", year=2023), id="b", complete=False, part_of="a")
    page = Page(Source("p.txt", "p.txt", "txt", "utf-8", "", None, ()), (headed, apart))
    (fact,) = (f for f in Extractor(lexicon.load()).page(page).facts if f.evidence.article == "b")
    assert fact.zone == "石门高新区"
    assert any("《链上发力》" in doubt for doubt in fact.doubts)


def test_a_kind_of_which_the_page_names_but_one_zone_means_that_zone_in_doubt():
    (fact,) = (f for f in facts("高新区已聚集企业236家。") if f.kind == "indicator")
    assert fact.zone == "石门高新区"
    assert any("同类功能区" in doubt for doubt in fact.doubts)
    (fact,) = (f for f in facts("经开区已聚集企业236家。") if f.kind == "indicator")
    assert fact.zone == ""


def test_a_kind_of_which_the_page_names_two_zones_means_neither():
    one = ("石门高新区开年会", "石门高新区已聚集企业236家。")
    two = ("竹溪高新区开年会", "竹溪高新区已聚集企业18家。")
    assert _of_page(one, two, ("", "高新区去年签约项目15个。"))[""] == ""
