"""A small collection with an invented zone: one article, its figures and other facts, evidence true to the text."""

from __future__ import annotations

from typing import Any

from reporter.model import (
    Article,
    BlockKind,
    Collection,
    Company,
    Decision,
    Event,
    Evidence,
    Fact,
    Figure,
    Industry,
    Located,
    Paragraph,
    Person,
    Policy,
    Project,
    Qualifier,
    Quote,
    Ranking,
    Relation,
    Scope,
    Status,
    Zone,
    ZoneType,
)

SOURCE = "page.txt"
PARAGRAPHS = (
    "云岭高新区：外资稳中有进",
    "云岭高新区是以光电子和生物医药为主导产业的国家级高新区。今年一季度，云岭高新区实际利用外资1.13亿美元，"
    "占云岭全市实际利用外资总额的50.3%。全区聚集高新技术企业近2000家，研发人员3000多名。",
    "今年前三季度，云岭高新区进出口总额86.4亿元，同比增长12.5%。2019年同期为76.8亿元。",
    "总投资40亿元的星河电子显示面板项目已开工，达产后年产值将达30亿元。青禾生物制剂项目总投资超11亿元。",
    "“我们将持续优化营商环境，支持先进技术设备进口。”云岭高新区管委会主任林远说。",
    "云岭高新区出台《云岭高新区稳外资十条措施》，最高奖励20万元。2020年全年力争实际利用外资4亿美元。",
    "该区综合实力在全省高新区中位列第三。2020年5月8日，云岭保税物流中心封关运营。",
    "另据统计，今年一季度云岭高新区新登记企业1200家，另一说法为1260家。",
)
TEXT = "\n".join(PARAGRAPHS)
ZONE = Zone(
    "云岭高新区", "云岭高新技术产业开发区", ZoneType.HIGH_TECH, "国家级", "云南", "云岭市", "", ("云岭国家高新区",)
)
OTHER = Zone("雾江经开区", "雾江经济技术开发区", ZoneType.ECONOMIC, "省级", "湖南", "雾江市", "", ())


def article() -> Article:
    at, paragraphs = 0, []
    for index, words in enumerate(PARAGRAPHS):
        kind = BlockKind.HEADLINE if index == 0 else BlockKind.BODY
        paragraphs.append(Paragraph(kind, Located.of(TEXT, at, at + len(words)), (index,)))
        at += len(words) + 1
    return Article(
        "page-1", SOURCE, "article", "外资稳中有进", "云岭高新区：", ("何安",), "2020-10-20", 2020, "", True,
        tuple(paragraphs),
    )  # fmt: skip


def evidence(text: str, near: str = "") -> Evidence:
    """The place of `text`; with `near`, its first place after those words."""
    for index, words in enumerate(PARAGRAPHS):
        start = words.find(near) if near else 0
        offset = words.find(text, start) if start >= 0 else -1
        if offset < 0:
            continue
        cuts = [0, *(i + 1 for i, c in enumerate(words) if c == "。"), len(words)]
        first = max(cut for cut in cuts if cut <= offset)
        last = min(cut for cut in cuts if cut >= offset + len(text))
        begin = sum(len(p) + 1 for p in PARAGRAPHS[:index]) + offset
        return Evidence(
            text, words[first:last], offset - first, offset - first + len(text), SOURCE, "page-1", begin,
            begin + len(text), index, offset,
        )  # fmt: skip
    raise AssertionError(f"{text} is not in the sample")


def figure(name: str, text: str, metric: str, value: float, unit: str, near: str = "", **fields: Any) -> Figure:
    """A figure of the zone with the fields that a test does not care about filled in."""
    given: dict[str, Any] = {
        "zone": ZONE.name,
        "subject": ZONE.name,
        "value_high": None,
        "qualifier": Qualifier.EXACT,
        "relation": Relation.LEVEL,
        "status": Status.ACTUAL,
        "period": "",
        "scope": Scope.ZONE,
        "mentions": (evidence(text, near),),
    }
    return Figure(id=name, metric=metric, value=value, unit=unit, **{**given, **fields})


