"""A figure over a cut: the unit that suits what was being counted."""

from __future__ import annotations

import pytest

from reporter.reading.amounts import suits, unit_of, wanted_units


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("园区有配套企业54家、就业1.7万", "人。"),  # people work
        ("整车产能增至24万辆，比去年增加近10万", "辆。"),  # counted in before
        ("拥有专利18件，是全市平均水平的5.9", "倍。"),
        ("园区给自己定下的坐标是：2026年前冲进前45", "名。"),
        ("研发投入强度由4.8%提高到", "6%以上。"),
        ("项目落地率71%，比去年同期提高", "12个百分点。"),
        ("电站年发电量340", "0万千瓦时，相当于节约标准煤2万吨。"),
        ("去年完成地区生产总值194亿", "元，是设立之初的4.4倍。"),
        ("对新开通的航线，分别给予每条", "20万元、50万元补贴。"),
        ("园区建成的人才公寓达到", "5600套。"),  # of a compound the last word tells
    ],
)
def test_a_unit_that_suits(tail, head):
    assert suits(wanted_units(tail), unit_of(head)) == 1


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("区里计划总投资163.5亿元，其中汽车及零部件产业项目", "5600套，今年还将新增。"),
        ("园区有配套企业54家、就业1.7万", "辆。"),
        ("园区给自己定下的坐标是：2026年前冲进前45", "亩。"),
        ("去年完成地区生产总值194亿", "人次。"),
    ],
)
def test_a_unit_that_does_not(tail, head):
    assert suits(wanted_units(tail), unit_of(head)) == -1


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("园区企业相继落户，", "人。"),
        ("园区有企业54", "在这里，创新正在发生。"),
        ("平均每秒，有4部手机从", "2011年11月，园区封关。"),
    ],
)
def test_nothing_tells(tail, head):
    assert suits(wanted_units(tail), unit_of(head)) == 0
