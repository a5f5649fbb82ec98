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