def facts() -> tuple[Fact, ...]:
    star, green = "星河电子显示面板项目", "青禾生物制剂项目"
    return (
        figure(
            "f01", "1.13亿美元", "实际利用外资", 113000000.0, "美元", period="2020-Q1",
            decided=(Decision("period", "2020-Q1", "年份随文章", "今年一季度"),),
        ),
        figure(
            "f02", "50.3%", "占云岭全市实际利用外资总额比重", 50.3, "%", relation=Relation.SHARE, period="2020-Q1",
            base="f01",
        ),
        figure("f03", "近2000家", "聚集高新技术企业", 2000.0, "家", qualifier=Qualifier.UNDER),
        figure("f04", "3000多名", "研发人员", 3000.0, "名", qualifier=Qualifier.OVER),
        figure("f05", "86.4亿元", "进出口总额", 8640000000.0, "元", period="2020-01/2020-09"),
        figure(
            "f06", "12.5%", "进出口总额同比增长", 12.5, "%", relation=Relation.GROWTH, period="2020-01/2020-09",
            base="f05",
        ),
        figure("f07", "76.8亿元", "进出口总额", 7680000000.0, "元", period="2019-01/2019-09"),
        figure("f08", "40亿元", "总投资", 4000000000.0, "元", subject=star, scope=Scope.ENTITY),
        figure("f09", "30亿元", "年产值", 3000000000.0, "元", subject=star, scope=Scope.ENTITY, status=Status.TARGET),
        figure(
            "f10", "超11亿元", "总投资", 1100000000.0, "元", subject=green, scope=Scope.ENTITY,
            qualifier=Qualifier.OVER,
        ),
        figure("f11", "最高奖励20万元", "外资企业最高奖励", 200000.0, "元", qualifier=Qualifier.UPTO),
        figure("f12", "4亿美元", "实际利用外资", 400000000.0, "美元", status=Status.TARGET, period="2020"),
        figure(
            "f13", "1200家", "新登记企业", 1200.0, "家", period="2020-Q1", conflicts=("f14",),
            doubts=("同一处给出两个数。",),
        ),
        figure("f14", "1260家", "新登记企业", 1260.0, "家", period="2020-Q1", conflicts=("f13",)),
        Project(id="p1", zone=ZONE.name, name=star, stage="开工", investment=4e9, figures=("f08", "f09"),
                mentions=(evidence(star),)),
        Project(id="p2", zone=ZONE.name, name=green, investment=1.1e9, figures=("f10",), mentions=(evidence(green),)),
        Company(id="c1", zone=ZONE.name, name="星河电子", role="显示面板", mentions=(evidence("星河电子"),)),
        Industry(id="i1", zone=ZONE.name, name="光电子", rank="leading", mentions=(evidence("光电子"),)),
        Industry(id="i2", zone=ZONE.name, name="生物医药", rank="leading", mentions=(evidence("生物医药"),)),
        Policy(id="y1", zone=ZONE.name, name="《云岭高新区稳外资十条措施》", issuer="云岭高新区", form="document",
               mentions=(evidence("《云岭高新区稳外资十条措施》"),)),
        Person(id="n1", zone=ZONE.name, name="林远", title="云岭高新区管委会主任", mentions=(evidence("林远"),)),
        Quote(id="q1", zone=ZONE.name, speaker="林远", words="我们将持续优化营商环境，支持先进技术设备进口。",
              mentions=(evidence("我们将持续优化营商环境，支持先进技术设备进口。"),)),
        Ranking(id="r1", zone=ZONE.name, text="综合实力在全省高新区中位列第三",
                mentions=(evidence("综合实力在全省高新区中位列第三"),)),
        Event(id="e1", zone=ZONE.name, date="2020-05-08", what="云岭保税物流中心封关运营",
              mentions=(evidence("云岭保税物流中心封关运营"),)),
    )  # fmt: skip


def sample() -> Collection:
    """The collection: the invented zone, and one of which the page says nothing but its name."""
    bare = Company(id="x1", zone=OTHER.name, name="星河电子", mentions=(evidence("星河电子"),))
    return Collection(
        articles=(article(),),
        zones=(ZONE, OTHER),
        facts=(*facts(), bare),
        article_zones={"page-1": (ZONE.name,)},
    )
