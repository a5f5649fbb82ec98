"""Pages of invented zones, as many as wanted: the same for the same numbers."""

from __future__ import annotations

import random
from pathlib import Path

_FIRST = "云石青松长平安定永新嘉宁泰和广远清河金山玉林东明西华南丰北辰"
_SECOND = "杉岭桥湖川溪港原塘陵坪峰泉湾洲关堡台渡湘"
_KINDS = ("高新区", "经开区", "综合保税区", "工业园区")
_FIRMS = ("精密", "光电", "新材料", "生物", "智能", "能源", "航空", "食品")

_ARTICLE = """{zone}：{title}

本报记者 王{a} 通讯员 李{b}

今年一季度，{zone}实际利用外资{m1:.2f}亿美元，占全市实际利用外资总额的{p1:.1f}%，同比增长{p2:.1f}%。截至目前，{zone}已聚集高新技术企业{n1}余家，\
其中规模以上工业企业{n2}家，完成工业总产值{m2:.1f}亿元。

“我们将持续优化营商环境，力争全年新签约项目{n3}个以上。”{zone}管委会主任赵{a}说，去年全区新增专利{n4}件，引进硕士以上人才{n5}名。

{zone}围绕{f1}、{f2}等主导产业，出台《{zone}促进{f1}产业发展若干措施》，对符合条件的企业最高奖励{n6}万元。3月，{zone}举行重大项目集中签约仪式，\
签约项目{n2}个，总投资{m3:.1f}亿元。

{city}{f1}科技有限公司投资{m4:.1f}亿元建设的{f1}产业基地项目占地{n1}亩，达产后年产值可达{m5:.1f}亿元。公司总经理孙{b}告诉记者，项目一期预计2023年投产，\
可提供就业岗位{n5}个。
"""


def zone_names(count: int) -> list[str]:
    """So many different names of zones that do not exist."""
    names = [a + b + kind for kind in _KINDS for a in _FIRST for b in _SECOND]
    names += [a + b + c + kind for kind in _KINDS for a in _FIRST for b in _SECOND for c in _SECOND[:4]]
    return names[:count]


def article(zone: str, number: int) -> str:
    """One article about a zone, with figures of its own."""
    dice = random.Random(f"{zone} {number}")
    values = {f"n{index}": dice.randint(5, 900) for index in range(1, 7)}
    values |= {f"m{index}": dice.uniform(1, 90) for index in range(1, 6)}
    first, second = dice.sample(_FIRMS, 2)
    people = {"a": dice.choice("强伟芳敏静丽军洋勇艳"), "b": dice.choice("杰娟涛明超秀霞平刚桂")}
    title = dice.choice(("一季度外资跑出加速度", "重大项目集中签约", "营商环境持续向好"))
    return _ARTICLE.format(
        zone=zone,
        title=title,
        city=zone[:2],
        f1=first,
        f2=second,
        p1=dice.uniform(1, 60),
        p2=dice.uniform(1, 40),
        **values,
        **people,
    )


def write_pages(folder: Path, zones: int, per_page: int = 5) -> None:
    """Pages with an article for each of so many zones."""
    folder.mkdir(parents=True, exist_ok=True)
    names = zone_names(zones)
    for start in range(0, len(names), per_page):
        text = "\n\n".join(article(name, start) for name in names[start : start + per_page])
        (folder / f"2022-04-{start // per_page % 28 + 1:02d}-{start // per_page:05d}.txt").write_text(text, "utf-8")
