"""Events: what happened when."""

from __future__ import annotations

import pytest
from prose import facts

from reporter.model import Event


@pytest.mark.parametrize(
    ("sentence", "date", "what"),
    [
        ("4月17日，《云杉岭高新区行动方案》出台，服务更优。", "2021-04-17", "《云杉岭高新区行动方案》出台，服务更优"),
        ("2020年9月，砺风氢能总部落户高新区。", "2020-09", "砺风氢能总部落户高新区"),
        ("本报讯 2月18日，高新区举行项目集中开工仪式。", "2021-02-18", "高新区举行项目集中开工仪式"),
    ],
)
def test_dated_happenings(sentence: str, date: str, what: str) -> None:
    assert [(event.date, event.what) for event in facts(sentence, kind=Event)] == [(date, what)]


@pytest.mark.parametrize(
    "sentence",
    [
        "今年，高新区将举行三次集中签约。",
        "截至4月底，园区已有企业百余家。",
        "6月的江畔，机声隆隆。",
        "项目签约后很快开工。",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert facts(sentence, kind=Event) == []
